"""From something that was proposed to a scenario of the plan: one step, which can be undone."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from core.plan import Waarde, scenarios
from core.plan.plan import kaal
from desktop.document import Document
from desktop.stijl import halve_regel

SCENARIOS = "scenarios"
MAAK = "Maak hiervan een scenario"


def maak_scenario(document: Document, wens: str, invoer: Mapping[str, Waarde]) -> str:
    """Add a scenario that differs in these inputs from what is shown; what is shown stays in view.

    Returns:
        Its name: the one asked for, or the first with a number behind it that is free.
    """
    naam = scenarios.vrije_naam(document.gegevens, wens)
    gegevens = scenarios.dupliceer(document.gegevens, document.scenario, naam)
    for ingang, waarde in invoer.items():
        gegevens = scenarios.zet(gegevens, naam, ingang, kaal(waarde))
    document.vervang(gegevens, f"Scenario {naam}", document.scenario)
    return naam


class Gemaakt(QWidget):
    """Says which scenario was made, and leads to it.

    Signals:
        gevraagd: the user wants to see the scenarios.
    """

    gevraagd = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.zin = QLabel()
        self.zin.setWordWrap(True)
        self.bekijk = QPushButton("Bekijk bij Scenario's")
        self.bekijk.setAccessibleName(self.bekijk.text())
        self.bekijk.setAutoDefault(False)
        self.bekijk.clicked.connect(lambda _aan=False: self.gevraagd.emit())
        regel = QHBoxLayout(self)
        regel.setContentsMargins(0, 0, 0, 0)
        regel.setSpacing(2 * halve_regel(self))
        regel.addWidget(self.zin, 1)
        regel.addWidget(self.bekijk)
        self.hide()

    def meld(self, naam: str) -> None:
        """Say that a scenario was made; the keyboard goes on there."""
        self.zin.setText(f"✓ Scenario {naam} is gemaakt. Met Ctrl+Z maakt u dat ongedaan.")
        self.bekijk.setAccessibleDescription(self.zin.text())
        self.show()
        self.bekijk.setFocus(Qt.FocusReason.OtherFocusReason)
