"""Draw the icon of the program into an .ico: three bars, the last over the line of the budget.

python installers/pictogram.py DOEL
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QBuffer, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

MATEN = (16, 24, 32, 48, 64, 256)
GROND, STAAF, TEKORT = QColor("#154273"), QColor("#ffffff"), QColor("#f9b242")


def teken(maat: int) -> bytes:
    """One size, as PNG."""
    beeld = QImage(maat, maat, QImage.Format.Format_ARGB32)
    beeld.fill(Qt.GlobalColor.transparent)
    verf = QPainter(beeld)
    verf.setRenderHint(QPainter.RenderHint.Antialiasing)
    verf.scale(maat / 16, maat / 16)
    verf.setPen(Qt.PenStyle.NoPen)
    verf.setBrush(GROND)
    verf.drawRoundedRect(QRectF(0, 0, 16, 16), 3, 3)
    for links, hoogte, kleur in ((2.5, 5, STAAF), (6.5, 7, STAAF), (10.5, 11, TEKORT)):
        verf.fillRect(QRectF(links, 13.5 - hoogte, 3, hoogte), kleur)
    verf.setPen(QPen(STAAF, 0.8))
    verf.drawLine(2, 5, 14, 5)
    verf.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    beeld.save(buffer, "PNG")
    return bytes(buffer.data().data())


def main(doel: Path) -> None:
    """Write all sizes."""
    platen = [teken(m) for m in MATEN]
    plek = 6 + 16 * len(platen)
    kop = struct.pack("<HHH", 0, 1, len(platen))
    for maat, plaat in zip(MATEN, platen, strict=True):
        kop += struct.pack("<BBBBHHII", maat % 256, maat % 256, 0, 0, 1, 32, len(plaat), plek)
        plek += len(plaat)
    doel.write_bytes(kop + b"".join(platen))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
