"""What stands in one workbook: the base, and the scenarios beside it, on one calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core.bevindingen import bevindingen as bevindingen_van
from core.plan import Bevinding, Ernst, Plan, Scenario, vakwaarden
from core.regels import Uitkomst, bereken
from core.rekenkunde.berekening import Plek
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.formule import Formules, formules
from core.werkboek.indeling import Indeling, indeling
from core.werkboek.weergave import Weergave, weergave_van

BASIS = "Basis"


@dataclass(frozen=True)
class Doorrekening:
    """A scenario of a plan with its outcome and findings."""

    scenario: Scenario
    uitkomst: Uitkomst
    bevindingen: Sequence[Bevinding] = ()


@dataclass(frozen=True)
class Variant:
    """The base (`nummer` 0) or a scenario, as it stands in a workbook."""

    nummer: int
    scenario: Scenario
    uitkomst: Uitkomst
    bevindingen: Sequence[Bevinding]
    basis: Uitkomst | None = field(repr=False, default=None)

    @property
    def naam(self) -> str:
        """What the user calls it."""
        return self.scenario.naam

    @property
    def code(self) -> str:
        """How its sheets are called: S1; empty for the base."""
        return f"S{self.nummer}" if self.nummer else ""

    @property
    def opschrift(self) -> str:
        """Code and name."""
        return f"{self.code}: {self.naam}" if self.nummer else self.naam

    @property
    def eigen(self) -> frozenset[str]:
        """The names in the plan that it states itself."""
        return frozenset(self.scenario.invoer)

    @cached_property
    def indeling(self) -> Indeling:
        """Where its figures stand."""
        return indeling(self.uitkomst.tijdas, self.nummer)

    @property
    def formules(self) -> Formules:
        """Its formulas."""
        return formules(self.indeling)

    @property
    def weergave(self) -> Weergave:
        """How its amounts are shown."""
        return weergave_van(self.uitkomst.plan)

    @cached_property
    def basiswaarden(self) -> dict[Plek, Any]:
        """The filled cells of the base."""
        assert self.basis is not None
        return dict(vakwaarden(self.basis.plan, self.basis.catalogus))


def doorrekeningen(plan: Plan) -> list[Doorrekening]:
    """All scenarios of a plan, computed, to stand beside it in a workbook."""
    return [
        Doorrekening(s, uitkomst := bereken(plan.voor(s.naam)), tuple(bevindingen_van(uitkomst)))
        for s in plan.scenarios
    ]


def varianten(
    uitkomst: Uitkomst, bevindingen: Sequence[Bevinding], naam: str, scenarios: Sequence[Doorrekening]
) -> list[Variant]:
    """Base and scenarios, on the calendar that holds the columns of all.

    A scenario with a fout has no outcome: it is left out, and the findings say so.
    """
    goed = [s for s in scenarios if not _fouten(s)]
    weg = [_weggelaten(s, b) for s in scenarios for b in _fouten(s)]
    as_ = _samen([uitkomst, *(s.uitkomst for s in goed)])
    basis = _op(uitkomst, as_)
    alle = [Variant(0, Scenario(naam), basis, [*bevindingen, *weg])]
    for nummer, s in enumerate(goed, 1):
        alle.append(Variant(nummer, s.scenario, _op(s.uitkomst, as_), s.bevindingen, basis))
    return alle


def _fouten(s: Doorrekening) -> list[Bevinding]:
    return [b for b in s.bevindingen if b.ernst is Ernst.FOUT]


def _weggelaten(s: Doorrekening, fout: Bevinding) -> Bevinding:
    zin = f"{fout.tekst} Daarom staat dit scenario niet in het werkboek."
    return Bevinding(Ernst.FOUT, f"scenario {s.scenario.naam}, {fout.plaats}", zin)


def _samen(uitkomsten: Sequence[Uitkomst]) -> Tijdas:
    assen = [u.tijdas for u in uitkomsten]
    eerste, laatste = min(a.eerste for a in assen), max(a.laatste for a in assen)
    return Tijdas(assen[0].startjaar, assen[0].horizon, eerste, laatste)


def _op(uitkomst: Uitkomst, as_: Tijdas) -> Uitkomst:
    """The outcome on a calendar with more columns; its figures are the same."""
    return uitkomst if uitkomst.tijdas == as_ else bereken(uitkomst.plan, uitkomst.catalogus, as_)
