"""The sheets that are lists: assumptions, findings, sources and words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from core.catalogus import Catalogus, Ingang, Klasse
from core.catalogus.vakken import leden
from core.duiding.bijdragen import begripnaam
from core.duiding.uitleg import toon_waarde
from core.getallen import Bereik, toon
from core.plan import Bedrag, PerJaar, Plan, Routes, Waarde
from core.rekenkunde.regel import met_sleutel
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import lijst
from core.werkboek.varianten import Variant
from core.werkboek.vel import Boek

if TYPE_CHECKING:
    from core.duiding.overzicht import Duiding

BEGRIPPEN = Path(__file__).resolve().parents[2] / "resources" / "begrippen.toml"
AANNAMEKOLOMMEN = (
    ("Aanname", 46.0),
    ("Waarde", 34.0),
    ("Invloed op het tekort", 22.0),
    ("Betrouwbaarheid", 24.0),
    ("Datum", 18.0),
    ("Waarom deze waarde", 46.0),
    ("Door wie", 20.0),
    ("Akkoord van", 20.0),
)
NIET_BEPAALD = "niet bepaald"
ZONDER_WOORD = ("getal", "jaartal", "index")
"""Units that leave a bare number, which a list of texts must not hold."""
Invloeden = Mapping[str, tuple[float, float]]
"""Per name in the plan: what the low and the high end of its range do to the shortage of one year, in euro."""


def schrijf_aannames(boek: Boek, variant: Variant, duiding: Duiding | None) -> None:
    """What was assumed, how firm it is, why and by whom; the last column is for who agrees.

    Args:
        boek: the workbook.
        variant: the base.
        duiding: its reading, for what the range of a figure does (R34: its bar in the tornado).
    """
    rijen = list(_aannames(variant, _invloeden(duiding) if duiding else {}))
    zin = "Stand bij het maken van dit werkboek."
    if duiding:
        wat = f"{begripnaam(duiding.verklaring.begrip)} van {duiding.jaar}"
        zin += f" Invloed: wat de lage en de hoge grens doen met het {wat}, in euro. Onder nul is minder tekort."
    leeg = [("Er is nog niets ingevuld.", *("",) * 7)]
    blad = lijst(boek, "Aannames", "Aannames", zin, AANNAMEKOLOMMEN, rijen or leeg)
    for rij in range(EERSTE_RIJ, EERSTE_RIJ + len(rijen)):
        blad.leeg(rij, len(AANNAMEKOLOMMEN) - 1, stijl("invoertekst"))


def _invloeden(duiding: Duiding) -> Invloeden:
    toren = duiding.zekerheid.toren(duiding.verklaring.begrip, duiding.jaar)
    return {} if toren is None else {u.naam: (u.laag - toren.punt, u.hoog - toren.punt) for u in toren.uitslagen}


def _aannames(variant: Variant, invloeden: Invloeden) -> Iterator[tuple[str, ...]]:
    plan, catalogus = variant.uitkomst.plan, variant.uitkomst.catalogus
    for naam in (n for n in catalogus.namen if n in plan.invoer):
        gevonden = catalogus.ingang_van(naam)
        assert gevonden is not None
        ingang, groep = gevonden
        h = plan.herkomst.get(naam)
        datum, door = (h.datum, h.door) if h else ("", "")
        waarom = ". ".join(deel for deel in (h.bron, h.nota) if deel) if h else ""
        yield (
            met_sleutel(ingang.label, (groep,) if groep else ()),
            als_tekst(plan.invoer[naam], ingang),
            _invloed(invloeden.get(naam)),
            "opgave van de gemeente",
            datum or "niet opgegeven",
            waarom or "niet opgegeven",
            door or "niet opgegeven",
            "",
        )
    yield from _suggesties(plan, catalogus, invloeden)


def _suggesties(plan: Plan, catalogus: Catalogus, invloeden: Invloeden) -> Iterator[tuple[str, ...]]:
    """Published figures that count because the gemeente gave none of its own."""
    for ingang in catalogus.invoer:
        namen = {ingang.naam, *("_".join((ingang.naam, *sleutel)) for sleutel in leden(ingang))}
        if namen & plan.invoer.keys():
            continue
        for k in ingang.kengetallen:
            if k.klasse is Klasse.SUGGESTIE and _telt(k.vanaf, k.tot, plan):
                wie = tuple(s for s in (k.groep, k.route) if s)
                yield (
                    met_sleutel(ingang.label, (*wie, *_jaren(k.vanaf, k.tot))),
                    als_tekst(k.waarde, ingang),
                    _invloed(invloeden.get("_".join((ingang.naam, *wie)))),
                    f"{k.klasse.value}, {k.status.value}",
                    k.bron.datum,
                    f"{k.bron.titel}, {k.vindplaats}",
                    "planner",
                    "",
                )


def _telt(vanaf: int | None, tot: int | None, plan: Plan) -> bool:
    return (vanaf or plan.planjaren[0]) <= plan.planjaren[-1] and (tot or plan.planjaren[-1]) >= plan.planjaren[0]


def _jaren(vanaf: int | None, tot: int | None) -> tuple[str, ...]:
    if vanaf is None and tot is None:
        return ()
    if tot is None:
        return (f"vanaf {vanaf}",)
    return (str(vanaf) if vanaf == tot else f"{vanaf or ''} tot en met {tot}".strip(),)


def _invloed(invloed: tuple[float, float] | None) -> str:
    return NIET_BEPAALD if invloed is None else " tot ".join(f"{toon(x, 0)}" for x in invloed)


def als_tekst(waarde: Waarde, ingang: Ingang) -> str:
    """A value of a plan in Dutch, with its unit."""
    match waarde:
        case Bereik():
            return waarde.tekst
        case PerJaar(waarden):
            return "; ".join(f"{jaar}: {als_tekst(w, ingang)}" for jaar, w in waarden)
        case Bedrag(bedrag, prijspeil):
            return f"{als_tekst(bedrag, ingang)} (prijspeil {prijspeil})"
        case Routes(waarden):
            return "; ".join(f"{route}: {als_tekst(w, ingang)}" for route, w in waarden)
        case tuple():
            return "; ".join(als_tekst(w, ingang) for w in waarde)
        case bool():
            return "ja" if waarde else "nee"
        case str():
            return waarde
        case _:
            tekst, eenheid = toon_waarde(waarde, ingang.eenheid.naam), ingang.eenheid.naam
            return f"{tekst} ({eenheid})" if eenheid in ZONDER_WOORD else tekst


# --- findings, sources, words ------------------------------------------------------------------------------


def schrijf_bevindingen(boek: Boek, varianten: Sequence[Variant]) -> None:
    """What was missing, strange or contradictory when the workbook was made."""
    kolommen = (("Ernst", 16.0), ("Waar", 50.0), ("Bevinding", 100.0))
    rijen: list[tuple[str, ...]] = [(b.ernst.value, b.plaats, b.tekst) for v in varianten for b in v.bevindingen]
    if len(varianten) > 1:
        kolommen = (("Scenario", 26.0), *kolommen)  # type: ignore[assignment]
        rijen = [(v.opschrift, b.ernst.value, b.plaats, b.tekst) for v in varianten for b in v.bevindingen]
    leeg = [("geen", *("",) * (len(kolommen) - 2), "Er zijn geen bevindingen.")]
    lijst(boek, "Bevindingen", "Bevindingen", "Stand bij het maken van dit werkboek.", kolommen, rijen or leeg)


def schrijf_bronnen(boek: Boek, catalogus: Catalogus) -> None:
    """The public documents behind the kengetallen."""
    kolommen = (("Document", 70.0), ("Datum", 21.0), ("Soort document", 22.0), ("Opmerking", 70.0))
    rijen = [(b.titel, b.datum, b.soort, b.opmerking) for b in catalogus.bronnen.values()]
    lijst(boek, "Bronnen", "Bronnen", "De openbare documenten achter de kengetallen.", kolommen, rijen)


def schrijf_begrippen(boek: Boek) -> None:
    """The words of law and model, in plain Dutch, with where they stand."""
    kolommen = (("Begrip", 44.0), ("Betekenis", 90.0), ("Waar het staat", 56.0))
    lijst(boek, "Begrippen", "Begrippen", "Woorden uit de wet en uit de planner.", kolommen, begrippen())


@cache
def begrippen() -> list[tuple[str, str, str]]:
    """Term, meaning and source, by alphabet."""
    with BEGRIPPEN.open("rb") as bestand:
        gelezen = tomllib.load(bestand)["begrip"]
    return sorted((b["term"], b["uitleg"], b["bron"]) for b in gelezen)
