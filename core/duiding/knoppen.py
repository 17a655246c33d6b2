"""Knoppen: the own choices of a gemeente, and what one step of each does to euro, fte and waiting."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from core.catalogus import Ingang
from core.duiding.zinnen import aantal, kost_meer, opsomming
from core.getallen import Bereik, toon
from core.plan import PerJaar, Plan, Waarde
from core.plan.waarden import Punt
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.regel import GROEPEN, NAMEN, SPUK, Grootheid, met_sleutel

STAPPEN = {
    "caseload": 5.0,
    "fte_beschikbaar": 0.1,
    "inhuuraandeel": 0.05,
    "besparing_participatiewet": 0.05,
    "deelname_startklas": 0.1,
    "deelname_reiskosten": 0.1,
    "deelname_kinderopvang": 0.1,
    "gesprekken": 1.0,
}
"""Every own choice that can be turned gradually, and how far one step goes.

Fte grow with the gemeente, the others do not: the step of the fte is about a tenth of what there is (`_stap`), this
one where there is nothing yet.
"""
FIJNST = 0.01
"""Fte: a finer step cannot be entered in a formation."""

METHODEN = {
    "caseload": ("caseload",),
    "inhuuraandeel": ("caseload", "uren"),
    "besparing_participatiewet": ("caseload", "uren"),
    "gesprekken": ("uren",),
}
"""Choices that work in some methods only (a caseload also where capacity is given)."""

PLAATSEN = ("caseload", "fte_beschikbaar")
"""Choices of how many people can be guided at once."""

BEDRAGEN = {
    "deelname_startklas": "kosten_startklas",
    "deelname_reiskosten": "bedrag_reiskosten",
    "deelname_kinderopvang": "eigen_bijdrage_kinderopvang",
}
"""A share needs its amount: without it there is nothing to turn."""

VERSTE = 3
"""How many steps a knob turns either way, where the gemeente sets no bounds: an answer to a target stays near."""
UITERSTE = 25
"""And where it does: bounds that lie further away are reached in larger steps."""
MERKBAAR = 0.05
"""Weeks: less is shown as none."""


@dataclass(frozen=True)
class Knop:
    """One own choice.

    `naam` is its name in the plan; `stap` what one step adds in every year; it may turn from `minste` to `meeste`
    steps, 0 being the plan; `buiten` are the steps on the way that lie outside the gemeente's own bounds.
    """

    naam: str
    label: str
    eenheid: str
    nu: Waarde
    stap: float
    minste: int
    meeste: int
    buiten: frozenset[int] = frozenset()

    def kan(self, stappen: int) -> bool:
        """Whether it may turn so many steps."""
        return self.minste <= stappen <= self.meeste and stappen not in self.buiten

    def waarde(self, stappen: int) -> Waarde:
        """What stands in the plan after so many steps."""
        return _verschoven(self.nu, stappen * self.stap)

    @property
    def bereik_in_woorden(self) -> str:
        """`Caseload per fte van 35 tot 65`: how far it may turn."""
        laag, hoog = (_kort(self.waarde(s), self.eenheid) for s in (self.minste, self.meeste))
        return f"{self.label} van {laag} tot {hoog}"

    def in_woorden(self, stappen: int) -> str:
        """`Caseload per fte van 50 naar 55`."""
        return f"{self.label} van {_kort(self.nu, self.eenheid)} naar {_kort(self.waarde(stappen), self.eenheid)}"


@dataclass(frozen=True)
class Knopstap:
    """What one step of a knob does in one year, against the plan; None where a figure is not known."""

    knop: Knop
    stappen: int
    jaar: int
    tekort: float | None
    fte_ingezet: float | None
    fte_nodig: float | None
    wachtweken: dict[str, float | None]

    @property
    def zin(self) -> str:
        """The step in one sentence."""
        wat = "Het effect in euro is niet te zeggen." if self.tekort is None else kost_meer(self.tekort)
        return f"{self.knop.in_woorden(self.stappen)}, in {self.jaar}. {wat}{self._fte()}{self._wachten()}"

    def _fte(self) -> str:
        """The fte that are put in, or where they do not change those that are needed."""
        for fte, wat in ((self.fte_ingezet, "U zet dan {} {} in."), (self.fte_nodig, "Er is dan {} {} nodig.")):
            if fte is not None and abs(fte) >= FIJNST / 2:
                return f" {wat.format(aantal(abs(fte), 'fte', 2), 'meer' if fte > 0 else 'minder')}"
        return ""

    def _wachten(self) -> str:
        """The price in waiting: what is saved by letting people wait is not just saved."""
        delen = [
            f"{aantal(abs(w), 'weken')} {'langer' if w > 0 else 'korter'} voor {NAMEN[d]}"
            for d, w in self.wachtweken.items()
            if w is not None and abs(w) >= MERKBAAR
        ]
        return f" Wachten duurt dan {opsomming(delen)}." if delen else ""


def knoppen(uitkomst: Uitkomst, grenzen: Mapping[str, tuple[float, float]] | None = None) -> list[Knop]:
    """The own choices that can be turned in this plan.

    Args:
        uitkomst: of the plan.
        grenzen: per name the lowest and the highest value that the gemeente wants to think of.
    """
    return [k for naam in STAPPEN for k in _van(uitkomst, naam, grenzen or {})]


def omvang(lijst: Sequence[Knop], hoogstens: int) -> int:
    """In how many ways at most so many of these knobs can stand elsewhere than in the plan; none is one way."""
    manieren = [1, *[0] * hoogstens]
    for knop in lijst:
        standen = sum(knop.kan(s) for s in range(knop.minste, knop.meeste + 1) if s)
        for n in range(hoogstens, 0, -1):
            manieren[n] += manieren[n - 1] * standen
    return sum(manieren)


def _van(u: Uitkomst, naam: str, grenzen: Mapping[str, tuple[float, float]]) -> Iterator[Knop]:
    if not _werkt(u, naam):
        return
    ingang = u.catalogus[naam]
    for sleutel, groep in _namen(u.plan, ingang):
        nu = u.plan.invoer.get(sleutel, _uit_catalogus(u, naam, groep))
        if nu is not None:
            label = met_sleutel(ingang.label, (groep,) if groep else ())
            stap = _stap(naam, nu)
            mag = [s for s in range(-VERSTE, VERSTE + 1) if _past(ingang, _verschoven(nu, s * stap))]
            if sleutel in grenzen:
                stap *= _stapgrootte(nu, stap, *grenzen[sleutel])
                mag = _binnen(ingang, nu, stap, *grenzen[sleutel])
            minste, meeste = min([*mag, 0]), max([*mag, 0])
            buiten = frozenset(range(minste, meeste + 1)) - {0, *mag}
            yield Knop(sleutel, label, ingang.eenheid.naam, nu, stap, minste, meeste, buiten)


def _stap(naam: str, nu: Waarde) -> float:
    """How far one step of a choice goes; for fte the largest 1, 2 or 5 (× 10ⁿ) that is at most a tenth of them."""
    punten = _punten(nu)
    tiende = sum(punten) / len(punten) / 10
    if naam != "fte_beschikbaar" or tiende <= 0:
        return STAPPEN[naam]
    macht = 10.0 ** math.floor(math.log10(tiende) + 1e-9)
    rond = max(s * macht for s in (1, 2, 5) if s * macht <= tiende * (1 + 1e-9))
    return max(FIJNST, _netjes(rond))


def _werkt(u: Uitkomst, naam: str) -> bool:
    """Whether the choice does anything in this plan."""
    if naam in BEDRAGEN:
        return all(u.waarde(BEDRAGEN[naam], moment=j) is not None for j in u.tijdas.planjaren)
    if naam == "inhuuraandeel" and u.waarde("inhuur_fte", moment=u.tijdas.startjaar) is None:
        return False
    return telt_mee(u, naam)


def euro_bekend(u: Uitkomst, naam: str) -> bool:
    """Whether the uitvoeringskosten follow the choice.

    With the methode landelijk a person costs the same, guided or waiting, however many fte there are: more fte would
    seem to cost nothing, or to save what ends sooner.
    """
    return u.methode != "landelijk" or naam not in PLAATSEN


def zegt_iets(u: Uitkomst, naam: str, figuren: Iterable[Grootheid]) -> bool:
    """Whether the model says what a choice does to all of these figures."""
    return euro_bekend(u, naam) or not any(g.eenheid.naam.startswith("euro") and g.pot != SPUK for g in figuren)


def telt_mee(u: Uitkomst, naam: str) -> bool:
    """Whether the choice belongs to the method of this plan."""
    begrensd = naam == "caseload" and "fte_beschikbaar" in u.plan.invoer
    return begrensd or u.methode in METHODEN.get(naam, (u.methode,))


def _namen(plan: Plan, ingang: Ingang) -> list[tuple[str, str]]:
    """The names under which it stands in the plan; if nowhere, that for all groups, unless their suggesties differ."""
    namen = [(ingang.naam, ""), *((f"{ingang.naam}_{d}", d) for d in GROEPEN if ingang.groepen)]
    gevonden = [(naam, groep) for naam, groep in namen if naam in plan.invoer]
    groepen = {groep for _, groep in gevonden}
    rest = [(f"{ingang.naam}_{d}", d) for d in GROEPEN if ingang.groepen and "" not in groepen and d not in groepen]
    if gevonden:
        return gevonden + rest
    return rest if any(k.groep for k in ingang.kengetallen) else namen[:1]


def _uit_catalogus(u: Uitkomst, naam: str, groep: str) -> Waarde | None:
    """The value that counts where the plan says nothing; an input without a value is no knob."""
    if naam in ("caseload", "fte_beschikbaar"):
        return None
    ingang = u.catalogus[naam]
    if ingang.groepen:
        return u.waarde(naam, groep or GROEPEN[0])
    return u.waarde(naam, moment=u.tijdas.startjaar)


def _stapgrootte(nu: Waarde, stap: float, laag: float, hoog: float) -> int:
    """How many ordinary steps go into one, so that both bounds lie within `UITERSTE` steps."""
    punten = _punten(nu)
    ver = max(hoog - max(punten), min(punten) - laag)
    return max(1, math.ceil(ver / (UITERSTE * stap) - 1e-9))


def _binnen(ingang: Ingang, nu: Waarde, stap: float, laag: float, hoog: float) -> list[int]:
    """The steps that stay within the bounds of the gemeente."""
    punten = _punten(nu)
    speling = 1e-9 * stap
    mag = [
        s
        for s in range(-UITERSTE, UITERSTE + 1)
        if all(laag - speling <= p + s * stap <= hoog + speling for p in punten)
    ]
    return [s for s in mag if _past(ingang, _verschoven(nu, s * stap))]


def _past(ingang: Ingang, waarde: Waarde) -> bool:
    return not any(ingang.buiten_grenzen(punt) for punt in _punten(waarde))


def _verschoven(waarde: Waarde, erbij: float) -> Waarde:
    """A value with so much added to every number in it."""
    if isinstance(waarde, PerJaar):
        return PerJaar(tuple((j, _verschoven_punt(w, erbij)) for j, w in waarde.waarden))
    return _verschoven_punt(waarde, erbij)


def _verschoven_punt(waarde: object, erbij: float) -> Punt:
    if isinstance(waarde, Bereik):
        return Bereik(*(_netjes(x + erbij) for x in (waarde.laag, waarde.hoog, waarde.verwacht)))
    assert isinstance(waarde, float)
    return _netjes(waarde + erbij)


def _netjes(getal: float) -> float:
    """Without the dust of adding: 0,3 and not 0,30000000000000004."""
    return round(getal, 9) + 0.0


def _punten(waarde: object) -> list[float]:
    if isinstance(waarde, PerJaar):
        return [p for _, w in waarde.waarden for p in _punten(w)]
    if isinstance(waarde, Bereik):
        return [waarde.laag, waarde.hoog]
    assert isinstance(waarde, float)
    return [waarde]


def _kort(waarde: Waarde, eenheid: str) -> str:
    """The value as it is read: shares in percents, a row as its different values."""
    delen = [w for _, w in waarde.waarden] if isinstance(waarde, PerJaar) else [waarde]
    return " / ".join(dict.fromkeys(_getal(w, eenheid) for w in delen))


def _getal(waarde: object, eenheid: str) -> str:
    if isinstance(waarde, Bereik):
        return f"{_getal(waarde.laag, eenheid)} tot {_getal(waarde.hoog, eenheid)}"
    assert isinstance(waarde, float)
    return f"{toon(_netjes(100 * waarde))} %" if eenheid == "aandeel" else toon(waarde)


def met(plan: Plan, wijzigingen: dict[str, Waarde]) -> Plan:
    """The plan with these values in it."""
    return replace(plan, invoer={**plan.invoer, **wijzigingen})


# --- the table ---------------------------------------------------------------------------------------------


def knoppentabel(uitkomst: Uitkomst, jaar: int, lijst: list[Knop] | None = None) -> list[Knopstap]:
    """What one step more and one step less of every knob does in a year."""
    gevonden: list[Knopstap] = []
    for knop in knoppen(uitkomst) if lijst is None else lijst:
        for stappen in (-1, 1):
            if knop.kan(stappen):
                gevonden.append(knopstap(uitkomst, knop, stappen, jaar))
    return gevonden


def knopstap(voor: Uitkomst, knop: Knop, stappen: int, jaar: int) -> Knopstap:
    """What so many steps of one knob do in a year."""
    na = bereken(met(voor.plan, {knop.naam: knop.waarde(stappen)}), voor.catalogus, vorige=voor)

    def verschil(naam: str, *sleutel: str) -> float | None:
        a, b = (u.waarde(naam, *sleutel, moment=jaar) for u in (voor, na))
        return None if a is None or b is None else b - a

    return Knopstap(
        knop,
        stappen,
        jaar,
        verschil("tekort_structureel") if euro_bekend(voor, knop.naam) else None,
        verschil("fte_ingezet"),
        verschil("fte_nodig"),
        {d: verschil("wachtweken", d) for d in GROEPEN},
    )
