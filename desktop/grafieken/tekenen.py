"""From the content of a chart to a figure of matplotlib; knows no screen. Readable without colour."""

from __future__ import annotations

import io
import math
from itertools import cycle
from typing import TYPE_CHECKING, Any

from core.getallen import toon
from core.rapport.balken import Balkgrafiek
from core.rapport.grafieken import Grafiek, Reeks, Soort, toon_waarde
from desktop.grafieken.balken import teken_balken
from desktop.grafieken.opmaak import ARCERING, Opmaak, papier, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from desktop.grafieken.opmaak import Beeld


_LIJNEN = (("-", "o"), ("--", "s"), (":", "^"))
LETTERBREED, ASDEEL = 0.62, 0.7
"""The width of a letter as a part of its size, and the part of a chart that its axis takes."""
_SLEUTEL = 8
"""Characters of the patch before a name, with white."""
HOOGUIT = 3
"""Series in a pile that are shown apart; the rest is one series. All of them stand in the table."""


def teken(grafiek: Beeld, opmaak: Opmaak) -> Figure:
    """Draw a chart."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    with rc_context(_regels(opmaak)):
        figuur = Figure(figsize=(opmaak.breed, opmaak.hoog), dpi=opmaak.dpi, layout="constrained")
        as_ = figuur.add_subplot()
        if isinstance(grafiek, Balkgrafiek):
            teken_balken(as_, grafiek, opmaak)
        else:
            {Soort.LIJN: _lijnen, Soort.STAPEL: _stapel, Soort.STAAF: _staven}[grafiek.soort](as_, grafiek, opmaak)
            _kader(as_, grafiek, opmaak)
        figuur.suptitle(opmaak.titel(grafiek.titel), x=0, ha="left", fontsize=opmaak.letter * 1.1, fontweight="bold")
    return figuur


def als_punten(grafiek: Beeld, opmaak: Opmaak) -> tuple[bytes, int, int]:
    """The picture as rows of RGBA, with its width and height in dots."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    doek: Any = FigureCanvasAgg(teken(grafiek, opmaak))
    doek.draw()
    breed, hoog = doek.get_width_height()
    return bytes(doek.buffer_rgba()), breed, hoog


def als_bestand(grafiek: Beeld, formaat: str) -> bytes:
    """The picture as the content of a file, `png` or `svg`, with its text as title and description."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # by name, so that the Windows program has it

    bestand = io.BytesIO()
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": grafiek.naam}):
        figuur = teken(grafiek, papier(grafiek))
        doek: Any = {"png": FigureCanvasAgg, "svg": FigureCanvasSVG}[formaat](figuur)
        kenmerken = {"Title": grafiek.titel, "Description": grafiek.in_woorden}
        doek.print_figure(bestand, format=formaat, dpi=figuur.dpi, metadata=kenmerken)
    return bestand.getvalue()


def _regels(opmaak: Opmaak) -> Any:
    return {
        "font.size": opmaak.letter,
        "text.color": opmaak.tekst,
        "axes.labelcolor": opmaak.tekst,
        "axes.edgecolor": opmaak.tekst,
        "xtick.color": opmaak.tekst,
        "ytick.color": opmaak.tekst,
        "axes.facecolor": opmaak.achter,
        "figure.facecolor": opmaak.achter,
        "hatch.color": opmaak.achter,
        "hatch.linewidth": 1.2,
        "font.family": ["DejaVu Sans"],
    }


def _kader(as_: Axes, grafiek: Grafiek, opmaak: Opmaak) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    for kant in ("top", "right", "left", "bottom"):
        as_.spines[kant].set_visible(False)
    as_.axhline(0, color=opmaak.tekst, linewidth=1)
    om = _om(grafiek, opmaak)
    as_.set_xticks(range(0, len(grafiek.momenten), om), grafiek.momenten[::om])
    as_.tick_params(length=0)
    as_.yaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    euro = grafiek.eenheid.startswith("euro")
    as_.yaxis.set_major_formatter(FuncFormatter(lambda w, _: toon_waarde(w, "euro") if euro else toon(round(w, 6))))
    as_.grid(axis="y", color=opmaak.tekst, alpha=0.15, linewidth=0.8)
    as_.set_axisbelow(True)
    if not euro:
        as_.set_ylabel(grafiek.eenheid)


def _om(grafiek: Grafiek, opmaak: Opmaak) -> int:
    """Every how many-th name along the axis is written, so that they do not touch."""
    naam = LETTERBREED * opmaak.letter * (2 + max(map(len, grafiek.momenten))) / 72
    passen = max(1, int(opmaak.breed * ASDEEL / naam))
    return math.ceil(len(grafiek.momenten) / passen)


def _lijnen(as_: Axes, grafiek: Grafiek, opmaak: Opmaak) -> None:
    plekken = range(len(grafiek.momenten))
    bij_elkaar = []
    for nummer, (reeks, (lijn, teken_)) in enumerate(zip(grafiek.reeksen, cycle(_LIJNEN), strict=False)):
        kleur = opmaak.accent if nummer == 0 else opmaak.tekst
        waarden = [float("nan") if w is None else w for w in reeks.waarden]
        as_.plot(
            plekken, waarden, lijn, marker=teken_, color=kleur, linewidth=2.2 if nummer == 0 else 1.4, markersize=5
        )
        if reeks.laatste is not None:
            bij_elkaar.append((reeks.laatste, reeks.label, kleur))
    onder, boven = as_.get_ylim()
    as_.set_ylim(min(0.0, onder), max(boven, 0.0) or 1.0)
    if grafiek.grens is not None:
        norm = [grafiek.grens[1]] * len(grafiek.momenten)
        as_.plot(plekken, norm, color=opmaak.tekst, linewidth=1, linestyle=(0, (2, 3)))
        as_.set_ylim(top=max(as_.get_ylim()[1], grafiek.grens[1] * 1.15))
        bij_elkaar.append((grafiek.grens[1], grafiek.grens[0], opmaak.tekst))
    _labels(as_, len(grafiek.momenten) - 1, bij_elkaar, opmaak)


def _stapel(as_: Axes, grafiek: Grafiek, opmaak: Opmaak) -> None:
    plekken = list(range(len(grafiek.momenten)))
    hoogte, bij_elkaar = [0.0] * len(plekken), []
    for nummer, reeks in enumerate(_grootste(grafiek.reeksen)):
        waarden = [w or 0.0 for w in reeks.waarden]
        as_.bar(
            plekken,
            waarden,
            0.6,
            bottom=hoogte,
            color=tint(opmaak, nummer),
            hatch=ARCERING[nummer],
            edgecolor=opmaak.achter,
        )
        bij_elkaar.append((hoogte[-1] + waarden[-1] / 2, reeks.label, opmaak.tekst))
        hoogte = [h + w for h, w in zip(hoogte, waarden, strict=True)]
    _labels(as_, plekken[-1] + 0.3, bij_elkaar, opmaak)


def _grootste(reeksen: tuple[Reeks, ...]) -> list[Reeks]:
    """The largest series, and the sum of the others as one."""
    if len(reeksen) <= HOOGUIT + 1:
        return list(reeksen)
    rest = [sum(w or 0.0 for w in jaar) for jaar in zip(*(r.waarden for r in reeksen[HOOGUIT:]), strict=True)]
    return [*reeksen[:HOOGUIT], Reeks("Overige kosten", tuple(rest))]


def _staven(as_: Axes, grafiek: Grafiek, opmaak: Opmaak) -> None:
    aantal = len(grafiek.reeksen)
    breed = 0.8 / aantal
    for nummer, reeks in enumerate(grafiek.reeksen):
        plekken = [j - 0.4 + breed * (nummer + 0.5) for j in range(len(grafiek.momenten))]
        waarden = [w or 0.0 for w in reeks.waarden]
        stijl: dict[str, Any] = {
            "color": tint(opmaak, nummer),
            "hatch": ARCERING[nummer],
            "edgecolor": opmaak.achter,
        }
        as_.bar(plekken, waarden, breed * 0.9, label=reeks.label, **stijl)
    past = sum(len(reeks.label) + _SLEUTEL for reeks in grafiek.reeksen) < opmaak.tekens
    as_.legend(loc="upper left", bbox_to_anchor=(0, -0.1), ncols=aantal if past else 1, frameon=False, borderaxespad=0)


def _labels(as_: Axes, plek: float, labels: list[tuple[float, str, str]], opmaak: Opmaak) -> None:
    """The names beside the ends of the lines, moved apart where they would touch."""
    onder, boven = as_.get_ylim()
    ruimte = (boven - onder) * 1.45 * opmaak.letter / (72 * opmaak.hoog * 0.72)
    vorige = float("-inf")
    for waarde, label, kleur in sorted(labels):
        vorige = max(waarde, vorige + ruimte)
        plaats: dict[str, Any] = {
            "xytext": (8, 0),
            "textcoords": "offset points",
            "va": "center",
            "annotation_clip": False,
        }
        as_.annotate(label, (plek, vorige), color=kleur, **plaats)
