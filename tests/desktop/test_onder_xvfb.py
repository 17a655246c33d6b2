"""The real program on a real (virtual) screen: started with a plan file, as a double click does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.getallen import toon_euro
from core.regels import bereken
from desktop.opdrachten import VOORBEELDEN
from tests.benchmarks.voorbeeld import voorbeeldplan

XVFB = shutil.which("xvfb-run")

_START = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import venster

def kijk():
    (beeld,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, venster.Hoofdvenster)]
    if not beeld.gereed or beeld.document.uitkomst is None:
        QTimer.singleShot(200, kijk)
        return
    try:
        assert beeld.grab().save(sys.argv[2])
        strook = beeld.werkblad.strook
        print(beeld.windowTitle())
        print(strook.knoppen[0].text())
    finally:
        beeld.document.stapel.setClean()
        beeld.close()

venster.maak_toepassing()
QTimer.singleShot(500, kijk)
raise SystemExit(venster.main(Path(sys.argv[1])))
"""


def test_the_window_opens_with_a_plan_and_shows_its_answer(tmp_path: Path) -> None:
    if XVFB is None and not os.environ.get("CI"):
        pytest.skip("xvfb-run ontbreekt: het venster is niet op een scherm bekeken")
    plaatje = tmp_path / "venster.png"
    plan = VOORBEELDEN / "gemeente-voorbeeld.inburgeringsplan"
    omgeving = {k: w for k, w in os.environ.items() if k != "QT_QPA_PLATFORM"}
    opdracht = [XVFB or "xvfb-run", "-a", "-s", "-screen 0 1366x768x24", sys.executable, "-c", _START]
    klaar = subprocess.run(
        [*opdracht, str(plan), str(plaatje)], capture_output=True, text=True, timeout=90, env=omgeving, check=False
    )
    assert klaar.returncode == 0, klaar.stderr
    titel, tekort = klaar.stdout.splitlines()[-2:]
    assert "Voorbeeld (fictief)" in titel
    uitkomst = bereken(voorbeeldplan())
    eerste = next(iter(uitkomst.reeks("tekort_structureel").values()))
    assert tekort == f"{toon_euro(eerste)} tekort"
    assert plaatje.stat().st_size > 10_000
    assert klaar.stderr == ""
