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
        ("k euro", [1000]),
        ("1 = € 1.000", [1000]),
        ("afgerond op € 1.000", [1000]),
        ("bedragen / 1.000", [1000]),
        ("eenheden van 1.000 euro", [1000]),
        ("vermenigvuldigd met 1.000", [1000]),
        ("duizend", [1000]),
        ("x 10^3", [1000]),
        ("x1mln", [1e6]),
        ("M EUR", [1e6]),
        ("code 1/1000", []),
    ],
)
def test_the_multipliers_that_a_text_names(tekst: str, malen: list[float]) -> None:
    assert [s.maal for s in lees_schalen(tekst, "hier")] == malen


def test_a_multiplier_is_shown_as_people_write_it() -> None:
    tekens = [s.teken for s in lees_schalen("x € 10.000, in % of ‰", "hier")]
    assert tekens == ["x 10.000", "in promille", "in procenten"]


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        ("Kosten per maand", "per maand"),
        ("uren/week", "/week"),
        ("€ 5 p/m", "p/m"),
        ("wekelijkse kosten", "wekelijkse"),
        ("per 4 weken", "per 4 weken"),
        ("dagtarief", "dagtarief"),
        ("t/m 30-6-2026", "t/m 30-6"),
        ("tot en met september", "tot en met september"),
        ("eerste 6 maanden", "eerste 6 maanden"),
        ("2e tranche", "2e tranche"),
        ("in centen", "centen"),
        ("index 2025 = 100", "2025 = 100"),
        ("mutaties", "mutaties"),
        ("2026 t/m 2029", ""),
        ("18 t/m 27 jaar", ""),
        ("stand per 1 januari 2026", ""),
        ("per jaar", ""),
        ("per uur", ""),
    ],
)
def test_words_by_which_numbers_are_not_plain(tekst: str, woorden: str) -> None:
    assert [s.woorden for s in lees_schalen(tekst, "hier") if s.ongewoon] == ([woorden] if woorden else [])
