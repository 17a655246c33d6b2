"""From what is filled in to what counts: the leaves of the model and, for every input, its value.

For every input of the catalogue the rule is the same: what the gemeente filled in for the year, else its one
figure (with its prices carried to the year), else what follows from its parts, else the suggestie of the
catalogue, else the default, else absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from core.catalogus import Catalogus, Ingang, Vorm
from core.catalogus.vakken import (
    ALLEEN_RIJ,
    BEIDE,
    elementen,
    leden,
    vaklabel,
    vaksleutels,
    venster_van,
)
from core.rekenkunde.berekening import Plek
from core.rekenkunde.eenheden import EENHEDEN
from core.rekenkunde.regel import GEMEENTEFONDS, SPUK, Declaratie, Grootheid, Rol, Symbolen, met_sleutel
from core.rekenkunde.tijdas import BEGIN, EIND, KWARTALEN_TERUG, SLOT, START, Tijdas, Tijdsoort, Venster
from core.rekenkunde.uitdrukking import AFWEZIG, Expression, Operand, Reeks, Sleutel, Tijd, eerste, op_jaar

POTTEN = {
    GEMEENTEFONDS: (
        "bijdrage_samenwerking",
        "incidentele_kosten",
        "overige_baten",
        "gemeentefonds_structureel",
        "gemeentefonds_incidenteel",
        "algemene_kosten_bedrag",
    ),
    SPUK: ("stand_start", "spuk_voorlopig", "spuk_vorig_jaar"),
}
"""Amounts that a gemeente fills in, by the pot that they belong to."""

UIT_DELEN = {
    "instroom": "instroom_uit_taakstelling",
    "uren_start": "uren_start_uit_delen",
    "uren_jaar": "uren_jaar_uit_delen",
}
"""Inputs that can also follow from other inputs, and the rule that says how."""

ALLE_JAREN = Venster(BEGIN, SLOT)


def bladeren(catalogus: Catalogus) -> Iterator[Grootheid]:
    """All leaves: the calendar, the input cells and the kengetallen."""
    yield from _kalender()
    for ingang in catalogus.ingangen.values():
        if ingang.vorm is not Vorm.CONSTANTE:
            yield from _invoervakken(ingang)
            yield from _uitgangspunten(ingang)
        elif ingang.onderwerp == "rekenafspraken":
            yield _blad(ingang, ingang.naam, (), Rol.KENGETAL)
    yield Grootheid(
        "maatregel_spuk_korting",
        (),
        "Maatregel: korting op de SPUK (1 = aan, 0 = uit)",
        EENHEDEN["getal"],
        Tijdsoort.PLAN,
        Venster(),
        "spuk",
        Rol.INVOER,
    )


def waarderegels(catalogus: Catalogus, zelf_geschreven: set[str]) -> Iterator[Declaratie]:
    """The rule that gives each input its value, except for those with a rule of their own."""
    for ingang in catalogus.invoer:
        if ingang.geindexeerd:
            yield from _prijsregels(ingang)
        if ingang.naam not in zelf_geschreven and ingang.vorm not in (*ALLEEN_RIJ, Vorm.SCHAKELAAR):
            yield _waarderegel(ingang)


@lru_cache(maxsize=16)
def kalenderwaarden(as_: Tijdas) -> dict[Plek, float]:
    """The leaves that the calendar decides."""
    bladen: dict[Plek, float] = {
        (("startjaar", ()), None): float(as_.startjaar),
        (("eindjaar", ()), None): float(as_.eindjaar),
        (("eerste_jaar", ()), None): float(as_.eerste),
    }
    bladen |= {(("jaar", ()), j): float(j) for j in as_.jaren}
    bladen |= {(("kwartaal", ()), q): float(q) for q in as_.kwartalen}
    bladen |= {(("kw", ()), q): float(as_.kw(q)) for q in as_.kwartalen}
    return bladen


# --- leaves ------------------------------------------------------------------------------------------------


def _kalender() -> Iterator[Grootheid]:
    kwartalen = Venster(START - KWARTALEN_TERUG, EIND)
    for naam, label, eenheid, tijd, venster in (
        ("eerste_jaar", "Eerste jaar van de kalender", "jaartal", Tijdsoort.PLAN, Venster()),
        ("startjaar", "Eerste jaar van het plan", "jaartal", Tijdsoort.PLAN, Venster()),
        ("eindjaar", "Laatste jaar van het plan", "jaartal", Tijdsoort.PLAN, Venster()),
        ("jaar", "Jaar", "jaartal", Tijdsoort.JAAR, ALLE_JAREN),
        ("kwartaal", "Kwartaal, geteld vanaf de start", "kwartalen", Tijdsoort.KWARTAAL, kwartalen),
        ("kw", "Kwartaal van het jaar", "getal", Tijdsoort.KWARTAAL, kwartalen),
    ):
        yield Grootheid(naam, (), label, EENHEDEN[eenheid], tijd, venster, "tijdas", Rol.AS)


def _blad(
    ingang: Ingang, naam: str, sleutel: Sleutel, rol: Rol, *, per_jaar: bool = False, eenheid: str = ""
) -> Grootheid:
    return Grootheid(
        naam,
        sleutel,
        vaklabel(ingang, sleutel),
        EENHEDEN[eenheid] if eenheid else ingang.eenheid,
        Tijdsoort.JAAR if per_jaar else Tijdsoort.PLAN,
        (venster_van(ingang) if rol is Rol.INVOER else ALLE_JAREN) if per_jaar else Venster(),
        ingang.onderwerp,
        rol,
        toelichting=ingang.hulp,
    )


def _invoervakken(ingang: Ingang) -> Iterator[Grootheid]:
    for sleutel in vaksleutels(ingang):
        if ingang.vorm not in ALLEEN_RIJ:
            yield _blad(ingang, f"invoer_{ingang.naam}", sleutel, Rol.INVOER)
        if ingang.op_rij or ingang.vorm in ALLEEN_RIJ:
            yield _blad(ingang, f"rij_{ingang.naam}", sleutel, Rol.INVOER, per_jaar=True)
        if ingang.geindexeerd:
            yield _blad(ingang, f"prijspeil_{ingang.naam}", sleutel, Rol.INVOER, eenheid="jaartal")


def kengetalsleutel(ingang: Ingang, sleutel: Sleutel) -> Sleutel:
    """Which kengetal belongs to a cell: one for both groups unless the catalogue tells them apart."""
    if ingang.groepen and not any(k.groep for k in ingang.kengetallen):
        return sleutel[1:]
    return sleutel


def heeft_kengetal(ingang: Ingang, sleutel: Sleutel) -> bool:
    """Whether the catalogue has a value for this cell (the 4th year of a rhythm has none)."""
    if not ingang.kengetallen:
        return False
    waarde = ingang.kengetallen[0].waarde
    return not isinstance(waarde, tuple) or int(sleutel[-1]) <= len(waarde)


def heeft_uitgangspunt(ingang: Ingang) -> bool:
    """Whether its default is a value that must stand somewhere, not simply 0 or the factor 1."""
    vanzelf = (None, 0) if ingang.eenheid.maten else (None, 0, 1)
    return ingang.vorm is not Vorm.SCHAKELAAR and ingang.standaard not in vanzelf


def per_jaar_bekend(ingang: Ingang) -> bool:
    """Whether the catalogue gives its values per calendar year."""
    return any(k.vanaf or k.tot for k in ingang.kengetallen)


def _uitgangspunten(ingang: Ingang) -> Iterator[Grootheid]:
    sleutels = dict.fromkeys(
        kengetalsleutel(ingang, (*lid, *element)) for lid in leden(ingang) for element in elementen(ingang)
    )
    for sleutel in sleutels:
        if heeft_kengetal(ingang, sleutel):
            yield _blad(ingang, f"kengetal_{ingang.naam}", sleutel, Rol.KENGETAL, per_jaar=per_jaar_bekend(ingang))
            if ingang.geindexeerd:
                yield _blad(ingang, f"kengetalpeil_{ingang.naam}", sleutel, Rol.KENGETAL, eenheid="jaartal")
    if heeft_uitgangspunt(ingang):
        for element in elementen(ingang):
            yield _blad(ingang, f"standaard_{ingang.naam}", element, Rol.KENGETAL)


# --- values ------------------------------------------------------------------------------------------------


def bij(m: Symbolen, naam: str, sleutel: Sleutel, moment: Tijd | None = None) -> Expression:
    """A figure of the model by family name, key and moment."""
    gezocht: Expression | Reeks = getattr(m, naam)
    for s in sleutel:
        assert isinstance(gezocht, Reeks)
        gezocht = gezocht[s]
    if moment is not None:
        assert isinstance(gezocht, Reeks)
        gezocht = gezocht[moment]
    assert isinstance(gezocht, Expression)
    return gezocht


def _waarderegel(ingang: Ingang) -> Declaratie:
    per_jaar = ingang.op_rij or per_jaar_bekend(ingang)

    def waarde(m: Symbolen, *sleutel_en_moment: Any) -> Expression:
        sleutel, moment = sleutel_en_moment, None
        if per_jaar:
            *sleutel_, moment = sleutel_en_moment
            sleutel = tuple(sleutel_)
        return eerste(*_opties(m, ingang, sleutel, moment), *_terugval(m, ingang, sleutel, moment))

    return Declaratie(
        ingang.naam,
        ingang.onderwerp,
        waarde,
        {(*w, *e): vaklabel(ingang, (*w, *e)) for w in leden(ingang) for e in elementen(ingang)},
        ingang.eenheid,
        Tijdsoort.JAAR if per_jaar else Tijdsoort.PLAN,
        venster_van(ingang),
        next((pot for pot, namen in POTTEN.items() if ingang.naam in namen), ""),
    )


def _opties(m: Symbolen, ingang: Ingang, sleutel: Sleutel, moment: Tijd | None) -> Iterator[Expression]:
    """What the gemeente can have filled in, what is most particular first."""
    eigen = [sleutel]
    if ingang.groepen == "beide":
        eigen.append((BEIDE, *sleutel[1:]))
    for s in eigen:
        if ingang.op_rij:
            yield bij(m, f"rij_{ingang.naam}", s, moment)
        if ingang.geindexeerd:
            yield bij(m, f"geindexeerd_{ingang.naam}", s, moment)
        else:
            yield bij(m, f"invoer_{ingang.naam}", s)


def _terugval(m: Symbolen, ingang: Ingang, sleutel: Sleutel, moment: Tijd | None) -> Iterator[Operand]:
    """What counts where the gemeente filled in nothing; always ends with a known value or with absent."""
    if ingang.naam in UIT_DELEN:
        yield bij(m, UIT_DELEN[ingang.naam], sleutel, moment)
    bron = kengetalsleutel(ingang, sleutel)
    if heeft_kengetal(ingang, bron):
        if ingang.geindexeerd:
            yield bij(m, f"suggestie_{ingang.naam}", bron, moment)
        else:
            yield bij(m, f"kengetal_{ingang.naam}", bron, moment if per_jaar_bekend(ingang) else None)
    elif heeft_uitgangspunt(ingang):
        yield bij(m, f"standaard_{ingang.naam}", sleutel[len(leden(ingang)[0]) :])
    elif ingang.standaard is not None:
        yield float(ingang.standaard)  # type: ignore[arg-type]
    elif ingang.vorm is Vorm.RITME:
        yield 0
    elif ingang.naam not in UIT_DELEN:
        yield AFWEZIG


def _prijsregels(ingang: Ingang) -> Iterator[Declaratie]:
    """Amounts carried from the prices in which they were given to those of each year."""
    index = f"index_{ingang.index}"

    def basisindex(m: Symbolen, *sleutel: str) -> Expression:
        """The index in the year of whose prices the amount speaks: its own prijspeil, else the startjaar."""
        return op_jaar(getattr(m, index), eerste(bij(m, f"prijspeil_{ingang.naam}", sleutel), m.startjaar))

    def geindexeerd(m: Symbolen, *sleutel_en_moment: Any) -> Expression:
        """The amount filled in, in prices of the year."""
        *sleutel, j = sleutel_en_moment
        eigen = eerste(bij(m, f"invoer_{ingang.naam}", tuple(sleutel)), AFWEZIG)
        return eigen * getattr(m, index)[j] / bij(m, f"basisindex_{ingang.naam}", tuple(sleutel))

    def suggestieindex(m: Symbolen, *sleutel: str) -> Expression:
        """The index in the year of whose prices the kengetal speaks."""
        return op_jaar(getattr(m, index), bij(m, f"kengetalpeil_{ingang.naam}", sleutel))

    def suggestie(m: Symbolen, *sleutel_en_moment: Any) -> Expression:
        """The kengetal, in prices of the year."""
        *sleutel, j = sleutel_en_moment
        bedrag = bij(m, f"kengetal_{ingang.naam}", tuple(sleutel))
        return bedrag * getattr(m, index)[j] / bij(m, f"suggestieindex_{ingang.naam}", tuple(sleutel))

    vakken = vaksleutels(ingang)
    bronnen = tuple(dict.fromkeys(kengetalsleutel(ingang, (*w, *e)) for w in leden(ingang) for e in elementen(ingang)))
    for naam, functie, label, sleutels, per_jaar in (
        ("basisindex", basisindex, "{}: prijsindex van het prijspeil", vakken, False),
        ("geindexeerd", geindexeerd, "{}: eigen bedrag in prijzen van het jaar", vakken, True),
        ("suggestieindex", suggestieindex, "{}: prijsindex van het kengetal", bronnen, False),
        ("suggestie", suggestie, "{}: kengetal in prijzen van het jaar", bronnen, True),
    ):
        if naam.startswith("suggestie") and not ingang.kengetallen:
            continue
        yield Declaratie(
            f"{naam}_{ingang.naam}",
            "prijzen",
            functie,
            {s: met_sleutel(label.format(ingang.label), s) for s in sleutels},
            ingang.eenheid if per_jaar else EENHEDEN["index"],
            Tijdsoort.JAAR if per_jaar else Tijdsoort.PLAN,
            Venster(),
        )
