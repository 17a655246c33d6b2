"""What in a table speaks against reading a number as it stands: sizes, parts of a year, units, letters beside it."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import takewhile

from core.overname.blok import Blok, Kolom, Rij
from core.overname.celwaarde import Bezwaar
from core.overname.jaarkop import HELFTEN
from core.overname.koppeling import Doel
from core.overname.notatie import GeenGetal, Notatie, lees_tekst
from core.overname.schaal import PROCENT, PROMILLE, Schaal, lees_schalen

_TEKENS_ERNAAST = {"V", "N", "D", "C", "DR", "CR", "DEBET", "CREDIT", "VOORDEEL", "NADEEL"}
_ACHTER = 4
"""So far behind a number, and before the next year, a letter may stand."""
_NIETS = re.compile(r"(?!)")
_ANDERE_MAAT = {
    eenheid: re.compile(rf"\b(?:{woorden})\b|€", re.IGNORECASE)
    for eenheid, woorden in (
        ("kwartalen", "maanden|mnd|weken|dagen|jaren"),
        ("jaren", "kwartalen|maanden|mnd|weken|dagen"),
        ("uren", "minuten|dagen|dagdelen|weken"),
        ("personen", "huishoudens|woningen"),
        ("fte", "uren"),
    )
}
"""For units that are no amounts words that say that something else is counted."""
_AANTAL, _BEDRAG = {"aantal", "aantallen", "personen"}, {"bedrag", "bedragen", "euro", "eur"}


def geldende_schalen(blok: Blok, rij: int, doel: Doel) -> list[Schaal]:
    """What is said about the size of the numbers of a row, as far as it can matter for this input."""
    eenheid = doel.ingang.eenheid.naam

    def telt(schaal: Schaal) -> bool:
        over_geld = not schaal.euro or eenheid.startswith("euro")
        return not schaal.ongewoon and (schaal.maal in (PROCENT, PROMILLE)) == (eenheid == "aandeel") and over_geld

    return list(filter(telt, blok.rijen[rij].schalen)) or list(filter(telt, blok.schalen))


def heldere_notaties(blok: Blok) -> dict[Notatie, str]:
    """The notations in which numbers written as text stand in a table, each with a cell that can only be that."""
    gezien: dict[Notatie, str] = {}
    for vak, plek in blok.plekken.items():
        cel = blok.vel.cel(*plek)
        try:
            lezingen = lees_tekst(cel.tekst).lezingen if cel is not None else {}
        except GeenGetal:
            continue
        if len(lezingen) == 1:
            gezien.setdefault(next(iter(lezingen)), blok.plaats(*vak))
    return gezien


def schaal_van_enkele(blok: Blok, kolommen: Collection[int]) -> Schaal | None:
    """What stands above some years and not above others; of columns that are not read, per cents do not count."""
    per_kolom = [[s for s in kolom.schalen if j in kolommen or s.maal > 1] for j, kolom in enumerate(blok.kolommen)]
    verschillend = len({frozenset(s.maal for s in schalen) for schalen in per_kolom}) > 1
    return next(s for schalen in per_kolom for s in schalen) if verschillend else None


def ongewone_getallen(blok: Blok, kolommen: Collection[int]) -> Schaal | None:
    """What the file says of months and the like, where some of these columns are of whole years."""
    heel = any(blok.kolommen[j].kop.aard not in HELFTEN for j in kolommen)
    return next((s for s in blok.schalen if s.ongewoon), None) if heel else None


def andere_maat(rij: Rij, doel: Doel) -> str:
    """Words by which the numbers of a row are of another measure: a month, weeks where quarters are counted."""
    eenheid = doel.ingang.eenheid.naam
    if deel := next((s for s in rij.schalen if s.ongewoon), None):
        return deel.woorden
    if eenheid != "aandeel":
        schalen = lees_schalen(rij.volledig, rij.waar)
        if procent := next((s for s in schalen if s.maal in (PROCENT, PROMILLE)), None):
            return procent.woorden
    gevonden = _ANDERE_MAAT.get(eenheid.partition(" ")[0], _NIETS).search(rij.volledig)
    return gevonden[0] if gevonden else ""


def controleer_omgeving(blok: Blok, rij: int, j: int) -> None:
    """A letter in the next cell can turn the sign of an amount round; a merged cell can be of more years or rows.

    Raises:
        Bezwaar: one of these.
    """
    r, kolom = blok.plekken[rij, j]
    if blok.vel.gebied(r, kolom) is not None:
        raise Bezwaar("Dit getal staat in een samengevoegde cel. Hef de samenvoeging op en verdeel het getal zelf.")
    jaren = {plek for (i, _), plek in blok.plekken.items() if i == rij}
    achter = takewhile(lambda plek: plek not in jaren, ((r, k) for k in range(kolom + 1, kolom + _ACHTER)))
    for naast in (blok.vel.cel(*plek) for plek in (*achter, (r + 1, kolom), (r, kolom - 1))):
        if naast is not None and naast.tekst.upper() in _TEKENS_ERNAAST:
            zin = f'Bij dit getal staat "{naast.tekst}". Dat kan het teken omdraaien.'
            raise Bezwaar(f"{zin} Typ het bedrag met een minteken als dat nodig is, en haal de letter weg.")


def controleer_kop(kolom: Kolom, doel: Doel) -> None:
    """A heading that says what is counted decides: a number of people is no amount.

    Raises:
        Bezwaar: it speaks against the input.
    """
    woorden = set(kolom.kop.soort.split())
    geld = doel.ingang.eenheid.naam.startswith("euro")
    if (geld and woorden & _AANTAL and not woorden & _BEDRAG) or (not geld and woorden & _BEDRAG):
        zin = f'Boven deze kolom staat "{kolom.kop.soort}". Dat past niet bij {doel.label}.'
        raise Bezwaar(f"{zin} Kies andere kolommen.")
