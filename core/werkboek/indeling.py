"""Where everything stands in the workbook: sheets by role, the same year in the same column on every sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from core.catalogus import Catalogus, standaardcatalogus
from core.catalogus.vakken import plannaam
from core.regels.bladwaarden import naam_van_ingang
from core.regels.model import model
from core.rekenkunde.regel import Grootheid, Id, Rol
from core.rekenkunde.tijdas import Tijdas, Tijdsoort

LABEL, NAAM, EENHEID, EXTRA, WAARDE, EERSTE_MOMENT = range(6)
"""Columns: label, name in files, unit, price level or pot, value of the whole plan, first year or quarter."""

KOPRIJ = 3
"""The row (counted from 0) of the column heads; on year sheets they are year numbers."""
EERSTE_RIJ = 4
KWARTAALKOPPEN = ("jaar", "kw", "kwartaal", "kolom", "jaarkolom")
"""Head rows of quarter sheets, from KOPRIJ down: year, quarter of the year, quarter of the plan, place of this
column, and place of its year on the year sheets."""
EERSTE_KWARTAALRIJ = KOPRIJ + len(KWARTAALKOPPEN)

PLANBLAD = "Invoer_plan"
KENGETALBLAD = "Kengetallen"
KWARTAALBLAD = "Berekening_kwartalen"
WAARDENBLAD = "Berekening_invoer"
BANDBLAD = "Invoer_bandbreedte"
SCENARIOBLAD = re.compile(r"(Invoer|Berekening|Uitkomst)_S[1-9]\d*(_[a-z]+)?")
"""The name of a sheet that belongs to a scenario."""
SCENARIORIJEN = ("scenario", "maatregel_spuk_korting")
"""The first rows of the input sheet of a scenario: its name, and its measure."""

KALENDER = "Kalender"
"""The document property with the years of the plan and of the columns, so that a year typed over is seen."""

REGELBLADEN = {
    "prijzen": "prijzen",
    "instroom": "instroom",
    "doorstroom": "doorstroom",
    "uitvoeringskosten": "uitvoeringskosten",
    "tekort": "tekort",
    "spuk": "spuk",
    "voorzieningen": "voorzieningen",
    "inkoop": "inkoop",
    "controle": "controle",
}


@dataclass(frozen=True, slots=True)
class Plaats:
    """Sheet, row (from 0) and, for a figure of the whole plan, column."""

    blad: str
    rij: int
    kolom: int | None = None


@dataclass(frozen=True, slots=True)
class Invoerrij:
    """One row of an input sheet: the cells of one input, group or route.

    `eerste` marks the first row of its name in the plan, where its provenance stands.
    """

    blad: str
    rij: int
    ingang: str
    sleutel: tuple[str, ...]
    eerste: bool


@dataclass(frozen=True, eq=False)
class Indeling:
    """The layout of a workbook for one calendar."""

    tijdas: Tijdas
    plaatsen: dict[Id, Plaats]
    bladen: dict[str, list[Grootheid]]
    """Calculation sheets and the kengetallen, with their figures in order of rows."""
    invoerrijen: dict[str, list[Invoerrij]]
    """Input sheets and their rows."""

    @cached_property
    def _kolom_nul(self) -> dict[Tijdsoort, int]:
        return {s: EERSTE_MOMENT - self.tijdas.momenten(s)[0] for s in (Tijdsoort.JAAR, Tijdsoort.KWARTAAL)}

    def kolom(self, soort: Tijdsoort, moment: int) -> int:
        """The column of a year or quarter."""
        return self._kolom_nul[soort] + moment

    def laatste_kolom(self, soort: Tijdsoort) -> int:
        """The column of the last year or quarter of the calendar."""
        return self.kolom(soort, self.tijdas.momenten(soort)[-1])

    def cel(self, id_: Id, moment: int | None) -> tuple[str, int, int]:
        """Sheet, row and column of a figure at a moment."""
        plaats = self.plaatsen[id_]
        if plaats.kolom is not None:
            return plaats.blad, plaats.rij, plaats.kolom
        assert moment is not None
        return plaats.blad, plaats.rij, self.kolom(model()[id_].tijd, moment)


def invoerblad(onderwerp: str) -> str:
    """The input sheet of a subject."""
    return f"Invoer_{onderwerp}"


def scenarioblad(wat: str, nummer: int, deel: str = "") -> str:
    """The sheet of a scenario: Invoer_S1, Berekening_S1_kwartalen."""
    return f"{wat}_S{nummer}" + (f"_{deel}" if deel else "")


@lru_cache(maxsize=32)
def indeling(tijdas: Tijdas, scenario: int = 0) -> Indeling:
    """Lay out the whole model; the same for every plan on this calendar.

    Args:
        tijdas: the calendar of the columns.
        scenario: 0 for the base; a scenario has one sheet of inputs, one of years and one of quarters, and shares
            the kengetallen and the years of the plan with the base.
    """
    return _scenario(indeling(tijdas), scenario) if scenario else _basis(tijdas)


def _scenario(basis: Indeling, nummer: int) -> Indeling:
    invoer, jaren = scenarioblad("Invoer", nummer), scenarioblad("Berekening", nummer)
    kwartalen = scenarioblad("Berekening", nummer, "kwartalen")
    oud = [rij for rijen in basis.invoerrijen.values() for rij in rijen]
    nieuw = [replace(r, blad=invoer, rij=EERSTE_RIJ + len(SCENARIORIJEN) + n) for n, r in enumerate(oud)]
    rijen = {(r.blad, r.rij): n.rij for r, n in zip(oud, nieuw, strict=True)}
    bladen: dict[str, list[Grootheid]] = {jaren: [], kwartalen: []}
    plaatsen = dict(basis.plaatsen)
    plaatsen["maatregel_spuk_korting", ()] = Plaats(invoer, EERSTE_RIJ + 1, WAARDE)
    for g in model():
        plaats = basis.plaatsen.get(g.id)
        if plaats is not None and (plaats.blad, plaats.rij) in rijen:
            plaatsen[g.id] = replace(plaats, blad=invoer, rij=rijen[plaats.blad, plaats.rij])
    for g in (g for blad, figuren in basis.bladen.items() if blad != KENGETALBLAD for g in figuren):
        per_kwartaal = g.tijd is Tijdsoort.KWARTAAL
        blad = kwartalen if per_kwartaal else jaren
        begin = EERSTE_KWARTAALRIJ if per_kwartaal else EERSTE_RIJ
        plaatsen[g.id] = replace(basis.plaatsen[g.id], blad=blad, rij=begin + len(bladen[blad]))
        bladen[blad].append(g)
    return Indeling(basis.tijdas, plaatsen, bladen, {invoer: nieuw})


def _basis(tijdas: Tijdas) -> Indeling:
    catalogus = standaardcatalogus()
    bladen: dict[str, list[Grootheid]] = {KENGETALBLAD: []}
    invoerrijen: dict[str, list[Invoerrij]] = {invoerblad(o): [] for o in invoeronderwerpen(catalogus)}
    plaatsen = dict(_planplaatsen())
    for g in model():
        if g.rol is Rol.INVOER and g.id not in plaatsen:
            plaatsen[g.id] = _invoerplaats(g, catalogus, invoerrijen)
        elif g.rol in (Rol.REGEL, Rol.KENGETAL):
            peil = g.naam.startswith("kengetalpeil_")
            blad = _blad(g)
            rijen = bladen.setdefault(blad, [])
            if not peil:
                rijen.append(g)
            begin = EERSTE_KWARTAALRIJ if blad == KWARTAALBLAD else EERSTE_RIJ
            kolom = EXTRA if peil else WAARDE if g.tijd is Tijdsoort.PLAN else None
            rij = begin + len(rijen) - 1
            if peil:
                rij = plaatsen[f"kengetal_{naam_van_ingang(g)}", g.sleutel].rij
            plaatsen[g.id] = Plaats(blad, rij, kolom)
    volgorde = [KENGETALBLAD, WAARDENBLAD, KWARTAALBLAD, *(f"Berekening_{n}" for n in REGELBLADEN.values())]
    return Indeling(tijdas, plaatsen, {naam: bladen[naam] for naam in volgorde if naam in bladen}, invoerrijen)


def invoeronderwerpen(catalogus: Catalogus) -> Iterator[str]:
    """The subjects with an input sheet."""
    for onderwerp in catalogus.onderwerpen:
        if any(i in catalogus.invoer for i in catalogus.van(onderwerp.naam)):
            yield onderwerp.naam


PLANRIJEN = ("startjaar", "eindjaar", "eerste_jaar", "maatregel_spuk_korting")
"""Rows of the plan sheet that the calculation reads, from EERSTE_RIJ down."""


def _planplaatsen() -> Iterator[tuple[Id, Plaats]]:
    for i, naam in enumerate(PLANRIJEN):
        yield (naam, ()), Plaats(PLANBLAD, EERSTE_RIJ + i, WAARDE)


def _invoerplaats(g: Grootheid, catalogus: Catalogus, invoerrijen: dict[str, list[Invoerrij]]) -> Plaats:
    ingang = naam_van_ingang(g)
    blad = invoerblad(catalogus[ingang].onderwerp)
    rijen = invoerrijen[blad]
    rij = next((r for r in rijen if (r.ingang, r.sleutel) == (ingang, g.sleutel)), None)
    if rij is None:
        naam = plannaam(catalogus[ingang], g.sleutel)
        eerste = all(plannaam(catalogus[r.ingang], r.sleutel) != naam for r in rijen)
        rij = Invoerrij(blad, EERSTE_RIJ + len(rijen), ingang, g.sleutel, eerste)
        rijen.append(rij)
    kolom = {"invoer": WAARDE, "prijspeil": EXTRA, "rij": None}[g.naam.partition("_")[0]]
    return Plaats(blad, rij.rij, kolom)


def _blad(g: Grootheid) -> str:
    if g.rol is Rol.KENGETAL:
        return KENGETALBLAD
    if g.tijd is Tijdsoort.KWARTAAL:
        return KWARTAALBLAD
    if g.naam in standaardcatalogus().ingangen:
        return WAARDENBLAD
    return f"Berekening_{REGELBLADEN[g.onderwerp]}"
