"""Door 2, in: a filled template or an exported workbook back to a plan. Nothing is guessed.

Rows are found by the name in the second column, so a sheet may be sorted; every problem names sheet and cell.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import ALLEEN_RIJ, vaksleutels
from core.getallen import Bereik, GetalFout, bereik, lees_getal_of_bereik
from core.plan import Bevinding, Ernst, Plan, plan_uit
from core.plan.plan import MAATREGELEN
from core.rekenkunde.regel import ROUTES
from core.werkboek.indeling import (
    BANDBLAD,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    KOPRIJ,
    NAAM,
    PLANBLAD,
    WAARDE,
)
from core.werkboek.invoerbladen import ACHTERKOLOMMEN, ALLE_JAREN, JA, NEE, PLANTEKSTEN, plannaam, vaknaam
from core.werkboek.openen import WerkboekFout, geopend, rijen

Rijen = list[tuple[Any, ...]]
Plek = tuple[str, int, int]
"""Sheet, row and column, counted from 0."""

_DUBBELZINNIG = re.compile(r"\s*[-+]?\d{1,3}(\.\d{3})+\s*$")
_FOUTWAARDE = re.compile(r"#(N/A|N/B|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!)")


def lees_werkboek(pad: Path, catalogus: Catalogus) -> tuple[Plan | None, list[Bevinding]]:
    """The plan in a template or exported workbook, with every cell problem at once.

    Returns:
        The plan (None where there is a fout) and the findings; each names its sheet and cell.
    """
    try:
        with geopend(pad) as boek:
            lezer = _Werkboeklezer(catalogus, pad.name)
            bladen = {naam: rijen(boek, naam) for naam in boek.sheetnames if naam.startswith("Invoer_")}
    except WerkboekFout as fout:
        return None, [Bevinding(Ernst.FOUT, pad.name, str(fout))]
    return lezer.lees(bladen)


class _Werkboeklezer:
    def __init__(self, catalogus: Catalogus, bestand: str) -> None:
        self.catalogus, self.bestand = catalogus, bestand
        self.bevindingen: list[Bevinding] = []
        self.plekken: dict[str, Plek] = {}
        self.banden: dict[tuple[str, str], tuple[Plek, float, float]] = {}

    def fout(self, plek: Plek | str, tekst: str) -> None:
        self.bevindingen.append(Bevinding(Ernst.FOUT, plek if isinstance(plek, str) else plaats(plek), tekst))

    def lees(self, bladen: dict[str, Rijen]) -> tuple[Plan | None, list[Bevinding]]:
        if PLANBLAD not in bladen:
            self.fout(self.bestand, f"Blad {PLANBLAD} ontbreekt. Dit is geen werkboek of sjabloon van de planner.")
            return None, self.bevindingen
        gegevens = self._planblad(bladen[PLANBLAD])
        self._banden(bladen.get(BANDBLAD, []))
        invoer, herkomst = self._invoer(bladen)
        gegevens |= {"invoer": invoer, "herkomst": herkomst}
        for plek, _, _ in self.banden.values():
            self.fout(
                plek, "Deze bandbreedte hoort bij een leeg vak of een onbekende naam. Vul daar de verwachte waarde in."
            )
        plan, meer = plan_uit(gegevens, self.catalogus)
        self.bevindingen += [self._met_plaats(b) for b in meer]
        return (None if any(b.ernst is Ernst.FOUT for b in self.bevindingen) else plan), self.bevindingen

    def _met_plaats(self, b: Bevinding) -> Bevinding:
        naam = b.plaats.split()[0] if b.plaats else ""
        plek = self.plekken.get(naam)
        return b if plek is None else replace(b, plaats=f"{plaats(plek)} ({b.plaats})")

    # -- the plan sheet

    def _planblad(self, inhoud: Rijen) -> dict[str, Any]:
        waarden = {rij[NAAM]: (nr, _cel(rij, WAARDE)) for nr, rij in enumerate(inhoud) if _cel(rij, NAAM)}
        start, eind = (waarden.get(naam, (0, None))[1] for naam in ("startjaar", "eindjaar"))
        heel = isinstance(start, int | float) and isinstance(eind, int | float)
        gegevens: dict[str, Any] = {
            "startjaar": start,
            "horizon": eind - start + 1 if heel else None,
            "gemeente": self._gemeente(waarden),
            "maatregelen": [],
        }
        for maatregel in MAATREGELEN:
            rij, aan = waarden.get(f"maatregel_{maatregel}", (0, None))
            if aan == 1:
                gegevens["maatregelen"].append(maatregel)
            elif aan not in (0, None, ""):
                self.fout((PLANBLAD, rij, WAARDE), f'"{aan}" is hier geen keuze. Vul 1 (ja) of 0 (nee) in.')
        return gegevens

    def _gemeente(self, waarden: dict[Any, tuple[int, Any]]) -> dict[str, Any]:
        gemeente: dict[str, Any] = {}
        for naam in PLANTEKSTEN:
            waarde = waarden.get(naam, (0, None))[1]
            if waarde in (None, ""):
                continue
            sleutel = "naam" if naam == "gemeente" else naam
            if naam == "taakveld":
                paren = [deel.partition("=") for deel in str(waarde).split(";") if deel.strip()]
                gemeente[sleutel] = {k.strip(): v.strip() for k, _, v in paren}
            else:
                gemeente[sleutel] = waarde if naam == "inwonertal" else str(waarde)
        return gemeente

    # -- ranges

    def _banden(self, inhoud: Rijen) -> None:
        for nr, rij in enumerate(inhoud[EERSTE_RIJ:], EERSTE_RIJ):
            naam, jaar, laag, hoog = (_cel(rij, kolom) for kolom in range(4))
            if naam in (None, ""):
                continue
            plek = (BANDBLAD, nr, 0)
            grenzen = [self._getal((BANDBLAD, nr, kolom), w) for kolom, w in ((2, laag), (3, hoog))]
            if all(isinstance(g, float) for g in grenzen):
                sleutel = (str(naam), str(int(jaar)) if isinstance(jaar, int | float) else str(jaar or ALLE_JAREN))
                self.banden[sleutel] = (plek, grenzen[0], grenzen[1])  # type: ignore[assignment]
            elif None in grenzen:
                self.fout(plek, "Vul zowel de lage als de hoge grens in.")

    def _met_band(self, vak: str, jaar: str, plek: Plek, waarde: Any) -> Any:
        band = self.banden.pop((vak, jaar), None)
        if band is None or not isinstance(waarde, float):
            return waarde.tekst if isinstance(waarde, Bereik) else waarde
        _, laag, hoog = band
        if not laag <= waarde <= hoog:
            self.fout(plek, f"De waarde ligt niet binnen de bandbreedte op blad {BANDBLAD}. Pas een van beide aan.")
            return None
        return bereik(laag, hoog, waarde).tekst

    # -- the input sheets

    def _invoer(self, bladen: dict[str, Rijen]) -> tuple[dict[str, Any], dict[str, Any]]:
        invoer: dict[str, Any] = {}
        herkomst: dict[str, Any] = {}
        bekend = {vaknaam(i.naam, s): (i, s) for i in self.catalogus.invoer for s in vaksleutels(i)}
        for blad, inhoud in bladen.items():
            if blad in (PLANBLAD, BANDBLAD):
                continue
            jaren = self._jaren(blad, inhoud)
            for nr, rij in enumerate(inhoud[EERSTE_RIJ:], EERSTE_RIJ):
                naam = _cel(rij, NAAM)
                if naam in (None, ""):
                    continue
                if naam not in bekend:
                    self.fout((blad, nr, NAAM), f'De naam "{naam}" is niet bekend. Zet de oorspronkelijke naam terug.')
                    continue
                ingang, sleutel = bekend[naam]
                self.plekken.setdefault(plannaam(ingang, sleutel), (blad, nr, WAARDE))
                self._rij(invoer, ingang, sleutel, (blad, nr), rij, jaren)
                self._herkomst(herkomst, plannaam(ingang, sleutel), rij, jaren)
        return _samengevoegd(invoer), herkomst

    def _jaren(self, blad: str, inhoud: Rijen) -> dict[int, int]:
        """Column → year, from the heads; they must run on without a gap."""
        kop = inhoud[KOPRIJ] if len(inhoud) > KOPRIJ else ()
        jaren: dict[int, int] = {}
        for kolom in range(EERSTE_MOMENT, len(kop)):
            if not isinstance(kop[kolom], int | float):
                break
            jaren[kolom] = int(kop[kolom])
        if not jaren or list(jaren.values()) != list(
            range(next(iter(jaren.values()), 0), max(jaren.values(), default=0) + 1)
        ):
            self.fout((blad, KOPRIJ, EERSTE_MOMENT), "De jaren boven de kolommen kloppen niet. Zet de kopregel terug.")
        return jaren

    def _rij(
        self,
        invoer: dict[str, Any],
        ingang: Ingang,
        sleutel: tuple[str, ...],
        plek: tuple[str, int],
        rij: tuple[Any, ...],
        jaren: dict[int, int],
    ) -> None:
        vak = vaknaam(ingang.naam, sleutel)
        per_jaar: dict[str, Any] = {}
        for kolom, jaar in jaren.items():
            if (ingang.op_rij or ingang.vorm in ALLEEN_RIJ) and _cel(rij, kolom) not in (None, ""):
                waarde = self._getal((*plek, kolom), _cel(rij, kolom), ingang)
                per_jaar[str(jaar)] = self._met_band(vak, str(jaar), (*plek, kolom), waarde)
        algemeen = None
        if ingang.vorm not in ALLEEN_RIJ:
            algemeen = self._waarde((*plek, WAARDE), _cel(rij, WAARDE), ingang)
            algemeen = self._met_band(vak, ALLE_JAREN, (*plek, WAARDE), algemeen)
        if per_jaar and algemeen is not None:
            self.fout((*plek, WAARDE), "Hier staat één getal én een waarde per jaar. Maak een van beide leeg.")
        elif per_jaar:
            invoer[vak] = (ingang, sleutel, per_jaar)
        elif algemeen is not None:
            invoer[vak] = (ingang, sleutel, self._met_prijspeil(ingang, plek, rij, algemeen))

    def _met_prijspeil(self, ingang: Ingang, plek: tuple[str, int], rij: tuple[Any, ...], waarde: Any) -> Any:
        peil = _cel(rij, EXTRA) if ingang.geindexeerd else None
        if peil in (None, ""):
            return waarde
        jaar = self._getal((*plek, EXTRA), peil)
        return {"bedrag": waarde, "prijspeil": int(jaar) if isinstance(jaar, float) and jaar == int(jaar) else jaar}

    def _waarde(self, plek: Plek, cel: Any, ingang: Ingang) -> Any:
        if cel in (None, ""):
            return None
        if ingang.vorm is Vorm.KEUZE:
            return str(cel)
        if ingang.vorm is Vorm.SCHAKELAAR:
            keuze = {JA: True, NEE: False, "true": True, "false": False}.get(str(cel).strip().lower())
            if keuze is None:
                self.fout(plek, f'"{cel}" is hier geen keuze. Vul {JA} of {NEE} in.')
            return keuze
        return self._getal(plek, cel, ingang)

    def _getal(self, plek: Plek, cel: Any, ingang: Ingang | None = None) -> float | Bereik | None:
        """The number in a cell; None with a finding where it is none, or could mean two things."""
        if cel in (None, ""):
            return None
        gelezen: float | Bereik
        if isinstance(cel, int | float) and not isinstance(cel, bool):
            gelezen = float(cel)
        elif not isinstance(cel, str) or _FOUTWAARDE.match(cel):
            self.fout(plek, f'"{_toon(cel)}" is geen getal. Vul een getal in.')
            return None
        elif _DUBBELZINNIG.match(cel):
            self.fout(plek, f'"{cel}" kan duizenden of decimalen betekenen. Typ het als getal, zonder punt.')
            return None
        else:
            try:
                gelezen = lees_getal_of_bereik(cel)
            except GetalFout as fout:
                self.fout(plek, f"{fout}.")
                return None
        for grens in (gelezen.laag, gelezen.hoog) if isinstance(gelezen, Bereik) else (gelezen,):
            if ingang is not None and (bezwaar := ingang.buiten_grenzen(grens)):
                self.fout(plek, f"{ingang.label} {bezwaar}. Pas de waarde aan.")
                return None
        return gelezen

    def _herkomst(self, herkomst: dict[str, Any], naam: str, rij: tuple[Any, ...], jaren: dict[int, int]) -> None:
        achter = EERSTE_MOMENT + len(jaren) + ACHTERKOLOMMEN.index("Bron")
        velden = [str(_cel(rij, achter + i) or "") for i in range(4)]
        if any(velden) and naam not in herkomst:
            herkomst[naam] = dict(zip(("bron", "datum", "door", "nota"), velden, strict=True))


def _samengevoegd(vakken: dict[str, Any]) -> dict[str, Any]:
    """Cells of routes, quarters, half-years and rhythm put together under one name."""
    invoer: dict[str, Any] = {}
    for ingang, sleutel, waarde in vakken.values():
        naam = plannaam(ingang, sleutel)
        if ingang.vorm is Vorm.HALFJAREN:
            for jaar, w in waarde.items():
                invoer.setdefault(naam, {}).setdefault(jaar, [0.0, 0.0])[int(sleutel[-1]) - 1] = w
        elif sleutel and sleutel[-1] in ROUTES:
            invoer.setdefault(naam, {})[sleutel[-1]] = waarde
        elif sleutel and sleutel[-1].isdigit():
            invoer.setdefault(naam, []).append(waarde)
        else:
            invoer[naam] = waarde
    return invoer


def plaats(plek: Plek) -> str:
    """A cell as people write it: blad Invoer_instroom, cel G5."""
    blad, rij, kolom = plek
    return f"blad {blad}, cel {xl_rowcol_to_cell(rij, kolom)}"


def _cel(rij: tuple[Any, ...], kolom: int) -> Any:
    waarde = rij[kolom] if kolom < len(rij) else None
    return waarde.strip() if isinstance(waarde, str) else waarde


def _toon(cel: Any) -> str:
    tekst = str(cel)
    return tekst if len(tekst) <= 40 else f"{tekst[:39]}…"
