"""Filling in a template or an export as a person would, and reading it back."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from core.plan import Bevinding, Ernst, Plan
from core.regels import bereken
from core.werkboek import lees_werkboek, sjabloon, werkboek
from tests.gevallen import als_plan, catalogus

KOPRIJ, NAAM, PEIL, ALLE, EERSTE_JAAR = 4, 2, 4, 5, 6
"""Rows and columns as openpyxl counts them, from 1."""


@cache
def leeg(startjaar: int = 2027, horizon: int = 5) -> bytes:
    """An empty template; its columns run from 2023 (start − 4) to 2035 (end + 4)."""
    return sjabloon(Plan(startjaar, horizon), catalogus())


@cache
def uitvoer() -> bytes:
    """An exported workbook, with an amount, a row of years, a range, routes and shares."""
    plan = als_plan(
        {
            "startjaar": 2027,
            "horizon": 5,
            "gemeente": {"naam": "Voorbeeldstad"},
            "invoer": {
                "instroom_asiel": {"2027": 30, "2028": "25 tot 35"},
                "loonkosten_fte": {"bedrag": 95000, "prijspeil": 2025},
                "caseload": "45 tot 60",
                "leerroutemix": {"B1": 0.4, "Z": 0.35, "onderwijs": 0.25},
                "kwartaalverdeling": [0.25, 0.25, 0.25, 0.25],
            },
        }
    )
    return werkboek(bereken(plan), [])


class Vel:
    """A workbook being filled in: cells are found by sheet, row name and column head."""

    def __init__(self, inhoud: bytes) -> None:
        self.boek = openpyxl.load_workbook(BytesIO(inhoud))

    def __getitem__(self, blad: str) -> Any:
        return self.boek[blad]

    def rij(self, naam: str) -> tuple[Any, int]:
        for blad in self.boek.worksheets:
            if blad.title.startswith("Invoer_") and blad.title != "Invoer_bandbreedte":
                for rij in range(KOPRIJ + 1, blad.max_row + 1):
                    if blad.cell(rij, NAAM).value == naam:
                        return blad, rij
        raise KeyError(naam)

    def cel(self, naam: str, kop: int | str = "Voor alle jaren") -> Any:
        blad, rij = self.rij(naam)
        for kolom in range(1, blad.max_column + 1):
            if blad.cell(KOPRIJ, kolom).value == kop:
                return blad.cell(rij, kolom)
        raise KeyError(kop)

    def zet(self, naam: str, waarde: Any, kop: int | str = "Voor alle jaren") -> str:
        """Type a value; returns the place as a finding names it."""
        cel = self.cel(naam, kop)
        cel.value = waarde
        return f"blad {cel.parent.title}, cel {cel.coordinate}"

    def gemeente(self, naam: str, waarde: Any) -> str:
        return self.zet(naam, waarde, "Waarde")

    def band(self, rij: int, *waarden: Any) -> None:
        for kolom, waarde in enumerate(waarden, 1):
            self["Invoer_bandbreedte"].cell(KOPRIJ + rij, kolom).value = waarde

    def bytes(self) -> bytes:
        uit = BytesIO()
        self.boek.save(uit)
        return uit.getvalue()


def lees(map_: Path, inhoud: bytes | Vel, naam: str = "plan.xlsx") -> tuple[Plan | None, list[Bevinding]]:
    pad = map_ / naam
    pad.write_bytes(inhoud.bytes() if isinstance(inhoud, Vel) else inhoud)
    return lees_werkboek(pad, catalogus())


def fouten(map_: Path, inhoud: bytes | Vel) -> list[str]:
    """The findings as text; there is no plan."""
    plan, bevindingen = lees(map_, inhoud)
    assert plan is None
    assert all(b.plaats and b.tekst.endswith((".", "?")) for b in bevindingen)
    return [f"{b.plaats}: {b.tekst}" for b in bevindingen if b.ernst is Ernst.FOUT]


def een_fout(map_: Path, inhoud: bytes | Vel, waar: str, *woorden: str) -> None:
    """There is one finding, at this place, with these words."""
    gevonden = fouten(map_, inhoud)
    assert len(gevonden) == 1, gevonden
    assert gevonden[0].startswith(waar), gevonden
    for woord in woorden:
        assert woord in gevonden[0], gevonden


def bewerkt(inhoud: bytes, deel: str, wijzig: Callable[[bytes], bytes]) -> bytes:
    """The same file with one part changed."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(inhoud)) as lezen, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as schrijven:
        for item in lezen.infolist():
            oud = lezen.read(item)
            schrijven.writestr(item.filename, wijzig(oud) if item.filename == deel else oud)
    return uit.getvalue()


def deel_van(inhoud: bytes, blad: str) -> str:
    """The part of a sheet in the file."""
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        boek = zip_.read("xl/workbook.xml").decode()
        relaties = zip_.read("xl/_rels/workbook.xml.rels").decode()
    nummer = re.search(rf'name="{blad}"[^>]*r:id="(\w+)"', boek)
    assert nummer is not None
    for relatie in re.findall(r"<Relationship [^>]*>", relaties):
        if f'Id="{nummer[1]}"' in relatie:
            doel = re.search(r'Target="([^"]*)"', relatie)
            assert doel is not None
            return f"xl/{doel[1]}"
    raise KeyError(blad)
