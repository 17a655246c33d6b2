"""Hostile files: whatever it is, the answer comes within seconds, in bounded memory, and is one clear sentence."""

from __future__ import annotations

import itertools
import os
import re
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.plan import Ernst
from core.regels import bereken
from core.werkboek import lees_werkboek, sjabloon, werkboek
from core.werkboek.keuring import KeuringFout, keur
from core.werkboek.openen import GRENS_ELEMENTEN
from tests.gevallen import als_plan, catalogus
from tests.werkboek.bladhulp import bewerkt, deel_van, een_fout, fouten, leeg, lees, uitvoer

SECONDEN, MEGABYTES = 8, 400
BLAD = "xl/worksheets/sheet2.xml"
"""Invoer_plan in a template."""


@pytest.fixture(autouse=True)
def _begrensd() -> Iterator[None]:
    """Time and memory of every case are bounded."""
    tracemalloc.start()
    begin = time.process_time()
    yield
    _, hoogst = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert time.process_time() - begin < 4 * SECONDEN  # tracing itself makes it some three times slower
    assert hoogst < MEGABYTES * 2**20


def met(extra: dict[str, bytes], soort: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A template with parts added."""
    uit = BytesIO(leeg())
    with zipfile.ZipFile(uit, "a", soort) as zip_:
        for naam, inhoud in extra.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


def zonder(deel: str) -> bytes:
    """A template without a part."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(leeg())) as lezen, zipfile.ZipFile(uit, "w") as schrijven:
        for item in lezen.infolist():
            if item.filename != deel:
                schrijven.writestr(item.filename, lezen.read(item))
    return uit.getvalue()


def zip_met(delen: dict[str, bytes]) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return uit.getvalue()


# --- no workbook at all ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"naam;waarde\r\ncaseload;50\r\n", "geen Excel-werkboek"),
        (b"PK\x03\x04" + bytes(200), "geen Excel-werkboek"),
        (os.urandom(5000), "geen Excel-werkboek"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), ".xls-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (zip_met({}), "geen Excel-werkboek"),
        (zip_met({"word/document.xml": b"<a/>", "[Content_Types].xml": b"<Types/>"}), "geen Excel-werkboek"),
        (zip_met({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "beschadigd"),
        (zip_met({"mimetype": b"application/epub+zip"}), "geen Excel-werkboek"),
        (zip_met({"xl/workbook.bin": b"x", "[Content_Types].xml": b"<Types/>"}), ".xlsb"),
    ],
)
def test_other_files(tmp_path: Path, inhoud: bytes, woorden: str) -> None:
    een_fout(tmp_path, inhoud, "plan.xlsx", woorden)


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9, 0.999])
def test_a_truncated_file(tmp_path: Path, deel: float) -> None:
    inhoud = uitvoer()
    een_fout(tmp_path, inhoud[: int(len(inhoud) * deel)], "plan.xlsx", "geen Excel-werkboek")


def test_damaged_bytes_never_escape(tmp_path: Path) -> None:
    """Each twentieth part of the file overwritten with noise: a plan or a finding, never an exception."""
    inhoud = leeg()
    for i in range(20):
        plek = i * len(inhoud) // 20
        plan, bevindingen = lees(tmp_path, inhoud[:plek] + os.urandom(20) + inhoud[plek + 20 :])
        assert plan is not None or bevindingen


def test_paths_that_are_no_readable_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def zin(pad: Path) -> str:
        plan, (bevinding,) = lees_werkboek(pad, catalogus())
        assert plan is None
        assert bevinding.ernst is Ernst.FOUT
        return bevinding.tekst

    assert "map of een apparaat" in zin(tmp_path)
    assert "bestaat niet" in zin(tmp_path / "weg.xlsx")
    assert "niet te openen" in zin(Path("a\x00b.xlsx"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pijp.xlsx")  # reading it would wait for ever
        assert "apparaat" in zin(tmp_path / "pijp.xlsx")
    vol = tmp_path / "vol.xlsx"
    vol.write_bytes(leeg())

    def geweigerd(*_: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", geweigerd)
    assert "rechten" in zin(vol)


def test_a_large_file(tmp_path: Path) -> None:
    een_fout(tmp_path, leeg() + bytes(21 * 2**20), "plan.xlsx", "groter dan 20 MB")


# --- zip bombs ---------------------------------------------------------------------------------------------


def test_many_parts(tmp_path: Path) -> None:
    een_fout(tmp_path, met({f"xl/media/{i}.png": b"" for i in range(1200)}), "plan.xlsx", "onwaarschijnlijk groot")


def test_a_part_that_claims_to_be_huge(tmp_path: Path) -> None:
    een_fout(tmp_path, met({"xl/media/a.bin": bytes(125 * 2**20)}), "plan.xlsx", "onwaarschijnlijk groot")


def test_a_nested_bomb_is_never_unpacked(tmp_path: Path) -> None:
    plan, bevindingen = lees(tmp_path, met({"xl/embeddings/bom.zip": zip_met({"a": bytes(50 * 2**20)})[: 2**20]}))
    assert plan is not None
    assert bevindingen == []


def met_leugen(naam: str, echt: bytes, gemeld: int) -> bytes:
    """A template in which a part says it is `gemeld` bytes long while it unpacks to all of `echt`."""
    uit = BytesIO(zonder(naam))
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(naam, echt)
    inhoud = bytearray(uit.getvalue())
    lengte = struct.pack("<L", len(echt))
    plekken = [m.start() for m in re.finditer(re.escape(lengte), inhoud)]
    assert len(plekken) >= 2  # the local head and the list at the end
    for plek in plekken:
        inhoud[plek : plek + 4] = struct.pack("<L", gemeld)
    return bytes(inhoud)


@pytest.mark.parametrize("deel", ["xl/sharedStrings.xml", "xl/styles.xml", BLAD, "[Content_Types].xml"])
def test_declared_sizes_that_lie(tmp_path: Path, deel: str) -> None:
    """110 MB of blanks in 110 kB, said to be 1 kB: what comes out counts, not what is said."""
    inhoud = met_leugen(deel, b" " * (110 * 2**20 + 7), 1024)
    assert len(inhoud) < 2**20
    (fout,) = fouten(tmp_path, inhoud)
    assert "geen Excel-werkboek" in fout or "groot" in fout


def test_a_part_that_really_is_too_large(tmp_path: Path) -> None:
    een_fout(tmp_path, bewerkt(leeg(), BLAD, lambda x: x + b" " * (9 * 2**20)), "plan.xlsx", "onwaarschijnlijk groot")


def test_all_parts_together_are_bounded(tmp_path: Path) -> None:
    inhoud = leeg()
    for i in (2, 3, 4, 5, 6):
        inhoud = bewerkt(inhoud, f"xl/worksheets/sheet{i}.xml", lambda x: x + b" " * (7 * 2**20))
    een_fout(tmp_path, inhoud, "plan.xlsx", "onwaarschijnlijk groot")


def test_overlapping_parts(tmp_path: Path) -> None:
    """Every name in the list points to the same compressed bytes."""
    inhoud = bytearray(leeg())
    lijst = [m.start() for m in re.finditer(b"PK\x01\x02", inhoud)]
    doel = inhoud[lijst[0] + 42 : lijst[0] + 46]
    for plek in lijst:
        inhoud[plek + 42 : plek + 46] = doel
    een_fout(tmp_path, bytes(inhoud), "plan.xlsx", "geen Excel-werkboek")


def test_strange_compression_passwords_and_doubles(tmp_path: Path) -> None:
    een_fout(tmp_path, opnieuw(zipfile.ZIP_BZIP2), "plan.xlsx", "geen Excel-werkboek")
    een_fout(tmp_path, opnieuw(zipfile.ZIP_LZMA), "plan.xlsx", "geen Excel-werkboek")
    met_wachtwoord = bytearray(leeg())
    for m in re.finditer(b"PK\x01\x02", bytes(met_wachtwoord)):
        met_wachtwoord[m.start() + 8] |= 1
    een_fout(tmp_path, bytes(met_wachtwoord), "plan.xlsx", "wachtwoord")
    with pytest.warns(UserWarning, match="Duplicate"):
        dubbel = met({"xl/workbook.xml": b"<a/>"})
    een_fout(tmp_path, dubbel, "plan.xlsx", "beschadigd")


def opnieuw(soort: int) -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(leeg())) as lezen, zipfile.ZipFile(uit, "w", soort) as schrijven:
        for item in lezen.infolist():
            schrijven.writestr(item.filename, lezen.read(item))
    return uit.getvalue()


# --- macros, links and document types ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("xl/vbaProject.bin", "macro's"),
        ("xl/elders/VBAPROJECT.BIN", "macro's"),
        ("xl/macrosheets/sheet1.xml", "macro's"),
        ("xl/externalLinks/externalLink1.xml", "andere bestanden"),
        ("xl/connections.xml", "gegevensbron"),
    ],
)
def test_macros_and_links(tmp_path: Path, naam: str, woorden: str) -> None:
    een_fout(tmp_path, met({naam: b"x"}), "plan.xlsx", woorden)


@pytest.mark.parametrize("codering", ["utf-8", "utf-16"])
def test_a_macro_workbook_under_another_name(tmp_path: Path, codering: str) -> None:
    def macro(x: bytes) -> bytes:
        tekst = x.decode().replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")
        return tekst.replace("UTF-8", codering).encode(codering)

    een_fout(tmp_path, bewerkt(leeg(), "[Content_Types].xml", macro), "plan.xlsx", "macro's")


_NIVEAUS = ["lol", *(f"lol{i}" for i in range(1, 10))]
LACHEN = (
    '<!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY {b} "{10 * ("&" + a + ";")}">' for a, b in itertools.pairwise(_NIVEAUS))
    + "]>"
)
DOCTYPES = [
    LACHEN,
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    f"<!--{'x' * 9000}--><!DOCTYPE x>",
]
DELEN = [BLAD, "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "docProps/custom.xml"]


@pytest.mark.parametrize("codering", ["utf-8", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("deel", DELEN)
@pytest.mark.parametrize("doctype", DOCTYPES, ids=["lachen", "bestand", "net", "ver weg"])
def test_document_types_in_any_part(tmp_path: Path, deel: str, doctype: str, codering: str) -> None:
    def vergiftig(x: bytes) -> bytes:
        romp = re.sub(r"^\s*<\?xml[^>]*\?>", "", x.decode())
        hoofd = f'<?xml version="1.0" encoding="{codering[:6] if codering != "utf-8" else codering}"?>'
        merk = b"\xff\xfe" if codering == "utf-16-le" else b""
        return merk + (hoofd + doctype + romp).encode(codering)

    een_fout(tmp_path, bewerkt(leeg(), deel, vergiftig), "plan.xlsx", "documenttype")


# --- XML that is deep, long or lies about itself ------------------------------------------------------------


@pytest.mark.parametrize("deel", DELEN)
def test_deep_nesting(tmp_path: Path, deel: str) -> None:
    diep = b"<a>" * 500_000 + b"</a>" * 500_000
    inhoud = bewerkt(leeg(), deel, lambda x: re.sub(rb"(</\w+>\s*)$", lambda m: diep + m[1], x))
    een_fout(tmp_path, inhoud, "plan.xlsx", "veel meer in dan in een werkboek")


@pytest.mark.steekproef
def test_a_shared_string_bomb(tmp_path: Path) -> None:
    veel = b"<si><t>a</t></si>" * 400_000
    inhoud = bewerkt(leeg(), "xl/sharedStrings.xml", lambda x: x.replace(b"</sst>", veel + b"</sst>"))
    een_fout(tmp_path, inhoud, "plan.xlsx", "sharedStrings.xml", "veel meer")


def met_lange_tekst(cellen: bytes) -> bytes:
    """A template in which the first shared string is 4 MB long, with more rows on the plan sheet."""
    lang = b"1" + b" " * 2**22 + b"x"
    inhoud = bewerkt(
        leeg(), "xl/sharedStrings.xml", lambda x: re.sub(rb"<t>[^<]*</t>", b"<t>" + lang + b"</t>", x, count=1)
    )
    return bewerkt(inhoud, BLAD, lambda x: x.replace(b"</sheetData>", cellen + b"</sheetData>"))


def test_one_long_string_in_every_cell(tmp_path: Path) -> None:
    """5.000 cells share it: it is named short."""
    rij = b'<row r="%d"><c r="B%d" t="s"><v>0</v></c><c r="E%d" t="s"><v>0</v></c></row>'
    gevonden = fouten(tmp_path, met_lange_tekst(b"".join(rij % (n, n, n) for n in range(100, 2600))))
    assert len(gevonden) == 251
    assert all(len(f) < 400 for f in gevonden)


def test_a_long_string_in_a_number_cell_is_not_searched(tmp_path: Path) -> None:
    """Four million spaces where `45 tot 60` may stand: a pattern that looks for it would take hours."""
    inhoud = bewerkt(
        met_lange_tekst(b""),
        BLAD,
        lambda x: re.sub(rb'(<c r="E11")[^>]*?(?:/>|>.*?</c>)', rb'\1 t="s"><v>0</v></c>', x),
    )
    een_fout(tmp_path, inhoud, "blad Invoer_plan, cel E11", "is geen getal")


@pytest.mark.steekproef
def test_a_sheet_with_very_many_cells(tmp_path: Path) -> None:
    cellen = b"<row>" + b"<c><v>1</v></c>" * 200_000 + b"</row>"
    inhoud = bewerkt(leeg(), BLAD, lambda x: x.replace(b"</sheetData>", cellen + b"</sheetData>"))
    een_fout(tmp_path, inhoud, "plan.xlsx", "blad Invoer_plan", "nieuw sjabloon")


@pytest.mark.steekproef
def test_all_sheets_together_have_a_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calculation sheets too: forty of them, each just small enough, would be a gigabyte of cells."""
    monkeypatch.setattr("core.werkboek.openen.GRENS_ELEMENTEN", GRENS_ELEMENTEN // 5)
    inhoud = uitvoer()
    plan, bevindingen = lees(tmp_path, inhoud)
    assert plan is not None, bevindingen  # an honest workbook stays far below it
    rij = b"<sheetData><row>" + b"<c><v>1</v></c>" * 25_000 + b"</row>"
    for naam in ("tekort", "spuk", "inkoop", "controle"):
        deel = deel_van(inhoud, f"Berekening_{naam}")
        inhoud = bewerkt(inhoud, deel, lambda x: re.sub(rb"<sheetData>.*(?=</sheetData>)", rij, x, flags=re.DOTALL))
    een_fout(tmp_path, inhoud, "plan.xlsx", "Berekening_", "veel meer")


def test_a_long_formula_that_all_cells_share_is_worked_out_once_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """Excel allows 8.192 characters; to move those along for every cell would take hours."""

    def blad(formule: str) -> bytes:
        eerste = f'<c r="A1"><f t="shared" si="0">{formule}</f></c>'
        rest = "".join(f'<row r="{r}"><c r="A{r}"><f t="shared" si="0"/></c></row>' for r in range(2, 50))
        kop = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        return f'{kop}<row r="1">{eerste}</row>{rest}</sheetData></worksheet>'.encode()

    keren: list[str] = []
    monkeypatch.setattr("core.werkboek.keuring.verplaatst", lambda f, van, naar: keren.append(f) or f"B{naar[0] + 1}")
    lang = keur(blad("+".join(["B1"] * 2700)))
    assert {lang.formule((rij, 0)) for rij in range(1, 49)} == {""}
    assert keren == []
    kort = keur(blad("B1"))
    for _ in range(3):
        assert [kort.formule((rij, 0)) for rij in range(49)] == [f"B{rij + 1}" for rij in range(49)]
    assert len(keren) == 48


def test_cells_without_addresses(tmp_path: Path) -> None:
    """Cells may leave out their address; then they follow one another, also behind one that has it."""
    rij = b'<row r="90"/><row><c r="C91"/><c><v>1</v></c><c><f>1+1</f><v>2</v></c></row>'
    inhoud = bewerkt(leeg(), BLAD, lambda x: x.replace(b"</sheetData>", rij + b"</sheetData>"))
    gevonden = fouten(tmp_path, inhoud)
    assert [f.partition(":")[0] for f in gevonden] == ["blad Invoer_plan, cel D91", "blad Invoer_plan, cel E91"]


@pytest.mark.steekproef
def test_declared_dimensions_beyond_all_measure(tmp_path: Path) -> None:
    inhoud = leeg()
    for i in range(1, 10):
        inhoud = bewerkt(
            inhoud,
            f"xl/worksheets/sheet{i}.xml",
            lambda x: re.sub(rb'ref="A1:\w+"', b'ref="A1:XFD1048576"', x, count=1),
        )
    assert b"XFD1048576" in zipfile.ZipFile(BytesIO(inhoud)).read(BLAD)
    plan, bevindingen = lees(tmp_path, inhoud)
    assert plan is not None
    assert bevindingen == []


def test_an_empty_input_sheet(tmp_path: Path) -> None:
    inhoud = bewerkt(leeg(), BLAD, lambda x: re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", x, flags=re.DOTALL))
    een_fout(tmp_path, inhoud, "blad Invoer_plan, cel A4", "staat leeg")


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (b'r="A5"', b'r="5A"'),
        (b'<row r="5"', b'<row r="vijf"'),
        (b'<row r="5"', b'<row r="99999999999999999999"'),
        (b'<row r="5"', b'<row r="4"'),
        (b'r="B5"', b'r="B6"'),
        (b'r="B5"', b'r="A5"'),
        (b"</sheetData>", b"</sheet>"),
        (b'<c r="A5" s="', b'<c r="A5" s="abc" x="'),
    ],
)
def test_broken_sheets(tmp_path: Path, oud: bytes, nieuw: bytes) -> None:
    plan, bevindingen = lees(tmp_path, bewerkt(leeg(), BLAD, lambda x: x.replace(oud, nieuw, 1)))
    assert plan is None
    assert "beschadigd" in bevindingen[0].tekst


def test_a_shared_string_that_does_not_exist(tmp_path: Path) -> None:
    inhoud = bewerkt(leeg(), BLAD, lambda x: re.sub(rb"<v>\d+</v>", b"<v>999999</v>", x))
    een_fout(tmp_path, inhoud, "plan.xlsx", "beschadigd")


@pytest.mark.parametrize("deel", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"])
def test_missing_parts(tmp_path: Path, deel: str) -> None:
    een_fout(tmp_path, zonder(deel), "plan.xlsx", "geen Excel-werkboek")


def test_a_missing_sheet_part(tmp_path: Path) -> None:
    een_fout(tmp_path, zonder(BLAD), "plan.xlsx", "beschadigd")


def test_relations_that_point_elsewhere(tmp_path: Path) -> None:
    for doel in (b"../../../etc/passwd", b"/etc/passwd", b"http://example.org/a.xml"):
        inhoud = bewerkt(leeg(), "xl/_rels/workbook.xml.rels", lambda x, d=doel: x.replace(b"worksheets/sheet2.xml", d))
        een_fout(tmp_path, inhoud, "plan.xlsx", "beschadigd")


def test_two_sheets_of_one_name_and_a_strict_workbook(tmp_path: Path) -> None:
    inhoud = bewerkt(leeg(), "xl/workbook.xml", lambda x: x.replace(b"Invoer_instroom", b"Invoer_plan"))
    een_fout(tmp_path, inhoud, "plan.xlsx", "twee keer")
    strikt = bewerkt(
        leeg(),
        "xl/workbook.xml",
        lambda x: x.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml"
        ),
    )
    een_fout(tmp_path, strikt, "plan.xlsx", "strikt")


def test_a_sheet_without_relation(tmp_path: Path) -> None:
    inhoud = bewerkt(leeg(), "xl/workbook.xml", lambda x: x.replace(b'r:id="rId2"', b"", 1))
    een_fout(tmp_path, inhoud, "plan.xlsx", "beschadigd")


def test_absolute_targets_are_understood(tmp_path: Path) -> None:
    inhoud = bewerkt(leeg(), "xl/_rels/workbook.xml.rels", lambda x: x.replace(b"worksheets/", b"/xl/worksheets/"))
    plan, bevindingen = lees(tmp_path, inhoud)
    assert plan is not None, bevindingen


def test_escaped_line_ends_and_a_text_beyond_measure(tmp_path: Path) -> None:
    inhoud = bewerkt(uitvoer(), "xl/sharedStrings.xml", lambda x: x.replace(b"Voorbeeldstad", b"a_x000D_\nb"))
    plan, bevindingen = lees(tmp_path, inhoud)
    assert plan is not None, bevindingen
    assert plan.gemeente.naam == "a\nb"
    lang = b">" + b"a;" * 2**20 + b"<"
    inhoud = bewerkt(uitvoer(), "xl/sharedStrings.xml", lambda x: x.replace(b">Voorbeeldstad<", lang))
    een_fout(tmp_path, inhoud, "blad Invoer_plan, cel E9", "langer dan 30.000 tekens")


def test_keur_refuses_what_is_no_xml() -> None:
    for inhoud in (b"", b"geen xml", b"<a><b></a>", b'<?xml version="1.0" encoding="onzin"?><a/>', b"\xff\xfe<"):
        with pytest.raises(KeuringFout):
            keur(inhoud)
    assert keur(b"<a><b/></a>").rijen == 0


# --- what we write ourselves -------------------------------------------------------------------------------

INJECTIES = ["=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://example.org")', "=cmd|' /C calc'!A0", "{=1+1}"]
INJECTIES += ["http://example.org", "mailto:a@example.org", "internal:Sheet1!A1", "file:///c:/x", "12", "\t=1+1"]


@pytest.mark.parametrize("tekst", INJECTIES)
def test_free_text_is_written_as_text(tmp_path: Path, tekst: str) -> None:
    """No formula, no number and no link is ever made of what somebody typed."""
    plan = als_plan(
        {
            "startjaar": 2027,
            "horizon": 1,
            "gemeente": {
                "naam": tekst,
                "samenwerkingsverband": tekst,
                "cbs_code": tekst,
                "taakveld": {"spuk": tekst.replace(";", "")},
            },
            "invoer": {"caseload": "45 tot 60"},
            "herkomst": {"caseload": {"bron": tekst, "datum": tekst, "door": tekst, "nota": tekst}},
        }
    )
    schoon = als_plan({"startjaar": 2027, "horizon": 1, "invoer": {"caseload": "45 tot 60"}})
    for inhoud, ander in (
        (werkboek(bereken(plan), [], tekst), werkboek(bereken(schoon), [])),
        (sjabloon(plan, catalogus()), sjabloon(schoon, catalogus())),
    ):
        assert aantal(inhoud, rb"<f[ >]") == aantal(ander, rb"<f[ >]")
        assert aantal(inhoud, rb"<hyperlink ") == aantal(ander, rb"<hyperlink ")
        assert not any("externalLink" in naam for naam in zipfile.ZipFile(BytesIO(inhoud)).namelist())
        terug, bevindingen = lees(tmp_path, inhoud)
        assert terug == plan, bevindingen


def aantal(inhoud: bytes, patroon: bytes) -> int:
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        return sum(len(re.findall(patroon, zip_.read(n))) for n in zip_.namelist() if n.startswith("xl/worksheets/"))


def test_no_written_link_leaves_the_workbook() -> None:
    with zipfile.ZipFile(BytesIO(uitvoer())) as zip_:
        for naam in zip_.namelist():
            if naam.endswith(".rels"):
                assert b'TargetMode="External"' not in zip_.read(naam)


def test_formulas_elsewhere_are_never_run(tmp_path: Path) -> None:
    """The calculation sheets of a hostile export may say anything: they are compared and never run."""
    boek = openpyxl.load_workbook(BytesIO(uitvoer()))
    boek["Berekening_tekort"]["E6"] = '=WEBSERVICE("http://example.org")'
    uit = BytesIO()
    boek.save(uit)
    plan, bevindingen = lees(tmp_path, uit.getvalue())
    assert plan is not None, bevindingen
