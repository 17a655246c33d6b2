"""The zelftest: it passes on what is right, and notices what is broken on purpose."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6.QtWidgets")

from core.duiding import bijdragen
from desktop import zelftest as z
from desktop.programma import main
from desktop.zelftest import bekend, bestanden, scherm
from tests import zelftestcijfers

pytestmark = [pytest.mark.scherm, pytest.mark.qt_log_ignore("propagateSizeHints")]


@pytest.fixture
def bronnen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the resources that may be broken."""
    kopie = tmp_path / "resources"
    shutil.copytree(bekend.BRONNEN, kopie)
    monkeypatch.setattr(bekend, "BRONNEN", kopie)
    return kopie


def alleen(monkeypatch: pytest.MonkeyPatch, *namen: str) -> None:
    monkeypatch.setattr(z, "CONTROLES", {naam: z.CONTROLES[naam] for naam in namen})


def uitleg(naam: str) -> str:
    [gevonden] = [c for c in z.voer_uit() if c.naam == naam]
    assert not gevonden.goed
    return gevonden.uitleg


def test_passes_and_reports(qapp, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "zelftest.json"
    code = main(["zelftest", "--json", str(doel)])
    assert code == 0, capsys.readouterr().out
    assert "De zelftest is geslaagd." in capsys.readouterr().out
    verslag = json.loads(doel.read_text("utf-8"))
    assert verslag["goed"]
    assert not verslag["bevroren"]
    assert [c["naam"] for c in verslag["controles"]] == [*z.CONTROLES, "geen verborgen storing"]
    assert all(c["goed"] for c in verslag["controles"])
    assert set(verslag["versies"]) == {"python", *bestanden.BIBLIOTHEKEN.values()}
    cijfers = {c["naam"]: c["cijfers"] for c in verslag["controles"]}
    assert cijfers["venster en pagina's"]["paginas"] > 5
    assert len(cijfers["bekende gevallen"]["gemeente-voorbeeld, basis"]) > 200


def test_the_known_figures_are_those_of_the_independent_implementation(tmp_path: Path) -> None:
    verwacht = json.loads((bekend.BRONNEN / "zelftest" / "voorbeelden.json").read_text("utf-8"))
    assert verwacht == zelftestcijfers.voorbeelden()
    assert len(verwacht["gemeente-voorbeeld"]) == 5  # the base and four scenarios


def test_every_resource_is_known() -> None:
    """Made again with `python -m tests.zelftestcijfers` after a change of the examples or the resources."""
    assert json.loads((bekend.BRONNEN / "zelftest" / "bestanden.json").read_text("utf-8")) == bekend.bestanden()


@pytest.mark.parametrize("wat", ["", "Halve fte erbij"])
def test_a_figure_that_is_a_cent_off(bronnen: Path, monkeypatch: pytest.MonkeyPatch, wat: str) -> None:
    pad = bronnen / "zelftest" / "voorbeelden.json"
    cijfers = json.loads(pad.read_text("utf-8"))
    cijfers["gemeente-voorbeeld"][wat]["jaar.tekort_totaal.2029"] += 0.01
    pad.write_text(json.dumps(cijfers), "utf-8")
    alleen(monkeypatch, "bekende gevallen")
    assert "jaar.tekort_totaal.2029" in uitleg("bekende gevallen")
    assert main(["zelftest"]) == 1


def test_a_figure_that_is_not_there(bronnen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = bronnen / "zelftest" / "toets.json"
    cijfers = json.loads(pad.read_text("utf-8"))
    cijfers.popitem()
    pad.write_text(json.dumps(cijfers), "utf-8")
    alleen(monkeypatch, "landelijke toets")
    assert "maar één keer" in uitleg("landelijke toets")


def test_a_missing_and_an_empty_resource(bronnen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "bestanden van het programma")
    (bronnen / "kengetallen" / "spuk.toml").write_text("")
    assert uitleg("bestanden van het programma") == "Deze bestanden zijn leeg: kengetallen/spuk.toml."
    (bronnen / "kengetallen" / "spuk.toml").unlink()
    assert uitleg("bestanden van het programma") == "Deze bestanden ontbreken: kengetallen/spuk.toml."
    assert main(["zelftest"]) == 1


def test_an_explanation_that_does_not_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "verklaring van het tekort")
    gewoon = bijdragen.verklaar

    def zonder_eerste_staaf(*wat: Any) -> bijdragen.Verklaring:
        heel = gewoon(*wat)
        return replace(heel, watervallen=tuple(replace(w, staven=w.staven[1:]) for w in heel.watervallen))

    monkeypatch.setattr(bijdragen, "verklaar", zonder_eerste_staaf)
    assert uitleg("verklaring van het tekort").startswith("tekort_structureel 2027: de staven zijn samen")


@pytest.mark.parametrize(
    ("module", "controle"),
    [
        ("openpyxl", "bibliotheken"),
        ("core.werkboek.schrijven", "plan en werkboek"),
        ("matplotlib.backends.backend_agg", "grafiek"),
        ("desktop.paginas.invoer", "venster en pagina's"),
    ],
)
def test_a_broken_import(qapp, monkeypatch: pytest.MonkeyPatch, module: str, controle: str) -> None:
    alleen(monkeypatch, controle)
    monkeypatch.setitem(sys.modules, module, None)
    for geladen in [naam for naam in sys.modules if naam.startswith("matplotlib.backends.")]:
        if geladen != module:
            monkeypatch.delitem(sys.modules, geladen)
    assert "Error" in uitleg(controle)
    assert main(["zelftest"]) == 1


def test_what_qt_would_swallow(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    def stiekem() -> bekend.Cijfers:
        sys.excepthook(ValueError, ValueError("in een slot"), None)
        return {}

    monkeypatch.setattr(z, "CONTROLES", {"stil": stiekem})
    assert uitleg("geen verborgen storing") == "ValueError: in een slot"


def test_a_missing_translation(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QLibraryInfo

    alleen(monkeypatch, "Nederlandse knoppen")
    monkeypatch.setattr(QLibraryInfo, "path", lambda _: str(tmp_path))
    assert "qtbase_nl" in uitleg("Nederlandse knoppen")


def test_a_chart_without_anything_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "grafieken van het voorbeeld")
    monkeypatch.setattr("desktop.grafieken.tekenen.als_punten", lambda *_: (b"\xff" * 4 * 30 * 20, 30, 20))
    assert uitleg("grafieken van het voorbeeld").endswith("is leeg: 1 kleuren.")


def test_a_page_without_its_answer(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "venster en pagina's")
    monkeypatch.setattr(scherm, "GEDULD", 0)
    monkeypatch.setattr("desktop.achtergrond.Achtergrond.vraag", lambda *_: None)
    assert uitleg("venster en pagina's") == "Na 0 seconden is er nog geen antwoord op een pagina."


def test_windows_without_its_own_style(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "stijl van Windows")
    monkeypatch.setattr(sys, "platform", "win32")
    assert "De stijl van Windows ontbreekt" in uitleg("stijl van Windows")


def test_a_report_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alleen(monkeypatch, "bibliotheken")
    assert main(["zelftest", "--json", str(tmp_path)]) == 2


def test_the_window_says_when_it_was_there() -> None:
    """A process of its own, for the window ends the program."""
    opdracht = [sys.executable, "-m", "desktop", "--venstertijd"]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=60, check=True)
    momenten = dict(regel.split() for regel in klaar.stdout.splitlines())
    assert list(momenten) == ["zichtbaar", "gevuld"]
    assert float(momenten["zichtbaar"]) < float(momenten["gevuld"])
