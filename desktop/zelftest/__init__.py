"""The program tests itself on the machine where it runs: known cases, files, pages, charts.

Every check compares what it makes with what is known. An exception, also one that Qt would swallow, is a failure.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from core import VERSIE
from desktop.zelftest import bestanden, rekenen, scherm
from desktop.zelftest.bekend import Afwijking, Cijfers


@dataclass
class Controle:
    """The outcome of one check; `cijfers` is what it made, for comparison with another machine."""

    naam: str
    goed: bool
    uitleg: str = ""
    seconden: float = 0.0
    cijfers: Cijfers = field(default_factory=dict)


def zelftest(naar: Path | None = None) -> int:
    """Run every check, say how each went, and write it all as JSON; returns the exit code, 0 when all is well."""
    uitslag = voer_uit()
    for c in uitslag:
        print(f"{'goed' if c.goed else 'NIET GOED'}  {c.naam}{': ' if c.uitleg else ''}{c.uitleg}")
    goed = all(c.goed for c in uitslag)
    print("De zelftest is geslaagd." if goed else "De zelftest is niet geslaagd. Installeer het programma opnieuw.")
    if naar is not None:
        from core.planbestand import bewaar

        tekst = json.dumps(_verslag(uitslag, goed), ensure_ascii=False, indent=1, allow_nan=False)
        bewaar(naar, f"{tekst}\n".encode())
    return 0 if goed else 1


def voer_uit() -> list[Controle]:
    """Every check, in order; none stops the next."""
    gemist: list[str] = []
    gewoon = sys.excepthook
    sys.excepthook = lambda soort, fout, spoor: gemist.append(f"{soort.__name__}: {fout}")
    try:
        uitslag = [_controleer(naam, doe) for naam, doe in CONTROLES.items()]
    finally:
        sys.excepthook = gewoon
    return [*uitslag, Controle("geen verborgen storing", not gemist, "; ".join(gemist))]


def _controleer(naam: str, doe: Callable[[], Cijfers]) -> Controle:
    begin = time.perf_counter()
    try:
        uitkomst = Controle(naam, True, cijfers=doe())
    except Exception as fout:  # whatever goes wrong is what this test is for
        uitkomst = Controle(naam, False, str(fout) if isinstance(fout, Afwijking) else f"{type(fout).__name__}: {fout}")
    uitkomst.seconden = round(time.perf_counter() - begin, 3)
    return uitkomst


def _verslag(uitslag: list[Controle], goed: bool) -> dict[str, Any]:
    return {
        "goed": goed,
        "programma": VERSIE,
        "bevroren": bool(getattr(sys, "frozen", False)),
        "systeem": platform.platform(),
        "versies": {"python": platform.python_version()} | {p: _versie(p) for p in bestanden.BIBLIOTHEKEN.values()},
        "controles": [asdict(c) for c in uitslag],
    }


def _versie(pakket: str) -> str:
    try:
        return version(pakket)
    except PackageNotFoundError:
        return "onbekend"


CONTROLES: dict[str, Callable[[], Cijfers]] = {
    "bibliotheken": bestanden.bibliotheken,
    "bestanden van het programma": bestanden.bronbestanden,
    "bekende gevallen": rekenen.bekende_gevallen,
    "landelijke toets": rekenen.nationale_toets,
    "plan en werkboek": bestanden.heen_en_terug,
    "onzekerheid": rekenen.onzekerheid,
    "verklaring van het tekort": rekenen.verklaring,
    "venster en pagina's": scherm.vensters,
    "Nederlandse knoppen": scherm.nederlandse_knoppen,
    "stijl van Windows": scherm.stijl,
    "grafiek": scherm.grafiek,
    "grafieken van het voorbeeld": scherm.alle_grafieken,
}
