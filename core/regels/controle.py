"""Controle: deviations that must be 0, whatever the plan (rekenmodel §3 and §6, invariants)."""

from __future__ import annotations

from core.rekenkunde.regel import ASIEL, GEZIN, GROEPEN, RITMEJAREN, ROUTES, Regelboek, Symbolen
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.uitdrukking import Expression, Operand, Tijd, maximum, som, terug, totaal

regel = Regelboek()
PLAN, KWARTAAL = Tijdsoort.PLAN, Tijdsoort.KWARTAAL
KWARTALEN = ("1", "2", "3", "4")


def _afwijking(links: Expression, rechts: Operand) -> Expression:
    return maximum(links - rechts, rechts - links)


@regel("Stand van het vorige kwartaal met wie erbij komt", "personen", tijd=KWARTAAL, per=GROEPEN)
def verwachte_stand(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Who was there, and who could start."""
    return m.begeleiding[d][q - 1] + m.wachtlijst[d][q - 1] + terug(m.vestiging[d], m.wachttijd_vooraf[d])


@regel("Mensen: erbij min eraf tegenover de stand", "personen", tijd=KWARTAAL, per=GROEPEN)
def controle_stroom(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Who was there, plus who could start, less who left, is who is there."""
    return _afwijking(m.verwachte_stand[d][q] - m.uitstroom[d][q], m.begeleiding[d][q] + m.wachtlijst[d][q])


@regel("Aantallen onder nul", "personen", tijd=KWARTAAL, per=GROEPEN)
def controle_negatief(m: Symbolen, d: str, q: Tijd) -> Expression:
    """No quarter has fewer than no people."""
    return som(maximum(0, 0 - x[d][q]) for x in (m.wachtlijst, m.begeleiding, m.start))


@regel("Ruimte tegenover reserve, doorgeschoven en terugbetaling", "euro")
def controle_ruimte(m: Symbolen, j: Tijd) -> Expression:
    """Ruimte = reserve − doorgeschoven + terugbetaling."""
    return _afwijking(m.ruimte[j], m.reserve[j] - m.doorgeschoven[j] + m.terugbetaling[j])


@regel("Brug tussen de twee tekorten", "euro")
def controle_tekorten(m: Symbolen, j: Tijd) -> Expression:
    """The two definitions differ by incidental means and costs only."""
    brug = m.gemeentefonds_incidenteel[j] + m.overige_baten[j] - m.incidentele_kosten[j]
    return _afwijking(m.tekort_structureel[j] - m.tekort_totaal[j], brug)


@regel("Alle mensen: erbij min eraf is de stand", "personen", tijd=PLAN)
def controle_mensen(m: Symbolen) -> Expression:
    """Over all quarters, both groups."""
    return totaal(m.controle_stroom[ASIEL]) + totaal(m.controle_stroom[GEZIN])


@regel("Nergens minder dan nul mensen", "personen", tijd=PLAN)
def controle_onder_nul(m: Symbolen) -> Expression:
    """Over all quarters, both groups."""
    return totaal(m.controle_negatief[ASIEL]) + totaal(m.controle_negatief[GEZIN])


@regel("Ruimte = reserve − doorgeschoven + terugbetaling", "euro", tijd=PLAN)
def controle_reserve(m: Symbolen) -> Expression:
    """Over all years."""
    return totaal(m.controle_ruimte)


@regel("De tekorten verschillen alleen door incidenteel geld", "euro", tijd=PLAN)
def controle_brug(m: Symbolen) -> Expression:
    """Over all years."""
    return totaal(m.controle_tekorten)


@regel("De leerroutes zijn samen 100 %", "aandeel", tijd=PLAN)
def controle_leerroutemix(m: Symbolen) -> Expression:
    """Shares of the three routes."""
    return _afwijking(som(m.leerroutemix[r] for r in ROUTES), 1)


@regel("Betaalritme, opgeteld", "aandeel", tijd=PLAN)
def betaalritme_samen(m: Symbolen) -> Expression:
    """Shares of up to five years."""
    return som(m.betaalritme[k] for k in RITMEJAREN)


@regel("Het betaalritme is samen 100 %", "aandeel", tijd=PLAN)
def controle_betaalritme(m: Symbolen) -> Expression:
    """Whether they add up."""
    return _afwijking(m.betaalritme_samen, 1)


@regel("De kwartalen zijn samen 100 %", "aandeel", tijd=PLAN, per=GROEPEN)
def controle_kwartaalverdeling(m: Symbolen, d: str) -> Expression:
    """Shares of the four quarters."""
    return _afwijking(som(m.kwartaalverdeling[d][k] for k in KWARTALEN), 1)


CONTROLES = (
    "controle_mensen",
    "controle_onder_nul",
    "controle_reserve",
    "controle_brug",
    "controle_leerroutemix",
    "controle_betaalritme",
    "controle_kwartaalverdeling",
)
"""The checks, one figure each (or one per group)."""
