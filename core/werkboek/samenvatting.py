"""The summary for the council: a few sentences, one table per year, three charts; all of it follows the formulas."""

from __future__ import annotations

from dataclasses import replace

from core.getallen import toon
from core.regels import model
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.controleblad import Oordeel
from core.werkboek.indeling import KOPRIJ
from core.werkboek.opmaak import ACCENT, DONKER, LICHTGRIJS, MIDDEN, stijl
from core.werkboek.opzet import kopregel, nieuw_blad, tussenkop
from core.werkboek.toonrij import EERSTE, JAARBREEDTE, MINSTE_KOLOMMEN, opmaak, tijdkoppen, toonrij, voorkoppen
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Gebied, Grafiek, Reeks
from core.werkboek.weergave import NIET_TE_ZEGGEN, Weergave

SAMENVATTING = "Samenvatting"
KORTRIJ = 4
"""The row of the heading above the sentences."""

GROEPEN: dict[str, tuple[str, ...]] = {
    "Tekort op de uitvoering (Gemeentefonds)": (
        "uitvoeringskosten",
        "incidentele_kosten",
        "gemeentefonds_structureel",
        "tekort_structureel",
        "gemeentefonds_incidenteel",
        "overige_baten",
        "tekort_totaal",
        "tekort_met_wachtlijst",
    ),
    "Voorzieningen (SPUK)": ("spuk_baten", "voorzieningenkosten", "spuk_saldo"),
    "Inkoop": ("inkoop_gemeentefonds", "inkoop_spuk", "inkoopbudget"),
    "Mensen": ("instroom", "begeleid", "wachtend"),
}

ZINNEN: tuple[tuple[str, str, str, str], ...] = (
    (
        "tekort_structureel",
        "{In_de_jaren} komt de gemeente op de uitvoering met structureel geld {x} tekort.",
        "{In_de_jaren} houdt de gemeente op de uitvoering met structureel geld {x} over.",
        "Het tekort met structureel geld is nog niet te zeggen: er ontbreekt invoer. Kijk op blad Bevindingen.",
    ),
    (
        "tekort_totaal",
        "Met al het geld erbij, ook het eenmalige, is het tekort {x}.",
        "Met al het geld erbij, ook het eenmalige, blijft er {x} over.",
        "Het tekort met al het geld erbij is nog niet te zeggen.",
    ),
    (
        "tekort_met_wachtlijst",
        "Begeleidt de gemeente ook iedereen op de wachtlijst, dan is het structurele tekort {x}.",
        "Begeleidt de gemeente ook iedereen op de wachtlijst, dan blijft er {x} aan structureel geld over.",
        "Het tekort met de wachtlijst erbij is nog niet te zeggen.",
    ),
    (
        "spuk_saldo",
        "De SPUK is {x} hoger dan de kosten van de voorzieningen. Dit geld is niet vrij te besteden.",
        "De SPUK is {x} lager dan de kosten van de voorzieningen.",
        "Of de SPUK genoeg is voor de voorzieningen, is nog niet te zeggen.",
    ),
    (
        "inkoopbudget",
        "Het inkoopbudget is {x}: voorzieningen uit de SPUK, startklas en inhuur uit het Gemeentefonds.",
        "",
        "Het inkoopbudget is nog niet te zeggen.",
    ),
)
"""Figure; the sentence about its total when that is above 0 in the model, below 0, and when it cannot be told."""


def schrijf_samenvatting(boek: Boek, variant: Variant, oordeel: Oordeel) -> None:
    """One sheet for who reads only one."""
    as_ = variant.uitkomst.tijdas
    naam = variant.uitkomst.plan.gemeente.naam or "zonder naam"
    titel = f"Samenvatting voor de raad, gemeente {naam}"
    blad = nieuw_blad(boek, SAMENVATTING, titel, variant.weergave.zin, ())
    oordeel.zet(blad)
    breed = EERSTE + as_.horizon
    tussenkop(blad, KORTRIJ - 1, "In het kort", breed)
    kop = KORTRIJ + len(ZINNEN) + 1
    kopregel(blad, kop, (*voorkoppen(Tijdsoort.JAAR), *tijdkoppen(as_, Tijdsoort.JAAR)))
    rij, rijen = kop + 1, {}
    for groep, namen in GROEPEN.items():
        tussenkop(blad, rij, groep, breed)
        rij += 1
        for g in (g for naam in namen for g in model().familie(naam)):
            toonrij(blad, rij, g, variant)
            rijen[g.naam] = rij
            rij += 1
    for nr, (figuur, meer, minder, onbekend) in enumerate(ZINNEN, KORTRIJ):
        _zin(blad, nr, rijen[figuur], (figuur, meer, minder, onbekend), variant)
    opmaak(blad, as_, Tijdsoort.JAAR)
    blad.bevroren = None
    blad.breed(breed, MINSTE_KOLOMMEN - 1, JAARBREEDTE)  # of a short plan: as wide as the charts
    for nr, grafiek in enumerate(_grafieken(variant)):
        blad.grafieken.append(_geplaatst(grafiek, rij + 1, nr))
    blad.afdruk = (0, 0, rij + 1 + GRAFIEKRIJEN, max(breed, MINSTE_KOLOMMEN) - 1)
    blad.een_pagina = True
    for nr in range(KORTRIJ + len(ZINNEN), rij + 2 + GRAFIEKRIJEN):
        blad.hoogtes.setdefault(nr, REGELHOOGTE)


# --- sentences ---------------------------------------------------------------------------------------------


def _zin(blad: Blad, rij: int, bron: int, zin: tuple[str, str, str, str], variant: Variant) -> None:
    """A sentence whose number is the total in the table: above zero, below zero, or unknown."""
    figuur, meer, minder, onbekend = zin
    weergave, as_ = variant.weergave, variant.uitkomst.tijdas
    g = model()[figuur, ()]
    cel, waarde = f"D{bron + 1}", weergave.waarde(variant.uitkomst.totaal(g), g)
    jaren = f"In {as_.startjaar}" if as_.horizon == 1 else f"Van {as_.startjaar} tot en met {as_.eindjaar}"
    meer, minder = (t.format(In_de_jaren=jaren, x="{x}") for t in (meer, minder))
    onder, boven = (meer, minder) if weergave.omgekeerd(g) else (minder, meer)
    delen = [_met_getal(t, c, weergave) for t, c in ((onder, f"0-{cel}"), (boven, cel)) if t]
    kern = f"IF({cel}<0,{','.join(delen)})" if len(delen) > 1 else delen[0]
    formule = f'=IF({cel}="{NIET_TE_ZEGGEN}","{onbekend}",{kern})'
    blad.formule(rij, 0, formule, _als_tekst(waarde, onder, boven, onbekend, weergave), stijl("kernzin"))


def _met_getal(tekst: str, getal: str, weergave: Weergave) -> str:
    """A sentence as a formula; FIXED follows the country of who reads it: 1.234 or 1,234."""
    voor, achter = tekst.split("{x}")
    return f'"{voor}€ "&FIXED({getal},0)&"{_maat(weergave)}{achter}"'


def _maat(weergave: Weergave) -> str:
    return " duizend" if weergave.eenheid == "duizend" else ""


def _als_tekst(waarde: float | str, onder: str, boven: str, onbekend: str, weergave: Weergave) -> str:
    if isinstance(waarde, str):
        return onbekend
    negatief = bool(onder) and (waarde < 0 or not boven)
    return (onder if negatief else boven).format(x=f"€ {toon(-waarde if negatief else waarde, 0)}{_maat(weergave)}")


# --- charts ------------------------------------------------------------------------------------------------

GRAFIEKHOOGTE, GRAFIEKBREEDTE, GRAFIEKRIJEN = 250, 388, 14
REGELHOOGTE = 13.5
"""Points of a row: tight, so that all of it comes on one page in letters that a council can read."""


def _grafieken(variant: Variant) -> list[Grafiek]:
    maat = variant.weergave.maat
    bedrag = "#,##0," if variant.weergave.eenheid == "duizend" else "#,##0"  # the comma behind it divides by 1.000
    return [
        _grafiek(
            variant,
            f"Uitvoering: kosten en structureel geld, {maat}",
            "Per jaar de uitvoeringskosten als kolom en het structurele geld uit het Gemeentefonds als lijn. Waar de "
            "kolom boven de lijn uitkomt, is er een tekort. De getallen staan in de tabel erboven.",
            [
                ("Uitvoeringskosten", "uitvoeringskosten", (), "kolom", LICHTGRIJS),
                ("Structureel geld", "gemeentefonds_structureel", (), "lijn", ACCENT),
            ],
            bedrag,
        ),
        _grafiek(
            variant,
            f"Voorzieningen: kosten en SPUK, {maat}",
            "Per jaar de kosten van de voorzieningen als kolom en de baten uit de SPUK als lijn. Waar de lijn onder de "
            "kolom blijft, komt de SPUK tekort. De getallen staan in de tabel erboven.",
            [
                ("Kosten van voorzieningen", "voorzieningenkosten", (), "kolom", LICHTGRIJS),
                ("Baten uit de SPUK", "spuk_baten", (), "lijn", ACCENT),
            ],
            bedrag,
        ),
        _grafiek(
            variant,
            "Mensen in begeleiding en op de wachtlijst",
            "Per jaar gestapeld: wie begeleiding krijgt en wie wacht, asielstatushouders en gezins- en overige "
            "migranten; in personen, gemiddeld over het jaar. De getallen staan in de tabel erboven.",
            [
                ("Begeleid, asielstatushouders", "begeleid", ("asiel",), "gestapeld", MIDDEN),
                ("Begeleid, gezins- en overige", "begeleid", ("gezin",), "gestapeld", LICHTGRIJS),
                ("Wacht, asielstatushouders", "wachtend", ("asiel",), "gestapeld", ACCENT),
                ("Wacht, gezins- en overige", "wachtend", ("gezin",), "gestapeld", DONKER),
            ],
            "#,##0",
        ),
    ]


def _grafiek(
    variant: Variant, titel: str, alt: str, reeksen: list[tuple[str, str, tuple[str, ...], str, str]], vorm: str
) -> Grafiek:
    """A chart on the rows of the calculation: there what is unknown is #N/A and leaves a gap, not a 0."""
    delen = tuple(
        Reeks(naam, _gebied(variant, (figuur, sleutel)), soort, kleur)
        for naam, figuur, sleutel, soort, kleur in reeksen
    )
    blad, _, eerste, _, laatste = delen[0].gebied
    jaren = Gebied(blad, KOPRIJ, eerste, KOPRIJ, laatste)
    return Grafiek(titel, alt, 0, 0, 0, GRAFIEKBREEDTE, GRAFIEKHOOGTE, delen, jaren, vorm, vanaf_nul=True)


def _gebied(variant: Variant, id_: tuple[str, tuple[str, ...]]) -> Gebied:
    as_ = variant.uitkomst.tijdas
    blad, rij, eerste = variant.indeling.cel(id_, as_.startjaar)
    return Gebied(blad, rij, eerste, rij, variant.indeling.cel(id_, as_.eindjaar)[2])


def _geplaatst(grafiek: Grafiek, rij: int, nummer: int) -> Grafiek:
    return replace(grafiek, rij=rij, links=nummer * (GRAFIEKBREEDTE + 6))
