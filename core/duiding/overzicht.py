"""Overzicht: everything that can be said about one outcome, as data and as text that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from core.duiding.bandbreedte import contractzin
from core.duiding.bijdragen import Verklaring, verklaar
from core.duiding.doel import Doel
from core.duiding.doelzoeken import Antwoord, Voorstel, zoek
from core.duiding.instroomvarianten import Instroomvarianten, varieer
from core.duiding.knoppen import Knopstap, knoppen, knoppentabel
from core.duiding.referentie import Referentie
from core.duiding.ritme import Jaareffect, Ritme, korting, prestatie, spukkalender, spukritme
from core.duiding.spiegel import Spiegelbeeld, caseloadzin, niet_gespiegeld, spiegel
from core.duiding.wachten import Wachtlijst, Wegwerkplan, wachtlijst, werk_weg
from core.duiding.zekerheid import Zekerheid, zekerheid
from core.duiding.zinnen import aantal
from core.plan.plan import kaal
from core.regels.uitkomst import Uitkomst
from core.rekenkunde.berekening import Plek

BEGRIP = "tekort_structureel"
SPUK_SALDO = "spuk_saldo"
GETOOND = (BEGRIP, "tekort_totaal", "tekort_met_wachtlijst", SPUK_SALDO, "inkoopbudget", "contractwaarde_met_opties")
"""The figures whose bands are told in the text; the data hold all."""

VOORSTELLEN = 5
"""So many proposals are told in the text; the data hold all."""


@dataclass(frozen=True)
class Duiding:
    """The whole reading of one outcome; `jaar` is the year for what is told for one year only."""

    uitkomst: Uitkomst
    jaar: int
    verklaring: Verklaring
    zekerheid: Zekerheid
    contract: str
    knoppen: tuple[Knopstap, ...]
    antwoorden: tuple[Antwoord, ...]
    wachtlijst: Wachtlijst
    wegwerkplannen: tuple[Wegwerkplan, ...]
    ritme: Ritme
    prestatie: tuple[Jaareffect, ...]
    korting: tuple[Jaareffect, ...]
    instroom: Instroomvarianten
    spiegel: tuple[Spiegelbeeld, ...]
    niet_gespiegeld: str
    caseload: str


def duid(
    uitkomst: Uitkomst,
    begrip: str = BEGRIP,
    referentie: Referentie | None = None,
    doelen: Sequence[Doel] = (),
    grenzen: Mapping[str, tuple[float, float]] | None = None,
    hoogstens: int = 2,
    eisen: Sequence[Doel] | None = None,
) -> Duiding:
    """Read an outcome.

    Args:
        uitkomst: of the plan.
        begrip: the tekort that is explained.
        referentie: what it is compared with; default the national figures.
        doelen: targets to look for.
        grenzen: per own choice the lowest and the highest value that may be proposed.
        hoogstens: how many choices may change together.
        eisen: what every proposal must meet as well; default that nobody waits longer.
    """
    jaren = uitkomst.tijdas.planjaren
    jaar = jaren[min(1, len(jaren) - 1)]
    lijst = knoppen(uitkomst, grenzen)
    return Duiding(
        uitkomst=uitkomst,
        jaar=jaar,
        verklaring=verklaar(uitkomst, begrip, referentie),
        zekerheid=zekerheid(uitkomst, (begrip,), ook=(SPUK_SALDO,)),
        contract=contractzin(uitkomst),
        knoppen=tuple(knoppentabel(uitkomst, jaar, lijst)),
        antwoorden=tuple(zoek(uitkomst, d, lijst, hoogstens, eisen) for d in doelen),
        wachtlijst=wachtlijst(uitkomst),
        wegwerkplannen=tuple(filter(None, (werk_weg(uitkomst, j) for j in jaren))),
        ritme=spukritme(uitkomst),
        prestatie=prestatie(uitkomst),
        korting=korting(uitkomst),
        instroom=varieer(uitkomst),
        spiegel=tuple(spiegel(uitkomst, jaar)),
        niet_gespiegeld=niet_gespiegeld(uitkomst),
        caseload=caseloadzin(uitkomst),
    )


# --- as data -----------------------------------------------------------------------------------------------


def als_gegevens(d: Duiding) -> dict[str, Any]:
    """The reading as plain data: figures by name, each with its sentence."""
    z = d.zekerheid
    return {
        "verklaring": _verklaring(d),
        "bandbreedte": {
            "methode": "trekkingen",
            "aantal": z.aantal,
            "zaad": z.zaad,
            "kans_op_tekort": {str(j): k for (_, j), k in z.kansen.items()},
            "cijfers": [
                {"naam": _naam(b.plek), "jaar": b.jaar, "punt": b.punt, **asdict(b.band), "zin": b.zin}
                for b in z.banden
            ],
            "contract": d.contract,
            "percelen": [{"route": p.route, "jaar": p.jaar, **asdict(p.band), "zin": p.zin} for p in z.percelen],
        },
        "tornado": [
            {
                "naam": _naam(t.plek),
                "jaar": t.plek[1],
                "punt": t.punt,
                "uitslagen": [asdict(u) for u in t.uitslagen],
                "zin": t.zin,
                "niet_in_de_band": t.niet_in_de_band,
            }
            for t in z.torens.values()
        ],
        "knoppen": [_knopstap(k) for k in d.knoppen],
        "doelen": [_antwoord(a) for a in d.antwoorden],
        "wachten": _wachten(d),
        "spuk": _spuk(d),
        "instroom": {
            "varianten": {v.naam: {str(j): x for j, x in v.instroom.items()} for v in d.instroom.varianten},
            "oordelen": [{**asdict(o), "houdt_stand": o.houdt_stand, "zin": o.zin} for o in d.instroom.oordelen],
            "reden": d.instroom.reden,
            "onbekend": list(d.instroom.onbekend),
        },
        "spiegel": [{**asdict(s), "oordeel": s.oordeel, "zin": s.zin} for s in d.spiegel],
        "niet_gespiegeld": d.niet_gespiegeld,
        "caseload": d.caseload,
    }


def _naam(plek: Plek) -> str:
    return "_".join((plek[0][0], *plek[0][1]))


def _verklaring(d: Duiding) -> dict[str, Any]:
    regels = d.verklaring.referentie.regels(d.uitkomst.catalogus)
    return {
        "begrip": d.verklaring.begrip,
        "methode": "Shapley-waarden tegenover de referentie",
        "referentie": [{"wat": wat, "hoeveel": hoeveel, "bron": bron} for wat, hoeveel, bron in regels],
        "jaren": [
            {
                "jaar": w.jaar,
                "middelen": w.middelen,
                "kosten": w.kosten,
                "tekort": w.tekort,
                "zin": w.zin,
                "staven": [asdict(s) | {"wie": s.wie.value} for s in w.staven],
            }
            for w in d.verklaring.watervallen
        ],
        "buiten_beeld": list(d.verklaring.buiten_beeld),
    }


def _knopstap(k: Knopstap) -> dict[str, Any]:
    cijfers = {"tekort": k.tekort, "fte_ingezet": k.fte_ingezet, "fte_nodig": k.fte_nodig}
    cijfers |= {f"wachtweken_{g}": w for g, w in k.wachtweken.items()}
    bekend = {naam: x for naam, x in cijfers.items() if x is not None}
    return {"knop": k.knop.naam, "stappen": k.stappen, "jaar": k.jaar, **bekend, "zin": k.zin}


def _voorstel(v: Voorstel, doel: Doel) -> dict[str, Any]:
    bekend = {n: x for n, x in (("euro", v.euro), ("wachtend", v.wachtend)) if x is not None}
    invoer = {naam: kaal(w) for naam, w in v.invoer.items()}
    return {"invoer": invoer, "waarde": v.doelwaarde, **bekend, "zin": v.zin(doel)}


def _antwoord(a: Antwoord) -> dict[str, Any]:
    gegevens: dict[str, Any] = {
        "doel": a.doel.zin,
        "eisen": [eis.zin for eis in a.eisen],
        "niemand_langer": a.niemand_langer,
        "gezocht": a.gezocht,
        "haalbaar": a.haalbaar,
        "zin": a.zin,
        "enkel": [_voorstel(v, a.doel) for v in a.enkel],
        "samen": [_voorstel(v, a.doel) for v in a.samen],
    }
    if a.dichtstbij is not None:
        gegevens["dichtstbij"] = _voorstel(a.dichtstbij, a.doel)
    return gegevens


def _wachten(d: Duiding) -> dict[str, Any]:
    return {
        "kwartalen": [asdict(s) for s in d.wachtlijst.standen],
        "zinnen": list(d.wachtlijst.zinnen),
        "reden": d.wachtlijst.reden,
        "wegwerken": [
            {
                "klaar": w.klaar,
                "fte": {str(j): x for j, x in w.fte.items()},
                "extra": {str(j): x for j, x in w.extra.items()},
                "kosten": {str(j): x for j, x in w.kosten.items()},
                "zin": w.zin,
            }
            for w in d.wegwerkplannen
        ],
    }


def _spuk(d: Duiding) -> dict[str, Any]:
    jaren = d.uitkomst.tijdas.planjaren
    return {
        "ritme": [{**asdict(j), "baten": j.baten, "zin": j.zin} for j in d.ritme.jaren],
        "dip": d.ritme.dip,
        "dip_onbekend_in": list(d.ritme.open),
        "zin": d.ritme.zin,
        "prestatie": [asdict(e) for e in d.prestatie],
        "korting": [asdict(e) for e in d.korting],
        "kalender": {
            str(j): [{"uiterlijk": m.uiterlijk.isoformat(), "wat": m.wat, "bron": m.bron} for m in spukkalender(j)]
            for j in jaren
        },
    }


# --- as text -----------------------------------------------------------------------------------------------


def als_tekst(d: Duiding) -> str:
    """The reading in sentences, subject by subject."""
    regels: list[str] = []
    for kop, zinnen in _onderwerpen(d):
        gevuld = [z for z in zinnen if z]
        if gevuld:
            regels += [kop, *(f"  {zin}" for zin in gevuld), ""]
    return "\n".join(regels)


def _doelzinnen(a: Antwoord) -> list[str]:
    """The answer, the first proposals, and how far was looked."""
    voorstellen = [v.zin(a.doel) for v in (*a.enkel, *a.samen)]
    over = len(voorstellen) - VOORSTELLEN
    meer = f"En nog {aantal(over, 'andere manieren')}; die staan in de gegevens (--json)." if over > 0 else ""
    return [a.zin, *voorstellen[:VOORSTELLEN], meer, a.gezocht]


def _onderwerpen(d: Duiding) -> Iterator[tuple[str, list[str]]]:
    referentie = d.verklaring.referentie.regels(d.uitkomst.catalogus)
    yield "De referentie", [f"{wat}: {hoeveel} ({bron})." for wat, hoeveel, bron in referentie]
    for w in d.verklaring.watervallen:
        yield f"Waarom dit tekort in {w.jaar}", [w.zin, *(f"{s.label} [{s.wie.value}]: {s.zin}" for s in w.staven)]
    yield "Niet te verklaren", list(d.verklaring.buiten_beeld)
    z = d.zekerheid
    yield "Hoe zeker", [b.zin for b in z.banden if _naam(b.plek) in GETOOND]
    yield "Kans op een tekort", [z.kanszin(naam, jaar) for naam, jaar in z.kansen]
    torens = [t for t in z.torens.values() if t.plek[1] == d.jaar]
    yield (
        f"Wat het meest uitmaakt in {d.jaar}",
        [*(f"{t.label}: {t.zin}" for t in torens), *(t.niet_in_de_band for t in torens[:1])],
    )
    yield "Inkoop per perceel", [*(p.zin for p in z.percelen), d.contract]
    yield f"Wat u zelf kunt kiezen, per stap in {d.jaar}", [k.zin for k in d.knoppen]
    for a in d.antwoorden:
        yield "Doel", _doelzinnen(a)
    wachten = [*d.wachtlijst.zinnen, d.wachtlijst.reden, *(w.zin for w in d.wegwerkplannen)]
    yield "De prijs van wachten", wachten
    yield "Het ritme van de SPUK", [d.ritme.zin, *(j.zin for j in d.ritme.jaren)]
    geraakt = [e.zin for e in d.prestatie if e.bedrag] or [e.zin for e in d.prestatie[-1:]]
    yield "Prestatiebekostiging en korting", [*geraakt, *(e.zin for e in d.korting if e.bedrag)]
    yield "Lage en hoge instroom", [d.instroom.reden, *(o.zin for o in d.instroom.oordelen), d.instroom.onbekendzin]
    yield "Spiegel", [*(s.zin for s in d.spiegel), d.niet_gespiegeld, d.caseload]
