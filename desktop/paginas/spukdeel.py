"""The SPUK through the years: its rhythm, the reserve that bears it, prestatiebekostiging, the announced korting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from core.duiding.ritme import Jaareffect, Ritme, korting, prestatie, spukritme
from core.duiding.zinnen import aantal, meer_of_minder
from core.getallen import toon_euro
from core.rapport.grafieken import ritme_in_beeld
from core.regels import Uitkomst
from desktop.blik import Figuur
from desktop.grafieken.prent import Prent
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.cijfertabel import Cijfertabel, Rij
from desktop.paginas.pagina import Kop, Zin
from desktop.paginas.uitklap import Uitklap

_ONBEKEND = "onbekend"
_MEER = "Onder nul schuift u lasten door naar het volgende jaar."


@dataclass(frozen=True)
class Spukbeeld:
    """What this part shows."""

    ritme: Ritme
    prestatie: tuple[Jaareffect, ...]
    korting: tuple[Jaareffect, ...]


def spukbeeld(uitkomst: Uitkomst) -> Spukbeeld:
    """All that is told of the SPUK through the years."""
    return Spukbeeld(spukritme(uitkomst), prestatie(uitkomst), korting(uitkomst))


class Spukdeel:
    """Picture and table of the rhythm, the cohorts folded under it, and two effects per year."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self.zin = Zin()
        self.prent = Prent(pagina.blik)
        self.tabel = Cijfertabel("SPUK voor asielstatushouders per jaar", _MEER)
        self.cohorten = Uitklap("Per cohort")
        self.per_cohort = Cijfertabel("SPUK per cohort", "Een cohort is wie in één jaar begon.")
        self.cohorten.kolom.addWidget(self.per_cohort)
        self._kop = Kop("Prestatiebekostiging en de aangekondigde korting", 1.15, vet=True)
        self.over_prestatie, self.over_korting = Zin(), Zin()
        self.effecten = Cijfertabel("Wat prestaties en de korting met de SPUK doen", "Onder nul kost het u geld.")
        vak.kolom.addWidget(Kop("Het ritme van de SPUK", 1.15, vet=True))
        deel: QWidget
        for deel in (self.zin, self.prent, self.tabel, self.cohorten, self._kop):
            vak.kolom.addWidget(deel)
        for deel in (self.over_prestatie, self.over_korting, self.effecten):
            vak.kolom.addWidget(deel)

    def toon(self, beeld: Spukbeeld, jaar: int) -> None:
        """Show all years, and what is said of one."""
        self._toon_ritme(beeld.ritme, jaar)
        self.over_prestatie.zeg(_van(beeld.prestatie, jaar))
        self.over_korting.zeg(_van(beeld.korting, jaar))
        jaren = sorted({e.jaar for e in (*beeld.prestatie, *beeld.korting)})
        rijen = [
            Rij("Afgeronde trajecten (prestatiebekostiging)", _bedragen(beeld.prestatie, jaren)),
            Rij("Aangekondigde korting", _bedragen(beeld.korting, jaren)),
        ]
        for widget in (self._kop, self.effecten):
            widget.setVisible(bool(jaren))
        self.effecten.vul([str(j) for j in jaren], rijen)

    def _toon_ritme(self, ritme: Ritme, jaar: int) -> None:
        hier = next((j.zin for j in ritme.jaren if j.jaar == jaar), "")
        self.zin.zeg(f"{ritme.zin} {hier}".strip())
        grafiek = ritme_in_beeld(ritme)
        delen: tuple[QWidget, ...] = (self.prent, self.tabel, self.cohorten)
        for widget in delen:
            widget.setVisible(grafiek is not None)
        if grafiek is None:
            return
        self.prent.toon(grafiek)
        koppen = [str(j.jaar) for j in ritme.jaren]
        standen = [_ONBEKEND if j.stand is None else toon_euro(j.stand) for j in ritme.jaren]
        figuren = [None if j.stand is None else Figuur("stand", (), j.jaar) for j in ritme.jaren]
        rijen = [
            Rij("Zoals u het krijgt", [toon_euro(j.baten) for j in ritme.jaren]),
            Rij("In het nieuwe ritme", [toon_euro(j.baten + j.dip) for j in ritme.jaren]),
            Rij("Door de overgang", [meer_of_minder(-j.dip) for j in ritme.jaren], vet=True),
            Rij("Reserve eind van het jaar", standen, figuren),
        ]
        self.tabel.vul(koppen, rijen)
        self.per_cohort.vul(koppen, _cohortrijen(ritme))


def _cohortrijen(ritme: Ritme) -> list[Rij]:
    """A row per cohort: what it brings in each year; and one for the new rhythm where that is something else."""
    rijen = []
    for cohort in sorted({c.cohort for j in ritme.jaren for c in j.cohorten}):
        hier = {c.jaar: c for j in ritme.jaren for c in j.cohorten if c.cohort == cohort}
        mensen = aantal(next(iter(hier.values())).personen, "mensen")
        bedragen = [toon_euro(hier[j.jaar].bedrag) if j.jaar in hier else "" for j in ritme.jaren]
        nieuw = [toon_euro(hier[j.jaar].nieuw_ritme) if j.jaar in hier else "" for j in ritme.jaren]
        rijen.append(Rij(f"{cohort}: {mensen}", bedragen))
        if nieuw != bedragen:
            rijen.append(Rij("in het nieuwe ritme", nieuw))
    return rijen


def _van(effecten: tuple[Jaareffect, ...], jaar: int) -> str:
    return next((e.zin for e in effecten if e.jaar == jaar), "")


def _bedragen(effecten: tuple[Jaareffect, ...], jaren: list[int]) -> list[str]:
    per_jaar = {e.jaar: e.bedrag for e in effecten}
    return [meer_of_minder(per_jaar[j]) if j in per_jaar else _ONBEKEND for j in jaren]
