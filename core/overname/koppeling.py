"""Where a row can go, which row of a table goes where, and what of that is remembered for a next file of that shape.

A row goes to an input that takes one number, or one per year; a person chooses. What is remembered are keys of headings
and labels (see `sleutel_van`), names of inputs and choices: no words and no numbers of the file itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import leden, plannaam, vaklabel, vaknaam
from core.overname.notatie import Notatie
from core.overname.schaal import MALEN
from core.plan import Bevinding, Ernst
from core.plan.waardelezer import kort, naaste
from core.rekenkunde.regel import ROUTES

FORMAAT, VERSIE = "inburgeringskoppeling", 1
_PER_JAAR = (Vorm.PER_JAAR, Vorm.BEDRAG, Vorm.COHORTEN)


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
        return self.ingang.vorm in (*_PER_JAAR, Vorm.ROUTEBEDRAGEN)

    @property
    def halfjaren(self) -> bool:
        """Whether it takes two numbers per year: the taakstelling."""
        return self.ingang.vorm is Vorm.HALFJAREN


@lru_cache(maxsize=4)
def doelen(catalogus: Catalogus) -> dict[str, Doel]:
    """What a row can be for, by name. Not the shares that are complete together: leerroutemix, kwartalen."""
    gevonden: dict[str, Doel] = {}
    for ingang in catalogus.invoer:
        wie = [(), *leden(ingang)] if ingang.groepen == "beide" else leden(ingang)
        for lid in dict.fromkeys(wie):
            naam = plannaam(ingang, lid or ("beide",)) if ingang.groepen else ingang.naam
            if ingang.vorm in (Vorm.GETAL, *_PER_JAAR, Vorm.HALFJAREN):
                gevonden[naam] = Doel(naam, naam, vaklabel(ingang, lid), ingang)
            elif ingang.vorm is Vorm.ROUTEBEDRAGEN:
                for route in ROUTES:
                    van_route = vaknaam(naam, (route,))
                    gevonden[van_route] = Doel(van_route, naam, vaklabel(ingang, (*lid, route)), ingang, route)
    return gevonden


@dataclass(frozen=True, slots=True)
class Rijkoppeling:
    """One row (by its key) to one input. `maal` is what its numbers are multiplied with; None: nothing was said.

    `jaar` picks the one year of which the number is meant, for an input that takes one number. It is not remembered:
    the file of next year has other years.
    """

    rij: str
    doel: str
    maal: float | None = None
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class Koppeling:
    """All choices for a table of one shape.

    Args:
        vorm: the shape of the table (`Blok.vorm`).
        rijen: the rows that are taken over.
        notatie: how numbers written as text are meant, where that is not clear.
        soorten: the headings (without their year) that are meant; empty: all that are clear.
        gewoon: the numbers are plain ones of whole years, whatever the file says (`Schaal.ongewoon`).
    """

    vorm: str
    rijen: tuple[Rijkoppeling, ...] = ()
    notatie: Notatie | None = None
    soorten: tuple[str, ...] = ()
    gewoon: bool = False

    def met(self, **keuzes: Any) -> Koppeling:
        """The same with other choices."""
        return replace(self, **keuzes)


def als_json(koppeling: Koppeling) -> str:
    """The document in which the choices are kept."""
    gegevens = {
        "formaat": FORMAAT,
        "versie": VERSIE,
        "vorm": koppeling.vorm,
        "notatie": koppeling.notatie.value if koppeling.notatie else None,
        "soorten": list(koppeling.soorten),
        "gewoon": koppeling.gewoon,
        "rijen": [{"rij": r.rij, "doel": r.doel, "maal": r.maal} for r in koppeling.rijen],
    }
    return json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n"


def uit_json(tekst: str, catalogus: Catalogus) -> tuple[Koppeling | None, list[Bevinding]]:
    """The choices in a document; rows to inputs that no longer exist are named and left out."""
    try:
        gegevens = json.loads(tekst)
    except (ValueError, RecursionError):
        gegevens = None
    if not isinstance(gegevens, dict) or (gegevens.get("formaat"), gegevens.get("versie")) != (FORMAAT, VERSIE):
        zin = "Dit is geen koppeling van de planner. Kies een ander bestand of koppel de rijen opnieuw."
        return None, [Bevinding(Ernst.FOUT, "koppeling", zin)]
    bevindingen: list[Bevinding] = []
    rijen = [_rij(r, catalogus, bevindingen) for r in _lijst(gegevens.get("rijen"))]
    notatie = next((n for n in Notatie if n.value == gegevens.get("notatie")), None)
    soorten = tuple(s for s in _lijst(gegevens.get("soorten")) if isinstance(s, str))
    gewoon = gegevens.get("gewoon") is True
    vorm = str(gegevens.get("vorm", ""))
    return Koppeling(vorm, tuple(r for r in rijen if r), notatie, soorten, gewoon), bevindingen


def _lijst(waarde: Any) -> list[Any]:
    return waarde if isinstance(waarde, list) else []


def _rij(ruw: Any, catalogus: Catalogus, bevindingen: list[Bevinding]) -> Rijkoppeling | None:
    velden: Mapping[str, Any] = ruw if isinstance(ruw, dict) else {}
    rij, doel, maal = (velden.get(v) for v in ("rij", "doel", "maal"))
    if not isinstance(rij, str) or not isinstance(doel, str) or doel not in doelen(catalogus):
        zin = f"Het gegeven {kort(doel)} bestaat niet.{naaste(str(doel), doelen(catalogus))}"
        bevindingen.append(Bevinding(Ernst.WAARSCHUWING, "koppeling", zin))
        return None
    return Rijkoppeling(rij, doel, float(maal) if maal in MALEN and not isinstance(maal, bool) else None)
