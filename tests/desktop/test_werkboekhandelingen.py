"""Workbooks out of the window and back in it: all scenarios, both formats, every change accepted or refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from core.planbestand import EXTENSIE
from core.werkboek import lees_werkboek
from desktop.bewaren.wijzigingenvenster import Wijzigingenvenster
from desktop.gegevens import leeg_plan
from desktop.meldingen import ANNULEREN, OVERNEMEN, _met_gekozen_soort
from desktop.venster import Hoofdvenster
from tests.desktop.conftest import NepStem, voorbeeldplan
from tests.werkboek.terughulp import Getypt

SCENARIOS = [{"naam": "Meer instroom", "invoer": {"instroom_asiel": {"2027": 40, "2028": 40, "2029": 40}}}]


@pytest.fixture
def uit(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> Callable[[str], Path]:
    """Exports the plan with a scenario, while that scenario is on screen."""

    def exporteer(naam: str) -> Path:
        stem.paden = [tmp_path / naam]
        venster.document.begin({**voorbeeldplan(), "scenarios": SCENARIOS}, None)
        venster.document.kies_scenario("Meer instroom")
        venster.werkboek.exporteren()
        return tmp_path / naam

    return exporteer


def typ(pad: Path, **waarden: object) -> None:
    """Type numbers for all years in an exported workbook."""
    getypt = Getypt(pad.read_bytes())
    bladen = {"caseload": "Invoer_uitvoering", "loonkosten_fte": "Invoer_uitvoering"}
    for naam, waarde in waarden.items():
        getypt.zet(bladen[naam], naam, waarde)
    pad.write_bytes(getypt.bytes())


def importeer(venster: Hoofdvenster, stem: NepStem, pad: Path | None) -> Wijzigingenvenster | None:
    stem.paden = [pad]
    venster.werkboek.importeren()
    return next((w for w in venster.findChildren(Wijzigingenvenster) if w.isVisible()), None)


def teksten(dialoog: Wijzigingenvenster) -> list[list[str]]:
    tabel = dialoog.tabel
    return [
        [tabel.item(r, k).text().replace("\u00a0", " ") for k in range(tabel.columnCount())]
        for r in range(tabel.rowCount())
    ]


def knop(boven: QWidget, begin: str) -> QPushButton:
    knoppen = boven.findChild(QDialogButtonBox).buttons()
    return next(k for k in knoppen if k.text().replace("&", "").startswith(begin))


# --- out ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["boek.xlsx", "boek.ods"])
def test_alle_scenarios_in_beide_formaten(
    uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem, naam: str
) -> None:
    pad = uit(naam)
    plan, _ = lees_werkboek(pad, venster.document.catalogus)
    assert plan is not None
    assert [s.naam for s in plan.scenarios] == ["Meer instroom"]
    assert plan.invoer == venster.document.plan("")[0].invoer  # the base, although a scenario is on screen
    assert stem.gezegd[-1][1] == f"{naam} is opgeslagen."
    deel = "xl/workbook.xml" if naam.endswith("x") else "content.xml"
    with zipfile.ZipFile(pad) as zip_:
        assert b"Uitkomst_waterval" in zip_.read(deel)  # the explanation goes with it


def test_een_naam_zonder_extensie_krijgt_die_van_de_gekozen_soort() -> None:
    soorten = "Excel-werkboek (*.xlsx);;OpenDocument-werkboek (*.ods)"
    for getypt, gekozen, wordt in (
        ("a", "OpenDocument-werkboek (*.ods)", "a.ods"),
        ("plan 2.0", "Excel-werkboek (*.xlsx)", "plan 2.0.xlsx"),
        ("a.XLSX", "OpenDocument-werkboek (*.ods)", "a.XLSX"),
        ("a", f"Inburgeringsplan (*{EXTENSIE})", f"a{EXTENSIE}"),
    ):
        assert _met_gekozen_soort(Path(getypt), soorten, gekozen) == Path(wordt)


# --- in ----------------------------------------------------------------------------------------------------


def test_wijzigingen_een_voor_een(uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem) -> None:
    pad = uit("boek.xlsx")
    typ(pad, caseload=40, loonkosten_fte=110000)
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    regels = {r[0]: r[1:] for r in teksten(dialoog)}
    caseload = next(r for naam, r in regels.items() if naam.startswith("Caseload"))
    assert caseload[:2] == ["50", "40"]
    assert caseload[2].startswith("blad Invoer_uitvoering, cel ")
    assert "hoger" in caseload[3]  # fewer persons per fte is more fte
    assert venster.document.haal_basis(("invoer", "caseload")) == 50  # nothing happens by itself
    lonen = next(r for r in range(dialoog.tabel.rowCount()) if "oonkosten" in dialoog.tabel.item(r, 0).text())
    dialoog.tabel.item(lonen, 0).setCheckState(Qt.CheckState.Unchecked)
    stappen = venster.document.stapel.count()
    knop(dialoog, OVERNEMEN).click()
    document = venster.document
    assert document.haal_basis(("invoer", "caseload")) == 40
    assert document.haal_basis(("invoer", "loonkosten_fte")) == 100000  # refused
    assert document.gegevens["herkomst"]["caseload"]["bron"].startswith("werkboek boek.xlsx, blad Invoer_uitvoering")
    assert document.scenario == "Meer instroom"
    assert [s["naam"] for s in document.gegevens["scenarios"]] == ["Meer instroom"]
    assert document.stapel.count() == stappen + 1
    document.stapel.undo()
    assert document.haal_basis(("invoer", "caseload")) == 50
    assert "caseload" not in document.gegevens.get("herkomst", {})


def test_weigeren_laat_alles_staan(uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem) -> None:
    pad = uit("boek.xlsx")
    typ(pad, caseload=40)
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    knop(dialoog, "Niets").click()
    assert not dialoog.overnemen.isEnabled()
    knop(dialoog, "Alles").click()
    assert dialoog.overnemen.isEnabled()
    knop(dialoog, ANNULEREN).click()
    assert venster.document.haal_basis(("invoer", "caseload")) == 50
    assert venster.document.bewaard


def test_wat_ook_hier_is_veranderd_staat_niet_aangevinkt(
    uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem
) -> None:
    pad = uit("boek.xlsx")
    typ(pad, caseload=40)
    venster.document.kies_scenario("")
    venster.document.zet(("invoer", "caseload"), 62, "Caseload")
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    assert dialoog.gekozen() == []
    assert "ook in uw plan veranderd" in teksten(dialoog)[0][0]
    assert teksten(dialoog)[0][1:3] == ["62", "40"]
    dialoog.reject()


def test_een_overschreven_formule_wordt_genoemd(
    uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem
) -> None:
    pad = uit("boek.xlsx")
    typ(pad, caseload=40)
    boek = openpyxl.load_workbook(pad)
    blad = next(b for b in boek if b.title.startswith("Berekening"))
    cel = next(c for rij in blad.iter_rows() for c in rij if isinstance(c.value, str) and c.value.startswith("="))
    cel.value = 12345
    boek.save(pad)
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    gevonden = [dialoog.bevindingen.item(r, 1).text() for r in range(dialoog.bevindingen.rowCount())]
    assert any(cel.coordinate in waar for waar in gevonden)
    assert not any("12345" in deel for regel in teksten(dialoog) for deel in regel)
    dialoog.reject()


def test_een_verdwenen_blad_wordt_genoemd(uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem) -> None:
    pad = uit("boek.xlsx")
    boek = openpyxl.load_workbook(pad)
    del boek["Invoer_uitvoering"]
    boek.save(pad)
    assert importeer(venster, stem, pad) is None
    assert stem.gezegd[-1][1] == "boek.xlsx kan niet worden ingelezen."
    assert "Invoer_uitvoering" in stem.gezegd[-1][2]


def test_niets_veranderd_of_niets_gekozen(uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem) -> None:
    pad = uit("boek.xlsx")
    assert importeer(venster, stem, pad) is None
    assert stem.gezegd[-1][1] == "In boek.xlsx is niets veranderd. Uw plan blijft zoals het is."
    gezegd = len(stem.gezegd)
    assert importeer(venster, stem, None) is None
    assert len(stem.gezegd) == gezegd


def test_in_een_leeg_plan_komt_het_hele_werkboek(
    uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem
) -> None:
    pad = uit("boek.xlsx")
    venster.document.begin(leeg_plan(), None)
    stem.antwoorden = [OVERNEMEN]
    assert importeer(venster, stem, pad) is None
    assert venster.document.gemeente == "Voorbeeldstad"
    assert [s["naam"] for s in venster.document.gegevens["scenarios"]] == ["Meer instroom"]
    venster.document.stapel.undo()
    assert venster.document.gemeente == ""


def test_een_ingevuld_sjabloon(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    venster.document.begin({**leeg_plan(), "startjaar": 2027, "horizon": 3}, None)
    pad = tmp_path / "leeg.xlsx"
    stem.paden = [pad]
    venster.werkboek.sjabloon()
    typ(pad, caseload=40)
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    (regel,) = (r for r in teksten(dialoog) if r[0].startswith("Caseload"))
    assert regel[1:3] == ["niet opgegeven", "40"]
    dialoog.overnemen.click()
    assert venster.document.haal(("invoer", "caseload")) == 40


def test_met_een_fout_op_het_scherm_gaat_niets_verloren(venster: Hoofdvenster, stem: NepStem) -> None:
    from desktop.velden.getaltekst import Onleesbaar

    venster.document.zet(("invoer", "caseload"), Onleesbaar("veel", "Geen getal."), "Caseload")
    assert importeer(venster, stem, None) is None
    assert "Herstel eerst" in stem.gezegd[-1][1]


def test_alles_in_het_venster_heeft_een_naam(uit: Callable[[str], Path], venster: Hoofdvenster, stem: NepStem) -> None:
    pad = uit("boek.xlsx")
    typ(pad, caseload=40)
    dialoog = importeer(venster, stem, pad)
    assert dialoog is not None
    for widget in dialoog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    dialoog.reject()
