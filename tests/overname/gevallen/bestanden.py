"""Kinds of files: csv in every encoding, old and broken workbooks, and files made to do harm."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import openpyxl

from tests.overname.gevallen.geval import BLAD, Geval, boek, herschreven, komma, met_deel, opgeslagen

NAAM, DOEL = "Instroom asiel", "instroom_asiel"
UIT = {DOEL: {2026: 30, 2027: 32.5}}
GEWOON = boek(("", 2026, 2027), (NAAM, 30, 32.5))
KOMMA = f";2026;2027\n{NAAM};30;32,5"


def _goed(naam: str, inhoud: Any, soort: str = "xlsx", **kw: Any) -> Geval:
    return Geval(naam, inhoud, {NAAM: DOEL}, UIT, soort=soort, **kw)


def _geweigerd(naam: str, inhoud: Any, zegt: str, soort: str = "xlsx") -> Geval:
    return Geval(naam, inhoud, zegt=(zegt,), soort=soort)


def _xml(wijzig: Any) -> Any:
    return herschreven(GEWOON, BLAD, wijzig)


def _bom() -> bytes:
    """A sheet that unpacks to fifty times what it seems."""
    uit = BytesIO(GEWOON())
    with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("xl/media/a.xml", b" " * (130 * 2**20))
    return uit.getvalue()


def _ods() -> bytes:
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w") as zip_:
        zip_.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        zip_.writestr("content.xml", "<a/>")
    return uit.getvalue()


def _grafiekblad() -> bytes:
    werkboek = openpyxl.Workbook()
    blad = werkboek.active
    blad.title = "Begroting"
    blad.append(["", 2026, 2027])
    blad.append([NAAM, 30, 32.5])
    grafiek = openpyxl.chart.BarChart()
    grafiek.add_data(openpyxl.chart.Reference(blad, min_col=2, min_row=1, max_col=3, max_row=2))
    werkboek.create_chartsheet("Grafiek").add_chart(grafiek)
    return opgeslagen(werkboek)


def _twee_bladen() -> bytes:
    werkboek = openpyxl.Workbook()
    werkboek.active.append(["Alle bedragen in dit bestand zijn x € 1.000"])
    blad = werkboek.create_sheet("Begroting")
    for rij in (["", 2026], ["Structureel", 412.5]):
        blad.append(rij)
    return opgeslagen(werkboek)


def _veel_rijen(blad: Any) -> None:
    blad.cell(20_500, 1, "Nog iets")
    blad.cell(20_500, 2, 5)


GEVALLEN = [
    _goed("csv met puntkomma's, Windows-1252", komma(KOMMA), "csv"),
    _goed("csv in UTF-8 met BOM", komma(KOMMA, "utf-8-sig"), "csv"),
    _goed("csv in UTF-8", komma(f"€;2026;2027\n{NAAM};30;32,5", "utf-8"), "csv"),
    _goed("csv in UTF-16", komma(KOMMA, "utf-16"), "csv"),
    _goed("csv met sep=", komma("sep=;\n" + KOMMA), "csv"),
    _goed("csv met tabs", komma(KOMMA.replace(";", "\t")), "txt"),
    _goed("csv met komma's", komma(f",2026,2027\n{NAAM},30,32.5"), "csv"),
    _goed("csv met aanhalingstekens", komma(f'"";"2026";"2027"\n"{NAAM}";"30";"32,5"'), "csv"),
    Geval(
        "euroteken in Windows-1252",
        komma(";2026\nStructureel;€ 90.000,50"),
        {"Structureel": "gemeentefonds_structureel"},
        {"gemeentefonds_structureel": {2026: 90000.5}},
        soort="csv",
    ),
    _geweigerd(
        "csv met komma's als scheiding én als decimaal", komma(f",2026,2027\n{NAAM},30,32,5"), "niet te zien", "csv"
    ),
    _geweigerd("csv met een los aanhalingsteken", komma(f';2026\n"{NAAM}"x;30'), "aanhalingsteken", "csv"),
    _geweigerd("geen tekst in een csv", lambda: b"\x00\x01\x02" * 99, "geen tekstbestand", "csv"),
    _geweigerd("een csv met veel te veel kolommen", komma(";".join(map(str, range(300)))), "meer dan", "csv"),
    _geweigerd("leeg bestand", lambda: b"", "leeg"),
    _geweigerd("leeg werkboek", boek(), "staat niets"),
    _geweigerd("oud .xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900), "oud .xls-bestand", "xls"),
    _geweigerd(
        "werkboek met wachtwoord",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
        "wachtwoord",
    ),
    _geweigerd("OpenDocument", _ods, ".ods", "ods"),
    _geweigerd("webpagina die .xls heet", lambda: b"<html><table><tr><td>2026</td></tr></table>", "webpagina", "xls"),
    _geweigerd("een plaatje", lambda: b"\x89PNG\r\n" + bytes(99), "geen Excel-werkboek"),
    _geweigerd("half werkboek", lambda: GEWOON()[:900], "geen Excel-werkboek"),
    _geweigerd("macro's", met_deel(GEWOON, "xl/vbaProject.bin", b"x"), "macro's"),
    _geweigerd(
        "koppeling naar een ander bestand",
        met_deel(GEWOON, "xl/externalLinks/externalLink1.xml", b"<a/>"),
        "koppelingen",
    ),
    _geweigerd("gegevensbron", met_deel(GEWOON, "xl/connections.xml", b"<a/>"), "gegevensbron"),
    _geweigerd("zipbom", _bom, "onwaarschijnlijk groot"),
    _geweigerd(
        "documenttype met entiteiten",
        _xml(lambda x: '<!DOCTYPE a [<!ENTITY b "c">]>' + x.split("?>")[-1]),
        "documenttype",
    ),
    _geweigerd(
        "een half miljoen samengevoegde cellen",
        _xml(lambda x: x.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A5:CV5004"/></mergeCells>')),
        "samengevoegd",
    ),
    _geweigerd(
        "kapotte samenvoeging",
        _xml(lambda x: x.replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="?"/></mergeCells>')),
        "beschadigd",
    ),
    _goed("opgegeven afmeting van een miljoen rijen", _xml(lambda x: x.replace('ref="A1:C2"', 'ref="A1:XFD1048576"'))),
    _goed("een blad dat één grafiek is", _grafiekblad),
    Geval(
        "meer rijen dan worden gelezen",
        boek(("", 2026, 2027), (NAAM, 30, 32.5), daarna=_veel_rijen),
        {NAAM: DOEL},
        UIT,
        zegt=("te groot: alleen de eerste",),
    ),
    Geval(
        "x € 1.000 op een ander blad",
        _twee_bladen,
        {"Structureel": "gemeentefonds_structureel"},
        zegt=('bij blad Sheet, cel A1 staat "x € 1.000"'.replace("bij", "Bij"),),
    ),
]
