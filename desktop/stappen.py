"""The steps of the work, in order: each has a page. A page is added with one line in `STAPPEN`.

Pages are imported when they are first shown, so that the window stands there before they do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.plaatsen import GEMEENTE

if TYPE_CHECKING:
    from desktop.blik import Blik
    from desktop.document import Document
    from desktop.paginas.pagina import Pagina

    Maker = Callable[["Stap", Document, Blik], Pagina]


def _gemeente(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.gemeente import Gemeentepagina

    return Gemeentepagina(document, blik, stap)


def _invoer(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.invoer import Invoerpagina

    return Invoerpagina(document, blik, stap)


def _uitkomst(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.uitkomst import Uitkomstpagina

    return Uitkomstpagina(document, blik, stap)


def _waarom(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.waarom import Waarompagina

    return Waarompagina(document, blik, stap)


def _doen(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.doen import Doenpagina

    return Doenpagina(document, blik, stap)


def _vergelijken(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.vergelijken import Vergelijkpagina

    return Vergelijkpagina(document, blik, stap)


def _scenarios(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.scenarios import Scenariopagina

    return Scenariopagina(document, blik, stap)


def _verantwoording(stap: Stap, document: Document, blik: Blik) -> Pagina:
    from desktop.paginas.verantwoording import Verantwoordingpagina

    return Verantwoordingpagina(document, blik, stap)


@dataclass(frozen=True, slots=True)
class Stap:
    """A step: its title, the subjects of the catalogue that are filled in there, what makes its page, what it is for.

    Only a step with `invoer` can miss something.
    """

    naam: str
    titel: str
    onderwerpen: tuple[str, ...] = ()
    maak: Maker = _invoer
    wat: str = ""
    invoer: bool = True


STAPPEN = (
    Stap(GEMEENTE, "Gemeente", (), _gemeente, "Van wie het plan is, en over welke jaren het gaat."),
    Stap("instroom", "Instroom", ("instroom",), wat="Hoeveel inburgeraars er in uw gemeente komen."),
    Stap(
        "begeleiding",
        "Begeleiding en wachtlijst",
        ("begeleiding",),
        wat="Wie er nu begeleiding krijgt of wacht, en hoe lang begeleiding duurt.",
    ),
    Stap(
        "keuzes",
        "Eigen keuzes",
        ("uitvoering", "keuzes", "overige_kosten"),
        wat="Hoe u de begeleiding uitvoert. Dit bepaalt uw uitvoeringskosten.",
    ),
    Stap(
        "middelen",
        "Middelen",
        ("middelen", "spuk", "prijzen"),
        wat="Het geld dat u krijgt. Gemeentefonds en SPUK zijn aparte potjes.",
    ),
    Stap(
        "voorzieningen",
        "Voorzieningen en inkoop",
        ("voorzieningen", "inkoop"),
        wat="Wat u voor inburgeraars inkoopt. Dit betaalt u uit de SPUK.",
    ),
    Stap("uitkomst", "Uitkomst", (), _uitkomst, "Wat het kost, wat u krijgt en wie er wacht.", invoer=False),
    Stap(
        "waarom",
        "Waarom dit tekort",
        (),
        _waarom,
        "Waar het tekort vandaan komt, wie erover gaat en hoe zeker het is.",
        invoer=False,
    ),
    Stap(
        "vergelijken",
        "Vergelijken en potjes",
        (),
        _vergelijken,
        "Uw cijfers naast landelijke cijfers, de SPUK door de jaren heen, en welk potje waarvoor is.",
        invoer=False,
    ),
    Stap(
        "doen",
        "Wat kunt u doen",
        (),
        _doen,
        "Wat uw eigen keuzes doen, hoe u een doel haalt en wat wachten kost.",
        invoer=False,
    ),
    Stap(
        "scenarios", "Scenario's", (), _scenarios, "Wat als? Een scenario verschilt op een paar punten.", invoer=False
    ),
    Stap(
        "verantwoording",
        "Verantwoording",
        (),
        _verantwoording,
        "Waar de getallen vandaan komen, en wat nog moet worden nagekeken.",
        invoer=False,
    ),
)
VERANTWOORDING = "verantwoording"
"""The page for what belongs to no step."""


def stap_van(onderwerp: str) -> Stap:
    """The step in which a subject (or the step of that name) is."""
    for stap in STAPPEN:
        if onderwerp == stap.naam or onderwerp in stap.onderwerpen:
            return stap
    return next(stap for stap in STAPPEN if stap.naam == VERANTWOORDING)
