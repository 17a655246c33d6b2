"""Proposals: the right input for labels as gemeenten write them, with a reason, and never for a total."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.overname import Notatie, koppel, notatievoorstel, voorstel
from core.overname.koppeling import doelen
from core.overname.voorstel import _WOORDEN
from tests.overname.gevallen.geval import boek
from tests.overname.hulp import CATALOGUS, blok


@pytest.mark.parametrize(
    ("label", "doel"),
    [
        ("Instroom statushouders", "instroom_asiel"),
        ("Nieuwe vergunninghouders gevestigd", "instroom_asiel"),
        ("Instroom gezinsmigranten", "instroom_gezin"),
        ("Huisvestingstaakstelling", "taakstelling"),
        ("Taakstelling", "taakstelling"),
        ("Wachtlijst asiel", "wachtlijst_start_asiel"),
        ("Caseload per fte", "caseload"),
        ("Caseload", "caseload"),
        ("Loonkosten per fte", "loonkosten_fte"),
        ("Inhuurtarief", "inhuurtarief"),
        ("Tarief inhuur", "inhuurtarief"),
        ("Algemene uitkering, structureel deel", "gemeentefonds_structureel"),
        ("SPUK voorlopig", "spuk_voorlopig"),
        ("Tarief Z-route", "trajectprijs_Z"),
        ("Zoeken naar tarieven", ""),
        ("Totaal instroom statushouders", ""),
        ("Tolk, tarief per uur", "tolktarief"),
        ("Huur pand", ""),
        ("spuk_voorlopig", "spuk_voorlopig"),
        ("Realisatiegraad van de taakstelling", "realisatiegraad"),
    ],
)
def test_what_a_label_could_be(tmp_path: Path, label: str, doel: str) -> None:
    voorstellen = voorstel(blok(tmp_path, boek(("", 2026), (label, 5))), CATALOGUS)
    assert (voorstellen[0].doel.naam if voorstellen else "") == doel
    assert all(v.redenen for v in voorstellen)


def test_every_word_leads_to_an_input() -> None:
    assert _WOORDEN.keys() <= doelen(CATALOGUS).keys()


def test_sizes_are_proposed_or_asked(tmp_path: Path) -> None:
    tabel = boek(
        ("Bedragen x € 1.000",),
        ("", 2026),
        ("Instroom statushouders", 5),
        ("Gemeentefonds structureel", 412.3),
        ("Tarief inhuur", 80),
        ("Inhuur, aandeel in %", 12),
    )
    per_doel = {v.doel.naam: v for v in voorstel(blok(tmp_path, tabel), CATALOGUS)}
    assert (per_doel["instroom_asiel"].maal, per_doel["instroom_asiel"].vraag) == (None, "")
    assert (per_doel["gemeentefonds_structureel"].maal, per_doel["gemeentefonds_structureel"].vraag) == (
        1000,
        "Zijn deze bedragen x 1.000?",
    )
    assert (per_doel["inhuurtarief"].maal, per_doel["inhuurtarief"].vraag) == (None, "Geldt x 1.000 ook voor deze rij?")
    assert per_doel["inhuuraandeel"].vraag == "Geldt in procenten ook voor deze rij?"


def test_a_mapping_of_accepted_proposals(tmp_path: Path) -> None:
    tabel = blok(tmp_path, boek(("x € 1.000",), ("", 2026), ("Gemeentefonds structureel", 412.3)))
    (gekozen,) = voorstel(tabel, CATALOGUS)
    koppeling = koppel(tabel, [gekozen], Notatie.ENGELS)
    assert koppeling.vorm == tabel.vorm
    assert koppeling.notatie is Notatie.ENGELS
    ((rij, doel, maal),) = [(r.rij, r.doel, r.maal) for r in koppeling.rijen]
    assert (rij, doel, maal) == (tabel.rijen[0].sleutel, "gemeentefonds_structureel", 1000)


@pytest.mark.parametrize(
    ("waarden", "verwacht"),
    [
        (("1.234", "12,5"), (Notatie.NEDERLANDS, "blad Begroting, cel C2")),
        (("1.234", "0.5"), (Notatie.ENGELS, "blad Begroting, cel C2")),
        (("1.234", "1.235"), None),
        (("12,5", "0.5"), None),
        ((1.5, "veel"), None),
    ],
)
def test_the_notation_of_clear_numbers(tmp_path: Path, waarden: tuple[object, object], verwacht: object) -> None:
    assert notatievoorstel(blok(tmp_path, boek(("", 2026, 2027), ("a", *waarden)))) == verwacht
