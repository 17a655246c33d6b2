"""Scenarios: make, name, copy and compare them; only what differs is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from core.duiding.vergelijking import Vergelijking, andere_instroom, keuzes, samen, vergelijk
from core.getallen import toon
from core.plan import scenarios
from desktop.bewaren.verschillen import in_woorden
from desktop.blik import Blik, Figuur
from desktop.document import Document
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.naast import Naast
from desktop.paginas.pagina import Pagina
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst, regelhoogte, tekens
from desktop.velden.getalveld import Getalveld
from desktop.woorden import BASIS_IN_WOORDEN, ONBEKEND, figuur_in_woorden, getal_in_woorden, verschil_in_woorden

if TYPE_CHECKING:
    from core.regels import Uitkomst
    from desktop.stappen import Stap

KORTING = "spuk_korting"
_NAAM = Qt.ItemDataRole.UserRole
_ZICHTBAAR = 7


class Scenariopagina(Pagina):
    """The list, the ready-made ones, and the comparison of all of them for the year that is shown."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        uitleg = "Kies een scenario en vul de pagina's in: alleen wat u verandert, hoort bij het scenario."
        self.kolom.addWidget(Bijtekst(uitleg))
        self.lijst = QListWidget()
        self.lijst.setAccessibleName("Scenario's")
        self.lijst.setAccessibleDescription("Kies het scenario dat u wilt bekijken. F2 verandert de naam.")
        self.lijst.setMaximumWidth(tekens(self, 52))
        self.lijst.setEditTriggers(self.lijst.EditTrigger.EditKeyPressed | self.lijst.EditTrigger.DoubleClicked)
        self.lijst.currentItemChanged.connect(self._gekozen)
        self.lijst.itemChanged.connect(self._hernoemd)
        self.kolom.addWidget(self.lijst)
        self.kolom.addWidget(self._knoppen())
        self.voeg_kop_toe("Kant-en-klaar")
        self.kolom.addWidget(self._kant_en_klaar())
        self.voeg_kop_toe("Wat u anders koos")
        self._niets = Bijtekst("De scenario's verschillen nog niet van Basis.")
        self.kolom.addWidget(self._niets)
        self.invoer = Cijfertabel("Wat u anders koos")
        self.kolom.addWidget(self.invoer)
        self._kop = self.voeg_kop_toe("Wat dat doet")
        self.alleen = QCheckBox("Alleen wat verschilt")
        self.alleen.setAccessibleName(self.alleen.text())
        self.alleen.setChecked(True)
        self.alleen.toggled.connect(self.ververs)
        self.kolom.addWidget(self.alleen)
        self.cijfers = Cijfertabel("Scenario's naast elkaar")
        self.kolom.addWidget(self.cijfers)
        self.kolom.addStretch(1)
        blik.jaar_gekozen.connect(self._gerekend)

    # -- building

    def _knoppen(self) -> QWidget:
        self.dupliceer = self._knop("&Dupliceren", self._dupliceer)
        self.hernoem = self._knop("Naa&m wijzigen", lambda: self.lijst.editItem(self.lijst.currentItem()))
        self.verwijder = self._knop("&Verwijderen", self._verwijder)
        nieuw = self._knop("Nieu&w scenario", lambda: self._maak("Nieuw scenario"))
        return Naast(nieuw, self.dupliceer, self.hernoem, self.verwijder)

    def _kant_en_klaar(self) -> QWidget:
        korting = self.document.catalogus["spuk_korting_aangekondigd"].kengetallen[0]
        vanaf = round(self.document.catalogus["spuk_korting_voor"].kengetallen[0].punt) + 1
        naam = f"SPUK −{toon(korting.punt * 100, 0)} % vanaf {vanaf}"
        spuk = self._knop(f"{naam} (aangekondigd)", lambda: self._maak(naam, maatregelen=(KORTING,)))
        spuk.setToolTip(f"{korting.bron.titel}, {korting.vindplaats}. Aangekondigd, niet vastgesteld.")
        extra = self._knop("Extra Gemeentefonds: zelf invullen", self._extra_gemeentefonds)
        self.stijging = Getalveld(
            "Andere instroom", "aandeel", "Hoeveel hoger of lager dan in Basis, bijvoorbeeld −20 %.", breedte=8
        )
        self.stijging.setPlaceholderText("−20 %")
        instroom = self._knop("Maak scenario met deze instroom", self._andere_instroom)
        self.stijging.returnPressed.connect(self._andere_instroom)
        vak = QWidget()
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.addWidget(Naast(spuk, extra))
        vraag = Bijtekst("Instroom hoger of lager dan in Basis:")
        vraag.setWordWrap(False)
        kolom.addWidget(Naast(vraag, self.stijging, instroom))
        self._over_instroom = Bijtekst("")
        self._over_instroom.hide()
        kolom.addWidget(self._over_instroom)
        return vak

    def _knop(self, tekst: str, doe: Callable[[], object]) -> QPushButton:
        knop = QPushButton(tekst)
        knop.setAccessibleName(tekst.replace("&", ""))
        knop.setAutoDefault(False)
        knop.clicked.connect(lambda _aan=False: doe())
        return knop

    # -- what the user does

    def _maak(
        self, naam: str, invoer: dict[str, object] | None = None, maatregelen: tuple[str, ...] | None = None
    ) -> None:
        vrij = scenarios.vrije_naam(self.document.gegevens, naam)
        nieuw = scenarios.maak(self.document.gegevens, vrij, invoer, maatregelen)
        self.document.vervang(nieuw, f"Scenario {vrij}", vrij)

    def _dupliceer(self) -> None:
        van = self.document.scenario
        vrij = scenarios.vrije_naam(self.document.gegevens, f"{van or BASIS_IN_WOORDEN} (kopie)")
        kopie = scenarios.dupliceer(self.document.gegevens, van, vrij)
        self.document.vervang(kopie, f"Scenario {vrij}", vrij)

    def _verwijder(self) -> None:
        naam = self.document.scenario
        if naam:
            self.document.vervang(scenarios.verwijder(self.document.gegevens, naam), f"Scenario {naam} verwijderen")

    def _extra_gemeentefonds(self) -> None:
        self._maak("Extra Gemeentefonds")
        self.blik.plaats_gekozen.emit("gemeentefonds_structureel")

    def _andere_instroom(self) -> None:
        basis, deel = self._uitkomst(scenarios.BASIS), self.stijging.waarde
        zin = ""
        if not isinstance(deel, float) or deel <= -1:
            zin = "Geef één percentage boven −100 %, bijvoorbeeld −20 % of 25 %."
        elif basis is None or not (invoer := andere_instroom(basis, 1 + deel)):
            zin = "Vul eerst de instroom van Basis in."
        else:
            self._maak(f"Instroom {'+' if deel > 0 else ''}{toon(deel * 100)} %".replace("-", "−"), invoer)
        self._over_instroom.setText(zin)
        self._over_instroom.setVisible(bool(zin))

    def _gekozen(self) -> None:
        item = self.lijst.currentItem()
        if item is not None:
            self.document.kies_scenario(item.data(_NAAM))

    def _hernoemd(self, item: QListWidgetItem) -> None:
        oud, nieuw = item.data(_NAAM), item.text().strip()
        if oud and nieuw and nieuw != oud:
            vrij = scenarios.vrije_naam(self.document.gegevens, nieuw)
            self.document.vervang(scenarios.hernoem(self.document.gegevens, oud, vrij), f"Scenario {vrij}", vrij)
        elif oud != nieuw:
            item.setText(oud)

    # -- what is shown

    def ververs(self) -> None:
        """Show the scenarios, and what they say for the year that is shown."""
        namen = [scenarios.BASIS, *scenarios.namen(self.document.gegevens)]
        self._vul_lijst(namen)
        for knop in (self.hernoem, self.verwijder):
            knop.setEnabled(bool(self.document.scenario))
        koppen = [naam or BASIS_IN_WOORDEN for naam in namen]
        anders = self._keuzerijen(namen)
        self._niets.setVisible(not anders)
        self.invoer.setVisible(bool(anders))
        self.invoer.vul(koppen, anders)
        elk = [self._uitkomst(naam) for naam in namen]
        self._kop.setText(f"Wat dat doet in {self.blik.jaar}")
        alles = [*vergelijk(elk, self.blik.jaar), *filter(None, (samen(elk),))]
        getoond = [v for v in alles if v.verschilt or not self.alleen.isChecked() or len(namen) == 1]
        self.cijfers.vul(koppen, [self._cijferrij(v) for v in getoond])

    def _vul_lijst(self, namen: list[str]) -> None:
        self.lijst.blockSignals(True)
        if [self.lijst.item(n).data(_NAAM) for n in range(self.lijst.count())] != namen:
            self.lijst.clear()
            for naam in namen:
                item = QListWidgetItem(naam or BASIS_IN_WOORDEN)
                item.setData(_NAAM, naam)
                if naam:
                    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
                self.lijst.addItem(item)
            self.lijst.setFixedHeight(round(1.5 * regelhoogte(self) * min(len(namen) + 1, _ZICHTBAAR)))
        self.lijst.setCurrentRow(namen.index(self.document.scenario))
        self.lijst.blockSignals(False)

    def _uitkomst(self, naam: str) -> Uitkomst | None:
        from core.regels import bereken

        if naam == self.document.scenario and self.document.actueel:
            return self.document.uitkomst
        plan, _ = self.document.plan(naam)
        return None if plan is None else bereken(plan, self.document.catalogus)

    def _keuzerijen(self, namen: list[str]) -> list[Rij]:
        rijen = []
        for keuze in keuzes(self.document.gegevens):
            gevonden = self.document.catalogus.ingang_van(keuze.naam)
            eenheid = gevonden[0].eenheid.naam if gevonden else ""
            basis = keuze.waarden[0]
            teksten = [in_woorden(w, eenheid).replace("; ", "\n") for w in keuze.waarden]
            teksten[1:] = [
                "als Basis" if w == basis else t for w, t in zip(keuze.waarden[1:], teksten[1:], strict=True)
            ]
            rijen.append(Rij(vind(keuze.naam, self.document.catalogus).tekst, teksten))
        maatregelen = [scenarios.voor(self.document.gegevens, n)["maatregelen"] for n in namen]
        if any(m != maatregelen[0] for m in maatregelen):
            teksten = ["aan" if KORTING in m else "uit" for m in maatregelen]
            rijen.append(Rij(vind("maatregelen", self.document.catalogus).tekst, teksten))
        return rijen

    def _cijferrij(self, v: Vergelijking) -> Rij:
        teksten = []
        for waarde, verschil in zip(v.waarden, v.verschillen, strict=True):
            tekst = ONBEKEND if waarde is None else figuur_in_woorden(v.naam, waarde, v.eenheid)
            teksten.append(f"{tekst}\n{_verschil(verschil, v.eenheid)}" if verschil else tekst)
        figuur = Figuur(v.naam, v.sleutel, self.blik.jaar) if "samen" not in v.label else None
        figuren = [figuur if naam == self.document.scenario else None for naam in self._namen()]
        return Rij(v.label, teksten, figuren, vet=v.naam == "tekort_structureel")

    def _namen(self) -> list[str]:
        return [scenarios.BASIS, *scenarios.namen(self.document.gegevens)]


def _verschil(verschil: float, eenheid: str) -> str:
    if eenheid == "euro":
        return verschil_in_woorden(verschil, 0).removesuffix(" dan")
    return f"{getal_in_woorden(abs(verschil), eenheid)} {'hoger' if verschil > 0 else 'lager'}"
