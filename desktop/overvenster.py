"""About the program: which version this is, and the zelftest for whoever wants to know whether it works here."""

from __future__ import annotations

import sys

from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core import VERSIE
from desktop.stijl import regelhoogte, tekens

NAAM = "Inburgeringsplanner"
LOOPT = "De zelftest loopt. U kunt intussen doorwerken."
GESTOPT = "De zelftest is onderweg gestopt. Installeer het programma opnieuw."


def zelftestopdracht() -> list[str]:
    """The program itself, as it runs now: installed or from its source."""
    return [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "desktop"]), "zelftest"]


class Overvenster(QDialog):
    """Version, edition and licence. The zelftest is another run of the program, so this one goes on meanwhile."""

    def __init__(self, editie: str, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(f"Over {NAAM}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._wat = (
            f"{NAAM} {VERSIE}\nKengetallen: editie {editie}\n"
            "Rekent wat de Wet inburgering 2021 een gemeente kost, zonder internet.\n"
            "Open source onder de EUPL 1.2. De licenties van alle onderdelen staan in de map van het programma."
        )
        tekst = QLabel(self._wat)
        tekst.setWordWrap(True)
        tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.uitslag = QPlainTextEdit()
        self.uitslag.setReadOnly(True)
        self.uitslag.setAccessibleName("Uitslag van de zelftest")
        self.uitslag.setMinimumHeight(14 * regelhoogte(self))
        self.uitslag.hide()
        rol = QDialogButtonBox.ButtonRole
        knoppen = QDialogButtonBox()
        self.start: QPushButton = knoppen.addButton("&Zelftest…", rol.ActionRole)
        self.kopieer: QPushButton = knoppen.addButton("&Kopiëren", rol.ActionRole)
        self.sluit: QPushButton = knoppen.addButton("Sluiten", rol.RejectRole)
        self.sluit.setDefault(True)
        self.start.clicked.connect(self.test)
        self.kopieer.clicked.connect(self._kopieer)
        knoppen.rejected.connect(self.reject)
        kolom = QVBoxLayout(self)
        for deel in (tekst, self.uitslag, knoppen):
            kolom.addWidget(deel)
        self.setMinimumWidth(tekens(self, 70))
        self._proces = QProcess(self)
        self._proces.finished.connect(lambda _code, _hoe: self._klaar())
        self._proces.errorOccurred.connect(self._mislukt)

    def test(self) -> None:
        """Begin the zelftest; its outcome appears when it is there."""
        programma, *woorden = zelftestopdracht()
        self.start.setEnabled(False)
        self.uitslag.setPlainText(LOOPT)
        self.uitslag.show()
        self._proces.start(programma, woorden)

    def _mislukt(self, fout: QProcess.ProcessError) -> None:
        if fout is QProcess.ProcessError.FailedToStart:  # of every other fault `finished` tells as well
            self._klaar()

    def _klaar(self) -> None:
        """Say what came out: every check in words, or that it did not get to an end."""
        gezegd = bytes(self._proces.readAllStandardOutput().data()).decode("utf-8", "replace").strip()
        ten_einde = self._proces.exitStatus() is QProcess.ExitStatus.NormalExit and gezegd
        self.uitslag.setPlainText(gezegd if ten_einde else f"{gezegd}\n{GESTOPT}".strip())
        self.start.setEnabled(True)

    def _kopieer(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._wat}\n\n{self.uitslag.toPlainText()}".strip())

    def done(self, antwoord: int) -> None:
        """Closing the dialog ends a zelftest that still runs."""
        self._proces.blockSignals(True)
        self._proces.kill()
        self._proces.waitForFinished(2000)
        super().done(antwoord)
