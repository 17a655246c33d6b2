"""The structural tekort of all plan years as small bars beside the answer of one year."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from desktop.stijl import Rol, accent, meng, regelhoogte, tekens

BREED, TUSSEN = 1.6, 0.6
"""Of a bar and between bars, in digits."""


class Jaarstaven(QLabel):
    """A picture with its figures in words; below the line is an overschot."""

    def __init__(self) -> None:
        super().__init__()
        self._getoond: tuple[dict[int, float | None], int] = ({}, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._zet()

    def toon(self, waarden: Mapping[int, float | None], jaar: int, woorden: Mapping[int, str]) -> None:
        """Show the years; the one that is shown above stands out, a year that is not known is left open."""
        if (waarden, jaar) == self._getoond:
            return
        self._getoond = dict(waarden), jaar
        tekst = "; ".join(f"{j}: {tekst}" for j, tekst in woorden.items())
        self.setToolTip(tekst)
        self.setAccessibleName(f"Tekort structureel per jaar. {tekst}" if tekst else "")
        self._zet()

    def _zet(self) -> None:
        waarden, jaar = self._getoond
        self.setPixmap(self._teken(waarden, jaar) if any(waarden.values()) else QPixmap())

    def _teken(self, waarden: Mapping[int, float | None], jaar: int) -> QPixmap:
        breed, tussen, hoog = tekens(self, BREED), tekens(self, TUSSEN), regelhoogte(self)
        schaal = self.devicePixelRatioF()
        prent = QPixmap(round(len(waarden) * (breed + tussen) * schaal), round(hoog * schaal))
        prent.setDevicePixelRatio(schaal)
        prent.fill(Qt.GlobalColor.transparent)
        bekend = [w for w in waarden.values() if w is not None]
        boven, onder = max(0.0, *bekend), min(0.0, *bekend)
        per_euro = (hoog - 1) / (boven - onder)
        nul, palet = boven * per_euro, self.palette()
        rustig = meng(palet, Rol.WindowText, Rol.Window, 0.45)
        with QPainter(prent) as penseel:
            for plek, (j, waarde) in enumerate(waarden.items()):
                if waarde is not None:
                    staaf = QRectF(plek * (breed + tussen), nul, breed, -waarde * per_euro).normalized()
                    penseel.fillRect(staaf, accent(palet) if j == jaar else rustig)
            lijn = QRectF(0, round(nul), len(waarden) * (breed + tussen) - tussen, 1)
            penseel.fillRect(lijn, palet.color(Rol.WindowText))
        return prent
