"""The tag: the number of the current factor, beside the thing in the diagram that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gradsim.ui.step.diagram_inks import letters
from gradsim.ui.step.diagram_picture import Picture
from gradsim.viewmodels.step.highlights import Highlights, Phase
from gradsim.viewmodels.step.steps import Family

_HEIGHT = 18.0


def paint_tag(painter: QPainter, picture: Picture, lit: Highlights, tag: str) -> None:
    """Paint `tag` where it hides least: above the thing, or on its left in a crowded column."""
    roomy = picture.layout.row - picture.layout.unit_height >= 1.7 * _HEIGHT
    painter.setFont(letters(picture.font, 11.5 if roomy else 10.5, bold=True))
    wide = painter.fontMetrics().horizontalAdvance(tag) + 9.0
    tall = _HEIGHT if roomy else _HEIGHT - 3.0
    found = _place(picture, lit, wide, tall)
    if found is None:
        return
    box, family = found
    box.moveLeft(min(max(box.left(), 2.0), picture.layout.width - wide - 2.0))
    painter.setPen(QPen(picture.inks.halo(family), 1.0))
    painter.setBrush(picture.inks.theme.panel)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(picture.inks.family_text(family))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tag)


def _place(
    picture: Picture, lit: Highlights, wide: float, tall: float
) -> tuple[QRectF, Family] | None:
    layout = picture.layout
    for key, mark in lit.edges.items():
        line = layout.edge(*key)
        if mark.phase is Phase.CURRENT and line is not None:
            middle = QLineF(*line).center() - QPointF(0.0, 0.5 * tall + 8.0)
            return _around(middle, wide, tall), Family.LINEAR
    for places, family in ((lit.units, Family.ACTIVATION), (lit.biases, Family.LINEAR)):
        for unit, mark in places.items():
            place = layout.places.get(unit)
            if mark.phase is Phase.CURRENT and place is not None:
                return _beside_unit(picture, *place, wide, tall), family
    if lit.cost is not None and lit.cost.phase is Phase.CURRENT and layout.cost is not None:
        above = QPointF(layout.cost.centre[0], layout.cost.top - 0.5 * tall - 7.0)
        return _around(above, wide, tall), Family.COST
    return None


def _beside_unit(picture: Picture, x: float, y: float, wide: float, tall: float) -> QRectF:
    layout = picture.layout
    above = y - layout.unit_height / 2 - 0.5 * tall - 6.0
    fits_above = layout.row - layout.unit_height >= tall and above - tall / 2 >= layout.header - 6
    fits_left = layout.pitch - layout.unit_width >= wide + 10.0
    if fits_above or (not fits_left and layout.row > 2 * tall):
        return _around(QPointF(x, above), wide, tall)
    left = x - layout.unit_width / 2 - 7.0 - wide / 2
    return _around(QPointF(left, y), wide, tall)


def _around(middle: QPointF, wide: float, tall: float) -> QRectF:
    return QRectF(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall)
