"""Zekerheid gathers what its parts say of one drawing; nothing is drawn twice or differently."""

from __future__ import annotations

from core.catalogus import standaardcatalogus
from core.duiding.bandbreedte import bandbreedtes, kans_op_tekort, percelen, trek_alles
from core.duiding.bijdragen import TEKORTEN
from core.duiding.gevoeligheid import tornado
from core.duiding.zekerheid import zekerheid
from core.plan import plan_uit
from core.regels import bereken
from tests.benchmarks.voorbeeld import voorbeeldplan


def test_zekerheid_is_die_van_haar_delen() -> None:
    uitkomst = bereken(voorbeeldplan())
    jaren = uitkomst.tijdas.planjaren
    z, trekking = zekerheid(uitkomst, TEKORTEN), trek_alles(uitkomst)
    assert (z.aantal, z.zaad) == (trekking.aantal, trekking.zaad)
    assert z.banden == tuple(bandbreedtes(uitkomst, trekking))
    assert z.kansen == {(b, j): kans_op_tekort(trekking, b, j) for b in TEKORTEN for j in jaren}
    assert z.torens == tornado(uitkomst, [((b, ()), j) for b in TEKORTEN for j in jaren])
    assert z.percelen == tuple(percelen(uitkomst, trekking))
    band = z.band("tekort_totaal", 2028)
    assert band is not None
    assert band.plek == (("tekort_totaal", ()), 2028)
    assert f"tussen {band.in_woorden[0]} en {band.in_woorden[2]}" in band.zin
    assert z.toren("tekort_totaal", 2028) is z.torens[("tekort_totaal", ()), 2028]


def test_zekerheid_in_woorden() -> None:
    z = zekerheid(bereken(voorbeeldplan()), TEKORTEN)
    assert z.kanszin("tekort_totaal", 2027) == (
        "De kans op een tekort ten opzichte van alle middelen is in 2027 meer dan 99 %."
    )
    assert z.trekkingzin.startswith(f"Berekend met 10.000 trekkingen en zaad {z.zaad}.")


def test_wat_niet_bekend_is_heeft_geen_zekerheid() -> None:
    """Without any money there is no tekort, so no band, no chance and no tornado of it."""
    plan, _ = plan_uit({"startjaar": 2027, "horizon": 1, "invoer": {"instroom_asiel": 24}}, standaardcatalogus())
    assert plan is not None
    z = zekerheid(bereken(plan), TEKORTEN)
    assert z.kansen == {}
    assert z.band("tekort_structureel", 2027) is None
    assert z.toren("tekort_structureel", 2027) is None
    assert z.kanszin("tekort_structureel", 2027) == ""
