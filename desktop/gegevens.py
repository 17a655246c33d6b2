"""The plan as plain data: reading and putting values in it, without changing what was there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.velden.getaltekst import Ruw


Gegevens = dict[str, Any]
Veldpad = tuple[str, ...]
"""Where a value lies in the data: ("invoer", "caseload"), ("gemeente", "naam"), ("startjaar",)."""


def leeg_plan() -> Gegevens:
    """A new plan: it starts next year and looks five years ahead."""
    return {"gemeente": {}, "startjaar": date.today().year + 1, "horizon": 5, "invoer": {}, "maatregelen": []}


def haal(gegevens: Gegevens, veldpad: Veldpad) -> Ruw:
    """The value at a place; None where there is none."""
    waarde: Any = gegevens
    for deel in veldpad:
        waarde = waarde.get(deel)
        if waarde is None:
            return None
    return waarde


def met(tabel: Gegevens, veldpad: Veldpad, waarde: Ruw) -> Gegevens:
    """The data with another value at a place; None takes it away."""
    nieuw = dict(tabel)
    if len(veldpad) > 1:
        nieuw[veldpad[0]] = met(nieuw.get(veldpad[0]) or {}, veldpad[1:], waarde)
    elif waarde is None:
        nieuw.pop(veldpad[0], None)
    else:
        nieuw[veldpad[0]] = waarde
    return nieuw


def zonder_onleesbaar(gegevens: Gegevens) -> tuple[Gegevens, list[tuple[str, str]]]:
    """The data without the names that hold a text that is no number, and those texts with their place."""
    from desktop.velden.getaltekst import onleesbaar

    teksten: list[tuple[str, str]] = []

    def schoon(tabel: Gegevens, plaats: Callable[[str], str]) -> Gegevens:
        uit: Gegevens = {}
        for naam, waarde in tabel.items():
            gevonden = onleesbaar(waarde)
            teksten.extend((plaats(naam) + waar, o.zin) for waar, o in gevonden)
            if not gevonden:
                uit[naam] = waarde
        return uit

    kaal = {
        **{naam: w for naam, w in gegevens.items() if naam not in ("startjaar", "horizon")},
        **schoon({n: gegevens[n] for n in ("startjaar", "horizon") if n in gegevens}, str),
        "gemeente": schoon(gegevens["gemeente"], lambda naam: f"gemeente, {naam}"),
        "invoer": schoon(gegevens["invoer"], str),
        "scenarios": [
            {**s, "invoer": schoon(s["invoer"], f"scenario {s['naam']}, {{}}".format)}
            for s in gegevens.get("scenarios") or ()
        ],
    }
    return kaal, teksten


def zonder(gegevens: Gegevens, plaatsen: list[str]) -> Gegevens:
    """The data without the names at which a fout lies."""
    namen = {plaats.split(" ")[0] for plaats in plaatsen} | {p.removeprefix("gemeente, ") for p in plaatsen}
    kaal = {**gegevens}
    for deel in ("gemeente", "invoer"):
        kaal[deel] = {n: w for n, w in kaal[deel].items() if n not in namen}
    kaal["scenarios"] = [
        {**s, "invoer": {n: w for n, w in s["invoer"].items() if not _daar(plaatsen, f"scenario {s['naam']}, {n}")}}
        for s in kaal["scenarios"]
    ]
    return kaal


def _daar(plaatsen: list[str], plaats: str) -> bool:
    return any(p == plaats or p.startswith(f"{plaats} ") for p in plaatsen)


def met_teksten(waarde: Any) -> Any:
    """The data with a text that is no number as that text; reading it gives the same finding."""
    from desktop.velden.getaltekst import Onleesbaar

    match waarde:
        case Onleesbaar():
            return waarde.tekst
        case dict():
            return {naam: met_teksten(w) for naam, w in waarde.items()}
        case list():
            return [met_teksten(w) for w in waarde]
        case _:
            return waarde
