"""Tests of the window: they run without a screen and speak with a voice of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
pytest.importorskip("PySide6.QtWidgets")

from desktop.document import Document
from desktop.venster import Hoofdvenster, maak_toepassing

HIER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HIER in item.path.parents:
            item.add_marker(pytest.mark.scherm)
            item.add_marker(
                pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")
            )  # of the screen that is not there


class NepStem:
    """Answers in place of a user, and remembers what was said."""

    def __init__(self) -> None:
        self.gezegd: list[tuple[str, str, str]] = []
        self.antwoorden: list[str] = []
        self.paden: list[Path | None] = []
        self.voorstellen: list[str] = []

    def vraag(self, titel: str, tekst: str, knoppen: Sequence[str], details: str) -> str:
        self.gezegd.append((titel, tekst, details))
        antwoord = self.antwoorden.pop(0) if len(knoppen) > 1 else knoppen[0]
        assert antwoord in knoppen
        return antwoord

    def kies_openen(self, titel: str, soort: str) -> Path | None:
        return self.paden.pop(0)

    def kies_opslaan(self, titel: str, soort: str, voorstel: str) -> Path | None:
        self.voorstellen.append(voorstel)
        return self.paden.pop(0)


@pytest.fixture
def stem() -> NepStem:
    return NepStem()


@pytest.fixture
def venster(qtbot, stem: NepStem) -> Iterator[Hoofdvenster]:
    maak_toepassing()
    venster = Hoofdvenster(Document(), stem)
    qtbot.addWidget(venster, before_close_func=lambda v: v.document.stapel.setClean())
    venster.resize(1366, 768)  # a small laptop
    venster.show()
    venster.maak_af()
    venster.document.begin(voorbeeldplan(), None)
    qtbot.wait(20)
    return venster


def voorbeeldplan() -> dict[str, object]:
    """A filled plan: 2027–2029, method caseload, everything that the strip needs."""
    jaren = ("2027", "2028", "2029")
    return {
        "gemeente": {"naam": "Voorbeeldstad"},
        "startjaar": 2027,
        "horizon": 3,
        "invoer": {
            "instroom_asiel": dict.fromkeys(jaren, 24),
            "instroom_gezin": dict.fromkeys(jaren, 12),
            "begeleiding_start_asiel": 40,
            "begeleiding_start_gezin": 20,
            "methode": "caseload",
            "caseload": 50,
            "loonkosten_fte": 100000,
            "gemeentefonds_structureel": 100000,
        },
        "maatregelen": [],
    }
