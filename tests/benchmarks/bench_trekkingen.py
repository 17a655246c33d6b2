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
from core.duiding.onzekerheid import trek, uitkomstnamen
from core.plan import plan_uit
from core.regels.bladwaarden import bladwaarden, kalender, puntwaarden
from tests.duiding.test_onzekerheid import RUIM, getrokken_voor_orakel
from tests.onafhankelijk.rekenmodel import bereken as orakel

AANTAL = 10_000
WISSELINGEN = 9

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
    volgorde = onzekerheid._volgorde(as_, uitkomstnamen())
    del trekking
    tijden: dict[str, list[float]] = {"rekenen": [], "trekken en rekenen": [], "orakel": []}
    for _ in range(WISSELINGEN):
        tijden["rekenen"].append(duur(lambda: volgorde.trekkingen(bladen, instroom)))
        tijden["orakel"].append(duur(lambda: orakel(gegevens, None, getrokken)))
        tijden["trekken en rekenen"].append(duur(lambda: trek(plan, catalogus, AANTAL)))
    midden = {wat: statistics.median(t) for wat, t in tijden.items()}
    print(f"{naam}: {AANTAL} trekkingen")
    for wat, ms in midden.items():
        print(f"  {wat:20} {ms:7.1f} ms   {ms / midden['orakel']:5.2f} × orakel")


def main() -> None:
    """Both plans."""
    for naam, invoer in PLANNEN.items():
        meet(naam, invoer)


if __name__ == "__main__":
    main()
