"""The answer, always in view: per plan year the tekorten, the SPUK, the inkoop and the waiting time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.getallen import toon, toon_euro
from desktop.document import Document
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst, Rol, halve_regel, leesbaar_palet, maat, meng, regelhoogte, tekens
from desktop.woorden import ONBEKEND, bedrag_met_woord


def _tekort(bedrag: float) -> str:
    return bedrag_met_woord(bedrag, tekort_is_positief=True)


def _saldo(bedrag: float) -> str:
    return bedrag_met_woord(bedrag, tekort_is_positief=False)


def _weken(weken: float) -> str:
    getal = toon(weken, 0)
    return f"{getal} {'week' if getal == '1' else 'weken'}"


@dataclass(frozen=True, slots=True)
class _Regel:
    kop: str
    uitleg: str
    figuur: tuple[str, ...]
    woorden: Callable[[float], str]


GEMIS = "niet te zeggen"
"""The words by which a finding says that it stands in the way of an answer."""
ZONDER_REDEN = "wachttijd"
"""The word by which findings about the waiting time can be known."""

REGELS = (
    _Regel(
        "Tekort structureel",
        "Blijvende uitvoeringskosten min het structurele geld uit het Gemeentefonds.",
        ("tekort_structureel",),
        _tekort,
    ),
    _Regel(
        "Tekort alle middelen",
        "Alle uitvoeringskosten min al het geld, ook het incidentele.",
        ("tekort_totaal",),
        _tekort,
    ),
    _Regel(
        "Tekort met wachtlijst",
        "Het structurele tekort als ook de mensen op de wachtlijst begeleiding kregen.",
        ("tekort_met_wachtlijst",),
        _tekort,
    ),
    _Regel(
        "Saldo SPUK",
        "SPUK van het jaar min de kosten van inburgeringsvoorzieningen. Dit potje staat los van het Gemeentefonds.",
        ("spuk_saldo",),
        _saldo,
    ),
    _Regel(
        "Inkoopbudget (som over potten)",
        "Alles wat u inkoopt: voorzieningen uit de SPUK, startklas en inhuur uit het Gemeentefonds.",
        ("inkoopbudget",),
        toon_euro,
    ),
    _Regel(
        "Wachttijd asiel",
        "Gemiddeld aantal weken dat een asielstatushouder wacht op de start van de begeleiding.",
        ("wachtweken", "asiel"),
        _weken,
    ),
)


class Antwoordstrook(QWidget):
    """The table on top. Unknown is said in words; an outcome that lags behind says so."""

    def __init__(self, document: Document, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._document = document
        wit = halve_regel(self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(2 * wit, wit // 2, 2 * wit, wit // 2)
        kolom.setSpacing(wit // 3)
        self.stand = Bijtekst("De uitkomst volgt zodra het plan is doorgerekend.")
        self.tabel = _tabel()
        kolom.addWidget(self.stand)
        kolom.addWidget(self.tabel)
        self._kolommen([])
        document.gewijzigd.connect(self._gewijzigd)
        document.gerekend.connect(self.ververs)

    def _kolommen(self, jaren: list[int]) -> None:
        self.tabel.setColumnCount(len(jaren))
        self.tabel.setHorizontalHeaderLabels([str(j) for j in jaren])
        hoogte = round(1.3 * regelhoogte(self))
        for rij in range(len(REGELS)):
            self.tabel.setRowHeight(rij, hoogte)
        self.tabel.horizontalHeader().setFixedHeight(hoogte)
        self._zet_hoogte()

    def _zet_hoogte(self) -> None:
        """As high as its rows; with a bar below only where the years do not fit."""
        nodig = self.tabel.verticalHeader().sizeHint().width() + self.tabel.columnCount() * _kolombreedte(self.tabel)
        past_niet = nodig > self.width() - 4 * halve_regel(self)
        balk = self.tabel.horizontalScrollBar().sizeHint().height() if past_niet else 0
        self.tabel.setFixedHeight((len(REGELS) + 1) * round(1.3 * regelhoogte(self)) + balk)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Make room for the bar, or take it back."""
        super().resizeEvent(event)
        self._zet_hoogte()

    def _gewijzigd(self, _plaats: str) -> None:
        """What stands here is from before the change, until it is computed; that takes a blink."""

    def ververs(self) -> None:
        """Show the latest outcome, and say whether it is that of what stands on screen."""
        uitkomst = self._document.uitkomst
        jaren = list(uitkomst.tijdas.planjaren) if uitkomst else []
        if self.tabel.columnCount() != len(jaren) or self._koppen() != [str(j) for j in jaren]:
            self._kolommen(jaren)
        for rij, regel in enumerate(REGELS):
            for kolom, jaar in enumerate(jaren):
                self._zet(rij, kolom, regel, jaar)
        self.stand.setText(self._stand())

    def _koppen(self) -> list[str]:
        koppen = [self.tabel.horizontalHeaderItem(k) for k in range(self.tabel.columnCount())]
        return [kop.text() if kop else "" for kop in koppen]

    def _zet(self, rij: int, kolom: int, regel: _Regel, jaar: int) -> None:
        assert self._document.uitkomst is not None
        naam, *sleutel = regel.figuur
        waarde = self._document.uitkomst.waarde(naam, *sleutel, moment=jaar)
        tekst = ONBEKEND if waarde is None else regel.woorden(waarde)
        item = self.tabel.item(rij, kolom)
        if item is None:
            item = QTableWidgetItem()
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.tabel.setItem(rij, kolom, item)
        if item.text() != tekst:
            item.setText(tekst)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{regel.kop} {jaar}: {tekst}")
        item.setToolTip(self._waarom(naam) if waarde is None else f"{regel.kop} {jaar}. {regel.uitleg}")
        item.setFont(maat(self.font(), 1, vet=rij == 0 and waarde is not None))
        item.setForeground(self._kleur(bekend=waarde is not None))

    def _kleur(self, *, bekend: bool) -> QColor:
        if bekend and self._document.actueel:
            return self.palette().color(Rol.Text)
        return meng(self.palette(), Rol.Text, Rol.Base, 0.6)

    def _waarom(self, naam: str) -> str:
        """What is missing for a figure, as far as the findings say so."""
        from core.bevindingen.ontbrekend import UITKOMSTEN

        ernstig = [b for b in self._document.bevindingen if b.ernst.value != "let op"]
        woorden = UITKOMSTEN.get(naam, ZONDER_REDEN)
        regels = [f"{vind(b.plaats, self._document.catalogus).tekst}: {b.tekst}" for b in ernstig if woorden in b.tekst]
        return "\n".join(["Dit kan de planner nog niet zeggen.", *regels])

    def _stand(self) -> str:
        fouten = self._document.fouten
        if not fouten and (ontbreekt := self._ontbreekt()):
            return f"Nog niet alles is te zeggen. Vul in: {'; '.join(ontbreekt)}."
        if not fouten:
            return "Uitvoering en tekort: Gemeentefonds. Saldo SPUK: apart potje. Alle bedragen in euro per jaar."
        waar = vind(fouten[0].plaats, self._document.catalogus).tekst
        meer = f" en nog {len(fouten) - 1}" if len(fouten) > 1 else ""
        return f"✕ Niet bijgewerkt: herstel eerst de fout bij {waar}{meer}. Hieronder staat de vorige uitkomst."

    def _ontbreekt(self) -> list[str]:
        """The inputs whose absence stands in the way of an answer."""
        ernstig = [b for b in self._document.bevindingen if b.ernst.value == "waarschuwing" and GEMIS in b.tekst]
        namen = [vind(b.plaats, self._document.catalogus) for b in ernstig]
        labels = [self._document.catalogus[p.naam].label for p in namen if p.naam in self._document.catalogus.ingangen]
        return list(dict.fromkeys(labels))[:4]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.tabel.setPalette(_rustig_palet())
            self.ververs()


class _Kop(QHeaderView):
    """Headings as plain text: no boxes in boxes."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Draw the words only."""
        model = self.model()
        tekst = model.headerData(logicalIndex, self.orientation(), Qt.ItemDataRole.DisplayRole)
        links = self.orientation() is Qt.Orientation.Vertical
        kant = Qt.AlignmentFlag.AlignLeft if links else Qt.AlignmentFlag.AlignRight
        painter.save()
        painter.setPen(self.palette().color(Rol.WindowText))
        if logicalIndex == 0 and links:
            painter.setFont(maat(self.font(), 1, vet=True))
        marge = tekens(self, 0.5)
        painter.drawText(rect.adjusted(marge, 0, -marge, 0), kant | Qt.AlignmentFlag.AlignVCenter, str(tekst or ""))
        painter.restore()


class _Tabel(QTableWidget):
    def updateGeometries(self) -> None:  # noqa: N802
        """Keep the button in the corner away: there is nothing to select."""
        super().updateGeometries()
        if hoek := self.findChild(QAbstractButton):
            hoek.hide()


def _rustig_palet() -> QPalette:
    """The colours of the window itself, without a box around the answer."""
    palet = leesbaar_palet(QPalette())
    palet.setColor(Rol.Base, palet.color(Rol.Window))
    palet.setColor(Rol.Text, palet.color(Rol.WindowText))
    return palet


def _kolombreedte(tabel: QTableWidget) -> int:
    return tabel.fontMetrics().horizontalAdvance("€ −999.999 overschot") + tekens(tabel, 2)


def _tabel() -> QTableWidget:
    tabel = _Tabel(len(REGELS), 0)
    tabel.setHorizontalHeader(_Kop(Qt.Orientation.Horizontal))
    tabel.setVerticalHeader(_Kop(Qt.Orientation.Vertical))
    tabel.setPalette(_rustig_palet())
    tabel.setAccessibleName("Uitkomst per jaar")
    tabel.setAccessibleDescription("Per planjaar de tekorten, het saldo van de SPUK, het inkoopbudget en de wachttijd.")
    tabel.setVerticalHeaderLabels([regel.kop for regel in REGELS])
    for rij, regel in enumerate(REGELS):
        kop = tabel.verticalHeaderItem(rij)
        if kop is not None:
            kop.setToolTip(regel.uitleg)
            kop.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    tabel.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    tabel.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tabel.setTabKeyNavigation(False)
    tabel.setShowGrid(False)
    tabel.setFrameShape(QFrame.Shape.NoFrame)
    tabel.setCornerButtonEnabled(False)
    tabel.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tabel.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
    kop_boven = tabel.horizontalHeader()
    kop_boven.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    kop_boven.setSectionsClickable(False)
    kop_boven.setHighlightSections(False)
    kop_boven.setMinimumSectionSize(_kolombreedte(tabel))
    kop_boven.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    kop_links = tabel.verticalHeader()
    kop_links.setSectionsClickable(False)
    kop_links.setHighlightSections(False)
    kop_links.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    kop_links.setMinimumSectionSize(1)
    return tabel
