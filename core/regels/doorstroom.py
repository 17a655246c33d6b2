"""Doorstroom: who waits, starts, is guided and leaves, per quarter (rekenmodel §3)."""

from __future__ import annotations

from core.rekenkunde.regel import ASIEL, GEZIN, GROEPEN, Regelboek, Symbolen
from core.rekenkunde.tijdas import EIND, KWARTALEN_TERUG, START, Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    Tijd,
    afgerond,
    als,
    bekend,
    in_jaar,
    maximum,
    minimum,
    som,
    terug,
    van_jaar,
    zoek,
)

regel = Regelboek()
PLAN, KWARTAAL = Tijdsoort.PLAN, Tijdsoort.KWARTAAL
MET_AANLOOP = Venster(START - KWARTALEN_TERUG, EIND)
MET_BEGINSTAND = Venster(START - 1, EIND)


@regel("Begeleidingsduur in hele kwartalen (K)", "kwartalen", tijd=PLAN, per=GROEPEN)
def duur(m: Symbolen, d: str) -> Expression:
    """Quarters of guidance, rounded half up."""
    return afgerond(m.begeleidingsduur[d])


@regel("Aanloop in hele kwartalen (L)", "kwartalen", tijd=PLAN, per=GROEPEN)
def wachttijd_vooraf(m: Symbolen, d: str) -> Expression:
    """Quarters from vestiging to the earliest start, rounded half up."""
    return afgerond(m.aanloop[d])


@regel("Zwaarte", "getal", tijd=PLAN, per=GROEPEN)
def zwaarte(m: Symbolen, d: str) -> Expression:
    """What one person weighs in the work: 1 for asiel, gewicht_gezin for gezin."""
    return m.zwaarte_asiel if d == ASIEL else m.gewicht_gezin


@regel("Toeslag voor jongeren", "getal", tijd=PLAN)
def toeslag_asiel(m: Symbolen) -> Expression:
    """What jongeren add to the work for asielstatushouders; the other group has no such extra."""
    return 1 + m.aandeel_jong * m.extra_begeleiding_jong


@regel("Werk per persoon na besparing door de Participatiewet", "getal", tijd=PLAN, per=GROEPEN)
def werk(m: Symbolen, d: str) -> Expression:
    """Toeslag × what is left of the work where consulenten also do the Participatiewet."""
    over = 1 - m.besparing_participatiewet[d]
    return m.toeslag_asiel * over if d == ASIEL else over


@regel("Gewicht", "getal", tijd=PLAN, per=GROEPEN)
def gewicht(m: Symbolen, d: str) -> Expression:
    """What one person counts for in the caseload."""
    return m.zwaarte[d] * m.werk[d]


@regel("Aandeel van het jaar in het kwartaal", "aandeel", tijd=KWARTAAL, venster=MET_AANLOOP, per=GROEPEN)
def kwartaalaandeel(m: Symbolen, d: str, q: Tijd) -> Expression:
    """The share of a year's vestiging that falls in this quarter."""
    return zoek(m.kwartaalverdeling[d], m.kw[q])


@regel("Vestiging", "personen", tijd=KWARTAAL, venster=MET_AANLOOP, per=GROEPEN)
def vestiging(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Persons who settle in the quarter; before the plan those of the year S−1."""
    return van_jaar(m.cohort[d]) * m.kwartaalaandeel[d][q]


@regel("Aangeboden", "personen", tijd=KWARTAAL, per=GROEPEN)
def aangeboden(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Persons who could start: who waited, and who settled an aanloop ago."""
    return m.wachtlijst[d][q - 1] + terug(m.vestiging[d], m.wachttijd_vooraf[d])


@regel("Uitstroom", "personen", tijd=KWARTAAL, per=GROEPEN)
def uitstroom(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Who was there at the start leaves evenly over K quarters; who started, K quarters later."""
    beginstand = m.begeleiding_start[d] * m.tijdstap / m.duur[d]
    return als(m.kwartaal[q] - m.duur[d], terug(m.start[d], m.duur[d], minstens=1), beginstand)


@regel("Plaatsen", "personen", tijd=KWARTAAL)
def plaatsen(m: Symbolen, q: Tijd) -> Expression:
    """Weighted persons that the fte can guide; absent without fte_beschikbaar or caseload."""
    return van_jaar(m.fte_beschikbaar) * m.caseload


@regel("Bezette plaatsen voor de start", "personen", tijd=KWARTAAL)
def bezet(m: Symbolen, q: Tijd) -> Expression:
    """Weighted persons still in guidance before anyone starts in the quarter."""
    return som(m.gewicht[d] * (m.begeleiding[d][q - 1] - m.uitstroom[d][q]) for d in GROEPEN)


@regel("Vrije plaatsen", "personen", tijd=KWARTAAL)
def vrij(m: Symbolen, q: Tijd) -> Expression:
    """Places left, never less than none."""
    return maximum(0, m.plaatsen[q] - m.bezet[q])


@regel("Vraag", "personen", tijd=KWARTAAL)
def vraag(m: Symbolen, q: Tijd) -> Expression:
    """Weighted persons who could start."""
    return som(m.gewicht[d] * m.aangeboden[d][q] for d in GROEPEN)


@regel("Deel dat past", "aandeel", tijd=KWARTAAL)
def passend_deel(m: Symbolen, q: Tijd) -> Expression:
    """The share of the vraag for which there is a place; 1 when nobody asks."""
    return als(m.vraag[q], minimum(1, m.vrij[q] / m.vraag[q]), 1)


@regel("Deel dat start", "aandeel", tijd=KWARTAAL)
def startdeel(m: Symbolen, q: Tijd) -> Expression:
    """The share that starts; everyone where capacity is not given."""
    return als(bekend(m.plaatsen[q]), m.passend_deel[q], 1)


@regel("Start begeleiding", "personen", tijd=KWARTAAL, per=GROEPEN)
def start(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Persons who start; both groups get the same share of the places."""
    return m.startdeel[q] * m.aangeboden[d][q]


@regel("Wachtlijst", "personen", tijd=KWARTAAL, venster=MET_BEGINSTAND, per=GROEPEN)
def wachtlijst(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Persons waiting at the end of the quarter; before the first the stand bij de start."""
    return als(m.kwartaal[q], m.aangeboden[d][q] - m.start[d][q], m.wachtlijst_start[d])


@regel("In begeleiding", "personen", tijd=KWARTAAL, venster=MET_BEGINSTAND, per=GROEPEN)
def begeleiding(m: Symbolen, d: str, q: Tijd) -> Expression:
    """Persons in guidance at the end of the quarter; before the first the stand bij de start."""
    erbij = m.begeleiding[d][q - 1] + m.start[d][q] - m.uitstroom[d][q]
    return als(m.kwartaal[q], erbij, m.begeleiding_start[d])


@regel("Boven capaciteit", "personen", tijd=KWARTAAL)
def boven_capaciteit(m: Symbolen, q: Tijd) -> Expression:
    """Weighted persons guided above the caseload; absent without capacity."""
    return maximum(0, som(m.gewicht[d] * m.begeleiding[d][q] for d in GROEPEN) - m.plaatsen[q])


@regel("Gemiddeld in begeleiding in het kwartaal", "personen", tijd=KWARTAAL, per=GROEPEN)
def begeleid_in_kwartaal(m: Symbolen, d: str, q: Tijd) -> Expression:
    """The mean of the beginning and the end of the quarter."""
    return (m.begeleiding[d][q - 1] + m.begeleiding[d][q]) / m.meetmomenten


@regel("Gemiddeld wachtend in het kwartaal", "personen", tijd=KWARTAAL, per=GROEPEN)
def wachtend_in_kwartaal(m: Symbolen, d: str, q: Tijd) -> Expression:
    """The mean of the beginning and the end of the quarter."""
    return (m.wachtlijst[d][q - 1] + m.wachtlijst[d][q]) / m.meetmomenten


@regel("Start begeleiding in het jaar", "personen", per=GROEPEN)
def start_jaar(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Persons who start in the year."""
    return in_jaar(m.start[d])


@regel("Begeleid (persoonsjaren)", "personen", per=GROEPEN)
def begeleid(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Person-years of guidance: the mean of the quarters."""
    return in_jaar(m.begeleid_in_kwartaal[d]) * m.tijdstap / m.kwartalen_per_jaar


@regel("Wachtend (persoonsjaren)", "personen", per=GROEPEN)
def wachtend(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Person-years of waiting: the mean of the quarters."""
    return in_jaar(m.wachtend_in_kwartaal[d]) * m.tijdstap / m.kwartalen_per_jaar


@regel("Wachttijd bij dit tempo", "weken", per=GROEPEN)
def wachtweken_bij_tempo(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Weeks until who waits has started, at the pace of the year; absent when nobody starts."""
    per_kwartaal = m.start_jaar[d][j] / m.kwartalen_per_jaar
    weken = m.weken_per_kwartaal * m.wachtend[d][j] / per_kwartaal
    return als(m.start_jaar[d][j] - m.verwaarloosbaar, weken, AFWEZIG)


@regel("Wachttijd", "weken", per=GROEPEN)
def wachtweken(m: Symbolen, d: str, j: Tijd) -> Expression:
    """0 when nobody waits; absent ("niemand start") when somebody waits and nobody starts."""
    return als(m.wachtend[d][j] - m.verwaarloosbaar, m.wachtweken_bij_tempo[d][j], 0)


@regel("Gewogen begeleid", "personen")
def gewogen_begeleid(m: Symbolen, j: Tijd) -> Expression:
    """Person-years of guidance as they count in the caseload."""
    return som(m.gewicht[d] * m.begeleid[d][j] for d in (ASIEL, GEZIN))


@regel("Gewogen wachtend", "personen")
def gewogen_wachtend(m: Symbolen, j: Tijd) -> Expression:
    """Person-years of waiting as they count in the caseload."""
    return som(m.gewicht[d] * m.wachtend[d][j] for d in GROEPEN)
