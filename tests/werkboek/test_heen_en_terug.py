"""Out and in again: an exported workbook, a template and a template filled by hand give the plan that went in."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from core.getallen import Bereik
from core.plan import Bedrag, Herkomst, PerJaar, Plan, Routes
from core.regels import bereken
from core.werkboek import lees_werkboek, schrijf_sjabloon, schrijf_werkboek, sjabloon, werkboek
from tests.gevallen import als_plan, catalogus, willekeurig
from tests.plannen import willekeurig_plan
from tests.werkboek.bladhulp import Vel, leeg, lees

AANTAL = 150
GEMEENTE = {
    "naam": 'Súdwest-Fryslân & <Co> "\'t Zand"',
    "cbs_code": "GM1900",
    "inwonertal": 89999,
    "samenwerkingsverband": "Regio\nNoord\tOost",
    "teken": "lasten_negatief",
    "eenheid": "duizend",
    "taakveld": {"uitvoeringskosten": "6.3", "spuk": "6.71=b", "leeg": ""},
}


@pytest.mark.steekproef
@pytest.mark.parametrize("zaad", range(AANTAL))
def test_an_export_gives_back_the_plan(tmp_path: Path, zaad: int) -> None:
    plan = willekeurig(zaad)
    terug, bevindingen = lees(tmp_path, werkboek(bereken(plan), []))
    assert bevindingen == []
    assert terug == plan


@pytest.mark.steekproef
@pytest.mark.parametrize("zaad", range(0, AANTAL, 10))
def test_a_filled_template_gives_back_the_plan(tmp_path: Path, zaad: int) -> None:
    plan = willekeurig(zaad)
    terug, bevindingen = lees(tmp_path, sjabloon(plan, catalogus()))
    assert bevindingen == []
    assert terug == plan


@pytest.mark.parametrize("zaad", range(200, 215))
def test_with_provenance_and_gemeente(tmp_path: Path, zaad: int) -> None:
    gegevens = willekeurig_plan(zaad)
    gegevens["gemeente"] = GEMEENTE
    teksten = [
        "begroting 2026",
        " met spaties ",
        "regel 1\r\nregel 2",
        "_x0041_ en _x000A_",
        "=1+1",
        "'s avonds",
        "€ 12",
    ]
    gegevens["herkomst"] = {
        naam: {veld: teksten[(i + j) % len(teksten)] for j, veld in enumerate(("bron", "datum", "door", "nota"))}
        for i, naam in enumerate(gegevens["invoer"])
    }
    plan = als_plan(gegevens)
    assert len(plan.herkomst) == len(plan.invoer)
    terug, bevindingen = lees(tmp_path, werkboek(bereken(plan), []))
    assert bevindingen == []
    assert terug == plan


def test_scenarios_stay_behind(tmp_path: Path) -> None:
    """A workbook holds one plan: that of the base."""
    gegevens = willekeurig_plan(3)
    plan = als_plan({**gegevens, "scenarios": [{"naam": "Meer instroom", "invoer": {"caseload": 44}}]})
    terug, bevindingen = lees(tmp_path, werkboek(bereken(plan), []))
    assert bevindingen == []
    assert terug == als_plan(gegevens)


def test_years_that_do_not_count_stay_behind(tmp_path: Path) -> None:
    """The export has no cell for them; core.bevindingen says on every screen that they do not count."""
    plan = als_plan({"startjaar": 2027, "horizon": 2, "invoer": {"instroom_asiel": {"2019": 5, "2027": 6}}})
    terug, _ = lees(tmp_path, werkboek(bereken(plan), []))
    assert terug is not None
    assert terug.invoer == {"instroom_asiel": PerJaar(((2027, 6.0),))}


@pytest.mark.parametrize(("startjaar", "horizon"), [(2027, 5), (2022, 1), (2031, 10), (2060, 3)])
def test_an_empty_template_is_an_empty_plan(tmp_path: Path, startjaar: int, horizon: int) -> None:
    pad = tmp_path / "sjabloon.xlsx"
    schrijf_sjabloon(pad, catalogus(), startjaar, horizon)
    assert lees_werkboek(pad, catalogus()) == (Plan(startjaar, horizon), [])


def test_a_template_filled_by_hand(tmp_path: Path) -> None:
    vel = Vel(leeg())
    vel.gemeente("gemeente", "Voorbeeldstad")
    vel.gemeente("maatregel_spuk_korting", 1)
    vel.zet("methode", "caseload")
    vel.zet("caseload", "45 tot 60")
    vel.zet("toeval", "nee")
    vel.zet("instroom_asiel", 30, 2027)
    vel.zet("instroom_asiel", "25 tot 40, verwacht 30", 2028)
    vel.zet("instroom_gezin", "12,5")
    vel.zet("loonkosten_fte", 95000)
    vel.zet("loonkosten_fte", 2025, "Prijspeil (jaar)")
    vel.zet("loonkosten_fte", "begroting", "Bron")
    vel.zet("aanloop", "1 tot 3")
    vel.zet("aanloop_gezin", 2)
    vel.zet("taakstelling_1", 10, 2029)
    vel.zet("taakstelling_2", 0, 2029)
    vel.zet("trajectprijs_B1", 12000)
    vel.zet("trajectprijs_Z", "€ 9.000,50", 2027)
    vel.zet("trajectprijs_onderwijs", "14000 tot 16000")
    vel.zet("trajectprijs_onderwijs", 2024, "Prijspeil (jaar)")
    for deel, waarde in enumerate(("50 %", 0.3, "20%"), 1):
        vel.zet(f"betaalritme_{deel}", waarde)
    plan, bevindingen = lees(tmp_path, vel)
    assert bevindingen == []
    assert plan == als_plan(
        {
            "startjaar": 2027,
            "horizon": 5,
            "gemeente": {"naam": "Voorbeeldstad"},
            "maatregelen": ["spuk_korting"],
            "herkomst": {"loonkosten_fte": {"bron": "begroting"}},
            "invoer": {
                "methode": "caseload",
                "caseload": "45 tot 60",
                "toeval": False,
                "instroom_asiel": {"2027": 30, "2028": "25 tot 40, verwacht 30"},
                "instroom_gezin": 12.5,
                "loonkosten_fte": {"bedrag": 95000, "prijspeil": 2025},
                "aanloop": "1 tot 3",
                "aanloop_gezin": 2,
                "taakstelling": {"2029": [10, 0]},
                "trajectprijs": {
                    "B1": 12000,
                    "Z": {"2027": 9000.5},
                    "onderwijs": {"bedrag": "14000 tot 16000", "prijspeil": 2024},
                },
                "betaalritme": [0.5, 0.3, 0.2],
            },
        }
    )
    # And, not by way of our own reader of plans:
    assert plan.invoer["caseload"] == Bereik(45.0, 60.0, 52.5)
    assert plan.invoer["loonkosten_fte"] == Bedrag(95000.0, 2025)
    assert plan.herkomst["loonkosten_fte"] == Herkomst("begroting")
    assert isinstance(plan.invoer["trajectprijs"], Routes)


def test_a_price_level_outside_the_columns(tmp_path: Path) -> None:
    """The columns of this template begin in 2023; a price level of 2016 needs none."""
    vel = Vel(leeg())
    vel.zet("loonkosten_fte", 80000)
    vel.zet("loonkosten_fte", 2016, "Prijspeil (jaar)")
    plan, bevindingen = lees(tmp_path, vel)
    assert bevindingen == []
    assert plan is not None
    assert plan.invoer == {"loonkosten_fte": Bedrag(80000.0, 2016)}


def test_an_export_with_wide_columns_keeps_them(tmp_path: Path) -> None:
    """Price levels of 2016 and 2045 make more columns; also where a program dropped the properties."""
    plan = als_plan(
        {
            "startjaar": 2027,
            "horizon": 1,
            "invoer": {"loonkosten_fte": {"bedrag": 1, "prijspeil": 2016}, "loonstijging": {"2045": 0.02}},
        }
    )
    inhoud = werkboek(bereken(plan), [])
    assert lees(tmp_path, inhoud) == (plan, [])
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    del boek.custom_doc_props["Kalender"]
    uit = BytesIO()
    boek.save(uit)
    assert lees(tmp_path, uit.getvalue()) == (plan, [])


def test_through_a_file(tmp_path: Path) -> None:
    pad, plan = tmp_path / "plan.xlsx", willekeurig(7)
    schrijf_werkboek(pad, bereken(plan), [])
    assert lees_werkboek(pad, catalogus()) == (plan, [])


@pytest.mark.parametrize("toeval", [True, False])
def test_a_switch_reads_as_ja_or_nee(tmp_path: Path, toeval: bool) -> None:
    plan = als_plan({"startjaar": 2027, "horizon": 2, "invoer": {"toeval": toeval}})
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(werkboek(bereken(plan), []))
    terug, bevindingen = lees_werkboek(pad, catalogus())
    assert terug == plan, bevindingen
