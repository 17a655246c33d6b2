"""The verdict on a workbook: sound, not sound, or sound as far as can be told."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from core.regels import Uitkomst, bereken
from core.werkboek import werkboek
from core.werkboek.controleblad import AKKOORD, DEELS, NIET_AKKOORD
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.gevallen import als_plan

MET_OORDEEL = ("Voorblad", "Uitkomst_jaren", "Uitkomst_kwartalen", "Inkoop", "Controle", "Berekening_spuk")


def oordelen(uitkomst: Uitkomst) -> set[str]:
    boek = openpyxl.load_workbook(BytesIO(werkboek(uitkomst, [])), data_only=True)
    return {boek[naam]["A3"].value for naam in MET_OORDEEL}


def test_a_complete_plan_is_sound() -> None:
    assert oordelen(bereken(voorbeeldplan())) == {AKKOORD}


def test_a_check_that_cannot_be_made_is_no_sound_check() -> None:
    assert oordelen(bereken(als_plan({"startjaar": 2027, "horizon": 2}))) == {DEELS}


@pytest.mark.parametrize("naam", ["controle_mensen", "controle_reserve"])
def test_a_deviation_is_said_on_every_sheet(naam: str) -> None:
    goed = bereken(voorbeeldplan())
    fout = replace(goed, rekening=replace(goed.rekening, figuren={**goed.waarden, ((naam, ()), None): 5.0}))
    assert oordelen(fout) == {NIET_AKKOORD}
