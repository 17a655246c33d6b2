"""Scenarios as plain data: what counts in one, and that nothing is changed in place."""

from __future__ import annotations

import copy

import pytest

from core.catalogus import standaardcatalogus
from core.plan import plan_uit, scenarios
from tests.plannen import willekeurig_plan

PLAN = {
    "startjaar": 2027,
    "invoer": {"caseload": 50, "loonkosten_fte": 90000},
    "maatregelen": ["spuk_korting"],
    "scenarios": [{"naam": "Rustig", "invoer": {"caseload": 40, "loonkosten_fte": None}}],
}


@pytest.fixture(autouse=True)
def _niets_verandert_ter_plekke():
    voor = copy.deepcopy(PLAN)
    yield
    assert voor == PLAN


def test_wat_in_een_scenario_geldt() -> None:
    """Its caseload over that of the base; None makes blank; the measures of the base stay."""
    getoond = scenarios.voor(PLAN, "Rustig")
    assert getoond["invoer"] == {"caseload": 40}
    assert getoond["maatregelen"] == ["spuk_korting"]
    assert getoond["scenarios"] == []
    assert scenarios.voor(PLAN, scenarios.BASIS) == {**PLAN, "scenarios": []}


@pytest.mark.parametrize("zaad", range(8))
def test_zegt_hetzelfde_als_het_plan(zaad: int) -> None:
    """Plain data merged here is the plan that `Plan.voor` gives."""
    gegevens = scenarios.maak(
        willekeurig_plan(zaad), "Anders", {"caseload": 37, "loonkosten_fte": None}, ["spuk_korting"]
    )
    plan, _ = plan_uit(gegevens, standaardcatalogus())
    assert plan is not None
    samen, _ = plan_uit(scenarios.voor(gegevens, "Anders"), standaardcatalogus())
    assert samen == plan.voor("Anders")


def test_maken_dupliceren_hernoemen_verwijderen() -> None:
    met = scenarios.maak(PLAN, "Zonder korting", maatregelen=[])
    assert scenarios.namen(met) == ["Rustig", "Zonder korting"]
    assert scenarios.voor(met, "Zonder korting")["maatregelen"] == []
    met = scenarios.dupliceer(met, "Rustig", "Rustiger")
    assert scenarios.voor(met, "Rustiger")["invoer"] == {"caseload": 40}
    assert scenarios.voor(scenarios.dupliceer(met, scenarios.BASIS, "Gelijk"), "Gelijk")["invoer"] == PLAN["invoer"]
    met = scenarios.hernoem(met, "Rustig", "Kalm")
    assert scenarios.namen(met) == ["Kalm", "Zonder korting", "Rustiger"]
    assert scenarios.namen(scenarios.verwijder(met, "Zonder korting")) == ["Kalm", "Rustiger"]
    for doe in (scenarios.voor, scenarios.verwijder):
        with pytest.raises(KeyError):
            doe(met, "Bestaat niet")


def test_een_waarde_zetten() -> None:
    anders = scenarios.zet(PLAN, "Rustig", "caseload", 45)
    assert anders["scenarios"] == [{"naam": "Rustig", "invoer": {"loonkosten_fte": None, "caseload": 45}}]
    gelijk = scenarios.zet(PLAN, "Rustig", "caseload", 50)  # as the base says
    assert gelijk["scenarios"] == [{"naam": "Rustig", "invoer": {"loonkosten_fte": None}}]
    leeg = scenarios.zet(PLAN, "Rustig", "caseload", None)
    assert leeg["scenarios"] == [{"naam": "Rustig", "invoer": {"loonkosten_fte": None, "caseload": None}}]


def test_maatregelen_zetten() -> None:
    zonder = scenarios.zet_maatregelen(PLAN, "Rustig", [])
    assert scenarios.voor(zonder, "Rustig")["maatregelen"] == []
    assert "maatregelen" not in scenarios.zet_maatregelen(zonder, "Rustig", ["spuk_korting"])["scenarios"][0]


def test_vrije_naam() -> None:
    assert scenarios.vrije_naam(PLAN, "Nieuw") == "Nieuw"
    assert scenarios.vrije_naam(PLAN, "Rustig") == "Rustig 2"
    assert scenarios.vrije_naam(scenarios.maak(PLAN, "Rustig 2"), "Rustig") == "Rustig 3"
    assert scenarios.vrije_naam({"invoer": {}}, "Eerste") == "Eerste"
