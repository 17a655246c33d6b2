"""Rows of a form: paste from Excel, fill to the right, copy with headings, the way back, the source, a scenario."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.duiding.effect import effecten
from core.getallen import hecht
from core.plan import als_gegevens
from core.regels import bereken
from desktop.velden.catalogusrij import Catalogusrij
from desktop.velden.effecten import BEZIG
from desktop.velden.getaltekst import Onleesbaar
from desktop.velden.getalveld import Getalveld
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan as met_bereiken

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
JAREN = ("2027", "2028", "2029")


def rij(venster: Hoofdvenster, stap: str, naam: str) -> Catalogusrij:
    venster.werkblad.stappen.kies(stap)
    return next(r for r in venster.toon_pagina(stap).rijen if r.naam == naam)


def veld(venster: Hoofdvenster, stap: str, naam: str, nummer: int = 0) -> Getalveld:
    gevonden = rij(venster, stap, naam).invulvelden()[nummer]
    assert isinstance(gevonden, Getalveld)
    gevonden.setFocus()
    return gevonden


def plak(in_veld: Getalveld, tekst: str) -> None:
    QApplication.clipboard().setText(tekst)
    QTest.keyClick(in_veld, Qt.Key.Key_V, CTRL)


def test_een_blok_uit_excel(venster: Hoofdvenster) -> None:
    """Two lines of three cells fill both groups, from the cell with the focus on; one step to undo."""
    plak(veld(venster, "instroom", "instroom"), "30\t31\t32\r\n10\t\t1.234,5\r\n")
    assert venster.document.haal(("invoer", "instroom_asiel")) == {"2027": 30, "2028": 31, "2029": 32}
    assert venster.document.haal(("invoer", "instroom_gezin")) == {"2027": 10, "2029": 1234.5}
    venster.document.stapel.undo()
    assert venster.document.haal(("invoer", "instroom_asiel")) == dict.fromkeys(JAREN, 24)


def test_wat_geen_getal_is_blijft_staan_en_wat_niet_past_valt_weg(venster: Hoofdvenster) -> None:
    plak(veld(venster, "instroom", "instroom", 1), "PM\t5\t6\t7")
    waarde = venster.document.haal(("invoer", "instroom_asiel"))
    assert (waarde["2027"], waarde["2028"].tekst, waarde["2029"]) == (24, "PM", 5)
    assert veld(venster, "instroom", "instroom", 1).text() == "PM"
    assert venster.document.stapel.undoText() == "Instroom, asielstatushouders: plakken, 2 getallen passen niet"


def test_een_enkele_cel_is_gewoon_plakken(venster: Hoofdvenster) -> None:
    in_veld = veld(venster, "keuzes", "caseload")
    in_veld.selectAll()
    plak(in_veld, "61\r\n")
    assert venster.document.haal(("invoer", "caseload")) == 61


def test_doortrekken_naar_rechts(venster: Hoofdvenster) -> None:
    in_veld = veld(venster, "instroom", "instroom", 0)
    in_veld.selectAll()
    QTest.keyClicks(in_veld, "40")
    QTest.keyClick(in_veld, Qt.Key.Key_R, CTRL)
    assert venster.document.haal(("invoer", "instroom_asiel")) == dict.fromkeys(JAREN, 40)
    assert venster.document.haal(("invoer", "instroom_gezin")) == dict.fromkeys(JAREN, 12)


def test_rij_met_koppen_naar_excel(venster: Hoofdvenster) -> None:
    QTest.keyClick(veld(venster, "instroom", "instroom"), Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text().split("\n") == [
        "\t2027\t2028\t2029",
        "Instroom, asielstatushouders\t24\t24\t24",
        "Instroom, gezins- en overige migranten\t12\t12\t12",
    ]


def test_menu_van_een_getalveld(venster: Hoofdvenster) -> None:
    from PySide6.QtWidgets import QMenu

    menu = QMenu()
    veld(venster, "instroom", "instroom").eigen_keuzes(menu)
    assert [a.text().split("\t")[0] for a in menu.actions()[1:]] == [
        "Doortrekken naar rechts",
        "Rij kopiëren met koppen",
    ]


def test_terug_naar_de_suggestie(venster: Hoofdvenster) -> None:
    gewicht = rij(venster, "begeleiding", "gewicht_gezin")
    gewicht.meer.click()
    assert gewicht.terug.isHidden()
    venster.document.zet(("invoer", "gewicht_gezin"), 0.5, "Gewicht")
    assert gewicht.klasse.text() == "○ eigen"
    assert gewicht.terug.text() == "Terug naar de suggestie"
    assert gewicht.terug in gewicht.focusvolgorde()
    gewicht.terug.click()
    assert venster.document.haal(("invoer", "gewicht_gezin")) is None
    assert gewicht.klasse.text() == "◐ suggestie"
    assert gewicht.terug.isHidden()


def test_bron_noteren(venster: Hoofdvenster) -> None:
    caseload = rij(venster, "keuzes", "caseload")
    caseload.meer.click()
    assert caseload.herkomst is not None
    bron = caseload.herkomst.velden["bron"]
    assert bron in caseload.focusvolgorde()
    QTest.keyClicks(bron, "Nota <2026>")
    assert venster.document.haal(("herkomst", "caseload")) == {"bron": "Nota <2026>"}
    assert caseload.klasse.text() == "○ eigen, met bron"
    assert caseload.klasse.toolTip() == "Bron: Nota <2026>"
    assert venster.document.plan()[0] is not None
    venster.document.stapel.undo()
    assert venster.document.haal(("herkomst", "caseload")) is None
    assert caseload.klasse.text() == "○ eigen"
    caseload.meer.click()
    assert caseload.meervak.isHidden()
    assert bron not in caseload.focusvolgorde()


def test_meer_zegt_wat_het_is_en_klapt_open(venster: Hoofdvenster) -> None:
    caseload = rij(venster, "keuzes", "caseload")
    assert caseload.meer.accessibleName() == "Meer over Caseload per fte"
    assert "Waar vindt u dit?" in caseload.meer.accessibleDescription()
    assert caseload.meervak.isHidden()
    caseload.meer.setFocus()
    QTest.keyClick(caseload.meer, Qt.Key.Key_Space)
    assert not caseload.meervak.isHidden()
    assert caseload._meer.text() == caseload.meer.accessibleDescription()


# --- the effect of a choice --------------------------------------------------------------------------------


def test_effect_van_een_keuze_volgt_het_typen(qtbot, venster: Hoofdvenster) -> None:
    """Of what stands on screen, or none: while the typing goes on the old effect is not there."""
    caseload = rij(venster, "keuzes", "caseload")
    qtbot.waitUntil(lambda: " meer " in caseload.effect.text())
    eerste, in_veld = caseload.effect.text(), veld(venster, "keuzes", "caseload")
    assert eerste.startswith("Effect op tekort 2027: 5 personen per fte meer scheelt €\u00a0")
    assert eerste in hecht(in_veld.accessibleDescription())
    in_veld.selectAll()
    QTest.keyClicks(in_veld, "9")
    assert caseload.effect.text() == BEZIG
    QTest.keyClicks(in_veld, "0")
    assert caseload.effect.text() == BEZIG
    qtbot.waitUntil(lambda: " meer " in caseload.effect.text())
    verwacht = effecten(bereken(venster.document.uitkomst.plan), 2027)["caseload"]
    assert caseload.effect.text() == hecht(f"Effect op tekort 2027: {verwacht}.")
    assert caseload.effect.text() != eerste
    venster.blik.kies_jaar(2029)
    assert caseload.effect.text() == BEZIG
    qtbot.waitUntil(lambda: "tekort 2029: 5 personen" in caseload.effect.text())


def test_een_effect_van_daarvoor_komt_niet_meer_in_beeld(qtbot, venster: Hoofdvenster) -> None:
    """Work that was under way when a key was struck is thrown away, also when it ends after that key."""
    caseload = rij(venster, "keuzes", "caseload")
    effect = venster.toon_pagina("keuzes").effecten
    qtbot.waitUntil(lambda: " meer " in caseload.effect.text())
    venster.blik.kies_jaar(2028)
    effect._begin()  # the work has begun
    venster.document.zet(("invoer", "caseload"), Onleesbaar("veel", "Geen getal."), "Caseload")
    qtbot.wait(60)
    assert caseload.effect.text() == BEZIG
    qtbot.waitUntil(lambda: caseload.effect.text() != BEZIG)
    assert caseload.effect.text() == "Effect op tekort 2028: nog niet te zeggen."


# --- scenarios ---------------------------------------------------------------------------------------------


def test_in_een_scenario_verandert_alleen_wat_u_verandert(venster: Hoofdvenster) -> None:
    document = venster.document
    caseload = rij(venster, "keuzes", "caseload")
    document.vervang({**document.gegevens, "scenarios": [{"naam": "Hoog", "invoer": {}}]}, "Scenario", "Hoog")
    document.zet(("invoer", "caseload"), 60, "Caseload")
    assert document.gegevens["invoer"]["caseload"] == 50
    assert document.gegevens["scenarios"] == [{"naam": "Hoog", "invoer": {"caseload": 60}}]
    assert caseload.invulvelden()[0].text() == "60"
    assert caseload.klasse.text() == "○ eigen, anders dan Basis"
    document.kies_scenario("")
    assert caseload.invulvelden()[0].text() == "50"
    assert caseload.klasse.text() == "○ eigen"
    document.kies_scenario("Hoog")
    caseload.meer.click()
    assert caseload.terug.text() == "Terug naar Basis"
    caseload.terug.click()
    assert document.gegevens["scenarios"] == [{"naam": "Hoog", "invoer": {}}]
    document.stapel.undo()
    assert document.scenario == "Hoog"
    assert caseload.invulvelden()[0].text() == "60"


def test_een_fout_in_een_scenario_houdt_basis_niet_tegen(venster: Hoofdvenster) -> None:
    document = venster.document
    document.vervang({**document.gegevens, "scenarios": [{"naam": "Hoog", "invoer": {}}]}, "Scenario", "Hoog")
    document.zet(("invoer", "caseload"), Onleesbaar("veel", "Geen getal."), "Caseload")
    document.reken()
    assert not document.actueel
    document.kies_scenario("")
    document.reken()
    assert document.actueel
    plan, weg = document.plan_zonder_fouten()
    assert plan is not None
    assert [b.plaats for b in weg] == ["scenario Hoog, caseload"]
    assert plan.scenarios[0].invoer == {}


def test_een_onmogelijke_waarde_in_een_scenario_wordt_niet_opgeslagen(venster: Hoofdvenster) -> None:
    document = venster.document
    document.vervang(
        {**document.gegevens, "scenarios": [{"naam": "Hoog", "invoer": {"caseload": -3, "gewicht_gezin": 0.5}}]}, "S"
    )
    plan, weg = document.plan_zonder_fouten()
    assert plan is not None
    assert len(weg) == 1
    assert dict(plan.scenarios[0].invoer) == {"gewicht_gezin": 0.5}


def test_effect_van_de_laatste_stap_staat_onder_het_antwoord(qtbot, venster: Hoofdvenster) -> None:
    in_veld = veld(venster, "keuzes", "caseload")
    in_veld.selectAll()
    with qtbot.waitSignal(venster.document.gerekend):
        QTest.keyClicks(in_veld, "2")
    with qtbot.waitSignal(venster.document.gerekend):
        QTest.keyClicks(in_veld, "5")  # compared with 50, where the typing began; not with 2
    vorige, nu = venster.document.vorige, venster.document.uitkomst
    assert vorige is not None
    assert nu is not None
    assert vorige.waarde("caseload") == 50
    assert "Caseload per fte (Basis): tekort structureel 2027 € " in venster.werkblad.strook.stand.text()
    assert venster.werkblad.strook.stand.text().endswith(" hoger dan daarvoor.")


def test_wie_typt_houdt_het_veld(qtbot, venster: Hoofdvenster) -> None:
    """A shorter number or another window leaves room for other columns; fields move only when the typing is done."""
    venster.resize(752, 672)
    venster.document.begin(als_gegevens(met_bereiken()), None)
    venster.werkblad.stappen.kies("instroom")
    qtbot.wait(600)  # the page has come to rest
    in_veld = veld(venster, "instroom", "instroom")
    assert venster.focusWidget() is in_veld
    in_veld.selectAll()
    for teken, breedte in zip("563", (752, 560, 900), strict=True):
        QTest.keyClicks(in_veld, teken)
        venster.resize(breedte, 672)
        qtbot.wait(20)
    assert venster.focusWidget() is in_veld
    assert in_veld.text() == "563"


def test_een_waarde_met_haar_eenheid(venster: Hoofdvenster) -> None:
    """Each number with its own unit: a sign before an amount, one of a kind in the singular, a share as it is."""
    invoer = {
        "loonkosten_fte": 92000,
        "aanloop_asiel": 1,
        "begeleidingsduur": 12,
        "inhuuraandeel": 0.25,
        "incidentele_kosten": {"2027": 5, "2028": 6},
        "bijdrage_samenwerking": "80000 tot 95000",
        "overige_baten": Onleesbaar("PM", "Dit is geen getal."),
    }
    venster.document.begin({"startjaar": 2027, "horizon": 2, "invoer": invoer}, None)
    venster.werkblad.stappen.kies("verantwoording")
    tabel = venster.toon_pagina("verantwoording").eigen
    getoond = {tabel.item(r, 0).text(): tabel.item(r, 2).text() for r in range(tabel.rowCount())}
    assert list(getoond.values()) == [
        hecht(tekst)
        for tekst in (
            "1 kwartaal",
            "12 kwartalen",
            "€ 92.000 per fte",
            "25 %",
            "€ 80.000 tot 95.000",
            "2027: € 5; 2028: € 6",
            "PM",
        )
    ]
