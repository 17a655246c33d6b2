"""Walks an exported workbook and names each breach of the rules for accessible spreadsheets (EN 301 549 11.8, R14).

It opens the file with openpyxl and reads its XML; it knows nothing of how the workbook was made.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl

_TEKENING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
TAAL = "nl-NL"
A4 = "9"
LANGSTE_NAAM = 31
KLEINSTE_CONTRAST = 4.5
LETTERLIJK = "Plan_bij_uitvoer"
"""The plan as its file has it, for the program to compare with: words, also where a number is meant."""


def bezwaren(inhoud: bytes) -> list[str]:
    """Every breach, with the sheet in which it is; empty when there is none."""
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    gevonden = list(_document(inhoud, boek))
    for blad in boek.worksheets:
        gevonden += [f"{blad.title}: {b}" for b in _blad(blad)]
    return gevonden


# --- the document ------------------------------------------------------------------------------------------


def _document(inhoud: bytes, boek: Any) -> Iterator[str]:
    for naam in ("title", "subject", "creator"):
        if not getattr(boek.properties, naam):
            yield f"het document heeft geen {naam}"
    if boek.properties.language != TAAL:
        yield f"de taal van het document is {boek.properties.language}"
    if boek.active != boek.worksheets[0]:
        yield "het eerste blad staat niet voor"
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        namen = zip_.namelist()
        if any("vbaProject" in naam or "externalLink" in naam for naam in namen):
            yield "er zitten macro's of koppelingen met andere bestanden in"
        for naam in namen:
            if re.fullmatch(r"xl/drawings/drawing\d+\.xml", naam):
                yield from _tekening(naam, ElementTree.fromstring(zip_.read(naam)))
            if re.fullmatch(r"xl/charts/chart\d+\.xml", naam) and b"<c:title>" not in zip_.read(naam):
                yield f"{naam}: een grafiek zonder titel"


def _tekening(naam: str, xml: ElementTree.Element) -> Iterator[str]:
    for vorm in xml.iter():
        if vorm.tag in (f"{_TEKENING}sp", f"{_TEKENING}pic"):
            yield f"{naam}: een los tekstvak of plaatje"
        if vorm.tag == f"{_TEKENING}graphicFrame":
            eigen = next(vorm.iter(f"{_TEKENING}cNvPr"))
            if len(eigen.get("descr", "")) < 40:
                yield f"{naam}: een grafiek zonder tekst die zegt wat er te zien is"


# --- a sheet -----------------------------------------------------------------------------------------------


def _blad(blad: Any) -> Iterator[str]:
    if len(blad.title) > LANGSTE_NAAM:
        yield "de naam is te lang"
    if not isinstance(blad["A1"].value, str) or blad["A1"].font.sz < 14:
        yield "in A1 staat geen titel"
    if blad.sheet_state != "visible":
        yield "het blad is verborgen"
    if blad.merged_cells.ranges:
        yield "er zijn samengevoegde cellen"
    if any(maat.hidden for maat in (*blad.row_dimensions.values(), *blad.column_dimensions.values())):
        yield "er zijn verborgen rijen of kolommen"
    if not blad.protection.sheet or blad.protection.password:
        yield "de beveiliging ontbreekt of heeft een wachtwoord"
    if blad.page_setup.orientation != "landscape" or str(blad.page_setup.paperSize) != A4:
        yield "het papier is geen liggend A4"
    if "&P" not in (blad.oddFooter.right.text or ""):
        yield "er staan geen bladzijdenummers"
    yield from _tabellen(blad)
    yield from _cellen(blad)


def _tabellen(blad: Any) -> Iterator[str]:
    if len(blad.tables) > 1:
        yield "er staan meer tabellen op"
    for tabel in blad.tables.values():
        rijen = list(blad[tabel.ref])
        koppen = [cel.value for cel in rijen[0]]
        if not all(isinstance(kop, str) and kop for kop in koppen) or len(set(koppen)) < len(koppen):
            yield "een kop van de tabel is leeg, geen tekst of komt twee keer voor"
        if rijen[0][0].column != 1:
            yield "de tabel begint niet in kolom A"
        if any(all(cel.value is None for cel in rij) for rij in rijen):
            yield "er staat een lege rij in de tabel"


def _cellen(blad: Any) -> Iterator[str]:
    for rij in blad.iter_rows():
        for cel in rij:
            if cel.value is None:
                continue
            if blad.title != LETTERLIJK and isinstance(cel.value, str) and re.fullmatch(r"-?[\d.,]+", cel.value):
                yield f"{cel.coordinate}: een getal als tekst"
            letter, vlak = _kleur(cel.font.color, "000000"), "FFFFFF"
            if cel.fill.fill_type == "solid":
                vlak = _kleur(cel.fill.fgColor, "FFFFFF")
            if contrast(letter, vlak) < KLEINSTE_CONTRAST:
                yield f"{cel.coordinate}: te weinig contrast ({letter} op {vlak})"


def _kleur(kleur: Any, anders: str) -> str:
    waarde = getattr(kleur, "rgb", None)
    return waarde[-6:] if isinstance(waarde, str) else anders


def contrast(een: str, ander: str) -> float:
    """The contrast of two colours (WCAG 2.1, 1.4.3): from 1 to 21."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    lineair = [d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return sum(factor * d for factor, d in zip((0.2126, 0.7152, 0.0722), lineair, strict=True))
