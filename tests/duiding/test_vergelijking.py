"""Scenarios side by side: the figures are those of each scenario by itself."""

from __future__ import annotations

from core.catalogus import standaardcatalogus
from core.duiding.vergelijking import Vergelijking, andere_instroom, keuzes, samen, vergelijk
from core.plan import als_gegevens, plan_uit, scenarios
from core.regels import Uitkomst, bereken
from tests.benchmarks.voorbeeld import voorbeeldplan


def uitkomsten() -> list[Uitkomst]:
    plan = voorbeeldplan()
    return [bereken(plan), *(bereken(plan.voor(s.naam)) for s in plan.scenarios)]


def test_elk_getal_is_dat_van_het_scenario() -> None:
    elk = uitkomsten()
    for rij in vergelijk(elk, 2028):
        assert rij.waarden == tuple(u.waarde(rij.naam, *rij.sleutel, moment=2028) for u in elk)


def test_alleen_wat_verschilt() -> None:
    """The last scenario of the example is SPUK −10 % from 2028: no euro of the Gemeentefonds moves."""
    basis, *_, korting = uitkomsten()
    rijen = {r.naam: r for r in vergelijk([basis, korting], 2028) if r.verschilt}
    assert set(rijen) == {"spuk_baten", "spuk_saldo", "reserve"}
    baten = rijen["spuk_baten"]
    assert baten.verschillen[0] == 0
    assert baten.verschillen[1] is not None
    assert abs(baten.verschillen[1] + 0.1 * (baten.waarden[0] or 0)) < 1e-6  # a tenth less


def test_onbekend() -> None:
    rij = Vergelijking("x", (), "X", "euro", (None, 3.0))
    assert rij.verschillen == (None, None)
    assert rij.verschilt
    assert not Vergelijking("x", (), "X", "euro", (None, None)).verschilt
    assert not Vergelijking("x", (), "X", "euro", (0.1 + 0.2, 0.3)).verschilt
    assert vergelijk([None], 2028) == []
    assert samen([None]) is None


def test_alle_jaren_samen() -> None:
    basis = uitkomsten()[0]
    rij = samen([basis, None])
    assert rij is not None
    # 176.094 + 196.718 + 201.525 + 211.853 + 221.677, from the five years of the table
    assert rij.waarden[0] == sum(basis.reeks("tekort_structureel").values())
    assert round(rij.waarden[0]) == 1007867
    assert rij.waarden[1] is None


def test_keuzes_van_de_scenarios() -> None:
    gegevens = als_gegevens(voorbeeldplan())
    gevonden = {k.naam: k.waarden for k in keuzes(gegevens)}
    assert gevonden["caseload"] == (50, 60, 50, 50, 50)
    assert set(gevonden) == {"caseload", "deelname_startklas_asiel", "fte_beschikbaar"}
    assert keuzes({"invoer": {}, "maatregelen": []}) == []


def test_andere_instroom() -> None:
    """A fifth more in every year, as a scenario of its own."""
    plan = voorbeeldplan()
    basis = bereken(plan)
    gegevens = scenarios.maak(als_gegevens(plan), "Hoog", andere_instroom(basis, 1.2))
    hoog, _ = plan_uit(scenarios.voor(gegevens, "Hoog"), standaardcatalogus())
    assert hoog is not None
    for groep in ("asiel", "gezin"):
        nieuw, oud = bereken(hoog).reeks("instroom", groep), basis.reeks("instroom", groep)
        assert all(abs(nieuw[j] - 1.2 * oud[j]) < 1e-9 for j in oud)
    leeg, _ = plan_uit({"startjaar": 2027, "invoer": {}}, standaardcatalogus())
    assert leeg is not None
    assert andere_instroom(bereken(leeg), 1.2) == {}
