"""The corpus: files as gemeenten have them, made here with fictional figures, each with what must be read from it."""

from tests.overname.gevallen.geval import Geval, alle_gevallen

__all__ = ["Geval", "alle_gevallen"]
