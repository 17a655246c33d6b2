"""House rules: small modules, honest names, data and rules that fit each other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from core.catalogus import Vorm, standaardcatalogus
from core.regels import model
from core.rekenkunde.regel import Rol, knopen

WORTEL = Path(__file__).resolve().parents[1]
MODULES = sorted(p for kamer in ("core", "desktop") for p in (WORTEL / kamer).rglob("*.py"))
ZONDER_REGEL = {"invoer_toeval", "pip_norm", "controlespeling"}
"""For draws, for a finding and for the checks of the workbook, not for a rule."""


@pytest.mark.parametrize("pad", MODULES, ids=lambda p: str(p.relative_to(WORTEL)))
def test_modules_are_small_and_explain_themselves(pad: Path) -> None:
    tekst = pad.read_text("utf-8")
    assert tekst.count("\n") <= (300 if "desktop" in pad.parts else 400)
    boom = ast.parse(tekst)
    assert ast.get_docstring(boom), "a module says what it is for"
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.FunctionDef):
            regels = (knoop.end_lineno or 0) - knoop.lineno
            assert regels <= 45, f"{knoop.name} has {regels} lines"


def test_no_drawers() -> None:
    verboden = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not verboden & {p.stem for p in MODULES}


def test_every_leaf_is_used_by_a_rule() -> None:
    """An input or kengetal that no rule reads would be filled in for nothing."""
    gebruikt = {k.naam for g in model() if g.regel is not None for k in knopen(g.regel) if hasattr(k, "naam")}
    los = {g.naam for g in model() if g.rol in (Rol.INVOER, Rol.KENGETAL)} - gebruikt
    assert los == ZONDER_REGEL


def test_every_constant_of_the_calculation_is_in_the_model() -> None:
    namen = {g.naam for g in model()}
    for ingang in standaardcatalogus().van("rekenafspraken"):
        assert ingang.vorm is Vorm.CONSTANTE
        assert ingang.naam in namen


def test_the_repository_speaks_of_the_product_alone() -> None:
    """No machine paths, no addresses of package indexes."""
    for pad in WORTEL.rglob("*"):
        if pad.suffix in (".py", ".md", ".toml", ".yml", ".sh") and not {".venv", "build", ".git"} & set(pad.parts):
            tekst = pad.read_text("utf-8")
            for woord in ("/ho" + "me/", "/ro" + "ot/", "index-" + "url", "pypi." + "org"):
                assert woord not in tekst, (pad, woord)
