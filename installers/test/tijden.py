"""How long the window takes, as a ratio to an empty program that was frozen the same way, in turns.

python installers/test/tijden.py PROGRAMMA LEEG [VOORAF…]     VOORAF stands before each command (`wine`)
"""

from __future__ import annotations

import subprocess
import sys
import time

BEURTEN = 15
POGINGEN = 3
"""A busy machine disturbs the small program and the big one differently; what is too slow is so every time."""
HOOGSTE = 1.5
"""Times the empty program, until the window can be seen."""


def tijden(opdracht: list[str]) -> dict[str, float]:
    """Seconds from the start of a program until each moment that it names, and until it ended."""
    begin = time.time()
    uit = subprocess.run(opdracht, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=True)
    woorden = (regel.split() for regel in uit.stdout.splitlines())
    moment = {w[0]: float(w[1]) - begin for w in woorden if w[0] in ("zichtbaar", "gevuld")}
    return moment | {"klaar": time.time() - begin}


def main(programma: str, leeg: str, *vooraf: str) -> float:
    """Print the best of every turn; returns the ratio until the window can be seen."""
    opdrachten = {
        "empty": [*vooraf, leeg],
        "window": [*vooraf, programma, "--venstertijd"],
        "zelftest": [*vooraf, programma, "zelftest"],
    }
    gemeten: dict[str, list[dict[str, float]]] = {naam: [] for naam in opdrachten}
    for beurt in range(BEURTEN):
        for naam, opdracht in opdrachten.items():
            if naam != "zelftest" or beurt < 2:
                gemeten[naam].append(tijden(opdracht))

    def midden(naam: str, moment: str) -> float:
        return min(m[moment] for m in gemeten[naam])  # what the machine did beside it is no part of it

    basis = midden("empty", "zichtbaar")
    regels = {
        "window to be seen": midden("window", "zichtbaar"),
        "window with its first outcome": midden("window", "gevuld"),
        "zelftest, from start to end": midden("zelftest", "klaar"),
    }
    print(f"  empty program, window to be seen: {basis * 1000:.0f} ms (best of {BEURTEN})")
    for wat, duur in regels.items():
        print(f"  {wat}: {duur * 1000:.0f} ms, {duur / basis:.2f} times the empty program")
    return regels["window to be seen"] / basis


if __name__ == "__main__":
    for _ in range(POGINGEN):
        if main(*sys.argv[1:]) <= HOOGSTE:
            break
    else:
        # Said, not a failure: another machine, or a busy one, must not turn a right program into a wrong one.
        print(f"  TOO SLOW: the window takes more than {HOOGSTE} times an empty program")
