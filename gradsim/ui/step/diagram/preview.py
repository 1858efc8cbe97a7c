"""Paints a nudge over the diagram: the values of the moved network, and what has changed.

A moved unit is shaded by how much of its value changed and says so below it, where otherwise the
bar of its gradient is: that one belongs to the network as it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gradsim.ui.step.diagram.edge_marks import paint_line
from gradsim.ui.step.diagram.inks import mixed
from gradsim.ui.step.diagram.picture import (
    Picture,
    bar_rect,
    draw_unit_shape,
    paint_cost,
    paint_value,
    unit_shape,
)
from gradsim.viewmodels.step.diagram.highlights import Highlights
from gradsim.viewmodels.step.diagram.hits import TargetKind
from gradsim.viewmodels.step.nudge.preview import Preview
from gradsim.viewmodels.step.numerals import numeral

_DEEPEST = 0.5
"""How far the shade of a unit that changed wholly goes towards the muted text."""
_ROOM_BELOW = 10.0
_LABEL = 10.0
_PLATE = 11.0
_BEARABLE = 0.1
"""The share of a unit that a plate may cover: a corner, which holds no digit."""


def paint_preview(painter: QPainter, picture: Picture, preview: Preview, lit: Highlights) -> None:
    """The moved units with their new values, the moved weight, and the new cost."""
    layout, theme = picture.layout, picture.inks.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    target = preview.target
    if target.kind is TargetKind.EDGE:
        edge = (target.layer, target.unit, target.source)
        paint_line(painter, picture, edge, QPen(theme.text, 4.6))
    for layer, _, x, y in _units(picture, preview, lit):
        if layer:
            _wipe_bar(painter, picture, x, y, 2.0)
    for layer, unit, x, y in _units(picture, preview, lit):
        painter.setPen(QPen(picture.inks.unit_border, 1.0))
        painter.setBrush(_shade(picture, preview.share(layer, unit)))
        draw_unit_shape(painter, unit_shape(layout, x, y))
        if picture.shows_values:
            painter.setPen(theme.text)
            paint_value(painter, picture, x, y, float(preview.values(layer)[unit - 1]))
    if layout.cost is not None and _cost_known(lit):
        paint_cost(painter, picture, layout.cost, numeral(preview.cost))


def paint_preview_labels(
    painter: QPainter, picture: Picture, preview: Preview, lit: Highlights
) -> None:
    """Above every mark: the change below each unit and the cost, and the number in the hand."""
    layout, theme = picture.layout, picture.inks.theme
    painter.setFont(picture.letters.font(_LABEL))
    high = painter.fontMetrics().height()
    roomy = layout.row - layout.unit_height >= _ROOM_BELOW
    for layer, unit, x, y in _units(picture, preview, lit):
        bar = bar_rect(layout, x, y, 1.0)
        gap = layout.row - layout.unit_height
        if layer and gap > 2.0:
            lower = y + layout.unit_height / 2
            painter.fillRect(
                QRectF(bar.left() - 1, lower + 1, bar.width() + 2, gap - 2), theme.panel
            )
        text = preview.text(layer, unit)
        if roomy and text:
            wide = painter.fontMetrics().horizontalAdvance(text) + 4
            box = QRectF(x - wide / 2, bar.top() - 1.5, wide, min(high, 13))
            painter.fillRect(box, theme.panel)
            painter.setPen(theme.text)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
    _paint_sums(painter, picture, preview, lit)
    if layout.cost is not None and _cost_known(lit):
        below = QPointF(layout.cost.centre[0], layout.cost.bottom + 12)
        _plate(painter, picture, below, preview.cost_text, framed=False)
    _paint_hand(painter, picture, preview)


def _wipe_bar(painter: QPainter, picture: Picture, x: float, y: float, beyond: float) -> None:
    """Take away what stands below a unit, up to `beyond` the next one's edge."""
    layout = picture.layout
    lower = y + layout.unit_height / 2 + 1.0
    high = layout.row - layout.unit_height - 1.0 + beyond
    left, wide = x - layout.unit_width / 2 - 1.0, layout.unit_width + 2.0
    if high > 0.0:
        painter.fillRect(QRectF(left, lower, wide, min(high, 16.0)), picture.inks.theme.panel)


def _paint_sums(painter: QPainter, picture: Picture, preview: Preview, lit: Highlights) -> None:
    """Where a forward walk has come to z and not yet to a: z of the moved network."""
    theme = picture.inks.theme
    for column in picture.layout.columns:
        layer = column.layer
        known = lit.forward and layer > 0 and not lit.shows_activation(layer)
        if not (known and lit.shows_pre_activation(layer) and preview.moves(layer)):
            continue
        for slot in column.slots:
            if slot.entry.is_fold or not picture.shows_values:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.panel)
            draw_unit_shape(painter, unit_shape(picture.layout, column.x, slot.y, -2.0))
            painter.setPen(theme.linear_text)
            value = float(preview.sums(layer)[slot.entry.first - 1])
            paint_value(painter, picture, column.x, slot.y, value)


def _units(
    picture: Picture, preview: Preview, lit: Highlights
) -> Iterator[tuple[int, int, float, float]]:
    """Layer, unit and place of every unit in sight that may have moved and is not yet to come."""
    for column in picture.layout.columns:
        if not preview.moves(column.layer):
            continue
        if lit.forward and not lit.shows_activation(column.layer):
            continue
        for slot in column.slots:
            if not slot.entry.is_fold:
                yield column.layer, slot.entry.first, column.x, slot.y


def _paint_hand(painter: QPainter, picture: Picture, preview: Preview) -> None:
    """The moved number beside its thing."""
    layout, target = picture.layout, preview.target
    if target.kind is TargetKind.EDGE:
        line = layout.edge(target.layer, target.unit, target.source)
        if line is not None:
            middle = QPointF((line[0] + line[2]) / 2, (line[1] + line[3]) / 2)
            higher = min(line[1], line[3]) - layout.unit_height / 2 - 14.0
            places = [middle, QPointF(middle.x(), higher)]
            places += _outside(picture, middle.x(), target.layer - 1, target.layer)
            _plate(painter, picture, _clearest(painter, picture, preview, places), preview.label)
        return
    box = layout.cost if target.kind is TargetKind.COST else (
        layout.unit_box(target.layer, target.unit)
    )  # fmt: skip
    if box is not None:
        x = box.centre[0]
        places = [QPointF(x, box.top - 11)]
        if target.kind is TargetKind.UNIT:
            places += _outside(picture, x, target.layer)
        _plate(painter, picture, _clearest(painter, picture, preview, places), preview.label)


def _outside(picture: Picture, x: float, *layers: int) -> list[QPointF]:
    """Below and above all units of these layers."""
    columns = [column for column in picture.layout.columns if column.layer in layers]
    if not columns:
        return []
    half = picture.layout.unit_height / 2
    below = max(column.bottom for column in columns) + half + 26.0
    above = min(column.top for column in columns) - half - 11.0
    return [QPointF(x, below), QPointF(x, above)]


def _clearest(
    painter: QPainter, picture: Picture, preview: Preview, places: list[QPointF]
) -> QPointF:
    """The first place where the plate of the moved number covers next to nothing of the values
    around it, else the one where it covers least."""
    layout = picture.layout
    half_wide, half_tall = layout.unit_width / 2, layout.unit_height / 2
    values = [
        QRectF(column.x - half_wide, slot.y - half_tall, 2 * half_wide, 2 * half_tall)
        for column in layout.columns
        for slot in column.slots
    ]
    # Above a column stand the names of its remedies.
    values += [
        QRectF(column.x - half_wide, layout.header, 2 * half_wide, layout.lane)
        for column in layout.columns
        if column.layer
    ]

    def covered(place: QPointF) -> float:
        plate = _plate_rect(painter, picture, place, preview.label)
        shared = [plate.intersected(each) for each in values]
        return sum(each.width() * each.height() for each in shared)

    bearable = _BEARABLE * layout.unit_width * layout.unit_height
    clear = (place for place in places if covered(place) <= bearable)
    return next(clear, min(places, key=covered))


def _plate(
    painter: QPainter, picture: Picture, centre: QPointF, text: str, *, framed: bool = True
) -> None:
    theme = picture.inks.theme
    rect = _plate_rect(painter, picture, centre, text)
    painter.setPen(QPen(theme.text, 1.2) if framed else Qt.PenStyle.NoPen)
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setPen(theme.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def _plate_rect(painter: QPainter, picture: Picture, centre: QPointF, text: str) -> QRectF:
    """Where a plate around `centre` lies, held within the picture."""
    layout = picture.layout
    painter.setFont(picture.letters.font(_PLATE, bold=True))
    metrics = painter.fontMetrics()
    wide, tall = metrics.horizontalAdvance(text) + 10.0, metrics.height() + 3.0
    left = min(max(centre.x() - wide / 2, 1.0), layout.width - wide - 1.0)
    top = min(max(centre.y() - tall / 2, 1.0), layout.height - tall - 1.0)
    return QRectF(left, top, wide, tall)


def _shade(picture: Picture, share: float) -> QColor:
    inks = picture.inks
    return mixed(inks.unit_fill, inks.theme.text_muted, _DEEPEST * share)


def _cost_known(lit: Highlights) -> bool:
    return lit.shows_cost or not lit.forward
