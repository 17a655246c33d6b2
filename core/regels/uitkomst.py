"""The outcome of a plan: every figure by name and moment, and the shape in which it leaves the program."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from core import VERSIE
from core.catalogus import Catalogus, standaardcatalogus
from core.plan import Bevinding, Plan, vingerafdruk
from core.regels.bladwaarden import bladwaarden, kalender, puntwaarden
from core.regels.model import model, rekenvolgorde
from core.rekenkunde.berekening import Doorrekening, Plek
from core.rekenkunde.regel import GROEPEN, ROUTES, Grootheid
from core.rekenkunde.tijdas import Tijdas, Tijdsoort

IN_BESTAND = {
    "start_jaar": "start",
    "uren_bij_methode": "uren",
    "maatschappelijke_begeleiding_kosten": "maatschappelijke_begeleiding",
    "pvt_map_tolk_kosten": "pvt_map_tolk",
}
"""Families whose name in files is that of another family in the model (a year and a quarter, cost and price)."""

PER_JAAR: dict[str, tuple[str, ...]] = {
    "Mensen": ("instroom", "start_jaar", "begeleid", "wachtend", "wachtweken", "gewogen_begeleid", "gewogen_wachtend"),
    "Formatie": ("fte_nodig", "fte_bezet", "fte_ingezet", "werkdruk", "uren_bij_methode"),
    "Uitvoeringskosten": (
        "consulentkosten",
        "startklas",
        "reiskosten",
        "kinderopvang",
        "algemeen",
        "bijdrage_samenwerking",
        "incidentele_kosten",
        "uitvoeringskosten",
        "kosten_per_inburgeraar",
        "kosten_per_persoonsjaar",
    ),
    "Tekort": ("tekort_structureel", "tekort_totaal", "kosten_wachtlijst", "tekort_met_wachtlijst"),
    "SPUK en voorzieningen": (
        "ba",
        "bgo",
        "abo",
        "spuk_baten",
        "leerroute",
        "maatschappelijke_begeleiding_kosten",
        "pvt_map_tolk_kosten",
        "voorzieningenkosten",
        "spuk_saldo",
        "ruimte",
        "plafond",
        "stand",
        "reserve",
        "doorgeschoven",
        "terugbetaling",
        "voorlopig",
        "afrekening",
        "spuk_kas",
        "dekking_asiel",
        "dekking_gezin",
    ),
    "Inkoop": ("inhuur", "inkoop_spuk", "inkoop_gemeentefonds", "inkoopbudget"),
}
"""The yearly outcome by subject, in the order in which it is shown."""

PER_KWARTAAL = ("vestiging", "start", "wachtlijst", "begeleiding", "uitstroom", "boven_capaciteit")
ONEINDIG = (math.inf, -math.inf)
"""Beyond all measure is no figure either."""
OPTELBAAR = "euro"
"""Amounts may be totalled over the horizon; stocks, shares and averages may not."""
GEEN_TOTAAL = ("ruimte", "plafond", "stand", "reserve", "doorgeschoven")


def naam_in_bestand(g: Grootheid) -> str:
    """The name of a figure in the outcome file."""
    return "_".join((IN_BESTAND.get(g.naam, g.naam), *g.sleutel))


@dataclass(frozen=True)
class Uitkomst:
    """All figures of one plan (or of one of its scenarios). Absent figures are simply not there."""

    plan: Plan
    catalogus: Catalogus
    tijdas: Tijdas
    rekening: Doorrekening = field(repr=False)

    @property
    def waarden(self) -> Mapping[Plek, float]:
        """Every figure at every moment; NaN where it cannot be computed."""
        return self.rekening.figuren

    def waarde(self, naam: str, *sleutel: str, moment: int | None = None) -> float | None:
        """One figure at a moment; None where it cannot be computed."""
        waarde = self.rekening.figuren.get(((naam, sleutel), moment))
        return None if waarde is None or waarde != waarde or waarde in ONEINDIG else waarde

    def reeks(self, naam: str, *sleutel: str) -> dict[int, float]:
        """A figure at every moment (of the plan years or quarters) at which it is known."""
        g = model()[naam, sleutel]
        momenten = self.tijdas.planjaren if g.tijd is Tijdsoort.JAAR else self.tijdas.plankwartalen
        gevonden = {t: self.waarde(naam, *sleutel, moment=t) for t in momenten}
        return {t: w for t, w in gevonden.items() if w is not None}

    @staticmethod
    def optelbaar(g: Grootheid) -> bool:
        """Whether a total over the plan years makes sense: yearly amounts do, stocks and averages do not."""
        return g.tijd is Tijdsoort.JAAR and g.eenheid.naam == OPTELBAAR and g.naam not in GEEN_TOTAAL

    def totaal(self, g: Grootheid) -> float | None:
        """The sum over the plan years; None where a year is not known or adding makes no sense."""
        reeks = self.reeks(*_naam_en_sleutel(g))
        return sum(reeks.values()) if self.optelbaar(g) and len(reeks) == self.tijdas.horizon else None

    @property
    def methode(self) -> str:
        """The method that leads."""
        return str(self.waarden[("methode", ()), None])

    @cached_property
    def buiten_horizon(self) -> list[int]:
        """Contract years, options included, that lie outside the plan years."""
        start, jaren = self.waarde("contract_start"), self.waarde("contract_jaren")
        if start is None or jaren is None:
            return []
        opties = self.waarde("optie_jaren") or 0
        return [j for j in range(int(start), int(start + jaren + opties)) if j not in self.tijdas.planjaren]

    def inkoop(self) -> dict[str, Any]:
        """The tender: trajecten and startgroepen per route and quarter, contract figures where there is a contract."""
        inkoop: dict[str, Any] = {}
        for naam in ("trajecten", "startgroepen"):
            per_leerroute = {r: self._reeks_met_namen(naam, r) for r in ROUTES}
            if any(per_leerroute.values()):
                inkoop[naam] = {r: reeks for r, reeks in per_leerroute.items() if reeks}
        if self.waarde("contract_start") is not None and self.waarde("contract_jaren") is not None:
            per_route = {r: self.waarde("contractwaarde", r) for r in ROUTES}
            inkoop["contractwaarde"] = {r: w for r, w in per_route.items() if w is not None}
            for naam in ("contractwaarde_totaal", "contractwaarde_met_opties"):
                if (waarde := self.waarde(naam)) is not None:
                    inkoop[naam] = waarde
            inkoop["buiten_horizon"] = self.buiten_horizon
        inkoop["kostendekkende_trajectprijs"] = self._reeks_met_namen("kostendekkende_trajectprijs")
        return inkoop

    def _reeks_met_namen(self, naam: str, *sleutel: str) -> dict[str, float]:
        soort = model()[naam, sleutel].tijd
        return {self.tijdas.naam(soort, t): w for t, w in self.reeks(naam, *sleutel).items()}

    def als_gegevens(self, bevindingen: list[Bevinding]) -> dict[str, Any]:
        """The outcome as plain data, in the shape of rekenmodel §11."""
        slot = {naam: self.waarde(naam) for naam in ("na_horizon_lasten", "na_horizon_baten")}
        return {
            "jaren": list(self.tijdas.planjaren),
            "jaar": self._tabel(jaargrootheden()),
            "kwartaal": self._tabel(kwartaalgrootheden()),
            "inkoop": self.inkoop(),
            "slot": {naam: w for naam, w in slot.items() if w is not None},
            "bevindingen": [{"ernst": b.ernst.value, "plaats": b.plaats, "tekst": b.tekst} for b in bevindingen],
            "herkomst": {
                "programma": VERSIE,
                "kengetallen": self.catalogus.editie,
                "plan": vingerafdruk(self.plan),
            },
        }

    def _tabel(self, grootheden: list[Grootheid]) -> dict[str, dict[str, float]]:
        tabel = {naam_in_bestand(g): self._reeks_met_namen(*_naam_en_sleutel(g)) for g in grootheden}
        return {naam: rij for naam, rij in tabel.items() if rij}


def _naam_en_sleutel(g: Grootheid) -> tuple[str, ...]:
    return g.naam, *g.sleutel


def jaargrootheden(onderwerp: str | None = None) -> list[Grootheid]:
    """The yearly figures that come out, of one subject or of all."""
    namen = PER_JAAR[onderwerp] if onderwerp else [n for rij in PER_JAAR.values() for n in rij]
    return [g for naam in namen for g in model().familie(naam)]


def kwartaalgrootheden() -> list[Grootheid]:
    """The quarterly figures that come out."""
    return [g for naam in PER_KWARTAAL for g in model().familie(naam)]


def bereken(
    plan: Plan, catalogus: Catalogus | None = None, as_: Tijdas | None = None, vorige: Uitkomst | None = None
) -> Uitkomst:
    """Value a plan (a scenario is a plan too: `plan.voor(naam)`).

    The plan must be free of fouten; what is missing makes figures absent. A calendar wider than the plan's own
    (`as_`) gives the same figures; so does going on from an outcome that differs little (`vorige`), but sooner.
    """
    catalogus = catalogus or standaardcatalogus()
    as_ = as_ or kalender(plan, catalogus)
    bladen = puntwaarden(bladwaarden(plan, catalogus, as_))
    verder = vorige.rekening if vorige is not None and vorige.tijdas == as_ else None
    return Uitkomst(plan, catalogus, as_, rekenvolgorde(as_).reken(bladen, verder))


__all__ = ["GROEPEN", "PER_JAAR", "Uitkomst", "bereken", "jaargrootheden", "kwartaalgrootheden", "naam_in_bestand"]
