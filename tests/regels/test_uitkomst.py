"""The outcome as it leaves the program: names, absent figures, totals and the tender."""

from __future__ import annotations

import json

from core.regels import bereken, model
from core.regels.uitkomst import jaargrootheden, kwartaalgrootheden, naam_in_bestand
from tests.gevallen import als_plan, willekeurig

JAARNAMEN = """instroom_asiel instroom_gezin start_asiel start_gezin begeleid_asiel begeleid_gezin wachtend_asiel
wachtend_gezin wachtweken_asiel wachtweken_gezin gewogen_begeleid gewogen_wachtend fte_nodig
fte_bezet fte_ingezet werkdruk uren kosten_per_inburgeraar kosten_per_persoonsjaar consulentkosten
startklas reiskosten kinderopvang algemeen bijdrage_samenwerking incidentele_kosten
uitvoeringskosten tekort_totaal tekort_structureel kosten_wachtlijst tekort_met_wachtlijst ba bgo
abo spuk_baten leerroute_B1 leerroute_Z leerroute_onderwijs maatschappelijke_begeleiding
pvt_map_tolk voorzieningenkosten spuk_saldo ruimte plafond stand reserve doorgeschoven terugbetaling
voorlopig afrekening spuk_kas dekking_asiel dekking_gezin inhuur inkoop_spuk inkoop_gemeentefonds
inkoopbudget""".split()
KWARTAALNAMEN = """vestiging_asiel vestiging_gezin start_asiel start_gezin wachtlijst_asiel wachtlijst_gezin
begeleiding_asiel begeleiding_gezin uitstroom_asiel uitstroom_gezin boven_capaciteit""".split()


def test_the_names_are_those_of_the_specification() -> None:
    """rekenmodel §11, word for word."""
    assert {naam_in_bestand(g) for g in jaargrootheden()} == set(JAARNAMEN)
    assert {naam_in_bestand(g) for g in kwartaalgrootheden()} == set(KWARTAALNAMEN)


def test_absent_is_not_there() -> None:
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 2})).als_gegevens([])
    assert "tekort_totaal" not in leeg["jaar"]
    assert "uren" not in leeg["jaar"]
    assert "contractwaarde" not in leeg["inkoop"]
    assert leeg["slot"] == {}
    for zaad in range(40):
        tekst = json.dumps(bereken(willekeurig(zaad)).als_gegevens([]), allow_nan=False)
        assert "null" not in tekst


def test_the_same_plan_gives_the_same_bytes() -> None:
    een, twee = (json.dumps(bereken(willekeurig(5)).als_gegevens([])) for _ in range(2))
    assert een == twee


def test_totals_only_where_adding_makes_sense() -> None:
    """Three years of 1.000: 3.000. A stock, an average or a year that cannot be told has no total."""
    plan = {"startjaar": 2027, "horizon": 3, "invoer": {"incidentele_kosten": 1000, "gemeentefonds_structureel": 5}}
    u = bereken(als_plan(plan))
    assert u.totaal(model()["incidentele_kosten", ()]) == 3000
    assert u.totaal(model()["stand", ()]) is None
    assert u.totaal(model()["dekking_asiel", ()]) is None
    assert u.totaal(model()["tekort_totaal", ()]) is None


def test_the_tender() -> None:
    """Base 2028–2029, options 2030–2032 in a plan of 2027–2031: 2032 is not invented."""
    invoer = {
        "instroom_asiel": 12,
        "instroom_gezin": 0,
        "eerdere_instroom_asiel": {"2025": 0, "2026": 0},
        "leerroutemix": {"B1": 0.5, "Z": 0.5, "onderwijs": 0},
        "trajectprijs": {"B1": 10_000, "Z": 20_000},
        "prijsstijging": 0,
        "prijsopslag_aanbesteding": 0.1,
        "groepsgrootte": {"B1": 3},
        "contract_start": 2028,
        "contract_jaren": 2,
        "optie_jaren": 3,
    }
    inkoop = bereken(als_plan({"startjaar": 2027, "horizon": 5, "invoer": invoer})).inkoop()
    assert inkoop["trajecten"]["B1"]["2027K1"] == 12 * 0.25 * 0.5
    assert inkoop["startgroepen"] == {"B1": dict.fromkeys(inkoop["trajecten"]["B1"], 0.5)}
    # 2 years × 12 persons × half × price × 1,1
    assert round(inkoop["contractwaarde"]["B1"], 6) == round(2 * 6 * 10_000 * 1.1, 6)
    assert round(inkoop["contractwaarde"]["Z"], 6) == round(2 * 6 * 20_000 * 1.1, 6)
    assert round(inkoop["contractwaarde_totaal"], 6) == round(2 * 6 * 30_000 * 1.1, 6)
    assert round(inkoop["contractwaarde_met_opties"], 6) == round(4 * 6 * 30_000 * 1.1, 6)
    assert inkoop["buiten_horizon"] == [2032]


def test_the_values_of_the_law_worked_by_hand() -> None:
    """wetgeving b.6: 20 asiel and 8 gezin every year, index 0: 304.540,64 · 245.374,56 · 242.305,46 · 310.020,76."""
    invoer = {
        "instroom_asiel": 20,
        "instroom_gezin": 8,
        "eerdere_instroom_asiel": {"2024": 20, "2023": 20},
        "eerdere_instroom_gezin": {"2024": 8},
        "prijsstijging": 0,
        "spuk_onderwijsroute": 0,
        "prestatie_verhouding": 1,
    }
    baten = bereken(als_plan({"startjaar": 2025, "horizon": 4, "invoer": invoer})).reeks("spuk_baten")
    assert [round(b, 2) for b in baten.values()] == [304540.64, 245374.56, 242305.46, 310020.76]
