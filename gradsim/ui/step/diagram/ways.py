"""Paints the diagram's remedies: badges above the columns, and the arcs past layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gradsim.ui.step.diagram.inks import mixed
from gradsim.ui.step.diagram.picture import Picture
from gradsim.viewmodels.builder.remedies.said import badges
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.highlights import Mark, Phase
from gradsim.viewmodels.step.diagram.layout import Column
from gradsim.viewmodels.step.diagram.remedies import (
    LEAST_SIGN,
    Way,
    way_layers,
    way_of,
    way_sign,
)
from gradsim.viewmodels.step.walk.steps import Family

_LETTERS = 10.0
_SMALL = 9.0
_HEIGHT = 14.0
_AIR = 3.0
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip


def paint_remedies(painter: QPainter, picture: Picture) -> None:
    """What stands still: the badges, and the ways in a pale pink."""
    if not picture.layout.lane:
        return
    theme = picture.inks.theme
    pale = QPen(mixed(theme.panel, theme.remedy, 0.62), 1.3)
    network = picture.values.result.project.network
    for layer in way_layers(network):
        way = way_of(picture.layout, layer)
        if way is not None:
            _paint_way(painter, picture, way, way_sign(network, layer), pale, theme.remedy_text)
    for column in picture.layout.columns:
        if column.layer:
            _paint_badges(painter, picture, column, badges(network.layers[column.layer - 1]))


def paint_lit_ways(painter: QPainter, picture: Picture, ways: Mapping[int, Mark]) -> None:
    """The ways that the walk has taken, layer → mark; the present one has a halo."""
    inks, network = picture.inks, picture.values.result.project.network
    for layer, mark in ways.items():
        way = way_of(picture.layout, layer)
        if way is None or mark.phase is Phase.TO_COME or layer > network.depth:
            continue
        current = mark.phase is Phase.CURRENT
        if current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(inks.halo(Family.REMEDY), 7.0))
            painter.drawPath(_path(way))
        pen = QPen(inks.family(Family.REMEDY), 3.2 if current else 2.0)
        text = inks.family_text(Family.REMEDY)
        _paint_way(painter, picture, way, way_sign(network, layer), pen, text, bold=current)


def paint_pointed_way(painter: QPainter, picture: Picture, layer: int) -> None:
    """The way past `layer`, in the pen that is set."""
    way = way_of(picture.layout, layer)
    if way is not None:
        painter.drawPath(_path(way))


def _path(way: Way) -> QPainterPath:
    path = QPainterPath(QPointF(*way.start))
    for _, first, second, end in way.halves:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


def _paint_way(
    painter: QPainter,
    picture: Picture,
    way: Way,
    sign: str,
    pen: QPen,
    text: QColor,
    *,
    bold: bool = False,
) -> None:
    """The arc, and its sign where the gap has room for it."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(way))
    if way.end[0] - way.start[0] < LEAST_SIGN:
        return
    painter.setFont(picture.letters.font(_LETTERS, bold=bold))
    wide = painter.fontMetrics().horizontalAdvance(sign) + 4.0
    plate = QRectF(way.crest[0] - wide / 2, way.crest[1] - 6.5, wide, 13.0)
    painter.fillRect(plate, picture.inks.theme.panel)
    painter.setPen(text)
    painter.drawText(plate, _CENTRED, sign)


def badge_boxes(picture: Picture) -> list[Box]:
    """Where badges stand, one box for each layer that has any."""
    if not picture.layout.lane:
        return []
    layers = picture.values.result.project.network.layers
    found = []
    for column in picture.layout.columns:
        said = badges(layers[column.layer - 1]) if column.layer else ()
        _, laid = _laid(picture, column, said)
        if laid:
            (_, first), (_, last) = laid[0], laid[-1]
            found.append(Box(first.left(), first.top(), last.right() - first.left(), _HEIGHT))
    return found


def _paint_badges(painter: QPainter, picture: Picture, column: Column, said: Sequence[str]) -> None:
    theme = picture.inks.theme
    size, laid = _laid(picture, column, said)
    painter.setBrush(theme.panel)
    painter.setFont(picture.letters.font(size))
    for word, badge in laid:
        painter.setPen(QPen(theme.remedy, 1.0))
        painter.drawRoundedRect(badge, 4, 4)
        painter.setPen(theme.remedy_text)
        painter.drawText(badge, _CENTRED, word)
    if said and not laid:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.remedy)
        painter.drawEllipse(QPointF(column.x, _badge_top(picture) + _HEIGHT / 2), 2.6, 2.6)


def _laid(
    picture: Picture, column: Column, said: Sequence[str]
) -> tuple[float, list[tuple[str, QRectF]]]:
    """The size of the letters and the layer's badges: one each, else all in one, else the first
    and how many more; none where only a dot has room."""
    if not said:
        return _LETTERS, []
    layout = picture.layout
    room = layout.unit_width + 0.3 * (layout.pitch - layout.unit_width)
    joined, first = " ".join(said), said[0] if len(said) == 1 else f"{said[0]} +{len(said) - 1}"
    for words, size in ((tuple(said), _LETTERS), ((joined,), _SMALL), ((first,), _SMALL)):
        widths = [picture.letters.width(word, size) + 2 * _AIR for word in words]
        total = sum(widths) + _AIR * (len(words) - 1)
        if total <= room:
            lefts = accumulate((wide + _AIR for wide in widths), initial=column.x - total / 2)
            top = _badge_top(picture)
            return size, [
                (word, QRectF(left, top, wide, _HEIGHT))
                for word, wide, left in zip(words, widths, lefts, strict=False)
            ]
    return _LETTERS, []


def _badge_top(picture: Picture) -> float:
    return picture.layout.header + (picture.layout.lane - _HEIGHT) / 2
