"""The examples that come with the program; all of them are fictional."""

from __future__ import annotations

from pathlib import Path

VOORBEELDEN = Path(__file__).resolve().parents[1] / "resources" / "voorbeelden"


def voorbeelden() -> list[tuple[str, Path]]:
    """The examples that come with the program: what they are called, and where they are."""
    paden = sorted(VOORBEELDEN.glob("*.inburgeringsplan"))
    namen = [pad.stem.replace("_", " ").replace("-", " ") for pad in paden]
    return [(naam[:1].upper() + naam[1:], pad) for naam, pad in zip(namen, paden, strict=True)]
