"""Numbers as Dutch people write them: `1.234,56`, `12,5 %`, `45 tot 60, verwacht 50`."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

GRENS = 1e15
"""What is larger is no amount, no count and no duration; it would also lose digits."""
LANGSTE = 2500
"""Characters of a range: the smallest number a computer knows has a thousand. A longer text is not searched."""

_EURO = re.compile(r"^([-+]?) ?€ ?| ?€$")
_GETAL = re.compile(r"[-+]?([1-9]\d{0,2}(\.\d{3})+|\d+)(,\d+)?", re.ASCII)
_PUNT = re.compile(r"[-+]?\d+\.\d{1,2}", re.ASCII)
_RUIM = Context(prec=800)
_DUBBELZINNIG = re.compile(r"[-+]?[1-9]\d{0,2}\.\d{3}", re.ASCII)


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


def lees_getal(tekst: str) -> float:
    """A number in Dutch notation; one € before or behind it or a trailing % is understood, and so is `12.5`.

    Raises:
        GetalFout: it is no number, could mean two things, or is beyond all measure.
    """
    kaal, macht = _kaal(tekst) if len(tekst) <= LANGSTE else ("", "")
    if _GETAL.fullmatch(kaal):
        kaal = kaal.replace(".", "").replace(",", ".")
    elif not _PUNT.fullmatch(kaal):
        raise GetalFout(f'"{_kort(tekst)}" is geen getal. Schrijf bijvoorbeeld 1234,5 of 1.234,50')
    getal = float(kaal + macht)
    if abs(getal) >= GRENS:
        raise GetalFout(f'"{_kort(tekst)}" is te groot om een getal van een plan te zijn')
    return getal


def lees_getal_of_bereik(tekst: str) -> float | Bereik:
    """A number, or a range such as `45 tot 60` or `45 tot 60, verwacht 50`.

    Raises:
        GetalFout: it is neither, the range runs backwards, does not hold its expectation, or has a % at some of
            its numbers only.
    """
    if len(tekst) > LANGSTE:
        raise GetalFout(f'"{_kort(tekst)}" is geen getal. Schrijf bijvoorbeeld 1234,5 of 45 tot 60')
    stukken = _stukken(tekst)
    if len(stukken) == 1:
        return lees_getal(tekst)
    laag, hoog, *rest = map(lees_getal, stukken)
    if len({stuk.rstrip().endswith("%") for stuk in stukken}) > 1:
        raise GetalFout(f'in "{_kort(tekst)}" staat niet bij elk getal een %-teken. Schrijf bijvoorbeeld 20 % tot 30 %')
    verwacht = rest[0] if rest else (laag + hoog) / 2
    if laag > hoog:
        raise GetalFout(f'"{_kort(tekst)}" loopt van hoog naar laag. Schrijf het kleinste getal eerst')
    if not laag <= verwacht <= hoog:
        raise GetalFout(f'in "{_kort(tekst)}" ligt de verwachting niet tussen de twee grenzen')
    return bereik(laag, hoog, verwacht)


def dubbelzinnig(tekst: str) -> bool:
    """Whether a number in the text can be read with thousands and with decimals: `1.234` is 1234 or 1,234."""
    return len(tekst) <= LANGSTE and any(_DUBBELZINNIG.fullmatch(_kaal(stuk)[0]) for stuk in _stukken(tekst))


def _stukken(tekst: str) -> list[str]:
    """The numbers of a range: low, high and perhaps the expectation; or the one number."""
    laag, *hoger = re.split(" tot ", _gespatieerd(tekst), maxsplit=1, flags=re.IGNORECASE)
    return [laag, *(re.split(" ?,? verwacht ", hoger[0], maxsplit=1, flags=re.IGNORECASE) if hoger else ())]


def _gespatieerd(tekst: str) -> str:
    """The text with one plain space wherever there is white of any kind."""
    return " ".join(tekst.split())


def _kaal(tekst: str) -> tuple[str, str]:
    """The digits of one number, and the power of ten that a % stands for."""
    kaal = _EURO.sub(r"\1", _gespatieerd(tekst).replace("\u2212", "-"), count=1)
    if kaal.endswith("%"):
        return kaal[:-1].rstrip(), "e-2"  # read as a decimal: 0,7 % is exactly the float 0.007
    return kaal, ""


def _kort(tekst: str) -> str:
    kaal = tekst.strip()
    return kaal if len(kaal) <= 40 else f"{kaal[:39]}…"


def toon(getal: float, decimalen: int | None = None) -> str:
    """A number in Dutch notation; without `decimalen` as many as it needs.

    A negative number gets a true minus sign only in presentation of a fixed number of decimals.
    """
    # The shortest digits that give back this number: 0,1 + 0,2 keeps its seventeen, and 0,285 is not just below.
    tekst = Decimal(repr(float(getal) + 0.0))  # no minus zero
    if decimalen is None:
        return _nederlands(f"{tekst.normalize(_RUIM):,f}")
    afgerond = abs(tekst).quantize(Decimal(1).scaleb(-decimalen), ROUND_HALF_UP, _RUIM)
    teken = "−" if getal < 0 and afgerond else ""
    return teken + _nederlands(f"{afgerond:,f}")


def _nederlands(tekst: str) -> str:
    return tekst.replace(",", "\x00").replace(".", ",").replace("\x00", ".")


def toon_euro(bedrag: float, decimalen: int = 0) -> str:
    """An amount as it stands on screen: `€ 1.235`, `€ −1.235`."""
    return f"€ {toon(bedrag, decimalen)}"


def hecht(tekst: str) -> str:
    """A sentence in which an amount does not fall apart at the end of a line."""
    return tekst.replace("€ ", "€\u00a0").replace(" %", "\u00a0%")
