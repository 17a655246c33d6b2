"""The effect beside a choice: amounts worked out by hand, and the words when there is none."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.effect import KEUZES, ONBEKEND, _zin, effecten
from core.duiding.knoppen import Knop, Knopstap, knoppen, knoppentabel
from core.getallen import toon_euro
from core.regels import Uitkomst, bereken
from tests.benchmarks.voorbeeld import PAD
from tests.gevallen import als_plan

CATALOGUS = standaardcatalogus()
VOORBEELD = bereken(als_plan(json.loads(PAD.read_text("utf-8"))), CATALOGUS)
BASIS: dict[str, Any] = {"instroom_asiel": 20, "instroom_gezin": 10, "gemeentefonds_structureel": 60000}


def uitkomst(**invoer: Any) -> Uitkomst:
    return bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": BASIS | invoer}), CATALOGUS)


def test_een_stap_meer_kost_wat_de_deelnemers_kosten() -> None:
    """Thirty people start; a tenth of them more is three, at € 1.000 each: € 3.000."""
    assert effecten(uitkomst(kosten_startklas=1000, deelname_startklas=0.5), 2027)["deelname_startklas"] == (
        "10 procentpunt meer kost € 3.000 extra"
    )


def test_wat_niet_hoger_kan_wordt_lager() -> None:
    assert effecten(uitkomst(kosten_startklas=1000, deelname_startklas=1), 2027)["deelname_startklas"] == (
        "10 procentpunt minder scheelt € 3.000"
    )


def test_per_groep_een_eigen_effect() -> None:
    """Two asielstatushouders more (a tenth of twenty), or one gezinsmigrant (a tenth of ten)."""
    u = uitkomst(kosten_startklas=1000, deelname_startklas_asiel=0.2, deelname_startklas_gezin=0.3)
    assert effecten(u, 2027)["deelname_startklas"] == (
        "asielstatushouders: 10 procentpunt meer kost € 2.000 extra; "
        "gezins- en overige migranten: 10 procentpunt meer kost € 1.000 extra"
    )


def test_zonder_verschil_of_zonder_antwoord() -> None:
    gevonden = effecten(uitkomst(caseload=50, fte_beschikbaar=1), 2027)
    assert set(gevonden) == KEUZES
    wat = "is bij de methode landelijk niet in euro te zeggen"  # and nobody waits
    assert gevonden["caseload"] == f"5 personen per fte meer {wat}"
    assert gevonden["fte_beschikbaar"] == f"0,1 fte meer {wat}"
    wacht = effecten(uitkomst(caseload=50, fte_beschikbaar=0.3), 2027)["fte_beschikbaar"]
    assert re.fullmatch(rf"0,02 fte meer {wat}, en wachten duurt [\d, tot]+ weken korter", wacht)
    niemand = uitkomst(instroom_asiel=0, instroom_gezin=0, kosten_startklas=1000, deelname_startklas=0.5)
    assert effecten(niemand, 2027)["deelname_startklas"] == "10 procentpunt meer maakt geen verschil"
    assert gevonden["deelname_reiskosten"] == ONBEKEND  # its amount is missing
    assert gevonden["gesprekken"] == "geen, want bij de methode landelijk telt dit niet mee"
    zonder_loon = effecten(uitkomst(methode="caseload", caseload=50, kosten_startklas=1000), 2027)
    assert zonder_loon["caseload"] == ONBEKEND
    assert zonder_loon["deelname_startklas"] == ONBEKEND


def test_elk_bedrag_is_dat_van_de_knop() -> None:
    """Against the table that is itself held against plans in which the step was entered."""
    zinnen = " ".join(effecten(VOORBEELD, 2028).values())
    for stap in knoppentabel(VOORBEELD, 2028):
        if stap.stappen == 1:
            assert toon_euro(abs(stap.tekort or 0)) in zinnen


@pytest.mark.parametrize(
    ("weken", "woorden"),
    [
        ({"asiel": 2.0, "gezin": 2.04}, ", en wachten duurt 2 weken langer"),
        ({"asiel": -7.3, "gezin": -7.2}, ", en wachten duurt 7,2 tot 7,3 weken korter"),
        ({"asiel": 0.01, "gezin": None}, ""),
        ({"asiel": -1.0, "gezin": 1.0}, ", en de ene groep wacht langer, de andere korter"),
    ],
)
def test_het_wachten_hoort_erbij(weken: dict[str, float | None], woorden: str) -> None:
    knop: Knop = next(k for k in knoppen(VOORBEELD) if k.naam == "caseload")
    assert _zin(Knopstap(knop, 1, 2028, -5.0, None, None, weken)) == f"5 personen per fte meer scheelt € 5{woorden}"


def test_een_gesprek_is_er_een() -> None:
    u = uitkomst(
        methode="uren", uren_start=10, uren_per_gesprek=2, loonkosten_fte=90000, productieve_uren=1300, inhuurtarief=90
    )
    assert "1 gesprek per persoon meer kost € " in effecten(u, 2027)["gesprekken"]
