"""Nothing in a workbook is cut off, reads ### or is too small on paper; and the checker finds what is (`zichtbaar`)."""

from __future__ import annotations

import string
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from core.bevindingen import bevindingen
from core.duiding.overzicht import duid
from core.plan import Plan
from core.plan.plan import EENHEDEN, TEKENS
from core.regels import bereken
from core.werkboek.letters import hoogte_van, regels_van, tekstbreedte
from core.werkboek.opmaak import stijl
from core.werkboek.schrijven import _sjabloon, boek_van
from core.werkboek.varianten import doorrekeningen
from core.werkboek.vel import ZEKER, Boek, Cel, Stijl
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.conftest import IN_CI
from tests.gevallen import als_plan, catalogus, met_scenarios, willekeurig
from tests.werkboek.zichtbaar import bezwaren, getoond

CARLITO = Path("/usr/share/fonts/truetype/crosextra")
"""Where Debian keeps the font with the widths of Calibri."""
LANGE_NAAM = "Gemeenschappelijke Regeling Sociaal Domein De Oevers"


def boek_met_alles(plan: Plan) -> Boek:
    """The fullest workbook of a plan: scenarios, findings and explanation."""
    uitkomst = bereken(plan)
    return boek_van(uitkomst, bevindingen(uitkomst), scenarios=doorrekeningen(plan), duiding=duid(uitkomst))


def anders(teken: str = "tekort_positief", eenheid: str = "euro", horizon: int = 5, keer: float = 1.0) -> Plan:
    """The example otherwise: another way to show amounts, other years, or so many times as many people and euros."""
    plan = voorbeeldplan()
    groei = {naam: plan.invoer[naam] for naam in plan.invoer}
    for naam in ("gemeentefonds_structureel", "bijdrage_samenwerking", "algemene_kosten_bedrag"):
        groei[naam] = 115_000.0 * keer
    groei["instroom_gezin"] = 13.0 * keer
    gemeente = replace(plan.gemeente, teken=teken, eenheid=eenheid)
    return replace(plan, gemeente=gemeente, invoer=groei, horizon=horizon)


def test_the_example_can_be_read_on_screen_and_on_paper() -> None:
    assert bezwaren(boek_met_alles(voorbeeldplan())) == []


@pytest.mark.parametrize("teken", TEKENS)
@pytest.mark.parametrize("eenheid", EENHEDEN)
def test_every_way_to_show_amounts_can_be_read(teken: str, eenheid: str) -> None:
    """Ten thousand times the example: a shortage of billions, with a sign, and N or V behind it."""
    for keer in (1.0, 10_000.0):
        uitkomst = bereken(anders(teken, eenheid, keer=keer))
        assert bezwaren(boek_van(uitkomst, bevindingen(uitkomst))) == []


@pytest.mark.parametrize("horizon", [1, 10])
def test_a_short_and_a_long_plan_can_be_read(horizon: int) -> None:
    assert bezwaren(boek_met_alles(anders(horizon=horizon))) == []


@pytest.mark.parametrize("zaad", range(4))
def test_random_plans_with_scenarios_can_be_read(zaad: int) -> None:
    plan = met_scenarios(zaad)
    uitkomst = bereken(plan)
    assert bezwaren(boek_van(uitkomst, bevindingen(uitkomst), scenarios=doorrekeningen(plan))) == []


def test_an_empty_plan_and_a_template_can_be_read() -> None:
    assert bezwaren(boek_van(bereken(als_plan({"startjaar": 2027, "horizon": 5})), [])) == []
    assert bezwaren(_sjabloon(willekeurig(1), catalogus())) == []


def test_long_names_can_be_read() -> None:
    plan = voorbeeldplan()
    gemeente = replace(plan.gemeente, naam=LANGE_NAAM, samenwerkingsverband=LANGE_NAAM)
    scenarios = tuple(replace(s, naam=f"{LANGE_NAAM}, keuze {n}") for n, s in enumerate(plan.scenarios))
    lang = replace(plan, gemeente=gemeente, scenarios=scenarios)
    uitkomst = bereken(lang)
    assert bezwaren(boek_van(uitkomst, bevindingen(uitkomst), scenarios=doorrekeningen(lang))) == []


# --- the checker -------------------------------------------------------------------------------------------


@cache
def klein() -> Plan:
    return als_plan({"startjaar": 2027, "horizon": 2})


def _smal(boek: Boek) -> None:
    boek["Controle"].breedtes[4] = 3


def _laag(boek: Boek) -> None:
    boek["Bronnen"].hoogtes[6] = 12.75


def _lang(boek: Boek) -> None:
    boek["Controle"].rijen[6][1] = Cel("x" * 60, stijl("klein"))


def _klein(boek: Boek) -> None:
    boek["Begrippen"].breedtes[1] = 200


def _klein_op_meer(boek: Boek) -> None:
    boek["Kengetallen"].schaal = 50


def _kolom_te_breed(boek: Boek) -> None:
    boek["Kengetallen"].breedtes[20] = 190


def _onder_grafiek(boek: Boek) -> None:
    blad = boek["Samenvatting"]
    blad.rijen[blad.grafieken[0].rij + 3][0] = Cel("hier", stijl("tekst"))


def _grafiek(**anders_: int) -> Callable[[Boek], None]:
    def doe(boek: Boek) -> None:
        blad = boek["Samenvatting"]
        blad.grafieken[0] = replace(blad.grafieken[0], **anders_)

    return doe


def _niet_op_een(boek: Boek) -> None:
    boek["Samenvatting"].een_pagina = False


@pytest.mark.parametrize(
    ("maak_stuk", "woorden"),
    [
        (_smal, "Controle: rij 9 kolom 5: '0,000000' is te breed"),
        (_laag, "Bronnen: rij 7"),
        (_lang, "is te breed"),
        (_klein, "Begrippen: komt met"),
        (_klein_op_meer, "Kengetallen: komt met 50 % op papier"),
        (_kolom_te_breed, "Kengetallen: kolom 21 past niet op een bladzijde"),
        (_onder_grafiek, "ligt onder de grafiek"),
        (_grafiek(breedte=3000), "steekt uit"),
        (_grafiek(hoogte=1200), "komt niet helemaal op papier"),
        (_niet_op_een, "past niet op de eerste bladzijde"),
    ],
)
def test_what_cannot_be_read_is_found(maak_stuk: Callable[[Boek], None], woorden: str) -> None:
    boek = boek_van(bereken(klein()), [])
    maak_stuk(boek)
    gevonden = bezwaren(boek)
    assert [b for b in gevonden if woorden in b], gevonden


@pytest.mark.parametrize(
    ("waarde", "vorm", "tekst"),
    [
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (-1234.5, "0.0", "-1234,5"),
        (0.256, "0.0%", "25,6%"),
        (1234.0, '#,##0" N";#,##0" V";#,##0', "1.234 N"),
        (-1234.0, '#,##0" N";#,##0" V";#,##0', "1.234 V"),
        (0.0, '#,##0" N";#,##0" V";#,##0', "0"),
        (2027.0, "", "2027"),
    ],
)
def test_numbers_are_measured_as_they_are_shown(waarde: float, vorm: str, tekst: str) -> None:
    assert getoond(Cel(waarde, Stijl("uitkomst", vorm))) == tekst


# --- letters -----------------------------------------------------------------------------------------------


def test_a_text_is_as_wide_as_its_letters() -> None:
    """Calibri: a digit is 1.038 of 2.048 units wide. Eight of 10 points: 8 × 0,507 × 10 × 96 / 72 = 54,1 pixels, 7,7
    characters of 7 pixels; up to 5 % more, for programs round letters. Bold is wider, 20 points twice as wide."""
    acht = tekstbreedte("12345678")
    assert 7.72 <= acht <= 7.72 * 1.05
    assert tekstbreedte("12345678", 20) == pytest.approx(2 * acht)
    assert tekstbreedte("12345678", vet=True) > acht
    assert tekstbreedte("iiii") < tekstbreedte("mmmm") / 3
    assert tekstbreedte("ł") > 0


def test_lines_hold_whole_words() -> None:
    """Digits are almost 1 wide at 10 points (see above): two words of five fit in 12 characters, not in 10."""
    assert regels_van("12345 12345", 12) == 1
    assert regels_van("12345 12345", 10) == 2
    assert regels_van("12345 12345 12345", 12) == 2
    assert regels_van("12345\n12345", 12) == 2
    assert regels_van("123456789012345678901234567890", 11) == 3
    assert regels_van("", 10) == 1
    assert regels_van("12345 12345", 12, 20) == 2
    assert hoogte_van(2) == pytest.approx(25.5)


def test_columns_grow_with_their_numbers() -> None:
    """Two billion in a column of a calculation sheet for a hundred million."""
    gewoon, groot = (boek_van(bereken(anders(keer=k)), []) for k in (1.0, 20_000.0))
    breedtes = [boek["Berekening_tekort"].breedtes[9] for boek in (gewoon, groot)]
    assert breedtes[0] == 9
    assert breedtes[1] > 11


def test_a_small_kengetal_is_not_shown_as_nothing() -> None:
    """So few people that it is nobody (0,000000001) is not 0."""
    cellen = [cel for rij in boek_van(bereken(klein()), [])["Kengetallen"].rijen.values() for cel in rij.values()]
    getallen = [cel for cel in cellen if isinstance(cel.waarde, float) and cel.waarde]
    assert any(getoond(cel) == "0,000000001" for cel in getallen)
    assert all(getoond(cel).strip("0,%") for cel in getallen)


def test_an_assumption_says_from_when() -> None:
    """The prestatiebekostiging counts from 2026, and has no last year."""
    rijen = boek_van(bereken(klein()), [])["Aannames"].rijen.values()
    assert "Deel van de SPUK dat van prestaties afhangt, vanaf 2026" in [r[0].waarde for r in rijen if r]


def test_a_sentence_is_not_broken_between_euro_and_amount() -> None:
    boek = boek_met_alles(voorbeeldplan())
    for naam in ("Uitkomst_wachten", "Uitkomst_waarom_zinnen"):
        teksten = [str(cel.waarde) for rij in boek[naam].rijen.values() for cel in rij.values()]
        assert any("€\u00a0" in tekst for tekst in teksten)
        assert not any("€ " in tekst or tekst.endswith("€") for tekst in teksten)


@pytest.mark.parametrize("letter", [*string.printable.strip(), "€", "…", "—", "&", "½"])
def test_so_few_letters_that_nobody_counts_them_fit(letter: str) -> None:
    for breedte in (10, 44, 120):
        assert regels_van(letter * int(ZEKER * breedte), breedte) == 1


@pytest.mark.skipif(not CARLITO.is_dir() and not IN_CI, reason="Carlito ontbreekt: de letters zijn niet nagemeten")
@pytest.mark.parametrize(("bestand", "vet"), [("Carlito-Regular.ttf", False), ("Carlito-Bold.ttf", True)])
def test_letters_are_as_wide_as_in_the_font(bestand: str, vet: bool) -> None:
    """Of every letter that is in the font too: a little wider with the play there is, hardly ever narrower."""
    font = TTFont(CARLITO / bestand)
    namen, breedtes, em = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    letters = [letter for letter in string.printable.strip() + "€éëïöüàç“”‘’…–—×÷≤≥§½" if ord(letter) in namen]
    assert len(letters) > 100
    for letter in letters:
        echt = breedtes[namen[ord(letter)]][0] / em * 10 * 96 / 72 / 7  # of 10 points, in digits of 7 pixels
        assert 0.97 < tekstbreedte(letter, vet=vet) / echt < 1.15, letter
