"""Input that contradicts itself, or that is filled in where it does not count."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle, jaartallen, opsomming
from core.catalogus import Ingang, Vorm
from core.catalogus.vakken import venster_van
from core.plan import Bevinding, Ernst, PerJaar, Routes, Waarde
from core.rekenkunde.regel import GROEPEN
from core.rekenkunde.tijdas import Tijdsoort

AANDEEL_MET_BEDRAG = {
    "deelname_startklas": "kosten_startklas",
    "deelname_reiskosten": "bedrag_reiskosten",
    "deelname_kinderopvang": "eigen_bijdrage_kinderopvang",
}


def aandeel_zonder_bedrag(beeld: Beeld) -> Iterator[Bevinding]:
    """A share above 0 needs its amount."""
    for deelname, bedrag in AANDEEL_MET_BEDRAG.items():
        leeg = beeld.open_jaren(bedrag)
        if leeg and any((beeld.waarde(deelname, d) or 0) > 0 for d in GROEPEN):
            yield Bevinding(
                Ernst.FOUT,
                beeld.label(bedrag),
                f"{beeld.label(deelname)} is meer dan 0, maar {beeld.label(bedrag)} is leeg voor {jaartallen(leeg)}. "
                "Vul het bedrag in, of zet de deelname op 0.",
            )


def fte_niet_in_alle_jaren(beeld: Beeld) -> Iterator[Bevinding]:
    """All plan years or none."""
    leeg = beeld.open_jaren("fte_beschikbaar")
    if leeg and len(leeg) < len(beeld.planjaren):
        yield Bevinding(
            Ernst.FOUT,
            beeld.label("fte_beschikbaar"),
            f"{beeld.label('fte_beschikbaar')} is leeg voor {jaartallen(leeg)}. Vul alle planjaren in, of geen enkel.",
        )


def onder_de_oude_wet(beeld: Beeld) -> Iterator[Bevinding]:
    """Cohorts before 2022 give no SPUK and no leerroute."""
    laatste = int(beeld.afspraak("laatste_jaar_oude_wet"))
    for _, ingang, groep, waarde in _opgaven(beeld):
        oud = [j for j in _jaren(waarde) if j <= laatste] if ingang.vorm is Vorm.COHORTEN else []
        if oud:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                beeld.label(ingang.naam, groep),
                f"Wat is ingevuld voor {jaartallen(oud)} telt niet mee: wie toen kwam, valt onder de oude wet "
                "en geeft geen SPUK. Haal deze jaren weg. Kosten voor deze groep vult u in bij Incidentele kosten.",
            )


def buiten_de_jaren(beeld: Beeld) -> Iterator[Bevinding]:
    """Values for years that the plan does not look at."""
    laatste = int(beeld.afspraak("laatste_jaar_oude_wet"))
    for naam, ingang, groep, waarde in _opgaven(beeld):
        tellen = beeld.uitkomst.tijdas.bereik(Tijdsoort.JAAR, venster_van(ingang))
        if naam == "spuk_korting":
            tellen = range(tellen[0], beeld.planjaren[-1] + 1)
        buiten = [j for j in _jaren(waarde) if j not in tellen]
        if ingang.vorm is Vorm.COHORTEN:
            tellen = range(max(tellen[0], laatste + 1), tellen[-1] + 1)
            buiten = [j for j in buiten if j > laatste]
        if buiten:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                beeld.label(ingang.naam, groep),
                f"Wat is ingevuld voor {jaartallen(buiten)} telt niet mee: "
                f"hier {f'tellen alleen {jaartallen(tellen)}' if tellen else 'telt bij dit startjaar geen jaar'}. "
                "Haal deze jaren weg, of pas het startjaar of het aantal jaren aan.",
            )


def _opgaven(beeld: Beeld) -> Iterator[tuple[str, Ingang, str, Waarde]]:
    for naam, waarde in beeld.plan.invoer.items():
        gevonden = beeld.catalogus.ingang_van(naam)
        if gevonden is not None and isinstance(waarde, PerJaar | Routes):
            yield naam, *gevonden, waarde


def _jaren(waarde: Waarde) -> list[int]:
    if isinstance(waarde, Routes):
        return sorted({j for _, w in waarde.waarden for j in _jaren(w)})
    return [j for j, _ in waarde.waarden] if isinstance(waarde, PerJaar) else []


def onderwijsroute_buiten_de_regeling(beeld: Beeld) -> Iterator[Bevinding]:
    """The ABO exists for cohorts 2026–2029 only."""
    regeling = abo_jaren(beeld)
    waarde = beeld.opgave("spuk_onderwijsroute")
    jaren = range(beeld.planjaren[0] - 1, beeld.planjaren[-1] + 1)
    buiten = [j for j in _jaren(waarde) if j in jaren and j not in regeling] if waarde is not None else []
    if waarde is not None and not isinstance(waarde, PerJaar) and not set(jaren) & set(regeling):
        buiten = list(beeld.planjaren)
    if buiten:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label("spuk_onderwijsroute"),
            f"Wat is ingevuld voor {jaartallen(buiten)} telt niet mee: deze aanvulling bestaat alleen in "
            f"{jaartallen(regeling)}. Haal deze jaren weg.",
        )


def abo_jaren(beeld: Beeld) -> range:
    """The years in which the SPUK has an amount for the onderwijsroute."""
    return range(int(beeld.afspraak("laatste_jaar_voor_abo")) + 1, int(beeld.afspraak("eerste_jaar_na_abo")))


def werkt_niet_bij_landelijk(beeld: Beeld) -> Iterator[Bevinding]:
    """The national average has inhuur, jongeren and Participatiewet inside."""
    if beeld.uitkomst.methode != "landelijk":
        return
    gevuld = {
        "inhuuraandeel": beeld.uitkomst.reeks("inhuuraandeel").values(),
        "aandeel_jong": [beeld.waarde("aandeel_jong")],
        "besparing_participatiewet": [beeld.waarde("besparing_participatiewet", d) for d in GROEPEN],
    }
    vergeefs = [beeld.label(naam) for naam, waarden in gevuld.items() if any(waarden)]
    if vergeefs:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label("methode"),
            f"Bij de methode landelijk werkt niet door: {opsomming(vergeefs)}. "
            "Dat zit al in het gemiddelde. Kies de methode caseload of uren, of laat het leeg.",
        )


def fte_zonder_prijs(beeld: Beeld) -> Iterator[Bevinding]:
    """With the national average fte decide who waits, and no cost: a person costs the same."""
    if beeld.uitkomst.methode == "landelijk" and beeld.uitkomst.reeks("fte_beschikbaar"):
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("fte_beschikbaar"),
            "Bij de methode landelijk kost een persoon evenveel, hoeveel fte u ook hebt. Meer of minder fte verandert "
            "hier wie wacht, maar niet wat het kost. Wilt u dat wel zien, kies dan de methode caseload of uren.",
        )


CONTROLES: tuple[Controle, ...] = (
    aandeel_zonder_bedrag,
    fte_niet_in_alle_jaren,
    onder_de_oude_wet,
    buiten_de_jaren,
    onderwijsroute_buiten_de_regeling,
    werkt_niet_bij_landelijk,
    fte_zonder_prijs,
)
