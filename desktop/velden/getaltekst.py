"""Numbers between what is typed and what the plan holds: Dutch in, Dutch out, nothing multiplied in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core.getallen import Bereik, GetalFout, lees_getal_of_bereik, toon

Ruw = Any
"""A value as it stands in the plan data (rekenmodel §11), or `Onleesbaar`."""

AANDEEL, JAARTAL = "aandeel", "jaartal"


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """What was typed is no number; it stays on screen, with the sentence that says why."""

    tekst: str
    zin: str


def onleesbaar(ruw: Ruw) -> list[tuple[str, Onleesbaar]]:
    """The texts in a value that are no numbers, each with its place within the value."""
    if isinstance(ruw, Onleesbaar):
        return [("", ruw)]
    if isinstance(ruw, dict):
        return [(f" {k}{plek}", o) for k, w in ruw.items() for plek, o in onleesbaar(w)]
    if isinstance(ruw, list):
        return [pair for w in ruw for pair in onleesbaar(w)]
    return []


def lees(tekst: str, eenheid: str) -> Ruw:
    """What was typed as a value of the plan: a number, the text of a range, None for empty, or Onleesbaar."""
    if not tekst.strip():
        return None
    if bezwaar := _past_niet(tekst, eenheid):
        return Onleesbaar(tekst, bezwaar)
    try:
        waarde = lees_getal_of_bereik(tekst)
    except GetalFout as fout:
        return Onleesbaar(tekst, f"{str(fout)[:1].upper()}{str(fout)[1:]}.")
    return waarde.tekst if isinstance(waarde, Bereik) else waarde


def _past_niet(tekst: str, eenheid: str) -> str:
    """Why a sign in the text does not go with the unit of the field; empty when it does."""
    if "%" in tekst and eenheid != AANDEEL:
        return "Dit veld vraagt geen percentage. Laat het %-teken weg."
    if "€" in tekst and "euro" not in eenheid:
        return "Dit veld vraagt geen bedrag. Laat het euroteken weg."
    delen = tekst.lower().replace("verwacht", " tot ").split(" tot ")
    if 0 < tekst.count("%") < len(delen):
        return "Zet bij elk getal een %-teken, zoals 20 % tot 30 %."
    return ""


def toon_waarde(ruw: Ruw, eenheid: str) -> str:
    """A value of the plan as it stands in its field."""
    if ruw is None:
        return ""
    if isinstance(ruw, Onleesbaar):
        return ruw.tekst
    if isinstance(ruw, str):
        return _toon_bereik(ruw, eenheid)
    return _toon_getal(float(ruw), eenheid)


def _toon_bereik(tekst: str, eenheid: str) -> str:
    try:
        bereik = lees_getal_of_bereik(tekst)
    except GetalFout:
        return tekst
    if not isinstance(bereik, Bereik):
        return tekst
    begin = f"{_toon_getal(bereik.laag, eenheid)} tot {_toon_getal(bereik.hoog, eenheid)}"
    midden = bereik.verwacht == (bereik.laag + bereik.hoog) / 2
    return begin if midden else f"{begin}, verwacht {_toon_getal(bereik.verwacht, eenheid)}"


def _toon_getal(getal: float, eenheid: str) -> str:
    if eenheid == JAARTAL and getal.is_integer():
        return str(int(getal))
    if eenheid == AANDEEL:
        procent = float(f"{getal * 100:.12g}")
        if (procent == 0 or 1e-3 <= abs(procent) < 1e9) and float(f"{procent!r}e-2") == getal:
            return f"{toon(procent)} %"
    return toon(getal)


def kort(getal: float, eenheid: str) -> str:
    """A computed value, rounded for a hint in an empty field."""
    if eenheid == JAARTAL:
        return str(int(getal))
    if eenheid == AANDEEL:
        return f"{_afgerond(getal * 100, 2)} %"
    return _afgerond(getal, 0 if abs(getal) >= 10000 else 2)


def _afgerond(getal: float, decimalen: int) -> str:
    return toon(float(f"{getal:.{decimalen}f}"))
