"""What one painting of the diagram needs, and the shapes that both of its painters draw."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPolygonF

from gradsim.ui.step.diagram.inks import Inks, Letters, mixed
from gradsim.ui.step.diagram.view import View
from gradsim.viewmodels.step.diagram.box import Box
from gradsim.viewmodels.step.diagram.layout import DiagramLayout
from gradsim.viewmodels.step.diagram.text import short_number
from gradsim.viewmodels.step.diagram.values import DiagramValues, Standing
from gradsim.viewmodels.step.diagram.words import standing_text
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL

SMALLEST_LETTERS = 9.0
"""Letters that would be smaller than this on the screen are left out."""
_EVEN = 0.84
"""Letters of one picture differ in size by no more than this; rather a figure is dropped."""
_NARROWEST = 28.0
"""A unit of this width takes four characters, "0.12", in the smallest letters."""
_PLATE_LETTERS = 10.0
_PLATE_HEIGHT = 13.0


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """Everything that one painting of the diagram needs."""

    layout: DiagramLayout
    values: DiagramValues
    inks: Inks
    letters: Letters
    view: View
    bar_range: tuple[int, int]
    selected: frozenset[int]
    tiles: dict[int, QImage]
    """Layer → heat map; one that is not made yet is left blank."""
    bars: bool
    """Whether ∂C/∂z is shown: not in the forward lens."""
    unit_letters: float = field(init=False)
    """The size of the value inside a unit."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit_letters", _letters_in_units(self.layout))

    @property
    def scale(self) -> float:
        """Pixels on the screen per layout length."""
        return self.view.scale

    @property
    def shows_values(self) -> bool:
        """Whether there is room for a value inside a unit."""
        return self.unit_letters * self.scale >= SMALLEST_LETTERS

    def bar_share(self, log10: float) -> float:
        """How much of the full length the bar of a finite log₁₀ takes."""
        bottom, top = self.bar_range
        return min(max((log10 - bottom) / (top - bottom), 0.0), 1.0)


def _letters_in_units(layout: DiagramLayout) -> float:
    # A capsule takes six characters, "−0.117", without smaller letters than its neighbours.
    circle = layout.unit_width <= layout.unit_height
    widths = 3.4 if circle else 3.7 if layout.unit_width >= 34.0 else 3.0
    wide = (layout.unit_width - 4.0) / widths
    if layout.unit_width >= _NARROWEST:
        # Fewer figures rather than letters that cannot be read.
        wide = max(wide, SMALLEST_LETTERS)
    # Figures are three quarters as high as their letters' size.
    return min(11.5, 1.25 * (layout.unit_height - 2.0), wide)


def paint_cost(painter: QPainter, picture: Picture, box: Box, value: str) -> None:
    """The cost box with its value."""
    theme = picture.inks.theme
    painter.setPen(QPen(mixed(theme.panel, theme.cost, 0.75), 1.4))
    painter.setBrush(theme.panel)
    painter.drawRoundedRect(QRectF(*box), 5, 5)
    painter.setPen(theme.text)
    text, size = f"{COST_SYMBOL.text} = {value}", 12.5
    painter.setFont(picture.letters.font(size))
    fitting = floor(size * (box.width - 8.0) / painter.fontMetrics().horizontalAdvance(text))
    if fitting < _PLATE_LETTERS:
        text, size = f"{COST_SYMBOL.text} =\n{value}", 11.0
    painter.setFont(picture.letters.font(min(size, max(fitting, _PLATE_LETTERS))))
    painter.drawText(QRectF(*box), Qt.AlignmentFlag.AlignCenter, text)


def paint_value(painter: QPainter, picture: Picture, x: float, y: float, value: float) -> None:
    """The number inside a unit, in the pen that is set.

    Three significant figures; a long number gets smaller letters, and where these would be too
    small to read, fewer figures.
    """
    layout, size = picture.layout, picture.unit_letters
    room = layout.unit_width - 4.0
    text, fitting = "", size
    for figures in (3, 2, 1):
        text = short_number(value, figures)
        wide = picture.letters.figures_width(text, size)
        fitting = size if wide <= room else floor(size * room / wide)
        if fitting >= max(SMALLEST_LETTERS / picture.scale, _EVEN * size):
            break
    painter.setFont(picture.letters.font(fitting))
    # From a point: laying text out in a rectangle takes twice as long, for a hundred units.
    wide, low = picture.letters.figures_width(text, fitting), picture.letters.baseline(fitting)
    painter.drawText(QPointF(x - wide / 2, y + low), text)


def paint_plate(
    painter: QPainter, picture: Picture, place: tuple[float, float], value: float, outline: QPen
) -> None:
    """A unit too low for its value, grown to a plate that shows it."""
    painter.setFont(picture.letters.font(max(_PLATE_LETTERS / picture.scale, 1.0)))
    text = short_number(value)
    wide = painter.fontMetrics().horizontalAdvance(text) + 8.0 / picture.scale
    wide = max(wide, picture.layout.unit_width)
    tall = max(_PLATE_HEIGHT / picture.scale, picture.layout.unit_height)
    rect = QRectF(place[0] - wide / 2, place[1] - tall / 2, wide, tall)
    painter.setPen(outline)
    painter.setBrush(picture.inks.theme.panel)
    draw_unit_shape(painter, rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(picture.inks.theme.text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def unit_shape(layout: DiagramLayout, x: float, y: float, grown: float = 0.0) -> QRectF:
    """The outline of a unit, `grown` outwards on every side."""
    wide, tall = layout.unit_width / 2 + grown, layout.unit_height / 2 + grown
    return QRectF(x - wide, y - tall, 2 * wide, 2 * tall)


def draw_unit_shape(painter: QPainter, rect: QRectF) -> None:
    """A circle, or a capsule where it is wider than high."""
    radius = min(rect.width(), rect.height()) / 2
    painter.drawRoundedRect(rect, radius, radius)


def bar_rect(layout: DiagramLayout, x: float, y: float, share: float) -> QRectF:
    """The bar under a unit; never shorter than a point."""
    left = x - layout.unit_width / 2
    top = y + layout.unit_height / 2 + layout.bar_gap
    return QRectF(left, top, max(share * layout.unit_width, 2.0), layout.bar_height)


def paint_standing(
    painter: QPainter, picture: Picture, x: float, y: float, standing: Standing
) -> None:
    """The mark and the text that stand for a bar where ∂C/∂z has no place on the scale.

    Zero: a hollow ring; underflow: a triangle pointing down; overflow: pointing up; NaN: a cross.
    """
    layout, theme = picture.layout, picture.inks.theme
    whole = bar_rect(layout, x, y, 1.0)
    room = layout.row - layout.unit_height
    size = min(3.4, max(0.36 * room, 1.6))
    centre = QPointF(whole.left() + size + 0.5, whole.center().y() + 0.5)
    painter.setPen(QPen(theme.text, 1.2))
    painter.setBrush(theme.panel)
    draw_standing(painter, centre, size, standing)
    if room >= 11.0:
        painter.setPen(theme.text_muted)
        painter.setFont(picture.letters.font(10.0))
        rect = QRectF(centre.x() + size + 2.5, centre.y() - 7, layout.pitch, 14)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, flags, standing_text(standing))


def draw_standing(painter: QPainter, centre: QPointF, size: float, standing: Standing) -> None:
    """The mark alone, in the pen and brush that are set."""
    x, y = centre.x(), centre.y()
    match standing:
        case Standing.ZERO:
            painter.drawEllipse(centre, size, size)
        case Standing.UNDERFLOW:
            painter.drawPolygon(_triangle(x, y, size, 1.0))
        case Standing.OVERFLOW:
            painter.drawPolygon(_triangle(x, y, size, -1.0))
        case _:
            painter.drawLine(QPointF(x - size, y - size), QPointF(x + size, y + size))
            painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size))


def _triangle(x: float, y: float, size: float, down: float) -> QPolygonF:
    return QPolygonF(
        [
            QPointF(x - size, y - down * size),
            QPointF(x + size, y - down * size),
            QPointF(x, y + down * size),
        ]
    )
