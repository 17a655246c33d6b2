"""Reading the first input sheet: whose plan it is, its years and measures, and the columns of all other sheets."""

from __future__ import annotations

from typing import Any

from core.getallen import dubbelzinnig
from core.plan import Ernst
from core.plan.lezen import HORIZONNEN, STARTJAREN
from core.plan.plan import MAATREGELEN
from core.plan.waardelezer import PRIJSPEILEN, is_getal, kort, naaste
from core.rekenkunde.tijdas import JAREN_NA, JAREN_TERUG, Tijdas
from core.werkboek.cellen import Blad, Cellezer, Plek
from core.werkboek.indeling import EENHEID, EERSTE_RIJ, KOPRIJ, LABEL, NAAM, PLANBLAD, PLANRIJEN, WAARDE
from core.werkboek.invoerbladen import PLANKOPPEN, PLANTEKSTEN

JAARRIJEN = ("startjaar", "eindjaar", "eerste_jaar")


def koppen_kloppen(lezer: Cellezer, blad: Blad, koppen: tuple[Any, ...]) -> bool:
    """Whether the heads stand above their columns; if not, nobody knows what the cells below them mean."""
    klopt = True
    for rij in range(KOPRIJ):
        blad.neem(rij, LABEL)
    for kolom, kop in enumerate(koppen):
        staat = blad.neem(KOPRIJ, kolom)
        if klopt and staat != (kop or None):
            lezer.fout(
                (blad.naam, KOPRIJ, kolom),
                f"Boven deze kolom hoort {kort(kop or None)} te staan, maar er staat {kort(staat)}. Zet de kopregel "
                "terug en verwijder ingevoegde rijen en kolommen. Dit blad is verder niet gelezen.",
            )
            klopt = False
    return klopt


class Planvel:
    """The plan sheet, read: `gegevens` for the plan reader, and where each of them stands."""

    def __init__(self, lezer: Cellezer, blad: Blad, kalender: str) -> None:
        self.lezer, self.blad = lezer, blad
        self.plekken: dict[str, Plek] = {}
        self.gegevens: dict[str, Any] = {}
        self.tijdas: Tijdas | None = None
        self.vast = False
        waarden = self._waarden() if koppen_kloppen(lezer, blad, PLANKOPPEN) else None
        if waarden is not None:
            lezer.ongelezen(blad)
            self.tijdas = self._tijdas(waarden, kalender)
            self.gegevens |= {"gemeente": self._gemeente(waarden), "maatregelen": self._maatregelen(waarden)}

    def _waarden(self) -> dict[str, Any]:
        """The value of every row by its name; a row without a name is left as not read."""
        waarden: dict[str, Any] = {}
        namen = (*PLANRIJEN, *PLANTEKSTEN)
        for rij in self.blad.rijen(EERSTE_RIJ):
            self.blad.neem(rij, LABEL)
            naam = self.blad.neem(rij, NAAM)
            if naam is None:
                continue
            plek = (PLANBLAD, rij, WAARDE)
            self.blad.neem(rij, EENHEID)
            waarde = self.blad.neem(rij, WAARDE)
            if naam not in namen:
                self.lezer.fout((PLANBLAD, rij, NAAM), f"De naam {kort(naam)} bestaat niet.{naaste(str(naam), namen)}")
            elif naam in waarden:
                self.lezer.fout((PLANBLAD, rij, NAAM), f"De naam {kort(naam)} staat hier twee keer. Haal een rij weg.")
            else:
                waarden[naam], self.plekken[naam] = waarde, plek
        for naam in namen:
            if naam not in waarden:
                ernst = Ernst.FOUT if naam in JAARRIJEN else Ernst.WAARSCHUWING
                self.lezer.meld(ernst, f"blad {PLANBLAD}", f'De rij "{naam}" ontbreekt. Zet die rij terug.')
        return waarden

    # -- the years

    def _tijdas(self, waarden: dict[str, Any], kalender: str) -> Tijdas | None:
        """The calendar of the columns.

        A workbook remembers its calendar in its properties; where a program has dropped those, the cells count.
        """
        if onthouden := _uit_tekst(kalender):
            self.vast = True
            for naam, jaar in zip(JAARRIJEN, (onthouden.startjaar, onthouden.eindjaar, onthouden.eerste), strict=True):
                if naam in waarden and waarden[naam] != jaar:
                    self.lezer.fout(
                        self.plekken[naam],
                        f"Hier hoort {jaar} te staan; de jaren liggen vast in dit werkboek. Zet {jaar} terug. "
                        "Voor andere planjaren maakt u een nieuw sjabloon.",
                    )
            as_ = onthouden
        else:
            gevonden = self._uit_cellen(waarden)
            if gevonden is None:
                return None
            as_ = gevonden
        self.gegevens |= {"startjaar": as_.startjaar, "horizon": as_.horizon}
        return as_

    def _uit_cellen(self, waarden: dict[str, Any]) -> Tijdas | None:
        start, eind, eerste = (
            self.lezer.jaar(self.plekken[naam], waarden[naam], grenzen) if waarden.get(naam) is not None else None
            for naam, grenzen in zip(JAARRIJEN, (STARTJAREN, _EINDJAREN, _KOLOMJAREN), strict=True)
        )
        for naam in JAARRIJEN:
            if naam in waarden and waarden[naam] is None:
                self.lezer.fout(self.plekken[naam], "Hier hoort een jaartal te staan. Zet het oorspronkelijke terug.")
        if start is None or eind is None or eerste is None:
            return None
        if eind - start + 1 not in HORIZONNEN or eerste > start - JAREN_TERUG:
            self.lezer.fout(
                self.plekken["startjaar"],
                "Het eerste en laatste jaar van het plan en het eerste jaar in de kolommen passen niet bij elkaar. "
                "Zet de oorspronkelijke jaren terug.",
            )
            return None
        return Tijdas(start, eind - start + 1, eerste, eind + JAREN_NA)

    # -- the rest

    def _gemeente(self, waarden: dict[str, Any]) -> dict[str, Any]:
        gemeente: dict[str, Any] = {}
        for naam in PLANTEKSTEN:
            waarde = waarden.get(naam)
            if waarde is None:
                continue
            sleutel, plek = "naam" if naam == "gemeente" else naam, self.plekken[naam]
            self.plekken[f"gemeente, {sleutel}"] = plek
            if naam == "inwonertal":
                gemeente[sleutel] = self._inwonertal(plek, waarde)
            elif naam == "cbs_code" and is_getal(waarde):
                self.lezer.fout(plek, "Een CBS-code bestaat uit letters en cijfers. Schrijf die als GM0000.")
            elif naam == "taakveld":
                gemeente[sleutel] = self._taakveld(plek, self.lezer.tekst(plek, waarde))
            elif tekst := self.lezer.tekst(plek, waarde):
                gemeente[sleutel] = tekst
        return gemeente

    def _inwonertal(self, plek: Plek, waarde: Any) -> float | None:
        if isinstance(waarde, str) and dubbelzinnig(waarde):
            self.lezer.fout(plek, f"{kort(waarde)} kan duizenden of decimalen betekenen. Typ het zonder punt.")
            return None
        getal: float | None = self.lezer.getal(plek, waarde)
        return getal

    def _taakveld(self, plek: Plek, tekst: str) -> dict[str, str]:
        taakveld: dict[str, str] = {}
        for deel in filter(str.strip, tekst.split(";")):
            naam, is_, code = (stuk.strip() for stuk in deel.partition("="))
            if not is_ or not naam or naam in taakveld:
                self.lezer.fout(
                    plek, f"{kort(deel.strip())} is geen taakveld. Schrijf bijvoorbeeld: naam = code; naam = code."
                )
            taakveld[naam] = code
        return taakveld

    def _maatregelen(self, waarden: dict[str, Any]) -> list[str]:
        aan = []
        for maatregel in MAATREGELEN:
            waarde = waarden.get(f"maatregel_{maatregel}")
            getal = int(waarde) if waarde in ("0", "1") else waarde
            if isinstance(getal, bool) or getal not in (0, 1, None):
                plek = self.plekken[f"maatregel_{maatregel}"]
                self.lezer.fout(plek, "Dit is hier geen keuze. Vul 1 (ja) of 0 (nee) in.")
            elif getal == 1:
                aan.append(maatregel)
        return aan


_EINDJAREN = range(STARTJAREN[0], STARTJAREN[-1] + HORIZONNEN[-1])
_KOLOMJAREN = range(PRIJSPEILEN[0], STARTJAREN[-1])


def _uit_tekst(kalender: str) -> Tijdas | None:
    """The calendar as the writer of the workbook puts it down; None where it is something else."""
    delen = kalender.split()
    if len(delen) == 4 and all(len(d) == 4 and d.isascii() and d.isdigit() for d in delen):
        start, eind, eerste, laatste = map(int, delen)
        as_ = Tijdas(start, eind - start + 1, eerste, laatste)
        past = eerste <= start - JAREN_TERUG and laatste >= eind + JAREN_NA and as_.horizon in HORIZONNEN
        return as_ if past else None
    return None
