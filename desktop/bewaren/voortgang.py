"""Waiting for long work without a window that stands still: it shows that it is busy, and can be cancelled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from desktop.achtergrond import Achtergrond
from desktop.meldingen import ANNULEREN

T = TypeVar("T")
NA_MS = 500
"""Shorter work needs no word."""


class Voortgang:
    """Runs work beside the screen while the window waits for it."""

    def __init__(self, achtergrond: Achtergrond, ouder: QWidget) -> None:
        self._achtergrond, self._ouder = achtergrond, ouder
        self.bezig = False

    def doe(self, tekst: str, werk: Callable[[], T]) -> T | None:
        """The outcome of work that touches no widget; None when it was cancelled, or when other work is going on.

        What goes wrong in the work is raised here.
        """
        from PySide6.QtCore import QEventLoop, Qt
        from PySide6.QtWidgets import QProgressDialog

        if self.bezig:
            return None
        gedaan: list[Any] = []
        lus = QEventLoop()
        beeld = QProgressDialog(tekst, ANNULEREN, 0, 0, self._ouder)
        beeld.setWindowTitle(tekst)
        beeld.setWindowModality(Qt.WindowModality.WindowModal)
        beeld.setMinimumDuration(NA_MS)
        beeld.setAccessibleName(tekst)
        beeld.canceled.connect(lus.quit)

        def klaar(uitkomst: Any) -> None:
            gedaan.append(uitkomst)
            lus.quit()

        self.bezig = True
        try:
            self._achtergrond.vraag("wachten", lambda: _uitkomst(werk), klaar)
            lus.exec()
        finally:
            self.bezig = False
            self._achtergrond.laat_maar("wachten")
            beeld.close()
            beeld.deleteLater()
        if not gedaan:
            return None
        waarde, fout = gedaan[0]
        if fout is not None:
            raise fout
        return waarde  # type: ignore[no-any-return]


def _uitkomst(werk: Callable[[], Any]) -> tuple[Any, Exception | None]:
    try:
        return werk(), None
    except Exception as fout:  # raised again where it is waited for
        return None, fout
