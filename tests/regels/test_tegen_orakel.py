"""The rules against a second implementation, written from the specification alone (tests/onafhankelijk)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from core.regels import bereken
from tests.gevallen import willekeurig
from tests.onafhankelijk.rekenmodel import bereken as orakel
from tests.plannen import willekeurig_plan

pytestmark = pytest.mark.steekproef

AANTAL = 600
NIEMAND = 1e-9


def plat(boom: dict[str, Any], vooraf: str = "") -> Iterator[tuple[str, Any]]:
    for naam, waarde in boom.items():
        if isinstance(waarde, dict):
            yield from plat(waarde, f"{vooraf}{naam}.")
        else:
            yield f"{vooraf}{naam}", waarde


def delen(uitkomst: dict[str, Any]) -> dict[str, Any]:
    return {k: v for deel in ("jaar", "kwartaal", "inkoop", "slot") for k, v in plat(uitkomst[deel], f"{deel}.")}


@pytest.mark.parametrize("begin", range(0, AANTAL, 100))
def test_equal_to_the_cent_and_equally_absent(begin: int) -> None:
    for zaad in range(begin, begin + 100):
        hier = delen(bereken(willekeurig(zaad)).als_gegevens([]))
        daar = delen(orakel(willekeurig_plan(zaad)))
        for naam in hier.keys() | daar.keys():
            a, b = hier.get(naam), daar.get(naam)
            if ".werkdruk." in naam and daar.get(naam.replace("werkdruk", "gewogen_begeleid"), 0) < NIEMAND:
                continue  # 0 ÷ 0 fte, apart from rounding dust
            assert (a is None) == (b is None), (zaad, naam, a, b)
            assert a == b if isinstance(a, list) else abs((a or 0) - (b or 0)) < 1e-6, (zaad, naam, a, b)
