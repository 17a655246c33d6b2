"""Plans for tests, as plans: random ones and their calendars."""

from __future__ import annotations

import random
from functools import cache

from core.catalogus import Catalogus, standaardcatalogus
from core.plan import Plan, plan_uit
from core.plan.plan import EENHEDEN, TEKENS
from core.regels.bladwaarden import kalender
from tests.plannen import Gegevens, willekeurig_plan


def catalogus() -> Catalogus:
    return standaardcatalogus()


def als_plan(gegevens: Gegevens) -> Plan:
    plan, bevindingen = plan_uit(gegevens, catalogus())
    assert plan is not None, bevindingen
    return plan


@cache
def willekeurig(zaad: int, startjaar: int | None = None, horizon: int | None = None) -> Plan:
    return als_plan(willekeurig_plan(zaad, startjaar=startjaar, horizon=horizon))


def ander_op_zelfde_kalender(plan: Plan, zaad: int) -> Plan:
    """Another random plan whose workbook has the same columns."""
    kalender_ = kalender(plan, catalogus())
    for poging in range(zaad, zaad + 500):
        ander = willekeurig(poging, plan.startjaar, plan.horizon)
        if kalender(ander, catalogus()) == kalender_:
            return ander
    raise AssertionError("no plan found on the same calendar")


@cache
def met_scenarios(zaad: int, aantal: int = 2) -> Plan:
    """A random plan with scenarios: some values of another random plan, some made blank, at times a measure.

    Its sign and unit are one of all six ways to show amounts.
    """
    rng = random.Random(zaad)
    gegevens = willekeurig_plan(zaad)
    gegevens["gemeente"] = {"naam": f"Plan {zaad}", "teken": TEKENS[zaad % 3], "eenheid": EENHEDEN[zaad % 2]}
    poging = zaad
    scenarios: list[Gegevens] = []
    while len(scenarios) < aantal:
        poging += 1000
        ander = willekeurig_plan(poging, startjaar=gegevens["startjaar"], horizon=gegevens["horizon"])
        invoer = {naam: w for naam, w in sorted(ander["invoer"].items()) if rng.random() < 0.3}
        invoer |= {naam: None for naam in sorted(gegevens["invoer"]) if naam not in invoer and rng.random() < 0.1}
        scenario: Gegevens = {"naam": f"Anders {len(scenarios) + 1}", "invoer": invoer}
        if rng.random() < 0.5:
            scenario["maatregelen"] = rng.choice([[], ["spuk_korting"]])
        plan, _ = plan_uit({**gegevens, "scenarios": [*scenarios, scenario]}, catalogus())
        if plan is not None:
            scenarios.append(scenario)
    return als_plan({**gegevens, "scenarios": scenarios})
