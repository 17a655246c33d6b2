"""What somebody changed in a workbook since it was written out: input by input, to be accepted or refused.

Nothing happens by itself: `vergelijk` gives the changes, `gevolgen` what each of them does alone, and `pas_toe` gives a
new plan with those that were chosen.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any

from core.catalogus import Catalogus
from core.catalogus.vakken import vaknaam, venster_van
from core.getallen import toon
from core.plan import (
    Bevinding,
    Ernst,
    Herkomst,
    PerJaar,
    Plan,
    Routes,
    Scenario,
    als_gegevens,
    plan_uit,
    vakwaarden,
)
from core.plan.plan import kaal
from core.regels import Uitkomst, bereken
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.cellen import Plek, plaats
from core.werkboek.indeling import EERSTE_MOMENT, EXTRA, WAARDE
from core.werkboek.lezen import Teruglezing

Weg = tuple[str, ...]
"""Where a value stands in the plan: ("invoer", name), ("scenario", its name, "invoer", name), ("gemeente", field), …"""
FIGUREN = ("tekort_structureel", "tekort_totaal", "tekort_met_wachtlijst")
Gevolg = dict[str, dict[int, float | None]]
"""Per figure and year how much it rises; None where it can be told before or after only."""
_GELIJK = 1e-13


class Niet(Enum):
    """What stands where there is no value."""

    OPGEGEVEN = "niet opgegeven"
    BASIS = "volgt de basis"


@dataclass(frozen=True)
class Wijziging:
    """One value that is another in the workbook.

    `oud` and `nieuw` are plain data as in the plan file, or `Niet`. `cellen` are the cells that differ. `botst` says
    that the plan itself has also changed here since the workbook was made.
    """

    weg: Weg
    cellen: tuple[str, ...]
    oud: Any
    nieuw: Any
    botst: bool = False

    @property
    def naam(self) -> str:
        """What it is called when it is chosen: instroom_asiel, or Meer instroom: caseload."""
        deel, *rest = self.weg
        if deel == "scenario":
            return f"{rest[0]}: {rest[-1]}" if len(rest) > 1 else rest[0]
        return rest[0] if deel == "invoer" else ": ".join(self.weg)


@dataclass(frozen=True)
class Verschil:
    """The plan to which the changes apply (None where they cannot be told), the changes, and what was found."""

    plan: Plan | None
    wijzigingen: tuple[Wijziging, ...]
    bevindingen: tuple[Bevinding, ...]


def als_tekst(waarde: Any) -> str:
    """A plain value as people read it: 2027: 30; 2028: 25 tot 35."""
    match waarde:
        case Niet():
            return waarde.value
        case None | "" | [] | ():
            return "leeg"
        case bool():
            return "ja" if waarde else "nee"
        case int() | float():
            return toon(waarde)
        case dict():
            return "; ".join(f"{naam}: {als_tekst(w)}" for naam, w in waarde.items())
        case list() | tuple():
            return ", ".join(map(als_tekst, waarde))
        case _:
            return str(waarde)


def vergelijk(gelezen: Teruglezing, plan: Plan | None, catalogus: Catalogus) -> Verschil:
    """What was changed in a workbook.

    Args:
        gelezen: the workbook.
        plan: the plan to apply the changes to; without it the one with which the workbook was made.
        catalogus: the inputs.
    """
    if gelezen.plan is None or gelezen.tijdas is None or gelezen.inhoud is None:
        return Verschil(None, (), tuple(gelezen.bevindingen))
    nu, gevonden = gelezen.plan, list(gelezen.bevindingen)
    bron = gelezen.uitgevoerd
    if bron is None and plan is None and not gelezen.inhoud.rekenbladen:
        bron = Plan(nu.startjaar, nu.horizon)  # a template was empty
    doel = plan or bron
    if bezwaar := _bezwaar(nu, bron, doel):
        gevonden.append(bezwaar)
    if doel is None or (doel.startjaar, doel.horizon) != (nu.startjaar, nu.horizon):
        return Verschil(None, (), tuple(gevonden))
    wijzigingen = _Vergelijking(gelezen, nu, bron or doel, doel, catalogus).alle()
    return Verschil(doel, tuple(wijzigingen), tuple(gevonden))


def _bezwaar(nu: Plan, bron: Plan | None, doel: Plan | None) -> Bevinding | None:
    if doel is None:
        zin = (
            "Aan dit werkboek is niet te zien met welk plan het is gemaakt. Geef het planbestand op om te vergelijken."
        )
        return Bevinding(Ernst.FOUT, "werkboek", zin)
    if (doel.startjaar, doel.horizon) != (nu.startjaar, nu.horizon):
        jaren = [f"{p.planjaren[0]} tot en met {p.planjaren[-1]}" for p in (nu, doel)]
        zin = f"Dit werkboek gaat over {jaren[0]}, het plan over {jaren[1]}. Kies het plan dat bij dit werkboek hoort."
        return Bevinding(Ernst.FOUT, "werkboek", zin)
    if bron is None:
        zin = "Aan dit werkboek is niet te zien met welk plan het is gemaakt. Hier staat elk verschil met dit plan."
        return Bevinding(Ernst.LET_OP, "werkboek", zin)
    delen, van_doel = _delen(bron), _delen(doel)
    if any(not _zelfde(w, van_doel.get(weg, Niet.OPGEGEVEN)) for weg, w in delen.items() if weg[0] != "herkomst"):
        zin = (
            "Het plan is veranderd sinds dit werkboek werd gemaakt. Hier staat alleen wat in het werkboek is veranderd."
        )
        return Bevinding(Ernst.LET_OP, "werkboek", zin)
    return None


# --- comparing ---------------------------------------------------------------------------------------------


class _Vergelijking:
    """The workbook (`nu`) beside the plan with which it was made (`bron`), as changes of a plan (`doel`)."""

    def __init__(self, gelezen: Teruglezing, nu: Plan, bron: Plan, doel: Plan, catalogus: Catalogus) -> None:
        assert gelezen.tijdas is not None
        self.gelezen, self.as_, self.catalogus = gelezen, gelezen.tijdas, catalogus
        self.doel, self.oud = _delen(doel), _delen(bron)
        self.namen = [s.naam for s in (gelezen.uitgevoerd or nu).scenarios]
        self.nu, self.nieuw = nu, _delen(nu, self.namen)

    def alle(self) -> Iterator[Wijziging]:
        vervallen = {
            weg[:2] for weg in self.oud.keys() - self.doel.keys() if weg[0] == "scenario" and weg[-1] == "naam"
        }
        for weg in dict.fromkeys((*self.oud, *self.nieuw)):
            if weg[:2] in vervallen:
                continue  # the plan of now no longer has this scenario
            geen = _geen(weg)
            oud = self.oud.get(weg, geen)
            nieuw = self._aangevuld(weg, oud, self.nieuw.get(weg, geen))
            hier = self.doel.get(weg, geen)
            if not (_zelfde(oud, nieuw) or _zelfde(hier, nieuw)):
                yield Wijziging(weg, self._cellen(weg, oud, nieuw), _kaal(hier), _kaal(nieuw), not _zelfde(hier, oud))

    def _aangevuld(self, weg: Weg, oud: Any, nieuw: Any) -> Any:
        """With the years that have no column in the workbook: nobody can have changed those."""
        if weg[-2:-1] != ("invoer",):
            return nieuw
        gevonden = self.catalogus.ingang_van(weg[-1])
        assert gevonden is not None
        return _met_jaren(oud, nieuw, self.as_.bereik(Tijdsoort.JAAR, venster_van(gevonden[0])))

    # -- where it stands

    def _cellen(self, weg: Weg, oud: Any, nieuw: Any) -> tuple[str, ...]:
        if weg[-2:-1] == ("invoer",):
            rijen = self.gelezen.rijen.get(self._huidige_naam(weg) if weg[0] == "scenario" else "", {})
            een, ander = (self._bladen(weg[-1], w) for w in (oud, nieuw))
            anders = sorted((vak for vak in {**een, **ander} if not _zelfde(een.get(vak), ander.get(vak))), key=str)
            plekken = [p for vak in anders if (p := self._plek(rijen, *vak)) is not None]
            return tuple(plaats(plek) for plek in sorted(plekken))
        naam = {"maatregelen": "maatregel_spuk_korting"}.get(weg[0], ", ".join(weg))
        if weg[0] == "scenario":
            achter = ", maatregelen" if weg[-1] == "maatregelen" else ""
            naam = f"scenario {self._huidige_naam(weg)}{achter}"
        gevonden = self.gelezen.plekken.get(naam)
        return () if gevonden is None else (plaats(gevonden),)

    def _huidige_naam(self, weg: Weg) -> str:
        """What a scenario is called in the workbook."""
        return next((s.naam for s, oud in zip(self.nu.scenarios, self.namen, strict=True) if oud == weg[1]), weg[1])

    def _bladen(self, naam: str, waarde: Any) -> dict[Any, Any]:
        if waarde is Niet.BASIS:
            waarde = self.nu.invoer.get(naam)
        heeft = {} if waarde is None or isinstance(waarde, Niet) else {naam: waarde}
        alle = vakwaarden(Plan(self.as_.startjaar, invoer=heeft), self.catalogus)
        return {vak: w for vak, w in alle.items() if not vak[0][0].startswith("maatregel_")}

    def _plek(self, rijen: Any, id_: tuple[str, tuple[str, ...]], jaar: int | None) -> Plek | None:
        soort, _, naam = id_[0].partition("_")
        rij = rijen.get(vaknaam(naam, id_[1]))
        if rij is None or (jaar is not None and jaar not in self.as_.jaren):
            return None
        kolom = {"prijspeil": EXTRA, "invoer": WAARDE}.get(soort, EERSTE_MOMENT + (jaar or 0) - self.as_.eerste)
        return rij[0], rij[1], kolom


def _delen(plan: Plan, namen: Sequence[str] | None = None) -> dict[Weg, Any]:
    """Everything that a plan states, apart; `namen` is what its scenarios were called before, in order."""
    delen: dict[Weg, Any] = {("gemeente", f.name): getattr(plan.gemeente, f.name) for f in fields(plan.gemeente)}
    delen["gemeente", "taakveld"] = dict(plan.gemeente.taakveld)
    delen["maatregelen",] = plan.maatregelen
    delen |= {("invoer", naam): w for naam, w in plan.invoer.items()}
    delen |= {("herkomst", naam): h for naam, h in plan.herkomst.items()}
    for oud, s in zip([s.naam for s in plan.scenarios] if namen is None else namen, plan.scenarios, strict=True):
        delen |= _van_scenario(oud, s)
    return delen


def _van_scenario(oud: str, s: Scenario) -> dict[Weg, Any]:
    hoofd: Weg = ("scenario", oud)
    delen: dict[Weg, Any] = {(*hoofd, "naam"): s.naam}
    delen |= {(*hoofd, "invoer", naam): w for naam, w in s.invoer.items()}
    if s.maatregelen is not None:
        delen[(*hoofd, "maatregelen")] = s.maatregelen
    return delen


def _geen(weg: Weg) -> Niet:
    return Niet.BASIS if weg[0] == "scenario" and weg[-1] != "naam" else Niet.OPGEGEVEN


def _met_jaren(oud: Any, nieuw: Any, zichtbaar: Collection[int]) -> Any:
    if isinstance(oud, Routes) and isinstance(nieuw, Routes):
        van_oud = dict(oud.waarden)
        return Routes(tuple((r, _met_jaren(van_oud.get(r), w, zichtbaar)) for r, w in nieuw.waarden))
    rest = tuple(paar for paar in oud.waarden if paar[0] not in zichtbaar) if isinstance(oud, PerJaar) else ()
    if rest and (nieuw is None or isinstance(nieuw, PerJaar | Niet)):
        return PerJaar(tuple(sorted((*rest, *(nieuw.waarden if isinstance(nieuw, PerJaar) else ())))))
    return nieuw


def _zelfde(een: Any, ander: Any) -> bool:
    """Whether two values are equal, but for the last digits that a workbook does not keep."""
    if isinstance(een, float) and isinstance(ander, float):
        return math.isclose(een, ander, rel_tol=_GELIJK)
    if type(een) is not type(ander):
        return False
    if isinstance(een, tuple):
        return len(een) == len(ander) and all(map(_zelfde, een, ander))
    if is_dataclass(een):
        return all(_zelfde(getattr(een, f.name), getattr(ander, f.name)) for f in fields(een))
    return bool(een == ander)


def _kaal(waarde: Any) -> Any:
    """A value as it stands in the plan file."""
    if isinstance(waarde, Herkomst):
        return {f.name: getattr(waarde, f.name) for f in fields(waarde)}
    return waarde if waarde is None or isinstance(waarde, Niet | int | dict) else kaal(waarde)


# --- accepting ---------------------------------------------------------------------------------------------


def pas_toe(
    plan: Plan, gekozen: Iterable[Wijziging], catalogus: Catalogus, *, bestand: str = "", datum: str = ""
) -> tuple[Plan | None, list[Bevinding]]:
    """The plan with the changes that were accepted; None where these do not go together, with findings.

    Args:
        plan: the plan, which stays as it is.
        gekozen: what was accepted.
        catalogus: the inputs.
        bestand: the file that a value comes from, for its herkomst; without it the herkomst stays as it is.
        datum: the day of the import.
    """
    gegevens = als_gegevens(plan)
    keuze = sorted(gekozen, key=lambda w: w.weg[-1] == "naam" and w.weg[0] == "scenario")  # new names come last
    eigen_herkomst = {w.weg[1] for w in keuze if w.weg[0] == "herkomst"}
    for w in keuze:
        _zet(gegevens, w)
        if bestand and w.weg[0] == "invoer" and w.weg[1] not in eigen_herkomst:
            bron = ", ".join((f"werkboek {bestand}", *w.cellen[:1]))
            gegevens["herkomst"].setdefault(w.weg[1], {}).update(bron=bron, datum=datum, door="")
    return plan_uit(gegevens, catalogus)


def _zet(gegevens: dict[str, Any], w: Wijziging) -> None:
    *waar, naam = w.weg
    tabel = gegevens
    if waar[:1] == ["scenario"]:
        tabel = next((s for s in gegevens["scenarios"] if s["naam"] == waar[1]), {})
        if not tabel:  # the plan no longer has it
            tabel |= {"naam": waar[1], "invoer": {}}
            gegevens["scenarios"].append(tabel)
        waar = waar[2:]
    for stap in waar:
        tabel = tabel[stap]
    if isinstance(w.nieuw, Niet):
        tabel.pop(naam, None)
    else:
        tabel[naam] = list(w.nieuw) if naam == "maatregelen" else w.nieuw


def gevolgen(plan: Plan, wijziging: Wijziging, catalogus: Catalogus) -> Gevolg | None:
    """What one change alone does to the shortages; None where it cannot stand alone.

    Of a change in a scenario it is the shortage of that scenario.
    """
    nieuw, _ = pas_toe(plan, [wijziging], catalogus)
    if nieuw is None:
        return None
    voor, na = (_uitkomst(p, wijziging, catalogus) for p in (plan, nieuw))
    gevolg: Gevolg = {}
    for figuur in FIGUREN:
        een, ander = voor.reeks(figuur), na.reeks(figuur)
        gevolg[figuur] = {
            jaar: ander[jaar] - een[jaar] if jaar in een and jaar in ander else None
            for jaar in plan.planjaren
            if jaar in een or jaar in ander
        }
    return gevolg


def _uitkomst(plan: Plan, wijziging: Wijziging, catalogus: Catalogus) -> Uitkomst:
    namen = [s.naam for s in plan.scenarios]
    if wijziging.weg[0] != "scenario":
        return bereken(plan, catalogus)
    naam = next((n for n in (wijziging.weg[1], wijziging.nieuw) if n in namen), None)
    return bereken(plan if naam is None else plan.voor(naam), catalogus)
