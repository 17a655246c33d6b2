"""What can be done: every own choice, a target, the price of waiting, and other inflow."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from core.duiding.knoppen import Knop, Knopstap, knoppen, knoppentabel
from core.regels import Uitkomst
from desktop.blik import Blik
from desktop.document import Document
from desktop.doen import instroom, wachten
from desktop.doen.doelzoeker import Doelzoeker
from desktop.doen.keuzetabel import Keuzetabel
from desktop.doen.naar_scenario import SCENARIOS, Gemaakt
from desktop.paginas.antwoordvak import Rekenpagina
from desktop.stijl import Bijtekst

if TYPE_CHECKING:
    from desktop.stappen import Stap

Keuzes = tuple[int, list[Knop], list[Knopstap]]


class Doenpagina(Rekenpagina):
    """Four parts, each in a box of its own."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self.kop_keuzes = self.voeg_kop_toe("Wat één stap van elke keuze doet")
        self.kolom.addWidget(
            Bijtekst(
                "Van elke keuze één stap minder en één stap meer, vergeleken met uw plan. Dit gaat over het "
                "structurele tekort. Enter brengt u naar het veld."
            )
        )
        self.keuzevak = self.vak("keuzes")
        self.keuzes = Keuzetabel()
        self.keuzes.gekozen.connect(blik.plaats_gekozen)
        self.keuzevak.kolom.addWidget(self.keuzes)

        self.voeg_kop_toe("Een doel halen")
        self.doelgemaakt, self.wachtgemaakt = Gemaakt(), Gemaakt()
        self.doelvak = self.vak("doel")
        self.doelzoeker = Doelzoeker(self, self.doelvak, self.doelgemaakt)
        for deel in (*self.doelzoeker.delen, self.doelgemaakt):
            self.kolom.insertWidget(self.kolom.indexOf(self.doelvak), deel)

        self.voeg_kop_toe("De prijs van wachten")
        self.kolom.addWidget(self.wachtgemaakt)
        self.wachtvak = self.vak("wachten")
        self.wachten = wachten.Wachtdeel(self, self.wachtvak, self.wachtgemaakt)

        self.voeg_kop_toe("Lage en hoge instroom")
        self.niveaus = instroom.Niveaus()
        self.niveaus.anders.connect(self._vraag_instroom)
        self.kolom.addWidget(self.niveaus)
        self.instroomvak = self.vak("instroom")
        self.instroom = instroom.Instroomdeel(self, self.instroomvak)
        self.kolom.addStretch(1)
        for gemaakt in (self.doelgemaakt, self.wachtgemaakt):
            gemaakt.gevraagd.connect(lambda: blik.plaats_gekozen.emit(SCENARIOS))
        document.begonnen.connect(self._ander_plan)

    def vraag_alles(self) -> None:
        """Ask for the four parts of the outcome of now."""
        self._vraag_keuzes()
        self.doelzoeker.vraag()
        self.wachtvak.vraag(wachten.lees, self.wachten.toon)
        self._vraag_instroom()

    def toon_jaar(self) -> None:
        """The choices are worked out for another year; of the waiting list another sentence is shown."""
        if self.document.actueel:
            self._vraag_keuzes()
            self.wachten.toon_jaar()

    def wacht_anders(self) -> None:
        """While the doelzoeker works it can be stopped."""
        super().wacht_anders()
        self.doelzoeker.volg_vak()

    def _vraag_keuzes(self) -> None:
        self.keuzevak.vraag(partial(lees_keuzes, jaar=self.blik.jaar), self._toon_keuzes)

    def _toon_keuzes(self, keuzes: Keuzes) -> None:
        jaar, lijst, stappen = keuzes
        self.kop_keuzes.setText(f"Wat één stap van elke keuze doet in {jaar}")
        self.keuzes.toon(stappen)
        self.doelzoeker.vul(lijst)

    def _vraag_instroom(self) -> None:
        if self.document.actueel and self.isVisible():
            laag, hoog = self.niveaus.gevraagd
            self.instroomvak.vraag(partial(instroom.lees, laag=laag, hoog=hoog), self.instroom.toon)

    def _ander_plan(self) -> None:
        for gemaakt in (self.doelgemaakt, self.wachtgemaakt):
            gemaakt.hide()


def lees_keuzes(uitkomst: Uitkomst, jaar: int) -> Keuzes:
    """The choices of a plan and what a step of each does; it touches no widget."""
    lijst = knoppen(uitkomst)
    return jaar, lijst, knoppentabel(uitkomst, jaar, lijst)
