"""What is said to be missing is exactly what is missing: filled in, every outcome is there; less does not do."""

import pytest

from core.bevindingen.beeld import Beeld
from core.bevindingen.ontbrekend import UITKOMSTEN, gemis
from core.catalogus import standaardcatalogus
from core.plan import plan_uit
from core.regels import bereken
from tests.plannen import willekeurig_plan


def uitkomst_van(gegevens):
    plan, fouten = plan_uit(gegevens, standaardcatalogus())
    assert plan is not None, fouten
    return bereken(plan)


def gevuld(gegevens, lijst):
    """The plan with the blanks filled in: 5 for every year or group that is named."""
    invoer = dict(gegevens["invoer"])
    for g in lijst:
        for naam in [f"{g.naam}_{groep}" for groep in g.groepen] or [g.naam]:
            al = invoer.get(naam)
            invoer[naam] = al | {str(j): 5 for j in g.jaren} if isinstance(al, dict) and g.jaren else 5
    return gegevens | {"invoer": invoer}


def afwezig(uitkomst):
    """The outcomes, with their year, that cannot be computed."""
    return {(n, j) for n in UITKOMSTEN for j in uitkomst.plan.planjaren if uitkomst.waarde(n, moment=j) is None}


@pytest.mark.steekproef
def test_precies_wat_ontbreekt():
    iets_gemist = 0
    for zaad in range(120):
        gegevens = willekeurig_plan(zaad)
        uitkomst = uitkomst_van(gegevens)
        lijst = gemis(Beeld(uitkomst))
        assert bool(lijst) == bool(afwezig(uitkomst))
        vol = gevuld(gegevens, lijst)
        if erna := gemis(Beeld(uitkomst_van(vol))):
            # hours are asked only once it is known that a group has people
            assert {g.naam for g in lijst} >= {"instroom"}
            assert {g.naam for g in erna} <= {"uren_start", "uren_jaar"}
        assert not afwezig(uitkomst_van(gevuld(vol, erna))), (zaad, lijst)
        for weg in lijst:
            # all but one of the blanks: something that it blocks is still absent
            rest = afwezig(uitkomst_van(gevuld(gegevens, [g for g in lijst if g is not weg])))
            assert {UITKOMSTEN[naam] for naam, _ in rest} & set(weg.blokkeert), (zaad, weg)
            iets_gemist += 1
    assert iets_gemist > 100
