"""From a plan file of any older version to plain data of the present one, step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.plan.plan import FORMAAT, VERSIE

Gegevens = dict[str, Any]
Stap = Callable[[Gegevens], Gegevens]


class VersieFout(ValueError):
    """The data is no plan, or of a version that cannot be read; says where and what to do, in Dutch."""

    def __init__(self, plaats: str, tekst: str) -> None:
        super().__init__(tekst)
        self.plaats = plaats
        self.tekst = tekst


class Stappen:
    """The upgrade steps by the version they start from: `@stappen.van(1)` goes from version 1 to 2."""

    def __init__(self) -> None:
        self._stappen: dict[int, Stap] = {}

    def van(self, versie: int) -> Callable[[Stap], Stap]:
        """Register the step from a version to the next.

        Raises:
            ValueError: that version already has a step.
        """

        def registreer(stap: Stap) -> Stap:
            if versie in self._stappen:
                raise ValueError(f"version {versie} has two steps")
            self._stappen[versie] = stap
            return stap

        return registreer

    def __getitem__(self, versie: int) -> Stap:
        return self._stappen[versie]


STAPPEN = Stappen()
"""The steps of this program. Version 1 is the first, so there are none yet."""


def opwaarderen(gegevens: Any, stappen: Stappen = STAPPEN, doel: int = VERSIE) -> Gegevens:
    """The same plan as plain data of version `doel`; what was given stays as it was.

    Raises:
        VersieFout: it is no plan, its version is missing or no whole number, or it is newer than this program.
    """
    if not isinstance(gegevens, dict) or gegevens.get("formaat") != FORMAAT:
        raise VersieFout("formaat", f'Dit is geen planbestand: "formaat" is niet "{FORMAAT}". Kies een ander bestand.')
    versie = gegevens.get("versie")
    if type(versie) is not int or versie < 1:
        raise VersieFout(
            "versie",
            f'In het bestand staat geen geldige versie. Zet er "versie": {doel} in, of kies een ander bestand.',
        )
    if versie > doel:
        raise VersieFout(
            "versie",
            f"Dit plan is gemaakt met een nieuwere versie van de planner (versie {versie}). "
            "Installeer de nieuwste planner en open het plan opnieuw.",
        )
    for stand in range(versie, doel):
        gegevens = {**stappen[stand](dict(gegevens)), "versie": stand + 1}
    return dict(gegevens)
