"""Inkoop: the procurement budget and the tender of the leerroutes (rekenmodel §7)."""

from __future__ import annotations

from core.rekenkunde.regel import ASIEL, GEMEENTEFONDS, ROUTES, SPUK, Regelboek, Symbolen
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.uitdrukking import AFWEZIG, Expression, Tijd, als, deel_van, in_jaar, keuze, som, totaal

regel = Regelboek()
PLAN, KWARTAAL = Tijdsoort.PLAN, Tijdsoort.KWARTAAL


@regel("Inhuur volgens caseload", "euro", pot=GEMEENTEFONDS)
def inhuur_caseload(m: Symbolen, j: Tijd) -> Expression:
    """The hired share of the fte; needs only its own factors."""
    return deel_van(m.inhuuraandeel[j], m.fte_ingezet[j] * m.inhuur_fte[j])


@regel("Inhuur volgens uren", "euro", pot=GEMEENTEFONDS)
def inhuur_uren(m: Symbolen, j: Tijd) -> Expression:
    """The hired share of the hours; needs only its own factors."""
    return deel_van(m.inhuuraandeel[j], m.uren[j] * m.inhuurtarief[j])


@regel("Inhuur", "euro", pot=GEMEENTEFONDS)
def inhuur(m: Symbolen, j: Tijd) -> Expression:
    """Of the method that leads; the national average has it inside, so there it is absent."""
    return keuze(m.methode, landelijk=AFWEZIG, caseload=m.inhuur_caseload[j], uren=m.inhuur_uren[j])


@regel("Inhuur in het inkoopbudget", "euro", pot=GEMEENTEFONDS)
def inhuur_in_som(m: Symbolen, j: Tijd) -> Expression:
    """As inhuur, but 0 with the national average."""
    return keuze(m.methode, landelijk=0, caseload=m.inhuur_caseload[j], uren=m.inhuur_uren[j])


@regel("Inkoop uit de SPUK", "euro", pot=SPUK)
def inkoop_spuk(m: Symbolen, j: Tijd) -> Expression:
    """All voorzieningen."""
    return som((m.voorzieningenkosten[j],))


@regel("Inkoop uit het Gemeentefonds", "euro", pot=GEMEENTEFONDS)
def inkoop_gemeentefonds(m: Symbolen, j: Tijd) -> Expression:
    """Startklas and inhuur."""
    return m.startklas[j] + m.inhuur_in_som[j]


@regel("Inkoopbudget (som over potten)", "euro")
def inkoopbudget(m: Symbolen, j: Tijd) -> Expression:
    """Both pots together, and called so."""
    return m.inkoop_spuk[j] + m.inkoop_gemeentefonds[j]


# --- tender of the leerroutes ------------------------------------------------------------------------------


@regel("Trajecten", "personen", tijd=KWARTAAL, per=ROUTES)
def trajecten(m: Symbolen, r: str, q: Tijd) -> Expression:
    """Asielstatushouders who start on this route."""
    return m.start[ASIEL][q] * m.leerroutemix[r]


@regel("Startgroepen", "groepen", tijd=KWARTAAL, per=ROUTES)
def startgroepen(m: Symbolen, r: str, q: Tijd) -> Expression:
    """Groups of the size filled in; not rounded."""
    return m.trajecten[r][q] / m.groepsgrootte[r]


@regel("Contractjaar (1 = ja)", "getal")
def contractjaar(m: Symbolen, j: Tijd) -> Expression:
    """Whether the year lies in the base term; absent without a contract."""
    return als(m.jaar[j + 1] - m.contract_start, als(m.contract_start + m.contract_jaren - m.jaar[j], 1, 0), 0)


@regel("Contractjaar met opties (1 = ja)", "getal")
def contractjaar_met_opties(m: Symbolen, j: Tijd) -> Expression:
    """Whether the year lies in the term including options; absent without a contract."""
    einde = m.contract_start + m.contract_jaren + m.optie_jaren
    return als(m.jaar[j + 1] - m.contract_start, als(einde - m.jaar[j], 1, 0), 0)


@regel("Trajecten in het jaar", "personen", per=ROUTES)
def trajecten_jaar(m: Symbolen, r: str, j: Tijd) -> Expression:
    """Asielstatushouders who start on this route in the year."""
    return in_jaar(m.trajecten[r])


@regel("Waarde van gestarte trajecten", "euro", per=ROUTES)
def waarde_van_starts(m: Symbolen, r: str, j: Tijd) -> Expression:
    """The whole traject of everyone who starts in the year."""
    return m.trajecten_jaar[r][j] * m.trajectwaarde[r][j] * m.prijsfactor[j]


@regel("Contractwaarde per jaar van start", "euro", per=ROUTES)
def contractwaarde_jaar(m: Symbolen, r: str, j: Tijd) -> Expression:
    """Of starts in the base term, within the plan years."""
    return deel_van(m.contractjaar[j], m.waarde_van_starts[r][j])


@regel("Contractwaarde met opties per jaar van start", "euro", per=ROUTES)
def contractwaarde_met_opties_jaar(m: Symbolen, r: str, j: Tijd) -> Expression:
    """Of starts in the term including options, within the plan years."""
    return deel_van(m.contractjaar_met_opties[j], m.waarde_van_starts[r][j])


@regel("Contractwaarde", "euro", tijd=PLAN, per=ROUTES)
def contractwaarde(m: Symbolen, r: str) -> Expression:
    """Per perceel, base term (Aanbestedingswet 2.15: excl. btw)."""
    return totaal(m.contractwaarde_jaar[r])


@regel("Contractwaarde, alle percelen", "euro", tijd=PLAN)
def contractwaarde_totaal(m: Symbolen) -> Expression:
    """Base term, all percelen together (Aanbestedingswet 2.18)."""
    return som(m.contractwaarde[r] for r in ROUTES)


@regel("Contractwaarde met opties, alle percelen", "euro", tijd=PLAN)
def contractwaarde_met_opties(m: Symbolen) -> Expression:
    """What is held against the drempel (Aanbestedingswet 2.15 and 2.18: with options, all percelen)."""
    return som(totaal(m.contractwaarde_met_opties_jaar[r]) for r in ROUTES)
