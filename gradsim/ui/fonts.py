"""The bundled fonts: one for Latin and mathematics, one for Hangul, one for rarer symbols."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from gradsim.ui.resources import resource

FAMILIES = ("GradSim Sans", "GradSim Hangul", "GradSim Symbols")
_FILES = (
    "GradSimSans-Regular.otf",
    "GradSimSans-SemiBold.otf",
    "GradSimHangul-Regular.otf",
    "GradSimHangul-SemiBold.otf",
    "GradSimSymbols-Regular.ttf",
    "GradSimSymbols-SemiBold.ttf",
)
_LOADED = "gradsim_fonts"
_PIXELS = 40.0 / 3.0
_POINTS_PER_INCH = 72.0
_SUBSTITUTIONS = ("calt", "case", "ccmp", "liga", "locl", "tnum")


def install_fonts(application: QApplication) -> None:
    """Load the bundled fonts and make them the application's; the system's follow behind."""
    if not application.property(_LOADED):
        for name in _FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        application.setProperty(_LOADED, True)
    application.setFont(interface_font())


def interface_font(scale: float = 1.0, *, bold: bool = False) -> QFont:
    """The interface font at `scale` times its usual size.

    Its digits are all equally wide, so that numbers that change do not make the text dance.
    """
    font = QFont()
    font.setFamilies([*FAMILIES, *QFont().defaultFamily().split(",")])
    # A point is another number of pixels on every system; the layout is designed in pixels.
    dots = QGuiApplication.primaryScreen().logicalDotsPerInch()
    font.setPointSizeF(_PIXELS * scale * _POINTS_PER_INCH / dots)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def keep_characters(font: QFont) -> None:
    """Let every glyph of a document be the one of its character, so that text can be copied.

    Glyphs that stand in for others have no character of their own.
    """
    for feature in _SUBSTITUTIONS:
        font.setFeature(QFont.Tag(feature), 0)
