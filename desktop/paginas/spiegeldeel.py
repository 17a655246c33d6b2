"""Own figures beside the national ones: what differs, and what may explain it, as a question."""

from __future__ import annotations

from core.duiding.spiegel import Spiegelbeeld, caseloadzin, niet_gespiegeld, spiegel
from core.regels import Uitkomst
from desktop.blik import Figuur
from desktop.paginas.antwoordvak import Antwoordvak, Rekenpagina
from desktop.paginas.pagina import Kop, Zin
from desktop.paginas.teksttabel import Teksttabel
from desktop.paginas.uitklap import Uitklap
from desktop.stijl import Bijtekst

Spiegels = tuple[dict[int, list[Spiegelbeeld]], str, str]
"""The figures of every plan year, what the national average would be as a caseload, and what is not compared."""
_GELIJK = "ongeveer gelijk"


def spiegel_alle_jaren(uitkomst: Uitkomst) -> Spiegels:
    """What this part shows, for every plan year."""
    return (
        {j: spiegel(uitkomst, j) for j in uitkomst.tijdas.planjaren},
        caseloadzin(uitkomst),
        niet_gespiegeld(uitkomst),
    )


class Spiegeldeel:
    """The table, and folded under it where the national figures come from."""

    def __init__(self, pagina: Rekenpagina, vak: Antwoordvak) -> None:
        self._kop = Kop("Uw cijfers naast die van heel Nederland", 1.15, vet=True)
        self.zin = Zin()
        koppen = ("Wat", "Bij u", "Ter vergelijking", "U zit", "Waar kan dat door komen?")
        self.tabel = Teksttabel("Spiegel", koppen, (0.25, 0.11, 0.19, 0.13, 0.32), rechts=(1, 2))
        self.caseload, self.rest = Bijtekst(), Bijtekst()
        self.bronnen = Uitklap("Waar de landelijke cijfers vandaan komen")
        self.brontabel = Teksttabel("Bronnen van de spiegel", ("Wat", "Bron"), (0.3, 0.7))
        self.bronnen.kolom.addWidget(self.brontabel)
        for widget in (self._kop, self.zin, self.tabel, self.caseload, self.rest, self.bronnen):
            vak.kolom.addWidget(widget)

    def toon(self, spiegels: Spiegels, jaar: int) -> None:
        """Show the figures of a year."""
        beelden, caseload, rest = spiegels[0][jaar], *spiegels[1:]
        self.rest.setText(rest)
        for widget, nodig in ((self.rest, rest), (self.tabel, beelden), (self.bronnen, beelden)):
            widget.setVisible(bool(nodig))
        if not beelden:
            self.zin.zeg("Er zijn nog geen eigen cijfers om naast de landelijke te zetten.")
        else:
            self._zeg(jaar, beelden)
        figuren = {n: Figuur(*b.figuur, _moment(b, jaar)) for n, b in enumerate(beelden) if b.figuur is not None}
        self.tabel.vul([(self._rij(b), "") for b in beelden], figuren=figuren)
        self.brontabel.vul([((b.label, b.bron), "") for b in beelden])
        self.caseload.setText(caseload)
        self.caseload.setVisible(bool(caseload))

    def _zeg(self, jaar: int, beelden: list[Spiegelbeeld]) -> None:
        """How many figures differ."""
        anders = sum(b.oordeel != "gelijk" for b in beelden)
        self.zin.zeg(
            f"In {jaar} {_wijken_af(anders)} van de {len(beelden)} cijfers meer dan een tiende af. Dat is niet goed of "
            "fout: het is iets om na te gaan."
            if anders
            else f"In {jaar} lijken alle {len(beelden)} cijfers op de landelijke."
        )

    @staticmethod
    def _rij(b: Spiegelbeeld) -> list[str]:
        if b.oordeel == "gelijk":
            return [b.label, b.eigen_tekst, b.landelijk_tekst, _GELIJK, ""]
        return [b.label, b.eigen_tekst, b.landelijk_tekst, b.oordeel, b.vraag]


def _wijken_af(aantal: int) -> str:
    return f"{'wijkt' if aantal == 1 else 'wijken'} {aantal}"


def _moment(beeld: Spiegelbeeld, jaar: int) -> int | None:
    """A share of the leerroutes holds for all years."""
    return None if beeld.aandeel else jaar
