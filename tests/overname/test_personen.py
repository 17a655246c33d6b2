"""No persons: what is refused leaves no trace, and chance does not refuse a ledger."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from core.overname import herken, lees_bestand, met_opmerkingen, neem_over
from core.overname.personen import is_bsn, toonbaar
from core.plan import Plan
from tests.overname.gevallen.geval import Geval, boek
from tests.overname.gevallen.personen import GEHEIM, GEVALLEN, NAMEN, NUMMERS, bsn
from tests.overname.hulp import CATALOGUS, DATUM, bestand, koppeling


def test_the_elfproef() -> None:
    """111222333: 9·1 + 8·1 + 7·1 + 6·2 + 5·2 + 4·2 + 3·3 + 2·3 − 3 = 66 = 6 × 11."""
    assert is_bsn("111222333")
    assert not is_bsn("111222334")
    assert is_bsn("11122234") == is_bsn("011122234")
    assert not any(map(is_bsn, ("", "1234567", "000000000", "1112223334", "11122233x", "¹¹¹²²²³³³")))
    assert all(is_bsn(str(bsn(i))) for i in range(50))


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_nothing_of_a_person_comes_back(geval: Geval, tmp_path: Path) -> None:
    pad = tmp_path / f"geval.{geval.soort}"
    pad.write_bytes(geval.inhoud())
    gelezen = lees_bestand(pad)
    blokken, bevindingen = herken(gelezen)
    gezegd = [str(b) for b in bevindingen]
    for b in blokken:
        rijen = {label: doel for label, doel in geval.rijen.items() if label in {r.volledig for r in b.rijen}}
        uit = neem_over(Plan(2026, 4), b, koppeling(b, rijen), CATALOGUS, DATUM)
        gezegd += [*map(str, uit.bevindingen), repr(uit.plan)]
    for geheim in GEHEIM:
        assert not any(geheim in g for g in gezegd), geheim
    if gelezen.kopie is None:
        assert not any(geheim in repr(gelezen) for geheim in GEHEIM)
        assert met_opmerkingen(gelezen, bevindingen) is None


def test_the_explanation_offers_the_form(tmp_path: Path) -> None:
    (b,) = bestand(tmp_path, boek(("BSN", 2026), *((n, 1) for n in NUMMERS))).bevindingen
    assert b.plaats == "het 1e blad, kolom A"
    assert b.tekst == (
        "Dit lijkt op een burgerservicenummer (BSN). De planner leest geen gegevens van personen: van dit blad is "
        "niets bewaard. Tel de mensen per jaar en per groep, en gebruik het telformulier."
    )


def test_chance_does_not_refuse_a_ledger(tmp_path: Path) -> None:
    """One number in eleven passes by chance. Of 200 columns of 5 to 60 random numbers, none is refused.

    At five numbers at least four must pass: 5 × (1/11)⁴ × 10/11 + (1/11)⁵ is 0,0003 a column.
    """
    toeval = random.Random(11)
    kolommen = [[toeval.randrange(10**8, 10**9) for _ in range(toeval.randint(5, 60))] for _ in range(199)]
    rijen = [[k[i] if i < len(k) else None for k in kolommen] for i in range(60)]
    assert bestand(tmp_path, boek(*rijen)).bevindingen == ()


def test_a_list_with_typing_errors_is_still_a_list_of_persons(tmp_path: Path) -> None:
    """Four of five pass."""
    assert bestand(tmp_path, boek(*((n,) for n in [*NUMMERS[:4], NUMMERS[4] + 1]))).bevindingen


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        (f"zaak {NUMMERS[0]} loopt", "zaak … loopt"),
        ("bel 0612345678", "bel …"),
        ("mail a.b@proef.nl nu", "mail … nu"),
        ("1.234.567,89", "1.234.567,89"),
        ("  veel   wit  ", "veel wit"),
        ("rekening 123456789", "rekening 123456789"),  # 9·1 + 8·2 + … + 2·8 − 9 = 147, no multiple of 11
        ("x" * 80, "x" * 59 + "…"),
    ],
)
def test_what_may_be_shown(tekst: str, verwacht: str) -> None:
    assert toonbaar(tekst) == verwacht


def test_names_in_a_column_of_counts_are_not_repeated(tmp_path: Path) -> None:
    """One name is no list of names, but it is not shown either."""
    maak = boek(("", 2026, 2027), ("Instroom asiel", NAMEN[0], 5))
    b = herken(bestand(tmp_path, maak))[0][0]
    uit = neem_over(Plan(2026, 4), b, koppeling(b, {"Instroom asiel": "instroom_asiel"}), CATALOGUS, DATUM)
    assert uit.bevindingen[0].tekst == "Deze tekst is geen aantal; gebruik een heel getal."


def test_a_number_of_a_person_in_the_name_of_a_file_is_not_kept(tmp_path: Path) -> None:
    naam = f"dossier {NUMMERS[0]}.xlsx"
    assert bestand(tmp_path, boek(("", 2026), ("Instroom", 5)), naam).naam == "dossier ….xlsx"
