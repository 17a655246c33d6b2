"""The program tests itself on the machine where it runs: known cases, files, pages, charts.

Every check compares what it makes with what is known. An exception, also one that Qt would swallow, is a failure.
The known figures in `resources/zelftest` come from an implementation that shares nothing with this program
(`tests/onafhankelijk`).
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core import VERSIE

if TYPE_CHECKING:
    from core.plan import Plan

BRONNEN = Path(__file__).resolve().parents[1] / "resources"
BIBLIOTHEKEN = {
    "PySide6.QtWidgets": "PySide6-Essentials",
    "matplotlib": "matplotlib",
    "numpy": "numpy",
    "openpyxl": "openpyxl",
    "xlsxwriter": "XlsxWriter",
}
"""What the program cannot do without: the module and the package it comes from."""
MARGE = 1e-5
"""Of a figure; known figures are kept in six decimals. A cent is a thousand times as much."""
NAAM = "Súdwest-Fryslân – ’t Bildt €"
PADLENGTE = 180
"""Characters of a deep path that Windows opens without long paths being switched on (260), with room to spare."""
TREKKINGEN = 200
KERN = ("jaar.tekort_totaal.", "jaar.uitvoeringskosten.", "jaar.spuk_saldo.", "jaar.terugbetaling.", "slot.")
"""Of a scenario; of the base every figure is compared."""

Cijfers = dict[str, Any]
Getallen = dict[str, float]


class Afwijking(Exception):
    """What was made is not what is known."""


@dataclass
class Controle:
    """The outcome of one check; `cijfers` is what it made, for comparison with another machine."""

    naam: str
    goed: bool
    uitleg: str = ""
    seconden: float = 0.0
    cijfers: Cijfers = field(default_factory=dict)


def zelftest(naar: Path | None = None) -> int:
    """Run every check, say how each went, and write it all as JSON; returns the exit code, 0 when all is well."""
    uitslag = voer_uit()
    for c in uitslag:
        print(f"{'goed' if c.goed else 'NIET GOED'}  {c.naam}{': ' if c.uitleg else ''}{c.uitleg}")
    goed = all(c.goed for c in uitslag)
    print("De zelftest is geslaagd." if goed else "De zelftest is niet geslaagd. Installeer het programma opnieuw.")
    if naar is not None:
        from core.planbestand import bewaar

        tekst = json.dumps(_verslag(uitslag, goed), ensure_ascii=False, indent=1, allow_nan=False)
        bewaar(naar, f"{tekst}\n".encode())
    return 0 if goed else 1


def voer_uit() -> list[Controle]:
    """Every check, in order; none stops the next."""
    gemist: list[str] = []
    gewoon = sys.excepthook
    sys.excepthook = lambda soort, fout, spoor: gemist.append(f"{soort.__name__}: {fout}")
    try:
        uitslag = [_controleer(naam, doe) for naam, doe in CONTROLES.items()]
    finally:
        sys.excepthook = gewoon
    return [*uitslag, Controle("geen verborgen storing", not gemist, "; ".join(gemist))]


def _controleer(naam: str, doe: Callable[[], Cijfers]) -> Controle:
    begin = time.perf_counter()
    try:
        uitkomst = Controle(naam, True, cijfers=doe())
    except Exception as fout:  # whatever goes wrong is what this test is for
        uitkomst = Controle(naam, False, str(fout) if isinstance(fout, Afwijking) else f"{type(fout).__name__}: {fout}")
    uitkomst.seconden = round(time.perf_counter() - begin, 3)
    return uitkomst


def _verslag(uitslag: list[Controle], goed: bool) -> dict[str, Any]:
    return {
        "goed": goed,
        "programma": VERSIE,
        "bevroren": bool(getattr(sys, "frozen", False)),
        "systeem": platform.platform(),
        "versies": {"python": platform.python_version()} | {p: _versie(p) for p in BIBLIOTHEKEN.values()},
        "controles": [asdict(c) for c in uitslag],
    }


def _versie(pakket: str) -> str:
    try:
        return version(pakket)
    except PackageNotFoundError:
        return "onbekend"


def _eis(voorwaarde: bool, uitleg: str) -> None:
    if not voorwaarde:
        raise Afwijking(uitleg)


# --- parts of the program ----------------------------------------------------------------------------------


def _bibliotheken() -> Cijfers:
    for module in BIBLIOTHEKEN:
        importlib.import_module(module)
    return {"aantal": len(BIBLIOTHEKEN)}


def bestanden() -> list[str]:
    """Every file that the program reads, relative to its resources."""
    namen = (pad.relative_to(BRONNEN).as_posix() for pad in BRONNEN.rglob("[!.]*") if pad.is_file())
    return sorted(naam for naam in namen if not naam.endswith((".py", ".pyc")))


def _bronbestanden() -> Cijfers:
    verwacht = _bekend("bestanden")
    ontbreekt = sorted(set(verwacht) - set(bestanden()))
    _eis(not ontbreekt, f"Deze bestanden ontbreken: {', '.join(ontbreekt)}.")
    leeg = [naam for naam in verwacht if not (BRONNEN / naam).stat().st_size]
    _eis(not leeg, f"Deze bestanden zijn leeg: {', '.join(leeg)}.")
    return {"aantal": len(verwacht)}


def _bekend(naam: str) -> Any:
    return json.loads((BRONNEN / "zelftest" / f"{naam}.json").read_text(encoding="utf-8"))


# --- figures -----------------------------------------------------------------------------------------------


def plat(boom: dict[str, Any], vooraf: str = "") -> Iterator[tuple[str, float]]:
    """The numbers of an outcome by their full name: `jaar.tekort_totaal.2027`."""
    for naam, waarde in boom.items():
        if isinstance(waarde, dict):
            yield from plat(waarde, f"{vooraf}{naam}.")
        elif isinstance(waarde, int | float):
            yield f"{vooraf}{naam}", waarde


def figuren(uitkomst: dict[str, Any], *, kern: bool = False) -> Getallen:
    """All figures of an outcome, or (`kern`) the ones that everything else comes together in; in six decimals."""
    gekozen = {deel: uitkomst[deel] for deel in ("jaar", "kwartaal", "inkoop", "slot")}
    return {naam: round(waarde, 6) for naam, waarde in plat(gekozen) if not kern or naam.startswith(KERN)}


def _plan(pad: Path) -> Plan:
    from core.catalogus import standaardcatalogus
    from core.planbestand import lees

    plan, bevindingen = lees(pad, standaardcatalogus())
    if plan is None:
        raise Afwijking("; ".join(str(b) for b in bevindingen))
    return plan


def _voorbeeldplan() -> Plan:
    return _plan(BRONNEN / "voorbeelden" / "gemeente-voorbeeld.inburgeringsplan")


def _bekende_gevallen() -> Cijfers:
    from core.regels import bereken

    cijfers: Cijfers = {}
    for geval, verwacht in _bekend("voorbeelden").items():
        plan = _plan(BRONNEN / "voorbeelden" / f"{geval}.inburgeringsplan")
        for naam, getallen in verwacht.items():
            hier = figuren(bereken(plan.voor(naam) if naam else plan).als_gegevens([]), kern=bool(naam))
            _vergelijk(hier, getallen, " ".join((geval, naam)).strip())
            cijfers[f"{geval}, {naam or 'basis'}"] = hier
    return cijfers


def _vergelijk(hier: Getallen, verwacht: Getallen, wat: str) -> None:
    anders = sorted(hier.keys() ^ verwacht.keys())
    _eis(not anders, f"{wat}: deze cijfers zijn er maar één keer: {', '.join(anders[:5])}.")
    for naam, waarde in verwacht.items():
        _eis(abs(hier[naam] - waarde) <= MARGE, f"{wat}: {naam} is {hier[naam]} en moet {waarde} zijn.")


def _landelijke_toets() -> Cijfers:
    from core.catalogus import standaardcatalogus
    from core.duiding.toets import landelijke_toets

    toetsen = landelijke_toets(standaardcatalogus())
    for t in toetsen:
        _eis(t.klopt, f"{t.naam} klopt niet: {t.model_tekst} tegenover {t.gepubliceerd_tekst}.")
    cijfers = {f"{t.naam}, {n}": round(x, 6) for t in toetsen for n, x in zip(t.onderdelen, t.model, strict=True)}
    _vergelijk(cijfers, _bekend("toets"), "Landelijke toets")
    return cijfers


def _onzekerheid() -> Cijfers:
    from core.catalogus import standaardcatalogus
    from core.duiding.onzekerheid import banden, trek

    plan = _voorbeeldplan()
    plekken = [(("tekort_totaal", ()), jaar) for jaar in range(plan.startjaar, plan.startjaar + plan.horizon)]
    eerste, tweede = (
        banden(trek(plan, standaardcatalogus(), TREKKINGEN, zaad=7, figuren=["tekort_totaal"]), plekken)
        for _ in range(2)
    )
    _eis(eerste == tweede, "Twee keer trekken met hetzelfde begin geeft niet hetzelfde.")
    _eis(set(eerste) == set(plekken), "Er is niet voor elk jaar een band.")
    for (_, jaar), band in eerste.items():
        _eis(band.p10 < band.p50 < band.p90, f"De band van {jaar} heeft geen breedte: {band}.")
    return {str(jaar): {"p10": b.p10, "p50": b.p50, "p90": b.p90} for (_, jaar), b in eerste.items()}


# --- files -------------------------------------------------------------------------------------------------


def _diepe_map(begin: Path) -> Path:
    diep = begin / NAAM
    while len(str(diep)) + len(NAAM) + 1 < PADLENGTE - 40:
        diep /= NAAM
    diep.mkdir(parents=True)
    return diep


def _bestanden_heen_en_terug() -> Cijfers:
    from core.catalogus import standaardcatalogus
    from core.planbestand import schrijf
    from core.regels import bereken
    from core.werkboek import lees_werkboek, schrijf_werkboek

    plan = _voorbeeldplan()
    uitkomst = bereken(plan)
    with tempfile.TemporaryDirectory(prefix="zelftest-") as tijdelijk:
        diep = _diepe_map(Path(tijdelijk))
        planbestand, boek = diep / f"{NAAM}.inburgeringsplan", diep / f"{NAAM}.xlsx"
        schrijf(planbestand, plan)
        _eis(_plan(planbestand) == plan, "Het plan is na bewaren en openen niet hetzelfde plan.")
        schrijf_werkboek(boek, uitkomst, [])
        terug, bevindingen = lees_werkboek(boek, standaardcatalogus())
        if terug is None:
            raise Afwijking("Het werkboek is niet te lezen: " + "; ".join(str(b) for b in bevindingen))
        cijfers = figuren(bereken(terug).als_gegevens([]))
        _vergelijk(cijfers, figuren(uitkomst.als_gegevens([])), "Werkboek")
        namen = sorted(pad.name for pad in diep.iterdir())
        _eis(namen == sorted((planbestand.name, boek.name)), f"In de map staat iets anders: {', '.join(namen)}.")
    return cijfers


# --- screen ------------------------------------------------------------------------------------------------


def _vensters() -> Cijfers:
    from PySide6.QtWidgets import QApplication

    from core.plan import als_gegevens
    from core.regels import bereken
    from desktop.stappen import STAPPEN
    from desktop.venster import Hoofdvenster, maak_toepassing

    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    maak_toepassing()
    venster, plan = None, _voorbeeldplan()
    try:
        from desktop.document import Document

        venster = Hoofdvenster(Document())
        venster.show()
        venster.maak_af()
        venster.document.begin(als_gegevens(plan), None)
        uitkomst = venster.document.uitkomst
        _eis(uitkomst is not None, "Het venster heeft geen uitkomst.")
        cijfers: Cijfers = {"uitkomst": figuren(uitkomst.als_gegevens([])) if uitkomst else {}}
        _vergelijk(cijfers["uitkomst"], figuren(bereken(plan).als_gegevens([])), "Venster")
        for stap in STAPPEN:
            pagina = venster.toon_pagina(stap.naam)
            QApplication.processEvents()
            _eis(pagina.isVisible(), f"De pagina {stap.titel} is niet te zien.")
            kleuren = _kleuren(pagina)
            _eis(kleuren > 2, f"De pagina {stap.titel} is leeg: {kleuren} kleuren.")
        cijfers["paginas"] = len(STAPPEN)
        return cijfers
    finally:
        if venster is not None:
            venster.document.stapel.setClean()
            venster.close()
            venster.deleteLater()


def _kleuren(pagina: Any) -> int:
    """The number of colours in the picture of a page, sampled."""
    beeld = pagina.grab().toImage()
    return len({beeld.pixel(x, y) for y in range(0, beeld.height(), 2) for x in range(0, beeld.width(), 3)})


def _nederlandse_knoppen() -> Cijfers:
    from PySide6.QtCore import QCoreApplication, QLibraryInfo

    from desktop.venster import maak_toepassing

    maak_toepassing()
    map_ = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _eis((map_ / "qtbase_nl.qm").is_file(), f"De Nederlandse vertaling qtbase_nl ontbreekt in {map_.name}.")
    woord = QCoreApplication.translate("QPlatformTheme", "Cancel")
    _eis(woord == "Annuleren", f"De knop Annuleren heet nu {woord}.")
    return {}


def _grafiek() -> Cijfers:
    """Three bars of 1, 2 and 3 high: their painted surfaces must be as 1 to 2 to 3."""
    import io

    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    kleuren = ("#ff0000", "#00ff00", "#0000ff")
    figuur = Figure(figsize=(4, 3), dpi=100)
    doek: Any = FigureCanvasAgg(figuur)
    as_ = figuur.add_subplot(title="Tekort")
    as_.bar([0, 1, 2], [1, 2, 3], color=kleuren)
    beeld = io.BytesIO()
    figuur.savefig(beeld, format="png")
    _eis(beeld.getvalue().startswith(b"\x89PNG") and len(beeld.getvalue()) > 2000, "De grafiek is geen PNG.")
    doek.draw()
    punten = np.asarray(doek.buffer_rgba())[:, :, :3]
    een, twee, drie = (int((punten == [int(k[i : i + 2], 16) for i in (1, 3, 5)]).all(axis=2).sum()) for k in kleuren)
    verhouding = een and abs(twee / een - 2) + abs(drie / een - 3)
    _eis(een > 0 and verhouding < 0.1, f"De staven zijn niet goed getekend: {een}, {twee} en {drie} punten.")
    return {"staven": [een, twee, drie]}


def _grafieken() -> Cijfers:
    """Every chart of the example; what stands in them was compared before, so here it is that they are drawn."""
    import numpy as np

    from core.rapport.grafieken import grafieken
    from core.regels import bereken
    from desktop.grafieken.tekenen import PAPIER, als_bestand, als_punten

    gemaakt = grafieken(bereken(_voorbeeldplan()))
    _eis(len(gemaakt) > 4, f"Het voorbeeld heeft maar {len(gemaakt)} grafieken.")
    for grafiek in gemaakt:
        punten, breed, hoog = als_punten(grafiek, PAPIER)
        kleuren = len(np.unique(np.frombuffer(punten, dtype=np.uint32)))
        _eis(
            len(punten) == 4 * breed * hoog and kleuren > 10, f"De grafiek {grafiek.titel} is leeg: {kleuren} kleuren."
        )
        for formaat, begin in (("png", b"\x89PNG"), ("svg", b"<?xml")):
            _eis(als_bestand(grafiek, formaat).startswith(begin), f"De grafiek {grafiek.titel} is geen {formaat}.")
    return {"aantal": len(gemaakt)}


def _stijl() -> Cijfers:
    """The style of Windows itself; without it the program would look like no other on that computer."""
    from PySide6.QtWidgets import QStyleFactory

    stijlen = list(map(str.lower, QStyleFactory.keys()))
    if sys.platform == "win32":
        _eis("windowsvista" in stijlen, f"De stijl van Windows ontbreekt; wel aanwezig: {', '.join(stijlen)}.")
    return {}


CONTROLES: dict[str, Callable[[], Cijfers]] = {
    "bibliotheken": _bibliotheken,
    "bestanden van het programma": _bronbestanden,
    "bekende gevallen": _bekende_gevallen,
    "landelijke toets": _landelijke_toets,
    "plan en werkboek": _bestanden_heen_en_terug,
    "onzekerheid": _onzekerheid,
    "venster en pagina's": _vensters,
    "Nederlandse knoppen": _nederlandse_knoppen,
    "stijl van Windows": _stijl,
    "grafiek": _grafiek,
    "grafieken van het voorbeeld": _grafieken,
}
