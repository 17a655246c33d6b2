"""One table of a file: what has to be asked about it, and which input each row belongs to."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.catalogus import Catalogus
from core.getallen import toon
from core.overname import Blok, Doel, Koppeling, Notatie, Rijkoppeling, Voorstel, doelen, notatievoorstel, voorstel
from core.overname.notatie import GeenGetal, lees_tekst
from core.overname.personen import toonbaar
from core.overname.tegenspraak import geldende_schalen
from core.overname.vel import Cel
from desktop.bewaren.dialoogtabel import Dialoogtabel
from desktop.bewaren.keuzevraag import Keuzevraag
from desktop.velden.keuzelijst import Keuzelijst

NIET = "niet overnemen"
_KOPPEN = ("Rij in het bestand", "Wat er staat", "Hoort bij", "Jaar", "Waarom")
_DOEL, _JAAR = 2, 3


class Tabelkeuzes(QWidget):
    """The choices for one table. Nothing is chosen beforehand but what was chosen before, or what is sure.

    Signals:
        gewijzigd: another choice was made.
    """

    gewijzigd = Signal()

    def __init__(self, blok: Blok, eerder: Koppeling | None, catalogus: Catalogus) -> None:
        super().__init__()
        self.blok, self._doelen = blok, doelen(catalogus)
        self._voorstellen = voorstel(blok, catalogus)
        self._eerder = eerder or Koppeling(blok.vorm)
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        self.notatie = self._vraag_notatie()
        self.kolommen = self._vraag_kolommen()
        self.schalen = self._vraag_schalen()
        self.gewoon = self._vraag_gewoon()
        for vraag in (self.notatie, self.kolommen, self.gewoon, *self.schalen.values()):
            if vraag is not None:
                vraag.beantwoord.connect(self.gewijzigd)
                kolom.addWidget(vraag)
        self.tabel = Dialoogtabel("Rijen in het bestand", _KOPPEN, (30, 30, 50, 15, 36))
        kolom.addWidget(self.tabel, 1)
        self.tabel.setRowCount(len(blok.rijen))
        self.doelkeuzes = [self._rij(i) for i in range(len(blok.rijen))]

    # -- questions

    def _vraag_notatie(self) -> Keuzevraag | None:
        cellen = (self.blok.vel.cel(*plek) for plek in self.blok.plekken.values())
        dubbel = next((c.tekst for c in cellen if c is not None and _is_dubbelzinnig(c)), None)
        if dubbel is None:
            return None
        helder = notatievoorstel(self.blok)
        hint = f" Elders in de tabel ({helder[1]}) staat een {helder[0].value} getal." if helder else ""
        lezingen = lees_tekst(dubbel).lezingen
        zonder_punten = {n: toon(lezingen[n]).replace(".", "") for n in Notatie}  # so that they look different
        antwoorden = [(f"{n.value.capitalize()}: dit is {zonder_punten[n]}", n) for n in Notatie]
        return Keuzevraag(f"Hoe is {toonbaar(dubbel)} bedoeld?{hint}", antwoorden, self._eerder.notatie)

    def _vraag_kolommen(self) -> Keuzevraag | None:
        soorten = list(dict.fromkeys(k.kop.soort for k in self.blok.kolommen))
        if len(soorten) < 2:
            return None
        dubbel = self.blok.dubbele_jaren(self.blok.kolommen_met(()))
        alle = [] if dubbel else [("Alle kolommen met een duidelijk jaar", ())]
        elk = [(toonbaar(s) if s else "De kolommen met alleen een jaar", (s,)) for s in soorten]
        return Keuzevraag("Welke kolommen neemt u over?", [*alle, *elk], () if alle else None)

    def _vraag_schalen(self) -> dict[float, Keuzevraag]:
        alle = [*self.blok.schalen, *(s for rij in self.blok.rijen for s in rij.schalen)]
        vragen: dict[float, Keuzevraag] = {}
        for s in {s.maal: s for s in reversed(alle) if not s.ongewoon}.values():
            vooraf = self._eerder_gezegd(s.maal)
            vraag = f'Bij {s.waar} staat "{toonbaar(s.woorden)}". Geldt dat voor de rijen die u kiest?'
            antwoorden = [(f"Ja, de getallen zijn {s.teken}", True), ("Nee, de getallen staan er voluit", False)]
            vragen[s.maal] = Keuzevraag(vraag, antwoorden, vooraf)
        return vragen

    def _eerder_gezegd(self, maal: float) -> bool | None:
        """What was answered before about this size, for rows that it was about; None where it was not, or both."""
        gezegd = {
            r.maal == maal
            for r in self._eerder.rijen
            if r.maal is not None
            for i in self.blok.rij_van(r.rij)
            if maal in {s.maal for s in geldende_schalen(self.blok, i, self._doelen[r.doel])}
        }
        return gezegd.pop() if len(gezegd) == 1 else None

    def _vraag_gewoon(self) -> Keuzevraag | None:
        deel = next((s for s in self.blok.schalen if s.ongewoon), None)
        if deel is None:
            return None
        vraag = f'Bij {deel.waar} staat "{toonbaar(deel.woorden)}". Zijn dit gewone getallen van een heel jaar?'
        antwoorden = [("Ja, van een heel jaar", True), ("Nee, of dat weet ik niet", False)]
        return Keuzevraag(vraag, antwoorden, True if self._eerder.gewoon else None)

    # -- rows

    def _rij(self, i: int) -> Keuzelijst:
        rij = self.blok.rijen[i]
        mogelijk = [v for v in self._voorstellen if v.rij == i]
        staat = "; ".join(
            f"{k.kop.jaar}: {_celtekst(cel)}"
            for j, k in enumerate(self.blok.kolommen)
            if (cel := self.blok.cel(i, j)) is not None
        )
        self.tabel.zet(i, (rij.volledig, staat, "", "", "\n".join(_reden(v, mogelijk) for v in mogelijk)))
        doel, jaar = Keuzelijst(f"Hoort bij, rij {rij.volledig}"), Keuzelijst(f"Jaar, rij {rij.volledig}")
        doel.addItem(NIET, "")
        eerst = [v.doel for v in mogelijk]
        for d in (*eerst, *sorted((d for d in self._doelen.values() if d not in eerst), key=lambda d: d.label)):
            doel.addItem(d.label, d.naam)
        jaar.addItem("", None)
        for j in sorted({k.kop.jaar for k in self.blok.kolommen}):
            jaar.addItem(str(j), j)
        eerder = next((r for r in self._eerder.rijen if r.rij == rij.sleutel), None)
        doel.setCurrentIndex(max(0, doel.findData(eerder.doel if eerder else self._zeker(mogelijk))))
        self.tabel.setCellWidget(i, _DOEL, doel)
        self.tabel.setCellWidget(i, _JAAR, jaar)

        def gekozen() -> None:
            nu = self._doelen.get(doel.currentData())
            jaar.setEnabled(nu is not None and not (nu.per_jaar or nu.halfjaren))
            self.gewijzigd.emit()

        gekozen()
        for keuze in (doel, jaar):
            keuze.currentIndexChanged.connect(lambda _nr: gekozen())
        return doel

    def _zeker(self, mogelijk: list[Voorstel]) -> str:
        """The one proposal for a row, where no other row could be that too; otherwise nothing."""
        keren = Counter(v.doel.naam for v in self._voorstellen)
        return mogelijk[0].doel.naam if len(mogelijk) == 1 and keren[mogelijk[0].doel.naam] == 1 else ""

    # -- the outcome

    def koppeling(self) -> Koppeling:
        """What was chosen."""
        rijen = []
        for i, keuze in enumerate(self.doelkeuzes):
            if doel := self._doelen.get(keuze.currentData()):
                rijen.append(
                    Rijkoppeling(self.blok.rijen[i].sleutel, doel.naam, self._maal(i, doel), self._jaar(i, doel))
                )
        notatie = self.notatie.antwoord() if self.notatie else None
        soorten = self.kolommen.antwoord() if self.kolommen else None
        gewoon = self.gewoon is not None and self.gewoon.antwoord() is True
        return Koppeling(self.blok.vorm, tuple(rijen), notatie, soorten or (), gewoon)

    def _jaar(self, rij: int, doel: Doel) -> int | None:
        keuze = self.tabel.cellWidget(rij, _JAAR)
        assert isinstance(keuze, Keuzelijst)
        jaar = None if doel.per_jaar or doel.halfjaren else keuze.currentData()
        return jaar if isinstance(jaar, int) else None

    def _maal(self, rij: int, doel: Doel) -> float | None:
        """What the numbers of a row are multiplied with; None as long as a question about it is open."""
        antwoorden = {s.maal: self.schalen[s.maal].antwoord() for s in geldende_schalen(self.blok, rij, doel)}
        ja = [maal for maal, antwoord in antwoorden.items() if antwoord]
        if not antwoorden or None in antwoorden.values() or len(ja) > 1:
            return None
        return ja[0] if ja else 1.0


def _is_dubbelzinnig(cel: Cel) -> bool:
    try:
        return len(set(lees_tekst(cel.tekst).lezingen.values())) > 1
    except GeenGetal:
        return False


def _celtekst(cel: Cel) -> str:
    if isinstance(cel.waarde, float | int) and not isinstance(cel.waarde, bool):
        return toonbaar(toon(cel.waarde))
    return f'"{toonbaar(cel.tekst, 14)}"' if cel.tekst else "geen getal"


def _reden(v: Voorstel, mogelijk: list[Voorstel]) -> str:
    """Why a row could be for an input, which is named where there are more."""
    return (f"{v.doel.label}: " if len(mogelijk) > 1 else "") + ", ".join(v.redenen)
