"""Measures and colours, all derived from the font and the palette of the user's own system."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QWidget

Rol = QPalette.ColorRole


def regelhoogte(widget: QWidget) -> int:
    """The height of a line of text."""
    return widget.fontMetrics().lineSpacing()


def halve_regel(widget: QWidget) -> int:
    """The unit of white space."""
    return regelhoogte(widget) // 2


def tekens(widget: QWidget, aantal: float) -> int:
    """The width of a number of digits."""
    return round(widget.fontMetrics().horizontalAdvance("0") * aantal)


def meng(palet: QPalette, voor: QPalette.ColorRole, achter: QPalette.ColorRole, deel: float) -> QColor:
    """A colour between two roles of the palette; `deel` 1 is the first."""
    a, b = palet.color(voor), palet.color(achter)
    return QColor(*(round(x * deel + y * (1 - deel)) for x, y in zip(_rgb(a), _rgb(b), strict=True)))


def _rgb(kleur: QColor) -> tuple[int, int, int]:
    return kleur.red(), kleur.green(), kleur.blue()


def leesbaar_palet(palet: QPalette) -> QPalette:
    """The palette with placeholder text that is dark enough to read (4,5 : 1 or more)."""
    nieuw = QPalette(palet)
    nieuw.setColor(Rol.PlaceholderText, meng(palet, Rol.Text, Rol.Base, 0.6))
    return nieuw


def maat(font: QFont, factor: float, *, vet: bool = False) -> QFont:
    """The font at a size relative to the system's own."""
    nieuw = QFont(font)
    if nieuw.pointSizeF() > 0:
        nieuw.setPointSizeF(nieuw.pointSizeF() * factor)
    if vet:
        nieuw.setWeight(QFont.Weight.DemiBold)
    return nieuw


class Bijtekst(QLabel):
    """Text of the second rank: a little smaller and softer than its surroundings, in the palette's own colours."""

    def __init__(self, tekst: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(tekst, ouder)
        self.setWordWrap(True)
        self.setFont(maat(self.font(), 0.92))
        self._kleur()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._kleur()

    def _kleur(self) -> None:
        palet = QPalette()
        palet.setColor(Rol.WindowText, meng(palet, Rol.WindowText, Rol.Window, 0.78))
        self.setPalette(palet)


class Lijn(QFrame):
    """A thin line that separates; in the accent colour under a title."""

    def __init__(self, *, accent: bool = False, staand: bool = False, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._accent = accent
        self.setFrameShape(QFrame.Shape.VLine if staand else QFrame.Shape.HLine)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self._kleur()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._kleur()

    def _kleur(self) -> None:
        palet = QPalette()
        kleur = palet.color(Rol.Accent) if self._accent else meng(palet, Rol.WindowText, Rol.Window, 0.2)
        palet.setColor(Rol.WindowText, kleur)
        self.setPalette(palet)
