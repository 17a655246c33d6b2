"""The verbs on arrays of draws, and what is settled before any array is touched."""

import math

import numpy as np
import pytest

from core.rekenkunde.berekening import NAN, OP_GETALLEN, Rekenvolgorde, kies
from core.rekenkunde.eenheden import EENHEDEN
from core.rekenkunde.regel import Grootheid, Model, Regelboek, Rol
from core.rekenkunde.tijdas import Tijdas, Tijdsoort, Venster
from core.rekenkunde.trekken import OP_TREKKINGEN, Trekplan
from core.rekenkunde.uitdrukking import AFWEZIG, afgerond, als, bekend, deel_van, eerste, keuze, maximum, minimum

# each column is one draw; absent, zero, negative, fractions
A = np.array([1.0, 0.0, -2.5, NAN, 3.5, 0.0])
B = np.array([2.0, NAN, 4.0, 1.0, 0.0, 0.0])
C = np.array([5.0, 6.0, NAN, 8.0, 9.0, 2.0])


@pytest.mark.parametrize("verb", sorted(set(OP_TREKKINGEN) - {"terug", "zoek", "afgerond"}))
@pytest.mark.parametrize("vorm", [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)])
def test_per_trekking_hetzelfde_als_op_getallen(verb, vorm):
    """As an array or as one number, every verb does draw by draw what it does on floats."""
    aantal = 3 if verb in ("als", "eerste", "som", "bekend") else 2
    gemengd = [x if not los else float(x[0]) for x, los in zip((A, B, C), vorm, strict=True)][:aantal]
    with np.errstate(all="ignore"):
        uit = OP_TREKKINGEN[verb](*gemengd)
    for i in range(6):
        deze = [float(np.broadcast_to(x, 6)[i]) for x in gemengd]
        assert float(np.broadcast_to(uit, 6)[i]) == pytest.approx(OP_GETALLEN[verb](*deze), nan_ok=True), (deze, i)


def test_deling_door_een_getal():
    with np.errstate(all="ignore"):
        assert OP_TREKKINGEN["/"](np.array([1.0, 4.0]), 2.0).tolist() == [0.5, 2.0]
        assert np.isnan(OP_TREKKINGEN["/"](np.array([1.0, 4.0]), 0.0)).all()


def test_afronden_is_half_omhoog():
    assert OP_TREKKINGEN["afgerond"](np.array([0.5, 1.49, 2.5, -0.5])).tolist() == [1, 1, 3, 0]


def test_terugblik_per_trekking():
    reeks = (np.array([10.0, 11.0, 12.0, 13.0, 14.0]), 20.0, np.array([30.0, 31.0, 32.0, 33.0, 34.0]))
    # 0 places back is the last; 3 lies before the first; absent stays absent
    uit = OP_TREKKINGEN["terug"](np.array([0.0, 1.0, 2.0, 3.0, NAN]), *reeks)
    assert uit.tolist() == pytest.approx([30, 20, 12, NAN, NAN], nan_ok=True)
    assert OP_TREKKINGEN["terug"](np.array([-1.0, 9.0]), 1.0, 2.0).tolist() == pytest.approx([NAN, NAN], nan_ok=True)


def test_zoeken_per_trekking():
    uit = OP_TREKKINGEN["zoek"](np.array([0.0, 2.0, 3.0, -1.0]), 7.0, 8.0, 9.0)
    assert uit.tolist() == pytest.approx([7, 9, NAN, NAN], nan_ok=True)


# --- a small model -----------------------------------------------------------------------------------------

AS = Tijdas(2027, 1, 2023, 2031)


def blad(naam, eenheid="getal"):
    return Grootheid(naam, (), naam, EENHEDEN[eenheid], Tijdsoort.PLAN, Venster(), "proef", Rol.INVOER)


def waarde_van(regel, bladeren, gegeven=None, *, op_getallen=False):
    """The drawn value of one rule over leaves a, b, c and a choice m."""
    boek = Regelboek()

    def uitkomst(m):
        return regel(m)

    boek("Uitkomst", "getal", tijd=Tijdsoort.PLAN)(uitkomst)
    model = Model([blad("a"), blad("b"), blad("c"), blad("k", "keuze")], boek.declaraties)
    volgorde = Rekenvolgorde(model, AS, ["uitkomst"])
    plekken = {((naam, ()), None): w for naam, w in bladeren.items()}
    if op_getallen:
        return volgorde.waarden(plekken)[("uitkomst", ()), None]
    return volgorde.trekkingen(plekken, gegeven)[("uitkomst", ()), None]


X = np.array([1.0, 2.0, 4.0])


@pytest.mark.parametrize(
    ("regel", "bladeren", "verwacht"),
    [
        # what is certain is a number, also beside a draw
        (lambda m: m.b + m.c, {"a": X, "b": 2.0, "c": 3.0}, 5.0),
        (lambda m: m.a * m.b, {"a": X, "b": NAN}, NAN),
        (lambda m: m.a / m.b, {"a": X, "b": 0.0}, NAN),
        (lambda m: m.a * m.b, {"a": X, "b": 0.0}, 0.0),
        (lambda m: m.b / m.a, {"a": X, "b": 0.0}, 0.0),
        (lambda m: m.a - m.a, {"a": X}, 0.0),
        (lambda m: bekend(m.a, m.b), {"a": X, "b": 1.0}, 2.0),
        (lambda m: als(m.b, m.a, m.c), {"a": X, "b": NAN, "c": 1.0}, NAN),
        (lambda m: als(m.b, m.a, m.c), {"a": X, "b": 0.0, "c": 7.0}, 7.0),
        (lambda m: als(m.a, m.b, m.c), {"a": X, "b": 5.0, "c": 7.0}, 5.0),
        (lambda m: als(0 - m.a, m.b, m.c), {"a": X, "b": 5.0, "c": 7.0}, 7.0),
        (lambda m: eerste(m.b, m.c, m.a), {"a": X, "b": NAN, "c": 7.0}, 7.0),
        (lambda m: keuze(m.k, een=m.a, twee=m.b), {"a": X, "b": 5.0, "k": "twee"}, 5.0),
        (lambda m: maximum(m.b, m.a), {"a": X, "b": 9.0}, 9.0),
        (lambda m: minimum(m.b, m.a), {"a": X, "b": 1.0}, 1.0),
    ],
)
def test_zeker_blijft_een_getal(regel, bladeren, verwacht):
    uit = waarde_van(regel, bladeren)
    assert isinstance(uit, float)
    assert uit == pytest.approx(verwacht, nan_ok=True)


@pytest.mark.parametrize(
    ("regel", "bladeren"),
    [
        (lambda m: m.a * 1 + 0, {"a": X}),
        (lambda m: m.a / m.b - m.c, {"a": X, "b": 1.0, "c": 0.0}),
        (lambda m: 0 + m.a, {"a": X}),
        (lambda m: eerste(m.b, m.a, m.c), {"a": X, "b": NAN, "c": 7.0}),
        (lambda m: als(m.b, m.a, m.c), {"a": X, "b": 1.0, "c": 7.0}),
        (lambda m: keuze(m.k, een=m.a, twee=m.b), {"a": X, "b": 5.0, "k": "een"}),
        (lambda m: maximum(0, m.a), {"a": X}),
        (lambda m: minimum(m.a, m.b), {"a": X, "b": 4.0}),
    ],
)
def test_wat_niets_verandert_is_de_trekking_zelf(regel, bladeren):
    assert waarde_van(regel, bladeren) is X


def test_dezelfde_stap_wordt_een_keer_gezet():
    stappen = [("*", (0, 1), 3), ("*", (0, 2), 4), ("+", (3, 4), 5)]
    programma = [
        (verb, delen, uit, OP_GETALLEN[verb], lambda w, d=delen: [w[i] for i in d]) for verb, delen, uit in stappen
    ]
    plan = Trekplan(programma, [X, 0.25, 0.25, NAN, NAN, NAN], frozenset())
    a, b, som = plan.reken([3, 4, 5])
    assert a is b
    assert som.tolist() == [0.5, 1, 2]


@pytest.mark.parametrize(
    ("verb", "plaats", "verwacht"),
    [("terug", 0.0, 9.0), ("terug", 2.0, NAN), ("terug", NAN, NAN), ("zoek", 1.0, 9.0), ("zoek", 2.0, NAN)],
)
def test_zekere_plaats_in_een_reeks(verb, plaats, verwacht):
    stap = (verb, (0, 1, 2), 3, OP_GETALLEN[verb], lambda w: w[:3])
    (uit,) = Trekplan([stap], [plaats, X, 9.0, NAN], frozenset()).reken([3])
    assert uit == pytest.approx(verwacht, nan_ok=True)


def test_getrokken_plaats_in_een_reeks():
    stap = ("zoek", (0, 1, 2), 3, OP_GETALLEN["zoek"], lambda w: w[:3])
    (uit,) = Trekplan([stap], [np.array([0.0, 1.0, 1.0]), X, 9.0, NAN], frozenset()).reken([3])
    assert uit.tolist() == [1, 9, 9]


def test_gegeven_waarde_gaat_voor_de_regel():
    gegeven = {(("uitkomst", ()), None): X, (("onbekend", ()), None): X}
    assert waarde_van(lambda m: m.a + m.b, {"a": 1.0, "b": 2.0}, gegeven) is X


AFWEZIG_IN_EEN = np.array([1.0, NAN, -1.0])


@pytest.mark.parametrize(
    "regel",
    [
        lambda m: m.a - m.a,
        lambda m: m.a * m.b,
        lambda m: m.b / m.a,
        lambda m: als(m.a, m.c, AFWEZIG),
        lambda m: als(m.c, m.a, m.b),
        lambda m: eerste(m.a, m.c),
        lambda m: eerste(m.a, m.c, m.b),
        lambda m: bekend(m.a, m.c),
        lambda m: bekend(m.a),
        lambda m: maximum(m.a, 0) + minimum(m.a, 1),
        lambda m: deel_van(m.a, m.c),
        lambda m: als(m.c - m.a, m.c / m.a, m.b),
        lambda m: afgerond(m.a) * m.c,
        lambda m: eerste(m.a, AFWEZIG) + m.c,
    ],
)
def test_soms_afwezig_is_per_trekking_afwezig(regel):
    """Where a draw can be absent nothing may be taken for certain; draw by draw it is the point calculation."""
    samen = {"a": AFWEZIG_IN_EEN, "b": 0.0, "c": np.array([2.0, 5.0, -3.0])}
    uit = np.broadcast_to(waarde_van(regel, samen), 3)
    for i in range(3):
        los = {naam: float(np.broadcast_to(w, 3)[i]) for naam, w in samen.items()}
        assert float(uit[i]) == pytest.approx(waarde_van(regel, los, op_getallen=True), nan_ok=True), i


def test_grenzen_die_niet_eindig_zijn_beslissen_niets():
    groot = np.array([1e308, 1.0])
    uit = waarde_van(lambda m: als(m.a * m.a, m.b, m.c), {"a": groot, "b": 1.0, "c": np.array([2.0, 3.0])})
    assert uit.tolist() == [1, 1]


def test_kies_noemt_de_optie():
    assert kies("keuze landelijk uren")("uren", 1.0, 2.0) == 2.0
    with pytest.raises(ValueError, match="niets"):
        kies("keuze landelijk uren")("niets", 1.0, 2.0)


def test_vaste_kalender_wordt_een_keer_gerekend():
    boek = Regelboek()

    def voor(m):
        return als(m.c - m.b, m.a, m.b)

    boek("Voor", "getal", tijd=Tijdsoort.PLAN)(voor)
    model = Model([blad("a"), blad("b"), blad("c")], boek.declaraties)
    vast = {(("b", ()), None): 1.0, (("c", ()), None): 3.0}
    volgorde = Rekenvolgorde(model, AS, vast=vast)
    assert volgorde.stappen == []
    assert volgorde.waarden({(("a", ()), None): 9.0})[("voor", ()), None] == 9.0
    assert list(volgorde.bladeren) == [(("a", ()), None)]
    assert math.isnan(volgorde.waarden({})[("voor", ()), None])
