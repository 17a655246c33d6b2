"""What a text says about the size of numbers: "bedragen x € 1.000", "in %", "per maand".

It is never applied, only asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.getallen import toon

DUIZEND, MILJOEN, PROCENT, PROMILLE = 1_000.0, 1_000_000.0, 0.01, 0.001
MALEN = (1.0, 100.0, DUIZEND, 10_000.0, 100_000.0, MILJOEN, 1e9, PROCENT, PROMILLE)
"""All that numbers can be multiplied with."""


@dataclass(frozen=True, slots=True)
class Schaal:
    """A multiplier that is named somewhere: `euro` where the words speak of money; `waar` is the cell.

    With the multiplier 1 the words say that the numbers are not plain ones of a whole year (`ongewoon`): of a month, in
    cents, differences, indices, with a sign of their own. What they come to is not told by them.
    """

    maal: float
    euro: bool
    waar: str
    woorden: str

    @property
    def ongewoon(self) -> bool:
        """Whether the numbers may be something else than plain ones of a whole year."""
        return self.maal == 1

    @property
    def teken(self) -> str:
        """The multiplier as people write it."""
        return {PROCENT: "in procenten", PROMILLE: "in promille"}.get(self.maal, f"x {toon(self.maal)}")


_EURO = r"(?:€|euro'?s?|eur)"
_MUNT = r"(?:eur(?:o'?s?)?|[^\s\d]{1,2})"
"""Also what is left of a € that was saved in another encoding."""


def _keer(nullen: str, woorden: str = "(?!)") -> re.Pattern[str]:
    """The forms of 1 with some noughts behind a sign for "times" or "in", and the words for it."""
    getal = rf"1{nullen}(?![., ]?\d{{3}}|\d)"
    keer = rf"(?:(?<![^\W\d_])[x×*]|\b(?:maal|keer)\b) ?{_MUNT}? ?{getal}|{_EURO} ?[x×*] ?{getal}"
    keer = rf"{keer}|\b(?:in|per) ?{_EURO}? ?{getal}"
    keer = rf"{keer}|\b(?:eenheden van|vermenigvuldigd met|gedeeld door|afgerond op) ?{_EURO}? ?{getal}"
    keer = rf"{keer}|(?<![\w/])[/:] ?{_EURO}? ?{getal}|\b1 ?= ?{_EURO}? ?{getal}"
    return re.compile(rf"{keer}|(?:^|\()(?:{_EURO} ?{getal}(?:,-+)?|{getal} ?{_EURO})(?:\)|$)|{woorden}", re.IGNORECASE)


_VORMEN = (
    (1e9, re.compile(r"\b(?:mld|mrd|miljard(?:en)?)\b", re.IGNORECASE)),
    (
        MILJOEN,
        _keer(r"(?:[., ]?000){2}", r"(?:\b|[x×*] ?1 ?)(?:mln|mio|miljoen(?:en)?)\b|\bm ?€|€ ?m\b|\bm ?eur(?:o'?s?)?\b"),
    ),
    (100_000.0, _keer(r"00[., ]?000", r"\bhonderdduizend(?:en|tallen)\b")),
    (10_000.0, _keer(r"0[., ]?000", r"\btienduizend(?:en|tallen)\b")),
    (
        DUIZEND,
        _keer(
            r"[., ]?000",
            r"\b1[. ]?000-?tallen|[x×*] ?€? ?duizend|\b(?:maal|keer|in|per) duizend\b|^duizend$|"
            r"\b(?:duizendtallen|duizenden|duizend euro|dzd|[kt] ?eur(?:o'?s?)?|in k)\b|10\^3\b|\b[kt] ?€|€ ?k\b|"
            r"(?<!\d)['’]000\b|€ ?000\b|\(000\)|\bthousands?\b",
        ),
    ),
    (100.0, _keer("00", r"\bhonderd(?:en|tallen)\b")),
    (PROMILLE, re.compile(r"‰|\bpromille\b", re.IGNORECASE)),
    (PROCENT, re.compile(r"%|\bprocent(?:en)?\b|\bpercentages?\b|\bpct\b", re.IGNORECASE)),
)
_MAAND = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b"
)
_VAK = r"(?:maand(?:en)?|mnd|kwartaal|kwartalen|week|weken|wk|half ?jaar|halve jaar|(?:werk)?dag(?:en|deel)?)\b"
_NUMMER = r"(?:[1-4](?:e|ste|de)?|eerste|tweede|derde|vierde|laatste)"
_ONGEWOON = re.compile(
    rf"(?:\bper|/|\bp\.) ?(?:[1-9]\d? |vier )?{_VAK}|\bp/m\b|\b(?:maand|wek|dag|kwartaal|half ?jaar)e?lijkse?\b|"
    r"\b(?:maand|kwartaal|week|dag|halfjaar)(?:bedrag|bedragen|last|lasten|kosten|salaris|salarissen|loon|lonen|tarief|"
    r"tarieven|prijs|prijzen|cijfers?|gemiddelden?|tota(?:al|len))\b|"
    rf"(?:\bt/m|\btm|\btot en met) (?:de |het )?"
    rf"(?:\d\d?[-/ ](?:\d|{_MAAND})|{_MAAND}|q[1-4]|(?:{_NUMMER} )?{_VAK}|periode)|"
    rf"\b{_NUMMER} (?:kwartaal|half ?jaar|halve jaar|helft|termijn|tranche|(?:\w+ )?maanden)\b|"
    r"\b(?:kwartaal|halfjaar|termijn|tranche|periode|maand) ?\d\d?\b|\b(?:q[1-4]|h[12]|[hk]j ?[12])\b|"
    r"\b(?:euro)?cent(?:en)?\b|\b(?:afwijking|verschil|mutatie)(?:en|len|s)?\b|\bcumulatie(?:f|ve)\b|"
    r"(?<!\S)\(?[+−-] ?(?:=|is) ?(?:nade|voorde|last|ba(?:at|ten)|tekort|overschot)\w*|"
    r"\bindexcijfers?\b|\b20\d\d ?= ?100\b",
    re.IGNORECASE,
)
_WENK = re.compile(
    r"00|mld|mrd|milj|mln|mio|€|eur|honderd|duizend|dzd|in k|thousand|10\^|‰|promil|%|proc|perc|pct|"
    r"maand|mnd|kwarta|week|weken|wk|jaar|dag|lijks|p/m|t/m|tm|tot en met|helft|termijn|tranche|periode|[qhkj] ?[1-4]|"
    r"cent|afwijk|verschil|mutatie|cumula|index|= ?100|[+−-] ?(?:=|is)",
    re.IGNORECASE,
)
"""In every text that names a size stands one of these; looking for that first keeps long texts quick."""
_ENKELE_MAAND = re.compile(rf"(?<!\d )(?<!\d\. )(?<!\d-)\b{_MAAND}", re.IGNORECASE)
_GELD = re.compile(_EURO, re.IGNORECASE)


def lees_schalen(tekst: str, waar: str) -> Iterator[Schaal]:
    """The multipliers that a text names; it can name one for amounts and one for shares."""
    if _WENK.search(tekst) is None:
        return
    for maal, vorm in _VORMEN:
        if gevonden := vorm.search(tekst):
            yield Schaal(maal, bool(_GELD.search(tekst)), waar, gevonden[0].strip(" ()"))
            tekst = vorm.sub(" ", tekst)
    if gevonden := _ONGEWOON.search(tekst):
        yield Schaal(1.0, False, waar, gevonden[0].strip(" ()"))


def lees_rijschalen(tekst: str, waar: str) -> Iterator[Schaal]:
    """The same for the name of a row, where a month stands for that month and not for the day of a report."""
    yield from lees_schalen(tekst, waar)
    if gevonden := _ENKELE_MAAND.search(tekst):
        yield Schaal(1.0, False, waar, gevonden[0])
