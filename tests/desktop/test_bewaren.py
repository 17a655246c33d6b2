"""Nothing is lost: recovery copies, a notice for colleagues, a changed file, previous versions, a fault of our own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication, QCommandLinkButton

from core.planbestand import lees_herstel
from desktop import ongeval
from desktop.bewaren.slot import Slot
from desktop.bewaren.thuis import HOEVEEL, Thuis
from desktop.document import Document
from desktop.meldingen import (
    ANDERE_NAAM,
    ANNULEREN,
    DOORGAAN,
    KOPIEREN,
    LATER,
    NIET_OPSLAAN,
    TERUGHALEN,
    TOCH_OPENEN,
    TOCH_OVERSCHRIJVEN,
    WEGGOOIEN,
)
from desktop.paginas.start import Startscherm
from desktop.velden.getaltekst import Onleesbaar
from desktop.venster import Hoofdvenster, maak_toepassing
from tests.desktop.conftest import NepStem, voorbeeldplan


@pytest.fixture
def thuis(tmp_path: Path) -> Thuis:
    return Thuis(tmp_path / "thuis")


def open_venster(qtbot, stem: NepStem, thuis: Thuis) -> Hoofdvenster:
    maak_toepassing()
    venster = Hoofdvenster(Document(), stem)
    qtbot.addWidget(venster, before_close_func=lambda v: v.document.stapel.setClean())
    venster.show()
    venster.maak_af()
    venster.neem_thuis(thuis)
    return venster


@pytest.fixture
def venster(qtbot, stem: NepStem, thuis: Thuis) -> Iterator[Hoofdvenster]:
    venster = open_venster(qtbot, stem, thuis)
    venster.document.begin(voorbeeldplan(), None)
    return venster


def kopieen(thuis: Thuis) -> list[Path]:
    return sorted(thuis.herstel.glob("*.herstel")) if thuis.herstel.is_dir() else []


def laat_achter(thuis: Thuis, venster: Hoofdvenster) -> None:
    """As after a power cut: the copy is there, its owner is not."""
    (kopie,) = kopieen(thuis)
    shutil.copy(kopie, thuis.herstel / "oud.herstel")
    venster.document.stapel.setClean()
    assert kopieen(thuis) == [thuis.herstel / "oud.herstel"]


# --- recovery ----------------------------------------------------------------------------------------------


def test_na_een_pauze_is_er_een_kopie_en_na_opslaan_niet_meer(
    qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis, tmp_path: Path
) -> None:
    assert kopieen(thuis) == []
    venster.document.zet(("invoer", "caseload"), Onleesbaar("veel", "Geen getal."), "Caseload")
    qtbot.waitUntil(lambda: len(kopieen(thuis)) == 1, timeout=3000)
    kopie = lees_herstel(kopieen(thuis)[0])
    assert kopie is not None
    assert kopie.gegevens["invoer"]["caseload"] == "veel"  # also what is no number comes back
    venster.document.zet(("invoer", "caseload"), 60, "Caseload")
    stem.paden = [tmp_path / "a.inburgeringsplan"]
    assert venster.bestand.opslaan()
    assert kopieen(thuis) == []


def test_werk_van_de_vorige_keer_wordt_aangeboden(qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis) -> None:
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.bewaar_herstel()
    laat_achter(thuis, venster)
    stem.antwoorden = [LATER]
    open_venster(qtbot, stem, thuis)
    assert "Voorbeeldstad" in stem.gezegd[-1][1]
    stem.antwoorden = [TERUGHALEN]
    tweede = open_venster(qtbot, stem, thuis)
    assert tweede.document.haal(("invoer", "caseload")) == 61
    assert not tweede.document.bewaard
    assert len(kopieen(thuis)) == 1  # its own copy, at once
    tweede.document.stapel.setClean()
    assert kopieen(thuis) == []


def test_weggooien(qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis) -> None:
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.bewaar_herstel()
    laat_achter(thuis, venster)
    (thuis.herstel / "kapot.herstel").write_text("geen kopie")
    stem.antwoorden = [WEGGOOIEN]
    open_venster(qtbot, stem, thuis)
    assert kopieen(thuis) == []


def test_een_kopie_van_wie_nog_werkt_is_niet_achtergebleven(
    qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis
) -> None:
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.bewaar_herstel()
    open_venster(qtbot, stem, thuis)
    assert stem.gezegd == []
    assert len(kopieen(thuis)) == 1


def test_zonder_plek_voor_een_kopie_gaat_het_werk_door(venster: Hoofdvenster, thuis: Thuis) -> None:
    thuis.herstel.parent.mkdir(exist_ok=True)
    thuis.herstel.write_text("hier staat een bestand")
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.bewaar_herstel()
    assert venster.document.haal(("invoer", "caseload")) == 61


# --- the file ----------------------------------------------------------------------------------------------


def bewaard(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> Path:
    stem.paden = [tmp_path / "plan.inburgeringsplan"]
    assert venster.bestand.opslaan_als()
    return tmp_path / "plan.inburgeringsplan"


def test_intussen_veranderd(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    pad = bewaard(venster, stem, tmp_path)
    van_een_collega = pad.read_text() + " "
    pad.write_text(van_een_collega)
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    stem.antwoorden = [ANNULEREN]
    assert not venster.bestand.opslaan()
    assert pad.read_text() == van_een_collega
    stem.antwoorden, stem.paden = [ANDERE_NAAM], [tmp_path / "mijn.inburgeringsplan"]
    assert venster.bestand.opslaan()
    assert pad.read_text() == van_een_collega
    assert venster.document.pad == tmp_path / "mijn.inburgeringsplan"
    venster.document.zet(("invoer", "caseload"), 62, "Caseload")
    venster.document.pad.unlink()
    stem.antwoorden = [TOCH_OVERSCHRIJVEN]
    assert venster.bestand.opslaan()
    assert venster.document.pad.exists()


def test_vorige_versie_met_datum(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    pad = bewaard(venster, stem, tmp_path)
    eerste = pad.read_bytes()
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    assert venster.bestand.opslaan()
    (kopie,) = (tmp_path / "Vorige versies").iterdir()
    assert kopie.read_bytes() == eerste


def test_een_collega_heeft_het_open(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    pad = bewaard(venster, stem, tmp_path)
    slotbestand = tmp_path / ".~plan.inburgeringsplan.slot"
    assert slotbestand.exists()
    stem.paden = [tmp_path / "ander.inburgeringsplan"]
    assert venster.bestand.opslaan_als()
    ander = tmp_path / ".~ander.inburgeringsplan.slot"
    assert not slotbestand.exists()
    collega = QLockFile(str(slotbestand))
    assert collega.tryLock(0)
    stem.antwoorden = [ANNULEREN]
    assert not venster.bestand.open(pad)
    assert ander.exists()  # the plan on screen is still ours
    venster.document.begin(voorbeeldplan(), None)
    assert not ander.exists()
    assert "is al open: op computer" in stem.gezegd[-1][1]
    assert venster.document.pad is None
    stem.antwoorden = [TOCH_OPENEN]
    assert venster.bestand.open(pad)
    collega.unlock()


def test_een_slot_van_wie_er_niet_meer_is_telt_niet(tmp_path: Path) -> None:
    (tmp_path / ".~a.slot").write_text(f"{2**22 - 1}\npython\n{os.uname().nodename}\n")
    assert Slot().neem(tmp_path / "a") == ""
    assert Slot().neem(tmp_path / "er-is-geen-map" / "a") == ""


# --- the start ---------------------------------------------------------------------------------------------


def test_onlangs_geopend(qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis, tmp_path: Path) -> None:
    pad = bewaard(venster, stem, tmp_path)
    assert thuis.onlangs() == [pad]
    for nummer in range(HOEVEEL + 2):
        thuis.onthoud(tmp_path / f"{nummer}")
    thuis.onthoud(pad)
    assert thuis.onlangs()[0] == pad
    assert len(thuis.onlangs()) == HOEVEEL
    venster.document.begin(voorbeeldplan(), None)
    venster.toon_start()
    start = venster.findChild(Startscherm)
    assert start is not None
    knoppen = {k.text(): k for k in start.findChildren(QCommandLinkButton)}
    knoppen["Terug naar uw plan"].click()
    assert venster.werkblad.isVisible()
    venster.toon_start()
    start = venster.findChildren(Startscherm)[-1]
    knop = next(k for k in start.findChildren(QCommandLinkButton) if k.text() == "plan")
    knop.click()
    assert venster.document.pad == pad
    assert venster.werkblad.isVisible()


def test_rondleiding_een_keer(thuis: Thuis) -> None:
    assert not thuis.rondleiding_gezien
    thuis.rondleiding_is_gezien()
    assert thuis.rondleiding_gezien


def test_voorbeeld_vanaf_het_startscherm(qtbot, stem: NepStem, thuis: Thuis) -> None:
    venster = open_venster(qtbot, stem, thuis)
    start = venster.findChild(Startscherm)
    assert start is not None
    assert start.isVisible()
    knop = next(k for k in start.findChildren(QCommandLinkButton) if k.text() == "Gemeente voorbeeld")
    knop.click()
    assert venster.werkblad.isVisible()
    assert venster.document.pad is None
    assert venster.document.scenario == ""


# --- a fault of our own ------------------------------------------------------------------------------------


def test_een_fout_van_het_programma(
    venster: Hoofdvenster, stem: NepStem, thuis: Thuis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    ongeval.vang_op(venster.meldingen, venster.bewaar_herstel)
    venster.document.zet(("gemeente", "naam"), "Geheimstad", "Naam")
    stem.antwoorden = [KOPIEREN, DOORGAAN]
    for _ in range(2):
        try:
            raise ValueError("Geheimstad")
        except ValueError as fout:
            sys.excepthook(ValueError, fout, fout.__traceback__)
    titel, tekst, verslag = stem.gezegd[-1]
    assert titel == ongeval.TITEL
    assert "kopie" in tekst
    assert "Fout: ValueError" in verslag
    assert "tests/desktop/test_bewaren.py, regel" in verslag
    assert "Geheimstad" not in verslag
    assert QApplication.clipboard().text() == verslag
    assert len(kopieen(thuis)) == 1
    venster.document.stapel.setClean()


def test_afsluiten_ruimt_op(qtbot, venster: Hoofdvenster, stem: NepStem, thuis: Thuis) -> None:
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.bewaar_herstel()
    stem.antwoorden = [NIET_OPSLAAN]
    assert venster.close()
    assert kopieen(thuis) == []
