"""Going over one XML part before anything else reads it: how deep, how much, and what openpyxl does not show.

openpyxl gives the value that stood in a cell when the workbook was saved, also where a formula stands; and it
stops at the rows and columns it is told to read. So formulas, and filled cells out of reach, are found here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from openpyxl.utils.cell import coordinate_to_tuple

MAX_RIJEN, MAX_KOLOMMEN = 2000, 200
"""What is read of a sheet; the sheets of the planner are far smaller."""
DIEPSTE = 40
"""Elements in elements; a workbook has about ten."""
MEESTE = 300_000
"""Elements in one part; the largest of an exported workbook has some ten thousand."""

_KERN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
_RIJ, _CEL, _FORMULE, _GEVULD = f"{_KERN}row", f"{_KERN}c", f"{_KERN}f", (f"{_KERN}v", f"{_KERN}is")

Plek = tuple[int, int]
"""Row and column, counted from 0."""


class KeuringFout(Exception):
    """The part is damaged, or larger or stranger than any workbook of the planner; says which in Dutch."""


@dataclass
class Keuring:
    """What was found in a sheet: its formulas, how far it is filled, and the first cell out of reach."""

    formules: set[Plek] = field(default_factory=set)
    rijen: int = 0
    kolommen: int = 0
    buiten: Plek | None = None
    _rij: int = -1
    _kolom: int = -1
    _adres: str | None = None
    _gevuld: Plek = (-1, -1)
    _diepte: int = 0
    _aantal: int = 0

    def begin(self, naam: str, kenmerken: dict[str, str]) -> None:
        """An element opens."""
        self._diepte += 1
        self._aantal += 1
        if self._diepte > DIEPSTE or self._aantal > MEESTE:
            raise KeuringFout("er staat veel meer in dan in een werkboek van de planner")
        if naam == _CEL:
            adres = kenmerken.get("r")
            if adres is None:
                self._naar()
                self._kolom += 1
            self._adres = adres
        elif naam in _GEVULD:
            self._vul()
        elif naam == _RIJ:
            self._nieuwe_rij(kenmerken.get("r"))
        elif naam == _FORMULE:
            self._naar()
            self.formules.add((self._rij, self._kolom))

    def eind(self, _naam: str) -> None:
        """An element closes."""
        self._diepte -= 1

    def _nieuwe_rij(self, nummer: str | None) -> None:
        rij = self._rij + 1 if nummer is None else int(nummer) - 1
        if rij <= self._rij:
            raise ValueError("rows do not run on")  # openpyxl would pass over this one
        self._rij, self._kolom, self._adres = rij, -1, None

    def _naar(self) -> None:
        """Where this cell is: most cells are empty, so it is only worked out when one is not."""
        if self._adres is not None:
            rij, kolom = coordinate_to_tuple(self._adres)
            if rij - 1 != self._rij:
                raise ValueError("a cell of another row")
            self._kolom = kolom - 1

    def _vul(self) -> None:
        self._naar()
        if (self._rij, self._kolom) <= self._gevuld:
            raise ValueError("a cell that is filled twice")
        self._gevuld = self._rij, self._kolom
        if self._rij < MAX_RIJEN and self._kolom < MAX_KOLOMMEN:
            self.rijen = max(self.rijen, self._rij + 1)
            self.kolommen = max(self.kolommen, self._kolom + 1)
        elif self.buiten is None:
            self.buiten = self._rij, self._kolom


def keur(inhoud: bytes) -> Keuring:
    """Go over a part.

    Raises:
        KeuringFout: it is no sound XML, declares a document type (which can hold entities that grow without end
            or read other files), is too deep or has too many elements.
    """
    keuring, lezer = Keuring(), ParserCreate(namespace_separator=" ")
    lezer.StartElementHandler, lezer.EndElementHandler = keuring.begin, keuring.eind
    lezer.StartDoctypeDeclHandler = _documenttype
    try:
        lezer.Parse(inhoud, True)
    except (ExpatError, ValueError, LookupError, AttributeError, TypeError) as fout:
        raise KeuringFout("het is beschadigd") from fout
    return keuring


def _documenttype(*_: object) -> None:
    raise KeuringFout("er staat een documenttype in")
