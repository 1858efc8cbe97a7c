"""The frame of the small plots: two axes with outward ticks, and the mapping into it."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gradsim.ui.theme import Theme
from gradsim.viewmodels.ticks import round_ticks, tick_text

_TICK = 4.0
_GAP = 4.0


class Frame(Struct, frozen=True):
    """Where the numbers [x_low, x_high] × [y_low, y_high] lie on the widget."""

    area: QRectF
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def x(self, value: float) -> float:
        """Pixels from the left of the widget."""
        share = (value - self.x_low) / (self.x_high - self.x_low)
        return self.area.left() + share * self.area.width()

    def y(self, value: float) -> float:
        """Pixels from the top of the widget."""
        share = (value - self.y_low) / (self.y_high - self.y_low)
        return self.area.bottom() - share * self.area.height()

    def point(self, x: float, y: float) -> QPointF:
        """Both at once."""
        return QPointF(self.x(x), self.y(y))


def axis_font(base: QFont) -> QFont:
    """The font of tick labels."""
    font = QFont(base)
    font.setPointSizeF(max(base.pointSizeF() * 0.92, 7.5))
    return font


def left_ticks(low: float, high: float, height: float) -> tuple[float, ...]:
    """Ticks of an upright axis `height` pixels long."""
    return round_ticks(low, high, max(2, round(height / 42)))


def left_room(font: QFont, ticks: tuple[float, ...], *, title: bool) -> float:
    """The width that labels and title of the left axis need."""
    metrics = QFontMetricsF(font)
    widest = max((metrics.horizontalAdvance(tick_text(tick)) for tick in ticks), default=0.0)
    return widest + _TICK + _GAP + (metrics.height() + 2.0 if title else 0.0)


def paint_left_axis(
    painter: QPainter,
    frame: Frame,
    ticks: tuple[float, ...],
    color: QColor,
    grid: QColor,
    font: QFont,
    title: str = "",
) -> None:
    """The upright axis with its labels, faint lines across, and a title that reads upwards."""
    metrics = QFontMetricsF(font)
    area = frame.area
    painter.setFont(font)
    for tick in ticks:
        y = round(frame.y(tick)) + 0.5
        painter.setPen(QPen(grid, 1.0))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QPen(color, 1.0))
        painter.drawLine(QPointF(area.left() - _TICK, y), QPointF(area.left(), y))
        label = tick_text(tick)
        left = area.left() - _TICK - _GAP - metrics.horizontalAdvance(label)
        painter.drawText(QPointF(left, y + metrics.ascent() / 2 - 1.5), label)
    painter.setPen(QPen(color, 1.0))
    x = round(area.left()) + 0.5
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    if title:
        painter.save()
        painter.translate(metrics.ascent(), area.center().y())
        painter.rotate(-90)
        half = max(area.height() / 2, metrics.horizontalAdvance(title) / 2)
        box = QRectF(-half, -metrics.ascent(), 2 * half, metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)
        painter.restore()


def paint_bottom_axis(
    painter: QPainter, frame: Frame, color: QColor, font: QFont, title: str
) -> None:
    """The lying axis with its labels, and a title below."""
    metrics = QFontMetricsF(font)
    area = frame.area
    painter.setFont(font)
    painter.setPen(QPen(color, 1.0))
    base = round(area.bottom()) + 0.5
    painter.drawLine(QPointF(area.left(), base), QPointF(area.right(), base))
    for tick in round_ticks(frame.x_low, frame.x_high, max(2, round(area.width() / 45))):
        x = round(frame.x(tick)) + 0.5
        painter.drawLine(QPointF(x, base), QPointF(x, base + _TICK))
        label = tick_text(tick)
        left = x - metrics.horizontalAdvance(label) / 2
        painter.drawText(QPointF(left, base + _TICK + metrics.ascent() + 1.0), label)
    box = QRectF(area.left(), base + _TICK + metrics.height() + 1.0, area.width(), metrics.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)


def paint_instead(plot: QWidget, told: str, theme: Theme) -> None:
    """A plot without numbers: `told` in its middle."""
    painter = QPainter(plot)
    painter.fillRect(plot.rect(), theme.panel)
    painter.setPen(theme.text_muted)
    middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(QRectF(plot.rect()).adjusted(4, 4, -4, -4), middle, told)
    painter.end()


def bottom_room(font: QFont, *, title: bool) -> float:
    """The height that labels and title of the bottom axis need."""
    height = QFontMetricsF(font).height()
    return _TICK + 3.0 + height * (2 if title else 1)
