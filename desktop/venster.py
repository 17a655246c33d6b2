"""The window: the menu, the answer on top, the subjects at the left, the page in the middle, the findings below."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QSize, QTimer, QTranslator
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from core import VERSIE
from desktop.bestandshandelingen import VOORBEELDEN, Bestandshandelingen
from desktop.document import Document
from desktop.meldingen import Meldingen, SchermStem, Stem
from desktop.plaatsen import GEMEENTE, vind
from desktop.stijl import regelhoogte, tekens

if TYPE_CHECKING:
    from desktop.antwoordstrook import Antwoordstrook
    from desktop.bevindingenlijst import Bevindingenlijst
    from desktop.onderwerpenlijst import Onderwerpenlijst
    from desktop.pagina import Pagina

NAAM = "Inburgeringsplanner"
TERUG, OPNIEUW = "Ongedaan maken", "Opnieuw"


class Hoofdvenster(QMainWindow):
    """One plan on screen.

    The window stands there first, with its menu; `maak_af` fills it as soon as it has been painted, and the first
    outcome follows when that can be seen. Every page but the first is made when it is asked for.
    """

    onderwerpen: Onderwerpenlijst
    bevindingen: Bevindingenlijst
    strook: Antwoordstrook

    def __init__(self, document: Document, stem: Stem | None = None) -> None:
        super().__init__()
        self.document = document
        document.setParent(self)
        self.meldingen = Meldingen(stem or SchermStem(self))
        self.bestand = Bestandshandelingen(document, self.meldingen)
        self.gereed = False
        self._toetsen: dict[QAction, str] = {}
        self._daarna: list[Callable[[], object]] = []
        self._paginas: dict[str, Pagina] = {}
        self._stapel = QStackedWidget()
        self._geschilderd = False
        self._menus()
        document.hernoemd.connect(self._titel)
        document.gewijzigd.connect(self._titel)
        self._titel()
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802
        """A size that shows a page well, and fits a small laptop."""
        scherm = self.screen().availableSize()
        gewenst = QSize(tekens(self, 150), 48 * regelhoogte(self))
        return gewenst.boundedTo(scherm * 0.94)

    # -- building

    def maak_af(self) -> None:
        """Fill the window: the answer, the subjects, the first page, the findings. The outcome comes after it."""
        if self.gereed:
            return
        from desktop.antwoordstrook import Antwoordstrook
        from desktop.bevindingenlijst import Bevindingenlijst
        from desktop.onderwerpenlijst import Onderwerpenlijst
        from desktop.stijl import Lijn

        self.gereed = True
        self.strook = Antwoordstrook(self.document)
        self.onderwerpen = Onderwerpenlijst(self.document)
        self.bevindingen = Bevindingenlijst(self.document)
        self.toon_pagina(GEMEENTE)
        midden = QWidget()
        zij_aan_zij = QHBoxLayout()
        zij_aan_zij.setSpacing(0)
        zij_aan_zij.addWidget(self.onderwerpen)
        zij_aan_zij.addWidget(Lijn(staand=True))
        zij_aan_zij.addWidget(self._stapel, 1)
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.strook)
        kolom.addWidget(Lijn())
        kolom.addLayout(zij_aan_zij, 1)
        kolom.addWidget(Lijn())
        kolom.addWidget(self.bevindingen)
        self.setCentralWidget(midden)
        for actie, toets in self._toetsen.items():  # here, because the names of all keys take a while to load
            actie.setShortcut(QKeySequence(toets))
        self.onderwerpen.gekozen.connect(self.toon_pagina)
        self.bevindingen.gekozen.connect(self.ga_naar)
        QTimer.singleShot(0, self._eerste_uitkomst)

    def _eerste_uitkomst(self) -> None:
        if self.document.uitkomst is None:
            self.document.reken()
        for doe in self._daarna:
            doe()

    def na_afmaken(self, doe: Callable[[], object]) -> None:
        """Do something as soon as the window is complete."""
        if self.gereed:
            doe()
        else:
            self._daarna.append(doe)

    def _menus(self) -> None:
        bestand = self.menuBar().addMenu("&Bestand")
        self._actie(bestand, "&Nieuw", self.bestand.nieuw, "Ctrl+N")
        self._actie(bestand, "&Openen…", self.bestand.openen, "Ctrl+O")
        self._actie(bestand, "Op&slaan", self.bestand.opslaan, "Ctrl+S")
        self._actie(bestand, "Opslaan &als…", self.bestand.opslaan_als, "Ctrl+Shift+S")
        self._voorbeelden = bestand.addMenu("&Voorbeelden")
        self._voorbeelden.setObjectName("voorbeelden")
        self._voorbeelden.aboutToShow.connect(self.vul_voorbeelden)
        bestand.addSeparator()
        self._actie(bestand, "Werkboek &exporteren…", self.bestand.exporteren, "Ctrl+E")
        self._actie(bestand, "Werkboek &importeren…", self.bestand.importeren, "Ctrl+I")
        self._actie(bestand, "&Leeg sjabloon opslaan…", self.bestand.sjabloon)
        bestand.addSeparator()
        self._actie(bestand, "A&fsluiten", self.close, "Ctrl+Q")
        bewerken = self.menuBar().addMenu("Be&werken")
        self._terug = self._actie(bewerken, TERUG, self._ongedaan, "Ctrl+Z")
        self._verder = self._actie(bewerken, OPNIEUW, self._opnieuw, "Ctrl+Y")
        self._noem_stappen()
        self.document.stapel.indexChanged.connect(self._noem_stappen)
        hulp = self.menuBar().addMenu("&Help")
        self._actie(hulp, f"&Over {NAAM}", self._over)

    def _noem_stappen(self, _index: int = 0) -> None:
        """Say which step would be undone or done again."""
        stapel = self.document.stapel
        for actie, woord, stap, kan in (
            (self._terug, TERUG, stapel.undoText(), stapel.canUndo()),
            (self._verder, OPNIEUW, stapel.redoText(), stapel.canRedo()),
        ):
            actie.setText(f"{woord}: {stap}" if stap else woord)
            actie.setEnabled(kan)

    def _actie(self, menu: QMenu, tekst: str, doe: Callable[[], object], toets: str = "") -> QAction:
        actie = QAction(tekst, self)
        actie.triggered.connect(lambda _aan=False: doe())
        if toets:
            self._toetsen[actie] = toets
        menu.addAction(actie)
        return actie

    def vul_voorbeelden(self) -> None:
        """Fill the menu of examples from their folder."""
        self._voorbeelden.clear()
        paden = sorted(VOORBEELDEN.glob("*.inburgeringsplan"))
        for pad in paden:
            naam = pad.stem.replace("_", " ").replace("-", " ")
            self._actie(self._voorbeelden, naam[:1].upper() + naam[1:], partial(self.bestand.voorbeeld, pad))
        if not paden:
            self._actie(self._voorbeelden, "Er zijn geen voorbeelden", lambda: None).setEnabled(False)

    # -- going about

    def toon_pagina(self, naam: str) -> Pagina:
        """Show the page of a subject; make it when it is not there yet."""
        if naam not in self._paginas:
            self._paginas[naam] = self._maak(naam)
            self._stapel.addWidget(self._paginas[naam])
        self._stapel.setCurrentWidget(self._paginas[naam])
        return self._paginas[naam]

    def _maak(self, naam: str) -> Pagina:
        if naam == GEMEENTE:
            from desktop.gemeentepagina import maak_gemeentepagina

            return maak_gemeentepagina(self.document)
        from desktop.pagina import maak_pagina

        onderwerp = next(o for o in self.document.catalogus.onderwerpen if o.naam == naam)
        return maak_pagina(self.document, onderwerp)

    def ga_naar(self, plaats: str) -> None:
        """Show the field of a place and give it the focus."""
        onderwerp = vind(plaats, self.document.catalogus).onderwerp
        if onderwerp in self.onderwerpen.namen:
            self.onderwerpen.kies(onderwerp)
            self.toon_pagina(onderwerp).ga_naar(plaats)

    def _ongedaan(self) -> None:
        self.document.stapel.undo()
        self.ga_naar(self.document.laatste_plaats)

    def _opnieuw(self) -> None:
        self.document.stapel.redo()
        self.ga_naar(self.document.laatste_plaats)

    def _over(self) -> None:
        tekst = (
            f"{NAAM} {VERSIE}. Kengetallen: editie {self.document.catalogus.editie}. Rekent wat de Wet "
            "inburgering 2021 een gemeente kost, zonder internet. Open source onder de EUPL 1.2."
        )
        self.meldingen.meld(f"Over {NAAM}", tekst)

    # -- the window itself

    def _titel(self, _plaats: str = "") -> None:
        delen = [deel for deel in (self.document.gemeente, f"{self.bestand.naam}[*]") if deel]
        self.setWindowTitle(f"{' · '.join(delen)} – {NAAM}")
        self.setWindowModified(not self.document.bewaard)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """The rest is made as soon as the window can be seen."""
        super().paintEvent(event)
        if not self._geschilderd:
            self._geschilderd = True
            QTimer.singleShot(0, self.maak_af)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing is lost without asking."""
        if self.bestand.mag_weg():
            event.accept()
        else:
            event.ignore()


def maak_toepassing() -> QApplication:
    """The application, speaking Dutch: standard buttons, menus of fields, dates and numbers."""
    bestaand = QApplication.instance()
    toepassing = bestaand if isinstance(bestaand, QApplication) else QApplication(sys.argv[:1])
    toepassing.setApplicationName(NAAM)
    toepassing.setApplicationVersion(VERSIE)
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
    if pad is not None:
        venster.na_afmaken(lambda: venster.bestand.open(pad))
    return toepassing.exec()
