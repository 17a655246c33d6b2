"""How a chart looks: its size, its letters, and shades and patterns that are told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import fill
from typing import TYPE_CHECKING

from core.getallen import hecht
from core.rapport.balken import TOTAAL, Balkgrafiek

if TYPE_CHECKING:
    from core.rapport.grafieken import Grafiek

    Beeld = Grafiek | Balkgrafiek
    """Anything that can be drawn."""

HOOGTE = 15.0
"""Lines of text that a chart over the years is high."""
RAND, PER_BALK, PER_REGEL = 4.5, 1.6, 1.2
"""Lines of text: around bars, for a bar, and for each further line of its name."""
NAAMDEEL = 0.36
"""The part of the width that is for the names of bars."""
HARD = "\u00a0"
MINSTE, SMAL = 42, 75
"""Characters."""
TEKENBREEDTE = 0.58
"""How wide a character is on average, as a part of the size of the letters."""
ARCERING = ("", "///", "...", "xxx")
_STERKTE = (1.0, 0.62, 0.4, 0.24)
"""How much of the accent colour each series has: they differ in print without colour too."""


@dataclass(frozen=True)
class Opmaak:
    """Size in inches, dots per inch, size of the letters in points, and the colours of the window."""

    breed: float
    hoog: float
    dpi: float
    letter: float
    tekst: str
    achter: str
    accent: str

    @property
    def tekens(self) -> int:
        """About how many characters fit in the width."""
        return int(self.breed * 72 / (self.letter * TEKENBREEDTE))

    def passend(self) -> Opmaak:
        """With smaller letters where the width is too narrow for any chart."""
        return replace(self, letter=min(self.letter, self.breed * 72 / (MINSTE * TEKENBREEDTE)))

    def titel(self, tekst: str) -> str:
        """A title in as many lines as it needs; it is larger and bold."""
        return fill(hecht(tekst), max(20, round(self.tekens / 1.25)))


_PAPIER = Opmaak(7.5, 3.4, 200, 9, "#000000", "#ffffff", "#1f5a8c")


def papier(grafiek: Beeld) -> Opmaak:
    """For a picture that leaves the program."""
    return replace(_PAPIER, hoog=_PAPIER.hoog * hoogte(grafiek, _PAPIER.tekens) / HOOGTE)


def hoogte(grafiek: Beeld, tekens: int) -> float:
    """How many lines of text a chart is high at a width in characters."""
    if not isinstance(grafiek, Balkgrafiek):
        return HOOGTE
    regels = [naam.count("\n") for naam in namen(grafiek, tekens)]
    return RAND + PER_BALK * len(regels) + PER_REGEL * sum(regels)


def is_smal(tekens: int) -> bool:
    """Whether there is no room for groups beside the bars; then each name says its group."""
    return tekens < SMAL


def namen(grafiek: Balkgrafiek, tekens: int) -> list[str]:
    """The names of the bars, folded to their part of the width."""
    breed = max(12, round(tekens * NAAMDEEL))
    bij_naam = bool(grafiek.groepen) and is_smal(tekens)
    vol = [
        f"{b.label} ({b.soort.replace(' ', HARD)})" if bij_naam and b.soort != TOTAAL else b.label
        for b in grafiek.balken
    ]
    return [fill(naam, breed, break_long_words=False) for naam in vol]


def meng(voor: str, achter: str, deel: float) -> tuple[float, float, float]:
    """A colour between two others; `deel` 1 is the first."""
    from matplotlib.colors import to_rgb

    r, g, b = (a * deel + z * (1 - deel) for a, z in zip(to_rgb(voor), to_rgb(achter), strict=True))
    return r, g, b


def tint(opmaak: Opmaak, nummer: int) -> tuple[float, float, float]:
    """The shade of a series."""
    return meng(opmaak.accent, opmaak.achter, _STERKTE[nummer % len(_STERKTE)])
