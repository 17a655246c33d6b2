"""Makes pictures of the program from the program itself: those of the handleiding, or all of it to look at.

python -m tests.desktop.schermbeelden              the pictures of the handleiding, so that they stay true
python -m tests.desktop.schermbeelden --alles MAP  every page, in three themes and at three scales
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.plan import als_gegevens
from desktop.document import Document
from desktop.handleiding import HULP, Handleiding
from desktop.meldingen import Stem
from desktop.overvenster import Overvenster
from desktop.paginas.doen import Doenpagina
from desktop.paginas.pagina import Pagina
from desktop.paginas.uitklap import Uitklap
from desktop.paginas.waarom import Waarompagina
from desktop.stappen import STAPPEN
from desktop.venster import Hoofdvenster, maak_toepassing
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.desktop.conftest import NepStem
from tests.desktop.kleuren import THEMAS
from tests.desktop.schermvensters import vensters

MAAT = QSize(1180, 720)
LAPTOP = QSize(1366, 768)
ZO = ("uitkomst", "waarom", "scenarios")
"""The pages of which the handleiding has a picture as they are."""
SCHALEN = (1.0, 1.25, 2.0)


def wacht(venster: Hoofdvenster) -> None:
    """Until everything has been drawn, and the effects stand beside the choices."""
    begin = time.monotonic()
    while time.monotonic() < begin + 20:
        QApplication.processEvents()
        if time.monotonic() > begin + 0.7 and not venster.blik.achtergrond.is_bezig:
            break
    QTest.qWait(50)  # what was set last is laid out too


def open_voorbeeld(maat: QSize, stem: Stem | None = None) -> Hoofdvenster:
    """The window with the example in it."""
    toepassing = maak_toepassing()
    toepassing.setStyle("Fusion")
    venster = Hoofdvenster(Document(), stem)
    venster.resize(maat)
    venster.show()
    venster.maak_af()
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    return venster


def sluit(venster: Hoofdvenster) -> None:
    """Away with it, and with the example."""
    venster.document.stapel.setClean()
    venster.close()


def beelden(map_: Path = HULP) -> list[Path]:
    """Write the pictures of the handleiding; returns where they are."""
    venster = open_voorbeeld(MAAT)
    gemaakt = []
    for naam, stap in (("werkblad", "keuzes"), ("uitleg", "middelen"), *((stap, stap) for stap in ZO)):
        venster.werkblad.stappen.kies(stap)
        if naam == "uitleg":
            venster.werkblad.strook.knoppen[0].click()
            boom = venster.werkblad.uitleg.boom
            boom.topLevelItem(0).child(0).setExpanded(True)
        elif venster.werkblad.uitleg.isVisible():
            venster.werkblad.uitleg.hide()
        wacht(venster)
        gemaakt.append(bewaar(venster, map_ / f"{naam}.png"))
    sluit(venster)
    return gemaakt


def klap_open(pagina: Pagina) -> list[Uitklap]:
    """Show what a page keeps folded, with proposals and a chosen cause; returns what was folded."""
    dicht = [deel for deel in pagina.findChildren(Uitklap) if deel.isVisible() and not deel.knop.isChecked()]
    for deel in dicht:
        deel.knop.click()
    if isinstance(pagina, Doenpagina):
        pagina.doelzoeker.formulier.grens.setText("50.000")
        pagina.doelzoeker.formulier.zoek.click()
    if isinstance(pagina, Waarompagina):
        pagina.waterval.tabel.selectRow(1)
    return dicht


def bewaar(widget: QWidget, pad: Path) -> Path:
    """Write the picture of a widget."""
    assert widget.grab().save(str(pad), "PNG")
    return pad


def alles(map_: Path, schaal: float) -> list[Path]:
    """Every page as it is in the window and whole, and what else can be seen, in each theme."""
    map_.mkdir(parents=True, exist_ok=True)
    stem = NepStem()
    venster = open_voorbeeld(LAPTOP / schaal, stem)
    gemaakt = []
    for thema, palet in THEMAS.items():
        QApplication.setPalette(palet())

        def neem(widget: QWidget, naam: str, thema: str = thema) -> None:
            wacht(venster)
            gemaakt.append(bewaar(widget, map_ / f"{round(100 * schaal)}-{thema}-{naam}.png"))

        venster.toon_start()
        neem(venster, "start")
        for stap in STAPPEN:
            pagina = venster.toon_pagina(stap.naam)
            venster.werkblad.stappen.kies(stap.naam)
            neem(venster, stap.naam)
            neem(pagina.widget(), f"{stap.naam}-heel")
            if open_ := klap_open(pagina):
                neem(pagina.widget(), f"{stap.naam}-open")
            for deel in open_:
                deel.knop.setChecked(False)
        venster.werkblad.stappen.kies("keuzes")
        for rij in venster.toon_pagina("keuzes").rijen[1:3]:
            rij.meer.click()
        venster.werkblad.strook.knoppen[0].click()
        venster.werkblad.bevindingen.kop.click()
        neem(venster, "alles-open")
        for rij in venster.toon_pagina("keuzes").rijen[1:3]:
            rij.meer.click()
        venster.werkblad.uitleg.hide()
        venster.werkblad.bevindingen.kop.click()
        venster.hulp()
        hulp = venster.findChild(Handleiding)
        assert hulp is not None
        balk = hulp.lezer.verticalScrollBar()
        for nummer, plek in enumerate(range(0, balk.maximum() + balk.pageStep(), balk.pageStep())):
            balk.setValue(plek)
            neem(hulp, f"handleiding-{nummer}")
        hulp.reject()
        venster.over()
        over = venster.findChild(Overvenster)
        assert over is not None
        neem(over, "over")
        over.reject()
        vensters(venster, stem, neem)
    sluit(venster)
    return gemaakt


def _alle_schalen(map_: Path) -> None:
    """Each scale in a program of its own, for it is set when Qt starts; on the screen of a small laptop."""
    map_.mkdir(parents=True, exist_ok=True)
    scherm = {"name": "laptop", "x": 0, "y": 0, "width": LAPTOP.width(), "height": LAPTOP.height(), "dpr": 1}
    dpi = {"logicalDpi": 96, "logicalBaseDpi": 96}
    (map_ / "scherm.json").write_text(json.dumps({"screens": [scherm | dpi]}), "utf-8")
    platform = f"offscreen:configfile={map_ / 'scherm.json'}"
    omgeving = os.environ | {"QT_QPA_PLATFORM": platform}
    for schaal in SCHALEN:
        opdracht = [sys.executable, "-m", "tests.desktop.schermbeelden", "--schaal", str(schaal), str(map_)]
        subprocess.run(opdracht, env={**omgeving, "QT_SCALE_FACTOR": str(schaal)}, check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["--alles", waar]:
            _alle_schalen(Path(waar))
        case ["--schaal", schaal, waar]:
            print(len(alles(Path(waar), float(schaal))), "beelden op", schaal)
        case _:
            for pad in beelden():
                print(pad.name, pad.stat().st_size)
