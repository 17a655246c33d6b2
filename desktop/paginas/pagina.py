"""A page: a title and what stands under it in one column that scrolls. It knows plan and outcome, never the rules."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.getallen import hecht
from desktop.blik import Blik
from desktop.document import Document
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst, Lijn, halve_regel, maat, tekens
from desktop.velden.effecten import Effecten
from desktop.velden.invoerrij import Invoerrij

if TYPE_CHECKING:
    from core.plan import Bevinding
    from desktop.stappen import Stap

NALOOP_MS = 60
"""The answer on top follows every key; the page follows when the keys rest for a moment."""
BREEDSTE = 118
"""Digits: a longer line of text does not read well."""


class Kop(QLabel):
    """A heading."""

    def __init__(self, tekst: str, factor: float, *, vet: bool = False) -> None:
        super().__init__(tekst)
        self.setWordWrap(True)
        self.setFont(maat(self.font(), factor, vet=vet))


class Zin(QLabel):
    """A sentence that folds, and can be copied; an amount in it does not fall apart."""

    def __init__(self, factor: float = 1.0) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setFont(maat(self.font(), factor))
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def zeg(self, tekst: str) -> None:
        """Show a text; an empty one takes no place."""
        self.setText(hecht(tekst))
        self.setVisible(bool(tekst))


class Pagina(QScrollArea):
    """A column under a title. While a page is not in view it does no work: it catches up when it is shown."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__()
        self.document, self.blik = document, blik
        self._achter = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(stap.titel)
        inhoud = QWidget()
        self.kolom = QVBoxLayout(inhoud)
        wit = halve_regel(self)
        self._pas_marges()
        self.kolom.setSpacing(round(1.8 * wit))
        self.titel = Kop(stap.titel, 1.5)
        self.kolom.addWidget(self.titel)
        if stap.wat:
            self.kolom.addWidget(Bijtekst(stap.wat))
        self.kolom.addWidget(Lijn(accent=True))
        self.setWidget(inhoud)
        self._naloop = QTimer(self, singleShot=True, interval=NALOOP_MS)
        self._naloop.timeout.connect(self.ververs)
        document.gerekend.connect(self._gerekend)

    def _pas_marges(self) -> None:
        """White at the right on a wide screen. A greatest width would not do: heights would be those of wider lines."""
        wit, rechts = halve_regel(self), self.viewport().width() - tekens(self, BREEDSTE)
        self.kolom.setContentsMargins(3 * wit, 2 * wit, 3 * wit + max(0, rechts), 4 * wit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lines do not get longer than what reads well."""
        self._pas_marges()
        super().resizeEvent(event)

    @property
    def ruimte(self) -> int:
        """How wide what stands on the page can be."""
        return min(self.viewport().width(), tekens(self, BREEDSTE)) - 6 * halve_regel(self)

    def voeg_kop_toe(self, tekst: str) -> Kop:
        """A heading within the page."""
        kop = Kop(tekst, 1.15, vet=True)
        self.kolom.addSpacing(halve_regel(self))
        self.kolom.addWidget(kop)
        return kop

    def _gerekend(self) -> None:
        if self.isVisible():
            self._naloop.start()
        else:
            self._achter = True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Catch up with what happened while the page was not in view."""
        super().showEvent(event)
        if self._achter:
            self._achter = False
            self.ververs()

    def ververs(self) -> None:
        """Show the outcome of now."""

    def ga_naar(self, plaats: str) -> None:
        """Bring what is at a place into view and give it the focus."""


class Formulier(Pagina):
    """A page of form rows."""

    def __init__(
        self, document: Document, blik: Blik, stap: Stap, delen: Sequence[tuple[str, Sequence[Invoerrij]]]
    ) -> None:
        super().__init__(document, blik, stap)
        self.rijen = [rij for _, rijen in delen for rij in rijen]
        self.effecten = Effecten(document, blik, self.rijen)
        self._koppen: dict[str, Kop] = {}
        for onderwerp, (kop, rijen) in zip(stap.onderwerpen or ("",), delen, strict=True):
            if kop:
                self._koppen[onderwerp] = self.voeg_kop_toe(kop)
            for rij in rijen:
                self.kolom.addWidget(rij)
                rij.veranderd.connect(self.zet_tabvolgorde)
        self.kolom.addStretch(1)
        self.zet_tabvolgorde()
        document.gewijzigd.connect(self._gewijzigd)
        blik.jaar_gekozen.connect(self._gerekend)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On a narrow page labels stand above their fields."""
        for rij in self.rijen:
            rij.zet_ruimte(self.ruimte)
        super().resizeEvent(event)

    def zet_tabvolgorde(self) -> None:
        """Tab goes as one reads."""
        velden = [veld for rij in self.rijen for veld in rij.focusvolgorde()]
        for veld, volgend in pairwise(velden):
            QWidget.setTabOrder(veld, volgend)

    def _gewijzigd(self, plaats: str) -> None:
        naam = vind(plaats, self.document.catalogus).naam
        for rij in self.rijen:
            if not plaats or rij.naam == naam:
                rij.ververs()

    def ververs(self) -> None:
        """Show what counts in empty fields, and what is the matter."""
        per_rij: dict[str, list[Bevinding]] = {}
        for bevinding in self.document.bevindingen:
            per_rij.setdefault(vind(bevinding.plaats, self.document.catalogus).naam, []).append(bevinding)
        for rij in self.rijen:
            rij.ververs_hints()
            rij.toon_bevindingen(per_rij.get(rij.naam, ()))
        self.effecten.vraag()

    def toon_onderwerp(self, onderwerp: str) -> None:
        """Bring the heading of a subject to the top."""
        kop = self._koppen.get(onderwerp)
        self.verticalScrollBar().setValue(0 if kop is None else kop.mapTo(self.widget(), kop.rect().topLeft()).y())

    def ga_naar(self, plaats: str) -> None:
        """Bring the field of a place into view and give it the focus."""
        gezocht = vind(plaats, self.document.catalogus)
        for rij in self.rijen:
            if rij.naam == gezocht.naam:
                rij.ga_naar(gezocht.groep, gezocht.rest)
                self.ensureWidgetVisible(rij)
                return
