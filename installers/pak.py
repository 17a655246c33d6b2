"""Around the finished Windows folder: what the uninstaller may remove, the portable zip, the SBOM, the checksums.

python installers/pak.py lijst MAP DOEL          the uninstaller's own list
python installers/pak.py los MAP DOEL VERSIE     the zip and the SBOM, into DOEL
python installers/pak.py sommen DOEL             the checksums of all that is in DOEL
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

NAAM = "Inburgeringsplanner"
PINS = Path(__file__).parent / "pins" / "windows.txt"
BOUWT_ALLEEN = {"altgraph", "pefile", "pyinstaller-hooks-contrib", "pywin32-ctypes", "setuptools", "tzdata"}
"""Used by the build; nothing of it ships."""
LICENTIES = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "et-xmlfile": "MIT",
    "fonttools": "MIT",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-2.0",
    "numpy": "BSD-3-Clause",
    "openpyxl": "MIT",
    "packaging": "Apache-2.0 OR BSD-2-Clause",
    "pillow": "MIT-CMU",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "pyparsing": "MIT",
    "python-dateutil": "BSD-3-Clause",
    "xlsxwriter": "BSD-2-Clause",
}
"""SPDX, read from each package's own metadata; a package that is not here stops the build."""
ERBIJ = (
    ("CPython", "3.11.9", "PSF-2.0"),
    ("Qt", "6.8.3", "LGPL-3.0-only"),
    ("Microsoft Visual C++ Runtime", "14", "LicenseRef-Microsoft-Visual-Cpp-Redistributable"),
    ("OpenBLAS (in numpy)", "", "BSD-3-Clause AND GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("DejaVu Fonts (in matplotlib)", "", "Bitstream-Vera"),
    ("STIX Fonts (in matplotlib)", "", "LicenseRef-STIX-Fonts"),
)
TIJD = (2020, 1, 1, 0, 0, 0)


def bestanden(map_: Path) -> list[Path]:
    """Every file of the program, relative, sorted."""
    return sorted(p.relative_to(map_) for p in map_.rglob("*") if p.is_file())


def schrijf_lijst(map_: Path, doel: Path) -> None:
    """The NSIS lines that remove exactly what was installed, and folders only when nothing else is in them."""
    mappen = {p for b in bestanden(map_) for p in b.parents if p != Path(".")}
    regels = [f'Delete "$INSTDIR\\{str(b).replace("/", chr(92))}"' for b in bestanden(map_)]
    regels += [f'RMDir "$INSTDIR\\{str(m).replace("/", chr(92))}"' for m in sorted(mappen, reverse=True)]
    doel.write_text("\n".join(regels) + "\n", encoding="utf-8")


def schrijf_zip(map_: Path, doel: Path) -> None:
    """The same folder, without installation; equal files give an equal zip."""
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        for bestand in bestanden(map_):
            kop = zipfile.ZipInfo(f"{NAAM}/{bestand.as_posix()}", TIJD)
            kop.compress_type, kop.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            zip_.writestr(kop, (map_ / bestand).read_bytes(), compresslevel=9)


def onderdelen() -> list[dict[str, object]]:
    """Everything that ships, with its version, licence and (of a package) the hash of the file it came from."""
    uit: list[dict[str, object]] = []
    for naam, versie, sha in re.findall(r"^(\S+)==(\S+) --hash=sha256:(\w+)$", PINS.read_text("utf-8"), re.MULTILINE):
        sleutel = naam.lower()
        if sleutel not in BOUWT_ALLEEN:
            hash_ = [{"alg": "SHA-256", "content": sha}]
            uit.append(_onderdeel(naam, versie, LICENTIES[sleutel], purl=f"pkg:pypi/{sleutel}@{versie}", hashes=hash_))
    return uit + [_onderdeel(*o) for o in ERBIJ]


def _onderdeel(naam: str, versie: str, licentie: str, **meer: object) -> dict[str, object]:
    versie_ = {"version": versie} if versie else {}
    return {"type": "library", "name": naam, **versie_, "licenses": [{"expression": licentie}], **meer}


def schrijf_sbom(map_: Path, doel: Path, versie: str) -> None:
    """CycloneDX 1.5: the components, and every file with its hash."""
    delen = [
        {"type": "file", "name": b.as_posix(), "hashes": [{"alg": "SHA-256", "content": _sha(map_ / b)}]}
        for b in bestanden(map_)
    ]
    sbom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {**_onderdeel(NAAM, versie, "EUPL-1.2"), "type": "application"}},
        "components": onderdelen() + delen,
    }
    doel.write_text(json.dumps(sbom, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _sha(pad: Path) -> str:
    return hashlib.sha256(pad.read_bytes()).hexdigest()


def schrijf_los(map_: Path, doel: Path, versie: str) -> None:
    """What goes out beside the installer."""
    schrijf_zip(map_, doel / f"{NAAM}-{versie}-portable.zip")
    schrijf_sbom(map_, doel / f"{NAAM}-{versie}-sbom.cdx.json", versie)


def schrijf_sommen(doel: Path) -> None:
    """SHA256SUMS, in the form that `sha256sum -c` reads."""
    namen = sorted(p for p in doel.iterdir() if p.name != "SHA256SUMS")
    (doel / "SHA256SUMS").write_text("".join(f"{_sha(p)}  {p.name}\n" for p in namen), encoding="utf-8")


if __name__ == "__main__":
    wat, *waar = sys.argv[1:]
    if wat == "lijst":
        schrijf_lijst(Path(waar[0]), Path(waar[1]))
    elif wat == "los":
        schrijf_los(Path(waar[0]), Path(waar[1]), waar[2])
    else:
        schrijf_sommen(Path(waar[0]))
