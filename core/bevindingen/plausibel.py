"""Plausibel: what a second reader would ask about a figure; broad limits that catch slips, and are no norms."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle
from core.getallen import toon, toon_euro
from core.plan import Bevinding, Ernst
from core.rekenkunde.regel import GROEPEN

RUIM: dict[str, tuple[float, float]] = {
    "loonkosten_fte": (20_000, 250_000),
    "inhuurtarief": (25, 250),
    "productieve_uren": (700, 2_080),
    "caseload": (15, 150),
    "kosten_startklas": (50, 20_000),
    "bedrag_reiskosten": (10, 5_000),
    "eigen_bijdrage_kinderopvang": (10, 20_000),
    "maatschappelijke_begeleiding": (700, 6_300),
    "pvt_map_tolk": (400, 3_600),
    "kengetal_persoonsjaar": (680, 6_800),
    "groepsgrootte": (3, 30),
    "begeleidingsduur": (4, 20),
    "loonstijging": (-0.01, 0.10),
    "prijsstijging": (-0.01, 0.10),
    "spuk_index": (-0.01, 0.10),
    "prijsopslag_aanbesteding": (-0.20, 0.60),
}
"""Below and above these an own figure is sooner a slip than a choice: a week for a year, cents, a percentage.

They are wide on purpose and no kengetallen: they ask, and say that they ask. Amounts with a published average: a third
and three times it; 2.080 hours are 52 weeks of 40.
"""

SPRONG = 3.0
"""An inflow more than three times that of the year before (or a third of it) asks for a second look."""
VEEL = 5.0
"""Persons: below it a jump is chance."""
IN_DUIZENDEN = 1_000.0
"""Euro: an amount for a whole gemeente below this was probably meant in thousands."""
HELE_GEMEENTE = ("gemeentefonds_structureel", "gemeentefonds_incidenteel", "spuk_voorlopig", "spuk_vorig_jaar")
AFWIJKING = 0.02
"""Of an amount of the law: more is not that amount."""
WETSBEDRAGEN = ("spuk_a", "spuk_b", "spuk_c", "spuk_gezin")
DEEL_VAN_INWONERS = 0.01


def buiten_het_gewone(beeld: Beeld) -> Iterator[Bevinding]:
    """Own figures so far out that a slip is likelier."""
    eigen_opgaven = _eigen(beeld)
    for naam, (laag, hoog) in RUIM.items():
        vreemd = [w for w in eigen_opgaven.get(naam, ()) if not laag <= w <= hoog]
        if vreemd:
            eigen, onder, boven = (_getal(beeld, naam, x) for x in (vreemd[0], laag, hoog))
            yield _vraag(
                beeld.label(naam), f"U vulde {eigen} in. Onder {onder} en boven {boven} vraagt de tegenlezer door."
            )


def _getal(beeld: Beeld, naam: str, waarde: float) -> str:
    """As it is read: shares in percents."""
    return f"{toon(round(100 * waarde, 9))} %" if beeld.catalogus[naam].eenheid.naam == "aandeel" else toon(waarde)


def in_duizenden(beeld: Beeld) -> Iterator[Bevinding]:
    """Amounts that look as if they are in thousands of euro."""
    eigen_opgaven = _eigen(beeld)
    for naam in HELE_GEMEENTE:
        klein = [w for w in eigen_opgaven.get(naam, ()) if 0 < w < IN_DUIZENDEN]
        if klein:
            yield _vraag(
                beeld.label(naam), f"U vulde {toon_euro(klein[0])} in. Is dit bedrag misschien in duizenden euro's?"
            )


def sprong_in_de_instroom(beeld: Beeld) -> Iterator[Bevinding]:
    """From one year to the next, also from the year before the plan."""
    start = beeld.planjaren[0]
    for d in GROEPEN:
        reeks = {j: beeld.waarde("cohort", d, moment=j) for j in range(start - 1, beeld.planjaren[-1] + 1)}
        if not beeld.ingevuld("eerdere_instroom", d, start - 1):
            reeks.pop(start - 1)
        for j, nu in reeks.items():
            voor = reeks.get(j - 1)
            if nu is None or voor is None or max(nu, voor) < VEEL:
                continue
            if nu > SPRONG * voor or voor > SPRONG * nu:
                yield _vraag(
                    beeld.label("instroom", d),
                    f"De instroom gaat van {toon(voor, 0)} in {j - 1} naar {toon(nu, 0)} in {j}.",
                )
                break


def inhuur_goedkoper_dan_eigen(beeld: Beeld) -> Iterator[Bevinding]:
    """Hired staff that costs less than own staff is rare."""
    for j in beeld.planjaren:
        inhuur, eigen = beeld.waarde("inhuur_fte", moment=j), beeld.waarde("loonkosten_fte", moment=j)
        if inhuur is not None and eigen is not None and inhuur < eigen:
            yield _vraag(
                beeld.label("inhuurtarief"),
                f"Een fte inhuur kost in {j} {toon_euro(inhuur)}, minder dan een eigen fte: {toon_euro(eigen)}.",
            )
            return


def anders_dan_de_wet(beeld: Beeld) -> Iterator[Bevinding]:
    """An own SPUK amount for a year of which the law gives it."""
    for naam in WETSBEDRAGEN:
        for k in beeld.catalogus[naam].kengetallen:
            if k.vanaf is None or k.klasse.value != "vast" or not beeld.ingevuld(naam, jaar=k.vanaf):
                continue
            eigen = beeld.waarde(naam, moment=k.vanaf)
            if eigen is not None and abs(eigen - k.punt) > AFWIJKING * k.punt:
                yield _vraag(
                    beeld.label(naam),
                    f"Voor {k.vanaf} vulde u {toon_euro(eigen, 2)} in. In de regeling staat {toon_euro(k.punt, 2)}.",
                )


def stand_groter_dan_de_uitkering(beeld: Beeld) -> Iterator[Bevinding]:
    """More in reserve (or moved on) than two years of SPUK."""
    stand, baten = beeld.waarde("stand_start"), beeld.waarde("spuk_baten", moment=beeld.planjaren[0])
    if stand and baten is not None and abs(stand) > 2 * baten:
        yield _vraag(
            beeld.label("stand_start"),
            f"De stand is {toon_euro(stand)}, meer dan twee keer de SPUK van een jaar ({toon_euro(baten)}).",
        )


def meer_wachten_dan_begeleid(beeld: Beeld) -> Iterator[Bevinding]:
    """More people wait at the start than are guided, or more are guided than came in the years of a traject."""
    for d in GROEPEN:
        wacht, begeleid = (beeld.waarde(n, d) or 0.0 for n in ("wachtlijst_start", "begeleiding_start"))
        if wacht > VEEL and wacht > begeleid:
            yield _vraag(
                beeld.label("wachtlijst_start", d),
                f"Er wachten {toon(wacht, 0)} mensen en er zijn er {toon(begeleid, 0)} in begeleiding.",
            )


def incidenteel_groter_dan_structureel(beeld: Beeld) -> Iterator[Bevinding]:
    """The two fields may have been swapped."""
    for j in beeld.planjaren:
        incidenteel, structureel = (
            beeld.waarde(f"gemeentefonds_{s}", moment=j) for s in ("incidenteel", "structureel")
        )
        if incidenteel and structureel is not None and incidenteel > structureel:
            yield _vraag(
                beeld.label("gemeentefonds_incidenteel"),
                f"In {j} is het incidentele geld ({toon_euro(incidenteel)}) meer dan het structurele "
                f"({toon_euro(structureel)}). Zijn de twee verwisseld?",
            )
            return


def veel_voor_de_gemeente(beeld: Beeld) -> Iterator[Bevinding]:
    """An inflow of more than one in a hundred inhabitants in a year."""
    inwoners = beeld.plan.gemeente.inwonertal
    for j in beeld.planjaren if inwoners else ():
        komt = sum(beeld.waarde("instroom", d, moment=j) or 0.0 for d in GROEPEN)
        if inwoners and komt > DEEL_VAN_INWONERS * inwoners:
            yield _vraag(
                beeld.label("instroom", GROEPEN[0]),
                f"In {j} komen er {toon(komt, 0)} mensen in een gemeente met {toon(inwoners, 0)} inwoners.",
            )
            return


def bijdrage_groter_dan_de_rest(beeld: Beeld) -> Iterator[Bevinding]:
    """A contribution larger than all else together may hold what is counted elsewhere too."""
    for j in beeld.planjaren:
        bijdrage, alles = beeld.waarde("bijdrage_samenwerking", moment=j), beeld.waarde("uitvoeringskosten", moment=j)
        if bijdrage and alles is not None and bijdrage > alles - bijdrage:
            yield _vraag(
                beeld.label("bijdrage_samenwerking"),
                f"In {j} is de bijdrage ({toon_euro(bijdrage)}) meer dan alle andere uitvoeringskosten samen. "
                "Telt u iets dubbel?",
            )
            return


def _eigen(beeld: Beeld) -> dict[str, list[float]]:
    """Per input the point values that the gemeente filled in, over years, groups and routes."""
    per_naam: dict[str, list[float]] = {}
    for ((figuur, _), _), waarde in beeld.uitkomst.waarden.items():
        if figuur.startswith(("invoer_", "rij_")) and isinstance(waarde, float) and waarde == waarde:
            per_naam.setdefault(figuur.partition("_")[2], []).append(waarde)
    return per_naam


def _vraag(plaats: str, wat: str) -> Bevinding:
    return Bevinding(Ernst.WAARSCHUWING, plaats, f"{wat} Kijk na of dit klopt.")


CONTROLES: tuple[Controle, ...] = (
    buiten_het_gewone,
    in_duizenden,
    sprong_in_de_instroom,
    inhuur_goedkoper_dan_eigen,
    anders_dan_de_wet,
    stand_groter_dan_de_uitkering,
    meer_wachten_dan_begeleid,
    incidenteel_groter_dan_structureel,
    veel_voor_de_gemeente,
    bijdrage_groter_dan_de_rest,
)
