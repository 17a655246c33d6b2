"""The waterfall: sums to the tekort, favours no order, and says what its figures say."""

from __future__ import annotations

import itertools
import json
import math
import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.catalogus import standaardcatalogus
from core.duiding import bijdragen
from core.duiding.bijdragen import TEKORTEN, Staaf, Verklaring, Waterval, coalitiebladen, shapley, verklaar
from core.duiding.oorzaken import PlanNaastReferentie, Wie
from core.duiding.referentie import Referentie
from core.duiding.zinnen import procent
from core.getallen import toon, toon_euro
from core.plan import plan_uit
from core.regels import Uitkomst, bereken
from tests.benchmarks.voorbeeld import PAD
from tests.gevallen import als_plan, willekeurig

CATALOGUS = standaardcatalogus()
GEWOON: dict[str, Any] = {
    "methode": "caseload",
    "caseload": 50,
    "loonkosten_fte": 90000,
    "instroom_asiel": 20,
    "instroom_gezin": 10,
    "gemeentefonds_structureel": 60000,
}


def uitkomst(horizon: int = 2, **invoer: Any) -> Uitkomst:
    return bereken(als_plan({"startjaar": 2027, "horizon": horizon, "invoer": invoer}), CATALOGUS)


def staven(verklaring: Verklaring, jaar: int) -> dict[str, float]:
    waterval = verklaring.in_jaar(jaar)
    assert waterval is not None
    return {s.naam: s.bedrag for s in waterval.staven}


def sluit(u: Uitkomst, w: Waterval) -> bool:
    tekort = u.waarde(w.begrip, moment=w.jaar)
    assert tekort is not None
    return abs(sum(s.bedrag for s in w.staven) - tekort) < 0.01 and abs(w.tekort - tekort) < 0.01


# --- the value itself --------------------------------------------------------------------------------------


def test_shapley_equals_the_mean_over_all_orders() -> None:
    """Four players, any game: the definition, worked out order by order."""
    rng = np.random.default_rng(1)
    waarden = rng.normal(size=16)
    met_de_hand = [0.0] * 4
    for orde in itertools.permutations(range(4)):
        coalitie = 0
        for p in orde:
            met_de_hand[p] += (waarden[coalitie | 1 << p] - waarden[coalitie]) / 24
            coalitie |= 1 << p
    assert shapley(waarden) == pytest.approx(met_de_hand)
    assert shapley(np.array([3.0])) == []


def test_the_glove_game() -> None:
    """One left glove (0) and two right ones (1, 2); a pair is worth 1: 2/3, 1/6 and 1/6, as in any textbook."""
    waarden = np.array([1.0 if c & 1 and c & 6 else 0.0 for c in range(8)])
    assert shapley(waarden) == pytest.approx([2 / 3, 1 / 6, 1 / 6])


# --- a thousand plans --------------------------------------------------------------------------------------


@pytest.mark.steekproef
def test_bars_sum_to_the_tekort_in_a_thousand_plans() -> None:
    """Every method, with and without capacity; one plan in eight looks two years ahead."""
    soorten, gevonden, namen = {"landelijk": 0, "caseload": 0, "uren": 0}, 0, set()
    for zaad in range(1000):
        plan = willekeurig(zaad, 2027, 1 if zaad % 8 else 2)
        u = bereken(plan, CATALOGUS)
        begrip = tuple(TEKORTEN)[zaad % 3]
        verklaring = verklaar(u, begrip)
        assert len(verklaring.watervallen) + len(verklaring.buiten_beeld) == plan.horizon
        assert {w.jaar for w in verklaring.watervallen} == set(u.reeks(begrip))
        for w in verklaring.watervallen:
            assert sluit(u, w), zaad
            assert all(math.isfinite(s.bedrag) for s in w.staven)
            gevonden += 1
            soorten[u.methode] += 1
            namen |= {s.naam for s in w.staven}
    assert gevonden > 500
    assert all(aantal > 50 for aantal in soorten.values())
    assert len(namen) == 18  # each of the sixteen causes has been seen, the Gemeentefonds and the other money


@pytest.mark.parametrize("zaad", [3, 8, 21, 40])
def test_every_coalition_is_a_plan(zaad: int) -> None:
    """The tekort of a coalition on the axis equals that of its leaves, one by one, in the point calculation."""
    u = bereken(willekeurig(zaad, 2027, 2), CATALOGUS)
    v = PlanNaastReferentie(u, Referentie.landelijk(CATALOGUS))
    oorzaken = [o for o in v.oorzaken() if o.naam != "formatie"][:4]
    bladen = coalitiebladen(v, oorzaken)
    # Where a leaf is scaled and replaced, scaling comes last: people in the national proportion, then fewer of them.
    for o in oorzaken:
        for plek, factor in o.schaalt.items():
            vervangen = [x.vervangt[plek] for x in oorzaken if plek in x.vervangt]
            begin = vervangen[0] if vervangen else v.waarde(plek, math.nan)
            mee = math.prod(x.schaalt.get(plek, 1) for x in oorzaken)
            assert factor
            assert bladen[plek][0] == pytest.approx(begin * mee, nan_ok=True)
            assert bladen[plek][-1] == v.waarde(plek, math.nan)


# --- the axioms --------------------------------------------------------------------------------------------


def test_causes_with_the_same_effect_get_the_same_bar() -> None:
    """Reiskosten and kinderopvang: the same share, the same amount, the same people."""
    u = uitkomst(
        **GEWOON,
        deelname_reiskosten=0.3,
        bedrag_reiskosten=500,
        deelname_kinderopvang=0.3,
        eigen_bijdrage_kinderopvang=500,
        deelname_startklas=0.5,
        kosten_startklas=1000,
    )
    for jaar in (2027, 2028):
        deel = staven(verklaar(u), jaar)
        assert deel["reiskosten"] == pytest.approx(deel["kinderopvang"], abs=1e-6)
        assert deel["reiskosten"] > 0


def test_what_does_nothing_gets_no_bar() -> None:
    """Structural cost leaves incidental cost out, and the national average has inhuur inside."""
    u = uitkomst(
        instroom_asiel=20,
        instroom_gezin=10,
        gemeentefonds_structureel=1,
        incidentele_kosten=5000,
        loonkosten_fte=90000,
        inhuuraandeel=0.5,
    )
    assert "incidenteel" not in staven(verklaar(u), 2027)
    assert staven(verklaar(u, "tekort_totaal"), 2027)["incidenteel"] == pytest.approx(5000)
    assert "inhuur" not in staven(verklaar(u), 2027)


KEUZES = {
    "startklas": {"deelname_startklas": 0.4, "kosten_startklas": 1000},
    "reiskosten": {"deelname_reiskosten": 0.4, "bedrag_reiskosten": 300},
    "kinderopvang": {"deelname_kinderopvang": 0.4, "eigen_bijdrage_kinderopvang": 700},
    "samenwerking": {"bijdrage_samenwerking": 9000},
    "inhuur": {"inhuuraandeel": 0.3, "inhuurtarief": 95, "productieve_uren": 1350},
    "participatiewet": {"besparing_participatiewet": 0.2},
}


@pytest.mark.parametrize("naam", KEUZES)
def test_a_doubled_choice_never_shrinks_its_own_bar(naam: str) -> None:
    keuze: dict[str, Any] = KEUZES[naam]
    eerste = next(iter(keuze))
    dubbel = keuze | {eerste: 2 * keuze[eerste]}
    for erbij in ({}, {"fte_beschikbaar": 0.5, "begeleiding_start_asiel": 20, "begeleiding_start_gezin": 5}):
        voor = staven(verklaar(uitkomst(**GEWOON, **erbij, **keuze)), 2028)[naam]
        na = staven(verklaar(uitkomst(**GEWOON, **erbij, **dubbel)), 2028)[naam]
        assert abs(na) >= abs(voor) > 0
        assert (na > 0) == (voor > 0)


def test_the_order_in_which_a_plan_is_written_does_not_matter() -> None:
    invoer = GEWOON | KEUZES["startklas"] | KEUZES["inhuur"]
    andersom = dict(reversed(list(invoer.items())))
    assert verklaar(uitkomst(**invoer)) == verklaar(uitkomst(**andersom))


# --- against the national figures, by hand -----------------------------------------------------------------


def test_the_country_explains_itself() -> None:
    """2024 (afleidingen §6.3): the reference costs what the Gemeentefonds gives; volume and work are the rest.

    Reference 2,5 × 19.600 × 1.653 = 80.997.000. With all people 2,5 × 28.430 × 1.653 = 117.486.975; with all work
    2,5 × 19.600 × 2.152,5 = 105.472.500; with both 152.988.937,50.
    Volume: ((117.486.975 − 80.997.000) + (152.988.937,5 − 105.472.500)) ÷ 2 = 42.003.206,25.
    Work: ((105.472.500 − 80.997.000) + (152.988.937,5 − 117.486.975)) ÷ 2 = 29.988.731,25.
    """
    plan, _ = plan_uit(_land(), CATALOGUS)
    assert plan is not None
    deel = staven(verklaar(bereken(plan, CATALOGUS)), 2024)
    assert deel == pytest.approx({"gemeentefonds": -3000, "volume": 42_003_206.25, "werk": 29_988_731.25}, abs=0.01)


def _land() -> dict[str, Any]:
    return {
        "startjaar": 2022,
        "horizon": 3,
        "invoer": {
            "instroom_asiel": 28430 * 2 / 3,
            "instroom_gezin": 28430 / 3,
            "gemeentefonds_structureel": 81_000_000,
        },
    }


def test_own_level_and_national_level_are_told_apart() -> None:
    """Caseload 50 at € 90.000 is € 1.800 a person. National: 2.152,50 in 2024, times 1,0453 × 1,018, direct 80 %,

    divided by the weight of the national group (2/3 + 1/3 × 0,75 = 11/12): 2.152,5 × 1,0641154 × 0,8 × 12/11.
    """
    landelijk = 2152.5 * 1.0453 * 1.018 * 0.8 * 12 / 11
    u = uitkomst(**GEWOON)
    waterval = verklaar(u).in_jaar(2027)
    assert waterval is not None
    staaf = next(s for s in waterval.staven if s.naam == "kostenniveau")
    assert staaf.bedrag < 0
    assert toon_euro(1800) in staaf.zin
    assert toon_euro(landelijk) in staaf.zin
    # At the national level itself there is no bar.
    gelijk = uitkomst(**GEWOON | {"caseload": 90000 / landelijk})
    assert abs(staven(verklaar(gelijk), 2027).get("kostenniveau", 0.0)) < 1e-6


def test_hours_instead_of_a_caseload() -> None:
    """(12 hours × 4 ÷ 12 quarters + 20) × 90.000 ÷ 1.350 = € 1.600 a person of weight 1; gezin weighs 0,75."""
    uren = {k: w for k, w in GEWOON.items() if k != "caseload"}
    uren |= {"methode": "uren", "uren_start": 12, "uren_jaar": 20, "productieve_uren": 1350}
    waterval = verklaar(uitkomst(**uren)).in_jaar(2027)
    assert waterval is not None
    assert "€ 1.600" in next(s.zin for s in waterval.staven if s.naam == "kostenniveau")
    alleen_gezin = uren | {"uren_start_gezin": 9, "uren_jaar_gezin": 15, "instroom_asiel": 0}
    del alleen_gezin["uren_start"], alleen_gezin["uren_jaar"]
    waterval = verklaar(uitkomst(**alleen_gezin)).in_jaar(2027)
    assert waterval is not None
    # Hours are known for gezin only, so its proportion cannot change: without hours asiel costs nobody knows what.
    namen = {s.naam: s.zin for s in waterval.staven}
    assert "samenstelling" not in namen
    assert "€ 1.600" in namen["kostenniveau"]


@pytest.mark.parametrize("afwezig", ["asiel", "gezin"])
def test_what_is_chosen_for_nobody_makes_no_bar(afwezig: str) -> None:
    """Startklas, kinderopvang, a longer begeleiding, a saving and jongeren of a group of which nobody comes."""
    alleen = GEWOON | {f"instroom_{afwezig}": 0, "kosten_startklas": 1500, "extra_begeleiding_jong": 0.5}
    voor_niemand: dict[str, Any] = {
        f"deelname_startklas_{afwezig}": 0.6,
        f"deelname_kinderopvang_{afwezig}": 0.2,
        f"besparing_participatiewet_{afwezig}": 0.3,
        f"begeleidingsduur_{afwezig}": 15,
    }
    if afwezig == "asiel":
        voor_niemand["aandeel_jong"] = 0.4
    zonder, met = (verklaar(uitkomst(**alleen, **erbij)) for erbij in ({}, voor_niemand))
    for jaar in (2027, 2028):
        waterval = met.in_jaar(jaar)
        assert waterval is not None
        assert sluit(uitkomst(**alleen, **voor_niemand), waterval)
        assert staven(met, jaar) == pytest.approx(staven(zonder, jaar), abs=1e-6)
        assert not {"startklas", "kinderopvang", "participatiewet", "jongeren"} & set(staven(met, jaar))


def test_a_choice_for_who_is_there_keeps_its_bar() -> None:
    """Ten gezinsmigranten a year, 60 % to a startklas of € 1.500 is € 9.000, whatever is chosen for asiel."""
    keuzes = {"kosten_startklas": 1500, "deelname_startklas_gezin": 0.6, "deelname_startklas_asiel": 0.5}
    alleen = GEWOON | {"instroom_asiel": 0} | keuzes
    referentie = Referentie.landelijk(CATALOGUS)
    gelijk = replace(referentie, volume=1.0, aandeel_gezin=1.0)
    assert staven(verklaar(uitkomst(**alleen), referentie=gelijk), 2027)["startklas"] == pytest.approx(9000, abs=0.01)


# --- blank is never zero -----------------------------------------------------------------------------------


def test_without_a_gemeentefonds_nothing_is_explained() -> None:
    zonder = {k: w for k, w in GEWOON.items() if k != "gemeentefonds_structureel"}
    verklaring = verklaar(uitkomst(**zonder, gemeentefonds_incidenteel=5))
    assert verklaring.watervallen == ()
    assert len(verklaring.buiten_beeld) == 2
    assert "2027" in verklaring.buiten_beeld[0]
    assert verklaring.in_jaar(2027) is None


def test_a_reference_that_cannot_be_computed_explains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Should all causes together leave a year without a figure, that year has no bars rather than wrong ones."""
    echt = bijdragen.reken

    def met_gat(*args: Any) -> Any:
        waarden = echt(*args)
        eerste = next(iter(waarden))
        if eerste[0][0] == "tekort_structureel":
            waarden[eerste] = waarden[eerste].copy()
            waarden[eerste][0] = math.nan
        return waarden

    monkeypatch.setattr(bijdragen, "reken", met_gat)
    verklaring = verklaar(uitkomst(**GEWOON))
    assert [w.jaar for w in verklaring.watervallen] == [2028]
    assert "2027" in verklaring.buiten_beeld[0]


def test_hired_staff_only_has_no_price_of_own_staff() -> None:
    """Without loonkosten there is nothing to compare inhuur with; the level is that of the hired hours."""
    invoer = {k: w for k, w in GEWOON.items() if k != "loonkosten_fte"}
    invoer |= {"inhuuraandeel": 1, "inhuurtarief": 80, "productieve_uren": 1300}
    waterval = verklaar(uitkomst(**invoer)).in_jaar(2027)
    assert waterval is not None
    namen = {s.naam: s.zin for s in waterval.staven}
    assert "inhuur" not in namen
    assert "€ 2.080" in namen["kostenniveau"]  # 80 × 1.300 ÷ 50


def test_free_of_charge_has_no_level_of_its_own() -> None:
    waterval = verklaar(uitkomst(**GEWOON | {"loonkosten_fte": 0})).in_jaar(2027)
    assert waterval is not None
    assert {"werk", "kostenniveau"}.isdisjoint({s.naam for s in waterval.staven})


# --- the reference -----------------------------------------------------------------------------------------


def test_the_reference_is_visible_and_can_be_changed() -> None:
    gewoon = Referentie.landelijk(CATALOGUS)
    assert gewoon.volume == pytest.approx(19600 / 28430)
    eigen = replace(gewoon, volume=1.0, aandeel_algemeen=0.3)
    regels = {wat: (hoeveel, bron) for wat, hoeveel, bron in eigen.regels(CATALOGUS)}
    assert regels["Aantal mensen"] == ("100 % van de aantallen in uw plan", "eigen opgave")
    assert regels["Kosten per persoon per jaar"][0] == "€ 1.653 (prijspeil 2024)"
    assert all(bron for _, bron in regels.values())
    u = uitkomst(**GEWOON)
    voor, na = staven(verklaar(u), 2027), staven(verklaar(u, referentie=eigen), 2027)
    assert "volume" in voor
    assert "volume" not in na
    assert na["algemeen"] < 0


@pytest.mark.parametrize(
    "anders",
    [
        {"volume": 0.0},
        {"persoonsjaar": -1.0},
        {"begeleidingsduur": 0.5},
        {"aandeel_gezin": 1.1},
        {"aandeel_algemeen": 1.0},
    ],
)
def test_a_reference_that_cannot_be(anders: dict[str, float]) -> None:
    gewoon = Referentie.landelijk(CATALOGUS)
    assert gewoon.bezwaar() == ""
    assert replace(gewoon, **anders).bezwaar().endswith(".")


# --- the sentences -----------------------------------------------------------------------------------------


def test_every_sentence_names_its_own_amount() -> None:
    plan = als_plan(json.loads(PAD.read_text("utf-8")))
    u = bereken(plan, CATALOGUS)
    verklaring = verklaar(u)
    assert [w.jaar for w in verklaring.watervallen] == list(plan.planjaren)
    for w in verklaring.watervallen:
        for s in w.staven:
            slot = f"Dat kost {toon_euro(s.bedrag)} meer." if s.bedrag > 0 else f"Dat scheelt {toon_euro(-s.bedrag)}."
            if s.naam == "gemeentefonds":  # money and not cost: what comes in is less than the reference costs
                slot = f"Dat is {toon_euro(s.bedrag)} minder."
            assert s.zin.endswith(slot)
            assert "{" not in s.zin
        assert w.kosten == pytest.approx(
            (u.waarde("uitvoeringskosten", moment=w.jaar) or 0) - (u.waarde("incidentele_kosten", moment=w.jaar) or 0)
        )
        assert w.zin.startswith(
            f"In {w.jaar} komt u {toon_euro(w.tekort)} te kort, gerekend met het structurele geld. Dat tekort wordt"
        )
        er = {d: sum(u.waarde(n, d, moment=w.jaar) or 0 for n in ("begeleid", "wachtend")) for d in ("asiel", "gezin")}
        gezin = next(s.zin for s in w.staven if s.naam == "samenstelling")
        assert f"in {w.jaar} begeleidt of die wachten, is {procent(er['gezin'] / sum(er.values()))} gezins" in gezin
        for wie, naam in ((Wie.RIJK, "het Rijk"), (Wie.KEUZE, "uw eigen keuzes"), (Wie.OMSTANDIGHEID, "uw omstand")):
            hoe = "groter" if w.van(wie) >= 0 else "kleiner"
            deel = next(d for d in re.split("(?= kleiner door)", w.zin) if naam in d)
            assert f" {hoe} door " in deel
            assert f"{naam}" in deel
            assert f"({toon_euro(abs(w.van(wie)))})" in deel
        assert sum(w.van(wie) for wie in Wie) == pytest.approx(w.tekort, abs=0.01)
    zinnen = {s.naam: s.zin for s in verklaring.watervallen[1].staven}
    wachtend = sum(u.waarde("wachtend", d, moment=2028) or 0 for d in ("asiel", "gezin"))
    assert f"gemiddeld wachten er {toon(wachtend, 1)} mensen" in zinnen["formatie"]
    assert "U rekent in 2028 met een instroom van 39; de referentie rekent met 69 % van al uw" in zinnen["volume"]
    assert "60 % van de asielstatushouders en 0 %" in zinnen["startklas"]


@pytest.mark.parametrize(
    ("start", "zin"),
    [
        # All who wait at the start stay waiting (no places at all): so many person-years wait in every quarter.
        (3, "U zet in 2027 0 fte in, en gemiddeld wachten er 3 mensen;"),
        (1, "U zet in 2027 0 fte in, en gemiddeld wacht er 1 mens;"),
        (0.01, "U zet in 2027 0 fte in, en er wacht bijna niemand;"),
    ],
)
def test_who_waits_is_said_in_words(start: float, zin: str) -> None:
    niemand = {"instroom_asiel": 0, "instroom_gezin": 0, "begeleiding_start_asiel": 5, "fte_beschikbaar": 0}
    u = uitkomst(**GEWOON | niemand | {"wachtlijst_start_asiel": start})
    w = verklaar(u).in_jaar(2027)
    assert w is not None
    assert next(s.zin for s in w.staven if s.naam == "formatie").startswith(zin)


def test_nobody_waits_is_said_so() -> None:
    w = verklaar(uitkomst(**GEWOON | {"fte_beschikbaar": 9})).in_jaar(2027)
    assert w is not None
    assert "U zet in 2027 9 fte in, en er wacht niemand;" in next(s.zin for s in w.staven if s.naam == "formatie")


def test_money_left_is_called_so() -> None:
    w = verklaar(uitkomst(**GEWOON | {"gemeentefonds_structureel": 900000})).in_jaar(2027)
    assert w is not None
    rijk, keuze = toon_euro(-w.van(Wie.RIJK)), toon_euro(-w.van(Wie.KEUZE))
    assert w.zin == (
        f"In 2027 houdt u {toon_euro(-w.tekort)} over, gerekend met het structurele geld. "
        f"Dat overschot wordt groter door het Rijk ({rijk}) en uw eigen keuzes ({keuze})."
    )


def test_what_makes_no_difference_is_not_named() -> None:
    """Own choices and circumstances of nothing are left out; with nothing at all there is only the head."""
    deel = Staaf("volume", "Aantal mensen", Wie.RIJK, -50.0, "")
    w = Waterval(2027, "tekort_totaal", 10.0, (deel,), -50.0)
    kop = "In 2027 houdt u € 50 over, gerekend met al het geld."
    assert w.zin == f"{kop} Dat overschot wordt groter door het Rijk (€ 50)."
    assert replace(w, staven=()).zin == kop
    gemengd = replace(w, staven=(deel, Staaf("x", "X", Wie.KEUZE, 80.0, "")), tekort=30.0)
    assert gemengd.zin.endswith("Dat tekort wordt groter door uw eigen keuzes (€ 80) en kleiner door het Rijk (€ 50).")


def test_own_share_of_general_costs_is_an_own_choice() -> None:
    """A share that the gemeente states is its choice; an amount is partly scale, and that is said."""
    ref = replace(Referentie.landelijk(CATALOGUS), aandeel_algemeen=0.15)

    def staaf(ref: Referentie | None = None, **anders: Any) -> Staaf:
        w = verklaar(uitkomst(**GEWOON, **anders), referentie=ref).in_jaar(2027)
        assert w is not None
        return next(s for s in w.staven if s.naam == "algemeen")

    eigen, bedrag, landelijk = staaf(aandeel_algemeen=0.3), staaf(algemene_kosten_bedrag=40000), staaf(ref)
    assert (eigen.wie, bedrag.wie, landelijk.wie) == (Wie.KEUZE, Wie.OMSTANDIGHEID, Wie.OMSTANDIGHEID)
    assert "een aandeel dat u zelf opgaf" in eigen.zin
    assert "€ 40.000; in de referentie zijn ze 20 %" in bedrag.zin
    assert "een deel kan uw eigen keuze zijn" in bedrag.zin
    assert "het landelijke aandeel; in de referentie zijn ze 15 %" in landelijk.zin


def test_other_money_is_not_the_gemeentefonds() -> None:
    """Overige baten are no doing of the Rijk: a bar of their own, and the first bar is of the Gemeentefonds alone."""
    met, zonder = (
        verklaar(uitkomst(**GEWOON | extra), "tekort_totaal").in_jaar(2027) for extra in ({"overige_baten": 7000}, {})
    )
    assert met is not None
    assert zonder is not None
    eerste, baten, *_ = met.staven
    assert eerste == zonder.staven[0]
    assert (baten.naam, baten.wie, baten.bedrag) == ("overige_baten", Wie.OMSTANDIGHEID, -7000)
    assert baten.zin == "U rekent in 2027 op € 7.000 aan overige baten. Dat scheelt € 7.000."
    assert sum(s.bedrag for s in met.staven) == pytest.approx(met.tekort, abs=0.01)
    assert met.tekort == pytest.approx(zonder.tekort - 7000)
