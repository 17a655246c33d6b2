"""The memory that the program holds after an hour of work, beside what it held after a minute, in one run.

An hour is what a busy person does in one, without the pauses: sixty times a minute in which every page is looked at,
30 keys are struck in fields, the scenario is changed twice, a step is undone and done again, a figure is explained,
and an export every fifteen minutes (the first in the first minute).

python -m tests.benchmarks.bench_geheugen [minutes]
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.plan import als_gegevens
from desktop.document import Document
from desktop.stappen import STAPPEN
from desktop.venster import Hoofdvenster, maak_toepassing
from tests.benchmarks.voorbeeld import voorbeeldplan

MINUTEN, GRENS = 60, 1.2
TOETSEN = 30
PER_EXPORT = 15
VELDEN = (
    ("keuzes", "caseload", "45678"),
    ("instroom", "instroom", "23"),
    ("middelen", "gemeentefonds_structureel", "89"),
)


class Stem:
    """Answers in place of a user: every file goes to one folder."""

    def __init__(self, map_: Path) -> None:
        self._map = map_

    def vraag(self, titel: str, tekst: str, knoppen: Sequence[str], details: str) -> str:
        """The first button."""
        return knoppen[0]

    def kies_openen(self, titel: str, soort: str) -> Path | None:
        """Nothing is opened."""
        return None

    def kies_opslaan(self, titel: str, soort: str, voorstel: str) -> Path | None:
        """The same file every time."""
        return self._map / "boek.xlsx"


def geheugen() -> float:
    """Megabytes of memory in use by this program; what Python could give back does not count."""
    gc.collect()
    bladzijden = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return bladzijden * os.sysconf("SC_PAGESIZE") / 1e6


def tot_rust(venster: Hoofdvenster) -> None:
    """Until nothing is being worked out or drawn any more."""
    einde = time.monotonic() + 30
    QTest.qWait(150)
    while venster.blik.achtergrond.is_bezig and time.monotonic() < einde:
        QTest.qWait(10)


def minuut(venster: Hoofdvenster, nummer: int) -> None:
    """What is done in a minute."""
    blad, document = venster.werkblad, venster.document
    for stap in STAPPEN:
        blad.stappen.kies(stap.naam)
        QApplication.processEvents()
        if stap.naam == "uitkomst":
            tot_rust(venster)
    namen = ["", *(s["naam"] for s in document.gegevens.get("scenarios") or ())]
    for keer in (0, 1):
        document.kies_scenario(namen[(2 * nummer + keer) % len(namen)])
        QApplication.processEvents()
    document.kies_scenario("")
    for stap, naam, cijfers in VELDEN:
        blad.stappen.kies(stap)
        QApplication.processEvents()  # the fields lie as the page has room for them
        rij = next(r for r in venster.toon_pagina(stap).rijen if r.naam == naam)
        veld = rij.invulvelden()[0]
        veld.clearFocus()
        veld.setFocus()
        veld.selectAll()
        for toets in range(TOETSEN // len(VELDEN)):
            if toets % 2 == 0:
                veld.selectAll()
            QTest.keyClicks(veld, cijfers[(nummer + toets) % len(cijfers)])
            QApplication.processEvents()
    document.stapel.undo()
    document.stapel.redo()
    blad.strook.knoppen[nummer % len(blad.strook.knoppen)].click()
    blad.uitleg.hide()
    if nummer % PER_EXPORT == 0:
        venster.werkboek.exporteren()
        tot_rust(venster)


def main(minuten: int = MINUTEN) -> float:
    """Print what was held and the ratio; returns the ratio."""
    maak_toepassing()
    with tempfile.TemporaryDirectory() as map_:
        venster = Hoofdvenster(Document(), Stem(Path(map_)))
        venster.show()
        venster.maak_af()
        venster.document.begin(als_gegevens(voorbeeldplan()), None)
        minuut(venster, 0)
        tot_rust(venster)
        na_minuut, stappen = geheugen(), venster.document.stapel.count()
        for nummer in range(1, minuten):
            minuut(venster, nummer)
        tot_rust(venster)
        na_uur, erbij = geheugen(), venster.document.stapel.count() - stappen
        venster.document.stapel.clear()
        zonder = geheugen()
        venster.document.stapel.setClean()
        venster.close()
    verhouding = na_uur / na_minuut
    print(f"na een minuut {na_minuut:.0f} MB, na {minuten} minuten {na_uur:.0f} MB: {verhouding:.2f} × (grens {GRENS})")
    print(
        f"{minuten * len(STAPPEN)} bladzijden, {minuten * TOETSEN} toetsen, {erbij} stappen om ongedaan te maken; "
        f"zonder die stappen {zonder:.0f} MB ({1000 * (na_uur - zonder) / max(erbij, 1):.1f} kB per stap)"
    )
    return verhouding


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else MINUTEN) > GRENS)
