"""Reading plan files: what was written comes back, and no file is hostile enough to raise."""

import json
import os
import random

import pytest

from core.catalogus import standaardcatalogus
from core.plan import Ernst, plan_uit, vingerafdruk
from core.planbestand import EXTENSIE, GRENS, lees, lees_tekst, schrijf
from tests.plannen import willekeurig_plan

CATALOGUS = standaardcatalogus()
HEEL = {"formaat": "inburgeringsplan", "versie": 1, "startjaar": 2027, "invoer": {"instroom_asiel": 12}}


def met_scenarios(zaad):
    """A random plan with scenarios (among them values made blank), herkomst and a gemeente of its own."""
    rng = random.Random(zaad)
    gegevens = willekeurig_plan(zaad)
    s, n = gegevens["startjaar"], gegevens["horizon"]
    for i in range(rng.randint(0, 3)):
        ander = willekeurig_plan(zaad + 1000 * (i + 1), startjaar=s, horizon=n)["invoer"]
        gekozen = {naam: None if rng.random() < 0.2 else w for naam, w in ander.items() if rng.random() < 0.3}
        gegevens.setdefault("scenarios", []).append({"naam": f"Scenario {i} €", "invoer": gekozen})
        if rng.random() < 0.5:
            gegevens["scenarios"][-1]["maatregelen"] = rng.choice([[], ["spuk_korting"]])
    namen = [naam for naam in gegevens["invoer"] if rng.random() < 0.3]
    gegevens["herkomst"] = {naam: {"bron": "begroting “2027”", "nota": "regel 1\nregel 2"} for naam in namen}
    gegevens["gemeente"] |= {"inwonertal": rng.choice([None, 25000]), "teken": "VN", "taakveld": {"6.1": "Nieuwkomers"}}
    return gegevens


def test_wat_is_geschreven_komt_terug(tmp_path):
    for zaad in range(200):
        plan, bevindingen = plan_uit(met_scenarios(zaad), CATALOGUS)
        assert not bevindingen
        pad = tmp_path / f"plan{EXTENSIE}"
        schrijf(pad, plan)
        terug, bevindingen = lees(pad, CATALOGUS)
        assert bevindingen == []
        assert terug == plan
        assert vingerafdruk(terug) == vingerafdruk(plan)
    assert [p.name for p in tmp_path.iterdir()] == ["plan.inburgeringsplan"]


def test_leesbaar_voor_mensen(tmp_path):
    plan, _ = plan_uit(HEEL | {"gemeente": {"naam": "’s-Hertogenbosch"}}, CATALOGUS)
    schrijf(tmp_path / "p", plan)
    tekst = (tmp_path / "p").read_bytes().decode("utf-8")
    assert '\n    "naam": "’s-Hertogenbosch",\n' in tekst
    assert tekst.endswith("}\n")


# --- files that are no plan --------------------------------------------------------------------------------

TEKST = json.dumps(HEEL)
VIJANDIG = {
    "leeg": (b"", "leeg"),
    "alleen witruimte": (b" \r\n\t ", "leeg"),
    "alleen BOM": (b"\xef\xbb\xbf", "leeg"),
    "nullen na stroomuitval": (bytes(4096), "leeg"),
    "afgekapt": (TEKST[:-5].encode(), "niet compleet (regel 1, teken"),
    "afgekapt midden in een teken": (TEKST.replace("asiel", "é").encode()[:-20] + b"\xc3", "UTF-8"),
    "geen UTF-8": (TEKST.replace("asiel", "é").encode("latin-1"), "UTF-8"),
    "UTF-16": (TEKST.encode("utf-16"), "UTF-8"),
    "geen JSON": (b"PK\x03\x04 dit is een werkboek", "geen planbestand"),
    "twee plannen": ((TEKST + TEKST).encode(), "geen planbestand"),
    "enkele aanhalingstekens": (TEKST.replace('"', "'").encode(), "geen planbestand"),
    "te groot": (b" " * GRENS + TEKST.encode(), "groter dan 5 MB"),
    "diep als lijst": (b"[" * 100_000 + b"]" * 100_000, "te veel lijsten in elkaar"),
    "diep als tabel": (b'{"a":' * 600 + b"1" + b"}" * 600, "te veel lijsten in elkaar"),
    "diep in de invoer": (
        json.dumps(HEEL | {"invoer": {"aanloop": [[[[[[[[[[[[1]]]]]]]]]]]]}}).encode(),
        "te veel lijsten",
    ),
    "veel namen": (json.dumps(HEEL | {"invoer": {f"n{i}": 1 for i in range(251)}}).encode(), "meer dan 250"),
    "lange lijst": (json.dumps(HEEL | {"scenarios": [{}] * 251}).encode(), "meer dan 250"),
    "NaN": (TEKST.replace("12", "NaN").encode(), "NaN is geen getal"),
    "Infinity": (TEKST.replace("12", "Infinity").encode(), "Infinity is geen getal"),
    "-Infinity": (TEKST.replace("12", "-Infinity").encode(), "-Infinity is geen getal"),
    "1e999": (TEKST.replace("12", "1e999").encode(), "1e999 is geen getal"),
    "-1e999": (TEKST.replace("12", "-1e999").encode(), "-1e999 is geen getal"),
    "heel veel cijfers": (TEKST.replace("12", "9" * 5000).encode(), "9… is geen getal"),
    "half teken": (TEKST.replace("12", '"\\ud800"').encode(), "tekens die niet bestaan"),
    "half teken in een naam": (TEKST.replace("instroom_asiel", "\\udfff").encode(), "In een naam staan tekens"),
    "dubbele naam": (
        TEKST.replace('"startjaar": 2027', '"startjaar": 2027, "startjaar": 2028').encode(),
        '"startjaar"',
    ),
    "nieuwere versie": (TEKST.replace('"versie": 1', '"versie": 7').encode(), "(versie 7)"),
    "zonder versie": (TEKST.replace('"versie": 1,', "").encode(), "geldige versie"),
    "zonder formaat": (b'{"versie": 1, "startjaar": 2027}', "geen planbestand"),
    "een lijst": (b"[1, 2]", "geen planbestand"),
    "een getal": (b"3", "geen planbestand"),
    "null": (b"null", "geen planbestand"),
}


@pytest.mark.parametrize("soort", VIJANDIG)
def test_vijandig_bestand(tmp_path, soort):
    inhoud, zegt = VIJANDIG[soort]
    pad = tmp_path / f"vijandig{EXTENSIE}"
    pad.write_bytes(inhoud)
    plan, bevindingen = lees(pad, CATALOGUS)
    assert plan is None
    assert len(bevindingen) == 1, bevindingen
    (b,) = bevindingen
    assert b.ernst is Ernst.FOUT
    assert b.plaats
    assert zegt in b.tekst
    assert b.tekst.endswith(".")
    assert (plan, bevindingen) == lees_tekst(inhoud, pad.name, CATALOGUS)


def test_bom_mag():
    plan, bevindingen = lees_tekst(b"\xef\xbb\xbf" + TEKST.encode(), "p", CATALOGUS)
    assert bevindingen == []
    assert plan is not None
    assert plan.invoer["instroom_asiel"] == 12


def test_de_plaats_staat_erbij():
    tekst = TEKST.replace(
        '"instroom_asiel": 12', '"instroom_asiel": {"2027": NaN, "2028": 3, "2028": 1e999}, "aanloop": [1, NaN]'
    )
    _, bevindingen = lees_tekst(tekst.encode(), "p", CATALOGUS)
    # a table with a name twice is refused as a whole; what is in the others is still named
    assert [(b.plaats, b.tekst.split(".")[0]) for b in bevindingen] == [
        ("invoer, instroom_asiel", 'Deze naam staat hier twee keer: "2028"'),
        ("invoer, aanloop, 2", "NaN is geen getal waarmee te rekenen is"),
    ]


def test_alle_fouten_in_een_keer_en_geen_dubbele():
    gegevens = HEEL | {
        "formaat": "inburgeringsplan",
        "startjaar": 1900,
        "invoer": {"instrom_asiel": 1, "caseload": "veel"},
    }
    _, bevindingen = lees_tekst(json.dumps(gegevens).encode(), "p", CATALOGUS)
    plaatsen = [b.plaats for b in bevindingen]
    assert sorted(plaatsen) == ["caseload", "instrom_asiel", "startjaar"]
    _, bevindingen = lees_tekst(json.dumps(gegevens | {"startjaar": 2027}).encode(), "p", CATALOGUS)
    assert sorted(b.plaats for b in bevindingen) == ["caseload", "instrom_asiel"]


WAARDEN = [None, True, "", "x", "5 tot", -1, 0, 2.5, 1e300, 10**299, [], [1], [[]], {}, {"2027": 1}, {"2027": []}]
WAARDEN += [{"2027": [1, {}]}, {"bedrag": {}, "prijspeil": []}, {"B1": {}, "Z": [], "onderwijs": None}, {"": ""}]


def test_verkeerde_soorten_overal():
    """Every name of the format and of the catalogue with every wrong kind of value: findings, never an exception."""
    bovenin = [
        "formaat",
        "versie",
        "gemeente",
        "startjaar",
        "horizon",
        "invoer",
        "maatregelen",
        "scenarios",
        "herkomst",
    ]
    velden = ["naam", "cbs_code", "inwonertal", "samenwerkingsverband", "teken", "eenheid", "taakveld"]
    for waarde in WAARDEN:
        gevallen = [HEEL | {naam: waarde} for naam in bovenin]
        gevallen += [HEEL | {"gemeente": {veld: waarde}} for veld in velden]
        gevallen += [HEEL | {"invoer": {naam: waarde}} for naam in CATALOGUS.namen]
        gevallen += [HEEL | {"maatregelen": [waarde]}, HEEL | {"scenarios": [waarde]}]
        gevallen += [HEEL | {"scenarios": [{"naam": "A", veld: waarde}]} for veld in ("naam", "invoer", "maatregelen")]
        gevallen += [HEEL | {"herkomst": {"caseload": waarde}}, HEEL | {"herkomst": {"caseload": {"bron": waarde}}}]
        for geval in gevallen:
            plan, bevindingen = lees_tekst(json.dumps(geval).encode(), "p", CATALOGUS)
            assert (plan is None) == bool(bevindingen)
            assert all(b.ernst is Ernst.FOUT and b.plaats and b.tekst.endswith((".", "?")) for b in bevindingen)


def test_verminkte_bestanden():
    """Random bytes cut, changed and doubled in a real file: always an answer."""
    rng = random.Random(1)
    heel = json.dumps(met_scenarios(11)).encode()
    for _ in range(400):
        b = bytearray(heel)
        for _ in range(rng.randint(1, 4)):
            i, j = sorted(rng.randrange(len(b) + 1) for _ in range(2))
            if rng.random() < 0.5:
                del b[i : min(j, i + 9)]
            else:
                b.insert(i, rng.randrange(256))
        plan, bevindingen = lees_tekst(bytes(b), "p", CATALOGUS)
        assert (plan is None) == bool(bevindingen)


# --- files that cannot be read -----------------------------------------------------------------------------


def een_bevinding(pad):
    plan, bevindingen = lees(pad, CATALOGUS)
    assert plan is None
    assert len(bevindingen) == 1
    assert bevindingen[0].ernst is Ernst.FOUT
    return bevindingen[0]


def test_bestaat_niet(tmp_path):
    assert "bestaat niet" in een_bevinding(tmp_path / "weg").tekst
    assert een_bevinding(tmp_path / "weg").plaats == "weg"


def test_een_map(tmp_path):
    assert "geen bestand maar een map" in een_bevinding(tmp_path).tekst


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_een_pijp_blijft_niet_hangen(tmp_path):
    os.mkfifo(tmp_path / "pijp")
    assert "geen bestand" in een_bevinding(tmp_path / "pijp").tekst


def test_te_groot_wordt_niet_gelezen(tmp_path, monkeypatch):
    pad = tmp_path / "groot"
    with pad.open("wb") as bestand:
        bestand.truncate(GRENS + 1)
    monkeypatch.setattr("pathlib.Path.open", lambda *_: pytest.fail("a file that is too large is not opened"))
    assert "groter dan 5 MB" in een_bevinding(pad).tekst


@pytest.mark.parametrize(
    ("fout", "zegt"), [(PermissionError(13, "x"), "mag niet worden gelezen"), (OSError(5, "x"), "niet te lezen")]
)
def test_lezen_mag_niet(tmp_path, monkeypatch, fout, zegt):
    pad = tmp_path / "p"
    pad.write_text(TEKST)

    def weiger(*_):
        raise fout

    monkeypatch.setattr("pathlib.Path.open", weiger)
    assert zegt in een_bevinding(pad).tekst


def test_een_onmogelijke_naam(tmp_path):
    assert "niet te lezen" in een_bevinding(tmp_path / "a\0b").tekst
    assert "niet te lezen" in een_bevinding(tmp_path / ("x" * 5000)).tekst
