"""Outcomes that are unlikely beside the national figures or beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle, jaartallen
from core.getallen import Bereik, toon, toon_euro
from core.plan import Bevinding, Ernst

VER_ONDER, VER_BOVEN = 0.5, 2.0
"""Below half the low or above twice the high end of the national band a figure is sooner wrong than special."""

VERSCHIL_FTE = 0.25
"""A quarter more or less than needed is beyond what uncertainty about the caseload explains."""


def ver_van_landelijk(beeld: Beeld) -> Iterator[Bevinding]:
    """Cost per person-year far outside the national band; it checks, it is no norm."""
    band = beeld.catalogus["landelijk_persoonsjaar"].kengetallen[0].waarde
    assert isinstance(band, Bereik)
    kosten = beeld.uitkomst.reeks("kosten_per_persoonsjaar")
    for jaren, hoe in (
        ([j for j, x in kosten.items() if x < VER_ONDER * band.laag], "veel lager"),
        ([j for j, x in kosten.items() if x > VER_BOVEN * band.hoog], "veel hoger"),
    ):
        if jaren:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                "Uitvoeringskosten per persoonsjaar begeleiding",
                f"In {jaartallen(jaren)} ({toon_euro(kosten[jaren[0]])} in {jaren[0]}) is dit {hoe} dan landelijk: "
                f"{toon_euro(band.laag)} tot {toon_euro(band.hoog)}, in prijzen van 2024. "
                "Controleer de caseload, de loonkosten, de uren en het aantal mensen.",
            )


def fte_past_niet(beeld: Beeld) -> Iterator[Bevinding]:
    """Fte that are there, beside the fte that everyone who is here would need."""
    if not beeld.ingevuld("fte_beschikbaar"):
        return
    nodig, ingezet = beeld.uitkomst.reeks("fte_nodig"), beeld.uitkomst.reeks("fte_ingezet")
    samen = [j for j in nodig if j in ingezet]
    for jaren, hoe in (
        ([j for j in samen if nodig[j] > (1 + VERSCHIL_FTE) * ingezet[j]], "meer"),
        ([j for j in samen if nodig[j] < (1 - VERSCHIL_FTE) * ingezet[j]], "minder"),
    ):
        if jaren:
            eerste = jaren[0]
            yield Bevinding(
                Ernst.WAARSCHUWING,
                beeld.label("fte_beschikbaar"),
                f"In {jaartallen(jaren)} is meer dan {toon(VERSCHIL_FTE * 100)} % {hoe} fte nodig dan er is: "
                f"{toon(nodig[eerste], 1)} nodig en {toon(ingezet[eerste], 1)} beschikbaar in {eerste}. "
                "Controleer de fte en de caseload.",
            )


CONTROLES: tuple[Controle, ...] = (ver_van_landelijk, fte_past_niet)
