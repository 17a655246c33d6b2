"""What rows of the catalogue share: words, class, source and the way back, from the catalogue and the plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from core.catalogus import Ingang
from desktop.document import Document
from desktop.velden.herkomst import Herkomst, noot
from desktop.velden.invoerrij import Invoerrij
from desktop.woorden import BASIS_IN_WOORDEN


def _meer(ingang: Ingang) -> str:
    """What is behind `meer`: where to look, what it means, and the source of the suggestie."""
    delen = [f"Waar vindt u dit? {ingang.vindplek}" if ingang.vindplek else "", ingang.toelichting]
    if ingang.kengetallen:
        bronnen = dict.fromkeys(f"{k.bron.titel}, {k.vindplaats}" for k in ingang.kengetallen)
        delen.append(f"Bron: {'; '.join(bronnen)}.")
    return "\n".join(deel for deel in delen if deel)


class Catalogusrij(Invoerrij):
    """What rows of the catalogue share: label, help and class from the catalogue, the value from the plan.

    Behind `meer`: the explanation, the way back to what counts without an own value, and where that value is from.
    """

    def __init__(self, document: Document, ingang: Ingang) -> None:
        super().__init__(ingang.naam, ingang.label, ingang.hulp, _meer(ingang))
        self.document, self.ingang = document, ingang
        self.herkomst: Herkomst | None = None
        self.terug = QPushButton()
        self.terug.hide()
        self.terug.clicked.connect(self._zet_terug)
        self.meerkolom.addWidget(self.terug, 0, Qt.AlignmentFlag.AlignLeft)
        self.meer.setVisible(True)

    def namen(self) -> list[str]:
        """The names of the plan that this row fills."""
        return [self.naam]

    def gevuld(self) -> list[str]:
        """Those that are filled in."""
        return [naam for naam in self.namen() if self.document.haal(("invoer", naam)) is not None]

    def _anders(self) -> list[str]:
        """Those that the scenario that is shown gives a value of its own."""
        if not self.document.scenario:
            return []
        basis = self.document.haal_basis
        return [n for n in self.namen() if self.document.haal(("invoer", n)) != basis(("invoer", n))]

    def _toon_soort(self) -> None:
        """Show the class of what counts now, and what can be done with it."""
        gevuld, anders = self.gevuld(), self._anders()
        klasse = "eigen" if gevuld else self.ingang.klasse.value
        self.zet_klasse(klasse, anders=bool(anders), bron=noot(self.document, gevuld))
        self._toon_meer()

    def _toon_meer(self) -> None:
        if not self.meer.isChecked():
            return
        gevuld, standaard = self.gevuld(), self.ingang.standaard is not None
        if self._anders():
            terug = BASIS_IN_WOORDEN
        elif gevuld and self.ingang.kengetallen:
            terug = "de suggestie"
        else:
            terug = "de standaard" if gevuld and standaard else ""
        woorden = f"Terug naar {terug}" if terug else ""
        voor = (self.terug.isHidden(), self.herkomst is None or self.herkomst.isHidden())
        self.terug.setText(woorden)
        self.terug.setAccessibleName(f"{woorden}: {self.ingang.label}")
        self.terug.setVisible(bool(terug))
        if gevuld and self.herkomst is None:
            self.herkomst = Herkomst(self.document, self.ingang.label, self.gevuld)
            self.meerkolom.addWidget(self.herkomst)
        if self.herkomst is not None:
            self.herkomst.setVisible(bool(gevuld))
            self.herkomst.ververs()
        if voor != (self.terug.isHidden(), self.herkomst is None or self.herkomst.isHidden()):
            self.veranderd.emit()

    def _klap(self, open_: bool) -> None:
        super()._klap(open_)
        self._toon_meer()

    def _zet_terug(self) -> None:
        basis = self._anders()
        self.document.stapel.beginMacro(f"{self.ingang.label}: {BASIS_IN_WOORDEN if basis else 'suggestie'}")
        for naam in basis or self.gevuld():
            waarde = self.document.haal_basis(("invoer", naam)) if basis else None
            self.document.zet(("invoer", naam), waarde, self.ingang.label)
        self.document.stapel.endMacro()
        self.ververs()

    def meervelden(self) -> list[QWidget]:
        """The way back, and the lines for the source."""
        if not self.meer.isChecked():
            return []
        bron = [] if self.herkomst is None or self.herkomst.isHidden() else list(self.herkomst.velden.values())
        return [self.terug, *bron]
