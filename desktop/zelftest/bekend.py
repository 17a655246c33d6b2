"""What the zelftest holds the program against: its resources, the examples, and figures that are known beforehand.

The known figures in `resources/zelftest` come from an implementation that shares nothing with this program
(`tests/onafhankelijk`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.plan import Plan

BRONNEN = Path(__file__).resolve().parents[2] / "resources"
MARGE = 1e-5
"""Of a figure; known figures are kept in six decimals. A cent is a thousand times as much."""
KERN = ("jaar.tekort_totaal.", "jaar.uitvoeringskosten.", "jaar.spuk_saldo.", "jaar.terugbetaling.", "slot.")
"""Of a scenario; of the base every figure is compared."""

Cijfers = dict[str, Any]
Getallen = dict[str, float]


class Afwijking(Exception):
    """What was made is not what is known."""


def eis(voorwaarde: bool, uitleg: str) -> None:
    """Raise `Afwijking` with this explanation unless the condition holds."""
    if not voorwaarde:
        raise Afwijking(uitleg)


def bestanden() -> list[str]:
    """Every file that the program reads, relative to its resources."""
    namen = (pad.relative_to(BRONNEN).as_posix() for pad in BRONNEN.rglob("[!.]*") if pad.is_file())
    return sorted(naam for naam in namen if not naam.endswith((".py", ".pyc")))


def bekende(naam: str) -> Any:
    """The known figures or files of this name."""
    return json.loads((BRONNEN / "zelftest" / f"{naam}.json").read_text(encoding="utf-8"))


def plat(boom: dict[str, Any], vooraf: str = "") -> Iterator[tuple[str, float]]:
    """The numbers of an outcome by their full name: `jaar.tekort_totaal.2027`."""
    for naam, waarde in boom.items():
        if isinstance(waarde, dict):
            yield from plat(waarde, f"{vooraf}{naam}.")
        elif isinstance(waarde, int | float):
            yield f"{vooraf}{naam}", waarde


def figuren(uitkomst: dict[str, Any], *, kern: bool = False) -> Getallen:
    """All figures of an outcome, or (`kern`) the ones that everything else comes together in; in six decimals."""
    gekozen = {deel: uitkomst[deel] for deel in ("jaar", "kwartaal", "inkoop", "slot")}
    return {naam: round(waarde, 6) for naam, waarde in plat(gekozen) if not kern or naam.startswith(KERN)}


def lees_plan(pad: Path) -> Plan:
    """The plan in a file; `Afwijking` where it is none."""
    from core.catalogus import standaardcatalogus
    from core.planbestand import lees

    plan, bevindingen = lees(pad, standaardcatalogus())
    if plan is None:
        raise Afwijking("; ".join(str(b) for b in bevindingen))
    return plan


def voorbeeldplan() -> Plan:
    """The example of a gemeente."""
    return lees_plan(BRONNEN / "voorbeelden" / "gemeente-voorbeeld.inburgeringsplan")


def vergelijk(hier: Getallen, verwacht: Getallen, wat: str) -> None:
    """Raise `Afwijking` where figures are missing, too many or different; `wat` says what they are of."""
    anders = sorted(hier.keys() ^ verwacht.keys())
    eis(not anders, f"{wat}: deze cijfers zijn er maar één keer: {', '.join(anders[:5])}.")
    for naam, waarde in verwacht.items():
        eis(abs(hier[naam] - waarde) <= MARGE, f"{wat}: {naam} is {hier[naam]} en moet {waarde} zijn.")
