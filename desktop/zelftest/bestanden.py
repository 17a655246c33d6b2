"""The zelftest of files: libraries, resources, and what the program writes and reads back."""

from __future__ import annotations

import importlib
import tempfile
from pathlib import Path

from desktop.zelftest import bekend

BIBLIOTHEKEN = {
    "PySide6.QtWidgets": "PySide6-Essentials",
    "matplotlib": "matplotlib",
    "numpy": "numpy",
    "openpyxl": "openpyxl",
    "xlsxwriter": "XlsxWriter",
}
"""What the program cannot do without: the module and the package it comes from."""
NAAM = "Súdwest-Fryslân – ’t Bildt €"
PADLENGTE = 180
"""Characters of a deep path that Windows opens without long paths being switched on (260), with room to spare."""


def bibliotheken() -> bekend.Cijfers:
    """Every library that the program cannot do without is there."""
    for module in BIBLIOTHEKEN:
        importlib.import_module(module)
    return {"aantal": len(BIBLIOTHEKEN)}


def bronbestanden() -> bekend.Cijfers:
    """Every resource is there and has something in it."""
    verwacht = bekend.bekende("bestanden")
    ontbreekt = sorted(set(verwacht) - set(bekend.bestanden()))
    bekend.eis(not ontbreekt, f"Deze bestanden ontbreken: {', '.join(ontbreekt)}.")
    leeg = [naam for naam in verwacht if not (bekend.BRONNEN / naam).stat().st_size]
    bekend.eis(not leeg, f"Deze bestanden zijn leeg: {', '.join(leeg)}.")
    return {"aantal": len(verwacht)}


def _diepe_map(begin: Path) -> Path:
    diep = begin / NAAM
    while len(str(diep)) + len(NAAM) + 1 < PADLENGTE - 40:
        diep /= NAAM
    diep.mkdir(parents=True)
    return diep


def heen_en_terug() -> bekend.Cijfers:
    """A plan and a workbook, written with a non-ASCII name in a long path, are the same when read."""
    from core.catalogus import standaardcatalogus
    from core.planbestand import schrijf
    from core.regels import bereken
    from core.werkboek import lees_werkboek, schrijf_werkboek

    plan = bekend.voorbeeldplan()
    uitkomst = bereken(plan)
    with tempfile.TemporaryDirectory(prefix="zelftest-") as tijdelijk:
        diep = _diepe_map(Path(tijdelijk))
        planbestand, boek = diep / f"{NAAM}.inburgeringsplan", diep / f"{NAAM}.xlsx"
        schrijf(planbestand, plan)
        bekend.eis(bekend.lees_plan(planbestand) == plan, "Het plan is na bewaren en openen niet hetzelfde plan.")
        schrijf_werkboek(boek, uitkomst, [])
        terug, bevindingen = lees_werkboek(boek, standaardcatalogus())
        if terug is None:
            raise bekend.Afwijking("Het werkboek is niet te lezen: " + "; ".join(str(b) for b in bevindingen))
        cijfers = bekend.figuren(bereken(terug).als_gegevens([]))
        bekend.vergelijk(cijfers, bekend.figuren(uitkomst.als_gegevens([])), "Werkboek")
        namen = sorted(pad.name for pad in diep.iterdir())
        bekend.eis(namen == sorted((planbestand.name, boek.name)), f"In de map staat iets anders: {', '.join(namen)}.")
    return cijfers
