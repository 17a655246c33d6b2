"""What charts say: their message is that of the figures, and nothing is drawn that is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.catalogus import standaardcatalogus
from core.duiding.instroomvarianten import Instroomvarianten, varieer
from core.duiding.ritme import Ritme, spukritme
from core.duiding.wachten import Kwartaalstand, Wachtlijst, wachtlijst
from core.getallen import toon_euro
from core.plan import plan_uit
from core.rapport.grafieken import (
    Grafiek,
    Reeks,
    Soort,
    grafieken,
    instroom_in_beeld,
    ritme_in_beeld,
    toon_waarde,
    wachtlijst_in_beeld,
)
from core.regels import Uitkomst, bereken, model
from tests.benchmarks.voorbeeld import voorbeeldplan
from tests.plannen import willekeurig_plan

CASELOAD = {
    "instroom_asiel": 24,
    "instroom_gezin": 12,
    "begeleiding_start_asiel": 40,
    "begeleiding_start_gezin": 20,
    "methode": "caseload",
    "caseload": 50,
    "loonkosten_fte": 100000,
}


def reken(invoer: dict[str, object], horizon: int = 3) -> Uitkomst:
    plan, gevonden = plan_uit({"startjaar": 2027, "horizon": horizon, "invoer": invoer}, standaardcatalogus())
    assert plan is not None, gevonden
    return bereken(plan)


def van(uitkomst: Uitkomst, naam: str) -> Grafiek:
    return next(g for g in grafieken(uitkomst) if g.naam == naam)


def test_het_voorbeeld_heeft_alle_grafieken() -> None:
    uitkomst = bereken(voorbeeldplan())
    gemaakt = grafieken(uitkomst)
    assert [g.naam for g in gemaakt] == ["tekort", "kosten", "fte", "wachten", "spuk", "inkoop"]
    for g in gemaakt:
        assert g.jaren == (2027, 2028, 2029, 2030, 2031)
        assert all(len(r.waarden) == 5 for r in g.reeksen)
        assert all(id_ in model() for id_ in g.figuren)
        assert g.in_woorden.startswith(f"{g.titel}. ")
        assert all(r.label in g.in_woorden for r in g.reeksen)


def test_de_titel_is_de_boodschap() -> None:
    uitkomst = bereken(voorbeeldplan())
    assert van(uitkomst, "tekort").titel == (
        "Tekort structureel gaat van € 176.094 tekort in 2027 naar € 221.677 tekort in 2031"
    )
    assert van(uitkomst, "spuk").titel == (
        "Saldo van de SPUK gaat van € 42.945 tekort in 2027 naar € 20.108 tekort in 2031"
    )
    assert van(uitkomst, "fte").titel == "In 2031 is 2,4 fte nodig en 2,0 fte ingezet"
    assert van(uitkomst, "wachten").titel == "Langste wachttijd is 31 weken, in 2030"
    assert van(uitkomst, "wachten").grens == ("norm voor het PIP", 10)


def test_de_grootste_kosten_staan_onderaan() -> None:
    kosten = van(bereken(voorbeeldplan()), "kosten")
    sommen = [sum(w or 0 for w in r.waarden) for r in kosten.reeksen]
    assert sommen == sorted(sommen, reverse=True)
    assert kosten.reeksen[0].label == "Consulentkosten"
    assert kosten.soort is Soort.STAPEL


def test_zonder_middelen_geen_grafiek_van_het_tekort() -> None:
    """Nothing is known of the Gemeentefonds: no tekort, but there are costs."""
    namen = [g.naam for g in grafieken(reken(CASELOAD))]
    assert "tekort" not in namen
    assert "kosten" in namen


def test_leeg_plan_heeft_er_geen() -> None:
    assert grafieken(reken({})) == []


def test_een_jaar_en_gelijke_jaren() -> None:
    invoer = {**CASELOAD, "gemeentefonds_structureel": 9_000_000, "algemene_kosten_bedrag": 0}
    assert van(reken(invoer, 1), "tekort").titel.startswith("Tekort structureel is € 8.")
    assert van(reken(invoer, 1), "tekort").titel.endswith(" overschot in 2027")
    assert van(reken(invoer, 1), "kosten").titel.startswith("Uitvoeringskosten zijn € ")
    # No one waits, no one comes or goes: fifty people and their one fte stay as they are.
    vast = {**CASELOAD, "instroom_asiel": 0, "instroom_gezin": 0, "begeleiding_start_gezin": 0}
    vast |= {"begeleiding_start_asiel": 0, "algemene_kosten_bedrag": 100, "gemeentefonds_structureel": 100}
    tekort = van(reken(vast), "tekort")
    assert tekort.titel == "Tekort structureel is € 0 in 2027 en in 2029"
    assert tekort.reeksen[0] == Reeks("structureel", (0, 0, 0))


def test_niemand_wacht() -> None:
    assert van(reken(CASELOAD), "wachten").titel == "Niemand wacht"


def test_laatste_bekende() -> None:
    assert Reeks("x", (1, 2, None)).laatste == 2
    assert Reeks("x", (None,)).laatste is None
    assert "2027 onbekend" in Grafiek("x", "X", "T", Soort.LIJN, "fte", (2027,), (Reeks("a", (None,)),), ()).in_woorden


@pytest.mark.parametrize("zaad", range(20))
def test_ook_bij_willekeurige_plannen(zaad: int) -> None:
    plan, _ = plan_uit(willekeurig_plan(zaad), standaardcatalogus())
    assert plan is not None
    for g in grafieken(bereken(plan)):
        assert any(r.laatste is not None for r in g.reeksen)
        assert "nan" not in g.in_woorden


def test_toon_waarde() -> None:
    assert toon_waarde(1234.5, "euro") == "€ 1.235"
    assert toon_waarde(2.04, "fte") == "2,0"


# --- charts of a reading -----------------------------------------------------------------------------------


def lijst(*kwartalen: tuple[float, float, float]) -> Wachtlijst:
    """From quarters of who came, who started and who is left."""
    standen, begin = [], 10.0
    for nummer, (erbij, gestart, eind) in enumerate(kwartalen):
        standen.append(Kwartaalstand(f"2027K{nummer + 1}", begin, erbij, gestart, eind))
        begin = eind
    return Wachtlijst(tuple(standen), {}, {}, "")


def test_de_wachtlijst_als_stand_en_stroom() -> None:
    grafiek = wachtlijst_in_beeld(lijst((5, 3, 12), (5, 2, 15)))
    assert grafiek is not None
    assert grafiek.titel == "De wachtlijst gaat van 10 naar 15 mensen eind 2027"
    assert grafiek.momenten == ("2027K1", "2027K2")
    assert [r.waarden for r in grafiek.reeksen] == [(12, 15), (5, 5), (3, 2)]
    assert "wacht aan het eind: 2027K1 12,0, 2027K2 15,0." in grafiek.in_woorden
    gelijk = wachtlijst_in_beeld(lijst((5, 5, 10)))
    assert gelijk is not None
    assert gelijk.titel == "De wachtlijst is 10 mensen, aan het begin en eind 2027"
    leeg = wachtlijst_in_beeld(Wachtlijst((Kwartaalstand("2027K1", 0.2, 9, 9, 0.1),), {}, {}, ""))
    assert leeg is not None
    assert leeg.titel == "Niemand wacht"
    assert wachtlijst_in_beeld(lijst()) is None
    assert wachtlijst_in_beeld(wachtlijst(bereken(voorbeeldplan()))) is not None


def test_lage_en_hoge_instroom_in_beeld() -> None:
    """Without a waiting list the structural tekort; without any tekort, or without levels, nothing."""
    uitkomst = bereken(voorbeeldplan())
    lezing = varieer(uitkomst)
    grafiek = instroom_in_beeld(lezing)
    assert grafiek is not None
    laag, _, hoog = (v.uitkomst.waarde("tekort_met_wachtlijst", moment=2031) for v in lezing.varianten)
    assert laag is not None
    assert hoog is not None
    assert f"€ {laag:,.0f} tekort bij lage".replace(",", ".") in grafiek.titel
    assert f"€ {hoog:,.0f} tekort bij hoge".replace(",", ".") in grafiek.titel
    assert [r.label for r in grafiek.reeksen] == ["laag", "midden", "hoog"]
    assert instroom_in_beeld(Instroomvarianten((), (), "geen bereik")) is None
    assert instroom_in_beeld(varieer(reken(CASELOAD), 0.8, 1.2)) is None


def test_het_ritme_van_de_spuk() -> None:
    """20 people a year, as in wetgeving b.6: the years of the transition bring less than the new rhythm would."""
    eerder = {"eerdere_instroom_asiel": {"2024": 20, "2025": 20, "2026": 20}}
    ritme = spukritme(reken({**CASELOAD, "instroom_asiel": 20, **eerder}))
    grafiek = ritme_in_beeld(ritme)
    assert grafiek is not None
    assert grafiek.jaren == (2026, 2027, 2028, 2029)
    assert grafiek.titel == f"In 2026 en 2027 ontvangt u {toon_euro(ritme.dip)} minder dan in het nieuwe ritme"
    eigen, nieuw, reserve = (r.waarden for r in grafiek.reeksen)
    assert [n - e for n, e in zip(nieuw, eigen, strict=True)] == pytest.approx([j.dip for j in ritme.jaren])
    assert reserve == tuple(j.stand for j in ritme.jaren)
    zonder_reserve = replace(ritme, jaren=tuple(replace(j, stand=None, dip=0.0) for j in ritme.jaren))
    rustig = ritme_in_beeld(zonder_reserve)
    assert rustig is not None
    assert rustig.titel == "De SPUK volgt het nieuwe ritme"
    assert len(rustig.reeksen) == 2
    andersom = ritme_in_beeld(replace(ritme, jaren=tuple(replace(j, dip=-j.dip) for j in ritme.jaren)))
    assert andersom is not None
    assert andersom.titel.endswith(" meer dan in het nieuwe ritme")


def test_zonder_bekende_jaren_geen_ritme() -> None:
    assert ritme_in_beeld(Ritme((), (2026, 2027), (2024, 2025))) is None
