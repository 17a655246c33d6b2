"""Each unlikely thing gives its finding, and the likely one beside it does not."""

from __future__ import annotations

import pytest

from core.plan import Ernst
from tests.bevindingen.test_bevindingen import erbij


@pytest.mark.parametrize(
    ("anders", "woorden"),
    [
        ({"begeleiding_start_asiel": None, "begeleiding_start_gezin": 0}, "niemand in begeleiding"),
        ({"wachtlijst_start_asiel": 41}, "meer dan er in de ingevulde jaren kwamen"),
        ({"eerder_gestart_asiel": {"2026": 41}}, "startten 41 mensen"),
        ({"begeleidingsduur_asiel": 21}, "hooguit 5 jaar"),
        ({"trajectprijs": {"B1": 970}}, "landelijk is het gemiddelde € 9.700"),
        ({"trajectprijs": {"Z": 114_000}}, "landelijk is het gemiddelde € 11.400"),
        ({"prestatie_verhouding": 4}, "4,0 keer zoveel"),
        ({"prijsopslag_aanbesteding": 0.1}, "werkt niet door"),
        ({"optie_jaren": 2}, "werkt niet door"),
        ({"spuk_voorlopig": 300_000}, "telt ook voor 2026"),
    ],
)
def test_found(anders: dict[str, object], woorden: str) -> None:
    nieuw = [b for b in erbij(**anders) if woorden in b.tekst]
    assert nieuw
    assert all(b.ernst is Ernst.WAARSCHUWING for b in nieuw)
    assert len(nieuw) == (2 if "niemand" in woorden else 1)


@pytest.mark.parametrize(
    "anders",
    [
        {"wachtlijst_start_asiel": 40},
        {"eerder_gestart_asiel": {"2026": 40}},
        {"begeleidingsduur": 20},
        {"trajectprijs": {"B1": 9_000, "Z": 20_000}},
        {"prestatie_verhouding": 2},
        {"prijsopslag_aanbesteding": 0.1, "contract_start": 2028, "contract_jaren": 2},
        {"spuk_voorlopig": {"2027": 300_000}},
        {"eerdere_instroom_asiel": None, "wachtlijst_start_asiel": 5, "eerder_gestart_asiel": {"2026": 5}},
    ],
)
def test_not_found(anders: dict[str, object]) -> None:
    woorden = ("niemand in begeleiding", "Kijk na", "werkt niet door", "telt ook voor")
    assert not [b for b in erbij(**anders) if any(w in b.tekst for w in woorden)]


def test_a_national_plan_without_a_caseload_is_quiet() -> None:
    assert not [b for b in erbij(methode="landelijk", caseload=None, fte_beschikbaar=None) if "Caseload" in b.plaats]
    assert [b for b in erbij(methode="landelijk", caseload=None) if "Caseload" in b.plaats]
