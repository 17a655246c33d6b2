"""The outcome as a table that can be read in a terminal, and the landelijke toets as lines."""

from __future__ import annotations

from collections.abc import Iterator

from core import VERSIE
from core.getallen import toon
from core.plan import Bevinding
from core.regels import Uitkomst
from core.regels.uitkomst import PER_JAAR, jaargrootheden
from core.rekenkunde.eenheden import Unit

NIET_TE_ZEGGEN = "n.t.z."
LABELBREEDTE, TUSSENRUIMTE = 70, 3
ZONDER_EENHEID = ("euro", "personen", "getal")
_DECIMALEN = {"euro": 0, "euro per persoon": 0, "personen": 1, "fte": 2, "getal": 2, "weken": 1, "uren": 0}


def uitkomsttabel(uitkomst: Uitkomst, bevindingen: list[Bevinding], titel: str) -> str:
    """Years in columns, figures in rows, by subject; then the tender and the findings. Euro without cents."""
    return "\n".join(_regels(uitkomst, bevindingen, titel)) + "\n"


def _regels(uitkomst: Uitkomst, bevindingen: list[Bevinding], titel: str) -> Iterator[str]:
    jaren = uitkomst.tijdas.planjaren
    breed = _breedte(uitkomst)
    yield titel
    yield f"Inburgeringsplanner {VERSIE}, kengetallen editie {uitkomst.catalogus.editie}. Bedragen in euro."
    yield f"{NIET_TE_ZEGGEN} = niet te zeggen: er ontbreekt invoer, of het getal hoort niet bij de gekozen methode."
    yield "Door afronding kunnen totalen afwijken."
    for onderwerp in PER_JAAR:
        yield ""
        yield _regel(onderwerp.upper(), [str(j) for j in jaren], breed)
        for g in jaargrootheden(onderwerp):
            reeks = uitkomst.reeks(g.naam, *g.sleutel)
            if reeks or g.naam != "uren_bij_methode":
                label = g.label if g.eenheid.naam in ZONDER_EENHEID else f"{g.label} ({g.eenheid.naam})"
                yield _regel(label, [_toon(reeks.get(j), g.eenheid) for j in jaren], breed)
    yield from _inkoop(uitkomst)
    if bevindingen:
        yield ""
        yield "BEVINDINGEN"
        yield from (f"- {b}" for b in bevindingen)


def _inkoop(uitkomst: Uitkomst) -> Iterator[str]:
    inkoop = uitkomst.inkoop()
    if "contractwaarde" in inkoop:
        yield ""
        yield "AANBESTEDING LEERROUTES (exclusief btw)"
        for naam, label in (
            ("contractwaarde_totaal", "Contractwaarde, alle percelen"),
            ("contractwaarde_met_opties", "Contractwaarde met opties, alle percelen"),
        ):
            yield _regel(label, [_bedrag(inkoop.get(naam))], _breedte(uitkomst))
        if inkoop["buiten_horizon"]:
            yield f"Niet meegerekend, buiten het plan: {', '.join(map(str, inkoop['buiten_horizon']))}."


def _breedte(uitkomst: Uitkomst) -> int:
    """Wide enough for the largest amount."""
    grootste = max((abs(w) for g in jaargrootheden() for w in uitkomst.reeks(g.naam, *g.sleutel).values()), default=0)
    return len(toon(-grootste, 0)) + TUSSENRUIMTE


def _regel(label: str, kolommen: list[str], breed: int) -> str:
    kort = label if len(label) <= LABELBREEDTE else f"{label[: LABELBREEDTE - 1]}…"
    return (kort.ljust(LABELBREEDTE) + "".join(k.rjust(breed) for k in kolommen)).rstrip()


def _bedrag(waarde: float | None) -> str:
    return NIET_TE_ZEGGEN if waarde is None else toon(waarde, 0)


def _toon(waarde: float | None, eenheid: Unit) -> str:
    return NIET_TE_ZEGGEN if waarde is None else toon(waarde, _DECIMALEN[eenheid.naam])
