"""The one kind of form row: label, field with unit, class, help, and beside them what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.getallen import hecht
from desktop.stijl import Bijtekst, halve_regel, maat, regelhoogte, tekens
from desktop.woorden import BASIS_IN_WOORDEN, ernst_in_woorden, klasse_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding

LABELBREEDTE = 25
SMAL = 74
"""Digits: on a narrower page no label has its place beside its field."""
REGEL = "\n"
GEEN_GRENS = 16777215
"""The greatest width that Qt knows."""
RUST_MS = 500
"""A new finding waits until the typing rests, so that nothing jumps under the hands."""


class Invoerrij(QWidget):
    """A row of a form. What is typed in comes from outside, by `zet_inhoud`.

    Label and class at the left; at the right the field, what is wrong, the effect of the choice, the help with its
    switches, and behind `meer` what is not needed at every look.

    Signals:
        veranderd: the row has other fields than before.
    """

    veranderd = Signal()

    def __init__(self, naam: str, label: str, hulp: str, meer: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.naam = naam
        self.ruimte, self._ernaast = GEEN_GRENS, False
        self._inhoud: QWidget | None = None
        wit = halve_regel(self)
        self.label = QLabel(label)
        self.klasse = Bijtekst()
        self._kopvak = QWidget()
        self._kop = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._kopvak)
        self._kop.setContentsMargins(0, 0, 0, 0)
        self._kop.addWidget(self.label)
        self._kop.addWidget(self.klasse)
        self._kop.addStretch(1)
        self._kolom = QVBoxLayout()
        self._kolom.setSpacing(wit // 3)
        self._buiten = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self._buiten.addWidget(self._kopvak)
        self._buiten.addLayout(self._kolom, 1)
        self._bevinding, self.effect = Bijtekst(), QLabel()
        self.effect.setWordWrap(True)
        self.effect.setFont(maat(self.font(), 0.95))
        for onderdeel in (self._bevinding, self.effect):
            onderdeel.hide()
            self._kolom.addWidget(onderdeel)
        self._kolom.addLayout(self._voet())
        self.meervak = QWidget()
        self.meerkolom = QVBoxLayout(self.meervak)
        self.meerkolom.setContentsMargins(0, wit // 3, 0, wit // 2)
        self.meerkolom.addWidget(self._meer)
        self.meervak.hide()
        self._kolom.addWidget(self.meervak)
        self._kolom.addStretch(1)
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self._toon_tekst)
        self._tekst = self._volledig = ""
        self._vet = False
        self.zet_hulp(hulp, meer)
        self._schik()

    def _voet(self) -> QHBoxLayout:
        """The help sentence; at the end of its line the switches and `meer`, under each other in all rows."""
        self._hulp, self._meer = Bijtekst(), Bijtekst()
        self.schakelaars = QHBoxLayout()
        self.schakelaars.setSpacing(2 * halve_regel(self))
        self.meer = QToolButton()
        self.meer.setText("meer")
        self.meer.setCheckable(True)
        self.meer.setAutoRaise(True)
        self.meer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.meer.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.meer.setArrowType(Qt.ArrowType.RightArrow)
        self.meer.setFont(maat(self.font(), 0.92))
        self.meer.setFixedHeight(round(1.15 * regelhoogte(self)))
        self.meer.setAccessibleName(f"Meer over {self.label.text()}")
        self.meer.toggled.connect(self._klap)
        voet = QHBoxLayout()
        voet.setSpacing(2 * halve_regel(self))
        voet.addWidget(self._hulp, 1, Qt.AlignmentFlag.AlignTop)
        voet.addLayout(self.schakelaars)
        voet.addWidget(self.meer)
        for deel in (self.schakelaars, self.meer):
            voet.setAlignment(deel, Qt.AlignmentFlag.AlignTop)
        return voet

    def zet_hulp(self, hulp: str, meer: str = "") -> None:
        """Set the help sentence, and the explanation behind `meer`."""
        self._hulp.setText(hulp)
        self._meer.setText(meer)
        self._meer.setVisible(bool(meer))
        self.meer.setAccessibleDescription(meer)
        self.meer.setVisible(bool(meer))

    def _klap(self, open_: bool) -> None:
        self.meer.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.meervak.setVisible(open_)
        self.veranderd.emit()

    def zet_effect(self, tekst: str) -> None:
        """Show what the choice does, beside the field and for who hears the field."""
        if (heel := hecht(tekst)) != self.effect.text():
            self.effect.setText(heel)
            self.effect.setVisible(bool(tekst))
            for veld in self.invulvelden():
                veld.setAccessibleDescription(f"{veld.accessibleDescription().partition(REGEL)[0]}{REGEL}{tekst}")

    # -- filling

    def zet_inhoud(self, inhoud: QWidget) -> None:
        """Put the field, or the group of fields, in the row."""
        self._inhoud = inhoud
        inhoud.setParent(self)
        inhoud.stackUnder(self._bevinding)  # a screen reader goes through a row in this order
        self._kolom.insertWidget(0, inhoud, 0, Qt.AlignmentFlag.AlignLeft)

    def zet_ruimte(self, ruimte: int) -> None:
        """How wide the page is."""
        self.ruimte = ruimte
        self._schik()

    def event(self, event: QEvent) -> bool:
        """A field may have become wider than fits."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.herschik()
            self._schik()
        return super().event(event)

    def herschik(self) -> None:
        """Lay out anew what is filled in, where it no longer fits."""

    @property
    def smal(self) -> bool:
        """Whether the page is so narrow that nothing has its place beside a field."""
        return self.ruimte < tekens(self, SMAL)

    def _past_ernaast(self) -> bool:
        nodig = self._inhoud.minimumSizeHint().width() if self._inhoud is not None else 0
        label = tekens(self, LABELBREEDTE) + 2 * halve_regel(self)
        return not self.smal and self.ruimte >= label + nodig

    def _schik(self) -> None:
        """Label at the left of what is filled in; above it where the page is too narrow."""
        naast, onder = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        ernaast = self._past_ernaast()
        if ernaast == self._ernaast:
            return
        self._ernaast, wit = ernaast, halve_regel(self)
        self._buiten.setDirection(naast if ernaast else onder)
        self._buiten.setSpacing(2 * wit if ernaast else wit // 3)
        self._kop.setDirection(onder if ernaast else naast)
        self._kop.setSpacing(wit // 3 if ernaast else 2 * wit)
        self.label.setWordWrap(ernaast or self.smal)
        self.klasse.setWordWrap(ernaast)
        self._kopvak.setMinimumWidth(tekens(self, LABELBREEDTE) if ernaast else 0)
        self._kopvak.setMaximumWidth(tekens(self, LABELBREEDTE) if ernaast else GEEN_GRENS)

    def zet_klasse(self, klasse: str, *, anders: bool = False, bron: str = "") -> None:
        """How firm the figure is that counts now, whether it has a source, and whether the scenario differs in it."""
        delen = [
            klasse_in_woorden(klasse),
            "met bron" if bron else "",
            f"anders dan {BASIS_IN_WOORDEN}" if anders else "",
        ]
        self.klasse.setText(", ".join(deel for deel in delen if deel))
        self.klasse.setToolTip(f"Bron: {bron}" if bron else "")

    def invulvelden(self) -> list[QWidget]:
        """What can be filled in, in reading order."""
        return []

    def focusvolgorde(self) -> list[QWidget]:
        """Everything in the row that takes the focus, in reading order."""
        schakelaars = [self.schakelaars.itemAt(n).widget() for n in range(self.schakelaars.count())]
        knoppen = [*(s for s in schakelaars if s is not None), self.meer, *self.meervelden()]
        return [*self.invulvelden(), *(k for k in knoppen if not k.isHidden())]

    def meervelden(self) -> list[QWidget]:
        """What takes the focus behind `meer`, while that is open."""
        return []

    def ga_naar(self, groep: str, plek: str) -> None:
        """Give the focus to the field of a place within the value."""
        velden = self.invulvelden()
        if velden:
            velden[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ververs(self) -> None:
        """Show what the plan says now."""

    def ververs_hints(self) -> None:
        """Show what counts in empty fields, after a new outcome."""

    # -- what is wrong

    def toon_bevindingen(self, bevindingen: Sequence[Bevinding]) -> None:
        """Show what is the matter here, in words; while someone types, only once the typing rests."""
        eigen = list(dict.fromkeys(bevindingen))
        self._tekst = "\n".join(dict.fromkeys(f"{ernst_in_woorden(b)}: {_kort(b)}" for b in eigen))
        self._volledig = "\n".join(b.tekst for b in eigen)
        self._vet = any(b.ernst.value == "fout" for b in eigen)
        if self._tekst == self._bevinding.text():
            self._rust.stop()
        elif self._tekst and self._in_gebruik():
            self._rust.start()
        else:
            self._toon_tekst()

    @property
    def bevindingtekst(self) -> str:
        """What stands under the field."""
        return self._bevinding.text()

    def _in_gebruik(self) -> bool:
        heeft_focus = QApplication.focusWidget()
        return heeft_focus is not None and self.isAncestorOf(heeft_focus)

    def _toon_tekst(self) -> None:
        self._rust.stop()
        self._bevinding.setText(self._tekst)
        self._bevinding.setFont(maat(self.font(), 0.95, vet=self._vet))
        self._bevinding.setToolTip(self._volledig)
        self._bevinding.setVisible(bool(self._tekst))


def _kort(bevinding: Bevinding) -> str:
    """A fout in full, with its remedy; of the rest the first sentence: all of it stands in the list below."""
    if bevinding.ernst.value == "fout":
        return bevinding.tekst
    return re.split(r"(?<=[.:]) (?=[A-Z])", bevinding.tekst, maxsplit=1)[0]
