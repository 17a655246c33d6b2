"""What people read first: the cover, the outcome, the findings and the sources."""

from __future__ import annotations

from typing import Any

from core import VERSIE
from core.catalogus import Catalogus
from core.plan import Bevinding, vingerafdruk
from core.regels import Uitkomst, model
from core.regels.uitkomst import PER_JAAR, jaargrootheden, kwartaalgrootheden, naam_in_bestand
from core.rekenkunde.regel import Grootheid
from core.rekenkunde.tijdas import Tijdsoort
from core.werkboek.formule import NIET_TE_ZEGGEN, formules
from core.werkboek.indeling import (
    EENHEID,
    EERSTE_MOMENT,
    EERSTE_RIJ,
    EXTRA,
    KOPRIJ,
    LABEL,
    NAAM,
    WAARDE,
    Indeling,
)
from core.werkboek.invoerbladen import TITELHOOGTE, UITLEGBLAD, nieuw_blad
from core.werkboek.rekenbladen import oordeel_op
from core.werkboek.stijlen import Rekenblad, Stijlen

VOORBLAD, JAARBLAD, KWARTAALUITKOMST, INKOOPBLAD = (
    "Voorblad",
    "Uitkomst_jaren",
    "Uitkomst_kwartalen",
    "Uitkomst_inkoop",
)
TUSSENKOPHOOGTE = 24
DIKGEDRUKT = (
    "uitvoeringskosten",
    "tekort_structureel",
    "tekort_totaal",
    "tekort_met_wachtlijst",
    "spuk_baten",
    "voorzieningenkosten",
    "spuk_saldo",
    "inkoopbudget",
)
VOORBEHOUD = (
    "Dit is een raming op de opgave van de gemeente en op kengetallen met hun bron. Het is geen vastgesteld cijfer.",
    "Uitvoeringskosten (Gemeentefonds) en voorzieningen (SPUK) zijn aparte potten. Een overschot in de ene dekt geen "
    "tekort in de andere.",
    "Niet meegerekend: verhuizingen, eerder klaar zijn, ontheffing, btw, bijstand tijdens het wachten en rente.",
)
UITLEG_KLEUR = (
    ("Geel vak", "Invoer van de gemeente. Verander een vak en alle bladen rekenen mee."),
    ("Grijs vak", "Kengetal of vast gegeven, met de bron erachter."),
    ("Wit vak", "Berekening. De formule is te zien; de regel staat in woorden achteraan."),
    (
        NIET_TE_ZEGGEN,
        "Niet te zeggen: er ontbreekt invoer, of het getal hoort niet bij de gekozen methode. "
        "In de berekening staat dan #N/B (niet beschikbaar).",
    ),
    ("Lege jaarkolommen", "Elk jaar staat op elk blad in dezelfde kolom; buiten de planjaren is er geen uitkomst."),
)
INKOOP_JAAR = ("inhuur", "inkoop_spuk", "inkoop_gemeentefonds", "inkoopbudget", "trajecten_jaar")
INKOOP_PLAN = ("contractwaarde", "contractwaarde_totaal", "contractwaarde_met_opties", "drempel")
SLOT = ("na_horizon_lasten", "na_horizon_baten")


class Leesbladen:
    """Writes the sheets that are read, with formulas that follow the calculation."""

    def __init__(self, werkboek: Any, stijlen: Stijlen, indeling: Indeling, uitkomst: Uitkomst, oordeel: str) -> None:
        self.werkboek, self.stijl, self.indeling, self.uitkomst = werkboek, stijlen, indeling, uitkomst
        self.formules, self.oordeel = formules(indeling), oordeel

    # -- cover

    def voorblad(self, scenario: str, bladen: list[tuple[str, str]]) -> None:
        """Whose plan, which edition, what it may be used for, and what stands where."""
        plan, catalogus = self.uitkomst.plan, self.uitkomst.catalogus
        blad = self.werkboek.add_worksheet(VOORBLAD, Rekenblad)
        naam = plan.gemeente.naam or "nog zonder naam"
        blad.write_string(0, 0, f"Wet inburgering: uitvoeringskosten en inkoop, gemeente {naam}", self.stijl("titel"))
        oordeel_op(blad, self.stijl, self.oordeel)
        jaren = self.indeling.tijdas.planjaren
        feiten = (
            ("Gemeente", naam),
            ("Scenario", scenario),
            ("Status", "concept"),
            ("Planjaren", f"{jaren[0]} tot en met {jaren[-1]}"),
            ("Kengetallen", f"editie {catalogus.editie}"),
            ("Programma", f"Inburgeringsplanner {VERSIE}"),
            ("Kenmerk van het plan", vingerafdruk(plan)[:16]),
            ("Bedragen", "in euro, in prijzen van het jaar; door afronding kunnen totalen afwijken"),
        )
        rij = self._paren(blad, KOPRIJ, "Over dit werkboek", feiten)
        rij = self._paren(
            blad, rij + 1, "Goed om te weten", [(f"{i}.", tekst) for i, tekst in enumerate(VOORBEHOUD, 1)]
        )
        rij = self._paren(blad, rij + 1, "Zo leest u de bladen", UITLEG_KLEUR)
        self._tussenkop(blad, rij + 1, "Inhoud")
        for i, (bladnaam, wat) in enumerate(bladen, rij + 2):
            blad.write_url(i, 0, f"internal:'{bladnaam}'!A1", self.stijl("koppeling"), bladnaam)
            blad.write_string(i, 1, wat, self.stijl("tekst"))
        blad.set_column(0, 0, 30)
        blad.set_column(1, 1, 125)
        blad.hide_gridlines(2)
        blad.set_paper(9)
        blad.set_landscape()
        blad.fit_to_pages(1, 0)
        blad.protect("")
        blad.activate()

    def _paren(self, blad: Any, rij: int, kop: str, paren: Any) -> int:
        self._tussenkop(blad, rij, kop)
        for links, rechts in paren:
            rij += 1
            blad.write_string(rij, 0, links, self.stijl("label"))
            blad.write_string(rij, 1, rechts, self.stijl("tekst"))
        return rij + 1

    def _tussenkop(self, blad: Any, rij: int, kop: str) -> None:
        blad.set_row(rij, TUSSENKOPHOOGTE)
        blad.write_string(rij, LABEL, kop, self.stijl("tussenkop"))

    # -- outcome

    def jaren(self) -> None:
        """The outcome per year, by subject, with the total over the plan years where adding makes sense."""
        blad = self._blad(JAARBLAD, "Uitkomst per jaar", Tijdsoort.JAAR, "Totaal planjaren")
        rij = EERSTE_RIJ
        for onderwerp in PER_JAAR:
            self._tussenkop(blad, rij, onderwerp)
            rij += 1
            for g in jaargrootheden(onderwerp):
                self._rij(blad, rij, g)
                self._totaal(blad, rij, g)
                rij += 1
        self._slot(blad, rij)

    def _slot(self, blad: Any, rij: int) -> None:
        self._tussenkop(blad, rij, "Na het plan")
        for i, naam in enumerate(SLOT, rij + 1):
            self._rij(blad, i, model()[naam, ()])

    def kwartalen(self) -> None:
        """The flow of people and the trajecten to be bought, per quarter."""
        blad = self._blad(KWARTAALUITKOMST, "Uitkomst per kwartaal", Tijdsoort.KWARTAAL, "")
        inkoop = [g for naam in ("trajecten", "startgroepen") for g in model().familie(naam)]
        for rij, g in enumerate([*kwartaalgrootheden(), *inkoop], EERSTE_RIJ):
            self._rij(blad, rij, g)

    def inkoop(self) -> None:
        """The procurement budget, and the tender of the leerroutes."""
        blad = self._blad(INKOOPBLAD, "Inkoop", Tijdsoort.JAAR, "Heel het plan")
        figuren = [g for naam in INKOOP_JAAR for g in model().familie(naam)]
        figuren += [model()["kostendekkende_trajectprijs", ()]]
        figuren += [g for naam in INKOOP_PLAN for g in model().familie(naam)]
        for rij, g in enumerate(figuren, EERSTE_RIJ):
            self._rij(blad, rij, g)
            self._totaal(blad, rij, g)
        if self.uitkomst.buiten_horizon:
            jaren = ", ".join(map(str, self.uitkomst.buiten_horizon))
            tekst = f"De contractjaren {jaren} vallen buiten het plan en zijn niet meegerekend."
            blad.write_string(EERSTE_RIJ + len(figuren) + 1, LABEL, tekst, self.stijl("tekst"))

    def _blad(self, naam: str, titel: str, soort: Tijdsoort, waardekop: str) -> Any:
        as_ = self.indeling.tijdas
        momenten = as_.momenten(soort)
        koppen = [int(t) if soort is Tijdsoort.JAAR else as_.naam(soort, t) for t in momenten]
        kop = ("Onderdeel", "Naam", "Eenheid", "Pot", waardekop, *koppen)
        blad = nieuw_blad(self.werkboek, self.stijl, naam, titel, kop)
        oordeel_op(blad, self.stijl, self.oordeel)
        blad.set_column(EXTRA, WAARDE, 13)
        blad.set_column(EERSTE_MOMENT, self.indeling.laatste_kolom(soort), 11)
        in_plan = as_.planjaren if soort is Tijdsoort.JAAR else as_.plankwartalen
        for van, tot in ((momenten[0], in_plan[0] - 1), (in_plan[-1] + 1, momenten[-1])):
            if van <= tot:
                blad.set_column(self.indeling.kolom(soort, van), self.indeling.kolom(soort, tot), 7)
        blad.freeze_panes(EERSTE_RIJ, EERSTE_MOMENT)
        return blad

    def _rij(self, blad: Any, rij: int, g: Grootheid) -> None:
        rol = "uitkomst_som" if g.naam in DIKGEDRUKT else "uitkomst"
        blad.write_string(rij, LABEL, g.label, self.stijl("label"))
        blad.write_string(rij, NAAM, naam_in_bestand(g), self.stijl("klein"))
        blad.write_string(rij, EENHEID, g.eenheid.naam, self.stijl("klein"))
        blad.write_string(rij, EXTRA, g.pot, self.stijl("klein"))
        stijl, waarden = self.stijl(rol, g.eenheid), self.uitkomst.waarden
        for plek, kolom, formule in self.formules.getoonde_rij(g):
            waarde = waarden[plek]
            blad.schrijf_formule(rij, kolom, formule, stijl, NIET_TE_ZEGGEN if waarde != waarde else waarde)

    def _totaal(self, blad: Any, rij: int, g: Grootheid) -> None:
        if not self.uitkomst.optelbaar(g):
            return
        as_ = self.indeling.tijdas
        kolommen = [self.indeling.kolom(g.tijd, j) for j in (as_.startjaar, as_.eindjaar)]
        bereik = self.formules.bereik("", g.id, *kolommen)
        waarde = self.uitkomst.totaal(g)
        blad.schrijf_formule(
            rij,
            WAARDE,
            f'=IF(ISNA(SUM({bereik})),"{NIET_TE_ZEGGEN}",SUM({bereik}))',
            self.stijl("uitkomst_som", g.eenheid),
            NIET_TE_ZEGGEN if waarde is None else waarde,
        )

    # -- findings and sources

    def bevindingen(self, bevindingen: list[Bevinding]) -> None:
        """What was missing, strange or contradictory when the workbook was made."""
        blad = nieuw_blad(
            self.werkboek, self.stijl, "Bevindingen", "Bevindingen bij het maken", ("Ernst", "Plaats", "Bevinding")
        )
        for rij, b in enumerate(bevindingen, EERSTE_RIJ):
            for kolom, tekst in enumerate((b.ernst.value, b.plaats, b.tekst)):
                blad.write_string(rij, kolom, tekst, self.stijl("tekst"))
            blad.pas_hoogte(rij, (b.plaats, 40), (b.tekst, 110))
        if not bevindingen:
            blad.write_string(EERSTE_RIJ, LABEL, "Er zijn geen bevindingen.", self.stijl("tekst"))
        blad.set_column(0, 0, 26)
        blad.set_column(1, 1, 40)
        blad.set_column(2, 2, 110)

    def bronnen(self) -> None:
        """The public documents behind the kengetallen."""
        blad = nieuw_blad(self.werkboek, self.stijl, "Bronnen", "Bronnen", ("Document", "Datum", "Soort", "Opmerking"))
        for rij, bron in enumerate(self.uitkomst.catalogus.bronnen.values(), EERSTE_RIJ):
            for kolom, tekst in enumerate((bron.titel, bron.datum, bron.soort, bron.opmerking)):
                blad.write_string(rij, kolom, tekst, self.stijl("tekst"))
            blad.pas_hoogte(rij, (bron.titel, 70), (bron.opmerking, 80))
        blad.set_column(0, 0, 70)
        blad.set_column(1, 2, 24)
        blad.set_column(3, 3, 80)


SJABLOONUITLEG = (
    ("Waarvoor", "Vul hier in wat uw gemeente weet en kiest. De planner leest dit werkboek en rekent het door."),
    ("Geel vak", "Alleen gele vakken vult u in. Een leeg vak betekent: niet opgegeven. Dat is iets anders dan 0."),
    ("Eén getal of per jaar", "Vul één getal in bij Voor alle jaren, of getallen per jaar. Niet allebei."),
    ("Getallen", "Typ getallen als getal: 1234,5. Een aandeel van 25 % typt u als 25%."),
    (
        "Onzeker",
        "Weet u een getal niet precies, typ dan bijvoorbeeld 45 tot 60, of vul het blad Invoer_bandbreedte in.",
    ),
    ("Prijspeil", "Vul een jaar in als het bedrag in prijzen van een ander jaar is dan het eerste jaar van het plan."),
    ("Soort", "Eigen: alleen u weet dit. Suggestie: leeg laten mag, dan rekent de planner met een kengetal met bron."),
    ("Bron, Datum, Door, Nota", "Schrijf achter een waarde waar u die vandaan hebt. Dat komt terug in elk overzicht."),
    ("Geen personen", "Vul alleen aantallen in, nooit namen, nummers of andere gegevens van mensen."),
    ("Klaar", "Kies in de planner Bestand, Werkboek importeren. Wat niet te lezen is, staat daar met blad en cel."),
)


def schrijf_uitleg(werkboek: Any, stijl: Stijlen, catalogus: Catalogus) -> None:
    """The first sheet of a template: how to fill it in without the program, and how to get it back."""
    blad = werkboek.add_worksheet(UITLEGBLAD, Rekenblad)
    blad.write_string(0, 0, "Sjabloon Inburgeringsplanner", stijl("titel"))
    blad.write_string(1, 0, f"Kengetallen editie {catalogus.editie}.", stijl("ondertitel"))
    for rij, (links, rechts) in enumerate(SJABLOONUITLEG, KOPRIJ):
        blad.write_string(rij, 0, links, stijl("label"))
        blad.write_string(rij, 1, rechts, stijl("tekst"))
    blad.set_row(0, TITELHOOGTE)
    blad.set_column(0, 0, 30)
    blad.set_column(1, 1, 125)
    blad.hide_gridlines(2)
    blad.set_landscape()
    blad.set_paper(9)
    blad.fit_to_pages(1, 0)
    blad.protect("")
    blad.activate()
