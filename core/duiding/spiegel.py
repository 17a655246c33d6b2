"""Spiegel: the gemeente's own unit costs beside the national figures and the law's own price; causes are asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.duiding.toetscijfers import Cijfers
from core.duiding.zinnen import aantal
from core.getallen import toon, toon_euro
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.regel import ASIEL, GEZIN
from core.rekenkunde.uitdrukking import Sleutel

_FIGUREN: dict[str, tuple[str, Sleutel]] = {
    "gezin": ("pvt_map_tolk", (GEZIN,)),
    "route": ("leerroute_gemiddeld", ()),
    "dekking_asiel": ("dekking_asiel", ()),
    "dekking_gezin": ("dekking_gezin", ()),
}
"""The own amounts that are one figure of the outcome."""
RUIMTE = 0.10
"""A difference of less than a tenth is none: the national figures are averages, and rounded."""


@dataclass(frozen=True)
class Bedrag:
    """An amount that is mirrored: the own figure, the national one with its prijspeil, and what to ask."""

    label: str
    eigen: str
    landelijk: str
    prijspeil: int
    vraag: str
    tegenover: str = "landelijk"


BEDRAGEN = (
    Bedrag(
        "Voorzieningen per asielstatushouder",
        "alles",
        "landelijk_voorzieningen_asiel",
        2024,
        "Kan het komen door uw verdeling over de leerroutes of door de prijs van uw aanbieder?",
    ),
    Bedrag(
        "Voorzieningen per gezins- of overige migrant",
        "gezin",
        "landelijk_voorzieningen_gezin",
        2024,
        "Kan het komen door tolken, of door de omvang van PVT en MAP?",
    ),
    Bedrag(
        "Gemiddelde prijs van een leerroute",
        "route",
        "landelijk_leerroute",
        2024,
        "Kan het komen door een oud of nieuw contract, kleine groepen of meer mensen in de onderwijsroute?",
    ),
    Bedrag(
        "Dekking (SPUK min kosten) per asielstatushouder",
        "dekking_asiel",
        "landelijk_saldo_asiel",
        2024,
        "Kan het komen door de prijs van uw leerroutes, of door het nieuwe bedrag van de SPUK?",
    ),
    Bedrag(
        "Dekking (SPUK min kosten) per gezins- of overige migrant",
        "dekking_gezin",
        "landelijk_saldo_gezin",
        2024,
        "Kan het komen door tolken, of door de omvang van PVT en MAP?",
    ),
    Bedrag(
        "Leerroute, naast de prijs in de SPUK",
        "route",
        "spuk_deel_leerroute",
        2026,
        "Kan het komen door uw contract, of door kleine groepen?",
        "in de SPUK",
    ),
    Bedrag(
        "Andere voorzieningen, naast de prijs in de SPUK",
        "overig",
        "spuk_deel_overig",
        2026,
        "Kan het komen door maatschappelijke begeleiding of tolken?",
        "in de SPUK",
    ),
)


ROUTE = ("trajectprijs", "leerroutemix", "prijsopslag_aanbesteding")
TOLKEN = ("pvt_map_tolk", "pvt", "map", "tolkuren", "tolktarief")
OVERIG = ("maatschappelijke_begeleiding", *TOLKEN)
EIGEN = {
    "alles": (*ROUTE, *OVERIG),
    "gezin": TOLKEN,
    "route": ROUTE,
    "overig": OVERIG,
    "dekking_asiel": (*ROUTE, *OVERIG, "spuk_a", "spuk_b", "spuk_c"),
    "dekking_gezin": (*TOLKEN, "spuk_gezin"),
    "persoonsjaar": (
        "kengetal_persoonsjaar",
        "kosten_startklas",
        "bedrag_reiskosten",
        "eigen_bijdrage_kinderopvang",
        "algemene_kosten_bedrag",
        "bijdrage_samenwerking",
    ),
    "Z": ("leerroutemix",),
}
"""What makes a figure the gemeente's own: with none of these filled it is the national figure itself, and no mirror."""
PERSOONSJAAR, ZROUTE = "Uitvoeringskosten per persoonsjaar begeleiding", "Aandeel Z-route"


@dataclass(frozen=True)
class Spiegelbeeld:
    """One own figure beside a national one.

    `landelijk` are both ends of the national figure (equal where it is one number), `bron` says where it stands, and
    `vraag` what may explain a difference. `figuur` is the figure of the outcome that the own one is, where it is one.
    """

    label: str
    jaar: int
    eigen: float
    landelijk: tuple[float, float]
    aandeel: bool
    bron: str
    vraag: str
    tegenover: str = "landelijk"
    figuur: tuple[str, Sleutel] | None = None

    @property
    def oordeel(self) -> str:
        """`lager`, `gelijk` or `hoger` than the national figure, with some room."""
        ruimte = RUIMTE * max(abs(x) for x in self.landelijk)
        laag, hoog = self.landelijk
        return "lager" if self.eigen < laag - ruimte else "hoger" if self.eigen > hoog + ruimte else "gelijk"

    @property
    def eigen_tekst(self) -> str:
        """The own figure, as it is read."""
        return self._toon(self.eigen)

    @property
    def landelijk_tekst(self) -> str:
        """The national figure, or both its ends, as it is read."""
        laag, hoog = (self._toon(x) for x in self.landelijk)
        return laag if laag == hoog else f"{laag} tot {hoog}"

    @property
    def zin(self) -> str:
        """Both figures, with the question where they differ."""
        kop = f"{self.label} in {self.jaar}: bij u {self.eigen_tekst}, {self.tegenover} {self.landelijk_tekst}."
        return kop if self.oordeel == "gelijk" else f"{kop} U zit {self.oordeel}. {self.vraag}"

    def _toon(self, x: float) -> str:
        return f"{toon(100 * x, 0)} %" if self.aandeel else toon_euro(x)


def spiegel(uitkomst: Uitkomst, jaar: int | None = None) -> list[Spiegelbeeld]:
    """Own figures beside national ones, in one plan year (default the first), national amounts in its prices.

    Only what is the gemeente's own: a plan that counts with a national figure says nothing about that gemeente.
    """
    return list(_Spiegel(uitkomst, uitkomst.tijdas.startjaar if jaar is None else jaar).beelden())


def niet_gespiegeld(uitkomst: Uitkomst) -> str:
    """What is not in the mirror, for the plan counts with the national figure; empty where all is its own."""
    labels = _Spiegel(uitkomst, uitkomst.tijdas.startjaar).zonder_eigen()
    return f"Niet vergeleken, want daar rekent uw plan met een landelijk cijfer: {'; '.join(labels)}." if labels else ""


def caseload_bij_gemiddelde(uitkomst: Uitkomst) -> float | None:
    """The caseload at which own loonkosten cost as much a person as the national average; None where not known."""
    start = uitkomst.tijdas.startjaar
    loon, gemiddeld = (uitkomst.waarde(n, moment=start) for n in ("loonkosten_fte", "suggestie_kengetal_persoonsjaar"))
    algemeen, gewicht = uitkomst.waarde("aandeel_algemeen_landelijk"), uitkomst.waarde("gewicht_landelijk")
    if not loon or not gemiddeld or algemeen is None or not gewicht:
        return None
    return loon / (gemiddeld * (1 - algemeen) / gewicht)


def caseloadzin(uitkomst: Uitkomst) -> str:
    """What the national average would be as a caseload of one's own; empty where it cannot be said."""
    gelijk, eigen = caseload_bij_gemiddelde(uitkomst), uitkomst.waarde("caseload")
    if gelijk is None or gelijk < 1:
        return ""
    kop = (
        f"Met uw loonkosten kost begeleiding per persoon evenveel als landelijk gemiddeld bij een caseload van "
        f"{aantal(gelijk, decimalen=0)}."
    )
    return kop if eigen is None else f"{kop} Uw caseload is {aantal(eigen)}."


class _Spiegel:
    def __init__(self, uitkomst: Uitkomst, jaar: int) -> None:
        self.u, self.jaar, self.c = uitkomst, jaar, Cijfers(uitkomst.catalogus)
        self.opgegeven = {g[0].naam for n in uitkomst.plan.invoer if (g := uitkomst.catalogus.ingang_van(n))}

    def beelden(self) -> Iterator[Spiegelbeeld]:
        """The person-year, the amounts of the voorzieningen, and the share of the Z-route."""
        if self._is_eigen("persoonsjaar"):
            yield from self._persoonsjaar()
        eigen = self._eigen()
        yield from (self._bedrag(b, eigen[b.eigen]) for b in BEDRAGEN if self._is_eigen(b.eigen))
        if self._is_eigen("Z"):
            yield self._zroute()

    def zonder_eigen(self) -> list[str]:
        """What the plan has from the national figures only."""
        soorten = (("persoonsjaar", PERSOONSJAAR), *((b.eigen, b.label) for b in BEDRAGEN), ("Z", ZROUTE))
        return [label for soort, label in soorten if not self._is_eigen(soort)]

    def _is_eigen(self, soort: str) -> bool:
        """Whether the gemeente stated anything that the figure rests on; caseload and hours are always its own."""
        eigen_werk = soort == "persoonsjaar" and self.u.methode != "landelijk"
        return eigen_werk or not self.opgegeven.isdisjoint(EIGEN[soort])

    def _eigen(self) -> dict[str, float]:
        """The own amounts, by what they are called in `BEDRAGEN`."""
        route = self._bekend("leerroute_gemiddeld")
        overig = self._bekend("maatschappelijke_begeleiding") + self._bekend("pvt_map_tolk", ASIEL)
        return {
            "alles": overig + route,
            "gezin": self._bekend("pvt_map_tolk", GEZIN),
            "route": route,
            "overig": overig,
            "dekking_asiel": self._bekend("dekking_asiel"),
            "dekking_gezin": self._bekend("dekking_gezin"),
        }

    def _bekend(self, naam: str, *sleutel: str) -> float:
        """A figure that every plan has: all amounts of voorzieningen and SPUK have a suggestie."""
        waarde = self.u.waarde(naam, *sleutel, moment=self.jaar)
        assert waarde is not None, naam
        return waarde

    def _persoonsjaar(self) -> Iterator[Spiegelbeeld]:
        """The cost of a person-year, where it is known; the national one carried on with the loonstijging."""
        eigen = self.u.waarde("kosten_per_persoonsjaar", moment=self.jaar)
        if eigen is not None:
            naam = "kengetal_persoonsjaar"
            prijspeil = self.c.kengetal(naam).prijspeil or self.jaar
            index = self._index("index_loon", prijspeil)
            laag, hoog = (x * index for x in self.c.grenzen(naam))
            yield Spiegelbeeld(
                PERSOONSJAAR,
                self.jaar,
                eigen,
                (laag, hoog),
                False,
                self._bron(naam, prijspeil),
                "Kan het komen door uw caseload, inhuur, vaste kosten of eigen keuzes zoals een startklas?",
                figuur=("kosten_per_persoonsjaar", ()),
            )

    def _bedrag(self, b: Bedrag, eigen: float) -> Spiegelbeeld:
        """A national amount, carried on with the prijsstijging."""
        landelijk = self.c[b.landelijk] * self._index("index_prijs", b.prijspeil)
        bron = self._bron(b.landelijk, b.prijspeil)
        land, figuur = (landelijk, landelijk), _FIGUREN.get(b.eigen)
        return Spiegelbeeld(b.label, self.jaar, eigen, land, False, bron, b.vraag, b.tegenover, figuur)

    def _zroute(self) -> Spiegelbeeld:
        eigen = self.u.waarde("leerroutemix", "Z")
        kengetal = self.u.catalogus["leerroutemix"].kengetal(route="Z")
        assert eigen is not None
        assert kengetal is not None
        return Spiegelbeeld(
            ZROUTE,
            self.jaar,
            eigen,
            (kengetal.punt, kengetal.punt),
            True,
            f"{kengetal.bron.titel}, {kengetal.vindplaats}, {kengetal.jaar_bron}",
            "Kan het komen door wie er komt, of door hoe u de leerbaarheid toetst?",
            figuur=("leerroutemix", ("Z",)),
        )

    def _bron(self, naam: str, prijspeil: int) -> str:
        return f"{self.c.bron(naam)}; prijspeil {prijspeil}, omgerekend naar {self.jaar}"

    def _index(self, naam: str, prijspeil: int) -> float:
        """From the price level of a national figure to the year."""
        nu, toen = self.u.waarde(naam, moment=self.jaar), self.u.waarde(naam, moment=prijspeil)
        return 1.0 if nu is None or not toen else nu / toen
