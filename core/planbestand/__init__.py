"""Door 1: the plan file. Reading never raises; writing is all or nothing."""

from core.planbestand.lezen import EXTENSIE, GRENS, lees, lees_tekst
from core.planbestand.schrijven import SchrijfFout, bewaar, schrijf
from core.planbestand.versies import VersieFout, opwaarderen

__all__ = ["EXTENSIE", "GRENS", "SchrijfFout", "VersieFout", "bewaar", "lees", "lees_tekst", "opwaarderen", "schrijf"]
