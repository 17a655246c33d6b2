"""From the place of a finding to the page and the field where the user can act, and to words.

Findings name their place in two ways: as a name in the plan data (`trajectprijs B1 2027`, `gemeente, naam`) or
as the label of an input or figure (`Caseload per fte`). Both are understood.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.catalogus import Catalogus


GEMEENTE = "gemeente"
"""The first page: what belongs to the gemeente and the plan as a whole."""

GEMEENTEVELDEN = {
    "gemeente, naam": "Naam van de gemeente",
    "startjaar": "Eerste jaar van het plan",
    "horizon": "Aantal jaren",
    "gemeente, cbs_code": "Gemeentecode van het CBS",
    "gemeente, inwonertal": "Aantal inwoners",
    "maatregelen": "Aangekondigde korting op de SPUK",
}

_BIJ_FIGUUR = {
    "Consulentkosten": "methode",
    "Wachttijd": "fte_beschikbaar",
    "SPUK-bedragen": "spuk_a",
    "Plafond van de reserve": "reservering_b",
    "Contractwaarde met opties": "drempel",
    "Uitvoeringskosten per persoonsjaar begeleiding": "methode",
}
"""For a finding about a figure: the input with which the user can do most about it."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where something is the matter.

    `naam` is that of the row on the page, `groep` and `rest` (a year, a route) lead to the field in it.
    """

    onderwerp: str
    naam: str
    groep: str
    rest: str
    tekst: str


@lru_cache(maxsize=512)
def _vind(plaats: str, namen: _Namen) -> Plaats:
    from core.rekenkunde.regel import NAMEN, met_sleutel

    if plaats.startswith("herkomst, "):
        return _vind(plaats.removeprefix("herkomst, "), namen)
    if plaats.startswith("scenario ") and ", " in plaats:
        scenario, _, rest = plaats.rpartition(", ")
        gevonden = _vind(rest, namen)
        return replace(gevonden, tekst=f"{gevonden.tekst} ({scenario})")
    if plaats in GEMEENTEVELDEN:
        return Plaats(GEMEENTE, plaats, "", "", GEMEENTEVELDEN[plaats])
    for begin, (naam, groep) in namen.op_lengte:
        rest = plaats[len(begin) :]
        if plaats.startswith(begin) and (not rest or rest[0] in " ,"):
            ingang = namen.catalogus[naam]
            delen = tuple(NAMEN.get(deel, deel) for deel in rest.strip(" ,").split(" ") if deel)
            label = met_sleutel(ingang.label, ((groep,) if groep else ()))
            tekst = plaats if begin in _BIJ_FIGUUR else ", ".join((label, *delen))
            return Plaats(ingang.onderwerp, naam, groep, rest.strip(" ,"), tekst)
    onderwerp = GEMEENTE if plaats.startswith((GEMEENTE, "maatregel")) else ""
    return Plaats(onderwerp, plaats, "", "", plaats[:1].upper() + plaats[1:])


class _Namen:
    """All ways in which an input can be named, the longest first."""

    def __init__(self, catalogus: Catalogus) -> None:
        from core.rekenkunde.regel import GROEPEN, met_sleutel

        self.catalogus = catalogus
        namen: dict[str, tuple[str, str]] = {}
        for ingang in catalogus.invoer:
            for groep in ("", *(GROEPEN if ingang.groepen else ())):
                namen[met_sleutel(ingang.label, (groep,) if groep else ())] = ingang.naam, groep
                namen[f"{ingang.naam}_{groep}" if groep else ingang.naam] = ingang.naam, groep
        namen |= {figuur: (naam, "") for figuur, naam in _BIJ_FIGUUR.items() if naam in catalogus.ingangen}
        self.op_lengte = sorted(namen.items(), key=lambda paar: -len(paar[0]))


_per_catalogus: dict[int, _Namen] = {}


def vind(plaats: str, catalogus: Catalogus) -> Plaats:
    """Where a place is, and how people read it: `Instroom, asielstatushouders, 2027`."""
    namen = _per_catalogus.get(id(catalogus))
    if namen is None or namen.catalogus is not catalogus:
        namen = _per_catalogus[id(catalogus)] = _Namen(catalogus)
    return _vind(plaats, namen)
