"""Tornado and bands: the swings are those of real plans, the sentences those of their figures."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from core.catalogus import standaardcatalogus
from core.duiding.bandbreedte import (
    Bandbreedte,
    Perceel,
    bandbreedtes,
    contractjaren,
    contractzin,
    kans_op_tekort,
    percelen,
    trek_alles,
)
from core.duiding.gevoeligheid import NIET_IN_DE_BAND, Tornado, tornado
from core.duiding.onzekerheid import VEEL, Band, toevalsgrenzen
from core.duiding.zinnen import aantal, euro, kans, kost_meer, ongeveer, procent
from core.getallen import toon_euro
from core.plan import Plan
from core.regels import Uitkomst, bereken
from core.regels.uitkomst import jaargrootheden
from core.rekenkunde.berekening import Plek
from tests.gevallen import als_plan

CATALOGUS = standaardcatalogus()
TEKORT: Plek = ("tekort_structureel", ()), 2028
BASIS: dict[str, Any] = {
    "methode": "caseload",
    "caseload": 50,
    "loonkosten_fte": 90000,
    "instroom_asiel": 20,
    "instroom_gezin": 10,
    "gemeentefonds_structureel": 60000,
}


def plan(**invoer: Any) -> Plan:
    return als_plan({"startjaar": 2027, "horizon": 2, "invoer": BASIS | invoer})


def uitkomst(**invoer: Any) -> Uitkomst:
    return bereken(plan(**invoer), CATALOGUS)


def tekort(**invoer: Any) -> float:
    waarde = uitkomst(**invoer).waarde("tekort_structureel", moment=2028)
    assert waarde is not None
    return waarde


# --- tornado -----------------------------------------------------------------------------------------------


def test_a_swing_is_that_of_two_plans() -> None:
    """One range at its low and at its high end, the other at its expectation; the widest first."""
    t = tornado(uitkomst(caseload="40 tot 70, verwacht 50", loonkosten_fte="85.000 tot 95.000", toeval=False), [TEKORT])
    groot, klein = t[TEKORT].uitslagen
    assert (groot.naam, klein.naam) == ("caseload", "loonkosten_fte")
    assert groot.laag == pytest.approx(tekort(caseload=70))
    assert groot.hoog == pytest.approx(tekort(caseload=40))
    assert klein.laag == pytest.approx(tekort(loonkosten_fte=85000))
    assert klein.hoog == pytest.approx(tekort(loonkosten_fte=95000))
    assert t[TEKORT].punt == pytest.approx(tekort())
    assert groot.breedte == groot.hoog - groot.laag


def test_years_of_one_input_add_up_as_squares() -> None:
    """Two independent years: √(a² + b²), not a + b."""
    rij = {"2027": "16 tot 24", "2028": "15 tot 25"}
    t = tornado(uitkomst(instroom_asiel=rij, toeval=False), [TEKORT])[TEKORT]
    (uitslag,) = t.uitslagen
    midden = tekort()
    a = tekort(instroom_asiel={"2027": 24, "2028": 20}) - midden
    b = tekort(instroom_asiel={"2027": 20, "2028": 25}) - midden
    assert uitslag.hoog - midden == pytest.approx(math.hypot(a, b))


def test_chance_counts_but_cannot_be_looked_up() -> None:
    t = tornado(uitkomst(caseload="45 tot 55", huishoudgrootte=2), [TEKORT])[TEKORT]
    soorten = {u.naam: u.toeval for u in t.uitslagen}
    assert soorten == {"caseload": False, "toeval_asiel": True, "toeval_gezin": True}
    assert [u.naam for u in t.zoek_eerst] == ["caseload"]
    toeval = math.hypot(*(u.breedte for u in t.uitslagen if u.toeval))
    slot = f"Toeval in kleine aantallen maakt {euro(toeval)} verschil; dat is niet uit te zoeken."
    eerste = euro(t.zoek_eerst[0].breedte)
    assert t.zin == f"Zoek eerst dit getal uit: Caseload per fte (maakt {eerste} verschil). {slot}"
    # Poisson(10) × 2: the 10th and 90th percentile of Poisson(10) are 6 and 14, so 12 and 28 people in 2028.
    wijd = next(u for u in t.uitslagen if u.naam == "toeval_asiel")
    midden = tekort()
    delen = [(tekort(instroom_asiel={"2027": a, "2028": b}) - midden) for a, b in ((28, 20), (20, 28))]
    assert wijd.hoog - midden == pytest.approx(math.hypot(*delen))


@pytest.mark.parametrize(
    ("verwacht", "grootte", "grenzen"),
    [
        (10, 1, (6, 14)),  # Poisson(10), from any table: P(X ≤ 6) = 0,130 and P(X ≤ 14) = 0,917
        (20, 2, (12, 28)),  # households of two
        (0.05, 1, (0, 0)),  # P(X = 0) = 0,951
        (1e12, 1, (1e12 - 1.2816e6, 1e12 + 1.2816e6)),  # as a normal number
    ],
)
def test_chance_in_small_numbers_has_the_bounds_of_poisson(
    verwacht: float, grootte: float, grenzen: tuple[float, float]
) -> None:
    assert toevalsgrenzen(verwacht, grootte) == pytest.approx(grenzen, rel=1e-12)


def test_small_and_many_join() -> None:
    """At the border the exact bounds and those of the normal number are less than two apart in a hundred thousand."""
    onder, boven = toevalsgrenzen(VEEL, 1), toevalsgrenzen(VEEL + 1, 1)
    assert onder == pytest.approx(boven, abs=2)


def test_three_first_and_what_the_band_leaves_out() -> None:
    t = tornado(
        uitkomst(
            caseload="45 tot 55",
            loonkosten_fte="85.000 tot 95.000",
            bijdrage_samenwerking="1.000 tot 2.000",
            gemeentefonds_structureel="59.000 tot 61.000",
            stand_start="1 tot 9",
            instroom_asiel={"2027": 20, "2028": "18 tot 22"},
            loonstijging={"2028": 0.02},
            trajectprijs={"B1": "9.000 tot 11.000"},
        ),
        [TEKORT],
    )[TEKORT]
    assert len(t.zoek_eerst) == 3
    assert t.zin.startswith("Zoek eerst deze 3 getallen uit: ")
    assert all(u.label in t.zin and euro(u.breedte) in t.zin for u in t.zoek_eerst)
    assert "stand_start" not in {u.naam for u in t.uitslagen}  # it decides nothing about this figure
    assert t.vast == ("Instroom, gezins- en overige migranten", "Loonstijging")
    assert all(wat in t.niet_in_de_band for wat in NIET_IN_DE_BAND)
    assert "Bij 2 eigen getallen gaf u geen bereik op; die liggen vast." in t.niet_in_de_band
    een = Tornado(TEKORT, 1.0, (), ("Loonstijging",))
    assert "Bij 1 eigen getal gaf u geen bereik op; dat ligt vast." in een.niet_in_de_band


def test_the_routes_stay_one_in_a_swing() -> None:
    """Z at its ends, the other two in their proportion."""
    saldo: Plek = ("spuk_saldo", ()), 2028
    mix = {"B1": 0.6, "Z": "0,2 tot 0,4", "onderwijs": 0.1}
    t = tornado(uitkomst(leerroutemix=mix, toeval=False, prestatie_verhouding=1), [saldo])[saldo]
    uitslag = next(u for u in t.uitslagen if u.naam == "leerroutemix_Z")
    hoog = {"B1": 0.6 * 0.6 / 0.7, "Z": 0.4, "onderwijs": 0.6 * 0.1 / 0.7}
    verwacht = bereken(plan(leerroutemix=hoog), CATALOGUS).waarde("spuk_saldo", moment=2028)
    assert verwacht in (pytest.approx(uitslag.laag), pytest.approx(uitslag.hoog))


def test_no_range_no_swing_no_figure() -> None:
    vast = uitkomst(toeval=False)
    t = tornado(vast, [TEKORT, (("tekort_structureel", ()), 2050)])
    assert list(t) == [TEKORT]
    assert t[TEKORT].uitslagen == ()
    assert t[TEKORT].zin == (
        "Bij geen enkel getal staat een bereik dat hier iets uitmaakt. "
        "Vul bij getallen die u niet zeker weet een bereik in, zoals 45 tot 60."
    )
    kaal = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"instroom_gezin": 0, "methode": "caseload"}}))
    assert tornado(kaal, [(("spuk_a", ()), 2027)]) != {}
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {}}))
    assert "geen bereik" not in tornado(leeg, [(("spuk_a", ()), 2027)])[("spuk_a", ()), 2027].niet_in_de_band


# --- bands -------------------------------------------------------------------------------------------------


def test_the_linear_case_has_the_mean_and_variance_of_its_formula() -> None:
    """tekort = b − g, b with sd 5.000 ÷ 1,2816 and g with sd 2.000 ÷ 1,2816, both symmetric and independent.

    Mean: b − g at their middles. Variance (5.000² + 2.000²) ÷ 1,2816² = 17.656.000. Of 10.000 draws the standard
    error of the mean is 42, that of the variance √(2 ÷ 10.000) × 17.656.000 = 250.000; four of each is the margin.
    """
    u = uitkomst(bijdrage_samenwerking="20.000 tot 30.000", gemeentefonds_structureel="58.000 tot 62.000", toeval=False)
    draws = trek_alles(u).waarde("tekort_structureel", moment=2028)
    assert draws is not None
    assert not isinstance(draws, float)
    assert draws.mean() == pytest.approx(tekort(bijdrage_samenwerking=25000), abs=168)
    assert draws.var() == pytest.approx(29_000_000 / 1.2816**2, abs=1_000_000)


def test_bands_for_every_yearly_figure() -> None:
    u = uitkomst(loonkosten_fte="85.000 tot 95.000", fte_beschikbaar=0.8, begeleiding_start_asiel=30)
    trekking = trek_alles(u, 400)
    gevonden = {b.plek: b for b in bandbreedtes(u, trekking)}
    verwacht = {(g.id, j) for g in jaargrootheden() for j in u.reeks(g.naam, *g.sleutel)}
    na_het_plan = {((f"na_horizon_{wat}", ()), None) for wat in ("lasten", "baten")}
    assert set(gevonden) == verwacht | na_het_plan
    baten = gevonden[("na_horizon_baten", ()), None]
    assert baten.zin.startswith(f"Baten na het plan: in 8 van de 10 gevallen tussen {euro(baten.band.p10)} en ")
    band = gevonden[TEKORT]
    tussen = f"in 8 van de 10 gevallen tussen {euro(band.band.p10)} en {euro(band.band.p90)}."
    assert band.zin.startswith(f"{band.label} in 2028: {tussen}")
    assert f"minder dan {euro(band.band.p50)}." in band.zin
    vast = bandbreedtes(u, trekking, ["bijdrage_samenwerking"])[0]
    assert vast.zin == f"{vast.label} in 2027: € 0. In uw plan maakt geen bereik en geen toeval hier iets uit."
    mensen = next(b for b in gevonden.values() if b.plek == (("begeleid", ("asiel",)), 2028))
    assert f"en {aantal(mensen.band.p90, decimalen=2)} personen. " in mensen.zin


def test_a_figure_that_is_not_always_there_says_how_often() -> None:
    """Kosten per inburgeraar do not exist in the draws in which nobody comes: e⁻² of them, 14 %."""
    u = uitkomst(instroom_asiel=1, instroom_gezin=1)
    b = next(b for b in bandbreedtes(u, trek_alles(u), ["kosten_per_inburgeraar"]) if b.jaar == 2027)
    assert b.band.bekend == pytest.approx(1 - math.exp(-2), abs=0.015)
    assert f"In {procent(1 - b.band.bekend)} van de gevallen is er geen uitkomst." in b.zin
    nooit = uitkomst(instroom_asiel=1e-9, instroom_gezin=0)
    assert bandbreedtes(nooit, trek_alles(nooit, 50), ["kosten_per_inburgeraar"]) == []


def test_the_chance_of_a_tekort() -> None:
    u = uitkomst(bijdrage_samenwerking="20.000 tot 30.000", toeval=False)
    trekking = trek_alles(u)
    assert kans_op_tekort(trekking, "tekort_structureel", 2028, tekort(bijdrage_samenwerking=30000)) == pytest.approx(
        0.1, abs=0.012
    )
    assert kans_op_tekort(trekking, "tekort_structureel", 2050) is None
    zonder_route = uitkomst(methode="uren", uren_jaar_asiel="10 tot 20", uren_jaar_gezin=8)  # uren_start is blank
    assert kans_op_tekort(trek_alles(zonder_route, 10), "tekort_structureel", 2028) is None
    zeker = uitkomst(toeval=False)
    assert kans_op_tekort(trek_alles(zeker, 10), "tekort_structureel", 2028, -1e9) == 1.0


def test_volumes_for_a_tender() -> None:
    """P10 and P90 of the starts of a route, in whole trajecten; over the contract years in the plan as one figure."""
    contract = {"contract_start": 2027, "contract_jaren": 1, "optie_jaren": 3}
    u = uitkomst(instroom_asiel="15 tot 25", toeval=False, **contract)
    per_jaar = {(p.route, p.jaar): p for p in percelen(u, trek_alles(u))}
    z = per_jaar["Z", 2028]
    # instroom 15 tot 25 with 30 % Z, all start in the year: P10 4,5 and P90 7,5
    assert z.band.p10 == pytest.approx(4.5, abs=0.06)
    assert (z.minimum, z.maximum) == (4, 8)
    assert z.zin.startswith("Z-route in 2028: reken op 6 trajecten, met als minimum 4 en als maximum 8.")
    samen = per_jaar["Z", None]
    assert samen.band.p50 == pytest.approx(12, abs=0.1)
    assert samen.zin.startswith("Z-route voor het contract in 2027 en 2028: reken op 12 trajecten, met")
    assert samen.zin.endswith(" Zonder 2029 en 2030: buiten dit plan.")
    assert contractjaren(u) == ((2027, 2028), (2029, 2030))
    niemand = uitkomst(instroom_asiel=0, toeval=False)
    assert {p.jaar: p.zin for p in percelen(niemand, trek_alles(niemand)) if p.route == "Z"}[
        2028
    ] == "Z-route in 2028: niemand start."
    zonder = uitkomst(toeval=False)
    assert contractzin(zonder) == ""
    assert {p.jaar for p in percelen(zonder, trek_alles(zonder, 10))} == {2027, 2028}
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {}}))
    assert percelen(leeg, trek_alles(leeg, 10)) == []
    # When people start is drawn, but who comes in 2028 is not known: draws without a figure give no perceel.
    open_ = {"aanloop": "1 tot 3", "instroom_asiel": {"2027": 9}, "instroom_gezin": 4, "toeval": False}
    onbekend = bereken(als_plan({"startjaar": 2027, "horizon": 3, "invoer": open_}))
    assert 2029 not in {p.jaar for p in percelen(onbekend, trek_alles(onbekend, 50))}


def test_contract_years_outside_the_plan_are_named() -> None:
    """A plan of 2027 and 2028: of a contract of 2026–2027 with an option to 2029 two years are not held."""
    u = uitkomst(contract_start=2026, contract_jaren=2, optie_jaren=2)
    assert contractjaren(u) == ((2027, 2028), (2026, 2029))
    assert contractjaren(u, opties=False) == ((2027,), (2026,))
    assert contractzin(u) == (
        "Het contract loopt met opties ook in 2026 en 2029. Dat valt buiten dit plan en telt niet mee in het volume en "
        "de contractwaarde; de echte contractwaarde is dus hoger."
    )
    banden = {(b.plek[0], b.jaar): b.zin for b in bandbreedtes(u, trek_alles(u, 200))}
    assert banden[("contractwaarde_met_opties", ()), None].endswith(" Zonder 2026 en 2029: buiten dit plan.")
    assert banden[("contractwaarde_totaal", ()), None].endswith(" Zonder 2026: buiten dit plan.")
    assert "Zonder" not in banden[("inkoopbudget", ()), 2027]
    later = uitkomst(contract_start=2032, contract_jaren=2)
    assert contractzin(later) == (
        "Het contract loopt in 2032 en 2033, helemaal buiten dit plan. Volume en contractwaarde zijn niet te zeggen."
    )
    assert not any(b.plek[0][0].startswith("contractwaarde") for b in bandbreedtes(later, trek_alles(later, 50)))
    binnen = uitkomst(contract_start=2027, contract_jaren=2)
    assert contractzin(binnen) == ""


def test_both_ends_of_a_band_are_rounded_alike() -> None:
    """€ 28 beside € 98.700 says more than it knows: both in hundreds. A narrow band is no certainty."""
    plek: Plek = ("spuk_saldo", ()), 2028
    band = Bandbreedte(plek, "Saldo", 2028, "euro", 0.0, Band(28.0, 44_210.0, 98_712.0))
    assert band.in_woorden == ("€ 0", "€ 44.200", "€ 98.700")
    smal = Bandbreedte(plek, "Saldo", 2028, "euro", 98_700.2, Band(98_700.1, 98_700.2, 98_700.3))
    assert smal.zin == "Saldo in 2028: in 8 van de 10 gevallen ongeveer € 98.700."


def test_a_figure_that_seldom_differs_is_not_called_certain() -> None:
    """The same in P10, P50 and P90, yet some draws give more: only what no draw moves is said to be fixed."""
    plek: Plek = ("wachtweken", ("gezin",)), 2028
    zelden = Bandbreedte(plek, "Wachttijd", 2028, "weken", 0.0, Band(0.0, 0.0, 0.0))
    assert zelden.zin == "Wachttijd in 2028: in minstens 8 van de 10 gevallen 0 weken."
    altijd = Bandbreedte(plek, "Wachttijd", 2028, "weken", 0.0, Band(0.0, 0.0, 0.0), vast=True)
    assert altijd.zin == "Wachttijd in 2028: 0 weken. In uw plan maakt geen bereik en geen toeval hier iets uit."
    over = Bandbreedte(TEKORT, "Tekort", 2028, "euro", -3_750.0, Band(-3_750.0, -3_750.0, -3_750.0))
    nul = "Onder nul betekent dat u geld overhoudt."
    assert over.zin == f"Tekort in 2028: in minstens 8 van de 10 gevallen € −3.750. {nul}"
    # Some 15 people a year with room for 25 of weight 1 at once: somebody waits now and then, but seldom.
    u = uitkomst(instroom_asiel=10, instroom_gezin=5, fte_beschikbaar=0.5, begeleidingsduur=4)
    trekking = trek_alles(u)
    for b in bandbreedtes(u, trekking):
        getrokken = trekking.waarden[b.plek]
        anders = getrokken != getrokken[0] if isinstance(getrokken, np.ndarray) else np.array([False])
        assert b.vast == (not anders.any() or float(np.ptp(getrokken)) < 1e-9), b.zin
        assert ("geen toeval hier iets uit" in b.zin) == b.vast
    assert any(b.band.p10 == b.band.p90 and not b.vast for b in bandbreedtes(u, trekking))


def test_the_middle_can_be_an_end() -> None:
    """Half of the draws at nothing: that is at most € 0 and not less than € 0; and the other way around."""
    plek: Plek = ("reserve", ()), 2028
    onder = Bandbreedte(plek, "Reserve", 2028, "euro", 0.0, Band(0.0, 0.0, 43_884.0))
    assert onder.zin.endswith("tussen € 0 en € 43.900. In de helft van de gevallen is het hoogstens € 0.")
    boven = Bandbreedte(plek, "Reserve", 2028, "euro", 50.0, Band(10.0, 50.0, 50.0))
    assert boven.zin.endswith("tussen € 10 en € 50. In de helft van de gevallen is het minstens € 50.")


def test_a_plan_that_lies_outside_its_own_band_says_so() -> None:
    """Where places run out the plan itself can lie beyond what 8 of 10 draws give."""
    plek: Plek = ("spuk_saldo", ()), 2027
    buiten = Bandbreedte(plek, "Saldo", 2027, "euro", -4_368_154.0, Band(-4_344_151.0, -4_179_702.0, -3_452_041.0))
    erbij = "In uw plan zelf is het € −4.370.000. Wat mee of tegen kan vallen, is hier niet even groot."
    assert buiten.zin.endswith(f"minder dan € −4.180.000. {erbij}")
    # Outside by less than is shown: nothing to say.
    bijna = Bandbreedte(plek, "Saldo", 2027, "euro", -4_344_152.0, Band(-4_344_151.0, -4_179_702.0, -3_452_041.0))
    assert "In uw plan zelf" not in bijna.zin
    zelden = Bandbreedte((("wachtweken", ("gezin",)), 2028), "Wachttijd", 2028, "weken", 2.0, Band(0.0, 0.0, 0.0))
    assert "in minstens 8 van de 10 gevallen 0 weken. In uw plan zelf is het 2." in zelden.zin


def test_draws_never_say_that_something_is_certain() -> None:
    assert (kans(1.0), kans(0.995), kans(0.8), kans(0.004), kans(0.0)) == (
        "meer dan 99 %",
        "meer dan 99 %",
        "80 %",
        "minder dan 1 %",
        "minder dan 1 %",
    )


def test_the_same_plan_gives_the_same_words() -> None:
    u = uitkomst(caseload="45 tot 55")
    een, twee = ([b.zin for b in bandbreedtes(u, trek_alles(u, 200))] for _ in range(2))
    assert een == twee
    assert [t.zin for t in tornado(u, [TEKORT]).values()] == [t.zin for t in tornado(u, [TEKORT]).values()]
    assert isinstance(bandbreedtes(u, trek_alles(u, 50))[0], Bandbreedte)


# --- words -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("getal", "rond"), [(0, 0), (123456, 123000), (-98765, -98800), (999.6, 1000), (12.3, 12), (0.4, 0)]
)
def test_what_is_uncertain_is_not_told_to_the_euro(getal: float, rond: float) -> None:
    assert ongeveer(getal) == rond
    assert euro(getal) == toon_euro(rond)


def test_small_words() -> None:
    assert kost_meer(0.2) == "Dat maakt geen verschil."
    assert kost_meer(-5) == "Dat scheelt € 5."
    assert aantal(None) == "een onbekend aantal"
    assert (aantal(3), aantal(2.5, "fte"), aantal(1200, decimalen=0)) == ("3", "2,5 fte", "1.200")


@pytest.mark.parametrize(
    ("getal", "tekst"), [(1.0, "1 traject"), (1.04, "1 traject"), (2, "2 trajecten"), (10892, "10.892 trajecten")]
)
def test_one_is_not_a_plural(getal: float, tekst: str) -> None:
    assert aantal(getal, "trajecten") == tekst


def test_large_tenders_are_read_in_thousands() -> None:
    perceel = Perceel("B1", 2028, Band(10892.4, 10993.0, 11094.2, 1.0))
    assert "reken op 10.993 trajecten, met als minimum 10.892 en als maximum 11.095." in perceel.zin


def test_a_tekort_below_nothing_is_explained() -> None:
    u = uitkomst(instroom_asiel="15 tot 25", gemeentefonds_structureel=900000)
    band = next(b for b in bandbreedtes(u, trek_alles(u), ["tekort_structureel"]) if b.jaar == 2027)
    assert band.band.p90 < 0
    assert "Onder nul betekent dat u geld overhoudt." in band.zin
