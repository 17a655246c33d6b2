"""The copy with remarks, the form to count on, and both figures of the taakstelling."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import StringProperty
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from core.overname import herken, koppel, met_opmerkingen, neem_over, omrekening, telformulier, voorstel
from core.overname.inlezen import LANGSTE_TEKST
from core.plan import Plan
from core.regels import bereken
from tests.gevallen import als_plan
from tests.overname.gevallen.geval import boek, komma
from tests.overname.hulp import CATALOGUS, DATUM, bestand, neem


def _kopie(map_: Path, maak: Any, rijen: dict[str, str], naam: str = "proef.xlsx", **keuzes: Any) -> Any:
    gelezen = bestand(map_, maak, naam)
    (tabel,), bevindingen = herken(gelezen)
    uit = neem(Plan(2026, 4), tabel, rijen, **keuzes)
    inhoud = met_opmerkingen(gelezen, (*bevindingen, *uit.bevindingen), uit.waarden)
    assert inhoud is not None
    return openpyxl.load_workbook(BytesIO(inhoud))


def test_remarks_stand_beside_the_cells_and_in_a_list(tmp_path: Path) -> None:
    maak = boek(("", 2026, 2027), ("Instroom asiel", "±12", "PM"), ("Instroom gezin", "12,5", "=1+1"))
    kopie = _kopie(tmp_path, maak, {"Instroom asiel": "instroom_asiel", "Instroom gezin": "instroom_gezin"})
    assert kopie.sheetnames == ["Opmerkingen", "Begroting"]
    blad = kopie["Begroting"]
    assert blad["B2"].comment.text == '"±12" is geen aantal; gebruik een heel getal.'
    assert "PM" in blad["C2"].comment.text
    assert blad["B2"].fill.fgColor.rgb != blad["A2"].fill.fgColor.rgb
    assert blad["C3"].value == "=1+1"  # a formula of the gemeente stays
    regels = [tuple(c.value for c in rij) for rij in kopie["Opmerkingen"].iter_rows(min_row=2)]
    assert regels[0] == ("fout", "blad Begroting, cel B2", '"±12" is geen aantal; gebruik een heel getal.')
    assert [r[0] for r in regels] == sorted([r[0] for r in regels], key=["fout", "waarschuwing", "let op"].index)


def test_texts_that_were_read_become_numbers(tmp_path: Path) -> None:
    maak = boek(("x € 1.000",), ("", 2026, 2027), ("Aandeel", "12%", 0.5), ("Bedrag", "3,5", 4), ("Tarief", "80,5", 81))
    kopie = _kopie(tmp_path, maak, {"Aandeel": "inhuuraandeel"})["Begroting"]
    assert kopie["B3"].value == "12%"
    assert kopie["B3"].comment.text == "Dit stond er als tekst. Het is gelezen als 0,12."
    assert kopie["C3"].comment is None
    kopie = _kopie(tmp_path, maak, {"Bedrag": "gemeentefonds_structureel"}, maal=1000.0)["Begroting"]
    assert kopie["B4"].value == "3,5"
    kopie = _kopie(tmp_path, maak, {"Tarief": "inhuurtarief"}, maal=1.0)["Begroting"]
    assert kopie["B5"].value == 80.5
    assert kopie["B5"].comment.text == "Dit stond er als tekst. Het is nu een getal."


def test_the_mended_copy_is_read_again(tmp_path: Path) -> None:
    maak = boek(("", 2026, 2027), ("Instroom asiel", "12,5", 13))
    gelezen = bestand(tmp_path, maak)
    (tabel,), _ = herken(gelezen)
    eerst = neem(Plan(2026, 4), tabel, {"Instroom asiel": "instroom_asiel"})
    inhoud = met_opmerkingen(gelezen, (), eerst.waarden)
    assert inhoud is not None
    (weer,), _ = herken(bestand(tmp_path, lambda: inhoud, "kopie.xlsx"))
    uit = neem(Plan(2026, 4), weer, {"Instroom asiel": "instroom_asiel"})
    assert uit.plan.invoer == eerst.plan.invoer
    assert not any(w.uit_tekst for w in uit.waarden)


def test_a_csv_becomes_a_workbook_and_no_text_a_formula(tmp_path: Path) -> None:
    maak = komma(";2026;2027\nInstroom asiel;±12;13\n=1+1;2;3")
    kopie = _kopie(tmp_path, maak, {"Instroom asiel": "instroom_asiel"}, "proef.csv")
    assert kopie.sheetnames == ["Opmerkingen", "proef"]
    assert (kopie["proef"]["A3"].value, kopie["proef"]["A3"].data_type) == ("=1+1", "s")
    assert kopie["proef"]["B2"].comment is not None


def test_remarks_that_meet(tmp_path: Path) -> None:
    """A sheet that has this name already, two remarks on one cell, and a remark on a merged cell."""
    from core.plan import Bevinding, Ernst

    maak = boek(("", 2026), ("a", 1), ("b", None), blad="Opmerkingen", daarna=lambda blad: blad.merge_cells("B2:B3"))
    waar = "blad Opmerkingen, cel "
    remarks = [Bevinding(Ernst.FOUT, waar + c, t) for c, t in (("B2", "Een."), ("B2", "Twee."), ("B3", "Drie."))]
    inhoud = met_opmerkingen(bestand(tmp_path, maak), [*remarks, Bevinding(Ernst.LET_OP, "blad weg, cel A1", "Vier.")])
    assert inhoud is not None
    kopie = openpyxl.load_workbook(BytesIO(inhoud))
    assert kopie.sheetnames == ["Opmerkingen 2", "Opmerkingen"]
    assert kopie["Opmerkingen"]["B2"].comment.text == "Een.\nTwee."
    assert kopie["Opmerkingen 2"].max_row == 5


def test_the_copy_has_only_cells(tmp_path: Path) -> None:
    """What stands around the cells was not searched for persons, so it does not go along."""
    geheim = "Jansen-Fictief"

    def daarna(blad: Any) -> None:
        boek_ = blad.parent
        blad.oddHeader.left.text = blad.evenFooter.center.text = geheim
        blad.add_data_validation(DataValidation("list", formula1=f'"{geheim},ander"', sqref="B2"))
        blad["A2"].comment = Comment(geheim, geheim)
        blad["A2"].hyperlink = f"mailto:{geheim}@example.org"
        blad.defined_names["Plaatselijk"] = DefinedName("Plaatselijk", attr_text=f'"{geheim}"')
        boek_.defined_names["Overal"] = DefinedName("Overal", attr_text=f'"{geheim}"')
        boek_.custom_doc_props.append(StringProperty(name="Wie", value=geheim))
        boek_.properties.creator = geheim
        blad.add_table(Table(displayName=geheim.replace("-", ""), ref="A1:B2"))
        blad["A1"] = "wat"
        blad["B1"] = "waarde"

    inhoud = met_opmerkingen(bestand(tmp_path, boek(("", 2026), ("a", 1), daarna=daarna)), ())
    assert inhoud is not None
    with zipfile.ZipFile(BytesIO(inhoud)) as zip_:
        assert [n for n in zip_.namelist() if b"Jansen" in zip_.read(n)] == []
    assert openpyxl.load_workbook(BytesIO(inhoud))["Begroting"]["B2"].value == 1


def test_the_form_is_read_back(tmp_path: Path) -> None:
    """Filled in, the proposals find their inputs and all counts arrive; empty, nothing does."""
    leeg = telformulier(2026, 2)
    assert herken(bestand(tmp_path, lambda: leeg))[0] == ()
    vol = openpyxl.load_workbook(BytesIO(leeg))
    blad = vol["Tellen"]
    for cel, waarde in {"C7": 30, "D7": 32, "C8": 9, "C12": 50, "C13": 8, "C14": 0, "C15": 2}.items():
        blad[cel] = waarde
    for cel, waarde in {"C19": 18, "D19": 22, "E19": 19, "F19": 20}.items():
        blad[cel] = waarde
    uit = BytesIO()
    vol.save(uit)
    blokken, bevindingen = herken(bestand(tmp_path, uit.getvalue))
    assert bevindingen == ()
    assert len(blokken) == 3
    plan = Plan(2026, 2)
    for b in blokken:
        per_rij = {v.rij: v for v in reversed(voorstel(b, CATALOGUS))}
        plan = neem_over(plan, b, koppel(b, per_rij.values()), CATALOGUS, DATUM).plan
    verwacht = {
        "instroom_asiel": {"2026": 30, "2027": 32},
        "instroom_gezin": {"2026": 9},
        "begeleiding_start_asiel": 50,
        "begeleiding_start_gezin": 8,
        "wachtlijst_start_asiel": 0,
        "wachtlijst_start_gezin": 2,
        "taakstelling": {"2026": [18, 22], "2027": [19, 20]},
    }
    assert plan.invoer == als_plan({"startjaar": 2026, "horizon": 2, "invoer": verwacht}).invoer


def test_both_figures_of_the_taakstelling() -> None:
    """(18 + 22) × 0,70 = 28. In 2027 the instroom itself is filled in; 2030 is no plan year."""
    plan = als_plan(
        {
            "startjaar": 2026,
            "horizon": 2,
            "invoer": {
                "taakstelling": {"2026": [18, 22], "2027": [10, 0], "2030": [1, 1]},
                "instroom_asiel": {"2027": 5},
            },
        }
    )
    a, b = omrekening(bereken(plan))
    assert (a.jaar, a.personen, a.inburgeringsplichtigen, a.telt) == (2026, 40, pytest.approx(28), True)
    assert (b.jaar, b.personen, b.inburgeringsplichtigen, b.telt) == (2027, 10, pytest.approx(7), False)
    vast = als_plan({"startjaar": 2026, "invoer": {"taakstelling": {"2026": [18, 22]}, "instroom_asiel": 5}})
    assert not omrekening(bereken(vast))[0].telt
    assert omrekening(bereken(als_plan({"startjaar": 2026, "invoer": {}}))) == ()


def test_where_nobody_looked_for_persons_nothing_is_copied(tmp_path: Path) -> None:
    """Rows beyond those that are read: no copy. A long text: as far as was read."""
    ver = bestand(tmp_path, boek(("", 2026), ("Bedrag", 5), daarna=lambda blad: blad.cell(20_500, 1, "iemand")))
    assert ver.vellen
    assert met_opmerkingen(ver, ver.bevindingen) is None
    lang = bestand(tmp_path, boek(("", 2026), ("Bedrag", 5), ("x" * LANGSTE_TEKST + "iemand", "=1+1")))
    inhoud = met_opmerkingen(lang, ())
    assert inhoud is not None
    blad = openpyxl.load_workbook(BytesIO(inhoud))["Begroting"]
    assert blad["A3"].value == "x" * LANGSTE_TEKST + "…"
    assert blad["B3"].value == "=1+1"
