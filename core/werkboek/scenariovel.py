"""Reading a scenario back: a link to the base is no choice of the scenario, what is typed is, cleared is made blank."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import column_index_from_string

from core.catalogus.vakken import plannaam
from core.plan import Ernst
from core.plan.plan import MAATREGELEN
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.banden import Banden
from core.werkboek.cellen import Blad, Cellezer, Plek
from core.werkboek.indeling import (
    EERSTE_MOMENT,
    NAAM,
    PLANBLAD,
    SCENARIORIJEN,
    WAARDE,
    Invoerrij,
    scenarioblad,
)
from core.werkboek.invoerbladen import BANDKOLOMMEN, VOORKOLOMMEN, vakken
from core.werkboek.invoerlezer import Bekend, Invoerlezer, opgesomd
from core.werkboek.keuring import Plek as Vakplek
from core.werkboek.openen import Cellen, Formule
from core.werkboek.planvel import koppen_kloppen
from core.werkboek.scenariobladen import WIJKT_AF

_CEL = r"'?(Invoer_\w+)'?!\$?([A-Z]{1,3})\$?(\d{1,7})"
_VERWIJZING = re.compile(_CEL, re.ASCII)
_KOPPELING = re.compile(rf'IF\({_CEL}<>"",{_CEL},""\)', re.ASCII)


@dataclass
class Scenariogegevens:
    """What one scenario states, as plain data, and where it stands."""

    gegevens: dict[str, Any]
    plekken: dict[str, Plek] = field(default_factory=dict)
    rijen: dict[str, Plek] = field(default_factory=dict)


class Scenariovel:
    """Reads the two sheets of a scenario against those of the base."""

    def __init__(
        self, lezer: Cellezer, bekend: Bekend, as_: Tijdas, basis: Mapping[str, Cellen], banden: Banden
    ) -> None:
        self.lezer, self.bekend, self.as_ = lezer, bekend, as_
        self.basis, self.basisbanden = basis, banden

    def lees(self, nummer: int) -> Scenariogegevens | None:
        """Scenario `nummer`; None, with findings, where its sheets are not what they should be."""
        naam, bandnaam = scenarioblad("Invoer", nummer), scenarioblad("Invoer", nummer, "bandbreedte")
        if ontbreekt := [n for n in (naam, bandnaam) if n not in self.basis]:
            for n in ontbreekt:
                self.lezer.fout(f"blad {n}", "Dit blad van een scenario ontbreekt. Zet de oorspronkelijke naam terug.")
            return None
        banden, bandblad = Banden(self.lezer, self.bekend, bandnaam), Blad(bandnaam, self.basis[bandnaam])
        if koppen_kloppen(self.lezer, bandblad, BANDKOLOMMEN):
            banden.lees(bandblad)
        cellen = dict(self.basis[naam])
        gevonden = self._kop(naam, cellen)
        leeg = self._ontkoppel(naam, cellen, banden)
        blad = Blad(naam, cellen)
        if not koppen_kloppen(self.lezer, blad, (*VOORKOLOMMEN, *self.as_.jaren, WIJKT_AF)):
            return None
        lezer = Invoerlezer(self.lezer, self.bekend, banden)
        lezer.lees_scenario(blad, self.as_)
        banden.over(())
        gevonden.rijen = lezer.gezien
        gevonden.plekken |= lezer.vakken.plekken
        gevonden.gegevens["invoer"] = dict.fromkeys(leeg) | lezer.vakken.samengevoegd(lezer.gezien)
        return gevonden

    # -- its name and its measure

    def _kop(self, blad: str, cellen: Cellen) -> Scenariogegevens:
        """Takes the first two rows out of the sheet."""
        gevonden = Scenariogegevens({"naam": ""})
        rijen = {w: rij for (rij, kolom), w in cellen.items() if kolom == NAAM and w in SCENARIORIJEN}
        for naam in SCENARIORIJEN:
            if naam not in rijen:
                self.lezer.fout(f"blad {blad}", f'De rij "{naam}" ontbreekt. Zet die rij terug.')
                continue
            plek = (blad, rijen[naam], WAARDE)
            cel = cellen.get(plek[1:])
            if naam == SCENARIORIJEN[0]:
                gevonden.gegevens["naam"] = self.lezer.tekst(plek, cel)
                gevonden.plekken[""] = plek
            elif not self._volgt_maatregel(cel):
                gevonden.gegevens["maatregelen"] = self._maatregelen(plek, cel)
                gevonden.plekken[", maatregelen"] = plek
            for vak in [p for p in cellen if p[0] == rijen[naam]]:
                del cellen[vak]
        return gevonden

    def _volgt_maatregel(self, cel: Any) -> bool:
        gevonden = _VERWIJZING.fullmatch(cel.tekst) if isinstance(cel, Formule) else None
        return gevonden is not None and self._doel(*gevonden.groups()) == (PLANBLAD, SCENARIORIJEN[1], WAARDE)

    def _maatregelen(self, plek: Plek, cel: Any) -> list[str]:
        getal = int(cel) if cel in ("0", "1") else cel
        if isinstance(getal, bool) or getal not in (0, 1, None):
            self.lezer.fout(plek, "Dit is hier geen keuze. Vul 1 (ja) of 0 (nee) in.")
        return list(MAATREGELEN) if getal == 1 else []

    # -- links

    def _ontkoppel(self, blad: str, cellen: Cellen, banden: Banden) -> list[str]:
        """Leave in the cells only what the scenario states itself; gives the names that it makes blank.

        A name of which any cell is typed or cleared is the scenario's own. Links that are left in it count as what
        the base says there, with its range.
        """
        leeg = []
        for naam, vakken_ in self._per_naam(blad, cellen).items():
            bron = {plek: self._bron(blad, plek, vak, cellen) for plek, vak in vakken_}
            eigen = None in bron.values()
            for plek, vak in vakken_:
                if (van := bron[plek]) is None:
                    continue
                cellen.pop(plek)
                if eigen and (waarde := self.basis[van[0]].get(van[1:])) is not None:
                    cellen[plek] = waarde
                    banden.erf(vak, self._jaar(plek[1]), self.basisbanden)
            if eigen and not any(plek in cellen for plek in bron):
                leeg.append(naam)
        return leeg

    def _per_naam(self, blad: str, cellen: Cellen) -> dict[str, list[tuple[Vakplek, str]]]:
        """Of every name in the plan the cells in which it can be filled in, each with the name of its row."""
        namen = sorted((rij, w) for (rij, kolom), w in cellen.items() if kolom == NAAM and isinstance(w, str))
        rijen = {naam: rij for rij, naam in namen}
        groepen: dict[str, list[tuple[Vakplek, str]]] = {}
        for vak, (ingang, sleutel) in self.bekend.items():
            if vak in rijen:
                plek = Invoerrij(blad, rijen[vak], ingang.naam, sleutel, eerste=False)
                vakken_ = [((plek.rij, kolom), vak) for kolom, _ in vakken(plek, ingang, self.as_)]
                groepen.setdefault(plannaam(ingang, sleutel), []).extend(vakken_)
        if kwijt := [vak for vak in self.bekend if vak not in rijen]:
            zin = f"Op dit blad ontbreken rijen: {opgesomd(kwijt)}. Het scenario volgt daar de basis. Zet ze terug."
            self.lezer.meld(Ernst.WAARSCHUWING, f"blad {blad}", zin)
        return groepen

    def _bron(self, blad: str, plek: Vakplek, vak: str, cellen: Cellen) -> Plek | None:
        """The cell of the base that a cell follows; None where it is typed or empty.

        A link that leads elsewhere gets a fout, and counts as a link.
        """
        cel = cellen.get(plek)
        gevonden = _KOPPELING.fullmatch(cel.tekst) if isinstance(cel, Formule) else None
        if gevonden is None:
            return None
        een, ander = gevonden.groups()[:3], gevonden.groups()[3:]
        naar, kolom, rij = een
        bron = naar, int(rij) - 1, column_index_from_string(kolom) - 1
        if een != ander or self._doel(*een) != (naar, vak, plek[1]):
            zin = (
                "Deze koppeling wijst niet meer naar hetzelfde gegeven van de basis. Zet de rijen van de basis in de "
                "oude volgorde, of typ hier de waarde zelf."
            )
            self.lezer.fout((blad, *plek), zin)
        return bron if naar in self.basis else (blad, *plek)

    def _doel(self, blad: str, kolom: str, rij: str) -> tuple[str, Any, int]:
        """What a reference leads to: the sheet, the name of the row, and the column."""
        return blad, self.basis.get(blad, {}).get((int(rij) - 1, NAAM)), column_index_from_string(kolom) - 1

    def _jaar(self, kolom: int) -> int | None:
        return None if kolom < EERSTE_MOMENT else self.as_.eerste + kolom - EERSTE_MOMENT


def scenarionummers(bladen: Mapping[str, Cellen]) -> Iterator[int]:
    """The scenarios that have a sheet, in order."""
    gevonden = (re.fullmatch(r"Invoer_S([1-9]\d{0,3})(_bandbreedte)?", naam, re.ASCII) for naam in bladen)
    yield from sorted({int(m[1]) for m in gevonden if m})
