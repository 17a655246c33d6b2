"""What each chart says: its message, its series, the figures of its table and its text in words. Drawing is elsewhere.

The same content serves the screen, a picture and a reader who sees neither: a chart without a figure in it is not made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from core.duiding.instroomvarianten import TEKORTEN, Instroomvarianten
from core.duiding.ritme import Ritme
from core.duiding.wachten import Wachtlijst
from core.duiding.zinnen import NIETS, opsomming
from core.getallen import toon, toon_euro
from core.regels import Uitkomst, model
from core.rekenkunde.uitdrukking import Sleutel

Id = tuple[str, Sleutel]


class Soort(Enum):
    """How series are drawn."""

    LIJN = "lijn"
    STAPEL = "stapel"
    STAAF = "staaf"


@dataclass(frozen=True)
class Reeks:
    """One series: what it is called beside its line, and its values by year (None where not known)."""

    label: str
    waarden: tuple[float | None, ...]

    @property
    def laatste(self) -> float | None:
        """The last value that is known."""
        return next((w for w in reversed(self.waarden) if w is not None), None)


@dataclass(frozen=True)
class Grafiek:
    """A chart of one subject over the plan years, ready to be drawn or read.

    `titel` is the message; `figuren` are the rows of the table beneath it; `grens` is a line at a norm.
    """

    naam: str
    kop: str
    titel: str
    soort: Soort
    eenheid: str
    jaren: tuple[int, ...]
    reeksen: tuple[Reeks, ...]
    figuren: tuple[Id, ...]
    grens: tuple[str, float] | None = None
    kwartalen: tuple[str, ...] = ()
    """What the series go along where that is not the years."""

    @property
    def momenten(self) -> tuple[str, ...]:
        """What stands along the axis."""
        return self.kwartalen or tuple(map(str, self.jaren))

    @property
    def in_woorden(self) -> str:
        """The chart for who cannot see it: message, then every series with every value."""
        regels = [f"{self.titel}."]
        for reeks in self.reeksen:
            waarden = [f"{m} {_woord(w, self.eenheid)}" for m, w in zip(self.momenten, reeks.waarden, strict=True)]
            regels.append(f"{reeks.label}: {', '.join(waarden)}.")
        return " ".join(regels)


def grafieken(uitkomst: Uitkomst) -> list[Grafiek]:
    """All charts for which there is something to show, in the order of the work."""
    return [g for maak in (_tekort, _kosten, _fte, _wachten, _spuk, _inkoop) for g in maak(uitkomst)]


def toon_waarde(waarde: float, eenheid: str) -> str:
    """A value as it stands in a chart or table: euro without cents, the rest with one decimal."""
    return toon_euro(waarde) if eenheid.startswith("euro") else toon(waarde, 1)


def _woord(waarde: float | None, eenheid: str) -> str:
    return "onbekend" if waarde is None else toon_waarde(waarde, eenheid)


# --- the charts --------------------------------------------------------------------------------------------


def _tekort(u: Uitkomst) -> Iterator[Grafiek]:
    namen = {
        "tekort_structureel": "structureel",
        "tekort_totaal": "alle middelen",
        "tekort_met_wachtlijst": "met wachtlijst",
    }
    reeksen = {naam: label for naam, label in namen.items() if u.reeks(naam)}
    figuren = ("uitvoeringskosten", "gemeentefonds_structureel", "gemeentefonds_incidenteel", *namen)
    if "tekort_structureel" in reeksen:
        titel = _loop(u, "Tekort structureel", "tekort_structureel", _tekortwoord)
        yield _maak(u, "tekort", "Tekort op de uitvoering", titel, Soort.LIJN, reeksen, figuren)


def _kosten(u: Uitkomst) -> Iterator[Grafiek]:
    delen = (
        "consulentkosten",
        "startklas",
        "reiskosten",
        "kinderopvang",
        "algemeen",
        "bijdrage_samenwerking",
        "incidentele_kosten",
    )
    totaal = u.reeks("uitvoeringskosten")
    if not totaal:
        return
    som = {naam: sum(u.reeks(naam).values()) for naam in delen}
    gevuld = {naam: model()[naam, ()].label for naam in sorted(delen, key=lambda naam: -som[naam]) if som[naam]}
    titel = _loop(u, "Uitvoeringskosten", "uitvoeringskosten", toon_euro, meervoud=True)
    figuren = (*delen, "uitvoeringskosten", "kosten_per_persoonsjaar")
    yield _maak(u, "kosten", "Uitvoeringskosten", titel, Soort.STAPEL, gevuld, figuren)


def _fte(u: Uitkomst) -> Iterator[Grafiek]:
    namen = {"fte_nodig": "nodig", "fte_ingezet": "ingezet"}
    reeksen = {naam: label for naam, label in namen.items() if u.reeks(naam)}
    nodig, ingezet = u.reeks("fte_nodig"), u.reeks("fte_ingezet")
    if nodig:
        jaar = max(nodig, key=lambda j: nodig[j])
        titel = f"In {jaar} is {toon(nodig[jaar], 1)} fte nodig"
        titel += f" en {toon(ingezet[jaar], 1)} fte ingezet" if jaar in ingezet else ""
        yield _maak(u, "fte", "Fte van consulenten", titel, Soort.LIJN, reeksen, (*namen, "fte_bezet", "werkdruk"))


def _wachten(u: Uitkomst) -> Iterator[Grafiek]:
    groepen = {"asiel": "asielstatushouders", "gezin": "gezins- en overige migranten"}
    gevuld = {g: label for g, label in groepen.items() if u.reeks("wachtweken", g)}
    if not gevuld:
        return
    norm = u.waarde("pip_norm")
    langst = max((w, j) for g in gevuld for j, w in u.reeks("wachtweken", g).items())
    weken = toon(langst[0], 0)
    titel = f"Langste wachttijd is {weken} {'week' if weken == '1' else 'weken'}, in {langst[1]}"
    if weken == "0":
        titel = "Niemand wacht"
    figuren = tuple((naam, (g,)) for naam in ("wachtweken", "wachtend") for g in groepen)
    reeksen = tuple(Reeks(label, _waarden(u, ("wachtweken", (g,)))) for g, label in gevuld.items())
    grens = ("norm voor het PIP", norm) if norm is not None else None
    jaren = tuple(u.tijdas.planjaren)
    yield Grafiek("wachten", "Wachttijd en wachtlijst", titel, Soort.LIJN, "weken", jaren, reeksen, figuren, grens)


def _spuk(u: Uitkomst) -> Iterator[Grafiek]:
    namen = {"spuk_baten": "SPUK", "voorzieningenkosten": "kosten van voorzieningen", "reserve": "reserve"}
    reeksen = {naam: label for naam, label in namen.items() if u.reeks(naam)}
    if u.reeks("spuk_saldo"):
        titel = _loop(u, "Saldo van de SPUK", "spuk_saldo", lambda w: _tekortwoord(-w))
        figuren = (*namen, "spuk_saldo", "doorgeschoven", "terugbetaling", "spuk_kas")
        yield _maak(u, "spuk", "SPUK en voorzieningen", titel, Soort.STAAF, reeksen, figuren)


def _inkoop(u: Uitkomst) -> Iterator[Grafiek]:
    namen = {"inkoop_spuk": "uit de SPUK", "inkoop_gemeentefonds": "uit het Gemeentefonds"}
    if u.reeks("inkoopbudget"):
        titel = _loop(u, "Inkoopbudget over beide potten", "inkoopbudget", toon_euro)
        yield _maak(u, "inkoop", "Inkoopbudget", titel, Soort.STAPEL, namen, (*namen, "inkoopbudget", "inhuur"))


# --- charts of a reading -----------------------------------------------------------------------------------


def wachtlijst_in_beeld(lijst: Wachtlijst) -> Grafiek | None:
    """The waiting list as stock and flow, quarter by quarter; None where nothing is known."""
    if not lijst.standen:
        return None
    eerste, laatste = lijst.standen[0], lijst.standen[-1]
    begin, eind = (toon(w, 0) for w in (eerste.begin, laatste.eind))
    titel = f"De wachtlijst gaat van {begin} naar {eind} mensen eind {laatste.naam[:4]}"
    if begin == eind:
        titel = f"De wachtlijst is {eind} mensen, aan het begin en eind {laatste.naam[:4]}"
    if all(toon(s.eind, 0) == "0" for s in lijst.standen) and begin == "0":
        titel = "Niemand wacht"
    reeksen = (
        Reeks("wacht aan het eind", tuple(s.eind for s in lijst.standen)),
        Reeks("komt erbij", tuple(s.erbij for s in lijst.standen)),
        Reeks("begint met begeleiding", tuple(s.gestart for s in lijst.standen)),
    )
    namen = tuple(s.naam for s in lijst.standen)
    return Grafiek(
        "wachtlijst", "De wachtlijst per kwartaal", titel, Soort.LIJN, "mensen", (), reeksen, (), None, namen
    )


def instroom_in_beeld(lezing: Instroomvarianten) -> Grafiek | None:
    """The tekort with the waiting list (else the structural one) at each level of inflow; None where not known."""
    for naam in reversed(TEKORTEN):
        reeksen = [v.tekorten[naam] for v in lezing.varianten]
        bekend = set.intersection(*(set(r) for r in reeksen)) if reeksen else set()
        if bekend:
            return _instroom(lezing, naam, reeksen, max(bekend))
    return None


def _instroom(lezing: Instroomvarianten, naam: str, reeksen: list[dict[int, float]], jaar: int) -> Grafiek:
    label = model()[naam, ()].label
    laag, hoog = (_tekortwoord(r[jaar]) for r in (reeksen[0], reeksen[-1]))
    titel = f"{label} in {jaar}: {laag} bij lage en {hoog} bij hoge instroom"
    jaren = tuple(lezing.varianten[0].uitkomst.tijdas.planjaren)
    delen = (Reeks(v.naam, tuple(r.get(j) for j in jaren)) for v, r in zip(lezing.varianten, reeksen, strict=True))
    kop = "Lage, midden en hoge instroom"
    return Grafiek("instroomvarianten", kop, titel, Soort.LIJN, "euro", jaren, tuple(delen), ())


def ritme_in_beeld(ritme: Ritme) -> Grafiek | None:
    """What the SPUK brings beside what it would bring in the new rhythm; None where no year is known."""
    if not ritme.jaren:
        return None
    geraakt = [j for j in ritme.jaren if abs(j.dip) >= NIETS]
    titel = "De SPUK volgt het nieuwe ritme"
    if geraakt:
        hoe = "minder" if ritme.dip > 0 else "meer"
        titel = (
            f"In {opsomming(str(j.jaar) for j in geraakt)} ontvangt u {toon_euro(abs(ritme.dip))} {hoe} "
            "dan in het nieuwe ritme"
        )
    reeksen = [
        Reeks("zoals u het krijgt", tuple(j.baten for j in ritme.jaren)),
        Reeks("in het nieuwe ritme", tuple(j.baten + j.dip for j in ritme.jaren)),
    ]
    if any(j.stand is not None for j in ritme.jaren):
        reeksen.append(Reeks("reserve aan het eind van het jaar", tuple(j.stand for j in ritme.jaren)))
    jaren = tuple(j.jaar for j in ritme.jaren)
    return Grafiek("ritme", "Het ritme van de SPUK", titel, Soort.STAAF, "euro", jaren, tuple(reeksen), ())


# --- parts -------------------------------------------------------------------------------------------------


def _maak(
    u: Uitkomst, naam: str, kop: str, titel: str, soort: Soort, reeksen: dict[str, str], figuren: tuple[str, ...]
) -> Grafiek:
    delen = tuple(Reeks(label, _waarden(u, (r, ()))) for r, label in reeksen.items())
    eenheid = model()[next(iter(reeksen)), ()].eenheid.naam
    return Grafiek(naam, kop, titel, soort, eenheid, tuple(u.tijdas.planjaren), delen, tuple((f, ()) for f in figuren))


def _waarden(u: Uitkomst, id_: Id) -> tuple[float | None, ...]:
    naam, sleutel = id_
    return tuple(u.waarde(naam, *sleutel, moment=j) for j in u.tijdas.planjaren)


def _tekortwoord(bedrag: float) -> str:
    if toon(abs(bedrag), 0) == "0":
        return toon_euro(0)
    return f"{toon_euro(abs(bedrag))} {'tekort' if bedrag > 0 else 'overschot'}"


def _loop(u: Uitkomst, wat: str, naam: str, woorden: Callable[[float], str], *, meervoud: bool = False) -> str:
    """How a figure moves over the years, from the first year that is known to the last."""
    reeks = u.reeks(naam)
    eerste, laatste = min(reeks), max(reeks)
    begin, eind = woorden(reeks[eerste]), woorden(reeks[laatste])
    zijn, gaan = ("zijn", "gaan") if meervoud else ("is", "gaat")
    if eerste == laatste:
        return f"{wat} {zijn} {begin} in {eerste}"
    if begin == eind:
        return f"{wat} {zijn} {begin} in {eerste} en in {laatste}"
    return f"{wat} {gaan} van {begin} in {eerste} naar {eind} in {laatste}"
