"""What the catalogue knows of an input (`Ingang`), of a published figure (`Kengetal`) and of its source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.getallen import Bereik, toon
from core.rekenkunde.eenheden import Unit


class Klasse(Enum):
    """How firm a figure is."""

    VAST = "vast"
    SUGGESTIE = "suggestie"
    EIGEN = "eigen"
    NA_TE_GAAN = "nog na te gaan"


class Status(Enum):
    """Where a published figure stands."""

    VASTGESTELD = "vastgesteld"
    AANGEKONDIGD = "aangekondigd"
    AFGELEID = "afgeleid"


class Vorm(Enum):
    """The shape in which an input is given."""

    GETAL = "getal"
    PER_JAAR = "per jaar"
    BEDRAG = "bedrag"
    COHORTEN = "cohorten"
    HALFJAREN = "halfjaren"
    KWARTAALAANDELEN = "kwartaalaandelen"
    ROUTEAANDELEN = "routeaandelen"
    ROUTEBEDRAGEN = "routebedragen"
    ROUTEGETALLEN = "routegetallen"
    RITME = "ritme"
    KEUZE = "keuze"
    SCHAKELAAR = "schakelaar"
    CONSTANTE = "constante"


@dataclass(frozen=True, slots=True)
class Bron:
    """A public document."""

    sleutel: str
    titel: str
    datum: str
    soort: str = ""
    opmerking: str = ""


@dataclass(frozen=True, slots=True)
class Kengetal:
    """A published or derived value, with the place where it can be checked.

    `groep`, `route`, `vanaf` and `tot` say for which part of the input it counts; `prijspeil` is the year of
    its prices (None: it is not indexed).
    """

    waarde: float | Bereik | tuple[float, ...]
    klasse: Klasse
    status: Status
    bron: Bron
    vindplaats: str
    jaar_bron: int
    feit: str = ""
    toelichting: str = ""
    groep: str = ""
    route: str = ""
    vanaf: int | None = None
    tot: int | None = None
    prijspeil: int | None = None

    @property
    def punt(self) -> float:
        """The point value."""
        assert not isinstance(self.waarde, tuple)
        return self.waarde.verwacht if isinstance(self.waarde, Bereik) else self.waarde


Standaard = float | str | bool | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Ingang:
    """An input (or, with vorm CONSTANTE, a fixed figure of the calculation) as the catalogue describes it."""

    naam: str
    onderwerp: str
    label: str
    hulp: str
    eenheid: Unit
    vorm: Vorm
    klasse: Klasse
    groepen: str = ""
    vindplek: str = ""
    toelichting: str = ""
    index: str = "geen"
    standaard: Standaard | None = None
    keuzes: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    boven: float | None = None
    onder: float | None = None
    geheel: bool = False
    kengetallen: tuple[Kengetal, ...] = ()

    @property
    def geindexeerd(self) -> bool:
        """Whether an amount of one year moves with prices or wages to another."""
        return self.index != "geen"

    @property
    def op_rij(self) -> bool:
        """Whether it may be given per year."""
        return self.vorm in (Vorm.PER_JAAR, Vorm.BEDRAG, Vorm.ROUTEBEDRAGEN)

    def kengetal(self, groep: str = "", route: str = "") -> Kengetal | None:
        """The value for all years, for a group or route."""
        for k in self.kengetallen:
            if k.vanaf is None and k.tot is None and k.groep in ("", groep) and k.route in ("", route):
                return k
        return None

    def kengetal_in(self, jaar: int) -> Kengetal | None:
        """The value of one calendar year, where the catalogue gives them per year."""
        for k in self.kengetallen:
            if (k.vanaf or k.tot) and (k.vanaf or jaar) <= jaar <= (k.tot or jaar):
                return k
        return None

    def buiten_grenzen(self, waarde: float) -> str:
        """What is wrong with a value, in Dutch; empty when nothing is."""
        if self.geheel and waarde != int(waarde):
            return "moet een heel getal zijn"
        if self.minimum is not None and waarde < self.minimum:
            return f"moet {toon(self.minimum)} of meer zijn"
        if self.boven is not None and waarde <= self.boven:
            return f"moet meer dan {toon(self.boven)} zijn"
        if self.maximum is not None and waarde > self.maximum:
            return f"mag hooguit {toon(self.maximum)} zijn"
        if self.onder is not None and waarde >= self.onder:
            return f"moet minder dan {toon(self.onder)} zijn"
        return ""


@dataclass(frozen=True, slots=True)
class Onderwerp:
    """A page of inputs."""

    naam: str
    titel: str
    volgorde: int


@dataclass(frozen=True, eq=False)
class Catalogus:
    """All of it, in the order of the work, with the edition that stands on everything that leaves the program."""

    nummer: str
    datum: str
    onderwerpen: tuple[Onderwerp, ...]
    ingangen: dict[str, Ingang]
    bronnen: dict[str, Bron]

    def __getitem__(self, naam: str) -> Ingang:
        return self.ingangen[naam]

    @property
    def editie(self) -> str:
        """Number and date in one line, the date as Dutch people write it."""
        return f"{self.nummer} ({'-'.join(reversed(self.datum.split('-')))})"

    def van(self, onderwerp: str) -> list[Ingang]:
        """The entries of one subject, in order."""
        return [i for i in self.ingangen.values() if i.onderwerp == onderwerp]

    @property
    def invoer(self) -> list[Ingang]:
        """What a gemeente can fill in: everything but constants."""
        return [i for i in self.ingangen.values() if i.vorm is not Vorm.CONSTANTE]

    def ingang_van(self, naam: str) -> tuple[Ingang, str] | None:
        """The entry behind a name in a plan file, and its group ("" for both or none); None if unknown."""
        if naam in self.ingangen:
            ingang = self.ingangen[naam]
            return None if ingang.groepen == "apart" or ingang.vorm is Vorm.CONSTANTE else (ingang, "")
        kaal, _, groep = naam.rpartition("_")
        if groep in ("asiel", "gezin") and kaal in self.ingangen and self.ingangen[kaal].groepen:
            return self.ingangen[kaal], groep
        return None

    @property
    def namen(self) -> list[str]:
        """Every name a plan file may use."""
        namen: list[str] = []
        for i in self.invoer:
            if i.groepen != "apart":
                namen.append(i.naam)
            if i.groepen:
                namen += [f"{i.naam}_asiel", f"{i.naam}_gezin"]
        return namen
