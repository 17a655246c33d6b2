"""Tegenlezer: reads a plan as a second pair of eyes would, and says whether it is still a concept.

A plan stays "concept" until every point is settled (the finding is gone) or explained: a note in the herkomst of the
input that begins with `Klopt:`. A suggestie is reviewed once somebody's name or a note stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core import VERSIE
from core.bevindingen import bevindingen, plausibel, potjes
from core.bevindingen.beeld import Beeld, jaartallen
from core.catalogus import Ingang, Klasse, Vorm
from core.plan import Ernst, Herkomst, vingerafdruk
from core.regels import Uitkomst
from core.regels.bladwaarden import kengetalbladen, naam_van_ingang
from core.regels.controle import CONTROLES
from core.regels.model import model, rekenvolgorde
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import GROEPEN, met_sleutel

KLOPT = "klopt:"
OUD = timedelta(days=730)
"""A figure of more than two years before the plan begins is stale: two begrotingen have passed."""
DATUMS = ("%d-%m-%Y", "%Y-%m-%d", "%d/%m/%Y", "%Y")
DUW = 1.10
"""How far a suggestie is pushed to see whether the plan feels it."""
GEVOELIG = ("tekort_structureel", "tekort_met_wachtlijst", "spuk_saldo", "inkoopbudget")
BIJ_UITKOMST = {
    "Wachttijd": "fte_beschikbaar",
    "Consulentkosten": "methode",
    "Uitvoeringskosten per persoonsjaar": "caseload",
    "Boven capaciteit": "fte_beschikbaar",
}
"""Where a finding about an outcome is explained: beside the input that decides it most."""
SPELING = 1e-6


@dataclass(frozen=True)
class Leespunt:
    """One point of the second reader.

    `soort` is bevinding, controle, na te gaan, verouderd, datum, zonder bron or niet nagekeken; `naam` the input beside
    which it can be explained (empty: it can only be settled); `uitleg` what the gemeente says of it.
    """

    soort: str
    plaats: str
    tekst: str
    naam: str = ""
    uitleg: str = ""

    @property
    def open(self) -> bool:
        """Whether it still stands in the way."""
        return not self.uitleg


@dataclass(frozen=True)
class Tegenlezing:
    """All points, and what follows from them."""

    uitkomst: Uitkomst
    punten: tuple[Leespunt, ...]

    @property
    def open(self) -> tuple[Leespunt, ...]:
        """The points that still stand in the way."""
        return tuple(p for p in self.punten if p.open)

    @property
    def status(self) -> str:
        """`concept` or `definitief`."""
        return "concept" if self.open else "definitief"

    def als_regels(self) -> list[str]:
        """The open points and the statement, to read."""
        punten = [f"{p.soort}: {p.plaats}: {p.tekst}" for p in self.open]
        return [*punten, *self.kwaliteitsverklaring()]

    def als_gegevens(self) -> dict[str, Any]:
        """All points as plain data."""
        return {
            "status": self.status,
            "punten": [asdict(p) | {"open": p.open} for p in self.punten],
            "kwaliteitsverklaring": self.kwaliteitsverklaring(),
        }

    def kwaliteitsverklaring(self) -> list[str]:
        """The lines of the statement (R35), with those for maker and reviewer still empty."""
        u, uitgelegd = self.uitkomst, len(self.punten) - len(self.open)
        goed, alle = _controles(u)
        return [
            f"Plan: {u.plan.gemeente.naam or 'zonder naam'}, {jaartallen(u.plan.planjaren)}.",
            f"Kenmerk van het plan: {vingerafdruk(u.plan)[:16]}. Programma {VERSIE}, kengetallen {u.catalogus.editie}.",
            f"Status: {self.status}. Open punten: {len(self.open)}. Punten met uitleg: {uitgelegd}.",
            f"Controles van de berekening: {goed} van de {alle} kloppen.",
            "Te gebruiken voor: begroting, meerjarenraming en keuzes over uitvoering en inkoop van de gemeente zelf.",
            "Niet te gebruiken voor: beslissingen over personen, of als vervanging van de beschikking van de SPUK.",
            "Opgesteld door: ____________________  Datum: ____________",
            "Nagekeken door (iemand anders): ____________________  Datum: ____________",
        ]


def lees_tegen(uitkomst: Uitkomst) -> Tegenlezing:
    """Read a plan as a second pair of eyes would."""
    return Tegenlezing(uitkomst, tuple(_Lezer(uitkomst).punten(_gebruikte_suggesties(uitkomst))))


def _controles(u: Uitkomst) -> tuple[int, int]:
    """How many checks of the calculation hold, of those that can be made."""
    bekend = [klopt for klopt in _per_controle(u).values() if klopt is not None]
    return sum(bekend), len(bekend)


def _per_controle(u: Uitkomst) -> dict[str, bool | None]:
    """Per check of the calculation, by its label, whether it holds; None where it cannot be made."""
    speling = max(SPELING, u.waarde("controlespeling") or 0.0)
    afwijking = {g.label: u.waarde(g.naam, *g.sleutel) for naam in CONTROLES for g in model().familie(naam)}
    return {label: None if x is None else abs(x) <= speling for label, x in afwijking.items()}


class _Lezer:
    def __init__(self, uitkomst: Uitkomst) -> None:
        self.u, self.beeld = uitkomst, Beeld(uitkomst)
        self.labels = dict(self._labels())

    def _labels(self) -> Iterator[tuple[str, str]]:
        """The name in the plan behind every label that a finding can stand at."""
        for ingang in self.u.catalogus.invoer:
            yield ingang.label, ingang.naam
            for d in GROEPEN if ingang.groepen else ():
                yield met_sleutel(ingang.label, (d,)), f"{ingang.naam}_{d}"

    def herkomst(self, naam: str) -> Herkomst:
        """What the gemeente noted beside an input; empty where nothing."""
        return self.u.plan.herkomst.get(naam, Herkomst())

    def opgaven(self) -> Iterator[tuple[str, Ingang, str]]:
        """Everything that is filled in, with its entry and its group."""
        for naam in self.u.plan.invoer:
            gevonden = self.u.catalogus.ingang_van(naam)
            assert gevonden is not None, naam
            yield naam, *gevonden

    def punten(self, suggesties: Iterable[Ingang]) -> Iterator[Leespunt]:
        """Every point, also of the suggesties that the plan uses."""
        yield from self._bevindingen()
        yield from self._controles()
        yield from self._herkomst()
        for ingang in suggesties:
            h = self.herkomst(ingang.naam)
            if not (h.door or h.nota):
                yield Leespunt(
                    "niet nagekeken",
                    ingang.label,
                    "De planner rekent met een landelijke suggestie. Vul uw eigen getal in, of zet bij de herkomst wie "
                    "heeft nagekeken dat deze suggestie past.",
                    ingang.naam,
                )

    def _bevindingen(self) -> Iterator[Leespunt]:
        """Fouten and waarschuwingen; what is only worth minding does not stand in the way."""
        eigen = (*plausibel.CONTROLES, *potjes.CONTROLES)
        gevonden = [*bevindingen(self.u), *(b for controle in eigen for b in controle(self.beeld))]
        for b in gevonden:
            naam = self._naam(b.plaats)
            if b.ernst is not Ernst.LET_OP:
                yield Leespunt("bevinding", b.plaats, b.tekst, naam, self._uitleg(naam))
            elif naam and naam not in self.u.plan.invoer and self._na_te_gaan(naam):
                yield Leespunt("na te gaan", b.plaats, b.tekst, naam, self._uitleg(naam))

    def _na_te_gaan(self, naam: str) -> bool:
        """Whether it is a figure that exists but was not found; a finding says where the plan leans on it."""
        gevonden = self.u.catalogus.ingang_van(naam)
        assert gevonden is not None
        return gevonden[0].klasse is Klasse.NA_TE_GAAN

    def _controles(self) -> Iterator[Leespunt]:
        """Checks of the calculation that do not hold, or cannot be made."""
        for label, klopt in _per_controle(self.u).items():
            if klopt is None:
                yield Leespunt("controle", label, "Deze controle is niet te maken. Vul aan wat ontbreekt.")
            elif not klopt:
                yield Leespunt("controle", label, "Deze controle klopt niet. Kijk de invoer na.")

    def _naam(self, plaats: str) -> str:
        """The input beside which a finding is explained."""
        delen = plaats.split(", ")
        for n in range(len(delen), 0, -1):
            if (kop := ", ".join(delen[:n])) in self.labels:
                return self.labels[kop]
        return next((naam for kop, naam in BIJ_UITKOMST.items() if plaats.startswith(kop)), "")

    def _uitleg(self, naam: str) -> str:
        """The note that says that it is so, of the input itself or of one of its groups."""
        for n in (naam, *(f"{naam}_{d}" for d in GROEPEN)):
            nota = self.herkomst(n).nota.strip()
            if naam and nota.lower().startswith(KLOPT) and nota[len(KLOPT) :].strip():
                return nota
        return ""

    def _herkomst(self) -> Iterator[Leespunt]:
        """Own figures without a source, and those of too long ago."""
        for naam, ingang, groep in self.opgaven():
            h, label = self.herkomst(naam), met_sleutel(ingang.label, (groep,) if groep else ())
            if not h.bron and ingang.vorm not in (Vorm.SCHAKELAAR, Vorm.KEUZE):
                tekst = "Er staat niet bij waar dit getal vandaan komt. Vul bij de herkomst de bron in."
                yield Leespunt("zonder bron", label, tekst, naam, self._uitleg(naam))
            if h.datum and (fout := self._datumfout(h.datum)):
                soort, wat = fout
                yield Leespunt(soort, label, wat, naam, self._uitleg(naam))

    def _datumfout(self, tekst: str) -> tuple[str, str] | None:
        """What is wrong with the date of a figure: the kind of point, and the words; None when nothing is.

        It is held against the years of the plan and not against today, so that a plan reads the same on every day.
        """
        dag, as_ = lees_datum(tekst), self.u.tijdas
        if dag is None:
            return "datum", f'De datum "{tekst}" is niet te lezen. Schrijf hem als 31-12-2026.'
        if dag.year > as_.eindjaar:
            return "datum", f"De datum {tekst} ligt na het laatste jaar van het plan. Kijk de datum na."
        if dag < date(as_.startjaar, 1, 1) - OUD:
            wat = f"Dit getal is van {tekst}, meer dan twee jaar voor het begin van het plan. Zoek een nieuw getal."
            return "verouderd", wat
        return None


def _gebruikte_suggesties(u: Uitkomst) -> list[Ingang]:
    """The inputs of which the outcome uses the suggestie and feels it in a result."""
    per_ingang: dict[str, list[Plek]] = {}
    for g in kengetalbladen():
        naam = naam_van_ingang(g)
        zacht = any(k.klasse in (Klasse.SUGGESTIE, Klasse.NA_TE_GAAN) for k in u.catalogus[naam].kengetallen)
        if g.naam.startswith("kengetal_") and zacht:
            momenten = u.tijdas.planjaren if g.tijd.value == "jaar" else (None,)
            per_ingang.setdefault(naam, []).extend((g.id, t) for t in momenten)
    return [u.catalogus[naam] for naam, bladen in per_ingang.items() if _voelt(u, bladen)]


def _voelt(u: Uitkomst, bladen: list[Plek]) -> bool:
    """Whether any result moves when these leaves do."""
    geduwd = {p: u.waarden[p] * DUW for p in bladen if p in u.waarden}
    na = rekenvolgorde(u.tijdas).verander(geduwd, u.rekening).figuren
    resultaten = (((naam, ()), jaar) for naam in GEVOELIG for jaar in u.tijdas.planjaren)
    return any(abs(na[p] - u.waarden[p]) > SPELING for p in resultaten)


def lees_datum(tekst: str) -> date | None:
    """A date as people write it; None where it is none."""
    for vorm in DATUMS:
        try:
            return datetime.strptime(tekst.strip(), vorm).date()
        except ValueError:
            continue
    return None
