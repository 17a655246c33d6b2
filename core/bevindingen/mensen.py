"""People: where the instroom comes from, who waits and who is guided above capacity."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle, jaartallen, opsomming
from core.getallen import toon
from core.plan import Bevinding, Ernst, PerJaar
from core.rekenkunde.regel import ASIEL, GROEPEN, NAMEN
from core.rekenkunde.tijdas import Tijdsoort

REST = 1e-6
"""Persons above capacity that are only rounding."""


def boven_capaciteit(beeld: Beeld) -> Iterator[Bevinding]:
    """More people guided than the fte can carry."""
    boven = [q for q, x in beeld.uitkomst.reeks("boven_capaciteit").items() if x > REST]
    if boven:
        eerste = beeld.uitkomst.tijdas.naam(Tijdsoort.KWARTAAL, boven[0])
        aantal = f"in {len(boven)} kwartalen" if len(boven) > 1 else "in 1 kwartaal"
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label("fte_beschikbaar"),
            f"Er zijn {aantal} meer mensen in begeleiding dan uw fte aankan, voor het eerst in {eerste}. "
            "Vul meer fte of een hogere caseload in, of reken op zwaardere werkdruk.",
        )


def niemand_start(beeld: Beeld) -> Iterator[Bevinding]:
    """Somebody waits and nobody starts: there is no waiting time to give."""
    niets = beeld.afspraak("verwaarloosbaar")
    for d in GROEPEN:
        jaren = [
            j
            for j, wachtend in beeld.uitkomst.reeks("wachtend", d).items()
            if wachtend > niets and beeld.waarde("wachtweken", d, moment=j) is None
        ]
        if jaren:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"Wachttijd, {NAMEN[d]}",
                f"In {jaartallen(jaren)} wachten er {NAMEN[d]}, maar niemand start. Een wachttijd is dan niet te "
                "zeggen. Vul meer fte in, of controleer de aanloop en de wachtlijst bij de start.",
            )


def langer_dan_de_norm(beeld: Beeld) -> Iterator[Bevinding]:
    """Waiting longer than the term for the PIP."""
    norm = beeld.afspraak("pip_norm")
    for d in GROEPEN:
        te_lang = {j: w for j, w in beeld.uitkomst.reeks("wachtweken", d).items() if w > norm}
        if te_lang:
            yield Bevinding(
                Ernst.WAARSCHUWING,
                f"Wachttijd, {NAMEN[d]}",
                f"De wachttijd is in {jaartallen(te_lang)} langer dan de {toon(norm)} weken die voor het PIP gelden; "
                f"de langste is {toon(max(te_lang.values()), 0)} weken. Vul meer fte in, of leg uit hoe u dit opvangt.",
            )


def uit_de_taakstelling(beeld: Beeld) -> Iterator[Bevinding]:
    """The taakstelling stands in for a blank instroom; a filled year wins. Both are shown."""
    plaats, gebruikt, beide = beeld.label("instroom", ASIEL), [], []
    for jaar in beeld.planjaren:
        volgens = beeld.waarde("instroom_uit_taakstelling", ASIEL, moment=jaar)
        if volgens is None:
            continue
        if not beeld.ingevuld("instroom", ASIEL, jaar):
            gebruikt.append(f"{toon(volgens, 1)} in {jaar}")
        else:
            instroom = beeld.waarde("instroom", ASIEL, moment=jaar) or 0
            beide.append(f"{toon(instroom, 1)} tegenover {toon(volgens, 1)} in {jaar}")
    if gebruikt:
        yield Bevinding(
            Ernst.LET_OP,
            plaats,
            f"De instroom is leeg en volgt daarom uit de taakstelling: {opsomming(gebruikt)}. "
            "Vul de instroom in als u die zelf kent.",
        )
    if beide:
        yield Bevinding(
            Ernst.LET_OP,
            plaats,
            f"U vulde instroom en taakstelling in. De instroom telt: {opsomming(beide)} volgens de taakstelling. "
            "Controleer of het verschil klopt.",
        )


def eerdere_instroom_leeg(beeld: Beeld) -> Iterator[Bevinding]:
    """The two cohorts before the plan still bring SPUK and cost leerroutes; blank counts as 0."""
    oud = beeld.afspraak("laatste_jaar_oude_wet")
    jaren = [j for j in (beeld.planjaren[0] - 2, beeld.planjaren[0] - 1) if j > oud]
    for d in GROEPEN:
        waarde = beeld.opgave("eerdere_instroom", d)
        ingevuld = {j for j, _ in waarde.waarden} if isinstance(waarde, PerJaar) else set()
        leeg = [j for j in jaren if j not in ingevuld]
        if leeg:
            yield Bevinding(
                Ernst.LET_OP,
                beeld.label("eerdere_instroom", d),
                f"Voor {jaartallen(leeg)} is niets ingevuld; dat telt als 0. "
                "Vul deze jaren in, ook als het er 0 waren.",
            )


CONTROLES: tuple[Controle, ...] = (
    boven_capaciteit,
    niemand_start,
    langer_dan_de_norm,
    uit_de_taakstelling,
    eerdere_instroom_leeg,
)
