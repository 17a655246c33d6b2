"""The workbook as OpenDocument: the same cells as the .xlsx, read back by the same way, and safe to open."""

from __future__ import annotations

import errno
import os
import re
import time
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from core.plan import Plan
from core.plan.lezen import LANGSTE_TEKST
from core.planbestand import SchrijfFout
from core.regels import bereken
from core.werkboek import lees_werkboek, schrijf_sjabloon, schrijf_werkboek
from core.werkboek.keuring import LANGSTE_FORMULE, MAX_KOLOMMEN
from core.werkboek.ods import als_ods
from core.werkboek.odsformule import als_excelformule, als_openformule
from core.werkboek.odslezen import lees_ods
from core.werkboek.odsstijl import getalstijl
from core.werkboek.odsxml import NAAMRUIMTEN, alineas
from core.werkboek.openen import Pakket, WerkboekFout
from core.werkboek.schrijven import boek_van
from core.werkboek.vel import Blad, Boek, Keuring
from core.werkboek.xlsx import als_xlsx
from tests.gevallen import als_plan, catalogus, willekeurig
from tests.werkboek.bladhulp import een_fout, lees
from tests.werkboek.terughulp import VOORBEELD, boek, met_scenarios, ods
from tests.werkboekhulp import SOFFICE, cellen, herrekend, ongelijke_cellen, verschillen

RUIMTEN = {k: v for k, v in NAAMRUIMTEN.items() if k != "manifest"}
SECONDEN, MEGABYTES = 10, 400


@pytest.fixture(scope="module")
def voorbeeld() -> Boek:
    return boek(als_plan(VOORBEELD))


@pytest.fixture(scope="module")
def inhoud(voorbeeld: Boek) -> bytes:
    return als_ods(voorbeeld)


@pytest.fixture(scope="module")
def content(inhoud: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(deel(inhoud, "content.xml"))


def deel(inhoud: bytes, naam: str) -> bytes:
    return zipfile.ZipFile(BytesIO(inhoud)).read(naam)


# --- formulas ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("excel", "open_"),
    [
        ("=A1+$B$2", "of:=[.A1]+[.$B$2]"),
        ("=Berekening_a!J5", "of:=[$Berekening_a.J5]"),
        ("=SUM(Invoer_S1!$F5:J5,2)", "of:=SUM([$Invoer_S1.$F5:.J5];2)"),
        ('=IF(A1<>"",A1,"a, b!C1 [.D1]; ""e""")', 'of:=IF([.A1]<>"";[.A1];"a, b!C1 [.D1]; ""e""")'),
        ("=INDEX($F12:H12,1,I$7-J3)", "of:=INDEX([.$F12:.H12];1;[.I$7]-[.J3])"),
        ('="€ "&FIXED(0-D12,0)&" tekort"', 'of:="€ "&FIXED(0-[.D12];0)&" tekort"'),
        ("=NA()", "of:=NA()"),
    ],
)
def test_formulas_there_and_back(excel: str, open_: str) -> None:
    assert als_openformule(excel) == open_
    assert als_excelformule(open_) == excel[1:]


def test_references_as_other_programs_write_them() -> None:
    assert als_excelformule("of:=['Invoer_S1'.A1]+[$'Invoer_a'.B2:$'Invoer_a'.B3]") == "Invoer_S1!A1+Invoer_a!B2:B3"
    assert als_excelformule("msoxl:=A1") == ""


def test_every_formula_of_a_workbook_comes_back(voorbeeld: Boek) -> None:
    formules = {c.formule for b in voorbeeld.bladen for rij in b.rijen.values() for c in rij.values() if c.formule}
    assert len(formules) > 2000
    for formule in formules:
        assert als_excelformule(als_openformule(formule)) == formule[1:]


# --- what is in the file -----------------------------------------------------------------------------------


def test_the_package(inhoud: bytes, voorbeeld: Boek) -> None:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        eerste = zip_.infolist()[0]
        assert (eerste.filename, eerste.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert zip_.read(eerste) == b"application/vnd.oasis.opendocument.spreadsheet"
        manifest = ElementTree.fromstring(zip_.read("META-INF/manifest.xml"))
        genoemd = {e.get(f"{{{NAAMRUIMTEN['manifest']}}}full-path") for e in manifest}
        delen = {n for n in zip_.namelist() if n not in ("mimetype", "META-INF/manifest.xml")}
        assert delen <= genoemd
        for naam in delen:
            ElementTree.fromstring(zip_.read(naam))
        meta = zip_.read("meta.xml").decode()
    assert "<dc:language>nl-NL</dc:language>" in meta
    assert 'meta:name="Vingerafdruk"' in meta
    assert als_ods(voorbeeld) == inhoud  # the same workbook gives the same bytes


def test_every_cell_is_there_with_its_formula_and_value(content: ElementTree.Element, voorbeeld: Boek) -> None:
    tabellen = content.findall(".//office:spreadsheet/table:table", RUIMTEN)
    assert [t.get(f"{{{RUIMTEN['table']}}}name") for t in tabellen] == [b.naam for b in voorbeeld.bladen]
    assert all(t.get(f"{{{RUIMTEN['table']}}}protected") == "true" for t in tabellen)
    for tabel, blad in zip(tabellen, voorbeeld.bladen, strict=True):
        for nr, rij in enumerate(tabel.iter(f"{{{RUIMTEN['table']}}}table-row")):
            kolom = 0
            for cel in rij:
                verwacht = blad.rijen.get(nr, {}).get(kolom)
                if verwacht is not None and verwacht.formule:
                    assert cel.get(f"{{{RUIMTEN['table']}}}formula") == als_openformule(verwacht.formule)
                if verwacht is not None and isinstance(verwacht.waarde, float):
                    assert float(cel.get(f"{{{RUIMTEN['office']}}}value", "nan")) == verwacht.waarde
                kolom += int(cel.get(f"{{{RUIMTEN['table']}}}number-columns-repeated", 1))


def test_what_belongs_to_sheets(inhoud: bytes, content: ElementTree.Element, voorbeeld: Boek) -> None:
    """Tables, repeated heads, print ranges, charts with a text for who cannot see them, frozen panes, named styles."""
    ranges = content.findall(".//table:database-range", RUIMTEN)
    assert len(ranges) == sum(b.tabel is not None for b in voorbeeld.bladen) >= 5
    for soort, aantal in (
        ("table:table-header-rows", sum(b.koprijen is not None for b in voorbeeld.bladen)),
        ("table:table-header-columns", sum(b.kopkolommen > 0 for b in voorbeeld.bladen)),
        ("draw:frame", sum(len(b.grafieken) for b in voorbeeld.bladen)),
    ):
        assert len(content.findall(f".//{soort}", RUIMTEN)) == aantal > 0
    kaders = content.findall(".//draw:frame", RUIMTEN)
    assert all(len(k.findtext("svg:desc", "", RUIMTEN)) > 60 for k in kaders)
    for nummer in range(1, len(kaders) + 1):
        grafiek = ElementTree.fromstring(deel(inhoud, f"Object {nummer}/content.xml"))
        assert len(grafiek.findall(".//chart:series", RUIMTEN)) >= 2
    instellingen = deel(inhoud, "settings.xml").decode()
    assert instellingen.count("VerticalSplitPosition") == sum(
        bool(b.bevroren and b.bevroren[0]) for b in voorbeeld.bladen
    )
    stijlen = deel(inhoud, "styles.xml").decode()
    assert 'style:display-name="Planner invoer"' in stijlen
    assert stijlen.count('style:cell-protect="none"') == 3  # invoer, invoertekst, koppelvak
    assert 'fo:page-width="29.7cm"' in stijlen


DECIMAAL = "cell-content-is-decimal-number()"


def test_input_rules() -> None:
    alle = [
        (Keuring(((0, 0, 0, 1),), "lijst", ("ja", "nee")), 'cell-content-is-in-list("ja";"nee")'),
        (Keuring(((0, 0, 0, 0),), "getal", laag=0, hoog=1), DECIMAAL + " and cell-content-is-between(0,1)"),
        (Keuring(((0, 0, 0, 0),), "geheel", laag=1), "cell-content-is-whole-number() and cell-content()>=1"),
        (Keuring(((0, 0, 0, 0),), "getal", laag=0, laag_mag=False, hulp="a<b"), DECIMAAL + " and cell-content()>0"),
        (Keuring(((0, 0, 0, 0),), "getal", hoog=5), DECIMAAL + " and cell-content()<=5"),
        (Keuring(((0, 0, 0, 0),), "getal"), DECIMAAL),
    ]
    leeg = boek_van(bereken(Plan(2027, 1)), [])
    een = Boek(leeg.eigenschappen, {}, [Blad("Een", keuringen=[k for k, _ in alle])])
    xml = ElementTree.fromstring(deel(als_ods(een), "content.xml"))
    voorwaarden = [
        v.get(f"{{{RUIMTEN['table']}}}condition") for v in xml.findall(".//table:content-validation", RUIMTEN)
    ]
    assert voorwaarden == [f"of:{zin}" for _, zin in alle]


@pytest.mark.parametrize(
    ("vorm", "woorden"),
    [
        ("#,##0", ['number:decimal-places="0"', 'number:grouping="true"']),
        ("0.0000", ['number:decimal-places="4"', 'number:min-integer-digits="1"']),
        ("0.0%", ["number:percentage-style", "<number:text>%</number:text>"]),
        ("@", ["number:text-content"]),
        ('#,##0" V";#,##0" N";#,##0', ["<number:text> V</number:text>", 'style:condition="value()&gt;0"', "N1P1"]),
    ],
)
def test_number_formats(vorm: str, woorden: list[str]) -> None:
    xml = getalstijl("N1", vorm)
    assert all(woord in xml for woord in woorden), xml


def test_white_space_in_texts() -> None:
    assert alineas(" a  b\tc\nd & <e>") == (
        '<text:p><text:s text:c="1"/>a <text:s text:c="1"/>b<text:tab/>c</text:p><text:p>d &amp; &lt;e&gt;</text:p>'
    )


# --- there and back ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("zaad", range(12))
def test_an_export_gives_back_the_plan(tmp_path: Path, zaad: int) -> None:
    plan = willekeurig(zaad)
    assert lees(tmp_path, ods(plan), "plan.ods") == (plan, [])


def test_texts_and_provenance_come_back(tmp_path: Path) -> None:
    teksten = ["  twee  spaties ", "tab\thier", "regel 1\nregel 2", "=1+1", "<a> & 'b' \"c\"", "€ 12", "12"]
    gegevens = {
        **VOORBEELD,
        "scenarios": [],
        "gemeente": {"naam": teksten[4], "samenwerkingsverband": teksten[2], "inwonertal": 1234},
        "herkomst": {"caseload": dict(zip(("bron", "datum", "door", "nota"), teksten, strict=False))},
    }
    plan = als_plan(gegevens)
    assert lees(tmp_path, ods(plan), "plan.ods") == (plan, [])


def test_a_template(tmp_path: Path) -> None:
    pad = tmp_path / "sjabloon.ODS"
    schrijf_sjabloon(pad, catalogus(), 2027, 3)
    assert lees_werkboek(pad, catalogus()) == (Plan(2027, 3), [])
    assert zipfile.ZipFile(pad).read("mimetype").endswith(b"spreadsheet")


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_recalculated_it_equals_the_program(tmp_path: Path) -> None:
    """Three plans, one with scenarios: LibreOffice reads the formulas, loses every value, and finds all of them.

    It does so by way of an .xlsx, for it takes over what stands in an .ods: see `zonder_uitkomsten`.
    """
    plannen = [met_scenarios(1), willekeurig(2), willekeurig(5)]
    bronnen = [tmp_path / f"plan{n}.ods" for n in range(3)]
    for pad, plan in zip(bronnen, plannen, strict=True):
        pad.write_bytes(ods(plan))
    herrekend(bronnen, tmp_path / "gelezen")
    kaal = [tmp_path / f"plan{n}.xlsx" for n in range(3)]
    for pad in kaal:
        zonder_uitkomsten(tmp_path / "gelezen" / pad.name, pad)
    for pad, plan in zip(herrekend(kaal, tmp_path / "uit"), plannen, strict=True):
        inhoud = cellen(pad)
        (tmp_path / "zelf.xlsx").write_bytes(als_xlsx(boek(plan)))
        if not plan.scenarios:
            assert verschillen(inhoud, bereken(plan)) == []
        assert ongelijke_cellen(inhoud, cellen(tmp_path / "zelf.xlsx")) == []


def zonder_uitkomsten(bron: Path, doel: Path) -> None:
    """The same workbook, as LibreOffice writes it, every formula without its value."""
    formule = re.compile(rb'<c (r="[A-Z]+\d+"(?: s="\d+")?)(?: t="\w+")?>(<f[^>]*>[^<]*</f>)<v>[^<]*</v>')
    with zipfile.ZipFile(bron) as van, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as naar:
        for item in van.infolist():
            naar.writestr(item, formule.sub(rb"<c \1>\2", van.read(item)))
    assert not any(isinstance(w, int | float) for w in cellen(doel)["Berekening_tekort"][5][5:])


# --- hostile files -----------------------------------------------------------------------------------------

KORT = (
    '<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}" xmlns:draw="{draw}" '
    'xmlns:calcext="{calcext}"><office:body><office:spreadsheet>'
    '<table:table table:name="Invoer_plan">{{}}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
).format(**NAAMRUIMTEN)


def los(rijen: str = "", **delen: bytes | str) -> bytes:
    """A small .ods with these rows on sheet Invoer_plan."""
    uit = BytesIO()
    met = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": b"<m/>",
        "content.xml": KORT.format(rijen),
        **{naam.replace("__", "/").replace("_", "."): inhoud for naam, inhoud in delen.items()},
    }
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in met.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def gelezen(inhoud: bytes) -> dict[tuple[int, int], Any]:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return lees_ods(Pakket(zip_)).invoer["Invoer_plan"]


def test_cells_of_every_kind() -> None:
    rij = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="12"/>'
        '<table:table-cell office:value-type="percentage" office:value="0.5"/>'
        '<table:table-cell office:value-type="currency" office:value="1e3" table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:covered-table-cell office:value-type="date" office:date-value="2027-03-01"/>'
        '<table:table-cell office:value-type="date" office:date-value="2027-03-01T12:00:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT12H"/>'
        '<table:table-cell office:value-type="string"><office:annotation><text:p>noot</text:p></office:annotation>'
        '<text:p>a<text:s text:c="2"/>b<text:tab/><text:line-break/>c</text:p><text:p>d</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string" office:string-value="e"><text:p>f</text:p></table:table-cell>'
        '<table:table-cell calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
        "<table:table-cell/><table:table-cell><text:p> </text:p></table:table-cell></table:table-row>"
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:formula="of:=[.A1]"/></table:table-row>'
    )
    cellen_ = gelezen(los(rij))
    namen = {(0, k): type(w).__name__ for (r, k), w in cellen_.items() if r == 0}
    assert [cellen_[0, k] for k in (0, 1, 2, 3, 4)] == [12, 0.5, 1000.0, 1000.0, True]
    assert (namen[0, 5], namen[0, 6], namen[0, 7]) == ("date", "datetime", "time")
    assert cellen_[0, 8] == "a  b\t\nc\nd"
    assert (cellen_[0, 9], cellen_[0, 10]) == ("e", "#N/A")
    assert (0, 12) not in cellen_
    assert cellen_[1, 0].tekst == cellen_[2, 0].tekst == "A1"


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (los(Basic__script_xml=b"x"), "macro's"),
        (los("<office:event-listeners/>"), "macro's"),
        (los('<table:table-source xmlns:x="y"/>'), "koppelingen"),
        (los("<office:dde-source/>"), "koppelingen"),
        (los("<table:table-row><table:table-cell><table:table/></table:table-cell></table:table-row>"), "beschadigd"),
        (los('<table:table-row table:number-rows-repeated="-1"/>'), "beschadigd"),
        (los('<table:table-row><table:table-cell office:value-type="float"/></table:table-row>'), "beschadigd"),
        (los("<table:table-row>"), "beschadigd"),
        (los(content_xml=b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'), "documenttype"),
        (los(meta_xml=b"<!DOCTYPE x><x/>"), "beschadigd"),
        (los("<a>" * 60 + "</a>" * 60), "veel meer"),
        (los("</table:table><table:table table:name='Invoer_plan'>"), "twee keer"),
        (los(content_xml=b" " * (33 * 2**20)), "onwaarschijnlijk groot"),
        (los(**{"META-INF__manifest_xml": b"<m><encryption-data/></m>"}), "wachtwoord"),
    ],
)
def test_refused(tmp_path: Path, inhoud: bytes, woorden: str) -> None:
    een_fout(tmp_path, inhoud, "plan.xlsx", woorden)


@pytest.mark.parametrize(
    "rijen",
    [
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="16384"/></table:table-row>',
        pytest.param("<a/>" * 2_000_000, marks=pytest.mark.steekproef),
    ],
    ids=["million rows", "many elements"],
)
def test_declared_beyond_all_measure_is_bounded(rijen: str) -> None:
    inhoud = los(rijen)
    tracemalloc.start()
    begin = time.process_time()
    with pytest.raises(WerkboekFout, match=r"veel meer|groot"):
        gelezen(inhoud)
    _, hoogst = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begin < 4 * SECONDEN
    assert hoogst < MEGABYTES * 2**20


def test_what_repeats_is_kept_once_and_short() -> None:
    """200.000 cells with one text and one formula of a million characters: all of them hold the same short copy."""
    lang = "a" * 10**6
    cel_ = f'<table:table-cell table:number-columns-repeated="200" office:value-type="string"><text:p>{lang}</text:p>'
    rijen = f'<table:table-row table:number-rows-repeated="1000">{cel_}</table:table-cell></table:table-row>'
    cellen_ = gelezen(los(rijen))
    assert len(cellen_) == 200_000
    assert len({id(w) for w in cellen_.values()}) == 1
    assert len(cellen_[0, 0]) == LANGSTE_TEKST + 1  # too long for a text, and so refused as one
    met_formule = rijen.replace("office:value-type", f'table:formula="of:={lang}" office:value-type')
    assert len(gelezen(los(met_formule))[999, 199].tekst) <= LANGSTE_FORMULE


def test_spaces_that_are_only_counted() -> None:
    """Ten thousand times 30.000 spaces in one cell would be 300 MB."""
    wit = '<text:s text:c="999999"/>' * 10_000
    rij = f'<table:table-row><table:table-cell office:value-type="string"><text:p>a{wit}b</text:p></table:table-cell>'
    (tekst,) = gelezen(los(f"{rij}</table:table-row>")).values()
    assert len(tekst) == LANGSTE_TEKST + 1


def test_many_cells_in_one_row() -> None:
    """Every cell says it stands for 201: what is out of reach is not written out, and the rest is counted."""
    vol = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="201"/>'
    (ver,) = (p for p in gelezen(los(f"<table:table-row>{vol * 1000}</table:table-row>")) if p[1] >= MAX_KOLOMMEN)
    assert ver == (0, MAX_KOLOMMEN)
    with pytest.raises(WerkboekFout, match="veel meer"):
        gelezen(los(f"<table:table-row>{vol * 300_000}</table:table-row>"))


def test_a_cell_far_away_is_named() -> None:
    rij = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    ver = f'<table:table-row table:number-rows-repeated="5000"/>{rij}'
    (plek,) = gelezen(los(ver))
    assert plek == (5000, 0)


def test_damaged_bytes_never_escape(tmp_path: Path, inhoud: bytes) -> None:
    for i in range(12):
        plek = i * len(inhoud) // 12
        plan, bevindingen = lees(tmp_path, inhoud[:plek] + os.urandom(20) + inhoud[plek + 20 :], "plan.ods")
        assert plan is not None or bevindingen


# --- the old file stays whole ------------------------------------------------------------------------------


@pytest.mark.parametrize("naam", ["plan.xlsx", "plan.ods"])
@pytest.mark.parametrize(
    ("waar", "fout", "woorden"),
    [
        ("fsync", OSError(errno.ENOSPC, "vol"), "De schijf is vol"),
        ("replace", PermissionError(errno.EACCES, "in gebruik"), "Sluit het bestand"),
    ],
)
def test_a_full_disk_and_a_file_that_is_open_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, naam: str, waar: str, fout: OSError, woorden: str
) -> None:
    pad = tmp_path / naam
    pad.write_bytes(b"het oude werkboek")

    def mislukt(*_: object) -> None:
        raise fout

    monkeypatch.setattr(f"core.planbestand.schrijven.os.{waar}", mislukt)
    monkeypatch.setattr("core.planbestand.schrijven.WACHTTIJDEN", ())
    with pytest.raises(SchrijfFout, match=woorden) as gevonden:
        schrijf_werkboek(pad, bereken(Plan(2027, 1)), [])
    assert naam in str(gevonden.value)
    assert pad.read_bytes() == b"het oude werkboek"
    assert list(tmp_path.iterdir()) == [pad]
