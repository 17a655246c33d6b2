"""What the menu Bestand does with plans: in and out, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.bewaren.slot import Slot
from desktop.bewaren.voortgang import Voortgang
from desktop.document import Document
from desktop.gegevens import leeg_plan
from desktop.meldingen import ANDERE_NAAM, TOCH_OVERSCHRIJVEN, Antwoord, Meldingen
from desktop.woorden import bevindingen_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding


class Bestandshandelingen:
    """Opens and saves one document; asks before anything is lost.

    `geopend` is told of every plan file that was opened or saved.
    """

    def __init__(self, document: Document, meldingen: Meldingen, voortgang: Voortgang) -> None:
        self._document, self._meldingen, self.voortgang = document, meldingen, voortgang
        self._slot = Slot()
        self.geopend: Callable[[Path], object] = lambda _pad: None
        document.begonnen.connect(self._begonnen)

    def _begonnen(self) -> None:
        """A plan without a file needs no notice; one that was brought back gets it."""
        if self._document.pad is None:
            self._slot.laat_los()
        elif self._document.pad != self._slot.pad:
            self._slot.neem(self._document.pad)

    def sluit(self) -> None:
        """Leave the plan to others."""
        self._slot.laat_los()

    # -- plans

    def mag_weg(self) -> bool:
        """Whether the plan on screen may go: it stands in a file, or the user lets it go."""
        if self.voortgang.bezig:
            return False
        if self._document.bewaard:
            return True
        antwoord = self._meldingen.bewaren(self._document.naam)
        return antwoord is Antwoord.NIET_OPSLAAN or (antwoord is Antwoord.OPSLAAN and self.opslaan())

    def nieuw(self) -> None:
        """Begin an empty plan."""
        if self.mag_weg():
            self._document.begin(leeg_plan(), None)

    def openen(self) -> None:
        """Ask for a plan file and open it."""
        if self.mag_weg() and (pad := self._meldingen.kies_openen("Plan openen", _soort_plan())):
            self.open(pad)

    def voorbeeld(self, pad: Path) -> None:
        """Open an example as a new plan without a file."""
        if self.mag_weg():
            self.open(pad, als_nieuw=True)

    def open(self, pad: Path, *, als_nieuw: bool = False) -> bool:
        """Open a plan file; says what is wrong with it where it cannot be opened."""
        from core.plan import als_gegevens
        from core.planbestand import kenmerk, lees

        gezien = kenmerk(pad)  # before it is read: a change in between is seen when saving
        plan, bevindingen = lees(pad, self._document.catalogus)
        if plan is None:
            self._meldingen.meld("Plan openen", f"{pad.name} kan niet worden geopend.", self._regels(bevindingen))
            return False
        if als_nieuw:
            self._document.begin(als_gegevens(plan), None)
        elif (wie := self._slot.neem(pad)) and not self._meldingen.toch_openen(pad.name, wie):
            self._begonnen()  # the plan that stays on screen keeps its notice
            return False
        else:
            self._document.begin(als_gegevens(plan), pad, gezien)
            self.geopend(pad)
        if bevindingen:
            self._meldingen.meld("Plan openen", f"{pad.name} is geopend. Let op:", self._regels(bevindingen))
        return True

    def opslaan(self) -> bool:
        """Write the plan to its file, or ask for one."""
        return self._schrijf(self._document.pad) if self._document.pad else self.opslaan_als()

    def opslaan_als(self) -> bool:
        """Ask for a file and write the plan to it."""
        from core.planbestand import EXTENSIE

        voorstel = naamvoorstel(self._document, EXTENSIE)
        pad = self._meldingen.kies_opslaan("Plan opslaan", _soort_plan(), voorstel)
        return pad is not None and self._schrijf(met_extensie(pad, EXTENSIE))

    def _schrijf(self, pad: Path) -> bool:
        from core.planbestand import SchrijfFout, bewaar_vorige, kenmerk, schrijf

        plan, weg = self._document.plan_zonder_fouten()
        if plan is None:
            tekst = "Zonder een goed eerste jaar en aantal jaren kan het plan niet worden opgeslagen."
            self._meldingen.meld("Plan opslaan", tekst, self._regels(weg))
            return False
        if weg and not self._meldingen.zonder_fouten_opslaan(self._regels(weg)):
            return False
        if pad == self._document.pad and kenmerk(pad) != self._document.kenmerk:
            antwoord = self._meldingen.intussen_veranderd(pad.name)
            if antwoord != TOCH_OVERSCHRIJVEN:
                return antwoord == ANDERE_NAAM and self.opslaan_als()
        bewaar_vorige(pad, date.today().isoformat())
        try:
            schrijf(pad, plan)
        except SchrijfFout as fout:
            self._meldingen.meld("Plan opslaan", str(fout))
            return False
        if pad != self._document.pad:
            self._slot.neem(pad)
        self._document.is_bewaard(pad, kenmerk(pad), volledig=not weg)
        self.geopend(pad)
        return True

    # -- other files

    def bewaar_los(self, titel: str, soort: str, voorstel: str, inhoud: bytes) -> None:
        """Ask for a file and write something to it that was made already, such as a picture."""
        from core.planbestand import SchrijfFout, bewaar

        gekozen = self._meldingen.kies_opslaan(titel, soort, voorstel)
        if gekozen is None:
            return
        try:
            bewaar(met_extensie(gekozen, Path(voorstel).suffix), inhoud)
        except SchrijfFout as fout:
            self._meldingen.meld(titel, str(fout))

    def _regels(self, bevindingen: list[Bevinding]) -> list[str]:
        return bevindingen_in_woorden(bevindingen, self._document.catalogus)


def naamvoorstel(document: Document, extensie: str, voor: str = "") -> str:
    """What to call a file that is made of this plan."""
    if pad := document.pad:
        return str(pad.with_name(f"{voor}{pad.stem}{extensie}"))
    goed = "".join(t for t in document.gemeente if t.isalnum() or t in " -_").strip()
    return f"{voor}Inburgering {goed}".strip() + extensie


def met_extensie(pad: Path, *extensies: str) -> Path:
    """The path, with the first of these extensions where it has none of them."""
    return pad if pad.suffix.lower() in extensies else pad.with_name(pad.name + extensies[0])


def _soort_plan() -> str:
    from core.planbestand import EXTENSIE

    return f"Inburgeringsplan (*{EXTENSIE})"
