"""A question about a file that only a person can answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QRadioButton

from desktop.stijl import halve_regel


class Keuzevraag(QGroupBox):
    """A question with radio buttons, of which none is chosen beforehand unless it was answered before.

    Signals:
        beantwoord: another answer was chosen.
    """

    beantwoord = Signal()

    def __init__(self, vraag: str, antwoorden: Sequence[tuple[str, Any]], vooraf: Any = None) -> None:
        super().__init__(vraag)
        self.setAccessibleName(vraag)
        self._antwoorden: list[tuple[QRadioButton, Any]] = []
        rij = QHBoxLayout(self)
        rij.setContentsMargins(halve_regel(self), 0, 0, 0)
        for tekst, waarde in antwoorden:
            knop = QRadioButton(tekst)
            knop.setAccessibleDescription(vraag)
            knop.setChecked(vooraf is not None and waarde == vooraf)
            knop.clicked.connect(lambda _aan: self.beantwoord.emit())
            rij.addWidget(knop)
            self._antwoorden.append((knop, waarde))
        rij.addStretch(1)

    def antwoord(self) -> Any:
        """What was chosen; None as long as nothing was."""
        return next((waarde for knop, waarde in self._antwoorden if knop.isChecked()), None)
