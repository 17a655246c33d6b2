"""What stands in the cells: numbers as text, sizes, signs, letters, and what is no number."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from core.overname import Notatie
from tests.overname.gevallen.geval import BLAD, Geval, boek, herschreven, komma

GELD, INSTROOM, DEEL = "gemeentefonds_structureel", "instroom_asiel", "inhuuraandeel"


def _rij(*waarden: Any, label: str = "Bedrag", titel: str = "", daarna: Any = None) -> Any:
    boven = [(titel,)] if titel else []
    return boek(*boven, ("", *range(2026, 2026 + len(waarden))), (label, *waarden), daarna=daarna)


def _geld(naam: str, *waarden: Any, uit: dict[int, float], zegt: tuple[str, ...] = (), **kw: Any) -> Geval:
    return Geval(naam, _rij(*waarden), {"Bedrag": GELD}, {GELD: uit} if uit else {}, zegt, **kw)


def _opmaak(opmaak: str, cel: str = "B2") -> Any:
    def doe(blad: Any) -> None:
        blad[cel].number_format = opmaak

    return doe


GEVALLEN = [
    _geld(
        "euroteken en punten",
        "€ 1.234.567",
        "€ 90.000,50",
        "90000 EUR",
        uit={2026: 1234567, 2027: 90000.5, 2028: 90000},
    ),
    _geld("hele euro's", "€ 1.250,-", "1.250,--", "750,-", uit={2026: 1250, 2027: 1250, 2028: 750}),
    _geld("vaste en smalle spaties", "90\u00a0000", "90\u202f500,25", uit={2026: 90000, 2027: 90500.25}),
    _geld(
        "apostrof ervoor en ertussen", "'90000", "1'234'567", "1’234.5", uit={2026: 90000, 2027: 1234567, 2028: 1234.5}
    ),
    _geld(
        "Nederlands en Engels door elkaar",
        "1.234,5",
        "1,234.5",
        "12,5",
        "12.5",
        uit={2026: 1234.5, 2027: 1234.5, 2028: 12.5, 2029: 12.5},
    ),
    _geld("punt en drie cijfers", "1.234", uit={}, zegt=('"1.234" kan 1234 of 1,234 zijn',)),
    _geld("komma en drie cijfers", "1,234", uit={}, zegt=('"1,234" kan 1234 of 1,234 zijn',)),
    _geld("punt, gekozen voor Nederlands", "1.234", "12,5", uit={2026: 1234, 2027: 12.5}, notatie=Notatie.NEDERLANDS),
    _geld("komma, gekozen voor Engels", "1,234", "0.5", uit={2026: 1234, 2027: 0.5}, notatie=Notatie.ENGELS),
    _geld(
        "een gekozen notatie die niet klopt",
        "1,234",
        "0.5",
        uit={},
        notatie=Notatie.NEDERLANDS,
        zegt=("cel C2: De tabel is opgegeven als nederlands, maar dit getal kan dat niet zijn", '"1,234" kan'),
    ),
    _geld("wetenschappelijk", "1,23E+05", uit={}, zegt=("is geen bedrag",)),
    _geld("voorloopnullen", "00123", uit={}, zegt=('"00123" is geen bedrag',)),
    _geld("PM en n.v.t.", "PM", "n.v.t.", "p.m.", 5, uit={2029: 5}, let_op=("Hier staat PM", "Hier staat n.v.t.")),
    _geld("streepje", 5, "-", uit={}, zegt=("Dat kan nul zijn of niet bekend",)),
    _geld("voordelig en nadelig", "12.000 V", "500 N", uit={}, zegt=("voordelig of nadelig", "voordelig of nadelig")),
    _geld("foutwaarden", "#DIV/0!", "#DEEL/0!", "#N/B", uit={}, zegt=("#DIV/0!", "#DEEL/0!", "#N/B")),
    _geld(
        "waar en datum",
        True,
        date(2026, 5, 12),
        time(12, 30),
        uit={},
        zegt=("WAAR of ONWAAR", "datum of tijd", "datum of tijd"),
    ),
    _geld("lege vakken zijn geen nul", 5, None, 0, uit={2026: 5, 2028: 0}),
    _geld("spaties zijn leeg", 5, "   ", uit={2026: 5}),
    _geld("veel te groot", 1e13, uit={}, zegt=("te groot om te kunnen kloppen",)),
    _geld("percentage bij een bedrag", "12%", uit={}, zegt=("is een percentage",)),
    Geval(
        "min achter en tussen haken",
        _rij("1.500,00-", "(2.000,50)", "\u221212,5", "- € 3"),
        {"Bedrag": "stand_start"},
        {"stand_start": -2000.5},
        jaar={"stand_start": 2027},
    ),
    Geval("negatief waar het niet kan", _rij("-5"), {"Bedrag": GELD}, zegt=("moet 0 of meer zijn",)),
    Geval(
        "de fout van het voorbeeld",
        boek(*[()] * 12, ("", "", "", 2026), ("Instroom asiel", "", "", "±12"), blad="Invoer"),
        {"Instroom asiel": INSTROOM},
        zegt=('blad Invoer, cel D14: "±12" is geen aantal; gebruik een heel getal.',),
    ),
    Geval(
        "ongeveer, bereik en woorden",
        _rij("ca. 30", "25-35", "45 tot 60", "dertig", label="Instroom"),
        {"Instroom": INSTROOM},
        zegt=('"ca. 30" is geen aantal', '"25-35"', '"45 tot 60"', "Deze tekst is geen aantal"),
    ),
    Geval("euro bij een aantal", _rij("€ 30", label="Instroom"), {"Instroom": INSTROOM}, zegt=("is een bedrag",)),
    Geval(
        "één slechte rij houdt de goede niet tegen",
        boek(("", 2026, 2027), ("Instroom asiel", 30, "veel"), ("Instroom gezin", 10, 11)),
        {"Instroom asiel": INSTROOM, "Instroom gezin": "instroom_gezin"},
        {"instroom_gezin": {2026: 10, 2027: 11}},
        zegt=("cel C2: Deze tekst is geen aantal",),
        let_op=("Van deze rij is niets overgenomen",),
    ),
    Geval(
        "x € 1.000 zonder antwoord",
        _rij(412.3, titel="Bedragen x € 1.000"),
        {"Bedrag": GELD},
        zegt=('staat "x € 1.000". Zeg of dat ook geldt',),
    ),
    Geval(
        "x € 1.000 met antwoord",
        _rij(412.3, "398,5", titel="Bedragen x € 1.000"),
        {"Bedrag": GELD},
        {GELD: {2026: 412300, 2027: 398500}},
        maal={GELD: 1000},
    ),
    Geval(
        "x 1000 onder de tabel, en niet voor deze rij",
        boek(("", 2026), ("Instroom asiel", 30), (), ("alle cijfers x 1000",)),
        {"Instroom asiel": INSTROOM},
        {INSTROOM: {2026: 30}},
        maal={INSTROOM: 1},
    ),
    Geval(
        "duizendtallen in de celopmaak én in de kop",
        _rij(412300, titel="x € 1.000", daarna=_opmaak("#,##0,", "B3")),
        {"Bedrag": GELD},
        zegt=("celopmaak laat 412.300 al verkleind zien",),
        maal={GELD: 1000},
    ),
    Geval(
        "duizendtallen alleen in de celopmaak",
        _rij(412300, daarna=_opmaak("#,##0,")),
        {"Bedrag": GELD},
        {GELD: {2026: 412300}},
    ),
    Geval(
        "een woord in de celopmaak",
        _rij(412, daarna=_opmaak('#,##0" mln"')),
        {"Bedrag": GELD},
        zegt=("celopmaak zet er een teken of woord bij",),
    ),
    Geval(
        "procenten op alle manieren",
        _rij("12,5%", 0.25, "0,5", label="Inhuur", daarna=_opmaak("0%", "C2")),
        {"Inhuur": DEEL},
        {DEEL: {2026: 0.125, 2027: 0.25, 2028: 0.5}},
    ),
    Geval(
        "kop in procenten zonder antwoord",
        _rij(12.5, label="Inhuur (in %)"),
        {"Inhuur (in %)": DEEL},
        zegt=('staat "%". Zeg of dat ook geldt',),
    ),
    Geval(
        "kop in procenten met antwoord",
        _rij(12.5, "30%", 0.4, label="Inhuur (in %)", daarna=_opmaak("0%", "D2")),
        {"Inhuur (in %)": DEEL},
        {DEEL: {2026: 0.125, 2027: 0.3, 2028: 0.4}},
        maal={DEEL: 0.01},
    ),
    Geval(
        "procentteken als woord in de celopmaak",
        _rij(12.5, label="Inhuur", daarna=_opmaak('0.0"%"')),
        {"Inhuur": DEEL},
        zegt=("celopmaak zet er een teken",),
    ),
    Geval("een aandeel boven één", _rij(12.5, label="Inhuur"), {"Inhuur": DEEL}, zegt=("mag hooguit 1 zijn",)),
    Geval(
        "letter in de cel ernaast",
        boek(("", 2026, "", 2027, ""), ("Bedrag", 500, "N", 400, "V")),
        {"Bedrag": GELD},
        zegt=('staat "N"', 'staat "V"'),
    ),
    Geval(
        "letters in de rij eronder",
        boek(("", 2026, 2027), ("Saldo", 500, 400), ("V of N", "N", "V")),
        {"Saldo": GELD},
        zegt=('staat "N"', 'staat "V"'),
    ),
    Geval(
        "een letter in de celopmaak",
        _rij(500, daarna=_opmaak('#,##0" V"')),
        {"Bedrag": GELD},
        zegt=("celopmaak zet er een teken",),
    ),
    Geval(
        "een percentage in de celopmaak bij een bedrag",
        _rij(0.5, daarna=_opmaak("0%")),
        {"Bedrag": GELD},
        zegt=("Dit is een percentage",),
    ),
    Geval(
        "een getal over twee jaren",
        boek(("", 2026, 2027, 2028), ("Bedrag", 500, None, 300), daarna=lambda blad: blad.merge_cells("B2:C2")),
        {"Bedrag": GELD},
        zegt=("samengevoegde cel",),
    ),
    Geval(
        "in € 1.000",
        _rij(500, titel="Lasten in € 1.000"),
        {"Bedrag": GELD},
        zegt=('staat "in € 1.000"',),
    ),
    Geval(
        "duizenden in een opmerking achter de rij",
        boek(("", 2026, "Opmerking", "Bron"), ("Bedrag", 500, "zie nota", "x 1.000")),
        {"Bedrag": GELD},
        zegt=('Bij blad Begroting, cel D2 staat "x 1.000"',),
    ),
    Geval(
        "duizenden in een samengevoegde opmerking achter twee rijen",
        boek(
            ("", 2026, "Opmerking"),
            ("Eerste", 500, "x 1.000"),
            ("Bedrag", 600),
            daarna=lambda blad: blad.merge_cells("C2:C3"),
        ),
        {"Bedrag": GELD},
        zegt=('Bij blad Begroting, cel C3 staat "x 1.000"',),
    ),
    Geval(
        "in miljoenen",
        _rij("1,2", label="Bedrag (€ mln)"),
        {"Bedrag (€ mln)": GELD},
        {GELD: {2026: 1_200_000}},
        maal={GELD: 1_000_000},
    ),
    Geval(
        "oneindig",
        herschreven(_rij(7), BLAD, lambda x: x.replace("<v>7</v>", "<v>1e999</v>")),
        {"Bedrag": GELD},
        zegt=("te groot",),
    ),
    Geval(
        "formule met uitkomst",
        herschreven(_rij(0), BLAD, lambda x: x.replace("<v>0</v>", "<f>15*2</f><v>30</v>")),
        {"Bedrag": GELD},
        {GELD: {2026: 30}},
    ),
    Geval("formule zonder uitkomst", _rij("=15*2"), {"Bedrag": GELD}, zegt=("formule zonder uitkomst",)),
    Geval(
        "een csv heeft alleen tekst",
        komma(";2026;2027;2028\nBedrag;€ 90.000,50;12;1.234"),
        {"Bedrag": GELD},
        zegt=('blad geval, cel D2: "1.234" kan',),
        soort="csv",
    ),
    Geval(
        "twee rijen voor één gegeven",
        boek(("", 2026), ("Loonkosten", 5), ("Software", 6)),
        {"Loonkosten": GELD, "Software": GELD},
        zegt=("meer rijen gekoppeld",),
    ),
    Geval(
        "prijs van een leerroute",
        boek(("", 2026, 2027), ("Tarief B1-route", 9800, 10000), ("Tarief Z-route", 11500, 11700)),
        {"Tarief B1-route": "trajectprijs_B1", "Tarief Z-route": "trajectprijs_Z"},
        {"trajectprijs_B1": {2026: 9800, 2027: 10000}, "trajectprijs_Z": {2026: 11500, 2027: 11700}},
    ),
]
