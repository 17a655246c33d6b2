"""What goes along in a frozen program and what stays behind: for the program, and for the empty one of the tests.

Run by PyInstaller, on Linux and in the Python for Windows.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

from pak import BOUWT_ALLEEN

WINDOWS = sys.platform == "win32"
LICENTIETEKST = re.compile(r"(LICEN[CS]E|COPYING|NOTICE)[^/]*$")

# Left out because nothing of it is used; each is weight, or something an ICT department would have to judge.
ZONDER = (
    # no network, no database, no second language of windows
    "PySide6.QtDBus PySide6.QtDesigner PySide6.QtHelp PySide6.QtNetwork PySide6.QtOpenGL PySide6.QtOpenGLWidgets "
    "PySide6.QtQml PySide6.QtQuick PySide6.QtSql PySide6.QtTest PySide6.QtXml "
    "ssl _ssl ftplib smtplib xmlrpc imaplib sqlite3 "
    # OpenSSL, which ages and weighs 6 MB: hashlib has SHA-256 of its own
    "_hashlib "
    # matplotlib's other window systems
    "tkinter _tkinter matplotlib.backends.backend_webagg matplotlib.backends.web_backend tornado IPython "
    # pictures that are never read
    "PIL._avif PIL.AvifImagePlugin PIL._webp PIL._imagingtk PIL._imagingcms "
    # what a library could use and does not need
    "lxml pandas scipy tzdata pydoc_data lib2to3 setuptools pip distutils pytest test"
)
# Not `unittest`: pyparsing, and with it matplotlib, does not start without it.

# On Linux Qt6Gui itself needs DBus, Network and OpenGL; on Windows it does not.
RESTEN = [
    r"opengl32sw\.dll",
    r"Qt6?(Network|Qml\w*|Quick\w*|OpenGL\w*|Sql|Test|DBus|VirtualKeyboard|Pdf|Svg(Widgets))\b",
]
PLUGINS = "tls|networkinformation|generic|sqldrivers|qmltooling|platforminputcontexts|egldeviceintegrations"
OVERIG = [
    rf"plugins/({PLUGINS})/",
    r"plugins/platforms/.*(qdirect2d|qminimal|qwebgl|qvnc|qeglfs|qlinuxfb|qminimalegl)",
    r"plugins/imageformats/.*(pdf|tiff|webp|tga|wbmp|icns)",
    r"translations/(?!qt(base)?_nl\.qm)",
    r"mpl-data/(sample_data|plot_directive)/",
    r"mpl-data/images/",
    r"mpl-data/fonts/(afm|pdfcorefonts)/",
    r"numpy/(tests|.*/tests|f2py|doc|distutils)/",
    r"\.pyi$",
]


def licenties() -> list[tuple[str, str]]:
    """The licence texts of everything that goes along; those of the LGPL and GPL are Debian's copies."""
    teksten = [("/usr/share/common-licenses/" + naam, "licenties/Qt en PySide6") for naam in ("LGPL-3", "GPL-3")]
    if WINDOWS:
        teksten.append((str(Path(sys.base_prefix, "LICENSE.txt")), "licenties/Python"))
    for pakket in importlib.metadata.distributions():
        gaat_mee = pakket.name.lower().replace("_", "-") not in {*BOUWT_ALLEEN, "pip"}
        for bestand in (pakket.files or []) if gaat_mee else ():
            if LICENTIETEKST.search(bestand.as_posix()) and ".dist-info/" in bestand.as_posix():
                map_ = f"licenties/{pakket.name}"
                teksten.append((str(bestand.locate()), map_))
    return teksten


def blijft(naam: str) -> bool:
    """Whether a file goes along."""
    naam = naam.replace("\\", "/")
    return not any(re.search(r, naam) for r in OVERIG + (RESTEN if WINDOWS else []))
