"""The command line, run as a person would: exit codes, what stands on which stream, and the files it makes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from core.planbestand import schrijf
from core.regels import bereken
from desktop import opdrachten
from desktop.opdrachten import VOORBEELDEN
from desktop.programma import OPDRACHTEN, main
from tests.gevallen import als_plan, willekeurig

PLAN = {
    "formaat": "inburgeringsplan",
    "versie": 1,
    "gemeente": {"naam": "Proef"},
    "startjaar": 2027,
    "horizon": 3,
    "invoer": {"instroom_asiel": 20, "instroom_gezin": 8, "gemeentefonds_structureel": 90000},
    "scenarios": [{"naam": "Meer", "invoer": {"instroom_asiel": 40}}],
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    pad = tmp_path / "proef.inburgeringsplan"
    schrijf(pad, als_plan(PLAN))
    return pad


def test_compute_to_json_on_the_screen(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bereken", str(plan), "--json", "-"]) == 0
    uit = json.loads(capsys.readouterr().out)
    assert uit["jaren"] == [2027, 2028, 2029]
    assert uit["jaar"]["instroom_asiel"] == {"2027": 20, "2028": 20, "2029": 20}
    assert set(uit) == {"jaren", "jaar", "kwartaal", "inkoop", "slot", "bevindingen", "herkomst"}
    assert set(uit["herkomst"]) == {"programma", "kengetallen", "plan"}
    assert "2026.1" in uit["herkomst"]["kengetallen"]
    assert {b["ernst"] for b in uit["bevindingen"]} <= {"waarschuwing", "let op"}


def test_a_scenario_and_files(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    json_pad, boek = tmp_path / "uit.json", tmp_path / "uit.xlsx"
    opdracht = ["bereken", str(plan), "--scenario", "Meer", "--json", str(json_pad), "--xlsx", str(boek)]
    assert main(opdracht) == 0
    assert json.loads(json_pad.read_text("utf-8"))["jaar"]["instroom_asiel"]["2027"] == 40
    assert "Meer" in capsys.readouterr().out
    blad = openpyxl.load_workbook(boek, read_only=True)["Voorblad"]
    assert any("Meer" in str(rij) for rij in blad.iter_rows(values_only=True))


def test_the_workbook_computes_to_the_same_outcome(plan: Path, tmp_path: Path) -> None:
    boek, heen, terug = tmp_path / "w.xlsx", tmp_path / "a.json", tmp_path / "b.json"
    assert main(["bereken", str(plan), "--xlsx", str(boek), "--json", str(heen)]) == 0
    assert main(["bereken", str(boek), "--json", str(terug)]) == 0
    a, b = (json.loads(p.read_text("utf-8")) for p in (heen, terug))
    assert a["jaar"] == b["jaar"]
    assert a["kwartaal"] == b["kwartaal"]


def test_the_table_reads_well(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2027: 20 asiel and 8 gezin, structural means 90.000; without a caseload the fte cannot be told."""
    assert main(["bereken", str(plan)]) == 0
    uit = capsys.readouterr().out
    assert "Gemeente Proef, Basis" in uit
    assert "editie 2026.1" in uit
    regel = next(r for r in uit.splitlines() if r.startswith("Fte nodig"))
    assert regel.split()[-3:] == ["n.t.z."] * 3
    tekort = next(r for r in uit.splitlines() if r.startswith("Tekort ten opzichte van structurele middelen"))
    waarde = bereken(als_plan(PLAN)).waarde("tekort_structureel", moment=2027)
    assert f"{abs(waarde or 0):,.0f}".replace(",", ".") in tekort


def test_a_table_for_any_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for zaad in range(25):
        pad = tmp_path / "p.inburgeringsplan"
        schrijf(pad, willekeurig(zaad))
        assert main(["bereken", str(pad)]) in (0, 2)
        assert "nan" not in capsys.readouterr().out.lower().replace("financ", "")


def test_a_table_without_findings() -> None:
    from core.rapport.tabel import uitkomsttabel

    assert "BEVINDINGEN" not in uitkomsttabel(bereken(als_plan(PLAN)), [], "Proef")


def test_the_tender_stands_in_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "p.inburgeringsplan"
    schrijf(pad, als_plan(PLAN | {"invoer": PLAN["invoer"] | {"contract_start": 2029, "contract_jaren": 3}}))  # type: ignore[operator]
    assert main(["bereken", str(pad)]) == 0
    uit = capsys.readouterr().out
    assert "AANBESTEDING LEERROUTES" in uit
    assert "2030, 2031" in uit


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b"{", "plan"),
        (json.dumps(PLAN | {"horizon": 99}).encode(), "1 tot en met 10"),
        (json.dumps(PLAN | {"invoer": {"instrom_asiel": 3}}).encode(), "instroom_asiel"),
        (json.dumps(PLAN | {"invoer": {"caseload": -3, "spuk_korting": 2}}).encode(), "caseload"),
        (json.dumps(PLAN | {"invoer": {"deelname_startklas": 0.5}}).encode(), "startklas"),
    ],
)
def test_wrong_input_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: bytes, woorden: str
) -> None:
    pad, uit = tmp_path / "fout.inburgeringsplan", tmp_path / "uit.json"
    pad.write_bytes(inhoud)
    assert main(["bereken", str(pad), "--json", str(uit)]) == 2
    gezegd = capsys.readouterr()
    assert gezegd.out == ""
    assert woorden.lower() in gezegd.err.lower()
    assert all(regel.startswith("fout: ") for regel in gezegd.err.strip().splitlines())
    assert not uit.exists()


@pytest.mark.parametrize(
    "woorden",
    [
        ["--bestaat-niet"],
        ["bereken"],
        ["sjabloon", "x.xlsx", "--startjaar", "1999"],
        ["sjabloon", "x.xlsx", "--startjaar", "volgend"],
        ["sjabloon", "x.xlsx", "--horizon", "11"],
    ],
)
def test_a_wrong_command_is_answered_in_dutch(woorden: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(woorden) == 2
    assert capsys.readouterr().err.startswith("fout: ")


def test_an_unknown_scenario_names_those_that_are(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bereken", str(plan), "--scenario", "Minder"]) == 2
    assert 'Wel: "Meer"' in capsys.readouterr().err


def test_a_place_that_cannot_be_written(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bereken", str(plan), "--xlsx", str(tmp_path / "geen" / "map" / "x.xlsx")]) == 2
    assert main(["bereken", str(plan), "--json", str(tmp_path)]) == 2
    bestand = tmp_path / "bestand"
    bestand.write_text("x")
    assert main(["voorbeeld", "--uit", str(bestand / "map")]) == 2
    assert capsys.readouterr().err.count("fout: ") == 3


def test_an_empty_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leeg = tmp_path / "leeg.xlsx"
    assert main(["sjabloon", str(leeg), "--startjaar", "2028", "--horizon", "4"]) == 0
    assert main(["bereken", str(leeg), "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out.split("\n", 1)[1])["jaren"] == [2028, 2029, 2030, 2031]
    assert main(["sjabloon", str(leeg)]) == 0


def test_the_examples_compute_without_a_single_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voorbeeld", "--uit", str(tmp_path)]) == 0
    assert {p.name for p in tmp_path.iterdir()} == {f"{p.stem}.xlsx" for p in VOORBEELDEN.iterdir()}
    uit = capsys.readouterr().out
    assert "fictief" in uit
    assert "fout:" not in uit


def test_the_landelijke_toets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toets"]) == 0
    assert "71.075" in capsys.readouterr().out


def test_without_words_the_window_opens(monkeypatch: pytest.MonkeyPatch, plan: Path) -> None:
    geopend: list[Path | None] = []
    monkeypatch.setattr("desktop.venster.main", lambda pad: geopend.append(pad) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main([]) == 0
    assert main([str(plan)]) == 0
    assert geopend == [None, plan]


def test_a_plan_that_is_gone_is_said_in_the_window_where_there_is_no_console(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As when a shortcut to it is double-clicked on Windows."""
    geopend: list[Path | None] = []
    monkeypatch.setattr("desktop.venster.main", lambda pad: geopend.append(pad) or 0)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(sys, "stderr", None)
    assert main([str(tmp_path / "weg.inburgeringsplan")]) == 0
    assert geopend == [tmp_path / "weg.inburgeringsplan"]


def test_every_command_is_known_before_anything_is_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that `programma` does not know would be taken for a file."""
    with pytest.raises(SystemExit):
        main(["--help"])
    namen = capsys.readouterr().out.partition("{")[2].partition("}")[0]
    assert set("".join(namen.split()).split(",")) == set(OPDRACHTEN)


def test_a_typo_and_a_missing_screen_are_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["berekenen"]) == 2
    for naam in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert main([]) == 2
    assert capsys.readouterr().err.count("fout: ") == 2


def test_the_explanation_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    for woorden in (["--help"], ["bereken", "--help"]):
        with pytest.raises(SystemExit):
            main(woorden)
        uit = capsys.readouterr().out
        assert uit.startswith("gebruik: inburgeringsplanner")
        assert not any(w in uit for w in ("usage", "options", "show ", "positional"))


def test_amounts_beyond_all_measure_do_not_break_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    invoer = {"instroom_asiel": 1e12, "instroom_gezin": 0, "caseload": 1e-300, "productieve_uren": 1e-300}
    pad = tmp_path / "groot.inburgeringsplan"
    schrijf(pad, als_plan({"startjaar": 2027, "horizon": 2, "invoer": invoer | {"loonkosten_fte": 1e12}}))
    assert main(["bereken", str(pad), "--json", "-"]) == 0
    assert main(["bereken", str(pad)]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) < 1000


def test_as_a_program_without_a_display(plan: Path) -> None:
    """A new process, no display, a pipe: UTF-8 comes out, and Qt is never loaded."""
    code = "import sys; from desktop.programma import main; main(sys.argv[1:]); print('PySide6' in sys.modules)"
    opdracht = [sys.executable, "-c", code, "bereken", str(plan)]
    klaar = subprocess.run(opdracht, capture_output=True, check=True, env={"PATH": "", "PYTHONIOENCODING": "ascii"})
    assert klaar.stdout.decode("utf-8").endswith("False\n")
    assert opdrachten.NAAM == "inburgeringsplanner"
