"""The corpus of nasty files: every value that is read is listed, and every problem is named; nothing else is there."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.overname import Blok, Koppeling, Overname, Rijkoppeling, herken, lees_bestand, neem_over
from core.plan import Bevinding, Ernst, Plan
from core.plan.plan import kaal
from tests.overname.gevallen import Geval, alle_gevallen

GEVALLEN = alle_gevallen()
PLAN = Plan(2026, 4)
DATUM = date(2026, 11, 20)


def _koppeling(geval: Geval, blok: Blok) -> Koppeling:
    rijen = {r.volledig: r.sleutel for r in blok.rijen}
    return Koppeling(
        blok.vorm,
        tuple(
            Rijkoppeling(rijen[label], doel, geval.maal.get(doel), geval.jaar.get(doel))
            for label, doel in geval.rijen.items()
            if label in rijen
        ),
        geval.notatie,
        geval.soorten,
        geval.gewoon,
    )


def _neem(geval: Geval, map_: Path) -> tuple[list[Overname], list[Bevinding], set[str]]:
    pad = map_ / f"geval.{geval.soort}"
    pad.write_bytes(geval.inhoud())
    blokken, bevindingen = herken(lees_bestand(pad, komma_scheidt=geval.komma_scheidt))
    labels = {r.volledig for b in blokken for r in b.rijen}
    gekozen = [b for b in blokken if any(r.volledig in geval.rijen for r in b.rijen)]
    overnamen = [neem_over(PLAN, b, _koppeling(geval, b), standaardcatalogus(), DATUM) for b in gekozen]
    return overnamen, [*bevindingen, *(x for o in overnamen for x in o.bevindingen)], labels


def test_the_corpus_is_large_and_its_names_differ() -> None:
    assert len(GEVALLEN) >= 60
    assert len({g.naam for g in GEVALLEN}) == len(GEVALLEN)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda g: g.naam)
def test_a_file_is_read_as_it_says(geval: Geval, tmp_path: Path) -> None:
    overnamen, bevindingen, labels = _neem(geval, tmp_path)
    assert set(geval.rijen) <= labels, labels
    gelezen: dict[str, Any] = {}
    for w in (w for o in overnamen for w in o.waarden):
        if w.jaar is None:
            gelezen[w.doel.naam] = w.waarde
        elif w.helft is not None:
            gelezen.setdefault(w.doel.naam, {}).setdefault(w.jaar, []).append(w.waarde)
        else:
            gelezen.setdefault(w.doel.naam, {})[w.jaar] = w.waarde
    assert gelezen == geval.waarden
    ernstig = [str(b) for b in bevindingen if b.ernst is not Ernst.LET_OP]
    for woorden in geval.zegt:
        assert any(woorden in b for b in ernstig), (woorden, ernstig)
    for b in ernstig:
        assert any(woorden in b for woorden in geval.zegt), b
    for woorden in geval.let_op:
        assert any(woorden in str(b) for b in bevindingen), (woorden, list(map(str, bevindingen)))
    assert all(b.plaats and b.tekst.endswith((".", "?")) for b in bevindingen)
    for overname in overnamen:
        _in_het_plan(overname)


def _in_het_plan(overname: Overname) -> None:
    """What the plan now holds is exactly what was taken over, each value with file, sheet, cell and day."""
    verwacht: dict[str, Any] = {}
    for w in overname.waarden:
        rij = verwacht.setdefault(w.doel.plannaam, {} if w.doel.per_jaar or w.doel.halfjaren else w.waarde)
        if w.doel.route:
            rij.setdefault(w.doel.route, {})[str(w.jaar)] = w.waarde
        elif w.doel.halfjaren:
            rij.setdefault(str(w.jaar), []).append(w.waarde)
        elif w.doel.per_jaar:
            rij[str(w.jaar)] = rij.get(str(w.jaar), 0) + w.waarde
        herkomst = overname.plan.herkomst[w.doel.plannaam]
        blad, _, cel = w.plaats.rpartition(", cel ")
        assert herkomst.datum == "20-11-2026"
        assert f"{w.bestand}, {blad}" == herkomst.bron
        assert f"cel {cel}" in herkomst.nota
    assert {naam: kaal(w) for naam, w in overname.plan.invoer.items()} == verwacht
    assert set(overname.plan.herkomst) == set(verwacht)
