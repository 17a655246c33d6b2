"""A figure of the answer as a button, and the strip that scrolls where the screen is narrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop.blik import Blik, Figuur
from desktop.stijl import maat, tekens
from desktop.woorden import ONBEKEND


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One figure of the strip: under which heading, what it is called and means, and how it is written."""

    groep: str
    kop: str
    uitleg: str
    naam: str
    sleutel: tuple[str, ...]
    woorden: Callable[[float], str]

    @property
    def volledig(self) -> str:
        """What it is called by itself."""
        return f"{self.groep} {self.kop}"


class Schuif(QScrollArea):
    """On a narrow screen the figures can be scrolled to; the window need not be wider than the screen."""

    def __init__(self, vel: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(vel)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the figures, with room for the bar where it is needed."""
        nodig, balk = self.widget().sizeHint(), self.horizontalScrollBar().sizeHint().height()
        smal = self.widget().minimumSizeHint().width() > self.width()
        return QSize(nodig.width(), nodig.height() + (balk if smal else 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as may be, never lower."""
        return QSize(tekens(self, 20), self.sizeHint().height())

    def eventFilter(self, kijkt: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the figures when their size changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(kijkt, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On another width the bar may come or go."""
        super().resizeEvent(event)
        self.updateGeometry()


class Figuurknop(QToolButton):
    """A figure that can be asked where it comes from."""

    def __init__(self, antwoord: Antwoord, blik: Blik) -> None:
        super().__init__()
        self.antwoord, self._blik = antwoord, blik
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(ONBEKEND)
        self.setAccessibleName(antwoord.volledig)
        self.setAccessibleDescription(antwoord.uitleg)
        self.setFont(maat(self.font(), 1.12, vet=True))
        self.clicked.connect(lambda: blik.vraag_uitleg(self.huidige_figuur()))

    @property
    def inspringing(self) -> int:
        """How far its text begins from its edge, so that headings can stand above it."""
        return (self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())) // 2

    def huidige_figuur(self) -> Figuur:
        """The figure of the year that is shown."""
        return Figuur(self.antwoord.naam, self.antwoord.sleutel, self._blik.jaar)

    def toon(self, tekst: str, waarom: str, jaar: int, *, zeker: bool) -> None:
        """Show a value; one that is not of now, or not known, is not bold."""
        font = self.font()
        gewicht = font.Weight.DemiBold if zeker else font.Weight.Normal
        if font.weight() != gewicht:
            font.setWeight(gewicht)
            self.setFont(font)
        if tekst != self.text():
            self.setText(tekst)
        if waarom != self.toolTip():
            self.setToolTip(waarom)
            self.setAccessibleDescription(f"{waarom} Druk op Enter om te zien waar dit getal vandaan komt.")
        if (naam := f"{self.antwoord.volledig} {jaar or ''}: {tekst}") != self.accessibleName():
            self.setAccessibleName(naam)
