"""Numbers as text: every spelling is read as what was meant, or asked about; never as something else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.overname.notatie import Dubbelzinnig, GeenGetal, Notatie, lees_tekst

NL, EN = Notatie.NEDERLANDS, Notatie.ENGELS


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("1234", 1234),
        ("0", 0),
        ("-0,5", -0.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("12,5", 12.5),
        ("12.50", 12.5),
        ("0.123", 0.123),  # thousands never begin with 0
        ("0,123", 0.123),
        ("1234,567", 1234.567),  # without a point at the thousands the comma is a decimal sign
        ("1 234 567,8", 1234567.8),
        ("1\u00a0234", 1234),
        ("1\u202f234,5", 1234.5),
        ("1'234'567.5", 1234567.5),
        ("1’234", 1234),
        ("'12", 12),
        ("€ 1.250,-", 1250),
        ("1250,=", 1250),
        ("1.250,--", 1250),
        ("€12,50", 12.5),
        ("12,50 €", 12.5),
        ("EUR 12,50", 12.5),
        ("12,50 euro", 12.5),
        ("-€ 5", -5),
        ("€ -5", -5),
        ("5-", -5),
        ("€ 1.500,00-", -1500),
        ("(5)", -5),
        ("(€ 1.500,50)", -1500.5),
        ("\u221212", -12),
        ("12,5%", 0.125),
        ("12,5 %", 0.125),
        ("0,7%", 0.007),
        ("-3%", -0.03),
        ("26,2*", 26.2),
        ("26,2 **", 26.2),
    ],
)
def test_what_can_mean_one_thing(tekst: str, verwacht: float) -> None:
    assert lees_tekst(tekst).waarde() == verwacht


@pytest.mark.parametrize(
    ("tekst", "nederlands", "engels"),
    [("1.234", 1234, 1.234), ("1,234", 1.234, 1234), ("€ 12.345", 12345, 12.345), ("-1.234%", -12.34, -0.01234)],
)
def test_what_can_mean_two_things(tekst: str, nederlands: float, engels: float) -> None:
    gelezen = lees_tekst(tekst)
    with pytest.raises(Dubbelzinnig):
        gelezen.waarde()
    assert gelezen.waarde(NL) == nederlands
    assert gelezen.waarde(EN) == engels


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "€",
        "-",
        "--5",
        "-(5)",
        "(-5)",
        "€ 5 €",
        "€ 5%",
        "5%%",
        "±12",
        "ca. 5",
        "1.23.456",
        "1,23,456",
        "1.234.5",
        "1,234,5",
        "12,",
        ",5",
        ".5",
        "1..2",
        "1 23",
        "1 234.567 8",
        "01",
        "1e5",
        "1,2E+05",
        "0x10",
        "5 pers.",
        "5k",
        "1,5 mln",
        "٣",
        "1,5,-",
        "5 *3",
        "***",
        "9" * 16,
        "1" * 50,
        "12-5",
        "1/2",
    ],
)
def test_what_is_no_number(tekst: str) -> None:
    with pytest.raises(GeenGetal):
        lees_tekst(tekst)


def test_signs_around_it_are_kept() -> None:
    assert lees_tekst("12%").procent
    assert lees_tekst("€ 12").euro
    assert lees_tekst("12*").voorlopig == "*"
    assert lees_tekst("12**").voorlopig == "**"
    assert not lees_tekst("12").euro


def _gespeld(cijfers: int, decimalen: int, komma: str, duizend: str, teken: str, euro: str) -> str:
    geheel = f"{cijfers // 10**decimalen:,}".replace(",", duizend)
    deel = f"{komma}{cijfers % 10**decimalen:0{decimalen}}" if decimalen else ""
    kaal = f"{geheel}{deel}"
    return {"voor": f"-{kaal}", "achter": f"{kaal}-", "haken": f"({kaal})", "": kaal}[teken] + euro


@settings(max_examples=400, deadline=None)
@given(
    st.integers(0, 10**13),
    st.integers(0, 4),
    st.sampled_from([(NL, ",", "."), (EN, ".", ","), (NL, ",", ""), (EN, ".", ""), (NL, ",", " "), (EN, ".", "'")]),
    st.sampled_from(["", "voor", "achter", "haken"]),
    st.sampled_from(["", " €", "%"]),
)
def test_any_spelling_is_read_right_or_asked(
    cijfers: int, decimalen: int, vorm: tuple[Notatie, str, str], teken: str, achter: str
) -> None:
    notatie, komma, duizend = vorm
    if achter == "%" and teken in ("haken", "achter"):
        teken = ""
    bedoeld = float(f"{'-' if teken else ''}{cijfers}e-{decimalen + (2 if achter == '%' else 0)}")
    gelezen = lees_tekst(_gespeld(cijfers, decimalen, komma, duizend, teken, achter))
    assert gelezen.waarde(notatie) == bedoeld
    try:
        assert gelezen.waarde() == bedoeld
    except Dubbelzinnig:
        assert len(set(gelezen.lezingen.values())) == 2


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="0123456789.,-€%() '*\u00a0xVN", max_size=12))
def test_nothing_else_happens(tekst: str) -> None:
    """Any text: a number whose digits are those of the text, or a refusal."""
    try:
        gelezen: Any = lees_tekst(tekst)
    except GeenGetal:
        return
    cijfers = "".join(c for c in tekst if c.isdigit()).strip("0") or "0"
    for getal in gelezen.lezingen.values():
        assert (f"{abs(getal):.12f}".replace(".", "").strip("0") or "0").startswith(cijfers)
