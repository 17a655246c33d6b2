"""Landelijke toets: the national figures, put through the model and held against what is published (rekenmodel §9).

Each toets makes a plan in which all gemeenten together are one gemeente, values it, and compares. Published figures
come from the catalogue, with their source; none stands here.
"""

from __future__ import annotations

from typing import Any

from core.catalogus import Catalogus
from core.duiding import toets_spuk
from core.duiding.toetscijfers import MILJOEN, ZONDER_STIJGING, Cijfers, Toets, binnen, som, van, vergelijk
from core.getallen import toon
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.regel import GROEPEN


def landelijke_toets(catalogus: Catalogus) -> list[Toets]:
    """All national figures through the model."""
    c = Cijfers(catalogus)
    return [
        _volume(c),
        _persoonsjaren(c),
        _tekort(c),
        _wachtlijst(c),
        toets_spuk.saldo(c),
        toets_spuk.ritme(c),
        toets_spuk.overgang(c),
        toets_spuk.korting(c),
        _knoppen(c),
        _schaal_en_mix(c),
    ]


# --- mensen en tekort --------------------------------------------------------------------------------------


def _volume(c: Cijfers) -> Toets:
    meer = som(c.land(), "instroom", 2024) / c["landelijk_instroom_raming"] - 1
    return vergelijk(
        "Volume",
        "Werkelijke instroom per jaar (2022–2024) tegenover de raming onder het structurele budget.",
        ("meer instroom",),
        "procent",
        1,
        (100 * meer,),
        (100 * c["landelijk_afwijking"],),
        0.5,
        c.bron("landelijk_instroom_raming", "landelijk_instroom", "landelijk_afwijking"),
        f"De bron noemt de raming circa {toon(c['landelijk_instroom_raming'])}.",
    )


def _persoonsjaren(c: Cijfers) -> Toets:
    # From an empty start with K = 12 nobody has left before 2025. In 2024 the cohorts of 2022 and 2023 are there all
    # year, and that of 2024 comes in evenly: half of it on average. Together two and a half cohorts.
    cohorten = 2.5
    return vergelijk(
        "Persoonsjaren",
        "Mensen in begeleiding in 2024, bij een lege start in 2022 en elk jaar de gemiddelde instroom.",
        ("begeleid in 2024",),
        "personen",
        0,
        (som(c.land(), "begeleid", 2024),),
        (cohorten * c["landelijk_instroom"],),
        1e-6,
        c.bron("landelijk_instroom"),
        "Niet gepubliceerd, maar afgeleid: 2022 en 2023 zijn er het hele jaar, 2024 gemiddeld de helft. "
        "Op dit aantal rust het landelijke bedrag per persoon per jaar.",
    )


def _uitvoering(c: Cijfers) -> tuple[Uitkomst, Uitkomst]:
    """The country in 2024 at the lower and the upper national cost of a person-year."""
    structureel = c["landelijk_gemeentefonds_structureel"]
    laag, hoog = (
        c.land(
            gemeentefonds_structureel=structureel,
            gemeentefonds_incidenteel=c["landelijk_gemeentefonds_totaal"] - structureel,
            kengetal_persoonsjaar={"bedrag": bedrag, "prijspeil": c.kengetal("kengetal_persoonsjaar").prijspeil},
        )
        for bedrag in c.grenzen("kengetal_persoonsjaar")
    )
    return laag, hoog


def _tekort(c: Cijfers) -> Toets:
    namen = ("tekort_structureel", "tekort_totaal")
    model = tuple(van(u, naam, 2024) / MILJOEN for naam in namen for u in _uitvoering(c))
    gepubliceerd = tuple(x / MILJOEN for naam in namen for x in c.grenzen(f"landelijk_{naam}"))
    return Toets(
        "Tekort 2024",
        "Tekort van alle gemeenten samen volgens de methode landelijk, met beide uitersten van het kengetal.",
        ("structureel, laag", "structureel, hoog", "totaal, laag", "totaal, hoog"),
        "miljoen euro",
        0,
        model,
        gepubliceerd,
        1.0,
        binnen(map(_heel, model), gepubliceerd, 1.0),
        c.bron("landelijk_tekort_structureel", "landelijk_tekort_totaal", "kengetal_persoonsjaar"),
        "Vergeleken in hele miljoenen, zoals gepubliceerd. De twee gepubliceerde tekorten zijn zelf ook afgerond: "
        "opgeteld bij het budget waar ze bij horen, geven ze niet precies dezelfde kosten.",
    )


def _heel(x: float) -> float:
    """Rounded to whole millions, as it is published."""
    return float(toon(x, 0).replace("−", "-").replace(".", ""))


def _wachtlijst(c: Cijfers) -> Toets:
    wachtenden = {f"wachtlijst_start_{d}": c["landelijk_wachtlijst"] * c.aandelen[d] for d in GROEPEN}
    leeg = {f"instroom_{d}": 0 for d in GROEPEN}
    kengetallen, tekorten = c.grenzen("kengetal_persoonsjaar"), c.grenzen("landelijk_tekort_structureel")
    peil = c.kengetal("kengetal_persoonsjaar").prijspeil
    band: list[float] = []
    for kengetal, tekort in zip(kengetallen, tekorten, strict=True):
        # Nobody is guided and everybody waits all year, so the model prices exactly these people.
        bedrag = {"bedrag": kengetal, "prijspeil": peil}
        u = c.bereken(
            2024,
            1,
            **leeg,
            **wachtenden,
            fte_beschikbaar=0,
            caseload=1,
            kengetal_persoonsjaar=bedrag,
            **ZONDER_STIJGING,
        )
        band.append((tekort + van(u, "uitvoeringskosten", 2024)) / MILJOEN)
    vng = c["landelijk_tekort_vng"] / MILJOEN
    per_begeleide = [van(u, "uitvoeringskosten", 2024) / c["landelijk_begeleid_vng"] for u in _uitvoering(c)]
    return Toets(
        "Wachtlijst",
        "Het structurele tekort van 2024 plus de kosten van iedereen op de wachtlijst, tegenover het tekort dat de "
        "VNG noemt.",
        ("ondergrens", "bovengrens"),
        "miljoen euro",
        0,
        tuple(band),
        (vng,),
        0.0,
        band[0] <= vng <= band[1],
        c.bron("landelijk_tekort_vng", "landelijk_wachtlijst", "landelijk_begeleid_vng"),
        "Het gepubliceerde bedrag moet tussen de twee grenzen liggen. Dit is een controle op samenhang en geen bewijs. "
        f"Met de {toon(c['landelijk_begeleid_vng'])} begeleide mensen die de G4 noemt, kost één begeleide "
        f"€ {toon(per_begeleide[0], 0)} tot € {toon(per_begeleide[1], 0)} per jaar.",
    )


# --- knoppen 2020 ------------------------------------------------------------------------------------------


def _knoppenplan(c: Cijfers, **anders: Any) -> tuple[float, float]:
    """What interpreters and gesprekken cost a year: everybody's traject full, one hour per gesprek at its price."""
    aantal = {"asiel": c["aef_asiel"], "gezin": c["aef_gezin"]}
    jaren = c["begeleidingsduur"] / c["kwartalen_per_jaar"]
    uren_per_fte = 1000  # cancels out: an hour costs loonkosten_fte ÷ productieve_uren
    invoer: dict[str, Any] = {
        **{f"instroom_{d}": n for d, n in aantal.items()},
        **{f"begeleiding_start_{d}": n * jaren for d, n in aantal.items()},
        "methode": "uren",
        "loonkosten_fte": c["aef_kosten_gesprek"] * uren_per_fte,
        "productieve_uren": uren_per_fte,
        "uren_start": 0,
        "uren_per_gesprek": 1,
        "gesprekken": c["aef_gesprekken"],
        "pvt": 0,
        "map": 0,
        "tolkuren": c["aef_tolkuren"],
        "tolktarief": c["aef_tolktarief"],
    }
    u = c.bereken(2022, 1, **(invoer | ZONDER_STIJGING | anders))
    return van(u, "pvt_map_tolk_kosten", 2022), van(u, "consulentkosten", 2022)


def _knoppen(c: Cijfers) -> Toets:
    tarief = {"tolktarief": c["akkoord_tolktarief"]}
    uren = tarief | {"tolkuren_gezin": c["akkoord_tolkuren_gezin"]}
    tolk_aef, gesprekken_aef = _knoppenplan(c)
    tolk_tarief, _ = _knoppenplan(c, **tarief)
    tolk_uren, gesprekken = _knoppenplan(c, **uren, gesprekken_gezin=c["akkoord_gesprekken_gezin"])
    effecten = (tolk_tarief - tolk_aef, tolk_uren - tolk_tarief, gesprekken - gesprekken_aef)
    namen = ("knop_tolktarief", "knop_tolkuren", "knop_gesprekken")
    model = (*effecten, c["aef_extra"] + sum(effecten))
    gepubliceerd = (*(c[naam] for naam in namen), c["akkoord_extra"])
    return vergelijk(
        "Knoppen 2020",
        "De drie aanpassingen in de bestuurlijke afspraken van 2020, en het extra bedrag dat daarna overblijft.",
        ("lager tolktarief", "minder tolkuren", "minder gesprekken", "extra bedrag"),
        "miljoen euro",
        2,
        tuple(x / MILJOEN for x in model),
        tuple(x / MILJOEN for x in gepubliceerd),
        0.05,
        c.bron("aef_extra", *namen, "akkoord_extra"),
        f"Het model begint bij € {toon(c['aef_extra'] / MILJOEN, 1)} miljoen. De kosten van één gesprek zijn afgeleid "
        "uit het gepubliceerde effect; dat deel van de toets is dus geen onafhankelijk bewijs.",
    )


# --- richting ----------------------------------------------------------------------------------------------


def _schaal_en_mix(c: Cijfers) -> Toets:
    def per_inburgeraar(asiel: int, gezin: int, **anders: Any) -> float:
        u = c.bereken(2027, 5, instroom_asiel=asiel, instroom_gezin=gezin, **anders)
        return van(u, "kosten_per_inburgeraar", 2031)

    vast = {"algemene_kosten_bedrag": 50_000}
    model = (
        per_inburgeraar(20, 20) - per_inburgeraar(30, 10),
        per_inburgeraar(60, 20, **vast) - per_inburgeraar(30, 10, **vast),
    )
    return Toets(
        "Schaal en mix",
        "Verschil in uitvoeringskosten per inburgeraar bij meer gezinsmigranten, en bij twee keer zoveel mensen met "
        "gelijke algemene kosten.",
        ("meer gezinsmigranten", "meer inburgeraars"),
        "euro",
        0,
        model,
        (),
        0.0,
        all(x < 0 for x in model),
        f"{c.catalogus.bronnen['kamerbrief-2026'].titel}, §4.1",
        "Cebeon noemt alleen de richting, geen bedrag. De aantallen zijn voorbeelden.",
    )


def als_tekst(toetsen: list[Toets]) -> str:
    """The toetsen as lines of text: what the model gives, what is published, and whether that fits."""
    regels: list[str] = []
    for t in toetsen:
        regels += [
            f"{t.naam}: {'klopt' if t.klopt else 'klopt niet'}",
            f"  {t.omschrijving}",
            f"  Onderdelen ({t.eenheid}): {' · '.join(t.onderdelen)}",
            f"  Model: {t.model_tekst}",
            f"  Gepubliceerd of afgeleid: {t.gepubliceerd_tekst}",
            f"  Verschil: {t.verschil_tekst}",
            f"  Bron: {t.bron}",
            f"  {t.toelichting}",
        ]
    return "\n".join(regels)


__all__ = ["Toets", "als_tekst", "landelijke_toets"]
