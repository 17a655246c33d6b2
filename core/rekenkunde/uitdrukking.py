"""Expressions: what a rule looks like after it has been run on symbols, and the verbs rules may use.

Absent (`AFWEZIG`) means "cannot be computed". It is contagious: whatever is made with an absent figure is
absent too, except through the verbs `eerste` and `bekend`, which ask for it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Union

Sleutel = tuple[str, ...]
"""Which member of a family: () · ("asiel",) · ("B1",) · ("asiel", "1")."""

Operand = Union["Expression", float, int]


@dataclass(frozen=True, slots=True)
class Tijd:
    """A symbolic moment, `stappen` after the moment for which the rule is read."""

    stappen: int = 0

    def __add__(self, stappen: int) -> Tijd:
        return Tijd(self.stappen + stappen)

    def __sub__(self, stappen: int) -> Tijd:
        return Tijd(self.stappen - stappen)


class Expression:
    """Base of all nodes; arithmetic on it makes a larger expression."""

    __slots__ = ()

    def __add__(self, other: Operand) -> Expression:
        return Bewerking("+", (self, als_expressie(other)))

    def __radd__(self, other: Operand) -> Expression:
        return Bewerking("+", (als_expressie(other), self))

    def __sub__(self, other: Operand) -> Expression:
        return Bewerking("-", (self, als_expressie(other)))

    def __rsub__(self, other: Operand) -> Expression:
        return Bewerking("-", (als_expressie(other), self))

    def __mul__(self, other: Operand) -> Expression:
        return Bewerking("*", (self, als_expressie(other)))

    def __rmul__(self, other: Operand) -> Expression:
        return Bewerking("*", (als_expressie(other), self))

    def __truediv__(self, other: Operand) -> Expression:
        return Bewerking("/", (self, als_expressie(other)))

    def __bool__(self) -> bool:
        raise TypeError("a rule may not decide on a value with if/and/or: use als()")


@dataclass(frozen=True, slots=True, eq=False)
class Getal(Expression):
    """A literal in a rule: 0, 1 or absent. Any other number belongs in the catalogue."""

    waarde: float


@dataclass(frozen=True, slots=True, eq=False)
class Verwijzing(Expression):
    """Another quantity; `tijd` is None for a figure of the whole plan."""

    naam: str
    sleutel: Sleutel
    tijd: Tijd | None


@dataclass(frozen=True, slots=True, eq=False)
class Bewerking(Expression):
    """A verb on expressions: + - * / minimum maximum als eerste bekend afgerond som keuze."""

    verb: str
    delen: tuple[Expression, ...]
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Opzoeking(Expression):
    """A figure from a whole series or family: terug · op_jaar · in_jaar · van_jaar · totaal · zoek."""

    verb: str
    naam: str
    sleutel: Sleutel
    plaats: Expression | None = None
    minstens: int = 0


AFWEZIG = Getal(math.nan)


def als_expressie(x: Operand) -> Expression:
    """Accept the literals 0 and 1 beside expressions."""
    if isinstance(x, Expression):
        return x
    if x not in (0, 1):
        raise ValueError(f"the number {x} in a rule belongs in the catalogue, with its source")
    return Getal(float(x))


@dataclass(frozen=True, slots=True)
class Reeks:
    """A quantity by name, still to be given its group or route and its moment: `m.start[d][q]`."""

    naam: str
    sleutel: Sleutel
    diepte: int
    tijdgebonden: bool

    def __getitem__(self, index: str | Tijd) -> Expression | Reeks:
        if isinstance(index, Tijd):
            if not self.tijdgebonden or len(self.sleutel) != self.diepte:
                raise TypeError(f"{self.naam} has no value per moment here")
            return Verwijzing(self.naam, self.sleutel, index)
        return reeks_of_verwijzing(self.naam, (*self.sleutel, index), self.diepte, self.tijdgebonden)


def reeks_of_verwijzing(naam: str, sleutel: Sleutel, diepte: int, tijdgebonden: bool) -> Expression | Reeks:
    """The expression itself where name and key say all, else a series still to be indexed."""
    if len(sleutel) == diepte and not tijdgebonden:
        return Verwijzing(naam, sleutel, None)
    return Reeks(naam, sleutel, diepte, tijdgebonden)


# --- the verbs ---------------------------------------------------------------------------------------------


def minimum(a: Operand, b: Operand) -> Expression:
    """The smaller of two figures."""
    return Bewerking("minimum", (als_expressie(a), als_expressie(b)))


def maximum(a: Operand, b: Operand) -> Expression:
    """The larger of two figures."""
    return Bewerking("maximum", (als_expressie(a), als_expressie(b)))


def als(positief: Expression, dan: Operand, anders: Operand) -> Expression:
    """`dan` where `positief` > 0, else `anders`; absent where `positief` is absent."""
    return Bewerking("als", (positief, als_expressie(dan), als_expressie(anders)))


def eerste(*opties: Operand) -> Expression:
    """The first of the options that is known; absent when none is."""
    return Bewerking("eerste", tuple(als_expressie(o) for o in opties))


def bekend(*figuren: Expression) -> Expression:
    """How many of the figures are known."""
    return Bewerking("bekend", figuren)


def afgerond(x: Expression) -> Expression:
    """Rounded half up to a whole number (only durations in quarters are)."""
    return Bewerking("afgerond", (x,))


def som(delen: Iterable[Operand]) -> Expression:
    """The sum of the parts."""
    return Bewerking("som", tuple(als_expressie(d) for d in delen))


def deel_van(aandeel: Expression, bedrag: Expression) -> Expression:
    """Aandeel × bedrag; a share of 0 is 0 even when the amount is not known."""
    return als(aandeel, aandeel * bedrag, 0)


def keuze(kiezer: Expression, **opties: Operand) -> Expression:
    """The option named by a choice input (the method)."""
    return Bewerking("keuze", (kiezer, *(als_expressie(o) for o in opties.values())), tuple(opties))


def _reeks(reeks: Expression | Reeks) -> Reeks:
    if not isinstance(reeks, Reeks):
        raise TypeError("this verb works on a series")
    return reeks


def terug(reeks: Expression | Reeks, aantal: Expression, minstens: int = 0) -> Expression:
    """The series `aantal` moments ago (an input number, at least `minstens`); absent before its first moment.

    `minstens=1` promises that the present moment is never needed, so that a row may look back into itself.
    """
    r = _reeks(reeks)
    return Opzoeking("terug", r.naam, r.sleutel, aantal, minstens)


def op_jaar(reeks: Expression | Reeks, jaar: Expression) -> Expression:
    """The series in a calendar year that is itself an input; absent outside the series."""
    r = _reeks(reeks)
    return Opzoeking("op_jaar", r.naam, r.sleutel, jaar)


def in_jaar(reeks: Expression | Reeks) -> Expression:
    """The sum of a quarterly series over the quarters of the year; 0 in a year without quarters."""
    r = _reeks(reeks)
    return Opzoeking("in_jaar", r.naam, r.sleutel)


def van_jaar(reeks: Expression | Reeks) -> Expression:
    """A year's figure, in each of its quarters."""
    r = _reeks(reeks)
    return Opzoeking("van_jaar", r.naam, r.sleutel)


def totaal(reeks: Expression | Reeks) -> Expression:
    """The sum of a series over all its moments."""
    r = _reeks(reeks)
    return Opzoeking("totaal", r.naam, r.sleutel)


def zoek(familie: Expression | Reeks, plaats: Expression) -> Expression:
    """The member of a numbered family (1, 2, 3 …) at a place."""
    r = _reeks(familie)
    return Opzoeking("zoek", r.naam, r.sleutel, plaats)
