"""Units: labels that never change a number, and a reading of rules that finds sums of unlike things."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Verwijzing


class UnitError(Exception):
    """A rule adds, compares or returns figures of different units."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as people read it (`naam`) and as it multiplies (`maten`: base unit → power)."""

    naam: str
    maten: tuple[tuple[str, int], ...]

    def __mul__(self, other: Unit) -> Unit:
        return _samen(self, other, 1)

    def __truediv__(self, other: Unit) -> Unit:
        return _samen(self, other, -1)

    def gelijk(self, other: Unit) -> bool:
        """The same base units with the same powers, whatever the name."""
        return self.maten == other.maten


def _samen(a: Unit, b: Unit, macht: int) -> Unit:
    maten = dict(a.maten)
    for basis, n in b.maten:
        maten[basis] = maten.get(basis, 0) + macht * n
    return _unit({k: v for k, v in sorted(maten.items()) if v})


def _unit(maten: dict[str, int], naam: str = "") -> Unit:
    boven = " × ".join(k for k, v in maten.items() for _ in range(v))
    onder = "".join(f" per {k}" for k, v in maten.items() for _ in range(-v))
    return Unit(naam or (boven + onder).strip() or "getal", tuple(sorted(maten.items())))


EENHEDEN: dict[str, Unit] = {
    naam: _unit(maten, naam)
    for naam, maten in {
        "getal": {},
        "aandeel": {},
        "index": {},
        "keuze": {"keuze": 1},
        "personen": {"persoon": 1},
        "personen per fte": {"persoon": 1, "fte": -1},
        "personen per groep": {"persoon": 1, "groep": -1},
        "groepen": {"groep": 1},
        "fte": {"fte": 1},
        "euro": {"euro": 1},
        "euro per persoon": {"euro": 1, "persoon": -1},
        "euro per fte": {"euro": 1, "fte": -1},
        "euro per uur": {"euro": 1, "uur": -1},
        "uren": {"uur": 1},
        "uren per persoon": {"uur": 1, "persoon": -1},
        "uren per fte": {"uur": 1, "fte": -1},
        "uren per gesprek": {"uur": 1, "gesprek": -1},
        "gesprekken per persoon": {"gesprek": 1, "persoon": -1},
        "jaartal": {"jaar": 1},
        "jaren": {"jaar": 1},
        "kwartalen": {"kwartaal": 1},
        "kwartalen per jaar": {"kwartaal": 1},
        "weken": {"week": 1},
        "weken per kwartaal": {"week": 1, "kwartaal": -1},
    }.items()
}
"""All units of the product. Amounts are per plan year where that is what a year column holds, so "per jaar" is
no base unit; `jaartal` and `jaren` are calendar years."""

DIMENSIELOOS = EENHEDEN["getal"]


def eenheid_van(expression: Expression, van: Callable[[str], Unit]) -> Unit | None:
    """The unit an expression yields; `van` gives the unit of a quantity by name.

    None stands for the literals 0 and absent, which fit any unit.

    Raises:
        UnitError: unlike things are added, compared or chosen between.
    """
    match expression:
        case Getal(waarde):
            return None if waarde == 0 or math.isnan(waarde) else DIMENSIELOOS
        case Verwijzing(naam):
            return van(naam)
        case Opzoeking(verb, naam, _, plaats):
            _controleer_plaats(verb, plaats, van)
            return van(naam)
        case Bewerking(verb, delen):
            return _bewerking(verb, [eenheid_van(d, van) for d in delen])
        case _:  # pragma: no cover - the four node kinds are all there are
            raise TypeError(expression)


_PLAATS = {"terug": EENHEDEN["kwartalen"], "op_jaar": EENHEDEN["jaartal"], "zoek": DIMENSIELOOS}


def _controleer_plaats(verb: str, plaats: Expression | None, van: Callable[[str], Unit]) -> None:
    if plaats is not None:
        _eender(verb, [eenheid_van(plaats, van), _PLAATS[verb]])


def _bewerking(verb: str, delen: list[Unit | None]) -> Unit | None:
    match verb:
        case "*" | "/":
            a, b = (d or DIMENSIELOOS for d in delen)
            return a * b if verb == "*" else a / b
        case "als" | "keuze":
            return _eender(verb, delen[1:])
        case "bekend":
            return DIMENSIELOOS
        case _:
            return _eender(verb, delen)


def _eender(verb: str, delen: list[Unit | None]) -> Unit | None:
    bekend = [d for d in delen if d is not None]
    for d in bekend[1:]:
        if not d.gelijk(bekend[0]):
            raise UnitError(f"{verb}: {bekend[0].naam} tegenover {d.naam}")
    return bekend[0] if bekend else None
