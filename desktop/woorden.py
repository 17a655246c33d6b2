"""How the window says things: classes, severities, units and amounts in words and shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from core.getallen import toon, toon_euro

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from core.plan import Bevinding

KLASSEN = {"vast": "■", "suggestie": "◐", "eigen": "○", "nog na te gaan": "?", "aangekondigd": "◐"}
ERNST = {"fout": "✕", "waarschuwing": "▲", "let op": "•"}
ONBEKEND = "nog niet te zeggen"
BASIS_IN_WOORDEN = "Basis"
SALDO = "spuk_saldo"
TEKORTEN = ("tekort_structureel", "tekort_totaal", "tekort_met_wachtlijst")

_EENHEDEN = {"keuze": "", "getal": "", "jaartal": "", "index": "", "aandeel": ""}


def klasse_in_woorden(klasse: str) -> str:
    """The class of a figure, in shape and word."""
    return f"{KLASSEN.get(klasse, KLASSEN['eigen'])} {klasse}"


def ernst_in_woorden(bevinding: Bevinding) -> str:
    """How bad a finding is, in shape and word."""
    return f"{ERNST[bevinding.ernst.value]} {bevinding.ernst.value}"


def bevindingen_in_woorden(bevindingen: Iterable[Bevinding], catalogus: Catalogus) -> list[str]:
    """One line per finding: how bad, where, what."""
    from desktop.plaatsen import vind

    return [f"{ernst_in_woorden(b)}: {vind(b.plaats, catalogus).tekst}. {b.tekst}" for b in bevindingen]


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


def verschil_in_woorden(nu: float, toen: float) -> str:
    """How an amount differs from another, without cents or sign."""
    afgerond = toon(abs(nu - toen), 0)
    if afgerond == "0":
        return "even hoog als"
    return f"€ {afgerond} {'hoger' if nu > toen else 'lager'} dan"


def figuur_in_woorden(naam: str, waarde: float, eenheid: str) -> str:
    """A figure of the outcome in a table: a balance with its word, for a minus sign alone says too little."""
    if naam == SALDO or (naam in TEKORTEN and waarde < 0):
        return bedrag_met_woord(waarde, tekort_is_positief=naam != SALDO)
    return getal_in_woorden(waarde, eenheid)


def getal_in_woorden(waarde: float, eenheid: str) -> str:
    """A figure in a table: euro without cents, shares in per cent, the rest with one decimal."""
    if eenheid.startswith("euro"):
        return toon_euro(waarde)
    if eenheid == "aandeel":
        return f"{toon(100 * waarde, 1)} %"
    if eenheid == "weken":
        return f"{toon(waarde, 1)} weken"
    return toon(waarde, 2 if eenheid in ("fte", "getal") else 1)
