"""How much room a text takes in the letter of the workbook, so that a row is as high as its texts need.

The unit is that of column widths: one is the width of a digit of 11 points, which is 7 pixels. The letters are as wide
as those of Calibri, and of Carlito, which LibreOffice has in its place; given in parts of the size of the letter.
"""

from __future__ import annotations

import math
from functools import lru_cache

LETTER, PUNTEN = "Calibri", 10

INSPRING = 9 / 7
"""One step of indent."""
_PER_MAAT = {
    0.23: "' \u00a0ilï",
    0.25: ",.I‘’·j",
    0.28: ":;`",
    0.31: "()-[]f{}J",
    0.34: "!t°r",
    0.40: '/\\s"z',
    0.43: "Lc“”çx",
    0.46: "kvy?FS|Zg",
    0.49: "aáàETY",
    0.51: "#*+<=>^_e~×−–•±éëèê§≤≥÷$0123456789€",
    0.53: "KPXCbdhnopquöü",
    0.58: "BRVA",
    0.64: "DHGUN",
    0.68: "OQ½&…",
    0.71: "%w",
    0.80: "m",
    0.90: "M@W—",
}
_MAAT = {letter: maat for maat, letters in _PER_MAAT.items() for letter in letters}
_ANDERS = 0.6
"""Of a letter that is not in the table."""
_VET = 1.05
_PUNT = 96 / 72 / 7
"""A point in the unit of column widths: there are 96 pixels and 72 points in an inch."""
_SPELING = 1.03
"""Programs round letters to whole pixels."""
_HOOGTE = 1.275
"""A line of text, in parts of the size of the letter."""


@lru_cache(maxsize=50_000)
def tekstbreedte(tekst: str, punten: float = PUNTEN, *, vet: bool = False) -> float:
    """How wide a text of one line is."""
    maat = sum(_MAAT.get(letter, _ANDERS) for letter in tekst)
    return maat * punten * _PUNT * _SPELING * (_VET if vet else 1)


@lru_cache(maxsize=50_000)
def regels_van(tekst: str, breedte: float, punten: float = PUNTEN, *, vet: bool = False) -> int:
    """On how many lines a text comes in a column of this width: as many words on each as fit, longer ones broken."""
    if "\n" not in tekst and tekstbreedte(tekst, punten, vet=vet) <= breedte:
        return 1
    spatie = tekstbreedte(" ", punten)
    regels = 0
    for alinea in tekst.splitlines():
        vol = breedte + 1
        for woord in alinea.split(" "):
            lang = tekstbreedte(woord, punten, vet=vet)
            if vol + spatie + lang <= breedte:
                vol += spatie + lang
            else:
                nodig = max(1, math.ceil(lang / breedte))
                regels += nodig
                vol = lang - (nodig - 1) * breedte
    return regels


def hoogte_van(regels: int, punten: float = PUNTEN) -> float:
    """The height of so many lines, in points."""
    return regels * punten * _HOOGTE
