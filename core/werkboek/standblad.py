"""Whether the sheets of duiding still belong to the workbook: their figures are values, and do not calculate along.

One sheet holds the outcome as it was when the workbook was made beside what the workbook says now. Every sheet of
duiding repeats its verdict under its title.
"""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from core import VERSIE
from core.duiding.zekerheid import Zekerheid
from core.getallen import toon
from core.plan import vingerafdruk
from core.regels import model
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.indeling import EERSTE_RIJ
from core.werkboek.opmaak import stijl
from core.werkboek.opzet import OORDEELRIJ, nieuw_blad, tussenkop
from core.werkboek.tabelblad import noten
from core.werkboek.toonrij import (
    EENHEID,
    EERSTE,
    LABEL,
    POT,
    TOTAAL,
    opmaak,
    tijdkoppen,
    toonrij,
    verschilformule,
    voorkoppen,
)
from core.werkboek.varianten import Variant
from core.werkboek.vel import Blad, Boek, Cel
from core.werkboek.weergave import NIET_TE_ZEGGEN

STANDBLAD = "Uitkomst_stand"
FIGUREN = (
    "tekort_structureel",
    "tekort_totaal",
    "tekort_met_wachtlijst",
    "spuk_saldo",
    "inkoopbudget",
    "fte_nodig",
    "wachtend",
    "stand",
)
"""What tells whether anything was changed that duiding rests on."""
HOORT = "Deze uitleg hoort bij de invoer in dit werkboek"
HOORT_NIET = "Let op: het werkboek is veranderd. Deze uitleg hoort nog bij de oude invoer; maak een nieuw werkboek"
RIJEN = 4
"""Per figure: as it was, as it is now, the difference, and whether that counts."""


class Stand:
    """The comparison, and the cell in which the deviations are counted."""

    def __init__(self, variant: Variant, zekerheid: Zekerheid) -> None:
        self.variant, self.zekerheid = variant, zekerheid
        self.figuren = [g for naam in FIGUREN for g in model().familie(naam)]
        self.slot = EERSTE_RIJ + (1 + RIJEN) * len(self.figuren)

    @property
    def berekend(self) -> str:
        """By what the values were made, and that they stay as they are."""
        kenmerk = vingerafdruk(self.variant.uitkomst.plan)[:16]
        return (
            f"Vaste getallen, berekend door de Inburgeringsplanner {VERSIE} voor het plan met kenmerk {kenmerk}. "
            "Zij rekenen niet mee als u het werkboek verandert."
        )

    @property
    def getrokken(self) -> str:
        """How the bands were drawn, so that anyone can draw them again."""
        z = self.zekerheid
        return f"Methode: {toon(z.aantal)} trekkingen van het hele plan, zaad {z.zaad}."

    def zet(self, blad: Blad) -> None:
        """The verdict on a sheet, below its title."""
        telling = f"{STANDBLAD}!{xl_rowcol_to_cell(self.slot, TOTAAL, row_abs=True, col_abs=True)}"
        formule = f'=IF({telling}=0,"{HOORT}","{HOORT_NIET}")'
        blad.formule(OORDEELRIJ, 0, formule, HOORT, stijl("oordeel"))

    def schrijf(self, boek: Boek) -> None:
        """The sheet itself."""
        as_ = self.variant.uitkomst.tijdas
        titel = "Horen de bladen met uitleg bij dit werkboek?"
        koppen = (*voorkoppen(Tijdsoort.JAAR), *tijdkoppen(as_, Tijdsoort.JAAR))
        blad = nieuw_blad(boek, STANDBLAD, titel, self.variant.weergave.zin, koppen)
        opmaak(blad, as_, Tijdsoort.JAAR)
        self.zet(blad)
        for nummer, g in enumerate(self.figuren):
            self._figuur(blad, EERSTE_RIJ + (1 + RIJEN) * nummer, g)
        vlaggen = (EERSTE_RIJ + (1 + RIJEN) * n + RIJEN for n in range(len(self.figuren)))
        som = "+".join(xl_rowcol_to_cell(rij, TOTAAL) for rij in vlaggen)
        blad.tekst(self.slot, LABEL, "Aantal uitkomsten dat is veranderd", stijl("label_som"))
        blad.formule(self.slot, TOTAAL, f"={som}", 0, stijl("antwoord"))
        noten(blad, self.slot + 2, self.berekend, self.getrokken)

    def _figuur(self, blad: Blad, rij: int, g: Grootheid) -> None:
        toen, nu, verschil, telt = range(rij + 1, rij + 1 + RIJEN)
        weergave, u = self.variant.weergave, self.variant.uitkomst
        tussenkop(blad, rij, g.label, EERSTE + u.tijdas.horizon)
        toonrij(blad, nu, g, self.variant, label="nu in dit werkboek")
        blad.rijen[nu].pop(TOTAAL, None)
        labels = ((toen, "toen het werkboek werd gemaakt"), (verschil, "verschil"), (telt, "veranderd (1 = ja)"))
        for r, label in labels:
            blad.tekst(r, LABEL, label, stijl("tekst"))
            blad.tekst(r, EENHEID, "" if r == telt else weergave.eenheidnaam(g), stijl("klein"))
            blad.tekst(r, POT, g.pot, stijl("klein"))
        for kolom, jaar in enumerate(u.tijdas.planjaren, EERSTE):
            waarde = weergave.waarde(u.waarden[g.id, jaar], g)
            blad.rijen[toen][kolom] = Cel(waarde, weergave.stijl("vast", g))
            a, b, c = (xl_rowcol_to_cell(r, kolom) for r in (toen, nu, verschil))
            anders = NIET_TE_ZEGGEN if isinstance(waarde, str) else 0.0
            blad.formule(verschil, kolom, verschilformule(a, b), anders, weergave.stijl("verschil", g, verschil=True))
            vlag = f"=IF({a}={b},0,IF(COUNT({c}),MIN(1,ROUND({c}*{c}*1000,0)),1))"
            blad.formule(telt, kolom, vlag, 0, stijl("uitkomst"))
        laatste = EERSTE + u.tijdas.horizon - 1
        bereik = f"{xl_rowcol_to_cell(telt, EERSTE)}:{xl_rowcol_to_cell(telt, laatste)}"
        blad.formule(telt, TOTAAL, f"=SUM({bereik})", 0, stijl("uitkomst"))
