"""Opening a workbook that may come from anywhere.

Only the parts that are read are unpacked, each with a bound on what really comes out of it, and openpyxl gets a
clean copy with nothing else in it. Nothing is run, no link is followed, and what stands in other sheets is left alone.
"""

from __future__ import annotations

import re
import stat
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl

from core.plan.lezen import LANGSTE_TEKST
from core.werkboek.keuring import Keuring, KeuringFout, Plek, keur

GRENS_BESTAND = 20 * 2**20
GRENS_UITGEPAKT = 120 * 2**20
"""What the file may claim to hold. Far less of it is read."""
GRENS_DEEL, GRENS_GELEZEN = 8 * 2**20, 16 * 2**20
"""What may come out of one part, and out of all parts that are read."""
GRENS_DELEN = 1000

INVOER = "Invoer_"
Cellen = dict[Plek, Any]

_OUD = b"\xd0\xcf\x11\xe0"
_WACHTWOORD = "EncryptedPackage".encode("utf-16-le")
_MAP = b"PK\x01\x02"
_TYPEN, _BOEK, _RELATIES = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_EIGENSCHAPPEN = "docProps/custom.xml"
_NODIG = {"_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml", _EIGENSCHAPPEN, _TYPEN, _BOEK, _RELATIES}

_GEEN_WERKBOEK = "Dit is geen Excel-werkboek (.xlsx). Kies een ander bestand."
_BESCHADIGD = "Dit werkboek is beschadigd. Open het in Excel, sla het opnieuw op en probeer weer."
_TE_GROOT = "Uitgepakt is dit bestand onwaarschijnlijk groot. Het wordt niet geopend. Kies een ander bestand."
_MACROS = "Er zitten macro's in. Sla het werkboek op als .xlsx, zonder macro's."
_VERBODEN = {
    "vbaproject": _MACROS,
    "xl/macrosheets/": _MACROS,
    "xl/externallinks/": "Er zitten koppelingen met andere bestanden in. Verbreek die in Excel en sla opnieuw op.",
    "xl/connections.xml": "Er zit een koppeling met een gegevensbron in. Verwijder die in Excel en sla opnieuw op.",
    "mimetypeapplication/vnd.oasis": "Dit is een OpenDocument-bestand (.ods). Sla het op als Excel-werkboek (.xlsx).",
    "xl/workbook.bin": "Dit is een .xlsb-bestand. Sla het op als Excel-werkboek (.xlsx).",
}


class WerkboekFout(Exception):
    """The file cannot be read as a workbook; the message says why and what to do, in Dutch."""


class _Bijzonder:
    """What stands in a cell where no value can be taken from it."""


FORMULE, ONBEREIKBAAR = _Bijzonder(), _Bijzonder()
"""A formula, whose result is never taken; and a filled cell beyond the rows and columns that are read."""


@dataclass(frozen=True)
class Inhoud:
    """The names of all sheets, the filled cells of the input sheets, and the document properties."""

    bladen: tuple[str, ...]
    invoer: dict[str, Cellen]
    eigenschappen: dict[str, str]


def lees_inhoud(pad: Path) -> Inhoud:
    """Read the input sheets of a workbook: the values that stand in them (formulas are never run).

    Raises:
        WerkboekFout: missing, too large, no workbook, damaged, with macros or external links.
    """
    ruw = _bytes(pad)
    try:
        with zipfile.ZipFile(BytesIO(ruw)) as zip_:
            return _Pakket(zip_).lees()
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error) as fout:
        raise WerkboekFout(_GEEN_WERKBOEK) from fout


def _bytes(pad: Path) -> bytes:
    try:
        kenmerken = pad.stat()
        if not stat.S_ISREG(kenmerken.st_mode):
            raise WerkboekFout("Dit is geen bestand maar een map of een apparaat. Kies een Excel-werkboek (.xlsx).")
        with pad.open("rb") as bestand:
            ruw = bestand.read(GRENS_BESTAND + 1)
    except FileNotFoundError:
        raise WerkboekFout("Dit bestand bestaat niet. Kies een ander bestand.") from None
    except (OSError, ValueError) as fout:
        raise WerkboekFout("Dit bestand is niet te openen. Sluit het in Excel of controleer uw rechten.") from fout
    if len(ruw) > GRENS_BESTAND:
        raise WerkboekFout(
            f"Het bestand is groter dan {GRENS_BESTAND // 2**20} MB. Dat is geen werkboek van de planner."
        )
    if not ruw:
        raise WerkboekFout("Dit bestand is leeg. Kies een ander bestand.")
    if ruw.startswith(_OUD):
        raise WerkboekFout(
            "Dit werkboek heeft een wachtwoord. Haal het wachtwoord in Excel weg en sla opnieuw op."
            if _WACHTWOORD in ruw
            else "Dit is een oud .xls-bestand. Sla het in Excel op als .xlsx."
        )
    if ruw.count(_MAP) > GRENS_DELEN:  # before the list of parts is made: it can be made of a million lies
        raise WerkboekFout(_TE_GROOT)
    return ruw


class _Pakket:
    """The parts of one file."""

    def __init__(self, zip_: zipfile.ZipFile) -> None:
        self.zip_ = zip_
        self.delen = {deel.filename: deel for deel in zip_.infolist()}
        self.over = GRENS_GELEZEN

    def lees(self) -> Inhoud:
        self._controleer()
        delen = {naam: self._deel(naam) for naam in sorted(_NODIG & self.delen.keys())}
        for naam, inhoud in delen.items():
            _gekeurd(inhoud, naam)
        if re.search(rb"macroenabled|vbaproject", delen[_TYPEN].replace(b"\x00", b"").lower()):
            raise WerkboekFout(_MACROS)
        bladen = list(_bladen(delen))
        invoer = {naam: deel for naam, deel in bladen if naam.startswith(INVOER)}
        if len(invoer) < sum(naam.startswith(INVOER) for naam, _ in bladen):
            raise WerkboekFout("Een invoerblad staat er twee keer in. Haal een van beide weg en sla opnieuw op.")
        keuringen: dict[str, Keuring] = {}
        for naam, deel in invoer.items():
            delen[deel] = self._deel(deel)
            keuringen[naam] = _gekeurd(delen[deel], f"blad {naam}")
        return Inhoud(tuple(naam for naam, _ in bladen), *_gelezen(delen, keuringen))

    def _controleer(self) -> None:
        """Refuse by name and size, before anything is unpacked."""
        delen = self.zip_.infolist()
        if sum(deel.file_size for deel in delen) > GRENS_UITGEPAKT:
            raise WerkboekFout(_TE_GROOT)
        namen = [deel.filename.lower() for deel in delen]
        if "mimetype" in self.delen:
            namen.append("mimetype" + self._deel("mimetype").decode("latin-1"))
        for begin, zin in _VERBODEN.items():
            if any(naam.startswith(begin) or (begin == "vbaproject" and begin in naam) for naam in namen):
                raise WerkboekFout(zin)
        if not {_TYPEN, _BOEK, _RELATIES} <= self.delen.keys():
            raise WerkboekFout(_GEEN_WERKBOEK)
        if len(set(namen)) < len(namen):
            raise WerkboekFout(_BESCHADIGD)

    def _deel(self, naam: str) -> bytes:
        """What really comes out of a part; what the file says about its size counts for nothing."""
        deel = self.delen.get(naam)
        if deel is None:
            raise WerkboekFout(_BESCHADIGD)
        if deel.flag_bits & 1:
            raise WerkboekFout("Dit bestand heeft een wachtwoord. Haal het wachtwoord weg en sla opnieuw op.")
        if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise WerkboekFout(_GEEN_WERKBOEK)
        grens = min(GRENS_DEEL, self.over)
        with self.zip_.open(deel) as bestand:
            inhoud = bestand.read(grens + 1)
        if len(inhoud) > grens:
            raise WerkboekFout(_TE_GROOT)
        self.over -= len(inhoud)
        return inhoud


def _gekeurd(inhoud: bytes, waar: str) -> Keuring:
    try:
        return keur(inhoud)
    except KeuringFout as fout:
        raise WerkboekFout(f"In {waar} is iets mis: {fout}. Neem de gele vakken over in een nieuw sjabloon.") from fout


def _bladen(delen: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """The name of every sheet and its part."""
    boek = ElementTree.fromstring(delen[_BOEK])
    if "purl.oclc.org" in boek.tag:
        raise WerkboekFout('Dit is een "strikt" werkboek. Sla het in Excel op als gewone Excel-werkmap (.xlsx).')
    relaties = {r.get("Id"): r.get("Target", "") for r in ElementTree.fromstring(delen[_RELATIES])}
    for blad in boek.iterfind("{*}sheets/{*}sheet"):
        nummer = next((w for k, w in blad.attrib.items() if k.endswith("}id")), None)
        doel = relaties.get(nummer, "")
        yield blad.get("name", ""), doel[1:] if doel.startswith("/") else f"xl/{doel}"


def _gelezen(delen: dict[str, bytes], keuringen: dict[str, Keuring]) -> tuple[dict[str, Cellen], dict[str, str]]:
    """What openpyxl reads in a clean copy of the file: cells by sheet, and the properties of the document."""
    schoon = BytesIO()
    with zipfile.ZipFile(schoon, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = openpyxl.load_workbook(schoon, read_only=True, data_only=True, keep_links=False)
            cellen = {naam: dict(_cellen(boek[naam], keuring)) for naam, keuring in keuringen.items()}
            return cellen, {p.name: str(p.value) for p in boek.custom_doc_props.props}
    except Exception as fout:  # openpyxl has no error of its own: a hostile file brings out anything
        raise WerkboekFout(_BESCHADIGD) from fout


def _cellen(blad: Any, keuring: Keuring) -> Iterator[tuple[Plek, Any]]:
    """The filled cells of a sheet, whatever it claims about its size."""
    blad.reset_dimensions()
    kort: dict[int, str] = {}
    rijen = blad.iter_rows(max_row=keuring.rijen, max_col=keuring.kolommen, values_only=True) if keuring.rijen else ()
    for nr, rij in enumerate(rijen):
        for kolom, waarde in enumerate(rij):
            if isinstance(waarde, str):
                if len(waarde) > LANGSTE_TEKST:  # one copy for all cells that share it
                    waarde = kort.setdefault(id(waarde), waarde[: LANGSTE_TEKST + 1])
                if waarde.strip():
                    yield (nr, kolom), waarde.replace("_x000D_\n", "\n")
            elif waarde is not None:
                yield (nr, kolom), waarde
    yield from ((plek, FORMULE) for plek in keuring.formules)
    if keuring.buiten is not None:
        yield keuring.buiten, ONBEREIKBAAR
