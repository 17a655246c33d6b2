"""The window as a user meets it."""

from __future__ import annotations

import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QMenu, QWidget

from desktop.kader.figuurknop import Figuurknop
from desktop.meldingen import ANNULEREN, NIET_OPSLAAN, OPSLAAN
from desktop.plaatsen import GEMEENTE
from desktop.velden.getalveld import Getalveld
from desktop.venster import Hoofdvenster
from tests.desktop.conftest import NepStem, voorbeeldplan

WORTEL = Path(__file__).resolve().parents[2]


def veld(venster: Hoofdvenster, onderwerp: str, naam: str, nummer: int = 0) -> QLineEdit:
    """A field on a page, brought into view."""
    venster.werkblad.stappen.kies(onderwerp)
    rij = next(r for r in venster.toon_pagina(onderwerp).rijen if r.naam == naam)
    gevonden = rij.invulvelden()[nummer]
    assert isinstance(gevonden, QLineEdit)
    return gevonden


def typ(qtbot, in_veld: QLineEdit, tekst: str, venster: Hoofdvenster) -> None:
    """Type over what stands there, and wait for the outcome."""
    in_veld.setFocus()
    in_veld.selectAll()
    with qtbot.waitSignal(venster.document.gerekend, timeout=3000):
        QTest.keyClicks(in_veld, tekst)


def label(venster: Hoofdvenster, naam: str) -> str:
    return venster.document.catalogus[naam].label


def knop(venster: Hoofdvenster, kop: str) -> Figuurknop:
    return next(k for k in venster.werkblad.strook.knoppen if k.antwoord.volledig.startswith(kop))


def strook(venster: Hoofdvenster, kop: str) -> str:
    return knop(venster, kop).text()


def actie(venster: Hoofdvenster, begin: str) -> QAction:
    return next(a for a in venster.findChildren(QAction) if a.text().replace("&", "").startswith(begin))


# --- the answer --------------------------------------------------------------------------------------------


def test_typen_verandert_het_antwoord(qtbot, venster: Hoofdvenster) -> None:
    voor = strook(venster, "Tekort structureel")
    assert voor.startswith("€ ")
    assert voor.endswith((" tekort", " overschot"))
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "25", venster)
    na = strook(venster, "Tekort structureel")
    assert na.endswith(" tekort")
    assert na != voor
    assert venster.document.haal(("invoer", "caseload")) == 25


def test_negatief_heeft_een_minteken_en_een_woord(qtbot, venster: Hoofdvenster) -> None:
    typ(qtbot, veld(venster, "middelen", "gemeentefonds_structureel"), "9.000.000", venster)
    assert "−" not in strook(venster, "Tekort structureel")  # the word says it
    assert strook(venster, "Tekort structureel").endswith(" overschot")


def test_onbekend_is_nooit_nul(qtbot, venster: Hoofdvenster) -> None:
    invul = veld(venster, "middelen", "gemeentefonds_structureel")
    invul.setFocus()
    invul.selectAll()
    with qtbot.waitSignal(venster.document.gerekend, timeout=3000):
        QTest.keyClick(invul, Qt.Key.Key_Delete)
    assert venster.document.haal(("invoer", "gemeentefonds_structureel")) is None
    assert strook(venster, "Tekort structureel") == "nog niet te zeggen"
    assert label(venster, "gemeentefonds_structureel") in knop(venster, "Tekort structureel").toolTip()
    assert venster.werkblad.stappen.stand("middelen") == "… mist iets"
    assert label(venster, "gemeentefonds_structureel") in venster.werkblad.strook.stand.text()


def test_foute_tekst_houdt_de_vorige_uitkomst(qtbot, venster: Hoofdvenster) -> None:
    voor = strook(venster, "Tekort structureel")
    invul = veld(venster, "uitvoering", "caseload")
    typ(qtbot, invul, "0.125", venster)
    assert invul.text() == "0.125"
    assert strook(venster, "Tekort structureel") == voor
    assert "Niet bijgewerkt" in venster.werkblad.strook.stand.text()
    assert "Caseload per fte" in venster.werkblad.strook.stand.text()
    assert venster.werkblad.stappen.stand("uitvoering") == "✕ fout"
    rij = next(r for r in venster.toon_pagina("uitvoering").rijen if r.naam == "caseload")
    qtbot.waitUntil(lambda: "geen getal" in rij.bevindingtekst, timeout=2000)
    typ(qtbot, invul, "50", venster)
    assert "Niet bijgewerkt" not in venster.werkblad.strook.stand.text()
    qtbot.waitUntil(lambda: rij.bevindingtekst == "", timeout=2000)


def test_buiten_grenzen_is_een_fout_bij_het_veld(qtbot, venster: Hoofdvenster) -> None:
    typ(qtbot, veld(venster, "uitvoering", "inhuuraandeel"), "25", venster)
    rij = next(r for r in venster.toon_pagina("uitvoering").rijen if r.naam == "inhuuraandeel")
    qtbot.waitUntil(lambda: "mag hooguit 1 zijn" in rij.bevindingtekst, timeout=2000)
    assert not venster.document.actueel


# --- fields ------------------------------------------------------------------------------------------------


def test_bij_verlaten_staat_het_getal_er_netjes(qtbot, venster: Hoofdvenster) -> None:
    invul = veld(venster, "uitvoering", "loonkosten_fte")
    typ(qtbot, invul, "98500,50", venster)
    QTest.keyClick(invul, Qt.Key.Key_Return)
    assert invul.text() == "98.500,5"
    assert venster.document.haal(("invoer", "loonkosten_fte")) == 98500.5


def test_wiel_verandert_niets(qtbot, venster: Hoofdvenster) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    pagina = venster.toon_pagina("uitvoering")
    voor = dict(venster.document.gegevens["invoer"])
    for rij in pagina.rijen[:6]:
        for invul in rij.invulvelden():
            invul.setFocus()
            midden = QPointF(invul.rect().center())
            draai = QWheelEvent(
                midden, invul.mapToGlobal(midden), QPoint(0, 0), QPoint(0, 240), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(invul, draai)
    assert venster.document.gegevens["invoer"] == voor


def test_per_jaar_en_terug(qtbot, venster: Hoofdvenster) -> None:
    venster.werkblad.stappen.kies("middelen")
    rij = next(r for r in venster.toon_pagina("middelen").rijen if r.naam == "gemeentefonds_structureel")
    rij.per_jaar.click()
    per_jaar = {"2027": 100000, "2028": 100000, "2029": 100000}
    assert venster.document.haal(("invoer", "gemeentefonds_structureel")) == per_jaar
    assert [v.accessibleName()[-4:] for v in rij.invulvelden()] == ["2027", "2028", "2029"]
    typ(qtbot, rij.invulvelden()[1], "90000", venster)
    assert venster.document.haal(("invoer", "gemeentefonds_structureel")) == {**per_jaar, "2028": 90000}
    rij.per_jaar.click()
    assert venster.document.haal(("invoer", "gemeentefonds_structureel")) == 100000
    assert len(rij.invulvelden()) == 1


def test_groepen_apart(qtbot, venster: Hoofdvenster) -> None:
    venster.werkblad.stappen.kies("begeleiding")
    rij = next(r for r in venster.toon_pagina("begeleiding").rijen if r.naam == "begeleidingsduur")
    rij.groepen_apart.click()
    assert [v.accessibleName().split(", ")[-1] for v in rij.invulvelden()] == [
        "beide groepen",
        "asielstatushouders",
        "gezins- en overige migranten",
    ]
    typ(qtbot, rij.invulvelden()[2], "8", venster)
    assert venster.document.haal(("invoer", "begeleidingsduur_gezin")) == 8
    rij.groepen_apart.click()
    assert venster.document.haal(("invoer", "begeleidingsduur_gezin")) is None
    venster.document.stapel.undo()
    assert venster.document.haal(("invoer", "begeleidingsduur_gezin")) == 8
    assert len(rij.invulvelden()) == 3


def test_horizon_verandert_de_jaren(qtbot, venster: Hoofdvenster) -> None:
    venster.toon_pagina("instroom")
    typ(qtbot, veld(venster, GEMEENTE, "horizon"), "5", venster)
    rij = next(r for r in venster.toon_pagina("instroom").rijen if r.naam == "instroom")
    assert len(rij.invulvelden()) == 2 * 5
    assert venster.werkblad.strook.jaar.count() == 5


# --- undo --------------------------------------------------------------------------------------------------


def test_ongedaan_en_opnieuw(qtbot, venster: Hoofdvenster) -> None:
    invul = veld(venster, "uitvoering", "caseload")
    typ(qtbot, invul, "62", venster)
    assert venster.document.stapel.count() == 1  # two keys, one step
    assert actie(venster, "Ongedaan maken").text() == "Ongedaan maken Caseload per fte"
    venster.werkblad.stappen.kies("instroom")
    actie(venster, "Ongedaan maken").trigger()
    assert venster.document.haal(("invoer", "caseload")) == 50
    assert invul.text() == "50"
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"
    actie(venster, "Opnieuw").trigger()
    assert venster.document.haal(("invoer", "caseload")) == 62


def test_terugtypen_is_geen_wijziging(qtbot, venster: Hoofdvenster) -> None:
    invul = veld(venster, "uitvoering", "caseload")
    typ(qtbot, invul, "501", venster)
    with qtbot.waitSignal(venster.document.gerekend, timeout=3000):
        QTest.keyClick(invul, Qt.Key.Key_Backspace)
    assert venster.document.bewaard


# --- files -------------------------------------------------------------------------------------------------


def test_opslaan_en_openen(qtbot, venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "45 tot 60", venster)
    assert venster.isWindowModified()
    stem.paden = [tmp_path / "proef"]
    actie(venster, "Opslaan als").trigger()
    pad = tmp_path / "proef.inburgeringsplan"
    assert pad.exists()
    assert stem.voorstellen == ["Inburgering Voorbeeldstad.inburgeringsplan"]
    assert not venster.isWindowModified()
    assert venster.windowTitle() == "Voorbeeldstad · proef.inburgeringsplan[*] – Inburgeringsplanner"
    actie(venster, "Nieuw").trigger()
    assert venster.document.gemeente == ""
    stem.paden = [pad]
    actie(venster, "Openen").trigger()
    assert venster.document.gemeente == "Voorbeeldstad"
    assert venster.document.haal(("invoer", "caseload")) == "45 tot 60"
    assert stem.gezegd == []


def test_wijzigingen_gaan_niet_stil_verloren(qtbot, venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "62", venster)
    stem.antwoorden = [ANNULEREN]
    assert not venster.close()
    stem.antwoorden = [ANNULEREN]
    actie(venster, "Nieuw").trigger()
    assert venster.document.haal(("invoer", "caseload")) == 62
    stem.antwoorden, stem.paden = [OPSLAAN], [None]
    actie(venster, "Nieuw").trigger()  # no file chosen: nothing happens
    assert venster.document.haal(("invoer", "caseload")) == 62
    stem.antwoorden = [NIET_OPSLAAN]
    actie(venster, "Nieuw").trigger()
    assert venster.document.haal(("invoer", "caseload")) is None


def test_opslaan_met_een_foute_tekst_vraagt_eerst(qtbot, venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "veel", venster)
    stem.paden, stem.antwoorden = [tmp_path / "a.inburgeringsplan"], [OPSLAAN]
    actie(venster, "Opslaan als").trigger()
    assert "Caseload per fte" in stem.gezegd[0][2]
    assert '"caseload":' not in (tmp_path / "a.inburgeringsplan").read_text(encoding="utf-8")
    assert venster.isWindowModified()


def test_opslaan_zonder_een_onmogelijk_inwonertal(qtbot, venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    typ(qtbot, veld(venster, GEMEENTE, "gemeente, inwonertal"), "-5", venster)
    stem.paden, stem.antwoorden = [tmp_path / "a.inburgeringsplan"], [OPSLAAN]
    actie(venster, "Opslaan als").trigger()
    assert stem.gezegd[0][2].startswith("✕ fout: Aantal inwoners.")
    assert "-5" not in (tmp_path / "a.inburgeringsplan").read_text(encoding="utf-8")


def test_onleesbaar_bestand_laat_het_plan_staan(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.inburgeringsplan"
    kapot.write_text("dit is geen plan", encoding="utf-8")
    stem.paden = [kapot]
    actie(venster, "Openen").trigger()
    assert stem.gezegd[0][1] == "kapot.inburgeringsplan kan niet worden geopend."
    assert venster.document.gemeente == "Voorbeeldstad"


def test_voorbeeld_opent_als_naamloos_plan(venster: Hoofdvenster, stem: NepStem) -> None:
    venster.menu.vul_voorbeelden()
    menu = venster.findChild(QMenu, "voorbeelden")
    assert menu is not None
    for keuze in menu.actions():
        keuze.trigger()
        assert venster.document.pad is None
        assert venster.document.bewaard
        assert venster.document.uitkomst is not None
    assert menu.actions()


def test_sjabloon(venster: Hoofdvenster, stem: NepStem, tmp_path: Path) -> None:
    stem.paden = [tmp_path / "leeg"]
    actie(venster, "Leeg sjabloon").trigger()
    assert stem.voorstellen == ["Sjabloon Inburgering Voorbeeldstad.xlsx"]
    assert (tmp_path / "leeg.xlsx").exists()


def test_groep_toont_wat_voor_beide_geldt(qtbot, venster: Hoofdvenster) -> None:
    typ(qtbot, veld(venster, "begeleiding", "begeleidingsduur"), "9", venster)
    rij = next(r for r in venster.toon_pagina("begeleiding").rijen if r.naam == "begeleidingsduur")
    rij.groepen_apart.click()
    assert [v.placeholderText() for v in rij.invulvelden()[1:]] == ["(9)", "(9)"]


def test_met_fouten_geen_werkboek(qtbot, venster: Hoofdvenster, stem: NepStem) -> None:
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "veel", venster)
    actie(venster, "Werkboek exporteren").trigger()
    assert "Herstel eerst" in stem.gezegd[0][1]


# --- findings ----------------------------------------------------------------------------------------------


def test_bevinding_brengt_naar_het_veld(qtbot, venster: Hoofdvenster) -> None:
    typ(qtbot, veld(venster, "uitvoering", "caseload"), "veel", venster)
    venster.werkblad.stappen.kies(GEMEENTE)
    venster.werkblad.bevindingen.kop.setChecked(True)
    item = venster.werkblad.bevindingen.lijst.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "✕ fout"
    venster.werkblad.bevindingen.lijst.itemActivated.emit(item, 0)
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"
    assert venster.focusWidget() is veld(venster, "uitvoering", "caseload")


# --- for everyone ------------------------------------------------------------------------------------------


def zichtbare_focus(pagina: QWidget) -> list[QWidget]:
    return [
        w
        for w in pagina.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(pagina) and w.isEnabled()
    ]


def alle_paginas(venster: Hoofdvenster) -> list[QWidget]:
    for naam in venster.werkblad.stappen.namen:
        venster.werkblad.stappen.kies(naam)
    return [venster.toon_pagina(naam) for naam in venster.werkblad.stappen.namen]


def test_alles_wat_focus_krijgt_heeft_een_naam(venster: Hoofdvenster) -> None:
    for pagina in alle_paginas(venster):
        for widget in zichtbare_focus(pagina):
            assert widget.accessibleName(), f"{widget} op {pagina.titel.text()}"
            if isinstance(widget, Getalveld):
                assert widget.accessibleDescription()
    for los in (
        venster.werkblad.strook.stand,
        venster.werkblad.stappen,
        venster.werkblad.bevindingen.kop,
        venster.werkblad.bevindingen.lijst,
    ):
        assert los.accessibleName()


@pytest.mark.parametrize("onderwerp", ["instroom", "uitvoering", "voorzieningen", GEMEENTE])
def test_tab_gaat_zoals_men_leest(venster: Hoofdvenster, qtbot, onderwerp: str) -> None:
    venster.werkblad.stappen.kies(onderwerp)
    pagina = venster.toon_pagina(onderwerp)
    qtbot.wait(20)
    volgorde = [w for rij in pagina.rijen for w in rij.focusvolgorde()]
    huidige: QWidget = volgorde[0]
    gelopen = [huidige]
    while len(gelopen) < len(volgorde):
        huidige = huidige.nextInFocusChain()
        if huidige in volgorde:
            gelopen.append(huidige)
    assert gelopen == volgorde
    plekken = [w.mapTo(pagina.widget(), QPoint(0, 0)) for w in volgorde]
    for a, b in itertools.pairwise(plekken):
        assert (b.y(), b.x()) > (a.y(), a.x()) or (b.x() > a.x() and b.y() > a.y() - 12)


def test_niets_is_afgesneden_op_een_kleine_laptop(venster: Hoofdvenster, qtbot) -> None:
    """1366 × 768 at 125 %: 1092 × 614, less the title bar and the task bar."""
    venster.resize(1092, 540)
    qtbot.wait(20)
    for pagina in alle_paginas(venster):
        qtbot.wait(5)
        assert isinstance(pagina, QAbstractScrollArea)
        assert pagina.horizontalScrollBar().maximum() == 0, pagina.titel.text()
    assert venster.width() == 1092


@pytest.mark.parametrize("stap", ["begeleiding", "keuzes", "middelen"])
def test_op_200_procent_staat_alles_onder_elkaar(venster: Hoofdvenster, qtbot, stap: str) -> None:
    """1366 × 768 at 200 % is 683 × 384: a page of fields is read without going sideways."""
    venster.werkblad.stappen.kies(stap)
    pagina = venster.toon_pagina(stap)
    qtbot.wait(20)
    breed = [len(rij.invulvelden()) for rij in pagina.rijen]
    venster.resize(683, 384)
    qtbot.wait(50)
    assert venster.width() == 683
    assert pagina.horizontalScrollBar().maximum() == 0
    assert [len(rij.invulvelden()) for rij in pagina.rijen] == breed  # the same fields, laid out anew
    venster.resize(1366, 768)
    qtbot.wait(50)
    assert pagina.horizontalScrollBar().maximum() == 0


def test_voor_het_tonen_zijn_zware_pakketten_er_niet(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from desktop.venster import maak_toepassing, maak_venster\n"
        "t = maak_toepassing(); v = maak_venster(); v.show(); t.processEvents()\n"
        "v.maak_af(); t.processEvents(); t.processEvents()\n"
        "zwaar = {'matplotlib', 'numpy', 'openpyxl', 'xlsxwriter'} & set(sys.modules)\n"
        "assert v.document.uitkomst is not None\n"
        "assert not zwaar, zwaar\n"
    )
    klaar = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stderr


def test_standaardknoppen_zijn_nederlands(venster: Hoofdvenster) -> None:
    from PySide6.QtWidgets import QMessageBox

    vraag = QMessageBox(venster)
    vraag.setStandardButtons(QMessageBox.StandardButton.Cancel)
    assert vraag.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Annuleren"


def test_leeg_plan_zegt_wat_er_moet_gebeuren(venster: Hoofdvenster) -> None:
    actie(venster, "Nieuw").trigger()
    assert venster.document.catalogus["instroom"].label in venster.werkblad.strook.stand.text()
    assert venster.windowTitle() == "Naamloos plan[*] – Inburgeringsplanner"


def test_voorbeeldplan_is_geldig(venster: Hoofdvenster) -> None:
    assert venster.document.fouten == []
    assert voorbeeldplan()["startjaar"] == 2027


def test_volgt_de_kleuren_van_het_systeem(qtbot, venster: Hoofdvenster) -> None:
    """Dark after light: text stays readable against what is behind it."""
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QApplication

    voor = QApplication.palette()
    venster.werkblad.stappen.kies("uitvoering")
    rij = venster.toon_pagina("uitvoering").rijen[1]
    try:
        QApplication.setPalette(QPalette(QColor("#2b2b2b")))
        qtbot.wait(20)
        for widget, tekst, achter in (
            (rij.klasse, QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
            (rij.invulvelden()[0], QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
            (venster.werkblad.strook.stand, QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        ):
            palet = widget.palette()
            assert palet.color(tekst).lightness() - palet.color(achter).lightness() > 100
    finally:
        QApplication.setPalette(voor)
