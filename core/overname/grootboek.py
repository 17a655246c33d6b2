"""An export of the ledger held beside the plan: what was booked and what was planned. Nothing is imported."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.catalogus import Catalogus, Ingang
from core.getallen import toon
from core.overname.celwaarde import Bezwaar, lees_cel
from core.overname.jaarkop import JAREN
from core.overname.notatie import Notatie
from core.overname.schaal import PROCENT, PROMILLE, Schaal
from core.overname.vel import Bestand, Cel, Vel
from core.overname.vondst import losse_schalen
from core.plan import Bevinding, Ernst
from core.regels import Uitkomst
from core.werkboek.cellen import MEESTE_BEVINDINGEN

_KOPPEN = {
    "kostenplaats": "kostenplaats kostenplaatscode kpl",
    "kostensoort": "kostensoort kostensoortcode grootboek grootboekrekening grootboeknummer rekening",
    "taakveld": "taakveld taakveldcode",
    "bedrag": "bedrag saldo bedrageuro bedragineuro bedragexclbtw bedragex",
    "debet": "debet debetbedrag",
    "credit": "credit creditbedrag",
    "teken": "dc debetcredit",
    "periode": "periode boekperiode maand",
    "datum": "boekdatum boekingsdatum datum",
    "jaar": "jaar boekjaar",
}
_SOORT = {kop: soort for soort, koppen in _KOPPEN.items() for kop in koppen.split()}
_BEDRAGEN = ("bedrag", "debet", "credit")
INDELINGEN = ("kostenplaats", "kostensoort", "taakveld")
_TOTAAL = re.compile(r"tota(?:al|len)\b|\bsaldo\b|\bsom\b|beginbalans", re.IGNORECASE)
_IS_TOTAAL = re.compile(r"(?:sub|eind)?-?tota(?:al|len)\b", re.IGNORECASE)
"""With such a word in front a line is a total, also where it has codes; other words may be about anything then."""
_JAAR_MAAND = re.compile(r"(20\d\d)[-/. ]?(?:[Pp]|[Mm]+)?(0?[1-9]|1[0-3])|(0?[1-9]|1[0-3])[-/. ](20\d\d)")
_DAG = re.compile(r"\d{1,2}[-/.](0?[1-9]|1[0-2])[-/.](20\d\d)|(20\d\d)-(\d\d)-\d\d")


@dataclass(frozen=True, slots=True)
class Boeking:
    """One line: the year and month it was booked in, and the codes by which it can be chosen. Lasten are positive."""

    jaar: int
    maand: int | None
    bedrag: float
    codes: Mapping[str, str]


@dataclass(frozen=True)
class Grootboek:
    """The lines that could be read, how many could not per year (None: the year is not known), and what was found."""

    boekingen: tuple[Boeking, ...]
    onleesbaar: Mapping[int | None, int]
    bevindingen: tuple[Bevinding, ...]

    def codes(self, soort: str) -> list[str]:
        """The codes of one kind by which lines can be chosen."""
        return sorted({code for b in self.boekingen if (code := b.codes.get(soort))})


@dataclass(frozen=True, slots=True)
class Jaarvergelijking:
    """One year: booked (None: no line) and planned uitvoeringskosten in euro (None: no figure), lines and months.

    Lines that are `onleesbaar`, and lines `zonder_code` of a kind that was chosen by, are not in the sum: with any of
    these it is not the whole amount.
    """

    jaar: int
    geboekt: float | None
    gepland: float | None
    regels: int
    maanden: int
    onleesbaar: int
    zonder_code: int = 0

    @property
    def verschil(self) -> float | None:
        """Booked less planned; None where one of the two is not whole."""
        if self.geboekt is None or self.gepland is None or self.onleesbaar or self.zonder_code:
            return None
        return self.geboekt - self.gepland


def herken_grootboek(
    bestand: Bestand, catalogus: Catalogus, notatie: Notatie | None = None, maal: float | None = None
) -> Grootboek | None:
    """The ledger in a file; None where no sheet has its headings.

    Args:
        bestand: the file.
        catalogus: for the unit and bounds of an amount.
        notatie: how amounts written as text are meant where that is not clear.
        maal: what amounts are multiplied with, where the file says something about that.
    """
    koprijen = [(vel, rij) for vel in bestand.vellen if (rij := _koprij(vel)) is not None]
    if not koprijen:
        return None
    if len(koprijen) > 1:
        zin = "Ook op dit blad staat een grootboek. Zet alle regels op één blad."
        return Grootboek((), {None: 1}, (Bevinding(Ernst.FOUT, f"blad {koprijen[1][0].naam}", zin),))
    ((vel, rij),) = koprijen
    koppen = _koppen(vel, rij)
    keren = Counter(koppen.values())
    if dubbel := [k for k, soort in koppen.items() if keren[soort] > 1 and soort in _BEDRAGEN]:
        return Grootboek((), {None: 1}, (_twee_kolommen(vel, rij, dubbel[0]),))
    bedrag = replace(catalogus["stand_start"], label="Dit bedrag")
    return _Lezer(vel, rij, {s: k for k, s in koppen.items()}, bedrag, notatie, maal).lees()


def vergelijk(
    grootboek: Grootboek, uitkomst: Uitkomst, keuze: Mapping[str, Collection[str]]
) -> tuple[Jaarvergelijking, ...]:
    """Booked and planned per year, of the lines with one of the chosen codes in each kind that is named.

    A line without a code of a kind that is chosen by can belong to it or not: it is counted apart.
    """
    past = [b for b in grootboek.boekingen if all(b.codes.get(s, "") in {*codes, ""} for s, codes in keuze.items())]
    gekozen = [b for b in past if all(b.codes.get(soort) for soort in keuze)]
    zonder_code = Counter(b.jaar for b in past) - Counter(b.jaar for b in gekozen)
    zonder_jaar = grootboek.onleesbaar.get(None, 0)
    jaren = {b.jaar for b in past} | {j for j in grootboek.onleesbaar if j is not None}
    per_jaar = {jaar: [b for b in gekozen if b.jaar == jaar] for jaar in sorted(jaren)}
    return tuple(
        Jaarvergelijking(
            jaar,
            math.fsum(b.bedrag for b in regels) if regels else None,
            uitkomst.waarde("uitvoeringskosten", moment=jaar) if jaar in uitkomst.plan.planjaren else None,
            len(regels),
            len({b.maand for b in regels if b.maand is not None}),
            grootboek.onleesbaar.get(jaar, 0) + zonder_jaar,
            zonder_code[jaar],
        )
        for jaar, regels in per_jaar.items()
    )


def _koppen(vel: Vel, rij: int) -> dict[int, str]:
    kaal = {k: re.sub(r"[^a-z]", "", c.tekst.lower()) for k in vel.kolommen_van(rij) if (c := vel.cel(rij, k))}
    return {k: _SOORT[kop] for k, kop in kaal.items() if kop in _SOORT}


def _koprij(vel: Vel) -> int | None:
    """The row with the headings of a ledger."""
    return next((rij for rij in range(vel.hoogte) if _is_grootboek(_koppen(vel, rij).values())), None)


def _is_grootboek(koppen: Collection[str]) -> bool:
    soorten = set(koppen)
    bedrag = "bedrag" in soorten or {"debet", "credit"} <= soorten
    return bedrag and bool(soorten & {"periode", "datum", "jaar"}) and bool(soorten & set(INDELINGEN))


class _Lezer:
    def __init__(
        self, vel: Vel, koprij: int, kolom: dict[str, int], bedrag: Ingang, notatie: Notatie | None, maal: float | None
    ) -> None:
        self.vel, self.koprij, self.kolom, self.bedrag = vel, koprij, kolom, bedrag
        self.notatie, self.maal = notatie, maal
        self.bevindingen: list[Bevinding] = []
        self.onleesbaar: dict[int | None, int] = {}
        self.totalen: list[int] = []
        self.zonder: dict[str, list[tuple[int, float]]] = {soort: [] for soort in INDELINGEN if soort in kolom}
        self.credit: list[float] = []

    def lees(self) -> Grootboek:
        schalen = [s for s in losse_schalen(self.vel, ()) if s.maal not in (PROCENT, PROMILLE) and not s.ongewoon]
        if schalen and self.maal is None:
            return Grootboek((), {None: 1}, (_vraag(schalen[0]),))
        boekingen = tuple(self._boekingen())
        if self.credit and max(self.credit) < 0:
            zin = "Bij elk bedrag met een C staat al een minteken. Haal de kolom met D en C weg, of de mintekens."
            self._meld(Ernst.FOUT, f"blad {self.vel.naam}", zin)
            self.onleesbaar[None] = self.onleesbaar.get(None, 0) + len(self.credit)
        if self.totalen:
            zin = f"Regels met een (sub)totaal tellen niet mee: {len(self.totalen)}, zoals rij {self.totalen[0] + 1}."
            self._meld(Ernst.LET_OP, f"blad {self.vel.naam}", zin)
        for soort, regels in self.zonder.items():
            if regels:
                samen = (
                    f"{len(regels)}, zoals rij {regels[0][0] + 1}, samen € {toon(math.fsum(b for _, b in regels), 2)}"
                )
                zin = f"Regels zonder {soort}: {samen}. Ze tellen mee zolang u niet op {soort} kiest."
                self._meld(Ernst.LET_OP, f"blad {self.vel.naam}", zin)
        meer = len(self.bevindingen) - MEESTE_BEVINDINGEN
        if meer > 0:
            del self.bevindingen[MEESTE_BEVINDINGEN:]
            self._meld(Ernst.FOUT, f"blad {self.vel.naam}", f"Er zijn nog {meer} andere meldingen. Herstel eerst deze.")
        return Grootboek(boekingen, self.onleesbaar, tuple(self.bevindingen))

    def _meld(self, ernst: Ernst, plaats: str, tekst: str) -> None:
        self.bevindingen.append(Bevinding(ernst, plaats, tekst))

    def _cel(self, rij: int, soort: str) -> Cel | None:
        return self.vel.cel(rij, self.kolom[soort]) if soort in self.kolom else None

    def _boekingen(self) -> Iterator[Boeking]:
        for rij in range(self.koprij + 1, self.vel.hoogte):
            codes = {soort: _code(self._cel(rij, soort)) for soort in INDELINGEN if soort in self.kolom}
            bedragen = [s for s in _BEDRAGEN if self._cel(rij, s) is not None]
            if not bedragen:
                continue
            if self._is_totaal(rij, codes):
                self.totalen.append(rij)
                continue
            jaar = maand = None
            try:
                jaar, maand = self._moment(rij)
                self._controleer_regel(rij, codes)
                bedrag = self._bedrag(rij)
                for soort in (s for s, code in codes.items() if not code):
                    self.zonder[soort].append((rij, bedrag))
                yield Boeking(jaar, maand, bedrag, codes)
            except Bezwaar as bezwaar:
                self.onleesbaar[jaar] = self.onleesbaar.get(jaar, 0) + 1
                self._meld(bezwaar.ernst, self.vel.plaats(rij, self.kolom[bedragen[0]]), bezwaar.tekst)

    def _is_totaal(self, rij: int, codes: Mapping[str, str]) -> bool:
        """Whether a line sums up others: it says so in front, or without a code it says so or has no moment."""
        teksten = [c.tekst for k in self.vel.kolommen_van(rij) if (c := self.vel.cel(rij, k)) is not None]
        zonder_moment = all(self._cel(rij, soort) is None for soort in ("datum", "periode", "jaar"))
        if any(codes.values()):
            return any(map(_IS_TOTAAL.match, teksten))
        return zonder_moment or any(map(_TOTAAL.search, teksten))

    def _controleer_regel(self, rij: int, codes: Mapping[str, str]) -> None:
        """A line that cannot be placed is not counted.

        Raises:
            Bezwaar: it has no code at all, or may be a total.
        """
        if not any(codes.values()):
            zin = f"Deze regel heeft geen {' of '.join(codes)}. Het bedrag telt nu niet mee."
            raise Bezwaar(f"{zin} Vul een code in, of haal de regel weg als het een totaal is.")
        for k in self.vel.kolommen_van(rij):
            if (cel := self.vel.cel(rij, k)) is not None and (woord := _TOTAAL.search(cel.tekst)):
                zin = f'In deze regel staat "{woord[0]}". Is het een totaal, haal de regel dan weg;'
                raise Bezwaar(f"{zin} is het een boeking, haal dan dat woord weg.")

    def _bedrag(self, rij: int) -> float:
        delen = {s: self._getal(self._cel(rij, s)) for s in _BEDRAGEN if s in self.kolom}
        teken = self._cel(rij, "teken")
        letter = teken.tekst.upper()[:1] if teken is not None else ""
        if "teken" in self.kolom and letter not in ("D", "C"):
            raise Bezwaar("Er staat geen D of C bij dit bedrag. Vul in of het debet of credit is.")
        if letter == "C" and "bedrag" in delen:
            self.credit.append(delen["bedrag"])
            return -delen["bedrag"]
        saldo = delen["debet"] - delen["credit"] if {"debet", "credit"} <= delen.keys() else None
        if saldo is not None and "bedrag" in delen and not math.isclose(saldo, delen["bedrag"], abs_tol=0.005):
            raise Bezwaar("Debet min credit is hier niet gelijk aan het bedrag. Laat een van beide weg.")
        return delen["bedrag"] if saldo is None else saldo

    def _getal(self, cel: Cel | None) -> float:
        gelezen = lees_cel(cel, self.bedrag, self.notatie, self.maal or 1.0)
        return 0.0 if gelezen is None else gelezen.waarde

    def _moment(self, rij: int) -> tuple[int, int | None]:
        """The year and month of a line: from a date, from a period with its year, or from two columns."""
        datum, periode, jaar = (self._cel(rij, s) for s in ("datum", "periode", "jaar"))
        for cel in (periode, datum):
            if cel is not None and (gevonden := _jaar_en_maand(cel)):
                return gevonden
        nummer = _heel(jaar)
        if nummer in JAREN:
            maand = _heel(periode)
            if periode is not None and maand not in range(1, 14):
                raise Bezwaar(
                    "Deze periode is geen maand. Hoort de regel bij de begin- of eindbalans, haal haar dan weg."
                )
            return nummer, None if periode is None else maand
        raise Bezwaar("Het jaar van deze regel is niet te lezen. Vul een periode in zoals 2026-01.")


def _twee_kolommen(vel: Vel, rij: int, kolom: int) -> Bevinding:
    zin = (
        "Deze kolom staat er twee keer, misschien met een andere naam. Laat er een weg, zodat duidelijk is welke telt."
    )
    return Bevinding(Ernst.FOUT, vel.plaats(rij, kolom), zin)


def _vraag(schaal: Schaal) -> Bevinding:
    zin = f'Hier staat "{schaal.woorden}". Zeg of de bedragen {schaal.teken} zijn of gewone euro\'s.'
    return Bevinding(Ernst.FOUT, schaal.waar, zin)


def _code(cel: Cel | None) -> str:
    if cel is None or isinstance(cel.waarde, bool):
        return ""
    return str(_heel(cel)) if _heel(cel) >= 0 and not cel.tekst else cel.tekst or str(cel.waarde)


def _heel(cel: Cel | None) -> int:
    """The whole number in a cell; −1 where there is none."""
    waarde = cel.waarde if cel is not None else None
    if isinstance(waarde, str) and waarde.strip().isascii() and waarde.strip().isdigit():
        return int(waarde[:9])
    heel = (
        isinstance(waarde, int | float) and not isinstance(waarde, bool) and abs(waarde) < 1e9 and waarde == int(waarde)
    )
    return int(waarde) if heel and isinstance(waarde, int | float) else -1


def _jaar_en_maand(cel: Cel) -> tuple[int, int] | None:
    if isinstance(cel.waarde, date):
        return cel.waarde.year, cel.waarde.month
    tekst = cel.tekst or str(_heel(cel))
    if gevonden := _JAAR_MAAND.fullmatch(tekst):
        jaar, maand = (gevonden[1], gevonden[2]) if gevonden[1] else (gevonden[4], gevonden[3])
        return int(jaar), int(maand)
    if gevonden := _DAG.fullmatch(tekst):
        jaar, maand = (gevonden[2], gevonden[1]) if gevonden[2] else (gevonden[3], gevonden[4])
        return int(jaar), int(maand)
    return None
