"""The menu bar: every action of the window, with its key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop.voorbeelden import voorbeelden

if TYPE_CHECKING:
    from desktop.bewaren.overnamehandelingen import Overnamehandelingen
    from desktop.venster import Hoofdvenster

TERUG, OPNIEUW = "Ongedaan maken", "Opnieuw"


class Menu:
    """Builds the menus."""

    def __init__(self, venster: Hoofdvenster, naam: str) -> None:
        self._venster = venster
        self._toetsen: dict[QAction, str] = {}
        self._menus: list[QMenu] = []
        self._bestand()
        self._bewerken()
        self._beeld()
        self._help(naam)

    def zet_toetsen(self) -> None:
        """Give the actions their keys; later, because the names of all keys take a while to load."""
        for actie, toets in self._toetsen.items():
            actie.setShortcut(QKeySequence(toets))

    def _bestand(self) -> None:
        venster = self._venster
        menu = self._menu("&Bestand")
        self._actie(menu, "&Nieuw", lambda: venster.bestand.nieuw(), "Ctrl+N")
        self._actie(menu, "&Openen…", lambda: venster.bestand.openen(), "Ctrl+O")
        self._actie(menu, "Op&slaan", lambda: venster.bestand.opslaan(), "Ctrl+S")
        self._actie(menu, "Opslaan &als…", lambda: venster.bestand.opslaan_als(), "Ctrl+Shift+S")
        self.voorbeelden = menu.addMenu("&Voorbeelden")
        self.voorbeelden.setObjectName("voorbeelden")
        self.voorbeelden.aboutToShow.connect(self.vul_voorbeelden)
        menu.addSeparator()
        self._actie(menu, "Werkboek &exporteren…", lambda: venster.werkboek.exporteren(), "Ctrl+E")
        self._actie(menu, "Werkboek &importeren…", lambda: venster.werkboek.importeren(), "Ctrl+I")
        self._actie(menu, "&Gegevens overnemen…", lambda: self._overname().kies())
        self._actie(menu, "Groot&boek vergelijken…", lambda: self._overname().grootboek())
        self._actie(menu, "&Leeg sjabloon opslaan…", lambda: venster.werkboek.sjabloon())
        menu.addSeparator()
        self._actie(menu, "Start&scherm", self._venster.toon_start)
        self._actie(menu, "A&fsluiten", self._venster.close, "Ctrl+Q")

    def _overname(self) -> Overnamehandelingen:
        from desktop.bewaren.overnamehandelingen import Overnamehandelingen

        return Overnamehandelingen(self._venster)

    def _bewerken(self) -> None:
        menu = self._menu("Be&werken")
        stapel = self._venster.document.stapel
        for actie, toets in (
            (stapel.createUndoAction(self._venster, TERUG), "Ctrl+Z"),
            (stapel.createRedoAction(self._venster, OPNIEUW), "Ctrl+Y"),
        ):
            self._toetsen[actie] = toets
            actie.triggered.connect(self._venster.toon_stap)
            menu.addAction(actie)

    def _beeld(self) -> None:
        menu = self._menu("Bee&ld")
        self._actie(menu, "&Waar komt dit getal vandaan?", self._venster.waar_vandaan, "F9")
        self._actie(menu, "&Volgend deel van het venster", lambda: self._venster.werkblad.volgend_deel(), "F6")

    def _help(self, naam: str) -> None:
        menu = self._menu("&Help")
        self._actie(menu, "&Handleiding", self._venster.hulp, "F1")
        self._actie(menu, "&Rondleiding", self._venster.rondleiding)
        menu.addSeparator()
        self._actie(menu, f"&Over {naam}", self._venster.over)

    def _menu(self, naam: str) -> QMenu:
        menu = self._venster.menuBar().addMenu(naam)
        self._menus.append(menu)
        return menu

    def _actie(self, menu: QMenu, tekst: str, doe: Callable[[], object], toets: str = "") -> QAction:
        actie = QAction(tekst, self._venster)
        actie.triggered.connect(lambda _aan=False: doe())
        if toets:
            self._toetsen[actie] = toets
        menu.addAction(actie)
        return actie

    def vul_voorbeelden(self) -> None:
        """Fill the menu of examples from their folder."""
        self.voorbeelden.clear()
        gevonden = voorbeelden()
        for naam, pad in gevonden:
            self._actie(self.voorbeelden, naam, partial(self._venster.bestand.voorbeeld, pad))
        if not gevonden:
            self._actie(self.voorbeelden, "Er zijn geen voorbeelden", lambda: None).setEnabled(False)
