"""What the tekort is compared with: visible, and to be replaced for as long as the window is open.

Own figures stand here and not in the plan: they change what is compared, never a figure of the plan.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.catalogus import Catalogus
from core.duiding.referentie import Referentie
from core.plan import Bevinding, Ernst
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst, halve_regel
from desktop.velden.getaltekst import AANDEEL, Onleesbaar, kort
from desktop.velden.getalveld import Getalveld
from desktop.velden.invoerrij import Invoerrij

KOP = "Waarmee wordt vergeleken"
_OVER = (
    "De referentie is uw gemeente met het aantal mensen en de kosten die achter het Gemeentefonds zitten, en zonder "
    "eigen keuzes. Vul een eigen getal in om met iets anders te vergelijken. Dat verandert niets aan uw plan, en het "
    "geldt zolang dit venster open is."
)
_VELDEN = {
    "volume": (AANDEEL, "", "Met hoeveel mensen de referentie rekent, als deel van de aantallen in uw plan."),
    "persoonsjaar": ("euro", "€ per persoon per jaar", "Wat een persoon in de referentie kost, met algemene kosten."),
    "aandeel_gezin": (AANDEEL, "", "Welk deel van de mensen gezins- of overige migrant is."),
    "begeleidingsduur": ("kwartalen", "kwartalen", "Hoe lang iemand begeleiding krijgt."),
    "aandeel_algemeen": (AANDEEL, "", "Welk deel van alle kosten algemeen is: beleid, leiding, systemen."),
}
"""Per figure of the reference: how it is read, its unit in words, and what it is."""


class Referentieblok(Uitklap):
    """The rows of the reference.

    Signals:
        veranderd: there is another reference to compare with.
    """

    veranderd = Signal()

    def __init__(self, catalogus: Catalogus) -> None:
        super().__init__(KOP)
        self._catalogus = catalogus
        landelijk = Referentie.landelijk(catalogus)
        self.kolom.addWidget(Bijtekst(_OVER))
        regels = landelijk.regels(catalogus)
        self.rijen: list[Referentierij] = []
        for naam, (label, _, bron) in zip(_VELDEN, regels, strict=False):
            rij = Referentierij(naam, label, landelijk, bron)
            rij.gewijzigd.connect(self.veranderd)
            self.rijen.append(rij)
            self.kolom.addWidget(rij)
        wat, hoeveel, _ = regels[-1]
        self.kolom.addWidget(Bijtekst(f"{wat}: {hoeveel}."))

    @property
    def eigen(self) -> dict[str, float]:
        """The figures that the user replaced."""
        return {rij.naam: rij.eigen for rij in self.rijen if rij.eigen is not None}

    @property
    def referentie(self) -> Referentie:
        """What is compared with now."""
        return replace(Referentie.landelijk(self._catalogus), **self.eigen)

    def in_woorden(self) -> str:
        """The figures that the user replaced, in one line; empty where there are none."""
        regels = zip(_VELDEN, self.referentie.regels(self._catalogus), strict=False)
        return "; ".join(f"{wat.lower()} {hoeveel}" for naam, (wat, hoeveel, _) in regels if naam in self.eigen)

    def terug(self) -> None:
        """Compare with the national figures again."""
        for rij in self.rijen:
            rij.wis()
        self.veranderd.emit()

    def zet_ruimte(self, ruimte: int) -> None:
        """How wide the page is."""
        for rij in self.rijen:
            rij.zet_ruimte(ruimte)


class Referentierij(Invoerrij):
    """One figure of the reference; empty is the national one.

    Signals:
        gewijzigd: the figure that counts is another one.
    """

    gewijzigd = Signal()

    def __init__(self, naam: str, label: str, landelijk: Referentie, bron: str) -> None:
        eenheid, woorden, hulp = _VELDEN[naam]
        super().__init__(naam, label, hulp, f"Bron: {bron}.")
        self._landelijk = landelijk
        self.eigen: float | None = None
        self.veld = Getalveld(label, eenheid, hulp, breedte=10)
        self.veld.setPlaceholderText(kort(getattr(landelijk, naam), eenheid))
        self.veld.getypt.connect(lambda _waarde: self._lees())
        self.terug = QPushButton("Terug naar landelijk")
        self.terug.setAccessibleName(f"Terug naar landelijk: {label}")
        self.terug.setAutoDefault(False)
        self.terug.clicked.connect(self._terug)
        vak = QWidget()
        regel = QHBoxLayout(vak)
        regel.setContentsMargins(0, 0, 0, 0)
        regel.setSpacing(halve_regel(self))
        regel.addWidget(self.veld)
        regel.addWidget(QLabel(woorden))
        regel.addWidget(self.terug)
        self.label.setBuddy(self.veld)
        self.zet_inhoud(vak)
        self._toon_soort()

    def invulvelden(self) -> list[QWidget]:
        """The field."""
        return [self.veld]

    def wis(self) -> None:
        """The national figure again."""
        self.veld.zet(None)
        self.eigen = None
        self.toon_bevindingen(())
        self._toon_soort()

    def _terug(self) -> None:
        self.veld.setFocus()
        self.wis()
        self.gewijzigd.emit()

    def _lees(self) -> None:
        """A figure that cannot be is told, and does not count."""
        bezwaar = self._bezwaar()
        self.toon_bevindingen([Bevinding(Ernst.FOUT, self.naam, bezwaar)] if bezwaar else ())
        nieuw = None if bezwaar else self.veld.waarde
        if nieuw != self.eigen:
            self.eigen = nieuw
            self._toon_soort()
            self.gewijzigd.emit()

    def _bezwaar(self) -> str:
        waarde = self.veld.waarde
        if waarde is None:
            return ""
        if isinstance(waarde, Onleesbaar):
            return waarde.zin
        if isinstance(waarde, str):
            return "Geef hier één getal, geen bereik."
        if self.veld.eenheid == AANDEEL and waarde > 1 and "%" not in self.veld.text():
            return f"Zet er een %-teken achter, bijvoorbeeld {self.veld.placeholderText()}."
        return replace(self._landelijk, **{self.naam: waarde}).bezwaar()

    def _toon_soort(self) -> None:
        self.zet_klasse("suggestie" if self.eigen is None else "eigen")
        self.terug.setVisible(self.eigen is not None)
