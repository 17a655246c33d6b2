"""One cell of someone else's table to one number of an input: read, left blank and said so, or asked about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import lru_cache

from core.catalogus import Ingang
from core.getallen import toon
from core.overname.celopmaak import lees_opmaak
from core.overname.notatie import Dubbelzinnig, GeenGetal, Notatie, Tekstgetal, lees_tekst
from core.overname.personen import toonbaar
from core.overname.schaal import PROCENT
from core.overname.vel import Cel
from core.plan import Ernst
from core.plan.waardelezer import GROOTSTE, is_getal


class Bezwaar(Exception):
    """No number is taken from the cell: why, and what to do. With LET_OP it is rightly blank."""

    def __init__(self, tekst: str, ernst: Ernst = Ernst.FOUT) -> None:
        super().__init__(tekst)
        self.tekst, self.ernst = tekst, ernst


@dataclass(frozen=True, slots=True)
class Gelezen:
    """The number, and what is remembered with it: where it was text, and the star of a provisional figure."""

    waarde: float
    uit_tekst: bool = False
    voorlopig: str = ""


_LEEG = {
    "pm": "Hier staat PM. Het bedrag is nog niet bekend; het vak blijft leeg.",
    "nvt": "Hier staat n.v.t. Het vak blijft leeg. Is het nul, typ dan 0.",
    ".": "Hier staat een punt: CBS kent dit cijfer niet of houdt het geheim. Dat is niet nul; het vak blijft leeg.",
    "..": "Hier staan twee punten: dit cijfer is niet bekend. Dat is niet nul; het vak blijft leeg.",
    "nb": "Hier staat n.b. Het getal is niet bekend; het vak blijft leeg.",
    "ntb": "Hier staat n.t.b. Het getal is nog te bepalen; het vak blijft leeg.",
    "nnb": "Hier staat n.n.b. Het getal is nog niet bekend; het vak blijft leeg.",
}
_STIJGING = 0.1
"""From here on a yearly rise is so large that it may well be written in per cents."""
_STREEPJES = ("-", "–", "—", "−", "x", "X", "?")
_FOUTWAARDE = re.compile(r"#[A-Z0-9_/]+[!?]?\Z")
_VN = re.compile(r"(?:.*\d) ?[VN]\Z", re.IGNORECASE)
_SOORT = {
    "personen": ("aantal", "gebruik een heel getal"),
    "aandeel": ("aandeel", "gebruik een percentage zoals 12,5%"),
    "euro": ("bedrag", "gebruik een getal zoals 1234,50"),
    "": ("getal", "gebruik een getal zoals 12,5"),
}


def is_waarde(cel: Cel | None) -> bool:
    """Whether a cell holds a number, or what stands where a number belongs: a formula, PM, a date, an error."""
    if cel is None:
        return False
    return _is_waardetekst(cel.tekst) if isinstance(cel.waarde, str) else True


@lru_cache(maxsize=4096)
def _is_waardetekst(tekst: str) -> bool:
    if _kaal(tekst) in _LEEG or tekst in _STREEPJES or _FOUTWAARDE.match(tekst) or _VN.match(tekst):
        return True
    try:
        lees_tekst(tekst)
    except GeenGetal:
        return False
    return True


def lees_cel(
    cel: Cel | None, ingang: Ingang, notatie: Notatie | None = None, maal: float | None = None
) -> Gelezen | None:
    """The number in a cell as a value of an input; None where the cell is empty.

    Args:
        cel: what stands there.
        ingang: the input it is for: its unit and bounds.
        notatie: how numbers written as text are meant where that is not clear.
        maal: what the number is multiplied with, as the user said ("x € 1.000"); None: nothing was asked.

    Raises:
        Bezwaar: it is no number, can mean two things, or does not fit the input.
    """
    if cel is None:
        return None
    if cel.bewerkt:
        zin = "In deze cel is iets doorgehaald, of staat een klein cijfer of een verwijzing bij het getal."
        raise Bezwaar(f"{zin} Typ alleen het getal, zonder opmaak.")
    tekstgetal = _tekstgetal(cel, ingang)
    eigen_procent = tekstgetal.procent if tekstgetal else lees_opmaak(cel.opmaak).procent
    keer = maal or 1.0
    if maal == PROCENT and eigen_procent:
        keer = 1.0  # the % stands in the cell and in the heading
    getal = _uit_tekst(cel.tekst, tekstgetal, notatie) if tekstgetal else _getal(cel, ingang, keer)
    if maal is None and not eigen_procent and _kan_procent_zijn(getal, ingang):
        zin = f"{toon(getal)} kan {toon(getal * 100)}% of {toon(getal)}% zijn"
        raise Bezwaar(f"{zin}. Typ het in het bestand met een procentteken erachter.")
    getal = float(Decimal(repr(getal)) * Decimal(repr(keer))) if keer != 1 else getal
    bezwaar = "is te groot om te kunnen kloppen" if abs(getal) > GROOTSTE else ingang.buiten_grenzen(getal)
    if bezwaar:
        raise Bezwaar(f"{ingang.label} is {toon(getal)}, maar {bezwaar}. Pas de waarde aan.")
    return Gelezen(getal, tekstgetal is not None, tekstgetal.voorlopig if tekstgetal else "")


def _getal(cel: Cel, ingang: Ingang, maal: float) -> float:
    """The number in a cell that holds no text."""
    waarde = cel.waarde
    if waarde is None:
        raise Bezwaar(
            "Hier staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en lees het opnieuw."
        )
    if isinstance(waarde, date | time | timedelta):
        raise Bezwaar("Excel heeft hier een datum of tijd van gemaakt. Zet de celopmaak op Getal en typ het opnieuw.")
    if isinstance(waarde, bool):
        raise Bezwaar("Hier staat WAAR of ONWAAR. Typ een getal of maak de cel leeg.")
    if not is_getal(waarde):
        raise Bezwaar("Dit getal is te groot om te kunnen kloppen. Pas de waarde aan.")
    assert isinstance(waarde, int | float)
    opmaak = lees_opmaak(cel.opmaak)
    if opmaak.verandert(waarde):
        zin = f"In de cel staat {toon(waarde)}, maar de celopmaak zet er een teken of woord bij of verbergt het getal."
        raise Bezwaar(f"{zin} Zet de celopmaak op Getal en typ het hele getal.")
    if opmaak.procent and ingang.eenheid.naam != "aandeel":
        raise Bezwaar("Dit is een percentage, maar dat past hier niet. Typ het getal zelf.")
    if maal != 1 and (opmaak.procent or opmaak.verkleind):
        raise Bezwaar(
            f"De celopmaak laat {toon(waarde)} al verkleind zien, en de tabel zegt ook dat de getallen verkleind zijn. "
            "Zet de celopmaak op Getal en kijk welk getal er dan staat."
        )
    return float(waarde)


def _tekstgetal(cel: Cel, ingang: Ingang) -> Tekstgetal | None:
    """What the text in a cell can mean; None where it holds no text."""
    if not isinstance(cel.waarde, str):
        return None
    tekst = cel.tekst
    if zin := _LEEG.get(_kaal(tekst)):
        raise Bezwaar(zin, Ernst.LET_OP)
    if tekst in _STREEPJES:
        raise Bezwaar(f'Hier staat "{tekst}". Dat kan nul zijn of niet bekend. Typ 0 of maak de cel leeg.')
    if _FOUTWAARDE.match(tekst):
        raise Bezwaar(f"Hier staat de foutwaarde {tekst[:20]}. Herstel de formule of maak de cel leeg.")
    if _VN.match(tekst):
        zin = "Hier staat een bedrag met V of N: een verschil dat voordelig of nadelig is."
        raise Bezwaar(f"{zin} Typ het bedrag zelf, met een minteken als dat nodig is.")
    try:
        gelezen = lees_tekst(tekst)
    except GeenGetal:
        raise Bezwaar(_geen_getal(tekst, ingang)) from None
    eenheid = ingang.eenheid.naam
    if gelezen.procent and eenheid != "aandeel":
        raise Bezwaar(f"{_citaat(tekst)} is een percentage, maar dat past hier niet. Typ het getal zelf.")
    if gelezen.euro and not eenheid.startswith("euro"):
        raise Bezwaar(f"{_citaat(tekst)} is een bedrag, maar dat past hier niet. Typ het getal zonder euroteken.")
    return gelezen


def _uit_tekst(tekst: str, gelezen: Tekstgetal, notatie: Notatie | None) -> float:
    try:
        return gelezen.waarde(notatie)
    except Dubbelzinnig:
        klein, groot = (toon(g).replace(".", "") for g in sorted(gelezen.lezingen.values(), key=abs))
        raise Bezwaar(
            f"{_citaat(tekst)} kan {groot} of {klein} zijn. "
            "Zeg of deze tabel Nederlandse of Engelse getallen heeft, of typ het als getal."
        ) from None


def _kan_procent_zijn(getal: float, ingang: Ingang) -> bool:
    """Whether a share without a sign may well be meant in per cents: 1, or a rise of 0,5."""
    is_stijging = ingang.boven is not None and ingang.boven < 0
    return ingang.eenheid.naam == "aandeel" and (getal == 1 or (is_stijging and _STIJGING <= abs(getal) < 1))


def _geen_getal(tekst: str, ingang: Ingang) -> str:
    soort, raad = _SOORT.get(ingang.eenheid.naam) or _SOORT["euro" if "euro" in ingang.eenheid.naam else ""]
    return f"{_citaat(tekst)} is geen {soort}; {raad}."


def _citaat(tekst: str) -> str:
    """What stands there, where it is a figure gone wrong; words are not repeated: they may name a person."""
    veilig = toonbaar(tekst, 20)
    woorden = re.findall(r"[^\W\d_]{4,}", veilig)
    return f'"{veilig}"' if re.search(r"\d", veilig) and not woorden else "Deze tekst"


def _kaal(tekst: str) -> str:
    """A sign for "no figure" without the dots and capitals it is written with."""
    return tekst if set(tekst) == {"."} else re.sub(r"[. /]", "", tekst.lower())
