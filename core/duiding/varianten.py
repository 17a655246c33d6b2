"""Many variants of one plan at once: the axis that holds draws elsewhere here holds variants.

A variant differs from the plan in the values of some leaves. Everything that compares a plan with itself (causes,
knobs, sensitivity, inflow) asks its question here, so that a thousand variants cost little more than one plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from core.regels.bladwaarden import Bladwaarde, bladwaarden, puntwaarden
from core.regels.invoer import kalenderwaarden
from core.regels.model import model
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import NAN, Plek, Rekenvolgorde
from core.rekenkunde.tijdas import Tijdas

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Reeks = NDArray[np.float64]


@lru_cache(maxsize=32)
def volgorde(as_: Tijdas, families: frozenset[str]) -> Rekenvolgorde:
    """The steps that lead to these families of figures; laid out once per calendar."""
    namen = [g.volledige_naam for g in model() if g.naam in families]
    return Rekenvolgorde(model(), as_, namen, kalenderwaarden(as_))


def bladen_van(uitkomst: Uitkomst) -> dict[Plek, float | str]:
    """The leaves of an outcome, every range at its expectation."""
    return puntwaarden(bladen_met_bereik(uitkomst))


def bladen_met_bereik(uitkomst: Uitkomst) -> dict[Plek, Bladwaarde]:
    """The leaves of an outcome, ranges still ranges."""
    return bladwaarden(uitkomst.plan, uitkomst.catalogus, uitkomst.tijdas)


def reken(uitkomst: Uitkomst, anders: Mapping[Plek, Reeks], figuren: Iterable[Plek], aantal: int) -> dict[Plek, Reeks]:
    """Value `aantal` variants of a plan.

    Args:
        uitkomst: the plan itself.
        anders: leaves that differ, with a value per variant; NaN is blank.
        figuren: what is asked for.
        aantal: number of variants.

    Returns:
        Every figure asked for, with a value per variant; NaN where it is absent.
    """
    import numpy as np

    gevraagd = list(figuren)
    stappen = volgorde(uitkomst.tijdas, frozenset(naam for (naam, _), _ in gevraagd))
    bladen: dict[Plek, Any] = {**bladen_van(uitkomst), **anders}
    waarden = stappen.trekkingen(bladen)
    return {plek: np.broadcast_to(np.asarray(waarden.get(plek, NAN), dtype=float), aantal) for plek in gevraagd}
