"""Every finding: a complete plan gives none, one change gives exactly one."""

from collections import Counter

import pytest

from core.bevindingen import CONTROLES, bevindingen
from core.bevindingen.beeld import jaartallen, opsomming
from core.catalogus import standaardcatalogus
from core.plan import Ernst, plan_uit
from core.regels import bereken
from core.regels.bladwaarden import kalender
from core.rekenkunde.regel import met_sleutel
from tests.plannen import willekeurig_plan

FOUT, WAARSCHUWING, LET_OP = Ernst

# Three years, 20 asielstatushouders and 8 gezinsmigranten a year, twelve quarters of guidance: 60 and 24 in
# guidance all the time, weighted 60 + 0,75 × 24 = 78. With a caseload of 39 that asks 2 fte; 2,2 are there.
JAREN = ("2027", "2028", "2029")
COMPLEET = {
    "methode": "caseload",
    "instroom_asiel": 20,
    "instroom_gezin": 8,
    "eerdere_instroom_asiel": {"2025": 20, "2026": 20},
    "eerdere_instroom_gezin": {"2025": 8, "2026": 8},
    "begeleiding_start_asiel": 60,
    "begeleiding_start_gezin": 24,
    "caseload": 39,
    "loonkosten_fte": 90_000,
    "fte_beschikbaar": 2.2,
    "gemeentefonds_structureel": dict.fromkeys(JAREN, 200_000),
    "loonstijging": 0.03,
    "prijsstijging": 0.025,
    "spuk_onderwijsroute": 5000,
    "stand_start": 0,
}


def label(naam, groep):
    return met_sleutel(standaardcatalogus()[naam].label, (groep,))


def gevonden(startjaar=2027, horizon=3, maatregelen=(), **anders):
    """The findings of the complete plan with changes; None makes blank."""
    invoer = {naam: w for naam, w in (COMPLEET | anders).items() if w is not None}
    gegevens = {"startjaar": startjaar, "horizon": horizon, "invoer": invoer, "maatregelen": list(maatregelen)}
    plan, fouten = plan_uit(gegevens, standaardcatalogus())
    assert plan is not None, fouten
    return bevindingen(bereken(plan))


def erbij(**anders):
    """What is found beyond the complete plan."""
    al = gevonden()
    return [b for b in gevonden(**anders) if b not in al]


def alleen(ernst, plaats, *zegt, **anders):
    """Exactly one finding more, with these words."""
    nieuw = erbij(**anders)
    assert len(nieuw) == 1, nieuw
    (b,) = nieuw
    assert (b.ernst, b.plaats) == (ernst, plaats)
    for woorden in zegt:
        assert woorden in b.tekst, b.tekst
    return b


def over(plaats, **anders):
    """What is found beyond the complete plan at one place."""
    return [b for b in erbij(**anders) if b.plaats == plaats]


def test_een_compleet_plan_heeft_geen_fout_en_geen_waarschuwing():
    assert [(b.ernst, b.plaats) for b in gevonden()] == [(LET_OP, "Aanvulling SPUK voor de onderwijsroute")]


@pytest.mark.parametrize("horizon", [1, 5, 10])
def test_een_leeg_plan_zegt_wat_er_ontbreekt(horizon):
    plan, _ = plan_uit({"startjaar": 2027, "horizon": horizon, "invoer": {}}, standaardcatalogus())
    waarschuwingen = [b.plaats for b in bevindingen(bereken(plan)) if b.ernst is WAARSCHUWING]
    assert sorted(waarschuwingen) == sorted(
        [
            "Gemeentefonds structureel, toegerekend",
            label("instroom", "asiel"),
            label("instroom", "gezin"),
        ]
    )


# --- missing ------------------------------------------------------------------------------------------------


def test_gemeentefonds_ontbreekt():
    b = alleen(WAARSCHUWING, "Gemeentefonds structureel, toegerekend", gemeentefonds_structureel={"2027": 200_000})
    assert b.tekst.startswith(
        "Gemeentefonds structureel, toegerekend ontbreekt voor 2028 en 2029. Daardoor is niet te zeggen: "
        "het structurele tekort, het totale tekort en het tekort met wachtlijst. Vul dit in"
    )


def test_instroom_ontbreekt_voor_een_groep():
    b = alleen(
        WAARSCHUWING,
        label("instroom", "gezin"),
        "ontbreekt voor 2029. Daardoor is niet te zeggen: de consulentkosten",
        "het saldo van de SPUK",
        fte_beschikbaar=None,
        instroom_gezin={"2027": 8, "2028": 8},
    )
    assert "inkoopbudget" in b.tekst  # PVT, MAP and tolken are paid for both groups


def test_de_methode_caseload_mist_van_alles_in_een_bevinding():
    b = alleen(
        WAARSCHUWING,
        "Consulentkosten",
        "Voor de methode caseload ontbreekt nog: ",
        "Caseload per fte",
        "Loonkosten van een consulent",
        "U huurt in",
        "Tarief voor inhuur",
        "Productieve uren per fte",
        caseload=None,
        loonkosten_fte=None,
        inhuuraandeel=0.2,
    )
    assert b.tekst.count("ontbreekt") == 1


def test_zonder_inhuur_geen_inhuurtarief_nodig():
    b = alleen(WAARSCHUWING, "Consulentkosten", "Loonkosten van een consulent. Daardoor", loonkosten_fte=None)
    assert "huurt" not in b.tekst
    assert "Tarief" not in b.tekst


def test_wie_alles_inhuurt_mist_geen_loonkosten():
    b = alleen(WAARSCHUWING, "Consulentkosten", "Tarief voor inhuur", loonkosten_fte=None, inhuuraandeel=1)
    assert "Loonkosten" not in b.tekst


def test_een_deel_van_de_jaren_ontbreekt():
    alleen(
        WAARSCHUWING,
        "Consulentkosten",
        "Loonkosten van een consulent (2029)",
        loonkosten_fte={"2027": 90_000, "2028": 90_000},
    )


def test_de_methode_uren():
    b = alleen(
        WAARSCHUWING,
        "Consulentkosten",
        "Voor de methode uren ontbreekt nog: ",
        "Uren bij de start",
        "Uren per jaar",
        "Productieve uren per fte",
        methode="uren",
    )
    assert "huurt" not in b.tekst
    assert "Tarief" not in b.tekst
    assert ", asielstatushouders" not in b.tekst  # blank for both groups: said once


def test_uren_van_een_groep():
    uren = {"methode": "uren", "uren_start_asiel": 20, "uren_jaar": 20, "productieve_uren": 1300}
    alleen(WAARSCHUWING, "Consulentkosten", "Uren bij de start, gezins- en overige migranten. Daardoor", **uren)


def test_uren_van_een_groep_zonder_mensen_zijn_niet_nodig():
    uren = {"methode": "uren", "uren_start_asiel": 20, "uren_jaar_asiel": 20, "productieve_uren": 1300}
    geen = {"instroom_gezin": 0, "begeleiding_start_gezin": 0}
    nieuw = erbij(**uren, **geen)
    assert "Consulentkosten" not in [b.plaats for b in nieuw]


def test_caseload_alleen_voor_de_fte():
    uren = {"uren_start": 10, "uren_jaar": 12, "productieve_uren": 1300}
    al = gevonden(methode="uren", fte_beschikbaar=None, **uren)
    (b,) = [x for x in gevonden(methode="uren", fte_beschikbaar=None, caseload=None, **uren) if x not in al]
    assert (b.ernst, b.plaats) == (LET_OP, "Caseload per fte")
    assert "de fte. Vul dit in" in b.tekst
    (b,) = over("Caseload per fte", methode="landelijk", caseload=None)
    assert b.ernst is WAARSCHUWING
    assert "begrenst" in b.tekst


def test_de_contractwaarde_mist_instroom():
    instroom = label("instroom", "asiel")
    contract = {"contract_start": 2027, "contract_jaren": 1}
    (b,) = over(instroom, instroom_asiel=None, **contract)
    assert "de contractwaarde" in b.tekst
    (b,) = over(instroom, instroom_asiel=None)
    assert "de contractwaarde" not in b.tekst


# --- contradictory ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deelname", "bedrag", "label"),
    [
        ("deelname_startklas", "kosten_startklas", "Kosten van de startklas per deelnemer"),
        ("deelname_reiskosten", "bedrag_reiskosten", "Reiskosten per deelnemer per jaar"),
        ("deelname_kinderopvang", "eigen_bijdrage_kinderopvang", "Eigen bijdrage kinderopvang per deelnemer per jaar"),
    ],
)
def test_een_aandeel_zonder_bedrag(deelname, bedrag, label):
    alleen(FOUT, label, "is leeg voor 2027 tot en met 2029. Vul het bedrag in", **{deelname: 0.5})
    alleen(FOUT, label, "is leeg voor 2027 en 2029", **{f"{deelname}_gezin": 0.5, bedrag: {"2028": 100}})
    assert erbij(**{deelname: 0.5, bedrag: 100}) == []
    assert erbij(**{deelname: 0}) == []


def test_fte_in_een_deel_van_de_jaren():
    alleen(
        FOUT,
        "Beschikbare fte consulenten",
        "is leeg voor 2028. Vul alle planjaren in, of geen enkel.",
        fte_beschikbaar={"2027": 2.2, "2029": 2.2},
    )
    assert erbij(fte_beschikbaar=None) == []


def test_cohorten_onder_de_oude_wet():
    alleen(
        WAARSCHUWING,
        "Instroom in eerdere jaren, asielstatushouders",
        "ingevuld voor 2020 en 2021 telt niet mee",
        "oude wet",
        eerdere_instroom_asiel={"2020": 3, "2021": 4, "2025": 20, "2026": 20},
    )
    alleen(
        WAARSCHUWING,
        "Asielstatushouders die eerder met een leerroute startten",
        "2021 telt niet mee",
        eerder_gestart_asiel={"2021": 4},
    )


def test_jaren_die_niet_tellen():
    alleen(
        WAARSCHUWING,
        "Incidentele kosten",
        "ingevuld voor 2026 en 2030 telt niet mee: hier tellen alleen 2027 tot en met 2029",
        incidentele_kosten={"2026": 1, "2028": 1, "2030": 1},
    )
    alleen(WAARSCHUWING, "Prijs van een leerroute", "voor 2031", trajectprijs={"Z": {"2031": 9000}, "B1": 9700})
    # S−4 = 2023 is the oldest cohort that counts
    eerder = {"2022": 1, "2023": 1, "2025": 20, "2026": 20, "2027": 3}
    alleen(
        WAARSCHUWING,
        "Instroom in eerdere jaren, asielstatushouders",
        "voor 2022 en 2027",
        eerdere_instroom_asiel=eerder,
    )
    alleen(WAARSCHUWING, "Korting op de SPUK", "voor 2030", spuk_korting={"2027": 0.01, "2030": 0.1})
    assert erbij(spuk_korting={"2026": 0.01}) == []
    # of a plan from 2023 only 2022 counts (before it the old law), of one from 2022 nothing
    for startjaar, zegt in ((2023, "hier tellen alleen 2022."), (2022, "hier telt bij dit startjaar geen jaar.")):
        (b,) = [
            x
            for x in gevonden(startjaar=startjaar, eerdere_instroom_gezin=None)
            if "telt niet mee: hier" in x.tekst and "eerdere" in x.plaats
        ]
        assert zegt in b.tekst
    # prices and SPUK amounts count in the whole calendar
    prijzen = {"2024": 0.02, "2027": 0.02, "2028": 0.02, "2029": 0.02, "2032": 0.02}
    assert erbij(prijsstijging=prijzen, loonstijging=prijzen) == []
    assert erbij(spuk_b={"2025": 1000, "2031": 1000}) == []


def test_onderwijsroute_buiten_2026_tot_en_met_2029():
    label = "Aanvulling SPUK voor de onderwijsroute"
    rij = {str(j): 5000 for j in range(2027, 2032)}
    (b,) = over(label, horizon=5, spuk_onderwijsroute=rij)
    assert b.ernst is WAARSCHUWING
    assert "voor 2030 en 2031 telt niet mee: deze aanvulling bestaat alleen in 2026 tot en met 2029" in b.tekst
    (b,) = over(label, startjaar=2031)
    assert "voor 2031 tot en met 2033 telt niet mee" in b.tekst
    assert over(label, horizon=5) == []  # one number for all years: the years of the regeling count


def test_methode_landelijk_werkt_niet_met_eigen_keuzes():
    alleen(
        WAARSCHUWING,
        "Methode voor de kosten van consulenten",
        "werkt niet door: Aandeel inhuur en Besparing door combinatie met de Participatiewet. Dat zit al",
        fte_beschikbaar=None,
        methode="landelijk",
        inhuuraandeel={"2028": 0.5},
        besparing_participatiewet_gezin=0.1,
    )
    alleen(
        WAARSCHUWING,
        "Methode voor de kosten van consulenten",
        "Aandeel jonge",
        fte_beschikbaar=None,
        methode="landelijk",
        aandeel_jong=0.1,
    )
    assert erbij(fte_beschikbaar=None, methode="landelijk", inhuuraandeel=0, aandeel_jong=0) == []


def test_bij_de_methode_landelijk_hebben_fte_geen_prijs():
    plaats = "Beschikbare fte consulenten"
    (b,) = over(plaats, methode="landelijk")  # the complete plan has 2,2 fte
    assert b.ernst is LET_OP
    assert "hoeveel fte" in b.tekst
    assert over(plaats, methode="landelijk", fte_beschikbaar=None) == []


# --- people -------------------------------------------------------------------------------------------------


def test_boven_capaciteit():
    # caseload 39 × 1 fte = 39 places in 2027; 78 − 6,5 leave a quarter, so after q quarters 78 − 6,5 q are guided:
    # 71,5 65 58,5 52 at the end of the four quarters, all above 39; from 2028 there are places for 85,8
    plaats = "Beschikbare fte consulenten"
    fte = {"2027": 1, "2028": 2.2, "2029": 2.2}
    gemeld = [b for b in over(plaats, fte_beschikbaar=fte) if "aankan" in b.tekst]
    assert len(gemeld) == 1
    assert gemeld[0].ernst is WAARSCHUWING
    assert "in 4 kwartalen" in gemeld[0].tekst
    assert "voor het eerst in 2027K1" in gemeld[0].tekst
    # 78 in guidance at the start and 72 places: only the first quarter has 78 − 6,5 = 71,5 … none
    assert not [b for b in over(plaats, fte_beschikbaar=72 / 39) if "aankan" in b.tekst]
    # 71 places: 71,5 at the end of the first quarter, 65 and people who fill up to 71 after it
    (b,) = (b for b in over(plaats, fte_beschikbaar=71 / 39) if "aankan" in b.tekst)
    assert "in 1 kwartaal meer" in b.tekst


def test_niemand_start():
    # no fte at all: everyone who comes waits, nobody starts
    (b,) = over("Wachttijd, asielstatushouders", fte_beschikbaar=0)
    assert b.ernst is WAARSCHUWING
    assert "In 2027 tot en met 2029 wachten er asielstatushouders, maar niemand start" in b.tekst
    assert over("Wachttijd, gezins- en overige migranten", fte_beschikbaar=0, instroom_gezin=0) == []


def test_wachttijd_boven_de_norm():
    # 60 waiting at the start beside 5 a quarter: far more than 10 weeks
    (b,) = over("Wachttijd, asielstatushouders", wachtlijst_start_asiel=60)
    assert b.ernst is WAARSCHUWING
    assert "langer dan de 10 weken" in b.tekst
    # 2 waiting at the start start in the first quarter: mean waiting (2 + 0) / 2 over one quarter = 0,25 person-year
    # of 22 starts a year: 13 × 0,25 / 5,5 = 0,6 weeks
    assert over("Wachttijd, asielstatushouders", wachtlijst_start_asiel=2) == []


def test_instroom_uit_de_taakstelling():
    # (10 + 20) × 0,70 × 1 = 21
    taak = {"2028": [10, 20]}
    alleen(
        LET_OP,
        label("instroom", "asiel"),
        "volgt daarom uit de taakstelling: 21,0 in 2028. Vul",
        taakstelling=taak,
        instroom_asiel={"2027": 20, "2029": 20},
    )
    alleen(
        LET_OP,
        label("instroom", "asiel"),
        "De instroom telt: 20,0 tegenover 21,0 in 2028 volgens de taakstelling.",
        taakstelling=taak,
    )


def test_eerdere_instroom_is_leeg():
    alleen(
        LET_OP,
        "Instroom in eerdere jaren, gezins- en overige migranten",
        "Voor 2025 is niets ingevuld; dat telt als 0.",
        eerdere_instroom_gezin={"2026": 8},
    )
    alleen(LET_OP, "Instroom in eerdere jaren, asielstatushouders", "Voor 2025 en 2026", eerdere_instroom_asiel=None)
    # of a plan from 2023 only cohort 2022 falls under this law
    (b,) = [b for b in gevonden(startjaar=2023, eerdere_instroom_asiel=None) if "eerdere jaren, asiel" in b.plaats]
    assert "Voor 2022 is niets" in b.tekst


# --- unlikely -----------------------------------------------------------------------------------------------


def test_kosten_ver_van_landelijk():
    plaats = "Uitvoeringskosten per persoonsjaar begeleiding"
    # 2,2 fte × € 90.000 ÷ 0,80 = € 247.500 over 84 person-years = € 2.946; ten times as much is above 2 × 2.400
    alleen(WAARSCHUWING, plaats, "€ 29.464 in 2027", "veel hoger", "prijzen van 2024", loonkosten_fte=900_000)
    # a quarter: € 736 in 2027 is below 0,5 × 1.900 = 950
    alleen(WAARSCHUWING, plaats, "€ 737 in 2027", "veel lager", loonkosten_fte=22_500)
    # € 30.000: € 982 in 2027, above 950
    assert erbij(loonkosten_fte=30_000) == []


def test_fte_past_niet_bij_wat_nodig_is():
    plaats = "Beschikbare fte consulenten"
    # 2,0 nodig; 2,8 × 0,75 = 2,1 is more than 2,0, 2,6 × 0,75 = 1,95 is not
    alleen(WAARSCHUWING, plaats, "25 % minder fte nodig dan er is: 2,0 nodig en 2,8", fte_beschikbaar=2.8)
    assert erbij(fte_beschikbaar=2.6) == []
    # 1,5 × 1,25 = 1,875 is less than the 2 that everyone here asks
    teksten = [b.tekst for b in over(plaats, fte_beschikbaar=1.5)]
    assert any("25 % meer fte nodig dan er is: 2,0 nodig en 1,5 beschikbaar in 2027" in t for t in teksten)


# --- tender -------------------------------------------------------------------------------------------------

GROOT_GENOEG = {"drempel": 10_000_000}


def test_half_contract():
    alleen(WAARSCHUWING, "Looptijd van het contract", "de contractwaarde. Vul beide in", contract_start=2027)
    alleen(WAARSCHUWING, "Eerste jaar van het nieuwe contract", "Vul beide in", contract_jaren=2)
    assert erbij(contract_start=2027, contract_jaren=3, **GROOT_GENOEG) == []


def test_contract_buiten_het_plan():
    alleen(
        LET_OP,
        "Eerste jaar van het nieuwe contract",
        "ook in 2030 en 2031",
        contract_start=2028,
        contract_jaren=3,
        optie_jaren=1,
        **GROOT_GENOEG,
    )


def test_boven_de_drempel():
    # 20 a year × € 11.098 (prices of 2024) × 3 years = € 665.880, with rising prices above € 600.000 all the same
    contract = {"contract_start": 2027, "contract_jaren": 3}
    alleen(
        LET_OP, "Contractwaarde met opties", "boven de drempel van € 600.000 zonder btw", drempel=600_000, **contract
    )


def test_drempel_na_te_gaan():
    contract = {"contract_start": 2027, "contract_jaren": 1}
    alleen(LET_OP, "Aanbestedingsdrempel sociale en andere specifieke diensten", "nog na te gaan", **contract)


# --- assumptions --------------------------------------------------------------------------------------------

UREN = {"methode": "uren", "productieve_uren": 1300, "uren_start": 20, "uren_jaar": 20}


def test_een_leeg_deel_van_de_uren_telt_als_nul():
    delen = {"uren_start": None, "uren_brede_intake": 8, "uren_pip": 6}
    leeg = "Leeg is: Uren voor de leerbaarheidstoets en Uren voor ontzorgen. Dat telt als 0"
    alleen(WAARSCHUWING, "Uren bij de start", leeg, **UREN | delen)
    alleen(LET_OP, "Uren bij de start", leeg, **UREN | delen | {"methode": "caseload"})
    b = alleen(
        WAARSCHUWING,
        "Uren per jaar tijdens de begeleiding, asielstatushouders",
        "Leeg is: ",
        **UREN | {"uren_jaar": None, "uren_jaar_gezin": 20, "uren_per_gesprek": 2, "uren_handhaving_asiel": 1},
    )
    assert "afstemming" in b.tekst
    assert "handhaving" not in b.tekst
    assert erbij(**UREN, uren_pip=6) == []  # the sum given directly wins
    per_groep = {"uren_start": None, "uren_brede_intake_asiel": 8, "uren_pip_gezin": 6}
    assert len(erbij(**UREN | per_groep)) == 2


def test_een_leeg_deel_van_pvt_map_en_tolk_telt_als_nul():
    alleen(
        WAARSCHUWING,
        "PVT, MAP en tolken per persoon",
        "Leeg is: Module Arbeidsmarkt en Participatie (MAP) per persoon en Tolkuren per persoon.",
        pvt=300,
        tolktarief=80,
    )
    alleen(
        WAARSCHUWING,
        "PVT, MAP en tolken per persoon, gezins- en overige migranten",
        "Leeg is: Tolkuren per persoon.",
        pvt=300,
        map=700,
        tolktarief=80,
        tolkuren_asiel=7,
    )
    assert erbij(pvt=300, pvt_map_tolk=1200) == []
    # the sum is given for asiel in 2027 only; the parts count in 2028, where they are blank, not in 2027
    alleen(
        WAARSCHUWING,
        "PVT, MAP en tolken per persoon, asielstatushouders",
        "Leeg is: ",
        pvt={"2027": 300, "2028": 300},
        pvt_map_tolk_asiel={"2027": 1200},
        pvt_map_tolk_gezin=1200,
    )
    assert erbij(pvt={"2027": 300}, pvt_map_tolk={"2027": 1200}) == []


def test_onderwijsroute_is_leeg():
    label = "Aanvulling SPUK voor de onderwijsroute"
    alleen(WAARSCHUWING, label, "Voor 2027 tot en met 2029 is niets ingevuld", spuk_onderwijsroute=None)
    alleen(WAARSCHUWING, label, "Voor 2028 en 2029 is niets ingevuld", spuk_onderwijsroute={"2027": 5000})
    geen = {"B1": 0.7, "Z": 0.3, "onderwijs": 0}
    assert erbij(spuk_onderwijsroute=None, leerroutemix=geen) == []


def test_onderwijsroute_na_te_gaan():
    (b,) = gevonden()
    assert (b.ernst, b.plaats) == (LET_OP, "Aanvulling SPUK voor de onderwijsroute")
    assert "nog na te gaan" in b.tekst
    assert gevonden(spuk_onderwijsroute=0) == []


def test_een_bedrag_voor_het_gemeentefonds():
    plaats = "Gemeentefonds structureel, toegerekend"
    alleen(LET_OP, plaats, "nominaal gelijk gehouden", gemeentefonds_structureel=200_000)
    assert erbij(gemeentefonds_structureel=200_000, horizon=1) == []


def test_constante_prijzen():
    zegt = "Voor 2027 tot en met 2029 is niets ingevuld: de planner rekent vanaf 2026 in constante prijzen."
    alleen(LET_OP, "Loonstijging", zegt, loonstijging=None)
    alleen(LET_OP, "Prijsstijging", "Voor 2029", prijsstijging={"2027": 0.02, "2028": 0.02})
    vroeg = gevonden(startjaar=2024, prijsstijging=None)
    assert "Prijsstijging" not in [b.plaats for b in vroeg]


def test_spuk_van_2024():
    def over_2024(**anders):
        return [b for b in gevonden(**anders) if b.plaats == "SPUK-bedragen 2024"]

    (b,) = over_2024(startjaar=2024)
    assert b.ernst is LET_OP
    assert "(4 van de 4)" in b.tekst
    (b,) = over_2024(startjaar=2024, spuk_a={"2024": 8700}, spuk_gezin=650)
    assert "(2 van de 4)" in b.tekst
    # the year before the plan counts in the ceiling, unless its SPUK is filled in
    assert over_2024(startjaar=2025)
    assert not over_2024(startjaar=2025, spuk_vorig_jaar=100_000)
    assert not over_2024(startjaar=2026)


def test_het_plafond_van_de_reserve():
    (b,) = over("Plafond van de reserve", stand_start=5_000_000)
    assert b.ernst is LET_OP
    assert b.tekst.startswith("In 2027 is er meer SPUK over dan u mag bewaren")


def test_een_aangekondigde_maatregel():
    alleen(LET_OP, "Korting op de SPUK", "In 2028 en 2029 rekent", maatregelen=["spuk_korting"])
    assert erbij(maatregelen=["spuk_korting"], spuk_korting=0.05) == []  # own figures win
    assert over("Korting op de SPUK", maatregelen=["spuk_korting"], horizon=1) == []  # from 2028 only


# --- all together -------------------------------------------------------------------------------------------


@pytest.mark.steekproef
def test_volgorde_en_zinnen_van_willekeurige_plannen():
    """Never an exception; ordered; whole sentences; no finding twice; every check speaks somewhere."""
    gezien = Counter()
    plannen = [plan_uit(willekeurig_plan(zaad), standaardcatalogus())[0] for zaad in range(500)]
    # by calendar, because laying out a calendar takes longer than all the rest
    for plan in sorted(plannen, key=lambda p: repr(kalender(p, standaardcatalogus()))):
        lijst = bevindingen(bereken(plan))
        rang = [list(Ernst).index(b.ernst) for b in lijst]
        assert rang == sorted(rang)
        assert len(set(lijst)) == len(lijst)
        for b in lijst:
            assert b.plaats
            assert b.tekst.endswith("."), b.tekst
            assert b.tekst[0].isupper()
            assert "!" not in b.tekst
            gezien[b.ernst] += 1
    assert all(gezien[e] for e in (WAARSCHUWING, LET_OP))


def test_controles_bij_elkaar():
    assert len(CONTROLES) == len(set(CONTROLES))


def test_woorden():
    assert opsomming(["a"]) == "a"
    assert opsomming(["a", "b", "c"]) == "a, b en c"
    assert jaartallen([2027]) == "2027"
    assert jaartallen([2028, 2027]) == "2027 en 2028"
    assert jaartallen([2033, 2027, 2029, 2030, 2031]) == "2027, 2029 tot en met 2031 en 2033"
