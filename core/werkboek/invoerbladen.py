"""The input sheets: every cell a gemeente can fill in, with its bounds, explanation and provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from core import VERSIE
from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import ALLEEN_RIJ, plannaam, vaklabel, vaknaam, venster_van
from core.getallen import Bereik, toon
from core.plan import Plan, vakwaarden
from core.plan.plan import EENHEDEN, TEKENS
from core.rekenkunde.berekening import Plek
from core.rekenkunde.tijdas import Tijdas, Tijdsoort
from core.werkboek.indeling import (
    BANDBLAD,
    EENHEID,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    LABEL,
    NAAM,
    PLANBLAD,
    PLANRIJEN,
    WAARDE,
    Indeling,
    Invoerrij,
    invoerblad,
)
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import Getalkop, koppen_met_tijd, nieuw_blad
from core.werkboek.vel import Blad, Boek, Keuring, Stijl

PLANKOPPEN = ("Omschrijving", "Naam", "Eenheid", "", "Waarde")
VOORKOLOMMEN = ("Invoer", "Naam", "Eenheid", "Prijspeil (jaar)", "Voor alle jaren")
ACHTERKOLOMMEN = ("Soort", "Uitleg", "Bron", "Datum", "Door", "Nota")
"""Columns behind the years; the last four are the provenance (herkomst) of the value."""
PLANTEKSTEN = ("gemeente", "cbs_code", "inwonertal", "samenwerkingsverband", "teken", "eenheid", "taakveld")
PLANLABELS = {
    "startjaar": "Eerste jaar van het plan (ligt vast in dit werkboek)",
    "eindjaar": "Laatste jaar van het plan (ligt vast in dit werkboek)",
    "eerste_jaar": "Eerste jaar in de kolommen (ligt vast in dit werkboek)",
    "maatregel_spuk_korting": "Aangekondigde korting op de SPUK meerekenen (1 = ja, 0 = nee)",
    "gemeente": "Gemeente",
    "cbs_code": "CBS-code",
    "inwonertal": "Inwonertal",
    "samenwerkingsverband": "Samenwerkingsverband",
    "teken": "Tekenafspraak (werkt door als u het werkboek opnieuw maakt)",
    "eenheid": "Bedragen in (werkt door als u het werkboek opnieuw maakt)",
    "taakveld": "Taakvelden, bijvoorbeeld: uitvoeringskosten = code; gemeentefonds = code; spuk = code",
}
BANDKOLOMMEN = ("Naam", "Jaar", "Laag (in 8 van de 10 gevallen niet lager)", "Hoog (in 8 van de 10 niet hoger)")
UITLEGBLAD = "Uitleg"
BANDRIJEN = 40
LABELBREEDTE, UITLEGBREEDTE, HERKOMSTBREEDTEN = 44, 120, (34, 14, 20, 44)
PLANBREEDTE, PLANWAARDEBREEDTE = 62, 56
ALLE_JAREN = "alle"
JA, NEE = "ja", "nee"

Vakwaarden = Mapping[Plek, Any]


def schrijf_invoer(boek: Boek, indeling: Indeling, catalogus: Catalogus, plan: Plan) -> None:
    """The input sheets of a plan (or empty ones), in the order of the work."""
    waarden = vakwaarden(plan, catalogus)
    _planblad(boek, indeling.tijdas, catalogus, plan)
    for onderwerp in catalogus.onderwerpen:
        rijen = indeling.invoerrijen.get(invoerblad(onderwerp.naam))
        if rijen:
            _invoerblad(boek, _Opgave(indeling.tijdas, catalogus, plan, waarden), rijen, onderwerp.titel)
    bandblad(boek, BANDBLAD, "Bandbreedtes bij de invoer", waarden)


# --- the plan sheet ----------------------------------------------------------------------------------------


def _planblad(boek: Boek, as_: Tijdas, catalogus: Catalogus, plan: Plan) -> None:
    editie = f"Inburgeringsplanner {VERSIE}, kengetallen editie {catalogus.editie}."
    blad = nieuw_blad(boek, PLANBLAD, "Plan en gemeente", editie, PLANKOPPEN)
    g = plan.gemeente
    vast = {"startjaar": as_.startjaar, "eindjaar": as_.eindjaar, "eerste_jaar": as_.eerste}
    invoer = {
        "maatregel_spuk_korting": float("spuk_korting" in plan.maatregelen),
        "gemeente": g.naam,
        "cbs_code": g.cbs_code,
        "inwonertal": g.inwonertal,
        "samenwerkingsverband": g.samenwerkingsverband,
        "teken": g.teken,
        "eenheid": g.eenheid,
        "taakveld": "; ".join(f"{k} = {v}" for k, v in g.taakveld),
    }
    for rij, naam in enumerate((*PLANRIJEN, *PLANTEKSTEN), EERSTE_RIJ):
        _naamrij(blad, rij, PLANLABELS[naam], naam, _planeenheid(naam))
        if naam in vast:
            blad.getal(rij, WAARDE, vast[naam], stijl("vast"))
        else:
            zet(blad, rij, WAARDE, invoer[naam], stijl("invoertekst"))
            blad.pas_hoogte(rij, ((str(invoer[naam]), PLANWAARDEBREEDTE), (PLANLABELS[naam], PLANBREEDTE)))
        keuzes = {"teken": TEKENS, "eenheid": EENHEDEN, "maatregel_spuk_korting": ("0", "1")}.get(naam)
        if keuzes:
            blad.keuringen.append(Keuring(((rij, WAARDE, rij, WAARDE),), "lijst", keuzes))
    blad.breedtes |= {LABEL: PLANBREEDTE, NAAM: 26, EENHEID: 12, EXTRA: 3, WAARDE: PLANWAARDEBREEDTE}


def _planeenheid(naam: str) -> str:
    if naam == "maatregel_spuk_korting":
        return "0 of 1"
    return "aantal" if naam == "inwonertal" else "jaartal" if naam in PLANRIJEN else "tekst"


def _naamrij(blad: Blad, rij: int, label: str, naam: str, eenheid: str) -> None:
    blad.tekst(rij, LABEL, label, stijl("tekst"))
    blad.tekst(rij, NAAM, naam, stijl("klein"))
    blad.tekst(rij, EENHEID, eenheid, stijl("klein"))


def zet(blad: Blad, rij: int, kolom: int, waarde: Any, vorm: Stijl) -> None:
    """A value of a plan in its cell: of a range the expectation, of a switch ja or nee."""
    if isinstance(waarde, Bereik):
        waarde = waarde.verwacht
    if waarde is None:
        blad.leeg(rij, kolom, vorm)
    elif isinstance(waarde, bool):
        blad.tekst(rij, kolom, JA if waarde else NEE, vorm)
    elif isinstance(waarde, str):
        blad.tekst(rij, kolom, waarde, vorm)
    else:
        blad.getal(rij, kolom, waarde, vorm)


# --- the sheets per subject --------------------------------------------------------------------------------


class _Opgave:
    """What one plan states, as its input sheets need it."""

    def __init__(self, as_: Tijdas, catalogus: Catalogus, plan: Plan, waarden: Vakwaarden) -> None:
        self.as_, self.catalogus, self.plan, self.waarden = as_, catalogus, plan, waarden


def _invoerblad(boek: Boek, opgave: _Opgave, rijen: list[Invoerrij], titel: str) -> None:
    jaren = opgave.as_.jaren
    zin = "Vul de gele vakken in: één getal voor alle jaren, of per jaar. Leeg betekent: niet opgegeven."
    blad = nieuw_blad(
        boek, rijen[0].blad, f"Invoer: {titel}", zin, koppen_met_tijd(VOORKOLOMMEN, jaren, ACHTERKOLOMMEN)
    )
    for plek in rijen:
        ingang = invoerlabels(blad, plek, opgave.catalogus)
        vorm = stijl("invoer", ingang.eenheid)
        for kolom, vak in vakken(plek, ingang, opgave.as_):
            zet(blad, plek.rij, kolom, opgave.waarden.get(vak), vorm if kolom != EXTRA else stijl("invoer"))
        _achter(blad, plek, ingang, opgave)
    invoeropmaak(blad, rijen, opgave.catalogus, opgave.as_)
    achter = EERSTE_MOMENT + len(jaren)
    blad.breedtes |= dict(enumerate((12, UITLEGBREEDTE, *HERKOMSTBREEDTEN), achter))


def invoerlabels(blad: Blad, plek: Invoerrij, catalogus: Catalogus) -> Ingang:
    """Label, name and unit of a row; gives the input that it belongs to."""
    ingang = catalogus[plek.ingang]
    naam = vaknaam(ingang.naam, plek.sleutel)
    label = vaklabel(ingang, plek.sleutel)
    _naamrij(blad, plek.rij, label, naam, ingang.eenheid.naam)
    blad.pas_hoogte(plek.rij, ((label, LABELBREEDTE),))
    return ingang


def vakken(plek: Invoerrij, ingang: Ingang, as_: Tijdas) -> Iterator[tuple[int, Plek]]:
    """The cells of a row that can be filled in: the column, and the leaf of the model that it holds."""
    if ingang.geindexeerd:
        yield EXTRA, ((f"prijspeil_{ingang.naam}", plek.sleutel), None)
    if ingang.vorm not in ALLEEN_RIJ:
        yield WAARDE, ((f"invoer_{ingang.naam}", plek.sleutel), None)
    for jaar, kolom in _jaarkolommen(ingang, as_).items():
        yield kolom, ((f"rij_{ingang.naam}", plek.sleutel), jaar)


def _jaarkolommen(ingang: Ingang, as_: Tijdas) -> dict[int, int]:
    """The years for which an input can be given, with their columns."""
    if not ingang.op_rij and ingang.vorm not in ALLEEN_RIJ:
        return {}
    return {jaar: EERSTE_MOMENT + jaar - as_.eerste for jaar in as_.bereik(Tijdsoort.JAAR, venster_van(ingang))}


def invoeropmaak(blad: Blad, rijen: list[Invoerrij], catalogus: Catalogus, as_: Tijdas) -> None:
    """Widths, printing and validation of a sheet of inputs."""
    for naam, van_ingang in groupby(rijen, key=lambda r: r.ingang):
        eigen = list(van_ingang)
        blad.keuringen.append(_keuring(catalogus[naam], eigen[0].rij, eigen[-1].rij, as_))
    peilen = (rijen[0].rij, EXTRA, rijen[-1].rij, EXTRA)
    jaren = as_.jaren
    zin = f"Geef een jaar van {jaren[0]} tot en met {jaren[-1]}."
    blad.keuringen.append(Keuring((peilen,), "geheel", laag=jaren[0], hoog=jaren[-1], fout=zin))
    blad.breedtes |= {LABEL: LABELBREEDTE, NAAM: 26, EENHEID: 15, EXTRA: 9, WAARDE: 10}
    blad.breed(EERSTE_MOMENT, EERSTE_MOMENT + len(jaren) - 1, 10)
    laatste = max(kolom for plek in rijen for kolom, _ in vakken(plek, catalogus[plek.ingang], as_))
    blad.afdruk = (0, 0, rijen[-1].rij, laatste)  # years in which nothing can be filled in stay off
    blad.bevroren = (EERSTE_RIJ, EERSTE_MOMENT)


def _keuring(ingang: Ingang, eerste: int, laatste: int, as_: Tijdas) -> Keuring:
    """What may be typed in the rows of an input, and what is shown while it is typed."""
    gebieden = [(eerste, WAARDE, laatste, WAARDE)] if ingang.vorm not in ALLEEN_RIJ else []
    if kolommen := list(_jaarkolommen(ingang, as_).values()):
        gebieden.append((eerste, kolommen[0], laatste, kolommen[-1]))
    soort = "geheel" if ingang.geheel else "getal"
    keuzes = ingang.keuzes if ingang.vorm is Vorm.KEUZE else (JA, NEE) if ingang.vorm is Vorm.SCHAKELAAR else ()
    return Keuring(
        tuple(gebieden),
        "lijst" if keuzes else soort,
        keuzes,
        laag=ingang.minimum if ingang.minimum is not None else ingang.boven,
        hoog=ingang.maximum if ingang.maximum is not None else ingang.onder,
        laag_mag=ingang.minimum is not None,
        titel=ingang.label,
        hulp=ingang.hulp,
        fout=grenszin(ingang),
    )


def _achter(blad: Blad, plek: Invoerrij, ingang: Ingang, opgave: _Opgave) -> None:
    kolom = EERSTE_MOMENT + len(opgave.as_.jaren)
    blad.tekst(plek.rij, kolom, ingang.klasse.value, stijl("kenmerk"))
    uitleg = f"{ingang.hulp} {ingang.vindplek}".strip()
    blad.tekst(plek.rij, kolom + 1, uitleg, stijl("kenmerk"))
    herkomst = opgave.plan.herkomst.get(plannaam(ingang, plek.sleutel)) if plek.eerste else None
    delen = (herkomst.bron, herkomst.datum, herkomst.door, herkomst.nota) if herkomst else ("",) * 4
    for i, tekst in enumerate(delen, 2):
        blad.tekst(plek.rij, kolom + i, tekst, stijl("invoertekst"))
    blad.pas_hoogte(plek.rij, ((uitleg, UITLEGBREEDTE), *zip(delen, HERKOMSTBREEDTEN, strict=True)))


# --- ranges ------------------------------------------------------------------------------------------------


def bandblad(boek: Boek, naam: str, titel: str, waarden: Vakwaarden) -> None:
    """The ranges of the values of a plan, with rows to add more."""
    zin = (
        "De verwachte waarde staat op het invoerblad. Hier staat tussen welke grenzen zij in 8 van de 10 gevallen "
        f'ligt. Jaar: een jaartal, of "{ALLE_JAREN}".'
    )
    blad = nieuw_blad(boek, naam, titel, zin, (*BANDKOLOMMEN[:2], *map(Getalkop, BANDKOLOMMEN[2:])))
    banden = list(_banden(waarden.items()))
    leeg = [(None,) * len(BANDKOLOMMEN)] * max(BANDRIJEN - len(banden), 20)
    for rij, band in enumerate([*banden, *leeg], EERSTE_RIJ):
        for kolom, waarde in enumerate(band):
            zet(blad, rij, kolom, waarde, stijl("invoer"))
    blad.breedtes |= {LABEL: 56, NAAM: 12, EENHEID: 36, EXTRA: 36}
    blad.bevroren = (EERSTE_RIJ, 0)


def _banden(waarden: Iterable[tuple[Plek, Any]]) -> Iterator[tuple[str, int | str, float, float]]:
    for (id_, jaar), waarde in sorted(waarden, key=str):
        if isinstance(waarde, Bereik):
            naam, sleutel = id_
            yield vaknaam(naam.partition("_")[2], sleutel), jaar or ALLE_JAREN, waarde.laag, waarde.hoog


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
