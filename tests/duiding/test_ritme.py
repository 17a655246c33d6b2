"""The rhythm of the SPUK against the worked example of the law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.ritme import korting, prestatie, spukkalender, spukritme, standzin
from core.getallen import toon_euro
from core.regels import Uitkomst, bereken
from tests.gevallen import als_plan

CATALOGUS = standaardcatalogus()
TWINTIG: dict[str, Any] = {
    "instroom_asiel": 20,
    "instroom_gezin": 8,
    "eerdere_instroom_asiel": {"2024": 20, "2023": 20, "2022": 20},
    "eerdere_instroom_gezin": {"2024": 8},
    "spuk_index": 0,
}


def uitkomst(
    startjaar: int = 2025, horizon: int = 4, maatregelen: Any = (), herkomst: Any = None, **invoer: Any
) -> Uitkomst:
    gegevens = {
        "startjaar": startjaar,
        "horizon": horizon,
        "invoer": invoer,
        "maatregelen": list(maatregelen),
    }
    return bereken(als_plan(gegevens), CATALOGUS)


# --- the rhythm --------------------------------------------------------------------------------------------


def test_twenty_a_year_fall_132_thousand_behind() -> None:
    """wetgeving b.6: € 64.646 less in 2026 and € 67.715 less in 2027 than in the steady state of 2028.

    2026: 20 × (4.565,505 − 4.718,96 + 4.565,505 − 1.179,74) = 64.646,20. 2027: 20 × (4.565,505 − 1.179,74) = 67.715,30.
    """
    ritme = spukritme(uitkomst(**TWINTIG))
    assert {j.jaar: j.dip for j in ritme.jaren} == pytest.approx({2026: 64646.20, 2027: 67715.30, 2028: 0.0}, abs=0.01)
    assert ritme.dip == pytest.approx(132361.50, abs=0.01)
    assert ritme.zin.startswith(
        "In 2026 en 2027 ontvangt u door de overgang naar het nieuwe ritme van de SPUK samen € 132.362 minder."
    )
    assert [j.baten for j in ritme.jaren] == pytest.approx([239720.80, 236651.70, 304367.00], abs=0.01)
    assert [(c.cohort, round(c.bedrag, 2)) for c in ritme.jaren[0].cohorten] == [
        (2026, 121746.80),
        (2025, 94379.20),
        (2024, 23594.80),
    ]


def test_what_falls_behind_came_earlier() -> None:
    """Cohort 2025 in prices of 2026: what it lacks in 2026 and 2027 is what it had more than 40 % in its first year.

    Its first year in those prices is 9.154,91 × 1,0180; 40 % of the whole amount is the a of 2026, 6.087,34.
    """
    cohort = [c for j in spukritme(uitkomst(**TWINTIG)).jaren for c in j.cohorten if c.cohort == 2025]
    achter = sum(c.nieuw_ritme - c.bedrag for c in cohort)
    assert achter == pytest.approx(20 * (9154.91 * 1.0180 - 6087.34), abs=5)


def test_the_reserve_bears_it_or_the_next_year_does() -> None:
    rijk = spukritme(uitkomst(**TWINTIG, stand_start=200000))
    for j in rijk.jaren:
        assert j.stand is not None
        assert toon_euro(abs(j.stand)) in j.zin
    arm = uitkomst(**TWINTIG, stand_start=-200000)
    tekort = spukritme(arm).jaren[1]
    assert tekort.stand is not None
    assert tekort.stand < 0
    assert tekort.zin.endswith(f"schuift u {toon_euro(-tekort.stand)} aan lasten door naar 2028.")
    assert arm.waarde("doorgeschoven", moment=2027) == -tekort.stand
    assert tekort.zin.startswith("In 2027 ontvangt u door de overgang € 67.715 minder dan in het nieuwe ritme.")
    assert spukritme(arm).jaren[2].zin.startswith("In 2028 volgt de SPUK het nieuwe ritme.")


def test_only_the_years_of_the_new_rhythm_that_are_known() -> None:
    laat = spukritme(uitkomst(2031, 2, instroom_asiel=5, instroom_gezin=1))
    assert [j.jaar for j in laat.jaren] == [2030, 2031, 2032]
    assert laat.zin == "Het nieuwe ritme van de SPUK raakt de jaren van dit plan niet."
    eerder = {"2024": 0, "2025": 30, "2026": 2}
    voor = spukritme(uitkomst(2027, 2, instroom_asiel=5, eerdere_instroom_asiel=eerder))
    assert voor.jaren[0].jaar == 2026  # the year before the plan, without a stand
    assert voor.jaren[0].stand is None
    assert voor.jaren[0].zin.endswith("meer dan in het nieuwe ritme.")


def test_a_dip_upwards_has_the_right_words() -> None:
    """Nobody in 2024 and 30 in 2025: in 2026 the second part is 30 × (4.718,96 − 4.565,505) = 4.603,65 more."""
    eerder = {"2023": 0, "2024": 0, "2025": 30}
    ritme = spukritme(uitkomst(2026, 1, instroom_asiel=5, eerdere_instroom_asiel=eerder))
    assert ritme.dip == pytest.approx(-4603.65, abs=0.01)
    assert ritme.zin.startswith("In 2026 ontvangt u door de overgang naar het nieuwe ritme van de SPUK € 4.604 meer.")


def test_a_blank_cohort_is_not_nobody() -> None:
    """Without the people of 2024 the dip of 2026 is unknown, and not the little that 2025 gives."""
    eerder = {"2025": 30, "2026": 2}
    ritme = spukritme(uitkomst(2027, 2, instroom_asiel=5, eerdere_instroom_asiel=eerder, spuk_index=0))
    assert (ritme.open, ritme.vul_in, [j.jaar for j in ritme.jaren]) == ((2026,), (2024,), [2027, 2028])
    assert ritme.dip == pytest.approx(30 * (4565.505 - 1179.74), abs=0.01)
    assert ritme.zin.endswith("Voor 2026 is het niet te zeggen: vul de instroom van asielstatushouders van 2024 in.")
    leeg = spukritme(uitkomst(2027, 2, instroom_asiel={"2028": 5}))
    assert (leeg.open, leeg.vul_in, leeg.jaren) == ((2026, 2027), (2024, 2025, 2027), ())
    assert leeg.zin.startswith("Voor 2026 en 2027 is het niet te zeggen")


def test_prestatie_is_zero_sum_and_says_so() -> None:
    """P 0,01 and q 2 on a volume of 20 × 6.087,34 + 20 × 4.718,96 + 20 × 1.179,74 = 239.720,80: € 2.397."""
    u = uitkomst(**TWINTIG, prestatie_aandeel=0.01, prestatie_verhouding={"2026": 2, "2027": 0, "2028": 1})
    effect = {e.jaar: e for e in prestatie(u)}
    assert effect[2026].bedrag == pytest.approx(2397.21, abs=0.01)
    assert effect[2026].zin.startswith("Uw aantal afgeronde trajecten levert in 2026 € 2.397 op.")
    assert effect[2027].zin.startswith(f"Uw aantal afgeronde trajecten kost in 2027 {toon_euro(-effect[2027].bedrag)}.")
    assert effect[2028].zin.startswith("Met een gemiddeld aantal")
    assert all("niet groter" in e.zin and "in 2026 € 857" in e.zin for e in effect.values())
    assert prestatie(uitkomst(2027, 1, instroom_gezin=3)) == ()


def test_before_2026_there_was_no_prestatiebekostiging() -> None:
    """2026 is the first year (wetgeving b.5); the suggestie is 0 before it, and 0,8 to 1,5 % from then on."""
    eerder = {str(j): 20 for j in range(2021, 2025)}
    u = uitkomst(2025, 2, instroom_asiel=20, eerdere_instroom_asiel=eerder, prestatie_verhouding=2)
    toen, nu = prestatie(u)
    assert (toen.jaar, toen.bedrag, toen.zin) == (2025, 0.0, "In 2025 is er geen prestatiebekostiging.")
    assert nu.bedrag > 0
    gemiddeld = prestatie(uitkomst(2025, 2, instroom_asiel=20, eerdere_instroom_asiel=eerder))
    assert [e.zin.split(" ")[0] for e in gemiddeld] == ["In", "Met"]


@pytest.mark.parametrize("aan", [(), ("spuk_korting",)])
def test_the_korting_is_a_switch(aan: tuple[str, ...]) -> None:
    """10 % of the baten of 2028, whichever way the switch stands in the plan."""
    u = uitkomst(**TWINTIG, maatregelen=aan)
    effect = {e.jaar: e for e in korting(u)}
    assert effect[2027].zin == "De aangekondigde korting verandert de SPUK van 2027 niet."
    assert effect[2028].bedrag == pytest.approx(-31002.08, abs=0.01)
    stand = bereken(replace(u.plan, maatregelen=("spuk_korting",)), CATALOGUS).waarde("stand", moment=2028)
    assert stand is not None
    assert effect[2028].zin == (
        "De aangekondigde korting kost in 2028 € 31.002 aan SPUK. "
        f"Eind 2028 schuift u met de korting {toon_euro(-stand)} aan lasten door naar 2029."
    )
    assert standzin(2028, 10.0) == "Eind 2028 staat er € 10 in de reserve."
    assert korting(uitkomst(2027, 1, instroom_gezin=3)) == ()


def test_the_calendar_is_in_order() -> None:
    kalender = spukkalender(2027)
    assert [m.uiterlijk for m in kalender] == sorted(m.uiterlijk for m in kalender)
    # Third Tuesdays of September: 15-9-2026, 21-9-2027, 19-9-2028 (as any calendar shows).
    assert [spukkalender(j)[0].uiterlijk for j in (2027, 2028, 2029)] == [
        date(2026, 9, 15),
        date(2027, 9, 21),
        date(2028, 9, 19),
    ]
    assert all(m.wat and m.bron for m in kalender)
