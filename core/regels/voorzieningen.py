"""Inburgeringsvoorzieningen: leerroutes, maatschappelijke begeleiding, PVT, MAP and tolken (rekenmodel §6).

Pot: SPUK.
"""

from __future__ import annotations

from core.catalogus.vakken import BEIDE
from core.rekenkunde.regel import ASIEL, GROEPEN, RITMEJAREN, ROUTES, SPUK, Regelboek, Symbolen
from core.rekenkunde.tijdas import EIND, JAREN_NA, JAREN_TERUG, KWARTALEN_TERUG, START, Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    Tijd,
    als,
    bekend,
    eerste,
    in_jaar,
    maximum,
    som,
    totaal,
)

regel = Regelboek()
VOORAF = Venster(START - JAREN_TERUG, START - 1)
COHORTEN = Venster(START - JAREN_TERUG, EIND)
NA_HORIZON = Venster(EIND + 1, EIND + JAREN_NA)
MET_NALOOP = Venster(START, EIND + JAREN_NA)


# --- who started, also before the plan ---------------------------------------------------------------------


@regel(
    "In aanloop bij de start, asielstatushouders",
    "personen",
    tijd=Tijdsoort.KWARTAAL,
    venster=Venster(START - KWARTALEN_TERUG, START - 1),
)
def in_aanloop(m: Symbolen, q: Tijd) -> Expression:
    """Persons settled before the plan whose aanloop is not over."""
    return als(m.kwartaal[q] + m.wachttijd_vooraf[ASIEL], m.vestiging[ASIEL][q], 0)


@regel("Nog niet gestart bij de start, asielstatushouders", "personen", tijd=Tijdsoort.PLAN)
def nog_niet_gestart(m: Symbolen) -> Expression:
    """Who waits, and who is in aanloop."""
    return m.wachtlijst_start[ASIEL] + totaal(m.in_aanloop)


@regel("Nog niet gestart, toegerekend aan cohort", "personen", venster=VOORAF)
def nog_te_starten(m: Symbolen, j: Tijd) -> Expression:
    """First of the youngest cohort (S−1), what is more than that of the one before; not further back."""
    rest = maximum(0, m.nog_te_starten[j + 1] - m.cohort[ASIEL][j + 1])
    toegerekend = als(m.startjaar - m.jaar[j + 1], rest, m.nog_niet_gestart)
    return als(m.startjaar - m.jaar[j + 2], 0, toegerekend)


@regel("Eerder gestart volgens cohort en wachtlijst", "personen", venster=VOORAF)
def gestart_uit_cohort(m: Symbolen, j: Tijd) -> Expression:
    """A cohort less who has not started yet."""
    return maximum(0, m.cohort[ASIEL][j] - m.nog_te_starten[j])


@regel("Gestart vóór het plan, asielstatushouders", "personen", venster=VOORAF)
def gestart_vooraf(m: Symbolen, j: Tijd) -> Expression:
    """As filled in, else derived; nobody before 2022."""
    gestart = eerste(m.rij_eerder_gestart_asiel[j], m.gestart_uit_cohort[j])
    return als(m.jaar[j] - m.laatste_jaar_oude_wet, gestart, 0)


@regel("Gestart met een leerroute, asielstatushouders", "personen", venster=COHORTEN)
def gestart_asiel(m: Symbolen, j: Tijd) -> Expression:
    """By year of start, whatever the year of vestiging."""
    return als(m.startjaar - m.jaar[j], m.gestart_vooraf[j], in_jaar(m.start[ASIEL]))


# --- leerroutes --------------------------------------------------------------------------------------------


@regel("Nieuw contract loopt (1 = ja)", "getal", venster=COHORTEN)
def nieuw_contract(m: Symbolen, j: Tijd) -> Expression:
    """From contract_start on; absent without one."""
    return als(m.jaar[j + 1] - m.contract_start, 1, 0)


@regel("Prijsfactor van de aanbesteding", "getal", venster=COHORTEN)
def prijsfactor(m: Symbolen, j: Tijd) -> Expression:
    """1 + prijsopslag for who starts under the new contract, else 1."""
    return 1 + eerste(m.nieuw_contract[j], 0) * m.prijsopslag_aanbesteding


@regel("Gestart, met prijsfactor", "personen", venster=COHORTEN)
def gestart_geprijsd(m: Symbolen, j: Tijd) -> Expression:
    """Starts, counted heavier where the new contract is dearer."""
    return m.gestart_asiel[j] * m.prijsfactor[j]


@regel("Betaald deel van gestarte trajecten", "personen", venster=MET_NALOOP)
def betaalde_trajecten(m: Symbolen, j: Tijd) -> Expression:
    """Trajecten started in this and earlier years (up to the last plan year), in the share that falls due."""
    return som(m.gestart_geprijsd[j - k] * m.betaalritme[jaar] for k, jaar in enumerate(RITMEJAREN))


@regel("Trajectprijs, ook na het plan", "euro per persoon", per=ROUTES, venster=MET_NALOOP)
def trajectprijs_doorgetrokken(m: Symbolen, r: str, j: Tijd) -> Expression:
    """After the horizon the last plan year, carried on with the prijsstijging."""
    na = m.trajectprijs_doorgetrokken[r][j - 1] * (1 + m.prijsstijging[j])
    return als(m.jaar[j] - m.eindjaar, na, m.trajectprijs[r][j])


@regel("Leerroutes", "euro", per=ROUTES, pot=SPUK)
def leerroute(m: Symbolen, r: str, j: Tijd) -> Expression:
    """What falls due in the year on trajecten of this route."""
    return m.betaalde_trajecten[j] * m.leerroutemix[r] * m.trajectprijs_doorgetrokken[r][j]


@regel("Leerroutes na het plan", "euro", per=ROUTES, venster=NA_HORIZON, pot=SPUK)
def leerroute_na_horizon(m: Symbolen, r: str, j: Tijd) -> Expression:
    """What falls due after the last plan year on trajecten started up to then."""
    return m.betaalde_trajecten[j] * m.leerroutemix[r] * m.trajectprijs_doorgetrokken[r][j]


@regel("Lasten na het plan", "euro", tijd=Tijdsoort.PLAN, pot=SPUK)
def na_horizon_lasten(m: Symbolen) -> Expression:
    """Leerroutes still to be paid for who started up to and including the last plan year."""
    return som(totaal(m.leerroute_na_horizon[r]) for r in ROUTES)


# --- other provisions --------------------------------------------------------------------------------------


@regel("Maatschappelijke begeleiding", "euro", pot=SPUK)
def maatschappelijke_begeleiding_kosten(m: Symbolen, j: Tijd) -> Expression:
    """From registration (Wi2021 art. 13), so also for who waits."""
    return m.instroom[ASIEL][j] * m.maatschappelijke_begeleiding[j]


@regel("Tolk", "euro per persoon", per=GROEPEN)
def tolk(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Hours × tarief."""
    return m.tolkuren[d] * m.tolktarief[j]


@regel("Ingevulde onderdelen van PVT, MAP en tolken", "getal")
def ingevuld_pvt_map_tolk(m: Symbolen, j: Tijd) -> Expression:
    """How many of pvt, map and tolktarief are filled in for the year."""
    namen = ("pvt", "map", "tolktarief")
    vakken = [getattr(m, f"{soort}_{naam}")[j] for naam in namen for soort in ("rij", "geindexeerd")]
    return bekend(*vakken)


@regel("PVT, MAP en tolk, uit onderdelen", "euro per persoon", per=GROEPEN)
def pvt_map_tolk_uit_delen(m: Symbolen, d: str, j: Tijd) -> Expression:
    """The sum of its parts; a blank part counts as 0 once one is filled, all blank is absent."""
    return als(m.ingevuld_pvt_map_tolk[j], m.pvt[j] + m.map[j] + m.tolk[d][j], AFWEZIG)


@regel("Eigen opgave PVT, MAP en tolken in het jaar (1 = ja)", "getal", per=GROEPEN)
def pvt_map_tolk_ingevuld(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Whether the group has a value of its own in the row of years."""
    return bekend(m.rij_pvt_map_tolk[d][j])


@regel("Eigen opgaven PVT, MAP en tolken", "getal", tijd=Tijdsoort.PLAN, per=GROEPEN)
def pvt_map_tolk_eigen(m: Symbolen, d: str) -> Expression:
    """How many cells the group has filled in for itself."""
    return totaal(m.pvt_map_tolk_ingevuld[d]) + bekend(m.invoer_pvt_map_tolk[d])


@regel("Opgave PVT, MAP en tolken voor beide groepen", "euro per persoon", per=GROEPEN)
def pvt_map_tolk_samen(m: Symbolen, d: str, j: Tijd) -> Expression:
    """What is given for both groups; it does not count for a group with any value of its own."""
    samen = eerste(m.rij_pvt_map_tolk[BEIDE][j], m.geindexeerd_pvt_map_tolk[BEIDE][j])
    return als(m.pvt_map_tolk_eigen[d], AFWEZIG, samen)


@regel("PVT, MAP en tolken zonder eigen opgave", "euro per persoon", per=GROEPEN)
def pvt_map_tolk_terugval(m: Symbolen, d: str, j: Tijd) -> Expression:
    """The sum of its parts, else the suggestie."""
    return eerste(m.pvt_map_tolk_uit_delen[d][j], m.suggestie_pvt_map_tolk[d][j])


@regel("PVT, MAP en tolken per persoon", "euro per persoon", per=GROEPEN)
def pvt_map_tolk(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Own amount of the group, else of both groups, else the sum of its parts, else the suggestie."""
    eigen = (m.rij_pvt_map_tolk[d][j], m.geindexeerd_pvt_map_tolk[d][j], m.pvt_map_tolk_samen[d][j])
    return eerste(*eigen, m.pvt_map_tolk_terugval[d][j])


@regel("PVT, MAP en tolken", "euro", pot=SPUK)
def pvt_map_tolk_kosten(m: Symbolen, j: Tijd) -> Expression:
    """For everyone who starts."""
    return som(m.start_jaar[d][j] * m.pvt_map_tolk[d][j] for d in GROEPEN)


@regel("Voorzieningenkosten", "euro", pot=SPUK)
def voorzieningenkosten(m: Symbolen, j: Tijd) -> Expression:
    """All that the SPUK is for."""
    leerroutes = som(m.leerroute[r][j] for r in ROUTES)
    return leerroutes + m.maatschappelijke_begeleiding_kosten[j] + m.pvt_map_tolk_kosten[j]
