"""Reading a model as uncertainty: the steps of `berekening` on arrays of draws.

Most of a plan is not drawn. So before any array is touched the steps are gone through once with what is certain:
what depends on no draw is a number straight away, a choice that is certain leaves one branch, and what nobody asks
for is not computed. What remains runs on arrays, and each result is forgotten after its last use.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.rekenkunde.berekening import NAN, OP_GETALLEN, Regelstap, Stap

Draws = NDArray[np.float64]
Getrokken = Draws | float


# --- the verbs on arrays -----------------------------------------------------------------------------------


def _deling(a: Getrokken, b: Getrokken) -> Getrokken:
    """A ÷ b; absent in the draws where b is 0."""
    uit = np.divide(a, b)
    nul = b == 0
    return np.where(nul, NAN, uit) if np.any(nul) else uit


def _als(x: Draws, dan: Getrokken, anders: Getrokken) -> Draws:
    keus = np.where(x > 0, dan, anders)
    return keus if _bekend(x) else np.where(x == x, keus, NAN)


def _eerste(*opties: Getrokken) -> Getrokken:
    uit: Getrokken = NAN
    for x in reversed(opties):
        uit = x if _bekend(x) else np.where(x == x, x, uit)
    return uit


def _bekend(x: Getrokken) -> bool:
    """Whether no draw is absent: the smallest of numbers with an absent one among them is absent."""
    return not math.isnan(np.min(x))


def _afgerond(x: Draws) -> Draws:
    heel: Draws = np.floor(x + 0.5)
    return heel


def _terug(aantal: Draws, *reeks: Getrokken) -> Draws:
    """Per draw the value so many places before the last; absent before the first."""
    bekend = np.where(aantal == aantal, aantal, 0.0)
    terug = np.clip(bekend, -1, len(reeks)).astype(np.intp)
    laag, hoog = int(terug.min()), int(terug.max())
    rijen = np.empty((hoog - laag + 1, terug.size))
    for rij, k in enumerate(range(laag, hoog + 1)):
        rijen[rij] = reeks[len(reeks) - 1 - k] if 0 <= k < len(reeks) else NAN
    uit: Draws = rijen.ravel().take((terug - laag) * terug.size + np.arange(terug.size))
    return uit if _bekend(aantal) else np.where(aantal == aantal, uit, NAN)


def _zoek(plaats: Draws, *reeks: Getrokken) -> Draws:
    terug: Draws = float(len(reeks) - 1) - np.floor(plaats)
    return _terug(terug, *reeks)


def _som(eerste: Getrokken, *rest: Getrokken) -> Getrokken:
    for x in rest:
        eerste = eerste + x
    return eerste


OP_TREKKINGEN: dict[str, Callable[..., Any]] = {
    "+": OP_GETALLEN["+"],
    "-": OP_GETALLEN["-"],
    "*": OP_GETALLEN["*"],
    "/": _deling,
    "minimum": np.minimum,
    "maximum": np.maximum,
    "als": _als,
    "eerste": _eerste,
    "bekend": lambda *figuren: sum((x == x) * 1.0 for x in figuren),
    "afgerond": _afgerond,
    "som": _som,
    "terug": _terug,
    "zoek": _zoek,
}
"""The verbs where at least one ingredient is an array; the others may be numbers."""


# --- between which bounds a step lies ----------------------------------------------------------------------

Grens = tuple[float, float]
"""The least and the most that any draw can be; only for what is known in every draw."""


def _hoeken(verb: Callable[[float, float], float], a: Grens, b: Grens) -> Grens:
    hoeken = [verb(x, y) for x in a for y in b]
    return min(hoeken), max(hoeken)


def _grens_deling(a: Grens, b: Grens) -> Grens | None:
    return _hoeken(OP_GETALLEN["/"], a, b) if b[0] > 0 else None


def _grens_som(*delen: Grens) -> Grens:
    return sum([d[0] for d in delen]), sum([d[1] for d in delen])


def _omvat(*delen: Grens) -> Grens:
    return min([d[0] for d in delen]), max([d[1] for d in delen])


_GRENZEN: dict[str, Callable[..., Grens | None]] = {
    "+": _grens_som,
    "som": _grens_som,
    "-": lambda a, b: (a[0] - b[1], a[1] - b[0]),
    "*": lambda a, b: _hoeken(OP_GETALLEN["*"], a, b),
    "/": _grens_deling,
    "minimum": lambda a, b: (min(a[0], b[0]), min(a[1], b[1])),
    "maximum": lambda a, b: (max(a[0], b[0]), max(a[1], b[1])),
    "als": lambda x, dan, anders: _omvat(dan, anders),
    "eerste": _omvat,
    "afgerond": lambda x: (OP_GETALLEN["afgerond"](x[0]), OP_GETALLEN["afgerond"](x[1])),
}
"""The bounds of a result from those of its ingredients. Rounding keeps order, so they hold to the last digit."""

# --- what is certain before any draw -----------------------------------------------------------------------

_NEUTRAAL = {"+": (0.0, 0.0), "som": (0.0, 0.0), "-": (None, 0.0), "*": (1.0, 1.0), "/": (None, 1.0)}
"""Per verb the number that changes nothing as its first and as a later ingredient."""

_BESMET = frozenset(("+", "-", "*", "/", "som", "minimum", "maximum", "afgerond"))
"""The verbs with which one absent ingredient makes the result absent."""

_OP_EEN = ("bekend", "afgerond")
"""The verbs that do something to a single ingredient."""


class Trekplan:
    """What is left to do on arrays, for one set of leaves.

    Args:
        programma: all steps, ingredients first.
        waarden: a value per place; the constants and leaves (numbers, texts, arrays) are filled in.
        vast: the places whose value is given and not computed.
    """

    def __init__(self, programma: Sequence[Regelstap], waarden: list[Any], vast: frozenset[int]) -> None:
        self.waarden = waarden
        self._naar = list(range(len(waarden)))
        self._getrokken = getrokken = bytearray(isinstance(w, np.ndarray) for w in waarden)
        self._grenzen: dict[int, Grens] = {}
        self._over: list[Stap] = []
        self._gelijk: dict[Any, int] = {}
        for i, w in enumerate(waarden):
            if getrokken[i]:
                self._naar[i] = self._gelijk.setdefault(id(w), i)
                self._onthoud(i, (float(w.min()), float(w.max())))
        for verb, delen, uit, doe, haal in programma:
            if uit in vast:
                continue
            if 1 in haal(getrokken):
                self._neem(verb, tuple([self._naar[i] for i in delen]), uit)
            else:
                waarden[uit] = doe(*haal(waarden))

    def reken(self, gevraagd: Sequence[int]) -> list[Any]:
        """The values at the places asked for; intermediate arrays are dropped after their last use."""
        plaatsen = [self._naar[i] for i in gevraagd]
        waarden = self.waarden
        with np.errstate(all="ignore"):
            for (verb, delen, uit), dood in self._nodig(plaatsen):
                waarden[uit] = OP_TREKKINGEN[verb](*[waarden[i] for i in delen])
                for i in dood:
                    waarden[i] = None
        return [waarden[i] for i in plaatsen]

    def _nodig(self, plaatsen: list[int]) -> list[tuple[Stap, list[int]]]:
        """The steps that lead to these places, each with what nobody needs after it."""
        gezocht = set(plaatsen)
        nodig: list[tuple[Stap, list[int]]] = []
        for stap in reversed(self._over):
            if stap[2] in gezocht:
                nodig.append((stap, [i for i in set(stap[1]) if i not in gezocht and self._getrokken[i]]))
                gezocht.update(stap[1])
        nodig.reverse()
        return nodig

    # -- one step

    def _neem(self, verb: str, delen: tuple[int, ...], uit: int) -> None:
        """Work a step out where it is certain, else add it to what must be done on arrays."""
        zeker = [None if self._getrokken[i] else self.waarden[i] for i in delen]
        wat = self._eenvoudiger(verb, delen, zeker)
        if isinstance(wat, float):
            self.waarden[uit] = wat
        elif len(wat) > 1 or verb in _OP_EEN:
            self._getrokken[uit] = 1
            self._naar[uit] = self._gelijk_aan(verb, wat, uit)
        elif self._getrokken[wat[0]]:
            self._getrokken[uit] = 1
            self._naar[uit] = wat[0]
        else:
            self.waarden[uit] = self.waarden[wat[0]]

    def _gelijk_aan(self, verb: str, delen: tuple[int, ...], uit: int) -> int:
        """Where this very step has been taken before (quarters with equal shares); else it is a step to take."""
        zelfde = self._gelijk
        delen = tuple([i if self._getrokken[i] else zelfde.setdefault(("getal", self.waarden[i]), i) for i in delen])
        plaats = zelfde.setdefault((verb, delen), uit)
        if plaats == uit:
            self._over.append((verb, delen, uit))
            if verb in _GRENZEN:
                grenzen = [self._grens(i) for i in delen]
                if None not in grenzen:
                    self._onthoud(uit, _GRENZEN[verb](*grenzen))
        return plaats

    def _onthoud(self, i: int, grens: Grens | None) -> None:
        if grens is not None and math.isfinite(grens[0]) and math.isfinite(grens[1]):
            self._grenzen[i] = grens

    def _grens(self, i: int) -> Grens | None:
        """The bounds of a place; None where it can be absent."""
        if self._getrokken[i]:
            return self._grenzen.get(i)
        waarde = self.waarden[i]
        return (waarde, waarde) if waarde == waarde else None

    def _eenvoudiger(self, verb: str, delen: tuple[int, ...], zeker: list[Any]) -> tuple[int, ...] | float:
        """The ingredients that matter (one: it is that one), or the number that it is."""
        if verb in _BESMET:
            return self._rekenwerk(verb, delen, zeker)
        if verb == "als":
            return self._tak(delen, zeker[0])
        if verb == "eerste":
            return self._eerste_bekende(delen, zeker)
        if verb == "bekend":
            return delen if None in map(self._grens, delen) else float(len(delen))
        if zeker[0] is None:
            return delen
        if verb.startswith("keuze"):
            return (delen[1 + verb.split()[1:].index(zeker[0])],)
        if zeker[0] != zeker[0]:
            return NAN
        plaats = int(zeker[0]) if verb == "zoek" else len(delen) - 2 - int(zeker[0])
        return (delen[1 + plaats],) if 0 <= plaats < len(delen) - 1 else NAN

    def _rekenwerk(self, verb: str, delen: tuple[int, ...], zeker: list[Any]) -> tuple[int, ...] | float:
        for z in zeker:
            if z is not None and z != z:
                return NAN
        if verb == "/" and zeker[1] == 0:
            return NAN
        if verb in ("minimum", "maximum"):
            return self._uiterste(verb, delen)
        if self._is_nul(verb, delen, zeker):
            return 0.0
        if 0.0 not in zeker and 1.0 not in zeker:
            return delen
        eerste, later = _NEUTRAAL[verb]
        paren = enumerate(zip(delen, zeker, strict=True))
        return tuple([i for n, (i, z) in paren if z is None or z != (later if n else eerste)])

    def _is_nul(self, verb: str, delen: tuple[int, ...], zeker: list[Any]) -> bool:
        """Whether nothing is left: × 0, 0 ÷, or less itself; only where it is known in every draw."""
        if verb == "*":
            return 0 in zeker and None not in map(self._grens, delen)
        if verb == "/":
            grens = self._grens(delen[1])
            return zeker[0] == 0 and grens is not None and grens[0] > 0
        return verb == "-" and delen[0] == delen[1] and delen[0] in self._grenzen

    def _uiterste(self, verb: str, delen: tuple[int, ...]) -> tuple[int, ...]:
        """The one that is always the smaller or the larger, where the bounds say so."""
        a, b = self._grens(delen[0]), self._grens(delen[1])
        if a is not None and b is not None:
            if a[1] <= b[0]:
                return (delen[verb == "maximum"],)
            if b[1] <= a[0]:
                return (delen[verb == "minimum"],)
        return delen

    def _tak(self, delen: tuple[int, ...], x: float | None) -> tuple[int, ...] | float:
        """The branch, where it is the same in every draw."""
        if x is not None and x != x:
            return NAN
        grens = self._grens(delen[0])
        if grens is not None and grens[0] > 0:
            return (delen[1],)
        return (delen[2],) if grens is not None and grens[1] <= 0 else delen

    def _eerste_bekende(self, delen: tuple[int, ...], zeker: list[Any]) -> tuple[int, ...] | float:
        opties: list[int] = []
        for i, z in zip(delen, zeker, strict=True):
            if z is None or z == z:
                opties.append(i)
            if self._grens(i) is not None:
                break
        return tuple(opties) or NAN
