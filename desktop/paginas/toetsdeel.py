"""The landelijke toets: what is published, what the model makes of it, the difference, and why."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtWidgets import QLabel

from core.catalogus import Catalogus
from core.duiding.toets import Toets, landelijke_toets
from core.getallen import toon
from desktop.blik import Blik
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Zin
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst, maat

_BEZIG = "Wordt berekend…"
_RICHTING = "lager"
"""What is published where only a direction is."""


class Toetsdeel(Uitklap):
    """Worked out beside the screen when it is first unfolded; it is the same for every plan."""

    def __init__(self, blik: Blik, catalogus: Catalogus) -> None:
        super().__init__("Klopt het model met landelijke cijfers?")
        self._blik, self._catalogus = blik, catalogus
        self.toetsen: list[Toets] = []
        self.tabellen: list[Cijfertabel] = []
        self.zin = Zin()
        self.zin.zeg(_BEZIG)
        self.kolom.addWidget(self.zin)
        self.knop.toggled.connect(self._vraag)

    def _vraag(self, open_: bool) -> None:
        if open_ and not self.toetsen:
            self._blik.achtergrond.vraag("landelijke toets", lambda: landelijke_toets(self._catalogus), self._toon)

    def _toon(self, toetsen: list[Toets]) -> None:
        self.toetsen = toetsen
        goed = sum(t.klopt for t in toetsen)
        self.zin.zeg(
            f"De planner rekent landelijke cijfers na. {goed} van de {len(toetsen)} komen overeen met wat is "
            "gepubliceerd, binnen de ruimte die ernaast staat."
        )
        for toets in toetsen:
            self._toon_toets(toets)

    def _toon_toets(self, t: Toets) -> None:
        kop = QLabel(f"{'✓' if t.klopt else '✕'} {t.naam}: {'klopt' if t.klopt else 'klopt niet'}")
        kop.setFont(maat(self.font(), 1.0, vet=True))
        tabel = Cijfertabel(t.naam, f"In {t.eenheid}.")
        rijen = []
        verschillen = t.verschil if len(t.model) == len(t.gepubliceerd) else ()
        for onderdeel, model, bekend, verschil in zip_longest(t.onderdelen, t.model, t.gepubliceerd, verschillen):
            getallen = [None if x is None else toon(x, t.decimalen) for x in (bekend, model, verschil)]
            leeg = "" if t.gepubliceerd else _RICHTING
            rijen.append(Rij(onderdeel, [getallen[0] or leeg, getallen[1] or "", getallen[2] or ""]))
        tabel.vul(["gepubliceerd", "model", "verschil"], rijen)
        self.tabellen.append(tabel)
        zichtbaar = bool(verschillen) and toon(t.marge, t.decimalen) != toon(0, t.decimalen)
        ruimte = f" Toegestaan verschil: {toon(t.marge)}." if zichtbaar else ""
        self.kolom.addWidget(kop)
        self.kolom.addWidget(Bijtekst(f"{t.omschrijving} In {t.eenheid}.{ruimte}"))
        self.kolom.addWidget(tabel)
        self.kolom.addWidget(Bijtekst(f"{t.toelichting}\nBron: {t.bron}."))
