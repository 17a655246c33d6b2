"""The number fields of a row as a small sheet: paste from Excel, fill to the right, copy with headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.velden.getaltekst import lees, toon_waarde
from desktop.velden.vormen import Cel, haal, zet
from desktop.woorden import aantal

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.velden.getaltekst import Ruw
    from desktop.velden.waardeveld import Waardeveld

Vak = tuple["Waardeveld", Cel]


class Rooster:
    """The cells of a row, line by line, the years of prices left out."""

    def __init__(self, document: Document, velden: list[Waardeveld]) -> None:
        self._document = document
        self.lijnen: list[list[Vak]] = []
        for veld in velden:
            for regel in veld.regels():
                if lijn := [(veld, cel) for cel in regel if not cel.is_prijspeil]:
                    self.lijnen.append(lijn)

    def _plek(self, vak: Vak) -> tuple[int, int]:
        for nummer, lijn in enumerate(self.lijnen):
            if vak in lijn:
                return nummer, lijn.index(vak)
        return 0, 0

    def plak(self, vak: Vak, tekst: str, stap: str) -> None:
        """Put the cells of a text from a spreadsheet from here on; the step says how many had no place."""
        rij, kolom = self._plek(vak)
        nieuw: dict[str, Ruw] = {}
        over = 0
        for i, regel in enumerate(tekst.strip("\r\n").split("\n")):
            for k, stuk in enumerate(regel.rstrip("\r").split("\t")):
                lijn = self.lijnen[rij + i] if rij + i < len(self.lijnen) else []
                if kolom + k < len(lijn):
                    veld, cel = lijn[kolom + k]
                    waarde = lees(stuk, cel.eenheid(veld.ingang))
                    nieuw[veld.naam] = zet(nieuw.get(veld.naam, veld.ruw), cel.sleutel, waarde)
                else:
                    over += bool(stuk.strip())
        past_niet = aantal(over, "getal past niet", "getallen passen niet")
        self._zet(nieuw, f"{stap}, {past_niet}" if over else stap)

    def trek_door(self, vak: Vak, stap: str) -> None:
        """Give every cell to the right the value of this one."""
        rij, kolom = self._plek(vak)
        veld, cel = vak
        waarde, nieuw = haal(veld.ruw, cel.sleutel), veld.ruw
        for _, volgende in self.lijnen[rij][kolom + 1 :]:
            nieuw = zet(nieuw, volgende.sleutel, waarde)
        self._zet({veld.naam: nieuw}, stap)

    def _zet(self, nieuw: dict[str, Ruw], stap: str) -> None:
        self._document.stapel.beginMacro(stap)
        for naam, waarde in nieuw.items():
            self._document.zet(("invoer", naam), waarde, stap)
        self._document.stapel.endMacro()

    def als_tekst(self) -> str:
        """All cells with their headings, as a spreadsheet takes them."""
        regels: list[list[str]] = []
        for lijn in self.lijnen:
            veld, eerste = lijn[0]
            koppen = ["", *(cel.kolom for _, cel in lijn)]
            if any(koppen) and koppen not in regels:
                regels.append(koppen)
            voor = ", ".join(deel for deel in (veld.label, eerste.lijn) if deel)
            waarden = [toon_waarde(haal(v.ruw, cel.sleutel), cel.eenheid(v.ingang)) for v, cel in lijn]
            regels.append([voor, *waarden])
        return "\n".join("\t".join(regel) for regel in regels)
