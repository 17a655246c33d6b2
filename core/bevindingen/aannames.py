"""What the planner assumes where nothing (or one number) was filled in, and what is not yet certain."""

from __future__ import annotations

from collections.abc import Iterator

from core.bevindingen.beeld import Beeld, Controle, jaartallen, opsomming
from core.bevindingen.tegenstrijdig import abo_jaren
from core.catalogus import Status
from core.plan import Bevinding, Ernst, PerJaar
from core.rekenkunde.regel import ASIEL, GROEPEN

UREN = {
    "uren_start": ("uren_brede_intake", "uren_leerbaarheidstoets", "uren_pip", "uren_ontzorgen"),
    "uren_jaar": ("uren_per_gesprek", "uren_afstemming", "uren_handhaving"),
}
"""Sums of hours and their parts; gesprekken have a suggestie."""

SPUK_BEDRAGEN = ("spuk_a", "spuk_b", "spuk_c", "spuk_gezin")


# --- a blank that counts as 0 ------------------------------------------------------------------------------


def lege_uren(beeld: Beeld) -> Iterator[Bevinding]:
    """Once one part of a sum of hours is filled, the others count as 0."""
    ernst = Ernst.WAARSCHUWING if beeld.uitkomst.methode == "uren" else Ernst.LET_OP
    for naam, delen in UREN.items():
        leeg = {
            d: tuple(deel for deel in delen if not beeld.ingevuld(deel, d))
            for d in GROEPEN
            if not beeld.ingevuld(naam, d)
        }
        yield from _leeg_telt_als_nul(beeld, ernst, naam, {d: x for d, x in leeg.items() if 0 < len(x) < len(delen)})


def lege_voorzieningen(beeld: Beeld) -> Iterator[Bevinding]:
    """Once pvt, map or tolktarief is filled, the blank ones count as 0."""
    leeg = {d: blanks for d in GROEPEN if (blanks := _lege_voorzieningen(beeld, d))}
    yield from _leeg_telt_als_nul(beeld, Ernst.WAARSCHUWING, "pvt_map_tolk", leeg)


def _lege_voorzieningen(beeld: Beeld, d: str) -> tuple[str, ...]:
    """The parts that are blank in a year in which another part is filled and the sum is not."""
    wint = d if beeld.opgave("pvt_map_tolk", d) is not None else ""
    eigen = beeld.opgave("pvt_map_tolk", wint)
    leeg: dict[str, None] = {}
    for jaar in beeld.planjaren:
        delen = {naam: beeld.ingevuld(naam, jaar=jaar) for naam in ("pvt", "map", "tolktarief")}
        gegeven = eigen is not None and (not isinstance(eigen, PerJaar) or jaar in dict(eigen.waarden))
        if any(delen.values()) and not gegeven:
            delen["tolkuren"] = beeld.ingevuld("tolkuren", d)
            leeg |= dict.fromkeys(naam for naam, vol in delen.items() if not vol)
    return tuple(leeg)


def _leeg_telt_als_nul(beeld: Beeld, ernst: Ernst, naam: str, leeg: dict[str, tuple[str, ...]]) -> Iterator[Bevinding]:
    gelijk = len(leeg) == len(GROEPEN) and len(set(leeg.values())) == 1
    for d, blanks in leeg.items():
        if gelijk and d != GROEPEN[0]:
            return
        yield Bevinding(
            ernst,
            beeld.label(naam, "" if gelijk else d),
            f"Leeg is: {opsomming(beeld.label(deel) for deel in blanks)}. Dat telt als 0, omdat u andere onderdelen "
            "wel invulde. Vul ook deze onderdelen in; ook 0 is een antwoord.",
        )


def lege_onderwijsroute(beeld: Beeld) -> Iterator[Bevinding]:
    """The ABO is there for people of these years, but its amount is not known."""
    leeg = [
        j
        for j in beeld.open_jaren("spuk_onderwijsroute")
        if j in abo_jaren(beeld)
        and (beeld.waarde("cohort", ASIEL, moment=j) or 0) * (beeld.waarde("leerroutemix", "onderwijs") or 0) > 0
    ]
    if leeg:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            beeld.label("spuk_onderwijsroute"),
            f"Voor {jaartallen(leeg)} is niets ingevuld; dat telt als 0. Dit bedrag bestaat, maar is nog na te gaan: "
            "het saldo van de SPUK is nu te laag. Vul het bedrag uit uw SPUK-beschikking in.",
        )


# --- how prices move ---------------------------------------------------------------------------------------


def nominaal_gelijk(beeld: Beeld) -> Iterator[Bevinding]:
    """One number for the Gemeentefonds does not grow."""
    waarde = beeld.opgave("gemeentefonds_structureel")
    if waarde is not None and not isinstance(waarde, PerJaar) and len(beeld.planjaren) > 1:
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("gemeentefonds_structureel"),
            "U vulde één bedrag in voor alle jaren. Het is nominaal gelijk gehouden: het groeit niet mee met lonen en "
            "prijzen. Vul een bedrag per jaar in als uw circulaireberekening dat geeft.",
        )


def constante_prijzen(beeld: Beeld) -> Iterator[Bevinding]:
    """A blank rise is no rise."""
    bekend_tot = int(beeld.afspraak("laatste_bekende_prijsjaar"))
    for naam in ("loonstijging", "prijsstijging"):
        leeg = [j for j in beeld.open_jaren(naam) if j > bekend_tot]
        if leeg:
            yield Bevinding(
                Ernst.LET_OP,
                beeld.label(naam),
                f"Voor {jaartallen(leeg)} is niets ingevuld: de planner rekent vanaf {bekend_tot} in constante "
                "prijzen. Vul de stijging uit uw begrotingsrichtlijn in als u met stijgende prijzen wilt rekenen.",
            )


# --- what is not certain yet -------------------------------------------------------------------------------


def spuk_afgeleid(beeld: Beeld) -> Iterator[Bevinding]:
    """SPUK amounts of past years that were not found but interpolated."""
    eerste = beeld.planjaren[0] - (0 if beeld.ingevuld("spuk_vorig_jaar") else 1)
    jaren = range(eerste, beeld.planjaren[-1] + 1)
    gebruikt: dict[int, list[str]] = {}
    for naam in SPUK_BEDRAGEN:
        for k in beeld.catalogus[naam].kengetallen:
            if k.vanaf is None or k.vanaf not in jaren or k.status is not Status.AFGELEID:
                continue
            if not beeld.ingevuld(naam, jaar=k.vanaf):
                gebruikt.setdefault(k.vanaf, []).append(beeld.label(naam))
    for jaar, labels in gebruikt.items():
        yield Bevinding(
            Ernst.LET_OP,
            f"SPUK-bedragen {jaar}",
            f"De bedragen van {jaar} zijn niet gevonden en daarom berekend tussen de jaren ervoor en erna "
            f"({len(labels)} van de {len(SPUK_BEDRAGEN)}). Vul de bedragen uit uw definitieve beschikking in.",
        )


def onderwijsroute_na_te_gaan(beeld: Beeld) -> Iterator[Bevinding]:
    """The ABO counts, but its amount was not found in the law."""
    if any(x > 0 for x in beeld.uitkomst.reeks("abo").values()):
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("spuk_onderwijsroute"),
            "De planner rekent met het bedrag dat u invulde. In de regeling is het niet gevonden, dus het is nog na te "
            "gaan. Controleer het bedrag met uw SPUK-beschikking.",
        )


def plafond_na_te_gaan(beeld: Beeld) -> Iterator[Bevinding]:
    """The reserve hits its ceiling, and how a and b combine in it is not certain."""
    jaren = [j for j, x in beeld.uitkomst.reeks("terugbetaling").items() if x > 0]
    if jaren:
        yield Bevinding(
            Ernst.LET_OP,
            "Plafond van de reserve",
            f"In {jaartallen(jaren)} is er meer SPUK over dan u mag bewaren, en betaalt u terug. Hoe de twee "
            "percentages van het plafond samenkomen, is nog na te gaan. Leg deze jaren voor aan uw accountant.",
        )


def maatregel_aan(beeld: Beeld) -> Iterator[Bevinding]:
    """An announced measure that is not law yet works in the figures."""
    jaren = [
        j
        for j in beeld.planjaren
        if beeld.waarde("spuk_korting_eigen", moment=j) is None
        and (beeld.waarde("spuk_korting_maatregel", moment=j) or 0) > 0
    ]
    if jaren:
        yield Bevinding(
            Ernst.LET_OP,
            beeld.label("spuk_korting"),
            f"In {jaartallen(jaren)} rekent de planner met de aangekondigde korting. Die is nog geen wet. "
            "Zet de maatregel uit om zonder korting te rekenen.",
        )


CONTROLES: tuple[Controle, ...] = (
    lege_uren,
    lege_voorzieningen,
    lege_onderwijsroute,
    nominaal_gelijk,
    constante_prijzen,
    spuk_afgeleid,
    onderwijsroute_na_te_gaan,
    plafond_na_te_gaan,
    maatregel_aan,
)
