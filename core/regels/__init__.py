"""The rules of the calculation, one module per subject that a beleidsmedewerker would name."""

from core.regels.model import model, rekenvolgorde
from core.regels.uitkomst import Uitkomst, bereken

__all__ = ["Uitkomst", "bereken", "model", "rekenvolgorde"]
