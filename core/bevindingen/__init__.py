"""Bevindingen: what is missing, contradictory, unlikely or assumed in a plan; values with a place, never exceptions."""

from __future__ import annotations

from core.bevindingen import aannames, inkoop, mensen, ontbrekend, onwaarschijnlijk, tegenstrijdig, uitkomsten
from core.bevindingen.beeld import Beeld
from core.plan import Bevinding, Ernst
from core.regels import Uitkomst

CONTROLES = (
    *tegenstrijdig.CONTROLES,
    *ontbrekend.CONTROLES,
    *mensen.CONTROLES,
    *uitkomsten.CONTROLES,
    *onwaarschijnlijk.CONTROLES,
    *inkoop.CONTROLES,
    *aannames.CONTROLES,
)
"""Every check, in the order in which findings of one ernst are shown."""

_VOLGORDE = list(Ernst)


def bevindingen(uitkomst: Uitkomst) -> list[Bevinding]:
    """All that can be said about a plan and its outcome: first fouten, then waarschuwingen, then what to mind."""
    beeld = Beeld(uitkomst)
    gevonden = [b for controle in CONTROLES for b in controle(beeld)]
    return sorted(gevonden, key=lambda b: _VOLGORDE.index(b.ernst))


__all__ = ["CONTROLES", "bevindingen"]
