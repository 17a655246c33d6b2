"""Reading the sheet with ranges: each belongs to one filled cell of an input sheet."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import Any

from core.catalogus import Ingang, Vorm
from core.getallen import Bereik, bereik
from core.plan.lezen import HORIZONNEN, STARTJAREN
from core.plan.waardelezer import PRIJSPEILEN, kort, naaste
from core.rekenkunde.uitdrukking import Sleutel
from core.werkboek.cellen import Blad, Cellezer, Plek, plaats
from core.werkboek.indeling import BANDBLAD, EERSTE_RIJ, invoerblad
from core.werkboek.invoerbladen import ALLE_JAREN, BANDKOLOMMEN

_NAAM, _JAAR, _LAAG, _HOOG = range(4)
_JAREN = range(PRIJSPEILEN[0], STARTJAREN[-1] + HORIZONNEN[-1] + 1)
_MET_BEREIK = (Vorm.GETAL, Vorm.PER_JAAR, Vorm.BEDRAG, Vorm.ROUTEAANDELEN, Vorm.ROUTEBEDRAGEN, Vorm.ROUTEGETALLEN)

Bekend = Mapping[str, tuple[Ingang, Sleutel]]


def mag_bereik(ingang: Ingang) -> bool:
    """Whether a value of this input can be a range."""
    return ingang.vorm in _MET_BEREIK and not ingang.geheel


@dataclass(frozen=True, slots=True)
class _Band:
    plek: Plek
    laag: float
    hoog: float


class Banden:
    """The ranges by cell name and year; a range is used once, and what is left belonged to nothing."""

    def __init__(self, lezer: Cellezer, bekend: Bekend, blad: str = BANDBLAD) -> None:
        self.lezer, self.bekend, self.blad = lezer, bekend, blad
        self._banden: dict[tuple[str, int | None], _Band] = {}
        self._gelezen: dict[tuple[str, int | None], _Band] = {}

    def lees(self, blad: Blad) -> None:
        """Read the rows; the heads have been found to be right."""
        gezien: dict[tuple[str, int | None], Plek] = {}
        for rij in blad.rijen(EERSTE_RIJ):
            naam, jaar, laag, hoog = (blad.neem(rij, kolom) for kolom in range(len(BANDKOLOMMEN)))
            sleutel = self._sleutel(rij, naam, jaar)
            grenzen = [self._grens(rij, kolom, w, naam) for kolom, w in ((_LAAG, laag), (_HOOG, hoog))]
            if sleutel is None:
                continue
            plek = (self.blad, rij, _NAAM)
            if sleutel in gezien:
                self.lezer.fout(plek, f"Deze bandbreedte staat ook op {plaats(gezien[sleutel])}. Haal een rij weg.")
            elif None in (laag, hoog):
                self.lezer.fout(plek, "Vul zowel de lage als de hoge grens in, of maak deze rij leeg.")
            elif grenzen[0] > grenzen[1]:
                self.lezer.fout(plek, "De lage grens is hoger dan de hoge grens. Zet de kleinste bij Laag.")
            else:
                self._banden[sleutel] = _Band(plek, *grenzen)
            gezien.setdefault(sleutel, plek)
        self._gelezen = dict(self._banden)
        self.lezer.ongelezen(blad)

    def erf(self, vak: str, jaar: int | None, van: Banden) -> None:
        """Take over the range of a cell, for a value that is taken over too."""
        if (band := van._gelezen.get((vak, jaar))) is not None:
            self._banden.setdefault((vak, jaar), band)

    def _sleutel(self, rij: int, naam: Any, jaar: Any) -> tuple[str, int | None] | None:
        plek = (self.blad, rij, _NAAM)
        if naam is None:
            self.lezer.fout(plek, "Hier ontbreekt de naam van het gegeven. Vul die in, of maak deze rij leeg.")
            return None
        if not isinstance(naam, str) or naam.strip() not in self.bekend:
            hint = naaste(naam, self.bekend) if isinstance(naam, str) else ""
            self.lezer.fout(plek, f"De naam {kort(naam)} is niet bekend.{hint}")
            return None
        naam = naam.strip()
        if not mag_bereik(self.bekend[naam][0]):
            self.lezer.fout(plek, "Bij dit gegeven kan geen bandbreedte staan. Maak deze rij leeg.")
            return None
        if jaar is None or (isinstance(jaar, str) and jaar.strip().lower() == ALLE_JAREN):
            return naam, None
        gelezen = self.lezer.jaar((self.blad, rij, _JAAR), jaar, _JAREN)
        return None if gelezen is None else (naam, gelezen)

    def _grens(self, rij: int, kolom: int, waarde: Any, naam: Any) -> float:
        """A bound; NaN where it is wrong: it has its finding, and the range still belongs to its cell."""
        ingang = self.bekend[naam.strip()][0] if isinstance(naam, str) and naam.strip() in self.bekend else None
        grens: float | None = self.lezer.getal((self.blad, rij, kolom), waarde, ingang)
        return math.nan if grens is None else grens

    def bij(self, vak: str, jaar: int | None, plek: Plek, waarde: float | Bereik | None) -> float | str | None:
        """A value with the range that belongs to it, as it stands in a plan; None where it has a fout."""
        band = self._banden.pop((vak, jaar), None)
        if waarde is None:
            return None
        if isinstance(waarde, Bereik):
            if band is not None:
                zin = f"Hier staat al een bereik. Maak dit vak een gewoon getal, of haal {plaats(band.plek)} weg."
                self.lezer.fout(plek, zin)
                return None
            return waarde.tekst
        if band is None:
            return waarde
        if band.laag > waarde or waarde > band.hoog:
            self.lezer.fout(
                plek, f"De waarde ligt niet tussen de grenzen op {plaats(band.plek)}. Pas een van beide aan."
            )
            return None
        return None if math.isnan(band.laag + band.hoog) else bereik(band.laag, band.hoog, waarde).tekst

    def over(self, niet_gelezen: Container[str]) -> None:
        """A finding for every range without a value; not for those of sheets that could not be read."""
        for (vak, _), band in self._banden.items():
            if invoerblad(self.bekend[vak][0].onderwerp) not in niet_gelezen:
                zin = "Deze bandbreedte hoort bij een leeg vak. Vul daar de verwachte waarde in, of maak deze rij leeg."
                self.lezer.fout(band.plek, zin)
