"""Reading a workbook cell by cell, throwing away its cached values, and having LibreOffice recalculate it."""

from __future__ import annotations

import math
import re
import shutil
import subprocess
import zipfile
from itertools import zip_longest
from pathlib import Path
from typing import Any

import openpyxl

from core.regels import Uitkomst, model
from core.rekenkunde.regel import Rol
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import indeling

SOFFICE = shutil.which("soffice")
_NAMEN = re.compile(rb"<definedNames>.*?</definedNames>", re.DOTALL)
_NAAM = re.compile(rb'<definedName[^>]* name="([^"]*)"')
_WAARDE = re.compile(rb"(</f>)<v>[^<]*</v>")
_SOORT = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?) t="(?:str|e|b)"(?=><f>)')


def zonder_waarden(bron: Path, doel: Path) -> None:
    """The same workbook, every formula without its computed value: nothing can be echoed."""
    with zipfile.ZipFile(bron) as lees, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as schrijf:
        for item in lees.infolist():
            inhoud = lees.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                inhoud = _SOORT.sub(rb"\1", _WAARDE.sub(rb"\1", inhoud))
            schrijf.writestr(item, inhoud)


NEDERLANDS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nl-NL</value></prop></item></oor:items>
"""
"""The country of who reads: a number inside a sentence follows it."""


def herrekend(bronnen: list[Path], map_: Path, naar: str = "xlsx:Calc MS Excel 2007 XML") -> list[Path]:
    """The workbooks as LibreOffice calculates them for a Dutch reader and saves them, in one run of the program."""
    (map_ / "profiel" / "user").mkdir(parents=True, exist_ok=True)
    (map_ / "in").mkdir(exist_ok=True)
    for bron in bronnen:
        _zonder_afdruk(bron, map_ / "in" / bron.name)
    (map_ / "profiel" / "user" / "registrymodifications.xcu").write_text(NEDERLANDS, "utf-8")
    assert SOFFICE is not None
    opdracht = [SOFFICE, f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", "--headless", "--norestore"]
    subprocess.run(
        [*opdracht, "--convert-to", naar, "--outdir", str(map_), *(str(map_ / "in" / b.name) for b in bronnen)],
        check=True,
        capture_output=True,
        timeout=1500,
    )
    return [map_ / f"{b.stem}.{naar.partition(':')[0]}" for b in bronnen]


def _zonder_afdruk(bron: Path, doel: Path) -> None:
    """The same file without names for printing, which no formula uses: they are a third of the time to open it."""
    with zipfile.ZipFile(bron) as lees, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as schrijf:
        for item in lees.infolist():
            inhoud = lees.read(item)
            if item.filename == "xl/workbook.xml":
                assert all(naam.startswith(b"_xlnm.Print_") for naam in _NAAM.findall(inhoud))
                inhoud = _NAMEN.sub(b"", inhoud)
            schrijf.writestr(item, inhoud)


def cellen(pad: Path) -> dict[str, list[list[Any]]]:
    """All values by sheet, row and column (from 0)."""
    boek = openpyxl.load_workbook(pad, read_only=True, data_only=True)
    try:
        return {blad.title: [list(rij) for rij in blad.iter_rows(values_only=True)] for blad in boek.worksheets}
    finally:
        boek.close()


def verschillen(
    inhoud: dict[str, list[list[Any]]], uitkomst: Uitkomst, scenario: int = 0, euro: float = 0.01, mens: float = 1e-6
) -> list[str]:
    """Every calculation cell that differs from the outcome: more than a cent, a millionth of a person, or absent."""
    plaats, fout = indeling(uitkomst.tijdas, scenario), []
    for g in model():
        if g.rol is not Rol.REGEL:
            continue
        momenten: Any = (None,) if g.tijd is Tijdsoort.PLAN else uitkomst.tijdas.bereik(g.tijd, g.venster)
        speling = euro if g.eenheid.naam.startswith("euro") else mens
        for moment in momenten:
            blad, rij, kolom = plaats.cel(g.id, moment)
            try:
                cel = inhoud[blad][rij][kolom]
            except IndexError:
                cel = None
            verwacht = uitkomst.waarden[g.id, moment]
            if not _gelijk(cel, verwacht, speling):
                fout.append(f"{blad} {g.volledige_naam} {moment}: werkboek {cel!r}, programma {verwacht!r}")
    return fout


def _gelijk(cel: Any, verwacht: Any, speling: float) -> bool:
    if isinstance(verwacht, str):
        return bool(cel == verwacht)
    if verwacht != verwacht:
        return bool(cel == "#N/A")
    return isinstance(cel, int | float) and abs(cel - verwacht) <= speling


def ongelijke_cellen(een: dict[str, list[list[Any]]], ander: dict[str, list[list[Any]]]) -> list[str]:
    """Every cell of every sheet that differs: shown outcome, checks and verdicts as well as calculation."""
    fout = [] if een.keys() == ander.keys() else [f"bladen: {een.keys() ^ ander.keys()}"]
    for blad in een.keys() & ander.keys():
        for rij, (links, rechts) in enumerate(zip_longest(een[blad], ander[blad], fillvalue=[]), 1):
            for kolom, (a, b) in enumerate(zip_longest(links, rechts), 1):
                if not _zelfde(a, b):
                    fout.append(f"{blad} rij {rij} kolom {kolom}: {a!r} tegenover {b!r}")
    return fout


def _zelfde(a: Any, b: Any) -> bool:
    if isinstance(a, int | float) and isinstance(b, int | float):
        return math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-6)
    return (a or "") == (b or "")
