"""The own choices in one table: what one step more and one step less of each does in a year."""

from __future__ import annotations

from collections.abc import Sequence

from core.duiding.knoppen import MERKBAAR, Knopstap
from core.duiding.zinnen import aantal, meer_of_minder
from core.rekenkunde.regel import GROEPEN
from desktop.blik import Figuur
from desktop.paginas.teksttabel import Teksttabel
from desktop.woorden import ONBEKEND

KOPPEN = ("Eigen keuze", "Eén stap", "Tekort", "Fte", "Wachten, asiel", "Wachten, gezin")
DELEN = (0.28, 0.16, 0.14, 0.15, 0.135, 0.135)
CIJFERS = (2, 3, 4, 5)
TEKORT = "tekort_structureel"
"""The figure of which a step is told what it does."""
GEEN = "geen verschil"
FTE_MERKBAAR = 0.005
"""Fte: less is shown as none."""


class Keuzetabel(Teksttabel):
    """A row per step; Enter leads to the field of the choice, F9 to what it changes."""

    def __init__(self) -> None:
        super().__init__("Wat één stap van elke keuze doet", KOPPEN, DELEN, CIJFERS)

    def toon(self, stappen: Sequence[Knopstap]) -> None:
        """Show these steps."""
        figuren = {n: Figuur(TEKORT, (), stap.jaar) for n, stap in enumerate(stappen)}
        self.vul([(_rij(stap), stap.knop.naam) for stap in stappen], figuren=figuren)


def _rij(s: Knopstap) -> list[str]:
    stap = s.knop.in_woorden(s.stappen).removeprefix(s.knop.label).strip()
    tekort = ONBEKEND if s.tekort is None else meer_of_minder(s.tekort)
    return [s.knop.label, stap, tekort, _fte(s), *(_weken(s.wachtweken.get(groep)) for groep in GROEPEN)]


def _fte(s: Knopstap) -> str:
    """What is used, and what is needed, where either changes."""
    delen = [
        f"{naam} {aantal(abs(w), decimalen=2)} {'meer' if w > 0 else 'minder'}"
        for naam, w in (("ingezet", s.fte_ingezet), ("nodig", s.fte_nodig))
        if w is not None and abs(w) >= FTE_MERKBAAR
    ]
    bekend = s.fte_ingezet is not None or s.fte_nodig is not None
    return "\n".join(delen) or (GEEN if bekend else ONBEKEND)


def _weken(weken: float | None) -> str:
    if weken is None:
        return ONBEKEND
    if abs(weken) < MERKBAAR:
        return GEEN
    return f"{aantal(abs(weken), 'weken')} {'langer' if weken > 0 else 'korter'}"
