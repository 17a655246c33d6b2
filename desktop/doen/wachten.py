"""The price of waiting: the list per quarter, what it costs with and without it, and what clearing it takes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from core.duiding.wachten import Wachtlijst, Wegwerkplan, landelijke_prijs, wachtlijst, werk_weg
from core.getallen import hecht, toon, toon_euro
from core.rapport.grafieken import wachtlijst_in_beeld
from core.regels import Uitkomst, model
from desktop.blik import Figuur
from desktop.doen.naar_scenario import MAAK, Gemaakt, maak_scenario
from desktop.grafieken.prent import Prent
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Zin
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst
from desktop.velden.keuzelijst import Keuzelijst
from desktop.woorden import ONBEKEND, figuur_in_woorden

TEKORTEN = ("tekort_structureel", "kosten_wachtlijst", "tekort_met_wachtlijst")
KWARTAALKOPPEN = ("wacht bij het begin", "komt erbij", "begint", "wacht aan het eind")

Lezing = tuple[Uitkomst, Wachtlijst, tuple[Wegwerkplan, ...], str]


def lees(uitkomst: Uitkomst) -> Lezing:
    """The waiting list, and how to clear it by the end of each year; it touches no widget."""
    plannen = (werk_weg(uitkomst, j) for j in uitkomst.tijdas.planjaren)
    prijs = landelijke_prijs(uitkomst.catalogus)
    return uitkomst, wachtlijst(uitkomst), tuple(p for p in plannen if p is not None), prijs


class Wachtdeel:
    """Fills its box with the price of waiting."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak, gemaakt: Gemaakt) -> None:
        self._pagina, self._gemaakt = pagina, gemaakt
        self._plannen: tuple[Wegwerkplan, ...] = ()
        self._zinnen: dict[int, str] = {}
        self.zin = Zin(1.1)
        self.landelijk = Bijtekst("")
        self.tekorten = Cijfertabel("Het tekort zonder en met wachtlijst")
        self.prent = Prent(pagina.blik)
        self.kwartalen = Cijfertabel("De wachtlijst per kwartaal", "Alle mensen samen.")
        self.wegwerken = QWidget()
        vorm = QFormLayout(self.wegwerken)
        vorm.setContentsMargins(0, 0, 0, 0)
        vorm.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        vorm.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.klaar = Keuzelijst("Wachtlijst weg aan het eind van")
        self.klaar.currentIndexChanged.connect(self._toon_plan)
        vorm.addRow("Wachtlijst &weg aan het eind van", self.klaar)
        self.plan = Zin(1.1)
        self.maak = QPushButton(MAAK)
        self.maak.setAutoDefault(False)
        self.maak.clicked.connect(lambda _aan=False: self._maak())
        self.fte = Cijfertabel("Extra fte om de wachtlijst weg te werken", "Per jaar, bovenop uw plan.")
        self.uitklap = Uitklap("De wachtlijst per kwartaal")
        self.uitklap.kolom.addWidget(self.kwartalen)
        self._reden = ""
        self._om_weg = (self.wegwerken, self.plan, self.maak, self.fte)
        for widget in (self.zin, self.tekorten, self.landelijk, self.prent, self.uitklap, *self._om_weg):
            kant = Qt.AlignmentFlag.AlignLeft if widget is self.maak else Qt.AlignmentFlag(0)
            vak.kolom.addWidget(widget, 0, kant)

    def toon(self, lezing: Lezing) -> None:
        """Show the list of an outcome."""
        uitkomst, lijst, self._plannen, prijs = lezing
        jaren = list(uitkomst.tijdas.planjaren)
        self._zinnen = dict(zip((j for j in lijst.zonder if j in lijst.met), lijst.zinnen, strict=True))
        self.landelijk.setText(hecht(prijs))
        self.tekorten.vul([str(j) for j in jaren], _tekortrijen(uitkomst, jaren))
        grafiek = wachtlijst_in_beeld(lijst)
        for widget in (self.prent, self.uitklap):
            widget.setVisible(grafiek is not None)
        if grafiek is not None:
            self.prent.toon(grafiek)
        rijen = [Rij(s.naam, [toon(w, 1) for w in (s.begin, s.erbij, s.gestart, s.eind)]) for s in lijst.standen]
        self.kwartalen.vul(list(KWARTAALKOPPEN), rijen)
        self._vul_keuze()
        self._reden = lijst.reden
        self.toon_jaar()

    def _vul_keuze(self) -> None:
        jaren = [p.klaar for p in self._plannen]
        for widget in self._om_weg:
            widget.setVisible(bool(jaren))
        if [self.klaar.itemData(n) for n in range(self.klaar.count())] != jaren:
            nu = self.klaar.currentData() or self._pagina.blik.jaar
            self.klaar.blockSignals(True)
            self.klaar.clear()
            for jaar in jaren:
                self.klaar.addItem(str(jaar), jaar)
            self.klaar.setCurrentIndex(max(0, self.klaar.findData(nu)))
            self.klaar.blockSignals(False)
        self._toon_plan()

    def toon_jaar(self) -> None:
        """The sentence is about the year that is shown."""
        zin = self._zinnen.get(self._pagina.blik.jaar, "")
        self.zin.zeg(" ".join(filter(None, (zin, self._reden))))

    def _gekozen(self) -> Wegwerkplan | None:
        return next((p for p in self._plannen if p.klaar == self.klaar.currentData()), None)

    def _toon_plan(self) -> None:
        plan = self._gekozen()
        if plan is None:
            return
        self.plan.zeg(plan.zin)
        self.maak.setAccessibleName(f"{MAAK}: wachtlijst weg eind {plan.klaar}")
        self.maak.setVisible(any(x > 0 for x in plan.extra.values()))
        rijen = [
            Rij("Fte in dit voorstel", [toon(x, 2) for x in plan.fte.values()]),
            Rij("Daarvan extra", [toon(x, 2) for x in plan.extra.values()], vet=True),
            Rij("Extra kosten", [_bedrag(plan.kosten.get(j)) for j in plan.fte]),
        ]
        self.fte.vul([str(j) for j in plan.fte], rijen)

    def _maak(self) -> None:
        plan = self._gekozen()
        if plan is not None and self._pagina.document.actueel:
            invoer = {"fte_beschikbaar": plan.plan.invoer["fte_beschikbaar"]}
            naam = f"Wachtlijst weg eind {plan.klaar}"
            self._gemaakt.meld(maak_scenario(self._pagina.document, naam, invoer))


def _bedrag(bedrag: float | None) -> str:
    return ONBEKEND if bedrag is None else toon_euro(bedrag)


def _tekortrijen(uitkomst: Uitkomst, jaren: list[int]) -> list[Rij]:
    rijen = []
    for naam in TEKORTEN:
        bedragen = [uitkomst.waarde(naam, moment=j) for j in jaren]
        teksten = [ONBEKEND if b is None else figuur_in_woorden(naam, b, "euro") for b in bedragen]
        figuren = [Figuur(naam, (), j) for j in jaren]
        rijen.append(Rij(model()[naam, ()].label, teksten, figuren, vet=naam == TEKORTEN[-1]))
    return rijen
