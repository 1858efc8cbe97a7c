"""Grey shades between two colours of a theme, as numbers for an image and as colours."""

from __future__ import annotations

from PySide6.QtGui import QColor

from gradsim.ui.theme import Theme


def rgb(color: QColor) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return color.red(), color.green(), color.blue()


def ramp_color(theme: Theme, share: float) -> QColor:
    """The shade of the heat map at a share from 0 (small) to 1 (large)."""
    low, high = theme.hover, theme.ink[0]
    return QColor(*(round(a + share * (b - a)) for a, b in zip(rgb(low), rgb(high), strict=True)))
