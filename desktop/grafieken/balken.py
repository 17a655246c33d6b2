"""Draws bars under each other, each under its own name: the waterfall and the tornado."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from core.duiding.oorzaken import Wie
from core.getallen import toon_euro
from core.rapport.balken import BEREIK, TOEVAL, TOTAAL, Balk, Balkgrafiek
from desktop.grafieken.opmaak import ARCERING, NAAMDEEL, PER_BALK, PER_REGEL, Opmaak, is_smal, meng, namen, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NUMMER = {Wie.RIJK.value: 0, Wie.KEUZE.value: 1, Wie.OMSTANDIGHEID.value: 2, BEREIK: 0, TOEVAL: 1}
_GROEP, _WOORD, _GETAL = 19, 14, 9
"""Characters: of a group beside the bars, of the words behind a bar, and of a figure on the axis."""
_DIK = 0.62 * PER_BALK
_TUSSEN = 5
"""Points between a bar and its words."""


def teken_balken(as_: Axes, grafiek: Balkgrafiek, opmaak: Opmaak) -> None:
    """Draw the bars from top to bottom, with their words."""
    labels = namen(grafiek, opmaak.tekens)
    plekken = _plekken(labels)
    for plek, balk in zip(plekken, grafiek.balken, strict=True):
        _balk(as_, plek, balk, opmaak)
    if any(balk.soort == TOTAAL for balk in grafiek.balken):
        for (plek, balk), (volgende, _) in pairwise(zip(plekken, grafiek.balken, strict=True)):
            as_.plot([balk.tot] * 2, [plek, volgende], color=opmaak.tekst, linewidth=0.7, alpha=0.5)
    _as(as_, grafiek, opmaak)
    as_.set_yticks(plekken, labels)
    as_.set_ylim(plekken[-1] + PER_BALK / 2, plekken[0] - PER_BALK / 2)
    _groepen(as_, grafiek, plekken, opmaak)


def _plekken(labels: list[str]) -> list[float]:
    """The middle of each bar, in lines of text; a name of more lines gets more room."""
    plekken, onder = [], 0.0
    for tekst in labels:
        hoog = PER_BALK + PER_REGEL * tekst.count("\n")
        plekken.append(onder + hoog / 2)
        onder += hoog
    return plekken


def _balk(as_: Axes, plek: float, balk: Balk, opmaak: Opmaak) -> None:
    stijl: dict[str, Any] = {"edgecolor": opmaak.achter}
    if balk.soort == TOTAAL:
        stijl["color"] = meng(opmaak.tekst, opmaak.achter, 0.55)
    else:
        nummer = _NUMMER[balk.soort]
        stijl |= {"color": tint(opmaak, nummer), "hatch": ARCERING[nummer]}
    as_.barh(plek, balk.tot - balk.van, _DIK, left=balk.van, **stijl)
    onder, boven = sorted((balk.van, balk.tot))
    for tekst, x, kant in ((balk.voor, onder, -1), (balk.na, boven, 1)):
        woorden: dict[str, Any] = {"textcoords": "offset points", "va": "center", "ha": "left" if kant > 0 else "right"}
        as_.annotate(tekst, (x, plek), (kant * _TUSSEN, 0), color=opmaak.tekst, **woorden)


def _as(as_: Axes, grafiek: Balkgrafiek, opmaak: Opmaak) -> None:
    """The axis of amounts, with room for the words, and a line at zero or at the figure of the plan."""
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    for kant in ("top", "right", "left", "bottom"):
        as_.spines[kant].set_visible(False)
    # The characters that fit along the axis; the words beside the bars take their part of it.
    lengte = opmaak.tekens * (1 - NAAMDEEL) - (_GROEP if _met_groepen(grafiek, opmaak) else 0)
    deel = min(0.4, (max(len(b.na) for b in grafiek.balken) if grafiek.lijn is not None else _WOORD) / lengte)
    voor_ook = any(balk.voor for balk in grafiek.balken)
    einden = [x for balk in grafiek.balken for x in (balk.van, balk.tot)]
    laag, hoog = min(einden), max(einden)
    wit = deel / (1 - (2 if voor_ook else 1) * deel) * (hoog - laag or 1.0)
    voor = wit if voor_ook else wit / 8 if laag < 0 else 0.0
    as_.set_xlim(laag - voor, hoog + wit)
    as_.axvline(0 if grafiek.lijn is None else grafiek.lijn, color=opmaak.tekst, linewidth=1)
    as_.tick_params(length=0)
    as_.xaxis.set_major_locator(MaxNLocator(max(1, min(4, int(lengte / (2 * _GETAL)))), steps=[1, 2, 2.5, 5, 10]))
    as_.xaxis.set_major_formatter(FuncFormatter(lambda w, _: toon_euro(w)))
    as_.grid(axis="x", color=opmaak.tekst, alpha=0.15, linewidth=0.8)
    as_.set_axisbelow(True)


def _groepen(as_: Axes, grafiek: Balkgrafiek, plekken: list[float], opmaak: Opmaak) -> None:
    """At the right, beside a line along its bars, what each group is and does."""
    eerste = 0
    if not _met_groepen(grafiek, opmaak):
        return
    for woorden, aantal in grafiek.groepen:
        hier = plekken[eerste : eerste + aantal]
        eerste += aantal
        if not woorden:
            continue
        onder, boven = hier[0] - _DIK / 2, hier[-1] + _DIK / 2
        dwars: dict[str, Any] = {"transform": as_.get_yaxis_transform(), "clip_on": False, "color": opmaak.tekst}
        as_.plot([1.0, 1.0], [onder, boven], linewidth=1.2, **dwars)
        as_.text(1.015, (onder + boven) / 2, woorden, va="center", ha="left", **dwars)


def _met_groepen(grafiek: Balkgrafiek, opmaak: Opmaak) -> bool:
    return bool(grafiek.groepen) and not is_smal(opmaak.tekens)
