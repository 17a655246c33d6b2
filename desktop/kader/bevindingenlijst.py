"""What is missing, strange or wrong: a line that always tells how much, and a list that unfolds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QToolButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.kader.vouwen import Vouwend
from desktop.plaatsen import vind
from desktop.stijl import halve_regel, regelhoogte
from desktop.woorden import aantal, ernst_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding

_MEERVOUD = {"fout": "fouten", "waarschuwing": "waarschuwingen", "let op": "keer let op"}
_WAAR = 3
"""The place of a finding has at most one part in so many of the width."""
_REGELS, _MINSTENS = 6, 2
"""Lines in view, and on a low screen."""
PLAATS = Qt.ItemDataRole.UserRole


class Bevindingenlijst(QWidget):
    """The findings of the plan.

    Signals:
        gekozen: the user wants to see the field of a finding; carries its place.
    """

    gekozen = Signal(str)

    def __init__(self, document: Document, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._document = document
        self._getoond: list[Bevinding] = []
        wit = halve_regel(self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(2 * wit, wit // 3, 2 * wit, wit // 3)
        kolom.setSpacing(wit // 3)
        self.kop = QToolButton()
        self.kop.setCheckable(True)
        self.kop.setAutoRaise(True)
        self.kop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.kop.setAccessibleDescription("Klapt de lijst met bevindingen open of dicht.")
        self.kop.toggled.connect(self._klap)
        self.lijst = QTreeWidget()
        self.lijst.setAccessibleName("Bevindingen")
        self.lijst.setColumnCount(3)
        self.lijst.setHeaderLabels(["Hoe erg", "Waar", "Wat"])
        self.lijst.setRootIsDecorated(False)
        Vouwend(self.lijst, 1, 2)
        self.lijst.setMaximumHeight(round((_REGELS + 1) * 1.4 * regelhoogte(self)))
        self.lijst.setMinimumHeight(round((_MINSTENS + 1) * 1.4 * regelhoogte(self)))
        self.lijst.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.lijst.itemClicked.connect(self._kies)
        self.lijst.itemActivated.connect(self._kies)
        kolom.addWidget(self.kop)
        kolom.addWidget(self.lijst)
        self._klap(False)
        self.ververs()
        document.gerekend.connect(self.ververs)

    def ververs(self) -> None:
        """Show the findings of now; the lines themselves only while the list is open."""
        tekst = self._samenvatting()
        if tekst != self.kop.text():
            self.kop.setText(tekst)
            self.kop.setAccessibleName(tekst)
        self.kop.setEnabled(bool(self._document.bevindingen))
        if self.kop.isChecked() and self._document.bevindingen != self._getoond:
            self._vul()

    def _vul(self) -> None:
        self._getoond = list(self._document.bevindingen)
        self.lijst.clear()
        for bevinding in self._getoond:
            waar = vind(bevinding.plaats, self._document.catalogus).tekst
            item = QTreeWidgetItem([ernst_in_woorden(bevinding), waar, bevinding.tekst])
            item.setToolTip(1, waar)
            item.setToolTip(2, bevinding.tekst)
            for kolom in range(3):
                item.setTextAlignment(kolom, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            item.setData(0, PLAATS, bevinding.plaats)
            self.lijst.addTopLevelItem(item)

        self._pas_breedte()

    def _pas_breedte(self) -> None:
        """Room for the places, but most of it for what is said of them."""
        self.lijst.setColumnWidth(1, min(self.lijst.sizeHintForColumn(1), self.width() // _WAAR))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the width of the window."""
        super().resizeEvent(event)
        self._pas_breedte()

    def _samenvatting(self) -> str:
        tel = Counter(b.ernst.value for b in self._document.bevindingen)
        if not tel:
            return "Geen bevindingen"
        delen = [aantal(tel[ernst], ernst, meer) for ernst, meer in _MEERVOUD.items() if tel[ernst]]
        return f"{aantal(tel.total(), 'bevinding', 'bevindingen')}: {', '.join(delen)}"

    def _klap(self, open_: bool) -> None:
        self.kop.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.lijst.setVisible(open_)
        if open_:
            self._vul()

    def _kies(self, item: QTreeWidgetItem, _kolom: int) -> None:
        self.gekozen.emit(str(item.data(0, PLAATS)))
