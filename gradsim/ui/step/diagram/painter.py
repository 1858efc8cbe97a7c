"""Paints what stands still in the diagram: columns, units, weights, bars and the cost."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from gradsim.ui.step.diagram.inks import EDGE_STEPS
from gradsim.ui.step.diagram.picture import (
    Picture,
    bar_rect,
    draw_unit_shape,
    paint_cost,
    paint_standing,
    paint_value,
    unit_shape,
)
from gradsim.ui.step.diagram.ways import paint_remedies
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import HEADER, Column, DiagramLayout, Gap
from gradsim.viewmodels.step.diagram.values import Standing
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.words import activation_label, count

PINNED = 20.0
"""Height of the labels that a magnified picture keeps along its upper edge."""
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def paint_ground(painter: QPainter, picture: Picture) -> None:
    """Paint what stays while only the numbers in the units change."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_edges(painter, picture)
    for gap in picture.layout.gaps:
        if gap.tile is not None:
            _paint_tile_gap(painter, picture, gap, gap.tile)
    _paint_links(painter, picture)
    for column in picture.layout.columns:
        if picture.view.is_fit:
            _paint_label(painter, picture, column)
        _paint_shapes(painter, picture, column)
    paint_remedies(painter, picture)
    _paint_folds(painter, picture)
    _paint_captions(painter, picture)
    _paint_cuts(painter, picture)


def paint_numbers(painter: QPainter, picture: Picture) -> None:
    """Paint the values, the bars and the cost on the ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for column in picture.layout.columns:
        _paint_values(painter, picture, column)
    if picture.layout.cost is not None:
        paint_cost(painter, picture, picture.layout.cost, numeral(picture.values.cost))


def paint_pinned_labels(painter: QPainter, picture: Picture) -> None:
    """The names of the columns of a magnified picture, along the upper edge of the canvas."""
    if picture.view.is_fit:
        return
    theme, view = picture.inks.theme, picture.view
    strip = QRectF(0, 0, picture.layout.width, PINNED)
    painter.fillRect(strip, theme.panel)
    for column in picture.layout.columns:
        painter.setFont(picture.letters.font(11.0, bold=column.layer in picture.selected))
        painter.setPen(theme.text if column.layer in picture.selected else theme.text_muted)
        middle = view.scale * column.x + view.x
        rect = QRectF(middle - 60, 0, 120, PINNED - 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _label_of(column.layer))


def _label_of(layer: int) -> str:
    if layer == 0:
        return "x"
    return QCoreApplication.translate("Diagram", "layer {layer}").format(layer=layer_number(layer))


def _paint_edges(painter: QPainter, picture: Picture) -> None:
    """All single weights, faint ones first so that strong ones lie on top."""
    strengths: list[np.ndarray[tuple[int], np.dtype[np.float64]]] = []
    for gap in picture.layout.gaps:
        if len(gap.pairs):
            weights = picture.values.weights(gap.layer)
            strengths.append(np.abs(weights[gap.pairs[:, 0] - 1, gap.pairs[:, 1] - 1]))
    if not strengths:
        return
    strength = np.concatenate(strengths).astype(np.float64)
    lines = _lines_of(picture.layout)
    finite = np.isfinite(strength)
    largest = float(strength[finite].max(initial=0.0))
    share = strength / largest if largest > 0 else np.zeros_like(strength)
    share[~finite] = 1.0
    steps = np.minimum((share * EDGE_STEPS).astype(int), EDGE_STEPS - 1)
    for step, pen in enumerate(picture.inks.edges):
        chosen = np.flatnonzero(steps == step).tolist()
        if chosen:
            painter.setPen(pen)
            painter.drawLines([lines[index] for index in chosen])


@lru_cache(maxsize=2)
def _lines_of(layout: DiagramLayout) -> tuple[QLineF, ...]:
    """Every single weight of a layout, which stays while weights change."""
    gaps = [gap.segments.tolist() for gap in layout.gaps if len(gap.pairs)]
    return tuple(QLineF(*line) for gap in gaps for line in gap)


def _paint_tile_gap(painter: QPainter, picture: Picture, gap: Gap, tile: Box) -> None:
    """W as a heat map, with stubs that tie it to the units on both sides."""
    layout, inks = picture.layout, picture.inks
    before, after = layout.column(gap.layer - 1), layout.column(gap.layer)
    painter.setPen(inks.edges[1])
    if before is None or after is None:
        return
    top, bottom = min(before.top, after.top), max(before.bottom, after.bottom)
    lines = []
    for column, side, inner in ((before, 1, tile.left), (after, -1, tile.right)):
        edge = column.x + side * layout.unit_width / 2
        for slot in column.slots:
            if not slot.entry.is_fold:
                share = (slot.y - top + 4.0) / (bottom - top + 8.0)
                lines.append(QLineF(edge, slot.y, inner, tile.top + share * tile.height))
    painter.drawLines(lines)
    paint_tile(painter, picture, tile, picture.tiles.get(gap.layer))


def _paint_captions(painter: QPainter, picture: Picture) -> None:
    """The size of W below each tile, where there is room for all of them."""
    layout = picture.layout
    shape, tiles = layout.shape, [gap for gap in layout.gaps if gap.tile is not None]
    painter.setPen(picture.inks.theme.text_muted)
    painter.setFont(picture.letters.font(10.0))
    captions = [
        (gap.caption, f"{count(shape.width(gap.layer))} × {count(shape.width(gap.layer - 1))}")
        for gap in tiles
        if gap.caption is not None
    ]
    if len(captions) == len(tiles) and all(
        picture.letters.width(text, 10.0) <= box.width for box, text in captions
    ):
        for box, text in captions:
            painter.drawText(QRectF(*box), _CENTRED, text)


def paint_tile(painter: QPainter, picture: Picture, tile: Box, image: QImage | None) -> None:
    """A heat map in its frame; blank while its image is not made."""
    inks, rect = picture.inks, QRectF(*tile)
    painter.fillRect(rect, inks.unit_fill)
    if image is not None:
        painter.save()
        fine = image.width() > tile.width * picture.scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, fine)
        painter.drawImage(rect, image)
        painter.restore()
    painter.setPen(QPen(inks.unit_border, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _paint_links(painter: QPainter, picture: Picture) -> None:
    """The lines from the outputs to the cost."""
    layout = picture.layout
    if layout.cost is None:
        return
    painter.setPen(picture.inks.edges[3])
    for slot in layout.columns[-1].slots:
        line = layout.link(slot.entry.first)
        if not slot.entry.is_fold and line is not None:
            painter.drawLine(QLineF(*line))


def _paint_label(painter: QPainter, picture: Picture, column: Column) -> None:
    """The name of the column and, where there is room, of its activation."""
    layout, theme = picture.layout, picture.inks.theme
    selected = column.layer in picture.selected
    painter.setFont(picture.letters.font(11.0, bold=selected))
    painter.setPen(theme.text if selected else theme.text_muted)
    narrow = layout.pitch < 54
    text = str(layer_number(column.layer)) if narrow and column.layer else _label_of(column.layer)
    wide = max(layout.pitch, 40.0)
    rect = QRectF(column.x - wide / 2, 2, wide, 16)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    if column.layer and not narrow and layout.header >= HEADER:
        name = picture.values.result.project.network.layers[column.layer - 1].activation.name
        painter.setFont(picture.letters.font(10.0))
        metrics = painter.fontMetrics()
        label = metrics.elidedText(
            activation_label(name), Qt.TextElideMode.ElideRight, int(layout.pitch - 6)
        )
        painter.setPen(theme.activation_text)
        painter.drawText(rect.translated(0, 15), Qt.AlignmentFlag.AlignCenter, label)


def _paint_shapes(painter: QPainter, picture: Picture, column: Column) -> None:
    """The outlines of the units of a column."""
    layout, inks = picture.layout, picture.inks
    painter.setPen(QPen(inks.unit_border, 1.0))
    painter.setBrush(inks.unit_fill if column.layer else inks.theme.panel)
    for slot in column.slots:
        if not slot.entry.is_fold:
            draw_unit_shape(painter, unit_shape(layout, column.x, slot.y))


def _paint_values(painter: QPainter, picture: Picture, column: Column) -> None:
    """The values of the units of a column, then their bars.

    One kind after the other, so that pens and letters change a few times and not for each unit.
    """
    layout, inks = picture.layout, picture.inks
    values = picture.values.units(column.layer)
    slots = [slot for slot in column.slots if not slot.entry.is_fold]
    if picture.shows_values:
        painter.setPen(inks.theme.text)
        for slot in slots:
            value = float(values.activation[slot.entry.first - 1])
            paint_value(painter, picture, column.x, slot.y, value)
    if not picture.bars or values.delta_log10 is None:
        return
    for slot in slots:
        standing = values.standing(slot.entry.first)
        if standing is not Standing.OK:
            paint_standing(painter, picture, column.x, slot.y, standing)
            continue
        share = picture.bar_share(float(values.delta_log10[slot.entry.first - 1]))
        painter.fillRect(bar_rect(layout, column.x, slot.y, 1.0), inks.track)
        painter.fillRect(bar_rect(layout, column.x, slot.y, share), inks.pale_bar(share))


def _paint_folds(painter: QPainter, picture: Picture) -> None:
    """The lines that stand for the units left out, all in the longer words or all in figures."""
    layout = picture.layout
    folds = [
        (layout.fold_box(column, slot), slot.entry.hidden)
        for column in layout.columns
        for slot in column.slots
        if slot.entry.is_fold
    ]
    painter.setPen(picture.inks.theme.text_muted)
    painter.setFont(picture.letters.font(10.0))
    words = QCoreApplication.translate("Diagram", "⋮ {units} more")
    for template in (words, "⋮ {units}", "⋮"):
        texts = [template.format(units=count(hidden)) for _, hidden in folds]
        if all(
            picture.letters.width(text, 10.0) <= box.width + 2.0
            for (box, _), text in zip(folds, texts, strict=True)
        ):
            break
    for (box, _), text in zip(folds, texts, strict=True):
        painter.drawText(QRectF(*box), _CENTRED, text)


def _paint_cuts(painter: QPainter, picture: Picture) -> None:
    """The stubs that stand for layers left out: how many, and which way they lie."""
    layout = picture.layout
    earlier, later = layout.window.first, layout.shape.depth - layout.window.last
    for box, hidden, sign in ((layout.cut_left, earlier, "‹"), (layout.cut_right, later, "›")):
        if box is None:
            continue
        painter.setPen(picture.inks.theme.text_muted)
        painter.setFont(picture.letters.font(18.0))
        upper = QRectF(box.left, box.top, box.width, 0.6 * box.height)
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, sign)
        painter.setFont(picture.letters.font(10.0))
        lower = QRectF(box.left, box.top + 0.52 * box.height, box.width, 0.4 * box.height)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, count(hidden))
