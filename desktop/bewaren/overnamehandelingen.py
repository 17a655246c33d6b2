"""Taking figures over from a file that the gemeente already has: opening it, and what is done with the choices."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.bewaren.bestandshandelingen import met_extensie
from desktop.bewaren.werkboekhandelingen import EXCEL, foutloos_plan, vervang_plan
from desktop.woorden import bevindingen_in_woorden

if TYPE_CHECKING:
    from core.overname import Bestand, Blok, Koppeling
    from core.plan import Bevinding
    from core.regels import Uitkomst
    from desktop.bewaren.overneemvenster import Overneemvenster
    from desktop.venster import Hoofdvenster

TITEL = "Gegevens overnemen"
SOORT = "Excel of csv (*.xlsx *.csv)"
SOORT_UIT = f"Excel-werkboek (*{EXCEL})"
GROOTBOEK = "Grootboek vergelijken"
GEEN_GROOTBOEK = (
    "In dit bestand staat geen grootboek. Nodig zijn kolommen met bedrag, met periode en met kostenplaats, "
    "kostensoort of taakveld."
)
KOPIE = "Kopie met opmerkingen opslaan"
Gelezen = TypeVar("Gelezen")
log = logging.getLogger("inburgeringsplanner.overname")


class Overnamehandelingen:
    """Opens a file of the gemeente, and puts in the plan what the user chooses."""

    def __init__(self, venster: Hoofdvenster) -> None:
        self._venster, self._document, self._meldingen = venster, venster.document, venster.meldingen
        self._voortgang = venster.bestand.voortgang

    def kies(self) -> None:
        """Ask for a file and show what can be taken over from it."""
        plan = foutloos_plan(self._document, self._meldingen, TITEL)
        if plan is None or (pad := self._meldingen.kies_openen(TITEL, SOORT)) is None:
            return
        from core.overname import herken
        from desktop.bewaren.overneemvenster import Overneemvenster

        catalogus = self._document.catalogus

        def lees(bestand: Bestand) -> tuple[Bestand, tuple[Blok, ...], tuple[Bevinding, ...]]:
            return bestand, *herken(bestand)

        if (gelezen := self._lees(TITEL, pad, lees)) is None:
            return
        bestand, blokken, bevindingen = gelezen
        if not blokken:
            zin = "Uit dit bestand kan niets worden overgenomen."
            formulier = self._meldingen.telformulier(TITEL, zin, bevindingen_in_woorden(bevindingen, catalogus))
            if formulier:
                self._telformulier(plan.startjaar, plan.horizon)
            return
        dialoog = Overneemvenster(bestand.naam, blokken, bevindingen, plan, catalogus, self._eerder, self._venster)
        dialoog.kopie.setEnabled(bestand.kopie is not None)
        dialoog.kopie.clicked.connect(lambda: self._bewaar_kopie(pad, bestand, dialoog))
        dialoog.accepted.connect(lambda: self._neem_over(dialoog))
        dialoog.open()

    def grootboek(self) -> None:
        """Ask for an export of the ledger and show it beside the plan."""
        plan = foutloos_plan(self._document, self._meldingen, GROOTBOEK)
        if plan is None or (pad := self._meldingen.kies_openen(GROOTBOEK, SOORT)) is None:
            return
        from core.overname import herken_grootboek
        from core.regels import bereken
        from desktop.bewaren.grootboekvenster import Grootboekvenster

        catalogus = self._document.catalogus

        def lees(bestand: Bestand) -> tuple[Bestand, bool, Uitkomst]:
            return bestand, herken_grootboek(bestand, catalogus) is not None, bereken(plan)

        if (gelezen := self._lees(GROOTBOEK, pad, lees)) is None:
            return
        bestand, herkend, uitkomst = gelezen
        if herkend:
            Grootboekvenster(bestand, uitkomst, catalogus, self._venster).open()
        else:
            regels = bevindingen_in_woorden(bestand.bevindingen, catalogus)
            self._meldingen.meld(GROOTBOEK, GEEN_GROOTBOEK, regels)

    def _lees(self, titel: str, pad: Path, lees: Callable[[Bestand], Gelezen]) -> Gelezen | None:
        """What is made of a file, in the background; None where it was broken off."""
        from core.overname import lees_bestand

        def doe(*, komma_scheidt: bool = False) -> tuple[Bestand, Gelezen]:
            bestand = lees_bestand(pad, komma_scheidt=komma_scheidt)
            return bestand, lees(bestand)

        gelezen = self._voortgang.doe(titel, doe)
        if gelezen is not None and gelezen[0].komma_vraag:
            if not self._meldingen.komma_scheidt(titel, gelezen[0].bevindingen[0].tekst):
                return None
            gelezen = self._voortgang.doe(titel, lambda: doe(komma_scheidt=True))
        return None if gelezen is None else gelezen[1]

    def _neem_over(self, dialoog: Overneemvenster) -> None:
        self._onthoud(dialoog.koppeling())
        vervang_plan(self._document, dialoog.overname.plan, TITEL)
        self._venster.toon_werkblad()

    def _telformulier(self, startjaar: int, horizon: int) -> None:
        from core.overname import telformulier

        inhoud = telformulier(startjaar, horizon)
        self._venster.bestand.bewaar_los(
            "Telformulier opslaan", f"Excel-werkboek (*{EXCEL})", f"Telformulier{EXCEL}", inhoud
        )

    def _bewaar_kopie(self, pad: Path, bestand: Bestand, dialoog: Overneemvenster) -> None:
        """Write the copy with the remarks beside the cells; never over the file itself."""
        from core.overname import met_opmerkingen
        from core.planbestand import SchrijfFout, bewaar

        voorstel = str(pad.with_name(f"{pad.stem} met opmerkingen{EXCEL}"))
        if (gekozen := self._meldingen.kies_opslaan(KOPIE, SOORT_UIT, voorstel)) is None:
            return
        doel = met_extensie(gekozen, EXCEL)
        if doel.exists() and doel.samefile(pad):
            self._meldingen.meld(KOPIE, f"{doel.name} is het bestand zelf. Kies een andere naam voor de kopie.")
            return
        bevindingen, waarden = dialoog.alle_bevindingen(), dialoog.overname.waarden
        try:
            inhoud = self._voortgang.doe(KOPIE, lambda: met_opmerkingen(bestand, bevindingen, waarden))
            if inhoud is not None:
                bewaar(doel, inhoud)
                self._meldingen.meld(KOPIE, f"{doel.name} is opgeslagen.")
        except SchrijfFout as fout:
            self._meldingen.meld(KOPIE, str(fout))

    # -- choices of an earlier time

    def _bestand_van(self, vorm: str) -> Path | None:
        thuis = self._venster.thuis
        return thuis.koppelingen / f"{vorm}.json" if thuis is not None else None

    def _eerder(self, blok: Blok) -> Koppeling | None:
        """What was chosen for a table of this shape; None where that is not known."""
        from core.overname import uit_json

        pad = self._bestand_van(blok.vorm)
        try:
            tekst = pad.read_text("utf-8") if pad is not None else ""
        except (OSError, ValueError):
            return None
        koppeling, _ = uit_json(tekst, self._document.catalogus)
        return koppeling if koppeling is not None and koppeling.vorm == blok.vorm else None

    def _onthoud(self, koppeling: Koppeling) -> None:
        """Keep the choices for a next file; headings that were chosen are words of the file, and are not kept."""
        from core.overname import als_json
        from core.planbestand import SchrijfFout, bewaar

        if (pad := self._bestand_van(koppeling.vorm)) is None:
            return
        try:
            pad.parent.mkdir(parents=True, exist_ok=True)
            bewaar(pad, als_json(koppeling.met(soorten=())).encode())
        except (OSError, SchrijfFout) as fout:
            log.warning("De koppeling is niet bewaard: %s", fout)
