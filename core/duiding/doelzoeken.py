"""Doelzoeken: which own choices reach a target, one at a time or a few together, and what they cost in waiting.

Every combination of the knobs' steps is valued, so what is proposed is the best of the grid and not a guess. A
proposal goes no further than it must: none of its changes could be a step smaller. It lets nobody wait longer than in
the plan, unless that may be, and an answer to a target in euro never costs more over all plan years. Of those only the
ones are shown that no other beats on euro, waiting and number of changes at once.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.duiding.doel import Doel
from core.duiding.knoppen import VERSTE, Knop, euro_bekend, knoppen, met, omvang, zegt_iets
from core.duiding.varianten import bladen_met_bereik, reken
from core.duiding.zinnen import NIETS, aantal, meer_of_minder, meer_of_minder_wachtenden, opsomming
from core.getallen import Bereik
from core.plan import Plan, Waarde, vakwaarden
from core.regels.model import model
from core.regels.uitkomst import Uitkomst, bereken
from core.rekenkunde.berekening import NAN, Plek
from core.rekenkunde.regel import GROEPEN

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reeks = NDArray[np.float64]

STOF = 1e-9
MEESTE = 150_000
"""Combinations that are searched: some seconds."""
STUK = 10_000
"""Combinations that are valued at once."""


@dataclass(frozen=True)
class Voorstel:
    """A few changes together, with the figures of the plan in which they are entered.

    `euro` are the uitvoeringskosten and `wachtend` the person-years of waiting over all plan years (`jaren`), both
    against the plan as it is; None where they are not known.
    """

    wijzigingen: tuple[tuple[Knop, int], ...]
    doelwaarde: float
    euro: float | None
    wachtend: float | None
    jaren: int

    @property
    def invoer(self) -> dict[str, Waarde]:
        """What to enter."""
        return {knop.naam: knop.waarde(stappen) for knop, stappen in self.wijzigingen}

    def zin(self, doel: Doel) -> str:
        """The proposal in words, with what it costs."""
        wat = "; ".join(knop.in_woorden(stappen) for knop, stappen in self.wijzigingen)
        uitkomst = f"{doel.grootheid.label} in {doel.jaar} wordt dan {doel.toon(self.doelwaarde)}."
        return f"{wat}. {uitkomst} {self._gevolg()}".rstrip()

    def _gevolg(self) -> str:
        delen: list[str] = []
        if self.euro is not None:
            in_ = " in" if abs(self.euro) < NIETS else ""
            delen.append(f"{meer_of_minder(self.euro)}{in_} uitvoeringskosten")
        if self.wachtend is not None:
            hoeveel = meer_of_minder_wachtenden(self.wachtend / self.jaren)
            delen.append(f"{hoeveel} {'in wachten' if hoeveel.startswith('geen') else 'op de wachtlijst'}")
        return f"Over alle planjaren: {' en '.join(delen)}." if delen else ""


@dataclass(frozen=True)
class Antwoord:
    """What the search found.

    `al_gehaald` says whether the plan itself meets the target and the demands (`eisen`) that every proposal must meet;
    `niemand_langer` that nobody may wait longer is one of them. `enkel` has for each knob that can do it alone its
    smallest turn; `samen` the combinations of at most so many knobs; `dichtstbij` the nearest that can be had where
    the target cannot (None: nothing comes nearer than the plan). `knoppen` are the choices that were turned; `te_veel`
    says that with as many together as was asked there are more combinations than can be searched.
    """

    doel: Doel
    eisen: tuple[Doel, ...]
    nu: float | None
    al_gehaald: bool
    enkel: tuple[Voorstel, ...] = ()
    samen: tuple[Voorstel, ...] = ()
    dichtstbij: Voorstel | None = None
    hoogstens: int = 1
    niemand_langer: bool = False
    knoppen: tuple[Knop, ...] = ()
    te_veel: bool = False

    @property
    def haalbaar(self) -> bool:
        """Whether anything meets it."""
        return self.al_gehaald or bool(self.enkel or self.samen)

    @property
    def zin(self) -> str:
        """The answer in one or two sentences."""
        kop = f"{self.doel.zin}."
        eisen = [*(["niemand wacht langer dan in uw plan"] * self.niemand_langer), *(eis.zin for eis in self.eisen)]
        if eisen:
            kop += f" Met als eis: {opsomming(eisen)}."
        slot = "" if self.haalbaar or self.dichtstbij is None else f" {self.dichtstbij.zin(self.doel)}"
        return f"{kop} {self.oordeel}{slot}"

    @property
    def oordeel(self) -> str:
        """Whether it can be done, and how often; the proposals themselves not."""
        if self.nu is not None and self.al_gehaald:
            return f"Dat haalt uw plan al: het is {self.doel.toon(self.nu)}."
        if self.haalbaar:
            gevonden = ((len(self.enkel), "met één keuze"), (len(self.samen), "met meer keuzes samen"))
            manieren = aantal(len(self.enkel) + len(self.samen), "manieren")
            return f"Dat kan op {manieren}: {opsomming(f'{n} {hoe}' for n, hoe in gevonden if n)}."
        if not self.knoppen:
            return "Niet te zeggen: dit plan heeft geen eigen keuzes die te verstellen zijn."
        if self.dichtstbij is not None:
            return f"Niet haalbaar {self._gezocht}. Het dichtst in de buurt:"
        if self.nu is not None and not self.eisen:
            return f"Niet haalbaar {self._gezocht}. Niets komt dichterbij dan uw plan: {self.doel.toon(self.nu)}."
        return f"Niet te zeggen: {self._gezocht} is er geen uitkomst die dichterbij komt en aan uw eisen voldoet."

    @property
    def _gezocht(self) -> str:
        """How far was looked: what lies further was not tried."""
        keuzes = "met één keuze" if self.hoogstens == 1 else f"met hoogstens {self.hoogstens} keuzes samen, elk"
        return f"{keuzes} binnen uw grenzen (zonder grens: {VERSTE} stappen van uw plan)"

    @property
    def gezocht(self) -> str:
        """How far was looked, choice by choice; empty where nothing was looked for."""
        if self.al_gehaald or not self.knoppen:
            return ""
        if self.te_veel:
            return f"Gezocht is {self._gezocht}. Met meer samen is het te veel werk: maak uw grenzen nauwer."
        ruimer = " Ruimere grenzen geeft u zelf op." if self.haalbaar else self._ruimer
        return f"Zo ver is gezocht: {'; '.join(k.bereik_in_woorden for k in self.knoppen)}.{ruimer}"

    @property
    def _ruimer(self) -> str:
        mag = " of toe te staan dat mensen langer wachten" if self.niemand_langer else ""
        return f" Verder zoeken kan door ruimere grenzen op te geven{mag}."


def niemand_langer(uitkomst: Uitkomst) -> tuple[Doel, ...]:
    """The demands that in no plan year anyone waits longer than in the plan; none where that is not known."""
    families = model().familie("wachtweken")
    return tuple(Doel(g, j, w + STOF) for g in families for j, w in uitkomst.reeks(g.naam, *g.sleutel).items())


def zoek(
    uitkomst: Uitkomst,
    doel: Doel,
    lijst: Sequence[Knop] | None = None,
    hoogstens: int = 2,
    eisen: Sequence[Doel] | None = None,
    tussendoor: Callable[[], object] = lambda: None,
) -> Antwoord:
    """Search the grid of all knobs.

    Args:
        uitkomst: of the plan.
        doel: what must be reached.
        lijst: the knobs with their bounds; default all own choices.
        hoogstens: how many knobs may turn together.
        eisen: what every proposal must meet as well; default that nobody waits longer (`niemand_langer`).
        tussendoor: called many times a second while it is searched. What it raises ends the search.
    """
    wachten = niemand_langer(uitkomst)
    eisen = wachten if eisen is None else eisen
    langer_niet = bool(wachten) and set(wachten) <= set(eisen)
    genoemd = tuple(eis for eis in eisen if not (langer_niet and eis in wachten))
    nu = _waarde(uitkomst, doel)
    al_gehaald = all(d.gehaald(_waarde(uitkomst, d)) for d in (doel, *eisen))
    gegeven, figuren = knoppen(uitkomst) if lijst is None else lijst, [d.grootheid for d in (doel, *eisen)]
    alle = [k for k in gegeven if k.minste < k.meeste and zegt_iets(uitkomst, k.naam, figuren)]
    samen = next((n for n in range(hoogstens, 1, -1) if omvang(alle, n) <= MEESTE), 1)
    antwoord = Antwoord(
        doel, genoemd, nu, al_gehaald, (), (), None, samen, langer_niet, tuple(alle), te_veel=samen < hoogstens
    )
    if al_gehaald or not alle:
        return antwoord
    raster = _Raster(uitkomst, (doel, *eisen), alle, min(samen, len(alle)), tussendoor)
    zuinig = raster.zuinige()
    enkel = [c for c in zuinig if len(c) == 1]
    meer = [c for c in raster.onverslagen(zuinig) if len(c) > 1]
    dichtstbij = None if zuinig else raster.dichtstbij()
    return replace(
        antwoord,
        enkel=tuple(raster.voorstel(c) for c in sorted(enkel, key=raster.volgorde)),
        samen=tuple(raster.voorstel(c) for c in sorted(meer, key=raster.volgorde)),
        dichtstbij=raster.voorstel(dichtstbij) if dichtstbij else None,
    )


def _waarde(uitkomst: Uitkomst, doel: Doel) -> float | None:
    return uitkomst.waarde(doel.grootheid.naam, *doel.grootheid.sleutel, moment=doel.jaar)


Combinatie = tuple[tuple[int, int], ...]
"""Which knobs turn (by number) and how many steps, in order of number."""


class _Raster:
    """Every combination of steps, valued piece by piece."""

    def __init__(
        self,
        uitkomst: Uitkomst,
        doelen: Sequence[Doel],
        lijst: Sequence[Knop],
        hoogstens: int,
        tussendoor: Callable[[], object],
    ) -> None:
        self.u, self.knoppen, self._tussendoor = uitkomst, lijst, tussendoor
        self.doel, *self.eisen = doelen
        self.combinaties: list[Combinatie] = []
        self.waarden: dict[Combinatie, tuple[float, float, float]] = {}
        self.mag: set[Combinatie] = set()
        self._in_euro = [euro_bekend(uitkomst, knop.naam) for knop in lijst]
        alle = _combinaties(lijst, hoogstens)
        while stuk := list(itertools.islice(alle, STUK)):
            tussendoor()
            self._reken(stuk)

    def _reken(self, stuk: list[Combinatie]) -> None:
        """Per combination the target, the euro and the waiting (NaN where not known), and which meet the demands."""
        import numpy as np

        jaren = self.u.tijdas.planjaren
        kosten: list[Plek] = [(("uitvoeringskosten", ()), j) for j in jaren]
        wachtend: list[Plek] = [(("wachtend", (d,)), j) for d in GROEPEN for j in jaren]
        figuren = [self.doel.plek, *(eis.plek for eis in self.eisen), *kosten, *wachtend]
        waarden = reken(self.u, self._bladen(stuk), figuren, len(stuk))
        kolommen = [waarden[self.doel.plek], *(np.sum([waarden[p] for p in som], axis=0) for som in (kosten, wachtend))]
        self.combinaties += stuk
        for c, (doel, euro, wacht) in zip(stuk, np.transpose(kolommen), strict=True):
            bekend = all(self._in_euro[n] for n, _ in c)
            self.waarden[c] = float(doel), float(euro) if bekend else NAN, float(wacht)
        for n, c in enumerate(stuk):
            if self._loont(c) and all(eis.gehaald(float(waarden[eis.plek][n])) for eis in self.eisen):
                self.mag.add(c)

    def _loont(self, c: Combinatie) -> bool:
        """Whether it is no false saving: less euro in the year of the target, more over all plan years together."""
        meer = self.waarden[c][1] - self.waarden[()][1]
        in_euro = self.doel.grootheid.eenheid.naam == "euro" and not self.doel.minstens
        return not (in_euro and meer > NIETS)

    def _bladen(self, stuk: list[Combinatie]) -> dict[Plek, Reeks]:
        """The leaves of these combinations."""
        import numpy as np

        gewoon = bladen_met_bereik(self.u)
        bladen: dict[Plek, Reeks] = {}
        for n, knop in enumerate(self.knoppen):
            stappen = np.array([dict(c).get(n, 0) for c in stuk])
            for s in range(knop.minste, knop.meeste + 1):
                eigen = vakwaarden(Plan(self.u.plan.startjaar, invoer={knop.naam: knop.waarde(s)}), self.u.catalogus)
                for plek, waarde in eigen.items():
                    if plek[0][0].startswith("maatregel_"):
                        continue
                    begin = _punt(gewoon.get(plek, NAN))
                    bladen.setdefault(plek, np.full(stappen.size, begin))[stappen == s] = _punt(waarde)
        return bladen

    def gehaald(self, c: Combinatie) -> bool:
        """Whether a combination meets the target and the demands."""
        return c in self.mag and self.doel.gehaald(self.waarden[c][0])

    def zuinige(self) -> list[Combinatie]:
        """Those that meet the target, and would not with any of their changes one step smaller."""
        return [c for c in self.combinaties if self.gehaald(c) and not any(map(self.gehaald, _kleiner(c)))]

    def volgorde(self, c: Combinatie) -> tuple[float, float, float]:
        """Euro, waiting and number of changes; what is not known does not count."""
        _, euro, wacht = self.waarden[c]
        return (euro if euro == euro else 0.0, wacht if wacht == wacht else 0.0, float(len(c)))

    def onverslagen(self, lijst: list[Combinatie]) -> list[Combinatie]:
        """Those that no other of the list beats: nowhere worse and somewhere better."""
        maten = {c: self.volgorde(c) for c in lijst}

        def verslagen(c: Combinatie) -> bool:
            self._tussendoor()
            return any(_beter(maten[ander], maten[c]) for ander in lijst)

        return [c for c in lijst if not verslagen(c)]

    def dichtstbij(self) -> Combinatie | None:
        """The combination within the demands whose figure comes nearest (empty: the plan); None where none has one."""
        bekend = [c for c in self.combinaties if c in self.mag and self.waarden[c][0] == self.waarden[c][0]]
        teken = -1.0 if self.doel.minstens else 1.0
        return min(bekend, key=lambda c: (round(teken * self.waarden[c][0], 6), len(c)), default=None)

    def voorstel(self, c: Combinatie) -> Voorstel:
        """The combination entered as a plan."""
        wijzigingen = tuple((self.knoppen[n], s) for n, s in c)
        plan = met(self.u.plan, {knop.naam: knop.waarde(s) for knop, s in wijzigingen})
        na = bereken(plan, self.u.catalogus, vorige=self.u)
        doelwaarde = _waarde(na, self.doel)
        assert doelwaarde is not None
        euro, wachtend = (_verschil(self.u, na, naam) for naam in ("uitvoeringskosten", "wachtend"))
        bekend = self.waarden[c][1] == self.waarden[c][1]
        return Voorstel(wijzigingen, doelwaarde, euro if bekend else None, wachtend, self.u.tijdas.horizon)


def _combinaties(lijst: Sequence[Knop], hoogstens: int) -> Iterator[Combinatie]:
    """The plan itself, each knob alone, two together and so on."""
    for hoeveel in range(hoogstens + 1):
        for nummers in itertools.combinations(range(len(lijst)), hoeveel):
            bereiken = [
                [s for s in range(lijst[n].minste, lijst[n].meeste + 1) if s and lijst[n].kan(s)] for n in nummers
            ]
            for stappen in itertools.product(*bereiken):
                yield tuple(zip(nummers, stappen, strict=True))


def _kleiner(c: Combinatie) -> Iterator[Combinatie]:
    """The combinations in which one change is one step smaller."""
    for i, (n, s) in enumerate(c):
        minder = s - 1 if s > 0 else s + 1
        yield (*c[:i], *(((n, minder),) if minder else ()), *c[i + 1 :])


def _beter(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    """Whether `a` is nowhere worse and somewhere better (rounding apart)."""
    return all(x <= y + STOF for x, y in zip(a, b, strict=True)) and any(
        x < y - STOF * max(1.0, abs(y)) for x, y in zip(a, b, strict=True)
    )


def _punt(waarde: object) -> float:
    if isinstance(waarde, Bereik):
        return waarde.verwacht
    assert isinstance(waarde, float)
    return waarde


def _verschil(voor: Uitkomst, na: Uitkomst, naam: str) -> float | None:
    """The difference of a figure over all plan years and groups."""
    totaal = 0.0
    for g in model().familie(naam):
        for j in voor.tijdas.planjaren:
            a, b = (u.waarde(g.naam, *g.sleutel, moment=j) for u in (voor, na))
            if a is None or b is None:
                return None
            totaal += b - a
    return totaal
