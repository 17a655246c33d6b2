"""The two fields in which everything is typed: text and numbers."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from desktop.stijl import tekens
from desktop.velden.getaltekst import Onleesbaar, Ruw, lees, toon_waarde

_beurten = count(1)
_EIGEN_HERSTEL = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DOORTREKKEN = QKeyCombination(_CTRL, Qt.Key.Key_R)
EXPORTEREN = QKeyCombination(_CTRL, Qt.Key.Key_E)
"""On some systems a field goes to the end of its line with it; here it is the window's."""
RIJ_KOPIEREN = QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_C)
RAND, RUIMSTE = 2.5, 28
"""Room in a field beside its text, and the widest that it grows to, in digits."""


class Tekstveld(QLineEdit):
    """A line of text. Undo belongs to the whole plan, not to the field.

    Signals:
        getypt: the user changed the text; carries the value.
    """

    getypt = Signal(object)

    def __init__(self, naam: str, omschrijving: str = "", *, breedte: float = 28, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.beurt = next(_beurten)
        self._breedte = breedte
        self.setAccessibleName(naam)
        self.setAccessibleDescription(omschrijving)
        self._pas_breedte()
        self.textEdited.connect(self._getypt)
        self.editingFinished.connect(self.verzorg)
        self.editingFinished.connect(self._pas_breedte)

    @property
    def waarde(self) -> Ruw:
        """What the text says."""
        return self.text()

    def zet(self, waarde: Ruw) -> None:
        """Show a value; a text that already says so is left as it was typed."""
        if self.waarde != waarde:
            self.setText(self._tekst(waarde))
            self.setCursorPosition(0)
            self._pas_breedte()

    def _pas_breedte(self) -> None:
        """As wide as was asked, or wider for a range that would be cut off; only when typing is done."""
        langste = max((self.text(), self.placeholderText()), key=len)
        tekst = self.fontMetrics().horizontalAdvance(langste) + tekens(self, RAND)
        breed = max(tekens(self, self._breedte + RAND), min(tekst, tekens(self, RUIMSTE + RAND)))
        self.setMinimumWidth(breed)
        self.setMaximumWidth(breed)

    def setPlaceholderText(self, tekst: str) -> None:  # noqa: N802
        """What stands there while nothing is typed is not cut off either."""
        if tekst != self.placeholderText():
            super().setPlaceholderText(tekst)
            self._pas_breedte()

    def verzorg(self) -> None:
        """Write the text as it is written properly."""

    def eigen_keuzes(self, menu: QMenu) -> None:
        """Add to the menu what this field can do."""

    def _tekst(self, waarde: Ruw) -> str:
        return str(waarde or "")

    def _getypt(self, _tekst: str) -> None:
        self.getypt.emit(self.waarde)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Typing from here to the next field is one step to undo."""
        self.beurt = next(_beurten)
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z and Ctrl+E to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.keyCombination() == EXPORTEREN or any(event.matches(toets) for toets in _EIGEN_HERSTEL))
        ):
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """The wheel moves the page, never a value."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """The standard menu without its own undo."""
        menu = self.createStandardContextMenu()
        for actie in menu.actions()[:3]:
            menu.removeAction(actie)
        self.eigen_keuzes(menu)
        menu.exec(event.globalPos())
        menu.deleteLater()


class Getalveld(Tekstveld):
    """A number or a range in Dutch notation, right-aligned; empty is blank, never zero.

    Signals:
        geplakt: a block of cells was pasted; carries its text.
        doorgetrokken: the cells to the right must get this value.
        rij_gekopieerd: the whole row must go to the clipboard.
    """

    geplakt = Signal(str)
    doorgetrokken = Signal()
    rij_gekopieerd = Signal()

    def __init__(
        self, naam: str, eenheid: str, omschrijving: str = "", *, breedte: float = 15, ouder: QWidget | None = None
    ) -> None:
        self.eenheid = eenheid
        super().__init__(naam, omschrijving, breedte=breedte, ouder=ouder)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def waarde(self) -> Ruw:
        """What the text says: a number, the text of a range, None or Onleesbaar."""
        return lees(self.text(), self.eenheid)

    @property
    def leesbaar(self) -> bool:
        """Whether the text is a number, a range or nothing."""
        return not isinstance(self.waarde, Onleesbaar)

    def verzorg(self) -> None:
        """On leaving: thousands with a dot, decimals with a comma, shares with %."""
        if self.leesbaar:
            tekst = self._tekst(self.waarde)
            if tekst != self.text():
                self.setText(tekst)
        self.setToolTip(self.text() if len(self.text()) > self._breedte else "")

    def _tekst(self, waarde: Ruw) -> str:
        return toon_waarde(waarde, self.eenheid)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """A block of cells is pasted as a block; Ctrl+R fills to the right; Ctrl+Shift+C copies the row."""
        tekst = QApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if "\t" in tekst or "\n" in tekst.strip():
            self.geplakt.emit(tekst)
        elif event.keyCombination() == DOORTREKKEN:
            self.doorgetrokken.emit()
        elif event.keyCombination() == RIJ_KOPIEREN:
            self.rij_gekopieerd.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """These keys are for the field, not for a menu."""
        eigen = isinstance(event, QKeyEvent) and event.keyCombination() in (DOORTREKKEN, RIJ_KOPIEREN)
        if eigen and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eigen_keuzes(self, menu: QMenu) -> None:
        """The same for who uses the mouse."""
        menu.addSeparator()
        menu.addAction("Doortrekken naar rechts\tCtrl+R", self.doorgetrokken.emit)
        menu.addAction("Rij kopiëren met koppen\tCtrl+Shift+C", self.rij_gekopieerd.emit)
