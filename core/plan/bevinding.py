"""A finding about what was filled in: a value with a place, never an exception."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Ernst(Enum):
    """How bad it is: with a FOUT there is no outcome."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    LET_OP = "let op"


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What is the matter (`tekst`, with its remedy), where (`plaats`) and how bad."""

    ernst: Ernst
    plaats: str
    tekst: str

    def __str__(self) -> str:
        return f"{self.ernst.value}: {self.plaats}: {self.tekst}"


def fouten(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Those that stand in the way of an outcome."""
    return [b for b in bevindingen if b.ernst is Ernst.FOUT]
