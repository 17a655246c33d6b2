"""What the tegenlezer says of the plan on screen: worked out beside it, once for all who show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.achtergrond import Achtergrond
from desktop.document import Document

if TYPE_CHECKING:
    from core.bevindingen.tegenlezer import Tegenlezing
    from core.regels import Uitkomst

NALOOP_MS = 150
"""The reading follows when the keys rest."""


class Tegenlezer(QObject):
    """Reads the plan that is shown as a second pair of eyes would.

    `lezing` is the reading of what stands on screen; None while there is none of now.

    Signals:
        gelezen: there is another reading, or none any more.
    """

    gelezen = Signal()

    def __init__(self, document: Document, achtergrond: Achtergrond) -> None:
        super().__init__(document)
        self._document, self._achtergrond = document, achtergrond
        self.lezing: Tegenlezing | None = None
        self._naloop = QTimer(self, singleShot=True, interval=NALOOP_MS)
        self._naloop.timeout.connect(self._vraag)
        document.gerekend.connect(self._verouderd)
        if document.actueel:
            self._naloop.start()

    @property
    def kan_niet(self) -> bool:
        """Whether there is nothing to read: no outcome, or a fout in the plan."""
        return not self._document.actueel

    def _verouderd(self) -> None:
        self.lezing = None
        self._achtergrond.laat_maar("tegenlezer")
        self._naloop.start()
        self.gelezen.emit()

    def _vraag(self) -> None:
        uitkomst = self._document.uitkomst
        if uitkomst is not None and self._document.actueel:
            self._achtergrond.vraag("tegenlezer", lambda: _lees(uitkomst), self._is_er)

    def _is_er(self, lezing: Tegenlezing) -> None:
        self.lezing = lezing
        self.gelezen.emit()


def _lees(uitkomst: Uitkomst) -> Tegenlezing:
    from core.bevindingen.tegenlezer import lees_tegen

    return lees_tegen(uitkomst)
