"""The first-use tour: a few sentences above the work, one at a time; it can be skipped at any moment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.stijl import halve_regel

STAPPEN = (
    "Boven in beeld staat het antwoord. Het verandert bij elk getal dat u invult.",
    "Links staan de stappen van het werk, in een smal venster boven de pagina. Erachter staat of er nog iets mist.",
    "Onder elk veld staat een vraag in gewone taal. Achter meer leest u waar u het antwoord vindt.",
    "Klik op een getal of druk op F9. Dan ziet u waar het vandaan komt.",
    "Bij Scenario's vergelijkt u keuzes. Met F1 opent u de handleiding.",
)


class Rondleiding(QWidget):
    """A line with a sentence and two buttons; nothing is covered, and typing goes on.

    Signals:
        klaar: the tour was finished or skipped.
    """

    klaar = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stap = 0
        wit = halve_regel(self)
        regel = QHBoxLayout(self)
        regel.setContentsMargins(2 * wit, wit // 2, 2 * wit, wit // 2)
        regel.setSpacing(wit)
        self.zin = QLabel()
        self.zin.setWordWrap(True)
        self.volgende = QPushButton("Volgende")
        self.overslaan = QPushButton("Overslaan")
        self.overslaan.setAccessibleName("Rondleiding overslaan")
        self.volgende.clicked.connect(self._verder)
        self.overslaan.clicked.connect(self._einde)
        regel.addWidget(self.zin, 1)
        regel.addWidget(self.volgende)
        regel.addWidget(self.overslaan)
        self.setAccessibleName("Rondleiding")
        self.hide()

    def begin(self) -> None:
        """Start at the first sentence."""
        self._stap = 0
        self._toon()
        self.show()

    def _verder(self) -> None:
        self._stap += 1
        if self._stap < len(STAPPEN):
            self._toon()
        else:
            self._einde()

    def _einde(self) -> None:
        self.hide()
        self.klaar.emit()

    def _toon(self) -> None:
        self.zin.setText(f"Rondleiding, {self._stap + 1} van {len(STAPPEN)}. {STAPPEN[self._stap]}")
        laatste = self._stap + 1 == len(STAPPEN)
        self.volgende.setText("Klaar" if laatste else "Volgende")
        self.volgende.setAccessibleName(self.volgende.text())
        self.volgende.setAccessibleDescription(self.zin.text())
        self.overslaan.setVisible(not laatste)
