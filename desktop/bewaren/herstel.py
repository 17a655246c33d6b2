"""Keeps a copy of unsaved work after every pause in typing, and finds what an earlier session left behind."""

from __future__ import annotations

import contextlib
import logging
import secrets
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer

from core.planbestand import EXTENSIE_HERSTEL, Herstelkopie, SchrijfFout, bewaar_herstel, lees_herstel
from desktop.document import Document
from desktop.gegevens import met_teksten

log = logging.getLogger("inburgeringsplanner.herstel")

RUST_MS, LANGST_MS = 700, 5000
"""A copy is made when typing rests, and while it does not rest at least this often."""


class Herstel(QObject):
    """The recovery copy of one document, in a folder of the program itself; never the user's own file.

    A session holds a lock on its copy. What has no living owner was left behind.
    """

    def __init__(self, document: Document, map_: Path) -> None:
        super().__init__(document)
        self._document, self._map = document, map_
        self._pad = map_ / f"{secrets.token_hex(8)}{EXTENSIE_HERSTEL}"
        self._slot: QLockFile | None = None
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._langst = QTimer(self, singleShot=True, interval=LANGST_MS)
        for wekker in (self._rust, self._langst):
            wekker.timeout.connect(self.bewaar)
        document.gewijzigd.connect(self._gewijzigd)
        document.hernoemd.connect(self._hernoemd)

    def _gewijzigd(self) -> None:
        self._rust.start()
        if not self._langst.isActive():
            self._langst.start()

    def _hernoemd(self) -> None:
        if self._document.bewaard:
            self.wis()

    def bewaar(self) -> None:
        """Keep a copy now, where there is unsaved work."""
        self._rust.stop()
        self._langst.stop()
        if self._document.bewaard:
            return
        document = self._document
        kopie = Herstelkopie(
            met_teksten(document.gegevens),
            str(document.pad or ""),
            datetime.now().strftime("%d-%m-%Y %H:%M"),
            document.kenmerk,
        )
        try:
            self._map.mkdir(parents=True, exist_ok=True)
            if self._slot is None:
                self._slot = _slot(self._pad)
                self._slot.tryLock(0)
            bewaar_herstel(self._pad, kopie)
        except (OSError, SchrijfFout) as fout:
            log.warning("Geen herstelkopie: %s", fout)

    def wis(self) -> None:
        """The work is in its file, or not wanted: the copy goes."""
        self._rust.stop()
        self._langst.stop()
        with contextlib.suppress(OSError):
            self._pad.unlink(missing_ok=True)
        if self._slot is not None:
            self._slot.unlock()
            self._slot = None

    def achtergebleven(self) -> list[tuple[Path, Herstelkopie]]:
        """Copies without a living owner, the newest first; what is no copy is cleared away."""
        gevonden: list[tuple[Path, Herstelkopie]] = []
        if not self._map.is_dir():
            return gevonden
        for pad in sorted(self._map.glob(f"*{EXTENSIE_HERSTEL}"), key=_gewijzigd_op, reverse=True):
            slot = _slot(pad)
            if pad != self._pad and slot.tryLock(0):
                slot.unlock()
                kopie = lees_herstel(pad)
                if kopie is None:
                    gooi_weg(pad)
                else:
                    gevonden.append((pad, kopie))
        return gevonden

    def neem_over(self, pad: Path, kopie: Herstelkopie) -> None:
        """Put left work on screen; it is unsaved until the user saves it."""
        bestand = Path(kopie.bestand) if kopie.bestand else None
        self._document.begin(kopie.gegevens, bestand)
        self._document.kenmerk = kopie.kenmerk
        self._document.stapel.resetClean()
        self._document.hernoemd.emit()
        self.bewaar()
        gooi_weg(pad)


def gooi_weg(pad: Path) -> None:
    """Take away a copy."""
    with contextlib.suppress(OSError):
        pad.unlink(missing_ok=True)


def _slot(pad: Path) -> QLockFile:
    slot = QLockFile(str(pad.with_suffix(".slot")))
    slot.setStaleLockTime(0)
    return slot


def _gewijzigd_op(pad: Path) -> float:
    try:
        return pad.stat().st_mtime
    except OSError:
        return 0.0
