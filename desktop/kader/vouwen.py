"""A tree in which texts fold: by itself Qt cuts them off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from desktop.stijl import halve_regel


class Vouwend(QStyledItemDelegate):
    """Rows as high as the texts of these columns need in the width of their column."""

    def __init__(self, boom: QTreeWidget, *kolommen: int) -> None:
        super().__init__(boom)
        self._boom, self._kolommen = boom, kolommen
        boom.setWordWrap(True)
        boom.setItemDelegate(self)
        boom.header().sectionResized.connect(lambda *_: boom.scheduleDelayedItemsLayout())

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """As Qt has it, a little higher for white, and as high as the folded text."""
        vlak: Any = option  # the stubs of PySide6 leave out what a style option holds
        maat, wit = super().sizeHint(option, index), halve_regel(self._boom) // 2
        if index.column() not in self._kolommen:
            return QSize(maat.width(), maat.height() + wit)
        rand = self._boom.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        breed = self._boom.columnWidth(index.column()) - 2 * rand - self._inspringing(index)
        vak = vlak.fontMetrics.boundingRect(QRect(0, 0, breed, 0), Qt.TextFlag.TextWordWrap, str(index.data()))
        return QSize(maat.width(), max(maat.height(), int(vak.height())) + wit)

    def _inspringing(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """How far the text of the first column begins from the edge."""
        if index.column():
            return 0
        diepte, boven = int(self._boom.rootIsDecorated()), index.parent()
        while boven.isValid():
            diepte, boven = diepte + 1, boven.parent()
        return diepte * self._boom.indentation()
