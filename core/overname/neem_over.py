"""Taking the chosen rows of a table over into a plan: a new plan, where each value came from, and every problem.

The old plan stays as it was. A row with a cell that asks something is left out as a whole and named; the others go on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core.catalogus import Catalogus
from core.catalogus.vakken import venster_van
from core.getallen import toon
from core.overname.blok import Blok
from core.overname.celwaarde import Bezwaar, Gelezen, lees_cel
from core.overname.jaarkop import HELFTEN
from core.overname.koppeling import Doel, Koppeling, Rijkoppeling, doelen
from core.overname.tegenspraak import (
    andere_maat,
    controleer_kop,
    controleer_omgeving,
    geldende_schalen,
    heldere_notaties,
    ongewone_getallen,
    schaal_van_enkele,
)
from core.plan import Bevinding, Ernst, Herkomst, PerJaar, Plan
from core.plan.plan import kaal
from core.plan.waardelezer import Waardelezer
from core.regels.bladwaarden import kalender
from core.rekenkunde.tijdas import Tijdsoort

LANGSTE_NOTA = 2000
_CEL = ", cel "
_OPTELBAAR = ("personen", "euro")
"""Two halves of these make a whole; two halves of a tariff do not."""
_ANDERE_GROOTTE = 100


@dataclass(frozen=True, slots=True)
class Overgenomen:
    """One value that was taken over: for which input and year (and half), from which cell of which file, and when.

    `oud` is what the plan had there, as plain data; None: nothing.
    """

    doel: Doel
    jaar: int | None
    helft: int | None
    waarde: float
    oud: Any
    bestand: str
    plaats: str
    datum: date
    nota: str = ""
    uit_tekst: bool = False


@dataclass(frozen=True)
class Overname:
    """The new plan, the values in it that came from the table, and what was found."""

    plan: Plan
    waarden: tuple[Overgenomen, ...]
    bevindingen: tuple[Bevinding, ...]


def neem_over(plan: Plan, blok: Blok, koppeling: Koppeling, catalogus: Catalogus, datum: date) -> Overname:
    """Take the chosen rows over.

    Args:
        plan: the plan as it is; it is not changed.
        blok: the table.
        koppeling: the choices for a table of this shape.
        catalogus: the inputs.
        datum: the day on which this is done, for the herkomst.
    """
    overnemer = _Overnemer(plan, blok, koppeling, catalogus, datum)
    overnemer.neem()
    return Overname(overnemer.plan, tuple(overnemer.waarden), tuple(overnemer.bevindingen))


class _Overnemer:
    def __init__(self, plan: Plan, blok: Blok, koppeling: Koppeling, catalogus: Catalogus, datum: date) -> None:
        self.plan, self.blok, self.koppeling = plan, blok, koppeling
        self.catalogus, self.datum = catalogus, datum
        self.kalender = kalender(plan, catalogus)
        self.notatie = koppeling.notatie
        self.waarden: list[Overgenomen] = []
        self.bevindingen: list[Bevinding] = []

    def _meld(self, ernst: Ernst, plaats: str, tekst: str) -> None:
        self.bevindingen.append(Bevinding(ernst, plaats, tekst))

    def neem(self) -> None:
        blad = f"blad {self.blok.vel.naam}"
        if self.koppeling.vorm != self.blok.vorm:
            zin = "Deze koppeling hoort bij een tabel met andere koppen. Koppel de rijen opnieuw."
            self._meld(Ernst.FOUT, blad, zin)
            return
        kolommen = self.blok.kolommen_met(self.koppeling.soorten)
        if dubbel := self.blok.dubbele_jaren(kolommen):
            zin = f"Meer dan één keer in de tabel: {', '.join(map(str, dubbel))}. {self.blok.raad_bij_dubbel}."
            self._meld(Ernst.FOUT, blad, zin)
            return
        if schaal := schaal_van_enkele(self.blok, kolommen):
            zin = f'Bij {schaal.waar} staat "{schaal.woorden}", en niet bij elk jaar. Maak de kolommen gelijk.'
            self._meld(Ernst.FOUT, blad, zin)
            return
        if (apart := ongewone_getallen(self.blok, kolommen)) and not self.koppeling.gewoon:
            zin = f'Bij {apart.waar} staat "{apart.woorden}". Zeg of dit gewone getallen van een heel jaar zijn.'
            self._meld(Ernst.FOUT, blad, zin)
            return
        self._controleer_notatie()
        keren = Counter(k.doel for k in self.koppeling.rijen)
        for k in self.koppeling.rijen:
            doel = doelen(self.catalogus).get(k.doel)
            if doel is None:
                self._meld(Ernst.FOUT, "koppeling", "Een rij is gekoppeld aan een onbekend gegeven. Kies opnieuw.")
            elif keren[k.doel] > 1:
                zin = f"Er zijn meer rijen gekoppeld aan {doel.label}. Kies er een, of tel ze eerst in Excel op."
                self._meld(Ernst.FOUT, blad, zin)
            else:
                self._rij(k, doel, kolommen)

    def _controleer_notatie(self) -> None:
        """A notation that was chosen (perhaps last year) does not decide where this table speaks against it."""
        tegen = [plaats for notatie, plaats in heldere_notaties(self.blok).items() if notatie is not self.notatie]
        if self.notatie is not None and tegen:
            zin = f"De tabel is opgegeven als {self.notatie.value}, maar dit getal kan dat niet zijn. Herstel het,"
            self._meld(Ernst.WAARSCHUWING, tegen[0], f"{zin} of kies de andere notatie.")
            self.notatie = None

    # -- one row

    def _rij(self, k: Rijkoppeling, doel: Doel, kolommen: list[int]) -> None:
        rijen = self.blok.rij_van(k.rij)
        if len(rijen) != 1:
            zin = f"De rij voor {doel.label} staat niet in deze tabel. Er is niets voor overgenomen."
            if rijen:
                zin = f"De rij voor {doel.label} staat er vaker (los van jaartallen). Geef elke rij een eigen naam."
            return self._meld(Ernst.FOUT if rijen else Ernst.WAARSCHUWING, f"blad {self.blok.vel.naam}", zin)
        rij = rijen[0]
        waar = f"blad {self.blok.vel.naam}, {self.blok.rijen[rij].waar}"
        if vreemd := andere_maat(self.blok.rijen[rij], doel):
            zin = f'In deze rij staat "{vreemd}". Dat past niet bij {doel.label}. Reken de getallen om,'
            return self._meld(Ernst.FOUT, waar, f"{zin} of haal die woorden weg als ze niet over de getallen gaan.")
        schalen = geldende_schalen(self.blok, rij, doel)
        if schalen and k.maal is None:
            zin = f'Bij {schalen[0].waar} staat "{schalen[0].woorden}". Zeg of dat ook geldt voor {doel.label}.'
            return self._meld(Ernst.FOUT, waar, zin)
        gevraagd = self._gevraagd(rij, doel, k, kolommen)
        if not gevraagd:
            zin = f"In deze rij staat niets dat past bij {doel.label}. Er is niets voor overgenomen."
            return self._meld(Ernst.LET_OP, waar, zin)
        gelezen = self._cellen(rij, doel, k, gevraagd)
        if gelezen is None:
            return self._meld(Ernst.LET_OP, waar, f"Van deze rij is niets overgenomen voor {doel.label}.")
        if self.blok.rijen[rij].totaal:
            zin = f"Dit is een rij met een totaal; ze is overgenomen als {doel.label}. Klopt dat?"
            self._meld(Ernst.LET_OP, waar, zin)
        return self._zet(waar, doel, gelezen)

    def _gevraagd(self, rij: int, doel: Doel, k: Rijkoppeling, kolommen: list[int]) -> list[int]:
        """The filled columns of a row that the input can use; the others are named."""
        gevuld = [j for j in kolommen if self.blok.cel(rij, j) is not None]
        if not (doel.per_jaar or doel.halfjaren):
            return [j for j in gevuld if k.jaar in (None, self.blok.kolommen[j].kop.jaar)]
        jaren = self.kalender.bereik(Tijdsoort.JAAR, venster_van(doel.ingang))
        buiten = sorted({self.blok.kolommen[j].kop.jaar for j in gevuld} - set(jaren))
        if buiten:
            zin = f"{', '.join(map(str, buiten))} telt niet mee voor {doel.label} in dit plan en is niet overgenomen."
            self._meld(Ernst.LET_OP, f"blad {self.blok.vel.naam}, {self.blok.rijen[rij].waar}", zin)
        return [j for j in gevuld if self.blok.kolommen[j].kop.jaar in jaren]

    def _cellen(self, rij: int, doel: Doel, k: Rijkoppeling, kolommen: list[int]) -> list[Overgenomen] | None:
        """The values of a row; None where a cell asks something."""
        gelezen: list[Overgenomen] | None = []
        for j in kolommen:
            cel = self.blok.cel(rij, j)
            try:
                controleer_omgeving(self.blok, rij, j)
                controleer_kop(self.blok.kolommen[j], doel)
                getal = lees_cel(cel, doel.ingang, self.notatie, k.maal)
            except Bezwaar as bezwaar:
                self._meld(bezwaar.ernst, self.blok.plaats(rij, j), bezwaar.tekst)
                if bezwaar.ernst is Ernst.FOUT:
                    gelezen = None
                continue
            assert getal is not None
            if gelezen is not None:
                gelezen.append(self._overgenomen(rij, j, doel, k, getal))
        return gelezen

    def _overgenomen(self, rij: int, j: int, doel: Doel, k: Rijkoppeling, gelezen: Gelezen) -> Overgenomen:
        kop = self.blok.kolommen[j].kop
        voorlopig = "voorlopig cijfer" if gelezen.voorlopig or kop.voorlopig else ""
        maal = f"x {toon(k.maal)}" if k.maal and k.maal != 1 else ""
        jaar = kop.jaar if doel.per_jaar or doel.halfjaren else None
        return Overgenomen(
            doel,
            jaar,
            HELFTEN.get(kop.aard),
            gelezen.waarde,
            _stond(self.plan, doel, jaar),
            self.blok.bestand,
            self.blok.plaats(rij, j),
            self.datum,
            ", ".join(deel for deel in (kop.soort, voorlopig, maal) if deel),
            gelezen.uit_tekst,
        )

    # -- into the plan

    def _zet(self, waar: str, doel: Doel, gelezen: list[Overgenomen]) -> None:
        if doel.halfjaren or any(g.helft is not None for g in gelezen):
            gelezen = self._hele_jaren(doel, gelezen)
        if not gelezen:
            return
        if not (doel.per_jaar or doel.halfjaren) and len({g.waarde for g in gelezen}) > 1:
            zin = f"{doel.label} is één getal, maar in deze rij staan er meer. Kies het jaar dat u bedoelt."
            self._meld(Ernst.FOUT, waar, zin)
            return
        if doel.per_jaar or doel.halfjaren:
            ruw: Any = self._rij_in_plan(waar, doel, gelezen)
        else:
            gelezen, ruw = gelezen[:1], gelezen[0].waarde
        fouten: list[Bevinding] = []
        waarde = Waardelezer(self.catalogus, fouten).lees("", doel.plannaam, ruw)
        self.bevindingen += [replace(b, plaats=f"{waar} ({b.plaats})") for b in fouten]
        if waarde is not None:
            self._vergelijk_met_plan(gelezen)
            herkomst = {**self.plan.herkomst, doel.plannaam: _herkomst(self.plan, doel, gelezen)}
            self.plan = replace(self.plan, invoer={**self.plan.invoer, doel.plannaam: waarde}, herkomst=herkomst)
            self.waarden += gelezen

    def _vergelijk_met_plan(self, gelezen: list[Overgenomen]) -> None:
        """A figure a hundred times as large as that of the plan was perhaps in another size."""
        for g in gelezen:
            if isinstance(g.oud, int | float) and g.oud and g.waarde:
                verhouding = abs(g.waarde / g.oud)
                if not 1 / _ANDERE_GROOTTE < verhouding < _ANDERE_GROOTTE:
                    hoe = "groter" if verhouding > 1 else "kleiner"
                    zin = f"{toon(g.waarde)} is meer dan {_ANDERE_GROOTTE} keer {hoe} dan wat in uw plan staat"
                    self._meld(Ernst.WAARSCHUWING, g.plaats, f"{zin} ({toon(g.oud)}). Kijk of het klopt.")

    def _hele_jaren(self, doel: Doel, gelezen: list[Overgenomen]) -> list[Overgenomen]:
        """Only years of which both halves are known: half a year is never taken for a whole one."""
        helften = Counter(g.jaar for g in gelezen if g.helft is not None)
        heel = {g.jaar for g in gelezen if g.helft is None}
        optelbaar = doel.halfjaren or (doel.per_jaar and doel.ingang.eenheid.naam in _OPTELBAAR)
        goed = []
        for g in gelezen:
            if g.helft is None:
                zin = f"Hier staat heel {g.jaar}. {doel.label} heeft twee halfjaren nodig." if doel.halfjaren else ""
            elif not optelbaar:
                zin = f"Dit is een half jaar. Voor {doel.label} is een heel jaar nodig."
            elif helften[g.jaar] < len(HELFTEN):
                zin = f"Van {g.jaar} staat hier maar één helft. {doel.label} wordt voor dat jaar niet overgenomen."
            else:
                zin = ""
                if g.jaar in heel and not doel.halfjaren:
                    continue  # the whole year stands there too
            if zin:
                self._meld(Ernst.WAARSCHUWING, g.plaats, zin)
            else:
                goed.append(g)
        return goed

    def _rij_in_plan(self, waar: str, doel: Doel, gelezen: list[Overgenomen]) -> Any:
        """What the input becomes: the years of the table over those of the plan."""
        nieuw: dict[str, Any] = {}
        for g in sorted(gelezen, key=lambda g: g.helft or 0):
            jaar = str(g.jaar)
            if doel.halfjaren:
                nieuw.setdefault(jaar, []).append(g.waarde)
            else:
                nieuw[jaar] = nieuw.get(jaar, 0) + g.waarde  # two halves are one year
        staat = self.plan.invoer.get(doel.plannaam)
        routes = dict(kaal(staat)) if doel.route and staat is not None else {}
        oud = routes.get(doel.route) if doel.route else (None if staat is None else kaal(staat))
        if isinstance(oud, Mapping) and "bedrag" not in oud:
            nieuw = {**oud, **nieuw}
        elif oud is not None:
            jaren = ", ".join(sorted(nieuw))
            zin = f"{doel.label} was één getal voor alle jaren. Dat vervalt: er staan nu alleen waarden voor {jaren}."
            self._meld(Ernst.WAARSCHUWING, waar, zin)
        return {**routes, doel.route: nieuw} if doel.route else nieuw


def _stond(plan: Plan, doel: Doel, jaar: int | None) -> Any:
    """What the plan has for an input (in a year), as plain data."""
    waarde = plan.invoer.get(doel.plannaam)
    ruw = None if waarde is None else kaal(waarde)
    if doel.route:
        ruw = (ruw or {}).get(doel.route)
    per_jaar = isinstance(ruw, Mapping) and "bedrag" not in ruw
    return ruw.get(str(jaar)) if per_jaar and isinstance(ruw, Mapping) else ruw


def _herkomst(plan: Plan, doel: Doel, gelezen: list[Overgenomen]) -> Herkomst:
    """File, sheet, day, and the cell of every value; what was there before is kept behind it."""
    blad = gelezen[0].plaats.rpartition(_CEL)[0]
    d = gelezen[0].datum
    nota = "; ".join([*([f"{doel.route}:"] if doel.route else []), *map(_vindplaats, gelezen)])
    eerder = plan.herkomst.get(doel.plannaam)
    if eerder is not None and (doel.route or isinstance(plan.invoer.get(doel.plannaam), PerJaar)):
        oud = ", ".join(deel for deel in (eerder.bron, eerder.datum, eerder.door, eerder.nota) if deel)
        nota = f"{nota}. Eerder: {oud}"[:LANGSTE_NOTA]
    return Herkomst(f"{gelezen[0].bestand}, {blad}", f"{d.day}-{d.month}-{d.year}", nota=nota)


def _vindplaats(g: Overgenomen) -> str:
    jaar = "" if g.jaar is None else f"{g.jaar}: "
    nota = f" ({g.nota})" if g.nota else ""
    return f"{jaar}cel {g.plaats.rpartition(_CEL)[2]}{nota}"
