"""The outcome: per subject a picture with its message, and the table beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.regels import model
from core.rekenkunde.regel import NAMEN, met_sleutel
from desktop.blik import Blik, Figuur
from desktop.document import Document
from desktop.grafieken.prent import Prent
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Kop, Pagina
from desktop.stijl import Bijtekst
from desktop.woorden import ONBEKEND, figuur_in_woorden, getal_in_woorden

if TYPE_CHECKING:
    from core.rapport.grafieken import Grafiek
    from core.regels import Uitkomst
    from desktop.stappen import Stap

_LEEG = (
    "Er is nog geen uitkomst. Vul eerst de instroom, de begeleiding en de methode in. "
    "Boven in beeld staat wat er ontbreekt."
)
_VET = ("uitvoeringskosten", "tekort_structureel", "spuk_saldo", "inkoopbudget", "fte_nodig")


class Uitkomstpagina(Pagina):
    """Charts and tables; a subject of which nothing is known is not shown."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self._leeg = Bijtekst(_LEEG)
        self.kolom.addWidget(self._leeg)
        self.delen: dict[str, _Deel] = {}
        self._percelen = _Percelen(self)
        self.kolom.addStretch(1)

    def ververs(self) -> None:
        """Show the outcome of now."""
        from core.rapport.grafieken import grafieken

        uitkomst = self.document.uitkomst
        gemaakt = grafieken(uitkomst) if uitkomst is not None else []
        self._leeg.setVisible(not gemaakt)
        for grafiek in gemaakt:
            if grafiek.naam not in self.delen:
                self.delen[grafiek.naam] = _Deel(self, grafiek)
        for naam, deel in self.delen.items():
            deel.toon(uitkomst, next((g for g in gemaakt if g.naam == naam), None))
        self._percelen.toon(uitkomst)


class _Deel:
    """Heading, picture and table of one subject."""

    def __init__(self, pagina: Uitkomstpagina, grafiek: Grafiek) -> None:
        self.kop = Kop(grafiek.kop, 1.15, vet=True)
        self.prent = Prent(pagina.blik)
        self.tabel = Cijfertabel(grafiek.kop)
        voor = pagina.kolom.count() - 3  # before the tender and the stretch
        for plek, widget in enumerate((self.kop, self.prent, self.tabel)):
            pagina.kolom.insertWidget(voor + plek, widget)

    def toon(self, uitkomst: Uitkomst | None, grafiek: Grafiek | None) -> None:
        """Show the chart and the figures of now; without them nothing."""
        for widget in (self.kop, self.prent, self.tabel):
            widget.setVisible(grafiek is not None)
        if uitkomst is None or grafiek is None:
            return
        self.prent.toon(grafiek)
        rijen = []
        for naam, sleutel in grafiek.figuren:
            g = model()[naam, sleutel]
            waarden = [uitkomst.waarde(naam, *sleutel, moment=j) for j in grafiek.jaren]
            if any(w is not None for w in waarden):
                teksten = [ONBEKEND if w is None else figuur_in_woorden(naam, w, g.eenheid.naam) for w in waarden]
                figuren = [Figuur(naam, sleutel, j) for j in grafiek.jaren]
                rijen.append(Rij(g.label, teksten, figuren, vet=naam in _VET))
        self.tabel.vul([str(j) for j in grafiek.jaren], rijen)


class _Percelen:
    """The tender: the value of the contract per perceel, where there is one."""

    def __init__(self, pagina: Uitkomstpagina) -> None:
        self._kop = pagina.voeg_kop_toe("Contractwaarde per perceel")
        self._tabel = Cijfertabel("Contractwaarde per perceel", "Zonder btw.")
        pagina.kolom.addWidget(self._tabel)

    def toon(self, uitkomst: Uitkomst | None) -> None:
        """Show the contract; without one nothing."""
        inkoop = uitkomst.inkoop() if uitkomst is not None else {}
        rijen = [
            Rij(NAMEN[route], [getal_in_woorden(waarde, "euro")], [Figuur("contractwaarde", (route,))])
            for route, waarde in inkoop.get("contractwaarde", {}).items()
        ]
        for naam in ("contractwaarde_totaal", "contractwaarde_met_opties"):
            if naam in inkoop:
                label = met_sleutel(model()[naam, ()].label, ())
                rijen.append(Rij(label, [getal_in_woorden(inkoop[naam], "euro")], [Figuur(naam)], vet=True))
        for widget in (self._kop, self._tabel):
            widget.setVisible(bool(rijen))
        self._tabel.vul(["Zonder btw"], rijen)
