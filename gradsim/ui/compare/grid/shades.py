"""Colours of decades: purple where the gradient is lost, ochre where it grows, level between."""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from gradsim.ui.theme import Theme
from gradsim.viewmodels.compare.grid.scale import shade

_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")
_OUTDATED = 0.65
"""How far what is of before fades into the ground."""


def shade_color(decades: float, theme: Theme, *, fresh: bool = True) -> QColor:
    """The ground of a cell; the panel's own where there is no number."""
    place = shade(decades)
    if math.isnan(place):
        return theme.panel
    color = blended(theme.level, theme.rising if place > 0 else theme.falling, abs(place))
    return color if fresh else blended(color, theme.panel, _OUTDATED)


def readable_on(ground: QColor) -> QColor:
    """Black or white, whichever stands out more: at least 4.5 : 1 on any ground."""
    return max((_BLACK, _WHITE), key=lambda ink: contrast(ink, ground))


def blended(one: QColor, other: QColor, share: float) -> QColor:
    """`share` of the way from `one` to `other`."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return QColor.fromRgbF(*((1 - share) * a + share * b for a, b in parts))


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of luminances, 1 to 21 (WCAG 2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else math.exp(2.4 * math.log((part + 0.055) / 1.055))
        for part in _parts(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()
