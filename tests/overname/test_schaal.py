"""The words by which a table says that its numbers are smaller or larger than they look."""

from __future__ import annotations

import pytest

from core.overname.schaal import lees_schalen


@pytest.mark.parametrize(
    ("tekst", "malen"),
    [
        ("x € 1.000", [1000]),
        ("x € 1.000.000", [1e6]),
        ("x € 1.000,-", [1000]),
        ("x 10.000", [10_000]),
        ("x € 100.000", [100_000]),
        ("in € 100", [100]),
        ("1.000 euro", [1000]),
        ("€ '000", [1000]),
        ("K €", [1000]),
        ("m€", [1e6]),
        ("€ mld", [1e9]),
        ("maal 1000", [1000]),
        ("x € 1,000", [1000]),
        ("in ‰", [0.001]),
        ("aandelen in %, bedragen x € 1.000", [1000, 0.01]),
        ("Budget van € 1.000 per persoon", []),
        ("index 100", []),
        ("max 1000", []),
        ("begroting 2026", []),
    ],
)
def test_the_multipliers_that_a_text_names(tekst: str, malen: list[float]) -> None:
    assert [s.maal for s in lees_schalen(tekst, "hier")] == malen


def test_a_multiplier_is_shown_as_people_write_it() -> None:
    tekens = [s.teken for s in lees_schalen("x € 10.000, in % of ‰", "hier")]
    assert tekens == ["x 10.000", "in promille", "in procenten"]
