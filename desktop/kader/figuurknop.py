"""A figure of the answer as a button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.blik import Blik, Figuur
from desktop.stijl import maat
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
