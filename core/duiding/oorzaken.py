"""Causes of a tekort: how a gemeente differs from the reference, one group of inputs per cause (besluit 008).

The reference is the gemeente at the volume and the cost level behind its Gemeentefonds, without own choices. A cause
that cannot be stated (a blank input, a method that has no such input) or that equals the reference is not there:
blank is never zero.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from core.duiding.referentie import Referentie
from core.duiding.varianten import bladen_van
from core.duiding.zinnen import procent
from core.getallen import toon, toon_euro
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import NAN, Plek
from core.rekenkunde.regel import ASIEL, GEZIN, GROEPEN

DEELNAMEN = ("startklas", "reiskosten", "kinderopvang")
UREN = (
    "uren_start",
    "uren_jaar",
    "uren_brede_intake",
    "uren_leerbaarheidstoets",
    "uren_pip",
    "uren_ontzorgen",
    "uren_per_gesprek",
    "uren_afstemming",
    "uren_handhaving",
)
"""Every input that is hours per person: scaled together, the work per person scales."""
FORMATIE = "formatie"
GELIJK = 1e-12


class Wie(Enum):
    """Whose doing a cause is."""

    RIJK = "Rijk"
    KEUZE = "eigen keuze"
    OMSTANDIGHEID = "omstandigheid"


@dataclass(frozen=True)
class Oorzaak:
    """One cause: what its inputs are in the reference.

    `vervangt` gives leaves another value (NaN: blank); `schaalt` multiplies them. `zin` is the sentence in which the
    amount still has to be filled in, with the figures of plan and reference already there.
    """

    naam: str
    label: str
    wie: Wie
    zin: str
    vervangt: dict[Plek, float] = field(default_factory=dict)
    schaalt: dict[Plek, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Kostenniveau:
    """What a person of weight 1 costs per year in direct hours, in the first plan year: own and national."""

    eigen: float
    landelijk: float


class PlanNaastReferentie:
    """A plan beside the reference."""

    def __init__(self, uitkomst: Uitkomst, referentie: Referentie) -> None:
        self.u, self.ref = uitkomst, referentie
        self.bladen = {plek: w for plek, w in bladen_van(uitkomst).items() if isinstance(w, float)}
        self.jaren = uitkomst.tijdas.planjaren
        self.methode = uitkomst.methode
        self.mensen = self._mensen()
        self.afwezig = tuple(d for d in GROEPEN if self._niemand(d))

    def oorzaken(self) -> list[Oorzaak]:
        """All causes that differ from the reference, in the order in which they are shown."""
        kandidaten = (
            self._volume(),
            self._samenstelling(),
            self._duur(),
            self._werk(),
            self._kostenniveau(),
            self._jongeren(),
            self._participatiewet(),
            self._inhuur(),
            self._formatie(),
            *map(self._deelname, DEELNAMEN),
            self._algemeen(),
            self._samenwerking(),
            self._incidenteel(),
            self._stijging(),
        )
        return [o for o in kandidaten if o is not None and self._wijkt_af(o)]

    def _wijkt_af(self, oorzaak: Oorzaak) -> bool:
        paren = ((self.waarde(plek, NAN), waarde) for plek, waarde in oorzaak.vervangt.items())
        vervangen = any(not math.isclose(nu, waarde, rel_tol=GELIJK) for nu, waarde in paren)
        return vervangen or any(abs(f - 1) > GELIJK for f in oorzaak.schaalt.values())

    def waarde(self, plek: Plek, leeg: float) -> float:
        """The value of a leaf as it counts in the plan; `leeg` where it is blank."""
        return self.mensen.get(plek, self.bladen.get(plek, leeg))

    def _van(self, *namen: str, groepen: tuple[str, ...] = ()) -> Iterator[Plek]:
        """The filled leaves of inputs (the row, the one figure and the kengetal)."""
        families = {f"{soort}_{naam}" for naam in namen for soort in ("invoer", "rij", "kengetal")}
        for plek in self.bladen:
            if plek[0][0] in families and (not groepen or plek[0][1][:1] in [(g,) for g in groepen]):
                yield plek

    def _voor_wie_er_is(self, *namen: str) -> Iterator[Plek]:
        """The filled leaves of inputs, without those of a group of which nobody is there."""
        return (plek for plek in self._van(*namen) if plek[0][1][:1] not in [(d,) for d in self.afwezig])

    # -- people

    def _niemand(self, d: str) -> bool:
        """Whether the plan has nobody of a group, in no year."""
        figuren = ("instroom", "begeleid", "wachtend")
        return all(self.u.waarde(naam, d, moment=j) == 0 for naam in figuren for j in self.jaren)

    def _mensen(self) -> dict[Plek, float]:
        """Leaves that together say who is there, with the value that counts (a row wins from all else)."""
        gevonden: dict[Plek, float | None] = {}
        for d in GROEPEN:
            for j in self.jaren:
                gevonden[("rij_instroom", (d,)), j] = self.u.waarde("instroom", d, moment=j)
            for naam in ("begeleiding_start", "wachtlijst_start"):
                gevonden[(f"invoer_{naam}", (d,)), None] = self.u.waarde(naam, d)
            for plek in self._van("eerdere_instroom", groepen=(d,)):
                gevonden[plek] = self.bladen[plek]
        return {plek: w for plek, w in gevonden.items() if w is not None}

    def _volume(self) -> Oorzaak:
        v = self.ref.volume
        return Oorzaak(
            "volume",
            "Aantal mensen",
            Wie.RIJK,
            "U rekent in {jaar} met een instroom van {instroom}; de referentie rekent met "
            f"{procent(v)} van al uw aantallen",
            schaalt=dict.fromkeys(self.mensen, v),
        )

    def _samenstelling(self) -> Oorzaak:
        """Both groups in the national proportion; where one of the two is not known nothing moves.

        What the plan says of a group of which nobody is there concerns no one: it goes as in the reference, together
        with the people that the reference has.
        """
        deel = {ASIEL: 1 - self.ref.aandeel_gezin, GEZIN: self.ref.aandeel_gezin}
        nieuw: dict[Plek, float] = {}
        for (naam, (d,)), moment in self.mensen:
            samen = [self.mensen.get(((naam, (g,)), moment)) for g in GROEPEN]
            if None not in samen:
                nieuw[(naam, (d,)), moment] = sum(x or 0 for x in samen) * deel[d]
        return Oorzaak(
            "samenstelling",
            "Verdeling over asiel en gezin",
            Wie.OMSTANDIGHEID,
            "Van de mensen die u in {jaar} begeleidt of die wachten, is {gezin} gezins- of overige migrant; "
            f"de referentie rekent bij alle aantallen met {procent(self.ref.aandeel_gezin)}",
            nieuw | self._van_afwezigen(),
        )

    def _van_afwezigen(self) -> dict[Plek, float]:
        if not self.afwezig:
            return {}
        keuzes = ("besparing_participatiewet", *(f"deelname_{wat}" for wat in DEELNAMEN))
        nul = [*self._van(*keuzes, groepen=self.afwezig), *(self._van("aandeel_jong") if ASIEL in self.afwezig else ())]
        duren = self._van("begeleidingsduur", groepen=self.afwezig)
        return dict.fromkeys(nul, 0.0) | dict.fromkeys(duren, self.ref.begeleidingsduur)

    def _duur(self) -> Oorzaak:
        duren = [toon(self.u.waarde("begeleidingsduur", d) or 0) for d in GROEPEN]
        eigen = " en ".join(dict.fromkeys(duren))
        eenheid = "kwartaal" if eigen == "1" else "kwartalen"
        return Oorzaak(
            "begeleidingsduur",
            "Duur van de begeleiding",
            Wie.OMSTANDIGHEID,
            f"U begeleidt mensen {eigen} {eenheid}; in de referentie is dat {toon(self.ref.begeleidingsduur)}",
            dict.fromkeys(self._voor_wie_er_is("begeleidingsduur"), self.ref.begeleidingsduur),
        )

    # -- what a person costs

    def _niveau(self) -> Kostenniveau | None:
        """None where the plan gives no cost per person of its own."""
        u, start = self.u, self.jaren[0]
        landelijk = u.waarde("suggestie_kengetal_persoonsjaar", moment=start)
        gewicht, algemeen = u.waarde("gewicht_landelijk"), u.waarde("aandeel_algemeen_landelijk")
        if self.methode == "landelijk":
            eigen = u.waarde("kengetal_persoonsjaar", moment=start)
        else:
            eigen = self._per_persoon(self._prijs("fte" if self.methode == "caseload" else "uur"))
        if not eigen or not landelijk or gewicht is None or algemeen is None:
            return None
        direct = 1.0 if self.methode == "landelijk" else (1 - algemeen) / gewicht
        return Kostenniveau(eigen, landelijk * direct)

    def _prijs(self, per: str) -> float | None:
        """The price of own staff; where there is none, that of hired staff."""
        start = self.jaren[0]
        eigen = self.u.waarde("loonkosten_fte" if per == "fte" else "loonkosten_uur", moment=start)
        if eigen is not None and self._heeft_loonkosten():
            return eigen
        return self.u.waarde("prijs_fte" if per == "fte" else "uurprijs", moment=start)

    def _heeft_loonkosten(self) -> bool:
        return all(self.u.waarde("loonkosten_fte", moment=j) is not None for j in self.jaren)

    def _per_persoon(self, prijs: float | None) -> float | None:
        """Direct cost of a year of a person of weight 1, without jongeren and Participatiewet."""
        if prijs is None:
            return None
        if self.methode == "caseload":
            caseload = self.u.waarde("caseload")
            return None if caseload is None else prijs / caseload
        for d in GROEPEN:
            start, jaar = self.u.waarde("uren_start", d), self.u.waarde("uren_jaar", d)
            duur, zwaarte = self.u.waarde("duur", d), self.u.waarde("zwaarte", d)
            kwartalen = self.u.waarde("kwartalen_per_jaar")
            if start is not None and jaar is not None and duur and zwaarte and kwartalen:
                return (start * kwartalen / duur + jaar) * prijs / zwaarte
        return None

    def _schaal(self, factor: float) -> dict[Plek, float]:
        """The leaves with which the work per person becomes `factor` times what it is."""
        if self.methode == "caseload":
            return dict.fromkeys(self._van("caseload"), 1 / factor)
        return dict.fromkeys(self._van(*(UREN if self.methode == "uren" else ("kengetal_persoonsjaar",))), factor)

    def _werk(self) -> Oorzaak | None:
        gemiddeld = self.u.catalogus["kengetal_persoonsjaar"].kengetal()
        if self._niveau() is None or gemiddeld is None:
            return None
        return Oorzaak(
            "werk",
            "Meer werk per persoon, in heel Nederland",
            Wie.RIJK,
            f"Landelijk kost een persoon {toon_euro(gemiddeld.punt)} per jaar; de referentie rekent met "
            f"{toon_euro(self.ref.persoonsjaar)} (beide met algemene kosten, prijspeil {gemiddeld.prijspeil})",
            schaalt=self._schaal(self.ref.persoonsjaar / gemiddeld.punt),
        )

    def _kostenniveau(self) -> Oorzaak | None:
        niveau = self._niveau()
        if niveau is None:
            return None
        wat = {
            "landelijk": "U rekent met {eigen} per persoon per jaar",
            "caseload": "Met uw caseload en uw kosten per fte kost een persoon {eigen} aan begeleiding per jaar",
            "uren": "Met uw uren en uw kosten per uur kost een persoon {eigen} aan begeleiding per jaar",
        }[self.methode].format(eigen=toon_euro(niveau.eigen))
        zonder = "" if self.methode == "landelijk" else ", zonder algemene kosten"
        return Oorzaak(
            "kostenniveau",
            "Uw eigen inzet en loon per persoon",
            Wie.KEUZE,
            f"{wat}; landelijk is dat {toon_euro(niveau.landelijk)} (prijzen van {self.jaren[0]}{zonder})",
            schaalt=self._schaal(niveau.landelijk / niveau.eigen),
        )

    # -- circumstances and choices

    def _jongeren(self) -> Oorzaak | None:
        if self.methode == "landelijk" or ASIEL in self.afwezig:
            return None
        aandeel, extra = self.u.waarde("aandeel_jong") or 0, self.u.waarde("extra_begeleiding_jong") or 0
        return Oorzaak(
            "jongeren",
            "Jongeren die meer begeleiding vragen",
            Wie.OMSTANDIGHEID,
            f"Van de asielstatushouders is {procent(aandeel)} jong; zij vragen {procent(extra)} meer werk",
            dict.fromkeys(self._van("aandeel_jong") if extra else (), 0.0),
        )

    def _participatiewet(self) -> Oorzaak | None:
        if self.methode == "landelijk":
            return None
        delen = [procent(self.u.waarde("besparing_participatiewet", d) or 0) for d in GROEPEN]
        bespaard = " en ".join(dict.fromkeys(delen))
        return Oorzaak(
            "participatiewet",
            "Samen met de Participatiewet",
            Wie.KEUZE,
            f"Doordat consulenten ook de Participatiewet doen, bespaart u {bespaard} van het werk",
            dict.fromkeys(self._voor_wie_er_is("besparing_participatiewet"), 0.0),
        )

    def _inhuur(self) -> Oorzaak | None:
        if self.methode == "landelijk" or not self._heeft_loonkosten():
            return None
        return Oorzaak(
            "inhuur",
            "Inhuur",
            Wie.KEUZE,
            "U huurt in {jaar} {inhuur} van de inzet in, tegen een ander tarief dan eigen personeel",
            dict.fromkeys(self._van("inhuuraandeel"), 0.0),
        )

    def _formatie(self) -> Oorzaak | None:
        if self.u.waarde("caseload") is None or not self._instroom_bekend():
            return None
        return Oorzaak(
            FORMATIE,
            "Uw formatie",
            Wie.KEUZE,
            "U zet in {jaar} {fte} fte in, en {wachtend}; de referentie rekent met "
            "precies zoveel fte als nodig is, en daar wacht niemand",
            dict.fromkeys(self._van("fte_beschikbaar"), NAN),
        )

    def _instroom_bekend(self) -> bool:
        return all((("rij_instroom", (d,)), j) in self.mensen for d in GROEPEN for j in self.jaren)

    def _deelname(self, wat: str) -> Oorzaak:
        naam = f"deelname_{wat}"
        asiel, gezin = (procent(self.u.waarde(naam, d) or 0) for d in GROEPEN)
        label = {"startklas": "Startklas", "reiskosten": "Reiskosten", "kinderopvang": "Kinderopvang"}[wat]
        zin = (
            f"U betaalt {label.lower()} voor {asiel} van de asielstatushouders en {gezin} van de gezins- en overige "
            "migranten"
        )
        return Oorzaak(wat, label, Wie.KEUZE, zin, dict.fromkeys(self._voor_wie_er_is(naam), 0.0))

    def _algemeen(self) -> Oorzaak:
        """An own share is an own choice; an amount is a circumstance.

        An amount does not follow the people, so how much of it is own choice and how much scale cannot be told apart:
        the sentence says so.
        """
        bedragen = dict.fromkeys(self._van("algemene_kosten_bedrag"), NAN)
        aandelen = dict.fromkeys(self._van("aandeel_algemeen"), self.ref.aandeel_algemeen)
        referentie = f"in de referentie zijn ze {procent(self.ref.aandeel_algemeen)} van het geheel"
        if not bedragen:
            wie, wat = Wie.OMSTANDIGHEID, "het landelijke aandeel"
            if "aandeel_algemeen" in self.u.plan.invoer:
                wie, wat = Wie.KEUZE, "een aandeel dat u zelf opgaf"
            zin = f"Uw algemene kosten zijn in {{jaar}} {{algemeen}}, {wat}; {referentie}"
            return Oorzaak("algemeen", "Aandeel algemene kosten", wie, zin, aandelen)
        return Oorzaak(
            "algemeen",
            "Algemene kosten en schaal",
            Wie.OMSTANDIGHEID,
            f"Uw algemene kosten zijn in {{jaar}} {{algemeen}}; {referentie}. Een vast bedrag drukt zwaarder op weinig "
            "mensen; een deel kan uw eigen keuze zijn",
            bedragen | aandelen,
        )

    def _samenwerking(self) -> Oorzaak:
        return Oorzaak(
            "samenwerking",
            "Bijdrage aan samenwerking",
            Wie.KEUZE,
            "U betaalt in {jaar} mee aan een samenwerkingsverband of centrumgemeente",
            dict.fromkeys(self._van("bijdrage_samenwerking"), 0.0),
        )

    def _incidenteel(self) -> Oorzaak:
        return Oorzaak(
            "incidenteel",
            "Incidentele kosten",
            Wie.OMSTANDIGHEID,
            "In {jaar} zijn er eenmalige kosten",
            dict.fromkeys(self._van("incidentele_kosten"), 0.0),
        )

    def _stijging(self) -> Oorzaak:
        """Rises after the first plan year; up to then the amounts of both are in its prices."""
        start = self.jaren[0]
        rijen: dict[Plek, float] = {}
        for naam in ("loonstijging", "prijsstijging"):
            for j in self.jaren[1:]:
                rijen[(f"rij_{naam}", ()), j] = 0.0
        echt = any(self.u.waarde(n[4:], moment=j) for ((n, _), j) in rijen)
        return Oorzaak(
            "stijging",
            "Stijging van lonen en prijzen",
            Wie.OMSTANDIGHEID,
            f"Lonen en prijzen stijgen na {start}; de referentie blijft in prijzen van {start}",
            rijen if echt else {},
        )
