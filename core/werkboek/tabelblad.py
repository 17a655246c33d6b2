"""A sheet that is one table with numbers, texts and formulas in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import NamedTuple

from core.getallen import hecht
from core.werkboek.indeling import EERSTE_RIJ, KOPRIJ
from core.werkboek.letters import INSPRING
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import Getalkop, nieuw_blad
from core.werkboek.vel import Blad, Boek, Stijl, Tabel, Waarde

LETTERS = 1.1
"""Of a sentence, to a character of column width."""
TEKST, VERDEROP = stijl("lijst"), stijl("lijst_in")


@dataclass(frozen=True)
class Kolom:
    """A column: its head, its width in characters, and how its cells are shown."""

    kop: str
    breedte: float
    stijl: Stijl = TEKST


class Formule(NamedTuple):
    """A formula, with `{rij}` for its own row (from 1) and `{vorige}` for the one above it, and its value."""

    formule: str
    waarde: Waarde


Inhoud = str | float | Formule | None


def getal(vorm: str) -> Stijl:
    """A number in a table."""
    return Stijl("lijst", vorm)


def tabelblad(
    boek: Boek,
    naam: str,
    titel: str,
    ondertitel: str,
    kolommen: Sequence[Kolom],
    rijen: Sequence[Sequence[Inhoud]],
    koprij: int = KOPRIJ,
) -> Blad:
    """A sheet with one real table, its rows as high as their texts need.

    Args:
        boek: the workbook that gets the sheet.
        naam: the name of the sheet, and of the table.
        titel: what stands in A1.
        ondertitel: what the table holds.
        kolommen: its columns.
        rijen: the cells of each row; at least one row.
        koprij: the row of the heads.
    """
    koppen = [Getalkop(k.kop) if k.stijl.vorm else k.kop for k in kolommen]
    blad = nieuw_blad(boek, naam, titel, ondertitel, koppen, koprij)
    for rij, cellen in enumerate(rijen, koprij + 1):
        for kolom, (cel, hoe) in enumerate(zip(cellen, kolommen, strict=True)):
            _zet(blad, rij, kolom, cel, hoe.stijl, VERDEROP if kolom else TEKST)
        teksten = [
            (hecht(c), k.breedte - INSPRING) for c, k in zip(cellen, kolommen, strict=True) if isinstance(c, str)
        ]
        blad.pas_hoogte(rij, teksten)
    blad.breedtes = {nummer: kolom.breedte for nummer, kolom in enumerate(kolommen)}
    blad.tabel = Tabel(f"Lijst_{naam}", (koprij, 0, koprij + len(rijen), len(kolommen) - 1))
    if koprij == KOPRIJ:
        blad.bevroren = (EERSTE_RIJ, 0)
    return blad


def noten(blad: Blad, rij: int, *zinnen: str) -> None:
    """Sentences below a table, broken to its width; empty ones are left out."""
    breed = int(sum(blad.breedtes.values()) * LETTERS)
    regels = (regel for zin in zinnen for regel in wrap(hecht(zin), breed))
    for nummer, regel in enumerate(regels, rij):
        blad.tekst(nummer, 0, regel, stijl("ondertitel"))


def _zet(blad: Blad, rij: int, kolom: int, cel: Inhoud, hoe: Stijl, tekst: Stijl) -> None:
    if isinstance(cel, Formule):
        blad.formule(rij, kolom, cel.formule.format(rij=rij + 1, vorige=rij), cel.waarde, hoe)
    elif isinstance(cel, str):
        blad.tekst(rij, kolom, hecht(cel), tekst)
    elif cel is None:
        blad.leeg(rij, kolom, hoe)
    else:
        blad.getal(rij, kolom, cel, hoe)
