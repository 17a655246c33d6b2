"""What is remembered of a mapping: enough for the file of next year, and no word or number of this one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.overname import Koppeling, Notatie, Rijkoppeling, als_json, herken, neem_over, uit_json
from core.plan import Plan
from tests.overname.gevallen.geval import boek
from tests.overname.hulp import CATALOGUS, DATUM, bestand, blok, koppeling

NU = boek(("Post", "begroting 2026", "begroting 2027"), ("Instroom asiel 2026", 30, 32), ("Geheim tarief", 4711, 4712))
VOLGEND_JAAR = boek(
    ("Iets erboven",), ("Post", "Begroting 2027", "Begroting 2028"), ("Nieuw", 1, 2), ("INSTROOM  asiel 2027", 33, 34)
)


def test_next_year_the_same_mapping_fits(tmp_path: Path) -> None:
    nu, later = blok(tmp_path, NU), blok(tmp_path, VOLGEND_JAAR)
    bewaard = als_json(koppeling(nu, {"Instroom asiel 2026": "instroom_asiel", "Geheim tarief": "inhuurtarief"}))
    gelezen, bevindingen = uit_json(bewaard, CATALOGUS)
    assert gelezen is not None
    assert bevindingen == []
    uit = neem_over(Plan(2026, 4), later, gelezen, CATALOGUS, DATUM)
    assert [(w.doel.naam, w.jaar, w.waarde) for w in uit.waarden] == [
        ("instroom_asiel", 2027, 33),
        ("instroom_asiel", 2028, 34),
    ]
    assert any("staat niet in deze tabel" in b.tekst for b in uit.bevindingen)  # the tariff is gone, and it is said


def test_nothing_of_the_file_is_in_it(tmp_path: Path) -> None:
    tekst = als_json(koppeling(blok(tmp_path, NU), {"Geheim tarief": "inhuurtarief"}))
    for woord in ("Geheim", "geheim", "4711", "Begroting", "proef"):
        assert woord not in tekst


def test_the_shape_is_that_of_the_headings(tmp_path: Path) -> None:
    vormen = {
        naam: blok(tmp_path, maak).vorm
        for naam, maak in {
            "gewoon": boek(("Post", 2026, 2027), ("a", 1, 2)),
            "andere jaren": boek(("Post", 2028, 2029, 2030), ("a", 1, 2, 3)),
            "begroting": boek(("Post", "begroting 2026", "begroting 2027"), ("a", 1, 2)),
            "ander woord": boek(("Wat", 2026, 2027), ("a", 1, 2)),
            "ander blad": boek(("Post", 2026, 2027), ("a", 1, 2), blad="Elders"),
        }.items()
    }
    assert vormen["gewoon"] == vormen["andere jaren"]
    assert len(set(vormen.values())) == 4


def test_thousands_are_not_remembered_for_a_table_in_euros(tmp_path: Path) -> None:
    """Last year the table said x € 1.000, this year it does not: above the table, or behind the row."""
    rijen = {"Structureel": "gemeentefonds_structureel"}
    for oud, nieuw in (
        (boek(("x € 1.000",), ("", 2026), ("Structureel", 412)), boek((), ("", 2027), ("Structureel", 412000))),
        (
            boek(("", 2026, "eenheid"), ("Structureel", 412, "x 1.000"), ("b", 1)),
            boek(("", 2027, "eenheid"), ("Structureel", 412000, "euro"), ("b", 1)),
        ),
    ):
        bewaard = koppeling(blok(tmp_path, oud), rijen, maal=1000.0)
        assert neem_over(Plan(2026, 4), blok(tmp_path, oud), bewaard, CATALOGUS, DATUM).waarden[0].waarde == 412_000
        uit = neem_over(Plan(2026, 4), blok(tmp_path, nieuw), bewaard, CATALOGUS, DATUM)
        assert uit.waarden == ()
        assert uit.bevindingen


def test_all_choices_come_back() -> None:
    heen = Koppeling(
        "v",
        (Rijkoppeling("r1", "instroom_asiel", 1000.0), Rijkoppeling("r2", "caseload")),
        Notatie.ENGELS,
        ("begroting",),
        gewoon=True,
    )
    assert uit_json(als_json(heen), CATALOGUS) == (heen, [])


def test_a_year_that_was_picked_is_picked_anew() -> None:
    """Of 2026 the price was meant; of the file of next year nobody said which."""
    heen = Koppeling("v", (Rijkoppeling("r", "caseload", None, 2026),))
    assert uit_json(als_json(heen), CATALOGUS) == (Koppeling("v", (Rijkoppeling("r", "caseload"),)), [])


@pytest.mark.parametrize("tekst", ["", "{", "[]", "null", '{"formaat": "iets"}', "[" * 100_000])
def test_what_is_no_mapping(tekst: str) -> None:
    gelezen, (bevinding,) = uit_json(tekst, CATALOGUS)
    assert gelezen is None
    assert "geen koppeling" in bevinding.tekst


def test_a_damaged_mapping_keeps_what_is_sound() -> None:
    ruw = json.loads(als_json(Koppeling("v", (Rijkoppeling("r1", "caseload"),))))
    ruw["rijen"] += [7, {"rij": "r2", "doel": "caselod"}, {"rij": 3, "doel": "caseload"}]
    ruw["rijen"].append({"rij": "r4", "doel": "caseload", "maal": 17, "jaar": "morgen"})
    ruw["soorten"], ruw["notatie"] = ["begroting", 5], "frans"
    gelezen, bevindingen = uit_json(json.dumps(ruw), CATALOGUS)
    assert gelezen == Koppeling(
        "v", (Rijkoppeling("r1", "caseload"), Rijkoppeling("r4", "caseload")), None, ("begroting",)
    )
    assert len(bevindingen) == 3
    assert 'Bedoelt u "caseload"?' in bevindingen[1].tekst
    ruw["rijen"] = "geen lijst"
    assert uit_json(json.dumps(ruw), CATALOGUS) == (Koppeling("v", (), None, ("begroting",)), [])


def test_two_tables_with_one_name_each_have_their_own_rows(tmp_path: Path) -> None:
    maak = boek(("", 2026), ("a", 1), (), ("", 2026), ("a", 2))
    blokken, _ = herken(bestand(tmp_path, maak))
    assert [b.naam for b in blokken] == ["blad Begroting, cel B2", "blad Begroting, cel B5"]
