"""One sheet of someone else's file: its cells as they stand there, and what of it is hidden or merged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from core.overname.schaal import Schaal
from core.plan import Bevinding
from core.werkboek.cellen import plaats

Plek = tuple[int, int]
"""Row and column, counted from 0."""


@dataclass(frozen=True)
class Cel:
    """What stands in a cell: the value, the number format, and whether a formula made it.

    `bewerkt`: some of it is struck out or raised, so that a reader sees another text than the one that is stored.
    A formula without a stored result has the value None; other cells always have one.
    """

    waarde: object
    opmaak: str = "General"
    formule: bool = False
    bewerkt: bool = False

    @cached_property
    def tekst(self) -> str:
        """The text in it, with plain spaces; empty for what is no text."""
        return " ".join(self.waarde.split()) if isinstance(self.waarde, str) else ""


@dataclass(frozen=True, slots=True)
class Gebied:
    """Merged cells: the value stands in the first one."""

    boven: int
    links: int
    onder: int
    rechts: int


@dataclass(frozen=True)
class Vel:
    """A sheet. Rows and columns are counted from 0.

    `rondom` is what notes, boxes and the head and foot of the page say about the size of numbers: their texts are not
    kept.
    """

    naam: str
    cellen: Mapping[Plek, Cel]
    verborgen: bool = False
    verborgen_rijen: frozenset[int] = frozenset()
    verborgen_kolommen: frozenset[int] = frozenset()
    samengevoegd: tuple[Gebied, ...] = field(default=())
    rondom: tuple[Schaal, ...] = ()

    def plaats(self, rij: int, kolom: int) -> str:
        """A cell as people write it: blad Begroting, cel D14."""
        return plaats((self.naam, rij, kolom))

    def cel(self, rij: int, kolom: int) -> Cel | None:
        """What stands in a cell; None when it is empty."""
        return self.cellen.get((rij, kolom))

    def gedekt(self, rij: int, kolom: int) -> Cel | None:
        """What a reader sees at a place: the cell itself, or the merged cell that covers it."""
        gebied = self.gebied(rij, kolom)
        return self.cellen.get((gebied.boven, gebied.links) if gebied else (rij, kolom))

    def gebied(self, rij: int, kolom: int) -> Gebied | None:
        """The merged cells to which a place belongs."""
        return self._gebieden.get((rij, kolom))

    def gedekte_kolommen(self, rij: int) -> dict[int, Gebied]:
        """The columns of a row that lie in merged cells."""
        return self._gebieden_per_rij.get(rij, {})

    def kolommen_van(self, rij: int) -> list[int]:
        """The filled columns of a row."""
        return self._per_rij.get(rij, [])

    @property
    def hoogte(self) -> int:
        """One more than the last filled row."""
        return 1 + max((rij for rij, _ in self.cellen), default=-1)

    def teksten(self) -> Iterator[tuple[Plek, str]]:
        """Every text with its place, in reading order."""
        return ((plek, cel.tekst) for plek, cel in sorted(self.cellen.items()) if cel.tekst)

    def gedraaid(self) -> Vel:
        """The sheet with its rows as columns."""
        return Vel(
            self.naam,
            {(k, r): cel for (r, k), cel in self.cellen.items()},
            self.verborgen,
            self.verborgen_kolommen,
            self.verborgen_rijen,
            tuple(Gebied(g.links, g.boven, g.rechts, g.onder) for g in self.samengevoegd),
            self.rondom,
        )

    @cached_property
    def _per_rij(self) -> dict[int, list[int]]:
        rijen: dict[int, list[int]] = {}
        for rij, kolom in sorted(self.cellen):
            rijen.setdefault(rij, []).append(kolom)
        return rijen

    @cached_property
    def _gebieden(self) -> dict[Plek, Gebied]:
        return {(rij, k): g for rij, gedekt in self._gebieden_per_rij.items() for k, g in gedekt.items()}

    @cached_property
    def _gebieden_per_rij(self) -> dict[int, dict[int, Gebied]]:
        rijen: dict[int, dict[int, Gebied]] = {}
        for g in self.samengevoegd:
            for rij in range(g.boven, g.onder + 1):
                rijen.setdefault(rij, {}).update(dict.fromkeys(range(g.links, g.rechts + 1), g))
        return rijen


@dataclass(frozen=True)
class Bestand:
    """A file that was opened: its sheets without persons, and what was found on the way.

    `kopie` is a clean workbook (empty for a csv) and is only there when nothing in the file was refused.
    `komma_vraag`: nothing was read; somebody has to say first whether the commas separate the columns.
    """

    naam: str
    vellen: tuple[Vel, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    kopie: bytes | None = None
    komma_vraag: bool = False
