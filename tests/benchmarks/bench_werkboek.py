"""Exporting a workbook beside XlsxWriter writing as many plain cells with the same formats."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from core.bevindingen import bevindingen
from core.regels import bereken
from core.werkboek import lees_werkboek, werkboek
from core.werkboek.schrijven import OPTIES
from core.werkboek.stijlen import Rekenblad
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.werkboekhulp import cellen

Cel = tuple[str, int, int, Any, Any]


def opgenomen() -> list[Cel]:
    """Every cell of a real export: sheet, row, column, value and the properties of its format."""
    cellen: list[Cel] = []
    gewoon = {n: getattr(Worksheet, n) for n in ("write_number", "write_string", "write_blank")}

    def opnemend(naam: str) -> Callable[..., Any]:
        def schrijf(blad: Any, rij: int, kolom: int, waarde: Any, stijl: Any = None) -> Any:
            cellen.append((blad.name, rij, kolom, waarde, None if stijl is None else id(stijl)))
            return gewoon[naam](blad, rij, kolom, waarde, stijl)

        return schrijf

    def met_formule(blad: Any, rij: int, kolom: int, formule: str, stijl: Any, waarde: Any) -> None:
        cellen.append((blad.name, rij, kolom, waarde, id(stijl)))
        formule_gewoon(blad, rij, kolom, formule, stijl, waarde)

    formule_gewoon = Rekenblad.schrijf_formule
    Rekenblad.schrijf_formule = met_formule  # type: ignore[method-assign]
    for naam in gewoon:
        setattr(Worksheet, naam, opnemend(naam))
    try:
        exporteer()
    finally:
        Rekenblad.schrijf_formule = formule_gewoon  # type: ignore[method-assign]
        for naam, functie in gewoon.items():
            setattr(Worksheet, naam, functie)
    return cellen


_uitkomst = bereken(voorbeeldplan())
_bevindingen = bevindingen(_uitkomst)


def exporteer() -> None:
    """The export of the example."""
    werkboek(_uitkomst, _bevindingen)


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
                begin = time.perf_counter()
                doe()
                lijst.append(time.perf_counter() - begin)
    finally:
        shutil.rmtree(map_)
    ons, hun = map(statistics.median, tijden)
    print(f"werkboek: read back {ons * 1000:.0f} ms, openpyxl {hun * 1000:.0f} ms, ratio {ons / hun:.2f} (at most 1.5)")


def main() -> None:
    """Alternate both and print the ratio of the medians."""
    cellen = opgenomen()
    tijden: tuple[list[float], list[float]] = ([], [])
    for _ in range(15):
        for lijst, doe in zip(tijden, (exporteer, lambda: platte_cellen(cellen)), strict=True):
            begin = time.perf_counter()
            doe()
            lijst.append(time.perf_counter() - begin)
    ons, plat = map(statistics.median, tijden)
    lezen()
    print(f"werkboek: export {ons * 1000:.0f} ms, XlsxWriter plain {plat * 1000:.0f} ms for {len(cellen)} cells")
    print(f"werkboek: ratio {ons / plat:.2f} (at most 1.5)")


if __name__ == "__main__":
    main()
