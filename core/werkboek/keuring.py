"""Going over one XML part before anything else reads it: how deep, how much, and what openpyxl does not show.

openpyxl gives the value that stood in a cell when the workbook was saved, also where a formula stands; and it
stops at the rows and columns it is told to read. So formulas, and filled cells out of reach, are found here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers.expat import ExpatError, ParserCreate

from openpyxl.utils.cell import column_index_from_string

from core.werkboek.verplaatsing import verplaatst

MAX_RIJEN, MAX_KOLOMMEN = 2000, 200
"""What is read of a sheet; the sheets of the planner are far smaller."""
DIEPSTE = 40
"""Elements in elements; a workbook has about ten."""
LANGSTE_FORMULE = 1000
"""Characters of a formula that cells share; the longest of an exported workbook has some four hundred."""
MEESTE = 300_000
"""Elements in one part; the largest of an exported workbook has some ten thousand."""

_KERN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_RIJ, _CEL, _FORMULE, _WAARDE, _TEKST = (f"{_KERN}{naam}" for naam in ("row", "c", "f", "v", "is"))

Plek = tuple[int, int]
"""Row and column, counted from 0."""


class KeuringFout(Exception):
    """The part is damaged, or larger or stranger than any workbook of the planner; says which in Dutch."""


@dataclass
class Keuring:
    """What was found in a sheet: its formulas, how far it is filled, and the first cell out of reach.

    `formules` holds them as they are stored (see `formule`); `waarden` what is stored as the value of every cell: the
    sort of value that it is ("n" a number, "s" a shared text, "e" an error value, …) and its text. `aantal` is how many
    elements there are, of at most `meeste`.
    """

    meeste_rijen: int = MAX_RIJEN
    formules: dict[Plek, str] = field(default_factory=dict)
    waarden: dict[Plek, tuple[str, str]] = field(default_factory=dict)
    rijen: int = 0
    kolommen: int = 0
    buiten: Plek | None = None
    _rij: int = -1
    _kolom: int = -1
    _adres: str | None = None
    _soort: str = "n"
    _gedeeld: dict[Plek, str] = field(default_factory=dict)
    _bronnen: dict[str, Plek] = field(default_factory=dict)
    _letters: list[str] | None = None
    _gevuld: Plek = (-1, -1)
    meeste: int = MEESTE
    aantal: int = 0
    _diepte: int = 0

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        """An element opens."""
        self._diepte += 1
        self.aantal += 1
        if self._diepte > DIEPSTE or self.aantal > self.meeste:
            raise KeuringFout("er staat veel meer in dan in een werkboek van de planner")
        if naam == _CEL:
            adres = kenmerken.get("r")
            if adres is None:
                self._naar()
                self._kolom += 1
            self._adres, self._soort = adres, kenmerken.get("t", "n")
        elif naam == _WAARDE:
            self._letters = []
            self._vul()
        elif naam == _TEKST:
            self._vul()
            self.waarden[self._rij, self._kolom] = "inlineStr", "tekst"
        elif naam == _RIJ:
            self._nieuwe_rij(kenmerken.get("r"))
        elif naam == _FORMULE:
            self._letters = []
            self._naar()
            if kenmerken.get("t") == "shared":
                self._gedeeld[self._rij, self._kolom] = kenmerken.get("si", "")

    def eind(self, naam: str) -> None:
        """An element closes."""
        self._diepte -= 1
        if self._letters is not None and naam in (_WAARDE, _FORMULE):
            tekst, plek, self._letters = "".join(self._letters), (self._rij, self._kolom), None
            if naam == _WAARDE:
                self.waarden[plek] = self._soort, tekst
            else:
                self.formules[plek] = tekst
                if tekst and plek in self._gedeeld:
                    self._bronnen[self._gedeeld[plek]] = plek

    def letters(self, deel: str) -> None:
        """Text between elements."""
        if self._letters is not None:
            self._letters.append(deel)

    def formule(self, plek: Plek) -> str:
        """The formula of a cell, without equals sign; empty where it cannot be told.

        Of cells that share a formula only the first holds it in full; of the others it is worked out when asked for.
        """
        tekst = self.formules.get(plek, "")
        bron = self._bronnen.get(self._gedeeld.get(plek, ""))
        if not tekst and bron is not None and len(self.formules[bron]) <= LANGSTE_FORMULE:
            self.formules[plek] = tekst = verplaatst(self.formules[bron], bron, plek)
        return tekst

    def formuleplekken(self) -> Iterable[Plek]:
        """The cells with a formula."""
        return self.formules

    def waarde(self, plek: Plek) -> float | str | None:
        """The number in a cell, or the result of its formula; a text where it is a text or an error."""
        soort, tekst = self.waarden.get(plek, ("n", ""))
        if soort not in ("n", "b"):
            return tekst
        try:
            return float(tekst) if tekst else None
        except ValueError:
            return tekst

    def _nieuwe_rij(self, nummer: str | None) -> None:
        rij = self._rij + 1 if nummer is None else int(nummer) - 1
        if rij <= self._rij:
            raise ValueError("rows do not run on")  # openpyxl would pass over this one
        self._rij, self._kolom, self._adres = rij, -1, None

    def _naar(self) -> None:
        """Where this cell is: most cells are empty, so it is only worked out when one is not."""
        if self._adres is not None:
            letters = self._adres.rstrip("0123456789")
            if int(self._adres[len(letters) :]) - 1 != self._rij:
                raise ValueError("a cell of another row")
            self._kolom = _kolom(letters) - 1

    def _vul(self) -> None:
        self._naar()
        if (self._rij, self._kolom) <= self._gevuld:
            raise ValueError("a cell that is filled twice")
        self._gevuld = self._rij, self._kolom
        if self._rij < self.meeste_rijen and self._kolom < MAX_KOLOMMEN:
            self.rijen = max(self.rijen, self._rij + 1)
            self.kolommen = max(self.kolommen, self._kolom + 1)
        elif self.buiten is None:
            self.buiten = self._rij, self._kolom


def keur(inhoud: bytes, meeste_rijen: int = MAX_RIJEN, meeste: int = MEESTE) -> Keuring:
    """Go over a part of at most `meeste` elements; of a sheet, cells beyond `meeste_rijen` are out of reach.

    Raises:
        KeuringFout: it is no sound XML, declares a document type (which can hold entities that grow without end
            or read other files), is too deep or has too many elements.
    """
    keuring, lezer = Keuring(meeste_rijen, meeste=meeste), ParserCreate(namespace_separator=" ")
    lezer.StartElementHandler, lezer.EndElementHandler = keuring.begin, keuring.eind
    lezer.CharacterDataHandler, lezer.buffer_text = keuring.letters, True
    lezer.StartDoctypeDeclHandler = _documenttype
    try:
        lezer.Parse(inhoud, True)
    except (ExpatError, ValueError, LookupError, AttributeError, TypeError) as fout:
        raise KeuringFout("het is beschadigd") from fout
    return keuring


def _documenttype(*_: object) -> None:
    raise KeuringFout("er staat een documenttype in")


_kolom = lru_cache(maxsize=MAX_KOLOMMEN)(column_index_from_string)
