"""Door 2, in: a filled template or an exported workbook back to a plan. Nothing is guessed, nothing is lost.

Rows are found by the name in the second column, so a sheet may be sorted; every problem names sheet and cell. Every
cell that is read is taken out of its sheet: what is left at the end was ignored, and gets a finding.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from core.catalogus import Catalogus
from core.catalogus.vakken import vaknaam
from core.plan import Bevinding, Ernst, Plan, fouten, plan_uit
from core.plan.waardelezer import kort, naaste
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.banden import Banden
from core.werkboek.cellen import Blad, Cellezer, Plek, plaats
from core.werkboek.echtheid import kijk_na
from core.werkboek.indeling import BANDBLAD, KALENDER, PLANBLAD, SCENARIOBLAD, indeling, invoerblad
from core.werkboek.invoerbladen import BANDKOLOMMEN, UITLEGBLAD
from core.werkboek.invoerlezer import Invoerlezer, bekende_vakken
from core.werkboek.openen import INVOER, Inhoud, WerkboekFout, lees_inhoud
from core.werkboek.planvel import Planvel, koppen_kloppen
from core.werkboek.scenariovel import Scenariogegevens, Scenariovel, scenarionummers
from core.werkboek.uitvoerplan import lees_uitvoerplan


@dataclass(frozen=True)
class Teruglezing:
    """What was read of a workbook.

    `plan` is None where there is a fout. `uitgevoerd` is the plan with which the workbook was made, where it carries
    that. `rijen` tells of the base (key "") and of every scenario where each row stands; `plekken` where all that is
    no row stands, by the name that the plan reader gives it.
    """

    plan: Plan | None
    bevindingen: list[Bevinding]
    inhoud: Inhoud | None = None
    tijdas: Tijdas | None = None
    uitgevoerd: Plan | None = None
    rijen: Mapping[str, Mapping[str, Plek]] = field(default_factory=dict)
    plekken: Mapping[str, Plek] = field(default_factory=dict)


def lees_werkboek(pad: Path, catalogus: Catalogus) -> tuple[Plan | None, list[Bevinding]]:
    """The plan in a template or exported workbook, with every cell problem at once.

    Returns:
        The plan (None where there is a fout) and the findings; each names its sheet and cell.
    """
    gelezen = lees_terug(pad, catalogus)
    return gelezen.plan, gelezen.bevindingen


def lees_terug(pad: Path, catalogus: Catalogus) -> Teruglezing:
    """All that is to be known of a workbook of ours: see `Teruglezing`."""
    bestand = pad.name or str(pad)
    try:
        inhoud = lees_inhoud(pad)
    except WerkboekFout as fout:
        return Teruglezing(None, [Bevinding(Ernst.FOUT, bestand, str(fout))])
    if PLANBLAD not in inhoud.bladen:
        zin = f"Blad {PLANBLAD} ontbreekt. Dit is geen werkboek of sjabloon van de planner. Kies een ander bestand."
        return Teruglezing(None, [Bevinding(Ernst.FOUT, bestand, zin)])
    return _Werkboeklezer(catalogus, bestand, inhoud).lees()


class _Werkboeklezer:
    def __init__(self, catalogus: Catalogus, bestand: str, inhoud: Inhoud) -> None:
        self.catalogus, self.bestand, self.inhoud = catalogus, bestand, inhoud
        self.lezer = Cellezer()
        van_basis = {naam: cellen for naam, cellen in inhoud.invoer.items() if not SCENARIOBLAD.fullmatch(naam)}
        self.bladen = {naam: Blad(naam, cellen) for naam, cellen in van_basis.items()}
        self.bekend = bekende_vakken(catalogus)
        self.banden = Banden(self.lezer, self.bekend)
        self.basis = Invoerlezer(self.lezer, self.bekend, self.banden)

    def lees(self) -> Teruglezing:
        self._controleer_bladen()
        planvel = Planvel(self.lezer, self.bladen[PLANBLAD], self.inhoud.eigenschappen.get(KALENDER, ""))
        if planvel.tijdas is None:
            return Teruglezing(None, self.lezer.bevindingen + self.lezer.meer(self.bestand), self.inhoud)
        as_ = self._basis(planvel.tijdas, vast=planvel.vast)
        uitgevoerd, meldingen = lees_uitvoerplan(self.inhoud.uitvoer, self.inhoud.eigenschappen, self.catalogus)
        for b in meldingen:
            self.lezer.meld(b.ernst, b.plaats, b.tekst)
        scenarios = self._scenarios(as_, uitgevoerd)
        herkomst = {naam: velden for naam, (_, velden) in self.basis.herkomst.items()}
        invoer = self.basis.vakken.samengevoegd(self.basis.gezien)
        gegevens = planvel.gegevens | {"invoer": invoer, "herkomst": herkomst}
        gegevens["scenarios"] = [s.gegevens for s in scenarios]
        plan, meer = plan_uit(gegevens, self.catalogus)
        plekken = {**planvel.plekken, **self.basis.vakken.plekken}
        plekken |= {f"herkomst, {naam}": plek for naam, (plek, _) in self.basis.herkomst.items()}
        for nummer, s in enumerate(scenarios, 1):
            plekken |= _met_voorvoegsel(nummer, s)
        for b in meer:
            self.lezer.meld(b.ernst, _met_plek(b.plaats, plekken), b.tekst)
        rijen = {"": self.basis.gezien} | {s.gegevens["naam"]: s.rijen for s in scenarios}
        if plan is not None and not fouten(self.lezer.bevindingen):
            for b in kijk_na(self.inhoud, plan, uitgevoerd, as_, self._verschoven(as_, rijen), self.catalogus):
                self.lezer.meld(b.ernst, b.plaats, b.tekst)
        bevindingen = self.lezer.bevindingen + self.lezer.meer(self.bestand)
        plan = None if fouten(bevindingen) else plan
        return Teruglezing(plan, bevindingen, self.inhoud, as_, uitgevoerd, rijen, plekken)

    def _controleer_bladen(self) -> None:
        """A sheet that was renamed is missing under its own name."""
        verwacht = [PLANBLAD, *dict.fromkeys(invoerblad(i.onderwerp) for i in self.catalogus.invoer), BANDBLAD]
        bekend = (*verwacht, UITLEGBLAD)
        vreemd = [n for n in self.inhoud.bladen if n not in bekend and not SCENARIOBLAD.fullmatch(n)]
        for naam in verwacht:
            if naam not in self.inhoud.bladen:
                anders = f" Er is wel een blad {kort(vreemd[0])}." if len(vreemd) == 1 else ""
                self.basis.ongelezen.add(naam)
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

    def _basis(self, as_: Tijdas, *, vast: bool) -> Tijdas:
        """Read the input sheets of the base; gives the calendar of the columns."""
        bandblad = self.bladen.get(BANDBLAD)
        if bandblad is not None and koppen_kloppen(self.lezer, bandblad, BANDKOLOMMEN):
            self.banden.lees(bandblad)
        for naam, blad in self.bladen.items():
            if naam not in (PLANBLAD, BANDBLAD):
                as_ = self.basis.lees_basis(blad, as_, vast=vast)
        self.banden.over(self.basis.ongelezen)
        return as_

    def _verschoven(self, as_: Tijdas, rijen: Mapping[str, Mapping[str, Plek]]) -> set[str]:
        """The input sheets of which a row does not stand where the program writes it."""
        hoort = {
            (r.blad, r.rij, vaknaam(r.ingang, r.sleutel))
            for nummer in range(len(rijen))
            for van_blad in indeling(as_, nummer).invoerrijen.values()
            for r in van_blad
        }
        staat = {(blad, rij, naam) for van in rijen.values() for naam, (blad, rij, _) in van.items()}
        return {blad for blad, _, _ in hoort ^ staat}

    def _scenarios(self, as_: Tijdas, uitgevoerd: Plan | None) -> list[Scenariogegevens]:
        nummers = list(scenarionummers(self.inhoud.invoer))
        for nummer, scenario in enumerate(uitgevoerd.scenarios if uitgevoerd else (), 1):
            if nummer not in nummers:
                zin = (
                    f"De bladen van scenario {kort(scenario.naam)} ontbreken. Zet ze terug, of maak een nieuw werkboek."
                )
                self.lezer.fout(f"blad Invoer_S{nummer}", zin)
        vel = Scenariovel(self.lezer, self.bekend, as_, self.inhoud.invoer, self.banden)
        return [s for s in map(vel.lees, nummers) if s is not None]


def _met_voorvoegsel(nummer: int, scenario: Scenariogegevens) -> dict[str, Plek]:
    """The places of a scenario under the names by which the plan reader speaks of them."""
    naam = f"scenario {scenario.gegevens['naam'] or nummer}"
    return {naam + (f", {n}" if n and n[0] != "," else n): plek for n, plek in scenario.plekken.items()}


def _met_plek(waar: str, plekken: Mapping[str, Plek]) -> str:
    """The place of a finding in the plan data, with the cell it came from."""
    return f"{plaats(plekken[waar])} ({waar})" if waar in plekken else waar
