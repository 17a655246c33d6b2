"""Door 4: the files a gemeente already has. Read as they are, asked about where unclear, taken over only when chosen.

In order: `lees_bestand` (cells; sheets with persons are left behind), `herken` (tables with years), `voorstel` (which
row could be which input, and why), `neem_over` (a new plan, with file, sheet, cell and day of every value).
"""

from core.overname.blok import Blok, Kolom, Rij
from core.overname.grootboek import Grootboek, Jaarvergelijking, herken_grootboek, vergelijk
from core.overname.herkennen import herken
from core.overname.inlezen import lees_bestand
from core.overname.koppeling import Doel, Koppeling, Rijkoppeling, als_json, doelen, uit_json
from core.overname.neem_over import Overgenomen, Overname, neem_over
from core.overname.notatie import Notatie
from core.overname.opmerkingen import met_opmerkingen
from core.overname.taakstelling import Omrekening, omrekening
from core.overname.telformulier import telformulier
from core.overname.vel import Bestand
from core.overname.voorstel import Voorstel, koppel, notatievoorstel, voorstel

__all__ = [
    "Bestand",
    "Blok",
    "Doel",
    "Grootboek",
    "Jaarvergelijking",
    "Kolom",
    "Koppeling",
    "Notatie",
    "Omrekening",
    "Overgenomen",
    "Overname",
    "Rij",
    "Rijkoppeling",
    "Voorstel",
    "als_json",
    "doelen",
    "herken",
    "herken_grootboek",
    "koppel",
    "lees_bestand",
    "met_opmerkingen",
    "neem_over",
    "notatievoorstel",
    "omrekening",
    "telformulier",
    "uit_json",
    "vergelijk",
    "voorstel",
]
