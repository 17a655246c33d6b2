"""A copy of the file with the remarks beside the cells: what could be mended is mended, the rest says what to do.

The original is never touched. Where something in the file looked like a person there is no copy.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
from openpyxl.comments import Comment
from openpyxl.packaging.core import DocumentProperties
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.properties import PageSetupProperties

from core.getallen import toon
from core.overname.inlezen import LANGSTE_TEKST
from core.overname.neem_over import Overgenomen
from core.overname.vel import Bestand
from core.plan import Bevinding, Ernst

BLAD = "Opmerkingen"
_CEL = re.compile(r"blad (?P<blad>.+), cel (?P<cel>[A-Z]{1,3}\d+)")
_KLEUR = {Ernst.FOUT: "F8D0C8", Ernst.WAARSCHUWING: "FFE8B0", Ernst.LET_OP: "E2ECF8"}
_LANGSTE_BLADNAAM = 31
_CELDELEN = ("dimension", "sheetFormatPr", "cols", "sheetData", "mergeCells")


def met_opmerkingen(
    bestand: Bestand, bevindingen: Iterable[Bevinding], waarden: Iterable[Overgenomen] = ()
) -> bytes | None:
    """The copy as a workbook; None where there may be none.

    Args:
        bestand: the file as it was read.
        bevindingen: the remarks; those at a cell stand beside it too.
        waarden: what was taken over; numbers that were text become numbers.
    """
    if bestand.kopie is None:
        return None
    boek = _alleen_cellen(bestand.kopie) if bestand.kopie else _uit_tekst(bestand)
    regels = [(b.ernst, b.plaats, b.tekst) for b in bevindingen]
    for w in waarden:
        if w.uit_tekst and (cel := _cel(boek, w.plaats)) is not None:
            regels.append((Ernst.LET_OP, w.plaats, f"Dit stond er als tekst. {_hersteld(cel, w)}"))
    for ernst, plaats, tekst in regels:
        if (cel := _cel(boek, plaats)) is not None:
            staat = f"{cel.comment.text}\n" if cel.comment else ""
            cel.comment = Comment(f"{staat}{tekst}", "Inburgeringsplanner", width=320, height=120)
            cel.fill = PatternFill("solid", fgColor=_KLEUR[ernst])
    _lijst(boek, regels)
    uit = BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _alleen_cellen(kopie: bytes) -> Any:
    """The cells of the file with their looks; not what stands around them, where nobody looked for persons."""
    uit = BytesIO()
    with zipfile.ZipFile(BytesIO(kopie)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for deel in bron.namelist():
            inhoud = bron.read(deel)
            doel.writestr(deel, _kern(inhoud) if deel.startswith("xl/worksheets/") else inhoud)
    boek = openpyxl.load_workbook(uit)
    for cel in (cel for blad in boek.worksheets for rij in blad.iter_rows() for cel in rij):
        if cel.data_type == "s" and len(cel.value) > LANGSTE_TEKST:  # further on nobody looked for persons
            _zet_tekst(cel, f"{cel.value[:LANGSTE_TEKST]}…")
    boek.properties, boek.custom_doc_props = DocumentProperties(), CustomPropertyList()
    for houder in (boek, *boek.worksheets):
        houder.defined_names.clear()
    return boek


def _kern(blad: bytes) -> bytes:
    """A sheet without what is not cells: links, tables, drawings, lists to choose from, heads of pages."""
    wortel = ElementTree.fromstring(blad)  # gone over before (`keur`): no document type, no endless nesting
    for kind in list(wortel):
        if kind.tag.rpartition("}")[2] not in _CELDELEN:
            wortel.remove(kind)
    return ElementTree.tostring(wortel)


def _hersteld(cel: Any, waarde: Overgenomen) -> str:
    """Put the number in the place of the text, where it was not multiplied or halved by what stands around it."""
    if "x " in waarde.nota or "%" in str(cel.value):
        return f"Het is gelezen als {toon(waarde.waarde)}."
    cel.value = waarde.waarde
    return "Het is nu een getal."


def _cel(boek: Any, plaats: str) -> Any:
    """The cell a remark is about; None where it is about something larger."""
    gevonden = _CEL.fullmatch(plaats)
    if gevonden is None or gevonden["blad"] not in boek.sheetnames:
        return None
    cel = boek[gevonden["blad"]][gevonden["cel"]]
    return cel if hasattr(cel, "fill") and not isinstance(cel, openpyxl.cell.MergedCell) else None


def _uit_tekst(bestand: Bestand) -> Any:
    """A csv as a workbook: every cell as the text that it was."""
    boek = openpyxl.Workbook()
    boek.remove(boek.active)
    for vel in bestand.vellen:
        blad = boek.create_sheet(vel.naam[:_LANGSTE_BLADNAAM])
        for (rij, kolom), cel in vel.cellen.items():
            doel = blad.cell(rij + 1, kolom + 1)
            _zet_tekst(doel, str(cel.waarde))
    return boek


def _zet_tekst(cel: Any, tekst: str) -> None:
    """A text that stays a text, whatever sign it begins with."""
    cel.value, cel.data_type = tekst, "s"


def _lijst(boek: Any, regels: list[tuple[Ernst, str, str]]) -> None:
    """A sheet in front with all remarks, so that they can be read without the cells."""
    naam = next(n for n in (BLAD, *(f"{BLAD} {i}" for i in range(2, 1000))) if n not in boek.sheetnames)
    blad = boek.create_sheet(naam, 0)
    boek.active = 0
    for kolom, (kop, breedte) in enumerate((("Soort", 14), ("Waar", 34), ("Opmerking", 90)), 1):
        blad.cell(1, kolom, kop).font = Font(bold=True)
        blad.column_dimensions["ABC"[kolom - 1]].width = breedte
    volgorde = list(Ernst)
    for nr, (ernst, plaats, tekst) in enumerate(sorted(regels, key=lambda regel: volgorde.index(regel[0])), 2):
        for kolom, waarde in enumerate((ernst.value, plaats, tekst), 1):
            cel = blad.cell(nr, kolom)
            _zet_tekst(cel, waarde)
            cel.alignment = Alignment(wrap_text=True, vertical="top")
    blad.freeze_panes = "A2"
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", blad.PAPERSIZE_A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
