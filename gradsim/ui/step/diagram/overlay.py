"""Paints what moves in the diagram: the marks of the walk, and what the pointer is on.

Colour is never the only sign. The activation is a ring around a unit, a weight a thick edge (a
bead where the gradient stays on the edge, arrowheads where it passes on), a bias a stub that
enters the unit, the cost a box; what is current is thickest and has a halo and its number.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gradsim.ui.step.diagram.edge_marks import (
    WIDTHS,
    paint_cost_mark,
    paint_edges,
    paint_gaps,
    paint_line,
)
from gradsim.ui.step.diagram.picture import (
    Picture,
    bar_rect,
    draw_unit_shape,
    paint_cost,
    paint_plate,
    paint_value,
    unit_shape,
)
from gradsim.ui.step.diagram.tag import paint_tag
from gradsim.ui.step.diagram.ways import paint_lit_ways, paint_pointed_way
from gradsim.viewmodels.step.diagram.highlights import Highlights, Mark, Phase
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.text import UNSEEN
from gradsim.viewmodels.step.diagram.values import Standing

_ROOM_ABOVE = 14.0
"""Units this far apart have room for a bias's stub above them."""


def paint_marks(
    painter: QPainter, picture: Picture, lit: Highlights, tag: str, hovered: Target | None
) -> None:
    """Paint the marks `lit`; `tag` is the number of the current factor, empty for none.

    Whole layers that are done are not among them: :mod:`diagram_pixmap` keeps those.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lit.forward:
        _veil_unknown(painter, picture, lit)
    current = {layer: mark for layer, mark in lit.gaps.items() if mark.phase is Phase.CURRENT}
    paint_gaps(painter, picture, current)
    paint_edges(painter, picture, lit)
    paint_cost_mark(painter, picture, lit)
    paint_lit_ways(painter, picture, lit.ways)
    _paint_units(painter, picture, lit)
    # After the rings, whose halo would cover the bar of the current unit.
    _paint_reached_bars(painter, picture, lit)
    _paint_biases(painter, picture, lit)
    if hovered is not None:
        _paint_hovered(painter, picture, lit, hovered)
    if tag:
        paint_tag(painter, picture, lit, tag)


def _veil_unknown(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """Cover the values that the forward walk has not come to; show z where a is not yet known."""
    layout, inks = picture.layout, picture.inks
    for column in layout.columns:
        if lit.shows_activation(column.layer):
            continue
        z = lit.shows_pre_activation(column.layer)
        values = picture.values.units(column.layer).pre_activation
        for slot in column.slots:
            if slot.entry.is_fold:
                continue
            outline = QPen(inks.theme.linear if z else inks.theme.text_disabled, 1.6 if z else 1.0)
            outline.setStyle(Qt.PenStyle.DotLine if not z else Qt.PenStyle.SolidLine)
            painter.setPen(QPen(inks.theme.panel, 2.0))
            painter.setBrush(inks.theme.panel)
            shape = unit_shape(layout, column.x, slot.y)
            draw_unit_shape(painter, shape)
            painter.setPen(outline)
            draw_unit_shape(painter, shape)
            if z and values is not None and picture.shows_values:
                painter.setPen(inks.theme.linear_text)
                value = float(values[slot.entry.first - 1])
                paint_value(painter, picture, column.x, slot.y, value)
    if not lit.shows_cost and layout.cost is not None:
        paint_cost(painter, picture, layout.cost, UNSEEN)


def _paint_reached_bars(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """Bars of the layers whose ∂C/∂z the walk has multiplied in, in full ink."""
    if not picture.bars:
        return
    for column in picture.layout.columns:
        if column.layer == 0 or not lit.has_delta(column.layer):
            continue
        values = picture.values.units(column.layer)
        for slot in column.slots:
            unit = slot.entry.first
            if slot.entry.is_fold or values.delta_log10 is None:
                continue
            if not picture.shows_values and (column.layer, unit) in lit.units:
                continue  # The plate with its value stands there.
            if values.standing(unit) is Standing.OK:
                share = picture.bar_share(float(values.delta_log10[unit - 1]))
                rect = bar_rect(picture.layout, column.x, slot.y, share)
                painter.fillRect(rect, picture.inks.bar(share))


def paint_columns(painter: QPainter, picture: Picture, columns: Mapping[int, Mark]) -> None:
    """Rings around every unit of whole layers, layer → mark."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for layer, mark in columns.items():
        column = picture.layout.column(layer)
        for slot in () if column is None else column.slots:
            if column is not None and not slot.entry.is_fold:
                _ring(painter, picture, column.x, slot.y, mark)


def _paint_units(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """Rings: of the current column, then of single units."""
    current = {layer: mark for layer, mark in lit.columns.items() if mark.phase is Phase.CURRENT}
    paint_columns(painter, picture, current)
    ordered = sorted(lit.units.items(), key=lambda each: WIDTHS[each[1].phase])
    for key, mark in ordered:
        place = picture.layout.places.get(key)
        if place is None:
            continue
        _ring(painter, picture, *place, mark)
        if not picture.shows_values and lit.shows_activation(key[0]):
            value = float(picture.values.units(key[0]).activation[key[1] - 1])
            width = 2.4 if mark.phase is Phase.CURRENT else 1.4
            paint_plate(painter, picture, place, value, picture.inks.pen(mark, width))


def _ring(painter: QPainter, picture: Picture, x: float, y: float, mark: Mark) -> None:
    layout = picture.layout
    if mark.phase is Phase.CURRENT:
        # Between close rows the halo stays off the text above and below.
        wide = min(5.0, 0.6 * (layout.row - layout.unit_height))
        painter.setPen(QPen(picture.inks.halo(mark.family), wide))
        draw_unit_shape(painter, unit_shape(layout, x, y, 0.72 * wide))
    painter.setPen(picture.inks.pen(mark, {Phase.CURRENT: 3.0}.get(mark.phase, 1.8)))
    if mark.phase is Phase.TO_COME:
        painter.setPen(picture.inks.pen(mark, 1.3))
    draw_unit_shape(painter, unit_shape(layout, x, y))


def _paint_biases(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """A stub that enters each unit, with a bead at its free end."""
    for layer, mark in lit.bias_columns.items():
        column = picture.layout.column(layer)
        for slot in () if column is None else column.slots:
            if column is not None and not slot.entry.is_fold:
                _stub(painter, picture, column.x, slot.y, mark)
    for key, mark in lit.biases.items():
        place = picture.layout.places.get(key)
        if place is not None:
            _stub(painter, picture, *place, mark)


def _stub(painter: QPainter, picture: Picture, x: float, y: float, mark: Mark) -> None:
    layout = picture.layout
    room = layout.row - layout.unit_height
    if room >= _ROOM_ABOVE:
        edge = QPointF(x - 0.30 * layout.unit_width, y - 0.42 * layout.unit_height)
        free = edge + QPointF(-7.0, -13.0)
    else:
        # From the left between close rows: above, it would cover the value of a neighbour.
        edge = QPointF(x - 0.5 * layout.unit_width, y)
        free = edge + QPointF(-min(9.0, 0.3 * (layout.pitch - layout.unit_width)), -0.3 * room)
    painter.setPen(QPen(picture.inks.theme.panel, 5.0))
    painter.drawLine(edge, free)
    # Whatever is to come is neutral, but a bias stub marks what the walk is after.
    color = picture.inks.family(mark.family)
    painter.setPen(QPen(color, max(WIDTHS[mark.phase], 2.4)))
    painter.drawLine(edge, free)
    painter.setBrush(color)
    painter.drawEllipse(free, 2.6, 2.6)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_hovered(painter: QPainter, picture: Picture, lit: Highlights, target: Target) -> None:
    """What the pointer is on, in neutral ink."""
    layout, theme = picture.layout, picture.inks.theme
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(theme.text, 1.6)
    painter.setPen(pen)
    if target.kind is TargetKind.UNIT:
        place = layout.places.get((target.layer, target.unit))
        if place is not None and picture.shows_values:
            draw_unit_shape(painter, unit_shape(layout, *place, 2.5))
        elif place is not None and lit.shows_activation(target.layer):
            value = float(picture.values.units(target.layer).activation[target.unit - 1])
            paint_plate(painter, picture, place, value, pen)
    elif target.kind is TargetKind.EDGE:
        paint_line(painter, picture, (target.layer, target.unit, target.source), pen)
    elif target.kind is TargetKind.WAY:
        paint_pointed_way(painter, picture, target.layer)
    elif target.kind is TargetKind.COST and layout.cost is not None:
        painter.drawRoundedRect(QRectF(*layout.cost).adjusted(-3, -3, 3, 3), 7, 7)
    elif target.kind in (TargetKind.CUT_LEFT, TargetKind.CUT_RIGHT):
        box = layout.cut_left if target.kind is TargetKind.CUT_LEFT else layout.cut_right
        if box is not None:
            painter.setPen(QPen(theme.field_border, 1.0))
            painter.drawRoundedRect(QRectF(*box), 6, 6)
