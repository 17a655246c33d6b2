"""Reading a model as values and as uncertainty: the same steps on floats and on arrays of draws.

The rules are laid out once per calendar as a list of steps in an order in which every ingredient comes first;
running it is one short loop. A figure that cannot be computed is NaN inside, and absent outside.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from core.rekenkunde.regel import Grootheid, Id, Model, Rol
from core.rekenkunde.tijdas import KWARTALEN_PER_JAAR, Tijdas, Tijdsoort
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Verwijzing

NAN = math.nan

Plek = tuple[Id, int | None]
"""A figure at a moment: a year, a quarter number, or None for a figure of the whole plan."""


# --- the verbs on floats -----------------------------------------------------------------------------------


def _minimum(a: float, b: float) -> float:
    return NAN if a != a or b != b else min(a, b)


def _maximum(a: float, b: float) -> float:
    return NAN if a != a or b != b else max(a, b)


def _deling(a: float, b: float) -> float:
    return a / b if b else NAN


def _als(x: float, dan: float, anders: float) -> float:
    return dan if x > 0 else anders if x == x else NAN


def _eerste(*opties: float) -> float:
    for x in opties:
        if x == x:
            return x
    return NAN


def _bekend(*figuren: float) -> float:
    return float(sum(x == x for x in figuren))


def _afgerond(x: float) -> float:
    return NAN if x != x else float(math.floor(x + 0.5))


def _som(*delen: float) -> float:
    return sum(delen)


def _terug(aantal: float, *reeks: float) -> float:
    plaats = len(reeks) - 1 - int(aantal) if aantal == aantal else -1
    return reeks[plaats] if plaats >= 0 else NAN


def _zoek(plaats: float, *reeks: float) -> float:
    return reeks[int(plaats)] if plaats == plaats and 0 <= plaats < len(reeks) else NAN


Verbs = Mapping[str, Callable[..., Any]]

OP_GETALLEN: Verbs = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": _deling,
    "minimum": _minimum,
    "maximum": _maximum,
    "als": _als,
    "eerste": _eerste,
    "bekend": _bekend,
    "afgerond": _afgerond,
    "som": _som,
    "terug": _terug,
    "zoek": _zoek,
}


def kies(verb: str) -> Callable[..., Any]:
    """The verb of a choice, `keuze landelijk caseload uren`: the option that the chooser names."""
    keuzes = verb.split()[1:]
    return lambda kiezer, *opties: opties[keuzes.index(kiezer)]


# --- laying out the steps ----------------------------------------------------------------------------------

Stap = tuple[str, tuple[int, ...], int]
"""A verb, the places of its ingredients and the place of its result."""

Regelstap = tuple[str, tuple[int, ...], int, Callable[..., Any], Callable[[Any], Any]]
"""A step with the verb on floats, and what fetches its ingredients."""

VELDEN = 32
"""Of so many changes it is remembered what they set off: the same fields change again and again."""


@dataclass(frozen=True, slots=True)
class Doorrekening:
    """What came out of the steps, by name and by place; the places also hold what lies between the figures."""

    figuren: Mapping[Plek, float]
    plaatsen: Sequence[float]


def _doorloop(stappen: Iterable[Regelstap], waarden: list[Any], plekken: Mapping[Plek, int]) -> dict[Plek, float]:
    """Take the steps; the figures that came out at these places."""
    for _, _, uit, doe, haal in stappen:
        waarden[uit] = doe(*haal(waarden))
    return {plek: waarden[i] for plek, i in plekken.items()}


class Rekenvolgorde:
    """The steps of a model on a calendar, in order.

    `plekken` says where each figure at each moment ends up; `bladeren` which of them must be given.

    Args:
        model: all figures.
        tijdas: the calendar.
        gevraagd: full names of the figures to lay out, with all they need (default: all figures).
        vast: leaves that the calendar itself decides; what follows from them alone is worked out here, once.
    """

    def __init__(
        self,
        model: Model,
        tijdas: Tijdas,
        gevraagd: Iterable[str] | None = None,
        vast: Mapping[Plek, float] = MappingProxyType({}),
    ) -> None:
        self.model, self.tijdas, self._vast = model, tijdas, vast
        self.plekken: dict[Plek, int] = {}
        self.bladeren: dict[Plek, int] = {}
        self.constanten: list[tuple[int, float]] = []
        self.stappen: list[Stap] = []
        self._constante: dict[str, int] = {}
        self._zeker: dict[int, float] = {}
        self._lengte = 0
        self._nasleep = lru_cache(VELDEN)(self._zoek_nasleep)
        namen = None if gevraagd is None else set(gevraagd)
        self.gevraagd = [g for g in model if namen is None or g.volledige_naam in namen]
        for soort in (Tijdsoort.KWARTAAL, Tijdsoort.JAAR):
            for moment in tijdas.momenten(soort):
                for g in self.gevraagd:
                    if g.tijd is soort and moment in tijdas.bereik(soort, g.venster):
                        self._plek(g, moment)
        for g in self.gevraagd:
            if g.tijd is Tijdsoort.PLAN:
                self._plek(g, None)

    def waarden(self, bladeren: Mapping[Plek, float | str]) -> Mapping[Plek, float]:
        """Every figure at every moment, on floats. NaN is absent. Leaves that are not given are absent."""
        return self.reken(bladeren).figuren

    def reken(self, bladeren: Mapping[Plek, float | str], vorige: Doorrekening | None = None) -> Doorrekening:
        """The same, to go on from.

        Args:
            bladeren: the leaves that have a value.
            vorige: what came out of these steps on other leaves. What follows from no leaf that differs is taken
                over from it; the figures are the same as without it.
        """
        waarden = self._begin(bladeren)
        if vorige is None:
            return Doorrekening(_doorloop(self._programma, waarden, self.plekken), waarden)
        oud = vorige.plaatsen
        anders = {i: waarden[i] for i in self.bladeren.values() if waarden[i] is not oud[i] and waarden[i] != oud[i]}
        return self._verder(anders, vorige)

    def verander(self, anders: Mapping[Plek, float | str], vorige: Doorrekening) -> Doorrekening:
        """What comes out when only these leaves get another value."""
        return self._verder({self.bladeren[p]: w for p, w in anders.items()}, vorige)

    def _verder(self, anders: Mapping[int, Any], vorige: Doorrekening) -> Doorrekening:
        waarden = list(vorige.plaatsen)
        for i, waarde in anders.items():
            waarden[i] = waarde
        stappen, plekken = self._nasleep(frozenset(anders))
        return Doorrekening({**vorige.figuren, **_doorloop(stappen, waarden, plekken)}, waarden)

    def _zoek_nasleep(self, anders: frozenset[int]) -> tuple[list[Regelstap], dict[Plek, int]]:
        """The steps that a change at these places sets off, and the figures that lie in them."""
        geraakt, stappen = set(anders), []
        for stap in self._programma:
            _, delen, uit, _, _ = stap
            if not geraakt.isdisjoint(delen):
                geraakt.add(uit)
                stappen.append(stap)
        return stappen, {plek: i for plek, i in self.plekken.items() if i in geraakt}

    def trekkingen(self, bladeren: Mapping[Plek, Any], gegeven: Mapping[Plek, Any] | None = None) -> dict[Plek, Any]:
        """Every asked figure, on arrays of draws (or a float where no draw touches it).

        Args:
            bladeren: leaves: floats, texts or arrays of equal length.
            gegeven: figures that are not computed but given (the inflow with its chance).
        """
        from core.rekenkunde.trekken import Trekplan

        waarden = self._begin(bladeren)
        vast = {self.plekken[plek]: waarde for plek, waarde in (gegeven or {}).items() if plek in self.plekken}
        for i, waarde in vast.items():
            waarden[i] = waarde
        ids = {g.id for g in self.gevraagd}
        bewaard = {plek: i for plek, i in self.plekken.items() if plek[0] in ids}
        uitkomsten = Trekplan(self._programma, waarden, frozenset(vast)).reken(list(bewaard.values()))
        return dict(zip(bewaard, uitkomsten, strict=True))

    def _begin(self, bladeren: Mapping[Plek, Any]) -> list[Any]:
        waarden: list[Any] = [NAN] * self._lengte
        for i, getal in self.constanten:
            waarden[i] = getal
        for plek, i in self.bladeren.items():
            waarden[i] = bladeren.get(plek, NAN)
        return waarden

    @cached_property
    def _programma(self) -> list[Regelstap]:
        return [
            (
                verb,
                delen,
                i,
                kies(verb) if verb.startswith("keuze") else OP_GETALLEN[verb],
                itemgetter(*delen) if len(delen) > 1 else itemgetter(slice(delen[0], delen[0] + 1)),
            )
            for verb, delen, i in self.stappen
        ]

    # -- from expression to steps

    def _plek(self, g: Grootheid, moment: int | None) -> int:
        plek = g.id, moment
        if plek not in self.plekken:
            if plek in self._vast:
                self.plekken[plek] = self._getal(self._vast[plek])
            elif g.regel is None:
                self.plekken[plek] = self.bladeren[plek] = self._nieuw()
            else:
                self.plekken[plek] = self._resultaat(g.regel, moment)
        return self.plekken[plek]

    def _nieuw(self) -> int:
        self._lengte += 1
        return self._lengte - 1

    def _getal(self, waarde: float) -> int:
        if repr(waarde) not in self._constante:
            self._constante[repr(waarde)] = self._nieuw()
            self.constanten.append((self._lengte - 1, waarde))
            self._zeker[self._lengte - 1] = waarde
        return self._constante[repr(waarde)]

    def _op(self, id_: Id, moment: int | None) -> int:
        """A figure at a moment; outside its window there is nothing: an input is blank, a sum is 0."""
        g = self.model[id_]
        if moment is not None and moment not in self.tijdas.bereik(g.tijd, g.venster):
            return self._getal(NAN if g.rol is Rol.INVOER else 0.0)
        return self._plek(g, moment)

    def _resultaat(self, e: Expression, moment: int | None) -> int:
        match e:
            case Getal(waarde):
                return self._getal(waarde)
            case Verwijzing(naam, sleutel, None):
                return self._op((naam, sleutel), None)
            case Verwijzing(naam, sleutel, tijd):
                assert moment is not None
                assert tijd is not None
                return self._op((naam, sleutel), moment + tijd.stappen)
            case Bewerking(verb, delen, keuzes):
                naam_ = f"keuze {' '.join(keuzes)}" if keuzes else verb
                return self._stap(naam_, [self._resultaat(d, moment) for d in delen])
            case Opzoeking():
                return self._opzoeking(e, moment)
            case _:  # pragma: no cover - the four node kinds are all there are
                raise TypeError(e)

    def _stap(self, verb: str, delen: list[int]) -> int:
        zeker = [self._zeker.get(i) for i in delen]
        if None not in zeker:
            return self._getal(OP_GETALLEN[verb](*zeker))
        if verb == "als" and zeker[0] is not None:
            return delen[1] if zeker[0] > 0 else delen[2]
        if verb == "zoek" and zeker[0] is not None and 0 <= zeker[0] < len(delen) - 1:
            return delen[1 + int(zeker[0])]
        i = self._nieuw()
        self.stappen.append((verb, tuple(delen), i))
        return i

    def _opzoeking(self, e: Opzoeking, moment: int | None) -> int:
        id_, as_ = (e.naam, e.sleutel), self.tijdas
        if e.verb == "zoek":
            leden = [self._plek(g, None) for g in self.model.familie(*id_)]
            return self._stap("zoek", [self._vanaf(e, moment, 1), *leden])
        g = self.model[id_]
        bereik = as_.bereik(g.tijd, g.venster)
        if e.verb == "totaal":
            return self._stap("som", [self._plek(g, t) for t in bereik])
        if e.verb == "op_jaar":
            return self._stap("zoek", [self._vanaf(e, moment, bereik[0]), *(self._plek(g, t) for t in bereik)])
        assert moment is not None
        if e.verb == "van_jaar":
            return self._op(id_, as_.jaar(moment))
        if e.verb == "in_jaar":
            eerste = (moment - as_.startjaar) * KWARTALEN_PER_JAAR + 1
            kwartalen = [q for q in range(eerste, eerste + KWARTALEN_PER_JAAR) if q in bereik]
            return self._stap("som", [self._plek(g, q) for q in kwartalen]) if kwartalen else self._getal(0.0)
        assert e.verb == "terug"
        assert e.plaats is not None
        terug = self._resultaat(e.plaats, moment)
        if e.minstens:
            terug = self._stap("-", [terug, self._getal(float(e.minstens))])
        reeks = range(as_.momenten(g.tijd)[0], moment - e.minstens + 1)
        return self._stap("terug", [terug, *(self._op(id_, t) for t in reeks)])

    def _vanaf(self, e: Opzoeking, moment: int | None, eerste: int) -> int:
        assert e.plaats is not None
        return self._stap("-", [self._resultaat(e.plaats, moment), self._getal(float(eerste))])
