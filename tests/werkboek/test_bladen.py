"""The sheets of a workbook: order, status, summary, lists, print and styles, rule by rule (R25–R39)."""

from __future__ import annotations

import gc
import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.bevindingen import bevindingen
from core.bevindingen.tegenlezer import lees_tegen
from core.duiding.overzicht import duid
from core.getallen import toon
from core.plan import Bevinding, Ernst, Herkomst, Plan, Scenario
from core.regels import bereken
from core.werkboek import doorrekeningen, kan_definitief, schrijf_werkboek, werkboek
from core.werkboek.controleblad import Oordeel
from core.werkboek.indeling import indeling
from core.werkboek.lijstbladen import AANNAMEKOLOMMEN, als_tekst, begrippen
from core.werkboek.ods import als_ods
from core.werkboek.opmaak import ROLLEN
from core.werkboek.schrijven import boek_van
from core.werkboek.varianten import BASIS, varianten
from core.werkboek.vel import Blad, Boek, zonder_opruimen
from core.werkboek.voorbladen import GEBRUIK, STATUSRIJ, VOORBEHOUD, blokkades
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.gevallen import als_plan, catalogus


@cache
def plan() -> Plan:
    return voorbeeldplan()


@cache
def boek(**meer: Any) -> Boek:
    return boek_van(bereken(plan()), [], **meer)


@cache
def geschreven() -> bytes:
    return werkboek(bereken(plan()), [], scenarios=doorrekeningen(plan()))


def teksten(blad: Blad) -> list[list[Any]]:
    return [[cel.waarde for cel in cellen.values()] for cellen in blad.rijen.values()]


def rijen_van(blad: Blad) -> dict[Any, list[Any]]:
    """The rows of a sheet by what stands in the first column."""
    return {rij[0]: rij[1:] for rij in teksten(blad) if rij}


# --- structure ---------------------------------------------------------------------------------------------


def test_sheets_stand_in_reading_order() -> None:
    """R26: inputs, workings, outcomes and checks apart, and each says so in its name."""
    groepen = [re.match(r"[A-Z][a-z]+", blad.naam)[0] for blad in boek().bladen]  # type: ignore[index]
    eerste = list(dict.fromkeys(groepen))
    volgorde = ["Voorblad", "Inhoud", "Samenvatting", "Invoer", "Kengetallen", "Berekening", "Uitkomst", "Inkoop"]
    volgorde += ["Controle", "Aannames", "Bevindingen", "Bronnen", "Begrippen", "Kwaliteitsverklaring"]
    assert [naam for naam in eerste if naam in volgorde] == volgorde
    assert len(eerste) <= len(volgorde) + 1  # the plan as it was written out


def test_the_contents_lead_to_every_sheet() -> None:
    blad = boek()["Inhoud"]
    koppelingen = [cel.doel for cellen in blad.rijen.values() for cel in cellen.values() if cel.doel]
    assert koppelingen == [b.naam for b in boek().bladen]
    echt = openpyxl.load_workbook(BytesIO(geschreven()))["Inhoud"]["A5"]
    assert echt.hyperlink.location == "'Voorblad'!A1"


def test_the_cover_says_whose_plan_and_what_it_is_for() -> None:
    """R25 and R37: purpose, gemeente, scenario, edition, version, status, limits; at most three caveats."""
    rijen = rijen_van(boek()["Voorblad"])
    assert rijen["Gemeente"] == ["Voorbeeld (fictief)"]
    assert rijen["Scenario"] == ["Basis"]
    assert rijen["Kengetallen"] == [f"editie {catalogus().editie}"]
    assert {"Programma", "Kenmerk van het plan", "Planjaren"} <= rijen.keys()
    assert all(rijen[wat] == [tekst] for wat, tekst in (*GEBRUIK, *VOORBEHOUD))
    assert len(VOORBEHOUD) <= 3


def test_one_table_of_years_for_readers() -> None:
    """R1: the same year in the same column on every sheet for readers, and on every working sheet."""
    lezers, werk = [], []
    for blad in boek(scenarios=()).bladen:
        for cellen in blad.rijen.values():
            kolom = next((k for k, c in cellen.items() if c.waarde == 2028 and c.stijl.rol == "kopjaar"), None)
            if kolom is not None and not blad.naam.endswith("kwartalen"):
                (werk if blad.naam.startswith(("Invoer", "Kengetallen", "Berekening")) else lezers).append(kolom)
    assert (set(lezers), set(werk)) == ({5}, {10})
    assert len(lezers) >= 4


# --- status ------------------------------------------------------------------------------------------------


def status(een: Plan, gevonden: list[Bevinding], **meer: Any) -> Any:
    return boek_van(bereken(een), gevonden, **meer)["Voorblad"].rijen[STATUSRIJ][1]


@cache
def zonder_open_eind() -> Plan:
    """The example in which somebody has said of every point of the tegenlezer that it is so."""
    return replace(plan(), herkomst={**plan().herkomst, **uitleg(plan())})


def uitleg(een: Plan) -> dict[str, Herkomst]:
    open_ = [p.naam for p in lees_tegen(bereken(een)).open]
    assert all(open_)
    return {naam: replace(een.herkomst.get(naam, Herkomst()), nota="Klopt: nagekeken.") for naam in open_}


def test_a_workbook_is_a_concept_unless_it_is_asked_for_as_final() -> None:
    assert status(zonder_open_eind(), []).waarde == "concept"
    definitief = status(zonder_open_eind(), [], definitief=True)
    assert definitief.waarde == "definitief"
    assert definitief.formule == '=IF(Controle!$D$13+Controle!$D$14>0,"concept","definitief")'


@pytest.mark.parametrize("ernst", [Ernst.FOUT, Ernst.WAARSCHUWING])
def test_a_finding_that_asks_an_answer_keeps_it_a_concept(ernst: Ernst) -> None:
    bevinding = Bevinding(ernst, "hier", "Kijk na.")
    assert status(zonder_open_eind(), [bevinding], definitief=True).waarde == "concept"
    assert status(zonder_open_eind(), [Bevinding(Ernst.LET_OP, "hier", "x")], definitief=True).waarde == "definitief"


def test_what_blocks_is_named() -> None:
    """A check that cannot be made, findings, and every open point of the tegenlezer, kind by kind."""
    leeg = als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"caseload": 50}})
    bevinding = Bevinding(Ernst.WAARSCHUWING, "hier", "Kijk na.")
    alle = varianten(bereken(leeg), [bevinding], BASIS, [])
    gezegd = dict(blokkades(alle, Oordeel(alle)))
    assert "er ontbreekt invoer" in gezegd["Controles"]
    assert gezegd["Bevindingen"].startswith("1 bevinding vraagt")
    assert "Caseload per fte" in gezegd["Zonder bron"]
    assert gezegd["Vragen van de tegenlezer"]
    assert status(leeg, [], definitief=True).waarde == "concept"
    twee = varianten(bereken(leeg), [bevinding, bevinding], BASIS, [])
    assert dict(blokkades(twee, Oordeel(twee)))["Bevindingen"].startswith("2 bevindingen vragen")
    vol = varianten(bereken(plan()), [], BASIS, [])
    gezegd = dict(blokkades(vol, Oordeel(vol)))
    assert gezegd["Nog na te gaan"].startswith("Aanbestedingsdrempel")
    assert "Duur van de begeleiding" in gezegd["Suggesties, niet nagekeken"]


def test_what_is_explained_does_not_block() -> None:
    """The findings about waiting have their answer beside the fte; without it they keep the workbook a concept."""
    uitkomst = bereken(zonder_open_eind())
    gevonden = [b for b in bevindingen(uitkomst) if b.ernst is Ernst.WAARSCHUWING]
    assert len(gevonden) == 2
    assert status(zonder_open_eind(), gevonden, definitief=True).waarde == "definitief"
    zonder = {naam: h for naam, h in zonder_open_eind().herkomst.items() if naam != "fte_beschikbaar"}
    assert status(replace(zonder_open_eind(), herkomst=zonder), gevonden, definitief=True).waarde == "concept"


def test_an_open_point_of_a_scenario_blocks_too() -> None:
    assert kan_definitief(bereken(zonder_open_eind()), [])
    met_scenario = replace(zonder_open_eind(), scenarios=(Scenario("Raar", {"inhuurtarief": 900.0}),))
    basis = [*bevindingen(bereken(zonder_open_eind()))]
    een = boek_van(bereken(met_scenario), basis, scenarios=doorrekeningen(met_scenario), definitief=True)
    assert een["Voorblad"].rijen[STATUSRIJ][1].waarde == "concept"
    assert not kan_definitief(bereken(met_scenario), basis, doorrekeningen(met_scenario))


# --- summary -----------------------------------------------------------------------------------------------


def test_charts_follow_the_rows_they_speak_of() -> None:
    """The first chart: uitvoeringskosten as columns, structural means as a line, over the plan years."""
    geheel = boek()
    grafieken = geheel["Samenvatting"].grafieken
    assert len(grafieken) == 3
    namen = {"Uitvoeringskosten": "uitvoeringskosten", "Structureel geld": "gemeentefonds_structureel"}
    namen |= {"Kosten van voorzieningen": "voorzieningenkosten", "Baten uit de SPUK": "spuk_baten"}
    namen |= {"Begeleid, asielstatushouders": "begeleid_asiel", "Wacht, gezins- en overige": "wachtend_gezin"}
    for grafiek in grafieken:
        assert grafiek.titel
        for reeks in grafiek.reeksen:
            blad, rij, van, laatste_rij, tot = reeks.gebied
            cellen = geheel[blad].rijen[rij]
            assert rij == laatste_rij
            assert cellen[1].waarde == namen.get(reeks.naam, cellen[1].waarde)
            jaren = [geheel[blad].rijen[grafiek.categorieen.rij][k].waarde for k in range(van, tot + 1)]
            assert jaren == list(plan().planjaren)


def test_both_shortages_can_be_worked_out_from_the_rows_above_them() -> None:
    """Costs 30.000 of which 4.000 once; 9.000 structural, 2.000 once, 1.000 other: 17.000 and 18.000 short."""
    invoer: dict[str, Any] = {f"instroom_{groep}": 0 for groep in ("asiel", "gezin")}
    invoer |= {f"eerdere_instroom_{groep}": {"2025": 0, "2026": 0} for groep in ("asiel", "gezin")}
    invoer |= {"bijdrage_samenwerking": 26000, "incidentele_kosten": 4000, "aandeel_algemeen": 0}
    invoer |= {"gemeentefonds_structureel": 9000, "gemeentefonds_incidenteel": 2000, "overige_baten": 1000}
    blad = boek_van(bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": invoer})), [])["Samenvatting"]
    rijen = list(blad.rijen.values())
    begin = next(n for n, r in enumerate(rijen) if r[0].waarde == "Uitvoeringskosten")
    waarden = [r[3].waarde for r in rijen[begin : begin + 7]]
    assert waarden == pytest.approx([30000, 4000, 9000, 17000, 2000, 1000, 18000])


@pytest.mark.parametrize("horizon", range(1, 11))
def test_the_summary_with_its_charts_is_one_page(horizon: int) -> None:
    """A character is 7 pixels, a column 5 more; a row 18, for 13,5 points are."""
    blad = boek_van(bereken(als_plan({"startjaar": 2027, "horizon": horizon})), [])["Samenvatting"]
    assert blad.afdruk is not None
    breed = sum(7 * blad.breedtes[kolom] + 5 for kolom in range(blad.afdruk[3] + 1))
    for grafiek in blad.grafieken:
        assert grafiek.kolom == 0
        assert grafiek.links + grafiek.breedte <= breed
        assert blad.hoogtes[grafiek.rij] == 13.5
        assert grafiek.hoogte <= 18 * (blad.afdruk[2] - grafiek.rij + 1)


def test_columns_of_the_summary_begin_at_zero() -> None:
    """Two columns of 300 and 310 would else look like nothing beside ten."""
    xlsx = boek()["Samenvatting"].grafieken
    assert all(grafiek.vanaf_nul for grafiek in xlsx)
    with zipfile.ZipFile(BytesIO(geschreven())) as zip_:
        delen = [zip_.read(n).decode() for n in zip_.namelist() if n.startswith("xl/charts/chart")]
    assert sum('<c:min val="0"/>' in deel for deel in delen) == len(xlsx)
    with zipfile.ZipFile(BytesIO(als_ods(boek()))) as zip_:
        delen = [zip_.read(n).decode() for n in zip_.namelist() if n.endswith("/content.xml")]
    assert sum('chart:minimum="0"' in deel for deel in delen) == len(xlsx)


def test_charts_are_real_and_their_values_are_stored() -> None:
    with zipfile.ZipFile(BytesIO(geschreven())) as zip_:
        xml = zip_.read("xl/charts/chart1.xml").decode()
    assert "<c:barChart>" in xml
    assert "<c:lineChart>" in xml
    kosten = bereken(plan()).reeks("uitvoeringskosten")
    getoond = [float(w) for w in re.findall(r"<c:v>([\d.]+)</c:v>", xml)]
    assert all(any(abs(w - k) < 0.01 for w in getoond) for k in kosten.values())


# --- procurement -------------------------------------------------------------------------------------------


def test_procurement_is_held_against_the_threshold() -> None:
    """Contract of 2028 and 2029 with options to 2031: all inside 2027–2031; far above 750.000."""
    rijen = rijen_van(boek()["Inkoop"])
    assert rijen["Boven de drempel, met opties en alle percelen samen"] == ["ja"]
    assert rijen["waarvan buiten het plan, niet meegerekend"] == [0]
    uitkomst = bereken(plan())
    assert rijen["Contractwaarde met opties, alle percelen"][-1] == uitkomst.waarde("contractwaarde_met_opties")
    kwartalen = rijen_van(boek()["Inkoop_kwartalen"])
    assert kwartalen["Trajecten, B1-route"][2] == uitkomst.waarde("trajecten", "B1", moment=1)


def test_contract_years_outside_the_plan_are_counted() -> None:
    """2030 with 2 years and 3 options is 2030 to 2034: three of five lie after 2031. Nobody comes: below 750.000."""
    from tests.werkboek.test_weergave import GEEN_MENSEN

    contract = {"contract_start": 2030, "contract_jaren": 2, "optie_jaren": 3}
    een = als_plan({"startjaar": 2027, "horizon": 5, "invoer": {**GEEN_MENSEN, **contract}})
    rijen = rijen_van(boek_van(bereken(een), [])["Inkoop"])
    assert rijen["waarvan buiten het plan, niet meegerekend"] == [3]
    assert rijen["Boven de drempel, met opties en alle percelen samen"] == ["nee"]
    assert rijen["Jaren van het contract, met opties"] == [5]
    assert rijen["waarvan binnen het plan"] == [2]
    later = {**GEEN_MENSEN, "contract_start": 2035}  # no year of it lies in the plan, however long it is
    onbekend = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": later}))
    assert rijen_van(boek_van(onbekend, [])["Inkoop"])["waarvan buiten het plan, niet meegerekend"] == ["n.t.z."]
    zonder = rijen_van(boek_van(bereken(als_plan({"startjaar": 2027, "horizon": 2})), [])["Inkoop"])
    assert zonder["waarvan buiten het plan, niet meegerekend"] == ["n.t.z."]
    assert zonder["Boven de drempel, met opties en alle percelen samen"] == ["n.t.z."]


# --- lists -------------------------------------------------------------------------------------------------


def test_the_log_of_assumptions_has_the_columns_of_the_standard() -> None:
    """R34: what, value, impact, how reliable, when, why, who made it, who signed off."""
    assert [kop for kop, _ in AANNAMEKOLOMMEN] == [
        "Aanname",
        "Waarde",
        "Invloed op het tekort",
        "Betrouwbaarheid",
        "Datum",
        "Waarom deze waarde",
        "Door wie",
        "Akkoord van",
    ]
    rijen = rijen_van(boek()["Aannames"])
    assert rijen["Caseload per fte"][:3] == ["50 personen per fte", "niet bepaald", "opgave van de gemeente"]
    prijs = rijen["Prijs van een leerroute, Z-route"]
    assert (prijs[0], prijs[2], prijs[5]) == ("€ 11.400,00 per persoon", "suggestie, vastgesteld", "planner")


def test_assumptions_tell_what_their_range_does() -> None:
    """R34: the impact of an assumption is its bar in the tornado."""
    uitkomst = bereken(plan())
    lezing = duid(uitkomst)
    blad = boek_van(uitkomst, [], duiding=lezing)["Aannames"]
    toren = lezing.zekerheid.torens[("tekort_structureel", ()), lezing.jaar]
    [tarief] = [u for u in toren.uitslagen if u.naam == "inhuurtarief"]
    onder, boven = toon(toren.punt - tarief.laag, 0), toon(tarief.hoog - toren.punt, 0)
    assert rijen_van(blad)["Tarief voor inhuur"][1] == f"−{onder} tot {boven}"
    assert rijen_van(blad)["Caseload per fte"][1] == "niet bepaald"  # no range
    assert f"het tekort ten opzichte van structurele middelen van {lezing.jaar}, in euro" in str(teksten(blad)[1][0])


def test_assumptions_of_an_empty_plan_are_the_suggesties() -> None:
    leeg = boek_van(bereken(als_plan({"startjaar": 2027, "horizon": 1})), [])["Aannames"]
    soorten = {rij[3] for rij in teksten(leeg)[4:]}
    assert soorten
    assert all(str(soort).startswith("suggestie") for soort in soorten)


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst"),
    [
        ("caseload", "45 tot 60", "45 tot 60"),
        ("instroom_gezin", {"2027": 3, "2028": 1}, "2027: 3 personen; 2028: 1 persoon"),
        ("loonkosten_fte", {"bedrag": 90000, "prijspeil": 2025}, "€ 90.000,00 per fte (prijspeil 2025)"),
        ("leerroutemix", {"B1": 0.5, "Z": 0.3, "onderwijs": 0.2}, "B1: 50 %; Z: 30 %; onderwijs: 20 %"),
        ("betaalritme", [0.5, 0.3, 0.2], "50 %; 30 %; 20 %"),
        ("contract_start", 2028, "2028 (jaartal)"),
        ("methode", "caseload", "caseload"),
        ("toeval", False, "nee"),
        ("toeval", True, "ja"),
    ],
)
def test_a_value_in_words(naam: str, waarde: Any, tekst: str) -> None:
    een = als_plan({"startjaar": 2027, "horizon": 2, "invoer": {naam: waarde}})
    gevonden = catalogus().ingang_van(naam)
    assert gevonden is not None
    assert als_tekst(een.invoer[naam], gevonden[0]) == tekst


def test_every_word_has_a_meaning_and_a_source() -> None:
    """R17: the words of the law are explained, each with its article."""
    termen = [term for term, _, _ in begrippen()]
    assert termen == sorted(set(termen))
    assert all(uitleg.endswith(".") and bron for _, uitleg, bron in begrippen())
    for woord in (
        "Asielstatushouder",
        "Gezins- en overige migrant",
        "Brede intake",
        "PIP",
        "PVT",
        "MAP",
        "KNM",
        "B1-route",
        "Onderwijsroute",
        "Z-route",
        "Leerbaarheidstoets",
        "Inburgeringsvoorzieningen",
        "Uitvoeringskosten",
    ):
        assert any(term.startswith(woord) for term in termen), woord


def test_lists_are_real_tables() -> None:
    werk = openpyxl.load_workbook(BytesIO(geschreven()))
    for naam in ("Inhoud", "Aannames", "Bevindingen", "Bronnen", "Begrippen"):
        assert list(werk[naam].tables) == [f"Lijst_{naam}"]


def test_the_statement_of_quality_has_lines_for_maker_and_reviewer() -> None:
    """R35, R37: what was checked, what not, and two names that differ."""
    rijen = rijen_van(boek()["Kwaliteitsverklaring"])
    for wie in ("Maker", "Toetser"):
        assert [rijen[f"{wie}, {wat}"] for wat in ("naam", "functie", "datum")] == [[None]] * 3
    assert "Niet in een bandbreedte" in rijen
    assert rijen["Bevindingen bij het maken"] == ["0 × fout, 0 × waarschuwing, 0 × let op"]


# --- the file ----------------------------------------------------------------------------------------------


def test_the_verdict_of_the_checks_is_on_every_sheet_with_figures() -> None:
    """R31."""
    for blad in boek().bladen:
        if blad.naam.startswith(("Uitkomst", "Berekening", "Inkoop", "Samenvatting", "Voorblad", "Controle", "Kwal")):
            assert blad.rijen[2][0].waarde == "Alle controles akkoord", blad.naam
            assert "Controle!" in blad.rijen[2][0].formule


def test_input_cells_are_unlocked_and_nothing_else() -> None:
    """R32: protected without a password; formulas are in sight."""
    for blad in openpyxl.load_workbook(BytesIO(geschreven())).worksheets:
        assert blad.protection.sheet
        assert not blad.protection.password
        los = [cel for rij in blad.iter_rows() for cel in rij if cel.has_style and not cel.protection.locked]
        mag = blad.title.startswith("Invoer_") or blad.title in ("Aannames", "Kwaliteitsverklaring")
        assert bool(los) == mag, blad.title
        assert not any(cel.protection.hidden for rij in blad.iter_rows() for cel in rij if cel.has_style)


def test_styles_have_the_names_of_their_roles() -> None:
    """Who changes the style `Planner invoer` in Excel changes every input cell."""
    werk = openpyxl.load_workbook(BytesIO(geschreven()))
    uitgelegd = openpyxl.load_workbook(BytesIO(werkboek(bereken(plan()), [], duiding=duid(bereken(plan())))))
    assert {f"Planner {rol}" for rol in ROLLEN} <= {*werk.named_styles, *uitgelegd.named_styles}
    assert werk["Invoer_instroom"]["E5"].style == "Planner invoer"
    assert werk["Invoer_S1"]["E7"].style == "Planner koppelvak"
    assert werk["Berekening_tekort"]["J5"].style == "Planner berekening"
    assert werk["Controle"]["A1"].style == "Planner titel"


def test_paper() -> None:
    """A4 landscape, heads on every page, page numbers; wide sheets over more pages with their first column."""
    werk = openpyxl.load_workbook(BytesIO(geschreven()))
    for blad in werk.worksheets:
        assert (blad.page_setup.orientation, int(blad.page_setup.paperSize)) == ("landscape", 9)
        breed = sum(maat.width * (maat.max - maat.min + 1) for maat in blad.column_dimensions.values())
        if blad.sheet_properties.pageSetUpPr and blad.sheet_properties.pageSetUpPr.fitToPage:
            hoog = None if blad.title in ("Voorblad", "Samenvatting") else 0  # on one page is what nothing means
            assert (blad.page_setup.fitToWidth or 1, blad.page_setup.fitToHeight) == (1, hoog)
        else:
            assert 7 * breed * 0.6 > 1045  # pixels that an A4 has room for: at 60 % it would not fit
            assert blad.page_setup.scale == 65
            assert blad.print_title_cols == "$A:$A"
    for naam in ("Uitkomst_jaren", "Inkoop", "Bronnen", "Invoer_instroom", "Samenvatting", "Vergelijking"):
        assert werk[naam].print_title_rows, naam


def test_language_and_properties() -> None:
    eigenschappen = openpyxl.load_workbook(BytesIO(geschreven())).properties
    assert eigenschappen.language == "nl-NL"
    assert eigenschappen.title == "Inburgeringsplan gemeente Voorbeeld (fictief)"


def test_values_are_stored_with_all_their_digits(tmp_path: Path) -> None:
    """R39: what was computed stands beside its formula, to the last bit."""
    pad, uitkomst = tmp_path / "plan.xlsx", bereken(plan())
    schrijf_werkboek(pad, uitkomst, [])
    blad, rij, kolom = indeling(uitkomst.tijdas).cel(("gewogen_begeleid", ()), 2027)
    cel = openpyxl.load_workbook(pad, data_only=True)[blad].cell(rij + 1, kolom + 1)
    verwacht = uitkomst.waarde("gewogen_begeleid", moment=2027)
    assert verwacht is not None
    assert len(repr(verwacht)) > 12
    assert cel.value == verwacht


def test_rubbish_is_looked_for_again_after_an_export() -> None:
    assert gc.isenabled()
    with zonder_opruimen(), zonder_opruimen():
        assert not gc.isenabled()
    assert gc.isenabled()
