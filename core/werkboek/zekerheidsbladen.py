"""How sure the figures are: the band of every figure per year, and which inputs decide most, with a chart."""

from __future__ import annotations

from core.duiding.bandbreedte import Bandbreedte
from core.duiding.gevoeligheid import Tornado
from core.duiding.overzicht import Duiding
from core.duiding.zinnen import euro
from core.regels import model
from core.regels.uitkomst import PER_JAAR
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opmaak import ACCENT, MIDDEN, stijl
from core.werkboek.opzet import Getalkop, nieuw_blad, tussenkop
from core.werkboek.standblad import Stand
from core.werkboek.tabelblad import Formule, Inhoud, Kolom, getal, noten, tabelblad
from core.werkboek.toonrij import EENHEID, EERSTE, LABEL, POT, TOTAAL, opmaak, tijdkoppen, toonrij
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Gebied, Grafiek, Reeks
from core.werkboek.weergave import NIET_TE_ZEGGEN

ZEKERHEIDSBLAD, BEPALENDBLAD = "Uitkomst_zekerheid", "Uitkomst_meest_bepalend"
GRENZEN = (("laag (P10)", "p10"), ("midden (P50)", "p50"), ("hoog (P90)", "p90"))
"""In 8 of 10 draws a figure lies between the first and the last, in half of them below the middle."""
UITLEG = "In 8 van de 10 gevallen ligt een cijfer tussen laag en hoog; in de helft van de gevallen onder het midden."
TENDER = {"Aanbesteding en na het plan": ("contractwaarde_totaal", "contractwaarde_met_opties", "na_horizon_lasten")}
BREED, PER_BALK, OM_DE_BALKEN, RIJHOOGTE = 1180, 34, 130, 20
"""Pixels."""
ZINRIJ, GRAFIEKRIJ = 4, 6
HOOGUIT = 10
"""Bars of the chart; the table holds all."""

Banden = dict[Plek, Bandbreedte]


def schrijf_zekerheid(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    """Both sheets; that of the inputs only where anything is uncertain."""
    _banden(boek, variant, duiding, stand)
    _bepalend(boek, variant, duiding, stand)


# --- bands -------------------------------------------------------------------------------------------------


def _banden(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    """Per figure three rows of values, below the row of this workbook, which is live."""
    as_ = variant.uitkomst.tijdas
    koppen = ("Onderdeel", "Eenheid", "Waar in de band", Getalkop("Heel het plan"), *tijdkoppen(as_, Tijdsoort.JAAR))
    blad = nieuw_blad(boek, ZEKERHEIDSBLAD, "Hoe zeker zijn de cijfers?", variant.weergave.zin, koppen)
    opmaak(blad, as_, Tijdsoort.JAAR)
    stand.zet(blad)
    banden: Banden = {b.plek: b for b in duiding.zekerheid.banden}
    rij = EERSTE_RIJ
    for kop, namen in (PER_JAAR | TENDER).items():
        figuren = [g for naam in namen for g in model().familie(naam) if any(p[0] == g.id for p in banden)]
        if figuren:
            tussenkop(blad, rij, kop, EERSTE + as_.horizon)
            rij += 1
        for g in figuren:
            _figuur(blad, rij, g, variant, banden)
            rij += 1 + len(GRENZEN)
    buiten = next((t.niet_in_de_band for t in duiding.zekerheid.torens.values()), "")
    noten(blad, rij + 1, UITLEG, buiten, duiding.contract, stand.getrokken, stand.berekend)


def _figuur(blad: Blad, rij: int, g: Grootheid, variant: Variant, banden: Banden) -> None:
    weergave = variant.weergave
    toonrij(blad, rij, g, variant, label=f"{g.label}, in dit werkboek")
    blad.tekst(rij, POT, "verwacht", stijl("klein"))
    if g.tijd is not Tijdsoort.PLAN:
        blad.rijen[rij].pop(TOTAAL, None)
    plaatsen = (
        [(TOTAAL, None)] if g.tijd is Tijdsoort.PLAN else list(enumerate(variant.uitkomst.tijdas.planjaren, EERSTE))
    )
    for nummer, (woord, veld) in enumerate(GRENZEN, rij + 1):
        blad.tekst(nummer, LABEL, g.label, stijl("tekst"))
        blad.tekst(nummer, EENHEID, weergave.eenheidnaam(g), stijl("klein"))
        blad.tekst(nummer, POT, woord, stijl("klein"))
        for kolom, jaar in plaatsen:
            band = banden.get((g.id, jaar))
            vorm = weergave.stijl("vast", g)
            if band is None:
                blad.tekst(nummer, kolom, NIET_TE_ZEGGEN, vorm)
            else:
                blad.getal(nummer, kolom, float(weergave.waarde(_grens(band, veld, weergave.omgekeerd(g)), g)), vorm)


def _grens(band: Bandbreedte, veld: str, omgekeerd: bool) -> float:
    """P10 to P90; where the sign is turned around the lowest is shown first as well."""
    if omgekeerd:
        veld = {"p10": "p90", "p90": "p10"}.get(veld, veld)
    return float(getattr(band.band, veld))


# --- what decides most -------------------------------------------------------------------------------------

_ONDER, _BOVEN, _GRAFIEK = 8, 9, 10
"""Columns that the chart reads."""


def _bepalend(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    """Per figure and year the inputs with their swing, the widest first; the chart is of the first figure and year."""
    torens = duiding.zekerheid.torens.values()
    eerste = next((t for t in torens if t.plek[1] == duiding.jaar and t.uitslagen), None)
    if eerste is None:
        return
    anderen = [t for t in torens if t is not eerste]
    vorm = "#,##0.0" if variant.weergave.eenheid == "duizend" else "#,##0"
    bedragen = ("In het plan", "Bij lage uitslag", "Bij hoge uitslag", "Verschil", "Lager dan in het plan")
    kolommen = [
        Kolom("Cijfer", 46),
        Kolom("Jaar", 8, getal("0")),
        Kolom("Invoer", 46),
        Kolom("Soort", 14),
        *(Kolom(kop, 13, getal(vorm)) for kop in (*bedragen, "Hoger dan in het plan")),
        Kolom("In de grafiek", 60),
    ]
    getoond = min(HOOGUIT, len(eerste.uitslagen))
    hoogte = OM_DE_BALKEN + PER_BALK * getoond
    koprij = GRAFIEKRIJ + hoogte // RIJHOOGTE + 2
    rijen = [rij for t in (eerste, *anderen) for rij in _rijen(t, variant)]
    titel = f"Wat maakt het meeste uit in {duiding.jaar}?"
    zin = f"Elke invoer van laag (P10) naar hoog (P90), de rest zoals verwacht. Bedragen {variant.weergave.maat}."
    if variant.weergave.omgekeerd(model()[eerste.plek[0]]):
        zin += " Een tekort is negatief."
    blad = tabelblad(boek, BEPALENDBLAD, titel, zin, kolommen, rijen, koprij)
    stand.zet(blad)
    blad.tekst(ZINRIJ, 0, eerste.zin, stijl("kernzin"))
    blad.grafieken.append(_grafiek(eerste, koprij + 1, getoond, hoogte, vorm))
    noten(blad, koprij + len(rijen) + 2, stand.getrokken, stand.berekend)
    blad.afdruk = (0, 0, koprij + len(rijen) + 4, _BOVEN)


def _rijen(t: Tornado, variant: Variant) -> list[list[Inhoud]]:
    """Of one figure in one year, as the gemeente shows it."""
    g, jaar, weergave = model()[t.plek[0]], t.plek[1], variant.weergave
    assert jaar is not None
    punt = float(weergave.waarde(t.punt, g))
    rijen: list[list[Inhoud]] = []
    for u in t.uitslagen:
        laag, hoog = sorted(float(weergave.waarde(x, g)) for x in (u.laag, u.hoog))
        soort = "toeval" if u.toeval else "bereik"
        verschillen = (
            Formule("=G{rij}-F{rij}", hoog - laag),
            Formule("=F{rij}-E{rij}", laag - punt),
            Formule("=G{rij}-E{rij}", hoog - punt),
        )
        rijen.append([t.label, jaar, u.label, soort, punt, laag, hoog, *verschillen, f"{u.label} ({soort})"])
    return rijen


def _grafiek(t: Tornado, rij: int, aantal: int, hoogte: int, vorm: str) -> Grafiek:
    """Bars to both sides of the figure of the plan."""
    reeksen = tuple(
        Reeks(naam, _gebied(rij, aantal, kolom), "balk", kleur, (rij - 1, kolom))
        for naam, kolom, kleur in (("lager dan in het plan", _ONDER, MIDDEN), ("hoger dan in het plan", _BOVEN, ACCENT))
    )
    delen = "; ".join(f"{u.label}: van {euro(u.laag)} tot {euro(u.hoog)}" for u in t.uitslagen[:aantal])
    alt = (
        f"Liggende balken, de breedste boven: hoe ver {t.label.lower()} in {t.plek[1]} verschuift door elke invoer. "
        f"{delen}. De getallen staan in de tabel eronder."
    )
    titel = f"{t.label} in {t.plek[1]}: verschil met het plan"
    return Grafiek(titel, alt, GRAFIEKRIJ, 0, 0, BREED, hoogte, reeksen, _gebied(rij, aantal, _GRAFIEK), vorm)


def _gebied(rij: int, aantal: int, kolom: int) -> Gebied:
    return Gebied(BEPALENDBLAD, rij, kolom, rij + aantal - 1, kolom)
