"""How long it takes before the window is there: `inburgeringsplanner --venstertijd` opens and closes it."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer


class Klok(QObject):
    """Says at which moment (in seconds since 1970) a window was first painted, and when it was filled."""

    def eventFilter(self, kijkt: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look on; the painting itself comes right after this."""
        if event.type() == QEvent.Type.Paint:
            kijkt.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self.zeg("zichtbaar"))
        return False

    def zeg(self, wat: str) -> None:
        """One line, for the program that measures."""
        print(f"{wat} {time.time():.3f}", flush=True)


def meet() -> int:
    """Open the window as a user does, and close it as soon as there is a first outcome in it."""
    from desktop.venster import maak_toepassing, maak_venster

    toepassing = maak_toepassing()
    venster = maak_venster()
    klok = Klok(venster)
    venster.installEventFilter(klok)
    venster.na_afmaken(lambda: klok.zeg("gevuld"))
    venster.na_afmaken(venster.close)
    venster.show()
    return toepassing.exec()
