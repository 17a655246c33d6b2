"""Prices and wages: how an amount moves from one year to another (rekenmodel §2, Prices)."""

from __future__ import annotations

from typing import Any

from core.rekenkunde.regel import Regelboek, Symbolen
from core.rekenkunde.tijdas import BEGIN, SLOT, Venster
from core.rekenkunde.uitdrukking import AFWEZIG, Expression, Tijd, als, eerste

regel = Regelboek()
ALLE_JAREN = Venster(BEGIN, SLOT)


def _stijging(m: Symbolen, j: Tijd, rij: Any, invoer: Expression) -> Expression:
    """What is filled in for the year; one figure counts for the years after the last known one."""
    return eerste(rij[j], als(m.jaar[j] - m.laatste_bekende_prijsjaar, eerste(invoer, AFWEZIG), AFWEZIG))


@regel("Loonstijging, eigen opgave", "aandeel", venster=ALLE_JAREN)
def eigen_loonstijging(m: Symbolen, j: Tijd) -> Expression:
    """One figure counts for every year from 2027; a row replaces the years it names."""
    return _stijging(m, j, m.rij_loonstijging, m.invoer_loonstijging)


@regel("Loonstijging", "aandeel", venster=ALLE_JAREN)
def loonstijging(m: Symbolen, j: Tijd) -> Expression:
    """From the year before; a blank year has no rise ("constante prijzen")."""
    return eerste(m.eigen_loonstijging[j], m.kengetal_loonstijging[j], 0)


@regel("Prijsstijging, eigen opgave", "aandeel", venster=ALLE_JAREN)
def eigen_prijsstijging(m: Symbolen, j: Tijd) -> Expression:
    """One figure counts for every year from 2027; a row replaces the years it names."""
    return _stijging(m, j, m.rij_prijsstijging, m.invoer_prijsstijging)


@regel("Prijsstijging", "aandeel", venster=ALLE_JAREN)
def prijsstijging(m: Symbolen, j: Tijd) -> Expression:
    """From the year before; a blank year has no rise ("constante prijzen")."""
    return eerste(m.eigen_prijsstijging[j], m.kengetal_prijsstijging[j], 0)


@regel("Prijsstijging van de SPUK, eigen opgave", "aandeel", venster=ALLE_JAREN)
def eigen_spuk_index(m: Symbolen, j: Tijd) -> Expression:
    """One figure counts for every year from 2027; a row replaces the years it names."""
    return _stijging(m, j, m.rij_spuk_index, m.invoer_spuk_index)


@regel("Prijsstijging van de SPUK", "aandeel", venster=ALLE_JAREN)
def spuk_index(m: Symbolen, j: Tijd) -> Expression:
    """The rise of the SPUK amounts; blank is the prijsstijging."""
    return eerste(m.eigen_spuk_index[j], m.prijsstijging[j])


@regel("Loonindex", "index", venster=ALLE_JAREN)
def index_loon(m: Symbolen, j: Tijd) -> Expression:
    """The product of the rises since the first year of the calendar; only ratios of it are used."""
    return als(m.jaar[j] - m.eerste_jaar, m.index_loon[j - 1] * (1 + m.loonstijging[j]), 1)


@regel("Prijsindex", "index", venster=ALLE_JAREN)
def index_prijs(m: Symbolen, j: Tijd) -> Expression:
    """The product of the rises since the first year of the calendar; only ratios of it are used."""
    return als(m.jaar[j] - m.eerste_jaar, m.index_prijs[j - 1] * (1 + m.prijsstijging[j]), 1)
