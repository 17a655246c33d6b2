"""Door 2, in: a filled template or an exported workbook back to a plan. Nothing is guessed, nothing is lost.

Rows are found by the name in the second column, so a sheet may be sorted; every problem names sheet and cell. Every
cell that is read is taken out of its sheet: what is left at the end was ignored, and gets a finding.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from core.catalogus import Catalogus, Ingang
from core.catalogus.vakken import plannaam, vaknaam, vaksleutels
from core.plan import Bevinding, Ernst, Plan, plan_uit
from core.plan.waardelezer import kort, naaste
from core.rekenkunde.tijdas import Tijdas
from core.rekenkunde.uitdrukking import Sleutel
from core.werkboek.banden import Banden
from core.werkboek.cellen import Blad, Cellezer, Plek, plaats
from core.werkboek.indeling import (
    BANDBLAD,
    EENHEID,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    KALENDER,
    KOPRIJ,
    LABEL,
    NAAM,
    PLANBLAD,
    invoerblad,
)
from core.werkboek.invoerbladen import ACHTERKOLOMMEN, BANDKOLOMMEN, UITLEGBLAD, VOORKOLOMMEN
from core.werkboek.openen import INVOER, Inhoud, WerkboekFout, lees_inhoud
from core.werkboek.planvel import Planvel, koppen_kloppen
from core.werkboek.rijen import Rijlezer, Vakken


def lees_werkboek(pad: Path, catalogus: Catalogus) -> tuple[Plan | None, list[Bevinding]]:
    """The plan in a template or exported workbook, with every cell problem at once.

    Returns:
        The plan (None where there is a fout) and the findings; each names its sheet and cell.
    """
    bestand = pad.name or str(pad)
    try:
        inhoud = lees_inhoud(pad)
    except WerkboekFout as fout:
        return None, [Bevinding(Ernst.FOUT, bestand, str(fout))]
    if PLANBLAD not in inhoud.bladen:
        zin = f"Blad {PLANBLAD} ontbreekt. Dit is geen werkboek of sjabloon van de planner. Kies een ander bestand."
        return None, [Bevinding(Ernst.FOUT, bestand, zin)]
    return _Werkboeklezer(catalogus, bestand, inhoud).lees()


class _Werkboeklezer:
    def __init__(self, catalogus: Catalogus, bestand: str, inhoud: Inhoud) -> None:
        self.catalogus, self.bestand, self.inhoud = catalogus, bestand, inhoud
        self.lezer = Cellezer()
        self.bladen = {naam: Blad(naam, cellen) for naam, cellen in inhoud.invoer.items()}
        self.bekend = {vaknaam(i.naam, s): (i, s) for i in catalogus.invoer for s in vaksleutels(i)}
        self.gezien: dict[str, Plek] = {}
        self.ongelezen: set[str] = set()
        self.herkomst: dict[str, tuple[Plek, dict[str, str]]] = {}

    def lees(self) -> tuple[Plan | None, list[Bevinding]]:
        self._controleer_bladen()
        planvel = Planvel(self.lezer, self.bladen[PLANBLAD], self.inhoud.eigenschappen.get(KALENDER, ""))
        if planvel.tijdas is None:
            return None, self.lezer.bevindingen + self.lezer.meer(self.bestand)
        bandblad = self.bladen.get(BANDBLAD)
        banden = Banden(self.lezer, self.bekend)
        if bandblad is not None and koppen_kloppen(self.lezer, bandblad, BANDKOLOMMEN):
            banden.lees(bandblad)
        vakken = self._invoer(planvel.tijdas, banden, vast=planvel.vast)
        banden.over(self.ongelezen)
        herkomst = {naam: velden for naam, (_, velden) in self.herkomst.items()}
        gegevens = planvel.gegevens | {"invoer": vakken.samengevoegd(self.gezien), "herkomst": herkomst}
        plan, meer = plan_uit(gegevens, self.catalogus)
        plekken = {**planvel.plekken, **vakken.plekken, **{f"herkomst, {n}": p for n, (p, _) in self.herkomst.items()}}
        for b in meer:
            self.lezer.meld(b.ernst, _met_plek(b.plaats, plekken), b.tekst)
        bevindingen = self.lezer.bevindingen + self.lezer.meer(self.bestand)
        return (None if any(b.ernst is Ernst.FOUT for b in bevindingen) else plan), bevindingen

    def _controleer_bladen(self) -> None:
        """A sheet that was renamed is missing under its own name."""
        verwacht = [PLANBLAD, *dict.fromkeys(invoerblad(i.onderwerp) for i in self.catalogus.invoer), BANDBLAD]
        vreemd = [naam for naam in self.inhoud.bladen if naam not in (*verwacht, UITLEGBLAD)]
        for naam in verwacht:
            if naam not in self.inhoud.bladen:
                anders = f" Er is wel een blad {kort(vreemd[0])}." if len(vreemd) == 1 else ""
                self.ongelezen.add(naam)
                self.lezer.fout(
                    f"blad {naam}",
                    f"Dit blad ontbreekt.{anders} Zet de oorspronkelijke naam terug, of neem het blad over uit een "
                    "nieuw sjabloon.",
                )
        for naam in vreemd:
            if naam.startswith(INVOER):
                self.lezer.fout(
                    f"blad {naam}", f"Dit blad hoort hier niet.{naaste(naam, verwacht)[:-1]}, of haal het weg."
                )
                del self.bladen[naam]

    # -- the input sheets

    def _invoer(self, as_: Tijdas, banden: Banden, *, vast: bool) -> Vakken:
        vakken = Vakken(self.lezer)
        for naam, blad in self.bladen.items():
            if naam in (PLANBLAD, BANDBLAD):
                continue
            soort = None if vast else blad.kolom_van(KOPRIJ, ACHTERKOLOMMEN[0])
            if soort is not None:
                as_ = replace(as_, laatste=max(as_.laatste, as_.eerste + soort - EERSTE_MOMENT - 1))
            if koppen_kloppen(self.lezer, blad, (*VOORKOLOMMEN, *as_.jaren, *ACHTERKOLOMMEN)):
                self._blad(blad, Rijlezer(self.lezer, as_, blad, banden, vakken), EERSTE_MOMENT + len(as_.jaren))
            else:
                self.ongelezen.add(naam)
        return vakken

    def _blad(self, blad: Blad, rijlezer: Rijlezer, achter: int) -> None:
        for nr in blad.rijen(EERSTE_RIJ):
            blad.neem(nr, LABEL)
            for kolom in (achter, achter + 1):
                blad.neem(nr, kolom)
            naam = blad.neem(nr, NAAM)
            if naam is None:
                continue
            bekend = self._bekend(blad, nr, naam)
            if bekend is None:
                rijlezer.sla_over(nr)
            else:
                self._eenheid(blad, nr, bekend[0])
                rijlezer.lees(nr, *bekend)
                self._herkomst(blad, nr, plannaam(*bekend), achter + ACHTERKOLOMMEN.index("Bron"))
        self.lezer.ongelezen(blad)
        horen = [n for n, (i, _) in self.bekend.items() if invoerblad(i.onderwerp) == blad.naam]
        if kwijt := [n for n in horen if n not in self.gezien]:
            namen = ", ".join(kwijt[:5]) + (", …" if len(kwijt) > 5 else "")
            zin = f"Op dit blad ontbreken rijen: {namen}. Die gegevens tellen als niet opgegeven. Zet de rijen terug."
            self.lezer.meld(Ernst.WAARSCHUWING, f"blad {blad.naam}", zin)

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
            for i, veld in enumerate(("bron", "datum", "door", "nota"))
        }
        if not any(velden.values()):
            return
        eerder, al = self.herkomst.setdefault(naam, (plek, velden))
        if al != velden:
            self.lezer.fout(plek, f"Voor dit gegeven staat ook iets op {plaats(eerder)}. Zet alles op één rij.")


def _met_plek(waar: str, plekken: dict[str, Plek]) -> str:
    """The place of a finding in the plan data, with the cell it came from."""
    return f"{plaats(plekken[waar])} ({waar})" if waar in plekken else waar
