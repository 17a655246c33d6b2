"""The subjects at the left in the order of the work, each with its state in words and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.document import Document
from desktop.plaatsen import GEMEENTE, vind

if TYPE_CHECKING:
    from core.plan import Bevinding
from desktop.stijl import regelhoogte, tekens

BUITEN_DE_LIJST = ("rekenafspraken", "landelijk")
KLAAR, MIST, KIJK_NA, FOUT = "✓ klaar", "… mist iets", "▲ kijk na", "✕ fout"
_GEMIS = ("ontbreekt", "leeg")


class Onderwerpenlijst(QTreeWidget):
    """The steps of the work.

    Signals:
        gekozen: a subject was chosen; carries its name.
    """

    gekozen = Signal(str)

    def __init__(self, document: Document, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._document = document
        self.setAccessibleName("Onderwerpen")
        self.setAccessibleDescription("Kies een onderwerp; de velden staan ernaast.")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.namen = [GEMEENTE, *(o.naam for o in document.catalogus.onderwerpen if o.naam not in BUITEN_DE_LIJST)]
        titels = {o.naam: o.titel for o in document.catalogus.onderwerpen} | {GEMEENTE: "Gemeente"}
        for nummer, naam in enumerate(self.namen, 1):
            item = QTreeWidgetItem([f"{nummer:\u2007>2}  {titels[naam]}", ""])
            item.setToolTip(0, titels[naam])
            item.setSizeHint(0, QSize(0, round(1.55 * regelhoogte(self))))
            self.addTopLevelItem(item)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, self.fontMetrics().horizontalAdvance(MIST) + tekens(self, 2))
        breedste = max(self.fontMetrics().horizontalAdvance(f"10  {t}") for n, t in titels.items() if n in self.namen)
        self.setFixedWidth(breedste + self.header().sectionSize(1) + tekens(self, 3))
        self.setCurrentItem(self.topLevelItem(0))
        self.currentItemChanged.connect(lambda *_: self.gekozen.emit(self.gekozen_naam))
        document.gerekend.connect(self.ververs)

    @property
    def gekozen_naam(self) -> str:
        """The subject that is shown."""
        return self.namen[max(0, self.indexOfTopLevelItem(self.currentItem()))]

    def kies(self, naam: str) -> None:
        """Go to a subject."""
        self.setCurrentItem(self.topLevelItem(self.namen.index(naam)))

    def stand(self, naam: str) -> str:
        """The state of a subject, in words and shape."""
        item = self.topLevelItem(self.namen.index(naam))
        return item.text(1) if item else ""

    def ververs(self) -> None:
        """Show the state of each subject."""
        standen: dict[str, set[str]] = {}
        for bevinding in self._document.bevindingen:
            onderwerp = vind(bevinding.plaats, self._document.catalogus).onderwerp
            standen.setdefault(onderwerp, set()).add(_stand(bevinding))
        for rij, naam in enumerate(self.namen):
            stand = next(s for s in (FOUT, MIST, KIJK_NA, KLAAR) if s in {*standen.get(naam, ()), KLAAR})
            item = self.topLevelItem(rij)
            if item is not None:
                item.setText(1, stand)


def _stand(bevinding: Bevinding) -> str:
    if bevinding.ernst.value == "fout":
        return FOUT
    if bevinding.ernst.value == "let op":
        return KLAAR
    return MIST if any(woord in bevinding.tekst for woord in _GEMIS) else KIJK_NA
