"""Scenarios as plain data (rekenmodel §11): what counts in one, and making, changing and removing them.

Nothing here is changed in place: every function gives new data. A name that is not there raises KeyError.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Gegevens = dict[str, Any]
BASIS = ""
"""The name of no scenario: the plan itself."""


def namen(gegevens: Gegevens) -> list[str]:
    """The scenarios of a plan, in order."""
    return [s["naam"] for s in gegevens.get("scenarios") or ()]


def voor(gegevens: Gegevens, naam: str) -> Gegevens:
    """The plan as it counts in a scenario: its values over those of the base, and no scenarios."""
    alleen = {**gegevens, "scenarios": []}
    if naam == BASIS:
        return alleen
    scenario = _van(gegevens, naam)
    samen = {**gegevens["invoer"], **scenario.get("invoer", {})}
    maatregelen = scenario.get("maatregelen")
    return {
        **alleen,
        "invoer": {n: w for n, w in samen.items() if w is not None},
        "maatregelen": gegevens["maatregelen"] if maatregelen is None else maatregelen,
    }


def maak(
    gegevens: Gegevens, naam: str, invoer: Mapping[str, Any] | None = None, maatregelen: Sequence[str] | None = None
) -> Gegevens:
    """The plan with one more scenario, at the end."""
    nieuw = {"naam": naam, "invoer": dict(invoer or {})}
    if maatregelen is not None:
        nieuw["maatregelen"] = list(maatregelen)
    return _met(gegevens, [*_lijst(gegevens), nieuw])


def dupliceer(gegevens: Gegevens, naam: str, kopie: str) -> Gegevens:
    """The plan with a copy of a scenario, or of the base, behind the others."""
    bron = {} if naam == BASIS else _van(gegevens, naam)
    return _met(gegevens, [*_lijst(gegevens), {"invoer": {}, **bron, "naam": kopie}])


def hernoem(gegevens: Gegevens, naam: str, nieuw: str) -> Gegevens:
    """The plan in which a scenario has another name."""
    return _vervang(gegevens, naam, {**_van(gegevens, naam), "naam": nieuw})


def verwijder(gegevens: Gegevens, naam: str) -> Gegevens:
    """The plan without a scenario."""
    _van(gegevens, naam)
    return _met(gegevens, [s for s in _lijst(gegevens) if s["naam"] != naam])


def zet(gegevens: Gegevens, naam: str, ingang: str, waarde: Any) -> Gegevens:
    """The plan in which an input has a value in a scenario (None is blank); equal to the base is no difference."""
    scenario = _van(gegevens, naam)
    invoer = {n: w for n, w in scenario.get("invoer", {}).items() if n != ingang}
    if waarde != gegevens["invoer"].get(ingang):
        invoer[ingang] = waarde
    return _vervang(gegevens, naam, {**scenario, "invoer": invoer})


def zet_maatregelen(gegevens: Gegevens, naam: str, maatregelen: Sequence[str]) -> Gegevens:
    """The plan in which these announced measures count in a scenario; those of the base are no difference."""
    scenario = {k: w for k, w in _van(gegevens, naam).items() if k != "maatregelen"}
    if list(maatregelen) != list(gegevens["maatregelen"]):
        scenario["maatregelen"] = list(maatregelen)
    return _vervang(gegevens, naam, scenario)


def vrije_naam(gegevens: Gegevens, wens: str) -> str:
    """The name asked for, or with the first number behind it that is free."""
    bezet, nummer, naam = {BASIS, *namen(gegevens)}, 1, wens
    while naam in bezet:
        nummer += 1
        naam = f"{wens} {nummer}"
    return naam


def _lijst(gegevens: Gegevens) -> list[Gegevens]:
    return list(gegevens.get("scenarios") or ())


def _van(gegevens: Gegevens, naam: str) -> Gegevens:
    for scenario in _lijst(gegevens):
        if scenario["naam"] == naam:
            return scenario
    raise KeyError(naam)


def _met(gegevens: Gegevens, scenarios: list[Gegevens]) -> Gegevens:
    return {**gegevens, "scenarios": scenarios}


def _vervang(gegevens: Gegevens, naam: str, nieuw: Gegevens) -> Gegevens:
    return _met(gegevens, [nieuw if s["naam"] == naam else s for s in _lijst(gegevens)])
