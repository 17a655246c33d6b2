"""Potjes: which cost may be charged to which pot, with the article, and where a plan seems to mix them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.bevindingen.beeld import Beeld, Controle
from core.plan import Bevinding, Ernst
from core.rekenkunde.regel import GEMEENTEFONDS, SPUK

POTTEN = (GEMEENTEFONDS, SPUK)
UITVOERING = "Wi2021 art. 40 lid 1 (geen uitvoeringskosten in de SPUK)"
VOORZIENING = "Wi2021 art. 40 lid 1 (voorzieningen)"


@dataclass(frozen=True)
class Kostensoort:
    """One kind of cost: its pot, the article that says so, the inputs that hold it and the words that betray it."""

    naam: str
    pot: str
    artikel: str
    ingangen: tuple[str, ...] = ()
    woorden: tuple[str, ...] = ()

    @property
    def zin(self) -> str:
        """The rule in words."""
        ander = next(p for p in POTTEN if p != self.pot)
        return f"{self.naam} betaalt u uit {_de(self.pot)}, niet uit {_de(ander)} ({self.artikel})."


KOSTENSOORTEN = (
    Kostensoort("Brede intake", GEMEENTEFONDS, "Wi2021 art. 14 en 40 lid 1", ("uren_brede_intake",), ("brede intake",)),
    Kostensoort(
        "Plan inburgering en participatie", GEMEENTEFONDS, "Wi2021 art. 15 en 40 lid 1", ("uren_pip",), ("pip",)
    ),
    Kostensoort(
        "Voortgangsgesprekken en handhaving",
        GEMEENTEFONDS,
        "Wi2021 art. 17 en 40 lid 1",
        ("gesprekken", "uren_per_gesprek", "uren_handhaving", "uren_afstemming"),
        ("voortgangsgesprek", "handhaving"),
    ),
    Kostensoort("Ontzorgen", GEMEENTEFONDS, UITVOERING, ("uren_ontzorgen",), ("ontzorgen",)),
    Kostensoort(
        "Consulenten en inhuur",
        GEMEENTEFONDS,
        UITVOERING,
        ("loonkosten_fte", "inhuurtarief", "kengetal_persoonsjaar"),
        ("consulent", "klantmanager", "regisseur", "inhuur"),
    ),
    Kostensoort(
        "Beleid, inkoop en andere algemene kosten",
        GEMEENTEFONDS,
        UITVOERING,
        ("algemene_kosten_bedrag", "bijdrage_samenwerking", "incidentele_kosten"),
        ("aanbesteding", "software", "beleid"),
    ),
    Kostensoort("Startklas", GEMEENTEFONDS, UITVOERING, ("kosten_startklas",), ("startklas",)),
    Kostensoort("Reiskosten", GEMEENTEFONDS, UITVOERING, ("bedrag_reiskosten",), ("reiskosten", "ov-kaart")),
    Kostensoort(
        "Eigen bijdrage kinderopvang",
        GEMEENTEFONDS,
        UITVOERING,
        ("eigen_bijdrage_kinderopvang",),
        ("kinderopvang", "kinderdagverblijf"),
    ),
    Kostensoort(
        "Leerroutes voor asielstatushouders",
        SPUK,
        "Wi2021 art. 16 en 40 lid 1",
        ("trajectprijs",),
        ("leerroute", "taalschool", "taalles", "b1-route", "z-route", "onderwijsroute"),
    ),
    Kostensoort(
        "Maatschappelijke begeleiding",
        SPUK,
        "Wi2021 art. 13 en 40 lid 1",
        ("maatschappelijke_begeleiding",),
        ("maatschappelijke begeleiding",),
    ),
    Kostensoort(
        "PVT en MAP",
        SPUK,
        VOORZIENING,
        ("pvt", "map", "pvt_map_tolk"),
        ("pvt", "participatieverklaring", "arbeidsmarkt en participatie"),
    ),
    Kostensoort("Tolken", SPUK, VOORZIENING, ("tolktarief", "tolkuren"), ("tolk",)),
)
"""Every kind of cost. Who charges a cost to the wrong pot has to pay it back (Wi2021 art. 42 lid 2)."""


_ZONDER = re.compile(r"\b(?:exclusief|excl\.?|zonder|geen)\s.*?(?=\b(?:met|inclusief|incl|maar|wel)\b|[,.;:()]|$)")
"""What a note says is not in the figure, up to where it goes on about what is."""
_SOORT_VAN = {ingang: soort for soort in KOSTENSOORTEN for ingang in soort.ingangen}


def _de(pot: str) -> str:
    return "het Gemeentefonds" if pot == GEMEENTEFONDS else "de SPUK"


def kostensoort(naam: str) -> Kostensoort:
    """A kind of cost by name.

    Raises:
        KeyError: there is none.
    """
    return {k.naam: k for k in KOSTENSOORTEN}[naam]


def regels() -> list[dict[str, str]]:
    """All kinds of cost with their pot and article, as plain data."""
    return [{"kosten": k.naam, "pot": k.pot, "artikel": k.artikel, "zin": k.zin} for k in KOSTENSOORTEN]


def mag(soort: Kostensoort, pot: str) -> bool:
    """Whether this pot may bear it."""
    return soort.pot == pot


def verkeerde_pot(beeld: Beeld) -> Iterator[Bevinding]:
    """Inputs whose note speaks of a cost that belongs to the other pot."""
    for naam in beeld.plan.invoer:
        gevonden = beeld.catalogus.ingang_van(naam)
        soort = _SOORT_VAN.get(gevonden[0].naam) if gevonden else None
        herkomst = beeld.plan.herkomst.get(naam)
        if gevonden and soort and herkomst:
            plaats = beeld.label(gevonden[0].naam, gevonden[1])
            yield from _vreemd(plaats, soort, _ZONDER.sub("", f"{herkomst.bron}. {herkomst.nota}".lower()))


def _vreemd(plaats: str, soort: Kostensoort, tekst: str) -> Iterator[Bevinding]:
    """Words of a cost that this pot may not bear."""
    for ander in KOSTENSOORTEN:
        woord = next((w for w in ander.woorden if re.search(rf"\b{re.escape(w)}", tekst)), None)
        if woord and not mag(ander, soort.pot):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                plaats,
                f'In de herkomst staat "{woord}". {ander.zin} Dit getal telt mee in {_de(soort.pot)}. '
                "Zet het bedrag op de goede plaats, of pas de herkomst aan.",
            )


CONTROLES: tuple[Controle, ...] = (verkeerde_pot,)
