"""How duiding speaks of amounts: the words around a figure, made from that figure."""

from __future__ import annotations

import math
from collections.abc import Iterable

from core.getallen import toon, toon_euro

NIETS = 0.5
"""Euro: less than this is shown as € 0, so it is no difference."""


ENKELVOUD = {
    "personen": "persoon",
    "mensen": "mens",
    "kwartalen": "kwartaal",
    "jaren": "jaar",
    "weken": "week",
    "uren": "uur",
    "groepen": "groep",
    "trajecten": "traject",
    "manieren": "manier",
    "andere manieren": "andere manier",
}
"""Units as they are after the number 1."""


def kost_meer(bedrag: float) -> str:
    """What an amount does to a tekort."""
    if abs(bedrag) < NIETS:
        return "Dat maakt geen verschil."
    return f"Dat kost {toon_euro(bedrag)} meer." if bedrag > 0 else f"Dat scheelt {toon_euro(-bedrag)}."


def meer_of_minder(bedrag: float) -> str:
    """An amount with its direction in words: no minus signs in a sentence."""
    if abs(bedrag) < NIETS:
        return "geen verschil"
    return f"{toon_euro(abs(bedrag))} {'minder' if bedrag < 0 else 'meer'}"


def meer_of_minder_wachtenden(mensen: float) -> str:
    """How many more or fewer people wait on average, in words."""
    getal = aantal(abs(mensen), "mensen")
    if aantal(abs(mensen)) == "0":
        return "geen verschil in wachten"
    return f"gemiddeld {getal} {'minder' if mensen < 0 else 'meer'} op de wachtlijst"


def ongeveer(getal: float, cijfers: int = 3) -> float:
    """Rounded to so many digits: what is uncertain is not told to the euro."""
    if getal == 0:
        return 0.0
    stap = 10.0 ** max(0, math.floor(math.log10(abs(getal))) + 1 - cijfers)
    return round(getal / stap) * stap


def euro(bedrag: float) -> str:
    """An uncertain amount."""
    return toon_euro(ongeveer(bedrag))


def aantal(getal: float | None, eenheid: str = "", decimalen: int = 1) -> str:
    """A count with at most so many decimals; a figure that is absent says so."""
    if getal is None:
        return "een onbekend aantal"
    tekst = toon(getal, decimalen)
    kaal = tekst.rstrip("0").rstrip(",") if "," in tekst else tekst
    return f"{kaal} {ENKELVOUD.get(eenheid, eenheid) if kaal == '1' else eenheid}".strip()


def procent(aandeel: float) -> str:
    """A share in whole percents."""
    return f"{toon(100 * aandeel, 0)} %"


def opsomming(delen: Iterable[str]) -> str:
    """`a, b en c`."""
    *voor, laatste = delen
    return f"{', '.join(voor)} en {laatste}" if voor else laatste
