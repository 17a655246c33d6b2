"""The XML of an .ods: elements, names and texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

NAAMRUIMTEN = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "of": "urn:oasis:names:tc:opendocument:xmlns:of:1.2",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
VERSIE = "1.3"
_WIT = re.compile(r"\t|(?<= ) +|^ +")

Kenmerken = Mapping[str, object]


def element(naam: str, kenmerken: Kenmerken | None = None, *inhoud: str) -> str:
    """An element with its attributes; what is in it is XML already."""
    binnen = "".join(inhoud)
    begin = f"<{naam}{_kenmerken(kenmerken or {})}"
    return f"{begin}>{binnen}</{naam}>" if binnen else f"{begin}/>"


def document(naam: str, inhoud: str) -> bytes:
    """A whole part of the file."""
    ruimten = {f"xmlns:{kort}": lang for kort, lang in NAAMRUIMTEN.items()}
    versie = "manifest:version" if naam == "manifest:manifest" else "office:version"
    tekst = element(naam, {**ruimten, versie: VERSIE}, inhoud)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tekst}'.encode()


def alineas(tekst: str) -> str:
    """A text, a paragraph for each of its lines; white space that XML would lose has elements of its own."""
    return "".join(element("text:p", None, inline(regel)) for regel in tekst.split("\n"))


def inline(tekst: str) -> str:
    """A line of text."""
    delen, vanaf = [], 0
    for wit in _WIT.finditer(tekst):
        delen.append(escape(tekst[vanaf : wit.start()]))
        teken = wit.group()
        delen.append("<text:tab/>" if teken == "\t" else element("text:s", {"text:c": len(teken)}))
        vanaf = wit.end()
    return "".join((*delen, escape(tekst[vanaf:])))


def _kenmerken(kenmerken: Kenmerken) -> str:
    return "".join(f' {naam}="{escape(str(waarde))}"' for naam, waarde in kenmerken.items())
