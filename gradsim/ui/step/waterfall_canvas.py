"""The painted bars of the waterfall: each factor's change of log₁₀ |product|."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.plots.export.canvas_subject import IN_PICTURE
from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    left_room,
    left_ticks,
    paint_instead,
    paint_left_axis,
)
from gradsim.ui.step.kill_mark import paint_kill_mark
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.waterfall import Bar, Waterfall

_LABEL_PITCH = 20.0
_STUB = 3.0


class WaterfallCanvas(QWidget):
    """Paints a Waterfall; clicking a bar asks to go there."""

    bar_chosen = Signal(int)
    capacity_changed = Signal()

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Waterfall | None = None
        self._axis_title = self._instead = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    @property
    def shown(self) -> Waterfall | None:
        """What is shown."""
        return self._shown

    @property
    def capacity(self) -> int:
        """How many bars have room for a label each."""
        return max(6, int((self.width() - 52.0) / _LABEL_PITCH))

    def show_waterfall(self, shown: Waterfall | None, axis_title: str, instead: str = "") -> None:
        """Show another state; `instead` is what to say where there is none."""
        self._shown, self._axis_title, self._instead = shown, axis_title, instead
        self.update()

    def bar_box(self, number: int) -> QRectF:
        """The column of bar `number`, over the whole height."""
        assert self._shown is not None
        frame, _ = self._frame(self._shown)
        pitch = frame.area.width() / max(len(self._shown.bars), 1)
        return QRectF(frame.area.left() + number * pitch, 0.0, pitch, self.height())

    def _frame(self, shown: Waterfall) -> tuple[Frame, tuple[float, ...]]:
        font = axis_font(self.font())
        low, high = shown.low, shown.high
        span = max(high - low, 0.4)
        middle = (high + low) / 2 if high - low < span else None
        if middle is not None:
            low, high = middle - span / 2, middle + span / 2
        low, high = low - 0.07 * span, high + 0.07 * span
        label_height = QFontMetricsF(font).height() + 6.0
        height = self.height() - label_height - 8.0
        ticks = left_ticks(low, high, height)
        left = left_room(font, ticks, title=True)
        area = QRectF(left, 6.0, self.width() - left - 4.0, height)
        return Frame(area, 0.0, 1.0, low, high), ticks

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axis, bars, labels."""
        del event
        shown = self._shown
        if shown is None:
            paint_instead(self, self._instead, self._theme.theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, font = self._theme.theme, axis_font(self.font())
        frame, ticks = self._frame(shown)
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font, self._axis_title)
        pitch = frame.area.width() / max(len(shown.bars), 1)
        width = min(0.66 * pitch, 30.0)
        previous: float | None = None
        for number, bar in enumerate(shown.bars):
            center = frame.area.left() + (number + 0.5) * pitch
            box = self._paint_bar(painter, frame, bar, center, width, shown.level)
            if previous is not None and math.isfinite(bar.start):
                y = round(frame.y(bar.start)) + 0.5
                painter.setPen(QPen(theme.text_disabled, 1.0, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(previous, y), QPointF(box.left(), y))
            if not bar.side:
                previous = box.right() if math.isfinite(bar.end) else None
        self._paint_labels(painter, frame, shown)
        base = round(frame.area.bottom()) + 0.5
        painter.setPen(QPen(theme.text_muted, 1.0))
        painter.drawLine(QPointF(frame.area.left(), base), QPointF(frame.area.right(), base))
        if self.hasFocus() and not self.property(IN_PICTURE):
            painter.setPen(QPen(theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _color(self, family: Family | None) -> QColor:
        theme = self._theme.theme
        if family is None:
            return theme.text_disabled
        return {
            Family.COST: theme.cost,
            Family.ACTIVATION: theme.activation,
            Family.LINEAR: theme.linear,
            Family.REMEDY: theme.remedy,
        }[family]

    def _paint_bar(
        self, painter: QPainter, frame: Frame, bar: Bar, center: float, width: float, level: float
    ) -> QRectF:
        theme = self._theme.theme
        left = center - width / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.state == "future":
            y = min(max(frame.y(level), frame.area.top()), frame.area.bottom())
            box = QRectF(left, y - _STUB / 2, width, _STUB)
            painter.setBrush(theme.panel_border)
            painter.drawRect(box)
            return box
        if bar.state == "after_zero":
            box = QRectF(left, frame.area.top(), width, frame.area.height())
            pattern = QBrush(theme.panel_border, Qt.BrushStyle.BDiagPattern)
            painter.fillRect(box.toAlignedRect(), pattern)
            return box
        color = self._color(bar.family)
        area = frame.area
        start = min(max(frame.y(bar.start), area.top()), area.bottom())
        falls = bool(bar.ending) and bar.ending not in ("∞", "NaN")
        ends = math.isfinite(bar.end)
        raw_end = frame.y(bar.end) if ends else (area.bottom() if falls else area.top())
        end = min(max(raw_end, area.top()), area.bottom())
        box = QRectF(left, min(start, end), width, max(abs(end - start), 2.0))
        if bar.fold:
            # On whole pixels a pattern is crisp, and filled three times as fast.
            pattern = QBrush(color, Qt.BrushStyle.Dense5Pattern)
            painter.fillRect(box.toAlignedRect(), pattern)
            self._paint_break(painter, frame, bar, box)
        elif bar.side:
            painter.setPen(QPen(color, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.8, 0.8, -0.8, -0.8))
        else:
            painter.fillRect(box, color)
        if bar.state == "current":
            painter.setPen(QPen(theme.text, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(-2.0, -2.0, 2.0, 2.0))
        if bar.ending:
            painter.setFont(axis_font(self.font()))
            painter.setPen(theme.text)
            place = QRectF(center - 40, box.bottom() - 18 if falls else box.top() + 2, 80, 16)
            chip = QFontMetricsF(painter.font()).horizontalAdvance(bar.ending) + 8
            painter.fillRect(QRectF(center - chip / 2, place.top(), chip, 16), theme.panel)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, bar.ending)
            if bar.kills:
                paint_kill_mark(painter, QPointF(center, place.top() - 9.0), theme)
        return box

    def _paint_break(self, painter: QPainter, frame: Frame, bar: Bar, box: QRectF) -> None:
        """A white zigzag where a folded bar runs out of the picture."""
        for value, edge in ((bar.start, frame.area.top()), (bar.end, frame.area.bottom())):
            if not math.isfinite(value) or frame.y_low <= value <= frame.y_high:
                continue
            y = edge + 5.0 if frame.y(value) < frame.area.top() else frame.area.bottom() - 5.0
            step = box.width() / 4
            zigzag = QPolygonF(
                [QPointF(box.left() + n * step, y + (2.5 if n % 2 else -2.5)) for n in range(5)]
            )
            painter.setPen(QPen(self._theme.theme.panel, 3.0))
            painter.drawPolyline(zigzag)

    def _paint_labels(self, painter: QPainter, frame: Frame, shown: Waterfall) -> None:
        """The current bar's label first; any other where it overlaps none."""
        theme, taken = self._theme.theme, list[tuple[float, float]]()
        plain, strong = axis_font(self.font()), axis_font(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        measures = QFontMetricsF(plain), QFontMetricsF(strong)
        pitch = frame.area.width() / max(len(shown.bars), 1)
        order = sorted(enumerate(shown.bars), key=lambda pair: pair[1].state != "current")
        for number, bar in order:
            current = bar.state == "current"
            font, metrics = strong if current else plain, measures[current]
            width = metrics.horizontalAdvance(bar.label)
            center = frame.area.left() + (number + 0.5) * pitch
            center = min(center, self.width() - width / 2)
            box = QRectF(center - width / 2, frame.area.bottom() + 3.0, width, metrics.height())
            left, right = box.left() - 2.0, box.right() + 2.0
            if any(left < other_right and other_left < right for other_left, other_right in taken):
                continue
            taken.append((box.left(), box.right()))
            painter.setFont(font)
            if bar.state == "current":
                painter.setPen(theme.text)
            else:
                painter.setPen(theme.text_muted if bar.state == "done" else theme.text_disabled)
            painter.drawText(box.adjusted(-4, 0, 4, 0), Qt.AlignmentFlag.AlignCenter, bar.label)

    # Events

    def _bar_at(self, x: float) -> Bar | None:
        if self._shown is None:
            return None
        for number, bar in enumerate(self._shown.bars):
            box = self.bar_box(number)
            if box.left() <= x < box.right():
                return bar
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the factor of the bar."""
        super().mousePressEvent(event)
        bar = self._bar_at(event.position().x())
        if bar is not None and event.button() == Qt.MouseButton.LeftButton:
            self.bar_chosen.emit(bar.index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more bars."""
        super().resizeEvent(event)
        self.capacity_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Say what a bar does to the product."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.told(bar) if bar else "", self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def told(self, bar: Bar) -> str:
        """One bar in words."""
        if bar.state == "future":
            return self.tr("{factor}: not multiplied in yet").format(factor=bar.label)
        if not math.isfinite(bar.start):
            return self.tr("{factor}: the product is 0 already").format(factor=bar.label)
        if bar.kills:
            return self.tr("{factor}: kills here, the product is 0 from it on").format(
                factor=bar.label
            )
        if bar.ending:
            return f"{bar.label}: {bar.ending}"
        text = self.tr("{factor}: {decades} decades")
        return text.format(factor=bar.label, decades=numeral(bar.end - bar.start, 3))

    def sizeHint(self) -> QSize:
        """Wider than the curve."""
        return QSize(240, 230)
