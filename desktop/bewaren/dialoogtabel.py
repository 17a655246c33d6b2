"""A table in a dialog: rows of texts that fold, and the findings about a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLayout,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.getallen import hecht
from desktop.plaatsen import vind
from desktop.stijl import kolombreedtes, regelhoogte, tekens
from desktop.woorden import ernst_in_woorden

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from core.plan import Bevinding

LAAGST = 7
"""Lines of text that are at least in view of a table."""
WIT = 3
"""In digits: the white in a cell, or a check box or an arrow."""


def rolbaar(*delen: tuple[QWidget | QLayout, int]) -> QScrollArea:
    """What stands above the buttons of a dialog; on a small screen it scrolls rather than shrinks out of sight.

    Args:
        delen: what stands under each other, with its share of the height that is left.
    """
    inhoud = QWidget()
    kolom = QVBoxLayout(inhoud)
    kolom.setContentsMargins(0, 0, 0, 0)
    for deel, aandeel in delen:
        if isinstance(deel, QLayout):
            kolom.addLayout(deel, aandeel)
        else:
            kolom.addWidget(deel, aandeel)
    vlak = QScrollArea()
    vlak.setFrameShape(QFrame.Shape.NoFrame)
    vlak.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    vlak.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    vlak.setWidgetResizable(True)
    vlak.setWidget(inhoud)
    return vlak


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
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(LAAGST * regelhoogte(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        kop = self.horizontalHeader()
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setHighlightSections(False)
        kop.setStretchLastSection(True)
        self._breedtes = breedtes
        self._minst = [kop.fontMetrics().horizontalAdvance(tekst) + tekens(self, WIT) for tekst in koppen]

    def sizeHint(self) -> QSize:  # noqa: N802
        """No higher than it needs: what is left goes to the tables by their share."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The columns share the width; cells fold, but a word and an amount stay whole."""
        super().resizeEvent(event)
        self._verdeel()

    def _verdeel(self) -> None:
        for kolom, breedte in enumerate(kolombreedtes(self.viewport().width(), self._breedtes, self._minst)):
            self.setColumnWidth(kolom, breedte)

    def _breed(self, tekst: str) -> int:
        """How wide the longest word of a text is, with white."""
        woorden = re.split("[ \n]", tekst)
        return max(self.fontMetrics().horizontalAdvance(woord) for woord in woorden) + tekens(self, WIT)

    def zet(self, rij: int, teksten: Iterable[str]) -> None:
        """Show texts in a row."""
        voor = list(self._minst)
        for kolom, tekst in enumerate(teksten):
            item = QTableWidgetItem(hecht(tekst))
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.setItem(rij, kolom, item)
            self._minst[kolom] = max(self._minst[kolom], self._breed(item.text()))
        if self._minst != voor:
            self._verdeel()


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
