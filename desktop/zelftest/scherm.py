"""The zelftest of what is seen: the window and its pages, Dutch buttons, the style of Windows, charts."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.zelftest import bekend

if TYPE_CHECKING:
    from desktop.venster import Hoofdvenster

GEDULD = 60
"""Seconds: a page that has no answer by then has none."""


def vensters() -> bekend.Cijfers:
    """The window has the outcome of the arithmetic, and every page shows something."""
    from PySide6.QtWidgets import QApplication

    from core.plan import als_gegevens
    from core.regels import bereken
    from desktop.stappen import STAPPEN
    from desktop.venster import Hoofdvenster, maak_toepassing

    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    maak_toepassing()
    venster, plan = None, bekend.voorbeeldplan()
    try:
        from desktop.document import Document

        venster = Hoofdvenster(Document())
        venster.show()
        venster.maak_af()
        venster.document.begin(als_gegevens(plan), None)
        uitkomst = venster.document.uitkomst
        bekend.eis(uitkomst is not None, "Het venster heeft geen uitkomst.")
        cijfers: bekend.Cijfers = {"uitkomst": bekend.figuren(uitkomst.als_gegevens([])) if uitkomst else {}}
        bekend.vergelijk(cijfers["uitkomst"], bekend.figuren(bereken(plan).als_gegevens([])), "Venster")
        for stap in STAPPEN:
            pagina = venster.toon_pagina(stap.naam)
            _wacht_op(venster)
            bekend.eis(pagina.isVisible(), f"De pagina {stap.titel} is niet te zien.")
            kleuren = _kleuren(pagina)
            bekend.eis(kleuren > 2, f"De pagina {stap.titel} is leeg: {kleuren} kleuren.")
        cijfers["paginas"] = len(STAPPEN)
        return cijfers
    finally:
        if venster is not None:
            venster.document.stapel.setClean()
            venster.close()
            venster.deleteLater()


def _wacht_op(venster: Hoofdvenster) -> None:
    """Until what a page works out beside the screen is there."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from desktop.paginas.antwoordvak import Antwoordvak

    einde = time.monotonic() + GEDULD
    QApplication.processEvents()
    while venster.blik.achtergrond.is_bezig and time.monotonic() < einde:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    vak: Antwoordvak
    for vak in venster.findChildren(Antwoordvak):
        bekend.eis(not vak.wacht, f"Na {GEDULD} seconden is er nog geen antwoord op een pagina.")


def _kleuren(pagina: Any) -> int:
    """The number of colours in the picture of a page, sampled."""
    beeld = pagina.grab().toImage()
    return len({beeld.pixel(x, y) for y in range(0, beeld.height(), 2) for x in range(0, beeld.width(), 3)})


def nederlandse_knoppen() -> bekend.Cijfers:
    """The standard buttons speak Dutch."""
    from PySide6.QtCore import QCoreApplication, QLibraryInfo

    from desktop.venster import maak_toepassing

    maak_toepassing()
    map_ = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    bekend.eis((map_ / "qtbase_nl.qm").is_file(), f"De Nederlandse vertaling qtbase_nl ontbreekt in {map_.name}.")
    woord = QCoreApplication.translate("QPlatformTheme", "Cancel")
    bekend.eis(woord == "Annuleren", f"De knop Annuleren heet nu {woord}.")
    return {}


def grafiek() -> bekend.Cijfers:
    """Three bars of 1, 2 and 3 high: their painted surfaces must be as 1 to 2 to 3."""
    import io

    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    kleuren = ("#ff0000", "#00ff00", "#0000ff")
    figuur = Figure(figsize=(4, 3), dpi=100)
    doek: Any = FigureCanvasAgg(figuur)
    as_ = figuur.add_subplot(title="Tekort")
    as_.bar([0, 1, 2], [1, 2, 3], color=kleuren)
    beeld = io.BytesIO()
    figuur.savefig(beeld, format="png")
    bekend.eis(beeld.getvalue().startswith(b"\x89PNG") and len(beeld.getvalue()) > 2000, "De grafiek is geen PNG.")
    doek.draw()
    punten = np.asarray(doek.buffer_rgba())[:, :, :3]
    een, twee, drie = (int((punten == [int(k[i : i + 2], 16) for i in (1, 3, 5)]).all(axis=2).sum()) for k in kleuren)
    verhouding = een and abs(twee / een - 2) + abs(drie / een - 3)
    bekend.eis(een > 0 and verhouding < 0.1, f"De staven zijn niet goed getekend: {een}, {twee} en {drie} punten.")
    return {"staven": [een, twee, drie]}


def alle_grafieken() -> bekend.Cijfers:
    """Every chart of the example; what stands in them was compared before, so here it is that they are drawn."""
    import numpy as np

    from core.rapport.grafieken import grafieken
    from core.regels import bereken
    from desktop.grafieken.opmaak import papier
    from desktop.grafieken.tekenen import als_bestand, als_punten

    gemaakt = grafieken(bereken(bekend.voorbeeldplan()))
    bekend.eis(len(gemaakt) > 4, f"Het voorbeeld heeft maar {len(gemaakt)} grafieken.")
    for grafiek in gemaakt:
        punten, breed, hoog = als_punten(grafiek, papier(grafiek))
        kleuren = len(np.unique(np.frombuffer(punten, dtype=np.uint32)))
        bekend.eis(
            len(punten) == 4 * breed * hoog and kleuren > 10, f"De grafiek {grafiek.titel} is leeg: {kleuren} kleuren."
        )
        for formaat, begin in (("png", b"\x89PNG"), ("svg", b"<?xml")):
            bekend.eis(
                als_bestand(grafiek, formaat).startswith(begin), f"De grafiek {grafiek.titel} is geen {formaat}."
            )
    return {"aantal": len(gemaakt)}


def stijl() -> bekend.Cijfers:
    """The style of Windows itself; without it the program would look like no other on that computer."""
    from PySide6.QtWidgets import QStyleFactory

    stijlen = list(map(str.lower, QStyleFactory.keys()))
    if sys.platform == "win32":
        bekend.eis("windowsvista" in stijlen, f"De stijl van Windows ontbreekt; wel aanwezig: {', '.join(stijlen)}.")
    return {}
