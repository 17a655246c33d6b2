"""The one kind of form row: label, field with unit, class, help, and beside them what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QWidget

from desktop.stijl import Bijtekst, halve_regel, maat, tekens
from desktop.woorden import ernst_in_woorden, klasse_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding

LABELBREEDTE = 25
RUST_MS = 500
"""A new finding waits until the typing rests, so that nothing jumps under the hands."""


class Invoerrij(QWidget):
    """A row of a form. What is typed in comes from outside, by `zet_inhoud`.

    Signals:
        veranderd: the row has other fields than before.
    """

    veranderd = Signal()

    def __init__(self, naam: str, label: str, hulp: str, meer: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.naam = naam
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(2 * halve_regel(self))
        self._rooster.setVerticalSpacing(halve_regel(self) // 3)
        self._rooster.setColumnMinimumWidth(0, tekens(self, LABELBREEDTE))
        self._rooster.setColumnStretch(1, 1)
        self.label = QLabel(label)
        self.label.setWordWrap(True)
        self.klasse = Bijtekst()
        self._kop = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._kop.setSpacing(halve_regel(self) // 3)
        self._kop.addWidget(self.label)
        self._kop.addWidget(self.klasse)
        self._kop.addStretch(1)
        self.schakelaars = QHBoxLayout()
        self.schakelaars.setSpacing(2 * halve_regel(self))
        self._inhoud: QWidget | None = None
        self._breed = False
        self._hulp = Bijtekst()
        self._meer = Bijtekst()
        self._bevinding = Bijtekst()
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self._toon_tekst)
        self._tekst = self._volledig = ""
        self._vet = False
        self._hulp.linkActivated.connect(self._klap_toelichting)
        self._meer.hide()
        self._bevinding.hide()
        self.zet_hulp(hulp, meer)
        self._plaats_onderdelen()

    def _plaats_onderdelen(self) -> None:
        """Label at the left of the field; a wide table of fields gets the whole row under its label."""
        while self._rooster.count():
            self._rooster.takeAt(0)
        boven, links = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignLeft
        rij, kolom, breedte = (1, 0, 2) if self._breed else (0, 1, 1)
        self.label.setMaximumWidth(16777215 if self._breed else tekens(self, LABELBREEDTE))
        self.label.setWordWrap(not self._breed)
        self.klasse.setWordWrap(not self._breed)
        richting = QBoxLayout.Direction.LeftToRight if self._breed else QBoxLayout.Direction.TopToBottom
        self._kop.setDirection(richting)
        self._kop.setSpacing(2 * halve_regel(self) if self._breed else halve_regel(self) // 3)
        self._rooster.addLayout(self._kop, 0, 0, 1 if self._breed else 6, 2 if self._breed else 1)
        if self._inhoud is not None:
            self._rooster.addWidget(self._inhoud, rij, kolom, 1, breedte, links)
        for volgende, onderdeel in enumerate((self._bevinding, self._hulp, self._meer), rij + 1):
            self._rooster.addWidget(onderdeel, volgende, kolom, 1, breedte, boven)
        self._rooster.addLayout(self.schakelaars, rij + 4, kolom, 1, breedte, links)

    def zet_hulp(self, hulp: str, meer: str = "") -> None:
        """Set the help sentence, and the explanation behind it."""
        self._hulp.setText(hulp)
        self._hulp.setVisible(bool(hulp))
        self._meer.setText(meer)
        if not meer:
            return
        self._hulp.setText(f'{hulp} <a href="meer">Toelichting</a>')
        self._hulp.setTextFormat(Qt.TextFormat.RichText)
        soort = Qt.TextInteractionFlag
        self._hulp.setTextInteractionFlags(soort.LinksAccessibleByKeyboard | soort.LinksAccessibleByMouse)
        self._hulp.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._hulp.setAccessibleName(f"Toelichting bij {self.label.text()}")
        self._hulp.setAccessibleDescription(meer)

    def _klap_toelichting(self) -> None:
        self._meer.setVisible(self._meer.isHidden())

    # -- filling

    def zet_inhoud(self, inhoud: QWidget) -> None:
        """Put the field, or the group of fields, in the row."""
        self._inhoud = inhoud
        self._plaats_onderdelen()

    def zet_breed(self, breed: bool) -> None:
        """Give the fields the whole width, or only the place beside the label."""
        if breed != self._breed:
            self._breed = breed
            self._plaats_onderdelen()

    def zet_klasse(self, klasse: str) -> None:
        """Show how firm the figure is that counts now."""
        self.klasse.setText(klasse_in_woorden(klasse))

    def invulvelden(self) -> list[QWidget]:
        """What can be filled in, in reading order."""
        return []

    def focusvolgorde(self) -> list[QWidget]:
        """Everything in the row that takes the focus, in reading order."""
        link = [self._hulp] if self._meer.text() else []
        return [*self.invulvelden(), *link]

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
        self._tekst = "\n".join(f"{ernst_in_woorden(b)}: {_kort(b)}" for b in eigen)
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
