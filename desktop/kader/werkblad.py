"""The sheet on which the work is done: answer on top, steps at the left, page, explanation at the right, findings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.blik import Blik
from desktop.document import Document
from desktop.kader.antwoordstrook import Antwoordstrook
from desktop.kader.bevindingenlijst import Bevindingenlijst
from desktop.kader.rondleiding import Rondleiding
from desktop.kader.stapkeuze import Stapkeuze
from desktop.kader.stappenlijst import Stappenlijst
from desktop.kader.uitlegpaneel import Uitlegpaneel
from desktop.paginas.pagina import Formulier, Pagina
from desktop.plaatsen import GEMEENTE, vind
from desktop.stappen import STAPPEN, stap_van
from desktop.stijl import Lijn, tekens

PAGINABREEDTE, SMALSTE_PAGINA = 82, 60
"""Digits that a page needs: with less the explanation comes under it; with less than that the steps are folded away."""


class Werkblad(QWidget):
    """Puts the regions together and leads from one to the other. Pages are made when they are first asked for."""

    def __init__(self, document: Document, blik: Blik) -> None:
        super().__init__()
        self._document, self._blik = document, blik
        self._paginas: dict[str, Pagina] = {}
        self.strook = Antwoordstrook(document, blik)
        self.stappen = Stappenlijst(document)
        self.stapkeuze = Stapkeuze(self.stappen)
        self.bevindingen = Bevindingenlijst(document)
        self.rondleiding = Rondleiding()
        self.uitleg = Uitlegpaneel(document, blik)
        self.uitleg.hide()
        self._voor_uitleg: QWidget | None = None
        self._stapel = QStackedWidget()
        self._schik()
        self.toon_pagina(GEMEENTE)
        self.stappen.gekozen.connect(self._stap_gekozen)
        self.bevindingen.gekozen.connect(self.ga_naar)
        self.strook.plaats_gekozen.connect(self.ga_naar)
        blik.plaats_gekozen.connect(self.ga_naar)
        blik.uitleg_gevraagd.connect(self._toon_uitleg)
        self.uitleg.gesloten.connect(self._uitleg_gesloten)
        toepassing = QApplication.instance()
        assert isinstance(toepassing, QApplication)
        toepassing.focusChanged.connect(self._volg)
        if document.uitkomst is not None or document.bevindingen:
            for deel in (self.strook, self.stappen, self.bevindingen):
                deel.ververs()

    def _schik(self) -> None:
        self._midden = QSplitter(Qt.Orientation.Horizontal)
        self._midden.setChildrenCollapsible(False)
        self._midden.addWidget(self._stapel)
        self._midden.addWidget(self.uitleg)
        self._midden.setStretchFactor(0, 1)
        self._lijn = Lijn(staand=True)
        naast_elkaar = QHBoxLayout()
        naast_elkaar.setSpacing(0)
        naast_elkaar.addWidget(self.stappen)
        naast_elkaar.addWidget(self._lijn)
        naast_elkaar.addWidget(self._midden, 1)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(self.rondleiding)
        kolom.addWidget(self.strook)
        kolom.addWidget(Lijn())
        kolom.addWidget(self.stapkeuze)
        kolom.addLayout(naast_elkaar, 1)
        kolom.addWidget(Lijn())
        kolom.addWidget(self.bevindingen)

    @property
    def smal(self) -> bool:
        """Whether the window has no room for the steps beside a page."""
        return self.width() < self.stappen.width() + tekens(self, SMALSTE_PAGINA)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a narrow window the steps are a list that unfolds, and the explanation takes the place of the page."""
        super().resizeEvent(event)
        for deel in (self.stappen, self._lijn):
            deel.setVisible(not self.smal)
        self.stapkeuze.setVisible(self.smal)
        self.strook.zet_smal(self.smal)
        self._stapel.setVisible(not self.smal or self.uitleg.isHidden())

    # -- going about

    def toon_pagina(self, naam: str) -> Pagina:
        """Show the page of a step, or of the step of a subject."""
        stap = stap_van(naam)
        if stap.naam not in self._paginas:
            pagina = stap.maak(stap, self._document, self._blik)
            self._paginas[stap.naam] = pagina
            self._stapel.addWidget(pagina)
        self._stapel.setCurrentWidget(self._paginas[stap.naam])
        if self._stapel.isHidden():
            self.uitleg.hide()
        return self._paginas[stap.naam]

    def _stap_gekozen(self, naam: str, onderwerp: str) -> None:
        pagina = self.toon_pagina(naam)
        if isinstance(pagina, Formulier):
            pagina.toon_onderwerp(onderwerp)

    def ga_naar(self, plaats: str) -> None:
        """Show the field of a place (or the page of a step where nothing is filled in) and give it the focus."""
        eigen = any(stap.naam == plaats and not stap.invoer for stap in STAPPEN)
        onderwerp = plaats if eigen else vind(plaats, self._document.catalogus).onderwerp
        if onderwerp:
            self.stappen.kies(onderwerp)
            self.toon_pagina(onderwerp).ga_naar(plaats)

    def volgend_deel(self) -> None:
        """Give the next part of the window the focus: steps, page, explanation, findings, answer."""
        delen: list[QWidget] = [self.stapkeuze, self.stappen, self._stapel, self.uitleg, self.bevindingen, self.strook]
        delen = [deel for deel in delen if deel.isVisible()]
        nu = self.window().focusWidget()
        waar = next((n for n, deel in enumerate(delen) if nu is not None and (deel is nu or deel.isAncestorOf(nu))), -1)
        volgende = delen[(waar + 1) % len(delen)]
        velden = [volgende, *volgende.findChildren(QWidget)]
        for veld in velden:
            if veld.focusPolicy() & Qt.FocusPolicy.TabFocus and veld.isVisible() and veld.isEnabled():
                veld.setFocus(Qt.FocusReason.TabFocusReason)
                return

    # -- where a figure comes from

    def vraag_uitleg(self) -> None:
        """Explain the figure with the focus; without a new one, fold the explanation away."""
        figuur = self._blik.figuur_van(self.window().focusWidget())
        if self.uitleg.isVisible() and (figuur is None or figuur == self._blik.figuur):
            self.uitleg.hide()
        elif figuur is not None:
            self._blik.vraag_uitleg(figuur)
        else:
            self._toon_uitleg()

    def _toon_uitleg(self) -> None:
        if not self.uitleg.isHidden():
            return
        self.uitleg.show()
        if self.smal:
            self._voor_uitleg = self.window().focusWidget()
            self.uitleg.boom.setFocus()
            self._stapel.hide()
            return
        breed = max(self.uitleg.minimumWidth(), min(tekens(self, 48), self.width() // 4))
        onder = self._midden.width() - breed < tekens(self, PAGINABREEDTE)
        self._midden.setOrientation(Qt.Orientation.Vertical if onder else Qt.Orientation.Horizontal)
        geheel = self._midden.height() if onder else self._midden.width()
        deel = geheel // 2 if onder else breed
        self._midden.setSizes([geheel - deel, deel])

    def _uitleg_gesloten(self) -> None:
        """The page is there again, and the keyboard goes on where it was."""
        self._stapel.show()
        if self._voor_uitleg is not None:
            self._voor_uitleg.setFocus()
        self._voor_uitleg = None

    def _volg(self, _oud: QWidget | None, nieuw: QWidget | None) -> None:
        """While it is open the explanation follows the focus; not into itself."""
        if self.uitleg.isVisible() and nieuw is not None and not self.uitleg.isAncestorOf(nieuw):
            figuur = self._blik.figuur_van(nieuw)
            if figuur is not None:
                self._blik.kies_figuur(figuur)
