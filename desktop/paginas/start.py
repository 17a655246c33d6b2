"""The first screen: what to begin with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.stijl import Bijtekst, Lijn, accent, halve_regel, maat, tekens
from desktop.voorbeelden import voorbeelden

if TYPE_CHECKING:
    from desktop.venster import Hoofdvenster

BREEDSTE = 112


class Knop(QCommandLinkButton):
    """A button with an explanation, and an arrow in the one colour that stands out."""

    def __init__(self, tekst: str, uitleg: str) -> None:
        super().__init__(tekst, uitleg)
        self._pijl()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._pijl()

    def _pijl(self) -> None:
        schaal, maat_ = self.devicePixelRatioF(), self.iconSize()
        prent = QPixmap(maat_ * schaal)
        prent.setDevicePixelRatio(schaal)
        prent.fill(Qt.GlobalColor.transparent)
        with QPainter(prent) as penseel:
            penseel.setFont(maat(self.font(), 1.3, vet=True))
            penseel.setPen(accent(self.palette()))
            penseel.drawText(QRect(QPoint(), maat_), Qt.AlignmentFlag.AlignCenter, "→")
        self.setIcon(QIcon(prent))


class Startscherm(QScrollArea):
    """New, open, import, template at the left; recent plans and examples at the right.

    Signals:
        gekozen: a recent plan; carries its path.
        voorbeeld: an example; carries its path.
    """

    gekozen = Signal(Path)
    voorbeeld = Signal(Path)

    def __init__(self, titel: str, doen: Sequence[tuple[str, str, Callable[[], object]]], onlangs: list[Path]) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inhoud = QWidget()
        buiten = QHBoxLayout(inhoud)
        vel = QWidget()
        vel.setMaximumWidth(tekens(self, BREEDSTE))
        buiten.addWidget(vel)
        kolom = QVBoxLayout(vel)
        wit = halve_regel(self)
        kolom.setContentsMargins(4 * wit, 5 * wit, 4 * wit, 4 * wit)
        kolom.setSpacing(2 * wit)
        kop = QLabel(titel)
        kop.setFont(maat(self.font(), 2))
        kolom.addWidget(kop)
        kolom.addWidget(Bijtekst("Wat kost de Wet inburgering 2021 uw gemeente, en wat komt u tekort?"))
        kolom.addWidget(Lijn(accent=True))
        naast = QHBoxLayout()
        naast.setSpacing(6 * wit)
        naast.addLayout(self._begin(doen), 1)
        naast.addLayout(self._plannen(onlangs), 1)
        kolom.addLayout(naast)
        kolom.addStretch(1)
        geen_net = "Alles blijft op deze computer. De planner gebruikt geen internet en geen persoonsgegevens."
        kolom.addWidget(Bijtekst(geen_net))
        self.setWidget(inhoud)

    def _begin(self, doen: Sequence[tuple[str, str, Callable[[], object]]]) -> QVBoxLayout:
        kolom = self._kolom("Beginnen")
        for tekst, uitleg, doe in doen:
            kolom.addWidget(self._knop(tekst, uitleg, doe))
        kolom.addStretch(1)
        return kolom

    def _plannen(self, onlangs: list[Path]) -> QVBoxLayout:
        kolom = self._kolom("Onlangs geopend")
        if not onlangs:
            kolom.addWidget(Bijtekst("Hier komen de plannen die u opent of opslaat."))
        for pad in onlangs:
            kolom.addWidget(self._knop(pad.stem, str(pad.parent), partial(self.gekozen.emit, pad)))
        kolom.addSpacing(2 * halve_regel(self))
        kolom.addWidget(self._tussenkop("Voorbeelden (fictief)"))
        for naam, pad in voorbeelden():
            kolom.addWidget(self._knop(naam, "Om rond te kijken.", partial(self.voorbeeld.emit, pad)))
        kolom.addStretch(1)
        return kolom

    def _kolom(self, kop: str) -> QVBoxLayout:
        kolom = QVBoxLayout()
        kolom.setSpacing(halve_regel(self) // 2)
        kolom.addWidget(self._tussenkop(kop))
        return kolom

    def _tussenkop(self, tekst: str) -> QLabel:
        label = QLabel(tekst)
        label.setFont(maat(self.font(), 1.15, vet=True))
        return label

    def _knop(self, tekst: str, uitleg: str, doe: Callable[[], object]) -> QCommandLinkButton:
        knop = Knop(tekst, uitleg)
        knop.setAccessibleName(tekst)
        knop.setAccessibleDescription(uitleg)
        beleid = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        beleid.setHeightForWidth(True)
        knop.setSizePolicy(beleid)
        knop.clicked.connect(lambda _aan=False: doe())
        return knop


def maak_startscherm(venster: Hoofdvenster, naam: str) -> Startscherm:
    """The start screen of a window: what can be begun now, and the recent plans."""
    document, bestand, werkboek = venster.document, venster.bestand, venster.werkboek
    terug = ("Terug naar uw plan", document.gemeente or document.naam, venster.toon_werkblad)
    begonnen = document.pad is not None or document.gemeente or not document.bewaard
    doen = (
        *((terug,) if begonnen else ()),
        ("Nieuw plan", "Begin met de gegevens van uw gemeente.", bestand.nieuw),
        ("Plan openen…", "Ga verder met een plan dat u hebt opgeslagen.", bestand.openen),
        ("Werkboek importeren…", "Lees een ingevuld Excel-werkboek in.", werkboek.importeren),
        ("Leeg sjabloon opslaan…", "Een Excel-werkboek dat uw collega's kunnen invullen.", werkboek.sjabloon),
    )
    start = Startscherm(naam, doen, venster.thuis.onlangs() if venster.thuis else [])
    start.gekozen.connect(venster.open_plan)
    start.voorbeeld.connect(bestand.voorbeeld)
    return start
