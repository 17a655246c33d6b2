"""Long work beside the screen: one piece at a time, and of one kind only the newest counts."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal

Klaar = Callable[[Any], None]
BEURT_S = 0.001
"""So soon the screen has its turn while something is worked out beside it (Python itself: 0,005)."""


class Gestopt(Exception):
    """The work is not needed any more."""


class Achtergrond(QObject):
    """Does work in one thread of its own and hands over the outcome on the thread of the screen.

    A newer request of a kind takes the place of the older one: that one is not begun any more, or its outcome is
    thrown away. Work that takes seconds calls `tussendoor` now and then, which ends it there and then. A fault in the
    work is raised on the thread of the screen, like every other fault.
    """

    _gedaan = Signal(str, int, object, object, object)

    def __init__(self, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._nieuwste: dict[str, int] = {}
        self._onder_handen = ("", 0)
        self._nummers = itertools.count(1)
        self._draad = ThreadPoolExecutor(1, thread_name_prefix="achtergrond")
        self._open = True
        self._gedaan.connect(self._lever)
        sys.setswitchinterval(BEURT_S)

    def vraag(self, soort: str, doe: Callable[[], Any], klaar: Klaar) -> None:
        """Do some work, and then something with its outcome.

        Args:
            soort: the kind of work; a newer request of this kind replaces it.
            doe: the work; it touches no widget.
            klaar: what happens with the outcome, on the thread of the screen.
        """
        if self._open:
            nummer = self._nieuwste[soort] = next(self._nummers)
            self._draad.submit(self._doe, soort, nummer, doe, klaar)

    def _doe(self, soort: str, nummer: int, doe: Callable[[], Any], klaar: Klaar) -> None:
        """In the other thread."""
        self._onder_handen = soort, nummer
        uitkomst, fout = None, None
        try:
            self.tussendoor()
            uitkomst = doe()
        except Gestopt:
            return
        except Exception as gevangen:  # handed over, and raised there
            fout = gevangen
        if self._open:
            self._gedaan.emit(soort, nummer, klaar, uitkomst, fout)

    def tussendoor(self) -> None:
        """Called by the work between two pieces of it.

        Raises:
            Gestopt: it is not needed any more.
        """
        soort, nummer = self._onder_handen
        if not self._open or self._nieuwste.get(soort) != nummer:
            raise Gestopt

    def laat_maar(self, soort: str) -> None:
        """Work of this kind is not needed any more."""
        self._nieuwste.pop(soort, None)

    @property
    def is_bezig(self) -> bool:
        """Whether any work is waiting or going on."""
        return bool(self._nieuwste)

    def sluit(self) -> None:
        """Begin nothing any more, and wait for what is going on to end or to stop."""
        self._open = False
        self._draad.shutdown(wait=True, cancel_futures=True)

    def _lever(self, soort: str, nummer: int, klaar: Klaar, uitkomst: Any, fout: BaseException | None) -> None:
        if not self._open or self._nieuwste.get(soort) != nummer:
            return
        self.laat_maar(soort)
        if fout is not None:
            raise fout
        klaar(uitkomst)
