"""Workbook = program: LibreOffice, which knows nothing of our rules, comes to the same figures in every cell."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from core.getallen import Bereik
from core.plan import Plan, vakwaarden
from core.plan.plan import MAATREGELEN
from core.regels import Uitkomst, bereken, model
from core.rekenkunde.regel import Rol
from core.werkboek import werkboek
from core.werkboek.indeling import indeling
from tests.gevallen import ander_op_zelfde_kalender, catalogus, willekeurig
from tests.werkboekhulp import cellen, herrekend, ongelijke_cellen, verschillen, zonder_waarden

pytestmark = pytest.mark.steekproef

AANTAL, PER_DEEL = 200, 25


@pytest.fixture(scope="module", params=range(0, AANTAL, PER_DEEL))
def uitkomsten(request: pytest.FixtureRequest) -> dict[int, Uitkomst]:
    """One part of the plans, by their number; in parts, so that all cores can work."""
    return {zaad: bereken(willekeurig(zaad)) for zaad in range(request.param, request.param + PER_DEEL)}


@pytest.fixture(scope="module")
def werkboeken(uitkomsten: dict[int, Uitkomst], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    map_ = tmp_path_factory.mktemp("werkboeken")
    paden = [map_ / f"plan{n}.xlsx" for n in uitkomsten]
    for pad, uitkomst in zip(paden, uitkomsten.values(), strict=True):
        pad.write_bytes(werkboek(uitkomst, []))
    return paden


def test_the_plans_cover_every_method_and_capacity() -> None:
    uitkomsten = [bereken(willekeurig(zaad)) for zaad in range(AANTAL)]
    assert {u.methode for u in uitkomsten} == {"landelijk", "caseload", "uren"}
    met_capaciteit = [u for u in uitkomsten if u.reeks("boven_capaciteit")]
    assert len(met_capaciteit) > AANTAL / 6
    assert any(max(u.reeks("wachtlijst", "asiel").values(), default=0) > 5 for u in met_capaciteit)
    assert any(max(u.reeks("terugbetaling").values(), default=0) > 0 for u in uitkomsten)
    assert any(u.waarde("wachttijd_vooraf", "asiel") == 3 for u in uitkomsten)


def test_cached_values_are_the_outcome(werkboeken: list[Path], uitkomsten: dict[int, Uitkomst]) -> None:
    """What Protected View, previews and phones show, without any recalculation."""
    for pad, uitkomst in zip(werkboeken[:5], uitkomsten.values(), strict=False):
        assert verschillen(cellen(pad), uitkomst) == []


@pytest.mark.libreoffice
def test_recalculated_workbook_equals_the_program(
    werkboeken: list[Path], uitkomsten: dict[int, Uitkomst], tmp_path: Path
) -> None:
    kaal = [tmp_path / pad.name for pad in werkboeken]
    for bron, doel in zip(werkboeken, kaal, strict=True):
        zonder_waarden(bron, doel)
    assert not any(isinstance(w, int | float) for w in cellen(kaal[0])["Berekening_tekort"][5][5:])
    for pad, bron, uitkomst in zip(herrekend(kaal, tmp_path / "uit"), werkboeken, uitkomsten.values(), strict=True):
        inhoud = cellen(pad)
        assert verschillen(inhoud, uitkomst) == []
        assert ongelijke_cellen(inhoud, cellen(bron)) == []  # every sheet: outcome, totals, checks and verdicts too


@pytest.mark.libreoffice
def test_changed_inputs_inside_the_workbook(
    werkboeken: list[Path], uitkomsten: dict[int, Uitkomst], tmp_path: Path
) -> None:
    """Type another plan into the cells: method, capacity, durations and blanks follow."""
    anderen, paden = [], []
    for bron, (n, uitkomst) in list(zip(werkboeken, uitkomsten.items(), strict=True))[::3]:
        ander = bereken(ander_op_zelfde_kalender(uitkomst.plan, 10_000 + 500 * n))
        pad = tmp_path / f"veranderd{n}.xlsx"
        _typ(bron, pad, ander.plan, uitkomst)
        anderen.append(ander)
        paden.append(pad)
    for pad, ander in zip(herrekend(paden, tmp_path / "uit"), anderen, strict=True):
        assert verschillen(cellen(pad), ander) == []


def _typ(bron: Path, doel: Path, plan: Plan, oud: Uitkomst) -> None:
    """Clear every input cell and fill in those of another plan, as a person would."""
    boek, plaats = openpyxl.load_workbook(bron), indeling(oud.tijdas)
    waarden = vakwaarden(plan, catalogus())
    for g in model():
        if g.rol is not Rol.INVOER:
            continue
        momenten: Any = (None,)
        if plaats.plaatsen[g.id].kolom is None:
            momenten = oud.tijdas.bereik(g.tijd, g.venster)
        for moment in momenten:
            blad, rij, kolom = plaats.cel(g.id, moment)
            waarde = waarden.get((g.id, moment))
            if g.naam.removeprefix("maatregel_") in MAATREGELEN:
                waarde = waarde or 0
            cel = boek[blad].cell(rij + 1, kolom + 1)
            assert not cel.protection.locked
            cel.value = waarde.verwacht if isinstance(waarde, Bereik) else waarde
    boek.save(doel)
