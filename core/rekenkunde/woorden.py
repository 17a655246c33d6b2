"""Reading a rule as words: the sentence behind a figure, in Dutch."""

from __future__ import annotations

import math

from core.rekenkunde.regel import NAMEN, Grootheid, Model, Rol, met_sleutel
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Sleutel, Tijd, Verwijzing

_RANG = {"+": 1, "-": 1, "som": 1, "*": 2, "/": 2}
_TEKEN = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ ", "som": " + "}

_BLAD = {
    "invoer": "{} (ingevuld)",
    "rij": "{} (ingevuld voor het jaar)",
    "prijspeil": "{} (ingevuld prijspeil)",
    "kengetal": "{} (kengetal)",
    "kengetalpeil": "{} (prijspeil van het kengetal)",
    "standaard": "{} (uitgangspunt)",
}
"""A leaf by the first word of its name: it bears the label of its input, but is not the value that counts."""

_OPZOEKING = {
    "terug": "{0} (zoveel kwartalen terug als: {1})",
    "op_jaar": "{0} (in het jaar: {1})",
    "in_jaar": "{0} (opgeteld over de kwartalen van het jaar)",
    "van_jaar": "{0} (van het jaar)",
    "totaal": "{0} (opgeteld over alle {2})",
    "zoek": "{0} (nummer: {1})",
}


def in_woorden(model: Model, expression: Expression, sleutel: Sleutel = ()) -> str:
    """The rule as people read it: labels of its ingredients, joined by what is done with them.

    Args:
        model: the model it stands in.
        expression: the rule.
        sleutel: a group or route that goes without saying, because the whole rule is about it.
    """
    return _Zin(model, tuple(NAMEN[s] for s in sleutel if s in NAMEN)).zin(expression, 0)


def bladlabel(g: Grootheid) -> str:
    """The label of a figure; of a leaf with what kind of leaf it is."""
    if g.rol in (Rol.INVOER, Rol.KENGETAL):
        return _BLAD.get(g.naam.partition("_")[0], "{}").format(g.label)
    return g.label


class _Zin:
    def __init__(self, model: Model, vanzelf: tuple[str, ...]) -> None:
        self.model, self.vanzelf = model, vanzelf

    def zin(self, e: Expression, rang: int) -> str:
        """A part of a rule; in brackets where what stands around it binds more strongly (`rang`)."""
        match e:
            case Getal(waarde):
                return "niet te zeggen" if math.isnan(waarde) else f"{waarde:.0f}"
            case Verwijzing(naam, sleutel, tijd):
                return f"{self.label(naam, sleutel)}{_moment(tijd, self.model[naam, sleutel].tijd.value)}"
            case Opzoeking(verb, naam, sleutel, plaats):
                bij = "" if plaats is None else self.zin(plaats, 0)
                jaren = self.model.familie(naam, sleutel)[0].tijd is Tijdsoort.JAAR
                return _OPZOEKING[verb].format(self.label(naam, sleutel), bij, "jaren" if jaren else "kwartalen")
            case Bewerking("eerste", (enige, anders)) if _afwezig(anders):
                return self.zin(enige, rang)
            case Bewerking(verb, delen) if verb in _RANG:
                eigen = _RANG[verb]
                teksten = [self.zin(d, eigen + (i > 0 and verb in "-/")) for i, d in enumerate(delen)]
                tekst = _TEKEN[verb].join(teksten)
                return f"({tekst})" if eigen < rang else tekst
            case Bewerking(verb, delen, keuzes):
                tekst = self.woorden(verb, delen, keuzes)
                return f"({tekst})" if rang else tekst
            case _:  # pragma: no cover - the four node kinds are all there are
                raise TypeError(e)

    def woorden(self, verb: str, delen: tuple[Expression, ...], keuzes: tuple[str, ...]) -> str:
        """A verb that is no sum or product."""
        if verb == "als":
            return self.als(*delen)
        los = [self.zin(d, 0) for d in delen if not (verb == "eerste" and _afwezig(d))]
        if verb == "keuze":
            return "; ".join(f"bij methode {k}: {t}" for k, t in zip(keuzes, los[1:], strict=True))
        if verb == "eerste":
            return "; als dat onbekend is: ".join(los)
        if verb == "bekend":
            return f"hoeveel er bekend zijn van: {', '.join(los)}"
        if verb == "afgerond":
            return f"{los[0]}, afgerond op hele kwartalen"
        return self.uiterste(verb, delen, los)

    def uiterste(self, verb: str, delen: tuple[Expression, ...], los: list[str]) -> str:
        """The smaller or the larger; against a plain number it is a floor or a ceiling."""
        if isinstance(delen[0], Getal):
            return f"{los[1]}; nooit {'minder' if verb == 'maximum' else 'meer'} dan {los[0]}"
        match delen:
            case Bewerking("-", (a, b)), Bewerking("-", (c, d)) if _zelfde(a, d) and _zelfde(b, c):
                return f"het verschil tussen [{self.zin(a, 0)}] en [{self.zin(b, 0)}]"
        return f"het {'grootste' if verb == 'maximum' else 'kleinste'} van [{los[0]}] en [{los[1]}]"

    def als(self, x: Expression, dan: Expression, anders: Expression) -> str:
        """A condition in the words people use for it."""
        match x, dan, anders:
            case _, Bewerking("*", (deel, _)), Getal(0) if deel is x:
                return f"{self.zin(dan, 0)} (niets als het eerste 0 is)"
            case Bewerking("-", (a, b)), _, _:
                voorwaarde = f"{self.zin(a, 0)} meer is dan {self.zin(b, 0)}"
            case Bewerking("bekend", delen), _, _:
                voorwaarde = f"{' of '.join(self.zin(d, 0) for d in delen)} bekend is"
            case _:
                voorwaarde = f"{self.zin(x, 0)} meer is dan 0"
        binnen = 1 if isinstance(dan, Bewerking) and dan.verb in ("als", "eerste") else 0
        return f"als {voorwaarde}: {self.zin(dan, binnen)}; anders: {self.zin(anders, 0)}"

    def label(self, naam: str, sleutel: Sleutel) -> str:
        """The label of a figure or of a whole family, without what goes without saying."""
        eerste = self.model.familie(naam, sleutel)[0]
        heel = eerste.sleutel == sleutel
        tekst = bladlabel(eerste) if heel else met_sleutel(eerste.label.split(", ")[0], sleutel)
        for woord in self.vanzelf:
            tekst = tekst.replace(f", {woord}", "", 1)
        return tekst


def _zelfde(a: Expression, b: Expression) -> bool:
    return a is b or (isinstance(a, Getal) and isinstance(b, Getal) and a.waarde == b.waarde)


def _afwezig(e: Expression) -> bool:
    return isinstance(e, Getal) and math.isnan(e.waarde)


def _moment(tijd: Tijd | None, soort: str) -> str:
    stappen = 0 if tijd is None else tijd.stappen
    if not stappen:
        return ""
    richting = "eerder" if stappen < 0 else "later"
    eenheid = {"jaar": ("jaar", "jaar"), "kwartaal": ("kwartaal", "kwartalen")}[soort][abs(stappen) > 1]
    return f" ({abs(stappen)} {eenheid} {richting})"
