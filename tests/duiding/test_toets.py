"""The national figures through the model, against the workings of rekenmodel §9."""

from dataclasses import replace

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.toets import Toets, als_tekst, landelijke_toets


@pytest.fixture(scope="module")
def toetsen() -> dict[str, Toets]:
    return {t.naam: t for t in landelijke_toets(standaardcatalogus())}


def test_alle_tien_rijen_en_alles_klopt(toetsen):
    assert list(toetsen) == [
        "Volume",
        "Persoonsjaren",
        "Tekort 2024",
        "Wachtlijst",
        "Saldo voorzieningen",
        "SPUK-ritme",
        "Overgang van het ritme",
        "Korting op de SPUK",
        "Knoppen 2020",
        "Schaal en mix",
    ]
    assert all(t.klopt for t in toetsen.values())


def test_elke_toets_zegt_waar_het_staat_en_wat_het_is(toetsen):
    for t in toetsen.values():
        assert t.bron
        assert t.omschrijving.endswith(".")
        assert t.toelichting.endswith(".")
        assert len(t.onderdelen) == len(t.model)
        assert len(t.gepubliceerd) in (len(t.model), 0, 1)


def test_volume(toetsen):
    # 28.430 / 19.600 = 1,45051
    assert toetsen["Volume"].model == pytest.approx((45.051,), abs=0.001)
    assert toetsen["Volume"].gepubliceerd == (45,)
    assert toetsen["Volume"].model_tekst == "45,1"


def test_persoonsjaren(toetsen):
    # 28.430 / 4 = 7.107,5 start each quarter; at the end of quarter q of 9..12 there are 7.107,5 q, on average over the
    # quarter 7.107,5 (q − 0,5): mean of 8,5 9,5 10,5 11,5 = 10, so 71.075
    assert toetsen["Persoonsjaren"].model == pytest.approx((71075,), abs=1e-6)
    assert toetsen["Persoonsjaren"].gepubliceerd == (71075,)


def test_tekort_2024(toetsen):
    # 71.075 × 2.040 = 144,993 mln and × 2.265 = 160,985 mln; less 81: 63,993 and 79,985;
    # less 33 more: 30,993 and 46,985
    assert toetsen["Tekort 2024"].model == pytest.approx((63.993, 79.984875, 30.993, 46.984875))
    assert toetsen["Tekort 2024"].gepubliceerd == (65, 80, 31, 46)
    assert toetsen["Tekort 2024"].model_tekst == "64 · 80 · 31 · 47"


def test_wachtlijst(toetsen):
    # 29.000 × 2.040 = 59,16 and × 2.265 = 65,685 mln; added to 65 and 80: 124,16 and 145,685; 135 lies between
    t = toetsen["Wachtlijst"]
    assert t.model == pytest.approx((124.16, 145.685))
    assert t.gepubliceerd == (135,)
    # 144,993 mln / 36.000 = 4.027,6; 160,985 mln / 36.000 = 4.471,8
    assert "36.000 begeleide mensen" in t.toelichting
    assert "€ 4.028 tot € 4.472 per jaar" in t.toelichting


def test_saldo_voorzieningen(toetsen):
    # route 0,58 × 9.700 + 0,30 × 11.400 + 0,12 × 17.100 = 11.098; 15.500 − 11.098 − 2.100 − 1.200 = 1.102;
    # 700 − 1.200 = −500; 1.102 / 15.500 = 7,1 %
    assert toetsen["Saldo voorzieningen"].model == pytest.approx((1102, -500, 11098))
    assert toetsen["Saldo voorzieningen"].gepubliceerd == (1100, -500, 11100)
    assert "7,1 %" in toetsen["Saldo voorzieningen"].toelichting


def test_spuk_ritme(toetsen):
    # 0,75 × 6.087,34 = 4.565,505
    verwacht = (9154.91, 4718.96, 1179.74, 6087.34, 4565.505, 4565.505)
    assert toetsen["SPUK-ritme"].model == pytest.approx(verwacht)
    assert toetsen["SPUK-ritme"].gepubliceerd == pytest.approx(verwacht)


def test_overgang(toetsen):
    # 2025: 20 × 14.949,34 + 8 × 694,23; 2026: 20 × 11.986,04 + 8 × 706,72; 2027: b becomes 4.565,505; 2028: c too
    verwacht = (304540.64, 245374.56, 242305.46, 310020.76)
    assert toetsen["Overgang van het ritme"].model == pytest.approx(verwacht, abs=0.005)
    assert toetsen["Overgang van het ritme"].gepubliceerd == pytest.approx(verwacht, abs=0.005)


def test_korting(toetsen):
    # 0,9 × 15.500 − 14.398 = −448 against − 14.400: −450; 0,9 × 700 − 1.200 = −570
    assert toetsen["Korting op de SPUK"].model == pytest.approx((-448, -570))
    assert toetsen["Korting op de SPUK"].gepubliceerd == pytest.approx((-450, -570))


def test_knoppen(toetsen):
    # 18.100 × 7 × −18 = −2,2806 mln; 9.000 × −4 × 72 = −2,592 mln; 9.000 × −2 × 122 = −2,196 mln; 42,3 − 7,0686
    assert toetsen["Knoppen 2020"].model == pytest.approx((-2.2806, -2.592, -2.196, 35.2314))
    assert toetsen["Knoppen 2020"].gepubliceerd == (-2.3, -2.6, -2.2, 35.2)


def test_schaal_en_mix_geeft_alleen_een_richting(toetsen):
    t = toetsen["Schaal en mix"]
    # twice the people at fixed costs of 50.000, of which 40 and then 80 came in that year: 50.000/80 − 50.000/40 = −625
    assert t.model[1] == pytest.approx(-625)
    assert t.model[0] < 0
    assert t.gepubliceerd == ()
    assert t.gepubliceerd_tekst == "alleen de richting: lager"


def test_een_verkeerd_kengetal_valt_op():
    catalogus = standaardcatalogus()
    ingang = catalogus["landelijk_leerroute"]
    fout = replace(ingang, kengetallen=(replace(ingang.kengetallen[0], waarde=11200.0),))
    anders = replace(catalogus, ingangen=catalogus.ingangen | {"landelijk_leerroute": fout})
    # 11.098 against 11.200 is more than 25 apart
    assert [t.naam for t in landelijke_toets(anders) if not t.klopt] == ["Saldo voorzieningen"]


def test_als_tekst(toetsen):
    regels = als_tekst([toetsen["Volume"], replace(toetsen["Schaal en mix"], klopt=False)]).splitlines()
    assert regels[0] == "Volume: klopt"
    assert regels[2:5] == ["  Onderdelen (procent): meer instroom", "  Model: 45,1", "  Gepubliceerd of afgeleid: 45,0"]
    assert regels[8] == "Schaal en mix: klopt niet"
