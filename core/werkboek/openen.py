"""Opening a workbook that may come from anywhere.

Only the parts that are read are unpacked, each with a bound on what really comes out of it, and openpyxl gets a
clean copy with nothing else in it. Nothing is run, no link is followed, and what stands in other sheets is left alone.
"""

from __future__ import annotations

import posixpath
import re
import stat
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol
from xml.etree import ElementTree

import openpyxl

from core.plan.lezen import LANGSTE_TEKST
from core.werkboek.keuring import MAX_RIJEN, MEESTE, Keuring, KeuringFout, Plek, keur
from core.werkboek.uitvoerplan import UITVOERBLAD

GRENS_BESTAND = 20 * 2**20
GRENS_UITGEPAKT = 120 * 2**20
"""What the file may claim to hold. Far less of it is read."""
GRENS_DEEL, GRENS_GELEZEN = 8 * 2**20, 32 * 2**20
"""What may come out of one part, and out of all parts that are read."""
GRENS_DELEN, LANGSTE_MIMETYPE = 1000, 200
GRENS_ELEMENTEN = 1_000_000
"""Elements in all parts that are read; that of a plan with four scenarios has a tenth of it."""

INVOER = "Invoer_"
REKENBLADEN = re.compile(r"Kengetallen|Samenvatting|Vergelijking|Controle|Inkoop(_\w+)?|(Berekening|Uitkomst)_\w+")
"""Our own sheets with formulas; they are compared, never taken over."""
UITVOERRIJEN = 20_000
Cellen = dict[Plek, Any]

_OUD = b"\xd0\xcf\x11\xe0"
_WACHTWOORD = "EncryptedPackage".encode("utf-16-le")
_MAP = b"PK\x01\x02"
_TYPEN, _BOEK, _RELATIES = "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_EIGENSCHAPPEN = "docProps/custom.xml"
_NODIG = {"_rels/.rels", "xl/styles.xml", "xl/sharedStrings.xml", _EIGENSCHAPPEN, _TYPEN, _BOEK, _RELATIES}
_RONDOM = ("comments", "drawing")
"""Kinds of parts around the cells of a sheet that hold text."""

_KAPOT = (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, zlib.error)
"""What reading a file raises that is no zip, or a damaged one."""
_GEEN_WERKBOEK = "Dit is geen Excel-werkboek (.xlsx). Kies een ander bestand."
BESCHADIGD = "Dit werkboek is beschadigd. Open het in Excel of LibreOffice, sla het opnieuw op en probeer weer."
_TE_GROOT = "Uitgepakt is dit bestand onwaarschijnlijk groot. Het wordt niet geopend. Kies een ander bestand."
WACHTWOORD = "Dit bestand heeft een wachtwoord. Haal het wachtwoord weg en sla opnieuw op."
DUBBEL_BLAD = "Een blad staat er twee keer in. Haal een van beide weg en sla opnieuw op."
MACROS = "Er zitten macro's in. Sla het werkboek op als .xlsx, zonder macro's."
_VERBODEN = {
    "vbaproject": MACROS,
    "xl/macrosheets/": MACROS,
    "xl/externallinks/": "Er zitten koppelingen met andere bestanden in. Verbreek die in Excel en sla opnieuw op.",
    "xl/connections.xml": "Er zit een koppeling met een gegevensbron in. Verwijder die in Excel en sla opnieuw op.",
    "xl/workbook.bin": "Dit is een .xlsb-bestand. Sla het op als Excel-werkboek (.xlsx).",
}


class WerkboekFout(Exception):
    """The file cannot be read as a workbook; the message says why and what to do, in Dutch."""


class Celbron(Protocol):
    """The cells of a sheet as they are stored: formulas, and numbers or results beside them."""

    def formule(self, plek: Plek) -> str:
        """The formula of a cell as Excel writes it, without equals sign; empty where there is none."""

    def formuleplekken(self) -> Iterable[Plek]:
        """The cells with a formula."""

    def waarde(self, plek: Plek) -> float | str | None:
        """The number in a cell, or the result of its formula; a text where it is a text or an error."""


@dataclass(frozen=True)
class Formule:
    """A cell of an input sheet with a formula: its result is never taken."""

    bron: Celbron
    plek: Plek

    @property
    def tekst(self) -> str:
        """The formula."""
        return self.bron.formule(self.plek)


ONBEREIKBAAR = object()
"""A filled cell beyond the rows and columns that are read."""


@dataclass(frozen=True)
class Inhoud:
    """What is read of a workbook.

    The names of all sheets; the filled cells of the input sheets, and of the sheet with the plan that was written out;
    the document properties; and the sheets with formulas of ours.
    """

    bladen: tuple[str, ...]
    invoer: dict[str, Cellen]
    uitvoer: Cellen
    eigenschappen: dict[str, str]
    rekenbladen: dict[str, Celbron]


@dataclass(frozen=True)
class Bladdeel:
    """One sheet of a workbook of others: its name, whether it is hidden, its XML and what was found in that.

    `rondom` is the XML of its notes and drawings.
    """

    naam: str
    verborgen: bool
    xml: bytes
    keuring: Keuring
    rondom: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Kopie:
    """A clean copy of a workbook of others: nothing in it but parts that were gone over."""

    zip_: bytes
    bladen: tuple[Bladdeel, ...]


def schone_kopie(ruw: bytes, meeste_rijen: int) -> Kopie:
    """A clean copy of a workbook that is not ours, to read all its sheets from.

    Raises:
        WerkboekFout: no workbook, too large, damaged, with macros or external links.
    """
    try:
        with zipfile.ZipFile(BytesIO(ruw)) as zip_:
            return Pakket(zip_).kopie(meeste_rijen)
    except _KAPOT as fout:
        raise WerkboekFout(_GEEN_WERKBOEK) from fout


def lees_inhoud(pad: Path) -> Inhoud:
    """Read the input sheets of a workbook: the values that stand in them (formulas are never run).

    Raises:
        WerkboekFout: missing, too large, no workbook, damaged, with macros or external links.
    """
    ruw = lees_bytes(pad)
    try:
        with zipfile.ZipFile(BytesIO(ruw)) as zip_:
            pakket = Pakket(zip_)
            if pakket.mimetype == _ODS:
                from core.werkboek.odslezen import lees_ods

                pakket.controleer_maat()
                return lees_ods(pakket)
            return pakket.lees()
    except _KAPOT as fout:
        raise WerkboekFout(_GEEN_WERKBOEK) from fout


def lees_bytes(pad: Path) -> bytes:
    """The bytes of a file of others, bounded; an old or locked workbook is refused here.

    Raises:
        WerkboekFout: missing, no file, too large, empty, an .xls or with a password.
    """
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
        raise WerkboekFout(f"Het bestand is groter dan {GRENS_BESTAND // 2**20} MB. Neem alleen over wat nodig is.")
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


class Pakket:
    """The parts of one file, each unpacked with a bound on what really comes out of it."""

    def __init__(self, zip_: zipfile.ZipFile) -> None:
        self.zip_ = zip_
        self.delen = {deel.filename: deel for deel in zip_.infolist()}
        self.over, self.elementen = GRENS_GELEZEN, GRENS_ELEMENTEN

    def lees(self) -> Inhoud:
        """An Excel workbook: its input sheets, and our own sheets with formulas."""
        delen = self._gewone_delen()
        bladen = list(_bladen(delen))
        namen = tuple(naam for naam, _ in bladen)
        if len(set(namen)) < len(namen):
            raise WerkboekFout(DUBBEL_BLAD)
        keuringen: dict[str, Keuring] = {}
        rekenbladen: dict[str, Celbron] = {}
        for naam, deel in bladen:
            if naam.startswith(INVOER) or naam == UITVOERBLAD:
                delen[deel] = self.deel(deel)
                meeste = UITVOERRIJEN if naam == UITVOERBLAD else MAX_RIJEN
                keuringen[naam] = self._gekeurd(delen[deel], f"blad {naam}", meeste)
            elif REKENBLADEN.fullmatch(naam):
                rekenbladen[naam] = self._gekeurd(self.deel(deel), f"blad {naam}")
        cellen, eigenschappen = _gelezen(delen, keuringen)
        uitvoer = cellen.pop(UITVOERBLAD, {})
        return Inhoud(namen, cellen, uitvoer, eigenschappen, rekenbladen)

    def kopie(self, meeste_rijen: int) -> Kopie:
        """Every sheet with cells, gone over, in a clean copy."""
        delen = self._gewone_delen()
        staten = {b.get("name"): b.get("state") for b in ElementTree.fromstring(delen[_BOEK]).iterfind("{*}sheets/*")}
        bladen = []
        for nummer, (naam, deel) in enumerate(_bladen(delen), 1):
            if not deel.startswith("xl/worksheets/"):
                continue  # a sheet that is one chart
            delen[deel] = self.deel(deel)
            try:
                keuring = self._keur(delen[deel], meeste_rijen)
            except KeuringFout as fout:
                zin = f"In het {nummer}e blad is iets mis: {fout}. Neem wat nodig is over in een nieuw werkboek."
                raise WerkboekFout(zin) from fout
            verborgen = staten.get(naam) in ("hidden", "veryHidden")
            bladen.append(Bladdeel(naam, verborgen, delen[deel], keuring, tuple(self._rondom(deel))))
        return Kopie(_ingepakt(delen), tuple(bladen))

    def _rondom(self, blad: str) -> Iterator[bytes]:
        """The notes and drawings of a sheet."""
        map_, _, naam = blad.rpartition("/")
        relaties = f"{map_}/_rels/{naam}.rels"
        if relaties not in self.delen:
            return
        for relatie in ElementTree.fromstring(self._nagekeken(relaties)):
            deel = posixpath.normpath(posixpath.join("/", map_, relatie.get("Target", "")))[1:]
            if relatie.get("Type", "").rpartition("/")[2] in _RONDOM and deel in self.delen:
                yield self._nagekeken(deel)

    def _nagekeken(self, naam: str) -> bytes:
        inhoud = self.deel(naam)
        self._gekeurd(inhoud, naam)
        return inhoud

    def _gekeurd(self, inhoud: bytes, waar: str, meeste_rijen: int = MAX_RIJEN) -> Keuring:
        try:
            return self._keur(inhoud, meeste_rijen)
        except KeuringFout as fout:
            zin = f"In {waar} is iets mis: {fout}. Neem de gele vakken over in een nieuw sjabloon."
            raise WerkboekFout(zin) from fout

    def _keur(self, inhoud: bytes, meeste_rijen: int) -> Keuring:
        keuring = keur(inhoud, meeste_rijen, min(MEESTE, self.elementen))
        self.elementen -= keuring.aantal
        return keuring

    def _gewone_delen(self) -> dict[str, bytes]:
        """All that is read but the sheets."""
        self._controleer()
        delen = {naam: self._nagekeken(naam) for naam in sorted(_NODIG & self.delen.keys())}
        if re.search(rb"macroenabled|vbaproject", delen[_TYPEN].replace(b"\x00", b"").lower()):
            raise WerkboekFout(MACROS)
        return delen

    def controleer_maat(self) -> None:
        """Refuse by the size that the file claims to have, before anything is unpacked."""
        if sum(deel.file_size for deel in self.zip_.infolist()) > GRENS_UITGEPAKT:
            raise WerkboekFout(_TE_GROOT)

    @property
    def mimetype(self) -> str:
        """What an OpenDocument file says that it is; empty for any other file."""
        return self.deel("mimetype", LANGSTE_MIMETYPE).decode("latin-1").strip() if "mimetype" in self.delen else ""

    def _controleer(self) -> None:
        """Refuse by name and size, before anything is unpacked."""
        self.controleer_maat()
        namen = [deel.filename.lower() for deel in self.zip_.infolist()]
        for begin, zin in _VERBODEN.items():
            if any(naam.startswith(begin) or (begin == "vbaproject" and begin in naam) for naam in namen):
                raise WerkboekFout(zin)
        if self.mimetype == _ODS:
            raise WerkboekFout("Dit is een OpenDocument-bestand (.ods). Sla het op als Excel-werkboek (.xlsx).")
        if not {_TYPEN, _BOEK, _RELATIES} <= self.delen.keys():
            raise WerkboekFout(_GEEN_WERKBOEK)
        if len(set(namen)) < len(namen):
            raise WerkboekFout(BESCHADIGD)

    def deel(self, naam: str, grens: int = GRENS_DEEL) -> bytes:
        """What really comes out of a part; what the file says about its size counts for nothing."""
        deel = self.delen.get(naam)
        if deel is None:
            raise WerkboekFout(BESCHADIGD)
        if deel.flag_bits & 1:
            raise WerkboekFout(WACHTWOORD)
        if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise WerkboekFout(_GEEN_WERKBOEK)
        grens = min(grens, self.over)
        with self.zip_.open(deel) as bestand:
            inhoud = bestand.read(grens + 1)
        if len(inhoud) > grens:
            raise WerkboekFout(_TE_GROOT)
        self.over -= len(inhoud)
        return inhoud


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


def _ingepakt(delen: dict[str, bytes]) -> bytes:
    schoon = BytesIO()
    with zipfile.ZipFile(schoon, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)
    return schoon.getvalue()


def _gelezen(delen: dict[str, bytes], keuringen: dict[str, Keuring]) -> tuple[dict[str, Cellen], dict[str, str]]:
    """What openpyxl reads in a clean copy of the file: cells by sheet, and the properties of the document."""
    schoon = BytesIO(_ingepakt(delen))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = openpyxl.load_workbook(schoon, read_only=True, data_only=True, keep_links=False)
            cellen = {naam: dict(_cellen(boek[naam], keuring)) for naam, keuring in keuringen.items()}
            return cellen, {p.name: str(p.value) for p in boek.custom_doc_props.props}
    except Exception as fout:  # openpyxl has no error of its own: a hostile file brings out anything
        raise WerkboekFout(BESCHADIGD) from fout


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
    for plek in keuring.formules:
        yield plek, Formule(keuring, plek)
    if keuring.buiten is not None:
        yield keuring.buiten, ONBEREIKBAAR
