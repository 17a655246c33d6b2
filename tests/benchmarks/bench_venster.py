"""How fast the window stands there, beside an empty window of the same size.

Starts the two by turns, each in a process of its own, and measures from the start of the process to its first
paint. Run: `python tests/benchmarks/bench_venster.py [times]`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[2]
GRENS = 1.5

_MEET = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Oog(QObject):
    def eventFilter(self, wie, wat):
        if wat.type() == QEvent.Type.Paint and wie is venster:
            toepassing.removeEventFilter(self)
            QTimer.singleShot(0, self, klaar)
        return False
def klaar():
    print(time.time(), venster.width(), venster.height(), flush=True)
    import os; os._exit(0)
oog = Oog()
toepassing.installEventFilter(oog)
venster.show()
toepassing.exec()
"""
_LEEG = """
from PySide6.QtWidgets import QApplication, QMainWindow
toepassing = QApplication([])
venster = QMainWindow()
venster.resize({breedte}, {hoogte})
"""
_ONS = """
from desktop.venster import maak_toepassing, maak_venster
toepassing = maak_toepassing()
venster = maak_venster()
"""


def meet(begin: str) -> tuple[float, int, int]:
    """Seconds from the start of the process to the first paint, and the size of the window."""
    omgeving = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(WORTEL)}
    start = time.time()
    uit = subprocess.run(
        [sys.executable, "-c", begin + _MEET], env=omgeving, capture_output=True, text=True, check=True
    ).stdout.split()
    return float(uit[0]) - start, int(uit[1]), int(uit[2])


def main(keren: int = 15) -> float:
    """Print the medians and their ratio; returns the ratio."""
    _, breedte, hoogte = meet(_ONS)
    leeg_begin = _LEEG.format(breedte=breedte, hoogte=hoogte)
    meet(leeg_begin)
    leeg, ons = [], []
    for _ in range(keren):
        leeg.append(meet(leeg_begin)[0])
        ons.append(meet(_ONS)[0])
    verhouding = statistics.median(ons) / statistics.median(leeg)
    print(f"leeg venster {breedte} × {hoogte}: {statistics.median(leeg) * 1000:.0f} ms (mediaan van {keren})")
    print(f"Inburgeringsplanner:          {statistics.median(ons) * 1000:.0f} ms")
    print(f"verhouding: {verhouding:.2f} (grens {GRENS})")
    return verhouding


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15) > GRENS)
