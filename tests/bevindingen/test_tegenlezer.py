"""The second reader: forty seeded faults, each found where it stands; a clean plan gives none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.bevindingen import plausibel
from core.bevindingen.beeld import Beeld
from core.bevindingen.tegenlezer import Tegenlezing, lees_datum, lees_tegen
from core.catalogus import standaardcatalogus
from core.plan import plan_uit
from core.regels import bereken
from tests.gevallen import als_plan, willekeurig

Gegevens = dict[str, Any]
CATALOGUS = standaardcatalogus()
SUGGESTIES = (
    "gewicht_gezin",
    "begeleidingsduur",
    "aandeel_algemeen",
    "leerroutemix",
    "trajectprijs",
    "betaalritme",
    "maatschappelijke_begeleiding",
    "pvt_map_tolk",
)
INVOER: Gegevens = {
    "methode": "caseload",
    "caseload": 45,
    "loonkosten_fte": 90000,
    "productieve_uren": 1350,
    "inhuurtarief": 90,
    "inhuuraandeel": 0.1,
    "instroom_asiel": {"2027": 20, "2028": 22, "2029": 21},
    "instroom_gezin": 10,
    "eerdere_instroom_asiel": {"2025": 18, "2026": 20},
    "eerdere_instroom_gezin": {"2025": 9, "2026": 10},
    "begeleiding_start_asiel": 40,
    "begeleiding_start_gezin": 18,
    "wachtlijst_start_asiel": 0,
    "gemeentefonds_structureel": {"2027": 150000, "2028": 152000, "2029": 154000},
    "gemeentefonds_incidenteel": 5000,
    "deelname_startklas": 0.2,
    "kosten_startklas": 1200,
    "bijdrage_samenwerking": 8000,
    "loonstijging": 0.03,
    "prijsstijging": 0.02,
    "spuk_onderwijsroute": 5200,
    "stand_start": 30000,
}
BRON = {"bron": "begroting 2027", "datum": "01-06-2026", "door": "A. Beleid"}


def gegevens(invoer: Gegevens, herkomst: Gegevens | None = None, **rest: Any) -> Gegevens:
    bronnen: Gegevens = {s: {"door": "C. Controller"} for s in SUGGESTIES} | dict.fromkeys(invoer, BRON)
    basis = {"startjaar": 2027, "horizon": 3, "gemeente": {"naam": "Schoon", "inwonertal": 25000}}
    return basis | {"invoer": invoer, "herkomst": bronnen | (herkomst or {})} | rest


def lees(invoer: Gegevens | None = None, herkomst: Gegevens | None = None, **rest: Any) -> Tegenlezing:
    samen = {n: w for n, w in (INVOER | (invoer or {})).items() if w is not None}
    return lees_tegen(bereken(als_plan(gegevens(samen, herkomst, **rest)), CATALOGUS))


def test_the_same_points_as_lines_and_as_data() -> None:
    """What `duid` prints names each open point once; what it writes holds every point, open or not."""
    uitgelegd = {"caseload": BRON | {"nota": "Klopt: wij doen alleen intakes."}}
    lezing = lees({"caseload": 5, "instroom_asiel": {"2027": 20, "2028": 22, "2029": 90}}, uitgelegd)
    verklaring = lezing.kwaliteitsverklaring()
    assert (len(lezing.open), len(lezing.punten)) == (1, 3)  # the jump; those of the caseload are explained
    assert lezing.als_regels() == [*(f"{p.soort}: {p.plaats}: {p.tekst}" for p in lezing.open), *verklaring]
    gegevens = lezing.als_gegevens()
    assert (gegevens["status"], gegevens["kwaliteitsverklaring"]) == ("concept", verklaring)
    assert [p["tekst"] for p in gegevens["punten"] if p["open"]] == [p.tekst for p in lezing.open]
    assert len(gegevens["punten"]) == len(lezing.punten)


def test_a_clean_plan_gives_none() -> None:
    lezing = lees()
    assert lezing.punten == ()
    assert lezing.status == "definitief"


FOUTEN: list[tuple[str, Gegevens, Gegevens, str]] = [
    # slips in a figure
    ("caseload per week", {"caseload": 5}, {}, "Caseload per fte"),
    ("caseload of the whole team", {"caseload": 400}, {}, "Caseload per fte"),
    ("loonkosten per month", {"loonkosten_fte": 7500}, {}, "Loonkosten van een consulent"),
    ("loonkosten of the team", {"loonkosten_fte": 900000}, {}, "Loonkosten van een consulent"),
    ("productieve uren per week", {"productieve_uren": 36}, {}, "Productieve uren per fte"),
    ("more hours than a year has", {"productieve_uren": 2600}, {}, "Productieve uren per fte"),
    ("tarief per day", {"inhuurtarief": 720}, {}, "Tarief voor inhuur"),
    ("inhuur cheaper than own", {"inhuurtarief": 40}, {}, "Tarief voor inhuur"),
    ("Gemeentefonds in thousands", {"gemeentefonds_structureel": 150}, {}, "Gemeentefonds structureel"),
    ("SPUK in thousands", {"spuk_voorlopig": {"2027": 320}}, {}, "Voorlopige SPUK"),
    ("last year's SPUK in thousands", {"spuk_vorig_jaar": 310}, {}, "SPUK"),
    ("startklas in cents", {"kosten_startklas": 120000}, {}, "Kosten van de startklas"),
    ("traject price tenfold", {"trajectprijs": {"B1": 97000}}, {}, "Prijs van een leerroute"),
    ("begeleiding times ten", {"maatschappelijke_begeleiding": 21000}, {}, "Maatschappelijke begeleiding"),
    ("PVT per hour", {"pvt_map_tolk": 85}, {}, "PVT, MAP en tolken"),
    ("a rise of thirty percent", {"loonstijging": 0.3}, {}, "Loonstijging"),
    ("prices as percents", {"prijsstijging": 0.25}, {}, "Prijsstijging"),
    (
        "prijsopslag doubled",
        {"prijsopslag_aanbesteding": 0.9, "contract_start": 2028, "contract_jaren": 2},
        {},
        "Prijsopslag",
    ),
    ("guidance in months", {"begeleidingsduur": 36}, {}, "Duur van de begeleiding"),
    ("guidance in years", {"begeleidingsduur": 3}, {}, "Duur van de begeleiding"),
    # people
    (
        "an inflow of tenfold",
        {"instroom_asiel": {"2027": 20, "2028": 220, "2029": 21}},
        {},
        "Instroom, asielstatushouders",
    ),
    ("inflow of a year left at 1", {"instroom_gezin": {"2027": 10, "2028": 1, "2029": 10}}, {}, "Instroom, gezins"),
    ("a break with the year before", {"instroom_asiel": 90}, {}, "Instroom, asielstatushouders"),
    ("more than the town can hold", {"instroom_asiel": 300, "eerdere_instroom_asiel": {"2026": 290}}, {}, "Instroom"),
    ("more waiting than guided", {"wachtlijst_start_asiel": 60}, {}, "wachtlijst"),
    ("nobody in guidance", {"begeleiding_start_asiel": 0}, {}, "Mensen in begeleiding"),
    (
        "under the old law",
        {"eerdere_instroom_asiel": {"2021": 9, "2025": 18, "2026": 20}},
        {},
        "Instroom in eerdere jaren",
    ),
    ("a year outside the plan", {"instroom_gezin": {"2027": 10, "2028": 10, "2029": 10, "2035": 9}}, {}, "Instroom"),
    # contradictions
    ("a share without its amount", {"kosten_startklas": None}, {}, "startklas"),
    ("fte in some years only", {"fte_beschikbaar": {"2027": 1}}, {}, "Beschikbare fte"),
    ("half the fte that is needed", {"fte_beschikbaar": 0.6}, {}, "Beschikbare fte"),
    ("two fields swapped", {"gemeentefonds_incidenteel": 200000}, {}, "Gemeentefonds incidenteel"),
    ("another amount than the law's", {"spuk_a": {"2026": 9154.91}}, {}, "SPUK"),
    ("a stand beyond all SPUK", {"stand_start": 3000000}, {}, "Stand van de SPUK"),
    ("a contribution that is all", {"bijdrage_samenwerking": 900000}, {}, "Bijdrage aan een samenwerkingsverband"),
    ("caseload with the national method", {"methode": "landelijk"}, {}, "Methode"),
    ("half a contract", {"contract_start": 2028}, {}, "contract"),
    ("no Gemeentefonds", {"gemeentefonds_structureel": None}, {}, "Gemeentefonds structureel"),
    # where it comes from
    ("a figure of four years ago", {}, {"caseload": BRON | {"datum": "01-03-2023"}}, "Caseload per fte"),
    ("a date that is none", {}, {"caseload": BRON | {"datum": "vorig jaar"}}, "Caseload per fte"),
    ("no source", {}, {"loonkosten_fte": {"door": "A. Beleid"}}, "Loonkosten van een consulent"),
    ("a suggestie nobody looked at", {}, {"trajectprijs": {}}, "Prijs van een leerroute"),
]


@pytest.mark.parametrize(("invoer", "herkomst", "plaats"), [f[1:] for f in FOUTEN], ids=[f[0] for f in FOUTEN])
def test_a_seeded_fault_is_found(invoer: Gegevens, herkomst: Gegevens, plaats: str) -> None:
    lezing = lees(invoer, herkomst)
    assert lezing.status == "concept"
    gevonden = [p for p in lezing.open if plaats.lower() in p.plaats.lower()]
    assert gevonden, [p.plaats for p in lezing.open]
    assert all(p.tekst.endswith(".") and "!" not in p.tekst for p in lezing.punten)


@pytest.mark.parametrize(
    ("datum", "soort", "woorden"),
    [
        ("31-12-2024", "verouderd", "meer dan twee jaar voor het begin"),  # 731 days before 1-1-2027
        ("01-01-2025", "", ""),  # 730 days before it
        ("31-12-2029", "", ""),  # the last day of the plan
        ("01-01-2030", "datum", "na het laatste jaar van het plan"),
        ("01-06-2062", "datum", "na het laatste jaar van het plan"),
        ("vorig jaar", "datum", "niet te lezen"),
    ],
)
def test_a_date_is_old_or_cannot_be(datum: str, soort: str, woorden: str) -> None:
    """The plan is of 2027 to 2029."""
    punten = [p for p in lees({}, {"caseload": BRON | {"datum": datum}}).open if p.plaats == "Caseload per fte"]
    assert [p.soort for p in punten] == ([soort] if soort else [])
    assert all(woorden in p.tekst for p in punten)


def test_a_limit_says_that_it_asks() -> None:
    (punt,) = [p for p in lees({"loonstijging": 0.3}).open if p.plaats == "Loonstijging"]
    assert punt.tekst == ("U vulde 30 % in. Onder -1 % en boven 10 % vraagt de tegenlezer door. Kijk na of dit klopt.")


def test_there_are_forty() -> None:
    assert len(FOUTEN) >= 40


def test_what_is_explained_does_not_stand_in_the_way() -> None:
    klopt = {"caseload": BRON | {"nota": "Klopt: wij doen alleen intakes."}}
    lezing = lees({"caseload": 200}, klopt)
    assert [p.uitleg for p in lezing.punten if p.naam == "caseload"] == ["Klopt: wij doen alleen intakes."] * len(
        [p for p in lezing.punten if p.naam == "caseload"]
    )
    assert lezing.status == "definitief"
    assert "Open punten: 0. Punten met uitleg: " in lezing.kwaliteitsverklaring()[2]
    zonder_woorden = lees({"caseload": 200}, {"caseload": BRON | {"nota": "Klopt: "}})
    assert zonder_woorden.status == "concept"


def test_a_finding_about_an_outcome_is_explained_beside_its_input() -> None:
    """Waiting beside the fte, a group beside its own input or that of both."""
    wacht = {"fte_beschikbaar": 1.2}
    open_ = lees(wacht).open
    assert {p.naam for p in open_ if p.plaats.startswith("Wachttijd")} == {"fte_beschikbaar"}
    uitgelegd = lees(wacht, {"fte_beschikbaar": BRON | {"nota": "klopt: het college kiest hiervoor"}})
    assert uitgelegd.status == "definitief"
    groep = lees({"begeleidingsduur_asiel": 30}, {"begeleidingsduur_asiel": BRON | {"nota": "Klopt: proef"}})
    assert "concept" not in {p.uitleg for p in groep.punten}
    assert groep.status == "definitief"


def test_a_figure_to_be_found_out_stands_in_the_way_where_the_plan_leans_on_it() -> None:
    """The drempel counts once there is a tender; filled in or explained it is settled."""
    contract = {"contract_start": 2027, "contract_jaren": 2, "optie_jaren": 0, "prijsopslag_aanbesteding": 0}
    open_ = [p for p in lees(contract).open if p.soort == "na te gaan"]
    assert [p.naam for p in open_] == ["drempel"]
    ingevuld = lees(contract | {"drempel": 750000})
    assert "na te gaan" not in {p.soort for p in ingevuld.punten}
    uitgelegd = lees(contract, {"drempel": {"nota": "Klopt: gevraagd aan de inkoper."}})
    assert [p.open for p in uitgelegd.punten if p.soort == "na te gaan"] == [False]


def test_a_check_that_cannot_be_made_or_does_not_hold_stands_in_the_way() -> None:
    """Without the Gemeentefonds the tekorten cannot be held against each other."""
    zonder = [p for p in lees({"gemeentefonds_structureel": None}).open if p.soort == "controle"]
    assert [p.plaats for p in zonder] == ["De tekorten verschillen alleen door incidenteel geld"]
    assert "niet te maken" in zonder[0].tekst
    goed = lees().uitkomst
    fout = replace(
        goed, rekening=replace(goed.rekening, figuren={**goed.waarden, (("controle_mensen", ()), None): 0.5})
    )
    punt = next(p for p in lees_tegen(fout).open if p.soort == "controle")
    assert punt.plaats == "Alle mensen: erbij min eraf is de stand"
    assert "klopt niet" in punt.tekst


def test_what_has_no_input_can_only_be_settled() -> None:
    plan = als_plan(gegevens({}, {}))
    lezing = lees_tegen(bereken(plan, CATALOGUS))
    assert lezing.status == "concept"
    assert all(p.naam or p.open for p in lezing.punten)


def test_a_switch_needs_no_source() -> None:
    assert lees({"toeval": False}, {"toeval": {}}).status == "definitief"


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("31-12-2026", date(2026, 12, 31)),
        ("2026-12-31", date(2026, 12, 31)),
        ("1/2/2026", date(2026, 2, 1)),
        ("2025", date(2025, 1, 1)),
        ("gisteren", None),
    ],
)
def test_dates_as_people_write_them(tekst: str, dag: date | None) -> None:
    assert lees_datum(tekst) == dag


def test_the_statement_names_the_plan_and_leaves_room_for_two() -> None:
    regels = lees({"caseload": 5}).kwaliteitsverklaring()
    assert regels[0] == "Plan: Schoon, 2027 tot en met 2029."
    een = lees_tegen(bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {}})))
    assert een.kwaliteitsverklaring()[0] == "Plan: zonder naam, 2027."
    assert regels[2].startswith("Status: concept. Open punten: ")
    assert regels[3] == "Controles van de berekening: 8 van de 8 kloppen."
    assert sum("____" in r for r in regels) == 2


def test_only_suggesties_that_count_are_asked_after() -> None:
    """The national cost of a person counts in the national method only, hours per gesprek in that of hours."""
    gebruikt = {p.naam for p in lees(herkomst={s: {} for s in SUGGESTIES}).open}
    assert gebruikt == set(SUGGESTIES)
    landelijk = {"instroom_asiel": 20, "instroom_gezin": 9, "gemeentefonds_structureel": 90000}
    lezing = lees_tegen(bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": landelijk}), CATALOGUS))
    namen = {p.naam for p in lezing.punten if p.soort == "niet nagekeken"}
    assert "kengetal_persoonsjaar" in namen
    assert "gesprekken" not in namen


def test_every_limit_belongs_to_an_input() -> None:
    for naam, (laag, hoog) in plausibel.RUIM.items():
        ingang = CATALOGUS[naam]
        assert laag < hoog
        assert not [k for k in ingang.kengetallen if not isinstance(k.waarde, tuple) and not laag <= k.punt <= hoog]


def test_no_plan_breaks_the_reader() -> None:
    for zaad in range(40):
        u = bereken(willekeurig(zaad, 2027, 2), CATALOGUS)
        lezing = lees_tegen(u)
        for p in lezing.punten:
            assert p.plaats
            assert p.tekst
            assert not p.naam or CATALOGUS.ingangen.get(naam_van_ingang_in_plan(p.naam)), p
    leeg, _ = plan_uit({"startjaar": 2027}, CATALOGUS)
    assert leeg is not None
    assert list(plausibel.sprong_in_de_instroom(Beeld(bereken(leeg)))) == []


def naam_van_ingang_in_plan(naam: str) -> str:
    return naam if naam in CATALOGUS.ingangen else naam.removesuffix("_asiel").removesuffix("_gezin")
