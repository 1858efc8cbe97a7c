"""Paints the scene of a plot into a picture: with shapes, and without what points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from gradsim.ui.theme import Theme

if TYPE_CHECKING:
    from gradsim.ui.plots.plot import Plot

_LEAST_POINTS, _LEAST_PIXELS = 7.0, 9


def paint_scene(plot: Plot, painter: QPainter, target: QRectF, theme: Theme) -> None:
    """Markers as shapes instead of the bitmaps that they are on screen; neither the cursor nor the
    chosen layer. The plot wears `theme` afterwards, until it is coloured anew."""
    items = [item for item in plot.scene().items() if hasattr(item, "setExportMode")]
    for item in items:
        item.setExportMode(True, {"painter": None})
    plot.show_pointing(False)
    with plot.controller.worn(theme):
        plot.recolor()
        view = plot.viewport().rect()
        plot.render(painter, target, view, Qt.AspectRatioMode.IgnoreAspectRatio)
    plot.show_pointing(True)
    for item in items:
        item.setExportMode(False)


def smaller(font: QFont) -> QFont:
    """The font of the axes: one point below `font`."""
    made = QFont(font)
    if made.pointSizeF() > 0:
        made.setPointSizeF(max(made.pointSizeF() - 1.0, _LEAST_POINTS))
    else:
        made.setPixelSize(max(made.pixelSize() - 1, _LEAST_PIXELS))
    return made
