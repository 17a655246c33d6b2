"""The calculation sheets: one row per figure, the same live formula across, with its computed value beside it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from core.catalogus import Catalogus, Kengetal
from core.getallen import Bereik
from core.regels import Uitkomst, model
from core.regels.bladwaarden import kengetal_van, kengetalwaarden, naam_van_ingang
from core.regels.controle import CONTROLES
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdsoort
from core.rekenkunde.woorden import in_woorden
from core.werkboek.formule import NIET_TE_ZEGGEN, formules
from core.werkboek.indeling import (
    EENHEID,
    EERSTE_KWARTAALRIJ,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    KENGETALBLAD,
    KOPRIJ,
    KWARTAALBLAD,
    KWARTAALKOPPEN,
    LABEL,
    NAAM,
    WAARDE,
    Indeling,
)
from core.werkboek.invoerbladen import LABELBREEDTE, nieuw_blad
from core.werkboek.stijlen import Stijlen

ONBEKEND = "#N/A"
CONTROLEBLAD = "Controle"
BRONBREEDTEN, WOORDBREEDTE = (14, 16, 20, 60, 26, 110), 200
AKKOORD, NIET_AKKOORD = "Alle controles akkoord", "Let op: niet alle controles zijn akkoord"
DEELS = "Controles akkoord, voor zover te zeggen: er ontbreekt invoer"
_KWARTAALKOP = {
    "jaar": "Jaar",
    "kw": "Kwartaal van het jaar",
    "kwartaal": "Kwartaal van het plan",
    "kolom": "Plaats van deze kolom",
    "jaarkolom": "Plaats van het jaar op de jaarbladen",
}


class Rekenbladen:
    """Writes kengetallen, calculation and checks of one outcome."""

    def __init__(self, werkboek: Any, stijlen: Stijlen, indeling: Indeling, uitkomst: Uitkomst) -> None:
        self.werkboek, self.stijl, self.indeling, self.uitkomst = werkboek, stijlen, indeling, uitkomst
        self.formules = formules(indeling)

    def schrijf(self) -> None:
        """All of them."""
        for naam, grootheden in self.indeling.bladen.items():
            if naam == KENGETALBLAD:
                self._kengetallen(grootheden)
            else:
                self._rekenblad(naam, grootheden)

    # -- kengetallen

    def _kengetallen(self, grootheden: list[Grootheid]) -> None:
        catalogus, as_ = self.uitkomst.catalogus, self.indeling.tijdas
        achter = ("Soort", "Status", "Bandbreedte", "Bron", "Vindplaats", "Toelichting")
        koppen = ("Kengetal", "Naam", "Eenheid", "Prijspeil (jaar)", "Waarde", *as_.jaren, *achter)
        blad = nieuw_blad(self.werkboek, self.stijl, KENGETALBLAD, "Kengetallen met hun bron", koppen)
        blad.write_string(
            1, LABEL, f"Editie {catalogus.editie}. Deze waarden zijn niet van uw gemeente.", self.stijl("ondertitel")
        )
        waarden = kengetalwaarden(catalogus, as_)
        for rij, g in enumerate(grootheden, EERSTE_RIJ):
            self._kop_van_rij(blad, rij, g)
            ingang = catalogus[naam_van_ingang(g)]
            gebruikt: dict[int, Kengetal] = {}
            for moment in as_.bereik(g.tijd, g.venster) if g.tijd is Tijdsoort.JAAR else (None,):
                waarde = waarden.get((g.id, moment))
                kolom = WAARDE if moment is None else self.indeling.kolom(g.tijd, moment)
                if waarde is None:
                    blad.schrijf_formule(rij, kolom, "=NA()", self.stijl("vast", g.eenheid), ONBEKEND)
                    continue
                self._waarde(blad, rij, kolom, waarde, g)
                kengetal = kengetal_van(g, ingang, moment)
                if kengetal and not g.naam.startswith("standaard_"):
                    gebruikt[id(kengetal)] = kengetal
            peil = (f"kengetalpeil_{ingang.naam}", g.sleutel)
            if g.naam.startswith("kengetal_") and peil in model():
                blad.write_number(rij, EXTRA, waarden[peil, None], self.stijl("vast"))
            self._bron(blad, rij, list(gebruikt.values()), catalogus)
        blad.print_area(0, 0, EERSTE_RIJ + len(grootheden), EERSTE_MOMENT + len(as_.jaren) - 1)
        self._kolommen(blad, as_.jaren)
        for kolom, breedte in enumerate(BRONBREEDTEN, EERSTE_MOMENT + len(as_.jaren)):
            blad.set_column(kolom, kolom, breedte)
        blad.freeze_panes(EERSTE_RIJ, EERSTE_MOMENT)

    def _waarde(self, blad: Any, rij: int, kolom: int, waarde: Any, g: Grootheid) -> None:
        punt = waarde.verwacht if isinstance(waarde, Bereik) else waarde
        schrijf = blad.write_string if isinstance(punt, str) else blad.write_number
        schrijf(rij, kolom, punt, self.stijl("vast", g.eenheid))

    def _bron(self, blad: Any, rij: int, kengetallen: list[Kengetal], catalogus: Catalogus) -> None:
        kolom = EERSTE_MOMENT + len(self.indeling.tijdas.jaren)
        if not kengetallen:
            blad.write_string(rij, kolom, "uitgangspunt van de planner", self.stijl("klein"))
            return

        def samen(teksten: list[str]) -> str:
            return "; ".join(dict.fromkeys(t for t in teksten if t))

        velden = (
            samen([k.klasse.value for k in kengetallen]),
            samen([k.status.value for k in kengetallen]),
            samen([k.waarde.tekst for k in kengetallen if isinstance(k.waarde, Bereik)]),
            samen([k.bron.titel for k in kengetallen]),
            samen([k.vindplaats for k in kengetallen]),
            samen([k.toelichting for k in kengetallen]),
        )
        for i, tekst in enumerate(velden):
            blad.write_string(rij, kolom + i, tekst, self.stijl("toelichting"))
        blad.pas_hoogte(rij, *zip(velden, BRONBREEDTEN, strict=True))

    # -- calculation

    def _rekenblad(self, naam: str, grootheden: list[Grootheid]) -> None:
        per_kwartaal = naam == KWARTAALBLAD
        as_ = self.indeling.tijdas
        titel = f"Berekening: {naam.removeprefix('Berekening_')}"
        momenten = as_.kwartalen if per_kwartaal else as_.jaren
        leeg = ("",) * len(momenten) if per_kwartaal else tuple(momenten)
        koppen = ("Grootheid", "Naam", "Eenheid", "Pot", "Heel het plan", *leeg, "In woorden")
        blad = nieuw_blad(self.werkboek, self.stijl, naam, titel, koppen)
        self._oordeel(blad)
        begin = EERSTE_RIJ
        if per_kwartaal:
            self._kwartaalkoppen(blad)
            begin = EERSTE_KWARTAALRIJ
        for rij, g in enumerate(grootheden, begin):
            self._rij(blad, rij, g)
        self._kolommen(blad, momenten)
        blad.set_column(EERSTE_MOMENT + len(momenten), EERSTE_MOMENT + len(momenten), WOORDBREEDTE)
        blad.print_area(0, 0, begin + len(grootheden), EERSTE_MOMENT + len(momenten) - 1)
        blad.freeze_panes(begin, EERSTE_MOMENT)

    def _kwartaalkoppen(self, blad: Any) -> None:
        as_ = self.indeling.tijdas
        waarden = {
            "jaar": [as_.jaar(q) for q in as_.kwartalen],
            "kw": [as_.kw(q) for q in as_.kwartalen],
            "kwartaal": list(as_.kwartalen),
            "kolom": [n for n, _ in enumerate(as_.kwartalen, 1)],
            "jaarkolom": [as_.jaar(q) - as_.eerste + 1 for q in as_.kwartalen],
        }
        for rij, kop in enumerate(KWARTAALKOPPEN, KOPRIJ):
            blad.write_string(rij, LABEL, _KWARTAALKOP[kop], self.stijl("kop"))
            for kolom, waarde in enumerate(waarden[kop], EERSTE_MOMENT):
                blad.write_number(rij, kolom, waarde, self.stijl("kopjaar"))

    def _rij(self, blad: Any, rij: int, g: Grootheid) -> None:
        self._kop_van_rij(blad, rij, g)
        blad.write_string(rij, EXTRA, g.pot, self.stijl("klein"))
        stijl, waarden = self.stijl("berekening", g.eenheid), self.uitkomst.waarden
        for plek, kolom, formule in self.formules.rij(g):
            waarde = waarden[plek]
            blad.schrijf_formule(rij, kolom, formule, stijl, ONBEKEND if waarde != waarde else waarde)
        soort = Tijdsoort.KWARTAAL if g.tijd is Tijdsoort.KWARTAAL else Tijdsoort.JAAR
        laatste = EERSTE_MOMENT + len(self.indeling.tijdas.momenten(soort))
        blad.write_string(rij, laatste, _woorden(g), self.stijl("toelichting"))
        blad.pas_hoogte(rij, (_woorden(g), WOORDBREEDTE), (g.label, LABELBREEDTE))

    def _kop_van_rij(self, blad: Any, rij: int, g: Grootheid) -> None:
        blad.write_string(rij, LABEL, g.label, self.stijl("label"))
        blad.write_string(rij, NAAM, g.volledige_naam, self.stijl("klein"))
        blad.write_string(rij, EENHEID, g.eenheid.naam, self.stijl("klein"))

    @staticmethod
    def _kolommen(blad: Any, momenten: range) -> None:
        blad.set_column(EXTRA, WAARDE, 13)
        blad.set_column(EERSTE_MOMENT, EERSTE_MOMENT + len(momenten) - 1, 11)

    # -- checks

    def controle(self) -> None:
        """The checks, each with its deviation and verdict, and one total."""
        koppen = ("Controle", "Naam", "Eenheid", "Oordeel", "Afwijking", "Telt mee")
        blad = nieuw_blad(self.werkboek, self.stijl, CONTROLEBLAD, "Controle", koppen)
        speling = self.formules.verwijzing(CONTROLEBLAD, ("controlespeling", ()), None)
        for rij, (g, oordeel) in enumerate(self.oordelen.items(), EERSTE_RIJ):
            self._kop_van_rij(blad, rij, g)
            waarde = self.uitkomst.waarde(g.naam, *g.sleutel)
            afwijking, cel = self.formules.verwijzing(CONTROLEBLAD, g.id, None), f"$E{rij + 1}"
            blad.schrijf_formule(
                rij, WAARDE, f"={afwijking}", self.stijl("afwijking"), ONBEKEND if waarde is None else waarde
            )
            vraag = f'=IF(ISNA({cel}),"{NIET_TE_ZEGGEN}",IF({cel}>{speling},1,0))'
            blad.schrijf_formule(rij, EXTRA, vraag, self.stijl("uitkomst"), oordeel)
        slot = EERSTE_RIJ + len(self.oordelen)
        bereik = f"$D${EERSTE_RIJ + 1}:$D${slot}"
        self._telling(blad, slot, "Aantal controles dat niet akkoord is", f"=SUM({bereik})", self.fouten)
        onbekend = f'=SUMIF({bereik},"{NIET_TE_ZEGGEN}",$F${EERSTE_RIJ + 1}:$F${slot})'
        for rij in range(EERSTE_RIJ, slot):
            blad.write_number(rij, EERSTE_MOMENT, 1, self.stijl("klein"))
        self._telling(blad, slot + 1, "Aantal controles dat niet te zeggen is", onbekend, self.onbekend)
        uitleg = f"Oordeel: 0 is akkoord, 1 is niet akkoord, {NIET_TE_ZEGGEN} is niet te zeggen."
        blad.write_string(1, LABEL, uitleg, self.stijl("ondertitel"))
        self._oordeel(blad)
        blad.set_column(EXTRA, EERSTE_MOMENT, 13)

    def _telling(self, blad: Any, rij: int, label: str, formule: str, aantal: int) -> None:
        blad.write_string(rij, LABEL, label, self.stijl("tussenkop"))
        blad.schrijf_formule(rij, EXTRA, formule, self.stijl("uitkomst_som"), aantal)

    @cached_property
    def oordelen(self) -> dict[Grootheid, int | str]:
        """Per check 0 (sound), 1 (not sound) or that it cannot be told."""
        grens = self.uitkomst.waarden[("controlespeling", ()), None]
        oordelen: dict[Grootheid, int | str] = {}
        for g in (g for naam in CONTROLES for g in model().familie(naam)):
            waarde = self.uitkomst.waarde(g.naam, *g.sleutel)
            oordelen[g] = NIET_TE_ZEGGEN if waarde is None else int(waarde > grens)
        return oordelen

    @property
    def fouten(self) -> int:
        """How many checks fail."""
        return sum(o == 1 for o in self.oordelen.values())

    @property
    def onbekend(self) -> int:
        """How many checks cannot be made, for want of input."""
        return sum(o == NIET_TE_ZEGGEN for o in self.oordelen.values())

    @property
    def oordeel(self) -> str:
        """All checks in one sentence."""
        return NIET_AKKOORD if self.fouten else DEELS if self.onbekend else AKKOORD

    def _oordeel(self, blad: Any) -> None:
        oordeel_op(blad, self.stijl, self.oordeel)


def oordeel_op(blad: Any, stijl: Stijlen, oordeel: str) -> None:
    """The verdict of all checks, on any sheet."""
    rij = EERSTE_RIJ + sum(len(model().familie(naam)) for naam in CONTROLES) + 1
    fout, onbekend = f"{CONTROLEBLAD}!$D${rij}>0", f"{CONTROLEBLAD}!$D${rij + 1}>0"
    formule = f'=IF({fout},"{NIET_AKKOORD}",IF({onbekend},"{DEELS}","{AKKOORD}"))'
    blad.schrijf_formule(2, LABEL, formule, stijl("oordeel"), oordeel)


_gelezen: dict[str, str] = {}


def _woorden(g: Grootheid) -> str:
    """The rule in words; the same for every workbook."""
    if g.volledige_naam not in _gelezen:
        assert g.regel is not None
        _gelezen[g.volledige_naam] = in_woorden(model(), g.regel)
    return _gelezen[g.volledige_naam]
