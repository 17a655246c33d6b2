"""Writing a workbook as .ods (OpenDocument), the open standard that Dutch government must offer beside Excel's.

The same cells, formulas, values, styles, validation, tables, print setup and charts as the .xlsx. It is written here,
part by part, with the standard library: docs/besluiten/010 says why.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import escape
from io import BytesIO

from xlsxwriter.utility import xl_rowcol_to_cell

from core.werkboek.letters import LETTER
from core.werkboek.odsformule import als_openformule
from core.werkboek.odsgrafiek import KADERSTIJL, grafiekdeel, kader
from core.werkboek.odsstijl import Celstijlen, pagina, papier_van, rolstijlen
from core.werkboek.odsxml import alineas, document, element
from core.werkboek.vel import ONBEKEND, STANDAARDBREEDTE, Blad, Boek, Cel, Gebied, Grafiek, Keuring

SOORT = "application/vnd.oasis.opendocument.spreadsheet"
GRAFIEKSOORT = "application/vnd.oasis.opendocument.chart"
_TIJD = (1980, 1, 1, 0, 0, 0)
GEWOON, LEEG, LEGE_HOOGTE = "ro0", "roleeg", 15.0
"""The styles of a row whose height follows from its text, and of an empty one: charts stand over those."""


def als_ods(boek: Boek) -> bytes:
    """The workbook as a file; the same workbook gives the same bytes."""
    inhoud = _Inhoud(boek)
    delen = {
        "content.xml": (inhoud.xml(), "text/xml"),
        "styles.xml": (_stijlen(boek), "text/xml"),
        "meta.xml": (_meta(boek), "text/xml"),
        "settings.xml": (_instellingen(boek), "text/xml"),
    }
    for nummer, grafiek in enumerate(inhoud.grafieken, 1):
        delen[f"Object {nummer}/content.xml"] = grafiekdeel(grafiek), "text/xml"
        delen[f"Object {nummer}/"] = b"", GRAFIEKSOORT
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(zipfile.ZipInfo("mimetype", _TIJD), SOORT, zipfile.ZIP_STORED)
        alle = delen | {"META-INF/manifest.xml": (_manifest({naam: soort for naam, (_, soort) in delen.items()}), "")}
        for naam, (xml, _) in alle.items():
            if not naam.endswith("/"):
                zip_.writestr(zipfile.ZipInfo(naam, _TIJD), xml, zipfile.ZIP_DEFLATED)
    return uit.getvalue()


# --- the sheets --------------------------------------------------------------------------------------------


class _Inhoud:
    """The main part; while it is made, `grafieken` gathers the charts that become parts of their own."""

    def __init__(self, boek: Boek) -> None:
        self.boek = boek
        self.stijlen = Celstijlen()
        self.grafieken: list[Grafiek] = []
        self._breedtes: dict[float, str] = {}
        self._hoogtes: dict[float, str] = {}
        self._keuringen: list[str] = []

    def xml(self) -> bytes:
        bladen = "".join(map(self._blad, self.boek.bladen))
        tabellen = "".join(_tabel(blad) for blad in self.boek.bladen if blad.tabel)
        werkboek = element(
            "office:spreadsheet",
            None,
            element("table:content-validations", None, *self._keuringen) if self._keuringen else "",
            bladen,
            element("table:database-ranges", None, tabellen) if tabellen else "",
        )
        opmaak = element("office:automatic-styles", None, *self._opmaak())
        return document("office:document-content", opmaak + element("office:body", None, werkboek))

    def _opmaak(self) -> Iterator[str]:
        for breedte, naam in self._breedtes.items():
            maat = {"style:column-width": f"{(breedte * 7 + 5) * 2.54 / 96:.3f}cm"}
            kenmerken = {"style:name": naam, "style:family": "table-column"}
            yield element("style:style", kenmerken, element("style:table-column-properties", maat))
        gewoon = {"style:use-optimal-row-height": "true"}
        rij = {"style:name": GEWOON, "style:family": "table-row"}
        yield element("style:style", rij, element("style:table-row-properties", gewoon))
        for hoogte, naam in ((LEGE_HOOGTE, LEEG), *self._hoogtes.items()):
            maat = {"style:row-height": f"{hoogte}pt", "style:use-optimal-row-height": "false"}
            kenmerken = {"style:name": naam, "style:family": "table-row"}
            yield element("style:style", kenmerken, element("style:table-row-properties", maat))
        for papier in dict.fromkeys(map(papier_van, self.boek.bladen)):
            kenmerken = {"style:name": papier.naam, "style:family": "table"}
            kenmerken["style:master-page-name"] = papier.naam
            yield element("style:style", kenmerken, element("style:table-properties", {"table:display": "true"}))
        yield from (KADERSTIJL, self.stijlen.xml()) if self.grafieken else (self.stijlen.xml(),)

    def _blad(self, blad: Blad) -> str:
        kenmerken: dict[str, object] = {"table:name": blad.naam, "table:style-name": papier_van(blad).naam}
        kenmerken["table:protected"] = "true"
        if blad.afdruk:
            kenmerken["table:print-ranges"] = _adres(Gebied(blad.naam, *blad.afdruk))
        kolommen = 1 + max((k for cellen in blad.rijen.values() for k in cellen), default=0)
        kolommen = max(kolommen, *(k + 1 for k in blad.breedtes), 1)
        return element("table:table", kenmerken, self._kolommen(blad, kolommen), "".join(self._rijen(blad)))

    def _kolommen(self, blad: Blad, aantal: int) -> str:
        namen = []
        for kolom in range(aantal):
            breedte = blad.breedtes.get(kolom, STANDAARDBREEDTE)
            namen.append(self._breedtes.setdefault(breedte, f"co{len(self._breedtes) + 1}"))
        kolommen = [element("table:table-column", {"table:style-name": naam}) for naam in namen]
        if not blad.kopkolommen:
            return "".join(kolommen)
        kop = element("table:table-header-columns", None, *kolommen[: blad.kopkolommen])
        return kop + "".join(kolommen[blad.kopkolommen :])

    def _rijen(self, blad: Blad) -> Iterator[str]:
        """All rows; those that are repeated on every page stand in an element of their own."""
        keuringen = self._keuringen_van(blad)
        grafieken = self._grafieken_van(blad)
        van, tot = blad.koprijen or (-1, -1)
        laatste = max((*blad.rijen, blad.afdruk[2] if blad.afdruk else 0, *(rij for rij, _ in grafieken)))
        for rij in range(laatste + 1):
            cellen = dict(blad.rijen.get(rij, {}))
            if rij == van:
                yield "<table:table-header-rows>"
            naam = GEWOON if cellen else LEEG
            if rij in blad.hoogtes:
                naam = self._hoogtes.setdefault(blad.hoogtes[rij], f"ro{len(self._hoogtes) + 1}")
            hier = {kolom: xml for (r, kolom), xml in grafieken.items() if r == rij}
            yield f'<table:table-row table:style-name="{naam}">{self._cellen(rij, cellen, keuringen, hier)}'
            yield "</table:table-row>"
            if rij == tot:
                yield "</table:table-header-rows>"

    def _cellen(
        self, rij: int, cellen: dict[int, Cel], keuringen: dict[tuple[int, int], str], grafieken: dict[int, str]
    ) -> str:
        delen, vorige = [], -1
        for kolom in sorted({*cellen, *grafieken}):
            if kolom > vorige + 1:
                delen.append(f'<table:table-cell table:number-columns-repeated="{kolom - vorige - 1}"/>')
            vorige = kolom
            keuring = keuringen.get((rij, kolom), "")
            delen.append(self._cel(cellen.get(kolom), keuring, grafieken.get(kolom, "")))
        return "".join(delen) or "<table:table-cell/>"

    def _cel(self, cel: Cel | None, keuring: str, grafiek: str) -> str:
        if cel is None:
            return f"<table:table-cell>{grafiek}</table:table-cell>"
        waarde, stijl, formule, doel = cel
        kop = f'<table:table-cell table:style-name="{self.stijlen[stijl]}"{keuring}'
        if formule:
            kop += f' table:formula="{escape(als_openformule(formule))}"'
        if waarde is None:
            return f"{kop}>{grafiek}</table:table-cell>" if grafiek else f"{kop}/>"
        if not isinstance(waarde, str):
            soort = "percentage" if "%" in stijl.vorm else "float"
            getal = repr(float(waarde)).removesuffix(".0")
            return f'{kop} office:value-type="{soort}" office:value="{getal}">{grafiek}</table:table-cell>'
        if formule and waarde == ONBEKEND:
            fout = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
            return f"{kop} {fout}><text:p>{ONBEKEND}</text:p>{grafiek}</table:table-cell>"
        tekst = alineas(waarde)
        if doel:
            koppeling = {"xlink:href": f"#{doel}.A1", "xlink:type": "simple"}
            tekst = element("text:p", None, element("text:a", koppeling, escape(waarde)))
        uitkomst = f' office:string-value="{escape(waarde)}"' if formule else ""
        return f'{kop} office:value-type="string"{uitkomst}>{tekst}{grafiek}</table:table-cell>'

    # -- what belongs to cells

    def _keuringen_van(self, blad: Blad) -> dict[tuple[int, int], str]:
        per_cel = {}
        for keuring in blad.keuringen:
            naam = f"val{len(self._keuringen) + 1}"
            self._keuringen.append(_keuring(keuring, naam, blad.naam))
            kenmerk = f' table:content-validation-name="{naam}"'
            for r1, k1, r2, k2 in keuring.vakken:
                per_cel.update({(r, k): kenmerk for r in range(r1, r2 + 1) for k in range(k1, k2 + 1)})
        return per_cel

    def _grafieken_van(self, blad: Blad) -> dict[tuple[int, int], str]:
        per_cel: dict[tuple[int, int], str] = {}
        for grafiek in blad.grafieken:
            self.grafieken.append(grafiek)
            plek = grafiek.rij, grafiek.kolom
            per_cel[plek] = per_cel.get(plek, "") + kader(grafiek, len(self.grafieken))
        return per_cel


def _adres(gebied: Gebied) -> str:
    van, tot = (
        f"${gebied.blad}.{xl_rowcol_to_cell(rij, kolom, row_abs=True, col_abs=True)}"
        for rij, kolom in ((gebied.rij, gebied.kolom), (gebied.laatste_rij, gebied.laatste_kolom))
    )
    return f"{van}:{tot}"


def _tabel(blad: Blad) -> str:
    assert blad.tabel is not None
    kenmerken = {
        "table:name": blad.tabel.naam,
        "table:target-range-address": _adres(Gebied(blad.naam, *blad.tabel.vak)),
        "table:contains-header": "true",
    }
    return element("table:database-range", kenmerken)


def _keuring(keuring: Keuring, naam: str, blad: str) -> str:
    rij, kolom, _, _ = keuring.vakken[0]
    kenmerken = {
        "table:name": naam,
        "table:condition": f"of:{_voorwaarde(keuring)}",
        "table:allow-empty-cell": "true",
        "table:base-cell-address": f"{blad}.{xl_rowcol_to_cell(rij, kolom)}",
    }
    hulp = {"table:title": keuring.titel, "table:display": "true" if keuring.hulp else "false"}
    fout = {"table:message-type": "stop", "table:title": "Dit kan hier niet staan", "table:display": "true"}
    return element(
        "table:content-validation",
        kenmerken,
        element("table:help-message", hulp, alineas(keuring.hulp)),
        element("table:error-message", fout, alineas(keuring.fout)),
    )


def _voorwaarde(keuring: Keuring) -> str:
    if keuring.soort == "lijst":
        return "cell-content-is-in-list({})".format(";".join(f'"{keuze}"' for keuze in keuring.keuzes))
    soort = f"cell-content-is-{'whole' if keuring.soort == 'geheel' else 'decimal'}-number()"
    if keuring.laag is None:
        return soort if keuring.hoog is None else f"{soort} and cell-content()<={keuring.hoog}"
    if keuring.hoog is None:
        return f"{soort} and cell-content(){'>=' if keuring.laag_mag else '>'}{keuring.laag}"
    return f"{soort} and cell-content-is-between({keuring.laag},{keuring.hoog})"


# --- the other parts ---------------------------------------------------------------------------------------


def _stijlen(boek: Boek) -> bytes:
    letter = element("style:font-face", {"style:name": LETTER, "svg:font-family": LETTER})
    opzetten, meesters = zip(*map(pagina, dict.fromkeys(map(papier_van, boek.bladen))), strict=True)
    inhoud = (
        element("office:font-face-decls", None, letter),
        element("office:styles", None, rolstijlen()),
        element("office:automatic-styles", None, *opzetten),
        element("office:master-styles", None, *meesters),
    )
    return document("office:document-styles", "".join(inhoud))


def _meta(boek: Boek) -> bytes:
    e = boek.eigenschappen
    velden = {
        "meta:generator": "Inburgeringsplanner",
        "dc:title": e.titel,
        "dc:description": e.opmerking,
        "dc:subject": e.onderwerp,
        "meta:initial-creator": e.auteur,
        "dc:creator": e.auteur,
        "meta:creation-date": f"{e.datum.isoformat()}T00:00:00",
        "dc:date": f"{e.datum.isoformat()}T00:00:00",
        "dc:language": e.taal,
    }
    eigen = [
        element("meta:user-defined", {"meta:name": naam, "meta:value-type": "string"}, escape(waarde))
        for naam, waarde in boek.kenmerken.items()
    ]
    alle = [element(naam, None, escape(waarde)) for naam, waarde in velden.items()]
    return document("office:document-meta", element("office:meta", None, *alle, *eigen))


def _instellingen(boek: Boek) -> bytes:
    """What stays in view while the rest scrolls, and no grid lines."""
    bladen = [element("config:config-item-map-entry", {"config:name": b.naam}, *_beeld(b)) for b in boek.bladen]
    beeld = (
        _item("ViewId", "string", "view1"),
        element("config:config-item-map-named", {"config:name": "Tables"}, *bladen),
        _item("ActiveTable", "string", boek.bladen[0].naam),
        _item("ShowGrid", "boolean", "false"),
    )
    beelden = element(
        "config:config-item-map-indexed",
        {"config:name": "Views"},
        element("config:config-item-map-entry", None, *beeld),
    )
    inhoud = element("config:config-item-set", {"config:name": "ooo:view-settings"}, beelden)
    return document("office:document-settings", element("office:settings", None, inhoud))


def _beeld(blad: Blad) -> Iterator[str]:
    yield _item("ShowGrid", "boolean", "false")
    for richting, positie, aantal in zip(
        ("Vertical", "Horizontal"), ("PositionBottom", "PositionRight"), blad.bevroren or (0, 0), strict=True
    ):
        if aantal:
            yield _item(f"{richting}SplitMode", "short", 2)
            yield _item(f"{richting}SplitPosition", "int", aantal)
            yield _item(positie, "int", aantal)


def _item(naam: str, soort: str, waarde: object) -> str:
    return element("config:config-item", {"config:name": naam, "config:type": soort}, escape(str(waarde)))


def _manifest(delen: dict[str, str]) -> bytes:
    def deel(naam: str, soort: str) -> str:
        return element("manifest:file-entry", {"manifest:full-path": naam, "manifest:media-type": soort})

    return document("manifest:manifest", deel("/", SOORT) + "".join(deel(n, s) for n, s in delen.items()))
