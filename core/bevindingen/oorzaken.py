"""Why a figure is absent: down the steps of the calculation to the inputs that were left blank.

It follows the steps themselves, with the values they had, so it blames exactly what stood in the way: the
branch that was chosen, the years that were used, the method that leads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from core.regels import Uitkomst, rekenvolgorde
from core.rekenkunde.berekening import OP_GETALLEN, Plek, kies
from core.rekenkunde.regel import Rol
from core.rekenkunde.tijdas import Tijdas


@dataclass(frozen=True, slots=True)
class _Net:
    """The steps of a calendar by the place of their result, from a result to its ingredients."""

    stappen: list[tuple[str, tuple[int, ...]] | None]
    """None for what is no step: a leaf or a constant."""
    constanten: dict[int, float]
    plaatsen: list[int]
    haal: Callable[[Mapping[Plek, float]], tuple[Any, ...]]
    """The values of all figures, in the order of `plaatsen`."""
    ingangen: dict[int, Plek]
    """Places of the value of an input: there the search ends."""


@lru_cache(maxsize=16)
def _net(as_: Tijdas, namen: frozenset[str]) -> _Net:
    volgorde = rekenvolgorde(as_)
    lengte = 1 + max(*volgorde.plekken.values(), *(uit for _, _, uit in volgorde.stappen))
    stappen: list[tuple[str, tuple[int, ...]] | None] = [None] * lengte
    for verb, delen, uit in volgorde.stappen:
        stappen[uit] = verb, delen
    return _Net(
        stappen,
        dict(volgorde.constanten),
        list(volgorde.plekken.values()),
        itemgetter(*volgorde.plekken),
        {
            i: plek
            for plek, i in volgorde.plekken.items()
            if plek[0][0] in namen and volgorde.model[plek[0]].rol is Rol.REGEL
        },
    )


class Oorzaken:
    """The blank inputs behind absent figures of one outcome."""

    def __init__(self, uitkomst: Uitkomst) -> None:
        self._net = net = _net(uitkomst.tijdas, frozenset(uitkomst.catalogus.ingangen))
        self._plaats = rekenvolgorde(uitkomst.tijdas).plekken
        self._waarden: list[Any] = [None] * len(net.stappen)
        for i, waarde in zip(net.plaatsen, net.haal(uitkomst.waarden), strict=True):
            self._waarden[i] = waarde
        for i, waarde in net.constanten.items():
            self._waarden[i] = waarde
        self._bekend: dict[int, int] = {}
        self._ingangen: list[Plek] = []

    def van(self, plekken: Iterable[Plek]) -> list[Plek]:
        """The blank inputs (with their year) that make any of these figures absent."""
        masker = 0
        for plek in plekken:
            masker |= self._masker(self._plaats[plek])
        return [ingang for n, ingang in enumerate(self._ingangen) if masker >> n & 1]

    def _masker(self, begin: int) -> int:
        """The blank inputs as bits, each absent step seen once. Not recursive: people flow through 40 quarters."""
        bekend, schuldig, stapel = self._bekend, dict[int, Sequence[int]](), [begin]
        while stapel:
            i = stapel.pop()
            if i < 0:  # the ingredients of step ~i have been seen
                masker = 0
                for d in schuldig[~i]:
                    masker |= bekend[d]
                bekend[~i] = masker
            elif i not in bekend:
                if i in self._net.ingangen and self._waarden[i] != self._waarden[i]:
                    bekend[i] = 1 << len(self._ingangen)
                    self._ingangen.append(self._net.ingangen[i])
                elif nog := self._schuldig(i):
                    schuldig[i] = nog
                    stapel.append(~i)
                    stapel += nog
                else:
                    bekend[i] = 0
        return bekend[begin]

    def _schuldig(self, i: int) -> Sequence[int]:
        """The ingredients that make a step absent; none where it is known, or no step."""
        stap, waarde = self._net.stappen[i], self._waarde(i)
        if stap is None or waarde == waarde:
            return ()
        verb, delen = stap
        if verb == "als":
            return self._schuldig_als(*delen)
        if verb == "eerste":
            # What is particular comes first; the last option is the one that must be there.
            return [d for d in delen if d not in self._net.constanten][-1:]
        if verb in ("terug", "zoek"):
            return (self._opgezocht(verb, delen),)
        if verb[:5] == "keuze":
            return (kies(verb)(self._waarde(delen[0]), *delen[1:]),)
        waarden = self._waarden
        return [d for d in delen if (w := self._waarde(d) if waarden[d] is None else waarden[d]) != w]

    def _schuldig_als(self, positief: int, dan: int, anders: int) -> Sequence[int]:
        keus = self._waarde(positief)
        if keus == keus:
            return (dan if keus > 0 else anders,)
        # An als on an input asks for that input first; what lies behind it is needed as well.
        return (positief, dan) if positief in self._net.ingangen else (positief,)

    def _opgezocht(self, verb: str, delen: tuple[int, ...]) -> int:
        """What a look-up looked up; where it does not know where to look, the place itself."""
        plaats, *reeks = delen
        aantal = self._waarde(plaats)
        waar = int(aantal) if 0 <= aantal < len(reeks) else None
        return plaats if waar is None else reeks[len(reeks) - 1 - waar if verb == "terug" else waar]

    def _waarde(self, i: int) -> Any:
        """The value of any step: of a figure from the outcome, of what lies between by doing the step again."""
        waarde = self._waarden[i]
        if waarde is None:
            stap = self._net.stappen[i]
            assert stap is not None
            verb, delen = stap
            doe = kies(verb) if verb.startswith("keuze") else OP_GETALLEN[verb]
            waarde = self._waarden[i] = doe(*(self._waarde(d) for d in delen))
        return waarde
