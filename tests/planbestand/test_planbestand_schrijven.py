"""Writing plan files: all or nothing, with a sentence that helps when it is nothing."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.catalogus import standaardcatalogus
from core.plan import Gemeente, Plan, plan_uit
from core.planbestand import SchrijfFout, lees, schrijf, schrijven

KLEIN = Plan(startjaar=2027)
GROOT = Plan(startjaar=2030, gemeente=Gemeente(naam="x" * 20_000))


@pytest.fixture(autouse=True)
def niet_wachten(monkeypatch):
    gewacht = []
    monkeypatch.setattr(schrijven.time, "sleep", gewacht.append)
    return gewacht


def gelezen(pad):
    plan, bevindingen = lees(pad, standaardcatalogus())
    assert bevindingen == []
    return plan


def faal(monkeypatch, plek, fout, keren=10**6):
    """Make a function of the system fail the first times; returns how often it was called."""
    module, naam = plek
    echt, stand = getattr(module, naam), []

    def nep(*args, **kw):
        stand.append(args)
        if len(stand) <= keren:
            raise fout
        return echt(*args, **kw)

    monkeypatch.setattr(module, naam, nep)
    return stand


def test_nieuw_en_eroverheen(tmp_path):
    pad = tmp_path / "p.inburgeringsplan"
    schrijf(pad, GROOT)
    assert gelezen(pad) == GROOT
    schrijf(pad, KLEIN)
    assert gelezen(pad) == KLEIN
    assert list(tmp_path.iterdir()) == [pad]


def test_rechten_blijven(tmp_path):
    pad = tmp_path / "p"
    schrijf(pad, KLEIN)
    pad.chmod(0o640)
    schrijf(pad, GROOT)
    assert pad.stat().st_mode & 0o777 == 0o640


def test_een_snelkoppeling_blijft_er_een(tmp_path):
    echt, link = tmp_path / "echt", tmp_path / "link"
    schrijf(echt, KLEIN)
    link.symlink_to(echt)
    schrijf(link, GROOT)
    assert link.is_symlink()
    assert gelezen(echt) == GROOT


def test_de_virusscanner_laat_los(tmp_path, monkeypatch, niet_wachten):
    schrijf(tmp_path / "p", KLEIN)
    pogingen = faal(monkeypatch, (os, "replace"), PermissionError(13, "x"), keren=3)
    schrijf(tmp_path / "p", GROOT)
    assert gelezen(tmp_path / "p") == GROOT
    assert len(pogingen) == 4
    assert niet_wachten == [0.05, 0.1, 0.2]


def op_slot(nummer):
    fout = PermissionError(13, "x")
    fout.winerror = nummer
    return fout


@pytest.mark.parametrize(
    ("plek", "fout", "zegt"),
    [
        ((os, "replace"), PermissionError(13, "x"), "alleen-lezen of in gebruik"),
        ((os, "replace"), op_slot(32), "open in een ander programma"),
        ((os, "fsync"), OSError(errno.ENOSPC, "x"), "De schijf is vol"),
        ((os, "fsync"), OSError(errno.EDQUOT, "x"), "De schijf is vol"),
        ((os, "fsync"), OSError(errno.EROFS, "x"), "geen rechten in deze map"),
        ((os, "fsync"), OSError(errno.EIO, "x"), "kon niet worden opgeslagen"),
        ((Path, "open"), FileNotFoundError(2, "x"), "bestaat niet (meer)"),
    ],
)
def test_mislukt_met_een_zin_en_zonder_resten(tmp_path, monkeypatch, plek, fout, zegt):
    pad = tmp_path / "p"
    schrijf(pad, KLEIN)
    with monkeypatch.context() as m:
        faal(m, plek, fout)
        with pytest.raises(SchrijfFout) as gemeld:
            schrijf(pad, GROOT)
    assert zegt in str(gemeld.value)
    assert str(gemeld.value).endswith(".")
    assert gelezen(pad) == KLEIN
    assert list(tmp_path.iterdir()) == [pad]


def test_ook_een_onderbreking_laat_niets_achter(tmp_path, monkeypatch):
    faal(monkeypatch, (os, "fsync"), KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        schrijf(tmp_path / "p", KLEIN)
    assert list(tmp_path.iterdir()) == []


def test_alleen_lezen(tmp_path, monkeypatch):
    schrijf(tmp_path / "p", KLEIN)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(SchrijfFout, match="alleen-lezen"):
        schrijf(tmp_path / "p", GROOT)
    assert gelezen(tmp_path / "p") == KLEIN


def test_verkeerde_plekken(tmp_path):
    with pytest.raises(SchrijfFout, match="is een map"):
        schrijf(tmp_path, KLEIN)
    with pytest.raises(SchrijfFout, match="De map van"):
        schrijf(tmp_path / "geen map" / "p", KLEIN)
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(SchrijfFout, match="De map van"):
        schrijf(tmp_path / "bestand" / "p", KLEIN)
    for naam in ("x" * 5000, "a\0b"):
        with pytest.raises(SchrijfFout, match="kortere naam"):
            schrijf(tmp_path / naam, KLEIN)


def test_een_half_teken(tmp_path):
    with pytest.raises(SchrijfFout, match="teken dat niet kan worden opgeslagen"):
        schrijf(tmp_path / "p", Plan(startjaar=2027, gemeente=Gemeente(naam="\ud800")))
    assert list(tmp_path.iterdir()) == []


# --- killed at any moment ----------------------------------------------------------------------------------

SCHRIJVER = """
import os, sys
from pathlib import Path
from core.plan import Gemeente, Plan
from core.planbestand import schrijf
pad = Path(sys.argv[1])
plannen = [Plan(startjaar=2027), Plan(startjaar=2030, gemeente=Gemeente(naam="x" * 20_000))]
for _ in sys.stdin:  # one line asks for one writer, which never stops by itself
    kind = os.fork()
    if kind == 0:
        n = 0
        while True:
            n += 1
            schrijf(pad, plannen[n % 2])
            if n == 1:
                print(os.getpid(), flush=True)
    os.waitpid(kind, 0)
    print("weg", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork to start writers quickly")
def test_gedood_terwijl_hij_schrijft(tmp_path, monkeypatch):
    monkeypatch.undo()
    pad, rng = tmp_path / "p.inburgeringsplan", random.Random(7)
    schrijf(pad, KLEIN)
    schrijf(tmp_path / "groot", GROOT)
    goed = {pad.read_bytes(): "klein", (tmp_path / "groot").read_bytes(): "groot"}
    gezien = set()
    opdracht = [sys.executable, "-c", SCHRIJVER, str(pad)]
    wortel = Path(__file__).resolve().parents[2]
    with subprocess.Popen(opdracht, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=wortel) as proces:
        for _ in range(60):
            proces.stdin.write("schrijf\n")
            proces.stdin.flush()
            schrijver = int(proces.stdout.readline())
            time.sleep(rng.uniform(0, 0.02))
            os.kill(schrijver, signal.SIGKILL)
            assert proces.stdout.readline() == "weg\n"
            gezien.add(goed[pad.read_bytes()])  # a KeyError is a file that is neither
        proces.stdin.close()
    assert gezien == {"klein", "groot"}
    assert len(list(tmp_path.iterdir())) > 2, "no writer was killed halfway: the test proves nothing"
    schrijf(pad, KLEIN)
    assert gelezen(pad) == KLEIN


def test_resten_van_een_gedode_schrijver_storen_niet(tmp_path):
    resten = [tmp_path / f".p.{teken * 12}.tmp" for teken in "0a"]
    for rest in resten:
        rest.write_text("half")
    schrijf(tmp_path / "p", KLEIN)
    schrijf(tmp_path / "p", GROOT)
    assert gelezen(tmp_path / "p") == GROOT
    assert sorted(tmp_path.iterdir()) == sorted([*resten, tmp_path / "p"])


def test_plan_uit_geeft_geen_dubbele_bevinding():
    _, bevindingen = plan_uit({"formaat": "x", "versie": 9, "startjaar": 2027}, standaardcatalogus())
    assert [b.plaats for b in bevindingen] == ["formaat"]
