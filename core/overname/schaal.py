"""What a text says about the size of numbers: "bedragen x € 1.000", "in %". It is never applied, only asked about."""

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
    """A multiplier that is named somewhere: `euro` where the words speak of money; `waar` is the cell."""

    maal: float
    euro: bool
    waar: str
    woorden: str

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
    return re.compile(rf"{keer}|(?:^|\()(?:{_EURO} ?{getal}(?:,-+)?|{getal} ?{_EURO})(?:\)|$)|{woorden}", re.IGNORECASE)


_VORMEN = (
    (1e9, re.compile(r"\b(?:mld|mrd|miljard(?:en)?)\b", re.IGNORECASE)),
    (MILJOEN, _keer(r"(?:[., ]?000){2}", r"\b(?:mln|mio|miljoen(?:en)?)\b|\bm ?€|€ ?m\b|\bmeuro?\b")),
    (100_000.0, _keer(r"00[., ]?000", r"\bhonderdduizend(?:en|tallen)\b")),
    (10_000.0, _keer(r"0[., ]?000", r"\btienduizend(?:en|tallen)\b")),
    (
        DUIZEND,
        _keer(
            r"[., ]?000",
            r"\b1[. ]?000-?tallen|[x×*] ?€? ?duizend|\b(?:maal|keer|in|per) duizend\b|"
            r"\b(?:duizendtallen|duizenden|duizend euro|dzd|keuro?|teur|in k)\b|\b[kt] ?€|€ ?k\b|"
            r"(?<!\d)['’]000\b|€ ?000\b|\(000\)|\bthousands?\b",
        ),
    ),
    (100.0, _keer("00", r"\bhonderd(?:en|tallen)\b")),
    (PROMILLE, re.compile(r"‰|\bpromille\b", re.IGNORECASE)),
    (PROCENT, re.compile(r"%|\bprocent(?:en)?\b|\bpercentages?\b|\bpct\b", re.IGNORECASE)),
)
_GELD = re.compile(_EURO, re.IGNORECASE)


def lees_schalen(tekst: str, waar: str) -> Iterator[Schaal]:
    """The multipliers that a text names; it can name one for amounts and one for shares."""
    for maal, vorm in _VORMEN:
        if gevonden := vorm.search(tekst):
            yield Schaal(maal, bool(_GELD.search(tekst)), waar, gevonden[0].strip(" ()"))
            tekst = vorm.sub(" ", tekst)
