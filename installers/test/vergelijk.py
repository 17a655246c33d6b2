"""Whether two machines make the same: the figures of the zelftest to the cent, and the workbooks.

python installers/test/vergelijk.py cijfers EEN.json TWEE.json
python installers/test/vergelijk.py werkboeken MAP_EEN MAP_TWEE
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CENT = 0.005
TIJDSTIP = re.compile(rb"<dcterms:(created|modified)[^<]*</dcterms:\1>")


def plat(boom: Any, naam: str = "") -> Iterator[tuple[str, Any]]:
    """Every value with its full name."""
    if isinstance(boom, dict):
        for sleutel, waarde in boom.items():
            yield from plat(waarde, f"{naam}/{sleutel}")
    elif isinstance(boom, list):
        for nummer, waarde in enumerate(boom):
            yield from plat(waarde, f"{naam}/{nummer}")
    else:
        yield naam, boom


def cijfers(een: Path, twee: Path) -> list[str]:
    """Every difference between two reports of the zelftest; both must have succeeded."""
    verslagen = [json.loads(p.read_text("utf-8")) for p in (een, twee)]
    if not all(v["goed"] and v["bevroren"] for v in verslagen):
        return ["a zelftest did not succeed, or did not run in the frozen program"]
    a, b = (dict(plat({c["naam"]: c["cijfers"] for c in v["controles"]})) for v in verslagen)
    print(f"  {len(a)} figures; systems {verslagen[0]['systeem']} and {verslagen[1]['systeem']}")
    if a.keys() != b.keys() or len(a) < 1000:
        return ["the two reports do not have the same figures"]
    ruimte = {naam: 20 if "/staven/" in naam else CENT for naam in a}  # a bar may be a row of pixels wider
    return [f"{naam}: {a[naam]} and {b[naam]}" for naam in a if abs(a[naam] - b[naam]) > ruimte[naam]]


def werkboeken(een: Path, twee: Path) -> list[str]:
    """Every part of every workbook that differs, the moment of writing aside."""
    namen = sorted(p.name for p in een.glob("*.xlsx"))
    if not namen or namen != sorted(p.name for p in twee.glob("*.xlsx")):
        return ["the two folders do not have the same workbooks"]
    return [f"{naam}: {deel}" for naam in namen for deel in _verschil(een / naam, twee / naam)]


def _verschil(een: Path, twee: Path) -> list[str]:
    with zipfile.ZipFile(een) as a, zipfile.ZipFile(twee) as b:
        print(f"  {een.name}: {len(a.namelist())} parts")
        if a.namelist() != b.namelist():
            return ["other parts"]
        return [n for n in a.namelist() if TIJDSTIP.sub(b"", a.read(n)) != TIJDSTIP.sub(b"", b.read(n))]


if __name__ == "__main__":
    doe = {"cijfers": cijfers, "werkboeken": werkboeken}[sys.argv[1]]
    verschillen = doe(Path(sys.argv[2]), Path(sys.argv[3]))
    sys.exit("\n".join(verschillen[:20]) if verschillen else 0)
