"""Uitleg: "waar komt dit getal vandaan?", from any figure down to inputs, kengetallen and the calendar.

The tree is made on demand: a node knows its value and its rule, and works out its ingredients when asked. Only what
was really used is an ingredient: of a choice the branch that was taken (and what decided it), of "the first known
one" the one that was known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from core.catalogus import Kengetal
from core.duiding.zinnen import aantal
from core.getallen import Bereik, toon, toon_euro
from core.plan import Herkomst, vakwaarden
from core.regels.bladwaarden import kengetal_van, naam_van_ingang
from core.regels.model import model
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import NAN, OP_GETALLEN, Plek, kies
from core.rekenkunde.regel import GROEPEN, Grootheid, Rol
from core.rekenkunde.tijdas import KWARTALEN_PER_JAAR, Tijdsoort
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Sleutel, Verwijzing
from core.rekenkunde.woorden import bladlabel, in_woorden

EIGEN_OPGAVE = "eigen opgave van de gemeente"
NIET_INGEVULD = "niet ingevuld"
KALENDER = "kalender van het plan"
UITGANGSPUNT = "uitgangspunt van de planner, als u niets invult (rekenmodel, §2)"
DIEPTE = 4

Waarde = float | str | None


@dataclass(frozen=True)
class Uitleg:
    """One figure at one moment, with the rule or the source behind it.

    `waarde` is None where the figure is absent; `afwezig` then says why. `bron` is there for what is not computed:
    an input (with `herkomst` where the gemeente noted one), a kengetal, the calendar. `delen` are the ingredients.
    """

    plek: Plek
    label: str
    periode: str
    eenheid: str
    waarde: Waarde
    regel: str = ""
    klasse: str = ""
    bron: str = ""
    bereik: Bereik | None = None
    kengetal: Kengetal | None = None
    herkomst: Herkomst | None = None
    _lezer: _Lezer = field(kw_only=True, repr=False, compare=False)
    _leden: tuple[Plek, ...] | None = field(default=None, kw_only=True, repr=False, compare=False)

    @cached_property
    def delen(self) -> tuple[Uitleg, ...]:
        """The ingredients, at the moments at which they were used."""
        if self._leden is None:
            return self._lezer.delen(self.plek)
        return tuple(self._lezer.uitleg(plek) for plek in self._leden)

    @property
    def is_blad(self) -> bool:
        """Whether the chain ends here: an input, a kengetal or the calendar."""
        return bool(self.bron)

    @cached_property
    def afwezig(self) -> str:
        """Why there is no value; empty where there is one."""
        if self.waarde is not None:
            return ""
        if self.is_blad:
            return NIET_INGEVULD
        namen = [f"{d.label} ({d.periode})" if d.periode else d.label for d in self.delen if d.waarde is None]
        if not namen:
            return "hier valt niets te zeggen"
        return f"niet te berekenen; onbekend is: {'; '.join(dict.fromkeys(namen))}"

    @property
    def waarde_tekst(self) -> str:
        """The value as people read it."""
        if self.waarde is None:
            return self.afwezig
        tekst = toon_waarde(self.waarde, self.eenheid)
        return f"{tekst} (bereik: {self.bereik.tekst})" if self.bereik else tekst


def uitleg(uitkomst: Uitkomst, naam: str, sleutel: Sleutel = (), moment: int | None = None) -> Uitleg:
    """Where a figure comes from.

    Args:
        uitkomst: the outcome it stands in.
        naam: family name of the figure.
        sleutel: its group or route.
        moment: the year, or the number of the quarter; None for a figure of the whole plan.
    """
    return _Lezer(uitkomst).uitleg(((naam, sleutel), moment))


def als_tekst(deze: Uitleg, diepte: int = DIEPTE) -> str:
    """The tree in lines, indented, down to a depth; what has been told is not told again."""
    return "\n".join(_regels(deze, diepte, 0, set()))


def _regels(deze: Uitleg, diepte: int, inspringing: int, verteld: set[tuple[Plek, str]]) -> Iterator[str]:
    voor = "  " * inspringing
    periode = f" ({deze.periode})" if deze.periode else ""
    yield f"{voor}{deze.label}{periode}: {deze.waarde_tekst}"
    sleutel = deze.plek, deze.label
    if deze.is_blad:
        soort = f"{deze.klasse}, " if deze.klasse else ""
        yield f"{voor}  [{soort}{deze.bron}]"
    elif sleutel in verteld:
        yield f"{voor}  [zie hierboven]"
    elif deze.regel:
        yield f"{voor}  = {deze.regel}"
    if sleutel not in verteld and diepte > 0:
        verteld.add(sleutel)
        for deel in deze.delen:
            yield from _regels(deel, diepte - 1, inspringing + 1, verteld)


def toon_waarde(waarde: float | str, eenheid: str) -> str:
    """A value with its unit, in Dutch notation."""
    if isinstance(waarde, str):
        return waarde
    if eenheid.startswith("euro"):
        return " ".join((toon_euro(waarde, 2), eenheid.removeprefix("euro").strip())).strip()
    if eenheid == "jaartal":
        return f"{waarde:.0f}"
    if eenheid == "aandeel":
        return f"{_kort(100 * waarde)} %"
    if eenheid in ("getal", "index", "keuze"):
        return _kort(waarde)
    return aantal(waarde, eenheid, 4)


def _kort(waarde: float) -> str:
    """At most four decimals, and no zeros behind them."""
    tekst = toon(waarde, 4)
    return tekst.rstrip("0").rstrip(",")


# --- reading -----------------------------------------------------------------------------------------------


class _Lezer:
    """Reads nodes from one outcome, each once."""

    def __init__(self, uitkomst: Uitkomst) -> None:
        self.uitkomst, self.tijdas = uitkomst, uitkomst.tijdas
        self._gelezen: dict[Plek, Uitleg] = {}

    @cached_property
    def _bereiken(self) -> dict[Plek, Bereik]:
        vakken = vakwaarden(self.uitkomst.plan, self.uitkomst.catalogus)
        return {plek: w for plek, w in vakken.items() if isinstance(w, Bereik)}

    def waarde(self, plek: Plek) -> float | str:
        """The value as the calculation has it: NaN is absent."""
        return self.uitkomst.waarden.get(plek, NAN)

    def uitleg(self, plek: Plek) -> Uitleg:
        """The node of a figure at a moment."""
        if plek not in self._gelezen:
            self._gelezen[plek] = self._uitleg(plek)
        return self._gelezen[plek]

    def _uitleg(self, plek: Plek) -> Uitleg:
        g, waarde = model()[plek[0]], self.waarde(plek)
        kop = (plek, bladlabel(g), self._periode(g.tijd, plek[1]), g.eenheid.naam, _bekend(waarde))
        if g.regel is not None:
            return Uitleg(*kop, in_woorden(model(), g.regel, g.sleutel), _lezer=self)
        if g.rol is Rol.AS:
            return Uitleg(*kop, bron=KALENDER, _lezer=self)
        ingang = self.uitkomst.catalogus.ingangen.get(naam_van_ingang(g))
        klasse = ingang.klasse.value if ingang else "keuze"
        if g.rol is Rol.INVOER:
            bron = EIGEN_OPGAVE if kop[-1] is not None else NIET_INGEVULD
            herkomst = self._herkomst(g)
            if herkomst and kop[-1] is not None:
                bron = f"{bron}: {_herkomst_tekst(herkomst)}"
            return Uitleg(
                *kop,
                klasse="eigen" if ingang else klasse,
                bron=bron,
                bereik=self._bereiken.get(plek),
                herkomst=herkomst,
                _lezer=self,
            )
        assert ingang is not None
        kengetal = kengetal_van(g, ingang, plek[1])
        if kengetal is None:
            bron = UITGANGSPUNT if kop[-1] is not None else "geen kengetal voor dit jaar"
            return Uitleg(*kop, klasse=klasse, bron=bron, _lezer=self)
        waarde_ = kengetal.waarde if g.naam.startswith("kengetal_") else None
        bereik = waarde_ if isinstance(waarde_, Bereik) else None
        return Uitleg(
            *kop, klasse=kengetal.klasse.value, bron=bron_tekst(kengetal), bereik=bereik, kengetal=kengetal, _lezer=self
        )

    def _herkomst(self, g: Grootheid) -> Herkomst | None:
        naam = naam_van_ingang(g)
        groep = next((s for s in g.sleutel if s in GROEPEN), "")
        return self.uitkomst.plan.herkomst.get(f"{naam}_{groep}" if groep else naam)

    def _periode(self, soort: Tijdsoort, moment: int | None) -> str:
        return "" if moment is None else self.tijdas.naam(soort, moment)

    # -- ingredients

    def delen(self, plek: Plek) -> tuple[Uitleg, ...]:
        """The ingredients of a figure, each once, in the order of the rule."""
        g = model()[plek[0]]
        if g.regel is None:
            return ()
        gebruikt: list[Plek | Uitleg] = []
        self._reken(g.regel, plek[1], gebruikt)
        uniek: dict[object, Uitleg] = {}
        for deel in gebruikt:
            deel_ = deel if isinstance(deel, Uitleg) else self.uitleg(deel)
            uniek.setdefault((deel_.plek, deel_.label), deel_)
        return tuple(uniek.values())

    def _reken(self, e: Expression, moment: int | None, gebruikt: list[Plek | Uitleg]) -> float | str:
        """The value of a part of a rule; what it used is added to `gebruikt`."""
        match e:
            case Getal(waarde):
                return waarde
            case Verwijzing(naam, sleutel, tijd):
                plaats = None if tijd is None or moment is None else moment + tijd.stappen
                return self._op(((naam, sleutel), plaats), gebruikt)
            case Bewerking("als", (x, dan, anders)):
                keus = self._reken(x, moment, gebruikt)
                assert isinstance(keus, float)
                return self._reken(dan if keus > 0 else anders, moment, gebruikt) if keus == keus else NAN
            case Bewerking("keuze", (kiezer, *opties), keuzes):
                naam = str(self._reken(kiezer, moment, gebruikt))
                gekozen: Expression = kies(f"keuze {' '.join(keuzes)}")(naam, *opties)
                return self._reken(gekozen, moment, gebruikt)
            case Bewerking("eerste", opties):
                return self._eerste(opties, moment, gebruikt)
            case Bewerking(verb, delen):
                return float(OP_GETALLEN[verb](*[self._reken(d, moment, gebruikt) for d in delen]))
            case Opzoeking():
                return self._opzoeking(e, moment, gebruikt)
            case _:  # pragma: no cover - the four node kinds are all there are
                raise TypeError(e)

    def _eerste(self, opties: tuple[Expression, ...], moment: int | None, gebruikt: list[Plek | Uitleg]) -> float | str:
        """The first that is known; where that is a plain number, or nothing is, all that was looked at counts."""
        bekeken: list[Plek | Uitleg] = []
        for optie in opties:
            deze: list[Plek | Uitleg] = []
            waarde = self._reken(optie, moment, deze)
            if waarde == waarde:
                gebruikt += bekeken if isinstance(optie, Getal) else deze
                return waarde
            bekeken += deze
        gebruikt += bekeken
        return NAN

    def _op(self, plek: Plek, gebruikt: list[Plek | Uitleg]) -> float | str:
        """A figure at a moment; outside its window it counts as 0, and is no ingredient."""
        g = model()[plek[0]]
        if plek[1] is not None and plek[1] not in self.tijdas.bereik(g.tijd, g.venster):
            return 0.0
        gebruikt.append(plek)
        return self.waarde(plek)

    def _opzoeking(self, e: Opzoeking, moment: int | None, gebruikt: list[Plek | Uitleg]) -> float | str:
        id_, as_ = (e.naam, e.sleutel), self.tijdas
        plaats = NAN if e.plaats is None else self._reken(e.plaats, moment, gebruikt)
        assert isinstance(plaats, float)
        if e.plaats is not None and plaats != plaats:
            return NAN
        if e.verb == "zoek":
            leden = model().familie(*id_)
            return self._op((leden[int(plaats) - 1].id, None), gebruikt)
        g = model()[id_]
        bereik = as_.bereik(g.tijd, g.venster)
        if e.verb == "totaal":
            soort = "jaren" if g.tijd is Tijdsoort.JAAR else "kwartalen"
            return self._samen(g, list(bereik), f"alle {soort}", gebruikt)
        if e.verb == "op_jaar":
            return self._op((id_, int(plaats)), gebruikt) if plaats in bereik else NAN
        assert moment is not None
        if e.verb == "van_jaar":
            return self._op((id_, as_.jaar(moment)), gebruikt)
        if e.verb == "in_jaar":
            eerste = (moment - as_.startjaar) * KWARTALEN_PER_JAAR + 1
            kwartalen = [q for q in range(eerste, eerste + KWARTALEN_PER_JAAR) if q in bereik]
            return self._samen(g, kwartalen, f"kwartalen van {moment}", gebruikt)
        toen = moment - int(plaats)
        return self._op((id_, toen), gebruikt) if toen in as_.momenten(g.tijd) else NAN

    def _samen(self, g: Grootheid, momenten: list[int], over: str, gebruikt: list[Plek | Uitleg]) -> float:
        """The sum of a series as one ingredient, with its moments behind it."""
        leden: tuple[Plek, ...] = tuple((g.id, t) for t in momenten)
        som = sum(float(self.waarde(plek)) for plek in leden)
        label, eenheid = f"{g.label}, opgeteld", g.eenheid.naam
        gebruikt.append(Uitleg((g.id, None), label, over, eenheid, _bekend(som), _lezer=self, _leden=leden))
        return som


def _bekend(waarde: float | str) -> Waarde:
    return waarde if waarde == waarde else None


def bron_tekst(kengetal: Kengetal) -> str:
    """Document, place, year and status of a kengetal."""
    k = kengetal
    peil = f", prijspeil {k.prijspeil}" if k.prijspeil else ""
    return f"{k.bron.titel}, {k.vindplaats}, {k.jaar_bron}; {k.status.value}{peil}"


def _herkomst_tekst(h: Herkomst) -> str:
    return ", ".join(x for x in (h.bron, h.datum, h.door, h.nota) if x)
