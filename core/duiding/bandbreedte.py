"""Bandbreedte in plain language: P10, P50 and P90 of the figures that are shown, and of the volume of a tender."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.duiding.onzekerheid import AANTAL, EENMALIG, Band, Trekking, band_van, trek, uitkomstnamen
from core.duiding.zinnen import aantal, euro, opsomming, procent
from core.getallen import toon
from core.regels.model import model
from core.regels.uitkomst import PER_JAAR, Uitkomst
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import NAMEN, ROUTES, Grootheid
from core.rekenkunde.tijdas import Tijdsoort

if TYPE_CHECKING:
    from core.duiding.onzekerheid import Getrokken

TRAJECTEN = "trajecten_jaar"
STOF = 1e-9
"""Draws that differ less are the same."""
ZEKER = 0.9995
"""A share of the draws that is shown as all of them."""


@dataclass(frozen=True)
class Bandbreedte:
    """How sure one figure is, in one year or (None) over the whole plan."""

    plek: Plek
    label: str
    jaar: int | None
    eenheid: str
    punt: float
    band: Band
    buiten: tuple[int, ...] = ()
    """For a contractwaarde: the years of the contract outside the plan, which it does not hold."""
    vast: bool = False
    """Whether every draw gives the same figure; P10 and P90 can be equal where it still differs now and then."""

    @property
    def in_woorden(self) -> tuple[str, str, str]:
        """P10, P50 and P90, rounded to what they can bear."""
        return self._getal(self.band.p10), self._getal(self.band.p50), self._getal(self.band.p90)

    @property
    def zin(self) -> str:
        """The band in words."""
        laag, midden, hoog = self.in_woorden
        eenheid = self.eenheid.removeprefix("euro").strip()
        achter = f" {eenheid}" if eenheid and eenheid not in ("getal", "aandeel") else ""
        kop = self.label if self.jaar is None else f"{self.label} in {self.jaar}"
        deels = " Onder nul betekent dat u geld overhoudt." if self._tekort_onder_nul() else ""
        if self.buiten:
            deels += f" Zonder {opsomming(map(str, self.buiten))}: buiten dit plan."
        if self.band.bekend < ZEKER:
            deels += f" In {procent(1 - self.band.bekend)} van de gevallen is er geen uitkomst."
        if self.vast:
            return f"{kop}: {midden}{achter}. In uw plan maakt geen bereik en geen toeval hier iets uit.{deels}"
        deels = f"{self._erbuiten(laag, hoog)}{deels}"
        if self.band.p10 == self.band.p90:
            return f"{kop}: in minstens 8 van de 10 gevallen {midden}{achter}.{deels}"
        if laag == hoog:
            return f"{kop}: in 8 van de 10 gevallen ongeveer {midden}{achter}.{deels}"
        helft = "hoogstens" if midden == laag else "minstens" if midden == hoog else "minder dan"
        return (
            f"{kop}: in 8 van de 10 gevallen tussen {laag} en {hoog}{achter}. "
            f"In de helft van de gevallen is het {helft} {midden}.{deels}"
        )

    def _erbuiten(self, laag: str, hoog: str) -> str:
        """The figure of the plan where it reads as outside the band; empty where it does not."""
        punt = self._getal(self.punt)
        if self.band.p10 <= self.punt <= self.band.p90 or punt in (laag, hoog):
            return ""
        return f" In uw plan zelf is het {punt}. Wat mee of tegen kan vallen, is hier niet even groot."

    def _tekort_onder_nul(self) -> bool:
        return self.plek[0][0].startswith("tekort") and self.band.p10 < 0

    def _getal(self, waarde: float) -> str:
        if not self.eenheid.startswith("euro"):
            return aantal(waarde, decimalen=2)
        return euro(waarde, max(abs(self.band.p10), abs(self.band.p90)))


@dataclass(frozen=True)
class Perceel:
    """How many trajecten of a route start in a year (None: in all contract years): what a tender may promise."""

    route: str
    jaar: int | None
    band: Band
    contract: tuple[int, ...] = ()
    """The contract years within the plan that a total is of."""
    buiten: tuple[int, ...] = ()
    """The contract years outside the plan, of which nothing is known."""

    @property
    def minimum(self) -> int:
        """Whole trajecten, down from P10."""
        return math.floor(self.band.p10)

    @property
    def maximum(self) -> int:
        """Whole trajecten, up from P90."""
        return math.ceil(self.band.p90)

    @property
    def zin(self) -> str:
        """Minimum and maximum for a tender, in whole trajecten."""
        wanneer = f"in {self.jaar}"
        if self.jaar is None:
            wanneer = f"voor het contract in {opsomming(map(str, self.contract))}"
        kop = f"{NAMEN[self.route].capitalize()} {wanneer}"
        if self.maximum == 0:
            return f"{kop}: niemand start.{self._buiten}"
        grenzen = f"met als minimum {toon(self.minimum)} en als maximum {toon(self.maximum)}"
        return (
            f"{kop}: reken op {aantal(self.band.p50, 'trajecten', 0)}, {grenzen}. "
            f"In 8 van de 10 gevallen komt u daarbinnen uit.{self._buiten}"
        )

    @property
    def _buiten(self) -> str:
        return f" Zonder {opsomming(map(str, self.buiten))}: buiten dit plan." if self.buiten else ""


def trek_alles(uitkomst: Uitkomst, trekkingen: int = AANTAL) -> Trekking:
    """The draws of a plan with everything that bands are made of."""
    return trek(uitkomst.plan, uitkomst.catalogus, trekkingen, figuren=uitkomstnamen() | {TRAJECTEN})


def bandbreedtes(uitkomst: Uitkomst, trekking: Trekking, namen: Iterable[str] | None = None) -> list[Bandbreedte]:
    """The bands of these figures (default: all that are shown) where the plan has a point value."""
    jaarlijks = [n for rij in PER_JAAR.values() for n in rij]
    gekozen = [*jaarlijks, *EENMALIG] if namen is None else list(namen)
    return [b for naam in gekozen for g in model().familie(naam) for b in _banden(uitkomst, trekking, g)]


def _banden(u: Uitkomst, trekking: Trekking, g: Grootheid) -> Iterator[Bandbreedte]:
    binnen, buiten = contractjaren(u, opties="opties" in g.naam) if g.naam.startswith("contractwaarde") else ((), ())
    if buiten and not binnen:
        return
    for jaar in u.tijdas.planjaren if g.tijd is Tijdsoort.JAAR else (None,):
        punt = u.waarde(g.naam, *g.sleutel, moment=jaar)
        band = band_van(trekking.waarden.get((g.id, jaar)))
        if punt is not None and band is not None:
            vast = _vast(trekking.waarden[g.id, jaar])
            yield Bandbreedte((g.id, jaar), g.label, jaar, g.eenheid.naam, punt, band, () if jaar else buiten, vast)


def _vast(waarden: Getrokken) -> bool:
    """Whether all draws in which there is a figure give the same, dust apart."""
    import numpy as np

    return bool(np.nanmax(waarden) - np.nanmin(waarden) <= STOF)


def kans_op_tekort(trekking: Trekking, begrip: str, jaar: int, grens: float = 0.0) -> float | None:
    """The share of the draws in which a tekort lies above a limit; None where it is not known."""
    import numpy as np

    waarde = trekking.waarde(begrip, moment=jaar)
    if waarde is None:
        return None
    alle = np.atleast_1d(waarde)
    bekend = alle[alle == alle]
    return float(np.mean(bekend > grens)) if bekend.size else None


def percelen(uitkomst: Uitkomst, trekking: Trekking) -> list[Perceel]:
    """Minimum and maximum volume per perceel: per plan year, and over the contract years within the plan."""
    binnen, buiten = contractjaren(uitkomst)
    gevonden: list[Perceel] = []
    for route in ROUTES:
        starts = {j: trekking.waarde(TRAJECTEN, route, moment=j) for j in uitkomst.tijdas.planjaren}
        bekend = {j: w for j, w in starts.items() if w is not None}
        rijen = list(bekend.items())
        samen = [bekend[j] for j in binnen if j in bekend]
        totaal = [(None, sum(samen))] if samen and len(samen) == len(binnen) else []
        for jaar, waarde in (*rijen, *totaal):
            band = band_van(waarde)
            if band is not None:
                gevonden.append(Perceel(route, jaar, band) if jaar else Perceel(route, jaar, band, binnen, buiten))
    return gevonden


def contractjaren(u: Uitkomst, *, opties: bool = True) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The contract years, with or without those of the options, within the plan and outside it."""
    start, jaren = u.waarde("contract_start"), u.waarde("contract_jaren")
    if start is None or jaren is None:
        return (), ()
    erbij = u.waarde("optie_jaren") or 0 if opties else 0
    alle = range(int(start), int(start + jaren + erbij))
    plan = u.tijdas.planjaren
    return tuple(j for j in alle if j in plan), tuple(j for j in alle if j not in plan)


def contractzin(uitkomst: Uitkomst) -> str:
    """Which contract years the volume and the contractwaarde do not hold; empty where they hold all."""
    binnen, buiten = contractjaren(uitkomst)
    if not buiten:
        return ""
    jaren = opsomming(map(str, buiten))
    if not binnen:
        return f"Het contract loopt in {jaren}, helemaal buiten dit plan. Volume en contractwaarde zijn niet te zeggen."
    return (
        f"Het contract loopt met opties ook in {jaren}. Dat valt buiten dit plan en telt niet mee in het volume en de "
        "contractwaarde; de echte contractwaarde is dus hoger."
    )
