"""A table in a dialog: rows of texts that fold, and the findings about a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from desktop.plaatsen import vind
from desktop.woorden import ernst_in_woorden

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from core.plan import Bevinding


class Dialoogtabel(QTableWidget):
    """Rows of texts; `breedtes` are the shares of the columns."""

    def __init__(self, naam: str, koppen: Sequence[str], breedtes: Sequence[int]) -> None:
        super().__init__(0, len(koppen))
        self.setAccessibleName(naam)
        self.setHorizontalHeaderLabels(list(koppen))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop = self.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setHighlightSections(False)
        kop.setStretchLastSection(True)
        self._breedtes = breedtes

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share the width, so that nothing lies out of sight; cells fold."""
        super().resizeEvent(event)
        for kolom, breedte in enumerate(self._breedtes):
            self.setColumnWidth(kolom, self.viewport().width() * breedte // sum(self._breedtes))

    def zet(self, rij: int, teksten: Iterable[str]) -> None:
        """Show texts in a row."""
        for kolom, tekst in enumerate(teksten):
            item = QTableWidgetItem(tekst)
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.setItem(rij, kolom, item)


class Bevindingentabel(Dialoogtabel):
    """What was found in a file, cell by cell."""

    def __init__(self, catalogus: Catalogus) -> None:
        super().__init__("Bevindingen in het bestand", ("Hoe erg", "Waar", "Wat"), (18, 34, 60))
        self._catalogus = catalogus

    def vul(self, bevindingen: Sequence[Bevinding]) -> None:
        """Show these; without any the table is out of sight."""
        self.setRowCount(len(bevindingen))
        for rij, b in enumerate(bevindingen):
            self.zet(rij, (ernst_in_woorden(b), vind(b.plaats, self._catalogus).tekst, b.tekst))
        self.setVisible(bool(bevindingen))
