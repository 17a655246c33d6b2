"""The values of the leaves: what the plan states, what the catalogue knows, and the calendar."""

from __future__ import annotations

from functools import lru_cache

from core.catalogus import Catalogus, Ingang, Kengetal
from core.getallen import Bereik
from core.plan import Plan, vakwaarden
from core.plan.waardelezer import PRIJSPEILEN
from core.regels.invoer import heeft_uitgangspunt, kalenderwaarden
from core.regels.model import model
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import GROEPEN, ROUTES, Grootheid, Rol
from core.rekenkunde.tijdas import Tijdas, Tijdsoort, tijdas
from core.rekenkunde.uitdrukking import Sleutel

PRIJSRIJEN = ("rij_loonstijging", "rij_prijsstijging", "rij_spuk_index")

Bladwaarde = float | str | Bereik


def kalender(plan: Plan, catalogus: Catalogus) -> Tijdas:
    """The calendar of a plan: it holds every price level and every rise of prices in use."""
    eigen: set[int] = set()
    for ((naam, _), jaar), waarde in vakwaarden(plan, catalogus).items():
        if naam.startswith("prijspeil_"):
            eigen.add(int(waarde))  # type: ignore[arg-type]
        elif naam in PRIJSRIJEN and jaar is not None and jaar in PRIJSPEILEN:
            eigen.add(jaar)
    return tijdas(plan.startjaar, plan.horizon, _prijspeilen(catalogus) | eigen)


@lru_cache(maxsize=16)
def _prijspeilen(catalogus: Catalogus) -> frozenset[int]:
    """The price levels of all kengetallen."""
    return frozenset(k.prijspeil for i in catalogus.ingangen.values() for k in i.kengetallen if k.prijspeil)


def bladwaarden(plan: Plan, catalogus: Catalogus, as_: Tijdas) -> dict[Plek, Bladwaarde]:
    """Every leaf that has a value; ranges are still ranges."""
    eigen = {plek: w for plek, w in vakwaarden(plan, catalogus).items() if not isinstance(w, bool)}
    return {**kalenderwaarden(as_), **kengetalwaarden(catalogus, as_), **eigen}


def puntwaarden(bladen: dict[Plek, Bladwaarde]) -> dict[Plek, float | str]:
    """The same with every range at its expectation."""
    return {plek: w.verwacht if isinstance(w, Bereik) else w for plek, w in bladen.items()}


@lru_cache(maxsize=16)
def kengetalwaarden(catalogus: Catalogus, as_: Tijdas) -> dict[Plek, Bladwaarde]:
    """The leaves that the catalogue fills."""
    bladen: dict[Plek, Bladwaarde] = {}
    for g in kengetalbladen():
        ingang = catalogus[naam_van_ingang(g)]
        for moment in as_.bereik(g.tijd, g.venster) if g.tijd is Tijdsoort.JAAR else (None,):
            waarde = _kengetalwaarde(g, ingang, moment)
            if waarde is not None:
                bladen[g.id, moment] = waarde
    return bladen


@lru_cache(maxsize=1)
def kengetalbladen() -> tuple[Grootheid, ...]:
    """All leaves with the role kengetal."""
    return tuple(g for g in model() if g.rol is Rol.KENGETAL)


def naam_van_ingang(g: Grootheid) -> str:
    """The entry of the catalogue that a leaf belongs to."""
    voor, _, naam = g.naam.partition("_")
    return naam if voor in ("invoer", "rij", "prijspeil", "kengetal", "kengetalpeil", "standaard") else g.naam


def kengetal_van(g: Grootheid, ingang: Ingang, moment: int | None) -> Kengetal | None:
    """The published value behind a leaf (in a year), where it is one."""
    if moment is not None:
        return ingang.kengetal_in(moment)
    groep = next((s for s in g.sleutel if s in GROEPEN), "")
    route = next((s for s in g.sleutel if s in ROUTES), "")
    return ingang.kengetal(groep, route)


def _kengetalwaarde(g: Grootheid, ingang: Ingang, moment: int | None) -> Bladwaarde | None:
    if g.naam.startswith("standaard_") and heeft_uitgangspunt(ingang):
        return _standaard(ingang, g.sleutel)
    kengetal = kengetal_van(g, ingang, moment)
    if kengetal is None:
        return None
    if g.naam.startswith("kengetalpeil_"):
        return float(kengetal.prijspeil or 0)
    if isinstance(kengetal.waarde, tuple):
        return kengetal.waarde[int(g.sleutel[-1]) - 1]
    return kengetal.waarde


def _standaard(ingang: Ingang, sleutel: Sleutel) -> Bladwaarde:
    standaard = ingang.standaard
    if isinstance(standaard, tuple):
        return standaard[int(sleutel[-1]) - 1]
    assert isinstance(standaard, str | float)
    return standaard
