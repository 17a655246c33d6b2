"""The cells behind an input: what can be filled in for it, one number each.

`aanloop` has one for both groups and one for each; `trajectprijs` one per route; `kwartaalverdeling` four.
The model's leaves, the input sheets of the workbook and the plan all use these.
"""

from __future__ import annotations

from core.catalogus.soorten import Ingang, Vorm
from core.rekenkunde.regel import GROEPEN, RITMEJAREN, ROUTES, met_sleutel
from core.rekenkunde.tijdas import BEGIN, EIND, JAREN_TERUG, SLOT, START, Venster
from core.rekenkunde.uitdrukking import Sleutel

BEIDE = "beide"
KWARTALEN = ("1", "2", "3", "4")
HALFJAREN = ("1", "2")

_ELEMENTEN = {
    Vorm.KWARTAALAANDELEN: KWARTALEN,
    Vorm.HALFJAREN: HALFJAREN,
    Vorm.RITME: RITMEJAREN,
    Vorm.ROUTEAANDELEN: ROUTES,
    Vorm.ROUTEBEDRAGEN: ROUTES,
    Vorm.ROUTEGETALLEN: ROUTES,
}

_VOORAF = Venster(START - JAREN_TERUG, START - 1)
_VANAF_VORIG = Venster(START - 1, EIND)
_PRIJZEN = Venster(BEGIN, SLOT)
_SPUK = Venster(BEGIN, EIND + 2, niet_voor=2022)
_VENSTERS = {
    "eerdere_instroom": _VOORAF,
    "eerder_gestart_asiel": _VOORAF,
    "loonstijging": _PRIJZEN,
    "prijsstijging": _PRIJZEN,
    "spuk_index": _PRIJZEN,
    "spuk_a": _SPUK,
    "spuk_b": _SPUK,
    "spuk_c": _SPUK,
    "spuk_gezin": _SPUK,
    "spuk_onderwijsroute": _VANAF_VORIG,
    "spuk_korting": Venster(START - 1, EIND + 2),
    "prestatie_verhouding": _VANAF_VORIG,
    "prestatie_aandeel": _VANAF_VORIG,
    "spuk_voorlopig": _VANAF_VORIG,
}

ALLEEN_RIJ = (Vorm.COHORTEN, Vorm.HALFJAREN)


def venster_van(ingang: Ingang) -> Venster:
    """The years for which an input can be given (and is used)."""
    return _VENSTERS.get(ingang.naam, Venster())


def leden(ingang: Ingang) -> tuple[Sleutel, ...]:
    """Who has a value of its own: the groups where there are groups."""
    return tuple((g,) for g in GROEPEN) if ingang.groepen else ((),)


def elementen(ingang: Ingang) -> tuple[Sleutel, ...]:
    """The parts of one value: routes, quarters, years of the rhythm."""
    return tuple((e,) for e in _ELEMENTEN.get(ingang.vorm, ())) or ((),)


def vaksleutels(ingang: Ingang) -> tuple[Sleutel, ...]:
    """The keys of all cells that can be filled in."""
    wie = ((BEIDE,), *leden(ingang)) if ingang.groepen == "beide" else leden(ingang)
    return tuple((*w, *e) for w in wie for e in elementen(ingang))


def vaklabel(ingang: Ingang, sleutel: Sleutel) -> str:
    """What stands before a cell."""
    woorden = {BEIDE: "beide groepen"}
    eigen = {
        Vorm.KWARTAALAANDELEN: "{}e kwartaal",
        Vorm.HALFJAREN: "{}e halfjaar",
        Vorm.RITME: "jaar {} van het traject",
    }.get(ingang.vorm, "{}")
    delen = tuple(eigen.format(s) if s.isdigit() else woorden.get(s, s) for s in sleutel)
    return met_sleutel(ingang.label, delen)


def vaknaam(naam: str, sleutel: Sleutel) -> str:
    """The name of a cell: that of the plan file, with its route or number behind it."""
    return "_".join((naam, *(s for s in sleutel if s != BEIDE)))


def plannaam(ingang: Ingang, sleutel: Sleutel) -> str:
    """The name in the plan file to which a cell belongs."""
    return vaknaam(ingang.naam, sleutel[:1] if ingang.groepen else ())
