"""What the menu Bestand does with workbooks: out with all scenarios, and back with what was changed in them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bewaren.bestandshandelingen import met_extensie, naamvoorstel
from desktop.bewaren.voortgang import Voortgang
from desktop.document import Document
from desktop.gegevens import leeg_plan
from desktop.meldingen import ANNULEREN, CONCEPT, DEFINITIEF, Meldingen
from desktop.woorden import bevindingen_in_woorden

if TYPE_CHECKING:
    from core.plan import Plan
    from core.werkboek.lezen import Teruglezing
    from core.werkboek.varianten import Doorrekening
    from core.werkboek.verschil import Gevolg, Verschil, Wijziging
    from desktop.venster import Hoofdvenster

EXCEL, OPENDOCUMENT = ".xlsx", ".ods"
SOORT_UIT = f"Excel-werkboek (*{EXCEL});;OpenDocument-werkboek (*{OPENDOCUMENT})"
SOORT_IN = f"Werkboek (*{EXCEL} *{OPENDOCUMENT})"
IMPORTEREN, EXPORTEREN = "Werkboek importeren", "Werkboek exporteren"


class Werkboekhandelingen:
    """Exports the plan on screen and imports what was changed in a workbook; its dialogs belong to the window."""

    def __init__(self, document: Document, meldingen: Meldingen, voortgang: Voortgang, venster: Hoofdvenster) -> None:
        self._document, self._meldingen, self._voortgang, self._venster = document, meldingen, voortgang, venster

    # -- out

    def exporteren(self) -> None:
        """Write the plan, the outcome of base and scenarios, and why it is so, as a workbook."""
        from core.bevindingen import bevindingen
        from core.duiding.overzicht import duid
        from core.plan import fouten
        from core.regels import bereken
        from core.werkboek import doorrekeningen, kan_definitief, schrijf_werkboek

        plan, weg = self._document.plan_zonder_fouten()
        uitkomst = None if plan is None or weg else bereken(plan, self._document.catalogus)
        gevonden = bevindingen(uitkomst) if uitkomst else []
        if plan is None or uitkomst is None or (weg := fouten(gevonden)):
            tekst = "Herstel eerst de fouten hieronder. Anders klopt het werkboek niet met wat u ziet."
            regels = bevindingen_in_woorden(weg, self._document.catalogus)
            self._meldingen.meld(EXPORTEREN, tekst, regels)
            return
        van_plan, van_uitkomst = plan, uitkomst

        def bekijk() -> tuple[list[Doorrekening], bool]:
            scenarios = doorrekeningen(van_plan)
            return scenarios, kan_definitief(van_uitkomst, gevonden, scenarios)

        if (gezien := self._voortgang.doe(EXPORTEREN, bekijk)) is None:
            return
        scenarios, kan = gezien
        status = self._meldingen.definitief(EXPORTEREN) if kan else CONCEPT
        if status == ANNULEREN:
            return

        def schrijf(pad: Path) -> None:
            definitief, duiding = status == DEFINITIEF, duid(van_uitkomst)
            schrijf_werkboek(pad, van_uitkomst, gevonden, scenarios=scenarios, definitief=definitief, duiding=duiding)

        self._bewaar_werkboek(EXPORTEREN, "", schrijf)

    def sjabloon(self) -> None:
        """Write an empty workbook to fill in."""
        from core.werkboek import schrijf_sjabloon

        startjaar, horizon = (self._document.gegevens.get(n) for n in ("startjaar", "horizon"))
        basis = leeg_plan()
        jaar = int(startjaar) if isinstance(startjaar, int | float) else basis["startjaar"]
        jaren = int(horizon) if isinstance(horizon, int | float) else basis["horizon"]
        catalogus = self._document.catalogus
        self._bewaar_werkboek(
            "Leeg sjabloon opslaan", "Sjabloon ", lambda pad: schrijf_sjabloon(pad, catalogus, jaar, jaren)
        )

    def _bewaar_werkboek(self, titel: str, voor: str, schrijf: Callable[[Path], None]) -> None:
        """Ask where, make the workbook beside the screen, and put it there when it is whole."""
        from tempfile import TemporaryDirectory

        from core.planbestand import SchrijfFout, bewaar

        gekozen = self._meldingen.kies_opslaan(titel, SOORT_UIT, naamvoorstel(self._document, EXCEL, voor))
        if gekozen is None:
            return
        pad = met_extensie(gekozen, EXCEL, OPENDOCUMENT)

        def inhoud() -> bytes:
            with TemporaryDirectory() as map_:
                tijdelijk = Path(map_) / pad.name
                schrijf(tijdelijk)
                return tijdelijk.read_bytes()

        try:
            if (gemaakt := self._voortgang.doe(titel, inhoud)) is None:
                return
            bewaar(pad, gemaakt)
        except SchrijfFout as fout:
            self._meldingen.meld(titel, str(fout))
        except OSError:
            zin = "Het werkboek kan niet worden gemaakt. Misschien is de schijf vol; maak ruimte vrij."
            self._meldingen.meld(titel, zin)
        else:
            self._meldingen.meld(titel, f"{pad.name} is opgeslagen.")

    # -- in

    def importeren(self) -> None:
        """Read a workbook and show what was changed in it; what the user accepts is one step."""
        plan = foutloos_plan(self._document, self._meldingen, IMPORTEREN)
        if plan is None or (pad := self._meldingen.kies_openen(IMPORTEREN, SOORT_IN)) is None:
            return
        catalogus = self._document.catalogus

        def lees() -> tuple[Verschil, list[tuple[Wijziging, Gevolg | None]]]:
            from core.werkboek.lezen import lees_terug
            from core.werkboek.verschil import gevolgen, vergelijk

            gelezen = lees_terug(pad, catalogus)
            verschil = vergelijk(gelezen, _doel(plan, gelezen), catalogus)
            doel = verschil.plan
            return verschil, [(w, gevolgen(doel, w, catalogus)) for w in verschil.wijzigingen if doel is not None]

        if (gedaan := self._voortgang.doe(IMPORTEREN, lees)) is not None:
            self._toon(pad.name, *gedaan, nieuw=_is_leeg(plan))

    def _toon(
        self, naam: str, verschil: Verschil, wijzigingen: list[tuple[Wijziging, Gevolg | None]], *, nieuw: bool
    ) -> None:
        """Say what is the matter, or ask which changes to accept. In a plan that is still empty comes all of it."""
        from desktop.bewaren.wijzigingenvenster import Wijzigingenvenster

        regels = bevindingen_in_woorden(verschil.bevindingen, self._document.catalogus)
        if verschil.plan is None:
            self._meldingen.meld(IMPORTEREN, f"{naam} kan niet worden ingelezen.", regels)
        elif not wijzigingen and not nieuw:
            zin = f"In {naam} is niets veranderd. Uw plan blijft zoals het is."
            self._meldingen.meld(IMPORTEREN, zin, regels)
        elif not wijzigingen:
            zin = f"Uw plan is nog leeg. Wilt u het plan uit {naam} overnemen?"
            if self._meldingen.overnemen(IMPORTEREN, zin, regels):
                self._neem_over(verschil, naam, [])
        else:
            Wijzigingenvenster(
                _inleiding(naam, nieuw=nieuw),
                wijzigingen,
                verschil.bevindingen,
                self._document.catalogus,
                lambda gekozen: self._neem_over(verschil, naam, gekozen),
                self._venster,
            ).open()

    def _neem_over(self, verschil: Verschil, naam: str, gekozen: list[Wijziging]) -> bool:
        """Put the accepted changes in the plan; says why where they do not go together."""
        from core.plan import fouten
        from core.werkboek.verschil import pas_toe

        assert verschil.plan is not None
        vandaag, catalogus = date.today(), self._document.catalogus
        datum = f"{vandaag.day}-{vandaag.month}-{vandaag.year}"
        plan, bezwaren = pas_toe(verschil.plan, gekozen, catalogus, bestand=naam, datum=datum)
        if plan is None:
            zin = "Deze wijzigingen gaan niet samen. Vink ook de andere aan, of vink ze uit."
            self._meldingen.meld(IMPORTEREN, zin, bevindingen_in_woorden(fouten(bezwaren), catalogus))
            return False
        vervang_plan(self._document, plan, IMPORTEREN)
        self._venster.toon_werkblad()
        return True


def foutloos_plan(document: Document, meldingen: Meldingen, titel: str) -> Plan | None:
    """The whole plan; None where something in it is wrong, and then that was said: it must not get lost."""
    plan, weg = document.plan_zonder_fouten()
    if not weg:
        return plan
    tekst = "Herstel eerst de fouten hieronder. Anders gaat verloren wat daar staat."
    meldingen.meld(titel, tekst, bevindingen_in_woorden(weg, document.catalogus))
    return None


def vervang_plan(document: Document, plan: Plan, stap: str) -> None:
    """Put a plan on screen as one step; the scenario that is shown stays in view where it is still there."""
    from core.plan import als_gegevens

    blijft = document.scenario in {s.naam for s in plan.scenarios}
    document.vervang(als_gegevens(plan), stap, document.scenario if blijft else "")


def _is_leeg(plan: Plan) -> bool:
    """Whether nothing was filled in yet but the years."""
    from core.plan import Plan

    return plan == Plan(plan.startjaar, plan.horizon)


def _doel(plan: Plan, gelezen: Teruglezing) -> Plan | None:
    """The plan to compare with; for an empty one that with which the workbook was made (None), if it is known."""
    from core.plan import Plan

    if not _is_leeg(plan):
        return plan
    nu = gelezen.plan
    onbekend = nu is not None and gelezen.uitgevoerd is None and gelezen.inhoud and gelezen.inhoud.rekenbladen
    return Plan(nu.startjaar, nu.horizon) if nu is not None and onbekend else None


def _inleiding(naam: str, *, nieuw: bool) -> str:
    waarin = "Het plan uit het werkboek komt in uw lege plan. " if nieuw else ""
    return (
        f"Dit is in {naam} veranderd. {waarin}Vink aan wat u overneemt. Wat leeg wordt, of wat u zelf ook hebt "
        "veranderd, staat nog niet aangevinkt. Het gevolg is dat van elke wijziging alleen. U kunt de import ongedaan "
        "maken."
    )
