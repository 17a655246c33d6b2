"""The ledger beside the plan: sums by hand, sub-totals left out, and what cannot be read makes a year not whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.overname import Grootboek, Notatie, herken_grootboek, vergelijk
from core.overname.grootboek import Boeking
from core.plan import Ernst
from core.regels import bereken
from core.werkboek.cellen import MEESTE_BEVINDINGEN
from tests.gevallen import als_plan
from tests.overname.gevallen.geval import boek, komma
from tests.overname.hulp import CATALOGUS, bestand

KOPPEN = ("Kostenplaats", "Kostensoort", "Omschrijving", "Taakveld", "Bedrag", "Periode")


def lees(map_: Path, *rijen: Any, koppen: tuple[str, ...] = KOPPEN, **keuzes: Any) -> Grootboek:
    grootboek = herken_grootboek(bestand(map_, boek(("Export",), koppen, *rijen)), CATALOGUS, **keuzes)
    assert grootboek is not None
    return grootboek


def test_booked_and_planned_per_year(tmp_path: Path) -> None:
    """2026: 1000 + 250,50 − 100 = 1150,50; 2027: 500. Planned: 2026 € 900 incidental costs and nothing else."""
    grootboek = lees(
        tmp_path,
        (6710, 431000, "Salaris", "6.5", 1000, "2026-01"),
        (6710, 438000, "Inhuur", "6.5", "250,50", "2026-02"),
        ("", "", "Subtotaal", "", 1250.5, ""),
        (6710, 438000, "Correctie", "6.5", -100, "2026-02"),
        (6710, 438000, "Totaal generaal", "6.5", 99, "2026-12"),
        (6711, 438000, "Software", "0.4", 500, 202703),
    )
    plan = als_plan(
        {
            "startjaar": 2026,
            "horizon": 1,
            "invoer": {"instroom_asiel": 0, "instroom_gezin": 0, "incidentele_kosten": 900},
        }
    )
    a, b = vergelijk(grootboek, bereken(plan), {})
    assert (a.jaar, a.geboekt, a.gepland, a.verschil) == (2026, 1150.5, 900, 250.5)
    assert (a.regels, a.maanden, a.onleesbaar) == (3, 2, 0)
    assert (b.jaar, b.geboekt, b.gepland, b.verschil) == (2027, 500, None, None)
    (c,) = vergelijk(grootboek, bereken(plan), {"taakveld": {"0.4"}, "kostenplaats": {"6711", "6710"}})
    assert (c.jaar, c.geboekt) == (2027, 500)
    (melding,) = grootboek.bevindingen
    assert "(sub)totaal tellen niet mee: 2, zoals rij 5" in melding.tekst


def test_what_cannot_be_read_makes_a_year_not_whole(tmp_path: Path) -> None:
    grootboek = lees(
        tmp_path,
        (1, 2, "a", "6.5", 100, "2026-01"),
        (1, 2, "b", "6.5", "1.234", "2026-01"),
        (1, 2, "c", "6.5", 100, "ooit"),
        (1, 2, "d", "6.5", None, "2026-01"),
    )
    plan = als_plan({"startjaar": 2026, "invoer": {}})
    (jaar,) = vergelijk(grootboek, bereken(plan), {})
    assert (jaar.geboekt, jaar.verschil, jaar.onleesbaar) == (100, None, 2)
    assert [b.plaats for b in grootboek.bevindingen] == ["blad Begroting, cel E4", "blad Begroting, cel E5"]
    gekozen = lees(tmp_path, (1, 2, "b", "6.5", "1.234", "2026-01"), notatie=Notatie.NEDERLANDS)
    assert gekozen.boekingen[0].bedrag == 1234


@pytest.mark.parametrize(
    ("koppen", "rij", "bedrag"),
    [
        (("Grootboek", "Boekdatum", "Debet", "Credit"), (4000, date(2026, 3, 4), 100, None), 100),
        (("Grootboek", "Boekdatum", "Debet", "Credit"), (4000, "4-3-2026", None, 40), -40),
        (("Grootboek", "Boekdatum", "Debet", "Credit"), (4000, "2026-03-04", 100, 40), 60),
        (("Taakveld", "Bedrag", "D/C", "Periode"), ("6.5", 100, "D", "03-2026"), 100),
        (("Taakveld", "Bedrag", "D/C", "Periode"), ("6.5", 100, "credit", "2026P03"), -100),
        (("Taakveld", "Bedrag", "Jaar", "Periode"), ("6.5", 100, 2026, 3), 100),
        (("Taakveld", "Bedrag (€)", "Boekjaar", "Maand"), ("6.5", 100, "2026", "3"), 100),
    ],
)
def test_shapes_of_an_export(tmp_path: Path, koppen: tuple[str, ...], rij: tuple[Any, ...], bedrag: float) -> None:
    (boeking,) = lees(tmp_path, rij, koppen=koppen).boekingen
    assert (boeking.jaar, boeking.maand, boeking.bedrag) == (2026, 3, bedrag)


def test_a_year_without_a_month(tmp_path: Path) -> None:
    (boeking,) = lees(tmp_path, ("6.5", 100, 2026), koppen=("Taakveld", "Bedrag", "Jaar")).boekingen
    assert boeking == Boeking(2026, None, 100, {"taakveld": "6.5"})


def test_a_sign_that_is_missing_is_asked(tmp_path: Path) -> None:
    grootboek = lees(tmp_path, ("6.5", 100, None, "2026-01"), koppen=("Taakveld", "Bedrag", "D/C", "Periode"))
    assert grootboek.boekingen == ()
    assert "debet of credit" in grootboek.bevindingen[0].tekst


def test_codes_are_texts(tmp_path: Path) -> None:
    grootboek = lees(tmp_path, (6710.0, "0431", "", 6.5, 1, "2026-01"), (True, 6.25, "", "", 1, "2026-01"))
    assert [dict(b.codes) for b in grootboek.boekingen] == [
        {"kostenplaats": "6710", "kostensoort": "0431", "taakveld": "6.5"},
        {"kostenplaats": "", "kostensoort": "6.25", "taakveld": ""},
    ]


def test_a_size_is_asked(tmp_path: Path) -> None:
    rijen = ((1, 2, "a", "6.5", 100, "2026-01"), ("bedragen x € 1.000",))
    gevraagd = lees(tmp_path, *rijen)
    assert gevraagd.boekingen == ()
    assert gevraagd.bevindingen[0].ernst is Ernst.FOUT
    assert "Zeg of de bedragen x 1.000 zijn" in gevraagd.bevindingen[0].tekst
    assert lees(tmp_path, *rijen, maal=1000.0).boekingen[0].bedrag == 100_000


def test_too_many_findings_are_counted(tmp_path: Path) -> None:
    grootboek = lees(tmp_path, *((1, 2, "a", "6.5", "veel", "2026-01") for _ in range(MEESTE_BEVINDINGEN + 3)))
    assert len(grootboek.bevindingen) == MEESTE_BEVINDINGEN + 1
    assert "nog 3 andere meldingen" in grootboek.bevindingen[-1].tekst
    assert grootboek.onleesbaar == {2026: MEESTE_BEVINDINGEN + 3}


def test_no_ledger(tmp_path: Path) -> None:
    assert herken_grootboek(bestand(tmp_path, komma("a;b\n1;2"), "a.csv"), CATALOGUS) is None


@pytest.mark.parametrize(
    ("koppen", "rijen", "zegt"),
    [
        (("Kostenplaats", "Jaar", "Bedrag", "Bedrag ex"), [(1, 2026, 605, 500)], "staat er twee keer"),
        (("Kostenplaats", "Jaar", "Debet", "Credit", "Saldo"), [(1, 2026, 500, 0, 9500)], "Debet min credit"),
        (("Kostenplaats", "Jaar", "Bedrag", "D/C"), [(1, 2026, 500, "D"), (1, 2026, -200, "C")], "al een minteken"),
        (("Kostenplaats", "Jaar", "Periode", "Bedrag"), [(1, 2026, 0, 1000)], "geen maand"),
    ],
)
def test_a_ledger_that_can_mean_two_things_has_no_difference(
    tmp_path: Path, koppen: tuple[str, ...], rijen: list[Any], zegt: str
) -> None:
    """Two amounts, a running balance, a sign that is already there, an opening balance."""
    grootboek = lees(tmp_path, *rijen, koppen=koppen)
    assert any(zegt in b.tekst for b in grootboek.bevindingen)
    assert grootboek.onleesbaar  # so that its year is not whole


def test_debit_and_credit_beside_the_balance_of_the_line(tmp_path: Path) -> None:
    """500 − 0 = 500 and 0 − 200 = −200: together 300."""
    koppen = ("Kostenplaats", "Jaar", "Debet", "Credit", "Saldo")
    grootboek = lees(tmp_path, (1, 2026, 500, None, 500), (1, 2026, None, 200, -200), koppen=koppen)
    assert [b.bedrag for b in grootboek.boekingen] == [500, -200]
    assert not grootboek.bevindingen


def test_lines_without_a_kostenplaats_are_named_and_not_chosen(tmp_path: Path) -> None:
    """Without a choice all count: 1000 + 40 + 2 = 1042. By kostenplaats 6710: 1000, and two lines cannot be placed.

    By taakveld 0.4 no line is chosen, and the one without a taakveld could be of it: nothing can be said.
    """
    grootboek = lees(
        tmp_path,
        (6710, 431000, "Salaris", "6.5", 1000, "2026-01"),
        (None, 431000, "Inhuur", "6.5", 40, "2026-02"),
        ("", "", "Tolken", "6.5", 2, "2026-02"),
        (6711, 431000, "Elders", "", 500, "2027-02"),
    )
    plan = als_plan(
        {"startjaar": 2026, "invoer": {"instroom_asiel": 0, "instroom_gezin": 0, "incidentele_kosten": 900}}
    )
    alles, later = vergelijk(grootboek, bereken(plan), {})
    assert (alles.geboekt, alles.verschil, alles.zonder_code) == (1042, 142, 0)
    assert later.geboekt == 500
    assert (grootboek.codes("kostenplaats"), grootboek.codes("taakveld")) == (["6710", "6711"], ["6.5"])
    (gekozen,) = vergelijk(grootboek, bereken(plan), {"kostenplaats": {"6710"}})
    assert (gekozen.geboekt, gekozen.verschil, gekozen.regels, gekozen.zonder_code) == (1000, None, 1, 2)
    (taak,) = vergelijk(grootboek, bereken(plan), {"taakveld": {"0.4"}})
    assert (taak.jaar, taak.geboekt, taak.verschil, taak.zonder_code) == (2027, None, None, 1)
    zinnen = [b.tekst for b in grootboek.bevindingen]
    assert (
        "Regels zonder kostenplaats: 2, zoals rij 4, samen € 42,00. Ze tellen mee zolang u niet op kostenplaats"
        in zinnen[0]
    )
    assert "Regels zonder kostensoort: 1, zoals rij 5, samen € 2,00." in zinnen[1]
    assert "Regels zonder taakveld: 1, zoals rij 6, samen € 500,00." in zinnen[2]


def test_a_kind_that_the_export_lacks_cannot_be_chosen_by(tmp_path: Path) -> None:
    grootboek = lees(tmp_path, ("6.5", 100, 2026), koppen=("Taakveld", "Bedrag", "Jaar"))
    (jaar,) = vergelijk(grootboek, bereken(als_plan({"startjaar": 2026})), {"kostenplaats": {"6710"}})
    assert (jaar.geboekt, jaar.zonder_code) == (None, 1)


def test_a_booking_without_any_code_is_no_total(tmp_path: Path) -> None:
    """It has a period, so it was booked; and a word like "saldo" in a description may be about anything."""
    grootboek = lees(
        tmp_path,
        (6710, 431000, "Salaris", "6.5", 1000, "2026-01"),
        ("", "", "Inhuur", "", 40, "2026-02"),
        (6710, 431000, "Afrekening, saldo tolken", "6.5", 7, "2026-03"),
        (6710, 431000, "Saldo taalschool", "6.5", 8, "2026-03"),
        ("", "", "Saldo", "", 1047, "2026-03"),
        ("", "", "", "", 1047, None),
    )
    assert [b.bedrag for b in grootboek.boekingen] == [1000]
    assert grootboek.onleesbaar == {2026: 3}
    assert "geen kostenplaats of kostensoort of taakveld. Het bedrag telt nu niet mee" in grootboek.bevindingen[0].tekst
    assert 'In deze regel staat "saldo"' in grootboek.bevindingen[1].tekst
    assert 'In deze regel staat "Saldo"' in grootboek.bevindingen[2].tekst
    assert "(sub)totaal tellen niet mee: 2, zoals rij 7" in grootboek.bevindingen[3].tekst


def test_a_second_ledger_in_the_file_is_not_passed_over(tmp_path: Path) -> None:
    def twee(blad: Any) -> None:
        ander = blad.parent.create_sheet("Vervolg")
        for rij in (("Taakveld", "Bedrag", "Jaar"), ("6.5", 40, 2026)):
            ander.append(rij)

    maak = boek(("Taakveld", "Bedrag", "Jaar"), ("6.5", 100, 2026), daarna=twee)
    grootboek = herken_grootboek(bestand(tmp_path, maak), CATALOGUS)
    assert grootboek is not None
    assert grootboek.boekingen == ()
    assert str(grootboek.bevindingen[0]).startswith("fout: blad Vervolg: Ook op dit blad staat een grootboek.")
