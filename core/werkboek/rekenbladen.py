"""The calculation sheets: one row per figure, the same live formula across, with its computed value beside it."""

from __future__ import annotations

from functools import cache

from core.catalogus import Catalogus, Kengetal
from core.getallen import Bereik
from core.regels import model
from core.regels.bladwaarden import kengetal_van, kengetalwaarden, naam_van_ingang
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdas, Tijdsoort
from core.rekenkunde.woorden import in_woorden
from core.werkboek.controleblad import Oordeel
from core.werkboek.indeling import (
    EENHEID,
    EERSTE_KWARTAALRIJ,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    KENGETALBLAD,
    KOPRIJ,
    KWARTAALKOPPEN,
    LABEL,
    NAAM,
    WAARDE,
    Indeling,
)
from core.werkboek.invoerbladen import LABELBREEDTE
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import koppen_met_tijd, nieuw_blad
from core.werkboek.varianten import Variant
from core.werkboek.vel import ONBEKEND, Blad, Boek, Cel, Stijl

BRONBREEDTEN, WOORDBREEDTE, NAAMBREEDTE = (18, 26, 20, 70, 40, 110), 120, 35
BRON = 3
"""Which of the columns behind the years names the source."""
KLEINST, NEGEN_CIJFERS = 0.005, "0.000000000"
"""What is smaller would be shown as 0; it gets nine digits behind the comma."""
_KWARTAALKOP = {
    "jaar": "Jaar",
    "kw": "Kwartaal van het jaar",
    "kwartaal": "Kwartaal van het plan",
    "kolom": "Plaats van deze kolom",
    "jaarkolom": "Plaats van het jaar op de jaarbladen",
}


def _kop_van_rij(blad: Blad, rij: int, g: Grootheid) -> None:
    blad.tekst(rij, LABEL, g.label, stijl("tekst"))
    blad.tekst(rij, NAAM, g.volledige_naam, stijl("klein"))
    blad.tekst(rij, EENHEID, g.eenheid.naam, stijl("klein"))
    blad.pas_hoogte(rij, ((g.label, LABELBREEDTE),))


def _kolommen(blad: Blad, momenten: range) -> None:
    blad.breedtes |= {LABEL: LABELBREEDTE, NAAM: NAAMBREEDTE, EENHEID: 15, EXTRA: 12, WAARDE: 12}
    blad.breed(EERSTE_MOMENT, EERSTE_MOMENT + len(momenten) - 1, 9)


# --- kengetallen -------------------------------------------------------------------------------------------


def schrijf_kengetallen(boek: Boek, indeling: Indeling, catalogus: Catalogus) -> None:
    """What the planner knows itself, each with its source."""
    as_ = indeling.tijdas
    achter = ("Soort", "Status", "Bandbreedte", "Bron", "Vindplaats", "Toelichting")
    koppen = koppen_met_tijd(("Kengetal", "Naam", "Eenheid", "Prijspeil (jaar)", "Waarde"), as_.jaren, achter)
    zin = f"Editie {catalogus.editie}. Deze waarden zijn niet van uw gemeente."
    blad = nieuw_blad(boek, KENGETALBLAD, "Kengetallen met hun bron", zin, koppen)
    grootheden = indeling.bladen[KENGETALBLAD]
    for rij, g in enumerate(grootheden, EERSTE_RIJ):
        _kop_van_rij(blad, rij, g)
        _kengetalrij(blad, rij, g, indeling, catalogus)
    _kolommen(blad, as_.jaren)
    blad.breedtes |= dict(enumerate(BRONBREEDTEN, EERSTE_MOMENT + len(as_.jaren)))
    blad.bevroren = (EERSTE_RIJ, EERSTE_MOMENT)


def _kengetalrij(blad: Blad, rij: int, g: Grootheid, indeling: Indeling, catalogus: Catalogus) -> None:
    as_, ingang = indeling.tijdas, catalogus[naam_van_ingang(g)]
    waarden, vorm = kengetalwaarden(catalogus, as_), stijl("vast", g.eenheid)
    gebruikt: dict[int, Kengetal] = {}
    for moment in as_.bereik(g.tijd, g.venster) if g.tijd is Tijdsoort.JAAR else (None,):
        waarde = waarden.get((g.id, moment))
        kolom = WAARDE if moment is None else indeling.kolom(g.tijd, moment)
        if waarde is None:
            blad.formule(rij, kolom, "=NA()", ONBEKEND, vorm)
            continue
        punt = waarde.verwacht if isinstance(waarde, Bereik) else waarde
        if isinstance(punt, str):
            blad.tekst(rij, kolom, punt, vorm)
        else:
            blad.getal(rij, kolom, punt, vorm if punt == 0 or abs(punt) >= KLEINST else Stijl("vast", NEGEN_CIJFERS))
        kengetal = kengetal_van(g, ingang, moment)
        if kengetal and not g.naam.startswith("standaard_"):
            gebruikt[id(kengetal)] = kengetal
    peil: Plek = ((f"kengetalpeil_{ingang.naam}", g.sleutel), None)
    if g.naam.startswith("kengetal_") and peil in waarden:
        blad.getal(rij, EXTRA, float(str(waarden[peil])), stijl("vast"))
    _bron(blad, rij, EERSTE_MOMENT + len(as_.jaren), list(gebruikt.values()))


def _bron(blad: Blad, rij: int, kolom: int, kengetallen: list[Kengetal]) -> None:
    if not kengetallen:
        blad.tekst(rij, kolom + BRON, "uitgangspunt van de planner", stijl("kenmerk"))
        return

    def samen(teksten: list[str]) -> str:
        return "; ".join(dict.fromkeys(t for t in teksten if t))

    velden = (
        samen([k.klasse.value for k in kengetallen]),
        samen([k.status.value for k in kengetallen]),
        samen([k.waarde.tekst for k in kengetallen if isinstance(k.waarde, Bereik)]),
        samen([k.bron.titel for k in kengetallen]),
        samen([k.vindplaats for k in kengetallen]),
        samen([k.toelichting for k in kengetallen]),
    )
    for i, tekst in enumerate(velden):
        blad.tekst(rij, kolom + i, tekst, stijl("kenmerk"))
    blad.pas_hoogte(rij, list(zip(velden, BRONBREEDTEN, strict=True)))


# --- calculation -------------------------------------------------------------------------------------------


def schrijf_berekening(boek: Boek, variant: Variant, oordeel: Oordeel) -> None:
    """The calculation of the base, a sheet per subject, or of a scenario, on two sheets."""
    for naam, grootheden in variant.indeling.bladen.items():
        if naam != KENGETALBLAD:
            _rekenblad(boek, naam, grootheden, variant, oordeel)


def _rekenblad(boek: Boek, naam: str, grootheden: list[Grootheid], variant: Variant, oordeel: Oordeel) -> None:
    as_ = variant.uitkomst.tijdas
    per_kwartaal = grootheden[0].tijd is Tijdsoort.KWARTAAL
    momenten = as_.kwartalen if per_kwartaal else as_.jaren
    wat = naam.removeprefix("Berekening_").removeprefix(variant.code).strip("_") or "alle onderwerpen per jaar"
    titel = f"Berekening: {wat}" + (f", scenario {variant.opschrift}" if variant.nummer else "")
    tijd = ("",) * len(momenten) if per_kwartaal else tuple(momenten)
    zin = "In euro en in het teken van het rekenmodel: een tekort is positief. Achteraan staat elke regel in woorden."
    koppen = koppen_met_tijd(("Grootheid", "Naam", "Eenheid", "Pot", "Heel het plan"), tijd, ("In woorden",))
    koppen[EXTRA] = "Pot"
    blad = nieuw_blad(boek, naam, titel, zin, koppen)
    oordeel.zet(blad)
    begin = EERSTE_RIJ
    if per_kwartaal:
        _kwartaalkoppen(blad, as_)
        begin = EERSTE_KWARTAALRIJ
    achter = EERSTE_MOMENT + len(momenten)
    for rij, g in enumerate(grootheden, begin):
        _rij(blad, rij, g, variant, achter)
    _kolommen(blad, momenten)
    blad.breedtes[achter] = WOORDBREEDTE
    blad.afdruk = (0, 0, begin + len(grootheden) - 1, achter - 1)
    blad.bevroren = (begin, EERSTE_MOMENT)
    blad.koprijen = (KOPRIJ, begin - 1)


def _kwartaalkoppen(blad: Blad, as_: Tijdas) -> None:
    waarden = {
        "jaar": [as_.jaar(q) for q in as_.kwartalen],
        "kw": [as_.kw(q) for q in as_.kwartalen],
        "kwartaal": list(as_.kwartalen),
        "kolom": [n for n, _ in enumerate(as_.kwartalen, 1)],
        "jaarkolom": [as_.jaar(q) - as_.eerste + 1 for q in as_.kwartalen],
    }
    for rij, kop in enumerate(KWARTAALKOPPEN, KOPRIJ):
        blad.tekst(rij, LABEL, _KWARTAALKOP[kop], stijl("kop"))
        for kolom in range(NAAM, EERSTE_MOMENT):
            blad.rijen[rij].setdefault(kolom, Cel(None, stijl("kop")))
        for kolom, waarde in enumerate(waarden[kop], EERSTE_MOMENT):
            blad.getal(rij, kolom, waarde, stijl("kopjaar"))


def _rij(blad: Blad, rij: int, g: Grootheid, variant: Variant, achter: int) -> None:
    _kop_van_rij(blad, rij, g)
    blad.tekst(rij, EXTRA, g.pot, stijl("klein"))
    vorm, waarden = stijl("berekening", g.eenheid), variant.uitkomst.waarden
    for plek, kolom, formule in variant.formules.rij(g):
        blad.formule(rij, kolom, formule, waarden[plek], vorm)
    woorden = _woorden(g)
    blad.tekst(rij, achter, woorden, stijl("kenmerk"))
    blad.pas_hoogte(rij, ((woorden, WOORDBREEDTE),))


def _woorden(g: Grootheid) -> str:
    """The rule in words; the same for every workbook."""
    return _gelezen(g.id)


@cache
def _gelezen(id_: tuple[str, tuple[str, ...]]) -> str:
    regel = model()[id_].regel
    assert regel is not None
    return in_woorden(model(), regel)
