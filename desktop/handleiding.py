"""The handleiding in a window beside the work, with the words of the law and of the planner explained."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QShowEvent, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.stijl import regelhoogte, tekens

HULP = Path(__file__).resolve().parents[1] / "resources" / "hulp"
TITEL = "Handleiding"


def tekst() -> str:
    """The handleiding in Markdown, with the glossary behind it."""
    return (HULP / "handleiding.md").read_text("utf-8") + _begrippen()


def _begrippen() -> str:
    from core.werkboek.lijstbladen import begrippen

    regels = [f"- **{term}**: {uitleg} *({bron})*" for term, uitleg, bron in begrippen()]
    return "\n## Begrippen\n\n" + "\n".join(regels) + "\n"


class _Lezer(QTextBrowser):
    """Pictures are no wider than the page."""

    def loadResource(self, soort: int, naam: QUrl | str) -> Any:  # noqa: N802
        """A picture from the folder of the handleiding; nothing else is ever fetched."""
        if soort != QTextDocument.ResourceType.ImageResource:
            return None
        beeld = QImage(str(HULP / Path(QUrl(naam).fileName())))
        breed = self.viewport().width() - 2 * tekens(self, 3)
        return (
            beeld.scaledToWidth(breed, Qt.TransformationMode.SmoothTransformation) if beeld.width() > breed else beeld
        )


class Handleiding(QDialog):
    """Text that can be searched and read aloud; it never leaves the computer."""

    def __init__(self, ouder: QWidget | None = None) -> None:
        super().__init__(ouder)
        self.setWindowTitle(TITEL)
        kolom = QVBoxLayout(self)
        self.lezer = _Lezer()
        self.lezer.setAccessibleName(TITEL)
        self.lezer.setOpenLinks(False)
        kolom.addWidget(self.lezer)
        knoppen = QDialogButtonBox()
        sluit = knoppen.addButton("Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        sluit.setAccessibleName("Sluiten")
        knoppen.rejected.connect(self.reject)
        kolom.addWidget(knoppen)
        gewenst = QSize(tekens(self, 110), 42 * regelhoogte(self))
        self.resize(gewenst.boundedTo(self.screen().availableSize() * 0.94))

    def toon(self, kop: str = "") -> None:
        """Show the window, at a heading where there is one of that name."""
        self.show()
        self.raise_()
        self.activateWindow()
        balk, opmaak = self.lezer.verticalScrollBar(), self.lezer.document().documentLayout()
        balk.setValue(0)
        blok = self.lezer.document().begin()
        while kop and blok.isValid():
            if blok.text() == kop and blok.blockFormat().headingLevel():
                balk.setValue(round(opmaak.blockBoundingRect(blok).top()))
                return
            blok = blok.next()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the text when it is asked for, at the width that the page has."""
        super().showEvent(event)
        if self.lezer.document().isEmpty():
            self.lezer.setMarkdown(tekst())
