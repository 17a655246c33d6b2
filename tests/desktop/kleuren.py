"""The colours of three systems: light, dark, and a contrast theme in which even the links must be mended."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from desktop.stijl import Rol


def licht() -> QPalette:
    """As Fusion has it."""
    palet = QPalette(QColor("#efefef"))
    palet.setColor(Rol.Base, QColor("#ffffff"))
    palet.setColor(Rol.AlternateBase, QColor("#f7f7f7"))
    palet.setColor(Rol.Highlight, QColor("#308cc6"))
    palet.setColor(Rol.HighlightedText, QColor("#ffffff"))
    palet.setColor(Rol.Accent, QColor("#308cc6"))
    palet.setColor(Rol.Link, QColor("#0000ff"))
    return palet


def donker() -> QPalette:
    """As Fusion has it where the system is dark."""
    palet = QPalette(QColor("#323232"))
    for rol in (Rol.WindowText, Rol.Text, Rol.ButtonText, Rol.HighlightedText):
        palet.setColor(rol, QColor("#f0f0f0"))
        palet.setColor(QPalette.ColorGroup.Disabled, rol, QColor("#828282"))
    palet.setColor(Rol.Base, QColor("#242424"))
    palet.setColor(Rol.AlternateBase, QColor("#2b2b2b"))
    palet.setColor(Rol.Highlight, QColor("#308cc6"))
    palet.setColor(Rol.Accent, QColor("#308cc6"))
    palet.setColor(Rol.Link, QColor("#308cc6"))
    return palet


def hoog_contrast() -> QPalette:
    """White on black, as a contrast theme of Windows; its links are left as they were, dark blue."""
    palet = QPalette(QColor("#000000"))
    for rol in (Rol.Window, Rol.Base, Rol.AlternateBase, Rol.Button, Rol.ToolTipBase):
        palet.setColor(rol, QColor("#000000"))
    for rol in (Rol.WindowText, Rol.Text, Rol.ButtonText, Rol.ToolTipText):
        palet.setColor(rol, QColor("#ffffff"))
    for rol in (Rol.Light, Rol.Midlight, Rol.Mid, Rol.Dark, Rol.Shadow):
        palet.setColor(rol, QColor("#ffffff"))
    palet.setColor(Rol.Highlight, QColor("#1aebff"))
    palet.setColor(Rol.HighlightedText, QColor("#000000"))
    palet.setColor(Rol.Accent, QColor("#1aebff"))
    palet.setColor(Rol.Link, QColor("#0000ff"))
    return palet


THEMAS = {"licht": licht, "donker": donker, "contrast": hoog_contrast}
