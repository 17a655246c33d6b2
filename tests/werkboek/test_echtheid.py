"""Damage to the sheets with formulas: named with sheet and cell, never taken over and never passed over."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from core.plan import Ernst, Plan
from core.werkboek.echtheid import MEESTE
from core.werkboek.keuring import keur
from tests.gevallen import als_plan
from tests.werkboek.bladhulp import bewerkt, deel_van
from tests.werkboek.terughulp import VOORBEELD, Getypt, ods, terug, xlsx

TEKORT = "Berekening_tekort"


@pytest.fixture(scope="module")
def voorbeeld() -> Plan:
    return als_plan({**VOORBEELD, "scenarios": VOORBEELD["scenarios"][:1]})


@pytest.fixture(scope="module")
def werkboek(voorbeeld: Plan) -> bytes:
    return xlsx(voorbeeld)


def gevonden(map_: Path, inhoud: bytes, plan: Plan) -> list[str]:
    """The findings; whatever was done, the plan that is read is that of the input sheets."""
    gelezen = terug(map_, inhoud)
    assert gelezen.plan == plan, gelezen.bevindingen
    assert all(b.ernst is not Ernst.FOUT for b in gelezen.bevindingen)
    return [f"{b.plaats}: {b.tekst}" for b in gelezen.bevindingen]


def eerste_formule(getypt: Getypt, blad: str) -> Any:
    """A year of the first figure that has one for every plan year."""
    return next(cel for rij in getypt.boek[blad].iter_rows(5) for cel in rij if str(cel.value).startswith("="))


@pytest.mark.parametrize(
    ("waarde", "woorden"),
    [
        (12345, "maar er staat 12.345"),
        (None, "maar er staat niets"),
        ("klopt", "maar er staat een tekst of fout"),
        ("=1+1", "maar er staat een andere formule"),
    ],
)
@pytest.mark.parametrize("blad", [TEKORT, "Samenvatting", "Berekening_S1"])
def test_an_overwritten_formula(
    tmp_path: Path, werkboek: bytes, voorbeeld: Plan, blad: str, waarde: Any, woorden: str
) -> None:
    getypt = Getypt(werkboek)
    cel = eerste_formule(getypt, blad)
    cel.value = waarde
    (zin,) = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert zin.startswith(f"blad {blad}, cel {cel.coordinate}: Hier hoort een formule te staan, {woorden}.")
    assert "rekent zelf" in zin


def test_an_overwritten_kengetal(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    getypt = Getypt(werkboek)
    cel = next(c for r in getypt.boek["Kengetallen"].iter_rows(5) for c in r[4:6] if isinstance(c.value, float))
    oud, cel.value = cel.value, 7
    (zin,) = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert zin.startswith(f"blad Kengetallen, cel {cel.coordinate}: Hier hoort {str(oud).replace('.', ',')} te staan")
    assert "maar er staat 7." in zin


def test_many_overwritten_cells_are_counted(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    getypt = Getypt(werkboek)
    aantal = 0
    for rij in getypt.boek["Berekening_kwartalen"].iter_rows(9, 14):
        for cel in rij:
            if str(cel.value).startswith("="):
                cel.value, aantal = 1, aantal + 1
    zinnen = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert len(zinnen) == MEESTE + 1
    assert f"nog {aantal - MEESTE} zulke cellen" in zinnen[-1]


@pytest.mark.parametrize(
    ("doe", "plek"),
    [
        (lambda vel: vel.insert_rows(6), "cel "),
        (lambda vel: vel.delete_rows(6), "cel "),
        (lambda vel: vel.insert_cols(8), "cel "),
        (lambda vel: vel.delete_cols(8), "cel "),
        (lambda vel: vel.move_range(f"J5:J{vel.max_row}", cols=30), "cel J"),
    ],
)
def test_rows_columns_and_cells_that_moved(
    tmp_path: Path, werkboek: bytes, voorbeeld: Plan, doe: Callable[[Any], None], plek: str
) -> None:
    getypt = Getypt(werkboek)
    doe(getypt.boek[TEKORT])
    zinnen = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert len(zinnen) == 1
    assert zinnen[0].startswith(f"blad {TEKORT}, {plek}")
    assert "ingevoegd, verwijderd of verplaatst" in zinnen[0]
    assert "niet nagekeken" in zinnen[0]


@pytest.mark.parametrize("naam", [None, "Mijn tekort"])
def test_a_sheet_that_is_gone_or_renamed(tmp_path: Path, werkboek: bytes, voorbeeld: Plan, naam: str | None) -> None:
    getypt = Getypt(werkboek)
    if naam is None:
        del getypt.boek["Inkoop_kwartalen"]
    else:
        getypt.boek["Inkoop_kwartalen"].title = naam
    (zin,) = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert zin.startswith("blad Inkoop_kwartalen: Dit blad ontbreekt of heeft een andere naam.")


def test_a_scenario_that_is_gone(tmp_path: Path, werkboek: bytes) -> None:
    getypt = Getypt(werkboek)
    for blad in ("Invoer_S1", "Invoer_S1_bandbreedte"):
        del getypt.boek[blad]
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is None
    assert 'De bladen van scenario "Meer instroom" ontbreken' in gelezen.bevindingen[0].tekst
    getypt = Getypt(werkboek)
    del getypt.boek["Invoer_S1_bandbreedte"]
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is None
    assert gelezen.bevindingen[0].plaats == "blad Invoer_S1_bandbreedte"


def test_sorted_input_rows_are_read_by_name(tmp_path: Path, werkboek: bytes) -> None:
    """Excel leaves formulas where they are when rows are sorted: the figures of the workbook are then not to be
    trusted, and the links of a scenario lead elsewhere."""
    getypt = Getypt(werkboek)
    vel = getypt.boek["Invoer_uitvoering"]
    een, ander = ([cel.value for cel in vel[rij]] for rij in (5, 6))
    for rij, waarden in ((5, ander), (6, een)):
        for cel, waarde in zip(vel[rij], waarden, strict=True):
            cel.value = waarde
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is None  # a link of the scenario
    assert all("wijst niet meer naar hetzelfde gegeven" in b.tekst for b in gelezen.bevindingen)
    assert gelezen.bevindingen[0].plaats.startswith("blad Invoer_S1, cel ")
    for blad in ("Invoer_S1", "Invoer_S1_bandbreedte", "Berekening_S1", "Uitkomst_S1", "Vergelijking"):
        del getypt.boek[blad]


def test_sorted_input_rows_without_scenarios(tmp_path: Path) -> None:
    plan = als_plan({**VOORBEELD, "scenarios": []})
    getypt = Getypt(xlsx(plan))
    vel = getypt.boek["Invoer_uitvoering"]
    vel.move_range(f"A5:Z{vel.max_row}", rows=1)
    (zin,) = gevonden(tmp_path, getypt.bytes(), plan)
    assert zin.startswith("blad Invoer_uitvoering: De rijen staan hier niet meer op hun oude plek.")


# --- results -----------------------------------------------------------------------------------------------


def met_waarde(inhoud: bytes, blad: str, wijzig: Callable[[bytes], bytes]) -> bytes:
    """The same file with the XML of a sheet changed: cached values stay."""
    return bewerkt(inhoud, deel_van(inhoud, blad), wijzig)


def test_a_result_that_was_tampered_with(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    patroon = re.compile(rb'(<c r="(J\d+)"[^>]*><f>[^<]*</f><v>)-?[\d.]+(</v>)')
    vel = met_waarde(werkboek, TEKORT, lambda x: patroon.sub(rb"\g<1>1\g<3>", x, count=1))
    (zin,) = gevonden(tmp_path, vel, voorbeeld)
    assert re.match(rf"blad {TEKORT}, cel J\d+: Deze uitkomst hoort niet bij de invoer .*; hier staat 1 ", zin)


def test_results_that_are_out_of_date(tmp_path: Path, werkboek: bytes) -> None:
    """An input was changed by a program that does not recalculate."""
    vel = met_waarde(werkboek, "Invoer_uitvoering", lambda x: x.replace(b"<v>50</v>", b"<v>55</v>", 1))
    gelezen = terug(tmp_path, vel)
    assert gelezen.plan is not None
    assert gelezen.plan.invoer["caseload"] == 55
    (b,) = gelezen.bevindingen
    assert re.match(r"\d+ uitkomsten horen niet bij de invoer .*; hier staat 50 en het moet 55 zijn", b.tekst)
    assert b.plaats.startswith("blad Berekening_invoer, cel ")


def test_a_figure_where_none_can_be_told(tmp_path: Path) -> None:
    """Without inflow nothing can be told: a number that stands there all the same is not ours."""
    plan = als_plan({"startjaar": 2027, "horizon": 1, "invoer": {}})
    inhoud = met_waarde(xlsx(plan), TEKORT, lambda x: re.sub(rb' t="e"(><f>[^<]*</f><v>)#N/A', rb"\g<1>5", x, count=1))
    (zin,) = gevonden(tmp_path, inhoud, plan)
    assert "hier staat 5 en het moet niet te zeggen zijn" in zin


def test_a_year_beyond_the_columns(tmp_path: Path, werkboek: bytes) -> None:
    getypt = Getypt(werkboek)
    getypt.zet("Invoer_uitvoering", "loonkosten_fte", 2016, "Prijspeil (jaar)")
    gelezen = terug(tmp_path, getypt.bytes())
    assert gelezen.plan is not None
    (b,) = gelezen.bevindingen
    assert "prijspeil of jaar buiten de kolommen" in b.tekst


# --- what is no damage -------------------------------------------------------------------------------------


def test_shared_formulas_are_the_same_formulas(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    """Excel may store one formula for a whole row: =Berekening_a!J5 in J, and for K only that it is the same."""
    rij = re.compile(rb"<f>([^<]*)</f>(<v>[^<]*</v></c><c [^>]*>)<f>([^<]*)</f>")
    gedeeld = 0

    def deel(m: re.Match[bytes]) -> bytes:
        nonlocal gedeeld
        een, tussen, ander = m.groups()
        if re.sub(rb"[A-Z]+(?=\d)", b"", een) != re.sub(rb"[A-Z]+(?=\d)", b"", ander) or een == ander:
            return m[0]
        gedeeld += 1
        si = b"%d" % gedeeld
        return b'<f t="shared" ref="A1:B1" si="%s">%s</f>%s<f t="shared" si="%s"/>' % (si, een, tussen, si)

    vel = met_waarde(werkboek, TEKORT, lambda x: rij.sub(deel, x))
    assert gedeeld > 2
    assert gevonden(tmp_path, vel, voorbeeld) == []
    los = met_waarde(werkboek, TEKORT, lambda x: re.sub(rb"<f>[^<]*</f>", b'<f t="shared" si="9"/>', x, count=1))
    assert "andere formule" not in "".join(gevonden(tmp_path, los, voorbeeld))
    lang = b'<f t="shared" ref="A1" si="9">' + b"1+" * 9000 + b"1</f>"
    los = met_waarde(werkboek, TEKORT, lambda x: re.sub(rb"<f>[^<]*</f>", lang, x, count=1))
    assert "andere formule" in "".join(gevonden(tmp_path, los, voorbeeld))


def test_notes_beside_the_tables_are_left_alone(tmp_path: Path, werkboek: bytes, voorbeeld: Plan) -> None:
    getypt = Getypt(werkboek)
    getypt.boek["Uitkomst_jaren"]["Z40"] = "navragen bij financiën"
    getypt.boek["Uitkomst_jaren"]["Z41"] = "=SUM(E5:G5)"
    getypt.boek["Uitkomst_jaren"]["A1"] = "Onze uitkomst"
    assert gevonden(tmp_path, getypt.bytes(), voorbeeld) == []


@pytest.mark.parametrize("kenmerk", ["Inburgeringsplanner", "Kengetallen"])
def test_another_edition_is_not_compared(tmp_path: Path, werkboek: bytes, voorbeeld: Plan, kenmerk: str) -> None:
    getypt = Getypt(werkboek)
    getypt.boek.custom_doc_props[kenmerk].value = "0.0.1"
    (zin,) = gevonden(tmp_path, getypt.bytes(), voorbeeld)
    assert "andere uitgave" in zin


def test_the_same_goes_for_opendocument(tmp_path: Path, voorbeeld: Plan) -> None:
    inhoud = ods(voorbeeld)
    vreemd = bewerkt(inhoud, "content.xml", lambda x: x.replace(b"of:=SUM(", b"of:=MAX(", 1))
    gelezen = terug(tmp_path, vreemd, "plan.ods")
    assert gelezen.plan == voorbeeld
    assert any("een andere formule" in b.tekst for b in gelezen.bevindingen)
    weg = re.compile(rb' table:formula="of:=SUM[^"]*"')
    gelezen = terug(tmp_path, bewerkt(inhoud, "content.xml", lambda x: weg.sub(b"", x, count=1)), "plan.ods")
    assert gelezen.plan == voorbeeld
    assert [b.tekst[:40] for b in gelezen.bevindingen] == ["Hier hoort een formule te staan, maar er"]


def test_formulas_that_cannot_be_told() -> None:
    """A shared formula that points off the sheet when it is moved, and a number that is none."""
    kern = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rij = (
        '<row r="2"><c r="B2"><f t="shared" si="1">A1</f><v>1</v></c></row>'
        '<row r="3"><c r="A3"><f t="shared" si="1"/><v>veel</v></c></row>'
    )
    keuring = keur(f"<worksheet {kern}><sheetData>{rij}</sheetData></worksheet>".encode())
    assert (keuring.formule((1, 1)), keuring.formule((2, 0)), keuring.formule((9, 9))) == ("A1", "", "")
    assert (keuring.waarde((1, 1)), keuring.waarde((2, 0)), keuring.waarde((9, 9))) == (1.0, "veel", None)
