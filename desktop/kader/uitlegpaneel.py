"""Waar komt dit getal vandaan? The tree of the figure that has the attention, down to input and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.getallen import hecht
from desktop.blik import Blik
from desktop.document import Document
from desktop.kader.voorlezen import meld_rijen
from desktop.kader.vouwen import Vouwend
from desktop.paginas.pagina import NALOOP_MS
from desktop.stijl import Bijtekst, halve_regel, maat, regelhoogte, tekens
from desktop.woorden import klasse_in_woorden

if TYPE_CHECKING:
    from core.duiding.uitleg import Uitleg

TITEL = "Waar komt dit getal vandaan?"
_VRAAG = "Kies een getal en druk op F9, of klik op een getal boven in beeld."
_ROL = Qt.ItemDataRole.UserRole


class Uitlegpaneel(QWidget):
    """The explanation at the right; it follows the figure that has the attention.

    Signals:
        gesloten: the panel was put away.
    """

    gesloten = Signal()

    def __init__(self, document: Document, blik: Blik) -> None:
        super().__init__()
        self._document, self._blik = document, blik
        wit = halve_regel(self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(2 * wit, 2 * wit, 2 * wit, wit)
        kolom.setSpacing(wit)
        titel = QLabel(TITEL)
        titel.setFont(maat(self.font(), 1.15, vet=True))
        titel.setWordWrap(True)
        self.kop = Bijtekst(_VRAAG)
        self.boom = _boom()
        self.details = Bijtekst()
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sluit = QToolButton()
        self.sluit.setText("Sluiten")
        self.sluit.setAccessibleName("Uitleg sluiten")
        self.sluit.setAutoRaise(True)
        self.sluit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sluit.clicked.connect(self.hide)
        boven = QHBoxLayout()
        boven.addWidget(titel, 1)
        boven.addWidget(self.sluit, 0, Qt.AlignmentFlag.AlignTop)
        kolom.addLayout(boven)
        kolom.addWidget(self.kop)
        kolom.addWidget(self.boom, 1)
        kolom.addWidget(self.details)
        self.setMinimumWidth(tekens(self, 38))
        self.boom.itemExpanded.connect(self._vul)
        meld_rijen(self.boom)
        self.boom.currentItemChanged.connect(lambda *_: self._toon_details())
        self._naloop = QTimer(self, singleShot=True, interval=NALOOP_MS)
        self._naloop.timeout.connect(self.ververs)
        document.gerekend.connect(self._naloop.start)
        blik.figuur_gekozen.connect(self.ververs)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The figure may have changed while the panel was away."""
        super().showEvent(event)
        self.ververs()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Make room where it was put away; not where the window itself went out of sight."""
        super().hideEvent(event)
        if self.isHidden():
            self.gesloten.emit()

    def ververs(self) -> None:
        """Show the explanation of the figure of now; what was open stays open."""
        if not self.isVisible():
            return
        open_, gekozen = self._open(), _weg(self.boom.currentItem())
        self.boom.clear()
        figuur, uitkomst = self._blik.figuur, self._document.uitkomst
        if figuur is None or uitkomst is None:
            self.kop.setText(_VRAAG)
            self.details.setText("")
            return
        from core.duiding.uitleg import uitleg

        wortel = uitleg(uitkomst, figuur.naam, figuur.sleutel, figuur.moment)
        self.kop.setText("" if self._document.actueel else "Dit is de vorige uitkomst: herstel eerst de fout.")
        self.kop.setVisible(not self._document.actueel)
        item = _item(wortel)
        self.boom.addTopLevelItem(item)
        item.setExpanded(True)
        self._heropen(item, open_, gekozen)
        if self.boom.currentItem() is None:
            self.boom.setCurrentItem(item)

    def _vul(self, item: QTreeWidgetItem) -> None:
        """Make the ingredients when they are asked for."""
        if item.childCount() and item.child(0).data(0, _ROL) is None:
            item.takeChildren()
            item.addChildren([_item(deel) for deel in item.data(0, _ROL).delen])

    def _open(self) -> set[tuple[str, ...]]:
        gevonden, nog = set(), [self.boom.topLevelItem(n) for n in range(self.boom.topLevelItemCount())]
        while nog:
            item = nog.pop()
            if item is not None and item.isExpanded():
                gevonden.add(_weg(item))
                nog += [item.child(n) for n in range(item.childCount())]
        return gevonden

    def _heropen(self, item: QTreeWidgetItem, open_: set[tuple[str, ...]], gekozen: tuple[str, ...]) -> None:
        if _weg(item) == gekozen:
            self.boom.setCurrentItem(item)
        if _weg(item) in open_ or item.parent() is None:
            item.setExpanded(True)
            for n in range(item.childCount()):
                self._heropen(item.child(n), open_, gekozen)

    def _toon_details(self) -> None:
        item = self.boom.currentItem()
        self.details.setText(_details(item.data(0, _ROL)) if item is not None else "")


def _boom() -> QTreeWidget:
    boom = QTreeWidget()
    boom.setColumnCount(2)
    boom.setHeaderLabels(["Wat", "Waarde"])
    boom.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    boom.setAccessibleName(TITEL)
    boom.setAccessibleDescription("Rechts klapt een getal open tot de getallen waaruit het is berekend.")
    Vouwend(boom, 0)
    boom.setMinimumHeight(3 * regelhoogte(boom))
    boom.setIndentation(tekens(boom, 1.6))
    boom.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    boom.header().setStretchLastSection(False)
    boom.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    boom.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return boom


def _item(uitleg: Uitleg) -> QTreeWidgetItem:
    label = f"{uitleg.label} ({uitleg.periode})" if uitleg.periode else uitleg.label
    waarde = uitleg.waarde_tekst if uitleg.waarde is not None else "onbekend"
    item = QTreeWidgetItem([label, waarde])
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    item.setTextAlignment(0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    item.setToolTip(0, label)
    item.setToolTip(1, uitleg.waarde_tekst)
    item.setData(0, _ROL, uitleg)
    if not uitleg.is_blad and uitleg.delen:
        item.addChild(QTreeWidgetItem(["…"]))
    return item


def _weg(item: QTreeWidgetItem | None) -> tuple[str, ...]:
    """The labels from the figure down to an item."""
    weg: list[str] = []
    while item is not None:
        weg.append(item.text(0))
        item = item.parent()
    return tuple(reversed(weg))


def _details(uitleg: Uitleg) -> str:
    """The rule in words, or class and source."""
    regels = [f"{uitleg.label}: {uitleg.waarde_tekst}."]
    if uitleg.regel:
        regels.append(f"= {uitleg.regel}")
    if uitleg.is_blad:
        soort = klasse_in_woorden(uitleg.klasse) if uitleg.klasse else ""
        regels.append(" · ".join(deel for deel in (soort, uitleg.bron) if deel))
    return hecht("\n".join(regels))
