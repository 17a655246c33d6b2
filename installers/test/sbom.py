"""The SBOM against CycloneDX 1.5 and against the folder: every file, and a licence text of everything that ships.

python installers/test/sbom.py SBOM MAP
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SOORTEN = {"application", "library", "file"}
BIJ_QT = {"PySide6-Essentials", "shiboken6", "Qt"}
ERGENS_ANDERS = {
    "CPython": "licenties/Python/LICENSE.txt",
    "OpenBLAS (in numpy)": "licenties/numpy/LICENSE.txt",
    "DejaVu Fonts (in matplotlib)": "matplotlib/mpl-data/fonts/ttf/LICENSE_DEJAVU",
    "STIX Fonts (in matplotlib)": "matplotlib/mpl-data/fonts/ttf/LICENSE_STIX",
}
ZONDER_TEKST = {"Microsoft Visual C++ Runtime"}
"""Microsoft lets it be spread with a program, and asks for no text."""


def vorm(sbom: dict[str, Any]) -> Iterator[str]:
    """What the schema asks of the fields that are used."""
    if (sbom.get("bomFormat"), sbom.get("specVersion"), sbom.get("version")) != ("CycloneDX", "1.5", 1):
        yield "the head is not that of CycloneDX 1.5"
    for deel in [sbom["metadata"]["component"], *sbom["components"]]:
        if deel.get("type") not in SOORTEN or not deel.get("name"):
            yield f"a component without type or name: {deel}"
        if deel["type"] != "file" and not all(set(x) == {"expression"} and x["expression"] for x in deel["licenses"]):
            yield f"{deel['name']} has no licence"
        for hash_ in deel.get("hashes", ()):
            if hash_["alg"] != "SHA-256" or len(bytes.fromhex(hash_["content"])) != 32:
                yield f"{deel['name']} has a strange hash"
    purls = [d["purl"] for d in sbom["components"] if "purl" in d]
    if len(purls) != len(set(purls)):
        yield "a package is there twice"


def inhoud(sbom: dict[str, Any], map_: Path) -> Iterator[str]:
    """The files that it names are the files that there are."""
    echt = {
        p.relative_to(map_).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in map_.rglob("*")
        if p.is_file()
    }
    genoemd = {d["name"]: d["hashes"][0]["content"] for d in sbom["components"] if d["type"] == "file"}
    if echt != genoemd:
        yield f"other files than in the folder: {sorted(dict(echt.items() ^ genoemd.items()))[:5]}"
    teksten = {naam.removeprefix("_internal/") for naam in echt}
    for naam in (d["name"] for d in sbom["components"] if d["type"] == "library" and d["name"] not in ZONDER_TEKST):
        begin = "licenties/Qt en PySide6/" if naam in BIJ_QT else ERGENS_ANDERS.get(naam, f"licenties/{naam}/")
        if not any(tekst.lower().replace("_", "-").startswith(begin.lower().replace("_", "-")) for tekst in teksten):
            yield f"there is no licence text of {naam}"


if __name__ == "__main__":
    gelezen = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    klachten = [*vorm(gelezen), *inhoud(gelezen, Path(sys.argv[2]))]
    soorten = [d["type"] for d in gelezen["components"]]
    print(f"  {soorten.count('library')} components with a licence text, {soorten.count('file')} files with a hash")
    sys.exit("\n".join(klachten) if klachten else 0)
