"""The price of waiting, against a simulation that was written apart: quarter by quarter, in steps of 0,01 fte."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest

from core.catalogus import standaardcatalogus
from core.duiding.knoppen import met
from core.duiding.varianten import reken
from core.duiding.wachten import Wegwerkplan, landelijke_prijs, wachtlijst, werk_weg
from core.duiding.zinnen import tekort_of_overschot
from core.getallen import toon_euro
from core.plan import PerJaar
from core.regels import Uitkomst, bereken
from core.rekenkunde.berekening import Plek
from tests.gevallen import als_plan, willekeurig

CATALOGUS = standaardcatalogus()
BASIS: dict[str, Any] = {
    "methode": "caseload",
    "caseload": 40,
    "loonkosten_fte": 80000,
    "instroom_asiel": 24,
    "instroom_gezin": 0,
    "begeleiding_start_asiel": 36,
    "wachtlijst_start_asiel": 10,
    "fte_beschikbaar": 1,
    "aandeel_algemeen": 0,
    "gemeentefonds_structureel": 50000,
}


def uitkomst(horizon: int = 4, **invoer: Any) -> Uitkomst:
    return bereken(als_plan({"startjaar": 2027, "horizon": horizon, "invoer": BASIS | invoer}), CATALOGUS)


def plan_voor(u: Uitkomst, klaar: int) -> Wegwerkplan:
    gevonden = werk_weg(u, klaar)
    assert gevonden is not None
    return gevonden


def simuleer(fte: list[float], horizon: int = 4) -> tuple[list[float], list[float]]:
    """Only asiel: 6 people a quarter, K = 12, 40 places a fte. The waiting list and the guided, per quarter end."""
    wacht, in_begeleiding, starts = 10.0, 36.0, []
    wachtenden, begeleid = [], []
    for q in range(4 * horizon):
        weg = 36 / 12 if q < 12 else starts[q - 12]
        vrij = max(0.0, fte[q // 4] * 40 - (in_begeleiding - weg))
        vraag = wacht + 6
        gestart = min(vraag, vrij)
        starts.append(gestart)
        wacht, in_begeleiding = vraag - gestart, in_begeleiding - weg + gestart
        wachtenden.append(wacht)
        begeleid.append(in_begeleiding)
    return wachtenden, begeleid


def met_de_hand(klaar: int, horizon: int = 4) -> list[float]:
    """The least extra hundredths up to the date, and then year by year the least that keeps the list empty."""
    jaren = klaar - 2027 + 1
    extra = next(
        e for e in range(1000) if simuleer([1 + e / 100] * jaren + [9] * (horizon - jaren))[0][4 * jaren - 1] < 1e-9
    )
    fte = [1 + extra / 100] * jaren
    while len(fte) < horizon:
        j = len(fte)
        meer = next(e for e in range(1000) if max(simuleer([*fte, 1 + e / 100, 9, 9, 9])[0][4 * j : 4 * j + 4]) < 1e-9)
        fte.append(1 + meer / 100)
    return fte


# --- clearing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("klaar", [2027, 2028, 2029, 2030])
def test_clearing_agrees_with_the_simulation(klaar: int) -> None:
    """Fte, waiting list and cost: 80.000 per fte, and nothing else that costs money."""
    gevonden = plan_voor(uitkomst(), klaar)
    fte = met_de_hand(klaar)
    assert list(gevonden.fte.values()) == pytest.approx(fte, abs=1e-9)
    assert gevonden.totaal == pytest.approx(sum((f - 1) * 80000 for f in fte), abs=0.01)
    na = bereken(gevonden.plan, CATALOGUS)
    wacht = [na.waarde("wachtlijst", "asiel", moment=q) for q in range(1, 17)]
    assert wacht == pytest.approx(simuleer(fte)[0], abs=1e-9)
    assert wacht[4 * (klaar - 2026) - 1 :] == pytest.approx([0.0] * (17 - 4 * (klaar - 2026)), abs=1e-6)


def test_one_hundredth_less_is_not_enough() -> None:
    gevonden = plan_voor(uitkomst(), 2028)
    minder = [f - 0.01 for f in list(gevonden.fte.values())[:2]]
    assert simuleer([*minder, 9, 9])[0][7] > 0


def test_the_words_are_those_of_the_figures() -> None:
    """By hand for 2027: 36 − 12 leave + 10 + 24 come = 58 in guidance, 58 ÷ 40 = 1,45 fte, so 0,45 extra.

    A year later 58 − 12 + 24 = 70, 1,75 fte, 0,75 extra; then 82, 2,05 and 1,05 extra. In 2030 the 16 of the first
    quarter of 2027 (10 who waited and 6) leave in the first quarter, 6 in each of the others, and 24 come: the most
    is 82 − 16 + 6 = 72 and stays so: 1,8 fte, 0,8 extra. Together 3,05 × 80.000 = 244.000.
    """
    gevonden = plan_voor(uitkomst(), 2027)
    assert list(gevonden.extra.values()) == pytest.approx([0.45, 0.75, 1.05, 0.8])
    assert gevonden.zin == (
        "Wilt u dat eind 2027 niemand meer wacht, dan is tot dan elk jaar 0,45 fte extra nodig. Om daarna iedereen "
        "meteen te laten beginnen, is ook extra nodig: 0,75 fte in 2028, 1,05 fte in 2029 en 0,8 fte in 2030. "
        "Over alle planjaren kost dat € 244.000."
    )
    assert gevonden.tot == 2030
    laatste = plan_voor(uitkomst(), 2030)
    assert "daarna" not in laatste.zin


def test_with_the_national_average_extra_fte_have_no_price() -> None:
    """A person costs the same, waiting or not: those who end sooner would make extra fte seem to save money."""
    gevonden = plan_voor(uitkomst(methode="landelijk"), 2027)
    assert (gevonden.kosten, gevonden.totaal) == ({}, None)
    assert list(gevonden.extra.values()) == pytest.approx([0.45, 0.75, 1.05, 0.8])
    assert gevonden.zin.endswith("0,8 fte in 2030. De kosten zijn niet te zeggen.")


@pytest.mark.parametrize(
    ("bedrag", "slot"), [(-32_193.0, "scheelt dat € 32.193."), (0.3, "kost dat niets extra."), (5.0, "kost dat € 5.")]
)
def test_what_clearing_saves_is_not_told_as_a_cost(bedrag: float, slot: str) -> None:
    plan = uitkomst().plan
    weg = Wegwerkplan(2027, {2027: 1.5}, {2027: 0.5}, {2027: bedrag}, plan)
    assert weg.zin.endswith(f"0,5 fte extra nodig. Over alle planjaren {slot}")


def test_a_list_that_is_empty_asks_nothing() -> None:
    gevonden = plan_voor(uitkomst(fte_beschikbaar=5), 2028)
    assert set(gevonden.extra.values()) == {0.0}
    assert (gevonden.totaal, gevonden.tot) == (0, 2028)
    assert gevonden.zin == "Eind 2028 wacht er niemand, ook zonder extra fte."


def test_more_cannot_be_said_than_is_known() -> None:
    zonder_loon = {k: w for k, w in BASIS.items() if k != "loonkosten_fte"}
    u = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": zonder_loon}))
    assert plan_voor(u, 2027).totaal is None
    assert "De kosten zijn niet te zeggen." in plan_voor(u, 2027).zin
    vrij = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": {"instroom_asiel": 3, "instroom_gezin": 1}}))
    assert werk_weg(vrij, 2027) is None
    assert "wacht niemand" in wachtlijst(vrij).reden
    gat = {k: w for k, w in BASIS.items() if k != "instroom_asiel"} | {"instroom_asiel": {"2027": 5}}
    onbekend = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": gat}))
    assert werk_weg(onbekend, 2027) is None
    assert "instroom" in wachtlijst(onbekend).reden
    assert len(wachtlijst(onbekend).standen) == 4


def test_random_plans_are_cleared() -> None:
    """Both groups, aanloop, own weights: entered as a plan, nobody waits at the end of any year from the date on."""
    weg = 0
    for zaad in range(60):
        u = bereken(willekeurig(zaad, 2027, 3), CATALOGUS)
        gevonden = werk_weg(u, 2028)
        if gevonden is None:
            continue
        weg += 1
        na = bereken(gevonden.plan, CATALOGUS)
        for q in range(8, 13):
            assert sum(na.waarde("wachtlijst", d, moment=q) or 0 for d in ("asiel", "gezin")) < 1e-5, (zaad, q)
        assert all(x >= 0 for x in gevonden.extra.values())
    assert weg > 5


# --- stock and flow ----------------------------------------------------------------------------------------


def test_what_was_plus_what_comes_less_what_starts_is_what_is_left() -> None:
    standen = wachtlijst(uitkomst()).standen
    assert len(standen) == 16
    for voor, na in itertools.pairwise(standen):
        assert na.begin == voor.eind
    for s in standen:
        assert s.begin + s.erbij - s.gestart == pytest.approx(s.eind)
        assert s.erbij == pytest.approx(6)
    assert (standen[0].naam, standen[0].begin) == ("2027K1", 10)
    assert [s.eind for s in standen] == pytest.approx(simuleer([1, 1, 1, 1])[0])


def test_both_tekorten_of_every_year() -> None:
    u = uitkomst()
    lijst = wachtlijst(u)
    assert lijst.reden == ""
    assert len(lijst.zinnen) == 4
    zonder, met = (u.waarde(n, moment=2028) for n in ("tekort_structureel", "tekort_met_wachtlijst"))
    assert zonder is not None
    assert met is not None
    assert all(toon_euro(x) in lijst.zinnen[1] for x in (zonder, met, met - zonder))


def test_constant_flow_has_its_closed_form() -> None:
    """Nobody at the start, 24 a year, K = 12, one fte of 40: places fill at 6 a quarter and are full after 40 ÷ 6.

    From then on nobody leaves before quarter 13, so the list grows by 6 a quarter: at quarter 12 it is 72 − 40 = 32.
    """
    u = uitkomst(begeleiding_start_asiel=0, wachtlijst_start_asiel=0)
    standen = wachtlijst(u).standen
    assert [s.eind for s in standen[:7]] == pytest.approx([0, 0, 0, 0, 0, 0, 2])
    assert standen[11].eind == pytest.approx(32)


# --- §3 on the axis of variants ----------------------------------------------------------------------------


def test_more_fte_never_lengthens_the_list_in_every_variant() -> None:
    """Fte raised equally in all years: the weighted list never grows, and each variant is its own plan's list."""
    erbij = np.arange(0, 1.6, 0.1)
    bekeken = 0
    for zaad in range(60):
        u = bereken(willekeurig(zaad, 2027, 2), CATALOGUS)
        fte = u.reeks("fte_beschikbaar")
        if u.waarde("caseload") is None or len(fte) < 2 or u.waarde("duur", "asiel") != u.waarde("duur", "gezin"):
            continue
        lijst: list[Plek] = [(("wachtlijst", (d,)), q) for d in ("asiel", "gezin") for q in range(1, 9)]
        bladen = {(("rij_fte_beschikbaar", ()), j): w + erbij for j, w in fte.items()}
        waarden = reken(u, bladen, lijst, erbij.size)
        gewicht = {d: u.waarde("gewicht", d) or 0.0 for d in ("asiel", "gezin")}
        for q in range(1, 9):
            gewogen = sum(gewicht[d] * waarden[("wachtlijst", (d,)), q] for d in gewicht)
            if not np.isnan(gewogen).any():
                assert (np.diff(gewogen) <= 1e-9).all(), (zaad, q)
                bekeken += 1
        meer = bereken(
            met(u.plan, {"fte_beschikbaar": PerJaar(tuple((j, w + float(erbij[7])) for j, w in fte.items()))}),
            CATALOGUS,
        )
        for plek in lijst:
            punt = meer.waarde(plek[0][0], *plek[0][1], moment=plek[1])
            assert waarden[plek][7] == pytest.approx(np.nan if punt is None else punt, abs=1e-9, nan_ok=True)
    assert bekeken > 40


def test_dezelfde_twee_tekorten_voor_het_hele_land() -> None:
    """Kamerbrief of 28 January 2026 §4.1: 65 to 80 million; letter of the G4 and G40: 135 million with the list."""
    zin = landelijke_prijs(CATALOGUS)
    assert "€ 65 tot 80 miljoen" in zin
    assert "€ 135 miljoen volgens de VNG" in zin
    assert "§4.1" in zin
    assert "G40" in zin


def test_where_nobody_waits_both_tekorten_are_the_same() -> None:
    u = uitkomst(fte_beschikbaar=5, wachtlijst_start_asiel=0)
    tekort = toon_euro(u.waarde("tekort_structureel", moment=2027) or 0)
    assert wachtlijst(u).zinnen[0] == (
        f"In 2027 is er met het structurele geld een tekort van {tekort}. Met de wachtlijst erbij is dat hetzelfde."
    )


def test_an_overschot_is_called_so() -> None:
    """More money than it costs: what waiting hides makes the overschot smaller, or turns it into a tekort."""
    u = uitkomst(gemeentefonds_structureel=150_000)
    zonder, met_ = u.reeks("tekort_structureel"), u.reeks("tekort_met_wachtlijst")
    zin = wachtlijst(u).zinnen[0]
    assert zonder[2027] < 0 < met_[2028] - zonder[2028]
    assert f"geld een overschot van {toon_euro(-zonder[2027])}. Begeleidt" in zin
    assert tekort_of_overschot(0.2) == "geen tekort"
    assert tekort_of_overschot(met_[2027]) in zin
    assert tekort_of_overschot(12.0) == "een tekort van € 12"
