"""Walks a workbook and names all that cannot be read: cut off, shown as ###, under a chart, or too small on paper.

It asks of every cell whether its text fits where a spreadsheet shows it. Widths are in characters of a column, 7 pixels
each with 5 more a column; heights in points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.werkboek.letters import INSPRING, PUNTEN, hoogte_van, regels_van, tekstbreedte
from core.werkboek.opmaak import ROLLEN, TEKSTVORM
from core.werkboek.vel import ONBEKEND, Blad, Boek, Cel, Stijl

STANDAARDBREEDTE, STANDAARDHOOGTE = 64 / 7, 15.0
"""Of a column and a row that have none of their own."""
PIXEL = 72 / 96
"""In points."""

PAPIER = (29.7 - 2 * 1.016) / 2.54 * 96, (21 - 1.2 * 2.54) / 2.54 * 72
"""What an A4 has room for between its margins: pixels of a column, points of a row."""
KLEINSTE_SCHAAL = 60
_VORM = re.compile(r'#,##0|0|\.(0+)|%|"([^"]*)"')


def bezwaren(boek: Boek) -> list[str]:
    """Everything that cannot be read, with the sheet and the cell; empty when there is nothing."""
    return [f"{blad.naam}: {b}" for blad in boek.bladen for b in (*_cellen(blad), *_papier(blad), *_grafieken(blad))]


# --- cells -------------------------------------------------------------------------------------------------


def _cellen(blad: Blad) -> Iterator[str]:
    for rij, cellen in blad.rijen.items():
        for kolom, cel in cellen.items():
            if cel.waarde is None or cel.waarde == "":
                continue
            eigen = ROLLEN[cel.stijl.rol]
            punten, vet = eigen.get("punten", PUNTEN), eigen.get("vet", False)
            ruimte = _breedte(blad, kolom) - INSPRING * eigen.get("inspring", 0)
            tekst = getoond(cel)
            waar = f"rij {rij + 1} kolom {kolom + 1}: {tekst!r}"
            if eigen.get("terugloop") and isinstance(cel.waarde, str):
                hoog = hoogte_van(regels_van(tekst, ruimte, punten, vet=vet), punten)
                if hoog > blad.hoogtes.get(rij, STANDAARDHOOGTE):
                    yield f"{waar} is te hoog voor zijn rij"
            elif tekstbreedte(tekst, punten, vet=vet) > ruimte + _vrij(blad, rij, kolom, cel):
                yield f"{waar} is te breed"


def getoond(cel: Cel) -> str:
    """What stands in a cell, as a Dutch reader sees it."""
    waarde, vorm = cel.waarde, cel.stijl.vorm
    if isinstance(waarde, str) or waarde is None:
        return waarde or ""
    if vorm in ("", "General", TEKSTVORM):
        return f"{waarde:.10g}".replace(".", ",")
    delen = vorm.split(";")
    deel = delen[0] if len(delen) == 1 or waarde > 0 else delen[1] if waarde < 0 else delen[2]
    decimalen = next((len(d) for d, _ in _VORM.findall(deel) if d), 0)
    getal = (abs(waarde) if len(delen) > 1 else waarde) * (100 if "%" in deel else 1)
    tekst = f"{getal:,.{decimalen}f}" if "," in deel else f"{getal:.{decimalen}f}"
    achter = "".join(woord for _, woord in _VORM.findall(deel))
    return tekst.translate(str.maketrans(",.", ".,")) + ("%" if "%" in deel else "") + achter


def _vrij(blad: Blad, rij: int, kolom: int, cel: Cel) -> float:
    """The room of empty cells to the right, into which a text that does not wrap may run; numbers may not."""
    if not isinstance(cel.waarde, str) or cel.waarde == ONBEKEND or _rechts(cel.stijl):
        return 0
    laatste = blad.afdruk[3] if blad.afdruk else _laatste_kolom(blad)
    ruimte = 0.0
    for naast in range(kolom + 1, laatste + 1):
        if (ander := blad.rijen[rij].get(naast)) and ander.waarde not in (None, ""):
            break
        ruimte += _breedte(blad, naast) + 5 / 7
    return ruimte


def _rechts(stijl: Stijl) -> bool:
    return ROLLEN[stijl.rol].get("kant") == "rechts" or bool(stijl.vorm and stijl.vorm != TEKSTVORM)


# --- paper -------------------------------------------------------------------------------------------------


def _papier(blad: Blad) -> Iterator[str]:
    laatste = blad.afdruk[3] if blad.afdruk else _laatste_kolom(blad)
    breedtes = [7 * _breedte(blad, kolom) + 5 for kolom in range(laatste + 1)]
    breed, hoog = PAPIER
    if blad.schaal is None:
        schaal = 100 * breed / sum(breedtes)
        if blad.een_pagina:
            schaal = min(schaal, 100 * hoog / _hoogte(blad, 0, _laatste_rij(blad) + 1))
        if schaal < KLEINSTE_SCHAAL:
            yield f"komt met {schaal:.0f} % op papier"
        for grafiek in blad.grafieken:
            if (_hoogte(blad, 0, grafiek.rij) + grafiek.hoogte * PIXEL) * schaal / 100 > hoog:
                yield f"de grafiek {grafiek.titel!r} past niet op de eerste bladzijde"
        return
    if blad.schaal < KLEINSTE_SCHAAL:
        yield f"komt met {blad.schaal} % op papier"
    kop = sum(breedtes[: blad.kopkolommen])
    for kolom, breedte in enumerate(breedtes[blad.kopkolommen :], blad.kopkolommen):
        if (kop + breedte) * blad.schaal / 100 > breed:
            yield f"kolom {kolom + 1} past niet op een bladzijde"


# --- charts ------------------------------------------------------------------------------------------------


def _grafieken(blad: Blad) -> Iterator[str]:
    for grafiek in blad.grafieken:
        onder = grafiek.rij
        while _hoogte(blad, grafiek.rij, onder) < grafiek.hoogte * PIXEL:
            onder += 1
        if onder > _laatste_rij(blad) + 1:
            yield f"de grafiek {grafiek.titel!r} komt niet helemaal op papier"
        for rij in range(grafiek.rij, onder):
            if any(cel.waarde not in (None, "") for cel in blad.rijen.get(rij, {}).values()):
                yield f"rij {rij + 1} ligt onder de grafiek {grafiek.titel!r}"
        kolommen = range((blad.afdruk[3] if blad.afdruk else _laatste_kolom(blad)) + 1)
        if grafiek.links + grafiek.breedte > sum(7 * _breedte(blad, kolom) + 5 for kolom in kolommen):
            yield f"de grafiek {grafiek.titel!r} steekt uit"


def _hoogte(blad: Blad, van: int, tot: int) -> float:
    """Of the rows from the first up to the last, in points."""
    return sum(blad.hoogtes.get(rij, STANDAARDHOOGTE) for rij in range(van, tot))


def _breedte(blad: Blad, kolom: int) -> float:
    return blad.breedtes.get(kolom, STANDAARDBREEDTE)


def _laatste_kolom(blad: Blad) -> int:
    return max(*blad.breedtes, *(kolom for cellen in blad.rijen.values() for kolom in cellen))


def _laatste_rij(blad: Blad) -> int:
    return blad.afdruk[2] if blad.afdruk else max(blad.rijen)
