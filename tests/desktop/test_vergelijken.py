"""Vergelijken en potjes: the tables are those of core/duiding and core/bevindingen, for the year that is shown."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.bevindingen.potjes import KOSTENSOORTEN
from core.duiding.ritme import korting, prestatie, spukkalender, spukritme
from core.duiding.spiegel import caseloadzin, niet_gespiegeld, spiegel
from core.duiding.toets import landelijke_toets
from core.duiding.zinnen import meer_of_minder
from core.getallen import toon, toon_euro
from core.plan import Plan, als_gegevens
from core.regels import Uitkomst
from desktop.blik import Figuur
from desktop.paginas.cijfertabel import Cijfertabel
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.vergelijken import Vergelijkpagina
from desktop.venster import Hoofdvenster
from tests.benchmarks.voorbeeld import voorbeeldplan

LANG = 20_000


def wacht(qtbot: Any, pagina: Vergelijkpagina) -> None:
    """Until all answers are there."""
    qtbot.waitUntil(
        lambda: not pagina._naloop.isActive() and all(v.inhoud.isVisible() and not v.wacht for v in pagina._vakken),
        timeout=LANG,
    )


@pytest.fixture
def pagina(qtbot, venster: Hoofdvenster) -> Vergelijkpagina:
    venster.document.begin(als_gegevens(voorbeeldplan()), None)
    venster.werkblad.stappen.kies("vergelijken")
    pagina = venster.toon_pagina("vergelijken")
    assert isinstance(pagina, Vergelijkpagina)
    wacht(qtbot, pagina)
    return pagina


def uitkomst(pagina: Vergelijkpagina) -> Uitkomst:
    assert pagina.document.uitkomst is not None
    return pagina.document.uitkomst


def cellen(tabel: Teksttabel) -> list[list[str]]:
    return [regel.split("\t") for regel in tabel.als_tekst().split("\n")[1:]]


def rij(tabel: Cijfertabel, label: str) -> list[str]:
    """The figures behind a label."""
    nummer = next(r for r in range(tabel.rowCount()) if tabel.item(r, 0).text() == label)
    return [tabel.item(nummer, kolom).text() for kolom in range(1, tabel.columnCount())]


@pytest.mark.parametrize("jaar", [2027, 2028])
def test_de_spiegel_is_die_van_het_jaar(pagina: Vergelijkpagina, jaar: int) -> None:
    pagina.blik.kies_jaar(jaar)
    beelden = spiegel(uitkomst(pagina), jaar)
    getoond = cellen(pagina.spiegel.tabel)
    assert len(getoond) == len(beelden)
    anders = 0
    for (wat, eigen, landelijk, oordeel, vraag), beeld in zip(getoond, beelden, strict=True):
        assert f"{wat} in {jaar}: bij u {eigen}, {beeld.tegenover} {landelijk}." in beeld.zin
        assert (oordeel == "ongeveer gelijk") == (beeld.oordeel == "gelijk") == (vraag == "")
        if vraag:
            anders += 1
            assert beeld.zin.endswith(f"U zit {oordeel}. {vraag}")  # asked, not asserted
            assert vraag.endswith("?")
    for nummer, beeld in enumerate(beelden):
        pagina.spiegel.tabel.setCurrentCell(nummer, 0)
        figuur = pagina.spiegel.tabel.huidige_figuur()
        assert (figuur is None) == beeld.label.startswith(("Voorzieningen per asiel", "Andere"))  # sums of two figures
        if figuur is not None:
            assert uitkomst(pagina).waarde(figuur.naam, *figuur.sleutel, moment=figuur.moment) == beeld.eigen
    assert f"{anders} van de {len(beelden)} cijfers" in pagina.spiegel.zin.text()
    assert [b for _, b in cellen(pagina.spiegel.brontabel)] == [b.bron for b in beelden]
    assert pagina.spiegel.caseload.text() == caseloadzin(uitkomst(pagina))


def test_het_ritme_is_dat_van_de_spuk(pagina: Vergelijkpagina) -> None:
    ritme, tabel = spukritme(uitkomst(pagina)), pagina.spuk.tabel
    assert rij(tabel, "Zoals u het krijgt") == [toon_euro(j.baten) for j in ritme.jaren]
    assert rij(tabel, "Door de overgang") == [meer_of_minder(-j.dip) for j in ritme.jaren]
    assert rij(tabel, "In het nieuwe ritme") == [toon_euro(j.baten + j.dip) for j in ritme.jaren]
    standen = rij(tabel, "Reserve eind van het jaar")
    assert standen == ["onbekend", *(toon_euro(j.stand or 0) for j in ritme.jaren[1:])]  # 2026 is before the plan
    tabel.setCurrentCell(tabel.rowCount() - 1, 2)
    assert tabel.huidige_figuur() == Figuur("stand", (), 2027)
    assert ritme.zin in pagina.spuk.zin.text().replace("\u00a0", " ")
    grafiek = pagina.spuk.prent.grafiek
    assert grafiek is not None
    assert [r.waarden for r in grafiek.reeksen[:2]] == [
        tuple(j.baten for j in ritme.jaren),
        tuple(j.baten + j.dip for j in ritme.jaren),
    ]


def test_per_cohort(pagina: Vergelijkpagina) -> None:
    """The cohort of 2025 (28 people) is of the old rhythm; that of 2026 (24 people) of the new one."""
    tabel = pagina.spuk.per_cohort
    ritme = spukritme(uitkomst(pagina))
    oud = {c.jaar: c for j in ritme.jaren for c in j.cohorten if c.cohort == 2025}
    assert rij(tabel, "2025: 28 mensen")[:2] == [toon_euro(oud[2026].bedrag), toon_euro(oud[2027].bedrag)]
    labels = [tabel.item(r, 0).text() for r in range(tabel.rowCount())]
    assert labels[labels.index("2025: 28 mensen") + 1] == "in het nieuwe ritme"
    assert labels[labels.index("2026: 24 mensen") + 1] != "in het nieuwe ritme"


def test_prestatie_en_korting(pagina: Vergelijkpagina) -> None:
    pagina.blik.kies_jaar(2028)
    kort, goed = korting(uitkomst(pagina)), prestatie(uitkomst(pagina))
    assert rij(pagina.spuk.effecten, "Aangekondigde korting") == [meer_of_minder(e.bedrag) for e in kort]
    label = "Afgeronde trajecten (prestatiebekostiging)"
    assert rij(pagina.spuk.effecten, label) == [meer_of_minder(e.bedrag) for e in goed]
    assert pagina.spuk.over_korting.text().replace("\u00a0", " ") == kort[1].zin
    assert pagina.spuk.over_prestatie.text().replace("\u00a0", " ") == goed[1].zin


def test_kalender_van_het_jaar(pagina: Vergelijkpagina) -> None:
    for jaar in (2027, 2029):
        pagina.blik.kies_jaar(jaar)
        assert pagina.kalender.knop.accessibleName() == f"Kalender van de SPUK van {jaar}"
        assert [regel[1:] for regel in cellen(pagina.kalender.tabel)] == [[m.wat, m.bron] for m in spukkalender(jaar)]
    assert cellen(pagina.kalender.tabel)[2][0] == "15 januari 2029"


def test_welke_kosten_uit_welk_potje(venster: Hoofdvenster, pagina: Vergelijkpagina) -> None:
    assert cellen(pagina.kosten.tabel) == [[k.naam, k.pot, k.artikel] for k in KOSTENSOORTEN]
    pagina.kosten.knop.click()
    pagina.kosten.tabel.setCurrentCell(len(KOSTENSOORTEN) - 1, 0)
    QTest.keyClick(pagina.kosten.tabel, Qt.Key.Key_Return)
    assert venster.werkblad.stappen.gekozen_naam == "voorzieningen"


def test_een_kost_in_het_verkeerde_potje(qtbot, venster: Hoofdvenster, pagina: Vergelijkpagina) -> None:
    assert "geen kost" in pagina.potten.zin.text()
    assert pagina.potten.tabel.isHidden()
    pagina.document.zet(("herkomst", "maatschappelijke_begeleiding"), {"bron": "Loon van de consulent"}, "Bron")
    pagina.document.zet(("invoer", "maatschappelijke_begeleiding"), 2500, "Maatschappelijke begeleiding")
    pagina.document.reken()
    wacht(qtbot, pagina)
    assert pagina.potten.zin.isHidden()
    ((waar, wat),) = cellen(pagina.potten.tabel)
    assert waar == "Maatschappelijke begeleiding per asielstatushouder"
    assert '"consulent"' in wat
    pagina.potten.tabel.setCurrentCell(0, 0)
    QTest.keyClick(pagina.potten.tabel, Qt.Key.Key_Return)
    assert venster.werkblad.stappen.gekozen_naam == "voorzieningen"


def test_de_landelijke_toets_staat_er_als_erom_wordt_gevraagd(qtbot, pagina: Vergelijkpagina) -> None:
    toetsen = landelijke_toets(pagina.document.catalogus)
    assert pagina.toets.toetsen == []
    pagina.toets.knop.click()
    qtbot.waitUntil(lambda: bool(pagina.toets.toetsen), timeout=LANG)
    assert pagina.toets.toetsen == toetsen
    assert f"{len(toetsen)} van de {len(toetsen)} komen overeen" in pagina.toets.zin.text()
    for toets, tabel in zip(toetsen, pagina.toets.tabellen, strict=True):
        model = [tabel.item(r, 2).text() for r in range(tabel.rowCount())]
        assert model == [toon(x, toets.decimalen) for x in toets.model]
        bekend = [tabel.item(r, 1).text() for r in range(len(toets.gepubliceerd))]
        assert bekend == [toon(x, toets.decimalen) for x in toets.gepubliceerd]
    pagina.toets.knop.click()
    pagina.toets.knop.click()  # not worked out again
    assert "landelijke toets" not in pagina.blik.achtergrond._nieuwste


def test_zonder_eigen_cijfers_is_er_geen_spiegel(qtbot, venster: Hoofdvenster) -> None:
    """A new plan counts with national figures everywhere: nothing is compared, and the page says so."""
    venster.document.begin(als_gegevens(Plan(2027, 2, invoer={"instroom_asiel": 10.0})), None)
    venster.werkblad.stappen.kies("vergelijken")
    nieuw = venster.toon_pagina("vergelijken")
    assert isinstance(nieuw, Vergelijkpagina)
    wacht(qtbot, nieuw)
    assert spiegel(uitkomst(nieuw), nieuw.blik.jaar) == []
    assert nieuw.spiegel.zin.text() == "Er zijn nog geen eigen cijfers om naast de landelijke te zetten."
    assert nieuw.spiegel.rest.text() == niet_gespiegeld(uitkomst(nieuw))
    assert nieuw.spiegel.tabel.isHidden()


def test_een_ander_scenario_vraagt_opnieuw(qtbot, pagina: Vergelijkpagina) -> None:
    pagina.document.kies_scenario("Zonder startklas")
    pagina.document.reken()
    assert not any(vak.inhoud.isVisible() for vak in pagina._vakken)
    wacht(qtbot, pagina)
    beelden = spiegel(uitkomst(pagina), pagina.blik.jaar)
    assert [regel[1] for regel in cellen(pagina.spiegel.tabel)] == [b.eigen_tekst for b in beelden]


def test_zonder_eerdere_instroom_staat_er_wat_u_invult(qtbot, pagina: Vergelijkpagina) -> None:
    pagina.document.zet(("invoer", "eerdere_instroom_asiel"), None, "Eerdere instroom")
    pagina.document.reken()
    wacht(qtbot, pagina)
    assert "vul de instroom van asielstatushouders van" in pagina.spuk.zin.text()


def test_een_leeg_plan_heeft_een_kalender_en_regels(qtbot, venster: Hoofdvenster, pagina: Vergelijkpagina) -> None:
    venster.document.begin({}, None)
    venster.werkblad.stappen.kies("vergelijken")
    qtbot.waitUntil(lambda: not pagina._naloop.isActive() and not pagina.blik.achtergrond.is_bezig, timeout=LANG)
    assert pagina.kosten.isVisible()
