"""The national figures of SPUK and voorzieningen through the model (part of the landelijke toets)."""

from __future__ import annotations

from typing import Any

from core.duiding.toetscijfers import ZONDER_STIJGING, Cijfers, Toets, van, vergelijk
from core.getallen import toon
from core.regels.uitkomst import Uitkomst


def _saldoplan(c: Cijfers, **anders: Any) -> Uitkomst:
    """One person of each group in 2024, with the SPUK over the whole traject as one amount."""
    spuk = {"spuk_a": c["landelijk_spuk_asiel"], "spuk_b": 0, "spuk_c": 0, "spuk_gezin": c["landelijk_spuk_gezin"]}
    return c.bereken(2024, 1, **(spuk | ZONDER_STIJGING | anders))


def saldo(c: Cijfers) -> Toets:
    """What the SPUK brings and the voorzieningen cost per person."""
    u = _saldoplan(c)
    asiel = van(u, "dekking_asiel", 2024)
    return vergelijk(
        "Saldo voorzieningen",
        "SPUK min kosten van de voorzieningen per persoon in 2024, en de gemiddelde kosten van een leerroute.",
        ("per asielstatushouder", "per gezinsmigrant", "leerroute"),
        "euro",
        0,
        (asiel, van(u, "dekking_gezin", 2024), van(u, "leerroute_gemiddeld", 2024)),
        (c["landelijk_saldo_asiel"], c["landelijk_saldo_gezin"], c["landelijk_leerroute"]),
        25.0,
        c.bron("landelijk_saldo_asiel", "landelijk_saldo_gezin", "landelijk_leerroute"),
        f"Het saldo per asielstatushouder is {toon(100 * asiel / c['landelijk_spuk_asiel'], 1)} % van de SPUK.",
    )


def ritme(c: Cijfers) -> Toets:
    """What one person of each rhythm brings, year by year."""
    model: list[float] = []
    for cohort in (2025, 2026):
        jaren = range(2025, 2029)
        instroom = {str(j): int(j == cohort) for j in jaren}
        u = c.bereken(2025, 4, instroom_asiel=instroom, instroom_gezin=0, spuk_index=0)
        model += [van(u, "ba", j) for j in range(cohort, cohort + 3)]
    vervolg = c["spuk_vervolgdeel"] * c.wet("spuk_a", 2026)
    oud = (c.wet("spuk_a", 2025), c.wet("spuk_b", 2026), c.wet("spuk_c", 2026))
    return vergelijk(
        "SPUK-ritme",
        "SPUK van één asielstatushouder van cohort 2025 en van één van cohort 2026, zonder indexering.",
        ("2025, jaar 1", "2025, jaar 2", "2025, jaar 3", "2026, jaar 1", "2026, jaar 2", "2026, jaar 3"),
        "euro",
        3,
        tuple(model),
        (*oud, c.wet("spuk_a", 2026), vervolg, vervolg),
        0.0005,
        f"{c.catalogus.bronnen['regeling-inburgering'].titel}, art. 10.3; {c.bron('spuk_vervolgdeel')}",
        "Het derde bedrag van cohort 2025 is dat van 2026; de bedragen van na 2026 zijn afgeleid uit het nieuwe ritme.",
    )


OVERGANG_ASIEL, OVERGANG_GEZIN = 20, 8
"""A small gemeente, only to have an example."""


def overgang(c: Cijfers) -> Toets:
    """What the change of rhythm does to a steady gemeente."""
    asiel, gezin = OVERGANG_ASIEL, OVERGANG_GEZIN
    eerder_asiel = {str(j): asiel for j in range(2022, 2025)}
    u = c.bereken(
        2025,
        4,
        instroom_asiel=asiel,
        instroom_gezin=gezin,
        eerdere_instroom_asiel=eerder_asiel,
        eerdere_instroom_gezin={"2024": gezin},
        spuk_index=0,
    )
    jaren = range(2025, 2029)
    a, b, c_, g = (c.wet(naam, 2026) for naam in ("spuk_a", "spuk_b", "spuk_c", "spuk_gezin"))
    nieuw = c["spuk_vervolgdeel"] * a
    per_jaar = (
        (*(c.wet(naam, 2025) for naam in ("spuk_a", "spuk_b", "spuk_c")), c.wet("spuk_gezin", 2025)),
        (a, b, c_, g),
        (a, nieuw, c_, g),
        (a, nieuw, nieuw, g),
    )
    return vergelijk(
        "Overgang van het ritme",
        f"SPUK-baten van een gemeente met elk jaar {asiel} asielstatushouders en {gezin} gezinsmigranten, zonder "
        "indexering.",
        tuple(str(j) for j in jaren),
        "euro",
        2,
        tuple(van(u, "spuk_baten", j) for j in jaren),
        tuple(asiel * sum(bedragen[:3]) + gezin * bedragen[3] for bedragen in per_jaar),
        0.01,
        f"{c.catalogus.bronnen['regeling-inburgering'].titel}, art. 10.2 en 10.3; {c.bron('spuk_vervolgdeel')}",
        "2025 en 2026 volgen uit de regeling, 2027 en 2028 zijn afgeleid. In 2026 en 2027 zijn de baten lager omdat "
        "nieuwe cohorten hun geld later krijgen.",
    )


def korting(c: Cijfers) -> Toets:
    """The saldo with the announced korting."""
    deel = c["spuk_korting_aangekondigd"]
    u = _saldoplan(c, spuk_korting=deel)
    verwacht = tuple(
        (1 - deel) * c[f"landelijk_spuk_{d}"] - c[f"landelijk_voorzieningen_{d}"] for d in ("asiel", "gezin")
    )
    return vergelijk(
        "Korting op de SPUK",
        "Het saldo per persoon van 2024 als de aangekondigde korting zou gelden.",
        ("per asielstatushouder", "per gezinsmigrant"),
        "euro",
        0,
        (van(u, "dekking_asiel", 2024), van(u, "dekking_gezin", 2024)),
        verwacht,
        25.0,
        c.bron("spuk_korting_aangekondigd", "landelijk_voorzieningen_asiel"),
        "Niet gepubliceerd, maar afgeleid uit de gepubliceerde SPUK en kosten per persoon.",
    )
