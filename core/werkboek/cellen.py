"""The cells of the input sheets one by one: what is taken out is read, what is left over was ignored, and said."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from xlsxwriter.utility import xl_rowcol_to_cell

from core.catalogus import Ingang
from core.getallen import Bereik, GetalFout, dubbelzinnig, lees_getal_of_bereik, toon
from core.plan import Bevinding, Ernst
from core.plan.lezen import LANGSTE_TEKST
from core.plan.waardelezer import GROOTSTE, is_getal, kort
from core.werkboek.openen import ONBEREIKBAAR, Cellen, Formule

Plek = tuple[str, int, int]
"""Sheet, row and column, counted from 0."""

MEESTE_BEVINDINGEN = 250
"""More cannot be mended in one go; the rest is counted."""

_FOUTWAARDE = re.compile(
    r"#(N/A|VALUE!|REF!|DIV/0!|NUM!|NAME\?|NULL!|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)"
)
_JAAR = re.compile(r"\d{4}", re.ASCII)
_ONGELEZEN = "Wat hier staat, wordt niet gelezen. Zet het in een geel vak of maak de cel leeg."
_VER = "Hier, ver buiten de tabel, staat iets dat niet wordt gelezen. Maak alles naast en onder de tabel leeg."


def plaats(plek: Plek) -> str:
    """A cell as people write it: blad Invoer_instroom, cel G5."""
    blad, rij, kolom = plek
    return f"blad {blad}, cel {xl_rowcol_to_cell(rij, kolom)}"


class Blad:
    """The filled cells of a sheet. Every cell that is looked at is taken out."""

    def __init__(self, naam: str, cellen: Cellen) -> None:
        self.naam = naam
        self._rijen: dict[int, dict[int, Any]] = {}
        for (rij, kolom), waarde in cellen.items():
            self._rijen.setdefault(rij, {})[kolom] = waarde

    def neem(self, rij: int, kolom: int) -> Any:
        """The value of a cell, None when it is empty; from now on it counts as read."""
        return self._rijen.get(rij, {}).pop(kolom, None)

    def rijen(self, vanaf: int) -> list[int]:
        """The rows in which something is filled, in order."""
        return sorted(rij for rij, cellen in self._rijen.items() if rij >= vanaf and cellen)

    def kolom_van(self, rij: int, waarde: str) -> int | None:
        """The column in which a text stands in a row."""
        return next((kolom for kolom, w in self._rijen.get(rij, {}).items() if w == waarde), None)

    def over(self) -> list[tuple[Plek, Any]]:
        """The filled cells that nobody looked at."""
        over = [((self.naam, rij, kolom), w) for rij, cellen in self._rijen.items() for kolom, w in cellen.items()]
        return sorted(over, key=lambda paar: paar[0])


class Cellezer:
    """Makes numbers and texts of cells, and a finding of everything that is neither."""

    def __init__(self) -> None:
        self.bevindingen: list[Bevinding] = []
        self._meer = 0

    def meld(self, ernst: Ernst, waar: Plek | str, tekst: str) -> None:
        """A finding at a cell or at a sheet."""
        if len(self.bevindingen) < MEESTE_BEVINDINGEN:
            self.bevindingen.append(Bevinding(ernst, waar if isinstance(waar, str) else plaats(waar), tekst))
        else:
            self._meer += 1

    @property
    def aantal(self) -> int:
        """How many findings there are, shown or counted."""
        return len(self.bevindingen) + self._meer

    def fout(self, waar: Plek | str, tekst: str) -> None:
        """A finding that stands in the way of a plan."""
        self.meld(Ernst.FOUT, waar, tekst)

    def meer(self, bestand: str) -> list[Bevinding]:
        """One finding for all those that were too many to show."""
        zin = (
            f"Er zijn nog {self._meer} andere meldingen. Herstel eerst wat hier staat en lees het werkboek opnieuw in."
        )
        return [Bevinding(Ernst.FOUT, bestand, zin)] if self._meer else []

    def ongelezen(self, blad: Blad) -> None:
        """A finding for every filled cell of a sheet that was not looked at."""
        for plek, waarde in blad.over():
            self.fout(plek, _VER if waarde is ONBEREIKBAAR else _ONGELEZEN)

    def getal(self, plek: Plek, cel: Any, ingang: Ingang | None = None, *, bereik: bool = False) -> Any:
        """The number (or range, where that may stand here) in a cell; None, with a finding, where there is none.

        Args:
            plek: where the cell is.
            cel: what stands in it; None is empty.
            ingang: the input it belongs to, for its bounds and its unit.
            bereik: a range may stand here.
        """
        if cel is None:
            return None
        if bezwaar := _geen_getal(cel):
            self.fout(plek, bezwaar)
            return None
        gelezen: float | Bereik
        try:
            gelezen = _uit_tekst(cel, ingang) if isinstance(cel, str) else float(cel)
        except GetalFout as fout:
            self.fout(plek, f"{str(fout)[:1].upper()}{str(fout)[1:]}, of maak het vak leeg.")
            return None
        if isinstance(gelezen, Bereik) and not bereik:
            self.fout(plek, "Hier kan geen bereik staan. Geef één getal.")
            return None
        return gelezen if self._past(plek, gelezen, ingang) else None

    def _past(self, plek: Plek, gelezen: float | Bereik, ingang: Ingang | None) -> bool:
        for grens in (gelezen.laag, gelezen.hoog) if isinstance(gelezen, Bereik) else (gelezen,):
            bezwaar = ingang.buiten_grenzen(grens) if ingang else ""
            if abs(grens) > GROOTSTE:
                bezwaar = "is te groot om te kunnen kloppen"
            if bezwaar:
                self.fout(plek, f"{ingang.label if ingang else 'Dit getal'} {bezwaar}. Pas de waarde aan.")
                return False
        return True

    def jaar(self, plek: Plek, cel: Any, grenzen: range) -> int | None:
        """A year in a cell; None when it is empty or, with a finding, when it is none."""
        if cel is None:
            return None
        bezwaar = _geen_getal(cel)
        if not bezwaar:
            getal = int(cel) if isinstance(cel, str) and _JAAR.fullmatch(cel.strip()) else cel
            if getal in grenzen:
                return int(getal)
            bezwaar = f"{kort(cel)} is geen jaar van {grenzen[0]} tot en met {grenzen[-1]}. Vul een jaartal in."
        self.fout(plek, bezwaar)
        return None

    def tekst(self, plek: Plek, cel: Any) -> str:
        """A text; a number or date that a spreadsheet made of it is written as people write it."""
        match cel:
            case None:
                return ""
            case str() if len(cel) > LANGSTE_TEKST:
                self.fout(plek, f"Deze tekst is langer dan {toon(LANGSTE_TEKST)} tekens. Kort hem in.")
                return ""
            case str() if not _FOUTWAARDE.fullmatch(cel):
                return cel
            case datetime() | date():
                return f"{cel.day}-{cel.month}-{cel.year}"
            case int() | float() if is_getal(cel):
                return toon(cel).replace(".", "")
        formule = isinstance(cel, Formule)
        self.fout(plek, "Hier staat een formule. Typ de tekst zelf." if formule else "Typ hier gewone tekst.")
        return ""


def _geen_getal(cel: Any) -> str:
    """Why a value can be no number at all, whatever stands in it; empty where it can."""
    if isinstance(cel, Formule):
        return "Hier staat een formule. Neem alleen de uitkomst over: kopieer de cel en plak als waarde."
    if isinstance(cel, date | time | timedelta):
        return "Excel heeft hier een datum of tijd van gemaakt. Zet de celopmaak op Getal en typ het getal opnieuw."
    if isinstance(cel, str):
        if _FOUTWAARDE.fullmatch(cel):
            return f"Hier staat de foutwaarde {cel}. Vul een getal in of maak het vak leeg."
        return ""
    if isinstance(cel, bool):
        return "Hier staat WAAR of ONWAAR. Vul een getal in of maak het vak leeg."
    return "" if is_getal(cel) else "Dit getal is te groot om te kunnen kloppen. Pas de waarde aan."


def _uit_tekst(tekst: str, ingang: Ingang | None) -> float | Bereik:
    """The number that was typed as text.

    Raises:
        GetalFout: it is none, could mean two things, or has a sign that does not go with the unit.
    """
    eenheid = ingang.eenheid.naam if ingang else ""
    if dubbelzinnig(tekst):
        raise GetalFout(f"{kort(tekst)} kan duizenden of decimalen betekenen. Typ het als getal, zonder punt")
    gelezen = lees_getal_of_bereik(tekst)
    if "%" in tekst and eenheid != "aandeel":
        raise GetalFout(f"{kort(tekst)} is een percentage, maar dat past hier niet. Typ het getal zonder %-teken")
    if "€" in tekst and "euro" not in eenheid:
        raise GetalFout(f"{kort(tekst)} is een bedrag, maar dat past hier niet. Typ het getal zonder euroteken")
    return gelezen
