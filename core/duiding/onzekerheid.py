"""Onzekerheid: what ranges and chance in small numbers do to the outcome (rekenmodel §10).

A range `45 tot 60` says: in 8 of 10 cases between 45 and 60. Every draw is a whole plan: one value for every range
at once, and with `toeval` an inflow that comes in whole households. Each source of chance has its own stream of
numbers, so that one range more or less does not disturb the draws of the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from core.catalogus import Catalogus, Ingang
from core.duiding.varianten import volgorde
from core.getallen import Bereik
from core.plan import Plan, vingerafdruk
from core.regels.bladwaarden import Bladwaarde, bladwaarden, kalender, kengetal_van, naam_van_ingang
from core.regels.model import model
from core.regels.uitkomst import jaargrootheden, kwartaalgrootheden
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import GROEPEN, Rol
from core.rekenkunde.tijdas import Tijdas

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Draws = NDArray[np.float64]
    Getrokken = Draws | float

AANTAL = 10_000
"""Draws in a trekking: bands then move less than half a percent of their width from seed to seed."""

P10_P90 = 1.2816
"""How many standard deviations P10 and P90 of a normal distribution lie from its middle (rekenmodel §10)."""

VEEL = 100_000.0
"""Households: from here on a Poisson number is a normal one for every purpose."""

EENMALIG = (
    "contractwaarde",
    "contractwaarde_totaal",
    "contractwaarde_met_opties",
    "na_horizon_lasten",
    "na_horizon_baten",
)
INKOOP = ("trajecten", "startgroepen", "kostendekkende_trajectprijs")
_INSTROOM = frozenset(("huishoudgrootte", "instroom"))
_VRIJE_ROUTE, _VASTE_ROUTES = "Z", ("B1", "onderwijs")


@dataclass(frozen=True)
class Trekking:
    """The drawn outcome of one plan.

    `waarden` holds every outcome figure at every moment, by the names of `Uitkomst`: an array of draws, a float where
    no draw reaches it, NaN where it is absent. `getrokken` holds what was drawn: the leaves, and with `toeval` the
    inflow.
    """

    plan: Plan
    catalogus: Catalogus
    tijdas: Tijdas
    aantal: int
    zaad: int
    waarden: Mapping[Plek, Getrokken]
    getrokken: Mapping[Plek, Draws]

    def waarde(self, naam: str, *sleutel: str, moment: int | None = None) -> Getrokken | None:
        """One figure at a moment; None where no draw knows it."""
        waarde = self.waarden.get(((naam, sleutel), moment))
        if waarde is None or (isinstance(waarde, float) and waarde != waarde):
            return None
        return waarde


@dataclass(frozen=True, slots=True)
class Band:
    """In 8 of 10 draws the figure lies between `p10` and `p90`; in half of them below `p50`.

    `bekend` is the share of the draws in which there is a figure at all (nobody starts, so no waiting time).
    """

    p10: float
    p50: float
    p90: float
    bekend: float = 1.0


def trek(
    plan: Plan,
    catalogus: Catalogus,
    aantal: int = AANTAL,
    zaad: int | None = None,
    figuren: Iterable[str] | None = None,
) -> Trekking:
    """Draw a plan `aantal` times.

    Args:
        plan: a plan free of fouten.
        catalogus: whose kengetallen it uses, with their ranges.
        aantal: number of draws.
        zaad: the seed; default follows from the content of the plan, so that the same plan gives the same draws.
        figuren: families of figures to keep (default: the whole outcome).
    """
    zaad = zaad_van(plan) if zaad is None else zaad
    as_ = kalender(plan, catalogus)
    bladen = bladwaarden(plan, catalogus, as_)
    getrokken = _trek_bladen(bladen, catalogus, aantal, zaad)
    samen = {plek: getrokken.get(plek, _punt(w)) for plek, w in bladen.items()}
    instroom = _trek_instroom(plan, catalogus, as_, samen, aantal, zaad)
    namen = uitkomstnamen() if figuren is None else frozenset(figuren)
    waarden = volgorde(as_, namen).trekkingen(samen, gegeven=instroom)
    return Trekking(plan, catalogus, as_, aantal, zaad, waarden, {**getrokken, **instroom})


def banden(trekking: Trekking, figuren: Iterable[Plek]) -> dict[Plek, Band]:
    """The bands of these figures; one that no draw knows is not there."""
    gevonden = ((plek, band_van(trekking.waarden.get(plek))) for plek in figuren)
    return {plek: band for plek, band in gevonden if band is not None}


def band_van(waarde: Getrokken | None) -> Band | None:
    """The band of one figure (or of anything computed from drawn figures)."""
    import numpy as np

    if waarde is None:
        return None
    if not isinstance(waarde, np.ndarray):
        return Band(waarde, waarde, waarde) if waarde == waarde else None
    bekend = waarde[waarde == waarde]
    if not bekend.size:
        return None
    p10, p50, p90 = (float(p) for p in np.percentile(bekend, (10, 50, 90)))
    return Band(p10, p50, p90, bekend.size / waarde.size)


def zaad_van(plan: Plan) -> int:
    """The seed that belongs to the content of a plan."""
    return int(vingerafdruk(plan)[:15], 16)


@lru_cache(maxsize=1)
def uitkomstnamen() -> frozenset[str]:
    """The families of the outcome: per year, per quarter, of the tender and after the horizon."""
    grootheden = (*jaargrootheden(), *kwartaalgrootheden())
    return frozenset((*(g.naam for g in grootheden), *INKOOP, *EENMALIG))


def _punt(waarde: Bladwaarde) -> float | str:
    return waarde.verwacht if isinstance(waarde, Bereik) else waarde


# --- drawing -----------------------------------------------------------------------------------------------


def _stroom(zaad: int, wat: str) -> np.random.Generator:
    """The stream of random numbers of one source of chance."""
    import numpy as np

    naam = int.from_bytes(hashlib.sha256(wat.encode()).digest()[:8], "big")
    return np.random.default_rng([zaad, naam])


def bronnen(bladen: Mapping[Plek, Bladwaarde], catalogus: Catalogus) -> dict[str, list[Plek]]:
    """Every range that is drawn, by its stream of numbers: a kengetal is drawn once for all years and groups."""
    gevonden: dict[str, list[Plek]] = {}
    for plek, waarde in bladen.items():
        if isinstance(waarde, Bereik) and waarde.laag < waarde.hoog:
            gevonden.setdefault(_bron(catalogus, plek), []).append(plek)
    return gevonden


def _trek_bladen(bladen: Mapping[Plek, Bladwaarde], catalogus: Catalogus, aantal: int, zaad: int) -> dict[Plek, Draws]:
    getrokken: dict[Plek, Draws] = {}
    for bron, plekken in bronnen(bladen, catalogus).items():
        bereik, ingang = bladen[plekken[0]], catalogus[naam_van_ingang(model()[plekken[0][0]])]
        assert isinstance(bereik, Bereik)
        getrokken |= dict.fromkeys(plekken, trek_bereik(bereik, ingang, _stroom(zaad, bron), aantal))
    return {**getrokken, **dict(leerroutes(bladen, getrokken))}


def _bron(catalogus: Catalogus, plek: Plek) -> str:
    """What a leaf draws from: itself, or the kengetal that it shares with other years and groups."""
    g, moment = model()[plek[0]], plek[1]
    if g.rol is Rol.KENGETAL:
        ingang = catalogus[naam_van_ingang(g)]
        kengetal = kengetal_van(g, ingang, moment)
        plaats = next(n for n, k in enumerate(ingang.kengetallen) if k is kengetal)
        return f"kengetal {ingang.naam} {plaats}"
    return f"{g.volledige_naam} {moment}"


def trek_bereik(bereik: Bereik, ingang: Ingang, stroom: np.random.Generator, aantal: int) -> Draws:
    """Draws of one range: its ends are P10 and P90, its expectation the median; cut at the bounds of the input."""
    import numpy as np

    z = stroom.standard_normal(aantal) / P10_P90
    m = bereik.verwacht
    waarden: Draws = m + z * np.where(z < 0, m - bereik.laag, bereik.hoog - m)
    laag = ingang.minimum if ingang.boven is None else float(np.nextafter(ingang.boven, np.inf))
    hoog = ingang.maximum if ingang.onder is None else float(np.nextafter(ingang.onder, -np.inf))
    return waarden if laag is None and hoog is None else np.clip(waarden, laag, hoog)


def leerroutes(bladen: Mapping[Plek, Bladwaarde], getrokken: Mapping[Plek, Draws]) -> Iterator[tuple[Plek, Draws]]:
    """What a drawn Z-route leaves for the other two, in their proportion, so that the three stay one."""
    for naam in ("invoer_leerroutemix", "kengetal_leerroutemix"):
        z = getrokken.get(((naam, (_VRIJE_ROUTE,)), None))
        if z is None:
            continue
        plekken: list[Plek] = [((naam, (route,)), None) for route in _VASTE_ROUTES]
        delen = [float(bladen[plek]) for plek in plekken]  # type: ignore[arg-type]
        for plek, deel in zip(plekken, delen, strict=True):
            yield plek, (1 - z) * (deel / sum(delen) if sum(delen) else 0.0)


def _trek_instroom(
    plan: Plan, catalogus: Catalogus, as_: Tijdas, bladen: Mapping[Plek, Any], aantal: int, zaad: int
) -> dict[Plek, Draws]:
    """With `toeval`: per group and year g × Poisson(λ ÷ g), λ the drawn expectation and g the huishoudgrootte."""
    if not met_toeval(plan, catalogus):
        return {}
    verwacht = volgorde(as_, _INSTROOM).trekkingen(bladen)
    grootte = verwacht[("huishoudgrootte", ()), None]
    gezocht = [(("instroom", (d,)), j) for d in GROEPEN for j in as_.planjaren]
    return {
        plek: _huishoudens(verwacht[plek], grootte, _stroom(zaad, f"toeval {plek}"), aantal)
        for plek in gezocht
        if _komt_iemand(verwacht[plek])
    }


def met_toeval(plan: Plan, catalogus: Catalogus) -> bool:
    """Whether chance in small numbers plays."""
    return bool(plan.invoer.get("toeval", catalogus["toeval"].standaard))


def toevalsgrenzen(verwacht: float, grootte: float) -> tuple[float, float]:
    """P10 and P90 of an inflow of which only chance in small numbers is uncertain."""
    import numpy as np

    tempo = verwacht / grootte
    if tempo > VEEL:
        uitslag = P10_P90 * tempo**0.5
        return grootte * (tempo - uitslag), grootte * (tempo + uitslag)
    k = np.arange(1.0, tempo + 10 * tempo**0.5 + 20)
    kansen = np.exp(np.cumsum(np.log(tempo / k)) - tempo)
    tot_en_met = np.cumsum(np.concatenate(([np.exp(-tempo)], kansen)))
    laag, hoog = np.searchsorted(tot_en_met, (0.1, 0.9))
    return grootte * float(laag), grootte * float(hoog)


def _komt_iemand(verwacht: Getrokken) -> bool:
    """Whether an inflow is known, and more than nobody: only then does chance play."""
    return not isinstance(verwacht, float) or verwacht > 0


def _huishoudens(verwacht: Getrokken, grootte: Getrokken, stroom: np.random.Generator, aantal: int) -> Draws:
    import numpy as np

    tempo = np.broadcast_to(verwacht / grootte, aantal)
    bekend = tempo == tempo
    return np.where(bekend, grootte * stroom.poisson(np.where(bekend, tempo, 0.0)), np.nan)
