"""Plans for tests, as plans: random ones and their calendars."""

from __future__ import annotations

from functools import cache

from core.catalogus import Catalogus, standaardcatalogus
from core.plan import Plan, plan_uit
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
