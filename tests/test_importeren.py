"""The command `importeer`, and the workbook as OpenDocument on the command line."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from core.planbestand import lees, schrijf
from core.werkboek import lees_werkboek
from desktop.programma import main
from tests.gevallen import als_plan, catalogus
from tests.werkboek.terughulp import VOORBEELD, Getypt, xlsx


@pytest.fixture
def werkboek(tmp_path: Path) -> Path:
    getypt = Getypt(xlsx(als_plan(VOORBEELD)))
    getypt.zet("Invoer_uitvoering", "caseload", 60)
    getypt.zet("Invoer_middelen", "gemeentefonds_structureel", 80000)
    getypt.zet("Invoer_uitvoering", "caseload", "telling", "Bron")
    pad = tmp_path / "terug.xlsx"
    pad.write_bytes(getypt.bytes())
    return pad


def test_what_changed_is_shown_and_nothing_is_written(werkboek: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Means 10.000 lower: the shortage is 10.000 higher in each year."""
    assert main(["importeer", str(werkboek), "--verschil"]) == 0
    uit = capsys.readouterr().out
    assert "terug.xlsx: 3 wijzigingen" in uit
    assert "gemeentefonds_structureel  (blad Invoer_middelen, cel E5)" in uit
    assert "was    90.000" in uit
    assert "wordt  80.000" in uit
    assert "2027 +10.000 · 2028 +10.000 · 2029 +10.000" in uit
    assert len(list(werkboek.parent.iterdir())) == 1


def test_chosen_changes_go_into_a_new_plan(werkboek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, nieuw, als_json = (tmp_path / n for n in ("plan.inburgeringsplan", "nieuw.inburgeringsplan", "w.json"))
    schrijf(plan, als_plan(VOORBEELD))
    opdracht = ["importeer", str(werkboek), "--plan", str(plan), "--uit", str(nieuw), "--json", str(als_json)]
    assert main([*opdracht, "--aanvaard", "gemeentefonds_structureel"]) == 0
    assert "1 wijziging overgenomen" in capsys.readouterr().err
    gelezen, _ = lees(nieuw, catalogus())
    assert gelezen is not None
    assert gelezen.invoer["gemeentefonds_structureel"] == 80000
    assert gelezen.invoer["caseload"] == 50
    assert gelezen.herkomst["gemeentefonds_structureel"].bron == "werkboek terug.xlsx, blad Invoer_middelen, cel E5"
    assert gelezen.herkomst["caseload"].bron == "begroting"
    wijzigingen = {w["naam"]: w for w in json.loads(als_json.read_text("utf-8"))["wijzigingen"]}
    assert wijzigingen["caseload"]["oud"] == 50
    assert wijzigingen["caseload"]["nieuw"] == 60
    assert wijzigingen["gemeentefonds_structureel"]["gevolg"]["tekort_structureel"]["2028"] == 10000
    assert main([*opdracht, "--alles"]) == 2  # it is there already
    assert "blijft zoals het is" in capsys.readouterr().err


def test_everything_without_a_plan_and_on_the_screen(
    werkboek: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nieuw = tmp_path / "nieuw.inburgeringsplan"
    assert main(["importeer", str(werkboek), "--alles", "--uit", str(nieuw), "--json", "-"]) == 0
    assert len(json.loads(capsys.readouterr().out)["wijzigingen"]) == 3
    (een, _), (ander, _) = lees(nieuw, catalogus()), lees_werkboek(werkboek, catalogus())
    assert een is not None
    assert ander is not None
    assert (een.invoer, een.scenarios) == (ander.invoer, ander.scenarios)
    assert een.herkomst["caseload"].bron == "telling"


@pytest.mark.parametrize(
    ("erbij", "woorden"),
    [
        (["--uit", "x.inburgeringsplan"], "Kies wat u overneemt"),
        (["--aanvaard", "onzin"], 'Deze wijziging is er niet. Wel: "gemeentefonds_structureel"'),
        (["--plan", "weg.inburgeringsplan"], "bestaat niet"),
    ],
)
def test_what_cannot_be_done_is_said(
    werkboek: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, erbij: list[str], woorden: str
) -> None:
    monkeypatch.chdir(werkboek.parent)
    assert main(["importeer", str(werkboek), *erbij]) == 2
    assert woorden.replace('"gemeentefonds_structureel"', "") in capsys.readouterr().err


def test_changes_that_do_not_go_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three shares that are 1 together can only be taken over whole; a workbook with a fout not at all."""
    getypt = Getypt(xlsx(als_plan(VOORBEELD)))
    getypt.zet("Invoer_uitvoering", "caseload", "veel")
    (tmp_path / "fout.xlsx").write_bytes(getypt.bytes())
    assert main(["importeer", str(tmp_path / "fout.xlsx")]) == 2
    assert "is geen getal" in capsys.readouterr().err


def test_no_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx(als_plan(VOORBEELD)))
    assert main(["importeer", str(tmp_path / "a.xlsx"), "--uit", str(tmp_path / "n.inburgeringsplan")]) == 0
    assert "0 wijzigingen" in capsys.readouterr().out


def test_opendocument_out_and_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan, boek = tmp_path / "p.inburgeringsplan", tmp_path / "p.ods"
    schrijf(plan, als_plan(VOORBEELD))
    assert main(["bereken", str(plan), "--ods", str(boek)]) == 0
    assert zipfile.is_zipfile(boek)
    heen = capsys.readouterr().out
    assert main(["bereken", str(boek)]) == 0
    terug = capsys.readouterr()
    assert terug.err == ""
    assert terug.out == heen
    assert main(["bereken", str(plan), "--ods", str(tmp_path / "p.xlsx")]) == 2
    assert "eindigt niet op .ods" in capsys.readouterr().err


def test_damage_is_said_when_a_workbook_is_computed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    getypt = Getypt(xlsx(als_plan(VOORBEELD)))
    getypt.boek["Berekening_tekort"]["J5"] = 1
    (tmp_path / "a.xlsx").write_bytes(getypt.bytes())
    assert main(["bereken", str(tmp_path / "a.xlsx")]) == 0
    assert "waarschuwing: blad Berekening_tekort, cel J5" in capsys.readouterr().err
