"""For everyone: names and roles for a screen reader, keyboard, contrast, large letters, small screens."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget

from core.plan import als_gegevens
from desktop.grafieken.prent import Prent
from desktop.handleiding import Handleiding
from desktop.kader.antwoordrooster import Antwoordrooster
from desktop.paginas.cijfertabel import Cijfertabel
from desktop.paginas.start import Startscherm
from desktop.stappen import STAPPEN
from desktop.stijl import LEESBAAR, ZICHTBAAR, Lijn, Rol, accent, contrast, leesbaar_palet, zonder_opmaak
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan as groot_voorbeeld
from tests.desktop.kleuren import THEMAS, hoog_contrast

NAMEN = [stap.naam for stap in STAPPEN]


def met_focus(boven: QWidget) -> list[QWidget]:
    return [
        w
        for w in boven.findChildren(QWidget)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisibleTo(boven) and w.isEnabled()
    ]


def paginas(venster: Hoofdvenster) -> Iterator[QWidget]:
    for naam in NAMEN:
        venster.werkblad.stappen.kies(naam)
        QApplication.processEvents()
        yield venster.toon_pagina(naam)


def tekorttabel(venster: Hoofdvenster) -> Cijfertabel:
    tabellen = venster.toon_pagina("uitkomst").findChildren(Cijfertabel)
    return next(t for t in tabellen if t.accessibleName() == "Tekort op de uitvoering")


# --- names and roles ---------------------------------------------------------------------------------------


def test_elk_onderdeel_heeft_een_naam_en_een_rol(venster: Hoofdvenster) -> None:
    venster.werkblad.strook.knoppen[0].click()  # with the explanation open
    gezien = 0
    for pagina in [*paginas(venster), venster.werkblad]:
        for widget in met_focus(pagina):
            beeld = QAccessible.queryAccessibleInterface(widget)
            assert beeld is not None
            assert beeld.text(QAccessible.Text.Name).strip(), f"{widget} in {pagina.accessibleName()}"
            assert beeld.role() != QAccessible.Role.NoRole
            gezien += 1
    assert gezien > 200
    venster.toon_start()
    start = venster.findChild(Startscherm)
    assert start is not None
    for widget in met_focus(start):
        assert widget.accessibleName()


def test_elke_grafiek_is_een_plaatje_met_woorden_en_een_tabel(qtbot, venster: Hoofdvenster) -> None:
    pagina = venster.toon_pagina("uitkomst")
    prenten = pagina.findChildren(Prent)
    assert len(prenten) == 6
    qtbot.waitUntil(lambda: all(not p.beeld.pixmap().isNull() for p in prenten), timeout=20_000)
    for prent in prenten:
        beeld = QAccessible.queryAccessibleInterface(prent.beeld)
        assert beeld.role() == QAccessible.Role.Graphic
        assert beeld.text(QAccessible.Text.Name).startswith("Grafiek: ")
        assert "2027" in beeld.text(QAccessible.Text.Description)
    namen = {t.accessibleName() for t in pagina.findChildren(Cijfertabel)}
    assert {p.grafiek.kop for p in prenten if p.grafiek} <= namen


def test_staven_van_alle_jaren(venster: Hoofdvenster) -> None:
    strook = venster.werkblad.strook
    beeld = QAccessible.queryAccessibleInterface(strook.staven)
    assert beeld.role() == QAccessible.Role.Graphic
    assert f"2027: {strook.knoppen[0].text()}; 2028: € " in beeld.text(QAccessible.Text.Name)
    for bedrag in (300_000, 0):  # an overschot in some years; and no tekort to draw
        venster.document.zet(("invoer", "gemeentefonds_structureel"), bedrag, "Gemeentefonds")
        venster.document.reken()
        assert not strook.staven.pixmap().isNull()
    venster.document.zet(("invoer", "gemeentefonds_structureel"), None, "Gemeentefonds")
    venster.document.reken()
    assert strook.staven.pixmap().isNull()
    assert "nog niet te zeggen" in strook.staven.accessibleName()


def test_wat_er_staat_wordt_ook_voorgelezen(venster: Hoofdvenster) -> None:
    """A name of its own would hide the text of a label from a screen reader."""
    gezien = 0
    for pagina in [*paginas(venster), venster.werkblad.strook]:
        for label in pagina.findChildren(QLabel):
            if label.isVisibleTo(pagina) and label.text() and not isinstance(label.parent(), Prent):
                naam = QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name)
                assert zonder_opmaak(label.text()).replace("&", "").strip() in naam.replace("&", "")
                gezien += 1
    assert gezien > 200


def test_een_cel_zegt_wat_hij_is(venster: Hoofdvenster) -> None:
    item = tekorttabel(venster).item(0, 1)
    assert item is not None
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Uitvoeringskosten, 2027: € ")


# --- keyboard ----------------------------------------------------------------------------------------------


def test_f9_op_een_veld_een_tabel_en_een_getal(qtbot, venster: Hoofdvenster) -> None:
    with qtbot.waitActive(venster):
        venster.activateWindow()
    blad = venster.werkblad
    venster.werkblad.stappen.kies("keuzes")
    rij = next(r for r in venster.toon_pagina("keuzes").rijen if r.naam == "caseload")
    rij.invulvelden()[0].setFocus()
    venster.waar_vandaan()
    assert blad.uitleg.isVisible()
    assert blad.uitleg.boom.topLevelItem(0).text(0) == "Caseload per fte"
    venster.waar_vandaan()
    assert blad.uitleg.isHidden()
    blad.strook.knoppen[0].setFocus()
    QTest.keyClick(blad.strook.knoppen[0], Qt.Key.Key_Space)
    wortel = blad.uitleg.boom.topLevelItem(0)
    assert wortel.text(0).startswith("Tekort ten opzichte van structurele middelen")
    assert [wortel.child(n).text(0).split(" (")[0] for n in range(wortel.childCount())] == [
        "Uitvoeringskosten",
        "Incidentele kosten",
        "Gemeentefonds structureel, toegerekend",
    ]
    rij.invulvelden()[0].setFocus()  # while it is open, the explanation follows
    assert blad.uitleg.boom.topLevelItem(0).text(0) == "Caseload per fte"
    tabel = tekorttabel(venster)
    tabel.setCurrentCell(0, 2)
    tabel.setFocus()
    venster.waar_vandaan()
    assert blad.uitleg.boom.topLevelItem(0).text(0) == "Uitvoeringskosten (2028)"


def test_uitleg_blijft_open_waar_hij_open_was(venster: Hoofdvenster) -> None:
    blad = venster.werkblad
    blad.strook.knoppen[0].click()
    boom = blad.uitleg.boom
    boom.topLevelItem(0).child(0).setExpanded(True)
    boom.setCurrentItem(boom.topLevelItem(0).child(0).child(0))
    gekozen = boom.currentItem().text(0)
    assert "= " in blad.uitleg.details.text()
    venster.document.zet(("invoer", "caseload"), 61, "Caseload")
    venster.document.reken()
    assert boom.topLevelItem(0).child(0).isExpanded()
    assert boom.currentItem().text(0) == gekozen


def test_kopieren_neemt_de_koppen_mee(venster: Hoofdvenster) -> None:
    tabel = tekorttabel(venster)
    QTest.keyClick(tabel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    regels = QApplication.clipboard().text().split("\n")
    assert regels[0] == "\t2027\t2028\t2029"
    assert regels[1].startswith("Uitvoeringskosten\t€ ")


# --- colours -----------------------------------------------------------------------------------------------


def test_contrast_is_die_van_wcag() -> None:
    assert round(contrast(QColor("#000000"), QColor("#ffffff")), 2) == 21
    assert round(contrast(QColor("#777777"), QColor("#ffffff")), 2) == 4.48  # the textbook case: just too little
    assert contrast(QColor("#123456"), QColor("#123456")) == 1


def rollen(widget: QWidget) -> list[tuple[Rol, Rol]]:
    """The colours in which a widget has text, and what is behind it."""
    if isinstance(widget, QLineEdit):
        return [(Rol.Text, Rol.Base), (Rol.PlaceholderText, Rol.Base)]
    met_link = isinstance(widget, QLabel) and "<a " in widget.text()
    return [(Rol.WindowText, Rol.Window), *([(Rol.Link, Rol.Window)] if met_link else [])]


PAREN = (
    (Rol.WindowText, Rol.Window),
    (Rol.Text, Rol.Base),
    (Rol.Text, Rol.AlternateBase),
    (Rol.ButtonText, Rol.Button),
    (Rol.PlaceholderText, Rol.Base),
    (Rol.HighlightedText, Rol.Highlight),
    (Rol.ToolTipText, Rol.ToolTipBase),
    (Rol.Link, Rol.Window),
    (Rol.Link, Rol.Base),
)
GROEPEN = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


@pytest.fixture(params=THEMAS)
def thema(request, qtbot, venster: Hoofdvenster) -> Iterator[str]:
    """The colours of the system change while the window is open."""
    voor = QApplication.palette()
    QApplication.setPalette(THEMAS[request.param]())
    qtbot.wait(20)
    yield request.param
    QApplication.setPalette(voor)


def test_elke_kleur_van_het_palet_is_leesbaar(venster: Hoofdvenster, thema: str) -> None:
    """Text of every rank, placeholders, headings of tables, links, what is chosen, and what is disabled."""
    assert contrast(accent(QApplication.palette()), QApplication.palette().color(Rol.Window)) >= ZICHTBAAR
    paletten = {}
    for pagina in [*paginas(venster), venster.werkblad]:
        met_tekst = [w for w in pagina.findChildren(QWidget) if not isinstance(w, Lijn)]
        paletten |= {w.palette().cacheKey(): w for w in met_tekst}
    assert len(paletten) > 10
    for widget in paletten.values():
        for groep in GROEPEN:
            for tekst, grond in PAREN:
                voor, achter = widget.palette().color(groep, tekst), widget.palette().color(groep, grond)
                assert voor.alpha() == 255, f"{groep} {tekst} van {widget}"
                assert contrast(voor, achter) >= LEESBAAR, f"{groep} {tekst} van {widget}: {voor} op {achter}"


def test_een_palet_dat_leesbaar_is_blijft_zoals_het_is() -> None:
    palet = leesbaar_palet(hoog_contrast())
    assert leesbaar_palet(palet) == palet
    for rol in (Rol.WindowText, Rol.Text, Rol.ButtonText, Rol.Highlight, Rol.HighlightedText):
        assert palet.color(rol) == hoog_contrast().color(rol)
    link = palet.color(Rol.Link)
    assert contrast(link, palet.color(Rol.Window)) >= LEESBAAR
    assert link.blue() > link.red()  # lighter, and still blue


def test_wat_niet_kan_is_ook_op_zwart_te_herkennen() -> None:
    """A contrast theme may give the same white to a button that is off; it was not to be told from one that is on."""
    palet = leesbaar_palet(hoog_contrast())
    for voor, achter in ((Rol.WindowText, Rol.Window), (Rol.Text, Rol.Base), (Rol.ButtonText, Rol.Button)):
        uit = palet.color(QPalette.ColorGroup.Disabled, voor)
        assert contrast(uit, palet.color(achter)) >= LEESBAAR
        assert contrast(uit, palet.color(voor)) >= ZICHTBAAR


# --- size --------------------------------------------------------------------------------------------------


def platgedrukt(pagina: QWidget) -> list[str]:
    velden = [veld for veld in pagina.findChildren(QLineEdit) if veld.isVisibleTo(pagina)]
    return [veld.accessibleName() for veld in velden if veld.height() < veld.sizeHint().height()]


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_grote_letters(qtbot, venster: Hoofdvenster, factor: float) -> None:
    """With letters of twice the size the window fits the screen, and everything can be scrolled to."""
    voor = QApplication.font()
    groot = QApplication.font()
    groot.setPointSizeF(voor.pointSizeF() * factor)
    try:
        QApplication.setFont(groot)
        ander = Hoofdvenster(type(venster.document)())
        qtbot.addWidget(ander)
        ander.show()
        ander.maak_af()
        ander.document.begin(venster.document.gegevens, None)
        ander.resize(1366, 700)
        qtbot.wait(10)
        for naam in NAMEN:
            ander.werkblad.stappen.kies(naam)
            qtbot.wait(5)
            assert ander.minimumSizeHint().width() <= 1366, naam
            pagina = ander.toon_pagina(naam)
            assert isinstance(pagina, QScrollArea)
            qtbot.waitUntil(lambda p=pagina: not platgedrukt(p), timeout=3000)
            for label in pagina.findChildren(QLabel):
                if label.isVisibleTo(pagina) and not label.wordWrap() and label.text() and label.pixmap().isNull():
                    assert label.width() >= label.minimumSizeHint().width(), label.text()
        ander.document.stapel.setClean()
    finally:
        QApplication.setFont(voor)


def test_letters_zijn_nergens_in_punten_vastgezet(venster: Hoofdvenster) -> None:
    basis = QApplication.font().pointSizeF()
    for pagina in paginas(venster):
        for widget in pagina.findChildren(QWidget):
            verhouding = widget.font().pointSizeF() / basis
            assert 0.9 <= verhouding <= 2.0
    assert venster.werkblad.mapTo(venster, QPoint(0, 0)).y() > 0


# --- small screens -----------------------------------------------------------------------------------------

SMAL = {"200 %": (683, 384), "250 %": (546, 307)}
"""What is left of 1366 x 768 at these scales."""


@pytest.fixture(params=SMAL)
def smal(request, qtbot, venster: Hoofdvenster) -> Hoofdvenster:
    """The window with the example, on a small screen with large letters."""
    venster.document.begin(als_gegevens(groot_voorbeeld()), None)
    venster.resize(*SMAL[request.param])
    qtbot.wait(20)
    return venster


def test_geen_pagina_schuift_opzij(qtbot, smal: Hoofdvenster) -> None:
    for pagina in paginas(smal):
        assert isinstance(pagina, QScrollArea)
        qtbot.wait(90)  # with the answers that come later
        balk = pagina.horizontalScrollBar()
        qtbot.waitUntil(lambda balk=balk: balk.maximum() == 0)
    venster_breed = smal.minimumSizeHint().width()
    assert venster_breed <= min(breed for breed, _ in SMAL.values())


def test_een_breed_bereik_schuift_de_pagina_niet_opzij(qtbot, smal: Hoofdvenster) -> None:
    """A range that makes a field wider than the column that it stood in gives other columns, once the hands are off."""
    smal.werkblad.stappen.kies("instroom")
    pagina = smal.toon_pagina("instroom")
    bereik = "1.000 tot 2.000, verwacht 1.500"
    smal.document.zet(("invoer", "instroom_asiel"), {str(j): bereik for j in range(2027, 2032)}, "Instroom")
    qtbot.waitUntil(lambda: pagina.horizontalScrollBar().maximum() == 0, timeout=3000)
    velden = pagina.rijen[0].invulvelden()
    velden[0].setFocus()
    smal.resize(1366, 768)
    qtbot.wait(10)
    assert smal.focusWidget() is pagina.rijen[0].invulvelden()[0]  # laid out anew, and still there


def test_op_een_smal_scherm_staat_alle_antwoord_in_beeld_en_de_stappen_in_een_lijst(
    qtbot, venster: Hoofdvenster
) -> None:
    blad = venster.werkblad
    assert blad.stappen.isVisible()
    assert blad.stapkeuze.isHidden()
    tekens_naast = [knop.y() for knop in blad.strook.knoppen]
    assert len(set(tekens_naast)) == 1
    venster.resize(683, 384)
    qtbot.wait(20)
    assert blad.stappen.isHidden()
    assert blad.strook.gemeente.isHidden()  # it stands in the title of the window
    assert "Voorbeeldstad" in venster.windowTitle()
    knoppen = blad.strook.knoppen
    assert [knop.y() > knoppen[0].y() for knop in knoppen] == [False] * 3 + [True] * 4
    for knop in knoppen:  # in view, whole
        assert knop.visibleRegion().boundingRect() == knop.rect(), knop.accessibleName()
    keuze = blad.stapkeuze.keuze
    assert keuze.currentText().startswith("1  Gemeente   ")
    assert keuze.currentText().endswith(blad.stappen.stand("gemeente"))
    keuze.setFocus()
    QTest.keyClick(keuze, Qt.Key.Key_Down)
    assert blad.stappen.gekozen_naam == "instroom"
    assert blad.toon_pagina("instroom").isVisible()
    blad.stappen.kies("uitkomst")
    assert keuze.currentText().strip().endswith("Uitkomst")
    venster.resize(1366, 768)
    qtbot.wait(20)
    assert blad.stappen.isVisible()
    assert len({knop.y() for knop in knoppen}) == 1


def test_op_een_smal_scherm_neemt_de_uitleg_de_plaats_van_de_pagina(qtbot, venster: Hoofdvenster) -> None:
    blad = venster.werkblad
    venster.resize(683, 384)
    blad.stappen.kies("keuzes")
    with qtbot.waitActive(venster):
        venster.activateWindow()
    rij = next(r for r in venster.toon_pagina("keuzes").rijen if r.naam == "caseload")
    rij.invulvelden()[0].setFocus()
    venster.waar_vandaan()
    assert blad.uitleg.boom.topLevelItem(0).text(0) == "Caseload per fte"
    assert not rij.isVisible()
    assert blad.uitleg.boom.hasFocus()
    blad.uitleg.sluit.click()
    assert rij.isVisible()
    assert rij.invulvelden()[0].hasFocus()
    venster.waar_vandaan()
    blad.stappen.kies("instroom")  # another page is asked for: that is shown
    assert blad.uitleg.isHidden()
    assert blad.toon_pagina("instroom").isVisible()


def test_de_uitleg_en_de_bevindingen_worden_niet_afgekapt(qtbot, venster: Hoofdvenster) -> None:
    blad = venster.werkblad
    venster.document.zet(("invoer", "wachtlijst_asiel"), 40, "Wachtlijst")
    venster.document.reken()
    blad.strook.knoppen[0].click()
    blad.bevindingen.kop.click()
    for boom, kolom in ((blad.uitleg.boom, 0), (blad.bevindingen.lijst, 2)):
        item = boom.topLevelItem(0)
        breed = boom.fontMetrics().horizontalAdvance(item.text(kolom))
        regels = -(-breed // boom.columnWidth(kolom))
        assert boom.visualItemRect(item).height() >= regels * boom.fontMetrics().lineSpacing()


def test_op_zwart_heeft_een_veld_een_rand(qtbot, venster: Hoofdvenster) -> None:
    """Fusion draws the edge of a field darker than the window: on black it takes another style."""
    voor = QApplication.style().name()
    QApplication.setStyle("Fusion")
    try:
        for palet, stijl in ((hoog_contrast(), "windows"), (THEMAS["licht"](), "fusion")):
            QApplication.setPalette(palet)
            qtbot.waitUntil(lambda s=stijl: QApplication.style().name() == s, timeout=1000)
        QApplication.setPalette(hoog_contrast())
        qtbot.waitUntil(lambda: QApplication.style().name() == "windows", timeout=1000)
        venster.werkblad.stappen.kies("gemeente")
        qtbot.wait(20)
        veld = venster.toon_pagina("gemeente").rijen[0].invulvelden()[0]
        beeld = veld.grab().toImage()
        randen = [beeld.pixelColor(beeld.width() // 2, y) for y in range(beeld.height() // 4)]
        assert max(contrast(kleur, QColor("#000000")) for kleur in randen) >= ZICHTBAAR
    finally:
        QApplication.setStyle(voor)
        QApplication.setPalette(THEMAS["licht"]())


def test_het_kleurenstelsel_komt_tot_rust(qtbot, venster: Hoofdvenster) -> None:
    """Mending colours changes colours: that must not go on by itself. A button that is down can be read on black."""
    stijl, voor = QApplication.style().name(), QApplication.palette()
    QApplication.setStyle("Fusion")
    try:
        QApplication.setPalette(hoog_contrast())
        qtbot.waitUntil(lambda: QApplication.style().name() == "windows", timeout=1000)
        qtbot.wait(50)
        wissels: list[None] = []
        QApplication.instance().paletteChanged.connect(lambda _palet: wissels.append(None))
        qtbot.wait(50)
        assert not wissels
        knop = venster.werkblad.bevindingen.kop
        assert knop.palette().color(Rol.Light) == knop.palette().color(Rol.Button)
    finally:
        QApplication.setStyle(stijl)
        QApplication.setPalette(voor)


def test_de_handleiding_past_op_het_scherm(qtbot, venster: Hoofdvenster) -> None:
    venster.hulp()
    hulp = venster.findChild(Handleiding)
    assert hulp is not None
    beschikbaar = hulp.screen().availableSize()
    assert hulp.width() <= beschikbaar.width()
    assert hulp.height() <= beschikbaar.height()
    hulp.reject()


def test_op_125_procent_staat_het_antwoord_op_een_regel_als_dat_past(qtbot, venster: Hoofdvenster) -> None:
    """The figures stand beside each other where that fits, and never where the last would be cut off."""
    rooster = venster.werkblad.strook.findChild(Antwoordrooster)
    assert rooster is not None
    nodig = rooster.minimumSizeHint().width()  # beside each other, as they stand now
    knoppen = venster.werkblad.strook.knoppen
    for breed, naast in ((nodig + len(venster.werkblad.strook.knoppen), True), (nodig - 1, False)):
        rooster.schik(breed, 0)
        rooster.layout().activate()
        assert (knoppen[0].y() == knoppen[-1].y()) is naast
