"""Reading one value of the plan: its shape and its bounds, against the catalogue."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

from core.catalogus import Catalogus, Ingang, Vorm
from core.getallen import Bereik, GetalFout, lees_getal_of_bereik, toon
from core.plan.bevinding import Bevinding, Ernst
from core.plan.waarden import Bedrag, PerJaar, Punt, Routes, Waarde
from core.rekenkunde.regel import ROUTES

PRIJSPEILEN = range(2015, 2061)
SOM_SPELING = 0.001
GROOTSTE = 1e12
"""No amount, count or duration of a gemeente comes near it."""
_LANGSTE_NAAM = 100
_ZONDER_BEREIK = (Vorm.COHORTEN, Vorm.HALFJAREN)


def is_getal(x: Any) -> bool:
    """A real, finite number; true, false and NaN are no numbers."""
    return isinstance(x, int | float) and not isinstance(x, bool) and abs(x) < 1e300


def naaste(naam: str, bekend: Iterable[str]) -> str:
    """The hint after an unknown name."""
    if len(naam) > _LANGSTE_NAAM:
        return " Haal deze naam weg."
    gelijkend = difflib.get_close_matches(naam, list(bekend), 1, 0.5)
    return f' Bedoelt u "{gelijkend[0]}"?' if gelijkend else " Haal deze naam weg."


class _Ongeldig(Exception):
    """The value cannot be read; the finding has been made."""


class Waardelezer:
    """Reads values one by one and adds what is wrong with them to `bevindingen`."""

    def __init__(self, catalogus: Catalogus, bevindingen: list[Bevinding]) -> None:
        self._catalogus = catalogus
        self._bevindingen = bevindingen

    def lees(self, vooraf: str, naam: str, ruw: Any) -> Waarde | None:
        """The value of a known name; None where it is blank, or wrong, with a finding that says so."""
        gevonden = self._catalogus.ingang_van(naam)
        assert gevonden is not None
        try:
            waarde = self._waarde(f"{vooraf}{naam}", gevonden[0], ruw)
        except _Ongeldig:
            return None
        return None if _is_leeg(waarde) else waarde

    def _fout(self, plaats: str, tekst: str) -> _Ongeldig:
        self._bevindingen.append(Bevinding(Ernst.FOUT, plaats, tekst))
        return _Ongeldig()

    def _waarde(self, plaats: str, ingang: Ingang, ruw: Any) -> Waarde:
        match ingang.vorm:
            case Vorm.KEUZE:
                if ruw not in ingang.keuzes:
                    raise self._fout(plaats, f"{kort(ruw)} is hier geen keuze. Kies uit {', '.join(ingang.keuzes)}.")
                return str(ruw)
            case Vorm.SCHAKELAAR:
                if not isinstance(ruw, bool):
                    raise self._fout(plaats, "Kies aan of uit (true of false).")
                return ruw
            case Vorm.KWARTAALAANDELEN:
                return self._aandelen(plaats, ingang, ruw, (4,))
            case Vorm.RITME:
                return self._aandelen(plaats, ingang, ruw, (3, 4, 5))
            case Vorm.COHORTEN:
                return self._per_jaar(plaats, ingang, ruw)
            case Vorm.HALFJAREN:
                return self._halfjaren(plaats, ingang, ruw)
            case Vorm.ROUTEAANDELEN | Vorm.ROUTEBEDRAGEN | Vorm.ROUTEGETALLEN:
                return self._routes(plaats, ingang, ruw)
            case _:
                return self._getal_of_rij(plaats, ingang, ruw)

    # -- numbers

    def _punt(self, plaats: str, ingang: Ingang, ruw: Any) -> Punt:
        if is_getal(ruw):
            return self._binnen(plaats, ingang, float(ruw))
        if not isinstance(ruw, str):
            raise self._fout(plaats, f"{kort(ruw)} is geen getal. Geef een getal, of een bereik zoals 45 tot 60.")
        if ingang.geheel or ingang.vorm in _ZONDER_BEREIK:
            raise self._fout(plaats, f"{kort(ruw)} is geen getal. Geef hier één getal.")
        try:
            bereik = lees_getal_of_bereik(ruw)
        except GetalFout as fout:
            raise self._fout(plaats, f"{fout}, of een bereik zoals 45 tot 60.") from None
        if not isinstance(bereik, Bereik):
            raise self._fout(plaats, f"{kort(ruw)} staat er als tekst. Geef een getal zonder aanhalingstekens.")
        for grens in (bereik.laag, bereik.hoog):
            self._binnen(plaats, ingang, grens)
        return bereik

    def _binnen(self, plaats: str, ingang: Ingang, waarde: float) -> float:
        if abs(waarde) > GROOTSTE:
            raise self._fout(plaats, f"{ingang.label} is te groot om te kunnen kloppen. Pas de waarde aan.")
        if bezwaar := ingang.buiten_grenzen(waarde):
            raise self._fout(plaats, f"{ingang.label} is {toon(waarde)}, maar {bezwaar}. Pas de waarde aan.")
        return waarde

    def _getal_of_rij(self, plaats: str, ingang: Ingang, ruw: Any) -> Punt | PerJaar | Bedrag:
        if not isinstance(ruw, dict):
            return self._punt(plaats, ingang, ruw)
        if ruw.keys() == {"bedrag", "prijspeil"}:
            return self._bedrag(plaats, ingang, ruw)
        if "bedrag" in ruw or "prijspeil" in ruw:
            raise self._fout(plaats, "Geef bij een bedrag met prijspeil alleen bedrag en prijspeil, allebei.")
        if not ingang.op_rij:
            raise self._fout(plaats, "Hier hoort één getal te staan, geen rij of tabel.")
        return self._per_jaar(plaats, ingang, ruw)

    def _bedrag(self, plaats: str, ingang: Ingang, ruw: dict[str, Any]) -> Bedrag:
        if not ingang.geindexeerd:
            raise self._fout(plaats, "Dit getal beweegt niet mee met prijzen. Geef alleen het getal, zonder prijspeil.")
        prijspeil = ruw["prijspeil"]
        if not is_getal(prijspeil) or prijspeil not in PRIJSPEILEN:
            grenzen = f"{PRIJSPEILEN[0]} tot en met {PRIJSPEILEN[-1]}"
            raise self._fout(plaats, f"Het prijspeil {kort(prijspeil)} is geen jaar. Geef een jaar van {grenzen}.")
        return Bedrag(self._punt(plaats, ingang, ruw["bedrag"]), int(prijspeil))

    # -- rows and lists

    def _jaren(self, plaats: str, ruw: Any) -> list[tuple[int, Any]]:
        if not isinstance(ruw, dict) or not ruw:
            raise self._fout(plaats, 'Hier hoort een waarde per jaar te staan, zoals {"2025": 30}.')
        for jaar in ruw:
            if not (isinstance(jaar, str) and len(jaar) == 4 and jaar.isascii() and jaar.isdigit()):
                raise self._fout(plaats, f'"{jaar}" is geen jaar. Schrijf een jaartal van vier cijfers.')
        return sorted((int(jaar), w) for jaar, w in ruw.items() if w is not None)

    def _per_jaar(self, plaats: str, ingang: Ingang, ruw: Any) -> PerJaar:
        rij = self._jaren(plaats, ruw)
        return PerJaar(tuple((jaar, self._punt(f"{plaats} {jaar}", ingang, w)) for jaar, w in rij))

    def _halfjaren(self, plaats: str, ingang: Ingang, ruw: Any) -> PerJaar:
        waarden: list[tuple[int, tuple[float, ...]]] = []
        for jaar, paar in self._jaren(plaats, ruw):
            if not isinstance(paar, list) or len(paar) != 2 or not all(is_getal(x) for x in paar):
                raise self._fout(f"{plaats} {jaar}", "Geef twee getallen: het eerste en het tweede halfjaar.")
            waarden.append((jaar, tuple(self._binnen(f"{plaats} {jaar}", ingang, float(x)) for x in paar)))
        return PerJaar(tuple(waarden))

    def _aandelen(self, plaats: str, ingang: Ingang, ruw: Any, lengten: tuple[int, ...]) -> tuple[float, ...]:
        if not isinstance(ruw, list) or len(ruw) not in lengten or not all(is_getal(x) for x in ruw):
            aantal = " of ".join(str(n) for n in lengten)
            raise self._fout(plaats, f"Hier horen {aantal} aandelen te staan, samen 1.")
        aandelen = tuple(self._binnen(plaats, ingang, float(x)) for x in ruw)
        self._samen_een(plaats, aandelen)
        return aandelen

    def _samen_een(self, plaats: str, aandelen: Iterable[float]) -> None:
        som = sum(aandelen)
        if abs(som - 1) > SOM_SPELING + 1e-12:
            raise self._fout(plaats, f"De aandelen zijn samen {toon(som, 3)}, maar horen samen 1 te zijn. Pas ze aan.")

    def _routes(self, plaats: str, ingang: Ingang, ruw: Any) -> Routes:
        if not isinstance(ruw, dict) or not ruw or not ruw.keys() <= set(ROUTES):
            raise self._fout(plaats, f"Geef een waarde per leerroute: {', '.join(ROUTES)}.")
        gegeven = [(route, ruw[route]) for route in ROUTES if ruw.get(route) is not None]
        if ingang.vorm is Vorm.ROUTEAANDELEN:
            return self._routeaandelen(plaats, ingang, gegeven)
        lees = self._getal_of_rij if ingang.vorm is Vorm.ROUTEBEDRAGEN else self._punt
        waarden = [(route, lees(f"{plaats} {route}", ingang, w)) for route, w in gegeven]
        return Routes(tuple((route, w) for route, w in waarden if not _is_leeg(w)))

    def _routeaandelen(self, plaats: str, ingang: Ingang, gegeven: list[tuple[str, Any]]) -> Routes:
        if len(gegeven) < len(ROUTES):
            raise self._fout(plaats, "Geef het aandeel van alle drie de leerroutes, of van geen enkele.")
        aandelen = [(route, self._punt(f"{plaats} {route}", ingang, w)) for route, w in gegeven]
        for route, w in aandelen:
            if isinstance(w, Bereik) and route != "Z":
                raise self._fout(plaats, "Alleen het aandeel van de Z-route mag een bereik zijn.")
        self._samen_een(plaats, (w.verwacht if isinstance(w, Bereik) else w for _, w in aandelen))
        return Routes(tuple(aandelen))


def _is_leeg(waarde: Waarde) -> bool:
    """A row or table in which every value is blank says as much as no row at all."""
    return isinstance(waarde, PerJaar | Routes) and not waarde.waarden


def kort(ruw: Any) -> str:
    """A value as it is shown in a finding: never long, never in the words of a programming language."""
    match ruw:
        case None:
            return "leeg"
        case bool():
            return str(ruw).lower()
        case dict():
            return "een tabel"
        case list() | tuple():
            return "een lijst"
        case str():
            tekst = f'"{ruw[:60]}"'
        case _:
            tekst = toon(ruw).replace(".", "") if is_getal(ruw) else "dit getal"
    return tekst if len(tekst) <= 40 else f"{tekst[:39]}…"
