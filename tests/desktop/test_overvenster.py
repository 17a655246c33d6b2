"""About the program, and the zelftest behind it."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from core import VERSIE
from desktop import overvenster
from desktop.overvenster import GESTOPT, LOOPT, Overvenster, zelftestopdracht
from desktop.venster import Hoofdvenster


@pytest.fixture
def over(qtbot) -> Overvenster:
    gemaakt = Overvenster("2026.1")
    gemaakt.show()
    return gemaakt


def uitslag(qtbot, over: Overvenster, monkeypatch: pytest.MonkeyPatch, opdracht: list[str]) -> str:
    """What stands there when this command has run in the place of the zelftest."""
    monkeypatch.setattr(overvenster, "zelftestopdracht", lambda: opdracht)
    over.start.click()
    qtbot.waitUntil(over.start.isEnabled, timeout=20_000)
    return over.uitslag.toPlainText()


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_it_says_which_program_this_is_and_copies_it(over: Overvenster) -> None:
    over.kopieer.click()
    gekopieerd = QGuiApplication.clipboard().text()
    assert gekopieerd.startswith(f"Inburgeringsplanner {VERSIE}\nKengetallen: editie 2026.1\n")
    assert "EUPL 1.2" in gekopieerd
    over.close()


def test_the_outcome_appears_in_words_and_can_be_copied(
    qtbot, over: Overvenster, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import sys; sys.stderr.write('ruis'); sys.stdout.buffer.write('goed  één\\nDe zelftest is geslaagd.'.encode())"
    )
    assert uitslag(qtbot, over, monkeypatch, python(code)) == "goed  één\nDe zelftest is geslaagd."
    over.kopieer.click()
    assert QGuiApplication.clipboard().text().endswith("\n\ngoed  één\nDe zelftest is geslaagd.")
    over.close()


def test_a_zelftest_that_fails_is_shown_too(qtbot, over: Overvenster, monkeypatch: pytest.MonkeyPatch) -> None:
    assert uitslag(qtbot, over, monkeypatch, python("print('NIET GOED  x'); raise SystemExit(1)")) == "NIET GOED  x"
    over.close()


@pytest.mark.parametrize(
    ("opdracht", "gezegd"),
    [
        (["/bestaat/niet"], GESTOPT),
        (python("raise SystemExit(3)"), GESTOPT),
        (python("import os, signal; print('goed  x', flush=True); os.kill(os.getpid(), signal.SIGKILL)"), "goed  x"),
    ],
)
def test_a_zelftest_that_does_not_get_to_an_end(
    qtbot, over: Overvenster, monkeypatch: pytest.MonkeyPatch, opdracht: list[str], gezegd: str
) -> None:
    tekst = uitslag(qtbot, over, monkeypatch, opdracht)
    assert tekst.startswith(gezegd)
    assert tekst.endswith(GESTOPT)
    over.close()


def test_the_window_goes_on_meanwhile_and_closing_ends_the_zelftest(
    qtbot, over: Overvenster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overvenster, "zelftestopdracht", lambda: python("import time; time.sleep(60)"))
    over.start.click()
    assert over.uitslag.toPlainText() == LOOPT
    assert not over.start.isEnabled()
    proces = over._proces
    qtbot.waitUntil(lambda: proces.state() is proces.ProcessState.Running, timeout=5000)
    over.reject()
    assert proces.state() is proces.ProcessState.NotRunning


def test_the_zelftest_is_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert zelftestopdracht() == [sys.executable, "-m", "desktop", "zelftest"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert zelftestopdracht() == [sys.executable, "zelftest"]


def test_it_opens_from_the_window(venster: Hoofdvenster) -> None:
    venster.over()
    [over] = venster.findChildren(Overvenster)
    assert over.isVisible()
    assert f"editie {venster.document.catalogus.editie}" in over.findChild(QLabel).text()
    over.close()


def test_the_window_has_the_icon_of_the_program(venster: Hoofdvenster) -> None:
    beeld = venster.windowIcon().pixmap(32, 32).toImage()
    assert beeld.pixelColor(16, 30).name() == "#154273"  # the ground, at the foot
    assert beeld.pixelColor(24, 15).name() == "#f9b242"  # the third bar, 10,5 to 13,5 of 16 wide
