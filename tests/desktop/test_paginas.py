"""The pages that show: scenarios side by side, charts, the justification; and the handleiding and the tour."""

from __future__ import annotations

import re
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from core.rapport.grafieken import grafieken
from core.regels import bereken
from desktop.achtergrond import Achtergrond
from desktop.bewaren.voortgang import Voortgang
from desktop.grafieken.opmaak import papier
from desktop.grafieken.prent import Prent
from desktop.grafieken.tekenen import als_bestand, als_punten
from desktop.handleiding import HULP, Handleiding, tekst
from desktop.kader.rondleiding import STAPPEN as RONDLEIDING
from desktop.kader.rondleiding import Rondleiding
from desktop.paginas.scenarios import Scenariopagina
from desktop.paginas.verantwoording import Verantwoordingpagina
from desktop.stappen import STAPPEN
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.desktop.conftest import NepStem

# --- scenarios ---------------------------------------------------------------------------------------------


@pytest.fixture
def pagina(venster: Hoofdvenster) -> Scenariopagina:
    venster.werkblad.stappen.kies("scenarios")
    pagina = venster.toon_pagina("scenarios")
    assert isinstance(pagina, Scenariopagina)
    return pagina


def klik(pagina: Scenariopagina, begin: str) -> None:
    knop = next(k for k in pagina.findChildren(QPushButton) if k.text().replace("&", "").startswith(begin))
    knop.click()
    pagina.document.reken()
    pagina.ververs()


def namen(pagina: Scenariopagina) -> list[str]:
    return [pagina.lijst.item(n).text() for n in range(pagina.lijst.count())]


def cel(pagina: Scenariopagina, label: str, kolom: int) -> str:
    tabel = pagina.cijfers
    rij = next(r for r in range(tabel.rowCount()) if tabel.item(r, 0).text() == label)
    return tabel.item(rij, kolom).text()


def test_maken_noemen_dupliceren_verwijderen(pagina: Scenariopagina) -> None:
    klik(pagina, "Nieuw scenario")
    assert namen(pagina) == ["Basis", "Nieuw scenario"]
    assert pagina.document.scenario == "Nieuw scenario"
    pagina.lijst.item(1).setText("Hogere caseload")
    pagina.ververs()
    pagina.document.zet(("invoer", "caseload"), 60, "Caseload")
    klik(pagina, "Dupliceren")
    assert namen(pagina) == ["Basis", "Hogere caseload", "Hogere caseload (kopie)"]
    assert pagina.document.haal(("invoer", "caseload")) == 60
    pagina.lijst.item(2).setText("Hogere caseload")  # a name that is taken gets a number
    pagina.ververs()
    assert namen(pagina)[2] == "Hogere caseload 2"
    pagina.lijst.item(2).setText("  ")
    assert pagina.lijst.item(2).text() == "Hogere caseload 2"
    klik(pagina, "Verwijderen")
    assert namen(pagina) == ["Basis", "Hogere caseload"]
    assert pagina.document.scenario == ""
    assert not pagina.verwijder.isEnabled()
    for _ in range(pagina.document.stapel.count()):
        pagina.document.stapel.undo()
    pagina.ververs()
    assert namen(pagina) == ["Basis"]


def test_naast_elkaar_met_alleen_wat_verschilt(pagina: Scenariopagina) -> None:
    klik(pagina, "Nieuw scenario")
    pagina.document.zet(("invoer", "gemeentefonds_structureel"), 90000, "Gemeentefonds")
    pagina.document.reken()
    pagina.ververs()
    assert pagina.invoer.rowCount() == 1
    assert [pagina.invoer.item(0, k).text() for k in (1, 2)] == ["100.000", "90.000"]
    # € 10.000 less money in each of three years
    assert cel(pagina, "Tekort ten opzichte van structurele middelen", 2).endswith("\n€ 10.000 hoger")
    samen = "Tekort ten opzichte van structurele middelen, alle jaren samen"
    assert cel(pagina, samen, 2).endswith("\n€ 30.000 hoger")
    getoond = {pagina.cijfers.item(r, 0).text() for r in range(pagina.cijfers.rowCount())}
    assert "Uitvoeringskosten" not in getoond
    pagina.alleen.setChecked(False)
    getoond = {pagina.cijfers.item(r, 0).text() for r in range(pagina.cijfers.rowCount())}
    assert "Uitvoeringskosten" in getoond


def test_een_saldo_heeft_een_woord(pagina: Scenariopagina, venster: Hoofdvenster) -> None:
    """Never a minus sign alone: with more money than cost there is an overschot."""
    venster.document.zet(("invoer", "gemeentefonds_structureel"), 900_000, "Gemeentefonds")
    venster.document.reken()
    pagina.alleen.setChecked(False)
    assert re.fullmatch(r"€ [\d.]+ overschot", cel(pagina, "Tekort ten opzichte van structurele middelen", 1))
    assert re.fullmatch(r"€ [\d.]+ (overschot|tekort)|€ 0|nog niet te zeggen", cel(pagina, "Saldo SPUK", 1))


def test_een_label_dat_vouwt_staat_er_helemaal(pagina: Scenariopagina) -> None:
    klik(pagina, "SPUK")
    tabel = pagina.cijfers
    tabel.resize(400, tabel.height())
    for rij in range(tabel.rowCount()):
        item = tabel.item(rij, 0)
        assert item is not None
        vak = QFontMetrics(item.font()).boundingRect(
            QRect(0, 0, tabel.columnWidth(0) - 8, 0), Qt.TextFlag.TextWordWrap, item.text()
        )
        assert tabel.rowHeight(rij) >= vak.height()


def test_kant_en_klaar(pagina: Scenariopagina) -> None:
    klik(pagina, "SPUK −10 % vanaf 2028")
    assert pagina.document.gegevens["scenarios"][-1] == {
        "naam": "SPUK −10 % vanaf 2028",
        "invoer": {},
        "maatregelen": ["spuk_korting"],
    }
    assert pagina.document.gegevens["maatregelen"] == []
    pagina.stijging.setText("25 %")
    klik(pagina, "Maak scenario met deze instroom")
    assert pagina.document.scenario == "Instroom +25 %"
    assert pagina.document.haal(("invoer", "instroom_asiel")) == {"2027": 30, "2028": 30, "2029": 30}  # 24 × 1,25
    pagina.stijging.setText("")
    klik(pagina, "Maak scenario met deze instroom")
    assert "percentage" in pagina._over_instroom.text()
    assert len(namen(pagina)) == 3


def test_extra_gemeentefonds_brengt_naar_het_veld(venster: Hoofdvenster, pagina: Scenariopagina) -> None:
    klik(pagina, "Extra Gemeentefonds")
    assert venster.document.scenario == "Extra Gemeentefonds"
    assert venster.werkblad.stappen.gekozen_naam == "middelen"


def test_kiezen_in_de_strook(venster: Hoofdvenster, pagina: Scenariopagina) -> None:
    klik(pagina, "Nieuw scenario")
    keuze = venster.werkblad.strook.scenario
    assert [keuze.itemText(n) for n in range(keuze.count())] == ["Basis", "Nieuw scenario"]
    keuze.setCurrentIndex(0)
    keuze.activated.emit(0)
    assert venster.document.scenario == ""
    venster.werkblad.strook.jaar.activated.emit(2)
    assert venster.blik.jaar == 2029
    assert "2029" in venster.werkblad.strook.knoppen[0].accessibleName()


# --- charts ------------------------------------------------------------------------------------------------


def test_grafieken_zijn_zonder_kleur_te_lezen() -> None:
    """In shades of grey the picture has its series still apart: at least as many greys as series."""
    for grafiek in grafieken(bereken(voorbeeldplan())):
        punten, breed, hoog = als_punten(grafiek, papier(grafiek))
        beeld = QImage(punten, breed, hoog, 4 * breed, QImage.Format.Format_RGBA8888)
        grijs = beeld.convertToFormat(QImage.Format.Format_Grayscale8)
        tinten = {grijs.pixel(x, y) for x in range(0, breed, 3) for y in range(0, hoog, 3)}
        assert len(tinten) > len(grafiek.reeksen)
        svg = als_bestand(grafiek, "svg").decode()
        assert grafiek.titel in svg  # text stays text
        assert all(r.label in svg or "Overige kosten" in svg for r in grafiek.reeksen)


def test_buiten_beeld_wordt_niets_getekend(qtbot, venster: Hoofdvenster) -> None:
    """What is in view does not wait for it; it is drawn when it is shown, for the width that it then has."""
    stappen, pagina = venster.werkblad.stappen, venster.toon_pagina("uitkomst")
    stappen.kies("uitkomst")
    stappen.kies("gemeente")
    qtbot.waitUntil(lambda: not venster.blik.achtergrond.is_bezig, timeout=10_000)
    prenten = pagina.findChildren(Prent)
    assert len(prenten) == 6
    assert all(p.beeld.pixmap().isNull() for p in prenten)
    stappen.kies("uitkomst")
    qtbot.waitUntil(lambda: not any(p.beeld.pixmap().isNull() for p in prenten), timeout=20_000)
    stappen.kies("gemeente")
    venster.resize(venster.width() + 60, venster.height())
    stappen.kies("uitkomst")
    qtbot.waitUntil(
        lambda: all(p.beeld.pixmap().deviceIndependentSize().width() == p.beeld.width() for p in prenten),
        timeout=20_000,
    )


def test_grafiek_bewaren(qtbot, venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    prent = venster.toon_pagina("uitkomst").findChildren(Prent)[0]
    QApplication.clipboard().clear()
    prent.kopieer()
    qtbot.waitUntil(lambda: not QApplication.clipboard().image().isNull(), timeout=10_000)
    for formaat, begin in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        stem.paden = [tmp_path / "grafiek"]
        prent._sla_op(formaat)
        pad = tmp_path / f"grafiek.{formaat}"
        qtbot.waitUntil(pad.exists, timeout=10_000)
        assert pad.read_bytes().startswith(begin)
    assert stem.voorstellen == ["Tekort op de uitvoering.png", "Tekort op de uitvoering.svg"]


# --- justification, handleiding, tour ----------------------------------------------------------------------


def test_verantwoording_noemt_elke_eigen_opgave_en_elke_aanname(venster: Hoofdvenster) -> None:
    pagina = venster.toon_pagina("verantwoording")
    assert isinstance(pagina, Verantwoordingpagina)
    assert pagina.eigen.rowCount() == len(venster.document.gegevens["invoer"])
    aannames = {pagina.aannames.item(r, 0).text() for r in range(pagina.aannames.rowCount())}
    assert "Duur van de begeleiding" in aannames
    assert "Caseload per fte" not in aannames  # filled in
    for rij in range(pagina.aannames.rowCount()):
        assert pagina.aannames.item(rij, 3).text(), "an assumption without a source"
    assert pagina.bronnen.rowCount() == len(venster.document.catalogus.bronnen)
    rij = next(r for r in range(pagina.eigen.rowCount()) if pagina.eigen.item(r, 0).text() == "Caseload per fte")
    pagina.eigen.cellDoubleClicked.emit(rij, 0)
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"
    assert pagina.eigen.als_tekst().split("\n")[0] == "Gegeven\tSoort\tWaarde\tBron"


def test_de_handleiding_gaat_over_dit_programma() -> None:
    inhoud = tekst()
    for stap in STAPPEN:
        assert stap.titel in inhoud
    for toets in ("F1", "F9", "Ctrl+R", "Ctrl+Shift+C"):
        assert toets in inhoud
    assert "Leerbaarheidstoets" in inhoud
    beelden = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", inhoud)
    assert beelden
    for beeld in beelden:
        assert (HULP / beeld).is_file()
        assert not QImage(str(HULP / beeld)).isNull()


def test_f1_opent_de_handleiding_bij_de_pagina(venster: Hoofdvenster) -> None:
    venster.werkblad.stappen.kies("scenarios")
    venster.hulp()
    hulp = venster.findChild(Handleiding)
    assert hulp is not None
    assert hulp.isVisible()
    assert hulp.lezer.verticalScrollBar().value() > 0
    hulp.reject()


def test_de_rondleiding_is_kort_en_over_te_slaan(qtbot) -> None:
    assert len(RONDLEIDING) <= 5
    rondleiding = Rondleiding()
    qtbot.addWidget(rondleiding)
    rondleiding.begin()
    for nummer in range(1, len(RONDLEIDING) + 1):
        assert rondleiding.zin.text().startswith(f"Rondleiding, {nummer} van ")
        rondleiding.volgende.click()
    assert rondleiding.isHidden()
    rondleiding.begin()
    with qtbot.waitSignal(rondleiding.klaar):
        rondleiding.overslaan.click()
    assert rondleiding.isHidden()


def test_f6_gaat_langs_de_delen(venster: Hoofdvenster) -> None:
    blad = venster.werkblad
    blad.stappen.setFocus()
    delen = (blad.stappen, blad._stapel, blad.bevindingen, blad.strook)
    gezien = []
    for _ in range(4):
        blad.volgend_deel()
        nu = venster.focusWidget()
        gezien.append(next(deel for deel in delen if deel is nu or deel.isAncestorOf(nu)))
    assert gezien == [blad._stapel, blad.bevindingen, blad.strook, blad.stappen]


# --- work beside the screen --------------------------------------------------------------------------------


def test_alleen_de_nieuwste_vraag_telt(qtbot) -> None:
    achtergrond, poort, gekregen = Achtergrond(), threading.Event(), []
    begonnen: list[int] = []
    achtergrond.vraag("x", lambda: poort.wait(5), gekregen.append)
    for nummer in range(20):
        achtergrond.vraag("x", lambda n=nummer: begonnen.append(n) or n, gekregen.append)
    poort.set()
    qtbot.waitUntil(lambda: not achtergrond.is_bezig)
    assert gekregen == [19]
    assert begonnen == [19]  # the others were not even begun
    achtergrond.sluit()
    achtergrond.vraag("x", lambda: 1, gekregen.append)
    assert not achtergrond.is_bezig


def test_het_scherm_is_naast_het_werk_gauw_aan_de_beurt() -> None:
    """Of the 16 ms that a key may take, waiting for one turn of the other thread takes a sixteenth."""
    achtergrond = Achtergrond()
    assert sys.getswitchinterval() <= 0.001
    achtergrond.sluit()


def test_werk_dat_niet_meer_nodig_is_houdt_op_waar_het_is(qtbot) -> None:
    """One piece of work that goes on until it is stopped; given up, replaced by a newer one, and closed."""
    achtergrond, gekregen, rondes = Achtergrond(), [], [0]

    def eindeloos() -> None:
        for _ in range(10_000):  # two minutes and more
            rondes[0] += 1
            achtergrond.tussendoor()
            time.sleep(0.01)

    for einde in (achtergrond.laat_maar, lambda soort: achtergrond.vraag(soort, lambda: "nieuwer", gekregen.append)):
        rondes[0] = 0
        achtergrond.vraag("x", eindeloos, gekregen.append)
        qtbot.waitUntil(lambda: rondes[0] > 2)
        einde("x")
        achtergrond.vraag("y", lambda: "ander", gekregen.append)
        qtbot.waitUntil(lambda: "ander" in gekregen)
        assert gekregen == ["ander"] if einde == achtergrond.laat_maar else ["nieuwer", "ander"]
        gekregen.clear()
    achtergrond.vraag("x", eindeloos, gekregen.append)
    achtergrond.sluit()
    assert gekregen == []


def test_een_fout_in_het_werk_komt_boven(qtbot) -> None:
    achtergrond = Achtergrond()

    def mis() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as fouten:
        achtergrond.vraag("x", mis, lambda _: None)
        qtbot.waitUntil(lambda: bool(fouten))
    assert fouten[0][0] is ZeroDivisionError
    achtergrond.sluit()


def test_wachten_kan_worden_afgebroken(qtbot, venster: Hoofdvenster) -> None:
    poort = threading.Event()
    voortgang = Voortgang(venster.blik.achtergrond, venster)
    assert voortgang.doe("Rekenen", lambda: 42) == 42
    with pytest.raises(ZeroDivisionError):
        voortgang.doe("Rekenen", lambda: 1 // 0)

    def breek_af() -> None:
        assert voortgang.doe("Nog een", lambda: 1) is None  # one thing at a time
        venster.findChildren(QProgressDialog)[-1].canceled.emit()

    QTimer.singleShot(50, breek_af)
    assert voortgang.doe("Rekenen", lambda: poort.wait(5)) is None
    poort.set()
    assert not voortgang.bezig
