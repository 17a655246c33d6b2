"""The model's own description: every figure, input and kengetal with its rule in words, as one page of Markdown.

`python -m core.rapport.beschrijving > docs/rekenmodel.md` writes it; a test keeps that file equal to the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from core.catalogus import Bron, Catalogus, Ingang, Kengetal, Vorm, standaardcatalogus
from core.catalogus.vakken import venster_van
from core.getallen import Bereik, toon
from core.regels.bladwaarden import naam_van_ingang
from core.regels.model import model
from core.regels.uitkomst import IN_BESTAND, jaargrootheden, kwartaalgrootheden
from core.rekenkunde.regel import GROEPEN, NAMEN, Grootheid, Rol, knopen
from core.rekenkunde.tijdas import Tijdsoort, Venster
from core.rekenkunde.uitdrukking import Opzoeking, Verwijzing
from core.rekenkunde.woorden import in_woorden

MODULES = {
    "instroom": "Instroom",
    "doorstroom": "Doorstroom: wachten, starten, begeleid worden, uitstromen",
    "uitvoeringskosten": "Uitvoeringskosten",
    "tekort": "Tekort",
    "spuk": "SPUK",
    "voorzieningen": "Inburgeringsvoorzieningen",
    "inkoop": "Inkoop",
    "prijzen": "Prijzen en lonen",
    "controle": "Controles",
}
"""The subjects of the rules, in the order in which people read them."""

_PER = {Tijdsoort.PLAN: "plan", Tijdsoort.JAAR: "jaar", Tijdsoort.KWARTAAL: "kwartaal"}
_VORM = {
    Vorm.GETAL: "één getal",
    Vorm.PER_JAAR: "één getal of een rij per jaar",
    Vorm.BEDRAG: "een bedrag, met prijspeil of per jaar",
    Vorm.COHORTEN: "een getal per eerder jaar",
    Vorm.HALFJAREN: "twee halfjaren per jaar",
    Vorm.KWARTAALAANDELEN: "vier aandelen, samen 1",
    Vorm.ROUTEAANDELEN: "een aandeel per leerroute, samen 1",
    Vorm.ROUTEBEDRAGEN: "een bedrag per leerroute",
    Vorm.ROUTEGETALLEN: "een getal per leerroute",
    Vorm.RITME: "drie tot vijf aandelen, samen 1",
    Vorm.KEUZE: "een keuze",
    Vorm.SCHAKELAAR: "aan of uit",
}
_INDEX = {"geen": "nee", "loon": "loonstijging", "prijs": "prijsstijging"}
_GROEPEN = {
    "": "",
    "beide": "voor beide groepen samen of per groep",
    "apart": "per groep apart",
}


def beschrijving(catalogus: Catalogus) -> str:
    """The whole description, in Dutch."""
    delen = (_kop, _cijfers, _invoer, _vast, _bronnen)
    return "\n".join(regel for deel in delen for regel in deel(catalogus))


def _kop(catalogus: Catalogus) -> Iterator[str]:
    yield "# Rekenmodel van de Inburgeringsplanner"
    yield ""
    yield f"Editie van de kengetallen: **{catalogus.nummer}**, datum: **{catalogus.datum}**."
    yield ""
    yield INLEIDING


INLEIDING = """\
Deze beschrijving komt uit het programma zelf: wat hier staat, is wat de planner rekent. Verander haar niet met de hand,
maar maak haar opnieuw met `python -m core.rapport.beschrijving > docs/rekenmodel.md`.

Zo leest u de tabellen:

- Een **naam** is de naam in bestanden. `_d` staat voor de groep (`_asiel` of `_gezin`), `_r` voor de leerroute (`_B1`,
  `_Z` of `_onderwijs`). Staat er in een regel geen groep of route, dan is het die van het cijfer zelf. Een naam met een
  * hoort bij de uitkomst; de andere zijn tussenstappen.
- **Ingevuld** is wat de gemeente invult, een **kengetal** een gepubliceerd of afgeleid getal uit de catalogus, een
  **uitgangspunt** wat telt als u niets invult.
- **Klasse** en **bron** staan bij een regel als er een ingevuld getal of een kengetal rechtstreeks in voorkomt.
- Wat niet te berekenen is, blijft leeg. Leeg is nooit vanzelf nul: dat geldt alleen waar een regel het zegt.
- Een klasse is `vast` (wet of afspraak), `suggestie` (te vervangen), `eigen` (alleen de gemeente weet het) of
  `nog na te gaan`.
"""


# --- figures -----------------------------------------------------------------------------------------------


_KOP = ("Naam", "Cijfer", "Per", "Eenheid", "Regel", "Klasse", "Bron")


def _cijfers(catalogus: Catalogus) -> Iterator[str]:
    yield "# Cijfers en regels"
    yield ""
    families = dict.fromkeys(g.naam for g in model() if g.regel is not None and not _uit_catalogus(g))
    per_onderwerp: dict[str, list[str]] = {}
    for naam in families:
        per_onderwerp.setdefault(model().familie(naam)[0].onderwerp, []).append(naam)
    titels = MODULES | {o.naam: o.titel for o in catalogus.onderwerpen if o.naam not in MODULES}
    for onderwerp, titel in titels.items():
        if onderwerp in per_onderwerp:
            yield f"## {titel}"
            yield ""
            yield from _tabel(_KOP, (r for naam in per_onderwerp[onderwerp] for r in _rijen(catalogus, naam)))
    yield from _prijzen_van_invoer(catalogus)


def _rijen(catalogus: Catalogus, familie: str) -> Iterator[tuple[str, ...]]:
    """One row per rule: groups and routes with the same rule share it."""
    per_regel: dict[str, list[Grootheid]] = {}
    for g in model().familie(familie):
        per_regel.setdefault(_regel(g), []).append(g)
    for regel, leden in per_regel.items():
        yield _rij(catalogus, leden, regel)


def _rij(catalogus: Catalogus, leden: list[Grootheid], regel: str) -> tuple[str, ...]:
    g = leden[0]
    label, achter = g.label, list(g.sleutel)
    for plaats, sleutel in enumerate(g.sleutel):
        if any(lid.sleutel[plaats] != sleutel for lid in leden):
            achter[plaats] = "d" if sleutel in GROEPEN else "r"
            label = label.replace(f", {NAMEN[sleutel]}", "", 1)
    ster = "*" if g in _uitkomst() else ""
    naam = f"`{'_'.join((IN_BESTAND.get(g.naam, g.naam), *achter))}`{ster}"
    return naam, label, _PER[g.tijd], g.eenheid.naam, regel, *_ingredienten(catalogus, g)


@cache
def _uitkomst() -> tuple[Grootheid, ...]:
    return (*jaargrootheden(), *kwartaalgrootheden())


def _regel(g: Grootheid) -> str:
    assert g.regel is not None
    return in_woorden(model(), g.regel, g.sleutel)


def _ingredienten(catalogus: Catalogus, g: Grootheid) -> tuple[str, str]:
    """Class and source of the leaves that a rule uses itself."""
    assert g.regel is not None
    klassen: dict[str, None] = {}
    bronnen: dict[str, None] = {}
    for knoop in knopen(g.regel):
        if isinstance(knoop, Verwijzing | Opzoeking):
            blad = model().familie(knoop.naam, knoop.sleutel)[0]
            if blad.rol is Rol.INVOER:
                klassen["eigen"] = None
            elif blad.rol is Rol.KENGETAL:
                ingang = catalogus[naam_van_ingang(blad)]
                klassen |= dict.fromkeys([k.klasse.value for k in ingang.kengetallen] or [ingang.klasse.value])
                bronnen |= dict.fromkeys(_bron(k) for k in ingang.kengetallen)
    return ", ".join(klassen), "; ".join(bronnen)


_PRIJSREGELS = ("basisindex", "geindexeerd", "suggestieindex", "suggestie")


def _uit_catalogus(g: Grootheid) -> bool:
    """Whether the rule was not written but made for every amount of the catalogue."""
    return g.onderwerp == "prijzen" and g.naam.partition("_")[0] in _PRIJSREGELS


def _prijzen_van_invoer(catalogus: Catalogus) -> Iterator[str]:
    yield "## Bedragen naar prijzen van het jaar"
    yield ""
    yield "Elk bedrag dat meebeweegt met lonen of prijzen volgt dezelfde vier regels. Zij staan hier één keer, voor de"
    yield "maatschappelijke begeleiding; bij lonen staat er de loonindex."
    yield ""
    namen = (f"{soort}_maatschappelijke_begeleiding" for soort in _PRIJSREGELS)
    yield from _tabel(_KOP, (r for naam in namen for r in _rijen(catalogus, naam)))


# --- inputs ------------------------------------------------------------------------------------------------


def _invoer(catalogus: Catalogus) -> Iterator[str]:
    yield "# Invoer"
    yield ""
    yield "Van elke invoer telt het eerste wat bekend is: wat de gemeente voor het jaar invult, haar ene getal voor"
    yield "alle jaren, wat uit andere invoer volgt, het kengetal, en dan het uitgangspunt. Is geen van alle bekend,"
    yield "dan is niet te berekenen wat ervan afhangt."
    yield ""
    for onderwerp in catalogus.onderwerpen:
        ingangen = [i for i in catalogus.van(onderwerp.naam) if i.vorm is not Vorm.CONSTANTE]
        if ingangen:
            yield f"## {onderwerp.titel}"
            yield ""
            for ingang in ingangen:
                yield from _ingang(ingang)


def _ingang(i: Ingang) -> Iterator[str]:
    yield f"### {i.label}"
    yield ""
    yield i.hulp
    yield ""
    if i.toelichting:
        yield i.toelichting
        yield ""
    feiten = {
        "Naam": f"`{i.naam}{'_d' if i.groepen else ''}`",
        "Vorm": ", ".join(x for x in (_VORM[i.vorm], _GROEPEN[i.groepen]) if x),
        "Eenheid": "" if i.eenheid.naam == "keuze" else i.eenheid.naam,
        "Klasse": i.klasse.value,
        "Grenzen": _grenzen(i),
        "Als u niets invult": _standaard(i),
        "Beweegt mee met": _INDEX[i.index] if i.geindexeerd else "",
        "Jaren": "ook jaren buiten het plan" if i.op_rij and venster_van(i) != Venster() else "",
        "Waar te vinden": i.vindplek,
    }
    for wat, tekst in feiten.items():
        if tekst:
            yield f"- {wat}: {tekst}"
    yield ""
    yield from _kengetallen(i)


def _grenzen(i: Ingang) -> str:
    if i.keuzes:
        return f"kies uit {', '.join(i.keuzes)}"
    delen = (
        ("een heel getal", i.geheel or None),
        ("ten minste", i.minimum),
        ("meer dan", i.boven),
        ("ten hoogste", i.maximum),
        ("minder dan", i.onder),
    )
    return ", ".join(w if x is True else f"{w} {_getal(x)}" for w, x in delen if x is not None)


def _standaard(i: Ingang) -> str:
    match i.standaard:
        case None:
            return "" if i.kengetallen else "niets: wat ervan afhangt, blijft leeg"
        case bool():
            return "aan" if i.standaard else "uit"
        case str():
            return i.standaard
        case tuple():
            return " / ".join(_getal(x) for x in i.standaard)
        case getal:
            return _getal(getal)


def _kengetallen(i: Ingang) -> Iterator[str]:
    if i.kengetallen:
        kop = ("Waarde", "Geldt voor", "Prijspeil", "Klasse", "Status", "Bron", "Toelichting")
        yield from _tabel(kop, (_kengetal(k) for k in i.kengetallen))


def _kengetal(k: Kengetal) -> tuple[str, ...]:
    match k.waarde:
        case Bereik():
            waarde = k.waarde.tekst
        case tuple():
            waarde = " / ".join(_getal(x) for x in k.waarde)
        case getal:
            waarde = _getal(getal)
    prijspeil = "" if k.prijspeil is None else str(k.prijspeil)
    return waarde, _geldt_voor(k), prijspeil, k.klasse.value, k.status.value, _bron(k), k.toelichting


def _geldt_voor(k: Kengetal) -> str:
    wie = [NAMEN.get(x, x) for x in (k.groep, k.route) if x]
    if k.vanaf and k.vanaf == k.tot:
        wie.append(str(k.vanaf))
    elif k.vanaf or k.tot:
        wie.append(
            " ".join(x for x in (f"vanaf {k.vanaf}" if k.vanaf else "", f"tot en met {k.tot}" if k.tot else "") if x)
        )
    return ", ".join(wie)


def _bron(k: Kengetal) -> str:
    return f"[{k.bron.sleutel}](#bron-{k.bron.sleutel}), {k.vindplaats} ({k.jaar_bron})"


# --- constants and sources ---------------------------------------------------------------------------------


def _vast(catalogus: Catalogus) -> Iterator[str]:
    yield "# Vaste gegevens en landelijke cijfers"
    yield ""
    yield "Deze getallen vult u niet in. De rekenafspraken werken in elk plan, de landelijke cijfers alleen in de"
    yield "landelijke toets en als vergelijking."
    yield ""
    kop = ("Naam", "Gegeven", "Waarde", "Eenheid", "Klasse", "Status", "Bron", "Toelichting")
    for onderwerp in catalogus.onderwerpen:
        vast = [i for i in catalogus.van(onderwerp.naam) if i.vorm is Vorm.CONSTANTE]
        if vast:
            yield f"## {onderwerp.titel}"
            yield ""
            yield from _tabel(kop, (_constante(i, k) for i in vast for k in i.kengetallen))


def _constante(i: Ingang, k: Kengetal) -> tuple[str, ...]:
    waarde, _, _, klasse, status, bron, toelichting = _kengetal(k)
    return f"`{i.naam}`", i.label, waarde, i.eenheid.naam, klasse, status, bron, " ".join((i.hulp, toelichting)).strip()


def _bronnen(catalogus: Catalogus) -> Iterator[str]:
    yield "# Bronnen"
    yield ""
    kop = ("Bron", "Document", "Soort", "Datum", "Opmerking")
    yield from _tabel(kop, (_bronrij(b) for b in catalogus.bronnen.values()))


def _bronrij(b: Bron) -> tuple[str, ...]:
    return f'<a id="bron-{b.sleutel}"></a>{b.sleutel}', b.titel, b.soort, b.datum, b.opmerking


# --- text --------------------------------------------------------------------------------------------------


def _getal(x: float) -> str:
    return toon(x).replace("-", "−")


def _tabel(kop: tuple[str, ...], rijen: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(kop)} |"
    yield f"|{'---|' * len(kop)}"
    for rij in rijen:
        yield f"| {' | '.join(cel.replace('|', '/') for cel in rij)} |"
    yield ""


def main() -> None:
    """Write the description to standard output."""
    import sys

    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(beschrijving(standaardcatalogus()))


if __name__ == "__main__":
    main()
