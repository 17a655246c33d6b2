"""Scenarios side by side: what was chosen differently, and what that does to the figures of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from core.plan import scenarios
from core.regels import Uitkomst, model
from core.rekenkunde.regel import GROEPEN
from core.rekenkunde.uitdrukking import Sleutel

FIGUREN: tuple[tuple[str, Sleutel], ...] = (
    ("tekort_structureel", ()),
    ("tekort_totaal", ()),
    ("tekort_met_wachtlijst", ()),
    ("uitvoeringskosten", ()),
    ("consulentkosten", ()),
    ("fte_nodig", ()),
    ("wachtweken", ("asiel",)),
    ("wachtweken", ("gezin",)),
    ("spuk_baten", ()),
    ("voorzieningenkosten", ()),
    ("spuk_saldo", ()),
    ("reserve", ()),
    ("inkoopbudget", ()),
)
"""What is compared, in the order in which it is shown."""
GELIJK = 1e-9
"""Of the larger of two figures: a smaller difference is rounding of the machine."""


@dataclass(frozen=True)
class Vergelijking:
    """One figure in the base (first) and in each scenario; None where it is not known."""

    naam: str
    sleutel: Sleutel
    label: str
    eenheid: str
    waarden: tuple[float | None, ...]

    @property
    def verschillen(self) -> tuple[float | None, ...]:
        """Each value minus that of the base; None where one of them is not known."""
        basis = self.waarden[0]
        return tuple(None if w is None or basis is None else _verschil(w, basis) for w in self.waarden)

    @property
    def verschilt(self) -> bool:
        """Whether any scenario says something else than the base."""
        return any(v != 0 if v is not None else w is not self.waarden[0] for v, w in self._paren())

    def _paren(self) -> list[tuple[float | None, float | None]]:
        return list(zip(self.verschillen, self.waarden, strict=True))


@dataclass(frozen=True)
class Keuze:
    """An input that some scenario gives its own value: the plain value in the base (first) and in each scenario."""

    naam: str
    waarden: tuple[Any, ...]


def _verschil(waarde: float, basis: float) -> float:
    verschil = waarde - basis
    return 0.0 if abs(verschil) <= GELIJK * max(abs(waarde), abs(basis)) else verschil


def vergelijk(uitkomsten: Sequence[Uitkomst | None], jaar: int) -> list[Vergelijking]:
    """The figures of a year side by side; the first outcome is the base. What no one knows is left out."""
    rijen = []
    for naam, sleutel in FIGUREN:
        g = model()[naam, sleutel]
        waarden = tuple(None if u is None else u.waarde(naam, *sleutel, moment=jaar) for u in uitkomsten)
        if any(w is not None for w in waarden):
            rijen.append(Vergelijking(naam, sleutel, g.label, g.eenheid.naam, waarden))
    return rijen


def samen(uitkomsten: Sequence[Uitkomst | None]) -> Vergelijking | None:
    """The structural tekort of all plan years together; None where no one knows it."""
    g = model()["tekort_structureel", ()]
    waarden = tuple(None if u is None else u.totaal(g) for u in uitkomsten)
    if all(w is None for w in waarden):
        return None
    return Vergelijking(g.naam, (), f"{g.label}, alle jaren samen", g.eenheid.naam, waarden)


def keuzes(gegevens: dict[str, Any]) -> list[Keuze]:
    """The inputs in which the scenarios of a plan differ from the base, as plain data."""
    namen = list(dict.fromkeys(n for s in gegevens.get("scenarios") or () for n in s.get("invoer", {})))
    elk = [scenarios.voor(gegevens, n)["invoer"] for n in (scenarios.BASIS, *scenarios.namen(gegevens))]
    return [Keuze(naam, tuple(invoer.get(naam) for invoer in elk)) for naam in namen]


def andere_instroom(uitkomst: Uitkomst, factor: float) -> dict[str, Any]:
    """The inputs of a scenario in which every plan year has `factor` times the instroom of this outcome."""
    reeksen = {f"instroom_{groep}": uitkomst.reeks("instroom", groep) for groep in GROEPEN}
    return {naam: {str(j): w * factor for j, w in reeks.items()} for naam, reeks in reeksen.items() if reeks}
