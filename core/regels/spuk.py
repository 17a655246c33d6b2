"""SPUK: what the State pays for inburgeringsvoorzieningen, and what may stay (rekenmodel §6, wetgeving b).

Amounts belong to the budget year (Ri2021 art. 10.2 and 10.3). Baten are what a year definitively earns
(Bi2021 art. 10.2); the provisional amount (art. 10.1) only moves cash.
"""

from __future__ import annotations

from core.rekenkunde.regel import ASIEL, GEZIN, RITMEJAREN, ROUTES, SPUK, Regelboek, Symbolen
from core.rekenkunde.tijdas import BEGIN, EIND, JAREN_TERUG, START, Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    Reeks,
    Tijd,
    als,
    deel_van,
    eerste,
    maximum,
    minimum,
    som,
    totaal,
)

regel = Regelboek()
BUDGETJAREN = Venster(BEGIN, EIND + 2, niet_voor=2022)
AFGELEIDE_JAREN = Venster(BEGIN, EIND + 2, niet_voor=2027)
"""Budget years after the last known one."""
MET_VORIG_JAAR = Venster(START - 1, EIND)
MET_TRAJECT = Venster(START - 1, EIND + 2)
NA_HORIZON = Venster(EIND + 1, EIND + 2)


# --- amounts per budget year -------------------------------------------------------------------------------


def _bekend_bedrag(j: Tijd, rij: Reeks, invoer: Expression, wet: Reeks) -> tuple[Expression, ...]:
    """Own value for the year, own value for all years, the law's."""
    return rij[j], invoer, wet[j]  # type: ignore[return-value]


@regel("SPUK a, afgeleid", "euro per persoon", venster=AFGELEIDE_JAREN)
def spuk_a_afgeleid(m: Symbolen, j: Tijd) -> Expression:
    """That of the year before, indexed."""
    return m.spuk_a[j - 1] * (1 + m.spuk_index[j])


@regel("SPUK a: asielstatushouder van dit cohort", "euro per persoon", venster=BUDGETJAREN)
def spuk_a(m: Symbolen, j: Tijd) -> Expression:
    """Ri2021 art. 10.3; after the last known year indexed."""
    bekend = _bekend_bedrag(j, m.rij_spuk_a, m.invoer_spuk_a, m.kengetal_spuk_a)
    return eerste(*bekend, m.spuk_a_afgeleid[j])


@regel("SPUK b, afgeleid", "euro per persoon", venster=AFGELEIDE_JAREN)
def spuk_b_afgeleid(m: Symbolen, j: Tijd) -> Expression:
    """30/40 of the a of its cohort, indexed."""
    return m.spuk_vervolgdeel * m.spuk_a[j - 1] * (1 + m.spuk_index[j])


@regel("SPUK b: asielstatushouder van een jaar eerder", "euro per persoon", venster=BUDGETJAREN)
def spuk_b(m: Symbolen, j: Tijd) -> Expression:
    """Ri2021 art. 10.3; after the last known year 30/40 of the a of its cohort, indexed."""
    bekend = _bekend_bedrag(j, m.rij_spuk_b, m.invoer_spuk_b, m.kengetal_spuk_b)
    return eerste(*bekend, m.spuk_b_afgeleid[j])


@regel("SPUK c in het nieuwe ritme", "euro per persoon", venster=AFGELEIDE_JAREN)
def spuk_c_nieuw_ritme(m: Symbolen, j: Tijd) -> Expression:
    """30/40 of the a of its cohort, indexed over two years."""
    return m.spuk_vervolgdeel * m.spuk_a[j - 2] * (1 + m.spuk_index[j - 1]) * (1 + m.spuk_index[j])


@regel("SPUK c, afgeleid", "euro per persoon", venster=AFGELEIDE_JAREN)
def spuk_c_afgeleid(m: Symbolen, j: Tijd) -> Expression:
    """In the rhythm of its cohort: the old one up to cohort 2025."""
    oud_ritme = m.spuk_c[j - 1] * (1 + m.spuk_index[j])
    return als(m.jaar[j] - m.laatste_jaar_c_oud_ritme, m.spuk_c_nieuw_ritme[j], oud_ritme)


@regel("SPUK c: asielstatushouder van twee jaar eerder", "euro per persoon", venster=BUDGETJAREN)
def spuk_c(m: Symbolen, j: Tijd) -> Expression:
    """Ri2021 art. 10.3; after the last known year derived."""
    bekend = _bekend_bedrag(j, m.rij_spuk_c, m.invoer_spuk_c, m.kengetal_spuk_c)
    return eerste(*bekend, m.spuk_c_afgeleid[j])


@regel("SPUK gezin, afgeleid", "euro per persoon", venster=AFGELEIDE_JAREN)
def spuk_gezin_afgeleid(m: Symbolen, j: Tijd) -> Expression:
    """That of the year before, indexed."""
    return m.spuk_gezin[j - 1] * (1 + m.spuk_index[j])


@regel("SPUK per gezins- of overige migrant", "euro per persoon", venster=BUDGETJAREN)
def spuk_gezin(m: Symbolen, j: Tijd) -> Expression:
    """Ri2021 art. 10.2, once, in the year of vestiging; after the last known year indexed."""
    bekend = _bekend_bedrag(j, m.rij_spuk_gezin, m.invoer_spuk_gezin, m.kengetal_spuk_gezin)
    return eerste(*bekend, m.spuk_gezin_afgeleid[j])


@regel("SPUK onderwijsroute volgens opgave", "euro per persoon", venster=MET_VORIG_JAAR)
def spuk_onderwijsroute_opgave(m: Symbolen, j: Tijd) -> Expression:
    """As filled in; 0 while the amount is not known."""
    return eerste(m.rij_spuk_onderwijsroute[j], m.invoer_spuk_onderwijsroute, 0)


@regel("SPUK onderwijsroute per persoon (ABO)", "euro per persoon", venster=MET_VORIG_JAAR)
def spuk_onderwijsroute(m: Symbolen, j: Tijd) -> Expression:
    """Only for cohorts 2026–2029 (feiten S16/S17); 0 outside them."""
    bedrag = m.spuk_onderwijsroute_opgave[j]
    return als(m.jaar[j] - m.laatste_jaar_voor_abo, als(m.eerste_jaar_na_abo - m.jaar[j], bedrag, 0), 0)


@regel("Eigen opgave korting op de SPUK", "aandeel", venster=MET_TRAJECT)
def spuk_korting_eigen(m: Symbolen, j: Tijd) -> Expression:
    """What the gemeente filled in; absent otherwise."""
    return eerste(m.rij_spuk_korting[j], m.invoer_spuk_korting, AFWEZIG)


@regel("Aangekondigde korting op de SPUK", "aandeel", venster=MET_TRAJECT)
def spuk_korting_maatregel(m: Symbolen, j: Tijd) -> Expression:
    """The announced measure where it is switched on, from its first year."""
    return m.maatregel_spuk_korting * als(m.jaar[j] - m.spuk_korting_voor, m.spuk_korting_aangekondigd, 0)


@regel("Korting op de SPUK", "aandeel", venster=MET_TRAJECT)
def spuk_korting(m: Symbolen, j: Tijd) -> Expression:
    """As filled in, else the announced measure; after the horizon that of the last plan year."""
    in_plan = eerste(m.spuk_korting_eigen[j], m.spuk_korting_maatregel[j])
    return als(m.jaar[j] - m.eindjaar, m.spuk_korting[j - 1], in_plan)


# --- baten -------------------------------------------------------------------------------------------------


@regel("Oud cohort, ook als het niet bekend is", "personen", venster=Venster(START - JAREN_TERUG, START - 1))
def cohort_terugval(m: Symbolen, j: Tijd) -> Expression:
    """Of S−3 and before: as filled in, else that of a year later."""
    return eerste(m.rij_eerdere_instroom[ASIEL][j], m.cohort[ASIEL][j + 1])


@regel("Cohort asielstatushouders voor de SPUK", "personen", venster=Venster(START - JAREN_TERUG, EIND))
def cohort_spuk(m: Symbolen, j: Tijd) -> Expression:
    """As the cohort, but where S−3 is blank it is taken equal to S−2 (only the settlement of S−1 uses it)."""
    oud = als(m.startjaar - m.jaar[j + 2], m.cohort_terugval[j], m.cohort[ASIEL][j])
    return als(m.jaar[j] - m.laatste_jaar_oude_wet, oud, 0)


@regel("SPUK asiel voor prestatiebekostiging", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def ba_volume(m: Symbolen, j: Tijd) -> Expression:
    """Three cohorts × the amounts of the year."""
    dit_jaar = m.spuk_a[j] * m.cohort[ASIEL][j]
    return dit_jaar + m.spuk_b[j] * m.cohort[ASIEL][j - 1] + m.spuk_c[j] * m.cohort_spuk[j - 2]


@regel("Prestatiefactor", "getal", venster=MET_VORIG_JAAR)
def prestatiefactor(m: Symbolen, j: Tijd) -> Expression:
    """1 at the completions of an average gemeente (Bi2021 art. 10.2, Ri2021 art. 10.4)."""
    return 1 + m.prestatie_aandeel[j] * (m.prestatie_verhouding[j] - 1)


@regel("SPUK asielstatushouders (BA)", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def ba(m: Symbolen, j: Tijd) -> Expression:
    """Volume × prestatiefactor."""
    return m.ba_volume[j] * m.prestatiefactor[j]


@regel("SPUK gezins- en overige migranten (BGO)", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def bgo(m: Symbolen, j: Tijd) -> Expression:
    """The cohort of the year × its amount."""
    return m.spuk_gezin[j] * m.cohort[GEZIN][j]


@regel("SPUK onderwijsroute (ABO)", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def abo(m: Symbolen, j: Tijd) -> Expression:
    """Who takes the onderwijsroute × its amount, in the year of vestiging."""
    return m.spuk_onderwijsroute[j] * m.cohort[ASIEL][j] * m.leerroutemix["onderwijs"]


@regel("SPUK-baten, berekend", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def spuk_berekend(m: Symbolen, j: Tijd) -> Expression:
    """BA, BGO and ABO after the korting; 0 before the law."""
    baten = (1 - m.spuk_korting[j]) * (m.ba[j] + m.bgo[j] + m.abo[j])
    return als(m.jaar[j] - m.laatste_jaar_oude_wet, baten, 0)


@regel("SPUK-baten volgens eigen opgave", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def spuk_opgave(m: Symbolen, j: Tijd) -> Expression:
    """spuk_vorig_jaar, for the year before the plan from 2022 on; absent otherwise."""
    voor_het_plan = als(m.startjaar - m.jaar[j], m.spuk_vorig_jaar, AFWEZIG)
    return als(m.jaar[j] - m.laatste_jaar_oude_wet, voor_het_plan, AFWEZIG)


@regel("SPUK-baten", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def spuk_baten(m: Symbolen, j: Tijd) -> Expression:
    """What the year definitively earns."""
    return eerste(m.spuk_opgave[j], m.spuk_berekend[j])


# --- saldo, reserve and cash -------------------------------------------------------------------------------


@regel("Saldo SPUK", "euro", pot=SPUK)
def spuk_saldo(m: Symbolen, j: Tijd) -> Expression:
    """Baten less voorzieningenkosten."""
    return m.spuk_baten[j] - m.voorzieningenkosten[j]


@regel("Stand aan het begin van het jaar", "euro", pot=SPUK)
def beginstand(m: Symbolen, j: Tijd) -> Expression:
    """stand_start in the first year, then the stand of the year before."""
    return als(m.jaar[j] - m.startjaar, m.stand[j - 1], m.stand_start)


@regel("Ruimte", "euro", pot=SPUK)
def ruimte(m: Symbolen, j: Tijd) -> Expression:
    """What is there before the ceiling."""
    return m.beginstand[j] + m.spuk_saldo[j]


@regel("Plafond van de reserve", "euro", pot=SPUK)
def plafond(m: Symbolen, j: Tijd) -> Expression:
    """Bi2021 art. 10.5 with Ri2021 art. 10.5; the way they combine is nog na te gaan."""
    return deel_van(m.reservering_a, m.spuk_baten[j]) + deel_van(m.reservering_b, m.spuk_baten[j - 1])


@regel("Stand aan het eind van het jaar", "euro", pot=SPUK)
def stand(m: Symbolen, j: Tijd) -> Expression:
    """Positive: reserved. Negative: lasten moved to the next year (Bi2021 art. 10.6)."""
    return minimum(m.ruimte[j], m.plafond[j])


@regel("Terugbetaling", "euro", pot=SPUK)
def terugbetaling(m: Symbolen, j: Tijd) -> Expression:
    """What is above the ceiling goes back (Wi2021 art. 42)."""
    return maximum(0, m.ruimte[j] - m.plafond[j])


@regel("Reserve", "euro", pot=SPUK)
def reserve(m: Symbolen, j: Tijd) -> Expression:
    """The stand where it is positive."""
    return maximum(0, m.stand[j])


@regel("Doorgeschoven lasten", "euro", pot=SPUK)
def doorgeschoven(m: Symbolen, j: Tijd) -> Expression:
    """The stand where it is negative: the gemeente prefinances."""
    return maximum(0, 0 - m.stand[j])


@regel("Voorlopige uitkering", "euro", venster=MET_VORIG_JAAR, pot=SPUK)
def voorlopig(m: Symbolen, j: Tijd) -> Expression:
    """As in the beschikking, else equal to the baten."""
    return eerste(m.spuk_voorlopig[j], m.spuk_baten[j])


@regel("Afrekening van het vorige jaar", "euro", pot=SPUK)
def afrekening(m: Symbolen, j: Tijd) -> Expression:
    """Definitive less provisional of the year before (Bi2021 art. 10.8)."""
    return m.spuk_baten[j - 1] - m.voorlopig[j - 1]


@regel("Ontvangen SPUK", "euro", pot=SPUK)
def spuk_kas(m: Symbolen, j: Tijd) -> Expression:
    """The cash of the year."""
    return m.voorlopig[j] + m.afrekening[j]


# --- what one person brings and costs ----------------------------------------------------------------------


@regel("SPUK van één asielstatushouder over het traject", "euro per persoon")
def spuk_traject(m: Symbolen, j: Tijd) -> Expression:
    """The a, b and c of three budget years, after the korting."""
    bedragen = (m.spuk_a[j], m.spuk_b[j + 1], m.spuk_c[j + 2])
    return som((1 - m.spuk_korting[j + k]) * bedrag for k, bedrag in enumerate(bedragen))


@regel("Prijs van één traject over de jaren van betaling", "euro per persoon", per=ROUTES)
def trajectwaarde(m: Symbolen, r: str, j: Tijd) -> Expression:
    """The price of each year × the share that falls due in it, before the prijsfactor."""
    prijs = m.trajectprijs_doorgetrokken[r]
    return som(prijs[j + k] * m.betaalritme[jaar] for k, jaar in enumerate(RITMEJAREN))


@regel("Kosten van één leerroute, gemiddeld", "euro per persoon")
def leerroute_gemiddeld(m: Symbolen, j: Tijd) -> Expression:
    """The routes in their mix, with the prijsfactor of the year of start."""
    return som(m.leerroutemix[r] * m.trajectwaarde[r][j] for r in ROUTES) * m.prijsfactor[j]


@regel("Kostendekkende trajectprijs", "euro per persoon")
def kostendekkende_trajectprijs(m: Symbolen, j: Tijd) -> Expression:
    """The average price at which the SPUK (without ABO) just covers the leerroute."""
    return m.spuk_traject[j] - m.maatschappelijke_begeleiding[j] - m.pvt_map_tolk[ASIEL][j]


@regel("SPUK onderwijsroute per asielstatushouder", "euro per persoon")
def abo_per_persoon(m: Symbolen, j: Tijd) -> Expression:
    """The ABO after the korting, spread over all routes."""
    return (1 - m.spuk_korting[j]) * m.spuk_onderwijsroute[j] * m.leerroutemix["onderwijs"]


@regel("Dekking per asielstatushouder", "euro per persoon", pot=SPUK)
def dekking_asiel(m: Symbolen, j: Tijd) -> Expression:
    """What one person of this cohort brings less what he costs over the whole traject."""
    return m.kostendekkende_trajectprijs[j] + m.abo_per_persoon[j] - m.leerroute_gemiddeld[j]


@regel("Dekking per gezins- of overige migrant", "euro per persoon", pot=SPUK)
def dekking_gezin(m: Symbolen, j: Tijd) -> Expression:
    """What one person of this cohort brings less what he costs."""
    return (1 - m.spuk_korting[j]) * m.spuk_gezin[j] - m.pvt_map_tolk[GEZIN][j]


@regel("SPUK na het plan", "euro", venster=NA_HORIZON, pot=SPUK)
def ba_na_horizon(m: Symbolen, j: Tijd) -> Expression:
    """The b and c of cohorts up to the last plan year, at average completions."""
    verder = m.spuk_b[j] * m.cohort[ASIEL][j - 1] + m.spuk_c[j] * m.cohort[ASIEL][j - 2]
    return (1 - m.spuk_korting[j]) * verder


@regel("Baten na het plan", "euro", tijd=Tijdsoort.PLAN, pot=SPUK)
def na_horizon_baten(m: Symbolen) -> Expression:
    """SPUK still to come for cohorts up to the last plan year."""
    return totaal(m.ba_na_horizon)
