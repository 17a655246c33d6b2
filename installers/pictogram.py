"""Write the icon of the program into an .ico, for the program file and the installer.

python installers/pictogram.py DOEL
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.path.insert(0, str(Path(__file__).parents[1]))
from PySide6.QtCore import QBuffer

from desktop.pictogram import MATEN, teken


def png(maat: int) -> bytes:
    """One size, as PNG."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    teken(maat).save(buffer, "PNG")
    return bytes(buffer.data().data())


def main(doel: Path) -> None:
    """Write all sizes."""
    platen = [png(m) for m in MATEN]
    plek = 6 + 16 * len(platen)
    kop = struct.pack("<HHH", 0, 1, len(platen))
    for maat, plaat in zip(MATEN, platen, strict=True):
        kop += struct.pack("<BBBBHHII", maat % 256, maat % 256, 0, 0, 1, 32, len(plaat), plek)
        plek += len(plaat)
    doel.write_bytes(kop + b"".join(platen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
