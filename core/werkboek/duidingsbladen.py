"""The sheets of duiding, behind the outcome: why, how sure, what can be chosen, waiting, the SPUK, and the country.

They are made of a `Duiding` that the caller worked out, for that takes longer than the workbook itself. Their figures
are values; under every title stands whether they still belong to the input of the workbook (`standblad`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlsxwriter.utility import xl_rowcol_to_cell

from core.bevindingen.potjes import KOSTENSOORTEN
from core.duiding.overzicht import Duiding
from core.duiding.ritme import spukkalender
from core.duiding.toets import Toets, landelijke_toets
from core.duiding.wachten import landelijke_prijs
from core.regels import model
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import OORDEELRIJ, Getalkop, nieuw_blad
from core.werkboek.standblad import Stand
from core.werkboek.tabelblad import Formule, Inhoud, Kolom, getal, noten, tabelblad
from core.werkboek.toonrij import EENHEID, EERSTE, LABEL, POT, TOTAAL, opmaak, tijdkoppen
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek
from core.werkboek.watervalbladen import schrijf_waarom
from core.werkboek.zekerheidsbladen import schrijf_zekerheid

KNOPPENBLAD, DOELENBLAD, INSTROOMBLAD = "Uitkomst_knoppen", "Uitkomst_doelen", "Uitkomst_instroom"
WACHTENBLAD, RITMEBLAD, KALENDERBLAD = "Uitkomst_wachten", "Uitkomst_spuk_ritme", "Uitkomst_spuk_kalender"
POTJESBLAD, SPIEGELBLAD, TOETSBLAD = "Uitkomst_potjes", "Spiegel", "Landelijke_toets"
_EURO, _DUIZEND, _FTE, _WEKEN, _JAAR = "#,##0", "#,##0.0", "0.00", "0.0", "0"


def schrijf_duiding(boek: Boek, variant: Variant, duiding: Duiding | None) -> None:
    """All sheets, in the order in which a reader asks; none without a reading."""
    if duiding is None:
        return
    stand = Stand(variant, duiding.zekerheid)
    schrijf_waarom(boek, variant, duiding.verklaring, duiding.jaar, stand)
    schrijf_zekerheid(boek, variant, duiding, stand)
    _knoppen(boek, variant, duiding, stand)
    _doelen(boek, duiding, stand)
    _wachten(boek, variant, duiding, stand)
    _instroom(boek, duiding, stand)
    _ritme(boek, variant, duiding, stand)
    _kalender(boek, variant)
    _potjes(boek)
    _spiegel(boek, duiding, stand)
    _toets(boek, landelijke_toets(variant.uitkomst.catalogus))
    stand.schrijf(boek)


VAN_IEDEREEN = "Dit blad hangt niet af van uw plan"
"""Above what is the same for every gemeente."""
NIETS = "Niets te melden."


def _blad(
    boek: Boek,
    stand: Stand | None,
    naam: str,
    koppen: tuple[str, str],
    kolommen: Sequence[Kolom],
    rijen: Sequence[Sequence[Inhoud]],
    *zinnen: str,
    zonder: str = NIETS,
) -> None:
    """A table with the verdict of the workbook above it and sentences below; nothing to tell is told as well."""
    woord = next(n for n, k in enumerate(kolommen) if not k.stijl.vorm)
    leeg = [[zonder if n == woord else None for n in range(len(kolommen))]]
    blad = tabelblad(boek, naam, *koppen, kolommen, rijen or leeg)
    if stand is None:
        blad.tekst(OORDEELRIJ, 0, VAN_IEDEREEN, stijl("oordeel"))
    else:
        stand.zet(blad)
    noten(blad, EERSTE_RIJ + len(rijen or leeg) + 1, *zinnen, stand.berekend if stand else "")


# --- choices -----------------------------------------------------------------------------------------------


def _knoppen(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    weergave, tekort = variant.weergave, model()["tekort_structureel", ()]
    bedrag = getal(_DUIZEND if weergave.eenheid == "duizend" else _EURO)
    kolommen = [
        Kolom("Keuze", 70),
        Kolom("Tekort erbij of eraf", 16, bedrag),
        Kolom("Fte ingezet", 14, getal(_FTE)),
        Kolom("Fte nodig", 14, getal(_FTE)),
        Kolom("Weken wachten, asiel", 14, getal(_WEKEN)),
        Kolom("Weken wachten, gezin en overig", 16, getal(_WEKEN)),
        Kolom("In woorden", 90),
    ]
    maat = 1000.0 if weergave.eenheid == "duizend" else 1.0
    rijen = [
        (
            k.knop.in_woorden(k.stappen),
            None if k.tekort is None else k.tekort / maat,
            k.fte_ingezet,
            k.fte_nodig,
            k.wachtweken.get("asiel"),
            k.wachtweken.get("gezin"),
            k.zin,
        )
        for k in duiding.knoppen
    ]
    titel = f"Wat u zelf kunt kiezen, per stap in {duiding.jaar}"
    zin = (
        f"Verschil met het plan in {duiding.jaar}: {tekort.label.lower()} {weergave.maat}, fte en weken. "
        "Boven nul is meer. Leeg is niet te zeggen."
    )
    _blad(boek, stand, KNOPPENBLAD, (titel, zin), kolommen, rijen)


def _doelen(boek: Boek, duiding: Duiding, stand: Stand) -> None:
    """The targets that were asked for, if any, each with its answers and how far was looked."""
    if not duiding.antwoorden:
        return
    rijen = [
        (a.doel.zin, wat, zin)
        for a in duiding.antwoorden
        for wat, zin in (
            ("antwoord", a.zin),
            *(("voorstel", v.zin(a.doel)) for v in (*a.enkel, *a.samen)),
            ("hoe ver is gezocht", a.gezocht),
        )
        if zin
    ]
    kolommen = [Kolom("Doel", 60), Kolom("Wat", 20), Kolom("Uitleg", 110)]
    _blad(boek, stand, DOELENBLAD, ("Doelen", "Voorstellen die het doel halen, ingevuld in het plan."), kolommen, rijen)


def _instroom(boek: Boek, duiding: Duiding, stand: Stand) -> None:
    kolommen = [Kolom("Keuze", 70), Kolom("Bij lage, gemiddelde en hoge instroom", 110), Kolom("Oordeel", 60)]
    rijen = [(o.keuze, o.zin, o.oordeel) for o in duiding.instroom.oordelen]
    zin = duiding.instroom.reden or "Wat elke keuze doet als er minder of meer mensen komen."
    _blad(boek, stand, INSTROOMBLAD, ("Lage en hoge instroom", zin), kolommen, rijen, duiding.instroom.onbekendzin)


# --- waiting -----------------------------------------------------------------------------------------------


def _wachten(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    """Per year by whose end nobody waits: the extra fte and what they cost, per year and together."""
    as_, weergave, kosten = variant.uitkomst.tijdas, variant.weergave, model()["uitvoeringskosten", ()]
    koppen = ("Onderdeel", "Eenheid", "Eind van", Getalkop("Planjaren samen"), *tijdkoppen(as_, Tijdsoort.JAAR))
    blad = nieuw_blad(boek, WACHTENBLAD, "De prijs van wachten", weergave.zin, koppen)
    opmaak(blad, as_, Tijdsoort.JAAR)
    stand.zet(blad)
    rij = EERSTE_RIJ
    for plan in duiding.wegwerkplannen:
        for label, eenheid, reeks in (
            ("Extra fte als er niemand meer wacht", "fte", plan.extra),
            ("Extra uitvoeringskosten", weergave.eenheidnaam(kosten), plan.kosten),
        ):
            blad.tekst(rij, LABEL, label, stijl("tekst"))
            blad.tekst(rij, EENHEID, eenheid, stijl("klein"))
            blad.tekst(rij, POT, f"eind {plan.klaar}", stijl("klein"))
            if reeks:
                _reeks(blad, rij, reeks, variant, in_fte=eenheid == "fte")
            rij += 1
    zinnen = (*duiding.wachtlijst.zinnen, duiding.wachtlijst.reden, *(w.zin for w in duiding.wegwerkplannen))
    noten(blad, rij + 1, *zinnen, landelijke_prijs(variant.uitkomst.catalogus), stand.berekend)


def _reeks(blad: Blad, rij: int, reeks: dict[int, float], variant: Variant, *, in_fte: bool) -> None:
    g = model()["fte_nodig" if in_fte else "uitvoeringskosten", ()]
    weergave, jaren = variant.weergave, variant.uitkomst.tijdas.planjaren
    for kolom, jaar in enumerate(jaren, EERSTE):
        blad.getal(rij, kolom, float(weergave.waarde(reeks[jaar], g)), weergave.stijl("vast", g))
    if not in_fte:
        van, tot = (xl_rowcol_to_cell(rij, k) for k in (EERSTE, EERSTE + len(jaren) - 1))
        som = sum(float(weergave.waarde(x, g)) for x in reeks.values())
        blad.formule(rij, TOTAAL, f"=SUM({van}:{tot})", som, weergave.stijl("uitkomst_som", g))


# --- the SPUK ----------------------------------------------------------------------------------------------


def _ritme(boek: Boek, variant: Variant, duiding: Duiding, stand: Stand) -> None:
    """Per cohort and year what comes in, beside what would in the new rhythm."""
    ritme = duiding.ritme
    duizend = variant.weergave.eenheid == "duizend"
    maat, vorm = (1000.0, getal(_DUIZEND)) if duizend else (1.0, getal(_EURO))
    kolommen = [
        Kolom("Jaar", 8, getal(_JAAR)),
        Kolom("Cohort", 10, getal(_JAAR)),
        Kolom("Personen", 12, getal("#,##0.0")),
        Kolom("SPUK zoals u die krijgt", 18, vorm),
        Kolom("SPUK in het nieuwe ritme", 18, vorm),
        Kolom("Minder door de overgang", 18, vorm),
        Kolom("Uitleg bij het jaar", 90),
    ]
    rijen = [
        (
            j.jaar,
            c.cohort,
            c.personen,
            c.bedrag / maat,
            c.nieuw_ritme / maat,
            Formule("=E{rij}-D{rij}", (c.nieuw_ritme - c.bedrag) / maat),
            j.zin if nummer == 0 else "",
        )
        for j in ritme.jaren
        for nummer, c in enumerate(j.cohorten)
    ]
    zin = f"SPUK voor asielstatushouders, per cohort (wie in één jaar kwam). Bedragen {variant.weergave.maat}."
    effecten = [e.zin for e in (*duiding.prestatie, *duiding.korting) if e.bedrag]
    zinnen, koppen = (ritme.zin, *effecten), ("Het ritme van de SPUK", zin)
    zonder = "Nog niet te zeggen." if ritme.open else NIETS
    _blad(boek, stand, RITMEBLAD, koppen, kolommen, rijen, *zinnen, zonder=zonder)


def _kalender(boek: Boek, variant: Variant) -> None:
    kolommen = [Kolom("Budgetjaar", 12, getal(_JAAR)), Kolom("Uiterlijk", 16), Kolom("Wat", 70), Kolom("Artikel", 50)]
    rijen = [
        (jaar, m.uiterlijk.strftime("%d-%m-%Y"), m.wat, m.bron)
        for jaar in variant.uitkomst.tijdas.planjaren
        for m in spukkalender(jaar)
    ]
    zin = "Van begroting tot terugvordering: de dagen waarop het uiterlijk gebeurt."
    _blad(boek, None, KALENDERBLAD, ("De kalender van de SPUK", zin), kolommen, rijen)


def _potjes(boek: Boek) -> None:
    kolommen = [Kolom("Kosten", 50), Kolom("Pot", 18), Kolom("Artikel", 50), Kolom("In woorden", 100)]
    rijen = [(k.naam, k.pot, k.artikel, k.zin) for k in KOSTENSOORTEN]
    zin = "Welke kosten u uit welke pot betaalt. Wie een verkeerde pot kiest, betaalt het bedrag terug."
    _blad(boek, None, POTJESBLAD, ("Potjes", zin), kolommen, rijen)


# --- the country -------------------------------------------------------------------------------------------


def _spiegel(boek: Boek, duiding: Duiding, stand: Stand) -> None:
    """Own figures beside national ones; both are shown as they are, shares in percents."""
    kolommen = [
        Kolom("Cijfer", 50),
        Kolom("Bij u", 14),
        Kolom("Daarnaast", 22),
        Kolom("Wat", 12),
        Kolom("Oordeel", 12),
        Kolom("Vraag", 60),
        Kolom("Bron", 70),
    ]
    rijen = [
        (
            s.label,
            s.eigen_tekst,
            s.landelijk_tekst,
            s.tegenover,
            s.oordeel,
            s.vraag if s.oordeel != "gelijk" else "",
            s.bron,
        )
        for s in duiding.spiegel
    ]
    zin = f"Eigen cijfers naast landelijke, in prijzen van {duiding.jaar}."
    meer = (duiding.niet_gespiegeld, duiding.caseload)
    _blad(boek, stand, SPIEGELBLAD, ("Spiegel", zin), kolommen, rijen, *meer)


def _toets(boek: Boek, toetsen: Sequence[Toets]) -> None:
    """What was published, what the model gives, the difference as a formula, and why."""
    kolommen = [
        Kolom("Toets", 22),
        Kolom("Onderdeel", 24),
        Kolom("Eenheid", 14),
        Kolom("Gepubliceerd of afgeleid", 14, getal("#,##0.00")),
        Kolom("Model", 14, getal("#,##0.00")),
        Kolom("Verschil", 12, getal("#,##0.00")),
        Kolom("Klopt", 12),
        Kolom("Wat er is vergeleken", 42),
        Kolom("Waarom een verschil", 42),
        Kolom("Bron", 42),
    ]
    rijen = [rij for t in toetsen for rij in _toetsrijen(t)]
    zin = "Het rekenmodel tegenover de gepubliceerde landelijke cijfers, met het hele land als één gemeente."
    _blad(boek, None, TOETSBLAD, ("Landelijke toets", zin), kolommen, rijen)


def _toetsrijen(t: Toets) -> Iterator[tuple[Inhoud, ...]]:
    klopt = "klopt" if t.klopt else "klopt niet"
    for nummer, (onderdeel, uitkomst) in enumerate(zip(t.onderdelen, t.model, strict=True)):
        bekend = t.gepubliceerd[nummer] if len(t.gepubliceerd) == len(t.model) else None
        bekend = t.gepubliceerd[0] if bekend is None and t.gepubliceerd else bekend
        verschil = None if bekend is None else Formule("=E{rij}-D{rij}", uitkomst - bekend)
        eerste = (klopt, t.omschrijving, t.toelichting, t.bron) if nummer == 0 else ("", "", "", "")
        wat = f"jaar {onderdeel}" if onderdeel.isdigit() else onderdeel
        yield (t.naam, wat, t.eenheid, bekend, uitkomst, verschil, *eerste)
