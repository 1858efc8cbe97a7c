"""Grey shades between two colours of a theme, as numbers for an image and as colours."""

from __future__ import annotations

from functools import lru_cache

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


@lru_cache(maxsize=4)
def ramp_table(theme: Theme, shades: int) -> tuple[int, ...]:
    """The ramp as the colours, 0xAARRGGBB, of an indexed image: of shades 0 … `shades`."""
    return tuple(ramp_color(theme, each / shades).rgba() for each in range(shades + 1))


def ramp_image(theme: Theme, height: int) -> QImage:
    """The ramp one pixel wide, with the largest number on top."""
    image = QImage(1, height, QImage.Format.Format_RGB32)
    for row in range(height):
        image.setPixelColor(0, row, ramp_color(theme, 1 - row / height))
    return image


def indexed(shades: npt.NDArray[np.uint8]) -> QImage:
    """One pixel a number of `shades`, (rows, columns), whose colours are still to be set."""
    height, width = shades.shape
    padded = np.zeros((height, -(-width // 4) * 4), np.uint8)  # lines of whole words
    padded[:, :width] = shades
    data, line = padded.data, padded.shape[1]
    return QImage(data, width, height, line, QImage.Format.Format_Indexed8).copy()


def toned(theme: Theme, shares: npt.NDArray[np.float64], *, clear: bool = False) -> QImage:
    """One pixel a number from 0 (the panel, or with `clear` nothing) to 1 (strong ink)."""
    shades = (np.clip(shares, 0.0, 1.0) * _SHADES).astype(np.uint8)
    image = indexed(shades)
    colors = list(ramp_table(theme, _SHADES))
    colors[0] = 0 if clear else theme.panel.rgba()
    image.setColorTable(colors)
    return image
