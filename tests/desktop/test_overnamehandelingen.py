"""Figures from a file of the gemeente in the window: rows chosen, questions answered, previewed, accepted, undone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from desktop.bewaren.grootboekvenster import Grootboekvenster
from desktop.bewaren.keuzevraag import Keuzevraag
from desktop.bewaren.overneemvenster import Overneemvenster
from desktop.bewaren.thuis import Thuis
from desktop.meldingen import ANNULEREN, KOMMA_SCHEIDT, SLUITEN, TELFORMULIER
from desktop.venster import Hoofdvenster
from tests.desktop.conftest import NepStem

JAREN = ("", 2027, 2028, 2029)
ASIEL = ("Instroom statushouders", 30, 31, 32)
LONEN = ("Loonkosten per fte", "1.234", "1.300", "1.400")


def bestand(map_: Path, *rijen: Iterable[object], naam: str = "begroting.xlsx") -> Path:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(list(rij))
    boek.save(map_ / naam)
    return map_ / naam


def doe(venster: Hoofdvenster, begin: str) -> None:
    acties = venster.findChildren(QAction)
    next(a for a in acties if a.text().replace("&", "").startswith(begin)).trigger()


def neem_over(venster: Hoofdvenster, stem: NepStem, pad: Path | None) -> Overneemvenster | None:
    stem.paden = [pad]
    doe(venster, "Gegevens overnemen")
    return next((v for v in venster.findChildren(Overneemvenster) if v.isVisible()), None)


def regels(tabel) -> list[list[str]]:
    return [
        [tabel.item(r, k).text().replace("\u00a0", " ") for k in range(tabel.columnCount())]
        for r in range(tabel.rowCount())
    ]


def kies(dialoog: Overneemvenster, rij: int, doel: str) -> None:
    keuze = dialoog.keuzes.doelkeuzes[rij]
    assert keuze.findData(doel) >= 0
    keuze.setCurrentIndex(keuze.findData(doel))


def antwoord(vraag: Keuzevraag, begin: str) -> None:
    next(k for k in vraag.findChildren(QRadioButton) if k.text().startswith(begin)).click()


def test_een_zekere_rij_overnemen_en_ongedaan_maken(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    dialoog = neem_over(venster, stem, bestand(tmp_path, JAREN, ASIEL, ("Iets anders", 1, 2, 3)))
    assert dialoog is not None
    gekozen = [k.currentData() for k in dialoog.keuzes.doelkeuzes]
    assert gekozen == ["instroom_asiel", ""]  # what is not sure is empty
    assert 'het woord "instroom"' in dialoog.keuzes.tabel.item(0, 4).text()
    assert [r[1:4] for r in regels(dialoog.voorbeeld)] == [
        ["2027", "24", "30"],
        ["2028", "24", "31"],
        ["2029", "24", "32"],
    ]
    assert venster.document.haal(("invoer", "instroom_asiel"))["2027"] == 24  # nothing happens by itself
    stappen = venster.document.stapel.count()
    dialoog.overnemen.click()
    assert venster.document.haal(("invoer", "instroom_asiel")) == {"2027": 30, "2028": 31, "2029": 32}
    assert "begroting.xlsx" in venster.document.gegevens["herkomst"]["instroom_asiel"]["bron"]
    assert venster.document.stapel.count() == stappen + 1
    venster.document.stapel.undo()
    assert venster.document.haal(("invoer", "instroom_asiel"))["2027"] == 24


def test_weigeren_laat_alles_staan(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    dialoog = neem_over(venster, stem, bestand(tmp_path, JAREN, ASIEL))
    assert dialoog is not None
    kies(dialoog, 0, "")
    assert not dialoog.overnemen.isEnabled()
    dialoog.reject()
    assert venster.document.bewaard
    assert neem_over(venster, stem, None) is None


def test_notatie_en_grootte_worden_gevraagd(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    kop = ("Bedragen x € 1.000",)
    dialoog = neem_over(
        venster, stem, bestand(tmp_path, kop, (), JAREN, ("Gemeentefonds structureel", "1.234", 90, 95))
    )
    assert dialoog is not None
    kies(dialoog, 0, "gemeentefonds_structureel")
    assert regels(dialoog.voorbeeld) == []  # two questions are open
    (grootte,) = dialoog.keuzes.schalen.values()
    assert grootte.antwoord() is None
    antwoord(grootte, "Ja")
    assert regels(dialoog.voorbeeld) == []
    assert "1234 of 1,234" in dialoog.bevindingen.item(0, 2).text()
    assert dialoog.keuzes.notatie is not None
    knoppen = dialoog.keuzes.notatie.findChildren(QRadioButton)
    assert [knop.text() for knop in knoppen] == ["Nederlands: dit is 1234", "Engels: dit is 1,234"]
    antwoord(dialoog.keuzes.notatie, "Engels")
    assert regels(dialoog.voorbeeld)[0][3] == "1.234"  # 1,234 × 1.000
    antwoord(dialoog.keuzes.notatie, "Nederlands")
    assert regels(dialoog.voorbeeld)[0][3] == "1.234.000"  # 1234 × 1.000
    antwoord(grootte, "Nee")
    assert [r[3] for r in regels(dialoog.voorbeeld)] == ["1.234", "90", "95"]
    dialoog.reject()


def test_een_ongewone_getallen_wordt_gevraagd(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    """And the answer is remembered with the rows, for a file that says the same."""
    rijen = (("Instroom per maand",), (), JAREN, ASIEL)
    dialoog = neem_over(venster, stem, bestand(tmp_path, *rijen))
    assert dialoog is not None
    assert regels(dialoog.voorbeeld) == []
    assert "Zeg of dit gewone getallen van een heel jaar zijn" in dialoog.bevindingen.item(0, 2).text()
    antwoord(dialoog.keuzes.gewoon, "Nee")
    assert regels(dialoog.voorbeeld) == []
    antwoord(dialoog.keuzes.gewoon, "Ja")
    assert [r[3] for r in regels(dialoog.voorbeeld)] == ["30", "31", "32"]
    dialoog.reject()


def test_wat_van_een_andere_grootte_is_gezegd_wordt_niet_herhaald(
    venster: Hoofdvenster, stem: NepStem, tmp_path: Path
) -> None:
    """Before, only a share was taken over and "in %" was denied; nothing was said about the thousands."""
    venster.neem_thuis(Thuis(tmp_path / "thuis"))
    rijen = (
        ("Bedragen x € 1.000, aandelen in %",),
        (),
        JAREN,
        ("Aandeel inhuur", "12%", "13%", "14%"),
        ("Gemeentefonds structureel", 412, 398, 390),
    )
    dialoog = neem_over(venster, stem, bestand(tmp_path, *rijen))
    assert dialoog is not None
    kies(dialoog, 0, "inhuuraandeel")
    kies(dialoog, 1, "")
    antwoord(dialoog.keuzes.schalen[0.01], "Nee")
    dialoog.overnemen.click()
    dialoog = neem_over(venster, stem, bestand(tmp_path, *rijen, naam="later.xlsx"))
    assert dialoog is not None
    assert dialoog.keuzes.schalen[0.01].antwoord() is False
    assert dialoog.keuzes.schalen[1000.0].antwoord() is None
    kies(dialoog, 1, "gemeentefonds_structureel")
    assert {r[0] for r in regels(dialoog.voorbeeld)} == {"Aandeel inhuur"}
    dialoog.reject()


@pytest.mark.parametrize("scheidt", [True, False])
def test_een_komma_die_twee_dingen_kan_zijn(
    venster: Hoofdvenster, stem: NepStem, tmp_path: Path, scheidt: bool
) -> None:
    pad = tmp_path / "komma.csv"
    pad.write_text(",2027,2028\nInstroom statushouders,30,31\n", "utf-8")
    stem.antwoorden = [KOMMA_SCHEIDT if scheidt else ANNULEREN]
    dialoog = neem_over(venster, stem, pad)
    assert "30,31 één getal zijn" in stem.gezegd[0][1]
    assert (dialoog is not None) is scheidt
    if dialoog is not None:
        assert [r[3] for r in regels(dialoog.voorbeeld)] == ["30", "31"]
        dialoog.reject()


def test_dubbele_kolommen_worden_gevraagd(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    koppen = ("", "2027", "afwijking 2027", "2028", "afwijking 2028")
    dialoog = neem_over(venster, stem, bestand(tmp_path, koppen, ("Instroom statushouders", 30, 2, 31, 3)))
    assert dialoog is not None
    antwoord(dialoog.keuzes.kolommen, "afwijking")
    assert [r[3] for r in regels(dialoog.voorbeeld)] == ["2", "3"]
    antwoord(dialoog.keuzes.kolommen, "De kolommen met alleen")
    assert [r[3] for r in regels(dialoog.voorbeeld)] == ["30", "31"]
    dialoog.reject()


def test_een_getal_uit_een_jaar(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    dialoog = neem_over(venster, stem, bestand(tmp_path, JAREN, ("Caseload", 40, 45, 50)))
    assert dialoog is not None
    kies(dialoog, 0, "caseload")
    assert regels(dialoog.voorbeeld) == []  # three numbers for one input
    jaar = dialoog.keuzes.tabel.cellWidget(0, 3)
    jaar.setCurrentIndex(jaar.findData(2028))
    assert [r[2:4] for r in regels(dialoog.voorbeeld)] == [["50", "45"]]
    dialoog.reject()


def test_taakstelling_toont_beide_getallen(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    koppen = ("", "1e halfjaar 2027", "2e halfjaar 2027")
    dialoog = neem_over(venster, stem, bestand(tmp_path, koppen, ("Taakstelling", 20, 24)))
    assert dialoog is not None
    assert len(regels(dialoog.voorbeeld)) == 2
    assert "2027: 44 personen" in dialoog.personen.text()
    dialoog.reject()


def test_meer_tabellen(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    ander = ("", 2027, 2028, 2029)
    pad = bestand(tmp_path, JAREN, ASIEL, (), (), ander, ("Instroom gezinsmigranten", 5, 6, 7))
    dialoog = neem_over(venster, stem, pad)
    assert dialoog is not None
    assert dialoog.tabelkeuze.count() == 2
    dialoog.tabelkeuze.setCurrentIndex(1)
    assert [r[3] for r in regels(dialoog.voorbeeld)] == ["5", "6", "7"]
    dialoog.reject()


def test_de_koppeling_wordt_onthouden_zonder_woorden(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    venster.neem_thuis(Thuis(tmp_path / "thuis"))
    pad = bestand(tmp_path, JAREN, ("Nieuwkomers in Geheimstad", 30, 31, 32))
    dialoog = neem_over(venster, stem, pad)
    assert dialoog is not None
    kies(dialoog, 0, "instroom_asiel")
    dialoog.overnemen.click()
    (bewaard,) = (tmp_path / "thuis" / "koppelingen").iterdir()
    tekst = bewaard.read_text("utf-8")
    assert "instroom_asiel" in tekst
    assert "geheimstad" not in tekst.lower()
    volgend = bestand(tmp_path, JAREN, ("Nieuwkomers in Geheimstad", 40, 41, 42), naam="later.xlsx")
    dialoog = neem_over(venster, stem, volgend)
    assert dialoog is not None
    assert [r[2:4] for r in regels(dialoog.voorbeeld)] == [["30", "40"], ["31", "41"], ["32", "42"]]
    dialoog.reject()
    bewaard.write_text(tekst.replace('"vorm": "', '"vorm": "0'))  # of a table of another shape
    dialoog = neem_over(venster, stem, volgend)
    assert dialoog is not None
    assert regels(dialoog.voorbeeld) == []
    dialoog.reject()
    bewaard.write_text("kapot")
    dialoog = neem_over(venster, stem, volgend)
    assert dialoog is not None
    assert regels(dialoog.voorbeeld) == []
    dialoog.reject()


def test_kopie_met_opmerkingen(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    pad = bestand(tmp_path, JAREN, ("Instroom statushouders", 30, "veel", 32))
    origineel = pad.read_bytes()
    dialoog = neem_over(venster, stem, pad)
    assert dialoog is not None
    stem.paden = [pad]
    dialoog.kopie.click()
    assert "is het bestand zelf" in stem.gezegd[-1][1]
    stem.paden = [tmp_path / "kopie"]
    dialoog.kopie.click()
    assert pad.read_bytes() == origineel
    boek = openpyxl.load_workbook(tmp_path / "kopie.xlsx")
    assert boek.sheetnames[0] == "Opmerkingen"
    assert boek.worksheets[1]["C2"].comment is not None
    dialoog.reject()


@pytest.mark.parametrize("wil", [True, False])
def test_een_bestand_met_personen_wordt_geweigerd(
    venster: Hoofdvenster, stem: NepStem, tmp_path: Path, caplog: pytest.LogCaptureFixture, wil: bool
) -> None:
    caplog.set_level("DEBUG")
    rijen = (("Naam", "Geboortedatum", 2027), ("J. Jansen", "1-2-1990", 1), ("P. Pieters", "3-4-1991", 1))
    pad = bestand(tmp_path, *rijen, naam="Jansen 111222333.xlsx")
    stem.antwoorden = [TELFORMULIER if wil else SLUITEN]
    stem.paden = [pad, tmp_path / "formulier.xlsx"]
    doe(venster, "Gegevens overnemen")
    titel, tekst, uitleg = stem.gezegd[0]
    assert titel == "Gegevens overnemen"
    assert tekst == "Uit dit bestand kan niets worden overgenomen."
    assert "telformulier" in uitleg
    assert "Gegevens overnemen: bestand .xlsx" in caplog.messages
    for geheim in ("Jansen", "111222333", "1990"):
        assert geheim not in "".join((tekst, uitleg, caplog.text))
    assert (tmp_path / "formulier.xlsx").exists() is wil
    assert venster.document.bewaard


def test_een_grootboek_naast_het_plan(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    """2027: 1000 + 40 = 1040; by kostenplaats 6710 it is 1000, and one line cannot be placed."""
    koppen = ("Kostenplaats", "Taakveld", "Bedrag", "Periode")
    rijen = ((6710, "6.5", 1000, "2027-01"), (None, "6.5", 40, "2027-02"), (6711, "0.4", "1.234", "2028-02"))
    stem.paden = [bestand(tmp_path, koppen, *rijen)]
    doe(venster, "Grootboek vergelijken")
    (dialoog,) = (v for v in venster.findChildren(Grootboekvenster) if v.isVisible())
    een, twee = regels(dialoog.jaren)
    assert een[:2] == ["2027", "€ 1.040"]
    assert een[4:] == ["2", "2", ""]
    assert (twee[0], twee[1], twee[6]) == ("2028", "nog niet te zeggen", "1 regel niet te lezen")
    assert [soort for soort, lijst in dialoog.codes.items() if lijst.isVisible()] == ["kostenplaats", "taakveld"]
    dialoog.notatie.setCurrentText("Nederlands")
    assert regels(dialoog.jaren)[1][1] == "€ 1.234"
    keuze = dialoog.codes["kostenplaats"]
    assert [keuze.itemText(i) for i in range(keuze.count())] == ["alles", "6710", "6711"]
    keuze.setCurrentText("6710")
    (een,) = regels(dialoog.jaren)
    assert (een[1], een[3], een[6]) == ("€ 1.000", "nog niet te zeggen", "1 regel zonder code")
    assert any("zonder kostenplaats" in r[2] for r in regels(dialoog.bevindingen))
    assert venster.document.bewaard
    for widget in dialoog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip(), widget
    dialoog.reject()


def test_wat_geen_grootboek_is(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    stem.paden = [bestand(tmp_path, JAREN, ASIEL), None]
    doe(venster, "Grootboek vergelijken")
    assert "staat geen grootboek" in stem.gezegd[0][1]
    doe(venster, "Grootboek vergelijken")  # no file was chosen
    assert len(stem.gezegd) == 1


def test_alles_in_het_venster_heeft_een_naam(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    kop = ("Bedragen x € 1.000",)
    dialoog = neem_over(venster, stem, bestand(tmp_path, kop, (), JAREN, LONEN, ASIEL))
    assert dialoog is not None
    for widget in dialoog.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            beeld = QAccessible.queryAccessibleInterface(widget)
            assert beeld.text(QAccessible.Text.Name).strip(), widget
    dialoog.reject()


def test_op_een_klein_scherm_valt_geen_bedrag_weg(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    """At 200 % a small laptop has 683 × 384; amounts were cut off to "€ 1.00…", and a table had one line of room."""
    koppen = ("Kostenplaats", "Taakveld", "Bedrag", "Periode")
    stem.paden = [bestand(tmp_path, koppen, (6710, "6.5", 1234567, "2027-01"))]
    doe(venster, "Grootboek vergelijken")
    (grootboek,) = (v for v in venster.findChildren(Grootboekvenster) if v.isVisible())
    dialoog = neem_over(venster, stem, bestand(tmp_path, ("Bedragen x € 1.000",), (), JAREN, LONEN, ASIEL))
    assert dialoog is not None
    tabellen = (grootboek.jaren, grootboek.bevindingen, dialoog.voorbeeld, dialoog.bevindingen, dialoog.keuzes.tabel)
    for klein in (grootboek, dialoog):
        klein.resize(640, 340)
    QApplication.processEvents()
    assert grootboek.jaren.item(0, 1).text() == "€\u00a01.234.567"
    for tabel in tabellen:
        letters = tabel.fontMetrics()
        assert tabel.height() >= 6 * letters.lineSpacing() or not tabel.isVisible()
        for kolom in range(tabel.columnCount()):
            teksten = [tabel.item(rij, kolom).text() for rij in range(tabel.rowCount())]
            woorden = [tabel.horizontalHeaderItem(kolom).text(), *(w for t in teksten for w in re.split("[ \n]", t))]
            assert tabel.columnWidth(kolom) > max(letters.horizontalAdvance(w) for w in woorden)
    for klein in (grootboek, dialoog):
        klein.reject()
