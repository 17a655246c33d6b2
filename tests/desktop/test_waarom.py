"""Waarom dit tekort: every number is that of core/duiding, and what is old is never shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from core.duiding.bijdragen import TEKORTEN, Waterval, verklaar
from core.duiding.referentie import Referentie
from core.duiding.zekerheid import zekerheid
from core.duiding.zinnen import euro, kans, meer_of_minder
from core.getallen import toon_euro
from core.plan import als_gegevens
from core.rapport.balken import op_volgorde
from desktop.blik import Figuur
from desktop.paginas import waarom
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.waarom import Waarompagina
from desktop.paginas.waterval import VELDEN
from desktop.plaatsen import vind
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan

LANG = 20_000


def wacht(qtbot: Any, pagina: Waarompagina) -> None:
    """Until both answers are there."""
    qtbot.waitUntil(lambda: klaar(pagina), timeout=LANG)


def klaar(pagina: Waarompagina) -> bool:
    vakken = (pagina._eerst, pagina._daarna)
    return pagina._naloop.isActive() is False and all(v.inhoud.isVisible() and not v.wacht for v in vakken)


def niets_te_zien(pagina: Waarompagina) -> bool:
    return not any(v.inhoud.isVisible() for v in (pagina._eerst, pagina._daarna))


@pytest.fixture
def pagina(qtbot, venster: Hoofdvenster) -> Waarompagina:
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    venster.werkblad.stappen.kies("waarom")
    pagina = venster.toon_pagina("waarom")
    assert isinstance(pagina, Waarompagina)
    wacht(qtbot, pagina)
    return pagina


def cellen(tabel: Teksttabel) -> list[list[str]]:
    return [regel.split("\t") for regel in tabel.als_tekst().split("\n")[1:]]


def waterval(pagina: Waarompagina, referentie: Referentie | None = None) -> Waterval:
    uitkomst = pagina.document.uitkomst
    assert uitkomst is not None
    gevonden = verklaar(uitkomst, pagina.gekozen, referentie).in_jaar(pagina.blik.jaar)
    assert gevonden is not None
    return gevonden


def klopt_met(pagina: Waarompagina, w: Waterval) -> None:
    """Sentence, table and chart tell this waterfall and no other."""
    assert pagina.waterval.zin.text().replace("\u00a0", " ") == w.zin
    geld, *staven, kosten = cellen(pagina.waterval.tabel)
    assert geld[2] == toon_euro(w.middelen)
    assert kosten[2] == toon_euro(w.kosten)
    assert [(s[0], s[2], s[3]) for s in staven] == [(s.label, meer_of_minder(s.bedrag), s.zin) for s in op_volgorde(w)]
    grafiek = pagina.waterval.prent.grafiek
    assert grafiek is not None
    assert w.zin in grafiek.in_woorden


# --- every number is that of core/duiding ------------------------------------------------------------------


def test_de_waterval_is_die_van_het_jaar_en_het_tekort(qtbot, pagina: Waarompagina) -> None:
    klopt_met(pagina, waterval(pagina))
    pagina.blik.kies_jaar(2029)
    klopt_met(pagina, waterval(pagina))
    for nummer, begrip in enumerate(TEKORTEN):
        pagina.begrip.setCurrentIndex(nummer)
        wacht(qtbot, pagina)
        assert pagina.gekozen == begrip
        klopt_met(pagina, waterval(pagina))


def test_per_jaar_staat_wie_erover_gaat(pagina: Waarompagina) -> None:
    assert pagina.document.uitkomst is not None
    watervallen = verklaar(pagina.document.uitkomst, pagina.gekozen).watervallen
    tabel = pagina.waterval.per_jaar
    for kolom, w in enumerate(watervallen, 1):
        delen = [tabel.item(rij, kolom).text() for rij in range(tabel.rowCount())]
        assert delen == [*(meer_of_minder(w.van(wie)) for wie in type(w.staven[0].wie)), toon_euro(w.tekort)]
    pagina.waterval.tabel.setCurrentCell(0, 0)
    assert pagina.waterval.tabel.huidige_figuur() == Figuur("gemeentefonds_structureel", (), 2027)
    pagina.waterval.tabel.setCurrentCell(1, 0)  # a cause is no figure of the model
    assert pagina.waterval.tabel.huidige_figuur() is None
    tabel.setCurrentCell(tabel.rowCount() - 1, 2)
    assert tabel.huidige_figuur() == Figuur("tekort_structureel", (), 2028)


def test_de_zekerheid_is_die_van_de_trekkingen(pagina: Waarompagina) -> None:
    assert pagina.document.uitkomst is not None
    z = zekerheid(pagina.document.uitkomst, TEKORTEN)
    deel, jaar = pagina.zekerheid, pagina.blik.jaar
    band, toren = z.band(pagina.gekozen, jaar), z.toren(pagina.gekozen, jaar)
    assert band is not None
    assert toren is not None
    assert deel.zin.text().replace("\u00a0", " ") == f"{band.zin} {z.kanszin(pagina.gekozen, jaar)}"
    for kolom, j in enumerate(pagina.blik.jaren, 1):
        hier = z.band(pagina.gekozen, j)
        assert hier is not None
        hoe_groot = kans(z.kansen[pagina.gekozen, j])
        assert [deel.per_jaar.item(rij, kolom).text() for rij in range(4)] == [*hier.in_woorden, hoe_groot]
    assert [rij[2:] for rij in cellen(deel.tabel)] == [
        [euro(u.laag), euro(u.hoog), euro(u.breedte)] for u in toren.uitslagen
    ]
    assert str(z.zaad) in deel.trekking.text()
    assert deel.buiten.text() == toren.niet_in_de_band
    percelen = [p for p in z.percelen if p.jaar in (jaar, None)]
    assert percelen
    assert [(rij[2], rij[4]) for rij in cellen(deel.percelen)] == [(str(p.minimum), str(p.maximum)) for p in percelen]
    getoond = [b for b in z.banden if b.jaar in (jaar, None)]
    assert deel.cijfers.rowCount() == len(getoond)
    for rij, b in enumerate(getoond):
        assert tuple(deel.cijfers.item(rij, kolom).text() for kolom in (2, 3, 4)) == b.in_woorden


def test_een_rij_brengt_naar_het_veld(venster: Hoofdvenster, pagina: Waarompagina) -> None:
    tabel = pagina.zekerheid.tabel
    rij = next(r for r, regel in enumerate(cellen(tabel)) if regel[0] == "Tarief voor inhuur")
    tabel.setCurrentCell(rij, 0)
    QTest.keyClick(tabel, Qt.Key.Key_Return)
    assert venster.werkblad.stappen.gekozen_naam == "keuzes"
    assert all(vind(veld, venster.document.catalogus).onderwerp for veld in VELDEN.values())
    assert {s.naam for s in waterval(pagina).staven} <= set(VELDEN)


# --- the reference -----------------------------------------------------------------------------------------


def typ(pagina: Waarompagina, naam: str, tekst: str) -> Any:
    rij = next(r for r in pagina.referentie.rijen if r.naam == naam)
    rij.veld.setText(tekst)
    rij.veld.textEdited.emit(tekst)
    return rij


def test_een_eigen_referentie_en_terug(qtbot, pagina: Waarompagina) -> None:
    voor = waterval(pagina)
    typ(pagina, "volume", "100 %")
    assert pagina.referentie.referentie.volume == 1
    anders = waterval(pagina, pagina.referentie.referentie)
    qtbot.waitUntil(lambda: "eigen referentie" in pagina.vergeleken.text(), timeout=LANG)
    klopt_met(pagina, anders)
    assert "aantal mensen" not in {s.label.lower() for s in anders.staven}
    assert "100 % van de aantallen in uw plan" in pagina.vergeleken.text()
    assert pagina.terug.isVisible()
    assert pagina.document.bewaard  # nothing of the plan has changed
    pagina.terug.click()
    qtbot.waitUntil(lambda: "landelijke referentie" in pagina.vergeleken.text(), timeout=LANG)
    assert pagina.terug.isHidden()
    klopt_met(pagina, voor)


def test_wat_niet_kan_telt_niet(pagina: Waarompagina) -> None:
    for naam, tekst, woord in (
        ("volume", "69", "%-teken"),
        ("volume", "0 %", "meer dan 0"),
        ("persoonsjaar", "1.600 tot 1.700", "geen bereik"),
        ("persoonsjaar", "12.345.6", "geen getal"),
        ("aandeel_gezin", "120 %", "tussen 0 en 1"),
        ("begeleidingsduur", "0,5", "minstens 1 kwartaal"),
    ):
        rij = typ(pagina, naam, tekst)
        assert woord in rij._tekst
        assert pagina.referentie.eigen == {}
        typ(pagina, naam, "")
        assert rij._tekst == ""
    assert pagina.referentie.referentie == Referentie.landelijk(pagina.document.catalogus)


def test_een_ander_plan_begint_bij_landelijk(qtbot, pagina: Waarompagina) -> None:
    typ(pagina, "persoonsjaar", "1.900")
    assert pagina.referentie.eigen == {"persoonsjaar": 1900}
    pagina.document.begin(pagina.document.gegevens, None)
    assert pagina.referentie.eigen == {}
    wacht(qtbot, pagina)
    klopt_met(pagina, waterval(pagina))


# --- patience ----------------------------------------------------------------------------------------------


def op_slot(monkeypatch: pytest.MonkeyPatch, sloten: list[threading.Event]) -> Callable[[], int]:
    """Each explanation waits for its own lock; returns how many were begun."""
    begonnen: list[int] = []

    def traag(*vraag: Any) -> Any:
        nummer = len(begonnen)
        begonnen.append(nummer)
        if nummer < len(sloten):
            sloten[nummer].wait(10)
        return verklaar(*vraag)

    monkeypatch.setattr(waarom, "verklaar", traag)
    return lambda: len(begonnen)


def test_wat_oud_is_wordt_nooit_getoond(qtbot, pagina: Waarompagina, monkeypatch: pytest.MonkeyPatch) -> None:
    slot, tweede = threading.Event(), threading.Event()
    begonnen = op_slot(monkeypatch, [slot, tweede])
    oud = pagina.waterval.zin.text()
    pagina.document.zet(("invoer", "caseload"), 40, "Caseload")
    pagina.document.reken()
    assert niets_te_zien(pagina)  # at once, before anything was asked
    qtbot.waitUntil(lambda: begonnen() == 1)
    pagina.document.zet(("invoer", "caseload"), 60, "Caseload")  # while the first is being worked out
    pagina.document.reken()
    assert niets_te_zien(pagina)
    slot.set()
    qtbot.waitUntil(lambda: begonnen() == 2, timeout=LANG)  # the first is there, and thrown away
    assert niets_te_zien(pagina)
    assert pagina.waterval.zin.text() == oud
    tweede.set()
    wacht(qtbot, pagina)
    klopt_met(pagina, waterval(pagina))


def test_na_een_halve_tel_staat_er_dat_hij_rekent(qtbot, pagina: Waarompagina, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = threading.Event()
    op_slot(monkeypatch, [slot])
    pagina.document.zet(("invoer", "caseload"), 40, "Caseload")
    pagina.document.reken()
    assert not pagina.bezig.isVisible()
    qtbot.waitUntil(pagina.bezig.isVisible, timeout=LANG)
    assert pagina.bezig.text() == "Wordt berekend…"
    slot.set()
    wacht(qtbot, pagina)
    assert not pagina.bezig.isVisible()


def test_buiten_beeld_doet_de_pagina_niets(
    qtbot, venster: Hoofdvenster, pagina: Waarompagina, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = threading.Event()
    begonnen = op_slot(monkeypatch, [slot])
    pagina.document.zet(("invoer", "caseload"), 40, "Caseload")
    pagina.document.reken()
    qtbot.waitUntil(lambda: begonnen() == 1)
    venster.werkblad.stappen.kies("keuzes")  # given up
    assert not pagina._eerst.wacht
    slot.set()
    for caseload in (41, 42, 43):
        pagina.document.zet(("invoer", "caseload"), caseload, "Caseload")
        pagina.document.reken()
    qtbot.waitUntil(lambda: not venster.blik.achtergrond.is_bezig, timeout=LANG)
    assert begonnen() == 1
    venster.werkblad.stappen.kies("waarom")
    assert niets_te_zien(pagina)
    wacht(qtbot, pagina)
    klopt_met(pagina, waterval(pagina))


def test_de_focus_komt_terug(qtbot, venster: Hoofdvenster, pagina: Waarompagina) -> None:
    with qtbot.waitActive(venster):
        venster.activateWindow()
    pagina.waterval.tabel.setFocus()
    pagina.document.zet(("invoer", "caseload"), 40, "Caseload")
    pagina.document.reken()
    assert not pagina.waterval.tabel.hasFocus()
    wacht(qtbot, pagina)
    assert pagina.waterval.tabel.hasFocus()


# --- nothing to explain ------------------------------------------------------------------------------------


def test_zonder_gemeentefonds_staat_er_wat_ontbreekt(qtbot, venster: Hoofdvenster, pagina: Waarompagina) -> None:
    pagina.document.zet(("invoer", "gemeentefonds_structureel"), None, "Gemeentefonds")
    pagina.document.reken()
    wacht(qtbot, pagina)
    assert "nog niet te zeggen" in pagina.waterval.zin.text()
    assert pagina.waterval.tabel.isHidden()
    assert pagina.waterval.prent.isHidden()
    (knop,) = pagina.waterval.gaten.findChildren(QPushButton)
    assert knop.text() == "Naar Gemeentefonds structureel, toegerekend"
    knop.click()
    assert venster.werkblad.stappen.gekozen_naam == "middelen"


def test_wat_niet_te_verklaren_is_staat_erbij(qtbot, pagina: Waarompagina) -> None:
    pagina.document.zet(("invoer", "gemeentefonds_structureel"), {"2027": 115_000, "2028": 115_000}, "Gemeentefonds")
    pagina.document.reken()
    wacht(qtbot, pagina)
    klopt_met(pagina, waterval(pagina))
    assert pagina.document.uitkomst is not None
    buiten = verklaar(pagina.document.uitkomst, pagina.gekozen).buiten_beeld
    assert len(buiten) == 3
    assert pagina.waterval.buiten_beeld.text() == "\n".join(buiten)
    assert [pagina.waterval.per_jaar.item(3, k).text() for k in (3, 4, 5)] == ["nog niet te zeggen"] * 3
    pagina.blik.kies_jaar(2029)
    assert pagina.waterval.zin.text() == "Het tekort van 2029 is nog niet te zeggen. Vul eerst dit in:"


def test_zonder_bereik_staat_er_hoe_dat_moet(qtbot, venster: Hoofdvenster, pagina: Waarompagina) -> None:
    from tests.desktop.conftest import voorbeeldplan as kaal

    plan = kaal()
    plan["invoer"] |= {"toeval": False}  # type: ignore[operator]
    venster.document.begin(plan, None)
    venster.werkblad.stappen.kies("waarom")
    wacht(qtbot, pagina)
    assert "45 tot 60" in pagina.zekerheid.eerst.text()
    assert pagina.zekerheid.prent.isHidden()


def test_bij_een_fout_staat_er_geen_oude_uitleg(qtbot, pagina: Waarompagina) -> None:
    pagina.document.zet(("invoer", "caseload"), -3, "Caseload")
    pagina.document.reken()
    qtbot.waitUntil(pagina.toestand.isVisible, timeout=LANG)
    assert niets_te_zien(pagina)
    assert "Herstel eerst de fout" in pagina.toestand.text()
    pagina.document.stapel.undo()
    pagina.document.reken()
    wacht(qtbot, pagina)
    assert pagina.toestand.isHidden()
