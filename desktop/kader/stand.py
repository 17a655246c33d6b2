"""How the outcome stands, in one sentence: what is missing, what is wrong, or what the last change did."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from desktop.plaatsen import vind
from desktop.woorden import BASIS_IN_WOORDEN, verschil_in_woorden

if TYPE_CHECKING:
    from desktop.blik import Blik
    from desktop.document import Document

GEMIS = "niet te zeggen"
"""The words by which a finding says that it stands in the way of an answer."""
ZONDER_REDEN = "wachttijd"
"""The word by which findings about the waiting time can be known."""
HOOGUIT = 4
RUST = "Uitvoering en tekort: Gemeentefonds. SPUK: apart potje. Alle bedragen in euro, per jaar."


def waarom_onbekend(document: Document, naam: str) -> str:
    """What is missing for a figure, as far as the findings say so."""
    from core.bevindingen.ontbrekend import UITKOMSTEN

    ernstig = [b for b in document.bevindingen if b.ernst.value != "let op"]
    woorden = UITKOMSTEN.get(naam, ZONDER_REDEN)
    regels = [f"{vind(b.plaats, document.catalogus).tekst}: {b.tekst}" for b in ernstig if woorden in b.tekst]
    return "\n".join(["Dit kan de planner nog niet zeggen.", *regels])


def stand_in_woorden(document: Document, blik: Blik) -> str:
    """The sentence under the answer, as rich text with a link where something can be done."""
    if document.fouten:
        return _fout(document)
    if ontbreekt := wat_ontbreekt(document):
        namen = "; ".join(_link(plaats, tekst) for plaats, tekst in ontbreekt)
        return f"Nog niet alles is te zeggen. Vul in: {namen}."
    return _tegenover_vorige(document, blik) or RUST


def _fout(document: Document) -> str:
    eerste = document.fouten[0]
    waar = _link(eerste.plaats, vind(eerste.plaats, document.catalogus).tekst)
    meer = f" en nog {len(document.fouten) - 1}" if len(document.fouten) > 1 else ""
    return f"✕ Niet bijgewerkt: herstel eerst de fout bij {waar}{meer}. Hierboven staat de vorige uitkomst."


def wat_ontbreekt(document: Document) -> list[tuple[str, str]]:
    """The inputs whose absence stands in the way of an answer: place and label."""
    gevonden: dict[str, tuple[str, str]] = {}
    for b in document.bevindingen:
        if b.ernst.value == "waarschuwing" and GEMIS in b.tekst:
            naam = vind(b.plaats, document.catalogus).naam
            if naam in document.catalogus.ingangen:
                gevonden.setdefault(naam, (b.plaats, document.catalogus[naam].label))
    return list(gevonden.values())[:HOOGUIT]


def _tegenover_vorige(document: Document, blik: Blik) -> str:
    """What the last change did to the structural tekort."""
    if document.uitkomst is None or document.vorige is None or not document.laatste_plaats:
        return ""
    nu, toen = (u.waarde("tekort_structureel", moment=blik.jaar) for u in (document.uitkomst, document.vorige))
    if nu is None or toen is None:
        return ""
    waar = escape(document.scenario or BASIS_IN_WOORDEN)
    return (
        f"{escape(document.laatste_stap)} ({waar}): tekort structureel {blik.jaar} "
        f"{verschil_in_woorden(nu, toen)} daarvoor."
    )


def _link(plaats: str, tekst: str) -> str:
    return f'<a href="{escape(plaats)}">{escape(tekst)}</a>'
