"""Files about persons (all made up here): refused, and nothing of them comes back; and files that only look like it."""

from __future__ import annotations

from datetime import date
from typing import Any

import openpyxl

from core.overname.personen import is_bsn
from tests.overname.gevallen.geval import Geval, boek, komma, opgeslagen


def bsn(zaad: int) -> int:
    """A number of nine digits that passes the elfproef."""
    for laatste in range(10):
        cijfers = [int(c) for c in f"{10_000_000 + zaad}"]
        if sum(g * c for g, c in zip(range(9, 1, -1), cijfers, strict=True)) % 11 == laatste:
            return int(f"{10_000_000 + zaad}{laatste}")
    return bsn(zaad + 1)


NUMMERS = [bsn(7_919 * i) for i in range(1, 6)]
NAMEN = ["Verzonnen, A.B.", "Bedacht, C. van", "Fictief, D.", "Voorbeeld, E.F."]
DATUMS = [date(1985, 3, 4), date(1991, 12, 30), date(2001, 7, 8)]
GEHEIM = [*map(str, NUMMERS), "Verzonnen", "Bedacht", "Fictief", "Voorbeeld", "1985", "2001", "Kerkstraat", "1234 AB"]
"""What may stand in no finding and in no reading."""


def _persoon(naam: str, inhoud: Any, zegt: str, soort: str = "xlsx") -> Geval:
    return Geval(naam, inhoud, zegt=(zegt,), soort=soort)


def _bladen() -> bytes:
    werkboek = openpyxl.Workbook()
    werkboek.active.title = "Verzonnen, A.B."
    for nummer in NUMMERS:
        werkboek.active.append([nummer, 5])
    blad = werkboek.create_sheet("Totalen")
    blad.append(["", 2026])
    blad.append(["Instroom asiel", 30])
    return opgeslagen(werkboek)


def _kolom(kop: str, waarden: list[Any]) -> Any:
    return boek(("Nr", kop, 2026), *((i, w, 3) for i, w in enumerate(waarden, 1)))


GROOTBOEK = [400100200 + 10 * i for i in range(40)]
"""Nine digits; by chance one in eleven passes the elfproef."""

GEVALLEN = [
    _persoon("kolom BSN", _kolom("BSN", NUMMERS), "burgerservicenummer"),
    _persoon("BSN zonder kop", _kolom("Kenmerk", NUMMERS), "burgerservicenummer"),
    _persoon("twee BSN", _kolom("Kenmerk", NUMMERS[:2]), "burgerservicenummer"),
    _persoon(
        "BSN als tekst met punten",
        _kolom("Kenmerk", [f"{str(n)[:4]}.{str(n)[4:6]}.{str(n)[6:]}" for n in NUMMERS]),
        "burgerservicenummer",
    ),
    _persoon(
        "BSN naast elkaar",
        boek(
            ("Kenmerk", *NUMMERS),
        ),
        "rij 1: Dit lijkt op een burgerservicenummer",
    ),
    _persoon(
        "BSN die hun eerste nul kwijt zijn",
        _kolom("Kenmerk", [n for n in range(12_345_670, 12_345_800) if is_bsn(str(n))][:4]),
        "burgerservicenummer",
    ),
    _persoon(
        "geboortedatum op een formulier", boek(("Instroom 2026", 3), ("Geboortedatum", DATUMS[0])), "geboortedatum"
    ),
    _persoon("BSN op een formulier", boek(("BSN", NUMMERS[0]), ("Instroom 2026", 3)), "burgerservicenummer"),
    _persoon("V-nummer", _kolom("V-nummer", ["1234567890", "2345678901"]), "V-nummer"),
    _persoon("V-nummer zonder kop", _kolom("Kenmerk", [2811111111, 2822222222, 2833333333]), "V-nummer"),
    _persoon("geboortedatum", _kolom("Geb.datum", DATUMS), "geboortedatum"),
    _persoon("geboortedatum zonder kop", _kolom("Datum", DATUMS), "geboortedatum"),
    _persoon("geboortedatum als tekst", _kolom("Datum", ["4-3-1985", "30-12-1991", "8-7-2001"]), "geboortedatum"),
    _persoon("achternaam", _kolom("Achternaam", ["Verzonnen", "Bedacht"]), "naam van een persoon"),
    _persoon("namen zonder kop", _kolom("Wie", NAMEN), "naam van een persoon"),
    _persoon(
        "naam voluit", _kolom("Naam", ["Anna Verzonnen", "Ben van Bedacht", "Cor Fictief"]), "naam van een persoon"
    ),
    _persoon("deelnemer", _kolom("Deelnemer", ["Verzonnen", "Bedacht"]), "naam van een persoon"),
    _persoon("adressen", _kolom("Woont op", ["Kerkstraat 12", "Dorpsweg 3a", "Molenlaan 44"]), "adres"),
    _persoon(
        "een kop met woorden erachter", _kolom("Achternaam partner", ["Verzonnen", "Bedacht"]), "naam van een persoon"
    ),
    _persoon("een afgekorte kop", _kolom("Geb.", [31000, 32500]), "geboortedatum"),
    _persoon("initialen", _kolom("Initialen", ["A.B.", "C.D."]), "naam van een persoon"),
    _persoon(
        "families", _kolom("Wie", ["Fam. Verzonnen", "Familie Bedacht", "Gezin van Fictief"]), "naam van een persoon"
    ),
    _persoon("mailadressen", _kolom("Wie", ["a@verzonnen.nl", "b@bedacht.nl", "c@fictief.nl"]), "telefoonnummer"),
    _persoon("mobiele nummers", _kolom("Wie", ["06-12345678", "0612345679", "+31 6 12345670"]), "telefoonnummer"),
    _persoon("dossiernummers", _kolom("Dossiernummer", ["A1", "A2"]), "cliëntnummer"),
    _persoon("postcodes", _kolom("Waar", ["1234 AB", "2345CD", "3456 EF"]), "adres"),
    _persoon("personen in een csv", komma("Voornaam;2026\nVerzonnen;3\nBedacht;4"), "naam van een persoon", "csv"),
    Geval(
        "personen op een ander blad",
        _bladen,
        {"Instroom asiel": "instroom_asiel"},
        {"instroom_asiel": {2026: 30}},
        zegt=("het 1e blad, kolom A: Dit lijkt op een burgerservicenummer",),
    ),
    Geval(
        "grootboeknummers van negen cijfers zijn geen BSN",
        boek(("Grootboek", "", 2026), *((n, f"Post {n % 997}", 5) for n in GROOTBOEK)),
        {f"Post {GROOTBOEK[0] % 997}": "incidentele_kosten"},
        {"incidentele_kosten": {2026: 5}},
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "contactgegevens van de gemeente zijn geen personen",
        boek(
            ("Gemeente", "Proefstad"),
            ("Adres", "Marktplein 1"),
            ("Postcode", "1000 AA"),
            ("Telefoon", "010 1234567"),
            ("Naam", "Team Inburgering"),
            (),
            ("", 2026),
            ("Instroom asiel", 30),
        ),
        {"Instroom asiel": "instroom_asiel"},
        {"instroom_asiel": {2026: 30}},
    ),
    Geval(
        "een aantal per deelnemer is geen persoon",
        boek(("", "Deelnemer", 2026), ("Uren begeleiding", 12, 30), ("Instroom asiel", 1, 30)),
        {"Instroom asiel": "instroom_asiel"},
        {"instroom_asiel": {2026: 30}},
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "een nummer van een persoon in een tel-cel",
        boek(("", 2026), ("Instroom asiel", f"zie {NUMMERS[0]}")),
        {"Instroom asiel": "instroom_asiel"},
        zegt=("is geen aantal",),
    ),
]
