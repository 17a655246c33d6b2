"""From plain data (a parsed plan file, a workbook, the window) to a plan, with every problem named at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from core.catalogus import Catalogus
from core.getallen import toon
from core.plan.bevinding import Bevinding, Ernst
from core.plan.plan import EENHEDEN, FORMAAT, MAATREGELEN, TEKENS, VERSIE, Gemeente, Herkomst, Plan, Scenario
from core.plan.waardelezer import Waardelezer, is_getal, kort, naaste
from core.plan.waarden import Waarde

STARTJAREN = range(2022, 2061)
HORIZONNEN = range(1, 11)
HORIZON = 5
LIDWOORD = {"startjaar": "Het", "horizon": "De"}
LANGSTE_TEKST = 30_000
"""Characters. A cell of a workbook holds hardly more."""

# What no XML, and so no workbook, can hold: control characters, half characters and two that do not exist.
_ONLEESBAAR = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_GEMEENTE = ("naam", "cbs_code", "inwonertal", "samenwerkingsverband", "teken", "eenheid", "taakveld")
_HERKOMST = ("bron", "datum", "door", "nota")
_PLAN = ("formaat", "versie", "gemeente", "startjaar", "horizon", "invoer", "maatregelen", "scenarios", "herkomst")
_SCENARIO = ("naam", "invoer", "maatregelen")


def plan_uit(gegevens: Any, catalogus: Catalogus) -> tuple[Plan | None, list[Bevinding]]:
    """Read a plan from plain data in the shape of rekenmodel §11.

    Returns:
        The plan (None where it has a fout) and all findings, each with its place in the data.
    """
    lezer = _Planlezer(catalogus)
    plan = lezer.plan(gegevens)
    return (None if any(b.ernst is Ernst.FOUT for b in lezer.bevindingen) else plan), lezer.bevindingen


class _Planlezer:
    def __init__(self, catalogus: Catalogus) -> None:
        self.catalogus = catalogus
        self.bevindingen: list[Bevinding] = []

    def fout(self, plaats: str, tekst: str) -> None:
        self.bevindingen.append(Bevinding(Ernst.FOUT, plaats, tekst))

    def plan(self, gegevens: Any) -> Plan | None:
        if not isinstance(gegevens, dict):
            self.fout("plan", "Dit is geen plan: er staat geen lijst met namen en waarden in. Kies een ander bestand.")
            return None
        self._namen("plan", gegevens, _PLAN)
        versie = gegevens.get("versie", VERSIE)
        if gegevens.get("formaat", FORMAAT) != FORMAAT or versie != VERSIE or isinstance(versie, bool):
            self.fout("formaat", f'Verwacht wordt formaat "{FORMAAT}", versie {VERSIE}. Kies een ander bestand.')
        startjaar = self._heel("startjaar", gegevens.get("startjaar"), STARTJAREN)
        horizon = self._heel("horizon", gegevens.get("horizon", HORIZON), HORIZONNEN)
        gemeente = self._gemeente(self._tabel("gemeente", gegevens))
        lezer = Waardelezer(self.catalogus, self.bevindingen)
        invoer = self._invoer(lezer, "", self._tabel("invoer", gegevens))
        maatregelen = self._maatregelen("maatregelen", gegevens.get("maatregelen", []))
        scenarios = self._scenarios(lezer, gegevens.get("scenarios", []))
        herkomst = self._herkomst(self._tabel("herkomst", gegevens))
        if startjaar is None or horizon is None:
            return None
        gevuld = {naam: w for naam, w in invoer.items() if w is not None}
        return Plan(startjaar, horizon, gemeente, gevuld, maatregelen, scenarios, herkomst)

    def _tabel(self, naam: str, gegevens: dict[str, Any]) -> dict[str, Any]:
        tabel = gegevens.get(naam, {})
        if isinstance(tabel, dict) and all(isinstance(sleutel, str) for sleutel in tabel):
            return tabel
        self.fout(naam, "Hier horen namen met waarden te staan. Herstel dit onderdeel of laat het weg.")
        return {}

    def _namen(self, plaats: str, tabel: Mapping[str, Any], bekend: tuple[str, ...]) -> None:
        for naam in tabel:
            if naam not in bekend:
                self.fout(plaats, f"De naam {kort(naam)} bestaat niet.{naaste(naam, bekend)}")

    def _heel(self, plaats: str, waarde: Any, grenzen: range) -> int | None:
        if is_getal(waarde) and waarde == int(waarde) and int(waarde) in grenzen:
            return int(waarde)
        staat = "ontbreekt" if waarde is None else f"is {kort(waarde)}"
        self.fout(
            plaats,
            f"{LIDWOORD[plaats]} {plaats} {staat}. Geef een heel getal van {grenzen[0]} tot en met {grenzen[-1]}.",
        )
        return None

    def _tekst(self, plaats: str, waarde: Any) -> str:
        """A text; the end of a line is always the same sign, on every computer and in every file."""
        if waarde is None:
            return ""
        if not isinstance(waarde, str):
            self.fout(plaats, "Hier hoort tekst te staan. Zet de tekst tussen aanhalingstekens.")
        elif len(waarde) > LANGSTE_TEKST:
            self.fout(plaats, f"Deze tekst is langer dan {toon(LANGSTE_TEKST)} tekens. Kort hem in.")
        elif _ONLEESBAAR.search(waarde):
            self.fout(plaats, "In deze tekst staan tekens die niet bestaan. Typ de tekst opnieuw.")
        else:
            return waarde.replace("\r\n", "\n").replace("\r", "\n")
        return ""

    def _gemeente(self, tabel: dict[str, Any]) -> Gemeente:
        self._namen("gemeente", tabel, _GEMEENTE)
        inwonertal = tabel.get("inwonertal")
        if inwonertal is not None and not (is_getal(inwonertal) and 0 <= inwonertal == int(inwonertal)):
            self.fout("gemeente, inwonertal", "Het inwonertal is geen aantal. Geef een heel getal of laat het leeg.")
            inwonertal = None
        return Gemeente(
            naam=self._tekst("gemeente, naam", tabel.get("naam")),
            cbs_code=self._tekst("gemeente, cbs_code", tabel.get("cbs_code")),
            inwonertal=None if inwonertal is None else int(inwonertal),
            samenwerkingsverband=self._tekst("gemeente, samenwerkingsverband", tabel.get("samenwerkingsverband")),
            teken=self._keuze("gemeente, teken", tabel.get("teken", TEKENS[0]), TEKENS),
            eenheid=self._keuze("gemeente, eenheid", tabel.get("eenheid", EENHEDEN[0]), EENHEDEN),
            taakveld=self._taakveld(self._tabel("taakveld", tabel)),
        )

    def _taakveld(self, tabel: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        plaats = "gemeente, taakveld"
        paren = tuple((self._tekst(plaats, k).strip(), self._tekst(plaats, v).strip()) for k, v in tabel.items())
        if any(";" in k + v or "=" in k or not k for k, v in paren):
            self.fout(plaats, "Schrijf elk taakveld als een naam met een code, zonder de tekens ; en =.")
        return paren

    def _keuze(self, plaats: str, waarde: Any, keuzes: tuple[str, ...]) -> str:
        if waarde in keuzes:
            return str(waarde)
        self.fout(plaats, f"{kort(waarde)} is hier geen keuze. Kies uit {', '.join(keuzes)}.")
        return keuzes[0]

    def _maatregelen(self, plaats: str, waarde: Any) -> tuple[str, ...]:
        if not isinstance(waarde, list):
            self.fout(plaats, "Hier hoort een lijst met maatregelen te staan.")
            return ()
        for naam in waarde:
            if not isinstance(naam, str):
                self.fout(plaats, f"Hier staat {kort(naam)} waar de naam van een maatregel hoort. Haal dit weg.")
            elif naam not in MAATREGELEN:
                self.fout(plaats, f"De maatregel {kort(naam)} bestaat niet.{naaste(naam, MAATREGELEN)}")
        return tuple(naam for naam in MAATREGELEN if naam in waarde)

    def _invoer(self, lezer: Waardelezer, vooraf: str, tabel: dict[str, Any]) -> dict[str, Waarde | None]:
        invoer: dict[str, Waarde | None] = {}
        for naam, ruw in tabel.items():
            if self.catalogus.ingang_van(naam) is None:
                self.fout(f"{vooraf}{naam}" or "invoer", f"Deze naam bestaat niet.{naaste(naam, self.catalogus.namen)}")
            else:
                invoer[naam] = None if ruw is None else lezer.lees(vooraf, naam, ruw)
        return invoer

    def _scenarios(self, lezer: Waardelezer, waarde: Any) -> tuple[Scenario, ...]:
        if not isinstance(waarde, list) or not all(isinstance(s, dict) for s in waarde):
            self.fout("scenarios", "Hier hoort een lijst met scenario's te staan.")
            return ()
        scenarios: list[Scenario] = []
        for nummer, tabel in enumerate(waarde, 1):
            naam = self._tekst(f"scenario {nummer}", tabel.get("naam"))
            plaats = f"scenario {naam or nummer}"
            self._namen(plaats, tabel, _SCENARIO)
            if not naam.strip() or naam in (s.naam for s in scenarios):
                self.fout(plaats, "Elk scenario heeft een eigen naam nodig.")
            invoer = self._invoer(lezer, f"{plaats}, ", self._tabel("invoer", tabel))
            maatregelen = tabel.get("maatregelen")
            if maatregelen is not None:
                maatregelen = self._maatregelen(f"{plaats}, maatregelen", maatregelen)
            scenarios.append(Scenario(naam, invoer, maatregelen))
        return tuple(scenarios)

    def _herkomst(self, tabel: dict[str, Any]) -> dict[str, Herkomst]:
        herkomst: dict[str, Herkomst] = {}
        for naam, velden in tabel.items():
            plaats = f"herkomst, {naam}"
            if self.catalogus.ingang_van(naam) is None:
                self.fout(plaats, f"Deze naam bestaat niet.{naaste(naam, self.catalogus.namen)}")
            elif not isinstance(velden, dict):
                self.fout(plaats, "Hier horen bron, datum, door en nota te staan.")
            else:
                self._namen(plaats, velden, _HERKOMST)
                gelezen = Herkomst(*(self._tekst(plaats, velden.get(v)) for v in _HERKOMST))
                if gelezen != Herkomst():
                    herkomst[naam] = gelezen
        return herkomst
