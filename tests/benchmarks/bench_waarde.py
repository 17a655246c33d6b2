"""The time to value one plan of five years, and to judge it, beside the independent implementation in one run.

python -m tests.benchmarks.bench_waarde
"""

from __future__ import annotations

import statistics

from core.bevindingen import bevindingen
from core.catalogus import standaardcatalogus
from core.plan import plan_uit
from core.regels import bereken
from tests.benchmarks.bench_trekkingen import PLANNEN, duur
from tests.onafhankelijk.rekenmodel import bereken as orakel

KEREN = 101


def main() -> None:
    """Print the medians per plan."""
    catalogus = standaardcatalogus()
    for naam, invoer in PLANNEN.items():
        gegevens = {"startjaar": 2027, "horizon": 5, "invoer": invoer}
        plan, gevonden = plan_uit(gegevens, catalogus)
        assert plan is not None, gevonden
        uitkomst = bereken(plan, catalogus)
        bevindingen(uitkomst)
        doen = {
            "bereken": lambda plan=plan: bereken(plan, catalogus),
            "bevindingen": lambda uitkomst=uitkomst: bevindingen(uitkomst),
            "orakel": lambda gegevens=gegevens: orakel(gegevens),
        }
        tijden: dict[str, list[float]] = {wat: [] for wat in doen}
        for _ in range(KEREN):
            for wat, doe in doen.items():
                tijden[wat].append(duur(doe))
        print(naam)
        for wat, reeks in tijden.items():
            print(f"  {wat:12} {statistics.median(reeks):6.2f} ms")


if __name__ == "__main__":
    main()
