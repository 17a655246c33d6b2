"""What an empty field says: which value counts as long as nothing is filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.catalogus import Ingang, Kengetal, Vorm
from core.getallen import Bereik
from core.rekenkunde.regel import GROEPEN
from desktop.velden.getaltekst import JAARTAL, kort, toon_waarde
from desktop.velden.vormen import BEDRAG, Cel, haal

if TYPE_CHECKING:
    from desktop.document import Document


LANGSTE = 18
"""Characters of a hint that fit a field; a longer one leaves the word to the class beside the label."""


def hint(document: Document, ingang: Ingang, groep: str, cel: Cel, *, smal: bool) -> str:
    """The text of an empty field: `suggestie: 0,75`, or in a narrow field `(0,75)`."""
    if cel.is_prijspeil:
        return _peil(document, ingang, groep, cel)
    if groep and ingang.groepen == "beide":
        voor_beide = haal(document.haal(("invoer", ingang.naam)), cel.sleutel)
        if voor_beide is not None:
            return f"({toon_waarde(voor_beide, ingang.eenheid.naam)})"
    bekend = _uit_catalogus(ingang, groep, cel)
    if smal:
        tekst = bekend[1] if bekend else _uit_uitkomst(document, ingang, groep, cel)
        return f"({tekst})" if tekst else ""
    if bekend is None:
        return ""
    tekst = f"{bekend[0]}: {bekend[1]}"
    return tekst if len(tekst) <= LANGSTE else f"({bekend[1]})"


def _peil(document: Document, ingang: Ingang, groep: str, cel: Cel) -> str:
    """The price level that counts: of the suggestie while the amount is blank, else the first year of the plan."""
    naam = f"{ingang.naam}_{groep}" if groep else ingang.naam
    blanco = haal(document.haal(("invoer", naam)), (*cel.sleutel[:-1], BEDRAG)) is None
    kengetal = _kengetal(ingang, groep, cel) if blanco else None
    jaar = kengetal.prijspeil if kengetal else document.haal(("startjaar",))
    return toon_waarde(jaar, JAARTAL)


def _uit_catalogus(ingang: Ingang, groep: str, cel: Cel) -> tuple[str, str] | None:
    if ingang.kengetallen:
        groepen = (groep,) if groep or not ingang.groepen else GROEPEN
        gevonden = [_kengetal(ingang, g, cel) for g in groepen]
        teksten = [_van_kengetal(k, ingang, cel) for k in gevonden if k is not None]
        teksten = list(dict.fromkeys(t for t in teksten if t))
        if teksten:
            return ingang.klasse.value if ingang.klasse.value != "eigen" else "suggestie", " en ".join(teksten)
    if ingang.standaard is None or isinstance(ingang.standaard, str | bool):
        return None
    if isinstance(ingang.standaard, tuple):
        i = cel.sleutel[-1] if cel.sleutel else None
        return ("standaard", kort(ingang.standaard[i], ingang.eenheid.naam)) if isinstance(i, int) else None
    return "standaard", toon_waarde(ingang.standaard, ingang.eenheid.naam)


def _kengetal(ingang: Ingang, groep: str, cel: Cel) -> Kengetal | None:
    return ingang.kengetal_in(cel.jaar) if cel.jaar is not None else ingang.kengetal(groep, cel.route)


def _van_kengetal(kengetal: Kengetal, ingang: Ingang, cel: Cel) -> str:
    waarde = kengetal.waarde
    if isinstance(waarde, tuple):
        i = cel.sleutel[-1] if cel.sleutel else None
        return kort(waarde[i], ingang.eenheid.naam) if isinstance(i, int) and i < len(waarde) else ""
    return toon_waarde(waarde.tekst if isinstance(waarde, Bereik) else waarde, ingang.eenheid.naam)


def _uit_uitkomst(document: Document, ingang: Ingang, groep: str, cel: Cel) -> str:
    """The value that the outcome counts with in this year."""
    uitkomst = document.uitkomst
    if uitkomst is None or cel.jaar is None or ingang.vorm is Vorm.HALFJAREN:
        return ""
    sleutel = tuple(s for s in (groep, cel.route) if s)
    waarde = uitkomst.waarde(ingang.naam, *sleutel, moment=cel.jaar)
    return "" if waarde is None else kort(waarde, ingang.eenheid.naam)
