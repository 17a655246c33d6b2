"""Door 1: the plan file. Reading never raises; writing is all or nothing."""

from core.planbestand.herstel import (
    EXTENSIE_HERSTEL,
    Herstelkopie,
    bewaar_herstel,
    bewaar_vorige,
    kenmerk,
    lees_herstel,
)
from core.planbestand.lezen import EXTENSIE, GRENS, lees, lees_tekst
from core.planbestand.schrijven import SchrijfFout, bewaar, schrijf
from core.planbestand.versies import VersieFout, opwaarderen

__all__ = [
    "EXTENSIE",
    "EXTENSIE_HERSTEL",
    "GRENS",
    "Herstelkopie",
    "SchrijfFout",
    "VersieFout",
    "bewaar",
    "bewaar_herstel",
    "bewaar_vorige",
    "kenmerk",
    "lees",
    "lees_herstel",
    "lees_tekst",
    "opwaarderen",
    "schrijf",
]
