"""Reading a rule as a spreadsheet formula: the same one in every column, in English names with commas.

Absent is #N/A (in a Dutch Excel #N/B, "niet beschikbaar"): it spreads through a sum as it should, where an empty
cell would silently count as 0. The functions that are used are those in `FUNCTIES`, all of them older than Excel 2010.
"""

from __future__ import annotations

import math
from functools import lru_cache

from xlsxwriter.utility import xl_col_to_name

from core.regels.model import model
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import Grootheid, Id, Rol
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Verwijzing
from core.werkboek.indeling import EERSTE_MOMENT, KOPRIJ, KWARTAALKOPPEN, Indeling

FUNCTIES = ("SUM", "IF", "MIN", "MAX", "ROUND", "INDEX", "MATCH", "SUMIF", "COUNT", "NA", "ISNA")
"""All functions that the calculation uses."""
LEESFUNCTIES = ("FIXED", "SUMPRODUCT")
"""Besides those, on sheets for readers: a number inside a sentence, and whether two rows differ."""

NIET_TE_ZEGGEN = "n.t.z."

_RANG = {"+": 1, "-": 1, "som": 1, "*": 2, "/": 2}
_TEKEN = {"+": "+", "-": "-", "*": "*", "/": "/", "som": "+"}
_LOS = 3


class FormuleFout(Exception):
    """A rule cannot be said as a formula; a fault in the rule, found by the tests."""


@lru_cache(maxsize=32)
def formules(indeling: Indeling) -> Formules:
    """The formulas on a layout; they do not depend on any value, so they are read once per calendar."""
    return Formules(indeling)


class Formules:
    """The formulas of a model on a layout."""

    def __init__(self, indeling: Indeling) -> None:
        self.indeling = indeling
        self._rijen: dict[Id, list[tuple[Plek, int, str]]] = {}
        self._kolommen: list[str] = [xl_col_to_name(k) for k in range(200)]

    def rij(self, g: Grootheid) -> list[tuple[Plek, int, str]]:
        """The row of a figure: each moment with its column and formula."""
        if g.id not in self._rijen:
            as_ = self.indeling.tijdas
            momenten = (None,) if g.tijd is Tijdsoort.PLAN else as_.bereik(g.tijd, g.venster)
            self._rijen[g.id] = [((g.id, t), self.indeling.cel(g.id, t)[2], self.formule(g, t)) for t in momenten]
        return self._rijen[g.id]

    def formule(self, g: Grootheid, moment: int | None) -> str:
        """The formula of a figure at a moment, with its equals sign."""
        assert g.regel is not None
        return "=" + _Lezing(self, g, moment).tekst(g.regel, 0)

    def verwijzing(self, blad_hier: str, id_: Id, moment: int | None) -> str:
        """A reference to a cell from a sheet."""
        blad, rij, kolom = self.indeling.cel(id_, moment)
        vast = moment is None
        return f"{self._vooraf(blad, blad_hier)}{self.kolom(kolom, vast=vast)}{'$' if vast else ''}{rij + 1}"

    def bereik(self, blad_hier: str, id_: Id, van: int, tot: int) -> str:
        """A fixed range of columns in the row of a figure."""
        plaats = self.indeling.plaatsen[id_]
        vooraf, rij = self._vooraf(plaats.blad, blad_hier), plaats.rij + 1
        return f"{vooraf}{self.kolom(van, vast=True)}{rij}:{self.kolom(tot, vast=True)}{rij}"

    def kolom(self, kolom: int, *, vast: bool) -> str:
        """A column letter, fixed or relative."""
        return ("$" if vast else "") + self._kolommen[kolom]

    @staticmethod
    def _vooraf(blad: str, blad_hier: str) -> str:
        return "" if blad == blad_hier else f"{blad}!"


class _Lezing:
    """One rule, read for one cell."""

    def __init__(self, formules: Formules, g: Grootheid, moment: int | None) -> None:
        self.f, self.g, self.moment = formules, g, moment
        self.indeling, self.tijdas = formules.indeling, formules.indeling.tijdas
        self.blad = self.indeling.plaatsen[g.id].blad

    def tekst(self, e: Expression, rang: int) -> str:
        match e:
            case Getal(waarde):
                return "NA()" if math.isnan(waarde) else f"{waarde:.0f}"
            case Verwijzing():
                return self._verwijzing(e)
            case Opzoeking():
                return self._opzoeking(e)
            case Bewerking():
                return self._bewerking(e, rang)
            case _:  # pragma: no cover - the four node kinds are all there are
                raise TypeError(e)

    # -- references

    def _verwijzing(self, e: Verwijzing, *, ruw: bool = False) -> str:
        g = model()[e.naam, e.sleutel]
        if g.rol is Rol.INVOER and g.naam != "maatregel_spuk_korting" and not ruw:
            raise FormuleFout(f"{self.g.volledige_naam}: an input cell can be empty; ask for it with eerste()")
        if e.tijd is None:
            return self.f.verwijzing(self.blad, g.id, None)
        assert self.moment is not None
        moment = self.moment + e.tijd.stappen
        if g.rol is Rol.AS:
            return self._kop(g.naam, moment)
        return self.f.verwijzing(self.blad, g.id, moment)

    def _kop(self, naam: str, moment: int) -> str:
        """Years and quarters stand in the head of every sheet."""
        rij = KOPRIJ + KWARTAALKOPPEN.index(naam)
        return f"{self.f.kolom(self.indeling.kolom(self.g.tijd, moment), vast=False)}${rij + 1}"

    def _hier(self, kop: str) -> str:
        assert self.moment is not None
        return self._kop(kop, self.moment)

    def _kopbereik(self, blad: str, soort: Tijdsoort) -> str:
        laatste = self.f.kolom(self.indeling.laatste_kolom(soort), vast=True)
        vooraf = "" if blad == self.blad else f"{blad}!"
        return f"{vooraf}{self.f.kolom(EERSTE_MOMENT, vast=True)}${KOPRIJ + 1}:{laatste}${KOPRIJ + 1}"

    def _hele_rij(self, id_: Id) -> str:
        soort = model()[id_].tijd
        return self.f.bereik(self.blad, id_, EERSTE_MOMENT, self.indeling.laatste_kolom(soort))

    # -- verbs on a series

    def _opzoeking(self, e: Opzoeking) -> str:
        id_ = e.naam, e.sleutel
        if e.verb == "zoek":
            return self._zoek(e)
        g = model()[id_]
        if e.verb == "totaal":
            bereik = self.tijdas.bereik(g.tijd, g.venster)
            kolommen = [self.indeling.kolom(g.tijd, t) for t in (bereik[0], bereik[-1])]
            return f"SUM({self.f.bereik(self.blad, id_, *kolommen)})"
        if e.verb == "op_jaar":
            assert e.plaats is not None
            jaren = self._kopbereik(self.indeling.plaatsen[id_].blad, Tijdsoort.JAAR)
            return f"INDEX({self._hele_rij(id_)},1,MATCH({self.tekst(e.plaats, 0)},{jaren},0))"
        if e.verb == "van_jaar":
            return f"INDEX({self._hele_rij(id_)},1,{self._hier('jaarkolom')})"
        if e.verb == "in_jaar":
            jaren = self._kopbereik(self.indeling.plaatsen[id_].blad, Tijdsoort.KWARTAAL)
            return f"SUMIF({jaren},{self._hier('jaar')},{self._hele_rij(id_)})"
        return self._terug(e)

    def _terug(self, e: Opzoeking) -> str:
        """Ends at the column before this one where the row looks back into itself: Excel counts the whole range."""
        assert self.moment is not None
        assert e.plaats is not None
        rij = self.indeling.plaatsen[e.naam, e.sleutel].rij + 1
        tot = self.f.kolom(self.indeling.kolom(self.g.tijd, self.moment - e.minstens), vast=False)
        bereik = f"{self.f.kolom(EERSTE_MOMENT, vast=True)}{rij}:{tot}{rij}"
        return f"INDEX({bereik},1,{self._hier('kolom')}-{self.tekst(e.plaats, 2)})"

    def _zoek(self, e: Opzoeking) -> str:
        assert e.plaats is not None
        leden = [self.indeling.cel(g.id, None) for g in model().familie(e.naam, e.sleutel)]
        (blad, eerste, kolom), (_, laatste, _) = leden[0], leden[-1]
        assert laatste - eerste == len(leden) - 1
        letter, vooraf = self.f.kolom(kolom, vast=True), "" if blad == self.blad else f"{blad}!"
        return f"INDEX({vooraf}{letter}${eerste + 1}:{letter}${laatste + 1},{self.tekst(e.plaats, 0)})"

    # -- verbs on figures

    def _bewerking(self, e: Bewerking, rang: int) -> str:
        if e.verb in _RANG:
            eigen = _RANG[e.verb]
            delen = [self.tekst(d, eigen + (i > 0 and e.verb in "-/")) for i, d in enumerate(e.delen)]
            tekst = _TEKEN[e.verb].join(delen)
            return f"({tekst})" if eigen < rang else tekst
        return {
            "minimum": lambda: f"MIN({self._lijst(e.delen)})",
            "maximum": lambda: f"MAX({self._lijst(e.delen)})",
            "afgerond": lambda: f"ROUND({self._lijst(e.delen)},0)",
            "als": lambda: self._als(*e.delen),
            "bekend": lambda: f"COUNT({','.join(self._naar_vak(d) for d in e.delen)})",
            "eerste": lambda: self._eerste(e.delen),
            "keuze": lambda: self._keuze(e),
        }[e.verb]()

    def _lijst(self, delen: tuple[Expression, ...]) -> str:
        return ",".join(self.tekst(d, 0) for d in delen)

    def _als(self, x: Expression, dan: Expression, anders: Expression) -> str:
        a, b = self.tekst(dan, 0), self.tekst(anders, 0)
        if isinstance(x, Bewerking) and x.verb == "-":
            return f"IF({self.tekst(x.delen[0], 1)}>{self.tekst(x.delen[1], 1)},{a},{b})"
        return f"IF({self.tekst(x, 1)}>0,{a},{b})"

    def _naar_vak(self, e: Expression) -> str:
        """A reference to a figure of which is asked whether it is known."""
        if not isinstance(e, Verwijzing):
            raise FormuleFout(f"{self.g.volledige_naam}: ask only of a figure by name whether it is known")
        return self._verwijzing(e, ruw=True)

    def _eerste(self, opties: tuple[Expression, ...]) -> str:
        """The first known: an input cell is known when it is filled, a figure when it is not #N/A."""
        eerste, *rest = opties
        if not rest:
            return self.tekst(eerste, 0)
        anders, vak = self._eerste(tuple(rest)), self._naar_vak(eerste)
        if self._is_vak(eerste):
            return f'IF({vak}<>"",{vak},{anders})'
        if anders == "NA()":
            return vak
        return f"IF(ISNA({vak}),{anders},{vak})"

    @staticmethod
    def _is_vak(e: Expression) -> bool:
        return isinstance(e, Verwijzing) and model()[e.naam, e.sleutel].rol is Rol.INVOER

    def _keuze(self, e: Bewerking) -> str:
        kiezer, *opties = e.delen
        tekst = "NA()"
        for naam, optie in zip(reversed(e.keuzes), reversed(opties), strict=True):
            tekst = f'IF({self.tekst(kiezer, 0)}="{naam}",{self.tekst(optie, 0)},{tekst})'
        return tekst
