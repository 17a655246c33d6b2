"""The main journey as a screen reader has it: what is heard of the real program, over AT-SPI, and keys.

Run by the Python of the system, which has pyatspi, on a screen and a bus of its own:
xvfb-run dbus-run-session -- /usr/bin/python3 tests/desktop/schermlezer.py FOLDER -- PROGRAM …
Prints what was heard as JSON. An object that takes the focus without a name or a role is named there too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pyatspi

NAAM = "Inburgeringsplanner"
LANGSTE = 30.0
"""Seconds to wait for something to be heard."""
RUST = 4.0
"""And for the last row of a list: after so long there is no next one."""
RANDEN = ("application", "frame", "window", "menu bar")
"""What has no words of its own: the edges of the window."""


class Lezer:
    """Listens to one program."""

    def __init__(self, opdracht: list[str], map_: Path) -> None:
        omgeving = {n: w for n, w in os.environ.items() if n != "QT_QPA_PLATFORM"}
        eigen = {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_DATA_HOME": str(map_)}
        self.gezegd = (map_ / "fouten.txt").open("w+")
        self.programma = subprocess.Popen(opdracht, env={**omgeving, **eigen}, stderr=self.gezegd)
        self.gezien: set[str] = set()
        self.naamloos: set[str] = set()

    def alles(self, van=None):
        """Everything in view, in the order in which a screen reader goes through it."""
        if van is None:
            bureau = pyatspi.Registry.getDesktop(0)
            van = next((p for p in bureau if p is not None and p.name == NAAM), None)
        if van is None:
            return
        yield van
        for deel in van:
            if deel is not None and deel.getState().contains(pyatspi.STATE_SHOWING):
                yield from self.alles(deel)

    def hoor(self, rol: str, begin: str):
        """The thing of this role that is in view and whose name begins so; waits until it is there."""
        einde = time.monotonic() + LANGSTE
        while time.monotonic() < einde:
            try:
                for ding in self.alles():
                    if ding.getRoleName() == rol and ding.name.strip().startswith(begin):
                        return ding
            except Exception as fout:  # what was there may be gone: the program goes on while one listens
                vorige = fout
            else:
                vorige = None
            time.sleep(0.1)
        raise SystemExit(f"{rol} {begin!r} is niet te horen. {vorige or ''}")

    def tot(self, vraag, wat: str) -> None:
        """Wait until something holds."""
        einde = time.monotonic() + LANGSTE
        while not vraag():
            if time.monotonic() > einde:
                raise SystemExit(wat)
            time.sleep(0.1)

    def tab_tot(self, naam: str):
        """Go from field to field until the one of this name is heard."""
        for _ in range(40):
            for ding in self.alles():
                if ding.name == naam and ding.getState().contains(pyatspi.STATE_FOCUSED):
                    return ding
            toets("Tab")
        raise SystemExit(f"{naam} is met Tab niet te bereiken.")

    def focus(self) -> str:
        """The row of the steps that is heard."""
        boom = self.hoor("tree", "Stappen")
        boom.clear_cache()  # of rows that folded away nobody is told
        return next((rij.name.strip() for rij in boom if rij.getState().contains(pyatspi.STATE_FOCUSED)), "")

    def langs_alle_stappen(self) -> list[str]:
        """Go down the steps, with the page of each; returns what was heard."""
        gehoord = [self.focus()]
        while True:
            self.loop_langs()
            toets("Down")
            einde = time.monotonic() + RUST
            while (nu := self.focus()) in ("", gehoord[-1]):
                if time.monotonic() > einde:
                    return gehoord
                time.sleep(0.1)
            gehoord.append(nu)

    def loop_langs(self) -> None:
        """Note every object in view that takes the focus, and those that do not say what they are."""
        for ding in self.alles():
            if not ding.getState().contains(pyatspi.STATE_FOCUSABLE):
                continue
            rol = ding.getRoleName()
            self.gezien.add(f"{rol}: {ding.name}")
            if rol in ("unknown", "invalid", "") or (not ding.name.strip() and rol not in RANDEN):
                self.naamloos.add(f"{rol} in {ding.parent.name or ding.parent.getRoleName()}: {ding.name!r}")


def naar_het_venster() -> None:
    """Give the window the keys, as a desktop does and a bare screen does not."""
    subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", NAAM, "windowfocus"], check=True)


def toets(*namen: str) -> None:
    """Strike keys, one after another, as `ctrl+a` or `Down`."""
    subprocess.run(["xdotool", "key", "--delay", "50", *namen], check=True)


def typ(tekst: str) -> None:
    """Type a text."""
    subprocess.run(["xdotool", "type", "--delay", "20", tekst], check=True)


def druk(ding) -> None:
    """Press a button."""
    ding.queryAction().doAction(0)


def reis(lezer: Lezer, map_: Path) -> dict[str, object]:
    """Start, example, caseload, hear the tekort, where it comes from, every page, export, close."""
    naar_het_venster()
    druk(lezer.hoor("push button", "Gemeente voorbeeld"))
    druk(lezer.hoor("push button", "Rondleiding overslaan"))
    voor = lezer.hoor("push button", "Tekort structureel 2027: €").name
    toets("F6")
    stappen = lezer.langs_alle_stappen()
    toets("Home", "Down", "Down", "Down")
    lezer.hoor("text", "Caseload per fte")
    toets("F6")
    veld = lezer.tab_tot("Caseload per fte")
    toets("ctrl+a")
    typ("40")
    lezer.tot(lambda: lezer.hoor("push button", "Tekort structureel 2027: €").name != voor, "Het tekort volgt niet.")
    tekort = lezer.hoor("push button", "Tekort structureel 2027: €").name
    lezer.tot(lambda: " meer " in veld.description, "Het effect is niet te horen.")
    effect = veld.description.split("\n")[-1]
    toets("F9")
    lezer.hoor("tree", "Waar komt dit getal vandaan?")
    herkomst = lezer.hoor("table cell", "Caseload per fte").name
    lezer.loop_langs()
    toets("F9", "ctrl+e")
    lezer.hoor("dialog", "Werkboek exporteren")
    toets("ctrl+a")
    typ(str(map_ / "boek.xlsx"))
    toets("Return")
    lezer.tot((map_ / "boek.xlsx").exists, "Er is geen werkboek.")
    druk(lezer.hoor("push button", "Sluiten"))
    lezer.tot(lambda: not {d.getRoleName() for d in lezer.alles()} & {"dialog", "alert"}, "De melding blijft staan.")
    naar_het_venster()
    toets("ctrl+q")
    druk(lezer.hoor("push button", "Niet opslaan"))
    lezer.tot(lambda: lezer.programma.poll() is not None, "Het programma sluit niet.")
    return {"voor": voor, "tekort": tekort, "effect": effect, "herkomst": herkomst, "stappen": stappen}


def main() -> None:
    """Make the journey; the program is always ended."""
    map_, opdracht = Path(sys.argv[1]), sys.argv[3:]
    lezer = Lezer(opdracht, map_)
    try:
        gehoord = reis(lezer, map_)
    finally:
        lezer.programma.terminate()
        einde = lezer.programma.wait(10)
    lezer.gezegd.seek(0)
    rest = {"naamloos": sorted(lezer.naamloos), "gezien": len(lezer.gezien), "fouten": lezer.gezegd.read()}
    print(json.dumps({**gehoord, **rest, "einde": einde}))


if __name__ == "__main__":
    main()
