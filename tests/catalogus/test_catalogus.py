"""The catalogue: it loads, it is complete, and the loader refuses what is not sound."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.catalogus import CatalogusFout, Klasse, Status, Vorm, lees_catalogus, standaardcatalogus
from core.catalogus.lezen import MAP
from core.catalogus.vakken import vaklabel, vaksleutels, venster_van
from core.getallen import Bereik
from core.rekenkunde.tijdas import BEGIN, EIND, START

CATALOGUS = standaardcatalogus()


def test_the_edition() -> None:
    assert CATALOGUS.editie == "2026.1 (20-11-2026)"


def test_every_kengetal_has_its_source() -> None:
    for ingang in CATALOGUS.ingangen.values():
        for k in ingang.kengetallen:
            assert k.bron.titel
            assert k.vindplaats
            assert 2019 <= k.jaar_bron <= 2026


def test_texts_are_sentences() -> None:
    for ingang in CATALOGUS.ingangen.values():
        assert not ingang.label.endswith(".")
        for tekst in (ingang.hulp, ingang.vindplek, ingang.toelichting):
            assert not tekst or tekst.strip().endswith((".", "?", ")")), ingang.naam
            assert "!" not in tekst


def test_own_figures_start_empty() -> None:
    """No kengetal where only the gemeente knows (the price rises derived from the State's own amounts apart)."""
    for ingang in CATALOGUS.invoer:
        if ingang.klasse is Klasse.EIGEN and ingang.kengetallen:
            assert ingang.onderwerp == "prijzen", ingang.naam


def test_figures_of_the_law() -> None:
    """Ri2021 art. 10.2 and 10.3, toestand 18-04-2026; S07 is announced, not law."""
    assert [CATALOGUS["spuk_a"].kengetal_in(j).punt for j in (2022, 2025, 2026)] == [8057.10, 9154.91, 6087.34]  # type: ignore[union-attr]
    assert CATALOGUS["spuk_a"].kengetal_in(2027) is None
    assert CATALOGUS["spuk_gezin"].kengetal_in(2026).punt == 706.72  # type: ignore[union-attr]
    assert CATALOGUS["spuk_korting_aangekondigd"].kengetallen[0].status is Status.AANGEKONDIGD
    assert CATALOGUS["prestatie_aandeel"].kengetal_in(2025).punt == 0  # type: ignore[union-attr]
    assert CATALOGUS["prestatie_aandeel"].kengetal_in(2030).waarde == Bereik(0.008, 0.015, 0.0115)  # type: ignore[union-attr]
    assert CATALOGUS["trajectprijs"].kengetal(route="Z").punt == 11400  # type: ignore[union-attr]
    assert CATALOGUS["gesprekken"].kengetal(groep="gezin").punt == 6  # type: ignore[union-attr]
    assert CATALOGUS["caseload"].kengetal() is None


def test_names_in_plan_files() -> None:
    assert CATALOGUS.ingang_van("instroom_asiel") == (CATALOGUS["instroom"], "asiel")
    assert CATALOGUS.ingang_van("instroom") is None  # counts need their group
    assert CATALOGUS.ingang_van("aanloop") == (CATALOGUS["aanloop"], "")
    assert CATALOGUS.ingang_van("gewicht_gezin") == (CATALOGUS["gewicht_gezin"], "")
    assert CATALOGUS.ingang_van("tijdstap") is None  # a constant is no input
    assert CATALOGUS.ingang_van("caseload_asiel") is None
    assert len(CATALOGUS.namen) == len(set(CATALOGUS.namen))
    assert all(CATALOGUS.ingang_van(naam) for naam in CATALOGUS.namen)


def test_bounds_in_words() -> None:
    assert CATALOGUS["caseload"].buiten_grenzen(0) == "moet meer dan 0 zijn"
    assert CATALOGUS["caseload"].buiten_grenzen(0.5) == ""
    assert CATALOGUS["aanloop"].buiten_grenzen(5) == "mag hooguit 4 zijn"
    assert CATALOGUS["aanloop"].buiten_grenzen(-1) == "moet 0 of meer zijn"
    assert CATALOGUS["aandeel_algemeen"].buiten_grenzen(1) == "moet minder dan 1 zijn"
    assert CATALOGUS["contract_start"].buiten_grenzen(2027.5) == "moet een heel getal zijn"


def test_cells_of_an_input() -> None:
    assert vaksleutels(CATALOGUS["aanloop"]) == (("beide",), ("asiel",), ("gezin",))
    assert vaksleutels(CATALOGUS["instroom"]) == (("asiel",), ("gezin",))
    assert vaksleutels(CATALOGUS["trajectprijs"]) == (("B1",), ("Z",), ("onderwijs",))
    assert vaksleutels(CATALOGUS["caseload"]) == ((),)
    assert vaklabel(CATALOGUS["betaalritme"], ("2",)).endswith("jaar 2 van het traject")
    assert vaklabel(CATALOGUS["aanloop"], ("beide",)).endswith("beide groepen")
    assert venster_van(CATALOGUS["caseload"]).vanaf == START
    assert venster_van(CATALOGUS["prijsstijging"]).vanaf == BEGIN
    assert venster_van(CATALOGUS["spuk_voorlopig"]).tot == EIND


@pytest.fixture
def kopie(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MAP, tmp_path / "kengetallen"))


def verander(map_: Path, bestand: str, oud: str, nieuw: str) -> None:
    pad = map_ / bestand
    tekst = pad.read_text("utf-8")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), "utf-8")


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "woorden"),
    [
        ("begeleiding.toml", 'bron = "', 'bron = "bestaat-niet-', "staat niet in bronnen"),
        ("begeleiding.toml", 'vindplaats = "', 'vindplaats = ""#', "zonder vindplaats"),
        ("begeleiding.toml", "jaar_bron = ", "#", "zonder jaar_bron"),
        ("begeleiding.toml", 'eenheid = "kwartalen"', 'eenheid = "maanden"', "eenheid"),
        ("begeleiding.toml", 'vorm = "getal"', 'vorm = "gok"', "vorm"),
        ("begeleiding.toml", "waarde = 12", "waarde = 0.5", "moet 1 of meer zijn"),
        ("begeleiding.toml", "[gewicht_gezin]", "[begeleidingsduur_]\n[gewicht_gezin]", "eenheid"),
        ("begeleiding.toml", "[gewicht_gezin]", "[gewicht_gezin]\nonbekend = 1", "onbekend"),
        ("voorzieningen.toml", "prijspeil = 2024", "#", "prijspeil en index"),
        ("rekenafspraken.toml", "[[tijdstap.kengetal]]", "[[pip_norm.kengetal]]", "waarde en een bron"),
    ],
)
def test_the_loader_refuses(kopie: Path, bestand: str, oud: str, nieuw: str, woorden: str) -> None:
    verander(kopie, bestand, oud, nieuw)
    with pytest.raises(CatalogusFout, match=woorden):
        lees_catalogus(kopie)


def test_one_name_stands_once(kopie: Path) -> None:
    """Over two files: TOML itself refuses it within one."""
    (kopie / "dubbel.toml").write_text(
        '[_onderwerp]\ntitel="Dubbel"\nvolgorde=99\n[caseload]\nlabel="x"\nhulp="x."\neenheid="getal"\n'
        'vorm="getal"\nklasse="eigen"\n',
        "utf-8",
    )
    with pytest.raises(CatalogusFout, match="twee keer"):
        lees_catalogus(kopie)


def test_shapes_are_all_in_use() -> None:
    assert {i.vorm for i in CATALOGUS.ingangen.values()} == set(Vorm)
