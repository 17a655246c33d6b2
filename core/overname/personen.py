"""No persons: a sheet on which something looks like data of one person is refused as a whole.

What is looked for: BSN (by the elfproef), V-nummer, dates of birth, names and addresses, by the heading of a column or
by what stands in it. A finding names the column, never what stands there: not the text, and not the name of the sheet,
which is itself often that of a person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime

from xlsxwriter.utility import xl_col_to_name

from core.overname.vel import Cel, Plek, Vel
from core.plan import Bevinding, Ernst

_WIE = {"inburgeraar", "client", "deelnemer", "cursist", "kandidaat", "statushouder"}
"""Over a column of words these stand for one person each; over a column of numbers they may stand for a count."""
_MISSCHIEN = {"naam", "klant", "inwoner", "persoon"} | {f"{wie}{eind}" for wie in _WIE for eind in ("s", "en")}
"""Over words these may stand for groups too: only names in full tell."""
_BSN, _KENMERK, _GEBOREN = "een burgerservicenummer (BSN)", "een V-nummer of cliëntnummer", "een geboortedatum"
_ADRES = "een adres of telefoonnummer"
_MENS = "een naam van een persoon"
_KOPPEN = {
    _BSN: "bsn bsnnummer bsnnr burgerservicenummer burgerservicenr sofinummer sofi",
    _KENMERK: (
        "vnummer vnummers vnr indnummer vreemdelingennummer vreemdelingnummer clientnummer clientnr clientid "
        "persoonsnummer persoonsnr persoonnummer dossiernummer dossiernr"
    ),
    _GEBOREN: "geboortedatum gebdatum gebdat geboren geborenop geboortedag datumgeboorte datumgeb geboortejaar geb dob",
    _MENS: (
        "achternaam voornaam voornamen voorletters initialen roepnaam tussenvoegsel tussenvoegsels geslachtsnaam "
        "familienaam volledigenaam clientnaam klantnaam naamklant naampersoon naaminburgeraar naamclient naamdeelnemer "
        "naamkandidaat naamstatushouder naamcursist"
    ),
    _ADRES: (
        "adres woonadres straat straatnaam huisnummer huisnr postcode telefoon telefoonnummer telnr mobiel email "
        "emailadres mailadres"
    ),
}
_WAT = {kop: wat for wat, koppen in _KOPPEN.items() for kop in koppen.split()}
_LANGE_KOP = 7
"""A heading this long also counts with words behind it: achternaam partner, geboortedatum kind."""
_NAAST = {_BSN, _KENMERK, _GEBOREN}
"""What is also refused on a form: the word with one value to the right of it."""
_BOEKHOUDING = re.compile(r"grootboek|kosten|rekening|boek|factuur|order|project|iban|bedrag|code|periode|saldo|debet")
_BSN_VORM = re.compile(
    r"(?<![\d.,-])(?:\d{8,9}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})(?![\d-]|[.,]\d)", re.ASCII
)
_BSN_GENOEMD = re.compile(r"\b(?:bsn|burgerservicenummer|sofinummer)\b", re.IGNORECASE)
_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Z]{2}\b")
_STRAAT = re.compile(
    r"[A-Z][\w.' -]*(straat|laan|weg|plein|gracht|kade|singel|hof|dreef|dijk|pad|steeg) \d+[a-zA-Z]?\b.*"
)
_PERSOONSNAAM = re.compile(
    r"[A-Z][\w'-]+( [\w'-]+)*, ?([A-Z]\.? ?)+([a-z]+( [a-z]+)*)?|([A-Z]\.)+ ?([a-z]+ )*[A-Z][\w'-]+|"
    r"(?:[Mm]evr|[Mm]w|[Dd]hr|[Mm]evrouw|[Dd]e heer|[Ff]am|[Ff]amilie|[Gg]ezin)\.? ([a-z]+ |[A-Z]\. ?)*[A-Z][\w'-]+"
)
_BEREIKBAAR = re.compile(r"\S+@\S+\.\w+|(?:\+31|0) ?6[ -]?\d(?:[ -]?\d){7}")
_VNUMMER = re.compile(r"[Vv][- .]?\d{10}")
_MAAND = (
    r"(?:jan(?:uar[iy])?|feb(?:ruar[iy])?|mrt|mar(?:ch)?|maart|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|aug(?:ust(?:us)?)?|"
    r"sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_DATUM = re.compile(
    rf"(?:[a-z]+ )?\d{{1,2}}[-/. ]{{1,2}}(?:\d{{1,2}}|{_MAAND})[-/. ]{{1,2}}(?P<jaar>(?:19|20)\d\d)|"
    rf"(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|1[0-2]|{_MAAND})[-/. ]['’]?(?P<jaar_kort>\d\d)|"
    rf"(?P<jaar_voor>(?:19|20)\d\d)(?:[-/. ](?:\d{{1,2}}|{_MAAND})[-/. ]\d{{1,2}}|(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01]))|"
    rf"{_MAAND} \d{{1,2}},? (?P<jaar_na>(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""A day, in figures or with the month as a word: 4-3-1985, 3 maart 1988, 19880303, 03/04/88."""
_GEBOREN_GENOEMD = re.compile(
    rf"\bgeb(?:oren(?: op)?|oortedatum|\.? ?datum)?\b[.:]? ?(?:op )?(?:{_DATUM.pattern})", re.IGNORECASE
)
_MEERDERHEID = 0.7
"""The part of the values that must look like it: by chance one in eleven numbers passes the elfproef."""
_MINSTENS = 2
_LANGSTE_KOP = 40
_EEUWGRENS = 30
"""Of two figures: a year above this is of the last century."""
_OUDER_DAN = 2010
"""Bookings and contracts are younger; of most inburgeraars the date of birth is not."""


def personen_op(vel: Vel, nummer: int) -> list[Bevinding]:
    """A finding for all of a sheet that looks like data of persons; `nummer` counts the sheets from 1."""
    gevonden: dict[str, str] = {}
    for kolom, cellen in _kolommen(vel).items():
        if wat := _van_kop(vel, cellen) or _van_inhoud(cellen):
            gevonden[f"kolom {xl_col_to_name(kolom)}"] = wat
    if _noemt_bsn(vel):
        gevonden["een naam of tekst"] = _BSN
    if any(_GEBOREN_GENOEMD.search(tekst) for _, tekst in vel.teksten()):
        gevonden["een tekst"] = _GEBOREN
    for rij, nummers in _nummers_per_rij(vel).items():
        if _lijkt_bsn(nummers):
            gevonden[f"rij {rij + 1}"] = _BSN
    return [
        Bevinding(
            Ernst.FOUT,
            f"het {nummer}e blad, {waar}",
            f"Dit lijkt op {wat}. De planner leest geen gegevens van personen: van dit blad is niets bewaard. "
            "Tel de mensen per jaar en per groep, en gebruik het telformulier.",
        )
        for waar, wat in gevonden.items()
    ]


def is_bsn(cijfers: str) -> bool:
    """Whether digits pass the elfproef: 9 × the first + 8 × the second + … − 1 × the last is a multiple of 11."""
    if not (8 <= len(cijfers) <= 9 and cijfers.isascii() and cijfers.isdigit()) or not int(cijfers):
        return False
    *eerste, laatste = map(int, cijfers.zfill(9))
    return (sum(gewicht * c for gewicht, c in zip(range(9, 1, -1), eerste, strict=True)) - laatste) % 11 == 0


def toonbaar(tekst: str, langste: int = 60) -> str:
    """A text as it may be shown or kept: not long, and without what could be the number or the address of a person."""
    kaal = _BSN_VORM.sub(lambda m: "…" if is_bsn(re.sub(r"\D", "", m[0])) else m[0], " ".join(tekst.split()))
    kaal = re.sub(r"\d[\d .-]{6,}\d", lambda m: "…" if _nummer_van_persoon(m[0]) else m[0], kaal)
    kaal = re.sub(r"\S+@\S+", "…", kaal)
    return kaal if len(kaal) <= langste else f"{kaal[: langste - 1]}…"


def _nummer_van_persoon(tekst: str) -> bool:
    cijfers = re.sub(r"\D", "", tekst)
    return is_bsn(cijfers) or (len(cijfers) == 10 and "." not in tekst)


# --- by heading --------------------------------------------------------------------------------------------


def _kolommen(vel: Vel) -> dict[int, list[tuple[Plek, Cel]]]:
    kolommen: dict[int, list[tuple[Plek, Cel]]] = {}
    for (rij, kolom), cel in sorted(vel.cellen.items()):
        kolommen.setdefault(kolom, []).append(((rij, kolom), cel))
    return kolommen


def _nummers_per_rij(vel: Vel) -> dict[int, list[str]]:
    rijen: dict[int, list[str]] = {}
    for (rij, _), cel in vel.cellen.items():
        rijen.setdefault(rij, []).append(_als_tekst(cel))
    return rijen


def _noemt_bsn(vel: Vel) -> bool:
    """One is enough in the name of a sheet, or beside the word in a text."""
    teksten = [vel.naam, *(tekst for _, tekst in vel.teksten() if _BSN_GENOEMD.search(tekst))]
    return any(is_bsn(nummer) for nummer in _bsn_vormen(teksten))


def _bsn_vormen(teksten: Iterable[str]) -> set[str]:
    return {re.sub(r"\D", "", vorm[0]) for tekst in teksten for vorm in _BSN_VORM.finditer(tekst)}


def _kaal(tekst: str) -> str:
    zonder = tekst.lower().replace("ë", "e").replace("é", "e")
    return re.sub(r"[^a-z0-9]", "", zonder)


def _van_kop(vel: Vel, cellen: list[tuple[Plek, Cel]]) -> str:
    """What the heading of a column says it is, where something stands under it."""
    voluit = _meeste([c.tekst for _, c in cellen if c.tekst and _kaal(c.tekst) not in _MISSCHIEN], _lijkt_voluit)
    for i, (plek, cel) in enumerate(cellen):
        if not cel.tekst or len(cel.tekst) > _LANGSTE_KOP:
            continue
        kop = _kaal(cel.tekst)
        wat = _WAT.get(kop) or _met_woorden_erachter(kop)
        onder = [c for (rij, _), c in cellen[i + 1 : i + 4] if rij <= plek[0] + 3]
        naast = vel.cel(plek[0], plek[1] + 1)
        op_formulier = wat == _ADRES and naast is not None and bool(re.search(r"\d(?!\d\d\d$)|@", naast.tekst))
        if _BSN_GENOEMD.search(cel.tekst) and any(_BSN_VORM.fullmatch(_als_tekst(c)) for c in onder):
            return _BSN
        if wat and onder and not op_formulier:
            return wat
        if wat in _NAAST and naast is not None and _kaal(naast.tekst) not in _WAT:
            return wat
        if kop in _WIE and any(c.tekst and not c.tekst[0].isdigit() for c in onder):
            return _MENS
        if kop in _MISSCHIEN and voluit:
            return _MENS
    return ""


def _met_woorden_erachter(kop: str) -> str:
    lang = (k for k, wat in _WAT.items() if len(k) >= _LANGE_KOP and wat != _ADRES)
    return next((_WAT[k] for k in lang if kop.startswith(k)), "")


def _lijkt_voluit(tekst: str) -> bool:
    """Under the heading "naam" two or three words with capitals are enough."""
    return bool(_PERSOONSNAAM.fullmatch(tekst) or re.fullmatch(r"[A-Z][a-z'-]+( [a-z]+)* [A-Z][a-z'-]+", tekst))


# --- by content --------------------------------------------------------------------------------------------


def _van_inhoud(cellen: list[tuple[Plek, Cel]]) -> str:
    teksten = list(dict.fromkeys(_als_tekst(c) for _, c in cellen))
    if _lijkt_bsn(teksten):
        return _BSN
    tien = [t for t in teksten if re.fullmatch(r"\d{10}", t)]
    boekhouding = any(_BOEKHOUDING.search(c.tekst.lower()) for _, c in cellen)
    if (len(tien) > _MINSTENS and not boekhouding) or _vaak(teksten, _VNUMMER.fullmatch):
        return _KENMERK
    if _lijkt_geboortedatum([d for d in map(_jaar_van_datum, (c for _, c in cellen)) if d]):
        return _GEBOREN
    if any(_vaak(teksten, vorm.fullmatch) for vorm in (_POSTCODE, _STRAAT, _BEREIKBAAR)):
        return _ADRES
    if _vaak(teksten, _PERSOONSNAAM.fullmatch):
        return _MENS
    return ""


def _lijkt_bsn(teksten: list[str]) -> bool:
    """Two numbers of nine digits, or three of which some lost a zero in front; most must pass the elfproef."""
    nummers = _bsn_vormen(teksten)
    negen = sum(len(n) == len("123456789") for n in nummers)
    return (negen >= _MINSTENS or len(nummers) > _MINSTENS) and _meeste(list(nummers), is_bsn)


def _als_tekst(cel: Cel) -> str:
    waarde = cel.waarde
    return f"{waarde:.15g}" if isinstance(waarde, int | float) and not isinstance(waarde, bool) else cel.tekst


def _vaak(teksten: list[str], past: Callable[[str], object]) -> bool:
    """Whether at least three texts of a column, and half of those with capitals or digits, have a form."""
    passend = sum(bool(past(t)) for t in teksten)
    return passend > _MINSTENS and passend >= len([t for t in teksten if t]) / 2


def _meeste(teksten: list[str], past: Callable[[str], object]) -> bool:
    return bool(teksten) and sum(bool(past(t)) for t in teksten) >= _MEERDERHEID * len(teksten)


def _jaar_van_datum(cel: Cel) -> int:
    if isinstance(cel.waarde, date | datetime):
        return cel.waarde.year if cel.waarde.year > 1910 else 0  # a year that was shown as a date falls in 1905
    gevonden = _DATUM.fullmatch(_als_tekst(cel))
    if gevonden is None:
        return 0
    if kort := gevonden["jaar_kort"]:
        return int(kort) + (1900 if int(kort) > _EEUWGRENS else 2000)
    return int(gevonden["jaar"] or gevonden["jaar_voor"] or gevonden["jaar_na"])


def _lijkt_geboortedatum(jaren: list[int]) -> bool:
    return len(jaren) > _MINSTENS and _meeste(list(map(str, jaren)), lambda j: int(j) < _OUDER_DAN)
