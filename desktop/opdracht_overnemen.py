"""The command `overnemen`: what stands in a file that the gemeente already has, and taking chosen rows of it over."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from core.catalogus import Catalogus, standaardcatalogus
from core.getallen import toon
from core.overname import (
    Bestand,
    Blok,
    Koppeling,
    Notatie,
    Overname,
    Rijkoppeling,
    als_json,
    doelen,
    herken,
    herken_grootboek,
    lees_bestand,
    met_opmerkingen,
    neem_over,
    notatievoorstel,
    omrekening,
    telformulier,
    uit_json,
    vergelijk,
    voorstel,
)
from core.overname.grootboek import INDELINGEN
from core.overname.personen import toonbaar
from core.overname.schaal import MALEN
from core.plan import Bevinding, Ernst, Plan, fouten
from core.planbestand import bewaar, lees, schrijf
from core.regels import bereken

GOED, VERKEERD = 0, 2
_KEUZE = re.compile(r"(?P<rij>\d+)=(?P<doel>\w+?)(?:[x*](?P<maal>\d+(?:[.,]\d+)?))?(?:@(?P<jaar>\d{4}))?")


class _Fout(Exception):
    """The command cannot go on: what is wrong."""

    def __init__(self, *bevindingen: Bevinding) -> None:
        super().__init__(*bevindingen)
        self.bevindingen = bevindingen


def voeg_toe(lezer: argparse.ArgumentParser) -> None:
    """The choices of the command."""
    lezer.add_argument("bestand", type=Path, nargs="?", metavar="BESTAND", help="zonder meer: toon wat er in staat")
    lezer.add_argument("--tabel", type=int, default=1, metavar="N", help="welke tabel (standaard de eerste)")
    lezer.add_argument("--plan", type=Path, metavar="PLAN", help="het plan waarin de getallen komen")
    lezer.add_argument(
        "--koppel",
        action="append",
        default=[],
        metavar="RIJ=GEGEVEN",
        help="zoals 1=instroom_asiel; met x1000 of x1 als de tabel iets over de grootte zegt; met @2027 voor één jaar",
    )
    lezer.add_argument("--koppeling", type=Path, metavar="BESTAND", help="gebruik een bewaarde koppeling")
    lezer.add_argument("--bewaar-koppeling", type=Path, metavar="BESTAND", help="bewaar de koppeling voor later")
    lezer.add_argument("--notatie", choices=[n.value for n in Notatie], help="hoe 1.234 in tekst is bedoeld")
    lezer.add_argument("--kolommen", action="append", default=[], metavar="KOP", help="welke kolommen, zonder jaartal")
    lezer.add_argument(
        "--gewone-getallen", action="store_true", help="de getallen zijn van hele jaren, wat er ook bij staat"
    )
    lezer.add_argument("--komma-scheidt", action="store_true", help="in dit csv-bestand scheidt de komma de kolommen")
    lezer.add_argument("--uit", type=Path, metavar="PLAN", help="schrijf het nieuwe plan")
    lezer.add_argument("--opmerkingen", type=Path, metavar="BESTAND", help="schrijf een kopie met opmerkingen (.xlsx)")
    lezer.add_argument("--grootboek", action="store_true", help="leg een grootboekexport naast het plan")
    lezer.add_argument("--kies", action="append", default=[], metavar="SOORT=CODE", help="zoals taakveld=6.5")
    lezer.add_argument(
        "--keer", type=float, choices=[1, 1000, 1000000], help="de bedragen in het grootboek zijn zo verkleind"
    )
    lezer.add_argument("--telformulier", type=Path, metavar="BESTAND", help="schrijf een leeg formulier om te tellen")


def overnemen(keuze: argparse.Namespace) -> int:
    """Carry out the command; returns its exit code."""
    catalogus = standaardcatalogus()
    try:
        if keuze.telformulier is not None:
            return _telformulier(keuze, catalogus)
        if keuze.bestand is None:
            raise _Fout(_fout("overnemen", "Noem een bestand om uit over te nemen, of --telformulier."))
        bestand = lees_bestand(keuze.bestand, komma_scheidt=keuze.komma_scheidt)
        if keuze.grootboek:
            return _grootboek(keuze, bestand, catalogus)
        return _tabellen(keuze, bestand, catalogus)
    except _Fout as gevonden:
        _zeg(gevonden.bevindingen)
    return VERKEERD


def _tabellen(keuze: argparse.Namespace, bestand: Bestand, catalogus: Catalogus) -> int:
    blokken, bevindingen = herken(bestand)
    if not (keuze.koppel or keuze.koppeling):
        print("\n".join(_overzicht(bestand, blokken, catalogus)))
        _bewaar_kopie(keuze, bestand, bevindingen)
        _zeg(bevindingen)
        return GOED if blokken else VERKEERD
    if not 1 <= keuze.tabel <= len(blokken):
        raise _Fout(*bevindingen, _fout(bestand.naam, f"Er is geen tabel {keuze.tabel}. Er zijn er {len(blokken)}."))
    blok = blokken[keuze.tabel - 1]
    koppeling = _koppeling(keuze, blok, catalogus)
    if keuze.bewaar_koppeling is not None:
        bewaar(keuze.bewaar_koppeling, als_json(koppeling).encode())
    plan = _plan(keuze, catalogus)
    overname = neem_over(plan, blok, koppeling, catalogus, date.today())
    print("\n".join(_voorbeeld(bestand, overname)))
    gevonden = (*bevindingen, *overname.bevindingen)
    _bewaar_kopie(keuze, bestand, gevonden, overname)
    _zeg(gevonden)
    if not overname.waarden:
        return VERKEERD
    if keuze.uit is None:
        print("Er is niets bewaard. Met --uit PLAN schrijft u het nieuwe plan.")
    else:
        schrijf(keuze.uit, overname.plan)
        print(f"Plan geschreven: {keuze.uit}")
    return GOED


def _koppeling(keuze: argparse.Namespace, blok: Blok, catalogus: Catalogus) -> Koppeling:
    """The remembered choices, with those of the command line over them."""
    koppeling = Koppeling(blok.vorm)
    if keuze.koppeling is not None:
        try:
            tekst = keuze.koppeling.read_text("utf-8")
        except (OSError, ValueError):
            raise _Fout(
                _fout(str(keuze.koppeling), "Deze koppeling is niet te lezen. Kies een ander bestand.")
            ) from None
        gelezen, bevindingen = uit_json(tekst, catalogus)
        if gelezen is None:
            raise _Fout(*bevindingen)
        _zeg(bevindingen)
        koppeling = gelezen
    nieuw = [_rijkoppeling(woord, blok, catalogus) for woord in keuze.koppel]
    over = [r for r in koppeling.rijen if r.doel not in {n.doel for n in nieuw}]
    notatie = Notatie(keuze.notatie) if keuze.notatie else koppeling.notatie
    return koppeling.met(
        rijen=(*over, *nieuw),
        notatie=notatie,
        soorten=tuple(keuze.kolommen) or koppeling.soorten,
        gewoon=keuze.gewone_getallen or koppeling.gewoon,
    )


def _rijkoppeling(woord: str, blok: Blok, catalogus: Catalogus) -> Rijkoppeling:
    gelezen = _KEUZE.fullmatch(woord)
    if gelezen is None or not 1 <= int(gelezen["rij"]) <= len(blok.rijen):
        raise _Fout(
            _fout(f"--koppel {woord}", "Schrijf het nummer van een rij en een gegeven, zoals 3=instroom_asiel.")
        )
    if gelezen["doel"] not in doelen(catalogus):
        raise _Fout(_fout(f"--koppel {woord}", "Dit gegeven bestaat niet, of kan niet uit een tabel met jaren komen."))
    maal_ = float(gelezen["maal"].replace(",", ".")) if gelezen["maal"] else None
    if maal_ not in (None, *MALEN):
        raise _Fout(_fout(f"--koppel {woord}", f"Kies bij x een van {', '.join(f'{m:.12g}' for m in MALEN)}."))
    jaar = int(gelezen["jaar"]) if gelezen["jaar"] else None
    return Rijkoppeling(blok.rijen[int(gelezen["rij"]) - 1].sleutel, gelezen["doel"], maal_, jaar)


def _plan(keuze: argparse.Namespace, catalogus: Catalogus) -> Plan:
    if keuze.plan is None:
        raise _Fout(_fout("overnemen", "Noem met --plan het plan waarin de getallen komen."))
    plan, bevindingen = lees(keuze.plan, catalogus)
    if plan is None:
        raise _Fout(*fouten(bevindingen))
    return plan


# --- what is shown -----------------------------------------------------------------------------------------


def _overzicht(bestand: Bestand, blokken: tuple[Blok, ...], catalogus: Catalogus) -> Iterator[str]:
    yield f"{bestand.naam}: {len(blokken)} {'tabel' if len(blokken) == 1 else 'tabellen'} met jaren"
    for nummer, blok in enumerate(blokken, 1):
        yield ""
        yield f"TABEL {nummer} (vanaf {blok.naam})"
        yield f"{'':>4}  {'':40}" + "".join(f"{k.tekst[:14]:>16}" for k in blok.kolommen)
        voorstellen = voorstel(blok, catalogus)
        for i, rij in enumerate(blok.rijen):
            waarden = "".join(f"{_celtekst(blok, i, j):>16}" for j in range(len(blok.kolommen)))
            yield f"{i + 1:>4}  {rij.volledig[:39]:40}{waarden}"
            for v in (v for v in voorstellen if v.rij == i):
                maal = f"x{v.maal:.12g}" if v.maal not in (None, 1.0) else ""
                reden = f"({', '.join(v.redenen)}) {v.vraag}".rstrip()
                yield f"{'':>6}voorstel: --koppel {i + 1}={v.doel.naam}{maal}  {reden}"
        for schaal in blok.schalen:
            raad = "zet --gewone-getallen erbij als het getallen van hele jaren zijn"
            raad = raad if schaal.ongewoon else f"zet {schaal.teken} achter het gegeven, of x1"
            yield f'{"":>6}bij {schaal.waar} staat "{schaal.woorden}": {raad}'
        if notatie := notatievoorstel(blok):
            yield f"{'':>6}getallen als tekst zijn hier {notatie[0].value} (zie {notatie[1]})"
    if blokken:
        yield ""
        yield "Er is nog niets overgenomen. Kies rijen met --koppel RIJ=GEGEVEN en een plan met --plan PLAN."


def _celtekst(blok: Blok, rij: int, kolom: int) -> str:
    cel = blok.cel(rij, kolom)
    if cel is None:
        return "·"
    if isinstance(cel.waarde, float | int) and not isinstance(cel.waarde, bool):
        return toonbaar(toon(cel.waarde))
    if not cel.tekst:
        return "(geen getal)"
    return "(tekst)" if any(c.isalpha() for c in cel.tekst) or len(cel.tekst) > 14 else toonbaar(cel.tekst)


def _voorbeeld(bestand: Bestand, overname: Overname) -> Iterator[str]:
    aantal = len(overname.waarden)
    yield f"Uit {bestand.naam}: {aantal} {'getal' if aantal == 1 else 'getallen'} overgenomen"
    for w in overname.waarden:
        helft = "" if w.helft is None else f", {w.helft + 1}e helft"
        wanneer = "" if w.jaar is None else f"{w.jaar}{helft}"
        stond = "leeg" if w.oud is None else toon(w.oud) if isinstance(w.oud, float | int) else str(w.oud)
        nota = f" ({w.nota})" if w.nota else ""
        yield f"  {w.doel.label[:50]:50} {wanneer:16} was {stond}, wordt {toon(w.waarde)}  {w.plaats}{nota}"
    if any(w.doel.naam == "taakstelling" for w in overname.waarden):
        yield "De taakstelling telt personen, kinderen meegeteld. Telt uw tabel alleen inburgeringsplichtigen?"
        yield "Koppel de rij dan aan instroom_asiel."
        for o in omrekening(bereken(overname.plan)):
            plichtig = "niet te zeggen" if o.inburgeringsplichtigen is None else toon(o.inburgeringsplichtigen, 1)
            gebruik = "" if o.telt else " (niet gebruikt: de instroom zelf is ingevuld)"
            yield f"  {o.jaar}: {toon(o.personen)} personen, dat zijn {plichtig} inburgeringsplichtigen{gebruik}"


def _zeg(bevindingen: tuple[Bevinding, ...] | list[Bevinding]) -> None:
    for b in sorted(dict.fromkeys(bevindingen), key=lambda b: list(Ernst).index(b.ernst)):
        print(b, file=sys.stderr)


def _fout(plaats: str, tekst: str) -> Bevinding:
    return Bevinding(Ernst.FOUT, plaats, tekst)


# --- the other things it does ------------------------------------------------------------------------------


def _bewaar_kopie(
    keuze: argparse.Namespace, bestand: Bestand, bevindingen: tuple[Bevinding, ...], overname: Overname | None = None
) -> None:
    if keuze.opmerkingen is None:
        return
    if keuze.opmerkingen.exists() and os.path.samefile(keuze.opmerkingen, keuze.bestand):
        raise _Fout(_fout(str(keuze.opmerkingen), "Dit is het bestand zelf. Kies een andere naam voor de kopie."))
    inhoud = met_opmerkingen(bestand, bevindingen, overname.waarden if overname else ())
    if inhoud is None:
        raise _Fout(*bevindingen, _fout(bestand.naam, "Van dit bestand kan geen kopie met opmerkingen worden gemaakt."))
    bewaar(keuze.opmerkingen, inhoud)
    print(f"Kopie met opmerkingen geschreven: {keuze.opmerkingen}")


def _grootboek(keuze: argparse.Namespace, bestand: Bestand, catalogus: Catalogus) -> int:
    notatie = Notatie(keuze.notatie) if keuze.notatie else None
    grootboek = herken_grootboek(bestand, catalogus, notatie, keuze.keer)
    if grootboek is None:
        zin = "Hier staat geen grootboek in. Nodig zijn kolommen met bedrag, met periode"
        kolommen = "en met kostenplaats, kostensoort of taakveld."
        raise _Fout(*bestand.bevindingen, _fout(bestand.naam, f"{zin} {kolommen}"))
    gekozen: dict[str, set[str]] = {}
    for woord in keuze.kies:
        soort, _, code = woord.partition("=")
        if soort not in INDELINGEN or not code:
            raise _Fout(_fout(f"--kies {woord}", f"Schrijf {', '.join(INDELINGEN)} met een code, zoals taakveld=6.5."))
        gekozen.setdefault(soort, set()).add(code)
    print("Jaar        geboekt        gepland       verschil  regels  maanden")
    for v in vergelijk(grootboek, bereken(_plan(keuze, catalogus)), gekozen):
        bedragen = "".join(f"{'n.t.z.' if b is None else toon(b, 0):>15}" for b in (v.geboekt, v.gepland, v.verschil))
        mist = f"  ({v.onleesbaar} niet te lezen)" if v.onleesbaar else ""
        mist += f"  ({v.zonder_code} zonder code)" if v.zonder_code else ""
        print(f"{v.jaar}{bedragen}{v.regels:>8}{v.maanden:>9}{mist}")
    print("Geboekte bedragen in euro, gepland zijn de uitvoeringskosten. Er is niets overgenomen.")
    _zeg((*bestand.bevindingen, *grootboek.bevindingen))
    return GOED if grootboek.boekingen else VERKEERD


def _telformulier(keuze: argparse.Namespace, catalogus: Catalogus) -> int:
    plan = _plan(keuze, catalogus) if keuze.plan is not None else Plan(date.today().year + 1)
    bewaar(keuze.telformulier, telformulier(plan.startjaar, plan.horizon))
    print(f"Telformulier geschreven: {keuze.telformulier}")
    return GOED
