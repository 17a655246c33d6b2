"""The command `importeer`: what was changed in a workbook of the planner, and taking chosen changes over in a plan."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from core.catalogus import Catalogus, standaardcatalogus
from core.getallen import toon
from core.plan import Bevinding, Ernst, Plan, fouten
from core.planbestand import bewaar, lees, schrijf
from core.regels import model
from core.werkboek.lezen import lees_terug
from core.werkboek.verschil import Gevolg, Niet, Wijziging, als_tekst, gevolgen, pas_toe, vergelijk

GOED, VERKEERD = 0, 2
FIGUUR = "tekort_structureel"
"""The shortage that is shown on the screen; the JSON has them all."""


class _Fout(Exception):
    """The command cannot go on: what is wrong."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__(*bevindingen)
        self.bevindingen = bevindingen


def voeg_toe(lezer: argparse.ArgumentParser) -> None:
    """The choices of the command."""
    lezer.add_argument("bestand", type=Path, metavar="WERKBOEK", help="een werkboek of sjabloon van de planner")
    lezer.add_argument("--verschil", action="store_true", help="toon wat er is veranderd (dit gebeurt altijd)")
    lezer.add_argument("--plan", type=Path, metavar="PLAN", help="het plan waarin de wijzigingen komen")
    lezer.add_argument("--json", metavar="BESTAND", help="schrijf de wijzigingen als JSON (- is het scherm)")
    lezer.add_argument("--aanvaard", nargs="+", default=[], metavar="NAAM", help="neem deze wijzigingen over")
    lezer.add_argument("--alles", action="store_true", help="neem alle wijzigingen over")
    lezer.add_argument("--uit", type=Path, metavar="PLAN", help="schrijf het nieuwe plan")


def importeer(keuze: argparse.Namespace) -> int:
    """Carry out the command; returns its exit code."""
    try:
        return _importeer(keuze, standaardcatalogus())
    except _Fout as gevonden:
        _zeg(gevonden.bevindingen)
    return VERKEERD


def _importeer(keuze: argparse.Namespace, catalogus: Catalogus) -> int:
    plan = None if keuze.plan is None else _plan(keuze.plan, catalogus)
    if keuze.uit is not None and keuze.uit.exists():
        raise _Fout(_fout(str(keuze.uit), "Dit bestand bestaat al en blijft zoals het is. Kies een andere naam."))
    verschil = vergelijk(lees_terug(keuze.bestand, catalogus), plan, catalogus)
    if verschil.plan is None:
        raise _Fout(*verschil.bevindingen)
    met_gevolg = [(w, gevolgen(verschil.plan, w, catalogus)) for w in verschil.wijzigingen]
    gekozen = _gekozen(keuze, verschil.wijzigingen)
    if keuze.json is not None:
        _schrijf_json(keuze.json, met_gevolg, verschil.bevindingen)
    if keuze.json != "-":
        print("\n".join(_overzicht(keuze.bestand.name, met_gevolg)))
    _zeg(verschil.bevindingen)
    if keuze.uit is None:
        return GOED
    vandaag = date.today()
    datum = f"{vandaag.day}-{vandaag.month}-{vandaag.year}"
    nieuw, bezwaren = pas_toe(verschil.plan, gekozen, catalogus, bestand=keuze.bestand.name, datum=datum)
    if nieuw is None:
        raise _Fout(*fouten(bezwaren))
    schrijf(keuze.uit, nieuw)
    print(f"{_aantal(len(gekozen))} overgenomen. Plan geschreven: {keuze.uit}", file=sys.stderr)
    return GOED


def _gekozen(keuze: argparse.Namespace, wijzigingen: Iterable[Wijziging]) -> list[Wijziging]:
    alle = list(wijzigingen)
    if keuze.alles:
        return alle
    onbekend = [naam for naam in keuze.aanvaard if naam not in {w.naam for w in alle}]
    if onbekend:
        namen = ", ".join(f'"{w.naam}"' for w in alle) or "geen"
        raise _Fout(*(_fout(f"--aanvaard {naam}", f"Deze wijziging is er niet. Wel: {namen}.") for naam in onbekend))
    if keuze.uit is not None and alle and not keuze.aanvaard:
        raise _Fout(_fout("--uit", "Kies wat u overneemt: met --aanvaard NAAM, of met --alles."))
    return [w for w in alle if w.naam in keuze.aanvaard]


def _plan(pad: Path, catalogus: Catalogus) -> Plan:
    plan, bevindingen = lees(pad, catalogus)
    if plan is None:
        raise _Fout(*fouten(bevindingen))
    return plan


# --- what is shown -----------------------------------------------------------------------------------------


def _overzicht(bestand: str, wijzigingen: list[tuple[Wijziging, Gevolg | None]]) -> Iterator[str]:
    yield f"{bestand}: {_aantal(len(wijzigingen))}"
    for w, gevolg in wijzigingen:
        yield ""
        yield f"{w.naam}" + (f"  ({_cellen(w)})" if w.cellen else "")
        yield f"    was    {als_tekst(w.oud)}" + ("  (in het plan intussen ook veranderd)" if w.botst else "")
        yield f"    wordt  {als_tekst(w.nieuw)}"
        if w.weg[0] != "herkomst":
            yield f"    {model()[FIGUUR, ()].label}: {_effect(gevolg)}"


def _cellen(w: Wijziging) -> str:
    return w.cellen[0] + (f" en nog {len(w.cellen) - 1}" if len(w.cellen) > 1 else "")


def _effect(gevolg: Gevolg | None) -> str:
    if gevolg is None:
        return "niet te zeggen; deze wijziging kan niet alleen worden overgenomen"
    delen = [
        f"{jaar} {'niet te zeggen' if x is None else f'{x:+,.0f}'.replace(',', '.')}"
        for jaar, x in gevolg[FIGUUR].items()
        if x is None or round(x) != 0
    ]
    return " · ".join(delen) if delen else "geen verschil"


def _aantal(aantal: int) -> str:
    return f"{toon(aantal)} {'wijziging' if aantal == 1 else 'wijzigingen'}"


def _schrijf_json(
    doel: str, wijzigingen: list[tuple[Wijziging, Gevolg | None]], bevindingen: Iterable[Bevinding]
) -> None:
    gegevens = {
        "wijzigingen": [_als_gegevens(w, gevolg) for w, gevolg in wijzigingen],
        "bevindingen": [{"ernst": b.ernst.value, "plaats": b.plaats, "tekst": b.tekst} for b in bevindingen],
    }
    tekst = json.dumps(gegevens, ensure_ascii=False, indent=2, allow_nan=False)
    if doel == "-":
        print(tekst)
    else:
        bewaar(Path(doel), f"{tekst}\n".encode())


def _als_gegevens(w: Wijziging, gevolg: Gevolg | None) -> dict[str, Any]:
    """One change; `oud` and `nieuw` are left out where there is no value (null in a scenario makes blank)."""
    waarden = {naam: x for naam, x in (("oud", w.oud), ("nieuw", w.nieuw)) if not isinstance(x, Niet)}
    return {"naam": w.naam, "weg": w.weg, "cellen": w.cellen, **waarden, "botst": w.botst, "gevolg": gevolg}


def _zeg(bevindingen: Iterable[Bevinding]) -> None:
    for b in bevindingen:
        print(b, file=sys.stderr)


def _fout(plaats: str, tekst: str) -> Bevinding:
    return Bevinding(Ernst.FOUT, plaats, tekst)
