"""The example gemeente: five years, capacity, ranges and a tender."""

from __future__ import annotations

from pathlib import Path

from core.catalogus import standaardcatalogus
from core.plan import Plan
from core.planbestand import lees

PAD = Path(__file__).resolve().parents[2] / "resources" / "voorbeelden" / "gemeente-voorbeeld.inburgeringsplan"


def voorbeeldplan() -> Plan:
    plan, bevindingen = lees(PAD, standaardcatalogus())
    assert plan is not None, bevindingen
    return plan
