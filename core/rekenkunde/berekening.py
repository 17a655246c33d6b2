"""Reading a model as values and as uncertainty: the same steps on floats and on arrays of draws.

The rules are laid out once per calendar as a list of steps in an order in which every ingredient comes first;
running it is one short loop. A figure that cannot be computed is NaN inside, and absent outside.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from core.rekenkunde.regel import Grootheid, Id, Model
from core.rekenkunde.tijdas import KWARTALEN_PER_JAAR, Tijdas, Tijdsoort
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Verwijzing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]

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


def _bekend(x: float) -> float:
    return 1.0 if x == x else 0.0


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
    "per": _deling,
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


def op_trekkingen() -> Verbs:
    """The same verbs on arrays of draws; a step whose ingredients are all floats stays a float."""
    import numpy as np

    def deling(a: Draws | float, b: Draws | float) -> Draws | float:
        if isinstance(b, float):
            return a / b if b else NAN
        return np.where(b == 0, NAN, a / b)

    def als(x: Draws | float, dan: Draws | float, anders: Draws | float) -> Draws | float:
        if isinstance(x, float):
            return _als(x, dan, anders)  # type: ignore[arg-type]
        keus = np.where(x > 0, dan, anders)
        return keus if (x == x).all() else np.where(x == x, keus, NAN)

    def eerste(*opties: Draws | float) -> Draws | float:
        uit: Draws | float = NAN
        for x in reversed(opties):
            if not isinstance(x, float):
                uit = x if (x == x).all() else np.where(x == x, x, uit)
            elif x == x:
                uit = x
        return uit

    def terug(aantal: Draws | float, *reeks: Draws | float) -> Draws | float:
        if isinstance(aantal, float):
            return _terug(aantal, *reeks)  # type: ignore[arg-type]
        uit: Draws | float = NAN
        for k in np.unique(aantal):
            uit = np.where(aantal == k, _terug(float(k), *reeks), uit)  # type: ignore[arg-type]
        return uit

    op_arrays: Verbs = {
        **OP_GETALLEN,
        "/": deling,
        "per": deling,
        "minimum": np.minimum,
        "maximum": np.maximum,
        "als": als,
        "eerste": eerste,
        "bekend": lambda x: (x == x).astype(float),
        "afgerond": lambda x: np.floor(x + 0.5),
        "terug": terug,
    }
    return {verb: _gemengd(OP_GETALLEN[verb], op_arrays[verb]) for verb in OP_GETALLEN}


_ZELF_GEMENGD = {operator.add, operator.sub, operator.mul, _som}


def _gemengd(op_getallen: Callable[..., Any], op_arrays: Callable[..., Any]) -> Callable[..., Any]:
    if op_arrays in _ZELF_GEMENGD:
        return op_arrays

    def verb(*delen: Any) -> Any:
        for d in delen:
            if type(d) is not float:
                return op_arrays(*delen)
        return op_getallen(*delen)

    return verb


# --- laying out the steps ----------------------------------------------------------------------------------

Stap = tuple[str, tuple[int, ...], int]


class Rekenvolgorde:
    """The steps of a model on a calendar, in order.

    `plekken` says where each figure at each moment ends up; `bladeren` which of them must be given.
    """

    def __init__(self, model: Model, tijdas: Tijdas, gevraagd: Iterable[str] | None = None) -> None:
        self.model, self.tijdas = model, tijdas
        self.plekken: dict[Plek, int] = {}
        self.bladeren: dict[Plek, int] = {}
        self.constanten: list[tuple[int, float]] = []
        self.stappen: list[Stap] = []
        self._constante: dict[str, int] = {}
        self._lengte = 0
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
        self._programma: dict[bool, list[tuple[Callable[..., Any], itemgetter[Any], int]]] = {}

    def waarden(self, bladeren: Mapping[Plek, float | str]) -> dict[Plek, float]:
        """Every figure at every moment, on floats. NaN is absent. Leaves that are not given are absent."""
        waarden = self._begin(bladeren)
        for verb, delen, uit in self._stappen_met(OP_GETALLEN, arrays=False):
            waarden[uit] = verb(*delen(waarden))
        return {plek: waarden[i] for plek, i in self.plekken.items()}

    def trekkingen(self, bladeren: Mapping[Plek, Any], gegeven: Mapping[Plek, Any] | None = None) -> dict[Plek, Any]:
        """Every asked figure, on arrays of draws (or a float where no draw touches it).

        Args:
            bladeren: leaves: floats, texts or arrays of equal length.
            gegeven: figures that are not computed but given (the inflow with its chance).
        """
        import numpy as np

        vast = {self.plekken[plek]: waarde for plek, waarde in (gegeven or {}).items() if plek in self.plekken}
        waarden = self._begin(bladeren)
        for i, waarde in vast.items():
            waarden[i] = waarde
        bewaard = {i for (id_, _), i in self.plekken.items() if self.model[id_] in self.gevraagd}
        with np.errstate(all="ignore"):
            for (verb, delen, uit), dood in zip(
                self._stappen_met(op_trekkingen(), arrays=True), self._sterfte(bewaard), strict=True
            ):
                if uit not in vast:
                    waarden[uit] = verb(*delen(waarden))
                for i in dood:
                    waarden[i] = None
        return {plek: waarden[i] for plek, i in self.plekken.items() if i in bewaard}

    def _begin(self, bladeren: Mapping[Plek, Any]) -> list[Any]:
        waarden: list[Any] = [NAN] * self._lengte
        for i, getal in self.constanten:
            waarden[i] = getal
        for plek, i in self.bladeren.items():
            waarden[i] = bladeren.get(plek, NAN)
        return waarden

    def _stappen_met(self, verbs: Verbs, *, arrays: bool) -> list[tuple[Callable[..., Any], itemgetter[Any], int]]:
        if arrays not in self._programma:
            self._programma[arrays] = [
                (
                    _verb(verb, verbs),
                    itemgetter(*delen) if len(delen) > 1 else itemgetter(slice(delen[0], delen[0] + 1)),
                    i,
                )
                for verb, delen, i in self.stappen
            ]
        return self._programma[arrays]

    def _sterfte(self, bewaard: set[int]) -> list[list[int]]:
        """Per step the intermediate results that nobody needs after it (memory of 10.000 draws)."""
        laatste: dict[int, int] = {}
        for n, (_, delen, _) in enumerate(self.stappen):
            laatste.update(dict.fromkeys(delen, n))
        dood: list[list[int]] = [[] for _ in self.stappen]
        for i, n in laatste.items():
            if i not in bewaard:
                dood[n].append(i)
        return dood

    # -- from expression to steps

    def _plek(self, g: Grootheid, moment: int | None) -> int:
        plek = g.id, moment
        if plek not in self.plekken:
            if g.regel is None:
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
        return self._constante[repr(waarde)]

    def _op(self, id_: Id, moment: int | None) -> int:
        """A figure at a moment; outside its window there is nothing, which counts as 0."""
        g = self.model[id_]
        if moment is not None and moment not in self.tijdas.bereik(g.tijd, g.venster):
            return self._getal(0.0)
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


def _verb(naam: str, verbs: Verbs) -> Callable[..., Any]:
    if not naam.startswith("keuze"):
        return verbs[naam]
    keuzes = naam.split()[1:]

    def kies(kiezer: Any, *opties: Any) -> Any:
        return opties[keuzes.index(kiezer)]

    return kies
