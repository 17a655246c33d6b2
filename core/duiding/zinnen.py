"""How duiding speaks of amounts: the words around a figure, made from that figure."""

from __future__ import annotations

import math
from collections.abc import Iterable

from core.getallen import toon, toon_euro

NIETS = 0.5
"""Euro: less than this is shown as € 0, so it is no difference."""


BIJNA = 0.99
"""From this chance on draws cannot tell the difference from certain."""

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
    "eigen getallen": "eigen getal",
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


def tekort_of_overschot(bedrag: float) -> str:
    """A tekort in words: below nothing it is an overschot."""
    if abs(bedrag) < NIETS:
        return "geen tekort"
    return f"een {'tekort' if bedrag > 0 else 'overschot'} van {toon_euro(abs(bedrag))}"


def meer_of_minder_wachtenden(mensen: float) -> str:
    """How many more or fewer people wait on average, in words."""
    getal = aantal(abs(mensen), "mensen")
    if aantal(abs(mensen)) == "0":
        return "geen verschil"
    return f"gemiddeld {getal} {'minder' if mensen < 0 else 'meer'}"


def ongeveer(getal: float, naast: float | None = None, cijfers: int = 3) -> float:
    """Rounded to so many digits (of the largest it stands beside): what is uncertain is not told to the euro."""
    maat = abs(getal if naast is None else naast)
    if maat == 0:
        return 0.0
    stap = 10.0 ** max(0, math.floor(math.log10(maat)) + 1 - cijfers)
    return round(getal / stap) * stap


def euro(bedrag: float, naast: float | None = None) -> str:
    """An uncertain amount, as finely as the largest amount that it stands beside."""
    return toon_euro(ongeveer(bedrag, naast))


def kans(aandeel: float) -> str:
    """A chance in whole percents; draws never say that something is certain."""
    return "meer dan 99 %" if aandeel > BIJNA else "minder dan 1 %" if aandeel < 1 - BIJNA else procent(aandeel)


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
