"""A csv as cells: which encoding, which sign between the columns; refused where the file does not say it clearly."""

from __future__ import annotations

import codecs
import csv
from io import StringIO

from core.overname.vel import Plek

LANGSTE_CEL = 500
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ONDUIDELIJK = (
    "Het is niet te zien welk teken in dit bestand de kolommen scheidt. "
    "Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
)


class KommaFout(Exception):
    """The file cannot be read as a csv; the message says why and what to do, in Dutch."""


def lees_kommatekst(ruw: bytes, meeste_rijen: int, meeste_kolommen: int) -> dict[Plek, str]:
    """The filled cells of a csv.

    Raises:
        KommaFout: no text, no clear sign between the columns, or too many rows or columns.
    """
    tekst = _tekst(ruw)
    scheiding, tekst = _gezegd(tekst)
    cellen: dict[Plek, str] = {}
    try:
        for nr, rij in enumerate(
            csv.reader(StringIO(tekst, newline=None), delimiter=scheiding or _scheiding(tekst), strict=True)
        ):
            if nr >= meeste_rijen or len(rij) > meeste_kolommen:
                raise KommaFout(
                    f"Dit bestand heeft meer dan {meeste_rijen} rijen of {meeste_kolommen} kolommen. "
                    "Neem alleen over wat nodig is."
                )
            cellen.update({(nr, kolom): waarde[:LANGSTE_CEL] for kolom, waarde in enumerate(rij) if waarde.strip()})
    except csv.Error:
        raise KommaFout(
            "In dit csv-bestand klopt een aanhalingsteken niet. Herstel het of sla het op als .xlsx."
        ) from None
    return cellen


def _tekst(ruw: bytes) -> str:
    """The text: UTF-8 or UTF-16 where the file says so or is so, else Windows-1252, as Excel writes it here."""
    if ruw.startswith(_UTF16):
        coderingen = ["utf-16"]
    elif b"\x00" in ruw:
        coderingen = []
    else:
        coderingen = ["utf-8-sig", "cp1252"]
    for codering in coderingen:
        try:
            return ruw.decode(codering)
        except UnicodeDecodeError:
            continue
    raise KommaFout("Dit is geen tekstbestand. Open het in Excel en sla het op als Excel-werkmap (.xlsx).")


def _gezegd(tekst: str) -> tuple[str, str]:
    """Excel may say on the first line which sign it is; it does not count that line as a row."""
    eerste, _, rest = tekst.partition("\n")
    gezegd = eerste.strip()
    if gezegd.lower().startswith("sep=") and len(gezegd) == len("sep=") + 1:
        return gezegd[-1], rest
    return ("\t", rest) if eerste.rstrip("\r\n") == "sep=\t" else ("", tekst)


def _scheiding(tekst: str) -> str:
    """A semicolon or a tab where there is one; a comma only where it can be no decimal sign."""
    zonder_aanhaling = "".join(stuk for i, stuk in enumerate(tekst.split('"')) if i % 2 == 0)
    meeste = max(";\t", key=zonder_aanhaling.count)
    if meeste in zonder_aanhaling:
        return meeste
    aantallen = {regel.count(",") for regel in zonder_aanhaling.splitlines()} - {0}
    if len(aantallen) != 1:
        raise KommaFout(_ONDUIDELIJK)
    return ","
