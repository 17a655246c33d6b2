"""Cell styles by role, and the number format of each unit. Stored language-neutral: a Dutch Excel shows 1.234,56."""

from __future__ import annotations

from functools import cache
from typing import Any

from core.rekenkunde.eenheden import Unit
from core.werkboek.letters import PUNTEN, tekstbreedte
from core.werkboek.vel import Stijl

GETALVORM = {
    "euro": "#,##0",
    "euro per persoon": "#,##0.00",
    "euro per fte": "#,##0",
    "euro per uur": "#,##0.00",
    "aandeel": "0.0%",
    "jaartal": "0",
    "jaren": "0",
    "kwartalen": "0",
    "index": "0.0000",
    "personen": "#,##0.0",
    "getal": "0.00",
    "keuze": "@",
}
STANDAARDVORM = "#,##0.00"
TEKSTVORM = "@"

ACCENT, DONKER, MIDDEN, LICHTGRIJS = "#1F5C7A", "#262F36", "#7C8A94", "#C5CED4"
"""One colour and three greys; each differs enough in lightness to be told apart without colour."""
GRIJS_VLAK, INVOER, KOP, WIT = "#F2F5F7", "#FFF7D6", "#E3EAEE", "#FFFFFF"
RAND, INVOERRAND, RASTER = "#9AA7AF", "#B89B2E", "#D9DFE3"

_INVOER: dict[str, Any] = {"vlak": INVOER, "kader": INVOERRAND, "open": True}
_KOP: dict[str, Any] = {"vet": True, "vlak": KOP, "onderrand": RAND, "terugloop": True}
ROLLEN: dict[str, dict[str, Any]] = {
    "titel": {"vet": True, "punten": 16, "kleur": ACCENT},
    "ondertitel": {"kleur": "#44525C"},
    "oordeel": {"vet": True, "kleur": DONKER},
    "kernzin": {"punten": 11, "kleur": DONKER},
    "kop": _KOP,
    "kopjaar": {**_KOP, "kant": "rechts"},
    "tussenkop": {"vet": True, "kleur": ACCENT, "punten": 11, "hoogte": "onder", "onderrand": RAND},
    "label_som": {"terugloop": True, "vet": True},
    "klein": {"kleur": "#55626B", "punten": 9, "inspring": 1, "kant": "links"},
    "tekst": {"terugloop": True},
    "kenmerk": {"terugloop": True, "punten": 9, "inspring": 1, "kant": "links"},
    "kop_in": {**_KOP, "inspring": 1, "kant": "links"},
    "lijst": {"terugloop": True, "onderrand": LICHTGRIJS},
    "lijst_in": {"terugloop": True, "onderrand": LICHTGRIJS, "inspring": 1, "kant": "links"},
    "invoer": _INVOER,
    "invoertekst": {**_INVOER, "terugloop": True},
    "koppelvak": {"vlak": WIT, "kader": INVOERRAND, "open": True, "schuin": True},
    "vast": {"vlak": GRIJS_VLAK},
    "berekening": {"vlak": WIT},
    "uitkomst": {},
    "uitkomst_som": {"vet": True},
    "antwoord": {"vlak": WIT, "vet": True, "kant": "rechts"},
    "verschil": {"vlak": GRIJS_VLAK, "schuin": True},
    "koppeling": {"kleur": "#0B5394", "streep": True, "onderrand": LICHTGRIJS},
}
BOVENSCHRIFT = ("titel", "ondertitel", "oordeel")
ROLLEN |= {f"{rol}_smal": {**ROLLEN[rol], "terugloop": True} for rol in BOVENSCHRIFT}
"""The properties of every role, in words that every file format has.

vet, schuin, streep (underline), punten, kleur; vlak (fill), kader and onderrand (colour of thin lines); kant, hoogte
(alignment; in height it is midden unless it says onder), inspring (indent) and terugloop (wrap); open (unlocked).
What stands above a table is `_smal` where the first column is repeated on other pages: it must fit in that column.
"""


@cache
def stijl(rol: str, eenheid: Unit | None = None) -> Stijl:
    """The style of a role, with the number format of a unit."""
    return Stijl(rol, "" if eenheid is None else getalvorm(eenheid))


def getalbreedte(getal: float, stijl: Stijl) -> float:
    """How wide a number is shown, in characters of a column."""
    return _getalbreedte(len(f"{abs(getal):.0f}"), stijl)


@cache
def _getalbreedte(cijfers: int, stijl: Stijl) -> float:
    """Of a number below zero with so many digits before the comma."""
    vorm, eigen = stijl.vorm.partition(";")[0], ROLLEN[stijl.rol]
    punten = "." * ((cijfers - 1) // 3) if vorm.startswith("#,") else ""
    achter = vorm.removeprefix("#,##").removeprefix("0").replace('"', "")
    tekst = f"-{'0' * cijfers}{punten}{achter}"
    return tekstbreedte(tekst, eigen.get("punten", PUNTEN), vet=eigen.get("vet", False))


def getalvorm(eenheid: Unit) -> str:
    """The number format of a unit."""
    return GETALVORM.get(eenheid.naam, STANDAARDVORM)
