"""Plain data that is no plan: every refusal, with its place and its words, and all of them at once."""

from __future__ import annotations

from typing import Any

import pytest

from core.plan import Ernst, Herkomst, Plan, als_gegevens, plan_uit, vingerafdruk
from core.plan.bevinding import fouten
from tests.gevallen import als_plan, catalogus, willekeurig

GOED = {"startjaar": 2027}


def enige(gegevens: Any) -> tuple[str, str]:
    """Place and text of the one finding."""
    plan, bevindingen = plan_uit(gegevens, catalogus())
    assert plan is None
    assert fouten(bevindingen) == bevindingen
    assert len(bevindingen) == 1, [str(b) for b in bevindingen]
    return bevindingen[0].plaats, bevindingen[0].tekst


def test_the_least_that_is_a_plan() -> None:
    assert plan_uit(GOED, catalogus()) == (Plan(2027, 5), [])
    assert plan_uit({"startjaar": 2027.0, "horizon": 1.0}, catalogus()) == (Plan(2027, 1), [])


@pytest.mark.parametrize("zaad", range(30))
def test_as_data_and_back(zaad: int) -> None:
    plan = willekeurig(zaad)
    assert plan_uit(als_gegevens(plan), catalogus()) == (plan, [])


@pytest.mark.parametrize(
    ("gegevens", "plaats", "woorden"),
    [
        ([], "plan", "geen plan"),
        (None, "plan", "geen plan"),
        ("plan", "plan", "geen plan"),
        ({**GOED, "formaat": "iets anders"}, "formaat", 'formaat "inburgeringsplan", versie 1'),
        ({**GOED, "versie": 2}, "formaat", "versie 1"),
        ({**GOED, "invoeren": {}}, "plan", 'Bedoelt u "invoer"?'),
        ({**GOED, "zzzzzz": {}}, "plan", "Haal deze naam weg"),
        ({**GOED, "x" * 5000: {}}, "plan", "…"),
        ({}, "startjaar", "Het startjaar ontbreekt. Geef een heel getal van 2022 tot en met 2060."),
        ({"startjaar": 2021}, "startjaar", "is 2021."),
        ({"startjaar": 2061}, "startjaar", "is 2061."),
        ({"startjaar": 2027.5}, "startjaar", "is 2027,5."),
        ({"startjaar": "2027"}, "startjaar", 'is "2027".'),
        ({"startjaar": True}, "startjaar", "is true."),
        ({"startjaar": float("nan")}, "startjaar", "is dit getal."),
        ({"startjaar": float("inf")}, "startjaar", "is dit getal."),
        ({"startjaar": 10**400}, "startjaar", "is dit getal."),
        ({"startjaar": [2027]}, "startjaar", "is een lijst."),
        ({**GOED, "horizon": 0}, "horizon", "van 1 tot en met 10"),
        ({**GOED, "horizon": 11}, "horizon", "van 1 tot en met 10"),
        ({**GOED, "gemeente": "Utrecht"}, "gemeente", "namen met waarden"),
        ({**GOED, "gemeente": None}, "gemeente", "namen met waarden"),
        ({**GOED, "gemeente": {"naem": "x"}}, "gemeente", 'Bedoelt u "naam"?'),
        ({**GOED, "gemeente": {"naam": 5}}, "gemeente, naam", "hoort tekst"),
        ({**GOED, "gemeente": {"naam": "x" * 30_001}}, "gemeente, naam", "langer dan 30.000 tekens"),
        ({**GOED, "gemeente": {"naam": "a\x00"}}, "gemeente, naam", "tekens die niet bestaan"),
        ({**GOED, "gemeente": {"naam": "a\uffff"}}, "gemeente, naam", "tekens die niet bestaan"),
        ({**GOED, "gemeente": {"naam": "a\ud800"}}, "gemeente, naam", "tekens die niet bestaan"),
        ({**GOED, "gemeente": {"inwonertal": -1}}, "gemeente, inwonertal", "geen aantal"),
        ({**GOED, "gemeente": {"inwonertal": 2.5}}, "gemeente, inwonertal", "geen aantal"),
        ({**GOED, "gemeente": {"inwonertal": "25000"}}, "gemeente, inwonertal", "geen aantal"),
        ({**GOED, "gemeente": {"inwonertal": False}}, "gemeente, inwonertal", "geen aantal"),
        ({**GOED, "gemeente": {"teken": "plus"}}, "gemeente, teken", '"plus" is hier geen keuze. Kies uit tekort'),
        ({**GOED, "gemeente": {"teken": None}}, "gemeente, teken", "leeg is hier geen keuze"),
        ({**GOED, "gemeente": {"eenheid": ["euro"]}}, "gemeente, eenheid", "een lijst is hier geen keuze"),
        ({**GOED, "gemeente": {"taakveld": []}}, "taakveld", "namen met waarden"),
        ({**GOED, "gemeente": {"taakveld": {5: "a"}}}, "taakveld", "namen met waarden"),
        ({**GOED, "gemeente": {"taakveld": {"a": "b;c"}}}, "gemeente, taakveld", "zonder de tekens ; en ="),
        ({**GOED, "gemeente": {"taakveld": {"a=b": "c"}}}, "gemeente, taakveld", "zonder de tekens ; en ="),
        ({**GOED, "gemeente": {"taakveld": {" ": "c"}}}, "gemeente, taakveld", "zonder de tekens ; en ="),
        ({**GOED, "gemeente": {"taakveld": {"a": 6.3}}}, "gemeente, taakveld", "hoort tekst"),
        ({**GOED, "maatregelen": "spuk_korting"}, "maatregelen", "lijst met maatregelen"),
        ({**GOED, "maatregelen": ["spuk_kortng"]}, "maatregelen", 'Bedoelt u "spuk_korting"?'),
        ({**GOED, "maatregelen": [[]]}, "maatregelen", "Hier staat een lijst waar"),
        ({**GOED, "invoer": [1]}, "invoer", "namen met waarden"),
        ({**GOED, "invoer": {"caselood": 50}}, "caselood", 'Bedoelt u "caseload"?'),
        ({**GOED, "invoer": {"": 50}}, "invoer", "bestaat niet"),
        ({**GOED, "invoer": {"instroom": 50}}, "instroom", "Bedoelt u"),
        ({**GOED, "scenarios": {}}, "scenarios", "lijst met scenario's"),
        ({**GOED, "scenarios": [[]]}, "scenarios", "lijst met scenario's"),
        ({**GOED, "scenarios": [{}]}, "scenario 1", "eigen naam"),
        ({**GOED, "scenarios": [{"naam": "  "}]}, "scenario   ", "eigen naam"),
        ({**GOED, "scenarios": [{"naam": "a"}, {"naam": "a"}]}, "scenario a", "eigen naam"),
        ({**GOED, "scenarios": [{"naam": "a", "invor": {}}]}, "scenario a", 'Bedoelt u "invoer"?'),
        ({**GOED, "scenarios": [{"naam": "a", "invoer": {"caselood": 1}}]}, "scenario a, caselood", "caseload"),
        ({**GOED, "scenarios": [{"naam": "a", "invoer": {"caseload": -1}}]}, "scenario a, caseload", "moet"),
        ({**GOED, "scenarios": [{"naam": "a", "maatregelen": 1}]}, "scenario a, maatregelen", "lijst"),
        ({**GOED, "herkomst": {"caselood": {}}}, "herkomst, caselood", 'Bedoelt u "caseload"?'),
        ({**GOED, "herkomst": {"caseload": "nota"}}, "herkomst, caseload", "bron, datum, door en nota"),
        ({**GOED, "herkomst": {"caseload": {"bon": "x"}}}, "herkomst, caseload", 'Bedoelt u "bron"?'),
        ({**GOED, "herkomst": {"caseload": {"bron": 3}}}, "herkomst, caseload", "hoort tekst"),
    ],
)
def test_refused(gegevens: Any, plaats: str, woorden: str) -> None:
    waar, tekst = enige(gegevens)
    assert waar == plaats
    assert woorden in tekst
    assert tekst.endswith((".", "?"))


def test_everything_at_once_also_without_a_start_year() -> None:
    _, bevindingen = plan_uit(
        {
            "horizon": 99,
            "gemeente": {"teken": "x"},
            "invoer": {"caseload": "veel", "x": 1},
            "maatregelen": ["x"],
            "scenarios": 5,
            "herkomst": 5,
        },
        catalogus(),
    )
    plaatsen = [b.plaats for b in bevindingen]
    assert plaatsen == [
        "startjaar",
        "horizon",
        "gemeente, teken",
        "caseload",
        "x",
        "maatregelen",
        "scenarios",
        "herkomst",
    ]
    assert str(bevindingen[0]).startswith("fout: startjaar: Het startjaar ontbreekt")
    assert {b.ernst for b in bevindingen} == {Ernst.FOUT}


def test_what_is_blank_or_said_twice_is_made_plain() -> None:
    plan = als_plan(
        {
            **GOED,
            "gemeente": {"naam": "a\r\nb\rc", "inwonertal": 25000.0, "taakveld": {" spuk ": " 6.71 ", "b": None}},
            "invoer": {"caseload": None, "instroom_asiel": {"2027": None}, "trajectprijs": {"B1": None}},
            "maatregelen": ["spuk_korting", "spuk_korting"],
            "scenarios": [{"naam": "s", "invoer": {"caseload": None}, "maatregelen": []}, {"naam": "t"}],
            "herkomst": {"caseload": {"bron": ""}, "instroom_asiel": {"door": "jan"}},
        }
    )
    assert plan.gemeente.naam == "a\nb\nc"
    assert (plan.gemeente.inwonertal, plan.gemeente.taakveld) == (25000, (("spuk", "6.71"), ("b", "")))
    assert dict(plan.invoer) == {}
    assert plan.maatregelen == ("spuk_korting",)
    assert [(s.naam, dict(s.invoer), s.maatregelen) for s in plan.scenarios] == [
        ("s", {"caseload": None}, ()),
        ("t", {}, None),
    ]
    assert plan.herkomst == {"instroom_asiel": Herkomst(door="jan")}


def test_a_scenario_over_its_base() -> None:
    """A value of the scenario replaces that of the base, null makes it blank, the rest stays."""
    plan = als_plan(
        {
            **GOED,
            "invoer": {"caseload": 50, "instroom_asiel": 10, "methode": "uren"},
            "maatregelen": ["spuk_korting"],
            "scenarios": [
                {"naam": "a", "invoer": {"caseload": None, "instroom_asiel": 20}},
                {"naam": "b", "maatregelen": []},
            ],
        }
    )
    a, b = plan.voor("a"), plan.voor("b")
    assert (dict(a.invoer), a.maatregelen, a.scenarios) == (
        {"instroom_asiel": 20.0, "methode": "uren"},
        ("spuk_korting",),
        (),
    )
    assert (b.invoer, b.maatregelen) == (plan.invoer, ())
    with pytest.raises(KeyError):
        plan.voor("c")
    assert plan.planjaren == range(2027, 2032)
    assert vingerafdruk(plan) == vingerafdruk(als_plan(als_gegevens(plan))) != vingerafdruk(a)
