"""The form on which people are counted: per year and per group, in the words of the law, and no word about anyone."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

TITEL = "Telformulier inburgering"
_UITLEG = (
    "Tel mensen. Zet hier geen namen, nummers, geboortedatums of adressen neer.",
    "Tel iedereen één keer, in het jaar waarin de inburgeringsplicht begint en de persoon in uw gemeente komt wonen.",
    "Laat een vak leeg als u het aantal niet weet. Een 0 betekent: niemand.",
)
_ASIEL, _GEZIN = "asielstatushouders", "gezinsmigranten en overige migranten"
_STROOM = (("Instroom", _ASIEL), ("Instroom", _GEZIN))
_STAND = (
    ("In begeleiding op 1 januari", _ASIEL),
    ("In begeleiding op 1 januari", _GEZIN),
    ("Op de wachtlijst op 1 januari", _ASIEL),
    ("Op de wachtlijst op 1 januari", _GEZIN),
)
_TAAKSTELLING = (("Taakstelling huisvesting", "personen, kinderen meegeteld"),)
KOPRIJ = 6


def telformulier(startjaar: int, horizon: int) -> bytes:
    """An empty form for a plan, as a workbook that `herken` reads back."""
    boek = openpyxl.Workbook()
    boek.properties.title, boek.properties.language = TITEL, "nl-NL"
    boek.properties.creator = "Inburgeringsplanner"
    blad = boek.active
    blad.title = "Tellen"
    blad["A1"] = TITEL
    blad["A1"].font = Font(bold=True, size=14)
    for nr, zin in enumerate(_UITLEG, 2):
        blad.cell(nr, 1, zin)
    jaren = range(startjaar, startjaar + horizon)
    _tabel(blad, KOPRIJ, ("Wat u telt", "Groep", *jaren), _STROOM)
    _tabel(blad, KOPRIJ + 5, ("Wat u telt", "Groep", startjaar), _STAND)
    halfjaren = [f"{helft} {jaar}" for jaar in jaren for helft in ("1e halfjaar", "2e halfjaar")]
    _tabel(blad, KOPRIJ + 12, ("Wat u telt", "Groep", *halfjaren), _TAAKSTELLING)
    for kolom, breedte in enumerate((32, 38, *[12] * 2 * horizon), 1):
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", blad.PAPERSIZE_A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _tabel(blad: Any, rij: int, koppen: tuple[object, ...], regels: Iterable[tuple[str, str]]) -> None:
    geel = PatternFill("solid", fgColor="FFF7D6")
    for kolom, kop in enumerate(koppen, 1):
        cel = blad.cell(rij, kolom, kop)
        cel.font, cel.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    for nr, namen in enumerate(regels, rij + 1):
        for kolom, naam in enumerate(namen, 1):
            blad.cell(nr, kolom, naam)
        for kolom in range(3, len(koppen) + 1):
            blad.cell(nr, kolom).fill = geel
            blad.cell(nr, kolom).number_format = "#,##0.##"
