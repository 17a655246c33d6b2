"""Why there is a shortage: the waterfall of one year as a chart, the causes of all years, and what they rest on.

The bars are values: no formula of reasonable length gives a Shapley value. What can be a formula is one: sums, the
shortage of this workbook beside them, and everything that the chart draws.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.utility import xl_rowcol_to_cell

from core.duiding.bijdragen import GEREKEND, Staaf, Verklaring, Waterval
from core.duiding.oorzaken import Wie
from core.duiding.zinnen import meer_of_minder
from core.getallen import toon_euro
from core.regels import model
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opmaak import ACCENT, DONKER, LICHTGRIJS, MIDDEN, stijl
from core.werkboek.opzet import Getalkop, nieuw_blad
from core.werkboek.standblad import Stand
from core.werkboek.tabelblad import Formule, Inhoud, Kolom, getal, noten, tabelblad
from core.werkboek.toonrij import EENHEID, EERSTE, LABEL, POT, TOTAAL, opmaak, tijdkoppen, toonrij, verschilformule
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Gebied, Grafiek, Reeks
from core.werkboek.weergave import NIET_TE_ZEGGEN

WATERVALBLAD, WAAROMBLAD = "Uitkomst_waterval", "Uitkomst_waarom"
ZINNENBLAD, REFERENTIEBLAD = "Uitkomst_waarom_zinnen", "Uitkomst_referentie"
METHODE = (
    "Methode: elke oorzaak krijgt haar gemiddelde effect over alle volgordes (Shapley-waarde), tegenover de referentie."
)
GELD, KOSTEN = "Geld", "Kosten"
"""The first and the last bar of the waterfall: no causes, but where it begins and ends."""
ZINRIJ, GRAFIEKRIJ = 4, 6
"""On the sheet with the chart: the waterfall in a sentence, and below it the chart."""
BREED, PER_BALK, OM_DE_BALKEN, RIJHOOGTE = 1180, 26, 90, 20
"""Pixels."""
_KLEUREN = {Wie.RIJK.value: ACCENT, Wie.KEUZE.value: LICHTGRIJS, Wie.OMSTANDIGHEID.value: MIDDEN, GELD: DONKER}
_EURO, _DUIZEND = "#,##0", "#,##0.0"


def schrijf_waarom(boek: Boek, variant: Variant, verklaring: Verklaring, jaar: int, stand: Stand) -> None:
    """All sheets of the explanation; without an explained year only what it would be compared with."""
    waterval = verklaring.in_jaar(jaar) or next(iter(verklaring.watervallen), None)
    if waterval is not None:
        _waterval(boek, variant, waterval, stand)
        _waarom(boek, variant, verklaring, stand)
        _zinnen(boek, verklaring, stand)
    kolommen = [Kolom("Wat", 44), Kolom("Hoeveel", 44), Kolom("Waar het vandaan komt", 90)]
    regels = verklaring.referentie.regels(variant.uitkomst.catalogus)
    zin = "Waarmee het tekort is vergeleken: de gemeente zonder eigen keuzes, met de aantallen en kosten hieronder."
    stand.zet(tabelblad(boek, REFERENTIEBLAD, "De referentie", zin, kolommen, regels))


# --- all years ---------------------------------------------------------------------------------------------


def _waarom(boek: Boek, variant: Variant, verklaring: Verklaring, stand: Stand) -> None:
    """Each cause in every year, their sum, and the shortage of this workbook beside it."""
    as_, g, weergave = variant.uitkomst.tijdas, model()[verklaring.begrip, ()], variant.weergave
    koppen = ("Oorzaak", "Eenheid", "Wie gaat erover", Getalkop("Planjaren samen"), *tijdkoppen(as_, Tijdsoort.JAAR))
    blad = nieuw_blad(boek, WAAROMBLAD, f"Waarom dit tekort: {g.label.lower()}", weergave.zin, koppen)
    opmaak(blad, as_, Tijdsoort.JAAR)
    stand.zet(blad)
    soorten = _oorzaken(verklaring)
    for rij, (label, wie) in enumerate(soorten, EERSTE_RIJ):
        blad.tekst(rij, LABEL, label, stijl("tekst"))
        blad.tekst(rij, EENHEID, weergave.eenheidnaam(g), stijl("klein"))
        blad.tekst(rij, POT, wie.value, stijl("klein"))
        for kolom, jaar in enumerate(as_.planjaren, EERSTE):
            w = verklaring.in_jaar(jaar)
            if w is None:
                blad.tekst(rij, kolom, NIET_TE_ZEGGEN, weergave.stijl("vast", g))
            else:
                bedrag = sum(s.bedrag for s in w.staven if s.label == label)
                blad.getal(rij, kolom, float(weergave.waarde(bedrag, g)), weergave.stijl("vast", g))
        if len(verklaring.watervallen) == as_.horizon:
            _som_van_rij(blad, rij, variant, g.naam)
    _sluiting(blad, EERSTE_RIJ + len(soorten), variant, verklaring)
    noten(blad, EERSTE_RIJ + len(soorten) + 4, METHODE, stand.berekend, *verklaring.buiten_beeld)


def _oorzaken(verklaring: Verklaring) -> list[tuple[str, Wie]]:
    """Every cause of any year: those of the Rijk, then own choices, then circumstances."""
    gezien = {s.label: s.wie for w in verklaring.watervallen for s in w.staven}
    wie = list(Wie)
    return sorted(gezien.items(), key=lambda paar: wie.index(paar[1]))


def _som_van_rij(blad: Blad, rij: int, variant: Variant, begrip: str) -> None:
    laatste = EERSTE + variant.uitkomst.tijdas.horizon - 1
    getallen = [blad.rijen[rij][k].waarde for k in range(EERSTE, laatste + 1)]
    bereik = f"{xl_rowcol_to_cell(rij, EERSTE)}:{xl_rowcol_to_cell(rij, laatste)}"
    som = sum(x for x in getallen if isinstance(x, int | float))
    blad.formule(rij, TOTAAL, f"=SUM({bereik})", som, variant.weergave.stijl("uitkomst", model()[begrip, ()]))


def _sluiting(blad: Blad, slot: int, variant: Variant, verklaring: Verklaring) -> None:
    """The sum of the bars, the shortage of this workbook, and how much they differ."""
    g, weergave, as_ = model()[verklaring.begrip, ()], variant.weergave, variant.uitkomst.tijdas
    for rij, label in ((slot, "Alle oorzaken samen"), (slot + 2, "Verschil: moet 0 zijn")):
        blad.tekst(rij, LABEL, label, stijl("label_som"))
        blad.tekst(rij, EENHEID, weergave.eenheidnaam(g), stijl("klein"))
        blad.tekst(rij, POT, "", stijl("klein"))
    toonrij(blad, slot + 1, g, variant, label="Tekort nu in dit werkboek")
    blad.rijen[slot + 1].pop(TOTAAL, None)
    for kolom, jaar in enumerate(as_.planjaren, EERSTE):
        van, tot = (xl_rowcol_to_cell(r, kolom) for r in (EERSTE_RIJ, slot - 1))
        waarde = weergave.waarde(variant.uitkomst.waarden[g.id, jaar], g)
        bekend = verklaring.in_jaar(jaar) is not None
        formule = f'=IF(COUNT({van}:{tot}),SUM({van}:{tot}),"{NIET_TE_ZEGGEN}")'
        blad.formule(slot, kolom, formule, waarde if bekend else NIET_TE_ZEGGEN, weergave.stijl("uitkomst_som", g))
        som, nu = (xl_rowcol_to_cell(r, kolom) for r in (slot, slot + 1))
        verschil = 0.0 if bekend else NIET_TE_ZEGGEN
        blad.formule(slot + 2, kolom, verschilformule(nu, som), verschil, weergave.stijl("verschil", g, verschil=True))


def _zinnen(boek: Boek, verklaring: Verklaring, stand: Stand) -> None:
    """What is said of every bar."""
    kolommen = [Kolom("Jaar", 8, getal("0")), Kolom("Oorzaak", 44), Kolom("Wie gaat erover", 18), Kolom("Uitleg", 110)]
    rijen: list[tuple[Inhoud, ...]] = []
    for w in verklaring.watervallen:
        rijen.append((w.jaar, "Alles samen", "", w.zin))
        rijen += [(w.jaar, s.label, s.wie.value, s.zin) for s in _op_volgorde(w)]
    zin = "Per jaar wat elke oorzaak met het tekort doet. Bedragen in euro."
    blad = tabelblad(boek, ZINNENBLAD, "Waarom dit tekort, in woorden", zin, kolommen, rijen)
    stand.zet(blad)
    noten(blad, EERSTE_RIJ + len(rijen) + 1, METHODE, stand.berekend)


def _op_volgorde(waterval: Waterval) -> list[Staaf]:
    wie = list(Wie)
    return sorted(waterval.staven, key=lambda s: wie.index(s.wie))


# --- the chart of one year ---------------------------------------------------------------------------------

_OORZAAK, _WIE, _BEDRAG, _VAN, _TOT, _UITLEG, _GRAFIEK, _LEEG, _EERSTE_SOORT = range(9)


def _waterval(boek: Boek, variant: Variant, waterval: Waterval, stand: Stand) -> None:
    """From the money to the cost of one year: the chart, and the table that it draws."""
    duizend = variant.weergave.eenheid == "duizend"
    vorm = getal(_DUIZEND if duizend else _EURO)
    soorten = [*(w.value for w in Wie), GELD]
    kolommen = [
        Kolom("Stap", 40),
        Kolom("Wie gaat erover", 18),
        Kolom("Erbij of eraf", 14, vorm),
        Kolom("Van", 14, vorm),
        Kolom("Tot", 14, vorm),
        Kolom("Uitleg", 70),
        Kolom("In de grafiek", 60),
        Kolom("Begin van de balk", 16, vorm),
        *(Kolom(_kop(s), 16, vorm) for s in soorten),
        Kolom("Onder nul", 16, vorm),
    ]
    staven = _op_volgorde(waterval)
    hoogte = OM_DE_BALKEN + PER_BALK * (len(staven) + 2)
    koprij = GRAFIEKRIJ + hoogte // RIJHOOGTE + 2
    rijen = list(_balken(waterval, staven, 1000.0 if duizend else 1.0, soorten))
    titel = f"Waarom dit tekort in {waterval.jaar}, {GEREKEND[waterval.begrip]}"
    zin = f"Bedragen {variant.weergave.maat}. Boven nul maakt het tekort groter."
    blad = tabelblad(boek, WATERVALBLAD, titel, zin, kolommen, rijen, koprij)
    stand.zet(blad)
    blad.tekst(ZINRIJ, 0, waterval.zin, stijl("kernzin"))
    blad.grafieken.append(_grafiek(waterval, koprij + 1, len(rijen), hoogte, soorten, _DUIZEND if duizend else _EURO))
    noten(blad, koprij + len(rijen) + 2, METHODE, stand.berekend)
    blad.afdruk = (0, 0, koprij + len(rijen) + 4, _UITLEG)


def _kop(soort: str) -> str:
    return {GELD: "Geld en kosten"}.get(soort, f"Balk: {soort}")


def _balken(w: Waterval, staven: list[Staaf], maat: float, soorten: list[str]) -> Iterator[list[Inhoud]]:
    """A row per bar: where it begins and ends, and its part above and below nothing under its kind."""
    stand = w.middelen / maat
    stappen = [(GELD, "", GELD, w.middelen / maat, f"U krijgt {toon_euro(w.middelen)}.")]
    stappen += [(s.label, s.wie.value, s.wie.value, s.bedrag / maat, s.zin) for s in staven]
    for nummer, (label, wie, soort, bedrag, zin) in enumerate(stappen):
        van: Inhoud = 0.0 if nummer == 0 else Formule("=E{vorige}", stand)
        begin, einde = (0.0, stand) if nummer == 0 else (stand, stand + bedrag)
        grafiek = f"{label}: {toon_euro(w.middelen)}" if nummer == 0 else _in_de_grafiek(label, wie, bedrag * maat)
        yield [
            label,
            wie,
            bedrag,
            van,
            Formule("=D{rij}+C{rij}", einde),
            zin,
            grafiek,
            *_delen(begin, einde, soort, soorten),
        ]
        stand = einde
    zin = f"Zoveel kost het. Het verschil met het geld is {toon_euro(abs(w.tekort))}."
    kosten = Formule("=E{vorige}", stand)
    grafiek = f"{KOSTEN}: {toon_euro(w.kosten)}"
    yield [KOSTEN, "", None, 0.0, kosten, zin, grafiek, *_delen(0.0, stand, GELD, soorten)]


def _in_de_grafiek(label: str, wie: str, bedrag: float) -> str:
    return f"{label} ({wie}): {meer_of_minder(bedrag)}"


def _delen(van: float, tot: float, soort: str, soorten: list[str]) -> list[Inhoud]:
    """What is drawn: nothing up to where the bar begins, the bar, and what of it lies below nothing."""
    laag, hoog = min(van, tot), max(van, tot)
    leeg = max(laag, 0.0) + min(hoog, 0.0)
    boven, onder = max(hoog, 0.0) - max(laag, 0.0), min(laag, 0.0) - min(hoog, 0.0)
    balk = Formule("=MAX(D{rij},E{rij},0)-MAX(MIN(D{rij},E{rij}),0)", boven)
    return [
        Formule("=MAX(MIN(D{rij},E{rij}),0)+MIN(MAX(D{rij},E{rij}),0)", leeg),
        *(balk if s == soort else None for s in soorten),
        Formule("=MIN(D{rij},E{rij},0)-MIN(MAX(D{rij},E{rij}),0)", onder),
    ]


def _grafiek(w: Waterval, rij: int, aantal: int, hoogte: int, soorten: list[str], vorm: str) -> Grafiek:
    """Bars under each other, each in the colour of who it is of; who it is of stands in its name as well."""
    kolommen = [(_LEEG, ""), *((_EERSTE_SOORT + n, _KLEUREN[s]) for n, s in enumerate(soorten))]
    if any(stand < 0 for stand in _standen(w)):
        kolommen.append((_EERSTE_SOORT + len(soorten), DONKER))
    reeksen = tuple(
        Reeks(_naam(kolom, soorten), _gebied(rij, aantal, kolom), "balk", kleur, (rij - 1, kolom))
        for kolom, kleur in kolommen
    )
    delen = "; ".join(_in_de_grafiek(s.label, s.wie.value, s.bedrag) for s in _op_volgorde(w))
    alt = (
        f"Liggende balken onder elkaar, van het geld ({toon_euro(w.middelen)}) naar de kosten ({toon_euro(w.kosten)}). "
        f"Elke balk begint waar de vorige eindigt: {delen}. De getallen staan in de tabel eronder."
    )
    titel = f"Van geld naar kosten in {w.jaar}"
    categorieen = _gebied(rij, aantal, _GRAFIEK)
    return Grafiek(titel, alt, GRAFIEKRIJ, 0, 0, BREED, hoogte, reeksen, categorieen, vorm)


def _naam(kolom: int, soorten: list[str]) -> str:
    nummer = kolom - _EERSTE_SOORT
    return "" if nummer < 0 else "Onder nul" if nummer == len(soorten) else _legenda(soorten[nummer])


def _legenda(soort: str) -> str:
    return {GELD: "geld en kosten"}.get(soort, soort)


def _standen(w: Waterval) -> Iterator[float]:
    stand = w.middelen
    for staaf in _op_volgorde(w):
        stand += staaf.bedrag
        yield stand


def _gebied(rij: int, aantal: int, kolom: int) -> Gebied:
    return Gebied(WATERVALBLAD, rij, kolom, rij + aantal - 1, kolom)
