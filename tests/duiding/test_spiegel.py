"""Own figures beside national ones, and the plan at three levels of inflow."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.instroomvarianten import Oordeel, varieer
from core.duiding.knoppen import knoppen, met
from core.duiding.overzicht import als_tekst, duid
from core.duiding.spiegel import BEDRAGEN, Spiegelbeeld, caseload_bij_gemiddelde, caseloadzin, niet_gespiegeld, spiegel
from core.getallen import toon_euro
from core.plan import PerJaar
from core.regels import Uitkomst, bereken
from tests.gevallen import als_plan, willekeurig

CATALOGUS = standaardcatalogus()
BASIS: dict[str, Any] = {
    "methode": "caseload",
    "caseload": 50,
    "loonkosten_fte": 90000,
    "instroom_asiel": {"2027": "16 tot 24", "2028": "10 tot 30, verwacht 18"},
    "instroom_gezin": 10,
    "gemeentefonds_structureel": 60000,
    "begeleiding_start_asiel": 30,
    "fte_beschikbaar": 1.1,
    "kosten_startklas": 1000,
    "deelname_startklas": 0.5,
}

ALLE = [
    "Uitvoeringskosten per persoonsjaar begeleiding",
    *(b.label for b in BEDRAGEN),
    "Aandeel Z-route",
]
LANDELIJK: dict[str, Any] = {
    "leerroutemix": {"B1": 0.58, "Z": 0.30, "onderwijs": 0.12},
    "maatschappelijke_begeleiding": {"bedrag": 2100, "prijspeil": 2024},
    "pvt_map_tolk": {"bedrag": 1200, "prijspeil": 2024},
}


def uitkomst(startjaar: int = 2027, scenarios: Any = (), **invoer: Any) -> Uitkomst:
    gegevens = {"startjaar": startjaar, "horizon": 2, "invoer": BASIS | invoer, "scenarios": list(scenarios)}
    return bereken(als_plan(gegevens), CATALOGUS)


# --- spiegel -----------------------------------------------------------------------------------------------


def beelden(u: Uitkomst, jaar: int | None = None) -> dict[str, Spiegelbeeld]:
    return {b.label: b for b in spiegel(u, jaar)}


def test_national_averages_mirror_themselves() -> None:
    """With the national amounts entered as one's own nothing differs but what is really the gemeente's own."""
    gevonden = beelden(uitkomst(**LANDELIJK))
    for label in ("Voorzieningen per asielstatushouder", "Gemiddelde prijs van een leerroute", "Aandeel Z-route"):
        assert gevonden[label].oordeel == "gelijk"
        assert "U zit" not in gevonden[label].zin
    # 11.100 × 1,0453 × 1,0180 in prices of 2026 and after; the model's own mix gives 11.098 at the prijspeil of 2024.
    assert gevonden["Gemiddelde prijs van een leerroute"].landelijk[0] == pytest.approx(11100 * 1.0453 * 1.018)
    persoonsjaar = gevonden["Uitvoeringskosten per persoonsjaar begeleiding"]
    assert persoonsjaar.landelijk == pytest.approx((2040 * 1.0453 * 1.018, 2265 * 1.0453 * 1.018))
    spuk = gevonden["Leerroute, naast de prijs in de SPUK"]
    assert spuk.landelijk == pytest.approx((11797.40, 11797.40))
    assert all(b.bron and b.vraag.endswith("?") for b in gevonden.values())
    assert len(gevonden) == 9


def test_a_difference_is_asked_and_not_asserted() -> None:
    u = uitkomst(
        trajectprijs={"B1": 16000, "Z": 16000, "onderwijs": 16000}, leerroutemix={"B1": 0.9, "Z": 0.1, "onderwijs": 0}
    )
    gevonden = beelden(u, 2028)
    route = gevonden["Gemiddelde prijs van een leerroute"]
    eigen = u.waarde("leerroute_gemiddeld", moment=2028)
    assert eigen is not None
    assert route.oordeel == "hoger"
    assert route.zin.startswith(f"Gemiddelde prijs van een leerroute in 2028: bij u {toon_euro(eigen)}, landelijk ")
    assert f"U zit hoger. {route.vraag}" in route.zin
    z = gevonden["Aandeel Z-route"]
    assert z.zin.startswith("Aandeel Z-route in 2028: bij u 10 %, landelijk 30 %. U zit lager.")
    assert "omgerekend naar 2028" in route.bron


def test_what_is_not_known_is_not_mirrored() -> None:
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"trajectprijs": {"B1": {"2027": 1}}}}))
    assert "Uitvoeringskosten per persoonsjaar begeleiding" not in beelden(leeg)


def test_any_plan_has_a_mirror() -> None:
    """Of every figure it is said what it is, or that it is the national one; only the person-year may be unknown."""
    for zaad in range(40):
        u = bereken(willekeurig(zaad, 2027 if zaad % 2 else 2023, 2), CATALOGUS)
        for jaar in u.plan.planjaren:
            labels = [b.label for b in spiegel(u, jaar)]
            zonder = niet_gespiegeld(u)
            assert len(labels) + sum(label in zonder for label in ALLE) in (8, 9)
            assert not any(label in zonder for label in labels)


def test_a_plan_with_national_figures_only_says_nothing_about_itself() -> None:
    """Nothing filled in, or only people: then no figure is compared, and it is said why."""
    for invoer in ({}, {"instroom_asiel": 10, "instroom_gezin": 4, "gemeentefonds_structureel": 9000}):
        u = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": invoer}), CATALOGUS)
        assert spiegel(u, 2028) == []
        assert niet_gespiegeld(u) == (
            f"Niet vergeleken, want daar rekent uw plan met een landelijk cijfer: {'; '.join(ALLE)}."
        )
    met_tolk = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"tolktarief": 90}}), CATALOGUS)
    assert [b.label for b in spiegel(met_tolk)] == [ALLE[1], ALLE[2], ALLE[4], ALLE[5], ALLE[7]]
    alles = uitkomst(**LANDELIJK)
    assert niet_gespiegeld(alles) == ""
    landelijk = uitkomst(methode="landelijk", kengetal_persoonsjaar=2100)
    assert "Uitvoeringskosten per persoonsjaar begeleiding" in beelden(landelijk)


def test_the_national_average_as_a_caseload() -> None:
    """90.000 ÷ (2.152,5 × 1,0453 × 1,018 × 0,8 × 12/11) = 45,02…"""
    gelijk = 90000 / (2152.5 * 1.0453 * 1.018 * 0.8 * 12 / 11)
    assert caseload_bij_gemiddelde(uitkomst()) == pytest.approx(gelijk)
    assert caseloadzin(uitkomst()) == (
        "Met uw loonkosten kost begeleiding per persoon evenveel als landelijk gemiddeld bij een caseload van 45. "
        "Uw caseload is 50."
    )
    zonder = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"loonkosten_fte": 90000}}))
    assert caseloadzin(zonder).endswith("een caseload van 45.")
    for leeg in ({}, {"loonkosten_fte": 900}):  # a caseload of 0,45 is no caseload
        assert caseloadzin(bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": leeg}))) == ""


# --- low, middle, high -------------------------------------------------------------------------------------


def test_three_levels_from_the_ranges_of_the_plan() -> None:
    v = varieer(uitkomst(kwartaalverdeling=[0.4, 0.2, 0.2, 0.2]))
    assert [x.naam for x in v.varianten] == ["laag", "midden", "hoog"]
    assert [x.instroom for x in v.varianten] == [{2027: 26, 2028: 20}, {2027: 30, 2028: 28}, {2027: 34, 2028: 40}]
    assert v.varianten[0].per_kwartaal["2027K1"] == pytest.approx(0.4 * 26)
    assert sum(v.varianten[2].per_kwartaal.values()) == pytest.approx(74)


def test_three_levels_of_ones_own() -> None:
    vast = {"instroom_asiel": 20, "instroom_gezin": {"2027": 10, "2028": 12}}
    assert varieer(uitkomst(**vast)).varianten == ()
    assert "Geef bij de instroom een bereik op" in varieer(uitkomst(**vast)).reden
    v = varieer(uitkomst(**vast), 0.8, 1.5)
    assert [x.instroom[2028] for x in v.varianten] == pytest.approx([25.6, 32, 48])
    een = varieer(uitkomst(instroom_asiel="10 tot 30"), hoog=2)
    assert [x.instroom[2027] for x in een.varianten] == pytest.approx([20, 30, 60])
    alleen = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"instroom_asiel": "5 tot 9"}}))
    assert varieer(alleen).varianten[0].instroom == {}
    assert varieer(alleen).oordelen == ()
    assert varieer(alleen).onbekendzin == ""  # such a plan has no choices either
    zonder_middelen = {k: w for k, w in BASIS.items() if k != "gemeentefonds_structureel"}
    assert varieer(bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": zonder_middelen}))).oordelen == ()


def test_what_cannot_be_said_is_said() -> None:
    """Money for one of two years, or no caseload: then a tekort is not known, in a scenario or in the plan itself."""
    leeg = {"naam": "Geld van één jaar", "invoer": {"gemeentefonds_structureel": {"2027": 60000}}}
    half = {"naam": "Geen caseload", "invoer": {"caseload": None}}
    lezing = varieer(uitkomst(scenarios=[leeg, {"naam": "Meer fte", "invoer": {"fte_beschikbaar": 1.6}}, half]))
    assert "Scenario Meer fte" in [o.keuze for o in lezing.oordelen]
    assert lezing.onbekend == ("Scenario Geld van één jaar", "Scenario Geen caseload")
    assert lezing.onbekendzin == (
        "Het effect van Scenario Geld van één jaar en Scenario Geen caseload is niet te zeggen: het structurele tekort "
        "of de wachtlijst is dan niet in alle planjaren bekend. De bevindingen zeggen wat u kunt aanvullen."
    )
    tekst = als_tekst(duid(uitkomst(scenarios=[leeg])))
    assert "  Het effect van Scenario Geld van één jaar is niet te zeggen:" in tekst
    niets = varieer(uitkomst(gemeentefonds_structureel={"2027": 60000}))
    assert niets.oordelen == ()
    assert niets.onbekendzin.startswith("Het effect van uw keuzes is niet te zeggen: het structurele tekort")
    assert varieer(uitkomst()).onbekendzin == ""


def test_a_verdict_leads_to_its_input() -> None:
    lezing = varieer(uitkomst(scenarios=[{"naam": "Meer fte", "invoer": {"fte_beschikbaar": 1.6}}]))
    namen = {o.keuze: o.naam for o in lezing.oordelen}
    assert namen.pop("Scenario Meer fte") == ""
    assert set(namen.values()) == {k.naam for k in knoppen(uitkomst())}


def test_a_verdict_is_that_of_the_enumerated_plans() -> None:
    """Every choice, at every level, entered as a plan and valued apart."""
    scenarios = [
        {"naam": "Meer fte", "invoer": {"fte_beschikbaar": 1.6}},
        {"naam": "Meer mensen", "invoer": {"instroom_gezin": 40}},
        {"naam": "Korting", "invoer": {}, "maatregelen": ["spuk_korting"]},
    ]
    u = uitkomst(scenarios=scenarios)
    gevonden = {o.keuze: o for o in varieer(u).oordelen}
    instroom = [
        PerJaar(((2027, 16.0), (2028, 10.0))),
        u.plan.invoer["instroom_asiel"],
        PerJaar(((2027, 24.0), (2028, 30.0))),
    ]

    def maten(anders: dict[str, Any], komt: Any) -> tuple[float, float]:
        na = bereken(met(u.plan, {"instroom_asiel": komt} | anders), CATALOGUS)
        wacht = sum(sum(na.reeks("wachtend", d).values()) for d in ("asiel", "gezin"))
        return sum(na.reeks("tekort_structureel").values()), wacht

    keuzes: dict[str, dict[str, Any]] = {
        k.in_woorden(s): {k.naam: k.waarde(s)} for k in knoppen(u) for s in (-1, 1) if k.minste <= s <= k.meeste
    }
    keuzes |= {"Scenario Meer fte": {"fte_beschikbaar": 1.6}, "Scenario Korting": {}}
    assert set(gevonden) == set(keuzes)  # a scenario with an inflow of its own is no choice
    for keuze, anders in keuzes.items():
        verschil = [(maten(anders, komt), maten({}, komt)) for komt in instroom]
        oordeel = gevonden[keuze]
        assert oordeel.euro == pytest.approx([na[0] - voor[0] for na, voor in verschil], abs=1e-6)
        assert oordeel.wachtend == pytest.approx([na[1] - voor[1] for na, voor in verschil], abs=1e-6)
        if any(abs(x) >= 0.5 for x in oordeel.euro):
            assert all(toon_euro(abs(x)) in oordeel.zin for x in oordeel.euro if abs(x) >= 0.5)
    korting = gevonden["Scenario Korting"]
    saldi = []
    for komt in instroom:
        aan, uit = (
            bereken(replace(met(u.plan, {"instroom_asiel": komt}), maatregelen=m), CATALOGUS)
            for m in (("spuk_korting",), ())
        )
        saldi.append(sum(aan.reeks("spuk_saldo").values()) - sum(uit.reeks("spuk_saldo").values()))
    assert korting.spuk == pytest.approx(saldi)
    bedragen = ", ".join(
        f"{toon_euro(-x)} minder bij {hoe} instroom"
        for x, hoe in zip(saldi, ("lage", "gemiddelde", "hoge"), strict=True)
    )
    assert korting.zin == (
        "Scenario Korting. Dit verandert alleen de SPUK, niet het tekort en het wachten. "
        f"Saldo van de SPUK over alle planjaren: {bedragen}."
    )


@pytest.mark.parametrize(
    ("euro", "wachtend", "slot", "stand"),
    [
        ((-10, -20, -30), (0, 0, 0), "bij elke instroom goedkoper, en mensen wachten even lang.", True),
        ((0, 0, 0), (-1, -2, -3), "bij elke instroom even duur, en mensen wachten korter.", True),
        ((-10, -20, -30), (0, -1, -2), "bij elke instroom goedkoper, en mensen wachten korter.", False),
        ((-10, -20, -30), (1, 2, 3), "bij elke instroom goedkoper, maar mensen wachten langer.", True),
        ((10, 20, 30), (-1, -2, -3), "bij elke instroom duurder, maar mensen wachten korter.", True),
        ((10, 20, 30), (1, 2, 3), "bij elke instroom duurder, en mensen wachten langer.", True),
        ((10, 20, 30), (0, 0, 0), "bij elke instroom duurder, en mensen wachten even lang.", True),
        ((0, 0, 0), (0, 0, 0), "Dit maakt voor het tekort en het wachten niets uit.", True),
        ((-10, 20, 30), (0, 0, 0), "Of dit gunstig is, hangt af van de instroom.", False),
        ((10, 20, 30), (0, -1, -2), "Of dit gunstig is, hangt af van de instroom.", False),
    ],
)
def test_right_in_all_three(euro: Any, wachtend: Any, slot: str, stand: bool) -> None:
    oordeel = Oordeel("Iets", euro, wachtend)
    assert oordeel.zin.endswith(slot)
    assert oordeel.houdt_stand == stand
    beter = (
        "goedkoper, en mensen wachten even",
        "even duur, en mensen wachten korter",
        "goedkoper, en mensen wachten k",
    )
    assert oordeel.nergens_slechter == any(x in slot for x in beter)


def test_what_is_the_same_at_every_level_is_said_once() -> None:
    """Over five years 35 person-years of waiting are on average 7 people on the list."""
    oordeel = Oordeel("Iets", (-10, -10, -10), (35.0, 30.0, -10.0), jaren=5)
    assert oordeel.zin.startswith(
        "Iets. Structureel tekort over alle planjaren: € 10 minder, bij elke instroom. Wachtlijst: "
    )
    assert (
        "gemiddeld 7 mensen meer bij lage instroom, gemiddeld 6 mensen meer bij gemiddelde instroom, "
        "gemiddeld 2 mensen minder bij hoge instroom." in oordeel.zin
    )


def test_more_people_never_cost_less() -> None:
    """Monotone: middle between low and high in every year, for what follows the number of people."""
    v = varieer(uitkomst(methode="landelijk"))
    for jaar in (2027, 2028):
        laag, midden, hoog = (x.uitkomst.waarde("uitvoeringskosten", moment=jaar) or 0 for x in v.varianten)
        assert laag < midden < hoog
