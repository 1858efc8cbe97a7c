"""Paints the marks of the walk on lines: weights, heat maps, and the way to the cost."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gradsim.ui.step.diagram.inks import mixed
from gradsim.ui.step.diagram.picture import Picture
from gradsim.viewmodels.step.diagram.highlights import EdgeKey, Highlights, Mark, Phase
from gradsim.viewmodels.step.walk.steps import Family, StepKind

WIDTHS = {Phase.TO_COME: 1.5, Phase.DONE: 2.0, Phase.CURRENT: 3.4}
"""How thick a line of each phase is."""
_MOST_HEADS = 36
"""A gap with more edges shows no arrowhead or bead on each."""


def paint_gaps(painter: QPainter, picture: Picture, gaps: Mapping[int, Mark]) -> None:
    """Whole layers of weights, layer → mark: every edge shown, or the frame of the tile."""
    for layer, mark in gaps.items():
        gap = picture.layout.gap(layer)
        if gap is None:
            continue
        current = mark.phase is Phase.CURRENT
        if gap.tile is not None:
            painter.setPen(picture.inks.pen(mark, 3.0 if current else 1.8))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(*gap.tile).adjusted(-2, -2, 2, 2))
            continue
        many = len(gap.segments) > _MOST_HEADS
        width = (1.4 if many else 2.2) if current else 1.2
        pen = picture.inks.pen(mark, width)
        if not current:
            pen.setColor(mixed(picture.inks.theme.panel, pen.color(), 0.5))
        painter.setPen(pen)
        lines = [QLineF(*line) for line in gap.segments.tolist()]
        painter.drawLines(lines)
        if current and not many:
            for line in lines:
                _paint_head(painter, line, mark.kind, pen.color(), 3.6)


def paint_edges(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """Single weights: other strong paths, the path, and the parameter itself."""
    pen = QPen(mixed(picture.inks.theme.panel, picture.inks.theme.text_muted, 0.9), 1.3)
    single = set(lit.edges)
    for key in lit.other_paths:
        if key not in single:
            paint_line(painter, picture, key, pen)
    if lit.other_paths:
        lit_outputs = set(lit.links)
        for unit in {key[1] for key in lit.other_paths if key[0] == picture.layout.shape.depth}:
            line = picture.layout.link(unit)
            if line is not None and unit not in lit_outputs:
                painter.setPen(pen)
                painter.drawLine(QLineF(*line))
    ordered = sorted(lit.edges.items(), key=lambda each: WIDTHS[each[1].phase])
    for key, mark in ordered:
        width = WIDTHS[mark.phase]
        is_target = _is_target(lit, key)
        pen = picture.inks.pen(mark, max(width, 3.0) if is_target else width)
        if is_target:
            pen.setColor(picture.inks.family(Family.LINEAR))
        if mark.phase is Phase.CURRENT:
            paint_line(painter, picture, key, QPen(picture.inks.halo(Family.LINEAR), 9.0))
        paint_line(painter, picture, key, pen)
        if mark.phase is Phase.CURRENT:
            line = picture.layout.edge(*key)
            if line is not None:
                _paint_head(painter, QLineF(*line), mark.kind, pen.color(), 5.5)


def _is_target(lit: Highlights, key: EdgeKey) -> bool:
    target = lit.target
    return (
        target is not None
        and target.kind == "w"
        and key == (target.layer, target.unit, target.source)
    )


def paint_line(painter: QPainter, picture: Picture, key: EdgeKey, pen: QPen) -> None:
    line = picture.layout.edge(*key)
    if line is None:
        return
    gap = picture.layout.gap(key[0])
    if gap is not None and gap.tile is not None:
        # An edge above a heat map stands off from it.
        painter.setPen(_flat(QPen(picture.inks.theme.panel, pen.widthF() + 2.4)))
        painter.drawLine(QLineF(*line))
    painter.setPen(_flat(pen))
    painter.drawLine(QLineF(*line))


def _flat(pen: QPen) -> QPen:
    """The pen that stops at the end of its line: a wide one would cover the unit's value."""
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_head(
    painter: QPainter, line: QLineF, kind: StepKind, color: QColor, size: float
) -> None:
    """A bead where the gradient stays on the weight, else an arrowhead the way it passes.

    They stand off the middle, where the edges of a symmetric gap cross.
    """
    shares = {StepKind.WEIGHTS: 0.62, StepKind.PRE_ACTIVATION: 0.74}
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.translate(line.pointAt(shares.get(kind, 0.26)))
    painter.rotate(-line.angle())
    if kind is StepKind.WEIGHTS:
        painter.drawRect(QRectF(-size, -size, 2 * size, 2 * size))
    else:
        tip = size if kind is StepKind.PRE_ACTIVATION else -size
        corners = [QPointF(1.2 * tip, 0), QPointF(-tip, -size), QPointF(-tip, size)]
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def paint_cost_mark(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    """The frame of the cost box and the lines that lead to it."""
    layout, mark = picture.layout, lit.cost
    if mark is None or layout.cost is None or mark.phase is Phase.TO_COME:
        if mark is not None and layout.cost is not None:
            _paint_links(painter, picture, lit)
        return
    current = mark.phase is Phase.CURRENT
    box = QRectF(*layout.cost)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if current:
        painter.setPen(QPen(picture.inks.halo(Family.COST), 9.0))
        painter.drawRoundedRect(box, 5, 5)
    _paint_links(painter, picture, lit)
    painter.setPen(QPen(picture.inks.theme.cost, 3.0 if current else 2.0))
    painter.drawRoundedRect(box, 5, 5)


def _paint_links(painter: QPainter, picture: Picture, lit: Highlights) -> None:
    layout = picture.layout
    for unit, mark in lit.links.items():
        painter.setPen(picture.inks.pen(mark, 2.6 if mark.phase is Phase.CURRENT else 1.8))
        units = [unit] if unit else [
            slot.entry.first for slot in layout.columns[-1].slots if not slot.entry.is_fold
        ]  # fmt: skip
        for each in units:
            line = layout.link(each)
            if line is not None:
                painter.drawLine(QLineF(*line))
