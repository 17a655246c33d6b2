"""Concept or final: the word at the top, and the open points that are settled in their own row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.bevindingen.tegenlezer import lees_tegen
from core.plan import als_gegevens
from core.werkboek.voorbladen import STATUSRIJ
from desktop.meldingen import ANNULEREN, CONCEPT, DEFINITIEF
from desktop.paginas.openpunten import Openpunten, Puntrij
from desktop.paginas.verantwoording import Verantwoordingpagina
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.desktop.conftest import NepStem

TIJD = 10_000


def gelezen(venster: Hoofdvenster) -> Callable[[], bool]:
    return lambda: venster.blik.tegenlezer.lezing is not None


@pytest.fixture
def punten(qtbot, venster: Hoofdvenster) -> Openpunten:
    gegevens = als_gegevens(voorbeeldplan())
    gegevens["herkomst"]["caseload"]["bron"] = ""
    gegevens["herkomst"]["fte_beschikbaar"]["nota"] = "Zie het formatieplan."
    venster.document.begin(gegevens, None)
    venster.werkblad.strook.status.click()
    pagina = venster.toon_pagina("verantwoording")
    assert isinstance(pagina, Verantwoordingpagina)
    qtbot.waitUntil(lambda: bool(pagina.openpunten.rijen), timeout=TIJD)
    for deel in pagina.openpunten.soorten.values():
        deel.knop.setChecked(True)
    return pagina.openpunten


def rij(punten: Openpunten, naam: str) -> Puntrij:
    return next(r for r in punten.rijen if r.punt.naam == naam)


def los_op(qtbot, venster: Hoofdvenster, punten: Openpunten, naam: str, tekst: str) -> None:
    deze = rij(punten, naam)
    deze.veld.setFocus()
    QTest.keyClicks(deze.veld, tekst)
    QTest.keyClick(deze.veld, Qt.Key.Key_Return)
    venster.document.reken()
    qtbot.waitUntil(gelezen(venster), timeout=TIJD)


def test_het_woord_boven_is_dat_van_de_tegenlezer(qtbot, venster: Hoofdvenster, punten: Openpunten) -> None:
    status = venster.werkblad.strook.status
    uitkomst = venster.document.uitkomst
    assert uitkomst is not None
    open_ = lees_tegen(uitkomst).open
    assert status.text() == f"concept · {len(open_)} open punten"
    assert len(punten.rijen) == len(open_)
    assert venster.werkblad.stappen.gekozen_naam == "verantwoording"
    venster.document.zet(("invoer", "caseload"), -3, "Caseload")
    venster.document.reken()
    assert status.text() == "concept"
    assert not punten.rijen[0].isVisible()
    assert "Herstel" in punten.zin.text()
    venster.document.stapel.undo()
    venster.document.reken()
    qtbot.waitUntil(gelezen(venster), timeout=TIJD)
    assert status.text() == f"concept · {len(open_)} open punten"
    assert punten.rijen[0].isVisible()


def test_een_punt_uitleggen_en_ongedaan_maken(qtbot, venster: Hoofdvenster, punten: Openpunten) -> None:
    """Both findings about waiting are explained beside the fte; a note that was there is kept."""
    voor = len(punten.rijen)
    los_op(qtbot, venster, punten, "fte_beschikbaar", "we nemen in 2028 mensen aan")
    nota = venster.document.gegevens["herkomst"]["fte_beschikbaar"]["nota"]
    assert nota == "Klopt: we nemen in 2028 mensen aan · Zie het formatieplan."
    assert len(punten.rijen) == voor - 2
    assert punten.uitleg.rowCount() == 2
    assert punten.rijen[0].isAncestorOf(venster.focusWidget())  # the keyboard goes on with the next point
    assert venster.werkblad.strook.status.text() == f"concept · {voor - 2} open punten"
    venster.document.stapel.undo()
    venster.document.reken()
    qtbot.waitUntil(gelezen(venster), timeout=TIJD)
    assert venster.document.gegevens["herkomst"]["fte_beschikbaar"]["nota"] == "Zie het formatieplan."
    assert len(punten.rijen) == voor


def test_een_bron_noteren(qtbot, venster: Hoofdvenster, punten: Openpunten) -> None:
    los_op(qtbot, venster, punten, "caseload", "Teamleider, telling van mei")
    herkomst = venster.document.gegevens["herkomst"]["caseload"]
    assert herkomst["bron"] == "Teamleider, telling van mei"
    assert not herkomst["nota"].startswith("Klopt")
    assert all(r.punt.naam != "caseload" for r in punten.rijen)


def test_als_alles_is_uitgelegd_kan_het_plan_definitief(
    qtbot, venster: Hoofdvenster, punten: Openpunten, stem: NepStem, tmp_path: Path
) -> None:
    while punten.rijen:
        los_op(qtbot, venster, punten, punten.rijen[0].punt.naam, "nagekeken door het team")
    assert venster.werkblad.strook.status.text() == "definitief kan"
    assert "geen open punten" in punten.zin.text()
    assert venster.document.uitkomst is not None
    assert lees_tegen(venster.document.uitkomst).status == "definitief"
    assert "Status: definitief. Open punten: 0." in punten.regels.text()
    for antwoord in (DEFINITIEF, CONCEPT):  # the workbook says the same, unless the user wants a concept
        stem.antwoorden, stem.paden = [antwoord], [tmp_path / f"{antwoord}.xlsx"]
        venster.werkboek.exporteren()
        voorblad = openpyxl.load_workbook(tmp_path / f"{antwoord}.xlsx", data_only=True)["Voorblad"]
        assert voorblad.cell(STATUSRIJ + 1, 2).value == antwoord.lower()
    stem.antwoorden = [ANNULEREN]
    venster.werkboek.exporteren()
    venster.document.zet(("herkomst", "fte_beschikbaar"), None, "Herkomst")
    stem.paden = [tmp_path / "open.xlsx"]
    venster.werkboek.exporteren()  # nothing is asked
    voorblad = openpyxl.load_workbook(tmp_path / "open.xlsx", data_only=True)["Voorblad"]
    assert voorblad.cell(STATUSRIJ + 1, 2).value == "concept"


def test_leeg_is_geen_uitleg(venster: Hoofdvenster, punten: Openpunten) -> None:
    deze, stappen = rij(punten, "fte_beschikbaar"), venster.document.stapel.count()
    QTest.keyClicks(deze.veld, "   ")
    QTest.keyClick(deze.veld, Qt.Key.Key_Return)
    assert not deze.knop.isEnabled()
    assert venster.document.stapel.count() == stappen


def test_naar_het_veld_en_de_verklaring_kopieren(venster: Hoofdvenster, punten: Openpunten) -> None:
    assert venster.document.uitkomst is not None
    punten.kopieer.click()
    tekst = QApplication.clipboard().text()
    assert tekst.split("\n") == lees_tegen(venster.document.uitkomst).kwaliteitsverklaring()
    assert "Opgesteld door: ____" in tekst
    assert "Nagekeken door (iemand anders): ____" in tekst
    rij(punten, "fte_beschikbaar").naar.click()
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"


def test_wat_half_getypt_is_blijft_staan(qtbot, venster: Hoofdvenster, punten: Openpunten) -> None:
    QTest.keyClicks(rij(punten, "begeleidingsduur").veld, "half klaar")
    venster.document.zet(("gemeente", "naam"), "Elders", "Naam van de gemeente")
    venster.document.reken()
    qtbot.waitUntil(gelezen(venster), timeout=TIJD)
    los_op(qtbot, venster, punten, "caseload", "Telling van mei")
    assert rij(punten, "begeleidingsduur").veld.text() == "half klaar"
