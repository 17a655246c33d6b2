"""The description of the model: kept equal to the model, and holding what it promises."""

import runpy
from pathlib import Path

from core.catalogus import standaardcatalogus
from core.rapport import beschrijving as beschrijving_module
from core.rapport.beschrijving import beschrijving
from core.regels.model import model
from core.regels.uitkomst import jaargrootheden

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "rekenmodel.md"


def test_document_is_gelijk_aan_het_model():
    nieuw = beschrijving(standaardcatalogus())
    assert DOCUMENT.read_text(encoding="utf-8") == nieuw, (
        "docs/rekenmodel.md past niet meer bij het model. "
        "Maak het opnieuw: python -m core.rapport.beschrijving > docs/rekenmodel.md"
    )


def test_alles_staat_erin():
    tekst = beschrijving(standaardcatalogus())
    for ingang in standaardcatalogus().ingangen.values():
        assert f"`{ingang.naam}" in tekst, ingang.naam
        assert ingang.hulp in tekst, ingang.naam
        for k in ingang.kengetallen:
            assert k.toelichting in tekst
            assert k.vindplaats in tekst
    for bron in standaardcatalogus().bronnen.values():
        assert bron.titel in tekst
    for g in jaargrootheden():
        assert g.label.split(",")[0] in tekst


def test_kop_noemt_editie_en_datum():
    c = standaardcatalogus()
    assert f"**{c.nummer}**" in beschrijving(c).splitlines()[2]
    assert f"**{c.datum}**" in beschrijving(c).splitlines()[2]


def test_regels_staan_in_woorden():
    regels = beschrijving(standaardcatalogus()).splitlines()
    tekort = next(r for r in regels if r.startswith("| `tekort_structureel`*"))
    assert "| Uitvoeringskosten − Incidentele kosten − Gemeentefonds structureel, toegerekend |" in tekort
    # groups with one rule share a row; where rules differ each has its own
    assert sum(r.startswith("| `begeleid_d`*") for r in regels) == 1
    assert sum(r.startswith("| `zwaarte_") and "| Zwaarte, " in r[:60] for r in regels) == 2
    # a rule with a kengetal in it says how firm that is and where it stands
    rij = next(r for r in regels if r.startswith("| `gewicht_landelijk`"))
    assert "| suggestie | [brief-g4-g40-2026]" in rij
    assert model()["tekort_structureel", ()].toelichting not in tekort


def test_waarden_en_grenzen():
    tekst = beschrijving(standaardcatalogus())
    assert "| 2.040 tot 2.265 |  | 2024 | suggestie | afgeleid |" in tekst
    assert "- Grenzen: ten minste 0, minder dan 1" in tekst
    assert "- Grenzen: meer dan 0" in tekst
    assert "- Grenzen: een heel getal, ten minste 1, ten hoogste 20" in tekst
    assert "- Grenzen: kies uit landelijk, caseload, uren" in tekst
    assert "- Als u niets invult: aan" in tekst
    assert "- Als u niets invult: 0,25 / 0,25 / 0,25 / 0,25" in tekst
    assert "- Als u niets invult: niets: wat ervan afhangt, blijft leeg" in tekst
    assert "- Jaren: ook jaren buiten het plan" in tekst
    assert "| vanaf 2026 |" in tekst


def test_als_opdracht_schrijft_het_document(capsys):
    runpy.run_path(beschrijving_module.__file__, run_name="__main__")
    assert capsys.readouterr().out == beschrijving(standaardcatalogus())
