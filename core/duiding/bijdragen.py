"""Bijdragen: why a gemeente falls short, from the money it receives to what it costs (besluit 008).

Each bar is the Shapley value of one cause against the reference: its mean effect over every order in which the
causes could have come one after another. So no order is favoured, causes with the same effect get the same bar, a
cause without effect gets none, and together the bars are exactly the tekort.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.duiding.oorzaken import FORMATIE, Oorzaak, PlanNaastReferentie, Wie
from core.duiding.referentie import Referentie
from core.duiding.varianten import reken
from core.duiding.zinnen import NIETS, aantal, kost_meer, meer_of_minder, opsomming, procent
from core.getallen import toon, toon_euro
from core.regels.model import model
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import NAN, Plek
from core.rekenkunde.regel import GEZIN, GROEPEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reeks = NDArray[np.float64]

TEKORTEN = {
    "tekort_structureel": ("gemeentefonds_structureel",),
    "tekort_totaal": ("gemeentefonds_structureel", "gemeentefonds_incidenteel", "overige_baten"),
    "tekort_met_wachtlijst": ("gemeentefonds_structureel",),
}
"""The three definitions, each with the money that it counts."""
GEREKEND = {
    "tekort_structureel": "gerekend met het structurele geld",
    "tekort_totaal": "gerekend met al het geld",
    "tekort_met_wachtlijst": "gerekend met het structurele geld en met de wachtlijst erbij",
}
"""How a definition is told in a sentence about money that is short or left."""
NIEMAND = 1e-6
"""Persons: fewer are nobody."""
STOF = 1e-6
"""Euro: a bar of less is the dust of adding up."""


def begripnaam(begrip: str) -> str:
    """How a definition is called within a sentence: a tekort is never told without it."""
    label = model()[begrip, ()].label
    return label[0].lower() + label[1:]


@dataclass(frozen=True)
class Staaf:
    """One bar: what a cause adds to the tekort (negative: what it saves), in euro, and the sentence that says so."""

    naam: str
    label: str
    wie: Wie
    bedrag: float
    zin: str


@dataclass(frozen=True)
class Waterval:
    """From money received to cost in one year; `staven` together are the tekort."""

    jaar: int
    begrip: str
    middelen: float
    staven: tuple[Staaf, ...]
    tekort: float

    @property
    def kosten(self) -> float:
        """Where the waterfall ends."""
        return self.middelen + self.tekort

    def van(self, wie: Wie) -> float:
        """All bars of the Rijk, of own choices, or of circumstances."""
        return sum(s.bedrag for s in self.staven if s.wie is wie)

    @property
    def zin(self) -> str:
        """The waterfall in a few words: what is short or left, and who makes it larger or smaller."""
        kort = self.tekort >= 0
        doet, wat, het = ("komt", "te kort", "tekort") if kort else ("houdt", "over", "overschot")
        hoofd = f"In {self.jaar} {doet} u {toon_euro(abs(self.tekort))} {wat}, {GEREKEND[self.begrip]}."
        groter, kleiner = (self._door(teken if kort else -teken) for teken in (1, -1))
        delen = [f"{hoe} door {wie}" for hoe, wie in (("groter", groter), ("kleiner", kleiner)) if wie]
        return f"{hoofd} Dat {het} wordt {' en '.join(delen)}." if delen else hoofd

    def _door(self, teken: int) -> str:
        """Who adds to the tekort (1) or takes from it (-1), each with its amount."""
        door = {Wie.RIJK: "het Rijk", Wie.KEUZE: "uw eigen keuzes", Wie.OMSTANDIGHEID: "uw omstandigheden"}
        bedragen = {naam: teken * self.van(wie) for wie, naam in door.items()}
        wie = [f"{naam} ({toon_euro(x)})" for naam, x in bedragen.items() if x >= NIETS]
        return opsomming(wie) if wie else ""


@dataclass(frozen=True)
class Verklaring:
    """The waterfalls of all years in which the tekort is known, and what cannot be explained."""

    begrip: str
    referentie: Referentie
    watervallen: tuple[Waterval, ...]
    buiten_beeld: tuple[str, ...]

    def in_jaar(self, jaar: int) -> Waterval | None:
        """The waterfall of one year; None where there is none."""
        return next((w for w in self.watervallen if w.jaar == jaar), None)


def verklaar(
    uitkomst: Uitkomst, begrip: str = "tekort_structureel", referentie: Referentie | None = None
) -> Verklaring:
    """Explain a tekort.

    Args:
        uitkomst: of the plan.
        begrip: which of the three definitions.
        referentie: what to compare with; default the national figures.
    """
    referentie = referentie or Referentie.landelijk(uitkomst.catalogus)
    bekend = uitkomst.reeks(begrip)
    naast = PlanNaastReferentie(uitkomst, referentie)
    oorzaken, waarden = _reken(naast, naast.oorzaken(), begrip, list(bekend))
    watervallen: list[Waterval] = []
    for jaar, reeks in zip(bekend, waarden, strict=True):
        if reeks is not None:
            watervallen.append(_waterval(uitkomst, begrip, jaar, oorzaken, reeks))
    verklaard = {w.jaar for w in watervallen}
    open_ = [
        f"Het tekort van {j} is nog niet te verklaren: er ontbreekt invoer. De bevindingen zeggen wat u kunt aanvullen."
        for j in uitkomst.tijdas.planjaren
        if j not in verklaard
    ]
    return Verklaring(begrip, referentie, tuple(watervallen), tuple(open_))


def _waterval(u: Uitkomst, begrip: str, jaar: int, oorzaken: Sequence[Oorzaak], waarden: Reeks) -> Waterval:
    middelen = sum(u.waarde(naam, moment=jaar) or 0 for naam in TEKORTEN[begrip])
    woorden = _woorden(u, jaar)
    begin = float(waarden[0])
    overig = u.waarde("overige_baten", moment=jaar) or 0 if "overige_baten" in TEKORTEN[begrip] else 0
    staven = [_beginstaaf(jaar, begin + overig, middelen - overig)]
    if overig:
        zin = f"U rekent in {jaar} op {toon_euro(overig)} aan overige baten. {kost_meer(-overig)}"
        staven.append(Staaf("overige_baten", "Overige baten", Wie.OMSTANDIGHEID, -overig, zin))
    for oorzaak, bedrag in zip(oorzaken, shapley(waarden), strict=True):
        zin = f"{oorzaak.zin.format(**woorden)}. {kost_meer(bedrag)}"
        if abs(bedrag) > STOF:
            staven.append(Staaf(oorzaak.naam, oorzaak.label, oorzaak.wie, bedrag, zin))
    return Waterval(jaar, begrip, middelen, tuple(staven), float(waarden[-1]))


def _beginstaaf(jaar: int, tekort: float, middelen: float) -> Staaf:
    verschil = "evenveel" if abs(tekort) < NIETS else meer_of_minder(-tekort)
    zin = (
        f"In de referentie kost de uitvoering in {jaar} {toon_euro(middelen + tekort)}; "
        f"u krijgt {toon_euro(middelen)}. Dat is {verschil}."
    )
    return Staaf("gemeentefonds", "Gemeentefonds tegenover de referentie", Wie.RIJK, tekort, zin)


def _woorden(u: Uitkomst, jaar: int) -> dict[str, str]:
    """The figures of the year that a sentence can name."""
    instroom = [u.waarde("instroom", d, moment=jaar) for d in GROEPEN]
    wachtend = [u.waarde("wachtend", d, moment=jaar) for d in GROEPEN]
    algemeen = u.waarde("algemeen", moment=jaar)
    return {
        "jaar": str(jaar),
        "instroom": aantal(sum(x or 0 for x in instroom)),
        "gezin": procent(_aandeel_gezin(u, jaar)),
        "inhuur": f"{toon(100 * (u.waarde('inhuuraandeel', moment=jaar) or 0), 0)} %",
        "fte": aantal(u.waarde("fte_ingezet", moment=jaar), decimalen=2),
        "wachtend": _wie_wacht(sum(x or 0 for x in wachtend)),
        "algemeen": "onbekend" if algemeen is None else toon_euro(algemeen),
    }


def _wie_wacht(mensen: float) -> str:
    """How many wait, in words: nobody is not the same as fewer than can be shown."""
    getal = aantal(mensen)
    if getal == "0":
        return "er wacht niemand" if mensen < NIEMAND else "er wacht bijna niemand"
    return f"gemiddeld {'wacht' if getal == '1' else 'wachten'} er {aantal(mensen, 'mensen')}"


def _aandeel_gezin(u: Uitkomst, jaar: int) -> float:
    """Of the people who are guided or wait; it is they who cost."""
    er = {d: sum(u.waarde(naam, d, moment=jaar) or 0 for naam in ("begeleid", "wachtend")) for d in GROEPEN}
    return er[GEZIN] / sum(er.values()) if any(er.values()) else 0.0


# --- coalitions --------------------------------------------------------------------------------------------


def _reken(
    naast: PlanNaastReferentie, oorzaken: list[Oorzaak], begrip: str, jaren: list[int]
) -> tuple[list[Oorzaak], list[Reeks | None]]:
    """The tekort of every coalition per year (None: not known in all), without causes that cannot be taken away."""
    import numpy as np

    figuren: list[Plek] = [((begrip, ()), j) for j in jaren]
    aantal_ = 2 ** len(oorzaken)
    bladen = coalitiebladen(naast, oorzaken)
    bladen |= _formatie(naast, oorzaken, bladen)
    waarden = reken(naast.u, bladen, figuren, aantal_)
    tabel = [waarden[plek] for plek in figuren]
    zonder = [np.isnan([reeks[aantal_ - 1 - 2**p] for reeks in tabel]).any() for p in range(len(oorzaken))]
    if any(zonder):
        over = [o for o, weg in zip(oorzaken, zonder, strict=True) if not weg]
        return _reken(naast, over, begrip, jaren)
    return oorzaken, [None if np.isnan(reeks).any() else reeks for reeks in tabel]


def coalitiebladen(naast: PlanNaastReferentie, oorzaken: Sequence[Oorzaak]) -> dict[Plek, Reeks]:
    """The leaves in every coalition: bit p of its number says whether cause p is as in the plan.

    First what replaces a value, then what scales it, so that the order of the causes does not matter.
    """
    import numpy as np

    nummers = np.arange(2 ** len(oorzaken))
    bladen: dict[Plek, Reeks] = {}
    for soort in ("vervangt", "schaalt"):
        for p, oorzaak in enumerate(oorzaken):
            eigen = (nummers >> p) & 1 == 1
            for plek, referentie in getattr(oorzaak, soort).items():
                nu = bladen.get(plek, naast.waarde(plek, NAN))
                bladen[plek] = np.where(eigen, nu, referentie if soort == "vervangt" else nu * referentie)
    return bladen


def _formatie(naast: PlanNaastReferentie, oorzaken: Sequence[Oorzaak], bladen: dict[Plek, Reeks]) -> dict[Plek, Reeks]:
    """The fte in every coalition: as large a part of what its people need as in the plan; blank in the reference.

    With a fixed number of fte the reference would pay for places that nobody there needs.
    """
    import numpy as np

    p = next((p for p, o in enumerate(oorzaken) if o.naam == FORMATIE), None)
    if p is None:
        return {}
    nummers = np.arange(2 ** len(oorzaken))
    leeg = {plek: np.full(nummers.size, NAN) for plek in oorzaken[p].vervangt}
    jaren = naast.jaren
    nodig = reken(naast.u, {**bladen, **leeg}, [(("fte_bezet", ()), j) for j in jaren], nummers.size)
    fte: dict[Plek, Reeks] = {}
    for j in jaren:
        eigen, hier = naast.u.waarde("fte_beschikbaar", moment=j) or 0.0, nodig[("fte_bezet", ()), j]
        evenredig = eigen * hier / hier[-1] if hier[-1] > 0 else np.full(nummers.size, eigen)
        evenredig[-1] = eigen
        fte[("rij_fte_beschikbaar", ()), j] = np.where((nummers >> p) & 1 == 1, evenredig, NAN)
    return {**leeg, **fte}


def shapley(waarden: Reeks) -> list[float]:
    """The Shapley value of each player, from the value of every coalition (bit p of its number is player p)."""
    import numpy as np

    n = (len(waarden) - 1).bit_length()
    nummers = np.arange(len(waarden))
    leden = np.zeros(len(waarden), dtype=int)
    for p in range(n):
        leden += (nummers >> p) & 1
    gewicht = np.array([1 / (n * math.comb(n - 1, s)) for s in range(n)])
    bijdragen: list[float] = []
    for p in range(n):
        zonder = nummers[(nummers >> p) & 1 == 0]
        erbij = waarden[zonder + 2**p] - waarden[zonder]
        bijdragen.append(float(gewicht[leden[zonder]] @ erbij))
    return bijdragen
