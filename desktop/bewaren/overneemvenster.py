"""Figures from a file that the gemeente already has: which rows are taken over, and what that changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from core.catalogus import Catalogus
from core.getallen import toon
from core.overname import Blok, Koppeling, Overgenomen, Overname, neem_over, omrekening
from core.plan import Bevinding, Ernst, Plan
from core.regels import bereken
from desktop.bewaren.dialoogtabel import Bevindingentabel, Dialoogtabel, rolbaar
from desktop.bewaren.tabelkeuzes import Tabelkeuzes
from desktop.bewaren.verschillen import in_woorden
from desktop.meldingen import ANNULEREN, OVERNEMEN
from desktop.stijl import regelhoogte, tekens
from desktop.velden.keuzelijst import Keuzelijst
from desktop.woorden import aantal

TITEL = "Gegevens overnemen"
_INLEIDING = (
    "Kies bij elke rij van {naam} bij welk gegeven die hoort. Hieronder ziet u wat er dan verandert. Er gebeurt niets "
    "voordat u op Overnemen drukt. U neemt één tabel tegelijk over."
)


class Overneemvenster(QDialog):
    """The tables of a file, the choices for one of them, and a preview that follows every choice.

    Args:
        naam: the file.
        blokken: its tables.
        bevindingen: what was found in it.
        plan: the plan as it is.
        catalogus: the inputs.
        eerder: gives the choices that were made before for a table of this shape.
        ouder: the window.
    """

    def __init__(
        self,
        naam: str,
        blokken: tuple[Blok, ...],
        bevindingen: tuple[Bevinding, ...],
        plan: Plan,
        catalogus: Catalogus,
        eerder: Callable[[Blok], Koppeling | None],
        ouder: QWidget | None = None,
    ) -> None:
        super().__init__(ouder)
        self.setWindowTitle(TITEL)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._blokken, self._gevonden, self._plan, self._catalogus = blokken, bevindingen, plan, catalogus
        self._eerder = eerder
        self.overname = Overname(plan, (), ())
        tekst = QLabel(_INLEIDING.format(naam=naam))
        tekst.setWordWrap(True)
        self.tabelkeuze = Keuzelijst("Tabel")
        self.tabelkeuze.addItems([f"Tabel {nr}, vanaf {blok.naam}" for nr, blok in enumerate(blokken, 1)])
        self.tabelkeuze.setVisible(len(blokken) > 1)
        self.tabelkeuze.currentIndexChanged.connect(self._kies_tabel)
        self.voorbeeld = Dialoogtabel(
            "Wat er verandert", ("Gegeven", "Jaar", "Nu in uw plan", "Wordt", "Cel"), (50, 16, 22, 22, 34)
        )
        self.personen = QLabel()
        self.personen.setWordWrap(True)
        self.bevindingen = Bevindingentabel(catalogus)
        self._delen = QSplitter(Qt.Orientation.Vertical)
        self._delen.setChildrenCollapsible(False)
        self.keuzes: Tabelkeuzes | None = None
        for deel in (self.voorbeeld, self.bevindingen):
            self._delen.addWidget(deel)
        kolom = QVBoxLayout(self)
        kolom.addWidget(rolbaar((tekst, 0), (self.tabelkeuze, 0), (self._delen, 1), (self.personen, 0)))
        kolom.addWidget(self._knoppen())
        self._kies_tabel(0)
        self.resize(QSize(tekens(self, 160), 46 * regelhoogte(self)).boundedTo(self.screen().availableSize() * 0.94))

    def _knoppen(self) -> QDialogButtonBox:
        rol = QDialogButtonBox.ButtonRole
        knoppen = QDialogButtonBox()
        self.kopie: QPushButton = knoppen.addButton("&Kopie met opmerkingen opslaan…", rol.ActionRole)
        self.overnemen: QPushButton = knoppen.addButton(OVERNEMEN, rol.AcceptRole)
        annuleren: QPushButton = knoppen.addButton(ANNULEREN, rol.RejectRole)
        for knop in (self.kopie, annuleren):
            knop.setAutoDefault(False)
        self.overnemen.setDefault(True)
        knoppen.accepted.connect(self.accept)
        knoppen.rejected.connect(self.reject)
        return knoppen

    def _kies_tabel(self, nummer: int) -> None:
        blok = self._blokken[nummer]
        nieuw = Tabelkeuzes(blok, self._eerder(blok), self._catalogus)
        nieuw.gewijzigd.connect(self._ververs)
        if self.keuzes is None:
            self._delen.insertWidget(0, nieuw)
        else:
            self._delen.replaceWidget(0, nieuw)
            self.keuzes.deleteLater()
        self.keuzes = nieuw
        for deel, hoogte in enumerate((5, 3, 2)):
            self._delen.setStretchFactor(deel, hoogte)
        self._ververs()

    @property
    def blok(self) -> Blok:
        """The table that is shown."""
        return self._blokken[self.tabelkeuze.currentIndex()]

    def koppeling(self) -> Koppeling:
        """The choices for the table that is shown."""
        assert self.keuzes is not None
        return self.keuzes.koppeling()

    def alle_bevindingen(self) -> list[Bevinding]:
        """What was found in the file and in what was chosen, the worst first."""
        samen = dict.fromkeys((*self._gevonden, *self.overname.bevindingen))
        return sorted(samen, key=lambda b: list(Ernst).index(b.ernst))

    def _ververs(self) -> None:
        """Show what the choices of now would do."""
        self.overname = neem_over(self._plan, self.blok, self.koppeling(), self._catalogus, date.today())
        waarden = self.overname.waarden
        self.voorbeeld.setRowCount(len(waarden))
        for rij, w in enumerate(waarden):
            self.voorbeeld.zet(rij, _regel(w))
        self.personen.setText(_taakstelling(self.overname))
        self.personen.setVisible(bool(self.personen.text()))
        self.bevindingen.vul(self.alle_bevindingen())
        self.overnemen.setText(f"{OVERNEMEN} ({aantal(len(waarden), 'getal', 'getallen')})")
        self.overnemen.setEnabled(bool(waarden))


def _regel(w: Overgenomen) -> tuple[str, str, str, str, str]:
    eenheid = w.doel.ingang.eenheid.naam
    helft = "" if w.helft is None else f", {w.helft + 1}e helft"
    nota = f"\n{w.nota}" if w.nota else ""
    wanneer = "" if w.jaar is None else f"{w.jaar}{helft}"
    return w.doel.label, wanneer, in_woorden(w.oud, eenheid), in_woorden(w.waarde, eenheid), f"{w.plaats}{nota}"


def _taakstelling(overname: Overname) -> str:
    """The taakstelling counts persons: what they come to in inburgeringsplichtigen, year by year."""
    if not any(w.doel.naam == "taakstelling" for w in overname.waarden):
        return ""
    delen = []
    for o in omrekening(bereken(overname.plan)):
        plichtig = "niet te zeggen" if o.inburgeringsplichtigen is None else toon(o.inburgeringsplichtigen, 1)
        gebruik = "" if o.telt else ", niet gebruikt: de instroom zelf is ingevuld"
        delen.append(f"{o.jaar}: {toon(o.personen)} personen, {plichtig} inburgeringsplichtigen{gebruik}")
    return f"De taakstelling telt personen, kinderen meegeteld. {'. '.join(delen)}."
