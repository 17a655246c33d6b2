"""Why this tekort: from the money received to the cost, who decides about it, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.duiding.bijdragen import TEKORTEN, Verklaring, verklaar
from core.duiding.zekerheid import Zekerheid, zekerheid
from desktop.blik import Blik
from desktop.document import Document
from desktop.kader.antwoordstrook import ANTWOORDEN
from desktop.paginas.antwoordvak import Rekenpagina
from desktop.paginas.referentie import KOP, Referentieblok
from desktop.paginas.waterval import Watervaldeel
from desktop.paginas.zekerheidsdeel import Zekerheidsdeel
from desktop.stijl import Bijtekst, halve_regel
from desktop.velden.keuzelijst import Keuzelijst

if TYPE_CHECKING:
    from desktop.stappen import Stap

TYPEPAUZE_MS = 400
"""Another reference is worked out when the typing rests."""
_VERGELEKEN = f"Vergeleken met de landelijke referentie. Onder {KOP} staat wat die is."


class Waarompagina(Rekenpagina):
    """The choice of tekort, the explanation, the reference, and the certainty."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self._verklaring: Verklaring | None = None
        self._zekerheid: Zekerheid | None = None
        self.referentie = Referentieblok(document.catalogus)
        self.begrip = Keuzelijst("Welk tekort", "Kies welk van de drie tekorten u wilt verklaren.")
        self.kolom.addWidget(self._keuze())
        self.over_begrip = Bijtekst()
        self.kolom.addWidget(self.over_begrip)
        self._eerst = self.vak("verklaring")
        self.waterval = Watervaldeel(self, self._eerst)
        self.vergeleken = Bijtekst()
        self.terug = QPushButton("Terug naar landelijk")
        self.terug.setAccessibleName(self.terug.text())
        self.terug.setAutoDefault(False)
        self.terug.clicked.connect(self.referentie.terug)
        self._eerst.kolom.insertWidget(1, self.vergeleken)
        self._eerst.kolom.insertWidget(2, self.terug, 0, Qt.AlignmentFlag.AlignLeft)
        self.kolom.addWidget(self.referentie)
        self._daarna = self.vak("zekerheid")
        self.zekerheid = Zekerheidsdeel(self, self._daarna)
        self.kolom.addStretch(1)
        self._typpauze = QTimer(self, singleShot=True, interval=TYPEPAUZE_MS)
        self._typpauze.timeout.connect(self._vraag_verklaring)
        self.referentie.veranderd.connect(self._typpauze.start)
        document.begonnen.connect(self.referentie.terug)
        self._toon_keuze()

    def _keuze(self) -> QWidget:
        for antwoord in ANTWOORDEN:
            if antwoord.naam in TEKORTEN:
                self.begrip.addItem(antwoord.volledig, antwoord.naam)
        self.begrip.currentIndexChanged.connect(self._ander_begrip)
        label = QLabel("&Welk tekort")
        label.setBuddy(self.begrip)
        vak = QWidget()
        regel = QHBoxLayout(vak)
        regel.setContentsMargins(0, 0, 0, 0)
        regel.setSpacing(halve_regel(self))
        regel.addWidget(label)
        regel.addWidget(self.begrip)
        regel.addStretch(1)
        return vak

    @property
    def gekozen(self) -> str:
        """The name of the tekort that is explained."""
        return str(self.begrip.currentData())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a narrow page labels stand above their fields."""
        self.referentie.zet_ruimte(self.ruimte)
        super().resizeEvent(event)

    # -- asking

    def vraag_alles(self) -> None:
        """First why, then how sure: the answer comes first."""
        self._verklaring = self._zekerheid = None
        self._vraag_verklaring()
        self._daarna.vraag(lambda uitkomst: zekerheid(uitkomst, TEKORTEN), self._toon_zekerheid)

    def _vraag_verklaring(self) -> None:
        self._typpauze.stop()
        if self.isVisible() and self.document.actueel:
            begrip, referentie = self.gekozen, self.referentie.referentie
            self._eerst.vraag(lambda uitkomst: verklaar(uitkomst, begrip, referentie), self._toon_verklaring)
        else:
            self._achter = True

    def _ander_begrip(self) -> None:
        self._toon_keuze()
        self._vraag_verklaring()
        if self._zekerheid is not None:
            self._toon_zekerheid(self._zekerheid)

    # -- showing

    def toon_jaar(self) -> None:
        """The answers hold all years."""
        if self._verklaring is not None:
            self._toon_verklaring(self._verklaring)
        if self._zekerheid is not None:
            self._toon_zekerheid(self._zekerheid)

    def _toon_keuze(self) -> None:
        self.over_begrip.setText(next(a.uitleg for a in ANTWOORDEN if a.naam == self.gekozen))

    def _toon_verklaring(self, verklaring: Verklaring) -> None:
        self._verklaring = verklaring
        eigen = self.referentie.in_woorden()
        self.vergeleken.setText(f"Vergeleken met uw eigen referentie: {eigen}." if eigen else _VERGELEKEN)
        self.terug.setVisible(bool(eigen))
        self.vergeleken.setVisible(verklaring.in_jaar(self.blik.jaar) is not None)
        self.waterval.toon(verklaring, self.blik.jaar)

    def _toon_zekerheid(self, antwoord: Zekerheid) -> None:
        self._zekerheid = antwoord
        self.zekerheid.toon(antwoord, self.gekozen, self.blik.jaar)
