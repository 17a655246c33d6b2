"""The steps at the left in the order of the work, each with its state in words and shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.document import Document
from desktop.kader.voorlezen import meld_rijen
from desktop.plaatsen import vind
from desktop.stappen import STAPPEN, stap_van
from desktop.stijl import halve_regel, regelhoogte, rustig_palet, tekens

if TYPE_CHECKING:
    from core.plan import Bevinding

KLAAR, MIST, KIJK_NA, FOUT = "✓ klaar", "… mist iets", "▲ kijk na", "✕ fout"
CIJFERWIT = "\u2007"
"""A space as wide as a digit."""
_GEMIS = ("ontbreekt", "leeg")


class Stappenlijst(QTreeWidget):
    """The steps of the work; the step that is shown opens on its subjects.

    Signals:
        gekozen: a step was chosen, or a subject in it; carries their names.
    """

    gekozen = Signal(str, str)

    def __init__(self, document: Document, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._document = document
        self.setAccessibleName("Stappen")
        self.setAccessibleDescription("Kies een stap van het werk. De pagina staat ernaast.")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPalette(rustig_palet())
        self.setViewportMargins(halve_regel(self), halve_regel(self), 0, 0)
        self.setIndentation(self.fontMetrics().horizontalAdvance(f"{CIJFERWIT * 2}  "))
        self.namen = [stap.naam for stap in STAPPEN]
        self._items: dict[str, QTreeWidgetItem] = {}
        titels = {o.naam: o.titel for o in document.catalogus.onderwerpen}
        for nummer, stap in enumerate(STAPPEN, 1):
            item = self._maak(stap.naam, f"{nummer:{CIJFERWIT}>2}  {stap.titel}")
            if not stap.invoer:
                item.setData(1, Qt.ItemDataRole.AccessibleTextRole, "niets in te vullen")
            self.addTopLevelItem(item)
            for onderwerp in stap.onderwerpen if len(stap.onderwerpen) > 1 else ():
                deel = self._maak(onderwerp, titels[onderwerp], deel=True)
                item.addChild(deel)
                deel.setFirstColumnSpanned(True)
                deel.setData(1, Qt.ItemDataRole.AccessibleTextRole, "onderdeel")
        self._maten([f"99  {stap.titel}" for stap in STAPPEN])
        self.setCurrentItem(self.topLevelItem(0))
        self.currentItemChanged.connect(self._gekozen)
        meld_rijen(self)
        document.gerekend.connect(self.ververs)

    def _maak(self, naam: str, tekst: str, *, deel: bool = False) -> QTreeWidgetItem:
        item = QTreeWidgetItem([tekst, ""])
        item.setToolTip(0, tekst)
        item.setData(0, Qt.ItemDataRole.UserRole, naam)
        item.setSizeHint(0, QSize(0, round((1.4 if deel else 1.7) * regelhoogte(self))))
        if deel or naam not in self._items:
            self._items[f"{naam}/deel" if deel else naam] = item
        return item

    def _maten(self, teksten: list[str]) -> None:
        kop = self.header()
        kop.setStretchLastSection(False)
        kop.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        kop.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        kop.resizeSection(1, self.fontMetrics().horizontalAdvance(MIST) + tekens(self, 2))
        breedste = max(self.fontMetrics().horizontalAdvance(tekst) for tekst in teksten)
        self.setFixedWidth(breedste + kop.sectionSize(1) + tekens(self, 4))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setPalette(rustig_palet())

    def _gekozen(self) -> None:
        naam = self.gekozen_naam
        for stap in self.namen:
            self._items[stap].setExpanded(stap == naam)
        onderwerp = str(self.currentItem().data(0, Qt.ItemDataRole.UserRole)) if self.currentItem().parent() else ""
        self.gekozen.emit(naam, onderwerp)

    @property
    def gekozen_naam(self) -> str:
        """The step that is shown."""
        item = self.currentItem()
        boven = item.parent() or item
        return str(boven.data(0, Qt.ItemDataRole.UserRole))

    def kies(self, naam: str) -> None:
        """Go to a step, or to the step of a subject."""
        stap = stap_van(naam).naam
        if stap != self.gekozen_naam:
            self.setCurrentItem(self._items[stap])

    def stand(self, naam: str) -> str:
        """The state of a step, in words and shape."""
        return self._items[stap_van(naam).naam].text(1)

    def ververs(self) -> None:
        """Show the state of each step that is filled in."""
        standen: dict[str, set[str]] = {}
        for bevinding in self._document.bevindingen:
            stap = stap_van(vind(bevinding.plaats, self._document.catalogus).onderwerp)
            standen.setdefault(stap.naam, set()).add(_stand(bevinding))
        for stap in STAPPEN:
            if stap.invoer:
                gevonden = {*standen.get(stap.naam, ()), KLAAR}
                tekst = next(s for s in (FOUT, MIST, KIJK_NA, KLAAR) if s in gevonden)
                item = self._items[stap.naam]
                if item.text(1) != tekst:
                    item.setText(1, tekst)


def _stand(bevinding: Bevinding) -> str:
    if bevinding.ernst.value == "fout":
        return FOUT
    if bevinding.ernst.value == "let op":
        return KLAAR
    return MIST if any(woord in bevinding.tekst for woord in _GEMIS) else KIJK_NA
