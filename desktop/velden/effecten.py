"""The effect of each own choice on a page: worked out beside the screen when the typing rests; the newest counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer

from core.duiding.effect import KEUZES, ONBEKEND, effecten
from desktop.blik import Blik
from desktop.document import Document
from desktop.velden.invoerrij import Invoerrij

RUST_MS = 250
BEGIN = "Effect op tekort"
BEZIG = f"{BEGIN}: wordt berekend…"


class Effecten(QObject):
    """Gives the rows of one page their effect. What is not of now is taken away at once, never shown as current."""

    def __init__(self, document: Document, blik: Blik, rijen: Sequence[Invoerrij]) -> None:
        super().__init__(document)
        self._document, self._blik = document, blik
        self._rijen = [rij for rij in rijen if rij.naam in KEUZES]
        self._soort = f"effect {id(self)}"
        self._bij = False
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self._begin)
        if self._rijen:
            document.gewijzigd.connect(self._verouderd)
            blik.jaar_gekozen.connect(self._verouderd)
        for rij in self._rijen:
            rij.zet_effect(BEZIG)

    def vraag(self) -> None:
        """Work it out as soon as nothing has been typed for a moment."""
        if self._rijen and not self._bij:
            self._rust.start()

    def _verouderd(self) -> None:
        self._rust.stop()
        self._blik.achtergrond.laat_maar(self._soort)
        if self._bij:
            self._bij = False
            for rij in self._rijen:
                rij.zet_effect(BEZIG)

    def _begin(self) -> None:
        uitkomst, jaar = self._document.uitkomst, self._blik.jaar
        if uitkomst is None or not self._document.actueel:
            self._toon(jaar, dict.fromkeys(KEUZES, ONBEKEND))
            return
        self._blik.achtergrond.vraag(self._soort, partial(effecten, uitkomst, jaar), partial(self._toon, jaar))

    def _toon(self, jaar: int, gevonden: dict[str, str]) -> None:
        self._bij = True
        van = f" {jaar}" if jaar else ""
        for rij in self._rijen:
            rij.zet_effect(f"{BEGIN}{van}: {gevonden[rij.naam]}.")
