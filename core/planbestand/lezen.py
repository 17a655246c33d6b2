"""Reading a plan file: whatever the file is, the answer is a plan or findings with a place and a remedy."""

from __future__ import annotations

import json
import math
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.catalogus import Catalogus
from core.plan import Bevinding, Ernst, Plan, plan_uit
from core.planbestand.versies import VersieFout, opwaarderen

EXTENSIE = ".inburgeringsplan"
GRENS = 5 * 1024 * 1024
"""Bytes. A plan of ten years with many scenarios is a small fraction of it."""

DIEPSTE = 12
"""Levels of lists in lists; a plan has 6."""
NAMEN = 250
"""Names in one table and items in one list; the catalogue knows far fewer."""
CIJFERS = 300
"""Characters of one number; Python refuses to read or show much longer ones."""

Uitslag = tuple[Plan | None, list[Bevinding]]


def lees(pad: Path, catalogus: Catalogus) -> Uitslag:
    """Read a plan file.

    Returns:
        The plan (None where it cannot be used) and everything that is wrong. No exception escapes.
    """
    naam = pad.name or str(pad)
    try:
        kenmerken = pad.stat()
        if not stat.S_ISREG(kenmerken.st_mode):
            return _mislukt(naam, "Dit is geen bestand maar een map of een apparaat. Kies een planbestand.")
        if kenmerken.st_size > GRENS:
            return _te_groot(naam)
        with pad.open("rb") as bestand:
            inhoud = bestand.read(GRENS + 1)
    except FileNotFoundError:
        return _mislukt(naam, "Dit bestand bestaat niet (meer). Kies een ander bestand of zoek een reservekopie.")
    except PermissionError:
        return _mislukt(naam, "Dit bestand mag niet worden gelezen. Sluit andere programma's of vraag om leesrechten.")
    except (OSError, ValueError):
        return _mislukt(naam, "Dit bestand is niet te lezen. Controleer of de schijf of het netwerk er nog is.")
    return lees_tekst(inhoud, naam, catalogus)


def lees_tekst(inhoud: bytes, naam: str, catalogus: Catalogus) -> Uitslag:
    """Read the content of a plan file; `naam` is what the user calls it. No exception escapes."""
    if len(inhoud) > GRENS:
        return _te_groot(naam)
    if not inhoud.strip(b"\x00\xef\xbb\xbf \t\r\n"):
        return _mislukt(naam, "Dit bestand is leeg. Kies een ander bestand of zoek een reservekopie.")
    try:
        gegevens = json.loads(
            inhoud.decode("utf-8-sig"),
            object_pairs_hook=_tabel,
            parse_float=_gebroken,
            parse_int=_heel,
            parse_constant=_GeenGetal,
        )
        bezwaren = list(_bezwaren(gegevens))
        return (None, bezwaren) if bezwaren else plan_uit(opwaarderen(gegevens), catalogus)
    except UnicodeDecodeError:
        return _mislukt(naam, "De tekst in dit bestand is niet te lezen (geen UTF-8). Sla het bestand op als UTF-8.")
    except json.JSONDecodeError as fout:
        waar = f"regel {fout.lineno}, teken {fout.colno}"
        return _mislukt(
            naam,
            f"Dit is geen planbestand, of het is niet compleet ({waar}). Zoek een reservekopie of herstel die regel.",
        )
    except VersieFout as fout:
        return _mislukt(fout.plaats, fout.tekst)
    except RecursionError:
        return _mislukt(naam, _TE_DIEP)


_TE_DIEP = "Hier staan te veel lijsten in elkaar. Dit is geen plan: kies een ander bestand."


def _mislukt(plaats: str, tekst: str) -> Uitslag:
    return None, [Bevinding(Ernst.FOUT, plaats, tekst)]


def _te_groot(naam: str) -> Uitslag:
    return _mislukt(naam, f"Dit bestand is groter dan {GRENS // 1024**2} MB en dus geen plan. Kies een ander bestand.")


# --- what JSON allows and a plan does not ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _GeenGetal:
    """Stands where the file has NaN, Infinity or a number beyond all bounds."""

    tekst: str


class _Dubbel(dict[str, Any]):
    """A table in which a name stands twice."""

    namen: tuple[str, ...] = ()


def _tabel(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    tabel = dict(paren)
    if len(tabel) == len(paren):
        return tabel
    gezien: set[str] = set()
    dubbel = _Dubbel(tabel)
    dubbel.namen = tuple(dict.fromkeys(naam for naam, _ in paren if naam in gezien or gezien.add(naam)))  # type: ignore[func-returns-value]
    return dubbel


def _gebroken(tekst: str) -> float | _GeenGetal:
    getal = float(tekst)
    return getal if math.isfinite(getal) else _GeenGetal(tekst)


def _heel(tekst: str) -> int | _GeenGetal:
    return int(tekst) if len(tekst) <= CIJFERS else _GeenGetal(tekst)


def _bezwaren(gegevens: Any) -> Iterator[Bevinding]:
    """Numbers that are none, names that stand twice, broken characters and absurd sizes, each with its place."""
    nog: list[tuple[tuple[str, ...], Any]] = [((), gegevens)]
    while nog:
        weg, waarde = nog.pop()
        plaats = ", ".join(_kort(stap) for stap in weg) or "plan"
        bezwaar = _bezwaar(waarde, len(weg))
        if bezwaar:
            yield Bevinding(Ernst.FOUT, plaats, bezwaar)
        elif isinstance(waarde, dict):
            for naam in waarde:
                if _gebroken_tekens(naam):
                    yield Bevinding(Ernst.FOUT, plaats, "In een naam staan tekens die niet bestaan. Haal die naam weg.")
            nog += (((*weg, naam), w) for naam, w in reversed(waarde.items()) if not _gebroken_tekens(naam))
        elif isinstance(waarde, list):
            nog += (((*weg, str(i)), w) for i, w in reversed(list(enumerate(waarde, 1))))


def _bezwaar(waarde: Any, diepte: int) -> str:
    match waarde:
        case _GeenGetal(tekst):
            return f"{_kort(tekst)} is geen getal waarmee te rekenen is. Zet er een gewoon getal neer."
        case _Dubbel():
            namen = ", ".join(f'"{_kort(naam)}"' for naam in waarde.namen[:5])
            return f"Deze naam staat hier twee keer: {namen}. Laat er één staan."
        case str() if _gebroken_tekens(waarde):
            return "In deze tekst staan tekens die niet bestaan. Typ de tekst opnieuw."
        case dict() | list() if diepte >= DIEPSTE:
            return _TE_DIEP
        case dict() | list() if len(waarde) > NAMEN:
            return f"Hier staan meer dan {NAMEN} onderdelen. Dit is geen plan: kies een ander bestand."
        case _:
            return ""


def _gebroken_tekens(tekst: str) -> bool:
    """Half of a surrogate pair: JSON can spell it, no file can hold it."""
    return any("\ud800" <= teken <= "\udfff" for teken in tekst) if not tekst.isascii() else False


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 40 else f"{tekst[:39]}…"
