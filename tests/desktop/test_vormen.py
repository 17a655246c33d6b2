"""Values as cells: read, put, and nothing lost or hidden."""

from __future__ import annotations

from core.catalogus import standaardcatalogus
from desktop.velden.vormen import cellen, haal, is_per_jaar, jaren_van, naar_een_getal, naar_per_jaar, zet

CATALOGUS = standaardcatalogus()
JAREN = [2027, 2028]


def sleutels(naam: str, ruw: object, *, per_jaar: bool = False) -> list[list[tuple[object, ...]]]:
    regels = cellen(CATALOGUS[naam], ruw, JAREN, per_jaar=per_jaar)
    return [[cel.sleutel for cel in regel] for regel in regels]


def test_elke_vorm_heeft_zijn_cellen() -> None:
    assert sleutels("caseload", None) == [[()]]
    assert sleutels("loonkosten_fte", None) == [[("bedrag",), ("prijspeil",)]]
    assert sleutels("instroom", None, per_jaar=True) == [[("2027",), ("2028",)]]
    assert sleutels("taakstelling", None, per_jaar=True) == [[("2027", 0), ("2028", 0)], [("2027", 1), ("2028", 1)]]
    assert sleutels("kwartaalverdeling", None) == [[(0,), (1,), (2,), (3,)]]
    assert sleutels("betaalritme", None) == [[(0,), (1,), (2,), (3,), (4,)]]
    assert sleutels("leerroutemix", None) == [[("B1",), ("Z",), ("onderwijs",)]]
    assert sleutels("trajectprijs", None)[1][0] == ("B1", "prijspeil")
    assert sleutels("trajectprijs", {"Z": 5}, per_jaar=True) == [
        [("B1", "2027"), ("B1", "2028")],
        [("Z", "bedrag"), ("Z", "prijspeil")],
        [("onderwijs", "2027"), ("onderwijs", "2028")],
    ]


def test_zetten_verandert_de_oude_waarde_niet() -> None:
    oud = {"2027": 30}
    assert zet(oud, ("2028",), 28) == {"2027": 30, "2028": 28}
    assert oud == {"2027": 30}
    assert zet(oud, ("2027",), None) is None


def test_prijspeil_hoort_bij_een_bedrag() -> None:
    assert zet(100, ("prijspeil",), 2024) == {"bedrag": 100, "prijspeil": 2024}
    assert zet({"bedrag": 100, "prijspeil": 2024}, ("bedrag",), 120) == {"bedrag": 120, "prijspeil": 2024}
    assert zet({"bedrag": 100, "prijspeil": 2024}, ("prijspeil",), None) == 100
    assert zet({"bedrag": 100, "prijspeil": 2024}, ("bedrag",), None) is None
    assert zet(None, ("prijspeil",), 2024) is None
    assert haal({"bedrag": 100, "prijspeil": 2024}, ("prijspeil",)) == 2024


def test_lijsten_krimpen_van_achteren() -> None:
    assert zet(None, (1,), 0.5) == [None, 0.5]
    assert zet([0.5, 0.5], (1,), None) == [0.5]
    assert zet({"2027": [3, 4]}, ("2027", 1), 5) == {"2027": [3, 5]}
    assert haal([0.5], (3,)) is None


def test_per_jaar_en_terug() -> None:
    assert naar_per_jaar(5, JAREN) == {"2027": 5, "2028": 5}
    assert naar_per_jaar({"bedrag": 5, "prijspeil": 2024}, JAREN) == {"2027": 5, "2028": 5}
    assert naar_per_jaar({"Z": 5}, JAREN) == {"Z": {"2027": 5, "2028": 5}}
    assert naar_per_jaar(None, JAREN) is None
    assert naar_een_getal({"2028": 6, "2027": 5}) == 5
    assert naar_een_getal({"Z": {"2027": 5}, "B1": 4}) == {"Z": 5, "B1": 4}


def test_jaren_buiten_het_venster_blijven_in_beeld() -> None:
    assert jaren_van({"2025": 3}, JAREN) == [2025, 2027, 2028]
    assert jaren_van({"Z": {"2030": 3}}, JAREN) == [2027, 2028, 2030]


def test_wat_leeg_is_toont_zich_zoals_gebruikelijk() -> None:
    assert is_per_jaar(CATALOGUS["instroom"], None)
    assert is_per_jaar(CATALOGUS["prestatie_aandeel"], None)
    assert not is_per_jaar(CATALOGUS["spuk_index"], None)
    assert not is_per_jaar(CATALOGUS["inhuuraandeel"], None)
    assert is_per_jaar(CATALOGUS["inhuuraandeel"], {"2027": 0.2})
    assert is_per_jaar(CATALOGUS["eerdere_instroom"], None)
