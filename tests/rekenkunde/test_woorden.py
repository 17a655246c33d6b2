"""Rules as sentences: as short as they can be, with brackets only where they are needed."""

import pytest

from core.rekenkunde.eenheden import EENHEDEN
from core.rekenkunde.regel import ASIEL, GROEPEN, Grootheid, Model, Regelboek, Rol
from core.rekenkunde.tijdas import Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    afgerond,
    als,
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
from core.rekenkunde.woorden import bladlabel, in_woorden

JAAR, KWARTAAL, PLAN = Tijdsoort.JAAR, Tijdsoort.KWARTAAL, Tijdsoort.PLAN


def blad(naam, label, eenheid="getal", tijd=PLAN, rol=Rol.AS, sleutel=()):
    return Grootheid(naam, sleutel, label, EENHEDEN[eenheid], tijd, Venster(), "proef", rol)


BLADEREN = [
    blad("a", "Appels"),
    blad("b", "Bramen"),
    blad("jaar", "Jaar", "jaartal", JAAR),
    blad("invoer_x", "Druiven", rol=Rol.INVOER),
    blad("rij_x", "Druiven", tijd=JAAR, rol=Rol.INVOER),
    blad("kengetal_x", "Druiven", rol=Rol.KENGETAL),
    blad("los", "Losse kersen", rol=Rol.KENGETAL),
    blad("methode", "Methode", "keuze"),
    blad("per_jaar", "Oogst", tijd=JAAR),
    blad("per_kwartaal", "Pluk", tijd=KWARTAAL),
    blad("kwartalen", "Wachttijd", "kwartalen"),
    *(
        blad("groep", f"Manden, {n}", tijd=JAAR, sleutel=(d,))
        for d, n in zip(GROEPEN, ("asielstatushouders", "gezins- en overige migranten"), strict=True)
    ),
    *(blad("lid", f"Rij, asielstatushouders, {k}e", sleutel=(ASIEL, k)) for k in ("1", "2")),
]


def zin(regel, tijd=PLAN, eenheid="getal", sleutel=()):
    boek = Regelboek()

    def uitkomst(m, *moment):
        return regel(m, *moment)

    boek("Uitkomst", eenheid, tijd=tijd)(uitkomst)
    model = Model(BLADEREN, boek.declaraties)
    return in_woorden(model, model["uitkomst", ()].regel, sleutel)


@pytest.mark.parametrize(
    ("regel", "woorden"),
    [
        (lambda m: m.a + m.b * m.a, "Appels + Bramen × Appels"),
        (lambda m: (m.a + m.b) * m.a, "(Appels + Bramen) × Appels"),
        (lambda m: m.a - (m.b - m.a), "Appels − (Bramen − Appels)"),
        (lambda m: m.a / (m.b / m.a), "Appels ÷ (Bramen ÷ Appels)"),
        (lambda m: som((m.a, m.b)) - m.a, "Appels + Bramen − Appels"),
        (lambda m: als(m.a - m.b, m.a, 0), "als Appels meer is dan Bramen: Appels; anders: 0"),
        (lambda m: als(m.a, m.b, AFWEZIG), "als Appels meer is dan 0: Bramen; anders: niet te zeggen"),
        (lambda m: als(bekend(m.a, m.b), m.b, 1), "als Appels of Bramen bekend is: Bramen; anders: 1"),
        (
            lambda m: als(m.a, als(m.b, 1, 0), 0),
            "als Appels meer is dan 0: (als Bramen meer is dan 0: 1; anders: 0); anders: 0",
        ),
        (lambda m: deel_van(m.a, m.b), "Appels × Bramen (niets als het eerste 0 is)"),
        (lambda m: eerste(m.a, m.b, 0), "Appels; als dat onbekend is: Bramen; als dat onbekend is: 0"),
        (lambda m: eerste(m.a, AFWEZIG) * m.b, "Appels × Bramen"),
        (lambda m: eerste(m.a, m.b, AFWEZIG) * m.b, "(Appels; als dat onbekend is: Bramen) × Bramen"),
        (lambda m: bekend(m.a, m.b), "hoeveel er bekend zijn van: Appels, Bramen"),
        (lambda m: maximum(0, m.a - m.b), "Appels − Bramen; nooit minder dan 0"),
        (lambda m: minimum(1, m.a), "Appels; nooit meer dan 1"),
        (lambda m: minimum(m.a, m.b), "het kleinste van [Appels] en [Bramen]"),
        (lambda m: maximum(m.a - m.b, m.a), "het grootste van [Appels − Bramen] en [Appels]"),
        (lambda m: maximum(m.a - 1, 1 - m.a), "het grootste van [Appels − 1] en [1 − Appels]"),
        (lambda m: keuze(m.methode, een=m.a, twee=0), "bij methode een: Appels; bij methode twee: 0"),
        (lambda m: m.invoer_x + m.kengetal_x + m.los, "Druiven (ingevuld) + Druiven (kengetal) + Losse kersen"),
        (
            lambda m: totaal(m.per_jaar) + totaal(m.per_kwartaal),
            "Oogst (opgeteld over alle jaren) + Pluk (opgeteld over alle kwartalen)",
        ),
        (lambda m: zoek(m.lid[ASIEL], m.a), "Rij, asielstatushouders (nummer: Appels)"),
    ],
)
def test_zinnen(regel, woorden):
    assert zin(regel) == woorden


def test_verschil_is_een_verschil():
    def regel(m):
        a, b = m.a + m.b, m.b
        return maximum(a - b, b - a)

    assert zin(regel) == "het verschil tussen [Appels + Bramen] en [Bramen]"

    def met_een(m):
        a = m.a
        return maximum(a - 1, 1 - a)

    assert zin(met_een) == "het verschil tussen [Appels] en [1]"


def test_momenten():
    assert zin(lambda m, j: m.per_jaar[j - 1] + m.per_jaar[j + 2] + m.per_jaar[j], JAAR) == (
        "Oogst (1 jaar eerder) + Oogst (2 jaar later) + Oogst"
    )
    assert zin(lambda m, q: m.per_kwartaal[q - 1] + m.per_kwartaal[q - 2], KWARTAAL) == (
        "Pluk (1 kwartaal eerder) + Pluk (2 kwartalen eerder)"
    )
    assert zin(lambda m, j: in_jaar(m.per_kwartaal), JAAR) == "Pluk (opgeteld over de kwartalen van het jaar)"
    assert zin(lambda m, q: van_jaar(m.per_jaar), KWARTAAL) == "Oogst (van het jaar)"
    assert zin(lambda m, q: terug(m.per_kwartaal, m.kwartalen), KWARTAAL) == (
        "Pluk (zoveel kwartalen terug als: Wachttijd)"
    )
    assert zin(lambda m, j: op_jaar(m.per_jaar, m.jaar[j]), JAAR) == "Oogst (in het jaar: Jaar)"
    assert zin(lambda m: afgerond(m.kwartalen), eenheid="kwartalen") == "Wachttijd, afgerond op hele kwartalen"


def test_eigen_groep_spreekt_vanzelf():
    assert zin(lambda m, j: m.groep[ASIEL][j], JAAR) == "Manden, asielstatushouders"
    assert zin(lambda m, j: m.groep[ASIEL][j], JAAR, sleutel=(ASIEL, "1")) == "Manden"
    assert zin(lambda m: zoek(m.lid[ASIEL], m.a), sleutel=(ASIEL,)) == "Rij (nummer: Appels)"


def test_bladlabel():
    assert bladlabel(BLADEREN[0]) == "Appels"
    assert bladlabel(BLADEREN[4]) == "Druiven (ingevuld voor het jaar)"
