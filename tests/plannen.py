"""Random but valid plans: every method, with and without capacity, ranges, aanloop, extension and ceilings."""

from __future__ import annotations

import random
from typing import Any

GROEPEN = ("asiel", "gezin")
Gegevens = dict[str, Any]


def willekeurig_plan(zaad: int, *, startjaar: int | None = None, horizon: int | None = None) -> Gegevens:
    """A plan as plain data; the same seed gives the same plan."""
    rng = random.Random(zaad)
    s = startjaar or rng.choice([2022, 2023, 2024, 2025, 2026, 2027, 2027, 2028, 2031])
    n = horizon or rng.choice([1, 2, 3, 5, 5, 5, 7])
    invoer: Gegevens = {}
    _Invoer(rng, s, n, invoer).vul()
    maatregelen = ["spuk_korting"] if rng.random() < 0.4 else []
    return {
        "formaat": "inburgeringsplan",
        "versie": 1,
        "gemeente": {"naam": f"Plan {zaad}"},
        "startjaar": s,
        "horizon": n,
        "invoer": invoer,
        "maatregelen": maatregelen,
    }


class _Invoer:
    def __init__(self, rng: random.Random, s: int, n: int, invoer: Gegevens) -> None:
        self.rng, self.s, self.n, self.invoer = rng, s, n, invoer
        self.jaren = range(s, s + n)

    def kans(self, p: float) -> bool:
        return self.rng.random() < p

    def getal(self, laag: float, hoog: float, decimalen: int = 2) -> float:
        return round(self.rng.uniform(laag, hoog), decimalen)

    def punt(self, laag: float, hoog: float, decimalen: int = 2) -> Any:
        """A number, or now and then a range, with or without an expectation."""
        if not self.kans(0.2):
            return self.getal(laag, hoog, decimalen)
        a, m, b = sorted(self.getal(laag, hoog, decimalen) for _ in range(3))
        tekst = f"{a} tot {b}" + (f", verwacht {m}" if self.kans(0.5) else "")
        return tekst.replace(".", ",")

    def rij(self, laag: float, hoog: float, jaren: range | None = None, vol: float = 0.8) -> Any:
        gekozen = [j for j in jaren or self.jaren if self.kans(vol)] or [(jaren or self.jaren)[0]]
        return {str(j): self.punt(laag, hoog) for j in gekozen}

    def bedrag(self, laag: float, hoog: float) -> Any:
        soort = self.rng.choice(["getal", "getal", "rij", "peil"])
        if soort == "rij":
            return self.rij(laag, hoog)
        if soort == "peil":
            return {"bedrag": self.punt(laag, hoog), "prijspeil": self.rng.randint(2020, 2030)}
        return self.punt(laag, hoog)

    def zet(self, naam: str, p: float, waarde: Any) -> None:
        if self.kans(p):
            self.invoer[naam] = waarde

    def groepen(self, naam: str, p: float, maak: Any) -> None:
        """For both, for one or for each group."""
        for achter in self.rng.choice([("",), ("_asiel",), ("_gezin",), ("_asiel", "_gezin"), ("", "_gezin")]):
            self.zet(naam + achter, p, maak())

    def aandelen(self, aantal: int) -> list[float]:
        ruw = [self.rng.random() + 0.05 for _ in range(aantal)]
        delen = [round(x / sum(ruw), 4) for x in ruw]
        return [*delen[:-1], round(1 - sum(delen[:-1]), 4)]

    def vul(self) -> None:
        self.mensen()
        self.uitvoering()
        self.keuzes()
        self.spuk()
        self.voorzieningen()
        self.prijzen_en_inkoop()

    def mensen(self) -> None:
        for d in GROEPEN:
            hoog = self.rng.choice([0, 12, 60])
            vol = {str(j): self.punt(0, hoog, 1) for j in self.jaren}
            instroom = self.rng.choice([vol, vol, vol, self.rij(0, hoog), self.getal(0, hoog, 1)])
            self.zet(f"instroom_{d}", 0.92, instroom)
            self.zet(f"begeleiding_start_{d}", 0.7, self.punt(0, 90, 1))
            self.zet(f"wachtlijst_start_{d}", 0.6, self.punt(0, 40, 1))
            jaren = [j for j in range(self.s - 4, self.s) if j >= 2022 and self.kans(0.7)]
            if jaren:
                self.zet(f"eerdere_instroom_{d}", 0.8, {str(j): self.getal(0, 40, 1) for j in jaren})
        if self.kans(0.3):
            jaren_ = [j for j in self.jaren if self.kans(0.8)] or [self.s]
            self.invoer["taakstelling"] = {str(j): [self.rng.randint(0, 30), self.rng.randint(0, 30)] for j in jaren_}
        self.zet("aandeel_inburgeringsplichtig", 0.3, self.punt(0.5, 1))
        self.zet("realisatiegraad", 0.3, self.punt(0.5, 1.2))
        self.groepen("kwartaalverdeling", 0.3, lambda: self.aandelen(4))
        self.groepen("aanloop", 0.5, lambda: self.rng.choice([0, 1, 2, 3, 4, 1.5, 0.4, "1 tot 3"]))
        self.groepen("begeleidingsduur", 0.5, lambda: self.rng.choice([1, 2, 6, 8, 11.5, 12, 14, 17, "10 tot 15"]))
        self.zet("gewicht_gezin", 0.3, self.punt(0.3, 1))
        self.zet("aandeel_jong", 0.4, self.punt(0, 0.6))
        self.zet("extra_begeleiding_jong", 0.4, self.punt(0, 0.8))
        self.groepen("besparing_participatiewet", 0.3, lambda: self.punt(0, 0.3))

    def uitvoering(self) -> None:
        self.zet("methode", 0.8, self.rng.choice(["landelijk", "caseload", "caseload", "uren"]))
        self.zet("caseload", 0.8, self.punt(25, 80))
        self.zet("loonkosten_fte", 0.85, self.bedrag(70000, 120000))
        self.zet("productieve_uren", 0.85, self.punt(1200, 1500))
        self.zet("inhuuraandeel", 0.6, self.rng.choice([0, 1, 0.25, self.rij(0, 1)]))
        self.zet("inhuurtarief", 0.8, self.bedrag(65, 120))
        if self.kans(0.5):
            laag, hoog = self.rng.choice([(0, 0.6), (0.5, 3)])
            fte = {str(j): self.punt(laag, hoog) for j in self.jaren}
            self.invoer["fte_beschikbaar"] = self.rng.choice([fte, self.getal(laag, hoog)])
        self.zet("kengetal_persoonsjaar", 0.3, self.bedrag(1500, 2600))
        self.zet("kengetal_wachtende", 0.3, self.bedrag(1500, 2600))
        for naam in ("uren_brede_intake", "uren_leerbaarheidstoets", "uren_pip", "uren_ontzorgen"):
            self.groepen(naam, 0.5, lambda: self.punt(0, 12))
        self.groepen("uren_start", 0.3, lambda: self.punt(5, 30))
        self.groepen("uren_jaar", 0.3, lambda: self.punt(5, 30))
        for naam in ("uren_per_gesprek", "uren_afstemming", "uren_handhaving"):
            self.groepen(naam, 0.5, lambda: self.punt(0, 5))
        self.groepen("gesprekken", 0.3, lambda: self.punt(2, 12))

    def keuzes(self) -> None:
        for deelname, bedrag in (
            ("deelname_startklas", "kosten_startklas"),
            ("deelname_reiskosten", "bedrag_reiskosten"),
            ("deelname_kinderopvang", "eigen_bijdrage_kinderopvang"),
        ):
            if self.kans(0.5):
                self.groepen(deelname, 0.8, lambda: self.punt(0, 1))
                self.invoer[bedrag] = {"bedrag": self.getal(100, 2000), "prijspeil": 2025}
                if self.kans(0.6):
                    self.invoer[bedrag] = self.punt(100, 2000)
        self.zet("algemene_kosten_bedrag", 0.3, self.bedrag(0, 90000))
        self.zet("aandeel_algemeen", 0.3, self.punt(0, 0.5))
        for naam in ("bijdrage_samenwerking", "incidentele_kosten", "overige_baten"):
            self.zet(naam, 0.4, self.rng.choice([self.rij(0, 30000), self.punt(0, 30000)]))
        self.zet("gemeentefonds_structureel", 0.85, self.rng.choice([self.rij(0, 3e5), self.punt(0, 3e5)]))
        self.zet("gemeentefonds_incidenteel", 0.4, self.rng.choice([self.rij(0, 9e4), self.punt(0, 9e4)]))

    def spuk(self) -> None:
        budget = range(max(2022, self.s - 4), self.s + self.n + 2)
        for naam, hoog in (("spuk_a", 9500), ("spuk_b", 5000), ("spuk_c", 5000), ("spuk_gezin", 800)):
            self.zet(naam, 0.2, self.rng.choice([self.rij(0, hoog, budget, 0.4), self.getal(0, hoog)]))
        vanaf_vorig = range(self.s - 1, self.s + self.n)
        self.zet("spuk_onderwijsroute", 0.3, self.rng.choice([self.rij(0, 6000, vanaf_vorig), self.punt(0, 6000)]))
        self.zet("spuk_korting", 0.3, self.rng.choice([self.rij(0, 0.3, vanaf_vorig), self.punt(0, 0.3)]))
        self.zet("prestatie_verhouding", 0.4, self.rng.choice([self.rij(0, 2, vanaf_vorig), self.punt(0, 2)]))
        self.zet("prestatie_aandeel", 0.3, self.rng.choice([self.rij(0, 0.06, vanaf_vorig), self.punt(0, 0.06)]))
        self.zet("stand_start", 0.5, self.punt(-2e5, 4e5))
        self.zet("reservering_a", 0.2, self.punt(0, 1))
        self.zet("reservering_b", 0.3, self.punt(0, 1))
        self.zet("spuk_vorig_jaar", 0.3, self.punt(0, 4e5))
        self.zet("spuk_voorlopig", 0.4, self.rng.choice([self.rij(0, 4e5, vanaf_vorig), self.punt(0, 4e5)]))

    def voorzieningen(self) -> None:
        if self.kans(0.3):
            b1, z, o = self.aandelen(3)
            self.invoer["leerroutemix"] = {"B1": b1, "Z": z, "onderwijs": o}
        if self.kans(0.4):
            routes = [r for r in ("B1", "Z", "onderwijs") if self.kans(0.7)] or ["Z"]
            self.invoer["trajectprijs"] = {r: self.bedrag(8000, 18000) for r in routes}
        self.zet("betaalritme", 0.4, self.aandelen(self.rng.choice([3, 4, 5])))
        self.zet("maatschappelijke_begeleiding", 0.3, self.bedrag(1000, 3000))
        self.groepen("pvt_map_tolk", 0.2, lambda: self.bedrag(500, 2000))
        self.zet("pvt", 0.25, self.bedrag(100, 600))
        self.zet("map", 0.25, self.bedrag(100, 900))
        self.groepen("tolkuren", 0.3, lambda: self.punt(0, 9))
        self.zet("tolktarief", 0.25, self.bedrag(50, 100))
        jaren = [j for j in range(self.s - 4, self.s) if j >= 2022 and self.kans(0.5)]
        if jaren:
            self.zet("eerder_gestart_asiel", 0.3, {str(j): self.getal(0, 30, 1) for j in jaren})

    def prijzen_en_inkoop(self) -> None:
        prijsjaren = range(2023, self.s + self.n + 4)
        for naam in ("loonstijging", "prijsstijging", "spuk_index"):
            self.zet(naam, 0.5, self.rng.choice([self.rij(-0.01, 0.06, prijsjaren, 0.5), self.punt(-0.01, 0.06, 4)]))
        if self.kans(0.6):
            self.invoer["contract_start"] = self.rng.randint(max(2022, self.s - 1), self.s + self.n)
            self.zet("contract_jaren", 0.85, self.rng.randint(1, 4))
            self.zet("optie_jaren", 0.5, self.rng.randint(0, 3))
        self.zet("prijsopslag_aanbesteding", 0.4, self.punt(0, 0.3))
        if self.kans(0.4):
            self.invoer["groepsgrootte"] = {r: self.punt(5, 15) for r in ("B1", "Z", "onderwijs") if self.kans(0.7)}
            if not self.invoer["groepsgrootte"]:
                del self.invoer["groepsgrootte"]
