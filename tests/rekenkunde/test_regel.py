"""Rules, the model and the readings of small expressions, worked by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest

from core.regels import model
from core.rekenkunde.berekening import Doorrekening, Rekenvolgorde
from core.rekenkunde.eenheden import EENHEDEN
from core.rekenkunde.regel import Grootheid, Model, Regelboek, Rol, Symbolen
from core.rekenkunde.tijdas import BEGIN, EIND, SLOT, START, Tijdas, Tijdsoort, Venster, tijdas
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    afgerond,
    als,
    als_expressie,
    bekend,
    deel_van,
    eerste,
    in_jaar,
    keuze,
    maximum,
    minimum,
    op_jaar,
    som,
    terug,
    totaal,
    van_jaar,
    zoek,
)
from core.rekenkunde.woorden import in_woorden

AS = Tijdas(2027, 2, 2024, 2032)
NAN = math.nan
PLAN, JAAR, KWARTAAL = Tijdsoort.PLAN, Tijdsoort.JAAR, Tijdsoort.KWARTAAL


def blad(naam: str, tijd: Tijdsoort = PLAN, sleutel: tuple[str, ...] = (), eenheid: str = "getal") -> Grootheid:
    return Grootheid(naam, sleutel, naam, EENHEDEN[eenheid], tijd, Venster(), "test", Rol.KENGETAL)


BLADEN = [
    blad("a"),
    blad("b"),
    blad("keus", eenheid="keuze"),
    blad("jaartal", eenheid="jaartal"),
    blad("duur", eenheid="kwartalen"),
    blad("jaarreeks", JAAR),
    blad("reeks", KWARTAAL),
    *(blad("lijst", sleutel=(k,)) for k in ("1", "2", "3")),
]


def reken(functie: Any, tijd: Tijdsoort = PLAN, **waarden: Any) -> Any:
    """The value of one rule: of the plan, in 2028, or in quarter 5."""
    regel = Regelboek()
    regel("Proef", "getal", tijd=tijd)(functie)
    volgorde = Rekenvolgorde(Model(BLADEN, regel.declaraties), AS)
    bladen: dict[Any, Any] = {((n, ()), None): w for n, w in waarden.items()}
    bladen |= {(("lijst", (str(k),)), None): 10.0 * k for k in (1, 2, 3)}
    bladen |= {(("jaarreeks", ()), j): float(j) for j in (2027, 2028)}
    bladen |= {(("reeks", ()), q): float(q) for q in range(1, 9)}
    moment = {PLAN: None, JAAR: 2028, KWARTAAL: 5}[tijd]
    return volgorde.waarden(bladen)[("proef", ()), moment]


def proef_plan(wat: Any, **waarden: Any) -> Any:
    def proef(m: Any) -> Expression:
        return wat(m)

    return reken(proef, **waarden)


@pytest.mark.parametrize(
    ("wat", "waarden", "verwacht"),
    [
        (lambda m: m.a + m.b, {"a": 2.0, "b": 3.0}, 5),
        (lambda m: 1 - m.a, {"a": 0.25}, 0.75),
        (lambda m: m.a * m.b / m.b, {"a": 2.0, "b": 4.0}, 2),
        (lambda m: 1 * m.a + 1, {"a": 2.0}, 3),
        (lambda m: m.a / m.b, {"a": 2.0, "b": 0.0}, NAN),
        (lambda m: minimum(m.a, m.b), {"a": 2.0, "b": 3.0}, 2),
        (lambda m: maximum(m.a, m.b), {"a": 2.0, "b": 3.0}, 3),
        (lambda m: minimum(1, m.a), {}, NAN),
        (lambda m: maximum(1, m.a), {}, NAN),
        (lambda m: als(m.a, m.b, 0), {"a": 1.0, "b": 7.0}, 7),
        (lambda m: als(m.a, m.b, 1), {"a": 0.0, "b": 7.0}, 1),
        (lambda m: als(m.a, m.b, 1), {"a": -1.0, "b": 7.0}, 1),
        (lambda m: als(m.a, 1, 1), {}, NAN),
        (lambda m: eerste(m.a, m.b, 1), {}, 1),
        (lambda m: eerste(m.a, m.b), {"b": 4.0}, 4),
        (lambda m: eerste(m.a, AFWEZIG), {}, NAN),
        (lambda m: bekend(m.a, m.b), {"b": 4.0}, 1),
        (lambda m: bekend(m.a, m.b), {"a": 0.0, "b": 4.0}, 2),
        (lambda m: som([m.a, m.b, 1]), {"a": 1.0, "b": 2.0}, 4),
        (lambda m: som([m.a, m.b]), {"a": 1.0}, NAN),
        (lambda m: deel_van(m.a, m.b), {"a": 0.0}, 0),
        (lambda m: deel_van(m.a, m.b), {"a": 0.5}, NAN),
        (lambda m: deel_van(m.a, m.b), {"a": 0.5, "b": 4.0}, 2),
        (lambda m: keuze(m.keus, een=m.a, twee=m.b), {"keus": "twee", "a": 1.0, "b": 2.0}, 2),
        (lambda m: zoek(m.lijst, m.a), {"a": 2.0}, 20),
        (lambda m: zoek(m.lijst, m.a), {"a": 4.0}, NAN),
        (lambda m: zoek(m.lijst, m.a), {}, NAN),
        (lambda m: totaal(m.jaarreeks), {}, 2027 + 2028),
        (lambda m: op_jaar(m.jaarreeks, m.jaartal), {"jaartal": 2028.0}, 2028),
        (lambda m: op_jaar(m.jaarreeks, m.jaartal), {"jaartal": 1999.0}, NAN),
    ],
)
def test_verbs_on_figures(wat: Any, waarden: dict[str, Any], verwacht: float) -> None:
    assert proef_plan(wat, **waarden) == pytest.approx(verwacht, nan_ok=True)


@pytest.mark.parametrize(("a", "verwacht"), [(11.5, 12), (11.49, 11), (0.5, 1), (2.5, 3), (0.0, 0), (NAN, NAN)])
def test_rounded_half_up(a: float, verwacht: float) -> None:
    assert proef_plan(lambda m: afgerond(m.a), a=a) == pytest.approx(verwacht, nan_ok=True)


def test_a_year_holds_four_quarters() -> None:
    """2028 holds quarters 5 … 8."""

    def proef(m: Any, j: Any) -> Expression:
        return in_jaar(m.reeks)

    assert reken(proef, JAAR) == 5 + 6 + 7 + 8


def test_a_quarter_knows_its_year() -> None:
    """Quarter 5 is the first of 2028."""

    def proef(m: Any, q: Any) -> Expression:
        return van_jaar(m.jaarreeks) + m.reeks[q - 1] + m.reeks[q + 1]

    assert reken(proef, KWARTAAL) == 2028 + 4 + 6


@pytest.mark.parametrize(("duur", "verwacht"), [(0.0, 5), (2.0, 3), (5.0, 0), (9.0, NAN), (NAN, NAN)])
def test_back_in_time(duur: float, verwacht: float) -> None:
    """Quarter 5: 0 back is quarter 5; before the first quarter of the series nothing counts, before the axis absent."""

    def proef(m: Any, q: Any) -> Expression:
        return terug(m.reeks, m.duur)

    assert reken(proef, KWARTAAL, duur=duur) == pytest.approx(verwacht, nan_ok=True)


def test_a_promise_to_look_back_at_least_one() -> None:
    def proef(m: Any, q: Any) -> Expression:
        return terug(m.reeks, m.duur, minstens=1)

    assert reken(proef, KWARTAAL, duur=1.0) == 4


def test_rules_may_not_decide_on_values() -> None:
    with pytest.raises(TypeError, match="als"):
        bool(AFWEZIG)


def test_numbers_belong_in_the_catalogue() -> None:
    with pytest.raises(ValueError, match="catalogue"):
        als_expressie(13)


@pytest.mark.parametrize(
    "functie",
    [
        lambda m, q: m.a[q],
        lambda m, q: m.lijst[q],
        lambda m, q: m.lijst["1"][q],
        lambda m, q: terug(m.a, m.duur),
        lambda m, q: m.reeks,
    ],
)
def test_a_series_is_used_as_a_series(functie: Any) -> None:
    def proef(m: Any, q: Any) -> Any:
        return functie(m, q)

    with pytest.raises(TypeError):
        reken(proef, KWARTAAL)


def test_a_model_refuses_what_is_not_there() -> None:
    def proef(m: Any) -> Expression:
        return m.bestaat_niet

    with pytest.raises(AttributeError, match="bestaat_niet"):
        reken(proef)

    def proef_lid(m: Any) -> Expression:
        return m.lijst["9"]

    with pytest.raises(ValueError, match="does not exist"):
        reken(proef_lid)


def test_a_model_refuses_two_of_one_name() -> None:
    with pytest.raises(ValueError, match="two figures"):
        Model([blad("a"), blad("a")], [])


def test_a_model_refuses_a_year_in_a_quarter() -> None:
    def proef(m: Any, q: Any) -> Expression:
        return m.jaarreeks[q]

    with pytest.raises(ValueError, match="mixes years and quarters"):
        reken(proef, KWARTAAL)


def test_a_model_knows_its_figures() -> None:
    m = model()
    assert ("caseload", ()) in m
    assert ("caseload", ("asiel",)) not in m
    assert [g.volledige_naam for g in m.familie("start")] == ["start_asiel", "start_gezin"]
    assert m.familie("bestaat_niet") == []
    with pytest.raises(AttributeError):
        _ = Symbolen().iets


def test_every_rule_of_the_model_is_used_or_comes_out() -> None:
    """No rule stands idle: it feeds another, is part of the outcome, or is a check."""
    from core.regels.controle import CONTROLES
    from core.regels.uitkomst import PER_JAAR, PER_KWARTAAL
    from core.rekenkunde.regel import knopen

    gebruikt = {k.naam for g in model() if g.regel is not None for k in knopen(g.regel) if hasattr(k, "naam")}
    uit = {n for rij in PER_JAAR.values() for n in rij} | set(PER_KWARTAAL) | set(CONTROLES)
    uit |= {"startgroepen", "contractwaarde_totaal", "contractwaarde_met_opties", "na_horizon_lasten"}
    uit |= {"na_horizon_baten", "drempel", "huishoudgrootte", "fte_nodig", "trajecten", "eigen_aandeel"}
    los = {g.naam for g in model() if g.rol is Rol.REGEL} - gebruikt - uit
    assert los == set()


def test_the_calendar() -> None:
    """S = 2027, 2 years: cohorts back to 2023, payments to 2032; prices of 2020 and 2040 stretch it."""
    as_ = tijdas(2027, 2, frozenset({2020, 2040}))
    assert (as_.jaren[0], as_.jaren[-1]) == (2020, 2040)
    assert (tijdas(2027, 2, frozenset()).jaren[0], tijdas(2027, 2, frozenset()).jaren[-1]) == (2023, 2032)
    assert list(AS.planjaren) == [2027, 2028]
    assert AS.kwartalen == range(-3, 9)
    assert [AS.jaar(q) for q in (-3, 0, 1, 4, 5, 8)] == [2026, 2026, 2027, 2027, 2028, 2028]
    assert [AS.kw(q) for q in (-3, 0, 1, 4, 5)] == [1, 4, 1, 4, 1]
    assert AS.naam(KWARTAAL, 5) == "2028K1"
    assert AS.naam(JAAR, 2028) == "2028"
    assert AS.bereik(JAAR, Venster(BEGIN, SLOT)) == range(2024, 2033)
    assert AS.bereik(JAAR, Venster(START - 1, EIND + 2, niet_voor=2027)) == range(2027, 2031)
    assert AS.bereik(KWARTAAL, Venster(START - 1, EIND)) == range(9)


def test_rules_read_as_words() -> None:
    """The sentence behind a figure names its ingredients; no English, no code names."""
    m = model()
    zin = in_woorden(m, m["tekort_structureel", ()].regel)  # type: ignore[arg-type]
    assert zin == "Uitvoeringskosten − Incidentele kosten − Gemeentefonds structureel, toegerekend"
    for g in m:
        if g.regel is not None:
            woorden = in_woorden(m, g.regel)
            assert woorden
            assert "_" not in woorden, g.naam


def test_what_follows_from_no_changed_leaf_is_taken_over() -> None:
    """dubbel = a + a, vierkant = b × b, samen = dubbel + vierkant; first a = 1 and b = 3, then a = 2."""
    regel = Regelboek()

    def dubbel(m: Any) -> Any:
        return m.a + m.a

    def vierkant(m: Any) -> Any:
        return m.b * m.b

    def samen(m: Any) -> Any:
        return m.dubbel + m.vierkant

    for functie in (dubbel, vierkant, samen):
        regel(functie.__name__, "getal", tijd=PLAN)(functie)
    volgorde = Rekenvolgorde(Model(BLADEN, regel.declaraties), AS, ["dubbel", "vierkant", "samen"])
    plek = {naam: ((naam, ()), None) for naam in ("a", "b", "dubbel", "vierkant", "samen")}
    eerst = volgorde.reken({plek["a"]: 1.0, plek["b"]: 3.0})
    anders = {plek["a"]: 2.0, plek["b"]: 3.0}
    assert volgorde.reken(anders, eerst) == volgorde.reken(anders)
    assert volgorde.reken(anders, eerst).figuren[plek["samen"]] == 13  # 2 + 2 + 3 × 3
    # An earlier outcome that is wrong about b × b shows what was computed (2 + 2 + 8) and what was taken over.
    plaatsen = [8.0 if i == volgorde.plekken[plek["vierkant"]] else w for i, w in enumerate(eerst.plaatsen)]
    verder = volgorde.reken(anders, Doorrekening({**eerst.figuren, plek["vierkant"]: 8.0}, plaatsen)).figuren
    assert [verder[plek[naam]] for naam in ("dubbel", "vierkant", "samen")] == [4, 8, 12]
    assert eerst.figuren[plek["samen"]] == 11, "the earlier outcome stays as it was: 1 + 1 + 3 × 3"


def test_a_leaf_that_becomes_blank_makes_absent_what_follows() -> None:
    regel = Regelboek()

    def proef(m: Any) -> Any:
        return m.a + m.b

    regel("Proef", "getal", tijd=PLAN)(proef)
    volgorde = Rekenvolgorde(Model(BLADEN, regel.declaraties), AS, ["proef"])
    a, b, uit = (("a", ()), None), (("b", ()), None), (("proef", ()), None)
    vol = volgorde.reken({a: 1.0, b: 2.0})
    leeg = volgorde.reken({b: 2.0}, vol)
    assert math.isnan(leeg.figuren[uit])
    assert volgorde.reken({a: 5.0, b: 2.0}, leeg).figuren[uit] == 7
