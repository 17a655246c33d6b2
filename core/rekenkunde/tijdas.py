"""Time: the years and quarters a plan looks at, and the window in which a figure exists."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property

JAREN_TERUG = 4
"""Cohorts that can still be paid for: a betaalritme has at most five shares."""
JAREN_NA = 4
KWARTALEN_TERUG = 4
"""The aanloop is at most four quarters."""
KWARTALEN_PER_JAAR = 4


class Tijdsoort(Enum):
    """How often a figure exists: once per plan, per year or per quarter."""

    PLAN = "plan"
    JAAR = "jaar"
    KWARTAAL = "kwartaal"


@dataclass(frozen=True, slots=True)
class Anker:
    """A moment relative to the plan: `begin` or `slot` of the axis, `start` or `eind` of the plan years."""

    basis: str
    stappen: int = 0

    def __add__(self, stappen: int) -> Anker:
        return Anker(self.basis, self.stappen + stappen)

    def __sub__(self, stappen: int) -> Anker:
        return Anker(self.basis, self.stappen - stappen)


BEGIN, START, EIND, SLOT = Anker("begin"), Anker("start"), Anker("eind"), Anker("slot")


@dataclass(frozen=True, slots=True)
class Venster:
    """The first and the last moment at which a figure exists; empty (0 in sums) outside."""

    vanaf: Anker = START
    tot: Anker = EIND
    niet_voor: int = 0
    """A calendar year before which the figure does not exist."""


@dataclass(frozen=True)
class Tijdas:
    """The calendar of one plan.

    Args:
        startjaar: first plan year S.
        horizon: number of plan years, 1–10.
        eerste: first year of the axis, early enough for every price level and cohort in use.
        laatste: last year of the axis, late enough for every price level and payment in use.
    """

    startjaar: int
    horizon: int
    eerste: int
    laatste: int

    @cached_property
    def eindjaar(self) -> int:
        """The last plan year E."""
        return self.startjaar + self.horizon - 1

    @cached_property
    def jaren(self) -> range:
        """All years of the axis."""
        return range(self.eerste, self.laatste + 1)

    @cached_property
    def planjaren(self) -> range:
        """The plan years S … E."""
        return range(self.startjaar, self.eindjaar + 1)

    @cached_property
    def plankwartalen(self) -> range:
        """The quarters of the plan years, from 1."""
        return range(1, KWARTALEN_PER_JAAR * self.horizon + 1)

    @cached_property
    def kwartalen(self) -> range:
        """All quarters: 1 is the first of the plan, 0 and below lie before it."""
        return range(1 - KWARTALEN_TERUG, KWARTALEN_PER_JAAR * self.horizon + 1)

    def jaar(self, kwartaal: int) -> int:
        """The calendar year of a quarter."""
        return self.startjaar + (kwartaal - 1) // KWARTALEN_PER_JAAR

    def kw(self, kwartaal: int) -> int:
        """Which quarter of its year (1–4)."""
        return (kwartaal - 1) % KWARTALEN_PER_JAAR + 1

    def momenten(self, soort: Tijdsoort) -> range:
        """All moments of the axis of this kind."""
        return self.jaren if soort is Tijdsoort.JAAR else self.kwartalen

    def bereik(self, soort: Tijdsoort, venster: Venster) -> range:
        """The moments at which a figure with this window exists."""
        vanaf = max(self._moment(soort, venster.vanaf), venster.niet_voor)
        if soort is Tijdsoort.KWARTAAL:
            vanaf = self._moment(soort, venster.vanaf)
        return range(vanaf, self._moment(soort, venster.tot) + 1)

    def _moment(self, soort: Tijdsoort, anker: Anker) -> int:
        momenten = self.momenten(soort)
        per_jaar = soort is Tijdsoort.JAAR
        basis = {
            "begin": momenten[0],
            "start": self.startjaar if per_jaar else 1,
            "eind": self.eindjaar if per_jaar else momenten[-1],
            "slot": momenten[-1],
        }[anker.basis]
        return basis + anker.stappen

    def naam(self, soort: Tijdsoort, moment: int) -> str:
        """The moment as people and files write it: 2027 or 2027K1."""
        return str(moment) if soort is Tijdsoort.JAAR else f"{self.jaar(moment)}K{self.kw(moment)}"


def tijdas(startjaar: int, horizon: int, prijspeilen: frozenset[int]) -> Tijdas:
    """The axis that holds every cohort that can still be paid for, every payment and every price level in use."""
    eerste, laatste = startjaar - JAREN_TERUG, startjaar + horizon - 1 + JAREN_NA
    return Tijdas(startjaar, horizon, min(prijspeilen | {eerste}), max(prijspeilen | {laatste}))
