"""What a number format adds to a number: words, digits and signs that are not in the cell make it another number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_STUK = re.compile(
    r'"(?P<woord>[^"]*)"|\\(?P<teken>.)|\[\$(?P<munt>[^\]-]*)[^\]]*\]|(?P<als>\[[<>=][^\]]*\])|\[[^\]]*\]|[_*].|(?P<eind>;)|'
    r"(?P<vorm>general|standaard|e[+-]|[0#?.,/%@])|(?P<kaal>.)",
    re.IGNORECASE | re.DOTALL,
)
_VERKLEIND = re.compile(r"[0#?],+(?![0#?,])")
_HELE_EURO = re.compile(r",(?:-{1,2}|=)")
_MIN = re.compile(r"[-−()]")
_EENHEDEN = {"eur", "euro", "p", "pers", "persoon", "personen", "fte", "uur", "uren", "st", "stuks", "per", "jaar"}


@dataclass(frozen=True, slots=True)
class _Deel:
    """One part of a format: what it adds, and the places of the digits."""

    erbij: str
    vorm: str


@dataclass(frozen=True, slots=True)
class Celopmaak:
    """A number format: one part for all numbers, or more of them for above, below and nought."""

    delen: tuple[_Deel, ...]
    voorwaarden: bool

    @property
    def procent(self) -> bool:
        """Whether it shows hundredths as per cents."""
        return any("%" in deel.vorm for deel in self.delen)

    @property
    def verkleind(self) -> bool:
        """Whether it shows thousands as ones."""
        return any(_VERKLEIND.search(deel.vorm) for deel in self.delen)

    @property
    def erbij(self) -> str:
        """The text that it adds to a number above nought."""
        return " ".join(self.delen[0].erbij.split())

    def verandert(self, getal: float) -> bool:
        """Whether a reader sees another number than the one in the cell, or none."""
        soort = 0 if getal > 0 else 1 if getal < 0 else 2
        nummers = range(min(len(self.delen), 3)) if self.voorwaarden else [soort if soort < len(self.delen) else 0]
        return any(_verandert(self.delen[nr], boven_nul=nr == 0) for nr in nummers) or not any(
            deel.vorm + deel.erbij for deel in self.delen
        )


def _verandert(deel: _Deel, *, boven_nul: bool) -> bool:
    erbij = _HELE_EURO.sub("", deel.erbij)
    erbij = erbij if boven_nul else _MIN.sub("", erbij)
    woorden = set(re.findall(r"[^\W\d_]+", erbij.lower()))
    return bool(woorden - _EENHEDEN or re.sub(r"[^\W\d_]|[\s€/]", "", erbij))


@lru_cache(maxsize=1024)
def lees_opmaak(opmaak: str) -> Celopmaak:
    """The parts of a number format as it is stored."""
    delen = [["", ""]]
    voorwaarden = False
    for stuk in _STUK.finditer(opmaak):
        if stuk["eind"]:
            delen.append(["", ""])
        delen[-1][0] += stuk["woord"] or stuk["teken"] or stuk["munt"] or stuk["kaal"] or ""
        delen[-1][1] += stuk["vorm"] or ""
        voorwaarden |= stuk["als"] is not None
    return Celopmaak(tuple(_Deel(*deel) for deel in delen), voorwaarden)
