"""Numbers as pixels: grey from low to high, or away from 0 to both sides."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gradsim.ui.theme import Theme
from gradsim.ui.train.shades import rgb

Floats = npt.NDArray[np.float64]


def grey_image(values: Floats, low: float, high: float, theme: Theme) -> QImage:
    """(rows, columns), the first row on top: the panel's colour at `low`, middle ink at `high`, as
    the picture of the whole function has it; what is no number as what went wrong."""
    share = _share(values, low, high)
    return _mixed(share, theme.panel, theme.ink[1], np.isfinite(values), theme)


def ink_image(pixels: Floats, low: float, high: float, theme: Theme) -> QImage:
    """An image as it was written: dark ink on the panel, in either theme."""
    return _mixed(_share(pixels, low, high), theme.panel, theme.text, np.isfinite(pixels), theme)


def signed_image(values: Floats, largest: float, theme: Theme) -> QImage:
    """(rows, columns): ochre above 0, purple below, the middle of the scale at 0 itself."""
    share = np.nan_to_num(values / (largest or 1.0))
    size = np.abs(np.clip(share, -1.0, 1.0))[..., None]
    level, falling, rising = (
        np.array(rgb(each), np.float64) for each in (theme.level, theme.falling, theme.rising)
    )
    ends = np.where(share[..., None] > 0, rising, falling)
    return _packed(level + size * (ends - level), np.isfinite(values), theme)


def paint_ramp(painter: QPainter, area: QRectF, theme: Theme, *, signed: bool) -> None:
    """The scale of :func:`signed_image` or of :func:`grey_image`, low on the left."""
    places = np.linspace(-1.0, 1.0, max(2, int(area.width())))[None]
    image = signed_image(places, 1.0, theme) if signed else grey_image(places, -1.0, 1.0, theme)
    painter.drawImage(area, image)


def _share(values: Floats, low: float, high: float) -> Floats:
    # Halved, the length of the range does not leave float64.
    length = 0.5 * high - 0.5 * low
    with np.errstate(all="ignore"):
        share = (0.5 * values - 0.5 * low) / length if length > 0 else np.full(values.shape, 0.5)
    return np.clip(np.nan_to_num(share), 0.0, 1.0)


def _mixed(
    share: Floats, low: QColor, high: QColor, known: npt.NDArray[np.bool_], theme: Theme
) -> QImage:
    ends = np.array([rgb(low), rgb(high)], np.float64)
    return _packed(ends[0] + share[..., None] * (ends[1] - ends[0]), known, theme)


def _packed(colors: Floats, known: npt.NDArray[np.bool_], theme: Theme) -> QImage:
    whole = np.where(known[..., None], colors, rgb(theme.danger_background)).astype(np.uint32)
    packed = (0xFF << 24) | (whole[..., 0] << 16) | (whole[..., 1] << 8) | whole[..., 2]
    packed = np.ascontiguousarray(packed, np.uint32)
    height, width = packed.shape
    return QImage(packed.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
