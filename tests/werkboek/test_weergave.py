"""Amounts as the gemeente wants them (R6, R7): sign, unit, V and N; and the lines of the budget (R2 to R4)."""

from __future__ import annotations

import math
from typing import Any

import pytest

from core.plan.plan import EENHEDEN, TEKENS, Gemeente
from core.regels import bereken, model
from core.regels.uitkomst import jaargrootheden
from core.werkboek.samenvatting import ZINNEN
from core.werkboek.schrijven import boek_van
from core.werkboek.uitkomstbladen import BEGROTING, INKOOP
from core.werkboek.weergave import SOORTEN, Weergave, begrotingsregels, soort_van, taakveld
from tests.gevallen import als_plan

TEKORT, SALDO, LAST, BAAT, PRIJS = (
    model()[naam, ()]
    for naam in ("tekort_structureel", "spuk_saldo", "uitvoeringskosten", "spuk_baten", "kosten_per_inburgeraar")
)
FTE = model()["fte_nodig", ()]


@pytest.mark.parametrize(
    ("teken", "tekort", "saldo", "last", "baat"),
    [
        ("tekort_positief", 45300, -100, 700, 50),
        ("lasten_negatief", -45300, -100, -700, 50),
        ("VN", 45300, -100, 700, 50),
    ],
)
def test_the_sign_is_that_of_the_gemeente(teken: str, tekort: float, saldo: float, last: float, baat: float) -> None:
    """A shortage of 45.300, a result of −100, a cost of 700 and a means of 50."""
    weergave = Weergave(teken)
    gewoon = ((TEKORT, 45300), (SALDO, -100), (LAST, 700), (BAAT, 50))
    assert [weergave.waarde(w, g) for g, w in gewoon] == [tekort, saldo, last, baat]
    assert weergave.waarde(0.0, TEKORT) == 0
    assert math.copysign(1, weergave.waarde(0.0, TEKORT)) == 1  # type: ignore[arg-type]


def test_formulas_do_what_the_values_do() -> None:
    assert Weergave().formule("A1", TEKORT) == 'IF(ISNA(A1),"n.t.z.",A1)'
    assert Weergave("lasten_negatief").formule("A1", TEKORT) == 'IF(ISNA(A1),"n.t.z.",0-A1)'
    assert Weergave("lasten_negatief", "duizend").omgezet("A1", TEKORT) == "0-A1/1000"
    assert Weergave("VN", "duizend").omgezet("A1", SALDO) == "A1/1000"


def test_thousands_are_for_amounts_alone() -> None:
    weergave = Weergave(eenheid="duizend")
    assert (weergave.waarde(1500.0, LAST), weergave.eenheidnaam(LAST)) == (1.5, "× € 1.000")
    assert (weergave.waarde(1500.0, PRIJS), weergave.eenheidnaam(PRIJS)) == (1500.0, "euro per persoon")
    assert (weergave.waarde(2.0, FTE), weergave.eenheidnaam(FTE)) == (2.0, "fte")


def test_unknown_stays_unknown_and_words_stay_words() -> None:
    assert Weergave().waarde(None, LAST) == "n.t.z."
    assert Weergave("lasten_negatief", "duizend").waarde(math.nan, LAST) == "n.t.z."
    assert Weergave("lasten_negatief").waarde("caseload", LAST) == "caseload"


def test_voordeel_and_nadeel_stand_behind_results() -> None:
    """A positive shortage is a nadeel; a positive result is a voordeel; costs have neither."""
    weergave = Weergave("VN")
    assert weergave.stijl("uitkomst", TEKORT).vorm == '#,##0" N";#,##0" V";#,##0'
    assert weergave.stijl("uitkomst", SALDO).vorm == '#,##0" V";#,##0" N";#,##0'
    assert weergave.stijl("uitkomst", LAST).vorm == "#,##0"
    assert weergave.stijl("verschil", LAST, verschil=True).vorm == '#,##0" N";#,##0" V";#,##0'
    assert weergave.stijl("verschil", BAAT, verschil=True).vorm == '#,##0" V";#,##0" N";#,##0'
    assert weergave.stijl("verschil", FTE, verschil=True).vorm == "#,##0.00"


@pytest.mark.parametrize("teken", TEKENS)
@pytest.mark.parametrize("eenheid", EENHEDEN)
def test_every_sheet_says_how_amounts_are_shown(teken: str, eenheid: str) -> None:
    plan = als_plan({"startjaar": 2027, "horizon": 2, "gemeente": {"naam": "A", "teken": teken, "eenheid": eenheid}})
    boek = boek_van(bereken(plan), [])
    for naam in ("Samenvatting", "Uitkomst_jaren", "Uitkomst_kwartalen", "Uitkomst_begroting", "Inkoop"):
        zin = str(boek[naam].rijen[1][0].waarde)
        assert ("× € 1.000" if eenheid == "duizend" else "in euro") in zin
        assert {"tekort_positief": "tekort is een positief", "lasten_negatief": "negatief, baten", "VN": "nadeel"}[
            teken
        ] in zin
        assert "Door afronding kunnen totalen afwijken." in zin


def test_every_amount_on_a_sheet_for_readers_has_its_kind() -> None:
    """A new amount must be placed, or `lasten_negatief` would show it with the wrong sign."""
    namen = [n for groep in (*BEGROTING.values(), *INKOOP.values()) for n in groep]
    figuren = [*jaargrootheden(), *(g for n in namen for g in model().familie(n))]
    bedragen = {g.naam for g in figuren if g.eenheid.naam.startswith("euro")}
    bekend = [naam for namen in SOORTEN.values() for naam in namen]
    assert bedragen <= set(bekend)
    assert len(bekend) == len(set(bekend))
    assert all(model().familie(naam) for naam in bekend)
    assert soort_van(FTE) == "stand"


# --- sentences ---------------------------------------------------------------------------------------------


def zinnen(teken: str, eenheid: str, **invoer: Any) -> list[tuple[str, str]]:
    """The sentences of the summary with their formulas."""
    gemeente = {"naam": "A", "teken": teken, "eenheid": eenheid}
    plan = als_plan({"startjaar": 2027, "horizon": 2, "gemeente": gemeente, "invoer": invoer})
    blad = boek_van(bereken(plan), [])["Samenvatting"]
    return [(str(blad.rijen[r][0].waarde), blad.rijen[r][0].formule) for r in range(4, 4 + len(ZINNEN))]


GEEN_MENSEN = {
    "instroom_asiel": 0,
    "instroom_gezin": 0,
    "eerdere_instroom_asiel": {"2025": 0, "2026": 0},
    "eerdere_instroom_gezin": {"2025": 0, "2026": 0},
}
"""Nobody comes: all that remains is what is filled in below."""


def test_a_plan_of_one_year_speaks_of_one_year() -> None:
    invoer = {**GEEN_MENSEN, "bijdrage_samenwerking": 9000, "gemeentefonds_structureel": 2000, "aandeel_algemeen": 0}
    boek = boek_van(bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": invoer})), [])
    zin = boek["Samenvatting"].rijen[4][0].waarde
    assert zin == "In 2027 komt de gemeente op de uitvoering met structureel geld € 7.000 tekort."
    assert {r[1].waarde for r in boek["Voorblad"].rijen.values() if r[0].waarde == "Planjaren"} == {"alleen 2027"}


@pytest.mark.parametrize("teken", TEKENS)
def test_a_shortage_is_said_in_words_whatever_the_sign(teken: str) -> None:
    """Two years of 12.345 bijdrage and nothing else, against 2.345 structural: 2 × 10.000 short."""
    zin, formule = zinnen(
        teken, "euro", **GEEN_MENSEN, bijdrage_samenwerking=12345, gemeentefonds_structureel=2345, aandeel_algemeen=0
    )[0]
    assert zin == "Van 2027 tot en met 2028 komt de gemeente op de uitvoering met structureel geld € 20.000 tekort."
    assert "FIXED(" in formule


@pytest.mark.parametrize("teken", TEKENS)
def test_money_left_is_said_in_words_in_thousands(teken: str) -> None:
    """Means of 50.000 a year against costs of 20.000: 2 × 30.000 left."""
    gezegd = zinnen(
        teken,
        "duizend",
        **GEEN_MENSEN,
        bijdrage_samenwerking=20000,
        gemeentefonds_structureel=50000,
        aandeel_algemeen=0,
    )
    assert gezegd[0][0].endswith("met structureel geld € 60 duizend over.")
    assert gezegd[1][0] == "Met al het geld erbij, ook het eenmalige, blijft er € 60 duizend over."
    assert gezegd[4][0].startswith("Het inkoopbudget is € 0 duizend:")


def test_what_cannot_be_told_is_said() -> None:
    assert [zin for zin, _ in zinnen("tekort_positief", "euro")] == [onbekend for *_, onbekend in ZINNEN]


# --- lines of the budget -----------------------------------------------------------------------------------


def test_a_taakveld_is_that_of_the_figure_or_of_its_group() -> None:
    gemeente = Gemeente(taakveld=(("startklas", "6.1"), ("uitvoeringskosten", "6.5"), ("ba", "")))
    velden = {n: taakveld(model()[n, ()], gemeente) for n in ("startklas", "reiskosten", "ba", "spuk_saldo")}
    assert velden == {"startklas": "6.1", "reiskosten": "6.5", "ba": "", "spuk_saldo": ""}


def test_every_line_of_the_budget_is_a_figure() -> None:
    assert all(model().familie(naam) for naam in begrotingsregels())
    in_begroting = {naam for groep in BEGROTING.values() for naam in groep}
    assert set(begrotingsregels()) <= in_begroting


def test_the_budget_carries_pot_duration_taakveld_and_who_decides() -> None:
    """R2: Startklas is paid from the Gemeentefonds, lasts, and is the gemeente's own choice."""
    plan = als_plan({"startjaar": 2027, "horizon": 2, "gemeente": {"naam": "A", "taakveld": {"startklas": "6.1"}}})
    blad = boek_van(bereken(plan), [])["Uitkomst_begroting"]
    rij = next(r for r in blad.rijen.values() if r[0].waarde == "Startklas")
    assert [rij[k].waarde for k in (2, 6, 7, 8, 9)] == ["Gemeentefonds", "structureel", "eigen keuze", "6.1", None]
    koppen = [str(c.waarde) for c in blad.rijen[3].values()]
    assert koppen[6:] == ["Duur", "Wie bepaalt", "Taakveld", "Economische categorie"]
