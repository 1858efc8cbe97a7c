"""The running product, factor by factor, as a waterfall of log₁₀ |product|."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.step.axes import Frame, axis_font, left_room, left_ticks, paint_left_axis
from gradsim.ui.step.titled_panel import TitledPanel
from gradsim.ui.theme import ThemeController
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.steps import Family
from gradsim.viewmodels.step.walk import Lens
from gradsim.viewmodels.step.waterfall import Bar, Waterfall, waterfall

_LABEL_PITCH = 29.0
_STUB = 3.0


class WaterfallCanvas(QWidget):
    """Paints a Waterfall; clicking a bar asks to go there."""

    bar_chosen = Signal(int)
    capacity_changed = Signal()

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Waterfall | None = None
        self._axis_title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(140, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    @property
    def capacity(self) -> int:
        """How many bars have room for a label each."""
        return max(7, int((self.width() - 60.0) / _LABEL_PITCH))

    def show_waterfall(self, shown: Waterfall | None, axis_title: str) -> None:
        """Show another state."""
        self._shown, self._axis_title = shown, axis_title
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
            return
        painter = QPainter(self)
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
            self._paint_label(painter, frame, bar, center, pitch)
        base = round(frame.area.bottom()) + 0.5
        painter.setPen(QPen(theme.text_muted, 1.0))
        painter.drawLine(QPointF(frame.area.left(), base), QPointF(frame.area.right(), base))
        if self.hasFocus():
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
            painter.fillRect(box, QBrush(theme.panel_border, Qt.BrushStyle.BDiagPattern))
            return box
        color = self._color(bar.family)
        area = frame.area
        start = min(max(frame.y(bar.start), area.top()), area.bottom())
        falls = bool(bar.ending) and bar.ending != "∞"
        ends = math.isfinite(bar.end)
        raw_end = frame.y(bar.end) if ends else (area.bottom() if falls else area.top())
        end = min(max(raw_end, area.top()), area.bottom())
        box = QRectF(left, min(start, end), width, max(abs(end - start), 2.0))
        if bar.fold:
            painter.fillRect(box, QBrush(color, Qt.BrushStyle.Dense5Pattern))
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
        return box

    def _paint_label(
        self, painter: QPainter, frame: Frame, bar: Bar, center: float, pitch: float
    ) -> None:
        theme = self._theme.theme
        font = axis_font(self.font())
        if bar.state == "current":
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        revealed = bar.state in ("done", "current")
        painter.setPen(theme.text if bar.state == "current" else (
            theme.text_muted if revealed else theme.text_disabled
        ))  # fmt: skip
        height = QFontMetricsF(font).height()
        box = QRectF(center - pitch, frame.area.bottom() + 3.0, 2 * pitch, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.label)

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
            QToolTip.showText(event.globalPos(), self._told(bar) if bar else "", self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _told(self, bar: Bar) -> str:
        if bar.state == "future":
            return self.tr("{factor}: not multiplied in yet").format(factor=bar.label)
        if not math.isfinite(bar.start):
            return self.tr("{factor}: the product is 0 already").format(factor=bar.label)
        if bar.ending:
            return f"{bar.label}: {bar.ending}"
        text = self.tr("{factor}: {decades} decades")
        return text.format(factor=bar.label, decades=numeral(bar.end - bar.start, 3))

    def sizeHint(self) -> QSize:
        """Wider than the curve."""
        return QSize(240, 230)


class WaterfallPanel(TitledPanel):
    """The card around the waterfall; its title is the running product itself."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self.canvas = WaterfallCanvas(workbench.theme)
        self.body.addWidget(self.canvas)
        self.setMinimumWidth(170)
        self._capacity = 0
        self._stepper.position_changed.connect(self.refresh)
        self._stepper.steps_changed.connect(self.refresh)
        self.canvas.capacity_changed.connect(self._follow_capacity)
        self.canvas.bar_chosen.connect(self._go)
        self.refresh()

    def refresh(self) -> None:
        """Show the product up to the current step."""
        stepper = self._stepper
        self._capacity = self.canvas.capacity
        shown = None
        if stepper.result is not None and stepper.steps:
            shown = waterfall(stepper.walk, stepper.result, stepper.position, self._capacity)
        self.canvas.show_waterfall(shown, self._axis_title())
        title = self._title(shown)
        self.set_title(title, self._short_title(shown))
        self.canvas.setAccessibleName(title)
        self.canvas.setAccessibleDescription(self._description(shown))

    def _axis_title(self) -> str:
        lens = self._stepper.lens
        if lens == Lens.LAYER:
            return self.tr("log₁₀ ‖gradient‖")
        if lens == Lens.FORWARD:
            return self.tr("log₁₀ RMS")
        return self.tr("log₁₀ |product|")

    def _title(self, shown: Waterfall | None) -> str:
        stepper = self._stepper
        step = stepper.current
        if shown is None or shown.product is None or step is None:
            return (
                self.tr("Size of the signal")
                if stepper.lens == Lens.FORWARD
                else (self.tr("Running product"))
            )
        value = numeral(shown.product)
        if stepper.lens == Lens.PARAMETER:
            return self.tr("Running product = {value}").format(value=value)
        below = step.denominator
        if below is None:
            return f"{step.symbol}: {value}"
        single = stepper.result is not None and stepper.result.factors[
            stepper.position - 1
        ].product.size == 1  # fmt: skip
        name = f"∂C/∂{below.text}"
        return f"{name} = {value}" if single else f"‖{name}‖ = {value}"

    def _short_title(self, shown: Waterfall | None) -> str:
        if shown is None or shown.product is None:
            return ""
        return self.tr("Product = {value}").format(value=numeral(shown.product))

    def _description(self, shown: Waterfall | None) -> str:
        if shown is None:
            return ""
        told = [self.canvas._told(bar) for bar in shown.bars if bar.state != "future"]
        return "; ".join(told)

    def _go(self, index: int) -> None:
        self._stepper.jump(index + 1)

    def _follow_capacity(self) -> None:
        if self.canvas.capacity != self._capacity:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
