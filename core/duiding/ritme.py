"""SPUK-ritme: what the new rhythm does to a gemeente in time, and how its reserve bears it (wetgeving b.4–b.7).

Up to cohort 2025 about 61, 31 and 8 % of the amount per asielstatushouder comes in three years, from cohort 2026 on
40, 30 and 30 %. In the years in which both meet a gemeente receives less, for the old cohorts have had theirs: a
shift in time, no cut per person.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from core.duiding.zinnen import NIETS, opsomming
from core.getallen import toon_euro
from core.plan import PerJaar
from core.plan.plan import MAATREGELEN
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.regel import ASIEL

BEDRAGEN = ("spuk_a", "spuk_b", "spuk_c")
"""For the cohort of the year itself, of a year earlier, of two years earlier."""
KORTING = "spuk_korting"


@dataclass(frozen=True)
class Cohortbedrag:
    """What one cohort brings in one budget year, and what it would bring in the new rhythm."""

    cohort: int
    jaar: int
    personen: float
    bedrag: float
    nieuw_ritme: float


def standzin(jaar: int, stand: float, hoe: str = "") -> str:
    """What is kept or carried over at the end of a year, in words; `hoe` says under which condition."""
    erbij = f" {hoe}" if hoe else ""
    if stand >= 0:
        return f"Eind {jaar} staat er{erbij} {toon_euro(stand)} in de reserve."
    return f"Eind {jaar} schuift u{erbij} {toon_euro(-stand)} aan lasten door naar {jaar + 1}."


@dataclass(frozen=True)
class Ritmejaar:
    """One budget year; `dip` is how much less comes in than in the new rhythm (negative: more)."""

    jaar: int
    cohorten: tuple[Cohortbedrag, ...]
    dip: float
    stand: float | None

    @property
    def baten(self) -> float:
        """The SPUK for asielstatushouders, before prestatiebekostiging."""
        return sum(c.bedrag for c in self.cohorten)

    @property
    def zin(self) -> str:
        """The dip of the year and what bears it."""
        if abs(self.dip) < NIETS:
            kop = f"In {self.jaar} volgt de SPUK het nieuwe ritme."
        else:
            hoe = "minder" if self.dip > 0 else "meer"
            kop = (
                f"In {self.jaar} ontvangt u door de overgang {toon_euro(abs(self.dip))} {hoe} dan in het nieuwe ritme."
            )
        return kop if self.stand is None else f"{kop} {standzin(self.jaar, self.stand)}"


@dataclass(frozen=True)
class Ritme:
    """All budget years from the first of the new rhythm on.

    `open` are the years of the transition of which it cannot be said, for the asielstatushouders of the years `vul_in`
    are blank: blank is never zero.
    """

    jaren: tuple[Ritmejaar, ...]
    open: tuple[int, ...] = ()
    vul_in: tuple[int, ...] = ()

    @property
    def dip(self) -> float:
        """What falls behind in time, over all years."""
        return sum(j.dip for j in self.jaren)

    @property
    def zin(self) -> str:
        """The dip as what it is."""
        geraakt = [str(j.jaar) for j in self.jaren if abs(j.dip) >= NIETS]
        open_ = (
            f"Voor {opsomming(map(str, self.open))} is het niet te zeggen: vul de instroom van asielstatushouders van "
            f"{opsomming(map(str, self.vul_in))} in."
            if self.open
            else ""
        )
        if not geraakt:
            return open_ or "Het nieuwe ritme van de SPUK raakt de jaren van dit plan niet."
        samen, hoe = " samen" * (len(geraakt) > 1), "minder" if self.dip > 0 else "meer"
        kop = (
            f"In {opsomming(geraakt)} ontvangt u door de overgang naar het nieuwe ritme van de SPUK{samen} "
            f"{toon_euro(abs(self.dip))} {hoe}. Dat is een verschuiving in de tijd en geen korting: "
            "voor wie eerder kwam, kreeg u in het eerste jaar meer."
        )
        return f"{kop} {open_}".strip()


def spukritme(uitkomst: Uitkomst) -> Ritme:
    """The rhythm per cohort and year, from the year before the plan (not before the new rhythm)."""
    laatste_oud = int(uitkomst.waarde("laatste_jaar_c_oud_ritme") or 0) - 2
    jaren = range(max(laatste_oud + 1, uitkomst.tijdas.startjaar - 1), uitkomst.tijdas.eindjaar + 1)
    leeg = {j: _leeg(uitkomst, j, laatste_oud) for j in jaren}
    open_ = tuple(j for j in jaren if leeg[j] and j - 2 <= laatste_oud)
    gevonden = (_jaar(uitkomst, j, laatste_oud) for j in jaren if j not in open_)
    vul_in = tuple(sorted({c for j in open_ for c in leeg[j]}))
    return Ritme(tuple(j for j in gevonden if j is not None), open_, vul_in)


def _leeg(u: Uitkomst, jaar: int, laatste_oud: int) -> list[int]:
    """The cohorts of a budget year that are not known; one of the old rhythm that is blank counts, also as 0."""
    eerder = u.plan.invoer.get(f"eerdere_instroom_{ASIEL}")
    ingevuld = {j for j, _ in eerder.waarden} if isinstance(eerder, PerJaar) else set()
    return [
        c
        for c in range(jaar - 2, jaar + 1)
        if u.waarde("cohort", ASIEL, moment=c) is None
        or (c <= laatste_oud and c < u.tijdas.startjaar and c not in ingevuld)
    ]


def _jaar(u: Uitkomst, jaar: int, laatste_oud: int) -> Ritmejaar | None:
    """None where a cohort or an amount is not known."""
    over = 1 - (u.waarde("spuk_korting", moment=jaar) or 0.0)
    vervolg, a = u.waarde("spuk_vervolgdeel"), u.waarde("spuk_a", moment=jaar)
    assert vervolg is not None
    cohorten: list[Cohortbedrag] = []
    for k, naam in enumerate(BEDRAGEN):
        personen, bedrag = u.waarde("cohort", ASIEL, moment=jaar - k), u.waarde(naam, moment=jaar)
        if personen is None or bedrag is None or a is None:
            return None
        nieuw = vervolg * a if k and jaar - k <= laatste_oud else bedrag
        cohorten.append(Cohortbedrag(jaar - k, jaar, personen, over * personen * bedrag, over * personen * nieuw))
    dip = sum(c.nieuw_ritme - c.bedrag for c in cohorten)
    return Ritmejaar(jaar, tuple(cohorten), dip, u.waarde("stand", moment=jaar))


# --- prestatiebekostiging and the korting ------------------------------------------------------------------


@dataclass(frozen=True)
class Jaareffect:
    """What one thing does to the SPUK of one year, in euro."""

    jaar: int
    bedrag: float
    zin: str


def prestatie(uitkomst: Uitkomst) -> tuple[Jaareffect, ...]:
    """What completions relative to the average gemeente bring or cost, per year."""
    gewicht = uitkomst.catalogus["spuk_gewicht_afronding"].kengetallen[0]
    gevonden: list[Jaareffect] = []
    for jaar in uitkomst.tijdas.planjaren:
        met, zonder = (uitkomst.waarde(naam, moment=jaar) for naam in ("ba", "ba_volume"))
        if met is None or zonder is None:
            continue
        if not uitkomst.waarde("prestatie_aandeel", moment=jaar):
            gevonden.append(Jaareffect(jaar, 0.0, f"In {jaar} is er geen prestatiebekostiging."))
            continue
        bedrag = (1 - (uitkomst.waarde("spuk_korting", moment=jaar) or 0.0)) * (met - zonder)
        if abs(bedrag) < NIETS:
            wat = f"Met een gemiddeld aantal afgeronde trajecten verandert de SPUK van {jaar} niet"
        else:
            doet = "levert" if bedrag > 0 else "kost"
            wat = f"Uw aantal afgeronde trajecten {doet} in {jaar} {toon_euro(abs(bedrag))}{' op' * (bedrag > 0)}"
        zin = (
            f"{wat}. Prestatiebekostiging verdeelt het landelijke budget en maakt het niet groter. Zij telt trajecten "
            f"van twee jaar eerder; één afgerond traject woog in {gewicht.jaar_bron} {toon_euro(gewicht.punt)}."
        )
        gevonden.append(Jaareffect(jaar, bedrag, zin))
    return tuple(gevonden)


def korting(uitkomst: Uitkomst) -> tuple[Jaareffect, ...]:
    """What the announced measure takes from the SPUK per year: the plan with the switch on against it off."""
    aan, uit = (_met_maatregel(uitkomst, stand) for stand in (True, False))
    gevonden: list[Jaareffect] = []
    for jaar, baten in uit.reeks("spuk_baten").items():
        met = aan.waarde("spuk_baten", moment=jaar)
        assert met is not None
        verschil = met - baten
        if abs(verschil) < NIETS:
            zin = f"De aangekondigde korting verandert de SPUK van {jaar} niet."
        else:
            stand = aan.waarde("stand", moment=jaar)
            gevolg = "" if stand is None else f" {standzin(jaar, stand, 'met de korting')}"
            zin = f"De aangekondigde korting kost in {jaar} {toon_euro(-verschil)} aan SPUK.{gevolg}"
        gevonden.append(Jaareffect(jaar, verschil, zin))
    return tuple(gevonden)


def _met_maatregel(u: Uitkomst, aan: bool) -> Uitkomst:
    maatregelen = tuple(m for m in MAATREGELEN if m != KORTING or aan)
    return bereken(replace(u.plan, maatregelen=maatregelen), u.catalogus)


# --- the calendar of a budget year -------------------------------------------------------------------------


@dataclass(frozen=True)
class Moment:
    """One moment in the life of a SPUK year; `uiterlijk` is the last day on which it can happen."""

    uiterlijk: date
    wat: str
    bron: str


def _prinsjesdag(jaar: int) -> date:
    """The third Tuesday of September."""
    eerste = date(jaar, 9, 1)
    return date(jaar, 9, 15 + (1 - eerste.weekday()) % 7)


def spukkalender(jaar: int) -> tuple[Moment, ...]:
    """The calendar of one budget year, in order (wetgeving b.7)."""
    return (
        Moment(_prinsjesdag(jaar - 1), f"Begroting van SZW: het landelijke budget voor {jaar}", "Bi2021 art. 10.4"),
        Moment(date(jaar - 1, 9, 30), f"Voorlopige beschikking voor {jaar}", "Wi2021 art. 40 lid 3"),
        Moment(date(jaar, 1, 15), "Eerste maandtermijn: elke maand een twaalfde deel", "Bi2021 art. 10.8"),
        Moment(date(jaar, 12, 15), "Laatste maandtermijn", "Bi2021 art. 10.8"),
        Moment(date(jaar + 1, 6, 30), "Definitieve uitkering, met nabetaling of verrekening", "Wi2021 art. 41 lid 4"),
        Moment(date(jaar + 1, 7, 15), "Verantwoording via SiSa", "Regeling informatieverstrekking sisa art. 2"),
        Moment(date(jaar + 1, 9, 30), "Peildatum van de gegevens voor een terugvordering", "Bi2021 art. 10.7"),
        Moment(
            date(jaar + 2, 6, 30), "Zonder volledige verantwoording: de hele uitkering terug", "Wi2021 art. 42 lid 3"
        ),
        Moment(date(jaar + 2, 7, 15), "Bericht over terugvordering van wat niet is besteed", "Wi2021 art. 42 lid 2"),
    )
