"""Where on a sheet a table with years stands: its line of years, its rows, and the columns of its labels."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.overname.celwaarde import is_waarde
from core.overname.jaarkop import Aard, Jaarkop, koptekst, lees_jaarkop, lees_jaartekst
from core.overname.vel import Plek, Vel

LEGE_RIJEN = 3
"""So many empty rows end a table."""
LANGSTE_KOP, HOOGSTE_KOP = 60, 3
_VERSCHIL = re.compile(
    r"verschil|afwijking|mutatie|index|cumulatief|groei|toename|afname|saldo|%|t/m|halfjaar|kwartaal"
)
_PROCENT = re.compile(r"(?:in )?(?:%|‰|procent(?:en)?|promille)", re.IGNORECASE)
_KOP_VAN_NAMEN = re.compile(r"jaar|jaren|post|wat|naam|omschrijving|onderdeel|onderwerp|product|soort|groep")
_KALE_KOP = re.compile(r"20\d\d")


@dataclass(frozen=True)
class Vondst:
    """A table as it was found: the heading of each column with a year, and of each row its label and group."""

    vel: Vel
    koprij: int
    koppen: dict[int, tuple[Jaarkop, str]]
    rijen: tuple[tuple[int, str, str], ...]
    labels: range

    @cached_property
    def lijf(self) -> frozenset[Plek]:
        """Every filled cell in its rows."""
        return frozenset((rij, k) for rij, _, _ in self.rijen for k in self.vel.kolommen_van(rij))

    @property
    def kopplekken(self) -> Iterator[Plek]:
        """Every place of its headings: two rows at most, and one above them."""
        for rij in range(self.koprij - 1, self.rijen[0][0]):
            yield from ((rij, k) for k in self.vel.kolommen_van(rij))

    @property
    def gelezen_koppen(self) -> Iterator[Plek]:
        """What was read as heading of a column, or stands over a column that is not read."""
        for rij in range(self.koprij - 1, self.rijen[0][0]):
            for k in self.vel.kolommen_van(rij):
                if k not in self.labels and len(self.vel.cellen[rij, k].tekst) <= LANGSTE_KOP:
                    yield rij, k

    @property
    def bezet(self) -> Iterator[Plek]:
        """Every place of its rectangle, headings included."""
        laatste = self.rijen[-1][0]
        for rij in range(self.koprij, laatste + 1):
            yield from ((rij, k) for k in range(self.labels.start, max(self.koppen) + 1))


def zoek_tabellen(vel: Vel, bezet: Collection[Plek]) -> list[Vondst]:
    """All tables with the years in a row; cells in `bezet` belong to tables that were found before."""
    koprijen = _Koprijen(vel, bezet)
    gevonden = []
    for koprij, eind in pairwise((*koprijen.rijen, vel.hoogte)):
        koppen, begin = koprijen.koppen(koprij)
        vanaf = 0
        koppen = {k: kop for k, kop in koppen.items() if _is_kolom(vel, k, kop[0], range(begin, eind))}
        for reeks in _reeksen(vel, koppen, range(begin, eind)):
            labels = range(vanaf, min(reeks))
            rijen = tuple(_rijen(vel, reeks, labels, range(begin, eind)))
            if any(_is_getal(vel, rij, k) for rij, _, _ in rijen for k in reeks):
                gevonden.append(Vondst(vel, koprij, reeks, rijen, labels))
            vanaf = max(reeks) + 1
    return gevonden


class _Koprijen:
    """The rows of a sheet that are a line of years."""

    def __init__(self, vel: Vel, bezet: Collection[Plek]) -> None:
        self.vel, self.bezet = vel, bezet
        self.eerste_kolom = min((k for _, k in vel.cellen), default=0)
        self.bekend: dict[int, dict[int, Jaarkop]] = {}
        self.rijen: list[int] = []
        for rij in range(vel.hoogte):
            if self._is_kop(rij):
                if self.rijen and self.rijen[-1] == rij - 1 and not self._heeft_waarden(rij - 1):
                    self.rijen.pop()  # the line above is the upper half of a heading of two rows, or a title
                self.rijen.append(rij)

    def koppen(self, rij: int) -> tuple[dict[int, tuple[Jaarkop, str]], int]:
        """The heading of each column with a year, and the first row under the headings."""
        jaren = self._jaren(rij)
        onder = self._onderkop(rij, list(jaren))
        koppen = {}
        boven = ""
        for kolom in jaren:
            # Above a group of years the words often stand over the first one only.
            erboven = self.vel.gedekt(rij - 1, kolom) is not None if rij else True
            boven = self._bovenkop(rij, kolom, list(jaren)) if erboven else boven
            delen = [boven, self._tekst(rij, kolom)]
            if onder and self._anker(rij + 1, kolom) != self._anker(rij, kolom):
                delen.append(self._tekst(rij + 1, kolom))
            tekst = " ".join(d for d in delen if d)
            kop = jaren[kolom] if tekst == self._tekst(rij, kolom) else lees_jaartekst(tekst)
            koppen[kolom] = kop or Jaarkop(jaren[kolom].jaar, Aard.ANDERS, tekst), tekst
        return koppen, rij + (2 if onder else 1)

    def _anker(self, rij: int, kolom: int) -> Plek:
        gebied = self.vel.gebied(rij, kolom)
        return (gebied.boven, gebied.links) if gebied else (rij, kolom)

    def _tekst(self, rij: int, kolom: int) -> str:
        cel = self.vel.gedekt(rij, kolom)
        if cel is None:
            return ""
        kop = lees_jaarkop(cel)
        return cel.tekst or (koptekst(cel) or str(kop.jaar) if kop else "")

    def _jaren(self, rij: int) -> dict[int, Jaarkop]:
        """The years in a row, by column; asked for more than once."""
        if rij not in self.bekend:
            self.bekend[rij] = self._lees_jaren(rij)
        return self.bekend[rij]

    def _lees_jaren(self, rij: int) -> dict[int, Jaarkop]:
        kolommen = set(self.vel.kolommen_van(rij))
        kolommen.update(self.vel.gedekte_kolommen(rij))
        jaren = {}
        for kolom in sorted(kolommen):
            cel = self.vel.gedekt(rij, kolom)
            gebied = self.vel.gebied(rij, kolom)
            is_titel = gebied is not None and gebied.rechts > gebied.links == self.eerste_kolom
            kop = None if cel is None or is_titel or (rij, kolom) in self.bezet else lees_jaarkop(cel)
            if kop is not None and len(self._tekst(rij, kolom)) <= LANGSTE_KOP:
                jaren[kolom] = kop
        return jaren

    def _is_kop(self, rij: int) -> bool:
        jaren = self._jaren(rij)
        helder = [k for k, kop in jaren.items() if kop.aard is not Aard.ANDERS]
        ankers = {self._anker(rij, k) for k in helder}
        if len(ankers) > 1:
            kaal = [jaren[k].jaar for k in helder if _KALE_KOP.fullmatch(self._tekst(rij, k))]
            aansluitend = max(kaal, default=0) - min(kaal, default=0) < len(set(kaal))
            if len(kaal) == len(helder) and self._in_lijf(rij, jaren):
                return False
            return len(kaal) < len(helder) or aansluitend or not (self.rijen or self._heeft_los_getal(rij, helder))
        return len(ankers) == 1 and self._enig(rij, min(helder))

    def _in_lijf(self, rij: int, jaren: dict[int, Jaarkop]) -> bool:
        """Whether bare numbers that could be years stand right under other years: then they are counts or amounts.

        Not so where nothing says what they would count: no name before them, or one as above the names of a table.
        """
        naam = " ".join(filter(None, (self._tekst(rij, k) for k in range(min(jaren))))).lower()
        if not naam or _KOP_VAN_NAMEN.fullmatch(naam):
            return False
        if not self.rijen or any(not self.vel.kolommen_van(r) for r in range(self.rijen[-1], rij)):
            return False
        boven = self._jaren(self.rijen[-1])
        return jaren.keys() <= boven.keys() and any(boven[k].jaar != kop.jaar for k, kop in jaren.items())

    def _enig(self, rij: int, kolom: int) -> bool:
        """One year alone is a heading where nothing else is a number, and under it a number has a label.

        So it is where it stands under the same year: then the headings begin again.
        """
        boven = self._jaren(self.rijen[-1]) if self.rijen else {}
        if kolom in boven and boven[kolom].jaar == self._jaren(rij)[kolom].jaar:
            return True
        onder = range(rij + 1, rij + 2 + LEGE_RIJEN)
        met_label = any(_is_getal(self.vel, r, kolom) and any(self._tekst(r, k) for k in range(kolom)) for r in onder)
        return met_label and not self._heeft_los_getal(rij, [kolom])

    def _heeft_los_getal(self, rij: int, koppen: Collection[int]) -> bool:
        return any(is_waarde(self.vel.cel(rij, k)) for k in self.vel.kolommen_van(rij) if k not in koppen)

    def _heeft_waarden(self, rij: int) -> bool:
        """Whether a line of years could itself be a row of values: it is bare numbers after a label."""
        jaren = self._jaren(rij)
        return any(not self.vel.gebied(rij, k) and _KALE_KOP.fullmatch(self._tekst(rij, k)) for k in jaren) and any(
            self._tekst(rij, k) for k in range(min(jaren))
        )

    def _onderkop(self, rij: int, kolommen: list[int]) -> bool:
        """Whether the next row goes on with the headings: words above the columns, and no label before them."""
        teksten = [c.tekst for k in kolommen if (c := self.vel.gedekt(rij + 1, k)) is not None and not is_waarde(c)]
        if not teksten or any(is_waarde(self.vel.gedekt(rij + 1, k)) for k in kolommen):
            return False
        met_label = any(
            self._anker(rij, k) != self._anker(rij + 1, k) and self._tekst(rij + 1, k) for k in range(min(kolommen))
        )
        bekend = all((kop := lees_jaartekst(f"{t} 2020")) and kop.aard is not Aard.ANDERS for t in teksten)
        return bekend or not met_label

    def _bovenkop(self, rij: int, kolom: int, kolommen: list[int]) -> str:
        """The words above a year that belong to it: not the title over the whole table."""
        if verschil := self._verschil_ver_boven(rij, kolom):
            return verschil
        cel = self.vel.gedekt(rij - 1, kolom) if rij else None
        if cel is None or self._anker(rij - 1, kolom) == self._anker(rij, kolom) or (rij - 1, kolom) in self.bezet:
            return ""
        tekst = self._tekst(rij - 1, kolom)
        if not tekst or len(tekst) > LANGSTE_KOP or (is_waarde(cel) and not _is_jaar(self.vel, rij - 1, kolom)):
            return ""
        gebied = self.vel.gebied(rij - 1, kolom)
        over_alles = gebied is not None and gebied.links <= min(kolommen) and gebied.rechts >= max(kolommen)
        kop = lees_jaartekst(f"{tekst} 2020")
        is_titel = over_alles and (kop is None or kop.aard is Aard.ANDERS) and not _VERSCHIL.search(tekst.lower())
        return "" if is_titel else tekst

    def _verschil_ver_boven(self, rij: int, kolom: int) -> str:
        """A word in the upper rows of a high heading by which the numbers are differences or parts of a year."""
        for hoger in range(rij - 1, max(-1, rij - 1 - HOOGSTE_KOP), -1):
            cel = self.vel.gedekt(hoger, kolom)
            if not (self.vel.kolommen_van(hoger) or self.vel.gedekte_kolommen(hoger)) or is_waarde(cel):
                break
            if cel is not None and hoger < rij - 1 and _VERSCHIL.search(self._tekst(hoger, kolom).lower()):
                return self._tekst(hoger, kolom)
        return ""


def _is_getal(vel: Vel, rij: int, kolom: int) -> bool:
    """Whether a number stands here, or what was meant as one, and no year."""
    cel = vel.cel(rij, kolom)
    bedoeld = cel is not None and (is_waarde(cel) or any(c.isdigit() for c in cel.tekst))
    return bedoeld and not _is_jaar(vel, rij, kolom)


def _is_kolom(vel: Vel, kolom: int, kop: Jaarkop, lijf: range) -> bool:
    """A heading that is not clear, over words only, is the title of the labels: "Bedragen in prijspeil 2024"."""
    return kop.aard is not Aard.ANDERS or any(_is_getal(vel, rij, kolom) for rij in lijf)


def _is_jaar(vel: Vel, rij: int, kolom: int) -> bool:
    cel = vel.gedekt(rij, kolom)
    return cel is not None and lees_jaarkop(cel) is not None


def _reeksen(vel: Vel, koppen: dict[int, tuple[Jaarkop, str]], lijf: range) -> Iterator[dict[int, tuple[Jaarkop, str]]]:
    """Tables side by side: the years begin again behind a column of words."""
    reeks: dict[int, tuple[Jaarkop, str]] = {}
    gezien: set[Jaarkop] = set()
    vorige = -1
    for kolom, kop in koppen.items():
        if kop[0] in gezien and any(_woorden(vel, k, lijf) for k in range(vorige + 1, kolom)):
            yield reeks
            reeks, gezien = {}, set()
        reeks[kolom] = kop
        gezien.add(kop[0])
        vorige = kolom
    if reeks:
        yield reeks


def _woorden(vel: Vel, kolom: int, lijf: range) -> bool:
    cellen = [c for r in lijf if (c := vel.cel(r, kolom)) is not None]
    return sum(bool(c.tekst) and len(c.tekst) > 2 and not is_waarde(c) for c in cellen) > 1


def _rijen(
    vel: Vel, reeks: dict[int, tuple[Jaarkop, str]], labels: range, lijf: range
) -> Iterator[tuple[int, str, str]]:
    """The rows with values, each with its label and the heading of its group."""
    groep, leeg = "", 0
    for rij in lijf:
        erachter = (vel.cel(rij, k) for k in vel.kolommen_van(rij) if k > max(reeks))
        procent = [c.tekst for c in erachter if c is not None and _PROCENT.fullmatch(c.tekst)]
        label = " | ".join([_label(vel, rij, labels), *procent])
        if any(vel.cel(rij, k) is not None for k in reeks):
            yield rij, label, groep
        elif label:
            groep = label
        else:
            groep, leeg = "", leeg + 1
            if leeg == LEGE_RIJEN:
                return
            continue
        leeg = 0


def _label(vel: Vel, rij: int, labels: range) -> str:
    """The words before the values; where there are none, the codes."""
    cellen = [c for k in labels if (c := vel.gedekt(rij, k)) is not None]
    woorden = dict.fromkeys(c.tekst for c in cellen if c.tekst and not is_waarde(c))
    codes = (c.tekst or str(c.waarde) for c in cellen if isinstance(c.waarde, int | str))
    return " | ".join(woorden) or " ".join(codes)
