"""The plan on screen: its data, the scenario that is shown, the steps to undo, and its latest outcome."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.gegevens import Gegevens, Veldpad, haal, leeg_plan, met, zonder, zonder_onleesbaar

if TYPE_CHECKING:
    from core.catalogus import Catalogus, Ingang
    from core.plan import Bevinding, Plan
    from core.regels import Uitkomst
    from core.rekenkunde.tijdas import Tijdas
    from desktop.velden.getaltekst import Ruw

NAAMLOOS = "Naamloos plan"
PER_SCENARIO = ("invoer", "maatregelen")
"""What a scenario can have of its own; gemeente and years are those of the whole plan."""


@dataclass(frozen=True)
class Stand:
    """The data at one moment, and the scenario that is shown ("" is the base)."""

    gegevens: Gegevens
    scenario: str = ""

    @cached_property
    def getoond(self) -> Gegevens:
        """The plan as it counts in the scenario that is shown."""
        if not self.scenario:
            return self.gegevens
        from core.plan import scenarios

        return scenarios.voor(self.gegevens, self.scenario)


class Document(QObject):
    """One plan that is being worked on.

    `gegevens` is plain data in the shape of rekenmodel §11, in which a text that is no number stands as
    `Onleesbaar`. `uitkomst` is the latest outcome that could be computed; `actueel` says whether it is that of
    what stands on screen; `vorige` is the outcome before the last step. Values are replaced, never changed in place.

    Signals:
        gewijzigd: something was filled in; carries its place ("" for everything).
        gerekend: outcome and findings are up to date.
        hernoemd: the file or the unsaved mark changed.
        begonnen: another plan has come in the place of this one.
    """

    gewijzigd = Signal(str)
    gerekend = Signal()
    hernoemd = Signal()
    begonnen = Signal()

    def __init__(self, catalogus: Catalogus | None = None, ouder: QObject | None = None) -> None:
        super().__init__(ouder)
        self._catalogus = catalogus
        self.stand = Stand(leeg_plan())
        self.pad: Path | None = None
        self.kenmerk = ""
        self.laatste_plaats = self.laatste_stap = ""
        self._beurt: tuple[int, Veldpad] = (0, ())
        self.uitkomst: Uitkomst | None = None
        self.vorige: Uitkomst | None = None
        self.bevindingen: list[Bevinding] = []
        self.fouten: list[Bevinding] = []
        self._van_uitkomst: list[Bevinding] = []
        self._tijdas: Tijdas | None = None
        self.stapel = QUndoStack(self)
        self.stapel.cleanChanged.connect(self._schoon_of_niet)
        self._wekker = QTimer(self, singleShot=True, interval=0)
        self._wekker.timeout.connect(self.reken)

    def _schoon_of_niet(self, _schoon: bool) -> None:
        self.hernoemd.emit()

    # -- reading

    @property
    def gegevens(self) -> Gegevens:
        """The whole plan, with all its scenarios."""
        return self.stand.gegevens

    @property
    def scenario(self) -> str:
        """The scenario that is shown and changed; "" is the base."""
        return self.stand.scenario

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

    @property
    def naam(self) -> str:
        """The name of the file, or what the plan is called without one."""
        return self.pad.name if self.pad else NAAMLOOS

    def haal(self, veldpad: Veldpad) -> Ruw:
        """What is filled in somewhere, in the scenario that is shown; None where nothing is."""
        return haal(self.stand.getoond, veldpad)

    def haal_basis(self, veldpad: Veldpad) -> Ruw:
        """What is filled in somewhere in the base."""
        return haal(self.gegevens, veldpad)

    def jaren(self, ingang: Ingang) -> list[int]:
        """The years for which an input can be given."""
        from core.catalogus.vakken import venster_van
        from core.rekenkunde.tijdas import Tijdsoort

        if self._tijdas is None:
            self.reken()
        return list(self._tijdas.bereik(Tijdsoort.JAAR, venster_van(ingang))) if self._tijdas else []

    # -- changing

    def zet(self, veldpad: Veldpad, waarde: Ruw, stap: str, beurt: int = 0) -> None:
        """Fill something in (None makes blank) in the scenario that is shown, as a step that can be undone.

        Args:
            veldpad: where.
            waarde: the new value.
            stap: what the step is called.
            beurt: steps of one turn in one field are one step; 0 never joins.
        """
        if self.haal(veldpad) != waarde:
            self._zet_stand(Stand(self._met(veldpad, waarde), self.scenario), stap, veldpad, beurt)

    def _met(self, veldpad: Veldpad, waarde: Ruw) -> Gegevens:
        if not self.scenario or veldpad[0] not in PER_SCENARIO:
            return met(self.gegevens, veldpad, waarde)
        from core.plan import scenarios

        if veldpad[0] == "maatregelen":
            return scenarios.zet_maatregelen(self.gegevens, self.scenario, waarde)
        return scenarios.zet(self.gegevens, self.scenario, veldpad[1], waarde)

    def vervang(self, gegevens: Gegevens, stap: str, scenario: str = "") -> None:
        """Put other data in the place of these, and show a scenario of them, as a step that can be undone."""
        self._zet_stand(Stand({**leeg_plan(), **gegevens}, scenario), stap)

    def kies_scenario(self, naam: str) -> None:
        """Show another scenario ("" is the base); that changes nothing in the plan."""
        if naam != self.scenario:
            self._pas_toe(Stand(self.gegevens, naam))

    def begin(self, gegevens: Gegevens, pad: Path | None, kenmerk: str = "") -> None:
        """Start with a plan: new, from a file (`kenmerk` is its fingerprint), or (without `pad`) from an example."""
        self.pad, self.kenmerk = pad, kenmerk
        self.uitkomst, self._van_uitkomst = None, []
        self.stapel.clear()
        self.stapel.setClean()
        self._pas_toe(Stand({**leeg_plan(), **gegevens}))
        self.reken()
        self.hernoemd.emit()
        self.begonnen.emit()

    def is_bewaard(self, pad: Path, kenmerk: str, *, volledig: bool) -> None:
        """The plan has been written; `volledig` says whether all that stands on screen is in the file."""
        self.pad, self.kenmerk = pad, kenmerk
        if volledig:
            self.stapel.setClean()
        self.hernoemd.emit()

    def _zet_stand(self, nieuw: Stand, stap: str, veldpad: Veldpad = (), beurt: int = 0) -> None:
        zelfde_stap = beurt and (beurt, veldpad) == self._beurt
        voor = self.vorige if zelfde_stap else self.uitkomst
        self.stapel.push(_Stap(self, nieuw, stap, veldpad, beurt))
        self.vorige, self._beurt, self.laatste_stap = voor, (beurt, veldpad), stap

    def _pas_toe(self, stand: Stand, veldpad: Veldpad = ()) -> None:
        self.vorige, self._beurt, self.laatste_stap = None, (0, ()), ""
        heel = not veldpad or stand.scenario != self.scenario
        self.stand = stand
        self.laatste_plaats = ", ".join(veldpad[1:] if veldpad[:1] == ("invoer",) else veldpad)
        self.gewijzigd.emit("" if heel else self.laatste_plaats)
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
            nieuw = bereken(plan, self.catalogus, vorige=self.uitkomst)
            gevonden += bevindingen(nieuw)
            self._tijdas = nieuw.tijdas
            self.fouten = fouten(gevonden)
            if not self.fouten:
                self.uitkomst, self._van_uitkomst = nieuw, gevonden
        self.bevindingen = [*self.fouten, *self._van_uitkomst]
        self.gerekend.emit()

    def plan(self, scenario: str | None = None) -> tuple[Plan | None, list[Bevinding]]:
        """A scenario (None: the one that is shown) as a plan of its own, with everything that is wrong with it."""
        from core.plan import Bevinding, Ernst, plan_uit, scenarios

        getoond = scenarios.voor(self.gegevens, self.scenario if scenario is None else scenario)
        kaal, teksten = zonder_onleesbaar(getoond)
        onleesbare = [Bevinding(Ernst.FOUT, plaats, zin) for plaats, zin in teksten]
        plan, gevonden = plan_uit(kaal, self.catalogus)
        plaatsen = {plaats for plaats, _ in teksten}
        return plan, [*onleesbare, *(b for b in gevonden if b.plaats not in plaatsen)]

    def plan_zonder_fouten(self) -> tuple[Plan | None, list[Bevinding]]:
        """The whole plan with what is wrong left blank, and what was left out."""
        from core.plan import Bevinding, Ernst, fouten, plan_uit

        kaal, teksten = zonder_onleesbaar(self.gegevens)
        weg = [Bevinding(Ernst.FOUT, plaats, zin) for plaats, zin in teksten]
        plan, gevonden = plan_uit(kaal, self.catalogus)
        if plan is None:
            weg += [b for b in fouten(gevonden) if b.plaats not in {w.plaats for w in weg}]
            plan, _ = plan_uit(zonder(kaal, [b.plaats for b in fouten(gevonden)]), self.catalogus)
        return plan, weg


class _Stap(QUndoCommand):
    """One change: the plan before and after it, and where to look."""

    def __init__(self, document: Document, nieuw: Stand, naam: str, veldpad: Veldpad, beurt: int) -> None:
        super().__init__(naam)
        self._document, self.veldpad, self.beurt = document, veldpad, beurt
        self._oud, self.nieuw = document.stand, nieuw

    def redo(self) -> None:
        self._document._pas_toe(self.nieuw, self.veldpad)

    def undo(self) -> None:
        self._document._pas_toe(self._oud, self.veldpad)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802
        """Typing on in the same field is the same step; typing back to where it began is none at all."""
        if not isinstance(other, _Stap) or not self.beurt or other.beurt != self.beurt:
            return False
        if other.veldpad != self.veldpad:
            return False
        self.nieuw = other.nieuw
        self.setObsolete(self.nieuw == self._oud)
        return True
