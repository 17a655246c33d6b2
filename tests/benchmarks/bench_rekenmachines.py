"""Side by side on one plan: the program, LibreOffice recalculating its workbook, and the `formulas` library."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

from openpyxl.utils import column_index_from_string

from core.regels import Uitkomst, bereken
from core.werkboek import werkboek
from core.werkboek.indeling import indeling
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.werkboekhulp import SOFFICE, cellen, herrekend, verschillen, zonder_waarden


def main() -> None:
    """Print the time of each; what LibreOffice finds is held against the program as well."""
    uitkomst = bereken(voorbeeldplan())
    begin = time.perf_counter()
    for _ in range(20):
        bereken(uitkomst.plan)
    print(f"rekenmachines: program {(time.perf_counter() - begin) / 20 * 1000:.1f} ms a plan")
    map_ = Path(tempfile.mkdtemp())
    try:
        (map_ / "met.xlsx").write_bytes(werkboek(uitkomst, []))
        zonder_waarden(map_ / "met.xlsx", map_ / "kaal.xlsx")
        if SOFFICE:
            herrekend([map_ / "kaal.xlsx"], map_ / "warm")
            begin = time.perf_counter()
            (pad,) = herrekend([map_ / "kaal.xlsx"], map_ / "warm")
            duur = time.perf_counter() - begin
            fout = verschillen(cellen(pad), uitkomst)
            print(f"rekenmachines: LibreOffice {duur * 1000:.0f} ms with its start-up, {len(fout)} cells differ")
        _formulas(map_ / "kaal.xlsx", uitkomst)
    finally:
        shutil.rmtree(map_)


def _formulas(pad: Path, uitkomst: Uitkomst) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import formulas

        begin = time.perf_counter()
        model = formulas.ExcelModel().loads(str(pad)).finish()
        geladen = time.perf_counter()
        uit = model.calculate()
        klaar = time.perf_counter()
    fout = verschillen(_als_cellen(uit), uitkomst)
    duren = f"loads in {geladen - begin:.1f} s, calculates in {klaar - geladen:.1f} s"
    print(f"rekenmachines: formulas {duren}, {len(fout)} cells differ")


def _als_cellen(uit: Any) -> dict[str, list[list[Any]]]:
    """What the library found, by sheet, row and column; its sheet names are in capitals."""
    echt = {naam.upper(): naam for naam in (*indelingsbladen(),)}
    bladen: dict[str, list[list[Any]]] = {}
    for sleutel, bereik in uit.items():
        gevonden = re.fullmatch(r"'\[[^]]*\](\w+)'!([A-Z]+)(\d+)", str(sleutel))
        if gevonden and gevonden[1] in echt:
            rijen = bladen.setdefault(echt[gevonden[1]], [[None] * 60 for _ in range(300)])
            waarde = bereik.value[0, 0]
            tekst = str(waarde)
            kolom = column_index_from_string(gevonden[2]) - 1
            rijen[int(gevonden[3]) - 1][kolom] = tekst if isinstance(waarde, str) or tekst == "#N/A" else float(waarde)
    return bladen


def indelingsbladen() -> list[str]:
    """The calculation sheets."""
    return list(indeling(bereken(voorbeeldplan()).tijdas).bladen)


if __name__ == "__main__":
    main()
