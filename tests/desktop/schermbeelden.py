"""Makes the pictures of the handleiding from the program itself, so that they stay true.

python -m tests.desktop.schermbeelden
"""

from __future__ import annotations

import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.plan import als_gegevens
from desktop.document import Document
from desktop.handleiding import HULP
from desktop.venster import Hoofdvenster, maak_toepassing
from tests.benchmarks.voorbeeld import voorbeeldplan

MAAT = QSize(1180, 720)


def wacht(venster: Hoofdvenster) -> None:
    """Until everything has been drawn."""
    einde = time.monotonic() + 5
    while time.monotonic() < einde:
        QApplication.processEvents()
        if time.monotonic() > einde - 4.5 and not venster.blik.achtergrond.is_bezig:
            break


def beelden(map_: Path = HULP) -> list[Path]:
    """Write the pictures; returns where they are."""
    toepassing = maak_toepassing()
    toepassing.setStyle("Fusion")
    venster = Hoofdvenster(Document())
    venster.resize(MAAT)
    venster.show()
    venster.maak_af()
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    gemaakt = []
    for naam, stap in (("werkblad", "keuzes"), ("uitleg", "middelen"), ("uitkomst", "uitkomst"), ("scenarios",) * 2):
        venster.werkblad.stappen.kies(stap)
        if naam == "uitleg":
            venster.werkblad.strook.knoppen[0].click()
            boom = venster.werkblad.uitleg.boom
            boom.topLevelItem(0).child(0).setExpanded(True)
        elif venster.werkblad.uitleg.isVisible():
            venster.werkblad.uitleg.hide()
        wacht(venster)
        beeld = venster.grab().toImage()
        gemaakt.append(map_ / f"{naam}.png")
        assert beeld.save(str(gemaakt[-1]), "PNG")
    venster.document.stapel.setClean()
    venster.close()
    return gemaakt


if __name__ == "__main__":
    for pad in beelden():
        print(pad.name, pad.stat().st_size)
