"""Reading a rule as words: the sentence behind a figure, in Dutch."""

from __future__ import annotations

import math

from core.rekenkunde.regel import Model, met_sleutel
from core.rekenkunde.uitdrukking import Bewerking, Expression, Getal, Opzoeking, Tijd, Verwijzing

_RANG = {"+": 1, "-": 1, "som": 1, "*": 2, "/": 2}
_TEKEN = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ ", "som": " + "}


def in_woorden(model: Model, expression: Expression) -> str:
    """The rule as people read it: labels of its ingredients, joined by what is done with them."""
    return _zin(model, expression, 0)


def _zin(model: Model, e: Expression, rang: int) -> str:
    match e:
        case Getal(waarde):
            return "niet te zeggen" if math.isnan(waarde) else f"{waarde:.0f}"
        case Verwijzing(naam, sleutel, tijd):
            return f"{_label(model, naam, sleutel)}{_moment(tijd, model[naam, sleutel].tijd.value)}"
        case Opzoeking(verb, naam, sleutel, plaats):
            bij = "" if plaats is None else _zin(model, plaats, 0)
            return _OPZOEKING[verb].format(_label(model, naam, sleutel), bij)
        case Bewerking(verb, delen, keuzes):
            return _bewerking(model, verb, delen, keuzes, rang)
        case _:  # pragma: no cover - the four node kinds are all there are
            raise TypeError(e)


_OPZOEKING = {
    "terug": "[{0}] zoveel kwartalen terug als [{1}]",
    "op_jaar": "[{0}] in het jaar [{1}]",
    "in_jaar": "[{0}], opgeteld over de kwartalen van het jaar",
    "van_jaar": "[{0}] van het jaar",
    "totaal": "[{0}], opgeteld over alle jaren of kwartalen",
    "zoek": "[{0}] nummer [{1}]",
}


def _bewerking(model: Model, verb: str, delen: tuple[Expression, ...], keuzes: tuple[str, ...], rang: int) -> str:
    if verb in _RANG:
        eigen = _RANG[verb]
        teksten = [_zin(model, d, eigen + (i > 0 and verb in "-/")) for i, d in enumerate(delen)]
        tekst = _TEKEN[verb].join(teksten)
        return f"({tekst})" if eigen < rang else tekst
    los = [_zin(model, d, 0) for d in delen]
    if verb == "keuze":
        return "; ".join(f"bij {k}: {t}" for k, t in zip(keuzes, los[1:], strict=True))
    if verb == "eerste":
        return " — of, als dat onbekend is: ".join(los)
    vorm = {
        "minimum": "het kleinste van ({0}) en ({1})",
        "maximum": "het grootste van ({0}) en ({1})",
        "als": "als ({0}) meer dan 0 is: ({1}), anders: ({2})",
        "bekend": "1 als ({0}) bekend is, anders 0",
        "afgerond": "({0}), afgerond op hele kwartalen",
        "per": "({0}) ÷ ({1}), niet te zeggen als het laatste 0 is",
    }[verb]
    return vorm.format(*los)


def _label(model: Model, naam: str, sleutel: tuple[str, ...]) -> str:
    leden = model.familie(naam, sleutel)
    if leden[0].sleutel == sleutel:
        return leden[0].label
    return met_sleutel(leden[0].label.split(", ")[0], sleutel)


def _moment(tijd: Tijd | None, soort: str) -> str:
    stappen = 0 if tijd is None else tijd.stappen
    if not stappen:
        return ""
    richting = "eerder" if stappen < 0 else "later"
    eenheid = {"jaar": ("jaar", "jaar"), "kwartaal": ("kwartaal", "kwartalen")}[soort][abs(stappen) > 1]
    return f" ({abs(stappen)} {eenheid} {richting})"
