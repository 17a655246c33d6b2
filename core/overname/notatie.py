"""Numbers as text, in Dutch or in English notation: read where only one meaning is possible, else asked about.

`1.234` is twelve hundred in the one and one and a bit in the other; `1.234,5` can only be Dutch. What the text itself
does not settle is never settled by what stands around it: the user says which notation the table has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from core.getallen import GRENS

LANGSTE = 40
"""Characters; a longer text is no number."""


class Notatie(Enum):
    """Which sign separates the decimals."""

    NEDERLANDS = "nederlands"
    ENGELS = "engels"


class GeenGetal(ValueError):
    """The text is no number in any notation."""


class Dubbelzinnig(ValueError):
    """The text is a number in both notations, and not the same one."""


@dataclass(frozen=True, slots=True)
class Tekstgetal:
    """What a text can mean: a number per notation in which it is one, and the signs around it.

    `voorlopig` holds the star or stars by which CBS marks a provisional figure.
    """

    lezingen: Mapping[Notatie, float]
    procent: bool = False
    euro: bool = False
    voorlopig: str = ""

    def waarde(self, notatie: Notatie | None = None) -> float:
        """The number; `notatie` only decides where the text has two meanings.

        Raises:
            Dubbelzinnig: two meanings, and no notation is given.
        """
        mogelijk = set(self.lezingen.values())
        if len(mogelijk) == 1:
            return mogelijk.pop()
        if notatie is None:
            raise Dubbelzinnig
        return self.lezingen[notatie]


_EURO = re.compile(r"^(?:€|eur(?:o)?\b) ?| ?(?:€|\beur(?:o)?)$", re.IGNORECASE)
_STERREN = re.compile(r"(?<=[\d)%]) ?(\*{1,2})$")
_HELE_EURO = re.compile(r",(?:-{1,2}|[–—=])$")
_GEHEEL = r"(?P<geheel>0|[1-9]\d*|[1-9]\d{{0,2}}(?:(?P<scheiding>[ '{duizend}])\d{{3}})(?:(?P=scheiding)\d{{3}})*)"
_VORMEN = {
    notatie: re.compile(_GEHEEL.format(duizend=duizend) + rf"(?:\{komma}(?P<deel>\d+))?", re.ASCII)
    for notatie, duizend, komma in ((Notatie.NEDERLANDS, ".", ","), (Notatie.ENGELS, ",", "."))
}


def lees_tekst(tekst: str) -> Tekstgetal:
    """What a text can mean as a number.

    Understood are spaces of all kinds and apostrophes between thousands, € or EUR, %, brackets and a minus behind for
    less than nothing, `,-` for whole euros, an apostrophe in front and the stars of CBS.

    Raises:
        GeenGetal: it is no number.
    """
    kaal = " ".join(tekst.split()).replace("\u2212", "-").replace("’", "'")
    if len(kaal) > LANGSTE:
        raise GeenGetal
    sterren = _STERREN.search(kaal)
    kaal = (kaal[: sterren.start()] if sterren else kaal).removeprefix("'")
    kaal, procent = (kaal[:-1].rstrip(), True) if kaal.endswith("%") else (kaal, False)
    kaal, euro, negatief = _zonder_tekens(kaal)
    if procent and euro:
        raise GeenGetal
    heel = _HELE_EURO.search(kaal)
    lezingen = {}
    for notatie, vorm in _VORMEN.items():
        if heel and notatie is Notatie.ENGELS:
            continue
        gevonden = vorm.fullmatch(kaal[: heel.start()] if heel else kaal)
        if gevonden and not (heel and gevonden["deel"]):
            cijfers = re.sub(r"\D", "", gevonden["geheel"])
            getal = float(f"{cijfers}.{gevonden['deel'] or 0}{'e-2' if procent else ''}")
            lezingen[notatie] = -getal if negatief else getal
    if not lezingen or any(abs(g) >= GRENS for g in lezingen.values()):
        raise GeenGetal
    return Tekstgetal(lezingen, procent, euro, sterren[1] if sterren else "")


def _zonder_tekens(tekst: str) -> tuple[str, bool, bool]:
    """The text without one euro sign and one sign for less than nothing (a minus, or brackets), in any order."""
    euro = negatief = False
    for _ in range(2):
        zonder = _EURO.sub("", tekst, count=1)
        if zonder != tekst and not euro:
            tekst, euro = zonder, True
        achter = tekst.endswith("-") and not _HELE_EURO.search(tekst)
        haken = tekst.startswith("(") and tekst.endswith(")")
        if (tekst.startswith("-") or achter or haken) and not negatief:
            binnen = tekst[1:-1] if haken else tekst[:-1] if achter else tekst[1:]
            tekst, negatief = binnen.strip(), True
    return tekst, euro, negatief
