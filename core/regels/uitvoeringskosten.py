"""Uitvoeringskosten per year, three methods (rekenmodel §4). Pot: Gemeentefonds."""

from __future__ import annotations

from core.catalogus.vakken import BEIDE
from core.rekenkunde.regel import GEMEENTEFONDS, GROEPEN, Regelboek, Symbolen
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.uitdrukking import (
    AFWEZIG,
    Expression,
    Tijd,
    als,
    bekend,
    deel_van,
    eerste,
    keuze,
    som,
    totaal,
)

regel = Regelboek()
PLAN = Tijdsoort.PLAN
START_DELEN = ("uren_brede_intake", "uren_leerbaarheidstoets", "uren_pip", "uren_ontzorgen")
JAAR_DELEN = ("uren_per_gesprek", "uren_afstemming", "uren_handhaving")


def _ingevuld(m: Symbolen, namen: tuple[str, ...], d: str) -> Expression:
    """How many cells of these inputs are filled, for the group or for both."""
    return bekend(*(getattr(m, f"invoer_{naam}")[wie] for naam in namen for wie in (d, BEIDE)))


# --- hours per person --------------------------------------------------------------------------------------


@regel("Ingevulde onderdelen van de uren bij de start", "getal", tijd=PLAN, per=GROEPEN)
def ingevuld_start(m: Symbolen, d: str) -> Expression:
    """How many parts are filled in."""
    return _ingevuld(m, START_DELEN, d)


@regel("Ingevulde onderdelen van de uren per jaar", "getal", tijd=PLAN, per=GROEPEN)
def ingevuld_jaar(m: Symbolen, d: str) -> Expression:
    """How many parts are filled in; gesprekken count by the hours they take."""
    return _ingevuld(m, JAAR_DELEN, d)


@regel("Uren bij de start, uit onderdelen", "uren per persoon", tijd=PLAN, per=GROEPEN)
def uren_start_uit_delen(m: Symbolen, d: str) -> Expression:
    """The sum of its parts; a blank part counts as 0 once one is filled, all blank is absent."""
    return als(m.ingevuld_start[d], som(getattr(m, naam)[d] for naam in START_DELEN), AFWEZIG)


@regel("Uren aan gesprekken per jaar", "uren per persoon", tijd=PLAN, per=GROEPEN)
def uren_gesprekken(m: Symbolen, d: str) -> Expression:
    """The gesprekken of the whole traject, spread over its years."""
    jaren = m.duur[d] / m.kwartalen_per_jaar
    return m.gesprekken[d] * m.uren_per_gesprek[d] / jaren


@regel("Uren per jaar, uit onderdelen", "uren per persoon", tijd=PLAN, per=GROEPEN)
def uren_jaar_uit_delen(m: Symbolen, d: str) -> Expression:
    """Gesprekken, afstemming and handhaving; a blank part counts as 0 once one is filled, all blank is absent."""
    delen = (m.uren_gesprekken[d], m.uren_afstemming[d], m.uren_handhaving[d])
    return als(m.ingevuld_jaar[d], som(delen), AFWEZIG)


@regel("Mensen in het jaar", "personen", per=GROEPEN)
def mensen(m: Symbolen, d: str, j: Tijd) -> Expression:
    """More than 0 when the group has people in the year; what is not known does not count."""
    return som(eerste(x[d][j], 0) for x in (m.instroom, m.begeleid, m.wachtend))


@regel("Uren bij de start die meetellen", "uren per persoon", tijd=PLAN, per=GROEPEN)
def uren_start_nodig(m: Symbolen, d: str) -> Expression:
    """Hours are only asked for a group that has people."""
    return als(totaal(m.mensen[d]), m.uren_start[d], 0)


@regel("Uren per jaar die meetellen", "uren per persoon", tijd=PLAN, per=GROEPEN)
def uren_jaar_nodig(m: Symbolen, d: str) -> Expression:
    """Hours are only asked for a group that has people."""
    return als(totaal(m.mensen[d]), m.uren_jaar[d], 0)


@regel("Uren per groep", "uren", per=GROEPEN)
def uren_groep(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Hours of consulenten for one group."""
    return m.werk[d] * (m.start_jaar[d][j] * m.uren_start_nodig[d] + m.begeleid[d][j] * m.uren_jaar_nodig[d])


@regel("Uren die het werk vraagt", "uren")
def uren(m: Symbolen, j: Tijd) -> Expression:
    """Hours of consulenten, both groups."""
    return som(m.uren_groep[d][j] for d in GROEPEN)


@regel("Uren van consulenten", "uren")
def uren_bij_methode(m: Symbolen, j: Tijd) -> Expression:
    """Shown only when the hours lead."""
    return keuze(m.methode, landelijk=AFWEZIG, caseload=AFWEZIG, uren=m.uren[j])


# --- fte and prices ----------------------------------------------------------------------------------------


@regel("Fte nodig", "fte")
def fte_nodig(m: Symbolen, j: Tijd) -> Expression:
    """To guide everyone who is here."""
    return (m.gewogen_begeleid[j] + m.gewogen_wachtend[j]) / m.caseload


@regel("Fte bezet", "fte")
def fte_bezet(m: Symbolen, j: Tijd) -> Expression:
    """To guide those in guidance."""
    return m.gewogen_begeleid[j] / m.caseload


@regel("Fte ingezet", "fte")
def fte_ingezet(m: Symbolen, j: Tijd) -> Expression:
    """The fte that are there where given (also without a caseload), else those that are needed for who is guided."""
    return eerste(m.fte_beschikbaar[j], m.fte_bezet[j])


@regel("Werkdruk", "getal")
def werkdruk(m: Symbolen, j: Tijd) -> Expression:
    """Fte bezet as a share of fte ingezet; above 1 the caseload is exceeded. Absent without fte."""
    niets = m.verwaarloosbaar / m.caseload
    return als(m.fte_ingezet[j] - niets, m.fte_bezet[j] / m.fte_ingezet[j], AFWEZIG)


@regel("Aandeel eigen personeel", "aandeel")
def eigen_aandeel(m: Symbolen, j: Tijd) -> Expression:
    """What is not inhuur."""
    return 1 - m.inhuuraandeel[j]


@regel("Kosten inhuur per fte", "euro per fte")
def inhuur_fte(m: Symbolen, j: Tijd) -> Expression:
    """A year of hired hours."""
    return m.inhuurtarief[j] * m.productieve_uren


@regel("Prijs per fte", "euro per fte")
def prijs_fte(m: Symbolen, j: Tijd) -> Expression:
    """Own and hired staff in their shares."""
    return deel_van(m.eigen_aandeel[j], m.loonkosten_fte[j]) + deel_van(m.inhuuraandeel[j], m.inhuur_fte[j])


@regel("Loonkosten per productief uur", "euro per uur")
def loonkosten_uur(m: Symbolen, j: Tijd) -> Expression:
    """A year's loonkosten over the hours it yields."""
    return m.loonkosten_fte[j] / m.productieve_uren


@regel("Prijs per uur", "euro per uur")
def uurprijs(m: Symbolen, j: Tijd) -> Expression:
    """Own and hired hours in their shares; absent without productieve_uren."""
    prijs = deel_van(m.eigen_aandeel[j], m.loonkosten_uur[j]) + deel_van(m.inhuuraandeel[j], m.inhuurtarief[j])
    return als(m.productieve_uren, prijs, AFWEZIG)


# --- consulentkosten ---------------------------------------------------------------------------------------


@regel("Consulentkosten volgens caseload", "euro", pot=GEMEENTEFONDS)
def consulentkosten_caseload(m: Symbolen, j: Tijd) -> Expression:
    """Fte × price; absent without a caseload, also where the fte are given."""
    return als(m.caseload, m.fte_ingezet[j] * m.prijs_fte[j], AFWEZIG)


@regel("Gewicht van de landelijke groep", "getal", tijd=PLAN)
def gewicht_landelijk(m: Symbolen) -> Expression:
    """The mean weight of the national mix of groups, so that the national average fits its own people."""
    return 1 - m.aandeel_gezin_landelijk + m.aandeel_gezin_landelijk * m.gewicht_gezin


@regel("Aanwezig, gewogen naar groep", "personen")
def aanwezig_gewogen(m: Symbolen, j: Tijd) -> Expression:
    """Guided and waiting persons, in the weight of their group."""
    return som(m.zwaarte[d] * (m.begeleid[d][j] + m.wachtend[d][j]) for d in GROEPEN)


@regel("Consulentkosten volgens landelijk gemiddelde", "euro", pot=GEMEENTEFONDS)
def consulentkosten_landelijk(m: Symbolen, j: Tijd) -> Expression:
    """Everyone present × the national cost of a person-year, without its general part."""
    direct = m.kengetal_persoonsjaar[j] * (1 - m.aandeel_algemeen_landelijk)
    return m.aanwezig_gewogen[j] / m.gewicht_landelijk * direct


@regel("Consulentkosten volgens uren", "euro", pot=GEMEENTEFONDS)
def consulentkosten_uren(m: Symbolen, j: Tijd) -> Expression:
    """Hours × price."""
    return m.uren[j] * m.uurprijs[j]


@regel("Consulentkosten", "euro", pot=GEMEENTEFONDS)
def consulentkosten(m: Symbolen, j: Tijd) -> Expression:
    """Of the method that leads."""
    return keuze(
        m.methode,
        landelijk=m.consulentkosten_landelijk[j],
        caseload=m.consulentkosten_caseload[j],
        uren=m.consulentkosten_uren[j],
    )


# --- own choices and other costs ---------------------------------------------------------------------------


@regel("Deelnemers startklas", "personen")
def deelnemers_startklas(m: Symbolen, j: Tijd) -> Expression:
    """Of those who start."""
    return som(m.start_jaar[d][j] * m.deelname_startklas[d] for d in GROEPEN)


@regel("Startklas", "euro", pot=GEMEENTEFONDS)
def startklas(m: Symbolen, j: Tijd) -> Expression:
    """Participants × price."""
    return deel_van(m.deelnemers_startklas[j], m.kosten_startklas[j])


@regel("Deelnemers reiskosten", "personen")
def deelnemers_reiskosten(m: Symbolen, j: Tijd) -> Expression:
    """Of those in guidance."""
    return som(m.begeleid[d][j] * m.deelname_reiskosten[d] for d in GROEPEN)


@regel("Reiskosten", "euro", pot=GEMEENTEFONDS)
def reiskosten(m: Symbolen, j: Tijd) -> Expression:
    """Participants × amount per year."""
    return deel_van(m.deelnemers_reiskosten[j], m.bedrag_reiskosten[j])


@regel("Deelnemers kinderopvang", "personen")
def deelnemers_kinderopvang(m: Symbolen, j: Tijd) -> Expression:
    """Of those in guidance."""
    return som(m.begeleid[d][j] * m.deelname_kinderopvang[d] for d in GROEPEN)


@regel("Eigen bijdrage kinderopvang", "euro", pot=GEMEENTEFONDS)
def kinderopvang(m: Symbolen, j: Tijd) -> Expression:
    """Participants × eigen bijdrage per year."""
    return deel_van(m.deelnemers_kinderopvang[j], m.eigen_bijdrage_kinderopvang[j])


@regel("Opslag algemene kosten", "aandeel")
def opslag(m: Symbolen, j: Tijd) -> Expression:
    """What general costs add to consulentkosten; 0 where they are given as an amount."""
    op_kosten = m.aandeel_algemeen / (1 - m.aandeel_algemeen)
    return als(bekend(m.algemene_kosten_bedrag[j]), 0, op_kosten)


@regel("Algemene kosten", "euro", pot=GEMEENTEFONDS)
def algemeen(m: Symbolen, j: Tijd) -> Expression:
    """Beleid and inkoop: the amount where given, else a share of the whole."""
    return eerste(m.algemene_kosten_bedrag[j], deel_van(m.opslag[j], m.consulentkosten[j]))


@regel("Uitvoeringskosten", "euro", pot=GEMEENTEFONDS)
def uitvoeringskosten(m: Symbolen, j: Tijd) -> Expression:
    """All costs of execution."""
    regels = (m.consulentkosten, m.startklas, m.reiskosten, m.kinderopvang, m.algemeen)
    return som(x[j] for x in (*regels, m.bijdrage_samenwerking, m.incidentele_kosten))


@regel("Uitvoeringskosten per inburgeraar die instroomt", "euro per persoon")
def kosten_per_inburgeraar(m: Symbolen, j: Tijd) -> Expression:
    """Absent in a year without instroom."""
    instroom = som(m.instroom[d][j] for d in GROEPEN)
    return als(instroom, m.uitvoeringskosten[j] / instroom, AFWEZIG)


@regel("Uitvoeringskosten per persoonsjaar begeleiding", "euro per persoon")
def kosten_per_persoonsjaar(m: Symbolen, j: Tijd) -> Expression:
    """Absent in a year without guidance."""
    persoonsjaren = som(m.begeleid[d][j] for d in GROEPEN)
    return als(persoonsjaren - m.verwaarloosbaar, m.uitvoeringskosten[j] / persoonsjaren, AFWEZIG)


# --- what the waiting list would cost ----------------------------------------------------------------------


@regel("Kosten wachtlijst volgens caseload", "euro", pot=GEMEENTEFONDS)
def kosten_wachtlijst_caseload(m: Symbolen, j: Tijd) -> Expression:
    """The fte to guide who waits."""
    return m.gewogen_wachtend[j] * m.prijs_fte[j] / m.caseload * (1 + m.opslag[j])


@regel("Wachtend, gewogen naar groep", "personen")
def wachtend_naar_groep(m: Symbolen, j: Tijd) -> Expression:
    """Waiting persons, in the weight of their group."""
    return som(m.zwaarte[d] * m.wachtend[d][j] for d in GROEPEN)


@regel("Kosten wachtlijst volgens landelijk gemiddelde", "euro", pot=GEMEENTEFONDS)
def kosten_wachtlijst_landelijk(m: Symbolen, j: Tijd) -> Expression:
    """Who waits × the national cost of someone waiting."""
    return m.wachtend_naar_groep[j] / m.gewicht_landelijk * m.kengetal_wachtende[j]


@regel("Uren voor wie wacht", "uren")
def uren_wachtlijst(m: Symbolen, j: Tijd) -> Expression:
    """The hours per year that who waits would ask."""
    return som(m.werk[d] * m.wachtend[d][j] * m.uren_jaar_nodig[d] for d in GROEPEN)


@regel("Kosten wachtlijst volgens uren", "euro", pot=GEMEENTEFONDS)
def kosten_wachtlijst_uren(m: Symbolen, j: Tijd) -> Expression:
    """The hours to guide who waits."""
    return m.uren_wachtlijst[j] * m.uurprijs[j] * (1 + m.opslag[j])


@regel("Kosten van de wachtlijst", "euro", pot=GEMEENTEFONDS)
def kosten_wachtlijst(m: Symbolen, j: Tijd) -> Expression:
    """Of the method that leads."""
    return keuze(
        m.methode,
        landelijk=m.kosten_wachtlijst_landelijk[j],
        caseload=m.kosten_wachtlijst_caseload[j],
        uren=m.kosten_wachtlijst_uren[j],
    )
