"""Unsaved work and previous versions: whatever happens, the last copy is whole and the user's file is never damaged."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from pathlib import Path

import pytest

from core.catalogus import standaardcatalogus
from core.plan import als_gegevens, plan_uit
from core.planbestand import (
    GRENS,
    Herstelkopie,
    bewaar_herstel,
    bewaar_vorige,
    kenmerk,
    lees,
    lees_herstel,
    schrijf,
)
from core.planbestand.herstel import HOEVEEL, VORIGE_VERSIES

GEGEVENS = {
    "gemeente": {"naam": "Voorbeeldstad"},
    "startjaar": 2027,
    "horizon": 5,
    "invoer": {"caseload": "nog geen getal"},
    "maatregelen": [],
    "scenarios": [{"naam": "Anders", "invoer": {"caseload": 40}}],
}
KOPIE = Herstelkopie(GEGEVENS, "C:\\plannen\\a.inburgeringsplan", "2026-11-20 14:05", "abc")


def test_heen_en_terug(tmp_path: Path) -> None:
    pad = tmp_path / "a.herstel"
    bewaar_herstel(pad, KOPIE)
    assert lees_herstel(pad) == KOPIE
    half = Herstelkopie({**GEGEVENS, "gemeente": {"naam": "\ud800"}}, "", "")  # half a character, as typed on a slip
    bewaar_herstel(pad, half)
    assert lees_herstel(pad) == half


@pytest.mark.parametrize(
    "anders",
    [
        {"formaat": "iets"},
        {"tijd": 5},
        {"gegevens": []},
        {"gegevens": {**GEGEVENS, "invoer": 3}},
        {"gegevens": {**GEGEVENS, "maatregelen": None}},
        {"gegevens": {**GEGEVENS, "scenarios": "x"}},
        {"gegevens": {**GEGEVENS, "scenarios": [{"invoer": {}}]}},
        {"gegevens": {**GEGEVENS, "scenarios": [{"naam": "A", "invoer": []}]}},
    ],
)
def test_wat_geen_kopie_is_wordt_niet_gebruikt(tmp_path: Path, anders: dict[str, object]) -> None:
    pad = tmp_path / "a.herstel"
    bewaar_herstel(pad, KOPIE)
    pad.write_text(json.dumps({**json.loads(pad.read_text()), **anders}))
    assert lees_herstel(pad) is None


def test_kapotte_bestanden(tmp_path: Path) -> None:
    pad = tmp_path / "a.herstel"
    assert lees_herstel(pad) is None
    for inhoud in (b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000, b" " * (GRENS + 1)):
        pad.write_bytes(inhoud)
        assert lees_herstel(pad) is None


def test_kenmerk(tmp_path: Path) -> None:
    pad = tmp_path / "a"
    assert kenmerk(pad) == ""
    pad.write_bytes(b"a")
    eerste = kenmerk(pad)
    pad.write_bytes(b"b")
    assert eerste != kenmerk(pad) != ""


def test_vorige_versies(tmp_path: Path) -> None:
    pad = tmp_path / "plan.inburgeringsplan"
    assert bewaar_vorige(pad, "2027-01-01") is None  # nothing there yet
    for dag in range(1, HOEVEEL + 4):
        pad.write_text(f"versie {dag}")
        kopie = bewaar_vorige(pad, f"2027-01-{dag:02}")
        assert kopie is not None
        assert kopie.read_text() == f"versie {dag}"
        assert bewaar_vorige(pad, f"2027-01-{dag:02}") is None  # once a day: the first is kept
    namen = sorted(p.name for p in (tmp_path / VORIGE_VERSIES).iterdir())
    assert len(namen) == HOEVEEL
    assert namen[0] == "plan 2027-01-04.inburgeringsplan"  # the three oldest are gone
    (tmp_path / VORIGE_VERSIES / "plan van een collega.inburgeringsplan").write_text("blijft")
    pad.write_text("nog een")
    bewaar_vorige(pad, "2027-02-01")
    assert (tmp_path / VORIGE_VERSIES / "plan van een collega.inburgeringsplan").exists()


def test_geen_plaats_voor_vorige(tmp_path: Path) -> None:
    pad = tmp_path / "plan.inburgeringsplan"
    pad.write_text("x")
    (tmp_path / VORIGE_VERSIES).write_text("hier staat al een bestand")
    assert bewaar_vorige(pad, "2027-01-01") is None
    assert pad.read_text() == "x"


def test_een_oude_versie_die_vastzit_houdt_niets_tegen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pad = tmp_path / "plan.inburgeringsplan"
    pad.write_text("x")
    for dag in range(1, HOEVEEL + 1):
        bewaar_vorige(pad, f"2027-01-{dag:02}")

    def vast(self: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", vast)
    assert bewaar_vorige(pad, "2027-01-11") is not None


# --- killed at any moment ----------------------------------------------------------------------------------

KEREN = 200


def _werk(map_: Path, meld: int) -> None:
    """Types and pauses without end: a copy after every pause, the file saved every third time."""
    catalogus = standaardcatalogus()
    for stap in range(1, 10**9):
        gegevens = {**GEGEVENS, "invoer": {"caseload": stap}, "scenarios": []}
        os.write(meld, f"t{stap} ".encode())
        bewaar_herstel(map_ / "w.herstel", Herstelkopie(gegevens, "", ""))
        os.write(meld, f"h{stap} ".encode())
        if stap % 3 == 0:
            plan, _ = plan_uit(gegevens, catalogus)
            assert plan is not None
            schrijf(map_ / "plan.inburgeringsplan", plan)
            os.write(meld, f"s{stap} ".encode())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked, to be quick")
def test_gedood_op_een_willekeurig_moment(tmp_path: Path) -> None:
    """After each of 200 kills: the copy is that of the last pause or the one under way; the file is whole."""
    standaardcatalogus()
    kans, halverwege = random.Random(5), 0
    for keer in range(KEREN):
        map_ = tmp_path / str(keer)
        map_.mkdir()
        lees_kant, meld = os.pipe()
        kind = os.fork()
        if kind == 0:
            os.close(lees_kant)
            try:
                _werk(map_, meld)
            finally:
                os._exit(1)
        os.close(meld)
        gezegd = os.read(lees_kant, 2)
        time.sleep(kans.uniform(0, 0.012))
        os.kill(kind, signal.SIGKILL)
        os.waitpid(kind, 0)
        while deel := os.read(lees_kant, 65536):
            gezegd += deel
        os.close(lees_kant)
        laatste = {soort: int(n) for soort, *cijfers in gezegd.decode().split() if (n := "".join(cijfers))}
        kopie = lees_herstel(map_ / "w.herstel")
        gevonden = kopie.gegevens["invoer"]["caseload"] if kopie else 0
        assert laatste.get("h", 0) <= gevonden <= laatste["t"]
        halverwege += gevonden != laatste["t"]
        bewaard = laatste.get("s", 0)
        plan, bezwaren = lees(map_ / "plan.inburgeringsplan", standaardcatalogus())
        if bewaard or (map_ / "plan.inburgeringsplan").exists():
            assert plan is not None, bezwaren
        if plan is not None:
            assert als_gegevens(plan)["invoer"]["caseload"] in (bewaard, bewaard + 3)
    assert halverwege > KEREN // 20, "hardly ever killed while writing: the test proves nothing"
