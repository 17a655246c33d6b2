"""A page of inputs: the rows of one or more subjects of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.catalogus import Vorm
from desktop.blik import Blik
from desktop.document import Document
from desktop.paginas.pagina import Formulier
from desktop.velden.rijen import maak_rij

if TYPE_CHECKING:
    from desktop.stappen import Stap


class Invoerpagina(Formulier):
    """The inputs of a step, each subject under its own heading."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        titels = {o.naam: o.titel for o in document.catalogus.onderwerpen}
        delen = []
        for onderwerp in stap.onderwerpen:
            ingangen = [i for i in document.catalogus.van(onderwerp) if i.vorm is not Vorm.CONSTANTE]
            kop = titels[onderwerp] if len(stap.onderwerpen) > 1 else ""
            delen.append((kop, [maak_rij(document, ingang) for ingang in ingangen]))
        super().__init__(document, blik, stap, delen)
