"""A heading that unfolds what stands under it: for details that need not be seen at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from desktop.stijl import halve_regel, maat


class Uitklap(QWidget):
    """A button with an arrow, and under it a column that is shown when the button is down."""

    def __init__(self, kop: str, *, open_: bool = False) -> None:
        super().__init__()
        self.knop = QToolButton()
        self.knop.setText(kop)
        self.knop.setCheckable(True)
        self.knop.setAutoRaise(True)
        self.knop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.knop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.knop.setFont(maat(self.font(), 1.15, vet=True))
        self.knop.setAccessibleName(kop)
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

    def noem(self, kop: str) -> None:
        """Change the heading."""
        if kop != self.knop.text():
            self.knop.setText(kop)
            self.knop.setAccessibleName(kop)

    def _klap(self, open_: bool) -> None:
        self.knop.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.inhoud.setVisible(open_)
