"""How the window says things: classes, severities, units and amounts in words and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.getallen import toon

if TYPE_CHECKING:
    from core.plan import Bevinding

KLASSEN = {"vast": "■", "suggestie": "◐", "eigen": "○", "nog na te gaan": "?", "aangekondigd": "◐"}
ERNST = {"fout": "✕", "waarschuwing": "▲", "let op": "•"}
ONBEKEND = "nog niet te zeggen"

_EENHEDEN = {"keuze": "", "getal": "", "jaartal": "", "index": ""}


def klasse_in_woorden(klasse: str) -> str:
    """The class of a figure, in shape and word."""
    return f"{KLASSEN[klasse]} {klasse}"


def ernst_in_woorden(bevinding: Bevinding) -> str:
    """How bad a finding is, in shape and word."""
    return f"{ERNST[bevinding.ernst.value]} {bevinding.ernst.value}"


def eenheid_in_woorden(eenheid: str) -> str:
    """The unit as it stands beside a field."""
    return _EENHEDEN.get(eenheid, eenheid.replace("euro", "€"))


def bedrag_met_woord(bedrag: float, *, tekort_is_positief: bool) -> str:
    """An amount without cents or sign, and whether it is a tekort or an overschot."""
    afgerond = toon(abs(bedrag), 0)
    if afgerond == "0":
        return "€ 0"
    tekort = (bedrag > 0) == tekort_is_positief
    return f"€ {afgerond} {'tekort' if tekort else 'overschot'}"


def aantal(getal: int, enkel: str, meer: str) -> str:
    """A count with its word."""
    return f"{getal} {enkel if getal == 1 else meer}"
