"""Low, middle and high inflow: what the tekort becomes, and which own choices are right in all three."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from core.duiding.instroomvarianten import TEKORTEN, Instroomvarianten, Oordeel, varieer
from core.duiding.zinnen import aantal, meer_of_minder
from core.getallen import toon
from core.rapport.grafieken import instroom_in_beeld
from core.regels import Uitkomst
from desktop.blik import Figuur
from desktop.grafieken.prent import Prent
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst, halve_regel
from desktop.velden.getaltekst import AANDEEL
from desktop.velden.getalveld import Getalveld
from desktop.woorden import ONBEKEND, figuur_in_woorden

KOPPEN = ("Eigen keuze", "Lage instroom", "Midden", "Hoge instroom", "Oordeel")
DELEN = (0.3, 0.175, 0.175, 0.175, 0.175)
CIJFERS = (1, 2, 3)
KORT = {"tekort_structureel": "Structureel tekort", "tekort_met_wachtlijst": "Tekort met wachtlijst"}
MIDDEN = "midden"
OVER = "Bedragen gaan over het structurele tekort, en wachten over alle mensen, van alle planjaren samen."


class Niveaus(QWidget):
    """How much lower and higher than expected; blank is what the ranges in the plan say.

    Signals:
        anders: another level is asked.
    """

    anders = Signal()

    def __init__(self) -> None:
        super().__init__()
        vorm = QFormLayout(self)
        vorm.setContentsMargins(0, 0, 0, 0)
        vorm.setHorizontalSpacing(2 * halve_regel(self))
        uitleg = "Hoeveel lager of hoger dan verwacht, bijvoorbeeld −20 %. Leeg: de bereiken in uw plan."
        self.laag, self.hoog = (Getalveld(f"{naam} instroom", AANDEEL, uitleg, breedte=10) for naam in ("Lage", "Hoge"))
        for veld, naam in ((self.laag, "&Lage instroom"), (self.hoog, "Ho&ge instroom")):
            veld.setPlaceholderText("uit uw plan")
            veld.editingFinished.connect(self.anders)
            vorm.addRow(naam, veld)
        self.bezwaar = Bijtekst("")
        self.bezwaar.hide()
        vorm.addRow("", self.bezwaar)

    @property
    def gevraagd(self) -> tuple[float | None, float | None]:
        """The levels as shares of what is expected; None is what the plan says."""
        laag, hoog = (_aandeel(veld) for veld in (self.laag, self.hoog))
        fout = any(not isinstance(v.waarde, float | None) or (v.waarde or 0.0) <= -1 for v in (self.laag, self.hoog))
        self.bezwaar.setText("Geef één percentage boven −100 %, bijvoorbeeld −20 % of 25 %." if fout else "")
        self.bezwaar.setVisible(fout)
        return laag, hoog


def _aandeel(veld: Getalveld) -> float | None:
    waarde = veld.waarde
    return 1 + waarde if isinstance(waarde, float) and waarde > -1 else None


class Instroomdeel:
    """Fills its box with the three levels and the choices."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self.reden = Bijtekst("")
        self.prent = Prent(pagina.blik)
        self.varianten = Cijfertabel("Lage, midden en hoge instroom")
        self.zin = Zin(1.1)
        self.beste = Teksttabel("Keuzes die bij elke instroom beter zijn", KOPPEN, DELEN, CIJFERS)
        self.rest = Uitklap("De andere keuzes")
        self.andere = Teksttabel("De andere keuzes", KOPPEN, DELEN, CIJFERS)
        self.rest.kolom.addWidget(self.andere)
        for tabel in (self.beste, self.andere):
            tabel.gekozen.connect(pagina.blik.plaats_gekozen)
        self.onbekend = Zin()
        self._gevuld = (self.prent, self.varianten, self.zin, self.beste, self.rest, self.onbekend)
        for widget in (self.reden, *self._gevuld):
            vak.kolom.addWidget(widget)

    def toon(self, lezing: Instroomvarianten) -> None:
        """Show the levels of an outcome."""
        self.reden.setText(lezing.reden)
        self.reden.setVisible(bool(lezing.reden))
        for widget in self._gevuld:
            widget.setVisible(bool(lezing.varianten))
        if not lezing.varianten:
            return
        grafiek = instroom_in_beeld(lezing)
        self.prent.setVisible(grafiek is not None)
        if grafiek is not None:
            self.prent.toon(grafiek)
        jaren = list(lezing.varianten[0].uitkomst.tijdas.planjaren)
        self.varianten.vul([str(j) for j in jaren], _rijen(lezing, jaren))
        beste = [o for o in lezing.oordelen if o.nergens_slechter]
        andere = [o for o in lezing.oordelen if not o.nergens_slechter]
        self.zin.zeg(_hoofdzin(len(beste)) if lezing.oordelen else "")
        self.onbekend.zeg(lezing.onbekendzin)
        self.beste.vul([(_rij(o), o.naam) for o in beste])
        self.beste.setVisible(bool(beste))
        self.andere.vul([(_rij(o), o.naam) for o in andere])
        self.rest.setVisible(bool(andere))


def lees(uitkomst: Uitkomst, laag: float | None, hoog: float | None) -> Instroomvarianten:
    """The three levels of an outcome; it touches no widget."""
    return varieer(uitkomst, laag, hoog)


def _hoofdzin(beste: int) -> str:
    if not beste:
        return f"Geen enkele stap is bij lage, midden en hoge instroom overal beter. {OVER}"
    aantal_ = "Eén stap is" if beste == 1 else f"{beste} stappen zijn"
    return (
        f"{aantal_} bij elke instroom goedkoper of korter wachten, en nergens slechter. {OVER} "
        "Wat inburgeraars daardoor aan hulp missen, telt hier niet mee."
    )


def _rijen(lezing: Instroomvarianten, jaren: list[int]) -> list[Rij]:
    rijen = []
    for v in lezing.varianten:
        mensen = [ONBEKEND if j not in v.instroom else toon(v.instroom[j], 1) for j in jaren]
        rijen.append(Rij(f"Instroom {v.naam}", mensen))
    for naam in TEKORTEN:
        for v in lezing.varianten:
            reeks = v.tekorten[naam]
            tekort = [ONBEKEND if j not in reeks else figuur_in_woorden(naam, reeks[j], "euro") for j in jaren]
            figuren = [Figuur(naam, (), j) for j in jaren] if v.naam == MIDDEN else []
            rijen.append(Rij(f"{KORT[naam]}, {v.naam}", tekort, figuren, vet=v.naam == MIDDEN))
    return rijen


def _rij(o: Oordeel) -> list[str]:
    elk = [_effect(euro, jaren) for euro, jaren in zip(o.euro, o.wachtend, strict=True)]
    return [o.keuze, *elk, _oordeel(o)]


def _effect(euro: float, jaren: float) -> str:
    """What it does to the tekort, and to waiting where that differs."""
    getal = aantal(abs(jaren))
    wachten = "" if getal == "0" else f"\nsamen {getal} jaar {'langer' if jaren > 0 else 'korter'} wachten"
    return f"{meer_of_minder(euro)}{wachten}"


def _oordeel(o: Oordeel) -> str:
    if o.nergens_slechter:
        return "✓ overal beter"
    return "= overal dezelfde richting" if o.houdt_stand else "± hangt af van de instroom"
