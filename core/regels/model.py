"""The model: all rules together, and their steps on the calendar of a plan."""

from __future__ import annotations

from functools import cache, lru_cache

from core.catalogus import standaardcatalogus
from core.regels import controle, doorstroom, inkoop, instroom, prijzen, spuk, tekort, uitvoeringskosten, voorzieningen
from core.regels.invoer import bladeren, kalenderwaarden, waarderegels
from core.rekenkunde.berekening import Rekenvolgorde
from core.rekenkunde.regel import Model
from core.rekenkunde.tijdas import Tijdas

ONDERWERPEN = (prijzen, instroom, doorstroom, uitvoeringskosten, tekort, spuk, voorzieningen, inkoop, controle)


@cache
def model() -> Model:
    """All figures of the planner. Its units are proved the first time it is asked for."""
    geschreven = [d for onderwerp in ONDERWERPEN for d in onderwerp.regel.declaraties]
    catalogus = standaardcatalogus()
    waarden = waarderegels(catalogus, {d.naam for d in geschreven})
    return Model(bladeren(catalogus), (*waarden, *geschreven))


@lru_cache(maxsize=16)
def rekenvolgorde(tijdas: Tijdas) -> Rekenvolgorde:
    """The steps of the whole model on a calendar; laid out once per calendar."""
    return Rekenvolgorde(model(), tijdas, vast=kalenderwaarden(tijdas))
