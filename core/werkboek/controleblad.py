"""The checks of every calculation in the workbook, and their verdict, which every other sheet repeats."""

from __future__ import annotations

from collections.abc import Sequence

from core.regels import model
from core.regels.controle import CONTROLES
from core.rekenkunde.regel import Grootheid
from core.werkboek.indeling import EENHEID, EERSTE_MOMENT, EERSTE_RIJ, EXTRA, LABEL, NAAM, WAARDE
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import OORDEELRIJ, Getalkop, nieuw_blad
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Stijl
from core.werkboek.weergave import NIET_TE_ZEGGEN

CONTROLEBLAD, LABELBREEDTE = "Controle", 80
AKKOORD, NIET_AKKOORD = "Alle controles akkoord", "Let op: niet alle controles zijn akkoord"
DEELS = "Controles akkoord, voor zover te zeggen: er ontbreekt invoer"


class Oordeel:
    """The checks of the base and its scenarios: 0 is sound, 1 is not, or it cannot be told."""

    def __init__(self, varianten: Sequence[Variant]) -> None:
        self.rijen = [(v, g, _oordeel(v, g)) for v in varianten for g in _controles()]
        self.fouten = sum(o == 1 for _, _, o in self.rijen)
        self.onbekend = sum(o == NIET_TE_ZEGGEN for _, _, o in self.rijen)

    @property
    def zin(self) -> str:
        """All checks in one sentence."""
        return NIET_AKKOORD if self.fouten else DEELS if self.onbekend else AKKOORD

    @property
    def slot(self) -> int:
        """The row in which the failing checks are counted; below it those that cannot be made."""
        return EERSTE_RIJ + len(self.rijen)

    def zet(self, blad: Blad) -> None:
        """The verdict on a sheet, below its title."""
        fout, onbekend = f"{CONTROLEBLAD}!$D${self.slot + 1}>0", f"{CONTROLEBLAD}!$D${self.slot + 2}>0"
        formule = f'=IF({fout},"{NIET_AKKOORD}",IF({onbekend},"{DEELS}","{AKKOORD}"))'
        blad.formule(OORDEELRIJ, 0, formule, self.zin, stijl("oordeel"))


def _controles() -> list[Grootheid]:
    return [g for naam in CONTROLES for g in model().familie(naam)]


def _oordeel(variant: Variant, g: Grootheid) -> int | str:
    waarde = variant.uitkomst.waarde(g.naam, *g.sleutel)
    grens = variant.uitkomst.waarden[("controlespeling", ()), None]
    return NIET_TE_ZEGGEN if waarde is None else int(waarde > grens)


def schrijf_controle(boek: Boek, oordeel: Oordeel) -> None:
    """The checks, each with its deviation and verdict, and their total."""
    koppen = ("Controle", "Naam", "Eenheid", *map(Getalkop, ("Oordeel", "Afwijking", "Telt mee")))
    uitleg = f"Oordeel: 0 is akkoord, 1 is niet akkoord, {NIET_TE_ZEGGEN} is niet te zeggen."
    blad = nieuw_blad(boek, CONTROLEBLAD, "Controle", uitleg, koppen)
    oordeel.zet(blad)
    for rij, (variant, g, uitspraak) in enumerate(oordeel.rijen, EERSTE_RIJ):
        _rij(blad, rij, variant, g, uitspraak)
    bereik = f"$D${EERSTE_RIJ + 1}:$D${oordeel.slot}"
    onbekend = f'=SUMIF({bereik},"{NIET_TE_ZEGGEN}",$F${EERSTE_RIJ + 1}:$F${oordeel.slot})'
    _telling(blad, oordeel.slot, "Aantal controles dat niet akkoord is", f"=SUM({bereik})", oordeel.fouten)
    _telling(blad, oordeel.slot + 1, "Aantal controles dat niet te zeggen is", onbekend, oordeel.onbekend)
    blad.breedtes = {LABEL: LABELBREEDTE, NAAM: 34, EENHEID: 14, EXTRA: 13, WAARDE: 13, EERSTE_MOMENT: 10}
    blad.bevroren = (EERSTE_RIJ, 0)


def _rij(blad: Blad, rij: int, variant: Variant, g: Grootheid, uitspraak: int | str) -> None:
    erbij = f" (scenario {variant.opschrift})" if variant.nummer else ""
    blad.tekst(rij, LABEL, g.label + erbij, stijl("tekst"))
    blad.pas_hoogte(rij, ((g.label + erbij, LABELBREEDTE),))
    blad.tekst(rij, NAAM, g.volledige_naam, stijl("klein"))
    blad.tekst(rij, EENHEID, g.eenheid.naam, stijl("klein"))
    afwijking, cel = variant.formules.verwijzing(CONTROLEBLAD, g.id, None), f"$E{rij + 1}"
    vorm = Stijl("uitkomst", "0.000000")
    blad.formule(rij, WAARDE, f"={afwijking}", variant.uitkomst.waarden[g.id, None], vorm)
    speling = variant.formules.verwijzing(CONTROLEBLAD, ("controlespeling", ()), None)
    vraag = f'=IF(ISNA({cel}),"{NIET_TE_ZEGGEN}",IF({cel}>{speling},1,0))'
    blad.formule(rij, EXTRA, vraag, uitspraak, Stijl("uitkomst", "0"))
    blad.getal(rij, EERSTE_MOMENT, 1, stijl("uitkomst"))


def _telling(blad: Blad, rij: int, label: str, formule: str, aantal: int) -> None:
    blad.tekst(rij, LABEL, label, stijl("label_som"))
    blad.formule(rij, EXTRA, formule, aantal, stijl("uitkomst_som"))
