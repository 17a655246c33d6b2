"""The form row of numbers: for both groups or apart, for all years or per year."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget

from core.catalogus import Ingang
from core.catalogus.vakken import ALLEEN_RIJ
from core.rekenkunde.regel import GROEPEN
from desktop.document import Document
from desktop.stijl import halve_regel, maat
from desktop.velden.catalogusrij import Catalogusrij
from desktop.velden.rooster import Rooster
from desktop.velden.waardeveld import Waardeveld, groepskop


class Getalrij(Catalogusrij):
    """Numbers: for both groups or apart, for all years or per year."""

    def __init__(self, document: Document, ingang: Ingang) -> None:
        super().__init__(document, ingang)
        self.waardevelden: list[Waardeveld] = []
        self._inhoud = QWidget()
        self._stapel = QVBoxLayout(self._inhoud)
        self._stapel.setContentsMargins(0, 0, 0, 0)
        self._stapel.setSpacing(halve_regel(self) // 3)
        for groep in GROEPEN if ingang.groepen == "apart" else ("",):
            self._voeg_toe(groep)
        self.zet_inhoud(self._inhoud)
        self.groepen_apart = self._schakelaar("groepen apart", ingang.groepen == "beide")
        self.per_jaar = self._schakelaar("per jaar", bool(ingang.op_rij and ingang.vorm not in ALLEEN_RIJ))
        self.per_jaar.clicked.connect(self._per_jaar)
        self.groepen_apart.clicked.connect(self._groepen_apart)
        self.ververs()

    def namen(self) -> list[str]:
        """One for both groups, or one per group."""
        return [veld.naam for veld in self.waardevelden]

    def _schakelaar(self, tekst: str, zichtbaar: bool) -> QCheckBox:
        schakelaar = QCheckBox(tekst)
        schakelaar.setAccessibleName(f"{self.ingang.label}: {tekst}")
        schakelaar.setFont(maat(self.font(), 0.92))
        schakelaar.setVisible(zichtbaar)
        if zichtbaar:
            self.schakelaars.addWidget(schakelaar)
        else:
            schakelaar.setParent(self)
            schakelaar.hide()
        return schakelaar

    def _voeg_toe(self, groep: str) -> None:
        kop = groepskop(groep) if groep else "beide groepen" if self.ingang.groepen == "beide" else ""
        veld = Waardeveld(self.document, self.ingang, groep, kop, self.waardevelden[0] if self.waardevelden else None)
        veld.zet_ruimte(self.ruimte, smal=self.smal)
        self.waardevelden.append(veld)
        self._stapel.addWidget(veld)
        veld.geplakt.connect(lambda cel, tekst: self._rooster().plak((veld, cel), tekst, f"{veld.label}: plakken"))
        veld.doorgetrokken.connect(lambda cel: self._rooster().trek_door((veld, cel), f"{veld.label}: doortrekken"))
        veld.rij_gekopieerd.connect(lambda: QApplication.clipboard().setText(self._rooster().als_tekst()))

    def _rooster(self) -> Rooster:
        return Rooster(self.document, self.waardevelden)

    # -- what the user does

    def _per_jaar(self, aan: bool) -> None:
        self.document.stapel.beginMacro(f"{self.ingang.label}: {'per jaar' if aan else 'één getal'}")
        for veld in self.waardevelden:
            veld.zet_per_jaar(aan)
        self.document.stapel.endMacro()
        self._velden_anders()

    def _groepen_apart(self, aan: bool) -> None:
        if not aan and any(self.document.haal(("invoer", v.naam)) is not None for v in self.waardevelden[1:]):
            self.document.stapel.beginMacro(f"{self.ingang.label}: beide groepen samen")
            for veld in self.waardevelden[1:]:
                self.document.zet(("invoer", veld.naam), None, veld.label)
            self.document.stapel.endMacro()
        self._toon_groepen(aan)
        self._velden_anders()

    # -- what is shown

    def zet_ruimte(self, ruimte: int) -> None:
        """On a narrow page the fields stand under each other."""
        super().zet_ruimte(ruimte)
        anders = [veld.zet_ruimte(ruimte, smal=self.smal) for veld in self.waardevelden]
        if any(anders):
            self._velden_anders()

    def herschik(self) -> None:
        """Other columns, where fields became wider."""
        anders = [veld.herschik() for veld in self.waardevelden]
        if any(anders):
            self._velden_anders()

    def ververs(self) -> None:
        """Show what the plan says now."""
        if self.ingang.groepen == "beide":
            namen = [f"{self.ingang.naam}_{groep}" for groep in GROEPEN]
            apart = any(self.document.haal(("invoer", naam)) is not None for naam in namen)
            self._toon_groepen(apart or self.groepen_apart.isChecked())
        anders = [veld.ververs() for veld in self.waardevelden]
        self.per_jaar.setChecked(any(veld.per_jaar for veld in self.waardevelden))
        self._toon_soort()
        if any(anders) or self.label.buddy() is None:
            self._velden_anders()

    def ververs_hints(self) -> None:
        """Show what counts in empty fields, after a new outcome."""
        anders = [veld.ververs() for veld in self.waardevelden]
        if any(anders):
            self._velden_anders()

    def _toon_groepen(self, apart: bool) -> None:
        if apart == (len(self.waardevelden) > 1):
            return
        self.groepen_apart.setChecked(apart)
        if apart:
            for groep in GROEPEN:
                self._voeg_toe(groep)
        while not apart and len(self.waardevelden) > 1:
            veld = self.waardevelden.pop()
            self._stapel.removeWidget(veld)
            veld.hide()
            veld.deleteLater()
        self._velden_anders()

    def _velden_anders(self) -> None:
        velden = self.invulvelden()
        if velden:
            self.label.setBuddy(velden[0])
        self.veranderd.emit()

    def invulvelden(self) -> list[QWidget]:
        """All number fields, in reading order."""
        return [veld for waardeveld in self.waardevelden for veld in waardeveld.velden.values()]

    def ga_naar(self, groep: str, plek: str) -> None:
        """Give the focus to the field of a group, year or route."""
        gezocht = next((v for v in self.waardevelden if v.groep == groep), self.waardevelden[0])
        veld = gezocht.veld_voor(plek)
        if veld is not None:
            veld.setFocus(Qt.FocusReason.ShortcutFocusReason)
