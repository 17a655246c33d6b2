"""How the gemeente wants amounts shown: sign, unit and budget line (taakveld). The calculation stays in euro.

In the model a shortage is positive, and so are costs and means. `lasten_negatief` turns costs and shortages around;
`VN` shows results with V (voordeel) or N (nadeel) behind them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.plan import Plan
from core.plan.plan import Gemeente
from core.regels.uitkomst import naam_in_bestand
from core.rekenkunde.regel import Grootheid
from core.werkboek.opmaak import getalvorm
from core.werkboek.vel import Stijl

NIET_TE_ZEGGEN = "n.t.z."
BESTAND = Path(__file__).resolve().parents[2] / "resources" / "begrotingsregels.toml"

LAST, BAAT, TEKORT, SALDO, STAND = "last", "baat", "tekort", "saldo", "stand"
SOORTEN: dict[str, tuple[str, ...]] = {
    LAST: (
        "consulentkosten",
        "startklas",
        "reiskosten",
        "kinderopvang",
        "algemeen",
        "bijdrage_samenwerking",
        "incidentele_kosten",
        "uitvoeringskosten",
        "kosten_wachtlijst",
        "leerroute",
        "maatschappelijke_begeleiding_kosten",
        "pvt_map_tolk_kosten",
        "voorzieningenkosten",
        "terugbetaling",
        "inhuur",
        "inkoop_spuk",
        "inkoop_gemeentefonds",
        "inkoopbudget",
        "contractwaarde",
        "contractwaarde_jaar",
        "contractwaarde_met_opties_jaar",
        "contractwaarde_totaal",
        "contractwaarde_met_opties",
        "na_horizon_lasten",
    ),
    BAAT: (
        "gemeentefonds_structureel",
        "gemeentefonds_incidenteel",
        "overige_baten",
        "ba",
        "bgo",
        "abo",
        "spuk_baten",
        "voorlopig",
        "na_horizon_baten",
    ),
    TEKORT: ("tekort_structureel", "tekort_totaal", "tekort_met_wachtlijst"),
    SALDO: ("spuk_saldo", "afrekening", "spuk_kas", "dekking_asiel", "dekking_gezin"),
    STAND: (
        "ruimte",
        "plafond",
        "stand",
        "reserve",
        "doorgeschoven",
        "kosten_per_inburgeraar",
        "kosten_per_persoonsjaar",
        "kostendekkende_trajectprijs",
        "drempel",
    ),
}
"""What each amount is: a cost, a means, a shortage (positive is bad), a result (positive is good), or a level."""

_SOORT = {naam: soort for soort, namen in SOORTEN.items() for naam in namen}
_DUIZEND = "1000"
_TEKENZIN = {
    "tekort_positief": "een tekort is een positief bedrag; lasten en baten zijn positief",
    "lasten_negatief": "lasten en tekorten zijn negatief, baten positief",
    "VN": "N is een nadeel (tekort), V is een voordeel (overschot)",
}


def soort_van(g: Grootheid) -> str:
    """What an amount is; what is no amount is a level."""
    return _SOORT.get(g.naam, STAND)


@dataclass(frozen=True, slots=True)
class Weergave:
    """The presentation that a gemeente chose."""

    teken: str = "tekort_positief"
    eenheid: str = "euro"

    @property
    def maat(self) -> str:
        """In which unit amounts are shown."""
        return "× € 1.000" if self.eenheid == "duizend" else "in euro"

    @property
    def zin(self) -> str:
        """What stands above every sheet with amounts."""
        return f"Bedragen {self.maat}; {_TEKENZIN[self.teken]}. Door afronding kunnen totalen afwijken."

    def eenheidnaam(self, g: Grootheid) -> str:
        """The unit that stands beside a figure."""
        return "× € 1.000" if self._duizend(g) else g.eenheid.naam

    def formule(self, cel: str, g: Grootheid) -> str:
        """A figure as it is shown, of a reference or sum: without equals sign."""
        return f'IF(ISNA({cel}),"{NIET_TE_ZEGGEN}",{self.omgezet(cel, g)})'

    def omgezet(self, cel: str, g: Grootheid) -> str:
        """A figure in the sign and unit that were chosen."""
        maat = f"{cel}/{_DUIZEND}" if self._duizend(g) else cel
        return f"0-{maat}" if self.omgekeerd(g) else maat

    def waarde(self, waarde: float | None, g: Grootheid) -> float | str:
        """What `formule` gives for a value; None and NaN cannot be told."""
        if waarde is None or waarde != waarde or isinstance(waarde, str):
            return waarde if isinstance(waarde, str) else NIET_TE_ZEGGEN
        maat = waarde / int(_DUIZEND) if self._duizend(g) else waarde
        return 0 - maat if self.omgekeerd(g) else maat

    def stijl(self, rol: str, g: Grootheid, *, verschil: bool = False) -> Stijl:
        """The style of a figure: with V and N where those were chosen; differences of costs and means have them too."""
        vorm, soort = getalvorm(g.eenheid), soort_van(g)
        if self.teken == "VN" and soort in ((TEKORT, SALDO, LAST, BAAT) if verschil else (TEKORT, SALDO)):
            plus, min_ = ("N", "V") if soort in (TEKORT, LAST) else ("V", "N")
            vorm = f'{vorm}" {plus}";{vorm}" {min_}";{vorm}'
        return Stijl(rol, vorm)

    def _duizend(self, g: Grootheid) -> bool:
        return self.eenheid == "duizend" and g.eenheid.naam == "euro"

    def omgekeerd(self, g: Grootheid) -> bool:
        """Whether a figure has the other sign than in the model."""
        return self.teken == "lasten_negatief" and soort_van(g) in (LAST, TEKORT)


def weergave_van(plan: Plan) -> Weergave:
    """The presentation of a plan."""
    return Weergave(plan.gemeente.teken, plan.gemeente.eenheid)


# --- the line in the budget --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Begrotingsregel:
    """Where a figure stands in the budget of a gemeente."""

    naam: str
    groep: str
    duur: str = ""
    bepaald: str = ""
    categorie: str = ""


@cache
def begrotingsregels() -> dict[str, Begrotingsregel]:
    """The lines by name, in the order of the budget."""
    with BESTAND.open("rb") as bestand:
        return {naam: Begrotingsregel(naam, **velden) for naam, velden in tomllib.load(bestand).items()}


def taakveld(g: Grootheid, gemeente: Gemeente) -> str:
    """The taakveld that the gemeente gave for this figure, or for its group; empty where it gave none."""
    gegeven = dict(gemeente.taakveld)
    regel = begrotingsregels().get(g.naam)
    namen = (naam_in_bestand(g), g.naam, regel.groep if regel else "")
    return next((gegeven[naam] for naam in namen if gegeven.get(naam)), "")
