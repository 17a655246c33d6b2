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

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()
