"""A table of figures: headings of years or scenarios, a row per figure; copied with its headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import fill

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.blik import Figuur
from desktop.stijl import maat, regelhoogte, rustig_palet, tekens

_FIGUUR = Qt.ItemDataRole.UserRole
KOPTEKENS = 14
"""A longer heading is folded."""
LABELDEEL = 0.24
"""The part of the width that is at least for the words, where they need it."""


@dataclass(frozen=True)
class Rij:
    """What a figure is called, what stands in each column, and which figure that is."""

    label: str
    teksten: Sequence[str]
    figuren: Sequence[Figuur | None] = ()
    vet: bool = False


class Cijfertabel(QTableWidget):
    """As high as its rows; the page scrolls, not the table."""

    def __init__(self, naam: str, omschrijving: str = "") -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setAccessibleDescription(f"{omschrijving} F9 zegt waar een getal vandaan komt.".strip())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPalette(rustig_palet())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._regels: list[int] = []

    def vul(self, koppen: Sequence[str], rijen: Sequence[Rij]) -> None:
        """Show these rows; a cell that says the same is left alone."""
        self.setColumnCount(1 + len(koppen))
        self.setRowCount(len(rijen))
        gevouwen = [fill(kop, KOPTEKENS, break_long_words=False) for kop in koppen]
        self.setHorizontalHeaderLabels(["", *gevouwen])
        kop = self.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        regel = regelhoogte(self)
        hoogte = round(1.5 * regel)
        kophoogte = hoogte + regel * max((k.count("\n") for k in gevouwen), default=0)
        kop.setFixedHeight(kophoogte)
        self._regels = [1 + max((t.count("\n") for t in rij.teksten), default=0) for rij in rijen]
        for nummer, rij in enumerate(rijen):
            self._zet(nummer, 0, rij.label, rij, "", None)
            for kolom, tekst in enumerate(rij.teksten):
                figuur = rij.figuren[kolom] if rij.figuren else None
                self._zet(nummer, kolom + 1, tekst, rij, koppen[kolom], figuur)
        self._pas_maten()

    def _pas_maten(self) -> None:
        """Columns as wide as their figures, equal where that fits, the rest for the words; else it scrolls."""
        ruim, ruimte = tekens(self, 2), self.width()
        nodig = [max(self.sizeHintForColumn(k), self._kopbreedte(k)) + ruim for k in range(1, self.columnCount())]
        minst = min(round(ruimte * LABELDEEL), self.sizeHintForColumn(0) + ruim)
        gelijk = [max(nodig, default=0)] * len(nodig)
        breed = gelijk if minst + sum(gelijk) <= ruimte else nodig
        label = max(minst, ruimte - sum(breed))
        for kolom, breedte in enumerate([label, *breed]):
            self.setColumnWidth(kolom, breedte)
        balk = 0 if label + sum(breed) <= ruimte else self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(self.horizontalHeader().height() + 2 + self._pas_rijen(label - ruim) + balk)

    def _pas_rijen(self, breedte: int) -> int:
        """Rows as high as their figures, or as their words where those fold; returns how high they are together."""
        regel, totaal = regelhoogte(self), 0
        for nummer, regels in enumerate(self._regels):
            item = self.item(nummer, 0)
            vak = QRect(0, 0, breedte, 0)
            meter = QFontMetrics(item.font()) if item is not None else self.fontMetrics()
            woorden = meter.boundingRect(vak, Qt.TextFlag.TextWordWrap, item.text() if item is not None else "")
            hoogte = max(regels * regel, woorden.height()) + regel // 2
            self.setRowHeight(nummer, hoogte)
            totaal += hoogte
        return totaal

    def _kopbreedte(self, kolom: int) -> int:
        item = self.horizontalHeaderItem(kolom)
        regels = item.text().split("\n") if item is not None else []
        return max((self.fontMetrics().horizontalAdvance(regel) for regel in regels), default=0)

    def _zet(self, nummer: int, kolom: int, tekst: str, rij: Rij, kop: str, figuur: Figuur | None) -> None:
        item = self.item(nummer, kolom)
        if item is None:
            item = QTableWidgetItem()
            kant = Qt.AlignmentFlag.AlignRight if kolom else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(kant | Qt.AlignmentFlag.AlignVCenter)
            self.setItem(nummer, kolom, item)
        if item.text() != tekst:
            item.setText(tekst)
        item.setToolTip(tekst if not kolom else "")
        item.setFont(maat(self.font(), 1, vet=rij.vet))
        item.setData(_FIGUUR, figuur)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{rij.label}, {kop}: {tekst}" if kolom else tekst)

    def huidige_figuur(self) -> Figuur | None:
        """The figure of the cell with the focus."""
        item = self.currentItem()
        figuur = item.data(_FIGUUR) if item is not None else None
        return figuur if isinstance(figuur, Figuur) else None

    def als_tekst(self) -> str:
        """The selection, or all of it, with its headings, as a spreadsheet takes it."""
        gekozen = self.selectedRanges()
        rijen = range(gekozen[0].topRow(), gekozen[0].bottomRow() + 1) if gekozen else range(self.rowCount())
        if len(rijen) == 1:
            rijen = range(self.rowCount())
        namen = [self.model().headerData(k, Qt.Orientation.Horizontal) for k in range(self.columnCount())]
        koppen = [str(naam).replace("\n", " ") for naam in namen]
        regels = [koppen, *([self._tekst(r, k) for k in range(self.columnCount())] for r in rijen)]
        return "\n".join("\t".join(regel) for regel in regels)

    def _tekst(self, rij: int, kolom: int) -> str:
        item = self.item(rij, kolom)
        return item.text().replace("\n", ", ") if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+C copies with the headings."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.als_tekst())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setPalette(rustig_palet())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The words get their part of the width."""
        super().resizeEvent(event)
        self._pas_maten()
