"""The diverging scale of a grid's cells: violet where the gradient is lost, ochre where it grows.

The two ends differ along blue–yellow, which the common kinds of colour blindness keep apart, and
neither is a colour of the chain. The middle is the paper; every cell says its number besides.
"""

from __future__ import annotations

import math

from PySide6.QtGui import QColor

from gradsim.ui.theme import Theme

MOST_DECADES = 100.0
"""What lies beyond has the last colour."""
_LIGHT = (QColor("#9480da"), QColor("#c79a1e"))
_DARK = (QColor("#6a4fc4"), QColor("#7c6200"))


def shade(decades: float) -> float:
    """Where on the scale: −1 (lost) over 0 (level) to 1; sign(d)·log(1+|d|)/log(101)."""
    size = min(abs(decades), MOST_DECADES)
    return math.copysign(math.log1p(size) / math.log1p(MOST_DECADES), decades)


def cell_color(decades: float, theme: Theme) -> QColor:
    """The fill of a cell; the panel itself where `decades` is not known."""
    if math.isnan(decades):
        return theme.panel
    place = shade(decades)
    low, high = _DARK if theme.dark else _LIGHT
    end = low if place < 0 else high
    return _between(theme.panel, end, abs(place))


def letter_color(fill: QColor, theme: Theme) -> QColor:
    """Letters that can be read on `fill`: the darker or lighter of text and panel."""
    light, dark = sorted((theme.text, theme.panel), key=_luminance, reverse=True)
    # On the fill in between, which is the geometric mean, both have the same contrast.
    between = (_luminance(light) + 0.05) * (_luminance(dark) + 0.05)
    return dark if (_luminance(fill) + 0.05) ** 2 > between else light


def _between(start: QColor, end: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        start.redF() + share * (end.redF() - start.redF()),
        start.greenF() + share * (end.greenF() - start.greenF()),
        start.blueF() + share * (end.blueF() - start.blueF()),
    )


def _luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
