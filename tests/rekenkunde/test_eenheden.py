"""The unit reading finds what cannot be right, and lets pass what is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from core.regels import model
from core.rekenkunde.eenheden import EENHEDEN, Unit, UnitError
from core.rekenkunde.regel import Grootheid, Model, Regelboek, Rol
from core.rekenkunde.tijdas import Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    afgerond,
    als,
    bekend,
    deel_van,
    eerste,
    keuze,
    maximum,
    minimum,
    op_jaar,
    som,
    terug,
    totaal,
    zoek,
)

BLADEN = {
    "euros": "euro",
    "mensen": "personen",
    "startjaar": "jaartal",
    "share": "aandeel",
    "prijs": "euro per persoon",
    "caseload": "personen per fte",
    "loon": "euro per fte",
    "duur": "kwartalen",
    "methode": "keuze",
}


def blad(naam: str, eenheid: str, tijd: Tijdsoort = Tijdsoort.PLAN) -> Grootheid:
    return Grootheid(naam, (), naam, EENHEDEN[eenheid], tijd, Venster(), "test", Rol.INVOER)


def lees(functie: Callable[..., Expression], eenheid: str, tijd: Tijdsoort = Tijdsoort.PLAN) -> Model:
    regel = Regelboek()
    regel("Proef", eenheid, tijd=tijd)(functie)
    reeksen = [blad("reeks", "personen", Tijdsoort.KWARTAAL), blad("index", "index", Tijdsoort.JAAR)]
    return Model([*(blad(n, e) for n, e in BLADEN.items()), *reeksen], regel.declaraties)


GOED: list[tuple[Callable[..., Any], str]] = [
    (lambda m: m.mensen * m.prijs, "euro"),
    (lambda m: m.mensen / m.caseload * m.loon + m.euros, "euro"),
    (lambda m: (1 - m.share) * m.euros + 0, "euro"),
    (lambda m: als(m.mensen, m.euros, AFWEZIG), "euro"),
    (lambda m: eerste(m.euros, 0), "euro"),
    (lambda m: m.startjaar - m.startjaar, "jaren"),
    (lambda m: som([m.euros, m.euros]), "euro"),
    (lambda m: bekend(m.euros, m.mensen) * m.share, "getal"),
    (lambda m: keuze(m.methode, a=m.euros, b=0), "euro"),
    (lambda m: afgerond(m.duur), "kwartalen"),
    (lambda m: totaal(m.reeks), "personen"),
    (lambda m: op_jaar(m.index, m.startjaar) * m.euros, "euro"),
    (lambda m: deel_van(m.share, m.euros), "euro"),
]
FOUT: list[tuple[Callable[..., Any], str]] = [
    (lambda m: m.euros + m.mensen, "euro"),
    (lambda m: m.startjaar + m.share, "jaartal"),
    (lambda m: m.euros - m.share, "euro"),
    (lambda m: 1 + m.euros, "euro"),
    (lambda m: m.mensen * m.prijs, "personen"),
    (lambda m: m.mensen * m.loon, "euro"),
    (lambda m: m.mensen / m.prijs, "euro"),
    (lambda m: minimum(m.euros, m.mensen), "euro"),
    (lambda m: maximum(1, m.euros), "euro"),
    (lambda m: als(m.mensen, m.euros, m.share), "euro"),
    (lambda m: als(m.euros + m.mensen, m.euros, m.euros), "euro"),
    (lambda m: eerste(m.euros, m.prijs), "euro"),
    (lambda m: som([m.euros, m.euros, m.mensen]), "euro"),
    (lambda m: keuze(m.methode, a=m.euros, b=m.share), "euro"),
    (lambda m: deel_van(m.share, m.prijs), "euro"),
    (lambda m: op_jaar(m.index, m.share) * m.euros, "euro"),
    (lambda m: totaal(m.reeks), "euro"),
    (lambda m: m.duur + m.share, "kwartalen"),
    (lambda m: bekend(m.euros), "euro"),
]


@pytest.mark.parametrize(("functie", "eenheid"), GOED)
def test_sound_rules_pass(functie: Callable[..., Any], eenheid: str) -> None:
    def proef(m: Any) -> Expression:
        return functie(m)

    assert lees(proef, eenheid)["proef", ()].eenheid is EENHEDEN[eenheid]


@pytest.mark.parametrize(("functie", "eenheid"), FOUT)
def test_wrong_rules_are_found(functie: Callable[..., Any], eenheid: str) -> None:
    def proef(m: Any) -> Expression:
        return functie(m)

    with pytest.raises(UnitError, match="proef"):
        lees(proef, eenheid)


def test_a_lag_is_in_quarters() -> None:
    def proef(m: Any, q: Any) -> Expression:
        return terug(m.reeks, m.share)

    with pytest.raises(UnitError):
        lees(proef, "personen", Tijdsoort.KWARTAAL)


def test_a_place_in_a_list_is_a_number() -> None:
    def proef(m: Any) -> Expression:
        return zoek(m.index, m.startjaar)

    with pytest.raises(UnitError):
        lees(proef, "index")


def test_every_single_swap_of_a_unit_in_the_real_model_is_a_different_unit() -> None:
    """The proof has teeth: declare any rule of the model in euro + 1 person and it no longer loads."""
    from core.rekenkunde.eenheden import eenheid_van

    van = {g.naam: g.eenheid for g in model()}
    for g in model():
        if g.regel is not None:
            gevonden = eenheid_van(g.regel, van.__getitem__)
            assert gevonden is None or gevonden.gelijk(g.eenheid)
            assert gevonden is None or not gevonden.gelijk(g.eenheid * EENHEDEN["personen"])


def test_units_multiply_and_read_well() -> None:
    assert (EENHEDEN["personen"] * EENHEDEN["euro per persoon"]).gelijk(EENHEDEN["euro"])
    assert (EENHEDEN["euro"] / EENHEDEN["personen"]).naam == "euro per persoon"
    assert (EENHEDEN["euro"] / EENHEDEN["euro"]).naam == "getal"
    assert isinstance(EENHEDEN["euro"] * EENHEDEN["euro"], Unit)
