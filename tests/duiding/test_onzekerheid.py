"""Draws: the same arithmetic as the point calculation, the spread that rekenmodel §10 asks for, and nothing else."""

import math
from dataclasses import replace

import numpy as np
import pytest

from core.catalogus import standaardcatalogus
from core.duiding.onzekerheid import Band, band_van, banden, trek, trek_bereik, uitkomstnamen, zaad_van
from core.getallen import Bereik
from core.plan import Bedrag, PerJaar, Plan, Routes, plan_uit
from core.regels import bereken
from core.regels.bladwaarden import kengetal_van
from core.regels.model import model
from tests.onafhankelijk.rekenmodel import bereken as orakel
from tests.plannen import willekeurig_plan

CATALOGUS = standaardcatalogus()
GROEPEN = ("asiel", "gezin")


def plan_van(startjaar=2027, horizon=2, **invoer):
    plan, bevindingen = plan_uit({"startjaar": startjaar, "horizon": horizon, "invoer": invoer}, CATALOGUS)
    assert plan is not None, bevindingen
    return plan


def volle_plannen(aantal):
    gevonden = (plan_uit(willekeurig_plan(zaad), CATALOGUS)[0] for zaad in range(100))
    return [p for p in gevonden if p is not None][:aantal]


# --- a draw is a plan --------------------------------------------------------------------------------------


def vul_in(waarde, sleutel, jaar, getal):
    """A value of a plan in which one range is the number that was drawn."""
    match waarde:
        case Bereik():
            return getal
        case Bedrag(_, prijspeil):
            return Bedrag(getal, prijspeil)
        case PerJaar(rij):
            return PerJaar(tuple((j, getal if j == jaar else w) for j, w in rij))
        case Routes(per_route):
            nieuw = ((r, vul_in(w, sleutel, jaar, getal) if r in sleutel else w) for r, w in per_route)
            return Routes(tuple(nieuw))
        case float():
            return getal  # the other two routes, which follow the Z-route
        case _:
            raise AssertionError(waarde)


def als_kengetal(plan, plek, getal):
    """The input of a plan in which a drawn kengetal stands as its own value, in the same prices."""
    (naam, sleutel), jaar = plek
    naam = naam.removeprefix("kengetal_")
    assert not sleutel
    if naam in plan.invoer and not isinstance(plan.invoer[naam], PerJaar):
        return {}
    if jaar is not None:
        eigen = dict(plan.invoer[naam].waarden) if naam in plan.invoer else {}
        return {naam: PerJaar(tuple(sorted({jaar: getal, **eigen}.items())))}
    if naam in plan.invoer:
        return {}
    peil = kengetal_van(model()["kengetal_" + naam, ()], CATALOGUS[naam], None).prijspeil
    return {naam: Bedrag(getal, peil)}


def een_trekking_als_plan(trekking, i):
    """The plan in which every drawn value of draw i is filled in as the number it was."""
    plan: Plan = trekking.plan
    for plek, waarden in trekking.getrokken.items():
        (naam, sleutel), jaar = plek
        getal = float(waarden[i])
        if naam == "instroom":
            naam_ = f"instroom_{sleutel[0]}"
            oud = plan.invoer.get(naam_)
            rij = dict(oud.waarden) if isinstance(oud, PerJaar) else dict.fromkeys(plan.planjaren, oud)
            rij = {j: w for j, w in (rij | {jaar: getal}).items() if w is not None}
            invoer = {naam_: PerJaar(tuple(sorted(rij.items())))}
        elif naam.startswith("kengetal_"):
            invoer = als_kengetal(plan, plek, getal)
        else:
            kaal = naam.partition("_")[2]
            groep = next((s for s in sleutel if s in GROEPEN), "")
            naam_ = f"{kaal}_{groep}" if groep else kaal
            if kaal == "instroom" and isinstance(plan.invoer[naam_], PerJaar) and jaar is None:
                continue
            invoer = {naam_: vul_in(plan.invoer[naam_], sleutel, jaar, getal)}
        plan = replace(plan, invoer={**plan.invoer, **invoer})
    return plan


@pytest.mark.parametrize("nummer", range(20))
def test_elke_trekking_is_de_berekening_van_een_plan(nummer):
    plan = volle_plannen(20)[nummer]
    trekking = trek(plan, CATALOGUS, aantal=20)
    for i in range(20):
        punt = bereken(een_trekking_als_plan(trekking, i)).waarden
        for plek, waarde in trekking.waarden.items():
            getrokken = float(np.broadcast_to(waarde, 20)[i])
            verwacht = punt[plek]
            assert getrokken == pytest.approx(verwacht, rel=1e-9, abs=1e-6, nan_ok=True), (plek, i)


def test_alle_cijfers_van_de_uitkomst():
    plan = plan_van(instroom_asiel="10 tot 30", instroom_gezin=8)
    namen = {naam for (naam, _), _ in trek(plan, CATALOGUS, aantal=5).waarden}
    assert namen == set(uitkomstnamen())


def test_alleen_gevraagde_cijfers():
    plan = plan_van(instroom_asiel="10 tot 30", instroom_gezin=8)
    trekking = trek(plan, CATALOGUS, aantal=5, figuren=["spuk_saldo"])
    assert {naam for (naam, _), _ in trekking.waarden} == {"spuk_saldo"}
    heel = trek(plan, CATALOGUS, aantal=5)
    assert np.array_equal(trekking.waarde("spuk_saldo", moment=2027), heel.waarde("spuk_saldo", moment=2027))


# --- against the independent implementation ----------------------------------------------------------------


def naam_in_orakel(plek):
    (naam, sleutel), jaar = plek
    for voor in ("invoer_", "rij_", "kengetal_"):
        if naam.startswith(voor) and naam not in ("kengetal_persoonsjaar", "kengetal_wachtende"):
            naam = naam.removeprefix(voor)
            break
    groep = [s for s in sleutel if s in GROEPEN]
    rest = [s for s in sleutel if s not in GROEPEN and s != "beide"]
    jaren = [] if jaar is None else [str(jaar)]
    return ".".join(("_".join((naam, *groep)), *rest, *jaren))


def getrokken_voor_orakel(trekking):
    """The draws under the names of the plan file; the Z-route takes the others along."""
    getrokken = {}
    for plek, waarden in trekking.getrokken.items():
        (naam, sleutel), _ = plek
        if naam.endswith("leerroutemix") and sleutel != ("Z",):
            continue
        if naam == "kengetal_prestatie_aandeel":
            getrokken["prestatie_aandeel"] = waarden
        else:
            getrokken[naam_in_orakel(plek)] = waarden
    return getrokken


RUIM = {
    "instroom_asiel": {"2027": "20 tot 30", "2028": 30, "2029": 18},
    "instroom_gezin": "8 tot 14, verwacht 10",
    "begeleidingsduur_asiel": "10 tot 16",
    "aanloop_asiel": "0 tot 2",
    "eerdere_instroom_asiel": {"2026": 22, "2025": 17},
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
    "prijsstijging": "0,015 tot 0,035",
    "prestatie_verhouding": 0.6,
    "stand_start": 60000,
    "contract_start": 2028,
    "contract_jaren": 2,
    "prijsopslag_aanbesteding": "0,05 tot 0,15",
    "groepsgrootte": {"B1": 12},
}


@pytest.mark.parametrize("toeval", [True, False])
@pytest.mark.parametrize("methode", ["caseload", "landelijk"])
def test_gelijk_aan_het_orakel_op_dezelfde_trekkingen(methode, toeval):
    gegevens = {"startjaar": 2027, "horizon": 3, "invoer": RUIM | {"methode": methode, "toeval": toeval}}
    plan, bevindingen = plan_uit(gegevens, CATALOGUS)
    assert plan is not None, bevindingen
    trekking = trek(plan, CATALOGUS, aantal=200)
    onze = bereken(plan).als_gegevens([])
    ander = orakel(gegevens, None, getrokken_voor_orakel(trekking))
    vergeleken = 0
    for g in [g for g in model() if g.naam in uitkomstnamen()]:
        bestand = {"start_jaar": "start", "maatschappelijke_begeleiding_kosten": "maatschappelijke_begeleiding"}
        bestand |= {"pvt_map_tolk_kosten": "pvt_map_tolk", "uren_bij_methode": "uren"}
        naam = "_".join((bestand.get(g.naam, g.naam), *g.sleutel))
        tabel = ander[g.tijd.value] if g.tijd.value != "plan" else ander["slot"]
        if naam not in tabel or naam not in onze.get(g.tijd.value, {}):
            continue
        for moment, verwacht in tabel[naam].items():
            j = int(moment) if g.tijd.value == "jaar" else 4 * (int(moment[:4]) - 2027) + int(moment[5])
            waarde = trekking.waarden[g.id, j]
            assert np.broadcast_to(waarde, 200) == pytest.approx(
                np.broadcast_to(verwacht, 200), rel=1e-9, abs=1e-6, nan_ok=True
            ), (naam, moment)
            vergeleken += 1
    assert vergeleken > 250


# --- the spread --------------------------------------------------------------------------------------------


def test_laag_en_hoog_zijn_p10_en_p90():
    # bijdrage_samenwerking goes straight into the costs; 40 tot 100, verwacht 50: P10 40, P50 50, P90 100.
    # Of 10.000 draws the P10 lies within 4 standard errors: sd of a percentile ≈ 0,3 / (density × 100).
    plan = plan_van(bijdrage_samenwerking="40.000 tot 100.000, verwacht 50.000", horizon=1)
    band = band_van(trek(plan, CATALOGUS).waarden[("bijdrage_samenwerking", ()), 2027])
    # below the middle sd = 10.000/1,2816 = 7.803, density at P10 0,1755/7.803; 4 × 0,3/(100 × 2,249e−5) = 534
    assert band.p10 == pytest.approx(40000, abs=534)
    assert band.p50 == pytest.approx(50000, abs=1000)
    # above sd = 50.000/1,2816 = 39.014, density 0,1755/39.014; 4 × 0,3/(100 × 4,498e−6) = 2.668
    assert band.p90 == pytest.approx(100000, abs=2668)
    assert band.bekend == 1


def test_lineair_geval():
    # 100 fte × loonkosten 90.000 tot 110.000: P10 9,0 mln and P90 11,0 mln, because loonkosten is the only draw
    plan = plan_van(
        horizon=1,
        instroom_asiel=0,
        instroom_gezin=0,
        methode="caseload",
        caseload=50,
        fte_beschikbaar=100,
        loonkosten_fte="90.000 tot 110.000",
        aandeel_algemeen=0,
        toeval=False,
    )
    band = band_van(trek(plan, CATALOGUS).waarde("uitvoeringskosten", moment=2027))
    assert band.p10 == pytest.approx(9.0e6, abs=0.06e6)
    assert band.p50 == pytest.approx(10.0e6, abs=0.06e6)
    assert band.p90 == pytest.approx(11.0e6, abs=0.06e6)


def test_som_van_onafhankelijke_bereiken():
    # 100 fte at 90.000 tot 110.000 (mean 10 mln, sd 100 × 10.000 ÷ 1,2816 = 780.275) plus a contribution of 1,0 tot
    # 3,0 mln (mean 2 mln, sd 1 mln ÷ 1,2816 = 780.275): mean 12 mln, variance 2 × 780.275² = 1,2177e12.
    # Of 20.000 draws: se of the mean 1,1035e6 ÷ √20.000 = 7.803; of the variance var × √(2 ÷ 20.000) = 1,22e10.
    plan = plan_van(
        horizon=1,
        instroom_asiel=0,
        instroom_gezin=0,
        methode="caseload",
        caseload=50,
        fte_beschikbaar=100,
        loonkosten_fte="90.000 tot 110.000",
        bijdrage_samenwerking="1.000.000 tot 3.000.000",
        aandeel_algemeen=0,
        toeval=False,
    )
    kosten = trek(plan, CATALOGUS, aantal=20_000).waarde("uitvoeringskosten", moment=2027)
    assert kosten.mean() == pytest.approx(12e6, abs=4 * 7803)
    assert kosten.var() == pytest.approx(1.2177e12, abs=4 * 1.22e10)


def test_binnen_de_grenzen_van_de_invoer():
    rng = np.random.default_rng(1)
    aandeel = trek_bereik(Bereik(0.05, 0.9, 0.5), CATALOGUS["inhuuraandeel"], rng, 5000)
    assert (aandeel.min(), aandeel.max()) == (0, 1)
    caseload = trek_bereik(Bereik(1, 100, 50), CATALOGUS["caseload"], rng, 5000)  # must be more than 0
    assert 0 < caseload.min() < 1
    besparing = trek_bereik(Bereik(0.1, 0.9, 0.5), CATALOGUS["besparing_participatiewet"], rng, 5000)  # less than 1
    assert besparing.min() == 0
    assert 0.999 < besparing.max() < 1
    vrij = trek_bereik(Bereik(-10, 10, 0), CATALOGUS["stand_start"], rng, 5000)
    assert vrij.min() < -20


def test_een_kengetal_is_een_trekking():
    # prestatie_aandeel is one published range for every year from 2026: drawn once
    plan = plan_van(instroom_asiel=20, instroom_gezin=5, horizon=3)
    getrokken = trek(plan, CATALOGUS, aantal=10).getrokken
    jaren = [w for (id_, _), w in getrokken.items() if id_[0] == "kengetal_prestatie_aandeel"]
    assert len(jaren) > 1
    assert all(w is jaren[0] for w in jaren)


def test_een_getal_voor_beide_groepen_is_een_trekking():
    plan = plan_van(begeleidingsduur="8 tot 16", instroom_asiel=20, instroom_gezin=5)
    getrokken = trek(plan, CATALOGUS, aantal=10).getrokken
    assert [plek for plek in getrokken if "begeleidingsduur" in plek[0][0]] == [
        (("invoer_begeleidingsduur", ("beide",)), None)
    ]


def test_leerroutes_blijven_samen_een():
    mix = {"B1": 0.5, "Z": "0,3 tot 0,5", "onderwijs": 0.1}
    getrokken = trek(plan_van(leerroutemix=mix), CATALOGUS, aantal=1000).getrokken
    b1, z, onderwijs = (getrokken[("invoer_leerroutemix", (r,)), None] for r in ("B1", "Z", "onderwijs"))
    assert b1 + z + onderwijs == pytest.approx(np.ones(1000))
    assert b1 / onderwijs == pytest.approx(np.full(1000, 5.0))


def test_leerroutes_zonder_rest():
    mix = {"B1": 0, "Z": "0,999 tot 1, verwacht 1", "onderwijs": 0}
    getrokken = trek(plan_van(leerroutemix=mix), CATALOGUS, aantal=100).getrokken
    assert not getrokken[("invoer_leerroutemix", ("B1",)), None].any()


def test_bereik_zonder_breedte_is_een_getal():
    plan = plan_van(bijdrage_samenwerking="100 tot 100", horizon=1)
    trekking = trek(plan, CATALOGUS, aantal=10)
    assert trekking.waarden[("bijdrage_samenwerking", ()), 2027] == 100.0
    assert isinstance(trekking.waarden[("bijdrage_samenwerking", ()), 2027], float)


# --- chance in small numbers -------------------------------------------------------------------------------


def test_toeval_in_kleine_aantallen():
    # 12 expected, households of 3: 3 × Poisson(4); mean 12, variance 9 × 4 = 36.
    # Of 20.000 draws: se of the mean 6/141 = 0,042; se of the variance of a Poisson ≈ 36 × √((2 + 1/4)/20.000) = 0,38.
    plan = plan_van(instroom_asiel=12, instroom_gezin=0, huishoudgrootte=3, horizon=1)
    instroom = trek(plan, CATALOGUS, aantal=20_000).waarde("instroom", "asiel", moment=2027)
    assert instroom.mean() == pytest.approx(12, abs=0.2)
    assert instroom.var() == pytest.approx(36, abs=1.6)
    assert set(np.mod(instroom, 3)) == {0}


def test_toeval_komt_boven_op_het_bereik():
    # λ drawn with P10/P90 16/24 (sd 3,12) and then Poisson: variance 3,12² + 20 = 29,7; se about 0,3
    plan = plan_van(instroom_asiel="16 tot 24", instroom_gezin=0, horizon=1)
    instroom = trek(plan, CATALOGUS, aantal=20_000).waarde("instroom", "asiel", moment=2027)
    assert instroom.var() == pytest.approx(3.1211**2 + 20, abs=1.3)
    zonder = trek(plan_van(instroom_asiel="16 tot 24", toeval=False, horizon=1), CATALOGUS, aantal=20_000)
    assert zonder.waarde("instroom", "asiel", moment=2027).std() == pytest.approx(3.1211, abs=0.07)


def test_jaren_en_groepen_hebben_hun_eigen_toeval():
    trekking = trek(plan_van(instroom_asiel=20, instroom_gezin=20), CATALOGUS, aantal=2000)
    reeksen = [trekking.waarde("instroom", d, moment=j) for d in GROEPEN for j in (2027, 2028)]
    samenhang = np.corrcoef(reeksen) - np.eye(4)
    assert abs(samenhang).max() < 0.1


def test_geen_toeval_zonder_mensen():
    plan = plan_van(instroom_gezin=0)
    trekking = trek(plan, CATALOGUS, aantal=10)
    assert trekking.waarden[("instroom", ("gezin",)), 2027] == 0
    assert math.isnan(trekking.waarden[("instroom", ("asiel",)), 2027])
    assert trekking.waarde("instroom", "asiel", moment=2027) is None
    assert trekking.waarde("instroom", "asiel", moment=1999) is None


def test_toeval_uit():
    trekking = trek(plan_van(instroom_asiel=12, instroom_gezin=3, toeval=False), CATALOGUS, aantal=10)
    assert trekking.waarde("instroom", "asiel", moment=2027) == 12.0
    assert isinstance(trekking.waarde("begeleiding", "asiel", moment=4), float)


# --- the same plan, the same draws -------------------------------------------------------------------------


def bytes_van(trekking):
    return b"".join(np.asarray(w).tobytes() for w in trekking.waarden.values())


def test_hetzelfde_plan_geeft_dezelfde_bytes():
    een, ander = (plan_van(instroom_asiel="10 tot 20", instroom_gezin=4) for _ in range(2))
    assert een is not ander
    assert zaad_van(een) == zaad_van(ander)
    assert bytes_van(trek(een, CATALOGUS, aantal=50)) == bytes_van(trek(ander, CATALOGUS, aantal=50))


def test_ander_plan_of_ander_zaad_geeft_andere_trekkingen():
    plan = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4)
    ander = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4, stand_start=1)
    plek = ("instroom", ("asiel",)), 2027
    basis = trek(plan, CATALOGUS, aantal=50).waarden[plek]
    assert not np.array_equal(basis, trek(ander, CATALOGUS, aantal=50).waarden[plek])
    assert not np.array_equal(basis, trek(plan, CATALOGUS, aantal=50, zaad=1).waarden[plek])


def test_een_bereik_erbij_laat_de_andere_trekkingen_met_rust():
    plan = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4)
    meer = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4, stand_start="0 tot 100")
    plek = ("instroom", ("asiel",)), 2027
    a, b = (trek(p, CATALOGUS, aantal=50, zaad=7).waarden[plek] for p in (plan, meer))
    assert np.array_equal(a, b)


def test_puntberekening_hangt_niet_van_trekkingen_af():
    plan = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4)
    voor = dict(bereken(plan).waarden)
    trek(plan, CATALOGUS, aantal=50)
    na = bereken(plan).waarden
    assert {k: w for k, w in voor.items() if w == w} == {k: w for k, w in na.items() if w == w}


# --- bands -------------------------------------------------------------------------------------------------


def test_banden():
    plan = plan_van(instroom_asiel="10 tot 20", instroom_gezin=4, toeval=False)
    trekking = trek(plan, CATALOGUS, aantal=101)
    asiel, gezin = [(("instroom", (d,)), 2027) for d in GROEPEN]
    onbekend = ("fte_bezet", ()), 2027
    gevonden = banden(trekking, [asiel, gezin, onbekend])
    assert gevonden.keys() == {asiel, gezin}
    assert gevonden[gezin] == Band(4, 4, 4)
    gesorteerd = np.sort(trekking.waarden[asiel])
    assert gevonden[asiel] == Band(*(float(gesorteerd[n]) for n in (10, 50, 90)))


def test_band_over_wat_bekend_is():
    assert band_van(np.array([1.0, math.nan, 3.0, math.nan])) == Band(
        pytest.approx(1.2), pytest.approx(2.0), pytest.approx(2.8), 0.5
    )
    assert band_van(np.array([math.nan, math.nan])) is None
    assert band_van(math.nan) is None
    assert band_van(None) is None
