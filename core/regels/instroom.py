"""Instroom: who settles in the gemeente, per year of vestiging (rekenmodel §2 and §6)."""

from __future__ import annotations

from core.rekenkunde.regel import ASIEL, GROEPEN, Regelboek, Symbolen
from core.rekenkunde.tijdas import EIND, JAREN_TERUG, START, Venster
from core.rekenkunde.uitdrukking import AFWEZIG, Expression, Tijd, als, eerste

regel = Regelboek()
COHORTEN = Venster(START - JAREN_TERUG, EIND)


@regel("Instroom volgens de huisvestingstaakstelling", "personen", per=GROEPEN)
def instroom_uit_taakstelling(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Both half-years of the taakstelling × aandeel_inburgeringsplichtig × realisatiegraad; only asiel has one."""
    if d != ASIEL:
        return AFWEZIG
    eerste_helft, tweede_helft = (eerste(m.rij_taakstelling[h][j], AFWEZIG) for h in ("1", "2"))
    return (eerste_helft + tweede_helft) * m.aandeel_inburgeringsplichtig * m.realisatiegraad


@regel("Cohort", "personen", per=GROEPEN, venster=COHORTEN)
def cohort(m: Symbolen, d: str, j: Tijd) -> Expression:
    """Persons by year of vestiging: the instroom of the plan, eerdere_instroom before it (blank is 0).

    Who came before 2022 falls under the old law and does not count.
    """
    gevestigd = als(m.startjaar - m.jaar[j], eerste(m.rij_eerdere_instroom[d][j], 0), m.instroom[d][j])
    return als(m.jaar[j] - m.laatste_jaar_oude_wet, gevestigd, 0)
