"""Which input a row could be for, and why. Only a proposal: a person chooses."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogus import Catalogus
from core.overname.blok import Blok, Rij
from core.overname.koppeling import Doel, Koppeling, Rijkoppeling, doelen
from core.overname.notatie import Notatie
from core.overname.tegenspraak import geldende_schalen, heldere_notaties

_ASIEL, _GEZIN = "asiel statushouder vergunninghouder", "gezin gezinsmigrant gezinshereniger overige"
_PER_FTE, _TARIEF, _STIJGING = "fte formatieplaats", "tarief uurtarief prijs", "stijging index indexering ontwikkeling"
_WOORDEN: dict[str, tuple[str, ...]] = {
    "instroom_asiel": ("instroom nieuw gevestigd vestiging huisvesting", _ASIEL),
    "instroom_gezin": ("instroom nieuw gevestigd vestiging", _GEZIN),
    "taakstelling": ("taakstelling huisvestingstaakstelling",),
    "begeleiding_start_asiel": ("begeleiding traject caseload", "januari start begin", _ASIEL),
    "begeleiding_start_gezin": ("begeleiding traject caseload", "januari start begin", _GEZIN),
    "wachtlijst_start_asiel": ("wachtlijst wachtend", _ASIEL),
    "wachtlijst_start_gezin": ("wachtlijst wachtend", _GEZIN),
    "caseload": ("caseload", _PER_FTE),
    "loonkosten_fte": ("loonkosten salaris loonsom personeelskosten", _PER_FTE),
    "productieve_uren": ("productieve productief declarabele", "uren"),
    "inhuuraandeel": ("inhuur", "aandeel percentage deel"),
    "inhuurtarief": ("inhuur", _TARIEF),
    "fte_beschikbaar": ("fte formatie", "beschikbaar beschikbare consulent klantmanager"),
    "gemeentefonds_structureel": ("gemeentefonds uitkering", "structureel structurele"),
    "gemeentefonds_incidenteel": ("gemeentefonds uitkering", "incidenteel incidentele"),
    "bijdrage_samenwerking": ("bijdrage", "samenwerking samenwerkingsverband centrumgemeente regeling"),
    "incidentele_kosten": ("incidenteel incidentele", "kosten lasten"),
    "overige_baten": ("overige incidentele", "baten inkomsten"),
    "spuk_voorlopig": ("spuk specifieke uitkering", "voorlopig voorlopige"),
    "trajectprijs_B1": ("b1", _TARIEF),
    "trajectprijs_Z": ("z zelfredzaamheidsroute", _TARIEF),
    "trajectprijs_onderwijs": ("onderwijsroute onderwijs", _TARIEF),
    "tolktarief": ("tolk tolken", _TARIEF),
    "loonstijging": ("loon lonen", _STIJGING),
    "prijsstijging": ("prijs prijzen", _STIJGING),
}
"""For each input the words of which one of every group must be in the label, as gemeenten write them."""
_LANGE_STAM = 4
"""A word this long also counts with an ending behind it: statushouder, statushouders."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """Row `rij` of a table could be for `doel`. `maal` is a proposal too; `vraag` says what has to be answered."""

    rij: int
    doel: Doel
    redenen: tuple[str, ...]
    maal: float | None = None
    vraag: str = ""


def voorstel(blok: Blok, catalogus: Catalogus) -> tuple[Voorstel, ...]:
    """Proposals for the rows of a table, best first per row; rows with a total get none."""
    voorstellen: list[Voorstel] = []
    for i, rij in enumerate(blok.rijen):
        if rij.totaal:
            continue
        gevonden = [(doel, redenen) for doel in doelen(catalogus).values() if (redenen := _redenen(rij, doel))]
        gevonden.sort(key=lambda paar: (not _gelijk(rij, paar[0]), -len(paar[1])))
        voorstellen += [_met_schaal(blok, i, doel, redenen) for doel, redenen in gevonden]
    return tuple(voorstellen)


def koppel(blok: Blok, gekozen: Iterable[Voorstel], notatie: Notatie | None = None) -> Koppeling:
    """The choices for a table, from the proposals that a person accepted."""
    rijen = tuple(Rijkoppeling(blok.rijen[v.rij].sleutel, v.doel.naam, v.maal) for v in gekozen)
    return Koppeling(blok.vorm, rijen, notatie)


def notatievoorstel(blok: Blok) -> tuple[Notatie, str] | None:
    """Which notation the clear numbers of a table have, with the cell that shows it; None where none or both do."""
    gezien = heldere_notaties(blok)
    return next(iter(gezien.items())) if len(gezien) == 1 else None


def _redenen(rij: Rij, doel: Doel) -> tuple[str, ...]:
    label = _woorden(rij.volledig)
    if _gelijk(rij, doel):
        return (f'de naam is gelijk aan "{doel.label}"',)
    redenen = []
    for groep in _WOORDEN.get(doel.naam, ()):
        raak = next((w for w in label if any(_past(w, stam) for stam in groep.split())), None)
        if raak is None:
            return ()
        redenen.append(f'het woord "{raak}"')
    return tuple(redenen)


def _gelijk(rij: Rij, doel: Doel) -> bool:
    return _woorden(rij.label) in (_woorden(doel.label), _woorden(doel.naam))


def _woorden(tekst: str) -> list[str]:
    return re.findall(r"[^\W_]+", tekst.lower())


def _past(woord: str, stam: str) -> bool:
    return woord == stam or (len(stam) > _LANGE_STAM and woord.startswith(stam))


def _met_schaal(blok: Blok, rij: int, doel: Doel, redenen: tuple[str, ...]) -> Voorstel:
    schalen = geldende_schalen(blok, rij, doel)
    if not schalen:
        return Voorstel(rij, doel, redenen)
    zin = f'bij {schalen[0].waar} staat "{schalen[0].woorden}"'
    malen = {s.maal for s in schalen}
    if doel.ingang.eenheid.naam == "euro" and len(malen) == 1:
        return Voorstel(rij, doel, (*redenen, zin), malen.pop(), f"Zijn deze bedragen {schalen[0].teken}?")
    return Voorstel(rij, doel, redenen, None, f"Geldt {schalen[0].teken} ook voor deze rij?")
