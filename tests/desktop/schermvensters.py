"""The windows beside the main window, opened one after the other so that pictures can be made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.bewaren.grootboekvenster import Grootboekvenster
from desktop.bewaren.overneemvenster import Overneemvenster
from desktop.bewaren.wijzigingenvenster import Wijzigingenvenster
from desktop.meldingen import Meldingen, SchermStem
from desktop.ongeval import TITEL, verslag
from desktop.venster import Hoofdvenster
from tests.desktop.conftest import NepStem
from tests.desktop.test_overnamehandelingen import ASIEL, JAREN, LONEN, bestand, doe
from tests.desktop.test_werkboekhandelingen import typ

Neem = Callable[[QWidget, str], None]


def vensters(venster: Hoofdvenster, stem: NepStem, neem: Neem) -> None:
    """Give each window to `neem`, and close it again."""
    with TemporaryDirectory() as map_:
        for naam, soort, pad in _bestanden(venster, stem, Path(map_)):
            stem.paden = [pad]
            doe(venster, naam)
            dialoog = next(d for d in venster.findChildren(QDialog) if isinstance(d, soort) and d.isVisible())
            neem(dialoog, soort.__name__.lower())
            dialoog.reject()
            dialoog.deleteLater()
    _meldingen(Meldingen(SchermStem(venster)), neem)


def _bestanden(venster: Hoofdvenster, stem: NepStem, map_: Path) -> Iterator[tuple[str, type[QDialog], Path]]:
    kop = ("Bedragen x € 1.000",)
    rijen = kop, (), JAREN, ASIEL, LONEN, ("Gemeentefonds structureel", "1.234", 90, 95), ("Iets anders", 1, 2, 3)
    yield "Gegevens overnemen", Overneemvenster, bestand(map_, *rijen)
    koppen = ("Kostenplaats", "Taakveld", "Bedrag", "Periode")
    regels = (6710, "6.5", 1000000, "2027-01"), (None, "6.5", 40, "2027-02"), (6711, "0.4", "1.234", "2028-02")
    yield "Grootboek vergelijken", Grootboekvenster, bestand(map_, koppen, *regels, naam="grootboek.xlsx")
    werkboek = map_ / "werkboek terug van financiën.xlsx"
    stem.paden = [werkboek]
    venster.werkboek.exporteren()
    typ(werkboek, caseload=40, loonkosten_fte=110000)
    yield "Werkboek importeren", Wijzigingenvenster, werkboek


def _meldingen(meldingen: Meldingen, neem: Neem) -> None:
    """The questions that a user seldom sees."""
    velden = [f"Veld {n}: dit is geen getal." for n in range(1, 16)]
    vragen: dict[str, Callable[[], object]] = {
        "bewaren": lambda: meldingen.bewaren("Voorbeeldstad 2027.inburgeringsplan"),
        "lege-velden": lambda: meldingen.zonder_fouten_opslaan(velden),
        "slot": lambda: meldingen.toch_openen("Voorbeeldstad.inburgeringsplan", "op computer PC-12, sinds 9.40 uur"),
        "veranderd": lambda: meldingen.intussen_veranderd("Voorbeeldstad.inburgeringsplan"),
        "terughalen": lambda: meldingen.terughalen("Voorbeeldstad, van 27 november 2026 om 16.05 uur"),
        "ongeval": lambda: meldingen.ongeval(TITEL, _verslag()),
    }
    for naam, vraag in vragen.items():
        QTimer.singleShot(200, lambda naam=naam: _neem_en_sluit(neem, naam))
        vraag()


def _neem_en_sluit(neem: Neem, naam: str) -> None:
    vraag = QApplication.activeModalWidget()
    assert isinstance(vraag, QDialog)
    neem(vraag, f"melding-{naam}")
    vraag.reject()


def _verslag() -> str:
    try:
        raise ValueError
    except ValueError as fout:
        return verslag(type(fout), fout.__traceback__)
