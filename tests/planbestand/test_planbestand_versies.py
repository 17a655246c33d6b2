"""The upgrade steps, with a registry of the test's own: the program has none yet."""

import pytest

from core.plan.plan import VERSIE
from core.planbestand.versies import STAPPEN, Stappen, VersieFout, opwaarderen


def plan(versie, **rest):
    return {"formaat": "inburgeringsplan", "versie": versie, **rest}


@pytest.fixture
def stappen():
    stappen = Stappen()

    @stappen.van(1)
    def hernoem(gegevens):
        gegevens["startjaar"] = gegevens.pop("begin")
        return gegevens

    @stappen.van(2)
    def vul_horizon(gegevens):
        # needs what the first step made: the order counts
        return {**gegevens, "horizon": 2030 - gegevens["startjaar"]}

    return stappen


def test_alle_stappen_op_volgorde(stappen):
    assert opwaarderen(plan(1, begin=2027), stappen, 3) == plan(3, startjaar=2027, horizon=3)


def test_alleen_de_stappen_die_nog_moeten(stappen):
    assert opwaarderen(plan(2, startjaar=2028), stappen, 3) == plan(3, startjaar=2028, horizon=2)
    assert opwaarderen(plan(3, startjaar=2028), stappen, 3) == plan(3, startjaar=2028)


def test_het_gegeven_plan_blijft_zoals_het_was(stappen):
    oud = plan(1, begin=2027)
    opwaarderen(oud, stappen, 3)
    assert oud == plan(1, begin=2027)


def test_een_versie_heeft_een_stap(stappen):
    with pytest.raises(ValueError, match="version 1 has two steps"):
        stappen.van(1)(dict)


def test_elke_oudere_versie_van_nu_heeft_een_stap():
    for versie in range(1, VERSIE):
        assert callable(STAPPEN[versie])
    assert opwaarderen(plan(VERSIE)) == plan(VERSIE)


def test_een_nieuwere_versie_wordt_geweigerd():
    with pytest.raises(VersieFout) as fout:
        opwaarderen(plan(7))
    assert fout.value.plaats == "versie"
    assert fout.value.tekst == (
        "Dit plan is gemaakt met een nieuwere versie van de planner (versie 7). "
        "Installeer de nieuwste planner en open het plan opnieuw."
    )


@pytest.mark.parametrize("versie", [None, "1", 1.0, True, 0, -1, [1], {}])
def test_geen_versie(versie):
    with pytest.raises(VersieFout, match="geen geldige versie") as fout:
        opwaarderen(plan(versie))
    assert fout.value.plaats == "versie"


@pytest.mark.parametrize("gegevens", [{}, {"versie": 1}, {"formaat": "ander", "versie": 1}, [], None, 3])
def test_een_ander_formaat(gegevens):
    with pytest.raises(VersieFout, match="geen planbestand") as fout:
        opwaarderen(gegevens)
    assert fout.value.plaats == "formaat"
