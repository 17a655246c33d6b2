"""Opening a workbook that may come from anywhere: bounded in size, without macros, without external links."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

GRENS_BESTAND = 20 * 2**20
GRENS_UITGEPAKT = 120 * 2**20
GRENS_VERHOUDING = 200
MAX_RIJEN, MAX_KOLOMMEN = 2000, 200

_OUD = b"\xd0\xcf\x11\xe0"
_VERBODEN = {
    "xl/vbaProject.bin": "Er zitten macro's in. Sla het werkboek op als .xlsx, zonder macro's.",
    "xl/externalLinks/": "Er zitten koppelingen met andere bestanden in. Verbreek die in Excel en sla opnieuw op.",
    "xl/connections.xml": "Er zit een koppeling met een gegevensbron in. Verwijder die in Excel en sla opnieuw op.",
}


class WerkboekFout(Exception):
    """The file cannot be read as a workbook; the message says why and what to do, in Dutch."""


@contextmanager
def geopend(pad: Path) -> Iterator[Any]:
    """The workbook, read-only, with the values that stand in it (formulas are never run).

    Raises:
        WerkboekFout: missing, too large, no workbook, damaged, with macros or external links.
    """
    inhoud = _inhoud(pad)
    _controleer_zip(inhoud)
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = openpyxl.load_workbook(BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    except Exception as fout:
        raise WerkboekFout(
            "Dit werkboek is beschadigd. Open het in Excel, sla het opnieuw op en probeer weer."
        ) from fout
    try:
        yield boek
    finally:
        boek.close()


def rijen(boek: Any, naam: str) -> list[tuple[Any, ...]]:
    """The cells of a sheet, as far as a sheet of ours can reach; whatever the file claims about its size.

    Raises:
        WerkboekFout: the sheet is damaged.
    """
    blad = boek[naam]
    try:
        blad.reset_dimensions()
        gelezen = blad.iter_rows(max_row=MAX_RIJEN, max_col=MAX_KOLOMMEN, values_only=True)
        return [tuple(rij) for rij in gelezen]
    except Exception as fout:
        raise WerkboekFout(f"Blad {naam} is beschadigd. Open het werkboek in Excel en sla het opnieuw op.") from fout


def _inhoud(pad: Path) -> bytes:
    try:
        if pad.stat().st_size > GRENS_BESTAND:
            raise WerkboekFout(
                f"Het bestand is groter dan {GRENS_BESTAND // 2**20} MB. Dat is geen werkboek van de planner."
            )
        return pad.read_bytes()
    except FileNotFoundError:
        raise WerkboekFout("Dit bestand bestaat niet. Kies een ander bestand.") from None
    except OSError as fout:
        raise WerkboekFout("Dit bestand is niet te openen. Sluit het in Excel of controleer uw rechten.") from fout


def _controleer_zip(inhoud: bytes) -> None:
    if inhoud.startswith(_OUD):
        raise WerkboekFout("Dit is een oud .xls-bestand of een werkboek met een wachtwoord. Sla het op als .xlsx.")
    try:
        with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
            onderdelen = zip_.infolist()
            _controleer_omvang(onderdelen)
            for onderdeel in onderdelen:
                for verboden, zin in _VERBODEN.items():
                    if onderdeel.filename.startswith(verboden):
                        raise WerkboekFout(zin)
            _controleer_xml(zip_, onderdelen)
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as fout:
        raise WerkboekFout("Dit is geen Excel-werkboek (.xlsx). Kies een ander bestand.") from fout


def _controleer_omvang(onderdelen: list[zipfile.ZipInfo]) -> None:
    uitgepakt = sum(o.file_size for o in onderdelen)
    ingepakt = sum(o.compress_size for o in onderdelen) or 1
    if len(onderdelen) > 1000 or uitgepakt > GRENS_UITGEPAKT or uitgepakt > GRENS_VERHOUDING * ingepakt:
        raise WerkboekFout("Uitgepakt is dit bestand onwaarschijnlijk groot. Het wordt niet geopend.")


def _controleer_xml(zip_: zipfile.ZipFile, onderdelen: list[zipfile.ZipInfo]) -> None:
    """No document types: they can define entities that grow without end or read other files."""
    for onderdeel in onderdelen:
        if onderdeel.filename.endswith((".xml", ".rels")):
            with zip_.open(onderdeel) as bestand:
                if b"<!DOCTYPE" in bestand.read(4096).upper().replace(b"\x00", b""):
                    raise WerkboekFout("In dit bestand staat een documenttype. Het wordt niet geopend.")
    if "[Content_Types].xml" not in {o.filename for o in onderdelen}:
        raise WerkboekFout("Dit is geen Excel-werkboek (.xlsx). Kies een ander bestand.")
