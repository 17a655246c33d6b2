"""The frame that every sheet has: its title in A1, what it is, the verdict of the checks, its column heads."""

from __future__ import annotations

from collections.abc import Sequence

from core.werkboek.indeling import EERSTE_RIJ, KOPRIJ
from core.werkboek.letters import INSPRING, PUNTEN, hoogte_van, regels_van
from core.werkboek.opmaak import BOVENSCHRIFT, ROLLEN, getalbreedte, stijl
from core.werkboek.vel import RIJRUIMTE, STANDAARDBREEDTE, Blad, Boek, Tabel

TITELHOOGTE, KOPHOOGTE, TUSSENKOPHOOGTE = 24, 30, 22
ONDERTITEL, OORDEELRIJ = 1, 2
"""Rows below the title: what the sheet is, and the verdict of all checks."""

PAPIERBREEDTE = 1045
"""Pixels of a sheet on the width of an A4, between its margins."""
KLEINSTE_SCHAAL, SCHAAL = 60, 65
"""Percent. A sheet that would come smaller on the width of one page goes over more pages, at the second."""


PAST_ALTIJD = 100_000
"""Smaller numbers fit in every column."""


class Getalkop(str):
    """A head above numbers: they stand to the right, and so does it."""


Kop = str | int


def koppen_met_tijd(voor: Sequence[str], tijd: Sequence[Kop], achter: Sequence[str]) -> list[Kop]:
    """The heads of a working sheet: words, the last two of them above numbers; years or quarters; words behind."""
    return [*voor[:-2], *map(Getalkop, voor[-2:]), *tijd, *achter]


def nieuw_blad(boek: Boek, naam: str, titel: str, ondertitel: str, koppen: Sequence[Kop], koprij: int = KOPRIJ) -> Blad:
    """A sheet with its title in A1 and its column heads, which are repeated on every printed page."""
    blad = boek.blad(naam)
    blad.tekst(0, 0, titel, stijl("titel"))
    blad.hoogtes[0] = TITELHOOGTE
    blad.tekst(ONDERTITEL, 0, ondertitel, stijl("ondertitel"))
    kopregel(blad, koprij, koppen)
    return blad


def kopregel(blad: Blad, rij: int, koppen: Sequence[Kop]) -> None:
    """The heads above the columns; a year is a number. Words behind another column stand a little away from it."""
    for kolom, kop in enumerate(koppen):
        if isinstance(kop, int):
            blad.getal(rij, kolom, kop, stijl("kopjaar"))
        else:
            rol = "kopjaar" if isinstance(kop, Getalkop) else "kop_in" if kolom else "kop"
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


def maak_passend(boek: Boek) -> None:
    """Columns as wide as their numbers, and sheets that are too wide for one page over as many as they need.

    Not every sheet has its first column repeated on each page: beside repeated rows that costs LibreOffice a tenth of
    a second a sheet to open.
    """
    for blad in boek.bladen:
        _verbreed(blad)
        if not blad.een_pagina and blad.drukbreedte > PAPIERBREEDTE / KLEINSTE_SCHAAL * 100:
            blad.schaal, blad.kopkolommen = SCHAAL, 1
            _versmal(blad)


def _versmal(blad: Blad) -> None:
    """What stands above the table, within the first column: on the next pages it would be cut off."""
    for rij, rol in enumerate(BOVENSCHRIFT):
        if cel := blad.rijen.get(rij, {}).get(0):
            blad.rijen[rij][0] = cel._replace(stijl=stijl(f"{rol}_smal"))
            punten, vet = ROLLEN[rol].get("punten", PUNTEN), ROLLEN[rol].get("vet", False)
            regels = regels_van(str(cel.waarde), blad.breedtes[0], punten, vet=vet)
            if rij == OORDEELRIJ:  # a verdict can change, into a longer one too
                regels = 2
            blad.hoogtes[rij] = max(blad.hoogtes.get(rij, 0.0), hoogte_van(regels, punten) + RIJRUIMTE)


def _verbreed(blad: Blad) -> None:
    """A number that does not fit would be shown as ###."""
    for cellen in blad.rijen.values():
        for kolom, (waarde, vorm, _, _) in cellen.items():
            if waarde.__class__ is float and not -PAST_ALTIJD < waarde < PAST_ALTIJD:
                nodig = getalbreedte(waarde, vorm)
                if nodig > blad.breedtes.get(kolom, STANDAARDBREEDTE):
                    blad.breedtes[kolom] = nodig


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
            blad.tekst(rij, kolom, tekst, stijl("lijst_in" if kolom else "lijst"))
        blad.pas_hoogte(rij, [(tekst, breedte - INSPRING) for tekst, breedte in zip(teksten, breedtes, strict=True)])
    blad.breedtes = dict(enumerate(breedtes))
    blad.tabel = Tabel(f"Lijst_{naam}", (KOPRIJ, 0, EERSTE_RIJ + len(rijen) - 1, len(kolommen) - 1))
    blad.bevroren = (EERSTE_RIJ, 0)
    return blad
