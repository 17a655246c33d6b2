"""Where the program begins: the window, or with a command the work that needs no screen.

Nothing is loaded before it is asked for, so that the window stands there before the arithmetic does.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

OPDRACHTEN = ("voorbeeld", "bereken", "duid", "sjabloon", "toets", "zelftest", "overnemen", "importeer")
VENSTERTIJD = "--venstertijd"
"""For the tests of the installer, not for users: they measure the way that a user goes."""


def main(argumenten: list[str] | None = None) -> int:
    """Run the program; returns its exit code (see `opdrachten`)."""
    woorden = sys.argv[1:] if argumenten is None else argumenten
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    if woorden == [VENSTERTIJD]:
        from desktop.venstertijd import meet

        return meet()
    if woorden and (woorden[0].startswith("-") or woorden[0] in OPDRACHTEN):
        from desktop.opdrachten import voer_uit

        return voer_uit(woorden)
    return _venster(Path(woorden[0]) if woorden else None)


def _venster(pad: Path | None) -> int:
    zonder_scherm = (
        sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys()
    )
    if pad is not None and not pad.exists() and sys.stderr is not None:  # without a console the window says it
        return _kan_niet(str(pad), "Dit is geen opdracht en geen bestand. Typ {} --help voor uitleg.")
    if zonder_scherm:
        return _kan_niet("scherm", "Er is geen scherm om het venster op te openen. Typ {} --help voor de opdrachten.")
    from desktop.venster import main as open_venster

    return open_venster(pad)


def _kan_niet(plaats: str, tekst: str) -> int:
    from desktop.opdrachten import NAAM, VERKEERDE_INVOER, fout

    print(fout(plaats, tekst.format(NAAM)), file=sys.stderr)
    return VERKEERDE_INVOER
