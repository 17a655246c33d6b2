"""Numbers as Dutch people write them: `1.234,56`, `12,5 %`, `45 tot 60, verwacht 50`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_GETAL = re.compile(r"[-+]?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?$")
_PUNT = re.compile(r"[-+]?\d+\.\d{1,2}$")


class GetalFout(ValueError):
    """A text is no number that can be understood in one way only; the message says so in Dutch."""


@dataclass(frozen=True, slots=True)
class Bereik:
    """A range: in 8 of 10 cases between `laag` and `hoog`; `verwacht` is the point value."""

    laag: float
    hoog: float
    verwacht: float

    @property
    def tekst(self) -> str:
        """The range as it is typed."""
        tekst = f"{toon(self.laag)} tot {toon(self.hoog)}"
        midden = (self.laag + self.hoog) / 2
        return tekst if self.verwacht == midden else f"{tekst}, verwacht {toon(self.verwacht)}"


def bereik(laag: float, hoog: float, verwacht: float) -> Bereik:
    """A range whose expectation is its exact middle where it can only be that, rounding apart."""
    midden = (laag + hoog) / 2
    return Bereik(laag, hoog, midden if math.isclose(verwacht, midden, rel_tol=1e-13) else verwacht)


def lees_getal(tekst: str, *, punt_is_decimaal: bool = True) -> float:
    """A number in Dutch notation; an optional € or trailing % is understood.

    Args:
        tekst: what was typed.
        punt_is_decimaal: `12.5` (a point with one or two digits behind it) is 12,5.

    Raises:
        GetalFout: it is no number, or could mean two things.
    """
    kaal = tekst.replace("\xa0", " ").replace("€", "").replace("\u2212", "-").strip()
    macht = ""
    if kaal.endswith("%"):
        kaal, macht = kaal[:-1].rstrip(), "e-2"  # read as a decimal: 0,7 % is exactly the float 0.007
    if _GETAL.match(kaal):
        return float(kaal.replace(".", "").replace(",", ".") + macht)
    if punt_is_decimaal and _PUNT.match(kaal):
        return float(kaal + macht)
    raise GetalFout(f'"{tekst.strip()}" is geen getal. Schrijf bijvoorbeeld 1234,5 of 1.234,50')


def lees_getal_of_bereik(tekst: str) -> float | Bereik:
    """A number, or a range such as `45 tot 60` or `45 tot 60, verwacht 50`.

    Raises:
        GetalFout: it is neither, or the range runs backwards or does not hold its expectation.
    """
    stukken = re.split(r"\s+tot\s+", tekst.strip(), maxsplit=1, flags=re.IGNORECASE)
    if len(stukken) == 1:
        return lees_getal(tekst)
    hoog_tekst, *rest = re.split(r"\s*,?\s+verwacht\s+", stukken[1], maxsplit=1, flags=re.IGNORECASE)
    laag, hoog = lees_getal(stukken[0]), lees_getal(hoog_tekst)
    verwacht = lees_getal(rest[0]) if rest else (laag + hoog) / 2
    if laag > hoog:
        raise GetalFout(f'"{tekst}" loopt van hoog naar laag. Schrijf het kleinste getal eerst')
    if not laag <= verwacht <= hoog:
        raise GetalFout(f'in "{tekst}" ligt de verwachting niet tussen de twee grenzen')
    return bereik(laag, hoog, verwacht)


def toon(getal: float, decimalen: int | None = None) -> str:
    """A number in Dutch notation; without `decimalen` as many as it needs.

    A negative number gets a true minus sign only in presentation of a fixed number of decimals.
    """
    if decimalen is None:
        getal += 0.0  # no minus zero
        tekst = f"{getal:,.15g}" if abs(getal) < 1e15 and float(f"{getal:.15g}") == getal else repr(getal)
        if "e" in tekst:
            tekst = f"{getal:.20f}".rstrip("0")
        return _nederlands(tekst)
    afgerond = math.floor(abs(getal) * 10**decimalen + 0.5) / 10**decimalen
    teken = "−" if getal < 0 and afgerond else ""
    return teken + _nederlands(f"{afgerond:,.{decimalen}f}")


def _nederlands(tekst: str) -> str:
    return tekst.replace(",", "\x00").replace(".", ",").replace("\x00", ".")


def toon_euro(bedrag: float, decimalen: int = 0) -> str:
    """An amount as it stands on screen: `€ 1.235`, `€ −1.235`."""
    return f"€ {toon(bedrag, decimalen)}"
