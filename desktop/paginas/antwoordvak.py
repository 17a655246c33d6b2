"""A page of answers that take longer than a blink: worked out beside the screen, and never shown once they are old."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.blik import Blik
from desktop.document import Document
from desktop.grafieken.prent import Prent
from desktop.paginas.pagina import Pagina
from desktop.stijl import Bijtekst

if TYPE_CHECKING:
    from core.regels import Uitkomst
    from desktop.stappen import Stap

A = TypeVar("A")
GEDULD_MS = 500
"""Shorter work needs no word."""
BEZIG = "Wordt berekend…"
_LEEG = "Er is nog niets uit te leggen. Boven in beeld staat wat u nog moet invullen."
_FOUT = "Herstel eerst de fout die boven in beeld staat. Daarna staat hier de nieuwe uitleg."


class Rekenpagina(Pagina):
    """A page of boxes, each with an answer about the outcome of now.

    As soon as the plan changes the boxes are empty, keeping their place; they fill again with the new answers. Out of
    view the page asks nothing, and gives up what it had asked.
    """

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self._vakken: list[Antwoordvak] = []
        self.toestand = Bijtekst()
        self.toestand.hide()
        self.kolom.addWidget(self.toestand)
        self.bezig = QLabel(BEZIG)
        self.bezig.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.bezig.hide()
        boven = QVBoxLayout(self.viewport())
        boven.addWidget(self.bezig, 0, Qt.AlignmentFlag.AlignCenter)
        self._geduld = QTimer(self, singleShot=True, interval=GEDULD_MS)
        self._geduld.timeout.connect(self._zeg_bezig)
        blik.jaar_gekozen.connect(lambda _jaar: self._toon_jaar())

    def vak(self, naam: str) -> Antwoordvak:
        """A new box at the end of the page."""
        vak = Antwoordvak(self, f"{self.stapnaam} {naam}")
        self._vakken.append(vak)
        self.kolom.addWidget(vak)
        return vak

    @property
    def stapnaam(self) -> str:
        """What the page is called among all work that goes on."""
        return type(self).__name__

    def vraag_alles(self) -> None:
        """Ask for every answer; only called when there is an outcome of now, and the page is in view."""

    def toon_jaar(self) -> None:
        """Show another year of the answers that are there."""

    # -- following the plan

    def ververs(self) -> None:
        """Ask anew; a page that went out of view in the meantime waits until it is shown."""
        if not self.isVisible():
            self._achter = True
            return
        leeg = self.document.uitkomst is None
        self.toestand.setText(_LEEG if leeg else _FOUT)
        self.toestand.setVisible(not self.document.actueel)
        for vak in self._vakken:
            vak.wis()
            vak.setVisible(self.document.actueel)
        if self.document.actueel:
            self.vraag_alles()

    def _gerekend(self) -> None:
        """What stands there is old from now on."""
        for vak in self._vakken:
            vak.wis()
        super()._gerekend()

    def _toon_jaar(self) -> None:
        if self.isVisible() and not self._achter:
            self.toon_jaar()
        else:
            self._achter = True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Give up what is not there yet; it is asked again when the page is shown."""
        super().hideEvent(event)
        for vak in self._vakken:
            if vak.wacht:
                vak.wis()
                self._achter = True

    # -- patience

    def wacht_anders(self) -> None:
        """A box began or ceased to wait."""
        if not any(vak.wacht for vak in self._vakken):
            self._geduld.stop()
            self.bezig.hide()
        elif not self._geduld.isActive():
            self._geduld.start()

    def _zeg_bezig(self) -> None:
        self.bezig.raise_()
        self.bezig.show()


class Antwoordvak(QWidget):
    """A box for one answer. While that is not there the box keeps its place, and shows nothing."""

    def __init__(self, pagina: Rekenpagina, naam: str) -> None:
        super().__init__()
        self._pagina, self._naam = pagina, naam
        self.wacht = False
        self._had_focus: QWidget | None = None
        self.inhoud = QWidget()
        plek = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        plek.setRetainSizeWhenHidden(True)
        self.inhoud.setSizePolicy(plek)
        self.kolom = QVBoxLayout(self.inhoud)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(pagina.kolom.spacing())
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(self.inhoud)
        self.inhoud.hide()

    def vraag(self, doe: Callable[[Uitkomst], A], toon: Callable[[A], None]) -> None:
        """Work out an answer about the outcome of now, and show it if that still is the outcome.

        Args:
            doe: the work; it touches no widget.
            toon: shows the answer in this box.
        """
        uitkomst = self._pagina.document.uitkomst
        assert uitkomst is not None
        self.wis()
        self._zet_wacht(True)

        def klaar(antwoord: A) -> None:
            document = self._pagina.document
            if document.uitkomst is uitkomst and document.actueel:
                self._zet_wacht(False)
                toon(antwoord)
                self._laat_zien()

        self._pagina.blik.achtergrond.vraag(self._naam, lambda: doe(uitkomst), klaar)

    def wis(self) -> None:
        """What stands here is not of now: show nothing, and wait for nothing."""
        self._pagina.blik.achtergrond.laat_maar(self._naam)
        nu = QApplication.focusWidget()
        if nu is not None and self.inhoud.isAncestorOf(nu):
            self._had_focus = nu
            self._pagina.setFocus()
        self.inhoud.hide()
        prent: Prent
        for prent in self.inhoud.findChildren(Prent):
            prent.wis()
        self._zet_wacht(False)

    def _laat_zien(self) -> None:
        """Show what is in the box, and give the focus back where it was."""
        self.inhoud.show()
        if self._had_focus is not None and self._pagina.hasFocus():
            self._had_focus.setFocus()
        self._had_focus = None

    def _zet_wacht(self, wacht: bool) -> None:
        if wacht != self.wacht:
            self.wacht = wacht
            self._pagina.wacht_anders()
