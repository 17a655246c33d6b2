"""Tables without a line of years: every line says itself which year it is of. Turned into tables with years.

A list of CBS StatLine has one line per period and group. Its periods are codes (`2022JJ00` is a year, `2022KW01` a
quarter), its codes have spaces behind them; `.` is a figure that is not known, and a star a figure that is provisional.
In a beschikking the year is in the name of the amount: "Voorlopige uitkering 2026". How that of the SPUK looks as a
file is not public; this reads what people make of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from xlsxwriter.utility import xl_col_to_name

from core.overname.blok import Blok, Kolom, Rij, sleutel_van
from core.overname.celwaarde import is_waarde
from core.overname.jaarkop import JAREN, Aard, Jaarkop, helft_in, lees_jaarkop, telt_delen, zonder_helft
from core.overname.personen import toonbaar
from core.overname.schaal import lees_rijschalen
from core.overname.vel import Cel, Plek, Vel
from core.overname.vondst import bevindingen_bij, losse_schalen
from core.plan import Bevinding, Ernst

_PERIODE = {"perioden", "periode", "jaar", "jaren"}
_NUMMER = "id"
_WOORD = re.compile(r"uitkering|beschikking|spuk|toekenning|toegekend|voorschot|taakstelling", re.IGNORECASE)
_JAARTAL = re.compile(r"(?<!\d)20\d\d(?!\d)")
_DATUM = re.compile(
    r"\d{1,2}[-/. ](?:\d{1,2}|jan\w*|feb\w*|mrt|maart|apr\w*|mei|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|nov\w*|dec\w*)"
    r"[-/. ]20\d\d",
    re.IGNORECASE,
)


# --- lists ---------------------------------------------------------------------------------------------------


def lijsten_op(bestand: str, vel: Vel) -> list[Blok]:
    """The list on a sheet, if its first line of headings says so and its periods come back or are codes of CBS."""
    for plek, tekst in vel.teksten():
        if tekst.lower() in _PERIODE and len(vel.kolommen_van(plek[0])) > 1:
            lijst = _Lijst(vel, plek)
            return [lijst.blok(bestand)] if lijst.is_lijst else []
    return []


@dataclass
class _Lijst:
    vel: Vel
    kop: Plek
    rijen: list[tuple[int, Jaarkop, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        delen = [k for k in self._andere() if telt_delen(self._kop(k))]
        for rij in range(self.kop[0] + 1, self.vel.hoogte):
            cel = self.vel.cel(rij, self.kop[1])
            kop = lees_jaarkop(cel) if cel is not None else None
            if cel is not None and kop is not None:
                if any(self.vel.cel(rij, k) is not None for k in delen):
                    kop = replace(kop, aard=Aard.DEEL)
                self.rijen.append((rij, kop, cel.tekst or str(kop.jaar)))

    @property
    def is_lijst(self) -> bool:
        perioden = [tekst for _, _, tekst in self.rijen]
        return bool(perioden) and (len(set(perioden)) < len(perioden) or any("JJ" in p for p in perioden))

    def blok(self, bestand: str) -> Blok:
        groepen = [k for k in self._andere() if any(_is_code(self.vel.cel(rij, k)) for rij, _, _ in self.rijen)]
        maten = [k for k in self._andere() if k not in groepen]
        perioden = list({(kop, tekst): None for _, kop, tekst in self.rijen})
        kolommen = tuple(Kolom(kop, tekst, f"periode {tekst}") for kop, tekst in perioden)
        namen: dict[tuple[str, int], int] = {}
        plekken: dict[tuple[int, int], Plek] = {}
        dubbel: Counter[tuple[int, int]] = Counter()
        for rij, kop, tekst in self.rijen:
            wie = " | ".join(c.tekst for k in groepen if (c := self.vel.cel(rij, k)) is not None)
            for maat in maten:
                vak = namen.setdefault((wie, maat), len(namen)), perioden.index((kop, tekst))
                dubbel[vak] += 1
                if self.vel.cel(rij, maat) is not None:
                    plekken[vak] = rij, maat
        enkel = {vak: plek for vak, plek in plekken.items() if dubbel[vak] == 1}
        rijen = tuple(self._rij(wie, maat) for wie, maat in namen)
        koppen = tuple(self._kop(k) for k in groepen)
        schalen = tuple(losse_schalen(self.vel, self._lijf()))
        blok = Blok(bestand, self.vel, kolommen, rijen, enkel, schalen, koppen=koppen)
        meer = (*self._dubbel(max(dubbel.values(), default=1)), *self._zonder_periode(maten))
        return replace(blok, bevindingen=(*bevindingen_bij(blok), *meer))

    def _andere(self) -> list[int]:
        kolommen = [k for k in self.vel.kolommen_van(self.kop[0]) if k != self.kop[1]]
        return [k for k in kolommen if self._kop(k).lower() != _NUMMER]

    def _kop(self, kolom: int) -> str:
        """The heading of a column, with the unit in the rows between that and the first period."""
        eerste = min((rij for rij, _, _ in self.rijen), default=self.kop[0] + 1)
        cellen = (self.vel.cel(rij, kolom) for rij in range(self.kop[0], eerste))
        return " ".join(c.tekst for c in cellen if c is not None and c.tekst)

    def _rij(self, wie: str, maat: int) -> Rij:
        schalen = tuple(lees_rijschalen(self._kop(maat), self.vel.plaats(self.kop[0], maat)))
        return Rij(toonbaar(self._kop(maat)), toonbaar(wie), f"kolom {xl_col_to_name(maat)}", schalen)

    def _lijf(self) -> frozenset[Plek]:
        onder = {(rij, k) for rij, _, _ in self.rijen for k in self.vel.kolommen_van(rij)}
        return frozenset(onder | {(self.kop[0], k) for k in self.vel.kolommen_van(self.kop[0])})

    def _zonder_periode(self, maten: list[int]) -> list[Bevinding]:
        met = {rij for rij, _, _ in self.rijen}
        los = [
            (rij, maat)
            for rij in range(self.kop[0] + 1, self.vel.hoogte)
            for maat in maten
            if rij not in met and is_waarde(self.vel.cel(rij, maat))
        ]
        zin = "Bij dit getal is de periode niet te lezen. Deze regel wordt niet gelezen."
        return [Bevinding(Ernst.LET_OP, self.vel.plaats(*plek), zin) for plek in los[:1]]

    def _dubbel(self, meeste: int) -> list[Bevinding]:
        if meeste == 1:
            return []
        zin = (
            "In deze lijst staan meer regels voor hetzelfde jaar en dezelfde groep. Die worden niet gelezen. "
            "Haal in StatLine de onderverdeling weg die u niet nodig hebt."
        )
        return [Bevinding(Ernst.WAARSCHUWING, f"blad {self.vel.naam}", zin)]


def _is_code(cel: Cel | None) -> bool:
    """A word or a code that tells groups apart; StatLine fills codes of digits up with spaces."""
    return cel is not None and isinstance(cel.waarde, str) and (not is_waarde(cel) or cel.waarde.endswith(" "))


# --- amounts with the year in their name ---------------------------------------------------------------------


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
    rijen = tuple(_beschikkingsrij(vel, r) for r in namen.values())
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


def _beschikkingsrij(vel: Vel, regel: _Regel) -> Rij:
    schalen = tuple(lees_rijschalen(regel.label, vel.plaats(*regel.plek)))
    kaal = toonbaar(" ".join(_JAARTAL.sub(" ", regel.label).split()))
    nummer = regel.plek[0]
    return Rij(kaal, "", f"rij {nummer + 1}", schalen, nummer in vel.verborgen_rijen)


def _regels(vel: Vel) -> Iterator[_Regel]:
    for plek, tekst in vel.teksten():
        if _WOORD.search(tekst):
            jaren = frozenset(int(j) for j in _JAARTAL.findall(_DATUM.sub(" ", tekst)) if int(j) in JAREN)
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
