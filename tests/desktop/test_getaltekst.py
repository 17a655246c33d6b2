"""What is typed is read as Dutch people write it, and nothing is multiplied in silence."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.velden.getaltekst import Onleesbaar, kort, lees, onleesbaar, toon_waarde

CIJFERS = st.text("0123456789", min_size=1, max_size=9)


def met_punten(heel: str) -> str:
    """Dots between thousands: 1234567 as 1.234.567."""
    return f"{int(heel):,}".replace(",", ".")


@given(heel=CIJFERS, decimalen=st.text("0123456789", max_size=6), punten=st.booleans(), min_=st.booleans())
def test_komma_is_decimaal(heel: str, decimalen: str, punten: bool, min_: bool) -> None:
    teken = "-" if min_ else ""
    tekst = teken + (met_punten(heel) if punten else heel) + (f",{decimalen}" if decimalen else "")
    assert lees(tekst, "euro") == float(Decimal(f"{teken}{heel}.{decimalen or 0}"))


@given(heel=CIJFERS, decimalen=st.text("0123456789", min_size=1, max_size=8))
def test_punt_is_decimaal_of_geweigerd_maar_nooit_keer_iets(heel: str, decimalen: str) -> None:
    """One or two digits after a point are decimals; three are thousands when they can be; the rest is refused."""
    waarde = lees(f"{heel}.{decimalen}", "euro")
    if len(decimalen) <= 2:
        assert waarde == float(Decimal(f"{heel}.{decimalen}"))
    elif len(decimalen) == 3 and len(heel) <= 3 and heel[0] != "0":
        assert waarde == float(heel + decimalen)
    else:
        assert isinstance(waarde, Onleesbaar)


@given(st.text(max_size=12))
def test_wat_gelezen_wordt_staat_er_ook(tekst: str) -> None:
    """An accepted number has the same digits as the text, in the same order: nothing was multiplied."""
    waarde = lees(tekst, "euro")
    if isinstance(waarde, int | float):
        getal = Decimal(repr(waarde)).normalize()
        cijfers = "".join(c for c in tekst if c.isdecimal()).strip("0")
        assert "".join(map(str, getal.as_tuple().digits)).strip("0") == cijfers


@given(
    st.floats(-1e9, 1e9, allow_nan=False).filter(lambda x: x == 0 or abs(x) > 1e-4),
    st.sampled_from(["euro", "aandeel", "personen"]),
)
def test_heen_en_terug(getal: float, eenheid: str) -> None:
    assert lees(toon_waarde(getal, eenheid), eenheid) == getal


@given(st.integers(-100_000, 100_000))
def test_procenten_zijn_precies(duizendsten: int) -> None:
    """`12,5 %` is the number nearest to 0,125, and is shown as it was typed."""
    procent = Decimal(duizendsten) / 1000
    tekst = f"{procent:f}".replace(".", ",") + " %"
    waarde = lees(tekst, "aandeel")
    assert waarde == float(procent / 100)
    assert lees(toon_waarde(waarde, "aandeel"), "aandeel") == waarde


@pytest.mark.parametrize(
    ("tekst", "eenheid", "waarde", "getoond"),
    [
        ("12,5", "personen", 12.5, "12,5"),
        ("1.234,56", "euro", 1234.56, "1.234,56"),
        ("€ 1.234", "euro per persoon", 1234.0, "1.234"),
        ("45 tot 60", "personen per fte", "45 tot 60", "45 tot 60"),
        ("45 tot 60, verwacht 50", "personen per fte", "45 tot 60, verwacht 50", "45 tot 60, verwacht 50"),
        ("25 %", "aandeel", 0.25, "25 %"),
        ("0,25", "aandeel", 0.25, "25 %"),
        ("20 % tot 30 %", "aandeel", "0,2 tot 0,3", "20 % tot 30 %"),
        ("2027", "jaartal", 2027.0, "2027"),
        ("2027", "euro", 2027.0, "2.027"),
        ("  ", "euro", None, ""),
    ],
)
def test_voorbeelden(tekst: str, eenheid: str, waarde: object, getoond: str) -> None:
    assert lees(tekst, eenheid) == waarde
    assert toon_waarde(waarde, eenheid) == getoond


@pytest.mark.parametrize(
    ("tekst", "eenheid", "woord"),
    [
        ("0.125", "aandeel", "geen getal"),
        ("veel", "euro", "geen getal"),
        ("12.3456", "euro", "geen getal"),
        ("60 tot 45", "personen", "hoog naar laag"),
        ("25 %", "personen", "geen percentage"),
        ("€ 25", "personen", "geen bedrag"),
        ("20 tot 30 %", "aandeel", "bij elk getal"),
    ],
)
def test_geweigerd_met_een_zin(tekst: str, eenheid: str, woord: str) -> None:
    gelezen = lees(tekst, eenheid)
    assert isinstance(gelezen, Onleesbaar)
    assert woord in gelezen.zin
    assert gelezen.zin.endswith(".")
    assert gelezen.zin[0].isupper() or gelezen.zin[0] == '"'
    assert toon_waarde(gelezen, eenheid) == tekst


def test_kort() -> None:
    assert kort(6265.1234, "euro") == "6.265,12"
    assert kort(98765.4, "euro") == "98.765"
    assert kort(0.0453, "aandeel") == "4,53 %"
    assert kort(2027.0, "jaartal") == "2027"


def test_onleesbaar_met_plaats() -> None:
    fout = Onleesbaar("x", "Zin.")
    assert onleesbaar({"B1": {"2027": fout}, "Z": 3}) == [(" B1 2027", fout)]
    assert onleesbaar([0.5, fout]) == [("", fout)]
    assert onleesbaar("45 tot 60") == []
