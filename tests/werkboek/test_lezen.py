"""Cell problems: each in a real template or export, with the cell and the words that must appear."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from core.getallen import Bereik
from core.plan import Bedrag, Ernst, PerJaar
from tests.werkboek.bladhulp import KOPRIJ, Vel, bewerkt, deel_van, een_fout, fouten, leeg, lees, uitvoer


@pytest.fixture
def vel() -> Vel:
    return Vel(leeg())


# --- what stands in a number cell --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("waarde", "woorden"),
    [
        ("1.234", "kan duizenden of decimalen betekenen"),
        ("€ 1.234", "kan duizenden of decimalen betekenen"),
        ("1.234 tot 2.345", "kan duizenden of decimalen betekenen"),
        ("PM", '"PM" is geen getal'),
        ("n.v.t.", "is geen getal"),
        ("-", "is geen getal"),
        ("1'234", "is geen getal"),
        ("'12", "is geen getal"),
        ("1 234", "is geen getal"),
        ("1e5", "is geen getal"),
        ("45-60", "is geen getal"),
        ("60 tot 45", "loopt van hoog naar laag"),
        ("12,5 %", "percentage"),
        ("9" * 30, "te groot"),
        (True, "WAAR of ONWAAR"),
        (datetime.date(2027, 3, 1), "datum"),
        (datetime.time(12, 30), "datum of tijd"),
        (1e13, "te groot"),
        (-5, "moet 0 of meer zijn"),
        ("=A1*2", "formule"),
        ("x" * 5000, "is geen getal"),
    ],
)
def test_no_number_in_a_number_cell(tmp_path: Path, vel: Vel, waarde: Any, woorden: str) -> None:
    een_fout(tmp_path, vel, vel.zet("loonkosten_fte", waarde), woorden)


@pytest.mark.parametrize("kop", ["Voor alle jaren", 2028])
def test_a_euro_sign_belongs_to_amounts(tmp_path: Path, vel: Vel, kop: int | str) -> None:
    een_fout(tmp_path, vel, vel.zet("instroom_asiel", "€ 30", kop), "bedrag", "euroteken")


@pytest.mark.parametrize(
    ("waarde", "bedrag"),
    [
        ("€ 1.234,50", 1234.5),
        ("1.234.567", 1234567.0),
        ("\xa095000\u202f", 95000.0),
        ("95000,5", 95000.5),
        ("12.5", 12.5),
        (95000, 95000.0),
    ],
)
def test_numbers_as_text_with_one_meaning(tmp_path: Path, vel: Vel, waarde: Any, bedrag: float) -> None:
    vel.zet("loonkosten_fte", waarde)
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.invoer == {"loonkosten_fte": bedrag}


def test_percentages_belong_to_shares(tmp_path: Path, vel: Vel) -> None:
    vel.zet("aandeel_jong", "12,5 %")
    plan, _ = lees(tmp_path, vel)
    assert plan is not None
    assert plan.invoer == {"aandeel_jong": 0.125}


@pytest.mark.parametrize("waarde", ["", "   ", "\xa0", None])
def test_blanks_are_blank(tmp_path: Path, vel: Vel, waarde: Any) -> None:
    vel.zet("loonkosten_fte", waarde)
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None
    assert (dict(plan.invoer), bevindingen) == ({}, [])


@pytest.mark.parametrize("foutwaarde", ["#N/A", "#VALUE!", "#DIV/0!", "#REF!", "#SPILL!"])
def test_error_values(tmp_path: Path, vel: Vel, foutwaarde: str) -> None:
    een_fout(tmp_path, vel, vel.zet("caseload", foutwaarde), f"foutwaarde {foutwaarde}")


@pytest.mark.parametrize(("getal", "woorden"), [(b"1e999", "te groot"), (b"9" * 400, "te groot")])
def test_numbers_beyond_measure(tmp_path: Path, vel: Vel, getal: bytes, woorden: str) -> None:
    waar = vel.zet("caseload", 98765)
    inhoud = vel.bytes()
    deel = deel_van_openpyxl(inhoud, "Invoer_uitvoering")
    een_fout(
        tmp_path, bewerkt(inhoud, deel, lambda x: x.replace(b"<v>98765</v>", b"<v>" + getal + b"</v>")), waar, woorden
    )


@pytest.mark.parametrize("getal", [b"nan", b"inf", b"9" * 5000, b"abc"])
def test_what_is_no_number_in_the_file_is_damage(tmp_path: Path, vel: Vel, getal: bytes) -> None:
    vel.zet("caseload", 98765)
    inhoud = vel.bytes()
    deel = deel_van_openpyxl(inhoud, "Invoer_uitvoering")
    een_fout(tmp_path, bewerkt(inhoud, deel, lambda x: x.replace(b"98765", getal)), "plan.xlsx", "beschadigd")


def deel_van_openpyxl(inhoud: bytes, blad: str) -> str:
    from io import BytesIO

    import openpyxl

    return f"xl/worksheets/sheet{openpyxl.load_workbook(BytesIO(inhoud)).sheetnames.index(blad) + 1}.xml"


def test_a_formula_is_reported_also_where_its_value_is_stored(tmp_path: Path) -> None:
    """Excel stores the outcome beside the formula; that outcome is not taken."""
    inhoud = uitvoer()
    deel = deel_van(inhoud, "Invoer_uitvoering")
    een_fout(
        tmp_path,
        bewerkt(inhoud, deel, lambda x: x.replace(b"<v>95000</v>", b"<f>A1*2</f><v>95000</v>")),
        "blad Invoer_uitvoering, cel E",
        "formule",
        "plak als waarde",
    )


def test_a_formula_elsewhere_on_an_input_sheet(tmp_path: Path, vel: Vel) -> None:
    waar = [
        vel.zet("caseload", "=1+1", "Bron"),
        vel.zet("loonkosten_fte", "=2020+5", "Prijspeil (jaar)"),
        vel.gemeente("gemeente", '="Stad"'),
    ]
    vel.zet("loonkosten_fte", 5)
    gevonden = fouten(tmp_path, vel)
    assert len(gevonden) == 3
    for plaats in waar:
        assert any(f.startswith(plaats) and "formule" in f for f in gevonden), (plaats, gevonden)


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path, vel: Vel) -> None:
    cel = vel.cel("caseload", "Bron")
    vel.zet("caseload", 50)
    cel.value, cel.data_type = "=cmd|' /C calc'!A1", "s"
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.herkomst["caseload"].bron == "=cmd|' /C calc'!A1"


# --- where it stands ---------------------------------------------------------------------------------------


def test_a_value_in_a_locked_year(tmp_path: Path, vel: Vel) -> None:
    """instroom counts in the plan years 2027 … 2031; 2023 … 2035 are columns."""
    for jaar in (2026, 2032):
        vel = Vel(leeg())
        een_fout(tmp_path, vel, vel.zet("instroom_asiel", 5, jaar), f"voor {jaar}", "2027 tot en met 2031")


def test_a_year_for_what_has_no_years(tmp_path: Path, vel: Vel) -> None:
    een_fout(tmp_path, vel, vel.zet("caseload", "zie nota", 2027), "geldt voor alle jaren")


def test_one_number_for_what_goes_by_year(tmp_path: Path, vel: Vel) -> None:
    een_fout(tmp_path, vel, vel.zet("eerdere_instroom_asiel", 5), "per jaar")


def test_one_number_and_a_row(tmp_path: Path, vel: Vel) -> None:
    vel.zet("instroom_asiel", 5, 2027)
    een_fout(tmp_path, vel, vel.zet("instroom_asiel", 5), "één getal én een waarde per jaar")


def test_text_in_a_year_column(tmp_path: Path, vel: Vel) -> None:
    een_fout(tmp_path, vel, vel.zet("instroom_asiel", "circa 30", 2028), "is geen getal")


def test_price_levels(tmp_path: Path) -> None:
    vel = Vel(leeg())
    een_fout(tmp_path, vel, vel.zet("loonkosten_fte", 2025, "Prijspeil (jaar)"), "prijspeil zonder bedrag")
    vel = Vel(leeg())
    vel.zet("loonkosten_fte", 90000, 2027)
    een_fout(tmp_path, vel, vel.zet("loonkosten_fte", 2025, "Prijspeil (jaar)"), "niet bij een rij jaren")
    vel = Vel(leeg())
    vel.zet("caseload", 50)
    een_fout(tmp_path, vel, vel.zet("caseload", 2025, "Prijspeil (jaar)"), "heeft geen prijspeil")
    for jaar in (1999, 2025.5, "twee", True, 25):
        vel = Vel(leeg())
        vel.zet("loonkosten_fte", 90000)
        waar = vel.zet("loonkosten_fte", jaar, "Prijspeil (jaar)")
        een_fout(tmp_path, vel, waar, "WAAR" if jaar is True else "is geen jaar van 2015 tot en met 2060")


def test_a_price_level_as_text(tmp_path: Path, vel: Vel) -> None:
    vel.zet("loonkosten_fte", 90000)
    vel.zet("loonkosten_fte", " 2025 ", "Prijspeil (jaar)")
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.invoer["loonkosten_fte"] == Bedrag(90000.0, 2025)


def test_cells_outside_the_table(tmp_path: Path, vel: Vel) -> None:
    blad = vel["Invoer_instroom"]
    blad["AD6"], blad["E200"], blad["D2"] = "eigen notitie", 12, 3
    gevonden = fouten(tmp_path, vel)
    assert [f.partition(":")[0] for f in gevonden] == [f"blad Invoer_instroom, cel {c}" for c in ("D2", "AD6", "E200")]
    assert all("wordt niet gelezen" in f for f in gevonden)


def test_cells_far_out_of_reach(tmp_path: Path, vel: Vel) -> None:
    vel["Invoer_instroom"]["E9000"] = 12
    vel["Invoer_instroom"]["XFD3"] = 12
    een_fout(tmp_path, vel, "blad Invoer_instroom, cel XFD3", "ver buiten de tabel")


# --- rows, heads and sheets --------------------------------------------------------------------------------


def test_a_duplicated_row_name(tmp_path: Path, vel: Vel) -> None:
    blad, rij = vel.rij("caseload")
    blad.cell(rij + 1, 2).value = "caseload"
    vel.zet("caseload", 50)
    blad.cell(rij + 1, 5).value = 60
    een_fout(tmp_path, vel, f"blad {blad.title}, cel B{rij + 1}", "staat ook op", f"cel B{rij}")


def test_an_unknown_row_name_gives_the_nearest(tmp_path: Path, vel: Vel) -> None:
    blad, rij = vel.rij("caseload")
    blad.cell(rij, 2).value = "caselood"
    blad.cell(rij, 5).value = "PM"
    een_fout(tmp_path, vel, f"blad {blad.title}, cel B{rij}", '"caselood" is niet bekend', 'Bedoelt u "caseload"')


@pytest.mark.parametrize("naam", [12, True, datetime.date(2027, 1, 1)])
def test_a_row_name_that_is_no_text(tmp_path: Path, vel: Vel, naam: Any) -> None:
    blad, rij = vel.rij("caseload")
    blad.cell(rij, 2).value = naam
    een_fout(tmp_path, vel, f"blad {blad.title}, cel B{rij}", "is niet bekend")


def test_a_removed_row_is_said(tmp_path: Path, vel: Vel) -> None:
    blad, rij = vel.rij("caseload")
    blad.delete_rows(rij)
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None
    (b,) = bevindingen
    assert (b.ernst, b.plaats) == (Ernst.WAARSCHUWING, f"blad {blad.title}")
    assert "caseload" in b.tekst


def test_many_removed_rows_are_one_finding(tmp_path: Path, vel: Vel) -> None:
    vel["Invoer_uitvoering"].delete_rows(KOPRIJ + 1, 40)
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None
    assert len([b for b in bevindingen if "…" in b.tekst]) == 1


def test_inserted_rows_between_the_rows_are_harmless(tmp_path: Path, vel: Vel) -> None:
    vel.zet("caseload", 50)
    blad, rij = vel.rij("caseload")
    blad.insert_rows(rij)
    blad.cell(rij, 1).value = "Eigen tussenkop"
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.invoer == {"caseload": 50.0}


def test_inserted_row_above_the_heads_or_column_between_them(tmp_path: Path) -> None:
    for blad in ("Invoer_uitvoering", "Invoer_plan", "Invoer_bandbreedte"):
        vel = Vel(leeg())
        vel[blad].insert_rows(1)
        een_fout(tmp_path, vel, f"blad {blad}, cel A4", "Boven deze kolom hoort")
    vel = Vel(leeg())
    vel["Invoer_uitvoering"].insert_cols(7)
    een_fout(tmp_path, vel, "blad Invoer_uitvoering, cel G4", "hoort 2024", "staat leeg", "ingevoegde")


def test_a_moved_value_or_shifted_provenance_is_never_read_in_another_column(tmp_path: Path, vel: Vel) -> None:
    blad = vel["Invoer_uitvoering"]
    vel.zet("caseload", "begroting", "Nota")
    nota = vel.cel("caseload", "Nota").column
    blad.insert_cols(nota - 2)
    een_fout(tmp_path, vel, "blad Invoer_uitvoering, cel", "Boven deze kolom", "Datum")


@pytest.mark.parametrize("kop", [2029, "jaar 2028", 2028.5, None, True])
def test_renamed_year_heads(tmp_path: Path, vel: Vel, kop: Any) -> None:
    blad = vel["Invoer_instroom"]
    blad.cell(KOPRIJ, 11).value = kop  # F is 2023, so K is 2028
    een_fout(tmp_path, vel, "blad Invoer_instroom, cel K4", "hoort 2028 te staan")


def test_swapped_year_heads(tmp_path: Path, vel: Vel) -> None:
    blad = vel["Invoer_instroom"]
    blad.cell(KOPRIJ, 10).value, blad.cell(KOPRIJ, 11).value = 2028, 2027
    een_fout(tmp_path, vel, "blad Invoer_instroom, cel J4", "hoort 2027 te staan, maar er staat 2028")


@pytest.mark.parametrize(("naam", "jaar"), [("startjaar", 2028), ("eindjaar", 2032), ("eerste_jaar", 2022)])
def test_the_years_are_fixed(tmp_path: Path, vel: Vel, naam: str, jaar: int) -> None:
    een_fout(tmp_path, vel, vel.gemeente(naam, jaar), "Hier hoort 20", "nieuw sjabloon")


def zonder_eigenschappen(vel: Vel) -> Vel:
    """As some programs save a workbook: without the document properties."""
    for naam in list(vel.boek.custom_doc_props.names):
        del vel.boek.custom_doc_props[naam]
    return vel


def test_without_properties_the_cells_tell_the_years(tmp_path: Path, vel: Vel) -> None:
    vel.zet("caseload", 50)
    plan, bevindingen = lees(tmp_path, zonder_eigenschappen(vel))
    assert plan is not None, bevindingen
    assert (plan.startjaar, plan.horizon, dict(plan.invoer)) == (2027, 5, {"caseload": 50.0})


@pytest.mark.parametrize(
    ("naam", "jaar", "woorden"),
    [
        ("startjaar", 2026, "passen niet bij elkaar"),
        ("startjaar", 2033, "passen niet bij elkaar"),
        ("startjaar", None, "hoort een jaartal"),
        ("eindjaar", "straks", "is geen jaar"),
        ("eerste_jaar", 2022, "Boven deze kolom hoort 2022"),
    ],
)
def test_without_properties_the_years_must_fit(tmp_path: Path, vel: Vel, naam: str, jaar: Any, woorden: str) -> None:
    vel.gemeente(naam, jaar)
    assert any(woorden in f for f in fouten(tmp_path, zonder_eigenschappen(vel)))


@pytest.mark.parametrize(
    "kalender", ["x", "2027 2031 2023", "2027 2031 2025 2035", "2027 2026 2023 2035", "²027 2 3 4"]
)
def test_a_strange_calendar_property_counts_for_nothing(tmp_path: Path, vel: Vel, kalender: str) -> None:
    vel.boek.custom_doc_props["Kalender"].value = kalender
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert (plan.startjaar, plan.horizon) == (2027, 5)


def test_renamed_and_missing_sheets(tmp_path: Path) -> None:
    vel = Vel(leeg())
    vel["Invoer_instroom"].title = "Instroom nieuw"
    een_fout(tmp_path, vel, "blad Invoer_instroom", "ontbreekt", '"Instroom nieuw"', "oorspronkelijke naam")
    vel = Vel(leeg())
    vel.boek.copy_worksheet(vel["Invoer_instroom"])
    een_fout(tmp_path, vel, "blad Invoer_instroom Copy", "hoort hier niet", 'Bedoelt u "Invoer_instroom"')
    vel = Vel(leeg())
    del vel.boek["Invoer_bandbreedte"]
    del vel.boek["Invoer_uitvoering"]
    assert [f.partition(":")[0] for f in fouten(tmp_path, vel)] == ["blad Invoer_uitvoering", "blad Invoer_bandbreedte"]
    vel = Vel(leeg())
    vel["Invoer_plan"].title = "plan"
    een_fout(tmp_path, vel, "plan.xlsx", "Invoer_plan ontbreekt", "geen werkboek of sjabloon van de planner")


def test_own_sheets_are_left_alone(tmp_path: Path, vel: Vel) -> None:
    vel.boek.create_sheet("Eigen sommen")["A1"] = "=1+1"
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None
    assert bevindingen == []


def test_a_changed_unit(tmp_path: Path, vel: Vel) -> None:
    blad, rij = vel.rij("loonkosten_fte")
    blad.cell(rij, 3).value = "duizend euro"
    vel.zet("loonkosten_fte", 95)
    een_fout(tmp_path, vel, f"blad {blad.title}, cel C{rij}", 'hoort "euro per fte" te staan')


def test_a_row_without_a_name(tmp_path: Path, vel: Vel) -> None:
    blad, rij = vel.rij("caseload")
    blad.cell(rij, 2).value = None
    blad.cell(rij, 3).value = None
    blad.cell(rij, 5).value = 50
    een_fout(tmp_path, vel, f"blad {blad.title}, cel E{rij}", "wordt niet gelezen")


def test_rubbish_rows_are_counted_not_listed(tmp_path: Path, vel: Vel) -> None:
    for rij in range(100, 10_100):
        vel["Invoer_instroom"].cell(rij, 2).value = f"onzin {rij}"
    gevonden = fouten(tmp_path, vel)
    assert len(gevonden) == 251
    assert gevonden[-1].startswith("plan.xlsx: Er zijn nog ")


# --- values of more than one cell --------------------------------------------------------------------------


def test_half_of_a_taakstelling_year(tmp_path: Path, vel: Vel) -> None:
    vel.zet("taakstelling_1", 10, 2027)
    vel.zet("taakstelling_2", 12, 2027)
    vel.zet("taakstelling_1", 14, 2028)
    leeg_vak = vel.zet("taakstelling_2", None, 2028)
    een_fout(tmp_path, vel, leeg_vak, "2e halfjaar van 2028")


def test_only_second_halves(tmp_path: Path, vel: Vel) -> None:
    vel.zet("taakstelling_2", 12, 2027)
    een_fout(tmp_path, vel, vel.zet("taakstelling_1", None, 2027), "1e halfjaar van 2027")


def test_three_of_four_quarters(tmp_path: Path, vel: Vel) -> None:
    for kwartaal in (1, 2, 4):
        vel.zet(f"kwartaalverdeling_{kwartaal}", 0.3)
    een_fout(tmp_path, vel, vel.zet("kwartaalverdeling_3", None), "ontbreekt een aandeel")


def test_a_gap_in_the_payment_rhythm(tmp_path: Path, vel: Vel) -> None:
    for jaar in (1, 2, 4):
        vel.zet(f"betaalritme_{jaar}", 1 / 3)
    een_fout(tmp_path, vel, vel.zet("betaalritme_3", None), "ontbreekt een aandeel")


def test_a_rhythm_of_two_years(tmp_path: Path, vel: Vel) -> None:
    waar = vel.zet("betaalritme_1", 0.5)
    vel.zet("betaalritme_2", 0.5)
    een_fout(tmp_path, vel, waar, "3 of 4 of 5 aandelen")


def test_one_route_is_missing(tmp_path: Path, vel: Vel) -> None:
    vel.zet("leerroutemix_B1", 0.5)
    vel.zet("leerroutemix_Z", 0.5)
    een_fout(tmp_path, vel, vel.zet("leerroutemix_onderwijs", None), "ontbreekt een aandeel")


def test_shares_that_are_not_one(tmp_path: Path, vel: Vel) -> None:
    waar = vel.zet("kwartaalverdeling_1", 0.3)
    for kwartaal in (2, 3, 4):
        vel.zet(f"kwartaalverdeling_{kwartaal}", 0.3)
    een_fout(tmp_path, vel, waar, "samen 1,200")


def test_a_wrong_cell_gives_one_finding_not_two(tmp_path: Path, vel: Vel) -> None:
    for kwartaal in (1, 2, 4):
        vel.zet(f"kwartaalverdeling_{kwartaal}", 0.25)
    een_fout(tmp_path, vel, vel.zet("kwartaalverdeling_3", "kwart"), "is geen getal")


def test_a_range_where_none_can_be(tmp_path: Path) -> None:
    for naam, kop in (
        ("kwartaalverdeling_1", "Voor alle jaren"),
        ("taakstelling_1", 2027),
        ("eerdere_instroom_asiel", 2026),
        ("contract_start", "Voor alle jaren"),
    ):
        vel = Vel(leeg())
        een_fout(tmp_path, vel, vel.zet(naam, "0,1 tot 0,2", kop), "geen bereik")


def test_sorted_rows_give_the_same_plan(tmp_path: Path, vel: Vel) -> None:
    for deel, waarde in enumerate((0.5, 0.3, 0.2), 1):
        vel.zet(f"betaalritme_{deel}", waarde)
    (blad, een), (_, twee) = vel.rij("betaalritme_1"), vel.rij("betaalritme_2")
    for kolom in range(1, blad.max_column + 1):
        a, b = blad.cell(een, kolom), blad.cell(twee, kolom)
        a.value, b.value = b.value, a.value
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.invoer == {"betaalritme": (0.5, 0.3, 0.2)}


def test_a_finding_of_the_plan_reader_points_at_the_cell_of_its_year(tmp_path: Path, vel: Vel) -> None:
    vel.zet("leerroutemix_Z", 0.5)
    vel.zet("leerroutemix_onderwijs", 0.25)
    waar = vel.zet("leerroutemix_B1", "0,2 tot 0,3")
    een_fout(tmp_path, vel, waar, "Alleen het aandeel van de Z-route")


# --- ranges ------------------------------------------------------------------------------------------------


def test_ranges_beside_a_value(tmp_path: Path, vel: Vel) -> None:
    vel.zet("caseload", 50)
    vel.zet("instroom_asiel", 30, 2028)
    vel.band(1, " caseload ", "Alle", 45, "60")
    vel.band(3, "instroom_asiel", "2028", 25, 35)
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.invoer == {
        "caseload": Bereik(45.0, 60.0, 50.0),
        "instroom_asiel": PerJaar(((2028, Bereik(25.0, 35.0, 30.0)),)),
    }


@pytest.mark.parametrize(
    ("band", "cel", "woorden"),
    [
        (("caseload", "alle", 55, 60), None, "niet tussen de grenzen"),
        (("caseload", "alle", 60, 45), "A5", "lage grens is hoger"),
        (("caseload", "alle", 45, None), "A5", "zowel de lage als de hoge"),
        (("caseload", "alle", None, 60), "A5", "zowel de lage als de hoge"),
        (("caseload", "alle", "45 tot 50", 60), "C5", "geen bereik"),
        (("caseload", "alle", 45, "PM"), "D5", "is geen getal"),
        (("caseload", "alle", -4, 60), "C5", "moet"),
        (("caseload", 2027.5, 45, 60), "B5", "is geen jaar"),
        (("caseload", True, 45, 60), "B5", "WAAR"),
        (("caseload", 2027, 45, 60), "A5", "leeg vak"),
        (("productieve_uren", "alle", 45, 60), "A5", "leeg vak"),
        (("caselood", "alle", 45, 60), "A5", 'Bedoelt u "caseload"'),
        ((12, "alle", 45, 60), "A5", "is niet bekend"),
        ((None, "alle", 45, 60), "A5", "ontbreekt de naam"),
        (("kwartaalverdeling_1", None, 0.1, 0.2), "A5", "kan geen bandbreedte staan"),
        (("caseload", "alle", 45, 60, "extra"), "E5", "wordt niet gelezen"),
    ],
)
def test_ranges_that_cannot_be(tmp_path: Path, vel: Vel, band: Any, cel: str | None, woorden: str) -> None:
    waar = vel.zet("caseload", 50)
    vel.band(1, *band)
    een_fout(tmp_path, vel, waar if cel is None else f"blad Invoer_bandbreedte, cel {cel}", woorden)


def test_a_range_twice_and_a_range_beside_a_range(tmp_path: Path, vel: Vel) -> None:
    waar = vel.zet("caseload", "45 tot 60")
    vel.band(1, "caseload", "alle", 45, 60)
    een_fout(tmp_path, vel, waar, "staat al een bereik", "cel A5")
    vel.zet("caseload", 50)
    vel.band(2, "caseload", None, 40, 60)
    een_fout(tmp_path, vel, "blad Invoer_bandbreedte, cel A6", "staat ook op", "cel A5")


def test_a_wrong_value_with_a_range_has_one_finding(tmp_path: Path, vel: Vel) -> None:
    waar = vel.zet("caseload", "PM")
    vel.band(1, "caseload", "alle", 45, 60)
    een_fout(tmp_path, vel, waar, "is geen getal")


def test_ranges_of_a_sheet_that_is_not_read(tmp_path: Path, vel: Vel) -> None:
    vel.band(1, "caseload", "alle", 45, 60)
    vel["Invoer_uitvoering"].insert_rows(1)
    een_fout(tmp_path, vel, "blad Invoer_uitvoering, cel A4", "Boven deze kolom")


# --- choices, provenance and the plan sheet ----------------------------------------------------------------


def test_choices(tmp_path: Path) -> None:
    for hoofdletters in ("Caseload", " UREN ", "landelijk"):
        vel = Vel(leeg())
        vel.zet("methode", hoofdletters)
        plan, bevindingen = lees(tmp_path, vel)
        assert plan is not None, bevindingen
        assert plan.invoer == {"methode": hoofdletters.strip().lower()}
    for waarde in ("op gevoel", 3, "=1", datetime.date(2027, 1, 1)):
        vel = Vel(leeg())
        een_fout(tmp_path, vel, vel.zet("methode", waarde), "geen keuze", "caseload")
    for waarde in ("misschien", 2, "=1"):
        vel = Vel(leeg())
        een_fout(tmp_path, vel, vel.zet("toeval", waarde), "geen keuze", "ja of nee")
    for waarde, gelezen in (("Ja", True), (" nee", False), (True, True)):
        vel = Vel(leeg())
        vel.zet("toeval", waarde)
        plan, bevindingen = lees(tmp_path, vel)
        assert plan is not None, bevindingen
        assert plan.invoer == {"toeval": gelezen}


def test_provenance(tmp_path: Path, vel: Vel) -> None:
    vel.zet("caseload", "  cijfers, blz. 3 ", "Bron")
    vel.zet("caseload", datetime.datetime(2026, 3, 1), "Datum")
    vel.zet("caseload", 0, "Door")
    vel.zet("caseload", "regel 1\nregel 2", "Nota")
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    h = plan.herkomst["caseload"]
    assert (h.bron, h.datum, h.door, h.nota) == ("  cijfers, blz. 3 ", "1-3-2026", "0", "regel 1\nregel 2")


@pytest.mark.parametrize("waarde", [True, "#REF!", datetime.time(1, 2)])
def test_provenance_that_is_no_text(tmp_path: Path, vel: Vel, waarde: Any) -> None:
    een_fout(tmp_path, vel, vel.zet("caseload", waarde, "Bron"), "gewone tekst")


def test_provenance_on_two_rows_of_one_value(tmp_path: Path, vel: Vel) -> None:
    vel.zet("trajectprijs_B1", "offerte A", "Bron")
    waar = vel.zet("trajectprijs_Z", "offerte B", "Bron")
    een_fout(tmp_path, vel, waar, "staat ook iets op", "één rij")


def test_provenance_on_the_second_row_counts(tmp_path: Path, vel: Vel) -> None:
    vel.zet("trajectprijs_Z", "offerte B", "Bron")
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    assert plan.herkomst["trajectprijs"].bron == "offerte B"


def test_the_gemeente(tmp_path: Path, vel: Vel) -> None:
    vel.gemeente("gemeente", "=SOM")
    vel["Invoer_plan"].cell(vel.rij("gemeente")[1], 5).data_type = "s"
    vel.gemeente("inwonertal", "25000")
    vel.gemeente("cbs_code", "GM0344")
    vel.gemeente("samenwerkingsverband", 12)
    vel.gemeente("teken", "VN")
    vel.gemeente("taakveld", "uitvoeringskosten = 6.3; spuk = 6.71=a;")
    vel.gemeente("maatregel_spuk_korting", "1")
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is not None, bevindingen
    g = plan.gemeente
    assert (g.naam, g.inwonertal, g.cbs_code, g.samenwerkingsverband, g.teken) == ("=SOM", 25000, "GM0344", "12", "VN")
    assert g.taakveld == (("uitvoeringskosten", "6.3"), ("spuk", "6.71=a"))
    assert plan.maatregelen == ("spuk_korting",)


@pytest.mark.parametrize(
    ("naam", "waarde", "woorden"),
    [
        ("inwonertal", "25.000", "duizenden of decimalen"),
        ("inwonertal", "velen", "is geen getal"),
        ("inwonertal", 2.5, "geen aantal"),
        ("inwonertal", -1, "geen aantal"),
        ("cbs_code", 344, "GM0000"),
        ("gemeente", True, "gewone tekst"),
        ("teken", "plus", "geen keuze"),
        ("teken", "#N/A", "gewone tekst"),
        ("taakveld", "6.3", "geen taakveld"),
        ("taakveld", "a = 1; a = 2", "geen taakveld"),
        ("maatregel_spuk_korting", True, "Vul 1 (ja) of 0 (nee) in"),
        ("maatregel_spuk_korting", "ja", "Vul 1 (ja) of 0 (nee) in"),
        ("maatregel_spuk_korting", "=1", "Vul 1 (ja) of 0 (nee) in"),
    ],
)
def test_the_gemeente_cannot_be(tmp_path: Path, vel: Vel, naam: str, waarde: Any, woorden: str) -> None:
    een_fout(tmp_path, vel, vel.gemeente(naam, waarde), woorden)


def test_rows_of_the_plan_sheet(tmp_path: Path) -> None:
    vel = Vel(leeg())
    blad, rij = vel.rij("cbs_code")
    blad.cell(rij, 2).value = "cbs_kode"
    plan, bevindingen = lees(tmp_path, vel)
    assert plan is None
    assert any('Bedoelt u "cbs_code"' in b.tekst and b.plaats.endswith(f"B{rij}") for b in bevindingen)
    assert any(b.ernst is Ernst.WAARSCHUWING and "cbs_code" in b.tekst for b in bevindingen)
    vel = Vel(leeg())
    vel["Invoer_plan"].cell(vel.rij("cbs_code")[1], 2).value = "gemeente"
    assert any("twee keer" in f for f in fouten(tmp_path, vel))
    vel = Vel(leeg())
    vel["Invoer_plan"].cell(40, 5).value = "los"
    een_fout(tmp_path, vel, "blad Invoer_plan, cel E40", "wordt niet gelezen")
    vel = zonder_eigenschappen(Vel(leeg()))
    vel["Invoer_plan"].delete_rows(vel.rij("startjaar")[1])
    een_fout(tmp_path, vel, "blad Invoer_plan", '"startjaar" ontbreekt')


def test_every_problem_at_once(tmp_path: Path, vel: Vel) -> None:
    waar = [
        vel.zet("caseload", "PM"),
        vel.zet("instroom_asiel", "=A1", 2028),
        vel.zet("loonkosten_fte", 2025, "Prijspeil (jaar)"),
        vel.zet("eerdere_instroom_asiel", 3, 2031),
        vel.gemeente("inwonertal", "25.000"),
    ]
    gevonden = fouten(tmp_path, vel)
    assert sorted(f.partition(":")[0] for f in gevonden) == sorted(waar)
