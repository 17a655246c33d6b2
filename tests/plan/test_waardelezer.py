"""One value of the plan: every shape that is refused, with words, and what is understood."""

from __future__ import annotations

from typing import Any

import pytest

from core.getallen import Bereik
from core.plan import Bedrag, PerJaar, Routes
from core.plan.bevinding import Bevinding
from core.plan.waardelezer import Waardelezer, is_getal, kort, naaste
from tests.gevallen import catalogus


def lees(naam: str, ruw: Any) -> tuple[Any, list[Bevinding]]:
    bevindingen: list[Bevinding] = []
    return Waardelezer(catalogus(), bevindingen).lees("", naam, ruw), bevindingen


@pytest.mark.parametrize(
    ("naam", "ruw", "waarde"),
    [
        ("caseload", 50, 50.0),
        ("caseload", "45 tot 60", Bereik(45.0, 60.0, 52.5)),
        ("methode", "uren", "uren"),
        ("toeval", False, False),
        ("contract_start", 2028, 2028.0),
        (
            "instroom_asiel",
            {"2028": 3, "2027": "1 tot 2", "2029": None},
            PerJaar(((2027, Bereik(1.0, 2.0, 1.5)), (2028, 3.0))),
        ),
        ("eerdere_instroom_asiel", {"2026": 4}, PerJaar(((2026, 4.0),))),
        ("taakstelling", {"2027": [10, 12]}, PerJaar(((2027, (10.0, 12.0)),))),
        ("kwartaalverdeling", [0.25, 0.25, 0.25, 0.25], (0.25, 0.25, 0.25, 0.25)),
        ("betaalritme", [0.5, 0.3, 0.2009], (0.5, 0.3, 0.2009)),
        ("loonkosten_fte", {"bedrag": "1 tot 3", "prijspeil": 2025.0}, Bedrag(Bereik(1.0, 3.0, 2.0), 2025)),
        (
            "trajectprijs",
            {"Z": {"2027": 5}, "B1": 4, "onderwijs": None},
            Routes((("B1", 4.0), ("Z", PerJaar(((2027, 5.0),))))),
        ),
        ("trajectprijs", {"Z": {"2027": None}, "B1": 4}, Routes((("B1", 4.0),))),
        ("groepsgrootte", {"B1": 12}, Routes((("B1", 12.0),))),
        (
            "leerroutemix",
            {"B1": 0.5, "Z": "0,2 tot 0,3", "onderwijs": 0.25},
            Routes((("B1", 0.5), ("Z", Bereik(0.2, 0.3, 0.25)), ("onderwijs", 0.25))),
        ),
        ("instroom_asiel", {"2027": None}, None),
        ("trajectprijs", {"B1": None}, None),
    ],
)
def test_understood(naam: str, ruw: Any, waarde: Any) -> None:
    assert lees(naam, ruw) == (waarde, [])


@pytest.mark.parametrize(
    ("naam", "ruw", "plaats", "woorden"),
    [
        ("caseload", None, "caseload", "leeg is geen getal. Geef een getal, of een bereik zoals 45 tot 60."),
        ("caseload", True, "caseload", "true is geen getal"),
        ("caseload", float("nan"), "caseload", "dit getal is geen getal"),
        ("caseload", float("inf"), "caseload", "is geen getal"),
        ("caseload", 10**400, "caseload", "is geen getal"),
        ("caseload", 1e13, "caseload", "te groot"),
        ("caseload", [50], "caseload", "een lijst is geen getal"),
        ("caseload", "50", "caseload", "staat er als tekst"),
        ("caseload", "veel", "caseload", '"veel" is geen getal'),
        ("caseload", "60 tot 45", "caseload", "van hoog naar laag"),
        ("caseload", "-5 tot 45", "caseload", "is -5, maar moet"),
        ("caseload", 0, "caseload", "maar moet"),
        ("caseload", {"2027": 50}, "caseload", "één getal te staan"),
        ("aandeel_jong", 1.5, "aandeel_jong", "is 1,5, maar mag hooguit 1 zijn"),
        ("contract_start", "2027 tot 2028", "contract_start", "Geef hier één getal"),
        ("contract_start", 2027.5, "contract_start", "heel getal"),
        ("eerdere_instroom_asiel", {"2026": "1 tot 2"}, "eerdere_instroom_asiel 2026", "Geef hier één getal"),
        ("eerdere_instroom_asiel", 5, "eerdere_instroom_asiel", "een waarde per jaar"),
        ("instroom_asiel", {}, "instroom_asiel", "een waarde per jaar"),
        ("instroom_asiel", {"27": 5}, "instroom_asiel", '"27" is geen jaar'),
        ("instroom_asiel", {2027: 5}, "instroom_asiel", "is geen jaar"),
        ("instroom_asiel", {"²027": 5}, "instroom_asiel", "is geen jaar"),
        ("instroom_asiel", {"2027": "PM"}, "instroom_asiel 2027", '"PM" is geen getal'),
        ("instroom_asiel", {"2027": -1}, "instroom_asiel 2027", "moet 0 of meer zijn"),
        ("taakstelling", {"2027": [10]}, "taakstelling 2027", "twee getallen"),
        ("taakstelling", {"2027": 10}, "taakstelling 2027", "twee getallen"),
        ("taakstelling", {"2027": [10, None]}, "taakstelling 2027", "twee getallen"),
        ("taakstelling", {"2027": [10, -1]}, "taakstelling 2027", "moet 0 of meer zijn"),
        ("taakstelling", 5, "taakstelling", "een waarde per jaar"),
        ("kwartaalverdeling", [0.5, 0.5], "kwartaalverdeling", "4 aandelen te staan, samen 1"),
        ("kwartaalverdeling", "kwart", "kwartaalverdeling", "4 aandelen"),
        ("kwartaalverdeling", [1, 0, 0, None], "kwartaalverdeling", "4 aandelen"),
        ("kwartaalverdeling", [0.5, 0.5, 0.5, -0.5], "kwartaalverdeling", "moet 0 of meer zijn"),
        ("kwartaalverdeling", [0.3, 0.3, 0.3, 0.3], "kwartaalverdeling", "samen 1,200"),
        ("betaalritme", [0.5, 0.5], "betaalritme", "3 of 4 of 5 aandelen"),
        ("methode", "urren", "methode", '"urren" is hier geen keuze. Kies uit'),
        ("methode", {}, "methode", "een tabel is hier geen keuze"),
        ("toeval", 1, "toeval", "aan of uit"),
        ("toeval", "ja", "toeval", "aan of uit"),
        ("loonkosten_fte", {"bedrag": 1, "prijspeil": 1999}, "loonkosten_fte", "prijspeil 1999 is geen jaar"),
        ("loonkosten_fte", {"bedrag": 1, "prijspeil": 2025.5}, "loonkosten_fte", "van 2015 tot en met 2060"),
        ("loonkosten_fte", {"bedrag": 1, "prijspeil": True}, "loonkosten_fte", "prijspeil true"),
        ("loonkosten_fte", {"bedrag": None, "prijspeil": 2025}, "loonkosten_fte", "leeg is geen getal"),
        ("loonkosten_fte", {"bedrag": 1}, "loonkosten_fte", "bedrag en prijspeil, allebei"),
        ("loonkosten_fte", {"bedrag": 1, "prijspeil": 2025, "2027": 3}, "loonkosten_fte", "allebei"),
        ("caseload", {"bedrag": 1, "prijspeil": 2025}, "caseload", "beweegt niet mee met prijzen"),
        ("trajectprijs", 5, "trajectprijs", "per leerroute: B1, Z, onderwijs"),
        ("trajectprijs", {}, "trajectprijs", "per leerroute"),
        ("trajectprijs", {"B2": 5}, "trajectprijs", "per leerroute"),
        ("trajectprijs", {"B1": "x"}, "trajectprijs B1", "is geen getal"),
        ("trajectprijs", {"B1": {"2027": "x"}}, "trajectprijs B1 2027", "is geen getal"),
        ("groepsgrootte", {"B1": {"2027": 5}}, "groepsgrootte B1", "een tabel is geen getal"),
        ("leerroutemix", {"B1": 0.5, "Z": 0.5}, "leerroutemix", "alle drie de leerroutes"),
        ("leerroutemix", {"B1": 0.5, "Z": 0.4, "onderwijs": 0.3}, "leerroutemix", "samen 1,200"),
        ("leerroutemix", {"B1": "0,4 tot 0,5", "Z": 0.3, "onderwijs": 0.25}, "leerroutemix", "Z-route"),
    ],
)
def test_refused(naam: str, ruw: Any, plaats: str, woorden: str) -> None:
    waarde, bevindingen = lees(naam, ruw)
    assert waarde is None
    (b,) = bevindingen
    assert b.plaats == plaats
    assert woorden in b.tekst
    assert b.tekst.endswith(".")


def test_the_place_of_a_scenario_stands_before_the_name() -> None:
    bevindingen: list[Bevinding] = []
    Waardelezer(catalogus(), bevindingen).lees("scenario a, ", "caseload", "x")
    assert bevindingen[0].plaats == "scenario a, caseload"


def test_what_is_a_number() -> None:
    assert all(map(is_getal, (0, -1, 1.5, 10**12)))
    assert not any(map(is_getal, (True, False, None, "1", float("nan"), float("inf"), 1e300, 10**400)))


def test_the_nearest_name() -> None:
    assert naaste("caselood", ["caseload", "methode"]) == ' Bedoelt u "caseload"?'
    assert naaste("zzz", ["caseload"]) == " Haal deze naam weg."
    assert naaste("caseload" * 10_000, ["caseload" * 10_000]) == " Haal deze naam weg."


def test_values_are_shown_short_and_in_dutch() -> None:
    waarden = (None, True, {}, [], (), "a", 1234.5, 2027, float("nan"), object())
    getoond = ["leeg", "true", "een tabel", "een lijst", "een lijst", '"a"', "1234,5", "2027", "dit getal", "dit getal"]
    assert [kort(w) for w in waarden] == getoond
    assert len(kort("x" * 10_000)) == 40
