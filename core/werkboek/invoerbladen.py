"""The input sheets: every cell a gemeente can fill in, with its bounds, explanation and provenance."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from core import VERSIE
from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import ALLEEN_RIJ, plannaam, vaklabel, vaknaam, venster_van
from core.getallen import Bereik, toon
from core.plan import Plan, vakwaarden
from core.plan.plan import EENHEDEN, TEKENS
from core.rekenkunde.berekening import Plek
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import (
    BANDBLAD,
    EENHEID,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    KOPRIJ,
    LABEL,
    NAAM,
    PLANBLAD,
    PLANRIJEN,
    WAARDE,
    Indeling,
    Invoerrij,
)
from core.werkboek.stijlen import Rekenblad, Stijlen

PLANKOPPEN = ("Omschrijving", "Naam", "Eenheid", "", "Waarde")
VOORKOLOMMEN = ("Invoer", "Naam", "Eenheid", "Prijspeil (jaar)", "Voor alle jaren")
ACHTERKOLOMMEN = ("Soort", "Uitleg", "Bron", "Datum", "Door", "Nota")
"""Columns behind the years; the last four are the provenance (herkomst) of the value."""
PLANTEKSTEN = ("gemeente", "cbs_code", "inwonertal", "samenwerkingsverband", "teken", "eenheid", "taakveld")
BANDKOLOMMEN = ("Naam", "Jaar", "Laag (in 8 van de 10 gevallen niet lager)", "Hoog (in 8 van de 10 niet hoger)")
UITLEGBLAD = "Uitleg"
BANDRIJEN = 60
KOPHOOGTE, TITELHOOGTE = 30, 24
LABELBREEDTE, UITLEGBREEDTE = 66, 130
ALLE_JAREN = "alle"
JA, NEE = "ja", "nee"


class Invoerbladen:
    """Writes the input sheets of one plan, or empty ones."""

    def __init__(self, werkboek: Any, stijlen: Stijlen, indeling: Indeling, catalogus: Catalogus, plan: Plan) -> None:
        self.werkboek, self.stijl, self.indeling = werkboek, stijlen, indeling
        self.catalogus, self.plan = catalogus, plan
        self.waarden = vakwaarden(plan, catalogus)

    def schrijf(self) -> None:
        """All of them, in the order of the work."""
        self._planblad()
        for onderwerp in self.catalogus.onderwerpen:
            rijen = self.indeling.invoerrijen.get(f"Invoer_{onderwerp.naam}")
            if rijen:
                self._invoerblad(rijen, onderwerp.titel)
        self._bandblad()

    # -- the plan sheet

    def _planblad(self) -> None:
        blad = self._nieuw(PLANBLAD, "Plan en gemeente", PLANKOPPEN)
        editie = f"Inburgeringsplanner {VERSIE}, kengetallen editie {self.catalogus.editie}."
        blad.write_string(1, LABEL, editie, self.stijl("ondertitel"))
        as_ = self.indeling.tijdas
        vast = {"startjaar": as_.startjaar, "eindjaar": as_.eindjaar, "eerste_jaar": as_.eerste}
        labels = {
            "startjaar": "Eerste jaar van het plan (ligt vast in dit werkboek)",
            "eindjaar": "Laatste jaar van het plan (ligt vast in dit werkboek)",
            "eerste_jaar": "Eerste jaar in de kolommen (ligt vast in dit werkboek)",
            "maatregel_spuk_korting": "Aangekondigde korting op de SPUK meerekenen (1 = ja, 0 = nee)",
        }
        for rij, naam in enumerate(PLANRIJEN, EERSTE_RIJ):
            self._naamrij(blad, rij, labels[naam], naam, "jaartal" if naam in vast else "0 of 1")
            if naam in vast:
                blad.write_number(rij, WAARDE, vast[naam], self.stijl("vast"))
            else:
                aan = float(naam.removeprefix("maatregel_") in self.plan.maatregelen)
                blad.write_number(rij, WAARDE, aan, self.stijl("invoer"))
                blad.data_validation(rij, WAARDE, rij, WAARDE, {"validate": "list", "source": ["0", "1"]})
        self._planteksten(blad, EERSTE_RIJ + len(PLANRIJEN))

    def _planteksten(self, blad: Any, rij: int) -> None:
        g = self.plan.gemeente
        waarden = (g.naam, g.cbs_code, g.inwonertal, g.samenwerkingsverband, g.teken, g.eenheid)
        taakveld = "; ".join(f"{k} = {v}" for k, v in g.taakveld)
        labels = ("Gemeente", "CBS-code", "Inwonertal", "Samenwerkingsverband", "Tekenafspraak", "Bedragen in")
        for label, naam, waarde in zip((*labels, "Taakvelden"), PLANTEKSTEN, (*waarden, taakveld), strict=True):
            self._naamrij(blad, rij, label, naam, "aantal" if naam == "inwonertal" else "tekst")
            if isinstance(waarde, int):
                blad.write_number(rij, WAARDE, waarde, self.stijl("invoer"))
            else:
                blad.write_string(rij, WAARDE, waarde or "", self.stijl("invoer"))
            keuzes = {"teken": TEKENS, "eenheid": EENHEDEN}.get(naam)
            if keuzes:
                blad.data_validation(rij, WAARDE, rij, WAARDE, {"validate": "list", "source": list(keuzes)})
            rij += 1
        blad.set_column(WAARDE, WAARDE, 28)

    def _naamrij(self, blad: Any, rij: int, label: str, naam: str, eenheid: str) -> None:
        blad.write_string(rij, LABEL, label, self.stijl("label"))
        blad.write_string(rij, NAAM, naam, self.stijl("klein"))
        blad.write_string(rij, EENHEID, eenheid, self.stijl("klein"))

    # -- the sheets per subject

    def _invoerblad(self, rijen: list[Invoerrij], titel: str) -> None:
        jaren = self.indeling.tijdas.jaren
        koppen = (*VOORKOLOMMEN, *jaren, *ACHTERKOLOMMEN)
        blad = self._nieuw(rijen[0].blad, f"Invoer: {titel}", koppen)
        blad.write_string(
            1,
            LABEL,
            "Vul de gele vakken in: één getal voor alle jaren, of per jaar. Leeg betekent: niet opgegeven.",
            self.stijl("ondertitel"),
        )
        for naam, van_ingang in groupby(rijen, key=lambda r: r.ingang):
            eigen = list(van_ingang)
            for rij in eigen:
                self._invoerrij(blad, rij)
            self._regel(blad, eigen[0].rij, eigen[-1].rij, self.catalogus[naam])
        jaargrens = {"criteria": "between", "minimum": jaren[0], "maximum": jaren[-1]}
        blad.data_validation(EERSTE_RIJ, EXTRA, rijen[-1].rij, EXTRA, {"validate": "integer", **jaargrens})
        achter = EERSTE_MOMENT + len(jaren)
        blad.set_column(EXTRA, EXTRA, 10)
        blad.set_column(WAARDE, WAARDE, 14)
        blad.set_column(EERSTE_MOMENT, achter - 1, 10)
        blad.set_column(achter, achter, 14)
        blad.set_column(achter + 1, achter + 1, UITLEGBREEDTE)
        blad.set_column(achter + 2, achter + 5, 24)
        blad.print_area(0, 0, rijen[-1].rij, achter - 1)
        blad.freeze_panes(EERSTE_RIJ, EERSTE_MOMENT)

    def _jaarkolommen(self, ingang: Ingang) -> dict[int, int]:
        """The years for which an input can be given, with their columns."""
        if not ingang.op_rij and ingang.vorm not in ALLEEN_RIJ:
            return {}
        jaren = self.indeling.tijdas.bereik(Tijdsoort.JAAR, venster_van(ingang))
        return {jaar: self.indeling.kolom(Tijdsoort.JAAR, jaar) for jaar in jaren}

    def _invoerrij(self, blad: Any, plek: Invoerrij) -> None:
        ingang, rij = self.catalogus[plek.ingang], plek.rij
        self._naamrij(
            blad, rij, vaklabel(ingang, plek.sleutel), vaknaam(ingang.naam, plek.sleutel), ingang.eenheid.naam
        )
        stijl = self.stijl("invoer", ingang.eenheid)
        if ingang.vorm not in ALLEEN_RIJ:
            self._vak(blad, rij, WAARDE, stijl, ((f"invoer_{ingang.naam}", plek.sleutel), None))
        if ingang.geindexeerd:
            prijspeil = (f"prijspeil_{ingang.naam}", plek.sleutel), None
            self._vak(blad, rij, EXTRA, self.stijl("invoer"), prijspeil)
        for jaar, kolom in self._jaarkolommen(ingang).items():
            self._vak(blad, rij, kolom, stijl, ((f"rij_{ingang.naam}", plek.sleutel), jaar))
        self._achter(blad, plek, ingang)

    def _vak(self, blad: Any, rij: int, kolom: int, stijl: Any, plek: Plek) -> None:
        waarde = self.waarden.get(plek)
        if isinstance(waarde, Bereik):
            waarde = waarde.verwacht
        if waarde is None:
            blad.write_blank(rij, kolom, None, stijl)
        elif isinstance(waarde, bool):
            blad.write_string(rij, kolom, JA if waarde else NEE, stijl)
        elif isinstance(waarde, str):
            blad.write_string(rij, kolom, waarde, stijl)
        else:
            blad.write_number(rij, kolom, waarde, stijl)

    def _regel(self, blad: Any, eerste: int, laatste: int, ingang: Ingang) -> None:
        """What may be typed in the rows of an input, and what is shown while it is typed."""
        vakken = [(WAARDE, WAARDE)] if ingang.vorm not in ALLEEN_RIJ else []
        if kolommen := list(self._jaarkolommen(ingang).values()):
            vakken.append((kolommen[0], kolommen[-1]))
        (van, tot), *andere = vakken
        blad.data_validation(
            eerste,
            van,
            laatste,
            tot,
            {
                "other_cells": [[eerste, v, laatste, t] for v, t in andere],
                **_grenzen(ingang),
                "input_title": ingang.label[:32],
                "input_message": ingang.hulp[:255],
                "error_title": "Dit kan hier niet staan",
                "error_message": grenszin(ingang)[:255],
            },
        )

    def _achter(self, blad: Any, plek: Invoerrij, ingang: Ingang) -> None:
        kolom = EERSTE_MOMENT + len(self.indeling.tijdas.jaren)
        blad.write_string(plek.rij, kolom, ingang.klasse.value, self.stijl("klein"))
        uitleg = f"{ingang.hulp} {ingang.vindplek}".strip()
        blad.write_string(plek.rij, kolom + 1, uitleg, self.stijl("toelichting"))
        blad.pas_hoogte(plek.rij, (uitleg, UITLEGBREEDTE), (vaklabel(ingang, plek.sleutel), LABELBREEDTE))
        herkomst = self.plan.herkomst.get(plannaam(ingang, plek.sleutel)) if plek.eerste else None
        delen = (herkomst.bron, herkomst.datum, herkomst.door, herkomst.nota) if herkomst else ("",) * 4
        for i, tekst in enumerate(delen, 2):
            blad.write_string(plek.rij, kolom + i, tekst, self.stijl("invoer"))

    # -- ranges

    def _bandblad(self) -> None:
        blad = self._nieuw(BANDBLAD, "Bandbreedtes bij de invoer", BANDKOLOMMEN)
        blad.write_string(
            1,
            LABEL,
            "De verwachte waarde staat op het invoerblad; hier staat tussen welke grenzen die in 8 van de 10 gevallen "
            f'ligt. Jaar: een jaartal, of "{ALLE_JAREN}".',
            self.stijl("ondertitel"),
        )
        banden = list(self._banden())
        for rij in range(EERSTE_RIJ, EERSTE_RIJ + max(BANDRIJEN, len(banden) + 20)):
            band = banden[rij - EERSTE_RIJ] if rij - EERSTE_RIJ < len(banden) else (None,) * 4
            for kolom, waarde in enumerate(band):
                blad.write(rij, kolom, waarde, self.stijl("invoer"))
        blad.set_column(LABEL, LABEL, 40)
        blad.set_column(NAAM, EXTRA, 22)
        blad.freeze_panes(EERSTE_RIJ, 0)

    def _banden(self) -> Iterator[tuple[str, int | str, float, float]]:
        for (id_, jaar), waarde in sorted(self.waarden.items(), key=str):
            if isinstance(waarde, Bereik):
                naam, sleutel = id_
                kaal = naam.partition("_")[2]
                yield vaknaam(kaal, sleutel), jaar or ALLE_JAREN, waarde.laag, waarde.hoog

    def _nieuw(self, naam: str, titel: str, koppen: tuple[Any, ...]) -> Any:
        return nieuw_blad(self.werkboek, self.stijl, naam, titel, koppen)


def nieuw_blad(werkboek: Any, stijl: Stijlen, naam: str, titel: str, koppen: tuple[Any, ...]) -> Any:
    """A sheet with its title in A1, its column heads, landscape A4 and protection without password."""
    blad = werkboek.add_worksheet(naam, Rekenblad)
    blad.write_string(0, LABEL, titel, stijl("titel"))
    for kolom, kop in enumerate(koppen):
        if isinstance(kop, int):
            blad.write_number(KOPRIJ, kolom, kop, stijl("kopjaar"))
        else:
            blad.write_string(KOPRIJ, kolom, kop, stijl("kop"))
    blad.set_column(LABEL, LABEL, LABELBREEDTE)
    blad.set_column(NAAM, NAAM, 26)
    blad.set_column(EENHEID, EENHEID, 18)
    blad.set_row(0, TITELHOOGTE)
    blad.set_row(KOPRIJ, KOPHOOGTE)
    blad.set_landscape()
    blad.set_paper(9)
    blad.fit_to_pages(1, 0)
    blad.repeat_rows(KOPRIJ)
    blad.set_footer("&L&A&RBladzijde &P van &N")
    blad.hide_gridlines(2)
    blad.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    return blad


def grenszin(ingang: Ingang) -> str:
    """The bounds of an input as a sentence."""
    if ingang.vorm is Vorm.KEUZE:
        return f"Kies uit: {', '.join(ingang.keuzes)}."
    if ingang.vorm is Vorm.SCHAKELAAR:
        return f"Kies {JA} of {NEE}."
    soort = "een heel getal" if ingang.geheel else "een getal"
    grenzen = [
        f"{woord} {toon(grens)}"
        for woord, grens in (
            ("van minstens", ingang.minimum),
            ("groter dan", ingang.boven),
            ("van hooguit", ingang.maximum),
            ("kleiner dan", ingang.onder),
        )
        if grens is not None
    ]
    return f"Geef {soort} {' en '.join(grenzen)}".rstrip() + "."


def _grenzen(ingang: Ingang) -> dict[str, Any]:
    if ingang.vorm is Vorm.KEUZE:
        return {"validate": "list", "source": list(ingang.keuzes)}
    if ingang.vorm is Vorm.SCHAKELAAR:
        return {"validate": "list", "source": [JA, NEE]}
    soort = "integer" if ingang.geheel else "decimal"
    laag = ingang.minimum if ingang.minimum is not None else ingang.boven
    hoog = ingang.maximum if ingang.maximum is not None else ingang.onder
    if laag is not None and hoog is not None:
        return {"validate": soort, "criteria": "between", "minimum": laag, "maximum": hoog}
    if laag is not None:
        return {"validate": soort, "criteria": ">=" if ingang.minimum is not None else ">", "value": laag}
    return {"validate": soort, "criteria": "between", "minimum": -1e12, "maximum": 1e12}
