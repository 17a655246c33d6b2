"""A formula as it reads in another cell: what it refers to moves along, but for what stands behind a dollar sign."""

from __future__ import annotations

import re
from functools import lru_cache

from openpyxl.utils.cell import column_index_from_string, get_column_letter

_VERWIJZING = re.compile(r"""("[^"]*"|'[^']*')|(?<![\w.])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])""", re.ASCII)


def verplaatst(formule: str, van: tuple[int, int], naar: tuple[int, int]) -> str:
    """The formula of one cell as it reads in another.

    Args:
        formule: as Excel writes it, without equals sign; only references such as A1, $A1 and Blad!A1:B2 move.
        van: row and column, from 0, of the cell that holds it.
        naar: row and column of the other cell.

    Returns:
        The formula; empty where a reference would fall off the sheet.
    """
    try:
        return _VERWIJZING.sub(lambda m: _verschoven(m, naar[0] - van[0], naar[1] - van[1]), formule)
    except ValueError:
        return ""


def _verschoven(gevonden: re.Match[str], rijen: int, kolommen: int) -> str:
    tekst, vaste_kolom, letters, vaste_rij, nummer = gevonden.groups()
    if tekst is not None:
        return str(tekst)
    rij = int(nummer) + (0 if vaste_rij else rijen)
    if rij < 1:
        raise ValueError("above the first row")
    return f"{vaste_kolom}{letters if vaste_kolom else _opgeschoven(letters, kolommen)}{vaste_rij}{rij}"


@lru_cache(maxsize=10_000)
def _opgeschoven(letters: str, kolommen: int) -> str:
    """The letters of a column so many columns further; ValueError beyond the sheet."""
    verder: str = get_column_letter(column_index_from_string(letters) + kolommen)
    return verder
