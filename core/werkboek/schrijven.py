"""Door 2, out: a plan and its outcome as a live workbook, or empty input sheets to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from core import VERSIE
from core.catalogus import Catalogus
from core.duiding.overzicht import Duiding
from core.plan import Bevinding, Plan
from core.planbestand import bewaar
from core.regels import Uitkomst
from core.regels.bladwaarden import kalender
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.controleblad import Oordeel, schrijf_controle
from core.werkboek.duidingsbladen import schrijf_duiding
from core.werkboek.indeling import KALENDER, indeling
from core.werkboek.invoerbladen import schrijf_invoer
from core.werkboek.lijstbladen import (
    schrijf_aannames,
    schrijf_begrippen,
    schrijf_bevindingen,
    schrijf_bronnen,
)
from core.werkboek.opzet import maak_passend
from core.werkboek.rekenbladen import schrijf_berekening, schrijf_kengetallen
from core.werkboek.samenvatting import schrijf_samenvatting
from core.werkboek.scenariobladen import schrijf_scenario
from core.werkboek.uitkomstbladen import schrijf_inkoop, schrijf_uitkomst
from core.werkboek.uitvoerplan import schrijf_uitvoerplan
from core.werkboek.varianten import BASIS, Doorrekening, Variant, varianten
from core.werkboek.vel import Boek, Eigenschappen, zonder_opruimen
from core.werkboek.vergelijking import schrijf_vergelijking
from core.werkboek.voorbladen import blokkades, schrijf_inhoud, schrijf_kwaliteit, schrijf_uitleg, schrijf_voorblad
from core.werkboek.xlsx import als_xlsx

KENMERK, KENGETALLEN = "Inburgeringsplanner", "Kengetallen"
"""The document properties by which our own workbook is known: the versions of the program and of the kengetallen."""


def schrijf_werkboek(
    pad: Path,
    uitkomst: Uitkomst,
    bevindingen: Sequence[Bevinding],
    scenario: str = BASIS,
    scenarios: Sequence[Doorrekening] = (),
    *,
    definitief: bool = False,
    duiding: Duiding | None = None,
) -> None:
    """Write the workbook of an outcome and its scenarios (.xlsx, or .ods by the name of the file).

    The old file stays whole until the new one is.

    Raises:
        SchrijfFout: it could not be stored; the message says why and what to do, in Dutch.
    """
    boek = boek_van(uitkomst, bevindingen, scenario, scenarios, definitief=definitief, duiding=duiding)
    bewaar(pad, _als_bestand(boek, pad))


def schrijf_sjabloon(pad: Path, catalogus: Catalogus, startjaar: int, horizon: int) -> None:
    """Write empty input sheets for the plan years (.xlsx, or .ods by the name of the file).

    Raises:
        SchrijfFout: it could not be stored.
    """
    bewaar(pad, _als_bestand(_sjabloon(Plan(startjaar, horizon), catalogus), pad))


def _als_bestand(boek: Boek, pad: Path) -> bytes:
    """An .ods where the name says so, otherwise an .xlsx."""
    if pad.suffix.lower() == ".ods":
        from core.werkboek.ods import als_ods

        return als_ods(boek)
    return als_xlsx(boek)


def werkboek(
    uitkomst: Uitkomst,
    bevindingen: Sequence[Bevinding],
    scenario: str = BASIS,
    scenarios: Sequence[Doorrekening] = (),
    *,
    definitief: bool = False,
    duiding: Duiding | None = None,
) -> bytes:
    """The workbook as the bytes of an .xlsx file (see `boek_van`)."""
    return als_xlsx(boek_van(uitkomst, bevindingen, scenario, scenarios, definitief=definitief, duiding=duiding))


def kan_definitief(
    uitkomst: Uitkomst, bevindingen: Sequence[Bevinding], scenarios: Sequence[Doorrekening] = ()
) -> bool:
    """Whether nothing keeps a workbook of this outcome and these scenarios from being final."""
    alle = varianten(uitkomst, bevindingen, BASIS, scenarios)
    return not blokkades(alle, Oordeel(alle))


@zonder_opruimen()
def boek_van(
    uitkomst: Uitkomst,
    bevindingen: Sequence[Bevinding],
    scenario: str = BASIS,
    scenarios: Sequence[Doorrekening] = (),
    *,
    definitief: bool = False,
    duiding: Duiding | None = None,
) -> Boek:
    """The workbook as data, in reading order.

    Args:
        uitkomst: the outcome of the base.
        bevindingen: what was found in it.
        scenario: what the base is called.
        scenarios: the scenarios that stand beside it.
        definitief: whether it is asked for as final; it is only when nothing blocks that (`voorbladen.blokkades`).
        duiding: the reading of the base, for the sheets that explain it and for the assumptions; left out without it.
    """
    alle = varianten(uitkomst, bevindingen, scenario, scenarios)
    basis, catalogus, oordeel = alle[0], uitkomst.catalogus, Oordeel(alle)
    boek = _boek(basis.uitkomst.plan, catalogus, basis.uitkomst.tijdas)
    schrijf_voorblad(boek, alle, oordeel, definitief=definitief)
    _schrijf_rekenbladen(boek, alle, oordeel)
    schrijf_duiding(boek, basis, duiding)
    schrijf_controle(boek, oordeel)
    schrijf_aannames(boek, basis, duiding)
    schrijf_bevindingen(boek, alle)
    schrijf_bronnen(boek, catalogus)
    schrijf_begrippen(boek)
    schrijf_kwaliteit(boek, alle, oordeel)
    schrijf_uitvoerplan(boek, replace(basis.uitkomst.plan, scenarios=tuple(v.scenario for v in alle[1:])))
    schrijf_inhoud(boek)
    maak_passend(boek)
    return boek


@zonder_opruimen()
def rekenboek(uitkomst: Uitkomst, scenarios: Sequence[Doorrekening]) -> Boek:
    """Only the sheets that calculate, with the input that they read: what a workbook is held against."""
    alle = varianten(uitkomst, [], BASIS, scenarios)
    oordeel = Oordeel(alle)
    boek = _boek(alle[0].uitkomst.plan, uitkomst.catalogus, alle[0].uitkomst.tijdas)
    _schrijf_rekenbladen(boek, alle, oordeel)
    schrijf_controle(boek, oordeel)
    return boek


def _schrijf_rekenbladen(boek: Boek, alle: Sequence[Variant], oordeel: Oordeel) -> None:
    basis = alle[0]
    catalogus = basis.uitkomst.catalogus
    schrijf_samenvatting(boek, basis, oordeel)
    schrijf_vergelijking(boek, alle, oordeel)
    schrijf_invoer(boek, basis.indeling, catalogus, basis.uitkomst.plan)
    for variant in alle[1:]:
        schrijf_scenario(boek, basis.indeling, variant)
    schrijf_kengetallen(boek, basis.indeling, catalogus)
    for variant in alle:
        schrijf_berekening(boek, variant, oordeel)
    for variant in alle:
        schrijf_uitkomst(boek, variant, oordeel)
    schrijf_inkoop(boek, basis, oordeel)


def sjabloon(plan: Plan, catalogus: Catalogus) -> bytes:
    """Only the input sheets, with what the plan already has in them, as the bytes of an .xlsx file."""
    return als_xlsx(_sjabloon(plan, catalogus))


def _sjabloon(plan: Plan, catalogus: Catalogus) -> Boek:
    as_ = kalender(plan, catalogus)
    boek = _boek(plan, catalogus, as_)
    schrijf_uitleg(boek, catalogus)
    schrijf_invoer(boek, indeling(as_), catalogus, plan)
    maak_passend(boek)
    return boek


def _boek(plan: Plan, catalogus: Catalogus, as_: Tijdas) -> Boek:
    naam = plan.gemeente.naam
    eigenschappen = Eigenschappen(
        titel=f"Inburgeringsplan gemeente {naam}".strip(),
        onderwerp="Uitvoeringskosten en inkoop Wet inburgering 2021",
        auteur=f"Gemeente {naam}".strip(),
        opmerking=f"Gemaakt met de Inburgeringsplanner {VERSIE}, kengetallen {catalogus.editie}.",
        # The date of the edition, not of today: the same plan gives the same file.
        datum=date.fromisoformat(catalogus.datum),
    )
    tijd = f"{as_.startjaar} {as_.eindjaar} {as_.eerste} {as_.laatste}"
    return Boek(eigenschappen, {KENMERK: VERSIE, KENGETALLEN: catalogus.editie, KALENDER: tijd})
