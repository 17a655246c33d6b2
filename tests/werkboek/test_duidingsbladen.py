"""The sheets of duiding: the figures of the reading, live where they can be, and never pretending to be."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.duiding.doel import lees_doel
from core.duiding.onzekerheid import Band
from core.duiding.overzicht import Duiding, duid
from core.duiding.toets import landelijke_toets
from core.plan import Plan
from core.regels import Uitkomst, bereken, model
from core.werkboek import lees_werkboek, schrijf_werkboek, werkboek
from core.werkboek.duidingsbladen import VAN_IEDEREEN
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.schrijven import boek_van
from core.werkboek.standblad import HOORT, HOORT_NIET
from core.werkboek.vel import Blad, Boek
from core.werkboek.weergave import NIET_TE_ZEGGEN
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.gevallen import als_plan, catalogus
from tests.werkboek.toegankelijk import bezwaren
from tests.werkboekhulp import cellen, herrekend, ongelijke_cellen, zonder_waarden

BLADEN = [
    "Uitkomst_waterval",
    "Uitkomst_waarom",
    "Uitkomst_waarom_zinnen",
    "Uitkomst_referentie",
    "Uitkomst_zekerheid",
    "Uitkomst_meest_bepalend",
    "Uitkomst_knoppen",
    "Uitkomst_doelen",
    "Uitkomst_wachten",
    "Uitkomst_instroom",
    "Uitkomst_spuk_ritme",
    "Uitkomst_spuk_kalender",
    "Uitkomst_potjes",
    "Spiegel",
    "Landelijke_toets",
    "Uitkomst_stand",
]
VRIJ = ("Uitkomst_spuk_kalender", "Uitkomst_potjes", "Landelijke_toets")
"""Sheets that are the same for every gemeente."""
EERSTE = 4
"""The column of the first plan year on a sheet for readers."""


@cache
def uitkomst() -> Uitkomst:
    return bereken(voorbeeldplan())


@cache
def duiding() -> Duiding:
    doel = lees_doel("tekort_structureel 2028 <= 175.000", uitkomst().plan)
    return duid(uitkomst(), doelen=[doel])


@cache
def boek() -> Boek:
    return boek_van(uitkomst(), [], duiding=duiding())


def met_gemeente(plan: Plan, **anders: Any) -> Uitkomst:
    return bereken(replace(plan, gemeente=replace(plan.gemeente, **anders)))


def rijen(blad: Blad) -> dict[Any, list[Any]]:
    """The rows of a sheet by what stands in the first column (the last of the same)."""
    return {
        cellen_[0].waarde: [cellen_[k].waarde if k in cellen_ else None for k in range(1, max(cellen_) + 1)]
        for cellen_ in blad.rijen.values()
        if 0 in cellen_
    }


def tabel(blad: Blad) -> list[dict[str, Any]]:
    """The rows of a table, by its heads; the space that keeps a euro with its amount as any other."""
    assert blad.tabel is not None
    kop, _, laatste, breed = blad.tabel.vak
    koppen = [blad.rijen[kop][k].waarde for k in range(breed + 1)]
    waarden = [[blad.rijen[r][k].waarde for k in range(breed + 1)] for r in range(kop + 1, laatste + 1)]
    return [
        {str(n): w.replace("\u00a0", " ") if isinstance(w, str) else w for n, w in zip(koppen, rij, strict=True)}
        for rij in waarden
    ]


# --- all sheets --------------------------------------------------------------------------------------------


def test_the_sheets_stand_behind_the_outcome_and_in_the_contents() -> None:
    namen = [blad.naam for blad in boek().bladen]
    begin = namen.index("Uitkomst_waterval")
    assert namen[begin : begin + len(BLADEN)] == BLADEN
    assert namen[begin - 1] == "Inkoop_kwartalen"
    inhoud = [c.doel for rij in boek()["Inhoud"].rijen.values() for c in rij.values() if c.doel]
    assert set(BLADEN) <= set(inhoud)
    assert not set(BLADEN) & {b.naam for b in boek_van(uitkomst(), []).bladen}  # only when asked for


def test_every_sheet_says_whether_it_belongs_to_the_workbook() -> None:
    for naam in BLADEN:
        cel = boek()[naam].rijen[2][0]
        if naam in VRIJ:
            assert (cel.waarde, cel.formule) == (VAN_IEDEREEN, "")
        else:
            assert cel.waarde == HOORT
            assert cel.formule.startswith("=IF(Uitkomst_stand!$D$")
            assert HOORT_NIET in cel.formule


def test_values_are_called_values_with_their_method() -> None:
    """The plan by its kenmerk, the version, and for draws their number and seed."""
    kenmerk = rijen(boek()["Voorblad"])["Kenmerk van het plan"][0]
    for naam in (n for n in BLADEN if n not in (*VRIJ, "Uitkomst_referentie")):
        tekst = " ".join(str(c.waarde) for rij in boek()[naam].rijen.values() for c in rij.values())
        assert f"kenmerk {kenmerk}" in tekst, naam
        assert "rekenen niet mee" in tekst, naam
    for naam in ("Uitkomst_zekerheid", "Uitkomst_meest_bepalend", "Uitkomst_stand"):
        tekst = " ".join(str(c.waarde) for rij in boek()[naam].rijen.values() for c in rij.values())
        assert f"10.000 trekkingen van het hele plan, zaad {duiding().zekerheid.zaad}" in tekst


@pytest.mark.parametrize("gemeente", [{}, {"teken": "lasten_negatief", "eenheid": "duizend"}, {"teken": "VN"}])
def test_the_sheets_are_accessible_and_come_back(gemeente: dict[str, str], tmp_path: Path) -> None:
    """In every sign and unit; and the workbook is read back as its own plan, without one finding."""
    u = met_gemeente(voorbeeldplan(), **gemeente)
    inhoud = werkboek(u, [], duiding=duid(u))
    assert bezwaren(inhoud) == []
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(inhoud)
    plan, bevindingen = lees_werkboek(pad, catalogus())
    assert bevindingen == []
    assert plan is not None
    assert plan.invoer == u.plan.invoer


def test_the_same_in_opendocument(tmp_path: Path) -> None:
    pad = tmp_path / "plan.ods"
    schrijf_werkboek(pad, uitkomst(), [], duiding=duiding())
    plan, bevindingen = lees_werkboek(pad, catalogus())
    assert bevindingen == []
    assert plan is not None
    assert plan.invoer == uitkomst().plan.invoer


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert werkboek(uitkomst(), [], duiding=duiding()) == werkboek(uitkomst(), [], duiding=duiding())


# --- recalculated by another program -----------------------------------------------------------------------


@pytest.mark.libreoffice
def test_another_program_agrees_and_a_changed_workbook_says_so(tmp_path: Path) -> None:
    """Every formula comes to the stored value; with one input changed every sheet says that it is of the old plan."""
    invoer = {
        "methode": "caseload",
        "caseload": 50,
        "loonkosten_fte": 90000,
        "instroom_asiel": "15 tot 25",
        "instroom_gezin": 10,
        "begeleiding_start_asiel": 30,
        "fte_beschikbaar": 1.1,
        "gemeentefonds_structureel": 60000,
        "spuk_onderwijsroute": 0,
    }
    u = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": invoer}))
    bron, kaal, anders = (tmp_path / f"{naam}.xlsx" for naam in ("bron", "kaal", "anders"))
    schrijf_werkboek(bron, u, [], duiding=duid(u))
    zonder_waarden(bron, kaal)
    werk = openpyxl.load_workbook(bron)
    blad = werk["Invoer_middelen"]
    rij = next(r for r in range(5, blad.max_row + 1) if blad.cell(r, 2).value == "gemeentefonds_structureel")
    blad.cell(rij, 5).value = 50_000
    werk.save(anders)
    zelfde, veranderd = map(cellen, herrekend([kaal, anders], tmp_path / "uit"))
    assert ongelijke_cellen(zelfde, cellen(bron)) == []
    assert zelfde["Uitkomst_waarom"][2][0] == HOORT
    for naam in BLADEN:
        if naam not in VRIJ and naam in veranderd:
            assert veranderd[naam][2][0] == HOORT_NIET, naam
    slot = next(r for r in veranderd["Uitkomst_waarom"] if r[0] == "Verschil: moet 0 zijn")
    assert slot[EERSTE : EERSTE + 2] == pytest.approx([-10_000, -10_000])  # ten thousand more short, not in the bars


# --- why ---------------------------------------------------------------------------------------------------


def test_the_bars_of_every_year_add_up_to_the_shortage() -> None:
    """On the sheet itself: causes, their sum as a formula, the live shortage, and the difference."""
    blad, v = boek()["Uitkomst_waarom"], duiding().verklaring
    per_label = rijen(blad)
    for kolom, w in enumerate(v.watervallen, EERSTE):
        namen = {s.label: s for s in w.staven}
        for label, staaf in namen.items():
            assert per_label[label][kolom - 1] == pytest.approx(staaf.bedrag)
            assert per_label[label][1] == staaf.wie.value
        tekort = uitkomst().waarde("tekort_structureel", moment=w.jaar)
        bedragen = [rij[kolom].waarde for nr, rij in sorted(blad.rijen.items()) if nr >= EERSTE_RIJ and kolom in rij]
        oorzaken = bedragen[:-3]
        assert sum(oorzaken) == pytest.approx(tekort, abs=0.01)
        assert bedragen[-3:-1] == [tekort, tekort]
        assert bedragen[-1] == 0
    slot = next(nr for nr, rij in blad.rijen.items() if rij and 0 in rij and rij[0].waarde == "Alle oorzaken samen")
    assert blad.rijen[slot][EERSTE].formule.startswith("=IF(COUNT(E5:E")
    assert "Berekening_tekort!" in blad.rijen[slot + 1][EERSTE].formule
    assert (
        blad.rijen[slot + 2][EERSTE].formule
        == f'=IF(COUNT(E{slot + 2},E{slot + 1})>1,E{slot + 1}-E{slot + 2},"n.t.z.")'
    )
    samen = per_label["Startklas"]
    assert samen[2] == pytest.approx(sum(samen[3:8]))


def test_the_waterfall_goes_from_money_to_cost() -> None:
    blad = boek()["Uitkomst_waterval"]
    w = duiding().verklaring.in_jaar(duiding().jaar)
    assert w is not None
    stappen = tabel(blad)
    assert [s["Stap"] for s in (stappen[0], stappen[-1])] == ["Geld", "Kosten"]
    assert stappen[0]["Tot"] == pytest.approx(w.middelen)
    assert stappen[-1]["Tot"] == pytest.approx(w.kosten)
    for een, ander in itertools.pairwise(stappen[:-1]):
        assert ander["Van"] == pytest.approx(een["Tot"])
        assert ander["Tot"] - ander["Van"] == pytest.approx(ander["Erbij of eraf"])
    for s in stappen:
        # What is drawn: room up to the lower end, then the bar in the column of whose doing it is.
        laag, hoog = sorted((s["Van"], s["Tot"]))
        delen = [s[k] for k in ("Balk: Rijk", "Balk: eigen keuze", "Balk: omstandigheid", "Geld en kosten")]
        assert [x for x in delen if x is not None] == [pytest.approx(hoog - laag)]
        assert s["Begin van de balk"] == pytest.approx(laag)
        assert s["Onder nul"] == 0
        if s["Wie gaat erover"]:
            assert s[f"Balk: {s['Wie gaat erover']}"] is not None
            assert f"({s['Wie gaat erover']})" in s["In de grafiek"]
    assert blad.rijen[4][0].waarde == w.zin
    (grafiek,) = blad.grafieken
    assert [r.naam for r in grafiek.reeksen] == ["", "Rijk", "eigen keuze", "omstandigheid", "geld en kosten"]
    assert "begint waar de vorige eindigt" in grafiek.alt


def test_the_chart_is_a_native_one_of_lying_bars() -> None:
    werk = openpyxl.load_workbook(BytesIO(werkboek(uitkomst(), [], duiding=duiding())))
    for naam, aantal in (("Uitkomst_waterval", 5), ("Uitkomst_meest_bepalend", 2)):
        (grafiek,) = werk[naam]._charts
        assert (grafiek.barDir, grafiek.grouping, len(grafiek.series)) == ("bar", "stacked", aantal)
        assert grafiek.x_axis.scaling.orientation == "maxMin"  # the first row on top
    assert werk["Uitkomst_waterval"]._charts[0].legend is None  # whose doing it is stands in every name
    assert werk["Uitkomst_meest_bepalend"]._charts[0].legend is not None


def test_every_sentence_of_every_year() -> None:
    zinnen = {(r["Jaar"], r["Oorzaak"]): r["Uitleg"] for r in tabel(boek()["Uitkomst_waarom_zinnen"])}
    for w in duiding().verklaring.watervallen:
        assert zinnen[w.jaar, "Alles samen"] == w.zin
        assert all(zinnen[w.jaar, s.label] == s.zin for s in w.staven)
    regels = [(r["Wat"], r["Hoeveel"], r["Waar het vandaan komt"]) for r in tabel(boek()["Uitkomst_referentie"])]
    assert regels == duiding().verklaring.referentie.regels(catalogus())


def test_a_year_that_cannot_be_explained_stays_open() -> None:
    """Money for one of two years: the other has no bars, its sum cannot be told, and no total is given."""
    invoer = {"instroom_asiel": 10, "instroom_gezin": 4, "gemeentefonds_structureel": {"2028": 9000}}
    u = bereken(als_plan({"startjaar": 2027, "horizon": 2, "invoer": invoer}))
    nieuw = boek_van(u, [], duiding=duid(u))
    per_label = rijen(nieuw["Uitkomst_waarom"])
    assert per_label["Aantal mensen"][3] == NIET_TE_ZEGGEN
    assert per_label["Alle oorzaken samen"][3] == NIET_TE_ZEGGEN
    assert per_label["Verschil: moet 0 zijn"][3:5] == [NIET_TE_ZEGGEN, 0.0]
    assert 3 not in next(r for r in nieuw["Uitkomst_waarom"].rijen.values() if r[0].waarde == "Aantal mensen")
    assert "2028" in str(nieuw["Uitkomst_waterval"].rijen[0][0].waarde)
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 1}))
    zonder = boek_van(leeg, [], duiding=duid(leeg))
    namen = {b.naam for b in zonder.bladen}
    assert not {"Uitkomst_waterval", "Uitkomst_waarom", "Uitkomst_meest_bepalend", "Uitkomst_doelen"} & namen
    assert tabel(zonder["Spiegel"])[0]["Cijfer"] == "Niets te melden."
    assert tabel(zonder["Uitkomst_spuk_ritme"])[0]["Uitleg bij het jaar"] == "Nog niet te zeggen."
    vroeg = bereken(als_plan({"startjaar": 2022, "horizon": 1}))  # before the transition
    ritme = tabel(boek_van(vroeg, [], duiding=duid(vroeg))["Uitkomst_spuk_ritme"])
    assert ritme[0]["Uitleg bij het jaar"] == "Niets te melden."
    assert bezwaren(werkboek(leeg, [], duiding=duid(leeg))) == []


def test_a_waterfall_below_nothing_is_drawn_below_nothing() -> None:
    """Money of 100 and a bar of −150: what lies below zero is a part of its own, and the chart has it."""
    d = duiding()
    w = d.verklaring.in_jaar(2028)
    assert w is not None
    eerste = replace(w.staven[0], bedrag=-150.0)
    diep = replace(w, middelen=100.0, staven=(eerste,), tekort=-150.0)
    nieuw = boek_van(uitkomst(), [], duiding=replace(d, verklaring=replace(d.verklaring, watervallen=(diep,))))
    geld, balk, kosten = tabel(nieuw["Uitkomst_waterval"])
    assert (geld["Balk: Rijk"], geld["Geld en kosten"], geld["Onder nul"]) == (None, 100.0, 0.0)
    assert (balk["Balk: Rijk"], balk["Onder nul"], balk["Begin van de balk"]) == (100.0, -50.0, 0.0)
    assert (kosten["Geld en kosten"], kosten["Onder nul"], kosten["Tot"]) == (0.0, -50.0, -50.0)
    assert [r.naam for r in nieuw["Uitkomst_waterval"].grafieken[0].reeksen][-1] == "Onder nul"


# --- how sure, choices, waiting ----------------------------------------------------------------------------


def test_bands_are_those_of_the_draws() -> None:
    blad = boek()["Uitkomst_zekerheid"]
    banden = {b.plek: b.band for b in duiding().zekerheid.banden}
    gevonden = 0
    for rij in blad.rijen.values():
        woord = rij[2].waarde if 2 in rij else None
        veld = {"laag (P10)": "p10", "midden (P50)": "p50", "hoog (P90)": "p90"}.get(str(woord))
        figuur = next((g for g in model() if 0 in rij and g.label == rij[0].waarde and g.tijd.value == "jaar"), None)
        if veld and figuur:
            for kolom, jaar in enumerate(uitkomst().plan.planjaren, EERSTE):
                if (band := banden.get((figuur.id, jaar))) is not None:
                    assert rij[kolom].waarde == pytest.approx(getattr(band, veld))
                    gevonden += 1
    assert gevonden > 300
    contract = next(b for b in duiding().zekerheid.banden if b.plek[0][0] == "contractwaarde_met_opties")
    getoond = [r[3].waarde for r in blad.rijen.values() if 3 in r and r[0].waarde == contract.label]
    assert getoond == [contract.band.p10, contract.band.p50, contract.band.p90]
    tekst = " ".join(str(r[0].waarde) for r in blad.rijen.values() if 0 in r)
    assert "Niet in de bandbreedte: verhuizingen" in tekst


def test_with_costs_negative_the_lowest_comes_first() -> None:
    """A tekort of 10 to 20 is shown as −20 to −10, in thousands where the gemeente wants so."""
    u = met_gemeente(voorbeeldplan(), teken="lasten_negatief", eenheid="duizend")
    d = duid(u)
    z = d.zekerheid
    banden = tuple(
        replace(b, band=Band(10_000.0, 14_000.0, 20_000.0)) if b.plek[0][0] == "tekort_totaal" else b for b in z.banden
    )
    blad = boek_van(u, [], duiding=replace(d, zekerheid=replace(z, banden=banden)))["Uitkomst_zekerheid"]
    label = model()["tekort_totaal", ()].label
    assert [r[EERSTE].waarde for r in blad.rijen.values() if 0 in r and r[0].waarde == label] == [-20.0, -14.0, -10.0]
    bepalend = boek_van(u, [], duiding=d)["Uitkomst_meest_bepalend"]
    eerste = next(t for t in z.torens.values() if t.plek[1] == d.jaar)
    assert tabel(bepalend)[0]["In het plan"] == pytest.approx(-eerste.punt / 1000)
    gewoon = boek()["Uitkomst_meest_bepalend"]
    gezegd = [
        any("Een tekort is negatief." in str(cel.waarde) for rij in b.rijen.values() for cel in rij.values())
        for b in (bepalend, gewoon)
    ]
    assert gezegd == [True, False]
    waterval = tabel(boek_van(u, [], duiding=d)["Uitkomst_waterval"])
    assert waterval[0]["Erbij of eraf"] == pytest.approx(115.0)


def test_what_decides_most_has_its_swing_beside_the_plan() -> None:
    blad = boek()["Uitkomst_meest_bepalend"]
    eerste = next(t for t in duiding().zekerheid.torens.values() if t.plek[1] == duiding().jaar)
    getoond = tabel(blad)
    for uitslag, rij in zip(eerste.uitslagen, getoond, strict=False):
        assert rij["Invoer"] == uitslag.label
        assert rij["Soort"] == ("toeval" if uitslag.toeval else "bereik")
        assert rij["In het plan"] == pytest.approx(eerste.punt)
        assert rij["Verschil"] == pytest.approx(uitslag.breedte)
        assert rij["Hoger dan in het plan"] - rij["Lager dan in het plan"] == pytest.approx(uitslag.breedte)
    assert len(getoond) == sum(len(t.uitslagen) for t in duiding().zekerheid.torens.values())


def test_choices_targets_and_inflow() -> None:
    for rij, knop in zip(tabel(boek()["Uitkomst_knoppen"]), duiding().knoppen, strict=True):
        assert (rij["Keuze"], rij["In woorden"]) == (knop.knop.in_woorden(knop.stappen), knop.zin)
        assert rij["Tekort erbij of eraf"] == knop.tekort
        assert rij["Fte ingezet"] == knop.fte_ingezet
        assert rij["Weken wachten, asiel"] == knop.wachtweken["asiel"]
    (antwoord,) = duiding().antwoorden
    zinnen = [r["Uitleg"] for r in tabel(boek()["Uitkomst_doelen"])]
    voorstellen = [v.zin(antwoord.doel) for v in (*antwoord.enkel, *antwoord.samen)]
    assert zinnen == [antwoord.zin, *voorstellen, antwoord.gezocht]
    oordelen = [(r["Keuze"], r["Oordeel"]) for r in tabel(boek()["Uitkomst_instroom"])]
    assert oordelen == [(o.keuze, o.oordeel) for o in duiding().instroom.oordelen]


def test_clearing_the_list_per_year_and_together() -> None:
    blad = boek()["Uitkomst_wachten"]
    getoond = [r for nr, r in sorted(blad.rijen.items()) if nr >= EERSTE_RIJ and 2 in r]
    for plan, (fte, kosten) in zip(
        duiding().wegwerkplannen, zip(getoond[::2], getoond[1::2], strict=True), strict=True
    ):
        assert fte[2].waarde == f"eind {plan.klaar}"
        assert [fte[EERSTE + n].waarde for n in range(5)] == list(plan.extra.values())
        assert [kosten[EERSTE + n].waarde for n in range(5)] == pytest.approx(list(plan.kosten.values()))
        assert kosten[3].waarde == pytest.approx(plan.totaal)
        assert kosten[3].formule.startswith("=SUM(E")
    zonder_loon = {
        "methode": "caseload",
        "caseload": 50,
        "fte_beschikbaar": 1,
        "instroom_asiel": 40,
        "instroom_gezin": 1,
    }
    u = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": zonder_loon}))
    arm = boek_van(u, [], duiding=duid(u))
    kosten = next(r for r in arm["Uitkomst_wachten"].rijen.values() if r[0].waarde == "Extra uitvoeringskosten")
    assert EERSTE not in kosten
    assert tabel(arm["Uitkomst_knoppen"])[0]["Tekort erbij of eraf"] is None


# --- the SPUK and the country ------------------------------------------------------------------------------


def test_the_rhythm_per_cohort() -> None:
    delen = [(j, c) for j in duiding().ritme.jaren for c in j.cohorten]
    for rij, (jaar, c) in zip(tabel(boek()["Uitkomst_spuk_ritme"]), delen, strict=True):
        assert (rij["Jaar"], rij["Cohort"], rij["Personen"]) == (jaar.jaar, c.cohort, c.personen)
        assert rij["Minder door de overgang"] == pytest.approx(c.nieuw_ritme - c.bedrag)


def test_the_landelijke_toets_is_that_of_the_program() -> None:
    """Each part beside what was published; the difference is a formula."""
    blad = boek()["Landelijke_toets"]
    getoond = tabel(blad)
    toetsen = landelijke_toets(catalogus())
    assert [r["Model"] for r in getoond] == [x for t in toetsen for x in t.model]
    per_toets = {t.naam: t for t in toetsen}
    for r in getoond:
        t = per_toets[r["Toets"]]
        if t.gepubliceerd:
            assert r["Verschil"] == pytest.approx(r["Model"] - r["Gepubliceerd of afgeleid"])
            assert r["Gepubliceerd of afgeleid"] in t.gepubliceerd
        else:
            assert (r["Gepubliceerd of afgeleid"], r["Verschil"]) == (None, None)
    assert blad.rijen[EERSTE_RIJ][5].formule == "=E5-D5"
    spiegels = [(r["Cijfer"], r["Bij u"], r["Oordeel"]) for r in tabel(boek()["Spiegel"])]
    assert spiegels == [(s.label, s.eigen_tekst, s.oordeel) for s in duiding().spiegel]
