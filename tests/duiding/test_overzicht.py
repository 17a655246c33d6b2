"""The whole reading: plain data, sentences without jargon, the same bytes for the same plan."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.doel import lees_doel
from core.duiding.overzicht import als_gegevens, als_tekst, duid
from core.duiding.toets import als_tekst as toetstekst
from core.duiding.toets import landelijke_toets
from core.regels import Uitkomst, bereken
from tests.benchmarks.voorbeeld import PAD
from tests.gevallen import als_plan, willekeurig

CATALOGUS = standaardcatalogus()
VERBODEN = ("shapley", "tornado", "p10", "p90", "percentiel", "trekking", "pareto", "nan", "none", "coalitie", "!")
"""Words that a council does not know, and slips of the machine."""


@pytest.fixture(scope="module")
def voorbeeld() -> Uitkomst:
    return bereken(als_plan(json.loads(PAD.read_text("utf-8"))), CATALOGUS)


def test_the_example_as_data(voorbeeld: Uitkomst) -> None:
    doel = [lees_doel(t, voorbeeld.plan) for t in ("tekort_structureel 2028 <= 170.000", "tekort_totaal 2028 <= 1")]
    d = duid(voorbeeld, doelen=doel)
    gegevens: dict[str, Any] = json.loads(json.dumps(als_gegevens(d), allow_nan=False))
    for jaar in gegevens["verklaring"]["jaren"]:
        assert sum(s["bedrag"] for s in jaar["staven"]) == pytest.approx(jaar["tekort"], abs=0.01)
        assert jaar["kosten"] == pytest.approx(jaar["middelen"] + jaar["tekort"])
        assert {s["wie"] for s in jaar["staven"]} <= {"Rijk", "eigen keuze", "omstandigheid"}
    assert len(gegevens["verklaring"]["referentie"]) == 6
    assert gegevens["bandbreedte"]["aantal"] == 10_000
    assert set(gegevens["bandbreedte"]["kans_op_tekort"]) == {"2027", "2028", "2029", "2030", "2031"}
    haalbaar, niet = gegevens["doelen"]
    assert haalbaar["haalbaar"]
    assert haalbaar["samen"][0]["invoer"]
    assert "dichtstbij" not in haalbaar
    assert not niet["haalbaar"]
    assert niet["dichtstbij"]["waarde"] > 1
    assert [w["klaar"] for w in gegevens["wachten"]["wegwerken"]] == [2027, 2028, 2029, 2030, 2031]
    assert gegevens["spuk"]["kalender"]["2027"][0]["uiterlijk"] == "2026-09-15"
    assert set(gegevens["instroom"]["varianten"]) == {"laag", "midden", "hoog"}


def test_the_same_plan_gives_the_same_bytes(voorbeeld: Uitkomst) -> None:
    een, twee = (json.dumps(als_gegevens(duid(voorbeeld))) for _ in range(2))
    assert een == twee


def test_every_sentence_is_plain_dutch(voorbeeld: Uitkomst) -> None:
    doelen = [lees_doel("wachtweken_asiel 2028 <= 10", voorbeeld.plan)]
    tekst = als_tekst(duid(voorbeeld, doelen=doelen))
    for regel in tekst.splitlines():
        woorden = re.findall(r"\w+|!", regel.lower())
        assert not set(woorden) & set(VERBODEN), regel
        assert not regel.startswith("  ") or regel.endswith((".", "?")), regel
    for kop in ("De referentie", "Waarom dit tekort in 2028", "Hoe zeker", "De prijs van wachten", "Spiegel", "Doel"):
        assert f"{kop}\n" in tekst


def test_any_plan_can_be_read() -> None:
    """Also without Gemeentefonds, without inflow, without anything."""
    leeg = bereken(als_plan({"startjaar": 2027, "horizon": 1, "invoer": {}}))
    assert "Niet te verklaren" in als_tekst(duid(leeg))
    assert json.dumps(als_gegevens(duid(leeg)), allow_nan=False)
    for zaad in range(8):
        d = duid(bereken(willekeurig(zaad, 2027, 2), CATALOGUS), "tekort_totaal")
        assert json.dumps(als_gegevens(d), allow_nan=False)
        assert als_tekst(d)


def test_the_national_figures_explain_their_difference() -> None:
    toetsen = {t.naam: t for t in landelijke_toets(CATALOGUS)}
    tekort = toetsen["Tekort 2024"]
    assert tekort.verschil == pytest.approx([m - g for m, g in zip(tekort.model, tekort.gepubliceerd, strict=True)])
    assert tekort.verschil_tekst.endswith("(toegestaan: 1)")
    assert toetsen["Schaal en mix"].verschil == ()
    assert "alleen de richting" in toetsen["Schaal en mix"].verschil_tekst
    assert all(t.toelichting and t.bron for t in toetsen.values())
    assert f"  Verschil: {tekort.verschil_tekst}" in toetstekst([tekort])
