"""Plans with scenarios, and exported workbooks in which somebody has typed."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from core.plan import Plan
from core.regels import bereken
from core.werkboek.lezen import Teruglezing, lees_terug
from core.werkboek.ods import als_ods
from core.werkboek.schrijven import boek_van
from core.werkboek.varianten import Doorrekening
from core.werkboek.vel import Boek
from core.werkboek.xlsx import als_xlsx
from tests.gevallen import als_plan, catalogus
from tests.plannen import willekeurig_plan

VOORBEELD: dict[str, Any] = {
    "startjaar": 2027,
    "horizon": 3,
    "gemeente": {"naam": "Voorbeeldstad"},
    "invoer": {
        "instroom_asiel": {"2027": 30, "2028": "25 tot 35", "2029": 20},
        "instroom_gezin": 8,
        "loonkosten_fte": {"bedrag": 95000, "prijspeil": 2025},
        "caseload": 50,
        "methode": "caseload",
        "gemeentefonds_structureel": 90000,
        "leerroutemix": {"B1": 0.4, "Z": 0.35, "onderwijs": 0.25},
    },
    "herkomst": {"caseload": {"bron": "begroting", "datum": "1-9-2026"}},
    "scenarios": [
        {"naam": "Meer instroom", "invoer": {"instroom_asiel": {"2027": 40, "2028": 40, "2029": 40}}},
        {"naam": "Geen middelen", "invoer": {"gemeentefonds_structureel": None}, "maatregelen": ["spuk_korting"]},
    ],
}


def met_scenarios(zaad: int) -> Plan:
    """A random plan with one to three random scenarios: values of their own, blanks, measures."""
    gegevens, rng = willekeurig_plan(zaad), random.Random(zaad)
    scenarios = []
    for n in range(rng.choice([1, 2, 3])):
        ander = willekeurig_plan(1000 + 10 * zaad + n, startjaar=gegevens["startjaar"], horizon=gegevens["horizon"])
        invoer = {naam: w for naam, w in ander["invoer"].items() if rng.random() < 0.25}
        invoer |= {naam: None for naam in gegevens["invoer"] if rng.random() < 0.1}
        scenario: dict[str, Any] = {"naam": f"Scenario {n}", "invoer": invoer}
        if rng.random() < 0.4:
            scenario["maatregelen"] = rng.choice([[], ["spuk_korting"]])
        scenarios.append(scenario)
    return als_plan({**gegevens, "scenarios": scenarios})


def boek(plan: Plan) -> Boek:
    """The workbook of a plan and its scenarios."""
    scenarios = [Doorrekening(s, bereken(plan.voor(s.naam))) for s in plan.scenarios]
    return boek_van(bereken(plan), [], scenarios=scenarios)


def xlsx(plan: Plan) -> bytes:
    return als_xlsx(boek(plan))


def ods(plan: Plan) -> bytes:
    return als_ods(boek(plan))


def terug(map_: Path, inhoud: bytes, naam: str = "plan.xlsx") -> Teruglezing:
    pad = map_ / naam
    pad.write_bytes(inhoud)
    return lees_terug(pad, catalogus())


class Getypt:
    """A workbook in which somebody types: cells by sheet and row name."""

    def __init__(self, inhoud: bytes) -> None:
        self.boek = openpyxl.load_workbook(BytesIO(inhoud))

    def cel(self, blad: str, naam: str, kop: int | str = "Voor alle jaren") -> Any:
        vel = self.boek[blad]
        rij = next(r for r in range(5, vel.max_row + 1) if vel.cell(r, 2).value == naam)
        kolom = next(k for k in range(1, vel.max_column + 1) if vel.cell(4, k).value == kop)
        return vel.cell(rij, kolom)

    def zet(self, blad: str, naam: str, waarde: Any, kop: int | str = "Voor alle jaren") -> str:
        """Type a value; returns the place as a finding names it."""
        cel = self.cel(blad, naam, kop)
        cel.value = waarde
        return f"blad {blad}, cel {cel.coordinate}"

    def bytes(self) -> bytes:
        uit = BytesIO()
        self.boek.save(uit)
        return uit.getvalue()
