"""Door 2, out: a plan and its outcome as a live workbook, or empty input sheets to fill in."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from core import VERSIE
from core.catalogus import Catalogus
from core.plan import Bevinding, Plan
from core.planbestand import bewaar
from core.regels import Uitkomst
from core.regels.bladwaarden import kalender
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.indeling import BANDBLAD, KALENDER, KENGETALBLAD, PLANBLAD, indeling
from core.werkboek.invoerbladen import Invoerbladen
from core.werkboek.leesbladen import INKOOPBLAD, JAARBLAD, KWARTAALUITKOMST, Leesbladen, schrijf_uitleg
from core.werkboek.rekenbladen import CONTROLEBLAD, Rekenbladen
from core.werkboek.stijlen import Stijlen

BASIS = "Basis"
OPTIES = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
KENMERK = "Inburgeringsplanner"
"""The document property by which our own workbook is known."""


def schrijf_werkboek(pad: Path, uitkomst: Uitkomst, bevindingen: list[Bevinding], scenario: str = BASIS) -> None:
    """Write the workbook of an outcome; the old file stays whole until the new one is.

    Raises:
        SchrijfFout: it could not be stored; the message says why and what to do, in Dutch.
    """
    bewaar(pad, werkboek(uitkomst, bevindingen, scenario))


def schrijf_sjabloon(pad: Path, catalogus: Catalogus, startjaar: int, horizon: int) -> None:
    """Write empty input sheets for the plan years.

    Raises:
        SchrijfFout: it could not be stored.
    """
    bewaar(pad, sjabloon(Plan(startjaar, horizon), catalogus))


def werkboek(uitkomst: Uitkomst, bevindingen: list[Bevinding], scenario: str = BASIS) -> bytes:
    """The workbook as bytes: cover, outcome, input, kengetallen, calculation, checks, findings, sources."""
    inhoud = BytesIO()
    boek = _boek(inhoud, uitkomst.plan, uitkomst.catalogus, uitkomst.tijdas)
    stijlen, plaats = Stijlen(boek), indeling(uitkomst.tijdas)
    rekenbladen = Rekenbladen(boek, stijlen, plaats, uitkomst)
    leesbladen = Leesbladen(boek, stijlen, plaats, uitkomst, rekenbladen.oordeel)
    leesbladen.voorblad(scenario, list(_inhoud(uitkomst)))
    leesbladen.jaren()
    leesbladen.kwartalen()
    leesbladen.inkoop()
    Invoerbladen(boek, stijlen, plaats, uitkomst.catalogus, uitkomst.plan).schrijf()
    rekenbladen.schrijf()
    rekenbladen.controle()
    leesbladen.bevindingen(bevindingen)
    leesbladen.bronnen()
    boek.close()
    return inhoud.getvalue()


def sjabloon(plan: Plan, catalogus: Catalogus) -> bytes:
    """Only the input sheets, with what the plan already has in them."""
    inhoud = BytesIO()
    as_ = kalender(plan, catalogus)
    boek = _boek(inhoud, plan, catalogus, as_)
    stijlen = Stijlen(boek)
    schrijf_uitleg(boek, stijlen, catalogus)
    Invoerbladen(boek, stijlen, indeling(as_), catalogus, plan).schrijf()
    boek.close()
    return inhoud.getvalue()


def _boek(inhoud: BytesIO, plan: Plan, catalogus: Catalogus, as_: Tijdas) -> Any:
    boek = xlsxwriter.Workbook(inhoud, OPTIES)
    naam = plan.gemeente.naam
    # The date of the edition, not of today: the same plan gives the same file.
    jaar, maand, dag = map(int, catalogus.datum.split("-"))
    boek.set_properties(
        {
            "title": f"Inburgeringsplan gemeente {naam}".strip(),
            "subject": "Uitvoeringskosten en inkoop Wet inburgering 2021",
            "author": f"Gemeente {naam}".strip(),
            "comments": f"Gemaakt met de Inburgeringsplanner {VERSIE}, kengetallen {catalogus.editie}.",
            "created": date(jaar, maand, dag),
        }
    )
    boek.set_custom_property(KENMERK, VERSIE)
    boek.set_custom_property("Kengetallen", catalogus.editie)
    boek.set_custom_property(KALENDER, f"{as_.startjaar} {as_.eindjaar} {as_.eerste} {as_.laatste}", "text")
    return boek


def _inhoud(uitkomst: Uitkomst) -> Any:
    plaats = indeling(uitkomst.tijdas)
    yield JAARBLAD, "Per jaar: mensen, formatie, uitvoeringskosten, tekort, SPUK en inkoop."
    yield KWARTAALUITKOMST, "Per kwartaal: wie komt, wacht, start en vertrekt, en de trajecten per leerroute."
    yield INKOOPBLAD, "Inkoopbudget en aanbesteding van de leerroutes."
    yield PLANBLAD, "Gemeente, planjaren en aangekondigde maatregelen."
    titels = {f"Invoer_{o.naam}": o.titel for o in uitkomst.catalogus.onderwerpen}
    for naam in plaats.invoerrijen:
        yield naam, f"Invoer: {titels[naam]}."
    yield BANDBLAD, "Tussen welke grenzen de invoer kan liggen."
    yield KENGETALBLAD, "Landelijke kengetallen en vaste gegevens, met hun bron."
    for naam in plaats.bladen:
        if naam != KENGETALBLAD:
            yield naam, f"Berekening: {naam.removeprefix('Berekening_')}."
    yield CONTROLEBLAD, "Controles op de berekening."
    yield "Bevindingen", "Wat ontbreekt of opvalt."
    yield "Bronnen", "De openbare documenten achter de kengetallen."
