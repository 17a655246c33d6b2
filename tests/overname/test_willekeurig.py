"""Random sheets: wherever a table stands and however its numbers are spelled, a value is right or it is asked about."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from core.overname import herken, neem_over
from core.plan import Ernst, Plan
from tests.overname.gevallen.geval import boek
from tests.overname.hulp import CATALOGUS, DATUM, bestand, koppeling

pytestmark = pytest.mark.steekproef

RIJEN = {
    "Structureel": "gemeentefonds_structureel",
    "Incidenteel": "gemeentefonds_incidenteel",
    "Eenmalige lasten": "incidentele_kosten",
    "Andere baten": "overige_baten",
    "Bijdrage regio": "bijdrage_samenwerking",
}
JAREN = range(2026, 2030)


def _gespeld(toeval: random.Random, bedrag: float) -> Any:
    """The amount as a number, or as text in Dutch or English notation with or without signs around it."""
    engels = f"{bedrag:,.{toeval.choice([0, 2])}f}" if bedrag == int(bedrag) else f"{bedrag:,.2f}"
    nederlands = engels.replace(",", "_").replace(".", ",").replace("_", ".")
    tekst = toeval.choice([engels, nederlands, engels.replace(",", ""), nederlands.replace(".", "\u00a0")])
    tekst = toeval.choice(["{}", "€ {}", "{} €", "'{}", " {} "]).format(tekst)
    return toeval.choice([bedrag, tekst, tekst])


def _vel(toeval: random.Random, waarheid: dict[str, list[float]]) -> list[list[Any]]:
    voor = [""] * toeval.randrange(3)
    kop = toeval.choice(["{}", "begroting {}", "{} (B)", "raming {}"])
    rijen: list[list[Any]] = [[]] * toeval.randrange(4)
    rijen += [[*voor, "Overzicht"]] * toeval.randrange(2)
    koppen: list[Any] = list(JAREN) if toeval.random() < 0.3 else [kop.format(j) for j in JAREN]
    rijen.append([*voor, "Post", *koppen])
    for label, bedragen in waarheid.items():
        rijen += [[]] * (toeval.random() < 0.2)
        rijen.append([*voor, label, *(_gespeld(toeval, b) for b in bedragen)])
    totalen = [sum(kolom) for kolom in zip(*waarheid.values(), strict=True)]
    rijen.append([*voor, "Totaal", *totalen])
    return rijen


@pytest.mark.parametrize("gedraaid", [False, True], ids=["liggend", "staand"])
@pytest.mark.parametrize("zaad", range(40))
def test_right_or_asked(zaad: int, gedraaid: bool, tmp_path: Path) -> None:
    toeval = random.Random(zaad)
    waarheid = {
        label: [toeval.choice([round(toeval.uniform(0, 99999), 2), toeval.randrange(10**6)]) for _ in JAREN]
        for label in RIJEN
    }
    vel = _vel(toeval, waarheid)
    if gedraaid:
        breed = max(map(len, vel))
        vel = [list(kolom) for kolom in zip(*([*rij, *[""] * (breed - len(rij))] for rij in vel), strict=True)]
    (blok,), _ = herken(bestand(tmp_path, boek(*vel)))
    uit = neem_over(Plan(2026, 4), blok, koppeling(blok, RIJEN), CATALOGUS, DATUM)
    gelezen = {(w.doel.naam, w.jaar): w.waarde for w in uit.waarden}
    for label, doel in RIJEN.items():
        overgenomen = [gelezen.get((doel, jaar)) for jaar in JAREN]
        if overgenomen[0] is None:  # the whole row is left out, and a cell of it was asked about
            assert overgenomen == [None] * len(JAREN)
        else:
            assert overgenomen == waarheid[label]
    gevraagd = [b for b in uit.bevindingen if b.ernst is Ernst.FOUT]
    weg = sum((doel, JAREN[0]) not in gelezen for doel in RIJEN.values())
    assert all("kan" in b.tekst and "zijn." in b.tekst for b in gevraagd)
    assert bool(weg) == bool(gevraagd)
