"""The pixmap behind the marks: what stands still, and whole layers that the walk is through."""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from gradsim.ui.step.diagram_edge_marks import paint_gaps
from gradsim.ui.step.diagram_overlay import paint_columns
from gradsim.ui.step.diagram_painter import paint_pinned_labels, paint_still, paint_tile
from gradsim.ui.step.diagram_picture import Picture
from gradsim.viewmodels.step.highlights import Highlights, Mark, Phase


class DiagramPixmap:
    """One picture at one size and magnification.

    The weights and rings of layers that are done can be a thousand lines, so they too are kept,
    and a step on paints only what it adds.
    """

    def __init__(self, picture: Picture, size: QSizeF, ratio: float, background: QColor) -> None:
        self.picture = picture
        self.ratio = ratio
        self._still = QPixmap((size * ratio).toSize())
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(background)
        painter = self._painter(self._still)
        paint_still(painter, picture)
        painter.resetTransform()
        paint_pinned_labels(painter, picture)
        painter.end()
        self._done = self._still
        self._gaps: dict[int, Mark] = {}
        self._columns: dict[int, Mark] = {}

    def with_done(self, lit: Highlights) -> QPixmap:
        """The picture with the layers that `lit` marks as done."""
        gaps, columns = _done(lit.gaps), _done(lit.columns)
        if not (self._gaps.items() <= gaps.items() and self._columns.items() <= columns.items()):
            self._done, self._gaps, self._columns = self._still, {}, {}
        new_gaps = {layer: mark for layer, mark in gaps.items() if layer not in self._gaps}
        new_columns = {layer: mark for layer, mark in columns.items() if layer not in self._columns}
        if new_gaps or new_columns:
            if self._done is self._still:
                self._done = self._still.copy()
            painter = self._painter(self._done)
            paint_gaps(painter, self.picture, new_gaps)
            paint_columns(painter, self.picture, new_columns)
            painter.end()
        self._gaps, self._columns = gaps, columns
        return self._done

    def add_tile(self, layer: int, image: QImage) -> None:
        """Put in the heat map of a layer that was not ready when the picture was painted."""
        gap = self.picture.layout.gap(layer)
        if gap is None or gap.tile is None:
            return
        self.picture.tiles[layer] = image
        painter = self._painter(self._still)
        paint_tile(painter, self.picture, gap.tile, image)
        painter.end()
        self._done, self._gaps, self._columns = self._still, {}, {}

    def _painter(self, pixmap: QPixmap) -> QPainter:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self.picture.view
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        return painter


def _done(marks: dict[int, Mark]) -> dict[int, Mark]:
    return {layer: mark for layer, mark in marks.items() if mark.phase is Phase.DONE}
