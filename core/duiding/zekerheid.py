"""Zekerheid: how sure the figures of one outcome are, all in one drawing: bands, chances, and what decides most."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.duiding.bandbreedte import Bandbreedte, Perceel, bandbreedtes, kans_op_tekort, percelen, trek_alles
from core.duiding.bijdragen import begripnaam
from core.duiding.gevoeligheid import Tornado, tornado
from core.duiding.zinnen import kans
from core.getallen import toon
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import Plek


@dataclass(frozen=True)
class Zekerheid:
    """What can be said of the certainty of an outcome, with the draws it rests on.

    `kansen` is the chance of each tekort above zero by name and year, `torens` what decides most about a figure,
    `percelen` the volume that a tender may promise.
    """

    aantal: int
    zaad: int
    banden: tuple[Bandbreedte, ...]
    kansen: dict[tuple[str, int], float]
    torens: dict[Plek, Tornado]
    percelen: tuple[Perceel, ...]

    def band(self, naam: str, jaar: int) -> Bandbreedte | None:
        """The band of a figure in a year; None where it is not known."""
        return next((b for b in self.banden if b.plek == ((naam, ()), jaar)), None)

    def toren(self, naam: str, jaar: int) -> Tornado | None:
        """What decides most about a figure in a year; None where it is not known."""
        return self.torens.get(((naam, ()), jaar))

    def kanszin(self, naam: str, jaar: int) -> str:
        """The chance of a tekort in words; empty where it is not known."""
        hoe_groot = self.kansen.get((naam, jaar))
        return "" if hoe_groot is None else f"De kans op een {begripnaam(naam)} is in {jaar} {kans(hoe_groot)}."

    @property
    def trekkingzin(self) -> str:
        """How the bands were made, so that anyone can make them again."""
        return (
            f"Berekend met {toon(self.aantal)} trekkingen en zaad {self.zaad}. "
            "Hetzelfde plan geeft altijd dezelfde bandbreedte."
        )


def zekerheid(uitkomst: Uitkomst, tekorten: Iterable[str], ook: Iterable[str] = ()) -> Zekerheid:
    """Draw an outcome once, and read from it all that is uncertain.

    Args:
        uitkomst: of the plan.
        tekorten: the names of the figures of which the chance and the tornado are asked.
        ook: those of which only the tornado is asked.
    """
    namen, jaren = list(tekorten), uitkomst.tijdas.planjaren
    trekking = trek_alles(uitkomst)
    kansen = {(n, j): kans_op_tekort(trekking, n, j) for n in namen for j in jaren}
    return Zekerheid(
        trekking.aantal,
        trekking.zaad,
        tuple(bandbreedtes(uitkomst, trekking)),
        {plek: kans for plek, kans in kansen.items() if kans is not None},
        tornado(uitkomst, [((n, ()), j) for n in (*namen, *ook) for j in jaren]),
        tuple(percelen(uitkomst, trekking)),
    )
