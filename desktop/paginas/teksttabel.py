"""A table of texts that fold, as high as it needs; Enter or a click on a row leads to its place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from core.getallen import hecht
from desktop.blik import Figuur
from desktop.stijl import kolombreedtes, maat, regelhoogte, rustig_palet, tekens

_PLAATS = Qt.ItemDataRole.UserRole
_LINKS, _RECHTS = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_WIT = "\u2003"
_GEMETEN = 5
"""The words of most characters are measured; the widest is among them."""


class _Lucht(QStyledItemDelegate):
    """A little white above the text, as there is under it."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        vlak: Any = option  # the stubs of PySide6 leave out what a style option holds
        vlak.rect.setTop(vlak.rect.top() + vlak.fontMetrics.lineSpacing() // 6)


class Teksttabel(QTableWidget):
    """Rows of texts; the columns `rechts` hold figures.

    Signals:
        gekozen: the user wants to see the place of a row.
    """

    gekozen = Signal(str)

    def __init__(self, naam: str, koppen: Sequence[str], delen: Sequence[float], rechts: Collection[int] = ()) -> None:
        super().__init__(0, len(koppen))
        self._delen = delen
        self._koppen = list(koppen)
        self._kanten = [_RECHTS if kolom in rechts else _LINKS for kolom in range(len(koppen))]
        self._inhoud: list[tuple[Sequence[str], str]] = []
        self._minst = [0] * len(koppen)
        self._figuren: Mapping[int, Figuur] = {}
        self.setAccessibleName(naam)
        self.setAccessibleDescription("Enter brengt u naar het veld van de gekozen regel.")
        for kolom, kop_ in enumerate(koppen):
            item = QTableWidgetItem(self._ruim(kop_, kolom))
            item.setTextAlignment(self._kanten[kolom] | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(kolom, item)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPalette(rustig_palet())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Lucht(self))
        self.verticalHeader().hide()
        kop = self.horizontalHeader()
        kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kop.setHighlightSections(False)
        kop.setSectionsClickable(False)
        kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        kop.setFixedHeight(round(1.75 * regelhoogte(self)))
        self.cellDoubleClicked.connect(lambda rij, _kolom: self._kies(rij))

    def vul(
        self,
        rijen: Sequence[tuple[Sequence[str], str]],
        vet: Collection[int] = (),
        figuren: Mapping[int, Figuur] = MappingProxyType({}),
    ) -> None:
        """Show these rows: the texts, and the place to which each leads; those of `vet` stand out.

        Args:
            rijen: the rows.
            vet: the numbers of those that stand out.
            figuren: by the number of its row, the figure of the outcome that a row is about.
        """
        self._figuren = figuren
        if self._inhoud == list(rijen):
            return
        self._inhoud = list(rijen)
        self.setRowCount(len(rijen))
        for nummer, (teksten, plaats) in enumerate(rijen):
            for kolom, tekst in enumerate(teksten):
                item = QTableWidgetItem(self._ruim(hecht(tekst), kolom))
                item.setTextAlignment(self._kanten[kolom] | Qt.AlignmentFlag.AlignTop)
                item.setFont(maat(self.font(), 1, vet=nummer in vet))
                item.setData(_PLAATS, plaats)
                if not tekst:
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, "leeg")
                self.setItem(nummer, kolom, item)
        self._minst = [self._langste_woord(kolom) for kolom in range(len(self._koppen))]
        self._pas_maten()

    def _langste_woord(self, kolom: int) -> int:
        """How wide a column is at least: a word is never cut off, and neither are a heading and a figure."""
        teksten = [regel for rij, _ in self._inhoud for regel in hecht(rij[kolom]).split("\n")]
        heel = self._kanten[kolom] is _RECHTS
        woorden = {self._koppen[kolom], *(woord for t in teksten for woord in ([t] if heel else t.split(" ")))}
        maten = QFontMetrics(maat(self.font(), 1, vet=True))
        langste = sorted(woorden, key=len)[-_GEMETEN:]
        return max(maten.horizontalAdvance(self._ruim(woord, kolom)) for woord in langste) + tekens(self, 1.2)

    def _ruim(self, tekst: str, kolom: int) -> str:
        """A figure with white between it and the text at its right."""
        laatste = kolom == len(self._kanten) - 1
        return (
            tekst
            if laatste or self._kanten[kolom] is _LINKS or self._kanten[kolom + 1] is not _LINKS
            else "\n".join(f"{regel}{_WIT}" for regel in tekst.split("\n"))
        )

    def _pas_maten(self) -> None:
        """Each column its part of the width, but never less than a word; each row as high as its text."""
        breedtes = kolombreedtes(self.width(), self._delen, self._minst)
        for kolom, breedte in enumerate(breedtes):
            self.setColumnWidth(kolom, breedte)
        self.resizeRowsToContents()
        hoogte = self.horizontalHeader().height() + 2
        hoogte += self.horizontalScrollBar().sizeHint().height() if sum(breedtes) > self.width() else 0
        for rij in range(self.rowCount()):
            self.setRowHeight(rij, self.rowHeight(rij) + regelhoogte(self) // 3)
            hoogte += self.rowHeight(rij)
        self.setFixedHeight(hoogte)

    def _kies(self, rij: int) -> None:
        if plaats := self._inhoud[rij][1]:
            self.gekozen.emit(plaats)

    def huidige_figuur(self) -> Figuur | None:
        """The figure of the row with the focus."""
        return self._figuren.get(self.currentRow())

    def als_tekst(self) -> str:
        """All of it with its headings, as a spreadsheet takes it."""
        return "\n".join("\t".join(regel) for regel in [self._koppen, *(teksten for teksten, _ in self._inhoud)])

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
        if event.type() == QEvent.Type.PaletteChange:
            self.setPalette(rustig_palet())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Each column its part of the width, each row as high as its text."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pas_maten()
