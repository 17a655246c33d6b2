"""What the menu Bestand does: plans and workbooks in and out, and nothing lost on the way."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.document import Document, leeg_plan
from desktop.meldingen import Antwoord, Meldingen
from desktop.woorden import ernst_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding

VOORBEELDEN = Path(__file__).resolve().parents[1] / "resources" / "voorbeelden"
EXTENSIE_WERKBOEK = ".xlsx"
SOORT_WERKBOEK = "Excel-werkboek (*.xlsx)"
NAAMLOOS = "Naamloos plan"


class Bestandshandelingen:
    """Opens, saves, imports and exports one document; asks before anything is lost."""

    def __init__(self, document: Document, meldingen: Meldingen) -> None:
        self._document, self._meldingen = document, meldingen

    @property
    def naam(self) -> str:
        """The name of the file, or what the plan is called without one."""
        return self._document.pad.name if self._document.pad else NAAMLOOS

    # -- plans

    def mag_weg(self) -> bool:
        """Whether the plan on screen may go: it stands in a file, or the user lets it go."""
        if self._document.bewaard:
            return True
        antwoord = self._meldingen.bewaren(self.naam)
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
        from core.planbestand import lees

        plan, bevindingen = lees(pad, self._document.catalogus)
        if plan is None:
            self._meldingen.meld("Plan openen", f"{pad.name} kan niet worden geopend.", self._regels(bevindingen))
            return False
        self._document.begin(als_gegevens(plan), None if als_nieuw else pad)
        if bevindingen:
            self._meldingen.meld("Plan openen", f"{pad.name} is geopend. Let op:", self._regels(bevindingen))
        return True

    def opslaan(self) -> bool:
        """Write the plan to its file, or ask for one."""
        return self._schrijf(self._document.pad) if self._document.pad else self.opslaan_als()

    def opslaan_als(self) -> bool:
        """Ask for a file and write the plan to it."""
        from core.planbestand import EXTENSIE

        voorstel = self._voorstel(EXTENSIE)
        pad = self._meldingen.kies_opslaan("Plan opslaan", _soort_plan(), voorstel)
        return pad is not None and self._schrijf(_met_extensie(pad, EXTENSIE))

    def _schrijf(self, pad: Path) -> bool:
        from core.planbestand import SchrijfFout, schrijf

        plan, weg = self._document.plan_zonder_fouten()
        if plan is None:
            tekst = "Zonder een goed eerste jaar en aantal jaren kan het plan niet worden opgeslagen."
            self._meldingen.meld("Plan opslaan", tekst, self._regels(weg))
            return False
        if weg and not self._meldingen.zonder_fouten_opslaan(self._regels(weg)):
            return False
        try:
            schrijf(pad, plan)
        except SchrijfFout as fout:
            self._meldingen.meld("Plan opslaan", str(fout))
            return False
        self._document.is_bewaard(pad, volledig=not weg)
        return True

    # -- workbooks

    def exporteren(self) -> None:
        """Write plan and outcome as a workbook."""
        from core.werkboek import schrijf_werkboek

        self._document.reken()
        if self._document.uitkomst is None or not self._document.actueel:
            tekst = "Herstel eerst de fouten hieronder. Anders klopt het werkboek niet met wat u ziet."
            self._meldingen.meld("Werkboek exporteren", tekst, self._regels(self._document.fouten))
            return
        uitkomst, bevindingen = self._document.uitkomst, self._document.bevindingen
        self._bewaar_werkboek("Werkboek exporteren", "", lambda pad: schrijf_werkboek(pad, uitkomst, bevindingen))

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
        from core.planbestand import SchrijfFout

        voorstel = self._voorstel(EXTENSIE_WERKBOEK, voor)
        gekozen = self._meldingen.kies_opslaan(titel, SOORT_WERKBOEK, voorstel)
        if gekozen is None:
            return
        pad = _met_extensie(gekozen, EXTENSIE_WERKBOEK)
        try:
            schrijf(pad)
        except SchrijfFout as fout:
            self._meldingen.meld(titel, str(fout))
        except OSError:
            self._meldingen.meld(
                titel, f"{pad.name} kan niet worden geschreven. Sluit het in Excel of kies een andere map."
            )
        else:
            self._meldingen.meld(titel, f"{pad.name} is opgeslagen.")

    def importeren(self) -> None:
        """Read a workbook, show what would change, and take it over when the user agrees."""
        from core.plan import als_gegevens
        from core.werkboek import lees_werkboek
        from desktop.verschillen import verschillen

        titel = "Werkboek importeren"
        pad = self._meldingen.kies_openen(titel, SOORT_WERKBOEK)
        if pad is None:
            return
        plan, bevindingen = lees_werkboek(pad, self._document.catalogus)
        if plan is None:
            self._meldingen.meld(titel, f"{pad.name} kan niet worden ingelezen.", self._regels(bevindingen))
            return
        gegevens = als_gegevens(plan)
        gegevens["scenarios"] = self._document.gegevens.get("scenarios", [])  # a workbook holds one scenario
        anders = verschillen(self._document.gegevens, gegevens, self._document.catalogus)
        if not anders:
            self._meldingen.meld(
                titel, f"{pad.name} bevat hetzelfde plan. Er verandert niets.", self._regels(bevindingen)
            )
        elif self._meldingen.overnemen(
            titel, _zin(len(anders)), [*self._regels(bevindingen), *anders, *self._blijft()]
        ):
            self._document.vervang(gegevens, titel)

    def _blijft(self) -> list[str]:
        """What an import leaves as it is."""
        if not self._document.gegevens.get("scenarios"):
            return []
        return ["De scenario's van uw plan blijven staan: een werkboek bevat er geen."]

    # -- words

    def _regels(self, bevindingen: list[Bevinding]) -> list[str]:
        from desktop.plaatsen import vind

        catalogus = self._document.catalogus
        return [f"{ernst_in_woorden(b)}: {vind(b.plaats, catalogus).tekst}. {b.tekst}" for b in bevindingen]

    def _voorstel(self, extensie: str, voor: str = "") -> str:
        if pad := self._document.pad:
            return str(pad.with_name(f"{voor}{pad.stem}{extensie}"))
        goed = "".join(t for t in self._document.gemeente if t.isalnum() or t in " -_").strip()
        return f"{voor}Inburgering {goed}".strip() + extensie


def _zin(aantal: int) -> str:
    verandert = "1 waarde verandert" if aantal == 1 else f"{aantal} waarden veranderen"
    return f"{verandert} in uw plan. U kunt dit daarna ongedaan maken."


def _soort_plan() -> str:
    from core.planbestand import EXTENSIE

    return f"Inburgeringsplan (*{EXTENSIE})"


def _met_extensie(pad: Path, extensie: str) -> Path:
    return pad if pad.suffix == extensie else pad.with_name(pad.name + extensie)
