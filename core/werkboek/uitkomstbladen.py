"""The outcome: per year, per quarter, as lines of the budget, and what is to be bought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xlsxwriter.utility import xl_rowcol_to_cell

from core.regels import model
from core.regels.uitkomst import PER_JAAR, kwartaalgrootheden
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.controleblad import Oordeel
from core.werkboek.indeling import EERSTE_RIJ, scenarioblad
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import tussenkop
from core.werkboek.toonrij import EERSTE, TOTAAL, leesblad, som_over_plan, toonrij
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek
from core.werkboek.weergave import NIET_TE_ZEGGEN, begrotingsregels, taakveld

JAARBLAD, KWARTAALUITKOMST, BEGROTINGBLAD = "Uitkomst_jaren", "Uitkomst_kwartalen", "Uitkomst_begroting"
INKOOPBLAD, INKOOPKWARTALEN = "Inkoop", "Inkoop_kwartalen"

SLOT = {"Na het plan": ("na_horizon_lasten", "na_horizon_baten")}
INKOOP = {
    "Inkoopbudget per jaar": ("inhuur", "inkoop_gemeentefonds", "inkoop_spuk", "inkoopbudget"),
    "Trajecten per perceel (leerroute)": ("trajecten_jaar",),
    "Contractwaarde per perceel, naar het jaar van de start": ("contractwaarde_jaar",),
    "Met opties, naar het jaar van de start": ("contractwaarde_met_opties_jaar",),
    "De hele aanbesteding tegenover de drempel (exclusief btw)": (
        "contractwaarde",
        "contractwaarde_totaal",
        "contractwaarde_met_opties",
        "drempel",
    ),
}
PER_KWARTAAL = {"Trajecten per perceel": ("trajecten",), "Startgroepen per perceel": ("startgroepen",)}
PRIJS = {"Trajectprijs": ("kostendekkende_trajectprijs",)}
BEGROTING: dict[str, tuple[str, ...]] = {
    "Lasten uitvoering (Gemeentefonds)": (*PER_JAAR["Uitvoeringskosten"][:7], "uitvoeringskosten"),
    "Middelen uitvoering (Gemeentefonds)": ("gemeentefonds_structureel", "gemeentefonds_incidenteel", "overige_baten"),
    "Resultaat uitvoering": ("tekort_structureel", "tekort_totaal"),
    "Lasten voorzieningen (SPUK)": (
        "leerroute",
        "maatschappelijke_begeleiding_kosten",
        "pvt_map_tolk_kosten",
        "voorzieningenkosten",
    ),
    "Baten voorzieningen (SPUK)": ("ba", "bgo", "abo", "spuk_baten"),
    "Resultaat voorzieningen": ("spuk_saldo",),
}
"""The outcome as a budget: costs, means and result of each pot apart."""
BEGROTINGSKOPPEN = ("Duur", "Wie bepaalt", "Taakveld", "Economische categorie")


def schrijf_uitkomst(boek: Boek, variant: Variant, oordeel: Oordeel) -> None:
    """The outcome per year; of the base also per quarter and as a budget."""
    naam = scenarioblad("Uitkomst", variant.nummer) if variant.nummer else JAARBLAD
    blad = leesblad(boek, naam, "Uitkomst per jaar", variant, oordeel, Tijdsoort.JAAR)
    _groepen(blad, EERSTE_RIJ, {o: PER_JAAR[o] for o in PER_JAAR} | SLOT, variant)
    if not variant.nummer:
        kwartalen = leesblad(boek, KWARTAALUITKOMST, "Uitkomst per kwartaal", variant, oordeel, Tijdsoort.KWARTAAL)
        for rij, g in enumerate(kwartaalgrootheden(), EERSTE_RIJ):
            toonrij(kwartalen, rij, g, variant)
        _begroting(boek, variant, oordeel)


def _groepen(blad: Blad, rij: int, groepen: Mapping[str, tuple[str, ...]], variant: Variant) -> int:
    """Figures under headings; gives the first free row."""
    breed = 1 + max(blad.breedtes)
    for kop, namen in groepen.items():
        tussenkop(blad, rij, kop, breed)
        rij += 1
        for g in _figuren(namen):
            toonrij(blad, rij, g, variant)
            rij += 1
    return rij


def _figuren(namen: tuple[str, ...]) -> Iterator[Grootheid]:
    for naam in namen:
        yield from model().familie(naam)


def _begroting(boek: Boek, variant: Variant, oordeel: Oordeel) -> None:
    """Costs and means as a controller books them: how long, who decides, taakveld, economische categorie."""
    blad = leesblad(boek, BEGROTINGBLAD, "Begroting", variant, oordeel, Tijdsoort.JAAR, BEGROTINGSKOPPEN)
    slot = _groepen(blad, EERSTE_RIJ, BEGROTING, variant)
    achter = EERSTE + variant.uitkomst.tijdas.horizon
    rij = EERSTE_RIJ
    for namen in BEGROTING.values():
        rij += 1
        for g in _figuren(namen):
            regel = begrotingsregels().get(g.naam)
            veld = taakveld(g, variant.uitkomst.plan.gemeente)
            velden = (regel.duur, regel.bepaald, veld, regel.categorie) if regel else ("", "", veld, "")
            for kolom, tekst in enumerate(velden, achter):
                blad.tekst(rij, kolom, tekst, stijl("kenmerk"))
            rij += 1
    zin = (
        "Leeg is: niet bepaald. Een taakveld geeft u zelf op, op blad Invoer_plan. Controleer taakvelden en "
        "economische categorieën met de voorschriften van het begrotingsjaar (Iv3)."
    )
    blad.tekst(slot + 1, 0, zin, stijl("ondertitel"))
    blad.breedtes |= {achter: 12, achter + 1: 14, achter + 2: 12, achter + 3: 32}


# --- procurement -------------------------------------------------------------------------------------------


def schrijf_inkoop(boek: Boek, variant: Variant, oordeel: Oordeel) -> None:
    """The procurement budget and the tender of the leerroutes, per perceel: per year, in all, and per quarter."""
    blad = leesblad(boek, INKOOPBLAD, "Inkoop", variant, oordeel, Tijdsoort.JAAR)
    rij = _groepen(blad, EERSTE_RIJ, INKOOP, variant)
    _oordeel_drempel(blad, rij, variant)
    rij = _buiten_plan(blad, rij + 1, variant)
    _groepen(blad, rij, PRIJS, variant)
    kwartalen = leesblad(boek, INKOOPKWARTALEN, "Inkoop per kwartaal", variant, oordeel, Tijdsoort.KWARTAAL)
    _groepen(kwartalen, EERSTE_RIJ, PER_KWARTAAL, variant)


def _oordeel_drempel(blad: Blad, rij: int, variant: Variant) -> None:
    """Whether the tender with its options is above the threshold."""
    figuren = [model()[naam, ()].id for naam in ("contractwaarde_met_opties", "drempel")]
    waarde, drempel = (variant.formules.verwijzing("", id_, None) for id_ in figuren)
    formule = f'=IF(ISNA({waarde}+{drempel}),"{NIET_TE_ZEGGEN}",IF({waarde}>{drempel},"ja","nee"))'
    w, d = (variant.uitkomst.waarde(naam) for naam, _ in figuren)
    uitspraak = NIET_TE_ZEGGEN if w is None or d is None else "ja" if w > d else "nee"
    _antwoord(blad, rij, "Boven de drempel, met opties en alle percelen samen", formule, uitspraak)


def _buiten_plan(blad: Blad, rij: int, variant: Variant) -> int:
    """How many years of the contract lie within the plan and are counted, and how many do not; gives the free row."""
    uitkomst = variant.uitkomst
    looptijd = [variant.formules.verwijzing("", (naam, ()), None) for naam in ("contract_jaren", "optie_jaren")]
    jaren = [uitkomst.waarde(naam) for naam in ("contract_jaren", "optie_jaren")]
    reeks = uitkomst.reeks("contractjaar_met_opties")
    duur = None if None in jaren else sum(j or 0 for j in jaren)
    binnen = sum(reeks.values()) if len(reeks) == uitkomst.tijdas.horizon else None
    buiten = None if duur is None or binnen is None else duur - binnen
    getoond = [xl_rowcol_to_cell(r, TOTAAL) for r in (rij, rij + 1)]
    regels = (
        ("Jaren van het contract, met opties", _of_niet_te_zeggen("+".join(looptijd)), duur),
        (
            "waarvan binnen het plan",
            _of_niet_te_zeggen(som_over_plan(variant, model()["contractjaar_met_opties", ()])),
            binnen,
        ),
        (
            "waarvan buiten het plan, niet meegerekend",
            f'=IF({"*".join(f"COUNT({cel})" for cel in getoond)},{"-".join(getoond)},"{NIET_TE_ZEGGEN}")',
            buiten,
        ),
    )
    for r, (label, formule, waarde) in enumerate(regels, rij):
        _antwoord(blad, r, label, formule, NIET_TE_ZEGGEN if waarde is None else waarde)
    return rij + len(regels)


def _of_niet_te_zeggen(formule: str) -> str:
    return f'=IF(ISNA({formule}),"{NIET_TE_ZEGGEN}",{formule})'


def _antwoord(blad: Blad, rij: int, label: str, formule: str, waarde: float | str) -> None:
    blad.tekst(rij, 0, label, stijl("label_som"))
    blad.formule(rij, TOTAAL, formule, waarde, stijl("antwoord"))
