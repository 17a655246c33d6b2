"""From a table as it was found to a block: its cells, what is said about the size of numbers, and what is not read."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from xlsxwriter.utility import xl_col_to_name

from core.overname.blok import Blok, Kolom, Rij
from core.overname.celwaarde import is_waarde
from core.overname.jaarkop import Aard, Jaarkop, telt_delen
from core.overname.personen import toonbaar
from core.overname.schaal import Schaal, lees_rijschalen, lees_schalen
from core.overname.vel import Plek, Vel
from core.overname.zoeken import Vondst
from core.plan import Bevinding, Ernst

_PRIJSPEIL = re.compile(r"\b(?:prijspeil(?: van)?(?: 20\d\d)?|(?:in )?(?:constante|vaste) prijzen)\b", re.IGNORECASE)
_NABIJ = 3
"""So far from the years a row of quarters or months may stand."""


def maak_blok(
    bestand: str, vel: Vel, vondst: Vondst, lijf: Container[Plek], koppen: Container[Plek], *, gedraaid: bool
) -> Blok:
    """The block of a table; in a turned sheet rows and columns have changed places.

    Args:
        bestand: the name of the file.
        vel: the sheet as it is, not turned.
        vondst: where the table stands.
        lijf: the cells in the rows of all tables of the sheet, so that what is said elsewhere can be told apart.
        koppen: the headings of the columns of all these tables.
        gedraaid: whether the table was found in the turned sheet.
    """
    zoekvel = vondst.vel
    breed, delen = _brede_jaren(vondst), _delen_van_jaren(vondst)
    kolommen = tuple(
        _kolom(
            replace(kop, aard=Aard.DEEL) if nr in delen else kop,
            tekst,
            _waar(nr, als_rij=gedraaid),
            verborgen=nr in zoekvel.verborgen_kolommen,
            breed=nr in breed,
        )
        for nr, (kop, tekst) in vondst.koppen.items()
    )
    rijen = tuple(
        Rij(
            toonbaar(label),
            toonbaar(groep),
            _waar(nr, als_rij=not gedraaid),
            tuple(_schalen_op_rij(vondst, nr, gedraaid=gedraaid)),
            nr in zoekvel.verborgen_rijen,
        )
        for nr, label, groep in vondst.rijen
    )
    plekken = {
        (i, j): (kolom, rij) if gedraaid else (rij, kolom)
        for i, (rij, _, _) in enumerate(vondst.rijen)
        for j, kolom in enumerate(vondst.koppen)
        if zoekvel.cel(rij, kolom) is not None
    }
    labelkoppen = tuple(c.tekst for k in vondst.labels if (c := zoekvel.cel(vondst.koprij, k)) is not None)
    blok = Blok(bestand, vel, kolommen, rijen, plekken, tuple(losse_schalen(vel, lijf, koppen)), koppen=labelkoppen)
    meldingen = (*bevindingen_bij(blok), *_zonder_jaar(blok, vondst, gedraaid=gedraaid))
    return replace(blok, bevindingen=meldingen)


def _kolom(kop: Jaarkop, tekst: str, waar: str, *, verborgen: bool, breed: bool) -> Kolom:
    schalen = tuple(s for s in lees_schalen(tekst, waar) if not s.ongewoon)
    if breed and kop.aard is not Aard.DEEL:
        kop = replace(kop, aard=Aard.ANDERS, soort=kop.soort or "eerste kolom")
        tekst = f"{tekst} (eerste kolom)"
    return Kolom(kop, toonbaar(tekst), waar, verborgen, schalen)


def _delen_van_jaren(vondst: Vondst) -> set[int]:
    """The years that a row named "kwartaal" or "maand" cuts up."""
    vel = vondst.vel
    rijen = (*range(max(0, vondst.koprij - _NABIJ), vondst.koprij), *(rij for rij, _, _ in vondst.rijen))
    tellers = [rij for rij in rijen if any((c := vel.gedekt(rij, k)) and telt_delen(c.tekst) for k in vondst.labels)]
    return {k for rij in tellers for k in vondst.koppen if vel.cel(rij, k) is not None}


def _brede_jaren(vondst: Vondst) -> set[int]:
    """The years, where one may stand over the next columns too: numbers without a heading, right beside it.

    One such column behind the last year alone is a total or a remark.
    """
    vel = vondst.vel
    rijen = [rij for rij, _, _ in vondst.rijen]
    breed: dict[int, int] = {}
    for jaar in vondst.koppen:
        kolom = jaar + 1
        while kolom not in vondst.koppen and vel.gedekt(vondst.koprij, kolom) is None:
            if not any(_getal_op(vel, rij, kolom) for rij in rijen):
                break
            breed[jaar] = kolom - jaar
            kolom += 1
    return set(vondst.koppen) if breed and breed != {max(vondst.koppen): 1} else set()


def losse_schalen(vel: Vel, lijf: Container[Plek], koppen: Container[Plek] = ()) -> Iterator[Schaal]:
    """What the name of the sheet and the texts outside the rows of tables say about the size of numbers.

    In the headings `koppen` a part of a year or a difference was read as such.
    """
    yield from lees_schalen(vel.naam, f"de naam van blad {vel.naam}")
    yield from vel.rondom
    for plek, tekst in vel.teksten():
        if plek not in lijf:
            yield from (s for s in lees_schalen(tekst, vel.plaats(*plek)) if not (s.ongewoon and plek in koppen))


def _schalen_op_rij(vondst: Vondst, rij: int, *, gedraaid: bool) -> Iterator[Schaal]:
    """What a row says about its own numbers: in its label, in a column for the unit, or in a remark behind."""
    for kolom in sorted({*vondst.labels, *vondst.vel.kolommen_van(rij), *vondst.vel.gedekte_kolommen(rij)}):
        cel = vondst.vel.gedekt(rij, kolom)
        if cel is not None and cel.tekst and kolom not in vondst.koppen:
            plek = (kolom, rij) if gedraaid else (rij, kolom)
            schalen = lees_rijschalen(cel.tekst, vondst.vel.plaats(*plek))
            yield from (s for s in schalen if s.maal > 1 or not is_waarde(cel))  # "€ 1.000" may be a unit, "12%" not


def _waar(nummer: int, *, als_rij: bool) -> str:
    return f"rij {nummer + 1}" if als_rij else f"kolom {xl_col_to_name(nummer)}"


def bevindingen_bij(blok: Blok) -> Iterator[Bevinding]:
    """What in a table is hidden, is not read, or has to be chosen."""
    blad = f"blad {blok.vel.naam}"
    if blok.vel.verborgen:
        yield Bevinding(Ernst.LET_OP, blad, "Dit blad is verborgen in Excel. Kijk of de tabel nog geldt.")
    verborgen = [k.waar for k in blok.kolommen if k.verborgen] + [r.waar for r in blok.rijen if r.verborgen]
    if verborgen:
        zin = f"Verborgen in Excel, maar wel gelezen: {_opsomming(verborgen)}. Kijk of deze getallen meetellen."
        yield Bevinding(Ernst.LET_OP, blad, zin)
    for kolom in blok.kolommen:
        plaats = f"{blad}, {kolom.waar}"
        if kolom.kop.aard is Aard.DEEL:
            zin = f"Dit is een deel van {kolom.kop.jaar} en telt niet als heel jaar. De getallen worden niet gelezen."
            yield Bevinding(Ernst.LET_OP, plaats, zin)
        elif kolom.kop.aard is Aard.ANDERS:
            zin = f'Hier staat "{kolom.tekst}" boven. Dat wordt alleen gelezen als u deze kolommen zelf kiest.'
            yield Bevinding(Ernst.WAARSCHUWING, plaats, zin)
    if dubbel := blok.dubbele_jaren(blok.kolommen_met(())):
        soorten = list(dict.fromkeys(f'"{blok.kolommen[j].kop.soort}"' for j in blok.kolommen_met(())))
        zin = f"Meer dan één keer in deze tabel: {_opsomming(map(str, dubbel))}. {blok.raad_bij_dubbel}"
        yield Bevinding(Ernst.WAARSCHUWING, blad, f"{zin}: {', '.join(soorten)}." if len(soorten) > 1 else f"{zin}.")
    for plek, tekst in blok.vel.teksten():
        if gevonden := _PRIJSPEIL.search(tekst):
            zin = f'Hier staat "{gevonden[0]}". De planner leest een bedrag per jaar als prijs van dat jaar zelf.'
            yield Bevinding(
                Ernst.WAARSCHUWING, blok.vel.plaats(*plek), f"{zin} Reken de bedragen om als dat niet zo is."
            )


def getallen_buiten(vel: Vel, gelezen: Container[Plek]) -> Iterator[Bevinding]:
    """Numbers that belong to no table are named, so that nothing is left out in silence."""
    los = [plek for plek in sorted(vel.cellen) if plek not in gelezen and _getal_op(vel, *plek)]
    if los:
        zin = f"Buiten de tabellen staan nog getallen ({len(los)}, het eerste hier). Die worden niet gelezen."
        yield Bevinding(Ernst.LET_OP, vel.plaats(*los[0]), zin)


def _zonder_jaar(blok: Blok, vondst: Vondst, *, gedraaid: bool) -> Iterator[Bevinding]:
    """Numbers under a heading without a year are named, so that nothing is left out in silence."""
    vel = vondst.vel
    rijen = [rij for rij, _, _ in vondst.rijen]
    laatste = max((k for rij in rijen for k in vel.kolommen_van(rij)), default=0)
    vreemd: list[str] = []
    datums: list[str] = []
    for kolom in range(vondst.labels.start, laatste + 1):
        if kolom in vondst.koppen or not any(_getal_op(vel, rij, kolom) for rij in rijen):
            continue
        kop = vel.gedekt(vondst.koprij, kolom)
        is_datum = kop is not None and isinstance(kop.waarde, date)
        (datums if is_datum else vreemd).append(_waar(kolom, als_rij=gedraaid))
    blad = f"blad {blok.vel.naam}"
    if vreemd:
        zin = f"Zonder jaar erboven, en daarom niet gelezen: {_opsomming(vreemd)}."
        yield Bevinding(Ernst.LET_OP, blad, zin)
    if datums:
        zin = f"Boven {_opsomming(datums)} staat een datum, geen jaar. Zet de celopmaak op Standaard en typ het jaar."
        yield Bevinding(Ernst.WAARSCHUWING, blad, zin)


def _getal_op(vel: Vel, rij: int, kolom: int) -> bool:
    cel = vel.cel(rij, kolom)
    return cel is not None and is_waarde(cel) and any(c.isdigit() for c in cel.tekst or "0")


def _opsomming(delen: Iterable[str]) -> str:
    *voor, laatste = delen
    return f"{', '.join(voor)} en {laatste}" if voor else laatste
