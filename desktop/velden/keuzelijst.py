"""A list of choices that the wheel does not change."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Keuzelijst(QComboBox):
    """The wheel moves the page, never a value."""

    def __init__(self, naam: str, omschrijving: str = "") -> None:
        super().__init__()
        self.setAccessibleName(naam)
        self.setAccessibleDescription(omschrijving)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def showPopup(self) -> None:  # noqa: N802
        """What can be chosen is shown whole, also where the list itself had to be made narrow."""
        self.view().setMinimumWidth(
            self.view().sizeHintForColumn(0) + self.view().verticalScrollBar().sizeHint().width()
        )
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()
