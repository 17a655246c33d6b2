"""The first page: whose plan it is, which years, and which announced measure counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from core.getallen import toon
from desktop.blik import Blik
from desktop.document import Document
from desktop.gegevens import Veldpad
from desktop.paginas.pagina import Formulier
from desktop.plaatsen import GEMEENTEVELDEN
from desktop.velden.getaltekst import JAARTAL, Ruw
from desktop.velden.getalveld import Getalveld, Tekstveld
from desktop.velden.invoerrij import Invoerrij

if TYPE_CHECKING:
    from core.catalogus import Catalogus
    from desktop.stappen import Stap

MAATREGEL = "spuk_korting"
_HULP = {
    "gemeente, naam": "De naam staat boven alles wat uit de planner komt.",
    "startjaar": "Het eerste jaar waarvoor u een begroting maakt.",
    "horizon": "Hoeveel jaren vooruit u plant: 1 tot en met 10. Gewoon is 5.",
    "gemeente, cbs_code": "De letters GM en vier cijfers, zoals het CBS ze gebruikt. U mag dit leeg laten.",
    "gemeente, inwonertal": "Om uw gemeente met andere te vergelijken. U mag dit leeg laten.",
}
_EENHEID = {"startjaar": JAARTAL}


class Gemeentepagina(Formulier):
    """The page about the gemeente and the plan as a whole."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        rijen: list[Invoerrij] = [
            _Veldrij(document, plaats, getal=plaats not in ("gemeente, naam", "gemeente, cbs_code")) for plaats in _HULP
        ]
        super().__init__(document, blik, stap, [("", [*rijen, _Maatregelrij(document)])])


class _Veldrij(Invoerrij):
    """One text or number outside the inputs of the catalogue."""

    def __init__(self, document: Document, plaats: str, *, getal: bool) -> None:
        super().__init__(plaats, GEMEENTEVELDEN[plaats], _HULP[plaats])
        self._document = document
        self._veldpad: Veldpad = tuple(plaats.split(", "))
        naam = GEMEENTEVELDEN[plaats]
        self.veld = (
            Getalveld(naam, _EENHEID.get(plaats, "getal"), _HULP[plaats], breedte=10)
            if getal
            else Tekstveld(naam, _HULP[plaats], breedte=34 if plaats.endswith("naam") else 10)
        )
        self.label.setBuddy(self.veld)
        self.zet_inhoud(self.veld)
        self.zet_klasse("eigen")
        self.ververs()
        self.veld.getypt.connect(self._getypt)

    def _getypt(self, waarde: Ruw) -> None:
        self._document.zet(self._veldpad, waarde if waarde != "" else None, self.label.text(), self.veld.beurt)

    def ververs(self) -> None:
        """Show what the plan says now."""
        waarde = self._document.haal(self._veldpad)
        self.veld.zet(waarde if waarde is not None or isinstance(self.veld, Getalveld) else "")

    def invulvelden(self) -> list[QWidget]:
        """The field."""
        return [self.veld]


class _Maatregelrij(Invoerrij):
    """The switch of an announced measure."""

    def __init__(self, document: Document) -> None:
        super().__init__("maatregelen", GEMEENTEVELDEN["maatregelen"], "")
        self._document = document
        self.schakelaar = QCheckBox("meerekenen")
        self.schakelaar.setAccessibleName(self.label.text())
        self.label.setBuddy(self.schakelaar)
        self.zet_inhoud(self.schakelaar)
        self.zet_klasse("aangekondigd")
        self.ververs()
        self.schakelaar.clicked.connect(self._geklikt)

    def _geklikt(self, aan: bool) -> None:
        overige = [m for m in self._document.gegevens["maatregelen"] if m != MAATREGEL]
        self._document.zet(("maatregelen",), [*overige, MAATREGEL] if aan else overige, self.label.text())

    def ververs_hints(self) -> None:
        """Say what the measure is, in the words and figures of the catalogue."""
        if not self.schakelaar.accessibleDescription():
            hulp, meer = _over_maatregel(self._document.catalogus)
            self.zet_hulp(hulp, meer)
            self.schakelaar.setAccessibleDescription(hulp)
            self.veranderd.emit()

    def ververs(self) -> None:
        """Show whether it counts."""
        self.schakelaar.setChecked(MAATREGEL in self._document.gegevens["maatregelen"])

    def invulvelden(self) -> list[QWidget]:
        """The switch."""
        return [self.schakelaar]


def _over_maatregel(catalogus: Catalogus) -> tuple[str, str]:
    korting, laatste = catalogus["spuk_korting_aangekondigd"], catalogus["spuk_korting_voor"]
    aandeel, jaar = korting.kengetallen[0], laatste.kengetallen[0]
    hulp = (
        f"Rekent vanaf {round(jaar.punt) + 1} met {toon(aandeel.punt * 100, 0)} % minder SPUK. "
        "De korting is aangekondigd, niet vastgesteld."
    )
    return hulp, f"{korting.hulp} {laatste.hulp}\nBron: {aandeel.bron.titel}, {aandeel.vindplaats}."
