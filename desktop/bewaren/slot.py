"""A notice beside a plan file that someone has it open, so that a colleague on the same network drive knows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile

WERKDAG_MS = 12 * 60 * 60 * 1000
"""A notice of another computer that is older was left behind by a crash."""


class Slot:
    """The notice of the plan that is open here."""

    def __init__(self) -> None:
        self._slot: QLockFile | None = None
        self.pad: Path | None = None

    def neem(self, pad: Path) -> str:
        """Put the notice beside a plan; says who was there first, or "" (also where no notice can be put)."""
        self.laat_los()
        self.pad = pad
        slot = QLockFile(str(_naast(pad)))
        slot.setStaleLockTime(WERKDAG_MS)
        if slot.tryLock(0):
            self._slot = slot
            return ""
        if slot.error() is not QLockFile.LockError.LockFailedError:
            return ""
        _pid, computer, _programma = slot.getLockInfo()
        return f"op computer {computer or 'onbekend'}, sinds {_sinds(_naast(pad))}"

    def laat_los(self) -> None:
        """Take the notice away."""
        self.pad = None
        if self._slot is not None:
            self._slot.unlock()
            self._slot = None


def _naast(pad: Path) -> Path:
    return pad.with_name(f".~{pad.name}.slot")


def _sinds(slot: Path) -> str:
    from datetime import datetime

    try:
        return datetime.fromtimestamp(slot.stat().st_mtime).strftime("%d-%m-%Y %H:%M")
    except OSError:
        return "kort geleden"
