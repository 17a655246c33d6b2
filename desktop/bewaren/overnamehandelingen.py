"""Taking figures over from a file that the gemeente already has: opening it, and what is done with the choices."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bewaren.bestandshandelingen import met_extensie
from desktop.bewaren.werkboekhandelingen import EXCEL, foutloos_plan, vervang_plan
from desktop.woorden import bevindingen_in_woorden

if TYPE_CHECKING:
    from core.overname import Bestand, Blok, Koppeling
    from core.plan import Bevinding
    from desktop.bewaren.overneemvenster import Overneemvenster
    from desktop.venster import Hoofdvenster

TITEL = "Gegevens overnemen"
SOORT = "Excel of csv (*.xlsx *.csv)"
SOORT_UIT = f"Excel-werkboek (*{EXCEL})"
KOPIE = "Kopie met opmerkingen opslaan"
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
        from core.overname import herken, lees_bestand
        from desktop.bewaren.overneemvenster import Overneemvenster

        catalogus = self._document.catalogus

        def lees(*, komma_scheidt: bool = False) -> tuple[Bestand, tuple[Blok, ...], tuple[Bevinding, ...]]:
            bestand = lees_bestand(pad, komma_scheidt=komma_scheidt)
            return bestand, *herken(bestand)

        gelezen = self._voortgang.doe(TITEL, lees)
        if gelezen is not None and gelezen[0].komma_vraag:
            if not self._meldingen.komma_scheidt(TITEL, gelezen[2][0].tekst):
                return
            gelezen = self._voortgang.doe(TITEL, lambda: lees(komma_scheidt=True))
        if gelezen is None:
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
