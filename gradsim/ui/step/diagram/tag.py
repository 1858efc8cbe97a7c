"""The tag: the number of the current factor, beside the thing in the diagram that it belongs to."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gradsim.ui.step.diagram.picture import Picture
from gradsim.ui.step.diagram.ways import badge_boxes
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.highlights import Highlights, Phase
from gradsim.viewmodels.step.diagram.remedies import way_of
from gradsim.viewmodels.step.diagram.tag import Obstacles, tag_beside_line, tag_beside_unit
from gradsim.viewmodels.step.walk.steps import Family, StepKind

_HEIGHT = 18.0
_LOW_HEIGHT = 14.0
_SIGN = (24.0, 12.0)
"""Room of the sign on a way past a layer."""
_FAR = 16.0
"""A tag further than this from its thing has a line to it."""


def paint_tag(painter: QPainter, picture: Picture, lit: Highlights, tag: str) -> None:
    """Paint `tag` where it hides nothing that is read."""
    layout, theme = picture.layout, picture.inks.theme
    roomy = layout.row - layout.unit_height >= 14.0
    painter.setFont(picture.letters.font(11.5 if roomy else 10.5, bold=True))
    wide = painter.fontMetrics().horizontalAdvance(tag) + (9.0 if roomy else 7.0)
    found = _place(picture, lit, (wide, _HEIGHT if roomy else _LOW_HEIGHT))
    if found is None:
        return
    box, thing, family = found
    rect = QRectF(*box)
    for column in layout.columns:
        for slot in column.slots:
            fold = layout.fold_box(column, slot)
            if slot.entry.is_fold and fold.overlap(box):
                # Half a text reads as another one: it gives way whole.
                painter.fillRect(QRectF(*fold), theme.panel)
    painter.setPen(QPen(picture.inks.halo(family), 1.0))
    if not box.overlap(thing.grown(_FAR)):
        painter.drawLine(QLineF(rect.center(), QPointF(*thing.centre)))
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setPen(picture.inks.family_text(family))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tag)


def _place(
    picture: Picture, lit: Highlights, size: tuple[float, float]
) -> tuple[Box, Box, Family] | None:
    """The tag's rectangle, the one around its thing, and the thing's family."""
    layout = picture.layout
    for key, mark in lit.edges.items():
        line = layout.edge(*key)
        if mark.phase is Phase.CURRENT and line is not None:
            middle = Box.around((line[0] + line[2]) / 2, (line[1] + line[3]) / 2, 0.0, 0.0)
            around = _obstacles(picture, lit)
            return tag_beside_line(layout, line, size, around), middle, Family.LINEAR
    for layer, mark in lit.ways.items():
        way = way_of(layout, layer) if mark.kind is StepKind.PAST else None
        if mark.phase is Phase.CURRENT and way is not None:
            sign = Box.around(*way.crest, *_SIGN)
            around = _obstacles(picture, lit)
            return tag_beside_unit(layout, sign, size, around), sign, mark.family
    for places in (lit.units, lit.biases):
        for unit, mark in places.items():
            box = layout.unit_box(*unit)
            if mark.phase is Phase.CURRENT and box is not None:
                around = _obstacles(picture, lit)
                return tag_beside_unit(layout, box, size, around), box, mark.family
    if lit.cost is not None and lit.cost.phase is Phase.CURRENT and layout.cost is not None:
        around = _obstacles(picture, lit)
        box = layout.cost
        return tag_beside_unit(layout, box, size, around), box, Family.COST
    return None


def _obstacles(picture: Picture, lit: Highlights) -> Obstacles:
    layout = picture.layout
    lines = [layout.edge(*key) for key in lit.edges] + [layout.link(unit) for unit in lit.links]
    stubs = [layout.unit_box(*unit) for unit in lit.biases]
    return Obstacles.of(
        layout,
        values=picture.shows_values,
        lit=list(lit.units),
        lines=[line for line in lines if line is not None],
        extra=[
            *(Box(box.left - 10.0, box.top - 12.0, 22.0, 16.0) for box in stubs if box),
            *badge_boxes(picture),
        ],
    )
