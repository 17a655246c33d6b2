"""Numbers as Dutch people write them: what is understood, what is refused, and that nothing is lost on the way."""

from __future__ import annotations

import contextlib
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.getallen import (
    GRENS,
    Bereik,
    GetalFout,
    bereik,
    dubbelzinnig,
    lees_getal,
    lees_getal_of_bereik,
    toon,
    toon_euro,
)

getallen = st.floats(-1e14, 1e14, allow_nan=False)


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("0", 0.0),
        ("007", 7.0),
        ("1234,5", 1234.5),
        ("1.234,50", 1234.5),
        ("1.234", 1234.0),
        ("1.234.567", 1234567.0),
        ("12.5", 12.5),
        ("12.50", 12.5),
        ("+3", 3.0),
        ("-3,25", -3.25),
        ("\u22123", -3.0),
        ("€ 12", 12.0),
        ("€12,50", 12.5),
        ("-€ 5", -5.0),
        ("€ −1.235", -1235.0),
        ("12 €", 12.0),
        ("12,5 %", 0.125),
        ("0,7 %", 0.007),
        ("12.5%", 0.125),
        ("\xa0 1.234,5\u202f", 1234.5),
    ],
)
def test_understood(tekst: str, getal: float) -> None:
    assert lees_getal(tekst) == getal
    assert lees_getal_of_bereik(tekst) == getal


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "-",
        "PM",
        "n.v.t.",
        "1,2,3",
        "1.23.456",
        "0.123",
        "12.3456",
        "1,",
        ",5",
        "1e5",
        "0x10",
        "1_000",
        "nan",
        "inf",
        "1 234",
        "1'234",
        "'12",
        "--5",
        "€€5",
        "1€2",
        "%",
        "€",
        "5 %%",
        "٣",
        "５",
        "5 euro",
        "½",
        "1/2",
        "=1+1",
        "x" * 500,
    ],
)
def test_refused(tekst: str) -> None:
    for lees in (lees_getal, lees_getal_of_bereik):
        with pytest.raises(GetalFout, match=r"is geen getal\. Schrijf bijvoorbeeld 1234,5"):
            lees(tekst)


@pytest.mark.parametrize("tekst", ["1" + 15 * "0", "9" * 100, "-" + "9" * 40])
def test_beyond_measure(tekst: str) -> None:
    with pytest.raises(GetalFout, match="te groot"):
        lees_getal(tekst)
    assert lees_getal("9" * 15) == GRENS - 1


def test_a_long_text_is_shortened_and_not_searched() -> None:
    with pytest.raises(GetalFout, match="…") as fout:
        lees_getal_of_bereik("1" + " " * 5_000_000 + "x")
    assert len(str(fout.value)) < 120
    assert not dubbelzinnig(" " * 5_000_000 + "1.234")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("45 tot 60", Bereik(45.0, 60.0, 52.5)),
        (" 45  TOT\xa060 ", Bereik(45.0, 60.0, 52.5)),
        ("45 tot 60, verwacht 50", Bereik(45.0, 60.0, 50.0)),
        ("45 tot 60 verwacht 50", Bereik(45.0, 60.0, 50.0)),
        ("1.000 tot 1.500,5", Bereik(1000.0, 1500.5, 1250.25)),
        ("20 % tot 30 %, verwacht 25 %", Bereik(0.2, 0.3, 0.25)),
        ("-5 tot -2", Bereik(-5.0, -2.0, -3.5)),
        ("5 tot 5", Bereik(5.0, 5.0, 5.0)),
        ("€ 5 tot € 6", Bereik(5.0, 6.0, 5.5)),
    ],
)
def test_ranges(tekst: str, verwacht: Bereik) -> None:
    assert lees_getal_of_bereik(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("60 tot 45", "van hoog naar laag"),
        ("45 tot 60, verwacht 61", "niet tussen de twee grenzen"),
        ("45 tot 60, verwacht 44", "niet tussen de twee grenzen"),
        ("0,5 tot 60 %", "niet bij elk getal een %-teken"),
        ("20 % tot 30 %, verwacht 0,25", "niet bij elk getal een %-teken"),
        ("45 tot", "is geen getal"),
        ("tot 60", "is geen getal"),
        ("45 tot zestig", "is geen getal"),
        ("1 tot 2 tot 3", "is geen getal"),
        ("45 tot 60, verwacht veel", "is geen getal"),
        ("45-60", "is geen getal"),
    ],
)
def test_ranges_refused(tekst: str, woorden: str) -> None:
    with pytest.raises(GetalFout, match=woorden):
        lees_getal_of_bereik(tekst)


@pytest.mark.parametrize(
    ("tekst", "ja"),
    [
        ("1.234", True),
        ("€ 1.234", True),
        ("1.234 %", True),
        ("-12.345", True),
        ("1.000 tot 1500", True),
        ("900 tot 1100, verwacht 1.000", True),
        ("1.234,5", False),
        ("1.234.567", False),
        ("0.123", False),
        ("12.5", False),
        ("1234", False),
        ("45 tot 60", False),
        ("", False),
    ],
)
def test_ambiguous(tekst: str, ja: bool) -> None:
    assert dubbelzinnig(tekst) is ja


@given(getallen)
def test_shown_and_read_again_is_the_same_number(getal: float) -> None:
    assert lees_getal(toon(getal)) == getal


@given(st.lists(getallen, min_size=3, max_size=3).map(sorted))
def test_a_range_as_text_is_the_same_range(grenzen: list[float]) -> None:
    laag, verwacht, hoog = grenzen
    gemaakt = bereik(laag, hoog, verwacht)
    assert lees_getal_of_bereik(gemaakt.tekst) == gemaakt
    midden = Bereik(laag, hoog, (laag + hoog) / 2)
    assert "verwacht" not in midden.tekst
    assert lees_getal_of_bereik(midden.tekst) == midden


def test_the_middle_stays_the_middle_after_rounding() -> None:
    """(0,1 + 0,7) / 2 is 0,39999999999999997 as a float; a workbook stores 0,4."""
    assert bereik(0.1, 0.7, 0.4) == Bereik(0.1, 0.7, (0.1 + 0.7) / 2)
    assert bereik(0.1, 0.7, 0.41).verwacht == 0.41


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_a_sentence(tekst: str) -> None:
    """No other exception ever comes out."""
    with contextlib.suppress(GetalFout):
        assert isinstance(lees_getal_of_bereik(tekst), float | Bereik)


@pytest.mark.parametrize(
    ("getal", "decimalen", "tekst"),
    [
        (1234567.891, None, "1.234.567,891"),
        (0.1 + 0.2, None, "0,30000000000000004"),
        (-0.0, None, "0"),
        (5, None, "5"),
        (1e22, None, "10.000.000.000.000.000.000.000"),
        (1.5e-30, None, "0,0000000000000000000000000000015"),
        (-1e-7, None, "-0,0000001"),
        (1234.5, 0, "1.235"),
        (-1234.5, 0, "−1.235"),
        (0.285, 2, "0,29"),
        (1.005, 2, "1,01"),
        (-0.4, 0, "0"),
        (-0.0, 1, "0,0"),
        (2.5, 3, "2,500"),
        (1e300, 0, "1" + ".000" * 100),
    ],
)
def test_shown(getal: float, decimalen: int | None, tekst: str) -> None:
    assert toon(getal, decimalen) == tekst


@given(getallen, st.integers(0, 4))
def test_shown_with_decimals_rounds_half_up_as_people_do(getal: float, decimalen: int) -> None:
    verwacht = abs(Decimal(repr(getal))).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP)
    tekst = toon(getal, decimalen).replace(".", "").replace(",", ".")
    assert abs(Decimal(tekst.replace("−", "-"))) == verwacht
    assert tekst.startswith("−") == (getal < 0 and verwacht != 0)


def test_shown_in_euros() -> None:
    assert (toon_euro(1234.5), toon_euro(-1234.5), toon_euro(0.5, 2)) == ("€ 1.235", "€ −1.235", "€ 0,50")
