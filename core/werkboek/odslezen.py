"""Opening an .ods that may come from anywhere: one pass over its main part, with a bound on everything in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError, ParserCreate

from core.plan.lezen import LANGSTE_TEKST
from core.werkboek.keuring import DIEPSTE, LANGSTE_FORMULE, MAX_KOLOMMEN, MAX_RIJEN, KeuringFout, Plek, keur
from core.werkboek.odsformule import als_excelformule
from core.werkboek.odsxml import NAAMRUIMTEN
from core.werkboek.openen import (
    BESCHADIGD,
    DUBBEL_BLAD,
    INVOER,
    MACROS,
    ONBEREIKBAAR,
    REKENBLADEN,
    UITVOERRIJEN,
    WACHTWOORD,
    Cellen,
    Formule,
    Inhoud,
    Pakket,
    WerkboekFout,
)
from core.werkboek.uitvoerplan import UITVOERBLAD

GRENS_INHOUD = 32 * 2**20
"""Bytes of the main part; that of a plan with twenty scenarios is about half of it."""
MEESTE, MEESTE_CELLEN = 1_500_000, 300_000
"""Elements in the main part, and cells that are kept of it."""

_INHOUD, _META, _MANIFEST = "content.xml", "meta.xml", "META-INF/manifest.xml"
_KOPPELING = "Er zitten koppelingen met andere bestanden in. Verbreek die en sla opnieuw op."


def _naam(kort: str) -> str:
    ruimte, _, naam = kort.partition(":")
    return f"{NAAMRUIMTEN[ruimte]} {naam}"


_BLAD, _RIJ, _ALINEA = _naam("table:table"), _naam("table:table-row"), _naam("text:p")
_CELLEN = (_naam("table:table-cell"), _naam("table:covered-table-cell"))
_KOLOMMEN_HERHAALD, _RIJEN_HERHAALD = _naam("table:number-columns-repeated"), _naam("table:number-rows-repeated")
_FORMULE, _BLADNAAM = _naam("table:formula"), _naam("table:name")
_SOORT, _FOUTSOORT = _naam("office:value-type"), _naam("calcext:value-type")
_GETAL, _TEKST = _naam("office:value"), _naam("office:string-value")
_WIT = {_naam("text:tab"): "\t", _naam("text:line-break"): "\n"}
_SPATIES, _AANTAL = _naam("text:s"), _naam("text:c")
_BIJZAAK = (_naam("office:annotation"), _naam("draw:frame"))
"""What hangs on a cell and is no part of its value."""
_VERBODEN = {
    _naam("office:script"): MACROS,
    _naam("office:event-listeners"): MACROS,
    _naam("office:dde-source"): _KOPPELING,
    _naam("table:table-source"): _KOPPELING,
    _naam("table:cell-range-source"): _KOPPELING,
}


@dataclass
class Odsblad:
    """The cells of one sheet as they are stored."""

    naam: str
    waarden: dict[Plek, Any] = field(default_factory=dict)
    formules: dict[Plek, str] = field(default_factory=dict)
    buiten: Plek | None = None

    def formule(self, plek: Plek) -> str:
        """The formula of a cell as Excel writes it, without equals sign; empty where there is none."""
        return als_excelformule(self.formules.get(plek, ""))

    def formuleplekken(self) -> Iterable[Plek]:
        """The cells with a formula."""
        return self.formules

    def waarde(self, plek: Plek) -> float | str | None:
        """The number in a cell, or the result of its formula; a text where it is a text or an error."""
        waarde = self.waarden.get(plek)
        return float(waarde) if isinstance(waarde, int | float) else None if waarde is None else str(waarde)

    def cellen(self) -> Cellen:
        """The filled cells; of a formula the result is not taken."""
        cellen: Cellen = {}
        for plek, waarde in self.waarden.items():
            if not isinstance(waarde, str) or waarde.strip():
                cellen[plek] = waarde
        cellen |= {plek: Formule(self, plek) for plek in self.formules}
        if self.buiten is not None:
            cellen[self.buiten] = ONBEREIKBAAR
        return cellen


def lees_ods(pakket: Pakket) -> Inhoud:
    """Read a workbook in OpenDocument.

    Raises:
        WerkboekFout: damaged, too large, with macros, a password or links to other files.
    """
    if any(naam.startswith(("Basic/", "Scripts/")) for naam in pakket.delen):
        raise WerkboekFout(MACROS)
    if b"encryption-data" in pakket.deel(_MANIFEST):
        raise WerkboekFout(WACHTWOORD)
    bladen = _Lezer().lees(pakket.deel(_INHOUD, GRENS_INHOUD))
    namen = tuple(blad.naam for blad in bladen)
    if len(set(namen)) < len(namen):
        raise WerkboekFout(DUBBEL_BLAD)
    invoer = {blad.naam: blad.cellen() for blad in bladen if blad.naam.startswith(INVOER)}
    uitvoer = next((blad.cellen() for blad in bladen if blad.naam == UITVOERBLAD), {})
    reken = {blad.naam: blad for blad in bladen if REKENBLADEN.fullmatch(blad.naam)}
    return Inhoud(namen, invoer, uitvoer, _eigenschappen(pakket), dict(reken))


def _eigenschappen(pakket: Pakket) -> dict[str, str]:
    if _META not in pakket.delen:
        return {}
    inhoud = pakket.deel(_META)
    try:
        keur(inhoud)
    except KeuringFout as fout:
        raise WerkboekFout(BESCHADIGD) from fout
    meta = "{" + NAAMRUIMTEN["meta"] + "}"
    velden = ElementTree.fromstring(inhoud).iter(f"{meta}user-defined")
    return {veld.get(f"{meta}name", ""): veld.text or "" for veld in velden}


class _Lezer:
    """Goes over the main part; repeated rows and cells are written out as far as they are filled."""

    def __init__(self) -> None:
        self.bladen: list[Odsblad] = []
        self._diepte = self._aantal = self._bewaard = self._spaties = 0
        self._blad: Odsblad | None = None
        self._rij = self._kolom = self._bijzaak = 0
        self._rijen = self._kolommen = 1
        self._rijcellen: list[tuple[int, Any, str]] = []
        self._cel: dict[str, str] | None = None
        self._tekst: list[str] = []

    def lees(self, inhoud: bytes) -> list[Odsblad]:
        """The sheets in the main part."""
        lezer = ParserCreate(namespace_separator=" ")
        lezer.StartElementHandler, lezer.EndElementHandler = self._begin, self._eind
        lezer.CharacterDataHandler, lezer.buffer_text = self._letters, True
        lezer.StartDoctypeDeclHandler = _documenttype
        try:
            lezer.Parse(inhoud, True)
        except (ExpatError, ValueError, LookupError, OverflowError) as fout:
            raise WerkboekFout(BESCHADIGD) from fout
        return self.bladen

    def _begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        self._diepte += 1
        self._aantal += 1
        if self._diepte > DIEPSTE or self._aantal > MEESTE:
            raise WerkboekFout(_TE_VEEL)
        if naam in _VERBODEN:
            raise WerkboekFout(_VERBODEN[naam])
        if naam in _BIJZAAK:
            self._bijzaak += 1
        elif self._bijzaak:
            return
        elif self._cel is not None:
            self._in_cel(naam, kenmerken)
        elif naam in _CELLEN and self._blad is not None:
            self._cel, self._tekst, self._spaties = kenmerken, [], 0
            self._kolommen = _herhaald(kenmerken.get(_KOLOMMEN_HERHAALD))
        elif naam == _RIJ and self._blad is not None:
            self._rijen, self._kolom, self._rijcellen = _herhaald(kenmerken.get(_RIJEN_HERHAALD)), 0, []
        elif naam == _BLAD:
            self._blad, self._rij = Odsblad(kenmerken.get(_BLADNAAM, "")), 0
            self.bladen.append(self._blad)

    def _in_cel(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == _BLAD:
            raise WerkboekFout(BESCHADIGD)  # a table in a cell
        if naam == _ALINEA and self._tekst:
            self._tekst.append("\n")
        elif naam == _SPATIES:
            aantal = min(_herhaald(kenmerken.get(_AANTAL)), LANGSTE_TEKST + 1 - self._spaties)
            self._spaties += aantal
            self._tekst.append(" " * aantal)
        elif naam in _WIT:
            self._tekst.append(_WIT[naam])

    def _letters(self, deel: str) -> None:
        if self._cel is not None and not self._bijzaak:
            self._tekst.append(deel)

    def _eind(self, naam: str) -> None:
        self._diepte -= 1
        if naam in _BIJZAAK:
            self._bijzaak -= 1
        elif self._bijzaak:
            return
        elif naam in _CELLEN and self._cel is not None:
            self._sluit_cel(self._cel)
        elif naam == _RIJ and self._blad is not None and self._cel is None:
            self._sluit_rij(self._blad)
        elif naam == _BLAD:
            self._blad = None

    def _sluit_cel(self, kenmerken: dict[str, str]) -> None:
        waarde, formule = _waarde(kenmerken, "".join(self._tekst)), kenmerken.get(_FORMULE, "")[: LANGSTE_FORMULE + 1]
        if isinstance(waarde, str):
            waarde = waarde[: LANGSTE_TEKST + 1]  # one copy for all cells that repeat it
        if waarde is not None or formule:
            buiten = max(self._kolom, MAX_KOLOMMEN)  # of what is out of reach the first is enough
            for kolom in range(self._kolom, min(self._kolom + self._kolommen, buiten + 1)):
                self._rijcellen.append((kolom, waarde, formule))
            if len(self._rijcellen) > MEESTE_CELLEN:
                raise WerkboekFout(_TE_VEEL)
        self._kolom += self._kolommen
        self._cel = None

    def _sluit_rij(self, blad: Odsblad) -> None:
        meeste = UITVOERRIJEN if blad.naam == UITVOERBLAD else MAX_RIJEN
        van_ons = blad.naam.startswith(INVOER) or blad.naam == UITVOERBLAD or REKENBLADEN.fullmatch(blad.naam)
        if self._rijcellen and van_ons:
            for rij in range(self._rij, self._rij + min(self._rijen, meeste + 1)):
                self._bewaar(blad, rij, meeste)
        self._rij += self._rijen

    def _bewaar(self, blad: Odsblad, rij: int, meeste: int) -> None:
        self._bewaard += len(self._rijcellen)
        if self._bewaard > MEESTE_CELLEN:
            raise WerkboekFout(_TE_VEEL)
        for kolom, waarde, formule in self._rijcellen:
            if rij >= meeste or kolom >= MAX_KOLOMMEN:
                blad.buiten = blad.buiten or (rij, kolom)
                continue
            if waarde is not None:
                blad.waarden[rij, kolom] = waarde
            if formule:
                blad.formules[rij, kolom] = formule


_TE_VEEL = "Er staat veel meer in dan in een werkboek van de planner. Neem de gele vakken over in een nieuw sjabloon."
_HEEL = re.compile(r"-?\d{1,15}", re.ASCII)


def _documenttype(*_: object) -> None:
    raise WerkboekFout("Er staat een documenttype in. Open het bestand in LibreOffice en sla het opnieuw op.")


def _herhaald(tekst: str | None) -> int:
    aantal = 1 if tekst is None else int(tekst)
    if aantal < 1:
        raise ValueError("a negative number of cells")
    return aantal


def _waarde(kenmerken: dict[str, str], tekst: str) -> Any:
    """What stands in a cell: a number, a date, a truth or a text; None where it is empty."""
    soort = kenmerken.get(_SOORT)
    if kenmerken.get(_FOUTSOORT) == "error":
        return tekst or "#N/A"
    if soort in ("float", "percentage", "currency"):
        getal = kenmerken[_GETAL]
        return int(getal) if _HEEL.fullmatch(getal) else float(getal)
    if soort == "boolean":
        return kenmerken.get(_naam("office:boolean-value")) == "true"
    if soort == "date":
        moment = datetime.fromisoformat(kenmerken[_naam("office:date-value")])
        return moment if "T" in kenmerken[_naam("office:date-value")] else date(moment.year, moment.month, moment.day)
    if soort == "time":
        return time()  # which time does not matter: no cell takes one
    return kenmerken.get(_TEKST, tekst) or None
