"""The one place that speaks to the user: every question and message passes here and is logged."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

log = logging.getLogger("inburgeringsplanner.meldingen")

OPSLAAN, NIET_OPSLAAN, ANNULEREN, OVERNEMEN, SLUITEN = "Opslaan", "Niet opslaan", "Annuleren", "Overnemen", "Sluiten"
TERUGHALEN, LATER, WEGGOOIEN = "Terughalen", "Later beslissen", "Weggooien"
TOCH_OPENEN, TOCH_OVERSCHRIJVEN, ANDERE_NAAM = "Toch openen", "Overschrijven", "Opslaan met een andere naam"
DEFINITIEF, CONCEPT = "Definitief", "Concept"
TELFORMULIER = "Telformulier opslaan…"
KOMMA_SCHEIDT = "De komma scheidt de kolommen"
KOPIEREN, DOORGAAN = "Verslag kopiëren", "Doorgaan"


class Antwoord(Enum):
    """What to do with changes that are not in a file."""

    OPSLAAN = OPSLAAN
    NIET_OPSLAAN = NIET_OPSLAAN
    ANNULEREN = ANNULEREN


class Stem(Protocol):
    """How a message or question reaches the user. Tests speak with a voice of their own."""

    def vraag(self, titel: str, tekst: str, knoppen: Sequence[str], details: str) -> str:
        """Show a text with buttons; the words on the button that was pressed, the last one if none was."""

    def kies_openen(self, titel: str, soort: str) -> Path | None:
        """Ask for an existing file; None when the user does not want to."""

    def kies_opslaan(self, titel: str, soort: str, voorstel: str) -> Path | None:
        """Ask where to write; None when the user does not want to."""


class Meldingen:
    """Says and asks, in Dutch sentences."""

    def __init__(self, stem: Stem) -> None:
        self._stem = stem

    def _vraag(self, titel: str, tekst: str, knoppen: Sequence[str], details: str = "") -> str:
        log.info("%s: %s %s", titel, tekst, details)
        antwoord = self._stem.vraag(titel, tekst, knoppen, details)
        log.info("Antwoord: %s", antwoord)
        return antwoord

    def meld(self, titel: str, tekst: str, regels: Sequence[str] = ()) -> None:
        """Say something, with lines under it where there is more to say."""
        self._vraag(titel, tekst, (SLUITEN,), "\n".join(regels))

    def bewaren(self, naam: str) -> Antwoord:
        """What to do with changes that are not in a file yet."""
        tekst = f"Wilt u de wijzigingen in {naam} opslaan? Anders gaan ze verloren."
        return Antwoord(self._vraag("Wijzigingen opslaan", tekst, (OPSLAAN, NIET_OPSLAAN, ANNULEREN)))

    def zonder_fouten_opslaan(self, plaatsen: Sequence[str]) -> bool:
        """Whether to save although some fields cannot go along."""
        tekst = (
            "Bij de velden hieronder staat een fout. In het bestand blijven ze leeg. Op het scherm blijven ze staan, "
            "zodat u ze kunt herstellen."
        )
        return self._vraag("Opslaan met lege velden", tekst, (OPSLAAN, ANNULEREN), "\n".join(plaatsen)) == OPSLAAN

    def overnemen(self, titel: str, tekst: str, regels: Sequence[str]) -> bool:
        """Whether to accept what was read."""
        return self._vraag(titel, tekst, (OVERNEMEN, ANNULEREN), "\n".join(regels)) == OVERNEMEN

    def definitief(self, titel: str) -> str:
        """As what to write a workbook that may be final: DEFINITIEF, CONCEPT or ANNULEREN."""
        tekst = "Uw plan heeft geen open punten. Wilt u het werkboek als definitief of als concept opslaan?"
        return self._vraag(titel, tekst, (DEFINITIEF, CONCEPT, ANNULEREN))

    def telformulier(self, titel: str, tekst: str, regels: Sequence[str]) -> bool:
        """Say why nothing can be taken over; whether the user wants the form to count on."""
        return self._vraag(titel, tekst, (TELFORMULIER, SLUITEN), "\n".join(regels)) == TELFORMULIER

    def komma_scheidt(self, titel: str, vraag: str) -> bool:
        """Whether the commas of a csv separate its columns; otherwise it cannot be read."""
        return self._vraag(titel, vraag, (KOMMA_SCHEIDT, ANNULEREN)) == KOMMA_SCHEIDT

    def terughalen(self, wat: str) -> str:
        """What to do with unsaved work of an earlier session: TERUGHALEN, LATER or WEGGOOIEN."""
        tekst = (
            f"De planner is de vorige keer niet gewoon afgesloten. Er is nog werk dat niet is opgeslagen: {wat}. "
            "Wilt u het terughalen? Uw bestand verandert pas als u het opslaat."
        )
        return self._vraag("Werk terughalen", tekst, (TERUGHALEN, WEGGOOIEN, LATER))

    def toch_openen(self, naam: str, wie: str) -> bool:
        """Whether to open a plan that someone else has open."""
        tekst = (
            f"{naam} is al open: {wie}. Als u allebei opslaat, kan werk verloren gaan. Overleg eerst met uw collega, "
            "of sla het plan op met een andere naam."
        )
        return self._vraag("Plan openen", tekst, (TOCH_OPENEN, ANNULEREN)) == TOCH_OPENEN

    def intussen_veranderd(self, naam: str) -> str:
        """What to do when the file changed since it was read: ANDERE_NAAM, TOCH_OVERSCHRIJVEN or ANNULEREN."""
        tekst = (
            f"{naam} is veranderd sinds u het opende, of het is weg. Misschien heeft een collega het opgeslagen. "
            "Overschrijft u het, dan gaat dat werk verloren."
        )
        return self._vraag("Plan opslaan", tekst, (ANDERE_NAAM, TOCH_OVERSCHRIJVEN, ANNULEREN))

    def ongeval(self, titel: str, verslag: str) -> None:
        """Tell of a mistake of the program itself, with a report that can be passed on."""
        tekst = (
            "De planner maakte een fout. Uw werk staat er nog en er is een kopie van gemaakt. Sla het plan op met een "
            "andere naam. Stuur het verslag hieronder naar uw beheerder; er staan geen gegevens uit uw plan in."
        )
        if self._vraag(titel, tekst, (KOPIEREN, DOORGAAN), verslag) == KOPIEREN:
            from PySide6.QtWidgets import QApplication

            QApplication.clipboard().setText(verslag)

    def kies_openen(self, titel: str, soort: str) -> Path | None:
        """Which file to read."""
        pad = self._stem.kies_openen(titel, soort)
        log.info("%s: %s", titel, _soort(pad))
        return pad

    def kies_opslaan(self, titel: str, soort: str, voorstel: str) -> Path | None:
        """Which file to write."""
        pad = self._stem.kies_opslaan(titel, soort, voorstel)
        log.info("%s: %s", titel, _soort(pad))
        return pad


def _soort(pad: Path | None) -> str:
    """What may be logged of a file: its name can be that of a person."""
    return f"bestand {pad.suffix}" if pad else "geannuleerd"


class SchermStem:
    """Speaks with the dialogs of the system."""

    def __init__(self, ouder: QWidget) -> None:
        self._ouder = ouder

    def vraag(self, titel: str, tekst: str, knoppen: Sequence[str], details: str) -> str:
        """Show a message box; Escape and closing it mean the last button."""
        from PySide6.QtWidgets import QMessageBox

        rol = QMessageBox.ButtonRole
        rollen = {
            ANNULEREN: rol.RejectRole,
            LATER: rol.RejectRole,
            **dict.fromkeys((NIET_OPSLAAN, WEGGOOIEN, TOCH_OVERSCHRIJVEN), rol.DestructiveRole),
        }
        venster = QMessageBox(self._ouder)
        venster.setWindowTitle(titel)
        venster.setText(tekst)
        venster.setInformativeText(_ingekort(details))
        if details != _ingekort(details):
            venster.setDetailedText(details)
        gemaakt = {tekst: venster.addButton(tekst, rollen.get(tekst, rol.AcceptRole)) for tekst in knoppen}
        venster.setDefaultButton(gemaakt[knoppen[0]])
        venster.setEscapeButton(gemaakt[knoppen[-1]])
        venster.exec()
        gekozen = venster.clickedButton()
        return next((tekst for tekst, knop in gemaakt.items() if knop is gekozen), knoppen[-1])

    def kies_openen(self, titel: str, soort: str) -> Path | None:
        """The system's dialog to open a file."""
        from PySide6.QtWidgets import QFileDialog

        pad, _ = QFileDialog.getOpenFileName(self._ouder, titel, "", soort)
        return Path(pad) if pad else None

    def kies_opslaan(self, titel: str, soort: str, voorstel: str) -> Path | None:
        """The system's dialog to save a file; it asks before it replaces one."""
        from PySide6.QtWidgets import QFileDialog

        pad, filter_ = QFileDialog.getSaveFileName(self._ouder, titel, voorstel, soort)
        return _met_gekozen_soort(Path(pad), soort, filter_) if pad else None


def _met_gekozen_soort(pad: Path, soorten: str, gekozen: str) -> Path:
    """A name without one of the extensions on offer gets that of the kind that was chosen."""
    if pad.suffix and f"*{pad.suffix.lower()}" in soorten:
        return pad
    _, _, extensie = gekozen.rpartition("(*")
    return pad.with_name(pad.name + extensie.rstrip(")"))


_REGELS_IN_BEELD = 12


def _ingekort(details: str) -> str:
    regels = details.split("\n")
    if len(regels) <= _REGELS_IN_BEELD:
        return details
    return "\n".join([*regels[:_REGELS_IN_BEELD], f"… en nog {len(regels) - _REGELS_IN_BEELD}."])
