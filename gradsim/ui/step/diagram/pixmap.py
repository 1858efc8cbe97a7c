"""The pixmap behind the marks: what stands still, and whole layers that the walk is through."""

from __future__ import annotations

import operator

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from gradsim.ui.step.diagram.edge_marks import paint_gaps
from gradsim.ui.step.diagram.overlay import paint_columns
from gradsim.ui.step.diagram.painter import (
    paint_ground,
    paint_numbers,
    paint_pinned_labels,
    paint_tile,
)
from gradsim.ui.step.diagram.picture import Picture
from gradsim.viewmodels.builder.remedies.said import badges
from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.diagram.highlights import Highlights, Mark, Phase


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


class DoneLayers:
    """The weights and rings of whole layers that the walk is through, on nothing.

    They can be a thousand lines, and show no numbers: a step on paints only what it adds, and new
    numbers in the same layout leave them as they are.
    """

    def __init__(self, picture: Picture, size: QSizeF, ratio: float) -> None:
        self._made_for = picture.layout, picture.inks, picture.view, size, ratio
        self._gaps: dict[int, Mark] = {}
        self._columns: dict[int, Mark] = {}
        self.pixmap = QPixmap((size * ratio).toSize())
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)

    def serves(self, picture: Picture, size: QSizeF, ratio: float) -> bool:
        """Whether `picture` has the same lines in the same places."""
        layout, inks, view, *others = self._made_for
        same = layout is picture.layout and inks is picture.inks and view == picture.view
        return same and others == [size, ratio]

    def __bool__(self) -> bool:
        return bool(self._gaps or self._columns)

    def show(self, picture: Picture, lit: Highlights) -> None:
        """Paint the layers that `lit` marks as done, and no other."""
        gaps, columns = _done(lit.gaps), _done(lit.columns)
        if not (self._gaps.items() <= gaps.items() and self._columns.items() <= columns.items()):
            self.pixmap.fill(Qt.GlobalColor.transparent)
            self._gaps, self._columns = {}, {}
        new_gaps = {layer: mark for layer, mark in gaps.items() if layer not in self._gaps}
        new_columns = {layer: mark for layer, mark in columns.items() if layer not in self._columns}
        if new_gaps or new_columns:
            painter = painter_on(self.pixmap, picture)
            paint_gaps(painter, picture, new_gaps)
            paint_columns(painter, picture, new_columns)
            painter.end()
        self._gaps, self._columns = gaps, columns


class DiagramPixmap:
    """One picture at one size and magnification, on the ground and below the done layers of the
    one `before` where they serve."""

    def __init__(
        self,
        picture: Picture,
        size: QSizeF,
        ratio: float,
        background: QColor,
        before: DiagramPixmap | None = None,
    ) -> None:
        self.picture = picture
        self.ratio = ratio
        self.ground: Ground = (
            before.ground
            if before is not None and before.ground.serves(picture, size, ratio, background)
            else Ground(picture, size, ratio, background)
        )
        self.done: DoneLayers = (
            before.done
            if before is not None and before.done.serves(picture, size, ratio)
            else DoneLayers(picture, size, ratio)
        )
        self._still = self.ground.pixmap.copy()
        painter = self._painter(self._still)
        paint_numbers(painter, picture)
        painter.resetTransform()
        paint_pinned_labels(painter, picture)
        painter.end()

    def paint(self, painter: QPainter, lit: Highlights) -> None:
        """The picture with the layers that `lit` marks as done."""
        painter.drawPixmap(0, 0, self._still)
        self.done.show(self.picture, lit)
        if self.done:
            painter.drawPixmap(0, 0, self.done.pixmap)

    def add_tile(self, layer: int, image: QImage) -> None:
        """Put in the heat map of a layer that was not ready when the picture was painted."""
        gap = self.picture.layout.gap(layer)
        if gap is None or gap.tile is None:
            return
        self.picture.tiles[layer] = image
        painter = self._painter(self._still)
        paint_tile(painter, self.picture, gap.tile, image)
        painter.end()

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
