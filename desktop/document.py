"""The plan on screen: its data, the steps to undo, and its latest outcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.getaltekst import Ruw, onleesbaar

if TYPE_CHECKING:
    from core.catalogus import Catalogus, Ingang
    from core.plan import Bevinding, Plan
    from core.regels import Uitkomst
    from core.rekenkunde.tijdas import Tijdas

Gegevens = dict[str, Any]
Veldpad = tuple[str, ...]
"""Where a value lies in the data: ("invoer", "caseload"), ("gemeente", "naam"), ("startjaar",)."""

WACHT_MS = 40
"""Rest after the last key before the plan is computed."""


def leeg_plan() -> Gegevens:
    """A new plan: it starts next year and looks five years ahead."""
    return {"gemeente": {}, "startjaar": date.today().year + 1, "horizon": 5, "invoer": {}, "maatregelen": []}


class Document(QObject):
    """One plan that is being worked on.

    `gegevens` is plain data in the shape of rekenmodel §11, in which a text that is no number stands as
    `Onleesbaar`. `uitkomst` is the latest outcome that could be computed; `actueel` says whether it is that of
    what stands on screen. Values are replaced, never changed in place.

    Signals:
        gewijzigd: something was filled in; carries its place ("" for everything).
        gerekend: outcome and findings are up to date.
        hernoemd: the file or the unsaved mark changed.
    """

    gewijzigd = Signal(str)
    gerekend = Signal()
    hernoemd = Signal()

    def __init__(self, catalogus: Catalogus | None = None, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._catalogus = catalogus
        self.gegevens: Gegevens = leeg_plan()
        self.pad: Path | None = None
        self.laatste_plaats = ""
        self.uitkomst: Uitkomst | None = None
        self.bevindingen: list[Bevinding] = []
        self.fouten: list[Bevinding] = []
        self._van_uitkomst: list[Bevinding] = []
        self._tijdas: Tijdas | None = None
        self.stapel = QUndoStack(self)
        self.stapel.cleanChanged.connect(self._schoon_of_niet)
        self._wekker = QTimer(self, singleShot=True, interval=WACHT_MS)
        self._wekker.timeout.connect(self.reken)

    def _schoon_of_niet(self, _schoon: bool) -> None:
        self.hernoemd.emit()

    # -- reading

    @property
    def catalogus(self) -> Catalogus:
        """The catalogue; read when it is first asked for, which is after the window stands there."""
        if self._catalogus is None:
            from core.catalogus import standaardcatalogus

            self._catalogus = standaardcatalogus()
        return self._catalogus

    @property
    def actueel(self) -> bool:
        """Whether the outcome is that of what stands on screen."""
        return self.uitkomst is not None and not self.fouten

    @property
    def bewaard(self) -> bool:
        """Whether everything on screen stands in the file (or nothing was filled in yet)."""
        return self.stapel.isClean()

    @property
    def gemeente(self) -> str:
        """The name of the gemeente, as far as it is known."""
        return str(self.gegevens["gemeente"].get("naam") or "")

    def haal(self, veldpad: Veldpad) -> Ruw:
        """What is filled in somewhere; None where nothing is."""
        waarde: Any = self.gegevens
        for deel in veldpad:
            waarde = waarde.get(deel)
            if waarde is None:
                return None
        return waarde

    def jaren(self, ingang: Ingang) -> list[int]:
        """The years for which an input can be given."""
        from core.catalogus.vakken import venster_van
        from core.rekenkunde.tijdas import Tijdsoort

        if self._tijdas is None:
            self.reken()
        return list(self._tijdas.bereik(Tijdsoort.JAAR, venster_van(ingang))) if self._tijdas else []

    # -- changing

    def zet(self, veldpad: Veldpad, waarde: Ruw, stap: str, beurt: int = 0) -> None:
        """Fill something in (None makes blank), as a step that can be undone.

        Args:
            veldpad: where.
            waarde: the new value.
            stap: what the step is called.
            beurt: steps of one turn in one field are one step; 0 never joins.
        """
        if self.haal(veldpad) != waarde:
            self.stapel.push(_Stap(self, veldpad, waarde, stap, beurt))

    def vervang(self, gegevens: Gegevens, stap: str) -> None:
        """Put another plan in the place of this one, as a step that can be undone."""
        self.stapel.push(_Stap(self, (), {**leeg_plan(), **gegevens}, stap, 0))

    def begin(self, gegevens: Gegevens, pad: Path | None) -> None:
        """Start with a plan: new, from a file, or (without `pad`) from an example."""
        self.gegevens = {**leeg_plan(), **gegevens}
        self.pad = pad
        self.uitkomst, self._van_uitkomst = None, []
        self.stapel.clear()
        self.stapel.setClean()
        self._meld("")
        self.reken()
        self.hernoemd.emit()

    def is_bewaard(self, pad: Path, *, volledig: bool) -> None:
        """The plan has been written; `volledig` says whether all that stands on screen is in the file."""
        self.pad = pad
        if volledig:
            self.stapel.setClean()
        self.hernoemd.emit()

    def _pas_toe(self, veldpad: Veldpad, waarde: Ruw) -> None:
        if not veldpad:
            self.gegevens = waarde
        else:
            self.gegevens = _met(self.gegevens, veldpad, waarde)
        self._meld(", ".join(veldpad[1:] if veldpad[:1] == ("invoer",) else veldpad))

    def _meld(self, plaats: str) -> None:
        self.laatste_plaats = plaats
        self.gewijzigd.emit(plaats)
        self._wekker.start()

    # -- computing

    def reken(self) -> None:
        """Bring outcome and findings up to date; where the input has a fout, the last outcome stays."""
        from core.bevindingen import bevindingen
        from core.plan import fouten
        from core.regels import bereken

        self._wekker.stop()
        plan, gevonden = self.plan()
        self.fouten = fouten(gevonden)
        if plan is not None and not self.fouten:
            nieuw = bereken(plan, self.catalogus)
            gevonden += bevindingen(nieuw)
            self._tijdas = nieuw.tijdas
            self.fouten = fouten(gevonden)
            if not self.fouten:
                self.uitkomst, self._van_uitkomst = nieuw, gevonden
        self.bevindingen = [*self.fouten, *self._van_uitkomst]
        self.gerekend.emit()

    def plan(self) -> tuple[Plan | None, list[Bevinding]]:
        """What stands on screen as a plan, with everything that is wrong with it."""
        from core.plan import Bevinding, Ernst, plan_uit

        kaal, teksten = _zonder_onleesbaar(self.gegevens)
        onleesbare = [Bevinding(Ernst.FOUT, plaats, zin) for plaats, zin in teksten]
        plan, gevonden = plan_uit(kaal, self.catalogus)
        plaatsen = {plaats for plaats, _ in teksten}
        return plan, [*onleesbare, *(b for b in gevonden if b.plaats not in plaatsen)]

    def plan_zonder_fouten(self) -> tuple[Plan | None, list[Bevinding]]:
        """The plan with what is wrong left blank, and what was left out."""
        from core.plan import fouten, plan_uit

        plan, gevonden = self.plan()
        kaal, _ = _zonder_onleesbaar(self.gegevens)
        weg = fouten(gevonden)
        if plan is None:
            namen = {b.plaats.split(" ")[0] for b in weg} | {b.plaats.removeprefix("gemeente, ") for b in weg}
            for deel in ("gemeente", "invoer"):
                kaal = {**kaal, deel: {n: w for n, w in kaal[deel].items() if n not in namen}}
            plan, _ = plan_uit(kaal, self.catalogus)
        return plan, weg


class _Stap(QUndoCommand):
    """One change: the value of one name (or the whole plan) before and after."""

    def __init__(self, document: Document, veldpad: Veldpad, waarde: Ruw, naam: str, beurt: int) -> None:
        super().__init__(naam)
        self._document, self._veldpad, self.beurt = document, veldpad, beurt
        self._oud: Ruw = document.haal(veldpad) if veldpad else document.gegevens
        self.nieuw: Ruw = waarde

    def redo(self) -> None:
        self._document._pas_toe(self._veldpad, self.nieuw)

    def undo(self) -> None:
        self._document._pas_toe(self._veldpad, self._oud)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Typing on in the same field is the same step; typing back to where it began is none at all."""
        if not isinstance(other, _Stap) or not self.beurt or other.beurt != self.beurt:
            return False
        if other._veldpad != self._veldpad:
            return False
        self.nieuw = other.nieuw
        self.setObsolete(self.nieuw == self._oud)
        return True


def _met(tabel: Gegevens, veldpad: Veldpad, waarde: Ruw) -> Gegevens:
    nieuw = dict(tabel)
    if len(veldpad) > 1:
        nieuw[veldpad[0]] = _met(nieuw.get(veldpad[0]) or {}, veldpad[1:], waarde)
    elif waarde is None:
        nieuw.pop(veldpad[0], None)
    else:
        nieuw[veldpad[0]] = waarde
    return nieuw


def _zonder_onleesbaar(gegevens: Gegevens) -> tuple[Gegevens, list[tuple[str, str]]]:
    """The data without the names that hold a text that is no number, and those texts with their place."""
    teksten: list[tuple[str, str]] = []

    def schoon(tabel: Gegevens, plaats: Callable[[str], str]) -> Gegevens:
        uit: Gegevens = {}
        for naam, waarde in tabel.items():
            gevonden = onleesbaar(waarde)
            teksten.extend((plaats(naam) + waar, o.zin) for waar, o in gevonden)
            if not gevonden:
                uit[naam] = waarde
        return uit

    kaal = {
        **{naam: w for naam, w in gegevens.items() if naam not in ("startjaar", "horizon")},
        **schoon({n: gegevens[n] for n in ("startjaar", "horizon") if n in gegevens}, str),
        "gemeente": schoon(gegevens["gemeente"], lambda naam: f"gemeente, {naam}"),
        "invoer": schoon(gegevens["invoer"], str),
    }
    return kaal, teksten
