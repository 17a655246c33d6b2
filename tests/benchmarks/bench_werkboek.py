"""Exporting a workbook beside XlsxWriter writing as many plain cells with the same formats, in processor time."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from core.bevindingen import bevindingen
from core.plan import Scenario
from core.regels import bereken
from core.werkboek import lees_werkboek, werkboek
from core.werkboek.schrijven import boek_van
from core.werkboek.varianten import Doorrekening
from core.werkboek.xlsx import OPTIES
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.werkboekhulp import cellen

Cel = tuple[str, int, int, Any, Any]


_plan = voorbeeldplan()
_uitkomst = bereken(_plan)
_bevindingen = bevindingen(_uitkomst)
_plan_met_vijf = replace(_plan, scenarios=(*_plan.scenarios, Scenario("Meer gezinnen", {"instroom_gezin": 20.0})))
_scenarios = [
    Doorrekening(s, u := bereken(_plan_met_vijf.voor(s.naam)), bevindingen(u)) for s in _plan_met_vijf.scenarios
]
"""Five: those of the example, and one more."""


def exporteer() -> bytes:
    """The export of the example alone."""
    return werkboek(_uitkomst, _bevindingen)


def exporteer_met_scenarios() -> bytes:
    """The export of the example with five scenarios."""
    return werkboek(_uitkomst, _bevindingen, scenarios=_scenarios)


def opgenomen(scenarios: list[Doorrekening]) -> list[Cel]:
    """Every cell of a real export: sheet, row, column, value and its style."""
    boek = boek_van(_uitkomst, _bevindingen, scenarios=scenarios)
    return [
        (blad.naam, rij, kolom, cel.waarde, cel.stijl)
        for blad in boek.bladen
        for rij, cellen in blad.rijen.items()
        for kolom, cel in cellen.items()
    ]


def platte_cellen(cellen: list[Cel]) -> None:
    """The same number of cells, as plain numbers, texts and blanks, with as many formats."""
    boek = xlsxwriter.Workbook(BytesIO(), OPTIES)
    bladen: dict[str, Any] = {}
    stijlen: dict[Any, Any] = {None: None}
    for naam, rij, kolom, waarde, stijl in cellen:
        if naam not in bladen:
            bladen[naam] = boek.add_worksheet(naam)
        if stijl not in stijlen:
            stijlen[stijl] = boek.add_format({"num_format": "#,##0.00", "font_size": 10, "bold": len(stijlen) % 2})
        blad, vorm = bladen[naam], stijlen[stijl]
        if waarde is None:
            blad.write_blank(rij, kolom, None, vorm)
        elif isinstance(waarde, str):
            blad.write_string(rij, kolom, waarde, vorm)
        else:
            blad.write_number(rij, kolom, waarde, vorm)
    boek.close()


def lezen() -> None:
    """Reading our own workbook back beside openpyxl reading all its cells."""
    map_ = Path(tempfile.mkdtemp())
    try:
        pad = map_ / "plan.xlsx"
        pad.write_bytes(werkboek(_uitkomst, _bevindingen))
        tijden: tuple[list[float], list[float]] = ([], [])
        for _ in range(7):
            for lijst, doe in zip(
                tijden, (lambda: lees_werkboek(pad, _uitkomst.catalogus), lambda: cellen(pad)), strict=True
            ):
                begin = time.process_time()
                doe()
                lijst.append(time.process_time() - begin)
    finally:
        shutil.rmtree(map_)
    ons, hun = map(statistics.median, tijden)
    print(f"werkboek: read back {ons * 1000:.0f} ms, openpyxl {hun * 1000:.0f} ms, ratio {ons / hun:.2f} (at most 1.5)")


def schrijven(naam: str, doe: Callable[[], bytes], cellen: list[Cel]) -> None:
    """Alternate both and print the ratio of the medians."""
    tijden: tuple[list[float], list[float]] = ([], [])
    for _ in range(11):
        for lijst, stap in zip(tijden, (doe, lambda: platte_cellen(cellen)), strict=True):
            begin = time.process_time()
            stap()
            lijst.append(time.process_time() - begin)
    ons, plat = map(statistics.median, tijden)
    print(f"werkboek: {naam} {ons * 1000:.0f} ms, XlsxWriter plain {plat * 1000:.0f} ms for {len(cellen)} cells")
    print(f"werkboek: {naam} ratio {ons / plat:.2f} (at most 1.5)")


def main() -> None:
    """Read back, export one plan, export it with five scenarios."""
    lezen()
    schrijven("export", exporteer, opgenomen([]))
    schrijven("export with five scenarios", exporteer_met_scenarios, opgenomen(_scenarios))


if __name__ == "__main__":
    main()
