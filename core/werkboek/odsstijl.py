"""The styles of an .ods: one named style per role, one automatic style per role with a number format, and paper."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from core.werkboek.letters import LETTER, PUNTEN
from core.werkboek.odsxml import Kenmerken, element
from core.werkboek.opmaak import ROLLEN, TEKSTVORM
from core.werkboek.vel import Blad, Stijl

LIJN = "0.5pt solid"
KANT = {"rechts": "end", "links": "start"}
HOOGTE = {"midden": "middle", "onder": "bottom"}
INSPRING = 0.35
"""Centimetres of one step of indent."""
_DEEL = re.compile(r'"([^"]*)"|([#0,.]+)(%?)')


def rolstijl(rol: str) -> str:
    """The name of the style of a role."""
    return f"Planner_20_{rol}"


def rolstijlen() -> str:
    """The default style, and a named style for every role."""
    letter = {"style:font-name": LETTER, "fo:font-family": LETTER, "fo:font-size": f"{PUNTEN}pt"}
    taal = {"fo:language": "nl", "fo:country": "NL"}
    standaard = element(
        "style:default-style", {"style:family": "table-cell"}, element("style:text-properties", {**letter, **taal})
    )
    return standaard + "".join(map(_rol, ROLLEN))


def _rol(rol: str) -> str:
    kenmerken = {
        "style:name": rolstijl(rol),
        "style:display-name": f"Planner {rol}",
        "style:family": "table-cell",
        "style:parent-style-name": "Default",
    }
    return element("style:style", kenmerken, *_eigenschappen(ROLLEN[rol]))


def _eigenschappen(eigen: dict[str, Any]) -> Iterable[str]:
    cel: dict[str, object] = {"style:vertical-align": HOOGTE[eigen.get("hoogte", "midden")]}
    if eigen.get("open"):
        cel["style:cell-protect"] = "none"
    if vlak := eigen.get("vlak"):
        cel["fo:background-color"] = vlak
    if kader := eigen.get("kader"):
        cel["fo:border"] = f"{LIJN} {kader}"
    if rand := eigen.get("onderrand"):
        cel["fo:border-bottom"] = f"{LIJN} {rand}"
    if eigen.get("terugloop"):
        cel["fo:wrap-option"] = "wrap"
    alinea: dict[str, object] = {}
    if kant := eigen.get("kant"):
        cel["style:text-align-source"] = "fix"
        alinea["fo:text-align"] = KANT[kant]
    if inspring := eigen.get("inspring"):
        alinea["fo:margin-left"] = f"{inspring * INSPRING}cm"
    tekst = {
        "fo:font-size": f"{eigen.get('punten', PUNTEN)}pt",
        "fo:font-weight": "bold" if eigen.get("vet") else "normal",
        "fo:font-style": "italic" if eigen.get("schuin") else "normal",
    }
    if kleur := eigen.get("kleur"):
        tekst["fo:color"] = kleur
    if eigen.get("streep"):
        tekst |= {"style:text-underline-style": "solid", "style:text-underline-width": "auto"}
    yield element("style:table-cell-properties", cel)
    if alinea:
        yield element("style:paragraph-properties", alinea)
    yield element("style:text-properties", tekst)


class Celstijlen:
    """The automatic styles of cells with a number format, made when they are first asked for."""

    def __init__(self) -> None:
        self._namen: dict[Stijl, str] = {}
        self._vormen: dict[str, str] = {}

    def __getitem__(self, stijl: Stijl) -> str:
        naam = self._namen.get(stijl)
        if naam is None:
            naam = f"ce{len(self._namen) + 1}" if stijl.vorm else rolstijl(stijl.rol)
            self._namen[stijl] = naam
            if stijl.vorm:
                self._vormen.setdefault(stijl.vorm, f"N{len(self._vormen) + 1}")
        return naam

    def xml(self) -> str:
        """Number formats, and the styles that use them."""
        vormen = (getalstijl(naam, vorm) for vorm, naam in self._vormen.items())
        return "".join((*vormen, *(self._stijl(stijl, naam) for stijl, naam in self._namen.items() if stijl.vorm)))

    def _stijl(self, stijl: Stijl, naam: str) -> str:
        kenmerken = {
            "style:name": naam,
            "style:family": "table-cell",
            "style:parent-style-name": rolstijl(stijl.rol),
            "style:data-style-name": self._vormen[stijl.vorm],
        }
        kant = "start" if stijl.vorm == TEKSTVORM else "end"
        return element(
            "style:style",
            kenmerken,
            element("style:table-cell-properties", {"style:text-align-source": "fix"}),
            element("style:paragraph-properties", {"fo:text-align": kant}),
        )


def getalstijl(naam: str, vorm: str) -> str:
    """A number format as Excel writes it; with sections for more than 0, less than 0 and 0 where it has those."""
    boven, *rest = vorm.split(";")
    if not rest:
        return _getalstijl(naam, vorm)
    onder, nul = rest
    delen = [_getalstijl(f"{naam}P{i}", deel, vluchtig=True) for i, deel in enumerate((boven, onder))]
    keuzes = [
        element("style:map", {"style:condition": f"value(){teken}0", "style:apply-style-name": f"{naam}P{i}"})
        for i, teken in enumerate("><")
    ]
    return "".join((*delen, _getalstijl(naam, nul, *keuzes)))


def _getalstijl(naam: str, vorm: str, *achter: str, vluchtig: bool = False) -> str:
    kenmerken: dict[str, object] = {"style:name": naam}
    if vluchtig:
        kenmerken["style:volatile"] = "true"
    if vorm == TEKSTVORM:
        return element("number:text-style", kenmerken, element("number:text-content"))
    delen, soort = [], "number:number-style"
    for tekst, cijfers, procent in _DEEL.findall(vorm):
        if cijfers:
            delen.append(element("number:number", _cijfers(cijfers)))
        if procent:
            soort, tekst = "number:percentage-style", "%"
        if tekst:
            delen.append(element("number:text", None, tekst))
    return element(soort, kenmerken, *delen, *achter)


def _cijfers(cijfers: str) -> Kenmerken:
    heel, _, deel = cijfers.partition(".")
    kenmerken: dict[str, object] = {"number:decimal-places": len(deel), "number:min-decimal-places": len(deel)}
    kenmerken["number:min-integer-digits"] = 1
    if "," in heel:
        kenmerken["number:grouping"] = "true"
    return kenmerken


# --- paper -------------------------------------------------------------------------------------------------


class Papier(NamedTuple):
    """How a sheet is printed: at `schaal` percent, or fitted to the width of one page and `hoog` pages (0 is free)."""

    schaal: int | None
    hoog: int

    @property
    def naam(self) -> str:
        """What this kind of page is called."""
        return f"Blad{self.schaal or ''}" + ("_op_een_pagina" if self.hoog else "")


def papier_van(blad: Blad) -> Papier:
    """How a sheet is printed."""
    return Papier(blad.schaal, int(blad.een_pagina))


def pagina(papier: Papier) -> tuple[str, str]:
    """A4 landscape with the name of the sheet and page numbers: the layout, and the master page that uses it."""
    naam = papier.naam
    maat: dict[str, object] = {
        "fo:page-width": "29.7cm",
        "fo:page-height": "21cm",
        "style:print-orientation": "landscape",
        "style:first-page-number": "continue",
        "fo:margin-left": "1cm",
        "fo:margin-right": "1cm",
        "fo:margin-top": "1.3cm",
        "fo:margin-bottom": "1cm",
    }
    if papier.schaal is None:
        maat |= {"style:scale-to-X": 1, "style:scale-to-Y": papier.hoog}
    else:
        maat["style:scale-to"] = f"{papier.schaal}%"
    ruimte = {"fo:min-height": "0.75cm", "fo:margin-top": "0.25cm", "fo:margin-left": "0cm", "fo:margin-right": "0cm"}
    voet = element("style:header-footer-properties", ruimte)
    opzet = element(
        "style:page-layout",
        {"style:name": f"{naam}_opzet"},
        element("style:page-layout-properties", maat),
        element("style:footer-style", None, voet),
    )
    links = element("style:region-left", None, "<text:p><text:sheet-name>-</text:sheet-name></text:p>")
    tellers = "Bladzijde <text:page-number>1</text:page-number> van <text:page-count>1</text:page-count>"
    rechts = element("style:region-right", None, f"<text:p>{tellers}</text:p>")
    kenmerken = {"style:name": naam, "style:page-layout-name": f"{naam}_opzet"}
    meester = element(
        "style:master-page",
        kenmerken,
        element("style:header", {"style:display": "false"}),
        element("style:footer", None, links, rechts),
    )
    return opzet, meester
