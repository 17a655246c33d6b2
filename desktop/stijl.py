"""Measures and colours, all derived from the font and the palette of the user's own system."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

Rol = QPalette.ColorRole


def regelhoogte(widget: QWidget) -> int:
    """The height of a line of text."""
    return widget.fontMetrics().lineSpacing()


def halve_regel(widget: QWidget) -> int:
    """The unit of white space."""
    return regelhoogte(widget) // 2


def tekens(widget: QWidget, aantal: float) -> int:
    """The width of a number of digits."""
    return round(widget.fontMetrics().horizontalAdvance("0") * aantal)


def kolombreedtes(ruimte: int, delen: Sequence[float], minst: Sequence[int]) -> list[int]:
    """How wide each column is: its part of the room, but never less than it needs; together they may be too wide."""
    breedtes, open_ = list(minst), dict(enumerate(delen))
    while te_smal := {k for k, deel in open_.items() if ruimte * deel / sum(open_.values()) < minst[k]}:
        for kolom in te_smal:
            ruimte -= minst[kolom]
            del open_[kolom]
    for kolom, deel in open_.items():
        breedtes[kolom] = int(ruimte * deel / sum(open_.values()))
    return breedtes


def meng(palet: QPalette, voor: QPalette.ColorRole, achter: QPalette.ColorRole, deel: float) -> QColor:
    """A colour between two roles of the palette; `deel` 1 is the first."""
    a, b = palet.color(voor), palet.color(achter)
    return QColor(*(round(x * deel + y * (1 - deel)) for x, y in zip(_rgb(a), _rgb(b), strict=True)))


def _rgb(kleur: QColor) -> tuple[int, int, int]:
    return kleur.red(), kleur.green(), kleur.blue()


LEESBAAR, ZICHTBAAR = 4.5, 3.0
"""Contrast that text and that lines and shapes need (WCAG 2.2, 1.4.3 and 1.4.11)."""


def contrast(a: QColor, b: QColor) -> float:
    """How well two colours can be told apart, from 1 to 21 (WCAG 2.2, relative luminance)."""
    licht, donker = sorted((_luminantie(a), _luminantie(b)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def _luminantie(kleur: QColor) -> float:
    delen = [deel / 255 for deel in _rgb(kleur)]
    r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def accent(palet: QPalette) -> QColor:
    """The one colour that stands out: of the system, where it can be seen on the window."""
    for rol in (Rol.Highlight, Rol.Accent):
        if contrast(palet.color(rol), palet.color(Rol.Window)) >= ZICHTBAAR:
            return palet.color(rol)
    return palet.color(Rol.WindowText)


_PAREN = (
    (Rol.WindowText, Rol.Window),
    (Rol.Text, Rol.Base),
    (Rol.Text, Rol.AlternateBase),
    (Rol.PlaceholderText, Rol.Base),
    (Rol.ButtonText, Rol.Button),
    (Rol.ToolTipText, Rol.ToolTipBase),
    (Rol.Link, Rol.Window),
    (Rol.Link, Rol.Base),
    (Rol.Highlight, Rol.HighlightedText),  # what is chosen gets a stronger ground, not weaker letters
)
"""What gives way where a pair of colours cannot be read, and what it is read against."""


def leesbaar_palet(palet: QPalette) -> QPalette:
    """The palette of the system, with the colours that cannot be read moved to black or white until they can."""
    nieuw = QPalette(palet)
    for groep in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for voor, achter in _PAREN:
            kleur, grond = nieuw.color(groep, voor), nieuw.color(groep, achter)
            if kleur.alpha() < VOL or contrast(kleur, grond) < LEESBAAR:
                nieuw.setColor(groep, voor, _leesbaar(kleur, grond))
    _toon_wat_niet_kan(nieuw)
    return nieuw


def _toon_wat_niet_kan(palet: QPalette) -> None:
    """Letters of what cannot be pressed or filled in now are softer, also where the system makes no difference."""
    for voor, achter in ((Rol.WindowText, Rol.Window), (Rol.Text, Rol.Base), (Rol.ButtonText, Rol.Button)):
        kleur = palet.color(QPalette.ColorGroup.Active, voor)
        if palet.color(QPalette.ColorGroup.Disabled, voor) == kleur:
            zacht = meng(palet, voor, achter, 0.5)
            palet.setColor(QPalette.ColorGroup.Disabled, voor, _leesbaar(zacht, palet.color(achter)))


def maak_leesbaar() -> None:
    """Do that for the whole program; again when the system gets other colours."""
    nu = QApplication.palette()
    _toon_randen(nu)
    if (leesbaar := leesbaar_palet(nu)) != nu:
        QApplication.setPalette(leesbaar)
    _zonder_raster(leesbaar)


def _zonder_raster(palet: QPalette) -> None:
    """Buttons that are down get an even ground: the style on black makes dots of this role, and hides the text."""
    knoppen = QPalette(palet)
    if QApplication.style().name() == MET_RANDEN:
        knoppen.setColor(Rol.Light, palet.color(Rol.Button))
    toepassing: Any = QApplication  # the stubs of PySide6 want bytes where a name is asked for
    if toepassing.palette("QToolButton") != knoppen:
        toepassing.setPalette(knoppen, "QToolButton")


FUSION, MET_RANDEN = "fusion", "windows"
ZWART = 0.005
"""The luminance under which nothing darker can be seen."""


def _toon_randen(palet: QPalette) -> None:
    """On black another style than Fusion, which makes the edge of a field darker than the window."""
    op_zwart = _luminantie(palet.color(Rol.Window)) < ZWART
    nu = QApplication.style().name()
    if nu in (FUSION, MET_RANDEN) and nu != (wil := MET_RANDEN if op_zwart else FUSION):
        QApplication.setStyle(wil)


VOL = 255
"""Of a colour that lets nothing through."""


def _leesbaar(kleur: QColor, grond: QColor) -> QColor:
    """A colour as seen on a ground, moved away from that ground until it can be read."""
    dekt = kleur.alphaF()
    begin = [k * dekt + g * (1 - dekt) for k, g in zip(_rgb(kleur), _rgb(grond), strict=True)]
    wit, zwart = QColor(VOL, VOL, VOL), QColor(0, 0, 0)
    doel = max((wit, zwart), key=lambda uiterste: contrast(uiterste, grond))
    for tiende in range(11):
        deel = tiende / 10
        anders = QColor(*(round(b * (1 - deel) + d * deel) for b, d in zip(begin, _rgb(doel), strict=True)))
        if contrast(anders, grond) >= LEESBAAR:
            return anders
    return doel


def eigen_palet() -> QPalette:
    """The colours of the system, of which a widget only keeps what is set in it: the rest goes on following."""
    palet = QPalette()
    palet.setResolveMask(0)
    return palet


def rustig_palet() -> QPalette:
    """The colours of the window itself, for a list or table without a box around it."""
    palet = eigen_palet()
    palet.setColor(Rol.Base, palet.color(Rol.Window))
    palet.setColor(Rol.Text, palet.color(Rol.WindowText))
    return leesbaar_palet(palet)


def maat(font: QFont, factor: float, *, vet: bool = False) -> QFont:
    """The font at a size relative to the system's own."""
    nieuw = QFont(font)
    if nieuw.pointSizeF() > 0:
        nieuw.setPointSizeF(nieuw.pointSizeF() * factor)
    if vet:
        nieuw.setWeight(QFont.Weight.DemiBold)
    return nieuw


class Bijtekst(QLabel):
    """Text of the second rank: a little smaller and softer than its surroundings, in the palette's own colours."""

    def __init__(self, tekst: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(tekst, ouder)
        self.setWordWrap(True)
        self.setFont(maat(self.font(), 0.92))
        self._kleur()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._kleur()
            if "<a " in (tekst := self.text()):  # a link gets its colour when the text is read
                self.clear()
                self.setText(tekst)

    def _kleur(self) -> None:
        palet = eigen_palet()
        palet.setColor(Rol.WindowText, meng(palet, Rol.WindowText, Rol.Window, 0.78))
        self.setPalette(palet)


class Lijn(QFrame):
    """A thin line that separates; in the accent colour under a title."""

    def __init__(self, *, accent: bool = False, staand: bool = False, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self._accent = accent
        self.setFrameShape(QFrame.Shape.VLine if staand else QFrame.Shape.HLine)
        self.setFrameShadow(QFrame.Shadow.Plain)
        self._kleur()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Follow a change of the system's colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._kleur()

    def _kleur(self) -> None:
        palet = eigen_palet()
        kleur = accent(palet) if self._accent else meng(palet, Rol.WindowText, Rol.Window, 0.2)
        palet.setColor(Rol.WindowText, kleur)
        self.setPalette(palet)


def zonder_opmaak(tekst: str) -> str:
    """A text with links as it is read aloud."""
    from html import unescape

    return unescape(re.sub(r"<[^>]+>", "", tekst))
