"""The window: the menu, and under it the sheet on which the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QSize, QTimer, QTranslator
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from core import VERSIE
from desktop.document import Document
from desktop.menu import Menu
from desktop.stijl import maak_leesbaar, regelhoogte, tekens

if TYPE_CHECKING:
    from desktop.bewaren.bestandshandelingen import Bestandshandelingen
    from desktop.bewaren.herstel import Herstel
    from desktop.bewaren.thuis import Thuis
    from desktop.bewaren.werkboekhandelingen import Werkboekhandelingen
    from desktop.blik import Blik
    from desktop.handleiding import Handleiding
    from desktop.kader.werkblad import Werkblad
    from desktop.meldingen import Meldingen, Stem
    from desktop.paginas.pagina import Pagina

NAAM = "Inburgeringsplanner"


class Hoofdvenster(QMainWindow):
    """One plan on screen.

    The window stands there first, with its menu; `maak_af` fills it as soon as it has been painted, and the first
    outcome follows when that can be seen. Until `neem_thuis` nothing is kept on this computer.
    """

    def __init__(self, document: Document, stem: Stem | None = None) -> None:
        super().__init__()
        self.document, self._stem = document, stem
        document.setParent(self)
        self.thuis: Thuis | None = None
        self.herstel: Herstel | None = None
        self.gereed = False
        self._daarna: list[Callable[[], object]] = []
        self._geschilderd = False
        self._werkblad: Werkblad | None = None
        self._handleiding: Handleiding | None = None
        self._vellen = QStackedWidget()
        self.setAnimated(False)
        self.menu = Menu(self, NAAM)
        document.hernoemd.connect(self._titel)
        document.gewijzigd.connect(self._titel)
        document.begonnen.connect(self.toon_werkblad)
        self._titel()
        self.resize(self.sizeHint())

    # What is not needed to stand there is made when it is first asked for.

    @cached_property
    def blik(self) -> Blik:
        """What the user looks at."""
        from desktop.blik import Blik

        return Blik(self.document)

    @cached_property
    def meldingen(self) -> Meldingen:
        """The one that speaks to the user."""
        from desktop.meldingen import Meldingen, SchermStem

        return Meldingen(self._stem or SchermStem(self))

    @cached_property
    def bestand(self) -> Bestandshandelingen:
        """What is done with plan files."""
        from desktop.bewaren.bestandshandelingen import Bestandshandelingen
        from desktop.bewaren.voortgang import Voortgang

        bestand = Bestandshandelingen(self.document, self.meldingen, Voortgang(self.blik.achtergrond, self))
        self.blik.bewaren_gevraagd.connect(bestand.bewaar_los)
        return bestand

    @cached_property
    def werkboek(self) -> Werkboekhandelingen:
        """What is done with workbooks."""
        from desktop.bewaren.werkboekhandelingen import Werkboekhandelingen

        return Werkboekhandelingen(self.document, self.meldingen, self.bestand.voortgang, self)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A size that shows a page well, and fits a small laptop."""
        scherm = self.screen().availableSize()
        gewenst = QSize(tekens(self, 150), 48 * regelhoogte(self))
        return gewenst.boundedTo(scherm * 0.94)

    # -- building

    def maak_af(self) -> None:
        """Show what to begin with. The sheet and the first outcome come after it."""
        if self.gereed:
            return
        from desktop.pictogram import pictogram

        self.gereed = True
        self.setWindowIcon(pictogram())
        self.setCentralWidget(self._vellen)
        self._vellen.show()
        if self._werkblad is None:
            self.toon_start()
        self.menu.zet_toetsen()
        QTimer.singleShot(0, self._eerste_uitkomst)

    def _eerste_uitkomst(self) -> None:
        assert self.werkblad is not None
        if self.document.uitkomst is None:
            self.document.reken()
        for doe in self._daarna:
            doe()

    def neem_thuis(self, thuis: Thuis) -> None:
        """Keep unsaved work from now on, and offer what an earlier session left behind."""
        from desktop.bewaren.herstel import Herstel, gooi_weg
        from desktop.meldingen import TERUGHALEN, WEGGOOIEN

        self.herstel = Herstel(self.document, thuis.herstel)
        self.bestand.geopend = thuis.onthoud
        self.thuis = thuis
        self.werkblad.rondleiding.klaar.connect(thuis.rondleiding_is_gezien)
        if self._werkblad is None or not self._werkblad.isVisible():
            self.toon_start()
        for pad, kopie in self.herstel.achtergebleven():
            naam = kopie.gegevens["gemeente"].get("naam") or Path(kopie.bestand).name or "een plan zonder naam"
            antwoord = self.meldingen.terughalen(f"{naam}, {kopie.tijd}")
            if antwoord == WEGGOOIEN:
                gooi_weg(pad)
            elif antwoord == TERUGHALEN:
                self.herstel.neem_over(pad, kopie)
                return

    def na_afmaken(self, doe: Callable[[], object]) -> None:
        """Do something as soon as the window is complete."""
        if self.gereed:
            doe()
        else:
            self._daarna.append(doe)

    def bewaar_herstel(self) -> None:
        """Keep unsaved work now."""
        if self.herstel is not None:
            self.herstel.bewaar()

    # -- going about

    @property
    def werkblad(self) -> Werkblad:
        """The sheet on which the work is done; made when it is first needed."""
        if self._werkblad is None:
            from desktop.kader.werkblad import Werkblad

            self._werkblad = Werkblad(self.document, self.blik)
            self._vellen.addWidget(self._werkblad)
        return self._werkblad

    def toon_werkblad(self) -> None:
        """Show the plan."""
        self._vellen.setCurrentWidget(self.werkblad)
        if self.thuis is not None and not self.thuis.rondleiding_gezien:
            self.thuis.rondleiding_is_gezien()  # offered once
            self.werkblad.rondleiding.begin()

    def toon_start(self) -> None:
        """Show what to begin with; the plan stays as it is."""
        from desktop.paginas.start import Startscherm, maak_startscherm

        start = maak_startscherm(self, NAAM)
        self._vellen.addWidget(start)
        self._vellen.setCurrentWidget(start)
        oud: Startscherm
        for oud in self.findChildren(Startscherm):
            if oud is not start:
                oud.setParent(None)
                oud.deleteLater()

    def open_plan(self, pad: Path) -> None:
        """Open a plan file, unless there is unsaved work that must not go."""
        if self.bestand.mag_weg():
            self.bestand.open(pad)

    def toon_pagina(self, naam: str) -> Pagina:
        """Show the page of a step, or of the step of a subject."""
        self.toon_werkblad()
        return self.werkblad.toon_pagina(naam)

    def ga_naar(self, plaats: str) -> None:
        """Show the field of a place and give it the focus."""
        self.toon_werkblad()
        self.werkblad.ga_naar(plaats)

    def waar_vandaan(self) -> None:
        """Explain the figure with the focus, or fold the explanation away."""
        self.werkblad.vraag_uitleg()

    def toon_stap(self) -> None:
        """Show where a step was undone or done again."""
        self.ga_naar(self.document.laatste_plaats)

    def hulp(self) -> None:
        """Show the handleiding, at what it says about this page."""
        from desktop.handleiding import Handleiding
        from desktop.stappen import stap_van

        if self._handleiding is None:
            self._handleiding = Handleiding(self)
        op_werkblad = self._werkblad is not None and self._werkblad.isVisible()
        self._handleiding.toon(stap_van(self.werkblad.stappen.gekozen_naam).titel if op_werkblad else "")

    def rondleiding(self) -> None:
        """Begin the tour."""
        self.toon_werkblad()
        self.werkblad.rondleiding.begin()

    def over(self) -> None:
        """Say what this is, and offer the zelftest."""
        from desktop.overvenster import Overvenster

        Overvenster(self.document.catalogus.editie, self).open()

    # -- the window itself

    def _titel(self, _plaats: str = "") -> None:
        delen = [deel for deel in (self.document.gemeente, f"{self.document.naam}[*]") if deel]
        self.setWindowTitle(f"{' · '.join(delen)} – {NAAM}")
        self.setWindowModified(not self.document.bewaard)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rest is made as soon as the window can be seen."""
        super().paintEvent(event)
        if not self._geschilderd:
            self._geschilderd = True
            QTimer.singleShot(0, self.maak_af)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """When the system gets other colours, what cannot be read in them is mended again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            QTimer.singleShot(0, maak_leesbaar)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing is lost without asking."""
        if self.bestand.mag_weg():
            self.blik.achtergrond.sluit()
            self.bestand.sluit()
            if self.herstel is not None:
                self.herstel.wis()
            event.accept()
        else:
            event.ignore()


def maak_toepassing() -> QApplication:
    """The application, speaking Dutch: standard buttons, menus of fields, dates and numbers."""
    bestaand = QApplication.instance()
    toepassing = bestaand if isinstance(bestaand, QApplication) else QApplication(sys.argv[:1])
    toepassing.setApplicationName(NAAM)
    toepassing.setApplicationVersion(VERSIE)
    maak_leesbaar()
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    vertaling = QTranslator(toepassing)
    if vertaling.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        toepassing.installTranslator(vertaling)
    return toepassing


def maak_venster() -> Hoofdvenster:
    """The window on a new plan."""
    return Hoofdvenster(Document())


def main(pad: Path | None = None) -> int:
    """Open the window, with a plan file where one is given; returns when it is closed."""
    toepassing = maak_toepassing()
    venster = maak_venster()
    venster.show()
    venster.na_afmaken(partial(_neem_plaats, venster))
    if pad is not None:
        venster.na_afmaken(partial(venster.open_plan, pad))
    return toepassing.exec()


def _neem_plaats(venster: Hoofdvenster) -> None:
    """Keep things on this computer from now on, and keep the work when the program makes a mistake."""
    from desktop.bewaren.thuis import Thuis
    from desktop.ongeval import vang_op

    vang_op(venster.meldingen, venster.bewaar_herstel)
    venster.neem_thuis(Thuis.van_de_gebruiker())
