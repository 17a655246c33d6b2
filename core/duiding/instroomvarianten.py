"""Plannen zonder taakstelling: the plan at low, middle and high inflow, and which choices are right in all three."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.duiding.knoppen import euro_bekend, knoppen, met
from core.duiding.zinnen import meer_of_minder, meer_of_minder_wachtenden, opsomming
from core.getallen import Bereik
from core.plan import PerJaar, Plan, Waarde
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.regel import GROEPEN

NAMEN = ("laag", "midden", "hoog")
INSTROOM = tuple(f"instroom_{d}" for d in GROEPEN)
TEKORTEN = ("tekort_structureel", "tekort_met_wachtlijst")
BIJ = ("lage", "gemiddelde", "hoge")
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
    """What one choice does at each level of inflow, over all plan years (`jaren`).

    `euro` of structural tekort, `wachtend` in person-years, `spuk` in euro of saldo (empty where that is not known).
    `naam` is the input of the choice; empty for a scenario.
    """

    keuze: str
    euro: tuple[float, ...]
    wachtend: tuple[float, ...]
    spuk: tuple[float, ...] = ()
    jaren: int = 1
    naam: str = ""

    @property
    def houdt_stand(self) -> bool:
        """Whether it does the same at every level: cheaper or dearer, longer or shorter."""
        return len(set(self._geld)) == 1 and len(set(self._tijd)) == 1

    @property
    def nergens_slechter(self) -> bool:
        """Whether it is cheaper and nobody waits longer, or waiting is shorter and it is not dearer, at every level."""
        baat = all(x < 0 for x in self._geld) or all(x < 0 for x in self._tijd)
        return baat and not any(x > 0 for x in (*self._geld, *self._tijd))

    @property
    def _geld(self) -> tuple[int, ...]:
        return tuple(_teken(x) for x in self.euro)

    @property
    def _tijd(self) -> tuple[int, ...]:
        return tuple(_teken(100 * x) for x in self.wachtend)

    @property
    def zin(self) -> str:
        """The choice and what it does, low to high."""
        delen = [self._gevolg("Structureel tekort over alle planjaren", self.euro, meer_of_minder)]
        if any(self._tijd):
            gemiddeld = [x / self.jaren for x in self.wachtend]
            delen.append(self._gevolg("Wachtlijst", gemiddeld, meer_of_minder_wachtenden))
        if not any((*self._geld, *self._tijd)):
            delen = []
        return " ".join((f"{self.keuze}.", *delen, self.oordeel))

    @staticmethod
    def _gevolg(wat: str, waarden: Sequence[float], zeg: Callable[[float], str]) -> str:
        """What it does at each level, once where that reads the same at all."""
        elk = [zeg(x) for x in waarden]
        if len(set(elk)) == 1:
            return f"{wat}: {elk[0]}, bij elke instroom."
        return f"{wat}: {', '.join(f'{hoe} bij {naam} instroom' for hoe, naam in zip(elk, BIJ, strict=True))}."

    @property
    def oordeel(self) -> str:
        """What it comes to at every level of inflow."""
        if not any((*self._geld, *self._tijd)):
            return self._alleen_spuk()
        if not self.houdt_stand and not self.nergens_slechter:
            return "Of dit gunstig is, hangt af van de instroom."
        geld = "goedkoper" if any(x < 0 for x in self._geld) else "duurder" if any(self._geld) else "even duur"
        tijd = "korter" if any(x < 0 for x in self._tijd) else "langer" if any(self._tijd) else "even lang"
        maar = "maar" if {geld, tijd} in ({"goedkoper", "langer"}, {"duurder", "korter"}) else "en"
        return f"Dit is bij elke instroom {geld}, {maar} mensen wachten {tijd}."

    def _alleen_spuk(self) -> str:
        """Nothing for the tekort and the waiting; then it may still change the SPUK."""
        if not any(map(_teken, self.spuk)):
            return "Dit maakt voor het tekort en het wachten niets uit."
        saldo = self._gevolg("Saldo van de SPUK over alle planjaren", self.spuk, meer_of_minder)
        return f"Dit verandert alleen de SPUK, niet het tekort en het wachten. {saldo}"


@dataclass(frozen=True)
class Instroomvarianten:
    """Three levels of inflow; empty, with a reason, where the plan does not say how far it may vary.

    `onbekend` are the choices of which it cannot be said what they do.
    """

    varianten: tuple[Variant, ...]
    oordelen: tuple[Oordeel, ...]
    reden: str = ""
    onbekend: tuple[str, ...] = ()

    @property
    def onbekendzin(self) -> str:
        """Of which choices nothing can be said, and why; empty where there are none."""
        if not self.onbekend:
            return ""
        wat = opsomming(self.onbekend) if self.oordelen else "uw keuzes"
        return (
            f"Het effect van {wat} is niet te zeggen: het structurele tekort of de wachtlijst is dan niet in alle "
            "planjaren bekend. De bevindingen zeggen wat u kunt aanvullen."
        )


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
    oordelen = {keuze: _oordeel(varianten, keuze, naam, wijziging) for keuze, naam, wijziging in _keuzes(uitkomst)}
    bekend = tuple(o for o in oordelen.values() if o is not None)
    return Instroomvarianten(varianten, bekend, onbekend=tuple(k for k, o in oordelen.items() if o is None))


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


def _keuzes(u: Uitkomst) -> list[tuple[str, str, Wijziging]]:
    """One step of every knob of which the euro can be said, and the scenarios that leave the inflow alone.

    Each in words, with the input that it is about and what it makes of a plan.
    """
    stappen = [(k, s) for k in knoppen(u) if euro_bekend(u, k.naam) for s in (-1, 1) if k.kan(s)]
    keuzes = [(k.in_woorden(s), k.naam, _invoer(k.naam, k.waarde(s))) for k, s in stappen]
    eigen = [s.naam for s in u.plan.scenarios if not set(s.invoer) & {*INSTROOM, "taakstelling"}]
    return [*keuzes, *((f"Scenario {naam}", "", _scenario(naam)) for naam in eigen)]


def _oordeel(varianten: tuple[Variant, ...], keuze: str, naam: str, wijziging: Wijziging) -> Oordeel | None:
    """None where the tekort or the waiting is not known in all years."""
    euro: list[float] = []
    wachtend: list[float] = []
    spuk: list[float] = []
    for v in varianten:
        anders = bereken(wijziging(v.uitkomst.plan), v.uitkomst.catalogus, vorige=v.uitkomst)
        voor, na = _maten(v.uitkomst), _maten(anders)
        if voor is None or na is None:
            return None
        euro.append(na[0] - voor[0])
        wachtend.append(na[1] - voor[1])
        spuk += _verschil_spuk(v.uitkomst, anders)
    jaren = varianten[0].uitkomst.tijdas.horizon
    saldo = tuple(spuk) if len(spuk) == len(varianten) else ()
    return Oordeel(keuze, tuple(euro), tuple(wachtend), saldo, jaren, naam)


def _verschil_spuk(voor: Uitkomst, na: Uitkomst) -> list[float]:
    """The difference of the saldo over all plan years; none where it is not known."""
    eerst, dan = (u.reeks("spuk_saldo") for u in (voor, na))
    bekend = [j for j in voor.tijdas.planjaren if j in eerst and j in dan]
    return [sum(dan[j] - eerst[j] for j in bekend)] if len(bekend) == voor.tijdas.horizon else []


def _maten(u: Uitkomst) -> tuple[float, float] | None:
    """The structural tekort and the waiting over all plan years."""
    reeksen = [u.reeks("tekort_structureel"), *(u.reeks("wachtend", d) for d in GROEPEN)]
    if any(len(r) < u.tijdas.horizon for r in reeksen):
        return None
    tekort, *wachtend = (sum(r.values()) for r in reeksen)
    return tekort, sum(wachtend)


def _teken(x: float) -> int:
    return 0 if abs(x) < GELIJK else 1 if x > 0 else -1
