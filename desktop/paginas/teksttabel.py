"""A table of texts that fold, as high as it needs; Enter or a click on a row leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.stijl import regelhoogte, rustig_palet

_PLAATS = Qt.ItemDataRole.UserRole


class Teksttabel(QTableWidget):
    """Rows of texts.

    Signals:
        gekozen: the user wants to see the place of a row.
    """

    gekozen = Signal(str)

    def __init__(self, naam: str, koppen: Sequence[str], delen: Sequence[float]) -> None:
        super().__init__(0, len(koppen))
        self._delen = delen
        self._inhoud: list[tuple[Sequence[str], str]] = []
        self.setAccessibleName(naam)
        self.setAccessibleDescription("Enter brengt u naar het veld van de gekozen regel.")
        self.setHorizontalHeaderLabels(list(koppen))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPalette(rustig_palet())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        kop = self.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kop.setHighlightSections(False)
        kop.setSectionsClickable(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setFixedHeight(round(1.5 * regelhoogte(self)))
        self.cellDoubleClicked.connect(lambda rij, _kolom: self._kies(rij))

    def vul(self, rijen: Sequence[tuple[Sequence[str], str]]) -> None:
        """Show these rows: the texts, and the place to which each leads."""
        if self._inhoud == list(rijen):
            return
        self._inhoud = list(rijen)
        self.setRowCount(len(rijen))
        for nummer, (teksten, plaats) in enumerate(rijen):
            for kolom, tekst in enumerate(teksten):
                item = QTableWidgetItem(tekst)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                item.setData(_PLAATS, plaats)
                self.setItem(nummer, kolom, item)
        self._pas_hoogte()

    def _pas_hoogte(self) -> None:
        self.resizeRowsToContents()
        hoogte = self.horizontalHeader().height() + 2
        for rij in range(self.rowCount()):
            self.setRowHeight(rij, self.rowHeight(rij) + regelhoogte(self) // 3)
            hoogte += self.rowHeight(rij)
        self.setFixedHeight(hoogte)

    def _kies(self, rij: int) -> None:
        if plaats := self._inhoud[rij][1]:
            self.gekozen.emit(plaats)

    def als_tekst(self) -> str:
        """All of it with its headings, as a spreadsheet takes it."""
        koppen = [self.model().headerData(k, Qt.Orientation.Horizontal) for k in range(self.columnCount())]
        return "\n".join("\t".join(str(deel) for deel in regel) for regel in [koppen, *(t for t, _ in self._inhoud)])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the place; Ctrl+C copies with the headings."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._kies(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.als_tekst())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.setPalette(rustig_palet())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Each column its part of the width, each row as high as its text."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            for kolom, deel in enumerate(self._delen):
                self.setColumnWidth(kolom, int(event.size().width() * deel))
            self._pas_hoogte()
