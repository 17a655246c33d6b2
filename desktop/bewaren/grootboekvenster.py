"""An export of the ledger beside the plan: what was booked and what was planned, per year. Nothing is taken over."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from core.catalogus import Catalogus
from core.getallen import toon
from core.overname import Bestand, Grootboek, Jaarvergelijking, Notatie, herken_grootboek, vergelijk
from core.overname.grootboek import INDELINGEN
from core.overname.personen import toonbaar
from core.regels import Uitkomst
from desktop.bewaren.dialoogtabel import Bevindingentabel, Dialoogtabel, rolbaar
from desktop.meldingen import SLUITEN
from desktop.stijl import regelhoogte, tekens
from desktop.velden.keuzelijst import Keuzelijst
from desktop.woorden import aantal

TITEL = "Grootboek vergelijken"
ALLES = "alles"
_INLEIDING = (
    "Geboekt in {naam}, naast de uitvoeringskosten van uw plan, in euro. Kies welke boekingen bij inburgering horen. "
    "Uw plan verandert niet."
)
_KOPPEN = ("Jaar", "Geboekt", "Gepland", "Verschil", "Regels", "Maanden", "Niet meegeteld")
_NOTATIES = (("(niet gekozen)", None), *((n.value.capitalize(), n) for n in Notatie))
_GROOTTES = (("(niet gekozen)", None), ("gewone euro's", 1.0), ("x 1.000", 1000.0), ("x 1.000.000", 1_000_000.0))


class Grootboekvenster(QDialog):
    """The comparison, which follows every choice.

    Args:
        bestand: the file; a ledger is recognised in it.
        uitkomst: what the plan comes to.
        catalogus: the inputs.
        ouder: the window.
    """

    def __init__(
        self, bestand: Bestand, uitkomst: Uitkomst, catalogus: Catalogus, ouder: QWidget | None = None
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(TITEL)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bestand, self._uitkomst, self._catalogus = bestand, uitkomst, catalogus
        tekst = QLabel(_INLEIDING.format(naam=bestand.naam))
        tekst.setWordWrap(True)
        self.notatie, self.grootte = Keuzelijst("Bedragen als tekst"), Keuzelijst("Bedragen in het bestand")
        for lijst, keuzes in ((self.notatie, _NOTATIES), (self.grootte, _GROOTTES)):
            for woord, waarde in keuzes:
                lijst.addItem(woord, waarde)
            lijst.currentIndexChanged.connect(self._lees)
        self.codes = {soort: Keuzelijst(soort.capitalize()) for soort in INDELINGEN}
        self._vragen = QFormLayout()
        for lijst in (*self.codes.values(), self.notatie, self.grootte):
            self._vragen.addRow(lijst.accessibleName(), lijst)
        for lijst in self.codes.values():
            lijst.currentIndexChanged.connect(self._toon)
        self.jaren = Dialoogtabel("Geboekt en gepland per jaar", _KOPPEN, (10, 18, 18, 18, 10, 10, 34))
        self.bevindingen = Bevindingentabel(catalogus)
        delen = QSplitter(Qt.Orientation.Vertical)
        delen.setChildrenCollapsible(False)
        for deel in (self.jaren, self.bevindingen):
            delen.addWidget(deel)
        knoppen = QDialogButtonBox()
        knoppen.addButton(SLUITEN, QDialogButtonBox.ButtonRole.RejectRole)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        kolom.addWidget(rolbaar((tekst, 0), (self._vragen, 0), (delen, 1)))
        kolom.addWidget(knoppen)
        self._lees()
        self.resize(QSize(tekens(self, 130), 36 * regelhoogte(self)).boundedTo(self.screen().availableSize() * 0.94))

    def _lees(self) -> None:
        """Read the ledger with the choices of now; the codes that can be chosen follow from it."""
        notatie, grootte = self.notatie.currentData(), self.grootte.currentData()
        self._grootboek = herken_grootboek(self._bestand, self._catalogus, notatie, grootte) or Grootboek((), {}, ())
        for soort, lijst in self.codes.items():
            gekozen = lijst.currentData()
            lijst.blockSignals(True)
            lijst.clear()
            lijst.addItem(ALLES, "")
            codes = self._grootboek.codes(soort)
            for code in codes:
                lijst.addItem(toonbaar(code), code)
            self._vragen.setRowVisible(lijst, bool(codes))
            lijst.setCurrentIndex(max(0, lijst.findData(gekozen)))
            lijst.blockSignals(False)
        self._toon()

    def _toon(self) -> None:
        keuze = {soort: {code} for soort, lijst in self.codes.items() if (code := lijst.currentData())}
        jaren = vergelijk(self._grootboek, self._uitkomst, keuze)
        self.jaren.setRowCount(len(jaren))
        for rij, jaar in enumerate(jaren):
            self.jaren.zet(rij, _regel(jaar))
        self.bevindingen.vul((*self._bestand.bevindingen, *self._grootboek.bevindingen))


def _regel(v: Jaarvergelijking) -> tuple[str, ...]:
    bedragen = ("nog niet te zeggen" if b is None else f"€ {toon(b, 0)}" for b in (v.geboekt, v.gepland, v.verschil))
    mist = [f"{aantal(v.onleesbaar, 'regel', 'regels')} niet te lezen"] if v.onleesbaar else []
    mist += [f"{aantal(v.zonder_code, 'regel', 'regels')} zonder code"] if v.zonder_code else []
    return (str(v.jaar), *bedragen, str(v.regels), str(v.maanden), ", ".join(mist))
