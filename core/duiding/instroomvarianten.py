"""Plannen zonder taakstelling: the plan at low, middle and high inflow, and which choices are right in all three."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.duiding.knoppen import knoppen, met
from core.duiding.zinnen import aantal
from core.getallen import Bereik, toon_euro
from core.plan import PerJaar, Plan, Waarde
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.regel import GROEPEN

NAMEN = ("laag", "midden", "hoog")
INSTROOM = tuple(f"instroom_{d}" for d in GROEPEN)
TEKORTEN = ("tekort_structureel", "tekort_met_wachtlijst")
GELIJK = 0.5
"""Euro, and hundredths of a person-year: less is no difference."""


@dataclass(frozen=True)
class Variant:
    """The plan at one level of inflow."""

    naam: str
    uitkomst: Uitkomst

    @property
    def instroom(self) -> dict[int, float]:
        """Persons per year, both groups."""
        reeksen = [self.uitkomst.reeks("instroom", d) for d in GROEPEN]
        return {j: sum(r[j] for r in reeksen) for j in self.uitkomst.tijdas.planjaren if all(j in r for r in reeksen)}

    @property
    def tekorten(self) -> dict[str, dict[int, float]]:
        """The tekorten that inflow can change: without and with the waiting list, in euro per year."""
        return {naam: self.uitkomst.reeks(naam) for naam in TEKORTEN}

    @property
    def per_kwartaal(self) -> dict[str, float]:
        """The pattern in which they settle."""
        u = self.uitkomst
        reeksen = [u.reeks("vestiging", d) for d in GROEPEN]
        momenten = [q for q in u.tijdas.plankwartalen if all(q in r for r in reeksen)]
        return {f"{u.tijdas.jaar(q)}K{u.tijdas.kw(q)}": sum(r[q] for r in reeksen) for q in momenten}


@dataclass(frozen=True)
class Oordeel:
    """What one choice does at each level of inflow: euro of tekort and person-years of waiting, over all plan years."""

    keuze: str
    euro: tuple[float, ...]
    wachtend: tuple[float, ...]

    @property
    def houdt_stand(self) -> bool:
        """Whether it does the same at every level: cheaper or dearer, longer or shorter."""
        return len({_teken(x) for x in self.euro}) == 1 and len({_teken(100 * x) for x in self.wachtend}) == 1

    @property
    def nergens_slechter(self) -> bool:
        """Whether it is cheaper and nobody waits longer, or waiting is shorter and it is not dearer, at every level."""
        baat = all(x < -GELIJK for x in self.euro) or all(100 * x < -GELIJK for x in self.wachtend)
        schade = any(x > GELIJK for x in self.euro) or any(100 * x > GELIJK for x in self.wachtend)
        return baat and not schade

    @property
    def oordeel(self) -> str:
        """What can be said about it at every level of inflow."""
        if not any(map(_teken, self.euro)) and not any(_teken(100 * x) for x in self.wachtend):
            return "Dit maakt voor dit tekort en het wachten niets uit. Het saldo van de SPUK staat hier niet bij."
        if self.nergens_slechter:
            return "Dit is bij elke instroom goedkoper of korter wachten, en nergens slechter."
        if self.houdt_stand:
            return "Dit werkt bij elke instroom in dezelfde richting."
        return "Dit hangt af van de instroom."

    @property
    def zin(self) -> str:
        """The choice and what it does, low to high."""
        euro = ", ".join(toon_euro(x) for x in self.euro)
        wacht = ", ".join(aantal(x) for x in self.wachtend)
        return (
            f"{self.keuze}. Verschil in tekort bij lage, midden en hoge instroom: {euro}. "
            f"Verschil in jaren wachten, van alle mensen samen: {wacht}. {self.oordeel}"
        )


@dataclass(frozen=True)
class Instroomvarianten:
    """Three levels of inflow; empty, with a reason, where the plan does not say how far it may vary."""

    varianten: tuple[Variant, ...]
    oordelen: tuple[Oordeel, ...]
    reden: str = ""


def varieer(uitkomst: Uitkomst, laag: float | None = None, hoog: float | None = None) -> Instroomvarianten:
    """The plan at three levels of inflow.

    Args:
        uitkomst: of the plan.
        laag: the low level as a share of the expected inflow; default the low ends of the ranges in the plan.
        hoog: the high level likewise.
    """
    if laag is None and hoog is None and not any(map(_heeft_bereik, map(uitkomst.plan.invoer.get, INSTROOM))):
        reden = "Geef bij de instroom een bereik op, zoals 20 tot 34. Dan ziet u wat lage en hoge instroom betekent."
        return Instroomvarianten((), (), reden)
    plannen = (
        _met_instroom(uitkomst.plan, lambda w: w.laag if laag is None else w.verwacht * laag),
        uitkomst.plan,
        _met_instroom(uitkomst.plan, lambda w: w.hoog if hoog is None else w.verwacht * hoog),
    )
    varianten = tuple(Variant(n, bereken(p, uitkomst.catalogus)) for n, p in zip(NAMEN, plannen, strict=True))
    oordelen = [_oordeel(varianten, keuze, wijziging) for keuze, wijziging in _keuzes(uitkomst)]
    return Instroomvarianten(varianten, tuple(o for o in oordelen if o is not None))


def _heeft_bereik(waarde: Waarde | None) -> bool:
    rij = [w for _, w in waarde.waarden] if isinstance(waarde, PerJaar) else [waarde]
    return any(isinstance(w, Bereik) for w in rij)


def _met_instroom(plan: Plan, kies: Callable[[Bereik], float]) -> Plan:
    """The plan with every inflow at one level; a plain number is a range of no width."""

    def op(w: object) -> float:
        if isinstance(w, Bereik):
            return kies(w)
        assert isinstance(w, float)
        return kies(Bereik(w, w, w))

    nieuw: dict[str, Waarde] = {}
    for naam in INSTROOM:
        waarde = plan.invoer.get(naam)
        if isinstance(waarde, PerJaar):
            nieuw[naam] = PerJaar(tuple((j, op(w)) for j, w in waarde.waarden))
        elif waarde is not None:
            nieuw[naam] = op(waarde)
    return met(plan, nieuw)


Wijziging = Callable[[Plan], Plan]


def _invoer(naam: str, waarde: Waarde) -> Wijziging:
    return lambda plan: met(plan, {naam: waarde})


def _scenario(naam: str) -> Wijziging:
    return lambda plan: plan.voor(naam)


def _keuzes(u: Uitkomst) -> list[tuple[str, Wijziging]]:
    """One step of every knob, and the scenarios of the plan that leave the inflow alone."""
    stappen = [(k, s) for k in knoppen(u) for s in (-1, 1) if k.kan(s)]
    keuzes = [(k.in_woorden(s), _invoer(k.naam, k.waarde(s))) for k, s in stappen]
    eigen = [s.naam for s in u.plan.scenarios if not set(s.invoer) & {*INSTROOM, "taakstelling"}]
    return [*keuzes, *((f"Scenario {naam}", _scenario(naam)) for naam in eigen)]


def _oordeel(varianten: tuple[Variant, ...], keuze: str, wijziging: Wijziging) -> Oordeel | None:
    """None where the tekort or the waiting is not known in all years."""
    euro: list[float] = []
    wachtend: list[float] = []
    for v in varianten:
        voor = _maten(v.uitkomst)
        na = _maten(bereken(wijziging(v.uitkomst.plan), v.uitkomst.catalogus))
        if voor is None or na is None:
            return None
        euro.append(na[0] - voor[0])
        wachtend.append(na[1] - voor[1])
    return Oordeel(keuze, tuple(euro), tuple(wachtend))


def _maten(u: Uitkomst) -> tuple[float, float] | None:
    """The structural tekort and the waiting over all plan years."""
    reeksen = [u.reeks("tekort_structureel"), *(u.reeks("wachtend", d) for d in GROEPEN)]
    if any(len(r) < u.tijdas.horizon for r in reeksen):
        return None
    tekort, *wachtend = (sum(r.values()) for r in reeksen)
    return tekort, sum(wachtend)


def _teken(x: float) -> int:
    return 0 if abs(x) < GELIJK else 1 if x > 0 else -1
