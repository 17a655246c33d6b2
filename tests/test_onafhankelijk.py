"""The independent reference implementation itself, against figures worked out by hand and published ones.

Sources: rekenmodel.md section 9 (landelijke toets) and wetgeving.md b.6. Workings in the comments.
"""

import numpy as np
import pytest

from tests.onafhankelijk.rekenmodel import bereken

GEEN_GROEI = {"loonstijging": {"2025": 0, "2026": 0}, "prijsstijging": {"2025": 0, "2026": 0}}


def plan(startjaar, horizon, **invoer):
    return {"formaat": "inburgeringsplan", "versie": 1, "startjaar": startjaar, "horizon": horizon, "invoer": invoer}


# ---- section 9: the national figures --------------------------------------------------------------------------------
LAND = dict(
    instroom_asiel=28430 * 2 / 3,
    instroom_gezin=28430 / 3,
    gemeentefonds_structureel=81e6,
    gemeentefonds_incidenteel=33e6,
    **GEEN_GROEI,
)


def test_volume():
    jaar = bereken(plan(2022, 3, **LAND))["jaar"]
    werkelijk = jaar["instroom_asiel"]["2024"] + jaar["instroom_gezin"]["2024"]
    assert (werkelijk / 19600 - 1) * 100 == pytest.approx(45, abs=0.5)  # 28.430 / 19.600 = 1,4505


def test_persoonsjaren():
    # 28.430 / 4 = 7.107,5 start each quarter; 2024 is quarters 9..12, nobody has left yet (K = 12), so
    # guided at the end of
    # quarter q: 7.107,5 q; the mean of 8,5 9,5 10,5 11,5 is 10 -> 71.075
    jaar = bereken(plan(2022, 3, **LAND))["jaar"]
    assert jaar["begeleid_asiel"]["2024"] + jaar["begeleid_gezin"]["2024"] == pytest.approx(71075, abs=1e-6)


@pytest.mark.parametrize(("kengetal", "structureel", "totaal"), [(2040, 64, 31), (2265, 80, 47)])
def test_tekort_2024(kengetal, structureel, totaal):
    # mix 2/3 - 1/3: weighted = 71.075 x (2/3 + 1/3 x 0,75) and divided by that same weight again, so 71.075 x 2.040 =
    # 144,993 mln direct + algemeen (80 % + 20 %); less 81 mln = 63,993; less 33 mln = 30,993. With 2.265: 160,985 mln.
    invoer = LAND | {"kengetal_persoonsjaar": {"bedrag": kengetal, "prijspeil": 2024}}
    jaar = bereken(plan(2022, 3, **invoer))["jaar"]
    assert jaar["uitvoeringskosten"]["2024"] == pytest.approx(71075 * kengetal)
    assert jaar["algemeen"]["2024"] == pytest.approx(71075 * kengetal * 0.2)
    assert jaar["tekort_structureel"]["2024"] / 1e6 == pytest.approx(structureel, abs=1)
    assert jaar["tekort_totaal"]["2024"] / 1e6 == pytest.approx(totaal, abs=1)


def test_wachtlijst_consistent():
    # 29.000 people waiting all year (fte 0, nobody starts), x 2.040 .. 2.265 = 59,2 .. 65,7 mln; added to
    # 65 .. 80: 124 .. 146
    band = []
    for kengetal, tekort in ((2040, 65), (2265, 80)):
        invoer = GEEN_GROEI | {
            "instroom_asiel": 0,
            "instroom_gezin": 0,
            "wachtlijst_start_asiel": 29000,
            "fte_beschikbaar": 0,
            "caseload": 50,
            "gewicht_gezin": 1,
            "kengetal_wachtende": {"bedrag": kengetal, "prijspeil": 2024},
        }
        uitkomst = bereken(plan(2026, 1, **invoer))
        band.append(tekort + uitkomst["jaar"]["kosten_wachtlijst"]["2026"] / 1e6)
        assert uitkomst["jaar"]["wachtend_asiel"] == {"2026": 29000}
        assert "wachtweken_asiel" not in uitkomst["jaar"]  # somebody waits, nobody starts
        assert uitkomst["jaar"]["wachtweken_gezin"] == {"2026": 0}
    assert band == pytest.approx([124.16, 145.685])
    assert band[0] < 135 < band[1]


SALDO = GEEN_GROEI | {"spuk_a": 15500, "spuk_b": 0, "spuk_c": 0, "spuk_gezin": 700}


def test_saldo_voorzieningen():
    # route: 0,58 x 9.700 + 0,30 x 11.400 + 0,12 x 17.100 = 5.626 + 3.420 + 2.052 = 11.098
    # asiel: 15.500 - 11.098 - 2.100 - 1.200 = 1.102 (7,1 %); gezin: 700 - 1.200 = -500
    uitkomst = bereken(plan(2024, 1, **SALDO))
    assert uitkomst["jaar"]["dekking_asiel"]["2024"] == pytest.approx(1102)
    assert uitkomst["jaar"]["dekking_asiel"]["2024"] / 15500 == pytest.approx(0.071, abs=0.0005)
    assert uitkomst["jaar"]["dekking_gezin"]["2024"] == pytest.approx(-500)
    # the price at which the SPUK just covers the route: 15.500 - 2.100 - 1.200; less the dekking: the average route
    kostendekkend = uitkomst["inkoop"]["kostendekkende_trajectprijs"]["2024"]
    assert kostendekkend == pytest.approx(12200)
    assert kostendekkend - uitkomst["jaar"]["dekking_asiel"]["2024"] == pytest.approx(11100, abs=25)


def test_korting_tien_procent():
    # 0,9 x 15.500 = 13.950 - 14.398 = -448; 0,9 x 700 = 630 - 1.200 = -570
    jaar = bereken(plan(2024, 1, **SALDO, spuk_korting=0.10))["jaar"]
    assert jaar["dekking_asiel"]["2024"] == pytest.approx(-448)
    assert jaar["dekking_gezin"]["2024"] == pytest.approx(-570)


@pytest.mark.parametrize(
    ("cohort", "verwacht"),
    [
        (2025, {"2025": 9154.91, "2026": 4718.96, "2027": 1179.74, "2028": 0}),
        (2026, {"2025": 0, "2026": 6087.34, "2027": 4565.505, "2028": 4565.505}),  # 0,75 x 6.087,34 = 4.565,505
    ],
)
def test_spuk_ritme(cohort, verwacht):
    instroom = {str(j): int(j == cohort) for j in range(2025, 2029)}
    jaar = bereken(plan(2025, 4, instroom_asiel=instroom, instroom_gezin=0))["jaar"]
    assert jaar["ba"] == pytest.approx(verwacht)


B6 = {
    "instroom_asiel": 20,
    "instroom_gezin": 8,
    "eerdere_instroom_asiel": {"2024": 20, "2023": 20, "2022": 20},
    "eerdere_instroom_gezin": {"2024": 8},
}


def test_overgang_ritme_b6():
    # 2025: 20 x (9.154,91 + 4.635,54 + 1.158,89) + 8 x 694,23 = 298.986,80 + 5.553,84
    # 2026: 20 x (6.087,34 + 4.718,96 + 1.179,74) + 8 x 706,72 = 239.720,80 + 5.653,76
    # 2027: the b-term becomes 0,75 x 6.087,34 = 4.565,505; 2028: the c-term too
    jaar = bereken(plan(2025, 4, **B6))["jaar"]
    totaal = {"2025": 304540.64, "2026": 245374.56, "2027": 242305.46, "2028": 310020.76}
    assert jaar["spuk_baten"] == pytest.approx(totaal, abs=0.005)
    assert jaar["ba"] == pytest.approx(
        {"2025": 298986.80, "2026": 239720.80, "2027": 236651.70, "2028": 304367.00}, abs=0.005
    )
    # b.6, Reserve: the plafond of 2026 is 245.375 + half of 304.541 = 397.645
    assert jaar["plafond"]["2026"] == pytest.approx(397644.88, abs=0.005)


def test_reserve_en_afrekening():
    # all provisions free, so the saldo is the baten; baten 2024 (suggestie) = 20 x 14.300,96 + 8 x 664,12 = 291.332,16
    vrij = B6 | {
        "trajectprijs": {"B1": 0, "Z": 0, "onderwijs": 0},
        "maatschappelijke_begeleiding": 0,
        "pvt_map_tolk": 0,
    }
    kas = {"spuk_voorlopig": {"2024": 300000, "2025": 290000}}
    jaar = bereken(plan(2025, 2, **vrij, **kas, stand_start=200000))["jaar"]
    # 2025: ruimte 200.000 + 304.540,64 = 504.540,64; plafond 304.540,64 + 145.666,08 = 450.206,72
    # 2026: ruimte 450.206,72 + 245.374,56 = 695.581,28; plafond 245.374,56 + 152.270,32 = 397.644,88
    assert jaar["plafond"] == pytest.approx({"2025": 450206.72, "2026": 397644.88})
    assert jaar["stand"] == pytest.approx({"2025": 450206.72, "2026": 397644.88})
    assert jaar["terugbetaling"] == pytest.approx({"2025": 54333.92, "2026": 297936.40})
    # 291.332,16 - 300.000 = -8.667,84; 304.540,64 - 290.000 = 14.540,64
    assert jaar["afrekening"] == pytest.approx({"2025": -8667.84, "2026": 14540.64})
    assert jaar["spuk_kas"] == pytest.approx({"2025": 281332.16, "2026": 259915.20})
    # lasten that moved on from before: -1.000.000 + 304.540,64 = -695.459,36, then + 245.374,56
    jaar = bereken(plan(2025, 2, **vrij, stand_start=-1e6))["jaar"]
    assert jaar["doorgeschoven"] == pytest.approx({"2025": 695459.36, "2026": 450084.80})
    assert jaar["reserve"] == jaar["terugbetaling"] == jaar["afrekening"] == {"2025": 0, "2026": 0}


def test_knoppen_2020():
    # Quiet steady state through the model: 9.100 and 9.000 a year, 3 years of guidance already full.
    land = GEEN_GROEI | {
        "instroom_asiel": 9100,
        "instroom_gezin": 9000,
        "begeleiding_start_asiel": 27300,
        "begeleiding_start_gezin": 27000,
        "methode": "uren",
        "loonkosten_fte": 122 * 1000,
        "productieve_uren": 1000,
        "uren_start": 0,
        "uren_per_gesprek": 1,
        "pvt": 0,
        "map": 0,
        "tolkuren": 7,
        "gesprekken": 8,
    }

    def reken(**anders):
        jaar = bereken(plan(2022, 1, **(land | anders)))["jaar"]
        return jaar["pvt_map_tolk"]["2022"], jaar["consulentkosten"]["2022"]

    tolk_90, gesprekken_8 = reken(tolktarief=90)
    tolk_72, _ = reken(tolktarief=72)
    tolk_3, gesprekken_6 = reken(tolktarief=72, tolkuren_gezin=3, gesprekken_gezin=6)
    assert tolk_72 - tolk_90 == pytest.approx(-2.2806e6)  # 18.100 x 7 x 18
    assert tolk_3 - tolk_72 == pytest.approx(-2.592e6)  # 9.000 x 4 x 72
    assert gesprekken_6 - gesprekken_8 == pytest.approx(-2.196e6)  # 27.000 guided x (8 - 6) / 3 years x 122
    for verschil, gepubliceerd in (
        (tolk_72 - tolk_90, -2.3),
        (tolk_3 - tolk_72, -2.6),
        (gesprekken_6 - gesprekken_8, -2.2),
    ):
        assert verschil / 1e6 == pytest.approx(gepubliceerd, abs=0.05)
    assert pytest.approx(35.2) == 42.3 - 2.3 - 2.6 - 2.2


def test_schaal_en_mix():
    def per_inburgeraar(asiel, gezin, **anders):
        invoer = {"instroom_asiel": asiel, "instroom_gezin": gezin} | anders
        return bereken(plan(2027, 5, **invoer))["jaar"]["kosten_per_inburgeraar"]["2031"]

    assert per_inburgeraar(20, 20) < per_inburgeraar(30, 10)
    vast = {"algemene_kosten_bedrag": 50000}
    assert per_inburgeraar(60, 20, **vast) < per_inburgeraar(30, 10, **vast)


# ---- by hand: flow with capacity, earlier cohorts -------------------------------------------------------------------
def test_stroom_met_plaatsen():
    # K = 4, weight gezin 0,5, 10 places; 8 + 4 guided (2 + 1 leave each quarter), 2 asiel waiting, 4 + 2
    # arrive each quarter.
    # q1: stay 6 + 0,5 x 3 = 7,5, free 2,5; offered 6 and 2, weight 7; startdeel 5/14
    #     start 15/7 and 5/7, waiting 27/7 and 9/7, guided 57/7 and 26/7 (weight exactly 10)
    # q2: stay 43/7 and 19/7, weight 7,5, free 2,5; offered 55/7 and 23/7, weight 9,5; startdeel 5/19
    uitkomst = bereken(
        plan(
            2027,
            2,
            instroom_asiel=16,
            instroom_gezin=8,
            begeleidingsduur=4,
            gewicht_gezin=0.5,
            caseload=10,
            fte_beschikbaar={"2027": 1, "2028": 0},
            begeleiding_start_asiel=8,
            begeleiding_start_gezin=4,
            wachtlijst_start_asiel=2,
        )
    )
    k = uitkomst["kwartaal"]
    assert [k["start_asiel"]["2027K1"], k["start_gezin"]["2027K1"]] == pytest.approx([15 / 7, 5 / 7])
    assert [k["wachtlijst_asiel"]["2027K1"], k["wachtlijst_gezin"]["2027K1"]] == pytest.approx([27 / 7, 9 / 7])
    assert [k["begeleiding_asiel"]["2027K1"], k["begeleiding_gezin"]["2027K1"]] == pytest.approx([57 / 7, 26 / 7])
    assert [k["start_asiel"]["2027K2"], k["start_gezin"]["2027K2"]] == pytest.approx([55 / 7 * 5 / 19, 23 / 7 * 5 / 19])
    # 2028: no fte. In K1 leave those who started in 2027K1 (15/7 and 5/7); whoever stays is above capacity.
    assert k["uitstroom_asiel"]["2028K1"] == pytest.approx(15 / 7)
    assert k["start_asiel"]["2028K1"] == 0
    blijft = k["begeleiding_asiel"]["2028K1"] + 0.5 * k["begeleiding_gezin"]["2028K1"]
    assert k["boven_capaciteit"]["2027K4"] == 0
    assert k["boven_capaciteit"]["2028K1"] == pytest.approx(blijft)
    assert blijft > 0
    assert "wachtweken_asiel" in uitkomst["jaar"]
    assert "2028" not in uitkomst["jaar"]["wachtweken_asiel"]
    for d, erbij in (("asiel", 32 + 8 + 2), ("gezin", 16 + 4)):  # nobody is lost
        weg = sum(k[f"uitstroom_{d}"].values())
        assert k[f"begeleiding_{d}"]["2028K4"] + k[f"wachtlijst_{d}"]["2028K4"] + weg == pytest.approx(erbij)


def test_gestart_van_eerdere_cohorten():
    # 15 waiting and 2 quarters x 5 still in aanloop = 25 not yet started: the 20 of 2026, and 5 of the 16 of 2025.
    # starts 2027: 15 + 5, 5, 6, 6 = 37. Load: 37 x 0,4 + 0 x 0,3 + 11 x 0,3 = 18,1 -> x 0,58 x 9.700
    invoer = GEEN_GROEI | {
        "instroom_asiel": 24,
        "instroom_gezin": 0,
        "eerdere_instroom_asiel": {"2026": 20, "2025": 16},
        "aanloop": 2,
        "wachtlijst_start_asiel": 15,
    }
    jaar = bereken(plan(2027, 1, **invoer))["jaar"]
    assert jaar["start_asiel"]["2027"] == pytest.approx(37)
    assert jaar["leerroute_B1"]["2027"] == pytest.approx(18.1 * 0.58 * 9700)


def test_blanco_is_geen_nul():
    # instroom of gezin unknown: nothing that needs it, but everything of asiel
    uitkomst = bereken(plan(2027, 2, instroom_asiel=20))
    jaar = uitkomst["jaar"]
    for naam in (
        "instroom_gezin",
        "begeleid_gezin",
        "uitvoeringskosten",
        "bgo",
        "spuk_baten",
        "stand",
        "pvt_map_tolk",
        "fte_bezet",
    ):
        assert naam not in jaar
    for naam in ("begeleid_asiel", "ba", "leerroute_Z", "dekking_gezin", "maatschappelijke_begeleiding"):
        assert set(jaar[naam]) == {"2027", "2028"}
    assert "tekort_totaal" not in bereken(plan(2027, 2, instroom_asiel=20, instroom_gezin=5))["jaar"]


# ---- draws are the same arithmetic ----------------------------------------------------------------------------------
VOL = {
    "instroom_asiel": {"2027": 24, "2028": 30, "2029": 18},
    "instroom_gezin": "8 tot 14, verwacht 10",
    "begeleidingsduur_asiel": "10 tot 16",
    "aanloop_asiel": "0 tot 2",
    "eerdere_instroom_asiel": {"2026": 22, "2025": "15 tot 20"},
    "eerdere_instroom_gezin": {"2026": 9},
    "begeleiding_start_asiel": 40,
    "begeleiding_start_gezin": "10 tot 20",
    "wachtlijst_start_asiel": 6,
    "methode": "caseload",
    "caseload": "45 tot 60",
    "loonkosten_fte": {"bedrag": "95.000 tot 110.000", "prijspeil": 2025},
    "inhuuraandeel": {"2028": "0,1 tot 0,3"},
    "inhuurtarief": 90,
    "productieve_uren": 1350,
    "fte_beschikbaar": {"2027": 1.1, "2028": "0,8 tot 1,4", "2029": 1.3},
    "gemeentefonds_structureel": 90000,
    "leerroutemix": {"B1": 0.5, "Z": "0,28 tot 0,40", "onderwijs": 0.16},
    "trajectprijs": {"B1": "9.000 tot 12.000"},
    "maatschappelijke_begeleiding": {"2027": "2.000 tot 2.400", "2028": 2300},
    "prijsstijging": "0,015 tot 0,035",
    "loonstijging": 0.03,
    "spuk_onderwijsroute": 5000,
    "prestatie_verhouding": 0.6,
    "stand_start": 60000,
    "contract_start": 2028,
    "contract_jaren": 2,
    "optie_jaren": 1,
    "prijsopslag_aanbesteding": "0,05 tot 0,15",
    "groepsgrootte": {"B1": 12},
    "deelname_startklas_asiel": 0.5,
    "kosten_startklas": "800 tot 1.200",
    "spuk_voorlopig": {"2026": 300000, "2028": 280000},
}


def met_waarde(invoer, sleutel, x):
    """The plan in which one drawn value is written as the number it was."""
    naam, _, deel = sleutel.partition(".")
    if naam == "leerroutemix":
        rest = (1 - x) / (0.5 + 0.16)
        return invoer | {naam: {"B1": 0.5 * rest, "Z": x, "onderwijs": 0.16 * rest}}
    if naam == "instroom_gezin":
        rij = invoer[naam] if isinstance(invoer[naam], dict) else {}
        return invoer | {naam: rij | {deel: x}}
    if isinstance(invoer[naam], dict) and "bedrag" in invoer[naam]:
        return invoer | {naam: invoer[naam] | {"bedrag": x}}
    return invoer | {naam: invoer[naam] | {deel: x} if deel else x}


@pytest.mark.parametrize(
    "anders",
    [
        {},
        {"fte_beschikbaar": None},
        {"methode": "landelijk", "caseload": None},
        {"methode": "uren", "uren_start": 30, "uren_per_gesprek": "2 tot 4", "uren_afstemming": 6},
    ],
)
def test_trekkingen_zijn_dezelfde_rekensom(anders):
    invoer = {naam: x for naam, x in (VOL | anders).items() if x is not None}
    rng = np.random.default_rng(7)
    grenzen = {
        "instroom_asiel.2027": (10, 40),
        "instroom_asiel.2028": (10, 40),
        "instroom_gezin.2027": (5, 15),
        "instroom_gezin.2028": (5, 15),
        "instroom_gezin.2029": (5, 15),
        "begeleidingsduur_asiel": (1, 18),
        "aanloop_asiel": (0, 4),
        "eerdere_instroom_asiel.2025": (10, 25),
        "begeleiding_start_gezin": (5, 30),
        "caseload": (30, 70),
        "loonkosten_fte": (9e4, 1.2e5),
        "inhuuraandeel.2028": (0, 0.5),
        "fte_beschikbaar.2028": (0, 2),
        "leerroutemix.Z": (0.1, 0.5),
        "trajectprijs.B1": (8000, 13000),
        "maatschappelijke_begeleiding.2027": (1800, 2600),
        "prijsstijging": (0, 0.05),
        "prijsopslag_aanbesteding": (0, 0.3),
        "kosten_startklas": (500, 1500),
        "uren_per_gesprek": (1, 5),
    }
    grenzen = {naam: g for naam, g in grenzen.items() if naam.partition(".")[0] in invoer}
    N = 25
    getrokken = {naam: rng.uniform(*g, N) for naam, g in grenzen.items()}
    samen = plat(bereken(plan(2027, 3, **invoer), None, getrokken))
    for i in range(N):
        los = invoer
        for naam, x in getrokken.items():
            los = met_waarde(los, naam, float(x[i]))
        punt = plat(bereken(plan(2027, 3, **los)))
        assert punt.keys() <= samen.keys()
        for naam, x in samen.items():
            trekking = np.broadcast_to(x, N)[i] if naam != ("inkoop", "buiten_horizon") else x
            if naam not in punt:
                assert np.isnan(trekking), naam
            else:
                assert trekking == pytest.approx(punt[naam], rel=1e-9, abs=1e-7), naam


def plat(boom, voor=()):
    uit = {}
    for naam, x in boom.items():
        uit.update(plat(x, (*voor, naam)) if isinstance(x, dict) else {(*voor, naam): x})
    return uit


def test_scenario_vervangt_per_naam():
    p = plan(
        2028, 1, instroom_asiel=20, instroom_gezin=8, stand_start=1000, eerdere_instroom_asiel={"2027": 20, "2026": 20}
    )
    p["scenarios"] = [
        {"naam": "krimp", "invoer": {"instroom_asiel": 10, "stand_start": None}, "maatregelen": ["spuk_korting"]}
    ]
    basis, krimp = bereken(p)["jaar"], bereken(p, "krimp")["jaar"]
    assert krimp["instroom_asiel"]["2028"] == 10
    assert krimp["instroom_gezin"] == basis["instroom_gezin"]
    assert krimp["spuk_baten"]["2028"] == pytest.approx(0.9 * (krimp["ba"]["2028"] + krimp["bgo"]["2028"]))
    assert krimp["ruimte"]["2028"] == pytest.approx(krimp["spuk_saldo"]["2028"])
    assert basis["ruimte"]["2028"] == pytest.approx(basis["spuk_saldo"]["2028"] + 1000)
