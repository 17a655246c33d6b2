"""What every check looks at: the plan beside its outcome, and the words for years, lists and labels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from core.catalogus import Catalogus
from core.plan import Bevinding, PerJaar, Plan, Waarde
from core.regels import Uitkomst
from core.rekenkunde.regel import met_sleutel


@dataclass(frozen=True, slots=True)
class Beeld:
    """A plan and its outcome, with the questions that checks ask of them."""

    uitkomst: Uitkomst

    @property
    def plan(self) -> Plan:
        """The plan (of a scenario: already merged)."""
        return self.uitkomst.plan

    @property
    def catalogus(self) -> Catalogus:
        """The catalogue it was computed with."""
        return self.uitkomst.catalogus

    @property
    def planjaren(self) -> range:
        """The plan years."""
        return self.uitkomst.plan.planjaren

    def waarde(self, naam: str, *sleutel: str, moment: int | None = None) -> float | None:
        """A figure of the outcome; None where it cannot be computed."""
        return self.uitkomst.waarde(naam, *sleutel, moment=moment)

    def afspraak(self, naam: str) -> float:
        """A constant of the calculation."""
        return self.catalogus[naam].kengetallen[0].punt

    def opgave(self, naam: str, groep: str = "") -> Waarde | None:
        """What the gemeente filled in under this name, for the group (or for both, where none is named)."""
        return self.plan.invoer.get(f"{naam}_{groep}" if groep else naam)

    def ingevuld(self, naam: str, groep: str = "", jaar: int | None = None) -> bool:
        """Whether anything was filled in (for a year), for the group itself or for both groups."""
        namen = (f"{naam}_{groep}", naam) if groep else (naam,)
        return any(_geldt_in(self.plan.invoer.get(n), jaar) for n in namen)

    def open_jaren(self, naam: str, groep: str = "") -> list[int]:
        """The plan years for which nothing was filled in."""
        return [j for j in self.planjaren if not self.ingevuld(naam, groep, j)]

    def label(self, naam: str, groep: str = "") -> str:
        """How an input is called on screen."""
        return met_sleutel(self.catalogus[naam].label, (groep,) if groep else ())


Controle = Callable[[Beeld], Iterator[Bevinding]]


def _geldt_in(waarde: Waarde | None, jaar: int | None) -> bool:
    if isinstance(waarde, PerJaar) and jaar is not None:
        return any(j == jaar for j, _ in waarde.waarden)
    return waarde is not None


def opsomming(delen: Iterable[str]) -> str:
    """`a, b en c`."""
    *voor, laatste = delen
    return f"{', '.join(voor)} en {laatste}" if voor else laatste


def jaartallen(jaren: Iterable[int]) -> str:
    """`2027, 2029 tot en met 2031 en 2033`; two years in a row are just named."""
    reeksen: list[list[int]] = []
    for jaar in sorted(jaren):
        if reeksen and reeksen[-1][-1] == jaar - 1:
            reeksen[-1].append(jaar)
        else:
            reeksen.append([jaar])
    delen: list[str] = []
    for reeks in reeksen:
        delen += [f"{reeks[0]} tot en met {reeks[-1]}"] if len(reeks) > 2 else [str(j) for j in reeks]
    return opsomming(delen)
