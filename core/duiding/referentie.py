"""The reference of the waterfall: what the Gemeentefonds counts on (besluit 008)."""

from __future__ import annotations

from dataclasses import dataclass, fields

from core.catalogus import Catalogus
from core.duiding.toetscijfers import Cijfers
from core.duiding.zinnen import procent
from core.getallen import toon, toon_euro


@dataclass(frozen=True)
class Referentie:
    """What the Gemeentefonds counts on; every figure may be replaced by the gemeente's own.

    Args:
        volume: the people that the money counts on, as a share of the people of the plan.
        persoonsjaar: euro per person present per year, general costs included, in prices of the national average.
        aandeel_gezin: share of gezins- en overige migranten.
        begeleidingsduur: quarters.
        aandeel_algemeen: general costs as a share of all.
    """

    volume: float
    persoonsjaar: float
    aandeel_gezin: float
    begeleidingsduur: float
    aandeel_algemeen: float

    @classmethod
    def landelijk(cls, catalogus: Catalogus) -> Referentie:
        """The reference of the national figures."""
        c = Cijfers(catalogus)
        return cls(
            volume=c["landelijk_instroom_raming"] / c["landelijk_instroom"],
            persoonsjaar=c["gemeentefonds_persoonsjaar"],
            aandeel_gezin=c["aandeel_gezin_landelijk"],
            begeleidingsduur=c["begeleidingsduur"],
            aandeel_algemeen=c["aandeel_algemeen"],
        )

    def bezwaar(self) -> str:
        """What is wrong with it, in Dutch; empty when nothing is."""
        if self.volume <= 0 or self.persoonsjaar <= 0 or self.begeleidingsduur < 1:
            return "Het volume en de kosten per persoon zijn meer dan 0, en de duur is minstens 1 kwartaal."
        if not 0 <= self.aandeel_gezin <= 1 or not 0 <= self.aandeel_algemeen < 1:
            return "Een aandeel ligt tussen 0 en 1."
        return ""

    def regels(self, catalogus: Catalogus) -> list[tuple[str, str, str]]:
        """What a reader sees of the reference: what, how much, and where it comes from."""
        gewoon, c = Referentie.landelijk(catalogus), Cijfers(catalogus)
        bronnen = {
            "volume": ("landelijk_instroom_raming", "landelijk_instroom"),
            "persoonsjaar": ("gemeentefonds_persoonsjaar",),
            "aandeel_gezin": ("aandeel_gezin_landelijk",),
        }
        tekst = {
            "volume": ("Aantal mensen", f"{procent(self.volume)} van de aantallen in uw plan"),
            "persoonsjaar": (
                "Kosten per persoon per jaar",
                f"{toon_euro(self.persoonsjaar)} (prijspeil {c.kengetal('kengetal_persoonsjaar').prijspeil})",
            ),
            "aandeel_gezin": ("Aandeel gezins- en overige migranten", procent(self.aandeel_gezin)),
            "begeleidingsduur": ("Duur van de begeleiding", f"{toon(self.begeleidingsduur)} kwartalen"),
            "aandeel_algemeen": ("Aandeel algemene kosten", procent(self.aandeel_algemeen)),
        }
        geen = "geen startklas, reiskosten, kinderopvang, inhuur of samenwerking"
        keuzes = "Uw eigen keuzes", geen, "uitgangspunt"
        eigen = [f.name for f in fields(self) if getattr(self, f.name) != getattr(gewoon, f.name)]
        return [
            *((*tekst[n], "eigen opgave" if n in eigen else c.bron(*bronnen.get(n, (n,)))) for n in tekst),
            keuzes,
        ]
