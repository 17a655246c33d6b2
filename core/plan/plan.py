"""The plan, its scenarios, and the plan as plain cells for the calculation and the workbook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

from core.catalogus import Catalogus, Ingang
from core.catalogus.vakken import BEIDE
from core.getallen import Bereik
from core.plan.waarden import Bedrag, PerJaar, Punt, Routes, Waarde
from core.rekenkunde.berekening import Plek
from core.rekenkunde.uitdrukking import Sleutel

FORMAAT = "inburgeringsplan"
VERSIE = 1
MAATREGELEN = ("spuk_korting",)
"""Announced measures that a plan can switch on."""

TEKENS = ("tekort_positief", "lasten_negatief", "VN")
EENHEDEN = ("euro", "duizend")


@dataclass(frozen=True, slots=True)
class Gemeente:
    """Whose plan it is, and how that gemeente wants its figures shown."""

    naam: str = ""
    cbs_code: str = ""
    inwonertal: int | None = None
    samenwerkingsverband: str = ""
    teken: str = "tekort_positief"
    eenheid: str = "euro"
    taakveld: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a value of the plan comes from."""

    bron: str = ""
    datum: str = ""
    door: str = ""
    nota: str = ""


def _bevroren(invoer: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(invoer))


@dataclass(frozen=True)
class Scenario:
    """What differs from the base: a value (None makes blank) per name, and the measures if they differ."""

    naam: str
    invoer: Mapping[str, Waarde | None] = field(default_factory=dict)
    maatregelen: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "invoer", _bevroren(self.invoer))


@dataclass(frozen=True)
class Plan:
    """What one gemeente states. Values are checked against the catalogue when it is read (`plan_uit`)."""

    startjaar: int
    horizon: int = 5
    gemeente: Gemeente = field(default_factory=Gemeente)
    invoer: Mapping[str, Waarde] = field(default_factory=dict)
    maatregelen: tuple[str, ...] = ()
    scenarios: tuple[Scenario, ...] = ()
    herkomst: Mapping[str, Herkomst] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "invoer", _bevroren(self.invoer))
        object.__setattr__(self, "herkomst", _bevroren(self.herkomst))

    @cached_property
    def planjaren(self) -> range:
        """The plan years."""
        return range(self.startjaar, self.startjaar + self.horizon)

    def voor(self, scenario: str) -> Plan:
        """The plan of a scenario: its values over those of the base, by name.

        Raises:
            KeyError: there is no scenario of that name.
        """
        for s in self.scenarios:
            if s.naam == scenario:
                samen = {**self.invoer, **s.invoer}
                invoer = {naam: w for naam, w in samen.items() if w is not None}
                maatregelen = self.maatregelen if s.maatregelen is None else s.maatregelen
                return replace(self, invoer=invoer, maatregelen=maatregelen, scenarios=())
        raise KeyError(scenario)


# --- the plan as cells -------------------------------------------------------------------------------------


def vakwaarden(plan: Plan, catalogus: Catalogus) -> dict[Plek, Punt | str | bool]:
    """Every filled cell of a plan: the leaves `invoer_…`, `rij_…` and `prijspeil_…` of the model.

    Ranges stay ranges; switches and choices stay what they are.
    """
    vakken: dict[Plek, Punt | str | bool] = {}
    for naam, waarde in plan.invoer.items():
        gevonden = catalogus.ingang_van(naam)
        assert gevonden is not None, naam
        ingang, groep = gevonden
        wie: Sleutel = ((groep or BEIDE),) if ingang.groepen else ()
        vakken.update(_vakken(ingang, wie, waarde))
    for maatregel in MAATREGELEN:
        vakken[(f"maatregel_{maatregel}", ()), None] = float(maatregel in plan.maatregelen)
    return vakken


def _vakken(ingang: Ingang, sleutel: Sleutel, waarde: Waarde) -> Iterator[tuple[Plek, Punt | str | bool]]:
    naam = ingang.naam
    match waarde:
        case PerJaar(per_jaar):
            for jaar, w in per_jaar:
                if isinstance(w, tuple):
                    yield from ((((f"rij_{naam}", (*sleutel, str(i))), jaar), x) for i, x in enumerate(w, 1))
                else:
                    yield ((f"rij_{naam}", sleutel), jaar), w
        case Bedrag(bedrag, prijspeil):
            yield ((f"invoer_{naam}", sleutel), None), bedrag
            yield ((f"prijspeil_{naam}", sleutel), None), float(prijspeil)
        case Routes(per_route):
            for route, van_route in per_route:
                yield from _vakken(ingang, (*sleutel, route), van_route)
        case tuple():
            yield from ((((f"invoer_{naam}", (*sleutel, str(i))), None), x) for i, x in enumerate(waarde, 1))
        case _:
            yield ((f"invoer_{naam}", sleutel), None), waarde


# --- the plan as plain data --------------------------------------------------------------------------------


def als_gegevens(plan: Plan) -> dict[str, Any]:
    """The plan as it stands in the file (rekenmodel §11): plain, ordered data."""
    g = plan.gemeente
    gegevens: dict[str, Any] = {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "gemeente": {
            "naam": g.naam,
            "cbs_code": g.cbs_code,
            "inwonertal": g.inwonertal,
            "samenwerkingsverband": g.samenwerkingsverband,
            "teken": g.teken,
            "eenheid": g.eenheid,
            "taakveld": dict(g.taakveld),
        },
        "startjaar": plan.startjaar,
        "horizon": plan.horizon,
        "invoer": _invoer(plan.invoer),
        "maatregelen": list(plan.maatregelen),
        "scenarios": [
            {"naam": s.naam, "invoer": _invoer(s.invoer)}
            | ({} if s.maatregelen is None else {"maatregelen": list(s.maatregelen)})
            for s in plan.scenarios
        ],
        "herkomst": {
            naam: {"bron": h.bron, "datum": h.datum, "door": h.door, "nota": h.nota}
            for naam, h in sorted(plan.herkomst.items())
        },
    }
    return gegevens


def _invoer(invoer: Mapping[str, Waarde | None]) -> dict[str, Any]:
    return {naam: None if w is None else kaal(w) for naam, w in sorted(invoer.items())}


def kaal(waarde: Waarde) -> Any:
    """One value as plain data."""
    match waarde:
        case Bereik():
            return waarde.tekst
        case PerJaar(waarden):
            return {str(jaar): kaal(w) for jaar, w in waarden}
        case Bedrag(bedrag, prijspeil):
            return {"bedrag": kaal(bedrag), "prijspeil": prijspeil}
        case Routes(waarden):
            return {route: kaal(w) for route, w in waarden}
        case tuple():
            return [kaal(x) for x in waarde]
        case float() if waarde.is_integer() and abs(waarde) < 2**53:
            return int(waarde)
        case _:
            return waarde


def vingerafdruk(plan: Plan) -> str:
    """A fingerprint of the content: the same plan has the same one, wherever and however it is stored."""
    tekst = json.dumps(als_gegevens(plan), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(tekst.encode()).hexdigest()
