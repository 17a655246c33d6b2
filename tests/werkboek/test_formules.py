"""The formulas themselves: one per row, short, no literals, allowed functions, and no circle by Excel's rule."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import openpyxl
import pytest
from openpyxl.formula.translate import Translator
from openpyxl.utils import column_index_from_string

from core.duiding.overzicht import duid
from core.regels import bereken, model
from core.regels.model import rekenvolgorde
from core.rekenkunde.regel import Rol
from core.rekenkunde.tijdas import Tijdas, Tijdsoort
from core.werkboek import doorrekeningen, werkboek
from core.werkboek.formule import FUNCTIES, LEESFUNCTIES, FormuleFout, Formules
from core.werkboek.indeling import SCENARIOBLAD, indeling
from core.werkboek.keuring import LANGSTE_FORMULE
from tests.gevallen import met_scenarios, willekeurig

TIJDASSEN = [
    bereken(willekeurig(1, 2027, 5)).tijdas,
    bereken(willekeurig(2, 2022, 1)).tijdas,
    bereken(willekeurig(3, 2026, 10)).tijdas,
]
_VERWIJZING = re.compile(r"(?:([A-Za-z_0-9]+)!)?\$?([A-Z]{1,2})\$?(\d+)(?::\$?([A-Z]{1,2})\$?(\d+))?")
_CEL = re.compile(r"(?:([A-Za-z_0-9]+)!)?(\$?[A-Z]{1,2}\$?\d+)")
_TEKST = re.compile(r'"[^"]*"')
LEESBLADEN = ("Samenvatting", "Vergelijking", "Uitkomst_", "Inkoop", "Invoer_S")
"""Sheets for readers, and the links of a scenario: they may say a number in a sentence, and divide by 1.000."""
Cel = tuple[str, int, int]


@cache
def formules(tijdas: Tijdas) -> dict[Cel, str]:
    """Every formula of the calculation by sheet, row and column (from 1)."""
    lezer, plaats, uit = Formules(indeling(tijdas)), indeling(tijdas), {}
    for g in model():
        if g.rol is Rol.REGEL:
            for moment in (None,) if g.tijd is Tijdsoort.PLAN else tijdas.bereik(g.tijd, g.venster):
                blad, rij, kolom = plaats.cel(g.id, moment)
                uit[blad, rij + 1, kolom + 1] = lezer.formule(g, moment)
    return uit


@cache
def alle_formules() -> dict[Cel, str]:
    """Every formula in a written workbook with scenarios: outcome, checks, links and sentences included."""
    from io import BytesIO

    plan = met_scenarios(3)
    uitkomst = bereken(plan)
    inhoud = werkboek(uitkomst, [], scenarios=doorrekeningen(plan), definitief=True, duiding=duid(uitkomst))
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    return {
        (blad.title, cel.row, cel.column): cel.value
        for blad in boek.worksheets
        for rij in blad.iter_rows()
        for cel in rij
        if isinstance(cel.value, str) and cel.data_type == "f"
    }


def kaal(formule: str) -> str:
    """A formula without sheet names, texts, and the joining of a number to texts."""
    return re.sub(r"[A-Za-z_0-9]+!|&\"\"|\"\"&", "", _TEKST.sub('""', formule.removeprefix("=")))


@pytest.mark.parametrize("tijdas", TIJDASSEN, ids=str)
def test_one_formula_per_row(tijdas: Tijdas) -> None:
    """R27: the formula of every column is that of the first, moved."""
    eerste: dict[tuple[str, int], tuple[str, str]] = {}
    for (blad, rij, kolom), formule in formules(tijdas).items():
        cel = openpyxl.utils.get_column_letter(kolom) + str(rij)
        if (blad, rij) not in eerste:
            eerste[blad, rij] = formule, cel
        begin, van = eerste[blad, rij]
        assert Translator(begin, origin=van).translate_formula(cel) == formule


def test_only_allowed_functions_and_no_literals() -> None:
    """R28 and R30: every number stands in a cell of its own, with its source; nothing newer than Excel 2010."""
    for cel, formule in alle_formules().items():
        tekst = kaal(formule)
        mag = {*FUNCTIES, *LEESFUNCTIES} if cel[0].startswith(LEESBLADEN) else {*FUNCTIES}
        assert set(re.findall(r"([A-Z][A-Z.]+)\(", tekst)) <= mag, cel
        getallen = re.findall(r"(?<![A-Z$\d.])\d+(?:\.\d+)?(?![\d:(])", tekst)
        assert set(getallen) <= ({"0", "1", "1000"} if cel[0].startswith(LEESBLADEN) else {"0", "1"}), (cel, formule)


def test_nothing_is_calculated_twice() -> None:
    """R29: no two cells of the base calculation hold the same formula, whatever sheet it is on."""
    gezien: dict[str, Cel] = {}
    for (blad, rij, kolom), formule in alle_formules().items():
        van_basis = blad.startswith("Berekening_") and not SCENARIOBLAD.fullmatch(blad)
        if van_basis and rij > 4 and formule != "=NA()":
            volledig = _CEL.sub(lambda m, blad=blad: f"{m[1] or blad}!{m[2]}", formule)  # type: ignore[misc]
            assert gezien.setdefault(volledig, (blad, rij, kolom)) == (blad, rij, kolom), formule


def test_a_scenario_has_the_formulas_of_the_base() -> None:
    """They stand on other sheets and rows, and are the same for the rest: what holds for one holds for the other."""
    as_ = TIJDASSEN[0]
    basis, scenario = (Formules(indeling(as_, nummer)) for nummer in (0, 1))
    for g in model():
        if g.rol is Rol.REGEL:
            for moment in (None,) if g.tijd is Tijdsoort.PLAN else as_.bereik(g.tijd, g.venster):
                een, ander = (re.sub(r"[A-Za-z_0-9]+!|\d+", "", f.formule(g, moment)) for f in (basis, scenario))
                assert een == ander, g.volledige_naam


def test_formulas_are_short() -> None:
    """R28: at most 60 characters or 3 operations (sheet names and the sign NA() apart), and far below 8.192."""
    for cel, formule in alle_formules().items():
        if SCENARIOBLAD.fullmatch(cel[0]) and cel[0].startswith("Berekening_"):
            continue  # the formulas of the base, with row numbers of three figures
        tekst = kaal(formule).replace("ISNA(", "ISX(").replace("NA()", "X")
        bewerkingen = len(re.findall(r"[A-Z]+\(", tekst)) + len(re.findall(r"(?<=[\w)])[-+*/]", tekst))
        assert len(tekst) <= 60 or bewerkingen <= 3, (cel, formule)
        assert len(formule) < LANGSTE_FORMULE  # else it would not be known again when it comes back


def test_formulas_do_not_depend_on_the_values() -> None:
    """A changed input needs no other formula: the workbook of any plan on this calendar is the same one."""
    a, b = (bereken(willekeurig(zaad, 2027, 5)) for zaad in (1, 4))
    assert a.tijdas == b.tijdas
    assert a.plan.invoer != b.plan.invoer
    teksten = [
        {(blad.title, c.coordinate): c.value for blad in boek.worksheets for r in blad.iter_rows() for c in r}
        for boek in (_open(a), _open(b))
    ]
    formules_ = [{k: v for k, v in t.items() if isinstance(v, str) and v.startswith("=")} for t in teksten]
    assert formules_[0] == formules_[1]


def _open(uitkomst: Any) -> Any:
    from io import BytesIO

    return openpyxl.load_workbook(BytesIO(werkboek(uitkomst, [])))


def precedenten(cel: Cel, formule: str) -> list[Cel]:
    """Every cell a formula refers to; of a range every cell, as Excel counts."""
    gevonden = []
    for blad, kolom, rij, kolom2, rij2 in _VERWIJZING.findall(_TEKST.sub('""', formule)):
        van, tot = column_index_from_string(kolom), column_index_from_string(kolom2 or kolom)
        for k in range(van, tot + 1):
            gevonden += [(blad or cel[0], r, k) for r in range(int(rij), int(rij2 or rij) + 1)]
    return gevonden


def kringloop(formules_: dict[Cel, str]) -> list[Cel]:
    """A circle of cells that need each other; empty when there is none."""
    buren = {cel: [p for p in precedenten(cel, f) if p in formules_] for cel, f in formules_.items()}
    klaar: set[Cel] = set()
    for begin in buren:
        pad: list[tuple[Cel, int]] = [(begin, 0)]
        op_pad = {begin}
        while pad:
            cel, n = pad.pop()
            if n < len(buren[cel]) and cel not in klaar:
                pad.append((cel, n + 1))
                volgende = buren[cel][n]
                if volgende in op_pad:
                    return [c for c, _ in pad]
                if volgende not in klaar:
                    pad.append((volgende, 0))
                    op_pad.add(volgende)
            else:
                klaar.add(cel)
                op_pad.discard(cel)
    return []


@pytest.mark.parametrize("tijdas", TIJDASSEN, ids=str)
def test_no_circle_when_every_cell_of_a_range_counts(tijdas: Tijdas) -> None:
    assert kringloop(formules(tijdas)) == []


def test_no_circle_in_the_written_workbook() -> None:
    assert kringloop(alle_formules()) == []


def test_the_circle_finder_finds_a_circle() -> None:
    """The shape LibreOffice computes and Excel refuses: a row that looks back over its own whole length."""
    rij = {("B", 1, k): f"=A{k}+INDEX($A2:$E2,1,1)" for k in range(1, 6)}
    rij |= {("B", 2, k): f"={openpyxl.utils.get_column_letter(k)}1*2" for k in range(1, 6)}
    assert kringloop(rij) != []


def test_a_raw_input_cell_must_be_asked_for() -> None:
    """A blank input cell is 0 to a spreadsheet; only eerste() and bekend() may read one."""
    from dataclasses import replace

    from core.rekenkunde.uitdrukking import Getal, Verwijzing, bekend

    g = model()["caseload", ()]
    vak = Verwijzing("invoer_caseload", (), None)
    lezer = Formules(indeling(TIJDASSEN[0]))
    with pytest.raises(FormuleFout):
        lezer.formule(replace(g, regel=vak + Getal(1.0)), None)
    with pytest.raises(FormuleFout):
        lezer.formule(replace(g, regel=bekend(vak + Getal(1.0))), None)
    assert lezer.formule(replace(g, regel=bekend(vak)), None).startswith("=COUNT(")


def test_every_figure_of_the_outcome_is_laid_out() -> None:
    assert len(rekenvolgorde(TIJDASSEN[0]).plekken) >= len(formules(TIJDASSEN[0]))
