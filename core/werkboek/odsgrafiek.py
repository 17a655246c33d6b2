"""A chart of an .ods: a document in the document, which reads its figures from the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from xlsxwriter.utility import xl_rowcol_to_cell

from core.werkboek.indeling import LABEL
from core.werkboek.letters import LETTER, PUNTEN
from core.werkboek.odsstijl import getalstijl
from core.werkboek.odsxml import Kenmerken, alineas, document, element
from core.werkboek.opmaak import DONKER, MIDDEN, RASTER
from core.werkboek.vel import Gebied, Grafiek, Reeks

CENTIMETER = 2.54 / 96
"""Of one pixel."""
KADERSTIJL = element(
    "style:style",
    {"style:name": "grafiek", "style:family": "graphic"},
    element("style:graphic-properties", {"draw:stroke": "none", "draw:fill": "none"}),
)
"""The style of the frame of a chart: none to be seen."""


def adres(gebied: Gebied) -> str:
    """A range as charts write it."""
    van, tot = (
        f"{gebied.blad}.{xl_rowcol_to_cell(rij, kolom)}"
        for rij, kolom in ((gebied.rij, gebied.kolom), (gebied.laatste_rij, gebied.laatste_kolom))
    )
    return f"{van}:{tot}"


def bronnen(grafiek: Grafiek) -> str:
    """All ranges of a chart."""
    return " ".join(adres(gebied) for gebied in (grafiek.categorieen, *(reeks.gebied for reeks in grafiek.reeksen)))


def kader(grafiek: Grafiek, nummer: int) -> str:
    """The frame of a chart in the cell at its left upper corner; its object is a part of the file of that number."""
    maat = {
        "draw:style-name": "grafiek",
        "draw:z-index": nummer - 1,
        "draw:name": f"Grafiek {nummer}",
        "svg:width": cm(grafiek.breedte),
        "svg:height": cm(grafiek.hoogte),
        "svg:x": cm(grafiek.links),
        "svg:y": "0cm",
    }
    bron = {
        "draw:notify-on-update-of-ranges": bronnen(grafiek),
        "xlink:href": f"./Object {nummer}",
        "xlink:type": "simple",
        "xlink:show": "embed",
        "xlink:actuate": "onLoad",
    }
    return element(
        "draw:frame",
        maat,
        element("draw:object", bron),
        element("svg:title", None, escape(grafiek.titel)),
        element("svg:desc", None, escape(grafiek.alt)),
    )


def grafiekdeel(grafiek: Grafiek) -> bytes:
    """The document of a chart."""
    titel = element("chart:title", {"chart:style-name": "titel"}, alineas(grafiek.titel))
    onder = {"chart:legend-position": "bottom", "style:legend-expansion": "high", "chart:style-name": "legenda"}
    legenda = element("chart:legend", onder) if all(reeks.naam for reeks in grafiek.reeksen) else ""
    vlak = {"chart:style-name": "vlak", "table:cell-range-address": bronnen(grafiek)}
    categorieen = element("chart:categories", {"table:cell-range-address": adres(grafiek.categorieen)})
    raster = element("chart:grid", {"chart:style-name": "raster", "chart:class": "major"})
    delen = (
        _as("x", grafiek.x_titel, categorieen),
        _as("y", grafiek.y_titel, raster),
        *(_reeks(reeks, nummer) for nummer, reeks in enumerate(grafiek.reeksen)),
        element("chart:wall", {"chart:style-name": "wand"}),
    )
    kenmerken = {
        "svg:width": cm(grafiek.breedte),
        "svg:height": cm(grafiek.hoogte),
        "xlink:href": "..",
        "xlink:type": "simple",
        "chart:class": "chart:bar",
        "chart:style-name": "geheel",
    }
    geheel = element("chart:chart", kenmerken, titel, legenda, element("chart:plot-area", vlak, *delen))
    stijlen = element("office:automatic-styles", None, getalstijl("N1", grafiek.vorm), *_stijlen(grafiek))
    body = element("office:body", None, element("office:chart", None, geheel))
    return document("office:document-content", stijlen + body)


def cm(pixels: float) -> str:
    """Pixels as centimetres."""
    return f"{pixels * CENTIMETER:.3f}cm"


def _as(richting: str, titel: str, inhoud: str) -> str:
    kenmerken = {"chart:dimension": richting, "chart:name": f"primary-{richting}", "chart:style-name": f"as{richting}"}
    kop = element("chart:title", {"chart:style-name": "astitel"}, alineas(titel)) if titel else ""
    return element("chart:axis", kenmerken, kop, inhoud)


def _reeks(reeks: Reeks, nummer: int) -> str:
    """A series. Its name is its head, or the label of its row: OpenDocument knows no name that is not in a cell."""
    kop = reeks.kop or (reeks.gebied.rij, LABEL)
    kenmerken = {
        "chart:style-name": f"reeks{nummer}",
        "chart:values-cell-range-address": adres(reeks.gebied),
        "chart:label-cell-address": f"{reeks.gebied.blad}.{xl_rowcol_to_cell(*kop)}",
        "chart:class": "chart:line" if reeks.soort == "lijn" else "chart:bar",
    }
    gebied = reeks.gebied
    aantal = gebied.laatste_kolom - gebied.kolom + gebied.laatste_rij - gebied.rij + 1
    return element("chart:series", kenmerken, element("chart:data-point", {"chart:repeated": aantal}))


def _stijlen(grafiek: Grafiek) -> Iterator[str]:
    liggend = grafiek.liggend
    gestapeld = liggend or any(reeks.soort == "gestapeld" for reeks in grafiek.reeksen)
    yield _stijl("geheel", {}, {"draw:stroke": "none"})
    yield _stijl("titel", {}, {}, punten=PUNTEN + 1, vet=True)
    yield _stijl("astitel", {}, {}, punten=PUNTEN)
    yield _stijl("legenda", {}, {"draw:stroke": "none"}, punten=PUNTEN - 2)
    stapel = {"chart:stacked": "true"} if gestapeld else {}
    richting = (
        {"chart:series-source": "columns", "chart:vertical": "true"} if liggend else {"chart:series-source": "rows"}
    )
    yield _stijl("vlak", {"chart:treat-empty-cells": "leave-gap", **richting, **stapel}, {})
    zichtbaar = {"chart:display-label": "true", "chart:axis-label-position": "outside-start"}
    if liggend:
        zichtbaar["chart:reverse-direction"] = "true"
    yield _stijl("asx", zichtbaar, {"svg:stroke-color": MIDDEN, "svg:stroke-width": "0.75pt"}, punten=PUNTEN)
    ruimte = {"chart:gap-width": 40 if liggend else 80, **({"chart:overlap": 100} if gestapeld else {})}
    eigen = {"chart:display-label": "true", "chart:link-data-style-to-source": "false", **ruimte}
    if grafiek.vanaf_nul:
        eigen["chart:minimum"] = 0
    yield _stijl("asy", eigen, {"draw:stroke": "none"}, punten=PUNTEN, vorm="N1")
    yield _stijl("wand", {}, {"draw:stroke": "none", "draw:fill": "none"})
    yield _stijl("raster", {}, {"svg:stroke-color": RASTER, "svg:stroke-width": "0.75pt"})
    for nummer, reeks in enumerate(grafiek.reeksen):
        if reeks.soort == "lijn":
            punt = {"chart:symbol-type": "named-symbol", "chart:symbol-name": "diamond"}
            maat = {"chart:symbol-width": "0.25cm", "chart:symbol-height": "0.25cm"}
            lijn = {"svg:stroke-color": reeks.kleur, "svg:stroke-width": "2.5pt", "draw:fill-color": reeks.kleur}
            yield _stijl(f"reeks{nummer}", punt | maat, lijn)
        else:
            vlak = {"draw:fill-color": reeks.kleur} if reeks.kleur else {"draw:fill": "none"}
            yield _stijl(f"reeks{nummer}", {}, {"draw:stroke": "none", **vlak})


def _stijl(
    naam: str,
    grafiek: Kenmerken,
    teken: Kenmerken,
    *,
    punten: int = 0,
    vet: bool = False,
    vorm: str = "",
) -> str:
    kenmerken = {"style:name": naam, "style:family": "chart"} | ({"style:data-style-name": vorm} if vorm else {})
    letter = {"fo:font-family": LETTER, "fo:font-size": f"{punten}pt", "fo:color": DONKER}
    dik = {"fo:font-weight": "bold"} if vet else {}
    return element(
        "style:style",
        kenmerken,
        element("style:chart-properties", grafiek) if grafiek else "",
        element("style:graphic-properties", teken) if teken else "",
        element("style:text-properties", letter | dik) if punten else "",
    )
