"""Make the known figures of the zelftest: `python -m tests.zelftestcijfers`.

The figures of the examples come from the independent implementation; those of the landelijke toets from the program,
whose own tests hold them against what is published.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.catalogus import standaardcatalogus
from core.duiding.toets import landelijke_toets
from desktop.zelftest.bekend import BRONNEN, bestanden, figuren
from tests.onafhankelijk.rekenmodel import bereken as orakel

DOEL = BRONNEN / "zelftest"


def voorbeelden() -> dict[str, dict[str, dict[str, float]]]:
    """Per example: the base under the empty name, and every scenario."""
    uit: dict[str, dict[str, dict[str, float]]] = {}
    for pad in sorted((BRONNEN / "voorbeelden").glob("*.inburgeringsplan")):
        plan = json.loads(pad.read_text("utf-8"))
        namen = [None, *(s["naam"] for s in plan.get("scenarios", []))]
        uit[pad.stem] = {naam or "": figuren(orakel(plan, naam), kern=bool(naam)) for naam in namen}
    return uit


def toets() -> dict[str, float]:
    return {
        f"{t.naam}, {naam}": round(x, 6)
        for t in landelijke_toets(standaardcatalogus())
        for naam, x in zip(t.onderdelen, t.model, strict=True)
    }


def maak(doel: Path = DOEL) -> None:
    doel.mkdir(exist_ok=True)
    (doel / "bestanden.json").touch()
    gemaakt: dict[str, Any] = {"voorbeelden": voorbeelden(), "toets": toets(), "bestanden": bestanden()}
    for naam, inhoud in gemaakt.items():
        (doel / f"{naam}.json").write_text(json.dumps(inhoud, ensure_ascii=False, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    maak()
