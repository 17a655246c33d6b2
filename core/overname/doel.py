"""Where a row of someone else's table can go: the inputs of a plan that take one number, or one per year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import leden, plannaam, vaklabel, vaknaam
from core.rekenkunde.regel import ROUTES

_GETAL, _RIJ = (Vorm.GETAL,), (Vorm.PER_JAAR, Vorm.BEDRAG, Vorm.COHORTEN)


@dataclass(frozen=True, slots=True)
class Doel:
    """An input, or the part of it for one leerroute. `naam` is how it is chosen, `plannaam` its name in a plan."""

    naam: str
    plannaam: str
    label: str
    ingang: Ingang
    route: str = ""

    @property
    def per_jaar(self) -> bool:
        """Whether it takes a number per year."""
        return self.ingang.vorm in (*_RIJ, Vorm.ROUTEBEDRAGEN)

    @property
    def halfjaren(self) -> bool:
        """Whether it takes two numbers per year: the taakstelling."""
        return self.ingang.vorm is Vorm.HALFJAREN


@lru_cache(maxsize=4)
def doelen(catalogus: Catalogus) -> dict[str, Doel]:
    """All of them by name. Shares that have to be complete (leerroutemix, kwartalen) are filled in by hand."""
    gevonden: dict[str, Doel] = {}
    for ingang in catalogus.invoer:
        wie = [(), *leden(ingang)] if ingang.groepen == "beide" else leden(ingang)
        for lid in dict.fromkeys(wie):
            naam = plannaam(ingang, lid or ("beide",)) if ingang.groepen else ingang.naam
            if ingang.vorm in (*_GETAL, *_RIJ, Vorm.HALFJAREN):
                gevonden[naam] = Doel(naam, naam, vaklabel(ingang, lid), ingang)
            elif ingang.vorm is Vorm.ROUTEBEDRAGEN:
                for route in ROUTES:
                    van_route = vaknaam(naam, (route,))
                    gevonden[van_route] = Doel(van_route, naam, vaklabel(ingang, (*lid, route)), ingang, route)
    return gevonden
