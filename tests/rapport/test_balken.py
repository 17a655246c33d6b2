"""What the bars say: they join end to end, add up to the tekort, and every bar stands in the words too."""

from __future__ import annotations

from itertools import pairwise

import pytest

from core.duiding.bijdragen import TEKORTEN, Staaf, Waterval, verklaar
from core.duiding.gevoeligheid import Tornado, Uitslag, tornado
from core.duiding.oorzaken import Wie
from core.rapport.balken import BEREIK, HOOGUIT, TOEVAL, TOTAAL, op_volgorde, tornado_in_beeld, waterval_in_beeld
from core.regels import bereken
from tests.benchmarks.voorbeeld import voorbeeldplan

STAVEN = (
    Staaf("a", "Meer werk", Wie.RIJK, 30.0, ""),
    Staaf("b", "Drukte", Wie.OMSTANDIGHEID, 5.0, ""),
    Staaf("c", "Inhuur", Wie.KEUZE, -10.0, ""),
    Staaf("d", "Aantal mensen", Wie.RIJK, 20.0, ""),
)


def test_balken_sluiten_op_elkaar_aan() -> None:
    """100 received, + 30 + 20 of the Rijk, − 10 of own choices, + 5 of circumstances: 145 it costs."""
    beeld = waterval_in_beeld(Waterval(2027, "tekort_structureel", 100.0, STAVEN, 45.0))
    assert [(b.label, b.van, b.tot) for b in beeld.balken] == [
        ("Structureel geld", 0, 100),
        ("Meer werk", 100, 130),
        ("Aantal mensen", 130, 150),
        ("Inhuur", 150, 140),
        ("Drukte", 140, 145),
        ("Blijvende kosten", 0, 145),
    ]
    assert [b.soort for b in beeld.balken] == [TOTAAL, "Rijk", "Rijk", "eigen keuze", "omstandigheid", TOTAAL]
    assert [b.na for b in beeld.balken] == ["€ 100", "€ 30 meer", "€ 20 meer", "€ 10 minder", "€ 5 meer", "€ 145"]
    assert beeld.groepen == (
        ("", 1),
        ("Rijk:\n€ 50 meer", 2),
        ("eigen keuze:\n€ 10 minder", 1),
        ("omstandigheid:\n€ 5 meer", 1),
        ("", 1),
    )
    assert beeld.titel == "In 2027 komt u € 45 te kort"
    assert "Inhuur (eigen keuze): € 10 minder" in beeld.in_woorden


def test_wie_niets_doet_is_geen_groep_en_wie_overhoudt_hoort_dat() -> None:
    beeld = waterval_in_beeld(Waterval(2028, "tekort_totaal", 100.0, STAVEN[2:3], -10.0))
    assert beeld.groepen == (("", 1), ("eigen keuze:\n€ 10 minder", 1), ("", 1))
    assert beeld.titel == "In 2028 houdt u € 10 over"
    assert (beeld.balken[0].label, beeld.balken[-1].label) == ("Al het geld", "Alle kosten")


@pytest.mark.parametrize("begrip", TEKORTEN)
def test_voorbeeld(begrip: str) -> None:
    uitkomst = bereken(voorbeeldplan())
    for waterval in verklaar(uitkomst, begrip).watervallen:
        beeld = waterval_in_beeld(waterval)
        assert beeld.balken[-1].tot - beeld.balken[0].tot == pytest.approx(waterval.tekort, abs=0.005)
        for balk, volgende in pairwise(beeld.balken[:-1]):
            assert volgende.van == (balk.tot if balk.soort != TOTAAL else waterval.middelen)
        assert sum(n for _, n in beeld.groepen) == len(beeld.balken)
        assert {s.naam for s in op_volgorde(waterval)} == {s.naam for s in waterval.staven}
        assert all(s.label in beeld.in_woorden for s in waterval.staven)


def test_tornado() -> None:
    uitkomst = bereken(voorbeeldplan())
    ((plek, toren),) = tornado(uitkomst, [(("tekort_structureel", ()), 2027)]).items()
    beeld = tornado_in_beeld(toren)
    assert beeld is not None
    assert [(b.van, b.tot) for b in beeld.balken] == [(u.laag, u.hoog) for u in toren.uitslagen]
    assert [b.soort for b in beeld.balken] == [TOEVAL if u.toeval else BEREIK for u in toren.uitslagen]
    assert beeld.lijn == uitkomst.waarde(plek[0][0], moment=2027)
    assert beeld.titel == "Tarief voor inhuur maakt in 2027 het meeste uit: € 12.000"
    assert toren.zin in beeld.in_woorden


def test_tornado_toont_de_breedste_en_zonder_bereik_niets() -> None:
    plek = (("tekort_structureel", ()), 2027)
    breed = tuple(Uitslag(f"x{n}", f"Getal {n}", -100.0 + n, 100.0 - n, toeval=False) for n in range(HOOGUIT + 3))
    beeld = tornado_in_beeld(Tornado(plek, 0.0, breed, ()))
    assert beeld is not None
    assert [b.label for b in beeld.balken] == [f"Getal {n}" for n in range(HOOGUIT)]
    assert tornado_in_beeld(Tornado(plek, 0.0, (), ())) is None
