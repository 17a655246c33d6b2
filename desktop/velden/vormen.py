"""The shapes of a value as cells to type in: which there are, and how they are read from and put in plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogus import Ingang, Vorm
from core.catalogus.vakken import ALLEEN_RIJ, elementen
from core.rekenkunde.regel import NAMEN, ROUTES
from desktop.velden.getaltekst import AANDEEL, JAARTAL, Ruw

BEDRAG, PRIJSPEIL = "bedrag", "prijspeil"
Celsleutel = tuple[str | int, ...]

_HALFJAREN = ("1e halfjaar", "2e halfjaar")
_DELEN = {Vorm.KWARTAALAANDELEN: "{}e kwartaal", Vorm.RITME: "{}e jaar"}


@dataclass(frozen=True, slots=True)
class Cel:
    """One field: where its value lies within the value of a name, and what stands before and above it."""

    sleutel: Celsleutel
    lijn: str = ""
    kolom: str = ""

    @property
    def jaar(self) -> int | None:
        """The year it is for, if it is for one."""
        jaren = [int(s) for s in self.sleutel if isinstance(s, str) and s.isdigit()]
        return jaren[0] if jaren else None

    @property
    def route(self) -> str:
        """The leerroute it is for, or nothing."""
        return next((s for s in self.sleutel if s in ROUTES and isinstance(s, str)), "")

    @property
    def onderdeel(self) -> str:
        """The number of the part it is for, as the calculation counts (from 1), or nothing."""
        return next((str(s + 1) for s in self.sleutel if isinstance(s, int)), "")

    @property
    def is_prijspeil(self) -> bool:
        """Whether it holds the year of the prices, not the amount."""
        return PRIJSPEIL in self.sleutel

    def eenheid(self, ingang: Ingang) -> str:
        """The unit of what is typed here."""
        return JAARTAL if self.is_prijspeil else ingang.eenheid.naam

    @property
    def naam(self) -> str:
        """What distinguishes it from the other cells of its input."""
        return ", ".join(deel for deel in (self.lijn, self.kolom) if deel)


def is_bedrag(ruw: Ruw) -> bool:
    """Whether it is an amount with a price level of its own."""
    return isinstance(ruw, dict) and BEDRAG in ruw


def is_rij(ruw: Ruw) -> bool:
    """Whether it is a value per year."""
    return isinstance(ruw, dict) and bool(ruw) and all(str(k).isdigit() for k in ruw)


def is_per_jaar(ingang: Ingang, ruw: Ruw) -> bool:
    """Whether a value is given per year; for a blank one, whether that is how it is usually given."""
    if ingang.vorm in ALLEEN_RIJ:
        return True
    if ruw is None:
        per_jaar_bekend = any(k.vanaf or k.tot for k in ingang.kengetallen)
        vrij = ingang.eenheid.naam != AANDEEL or per_jaar_bekend
        return ingang.vorm is Vorm.PER_JAAR and ingang.standaard is None and vrij
    return is_rij(ruw) or (isinstance(ruw, dict) and any(is_rij(w) for w in ruw.values()))


def jaren_van(ruw: Ruw, venster: Iterable[int]) -> list[int]:
    """The years of the window, and those that stand in the value: nothing is hidden."""
    rijen = [ruw, *(ruw.values() if isinstance(ruw, dict) else ())]
    eigen = {int(k) for rij in rijen if is_rij(rij) for k in rij}
    return sorted(eigen | set(venster))


def cellen(ingang: Ingang, ruw: Ruw, jaren: list[int], *, per_jaar: bool) -> list[list[Cel]]:
    """The lines of fields of one value."""
    match ingang.vorm:
        case Vorm.HALFJAREN:
            return [[Cel((str(j), i), lijn, str(j)) for j in jaren] for i, lijn in enumerate(_HALFJAREN)]
        case Vorm.KWARTAALAANDELEN | Vorm.RITME:
            delen = [e for (e,) in elementen(ingang)]
            return [[Cel((i,), "", _DELEN[ingang.vorm].format(e)) for i, e in enumerate(delen)]]
        case Vorm.ROUTEAANDELEN | Vorm.ROUTEGETALLEN:
            return [[Cel((r,), "", NAMEN[r]) for r in ROUTES]]
        case Vorm.ROUTEBEDRAGEN if per_jaar:
            return [lijn for r in ROUTES for lijn in _route_per_jaar(ingang, r, ruw, jaren)]
        case Vorm.ROUTEBEDRAGEN:
            return [[Cel((r, *deel), _peilkop(deel), NAMEN[r]) for r in ROUTES] for deel in _bedragdelen(ingang)]
        case _ if per_jaar:
            return [_jaarcellen((), "", jaren)]
        case _:
            return [[Cel(deel, "", "in prijzen van" if _is_peil(deel) else "") for deel in _bedragdelen(ingang)]]


def _route_per_jaar(ingang: Ingang, route: str, ruw: Ruw, jaren: list[int]) -> list[list[Cel]]:
    van_route = ruw.get(route) if isinstance(ruw, dict) else None
    if van_route is None or is_rij(van_route):
        return [_jaarcellen((route,), NAMEN[route], jaren)]
    return [[Cel((route, *deel), NAMEN[route], _peilkop(deel)) for deel in _bedragdelen(ingang)]]


def _jaarcellen(vooraf: Celsleutel, lijn: str, jaren: list[int]) -> list[Cel]:
    return [Cel((*vooraf, str(j)), lijn, str(j)) for j in jaren]


def _bedragdelen(ingang: Ingang) -> list[Celsleutel]:
    return [(BEDRAG,), (PRIJSPEIL,)] if ingang.geindexeerd else [()]


def _is_peil(deel: Celsleutel) -> bool:
    return deel == (PRIJSPEIL,)


def _peilkop(deel: Celsleutel) -> str:
    return "in prijzen van" if _is_peil(deel) else ""


# --- reading and putting -----------------------------------------------------------------------------------


def haal(ruw: Ruw, sleutel: Celsleutel) -> Ruw:
    """The value of one cell; None where it is blank."""
    for deel in sleutel:
        if deel == BEDRAG:
            ruw = ruw[BEDRAG] if is_bedrag(ruw) else None if isinstance(ruw, dict) else ruw
        elif isinstance(deel, int):
            ruw = ruw[deel] if isinstance(ruw, list) and deel < len(ruw) else None
        else:
            ruw = ruw.get(deel) if isinstance(ruw, dict) else None
    return None if isinstance(ruw, dict | list) else ruw


def zet(ruw: Ruw, sleutel: Celsleutel, waarde: Ruw) -> Ruw:
    """The value with one cell changed; None when nothing is left. The old value is not touched."""
    if not sleutel:
        return waarde
    deel, rest = sleutel[0], sleutel[1:]
    if deel == BEDRAG:
        return {**ruw, BEDRAG: waarde} if is_bedrag(ruw) and waarde is not None else waarde
    if deel == PRIJSPEIL:
        bedrag = haal(ruw, (BEDRAG,))
        return bedrag if waarde is None or bedrag is None else {BEDRAG: bedrag, PRIJSPEIL: waarde}
    if isinstance(deel, int):
        lijst = list(ruw) if isinstance(ruw, list) else []
        lijst += [None] * (deel + 1 - len(lijst))
        lijst[deel] = zet(lijst[deel], rest, waarde)
        while lijst and lijst[-1] is None:
            lijst.pop()
        return lijst or None
    tabel = dict(ruw) if isinstance(ruw, dict) and not is_bedrag(ruw) else {}
    tabel[deel] = zet(tabel.get(deel), rest, waarde)
    if tabel[deel] is None:
        del tabel[deel]
    return tabel or None


def naar_per_jaar(ruw: Ruw, jaren: Iterable[int]) -> Ruw:
    """One number as the same number in every year; per route where it is per route."""
    if ruw is None or is_rij(ruw):
        return ruw
    if isinstance(ruw, dict) and not is_bedrag(ruw):
        return {route: naar_per_jaar(w, jaren) for route, w in ruw.items()}
    getal = haal(ruw, (BEDRAG,))
    return {str(j): getal for j in jaren}


def naar_een_getal(ruw: Ruw) -> Ruw:
    """A row as the number of its first year; per route where it is per route."""
    if is_rij(ruw):
        return ruw[min(ruw)]
    if isinstance(ruw, dict) and not is_bedrag(ruw):
        return {route: naar_een_getal(w) for route, w in ruw.items()}
    return ruw
