"""The command `duid`: why this tekort, whose choice, how sure, and what can be done."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path

from core.bevindingen.potjes import regels
from core.bevindingen.tegenlezer import lees_tegen
from core.duiding import overzicht
from core.duiding.bijdragen import TEKORTEN
from core.duiding.doel import Doel, DoelFout, lees_doel
from core.duiding.doelzoeken import niemand_langer
from core.duiding.knoppen import knoppen
from core.duiding.referentie import Referentie
from core.getallen import Bereik, GetalFout, lees_getal, lees_getal_of_bereik
from core.plan import Bevinding
from core.planbestand import bewaar
from core.regels import Uitkomst
from core.werkboek import doorrekeningen, schrijf_werkboek
from core.werkboek.varianten import BASIS


class DuidFout(ValueError):
    """The words behind the command cannot be understood; `plaats` says which, the message what is wrong."""

    def __init__(self, plaats: str, tekst: str) -> None:
        super().__init__(tekst)
        self.plaats = plaats


def voeg_toe(lezer: argparse.ArgumentParser) -> None:
    """The choices of the command."""
    lezer.add_argument("bestand", type=Path, metavar="PLAN|WERKBOEK")
    lezer.add_argument("--scenario", metavar="NAAM", help="duid dit scenario in plaats van de basis")
    lezer.add_argument(
        "--begrip", choices=tuple(TEKORTEN), default=overzicht.BEGRIP, help="welk tekort wordt uitgelegd"
    )
    lezer.add_argument(
        "--referentie",
        metavar="NAAM=GETAL",
        action="append",
        default=[],
        help=f"vergelijk met een eigen getal ({', '.join(f.name for f in fields(Referentie))})",
    )
    lezer.add_argument(
        "--doel", metavar="DOEL", action="append", default=[], help='bijvoorbeeld "tekort_structureel 2028 <= 50.000"'
    )
    lezer.add_argument(
        "--eis",
        metavar="EIS",
        action="append",
        default=[],
        help='waaraan elk voorstel moet voldoen, bijvoorbeeld "wachtweken_asiel 2028 <= 20"',
    )
    lezer.add_argument(
        "--langer-wachten",
        action="store_true",
        help="ook voorstellen waardoor mensen langer wachten dan in het plan",
    )
    lezer.add_argument(
        "--grens",
        metavar="KEUZE=BEREIK",
        action="append",
        default=[],
        help='hoe ver een eigen keuze mag gaan, bijvoorbeeld "caseload=45 tot 60"',
    )
    lezer.add_argument(
        "--hoogstens", type=int, choices=(1, 2, 3), default=2, help="zoveel keuzes samen in een voorstel"
    )
    lezer.add_argument("--json", metavar="BESTAND", help="schrijf alles als JSON (- is het scherm)")
    lezer.add_argument("--xlsx", type=Path, metavar="BESTAND", help="schrijf het werkboek met deze uitleg erin")
    lezer.add_argument("--ods", type=Path, metavar="BESTAND", help="hetzelfde als OpenDocument")


def duid(keuze: argparse.Namespace, uitkomst: Uitkomst, gevonden: Sequence[Bevinding]) -> int:
    """Tell all that can be said about an outcome.

    Args:
        keuze: what was typed.
        uitkomst: of the plan.
        gevonden: what was found in it, for the workbook.

    Raises:
        DuidFout: a target or a figure of the reference cannot be understood.
    """
    if keuze.ods is not None and keuze.ods.suffix.lower() != ".ods":
        raise DuidFout(str(keuze.ods), "Deze naam eindigt niet op .ods. Kies een naam die dat wel doet.")
    doelen, eisen = _doelen("doel", keuze.doel, uitkomst), _doelen("eis", keuze.eis, uitkomst)
    if not keuze.langer_wachten:
        eisen.extend(niemand_langer(uitkomst))
    referentie, grenzen = _referentie(keuze.referentie, uitkomst), _grenzen(keuze.grens, uitkomst)
    duiding = overzicht.duid(uitkomst, keuze.begrip, referentie, doelen, grenzen, keuze.hoogstens, eisen)
    for pad in filter(None, (keuze.xlsx, keuze.ods)):
        schrijf_werkboek(
            pad, uitkomst, gevonden, keuze.scenario or BASIS, doorrekeningen(uitkomst.plan), duiding=duiding
        )
    lezing = lees_tegen(uitkomst)
    if keuze.json is not None:
        gegevens = overzicht.als_gegevens(duiding) | {"tegenlezing": lezing.als_gegevens(), "potjes": regels()}
        tekst = json.dumps(gegevens, ensure_ascii=False, indent=2, allow_nan=False)
        if keuze.json == "-":
            print(tekst)
            return 0
        bewaar(Path(keuze.json), f"{tekst}\n".encode())
    print(overzicht.als_tekst(duiding))
    print("\n".join(("Tegenlezer", *(f"  {regel}" for regel in lezing.als_regels()))))
    return 0


def _doelen(plaats: str, teksten: Sequence[str], uitkomst: Uitkomst) -> list[Doel]:
    try:
        return [lees_doel(tekst, uitkomst.plan) for tekst in teksten]
    except DoelFout as e:
        raise DuidFout(plaats, str(e)) from None


def _grenzen(paren: Sequence[str], uitkomst: Uitkomst) -> dict[str, tuple[float, float]]:
    namen = [k.naam for k in knoppen(uitkomst)]
    grenzen: dict[str, tuple[float, float]] = {}
    for paar in paren:
        naam, _, tekst = paar.partition("=")
        if naam not in namen:
            wel = f"Wel: {', '.join(namen)}." if namen else "Dit plan heeft geen eigen keuzes die te verstellen zijn."
            raise DuidFout("grens", f"{naam or 'Een lege naam'} is in dit plan geen keuze die te verstellen is. {wel}")
        try:
            bereik = lees_getal_of_bereik(tekst)
        except GetalFout as e:
            raise DuidFout("grens", f"{e}.") from None
        grenzen[naam] = (bereik.laag, bereik.hoog) if isinstance(bereik, Bereik) else (bereik, bereik)
    return grenzen


def _referentie(paren: Sequence[str], uitkomst: Uitkomst) -> Referentie:
    referentie = Referentie.landelijk(uitkomst.catalogus)
    namen = [f.name for f in fields(Referentie)]
    for paar in paren:
        naam, _, getal = paar.partition("=")
        if naam not in namen:
            raise DuidFout(
                "referentie", f"{naam or 'Een lege naam'} staat niet in de referentie. Wel: {', '.join(namen)}."
            )
        try:
            waarde = lees_getal(getal)
        except GetalFout as e:
            raise DuidFout("referentie", f"{e}.") from None
        if bezwaar := replace(referentie, **{naam: waarde}).bezwaar():
            raise DuidFout("referentie", bezwaar)
        referentie = replace(referentie, **{naam: waarde})
    return referentie
