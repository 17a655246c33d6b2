"""Finding the tables on a sheet: a line of years, numbers under it, labels beside it. Upright or lying, anywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from core.overname.blok import Blok
from core.overname.jaarregels import beschikkingen_op, lijsten_op
from core.overname.schaal import lees_schalen
from core.overname.vel import Bestand, Plek, Vel
from core.overname.vondst import getallen_buiten, losse_schalen, maak_blok
from core.overname.zoeken import Vondst, zoek_tabellen
from core.plan import Bevinding, Ernst


def herken(bestand: Bestand) -> tuple[tuple[Blok, ...], tuple[Bevinding, ...]]:
    """All tables with years in a file, and what was found on the way (also in the file as a whole)."""
    per_vel = [(vel, blokken_op(bestand.naam, vel)) for vel in bestand.vellen]
    # A sheet without a table may explain the others: "alle bedragen x € 1.000".
    elders = (
        *(s for vel, blokken in per_vel if not blokken for s in losse_schalen(vel, ())),
        *lees_schalen(bestand.naam, "de naam van het bestand"),
    )
    blokken = tuple(replace(b, schalen=b.schalen + elders) for _, op_vel in per_vel for b in op_vel)
    bevindingen = [*bestand.bevindingen, *(b for blok in blokken for b in blok.bevindingen)]
    if any(vel.cellen for vel in bestand.vellen) and not blokken:
        zin = (
            "In dit bestand is geen tabel met jaren gevonden. Zet boven elke kolom een jaar, zoals 2026 of "
            "begroting 2026, en links van de getallen wat ze betekenen."
        )
        bevindingen.append(Bevinding(Ernst.WAARSCHUWING, bestand.naam, zin))
    return blokken, tuple(bevindingen)


def blokken_op(bestand: str, vel: Vel) -> list[Blok]:
    """The tables on one sheet, in reading order."""
    if lijsten := lijsten_op(bestand, vel):
        return lijsten
    liggend = zoek_tabellen(vel, frozenset())
    bezet = {plek for vondst in liggend for plek in vondst.bezet}
    staand = zoek_tabellen(vel.gedraaid(), _gespiegeld(bezet))
    alle = [(v, False) for v in liggend] + [(v, True) for v in staand]

    def samen(plekken: Callable[[Vondst], Iterable[Plek]]) -> frozenset[Plek]:
        return frozenset().union(*(_gespiegeld(plekken(v)) if gedraaid else plekken(v) for v, gedraaid in alle))

    lijf, koppen = samen(lambda v: v.lijf), samen(lambda v: v.gelezen_koppen)
    blokken = [maak_blok(bestand, vel, v, lijf, koppen, gedraaid=gedraaid) for v, gedraaid in alle]
    if blokken:
        erbuiten = tuple(getallen_buiten(vel, lijf | samen(lambda v: v.kopplekken)))
        blokken[-1] = replace(blokken[-1], bevindingen=(*blokken[-1].bevindingen, *erbuiten))
    return sorted(blokken, key=lambda b: min(b.plekken.values())) or beschikkingen_op(bestand, vel)


def _gespiegeld(plekken: Iterable[Plek]) -> frozenset[Plek]:
    return frozenset((kolom, rij) for rij, kolom in plekken)
