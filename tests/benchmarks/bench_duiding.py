"""Duiding of the example beside its point calculation, in one run: how many plans one answer costs.

python -m tests.benchmarks.bench_duiding
"""

from __future__ import annotations

import statistics
from collections.abc import Callable

from core.catalogus import standaardcatalogus
from core.duiding.bijdragen import verklaar
from core.duiding.doel import lees_doel
from core.duiding.doelzoeken import zoek
from core.duiding.gevoeligheid import tornado
from core.duiding.overzicht import duid
from core.duiding.wachten import werk_weg
from core.regels import bereken
from tests.benchmarks.bench_trekkingen import duur
from tests.benchmarks.voorbeeld import voorbeeldplan

WISSELINGEN = 7


def main() -> None:
    """Every question in turn with the point calculation, so that whatever else the machine does hits both."""
    plan, catalogus = voorbeeldplan(), standaardcatalogus()
    u = bereken(plan, catalogus)
    doel = lees_doel("tekort_structureel 2028 <= 170.000", plan)
    vragen: dict[str, Callable[[], object]] = {
        "waterval, alle jaren": lambda: verklaar(u),
        "tornado, alle jaren": lambda: tornado(u, [(("tekort_structureel", ()), j) for j in plan.planjaren]),
        "doel, twee knoppen": lambda: zoek(u, doel),
        "doel, drie knoppen": lambda: zoek(u, doel, hoogstens=3),
        "wachtlijst wegwerken": lambda: werk_weg(u, 2028),
        "alles": lambda: duid(u, doelen=[doel]),
    }
    for naam, vraag in vragen.items():
        vraag()
        paren = [(duur(vraag), duur(lambda: bereken(plan, catalogus))) for _ in range(WISSELINGEN)]
        ms, punt = (statistics.median(kolom) for kolom in zip(*paren, strict=True))
        print(f"{naam:22} {ms:7.1f} ms   {ms / punt:6.0f} × één plan")


if __name__ == "__main__":
    main()
