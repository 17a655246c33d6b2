"""Our own workbook back: nothing typed is no difference, everything typed is exactly that difference."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from core.plan import Ernst, Plan, als_gegevens
from core.regels import bereken
from core.werkboek.lezen import lees_terug
from core.werkboek.schrijven import schrijf_sjabloon
from core.werkboek.verschil import Niet, Verschil, Wijziging, als_tekst, gevolgen, pas_toe, vergelijk
from tests.gevallen import als_plan, catalogus
from tests.werkboek.terughulp import VOORBEELD, Getypt, met_scenarios, ods, terug, xlsx


@pytest.fixture(scope="module")
def voorbeeld() -> Plan:
    return als_plan(VOORBEELD)


@pytest.fixture(scope="module")
def werkboek(voorbeeld: Plan) -> bytes:
    return xlsx(voorbeeld)


def verschil(map_: Path, inhoud: bytes, plan: Plan | None = None, naam: str = "plan.xlsx") -> Verschil:
    return vergelijk(terug(map_, inhoud, naam), plan, catalogus())


def enige(gevonden: Verschil) -> Wijziging:
    assert len(gevonden.wijzigingen) == 1, (gevonden.wijzigingen, gevonden.bevindingen)
    return gevonden.wijzigingen[0]


# --- nothing changed ---------------------------------------------------------------------------------------


@pytest.mark.steekproef
@pytest.mark.parametrize("zaad", range(10))
def test_an_export_with_scenarios_gives_no_difference(tmp_path: Path, zaad: int) -> None:
    plan = met_scenarios(zaad)
    for inhoud, naam in ((xlsx(plan), "plan.xlsx"), (ods(plan), "plan.ods")):
        gelezen = terug(tmp_path, inhoud, naam)
        assert gelezen.bevindingen == []
        assert gelezen.plan == plan
        assert gelezen.uitgevoerd == plan
        gevonden = vergelijk(gelezen, None, catalogus())
        assert (gevonden.plan, gevonden.wijzigingen, gevonden.bevindingen) == (plan, (), ())


def test_years_without_a_column_are_no_difference(tmp_path: Path) -> None:
    """2019 counts for nothing and has no cell: nobody can have cleared it, and accepting a change keeps it."""
    invoer = {"instroom_asiel": {"2019": 5, "2027": 6}, "trajectprijs": {"B1": {"2019": 9000, "2027": 9500}}}
    plan = als_plan({"startjaar": 2027, "horizon": 2, "invoer": {**invoer, "instroom_gezin": {"2019": 1}}})
    getypt = Getypt(xlsx(plan))
    assert verschil(tmp_path, getypt.bytes()).wijzigingen == ()
    getypt.zet("Invoer_instroom", "instroom_asiel", 7, 2027)
    w = enige(verschil(tmp_path, getypt.bytes()))
    assert w.nieuw == {"2019": 5, "2027": 7}


def test_the_last_digits_are_no_difference(tmp_path: Path) -> None:
    """0,1 + 0,2 is 0,30000000000000004; a program that keeps fifteen digits makes 0,3 of it."""
    plan = als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"aandeel_jong": 0.1 + 0.2}})
    getypt = Getypt(xlsx(plan))
    getypt.zet("Invoer_begeleiding", "aandeel_jong", 0.3)
    assert verschil(tmp_path, getypt.bytes()).wijzigingen == ()


# --- one change --------------------------------------------------------------------------------------------


def test_one_year_of_an_input(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    getypt = Getypt(werkboek)
    plek = getypt.zet("Invoer_instroom", "instroom_asiel", 34, 2027)
    w = enige(verschil(tmp_path, getypt.bytes()))
    assert w.naam == "instroom_asiel"
    assert w.cellen == (plek,)
    assert w.oud == {"2027": 30, "2028": "25 tot 35", "2029": 20}
    assert w.nieuw == {"2027": 34, "2028": "25 tot 35", "2029": 20}
    assert not w.botst
    # One change alone: the shortage of the plan with it minus that of the plan without it.
    gevolg = gevolgen(voorbeeld, w, catalogus())
    assert gevolg is not None
    gegevens = als_gegevens(voorbeeld)
    gegevens["invoer"]["instroom_asiel"] = w.nieuw
    na, voor = bereken(als_plan(gegevens)), bereken(voorbeeld)
    for figuur, per_jaar in gevolg.items():
        assert per_jaar == {jaar: na.reeks(figuur)[jaar] - voor.reeks(figuur)[jaar] for jaar in (2027, 2028, 2029)}
    assert gevolg["tekort_structureel"][2027] > 0  # type: ignore[operator]


@pytest.mark.parametrize(
    ("blad", "naam", "kop", "typen", "weg", "oud", "nieuw"),
    [
        ("Invoer_uitvoering", "caseload", "Voor alle jaren", 60, ("invoer", "caseload"), 50, 60),
        ("Invoer_uitvoering", "caseload", "Voor alle jaren", None, ("invoer", "caseload"), 50, Niet.OPGEGEVEN),
        (
            "Invoer_uitvoering",
            "productieve_uren",
            "Voor alle jaren",
            1300,
            ("invoer", "productieve_uren"),
            Niet.OPGEGEVEN,
            1300,
        ),
        (
            "Invoer_uitvoering",
            "loonkosten_fte",
            "Prijspeil (jaar)",
            2026,
            ("invoer", "loonkosten_fte"),
            {"bedrag": 95000, "prijspeil": 2025},
            {"bedrag": 95000, "prijspeil": 2026},
        ),
        (
            "Invoer_uitvoering",
            "caseload",
            "Bron",
            "eigen telling",
            ("herkomst", "caseload"),
            {"bron": "begroting", "datum": "1-9-2026", "door": "", "nota": ""},
            {"bron": "eigen telling", "datum": "1-9-2026", "door": "", "nota": ""},
        ),
        ("Invoer_plan", "gemeente", "Waarde", "Elders", ("gemeente", "naam"), "Voorbeeldstad", "Elders"),
        ("Invoer_plan", "maatregel_spuk_korting", "Waarde", 1, ("maatregelen",), [], ["spuk_korting"]),
        ("Invoer_plan", "taakveld", "Waarde", "spuk = 6.1", ("gemeente", "taakveld"), {}, {"spuk": "6.1"}),
        (
            "Invoer_S1",
            "scenario",
            "Voor alle jaren",
            "Veel meer",
            ("scenario", "Meer instroom", "naam"),
            "Meer instroom",
            "Veel meer",
        ),
        (
            "Invoer_S1",
            "caseload",
            "Voor alle jaren",
            45,
            ("scenario", "Meer instroom", "invoer", "caseload"),
            Niet.BASIS,
            45,
        ),
        (
            "Invoer_S1",
            "caseload",
            "Voor alle jaren",
            None,
            ("scenario", "Meer instroom", "invoer", "caseload"),
            Niet.BASIS,
            None,
        ),
        (
            "Invoer_S1",
            "maatregel_spuk_korting",
            "Voor alle jaren",
            0,
            ("scenario", "Meer instroom", "maatregelen"),
            Niet.BASIS,
            [],
        ),
        (
            "Invoer_S2",
            "gemeentefonds_structureel",
            "Voor alle jaren",
            1,
            ("scenario", "Geen middelen", "invoer", "gemeentefonds_structureel"),
            None,
            1,
        ),
        (
            "Invoer_S2",
            "maatregel_spuk_korting",
            "Voor alle jaren",
            0,
            ("scenario", "Geen middelen", "maatregelen"),
            ["spuk_korting"],
            [],
        ),
    ],
)
def test_what_is_typed_is_the_difference_and_can_be_accepted(
    tmp_path: Path,
    werkboek: bytes,
    voorbeeld: Plan,
    blad: str,
    naam: str,
    kop: str,
    typen: Any,
    weg: Any,
    oud: Any,
    nieuw: Any,
) -> None:
    getypt = Getypt(werkboek)
    plek = getypt.zet(blad, naam, typen, kop)
    gelezen = terug(tmp_path, getypt.bytes())
    w = enige(vergelijk(gelezen, None, catalogus()))
    assert (w.weg, w.oud, w.nieuw, w.botst) == (weg, oud, nieuw, False)
    if weg[0] != "herkomst":  # of a herkomst the first of its cells
        assert w.cellen == (plek,)
    nieuw_plan, bevindingen = pas_toe(voorbeeld, [w], catalogus())
    assert bevindingen == []
    assert nieuw_plan == gelezen.plan
    assert nieuw_plan != voorbeeld


def test_a_typed_value_in_a_row_that_follows_keeps_the_rest_of_the_base(tmp_path: Path, werkboek: bytes) -> None:
    """In scenario 2 the inflow follows the base; one year is typed, the others count as the base, range included."""
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_S2", "instroom_asiel", 99, 2029)
    w = enige(verschil(tmp_path, getypt.bytes()))
    assert w.nieuw == {"2027": 30, "2028": "25 tot 35", "2029": 99}


def test_a_change_of_the_base_reaches_no_scenario_on_paper(tmp_path: Path, werkboek: bytes) -> None:
    """Links follow: it is one change, of the base."""
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_uitvoering", "caseload", 61)
    assert enige(verschil(tmp_path, getypt.bytes())).weg == ("invoer", "caseload")


def test_a_value_on_a_row_that_was_deleted_has_no_cell(tmp_path: Path) -> None:
    getypt = Getypt(xlsx(als_plan({**VOORBEELD, "scenarios": []})))
    getypt.boek["Invoer_uitvoering"].delete_rows(getypt.cel("Invoer_uitvoering", "caseload").row)
    gevonden = verschil(tmp_path, getypt.bytes())
    assert {w.naam: w.cellen for w in gevonden.wijzigingen} == {"caseload": (), "herkomst: caseload": ()}
    assert any("ontbreken rijen: caseload" in b.tekst for b in gevonden.bevindingen)


# --- what may be wrong on the sheet of a scenario ----------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "waarde", "kop", "woorden"),
    [
        ("caseload", "=A1*2", "Voor alle jaren", "Hier staat een formule"),
        ("caseload", '=IF(Invoer_uitvoering!E7<>"",Invoer_uitvoering!E7,"")', "Voor alle jaren", "wijst niet meer"),
        ("caseload", '=IF(Invoer_weg!E7<>"",Invoer_weg!E7,"")', "Voor alle jaren", "wijst niet meer"),
        ("caseload", "=A1", "Naam", "is niet bekend"),
        ("maatregel_spuk_korting", "misschien", "Voor alle jaren", "Vul 1 (ja) of 0 (nee) in"),
        ("maatregel_spuk_korting", "=Invoer_plan!E9", "Voor alle jaren", "Vul 1 (ja) of 0 (nee) in"),
        ("scenario", None, "Voor alle jaren", "eigen naam nodig"),
        ("scenario", "Geen middelen", "Voor alle jaren", "eigen naam nodig"),
        ("scenario", "anders", "Naam", 'De rij "scenario" ontbreekt'),
        ("caseload", "anders", "Eenheid", "zo wordt de rij gelezen"),
    ],
)
def test_wrong_cells_in_a_scenario(
    tmp_path: Path, werkboek: bytes, naam: str, waarde: Any, kop: str, woorden: str
) -> None:
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_S1", naam, waarde, kop)
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is None
    assert any(woorden in b.tekst for b in gelezen.bevindingen), gelezen.bevindingen


@pytest.mark.parametrize("blad", ["Invoer_S1", "Invoer_S1_bandbreedte"])
def test_heads_of_a_scenario(tmp_path: Path, werkboek: bytes, blad: str) -> None:
    getypt = Getypt(werkboek)
    getypt.boek[blad]["B4"] = "iets anders"
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is None
    assert gelezen.bevindingen[0].plaats == f"blad {blad}, cel B4"


def test_a_row_that_a_scenario_lacks_follows_the_base(tmp_path: Path, werkboek: bytes) -> None:
    getypt = Getypt(werkboek)
    getypt.boek["Invoer_S1"].delete_rows(getypt.cel("Invoer_S1", "caseload").row)
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan == als_plan(VOORBEELD)
    assert any("ontbreken rijen: caseload" in b.tekst for b in gelezen.bevindingen)


# --- many changes ------------------------------------------------------------------------------------------


@pytest.mark.steekproef
@pytest.mark.parametrize("zaad", range(8))
def test_random_changes_are_exactly_the_differences(tmp_path: Path, zaad: int) -> None:
    plan, rng = met_scenarios(zaad), random.Random(zaad)
    getypt, gegevens = Getypt(xlsx(plan)), als_gegevens(plan)
    verwacht = set()
    for naam in sorted(n for n, w in gegevens["invoer"].items() if isinstance(w, float) and w > 0.05):
        if rng.random() < 0.4:
            gegevens["invoer"][naam] = waarde = round(gegevens["invoer"][naam] * 0.75, 3)
            blad = next(b for b in getypt.boek.sheetnames if b.startswith("Invoer_") and _heeft(getypt, b, naam))
            getypt.zet(blad, naam, waarde)
            verwacht.add(("invoer", naam))
    for nummer, scenario in enumerate(gegevens["scenarios"], 1):
        for naam, waarde in (("caseload", 41.5), ("gewicht_gezin", 0.625)):
            if rng.random() < 0.5:
                scenario["invoer"][naam] = waarde
                getypt.zet(f"Invoer_S{nummer}", naam, waarde)
                _zonder_band(getypt, nummer, naam)
                verwacht.add(("scenario", scenario["naam"], "invoer", naam))
    gelezen = terug(tmp_path, getypt.bytes())
    gewenst = als_plan(gegevens)
    assert gelezen.plan == gewenst, gelezen.bevindingen
    gevonden = vergelijk(gelezen, None, catalogus())
    assert {w.weg for w in gevonden.wijzigingen} == verwacht
    assert pas_toe(plan, gevonden.wijzigingen, catalogus()) == (gewenst, [])
    assert pas_toe(plan, (), catalogus()) == (plan, [])


def _heeft(getypt: Getypt, blad: str, naam: str) -> bool:
    return not blad.startswith("Invoer_S") and any(rij[1].value == naam for rij in getypt.boek[blad].iter_rows(5))


def _zonder_band(getypt: Getypt, nummer: int, naam: str) -> None:
    for rij in getypt.boek[f"Invoer_S{nummer}_bandbreedte"].iter_rows(5):
        if rij[0].value == naam:
            for cel in rij[:4]:
                cel.value = None


# --- against another plan ----------------------------------------------------------------------------------


def test_only_what_changed_in_the_workbook_is_offered_to_a_plan_that_moved_on(
    tmp_path: Path, werkboek: bytes, voorbeeld: Plan
) -> None:
    """The plan meanwhile has a caseload of 55 and other means; the workbook has another caseload only."""
    gegevens = als_gegevens(voorbeeld)
    gegevens["invoer"] |= {"caseload": 55, "gemeentefonds_structureel": 100000}
    del gegevens["scenarios"][0]
    verder = als_plan(gegevens)
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_uitvoering", "caseload", 60)
    getypt.zet("Invoer_S1", "caseload", 45)  # of a scenario that the plan no longer has
    gevonden = verschil(tmp_path, getypt.bytes(), verder)
    w = enige(gevonden)
    assert (w.oud, w.nieuw, w.botst) == (55, 60, True)
    assert "veranderd sinds dit werkboek werd gemaakt" in gevonden.bevindingen[-1].tekst
    samen, _ = pas_toe(verder, [w], catalogus())
    assert samen is not None
    assert samen.invoer["caseload"] == 60
    assert samen.invoer["gemeentefonds_structureel"] == 100000


def test_a_change_that_the_plan_already_has_is_no_change(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    gegevens = als_gegevens(voorbeeld)
    gegevens["invoer"]["caseload"] = 60
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_uitvoering", "caseload", 60)
    assert verschil(tmp_path, getypt.bytes(), als_plan(gegevens)).wijzigingen == ()


def test_a_plan_of_other_years_is_refused(tmp_path: Path, werkboek: bytes) -> None:
    gevonden = verschil(tmp_path, werkboek, als_plan({"startjaar": 2030, "horizon": 3, "invoer": {}}))
    assert gevonden.plan is None
    assert gevonden.bevindingen[-1].ernst is Ernst.FOUT
    assert "2027 tot en met 2029, het plan over 2030 tot en met 2032" in gevonden.bevindingen[-1].tekst


def test_a_workbook_of_an_earlier_edition_needs_the_plan(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    """It does not carry the plan with which it was made: every difference with the plan of now is shown."""
    getypt = Getypt(werkboek)
    del getypt.boek["Plan_bij_uitvoer"]
    del getypt.boek.custom_doc_props["Vingerafdruk"]
    getypt.zet("Invoer_uitvoering", "caseload", 60)
    gevonden = verschil(tmp_path, getypt.bytes())
    assert gevonden.plan is None
    assert "Geef het planbestand op" in gevonden.bevindingen[-1].tekst
    gegevens = als_gegevens(voorbeeld)
    gegevens["invoer"]["gemeentefonds_structureel"] = 1
    gegevens["scenarios"] = gegevens["scenarios"][1:]
    gevonden = verschil(tmp_path, getypt.bytes(), als_plan(gegevens))
    assert {w.naam for w in gevonden.wijzigingen} == {
        "caseload",
        "gemeentefonds_structureel",
        "Meer instroom: naam",
        "Meer instroom: instroom_asiel",
    }
    alles, _ = pas_toe(als_plan(gegevens), gevonden.wijzigingen, catalogus())
    assert alles is not None
    assert alles.invoer["caseload"] == 60
    assert {s.naam for s in alles.scenarios} == {"Meer instroom", "Geen middelen"}
    assert "elk verschil met dit plan" in gevonden.bevindingen[-1].tekst


def test_a_changed_sheet_with_the_plan_is_seen(tmp_path: Path, werkboek: bytes) -> None:
    getypt = Getypt(werkboek)
    blad = getypt.boek["Plan_bij_uitvoer"]
    rij = next(r for r in blad.iter_rows(5) if r[1].value == "caseload" and r[0].value == "invoer")
    rij[2].value = "51"
    gevonden = verschil(tmp_path, getypt.bytes())
    assert gevonden.plan is None
    assert any("Dit blad is veranderd" in b.tekst for b in gevonden.bevindingen)
    rij[2].value = "geen json"
    assert verschil(tmp_path, getypt.bytes()).plan is None
    rij[2].value = None
    assert verschil(tmp_path, getypt.bytes()).plan is None


def test_a_filled_template_is_a_difference_with_an_empty_plan(tmp_path: Path) -> None:
    schrijf_sjabloon(tmp_path / "s.xlsx", catalogus(), 2027, 3)
    getypt = Getypt((tmp_path / "s.xlsx").read_bytes())
    getypt.zet("Invoer_uitvoering", "caseload", 60)
    gevonden = verschil(tmp_path, getypt.bytes())
    assert gevonden.plan == Plan(2027, 3)
    assert enige(gevonden).nieuw == 60


def test_a_workbook_with_a_fout_gives_its_findings_only(tmp_path: Path, werkboek: bytes) -> None:
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_uitvoering", "caseload", "veel")
    gevonden = verschil(tmp_path, getypt.bytes())
    assert gevonden.plan is None
    assert gevonden.wijzigingen == ()
    assert [b.ernst for b in gevonden.bevindingen] == [Ernst.FOUT]
    assert vergelijk(lees_terug(tmp_path / "weg.xlsx", catalogus()), None, catalogus()).plan is None


# --- accepting ---------------------------------------------------------------------------------------------


def test_an_accepted_value_keeps_where_it_came_from(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    getypt = Getypt(werkboek)
    plek = getypt.zet("Invoer_uitvoering", "caseload", 60)
    getypt.zet("Invoer_S1", "caseload", 45)
    alle = verschil(tmp_path, getypt.bytes()).wijzigingen
    nieuw, _ = pas_toe(voorbeeld, alle, catalogus(), bestand="terug.xlsx", datum="20-11-2026")
    assert nieuw is not None
    assert nieuw.herkomst["caseload"].bron == f"werkboek terug.xlsx, {plek}"
    assert nieuw.herkomst["caseload"].datum == "20-11-2026"
    getypt.zet("Invoer_uitvoering", "caseload", "eigen telling", "Bron")
    alle = verschil(tmp_path, getypt.bytes()).wijzigingen
    nieuw, _ = pas_toe(voorbeeld, alle, catalogus(), bestand="terug.xlsx", datum="20-11-2026")
    assert nieuw is not None
    assert nieuw.herkomst["caseload"].bron == "eigen telling"


def test_a_change_that_cannot_stand_alone_has_no_effect_to_show(voorbeeld: Plan) -> None:
    """Four shares must be 1 together; and a figure that becomes unknown has no difference."""
    samen = Wijziging(("invoer", "kwartaalverdeling_asiel"), (), Niet.OPGEGEVEN, [0.5, 0.5, 0.5, 0.5])
    assert gevolgen(voorbeeld, samen, catalogus()) is None
    weg = Wijziging(("invoer", "instroom_asiel"), (), 1, Niet.OPGEGEVEN)
    gevolg = gevolgen(voorbeeld, weg, catalogus())
    assert gevolg is not None
    assert gevolg["tekort_structureel"] == {2027: None, 2028: None, 2029: None}


def test_effects_in_a_scenario_are_those_of_the_scenario(voorbeeld: Plan) -> None:
    """Scenario 2 has no means at all: its shortage cannot be told before, and can when they are given."""
    w = Wijziging(("scenario", "Geen middelen", "invoer", "gemeentefonds_structureel"), (), None, 1000)
    gevolg = gevolgen(voorbeeld, w, catalogus())
    assert gevolg is not None
    assert gevolg["tekort_structureel"] == {2027: None, 2028: None, 2029: None}
    naam = Wijziging(("scenario", "Meer instroom", "naam"), (), "Meer instroom", "Veel meer")
    gevolg = gevolgen(voorbeeld, naam, catalogus())
    assert gevolg is not None
    assert set(gevolg["tekort_structureel"].values()) == {0.0}
    nieuw = Wijziging(("scenario", "Anders", "invoer", "caseload"), (), Niet.BASIS, 40)
    assert gevolgen(voorbeeld, nieuw, catalogus()) is not None


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (None, "leeg"),
        ("", "leeg"),
        ([], "leeg"),
        (Niet.BASIS, "volgt de basis"),
        (True, "ja"),
        (False, "nee"),
        (1234.5, "1.234,5"),
        ("25 tot 35", "25 tot 35"),
        ({"2027": 1234, "2028": None}, "2027: 1.234; 2028: leeg"),
        ([0.25, 0.75], "0,25, 0,75"),
    ],
)
def test_values_in_words(waarde: Any, tekst: str) -> None:
    assert als_tekst(waarde) == tekst


def test_names_by_which_changes_are_chosen() -> None:
    namen = {
        ("invoer", "caseload"): "caseload",
        ("maatregelen",): "maatregelen",
        ("gemeente", "naam"): "gemeente: naam",
        ("herkomst", "caseload"): "herkomst: caseload",
        ("scenario", "Meer", "naam"): "Meer: naam",
        ("scenario", "Meer", "invoer", "caseload"): "Meer: caseload",
    }
    assert {weg: Wijziging(weg, (), None, None).naam for weg in namen} == namen
