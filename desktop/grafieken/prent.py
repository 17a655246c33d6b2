"""A chart on a page: a picture with its text, drawn beside the screen; copied and saved from its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.blik import Blik
from desktop.stijl import Rol, accent, regelhoogte, tekens

if TYPE_CHECKING:
    from desktop.grafieken.opmaak import Beeld, Opmaak

BREEDSTE = 112
"""In digits."""
WACHT_MS = 120
SOORTEN = {"png": "Afbeelding (*.png)", "svg": "Tekening die scherp blijft (*.svg)"}


class Prent(QWidget):
    """A picture that draws itself anew when its content, its width or the colours of the window change."""

    def __init__(self, blik: Blik) -> None:
        super().__init__()
        self._blik = blik
        self.grafiek: Beeld | None = None
        self._getekend: Beeld | None = None
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self.beeld = QLabel("De grafiek wordt getekend…")
        self.beeld.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.beeld.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.knop = QPushButton("Grafiek bewaren")
        self.knop.setFlat(True)
        self.knop.setAutoDefault(False)
        self.knop.setMenu(self._menu())
        kolom.addWidget(self.beeld)
        kolom.addWidget(self.knop, 0, Qt.AlignmentFlag.AlignLeft)
        self.setMaximumWidth(tekens(self, BREEDSTE))
        self._wekker = QTimer(self, singleShot=True, interval=WACHT_MS)
        self._wekker.timeout.connect(self._teken)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Kopiëren als afbeelding", self.kopieer)
        for formaat, soort in SOORTEN.items():
            menu.addAction(f"Opslaan: {soort}…", lambda f=formaat: self._sla_op(f))
        return menu

    def toon(self, grafiek: Beeld) -> None:
        """Show a chart; the old picture stays until the new one is there."""
        if grafiek != self.grafiek:
            self.grafiek = grafiek
            self.beeld.setAccessibleName(f"Grafiek: {grafiek.titel}")
            self.beeld.setAccessibleDescription(grafiek.in_woorden)
            self.beeld.setToolTip(grafiek.in_woorden)
            self.knop.setAccessibleName(f"Grafiek bewaren: {grafiek.kop}")
            self._pas_hoogte()
            self._wekker.start()

    def wis(self) -> None:
        """Show no picture until there is a chart again."""
        self._wekker.stop()
        if self.grafiek is not None:
            self._blik.achtergrond.laat_maar(f"grafiek {self.grafiek.naam}")
            self.grafiek = self._getekend = None
            self.beeld.clear()

    def _pas_hoogte(self) -> None:
        """As high as the chart asks at this width."""
        if self.grafiek is not None:
            from desktop.grafieken.opmaak import hoogte

            regels = hoogte(self.grafiek, self.beeld.width() // tekens(self, 1))
            self.beeld.setFixedHeight(round(regels * regelhoogte(self)))

    def _teken(self) -> None:
        if self.grafiek is None or not self.isVisible() or self.beeld.width() < tekens(self, 20):
            return
        from desktop.grafieken.tekenen import als_punten

        grafiek, opmaak = self.grafiek, self._opmaak()
        klaar = partial(self._is_getekend, grafiek)
        self._blik.achtergrond.vraag(f"grafiek {grafiek.naam}", lambda: als_punten(grafiek, opmaak), klaar)

    def _opmaak(self) -> Opmaak:
        from desktop.grafieken.opmaak import Opmaak

        schaal, letter = self.devicePixelRatioF(), QFont(self.font())
        punt = letter.pointSizeF() if letter.pointSizeF() > 0 else letter.pixelSize() * 72 / self.logicalDpiY()
        dpi, palet = float(self.logicalDpiY()), self.palette()
        breed, hoog = self.beeld.width() / dpi, self.beeld.height() / dpi
        kleuren = (k.name() for k in (palet.color(Rol.WindowText), palet.color(Rol.Window), accent(palet)))
        return Opmaak(breed, hoog, dpi * schaal, punt * 0.95, *kleuren).passend()

    def _is_getekend(self, grafiek: Beeld, punten: tuple[bytes, int, int]) -> None:
        self._getekend = grafiek
        inhoud, breed, hoog = punten
        beeld = QImage(inhoud, breed, hoog, 4 * breed, QImage.Format.Format_RGBA8888)
        prent = QPixmap.fromImage(beeld.copy())
        prent.setDevicePixelRatio(self.devicePixelRatioF())
        self.beeld.setPixmap(prent)

    # -- taking it along

    def kopieer(self) -> None:
        """Put the picture on the clipboard, as it goes on paper."""
        self._maak("png", lambda inhoud: QApplication.clipboard().setImage(QImage.fromData(inhoud)))

    def _sla_op(self, formaat: str) -> None:
        assert self.grafiek is not None
        wat = "Grafiek opslaan", SOORTEN[formaat], f"{self.grafiek.kop}.{formaat}"
        self._maak(formaat, lambda inhoud: self._blik.bewaren_gevraagd.emit(*wat, inhoud))

    def _maak(self, formaat: str, klaar: Callable[[bytes], None]) -> None:
        from desktop.grafieken.tekenen import als_bestand

        grafiek = self.grafiek
        assert grafiek is not None
        self._blik.achtergrond.vraag(f"bestand {formaat}", lambda: als_bestand(grafiek, formaat), klaar)

    # -- following the window

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw what was not drawn out of view."""
        super().showEvent(event)
        if self.grafiek != self._getekend:
            self._wekker.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Out of view nothing is drawn: what is in view comes first."""
        super().hideEvent(event)
        self._wekker.stop()
        if self.grafiek is not None:
            self._blik.achtergrond.laat_maar(f"grafiek {self.grafiek.naam}")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Draw for the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._pas_hoogte()
            self._opnieuw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours or letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._opnieuw()

    def _opnieuw(self) -> None:
        """The picture is not as it must be; out of view it is drawn when it is shown."""
        self._getekend = None
        self._wekker.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The same choices under the right button."""
        self.knop.menu().exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Ctrl+C copies the picture."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.kopieer()
        else:
            super().keyPressEvent(event)
