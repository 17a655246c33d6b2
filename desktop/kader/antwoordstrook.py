"""The answer, always in view: the tekorten, the SPUK apart, the inkoopbudget and the waiting time of one year."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.getallen import toon, toon_euro
from desktop.blik import Blik
from desktop.document import NAAMLOOS, Document
from desktop.kader.antwoordrooster import Antwoordrooster, Schuif
from desktop.kader.figuurknop import Antwoord, Figuurknop
from desktop.kader.stand import RUST, stand_in_woorden, waarom_onbekend
from desktop.kader.statusknop import Statusknop
from desktop.stappen import VERANTWOORDING
from desktop.stijl import Bijtekst, halve_regel, maat, tekens, zonder_opmaak
from desktop.velden.keuzelijst import Keuzelijst
from desktop.woorden import BASIS_IN_WOORDEN, ONBEKEND, bedrag_met_woord


def _tekort(bedrag: float) -> str:
    return bedrag_met_woord(bedrag, tekort_is_positief=True)


def _saldo(bedrag: float) -> str:
    return bedrag_met_woord(bedrag, tekort_is_positief=False)


def _weken(weken: float) -> str:
    getal = toon(weken, 0)
    return f"{getal} {'week' if getal == '1' else 'weken'}"


ANTWOORDEN = (
    Antwoord(
        "Tekort",
        "structureel",
        "Blijvende uitvoeringskosten min het structurele geld uit het Gemeentefonds.",
        "tekort_structureel",
        (),
        _tekort,
    ),
    Antwoord(
        "Tekort",
        "alle middelen",
        "Alle uitvoeringskosten min al het geld uit het Gemeentefonds, ook het incidentele.",
        "tekort_totaal",
        (),
        _tekort,
    ),
    Antwoord(
        "Tekort",
        "met wachtlijst",
        "Het structurele tekort als ook de mensen op de wachtlijst begeleiding kregen.",
        "tekort_met_wachtlijst",
        (),
        _tekort,
    ),
    Antwoord(
        "SPUK",
        "saldo van het jaar",
        "SPUK van het jaar min de kosten van inburgeringsvoorzieningen. Dit potje staat los van het Gemeentefonds.",
        "spuk_saldo",
        (),
        _saldo,
    ),
    Antwoord("SPUK", "reserve", "Wat u aan het eind van het jaar aan SPUK bewaart.", "reserve", (), toon_euro),
    Antwoord(
        "Inkoop",
        "som over potten",
        "Alles wat u inkoopt: voorzieningen uit de SPUK, startklas en inhuur uit het Gemeentefonds.",
        "inkoopbudget",
        (),
        toon_euro,
    ),
    Antwoord(
        "Wachten",
        "asielstatushouders",
        "Gemiddeld aantal weken dat een asielstatushouder wacht op de start van de begeleiding. "
        "Voor het PIP geldt 10 weken.",
        "wachtweken",
        ("asiel",),
        _weken,
    ),
)
_KOPPEN = {"Tekort": "Tekort op de uitvoering (Gemeentefonds)"}


SMALSTE_KEUZE = 11
"""Digits of the name of a scenario that stay in view on a narrow window."""


class Antwoordstrook(QWidget):
    """The strip on top. Unknown is said in words; an outcome that lags behind says so.

    Signals:
        plaats_gekozen: the user wants to fill in what is missing; carries its place.
    """

    plaats_gekozen = Signal(str)

    def __init__(self, document: Document, blik: Blik, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._document, self._blik = document, blik
        self._smal = False
        wit = halve_regel(self)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(2 * wit, wit, 2 * wit, wit)
        kolom.setSpacing(wit // 2)
        kolom.addLayout(self._bovenregel())
        rooster = Antwoordrooster(ANTWOORDEN, _KOPPEN, blik)
        self.knoppen, self.staven, self.over_staven = rooster.knoppen, rooster.staven, rooster.over_staven
        kolom.addWidget(Schuif(rooster))
        self.stand = Bijtekst("De uitkomst volgt zodra het plan is doorgerekend.")
        self.stand.setAccessibleName(self.stand.text())
        self.stand.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.stand.linkActivated.connect(self.plaats_gekozen)
        for label in (self.gemeente, self.stand):
            label.setIndent(rooster.inspringing)
        kolom.addWidget(self.stand)
        document.gewijzigd.connect(self._gewijzigd)
        document.gerekend.connect(self.ververs)
        blik.jaar_gekozen.connect(self.ververs)

    # -- building

    def _bovenregel(self) -> QHBoxLayout:
        regel = QHBoxLayout()
        self.gemeente = QLabel()
        self.gemeente.setFont(maat(self.font(), 1.15, vet=True))
        self.scenario = Keuzelijst("Scenario")
        self.scenario.setMinimumWidth(tekens(self, SMALSTE_KEUZE))
        self.scenario.activated.connect(lambda nummer: self._document.kies_scenario(self.scenario.itemData(nummer)))
        self.jaar = Keuzelijst("Jaar")
        self.jaar.activated.connect(lambda nummer: self._blik.kies_jaar(int(self.jaar.itemText(nummer))))
        self.status = Statusknop(self._blik.tegenlezer)
        self.status.gevraagd.connect(lambda: self.plaats_gekozen.emit(VERANTWOORDING))
        regel.addWidget(self.gemeente)
        regel.addWidget(self.status)
        regel.addStretch(1)
        for veld in (self.scenario, self.jaar):
            label = QLabel(f"&{veld.accessibleName()}")
            label.setBuddy(veld)
            regel.addSpacing(2 * halve_regel(self))
            regel.addWidget(label)
            regel.addWidget(veld)
        return regel

    def zet_smal(self, smal: bool) -> None:
        """On a narrow window what the title says, and what always holds, makes way."""
        self._smal = smal
        self.gemeente.setVisible(not smal)
        self._toon_stand(self.stand.text())

    # -- showing

    def _gewijzigd(self, _plaats: str) -> None:
        """After this a new outcome follows at once; only what is no figure is shown here."""
        naam = self._document.gemeente or NAAMLOOS
        if self.gemeente.text() != naam:
            self.gemeente.setText(naam)

    def ververs(self) -> None:
        """Show the outcome of now."""
        self._gewijzigd("")
        self._kies(self.jaar, [(str(j), str(j)) for j in self._blik.jaren], str(self._blik.jaar))
        namen = [s["naam"] for s in self._document.gegevens.get("scenarios") or ()]
        self._kies(self.scenario, [(BASIS_IN_WOORDEN, ""), *((n, n) for n in namen)], self._document.scenario)
        for knop in self.knoppen:
            self._toon(knop)
        self._toon_staven()
        self._toon_stand(stand_in_woorden(self._document, self._blik))

    def _toon_stand(self, tekst: str) -> None:
        self.stand.setVisible(not (self._smal and tekst == RUST))
        if tekst != self.stand.text():
            self.stand.setText(tekst)
            self.stand.setAccessibleName(zonder_opmaak(tekst))

    def _toon_staven(self) -> None:
        uitkomst, eerste = self._document.uitkomst, ANTWOORDEN[0]
        waarden = {j: uitkomst.waarde(eerste.naam, moment=j) for j in self._blik.jaren} if uitkomst else {}
        woorden = {j: ONBEKEND if w is None else eerste.woorden(w) for j, w in waarden.items()}
        self.staven.toon(waarden, self._blik.jaar, woorden)
        self.over_staven.setText(f"{eerste.kop} {min(waarden)}–{max(waarden)}" if any(waarden.values()) else "")

    def _kies(self, keuze: Keuzelijst, keuzes: list[tuple[str, str]], gekozen: str) -> None:
        if [(keuze.itemText(n), keuze.itemData(n)) for n in range(keuze.count())] != keuzes:
            keuze.clear()
            for tekst, waarde in keuzes:
                keuze.addItem(tekst, waarde)
        keuze.setCurrentIndex(keuze.findData(gekozen))

    def _toon(self, knop: Figuurknop) -> None:
        antwoord, jaar = knop.antwoord, self._blik.jaar
        uitkomst = self._document.uitkomst
        waarde = uitkomst.waarde(antwoord.naam, *antwoord.sleutel, moment=jaar) if uitkomst and jaar else None
        tekst = ONBEKEND if waarde is None else antwoord.woorden(waarde)
        waarom = waarom_onbekend(self._document, antwoord.naam) if waarde is None else antwoord.uitleg
        knop.toon(tekst, waarom, jaar, zeker=waarde is not None and self._document.actueel)
