"""The frame that every sheet has: its title in A1, what it is, the verdict of the checks, its column heads."""

from __future__ import annotations

from collections.abc import Sequence

from core.werkboek.indeling import EERSTE_RIJ, KOPRIJ
from core.werkboek.opmaak import stijl
from core.werkboek.vel import Blad, Boek, Tabel

TITELHOOGTE, KOPHOOGTE, TUSSENKOPHOOGTE = 24, 30, 22
ONDERTITEL, OORDEELRIJ = 1, 2
"""Rows below the title: what the sheet is, and the verdict of all checks."""

PAGINABREEDTE, SCHAAL = 240, 55
"""Characters that can still be read on the width of an A4; a wider sheet goes over more pages, at this percentage."""


class Getalkop(str):
    """A head above numbers: they stand to the right, and so does it."""


class Kenmerkkop(str):
    """A head above short words behind the numbers."""


Kop = str | int


def koppen_met_tijd(voor: Sequence[str], tijd: Sequence[Kop], achter: Sequence[str]) -> list[Kop]:
    """The heads of a working sheet: words, the last two of them above numbers; years or quarters; words behind."""
    return [*voor[:-2], *map(Getalkop, voor[-2:]), *tijd, *map(Kenmerkkop, achter)]


def nieuw_blad(boek: Boek, naam: str, titel: str, ondertitel: str, koppen: Sequence[Kop], koprij: int = KOPRIJ) -> Blad:
    """A sheet with its title in A1 and its column heads, which are repeated on every printed page."""
    blad = boek.blad(naam)
    blad.tekst(0, 0, titel, stijl("titel"))
    blad.hoogtes[0] = TITELHOOGTE
    blad.tekst(ONDERTITEL, 0, ondertitel, stijl("ondertitel"))
    kopregel(blad, koprij, koppen)
    return blad


def kopregel(blad: Blad, rij: int, koppen: Sequence[Kop]) -> None:
    """The heads above the columns; a year is a number."""
    for kolom, kop in enumerate(koppen):
        if isinstance(kop, int):
            blad.getal(rij, kolom, kop, stijl("kopjaar"))
        else:
            rol = {Getalkop: "kopjaar", Kenmerkkop: "kop_kenmerk"}.get(type(kop), "kop")
            blad.tekst(rij, kolom, str(kop), stijl(rol))
    if koppen:
        blad.hoogtes[rij] = KOPHOOGTE
        blad.koprijen = (rij, rij)


def tussenkop(blad: Blad, rij: int, kop: str, breed: int = 1) -> None:
    """A heading inside a sheet, over as many columns."""
    blad.tekst(rij, 0, kop, stijl("tussenkop"))
    for kolom in range(1, breed):
        blad.leeg(rij, kolom, stijl("tussenkop"))
    blad.hoogtes[rij] = TUSSENKOPHOOGTE


def over_paginas(blad: Blad) -> None:
    """A sheet that is too wide for one page goes over as many as it needs, its first column repeated on each.

    Not for every sheet: repeated columns beside repeated rows cost LibreOffice a tenth of a second a sheet to open.
    """
    if sum(blad.breedtes.values()) > PAGINABREEDTE:
        blad.schaal, blad.kopkolommen = SCHAAL, 1


def lijst(
    boek: Boek,
    naam: str,
    titel: str,
    ondertitel: str,
    kolommen: Sequence[tuple[str, float]],
    rijen: Sequence[Sequence[str]],
) -> Blad:
    """A sheet that is one list: a real table, its rows as high as their texts need.

    Args:
        boek: the workbook that gets the sheet.
        naam: the name of the sheet, and of the table.
        titel: what stands in A1.
        ondertitel: what the list holds.
        kolommen: the head and the width of each column.
        rijen: the texts of each row; at least one row.
    """
    blad = nieuw_blad(boek, naam, titel, ondertitel, [kop for kop, _ in kolommen])
    breedtes = [breedte for _, breedte in kolommen]
    for rij, teksten in enumerate(rijen, EERSTE_RIJ):
        for kolom, tekst in enumerate(teksten):
            blad.tekst(rij, kolom, tekst, stijl("lijst"))
        blad.pas_hoogte(rij, list(zip(teksten, breedtes, strict=True)))
    blad.breedtes = dict(enumerate(breedtes))
    blad.tabel = Tabel(f"Lijst_{naam}", (KOPRIJ, 0, EERSTE_RIJ + len(rijen) - 1, len(kolommen) - 1))
    blad.bevroren = (EERSTE_RIJ, 0)
    return blad
