"""A page: the rows of one subject in one column that scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.invoerrij import Invoerrij
from desktop.plaatsen import vind
from desktop.stijl import Lijn, halve_regel, maat

if TYPE_CHECKING:
    from core.catalogus import Onderwerp


class Pagina(QScrollArea):
    """Rows under a title. It knows the plan and the outcome, never the rules."""

    def __init__(self, document: Document, titel: str, rijen: Sequence[Invoerrij]) -> None:
        super().__init__()
        self.document, self.rijen = document, list(rijen)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        inhoud = QWidget()
        kolom = QVBoxLayout(inhoud)
        wit = halve_regel(self)
        kolom.setContentsMargins(2 * wit, wit, 2 * wit, 2 * wit)
        kolom.setSpacing(round(1.6 * wit))
        self.titel = QLabel(titel)
        self.titel.setFont(maat(self.font(), 1.45))
        kolom.addWidget(self.titel)
        kolom.addWidget(Lijn(accent=True))
        for rij in self.rijen:
            kolom.addWidget(rij)
            rij.veranderd.connect(self.zet_tabvolgorde)
        kolom.addStretch(1)
        self.setWidget(inhoud)
        self.zet_tabvolgorde()
        document.gewijzigd.connect(self._gewijzigd)
        document.gerekend.connect(self._gerekend)
        if document.uitkomst is not None or document.bevindingen:
            self._gerekend()

    def zet_tabvolgorde(self) -> None:
        """Tab goes as one reads."""
        velden = [veld for rij in self.rijen for veld in rij.focusvolgorde()]
        for veld, volgend in pairwise(velden):
            QWidget.setTabOrder(veld, volgend)

    def _gewijzigd(self, plaats: str) -> None:
        for rij in self.rijen:
            if not plaats or self._is_van(plaats, rij):
                rij.ververs()

    def _gerekend(self) -> None:
        for rij in self.rijen:
            rij.ververs_hints()
            rij.toon_bevindingen([b for b in self.document.bevindingen if self._is_van(b.plaats, rij)])

    def _is_van(self, plaats: str, rij: Invoerrij) -> bool:
        return rij.naam == vind(plaats, self.document.catalogus).naam

    def ga_naar(self, plaats: str) -> None:
        """Bring the field of a place into view and give it the focus."""
        gezocht = vind(plaats, self.document.catalogus)
        for rij in self.rijen:
            if rij.naam == gezocht.naam:
                rij.ga_naar(gezocht.groep, gezocht.rest)
                self.ensureWidgetVisible(rij)
                return


def maak_pagina(document: Document, onderwerp: Onderwerp) -> Pagina:
    """The page of a subject of the catalogue."""
    from core.catalogus import Vorm
    from desktop.catalogusrij import maak_rij

    ingangen = [i for i in document.catalogus.van(onderwerp.naam) if i.vorm is not Vorm.CONSTANTE]
    return Pagina(document, onderwerp.titel, [maak_rij(document, ingang) for ingang in ingangen])
