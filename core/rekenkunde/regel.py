"""The rule decorator and the model: every figure by name, with what people must know about it."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from core.rekenkunde.eenheden import EENHEDEN, Unit, UnitError, eenheid_van
from core.rekenkunde.tijdas import Tijdsoort, Venster
from core.rekenkunde.uitdrukking import (
    Bewerking,
    Expression,
    Opzoeking,
    Reeks,
    Sleutel,
    Tijd,
    Verwijzing,
    reeks_of_verwijzing,
)

ASIEL, GEZIN = "asiel", "gezin"
GROEPEN = (ASIEL, GEZIN)
ROUTES = ("B1", "Z", "onderwijs")
RITMEJAREN = ("1", "2", "3", "4", "5")

Id = tuple[str, Sleutel]
"""A figure: its family name and its key."""


class Rol(Enum):
    """Where a figure comes from."""

    REGEL = "regel"
    INVOER = "invoer"
    KENGETAL = "kengetal"
    AS = "tijdas"


@dataclass(frozen=True, slots=True)
class Grootheid:
    """One figure of the model, before it has a value.

    `regel` is its rule as an expression, read once for all years; None for a leaf (an input cell, a kengetal,
    a year number). `venster` says at which moments it exists.
    """

    naam: str
    sleutel: Sleutel
    label: str
    eenheid: Unit
    tijd: Tijdsoort
    venster: Venster
    onderwerp: str
    rol: Rol = Rol.REGEL
    regel: Expression | None = None
    pot: str = ""
    toelichting: str = ""
    bron: str = ""

    @property
    def id(self) -> Id:
        """Family name and key."""
        return self.naam, self.sleutel

    @property
    def volledige_naam(self) -> str:
        """The name in files: `start_asiel`."""
        return "_".join((self.naam, *self.sleutel))


@dataclass(frozen=True, slots=True)
class Declaratie:
    """A rule as written: a function of the model and of its group or route and moment.

    `labels` gives every member its name; its keys are the keys of the members.
    """

    naam: str
    onderwerp: str
    functie: Callable[..., Expression]
    labels: Mapping[Sleutel, str]
    eenheid: Unit
    tijd: Tijdsoort
    venster: Venster
    pot: str = ""

    @property
    def sleutels(self) -> tuple[Sleutel, ...]:
        """One key per member."""
        return tuple(self.labels)


GEMEENTEFONDS, SPUK = "Gemeentefonds", "SPUK"
NAMEN = {
    ASIEL: "asielstatushouders",
    GEZIN: "gezins- en overige migranten",
    "B1": "B1-route",
    "Z": "Z-route",
    "onderwijs": "onderwijsroute",
}
"""Group and route as people write them."""


def met_sleutel(label: str, sleutel: Sleutel) -> str:
    """A label with its group or route behind it."""
    return ", ".join((label, *(NAMEN.get(s, s) for s in sleutel)))


class Regelboek:
    """The rules of one subject, in the order in which they are written."""

    def __init__(self) -> None:
        self.declaraties: list[Declaratie] = []

    def __call__(
        self,
        label: str,
        eenheid: str,
        *,
        tijd: Tijdsoort = Tijdsoort.JAAR,
        venster: Venster | None = None,
        per: tuple[str, ...] = (),
        pot: str = "",
    ) -> Callable[[Callable[..., Expression]], Callable[..., Expression]]:
        """Register a rule; the function itself stays an ordinary function.

        Args:
            label: the figure's name as people read it.
            eenheid: a unit of `eenheden.EENHEDEN`; the unit reading proves that the rule yields it.
            tijd: per year (default), per quarter or once per plan.
            venster: the moments at which it exists; default the plan years or quarters.
            per: groups or routes, each with a figure of its own.
            pot: the pot that pays it, where it is money.
        """

        def registreer(functie: Callable[..., Expression]) -> Callable[..., Expression]:
            self.declaraties.append(
                Declaratie(
                    naam=functie.__name__,
                    onderwerp=functie.__module__.rpartition(".")[2],
                    functie=functie,
                    labels={s: met_sleutel(label, s) for s in (tuple((p,) for p in per) or ((),))},
                    eenheid=EENHEDEN[eenheid],
                    tijd=tijd,
                    venster=venster or Venster(),
                    pot=pot,
                )
            )
            return functie

        return registreer


@dataclass
class Symbolen:
    """What a rule sees as `m`: every figure by name, still without a value."""

    families: dict[str, tuple[int, bool]] = field(default_factory=dict)

    def __getattr__(self, naam: str) -> Any:
        try:
            diepte, tijdgebonden = self.families[naam]
        except KeyError:
            raise AttributeError(f"no figure is called {naam}") from None
        return reeks_of_verwijzing(naam, (), diepte, tijdgebonden)


class Model:
    """All figures, leaves and rules, with their expressions; units are proved when it is made.

    Raises:
        UnitError: a rule's unit is not the one it declares.
        ValueError: two figures have one name, or a rule refers to a figure that does not exist.
    """

    def __init__(self, bladeren: Iterable[Grootheid], regels: Iterable[Declaratie]) -> None:
        self._grootheden: dict[Id, Grootheid] = {}
        self._families: dict[str, list[Id]] = {}
        declaraties = tuple(regels)
        symbolen = Symbolen()
        for blad in (*bladeren, *(_zonder_regel(d, s) for d in declaraties for s in d.sleutels)):
            if blad.id in self._grootheden:
                raise ValueError(f"two figures are called {blad.volledige_naam}")
            self._grootheden[blad.id] = blad
            self._families.setdefault(blad.naam, []).append(blad.id)
            symbolen.families[blad.naam] = len(blad.sleutel), blad.tijd is not Tijdsoort.PLAN
        for d in declaraties:
            for sleutel in d.sleutels:
                id_ = d.naam, sleutel
                self._grootheden[id_] = replace(self._grootheden[id_], regel=_lees(d, symbolen, sleutel))
        for g in self:
            self._controleer(g)

    def __iter__(self) -> Iterator[Grootheid]:
        return iter(self._grootheden.values())

    def __getitem__(self, id_: Id) -> Grootheid:
        return self._grootheden[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._grootheden

    def familie(self, naam: str, sleutel: Sleutel = ()) -> list[Grootheid]:
        """All members whose key begins with `sleutel`, in order."""
        leden = [self[id_] for id_ in self._families.get(naam, ())]
        return [g for g in leden if g.sleutel[: len(sleutel)] == sleutel]

    def _controleer(self, g: Grootheid) -> None:
        if g.regel is None:
            return
        for knoop in knopen(g.regel):
            if isinstance(knoop, Verwijzing | Opzoeking) and not self.familie(knoop.naam, knoop.sleutel):
                raise ValueError(f"{g.volledige_naam} refers to {knoop.naam}, which does not exist")
            if isinstance(knoop, Verwijzing) and knoop.tijd and self[knoop.naam, knoop.sleutel].tijd is not g.tijd:
                raise ValueError(f"{g.volledige_naam} mixes years and quarters in {knoop.naam}")
        try:
            eenheid = eenheid_van(g.regel, lambda naam: self.familie(naam)[0].eenheid)
        except UnitError as fout:
            raise UnitError(f"{g.volledige_naam}: {fout}") from None
        if eenheid is not None and not eenheid.gelijk(g.eenheid):
            raise UnitError(f"{g.volledige_naam} yields {eenheid.naam}, declared is {g.eenheid.naam}")


def _zonder_regel(d: Declaratie, sleutel: Sleutel) -> Grootheid:
    return Grootheid(
        naam=d.naam,
        sleutel=sleutel,
        label=d.labels[sleutel],
        eenheid=d.eenheid,
        tijd=d.tijd,
        venster=d.venster,
        onderwerp=d.onderwerp,
        pot=d.pot,
        toelichting=inspect.getdoc(d.functie) or "",
    )


def _lees(d: Declaratie, symbolen: Symbolen, sleutel: Sleutel) -> Expression:
    moment = () if d.tijd is Tijdsoort.PLAN else (Tijd(),)
    expression = d.functie(symbolen, *sleutel, *moment)
    if isinstance(expression, Reeks):
        raise TypeError(f"{d.naam} returns a series; index it by group and moment")
    return expression


def knopen(expression: Expression) -> Iterator[Expression]:
    """The nodes of an expression, from the outside in."""
    yield expression
    if isinstance(expression, Bewerking):
        for deel in expression.delen:
            yield from knopen(deel)
    elif isinstance(expression, Opzoeking) and expression.plaats is not None:
        yield from knopen(expression.plaats)
