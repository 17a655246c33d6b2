"""Whether the plan is still a concept: a word beside the gemeente, one click from what stands in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton

from desktop.tegenlezing import Tegenlezer
from desktop.woorden import aantal

CONCEPT, DEFINITIEF, BEZIG = "concept", "definitief kan", "wordt nagekeken…"
BEZIG_MS = 500
"""A reading that takes longer says so; until then the word stays."""


class Statusknop(QToolButton):
    """The verdict of the tegenlezer in words.

    Signals:
        gevraagd: the user wants to see what is open.
    """

    gevraagd = Signal()

    def __init__(self, tegenlezer: Tegenlezer) -> None:
        super().__init__()
        self._tegenlezer = tegenlezer
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription("Brengt u naar de open punten bij Verantwoording.")
        self.setToolTip("Een plan is concept tot elk open punt bij Verantwoording is opgelost of uitgelegd.")
        self._bezig = QTimer(self, singleShot=True, interval=BEZIG_MS)
        self._bezig.timeout.connect(lambda: self._zeg(BEZIG))
        self._zeg(CONCEPT)
        tegenlezer.gelezen.connect(self.ververs)
        self.clicked.connect(lambda _aan=False: self.gevraagd.emit())
        self.ververs()

    def ververs(self) -> None:
        """Say how the plan of now stands."""
        lezing = self._tegenlezer.lezing
        if self._tegenlezer.kan_niet:
            self._bezig.stop()
            self._zeg(CONCEPT)
        elif lezing is None:
            if not self._bezig.isActive():
                self._bezig.start()
        else:
            self._bezig.stop()
            open_ = aantal(len(lezing.open), "open punt", "open punten")
            self._zeg(f"{CONCEPT} · {open_}" if lezing.open else DEFINITIEF)

    def _zeg(self, tekst: str) -> None:
        if tekst != self.text():
            self.setText(tekst)
            self.setAccessibleName(f"Status van het plan: {tekst}")
