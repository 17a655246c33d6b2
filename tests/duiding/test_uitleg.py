"""Where a figure comes from: the chain behind every figure of the outcome, down to inputs, kengetallen and calendar."""

from dataclasses import replace

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.uitleg import (
    EIGEN_OPGAVE,
    KALENDER,
    NIET_INGEVULD,
    UITGANGSPUNT,
    als_tekst,
    toon_waarde,
    uitleg,
)
from core.plan import plan_uit
from core.regels import bereken
from core.regels.model import model
from core.regels.uitkomst import jaargrootheden, kwartaalgrootheden
from core.rekenkunde.regel import Rol
from tests.plannen import willekeurig_plan

CATALOGUS = standaardcatalogus()
GEWOON = {
    "instroom_asiel": {"2027": 24, "2028": 30},
    "instroom_gezin": 8,
    "begeleiding_start_asiel": 40,
    "gemeentefonds_structureel": "80.000 tot 100.000",
    "trajectprijs": {"B1": 10000},
}
HERKOMST = {
    "instroom_asiel": {"bron": "DUO-portaal", "datum": "2026-11-01", "door": "MB"},
    "wachtlijst_start_asiel": {"bron": "registratie"},
}


def uitkomst_van(horizon=2, startjaar=2027, maatregelen=(), **anders):
    invoer = {k: v for k, v in (GEWOON | anders).items() if v is not None}
    gegevens = {"startjaar": startjaar, "horizon": horizon, "invoer": invoer, "herkomst": HERKOMST}
    plan, bevindingen = plan_uit(gegevens | {"maatregelen": list(maatregelen)}, CATALOGUS)
    assert plan is not None, bevindingen
    return bereken(plan)


def namen(deze):
    return [(d.plek[0][0], d.plek[0][1], d.plek[1]) for d in deze.delen]


# --- every chain, of random plans --------------------------------------------------------------------------


def loop_af(uitkomst, deze, gezien):
    """Visit a chain; each figure at each moment once."""
    sleutel = deze.plek, deze.label
    if sleutel in gezien:
        return
    gezien.add(sleutel)
    g = model()[deze.plek[0]]
    if not deze.label.endswith(", opgeteld"):
        assert deze.waarde == uitkomst.waarde(g.naam, *g.sleutel, moment=deze.plek[1])
        assert deze.eenheid == g.eenheid.naam
    if deze.is_blad:
        assert g.rol in (Rol.INVOER, Rol.KENGETAL, Rol.AS)
        assert deze.delen == ()
        assert deze.regel == ""
        if g.rol is Rol.KENGETAL and deze.waarde is not None:
            assert deze.klasse
            assert deze.kengetal is not None or deze.bron == UITGANGSPUNT
        if deze.kengetal is not None:
            assert deze.kengetal.bron.titel in deze.bron
            assert deze.kengetal.vindplaats in deze.bron
            assert str(deze.kengetal.jaar_bron) in deze.bron
    else:
        assert deze.delen or deze.waarde is None, deze.label
    assert (deze.afwezig == "") == (deze.waarde is not None)
    for deel in deze.delen:
        loop_af(uitkomst, deel, gezien)


@pytest.mark.parametrize("zaad", range(12))
def test_elke_keten_eindigt_in_een_bron(zaad):
    plan, _ = plan_uit(willekeurig_plan(zaad), CATALOGUS)
    if plan is None:
        pytest.skip("this seed gives no valid plan")
    uitkomst = bereken(plan)
    gezien = set()
    for g in (*jaargrootheden(), *kwartaalgrootheden()):
        momenten = plan.planjaren if g.tijd.value == "jaar" else range(1, 4 * plan.horizon + 1)
        for moment in momenten:
            loop_af(uitkomst, uitleg(uitkomst, g.naam, g.sleutel, moment), gezien)
    for naam in ("na_horizon_lasten", "na_horizon_baten", "contractwaarde_met_opties"):
        loop_af(uitkomst, uitleg(uitkomst, naam), gezien)
    assert any(plek[1] is not None for plek, _ in gezien)


def test_som_van_de_delen_is_het_geheel():
    uitkomst = uitkomst_van()
    tekort = uitleg(uitkomst, "tekort_structureel", moment=2028)
    kosten, incidenteel, middelen = (d.waarde for d in tekort.delen)
    assert tekort.waarde == kosten - incidenteel - middelen


# --- the kinds of ingredient -------------------------------------------------------------------------------


def test_moment_van_een_ingredient():
    # afrekening[j] = spuk_baten[j−1] − voorlopig[j−1]
    deze = uitleg(uitkomst_van(), "afrekening", moment=2028)
    assert namen(deze) == [("spuk_baten", (), 2027), ("voorlopig", (), 2027)]
    assert deze.periode == "2028"
    assert deze.delen[0].periode == "2027"


def test_kwartalen_van_een_jaar_zijn_een_onderdeel():
    # 24 a year is 6 a quarter
    deze = uitleg(uitkomst_van(), "start_jaar", ("asiel",), 2027)
    (reeks,) = deze.delen
    assert (reeks.waarde, reeks.periode) == (24, "kwartalen van 2027")
    assert reeks.regel == ""
    assert [(d.periode, d.waarde) for d in reeks.delen] == [(f"2027K{k}", 6) for k in (1, 2, 3, 4)]


def test_jaar_van_het_plan_en_daarvoor():
    deze = uitleg(uitkomst_van(), "gestart_asiel", moment=2027)
    assert namen(deze) == [("startjaar", (), None), ("jaar", (), 2027), ("start", ("asiel",), None)]
    ervoor = uitleg(uitkomst_van(), "gestart_asiel", moment=2026)
    assert namen(ervoor)[2] == ("gestart_vooraf", (), 2026)


def test_totaal_over_jaren_en_kwartalen():
    u = uitkomst_van()
    lasten = uitleg(u, "na_horizon_lasten")
    assert [d.periode for d in lasten.delen] == ["alle jaren"] * 3
    assert sum(d.waarde for d in lasten.delen) == pytest.approx(lasten.waarde)
    assert [d.plek[1] for d in lasten.delen[0].delen] == [2029, 2030, 2031, 2032]
    nog = uitleg(u, "nog_niet_gestart")
    assert nog.delen[1].periode == "alle kwartalen"


def test_terugblik_op_een_kwartaal():
    # K = 2: who leaves in 2027K3 started in 2027K1
    deze = uitleg(uitkomst_van(begeleidingsduur=2), "uitstroom", ("asiel",), 3)
    assert ("start", ("asiel",), 1) in namen(deze)
    assert ("begeleiding_start", ("asiel",), None) not in namen(deze)
    begin = uitleg(uitkomst_van(begeleidingsduur=2), "uitstroom", ("asiel",), 2)
    assert ("begeleiding_start", ("asiel",), None) in namen(begin)


def test_kwartaal_haalt_zijn_jaar_en_zijn_aandeel():
    deze = uitleg(uitkomst_van(), "vestiging", ("asiel",), 5)
    assert namen(deze) == [("cohort", ("asiel",), 2028), ("kwartaalaandeel", ("asiel",), 5)]
    assert ("kwartaalverdeling", ("asiel", "1"), None) in namen(deze.delen[1])


def test_index_in_het_jaar_van_het_prijspeil():
    deze = uitleg(uitkomst_van(), "suggestieindex_trajectprijs", ("Z",))
    assert ("index_prijs", (), 2024) in namen(deze)


def test_jaar_buiten_de_kalender_geeft_niets():
    # no amount of its own, so no prijspeil of its own: the startjaar
    deze = uitleg(uitkomst_van(), "basisindex_trajectprijs", ("Z",))
    assert ("index_prijs", (), 2027) in namen(deze)


def test_alleen_de_gekozen_methode():
    landelijk = uitleg(uitkomst_van(), "consulentkosten", moment=2027)
    assert [n for n, _, _ in namen(landelijk)] == ["methode", "consulentkosten_landelijk"]
    assert landelijk.delen[0].waarde == "landelijk"
    caseload = uitleg(uitkomst_van(methode="caseload"), "consulentkosten", moment=2027)
    assert [n for n, _, _ in namen(caseload)] == ["methode", "consulentkosten_caseload"]


def test_eerste_die_bekend_is():
    (eigen,) = uitleg(uitkomst_van(), "trajectprijs", ("B1",), 2027).delen
    assert eigen.plek[0][0] == "geindexeerd_trajectprijs"
    (kengetal,) = uitleg(uitkomst_van(), "trajectprijs", ("Z",), 2027).delen
    assert kengetal.plek[0][0] == "suggestie_trajectprijs"


def test_standaard_nul_laat_zien_wat_leeg_is():
    deze = uitleg(uitkomst_van(), "bijdrage_samenwerking", moment=2027)
    assert deze.waarde == 0
    assert [(d.waarde, d.bron) for d in deze.delen] == [(None, NIET_INGEVULD)] * 2


# --- leaves ------------------------------------------------------------------------------------------------


def test_invoer_met_herkomst():
    (blad,) = uitleg(uitkomst_van(), "instroom", ("asiel",), 2027).delen
    assert (blad.waarde, blad.klasse) == (24, "eigen")
    assert blad.bron == f"{EIGEN_OPGAVE}: DUO-portaal, 2026-11-01, MB"
    assert blad.herkomst is not None
    assert blad.label == f"{model()['rij_instroom', ('asiel',)].label} (ingevuld voor het jaar)"


def test_lege_invoer_houdt_zijn_herkomst_maar_is_niet_ingevuld():
    (blad,) = uitleg(uitkomst_van(), "wachtlijst_start", ("asiel",)).delen
    assert blad.bron == blad.afwezig == NIET_INGEVULD
    assert blad.herkomst is not None


def test_invoer_met_bereik():
    (blad,) = uitleg(uitkomst_van(), "gemeentefonds_structureel", moment=2027).delen
    assert blad.waarde == 90000
    assert blad.waarde_tekst == "€ 90.000,00 (bereik: 80.000 tot 100.000)"


def test_kengetal_met_bron_en_bereik():
    keten = uitleg(uitkomst_van(), "suggestie_kengetal_persoonsjaar", moment=2027)
    blad = keten.delen[0]
    assert blad.waarde == 2152.5
    assert blad.bereik is not None
    assert blad.bron.endswith("§1, 2026; afgeleid, prijspeil 2024")
    peil = uitleg(uitkomst_van(), "suggestieindex_kengetal_persoonsjaar").delen[0]
    assert peil.waarde_tekst == "2024"
    assert peil.bereik is None


def test_kengetal_dat_er_voor_het_jaar_niet_is():
    delen = uitleg(uitkomst_van(), "kengetal_spuk_a", moment=2028)
    assert delen.waarde is None
    assert delen.bron == "geen kengetal voor dit jaar"


def test_uitgangspunt_kalender_en_maatregel():
    assert uitleg(uitkomst_van(), "methode").delen[0].bron == UITGANGSPUNT
    assert uitleg(uitkomst_van(), "startjaar").bron == KALENDER
    maatregel = uitleg(uitkomst_van(maatregelen=["spuk_korting"]), "maatregel_spuk_korting")
    assert (maatregel.waarde, maatregel.klasse, maatregel.bron) == (1, "keuze", EIGEN_OPGAVE)


# --- absent ------------------------------------------------------------------------------------------------


def test_afwezig_zegt_wat_ontbreekt():
    deze = uitleg(uitkomst_van(instroom_gezin=None), "uitvoeringskosten", moment=2027)
    assert deze.waarde is None
    assert "Consulentkosten (2027)" in deze.afwezig
    caseload = uitleg(uitkomst_van(), "fte_bezet", moment=2027)
    assert caseload.afwezig == "niet te berekenen; onbekend is: Caseload per fte"
    assert caseload.waarde_tekst == caseload.afwezig


def test_afwezig_zonder_oorzaak_is_niet_te_zeggen():
    # with the national average there is no inhuur to speak of
    assert uitleg(uitkomst_van(), "inhuur", moment=2027).afwezig == "hier valt niets te zeggen"


def test_onbekende_voorwaarde_en_plaats():
    # no contract_start: whether the year is a contract year cannot be said
    deze = uitleg(uitkomst_van(), "contractjaar", moment=2027)
    assert deze.waarde is None
    assert "Eerste jaar van het nieuwe contract" in deze.afwezig


def test_onbekende_plaats_in_een_reeks():
    # an outcome without any value: even which quarter it is cannot be said
    u = uitkomst_van()
    deze = uitleg(replace(u, rekening=replace(u.rekening, figuren={})), "kwartaalaandeel", ("asiel",), 1)
    assert namen(deze) == [("kw", (), 1)]
    assert deze.afwezig == "niet te berekenen; onbekend is: Kwartaal van het jaar (2027K1)"


# --- as text -----------------------------------------------------------------------------------------------


def test_als_tekst():
    tekst = als_tekst(uitleg(uitkomst_van(), "gemeentefonds_structureel", moment=2027))
    assert tekst.splitlines() == [
        "Gemeentefonds structureel, toegerekend (2027): € 90.000,00",
        "  = Gemeentefonds structureel, toegerekend (ingevuld voor het jaar); als dat onbekend is: "
        "Gemeentefonds structureel, toegerekend (ingevuld)",
        "  Gemeentefonds structureel, toegerekend (ingevuld): € 90.000,00 (bereik: 80.000 tot 100.000)",
        "    [eigen, eigen opgave van de gemeente]",
    ]


def test_als_tekst_vertelt_niets_twee_keer():
    regels = als_tekst(uitleg(uitkomst_van(), "tekort_totaal", moment=2027), 12).splitlines()
    koppen = [r.strip() for r in regels if r.strip().startswith("Gewicht van een gezinsmigrant: ")]
    assert len(koppen) > 1
    assert any(r.strip() == "[zie hierboven]" for r in regels)
    assert any(r.strip() == f"[{KALENDER}]" for r in regels)


def test_als_tekst_houdt_op_bij_de_diepte():
    diepste = max(
        (len(r) - len(r.lstrip())) // 2
        for r in als_tekst(uitleg(uitkomst_van(), "tekort_totaal", moment=2027), 2).splitlines()
    )
    assert diepste == 3  # two levels of ingredients, and the rule under the second


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        ("landelijk", "keuze", "landelijk"),
        (1234.5, "euro", "€ 1.234,50"),
        (12, "euro per persoon", "€ 12,00 per persoon"),
        (2027, "jaartal", "2027"),
        (0.125, "aandeel", "12,5 %"),
        (1.01812, "index", "1,0181"),
        (1, "personen", "1 persoon"),
        (12, "kwartalen", "12 kwartalen"),
    ],
)
def test_toon_waarde(waarde, eenheid, tekst):
    assert toon_waarde(waarde, eenheid) == tekst
