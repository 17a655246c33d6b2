"""De prijs van wachten: the waiting list as stock and flow, and what it takes to clear it by a date.

Clearing asks two things. Up to the date enough fte to let everyone start; after it, fte for as long as those people
are guided, or the list comes back. Both are worked out with the model itself, so the answer can be entered as a plan.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalogus import Catalogus
from core.duiding.knoppen import euro_bekend, met
from core.duiding.toetscijfers import MILJOEN, Cijfers
from core.duiding.varianten import reken
from core.duiding.zinnen import NIETS, aantal, opsomming, tekort_of_overschot
from core.getallen import toon, toon_euro
from core.plan import PerJaar, Plan
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import GROEPEN
from core.rekenkunde.tijdas import KWARTALEN_PER_JAAR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reeks = NDArray[np.float64]

NIEMAND = 1e-6
"""Fewer persons than this are nobody."""
STAP = 100
"""Fte are given in hundredths, rounded up."""
PROEVEN = 33
"""Numbers of fte that are tried at once; each round narrows the search to one part of so many."""
RUIM = 1.001


@dataclass(frozen=True)
class Kwartaalstand:
    """The waiting list in one quarter: who was waiting, who came, who started and who is left."""

    naam: str
    begin: float
    erbij: float
    gestart: float
    eind: float


@dataclass(frozen=True)
class Wegwerkplan:
    """What it takes that nobody waits at the end of year `klaar`.

    `fte` is what must be there per year, `extra` how much more than in the plan, and `kosten` what that adds to the
    uitvoeringskosten per year (empty where these are not known). `plan` is the plan with these fte in it.
    """

    klaar: int
    fte: dict[int, float]
    extra: dict[int, float]
    kosten: dict[int, float]
    plan: Plan

    @property
    def totaal(self) -> float | None:
        """The extra cost over all plan years; None where it is not known."""
        return sum(self.kosten.values()) if len(self.kosten) == len(self.fte) else None

    @property
    def tot(self) -> int:
        """The last year in which extra fte are needed."""
        return max((j for j, x in self.extra.items() if x > 0), default=self.klaar)

    @property
    def zin(self) -> str:
        """Fte, how long and cost, in words."""
        vooraf = self.extra[min(self.extra)]
        kop = f"Eind {self.klaar} wacht er niemand, ook zonder extra fte."
        if vooraf > 0:
            kop = (
                f"Wilt u dat eind {self.klaar} niemand meer wacht, dan is tot dan elk jaar "
                f"{aantal(vooraf, 'fte', 2)} extra nodig."
            )
        na = [j for j in self.extra if j > self.klaar and self.extra[j] > 0]
        if na:
            meer = opsomming(f"{aantal(self.extra[j], 'fte', 2)} in {j}" for j in na)
            kop += f" Om daarna iedereen meteen te laten beginnen, is ook extra nodig: {meer}."
        if vooraf <= 0 and not na:
            return kop
        if self.totaal is None:
            return f"{kop} De kosten zijn niet te zeggen."
        return f"{kop} Over alle planjaren {self._kost(self.totaal)}."

    @staticmethod
    def _kost(totaal: float) -> str:
        """Starting sooner can also be cheaper: what then ends within the plan is not paid at its end."""
        if abs(totaal) < NIETS:
            return "kost dat niets extra"
        return f"{'kost' if totaal > 0 else 'scheelt'} dat {toon_euro(abs(totaal))}"


@dataclass(frozen=True)
class Wachtlijst:
    """The waiting list of a plan: per quarter, per year in euro, and how to clear it."""

    standen: tuple[Kwartaalstand, ...]
    zonder: dict[int, float]
    met: dict[int, float]
    reden: str
    """Why there is no way to say how to clear it; empty where there is."""

    @property
    def zinnen(self) -> tuple[str, ...]:
        """The two tekorten of every year, side by side: the local form of the two national figures."""
        return tuple(self._zin(j) for j in self.zonder if j in self.met)

    def _zin(self, jaar: int) -> str:
        zonder, erbij = self.zonder[jaar], self.met[jaar] - self.zonder[jaar]
        kop = f"In {jaar} is er met het structurele geld {tekort_of_overschot(zonder)}."
        if abs(erbij) < NIETS:
            return f"{kop} Met de wachtlijst erbij is dat hetzelfde."
        return (
            f"{kop} Begeleidt u ook iedereen die wacht, dan is er {tekort_of_overschot(zonder + erbij)}. "
            f"Begeleiding van wie wacht, kost dus {toon_euro(erbij)}."
        )


def landelijke_prijs(catalogus: Catalogus) -> str:
    """The same two tekorten for the whole country, in words, with their sources."""
    landelijk = Cijfers(catalogus)
    zonder, met_ = "landelijk_tekort_structureel", "landelijk_tekort_vng"
    laag, hoog = (toon(x / MILJOEN, 0) for x in landelijk.grenzen(zonder))
    return (
        f"Landelijk is het structurele tekort € {laag} tot {hoog} miljoen ({landelijk.bron(zonder)}), en met de "
        f"wachtlijst erbij € {toon(landelijk[met_] / MILJOEN, 0)} miljoen volgens de VNG ({landelijk.bron(met_)})."
    )


def wachtlijst(uitkomst: Uitkomst) -> Wachtlijst:
    """The waiting list as stock and flow, both groups together."""
    return Wachtlijst(
        _standen(uitkomst),
        uitkomst.reeks("tekort_structureel"),
        uitkomst.reeks("tekort_met_wachtlijst"),
        _reden(uitkomst),
    )


def _standen(u: Uitkomst) -> tuple[Kwartaalstand, ...]:
    standen: list[Kwartaalstand] = []
    for q in u.tijdas.plankwartalen:
        begin = [u.waarde("wachtlijst", d, moment=q - 1) for d in GROEPEN]
        eind = [u.waarde("wachtlijst", d, moment=q) for d in GROEPEN]
        gestart = [u.waarde("start", d, moment=q) for d in GROEPEN]
        if None in (*begin, *eind, *gestart):
            break
        b, e, s = (sum(x or 0.0 for x in rij) for rij in (begin, eind, gestart))
        standen.append(Kwartaalstand(f"{u.tijdas.jaar(q)}K{u.tijdas.kw(q)}", b, e - b + s, s, e))
    return tuple(standen)


def _reden(u: Uitkomst) -> str:
    if u.waarde("caseload") is None or len(u.reeks("fte_beschikbaar")) < u.tijdas.horizon:
        return "Zonder caseload en beschikbare fte rekent de planner met genoeg plaatsen: dan wacht niemand."
    if len(_standen(u)) < len(u.tijdas.plankwartalen):
        return "Het aantal wachtenden is niet te zeggen: de instroom is niet in alle jaren bekend."
    return ""


def werk_weg(uitkomst: Uitkomst, klaar: int) -> Wegwerkplan | None:
    """What it takes that nobody waits at the end of a plan year, and after it.

    Args:
        uitkomst: of the plan.
        klaar: the plan year at whose end the list is empty.

    Returns:
        None where the plan gives no capacity, or the inflow is not known.
    """
    if _reden(uitkomst):
        return None
    eigen = uitkomst.reeks("fte_beschikbaar")
    vooraf = [j for j in eigen if j <= klaar]
    erbij = _minste_extra(uitkomst, eigen, vooraf, klaar)
    fte = {j: round(w + erbij, 9) if j in vooraf else w for j, w in eigen.items()}
    fte |= _daarna(uitkomst, fte, klaar)
    plan = _met_fte(uitkomst.plan, fte)
    voor, na = uitkomst.reeks("uitvoeringskosten"), bereken(plan, uitkomst.catalogus).reeks("uitvoeringskosten")
    bekend = euro_bekend(uitkomst, "fte_beschikbaar")
    kosten = {j: na[j] - voor[j] for j in fte if bekend and j in voor and j in na}
    return Wegwerkplan(klaar, fte, {j: round(fte[j] - eigen[j], 9) for j in fte}, kosten, plan)


def _met_fte(plan: Plan, fte: dict[int, float]) -> Plan:
    return met(plan, {"fte_beschikbaar": PerJaar(tuple(sorted(fte.items())))})


def _omhoog(fte: float) -> float:
    """Up to hundredths; rounding dust does not count."""
    return math.ceil(fte * STAP - 1e-6) / STAP


def _minste_extra(u: Uitkomst, eigen: dict[int, float], vooraf: list[int], klaar: int) -> float:
    """The least equal extra fte (in hundredths) in the years up to `klaar` with which nobody waits at its end."""
    import numpy as np

    kwartaal = KWARTALEN_PER_JAAR * (klaar - u.tijdas.startjaar + 1)
    gevraagd: list[Plek] = [(("wachtlijst", (d,)), kwartaal) for d in GROEPEN]
    laag, hoog = 0, math.ceil(_genoeg(u, vooraf) * STAP)
    while laag < hoog:
        proef = np.unique(np.linspace(laag, hoog, PROEVEN).astype(int))
        bladen: dict[Plek, Reeks] = {(("rij_fte_beschikbaar", ()), j): eigen[j] + proef / STAP for j in vooraf}
        waarden = reken(u, bladen, gevraagd, proef.size)
        leeg = np.sum([waarden[plek] for plek in gevraagd], axis=0) < NIEMAND
        eerste = int(np.argmax(leeg))
        laag, hoog = int(proef[eerste - 1]) + 1 if eerste else laag, int(proef[eerste])
    return hoog / STAP


def _vraag(u: Uitkomst, fte: dict[int, float]) -> dict[int, float]:
    """Per year the fte that hold everyone in guidance at the ends of its quarters, with these fte in it."""
    na = bereken(_met_fte(u.plan, fte), u.catalogus)
    caseload = na.waarde("caseload")
    assert caseload
    nodig: dict[int, float] = {}
    for q in u.tijdas.plankwartalen:
        gewogen = sum(
            (na.waarde("gewicht", d) or 0.0) * (na.waarde("begeleiding", d, moment=q) or 0.0) for d in GROEPEN
        )
        jaar = u.tijdas.jaar(q)
        nodig[jaar] = max(nodig.get(jaar, 0.0), gewogen / caseload)
    return nodig


def _alles(u: Uitkomst) -> float:
    """So many fte that everyone can always start: all who are or come here at once."""
    mensen = 0.0
    for d in GROEPEN:
        stand = sum(u.waarde(naam, d) or 0.0 for naam in ("begeleiding_start", "wachtlijst_start"))
        komt = sum(u.waarde("vestiging", d, moment=q) or 0.0 for q in u.tijdas.kwartalen)
        mensen += (u.waarde("gewicht", d) or 0.0) * (stand + komt)
    return mensen / (u.waarde("caseload") or 1.0) * RUIM + 1.0


def _genoeg(u: Uitkomst, vooraf: list[int]) -> float:
    """Extra fte with which nobody waits in the years up to the date."""
    fte = u.reeks("fte_beschikbaar")
    nodig = _vraag(u, {j: _alles(u) if j in vooraf else w for j, w in fte.items()})
    return max([0.0, *(nodig[j] - fte[j] for j in vooraf)]) * RUIM + NIEMAND


def _daarna(u: Uitkomst, fte: dict[int, float], klaar: int) -> dict[int, float]:
    """After the date what is needed to keep the list empty; never less than the plan has."""
    nodig = _vraag(u, {j: _alles(u) if j > klaar else w for j, w in fte.items()})
    return {j: max(w, _omhoog(nodig[j])) for j, w in fte.items() if j > klaar}
