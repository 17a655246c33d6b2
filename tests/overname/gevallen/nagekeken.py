"""Traps that a second reader thought of: what a reader sees and what is stored are two things, or a year is wider."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import openpyxl
from openpyxl.styles import Font

from tests.overname.gevallen.geval import BLAD, Geval, boek, herschreven, komma, met_deel, opgeslagen
from tests.overname.gevallen.personen import NUMMERS

GELD, INSTROOM, DEEL, TAAK = "gemeentefonds_structureel", "instroom_asiel", "inhuuraandeel", "taakstelling"
BEDRAG = {"Bedrag": GELD}


def _opmaak(opmaak: str, cel: str = "B2") -> Callable[[Any], None]:
    def doe(blad: Any) -> None:
        blad[cel].number_format = opmaak

    return doe


def _met_opmaak(opmaak: str) -> Geval:
    """A number format that makes another number of 12, or shows none."""
    maak = boek(("", 2026), ("Bedrag", 12), daarna=_opmaak(opmaak))
    return Geval(f"celopmaak {opmaak}", maak, BEDRAG, zegt=("In de cel staat 12, maar de celopmaak",))


def _gewone_opmaak(opmaak: str) -> Geval:
    maak = boek(("", 2026), ("Bedrag", 12), daarna=_opmaak(opmaak))
    return Geval(f"gewone celopmaak {opmaak}", maak, BEDRAG, {GELD: {2026: 12}})


def _inline(inhoud: str) -> Callable[[], bytes]:
    cel = f'<c r="B2" t="inlineStr"><is>{inhoud}</is></c>'
    maak = boek(("", 2026), ("Bedrag", 5))
    return herschreven(maak, BLAD, lambda x: re.sub(r'<c r="B2"[^>]*><v>5</v></c>', cel, x))


def _gedeeld() -> bytes:
    """The second text is 12345 with a struck 45."""
    si = "<si><t>x</t></si><si><r><t>123</t></r><r><rPr><strike/></rPr><t>45</t></r></si>"
    tabel = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{si}</sst>'
    maak = herschreven(
        boek(("", 2026), ("Bedrag", 5)),
        BLAD,
        lambda x: re.sub(r'<c r="B2"[^>]*><v>5</v></c>', '<c r="B2" t="s"><v>1</v></c>', x),
    )
    soort = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    deel = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{soort}"/></Types>'
    maak = herschreven(maak, "[Content_Types].xml", lambda x: x.replace("</Types>", deel))
    return met_deel(maak, "xl/sharedStrings.xml", tabel.encode())()


def _doorgehaald(blad: Any) -> None:
    blad["B2"].font = Font(strike=True)


def _nummer_in_bladnaam() -> bytes:
    werkboek = openpyxl.Workbook()
    werkboek.active.title = f"Dossier {NUMMERS[0]}"
    werkboek.active.append(["", 2026])
    werkboek.active.append(["Instroom", 30])
    return opgeslagen(werkboek)


def _schaal(naam: str, *rijen: Any, blad: str = "Begroting", label: str = "Bedrag", doel: str = GELD) -> Geval:
    return Geval(naam, boek(*rijen, blad=blad), {label: doel}, zegt=("Zeg of dat ook geldt",))


def _namen(kop: str) -> Geval:
    maak = boek((kop, 2026), ("Proef Verzonnen", 5), ("Test van Bedacht", 6), ("Geen Voorbeeld", 7))
    return Geval(f"namen onder {kop}", maak, zegt=("naam van een persoon",))


GEVALLEN = [
    *map(_met_opmaak, ('0"000"', '0 "M"', r"0\k", '0" per maand"', '"-"0', "(0)", ";;;", '[>9]0"k";0')),
    *map(_gewone_opmaak, ('_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"??_-', "[$€-413] #,##0;[Red]-#,##0", '0" fte"')),
    Geval(
        "promille in de celopmaak",
        boek(("", 2026), ("Inhuur", 0.5), daarna=_opmaak('0.0"‰"')),
        {"Inhuur": DEEL},
        zegt=("maar de celopmaak",),
    ),
    Geval(
        "een woord in de celopmaak van het jaar",
        boek(("", 2026, 2027), ("Bedrag", 5, 6), daarna=_opmaak('"t/m juni "0', "B1")),
        BEDRAG,
        {GELD: {2027: 6}},
        let_op=("deel van 2026",),
    ),
    Geval(
        "een verhoogde voetnoot achter een getal",
        _inline('<r><t>1234</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>'),
        BEDRAG,
        zegt=("klein cijfer",),
    ),
    Geval("een deels doorgehaald getal in de gedeelde teksten", _gedeeld, BEDRAG, zegt=("doorgehaald",)),
    Geval(
        "tekst met een uitspraak erbij",
        _inline('<t>90</t><rPh sb="0" eb="1"><t>7</t></rPh>'),
        BEDRAG,
        {GELD: {2026: 90}},
    ),
    Geval("een doorgehaalde cel", boek(("", 2026), ("Bedrag", 5), daarna=_doorgehaald), BEDRAG, zegt=("doorgehaald",)),
    Geval(
        "een formule met een lege tekst als uitkomst is leeg",
        herschreven(
            boek(("", 2026, 2027), ("Bedrag", 5, 7)),
            BLAD,
            lambda x: re.sub(r'<c r="C2"[^>]*><v>7</v></c>', '<c r="C2" t="str"><f>""</f><v></v></c>', x),
        ),
        BEDRAG,
        {GELD: {2026: 5}},
    ),
    Geval(
        "kwartalen onder een jaar dat niet is samengevoegd",
        boek(("", 2026, None, None, None, 2027), ("", 1, 2, 3, 4, 1), ("Bedrag", 10, 20, 30, 40, 11)),
        BEDRAG,
        zegt=('"2026 (eerste kolom)"', '"2027 (eerste kolom)"'),
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "aantal en bedrag onder een jaar dat niet is samengevoegd",
        boek(("", 2026, None, 2027), ("", "aantal", "bedrag", "aantal", "bedrag"), ("Trajecten", 10, 20000, 11, 22000)),
        {"Trajecten": GELD},
        zegt=("2026 aantal", "2027 aantal"),
    ),
    Geval(
        "een totaal zonder kop achter het laatste jaar",
        boek(("", 2026, 2027), ("Bedrag", 5, 6, 11)),
        BEDRAG,
        {GELD: {2026: 5, 2027: 6}},
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "aantallen zijn geen bedragen",
        boek(("", "aantal 2026", "bedrag 2027"), ("Trajecten", 10, 20000)),
        {"Trajecten": GELD},
        zegt=('Boven deze kolom staat "aantal"',),
    ),
    Geval(
        "bedragen zijn geen aantallen",
        boek(("", "bedrag 2026"), ("Trajecten", 10)),
        {"Trajecten": INSTROOM},
        zegt=('Boven deze kolom staat "bedrag"',),
    ),
    Geval(
        "twee helften in één kop",
        boek(("", "H1+H2 2026", "H2 2026"), ("Taak", 30, 20)),
        {"Taak": TAAK},
        zegt=('"H1+H2 2026"', "maar één helft"),
    ),
    Geval(
        "x 1.000 boven één van de jaren",
        boek(("", "2026 (x 1.000)", "2027"), ("Bedrag", 412, 413000)),
        BEDRAG,
        zegt=("en niet bij elk jaar",),
        maal={GELD: 1000},
    ),
    Geval(
        "k€ boven een jaar dat niet wordt gelezen",
        boek(("", "2026 k€", "2027"), ("Bedrag", 412, 413000)),
        BEDRAG,
        zegt=("2026 k€", "en niet bij elk jaar"),
        maal={GELD: 1000},
    ),
    _schaal(
        "procenten en duizenden in één zin",
        ("Bedragen x € 1.000, aandelen in %",),
        ("", 2026),
        ("Bedrag", 0.5),
        doel=DEEL,
    ),
    _schaal("x1000 in de naam van het blad", ("", 2026), ("Bedrag", 412), blad="Begroting x1000"),
    _schaal("€ 1.000 in een kolom met eenheden", ("", "Eenheid", 2026), ("Bedrag", "€ 1.000", 5)),
    _schaal("(€ 1.000) zonder keerteken", ("Lasten (€ 1.000)",), ("", 2026), ("Bedrag", 5)),
    Geval(
        "x 1.000 met een euroteken uit een andere codering",
        komma("x Õ 1.000;\nNaam;2026\nBedrag;412"),
        BEDRAG,
        zegt=("Zeg of dat ook geldt",),
        soort="csv",
    ),
    Geval(
        "een letter vóór het bedrag",
        boek(("", "", 2026), ("Bedrag", "N", 500)),
        {"Bedrag | N": GELD},
        zegt=('staat "N"',),
    ),
    Geval(
        "een csv met alleen regelterugloop",
        lambda: b"Naam;2026\rBedrag;412\r",
        BEDRAG,
        {GELD: {2026: 412}},
        soort="csv",
    ),
    Geval("BSN in de naam van een blad", _nummer_in_bladnaam, zegt=("burgerservicenummer",)),
    Geval("BSN na het woord, in een zin", boek(("", 2026), (f"BSN {NUMMERS[0]}", 5)), zegt=("burgerservicenummer",)),
    Geval("BSN met iets ervoor", boek(("x", 2026), *((f"'{n}", 5) for n in NUMMERS)), zegt=("burgerservicenummer",)),
    Geval(
        "BSN bij elkaar in een cel",
        boek(("x", 2026), (f"{NUMMERS[0]}/{NUMMERS[1]}", 5)),
        zegt=("burgerservicenummer", "burgerservicenummer"),
    ),
    Geval(
        "een kop met meer woorden dan BSN",
        boek(("BSN inburgeraar", 2026), ("123456789", 5)),
        zegt=("burgerservicenummer",),
    ),
    *map(_namen, ("Klant", "Statushouders")),
    Geval(
        "aanspreekvormen",
        boek(("Toelichting", 2026), ("Mevr. Verzonnen", 5), ("Dhr. Bedacht", 6), ("Mw. van Fictief", 7)),
        zegt=("naam van een persoon",),
    ),
    Geval(
        "groepen onder statushouders zijn geen namen",
        boek(("Statushouders", 2026), ("instroom asiel", 30), ("instroom gezin", 5)),
        {"instroom asiel": INSTROOM},
        {INSTROOM: {2026: 30}},
    ),
]
