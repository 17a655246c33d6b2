"""The sheets about the workbook itself: cover, contents, statement of quality, and the explanation of a template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core import VERSIE
from core.bevindingen.tegenlezer import Leespunt, lees_tegen
from core.catalogus import Catalogus
from core.plan import Bevinding, Ernst, vingerafdruk
from core.werkboek.controleblad import CONTROLEBLAD, Oordeel
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.invoerbladen import UITLEGBLAD
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import lijst, nieuw_blad, tussenkop
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek
from core.werkboek.weergave import NIET_TE_ZEGGEN

VOORBLAD, INHOUDSBLAD, KWALITEITSBLAD = "Voorblad", "Inhoud", "Kwaliteitsverklaring"
CONCEPT, DEFINITIEF = "concept", "definitief"
STATUSRIJ = 5
_OPEN = {
    "bevinding": "Vragen van de tegenlezer",
    "na te gaan": "Nog na te gaan",
    "verouderd": "Verouderd",
    "datum": "Datum die niet klopt",
    "zonder bron": "Zonder bron",
    "niet nagekeken": "Suggesties, niet nagekeken",
}
"""What else the tegenlezer has open, kind by kind; checks have a line of their own."""
_BREEDTES = {0: 34.0, 1: 110.0}

VOORBEHOUD = (
    ("Een raming", "Gemaakt met de opgave van de gemeente en met kengetallen met hun bron. Geen vastgesteld cijfer."),
    (
        "Twee potten",
        "Uitvoeringskosten (Gemeentefonds) en voorzieningen (SPUK) staan los van elkaar. Een overschot in de ene dekt "
        "geen tekort in de andere.",
    ),
    (
        "Niet meegerekend",
        "Verhuizingen, eerder klaar zijn, ontheffing, btw, bijstand tijdens het wachten en rente.",
    ),
)
"""At most three (R37)."""
GEBRUIK = (
    ("Wel voor", "Ramen, vergelijken en bespreken: in de begroting, het college en de raad, en bij een aanbesteding."),
    ("Niet voor", "Verantwoording (SiSa), besluiten over personen, of als bewijs van wat het Rijk zal betalen."),
)
LEGENDA = (
    ("Geel vak", "Invoer van de gemeente. Verander een vak en alle bladen rekenen mee."),
    ("Grijs vak", "Kengetal of vast gegeven, met de bron erachter."),
    ("Wit vak", "Berekening of uitkomst. De formule is te zien; de regel staat in woorden achteraan."),
    (
        NIET_TE_ZEGGEN,
        "Niet te zeggen: er ontbreekt invoer, of het getal hoort niet bij de gekozen methode. "
        "In de berekening staat dan #N/B (niet beschikbaar).",
    ),
)
LEGENDA_SCENARIO = (
    ("Wit, schuin vak", "Op een invoerblad van een scenario: volgt de basis. Typ erin om af te wijken."),
)


# --- cover -------------------------------------------------------------------------------------------------


def schrijf_voorblad(boek: Boek, varianten: Sequence[Variant], oordeel: Oordeel, *, definitief: bool) -> None:
    """Whose plan, which edition, whether it is final, and what it may be used for."""
    basis = varianten[0]
    plan, catalogus = basis.uitkomst.plan, basis.uitkomst.catalogus
    naam = plan.gemeente.naam or "nog zonder naam"
    titel = f"Wet inburgering, gemeente {naam}"
    blad = nieuw_blad(boek, VOORBLAD, titel, "Uitvoeringskosten, voorzieningen en inkoop", ())
    blad.een_pagina = True
    oordeel.zet(blad)
    jaren = basis.uitkomst.tijdas.planjaren
    feiten = [
        ("Gemeente", naam),
        ("Scenario", basis.naam),
        ("Status", ""),
        ("Planjaren", f"{jaren[0]} tot en met {jaren[-1]}" if len(jaren) > 1 else f"alleen {jaren[0]}"),
        ("Kengetallen", f"editie {catalogus.editie}"),
        ("Programma", f"Inburgeringsplanner {VERSIE}"),
        ("Kenmerk van het plan", vingerafdruk(plan)[:16]),
        ("Weergave", basis.weergave.zin),
    ]
    feiten += [(f"Scenario {v.code}", v.naam) for v in varianten[1:]]
    rij = _paren(blad, 3, feiten)
    hindernissen = blokkades(varianten, oordeel)
    _status(blad, oordeel, definitief=definitief and not hindernissen)
    rij = _groep(blad, rij, "Waar dit werkboek voor is", GEBRUIK)
    rij = _groep(blad, rij, "Goed om te weten", VOORBEHOUD)
    if hindernissen:
        rij = _groep(blad, rij, "Nog te doen voor het definitief kan zijn", hindernissen)
    legenda = (*LEGENDA, *(LEGENDA_SCENARIO if len(varianten) > 1 else ()))
    _groep(blad, rij, "Zo leest u de bladen", legenda)


def _status(blad: Blad, oordeel: Oordeel, *, definitief: bool) -> None:
    """Concept, or definitief as long as every check is sound."""
    if not definitief:
        blad.tekst(STATUSRIJ, 1, CONCEPT, stijl("tekst"))
        return
    tellingen = f"{CONTROLEBLAD}!$D${oordeel.slot + 1}+{CONTROLEBLAD}!$D${oordeel.slot + 2}"
    blad.formule(STATUSRIJ, 1, f'=IF({tellingen}>0,"{CONCEPT}","{DEFINITIEF}")', DEFINITIEF, stijl("tekst"))


def blokkades(varianten: Sequence[Variant], oordeel: Oordeel) -> list[tuple[str, str]]:
    """What keeps a workbook from being final: checks, and every open point of the tegenlezer, of base and scenarios."""
    hindernissen: list[tuple[str, str]] = []
    if oordeel.fouten or oordeel.onbekend:
        hindernissen.append(("Controles", f"{oordeel.zin}. Kijk op blad {CONTROLEBLAD}."))
    punten = dict.fromkeys(p for v in varianten for p in lees_tegen(v.uitkomst).punten)
    ernstig = sum(_vraagt(b, punten) for v in varianten for b in v.bevindingen)
    if ernstig:
        aantal = "1 bevinding vraagt" if ernstig == 1 else f"{ernstig} bevindingen vragen"
        hindernissen.append(("Bevindingen", f"{aantal} om een antwoord. Kijk op blad Bevindingen."))
    gemeld = {(b.plaats, b.tekst) for v in varianten for b in v.bevindingen if b.ernst is not Ernst.LET_OP}
    for soort, kop in _OPEN.items():
        open_ = [p for p in punten if p.soort == soort and p.open and (p.plaats, p.tekst) not in gemeld]
        if open_:
            waar = ", ".join(dict.fromkeys(p.plaats for p in open_))
            hindernissen.append((kop, f"{waar}. In de planner staat bij Verantwoording wat u kunt doen."))
    return hindernissen


def _vraagt(b: Bevinding, punten: Iterable[Leespunt]) -> bool:
    """Whether a finding asks an answer, and has none."""
    uitgelegd = any((p.plaats, p.tekst) == (b.plaats, b.tekst) and not p.open for p in punten)
    return b.ernst is not Ernst.LET_OP and not uitgelegd


def _groep(blad: Blad, rij: int, kop: str, paren: Iterable[tuple[str, str]]) -> int:
    tussenkop(blad, rij + 1, kop, 2)
    return _paren(blad, rij + 2, paren)


def _paren(blad: Blad, rij: int, paren: Iterable[tuple[str, str]]) -> int:
    """Two columns, what and its text; gives the first free row."""
    blad.breedtes = dict(_BREEDTES)
    for links, rechts in paren:
        blad.tekst(rij, 0, links, stijl("tekst"))
        blad.tekst(rij, 1, rechts, stijl("tekst"))
        blad.pas_hoogte(rij, ((links, _BREEDTES[0]), (rechts, _BREEDTES[1])))
        rij += 1
    return rij


# --- contents ----------------------------------------------------------------------------------------------


def schrijf_inhoud(boek: Boek) -> None:
    """What stands where, behind the cover: every sheet by the title that it has itself."""
    titels = [(blad.naam, str(blad.rijen[0][0].waarde)) for blad in boek.bladen]
    titels.insert(1, (INHOUDSBLAD, "Inhoud van dit werkboek"))
    kolommen = (("Blad", 38.0), ("Wat er staat", 90.0))
    blad = lijst(
        boek, INHOUDSBLAD, "Inhoud van dit werkboek", "Klik op een naam om naar het blad te gaan.", kolommen, titels
    )
    for rij, (naam, _) in enumerate(titels, EERSTE_RIJ):
        blad.koppeling(rij, 0, naam, stijl("koppeling"))
    boek.bladen.insert(1, boek.bladen.pop())


# --- quality -----------------------------------------------------------------------------------------------


def schrijf_kwaliteit(boek: Boek, varianten: Sequence[Variant], oordeel: Oordeel) -> None:
    """What was checked, what not, and lines for who made and who checked the plan."""
    basis = varianten[0]
    blad = nieuw_blad(boek, KWALITEITSBLAD, KWALITEITSBLAD, "Wat is nagegaan, wat niet, en door wie.", ())
    oordeel.zet(blad)
    aantal = {e: sum(b.ernst is e for v in varianten for b in v.bevindingen) for e in Ernst}
    telling = ", ".join(f"{n} × {e.value}" for e, n in aantal.items())
    catalogus = basis.uitkomst.catalogus
    nagegaan = (
        ("Herkomst", f"Inburgeringsplanner {VERSIE}, kengetallen editie {catalogus.editie}."),
        ("Plan", f"Kenmerk {vingerafdruk(basis.uitkomst.plan)[:16]}: hetzelfde plan heeft hetzelfde kenmerk."),
        ("Formules", "Elke formule komt uit dezelfde regel als het getal in de planner. Per rij is de formule gelijk."),
        ("Test", "Bij elke versie rekent LibreOffice werkboeken na: elke cel moet gelijk zijn aan de planner."),
        ("Controles", f"{len(oordeel.rijen)} controles; de uitslag staat boven aan elk blad."),
        ("Bevindingen bij het maken", telling),
    )
    grenzen = (
        ("Invoer", "De planner controleert of invoer kan kloppen, niet of zij waar is. Dat doet de gemeente."),
        ("Bandbreedte", "De bladen rekenen met de verwachte waarde. De grenzen staan op Invoer_bandbreedte."),
        (
            "Niet in een bandbreedte",
            "Nieuwe wetten, een andere verdeling van het Gemeentefonds en grote pieken in instroom.",
        ),
    )
    rij = _groep(blad, 2, "Wat is nagegaan", nagegaan)
    rij = _groep(blad, rij, "Grenzen", (*grenzen, *GEBRUIK))
    rij = _groep(blad, rij, "Ondertekening (maker en toetser zijn twee verschillende personen)", ())
    for wie in ("Maker", "Toetser"):
        for wat in ("naam", "functie", "datum"):
            blad.tekst(rij, 0, f"{wie}, {wat}", stijl("tekst"))
            blad.leeg(rij, 1, stijl("invoertekst"))
            rij += 1


# --- template ----------------------------------------------------------------------------------------------

SJABLOONUITLEG = (
    ("Waarvoor", "Vul hier in wat uw gemeente weet en kiest. De planner leest dit werkboek en rekent het door."),
    ("Geel vak", "Alleen gele vakken vult u in. Een leeg vak betekent: niet opgegeven. Dat is iets anders dan 0."),
    ("Eén getal of per jaar", "Vul één getal in bij Voor alle jaren, of getallen per jaar. Niet allebei."),
    ("Getallen", "Typ getallen als getal: 1234,5. Een aandeel van 25 % typt u als 25%."),
    (
        "Onzeker",
        "Weet u een getal niet precies, typ dan bijvoorbeeld 45 tot 60, of vul het blad Invoer_bandbreedte in.",
    ),
    ("Prijspeil", "Vul een jaar in als het bedrag in prijzen van een ander jaar is dan het eerste jaar van het plan."),
    ("Soort", "Eigen: alleen u weet dit. Suggestie: leeg laten mag, dan rekent de planner met een kengetal met bron."),
    ("Bron, Datum, Door, Nota", "Schrijf achter een waarde waar u die vandaan hebt. Dat komt terug in elk overzicht."),
    ("Geen personen", "Vul alleen aantallen in, nooit namen, nummers of andere gegevens van mensen."),
    ("Klaar", "Kies in de planner Bestand, Werkboek importeren. Wat niet te lezen is, staat daar met blad en cel."),
)


def schrijf_uitleg(boek: Boek, catalogus: Catalogus) -> None:
    """The first sheet of a template: how to fill it in without the program, and how to get it back."""
    editie = f"Kengetallen editie {catalogus.editie}."
    blad = nieuw_blad(boek, UITLEGBLAD, "Sjabloon Inburgeringsplanner", editie, ())
    _paren(blad, 3, SJABLOONUITLEG)
