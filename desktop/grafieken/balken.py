"""Draws bars under each other, each under its own name: the waterfall and the tornado."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from core.duiding.oorzaken import Wie
from core.getallen import toon_euro
from core.rapport.balken import BEREIK, TOEVAL, TOTAAL, Balk, Balkgrafiek
from desktop.grafieken.opmaak import ARCERING, PER_BALK, PER_REGEL, Opmaak, meng, naam, tint

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_NUMMER = {Wie.RIJK.value: 0, Wie.KEUZE.value: 1, Wie.OMSTANDIGHEID.value: 2, BEREIK: 0, TOEVAL: 1}
_RUIMTE = 0.3
"""The part of the axis that is free for the words beside a bar."""
_DIK = 0.62 * PER_BALK
_TUSSEN = 5
"""Points between a bar and its words."""


def teken_balken(as_: Axes, grafiek: Balkgrafiek, opmaak: Opmaak) -> None:
    """Draw the bars from top to bottom, with their words."""
    namen = [naam(balk.label, opmaak.tekens) for balk in grafiek.balken]
    plekken = _plekken(namen)
    for plek, balk in zip(plekken, grafiek.balken, strict=True):
        _balk(as_, plek, balk, opmaak)
    if any(balk.soort == TOTAAL for balk in grafiek.balken):
        for (plek, balk), (volgende, _) in pairwise(zip(plekken, grafiek.balken, strict=True)):
            as_.plot([balk.tot] * 2, [plek, volgende], color=opmaak.tekst, linewidth=0.7, alpha=0.5)
    _as(as_, grafiek, opmaak)
    as_.set_yticks(plekken, namen)
    as_.set_ylim(plekken[-1] + PER_BALK / 2, plekken[0] - PER_BALK / 2)
    _groepen(as_, grafiek, plekken, opmaak)


def _plekken(namen: list[str]) -> list[float]:
    """The middle of each bar, in lines of text; a name of more lines gets more room."""
    plekken, onder = [], 0.0
    for tekst in namen:
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
    einden = [x for balk in grafiek.balken for x in (balk.van, balk.tot)]
    laag, hoog = min(einden), max(einden)
    wit = _RUIMTE * (hoog - laag or 1.0)
    voor = wit if any(balk.voor for balk in grafiek.balken) else wit / 8 if laag < 0 else 0.0
    as_.set_xlim(laag - voor, hoog + wit)
    as_.axvline(0 if grafiek.lijn is None else grafiek.lijn, color=opmaak.tekst, linewidth=1)
    as_.tick_params(length=0)
    as_.xaxis.set_major_locator(MaxNLocator(4, steps=[1, 2, 2.5, 5, 10]))
    as_.xaxis.set_major_formatter(FuncFormatter(lambda w, _: toon_euro(w)))
    as_.grid(axis="x", color=opmaak.tekst, alpha=0.15, linewidth=0.8)
    as_.set_axisbelow(True)


def _groepen(as_: Axes, grafiek: Balkgrafiek, plekken: list[float], opmaak: Opmaak) -> None:
    """At the right, beside a line along its bars, what each group is and does."""
    eerste = 0
    for woorden, aantal in grafiek.groepen:
        hier = plekken[eerste : eerste + aantal]
        eerste += aantal
        if not woorden:
            continue
        onder, boven = hier[0] - _DIK / 2, hier[-1] + _DIK / 2
        dwars: dict[str, Any] = {"transform": as_.get_yaxis_transform(), "clip_on": False, "color": opmaak.tekst}
        as_.plot([1.0, 1.0], [onder, boven], linewidth=1.2, **dwars)
        as_.text(1.015, (onder + boven) / 2, woorden, va="center", ha="left", **dwars)
