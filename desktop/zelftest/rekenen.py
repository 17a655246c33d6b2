"""The zelftest of the arithmetic: known cases, the landelijke toets, the bands and the explanation of the shortage."""

from __future__ import annotations

from desktop.zelftest import bekend

TREKKINGEN = 200
MARGE = 0.01
"""Euro: what the bars of the explanation may differ from the shortage."""


def bekende_gevallen() -> bekend.Cijfers:
    """Every figure of the examples and what everything comes together in of their scenarios, as known beforehand."""
    from core.regels import bereken

    cijfers: bekend.Cijfers = {}
    for geval, verwacht in bekend.bekende("voorbeelden").items():
        plan = bekend.lees_plan(bekend.BRONNEN / "voorbeelden" / f"{geval}.inburgeringsplan")
        for naam, getallen in verwacht.items():
            hier = bekend.figuren(bereken(plan.voor(naam) if naam else plan).als_gegevens([]), kern=bool(naam))
            bekend.vergelijk(hier, getallen, " ".join((geval, naam)).strip())
            cijfers[f"{geval}, {naam or 'basis'}"] = hier
    return cijfers


def nationale_toets() -> bekend.Cijfers:
    """Every row of the landelijke toets matches, with the known figures."""
    from core.catalogus import standaardcatalogus
    from core.duiding.toets import landelijke_toets

    toetsen = landelijke_toets(standaardcatalogus())
    for t in toetsen:
        bekend.eis(t.klopt, f"{t.naam} klopt niet: {t.model_tekst} tegenover {t.gepubliceerd_tekst}.")
    cijfers = {f"{t.naam}, {n}": round(x, 6) for t in toetsen for n, x in zip(t.onderdelen, t.model, strict=True)}
    bekend.vergelijk(cijfers, bekend.bekende("toets"), "Landelijke toets")
    return cijfers


def onzekerheid() -> bekend.Cijfers:
    """Bands are the same twice, one a year, and have a width."""
    from core.catalogus import standaardcatalogus
    from core.duiding.onzekerheid import banden, trek

    plan = bekend.voorbeeldplan()
    plekken = [(("tekort_totaal", ()), jaar) for jaar in range(plan.startjaar, plan.startjaar + plan.horizon)]
    eerste, tweede = (
        banden(trek(plan, standaardcatalogus(), TREKKINGEN, zaad=7, figuren=["tekort_totaal"]), plekken)
        for _ in range(2)
    )
    bekend.eis(eerste == tweede, "Twee keer trekken met hetzelfde begin geeft niet hetzelfde.")
    bekend.eis(set(eerste) == set(plekken), "Er is niet voor elk jaar een band.")
    for (_, jaar), band in eerste.items():
        bekend.eis(band.p10 < band.p50 < band.p90, f"De band van {jaar} heeft geen breedte: {band}.")
    return {str(jaar): {"p10": b.p10, "p50": b.p50, "p90": b.p90} for (_, jaar), b in eerste.items()}


def verklaring() -> bekend.Cijfers:
    """The bars that explain the shortage of the example add up to it, every year, under every definition."""
    from core.duiding.bijdragen import TEKORTEN, verklaar
    from core.regels import bereken

    uitkomst = bereken(bekend.voorbeeldplan())
    cijfers: bekend.Cijfers = {}
    for begrip in TEKORTEN:
        watervallen = verklaar(uitkomst, begrip).watervallen
        jaren = [w.jaar for w in watervallen]
        bekend.eis(jaren == list(uitkomst.tijdas.planjaren), f"{begrip} is maar in {jaren} verklaard.")
        for w in watervallen:
            som, tekort = sum(s.bedrag for s in w.staven), uitkomst.waarde(begrip, moment=w.jaar)
            bekend.eis(
                tekort is not None and abs(som - tekort) <= MARGE,
                f"{begrip} {w.jaar}: de staven zijn samen {som}, het tekort is {tekort}.",
            )
            cijfers |= {f"{begrip}.{w.jaar}.{s.naam}": round(s.bedrag, 6) for s in w.staven}
    return cijfers
