"""Whether the sheets with formulas still are what the program wrote: nothing overwritten, moved or out of date.

Only input cells are ever taken over. What somebody did to the other sheets therefore changes no figure of the plan, but
it must be said: whoever typed there thinks that it counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from core import VERSIE
from core.catalogus import Catalogus
from core.getallen import toon
from core.plan import Bevinding, Ernst, Plan
from core.regels import Uitkomst, bereken
from core.regels.bladwaarden import kalender
from core.rekenkunde.tijdas import Tijdas
from core.werkboek.cellen import plaats
from core.werkboek.keuring import Plek
from core.werkboek.openen import REKENBLADEN, Celbron, Inhoud
from core.werkboek.schrijven import KENGETALLEN, KENMERK, rekenboek
from core.werkboek.varianten import Doorrekening
from core.werkboek.vel import Blad, Cel

MEESTE = 25
"""Findings about single cells; the rest is counted."""
_SPELING, _FACTOR = 1e-6, 1e-9
_ANDER_BLAD = re.compile(r"\w+!\$?[A-Z]+\$?\d+(:\$?[A-Z]+\$?\d+)?")

_NIET_NAGEKEKEN = (
    "Dit werkboek is met een andere uitgave van het programma of van de kengetallen gemaakt, of dat is niet meer te "
    "zien. De invoer is gelezen. De formules en uitkomsten in het werkboek zijn niet nagekeken."
)
_VERSCHOVEN = "De rijen staan hier niet meer op hun oude plek. De invoer is gelezen op naam. "
_ONZEKER = "Formules die naar dit blad verwijzen, zijn niet nagekeken. Maak een nieuw werkboek om dit te herstellen."
_REKENT = "De planner rekent zelf, uit de invoerbladen."

Cellen = dict[Plek, Cel]


def kijk_na(
    inhoud: Inhoud, plan: Plan, uitgevoerd: Plan | None, as_: Tijdas, verschoven: Collection[str], catalogus: Catalogus
) -> list[Bevinding]:
    """What is not as the program would write it, with sheet and cell.

    Args:
        inhoud: the workbook.
        plan: what was read of it: its figures are what the results should be.
        uitgevoerd: the plan with which it was made: its presentation and scenarios decide the formulas.
        as_: the calendar of its columns.
        verschoven: the input sheets of which rows stand elsewhere.
        catalogus: the kengetallen of this edition.
    """
    if not inhoud.rekenbladen:
        return []  # a template
    kenmerken = inhoud.eigenschappen
    if uitgevoerd is None or (kenmerken.get(KENMERK), kenmerken.get(KENGETALLEN)) != (VERSIE, catalogus.editie):
        return [Bevinding(Ernst.LET_OP, "werkboek", _NIET_NAGEKEKEN)]
    bladen = _bladen(uitgevoerd, as_, catalogus)
    schade = {naam: s for naam, cellen in bladen.items() if (s := _schade(inhoud.rekenbladen.get(naam), naam, cellen))}
    onzeker = {*verschoven, *schade}
    heel = {naam: cellen for naam, cellen in bladen.items() if naam not in schade}
    gevonden = [
        b for naam, cellen in heel.items() for b in _overschreven(inhoud.rekenbladen[naam], naam, cellen, onzeker)
    ]
    meer = [Bevinding(Ernst.WAARSCHUWING, "werkboek", f"Er zijn nog {len(gevonden) - MEESTE} zulke cellen.")]
    return [
        *(Bevinding(Ernst.LET_OP, f"blad {naam}", _VERSCHOVEN + _ONZEKER) for naam in sorted(verschoven)),
        *schade.values(),
        *gevonden[:MEESTE],
        *(meer if len(gevonden) > MEESTE else ()),
        *_verouderd(inhoud, plan, uitgevoerd, as_, heel, catalogus),
    ]


def _bladen(plan: Plan, as_: Tijdas, catalogus: Catalogus) -> dict[str, Cellen]:
    """The cells that this edition would write, of a plan and its scenarios, on the columns of this workbook."""

    def uitkomst(van: Plan) -> Uitkomst:
        return bereken(van, catalogus, as_)

    scenarios = [Doorrekening(s, uitkomst(plan.voor(s.naam))) for s in plan.scenarios]
    boek = rekenboek(uitkomst(plan), scenarios)
    return {blad.naam: dict(_cellen(blad)) for blad in boek.bladen if REKENBLADEN.fullmatch(blad.naam)}


def _cellen(blad: Blad) -> Iterator[tuple[Plek, Cel]]:
    for rij, cellen in sorted(blad.rijen.items()):
        for kolom, cel in sorted(cellen.items()):
            yield (rij, kolom), cel


# --- rows and columns --------------------------------------------------------------------------------------


def _schade(bron: Celbron | None, naam: str, cellen: Cellen) -> Bevinding | None:
    """Whether a sheet is gone, or rows or columns of it are not where they were; then it cannot be compared."""
    if bron is None:
        zin = f"Dit blad ontbreekt of heeft een andere naam. {_REKENT} {_ONZEKER}"
        return Bevinding(Ernst.WAARSCHUWING, f"blad {naam}", zin)
    formules = [plek for plek, cel in cellen.items() if cel.formule]
    weg = [plek for plek in formules if not bron.formule(plek)]
    if not weg or not (_elders(bron, cellen) or _ingekort(bron, formules)):
        return None
    plek = next((p for p in formules if not _zelfde_vorm(bron.formule(p), cellen[p].formule)), weg[0])
    zin = f"Vanaf hier zijn rijen, kolommen of cellen ingevoegd, verwijderd of verplaatst. {_REKENT} Dit blad en de "
    return Bevinding(Ernst.WAARSCHUWING, plaats((naam, *plek)), zin + _ONZEKER[0].lower() + _ONZEKER[1:])


def _elders(bron: Celbron, cellen: Cellen) -> bool:
    """Whether there are formulas where the program writes none."""
    return any(plek not in cellen or not cellen[plek].formule for plek in bron.formuleplekken())


def _ingekort(bron: Celbron, formules: list[Plek]) -> bool:
    """Whether the last row or the last column with formulas is empty altogether."""
    for as_ in (0, 1):
        laatste = max(plek[as_] for plek in formules)
        rand = [plek for plek in formules if plek[as_] == laatste]
        if all(not bron.formule(plek) and bron.waarde(plek) is None for plek in rand):
            return True
    return False


def _zelfde_vorm(een: str, ander: str) -> bool:
    """Whether two formulas are the same but for what they read on other sheets."""
    return _ANDER_BLAD.sub("", een) == _ANDER_BLAD.sub("", ander[1:])


# --- single cells ------------------------------------------------------------------------------------------


def _overschreven(bron: Celbron, naam: str, cellen: Cellen, onzeker: Collection[str]) -> Iterator[Bevinding]:
    """A finding for every formula or fixed number that is not what the program writes there."""
    for plek, cel in cellen.items():
        if cel.formule:
            staat = bron.formule(plek)
            if staat == cel.formule[1:] or (staat and any(f"{blad}!" in staat for blad in onzeker)):
                continue
            zin = f"Hier hoort een formule te staan, maar er staat {_toon(bron, plek)}. Dit telt niet mee."
        elif isinstance(cel.waarde, int | float) and not _gelijk(bron.waarde(plek), cel.waarde):
            zin = f"Hier hoort {toon(cel.waarde)} te staan, maar er staat {_toon(bron, plek)}. Dit telt niet mee."
        else:
            continue
        hoe = "Vul een eigen waarde in op een invoerblad, en zet hier terug wat er stond."
        yield Bevinding(Ernst.WAARSCHUWING, plaats((naam, *plek)), f"{zin} {_REKENT} {hoe}")


def _toon(bron: Celbron, plek: Plek) -> str:
    return "een andere formule" if bron.formule(plek) else _in_woorden(bron.waarde(plek))


def _in_woorden(waarde: float | str | None) -> str:
    if waarde is None:
        return "niets"
    if isinstance(waarde, float) and math.isfinite(waarde):
        return toon(float(f"{waarde:.8g}"))
    return "een tekst of fout"


def _gelijk(staat: float | str | None, verwacht: float) -> bool:
    return isinstance(staat, float) and math.isclose(staat, verwacht, rel_tol=_FACTOR, abs_tol=_SPELING)


# --- results -----------------------------------------------------------------------------------------------


def _verouderd(
    inhoud: Inhoud, plan: Plan, uitgevoerd: Plan, as_: Tijdas, heel: Mapping[str, Cellen], catalogus: Catalogus
) -> Iterator[Bevinding]:
    """One finding for all stored results that do not belong to the input; results that were dropped are not wrong."""
    nodig = [kalender(p, catalogus) for p in (plan, *(plan.voor(s.naam) for s in plan.scenarios))]
    if any(n.eerste < as_.eerste or n.laatste > as_.laatste for n in nodig):
        zin = "Er is een prijspeil of jaar buiten de kolommen van dit werkboek. De uitkomsten erin zijn niet nagekeken."
        yield Bevinding(Ernst.LET_OP, "werkboek", f"{zin} {_REKENT}")
        return
    # A change of presentation works only in a new workbook.
    gemeente = replace(plan.gemeente, teken=uitgevoerd.gemeente.teken, eenheid=uitgevoerd.gemeente.eenheid)
    getoond = replace(plan, gemeente=gemeente)
    bladen = heel if getoond == uitgevoerd else _bladen(getoond, as_, catalogus)
    anders = [
        (naam, plek, cel.waarde)
        for naam, cellen in sorted(heel.items(), key=_begin_bij_berekening)
        for plek, cel in bladen.get(naam, {}).items()
        if cel.formule and plek in cellen and _ander_getal(inhoud.rekenbladen[naam], plek, cel)
    ]
    if anders:
        naam, plek, waarde = anders[0]
        moet = _in_woorden(float(waarde)) if isinstance(waarde, float | int) else "niet te zeggen"
        staat = _in_woorden(inhoud.rekenbladen[naam].waarde(plek))
        aantal = "Deze uitkomst hoort" if len(anders) == 1 else f"{toon(len(anders))} uitkomsten horen"
        zin = f"{aantal} niet bij de invoer in dit werkboek; hier staat {staat} en het moet {moet} zijn."
        hoe = "Laat Excel het werkboek herrekenen, of maak een nieuw werkboek."
        yield Bevinding(Ernst.WAARSCHUWING, plaats((naam, *plek)), f"{zin} {_REKENT} {hoe}")


def _begin_bij_berekening(paar: tuple[str, Cellen]) -> bool:
    return not paar[0].startswith("Berekening_")


def _ander_getal(bron: Celbron, plek: Plek, cel: Cel) -> bool:
    """Whether a stored result says another figure (a text follows the country of its reader)."""
    staat = bron.waarde(plek)
    if staat is None or not bron.formule(plek):
        return False
    return not _gelijk(staat, cel.waarde) if isinstance(cel.waarde, int | float) else isinstance(staat, float)
