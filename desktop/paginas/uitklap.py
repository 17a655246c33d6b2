"""A heading that unfolds what stands under it: for details that need not be seen at once."""

from __future__ import annotations

from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.stijl import halve_regel, maat, tekens

SMALST, PIJL, LETTER = 12, 4, 1.1
"""In digits: the least of a heading, its arrow with white, and a letter of it."""


class Uitklap(QWidget):
    """A button with an arrow, and under it a column that is shown when the button is down."""

    def __init__(self, kop: str, *, open_: bool = False) -> None:
        super().__init__()
        self.knop = QToolButton()
        self._kop = ""
        self.knop.setCheckable(True)
        self.knop.setAutoRaise(True)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.knop.setFont(maat(self.font(), 1.15, vet=True))
        self.knop.setMinimumWidth(tekens(self.knop, SMALST))
        self.knop.setAccessibleDescription("Klapt dit deel open of dicht.")
        self.inhoud = QWidget()
        self.kolom = QVBoxLayout(self.inhoud)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(round(1.8 * halve_regel(self)))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, halve_regel(self), 0, 0)
        buiten.setSpacing(halve_regel(self))
        buiten.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        buiten.addWidget(self.inhoud)
        self.knop.toggled.connect(self._klap)
        self.knop.setChecked(open_)
        self._klap(open_)
        self.noem(kop)

    def noem(self, kop: str) -> None:
        """Change the heading."""
        if kop != self._kop:
            self._kop = kop
            self.knop.setAccessibleName(kop)
            self._vouw()

    def _vouw(self) -> None:
        """On a narrow page the heading takes more lines."""
        past = self.width() // tekens(self.knop, LETTER) - round(PIJL / LETTER)
        self.knop.setText(fill(self._kop, max(SMALST, past), break_long_words=False))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the width of the page."""
        super().resizeEvent(event)
        self._vouw()

    def _klap(self, open_: bool) -> None:
        self.knop.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.inhoud.setVisible(open_)
