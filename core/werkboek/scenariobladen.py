"""The input sheets of a scenario: what it changes is typed, everything else is a link to the base.

A change of the base therefore reaches every scenario that says nothing else, and a reader sees at a glance what a
scenario overrides: its own cells are yellow, links are white and cursive, and the last column says so in words.
A link keeps an empty cell empty: `IF(base<>"",base,"")`, for an empty cell is not 0.
"""

from __future__ import annotations

from xlsxwriter.utility import xl_col_to_name

from core.catalogus.vakken import plannaam
from core.getallen import Bereik
from core.plan import vakwaarden
from core.werkboek.indeling import (
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    LABEL,
    NAAM,
    PLANBLAD,
    PLANRIJEN,
    SCENARIORIJEN,
    WAARDE,
    Indeling,
    Invoerrij,
    scenarioblad,
)
from core.werkboek.invoerbladen import (
    JA,
    LABELBREEDTE,
    NEE,
    PLANLABELS,
    VOORKOLOMMEN,
    bandblad,
    invoerlabels,
    invoeropmaak,
    vakken,
    zet,
)
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import koppen_met_tijd, nieuw_blad
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Keuring

WIJKT_AF = "Wijkt af van de basis"
_MAATREGELRIJ = EERSTE_RIJ + 1
_BASISMAATREGEL = f"{PLANBLAD}!{xl_col_to_name(WAARDE)}{EERSTE_RIJ + PLANRIJEN.index('maatregel_spuk_korting') + 1}"


def schrijf_scenario(boek: Boek, basis: Indeling, variant: Variant) -> None:
    """The inputs of a scenario, and its ranges."""
    as_, catalogus = basis.tijdas, variant.uitkomst.catalogus
    waarden = vakwaarden(variant.uitkomst.plan, catalogus)
    naam = scenarioblad("Invoer", variant.nummer)
    rijen = variant.indeling.invoerrijen[naam]
    titel = f"Invoer van scenario {variant.code}: {variant.naam}"
    zin = "Gele vakken zijn van dit scenario zelf. Witte, schuine vakken volgen de basis; typ erin om af te wijken."
    blad = nieuw_blad(boek, naam, titel, zin, koppen_met_tijd(VOORKOLOMMEN, as_.jaren, (WIJKT_AF,)))
    _scenariorijen(blad, variant)
    oud = [rij for van_blad in basis.invoerrijen.values() for rij in van_blad]
    for basisrij, plek in zip(oud, rijen, strict=True):
        ingang = invoerlabels(blad, plek, catalogus)
        eigen = plannaam(ingang, plek.sleutel) in variant.eigen
        for kolom, vak in vakken(plek, ingang, as_):
            eenheid = None if kolom == EXTRA else ingang.eenheid
            waarde = waarden.get(vak)
            if eigen:
                zet(blad, plek.rij, kolom, waarde, stijl("invoer", eenheid))
            else:
                getoond = waarde.verwacht if isinstance(waarde, Bereik) else waarde
                if isinstance(getoond, bool):
                    getoond = JA if getoond else NEE
                formule = koppeling(basisrij, kolom)
                blad.formule(plek.rij, kolom, formule, "" if getoond is None else getoond, stijl("koppelvak", eenheid))
    _afwijkingen(blad, oud, rijen, variant, EERSTE_MOMENT + len(as_.jaren))
    invoeropmaak(blad, rijen, catalogus, as_)
    eigen_waarden = {vak: w for vak, w in waarden.items() if _van(vak[0][0], vak[0][1], variant)}
    titel = f"Bandbreedtes van scenario {variant.code}: {variant.naam}"
    bandblad(boek, scenarioblad("Invoer", variant.nummer, "bandbreedte"), titel, eigen_waarden)


def koppeling(basisrij: Invoerrij, kolom: int) -> str:
    """The formula with which a cell of a scenario follows the base."""
    cel = f"{basisrij.blad}!{xl_col_to_name(kolom)}{basisrij.rij + 1}"
    return f'=IF({cel}<>"",{cel},"")'


def _van(naam: str, sleutel: tuple[str, ...], variant: Variant) -> bool:
    """Whether a leaf belongs to a value of the scenario's own."""
    ingang = variant.uitkomst.catalogus.ingangen.get(naam.partition("_")[2])
    return ingang is not None and plannaam(ingang, sleutel) in variant.eigen


def _scenariorijen(blad: Blad, variant: Variant) -> None:
    labels = {"scenario": "Naam van het scenario", **PLANLABELS}
    for rij, naam in enumerate(SCENARIORIJEN, EERSTE_RIJ):
        blad.tekst(rij, LABEL, labels[naam], stijl("tekst"))
        blad.pas_hoogte(rij, ((labels[naam], LABELBREEDTE),))
        blad.tekst(rij, NAAM, naam, stijl("klein"))
    blad.tekst(EERSTE_RIJ, WAARDE, variant.naam, stijl("invoer"))
    aan = float("spuk_korting" in variant.uitkomst.plan.maatregelen)
    if variant.scenario.maatregelen is None:
        blad.formule(_MAATREGELRIJ, WAARDE, f"={_BASISMAATREGEL}", aan, stijl("koppelvak"))
    else:
        blad.getal(_MAATREGELRIJ, WAARDE, aan, stijl("invoer"))
    blad.keuringen.append(Keuring(((_MAATREGELRIJ, WAARDE, _MAATREGELRIJ, WAARDE),), "lijst", ("0", "1")))


def _afwijkingen(blad: Blad, oud: list[Invoerrij], rijen: list[Invoerrij], variant: Variant, kolom: int) -> None:
    """In words, per row, whether anything in it differs from the base: it follows what is typed."""
    van, tot = xl_col_to_name(EXTRA), xl_col_to_name(kolom - 1)
    basis = variant.basiswaarden
    hier = vakwaarden(variant.uitkomst.plan, variant.uitkomst.catalogus)
    cel, daar = f"{xl_col_to_name(WAARDE)}{_MAATREGELRIJ + 1}", _BASISMAATREGEL
    plek = ("maatregel_spuk_korting", ()), None
    verschilt = hier.get(plek) != basis.get(plek)
    blad.formule(_MAATREGELRIJ, kolom, f'=IF({cel}={daar},"{NEE}","{JA}")', JA if verschilt else NEE, stijl("kenmerk"))
    for basisrij, rij in zip(oud, rijen, strict=True):
        eigen, ander = f"{van}{rij.rij + 1}:{tot}{rij.rij + 1}", f"{van}{basisrij.rij + 1}:{tot}{basisrij.rij + 1}"
        # As texts: to a spreadsheet an empty cell equals 0.
        formule = f'=IF(SUMPRODUCT(0+({eigen}&""<>{basisrij.blad}!{ander}&""))>0,"{JA}","{NEE}")'
        ingang = variant.uitkomst.catalogus[rij.ingang]
        verschilt = any(
            _punt(hier.get(vak)) != _punt(basis.get(vak)) for _, vak in vakken(rij, ingang, variant.indeling.tijdas)
        )
        blad.formule(rij.rij, kolom, formule, JA if verschilt else NEE, stijl("kenmerk"))
    blad.breedtes[kolom] = 14


def _punt(waarde: object) -> object:
    return waarde.verwacht if isinstance(waarde, Bereik) else waarde


__all__ = ["WIJKT_AF", "koppeling", "schrijf_scenario"]
