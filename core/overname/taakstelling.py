"""The taakstelling and what it comes to: persons to be housed, and how many of these are inburgeringsplichtig."""

from __future__ import annotations

from dataclasses import dataclass

from core.plan import PerJaar
from core.regels import Uitkomst


@dataclass(frozen=True, slots=True)
class Omrekening:
    """One year: persons of the taakstelling, children counted, and the inburgeringsplichtigen that follow from it.

    `telt` says whether the plan uses it: a year in which the instroom itself is filled in wins.
    """

    jaar: int
    personen: float
    inburgeringsplichtigen: float | None
    telt: bool


def omrekening(uitkomst: Uitkomst) -> tuple[Omrekening, ...]:
    """Both figures for every plan year with a taakstelling (rekenmodel §2: × aandeel × realisatiegraad)."""
    ingevuld = uitkomst.waarde("invoer_instroom", "asiel") is not None
    rij = uitkomst.plan.invoer.get("taakstelling")
    return tuple(
        Omrekening(
            jaar,
            sum(helften),
            uitkomst.waarde("instroom_uit_taakstelling", "asiel", moment=jaar),
            not ingevuld and uitkomst.waarde("rij_instroom", "asiel", moment=jaar) is None,
        )
        for jaar, helften in (rij.waarden if isinstance(rij, PerJaar) else ())
        if isinstance(helften, tuple) and jaar in uitkomst.plan.planjaren
    )
