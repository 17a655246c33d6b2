"""The command `overnemen`, as a person would type it: what is shown, what is written, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from core.planbestand import lees, schrijf
from desktop.opdrachten import voer_uit
from tests.gevallen import als_plan
from tests.overname.gevallen.geval import boek
from tests.overname.hulp import CATALOGUS

TABEL = boek(
    ("Bedragen x € 1.000",),
    ("", "begroting 2026", "begroting 2027"),
    ("Instroom statushouders", 30, "±12"),
    ("Instroom gezinsmigranten", 9, 10.5),
    ("Gemeentefonds structureel", 412.3, "1.234"),
    ("Opmerking", "hier staat iets", "12,5"),
)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    (tmp_path / "t.xlsx").write_bytes(TABEL())
    schrijf(
        tmp_path / "p.inburgeringsplan", als_plan({"startjaar": 2026, "horizon": 2, "invoer": {"instroom_gezin": 7}})
    )
    return tmp_path


def opdracht(map_: Path, *woorden: str) -> int:
    """Words with a dot in them are files in the folder."""
    return voer_uit(["overnemen", *(str(map_ / w[1:]) if w.startswith("@") else w for w in woorden)])


def test_what_stands_in_a_file(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert opdracht(map_, "@t.xlsx") == 0
    gezegd = capsys.readouterr()
    assert "t.xlsx: 1 tabel met jaren" in gezegd.out
    assert "TABEL 1 (vanaf blad Begroting, cel B3)" in gezegd.out
    assert "--koppel 1=instroom_asiel" in gezegd.out
    assert "--koppel 3=gemeentefonds_structureelx1000" in gezegd.out
    assert "Zijn deze bedragen x 1.000?" in gezegd.out
    assert "getallen als tekst zijn hier nederlands (zie blad Begroting, cel C6)" in gezegd.out
    assert "hier staat iets" not in gezegd.out
    assert "Er is nog niets overgenomen" in gezegd.out


def test_rows_are_taken_over_and_written(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    woorden = ("@t.xlsx", "--plan", "@p.inburgeringsplan", "--koppel", "2=instroom_gezin")
    meer = ("--koppel", "3=gemeentefonds_structureelx1000", "--notatie", "nederlands", "--kolommen", "begroting")
    assert opdracht(map_, *woorden, *meer) == 0
    assert "was 7, wordt 10,5  blad Begroting, cel C4" in (uit := capsys.readouterr().out)
    assert "was leeg, wordt 412.300  blad Begroting, cel B5 (begroting, x 1.000)" in uit
    assert "Er is niets bewaard" in uit
    assert opdracht(map_, *woorden, *meer, "--uit", "@n.inburgeringsplan", "--bewaar-koppeling", "@k.json") == 0
    plan, _ = lees(map_ / "n.inburgeringsplan", CATALOGUS)
    assert plan == als_plan(
        {
            "startjaar": 2026,
            "horizon": 2,
            "invoer": {
                "instroom_gezin": {"2026": 9, "2027": 10.5},
                "gemeentefonds_structureel": {"2026": 412300, "2027": 1234000},
            },
            "herkomst": json.loads((map_ / "n.inburgeringsplan").read_text("utf-8"))["herkomst"],
        }
    )
    assert "Dat vervalt" in capsys.readouterr().err
    opnieuw = (
        "@t.xlsx",
        "--plan",
        "@p.inburgeringsplan",
        "--koppeling",
        "@k.json",
        "--koppel",
        "1=instroom_asiel@2027",
    )
    assert opdracht(map_, *opnieuw) == 0
    gezegd = capsys.readouterr()
    assert "5 getallen" not in gezegd.out
    assert "4 getallen overgenomen" in gezegd.out
    assert 'cel C3: "±12" is geen aantal; gebruik een heel getal.' in gezegd.err


def test_whole_years_and_commas_are_said_with_words(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "m.csv").write_text("Per maand,,\n,2026,2027\nInstroom gezinsmigranten,9,8\n", "utf-8")
    woorden = ("@m.csv", "--plan", "@p.inburgeringsplan", "--koppel", "1=instroom_gezin")
    assert opdracht(map_, "@m.csv") == 2
    assert "9,8 één getal zijn" in capsys.readouterr().err
    assert opdracht(map_, "@m.csv", "--komma-scheidt") == 0
    assert 'cel A1 staat "Per maand": zet --gewone-getallen erbij' in capsys.readouterr().out
    assert opdracht(map_, *woorden, "--komma-scheidt") == 2
    assert "Zeg of dit gewone getallen van een heel jaar zijn" in capsys.readouterr().err
    assert opdracht(map_, *woorden, "--komma-scheidt", "--gewone-getallen") == 0
    assert "was 7, wordt 9" in capsys.readouterr().out


def test_nothing_taken_over_is_wrong_input(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        opdracht(map_, "@t.xlsx", "--plan", "@p.inburgeringsplan", "--koppel", "1=instroom_asiel", "--uit", "@n") == 2
    )
    assert not (map_ / "n").exists()
    assert "0 getallen" in capsys.readouterr().out


def test_the_taakstelling_shows_both_figures(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (map_ / "h.xlsx").write_bytes(boek(("", "1e halfjaar 2026", "2e halfjaar 2026"), ("Proefstad", 18, 22))())
    assert opdracht(map_, "@h.xlsx", "--plan", "@p.inburgeringsplan", "--koppel", "1=taakstelling") == 0
    uit = capsys.readouterr().out
    assert "2026, 1e helft" in uit
    assert "2026: 40 personen, dat zijn 28,0 inburgeringsplichtigen" in uit
    assert "niet gebruikt" not in uit


def test_a_copy_with_remarks(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    woorden = ("@t.xlsx", "--plan", "@p.inburgeringsplan", "--koppel", "1=instroom_asiel", "--opmerkingen")
    opdracht(map_, *woorden, "@k.xlsx")
    assert openpyxl.load_workbook(map_ / "k.xlsx").sheetnames == ["Opmerkingen", "Begroting"]
    assert opdracht(map_, *woorden, "@t.xlsx") == 2
    assert "Dit is het bestand zelf" in capsys.readouterr().err
    assert (map_ / "t.xlsx").read_bytes() != b""
    (map_ / "bsn.xlsx").write_bytes(boek(("BSN", 2026), (111222333, 5))())
    assert opdracht(map_, "@bsn.xlsx", "--opmerkingen", "@b.xlsx") == 2
    assert not (map_ / "b.xlsx").exists()
    assert "111222333" not in "".join(capsys.readouterr())


def test_a_ledger_beside_the_plan(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rijen = [("6.5", 1000, "2026-01"), ("0.4", 234.4, "2026-02"), ("6.5", "veel", "2026-03")]
    (map_ / "g.xlsx").write_bytes(boek(("Taakveld", "Bedrag", "Periode"), *rijen)())
    woorden = ("@g.xlsx", "--grootboek", "--plan", "@p.inburgeringsplan")
    assert opdracht(map_, *woorden) == 0
    gezegd = capsys.readouterr()
    regel = next(r for r in gezegd.out.splitlines() if r.startswith("2026"))
    assert regel.split()[1] == "1.234"
    assert regel.endswith("(1 niet te lezen)")
    assert "cel B4" in gezegd.err
    assert opdracht(map_, *woorden, "--kies", "taakveld=0.4", "--keer", "1") == 0
    assert "234" in capsys.readouterr().out
    assert opdracht(map_, *woorden, "--kies", "soort=4") == 2
    assert opdracht(map_, "@t.xlsx", "--grootboek") == 2
    assert "Hier staat geen grootboek in" in capsys.readouterr().err


def test_the_form(map_: Path) -> None:
    assert opdracht(map_, "--telformulier", "@leeg.xlsx") == 0
    assert opdracht(map_, "--telformulier", "@f.xlsx", "--plan", "@p.inburgeringsplan") == 0
    assert openpyxl.load_workbook(map_ / "f.xlsx")["Tellen"]["C6"].value == 2026


@pytest.mark.parametrize(
    ("woorden", "zegt"),
    [
        ((), "Noem een bestand"),
        (("@t.xlsx", "--koppel", "1=instroom_asiel"), "Noem met --plan"),
        (("@t.xlsx", "--koppel", "instroom"), "Schrijf het nummer van een rij"),
        (("@t.xlsx", "--koppel", "99=instroom_asiel"), "Schrijf het nummer van een rij"),
        (("@t.xlsx", "--koppel", "1=leerroutemix"), "bestaat niet, of kan niet"),
        (("@t.xlsx", "--koppel", "1=instroom_asiel", "--tabel", "2"), "Er is geen tabel 2"),
        (("@t.xlsx", "--koppeling", "@weg.json"), "niet te lezen"),
        (("@t.xlsx", "--koppeling", "@p.inburgeringsplan"), "geen koppeling van de planner"),
        (("@t.xlsx", "--plan", "@t.xlsx", "--koppel", "1=instroom_asiel"), "fout"),
        (("@weg.xlsx",), "bestaat niet"),
        (("@t.xlsx", "--notatie", "frans"), "niet te begrijpen"),
        (("@t.xlsx", "--plan", "@p.inburgeringsplan", "--koppel", "2=instroom_gezin", "--uit", "@weg/n"), "opslaan"),
    ],
)
def test_what_cannot_be_done_is_said(
    map_: Path, capsys: pytest.CaptureFixture[str], woorden: tuple[str, ...], zegt: str
) -> None:
    assert opdracht(map_, *woorden) == 2
    assert zegt in capsys.readouterr().err


def test_nothing_else_is_loaded_for_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        voer_uit(["--help"])
    assert "overnemen" in capsys.readouterr().out
