"""What rows of the catalogue share: words, class, source and the way back, from the catalogue and the plan."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from core.catalogus import Ingang
from desktop.document import Document
from desktop.velden.herkomst import Herkomst
from desktop.velden.invoerrij import Invoerrij
from desktop.woorden import BASIS_IN_WOORDEN

LANGSTE_BRON = 24
"""Characters of a source that are shown beside the field; the rest is in its tip and its line."""


def _meer(ingang: Ingang) -> str:
    """What is behind "Toelichting": where to look, what it means, and the source of the suggestie."""
    delen = [f"Waar vindt u dit? {ingang.vindplek}" if ingang.vindplek else "", ingang.toelichting]
    if ingang.kengetallen:
        bronnen = dict.fromkeys(f"{k.bron.titel}, {k.vindplaats}" for k in ingang.kengetallen)
        delen.append(f"Bron: {'; '.join(bronnen)}.")
    return "\n".join(deel for deel in delen if deel)


TERUG, BRON = "terug", "bron"


class Catalogusrij(Invoerrij):
    """What rows of the catalogue share: label, help and class from the catalogue, the value from the plan."""

    def __init__(self, document: Document, ingang: Ingang) -> None:
        super().__init__(ingang.naam, ingang.label, ingang.hulp, _meer(ingang))
        self.document, self.ingang = document, ingang
        self.herkomst: Herkomst | None = None
        self.link_gevolgd.connect(self._doe)

    def namen(self) -> list[str]:
        """The names of the plan that this row fills."""
        return [self.naam]

    def gevuld(self) -> list[str]:
        """Those that are filled in."""
        return [naam for naam in self.namen() if self.document.haal(("invoer", naam)) is not None]

    def _anders(self) -> list[str]:
        """Those that the scenario that is shown gives a value of its own."""
        if not self.document.scenario:
            return []
        basis = self.document.haal_basis
        return [n for n in self.namen() if self.document.haal(("invoer", n)) != basis(("invoer", n))]

    def _toon_soort(self) -> None:
        """Show the class of what counts now, and what can be done with it."""
        gevuld, anders = self.gevuld(), self._anders()
        self.zet_klasse("eigen" if gevuld else self.ingang.klasse.value, anders=bool(anders))
        links = []
        if anders:
            links.append((TERUG, f"Terug naar {BASIS_IN_WOORDEN}"))
        elif gevuld and (self.ingang.kengetallen or self.ingang.standaard is not None):
            links.append((TERUG, "Terug naar de suggestie" if self.ingang.kengetallen else "Terug naar de standaard"))
        if gevuld:
            noot = self._noot()
            links.append((BRON, f"Bron: {_kort(noot)}" if noot else "Bron noteren"))
        self.zet_links(links)
        if self.herkomst is not None:
            self.herkomst.ververs()

    def _noot(self) -> str:
        for naam in self.gevuld():
            if velden := self.document.haal(("herkomst", naam)):
                return ", ".join(t for t in (velden.get(n) for n in ("bron", "datum", "door", "nota")) if t)
        return ""

    def _doe(self, link: str) -> None:
        if link == BRON:
            self._klap_bron()
            return
        basis = self._anders()
        self.document.stapel.beginMacro(f"{self.ingang.label}: {'Basis' if basis else 'suggestie'}")
        for naam in basis or self.gevuld():
            waarde = self.document.haal_basis(("invoer", naam)) if basis else None
            self.document.zet(("invoer", naam), waarde, self.ingang.label)
        self.document.stapel.endMacro()
        self.ververs()

    def _klap_bron(self) -> None:
        if self.herkomst is None:
            self.herkomst = Herkomst(self.document, self.ingang.label, self.gevuld)
            self.voeg_onder_toe(self.herkomst)
            self.herkomst.ververs()
        else:
            self.herkomst.setVisible(self.herkomst.isHidden())
        self.veranderd.emit()
        if not self.herkomst.isHidden():
            self.herkomst.velden["bron"].setFocus()

    def focusvolgorde(self) -> list[QWidget]:
        """With the lines for the source under the rest."""
        open_ = self.herkomst is not None and not self.herkomst.isHidden()
        onder = list(self.herkomst.velden.values()) if self.herkomst is not None and open_ else []
        return [*super().focusvolgorde(), *onder]


def _kort(tekst: str) -> str:
    return escape(tekst if len(tekst) <= LANGSTE_BRON else f"{tekst[: LANGSTE_BRON - 1]}…")
