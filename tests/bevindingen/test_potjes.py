"""Which cost belongs to which pot, both ways."""

from __future__ import annotations

from typing import Any

import pytest

from core.bevindingen.beeld import Beeld
from core.bevindingen.potjes import KOSTENSOORTEN, POTTEN, kostensoort, mag, regels, verkeerde_pot
from core.bevindingen.tegenlezer import lees_tegen
from core.catalogus import standaardcatalogus
from core.plan import Bevinding, Ernst
from core.regels import bereken
from tests.gevallen import als_plan

CATALOGUS = standaardcatalogus()


def gevonden(invoer: dict[str, Any], herkomst: dict[str, Any]) -> list[Bevinding]:
    """The findings, each of which the second reader has as well."""
    gegevens = {"startjaar": 2027, "horizon": 1, "invoer": invoer, "herkomst": herkomst}
    u = bereken(als_plan(gegevens), CATALOGUS)
    lijst = list(verkeerde_pot(Beeld(u)))
    assert {b.tekst for b in lijst} <= {p.tekst for p in lees_tegen(u).open}
    return lijst


def test_every_cost_has_one_pot_and_its_article() -> None:
    for soort in KOSTENSOORTEN:
        assert [mag(soort, pot) for pot in POTTEN].count(True) == 1
        assert "art. " in soort.artikel
        assert soort.artikel in soort.zin
        for ingang in soort.ingangen:
            assert ingang in CATALOGUS.ingangen
    assert kostensoort("Tolken").zin == (
        "Tolken betaalt u uit de SPUK, niet uit het Gemeentefonds (Wi2021 art. 40 lid 1 (voorzieningen))."
    )
    assert len({k.naam for k in KOSTENSOORTEN}) == len(KOSTENSOORTEN)
    alle = [i for k in KOSTENSOORTEN for i in k.ingangen]
    assert len(alle) == len(set(alle))


@pytest.mark.parametrize(
    ("naam", "waarde", "nota", "woord"),
    [
        ("incidentele_kosten", 5000, "Tolken bij de intake", "tolk"),
        ("bijdrage_samenwerking", 9000, "onze taalschool", "taalschool"),
        ("pvt_map_tolk_asiel", 1500, "met startklas erbij", "startklas"),
        ("trajectprijs", {"B1": 9000}, "incl. de consulent", "consulent"),
        ("incidentele_kosten", 5000, "exclusief btw, met tolken", "tolk"),
        ("incidentele_kosten", 5000, "zonder btw maar inclusief de taalschool", "taalschool"),
    ],
)
def test_a_line_in_the_wrong_pot_is_named(naam: str, waarde: Any, nota: str, woord: str) -> None:
    herkomst = {naam: {"bron": "begroting", "nota": nota}}
    (b,) = gevonden({naam: waarde}, herkomst)
    assert b.ernst is Ernst.WAARSCHUWING
    assert f'"{woord}"' in b.tekst
    assert "(Wi2021" in b.tekst


def test_a_line_in_the_right_pot_is_left_alone() -> None:
    herkomst = {"incidentele_kosten": {"nota": "aanbesteding en software"}, "pvt": {"nota": "tolken en PVT"}}
    invoer = {"incidentele_kosten": 5000, "pvt": 300, "map": 200, "loonkosten_fte": 90000, "instroom_asiel": 3}
    assert gevonden(invoer, herkomst | {"instroom_asiel": {"nota": "volgens de tolk"}}) == []


@pytest.mark.parametrize(
    "nota",
    [
        "exclusief tolken",
        "Bedrag excl. btw en tolken, volgens de offerte",
        "zonder de taalschool",
        "Geen PVT; wel beleid",
    ],
)
def test_what_is_not_in_a_figure_is_in_no_pot(nota: str) -> None:
    assert gevonden({"incidentele_kosten": 5000}, {"incidentele_kosten": {"bron": "begroting", "nota": nota}}) == []


def test_the_rules_as_data() -> None:
    assert [r["kosten"] for r in regels()] == [k.naam for k in KOSTENSOORTEN]
