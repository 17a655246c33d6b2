"""What one gemeente states: inputs, choices and scenarios on a base; frozen and comparable."""

from core.plan.bevinding import Bevinding, Ernst, fouten
from core.plan.lezen import plan_uit
from core.plan.plan import Gemeente, Herkomst, Plan, Scenario, als_gegevens, vakwaarden, vingerafdruk
from core.plan.waarden import Bedrag, PerJaar, Routes, Waarde

__all__ = [
    "Bedrag",
    "Bevinding",
    "Ernst",
    "Gemeente",
    "Herkomst",
    "PerJaar",
    "Plan",
    "Routes",
    "Scenario",
    "Waarde",
    "als_gegevens",
    "fouten",
    "plan_uit",
    "vakwaarden",
    "vingerafdruk",
]
