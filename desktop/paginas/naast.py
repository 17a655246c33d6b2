"""Two things beside each other, or under each other where the page is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.stijl import halve_regel, tekens
from desktop.velden.invoerrij import SMAL

_ONDER, _NAAST = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class Naast(QWidget):
    """What is first gets the room (`ruim`) or just what it needs; the rest follows at its right, or beneath it."""

    def __init__(self, eerst: QWidget, *rest: QWidget, ruim: bool = False) -> None:
        super().__init__()
        self._regel = QBoxLayout(_NAAST, self)
        self._regel.setContentsMargins(0, 0, 0, 0)
        self._regel.setSpacing(halve_regel(self))
        self._regel.addWidget(eerst, 1 if ruim else 0)
        achter = QWidget()
        knoppen = QBoxLayout(_NAAST, achter)
        knoppen.setContentsMargins(0, 0, 0, 0)
        for widget in rest:
            knoppen.addWidget(widget)
        knoppen.addStretch(1)
        self._regel.addWidget(achter, 0 if ruim else 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the width of the page."""
        self._regel.setDirection(_ONDER if event.size().width() < tekens(self, SMAL) else _NAAST)
        super().resizeEvent(event)
