"""Formulas that cells share: the first holds it, the others say it for their own place."""

from __future__ import annotations

import pytest

from core.werkboek.verplaatsing import verplaatst


@pytest.mark.parametrize(
    ("formule", "naar", "woorden"),
    [
        ("F6+G6", (5, 6), "G6+H6"),  # one column to the right of F6
        ("F6+$G6+F$6+$G$6", (7, 6), "G8+$G8+G$6+$G$6"),  # two rows down as well: what is fixed stays
        ("SUM(Invoer_S1!F6:Z6)*S1!A1", (5, 6), "SUM(Invoer_S1!G6:AA6)*S1!B1"),  # a sheet may be called as a cell is
        ("'A1 B2'!A1&\"A1\"", (5, 6), "'A1 B2'!B1&\"A1\""),  # texts and names between quotes are no cells
        ("LOG10(A1)+ATAN2(A1,B1)+XFD1048576x", (5, 6), "LOG10(B1)+ATAN2(B1,C1)+XFD1048576x"),
        ("A6", (4, 5), "A5"),
        ("A1", (4, 5), ""),  # above the first row
        ("A1", (5, 4), ""),  # left of the first column
        ("ZZZ1", (5, 6), ""),  # right of the last that has letters
    ],
)
def test_references_move_along(formule: str, naar: tuple[int, int], woorden: str) -> None:
    assert verplaatst(formule, (5, 5), naar) == woorden
