"""The command `duid`, as a person would type it."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from desktop.opdrachten import VOORBEELDEN, voer_uit

VOORBEELD = str(VOORBEELDEN / "gemeente-voorbeeld.inburgeringsplan")


def test_text_and_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "duiding.json"
    assert voer_uit(["duid", VOORBEELD, "--doel", "tekort_structureel 2028 <= 170.000", "--json", str(pad)]) == 0
    tekst = capsys.readouterr().out
    assert "Waarom dit tekort in 2027" in tekst
    assert "Tegenlezer" in tekst
    assert "Status: concept." in tekst
    gegevens = json.loads(pad.read_text("utf-8"))
    assert gegevens["tegenlezing"]["status"] == "concept"
    assert gegevens["doelen"][0]["haalbaar"]


def test_the_country_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file, and with a demand; the country falls short by volume and work, as the letter says."""
    land = str(VOORBEELDEN / "landelijk-2024.inburgeringsplan")
    assert voer_uit(["duid", land, "--doel", "tekort_structureel 2024 <= 1", "--eis", "begeleid_asiel 2024 >= 1"]) == 0
    tekst = capsys.readouterr().out
    assert "Dat kost € 42.003.206 meer." in tekst
    assert "Met als eis: " in tekst


def test_data_on_the_screen_for_a_scenario_and_an_own_reference(capsys: pytest.CaptureFixture[str]) -> None:
    opdracht = ["duid", VOORBEELD, "--scenario", "Zonder startklas", "--referentie", "volume=1", "--json", "-"]
    assert voer_uit([*opdracht, "--begrip", "tekort_totaal"]) == 0
    gegevens = json.loads(capsys.readouterr().out)
    namen = {s["naam"] for jaar in gegevens["verklaring"]["jaren"] for s in jaar["staven"]}
    assert not namen & {"startklas", "volume"}
    assert gegevens["verklaring"]["begrip"] == "tekort_totaal"
    assert gegevens["verklaring"]["referentie"][0]["bron"] == "eigen opgave"


def test_proposals_stay_within_the_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    doel = ["--doel", "wachtweken_asiel 2028 <= 12", "--hoogstens", "1"]
    grenzen = [
        "--grens",
        "caseload=50 tot 60",
        "--grens",
        "fte_beschikbaar=2",
        "--grens",
        "besparing_participatiewet=0",
    ]
    assert voer_uit(["duid", VOORBEELD, *doel, *grenzen, "--json", "-"]) == 0
    (antwoord,) = json.loads(capsys.readouterr().out)["doelen"]
    assert [v["invoer"] for v in antwoord["enkel"]] == [{"caseload": 55}]
    assert antwoord["samen"] == []


def test_the_workbook_with_the_explanation_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A target that was asked for stands in it too; `bereken` writes the workbook without these sheets."""
    met, kaal = tmp_path / "met.xlsx", tmp_path / "kaal.xlsx"
    ods = tmp_path / "met.ods"
    doel = ["--doel", "tekort_structureel 2028 <= 170.000"]
    assert voer_uit(["duid", VOORBEELD, *doel, "--xlsx", str(met), "--ods", str(ods)]) == 0
    assert voer_uit(["bereken", VOORBEELD, "--xlsx", str(kaal)]) == 0
    capsys.readouterr()
    namen, zonder = (set(openpyxl.load_workbook(pad, read_only=True).sheetnames) for pad in (met, kaal))
    assert {"Uitkomst_waterval", "Uitkomst_doelen", "Uitkomst_S1", "Landelijke_toets"} <= namen
    assert "Uitkomst_waterval" not in zonder
    assert ods.stat().st_size > 10_000


@pytest.mark.parametrize(
    ("woorden", "wat"),
    [
        (["--ods", "uitleg.xlsx"], "eindigt niet op .ods"),
        (["--doel", "minder"], "Schrijf een doel zo"),
        (["--eis", "minder"], "fout: eis: Schrijf een doel zo"),
        (["--referentie", "omvang=1"], "staat niet in de referentie"),
        (["--referentie", "=1"], "Een lege naam"),
        (["--referentie", "volume=veel"], "geen getal"),
        (["--referentie", "volume=0"], "meer dan 0"),
        (["--referentie", "aandeel_gezin=2"], "tussen 0 en 1"),
        (["--grens", "lonen=1 tot 2"], "Wel: caseload"),
        (["--grens", "=1 tot 2"], "Een lege naam"),
        (["--grens", "caseload=veel"], "geen getal"),
        (["--scenario", "Bestaat niet"], "heeft geen scenario"),
        (["--begrip", "iets"], "niet te begrijpen"),
    ],
)
def test_what_cannot_be_understood(woorden: list[str], wat: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert voer_uit(["duid", VOORBEELD, *woorden]) == 2
    uit = capsys.readouterr()
    assert uit.out == ""
    assert wat in uit.err
    assert uit.err.startswith("fout: ")
