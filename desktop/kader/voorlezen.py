"""What a screen reader is told, where Qt does not tell it by itself."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleTableModelChangeEvent
from PySide6.QtWidgets import QTreeWidget


def meld_rijen(boom: QTreeWidget) -> None:
    """Tell of a tree, from now on, that its rows are others when one of them folds.

    Qt keeps the rows that it told of by their number, also when there are others: a row would be read as the one
    that stood there before.
    """
    boom.itemExpanded.connect(lambda _item: _andere_rijen(boom))
    boom.itemCollapsed.connect(lambda _item: _andere_rijen(boom))


def _andere_rijen(boom: QTreeWidget) -> None:
    if QAccessible.isActive():
        alles = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset
        QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(boom, alles))
