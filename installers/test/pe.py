"""What can be seen of the Windows folder without running it.

python installers/test/pe.py MAP INSTALLER
"""

from __future__ import annotations

import sys
from pathlib import Path

import pefile

AMD64 = 0x8664
MAX_MAP, MAX_INSTALLER = 125_000_000, 38_000_000
VERBODEN = (
    "libcrypto",
    "libssl",
    "_ssl",
    "qt6network",
    "qt6qml",
    "qt6quick",
    "opengl32sw",
    "tcl86",
    "tk86",
    "_tkinter",
)
"""Nothing of the network, no second drawing machine, no second window system."""
SYSTEEM = (
    "advapi32 authz bcrypt bcryptprimitives combase comctl32 comdlg32 crypt32 cryptbase d2d1 d3d11 d3d12 d3d9 "
    "dbghelp dnsapi dwmapi dwrite dxgi gdi32 gdiplus imm32 iphlpapi kernel32 mpr mscms msimg32 msvcrt netapi32 "
    "ntdll ole32 oleaut32 opengl32 pdh powrprof propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi "
    "uiautomationcore user32 userenv uxtheme version winhttp winmm winspool ws2_32 wtsapi32 ucrtbase "
)
"""DLLs of every Windows 10 from 1809."""


def main(map_: Path, installer: Path) -> list[str]:
    """Every objection."""
    klachten: list[str] = []
    bestanden = [p for p in map_.rglob("*") if p.is_file()]
    pes = [p for p in bestanden if p.suffix.lower() in (".exe", ".dll", ".pyd")]
    eigen = {p.name.lower() for p in pes}
    for pad in pes:
        if pad.name.lower().startswith(VERBODEN):
            klachten.append(f"{pad.name} does not belong here")
        klachten += onderzoek(pad, eigen)
    klachten += gewicht("folder", sum(p.stat().st_size for p in bestanden), MAX_MAP)
    klachten += gewicht("installer", installer.stat().st_size, MAX_INSTALLER)
    langste = max(len(p.relative_to(map_).as_posix()) for p in bestanden)
    print(f"  {len(pes)} programs and libraries, {len(bestanden)} files; longest name inside the folder {langste}")
    return klachten + programma(map_ / "Inburgeringsplanner.exe")


def onderzoek(pad: Path, eigen: set[str]) -> list[str]:
    """Architecture, and whether every library that it wants is in the folder or in Windows."""
    pe = pefile.PE(pad, fast_load=True)
    if pe.FILE_HEADER.Machine != AMD64:
        return [f"{pad.name} is not for 64-bit Windows"]
    pe.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
    wil = {i.dll.decode().lower() for i in getattr(pe, "DIRECTORY_ENTRY_IMPORT", [])}
    los = {
        d
        for d in wil - eigen
        if not d.startswith(("api-ms-win-", "ext-ms-")) and d.split(".")[0] not in SYSTEEM.split()
    }
    return [f"{pad.name} wants {d}, which is not there" for d in sorted(los)]


def programma(exe: Path) -> list[str]:
    """The manifest and the version of the program itself."""
    inhoud = exe.read_bytes()
    eisen = {b'level="asInvoker"': "asInvoker", b">true</longPathAware>": "longPathAware", b"PerMonitorV2": "DPI"}
    klachten = [f"the manifest misses {wat}" for stuk, wat in eisen.items() if stuk not in inhoud]
    return klachten if "ProductVersion".encode("utf-16le") in inhoud else [*klachten, "the version resource is missing"]


def gewicht(wat: str, bytes_: int, hoogste: int) -> list[str]:
    """A size against its budget."""
    print(f"  {wat}: {bytes_ / 1e6:.1f} MB of at most {hoogste / 1e6:.0f}")
    return [f"the {wat} is too big"] if bytes_ > hoogste else []


if __name__ == "__main__":
    gevonden = main(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.exit("\n".join(gevonden) if gevonden else 0)
