"""Taking over: the old plan stays as it was, the new one holds both, and nothing disappears without a word."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.overname import Koppeling, Rijkoppeling, neem_over
from core.overname.neem_over import LANGSTE_NOTA
from core.plan import Ernst, Herkomst, PerJaar, Plan
from core.plan.plan import als_gegevens, kaal
from core.regels import bereken
from tests.gevallen import als_plan
from tests.overname.gevallen.geval import boek
from tests.overname.hulp import CATALOGUS, DATUM, blok, koppeling, neem

TABEL = boek(("", 2026, 2027), ("Instroom asiel", 30, 32), ("Prijs B1", 9000, 9100), ("Structureel", 5, 6))


def plan(**invoer: object) -> Plan:
    return als_plan({"startjaar": 2026, "horizon": 3, "invoer": invoer})


def test_the_old_plan_is_untouched_and_undo_is_the_old_plan(tmp_path: Path) -> None:
    oud = plan(instroom_asiel={"2026": 20, "2028": 25})
    vooraf = als_gegevens(oud)
    uit = neem(oud, blok(tmp_path, TABEL), {"Instroom asiel": "instroom_asiel"})
    assert als_gegevens(oud) == vooraf
    assert kaal(uit.plan.invoer["instroom_asiel"]) == {"2026": 30, "2027": 32, "2028": 25}
    assert [(w.jaar, w.oud, w.waarde) for w in uit.waarden] == [(2026, 20, 30), (2027, None, 32)]
    assert bereken(uit.plan).waarde("instroom", "asiel", moment=2027) == 32


def test_every_value_keeps_file_sheet_cell_and_day(tmp_path: Path) -> None:
    oud = replace(
        plan(instroom_asiel={"2028": 25}), herkomst={"instroom_asiel": Herkomst("notitie", "1-2-2026", "wij")}
    )
    uit = neem(oud, blok(tmp_path, TABEL), {"Instroom asiel": "instroom_asiel"})
    assert uit.plan.herkomst["instroom_asiel"] == Herkomst(
        "proef.xlsx, blad Begroting",
        "20-11-2026",
        "",
        "2026: cel B2; 2027: cel C2. Eerder: notitie, 1-2-2026, wij",
    )
    assert uit.waarden[0].plaats == "blad Begroting, cel B2"
    assert (uit.waarden[0].bestand, uit.waarden[0].datum) == ("proef.xlsx", DATUM)


def test_an_origin_of_what_disappears_disappears_too(tmp_path: Path) -> None:
    oud = replace(plan(instroom_asiel=25), herkomst={"instroom_asiel": Herkomst("notitie")})
    uit = neem(oud, blok(tmp_path, TABEL), {"Instroom asiel": "instroom_asiel"})
    assert uit.plan.herkomst["instroom_asiel"].nota == "2026: cel B2; 2027: cel C2"
    assert uit.waarden[0].oud == 25
    (melding,) = [b for b in uit.bevindingen if b.ernst is Ernst.WAARSCHUWING]
    assert melding.plaats == "blad Begroting, rij 2"
    assert "was één getal voor alle jaren. Dat vervalt: er staan nu alleen waarden voor 2026, 2027." in melding.tekst


def test_a_long_origin_is_cut(tmp_path: Path) -> None:
    oud = replace(plan(instroom_asiel={"2028": 25}), herkomst={"instroom_asiel": Herkomst("x" * 5000)})
    uit = neem(oud, blok(tmp_path, TABEL), {"Instroom asiel": "instroom_asiel"})
    assert len(uit.plan.herkomst["instroom_asiel"].nota) == LANGSTE_NOTA


def test_one_route_leaves_the_others(tmp_path: Path) -> None:
    oud = plan(trajectprijs={"B1": {"bedrag": 9500, "prijspeil": 2024}, "Z": {"2026": 11000}})
    tabel = boek(("", 2026, 2027), ("Prijs B1", 9000, 9100), ("Prijs Z", 11500, None), ("Prijs onderwijs", None, 17000))
    rijen = {"Prijs B1": "trajectprijs_B1", "Prijs Z": "trajectprijs_Z", "Prijs onderwijs": "trajectprijs_onderwijs"}
    uit = neem(oud, blok(tmp_path, tabel), rijen)
    assert kaal(uit.plan.invoer["trajectprijs"]) == {
        "B1": {"2026": 9000, "2027": 9100},
        "Z": {"2026": 11500},
        "onderwijs": {"2027": 17000},
    }
    assert [(w.doel.route, w.oud) for w in uit.waarden] == [
        ("B1", {"bedrag": 9500, "prijspeil": 2024}),
        ("B1", {"bedrag": 9500, "prijspeil": 2024}),
        ("Z", 11000),
        ("onderwijs", None),
    ]
    assert uit.plan.herkomst["trajectprijs"].nota.startswith("onderwijs:; 2027: cel C4. Eerder: ")
    assert sum("Dat vervalt" in b.tekst for b in uit.bevindingen) == 1


def test_a_mapping_for_another_table_is_refused(tmp_path: Path) -> None:
    tabel = blok(tmp_path, TABEL)
    ander = koppeling(tabel, {"Instroom asiel": "instroom_asiel"}).met(vorm="anders")
    uit = neem_over(plan(), tabel, ander, CATALOGUS, DATUM)
    assert uit.waarden == ()
    assert "andere koppen" in uit.bevindingen[0].tekst


def test_rows_and_inputs_that_are_not_there(tmp_path: Path) -> None:
    tabel = blok(tmp_path, TABEL)
    rijen = (Rijkoppeling("weg", "instroom_asiel"), Rijkoppeling(tabel.rijen[0].sleutel, "bestaat_niet"))
    uit = neem_over(plan(), tabel, Koppeling(tabel.vorm, rijen), CATALOGUS, DATUM)
    assert uit.plan == plan()
    assert [b.ernst for b in uit.bevindingen] == [Ernst.WAARSCHUWING, Ernst.FOUT]
    assert "staat niet in deze tabel" in uit.bevindingen[0].tekst
    assert "onbekend gegeven" in uit.bevindingen[1].tekst


def test_what_is_too_much_together_is_not_taken(tmp_path: Path) -> None:
    """Each half is just possible (0,9 × 10¹²), the year is not."""
    tabel = boek(("", "1e halfjaar 2026", "2e halfjaar 2026"), ("Structureel", 0.9e12, 0.9e12))
    uit = neem(plan(), blok(tmp_path, tabel), {"Structureel": "gemeentefonds_structureel"})
    assert uit.plan == plan()
    (melding,) = uit.bevindingen
    assert melding.plaats.startswith("blad Begroting, rij 2 (gemeentefonds_structureel 2026")
    assert "te groot" in melding.tekst


def test_halves_of_persons_are_one_year(tmp_path: Path) -> None:
    tabel = boek(("", "2026 1e helft", "2026 2e helft"), ("Instroom asiel", 12, 14))
    uit = neem(plan(), blok(tmp_path, tabel), {"Instroom asiel": "instroom_asiel"})
    assert uit.plan.invoer["instroom_asiel"] == PerJaar(((2026, 26.0),))


def test_a_half_is_no_single_number(tmp_path: Path) -> None:
    tabel = boek(("", "2026 1e helft", "2026 2e helft"), ("Caseload", 50, 50))
    uit = neem(plan(), blok(tmp_path, tabel), {"Caseload": "caseload"})
    assert uit.plan == plan()
    assert all("half jaar" in b.tekst for b in uit.bevindingen)


def test_provisional_figures_say_so(tmp_path: Path) -> None:
    tabel = boek(("", "2024*", "2025"), ("asiel", 25, "26**"))
    uit = neem(plan(), blok(tmp_path, tabel), {"asiel": "eerdere_instroom_asiel"})
    assert uit.plan.herkomst["eerdere_instroom_asiel"].nota == (
        "2024: cel B2 (voorlopig cijfer); 2025: cel C2 (voorlopig cijfer)"
    )
    assert [w.uit_tekst for w in uit.waarden] == [False, True]


@pytest.mark.parametrize("naam", ["leerroutemix", "kwartaalverdeling", "methode", "betaalritme", "groepsgrootte"])
def test_what_has_to_be_whole_is_filled_in_by_hand(naam: str) -> None:
    from core.overname import doelen

    assert naam not in doelen(CATALOGUS)
    assert {"instroom_asiel", "aanloop", "aanloop_gezin", "taakstelling", "trajectprijs_Z"} <= doelen(CATALOGUS).keys()


def test_a_figure_of_another_size_than_that_of_the_plan_is_named(tmp_path: Path) -> None:
    """412 beside 410.000, and 60.000 beside 5: a factor of about a thousand either way; 5 → 6 and 0 → 7 say nothing."""
    oud = plan(gemeentefonds_structureel={"2026": 410_000, "2027": 5, "2028": 5}, incidentele_kosten={"2026": 0})
    maak = boek(("", 2026, 2027, 2028), ("Structureel", 412, 60_000, 6), ("Eenmalig", 7))
    uit = neem(
        oud, blok(tmp_path, maak), {"Structureel": "gemeentefonds_structureel", "Eenmalig": "incidentele_kosten"}
    )
    assert [(b.plaats, b.ernst) for b in uit.bevindingen] == [
        ("blad Begroting, cel B2", Ernst.WAARSCHUWING),
        ("blad Begroting, cel C2", Ernst.WAARSCHUWING),
    ]
    assert "412 is meer dan 100 keer kleiner dan wat in uw plan staat (410.000)" in uit.bevindingen[0].tekst
    assert "60.000 is meer dan 100 keer groter dan wat in uw plan staat (5)" in uit.bevindingen[1].tekst
    assert len(uit.waarden) == 4  # it is said, and a person decides


def test_a_row_without_anything_for_the_plan_is_named(tmp_path: Path) -> None:
    uit = neem(plan(), blok(tmp_path, boek(("", 2026, 2031), ("a", None, 5))), {"a": "instroom_asiel"})
    assert uit.waarden == ()
    assert any("staat niets dat past bij" in b.tekst for b in uit.bevindingen)
