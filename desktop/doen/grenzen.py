"""How far each choice may go in a proposal: one range per choice, as it is typed everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.duiding.knoppen import Knop
from core.getallen import Bereik, lees_getal_of_bereik
from desktop.stijl import halve_regel
from desktop.velden.getaltekst import Onleesbaar
from desktop.velden.getalveld import Getalveld
from desktop.woorden import eenheid_in_woorden

Grens = tuple[str, float, float]


class Grenzen(QWidget):
    """A field per choice. They belong to the question, not to the plan."""

    def __init__(self) -> None:
        super().__init__()
        self.velden: dict[str, Getalveld] = {}
        self._labels: list[QLabel] = []
        self._bereiken: dict[str, str] = {}
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(2 * halve_regel(self))
        self._rooster.setVerticalSpacing(halve_regel(self) // 2)
        for kolom, deel in ((0, 3), (2, 2)):
            self._rooster.setColumnStretch(kolom, deel)

    def vul(self, knoppen: Sequence[Knop]) -> None:
        """Show the choices that this plan has; what was typed stays."""
        bereiken = {k.naam: k.bereik_in_woorden for k in knoppen}
        if bereiken == self._bereiken:
            return
        self._bereiken = bereiken
        oud = {naam: veld.text() for naam, veld in self.velden.items()}
        for widget in (*self.velden.values(), *self._labels):
            self._rooster.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.velden, self._labels = {}, []
        for rij, knop in enumerate(knoppen):
            eenheid = eenheid_in_woorden(knop.eenheid)
            label = QLabel(f"{knop.label} ({eenheid})" if eenheid else knop.label)
            label.setWordWrap(True)
            veld = Getalveld(
                f"Grens aan {knop.label}", knop.eenheid, "Leeg: zoals in grijs. Bijvoorbeeld 45 tot 60.", breedte=18
            )
            veld.setPlaceholderText(knop.bereik_in_woorden.removeprefix(f"{knop.label} van "))
            veld.setText(oud.get(knop.naam, ""))
            label.setBuddy(veld)
            self._rooster.addWidget(label, rij, 0)
            self._rooster.addWidget(veld, rij, 1)
            self.velden[knop.naam] = veld
            self._labels.append(label)

    @property
    def gevraagd(self) -> tuple[Grens, ...]:
        """The bounds that were typed, by name of the choice: the lowest and the highest value."""
        gevonden: list[Grens] = []
        for naam, veld in self.velden.items():
            waarde = veld.waarde
            if isinstance(waarde, str):
                waarde = lees_getal_of_bereik(waarde)
            if isinstance(waarde, Bereik):
                gevonden.append((naam, waarde.laag, waarde.hoog))
            elif isinstance(waarde, float):
                gevonden.append((naam, waarde, waarde))
        return tuple(gevonden)

    @property
    def bezwaar(self) -> tuple[str, Getalveld] | None:
        """What cannot be read, and where it stands; None where all can."""
        for veld in self.velden.values():
            if isinstance(veld.waarde, Onleesbaar):
                return f"{veld.accessibleName()}: {veld.waarde.zin}", veld
        return None
