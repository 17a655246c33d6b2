"""Formulas as OpenDocument writes them (OpenFormula), and back: other signs, the same formula."""

from __future__ import annotations

import re
from functools import lru_cache

VOORVOEGSEL = "of:="
_CEL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_EXCEL = re.compile(rf'("[^"]*")|(?:(\w+)!)?({_CEL})(?::({_CEL}))?(?![\w(])|(,)')
_OPEN = re.compile(rf'("[^"]*")|\[(?:\$?\'?(\w+)\'?)?\.({_CEL})(?::(?:\$?\'?\w+\'?)?\.({_CEL}))?\]|(;)')


@lru_cache(maxsize=100_000)
def als_openformule(formule: str) -> str:
    """A formula of ours, with its equals sign, as it stands in an .ods."""
    return VOORVOEGSEL + _EXCEL.sub(_naar_open, formule[1:])


def _naar_open(gevonden: re.Match[str]) -> str:
    tekst, blad, van, tot, komma = gevonden.groups()
    if tekst is not None:
        return str(tekst)
    if komma is not None:
        return ";"
    voor = "" if blad is None else f"${blad}"
    return f"[{voor}.{van}]" if tot is None else f"[{voor}.{van}:.{tot}]"


def als_excelformule(formule: str) -> str:
    """A formula of an .ods as Excel writes it, without equals sign; empty where it is no OpenFormula."""
    if not formule.startswith(VOORVOEGSEL):
        return ""
    return _OPEN.sub(_naar_excel, formule.removeprefix(VOORVOEGSEL))


def _naar_excel(gevonden: re.Match[str]) -> str:
    tekst, blad, van, tot, komma = gevonden.groups()
    if tekst is not None:
        return str(tekst)
    if komma is not None:
        return ","
    voor = "" if blad is None else f"{blad}!"
    return f"{voor}{van}" if tot is None else f"{voor}{van}:{tot}"
