"""When the program itself makes a mistake: the work is kept, and the user gets a report without plan data."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from core import VERSIE
from desktop.meldingen import Meldingen

log = logging.getLogger("inburgeringsplanner.ongeval")
TITEL = "Er ging iets mis in de planner"
_WORTEL = Path(__file__).resolve().parents[1]


def verslag(soort: type[BaseException], waar: TracebackType | None) -> str:
    """Where it went wrong: versions, kind of fault, places in the program. No values: they may be of the plan."""
    import platform
    import traceback

    import PySide6

    regels = [
        f"Inburgeringsplanner {VERSIE}",
        f"{platform.system()} {platform.release()}, Python {platform.python_version()}, Qt {PySide6.__version__}",
        f"Fout: {soort.__name__}",
    ]
    for deel in traceback.extract_tb(waar):
        pad = Path(deel.filename)
        naam = pad.relative_to(_WORTEL).as_posix() if pad.is_relative_to(_WORTEL) else pad.name
        regels.append(f"  {naam}, regel {deel.lineno}, {deel.name}")
    return "\n".join(regels)


def vang_op(meldingen: Meldingen, bewaar: Callable[[], None]) -> None:
    """From now on an unexpected fault keeps the work and is told; the program goes on."""
    bezig = False

    def bij_fout(soort: type[BaseException], fout: BaseException, waar: TracebackType | None) -> None:
        nonlocal bezig
        if issubclass(soort, KeyboardInterrupt) or bezig:
            sys.__excepthook__(soort, fout, waar)
            return
        bezig = True
        try:
            bewaar()
            tekst = verslag(soort, waar)
            log.error("%s", tekst)
            meldingen.ongeval(TITEL, tekst)
        finally:
            bezig = False

    sys.excepthook = bij_fout
