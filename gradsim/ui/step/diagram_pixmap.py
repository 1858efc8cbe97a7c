"""The pixmap behind the marks: what stands still, and whole layers that the walk is through."""

from __future__ import annotations

import operator

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from gradsim.ui.step.diagram_edge_marks import paint_gaps
from gradsim.ui.step.diagram_overlay import paint_columns
from gradsim.ui.step.diagram_painter import (
    paint_ground,
    paint_numbers,
    paint_pinned_labels,
    paint_tile,
)
from gradsim.ui.step.diagram_picture import Picture
from gradsim.viewmodels.builder.remedies.said import badges
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.highlights import Highlights, Mark, Phase


class Ground:
    """The part of a picture that new numbers leave as it is: in a drag, all but the units'
    values."""

    def __init__(self, picture: Picture, size: QSizeF, ratio: float, background: QColor) -> None:
        self._rests_on = _rests_on(picture)
        self._made_for = size, ratio, background
        self.pixmap = QPixmap((size * ratio).toSize())
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(background)
        painter = painter_on(self.pixmap, picture)
        paint_ground(painter, picture)
        painter.end()

    def serves(self, picture: Picture, size: QSizeF, ratio: float, background: QColor) -> bool:
        """Whether `picture` has the same ground."""
        if (size, ratio, background) != self._made_for:
            return False
        (objects, others), (mine, my_others) = _rests_on(picture), self._rests_on
        same = len(objects) == len(mine) and all(map(operator.is_, objects, mine))
        return same and others == my_others


def _rests_on(picture: Picture) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What a ground shows: objects that are other ones when they change, and values."""
    layout, values = picture.layout, picture.values
    weights = [values.weights(gap.layer) for gap in layout.gaps]
    tiles = [picture.tiles.get(gap.layer) for gap in layout.gaps]
    layers = values.result.project.network.layers
    shown = [layers[column.layer - 1] for column in layout.columns if column.layer]
    names = [(layer.activation.name, layer.residual, badges(layer)) for layer in shown]
    objects = (layout, picture.inks, picture.letters, *weights, *tiles)
    return objects, (picture.view, picture.selected, tuple(names), current())


class DiagramPixmap:
    """One picture at one size and magnification, on the ground of the one `before` where it serves.

    The weights and rings of layers that are done can be a thousand lines, so they too are kept,
    and a step on paints only what it adds.
    """

    def __init__(
        self,
        picture: Picture,
        size: QSizeF,
        ratio: float,
        background: QColor,
        before: Ground | None = None,
    ) -> None:
        self.picture = picture
        self.ratio = ratio
        fits = before is not None and before.serves(picture, size, ratio, background)
        ground = before if before is not None and fits else None
        self.ground = ground or Ground(picture, size, ratio, background)
        self._still = self.ground.pixmap.copy()
        painter = self._painter(self._still)
        paint_numbers(painter, picture)
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
        return painter_on(pixmap, self.picture)


def painter_on(pixmap: QPixmap, picture: Picture) -> QPainter:
    """A painter in the lengths of the picture's layout."""
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(picture.view.x, picture.view.y)
    painter.scale(picture.view.scale, picture.view.scale)
    return painter


def _done(marks: dict[int, Mark]) -> dict[int, Mark]:
    return {layer: mark for layer, mark in marks.items() if mark.phase is Phase.DONE}
