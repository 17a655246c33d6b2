"""Tekort: what the execution costs more than the gemeente has for it, by definition (rekenmodel §5)."""

from __future__ import annotations

from core.rekenkunde.regel import GEMEENTEFONDS, Regelboek, Symbolen
from core.rekenkunde.uitdrukking import Expression, Tijd

regel = Regelboek()


@regel("Tekort ten opzichte van alle middelen", "euro", pot=GEMEENTEFONDS)
def tekort_totaal(m: Symbolen, j: Tijd) -> Expression:
    """All costs less all means, structural and incidental."""
    middelen = m.gemeentefonds_structureel[j] + m.gemeentefonds_incidenteel[j] + m.overige_baten[j]
    return m.uitvoeringskosten[j] - middelen


@regel("Tekort ten opzichte van structurele middelen", "euro", pot=GEMEENTEFONDS)
def tekort_structureel(m: Symbolen, j: Tijd) -> Expression:
    """Lasting costs less lasting means."""
    return m.uitvoeringskosten[j] - m.incidentele_kosten[j] - m.gemeentefonds_structureel[j]


@regel("Tekort met de wachtlijst erbij", "euro", pot=GEMEENTEFONDS)
def tekort_met_wachtlijst(m: Symbolen, j: Tijd) -> Expression:
    """The structural shortage, with who waits guided as well."""
    return m.tekort_structureel[j] + m.kosten_wachtlijst[j]
