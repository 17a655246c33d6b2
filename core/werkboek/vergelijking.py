"""The base and its scenarios beside each other, with what each scenario makes different."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from xlsxwriter.utility import xl_rowcol_to_cell

from core.bevindingen.beeld import opsomming
from core.regels import model
from core.rekenkunde.regel import Grootheid, met_sleutel
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.controleblad import Oordeel
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import kopregel, nieuw_blad, tussenkop
from core.werkboek.toonrij import (
    EENHEID,
    EERSTE,
    JAARBREEDTE,
    LABEL,
    MINSTE_KOLOMMEN,
    POT,
    TOTAAL,
    opmaak,
    tijdkoppen,
    toonrij,
    verschilformule,
    voorkoppen,
)
from core.werkboek.varianten import BASIS, Variant
from core.werkboek.vel import Blad, Boek
from core.werkboek.weergave import NIET_TE_ZEGGEN

VERGELIJKING = "Vergelijking"
FIGUREN = (
    "uitvoeringskosten",
    "tekort_structureel",
    "tekort_totaal",
    "tekort_met_wachtlijst",
    "spuk_saldo",
    "inkoopbudget",
    "fte_ingezet",
    "wachtend",
)
EERSTE_ZIN, REGELLENGTE = 3, 160


def schrijf_vergelijking(boek: Boek, varianten: Sequence[Variant], oordeel: Oordeel) -> None:
    """Per figure a row for the base, and for each scenario its own and its difference; nothing without scenarios."""
    basis, *scenarios = varianten
    if not scenarios:
        return
    as_ = basis.uitkomst.tijdas
    zin = f"{basis.weergave.zin} Verschil: scenario min basis."
    blad = nieuw_blad(boek, VERGELIJKING, "Vergelijking van de scenario's met de basis", zin, ())
    oordeel.zet(blad)
    zinnen = (f"{scenario.opschrift}. Eigen invoer: {_eigen(scenario)}." for scenario in scenarios)
    regels = [regel for zin in zinnen for regel in wrap(zin, REGELLENGTE)]
    for rij, regel in enumerate(regels, EERSTE_ZIN):
        blad.tekst(rij, LABEL, regel, stijl("ondertitel"))
    kop = EERSTE_ZIN + len(regels) + 1
    kopregel(blad, kop, (*voorkoppen(Tijdsoort.JAAR), *tijdkoppen(as_, Tijdsoort.JAAR)))
    rij = kop + 1
    for g in (g for naam in FIGUREN for g in model().familie(naam)):
        tussenkop(blad, rij, g.label, EERSTE + as_.horizon)
        toonrij(blad, rij + 1, g, basis, label=basis.naam if basis.naam != BASIS else "Basis")
        for nr, scenario in enumerate(scenarios):
            toonrij(blad, rij + 2 + 2 * nr, g, scenario, label=scenario.opschrift)
            _verschil(blad, rij + 3 + 2 * nr, rij + 1, g, scenario)
        rij += 2 + 2 * len(scenarios)
    opmaak(blad, as_, Tijdsoort.JAAR)
    blad.breed(EERSTE + as_.horizon, MINSTE_KOLOMMEN - 1, JAARBREEDTE)  # of a short plan: as wide as the sentences


def _eigen(scenario: Variant) -> str:
    """What the scenario states itself, in words."""
    catalogus, labels = scenario.uitkomst.catalogus, []
    for naam in sorted(scenario.eigen):
        gevonden = catalogus.ingang_van(naam)
        assert gevonden is not None, naam
        ingang, groep = gevonden
        labels.append(met_sleutel(ingang.label, (groep,) if groep else ()))
    if scenario.scenario.maatregelen is not None:
        labels.append(catalogus["spuk_korting"].label)
    return opsomming(labels) if labels else "geen"


def _verschil(blad: Blad, rij: int, basisrij: int, g: Grootheid, scenario: Variant) -> None:
    """What the scenario is more than the base, in the row below that of the scenario."""
    blad.tekst(rij, LABEL, f"{scenario.code}: verschil met de basis", stijl("tekst"))
    blad.tekst(rij, EENHEID, scenario.weergave.eenheidnaam(g), stijl("klein"))
    blad.tekst(rij, POT, g.pot, stijl("klein"))
    for kolom in range(TOTAAL, EERSTE + scenario.uitkomst.tijdas.horizon):
        if kolom in blad.rijen[basisrij]:
            een, ander = (blad.rijen[r][kolom].waarde for r in (basisrij, rij - 1))
            cellen = (xl_rowcol_to_cell(r, kolom) for r in (basisrij, rij - 1))
            bekend = isinstance(een, int | float) and isinstance(ander, int | float)
            waarde = ander - een if bekend else NIET_TE_ZEGGEN  # type: ignore[operator]
            blad.formule(
                rij, kolom, verschilformule(*cellen), waarde, scenario.weergave.stijl("verschil", g, verschil=True)
            )
