"""A workbook as plain data: sheets of cells with their styles, before any file format is chosen.

Sheets are filled here and written by a writer per format (`xlsx`). Nothing here knows what a file looks like, so every
format says the same, and a test or the reader can ask what a workbook holds without opening a file.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from core.werkboek.letters import hoogte_van, regels_van

ONBEKEND = "#N/A"
"""The cached value of a formula that has none: in a Dutch Excel #N/B, niet beschikbaar."""

RIJRUIMTE = 4.0
"""Points above and below the text in a row of more than one line."""
ZEKER = 0.56
"""Letters to a character of width: so few come on one line, were all of them the widest."""
STANDAARDBREEDTE = 64 / 7
"""Characters of a column that has no width of its own."""

Waarde = float | str | None


class Stijl(NamedTuple):
    """What a cell is for (`stijlen.ROLLEN`), and its number format as Excel writes it."""

    rol: str
    vorm: str = ""


class Cel(NamedTuple):
    """One cell.

    `formule` begins with "=": English names, commas, and `waarde` is then its value; `doel` is the sheet that it
    links to.
    """

    waarde: Waarde
    stijl: Stijl
    formule: str = ""
    doel: str = ""


class Gebied(NamedTuple):
    """A range of cells on a sheet, counted from 0, both ends included."""

    blad: str
    rij: int
    kolom: int
    laatste_rij: int
    laatste_kolom: int


Vak = tuple[int, int, int, int]
"""A range on the sheet itself: first row and column, last row and column."""


@dataclass(frozen=True, slots=True)
class Keuring:
    """What may be typed in cells. `soort` is lijst (one of `keuzes`), getal or geheel (between the bounds).

    `laag_mag` says whether the lowest bound itself may be typed.
    """

    vakken: tuple[Vak, ...]
    soort: str
    keuzes: tuple[str, ...] = ()
    laag: float | None = None
    hoog: float | None = None
    laag_mag: bool = True
    titel: str = ""
    hulp: str = ""
    fout: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A list that spreadsheets and screen readers know as a table; its first row holds the heads."""

    naam: str
    vak: Vak


@dataclass(frozen=True, slots=True)
class Reeks:
    """One series of a chart: `soort` is kolom, gestapeld, lijn or balk (lying bars, stacked, the first row on top).

    Without a `naam` the chart has no legend, without a `kleur` it is not seen: it only keeps room for the next one.
    `kop` is the cell (row, column) that holds its name, where that is not the label of its row.
    """

    naam: str
    gebied: Gebied
    soort: str
    kleur: str
    kop: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart that follows its cells. `alt` is what it shows, for who cannot see it.

    Its left upper corner is that of a cell, `links` pixels to the right; sizes are in pixels. `vanaf_nul`:
    its columns are compared by their length, and a program would else begin them where it likes.
    """

    titel: str
    alt: str
    rij: int
    kolom: int
    links: int
    breedte: int
    hoogte: int
    reeksen: tuple[Reeks, ...]
    categorieen: Gebied
    vorm: str
    x_titel: str = ""
    y_titel: str = ""
    vanaf_nul: bool = False

    @property
    def liggend(self) -> bool:
        """Whether its bars lie."""
        return any(reeks.soort == "balk" for reeks in self.reeksen)


@dataclass
class Blad:
    """One sheet. Always: A4 landscape, page numbers, protected without password (styles say what is not locked).

    `koprijen` (first and last) and the first `kopkolommen` columns are repeated on every page. A sheet is fitted to
    the width of one page (and its height: `een_pagina`), or printed at a `schaal` (percent) on as many as it needs.
    `afdruk` leaves the rest of a sheet unprinted.
    """

    naam: str
    rijen: dict[int, dict[int, Cel]] = field(default_factory=lambda: defaultdict(dict))
    breedtes: dict[int, float] = field(default_factory=dict)
    hoogtes: dict[int, float] = field(default_factory=dict)
    bevroren: tuple[int, int] | None = None
    koprijen: tuple[int, int] | None = None
    kopkolommen: int = 0
    schaal: int | None = None
    een_pagina: bool = False
    afdruk: Vak | None = None
    keuringen: list[Keuring] = field(default_factory=list)
    tabel: Tabel | None = None
    grafieken: list[Grafiek] = field(default_factory=list)

    def tekst(self, rij: int, kolom: int, tekst: str, stijl: Stijl) -> None:
        """Words; never read as a formula, whatever they begin with. Empty words are an empty cell."""
        self.rijen[rij][kolom] = Cel(tekst or None, stijl)

    def getal(self, rij: int, kolom: int, getal: float, stijl: Stijl) -> None:
        """A number."""
        self.rijen[rij][kolom] = Cel(getal, stijl)

    def leeg(self, rij: int, kolom: int, stijl: Stijl) -> None:
        """A cell to be filled."""
        self.rijen[rij][kolom] = Cel(None, stijl)

    def formule(self, rij: int, kolom: int, formule: str, waarde: Waarde, stijl: Stijl) -> None:
        """A formula with its value; a value that is not known (NaN) is #N/A."""
        self.rijen[rij][kolom] = Cel(ONBEKEND if waarde != waarde else waarde, stijl, formule)

    def koppeling(self, rij: int, kolom: int, doel: str, stijl: Stijl) -> None:
        """The name of a sheet, which leads to it."""
        self.rijen[rij][kolom] = Cel(doel, stijl, "", doel)

    def breed(self, van: int, tot: int, breedte: float) -> None:
        """The width of columns, both ends included, in characters."""
        for kolom in range(van, tot + 1):
            self.breedtes[kolom] = breedte

    @property
    def drukbreedte(self) -> float:
        """The width of what is printed, in pixels: 7 a character and 5 more a column."""
        laatste = self.afdruk[3] if self.afdruk else max(*self.breedtes, *map(max, self.rijen.values()))
        return sum(7 * self.breedtes.get(kolom, STANDAARDBREEDTE) + 5 for kolom in range(laatste + 1))

    def pas_hoogte(self, rij: int, teksten: Sequence[tuple[str, float]]) -> None:
        """Make a row at least as high as its longest text needs in its column; Excel does not do so by itself."""
        regels = 1
        for tekst, breedte in teksten:
            if len(tekst) > ZEKER * breedte or "\n" in tekst:
                regels = max(regels, regels_van(tekst, breedte))
        if regels > 1:
            self.hoogtes[rij] = max(self.hoogtes.get(rij, 0.0), hoogte_van(regels) + RIJRUIMTE)


@dataclass(frozen=True, slots=True)
class Eigenschappen:
    """The properties of the document."""

    titel: str
    onderwerp: str
    auteur: str
    opmerking: str
    datum: date
    taal: str = "nl-NL"


@dataclass
class Boek:
    """A workbook: its properties, what it says of itself to the program (`kenmerken`), and its sheets in order."""

    eigenschappen: Eigenschappen
    kenmerken: dict[str, str]
    bladen: list[Blad] = field(default_factory=list)

    def blad(self, naam: str) -> Blad:
        """A new sheet at the end."""
        blad = Blad(naam)
        self.bladen.append(blad)
        return blad

    def __getitem__(self, naam: str) -> Blad:
        return next(blad for blad in self.bladen if blad.naam == naam)


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Do not look for rubbish meanwhile: a workbook is a hundred thousand small things that all stay.

    Looking costs a fifth of the time of an export.
    """
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()
