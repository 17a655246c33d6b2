"""The plan as it was when a workbook was written out: on a sheet of its own, in sight, and known by its fingerprint.

Without it nobody could tell what was typed into a workbook afterwards. Nothing is hidden: it is a list that a
controller can read. The fingerprint, a property of the document, tells whether that list is still what was written.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from core.catalogus import Catalogus
from core.plan import Bevinding, Ernst, Plan, als_gegevens, plan_uit, vingerafdruk
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opzet import lijst
from core.werkboek.vel import Boek

UITVOERBLAD = "Plan_bij_uitvoer"
VINGERAFDRUK = "Vingerafdruk"
"""The document property with the fingerprint of the plan."""
LANGSTE = 2000
"""Characters in one cell; a longer value goes on in the next row."""
_KOLOMMEN = (("Onderdeel", 24), ("Naam", 34), ("Waarde", 110))
_ZIN = (
    "Het plan zoals het was toen dit werkboek werd gemaakt. Het programma ziet hieraan wat daarna is veranderd. "
    "Verander hier niets."
)
_PLAN, _GEMEENTE, _INVOER, _HERKOMST = "plan", "gemeente", "invoer", "herkomst"
_ANDERS = (
    "Dit blad is veranderd nadat het werkboek werd gemaakt. Daarom is niet te zien wat er sindsdien is veranderd. "
    "Vergelijk het werkboek met het planbestand."
)

Rij = tuple[str, str, Any]
Cellen = Mapping[tuple[int, int], Any]


def schrijf_uitvoerplan(boek: Boek, plan: Plan) -> None:
    """Add the sheet and the fingerprint; of `plan` the scenarios are those that stand in the workbook."""
    boek.kenmerken[VINGERAFDRUK] = vingerafdruk(plan)
    rijen = []
    for onderdeel, naam, waarde in _rijen(als_gegevens(plan)):
        tekst = json.dumps(waarde, ensure_ascii=False)
        stukken = [tekst[i : i + LANGSTE] for i in range(0, len(tekst), LANGSTE)]
        rijen += [(onderdeel, naam, stuk) for stuk in stukken]
    blad = lijst(boek, UITVOERBLAD, "Het plan bij het maken van dit werkboek", _ZIN, _KOLOMMEN, rijen)
    blad.afdruk = (0, 0, EERSTE_RIJ + len(rijen) - 1, len(_KOLOMMEN) - 1)


def _rijen(gegevens: dict[str, Any]) -> Iterator[Rij]:
    for naam in ("startjaar", "horizon", "maatregelen"):
        yield _PLAN, naam, gegevens[naam]
    yield from ((_GEMEENTE, naam, w) for naam, w in gegevens["gemeente"].items())
    yield from ((_INVOER, naam, w) for naam, w in gegevens["invoer"].items())
    for naam, velden in gegevens["herkomst"].items():
        yield from ((f"{_HERKOMST}, {veld}", naam, w) for veld, w in velden.items() if w)
    for nummer, scenario in enumerate(gegevens["scenarios"], 1):
        yield from ((f"S{nummer}", naam, w) for naam, w in scenario.items() if naam != _INVOER)
        yield from ((f"S{nummer}, {_INVOER}", naam, w) for naam, w in scenario[_INVOER].items())


def lees_uitvoerplan(
    cellen: Cellen, eigenschappen: dict[str, str], catalogus: Catalogus
) -> tuple[Plan | None, list[Bevinding]]:
    """The plan as it was written out; None where the workbook does not carry it (any more)."""
    afdruk = eigenschappen.get(VINGERAFDRUK)
    if not cellen and afdruk is None:
        return None, []
    plan = _plan(cellen, catalogus)
    if plan is None or vingerafdruk(plan) != afdruk:
        return None, [Bevinding(Ernst.LET_OP, f"blad {UITVOERBLAD}", _ANDERS)]
    return plan, []


def _plan(cellen: Cellen, catalogus: Catalogus) -> Plan | None:
    per_rij: dict[int, dict[int, Any]] = {}
    for (rij, kolom), waarde in sorted(cellen.items(), key=lambda paar: paar[0]):
        if rij >= EERSTE_RIJ:
            per_rij.setdefault(rij, {})[kolom] = waarde
    if any(rij.keys() != {0, 1, 2} or not all(isinstance(w, str) for w in rij.values()) for rij in per_rij.values()):
        return None
    gegevens: dict[str, Any] = {"gemeente": {}, "invoer": {}, "herkomst": {}, "scenarios": []}
    try:
        for (onderdeel, naam), groep in groupby(per_rij.values(), key=lambda rij: (rij[0], rij[1])):
            _zet(gegevens, onderdeel, naam, json.loads("".join(rij[2] for rij in groep)))
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError):
        return None
    return plan_uit(gegevens, catalogus)[0]


def _zet(gegevens: dict[str, Any], onderdeel: str, naam: str, waarde: Any) -> None:
    deel, _, onder = onderdeel.partition(", ")
    if deel == _PLAN:
        gegevens[naam] = waarde
    elif deel in (_GEMEENTE, _INVOER):
        gegevens[deel][naam] = waarde
    elif deel == _HERKOMST:
        gegevens[deel].setdefault(naam, {})[onder] = waarde
    else:
        nummer = int(deel.removeprefix("S"))
        if nummer > len(gegevens["scenarios"]):
            gegevens["scenarios"].append({_INVOER: {}})
        scenario = gegevens["scenarios"][nummer - 1]
        (scenario[_INVOER] if onder else scenario)[naam] = waarde
