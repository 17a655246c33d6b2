"""Writing a workbook as .xlsx, with XlsxWriter: it stores a formula together with its value."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from functools import lru_cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.core import Core
from xlsxwriter.packager import Packager
from xlsxwriter.styles import Styles
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, CellStringTuple, Worksheet

from core.werkboek.letters import LETTER, PUNTEN
from core.werkboek.opmaak import DONKER, MIDDEN, RASTER, ROLLEN, TEKSTVORM
from core.werkboek.vel import ONBEKEND, Blad, Boek, Cel, Gebied, Grafiek, Keuring, Reeks, Stijl, zonder_opruimen

OPTIES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
A4 = 9
KANT = {"rechts": "right", "links": "left"}
HOOGTE = {"midden": "vcenter", "onder": "bottom"}
GRENS = 1e12
"""Where an input has no bound of its own."""


@zonder_opruimen()
def als_xlsx(boek: Boek) -> bytes:
    """The workbook as a file; the same workbook gives the same bytes."""
    uit = BytesIO()
    doel = _Werkboek(uit, OPTIES)
    doel.taal = boek.eigenschappen.taal
    e = boek.eigenschappen
    doel.set_properties(
        {"title": e.titel, "subject": e.onderwerp, "author": e.auteur, "comments": e.opmerking}
        # XlsxWriter takes a date for no date at all, and then puts down the time of today.
        | {"created": datetime.combine(e.datum, time())}
    )
    for naam, waarde in boek.kenmerken.items():
        doel.set_custom_property(naam, waarde, "text")
    vormen = _Vormen(doel)
    for blad in boek.bladen:
        _schrijf(doel, doel.add_worksheet(blad.naam, _Werkblad), blad, vormen)
    doel.close()
    return uit.getvalue()


# --- what XlsxWriter leaves to others ----------------------------------------------------------------------


class _Kern(Core):
    """The properties of the document, with its language: XlsxWriter has no property for that."""

    taal = ""

    def _write_dc_title(self) -> None:
        super()._write_dc_title()
        self._xml_data_element("dc:language", self.taal)


class _Stijlblad(Styles):
    """The styles of the file, with the name of each role: XlsxWriter has no named styles of one's own."""

    def _set_style_properties(self, properties: list[Any]) -> None:
        super()._set_style_properties(properties)
        self.rollen: dict[str, Any] = {}
        for vorm in self.xf_formats:
            if rol := getattr(vorm, "rol", ""):
                self.rollen.setdefault(rol, vorm)
                vorm.xf_id = 1 + list(self.rollen).index(rol)

    def _write_cell_style_xfs(self) -> None:
        self._xml_start_tag("cellStyleXfs", [("count", len(self.rollen) + 1)])
        for vorm in (self.xf_formats[0], *self.rollen.values()):
            delen = {"fontId": vorm.font_index, "fillId": vorm.fill_index, "borderId": vorm.border_index}
            self._xml_empty_tag("xf", [("numFmtId", 0), *delen.items()])
        self._xml_end_tag("cellStyleXfs")

    def _write_cell_styles(self) -> None:
        self._xml_start_tag("cellStyles", [("count", len(self.rollen) + 1)])
        self._xml_empty_tag("cellStyle", [("name", "Normal"), ("xfId", 0), ("builtinId", 0)])
        for nr, rol in enumerate(self.rollen, 1):
            self._xml_empty_tag("cellStyle", [("name", f"Planner {rol}"), ("xfId", nr)])
        self._xml_end_tag("cellStyles")


class _Pakket(Packager):
    """The parts of the file, with ours for the properties and the styles."""

    def _write_core_file(self) -> None:
        kern = _Kern()
        kern.taal = self.workbook.taal
        kern._set_properties(self.workbook.doc_properties)
        self._schrijf_deel(kern, "docProps/core.xml")

    def _write_styles_file(self) -> None:
        boek, blad = self.workbook, _Stijlblad()
        namen = ("xf_formats", "palette", "font_count", "num_formats", "border_count", "fill_count", "custom_colors")
        blad._set_style_properties([getattr(boek, naam) for naam in (*namen, "dxf_formats", "has_comments")])
        self._schrijf_deel(blad, "xl/styles.xml")

    def _schrijf_deel(self, deel: Any, naam: str) -> None:
        deel._set_xml_writer(self._filename(naam))
        deel._assemble_xml_file()


class _Werkboek(xlsxwriter.Workbook):
    taal = ""

    def _get_packager(self) -> Packager:
        return _Pakket()


class _Werkblad(Worksheet):
    """A worksheet into whose table cells are put, and from which they are written, as they are.

    XlsxWriter's own methods ask of every value what it is, and search every formula for some forty functions newer
    than Excel 2010; that was half the time of an export. Here the cells are known (`formule.FUNCTIES`).
    """

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        begin = f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{cell.format._get_xf_index()}"'
        soort = cell.__class__
        if soort is CellFormulaTuple:
            waarde, kenmerk = cell.value, ""
            if isinstance(waarde, str):
                kenmerk, waarde = ' t="e"' if waarde == ONBEKEND else ' t="str"', escape(waarde)
            self.fh.write(f"{begin}{kenmerk}><f>{_veilig(cell.formula)}</f><v>{waarde}</v></c>")
        elif soort is CellStringTuple:
            self.fh.write(f'{begin} t="s"><v>{cell.string}</v></c>')
        elif soort is CellNumberTuple:
            getal = repr(cell.number).removesuffix(".0")  # all its digits: what is read back is what was written
            self.fh.write(f"{begin}><v>{getal}</v></c>")
        else:
            self.fh.write(f"{begin}/>")

    def _calculate_spans(self) -> None:
        """Leave out the hint of how wide each row is: it takes longer to find than it saves."""

    def vul(self, rijen: dict[int, dict[int, Cel]], vormen: _Vormen) -> None:
        nummer = self.str_table._get_shared_string_index
        for rij, cellen in rijen.items():
            tabel = self.table[rij]
            self._check_dimensions(rij, min(cellen))
            self._check_dimensions(rij, max(cellen))
            for kolom, (waarde, stijl, formule, doel) in cellen.items():
                vorm = vormen[stijl]
                if formule:
                    tabel[kolom] = CellFormulaTuple(formule[1:], vorm, waarde)
                elif doel:
                    self.write_url(rij, kolom, f"internal:'{doel}'!A1", vorm, str(waarde))
                elif waarde is None:
                    tabel[kolom] = CellBlankTuple(vorm)
                elif isinstance(waarde, str):
                    tabel[kolom] = CellStringTuple(nummer(waarde), vorm)
                else:
                    tabel[kolom] = CellNumberTuple(waarde, vorm)


_veilig = lru_cache(maxsize=100_000)(escape)
"""Formulas are the same in every workbook on a calendar."""


class _Vormen(dict[Stijl, Any]):
    """The formats of one file, made when they are first asked for."""

    def __init__(self, doel: Any) -> None:
        super().__init__()
        self._doel = doel

    def __missing__(self, stijl: Stijl) -> Any:
        eigen = ROLLEN[stijl.rol]
        eigenschappen: dict[str, Any] = {
            "font_name": LETTER,
            "font_size": eigen.get("punten", PUNTEN),
            "bold": eigen.get("vet", False),
            "italic": eigen.get("schuin", False),
            "underline": int(eigen.get("streep", False)),
            "indent": eigen.get("inspring", 0),
            "text_wrap": eigen.get("terugloop", False),
            "valign": HOOGTE[eigen.get("hoogte", "midden")],
            "locked": not eigen.get("open", False),
        }
        if kleur := eigen.get("kleur"):
            eigenschappen["font_color"] = kleur
        if vlak := eigen.get("vlak"):
            eigenschappen["bg_color"] = vlak
        if kader := eigen.get("kader"):
            eigenschappen |= {"border": 1, "border_color": kader}
        if rand := eigen.get("onderrand"):
            eigenschappen |= {"bottom": 1, "bottom_color": rand}
        if kant := eigen.get("kant"):
            eigenschappen["align"] = KANT[kant]
        if stijl.vorm:
            eigenschappen["num_format"] = stijl.vorm
            eigenschappen["align"] = "left" if stijl.vorm == TEKSTVORM else "right"
        vorm = self._doel.add_format(eigenschappen)
        vorm.rol = stijl.rol
        self[stijl] = vorm
        return vorm


# --- a sheet -----------------------------------------------------------------------------------------------


def _schrijf(doel: Any, vel: Any, blad: Blad, vormen: _Vormen) -> None:
    vel.vul(blad.rijen, vormen)
    for kolom, breedte in blad.breedtes.items():
        vel.set_column(kolom, kolom, breedte)
    for rij, hoogte in blad.hoogtes.items():
        vel.set_row(rij, hoogte)
    if blad.bevroren:
        vel.freeze_panes(*blad.bevroren)
    _pagina(vel, blad)
    for keuring in blad.keuringen:
        (r1, k1, r2, k2), *andere = keuring.vakken
        vel.data_validation(r1, k1, r2, k2, {**_keuring(keuring), "other_cells": [list(vak) for vak in andere]})
    if blad.tabel:
        _tabel(vel, blad, vormen)
    for grafiek in blad.grafieken:
        opties = {"description": grafiek.alt, "object_position": 2, "x_offset": grafiek.links}
        vel.insert_chart(grafiek.rij, grafiek.kolom, _grafiek(doel, grafiek), opties)
    vel.protect("", {"format_columns": True, "format_rows": True, "sort": True, "autofilter": True})


def _pagina(vel: Any, blad: Blad) -> None:
    vel.set_landscape()
    vel.set_paper(A4)
    vel.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    if blad.schaal is None:
        vel.fit_to_pages(1, int(blad.een_pagina))
    else:
        vel.set_print_scale(blad.schaal)
    vel.set_footer("&L&A&RBladzijde &P van &N")
    vel.hide_gridlines(2)
    if blad.koprijen:
        vel.repeat_rows(*blad.koprijen)
    if blad.kopkolommen:
        vel.repeat_columns(0, blad.kopkolommen - 1)
    if blad.afdruk:
        vel.print_area(*blad.afdruk)


def _keuring(keuring: Keuring) -> dict[str, Any]:
    opties: dict[str, Any] = {
        "input_title": keuring.titel[:32],
        "input_message": keuring.hulp[:255],
        "error_title": "Dit kan hier niet staan",
        "error_message": keuring.fout[:255],
    }
    if keuring.soort == "lijst":
        return opties | {"validate": "list", "source": list(keuring.keuzes)}
    opties["validate"] = "integer" if keuring.soort == "geheel" else "decimal"
    if keuring.laag is not None and keuring.hoog is None:
        return opties | {"criteria": ">=" if keuring.laag_mag else ">", "value": keuring.laag}
    laag, hoog = (-GRENS, GRENS) if keuring.hoog is None else (keuring.laag, keuring.hoog)
    return opties | {"criteria": "between", "minimum": laag, "maximum": hoog}


def _tabel(vel: Any, blad: Blad, vormen: _Vormen) -> None:
    assert blad.tabel is not None
    rij, eerste, _, laatste = blad.tabel.vak
    koppen = [blad.rijen[rij][kolom] for kolom in range(eerste, laatste + 1)]
    kolommen = [{"header": str(cel.waarde), "header_format": vormen[cel.stijl]} for cel in koppen]
    vel.add_table(*blad.tabel.vak, {"name": blad.tabel.naam, "columns": kolommen, "style": None, "autofilter": False})


# --- charts ------------------------------------------------------------------------------------------------

_LETTER = {"name": LETTER, "size": 10, "color": DONKER, "bold": False}
_SOORT = {
    "kolom": {"type": "column"},
    "gestapeld": {"type": "column", "subtype": "stacked"},
    "lijn": {"type": "line"},
    "balk": {"type": "bar", "subtype": "stacked"},
}


def _grafiek(doel: Any, grafiek: Grafiek) -> Any:
    """One chart: columns, with lines over them where there are any."""
    per_soort: dict[str, list[Reeks]] = {}
    for reeks in grafiek.reeksen:
        per_soort.setdefault(reeks.soort, []).append(reeks)
    delen = [_deel(doel, soort, reeksen, grafiek) for soort, reeksen in per_soort.items()]
    hoofd, *over = delen
    for deel in over:
        hoofd.combine(deel)
    hoofd.set_title({"name": grafiek.titel, "name_font": {**_LETTER, "size": 11, "bold": True}, "overlay": False})
    liggend = grafiek.liggend
    namen, getallen = (hoofd.set_y_axis, hoofd.set_x_axis) if liggend else (hoofd.set_x_axis, hoofd.set_y_axis)
    letter = {"num_font": _LETTER, "name_font": _LETTER}
    lijn = {"line": {"color": MIDDEN, "width": 0.75}, "major_gridlines": {"visible": False}}
    namen({**letter, "name": grafiek.x_titel, "label_position": "low", "reverse": liggend, **lijn})
    getallen(
        {
            **letter,
            "num_format": grafiek.vorm,
            "name": grafiek.y_titel,
            "min": 0 if grafiek.vanaf_nul else None,
            "label_position": "high" if liggend else "next_to",
            "major_gridlines": {"visible": True, "line": {"color": RASTER, "width": 0.75}},
            "line": {"none": True},
        }
    )
    zonder_naam = not all(reeks.naam for reeks in grafiek.reeksen)
    hoofd.set_legend({"none": True} if zonder_naam else {"position": "bottom", "font": _LETTER})
    hoofd.set_size({"width": grafiek.breedte, "height": grafiek.hoogte})
    hoofd.set_chartarea({"border": {"none": True}})
    hoofd.show_na_as_empty_cell()
    return hoofd


def _deel(doel: Any, soort: str, reeksen: Sequence[Reeks], grafiek: Grafiek) -> Any:
    deel = doel.add_chart(_SOORT[soort])
    for reeks in reeksen:
        opties: dict[str, Any] = {
            "name": reeks.naam,
            "categories": _lijst(grafiek.categorieen),
            "values": _lijst(reeks.gebied),
        }
        if soort == "lijn":
            opties["line"] = {"color": reeks.kleur, "width": 2.5}
            opties["marker"] = {
                "type": "diamond",
                "size": 8,
                "fill": {"color": reeks.kleur},
                "border": {"color": reeks.kleur},
            }
        else:
            vlak = {"color": reeks.kleur} if reeks.kleur else {"none": True}
            opties |= {"fill": vlak, "border": {"none": True}, "gap": 40 if soort == "balk" else 80}
        deel.add_series(opties)
    return deel


def _lijst(gebied: Gebied) -> list[Any]:
    return list(gebied)
