"""The fields of one value: one, one per year, per route or per quarter, as its shape asks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from core.catalogus import Ingang
from core.rekenkunde.regel import GROEPEN, NAMEN
from core.rekenkunde.tijdas import Tijdsoort
from desktop.blik import Figuur
from desktop.document import Document
from desktop.stijl import Bijtekst, halve_regel, tekens
from desktop.velden.getaltekst import Ruw
from desktop.velden.getalveld import Getalveld
from desktop.velden.hints import hint
from desktop.velden.invoerrij import GEEN_GRENS
from desktop.velden.vormen import Cel, cellen, haal, is_per_jaar, jaren_van, naar_een_getal, naar_per_jaar, zet
from desktop.woorden import eenheid_in_woorden

KOLOMMEN = 6
"""Fields beside each other, where the page has room for them."""
BREED, KORT, SMAL, KOPBREEDTE = 17, 11, 7.5, 15
"""Digits: a field by itself, on a narrow page, in a table, and what stands before it."""


class Waardeveld(QWidget):
    """What is typed for one name of the plan (`naam` with or without its group).

    Signals:
        geplakt, doorgetrokken, rij_gekopieerd: as of its fields, with the cell.
    """

    geplakt = Signal(object, str)
    doorgetrokken = Signal(object)
    rij_gekopieerd = Signal()

    def __init__(
        self, document: Document, ingang: Ingang, groep: str, kop: str, boven: Waardeveld | None = None
    ) -> None:
        super().__init__()
        self._boven = boven
        self.ingang, self.groep, self.kop = ingang, groep, kop
        self.naam = f"{ingang.naam}_{groep}" if groep else ingang.naam
        self._document = document
        self.per_jaar = is_per_jaar(ingang, self.ruw)
        self.velden: dict[Cel, Getalveld] = {}
        self.breed = self._smal = self._smal_gebouwd = self._tabel = False
        self._ruimte, self._kolommen = GEEN_GRENS, KOLOMMEN
        self._jaren: list[int] = []
        self._lijnkoppen: list[QLabel] = []
        self._regels: list[list[Cel]] = []
        self._rooster = QGridLayout(self)
        self._rooster.setContentsMargins(0, 0, 0, 0)
        self._rooster.setHorizontalSpacing(round(0.7 * halve_regel(self)))
        self._rooster.setVerticalSpacing(halve_regel(self) // 3)
        self.bouw()

    # -- what is filled in

    @property
    def ruw(self) -> Ruw:
        """The value in the plan data."""
        return self._document.haal(("invoer", self.naam))

    @property
    def label(self) -> str:
        """What it is called among all inputs."""
        return f"{self.ingang.label}, {self.kop}" if self.kop else self.ingang.label

    def _getypt(self, cel: Cel) -> None:
        veld = self.velden[cel]
        nieuw = zet(self.ruw, cel.sleutel, veld.waarde)
        self._document.zet(("invoer", self.naam), nieuw, self.label, veld.beurt)

    def zet_per_jaar(self, per_jaar: bool) -> None:
        """Give it per year, or as one number for all years."""
        self.per_jaar = per_jaar
        nieuw = naar_per_jaar(self.ruw, self._venster()) if per_jaar else naar_een_getal(self.ruw)
        stap = f"{self.label}: {'per jaar' if per_jaar else 'één getal voor alle jaren'}"
        self._document.zet(("invoer", self.naam), nieuw, stap)
        self.ververs()

    # -- what is shown

    def _venster(self) -> list[int]:
        return self._document.jaren(self.ingang)

    def ververs(self) -> bool:
        """Show what the plan says now; whether there are other fields than before."""
        if self.ruw is not None:
            self.per_jaar = is_per_jaar(self.ingang, self.ruw)
        if anders := self._indeling() != list(self.velden):
            self.bouw()
        for cel, veld in self.velden.items():
            veld.zet(haal(self.ruw, cel.sleutel))
        self.ververs_hints()
        return self.herschik() or anders

    def ververs_hints(self) -> None:
        """Show in empty fields what counts as long as nothing is filled in."""
        smal = sum(not cel.is_prijspeil for cel in self.velden) > 1
        for cel, veld in self.velden.items():
            if cel.is_prijspeil:
                bedrag = Cel((*cel.sleutel[:-1], "bedrag"))
                veld.setEnabled(haal(self.ruw, bedrag.sleutel) is not None)
            veld.setPlaceholderText(
                hint(self._document, self.ingang, self.groep, cel, smal=smal and not cel.is_prijspeil)
            )

    def zet_ruimte(self, ruimte: int, *, smal: bool) -> bool:
        """On a narrow page less stands beside each other; whether there are other fields than before."""
        self._ruimte, self._smal = ruimte, smal
        return self.herschik()

    def herschik(self) -> bool:
        """Lay out anew where there is more or less room than before; not while someone types in one of the fields."""
        nu = self.window().focusWidget()
        bezig = any(veld is nu and veld.isModified() for veld in self.velden.values())
        if bezig or (self._smal, self._passend()) == (self._smal_gebouwd, self._kolommen):
            return False
        self.bouw()
        return True

    def _passend(self) -> int:
        """How many fields of a table fit beside each other."""
        if not self._tabel:
            return self._kolommen
        kop = max((max(k.minimumWidth(), k.sizeHint().width()) for k in self._lijnkoppen), default=0)
        wit = self._rooster.horizontalSpacing()
        for kolommen in range(KOLOMMEN, 1, -1):
            blok = self._per_blok(kolommen)
            breed: dict[int, int] = {}
            for regel in self._regels:
                for nummer, cel in enumerate(regel):
                    breed[nummer % blok] = max(breed.get(nummer % blok, 0), self.velden[cel].minimumWidth() + wit)
            if kop + sum(breed.values()) <= self._ruimte:
                return kolommen
        return 1

    def _per_blok(self, kolommen: int) -> int:
        """How many fields stand beside each other, so that all blocks are about as wide."""
        breedste = max(len(regel) for regel in self._regels)
        return -(-breedste // -(-breedste // kolommen))

    def regels(self) -> list[list[Cel]]:
        """The cells that there are now, line by line."""
        self._jaren = jaren_van(self.ruw, self._venster()) if self.per_jaar else []
        return cellen(self.ingang, self.ruw, self._jaren, per_jaar=self.per_jaar)

    def _indeling(self) -> list[Cel]:
        return [cel for regel in self.regels() for cel in regel]

    def bouw(self) -> None:
        """Lay out the fields anew; once more where they turn out to be too wide to stand beside each other."""
        nu = self.window().focusWidget()
        met_focus = next((cel for cel, veld in self.velden.items() if veld is nu), None)
        self._smal_gebouwd = self._smal
        self._bouw()
        if (passend := self._passend()) != self._kolommen:
            self._kolommen = passend
            self._bouw()
        if met_focus in self.velden:
            self.velden[met_focus].show()
            self.velden[met_focus].setFocus(Qt.FocusReason.TabFocusReason)

    def _bouw(self) -> None:
        _leeg(self._rooster)
        self.velden, self._lijnkoppen = {}, []
        regels = self._regels = self.regels()
        getallen = [cel for regel in regels for cel in regel if not cel.is_prijspeil]
        self._tabel = len(getallen) > 1 or getallen[0].jaar is not None
        self.breed = self._tabel or (bool(self.kop) and len(regels[0]) > 1)
        if self._tabel:
            self._bouw_tabel(regels)
        else:
            self._bouw_naast_elkaar(regels[0])
        self._rooster.setColumnStretch(self._rooster.columnCount(), 1)
        self.ververs_hints()

    def _bouw_naast_elkaar(self, regel: list[Cel]) -> None:
        """One number with its unit, and the year of its prices."""
        rij, eerste = 0, self._zet_lijnkop(0, self.kop) if self.kop else 0
        kolom = eerste
        for cel in regel:
            if cel.is_prijspeil and self._smal:
                rij, kolom = 1, eerste
            if cel.kolom:
                self._rooster.addWidget(Bijtekst(cel.kolom), rij, kolom)
                kolom += 1
            breed = KORT if self._smal else BREED
            self._rooster.addWidget(self._veld(cel, 5 if cel.is_prijspeil else breed), rij, kolom)
            kolom += 1
            if not cel.is_prijspeil and (tekst := eenheid_in_woorden(self.ingang.eenheid.naam)):
                eenheid = QLabel(tekst)
                eenheid.setWordWrap(self._smal)
                self._rooster.addWidget(eenheid, rij, kolom)
                kolom += 1

    def _bouw_tabel(self, regels: list[list[Cel]]) -> None:
        """Lines of fields under their headings, in blocks that fit the page."""
        rij = 0
        per_blok = self._per_blok(self._kolommen)
        for begin in range(0, max(len(regel) for regel in regels), per_blok):
            deel = [regel[begin : begin + per_blok] for regel in regels]
            rij = self._bouw_blok(rij, [regel for regel in deel if regel])

    def _bouw_blok(self, rij: int, regels: list[list[Cel]]) -> int:
        eenheid = eenheid_in_woorden(self.ingang.eenheid.naam)
        if not self._zelfde_koppen():
            if eenheid and (self.kop or regels[0][0].lijn):
                self._zet_lijnkop(rij, eenheid)
            for kolom, cel in enumerate(max(regels, key=lambda regel: len(list(regel))), 1):
                kop = Bijtekst(cel.kolom)
                kop.setAlignment(Qt.AlignmentFlag.AlignRight)
                self._rooster.addWidget(kop, rij, kolom)
        for nummer, regel in enumerate(regels, rij + 1):
            self._zet_lijnkop(nummer, ", ".join(deel for deel in (self.kop, regel[0].lijn) if deel) or eenheid)
            for kolom, cel in enumerate(regel, 1):
                breedte = SMAL if cel.jaar or cel.is_prijspeil else SMAL + 2
                self._rooster.addWidget(self._veld(cel, breedte), nummer, kolom)
        return rij + len(regels) + 1

    def _zelfde_koppen(self) -> bool:
        """Whether the headings of the group above count for this one too."""
        boven = self._boven
        een_blok = len(self._jaren) <= self._kolommen
        return boven is not None and boven.breed and een_blok and boven._jaren == self._jaren

    def _zet_lijnkop(self, rij: int, tekst: str) -> int:
        if not tekst:
            return 0
        kop = Bijtekst(tekst.replace("gezins- en ", "gezins- en\n"))
        kop.setWordWrap(False)
        kop.setMinimumWidth(tekens(self, KOPBREEDTE) if self.kop else 0)
        self._lijnkoppen.append(kop)
        self._rooster.addWidget(kop, rij, 0)
        return 1

    def _veld(self, cel: Cel, breedte: float) -> Getalveld:
        naam = ", ".join(deel for deel in (self.label, cel.naam) if deel)
        eenheid = cel.eenheid(self.ingang)
        veld = Getalveld(naam, eenheid, self._omschrijving(cel), breedte=breedte, ouder=self)
        veld.zet(haal(self.ruw, cel.sleutel))
        veld.getypt.connect(lambda _waarde: self._getypt(cel))
        veld.geplakt.connect(lambda tekst: self.geplakt.emit(cel, tekst))
        veld.doorgetrokken.connect(lambda: self.doorgetrokken.emit(cel))
        veld.rij_gekopieerd.connect(self.rij_gekopieerd)
        self.velden[cel] = veld
        return veld

    def _omschrijving(self, cel: Cel) -> str:
        if cel.is_prijspeil:
            return "Het jaar van de prijzen waarin u het bedrag geeft. Leeg is het eerste jaar van het plan."
        eenheid = eenheid_in_woorden(self.ingang.eenheid.naam)
        return f"{self.ingang.hulp} Eenheid: {eenheid}." if eenheid else self.ingang.hulp

    def huidige_figuur(self) -> Figuur | None:
        """The figure of the outcome that the cell with the focus fills."""
        from core.regels import model

        met_focus = self.window().focusWidget()
        cel = next((cel for cel, veld in self.velden.items() if veld is met_focus), None)
        if cel is None:
            return None
        gezocht = {self.groep or (GROEPEN[0] if self.ingang.groepen else ""), cel.route, cel.onderdeel} - {""}
        for g in model().familie(self.ingang.naam):
            if gezocht <= set(g.sleutel):
                return Figuur(g.naam, g.sleutel, cel.jaar if g.tijd is Tijdsoort.JAAR else None)
        return None

    def veld_voor(self, plek: str) -> Getalveld | None:
        """The field of a place within the value (`2027`, `B1 2027`), else the first."""
        delen = set(plek.split())
        for cel, veld in self.velden.items():
            if delen and delen <= {str(s) for s in cel.sleutel}:
                return veld
        return next(iter(self.velden.values()), None)


def groepskop(groep: str) -> str:
    """What stands before the field of a group."""
    return NAMEN.get(groep, groep)


def _leeg(rooster: QGridLayout) -> None:
    while rooster.count():
        item = rooster.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
