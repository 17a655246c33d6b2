"""Reading input sheets: rows known by the name in their second column, whatever their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from core.catalogus import Catalogus, Ingang
from core.catalogus.vakken import plannaam, vaknaam, vaksleutels
from core.plan import Ernst
from core.plan.waardelezer import kort, naaste
from core.rekenkunde.tijdas import Tijdas
from core.rekenkunde.uitdrukking import Sleutel
from core.werkboek.banden import Banden
from core.werkboek.cellen import Blad, Cellezer, Plek, plaats
from core.werkboek.indeling import EENHEID, EERSTE_MOMENT, EERSTE_RIJ, KOPRIJ, LABEL, NAAM, invoerblad
from core.werkboek.invoerbladen import ACHTERKOLOMMEN, VOORKOLOMMEN
from core.werkboek.planvel import koppen_kloppen
from core.werkboek.rijen import Rijlezer, Vakken

Bekend = dict[str, tuple[Ingang, Sleutel]]
HERKOMST = ("bron", "datum", "door", "nota")


def bekende_vakken(catalogus: Catalogus) -> Bekend:
    """Every row of the input sheets by its name."""
    return {vaknaam(i.naam, s): (i, s) for i in catalogus.invoer for s in vaksleutels(i)}


class Invoerlezer:
    """Reads the input sheets of the base, or the one of a scenario, into `vakken`.

    `gezien` tells where every row stands; `ongelezen` which sheets could not be read.
    """

    def __init__(self, lezer: Cellezer, bekend: Bekend, banden: Banden) -> None:
        self.lezer, self.bekend, self.banden = lezer, bekend, banden
        self.vakken = Vakken(lezer)
        self.gezien: dict[str, Plek] = {}
        self.ongelezen: set[str] = set()
        self.herkomst: dict[str, tuple[Plek, dict[str, str]]] = {}

    def lees_basis(self, blad: Blad, as_: Tijdas, *, vast: bool) -> Tijdas:
        """An input sheet of the base; gives the calendar of its columns.

        Args:
            blad: the sheet.
            as_: the calendar as far as it is known.
            vast: the workbook said which columns it has; otherwise the heads tell where they end.
        """
        soort = None if vast else blad.kolom_van(KOPRIJ, ACHTERKOLOMMEN[0])
        if soort is not None:
            as_ = replace(as_, laatste=max(as_.laatste, as_.eerste + soort - EERSTE_MOMENT - 1))
        if not koppen_kloppen(self.lezer, blad, (*VOORKOLOMMEN, *as_.jaren, *ACHTERKOLOMMEN)):
            self.ongelezen.add(blad.naam)
            return as_
        self._rijen(blad, as_, met_herkomst=True)
        self._kwijt(blad)
        return as_

    def lees_scenario(self, blad: Blad, as_: Tijdas) -> None:
        """The input sheet of a scenario; its heads have been found to be right."""
        self._rijen(blad, as_, met_herkomst=False)

    def _rijen(self, blad: Blad, as_: Tijdas, *, met_herkomst: bool) -> None:
        rijlezer = Rijlezer(self.lezer, as_, blad, self.banden, self.vakken)
        achter = EERSTE_MOMENT + len(as_.jaren)
        for nr in blad.rijen(EERSTE_RIJ):
            blad.neem(nr, LABEL)
            for kolom in (achter, achter + 1) if met_herkomst else (achter,):
                blad.neem(nr, kolom)
            naam = blad.neem(nr, NAAM)
            if naam is None:
                continue
            bekend = self._bekend(blad, nr, naam)
            if bekend is None:
                rijlezer.sla_over(nr)
                continue
            self._eenheid(blad, nr, bekend[0])
            rijlezer.lees(nr, *bekend)
            if met_herkomst:
                self._herkomst(blad, nr, plannaam(*bekend), achter + ACHTERKOLOMMEN.index("Bron"))
        self.lezer.ongelezen(blad)

    def _kwijt(self, blad: Blad) -> None:
        horen = [n for n, (i, _) in self.bekend.items() if invoerblad(i.onderwerp) == blad.naam]
        if kwijt := [n for n in horen if n not in self.gezien]:
            zin = f"Op dit blad ontbreken rijen: {opgesomd(kwijt)}. Die gegevens tellen als niet opgegeven."
            self.lezer.meld(Ernst.WAARSCHUWING, f"blad {blad.naam}", f"{zin} Zet de rijen terug.")

    def _bekend(self, blad: Blad, nr: int, naam: Any) -> tuple[Ingang, Sleutel] | None:
        plek = (blad.naam, nr, NAAM)
        gevonden = self.bekend.get(naam) if isinstance(naam, str) else None
        if gevonden is None:
            hint = naaste(naam, self.bekend) if isinstance(naam, str) else ""
            self.lezer.fout(plek, f"De naam {kort(naam)} is niet bekend.{hint} Zet de oorspronkelijke naam terug.")
            return None
        if naam in self.gezien:
            self.lezer.fout(plek, f"Deze naam staat ook op {plaats(self.gezien[naam])}. Haal een van beide rijen weg.")
            return None
        self.gezien[naam] = plek
        return gevonden

    def _eenheid(self, blad: Blad, nr: int, ingang: Ingang) -> None:
        staat = blad.neem(nr, EENHEID)
        if staat not in (None, ingang.eenheid.naam):
            zin = f"Hier hoort {kort(ingang.eenheid.naam)} te staan: zo wordt de rij gelezen. Zet dat terug."
            self.lezer.fout((blad.naam, nr, EENHEID), zin)

    def _herkomst(self, blad: Blad, nr: int, naam: str, kolom: int) -> None:
        plek = (blad.naam, nr, kolom)
        velden = {
            veld: self.lezer.tekst((blad.naam, nr, kolom + i), blad.neem(nr, kolom + i))
            for i, veld in enumerate(HERKOMST)
        }
        if not any(velden.values()):
            return
        eerder, al = self.herkomst.setdefault(naam, (plek, velden))
        if al != velden:
            self.lezer.fout(plek, f"Voor dit gegeven staat ook iets op {plaats(eerder)}. Zet alles op één rij.")


def opgesomd(namen: list[str]) -> str:
    """The first few of a list of names."""
    return ", ".join(namen[:5]) + (", …" if len(namen) > 5 else "")
