"""Verantwoording: what is the matter, what the gemeente stated, what the planner assumes, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from core.catalogus import Ingang, Kengetal
from core.duiding.uitleg import bron_tekst
from core.duiding.zinnen import ENKELVOUD
from core.getallen import Bereik, toon
from core.rekenkunde.regel import NAMEN
from desktop.bewaren.verschillen import in_woorden
from desktop.blik import Blik
from desktop.document import Document
from desktop.paginas.openpunten import Openpunten
from desktop.paginas.pagina import Pagina
from desktop.paginas.teksttabel import Teksttabel
from desktop.plaatsen import vind
from desktop.stijl import Bijtekst
from desktop.velden.getaltekst import Onleesbaar, Ruw, toon_waarde
from desktop.woorden import aantal, eenheid_in_woorden, ernst_in_woorden, klasse_in_woorden

if TYPE_CHECKING:
    from desktop.stappen import Stap

Rij = tuple[list[str], str]
ZONDER_BRON = "eigen opgave, nog zonder bron"
HOOGUIT = 4


class Verantwoordingpagina(Pagina):
    """The open points, and four tables; each row leads to its field."""

    def __init__(self, document: Document, blik: Blik, stap: Stap) -> None:
        super().__init__(document, blik, stap)
        self.openpunten = Openpunten(document, blik)
        self.kolom.addWidget(self.openpunten)
        blik.tegenlezer.gelezen.connect(self._toon_lezing)
        self._stand = Bijtekst()
        self.kolom.addWidget(self._stand)
        self.bevindingen = self._tabel("Bevindingen", ("Hoe erg", "Waar", "Wat"), (0.15, 0.27, 0.58))
        koppen = ("Gegeven", "Soort", "Waarde", "Bron")
        delen = (0.28, 0.14, 0.2, 0.38)
        self.eigen = self._tabel("Eigen opgaven van de gemeente", koppen, delen)
        self.aannames = self._tabel("Aannames: kengetallen waarmee wordt gerekend", koppen, delen)
        self.bronnen = self._tabel("Bronnen", ("Document", "Datum", "Soort"), (0.62, 0.16, 0.22))
        self.kolom.addStretch(1)

    def _tabel(self, kop: str, koppen: tuple[str, ...], delen: tuple[float, ...]) -> Teksttabel:
        self.voeg_kop_toe(kop)
        tabel = Teksttabel(kop, koppen, delen)
        tabel.gekozen.connect(self.blik.plaats_gekozen)
        self.kolom.addWidget(tabel)
        return tabel

    def ververs(self) -> None:
        """Show the justification of what stands on screen."""
        self._toon_lezing()
        catalogus = self.document.catalogus
        gevonden = self.document.bevindingen
        self.bevindingen.vul(
            [([ernst_in_woorden(b), vind(b.plaats, catalogus).tekst, b.tekst], b.plaats) for b in gevonden]
        )
        eigen, aannames = list(self._eigen()), list(self._aannames())
        self.eigen.vul(eigen)
        self.aannames.vul(aannames)
        self.bronnen.vul([([b.titel, b.datum, b.soort], "") for b in catalogus.bronnen.values()])
        zonder = sum(rij[0][3] == ZONDER_BRON for rij in eigen)
        self._stand.setText(
            f"Kengetallen: editie {catalogus.editie}. {aantal(len(eigen), 'eigen opgave', 'eigen opgaven')}, "
            f"waarvan {zonder} zonder bron. {aantal(len(aannames), 'aanname', 'aannames')} van de planner."
        )

    def _toon_lezing(self) -> None:
        if self.isVisible():
            self.openpunten.toon(self.blik.tegenlezer)

    def _eigen(self) -> Iterator[Rij]:
        invoer = self.document.stand.getoond["invoer"]
        herkomst = self.document.gegevens.get("herkomst") or {}
        for naam in self.document.catalogus.namen:
            gevonden = self.document.catalogus.ingang_van(naam)
            if naam not in invoer or gevonden is None:
                continue
            eenheid = gevonden[0].eenheid.naam
            velden = herkomst.get(naam) or {}
            bron = ", ".join(t for t in (velden.get(v) for v in ("bron", "datum", "door", "nota")) if t)
            waarde = in_woorden(invoer[naam], eenheid, _met_eenheid)
            soort = klasse_in_woorden("eigen")
            yield [vind(naam, self.document.catalogus).tekst, soort, waarde, bron or ZONDER_BRON], naam

    def _aannames(self) -> Iterator[Rij]:
        jaren = self.blik.jaren
        for ingang in self.document.catalogus.invoer:
            if any(naam in self.document.stand.getoond["invoer"] for naam in _namen(ingang)):
                continue
            geldig = [k for k in ingang.kengetallen if _geldt(k, jaren)]
            if geldig:
                eenheid = ingang.eenheid.naam
                waarden = list(dict.fromkeys(_waarde(k, eenheid) for k in geldig))
                meer = "; …" if len(waarden) > HOOGUIT else ""
                bronnen = "\n".join(dict.fromkeys(bron_tekst(k) for k in geldig[:HOOGUIT]))
                soort = klasse_in_woorden(geldig[0].klasse.value)
                yield [ingang.label, soort, "; ".join(waarden[:HOOGUIT]) + meer, bronnen], ingang.naam

    def ga_naar(self, plaats: str) -> None:
        """What has no field of its own stands in the list of findings."""
        self.bevindingen.setFocus()


def _namen(ingang: Ingang) -> tuple[str, ...]:
    return ingang.naam, f"{ingang.naam}_asiel", f"{ingang.naam}_gezin"


def _geldt(k: Kengetal, jaren: list[int]) -> bool:
    per_jaar = k.vanaf is not None or k.tot is not None
    return not per_jaar or any((k.vanaf or j) <= j <= (k.tot or j) for j in jaren)


def _waarde(k: Kengetal, eenheid: str) -> str:
    wie = ", ".join(NAMEN[deel] for deel in (k.groep, k.route) if deel)
    if k.vanaf is not None or k.tot is not None:
        wie = f"{k.vanaf or 'tot en met'}" if k.vanaf == k.tot or k.vanaf is None else f"vanaf {k.vanaf}"
    if isinstance(k.waarde, tuple):
        tekst = " / ".join(f"{toon(100 * x)} %" if eenheid == "aandeel" else toon(x) for x in k.waarde)
    else:
        tekst = _met_eenheid(k.waarde.tekst if isinstance(k.waarde, Bereik) else k.waarde, eenheid)
    return f"{wie}: {tekst}" if wie else tekst


def _met_eenheid(ruw: Ruw, eenheid: str) -> str:
    """One value with its unit: `€ 92.000 per fte`, `1 kwartaal`; what is no number as it was typed."""
    tekst = toon_waarde(ruw, eenheid)
    if isinstance(ruw, Onleesbaar):
        return tekst
    if eenheid.startswith("euro"):
        return f"€ {tekst}{eenheid.removeprefix('euro')}"
    woorden = eenheid_in_woorden(eenheid)
    return f"{tekst} {ENKELVOUD.get(woorden, woorden) if tekst == '1' else woorden}".rstrip()
