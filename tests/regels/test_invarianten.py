"""What holds for every plan (rekenmodel §3 and §6), sought by hypothesis."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.regels import Uitkomst, bereken
from core.regels.model import rekenvolgorde
from core.rekenkunde.berekening import Plek
from tests.gevallen import als_plan, ander_op_zelfde_kalender, willekeurig
from tests.plannen import willekeurig_plan

pytestmark = pytest.mark.steekproef

GROEPEN = ("asiel", "gezin")
zaden = st.integers(min_value=0, max_value=10**6)
vaak = settings(max_examples=120, deadline=None)


def volledig(zaad: int, **extra: Any) -> Uitkomst:
    """A random plan whose inflow is known in every year."""
    gegevens = willekeurig_plan(zaad, horizon=5)
    for d in GROEPEN:
        gegevens["invoer"][f"instroom_{d}"] = gegevens["invoer"].get(f"instroom_{d}", 7)
        if isinstance(gegevens["invoer"][f"instroom_{d}"], dict):
            rij = gegevens["invoer"][f"instroom_{d}"]
            for jaar in range(gegevens["startjaar"], gegevens["startjaar"] + 5):
                rij.setdefault(str(jaar), 9)
    gegevens["invoer"].update(extra)
    return bereken(als_plan(gegevens))


def kwartalen(u: Uitkomst, naam: str, d: str, van: int = 1) -> list[float]:
    waarden = [u.waarde(naam, d, moment=q) for q in range(van, u.tijdas.kwartalen[-1] + 1)]
    assert None not in waarden
    return waarden  # type: ignore[return-value]


@given(zaden)
@vaak
def test_people_are_conserved(zaad: int) -> None:
    """In guidance + waiting + in aanloop at the end = at the start + vestiging − uitstroom."""
    u = volledig(zaad)
    for d in GROEPEN:
        aanloop = int(u.waarde("wachttijd_vooraf", d) or 0)
        vestiging = kwartalen(u, "vestiging", d, van=-3)  # q = −3 … 4n
        vooraf = sum(vestiging[4 - aanloop : 4])
        aan_het_eind = sum(vestiging[len(vestiging) - aanloop :])
        begin = (u.waarde("begeleiding_start", d) or 0) + (u.waarde("wachtlijst_start", d) or 0) + vooraf
        slot = kwartalen(u, "begeleiding", d)[-1] + kwartalen(u, "wachtlijst", d)[-1] + aan_het_eind
        uit = sum(kwartalen(u, "uitstroom", d))
        assert abs(slot - (begin + sum(vestiging[4:]) - uit)) < 1e-6


@given(zaden)
@vaak
def test_nothing_is_negative(zaad: int) -> None:
    u = volledig(zaad)
    for d in GROEPEN:
        for naam in ("vestiging", "start", "wachtlijst", "begeleiding", "uitstroom"):
            assert min(kwartalen(u, naam, d)) > -1e-9
    assert min(u.reeks("boven_capaciteit").values(), default=0) >= 0


@given(zaden, st.floats(0.2, 3), st.floats(0.05, 2), st.integers(2, 14))
@vaak
def test_more_fte_never_lengthens_the_weighted_waiting_list(zaad: int, fte: float, meer: float, duur: int) -> None:
    """For equal begeleidingsduur (both groups), raised equally in all years."""
    vast = {"caseload": 45, "begeleidingsduur": duur, "begeleidingsduur_asiel": duur, "begeleidingsduur_gezin": duur}
    krap, ruim = (volledig(zaad, fte_beschikbaar=x, **vast) for x in (fte, fte + meer))
    for q in range(1, krap.tijdas.kwartalen[-1] + 1):
        lijst = [
            sum((u.waarde("gewicht", d) or 0) * (u.waarde("wachtlijst", d, moment=q) or 0) for d in GROEPEN)
            for u in (krap, ruim)
        ]
        assert lijst[1] <= lijst[0] + 1e-6


@given(zaden)
@vaak
def test_ruimte_is_reserve_less_doorgeschoven_plus_terugbetaling(zaad: int) -> None:
    u = bereken(willekeurig(zaad))
    for j, ruimte in u.reeks("ruimte").items():
        delen = [u.waarde(naam, moment=j) for naam in ("reserve", "doorgeschoven", "terugbetaling")]
        if None not in delen:
            assert abs(ruimte - (delen[0] - delen[1] + delen[2])) < 1e-6  # type: ignore[operator]


@given(zaden)
@vaak
def test_cash_is_baten_up_to_the_last_settlement(zaad: int) -> None:
    """Σ kas over the plan years + what the last year still settles = Σ baten + what the year before left open."""
    u = bereken(willekeurig(zaad))
    kas, baten, voorlopig = (u.reeks(naam) for naam in ("spuk_kas", "spuk_baten", "voorlopig"))
    assume(len(kas) == len(baten) == len(voorlopig) == u.tijdas.horizon)
    eind, vorig = u.tijdas.eindjaar, u.tijdas.startjaar - 1
    open_begin = (u.waarde("spuk_baten", moment=vorig) or 0) - (u.waarde("voorlopig", moment=vorig) or 0)
    open_eind = baten[eind] - voorlopig[eind]
    assert abs(sum(kas.values()) + open_eind - sum(baten.values()) - open_begin) < 1e-5


@given(zaden)
@vaak
def test_the_program_s_own_checks_are_zero(zaad: int) -> None:
    u = volledig(zaad, gemeentefonds_structureel=100_000, kengetal_persoonsjaar=2000, methode="landelijk")
    for naam in ("controle_mensen", "controle_onder_nul", "controle_reserve", "controle_brug"):
        afwijking = u.waarde(naam)
        assert afwijking is not None, naam
        assert afwijking < 1e-6, naam


@given(zaden)
@vaak
def test_pots_are_never_mixed(zaad: int) -> None:
    """Twice the SPUK changes no figure of the Gemeentefonds, and the reverse."""
    gegevens = willekeurig_plan(zaad)
    rijk = {**gegevens, "invoer": {**gegevens["invoer"], "spuk_a": 20_000, "maatschappelijke_begeleiding": 9_999}}
    arm, ander = bereken(als_plan(gegevens)), bereken(als_plan(rijk))
    for naam in ("uitvoeringskosten", "tekort_structureel", "tekort_totaal", "tekort_met_wachtlijst"):
        assert arm.reeks(naam) == pytest.approx(ander.reeks(naam), rel=1e-12)  # another calendar, another index base


def test_a_scenario_replaces_whole_values_by_name() -> None:
    """instroom per year in the base, one number in the scenario; null makes blank; measures replace."""
    plan = als_plan(
        {
            "startjaar": 2027,
            "horizon": 2,
            "invoer": {"instroom_asiel": {"2027": 10, "2028": 20}, "caseload": 40, "aanloop_asiel": 2},
            "scenarios": [
                {"naam": "A", "invoer": {"instroom_asiel": 7, "caseload": None, "aanloop": 1}},
                {"naam": "B", "invoer": {}, "maatregelen": ["spuk_korting"]},
            ],
        }
    )
    a = bereken(plan.voor("A"))
    assert a.reeks("instroom", "asiel") == {2027: 7, 2028: 7}
    assert a.waarde("caseload") is None
    assert a.waarde("wachttijd_vooraf", "asiel") == 2  # a name with suffix wins, also over a scenario's name without
    assert a.waarde("wachttijd_vooraf", "gezin") == 1
    assert bereken(plan.voor("B")).waarde("spuk_korting", moment=2028) == 0.10
    assert bereken(plan).waarde("spuk_korting", moment=2028) == 0


@given(zaden, zaden)
@settings(max_examples=25, deadline=None)
def test_going_on_from_another_outcome_gives_the_same_figures(zaad: int, ander: int) -> None:
    """From a plan in which one thing differs, from quite another plan, and from one on another calendar."""
    plan = willekeurig(zaad)
    naam = sorted(plan.invoer)[ander % len(plan.invoer)]
    bijna = replace(plan, invoer={n: w for n, w in plan.invoer.items() if n != naam})
    verwacht = bereken(plan)
    for vorig in (bijna, ander_op_zelfde_kalender(plan, ander % 1000), willekeurig(ander)):
        zelfde_figuren(bereken(plan, vorige=bereken(vorig)).waarden, verwacht.waarden)


@given(zaden)
@settings(max_examples=25, deadline=None)
def test_other_leaves_give_what_computing_with_them_gives(zaad: int) -> None:
    u, rng = bereken(willekeurig(zaad)), random.Random(zaad)
    volgorde = rekenvolgorde(u.tijdas)
    bladen = {p: u.waarden[p] for p in volgorde.bladeren}
    anders = {p: 1.1 * w for p, w in bladen.items() if isinstance(w, float) and rng.random() < 0.05}
    zelfde_figuren(volgorde.verander(anders, u.rekening).figuren, volgorde.waarden({**bladen, **anders}))


def zelfde_figuren(gevonden: Mapping[Plek, float], verwacht: Mapping[Plek, float]) -> None:
    assert gevonden.keys() == verwacht.keys()
    assert not {p for p, w in verwacht.items() if gevonden[p] != w and (w == w or gevonden[p] == gevonden[p])}
