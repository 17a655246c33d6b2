"""What the landelijke toets is made of: a toets, the published figures, and a plan made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from core.catalogus import Catalogus, Kengetal
from core.getallen import Bereik, toon
from core.plan import plan_uit
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.regel import GROEPEN

MILJOEN = 1e6
GEEN_GROEI = {"2025": 0, "2026": 0}
"""From 2027 a blank rise is none already."""

ZONDER_STIJGING: dict[str, Any] = {"loonstijging": GEEN_GROEI, "prijsstijging": GEEN_GROEI}


@dataclass(frozen=True)
class Toets:
    """One national figure (or a few that belong together): what the model gives and what is published.

    `model` and `gepubliceerd` stand in the order of `onderdelen`, in `eenheid`; where only a direction is published
    `gepubliceerd` is empty. `klopt` says whether they lie within `marge` of each other.
    """

    naam: str
    omschrijving: str
    onderdelen: tuple[str, ...]
    eenheid: str
    decimalen: int
    model: tuple[float, ...]
    gepubliceerd: tuple[float, ...]
    marge: float
    klopt: bool
    bron: str
    toelichting: str

    @property
    def model_tekst(self) -> str:
        """What the model gives, in Dutch notation."""
        return self._tekst(self.model)

    @property
    def gepubliceerd_tekst(self) -> str:
        """What is published, in Dutch notation."""
        return self._tekst(self.gepubliceerd) or "alleen de richting: lager"

    @property
    def verschil(self) -> tuple[float, ...]:
        """Model less published, in the order of `onderdelen`; empty where only a direction is published."""
        return tuple(m - g for m, g in zip(self.model, self.gepubliceerd, strict=False))

    @property
    def verschil_tekst(self) -> str:
        """The difference in Dutch notation, with the margin within which it must stay."""
        if not self.gepubliceerd:
            return "niet te berekenen: alleen de richting is gepubliceerd"
        return f"{self._tekst(self.verschil)} (toegestaan: {toon(self.marge)})"

    def _tekst(self, getallen: tuple[float, ...]) -> str:
        return " · ".join(toon(x, self.decimalen) for x in getallen)


class Cijfers:
    """The published figures by name, and the valuing of a plan made of them."""

    def __init__(self, catalogus: Catalogus) -> None:
        self.catalogus = catalogus
        aandeel = self["aandeel_gezin_landelijk"]
        self.instroom = {
            "asiel": self["landelijk_instroom"] * (1 - aandeel),
            "gezin": self["landelijk_instroom"] * aandeel,
        }
        self.aandelen = {"asiel": 1 - aandeel, "gezin": aandeel}

    def kengetal(self, naam: str) -> Kengetal:
        """The published figure behind a name."""
        gevonden = self.catalogus[naam].kengetal()
        assert gevonden is not None, naam
        return gevonden

    def __getitem__(self, naam: str) -> float:
        return self.kengetal(naam).punt

    def grenzen(self, naam: str) -> tuple[float, float]:
        """Both ends of a figure that is published as a range."""
        bereik = self.kengetal(naam).waarde
        assert isinstance(bereik, Bereik), naam
        return bereik.laag, bereik.hoog

    def wet(self, naam: str, jaar: int) -> float:
        """An amount of the law for one year."""
        gevonden = self.catalogus[naam].kengetal_in(jaar)
        assert gevonden is not None, naam
        return gevonden.punt

    def bron(self, *namen: str) -> str:
        """The places where these figures can be checked."""
        per_titel: dict[str, dict[str, None]] = {}
        for k in map(self.kengetal, namen):
            per_titel.setdefault(k.bron.titel, {})[k.vindplaats] = None
        return "; ".join(f"{titel}, {' / '.join(plaatsen)}" for titel, plaatsen in per_titel.items())

    def bereken(self, startjaar: int, horizon: int, **invoer: Any) -> Uitkomst:
        """Value a plan given as plain data."""
        gegevens = {"startjaar": startjaar, "horizon": horizon, "invoer": invoer}
        plan, bevindingen = plan_uit(gegevens, self.catalogus)
        assert plan is not None, bevindingen
        return bereken(plan, self.catalogus)

    def land(self, **anders: Any) -> Uitkomst:
        """All gemeenten together from an empty start in 2022, up to and including 2024."""
        instroom = {f"instroom_{d}": self.instroom[d] for d in GROEPEN}
        return self.bereken(2022, 3, **(instroom | ZONDER_STIJGING | anders))


def som(uitkomst: Uitkomst, naam: str, jaar: int, sleutels: Iterable[str] = GROEPEN) -> float:
    """A figure of a year, all groups together."""
    return sum(van(uitkomst, naam, jaar, s) for s in sleutels)


def van(uitkomst: Uitkomst, naam: str, jaar: int, *sleutel: str) -> float:
    """A figure of a year; it must be there."""
    waarde = uitkomst.waarde(naam, *sleutel, moment=jaar)
    assert waarde is not None, naam
    return waarde


def binnen(model: Iterable[float], gepubliceerd: Iterable[float], marge: float) -> bool:
    """Whether each pair lies within the margin."""
    return all(abs(a - b) <= marge for a, b in zip(model, gepubliceerd, strict=True))


def vergelijk(
    naam: str,
    omschrijving: str,
    onderdelen: tuple[str, ...],
    eenheid: str,
    decimalen: int,
    model: tuple[float, ...],
    gepubliceerd: tuple[float, ...],
    marge: float,
    bron: str,
    toelichting: str,
) -> Toets:
    """A toets in which each figure of the model must lie within the margin of the published one."""
    klopt = binnen(model, gepubliceerd, marge)
    return Toets(
        naam, omschrijving, onderdelen, eenheid, decimalen, model, gepubliceerd, marge, klopt, bron, toelichting
    )
