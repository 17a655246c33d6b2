"""Opening a file that a gemeente already has: a workbook or a csv, as cells; sheets with persons are left behind.

Nothing is run and no link is followed (`core.werkboek.openen`). Of a formula the result is taken that was stored with
it. A sheet on which something looks like a person is not passed on, so nothing behind this door can show or keep it.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from core.overname.kommatekst import KommaFout, lees_kommatekst
from core.overname.personen import personen_op, toonbaar
from core.overname.schaal import lees_schalen
from core.overname.vel import Bestand, Cel, Gebied, Plek, Vel
from core.plan import Bevinding, Ernst
from core.werkboek.openen import Bladdeel, WerkboekFout, lees_bytes, schone_kopie

MEESTE_RIJEN, MEESTE_KOLOMMEN = 20_000, 200
MEESTE_CELLEN = 200_000
MEESTE_SAMENGEVOEGD = 100_000
"""Cells under merged cells. Only a file made to do harm has more."""
LANGSTE_NAAM = 120
LANGSTE_TEKST = 500
"""Characters of a cell that are looked at; headings, labels and numbers are far shorter."""

_TEKSTBESTANDEN = (".csv", ".txt", ".tsv")
_TEKSTEN = "xl/sharedStrings.xml"
_KOP_EN_VOET = {
    f"{pagina}{deel}": f"de {naam} van de afdruk"
    for pagina in ("odd", "even", "first")
    for deel, naam in (("Header", "koptekst"), ("Footer", "voettekst"))
}
_PAGINACODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f+-]{5,6}|\d{1,3}|[A-JL-Za-z])')
"""Codes between the words of the head and foot of a page: fonts, sizes, page numbers."""
_ZIP = b"PK\x03\x04"
_BESCHADIGD = "Dit werkboek is beschadigd. Open het in Excel, sla het opnieuw op en probeer weer."


def lees_bestand(pad: Path, *, komma_scheidt: bool = False) -> Bestand:
    """The cells of a file. What stands in the way of reading it is a bevinding, never an exception.

    Args:
        pad: the file.
        komma_scheidt: the answer to `Bestand.komma_vraag`.
    """
    naam = toonbaar(pad.name or str(pad), LANGSTE_NAAM)
    try:
        ruw = lees_bytes(pad)
        if ruw.startswith(_ZIP):
            return _zonder_personen(naam, *_werkboek(ruw))
        if pad.suffix.lower() in _TEKSTBESTANDEN:
            cellen = lees_kommatekst(ruw, MEESTE_RIJEN, MEESTE_KOLOMMEN, komma_scheidt=komma_scheidt)
            return _zonder_personen(naam, [Vel(pad.stem[:31], {p: Cel(w) for p, w in cellen.items()})], [], b"")
        raise WerkboekFout(_geen_werkboek(ruw))
    except (WerkboekFout, KommaFout) as fout:
        vraag = isinstance(fout, KommaFout) and fout.vraag
        return Bestand(naam, (), (Bevinding(Ernst.FOUT, naam, str(fout)),), komma_vraag=vraag)


def _geen_werkboek(ruw: bytes) -> str:
    if ruw.lstrip()[:1] == b"<":
        return "Dit is een webpagina of XML, geen werkboek. Open het in Excel en sla het op als Excel-werkmap (.xlsx)."
    return "Dit is geen Excel-werkboek (.xlsx) en geen csv-bestand. Kies een ander bestand."


def _zonder_personen(naam: str, vellen: list[Vel], bevindingen: list[Bevinding], kopie: bytes | None) -> Bestand:
    if sum(len(vel.cellen) for vel in vellen) > MEESTE_CELLEN:
        zin = f"Dit bestand heeft meer dan {MEESTE_CELLEN} gevulde cellen. Neem alleen over wat nodig is."
        return Bestand(naam, (), (Bevinding(Ernst.FOUT, naam, zin),))
    schoon, geweigerd = [], []
    for nummer, vel in enumerate(vellen, 1):
        gevonden = personen_op(vel, nummer)
        geweigerd += gevonden
        if not gevonden:
            schoon.append(vel)
    # What was found on a sheet with persons names that sheet; the name itself may be that of a person.
    namen = {vel.naam for vel in schoon}
    over = (
        [b for b in bevindingen if any(b.plaats.startswith(f"blad {n}") for n in namen)] if geweigerd else bevindingen
    )
    if not any(vel.cellen for vel in vellen):
        over.append(Bevinding(Ernst.FOUT, naam, "In dit bestand staat niets. Kies een ander bestand."))
    return Bestand(naam, tuple(schoon), tuple(geweigerd + over), None if geweigerd else kopie)


# --- the workbook ------------------------------------------------------------------------------------------


def _werkboek(ruw: bytes) -> tuple[list[Vel], list[Bevinding], bytes | None]:
    """Its sheets, what was found, and a clean copy; none where nobody looked at all cells for persons."""
    kopie = schone_kopie(ruw, MEESTE_RIJEN)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            boek = openpyxl.load_workbook(BytesIO(kopie.zip_), read_only=True, data_only=True, keep_links=False)
            gedeeld = _bewerkte_teksten(kopie.zip_)
            vellen = [_vel(blad, boek[blad.naam], gedeeld) for blad in kopie.bladen]
    except WerkboekFout:
        raise
    except Exception as fout:  # openpyxl has no error of its own: a hostile file brings out anything
        raise WerkboekFout(_BESCHADIGD) from fout
    buiten = [b for blad in kopie.bladen for b in _buiten(blad)]
    return vellen, buiten, None if buiten else kopie.zip_


def _buiten(blad: Bladdeel) -> list[Bevinding]:
    if blad.keuring.buiten is None:
        return []
    zin = (
        f"Dit blad is te groot: alleen de eerste {MEESTE_RIJEN} rijen en {MEESTE_KOLOMMEN} kolommen worden gelezen. "
        "Zet wat nodig is op een eigen blad."
    )
    return [Bevinding(Ernst.FOUT, f"blad {blad.naam}", zin)]


def _vel(blad: Bladdeel, werkblad: Any, gedeeld: frozenset[tuple[str, str]]) -> Vel:
    bouw = _lees_bouw(blad.xml)
    werkblad.reset_dimensions()
    keuring = blad.keuring
    bewerkt = bouw.bewerkt.union(plek for plek, waarde in keuring.waarden.items() if waarde in gedeeld)
    cellen = {}
    inhoud = werkblad.iter_rows(max_row=keuring.rijen, max_col=keuring.kolommen) if keuring.rijen else ()
    for nr, rij in enumerate(inhoud):
        for kolom, gelezen in enumerate(rij):
            waarde = gelezen.value
            if isinstance(waarde, str):
                waarde = waarde[:LANGSTE_TEKST]
            if waarde is not None and not (isinstance(waarde, str) and not waarde.strip()):
                plek = nr, kolom
                doorgehaald = bool(gelezen.font.strike) or plek in bewerkt
                opmaak = gelezen.number_format or "General"
                cellen[plek] = Cel(waarde, opmaak, plek in keuring.formules, doorgehaald)
    leeg = ("str", "")  # the formula has a result: no text
    zonder_uitkomst = {
        p: Cel(None, formule=True) for p in keuring.formules if p not in cellen and keuring.waarden.get(p) != leeg
    }
    rondom = (*bouw.rondom, *(t for deel in blad.rondom for t in _teksten_rondom(deel)))
    return Vel(
        blad.naam,
        cellen | zonder_uitkomst,
        blad.verborgen,
        frozenset(bouw.rijen),
        frozenset(bouw.kolommen),
        tuple(bouw.samengevoegd),
        tuple(s for waar, tekst in rondom for s in lees_schalen(tekst, f"{waar} op blad {blad.naam}")),
    )


def _bewerkte_teksten(zip_: bytes) -> frozenset[tuple[str, str]]:
    """The shared texts of which some is struck out or raised, as the value of a cell refers to them."""
    with ZipFile(BytesIO(zip_)) as delen:
        if _TEKSTEN not in delen.namelist():
            return frozenset()
        teksten = ElementTree.fromstring(delen.read(_TEKSTEN))
    return frozenset(("s", str(nr)) for nr, tekst in enumerate(teksten.iterfind("{*}si")) if _is_bewerkt(tekst))


def _is_bewerkt(tekst: ElementTree.Element) -> bool:
    """Whether some letters are struck out or raised: "1234" with a small 1 is stored as "12341"."""
    return any(
        merk.get("val") not in ("0", "false", "baseline")
        for soort in ("strike", "vertAlign")
        for merk in tekst.iterfind(f"{{*}}r/{{*}}rPr/{{*}}{soort}")
    )


def _teksten_rondom(deel: bytes) -> Iterator[tuple[str, str]]:
    """The notes at cells and the texts in boxes, with words for where they are."""
    for element in ElementTree.fromstring(deel).iter():
        soort = element.tag.rpartition("}")[2]
        if soort in ("comment", "txBody"):
            tekst = "".join(t.text or "" for t in element.iterfind(".//{*}t"))
            waar = "een tekstvak" if soort == "txBody" else f"de opmerking bij cel {element.get('ref', '')}"
            yield waar, " ".join(tekst.split())


@dataclass
class _Bouw:
    """What openpyxl does not stream: hidden rows and columns, merged cells, texts worked on, texts around the cells."""

    rijen: set[int] = field(default_factory=set)
    kolommen: set[int] = field(default_factory=set)
    samengevoegd: list[Gebied] = field(default_factory=list)
    bewerkt: set[Plek] = field(default_factory=set)
    rondom: list[tuple[str, str]] = field(default_factory=list)


def _lees_bouw(xml: bytes) -> _Bouw:
    bouw = _Bouw()
    nummer = 0
    for _, element in ElementTree.iterparse(BytesIO(xml)):
        soort = element.tag.rpartition("}")[2]
        if soort == "row":
            nummer = int(element.get("r", nummer + 1))
            if element.get("hidden") in ("1", "true"):
                bouw.rijen.add(nummer - 1)
            bouw.bewerkt.update(_bewerkte_cellen(element, nummer - 1))
            element.clear()
        elif soort == "col" and element.get("hidden") in ("1", "true"):
            laatste = min(int(element.get("max", 0)), MEESTE_KOLOMMEN)
            bouw.kolommen.update(range(int(element.get("min", 1)) - 1, laatste))
        elif soort == "mergeCell":
            links, boven, rechts, onder = range_boundaries(element.get("ref", ""))
            bouw.samengevoegd.append(Gebied(boven - 1, links - 1, onder - 1, rechts - 1))
        elif soort == "dataValidation":
            waar = f"de invoerhulp bij cel {re.split('[ :]', element.get('sqref', ''))[0]}"
            bouw.rondom += [(waar, element.get(kenmerk, "")) for kenmerk in ("promptTitle", "prompt")]
        elif soort in _KOP_EN_VOET:
            bouw.rondom.append((_KOP_EN_VOET[soort], _PAGINACODE.sub(" ", element.text or "")))
    if sum((g.onder - g.boven + 1) * (g.rechts - g.links + 1) for g in bouw.samengevoegd) > MEESTE_SAMENGEVOEGD:
        raise WerkboekFout("Op een blad zijn onwaarschijnlijk veel cellen samengevoegd. Het wordt niet geopend.")
    return bouw


def _bewerkte_cellen(rij: ElementTree.Element, nummer: int) -> Iterator[Plek]:
    kolom = -1
    for cel in rij:
        adres = cel.get("r")
        kolom = coordinate_to_tuple(adres)[1] - 1 if adres else kolom + 1
        tekst = cel.find("{*}is")
        if tekst is not None and _is_bewerkt(tekst):
            yield nummer, kolom
