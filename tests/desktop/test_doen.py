"""The page with what a gemeente can do: its figures are those of the core, and nothing of before is shown."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.duiding.instroomvarianten import varieer
from core.duiding.knoppen import knoppentabel
from core.duiding.wachten import werk_weg
from core.plan import als_gegevens
from core.regels import Uitkomst, bereken
from core.rekenkunde.regel import GROEPEN
from desktop.blik import Figuur
from desktop.paginas import doen
from desktop.paginas.antwoordvak import Antwoordvak
from desktop.paginas.doen import Doenpagina
from desktop.plaatsen import vind
from desktop.stappen import stap_van
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan

TIJD = 20_000


def bij(pagina: Doenpagina) -> Callable[[], bool]:
    """Whether every part that was asked for is there."""
    vakken: list[Antwoordvak] = [pagina.keuzevak, pagina.wachtvak, pagina.instroomvak]
    return lambda: all(not vak.wacht and vak.inhoud.isVisible() for vak in vakken) and not pagina.doelvak.wacht


@pytest.fixture
def pagina(qtbot, venster: Hoofdvenster) -> Doenpagina:
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    venster.werkblad.stappen.kies("doen")
    pagina = venster.toon_pagina("doen")
    assert isinstance(pagina, Doenpagina)
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    return pagina


@contextmanager
def bezet(pagina: Doenpagina) -> Iterator[None]:
    """Nothing is worked out as long as this lasts."""
    poort = threading.Event()
    pagina.blik.achtergrond.vraag("bezet", lambda: poort.wait(10), lambda _: None)
    try:
        yield
    finally:
        poort.set()


def zoek(qtbot, pagina: Doenpagina, grens: str, *, langer: bool = False) -> None:
    formulier = pagina.doelzoeker.formulier
    formulier.grens.setText(grens)
    formulier.niemand_langer.setChecked(not langer)
    formulier.zoek.click()
    qtbot.waitUntil(lambda: not pagina.doelvak.wacht and pagina.doelvak.inhoud.isVisible(), timeout=TIJD)


def scenario(pagina: Doenpagina) -> Uitkomst:
    """The outcome of the newest scenario, worked out anew."""
    plan, fouten = pagina.document.plan(pagina.document.gegevens["scenarios"][-1]["naam"])
    assert plan is not None, fouten
    return bereken(plan, pagina.document.catalogus)


def uitkomst(pagina: Doenpagina) -> Uitkomst:
    assert pagina.document.uitkomst is not None
    return pagina.document.uitkomst


# --- choices -----------------------------------------------------------------------------------------------


def test_elke_stap_staat_er_met_zijn_effect_en_leidt_naar_zijn_veld(qtbot, venster, pagina: Doenpagina) -> None:
    venster.blik.kies_jaar(2029)
    qtbot.waitUntil(lambda: "2029" in pagina.kop_keuzes.text(), timeout=TIJD)
    tabel, stappen = pagina.keuzes, knoppentabel(uitkomst(pagina), 2029)
    assert tabel.rowCount() == len(stappen) > 10
    # 0,1 fte less, against the plan; the words say the direction, so there is no sign
    rij = next(n for n, s in enumerate(stappen) if s.knop.naam == "fte_beschikbaar" and s.stappen == -1)
    tekort = stappen[rij].tekort
    assert tekort is not None
    assert tekort < 0
    assert tabel.item(rij, 2).text().replace(".", "").replace("\u00a0", " ") == f"€ {-tekort:.0f} minder"
    assert tabel.item(rij, 3).text() == "ingezet 0,1 minder"
    assert tabel.item(rij, 4).text().endswith("langer")
    assert not any("−" in tabel.item(r, k).text() for r in range(tabel.rowCount()) for k in (2, 3, 4, 5))
    tabel.setCurrentCell(rij, 0)
    assert tabel.huidige_figuur() == Figuur("tekort_structureel", (), 2029)
    QTest.keyClick(tabel, Qt.Key.Key_Return)
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"


# --- a target ----------------------------------------------------------------------------------------------


def test_elk_voorstel_haalt_als_scenario_het_doel(qtbot, pagina: Doenpagina) -> None:
    """Worked out anew from the plan with the scenario: at most € 170.000 in 2027, and nobody waits longer."""
    zoek(qtbot, pagina, "170.000")
    voorstellen, basis = pagina.doelzoeker.voorstellen, uitkomst(pagina)
    if voorstellen.meer.isVisible():
        voorstellen.meer.click()
    aantal = len(voorstellen.knoppen)
    assert aantal >= 3
    for nummer in range(aantal):
        voorstel = voorstellen.getoond[nummer]
        voorstellen.knoppen[nummer].click()
        qtbot.waitUntil(bij(pagina), timeout=TIJD)
        na = scenario(pagina)
        tekort = na.waarde("tekort_structureel", moment=2027)
        assert tekort == pytest.approx(voorstel.doelwaarde, abs=0.005)
        assert tekort <= 170_000
        for groep in GROEPEN:
            for jaar, weken in na.reeks("wachtweken", groep).items():
                voor = basis.waarde("wachtweken", groep, moment=jaar)
                assert voor is not None
                assert weken <= voor + 1e-6
        assert pagina.document.scenario == ""  # what is shown stays
        assert pagina.doelgemaakt.isVisible()
    namen = [s["naam"] for s in pagina.document.gegevens["scenarios"]]
    assert len(set(namen)) == len(namen)
    pagina.document.stapel.undo()
    assert len(pagina.document.gegevens["scenarios"]) == len(namen) - 1


def test_binnen_een_scenario_komt_het_voorstel_er_bovenop(qtbot, pagina: Doenpagina) -> None:
    document = pagina.document
    document.kies_scenario("Zonder startklas")
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    zoek(qtbot, pagina, "150.000")
    pagina.doelzoeker.voorstellen.knoppen[0].click()
    assert document.scenario == "Zonder startklas"
    nieuw = document.gegevens["scenarios"][-1]
    assert nieuw["invoer"]["startklas_aan"] is False if "startklas_aan" in nieuw["invoer"] else nieuw["invoer"]
    tekort = scenario(pagina).waarde("tekort_structureel", moment=2027)
    assert tekort is not None
    assert tekort <= 150_000


def test_niet_haalbaar_is_een_antwoord_met_het_dichtstbijzijnde(qtbot, pagina: Doenpagina) -> None:
    zoek(qtbot, pagina, "0")
    voorstellen = pagina.doelzoeker.voorstellen
    assert "Niet haalbaar" in voorstellen.zin.text()
    assert len(voorstellen.knoppen) == 1
    voorstellen.knoppen[0].click()
    tekort = scenario(pagina).waarde("tekort_structureel", moment=2027)
    nu = uitkomst(pagina).waarde("tekort_structureel", moment=2027)
    assert tekort is not None
    assert nu is not None
    assert tekort < nu


def test_grenzen_van_de_gemeente(qtbot, pagina: Doenpagina) -> None:
    formulier = pagina.doelzoeker.formulier
    formulier.met_grenzen.setChecked(True)
    formulier.grenzen.velden["deelname_reiskosten"].setText("30 %")  # it stays as it is
    formulier.grenzen.velden["inhuuraandeel"].setText("20 % tot 30 %")
    zoek(qtbot, pagina, "170.000")
    getoond = pagina.doelzoeker.voorstellen.getoond
    assert getoond
    gewijzigd = {knop.naam: knop.waarde(stappen) for v in getoond for knop, stappen in v.wijzigingen}
    assert "deelname_reiskosten" not in gewijzigd
    assert gewijzigd.get("inhuuraandeel", 0.2) >= 0.2
    formulier.grenzen.velden["inhuuraandeel"].setText("veel")
    formulier.zoek.click()
    assert "inhuur" in formulier.bezwaar.text()


@pytest.mark.parametrize("tekst", ["", "veel", "45.000 tot 60.000", "1.2.3"])
def test_een_doel_is_een_getal(pagina: Doenpagina, tekst: str) -> None:
    formulier = pagina.doelzoeker.formulier
    formulier.grens.setText(tekst)
    assert formulier.vraag is None
    assert formulier.bezwaar.isVisibleTo(pagina)
    formulier.grens.setText("12.3")
    vraag = formulier.vraag
    assert vraag is not None
    assert vraag.grens == 12.3
    assert formulier.bezwaar.isHidden()


def test_een_ander_soort_doel_heeft_zijn_eigen_eenheid(qtbot, pagina: Doenpagina) -> None:
    formulier = pagina.doelzoeker.formulier
    formulier.grens.setText("50.000")
    formulier.soort.setCurrentIndex(3)
    assert formulier.grens.text() == ""
    zoek(qtbot, pagina, "10")
    pagina.doelzoeker.voorstellen.knoppen[0].click()
    weken = scenario(pagina).waarde("wachtweken", "asiel", moment=2027)
    assert weken is not None
    assert weken <= 10


def test_na_stoppen_begint_het_volgende_meteen(qtbot, pagina: Doenpagina, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that would take minutes ends at the press of the button."""
    bezig = threading.Event()

    def zoekt_lang(*_wat: object) -> None:
        *_, tussendoor = _wat
        for _ in range(10_000):
            tussendoor()  # type: ignore[operator]
            bezig.set()
            time.sleep(0.01)

    monkeypatch.setattr("desktop.doen.doelzoeker.zoek", zoekt_lang)
    formulier, gedaan = pagina.doelzoeker.formulier, threading.Event()
    formulier.grens.setText("150.000")
    formulier.zoek.click()
    assert bezig.wait(10)
    formulier.stop.click()
    pagina.blik.achtergrond.vraag("het volgende", gedaan.set, lambda _: None)
    assert gedaan.wait(10)


def test_stoppen(qtbot, pagina: Doenpagina) -> None:
    formulier = pagina.doelzoeker.formulier
    formulier.grens.setText("170.000")
    with bezet(pagina):
        formulier.zoek.click()
        assert formulier.stop.isVisible()
        formulier.stop.click()
        assert formulier.stop.isHidden()
    qtbot.waitUntil(lambda: not pagina.blik.achtergrond.is_bezig, timeout=TIJD)
    assert not pagina.doelvak.inhoud.isVisible()
    assert pagina.doelzoeker.toestand.text().startswith("Gestopt")


# --- patience ----------------------------------------------------------------------------------------------


def test_niets_van_voor_de_wijziging_blijft_staan(qtbot, pagina: Doenpagina) -> None:
    zoek(qtbot, pagina, "170.000")
    document = pagina.document
    with bezet(pagina):
        for caseload in (52, 55):
            document.zet(("invoer", "caseload"), caseload, "Caseload")
            document.reken()
        vakken = (pagina.keuzevak, pagina.doelvak, pagina.wachtvak, pagina.instroomvak)
        assert not any(vak.inhoud.isVisible() for vak in vakken)
        qtbot.waitUntil(pagina.bezig.isVisible)  # after half a second it says that it is busy
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    stap = pagina.keuzes.item(0, 1).text()
    assert stap.startswith("van 55 naar")
    getoond = pagina.doelzoeker.voorstellen.getoond[0]
    eerste = {knop.naam: knop.waarde(s) for knop, s in getoond.wijzigingen}
    plan = {**document.gegevens["invoer"], **{n: w for n, w in eerste.items() if isinstance(w, float)}}
    assert plan["caseload"] == eerste.get("caseload", 55)
    document.zet(("invoer", "caseload"), -3, "Caseload")
    document.reken()
    assert document.fouten
    assert not any(vak.inhoud.isVisible() for vak in vakken)
    pagina.doelzoeker.formulier.zoek.click()
    assert not pagina.doelvak.wacht


def test_buiten_beeld_wordt_niets_uitgerekend(qtbot, venster, pagina: Doenpagina, monkeypatch) -> None:
    gerekend: list[int] = []
    echt = doen.knoppentabel
    monkeypatch.setattr(doen, "knoppentabel", lambda *a: gerekend.append(1) or echt(*a))
    venster.werkblad.stappen.kies("uitkomst")
    venster.document.zet(("invoer", "caseload"), 52, "Caseload")
    venster.document.reken()
    venster.blik.kies_jaar(2028)
    qtbot.waitUntil(lambda: not venster.blik.achtergrond.is_bezig, timeout=TIJD)
    assert gerekend == []
    venster.werkblad.stappen.kies("doen")
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    assert gerekend == [1]
    assert "2028" in pagina.kop_keuzes.text()


# --- waiting and inflow ------------------------------------------------------------------------------------


def test_de_prijs_van_wachten_en_het_wegwerken(qtbot, pagina: Doenpagina) -> None:
    deel, u = pagina.wachten, uitkomst(pagina)
    # the waiting list of a quarter is that of both groups together
    for rij, kwartaal in enumerate(u.tijdas.plankwartalen):
        samen = sum(u.waarde("wachtlijst", g, moment=kwartaal) or 0.0 for g in GROEPEN)
        assert deel.kwartalen.item(rij, 4).text() == f"{samen:.1f}".replace(".", ",")
    assert deel.tekorten.rowCount() == 3
    assert "135 miljoen" in deel.landelijk.text()
    assert "mensen" in deel.prent.beeld.accessibleDescription()
    deel.klaar.setCurrentIndex(deel.klaar.findData(2028))
    plan = werk_weg(u, 2028)
    assert plan is not None
    assert deel.plan.text().replace("\u00a0", " ") == plan.zin
    deel.maak.click()
    na = scenario(pagina)
    for groep in GROEPEN:
        wacht = na.waarde("wachtlijst", groep, moment=8)  # the end of the second year
        assert wacht == pytest.approx(0, abs=1e-6)
    assert pagina.document.gegevens["scenarios"][-1]["naam"] == "Wachtlijst weg eind 2028"


def test_lage_en_hoge_instroom(qtbot, pagina: Doenpagina) -> None:
    deel, u = pagina.instroom, uitkomst(pagina)
    lezing = varieer(u)
    laag = [deel.varianten.item(0, k).text() for k in range(1, 6)]
    assert laag == [f"{lezing.varianten[0].instroom[j]:.1f}".replace(".", ",") for j in u.tijdas.planjaren]
    beste = [o for o in lezing.oordelen if o.nergens_slechter]
    assert deel.beste.rowCount() == len(beste)
    assert deel.andere.rowCount() == len(lezing.oordelen) - len(beste)
    assert deel.onbekend.isHidden()
    effecten = [deel.andere.item(r, k).text().split("\n") for r in range(deel.andere.rowCount()) for k in (1, 2, 3)]
    wachten = [effect[1] for effect in effecten if len(effect) > 1]
    assert wachten
    assert all(re.fullmatch(r"samen [\d.,]+ jaar (langer|korter) wachten\s?", w) for w in wachten)
    assert "wachten over alle mensen" in deel.zin.text()
    pagina.niveaus.laag.setText("−50 %")
    pagina.niveaus.laag.editingFinished.emit()
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    # half of the expected inflow of the plan
    verwacht = sum(u.waarde("instroom", g, moment=2027) or 0.0 for g in GROEPEN)
    assert deel.varianten.item(0, 1).text() == f"{verwacht / 2:.1f}".replace(".", ",")
    pagina.niveaus.laag.setText("−20 % tot 10 %")
    pagina.niveaus.laag.editingFinished.emit()
    assert "één percentage" in pagina.niveaus.bezwaar.text()


def test_een_keuze_leidt_naar_haar_veld(qtbot, venster: Hoofdvenster, pagina: Doenpagina) -> None:
    eerste = next(o for o in varieer(uitkomst(pagina)).oordelen if not o.nergens_slechter)
    tabel = pagina.instroom.andere
    tabel.setCurrentCell(0, 0)
    QTest.keyClick(tabel, Qt.Key.Key_Return)
    onderwerp = vind(eerste.naam, pagina.document.catalogus).onderwerp
    assert venster.werkblad.stappen.gekozen_naam == stap_van(onderwerp).naam
    assert pagina.isHidden()


def test_wat_niet_is_te_zeggen_staat_er_in_woorden(qtbot, pagina: Doenpagina) -> None:
    pagina.document.zet(("invoer", "caseload"), None, "Caseload")
    qtbot.waitUntil(lambda: bij(pagina)() and not pagina.instroom.onbekend.isHidden(), timeout=TIJD)
    assert pagina.instroom.onbekend.text().startswith("Het effect van uw keuzes is niet te zeggen")
    assert pagina.instroom.zin.isHidden()


def test_zonder_bereik_zegt_de_pagina_wat_te_doen(qtbot, venster: Hoofdvenster) -> None:
    venster.werkblad.stappen.kies("doen")
    pagina = venster.toon_pagina("doen")
    assert isinstance(pagina, Doenpagina)
    qtbot.waitUntil(bij(pagina), timeout=TIJD)
    assert "bereik" in pagina.instroom.reden.text()
    assert pagina.instroom.varianten.isHidden()
    assert pagina.wachten.wegwerken.isHidden()
    assert "wacht niemand" in pagina.wachten.zin.text()


def test_naar_de_scenarios(qtbot, venster, pagina: Doenpagina) -> None:
    pagina.wachten.maak.click()
    assert venster.focusWidget() is pagina.wachtgemaakt.bekijk
    pagina.wachtgemaakt.bekijk.click()
    assert venster.werkblad.stappen.gekozen_naam == "scenarios"
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    assert pagina.wachtgemaakt.isHidden()
