"""The icon of the program: three bars, the last over the line of the budget. Drawn, so nothing binary is kept."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

MATEN = (16, 24, 32, 48, 64, 256)
GROND, STAAF, TEKORT = "#154273", "#ffffff", "#f9b242"


def teken(maat: int) -> QImage:
    """One size, in dots."""
    beeld = QImage(maat, maat, QImage.Format.Format_ARGB32)
    beeld.fill(Qt.GlobalColor.transparent)
    verf = QPainter(beeld)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    verf.scale(maat / 16, maat / 16)
    verf.setPen(Qt.PenStyle.NoPen)
    verf.setBrush(QColor(GROND))
    verf.drawRoundedRect(QRectF(0, 0, 16, 16), 3, 3)
    for links, hoogte, kleur in ((2.5, 5, STAAF), (6.5, 7, STAAF), (10.5, 11, TEKORT)):
        verf.fillRect(QRectF(links, 13.5 - hoogte, 3, hoogte), QColor(kleur))
    verf.setPen(QPen(QColor(STAAF), 0.8))
    verf.drawLine(2, 5, 14, 5)
    verf.end()
    return beeld


def pictogram() -> QIcon:
    """For the bar of a window and the bar of tasks."""
    icoon = QIcon()
    for maat in MATEN[:-1]:
        icoon.addPixmap(QPixmap.fromImage(teken(maat)))
    return icoon
