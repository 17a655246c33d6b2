"""The question to the doelzoeker: which figure, in which year, how far, on what condition, with how many choices."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QPushButton, QWidget

from core.getallen import toon_euro
from desktop.doen.grenzen import Grens, Grenzen
from desktop.stijl import Bijtekst, halve_regel, tekens
from desktop.velden.getalveld import Getalveld
from desktop.velden.keuzelijst import Keuzelijst

EURO, WEKEN = "euro", "weken"
Soort = tuple[str, tuple[str, ...], str, str]
SOORTEN: tuple[Soort, ...] = (
    ("tekort_structureel", (), "het structurele tekort", EURO),
    ("tekort_totaal", (), "het tekort met alle middelen", EURO),
    ("tekort_met_wachtlijst", (), "het tekort met wachtlijst", EURO),
    ("wachtweken", ("asiel",), "de wachttijd van asielstatushouders", WEKEN),
    ("wachtweken", ("gezin",), "de wachttijd van gezins- en overige migranten", WEKEN),
)
"""What can be aimed at: the figure, what it is called in a sentence, its unit."""
SAMEN = ("één keuze", "hoogstens twee keuzes samen", "hoogstens drie keuzes samen")
_ACHTER = {EURO: "€", WEKEN: "weken"}


@dataclass(frozen=True)
class Doelvraag:
    """What is asked; `grenzen` are the bounds of the gemeente."""

    naam: str
    sleutel: tuple[str, ...]
    jaar: int
    grens: float
    niemand_langer: bool
    hoogstens: int
    grenzen: tuple[Grens, ...]

    @property
    def kort(self) -> str:
        """How a scenario that reaches it begins to be called."""
        return f"Wachttijd {self.jaar}" if self.naam == "wachtweken" else f"Tekort {self.jaar} {toon_euro(self.grens)}"


class Doelformulier(QWidget):
    """The form.

    Signals:
        gezocht: the user asks; the question can be read.
        gestopt: the user does not want to wait any more.
    """

    gezocht = Signal()
    gestopt = Signal()

    def __init__(self) -> None:
        super().__init__()
        vorm = QFormLayout(self)
        vorm.setContentsMargins(0, 0, 0, 0)
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        vorm.setHorizontalSpacing(2 * halve_regel(self))
        self.soort = Keuzelijst("Wat u wilt halen")
        for naam, sleutel, tekst, eenheid in SOORTEN:
            self.soort.addItem(tekst, (naam, sleutel, eenheid))
        self.soort.setMinimumWidth(tekens(self, 24))  # it may be narrower than its longest choice
        self.soort.currentIndexChanged.connect(self._andere_soort)
        self.jaar = Keuzelijst("Jaar van het doel")
        self.grens = Getalveld("Hoogstens", EURO, "Het bedrag of het aantal weken dat u wilt halen.", breedte=12)
        self.grens.returnPressed.connect(self._zoek)
        self._achter = Bijtekst(_ACHTER[EURO])
        self._achter.setWordWrap(False)
        self.niemand_langer = QCheckBox("Niemand wacht langer dan in uw plan")
        self.niemand_langer.setAccessibleName(self.niemand_langer.text())
        self.niemand_langer.setChecked(True)
        self.samen = Keuzelijst("Hoeveel keuzes tegelijk")
        for nummer, tekst in enumerate(SAMEN, 1):
            self.samen.addItem(tekst, nummer)
        self.samen.setCurrentIndex(1)
        self.samen.setMinimumWidth(tekens(self, 16))
        self.met_grenzen = QCheckBox("Grenzen aan uw keuzes")
        self.met_grenzen.setAccessibleName(self.met_grenzen.text())
        self.grenzen = Grenzen()
        self.grenzen.hide()
        self.met_grenzen.toggled.connect(self.grenzen.setVisible)
        self.zoek = _knop("&Zoek voorstellen", self._zoek)
        self.stop = _knop("S&toppen", self.gestopt.emit)
        self.stop.hide()
        self.bezwaar = Bijtekst("")
        self.bezwaar.hide()
        vorm.addRow("&Houd", self.soort)
        vorm.addRow("&in", self.jaar)
        vorm.addRow("op h&oogstens", _naast(self.grens, self._achter))
        vorm.addRow("Voorwaarde", self.niemand_langer)
        vorm.addRow("&Met", self.samen)
        vorm.addRow("", self.met_grenzen)
        vorm.addRow(self.grenzen)
        vorm.addRow("", self.bezwaar)
        vorm.addRow("", _naast(self.zoek, self.stop))

    def vul_jaren(self, jaren: list[int], gekozen: int) -> None:
        """Offer the plan years; the year that is shown is the one to begin with."""
        if [self.jaar.itemData(n) for n in range(self.jaar.count())] != jaren:
            nu = self.jaar.currentData()
            self.jaar.clear()
            for jaar in jaren:
                self.jaar.addItem(str(jaar), jaar)
            self.jaar.setCurrentIndex(self.jaar.findData(nu if nu in jaren else gekozen))

    @property
    def vraag(self) -> Doelvraag | None:
        """What is asked; None where it cannot be read, and then the form says why."""
        naam, sleutel, eenheid = self.soort.currentData()
        grens = self.grens.waarde
        zin, veld = "", self.grens
        if not isinstance(grens, float):
            zin = "Vul één bedrag in, bijvoorbeeld 50.000." if eenheid == EURO else "Vul één aantal weken in."
        elif (bezwaar := self.grenzen.bezwaar) is not None and self.met_grenzen.isChecked():
            zin, veld = bezwaar
        self.bezwaar.setText(zin)
        self.bezwaar.setVisible(bool(zin))
        jaar = self.jaar.currentData()
        if zin or not isinstance(grens, float) or jaar is None:
            veld.setFocus()
            return None
        grenzen = self.grenzen.gevraagd if self.met_grenzen.isChecked() else ()
        return Doelvraag(
            naam, tuple(sleutel), jaar, grens, self.niemand_langer.isChecked(), self.samen.currentData(), grenzen
        )

    def zet_bezig(self, bezig: bool) -> None:
        """While it is being worked out it can be stopped."""
        self.stop.setVisible(bezig)

    def _zoek(self) -> None:
        self.gezocht.emit()

    def _andere_soort(self) -> None:
        _, _, eenheid = self.soort.currentData()
        if eenheid != self.grens.eenheid:
            self.grens.eenheid = eenheid
            self.grens.clear()
            self._achter.setText(_ACHTER[eenheid])


def _knop(tekst: str, doe: object) -> QPushButton:
    knop = QPushButton(tekst)
    knop.setAccessibleName(tekst.replace("&", ""))
    knop.setAutoDefault(False)
    knop.clicked.connect(lambda _aan=False: doe())  # type: ignore[operator]
    return knop


def _naast(*widgets: QWidget) -> QWidget:
    vak = QWidget()
    regel = QHBoxLayout(vak)
    regel.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        regel.addWidget(widget)
    regel.addStretch(1)
    return vak
