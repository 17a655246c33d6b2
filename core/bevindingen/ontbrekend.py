"""Missing input: one finding per blank input, with what it blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from core.bevindingen.beeld import Beeld, Controle, jaartallen, opsomming
from core.bevindingen.oorzaken import Oorzaken
from core.plan import Bevinding, Ernst
from core.rekenkunde.berekening import Plek
from core.rekenkunde.regel import GROEPEN

FTE = "de fte"
UITKOMSTEN = {
    "consulentkosten": "de consulentkosten",
    "uitvoeringskosten": "de uitvoeringskosten",
    "tekort_structureel": "het structurele tekort",
    "tekort_totaal": "het totale tekort",
    "tekort_met_wachtlijst": "het tekort met wachtlijst",
    "fte_nodig": FTE,
    "fte_bezet": FTE,
    "fte_ingezet": FTE,
    "spuk_saldo": "het saldo van de SPUK",
    "inkoopbudget": "het inkoopbudget",
}
"""The outcomes for which it is said what is missing."""

VAN_METHODE = ("caseload", "loonkosten_fte", "productieve_uren", "inhuurtarief", "uren_start", "uren_jaar")
"""Inputs that a method of its own needs: missing together, they are one finding."""

AL_GEMELD = ("kosten_startklas", "bedrag_reiskosten", "eigen_bijdrage_kinderopvang")
"""Blank amounts beside a share are a fout of their own."""


@dataclass(slots=True)
class Gemis:
    """One blank input: of which groups, for which years, and which outcomes it blocks."""

    naam: str
    groepen: list[str] = field(default_factory=list)
    jaren: set[int] = field(default_factory=set)
    blokkeert: list[str] = field(default_factory=list)


def gemis(beeld: Beeld) -> list[Gemis]:
    """All blank inputs that stand in the way of an outcome."""
    gevonden: dict[tuple[str, str], Gemis] = {}
    gevraagd: dict[str, list[Plek]] = {}
    for woorden, (id_, moment) in _gevraagd(beeld):
        if beeld.waarde(id_[0], moment=moment) is None:
            gevraagd.setdefault(woorden, []).append((id_, moment))
    oorzaken = Oorzaken(beeld.uitkomst) if gevraagd else None
    for woorden, plekken in gevraagd.items():
        assert oorzaken is not None
        for (ingang, sleutel), jaar in oorzaken.van(plekken):
            groep = sleutel[0] if sleutel and sleutel[0] in GROEPEN else ""
            apart = groep if beeld.catalogus[ingang].groepen == "apart" else ""
            g = gevonden.setdefault((ingang, apart), Gemis(ingang))
            g.groepen += [groep] if groep and groep not in g.groepen else []
            g.jaren |= set() if jaar is None else {jaar}
            g.blokkeert += [] if woorden in g.blokkeert else [woorden]
    return list(gevonden.values())


def _gevraagd(beeld: Beeld) -> Iterator[tuple[str, Plek]]:
    for naam, woorden in UITKOMSTEN.items():
        yield from ((woorden, ((naam, ()), jaar)) for jaar in beeld.planjaren)
    if beeld.ingevuld("contract_start") and beeld.ingevuld("contract_jaren"):
        yield "de contractwaarde", (("contractwaarde_totaal", ()), None)


def ontbrekende_invoer(beeld: Beeld) -> Iterator[Bevinding]:
    """A blank input, what cannot be said because of it, and where to find it."""
    van_methode: list[Gemis] = []
    for g in gemis(beeld):
        if g.naam in AL_GEMELD:
            continue
        if g.naam in VAN_METHODE and g.blokkeert != [FTE]:
            van_methode.append(g)
        elif g.blokkeert == [FTE]:
            yield from _zonder_fte(beeld, g)
        else:
            yield Bevinding(Ernst.WAARSCHUWING, _label(beeld, g), _tekst(beeld, g))
    if van_methode:
        yield _methode(beeld, van_methode)


def _label(beeld: Beeld, g: Gemis) -> str:
    return beeld.label(g.naam, g.groepen[0] if len(g.groepen) == 1 else "")


def _met_jaren(beeld: Beeld, g: Gemis) -> str:
    """The label, with the years where only some are blank."""
    return _label(beeld, g) + (f" ({jaartallen(g.jaren)})" if g.jaren and len(g.jaren) < len(beeld.planjaren) else "")


def _tekst(beeld: Beeld, g: Gemis) -> str:
    wanneer = f" voor {jaartallen(g.jaren)}" if g.jaren else ""
    vindplek = beeld.catalogus[g.naam].vindplek
    return (
        f"{_label(beeld, g)} ontbreekt{wanneer}. Daardoor is niet te zeggen: {opsomming(g.blokkeert)}. "
        f"Vul dit in; ook 0 is een antwoord. Waar u het vindt: {vindplek}"
    )


def _zonder_fte(beeld: Beeld, g: Gemis) -> Iterator[Bevinding]:
    """The national average asks no caseload: there its absence is only worth a word where fte are given."""
    if beeld.ingevuld("fte_beschikbaar"):
        tekst = (
            f"{_label(beeld, g)} ontbreekt. Daardoor is niet te zeggen hoeveel fte nodig is, "
            "en begrenst uw beschikbare fte niet hoeveel mensen kunnen starten. Vul de caseload in."
        )
        yield Bevinding(Ernst.WAARSCHUWING, _label(beeld, g), tekst)
    elif beeld.uitkomst.methode != "landelijk":
        tekst = f"{_label(beeld, g)} ontbreekt. Daardoor is niet te zeggen: {FTE}. Vul dit in als u de fte wilt zien."
        yield Bevinding(Ernst.LET_OP, _label(beeld, g), tekst)


def _methode(beeld: Beeld, lijst: list[Gemis]) -> Bevinding:
    methode = beeld.uitkomst.methode
    blokkeert = opsomming(dict.fromkeys(woorden for g in lijst for woorden in g.blokkeert))
    ontbreekt = "; ".join(_met_jaren(beeld, g) for g in lijst)
    inhuur = [
        g.naam for g in lijst if g.naam == "inhuurtarief" or (g.naam, methode) == ("productieve_uren", "caseload")
    ]
    waarom = "U huurt in, en daarvoor zijn tarief en productieve uren nodig. " if inhuur else ""
    return Bevinding(
        Ernst.WAARSCHUWING,
        "Consulentkosten",
        f"Voor de methode {methode} ontbreekt nog: {ontbreekt}. Daardoor is niet te zeggen: {blokkeert}. "
        f"{waarom}Vul dit in, of kies de methode landelijk.",
    )


CONTROLES: tuple[Controle, ...] = (ontbrekende_invoer,)
