"""Exports are accessible (R14), and the checker that says so finds what is wrong with a workbook."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from core.plan import Bevinding, Ernst
from core.regels import bereken
from core.werkboek import doorrekeningen, sjabloon, werkboek
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.gevallen import catalogus, met_scenarios, willekeurig
from tests.werkboek.bladhulp import bewerkt
from tests.werkboek.toegankelijk import bezwaren, contrast


@cache
def uitvoer() -> bytes:
    return werkboek(bereken(voorbeeldplan()), [])


@pytest.mark.parametrize("zaad", range(3))
def test_every_export_is_accessible(zaad: int) -> None:
    plan = met_scenarios(zaad)
    bevinding = Bevinding(Ernst.LET_OP, "hier", "Dit valt op.")
    assert bezwaren(werkboek(bereken(plan), [bevinding], scenarios=doorrekeningen(plan))) == []


def test_the_example_and_a_template_are_accessible() -> None:
    assert bezwaren(uitvoer()) == []
    assert bezwaren(sjabloon(willekeurig(1), catalogus())) == []


def _verberg_blad(boek: Any) -> None:
    boek["Controle"].sheet_state = "hidden"


def _verberg_rij(boek: Any) -> None:
    boek["Controle"].row_dimensions[6].hidden = True


def _verberg_kolom(boek: Any) -> None:
    boek["Controle"].column_dimensions["B"].hidden = True


def _voeg_samen(boek: Any) -> None:
    boek["Controle"].merge_cells("A6:B6")


def _zonder_titel(boek: Any) -> None:
    boek["Controle"]["A1"] = None


def _zonder_beveiliging(boek: Any) -> None:
    boek["Controle"].protection.sheet = False


def _staand(boek: Any) -> None:
    boek["Controle"].page_setup.orientation = "portrait"


def _zonder_nummers(boek: Any) -> None:
    boek["Controle"].oddFooter.right.text = ""


def _getal_als_tekst(boek: Any) -> None:
    boek["Controle"]["E6"] = "1.234"


def _lichte_letter(boek: Any) -> None:
    boek["Controle"]["A6"].font = openpyxl.styles.Font(color="FFBBBBBB")


def _ander_blad_voor(boek: Any) -> None:
    boek.active = 3


def _zonder_taal(boek: Any) -> None:
    boek.properties.language = None


def _zonder_onderwerp(boek: Any) -> None:
    boek.properties.subject = None


def _lege_rij_in_tabel(boek: Any) -> None:
    for cel in boek["Bronnen"][6]:
        cel.value = None


def _tabel_verschoven(boek: Any) -> None:
    tabel = boek["Bronnen"].tables["Lijst_Bronnen"]
    tabel.ref = tabel.ref.replace("A", "B")


def _kop_dubbel(boek: Any) -> None:
    boek["Bronnen"]["B4"] = boek["Bronnen"]["A4"].value


def _twee_tabellen(boek: Any) -> None:
    boek["Bronnen"]["A30"], boek["Bronnen"]["B30"] = "een", "twee"
    boek["Bronnen"].add_table(openpyxl.worksheet.table.Table(displayName="Nog_een", ref="A30:B31"))


@pytest.mark.parametrize(
    ("maak_stuk", "woorden"),
    [
        (_verberg_blad, "het blad is verborgen"),
        (_verberg_rij, "verborgen rijen"),
        (_verberg_kolom, "verborgen rijen of kolommen"),
        (_voeg_samen, "samengevoegde cellen"),
        (_zonder_titel, "geen titel"),
        (_zonder_beveiliging, "beveiliging"),
        (_staand, "liggend A4"),
        (_zonder_nummers, "bladzijdenummers"),
        (_getal_als_tekst, "E6: een getal als tekst"),
        (_lichte_letter, "A6: te weinig contrast"),
        (_ander_blad_voor, "eerste blad"),
        (_zonder_taal, "taal"),
        (_zonder_onderwerp, "geen subject"),
        (_lege_rij_in_tabel, "lege rij in de tabel"),
        (_tabel_verschoven, "begint niet in kolom A"),
        (_kop_dubbel, "twee keer voor"),
        (_twee_tabellen, "meer tabellen"),
    ],
)
def test_a_breach_is_found(maak_stuk: Callable[[Any], None], woorden: str) -> None:
    boek = openpyxl.load_workbook(BytesIO(uitvoer()))
    maak_stuk(boek)
    uit = BytesIO()
    boek.save(uit)
    gevonden = bezwaren(uit.getvalue())
    assert [b for b in gevonden if woorden in b], gevonden


@pytest.mark.parametrize(
    ("deel", "van", "naar", "woorden"),
    [
        ("xl/drawings/drawing1.xml", rb' descr="[^"]*"', b"", "zonder tekst die zegt"),
        ("xl/drawings/drawing1.xml", rb"</xdr:wsDr>", b"<xdr:sp/></xdr:wsDr>", "tekstvak"),
        ("xl/charts/chart1.xml", rb"c:title>", b"c:titel>", "zonder titel"),
    ],
)
def test_a_breach_in_a_chart_is_found(deel: str, van: bytes, naar: bytes, woorden: str) -> None:
    stuk = bewerkt(uitvoer(), deel, lambda xml: re.sub(van, naar, xml))
    assert [b for b in bezwaren_zonder_openen(stuk) if woorden in b]


def bezwaren_zonder_openen(inhoud: bytes) -> list[str]:
    """Of the drawings alone: openpyxl does not open a broken one."""
    from tests.werkboek.toegankelijk import _document

    return list(_document(inhoud, openpyxl.load_workbook(BytesIO(uitvoer()))))


def test_macros_and_links_to_other_files_are_found() -> None:
    uit = BytesIO(uitvoer())
    with zipfile.ZipFile(uit, "a") as zip_:
        zip_.writestr("xl/externalLinks/externalLink1.xml", "<a/>")
    assert any("macro's of koppelingen" in b for b in bezwaren_zonder_openen(uit.getvalue()))


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21; #767676 on white is the lightest grey that passes 4,5 (WCAG)."""
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("767676", "FFFFFF") == pytest.approx(4.54, abs=0.01)
