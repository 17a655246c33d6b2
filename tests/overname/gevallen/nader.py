"""Traps of a third round: what stands around the cells, parts of a year in names, commas, dates of birth in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from tests.overname.gevallen.geval import Geval, boek, komma, met_relatie

GELD, INSTROOM, DEEL, TAAK = "gemeentefonds_structureel", "instroom_asiel", "inhuuraandeel", "taakstelling"
BEDRAG = {"Bedrag": GELD}
TABEL = (("", 2026, 2027), ("Bedrag", 412, 398))
UIT = {GELD: {2026: 412_000, 2027: 398_000}}


def _zet(**kenmerken: str) -> Callable[[Any], None]:
    """Head or foot of the page, by part and side: `oddHeader_left`."""

    def doe(blad: Any) -> None:
        for waar, tekst in kenmerken.items():
            deel, _, kant = waar.partition("_")
            getattr(getattr(blad, deel), kant).text = tekst

    return doe


def _opmerking(cel: str, tekst: str) -> Callable[[Any], None]:
    def doe(blad: Any) -> None:
        blad[cel].comment = Comment(tekst, "iemand")

    return doe


def _invoerhulp(blad: Any) -> None:
    hulp = DataValidation(type="decimal", promptTitle="Let op", prompt="Bedragen in duizenden", showInputMessage=True)
    hulp.add("B2:C2")
    blad.add_data_validation(hulp)


_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
TEKSTVAK = (
    f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}"><xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Alle bedragen'
    "</a:t></a:r><a:r><a:t> x € 1.000</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
)


def _rondom(naam: str, maak: Any, zegt: str) -> Geval:
    return Geval(naam, maak, BEDRAG, zegt=(zegt,))


def _rij(naam: str, label: str, zegt: str, doel: str = GELD) -> Geval:
    maak = boek(("", 2026, 2027), (label, 412, 398))
    return Geval(naam, maak, {label: doel}, zegt=(zegt,))


def _boven(naam: str, tekst: str, woorden: str) -> Geval:
    zegt = f'staat "{woorden}". Zeg of dit gewone getallen van een heel jaar zijn'
    return Geval(naam, boek((tekst,), (), *TABEL), BEDRAG, zegt=(zegt,))


def _gewoon(naam: str, tekst: str) -> Geval:
    """Words about time that leave the numbers those of whole years."""
    return Geval(naam, boek((tekst,), (), *TABEL), BEDRAG, {GELD: {2026: 412, 2027: 398}})


def _geboren(naam: str, *dagen: Any, kop: str = "Datum") -> Geval:
    maak = boek(("Nr", kop, 2026), *((i, dag, 3) for i, dag in enumerate(dagen, 1)))
    return Geval(naam, maak, zegt=("een geboortedatum",))


GEVALLEN = [
    _rondom(
        "x € 1.000 in de koptekst van de afdruk",
        boek(*TABEL, daarna=_zet(oddHeader_left="Bedragen x € 1.000")),
        'Bij de koptekst van de afdruk op blad Begroting staat "x € 1.000". Zeg of dat ook geldt',
    ),
    _rondom(
        "duizenden in de voettekst van de even bladzijden",
        boek(*TABEL, daarna=_zet(evenFooter_right="in duizenden euro's")),
        'Bij de voettekst van de afdruk op blad Begroting staat "duizenden"',
    ),
    _rondom(
        "duizenden in een opmerking bij een cel",
        boek(*TABEL, daarna=_opmerking("A1", "Bedragen in duizenden")),
        'Bij de opmerking bij cel A1 op blad Begroting staat "duizenden"',
    ),
    _rondom(
        "duizenden in de invoerhulp",
        boek(*TABEL, daarna=_invoerhulp),
        'Bij de invoerhulp bij cel B2 op blad Begroting staat "duizenden"',
    ),
    _rondom(
        "x € 1.000 in een tekstvak",
        met_relatie(boek(*TABEL), "drawing", "drawings/drawing9.xml", TEKSTVAK),
        'Bij een tekstvak op blad Begroting staat "x € 1.000"',
    ),
    Geval(
        "x € 1.000 in de koptekst, met antwoord",
        boek(*TABEL, daarna=_zet(oddHeader_center="x € 1.000")),
        BEDRAG,
        UIT,
        maal={GELD: 1000},
    ),
    Geval(
        "een opmerking zonder grootte",
        boek(*TABEL, daarna=_opmerking("B2", "Zie de nota van 2025, blz. 12")),
        BEDRAG,
        {GELD: {2026: 412, 2027: 398}},
    ),
    _rondom(
        "per maand in een opmerking",
        boek(*TABEL, daarna=_opmerking("B2", "dit is per maand")),
        'staat "per maand". Zeg of dit gewone getallen van een heel jaar zijn',
    ),
    _rij("per maand in de naam van een rij", "Kosten per maand", 'In deze rij staat "per maand". Dat past niet bij'),
    _rij("per kwartaal in de naam van een rij", "Instroom per kwartaal", 'staat "per kwartaal"', INSTROOM),
    _rij("per week in de naam van een rij", "Uren per week", 'staat "per week"', "productieve_uren"),
    _rij("maandlasten", "Maandlasten tolken", 'staat "Maandlasten"'),
    _rij("€ per mnd", "Bijdrage (€/mnd)", 'staat "/mnd"'),
    _rij("een maand als naam van een rij", "januari", 'staat "januari"', INSTROOM),
    _rij("een kwartaal als naam van een rij", "Instroom Q2", 'staat "Q2"', INSTROOM),
    _rij("een half jaar als naam van een rij", "Instroom 1e halfjaar", 'staat "1e halfjaar"', INSTROOM),
    _rij("een termijn als naam van een rij", "Voorschot 2e termijn", 'staat "2e termijn"'),
    _rij("t/m juni als naam van een rij", "Gerealiseerd t/m juni", 'staat "t/m juni"'),
    _rij("bedragen in centen", "Tarief in eurocenten", 'staat "eurocenten"', "tolktarief"),
    _rij("een duur in maanden", "Duur begeleiding in maanden", 'staat "maanden"', "begeleidingsduur"),
    _rij("huishoudens zijn geen personen", "Instroom (huishoudens)", 'staat "huishoudens"', INSTROOM),
    Geval(
        "per maand in de kolom met de eenheid",
        boek(("", "", 2026), ("Bedrag", "€ per maand", 5)),
        {"Bedrag | € per maand": GELD},
        zegt=('staat "per maand"',),
    ),
    Geval(
        "per maand in een opmerking achter de rij",
        boek(("", 2026, "let op"), ("Bedrag", 5, "per maand")),
        BEDRAG,
        zegt=('staat "per maand"',),
    ),
    _boven("per maand boven de tabel", "Bedragen per maand", "per maand"),
    _boven("een kwartaal boven de tabel", "Rapportage 3e kwartaal", "3e kwartaal"),
    _boven("afwijkingen in de titel", "Afwijkingen t.o.v. de begroting", "Afwijkingen"),
    _boven("een eigen teken in de titel", "Bedragen (- = nadeel)", "- = nadeel"),
    Geval(
        "prijspeil van een ander jaar",
        boek(("Bedragen in prijspeil 2024",), (), *TABEL),
        BEDRAG,
        {GELD: {2026: 412, 2027: 398}},
        zegt=('cel A1: Hier staat "prijspeil 2024". De planner leest een bedrag per jaar als prijs van dat jaar',),
    ),
    _rij("uren zijn geen fte", "Formatie (uren)", 'staat "uren"', "fte_beschikbaar"),
    _boven("cumulatief in de titel", "Instroom, cumulatief", "cumulatief"),
    _boven("indexcijfers in de titel", "Lasten (2025 = 100)", "2025 = 100"),
    Geval(
        "verschil boven een kop van drie rijen",
        boek(
            ("Wat", "Verschil", None),
            ("", "begroting", "rekening"),
            ("", 2026, 2027),
            ("Bedrag", 5, 6),
            daarna=lambda blad: blad.merge_cells("B1:C1"),
        ),
        BEDRAG,
        zegt=('"Verschil 2026"', '"Verschil 2027"'),
    ),
    Geval(
        "een gewone kop van drie rijen onder een andere tabel",
        boek(
            ("", 2024, 2025),
            ("Verschil", "3%", "4%"),
            ("", "Begroting", None),
            ("", "primitief", "na wijziging"),
            ("", 2026, 2027),
            ("Bedrag", 5, 6),
        ),
        BEDRAG,
        {GELD: {2026: 5, 2027: 6}},
    ),
    Geval(
        "tabellen onder elkaar zonder lege regel",
        boek(
            ("", 2026, 2027),
            ("Instroom", 1, 2),
            ("Jaar", 2028, 2029),
            ("Bedrag", 5, 6),
            ("", 2026, 2027),
            ("Anders", 3, 4),
        ),
        {"Bedrag": GELD, "Anders": "incidentele_kosten"},
        {GELD: {2028: 5, 2029: 6}, "incidentele_kosten": {2026: 3, 2027: 4}},
    ),
    Geval(
        "procenten zijn geen personen",
        boek(("", 2026), ("Aandeel asiel (%)", 25)),
        {"Aandeel asiel (%)": INSTROOM},
        zegt=('In deze rij staat "%"',),
    ),
    Geval(
        "de eenheid % achter de jaren",
        boek(("", 2026, "eenheid"), ("Asiel", 25, "%")),
        {"Asiel | %": INSTROOM},
        zegt=('In deze rij staat "%"',),
    ),
    Geval(
        "een opmerking met een percentage achter de jaren",
        boek(("", 2026, "let op"), ("Asiel", 25, "5% meer dan in 2025")),
        {"Asiel": INSTROOM},
        {INSTROOM: {2026: 25}},
    ),
    Geval(
        "euro's zijn geen personen", boek(("", "", 2026), ("Asiel", "€", 25)), {"Asiel | €": INSTROOM}, zegt=('"€"',)
    ),
    Geval(
        "StatLine met een regel voor de eenheid",
        komma("Regio;Perioden;Instroom\n;;% van totaal\nStad;2026;25\nDorp;2026;30"),
        {"Stad | Instroom % van totaal": INSTROOM},
        zegt=('In deze rij staat "%"',),
        soort="csv",
    ),
    Geval(
        "draaitabel",
        boek(("Som van bedrag", "Kolomlabels"), ("Rijlabels", 2026, 2027, "Eindtotaal"), ("Lasten", 5, 6, 11)),
        {"Lasten": GELD},
        {GELD: {2026: 5, 2027: 6}},
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "een kolom met verschillen achter de jaren",
        boek(("", 2026, 2027, "Verschil"), ("Bedrag", 5, 6, 1)),
        BEDRAG,
        {GELD: {2026: 5, 2027: 6}},
        let_op=("Zonder jaar erboven",),
    ),
    Geval(
        "een letter die verder achter het bedrag staat",
        boek(("", 2026, "", "", 2027), ("Bedrag", 500, None, "N", 400)),
        BEDRAG,
        zegt=('Bij dit getal staat "N". Dat kan het teken omdraaien', '"N"'),
    ),
    _boven("t/m september boven de tabel", "Realisatie t/m 30 september", "t/m 30 september"),
    Geval(
        "per kwartaal in de naam van het blad",
        boek(*TABEL, blad="Lasten per kwartaal"),
        BEDRAG,
        zegt=('Bij de naam van blad Lasten per kwartaal staat "per kwartaal"',),
    ),
    Geval(
        "per maand boven de tabel, maar het zijn hele jaren",
        boek(("Rapportage per maand",), (), *TABEL),
        BEDRAG,
        {GELD: {2026: 412, 2027: 398}},
        gewoon=True,
    ),
    _gewoon("jaren t/m jaren", "Meerjarenbegroting 2026 t/m 2029"),
    _gewoon("een dag in een titel", "Besluit van 30 september 2025, stand per 1 januari 2026"),
    _gewoon("leeftijden", "Jongeren van 18 t/m 27 jaar"),
    Geval(
        "jaren met een kolom voor het kwartaal",
        boek(("Jaar", "Kwartaal", "Instroom asiel"), (2026, 1, 10), (2027, 1, 12)),
        {"Instroom asiel": INSTROOM},
        let_op=("Dit is een deel van 2026", "Dit is een deel van 2027"),
    ),
    Geval(
        "jaren achter een kolom voor de maand",
        boek(("Maand", "Jaar", "Instroom asiel"), (1, 2026, 10), (1, 2027, 12)),
        {"Instroom asiel": INSTROOM},
        let_op=("Dit is een deel van 2026", "Dit is een deel van 2027"),
    ),
    Geval(
        "een lijst per kwartaal waarvan één jaar maar één regel heeft",
        boek(("Jaar", "Kwartaal", "Instroom asiel"), (2026, 1, 10), (2026, 2, 11), (2027, 1, 12)),
        {"Instroom asiel": INSTROOM},
        zegt=("meer regels voor hetzelfde jaar",),
        let_op=("een deel van 2027",),
    ),
    Geval(
        "een lijst per kwartaal in woorden",
        boek(("Jaar", "Kwartaal", "Instroom asiel"), (2026, "Q1", 10), (2026, "Q2", 11), (2027, "Q1", 12)),
        {"Q1 | Instroom asiel": INSTROOM},
        let_op=("een deel van 2026", "een deel van 2027"),
    ),
    Geval(
        "taakstelling per halfjaar in zinnen",
        boek(("Taakstelling eerste halfjaar 2026", 18), ("Taakstelling tweede halfjaar 2026", 22)),
        {"taakstelling": TAAK},
        {TAAK: {2026: [18, 22]}},
    ),
    Geval(
        "taakstelling van één half jaar in een zin",
        boek(("Taakstelling 1e halfjaar 2026", 18)),
        {"taakstelling": INSTROOM},
        zegt=("maar één helft",),
    ),
    Geval("1e hj", boek(("", "1e hj 2026", "2e hj 2026"), ("Taak", 18, 22)), {"Taak": TAAK}, {TAAK: {2026: [18, 22]}}),
    Geval(
        "een aandeel van 1",
        boek(("", 2026, 2027), ("Inhuur", 1, 0.5)),
        {"Inhuur": DEEL},
        zegt=("cel B2: 1 kan 100% of 1% zijn",),
    ),
    Geval("een aandeel van 100%", boek(("", 2026), ("Inhuur", "100%")), {"Inhuur": DEEL}, {DEEL: {2026: 1}}),
    Geval(
        "een stijging van 0,9",
        boek(("", 2026, 2027), ("Lonen", 0.9, 0.02)),
        {"Lonen": "loonstijging"},
        zegt=("cel B2: 0,9 kan 90% of 0,9% zijn",),
    ),
    Geval(
        "een stijging van 0,9 in procenten",
        boek(("", 2026, 2027), ("Lonen (%)", 0.9, 2.5)),
        {"Lonen (%)": "loonstijging"},
        {"loonstijging": {2026: 0.009, 2027: 0.025}},
        maal={"loonstijging": 0.01},
    ),
    Geval(
        "twee kolommen met precies dezelfde kop",
        boek(("", 2026, 2026), ("Instroom", 30, 31)),
        {"Instroom": INSTROOM},
        zegt=("2026. Geef elk van die kolommen", "2026. Geef elk van die kolommen"),
    ),
    Geval(
        "komma's waarvan de aantallen toevallig kloppen",
        komma("Naam,2026,2027\nBedrag,12,5"),
        zegt=("kan 12,5 één getal zijn, of twee getallen in twee kolommen",),
        soort="csv",
    ),
    Geval(
        "een komma in de kop en een in het getal",
        komma("Naam, code,2026\nBedrag,12,5"),
        zegt=("kan 12,5 één getal zijn",),
        soort="csv",
    ),
    Geval(
        "Engelse duizendtallen met komma's",
        komma("Naam,2026,2027\nBedrag,1,234"),
        zegt=("kan 1,234 één getal zijn",),
        soort="csv",
    ),
    Geval(
        "komma's die scheiden, zo is gezegd",
        komma("Naam,2026,2027\nBedrag,12,5"),
        BEDRAG,
        {GELD: {2026: 12, 2027: 5}},
        soort="csv",
        komma_scheidt=True,
    ),
    Geval(
        "komma's die scheiden, want een decimaal staat tussen aanhalingstekens",
        komma('Naam,2026,2027,2028\nBedrag,12,5,"7,5"'),
        BEDRAG,
        {GELD: {2026: 12, 2027: 5, 2028: 7.5}},
        soort="csv",
    ),
    _geboren("geboortedatums in woorden", "3 maart 1988", "12 dec. 1990", "1 mei 2001"),
    _geboren("geboortedatums met de maand afgekort", "3-mrt-1988", "12-DEC-90", "01-May-2001"),
    _geboren("geboortedatums met twee cijfers", "03-03-88", "12/12/90", "1.5.01"),
    _geboren("geboortedatums als getal", 19880303, 19901212, 20010501),
    _geboren("geboortedatums in het Engels", "March 3, 1988", "December 12, 1990", "May 1, 2001"),
    _geboren(
        "geboortedatums met de dag van de week", "donderdag 3 maart 1988", "woensdag 12 december 1990", "1-5-2001"
    ),
    Geval(
        "één geboortedatum in een zin",
        boek(("", 2026), ("Proef (geb. 3 maart 1988)", 5)),
        zegt=("een tekst: Dit lijkt op een geboortedatum",),
    ),
    Geval(
        "data van besluiten in woorden zijn geen geboortedatums",
        boek(("Besluit", 2026), ("3 maart 2025", 5), ("12 december 2025", 6), ("1 mei 2026", 7)),
        {"3 maart 2025": INSTROOM},
        {INSTROOM: {2026: 5}},
    ),
]
