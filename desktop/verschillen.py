"""What differs between two plans, in lines that a user can read before accepting an import."""

from __future__ import annotations

from typing import Any

from core.catalogus import Catalogus
from desktop.document import Gegevens
from desktop.getaltekst import Onleesbaar, Ruw, toon_waarde
from desktop.plaatsen import GEMEENTEVELDEN, vind


def verschillen(oud: Gegevens, nieuw: Gegevens, catalogus: Catalogus) -> list[str]:
    """One line for each value that would change."""
    regels = []
    for plaats, label in GEMEENTEVELDEN.items():
        regels += _regel(label, _diep(oud, plaats), _diep(nieuw, plaats), "jaartal" if plaats == "startjaar" else "")
    for naam in catalogus.namen:
        gevonden = catalogus.ingang_van(naam)
        eenheid = gevonden[0].eenheid.naam if gevonden else ""
        a, b = oud["invoer"].get(naam), nieuw["invoer"].get(naam)
        regels += _regel(vind(naam, catalogus).tekst, a, b, eenheid)
    return [*regels, *_herkomst(oud.get("herkomst") or {}, nieuw.get("herkomst") or {})]


def _herkomst(oud: dict[str, Any], nieuw: dict[str, Any]) -> list[str]:
    """How many values come from elsewhere than before; blank provenance is none."""
    anders = [n for n in oud.keys() | nieuw.keys() if _gevuld(oud.get(n)) != _gevuld(nieuw.get(n))]
    return (
        [f"De herkomst van {len(anders)} {'waarde' if len(anders) == 1 else 'waarden'} wordt anders."] if anders else []
    )


def _gevuld(velden: Any) -> dict[str, Any]:
    return {veld: tekst for veld, tekst in (velden or {}).items() if tekst}


def _diep(gegevens: Gegevens, plaats: str) -> Any:
    waarde: Any = gegevens
    for deel in plaats.split(", "):
        waarde = waarde.get(deel) if isinstance(waarde, dict) else None
    return waarde or None


def _regel(label: str, oud: Ruw, nieuw: Ruw, eenheid: str) -> list[str]:
    return [] if oud == nieuw else [f"{label}: {_in_woorden(oud, eenheid)} wordt {_in_woorden(nieuw, eenheid)}."]


def _in_woorden(ruw: Ruw, eenheid: str) -> str:
    match ruw:
        case None | [] | {}:
            return "leeg"
        case bool():
            return "aan" if ruw else "uit"
        case {"bedrag": bedrag, "prijspeil": prijspeil}:
            return f"{toon_waarde(bedrag, eenheid)} (prijzen {prijspeil:.0f})"
        case dict():
            return ", ".join(f"{k} {_in_woorden(w, eenheid)}" for k, w in ruw.items())
        case list():
            return " / ".join(_in_woorden(w, eenheid) for w in ruw)
        case str() | Onleesbaar() | int() | float():
            return toon_waarde(ruw, eenheid)
        case _:
            return str(ruw)
