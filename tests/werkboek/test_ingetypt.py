"""Round and back by way of another program: typed in a file, recalculated and saved by LibreOffice, read back.

What is read is exactly what was typed, and the workbook shows what the program makes of it, in every cell.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from core.plan import Plan, als_gegevens
from core.regels import bereken
from core.werkboek.lezen import Teruglezing, lees_terug
from core.werkboek.varianten import doorrekeningen, varianten
from core.werkboek.verschil import Weg, pas_toe, vergelijk
from tests.gevallen import als_plan, catalogus
from tests.werkboek.terughulp import Getypt, met_scenarios, xlsx
from tests.werkboekhulp import SOFFICE, cellen, herrekend, verschillen

ZADEN = (1, 3, 4)
BANDBLAD = "Invoer_bandbreedte"


class Typist:
    """Somebody who types in a workbook, and the plan that this should give."""

    def __init__(self, plan: Plan, zaad: int) -> None:
        self.rng = random.Random(zaad)
        self.gegevens, self.getypt = als_gegevens(plan), Getypt(xlsx(plan))
        self.verwacht: set[Weg] = set()

    def typ(self) -> None:
        """A cleared cell, another number, a range, a switch and cells of scenarios."""
        invoer = self.gegevens["invoer"]
        getallen = [n for n, w in sorted(invoer.items()) if isinstance(w, float) and w > 0.05]
        gekozen = self.rng.sample(getallen, 5)
        for naam in gekozen[:3]:
            self.getal(naam, round(invoer[naam] * 0.75, 3))
        self.leeg(gekozen[3])
        self.bereik(gekozen[4])
        self.schakelaar("toeval")
        for nummer, scenario in enumerate(self.gegevens["scenarios"], 1):
            self.van_scenario(nummer, scenario)

    def getal(self, naam: str, waarde: float) -> None:
        self.getypt.zet(self._blad(naam), naam, waarde)
        self.gegevens["invoer"][naam] = waarde
        self.verwacht.add(("invoer", naam))

    def leeg(self, naam: str) -> None:
        self.getypt.zet(self._blad(naam), naam, None)
        del self.gegevens["invoer"][naam]
        self.verwacht.add(("invoer", naam))

    def bereik(self, naam: str) -> None:
        """The expectation stays; low and high are written on the sheet of ranges, for a cell with a text counts not."""
        verwacht = self.gegevens["invoer"][naam]
        laag, hoog = round(verwacht * 0.5, 4), verwacht
        vel = self.getypt.boek[BANDBLAD]
        rij = next(r for r in range(5, vel.max_row + 1) if vel.cell(r, 1).value is None)
        for kolom, waarde in enumerate((naam, "alle", laag, hoog), 1):
            vel.cell(rij, kolom).value = waarde
        self.gegevens["invoer"][naam] = f"{laag} tot {hoog}, verwacht {verwacht}".replace(".", ",")
        self.verwacht.add(("invoer", naam))

    def schakelaar(self, naam: str) -> None:
        aan = not self.gegevens["invoer"].get(naam, False)
        self.getypt.zet(self._blad(naam), naam, "ja" if aan else "nee")
        self.gegevens["invoer"][naam] = aan
        self.verwacht.add(("invoer", naam))

    def van_scenario(self, nummer: int, scenario: dict[str, Any]) -> None:
        naam = "gewicht_gezin"
        vel = self.getypt.boek[f"Invoer_S{nummer}_bandbreedte"]
        for rij in vel.iter_rows(5):
            if rij[0].value == naam:
                for cel in rij[:4]:
                    cel.value = None
        self.getypt.zet(f"Invoer_S{nummer}", naam, 0.625)
        scenario["invoer"][naam] = 0.625
        self.verwacht.add(("scenario", scenario["naam"], "invoer", naam))

    def _blad(self, naam: str) -> str:
        bladen = (b for b in self.getypt.boek.sheetnames if b.startswith("Invoer_") and not b.startswith("Invoer_S"))
        return next(b for b in bladen if any(rij[1].value == naam for rij in self.getypt.boek[b].iter_rows(5)))


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here")
def test_typed_saved_by_another_program_and_read_back(tmp_path: Path) -> None:
    plannen = [met_scenarios(zaad) for zaad in ZADEN]
    typisten, paden = [], []
    for zaad, plan in zip(ZADEN, plannen, strict=True):
        typist = Typist(plan, zaad)
        typist.typ()
        typisten.append(typist)
        paden.append(tmp_path / f"plan{zaad}.xlsx")
        paden[-1].write_bytes(typist.getypt.bytes())
    opgeslagen = herrekend(paden, tmp_path / "uit")
    for plan, typist, pad in zip(plannen, typisten, opgeslagen, strict=True):
        nieuw = als_plan(typist.gegevens)
        _geeft(plan, typist, lees_terug(pad, catalogus()))
        for variant in varianten(bereken(nieuw), [], "Basis", doorrekeningen(nieuw)):
            assert verschillen(cellen(pad), variant.uitkomst, variant.nummer) == []
    (als_ods,) = herrekend(opgeslagen[:1], tmp_path / "ods", "ods")
    _geeft(plannen[0], typisten[0], lees_terug(als_ods, catalogus()))


def _geeft(plan: Plan, typist: Typist, gelezen: Teruglezing) -> None:
    """Read back is what was typed and nothing else; the plan with those changes is the plan that it should be."""
    nieuw = als_plan(typist.gegevens)
    assert (gelezen.plan, gelezen.bevindingen) == (nieuw, [])
    gevonden = vergelijk(gelezen, None, catalogus())
    assert {w.weg for w in gevonden.wijzigingen} == typist.verwacht
    assert len(typist.verwacht) > 6
    assert pas_toe(plan, gevonden.wijzigingen, catalogus()) == (nieuw, [])
