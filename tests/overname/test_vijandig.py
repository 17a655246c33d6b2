"""Files made to do harm, and very large ones: an answer within bounds of time and memory."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.overname import herken, herken_grootboek, lees_bestand
from tests.overname.gevallen.geval import BLAD, boek, herschreven, komma
from tests.overname.hulp import CATALOGUS, bestand

SECONDEN, MEGABYTES = 8, 200


@pytest.fixture(autouse=True)
def _begrensd() -> Iterator[None]:
    tracemalloc.start()
    begin = time.monotonic()
    yield
    _, hoogst = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.monotonic() - begin < 4 * SECONDEN  # tracing itself makes it some three times slower
    assert hoogst < MEGABYTES * 2**20


@pytest.mark.steekproef
def test_a_full_csv(tmp_path: Path) -> None:
    """1.500 rows of eight columns of numbers, under years."""
    rijen = "\n".join(f"post {i};" + ";".join(str(i % 500 + k) for k in range(8)) for i in range(1_500))
    blokken, _ = herken(bestand(tmp_path, komma(";" + ";".join(map(str, range(2022, 2030))) + "\n" + rijen), "a.csv"))
    assert len(blokken[0].rijen) == 1_500


@pytest.mark.steekproef
def test_a_csv_of_years_only(tmp_path: Path) -> None:
    """Every row could be a heading, lying and standing; no two columns can be of one year, so it is no table."""
    rij = ";".join(["2026"] * 199)
    blokken, bevindingen = herken(bestand(tmp_path, komma("\n".join([f"a;{rij}"] * 40)), "a.csv"))
    assert not blokken
    assert "geen tabel met jaren" in bevindingen[0].tekst


@pytest.mark.steekproef
def test_many_merged_cells(tmp_path: Path) -> None:
    gebieden = "".join(f'<mergeCell ref="A{i}:B{i}"/>' for i in range(3, 5_000))
    maak = herschreven(
        boek(("", 2026), ("a", 1)),
        BLAD,
        lambda x: x.replace("</sheetData>", f"</sheetData><mergeCells>{gebieden}</mergeCells>"),
    )
    blokken, _ = herken(bestand(tmp_path, maak))
    assert len(blokken) == 1


@pytest.mark.steekproef
def test_long_texts_are_no_trouble_for_the_patterns(tmp_path: Path) -> None:
    woorden = [
        "A" + "a" * 400,
        "A. " * 150,
        "Aaaa " * 90 + "straat",
        "1 2 3 " * 80,
        "1." * 200,
        "((((" * 100,
        "x € " * 100,
    ]
    rijen = "\n".join(f"{w};{w}" for w in woorden * 200)
    blokken, _ = herken(bestand(tmp_path, komma(f"Naam;2026\n{rijen}"), "a.csv"))
    assert [len(blok.rijen) for blok in blokken] == [200 * len(woorden)]  # all of them are offered, none is a number


def test_a_ledger_of_a_year(tmp_path: Path) -> None:
    regels = "\n".join(f"6710;431000;6.5;{i % 97},50;2026-{i % 12 + 1:02}" for i in range(1_500))
    gelezen = bestand(tmp_path, komma(f"Kostenplaats;Kostensoort;Taakveld;Bedrag;Periode\n{regels}"), "a.csv")
    grootboek = herken_grootboek(gelezen, CATALOGUS)
    assert grootboek is not None
    assert len(grootboek.boekingen) == 1_500


@pytest.mark.parametrize("naam", ["", ".", "weg.xlsx", "weg.csv"])
def test_paths_that_are_no_file(tmp_path: Path, naam: str) -> None:
    (bevinding,) = lees_bestand(tmp_path / naam).bevindingen
    assert "map of een apparaat" in bevinding.tekst or "bestaat niet" in bevinding.tekst


def test_more_cells_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.overname.inlezen.MEESTE_CELLEN", 4)
    gelezen = bestand(tmp_path, boek(("", 2026, 2027), ("a", 1, 2)))
    assert gelezen.vellen == ()
    assert "meer dan 4 gevulde cellen" in gelezen.bevindingen[0].tekst
