"""The command line: `inburgeringsplanner` opens the window; with a command it works without a screen.

Exit code 0, or 2 for wrong input: the fouten on stderr, one per line, and no outcome.
"""

from __future__ import annotations

import argparse
import json
import os
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
OPDRACHTEN = ("voorbeeld", "bereken", "sjabloon", "toets", "zelftest")


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
        raise _Fout(_fout("opdracht", f"Deze opdracht is niet te begrijpen. Typ {NAAM} --help voor uitleg."))


def _fout(plaats: str, tekst: str) -> Bevinding:
    return Bevinding(Ernst.FOUT, plaats, tekst)


def main(argumenten: list[str] | None = None) -> int:
    """Run the program; returns its exit code."""
    woorden = sys.argv[1:] if argumenten is None else argumenten
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    try:
        if not woorden or (not woorden[0].startswith("-") and woorden[0] not in OPDRACHTEN):
            return _venster(Path(woorden[0]) if woorden else None)
        return _voer_uit(woorden)
    except _Fout as fout:
        for b in fout.bevindingen:
            print(b, file=sys.stderr)
    except SchrijfFout as fout:
        print(_fout("opslaan", str(fout)), file=sys.stderr)
    return VERKEERDE_INVOER


def _venster(pad: Path | None) -> int:
    if pad is not None and not pad.exists():
        raise _Fout(_fout(str(pad), f"Dit is geen opdracht en geen bestand. Typ {NAAM} --help voor uitleg."))
    zonder_scherm = (
        sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & os.environ.keys()
    )
    if zonder_scherm:
        raise _Fout(
            _fout("scherm", f"Er is geen scherm om het venster op te openen. Typ {NAAM} --help voor de opdrachten.")
        )
    from desktop.venster import main as open_venster

    return open_venster(pad)


def _voer_uit(woorden: list[str]) -> int:
    keuze = _opdrachtregel().parse_args(woorden)
    doe = {
        "voorbeeld": _voorbeeld,
        "bereken": _bereken,
        "sjabloon": _sjabloon,
        "toets": _toets,
        "zelftest": _zelftest,
    }
    return doe[keuze.opdracht](keuze)


def _opdrachtregel() -> argparse.ArgumentParser:
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
    leeg = delen.add_parser("sjabloon", help="schrijf een leeg invoerwerkboek")
    leeg.add_argument("bestand", type=Path, metavar="BESTAND")
    leeg.add_argument("--startjaar", type=int, help="eerste jaar van het plan (standaard: volgend jaar)")
    leeg.add_argument("--horizon", type=int, default=5, help="aantal jaren, 1 tot en met 10")
    delen.add_parser("toets", help="houd het rekenmodel tegen de landelijke cijfers")
    zelf = delen.add_parser("zelftest", help="controleer of het programma op deze computer goed werkt")
    zelf.add_argument("--json", type=Path, metavar="BESTAND", help="schrijf de controles met hun cijfers als JSON")
    return lezer


# --- the commands ------------------------------------------------------------------------------------------


def _voorbeeld(keuze: argparse.Namespace) -> int:
    from core.rapport.tabel import uitkomsttabel
    from core.werkboek import schrijf_werkboek

    try:
        keuze.uit.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise _Fout(_fout(str(keuze.uit), "Deze map kan niet worden gemaakt. Kies een andere map.")) from None
    for pad in sorted(VOORBEELDEN.glob(f"*{EXTENSIE}"), reverse=True):
        uitkomst, gevonden = _reken_door(_lees_plan(pad))
        print(uitkomsttabel(uitkomst, gevonden, f"Gemeente {uitkomst.plan.gemeente.naam}"))
        doel = keuze.uit / f"{pad.stem}.xlsx"
        schrijf_werkboek(doel, uitkomst, gevonden)
        print(f"Werkboek geschreven: {doel}\n")
    return 0


def _bereken(keuze: argparse.Namespace) -> int:
    from core.rapport.tabel import uitkomsttabel
    from core.werkboek import schrijf_werkboek

    plan = _lees_plan(keuze.bestand)
    if keuze.scenario is not None:
        plan = _scenario(plan, keuze.scenario)
    uitkomst, gevonden = _reken_door(plan)
    if keuze.xlsx is not None:
        schrijf_werkboek(keuze.xlsx, uitkomst, gevonden, keuze.scenario or BASIS)
    if keuze.json is not None:
        tekst = json.dumps(uitkomst.als_gegevens(gevonden), ensure_ascii=False, indent=2, allow_nan=False)
        if keuze.json == "-":
            print(tekst)
            return 0
        bewaar(Path(keuze.json), f"{tekst}\n".encode())
    titel = f"Gemeente {plan.gemeente.naam or 'zonder naam'}, {keuze.scenario or BASIS}"
    print(uitkomsttabel(uitkomst, gevonden, titel), end="")
    return 0


def _sjabloon(keuze: argparse.Namespace) -> int:
    from core.plan.lezen import HORIZONNEN, STARTJAREN
    from core.werkboek import schrijf_sjabloon

    startjaar = date.today().year + 1 if keuze.startjaar is None else keuze.startjaar
    for naam, waarde, grenzen in (("startjaar", startjaar, STARTJAREN), ("horizon", keuze.horizon, HORIZONNEN)):
        if waarde not in grenzen:
            raise _Fout(_fout(naam, f"Geef een heel getal van {grenzen[0]} tot en met {grenzen[-1]}."))
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


# --- parts -------------------------------------------------------------------------------------------------


def _lees_plan(pad: Path) -> Plan:
    plan: Plan | None
    if pad.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods"):
        from core.werkboek import lees_werkboek

        plan, gevonden = lees_werkboek(pad, standaardcatalogus())
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
        raise _Fout(_fout("scenario", f'Dit plan heeft geen scenario "{naam}". Wel: {namen}.')) from None


def _reken_door(plan: Plan) -> tuple[Uitkomst, list[Bevinding]]:
    uitkomst = bereken(plan)
    gevonden = vind(uitkomst)
    if fout := fouten(gevonden):
        raise _Fout(*fout)
    return uitkomst, gevonden
