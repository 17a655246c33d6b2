"""Which cost belongs to which pot, with the article; what seems to stand in the wrong one; the calendar of the SPUK."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from core.bevindingen.beeld import Beeld
from core.bevindingen.potjes import KOSTENSOORTEN, verkeerde_pot
from core.duiding.ritme import Moment, spukkalender
from core.plan import Bevinding
from core.regels import Uitkomst
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.pagina import Kop, Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.uitklap import Uitklap
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst

_GOED = "In de bronnen bij uw getallen staat geen kost die in het andere potje hoort."
_OVER = (
    "Uitvoering betaalt u uit het Gemeentefonds, voorzieningen uit de SPUK. Wat u uit de SPUK betaalt en daar niet "
    "hoort, moet u terugbetalen (Wi2021 art. 42 lid 2)."
)


def in_de_verkeerde_pot(uitkomst: Uitkomst) -> list[Bevinding]:
    """The figures of which the note speaks of a cost of the other pot."""
    return list(verkeerde_pot(Beeld(uitkomst)))


class Pottendeel:
    """What is the matter with this plan."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self._document = pagina.document
        self.zin = Zin()
        self.tabel = Teksttabel("Misschien in het verkeerde potje", ("Waar", "Wat"), (0.3, 0.7))
        self.tabel.gekozen.connect(pagina.blik.plaats_gekozen)
        vak.kolom.addWidget(Kop("De potjes", 1.15, vet=True))
        vak.kolom.addWidget(Bijtekst(_OVER))
        vak.kolom.addWidget(self.zin)
        vak.kolom.addWidget(self.tabel)

    def toon(self, gevonden: list[Bevinding]) -> None:
        """Show the findings; without them say so."""
        self.zin.zeg("" if gevonden else _GOED)
        self.tabel.setVisible(bool(gevonden))
        self.tabel.vul([((vind(b.plaats, self._document.catalogus).tekst, b.tekst), b.plaats) for b in gevonden])


class Kostenregels(Uitklap):
    """The rule for every kind of cost; the same for every plan."""

    def __init__(self) -> None:
        super().__init__("Welke kosten uit welk potje")
        koppen = ("Kosten", "Potje", "Waar dat staat")
        self.tabel = Teksttabel("Welke kosten uit welk potje", koppen, (0.38, 0.2, 0.42))
        self.tabel.vul([((k.naam, k.pot, k.artikel), k.ingangen[0]) for k in KOSTENSOORTEN])
        self.kolom.addWidget(self.tabel)


class Kalender(Uitklap):
    """The calendar of the SPUK of one budget year."""

    def __init__(self) -> None:
        super().__init__("Kalender van de SPUK")
        self.tabel = Teksttabel("Kalender van de SPUK", ("Uiterlijk", "Wat", "Waar dat staat"), (0.2, 0.45, 0.35))
        self.kolom.addWidget(self.tabel)

    def toon(self, jaar: int) -> None:
        """Show the calendar of a budget year."""
        self.noem(f"Kalender van de SPUK van {jaar}")
        nederlands = QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
        rijen = [((nederlands.toString(_dag(m), "d MMMM yyyy"), m.wat, m.bron), "") for m in spukkalender(jaar)]
        self.tabel.vul(rijen)


def _dag(moment: Moment) -> QDate:
    dag = moment.uiterlijk
    return QDate(dag.year, dag.month, dag.day)
