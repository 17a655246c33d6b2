"""Independent reference implementation of the calculation model (rekenmodel.md sections 3 to 7), in plain numpy.

The formulas are written out by hand, in the order of the specification and under its names. A quantity is a float, or a
1-D array when something it depends on was drawn; what no draw reaches stays a float. Absent is NaN (see invoer.py),
so an
ordinary sum or product with an absent term is absent by itself; the few exceptions are written out.
"""

from __future__ import annotations

import numpy as np

from .invoer import (
    AANDEEL_ALGEMEEN,
    BEGELEIDINGSDUUR,
    BETAALRITME,
    GEWICHT_GEZIN,
    GROEPEN,
    KENGETAL_PERSOONSJAAR,
    KENGETAL_WACHTENDE,
    MAATSCHAPPELIJKE_BEGELEIDING,
    NAN,
    ROUTES,
    TRAJECTPRIJS,
    Invoer,
    deel,
    gedeeld,
    grootste,
    keer,
    kleinste,
    maal,
    nul,
    ontbreekt,
    plus,
    rond,
    som,
)

NIETS = 1e-9  # persons: less than this is floating-point dust, nobody


def bereken(plan: dict, scenario: str | None = None, getrokken: dict[str, np.ndarray] | None = None) -> dict:
    """All figures of section 11 for a valid plan: {"jaar": …, "kwartaal": …, "inkoop": …, "slot": …}."""
    inv = Invoer(plan, scenario, getrokken)
    jaar: dict = {}
    kwartaal: dict = {}
    mensen = reken_mensen(inv, jaar, kwartaal)
    reken_uitvoering(inv, mensen, jaar)
    inkoop, slot = reken_spuk(inv, mensen, jaar)
    for j in inv.jaren:
        jaar["inkoop_spuk"][j] = jaar["voorzieningenkosten"][j]
        jaar["inkoopbudget"][j] = jaar["inkoop_spuk"][j] + jaar["inkoop_gemeentefonds"][j]
    return {
        "jaar": opschonen(jaar),
        "kwartaal": opschonen(kwartaal),
        "inkoop": opschonen(inkoop),
        "slot": opschonen(slot),
    }


# ---- small helpers --------------------------------------------------------------------------------------------------
def opschonen(x):
    """The outcome without absent figures, and without names under which nothing is left."""
    uit = {}
    for naam, waarde in x.items():
        if isinstance(waarde, dict):
            waarde = opschonen(waarde)
            if not waarde:
                continue
        elif (isinstance(waarde, float) and waarde != waarde) or (
            isinstance(waarde, np.ndarray) and waarde[0] != waarde[0] and np.isnan(waarde).all()
        ):
            continue
        uit[str(naam)] = waarde
    return uit


def absent_als_leeg(x):
    """An array in which every draw is absent becomes the absent float."""
    return NAN if isinstance(x, np.ndarray) and np.isnan(x).all() else x


def wachtweken(wachtend, start):
    """13 x wachtend / (start / 4): 0 when nobody waits, absent when somebody waits and nobody starts."""
    if isinstance(wachtend, np.ndarray) or isinstance(start, np.ndarray):
        if not isinstance(wachtend, np.ndarray) and wachtend <= NIETS:
            return 0.0
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(wachtend <= NIETS, 0.0, np.where(start <= NIETS, NAN, 52 * wachtend / start))
    if wachtend <= NIETS:
        return 0.0
    return 52 * wachtend / start if start > NIETS else NAN


# ---- section 3: people, per quarter ---------------------------------------------------------------------------------
class Groep:
    """The flow of one group through the quarters. Lists have index q = 0 .. 4n, index 0 is the stand at the start."""

    def __init__(self, inv: Invoer, d: str):
        self.d, Q = d, 4 * inv.n
        self.K = rond(inv.getal("begeleidingsduur", BEGELEIDINGSDUUR, d))
        self.L = rond(inv.getal("aanloop", 0.0, d))
        self.instroom = {j: inv.instroom(d, j) for j in inv.jaren}
        self.wachtlijst = [inv.getal(f"wachtlijst_start_{d}", 0.0)]
        self.begeleiding = [inv.getal(f"begeleiding_start_{d}", 0.0)]
        self.start: list = [None]
        self.uitstroom: list = [None]

        # vestiging for q = -3 .. 4n (at position q + 3)
        verdeling = inv.aandelen("kwartaalverdeling", [0.25] * 4, d)
        self.vestiging: list = []
        for y in range(inv.S - 1, inv.E + 1):
            eerder = inv.per_cohort(f"eerdere_instroom_{d}", y, 0.0) if y >= 2022 else 0.0  # the old law does not count
            aantal = self.instroom[y] if y >= inv.S else eerder
            per_aandeel = {deel_: aantal * deel_ for deel_ in verdeling}
            self.vestiging += [per_aandeel[deel_] for deel_ in verdeling]
        self.bekend = not any(ontbreekt(v) for v in self.vestiging)
        if isinstance(self.L, np.ndarray):
            tabel = np.stack(np.broadcast_arrays(*self.vestiging, self.L)[:-1])
            self.komt = [None] + [tabel[q + 3 - self.L, np.arange(self.L.size)] for q in range(1, Q + 1)]
        else:
            self.komt = [None] + [self.vestiging[q + 3 - self.L] for q in range(1, Q + 1)]

        # uitstroom[q] = start[q - K], where the quarters 1 - K .. 0 stand for the guidance at the
        # start, begeleiding[0] / K each
        self.per_kwartaal_weg = self.begeleiding[0] / self.K if not nul(self.begeleiding[0]) else 0.0
        if isinstance(self.K, np.ndarray):
            duur = np.minimum(self.K, Q)
            self.vooraf = int(duur.max())
            self.historie = np.empty((self.vooraf + Q, duur.size))
            self.historie[: self.vooraf] = self.per_kwartaal_weg
            self.plek = (self.vooraf - 1 - duur) * duur.size + np.arange(
                duur.size
            )  # of (row of q = 0) - K, in the flat table

    def weg(self, q: int):
        """uitstroom[q]"""
        if isinstance(self.K, np.ndarray):
            self.plek += self.K.size
            return self.historie.ravel().take(self.plek)
        return self.per_kwartaal_weg if q <= self.K else self.start[q - self.K]

    def aangeboden(self, q: int):
        return plus(self.wachtlijst[q - 1], self.komt[q])

    def boek(self, q: int, start, wachtlijst, blijft, uitstroom):
        for reeks, x in (
            (self.start, start),
            (self.wachtlijst, wachtlijst),
            (self.uitstroom, uitstroom),
            (self.begeleiding, plus(blijft, start)),
        ):
            reeks.append(x if self.bekend else absent_als_leeg(x))
        if isinstance(self.K, np.ndarray):
            self.historie[self.vooraf - 1 + q] = start

    def keer(self, mensen, bedrag):
        """people of this group x amount; the shortcut for amount 0 only when no draw can hold an absent number of
        people."""
        return keer(mensen, bedrag) if self.bekend else mensen * bedrag

    def per_jaar(self, inv: Invoer):
        self.jaar_start, self.begeleid, self.wachtend = {}, {}, {}
        for i, j in enumerate(inv.jaren):
            q = 4 * i
            self.jaar_start[j] = self.start[q + 1] + self.start[q + 2] + self.start[q + 3] + self.start[q + 4]
            for reeks, uit in ((self.begeleiding, self.begeleid), (self.wachtlijst, self.wachtend)):
                uit[j] = ((reeks[q] + reeks[q + 4]) / 2 + reeks[q + 1] + reeks[q + 2] + reeks[q + 3]) / 4


class Mensen:
    """The two groups, their weights, and the weighted person-years."""

    def __init__(self, inv: Invoer):
        self.groepen = [Groep(inv, d) for d in GROEPEN]
        self.asiel, self.gezin = self.groepen
        self.zwaarte = {"asiel": 1.0, "gezin": inv.getal("gewicht_gezin", GEWICHT_GEZIN)}
        jong = inv.getal("aandeel_jong", 0.0)
        extra = inv.getal("extra_begeleiding_jong", 0.0)
        toeslag = {"asiel": 1.0 + jong * extra, "gezin": 1.0}
        self.taak = {d: toeslag[d] * (1 - inv.getal("besparing_participatiewet", 0.0, d)) for d in GROEPEN}
        self.gewicht = {d: self.zwaarte[d] * self.taak[d] for d in GROEPEN}

    def gewogen(self, asiel, gezin):
        return plus(maal(self.gewicht["asiel"], asiel), maal(self.gewicht["gezin"], gezin))


def reken_mensen(inv: Invoer, jaar: dict, kwartaal: dict) -> Mensen:
    m = Mensen(inv)
    a, g = m.groepen
    caseload = inv.getal("caseload")
    fte = {j: inv.reeks("fte_beschikbaar", j) for j in inv.jaren}
    namen = [f"{jj}K{k}" for jj in inv.jaren for k in (1, 2, 3, 4)]
    if ontbreekt(caseload) or any(ontbreekt(fte[j]) for j in inv.jaren):
        for groep in m.groepen:
            stroom_zonder_plaatsen(groep, 4 * inv.n)
    else:
        plaatsen = {j: fte[j] * caseload for j in inv.jaren}
        boven = stroom_met_plaatsen(m, [None] + [plaatsen[j] for j in inv.jaren for _ in range(4)])
        kwartaal["boven_capaciteit"] = dict(zip(namen, boven[1:], strict=False))
    for groep in m.groepen:
        groep.per_jaar(inv)
        d = groep.d
        kwartaal[f"vestiging_{d}"] = dict(zip(namen, groep.vestiging[4:], strict=False))
        for naam in ("start", "wachtlijst", "begeleiding", "uitstroom"):
            kwartaal[f"{naam}_{d}"] = dict(zip(namen, getattr(groep, naam)[1:], strict=False))
        jaar[f"instroom_{d}"] = groep.instroom
        jaar[f"start_{d}"] = groep.jaar_start
        jaar[f"begeleid_{d}"] = groep.begeleid
        jaar[f"wachtend_{d}"] = groep.wachtend
        jaar[f"wachtweken_{d}"] = {j: wachtweken(groep.wachtend[j], groep.jaar_start[j]) for j in inv.jaren}
    jaar["gewogen_begeleid"] = {j: m.gewogen(a.begeleid[j], g.begeleid[j]) for j in inv.jaren}
    jaar["gewogen_wachtend"] = {j: m.gewogen(a.wachtend[j], g.wachtend[j]) for j in inv.jaren}
    m.caseload, m.fte = caseload, fte
    return m


def stroom_zonder_plaatsen(groep: Groep, Q: int):
    """startdeel = 1: everybody who is offered starts, so the groups do not meet and nobody is left waiting."""
    for q in range(1, Q + 1):
        start = groep.aangeboden(q)
        weg = groep.weg(q)
        wachtlijst = 0.0 if groep.bekend else start - start  # an unknown number of people leaves the list unknown
        groep.boek(q, start, wachtlijst, groep.begeleiding[q - 1] - weg, weg)


def stroom_met_plaatsen(m: Mensen, plaatsen: list) -> list:
    """Both groups share the places; returns boven_capaciteit.

    With ruimte = plaatsen - weighted people who stay: vrij = max(0, ruimte), and the starters never weigh more than
    vrij, so
    boven_capaciteit = max(0, stay + starters - plaatsen) = max(0, -ruimte), free of rounding dust.
    """
    a, g = m.groepen
    a.bekend = g.bekend = a.bekend and g.bekend  # they wait for the same places
    boven: list = [None]
    for q in range(1, len(plaatsen)):
        weg_a, weg_g = a.weg(q), g.weg(q)
        blijft_a, blijft_g = a.begeleiding[q - 1] - weg_a, g.begeleiding[q - 1] - weg_g
        wil_a, wil_g = a.aangeboden(q), g.aangeboden(q)
        ruimte = plaatsen[q] - m.gewogen(blijft_a, blijft_g)
        vraag = m.gewogen(wil_a, wil_g)
        vrij = grootste(ruimte, 0.0)
        if isinstance(vraag, np.ndarray):
            startdeel = np.ones(np.broadcast(vrij, vraag).shape)
            np.divide(vrij, vraag, out=startdeel, where=vraag != 0)
            np.minimum(startdeel, 1.0, out=startdeel)
        else:
            startdeel = kleinste(vrij / vraag, 1.0) if vraag != 0 else 1.0
        start_a, start_g = startdeel * wil_a, startdeel * wil_g
        a.boek(q, start_a, wil_a - start_a, blijft_a, weg_a)
        g.boek(q, start_g, wil_g - start_g, blijft_g, weg_g)
        onbekend = 0 * (start_a + start_g)  # with an unknown start the number guided is unknown, so is the excess
        boven.append((grootste(-ruimte, 0.0) if not nul(ruimte) else 0.0) + onbekend)
    return boven


# ---- sections 4, 5 and the inhuur of 7: uitvoeringskosten and tekort ------------------------------------------------
def uren_per_groep(inv: Invoer, m: Mensen):
    """uren_start_d and uren_jaar_d; 0 for a group without people (they need not be filled)."""
    uit = []
    for groep in m.groepen:
        met_mensen = any(
            np.any(x > 0) for j in inv.jaren for x in (groep.instroom[j], groep.begeleid[j], groep.wachtend[j])
        )
        uit.append((inv.uren_start(groep.d), inv.uren_jaar(groep.d, groep.K)) if met_mensen else (0.0, 0.0))
    return uit


def reken_uitvoering(inv: Invoer, m: Mensen, jaar: dict):
    a, g = m.groepen
    methode = inv.invoer.get("methode", "landelijk")
    productief = inv.getal("productieve_uren")
    aandeel_algemeen = inv.getal("aandeel_algemeen", AANDEEL_ALGEMEEN)
    opslag_aandeel = aandeel_algemeen / (1 - aandeel_algemeen)
    gewicht_landelijk = 2 / 3 + m.zwaarte["gezin"] / 3
    keuzes = (
        ("startklas", "deelname_startklas", "kosten_startklas", "jaar_start"),
        ("reiskosten", "deelname_reiskosten", "bedrag_reiskosten", "begeleid"),
        ("kinderopvang", "deelname_kinderopvang", "eigen_bijdrage_kinderopvang", "begeleid"),
    )
    if methode == "uren":
        (start_a, jaar_a), (start_g, jaar_g) = uren_per_groep(inv, m)
        start_a, jaar_a = maal(m.taak["asiel"], start_a), maal(m.taak["asiel"], jaar_a)
        start_g, jaar_g = maal(m.taak["gezin"], start_g), maal(m.taak["gezin"], jaar_g)

    uit = {
        naam: {}
        for naam in (
            "fte_nodig",
            "fte_bezet",
            "fte_ingezet",
            "werkdruk",
            "uren",
            "kosten_per_inburgeraar",
            "kosten_per_persoonsjaar",
            "consulentkosten",
            "startklas",
            "reiskosten",
            "kinderopvang",
            "algemeen",
            "bijdrage_samenwerking",
            "incidentele_kosten",
            "uitvoeringskosten",
            "tekort_totaal",
            "tekort_structureel",
            "kosten_wachtlijst",
            "tekort_met_wachtlijst",
            "inhuur",
            "inkoop_gemeentefonds",
            "inkoop_spuk",
            "inkoopbudget",
        )
    }
    jaar.update(uit)
    for j in inv.jaren:
        gewogen_begeleid, gewogen_wachtend = jaar["gewogen_begeleid"][j], jaar["gewogen_wachtend"][j]
        fte_bezet = keer(gewogen_begeleid, 1 / m.caseload)
        fte_ingezet = fte_bezet if ontbreekt(m.fte[j]) else m.fte[j]
        uit["fte_bezet"][j] = fte_bezet
        uit["fte_nodig"][j] = keer(plus(gewogen_begeleid, gewogen_wachtend), 1 / m.caseload)
        uit["fte_ingezet"][j] = fte_ingezet
        uit["werkdruk"][j] = gedeeld(fte_bezet, fte_ingezet)

        inhuuraandeel = inv.reeks("inhuuraandeel", j, 0.0)
        loonkosten = inv.bedrag("loonkosten_fte", j, "loon")
        tarief = inv.bedrag("inhuurtarief", j, "prijs")
        algemeen_bedrag = inv.bedrag("algemene_kosten_bedrag", j, "loon")
        opslag = opslag_aandeel if ontbreekt(algemeen_bedrag) else 0.0

        inhuur = NAN  # landelijk: absent
        if methode == "caseload":
            prijs_fte = plus(deel(1 - inhuuraandeel, loonkosten), deel(inhuuraandeel, tarief * productief))
            consulentkosten = fte_ingezet * prijs_fte if not ontbreekt(m.caseload) else NAN
            kosten_wachtlijst = keer(gewogen_wachtend, keer(prijs_fte, (1 + opslag) / m.caseload))
            inhuur = deel(inhuuraandeel, tarief * productief * fte_ingezet)
        elif methode == "uren":
            uurprijs = plus(deel(1 - inhuuraandeel, loonkosten / productief), deel(inhuuraandeel, tarief))
            uurprijs = NAN if ontbreekt(productief) else uurprijs
            uren = plus(
                plus(a.keer(a.jaar_start[j], start_a), a.keer(a.begeleid[j], jaar_a)),
                plus(g.keer(g.jaar_start[j], start_g), g.keer(g.begeleid[j], jaar_g)),
            )
            uit["uren"][j] = uren
            consulentkosten = uren * uurprijs
            kosten_wachtlijst = plus(a.keer(a.wachtend[j], jaar_a), g.keer(g.wachtend[j], jaar_g)) * (
                uurprijs * (1 + opslag)
            )
            inhuur = deel(inhuuraandeel, uren * tarief)
        else:
            kengetal = inv.bedrag("kengetal_persoonsjaar", j, "loon", KENGETAL_PERSOONSJAAR)
            kengetal_wachtende = inv.bedrag("kengetal_wachtende", j, "loon", KENGETAL_WACHTENDE)
            wachtend = plus(a.wachtend[j], maal(m.zwaarte["gezin"], g.wachtend[j]))
            aanwezig = plus(a.begeleid[j], maal(m.zwaarte["gezin"], g.begeleid[j]))
            consulentkosten = plus(aanwezig, wachtend) * (0.80 / gewicht_landelijk * kengetal)
            kosten_wachtlijst = 0.0 if nul(wachtend) else wachtend * (kengetal_wachtende / gewicht_landelijk)

        uitvoeringskosten = consulentkosten
        for naam, deelname, bedrag, wie in keuzes:
            eenheid = inv.bedrag(bedrag, j, "prijs")
            uit[naam][j] = plus(
                a.keer(getattr(a, wie)[j], deel(inv.getal(deelname, 0.0, "asiel"), eenheid)),
                g.keer(getattr(g, wie)[j], deel(inv.getal(deelname, 0.0, "gezin"), eenheid)),
            )
            uitvoeringskosten = plus(uitvoeringskosten, uit[naam][j])
        algemeen = deel(opslag, consulentkosten) if ontbreekt(algemeen_bedrag) else algemeen_bedrag
        bijdrage = inv.bedrag_nominaal("bijdrage_samenwerking", j)
        incidenteel = inv.bedrag_nominaal("incidentele_kosten", j)
        uitvoeringskosten = plus(plus(uitvoeringskosten, algemeen), plus(bijdrage, incidenteel))

        structureel = inv.reeks("gemeentefonds_structureel", j)
        ruim = plus(inv.bedrag_nominaal("gemeentefonds_incidenteel", j), inv.bedrag_nominaal("overige_baten", j))
        uit["consulentkosten"][j] = consulentkosten
        uit["algemeen"][j] = algemeen
        uit["bijdrage_samenwerking"][j] = bijdrage
        uit["incidentele_kosten"][j] = incidenteel
        uit["uitvoeringskosten"][j] = uitvoeringskosten
        uit["tekort_totaal"][j] = plus(uitvoeringskosten, -plus(structureel, ruim))
        uit["tekort_structureel"][j] = plus(uitvoeringskosten, -plus(incidenteel, structureel))
        uit["kosten_wachtlijst"][j] = kosten_wachtlijst
        uit["tekort_met_wachtlijst"][j] = plus(uit["tekort_structureel"][j], kosten_wachtlijst)
        uit["kosten_per_inburgeraar"][j] = gedeeld(uitvoeringskosten, plus(a.instroom[j], g.instroom[j]))
        persoonsjaren = plus(a.begeleid[j], g.begeleid[j])
        niemand = np.all(persoonsjaren <= NIETS)
        uit["kosten_per_persoonsjaar"][j] = NAN if niemand else gedeeld(uitvoeringskosten, persoonsjaren)
        uit["inhuur"][j] = inhuur
        uit["inkoop_gemeentefonds"][j] = (
            uit["startklas"][j] if methode == "landelijk" else plus(uit["startklas"][j], inhuur)
        )


# ---- sections 6 and 7: SPUK, voorzieningen and the tender -----------------------------------------------------------
def eerder_gestart(inv: Invoer, asiel: Groep, cohort) -> dict:
    """gestart_asiel[c] for c < S: filled in, or the cohort less those who had not started yet on 1 January S."""
    S, L = inv.S, asiel.L
    laatste_vier = [
        0.0,
        asiel.vestiging[3],
        asiel.vestiging[2],
        asiel.vestiging[1],
        asiel.vestiging[0],
    ]  # q = 0, -1, -2, -3
    if isinstance(L, np.ndarray):
        tabel = np.cumsum(np.stack(np.broadcast_arrays(*laatste_vier, L)[:-1]), axis=0)
        in_aanloop = tabel[L, np.arange(L.size)]
    else:
        in_aanloop = sum(laatste_vier[1 : L + 1], 0.0)
    nog = plus(asiel.wachtlijst[0], in_aanloop)
    gestart = {
        S - 1: grootste(cohort(S - 1) - nog, 0.0),
        S - 2: grootste(cohort(S - 2) - grootste(nog - cohort(S - 1), 0.0), 0.0),
        S - 3: cohort(S - 3),
        S - 4: cohort(S - 4),
    }
    return {c: inv.per_cohort("eerder_gestart_asiel", c, x) if c >= 2022 else 0.0 for c, x in gestart.items()}


def reken_spuk(inv: Invoer, m: Mensen, jaar: dict):
    S, E, jaren = inv.S, inv.E, inv.jaren
    asiel, gezin = m.groepen
    bedragen = inv.spuk_bedragen()
    a, b, c_, per_gezin = (bedragen[naam] for naam in ("spuk_a", "spuk_b", "spuk_c", "spuk_gezin"))
    mix = inv.leerroutemix()
    ritme = inv.aandelen("betaalritme", BETAALRITME)
    contract_start, contract_jaren = inv.getal("contract_start"), inv.getal("contract_jaren")
    opslag = 1 + inv.getal("prijsopslag_aanbesteding", 0.0)

    def cohort(c: int, d: str = "asiel"):
        if c < 2022:
            return 0.0
        return jaar[f"instroom_{d}"][c] if c >= S else inv.per_cohort(f"eerdere_instroom_{d}", c, 0.0)

    def korting(j: int):
        return inv.spuk_korting(min(j, E))

    def prijsfactor(c: int):
        return opslag if c >= contract_start else 1.0

    # -- baten --------------------------------------------------------------------------------------------------------
    def baten(j: int, twee_terug):
        """ba, bgo, abo and their total after the korting; twee_terug is cohort[j-2]."""
        flat = som((keer(cohort(j), a[j]), keer(cohort(j - 1), b[j]), keer(twee_terug, c_[j])))
        ba = maal(inv.prestatiefactor(j), flat)
        bgo = keer(cohort(j, "gezin"), per_gezin[j])
        abo = keer(cohort(j), deel(mix["onderwijs"], inv.spuk_onderwijsroute(j)))
        return ba, bgo, abo, maal(1 - korting(j), plus(plus(ba, bgo), abo))

    if S == 2022:
        vorig_jaar = 0.0
    else:
        drie_terug = inv.per_cohort("eerdere_instroom_asiel", S - 3, cohort(S - 2)) if S - 3 >= 2022 else 0.0
        vorig_jaar = inv.getal("spuk_vorig_jaar")
        vorig_jaar = baten(S - 1, drie_terug)[3] if ontbreekt(vorig_jaar) else vorig_jaar

    # -- lasten -------------------------------------------------------------------------------------------------------
    gestart = {**eerder_gestart(inv, asiel, cohort), **asiel.jaar_start}
    betaald = {c: maal(prijsfactor(c), x) for c, x in gestart.items()}  # starts, in units of the list price

    def lopend(j: int):
        """Σ_k gestart[j-k] x betaalritme[k] x prijsfactor[j-k], over starts up to and including E."""
        return som(keer(betaald[j - k], deel_) for k, deel_ in enumerate(ritme) if j - k <= E)

    laatste = E + len(ritme) - 1
    prijs = {
        r: {j: inv.bedrag("trajectprijs", j, "prijs", TRAJECTPRIJS[r], route=r) for j in range(S, laatste + 1)}
        for r in ROUTES
    }
    mixprijs = {r: {j: deel(mix[r], prijs[r][j]) for j in prijs[r]} for r in ROUTES}
    gemiddeld = {j: som(mixprijs[r][j] for r in ROUTES) for j in range(S, laatste + 1)}

    uit = {
        naam: {}
        for naam in (
            "ba",
            "bgo",
            "abo",
            "spuk_baten",
            "leerroute_B1",
            "leerroute_Z",
            "leerroute_onderwijs",
            "maatschappelijke_begeleiding",
            "pvt_map_tolk",
            "voorzieningenkosten",
            "spuk_saldo",
            "ruimte",
            "plafond",
            "stand",
            "reserve",
            "doorgeschoven",
            "terugbetaling",
            "voorlopig",
            "afrekening",
            "spuk_kas",
            "dekking_asiel",
            "dekking_gezin",
        )
    }
    jaar.update(uit)
    kostendekkend = {}
    reservering_a, reservering_b = inv.getal("reservering_a", 1.0), inv.getal("reservering_b", 0.5)
    stand, baten_vorig = inv.getal("stand_start", 0.0), vorig_jaar
    voorlopig_vorig = inv.reeks("spuk_voorlopig", S - 1)
    for j in jaren:
        ba, bgo, abo, spuk_baten = baten(j, cohort(j - 2))
        uit["ba"][j], uit["bgo"][j], uit["abo"][j], uit["spuk_baten"][j] = ba, bgo, abo, spuk_baten

        last = lopend(j)
        for r in ROUTES:
            uit[f"leerroute_{r}"][j] = keer(last, mixprijs[r][j])
        kosten = keer(last, gemiddeld[j])
        per_mb = inv.bedrag("maatschappelijke_begeleiding", j, "prijs", MAATSCHAPPELIJKE_BEGELEIDING)
        pvt_asiel, pvt_gezin = inv.pvt_map_tolk("asiel", j), inv.pvt_map_tolk("gezin", j)
        uit["maatschappelijke_begeleiding"][j] = keer(asiel.instroom[j], per_mb)
        uit["pvt_map_tolk"][j] = plus(
            asiel.keer(asiel.jaar_start[j], pvt_asiel), gezin.keer(gezin.jaar_start[j], pvt_gezin)
        )
        kosten = plus(plus(kosten, uit["maatschappelijke_begeleiding"][j]), uit["pvt_map_tolk"][j])
        uit["voorzieningenkosten"][j] = kosten
        uit["spuk_saldo"][j] = plus(spuk_baten, -kosten)

        # -- reserve: what does not fit under the plafond goes back, what is short moves on ---------------------------
        ruimte = stand + uit["spuk_saldo"][j]
        plafond = plus(deel(reservering_a, spuk_baten), deel(reservering_b, baten_vorig))
        stand = kleinste(ruimte, plafond)
        reserve = grootste(stand, 0.0)
        uit["ruimte"][j], uit["plafond"][j], uit["stand"][j], uit["reserve"][j] = ruimte, plafond, stand, reserve
        uit["doorgeschoven"][j] = reserve - stand  # max(0, -stand)
        uit["terugbetaling"][j] = ruimte - stand  # max(0, ruimte - plafond)

        # -- cash: the beschikking, and the correction of last year's -------------------------------------------------
        beschikt = inv.reeks("spuk_voorlopig", j)
        uit["voorlopig"][j] = spuk_baten if ontbreekt(beschikt) else beschikt
        if not ontbreekt(voorlopig_vorig):
            afrekening = baten_vorig - voorlopig_vorig
        else:  # last year's voorlopig was the computed figure itself: nothing to settle (or unknown, when that is)
            afrekening = NAN if j > S and ontbreekt(baten_vorig) else 0.0
        uit["afrekening"][j] = afrekening
        uit["spuk_kas"][j] = plus(uit["voorlopig"][j], afrekening)
        baten_vorig, voorlopig_vorig = spuk_baten, beschikt

        # -- one person over the whole traject ------------------------------------------------------------------------
        spuk_traject = som(maal(1 - korting(j + k), x) for k, x in enumerate((a[j], b[j + 1], c_[j + 2])))
        abo_traject = maal(1 - korting(j), deel(mix["onderwijs"], inv.spuk_onderwijsroute(j)))
        leerroute = maal(prijsfactor(j), som(deel_ * gemiddeld[j + k] for k, deel_ in enumerate(ritme)))
        kostendekkend[j] = spuk_traject - plus(per_mb, pvt_asiel)
        uit["dekking_asiel"][j] = plus(kostendekkend[j], abo_traject) - leerroute
        uit["dekking_gezin"][j] = maal(1 - korting(j), per_gezin[j]) - pvt_gezin

    # -- after the horizon --------------------------------------------------------------------------------------------
    lasten_na = som(keer(lopend(j), gemiddeld[j]) for j in range(E + 1, laatste + 1))
    baten_na = plus(keer(cohort(E), b[E + 1] + c_[E + 2]), keer(cohort(E - 1), c_[E + 1]))
    slot = {"na_horizon_lasten": lasten_na, "na_horizon_baten": maal(1 - korting(E), baten_na)}

    # -- section 7: the tender ----------------------------------------------------------------------------------------
    namen = [f"{jj}K{k}" for jj in jaren for k in (1, 2, 3, 4)]
    inkoop: dict = {"trajecten": {}, "startgroepen": {}, "kostendekkende_trajectprijs": kostendekkend}
    for r in ROUTES:
        inkoop["trajecten"][r] = {naam: asiel.start[q] * mix[r] for q, naam in enumerate(namen, 1)}
        grootte = inv.getal("groepsgrootte", NAN, onderdeel=r)
        if not ontbreekt(grootte):
            inkoop["startgroepen"][r] = {naam: x / grootte for naam, x in inkoop["trajecten"][r].items()}
    if not ontbreekt(contract_start) and not ontbreekt(contract_jaren):
        eerste = int(contract_start)
        basis = range(eerste, eerste + rond(contract_jaren))
        met_opties = range(eerste, basis.stop + rond(inv.getal("optie_jaren", 0.0)))

        def waarde(r: str, contractjaren: range):
            """Σ_c trajecten_r[c] x Σ_k betaalritme[k] x trajectprijs_r[c+k] x prijsfactor[c], over plan years."""
            per_start = {
                c: som(deel_ * mixprijs[r][c + k] for k, deel_ in enumerate(ritme)) for c in contractjaren if c in jaren
            }
            return som(keer(betaald[c], bedrag) for c, bedrag in per_start.items())

        inkoop["contractwaarde"] = {r: waarde(r, basis) for r in ROUTES}
        opties = range(basis.stop, met_opties.stop)
        inkoop["contractwaarde_totaal"] = som(inkoop["contractwaarde"].values())
        inkoop["contractwaarde_met_opties"] = plus(
            inkoop["contractwaarde_totaal"], som(waarde(r, opties) for r in ROUTES)
        )
        inkoop["buiten_horizon"] = [c for c in met_opties if c not in jaren]
    return inkoop, slot
