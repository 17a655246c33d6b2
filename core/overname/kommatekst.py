"""A csv as cells: which encoding, which sign between the columns; refused where the file does not say it clearly."""

from __future__ import annotations

import codecs
import csv
import re
from io import StringIO
from itertools import pairwise

from core.overname.vel import Plek

LANGSTE_CEL = 500
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ONDUIDELIJK = (
    "Het is niet te zien welk teken in dit bestand de kolommen scheidt. "
    "Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
)
_VOOR, _NA = re.compile(r"\W*\d{1,3}(?:\.?\d{3})*"), re.compile(r"(?:\d+|\d{3}\.\d+)\W*")
_JAAR = re.compile(r"20\d\d")


class KommaFout(Exception):
    """The file cannot be read as a csv; the message says why and what to do, in Dutch.

    `vraag`: it can be read when somebody says that the commas separate the columns.
    """

    def __init__(self, zin: str, *, vraag: bool = False) -> None:
        super().__init__(zin)
        self.vraag = vraag


def lees_kommatekst(
    ruw: bytes, meeste_rijen: int, meeste_kolommen: int, *, komma_scheidt: bool = False
) -> dict[Plek, str]:
    """The filled cells of a csv; `komma_scheidt` is the answer to the question whether its commas separate columns.

    Raises:
        KommaFout: no text, no clear sign between the columns, or too many rows or columns.
    """
    tekst = _tekst(ruw)
    gezegd, tekst = _gezegd(tekst)
    scheiding = gezegd or _scheiding(tekst, komma_scheidt=komma_scheidt)
    cellen: dict[Plek, str] = {}
    try:
        for nr, rij in enumerate(csv.reader(StringIO(tekst, newline=None), delimiter=scheiding, strict=True)):
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


def _scheiding(tekst: str, *, komma_scheidt: bool) -> str:
    """A semicolon or a tab where there is one; a comma only where it can be no decimal sign, or where that was said."""
    stukken = tekst.split('"')
    zonder_aanhaling = "".join(stukken[::2])
    meeste = max(";\t", key=zonder_aanhaling.count)
    if meeste in zonder_aanhaling:
        return meeste
    aantallen = {regel.count(",") for regel in zonder_aanhaling.splitlines()} - {0}
    if len(aantallen) != 1:
        raise KommaFout(_ONDUIDELIJK)
    zet_aanhaling = any("," in stuk for stuk in stukken[1::2])  # round a text with a comma, so also round a decimal
    if not (komma_scheidt or zet_aanhaling) and (paar := _getal_met_komma(zonder_aanhaling)):
        zin = f"In dit bestand kan {paar} één getal zijn, of twee getallen in twee kolommen."
        raise KommaFout(
            f"{zin} Zeg of de komma de kolommen scheidt, of sla het op als Excel-werkmap (.xlsx).", vraag=True
        )
    return ","


def _getal_met_komma(tekst: str) -> str:
    """Two fields that could be one number with a comma in it; empty where there are none."""
    for regel in tekst.splitlines():
        for voor, na in pairwise(regel.split(",")):
            jaren = _JAAR.fullmatch(voor.strip()) and _JAAR.fullmatch(na.strip())
            if _VOOR.fullmatch(voor) and _NA.fullmatch(na) and not jaren:
                return f"{voor.strip()},{na.strip()}"
    return ""
