"""What stands between a concept and a final plan: the open points of the tegenlezer, each settled in its own row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from core.bevindingen.tegenlezer import Leespunt, Tegenlezing
from desktop.blik import Blik
from desktop.document import Document
from desktop.kader.statusknop import BEZIG, BEZIG_MS
from desktop.paginas.naast import Naast
from desktop.paginas.pagina import Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.uitklap import Uitklap
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst, Lijn, halve_regel
from desktop.tegenlezing import Tegenlezer
from desktop.velden.getalveld import Tekstveld
from desktop.woorden import aantal

EERST_HERSTELLEN = "Herstel eerst de fout in uw plan. Dan kijkt de planner het na."
KLOPT = "Klopt:"
"""How a note begins that explains a point (besluit 008)."""
ZONDER_BRON = "zonder bron"
SOORTEN = {
    "bevinding": "Bevindingen die vragen oproepen",
    "controle": "Controles van de berekening",
    "na te gaan": "Nog na te gaan",
    "verouderd": "Verouderde getallen",
    "datum": "Datums die niet kloppen",
    ZONDER_BRON: "Eigen getallen zonder bron",
    "niet nagekeken": "Suggesties, niet nagekeken",
}
"""The kinds of points in the order in which they are shown."""
_KNOP = {ZONDER_BRON: "Bron noteren"}
_VRAAG = {
    "bevinding": "Waarom klopt dit toch?",
    "controle": "",
    "na te gaan": "Waarom past dit getal, en wie keek het na?",
    "verouderd": "Waarom is dit getal nog goed?",
    "datum": "Waarom klopt deze datum toch?",
    ZONDER_BRON: "Waar komt dit getal vandaan?",
    "niet nagekeken": "Waarom past dit, en wie keek het na?",
}


class Openpunten(QWidget):
    """The status, the open points by kind, what was explained, and the statement of quality."""

    def __init__(self, document: Document, blik: Blik) -> None:
        super().__init__()
        self._document, self._blik = document, blik
        self._punten: tuple[Leespunt, ...] | None = None
        self.rijen: list[Puntrij] = []
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(halve_regel(self))
        self.zin = Zin(1.1)
        kolom.addWidget(self.zin)
        self._bezig = QTimer(self, singleShot=True, interval=BEZIG_MS)
        self._bezig.timeout.connect(lambda: self.zin.zeg(BEZIG))
        self._lijst = QWidget()
        lijst = QVBoxLayout(self._lijst)
        lijst.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(self._lijst)
        self.soorten = {soort: Uitklap(kop) for soort, kop in SOORTEN.items()}
        self._samen = {soort: Zin() for soort in SOORTEN}
        for soort, deel in self.soorten.items():
            deel.kolom.addWidget(self._samen[soort])
        self.uitgelegd = Uitklap("Uitgelegd")
        self.uitleg = Teksttabel("Uitgelegde punten", ("Waar", "Wat", "Uitleg"), (0.24, 0.42, 0.34))
        self.uitleg.gekozen.connect(blik.plaats_gekozen)
        self.uitgelegd.kolom.addWidget(self.uitleg)
        self.verklaring = Uitklap("Kwaliteitsverklaring")
        self.regels = Zin()
        self.kopieer = QPushButton("&Kopiëren")
        self.kopieer.setAccessibleName("Kwaliteitsverklaring kopiëren")
        self.kopieer.setAutoDefault(False)
        self.kopieer.clicked.connect(lambda _aan=False: QApplication.clipboard().setText(self.regels.text()))
        self.verklaring.kolom.addWidget(self.regels)
        self.verklaring.kolom.addWidget(self.kopieer, 0, Qt.AlignmentFlag.AlignLeft)
        for deel in (*self.soorten.values(), self.uitgelegd, self.verklaring):
            lijst.addWidget(deel)

    def toon(self, tegenlezer: Tegenlezer) -> None:
        """Show the reading of now. Until it is there the rows stay for a moment: hands may be in them."""
        lezing = tegenlezer.lezing
        self._lijst.setVisible(not tegenlezer.kan_niet)
        if lezing is not None:
            self._bezig.stop()
            self.zin.zeg(_hoofdzin(lezing))
            self.regels.zeg("\n".join(lezing.kwaliteitsverklaring()))
            if lezing.punten != self._punten:
                self._punten = lezing.punten
                self._vul(lezing)
        elif tegenlezer.kan_niet:
            self._bezig.stop()
            self.zin.zeg(EERST_HERSTELLEN)
        elif not self._bezig.isActive():
            self._bezig.start()

    def _vul(self, lezing: Tegenlezing) -> None:
        met_focus, getypt = self._rij_met_focus(), {rij.punt: rij.veld.text() for rij in self.rijen}
        for rij in self.rijen:
            rij.hide()
            rij.deleteLater()
        self.rijen = []
        for soort, deel in self.soorten.items():
            van_soort = [p for p in lezing.open if p.soort == soort]
            deel.noem(f"{SOORTEN[soort]} ({len(van_soort)})")
            deel.setVisible(bool(van_soort))
            teksten = {p.tekst for p in van_soort}
            self._samen[soort].zeg(teksten.pop() if len(teksten) == 1 else "")
            for punt in van_soort:
                waar = vind(punt.plaats, self._document.catalogus).tekst
                rij = Puntrij(punt, waar, self._los_op, self._ga, met_tekst=bool(teksten))
                rij.veld.setText(getypt.get(punt, ""))
                deel.kolom.addWidget(rij)
                self.rijen.append(rij)
        uitgelegd = [p for p in lezing.punten if not p.open]
        self.uitgelegd.noem(f"Uitgelegd ({len(uitgelegd)})")
        self.uitgelegd.setVisible(bool(uitgelegd))
        self.uitleg.vul([_uitlegrij(p) for p in uitgelegd])
        if met_focus is not None and self.rijen:
            self.rijen[min(met_focus, len(self.rijen) - 1)].geef_focus()

    def _rij_met_focus(self) -> int | None:
        nu = self.window().focusWidget()
        return next((n for n, rij in enumerate(self.rijen) if nu is not None and rij.isAncestorOf(nu)), None)

    def _ga(self, plaats: str) -> None:
        self._blik.plaats_gekozen.emit(plaats)

    def _los_op(self, punt: Leespunt, tekst: str) -> None:
        """Write what the user says of a point beside its input, as one step."""
        oud = self._document.haal(("herkomst", punt.naam)) or {}
        nota = " · ".join(filter(None, (f"{KLOPT} {tekst}", oud.get("nota"))))
        nieuw = {**oud, "bron": tekst} if punt.soort == ZONDER_BRON else {**oud, "nota": nota}
        self._document.zet(("herkomst", punt.naam), nieuw, f"{punt.plaats}: {punt.soort}")


class Puntrij(QWidget):
    """One open point: where, what, and the line in which it is settled."""

    def __init__(
        self,
        punt: Leespunt,
        waar: str,
        los_op: Callable[[Leespunt, str], None],
        ga: Callable[[str], None],
        *,
        met_tekst: bool,
    ) -> None:
        super().__init__()
        self.punt, self._los_op = punt, los_op
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(halve_regel(self) // 2)
        kop = QLabel(waar)
        kop.setWordWrap(True)
        self.naar = QPushButton("Naar het veld")
        self.naar.setAccessibleName(f"Naar het veld: {waar}")
        self.naar.setAutoDefault(False)
        self.naar.clicked.connect(lambda _aan=False: ga(punt.plaats))
        kolom.addWidget(Lijn())
        kolom.addWidget(kop)
        if met_tekst:
            kolom.addWidget(Bijtekst(punt.tekst))
        self.veld = Tekstveld(f"{_VRAAG[punt.soort]} {waar}", punt.tekst, breedte=44)
        self.veld.setPlaceholderText(_VRAAG[punt.soort])
        self.knop = QPushButton(_KNOP.get(punt.soort, "Klopt"))
        self.knop.setAccessibleName(f"{self.knop.text()}: {waar}")
        self.knop.setAutoDefault(False)
        self.knop.setEnabled(False)
        self.veld.textChanged.connect(lambda tekst: self.knop.setEnabled(bool(tekst.strip())))
        self.veld.returnPressed.connect(self._klaar)
        self.knop.clicked.connect(lambda _aan=False: self._klaar())
        for widget in (self.veld, self.knop):
            widget.setVisible(bool(punt.naam))
        kolom.addWidget(Naast(self.veld, self.knop, self.naar))

    def geef_focus(self) -> None:
        """The keyboard goes on here."""
        doel = self.veld if self.punt.naam else self.naar
        doel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _klaar(self) -> None:
        if tekst := self.veld.text().strip():
            self._los_op(self.punt, tekst)


def _hoofdzin(lezing: Tegenlezing) -> str:
    if not lezing.open:
        return "Er zijn geen open punten. Het plan kan definitief worden."
    punten = aantal(len(lezing.open), "open punt", "open punten")
    return f"Dit plan is nog een concept: {punten}. Los elk punt op in uw plan, of schrijf erbij waarom het klopt."


def _uitlegrij(p: Leespunt) -> tuple[Sequence[str], str]:
    return (p.plaats, p.tekst, p.uitleg), p.plaats
