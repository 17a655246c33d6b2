"""The doelzoeker on the page: the question, the search beside the screen, and the proposals."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from core.duiding.doel import Doel
from core.duiding.doelzoeken import Antwoord, Voorstel, niemand_langer, zoek
from core.duiding.knoppen import Knop, knoppen
from core.regels import Uitkomst, model
from desktop.doen.doelformulier import Doelformulier, Doelvraag
from desktop.doen.naar_scenario import Gemaakt, maak_scenario
from desktop.doen.voorstellen import Voorstellen
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.stijl import Bijtekst

KORT = {
    "caseload": "caseload",
    "fte_beschikbaar": "fte",
    "inhuuraandeel": "inhuur",
    "besparing_participatiewet": "Participatiewet",
    "deelname_startklas": "startklas",
    "deelname_reiskosten": "reiskosten",
    "deelname_kinderopvang": "kinderopvang",
    "gesprekken": "gesprekken",
}
"""Own choices as short as a name of a scenario asks."""
GESTOPT = "Gestopt. Kies Zoek voorstellen om opnieuw te zoeken."


class Doelzoeker:
    """Looks for choices that reach a target; the last question is asked anew when the plan changes."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak, gemaakt: Gemaakt) -> None:
        self._pagina, self._vak, self._gemaakt = pagina, vak, gemaakt
        self._vraag: Doelvraag | None = None
        self.formulier = Doelformulier()
        self.formulier.gezocht.connect(self._zoek)
        self.formulier.gestopt.connect(self._stop)
        self.toestand = Bijtekst("")
        self.toestand.hide()
        self.voorstellen = Voorstellen(self._maak)
        self.voorstellen.hide()  # before the first question there is nothing to keep a place for
        vak.kolom.addWidget(self.voorstellen)

    @property
    def delen(self) -> tuple[QWidget, ...]:
        """What stands above the answer."""
        return self.formulier, self.toestand

    def vul(self, lijst: list[Knop]) -> None:
        """The choices of this plan, for their bounds."""
        self.formulier.grenzen.vul(lijst)

    def vraag(self) -> None:
        """Ask for the answer of now, if anything was asked."""
        jaren = self._pagina.blik.jaren
        self.formulier.vul_jaren(jaren, self._pagina.blik.jaar)
        if self._vraag is not None and self._vraag.jaar not in jaren:
            self._vraag = None
        if self._vraag is not None:
            tussendoor = self._pagina.blik.achtergrond.tussendoor
            self._vak.vraag(partial(antwoord_op, vraag=self._vraag, tussendoor=tussendoor), self._toon)

    def _toon(self, antwoord: Antwoord) -> None:
        self.voorstellen.toon(antwoord)
        self.voorstellen.show()

    def volg_vak(self) -> None:
        """While it is being worked out it can be stopped."""
        self.formulier.zet_bezig(self._vak.wacht)

    def _zoek(self) -> None:
        vraag = self.formulier.vraag
        self._gemaakt.hide()
        self._zeg("")
        if vraag is not None and self._pagina.document.actueel:
            self._vraag = vraag
            self.vraag()

    def _stop(self) -> None:
        self._vraag = None
        self._vak.wis()
        self._zeg(GESTOPT)
        self.formulier.zoek.setFocus()

    def _zeg(self, tekst: str) -> None:
        self.toestand.setText(tekst)
        self.toestand.setVisible(bool(tekst))

    def _maak(self, voorstel: Voorstel) -> None:
        if self._pagina.document.actueel and self._vraag is not None:
            naam = f"{self._vraag.kort}: {' en '.join(dict.fromkeys(_kort(knop) for knop, _ in voorstel.wijzigingen))}"
            self._gemaakt.meld(maak_scenario(self._pagina.document, naam, voorstel.invoer))


def antwoord_op(uitkomst: Uitkomst, vraag: Doelvraag, tussendoor: Callable[[], object] = lambda: None) -> Antwoord:
    """What the doelzoeker says about an outcome; it touches no widget. What `tussendoor` raises ends the search."""
    doel = Doel(model()[vraag.naam, vraag.sleutel], vraag.jaar, vraag.grens)
    grenzen = {naam: (laag, hoog) for naam, laag, hoog in vraag.grenzen}
    eisen = niemand_langer(uitkomst) if vraag.niemand_langer else ()
    return zoek(uitkomst, doel, knoppen(uitkomst, grenzen), vraag.hoogstens, eisen, tussendoor)


def _kort(knop: Knop) -> str:
    return next((kort for naam, kort in KORT.items() if knop.naam.startswith(naam)), knop.label)
