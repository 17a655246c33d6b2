"""Opening a file of the tests, and taking rows of its first table over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from core.catalogus import standaardcatalogus
from core.overname import Blok, Koppeling, Overname, Rijkoppeling, herken, lees_bestand, neem_over
from core.overname.vel import Bestand
from core.plan import Plan

DATUM = date(2026, 11, 20)
CATALOGUS = standaardcatalogus()


def bestand(map_: Path, maak: Callable[[], bytes], naam: str = "proef.xlsx") -> Bestand:
    pad = map_ / naam
    pad.write_bytes(maak())
    return lees_bestand(pad)


def blok(map_: Path, maak: Callable[[], bytes], naam: str = "proef.xlsx") -> Blok:
    (gevonden,), _ = herken(bestand(map_, maak, naam))
    return gevonden


def koppeling(blok_: Blok, rijen: dict[str, str], **keuzes: Any) -> Koppeling:
    """Rows by their label to inputs; `maal` counts for all."""
    maal, jaar = keuzes.pop("maal", None), keuzes.pop("jaar", None)
    sleutels = {r.volledig: r.sleutel for r in blok_.rijen}
    return Koppeling(
        blok_.vorm, tuple(Rijkoppeling(sleutels[label], d, maal, jaar) for label, d in rijen.items()), **keuzes
    )


def neem(plan: Plan, blok_: Blok, rijen: dict[str, str], **keuzes: Any) -> Overname:
    return neem_over(plan, blok_, koppeling(blok_, rijen, **keuzes), CATALOGUS, DATUM)
