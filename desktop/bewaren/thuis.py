"""Where the program keeps its own things on this computer: recovery copies, recent plans, what was seen already."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

HOEVEEL = 8
_ONLANGS, _GEZIEN = "onlangs", "rondleiding_gezien"


class Thuis:
    """A folder of the program itself. Nothing in it is needed to open a plan."""

    def __init__(self, map_: Path) -> None:
        self.herstel, self.koppelingen = map_ / "herstel", map_ / "koppelingen"
        self._voorkeuren = QSettings(str(map_ / "voorkeuren.ini"), QSettings.Format.IniFormat)

    @classmethod
    def van_de_gebruiker(cls) -> Thuis:
        """The folder that the system gives, on this computer and not on the network."""
        plek = QStandardPaths.StandardLocation.AppLocalDataLocation
        return cls(Path(QStandardPaths.writableLocation(plek)))

    def onlangs(self) -> list[Path]:
        """The plans that were opened or saved last, the newest first."""
        waarde = self._voorkeuren.value(_ONLANGS)  # a list of one comes back as a text
        paden = [waarde] if isinstance(waarde, str) else waarde if isinstance(waarde, list) else []
        return [Path(str(p)) for p in paden]

    def onthoud(self, pad: Path) -> None:
        """Put a plan on top of the recent ones."""
        samen = [str(pad), *(str(p) for p in self.onlangs() if p != pad)]
        self._voorkeuren.setValue(_ONLANGS, samen[:HOEVEEL])

    @property
    def rondleiding_gezien(self) -> bool:
        """Whether the tour was shown or skipped."""
        return self._voorkeuren.value(_GEZIEN, "nee") == "ja"

    def rondleiding_is_gezien(self) -> None:
        """The tour need not be offered again."""
        self._voorkeuren.setValue(_GEZIEN, "ja")
