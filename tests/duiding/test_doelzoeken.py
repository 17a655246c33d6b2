"""Knobs and targets: every proposal, entered as a plan, meets its target; enumeration by hand finds nothing better."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.doel import Doel, DoelFout, lees_doel
from core.duiding.doelzoeken import MEESTE, niemand_langer, zoek
from core.duiding.knoppen import Knop, knoppen, knoppentabel, met, omvang
from core.duiding.overzicht import als_tekst, duid
from core.duiding.zinnen import aantal
from core.getallen import Bereik, toon_euro
from core.plan import PerJaar
from core.regels import Uitkomst, bereken
from tests.benchmarks.voorbeeld import PAD
from tests.gevallen import als_plan, willekeurig

CATALOGUS = standaardcatalogus()
VOORBEELD = bereken(als_plan(json.loads(PAD.read_text("utf-8"))), CATALOGUS)
KNOPPEN = {k.naam: k for k in knoppen(VOORBEELD)}
BASIS: dict[str, Any] = {"instroom_asiel": 20, "instroom_gezin": 10, "gemeentefonds_structureel": 60000}


def uitkomst(**invoer: Any) -> Uitkomst:
    return bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": BASIS | invoer}), CATALOGUS)


def doel(tekst: str, u: Uitkomst = VOORBEELD) -> Doel:
    return lees_doel(tekst, u.plan)


# --- knobs -------------------------------------------------------------------------------------------------


def test_the_example_has_these_knobs() -> None:
    assert list(KNOPPEN) == [
        "caseload",
        "fte_beschikbaar",
        "inhuuraandeel",
        "besparing_participatiewet",
        "deelname_startklas_asiel",
        "deelname_startklas_gezin",
        "deelname_reiskosten",
        "deelname_kinderopvang_asiel",
        "deelname_kinderopvang_gezin",
    ]
    assert (KNOPPEN["deelname_startklas_asiel"].minste, KNOPPEN["deelname_startklas_asiel"].meeste) == (-3, 3)
    assert KNOPPEN["deelname_reiskosten"].waarde(-3) == 0.0
    assert KNOPPEN["fte_beschikbaar"].waarde(-1) == PerJaar(((2027, 1.8), *((j, 1.9) for j in range(2028, 2032))))
    assert KNOPPEN["caseload"].in_woorden(2) == "Caseload per fte van 50 naar 60"
    assert KNOPPEN["fte_beschikbaar"].in_woorden(1).endswith("van 1,9 / 2 naar 2 / 2,1")
    assert KNOPPEN["inhuuraandeel"].in_woorden(-1) == "Aandeel inhuur van 25 % naar 20 %"


def test_a_knob_works_in_its_method_and_with_its_amount_only() -> None:
    assert knoppen(uitkomst()) == []  # landelijk, no choices with an amount
    uren = uitkomst(
        methode="uren", uren_start=10, uren_per_gesprek=2, loonkosten_fte=90000, productieve_uren=1300, inhuurtarief=90
    )
    namen = [k.naam for k in knoppen(uren)]
    # A conversation more is one for each group: their suggesties (8 and 6) differ.
    assert namen == ["inhuuraandeel", "besparing_participatiewet", "gesprekken_asiel", "gesprekken_gezin"]
    assert [k.nu for k in knoppen(uren)[2:]] == [8, 6]
    assert [k.naam for k in knoppen(uitkomst(caseload=50, fte_beschikbaar=1))] == ["caseload", "fte_beschikbaar"]
    assert [k.naam for k in knoppen(uitkomst(kosten_startklas=1000))] == ["deelname_startklas"]


def test_ranges_turn_as_ranges_and_bounds_are_the_users() -> None:
    u = uitkomst(methode="caseload", caseload="45 tot 55, verwacht 48", loonkosten_fte=90000)
    (knop, besparing) = knoppen(u, {"caseload": (40, 66), "besparing_participatiewet": (0.1, 0.2)})
    assert knop.waarde(1) == Bereik(50, 60, 53)
    assert (knop.minste, knop.meeste) == (-1, 2)
    assert knop.in_woorden(-1).endswith("van 45 tot 55 naar 40 tot 50")
    assert (besparing.minste, besparing.meeste) == (0, 4)  # the plan itself (0) is always there


def test_the_table_is_that_of_plans() -> None:
    """Each row against the plan in which the step is entered; the sentence names its amount."""
    voor = VOORBEELD.waarde("tekort_structureel", moment=2028)
    rijen = knoppentabel(VOORBEELD, 2028)
    assert len(rijen) == 15  # nine knobs, three of them cannot go down
    for r in rijen:
        na = bereken(met(VOORBEELD.plan, {r.knop.naam: r.knop.waarde(r.stappen)}), CATALOGUS)
        tekort = na.waarde("tekort_structureel", moment=2028)
        assert tekort is not None
        assert voor is not None
        assert r.tekort == tekort - voor
        assert toon_euro(abs(tekort - voor)) in r.zin
        weken = na.waarde("wachtweken", "asiel", moment=2028), VOORBEELD.waarde("wachtweken", "asiel", moment=2028)
        assert weken[0] is not None
        assert weken[1] is not None
        assert r.wachtweken["asiel"] == weken[0] - weken[1]
    meer_fte = next(r for r in rijen if r.knop.naam == "fte_beschikbaar" and r.stappen == 1)
    assert meer_fte.fte_ingezet == pytest.approx(0.1)
    zonder = uitkomst(methode="caseload", caseload=50)
    assert {r.tekort for r in knoppentabel(zonder, 2027)} == {None}
    assert "niet te zeggen" in knoppentabel(zonder, 2027)[0].zin


# --- reading a target --------------------------------------------------------------------------------------


def test_a_target_is_read_as_it_is_said() -> None:
    d = doel("tekort_structureel 2028 ≤ 50.000")
    assert (d.grootheid.naam, d.jaar, d.grens, d.minstens) == ("tekort_structureel", 2028, 50000, False)
    assert d.zin == "Tekort ten opzichte van structurele middelen in 2028: hoogstens € 50.000"
    assert doel("spuk_saldo 2030 >= 0").minstens
    assert doel("wachtweken_asiel 2027 <= 10").zin.endswith("hoogstens 10 weken")
    # As fine as people type a formation: 2,25 is not told as 2,3, which the plan could miss and seem to meet.
    assert doel("fte_nodig 2027 <= 2,25").zin.endswith("hoogstens 2,25 fte")
    assert doel("kosten_per_persoonsjaar 2027 <= 2.500").zin.endswith("hoogstens € 2.500 per persoon")
    assert not d.gehaald(None)
    assert not d.gehaald(float("nan"))


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("minder tekort", "Schrijf een doel zo"),
        ("tekort_structurel 2028 <= 1", 'Bedoelt u "tekort_structureel"?'),
        ("tekort_structureel 2050 <= 1", "2027 tot en met 2031"),
        ("tekort_structureel 2028 <= veel", "geen getal"),
        ("tekort_totaal 2028 >= 1", "Een tekort houdt u onder een grens"),
    ],
)
def test_a_target_that_cannot_be_read(tekst: str, wat: str) -> None:
    with pytest.raises(DoelFout, match=wat.replace("?", r"\?")):
        doel(tekst)


# --- against enumeration -----------------------------------------------------------------------------------


def klein(naam: str, minste: int, meeste: int) -> Knop:
    k = KNOPPEN[naam]
    return Knop(naam, k.label, k.eenheid, k.nu, k.stap, minste, meeste)


RASTERS = {
    "tekort": ("tekort_structureel 2028 <= 180.000", ("fte_beschikbaar", "deelname_startklas_asiel", "caseload")),
    "wachten": ("wachtweken_asiel 2028 <= 5", ("fte_beschikbaar", "caseload", "besparing_participatiewet")),
    "spuk": ("spuk_saldo 2030 >= 20.000", ("fte_beschikbaar", "caseload", "inhuuraandeel")),
}


def _wachtweken(u: Uitkomst) -> list[float]:
    return [u.waarde("wachtweken", g, moment=j) or 0.0 for g in ("asiel", "gezin") for j in u.tijdas.planjaren]


@pytest.mark.parametrize("langer", [True, False])
@pytest.mark.parametrize("naam", RASTERS)
def test_nothing_on_the_grid_is_better(naam: str, langer: bool) -> None:
    """Every plan of a small grid, valued one by one: the same frugal ones, and the same that nothing beats.

    Unless it may (`langer`) nobody waits longer in any year, and a lower tekort of 2028 costs no more over all years.
    """
    tekst, namen = RASTERS[naam]
    d = doel(tekst)
    lijst = [klein(n, -2 if KNOPPEN[n].minste else 0, 2) for n in namen]
    gevonden = zoek(VOORBEELD, d, lijst, 3, () if langer else None)
    nu_wachten, nu_kosten = _wachtweken(VOORBEELD), sum(VOORBEELD.reeks("uitvoeringskosten").values())
    alles: dict[tuple[int, ...], tuple[bool, tuple[float, float, int]]] = {}
    for stappen in itertools.product(*(range(k.minste, k.meeste + 1) for k in lijst)):
        plan = met(VOORBEELD.plan, {k.naam: k.waarde(s) for k, s in zip(lijst, stappen, strict=True)})
        u = bereken(plan, CATALOGUS)
        euro = sum(u.reeks("uitvoeringskosten").values())
        wacht = sum(sum(u.reeks("wachtend", g).values()) for g in ("asiel", "gezin"))
        haalt = d.gehaald(u.waarde(d.grootheid.naam, *d.grootheid.sleutel, moment=d.jaar))
        haalt &= langer or all(na <= nu + 1e-6 for na, nu in zip(_wachtweken(u), nu_wachten, strict=True))
        haalt &= not (naam == "tekort" and euro > nu_kosten + 0.5)
        alles[stappen] = haalt, (euro, wacht, sum(s != 0 for s in stappen))
    zuinig = {
        s: maat
        for s, (haalt, maat) in alles.items()
        if haalt and not any(alles[(*s[:i], s[i] - (1 if s[i] > 0 else -1), *s[i + 1 :])][0] for i in range(3) if s[i])
    }
    assert zuinig or (naam, langer) == ("spuk", False), "the grid must hold an answer"
    assert gevonden.haalbaar == bool(zuinig)
    assert {s for s in zuinig if sum(x != 0 for x in s) == 1} == {_stappen(v, lijst) for v in gevonden.enkel}
    for v in (*gevonden.enkel, *gevonden.samen):
        na = bereken(met(VOORBEELD.plan, v.invoer), CATALOGUS)
        waarde = na.waarde(d.grootheid.naam, *d.grootheid.sleutel, moment=d.jaar)
        assert d.gehaald(waarde)
        assert v.doelwaarde == waarde
        assert d.toon(v.doelwaarde) in v.zin(d)
    for v in gevonden.samen:
        maat = zuinig[_stappen(v, lijst)]
        assert not any(_verslaat(ander, maat) for ander in zuinig.values()), v
    gemist = {s for s, maat in zuinig.items() if not any(_verslaat(a, maat) for a in zuinig.values())}
    gemist -= {_stappen(v, lijst) for v in (*gevonden.enkel, *gevonden.samen)}
    assert not gemist


def test_nothing_on_the_grid_is_nearer() -> None:
    """A target out of reach: of all plans of the grid that let nobody wait longer, the one with the least tekort."""
    d = doel("tekort_structureel 2028 <= 1")
    lijst = [klein(n, -2, 2) for n in ("fte_beschikbaar", "deelname_startklas_asiel", "caseload")]
    antwoord = zoek(VOORBEELD, d, lijst, 3)
    nu, beste = _wachtweken(VOORBEELD), []
    for stappen in itertools.product(range(-2, 3), repeat=3):
        u = bereken(met(VOORBEELD.plan, {k.naam: k.waarde(s) for k, s in zip(lijst, stappen, strict=True)}), CATALOGUS)
        if all(na <= voor + 1e-6 for na, voor in zip(_wachtweken(u), nu, strict=True)):
            beste.append(u.waarde("tekort_structureel", moment=2028))
    assert antwoord.dichtstbij is not None
    assert antwoord.dichtstbij.doelwaarde == pytest.approx(min(x for x in beste if x is not None))
    assert len(beste) > 20


def _stappen(voorstel: Any, lijst: list[Knop]) -> tuple[int, ...]:
    per_naam = {knop.naam: s for knop, s in voorstel.wijzigingen}
    return tuple(per_naam.get(k.naam, 0) for k in lijst)


def _verslaat(a: tuple[float, float, int], b: tuple[float, float, int]) -> bool:
    marge = (1e-3, 1e-6, 0)
    niet_slechter = all(x <= y + m for x, y, m in zip(a, b, marge, strict=True))
    return niet_slechter and any(x < y - m for x, y, m in zip(a, b, marge, strict=True))


@pytest.mark.parametrize("zaad", range(30))
def test_every_proposal_meets_the_target_in_any_plan(zaad: int) -> None:
    """Ten percent less than the plan has itself, for whatever figure of cost it knows."""
    u = bereken(willekeurig(zaad, 2027, 2), CATALOGUS)
    waarde = u.waarde("uitvoeringskosten", moment=2028)
    if waarde is None:
        return
    d = lees_doel(f"uitvoeringskosten 2028 <= {round(0.9 * waarde)}", u.plan)
    antwoord = zoek(u, d)
    for v in (*antwoord.enkel, *antwoord.samen):
        na = bereken(met(u.plan, v.invoer), CATALOGUS).waarde("uitvoeringskosten", moment=2028)
        assert na is not None
        assert na <= d.grens
        assert len(v.wijzigingen) <= 2
    assert antwoord.haalbaar == bool(antwoord.enkel or antwoord.samen)


def test_every_proposal_meets_the_demands_as_well() -> None:
    """No longer waiting than now: then fewer fte or a lower caseload are no answer."""
    d = doel("tekort_structureel 2028 <= 170.000")
    nu = VOORBEELD.waarde("wachtweken", "asiel", moment=2028)
    assert nu is not None
    eis = Doel(doel("wachtweken_asiel 2028 <= 1").grootheid, 2028, nu + 1e-6)
    vrij, met_eis = zoek(VOORBEELD, d, eisen=()), zoek(VOORBEELD, d, eisen=[eis])
    assert met_eis.samen
    assert len(met_eis.enkel) < len(vrij.enkel)
    for v in (*met_eis.enkel, *met_eis.samen):
        na = bereken(met(VOORBEELD.plan, v.invoer), CATALOGUS)
        assert d.gehaald(na.waarde("tekort_structureel", moment=2028))
        assert eis.gehaald(na.waarde("wachtweken", "asiel", moment=2028))
    assert f"Met als eis: {eis.zin}." in met_eis.zin
    onmogelijk = zoek(VOORBEELD, d, eisen=[doel("begeleid_asiel 2028 <= -1")])
    assert (onmogelijk.haalbaar, onmogelijk.dichtstbij) == (False, None)
    allebei = zoek(VOORBEELD, d, eisen=[*niemand_langer(VOORBEELD), doel("begeleid_asiel 2028 >= 1")])
    assert allebei.eisen == (doel("begeleid_asiel 2028 >= 1"),)
    assert f"niemand wacht langer dan in uw plan en {allebei.eisen[0].zin}." in allebei.zin
    dichtbij = zoek(VOORBEELD, doel("tekort_structureel 2028 <= 1"), eisen=[eis]).dichtstbij
    assert dichtbij is not None
    na = bereken(met(VOORBEELD.plan, dichtbij.invoer), CATALOGUS)
    assert eis.gehaald(na.waarde("wachtweken", "asiel", moment=2028))


# --- the other answers -------------------------------------------------------------------------------------


def test_not_to_be_had_names_the_nearest() -> None:
    d = doel("tekort_structureel 2028 <= 50.000")
    lijst = [klein("deelname_startklas_asiel", -6, 0), klein("deelname_reiskosten", -3, 0)]  # as far as they go
    antwoord = zoek(VOORBEELD, d, lijst)
    assert not antwoord.haalbaar
    assert antwoord.dichtstbij is not None
    # Both to nothing is the least that these two can do.
    assert antwoord.dichtstbij.invoer == {"deelname_startklas_asiel": 0.0, "deelname_reiskosten": 0.0}
    na = bereken(met(VOORBEELD.plan, antwoord.dichtstbij.invoer), CATALOGUS).waarde("tekort_structureel", moment=2028)
    assert antwoord.dichtstbij.doelwaarde == na
    assert (
        "Niet haalbaar met hoogstens 2 keuzes samen, elk binnen uw grenzen (zonder grens: 3 stappen van uw plan)"
        in antwoord.zin
    )
    assert d.toon(antwoord.dichtstbij.doelwaarde) in antwoord.zin
    hoger = zoek(VOORBEELD, doel("spuk_saldo 2030 >= 900.000"), [klein("fte_beschikbaar", -2, 2)], eisen=())
    assert hoger.dichtstbij is not None
    assert hoger.dichtstbij.invoer == {"fte_beschikbaar": KNOPPEN["fte_beschikbaar"].waarde(-2)}  # fewer start


def test_already_there_nothing_to_turn_nothing_known() -> None:
    al = zoek(VOORBEELD, doel("tekort_structureel 2028 <= 900.000"))
    assert al.al_gehaald
    assert al.haalbaar
    assert "Dat haalt uw plan al" in al.zin
    niets = zoek(VOORBEELD, doel("tekort_structureel 2028 <= 1"), [])
    assert (niets.haalbaar, niets.dichtstbij) == (False, None)
    zonder = uitkomst(methode="caseload", caseload=50)
    onbekend = zoek(zonder, doel("tekort_structureel 2028 <= 1", zonder))
    assert (onbekend.nu, onbekend.dichtstbij) == (None, None)
    assert "Niet te zeggen" in onbekend.zin


def test_with_the_national_average_fte_have_no_price() -> None:
    """A person costs the same however many fte there are, so no fewer euro may be promised for more of them."""
    land = {"methode": "landelijk", "caseload": 50, "fte_beschikbaar": 0.5, "begeleiding_start_asiel": 20}
    u = uitkomst(**land, gemeentefonds_structureel=50000, bedrag_reiskosten=400, deelname_reiskosten=0.5)
    for knop in ("caseload", "fte_beschikbaar"):
        stappen = [r for r in knoppentabel(u, 2028) if r.knop.naam == knop]
        assert [r.tekort for r in stappen] == [None, None]
        assert all("Het effect in euro is niet te zeggen." in r.zin and "Wachten duurt dan" in r.zin for r in stappen)
    assert {k.naam for k in zoek(u, doel("tekort_structureel 2028 <= 1", u)).knoppen} == {"deelname_reiskosten"}
    eis = [doel("tekort_totaal 2028 <= 999.999", u)]
    met_eis = zoek(u, doel("wachtweken_asiel 2028 <= 1", u), eisen=eis)
    assert {k.naam for k in met_eis.knoppen} == {"deelname_reiskosten"}
    kaal = uitkomst(**land, gemeentefonds_structureel=50000)
    assert "geen eigen keuzes die te verstellen zijn" in zoek(kaal, doel("tekort_structureel 2028 <= 1", kaal)).zin
    assert {k.naam for k in zoek(u, doel("spuk_saldo 2028 >= 999.999", u)).knoppen} >= {"caseload", "fte_beschikbaar"}


def test_the_consequences_are_told_where_they_are_known() -> None:
    u = uitkomst(caseload=50, fte_beschikbaar=0.5, begeleiding_start_asiel=20)  # landelijk: cost knows no capacity
    antwoord = zoek(u, doel("wachtweken_asiel 2028 <= 170", u))
    assert antwoord.haalbaar
    (wachtend,) = re.findall(r"gemiddeld ([\d,]+) mensen minder op de wachtlijst", antwoord.enkel[0].zin(antwoord.doel))
    assert antwoord.enkel[0].wachtend is not None
    assert wachtend == aantal(-antwoord.enkel[0].wachtend / 2)  # two plan years
    kop = (
        "Wachttijd, asielstatushouders in 2028: hoogstens 170 weken. Met als eis: niemand wacht langer dan in uw plan."
    )
    assert antwoord.zin.startswith(f"{kop} Dat kan op ")
    assert {v.euro for v in (*antwoord.enkel, *antwoord.samen)} == {None}
    zonder_kosten = uitkomst(methode="caseload", caseload=50, fte_beschikbaar=0.5, begeleiding_start_asiel=20)
    v = zoek(zonder_kosten, doel("wachtweken_asiel 2028 <= 170", zonder_kosten)).enkel[0]
    assert v.euro is None
    assert "uitvoeringskosten" not in v.zin(doel("wachtweken_asiel 2028 <= 170", zonder_kosten))
    zonder_instroom = bereken(
        als_plan(
            {
                "startjaar": 2027,
                "horizon": 1,
                "invoer": {"methode": "caseload", "caseload": 50, "fte_beschikbaar": 1, "loonkosten_fte": 90000},
            }
        )
    )
    v = zoek(zonder_instroom, doel("consulentkosten 2027 <= 80.000", zonder_instroom)).enkel[0]
    assert (v.euro, v.wachtend) == (None, None)
    assert v.zin(doel("consulentkosten 2027 <= 80.000", zonder_instroom)).endswith(toon_euro(v.doelwaarde) + ".")
    gelijk = zoek(VOORBEELD, doel("tekort_structureel 2028 <= 190.000"), [klein("deelname_reiskosten", -3, 0)]).enkel[0]
    assert "en geen verschil in wachten." in gelijk.zin(doel("tekort_structureel 2028 <= 190.000"))


def test_a_choice_that_changes_nothing_is_not_the_nearest() -> None:
    """Participation in a startklas does not touch the wait: then the plan itself is as near as can be."""
    d = doel("wachtweken_asiel 2028 <= 1")
    antwoord = zoek(VOORBEELD, d, [klein("deelname_startklas_asiel", -2, 2)], 1)
    assert (antwoord.haalbaar, antwoord.dichtstbij) == (False, None)
    assert antwoord.nu is not None
    assert antwoord.zin.endswith(f"Niets komt dichterbij dan uw plan: {d.toon(antwoord.nu)}.")


def test_only_answers_that_exist_are_counted() -> None:
    antwoord = zoek(VOORBEELD, doel("tekort_structureel 2028 <= 190.000"), [klein("deelname_reiskosten", -3, 0)])
    assert antwoord.zin.endswith("Dat kan op 1 manier: 1 met één keuze.")


def test_bounds_beside_the_plan_are_kept_on_the_way() -> None:
    """A plan of 50 with bounds of 60 to 70: 55 is no answer, and the bounds themselves are."""
    caseload = next(k for k in knoppen(VOORBEELD, {"caseload": (60.0, 70.0)}) if k.naam == "caseload")
    assert [s for s in range(-6, 7) if caseload.kan(s)] == [0, 2, 3, 4]
    antwoord = zoek(VOORBEELD, doel("wachtweken_asiel 2028 <= 10"), [caseload])
    assert [v.invoer["caseload"] for v in antwoord.enkel] == [60.0]


def test_wide_bounds_are_reached_in_larger_steps() -> None:
    """From 1,9 and 2 fte to 12: 10 fte is 100 steps of 0,1, so a step is four of them; 2 + 25 × 0,4 = 12."""
    fte = next(k for k in knoppen(VOORBEELD, {"fte_beschikbaar": (1.9, 12.0)}) if k.naam == "fte_beschikbaar")
    assert fte.stap == pytest.approx(0.4)
    assert fte.meeste == 25


def test_a_step_tells_its_price_in_waiting() -> None:
    """A lower caseload looks cheap, for fewer start."""
    minder = next(k for k in knoppentabel(VOORBEELD, 2028) if k.knop.naam == "caseload" and k.stappen == -1)
    weken = minder.wachtweken["asiel"]
    assert weken is not None
    assert weken > 0
    assert f"Wachten duurt dan {aantal(weken, 'weken')} langer voor asielstatushouders en" in minder.zin
    geen = next(k for k in knoppentabel(VOORBEELD, 2028) if k.knop.naam == "inhuuraandeel")
    assert "Wachten" not in geen.zin


# --- a usable answer ---------------------------------------------------------------------------------------


def test_nobody_waits_longer_and_nothing_goes_far() -> None:
    """ "Under € 50.000 in 2028" is not answered with a caseload of 20 and half the fte: not to be had, and how near."""
    d = doel("tekort_structureel 2028 <= 50.000")
    antwoord = zoek(VOORBEELD, d)
    assert not antwoord.haalbaar
    assert antwoord.dichtstbij is not None
    assert all(abs(stappen) <= 3 for _, stappen in antwoord.dichtstbij.wijzigingen)
    na = bereken(met(VOORBEELD.plan, antwoord.dichtstbij.invoer), CATALOGUS)
    for zonder, met_ in zip(_wachtweken(VOORBEELD), _wachtweken(na), strict=True):
        assert met_ <= zonder + 1e-6
    assert antwoord.gezocht.startswith("Zo ver is gezocht: Caseload per fte van 35 tot 65; Beschikbare fte consulenten")
    assert antwoord.gezocht.endswith(
        "Verder zoeken kan door ruimere grenzen op te geven of toe te staan dat mensen langer wachten."
    )
    assert zoek(VOORBEELD, d, eisen=()).gezocht.endswith("Verder zoeken kan door ruimere grenzen op te geven.")
    assert zoek(VOORBEELD, doel("tekort_structureel 2028 <= 190.000")).gezocht.endswith("geeft u zelf op.")
    assert zoek(VOORBEELD, doel("tekort_structureel 2028 <= 900.000")).gezocht == ""


@pytest.mark.parametrize("zaad", range(0, 60, 2))
def test_no_answer_in_euro_costs_more_or_lets_anyone_wait_longer(zaad: int) -> None:
    u = bereken(willekeurig(zaad, 2027, 2), CATALOGUS)
    waarde = u.waarde("uitvoeringskosten", moment=2028)
    if waarde is None:
        return
    antwoord = zoek(u, lees_doel(f"uitvoeringskosten 2028 <= {round(0.97 * waarde)}", u.plan))
    for v in (*antwoord.enkel, *antwoord.samen, *filter(None, [antwoord.dichtstbij])):
        assert v.euro is None or v.euro <= 0.5
        na = bereken(met(u.plan, v.invoer), CATALOGUS)
        for g in ("asiel", "gezin"):
            for jaar, weken in u.reeks("wachtweken", g).items():
                langer = na.waarde("wachtweken", g, moment=jaar)
                assert langer is not None
                assert langer <= weken + 1e-6


def test_cheaper_in_the_year_but_dearer_over_all_years_is_no_answer() -> None:
    """Everyone who waits starts in 2027 with 0,2 fte more: fewer startklassen in 2028, and dearer over both years."""
    u = uitkomst(
        methode="caseload",
        caseload=50,
        loonkosten_fte=1000,
        fte_beschikbaar={"2027": 0.3, "2028": 2.0},
        begeleiding_start_asiel=12,
        wachtlijst_start_asiel=20,
        deelname_startklas=1,
        kosten_startklas={"2027": 3000, "2028": 2000},
    )
    knop = Knop("fte_beschikbaar", "Fte", "fte", u.plan.invoer["fte_beschikbaar"], 0.2, 0, 1)
    na = bereken(met(u.plan, {"fte_beschikbaar": knop.waarde(1)}), CATALOGUS)
    in_2028, samen = (
        [sum(x.reeks("uitvoeringskosten")[j] for j in jaren) for x in (u, na)] for jaren in ((2028,), (2027, 2028))
    )
    assert in_2028[1] < in_2028[0] - 1
    assert samen[1] > samen[0] + 1
    d = lees_doel(f"uitvoeringskosten 2028 <= {round(in_2028[1])}", u.plan)
    assert not zoek(u, d, [knop]).haalbaar


@pytest.mark.parametrize(
    ("fte", "stap"),
    [
        (20, 2),  # a tenth is 2
        (45, 2),  # a tenth is 4,5
        (2.3, 0.2),  # a tenth is 0,23
        (0.3, 0.02),  # a tenth is 0,03
        (0.04, 0.01),  # a tenth is 0,004: never finer than hundredths
        (0, 0.1),  # nothing yet
        ({"2027": 4, "2028": 8}, 0.5),  # a tenth of the mean is 0,6
        ("1 tot 3", 0.2),  # a tenth of the middle is 0,2
    ],
)
def test_a_step_in_fte_fits_the_size_of_the_gemeente(fte: Any, stap: float) -> None:
    """The largest 1, 2 or 5 (× 10ⁿ) that is at most a tenth of the fte."""
    (knop,) = (k for k in knoppen(uitkomst(caseload=50, fte_beschikbaar=fte)) if k.naam == "fte_beschikbaar")
    assert knop.stap == stap


def test_a_step_tells_its_fte() -> None:
    rijen = {(k.knop.naam, k.stappen): k for k in knoppentabel(VOORBEELD, 2028)}
    assert "U zet dan 0,1 fte meer in." in rijen["fte_beschikbaar", 1].zin
    vrij = uitkomst(methode="caseload", caseload=50, loonkosten_fte=90000)
    minder = next(k for k in knoppentabel(vrij, 2028) if k.knop.naam == "caseload" and k.stappen == -1)
    assert minder.fte_ingezet is not None
    assert f"U zet dan {aantal(minder.fte_ingezet, 'fte', 2)} meer in." in minder.zin
    assert "fte" not in rijen["inhuuraandeel", -1].zin


def test_the_text_holds_a_few_proposals_and_counts_the_rest() -> None:
    d = doel("tekort_structureel 2028 <= 195.000")
    antwoord = zoek(VOORBEELD, d, hoogstens=3, eisen=())
    alle = [*antwoord.enkel, *antwoord.samen]
    assert len(alle) > 5
    regels = als_tekst(duid(VOORBEELD, doelen=[d], hoogstens=3, eisen=())).splitlines()
    assert sum(f"  {v.zin(d)}" in regels for v in alle) == 5
    assert any(r.startswith(f"  En nog {len(alle) - 5} andere manier") for r in regels)


def test_piece_by_piece_is_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first piece holds less than the single choices, the last not a whole one: 857 = 12 × 70 + 17."""
    d = doel("tekort_structureel 2028 <= 195.000")
    ineens = zoek(VOORBEELD, d)
    assert omvang(list(KNOPPEN.values()), 2) == 857
    monkeypatch.setattr("core.duiding.doelzoeken.STUK", 70)
    assert zoek(VOORBEELD, d) == ineens
    assert ineens.samen


def test_a_search_ends_where_it_is_when_it_is_not_needed_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the pieces of 70 (there are 13), and at every way to reach it that is held against the others."""
    monkeypatch.setattr("core.duiding.doelzoeken.STUK", 70)
    d, keren = doel("tekort_structureel 2028 <= 195.000"), 0

    class NietMeerNodig(Exception):
        pass

    def tel() -> None:
        nonlocal keren
        keren += 1
        if keren == hoogstens:
            raise NietMeerNodig

    for hoogstens in (1, 13, 14):
        keren = 0
        with pytest.raises(NietMeerNodig):
            zoek(VOORBEELD, d, tussendoor=tel)
        assert keren == hoogstens
    hoogstens, keren = 0, 0
    manieren = zoek(VOORBEELD, d, tussendoor=tel)
    assert keren >= 13 + len(manieren.enkel) + len(manieren.samen)


def test_meer_samen_dan_te_doorzoeken_is() -> None:
    """Two knobs of two and three steps: 1 + (2 + 3) + 2 × 3 ways; with bounds this wide three together are too many."""
    nu = Knop("caseload", "Caseload", "personen per fte", 50.0, 5.0, -1, 1)
    twee, drie = nu, replace(nu, minste=-2, meeste=2, buiten=frozenset({-2}))
    assert [omvang([twee, drie], n) for n in (0, 1, 2, 3)] == [1, 6, 12, 12]
    ruim = {k.naam: (0.0, 1.0) for k in knoppen(VOORBEELD)} | {"caseload": (0.0, 100.0), "fte_beschikbaar": (0.5, 3.0)}
    lijst = knoppen(VOORBEELD, ruim)
    assert omvang(lijst, 3) > MEESTE
    antwoord = zoek(VOORBEELD, lees_doel("tekort_structureel 2028 <= 120.000", VOORBEELD.plan), lijst, 3)
    assert antwoord.hoogstens == 2
    assert antwoord.gezocht.endswith("Met meer samen is het te veel werk: maak uw grenzen nauwer.")
