"""Where a value of the gemeente comes from: source and note, in two lines under the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QFormLayout, QWidget

from desktop.document import Document
from desktop.velden.getalveld import Tekstveld

VELDEN = {"bron": "Bron", "nota": "Toelichting"}
_VOORBEELD = {"bron": "bijvoorbeeld: meicirculaire 2026, tabel 3", "nota": "wat een collega later moet weten"}


def noot(document: Document, namen: Iterable[str]) -> str:
    """What is noted of the first of these names that has a source, in one line."""
    for naam in namen:
        if velden := document.haal(("herkomst", naam)):
            return ", ".join(t for t in (velden.get(n) for n in ("bron", "datum", "door", "nota")) if t)
    return ""


class Herkomst(QWidget):
    """The lines in which the source of a value is noted; the same for every part of a row that is filled in."""

    def __init__(self, document: Document, label: str, namen: Callable[[], list[str]]) -> None:
        super().__init__()
        self._document, self._label, self._namen = document, label, namen
        self.velden: dict[str, Tekstveld] = {}
        vorm = QFormLayout(self)
        vorm.setContentsMargins(0, 0, 0, 0)
        for naam, kop in VELDEN.items():
            veld = Tekstveld(f"{kop} van {label}", _VOORBEELD[naam], breedte=44, ouder=self)
            veld.setPlaceholderText(_VOORBEELD[naam])
            veld.getypt.connect(lambda tekst, n=naam: self._getypt(n, tekst))
            vorm.addRow(kop, veld)
            self.velden[naam] = veld

    def _getypt(self, veld: str, tekst: str) -> None:
        beurt = self.velden[veld].beurt
        for naam in self._namen():
            oud = self._document.haal(("herkomst", naam)) or {}
            nieuw = {**oud, veld: tekst}
            gevuld = any(nieuw.values())
            self._document.zet(("herkomst", naam), nieuw if gevuld else None, f"{self._label}: {VELDEN[veld]}", beurt)

    def _velden(self) -> dict[str, str]:
        for naam in self._namen():
            if velden := self._document.haal(("herkomst", naam)):
                return dict(velden)
        return {}

    def ververs(self) -> None:
        """Show what is noted now."""
        velden = self._velden()
        for naam, veld in self.velden.items():
            veld.zet(velden.get(naam) or "")
