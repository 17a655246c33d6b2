"""The figures of the answer under their headings; on a narrow window in lines under each other, by their full names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from desktop.blik import Blik
from desktop.kader.figuurknop import Antwoord, Figuurknop
from desktop.kader.jaarstaven import Jaarstaven
from desktop.stijl import Bijtekst, Lijn, halve_regel, maat, tekens

MEESTE = 4
"""Figures beside each other, where not all of them fit: the tekorten and their bars."""
DEEL = 5
"""Of the height of the window the figures take no more than one part in so many; the rest can be scrolled to."""


def _kop(tekst: str, uitleg: str = "") -> Bijtekst:
    kop = Bijtekst(tekst)
    kop.setWordWrap(False)
    kop.setToolTip(uitleg)
    return kop


class Antwoordrooster(QWidget):
    """Under each heading its figures; at the end of the tekorten the first of them in all years, as bars."""

    def __init__(self, antwoorden: Sequence[Antwoord], koppen: Mapping[str, str], blik: Blik) -> None:
        super().__init__()
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(halve_regel(self))
        self._rooster.setVerticalSpacing(0)
        self.knoppen: list[Figuurknop] = []
        self.staven, self.over_staven = Jaarstaven(), _kop("")
        self._kolommen: int | None = None
        self._groepen: list[tuple[QLabel, Lijn, list[tuple[QLabel, QWidget]]]] = []
        for groep, leden in groupby(antwoorden, lambda antwoord: antwoord.groep):
            kop = QLabel(koppen.get(groep, groep), self)  # made first, so that it is read first
            kop.setFont(maat(self.font(), 0.92, vet=True))
            self._groepen.append((kop, Lijn(staand=True, ouder=self), [self._maak(lid, blik) for lid in leden]))
        self._groepen[0][2].append((self.over_staven, self.staven))
        self.inspringing = self.knoppen[0].inspringing
        for label in (*(kop for kop, _, _ in self._groepen), *(kop for kop, _ in self._cellen())):
            label.setIndent(self.inspringing)
        self.staven.setContentsMargins(self.inspringing, 0, 0, 0)

    def _maak(self, antwoord: Antwoord, blik: Blik) -> tuple[QLabel, QWidget]:
        kop, knop = _kop(antwoord.kop, antwoord.uitleg), Figuurknop(antwoord, blik)
        self.knoppen.append(knop)
        return kop, knop

    def _cellen(self) -> list[tuple[QLabel, QWidget]]:
        return [cel for _, _, cellen in self._groepen for cel in cellen]

    def _cellen_smal(self, kolommen: int) -> list[tuple[QLabel, QWidget]]:
        """The bars at the end of the first line, or at the very end."""
        return self._cellen() if kolommen == MEESTE else sorted(self._cellen(), key=lambda cel: cel[1] is self.staven)

    # -- laying out

    def schik(self, breedte: int, balk: int) -> None:
        """Lay the figures out in a width; where not all fit beside each other, with room for a bar of that width."""
        kolommen = 0 if self._breedte_naast() <= breedte else self._passend(breedte - balk)
        if kolommen != self._kolommen:
            self._kolommen = kolommen
            self._leg(kolommen)

    def _breedte(self, kop: QLabel, figuur: QWidget, *, voluit: bool) -> int:
        tekst = figuur.antwoord.volledig if voluit and isinstance(figuur, Figuurknop) else _kort(kop, figuur)
        breed = kop.fontMetrics().horizontalAdvance(tekst) + 1  # letters may stand between two pixels
        return max(breed + self.inspringing, figuur.sizeHint().width())

    def _breedte_naast(self) -> int:
        cellen, lijnen = self._cellen(), [lijn for _, lijn, _ in self._groepen[1:]]
        tussen = (len(cellen) + len(lijnen) - 1) * self._rooster.horizontalSpacing()
        return (
            sum(self._breedte(*cel, voluit=False) for cel in cellen)
            + sum(lijn.sizeHint().width() for lijn in lijnen)
            + tussen
        )

    def _passend(self, breedte: int) -> int:
        wit = self._rooster.horizontalSpacing()
        for kolommen in range(MEESTE, 1, -1):
            breed = [self._breedte(*cel, voluit=True) for cel in self._cellen_smal(kolommen)]
            if sum(max(breed[k::kolommen]) + wit for k in range(kolommen)) <= breedte:
                return kolommen
        return 1

    def _leg(self, kolommen: int) -> None:
        while self._rooster.count():
            self._rooster.takeAt(0)
        for kolom in range(self._rooster.columnCount()):
            self._rooster.setColumnStretch(kolom, 0)
        for kop, lijn, _ in self._groepen:
            kop.setVisible(not kolommen)
            lijn.setVisible(not kolommen and kop is not self._groepen[0][0])
        if kolommen:
            for nummer, cel in enumerate(self._cellen_smal(kolommen)):
                self._zet(cel, 2 * (nummer // kolommen), nummer % kolommen, voluit=True)
        else:
            self._leg_naast()

    def _leg_naast(self) -> None:
        kolom = 0
        for kop, lijn, cellen in self._groepen:
            if kolom:
                self._rooster.addWidget(lijn, 0, kolom, 3, 1)
                kolom += 1
            self._rooster.addWidget(kop, 0, kolom, 1, len(cellen))
            for cel in cellen:
                self._zet(cel, 1, kolom, voluit=False)
                kolom += 1

    def _zet(self, cel: tuple[QLabel, QWidget], rij: int, kolom: int, *, voluit: bool) -> None:
        kop, figuur = cel
        if isinstance(figuur, Figuurknop):
            kop.setText(figuur.antwoord.volledig if voluit else figuur.antwoord.kop)
        kop.setContentsMargins(0, halve_regel(self) // 2 if voluit and rij else 0, 0, 0)
        self._rooster.addWidget(kop, rij, kolom, Qt.AlignmentFlag.AlignBottom)
        self._rooster.addWidget(figuur, rij + 1, kolom, Qt.AlignmentFlag.AlignLeft)
        self._rooster.setColumnStretch(kolom, 1)

    @property
    def eerste_regel(self) -> int:
        """How high the first line of figures is, with its headings."""
        return self.knoppen[0].sizeHint().height() + sum(
            label.sizeHint().height() for label in (self._groepen[0][0], self._cellen()[0][0]) if not label.isHidden()
        )


def _kort(kop: QLabel, figuur: QWidget) -> str:
    return figuur.antwoord.kop if isinstance(figuur, Figuurknop) else kop.text()


class Schuif(QScrollArea):
    """The window need not be wider than the screen, and on a low one the figures leave room for the work."""

    def __init__(self, rooster: Antwoordrooster) -> None:
        super().__init__()
        self._rooster = rooster
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(rooster)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As high as the figures; on a low window as its part, and one line at least."""
        nodig = self._rooster.sizeHint()
        hoogst = max(self._rooster.eerste_regel, self.window().height() // DEEL)
        return QSize(nodig.width(), min(nodig.height(), hoogst))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """As narrow as may be, never lower."""
        return QSize(tekens(self, 20), self.sizeHint().height())

    def schik(self) -> None:
        """Lay the figures out in the width of now."""
        self._rooster.schik(self.width(), self.verticalScrollBar().sizeHint().width())

    def eventFilter(self, kijkt: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the figures when their size changes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.schik()
            self.updateGeometry()
        return super().eventFilter(kijkt, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """On another width other figures fit beside each other."""
        super().resizeEvent(event)
        self.schik()
        self.updateGeometry()
