"""The shapes a value of the plan can have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from core.getallen import Bereik

Punt = float | Bereik
"""A number or a range."""


@dataclass(frozen=True, slots=True)
class PerJaar:
    """A value per calendar year, ascending. For the taakstelling a year holds two half-years."""

    waarden: tuple[tuple[int, Punt | tuple[float, ...]], ...]


@dataclass(frozen=True, slots=True)
class Bedrag:
    """An amount in prices of a year of its own."""

    bedrag: Punt
    prijspeil: int


@dataclass(frozen=True, slots=True)
class Routes:
    """A value per leerroute."""

    waarden: tuple[tuple[str, Union[Punt, PerJaar, Bedrag]], ...]


Waarde = Union[float, Bereik, PerJaar, Bedrag, Routes, tuple[float, ...], str, bool]
