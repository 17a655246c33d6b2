"""What was changed in a workbook, to be accepted or refused one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QTableWidgetItem, QVBoxLayout, QWidget

from desktop.bewaren.dialoogtabel import Bevindingentabel, Dialoogtabel, rolbaar
from desktop.bewaren.verschillen import gevolg_in_woorden, naam_in_woorden, waarde_in_woorden
from desktop.meldingen import ANNULEREN, OVERNEMEN
from desktop.stijl import regelhoogte, tekens

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from core.plan import Bevinding
    from core.werkboek.verschil import Gevolg, Wijziging

_KOPPEN = ("Overnemen", "Nu in uw plan", "In het werkboek", "Cel", "Structureel tekort")
_BOTST = "Dit is ook in uw plan veranderd."


class Wijzigingenvenster(QDialog):
    """The changes with a check box each.

    What the plan itself also changed, and what would become empty, is not ticked beforehand.
    """

    def __init__(
        self,
        inleiding: str,
        wijzigingen: Sequence[tuple[Wijziging, Gevolg | None]],
        bevindingen: Sequence[Bevinding],
        catalogus: Catalogus,
        neem_over: Callable[[list[Wijziging]], bool],
        ouder: QWidget | None = None,
    ) -> None:
        """`neem_over` gets the accepted changes; the dialog stays open where it gives False."""
        super().__init__(ouder)
        self.setWindowTitle("Werkboek importeren")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wijzigingen, self._catalogus, self._neem_over = [w for w, _ in wijzigingen], catalogus, neem_over
        tekst = QLabel(inleiding)
        tekst.setWordWrap(True)
        self.tabel = Dialoogtabel("Wijzigingen in het werkboek", _KOPPEN, (32, 22, 24, 24, 40))
        self.tabel.setAccessibleDescription("Met de spatiebalk vinkt u een wijziging aan of uit.")
        self.bevindingen = Bevindingentabel(catalogus)
        kolom = QVBoxLayout(self)
        kolom.addWidget(rolbaar((tekst, 0), (self.tabel, 3), (self.bevindingen, 1)))
        kolom.addWidget(self._knoppen())
        self._vul([gevolg for _, gevolg in wijzigingen])
        self.bevindingen.vul(bevindingen)
        self.tabel.itemChanged.connect(lambda _item: self._tel())
        self._tel()
        self.resize(QSize(tekens(self, 152), 34 * regelhoogte(self)).boundedTo(self.screen().availableSize() * 0.94))

    def _knoppen(self) -> QDialogButtonBox:
        rol = QDialogButtonBox.ButtonRole
        knoppen = QDialogButtonBox()
        alles: QPushButton = knoppen.addButton("Alles &aanvinken", rol.ActionRole)
        niets: QPushButton = knoppen.addButton("&Niets aanvinken", rol.ActionRole)
        self.overnemen: QPushButton = knoppen.addButton(OVERNEMEN, rol.AcceptRole)
        annuleren: QPushButton = knoppen.addButton(ANNULEREN, rol.RejectRole)
        alles.clicked.connect(lambda: self._vink(Qt.CheckState.Checked))
        niets.clicked.connect(lambda: self._vink(Qt.CheckState.Unchecked))
        for knop in (alles, niets, annuleren):
            knop.setAutoDefault(False)
        self.overnemen.setDefault(True)
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        return knoppen

    def _vul(self, gevolgen: Sequence[Gevolg | None]) -> None:
        self.tabel.setRowCount(len(self._wijzigingen))
        for rij, (w, gevolg) in enumerate(zip(self._wijzigingen, gevolgen, strict=True)):
            oud, nieuw = (waarde_in_woorden(waarde, w, self._catalogus) for waarde in (w.oud, w.nieuw))
            cellen = w.cellen[0] + (f" en nog {len(w.cellen) - 1}" if len(w.cellen) > 1 else "") if w.cellen else ""
            gevolg_ = "" if w.weg[0] == "herkomst" else gevolg_in_woorden(gevolg)
            naam = naam_in_woorden(w, self._catalogus) + (f"\n{_BOTST}" if w.botst else "")
            self.tabel.zet(rij, (naam, oud, nieuw, cellen, gevolg_))
            self._item(rij).setCheckState(_vooraf(w))

    def _item(self, rij: int) -> QTableWidgetItem:
        item = self.tabel.item(rij, 0)
        assert item is not None
        return item

    def _vink(self, stand: Qt.CheckState) -> None:
        for rij in range(self.tabel.rowCount()):
            self._item(rij).setCheckState(stand)

    def gekozen(self) -> list[Wijziging]:
        """The changes that are ticked."""
        return [w for rij, w in enumerate(self._wijzigingen) if self._item(rij).checkState() is Qt.CheckState.Checked]

    def _tel(self) -> None:
        self.overnemen.setText(f"{OVERNEMEN} ({len(self.gekozen())} van {len(self._wijzigingen)})")
        self.overnemen.setEnabled(bool(self.gekozen()))

    def accept(self) -> None:
        """Take the ticked changes over."""
        if self._neem_over(self.gekozen()):
            super().accept()


def _vooraf(w: Wijziging) -> Qt.CheckState:
    from core.werkboek.verschil import Niet

    leeg = w.nieuw in (None, "", [], {}) or isinstance(w.nieuw, Niet)
    return Qt.CheckState.Unchecked if w.botst or leeg else Qt.CheckState.Checked
