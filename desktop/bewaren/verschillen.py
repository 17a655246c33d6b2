"""Values of a plan, and what an import would change in it, in words that a user can read before accepting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from core.getallen import toon
from desktop.plaatsen import GEMEENTEVELDEN, vind
from desktop.velden.getaltekst import Onleesbaar, Ruw, toon_waarde

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from core.werkboek.verschil import Gevolg, Wijziging

FIGUUR = "tekort_structureel"
"""The shortage of which an import shows how it changes."""


def in_woorden(ruw: Ruw, eenheid: str, toon_getal: Callable[[Ruw, str], str] = toon_waarde) -> str:
    """A plain value of the plan as people read it; `toon_getal` says how each number in it is shown."""
    match ruw:
        case None | []:
            return "leeg"
        case dict() if not ruw:
            return "leeg"
        case bool():
            return "aan" if ruw else "uit"
        case {"bedrag": bedrag, "prijspeil": prijspeil}:
            return f"{toon_getal(bedrag, eenheid)} (prijzen {prijspeil:.0f})"
        case dict():
            return "; ".join(f"{k}: {in_woorden(w, eenheid, toon_getal)}" for k, w in ruw.items())
        case list():
            return " / ".join(in_woorden(w, eenheid, toon_getal) for w in ruw)
        case str() | Onleesbaar() | int() | float():
            return toon_getal(ruw, eenheid)
        case _:
            return str(ruw)


def naam_in_woorden(wijziging: Wijziging, catalogus: Catalogus) -> str:
    """What a change is about: Instroom, asielstatushouders (scenario Meer instroom)."""
    match wijziging.weg:
        case ("scenario", scenario, "naam"):
            return f"Naam van scenario {scenario}"
        case ("scenario", scenario, *_, naam):
            return vind(f"scenario {scenario}, {naam}", catalogus).tekst
        case ("herkomst", naam):
            return f"Herkomst van {vind(naam, catalogus).tekst}"
        case ("gemeente", "taakveld"):
            return "Taakvelden"
        case ("invoer", naam) | (naam,):
            return vind(naam, catalogus).tekst
        case weg:
            plaats = ", ".join(weg)
            return GEMEENTEVELDEN.get(plaats, plaats)


def waarde_in_woorden(waarde: Any, wijziging: Wijziging, catalogus: Catalogus) -> str:
    """The old or the new value of a change."""
    from core.werkboek.verschil import Niet, als_tekst

    if isinstance(waarde, Niet):
        return waarde.value
    gevonden = catalogus.ingang_van(wijziging.weg[-1]) if "invoer" in wijziging.weg[:-1] else None
    return in_woorden(waarde, gevonden[0].eenheid.naam) if gevonden else als_tekst(waarde)


def gevolg_in_woorden(gevolg: Gevolg | None) -> str:
    """What one change alone does to the structural shortage, year by year."""
    if gevolg is None:
        return "Niet te zeggen. Deze wijziging kan niet zonder de andere."
    delen = []
    for jaar, verschil in gevolg[FIGUUR].items():
        if verschil is None:
            delen.append(f"{jaar}: niet te zeggen")
        elif (bedrag := toon(abs(verschil), 0)) != "0":
            delen.append(f"{jaar}: € {bedrag} {'hoger' if verschil > 0 else 'lager'}")
    return "\n".join(delen) or "geen verschil"
