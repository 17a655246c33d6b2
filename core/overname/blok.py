"""A table in someone else's file: its columns with years, its rows with labels, and the cell of each value.

A block is a reading of the sheet and nothing more: no value has been interpreted yet, nothing belongs to an input.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.overname.jaarkop import Aard, Jaarkop
from core.overname.schaal import Schaal
from core.overname.vel import Cel, Plek, Vel
from core.plan import Bevinding

_TOTAAL = re.compile(r"\b(?:sub|eind)?tota(?:al|le|len)\b|\bsaldo\b|\bsom\b|\bbij elkaar\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column with a year; `waar` is how people find it, `tekst` its heading as it stands there."""

    kop: Jaarkop
    tekst: str
    waar: str
    verborgen: bool = False
    schalen: tuple[Schaal, ...] = ()


@dataclass(frozen=True, slots=True)
class Rij:
    """A row with values. `sleutel` knows it again next year: the same words, the same key, and no words are kept."""

    label: str
    groep: str
    waar: str
    schalen: tuple[Schaal, ...] = ()
    verborgen: bool = False

    @property
    def volledig(self) -> str:
        """The label, after the heading of its group."""
        return f"{self.groep} | {self.label}" if self.groep else self.label

    @property
    def totaal(self) -> bool:
        """Whether it says that it is a sum of other rows."""
        return _TOTAAL.search(self.label) is not None

    @property
    def sleutel(self) -> str:
        """What stands for this row in a remembered mapping."""
        return sleutel_van((self.groep, self.label, *_malen(self.schalen)))


@dataclass(frozen=True)
class Blok:
    """A table: `plekken` gives the cell of row i and column j. `bevindingen` says what in it is not read, or asks."""

    bestand: str
    vel: Vel
    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    plekken: Mapping[tuple[int, int], Plek]
    schalen: tuple[Schaal, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    koppen: tuple[str, ...] = ()

    def cel(self, rij: int, kolom: int) -> Cel | None:
        """What stands in row i and column j."""
        plek = self.plekken.get((rij, kolom))
        return None if plek is None else self.vel.cel(*plek)

    def plaats(self, rij: int, kolom: int) -> str:
        """The cell of row i and column j, as people write it."""
        return self.vel.plaats(*self.plekken[rij, kolom])

    @property
    def naam(self) -> str:
        """How people find the table: its sheet and its first value."""
        return self.vel.plaats(*min(self.plekken.values(), default=(0, 0)))

    @cached_property
    def vorm(self) -> str:
        """The shape of the headings, by which a remembered mapping knows the table again; there is no data in it."""
        soorten = sorted({f"{k.kop.aard.value}:{k.kop.soort}" for k in self.kolommen})
        return sleutel_van((self.vel.naam, *self.koppen, *soorten, *_malen(self.schalen)))

    def rij_van(self, sleutel: str) -> list[int]:
        """The rows with a key; more than one where labels are the same."""
        return [i for i, rij in enumerate(self.rijen) if rij.sleutel == sleutel]

    def dubbele_jaren(self, kolommen: Iterable[int]) -> list[int]:
        """The years (or half-years) that stand more than once above these columns."""
        koppen = Counter((self.kolommen[j].kop.jaar, self.kolommen[j].kop.aard) for j in kolommen)
        return sorted({jaar for (jaar, _), aantal in koppen.items() if aantal > 1})

    @property
    def raad_bij_dubbel(self) -> str:
        """What to do where a year stands more than once."""
        if len({k.kop.soort for k in self.kolommen}) == 1:
            return "Geef elk van die kolommen in het bestand een eigen kop"
        return "Kies welke kolommen u bedoelt"

    def kolommen_met(self, soorten: tuple[str, ...]) -> list[int]:
        """The columns whose value may be read: all clear ones, or those whose heading was chosen."""
        lees = (Aard.JAAR, Aard.HELFT_1, Aard.HELFT_2)
        return [
            j
            for j, k in enumerate(self.kolommen)
            if (k.kop.soort in soorten and k.kop.aard is not Aard.DEEL if soorten else k.kop.aard in lees)
        ]


def _malen(schalen: Iterable[Schaal]) -> list[str]:
    """What is said about the size of numbers is part of a shape: euros must not be read as thousands a year later."""
    return sorted({s.woorden if s.ongewoon else f"x {s.maal:g}" for s in schalen})


def sleutel_van(woorden: Iterable[str]) -> str:
    """A key of words: the same whatever capitals, spaces or year they are written with."""
    kaal = "|".join(re.sub(r"\b20\d\d\b|[\W_]+", " ", w.lower()).strip() for w in woorden)
    return hashlib.sha256(kaal.encode()).hexdigest()[:16]
