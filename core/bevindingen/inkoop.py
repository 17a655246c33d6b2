"""The tender of the leerroutes: a contract that is not complete, not within the plan, or above the drempel."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle, jaartallen
from core.getallen import toon_euro
from core.plan import Bevinding, Ernst


def half_contract(beeld: Beeld) -> Iterator[Bevinding]:
    """A contract needs its first year and its length."""
    start, jaren = beeld.ingevuld("contract_start"), beeld.ingevuld("contract_jaren")
    if start != jaren:
        leeg, vol = ("contract_jaren", "contract_start") if start else ("contract_start", "contract_jaren")
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label(leeg),
            f"{beeld.label(vol)} is ingevuld, maar {beeld.label(leeg)} is leeg. Daardoor is niet te zeggen: "
            "de contractwaarde. Vul beide in, of geen van beide.",
        )


def contract_buiten_het_plan(beeld: Beeld) -> Iterator[Bevinding]:
    """What lies outside the plan years is not invented."""
    buiten = beeld.uitkomst.buiten_horizon
    if buiten:
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("contract_start"),
            f"Het contract loopt, met opties, ook in {jaartallen(buiten)}. Die jaren vallen buiten het plan en tellen "
            "niet mee in de contractwaarde. Kies meer planjaren, of tel deze jaren er zelf bij.",
        )


def boven_de_drempel(beeld: Beeld) -> Iterator[Bevinding]:
    """The value with options, all percelen together, is held against the drempel."""
    waarde, drempel = beeld.waarde("contractwaarde_met_opties"), beeld.waarde("drempel")
    if waarde is not None and drempel is not None and waarde > drempel:
        yield Bevinding(
            Ernst.LET_OP,
            "Contractwaarde met opties",
            f"De waarde met opties is {toon_euro(waarde)} en ligt boven de drempel van {toon_euro(drempel)} "
            "zonder btw. Dan gelden de Europese regels voor aanbesteden. Overleg met uw inkoper.",
        )


def drempel_na_te_gaan(beeld: Beeld) -> Iterator[Bevinding]:
    """The amount of the drempel was found for earlier years only."""
    if beeld.waarde("contractwaarde_met_opties") is not None and not beeld.ingevuld("drempel"):
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("drempel"),
            "Of dit bedrag ook in uw planjaren geldt, is nog na te gaan. Vraag het uw inkoper en vul het in.",
        )


CONTROLES: tuple[Controle, ...] = (half_contract, contract_buiten_het_plan, boven_de_drempel, drempel_na_te_gaan)
