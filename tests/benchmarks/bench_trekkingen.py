"""10.000 draws of a whole plan, beside the independent numpy implementation on the very same draws, in one run.

python -m tests.benchmarks.bench_trekkingen
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

from core.catalogus import standaardcatalogus
from core.duiding import onzekerheid
from core.duiding.gevoeligheid import tornado
from core.duiding.onzekerheid import trek, uitkomstnamen
from core.plan import plan_uit
from core.regels import bereken
from core.regels.bladwaarden import bladwaarden, kalender, puntwaarden
from core.rekenkunde.berekening import Plek
from tests.duiding.test_onzekerheid import RUIM, getrokken_voor_orakel
from tests.onafhankelijk.rekenmodel import bereken as orakel

AANTAL = 10_000
WISSELINGEN = 9
UITSLAGEN = 40
"""Variants of a tornado by hand: each of some twenty sources low and high."""

KLEIN: dict[str, Any] = {
    "instroom_asiel": "18 tot 30",
    "instroom_gezin": "8 tot 12",
    "eerdere_instroom_asiel": {"2026": 22, "2025": 17},
    "begeleiding_start_asiel": 40,
    "gemeentefonds_structureel": 90000,
    "trajectprijs": {"B1": "9.000 tot 12.000"},
    "prijsstijging": "0,015 tot 0,035",
}
RIJEN = {"instroom_asiel": {"2030": 20, "2031": 21}, "fte_beschikbaar": {"2030": 1.2, "2031": 1.2}}
HEEL: dict[str, Any] = RUIM | {naam: RUIM[naam] | erbij for naam, erbij in RIJEN.items()}
PLANNEN = {"heel plan, 5 jaar, caseload, veel bereiken": HEEL, "klein plan, 5 jaar, landelijk": KLEIN}


def duur(doe: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1e3


def meet(naam: str, invoer: dict[str, Any]) -> None:
    """Alternate the two, so that whatever else the machine does hits both."""
    catalogus = standaardcatalogus()
    gegevens = {"startjaar": 2027, "horizon": 5, "invoer": invoer}
    plan, bevindingen = plan_uit(gegevens, catalogus)
    assert plan is not None, bevindingen
    trekking = trek(plan, catalogus, AANTAL)
    getrokken = getrokken_voor_orakel(trekking)
    as_ = kalender(plan, catalogus)
    instroom = {plek: w for plek, w in trekking.getrokken.items() if plek[0][0] == "instroom"}
    bladen = puntwaarden(bladwaarden(plan, catalogus, as_)) | dict(trekking.getrokken)
    volgorde = onzekerheid.volgorde(as_, uitkomstnamen())
    del trekking
    punt = bereken(plan, catalogus)
    tekorten: list[Plek] = [(("tekort_structureel", ()), j) for j in plan.planjaren]
    weinig = {naam: w[:UITSLAGEN] for naam, w in getrokken.items()}
    namen = ("rekenen", "trekken en rekenen", "met tornado", "orakel", "orakel met tornado")
    tijden: dict[str, list[float]] = {n: [] for n in namen}
    for _ in range(WISSELINGEN):
        tijden["rekenen"].append(duur(lambda: volgorde.trekkingen(bladen, instroom)))
        tijden["orakel"].append(duur(lambda: orakel(gegevens, None, getrokken)))
        tijden["orakel met tornado"].append(
            duur(lambda: (orakel(gegevens, None, getrokken), orakel(gegevens, None, weinig)))
        )
        tijden["trekken en rekenen"].append(duur(lambda: trek(plan, catalogus, AANTAL)))
        tijden["met tornado"].append(duur(lambda: (trek(plan, catalogus, AANTAL), tornado(punt, tekorten))))
    midden = {wat: statistics.median(t) for wat, t in tijden.items()}
    print(f"{naam}: {AANTAL} trekkingen")
    for wat, ms in midden.items():
        naast = "orakel met tornado" if wat == "met tornado" else "orakel"
        print(f"  {wat:20} {ms:7.1f} ms   {ms / midden[naast]:5.2f} × {naast}")


def main() -> None:
    """Both plans."""
    for naam, invoer in PLANNEN.items():
        meet(naam, invoer)


if __name__ == "__main__":
    main()
