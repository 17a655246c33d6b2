"""What the user looks at: the year of the answer, and the figure of which the explanation is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.achtergrond import Achtergrond
from desktop.document import Document
from desktop.tegenlezing import Tegenlezer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Figuur:
    """A figure of the outcome at a moment: a year, the number of a quarter, or None for the whole plan."""

    naam: str
    sleutel: tuple[str, ...] = ()
    moment: int | None = None


class Blik(QObject):
    """The year and the figure that have the attention.

    Signals:
        jaar_gekozen: another year is shown.
        figuur_gekozen: another figure has the attention.
        plaats_gekozen: the user wants to see the field of a place.
        uitleg_gevraagd: the user asks where the figure comes from.
        bewaren_gevraagd: the user wants to keep something: title, kind of file, name, content.
    """

    jaar_gekozen = Signal(int)
    figuur_gekozen = Signal()
    plaats_gekozen = Signal(str)
    uitleg_gevraagd = Signal()
    bewaren_gevraagd = Signal(str, str, str, bytes)

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self._jaar = 0
        self.figuur: Figuur | None = None
        self.achtergrond = Achtergrond(self)
        self.tegenlezer = Tegenlezer(document, self.achtergrond)

    @property
    def jaren(self) -> list[int]:
        """The plan years of the outcome."""
        uitkomst = self._document.uitkomst
        return list(uitkomst.tijdas.planjaren) if uitkomst else []

    @property
    def jaar(self) -> int:
        """The year that is shown: the one chosen, as long as it is a plan year, else the first."""
        jaren = self.jaren
        return self._jaar if self._jaar in jaren else next(iter(jaren), 0)

    def kies_jaar(self, jaar: int) -> None:
        """Show another year."""
        if jaar != self._jaar:
            self._jaar = jaar
            self.jaar_gekozen.emit(jaar)

    def kies_figuur(self, figuur: Figuur) -> None:
        """Give a figure the attention."""
        if figuur != self.figuur:
            self.figuur = figuur
            self.figuur_gekozen.emit()

    def vraag_uitleg(self, figuur: Figuur) -> None:
        """Show where a figure comes from."""
        self.kies_figuur(figuur)
        self.uitleg_gevraagd.emit()

    def figuur_van(self, widget: QWidget | None) -> Figuur | None:
        """The figure that a widget, or what it stands in, is about."""
        while widget is not None:
            huidige = getattr(widget, "huidige_figuur", None)
            if huidige is not None and isinstance(figuur := huidige(), Figuur):
                return self._met_moment(figuur)
            widget = widget.parentWidget()
        return None

    def _met_moment(self, figuur: Figuur) -> Figuur | None:
        """A yearly figure without a year is that of the year that is shown; an unknown one is none."""
        from core.regels import model
        from core.rekenkunde.tijdas import Tijdsoort

        if (figuur.naam, figuur.sleutel) not in model():
            return None
        if figuur.moment is None and model()[figuur.naam, figuur.sleutel].tijd is Tijdsoort.JAAR:
            return replace(figuur, moment=self.jaar)
        return figuur
