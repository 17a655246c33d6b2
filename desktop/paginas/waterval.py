"""From the money received to the cost: the sentence, the picture, the causes one by one, and who decides about them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.duiding.bijdragen import TEKORTEN, Verklaring, Waterval, begripnaam
from core.duiding.oorzaken import Wie
from core.duiding.zinnen import meer_of_minder
from core.getallen import toon_euro
from core.rapport.balken import BEGIN, EINDE, op_volgorde, waterval_in_beeld
from core.regels import model
from desktop.blik import Figuur
from desktop.grafieken.prent import Prent
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Kop, Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.stijl import Bijtekst
from desktop.woorden import ONBEKEND, figuur_in_woorden

VELDEN = {
    "gemeentefonds": "gemeentefonds_structureel",
    "overige_baten": "overige_baten",
    "volume": "instroom",
    "samenstelling": "instroom",
    "begeleidingsduur": "begeleidingsduur",
    "werk": "kengetal_persoonsjaar",
    "kostenniveau": "methode",
    "jongeren": "aandeel_jong",
    "participatiewet": "besparing_participatiewet",
    "inhuur": "inhuuraandeel",
    "formatie": "fte_beschikbaar",
    "startklas": "deelname_startklas",
    "reiskosten": "deelname_reiskosten",
    "kinderopvang": "deelname_kinderopvang",
    "algemeen": "aandeel_algemeen",
    "samenwerking": "bijdrage_samenwerking",
    "incidenteel": "incidentele_kosten",
    "stijging": "loonstijging",
}
"""Per cause the input with which the user can do most about it."""
WIE = {Wie.RIJK: "Rijk", Wie.KEUZE: "Eigen keuze", Wie.OMSTANDIGHEID: "Omstandigheid"}


class Watervaldeel:
    """The explanation of one year, and beneath it that of all years by whose doing it is."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self._pagina = pagina
        self.zin = Zin(1.1)
        self.prent = Prent(pagina.blik)
        koppen = ("Oorzaak", "Wie gaat erover", "Meer of minder tekort", "In gewone taal")
        self.tabel = Teksttabel("Oorzaken van het tekort", koppen, (0.24, 0.14, 0.19, 0.43), rechts=(2,))
        self.tabel.gekozen.connect(pagina.blik.plaats_gekozen)
        self._kop = Kop("Wie gaat erover, per jaar", 1.15, vet=True)
        self.per_jaar = Cijfertabel("Wie gaat erover, per jaar", "Meer of minder tekort.")
        self.buiten_beeld = Bijtekst()
        self.gaten = QWidget()
        self._gatenkolom = QVBoxLayout(self.gaten)
        self._gatenkolom.setContentsMargins(0, 0, 0, 0)
        for widget in (self.zin, self.gaten, self.prent, self.tabel, self._kop, self.per_jaar, self.buiten_beeld):
            vak.kolom.addWidget(widget)

    def toon(self, verklaring: Verklaring, jaar: int) -> None:
        """Show the explanation of a year; where there is none, what it is waiting for."""
        waterval = verklaring.in_jaar(jaar)
        zichtbaar: list[tuple[QWidget, bool]] = [(w, waterval is not None) for w in (self.prent, self.tabel)]
        zichtbaar += [(w, bool(verklaring.watervallen)) for w in (self._kop, self.per_jaar)]
        for widget, aan in zichtbaar:
            widget.setVisible(aan)
        self.gaten.setVisible(waterval is None)
        if waterval is None:
            self.zin.zeg(self._waarom_niet(verklaring.begrip, jaar))
        else:
            self.zin.zeg(waterval.zin)
            self.prent.toon(waterval_in_beeld(waterval))
            self._toon_tabel(waterval)
        self._toon_jaren(verklaring)
        buiten = verklaring.buiten_beeld if verklaring.watervallen else ()
        self.buiten_beeld.setText("\n".join(buiten))
        self.buiten_beeld.setVisible(bool(buiten))

    def _waarom_niet(self, begrip: str, jaar: int) -> str:
        """What stands in the way of an explanation of a year; what is missing gets a button."""
        from desktop.kader.stand import wat_ontbreekt

        document = self._pagina.document
        if document.uitkomst is not None and document.uitkomst.waarde(begrip, moment=jaar) is not None:
            self._toon_gaten(())
            return f"Het tekort van {jaar} is niet te verklaren, want de referentie is niet te berekenen."
        gaten = wat_ontbreekt(document)
        self._toon_gaten(gaten)
        vervolg = "Vul eerst dit in:" if gaten else "Onder in beeld, bij de bevindingen, staat waarom."
        return f"Het tekort van {jaar} is nog niet te zeggen. {vervolg}"

    def _toon_gaten(self, gaten: Sequence[tuple[str, str]]) -> None:
        """A button to each input that is missing."""
        while (oud := self._gatenkolom.takeAt(0)) is not None:
            if (knop := oud.widget()) is not None:
                knop.deleteLater()
        blik = self._pagina.blik
        for plaats, label in gaten:
            knop = QPushButton(f"Naar {label}")
            knop.setAccessibleName(knop.text())
            knop.setAutoDefault(False)
            knop.clicked.connect(partial(blik.plaats_gekozen.emit, plaats))
            self._gatenkolom.addWidget(knop, 0, Qt.AlignmentFlag.AlignLeft)

    def _toon_tabel(self, waterval: Waterval) -> None:
        rijen: list[tuple[Sequence[str], str]] = [
            (
                (BEGIN[waterval.begrip], "", toon_euro(waterval.middelen), _van_welk_geld(waterval.begrip)),
                VELDEN["gemeentefonds"],
            )
        ]
        for staaf in op_volgorde(waterval):
            teksten = staaf.label, WIE[staaf.wie], meer_of_minder(staaf.bedrag), staaf.zin
            rijen.append((teksten, VELDEN.get(staaf.naam, "")))
        einde = f"Samen is dat een {begripnaam(waterval.begrip)} van {toon_euro(waterval.tekort)}."
        rijen.append(((EINDE[waterval.begrip], "", toon_euro(waterval.kosten), einde), ""))
        laatste, geld = len(rijen) - 1, TEKORTEN[waterval.begrip][0]
        figuren = {0: Figuur(geld, (), waterval.jaar), laatste: Figuur(waterval.begrip, (), waterval.jaar)}
        self.tabel.vul(rijen, (0, laatste), figuren)

    def _toon_jaren(self, verklaring: Verklaring) -> None:
        jaren = self._pagina.blik.jaren
        per_jaar = [verklaring.in_jaar(j) for j in jaren]
        rijen = [
            Rij(woord, [ONBEKEND if w is None else meer_of_minder(w.van(wie)) for w in per_jaar])
            for wie, woord in WIE.items()
        ]
        label = model()[verklaring.begrip, ()].label
        figuren = [Figuur(verklaring.begrip, (), j) for j in jaren]
        tekorten = [ONBEKEND if w is None else figuur_in_woorden(verklaring.begrip, w.tekort, "euro") for w in per_jaar]
        rijen.append(Rij(label, tekorten, figuren, vet=True))
        self.per_jaar.vul([str(j) for j in jaren], rijen)


def _van_welk_geld(begrip: str) -> str:
    return "; ".join(model()[naam, ()].label for naam in TEKORTEN[begrip])
