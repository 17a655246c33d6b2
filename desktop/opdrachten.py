"""The commands: everything that the program does without a screen.

Exit code 0, or 2 for wrong input: the fouten on stderr, one per line, and no outcome.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

from core import VERSIE
from core.bevindingen import bevindingen as vind
from core.catalogus import standaardcatalogus
from core.plan import Bevinding, Ernst, Plan, fouten
from core.planbestand import EXTENSIE, SchrijfFout, bewaar, lees
from core.regels import Uitkomst, bereken

NAAM = "inburgeringsplanner"
BASIS = "Basis"
VERKEERDE_INVOER = 2
VOORBEELDEN = Path(__file__).resolve().parents[1] / "resources" / "voorbeelden"


class _Fout(Exception):
    """Wrong input: what is wrong with it."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__(*bevindingen)
        self.bevindingen = bevindingen


_NEDERLANDS = {
    "usage: ": "gebruik: ",
    "positional arguments:": "opdrachten en bestanden:",
    "options:": "keuzes:",
    "show this help message and exit": "toon deze uitleg",
    "show program's version number and exit": "toon het versienummer",
}


class _Lezer(argparse.ArgumentParser):
    def format_help(self) -> str:
        """The explanation in Dutch; argparse's own words are English."""
        tekst = super().format_help()
        for engels, nederlands in _NEDERLANDS.items():
            tekst = tekst.replace(engels, nederlands)
        return tekst

    def error(self, message: str) -> NoReturn:
        """Answer in Dutch; argparse's own words are English."""
        raise _Fout(fout("opdracht", f"Deze opdracht is niet te begrijpen. Typ {NAAM} --help voor uitleg."))


def fout(plaats: str, tekst: str) -> Bevinding:
    """What is wrong, where."""
    return Bevinding(Ernst.FOUT, plaats, tekst)


def voer_uit(woorden: list[str]) -> int:
    """Carry out a command; returns its exit code."""
    try:
        keuze = _opdrachtregel(woorden).parse_args(woorden)
        return _DOE[keuze.opdracht](keuze)
    except _Fout as gevonden:
        for b in gevonden.bevindingen:
            print(b, file=sys.stderr)
    except SchrijfFout as gevonden:
        print(fout("opslaan", str(gevonden)), file=sys.stderr)
    return VERKEERDE_INVOER


def _opdrachtregel(woorden: list[str]) -> argparse.ArgumentParser:
    lezer = _Lezer(prog=NAAM, description="Wat kost de Wet inburgering 2021 uw gemeente, en wat komt u tekort?")
    lezer.add_argument("--version", action="version", version=f"{NAAM} {VERSIE}")
    delen = lezer.add_subparsers(dest="opdracht", required=True, parser_class=_Lezer)
    voorbeeld = delen.add_parser("voorbeeld", help="reken de voorbeelden door en schrijf hun werkboeken")
    voorbeeld.add_argument("--uit", type=Path, default=Path(), metavar="MAP", help="map voor de werkboeken")
    reken = delen.add_parser("bereken", help="reken een plan of werkboek door")
    reken.add_argument("bestand", type=Path, metavar="PLAN|WERKBOEK")
    reken.add_argument("--scenario", metavar="NAAM", help="reken dit scenario door in plaats van de basis")
    reken.add_argument("--json", metavar="BESTAND", help="schrijf de uitkomst als JSON (- is het scherm)")
    reken.add_argument("--xlsx", type=Path, metavar="BESTAND", help="schrijf het werkboek")
    reken.add_argument("--ods", type=Path, metavar="BESTAND", help="schrijf het werkboek als OpenDocument")
    leeg = delen.add_parser("sjabloon", help="schrijf een leeg invoerwerkboek")
    leeg.add_argument("bestand", type=Path, metavar="BESTAND")
    leeg.add_argument("--startjaar", type=int, help="eerste jaar van het plan (standaard: volgend jaar)")
    leeg.add_argument("--horizon", type=int, default=5, help="aantal jaren, 1 tot en met 10")
    delen.add_parser("toets", help="houd het rekenmodel tegen de landelijke cijfers")
    zelf = delen.add_parser("zelftest", help="controleer of het programma op deze computer goed werkt")
    zelf.add_argument("--json", type=Path, metavar="BESTAND", help="schrijf de controles met hun cijfers als JSON")
    uitleg = delen.add_parser("duid", help="leg uit waarom het tekort er is, hoe zeker het is en wat u kunt doen")
    if woorden[:1] == ["duid"]:  # its choices come with what it needs to do the work
        from desktop.opdracht_duid import voeg_toe

        voeg_toe(uitleg)
    over = delen.add_parser("overnemen", help="neem getallen over uit een bestand dat u al hebt (.xlsx of .csv)")
    if woorden[:1] == ["overnemen"]:
        from desktop.opdracht_overnemen import voeg_toe

        voeg_toe(over)
    terug = delen.add_parser("importeer", help="toon wat in een werkboek is veranderd en neem dat over in een plan")
    if woorden[:1] == ["importeer"]:
        from desktop.opdracht_importeren import voeg_toe

        voeg_toe(terug)
    return lezer


# --- the commands ------------------------------------------------------------------------------------------


def _voorbeeld(keuze: argparse.Namespace) -> int:
    from core.rapport.tabel import uitkomsttabel
    from core.werkboek import doorrekeningen, schrijf_werkboek

    try:
        keuze.uit.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise _Fout(fout(str(keuze.uit), "Deze map kan niet worden gemaakt. Kies een andere map.")) from None
    for pad in sorted(VOORBEELDEN.glob(f"*{EXTENSIE}"), reverse=True):
        uitkomst, gevonden = _reken_door(_lees_plan(pad))
        print(uitkomsttabel(uitkomst, gevonden, f"Gemeente {uitkomst.plan.gemeente.naam}"))
        doel = keuze.uit / f"{pad.stem}.xlsx"
        schrijf_werkboek(doel, uitkomst, gevonden, scenarios=doorrekeningen(uitkomst.plan))
        print(f"Werkboek geschreven: {doel}\n")
    return 0


def _bereken(keuze: argparse.Namespace) -> int:
    from core.rapport.tabel import uitkomsttabel
    from core.werkboek import doorrekeningen, schrijf_werkboek

    plan = _lees_plan(keuze.bestand)
    if keuze.scenario is not None:
        plan = _scenario(plan, keuze.scenario)
    uitkomst, gevonden = _reken_door(plan)
    if keuze.ods is not None and keuze.ods.suffix.lower() != ".ods":
        raise _Fout(fout(str(keuze.ods), "Deze naam eindigt niet op .ods. Kies een naam die dat wel doet."))
    for werkboek in filter(None, (keuze.xlsx, keuze.ods)):
        naam, scenarios = keuze.scenario or BASIS, doorrekeningen(uitkomst.plan)
        schrijf_werkboek(werkboek, uitkomst, gevonden, naam, scenarios)
    if keuze.json is not None:
        tekst = json.dumps(uitkomst.als_gegevens(gevonden), ensure_ascii=False, indent=2, allow_nan=False)
        if keuze.json == "-":
            print(tekst)
            return 0
        bewaar(Path(keuze.json), f"{tekst}\n".encode())
    titel = f"Gemeente {plan.gemeente.naam or 'zonder naam'}, {keuze.scenario or BASIS}"
    print(uitkomsttabel(uitkomst, gevonden, titel), end="")
    return 0


def _duid(keuze: argparse.Namespace) -> int:
    from desktop.opdracht_duid import DuidFout, duid

    plan = _lees_plan(keuze.bestand)
    uitkomst, gevonden = _reken_door(plan if keuze.scenario is None else _scenario(plan, keuze.scenario))
    try:
        return duid(keuze, uitkomst, gevonden)
    except DuidFout as bezwaar:
        raise _Fout(fout(bezwaar.plaats, str(bezwaar))) from None


def _sjabloon(keuze: argparse.Namespace) -> int:
    from core.plan.lezen import HORIZONNEN, STARTJAREN
    from core.werkboek import schrijf_sjabloon

    startjaar = date.today().year + 1 if keuze.startjaar is None else keuze.startjaar
    for naam, waarde, grenzen in (("startjaar", startjaar, STARTJAREN), ("horizon", keuze.horizon, HORIZONNEN)):
        if waarde not in grenzen:
            raise _Fout(fout(naam, f"Geef een heel getal van {grenzen[0]} tot en met {grenzen[-1]}."))
    schrijf_sjabloon(keuze.bestand, standaardcatalogus(), startjaar, keuze.horizon)
    print(f"Sjabloon geschreven: {keuze.bestand}")
    return 0


def _toets(_: argparse.Namespace) -> int:
    from core.duiding.toets import als_tekst, landelijke_toets

    toetsen = landelijke_toets(standaardcatalogus())
    print(als_tekst(toetsen))
    return 0 if all(t.klopt for t in toetsen) else 1


def _zelftest(keuze: argparse.Namespace) -> int:
    from desktop.zelftest import zelftest

    return zelftest(keuze.json)


def _overnemen(keuze: argparse.Namespace) -> int:
    from desktop.opdracht_overnemen import overnemen

    return overnemen(keuze)


def _importeer(keuze: argparse.Namespace) -> int:
    from desktop.opdracht_importeren import importeer

    return importeer(keuze)


_DOE = {
    "voorbeeld": _voorbeeld,
    "bereken": _bereken,
    "duid": _duid,
    "sjabloon": _sjabloon,
    "toets": _toets,
    "zelftest": _zelftest,
    "overnemen": _overnemen,
    "importeer": _importeer,
}


# --- parts -------------------------------------------------------------------------------------------------


def _lees_plan(pad: Path) -> Plan:
    plan: Plan | None
    if pad.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods"):
        from core.werkboek import lees_werkboek

        plan, gevonden = lees_werkboek(pad, standaardcatalogus())
        for b in gevonden if plan is not None else ():
            print(b, file=sys.stderr)
    else:
        plan, gevonden = lees(pad, standaardcatalogus())
    if plan is None:
        raise _Fout(*fouten(gevonden))
    return plan


def _scenario(plan: Plan, naam: str) -> Plan:
    try:
        return plan.voor(naam)
    except KeyError:
        namen = ", ".join(f'"{s.naam}"' for s in plan.scenarios) or "geen"
        raise _Fout(fout("scenario", f'Dit plan heeft geen scenario "{naam}". Wel: {namen}.')) from None


def _reken_door(plan: Plan) -> tuple[Uitkomst, list[Bevinding]]:
    uitkomst = bereken(plan)
    gevonden = vind(uitkomst)
    if ernstig := fouten(gevonden):
        raise _Fout(*ernstig)
    return uitkomst, gevonden
