"""What can be so, but rarely is: a start without anyone in guidance, prices and durations far from what is known."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle
from core.getallen import toon, toon_euro
from core.plan import Bevinding, Ernst, PerJaar
from core.rekenkunde.regel import ASIEL, GROEPEN, NAMEN, ROUTES

LANGSTE_BEGELEIDING = 20
"""Quarters: the term of 3 years (Wi2021 art. 11) with the longest extension of 2 years (Ri2021 art. 4.1)."""
VER_WEG = 3
"""An own price more than three times, or less than a third of, the published average asks for a second look."""


def niemand_in_begeleiding(beeld: Beeld) -> Iterator[Bevinding]:
    """Earlier cohorts are there, but nobody of them is guided or waits."""
    for d in GROEPEN:
        eerder = beeld.opgave("eerdere_instroom", d)
        stand = [beeld.waarde(naam, d) for naam in ("begeleiding_start", "wachtlijst_start")]
        if isinstance(eerder, PerJaar) and sum(_getallen(eerder)) > 0 and not any(stand):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                beeld.label("begeleiding_start", d),
                f"In eerdere jaren kwamen er {NAMEN[d]}, maar bij de start is niemand in begeleiding en wacht niemand. "
                "De kosten van de eerste jaren vallen dan te laag uit. Vul in hoeveel mensen er op 1 januari zijn.",
            )


def meer_wachtenden_dan_mensen(beeld: Beeld) -> Iterator[Bevinding]:
    """More people wait, or have started, than have come."""
    eerder = beeld.opgave("eerdere_instroom", ASIEL)
    gekomen = dict(eerder.waarden) if isinstance(eerder, PerJaar) else {}
    wacht = beeld.waarde("wachtlijst_start", ASIEL) or 0
    if gekomen and wacht > sum(w for w in gekomen.values() if isinstance(w, float)):
        yield _kijk_na(
            beeld.label("wachtlijst_start", ASIEL),
            f"Er wachten {toon(wacht, 0)} mensen, meer dan er in de ingevulde jaren kwamen.",
        )
    gestart = beeld.opgave("eerder_gestart_asiel")
    for jaar, aantal in gestart.waarden if isinstance(gestart, PerJaar) else ():
        kwamen = sum(w for j, w in gekomen.items() if j <= jaar and isinstance(w, float))
        if gekomen and jaar > beeld.afspraak("laatste_jaar_oude_wet") and isinstance(aantal, float) and aantal > kwamen:
            yield _kijk_na(
                beeld.label("eerder_gestart_asiel"),
                f"In {jaar} startten {toon(aantal, 0)} mensen, meer dan er tot en met dat jaar kwamen.",
            )


def lange_begeleiding(beeld: Beeld) -> Iterator[Bevinding]:
    """Longer than the term with its longest extension."""
    for d in GROEPEN:
        duur = beeld.waarde("duur", d) or 0
        if duur > LANGSTE_BEGELEIDING:
            yield _kijk_na(
                beeld.label("begeleidingsduur", d),
                f"De begeleiding duurt {toon(duur, 0)} kwartalen. De termijn is 3 jaar, met verlenging hooguit 5 jaar.",
            )


def prijzen_ver_van_gemiddeld(beeld: Beeld) -> Iterator[Bevinding]:
    """Trajectprijzen far from the published average (in its own prices)."""
    for r in ROUTES:
        kengetal = beeld.catalogus["trajectprijs"].kengetal(route=r)
        prijs = beeld.waarde("trajectprijs", r, moment=beeld.planjaren[0])
        if kengetal and prijs is not None and not kengetal.punt / VER_WEG <= prijs <= kengetal.punt * VER_WEG:
            yield _kijk_na(
                f"{beeld.label('trajectprijs')}, {NAMEN[r]}",
                f"De prijs is {toon_euro(prijs)}; landelijk is het gemiddelde {toon_euro(kengetal.punt)}.",
            )


def prestatie_ver_van_gemiddeld(beeld: Beeld) -> Iterator[Bevinding]:
    """Completions of many times the average gemeente."""
    verhoudingen = beeld.uitkomst.reeks("prestatie_verhouding").values()
    if any(v > VER_WEG for v in verhoudingen):
        yield _kijk_na(
            beeld.label("prestatie_verhouding"),
            f"U rekent op {toon(max(verhoudingen), 1)} keer zoveel afgeronde trajecten als een gemiddelde gemeente.",
        )


def zonder_contract(beeld: Beeld) -> Iterator[Bevinding]:
    """Terms of a contract that does not start."""
    if beeld.ingevuld("contract_start"):
        return
    for naam in ("prijsopslag_aanbesteding", "optie_jaren"):
        if beeld.waarde(naam):
            yield Bevinding(
                Ernst.WAARSCHUWING,
                beeld.label(naam),
                f"Dit werkt niet door, want {beeld.label('contract_start')} is leeg. Vul dat jaar in, of haal dit weg.",
            )


def een_voorlopig_bedrag(beeld: Beeld) -> Iterator[Bevinding]:
    """One number also counts for the year before the plan, and is settled in the first."""
    waarde = beeld.opgave("spuk_voorlopig")
    if waarde is not None and not isinstance(waarde, PerJaar):
        vorig = beeld.planjaren[0] - 1
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label("spuk_voorlopig"),
            f"U vulde één bedrag in. Dat telt ook voor {vorig}, en wordt dan afgerekend in {vorig + 1}. "
            "Vul het bedrag per jaar in als het niet in elk jaar gelijk is.",
        )


def _kijk_na(plaats: str, wat: str) -> Bevinding:
    return Bevinding(Ernst.WAARSCHUWING, plaats, f"{wat} Kijk na of dit klopt.")


def _getallen(rij: PerJaar) -> list[float]:
    return [w for _, w in rij.waarden if isinstance(w, float)]


CONTROLES: tuple[Controle, ...] = (
    niemand_in_begeleiding,
    meer_wachtenden_dan_mensen,
    lange_begeleiding,
    prijzen_ver_van_gemiddeld,
    prestatie_ver_van_gemiddeld,
    zonder_contract,
    een_voorlopig_bedrag,
)
