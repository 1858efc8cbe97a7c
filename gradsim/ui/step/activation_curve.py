"""The activation curve: f with its tangent at z, f′ dashed below; any other factor as a slope."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from pyqtgraph import arrayToQPath
from pyqtgraph.functions import arrayToQPolygonF
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.plots.export.canvas_subject import IN_PICTURE, CanvasSubject
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.step.axes import (
    Frame,
    axis_font,
    bottom_room,
    left_room,
    left_ticks,
    paint_bottom_axis,
    paint_instead,
    paint_left_axis,
)
from gradsim.ui.step.titled_panel import TitledPanel
from gradsim.ui.theme import ThemeController
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.configuration import configuration_of
from gradsim.viewmodels.gradients.tables import Table
from gradsim.viewmodels.step.curve.curve import curve
from gradsim.viewmodels.step.curve.shape import Array, Curve
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.steps import Family
from gradsim.viewmodels.step.walk.walk import Lens


class CurveCanvas(QWidget):
    """Paints one Curve."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._curve: Curve | None = None
        self._instead = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(100, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def show_curve(self, shown: Curve | None, instead: str = "") -> None:
        """Show another curve; `instead` is what to say where there is none, or no way to draw."""
        self._curve, self._instead = shown, instead
        self.update()

    @property
    def curve(self) -> Curve | None:
        """What is shown."""
        return self._curve

    @property
    def instead(self) -> str:
        """What is said where nothing can be drawn."""
        return self._instead

    def _frame(self, shown: Curve) -> tuple[Frame, tuple[float, ...]]:
        font = axis_font(self.font())
        low, high = shown.heights or (0.0, 1.0)
        if high - low < 1e-12 * max(abs(high), 1e-300) or high == low:
            low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
        margin = 0.08 * (high - low)
        low, high = low - margin, high + margin
        height = self.height() - bottom_room(font, title=True) - 6.0
        ticks = left_ticks(low, high, height)
        left = left_room(font, ticks, title=False)
        area = QRectF(left, 6.0, self.width() - left - 6.0, height)
        return Frame(area, float(shown.x[0]), float(shown.x[-1]), low, high), ticks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, slope, curve, tangent, point."""
        del event
        shown = self._curve
        if shown is None or not shown.drawable:
            paint_instead(self, self._instead, self._theme.theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, font = self._theme.theme, axis_font(self.font())
        frame, ticks = self._frame(shown)
        paint_left_axis(painter, frame, ticks, theme.text_muted, theme.grid, font)
        paint_bottom_axis(painter, frame, theme.text_muted, font, shown.x_label)
        color = {
            Family.COST: theme.cost,
            Family.ACTIVATION: theme.activation,
            Family.LINEAR: theme.linear,
            Family.REMEDY: theme.remedy,
        }[shown.family]
        painter.save()
        painter.setClipRect(frame.area.adjusted(-1, -4, 6, 4))
        if shown.slopes.size:
            pen = QPen(color, 1.8, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4.0, 2.5])
            painter.setPen(pen)
            _draw(painter, frame, shown.x, shown.slopes)
        painter.setPen(QPen(color, 2.6))
        _draw(painter, frame, shown.x, shown.y)
        if shown.marks_x.size:
            size = 6.8 if shown.marks_x.size <= 24 else 4.8
            painter.setPen(QPen(theme.text, size, c=Qt.PenCapStyle.RoundCap))
            painter.drawPoints(arrayToQPolygonF(*_placed(frame, shown.marks_x, shown.marks_y)))
        if shown.point is not None:
            self._paint_tangent(painter, frame, shown, shown.point)
            painter.setPen(QPen(theme.panel, 1.5))
            painter.setBrush(color)
            painter.drawEllipse(frame.point(*shown.point), 5.5, 5.5)
        painter.restore()
        if self.hasFocus() and not self.property(IN_PICTURE):
            painter.setPen(QPen(theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_tangent(
        self, painter: QPainter, frame: Frame, shown: Curve, point: tuple[float, float]
    ) -> None:
        """A straight stroke of fixed length on the screen through the point."""
        if not math.isfinite(shown.slope) or shown.family is Family.LINEAR:
            return
        rise = shown.slope * frame.area.height() / (frame.y_high - frame.y_low)
        run = frame.area.width() / (frame.x_high - frame.x_low)
        length = math.hypot(run, rise)
        half = 0.36 * min(frame.area.width(), frame.area.height() * 1.6)
        along = QPointF(half * run / length, -half * rise / length)
        middle = frame.point(*point)
        painter.setPen(QPen(self._theme.theme.text, 1.8))
        painter.drawLine(middle - along, middle + along)

    def focusInEvent(self, event: QEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def sizeHint(self) -> QSize:
        """A little higher than wide."""
        return QSize(190, 230)


def _placed(frame: Frame, x: Array, y: Array) -> tuple[Array, Array]:
    """Pixels from the left and from the top."""
    across = (x - frame.x_low) / (frame.x_high - frame.x_low) * frame.area.width()
    up = (y - frame.y_low) / (frame.y_high - frame.y_low) * frame.area.height()
    return frame.area.left() + across, frame.area.bottom() - up


def _draw(painter: QPainter, frame: Frame, x: Array, y: Array) -> None:
    """The curve in one stroke, broken where it is not finite."""
    across, up = _placed(frame, x, y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if np.isfinite(up).all():
        # Twice as fast as the same stroke along a path.
        painter.drawPolyline(arrayToQPolygonF(across, up))
    else:
        painter.drawPath(arrayToQPath(across, up, connect="finite"))


class ActivationCurve(TitledPanel):
    """The card around the curve; its title tells function and place."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper = workbench.stepper
        self.canvas = CurveCanvas(workbench.theme)
        self.body.addWidget(self.canvas)
        self.exported = CanvasSubject(self.canvas, workbench.theme, "activation-curve")
        self.exported.caption = self._caption
        self.exported.configuration = self._configuration
        self.exported.table = self._table
        self.setMinimumWidth(136)
        self._same: object = None
        self._stepper.position_changed.connect(self._follow_position)
        self._stepper.steps_changed.connect(self.refresh)
        self._stepper.guard_changed.connect(self.refresh)
        self.refresh()

    def _follow_position(self) -> None:
        """Nothing to do where the factors of one whole layer follow each other."""
        if self._same is None or self._same != self._layer_shown():
            self.refresh()

    def _layer_shown(self) -> tuple[int, bool] | None:
        """In the layer lens what the curve depends on beside the walk; None elsewhere."""
        step = self._stepper.current
        if step is None or self._stepper.lens is not Lens.LAYER:
            return None
        return step.layer, step.family is Family.COST

    def refresh(self) -> None:
        """Show the curve of the current step."""
        stepper = self._stepper
        self._same = self._layer_shown()
        shown = None
        if stepper.result is not None:
            shown = curve(stepper.walk, stepper.result, stepper.position, guarded=stepper.guarded)
        instead = stepper.walk.instead
        told = "" if shown is not None or instead is None else words.text(instead)
        if shown is not None and not shown.drawable:
            told = self._too_large()
        self.canvas.show_curve(shown, told)
        title = self.tr("Activation") if shown is None else words.text(shown.title)
        self.set_title(title, "" if shown is None else shown.short_title)
        self.canvas.setAccessibleName(title)
        self.canvas.setAccessibleDescription(self._description(shown))

    def _caption(self) -> Sequence[CaptionLine]:
        told = self._description(self.canvas.curve)
        return ((None, f"{self.canvas.accessibleName()}. {told}".rstrip(". ")),)

    def _configuration(self) -> Sequence[str]:
        return configuration_of(self._stepper.result)

    def _table(self) -> Table:
        from gradsim.viewmodels.step.picture_tables import curve_table

        shown = self.canvas.curve
        return Table((), ()) if shown is None else curve_table(shown)

    def _description(self, shown: Curve | None) -> str:
        if shown is not None and not shown.drawable:
            return self._too_large()
        if shown is None or shown.point is None:
            return ""
        text = self.tr("At {x} the height is {y} and the slope {slope}.")
        x, y = shown.point
        return text.format(x=numeral(x), y=numeral(y), slope=numeral(shown.slope))

    def _too_large(self) -> str:
        return self.tr("The numbers here are too large for a plot.")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
