"""Beside the country and through the years: the spiegel, the rhythm of the SPUK, the pots, the landelijke toets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.plan import Bevinding
from desktop.blik import Blik
from desktop.document import Document
from desktop.paginas.antwoordvak import Rekenpagina
from desktop.paginas.pottendeel import Kalender, Kostenregels, Pottendeel, in_de_verkeerde_pot
from desktop.paginas.spiegeldeel import Spiegeldeel, Spiegels, spiegel_alle_jaren
from desktop.paginas.spukdeel import Spukbeeld, Spukdeel, spukbeeld
from desktop.paginas.toetsdeel import Toetsdeel

if TYPE_CHECKING:
    from desktop.stappen import Stap


class Vergelijkpagina(Rekenpagina):
    """Three answers about the plan, and under them what holds for every plan."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self._spiegels: Spiegels | None = None
        self._spuk: Spukbeeld | None = None
        self._spiegelvak = self.vak("spiegel")
        self.spiegel = Spiegeldeel(self, self._spiegelvak)
        self._spukvak = self.vak("spuk")
        self.spuk = Spukdeel(self, self._spukvak)
        self._potvak = self.vak("potjes")
        self.potten = Pottendeel(self, self._potvak)
        self.kosten = Kostenregels()
        self.kosten.tabel.gekozen.connect(blik.plaats_gekozen)
        self.kalender = Kalender()
        self.toets = Toetsdeel(blik, document.catalogus)
        for blok in (self.kosten, self.kalender, self.toets):
            self.kolom.addWidget(blok)
        self.kolom.addStretch(1)

    def ververs(self) -> None:
        """The calendar needs no outcome, only a year."""
        super().ververs()
        self._toon_kalender()

    def vraag_alles(self) -> None:
        """Each part is asked for itself."""
        self._spiegels = self._spuk = None
        self._spiegelvak.vraag(spiegel_alle_jaren, self._toon_spiegel)
        self._spukvak.vraag(spukbeeld, self._toon_spuk)
        self._potvak.vraag(in_de_verkeerde_pot, self._toon_potten)

    def toon_jaar(self) -> None:
        """The answers hold all years."""
        if self._spiegels is not None:
            self._toon_spiegel(self._spiegels)
        if self._spuk is not None:
            self._toon_spuk(self._spuk)
        self._toon_kalender()

    def _toon_spiegel(self, spiegels: Spiegels) -> None:
        self._spiegels = spiegels
        self.spiegel.toon(spiegels, self.blik.jaar)

    def _toon_spuk(self, beeld: Spukbeeld) -> None:
        self._spuk = beeld
        self.spuk.toon(beeld, self.blik.jaar)

    def _toon_potten(self, gevonden: list[Bevinding]) -> None:
        self.potten.toon(gevonden)

    def _toon_kalender(self) -> None:
        self.kalender.setVisible(bool(self.blik.jaar))
        if self.blik.jaar:
            self.kalender.toon(self.blik.jaar)
