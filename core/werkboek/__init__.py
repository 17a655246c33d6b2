"""Door 2: the workbook. Out with live formulas and their values, in with every cell problem named."""

from typing import Any

from core.planbestand import SchrijfFout

__all__ = [
    "SchrijfFout",
    "doorrekeningen",
    "kan_definitief",
    "lees_werkboek",
    "schrijf_sjabloon",
    "schrijf_werkboek",
    "sjabloon",
    "werkboek",
]


def __getattr__(naam: str) -> Any:
    """Import the writer and the reader when they are first asked for: neither is needed to show a window."""
    from importlib import import_module

    for module in ("schrijven", "lezen", "varianten"):
        gevonden = getattr(import_module(f"core.werkboek.{module}"), naam, None)
        if naam in __all__ and gevonden is not None:
            return gevonden
    raise AttributeError(naam)
