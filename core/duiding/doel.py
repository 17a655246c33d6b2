"""A target: a figure in a year that must stay under a bound, or come above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from core.duiding.zinnen import aantal
from core.getallen import GetalFout, lees_getal, toon_euro
from core.plan import Plan
from core.plan.waardelezer import naaste
from core.regels.uitkomst import jaargrootheden
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import Grootheid

_DOEL = re.compile(r"\s*(\S+)\s+(\d{4})\s*(<=|≤|>=|≥)\s*(.+)", re.DOTALL)


class DoelFout(ValueError):
    """A target cannot be understood; the message says so in Dutch."""


@dataclass(frozen=True)
class Doel:
    """A figure in a year that may be at most (or, `minstens`, at least) `grens`."""

    grootheid: Grootheid
    jaar: int
    grens: float
    minstens: bool = False

    @property
    def plek(self) -> Plek:
        """Where the figure stands."""
        return self.grootheid.id, self.jaar

    def gehaald(self, waarde: float | None) -> bool:
        """Whether a value meets it; what is not known does not."""
        if waarde is None or waarde != waarde:
            return False
        return waarde >= self.grens if self.minstens else waarde <= self.grens

    @property
    def zin(self) -> str:
        """The target in words."""
        hoe = "minstens" if self.minstens else "hoogstens"
        return f"{self.grootheid.label} in {self.jaar}: {hoe} {self.toon(self.grens)}"

    def toon(self, waarde: float) -> str:
        """A value in the unit of the target."""
        eenheid = self.grootheid.eenheid.naam
        if eenheid.startswith("euro"):
            return f"{toon_euro(waarde)}{eenheid.removeprefix('euro')}"
        return aantal(waarde, eenheid, 2)


def lees_doel(tekst: str, plan: Plan) -> Doel:
    """Read `tekort_structureel 2028 ≤ 50.000`.

    Raises:
        DoelFout: it cannot be read, or names a figure or a year that the plan does not have.
    """
    gevonden = _DOEL.fullmatch(tekst)
    if gevonden is None:
        raise DoelFout('Schrijf een doel zo: "tekort_structureel 2028 <= 50.000".')
    naam, jaar, teken, grens = gevonden.groups()
    namen = {g.volledige_naam: g for g in jaargrootheden()}
    if naam not in namen:
        raise DoelFout(f"Dit cijfer bestaat niet: {naam}.{naaste(naam, namen)}")
    if int(jaar) not in plan.planjaren:
        raise DoelFout(f"{jaar} is geen jaar van dit plan. Kies {plan.planjaren[0]} tot en met {plan.planjaren[-1]}.")
    if naam.startswith("tekort") and teken in (">=", "≥"):
        raise DoelFout("Een tekort houdt u onder een grens. Schrijf <= in plaats van >=.")
    try:
        return Doel(namen[naam], int(jaar), lees_getal(grens), teken in (">=", "≥"))
    except GetalFout as fout:
        raise DoelFout(f"{fout}.") from None
