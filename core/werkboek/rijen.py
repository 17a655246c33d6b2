"""Reading the rows of the input sheets, and putting together the cells that are one value of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.catalogus import Ingang, Vorm
from core.catalogus.vakken import ALLEEN_RIJ, elementen, plannaam, vaknaam, venster_van
from core.plan.waardelezer import PRIJSPEILEN, kort
from core.rekenkunde.tijdas import Tijdas, Tijdsoort
from core.rekenkunde.uitdrukking import Sleutel
from core.werkboek.banden import Banden, mag_bereik
from core.werkboek.cellen import Blad, Cellezer, Plek
from core.werkboek.indeling import EENHEID, EERSTE_MOMENT, EXTRA, WAARDE
from core.werkboek.invoerbladen import JA, NEE

_SCHAKELAAR = {JA: True, NEE: False, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class _Vak:
    ingang: Ingang
    sleutel: Sleutel
    plek: Plek
    waarde: Any


class Rijlezer:
    """Reads the rows of one sheet into `vakken`."""

    def __init__(self, lezer: Cellezer, as_: Tijdas, blad: Blad, banden: Banden, vakken: Vakken) -> None:
        self.lezer, self.as_, self.blad = lezer, as_, blad
        self.banden, self.vakken = banden, vakken

    def lees(self, nr: int, ingang: Ingang, sleutel: Sleutel) -> None:
        """One row: a value for all years, or values per year, and a price level."""
        fouten = self.lezer.aantal
        per_jaar = self._jaren(nr, ingang, sleutel)
        algemeen = self._algemeen(nr, ingang, sleutel)
        peil, heeft_peil = self._prijspeil(nr, ingang)
        plek = (self.blad.naam, nr, WAARDE)
        if self.lezer.aantal > fouten:
            self.vakken.mislukt.add(plannaam(ingang, sleutel))
        elif per_jaar and algemeen is not None:
            self._fout(plek, ingang, sleutel, "Hier staat één getal én een waarde per jaar. Maak een van beide leeg.")
        elif per_jaar and heeft_peil:
            zin = "Een prijspeil hoort bij één getal voor alle jaren, niet bij een rij jaren. Maak een van beide leeg."
            self._fout((self.blad.naam, nr, EXTRA), ingang, sleutel, zin)
        elif heeft_peil and algemeen is None:
            zin = (
                'Hier staat een prijspeil zonder bedrag. Vul het bedrag in bij "Voor alle jaren", of maak dit vak leeg.'
            )
            self._fout((self.blad.naam, nr, EXTRA), ingang, sleutel, zin)
        elif per_jaar:
            self.vakken.zet(ingang, sleutel, plek, per_jaar)
        elif algemeen is not None:
            waarde = {"bedrag": algemeen, "prijspeil": peil} if heeft_peil else algemeen
            self.vakken.zet(ingang, sleutel, plek, waarde)

    def sla_over(self, nr: int) -> None:
        """A row with a name that is not known has one finding; its cells get none of their own."""
        for kolom in range(EENHEID, EERSTE_MOMENT + len(self.as_.jaren) + 6):
            self.blad.neem(nr, kolom)

    def _fout(self, plek: Plek, ingang: Ingang, sleutel: Sleutel, zin: str) -> None:
        self.lezer.fout(plek, zin)
        self.vakken.mislukt.add(plannaam(ingang, sleutel))

    def _jaren(self, nr: int, ingang: Ingang, sleutel: Sleutel) -> dict[str, Any]:
        rij = ingang.op_rij or ingang.vorm in ALLEEN_RIJ
        venster = self.as_.bereik(Tijdsoort.JAAR, venster_van(ingang)) if rij else range(0)
        vak, waarden = vaknaam(ingang.naam, sleutel), {}
        for kolom, jaar in enumerate(self.as_.jaren, EERSTE_MOMENT):
            plek, cel = (self.blad.naam, nr, kolom), self.blad.neem(nr, kolom)
            if cel is None:
                continue
            if not rij:
                self.lezer.fout(plek, 'Dit gegeven geldt voor alle jaren. Zet het in de kolom "Voor alle jaren".')
            elif jaar not in venster:
                tellen = f"Hier tellen alleen {venster[0]} tot en met {venster[-1]}. " if venster else ""
                self.lezer.fout(plek, f"Een waarde voor {jaar} wordt niet gebruikt. {tellen}Maak de cel leeg.")
            else:
                getal = self.lezer.getal(plek, cel, ingang, bereik=mag_bereik(ingang))
                waarden[str(jaar)] = self.banden.bij(vak, jaar, plek, getal)
                self.vakken.onthoud(ingang, sleutel, plek, jaar)
        return waarden

    def _algemeen(self, nr: int, ingang: Ingang, sleutel: Sleutel) -> Any:
        plek, cel = (self.blad.naam, nr, WAARDE), self.blad.neem(nr, WAARDE)
        self.vakken.onthoud(ingang, sleutel, plek)
        if cel is None:
            return None
        if ingang.vorm in ALLEEN_RIJ:
            self.lezer.fout(plek, "Geef dit gegeven per jaar, in de kolommen van de jaren. Maak dit vak leeg.")
            return None
        if ingang.vorm is Vorm.KEUZE:
            cel = cel.strip().lower() if isinstance(cel, str) else cel
            if cel not in ingang.keuzes:
                self.lezer.fout(plek, f"{_getoond(cel)} is hier geen keuze. Kies uit {', '.join(ingang.keuzes)}.")
            return cel
        if ingang.vorm is Vorm.SCHAKELAAR:
            keuze = _SCHAKELAAR.get(str(cel).strip().lower())
            if keuze is None:
                self.lezer.fout(plek, f"{_getoond(cel)} is hier geen keuze. Vul {JA} of {NEE} in.")
            return keuze
        getal = self.lezer.getal(plek, cel, ingang, bereik=mag_bereik(ingang))
        return self.banden.bij(vaknaam(ingang.naam, sleutel), None, plek, getal)

    def _prijspeil(self, nr: int, ingang: Ingang) -> tuple[int | None, bool]:
        """The price level, and whether there is anything in its cell."""
        plek, cel = (self.blad.naam, nr, EXTRA), self.blad.neem(nr, EXTRA)
        if cel is not None and not ingang.geindexeerd:
            self.lezer.fout(plek, "Dit gegeven beweegt niet mee met prijzen en heeft geen prijspeil. Maak de cel leeg.")
        return self.lezer.jaar(plek, cel, PRIJSPEILEN), cel is not None


class Vakken:
    """The values of the cells that were read, until they are put together."""

    def __init__(self, lezer: Cellezer) -> None:
        self.lezer = lezer
        self.mislukt: set[str] = set()
        self.plekken: dict[str, Plek] = {}
        self._vakken: dict[str, _Vak] = {}

    def zet(self, ingang: Ingang, sleutel: Sleutel, plek: Plek, waarde: Any) -> None:
        """Keep the value of a row."""
        self._vakken[vaknaam(ingang.naam, sleutel)] = _Vak(ingang, sleutel, plek, waarde)

    def onthoud(self, ingang: Ingang, sleutel: Sleutel, plek: Plek, jaar: int | None = None) -> None:
        """Remember where a value stands, under the names by which the plan reader speaks of it."""
        naam = plannaam(ingang, sleutel)
        deel = f" {sleutel[-1]}" if len(elementen(ingang)) > 1 else ""
        achter = "" if jaar is None else f" {jaar}"
        self.plekken.setdefault(naam, plek)
        self.plekken.setdefault(f"{naam}{deel}{achter}", plek)
        self.plekken.setdefault(f"{naam}{achter}", plek)

    def samengevoegd(self, rijen: Mapping[str, Plek]) -> dict[str, Any]:
        """The values of the plan by name: routes, quarters, half-years and rhythm put together.

        Args:
            rijen: where each row stands by the name of its cell, to point at what is missing.
        """
        invoer: dict[str, Any] = {}
        for naam, groep in self._per_naam().items():
            vorm = groep[0].ingang.vorm
            if naam in self.mislukt:
                continue
            if vorm is Vorm.HALFJAREN:
                invoer[naam] = self._halfjaren(groep, rijen)
            elif vorm in (Vorm.KWARTAALAANDELEN, Vorm.RITME, Vorm.ROUTEAANDELEN) and self._gat(groep, rijen):
                continue
            elif vorm in (Vorm.KWARTAALAANDELEN, Vorm.RITME):
                invoer[naam] = [vak.waarde for vak in groep]
            elif len(elementen(groep[0].ingang)) > 1:
                invoer[naam] = {vak.sleutel[-1]: vak.waarde for vak in groep}
            else:
                invoer[naam] = groep[0].waarde
        return invoer

    def _per_naam(self) -> dict[str, list[_Vak]]:
        """The cells of each name in the order of its elements, however the rows were sorted."""
        groepen: dict[str, list[_Vak]] = {}
        for vak in self._vakken.values():
            groepen.setdefault(plannaam(vak.ingang, vak.sleutel), []).append(vak)
        for groep in groepen.values():
            volgorde = [e[-1:] for e in elementen(groep[0].ingang)]
            groep.sort(key=lambda vak: volgorde.index(vak.sleutel[-1:]) if len(volgorde) > 1 else 0)
        return groepen

    def _halfjaren(self, groep: list[_Vak], rijen: Mapping[str, Plek]) -> dict[str, list[Any]] | None:
        """Both halves of every year; None, with a finding at the empty cell, where one is missing."""
        ingang = groep[0].ingang
        halven: dict[str, dict[str, Any]] = {deel: {} for (deel,) in elementen(ingang)}
        halven |= {vak.sleutel[-1]: vak.waarde for vak in groep}
        jaren = sorted({jaar for half in halven.values() for jaar in half})
        heel = True
        for deel, half in halven.items():
            for jaar in jaren:
                if jaar not in half:
                    naast = self.plekken[f"{ingang.naam} {jaar}"]
                    blad, rij, _ = rijen.get(vaknaam(ingang.naam, (deel,)), naast)
                    zin = f"Vul ook het {deel}e halfjaar van {jaar} in, of maak het andere halfjaar leeg."
                    self.lezer.fout((blad, rij, naast[2]), zin)
                    heel = False
        return {jaar: [half[jaar] for half in halven.values()] for jaar in jaren} if heel else None

    def _gat(self, groep: list[_Vak], rijen: Mapping[str, Plek]) -> bool:
        """Whether a part is missing: one of the quarters or routes, or a year inside the rhythm."""
        eerste = groep[0]
        gevuld = {vak.sleutel[-1] for vak in groep}
        delen = [e[-1] for e in elementen(eerste.ingang)]
        tot = max(map(delen.index, gevuld)) + 1 if eerste.ingang.vorm is Vorm.RITME else len(delen)
        leeg = [deel for deel in delen[:tot] if deel not in gevuld]
        for deel in leeg:
            rij = rijen.get(vaknaam(eerste.ingang.naam, (*eerste.sleutel[:-1], deel)), eerste.plek)
            zin = "Hier ontbreekt een aandeel. Vul alle delen in, samen 1 (100 %), of maak ze allemaal leeg."
            self.lezer.fout((rij[0], rij[1], WAARDE), zin)
        return bool(leeg)


def _getoond(cel: Any) -> str:
    return kort(cel) if isinstance(cel, str | bool | int | float) else "Wat hier staat"
