"""Rows on sheets for readers: a figure as the gemeente wants it shown, in the plan years or quarters only.

These sheets share one set of columns, apart from that of the calculation, which also holds the years before and
after the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdas, Tijdsoort
from core.werkboek.controleblad import Oordeel
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import Getalkop, Kop, nieuw_blad
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Stijl
from core.werkboek.weergave import NIET_TE_ZEGGEN

LABEL, EENHEID, POT, TOTAAL, EERSTE = range(5)
"""Columns: label, unit, pot, value of the whole plan or total, first plan year or quarter."""
BREEDTES = (58, 16, 14, 14)
JAARBREEDTE, KWARTAALBREEDTE, MINSTE_KOLOMMEN = 12, 9, 9

DIKGEDRUKT = (
    "uitvoeringskosten",
    "tekort_structureel",
    "tekort_totaal",
    "tekort_met_wachtlijst",
    "spuk_baten",
    "voorzieningenkosten",
    "spuk_saldo",
    "inkoopbudget",
    "contractwaarde_totaal",
    "contractwaarde_met_opties",
)


def leesblad(
    boek: Boek, naam: str, titel: str, variant: Variant, oordeel: Oordeel, soort: Tijdsoort, achter: Sequence[Kop] = ()
) -> Blad:
    """A sheet with plan years or quarters in its columns, how amounts are shown, and the verdict of the checks."""
    as_ = variant.uitkomst.tijdas
    erbij = f", scenario {variant.opschrift}" if variant.nummer else ""
    koppen = (*voorkoppen(soort), *tijdkoppen(as_, soort), *achter)
    blad = nieuw_blad(boek, naam, f"{titel}{erbij}", variant.weergave.zin, koppen)
    oordeel.zet(blad)
    opmaak(blad, as_, soort)
    return blad


def voorkoppen(soort: Tijdsoort) -> tuple[str, ...]:
    """The heads before the years."""
    samen = Getalkop("Planjaren samen" if soort is Tijdsoort.JAAR else "Heel het plan")
    return "Onderdeel", "Eenheid", "Pot", samen


def tijdkoppen(as_: Tijdas, soort: Tijdsoort) -> list[Kop]:
    """The heads of the years, as numbers, or of the quarters."""
    if soort is Tijdsoort.JAAR:
        return list(as_.planjaren)
    return [Getalkop(as_.naam(soort, q)) for q in as_.plankwartalen]


def opmaak(blad: Blad, as_: Tijdas, soort: Tijdsoort) -> None:
    """Widths and frozen panes of a sheet for readers, which has its heads."""
    momenten, breedte = (
        (as_.planjaren, JAARBREEDTE) if soort is Tijdsoort.JAAR else (as_.plankwartalen, KWARTAALBREEDTE)
    )
    blad.breedtes |= dict(enumerate(BREEDTES))
    blad.breed(EERSTE, EERSTE + len(momenten) - 1, breedte)
    assert blad.koprijen is not None
    blad.bevroren = (blad.koprijen[1] + 1, EERSTE)


def toonrij(blad: Blad, rij: int, g: Grootheid, variant: Variant, label: str = "") -> None:
    """A figure in its plan years or quarters, or of the whole plan, with its total where adding makes sense.

    Under a label of its own (the name of a scenario) a row is never bold.
    """
    vet = g.naam in DIKGEDRUKT and not label
    rol = "uitkomst_som" if vet else "uitkomst"
    blad.tekst(rij, LABEL, label or g.label, stijl("label_som" if vet else "tekst"))
    blad.pas_hoogte(rij, ((label or g.label, BREEDTES[LABEL]),))
    blad.tekst(rij, EENHEID, variant.weergave.eenheidnaam(g), stijl("klein"))
    blad.tekst(rij, POT, g.pot, stijl("klein"))
    vorm, weergave = variant.weergave.stijl(rol, g), variant.weergave
    for kolom, moment in _momenten(variant, g):
        cel = variant.formules.verwijzing("", g.id, moment)
        waarde = weergave.waarde(variant.uitkomst.waarden[g.id, moment], g)
        blad.formule(rij, kolom, f"={weergave.formule(cel, g)}", waarde, vorm)
    if variant.uitkomst.optelbaar(g):
        _totaal(blad, rij, g, variant, weergave.stijl(rol if label else "uitkomst_som", g))


def _totaal(blad: Blad, rij: int, g: Grootheid, variant: Variant, vorm: Stijl) -> None:
    formule = f"={variant.weergave.formule(som_over_plan(variant, g), g)}"
    blad.formule(rij, TOTAAL, formule, variant.weergave.waarde(variant.uitkomst.totaal(g), g), vorm)


def som_over_plan(variant: Variant, g: Grootheid) -> str:
    """The sum of a figure over the plan years, as part of a formula."""
    as_, indeling = variant.uitkomst.tijdas, variant.indeling
    kolommen = [indeling.kolom(g.tijd, jaar) for jaar in (as_.startjaar, as_.eindjaar)]
    return f"SUM({variant.formules.bereik('', g.id, *kolommen)})"


def _momenten(variant: Variant, g: Grootheid) -> Iterator[tuple[int, int | None]]:
    as_ = variant.uitkomst.tijdas
    if g.tijd is Tijdsoort.PLAN:
        yield TOTAAL, None
    else:
        yield from enumerate(as_.planjaren if g.tijd is Tijdsoort.JAAR else as_.plankwartalen, EERSTE)


def verschilformule(een: str, ander: str) -> str:
    """How much the second shown cell is more than the first; that it cannot be told where one cannot."""
    return f'=IF(COUNT({een},{ander})>1,{ander}-{een},"{NIET_TE_ZEGGEN}")'
