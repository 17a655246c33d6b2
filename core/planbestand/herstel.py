"""Recovery: a copy of unsaved work beside the program's own settings, and the previous versions of a plan file.

The user's own file is only ever written by `schrijf`. Nothing here knows the time: it comes in as a text.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.planbestand.lezen import GRENS
from core.planbestand.schrijven import SchrijfFout, bewaar

EXTENSIE_HERSTEL = ".herstel"
VORIGE_VERSIES = "Vorige versies"
"""The folder beside a plan in which the program keeps what stood there before."""
HOEVEEL = 10
"""Previous versions of one plan that are kept."""
_FORMAAT = "inburgeringsplanherstel"


@dataclass(frozen=True)
class Herstelkopie:
    """Unsaved work: the plan as it stood on screen, the file it belongs to ("" for none), and when it was kept.

    `kenmerk` is that of the file when the work began, so that a change by someone else is seen.
    """

    gegevens: dict[str, Any]
    bestand: str
    tijd: str
    kenmerk: str = ""


def bewaar_herstel(pad: Path, kopie: Herstelkopie) -> None:
    """Keep unsaved work, whole or not at all.

    Raises:
        SchrijfFout: it could not be kept; what stood there before still stands there.
    """
    inhoud = {
        "formaat": _FORMAAT,
        "bestand": kopie.bestand,
        "tijd": kopie.tijd,
        "kenmerk": kopie.kenmerk,
        "gegevens": kopie.gegevens,
    }
    bewaar(pad, json.dumps(inhoud, ensure_ascii=True).encode())


def lees_herstel(pad: Path) -> Herstelkopie | None:
    """Unsaved work that was kept; None where there is nothing that can be used. No exception escapes."""
    try:
        if pad.stat().st_size > GRENS:
            return None
        inhoud = json.loads(pad.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(inhoud, dict) or inhoud.get("formaat") != _FORMAAT:
        return None
    gegevens: Any = inhoud.get("gegevens")
    teksten = [t for t in (inhoud.get(n) for n in ("bestand", "tijd", "kenmerk")) if isinstance(t, str)]
    return Herstelkopie(gegevens, *teksten) if _is_plan(gegevens) and len(teksten) == 3 else None


def _is_plan(gegevens: Any) -> bool:
    """Whether the data has the tables of a plan; what stands in them is judged where it is shown."""
    if not isinstance(gegevens, dict):
        return False
    tabellen = all(isinstance(gegevens.get(naam), dict) for naam in ("gemeente", "invoer"))
    lijst = gegevens.get("scenarios", [])
    scenarios = isinstance(lijst, list) and all(
        isinstance(s, dict) and isinstance(s.get("naam"), str) and isinstance(s.get("invoer", {}), dict) for s in lijst
    )
    return tabellen and scenarios and isinstance(gegevens.get("maatregelen"), list)


def kenmerk(pad: Path) -> str:
    """A fingerprint of a file, to see whether it changed; "" where it cannot be read."""
    try:
        return hashlib.sha256(pad.read_bytes()).hexdigest()
    except OSError:
        return ""


def bewaar_vorige(pad: Path, dag: str) -> Path | None:
    """Keep what stands in a plan file before it is replaced, once a day; the oldest go.

    Args:
        pad: the plan file.
        dag: the date, as it stands in the name of the copy: `2027-03-14`.

    Returns:
        Where it is kept; None where there was nothing to keep, or no room for it beside the plan.
    """
    kopie = pad.parent / VORIGE_VERSIES / f"{pad.stem} {dag}{pad.suffix}"
    try:
        if not pad.is_file() or kopie.exists():
            return None
        kopie.parent.mkdir(exist_ok=True)
        bewaar(kopie, pad.read_bytes())
    except (OSError, SchrijfFout):
        return None
    for oud in sorted(_vorige(pad), reverse=True)[HOEVEEL:]:
        with contextlib.suppress(OSError):
            oud.unlink()
    return kopie


def _vorige(pad: Path) -> list[Path]:
    naam = re.compile(rf"{re.escape(pad.stem)} \d{{4}}-\d\d-\d\d{re.escape(pad.suffix)}")
    return [p for p in (pad.parent / VORIGE_VERSIES).iterdir() if naam.fullmatch(p.name)]
