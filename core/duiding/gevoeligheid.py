"""Gevoeligheid: which uncertain inputs decide most about a figure, and what no band holds (rekenmodel §10).

Each source of chance is put at its P10 and at its P90 while all others stand at their expectation. The sources of
one input (a range in each of three years) are independent of each other, so their swings add up as squares.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.catalogus import Klasse, Vorm
from core.catalogus.vakken import BEIDE
from core.duiding.onzekerheid import bronnen, leerroutes, met_toeval, toevalsgrenzen
from core.duiding.varianten import bladen_met_bereik, reken
from core.duiding.zinnen import aantal, euro
from core.getallen import Bereik
from core.plan import PerJaar, Routes, Waarde
from core.regels.bladwaarden import Bladwaarde, naam_van_ingang
from core.regels.model import model
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import NAN, Plek
from core.rekenkunde.regel import GROEPEN, met_sleutel

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reeks = NDArray[np.float64]

EERST = 3
"""How many inputs are named to look up first."""

NIET_IN_DE_BAND = (
    "verhuizingen tussen gemeenten",
    "mensen die eerder klaar zijn of een ontheffing krijgen",
    "btw",
    "de kosten van bijstand tijdens het wachten",
    "een andere wet, een ander budget of een andere verdeling dan nu bekend is",
)
"""What the model does not hold (rekenmodel §11), so no band can."""


@dataclass(frozen=True)
class Uitslag:
    """What one input does to a figure: its value with the input at P10 and at P90, all else as expected.

    `toeval` marks chance in small numbers: that cannot be looked up.
    """

    naam: str
    label: str
    laag: float
    hoog: float
    toeval: bool

    @property
    def breedte(self) -> float:
        """How far the figure moves."""
        return self.hoog - self.laag


@dataclass(frozen=True)
class Tornado:
    """The inputs that matter to one figure at one moment, the widest first; `vast` are own figures without a range."""

    plek: Plek
    punt: float
    uitslagen: tuple[Uitslag, ...]
    vast: tuple[str, ...]

    @property
    def label(self) -> str:
        """How the figure is called."""
        return model()[self.plek[0]].label

    @property
    def zoek_eerst(self) -> tuple[Uitslag, ...]:
        """The inputs that are worth looking up first."""
        return tuple(u for u in self.uitslagen if not u.toeval)[:EERST]

    @property
    def zin(self) -> str:
        """What to look up first, with what it decides."""
        eerst = self.zoek_eerst
        if not eerst:
            return (
                "Bij geen enkel getal staat een bereik dat hier iets uitmaakt. Vul bij getallen die u niet zeker weet "
                f"een bereik in, zoals 45 tot 60.{self._toeval}"
            )
        delen = "; ".join(f"{u.label} (maakt {euro(u.breedte)} verschil)" for u in eerst)
        wat = "dit getal" if len(eerst) == 1 else f"deze {len(eerst)} getallen"
        return f"Zoek eerst {wat} uit: {delen}.{self._toeval}"

    @property
    def _toeval(self) -> str:
        """What chance does: that cannot be looked up."""
        breedtes = [u.breedte for u in self.uitslagen if u.toeval]
        if not breedtes:
            return ""
        return f" Toeval in kleine aantallen maakt {euro(math.hypot(*breedtes))} verschil; dat is niet uit te zoeken."

    @property
    def niet_in_de_band(self) -> str:
        """What stands outside the band."""
        n = len(self.vast)
        ligt = "dat ligt" if n == 1 else "die liggen"
        vast = f" Bij {aantal(n, 'eigen getallen')} gaf u geen bereik op; {ligt} vast."
        return f"Niet in de bandbreedte: {'; '.join(NIET_IN_DE_BAND)}.{vast if n else ''}"


@dataclass(frozen=True)
class _Bron:
    """One source of chance: the leaves that it moves, at P10 and at P90."""

    naam: str
    label: str
    toeval: bool
    grenzen: dict[Plek, tuple[float, float]]


def tornado(uitkomst: Uitkomst, plekken: Iterable[Plek]) -> dict[Plek, Tornado]:
    """Which inputs decide most about these figures; a figure that is absent is not there."""
    bekend = {p: w for p in plekken if (w := uitkomst.waarde(p[0][0], *p[0][1], moment=p[1])) is not None}
    bladen = bladen_met_bereik(uitkomst)
    gevonden = [*_bereiken(uitkomst, bladen), *_toeval(uitkomst)]
    waarden = reken(uitkomst, _bladen(bladen, gevonden), bekend, 2 * len(gevonden)) if gevonden else {}
    vast = tuple(_vast(uitkomst))
    return {
        plek: Tornado(plek, punt, _uitslagen(punt, waarden[plek], gevonden) if gevonden else (), vast)
        for plek, punt in bekend.items()
    }


def _bereiken(u: Uitkomst, bladen: dict[Plek, Bladwaarde]) -> Iterator[_Bron]:
    """Every range of the plan and of the catalogue."""
    for plekken in bronnen(bladen, u.catalogus).values():
        g = model()[plekken[0][0]]
        bereik = bladen[plekken[0]]
        assert isinstance(bereik, Bereik)
        wie = tuple(s for s in g.sleutel if s != BEIDE)
        naam = naam_van_ingang(g)
        label = met_sleutel(u.catalogus[naam].label, wie)
        yield _Bron("_".join((naam, *wie)), label, False, dict.fromkeys(plekken, (bereik.laag, bereik.hoog)))


def _toeval(u: Uitkomst) -> Iterator[_Bron]:
    """Chance in small numbers, per group and year."""
    if not met_toeval(u.plan, u.catalogus):
        return
    grootte = u.waarde("huishoudgrootte")
    assert grootte is not None
    for d in GROEPEN:
        for jaar, verwacht in u.reeks("instroom", d).items():
            if verwacht > 0:
                grenzen = toevalsgrenzen(verwacht, grootte)
                label = met_sleutel("Toeval in kleine aantallen", (d,))
                yield _Bron(f"toeval_{d}", label, True, {(("rij_instroom", (d,)), jaar): grenzen})


def _bladen(bladen: dict[Plek, Bladwaarde], gevonden: list[_Bron]) -> dict[Plek, Reeks]:
    """Leaves with two variants per source: at its P10 in the one, at its P90 in the other."""
    import numpy as np

    anders: dict[Plek, Reeks] = {}
    for n, bron in enumerate(gevonden):
        for plek, grenzen in bron.grenzen.items():
            blad = bladen.get(plek, NAN)
            punt = blad.verwacht if isinstance(blad, Bereik) else float(blad)
            anders.setdefault(plek, np.full(2 * len(gevonden), punt))[2 * n : 2 * n + 2] = grenzen
    return {**anders, **dict(leerroutes(bladen, anders))}


def _uitslagen(punt: float, waarden: Reeks, gevonden: list[_Bron]) -> tuple[Uitslag, ...]:
    """One per input, the widest first; the swings of its sources add up as squares."""
    per_naam: dict[str, list[int]] = {}
    for n, bron in enumerate(gevonden):
        per_naam.setdefault(bron.naam, []).append(n)
    uitslagen: list[Uitslag] = []
    for naam, nummers in per_naam.items():
        paren = [[float(w) - punt for w in waarden[2 * n : 2 * n + 2] if w == w] for n in nummers]
        onder = math.hypot(*(min(0.0, *paar, 0.0) for paar in paren))
        boven = math.hypot(*(max(0.0, *paar, 0.0) for paar in paren))
        bron = gevonden[nummers[0]]
        uitslagen.append(Uitslag(naam, bron.label, punt - onder, punt + boven, bron.toeval))
    return tuple(sorted((u for u in uitslagen if u.breedte > 0), key=lambda u: -u.breedte))


def _vast(u: Uitkomst) -> Iterator[str]:
    """Own figures of the plan that stand on one number."""
    for naam, waarde in u.plan.invoer.items():
        gevonden = u.catalogus.ingang_van(naam)
        assert gevonden is not None, naam
        ingang, groep = gevonden
        telt = ingang.klasse is Klasse.EIGEN and ingang.vorm in (Vorm.GETAL, Vorm.PER_JAAR, Vorm.BEDRAG)
        if telt and not _heeft_bereik(waarde):
            yield met_sleutel(ingang.label, (groep,) if groep else ())


def _heeft_bereik(waarde: Waarde) -> bool:
    delen = (
        [w for _, w in waarde.waarden] if isinstance(waarde, PerJaar | Routes) else [getattr(waarde, "bedrag", waarde)]
    )
    return any(isinstance(w, Bereik) for w in delen)
