"""The answer of the doelzoeker: in one sentence, and under it each proposal with what it costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.duiding.doel import Doel
from core.duiding.doelzoeken import Antwoord, Voorstel
from core.getallen import hecht
from desktop.doen.naar_scenario import MAAK
from desktop.paginas.naast import Naast
from desktop.paginas.pagina import Zin
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst, Lijn, halve_regel

HOOGUIT = 4
"""Proposals of one kind that are shown at once; the rest is one click away."""


class Voorstellen(QWidget):
    """An answer. `kies` is done with the proposal that the user wants."""

    def __init__(self, kies: Callable[[Voorstel], None]) -> None:
        super().__init__()
        self._kies = kies
        self._alles = False
        self._antwoord: Antwoord | None = None
        self.knoppen: list[QPushButton] = []
        self.getoond: list[Voorstel] = []
        kolom = self._kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.zin = Zin(1.1)
        kolom.addWidget(self.zin)
        self._lijst = QWidget()
        kolom.addWidget(self._lijst)
        self.meer = QPushButton()
        self.meer.setAutoDefault(False)
        self.meer.clicked.connect(self._toon_alles)
        kolom.addWidget(self.meer, 0, Qt.AlignmentFlag.AlignLeft)
        self.ver = Uitklap("Zo ver is gezocht")
        self.ver.knop.setFont(self.font())
        self.gezocht = Bijtekst("")
        self.ver.kolom.addWidget(self.gezocht)
        kolom.addWidget(self.ver)

    def toon(self, antwoord: Antwoord) -> None:
        """Show an answer."""
        if antwoord != self._antwoord:
            self._antwoord, self._alles = antwoord, False
            self._vul(antwoord)

    def _toon_alles(self) -> None:
        assert self._antwoord is not None
        self._alles = True
        eerste = len(self.knoppen)
        self._vul(self._antwoord)
        self.knoppen[min(eerste, len(self.knoppen) - 1)].setFocus()

    def _vul(self, a: Antwoord) -> None:
        self.zin.zeg(a.oordeel)
        self.gezocht.setText(hecht(a.gezocht))
        self.ver.setVisible(bool(a.gezocht))
        self.ver.knop.setChecked(a.te_veel)
        nieuw = QWidget()
        kolom = QVBoxLayout(nieuw)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.knoppen, self.getoond = [], []
        dichtstbij = () if a.dichtstbij is None else (a.dichtstbij,)
        rest = 0
        for kop, voorstellen in (
            ("Met één keuze", a.enkel),
            ("Met meer keuzes samen", a.samen),
            ("", dichtstbij),
        ):
            rest += self._vul_soort(kolom, kop, voorstellen, a.doel)
        self._kolom.replaceWidget(self._lijst, nieuw)
        self._lijst.hide()
        self._lijst.deleteLater()
        self._lijst = nieuw
        self.meer.setText(f"Toon alle voorstellen (nog {rest})")
        self.meer.setAccessibleName(self.meer.text())
        self.meer.setVisible(rest > 0)

    def _vul_soort(self, kolom: QVBoxLayout, kop: str, voorstellen: Sequence[Voorstel], doel: Doel) -> int:
        """Show the proposals of one kind; gives how many are left out."""
        getoond = voorstellen if self._alles else voorstellen[:HOOGUIT]
        if getoond and kop:
            kolom.addSpacing(halve_regel(self) // 2)
            kolom.addWidget(Bijtekst(kop))
        for voorstel in getoond:
            kolom.addWidget(Lijn())
            kolom.addWidget(self._rij(voorstel, doel))
        return len(voorstellen) - len(getoond)

    def _rij(self, voorstel: Voorstel, doel: Doel) -> QWidget:
        """The changes, what they cost, and what can be done with them."""
        wijzigingen = [knop.in_woorden(stappen) for knop, stappen in voorstel.wijzigingen]
        woorden = QWidget()
        kolom = QVBoxLayout(woorden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(halve_regel(self) // 3)
        wat = QLabel(hecht("\n".join(wijzigingen)))
        wat.setWordWrap(True)
        kolom.addWidget(wat)
        kolom.addWidget(Bijtekst(hecht(voorstel.zin(doel).removeprefix(f"{'; '.join(wijzigingen)}. "))))
        knop = QPushButton(MAAK)
        knop.setAccessibleName(f"{MAAK}: {'; '.join(wijzigingen)}")
        knop.setAutoDefault(False)
        knop.clicked.connect(lambda _aan=False: self._kies(voorstel))
        self.knoppen.append(knop)
        self.getoond.append(voorstel)
        return Naast(woorden, knop, ruim=True)
