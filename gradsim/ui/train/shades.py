"""Grey shades between two colours of a theme, as numbers for an image and as colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from gradsim.ui.theme import Theme

_SHADES = 255


def rgb(color: QColor) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return color.red(), color.green(), color.blue()


def ramp_color(theme: Theme, share: float) -> QColor:
    """The shade of the heat map at a share from 0 (small) to 1 (large)."""
    low, high = theme.hover, theme.ink[0]
    return QColor(*(round(a + share * (b - a)) for a, b in zip(rgb(low), rgb(high), strict=True)))


def toned(theme: Theme, shares: npt.NDArray[np.float64], *, clear: bool = False) -> QImage:
    """One pixel a number from 0 (the panel, or with `clear` nothing) to 1 (strong ink)."""
    shades = (np.clip(shares, 0.0, 1.0) * _SHADES).astype(np.uint8)
    height, width = shades.shape
    padded = np.zeros((height, -(-width // 4) * 4), np.uint8)  # lines of whole words
    padded[:, :width] = shades
    image = QImage(
        padded.data, width, height, padded.shape[1], QImage.Format.Format_Indexed8
    ).copy()
    colors = [ramp_color(theme, each / _SHADES).rgba() for each in range(_SHADES + 1)]
    colors[0] = 0 if clear else theme.panel.rgba()
    image.setColorTable(colors)
    return image
