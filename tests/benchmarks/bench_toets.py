"""From a key to the figures on screen, on the example with its scenarios; beside the bare calculation in one run.

python -m tests.benchmarks.bench_toets
"""

from __future__ import annotations

import os
import statistics
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.plan import als_gegevens
from core.regels import bereken
from desktop.document import Document
from desktop.venster import Hoofdvenster, maak_toepassing
from tests.benchmarks.voorbeeld import voorbeeldplan

TOETSEN, GRENS_MS = 200, 16.0
RUST_S = 0.5
"""After a page has been opened; then what it asked beside the screen is there."""


def meet(venster: Hoofdvenster, stap: str, naam: str) -> list[float]:
    """Milliseconds of work from each key to the answer that belongs to it, painted.

    Time on the processor, not on the clock: what other programs do on the machine is not of the planner.
    """
    venster.werkblad.stappen.kies(stap)
    tot_rust(venster)
    rij = next(r for r in venster.toon_pagina(stap).rijen if r.naam == naam)
    veld = rij.invulvelden()[0]
    veld.setFocus()
    gerekend: list[bool] = []
    venster.document.gerekend.connect(lambda: gerekend.append(True))
    tijden = []
    for keer in range(TOETSEN):
        if keer % 2 == 0:
            veld.selectAll()
        gerekend.clear()
        begin = time.process_time()
        QTest.keyClicks(veld, "56"[keer % 2])
        while not gerekend:
            QApplication.processEvents()
        QApplication.processEvents()  # painted as well
        tijden.append(1000 * (time.process_time() - begin))
    return tijden


def tot_rust(venster: Hoofdvenster) -> None:
    """The page stands there and nothing is worked out beside it: what is measured is the key."""
    einde = time.monotonic() + RUST_S
    while time.monotonic() < einde or venster.blik.achtergrond.is_bezig:
        QApplication.processEvents()
        time.sleep(0.01)


def main() -> float:
    """Print medians and 95th percentiles; returns the greatest percentile."""
    maak_toepassing()
    venster = Hoofdvenster(Document())
    venster.show()
    venster.maak_af()
    plan = voorbeeldplan()
    venster.document.begin(als_gegevens(plan), None)
    QApplication.processEvents()
    begin = time.process_time()
    for _ in range(50):
        bereken(plan)
    kaal = 20 * (time.process_time() - begin)
    print(f"alleen rekenen: {kaal:.1f} ms; {len(plan.scenarios)} scenario's")
    hoogste = 0.0
    for woorden, stap, naam, met_uitleg in (
        ("caseload", "keuzes", "caseload", False),
        ("instroom", "instroom", "instroom", False),
        ("caseload, uitleg open", "keuzes", "caseload", True),
    ):
        if met_uitleg:
            venster.werkblad.strook.knoppen[0].click()
        tijden = meet(venster, stap, naam)
        p95 = statistics.quantiles(tijden, n=20)[18]
        hoogste = max(hoogste, p95)
        print(f"{woorden:24} mediaan {statistics.median(tijden):5.1f} ms, p95 {p95:5.1f} ms (grens {GRENS_MS:.0f})")
    venster.document.stapel.setClean()
    venster.close()
    return hoogste


if __name__ == "__main__":
    sys.exit(main() > GRENS_MS)
