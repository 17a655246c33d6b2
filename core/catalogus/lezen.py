"""Reading the catalogue, and refusing what has no source, no unit or no sense."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from core.catalogus.soorten import Bron, Catalogus, Ingang, Kengetal, Klasse, Onderwerp, Standaard, Status, Vorm
from core.getallen import Bereik, lees_getal_of_bereik
from core.rekenkunde.eenheden import EENHEDEN

MAP = Path(__file__).resolve().parents[2] / "resources" / "kengetallen"
"""Where the catalogue of this program lies."""

_APART = {"bronnen.toml", "editie.toml"}


class CatalogusFout(Exception):
    """The catalogue is not sound: which entry, and why. A fault of the program, never of the user."""


@cache
def standaardcatalogus() -> Catalogus:
    """The catalogue that comes with the program."""
    return lees_catalogus(MAP)


def lees_catalogus(map_: Path) -> Catalogus:
    """Read a folder of TOML files: one per subject, `bronnen.toml` and `editie.toml`.

    Raises:
        CatalogusFout: an entry without source, with an unknown unit, out of bounds, or with an unknown field.
    """
    editie = _toml(map_ / "editie.toml")
    bronnen = {k: _maak(Bron, k, {"sleutel": k, **v}) for k, v in _toml(map_ / "bronnen.toml").items()}
    onderwerpen: list[Onderwerp] = []
    ingangen: dict[str, Ingang] = {}
    per_bestand = [(p.stem, _toml(p)) for p in map_.glob("*.toml") if p.name not in _APART]
    for onderwerp, tabel in sorted(per_bestand, key=lambda paar: int(paar[1]["_onderwerp"]["volgorde"])):
        onderwerpen.append(Onderwerp(onderwerp, **tabel.pop("_onderwerp")))
        for naam, velden in tabel.items():
            if naam in ingangen:
                raise CatalogusFout(f"{naam} staat twee keer in de catalogus")
            ingangen[naam] = _ingang(naam, onderwerp, dict(velden), bronnen)
    return Catalogus(str(editie["nummer"]), str(editie["datum"]), tuple(onderwerpen), ingangen, bronnen)


def _toml(pad: Path) -> dict[str, Any]:
    with pad.open("rb") as bestand:
        return tomllib.load(bestand)


def _maak(soort: Any, naam: str, velden: dict[str, Any]) -> Any:
    try:
        return soort(**velden)
    except TypeError as fout:
        raise CatalogusFout(f"{naam}: {fout}") from None


def _ingang(naam: str, onderwerp: str, velden: dict[str, Any], bronnen: dict[str, Bron]) -> Ingang:
    try:
        velden["eenheid"] = EENHEDEN[velden["eenheid"]]
        velden["vorm"], velden["klasse"] = Vorm(velden["vorm"]), Klasse(velden["klasse"])
    except (KeyError, ValueError) as fout:
        raise CatalogusFout(f"{naam}: onbekende of ontbrekende eenheid, vorm of klasse ({fout})") from None
    if "keuzes" in velden:
        velden["keuzes"] = tuple(velden["keuzes"])
    if "standaard" in velden:
        velden["standaard"] = _standaard(velden["standaard"])
    ruw = velden.pop("kengetal", [])
    ingang: Ingang = _maak(
        Ingang,
        naam,
        {
            **velden,
            "naam": naam,
            "onderwerp": onderwerp,
            "kengetallen": tuple(_kengetal(naam, dict(k), bronnen) for k in ruw),
        },
    )
    _controleer(ingang)
    return ingang


def _standaard(ruw: Any) -> Standaard:
    if isinstance(ruw, list):
        return tuple(float(x) for x in ruw)
    return ruw if isinstance(ruw, str | bool) else float(ruw)


def _kengetal(naam: str, velden: dict[str, Any], bronnen: dict[str, Bron]) -> Kengetal:
    for veld in ("waarde", "bron", "vindplaats", "jaar_bron"):
        if velden.get(veld) in (None, ""):
            raise CatalogusFout(f"{naam}: een kengetal zonder {veld} telt niet mee")
    if velden["bron"] not in bronnen:
        raise CatalogusFout(f"{naam}: bron {velden['bron']} staat niet in bronnen.toml")
    velden["bron"] = bronnen[velden["bron"]]
    velden["klasse"], velden["status"] = Klasse(velden["klasse"]), Status(velden["status"])
    if "jaar" in velden:
        velden["vanaf"] = velden["tot"] = velden.pop("jaar")
    match velden["waarde"]:
        case str() as tekst:
            velden["waarde"] = lees_getal_of_bereik(tekst)
        case list() as lijst:
            velden["waarde"] = tuple(float(x) for x in lijst)
        case getal:
            velden["waarde"] = float(getal)
    kengetal: Kengetal = _maak(Kengetal, naam, velden)
    return kengetal


def _controleer(ingang: Ingang) -> None:
    for k in ingang.kengetallen:
        waarden = (k.waarde.laag, k.waarde.hoog) if isinstance(k.waarde, Bereik) else k.waarde
        for waarde in waarden if isinstance(waarden, tuple) else (waarden,):
            if fout := ingang.buiten_grenzen(waarde):
                raise CatalogusFout(f"{ingang.naam}: het kengetal {waarde} {fout}")
        if ingang.geindexeerd != (k.prijspeil is not None):
            raise CatalogusFout(f"{ingang.naam}: prijspeil en index horen bij elkaar")
    if ingang.vorm is Vorm.CONSTANTE and not ingang.kengetallen:
        raise CatalogusFout(f"{ingang.naam}: een vast gegeven heeft een waarde en een bron nodig")
