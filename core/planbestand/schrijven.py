"""Writing a plan file: at any moment, also when the program is killed, the old or the new file is whole."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import secrets
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from core.plan import Plan, als_gegevens

WACHTTIJDEN = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts: a virus scanner or OneDrive holds a new file for a moment."""

_VOL = {errno.ENOSPC, errno.EDQUOT}
_IN_GEBRUIK = {32, 33}
"""Windows: another program has the file, or a part of it, for itself."""


class SchrijfFout(Exception):
    """The plan was not stored; the message says why and what to do, in Dutch. The old file is untouched."""


def schrijf(pad: Path, plan: Plan) -> None:
    """Store a plan.

    Raises:
        SchrijfFout: it could not be stored; what stood there before still stands there.
    """
    tekst = json.dumps(als_gegevens(plan), ensure_ascii=False, indent=2, allow_nan=False)
    try:
        inhoud = f"{tekst}\n".encode()
    except UnicodeEncodeError:
        raise SchrijfFout(
            "In het plan staat een teken dat niet kan worden opgeslagen. Typ de namen en de toelichting opnieuw."
        ) from None
    bewaar(pad, inhoud)


def bewaar(pad: Path, inhoud: bytes) -> None:
    """Store a file whole or not at all; also for what is no plan (a workbook, an outcome).

    Raises:
        SchrijfFout: it could not be stored; what stood there before still stands there.
    """
    try:
        _vervang(Path(os.path.realpath(pad)) if pad.is_symlink() else pad, inhoud)
    except (OSError, ValueError) as fout:
        raise SchrijfFout(_zin(pad, fout)) from fout


def _vervang(pad: Path, inhoud: bytes) -> None:
    bestaat = pad.exists()
    if pad.is_dir():
        raise IsADirectoryError(errno.EISDIR, "", str(pad))
    if bestaat and not os.access(pad, os.W_OK):
        raise PermissionError(errno.EACCES, "", str(pad))
    # A name of its own, so that what a killed program left behind is never in the way.
    tijdelijk = pad.with_name(f".{pad.name}.{secrets.token_hex(6)}.tmp")
    try:
        with tijdelijk.open("xb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        if bestaat:
            shutil.copymode(pad, tijdelijk)
        _met_geduld(lambda: os.replace(tijdelijk, pad))
    except BaseException:
        with contextlib.suppress(OSError):
            _met_geduld(lambda: tijdelijk.unlink(missing_ok=True))
        raise


def _met_geduld(doe: Callable[[], None]) -> None:
    for wachttijd in WACHTTIJDEN:
        try:
            return doe()
        except PermissionError:
            time.sleep(wachttijd)
    return doe()


def _zin(pad: Path, fout: OSError | ValueError) -> str:
    nummer = getattr(fout, "errno", None)
    if getattr(fout, "winerror", None) in _IN_GEBRUIK:
        return f'"{pad.name}" is open in een ander programma. Sluit het daar en sla opnieuw op.'
    if nummer in _VOL:
        return f'De schijf is vol; "{pad.name}" is niet opgeslagen. Maak ruimte vrij of kies een andere plek.'
    if isinstance(fout, IsADirectoryError):
        return f'"{pad.name}" is een map. Kies een andere naam.'
    if isinstance(fout, PermissionError) or nummer == errno.EROFS:
        return (
            f'"{pad.name}" mag hier niet worden opgeslagen: het bestand is alleen-lezen of in gebruik, '
            "of u hebt geen rechten in deze map. Sluit het bestand in andere programma's of kies een andere map."
        )
    if isinstance(fout, FileNotFoundError | NotADirectoryError):
        return f'De map van "{pad.name}" bestaat niet (meer). Kies een andere map.'
    return f'"{pad.name}" kon niet worden opgeslagen. Kies een kortere naam of een andere plek.'
