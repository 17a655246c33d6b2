"""What a heading says about time: a whole year, half a year, a part of a year, or a year and something unknown.

A column counts as a year only where every other word of its heading is known to leave that so: "begroting 2026" does,
"2026 t/m juni" does not, and of "afwijking 2026" the user has to say that it is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache

from core.overname.celopmaak import lees_opmaak
from core.overname.vel import Cel

JAREN = range(2015, 2061)


class Aard(Enum):
    """What part of the year a column holds."""

    JAAR = "jaar"
    HELFT_1 = "eerste helft"
    HELFT_2 = "tweede helft"
    DEEL = "deel van een jaar"
    ANDERS = "onduidelijk"


HELFTEN = {Aard.HELFT_1: 0, Aard.HELFT_2: 1}


@dataclass(frozen=True, slots=True)
class Jaarkop:
    """The year of a column, what part of it, the other words of the heading, and the star of a provisional figure."""

    jaar: int
    aard: Aard
    soort: str = ""
    voorlopig: str = ""


_JAAR = re.compile(r"(?<![\d.,])(20[1-6]\d)(?!\d|[.,]\d)")
_STATLINE = re.compile(r"(20[1-6]\d)(JJ|HJ|KW|MM|G|X)(\d\d)")
_STATLINEAARD = {("JJ", "00"): Aard.JAAR, ("HJ", "01"): Aard.HELFT_1, ("HJ", "02"): Aard.HELFT_2}
_HELFT = re.compile(
    r"(?:\b(?:1e|1ste|eerste|2e|2de|tweede) (?:half ?jaar|halve jaar|helft|hj)(?: van)?|\bh[12]\b|\bhj ?[12]\b)"
)
_TELLER = re.compile(r"(?:boek)?(?:kwartaal|maand|half ?jaar|week|periode|tijdvak)(?: ?(?:nr\.?|nummer))?|kw|mnd")
_DELEN = """
    jan feb mrt mar apr mei jun jul aug sep sept okt nov dec
    januari februari maart april juni juli augustus september oktober november december
    t/m tm tot kwartaal kw q1 q2 q3 q4 maand week halfjaar ytd per peildatum stand
"""
_WOORDEN = """
    begroting begr begroot b raming r realisatie rekening jaarrekening jaar prognose plan primitief primitieve primair
    primaire gewijzigd gewijzigde na wijziging voorlopig voorlopige definitief definitieve vastgesteld meerjarenraming
    meerjarenbegroting mjr mjb concept werkelijk actueel actuele kadernota in voor het van de bedrag bedragen aantal
    aantallen personen euro eur x kolom perioden periode gehele geheel hele kolomlabels
"""
_DEEL, _GEWOON = frozenset(_DELEN.split()), frozenset(_WOORDEN.split())
"""Words that make a column a part of a year, and words that leave it a year."""


def telt_delen(kop: str) -> bool:
    """Whether a heading says that under it stands which part of a year it is: a quarter, a month."""
    return _TELLER.fullmatch(kop.lower()) is not None


def helft_in(tekst: str) -> Aard | None:
    """The half of a year that a text names; None where there is none, or more."""
    gevonden = list(_HELFT.finditer(tekst.lower()))
    return _aard(gevonden[0], [], "") if len(gevonden) == 1 else None


def zonder_helft(tekst: str) -> str:
    """The text without the words for half a year."""
    return " ".join(re.sub(_HELFT, " ", tekst.lower()).split())


def lees_jaarkop(cel: Cel) -> Jaarkop | None:
    """What a cell says as a heading; None where there is no year in it."""
    waarde = cel.waarde
    if isinstance(waarde, bool) or waarde is None:
        return None
    if isinstance(waarde, date | datetime):
        alleen_jaar = re.fullmatch(r"(\[.*\])?y{2,4}(;@)?", cel.opmaak.lower()) is not None
        return Jaarkop(waarde.year, Aard.JAAR) if alleen_jaar and waarde.year in JAREN else None
    if isinstance(waarde, int | float):
        return lees_jaartekst(koptekst(cel)) if waarde in JAREN else None
    return lees_jaartekst(cel.tekst)


def koptekst(cel: Cel) -> str:
    """The text of a heading as a reader sees it: with the words that its number format adds to a year."""
    if cel.tekst or not isinstance(cel.waarde, int | float):
        return cel.tekst
    return f"{int(cel.waarde)} {lees_opmaak(cel.opmaak).erbij}".strip()


@lru_cache(maxsize=4096)
def lees_jaartekst(tekst: str) -> Jaarkop | None:
    """The same for a text."""
    if gevonden := _STATLINE.fullmatch(tekst):
        aard = _STATLINEAARD.get((gevonden[2], gevonden[3]), Aard.DEEL)
        return Jaarkop(int(gevonden[1]), aard)
    jaren = set(map(int, _JAAR.findall(tekst)))
    if not jaren or len(tekst) > 80:
        return None
    rest = _JAAR.sub(" ", tekst.lower())
    sterren = re.search(r"\*{1,2}", rest)
    voorlopig = sterren[0] if sterren else ""
    helften = list(_HELFT.finditer(rest))
    woorden = re.findall(r"t/m|[^\W_]+|%", re.sub(r"[x×] ?€? ?1[. ]?000", " ", _HELFT.sub(" ", rest)))
    soort = " ".join(w for w in woorden if w not in ("€", "van", "de", "het"))
    if len(jaren) > 1 or jaren - set(JAREN):
        return Jaarkop(min(jaren), Aard.ANDERS, f"{soort} meer jaren".strip(), voorlopig)
    if len(helften) > 1:
        return Jaarkop(jaren.pop(), Aard.ANDERS, f"{soort} meer helften".strip(), voorlopig)
    return Jaarkop(jaren.pop(), _aard(helften[0] if helften else None, woorden, rest), soort, voorlopig)


def _aard(helft: re.Match[str] | None, woorden: list[str], rest: str) -> Aard:
    if _DEEL & set(woorden) or "tot en met" in rest:
        return Aard.DEEL
    if set(woorden) - _GEWOON:
        return Aard.ANDERS
    if helft:
        return Aard.HELFT_2 if helft[0].strip()[0] in "2t" or helft[0].rstrip().endswith("2") else Aard.HELFT_1
    return Aard.JAAR
