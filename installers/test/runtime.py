"""The verification of the runtime itself: one changed byte anywhere in it must be refused.

python installers/test/runtime.py SDIST
"""

from __future__ import annotations

import io
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from runtime import DATA, WORTEL, Catalogus, Onbetrouwbaar, controleer_programma

GETEKEND = bytes.fromhex("2b060104018237020104")
"""Begins what was signed (SpcIndirectDataContent)."""


def geweigerd(doe: Callable[[], object]) -> bool:
    """Whether it is not trusted."""
    try:
        doe()
    except Onbetrouwbaar:
        return True
    return False


def veranderd(bestand: bytes, plek: int) -> bytes:
    """One other byte."""
    return bestand[:plek] + bytes([bestand[plek] ^ 1]) + bestand[plek + 1 :]


with tarfile.open(sys.argv[1]) as tar:
    bron = zipfile.ZipFile(io.BytesIO(tar.extractfile(DATA).read()))
dll, lijst, json = (bron.read(WORTEL + n) for n in ("python311.dll", "DLLs/python_lib.cat", "Lib/json/__init__.py"))
controleer_programma("python311.dll", dll)
if not Catalogus(lijst).kent(json):
    sys.exit("the standard library is not in its own catalogue")
proeven = {
    "a changed program": lambda: controleer_programma("x", veranderd(dll, 100_000)),
    "a changed signature": lambda: controleer_programma("x", veranderd(dll, dll.index(GETEKEND) + 30)),
    "a program without signature": lambda: controleer_programma("x", dll[:-100]),
    "a changed catalogue": lambda: Catalogus(veranderd(lijst, 1_000)),
}
fout = [wat for wat, doe in proeven.items() if not geweigerd(doe)]
if Catalogus(lijst).kent(veranderd(json, 10)):
    fout.append("a changed module of the standard library")
if fout:
    sys.exit(f"not noticed: {', '.join(fout)}")
print(f"  the runtime is refused with {', '.join(proeven)}, a changed module")
