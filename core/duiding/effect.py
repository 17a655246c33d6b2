"""The effect of an own choice, as it stands beside its field: what one step more does to the tekort of one year."""

from __future__ import annotations

from core.duiding.knoppen import MERKBAAR, STAPPEN, Knop, Knopstap, euro_bekend, knoppen, knopstap, telt_mee
from core.duiding.zinnen import NIETS, aantal
from core.getallen import toon, toon_euro
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.regel import NAMEN

KEUZES = frozenset(STAPPEN)
"""The inputs that have an effect to show."""
ONBEKEND = "nog niet te zeggen"
_MAAT = {"aandeel": "procentpunt", "gesprekken per persoon": "gesprek per persoon"}
"""How a step in a unit is called."""


def effecten(uitkomst: Uitkomst, jaar: int) -> dict[str, str]:
    """What one step more (less, where more is not possible) of each of `KEUZES` does to the structural tekort.

    Args:
        uitkomst: of the plan.
        jaar: the plan year.

    Returns:
        Per input a phrase, with one part per group for which it is a choice of its own. `ONBEKEND` where something
        is missing that the effect depends on.
    """
    delen: dict[str, list[str]] = {naam: [] for naam in STAPPEN}
    for knop in knoppen(uitkomst):
        naam, groep = _ingang(knop, uitkomst)
        stap = knopstap(uitkomst, knop, 1 if knop.kan(1) else -1, jaar)
        zin = _zin(stap) if euro_bekend(uitkomst, knop.naam) else _zonder_euro(stap)
        delen[naam].append(f"{NAMEN[groep]}: {zin}" if groep else zin)
    return {naam: "; ".join(zinnen) or _zonder_knop(uitkomst, naam) for naam, zinnen in delen.items()}


def _ingang(knop: Knop, uitkomst: Uitkomst) -> tuple[str, str]:
    gevonden = uitkomst.catalogus.ingang_van(knop.naam)
    assert gevonden is not None
    return gevonden[0].naam, gevonden[1]


def _zonder_knop(uitkomst: Uitkomst, naam: str) -> str:
    if not telt_mee(uitkomst, naam):
        return f"geen, want bij de methode {uitkomst.methode} telt dit niet mee"
    return ONBEKEND


def _zin(stap: Knopstap) -> str:
    if stap.tekort is None:
        return ONBEKEND
    if abs(stap.tekort) < NIETS:
        gevolg = "maakt geen verschil"
    elif stap.tekort > 0:
        gevolg = f"kost {toon_euro(stap.tekort)} extra"
    else:
        gevolg = f"scheelt {toon_euro(-stap.tekort)}"
    return f"{_in_woorden(stap)} {gevolg}{_wachten(stap)}"


def _zonder_euro(stap: Knopstap) -> str:
    return f"{_in_woorden(stap)} is bij de methode landelijk niet in euro te zeggen{_wachten(stap)}"


def _in_woorden(stap: Knopstap) -> str:
    return f"{_stap(stap.knop)} {'meer' if stap.stappen > 0 else 'minder'}"


def _stap(knop: Knop) -> str:
    stap = knop.stap * (100 if knop.eenheid == "aandeel" else 1)
    return f"{toon(round(stap, 9))} {_MAAT.get(knop.eenheid, knop.eenheid)}"


def _wachten(stap: Knopstap) -> str:
    """The waiting that goes with it: what is saved by letting people wait is not just saved."""
    weken = [w for w in stap.wachtweken.values() if w is not None and abs(w) >= MERKBAAR]
    if not weken:
        return ""
    if min(weken) < 0 < max(weken):
        return ", en de ene groep wacht langer, de andere korter"
    laag, hoog = sorted(abs(w) for w in (min(weken), max(weken)))
    van = "" if aantal(laag) == aantal(hoog) else f"{aantal(laag)} tot "
    return f", en wachten duurt {van}{aantal(hoog, 'weken')} {'langer' if weken[0] > 0 else 'korter'}"
