"""Where the table stands, and what its headings say about time."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.overname.gevallen.geval import Geval, boek, komma

ASIEL, GEZIN = "instroom_asiel", "instroom_gezin"
JAREN = (2026, 2027, 2028, 2029)
RIJ = ("Instroom asiel", 30, 32, 34, 36)
UIT = {2026: 30, 2027: 32, 2028: 34, 2029: 36}


def _samen(*gebieden: str) -> Any:
    def doe(blad: Any) -> None:
        for gebied in gebieden:
            blad.merge_cells(gebied)

    return doe


def _verberg(rij: int = 0, kolom: str = "", *, blad: bool = False) -> Any:
    def doe(werkblad: Any) -> None:
        if rij:
            werkblad.row_dimensions[rij].hidden = True
        if kolom:
            werkblad.column_dimensions[kolom].hidden = True
        if blad:
            werkblad.parent.create_sheet("Voorkant")
            werkblad.parent.active = 1
            werkblad.sheet_state = "hidden"

    return doe


def _opmaak(**cellen: str) -> Any:
    def doe(blad: Any) -> None:
        for cel, opmaak in cellen.items():
            blad[cel].number_format = opmaak

    return doe


def _jaren(*koppen: Any) -> Any:
    return boek(("", *koppen), RIJ)


GEVALLEN = [
    Geval("gewone tabel", _jaren(*JAREN), {"Instroom asiel": ASIEL}, {ASIEL: UIT}),
    Geval("jaren als tekst", _jaren("2026", "2027", "2028", "2029"), {"Instroom asiel": ASIEL}, {ASIEL: UIT}),
    Geval("jaren met (B)", _jaren(*(f"{j} (B)" for j in JAREN)), {"Instroom asiel": ASIEL}, {ASIEL: UIT}),
    Geval(
        "begroting en raming",
        _jaren("Begroting 2026", "Raming 2027", "raming 2028", "Meerjarenraming 2029"),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "een deel van een jaar telt niet",
        _jaren("2026 t/m juni", 2027, 2028, 2029),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2027: 32, 2028: 34, 2029: 36}},
        let_op=("deel van 2026",),
    ),
    Geval(
        "kwartalen tellen niet",
        _jaren("Q1 2026", "2e kwartaal 2026", "jan 2026", 2027),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2027: 36}},
        let_op=("deel van 2026",),
    ),
    Geval(
        "een afwijking is geen jaar",
        _jaren("begroting 2026", "afwijking 2026", "begroting 2027", "2028/2029"),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 34}},
        zegt=('"afwijking 2026"', '"2028/2029"'),
    ),
    Geval(
        "begroting en rekening van hetzelfde jaar",
        _jaren("begroting 2026", "rekening 2026", "begroting 2027", "rekening 2027"),
        {"Instroom asiel": ASIEL},
        {},
        zegt=("Kies welke kolommen u bedoelt: ", "Meer dan één keer in de tabel: 2026, 2027"),
    ),
    Geval(
        "de rekening is gekozen",
        _jaren("begroting 2026", "rekening 2026", "begroting 2027", "rekening 2027"),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 32, 2027: 36}},
        zegt=("Kies welke kolommen",),
        soorten=("rekening",),
    ),
    Geval(
        "kop over twee rijen",
        boek(
            ("", 2026, None, 2027, None),
            ("", "begroting", "rekening", "begroting", "rekening"),
            RIJ,
            daarna=_samen("B1:C1", "D1:E1"),
        ),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 34}},
        zegt=("Kies welke kolommen",),
        soorten=("begroting",),
    ),
    Geval(
        "jaren onder een kop over alles",
        boek(("Wat", "Begroting", None, None, None), ("", *JAREN), RIJ, daarna=_samen("A1:A2", "B1:E1")),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "verschil over alles",
        boek(("Wat", "Verschil met vorig jaar", None, None, None), ("", *JAREN), RIJ, daarna=_samen("B1:E1")),
        {"Instroom asiel": ASIEL},
        {},
        zegt=("Verschil met vorig jaar 2026", "2027", "2028", "2029"),
    ),
    Geval(
        "verschil boven het eerste jaar van een groep",
        komma("Post;;;Verschil;;\n;2026;2027;2026;2027;2028\nInstroom asiel;30;32;1;2;3"),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 32}},
        zegt=("Verschil 2026", "Verschil 2027", "Verschil 2028"),
        soort="csv",
    ),
    Geval(
        "een jaar in de kop van de namen",
        boek(("Aantallen volgens de notitie van 2024", 2026, 2027), ("Instroom asiel", 30, 32)),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 32}},
    ),
    Geval(
        "titel over de hele tabel",
        boek(("Inburgering, begroting 2026", None, None, None, None), ("", *JAREN), RIJ, daarna=_samen("A1:E1")),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "ergens op het blad",
        boek(*[()] * 7, ("", "", "", "Gemeente Proef"), (), ("", "", "Wat", *JAREN), ("", "", *RIJ)),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "totalen en groepen in de tabel",
        boek(
            ("", *JAREN),
            ("Instroom",),
            ("asiel", 30, 32, 34, 36),
            ("gezin", 10, 11, 12, 13),
            ("Totaal instroom", 40, 43, 46, 49),
            (),
            ("Wachtlijst",),
            ("asiel", 5, 4, 3, 2),
        ),
        {"Instroom | asiel": ASIEL, "Instroom | gezin": GEZIN},
        {ASIEL: UIT, GEZIN: {2026: 10, 2027: 11, 2028: 12, 2029: 13}},
    ),
    Geval(
        "een totaal is gekozen",
        boek(("", *JAREN), ("Totaal instroom", 40, 43, 46, 49)),
        {"Totaal instroom": ASIEL},
        {ASIEL: {2026: 40, 2027: 43, 2028: 46, 2029: 49}},
        let_op=("rij met een totaal",),
    ),
    Geval(
        "totaalkolom en eenheid",
        boek(("", "eenheid", *JAREN, "Totaal"), ("Instroom asiel", "personen", 30, 32, 34, 36, 132)),
        {"Instroom asiel | personen": ASIEL},
        {ASIEL: UIT},
        let_op=("Zonder jaar erboven, en daarom niet gelezen: kolom G",),
    ),
    Geval(
        "samengevoegde groepsnaam links",
        boek(
            ("Groep", "Wat", *JAREN),
            ("Asiel", "instroom", 30, 32, 34, 36),
            (None, "wachtlijst", 5, 4, 3, 2),
            daarna=_samen("A2:A3"),
        ),
        {"Asiel | instroom": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "dezelfde naam staat er twee keer",
        boek(("", *JAREN), RIJ, ("Instroom asiel", 1, 2, 3, 4)),
        {"Instroom asiel": ASIEL},
        {},
        zegt=("staat er vaker (los van jaartallen). Geef elke rij een eigen naam",),
    ),
    Geval(
        "twee tabellen naast elkaar",
        boek(
            ("", 2026, 2027, "", "", 2026, 2027),
            ("Instroom asiel", 30, 32, "", "Kosten software", 500, 600),
            ("Instroom gezin", 10, 11, "", "Kosten tender", 700, 800),
        ),
        {"Instroom asiel": ASIEL, "Instroom gezin": GEZIN},
        {ASIEL: {2026: 30, 2027: 32}, GEZIN: {2026: 10, 2027: 11}},
    ),
    Geval(
        "twee tabellen onder elkaar",
        boek(("", 2026, 2027), ("Iets anders", 1, 2), (), ("", *JAREN), RIJ),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
    ),
    Geval(
        "jaren onder elkaar",
        boek(("Jaar", "Instroom asiel", "Instroom gezin"), (2026, 30, 10), (2027, 32, 11), (2028, 34, 12)),
        {"Instroom asiel": ASIEL, "Instroom gezin": GEZIN},
        {ASIEL: {2026: 30, 2027: 32, 2028: 34}, GEZIN: {2026: 10, 2027: 11, 2028: 12}},
    ),
    Geval(
        "bedragen die op jaren lijken",
        boek(("", *JAREN), ("Instroom asiel", 2030, 2040, 2035, 2050), ("Instroom gezin", 1, 2, 3, 4)),
        {"Instroom asiel": ASIEL, "Instroom gezin": GEZIN},
        {ASIEL: {2026: 2030, 2027: 2040, 2028: 2035, 2029: 2050}, GEZIN: {2026: 1, 2027: 2, 2028: 3, 2029: 4}},
    ),
    Geval(
        "aantallen die op een rij jaren lijken",
        boek(("", *JAREN), ("Instroom asiel", 2030, 2031, 2032, 2033), ("Instroom gezin", 1, 2, 3, 4)),
        {"Instroom asiel": ASIEL, "Instroom gezin": GEZIN},
        {ASIEL: {2026: 2030, 2027: 2031, 2028: 2032, 2029: 2033}, GEZIN: {2026: 1, 2027: 2, 2028: 3, 2029: 4}},
    ),
    Geval(
        "één jaar",
        boek(("Wat", "Begroting 2026"), ("Instroom asiel", 30)),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30}},
    ),
    Geval(
        "jaar getoond met celopmaak jjjj",
        boek(
            ("", date(2026, 1, 1), date(2027, 1, 1)), ("Instroom asiel", 30, 32), daarna=_opmaak(B1="yyyy", C1="yyyy")
        ),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 32}},
    ),
    Geval(
        "jaartal getoond als datum in 1905",
        boek(("", 2026, 2027, 2028), ("Instroom asiel", 30, 32, 34), daarna=_opmaak(B1="d-m-yyyy")),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2027: 32, 2028: 34}},
        zegt=("Boven kolom B staat een datum",),
    ),
    Geval(
        "verborgen rij",
        boek(("", *JAREN), RIJ, daarna=_verberg(rij=2)),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
        let_op=("Verborgen in Excel, maar wel gelezen: rij 2",),
    ),
    Geval(
        "verborgen kolom",
        boek(("", *JAREN), RIJ, daarna=_verberg(kolom="C")),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
        let_op=("kolom C",),
    ),
    Geval(
        "verborgen blad",
        boek(("", *JAREN), RIJ, daarna=_verberg(blad=True)),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
        let_op=("Dit blad is verborgen",),
    ),
    Geval(
        "jaren buiten het plan",
        boek(("", 2024, 2025, *JAREN, 2030), ("Instroom asiel", 20, 25, 30, 32, 34, 36, 40)),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
        let_op=("2024, 2025, 2030 telt niet mee",),
    ),
    Geval(
        "de cohorten van vóór het plan",
        boek(("", 2024, 2025, 2026), ("Instroom asiel", 20, 25, 30)),
        {"Instroom asiel": "eerdere_instroom_asiel"},
        {"eerdere_instroom_asiel": {2024: 20, 2025: 25}},
        let_op=("2026 telt niet mee",),
    ),
    Geval(
        "getallen onder de tabel",
        boek(("", *JAREN), RIJ, (), (), (), ("Los getal", 5, 6, 7, 8)),
        {"Instroom asiel": ASIEL},
        {ASIEL: UIT},
        let_op=("cel B6: Buiten de tabellen staan nog getallen (4, het eerste hier)",),
    ),
    Geval(
        "een kop die te lang is om een kop te zijn",
        boek(
            ("", "In 2026 verwachten wij ongeveer evenveel mensen als in het vorige jaar", 2026),
            ("Instroom asiel", 1, 30),
        ),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30}},
        let_op=("Zonder jaar erboven, en daarom niet gelezen: kolom B",),
    ),
    Geval(
        "getallen direct boven de jaren",
        boek(("Aantal", 7, 8), ("", 2026, 2027), ("Instroom asiel", 30, 32)),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 32}},
    ),
    Geval(
        "rijen met alleen een code",
        boek(("", 2026, 2027), (4310, 30, 32), ("4320", 10, 11)),
        {"4310": ASIEL, "4320": GEZIN},
        {ASIEL: {2026: 30, 2027: 32}, GEZIN: {2026: 10, 2027: 11}},
    ),
    Geval(
        "geen jaren",
        boek(("", "Aantal"), ("Instroom asiel", 30)),
        zegt=("geen tabel met jaren",),
    ),
    Geval(
        "één getal uit een rij van gelijke getallen",
        boek(("", 2026, 2027), ("Caseload per fte", 55, 55)),
        {"Caseload per fte": "caseload"},
        {"caseload": 55},
    ),
    Geval(
        "één getal uit een rij van verschillende getallen",
        boek(("", 2026, 2027), ("Caseload per fte", 55, 50)),
        {"Caseload per fte": "caseload"},
        {},
        zegt=("Caseload per fte is één getal",),
    ),
    Geval(
        "één getal van het gekozen jaar",
        boek(("", 2026, 2027), ("Caseload per fte", 55, 50)),
        {"Caseload per fte": "caseload"},
        {"caseload": 50},
        jaar={"caseload": 2027},
    ),
    Geval(
        "kop boven de tabel in een csv",
        komma("Gemeente Proef;;\n\n;2026;2027\nInstroom asiel;30;32"),
        {"Instroom asiel": ASIEL},
        {ASIEL: {2026: 30, 2027: 32}},
        soort="csv",
    ),
]
