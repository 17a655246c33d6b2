"""The one kind of form row: label, field with unit, class, help, and beside them what is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.stijl import Bijtekst, halve_regel, maat, tekens, zonder_opmaak
from desktop.woorden import BASIS_IN_WOORDEN, ernst_in_woorden, klasse_in_woorden

if TYPE_CHECKING:
    from core.plan import Bevinding

LABELBREEDTE = 25
MEER = "meer"
GEEN_GRENS = 16777215
"""The greatest width that Qt knows."""
RUST_MS = 500
"""A new finding waits until the typing rests, so that nothing jumps under the hands."""


class Invoerrij(QWidget):
    """A row of a form. What is typed in comes from outside, by `zet_inhoud`.

    Signals:
        veranderd: the row has other fields than before.
        link_gevolgd: a link behind the help was followed; carries its name.
    """

    veranderd = Signal()
    link_gevolgd = Signal(str)

    def __init__(self, naam: str, label: str, hulp: str, meer: str = "", ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.naam = naam
        self._breed = self._smal = False
        wit = halve_regel(self)
        self.label = QLabel(label)
        self.klasse = Bijtekst()
        self._kopvak = QWidget()
        self._kop = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._kopvak)
        self._kop.setContentsMargins(0, 0, 0, 0)
        self._kop.addWidget(self.label)
        self._kop.addWidget(self.klasse)
        self._kop.addStretch(1)
        self.schakelaars = QHBoxLayout()
        self.schakelaars.setSpacing(2 * wit)
        self._kolom = QVBoxLayout()
        self._kolom.setSpacing(wit // 3)
        self._buiten = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self._buiten.addWidget(self._kopvak)
        self._buiten.addLayout(self._kolom, 1)
        self._hulpzin = ""
        self._hulp = Bijtekst()
        self._meer = Bijtekst()
        self._bevinding = Bijtekst()
        self._rust = QTimer(self, singleShot=True, interval=RUST_MS)
        self._rust.timeout.connect(self._toon_tekst)
        self._tekst = self._volledig = ""
        self._vet = False
        self._hulp.linkActivated.connect(self._volg)
        self._meer.hide()
        self._bevinding.hide()
        self.zet_hulp(hulp, meer)
        for onderdeel in (self._bevinding, self._hulp, self._meer):
            self._kolom.addWidget(onderdeel)
        self._kolom.addLayout(self.schakelaars)
        self._kolom.setAlignment(self.schakelaars, Qt.AlignmentFlag.AlignLeft)
        self._kolom.addStretch(1)
        self.zet_breed(False)

    def zet_hulp(self, hulp: str, meer: str = "") -> None:
        """Set the help sentence, and the explanation behind it."""
        self._hulpzin = hulp
        self._meer.setText(meer)
        self.zet_links(())

    def zet_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Show behind the help what can be done with the value, as links: a name and its words."""
        alles = [(MEER, "Toelichting"), *links] if self._meer.text() else list(links)
        tekst = " · ".join(f'<a href="{naam}">{woorden}</a>' for naam, woorden in alles)
        tekst = f"{self._hulpzin} {tekst}".strip()
        if tekst == self._hulp.text():
            return
        self._hulp.setText(tekst)
        self._hulp.setVisible(bool(tekst))
        if alles:
            maak_link(self._hulp)
            self._hulp.setAccessibleName(f"{self.label.text()}: {zonder_opmaak(tekst)}")
            self._hulp.setAccessibleDescription(self._meer.text())

    def _volg(self, link: str) -> None:
        if link == MEER:
            self._meer.setVisible(self._meer.isHidden())
        else:
            self.link_gevolgd.emit(link)

    # -- filling

    def zet_inhoud(self, inhoud: QWidget) -> None:
        """Put the field, or the group of fields, in the row."""
        self._kolom.insertWidget(0, inhoud, 0, Qt.AlignmentFlag.AlignLeft)

    def zet_breed(self, breed: bool) -> None:
        """Label at the left of the field; a wide table of fields gets the whole row under its label."""
        self._breed = breed
        self._schik()

    def zet_smal(self, smal: bool) -> None:
        """On a narrow page every label stands above its field."""
        if smal != self._smal:
            self._smal = smal
            self._schik()

    def _schik(self) -> None:
        naast, onder = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wit, breed = halve_regel(self), self._breed or self._smal
        self._buiten.setDirection(onder if breed else naast)
        self._buiten.setSpacing(wit // 3 if breed else 2 * wit)
        self._kop.setDirection(naast if breed else onder)
        self._kop.setSpacing(2 * wit if breed else wit // 3)
        self.label.setWordWrap(not breed or self._smal)
        self.klasse.setWordWrap(not breed)
        self._kopvak.setMinimumWidth(0 if breed else tekens(self, LABELBREEDTE))
        self._kopvak.setMaximumWidth(GEEN_GRENS if breed else tekens(self, LABELBREEDTE))

    def zet_klasse(self, klasse: str, *, anders: bool = False) -> None:
        """Show how firm the figure is that counts now, and whether the scenario differs from the base in it."""
        woorden = klasse_in_woorden(klasse)
        self.klasse.setText(f"{woorden}, anders dan {BASIS_IN_WOORDEN}" if anders else woorden)

    def voeg_onder_toe(self, widget: QWidget) -> None:
        """Put something under the fields and their help, above the switches."""
        self._kolom.insertWidget(self._kolom.indexOf(self.schakelaars), widget)
        widget.show()

    def invulvelden(self) -> list[QWidget]:
        """What can be filled in, in reading order."""
        return []

    def focusvolgorde(self) -> list[QWidget]:
        """Everything in the row that takes the focus, in reading order."""
        link = [self._hulp] if self._hulp.focusPolicy() is Qt.FocusPolicy.TabFocus else []
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


def maak_link(label: QLabel) -> None:
    """Let a label hold links that can be followed with mouse and keyboard."""
    soort = Qt.TextInteractionFlag
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(soort.LinksAccessibleByKeyboard | soort.LinksAccessibleByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
