"""How sure it is: the band of the tekort per year, what decides most, and the bands of all other figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from core.bevindingen.beeld import jaartallen
from core.duiding.bandbreedte import Bandbreedte
from core.duiding.gevoeligheid import Tornado
from core.duiding.zekerheid import Zekerheid
from core.duiding.zinnen import aantal, euro, kans
from core.getallen import toon
from core.rapport.balken import BEREIK, TOEVAL, tornado_in_beeld
from core.rekenkunde.regel import NAMEN
from desktop.blik import Figuur
from desktop.grafieken.prent import Prent
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Kop, Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst
from desktop.woorden import ONBEKEND, eenheid_in_woorden, getal_in_woorden

_GEEN_BEREIK = (
    "U hebt nog geen bandbreedtes ingevuld die hier iets uitmaken. Weet u een getal niet precies? Typ dan in het veld "
    "een bereik, bijvoorbeeld 45 tot 60. Dan ziet u hier welk getal het meest uitmaakt."
)
_TOEVAL = "toeval"
"""The input of which the chance in small numbers is a switch."""
_PUNTEN: tuple[tuple[str, Callable[[Bandbreedte], str]], ...] = (
    ("Laag: in 1 van de 10 gevallen minder (P10)", lambda b: b.in_woorden[0]),
    ("Midden: in de helft van de gevallen minder (P50)", lambda b: b.in_woorden[1]),
    ("Hoog: in 1 van de 10 gevallen meer (P90)", lambda b: b.in_woorden[2]),
)


class Zekerheidsdeel:
    """The certainty of one tekort, and of everything else in the year that is shown."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self._pagina = pagina
        self.zin, self.eerst, self.buiten, self.trekking = Zin(), Zin(), Bijtekst(), Bijtekst()
        self.per_jaar = Cijfertabel("Bandbreedte van het tekort per jaar")
        self._kop = Kop("Wat het meest uitmaakt", 1.15, vet=True)
        self.prent = Prent(pagina.blik)
        koppen = ("Gegeven", "Soort", "Bij laag", "Bij hoog", "Verschil")
        self.tabel = Teksttabel("Wat het meest uitmaakt", koppen, (0.43, 0.15, 0.14, 0.14, 0.14), rechts=(2, 3, 4))
        self.tabel.gekozen.connect(pagina.blik.plaats_gekozen)
        self.alles = Uitklap("Bandbreedte van alle cijfers")
        self.cijfers = Cijfertabel("Bandbreedte van alle cijfers")
        self.alles.kolom.addWidget(self.cijfers)
        self.inkoop = Uitklap("Inkoop per leerroute: minimum en maximum")
        koppen = ("Leerroute", "Wanneer", "Minimum", "Verwacht", "Maximum")
        self.percelen = Teksttabel("Inkoop per leerroute", koppen, (0.34, 0.3, 0.12, 0.12, 0.12), rechts=(2, 3, 4))
        self.inkoop.kolom.addWidget(self.percelen)
        delen = (self.zin, self.per_jaar, self._kop, self.eerst, self.prent, self.tabel, self.buiten, self.trekking)
        vak.kolom.addWidget(Kop("Hoe zeker is dit?", 1.15, vet=True))
        for widget in (*delen, self.inkoop, self.alles):
            vak.kolom.addWidget(widget)

    def toon(self, z: Zekerheid, begrip: str, jaar: int) -> None:
        """Show the certainty of a tekort, and what decides about it in a year."""
        band = z.band(begrip, jaar)
        leeg = f"Het tekort van {jaar} is nog niet te zeggen."
        self.zin.zeg(leeg if band is None else f"{band.zin} {z.kanszin(begrip, jaar)}")
        self._toon_jaren(z, begrip)
        self._toon_tornado(z.toren(begrip, jaar), jaar)
        self.trekking.setText(z.trekkingzin)
        self._toon_percelen(z, jaar)
        self._toon_alles(z, jaar)

    def _toon_jaren(self, z: Zekerheid, begrip: str) -> None:
        jaren = self._pagina.blik.jaren
        banden = [z.band(begrip, j) for j in jaren]
        rijen = [Rij(label, [ONBEKEND if b is None else punt(b) for b in banden]) for label, punt in _PUNTEN]
        kansen = [z.kansen.get((begrip, j)) for j in jaren]
        rijen.append(Rij("Kans op een tekort", [ONBEKEND if k is None else kans(k) for k in kansen], vet=True))
        self.per_jaar.setVisible(any(b is not None for b in banden))
        self.per_jaar.vul([str(j) for j in jaren], rijen)

    def _toon_tornado(self, tornado: Tornado | None, jaar: int) -> None:
        beeld = tornado_in_beeld(tornado) if tornado is not None else None
        zichtbaar: list[tuple[QWidget, bool]] = [(w, beeld is not None) for w in (self.prent, self.tabel)]
        zichtbaar += [(w, tornado is not None) for w in (self._kop, self.eerst, self.buiten)]
        for widget, aan in zichtbaar:
            widget.setVisible(aan)
        if tornado is None:
            return
        self._kop.setText(f"Wat het meest uitmaakt in {jaar}")
        self.eerst.zeg(tornado.zin if tornado.zoek_eerst else _GEEN_BEREIK)
        self.buiten.setText(tornado.niet_in_de_band)
        if beeld is not None:
            self.prent.toon(beeld)
        rijen = []
        for u in tornado.uitslagen:
            teksten = (u.label, TOEVAL if u.toeval else BEREIK, euro(u.laag), euro(u.hoog), euro(u.breedte))
            rijen.append((teksten, _TOEVAL if u.toeval else u.label))
        self.tabel.vul(rijen)

    def _toon_percelen(self, z: Zekerheid, jaar: int) -> None:
        """The year that is shown, and the contract as a whole."""
        rijen = []
        for p in z.percelen:
            if p.jaar in (jaar, None):
                wanneer = str(p.jaar) if p.jaar else f"contract, {jaartallen(p.contract)}"
                getallen = toon(p.minimum), aantal(p.band.p50, decimalen=0), toon(p.maximum)
                rijen.append(((NAMEN[p.route], wanneer, *getallen), ""))
        self.inkoop.setVisible(bool(rijen))
        self.percelen.vul(rijen)

    def _toon_alles(self, z: Zekerheid, jaar: int) -> None:
        self.alles.noem(f"Bandbreedte van alle cijfers in {jaar}")
        rijen = []
        for b in z.banden:
            if b.jaar in (jaar, None):
                woord = "" if b.eenheid == "euro" else eenheid_in_woorden(b.eenheid)
                label = f"{b.label} ({woord})" if woord else b.label
                (naam, sleutel), moment = b.plek
                figuur = Figuur(naam, sleutel, moment)
                teksten = [getal_in_woorden(b.punt, b.eenheid), *b.in_woorden]
                rijen.append(Rij(label, teksten, [figuur, None, None, None]))
        self.cijfers.vul(["in uw plan", "P10", "P50", "P90"], rijen)
