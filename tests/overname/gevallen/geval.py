"""One file of the corpus, and the means to make it: workbooks by openpyxl or raw XML, csv by bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from io import BytesIO
from typing import Any

import openpyxl

from core.overname import Notatie

MODULES = ("koppen", "getallen", "bestanden", "personen", "bekend", "nagekeken", "nader")
Rij = Iterable[Any]


@dataclass(frozen=True)
class Geval:
    """A file and its reading for a plan of 2026 up to and including 2029 that is still empty.

    `rijen` maps labels to inputs, `maal` says which of these are multiplied, `waarden` are all the values that must be
    taken over (per year where the input is per year), `zegt` the words of every fout and waarschuwing, and `let_op`
    of some others.
    """

    naam: str
    inhoud: Callable[[], bytes]
    rijen: Mapping[str, str] = field(default_factory=dict)
    waarden: Mapping[str, Any] = field(default_factory=dict)
    zegt: tuple[str, ...] = ()
    let_op: tuple[str, ...] = ()
    soort: str = "xlsx"
    maal: Mapping[str, float] = field(default_factory=dict)
    jaar: Mapping[str, int] = field(default_factory=dict)
    notatie: Notatie | None = None
    soorten: tuple[str, ...] = ()
    gewoon: bool = False
    komma_scheidt: bool = False


def alle_gevallen() -> list[Geval]:
    """The whole corpus."""
    return [g for m in MODULES for g in import_module(f"tests.overname.gevallen.{m}").GEVALLEN]


def boek(*rijen: Rij, blad: str = "Begroting", daarna: Callable[[Any], None] | None = None) -> Callable[[], bytes]:
    """A workbook with one sheet; `daarna` may change it before it is stored."""

    def maak() -> bytes:
        werkboek = openpyxl.Workbook()
        werkblad = werkboek.active
        werkblad.title = blad
        for rij in rijen:
            werkblad.append(list(rij))
        if daarna is not None:
            daarna(werkblad)
        return opgeslagen(werkboek)

    return maak


def opgeslagen(werkboek: Any) -> bytes:
    uit = BytesIO()
    werkboek.save(uit)
    return uit.getvalue()


def komma(tekst: str, codering: str = "cp1252") -> Callable[[], bytes]:
    """A csv: lines as they stand here, ended as Windows does."""
    return lambda: "\r\n".join([*tekst.strip("\n").split("\n"), ""]).encode(codering)


def herschreven(maak: Callable[[], bytes], deel: str, wijzig: Callable[[str], str]) -> Callable[[], bytes]:
    """A workbook of which one part is rewritten as text."""

    def opnieuw() -> bytes:
        uit = BytesIO()
        with zipfile.ZipFile(BytesIO(maak())) as lezen, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as schrijven:
            for item in lezen.infolist():
                oud = lezen.read(item)
                schrijven.writestr(item.filename, wijzig(oud.decode()).encode() if item.filename == deel else oud)
        return uit.getvalue()

    return opnieuw


def met_deel(maak: Callable[[], bytes], naam: str, inhoud: bytes) -> Callable[[], bytes]:
    """A workbook with a part added."""

    def opnieuw() -> bytes:
        uit = BytesIO(maak())
        with zipfile.ZipFile(uit, "a", zipfile.ZIP_DEFLATED) as zip_:
            zip_.writestr(naam, inhoud)
        return uit.getvalue()

    return opnieuw


def met_relatie(maak: Callable[[], bytes], soort: str, deel: str, inhoud: str) -> Callable[[], bytes]:
    """A workbook whose first sheet has one more part of a kind, such as a drawing."""
    naam = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{soort}"
    relatie = f'<Relationship Id="r9" Type="{naam}" Target="../{deel}"/>'
    lijst = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relatie}</Relationships>'
    )
    met = met_deel(maak, "xl/worksheets/_rels/sheet1.xml.rels", lijst.encode())
    return met_deel(met, f"xl/{deel}", inhoud.encode())


BLAD = "xl/worksheets/sheet1.xml"
