"""Amounts with the year in their name, as in a beschikking: "Voorlopige uitkering 2026" with one amount behind it.

How the beschikking of the SPUK looks as a file is not public; this reads what people make of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.overname.blok import Blok, Kolom, Rij, sleutel_van
from core.overname.celwaarde import is_waarde
from core.overname.jaarkop import JAREN, Aard, Jaarkop, helft_in, zonder_helft
from core.overname.personen import toonbaar
from core.overname.schaal import lees_rijschalen
from core.overname.vel import Plek, Vel
from core.overname.vondst import bevindingen_bij, losse_schalen
from core.plan import Bevinding, Ernst

_WOORD = re.compile(r"uitkering|beschikking|spuk|toekenning|toegekend|voorschot|taakstelling", re.IGNORECASE)
_JAAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATUM = re.compile(
    r"\d{1,2}[-/. ](?:\d{1,2}|jan\w*|feb\w*|mrt|maart|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*)"
    r"[-/. ]20\d\d",
    re.IGNORECASE,
)


def beschikkingen_op(bestand: str, vel: Vel) -> list[Blok]:
    """The amounts on a sheet whose name holds their year, as one table."""
    regels = list(_regels(vel))
    goed = [r for r in regels if len(r.jaren) == 1 and len(r.bedragen) == 1]
    if not goed:
        return []
    namen = {sleutel_van((r.label,)): r for r in goed}
    koppen = sorted({r.kop for r in goed}, key=lambda kop: (kop.jaar, kop.aard.value))
    vakken = [(list(namen).index(sleutel_van((r.label,))), koppen.index(r.kop)) for r in goed]
    aantal = Counter(vakken)
    plekken = {vak: r.bedragen[0] for vak, r in zip(vakken, goed, strict=True) if aantal[vak] == 1}
    kolommen = tuple(Kolom(kop, str(kop.jaar), f"jaar {kop.jaar}") for kop in koppen)
    rijen = tuple(_rij(vel, r) for r in namen.values())
    blok = Blok(bestand, vel, kolommen, rijen, plekken, tuple(losse_schalen(vel, {r.plek for r in goed})))
    dubbel = [r for vak, r in zip(vakken, goed, strict=True) if aantal[vak] > 1]
    scheef = [r for r in regels if len(r.bedragen) > 1]
    return [replace(blok, bevindingen=(*bevindingen_bij(blok), *_meldingen(vel, dubbel, scheef)))]


@dataclass(frozen=True, slots=True)
class _Regel:
    plek: Plek
    label: str
    jaren: frozenset[int]
    helft: Aard | None
    bedragen: tuple[Plek, ...]

    @property
    def kop(self) -> Jaarkop:
        return Jaarkop(min(self.jaren), self.helft or Aard.JAAR)


def _rij(vel: Vel, regel: _Regel) -> Rij:
    schalen = tuple(lees_rijschalen(regel.label, vel.plaats(*regel.plek)))
    kaal = toonbaar(" ".join(_JAAR.sub(" ", regel.label).split()))
    nummer = regel.plek[0]
    return Rij(kaal, "", f"rij {nummer + 1}", schalen, nummer in vel.verborgen_rijen)


def _regels(vel: Vel) -> Iterator[_Regel]:
    for plek, tekst in vel.teksten():
        if _WOORD.search(tekst):
            jaren = frozenset(int(j) for j in _JAAR.findall(_DATUM.sub(" ", tekst)) if int(j) in JAREN)
            rechts = [k for k in vel.kolommen_van(plek[0]) if k > plek[1] and is_waarde(vel.cel(plek[0], k))]
            helft = helft_in(tekst)
            label = zonder_helft(tekst) if helft else tekst
            yield _Regel(plek, label, jaren, helft, tuple((plek[0], k) for k in rechts))


def _meldingen(vel: Vel, dubbel: list[_Regel], scheef: list[_Regel]) -> Iterator[Bevinding]:
    for regel in dubbel:
        zin = "Dit bedrag staat er meer dan één keer voor hetzelfde jaar. Het wordt niet gelezen."
        yield Bevinding(Ernst.FOUT, vel.plaats(*regel.plek), zin)
    for regel in scheef:
        zin = "Achter deze naam staan meer bedragen. Die worden niet gelezen."
        yield Bevinding(Ernst.LET_OP, vel.plaats(*regel.plek), zin)
