"""The catalogue: every input and kengetal with label, unit, class, bounds, help and source.

It is data, read from `resources/kengetallen`; this package gives it types and refuses what is not sound.
"""

from core.catalogus.lezen import CatalogusFout, lees_catalogus, standaardcatalogus
from core.catalogus.soorten import Bron, Catalogus, Ingang, Kengetal, Klasse, Onderwerp, Status, Vorm

__all__ = [
    "Bron",
    "Catalogus",
    "CatalogusFout",
    "Ingang",
    "Kengetal",
    "Klasse",
    "Onderwerp",
    "Status",
    "Vorm",
    "lees_catalogus",
    "standaardcatalogus",
]
