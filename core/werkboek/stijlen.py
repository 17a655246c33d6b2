"""Cell styles by role, and the number format of each unit. Stored language-neutral: a Dutch Excel shows 1.234,56."""

from __future__ import annotations

import math
from typing import Any

from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

from core.rekenkunde.eenheden import Unit

GETALVORM = {
    "euro": "#,##0",
    "euro per persoon": "#,##0.00",
    "euro per fte": "#,##0",
    "euro per uur": "#,##0.00",
    "aandeel": "0.0%",
    "jaartal": "0",
    "jaren": "0",
    "kwartalen": "0",
    "index": "0.0000",
    "personen": "#,##0.0",
    "getal": "0.00",
    "keuze": "@",
}
STANDAARDVORM = "#,##0.00"

LETTER = "Calibri"
REGELHOOGTE = 13
LETTERBREEDTE = 0.95
"""Of a letter of explanation, in the unit of column widths."""
DONKER, ROOD, LICHT, INVOER, BEREKEND, KOP = "#1F3A4D", "#8A1C1C", "#F3F6F8", "#FFF7D6", "#FFFFFF", "#DCE6EC"

_BASIS: dict[str, Any] = {"font_name": LETTER, "font_size": 10, "valign": "top"}
_ROLLEN: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 16, "font_color": DONKER},
    "ondertitel": {"font_color": "#44525C"},
    "oordeel": {"bold": True, "font_color": DONKER},
    "kop": {"bold": True, "bg_color": KOP, "bottom": 1, "text_wrap": True, "valign": "vcenter"},
    "kopjaar": {"bold": True, "bg_color": KOP, "bottom": 1, "align": "right", "num_format": "0", "valign": "vcenter"},
    "tussenkop": {"bold": True, "font_color": DONKER, "font_size": 11, "valign": "bottom"},
    "label": {"text_wrap": True},
    "klein": {"font_color": "#5A6872", "font_size": 9},
    "toelichting": {"text_wrap": True, "font_size": 9},
    "tekst": {"text_wrap": True},
    "invoer": {"bg_color": INVOER, "border": 1, "border_color": "#C9B458", "locked": False},
    "vast": {"bg_color": LICHT},
    "berekening": {"bg_color": BEREKEND},
    "afwijking": {"bg_color": BEREKEND, "num_format": "0.000000"},
    "uitkomst": {"bg_color": BEREKEND},
    "uitkomst_som": {"bg_color": BEREKEND, "bold": True},
    "koppeling": {"font_color": "#0B5394", "underline": 1},
}


class Rekenblad(Worksheet):
    """A worksheet for our own formulas.

    XlsxWriter searches each formula for some forty functions newer than Excel 2010, to give them a prefix; that is
    half the time of an export. Ours never have one (`formule.FUNCTIES`), so they are stored as they are.
    """

    def schrijf_formule(self, rij: int, kolom: int, formule: str, stijl: Any, waarde: float | str) -> None:
        """A formula with its equals sign, and the value that it has."""
        self._check_dimensions(rij, kolom)
        self.table[rij][kolom] = CellFormulaTuple(formule[1:], stijl, waarde)

    def pas_hoogte(self, rij: int, *teksten: tuple[str, int]) -> None:
        """Make a row as high as its longest text needs in its column; Excel does not do so by itself."""
        if not any(len(tekst) > breedte for tekst, breedte in teksten):
            return
        regels = max(math.ceil(len(tekst) * LETTERBREEDTE / breedte) for tekst, breedte in teksten)
        if regels > 1:
            self.set_row(rij, REGELHOOGTE * regels)


class Stijlen:
    """The styles of one workbook, made when they are first asked for."""

    def __init__(self, werkboek: Any) -> None:
        self._werkboek = werkboek
        self._gemaakt: dict[tuple[str, str], Any] = {}

    def __call__(self, rol: str, eenheid: Unit | None = None) -> Any:
        """The style of a role, with the number format of a unit."""
        vorm = "" if eenheid is None else getalvorm(eenheid)
        stijl = self._gemaakt.get((rol, vorm))
        if stijl is None:
            eigenschappen = {**_BASIS, **_ROLLEN[rol]}
            if vorm:
                eigenschappen |= {"num_format": vorm, "align": "left" if vorm == "@" else "right"}
            stijl = self._gemaakt[rol, vorm] = self._werkboek.add_format(eigenschappen)
        return stijl


def getalvorm(eenheid: Unit) -> str:
    """The number format of a unit."""
    return GETALVORM.get(eenheid.naam, STANDAARDVORM)
