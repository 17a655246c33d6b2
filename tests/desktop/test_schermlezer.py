"""What a screen reader makes of the real program on the main journey, over AT-SPI (see `schermlezer`)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.effect import effecten
from core.duiding.knoppen import met
from core.getallen import toon_euro
from core.regels import bereken
from core.werkboek import lees_werkboek
from desktop.stappen import STAPPEN
from tests.benchmarks.voorbeeld import voorbeeldplan

LEZER = Path(__file__).with_name("schermlezer.py")
PYTHON = "/usr/bin/python3"
NODIG = ("xvfb-run", "dbus-run-session", "xdotool")


def ontbreekt() -> list[str]:
    """What is not on this computer."""
    weg = [naam for naam in NODIG if shutil.which(naam) is None]
    kan = Path(PYTHON).exists() and subprocess.run([PYTHON, "-c", "import pyatspi"], check=False, capture_output=True)
    return weg if kan and kan.returncode == 0 else [*weg, "python3-pyatspi"]


def test_de_reis_voor_wie_hem_hoort(tmp_path: Path) -> None:
    if not os.environ.get("CI") and (weg := ontbreekt()):
        pytest.skip(f"{', '.join(weg)} ontbreekt: het programma is niet met een schermlezer beluisterd")
    omgeving = {n: w for n, w in os.environ.items() if n != "QT_QPA_PLATFORM"}
    scherm = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "dbus-run-session", "--", PYTHON, str(LEZER)]
    opdracht = [*scherm, str(tmp_path), "--", sys.executable, "-m", "desktop"]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=240, env=omgeving, check=False)
    assert klaar.returncode == 0, klaar.stderr
    gehoord = json.loads(klaar.stdout.splitlines()[-1])
    assert gehoord["einde"] == 0
    assert gehoord["fouten"] == ""  # no Qt warning either
    assert gehoord["naamloos"] == []
    assert gehoord["gezien"] > 300
    titels = [stap.titel for stap in STAPPEN]
    assert [naam for naam in titels if not any(rij.endswith(naam) for rij in gehoord["stappen"])] == []

    voor = bereken(voorbeeldplan())
    na = bereken(met(voor.plan, {"caseload": 40.0}))
    for wanneer, uitkomst in (("voor", voor), ("tekort", na)):
        tekort = uitkomst.waarde("tekort_structureel", moment=2027)
        assert tekort is not None
        assert gehoord[wanneer] == f"Tekort structureel 2027: {toon_euro(tekort)} tekort"
    assert gehoord["effect"] == f"Effect op tekort 2027: {effecten(na, 2027)['caseload']}."
    assert gehoord["herkomst"] == "Caseload per fte"
    uit_boek, _ = lees_werkboek(tmp_path / "boek.xlsx", standaardcatalogus())
    assert uit_boek is not None
    assert uit_boek.invoer["caseload"] == 40
