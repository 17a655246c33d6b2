"""The form row of an input of the catalogue: a choice, a switch, or numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from core.catalogus import Ingang, Vorm
from desktop.document import Document
from desktop.velden.catalogusrij import Catalogusrij
from desktop.velden.getalrij import Getalrij
from desktop.velden.invoerrij import Invoerrij
from desktop.velden.keuzelijst import Keuzelijst


def maak_rij(document: Document, ingang: Ingang) -> Invoerrij:
    """The row for an input."""
    if ingang.vorm is Vorm.KEUZE:
        return Keuzerij(document, ingang)
    if ingang.vorm is Vorm.SCHAKELAAR:
        return Schakelrij(document, ingang)
    return Getalrij(document, ingang)


class Keuzerij(Catalogusrij):
    """A choice out of a few words."""

    def __init__(self, document: Document, ingang: Ingang) -> None:
        super().__init__(document, ingang)
        self.keuze = Keuzelijst(ingang.label, ingang.hulp)
        self.keuze.addItems(list(ingang.keuzes))
        self.label.setBuddy(self.keuze)
        inhoud = QWidget()
        lijn = QVBoxLayout(inhoud)
        lijn.setContentsMargins(0, 0, 0, 0)
        lijn.addWidget(self.keuze, 0, Qt.AlignmentFlag.AlignLeft)
        self.zet_inhoud(inhoud)
        self.ververs()
        self.keuze.textActivated.connect(self._gekozen)

    def _gekozen(self, tekst: str) -> None:
        self.document.zet(("invoer", self.naam), tekst, self.ingang.label)

    def ververs(self) -> None:
        """Show what is chosen, or what counts without a choice."""
        waarde = self.document.haal(("invoer", self.naam))
        self.keuze.setCurrentText(str(waarde if waarde is not None else self.ingang.standaard))
        self._toon_soort()

    def invulvelden(self) -> list[QWidget]:
        """The list of choices."""
        return [self.keuze]


class Schakelrij(Catalogusrij):
    """A switch: on or off."""

    def __init__(self, document: Document, ingang: Ingang) -> None:
        super().__init__(document, ingang)
        self.schakelaar = QCheckBox("aan")
        self.schakelaar.setAccessibleName(ingang.label)
        self.schakelaar.setAccessibleDescription(ingang.hulp)
        self.label.setBuddy(self.schakelaar)
        self.zet_inhoud(self.schakelaar)
        self.ververs()
        self.schakelaar.clicked.connect(self._geklikt)

    def _geklikt(self, aan: bool) -> None:
        self.document.zet(("invoer", self.naam), aan, self.ingang.label)

    def ververs(self) -> None:
        """Show whether it is on."""
        waarde = self.document.haal(("invoer", self.naam))
        self.schakelaar.setChecked(bool(self.ingang.standaard if waarde is None else waarde))
        self._toon_soort()

    def invulvelden(self) -> list[QWidget]:
        """The switch."""
        return [self.schakelaar]
