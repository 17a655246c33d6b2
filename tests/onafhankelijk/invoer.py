"""Resolving the inputs of a plan file, for the independent reference implementation.

The few helpers that let floats, arrays and absent figures share one formula stand here too. Everything follows
rekenmodel.md sections 2, 10 and 11; nothing is shared with the program itself.

Convention: a quantity is a Python float or a 1-D numpy array of draws; "absent" is the float NaN, which passes through
sums and products by itself and is left out of the outcome at the end.
"""

from __future__ import annotations

import math

import numpy as np

NAN = math.nan
GROEPEN = ("asiel", "gezin")
ROUTES = ("B1", "Z", "onderwijs")

# ---- kengetallen and suggesties (rekenmodel.md section 2) -----------------------------------------------------------
PRIJSPEIL = 2024
KENGETAL_PERSOONSJAAR = (2040 + 2265) / 2
KENGETAL_WACHTENDE = (1897 + 2414) / 2
BEGELEIDINGSDUUR = 12.0
GEWICHT_GEZIN = 0.75
AANDEEL_INBURGERINGSPLICHTIG = 0.70
AANDEEL_ALGEMEEN = 0.20
GESPREKKEN = {"asiel": 8.0, "gezin": 6.0}
LEERROUTEMIX = {"B1": 0.58, "Z": 0.30, "onderwijs": 0.12}
TRAJECTPRIJS = {"B1": 9700.0, "Z": 11400.0, "onderwijs": 17100.0}
BETAALRITME = [0.40, 0.30, 0.30]
MAATSCHAPPELIJKE_BEGELEIDING = 2100.0
PVT_MAP_TOLK = 1200.0
PRESTATIE_AANDEEL = (0.008 + 0.015) / 2  # from 2026
GROEI = {2025: 0.0453, 2026: 0.0180}  # loonstijging and prijsstijging alike
SPUK = {
    "spuk_a": {2022: 8057.10, 2023: 8378.03, 2024: 8757.85, 2025: 9154.91, 2026: 6087.34},
    "spuk_b": {2022: 4079.67, 2023: 4242.17, 2024: 4434.49, 2025: 4635.54, 2026: 4718.96},
    "spuk_c": {2022: 1019.92, 2023: 1060.54, 2024: 1108.62, 2025: 1158.89, 2026: 1179.74},
    "spuk_gezin": {2022: 610.98, 2023: 635.32, 2024: 664.12, 2025: 694.23, 2026: 706.72},
}


def ontbreekt(x) -> bool:
    """True for an absent scalar (NaN); an array is never absent as a whole."""
    return isinstance(x, float) and x != x


def maal(factor, x):
    """factor x x, without touching an array for a factor of exactly 1."""
    return x if isinstance(factor, float) and factor == 1.0 else factor * x


def grootste(x, y):
    """max(x, y) in which absent stays absent."""
    if isinstance(x, np.ndarray) or isinstance(y, np.ndarray):
        return np.maximum(x, y)
    return x if x != x or x >= y else y


def kleinste(x, y):
    if isinstance(x, np.ndarray) or isinstance(y, np.ndarray):
        return np.minimum(x, y)
    return x if x != x or x <= y else y


def nul(x) -> bool:
    return isinstance(x, (int, float)) and x == 0


def plus(x, y):
    """x + y, without touching an array for a zero or an absent term."""
    if ontbreekt(x) or ontbreekt(y):
        return NAN
    return y if nul(x) else x if nul(y) else x + y


def som(termen):
    uit = 0.0
    for term in termen:
        uit = plus(uit, term)
    return uit


def deel(aandeel, bedrag):
    """share x amount: 0 where the share is 0, also when the amount is absent."""
    return 0.0 if nul(aandeel) else maal(aandeel, bedrag)


def keer(mensen, bedrag):
    """people x amount per person, without touching an array for a zero or an absent factor."""
    if ontbreekt(mensen) or ontbreekt(bedrag):
        return NAN
    return 0.0 if nul(mensen) or nul(bedrag) else mensen * bedrag


def gedeeld(x, y):
    """x / y, absent where y is 0."""
    if isinstance(x, np.ndarray) or isinstance(y, np.ndarray):
        if isinstance(y, np.ndarray):
            with np.errstate(divide="ignore", invalid="ignore"):
                return np.where(y == 0, NAN, x / y)
        return x / (y if y != 0 else NAN)
    return x / y if y != 0 else NAN


def rond(x):
    """Round half up: an int, or an int array."""
    return np.floor(x + 0.5).astype(np.int64) if isinstance(x, np.ndarray) else math.floor(x + 0.5)


def getal_uit_tekst(tekst: str) -> float:
    return float(tekst.strip().replace(".", "").replace(",", "."))


def midden(waarde) -> float:
    """Point value of a number or a range: '45 tot 60', '45 tot 60, verwacht 50' (Dutch notation)."""
    if waarde is None:
        return NAN
    if not isinstance(waarde, str):
        return float(waarde)
    grenzen, _, verwacht = waarde.partition("verwacht")
    if verwacht:
        return getal_uit_tekst(verwacht)
    laag, tot, hoog = grenzen.partition("tot")
    return (getal_uit_tekst(laag) + getal_uit_tekst(hoog)) / 2 if tot else getal_uit_tekst(laag)


def ontleed(waarde):
    """(number or None, prijspeil or None, row per year or None) of a plan value; null is blank."""
    if waarde is None:
        return None, None, None
    if not isinstance(waarde, dict):
        return midden(waarde), None, None
    if "bedrag" in waarde:
        return midden(waarde["bedrag"]), waarde.get("prijspeil"), None
    return None, None, {int(jaar): midden(x) for jaar, x in waarde.items() if x is not None}


class Invoer:
    """The inputs of one plan (with one scenario), as numbers or draws."""

    def __init__(self, plan: dict, scenario: str | None, getrokken: dict[str, np.ndarray] | None):
        invoer = dict(plan.get("invoer") or {})
        maatregelen = plan.get("maatregelen") or []
        if scenario is not None:
            keuze = next(s for s in plan["scenarios"] if s["naam"] == scenario)
            invoer.update(keuze.get("invoer") or {})
            maatregelen = keuze["maatregelen"] if keuze.get("maatregelen") is not None else maatregelen
        self.invoer = {naam: waarde for naam, waarde in invoer.items() if waarde is not None}
        self.maatregelen = maatregelen
        self.getrokken = getrokken or {}
        self.S = int(plan["startjaar"])
        self.n = int(plan.get("horizon") or 5)
        self.E = self.S + self.n - 1
        self.jaren = range(self.S, self.E + 1)
        self._ontleed: dict = {}
        self._index: dict = {}

    # ---- looking up -------------------------------------------------------------------------------------------------
    def sleutel(self, naam: str, d: str | None = None) -> str:
        """The name under which the plan (or else the draws) holds this value: the name with suffix wins."""
        if d is not None:
            met = f"{naam}_{d}"
            if met in self.invoer or met in self.getrokken or (naam not in self.invoer and naam not in self.getrokken):
                return met
        return naam

    def ruw(self, naam: str, d: str | None = None):
        """Plan value, also the one without suffix when only the draws carry the suffix."""
        met = f"{naam}_{d}" if d is not None else naam
        return self.invoer[met] if met in self.invoer else self.invoer.get(naam)

    def delen(self, naam: str, d: str | None = None, onderdeel: str | None = None):
        """(key in the draws, number, prijspeil, row) of a value or of one route of it; taken apart once."""
        plek = (naam, d, onderdeel)
        if plek not in self._ontleed:
            waarde, sleutel = self.ruw(naam, d), self.sleutel(naam, d)
            if onderdeel is not None:
                waarde, sleutel = (waarde or {}).get(onderdeel), f"{sleutel}.{onderdeel}"
            self._ontleed[plek] = (sleutel, *ontleed(waarde))
        return self._ontleed[plek]

    # ---- one number -------------------------------------------------------------------------------------------------
    def getal(self, naam: str, standaard: float = NAN, d: str | None = None, onderdeel: str | None = None):
        sleutel, getal, _, _ = self.delen(naam, d, onderdeel)
        if sleutel in self.getrokken:
            return self.getrokken[sleutel]
        return standaard if getal is None else getal

    def aandelen(self, naam: str, standaard: list[float], d: str | None = None) -> list[float]:
        waarde = self.ruw(naam, d)
        return standaard if waarde is None else [midden(x) for x in waarde]

    def per_cohort(self, naam: str, c: int, standaard: float = NAN):
        """One year of a table such as eerdere_instroom_asiel {"2025": n}."""
        sleutel = f"{naam}.{c}"
        if sleutel in self.getrokken:
            return self.getrokken[sleutel]
        return (self.delen(naam)[3] or {}).get(c, standaard)

    # ---- per year, not indexed --------------------------------------------------------------------------------------
    def reeks(self, naam: str, j: int, standaard=NAN):
        """Year j of an input per year; one number is every year, a missing year is the standard."""
        sleutel, getal, _, rij = self.delen(naam)
        if f"{sleutel}.{j}" in self.getrokken:
            return self.getrokken[f"{sleutel}.{j}"]
        if getal is not None or (rij is None and sleutel in self.getrokken):
            return self.getrokken.get(sleutel, getal)
        return rij[j] if rij is not None and j in rij else standaard

    def instroom(self, d: str, j: int):
        waarde = self.reeks(f"instroom_{d}", j)
        if d == "asiel" and ontbreekt(waarde):
            helften = (self.invoer.get("taakstelling") or {}).get(str(j))
            if helften is not None:
                aandeel = self.getal("aandeel_inburgeringsplichtig", AANDEEL_INBURGERINGSPLICHTIG)
                return sum(midden(h) for h in helften) * aandeel * self.getal("realisatiegraad", 1.0)
        return waarde

    # ---- price levels -----------------------------------------------------------------------------------------------
    def groei(self, naam: str, y: int):
        """loonstijging, prijsstijging or spuk_index from y-1 to y; one number means every year from 2027."""
        sleutel, getal, _, rij = self.delen(naam)
        if f"{sleutel}.{y}" in self.getrokken:
            return self.getrokken[f"{sleutel}.{y}"]
        if y >= 2027 and (getal is not None or (sleutel in self.getrokken and rij is None)):
            return self.getrokken.get(sleutel, getal)
        if rij is not None and y in rij:
            return rij[y]
        return self.groei("prijsstijging", y) if naam == "spuk_index" else GROEI.get(y, 0.0)

    def index(self, soort: str, p: int, j: int):
        """index(p -> j): product of (1 + growth) over the years p+1 .. j; the inverse for j < p."""
        if soort == "geen" or p == j:
            return 1.0
        if (soort, p, j) not in self._index:
            if j < p:
                uitkomst = 1 / self.index(soort, j, p)
            else:
                uitkomst = self.index(soort, p, j - 1) * (1 + self.groei(f"{soort}stijging", j))
            self._index[soort, p, j] = uitkomst
        return self._index[soort, p, j]

    def bedrag(
        self, naam: str, j: int, soort: str, suggestie: float = NAN, d: str | None = None, route: str | None = None
    ):
        """Amount of year j. A row is in prices of its own years and continues after the horizon with the index."""
        sleutel, getal, peil, rij = self.delen(naam, d, route)
        y = min(j, self.E)
        if f"{sleutel}.{y}" in self.getrokken:
            return maal(self.index(soort, y, j), self.getrokken[f"{sleutel}.{y}"])
        if rij is not None and y in rij:
            return rij[y] * self.index(soort, y, j)
        if getal is None and not ontbreekt(suggestie):
            getal, peil = suggestie, PRIJSPEIL
        elif getal is None and (rij is not None or sleutel not in self.getrokken):
            return NAN
        return maal(self.index(soort, peil or self.S, j), self.getrokken.get(sleutel, getal))

    def bedrag_nominaal(self, naam: str, j: int):
        """An amount that follows no index and is 0 when blank."""
        return self.reeks(naam, j, 0.0)

    # ---- composed inputs --------------------------------------------------------------------------------------------
    def leerroutemix(self) -> dict:
        mix = (
            {r: self.getal("leerroutemix", NAN, onderdeel=r) for r in ROUTES}
            if "leerroutemix" in self.invoer
            else dict(LEERROUTEMIX)
        )
        z = self.getrokken.get("leerroutemix.Z")
        if z is not None:  # B1 and onderwijs keep their proportion
            b1, onderwijs = mix["B1"], mix["onderwijs"]
            rest = (1 - z) / (b1 + onderwijs) if b1 + onderwijs else 0.0
            mix = {"B1": b1 * rest, "Z": z, "onderwijs": onderwijs * rest}
        return mix

    def som_uren(self, naam: str, delen: list, d: str):
        """A sum of hours given directly, or from parts of which the blank ones count as 0 once one is filled."""
        direct = self.getal(naam, NAN, d)
        if not ontbreekt(direct):
            return direct
        gevuld = [x for x in delen if not ontbreekt(x)]
        return som(gevuld) if gevuld else NAN

    def uren_start(self, d: str):
        namen = ("uren_brede_intake", "uren_leerbaarheidstoets", "uren_pip", "uren_ontzorgen")
        return self.som_uren("uren_start", [self.getal(naam, NAN, d) for naam in namen], d)

    def uren_jaar(self, d: str, K):
        per_gesprek = self.getal("uren_per_gesprek", NAN, d)
        gesprekken = (
            NAN if ontbreekt(per_gesprek) else self.getal("gesprekken", GESPREKKEN[d], d) * per_gesprek / (K / 4)
        )
        delen = [gesprekken, self.getal("uren_afstemming", NAN, d), self.getal("uren_handhaving", NAN, d)]
        return self.som_uren("uren_jaar", delen, d)

    def pvt_map_tolk(self, d: str, j: int):
        eigen = self.bedrag("pvt_map_tolk", j, "prijs", NAN, d) if self.ruw("pvt_map_tolk", d) is not None else NAN
        if not ontbreekt(eigen):
            return eigen
        pvt, map_, tarief = (self.bedrag(naam, j, "prijs") for naam in ("pvt", "map", "tolktarief"))
        if ontbreekt(pvt) and ontbreekt(map_) and ontbreekt(tarief):
            return self.bedrag("pvt_map_tolk", j, "prijs", PVT_MAP_TOLK, d)
        tolkuren = self.getal("tolkuren", NAN, d)
        tolk = NAN if ontbreekt(tarief) or ontbreekt(tolkuren) else tolkuren * tarief
        gevuld = [x for x in (pvt, map_, tolk) if not ontbreekt(x)]
        return som(gevuld)

    def spuk_bedragen(self) -> dict:
        """spuk_a, spuk_b, spuk_c and spuk_gezin for S-1 .. E+2: own value, else the law, else derived (after 2026)."""
        reeks: dict = {naam: {} for naam in SPUK}
        a, _b, c, gezin = (reeks[naam] for naam in SPUK)
        for t in range(2022, self.E + 3):
            if t <= 2026:
                afgeleid = {naam: SPUK[naam][t] for naam in SPUK}
            else:
                stap = 1 + self.groei("spuk_index", t)
                afgeleid = {
                    "spuk_a": a[t - 1] * stap,
                    "spuk_b": 0.75 * a[t - 1] * stap,
                    "spuk_c": c[t - 1] * stap
                    if t == 2027
                    else 0.75 * a[t - 2] * (1 + self.groei("spuk_index", t - 1)) * stap,
                    "spuk_gezin": gezin[t - 1] * stap,
                }
            for naam in SPUK:
                reeks[naam][t] = self.reeks(naam, t, afgeleid[naam])
        return reeks

    def spuk_korting(self, j: int):
        return self.reeks("spuk_korting", j, 0.10 if "spuk_korting" in self.maatregelen and j >= 2028 else 0.0)

    def prestatiefactor(self, j: int):
        """1 + P x (q - 1)."""
        q = self.reeks("prestatie_verhouding", j, 1.0)
        if isinstance(q, float) and q == 1.0:
            return 1.0
        _, eigen, _, rij = self.delen("prestatie_aandeel")
        suggestie = self.getrokken.get("prestatie_aandeel", PRESTATIE_AANDEEL) if j >= 2026 else 0.0
        if eigen is None and rij is None:  # a draw of the suggestie does not reach back before 2026
            return 1 + self.getrokken.get(f"prestatie_aandeel.{j}", suggestie) * (q - 1)
        return 1 + self.reeks("prestatie_aandeel", j, suggestie) * (q - 1)

    def spuk_onderwijsroute(self, j: int):
        return self.reeks("spuk_onderwijsroute", j, 0.0) if 2026 <= j <= 2029 else 0.0
