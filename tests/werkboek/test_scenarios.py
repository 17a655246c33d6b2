"""Scenarios in one workbook: what they override is typed, the rest follows the base; every cell is the program's."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.plan import Bevinding, Ernst, Plan
from core.regels import Uitkomst, bereken
from core.werkboek import doorrekeningen, lees_werkboek, schrijf_werkboek, werkboek
from core.werkboek.schrijven import boek_van
from core.werkboek.varianten import BASIS, Doorrekening, varianten
from core.werkboek.vel import Boek
from tests.gevallen import als_plan, catalogus, met_scenarios
from tests.werkboek.bladhulp import Vel
from tests.werkboekhulp import cellen, herrekend, ongelijke_cellen, verschillen, zonder_waarden

AANTAL = 6
"""Workbooks with two scenarios each, one for every way to show amounts."""

GEGEVENS: dict[str, Any] = {
    "startjaar": 2027,
    "horizon": 2,
    "invoer": {
        "methode": "caseload",
        "instroom_asiel": 20,
        "instroom_gezin": 0,
        "eerdere_instroom_asiel": {"2026": 20},
        "caseload": 50,
        "loonkosten_fte": "90000 tot 110000",
        "gemeentefonds_structureel": 10000,
    },
    "scenarios": [
        {"naam": "Lagere caseload", "invoer": {"caseload": 40, "instroom_asiel": {"2027": 10, "2028": 0}}},
        {"naam": "Zonder caseload", "invoer": {"caseload": None}, "maatregelen": ["spuk_korting"]},
    ],
}


@cache
def plan() -> Plan:
    return als_plan(GEGEVENS)


def boek(een: Plan, **meer: Any) -> Boek:
    return boek_van(bereken(een), [], scenarios=doorrekeningen(een), **meer)


def rij_van(blad: Any, naam: str) -> dict[int, Any]:
    return next(cellen_ for cellen_ in blad.rijen.values() if 1 in cellen_ and cellen_[1].waarde == naam)


def test_sheets_of_scenarios_stand_beside_those_of_the_base() -> None:
    """R26: a name says whether a sheet is input, calculation or outcome, and of which scenario."""
    namen = [blad.naam for blad in boek(plan()).bladen]
    for n in (1, 2):
        horen = [f"Invoer_S{n}", f"Invoer_S{n}_bandbreedte", f"Berekening_S{n}", f"Berekening_S{n}_kwartalen"]
        assert [naam for naam in namen if f"_S{n}" in naam] == [*horen, f"Uitkomst_S{n}"]
    assert namen.index("Vergelijking") == namen.index("Samenvatting") + 1
    zonder = [blad.naam for blad in boek_van(bereken(plan()), []).bladen]
    assert zonder == [naam for naam in namen if "_S1" not in naam and "_S2" not in naam and naam != "Vergelijking"]


def test_what_a_scenario_overrides_is_typed_and_the_rest_is_a_link() -> None:
    """Row of years instead of one number: the old number is not left behind. E is 'alle jaren', I is 2027."""
    blad = boek(plan())["Invoer_S1"]
    eigen, gevolgd = rij_van(blad, "instroom_asiel"), rij_van(blad, "gemeentefonds_structureel")
    assert (eigen[4].waarde, eigen[4].formule, eigen[4].stijl.rol) == (None, "", "invoer")
    assert [eigen[k].waarde for k in (9, 10)] == [10, 0]
    assert gevolgd[4].waarde == 10000
    assert gevolgd[4].formule == '=IF(Invoer_middelen!E5<>"",Invoer_middelen!E5,"")'
    assert gevolgd[4].stijl.rol == "koppelvak"
    assert gevolgd[9].waarde == ""
    wijkt_af = max(eigen)
    assert (eigen[wijkt_af].waarde, gevolgd[wijkt_af].waarde) == ("ja", "nee")


def test_a_value_made_blank_is_an_empty_cell_and_its_figures_cannot_be_told() -> None:
    geheel = boek(plan())
    caseload = rij_van(geheel["Invoer_S2"], "caseload")
    assert (caseload[4].waarde, caseload[4].formule) == (None, "")
    assert caseload[max(caseload)].waarde == "ja"
    uitkomst = next(r for r in geheel["Uitkomst_S2"].rijen.values() if r[0].waarde == "Consulentkosten")
    assert uitkomst[4].waarde == "n.t.z."


def test_name_and_measure_of_a_scenario() -> None:
    geheel = boek(plan())
    een, twee = (rij_van(geheel[f"Invoer_S{n}"], "maatregel_spuk_korting")[4] for n in (1, 2))
    assert (een.waarde, een.formule) == (0.0, "=Invoer_plan!E8")
    assert (twee.waarde, twee.formule) == (1.0, "")
    assert rij_van(geheel["Invoer_plan"], "maatregel_spuk_korting")[4].waarde == 0.0
    assert rij_van(geheel["Invoer_S2"], "scenario")[4].waarde == "Zonder caseload"


def test_ranges_of_a_scenario_are_its_own() -> None:
    een = als_plan({**GEGEVENS, "scenarios": [{"naam": "x", "invoer": {"caseload": "40 tot 60"}}]})
    geheel = boek(een)
    van_basis, van_scenario = (
        [[c.waarde for c in geheel[naam].rijen[r].values()] for r in (4, 5)]
        for naam in ("Invoer_bandbreedte", "Invoer_S1_bandbreedte")
    )
    assert van_basis == [["loonkosten_fte", "alle", 90000, 110000], [None] * 4]
    assert van_scenario == [["caseload", "alle", 40, 60], [None] * 4]
    assert rij_van(geheel["Invoer_S1"], "caseload")[4].waarde == 50


def test_a_switch_of_the_base_is_followed_in_words() -> None:
    een = als_plan({**GEGEVENS, "invoer": {**GEGEVENS["invoer"], "toeval": False}})
    assert rij_van(boek(een)["Invoer_S1"], "toeval")[4].waarde == "nee"


def test_all_sheets_share_the_calendar_that_any_of_them_needs() -> None:
    """A price level of 2016 in a scenario makes columns in the base too; the figures stay what they were."""
    een = als_plan(
        {
            **GEGEVENS,
            "scenarios": [{"naam": "Oud", "invoer": {"loonkosten_fte": {"bedrag": 80000, "prijspeil": 2016}}}],
        }
    )
    basis, oud = varianten(bereken(een), [], BASIS, doorrekeningen(een))
    assert basis.uitkomst.tijdas == oud.uitkomst.tijdas
    assert basis.uitkomst.tijdas.eerste == 2016
    smal, breed = bereken(een), basis.uitkomst
    assert smal.tijdas.eerste > 2016
    assert smal.als_gegevens([]) == breed.als_gegevens([])


def test_a_scenario_with_a_fout_is_left_out_and_said() -> None:
    scenario = plan().scenarios[0]
    fout = Bevinding(Ernst.FOUT, "Caseload", "Dit kan niet.")
    geheel = boek_van(bereken(plan()), [], scenarios=[Doorrekening(scenario, bereken(plan()), (fout,))])
    assert not [blad.naam for blad in geheel.bladen if "_S1" in blad.naam]
    assert [c.waarde for c in geheel["Bevindingen"].rijen[4].values()] == [
        "fout",
        "scenario Lagere caseload, Caseload",
        "Dit kan niet. Daarom staat dit scenario niet in het werkboek.",
    ]


def test_findings_of_scenarios_are_under_their_name() -> None:
    bevinding = Bevinding(Ernst.LET_OP, "Caseload", "Kijk na.")
    scenario = Doorrekening(plan().scenarios[0], bereken(plan()), (bevinding,))
    blad = boek_van(bereken(plan()), [], scenarios=[scenario])["Bevindingen"]
    assert [c.waarde for c in blad.rijen[3].values()] == ["Scenario", "Ernst", "Waar", "Bevinding"]
    assert [c.waarde for c in blad.rijen[4].values()] == ["S1: Lagere caseload", "let op", "Caseload", "Kijk na."]


def test_the_comparison_shows_base_scenario_and_difference() -> None:
    """Fte: 20 settle every year, of 2026 too. Begeleid 2027 with K = 12 and no aanloop: (0 + 20) / 2 = 10; with 10 in
    2027 instead: 5. So fte 10 / 50 = 0,2 and 5 / 40 = 0,125: a difference of −0,075."""
    rijen = list(boek(plan())["Vergelijking"].rijen.values())
    begin = next(i for i, r in enumerate(rijen) if r[0].waarde == "Fte ingezet")
    basis, s1, verschil, s2, verschil2 = rijen[begin + 1 : begin + 6]
    assert [r[0].waarde for r in (basis, s1, verschil)] == [
        "Basis",
        "S1: Lagere caseload",
        "S1: verschil met de basis",
    ]
    assert [r[4].waarde for r in (basis, s1, verschil)] == pytest.approx([0.2, 0.125, -0.075])
    assert (s2[4].waarde, verschil2[4].waarde) == ("n.t.z.", "n.t.z.")
    zinnen = [str(r[0].waarde) for r in rijen]
    assert "S1: Lagere caseload. Eigen invoer: Caseload per fte en Instroom, asielstatushouders." in zinnen
    assert "S2: Zonder caseload. Eigen invoer: Caseload per fte en Korting op de SPUK." in zinnen


def test_a_scenario_that_states_nothing_says_so() -> None:
    een = als_plan({**GEGEVENS, "scenarios": [{"naam": "Gelijk", "invoer": {}}]})
    zinnen = [str(r[0].waarde) for r in boek(een)["Vergelijking"].rijen.values()]
    assert "S1: Gelijk. Eigen invoer: geen." in zinnen


def test_the_base_reads_back_from_a_workbook_with_scenarios(tmp_path: Path) -> None:
    pad = tmp_path / "plan.xlsx"
    schrijf_werkboek(pad, bereken(plan()), [], scenarios=doorrekeningen(plan()))
    terug, bevindingen = lees_werkboek(pad, catalogus())
    assert terug is not None, bevindingen
    assert (terug.invoer, terug.maatregelen) == (plan().invoer, ())


# --- LibreOffice -------------------------------------------------------------------------------------------


@cache
def gevallen() -> list[tuple[Uitkomst, list[Doorrekening]]]:
    return [(bereken(met_scenarios(z)), doorrekeningen(met_scenarios(z))) for z in range(AANTAL)]


def test_the_cases_show_amounts_in_every_way() -> None:
    gemeenten = [u.plan.gemeente for u, _ in gevallen()]
    assert len({(g.teken, g.eenheid) for g in gemeenten}) == 6


@pytest.mark.libreoffice
def test_recalculated_scenarios_equal_the_program(tmp_path: Path) -> None:
    """Every cell of every sheet: links, sentences, differences and what deviates too."""
    bronnen, kaal = ([tmp_path / f"{soort}{n}.xlsx" for n in range(AANTAL)] for soort in ("plan", "kaal"))
    for (uitkomst, scenarios), bron, doel in zip(gevallen(), bronnen, kaal, strict=True):
        bron.write_bytes(werkboek(uitkomst, [], scenarios=scenarios))
        zonder_waarden(bron, doel)
    for (uitkomst, scenarios), bron, pad in zip(gevallen(), bronnen, herrekend(kaal, tmp_path / "uit"), strict=True):
        inhoud = cellen(pad)
        for variant in varianten(uitkomst, [], BASIS, scenarios):
            assert verschillen(inhoud, variant.uitkomst, variant.nummer) == []
        assert ongelijke_cellen(inhoud, cellen(bron)) == []


@pytest.mark.libreoffice
def test_a_change_of_the_base_reaches_a_scenario_that_says_nothing_else(tmp_path: Path) -> None:
    """Typed: loonkosten 90.000 in the base (S1 follows), caseload 60 in the base (S1 has its own 40)."""
    vel = Vel(werkboek(bereken(plan()), [], scenarios=doorrekeningen(plan())))
    vel.zet("loonkosten_fte", 90000)
    vel.zet("caseload", 60)
    vel.zet("gemeentefonds_structureel", None)
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(vel.bytes())
    [uit] = herrekend([pad], tmp_path / "uit")
    invoer = {**GEGEVENS["invoer"], "loonkosten_fte": 90000, "caseload": 60}
    del invoer["gemeentefonds_structureel"]
    nieuw = als_plan({**GEGEVENS, "invoer": invoer})
    for variant in varianten(bereken(nieuw), [], BASIS, doorrekeningen(nieuw)):
        assert verschillen(cellen(uit), variant.uitkomst, variant.nummer) == []


def test_a_workbook_of_a_plan_is_the_same_bytes_every_time() -> None:
    """R36. Its date is that of the kengetallen, not of today."""
    een, ander = (werkboek(bereken(plan()), [], scenarios=doorrekeningen(plan())) for _ in range(2))
    assert een == ander
    gemaakt = openpyxl.load_workbook(BytesIO(een)).properties.created
    assert gemaakt.date().isoformat() == catalogus().datum
