"""What the charts of the explanation say: bars from one amount to another, each under its own name.

Two of them: the waterfall from the money received to the cost, and the tornado of what is uncertain. As in
`core.rapport.grafieken` the same content serves the screen, a picture and a reader who sees neither.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.duiding.bijdragen import Staaf, Waterval, begripnaam
from core.duiding.gevoeligheid import Tornado
from core.duiding.oorzaken import Wie
from core.duiding.zinnen import euro, meer_of_minder
from core.getallen import toon_euro

TOTAAL = "totaal"
"""The kind of a bar that is no cause: where the waterfall begins and ends."""
BEREIK, TOEVAL = "bereik", "toeval"
"""The kinds of bars of the tornado: what can be looked up, and what cannot."""
BEGIN = {
    "tekort_structureel": "Structureel geld",
    "tekort_totaal": "Al het geld",
    "tekort_met_wachtlijst": "Structureel geld",
}
EINDE = {
    "tekort_structureel": "Blijvende kosten",
    "tekort_totaal": "Alle kosten",
    "tekort_met_wachtlijst": "Blijvende kosten, met de wachtlijst",
}
"""Where the waterfall of each definition begins and ends: the costs and the money that it counts."""
HOOGUIT = 10
"""Bars of the tornado; the rest stands in the table."""


@dataclass(frozen=True)
class Balk:
    """One bar: from where to where, and in words what stands beside its ends; `soort` decides its pattern."""

    label: str
    van: float
    tot: float
    soort: str
    voor: str
    na: str


@dataclass(frozen=True)
class Balkgrafiek:
    """A chart of bars under each other, ready to be drawn or read.

    `titel` is the message; `groepen` are what belongs together, in words, each with its number of bars; `lijn` is the
    amount at which a line stands.
    """

    naam: str
    kop: str
    titel: str
    eenheid: str
    balken: tuple[Balk, ...]
    groepen: tuple[tuple[str, int], ...]
    in_woorden: str
    lijn: float | None = None


def op_volgorde(waterval: Waterval) -> list[Staaf]:
    """The causes as they are shown: those of the Rijk, then own choices, then circumstances."""
    wie = list(Wie)
    return sorted(waterval.staven, key=lambda s: wie.index(s.wie))


def waterval_in_beeld(waterval: Waterval) -> Balkgrafiek:
    """From the money received to the cost of one year; every bar begins where the one above it ends."""
    balken = [_totaal(BEGIN[waterval.begrip], waterval.middelen)]
    stand = waterval.middelen
    staven = op_volgorde(waterval)
    for staaf in staven:
        nieuw = stand + staaf.bedrag
        balken.append(Balk(staaf.label, stand, nieuw, staaf.wie.value, "", meer_of_minder(staaf.bedrag)))
        stand = nieuw
    balken.append(_totaal(EINDE[waterval.begrip], waterval.kosten))
    groepen = [(f"{wie.value}:\n{meer_of_minder(waterval.van(wie))}", sum(s.wie is wie for s in staven)) for wie in Wie]
    doet, wat = ("komt", "te kort") if waterval.tekort >= 0 else ("houdt", "over")
    titel = f"In {waterval.jaar} {doet} u {toon_euro(abs(waterval.tekort))} {wat}"
    delen = [f"{s.label} ({s.wie.value}): {meer_of_minder(s.bedrag)}" for s in staven]
    woorden = [
        f"{waterval.zin} {BEGIN[waterval.begrip]}: {toon_euro(waterval.middelen)}",
        *delen,
        f"{EINDE[waterval.begrip]}: {toon_euro(waterval.kosten)}.",
    ]
    return Balkgrafiek(
        "waterval",
        f"Waarom {begripnaam(waterval.begrip)} in {waterval.jaar}",
        titel,
        "euro",
        tuple(balken),
        tuple(_met_begin_en_eind(groepen)),
        "; ".join(woorden),
    )


def _totaal(label: str, bedrag: float) -> Balk:
    return Balk(label, 0.0, bedrag, TOTAAL, "", toon_euro(bedrag))


def _met_begin_en_eind(groepen: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """The first and the last bar belong to no group."""
    return [("", 1), *((woorden, n) for woorden, n in groepen if n), ("", 1)]


def tornado_in_beeld(tornado: Tornado) -> Balkgrafiek | None:
    """What is uncertain, the widest first, around the figure of the plan; None where nothing is."""
    if not tornado.uitslagen:
        return None
    getoond = tornado.uitslagen[:HOOGUIT]
    balken = tuple(
        Balk(u.label, u.laag, u.hoog, TOEVAL if u.toeval else BEREIK, euro(u.laag), euro(u.hoog)) for u in getoond
    )
    eerste, jaar = getoond[0], tornado.plek[1]
    titel = f"{eerste.label} maakt in {jaar} het meeste uit: {euro(eerste.breedte)}"
    delen = [f"{b.label} ({b.soort}): van {b.voor} tot {b.na}" for b in balken]
    woorden = f"{tornado.label} in {jaar}: {toon_euro(tornado.punt)} in uw plan. {'; '.join(delen)}. {tornado.zin}"
    kop = f"Wat het meest uitmaakt in {jaar}"
    return Balkgrafiek("tornado", kop, titel, "euro", balken, (), woorden, tornado.punt)
