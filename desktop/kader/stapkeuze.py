"""The steps as a list that unfolds, where the window is too narrow to have them at its left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.kader.stappenlijst import Stappenlijst
from desktop.stijl import halve_regel, tekens
from desktop.velden.keuzelijst import Keuzelijst


class Stapkeuze(QWidget):
    """Shows the step of the list of steps, with its state, and leads to another."""

    def __init__(self, stappen: Stappenlijst) -> None:
        super().__init__()
        self._stappen = stappen
        self.keuze = Keuzelijst("Stap", "Kies een stap van het werk. De pagina staat eronder.")
        self.keuze.setMinimumWidth(tekens(self, 20))
        self.keuze.addItems(stappen.namen)
        label = QLabel("S&tap")
        label.setBuddy(self.keuze)
        wit = halve_regel(self)
        regel = QHBoxLayout(self)
        regel.setContentsMargins(3 * wit, wit // 2, 3 * wit, wit // 2)
        regel.setSpacing(wit)
        regel.addWidget(label)
        regel.addWidget(self.keuze)
        regel.addStretch(1)
        self.keuze.activated.connect(lambda nummer: stappen.kies(stappen.namen[nummer]))
        stappen.currentItemChanged.connect(self._volg)
        stappen.itemChanged.connect(self.ververs)
        self.ververs()
        self.hide()

    def ververs(self) -> None:
        """Show every step with its state of now."""
        for nummer in range(len(self._stappen.namen)):
            item = self._stappen.topLevelItem(nummer)
            tekst = "   ".join(filter(None, (item.text(0).lstrip(), item.text(1)))) if item is not None else ""
            if tekst != self.keuze.itemText(nummer):
                self.keuze.setItemText(nummer, tekst)
                self.keuze.setItemData(nummer, tekst, Qt.ItemDataRole.AccessibleTextRole)
        self._volg()

    def _volg(self) -> None:
        self.keuze.setCurrentIndex(self._stappen.namen.index(self._stappen.gekozen_naam))
