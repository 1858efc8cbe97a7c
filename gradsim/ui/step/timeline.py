"""The timeline: one mark a step on a slim line, to see where the walk stands and to scrub it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from gradsim.ui.step.keys import StepKeys
from gradsim.ui.step.ribbon import tick_layers
from gradsim.ui.workbench import Workbench
from gradsim.viewmodels import words
from gradsim.viewmodels.step.timeline import Mark, Timeline, place_text, timeline
from gradsim.viewmodels.step.walk.steps import Family

TIMELINE = 14
"""Its height."""
_EDGE = 5.0
_MARK = 6.6
_ROOM_FOR_SHAPES = 9.0
_ROOM_FOR_GAPS = 4.0


class TimelineView(QSlider):
    """A slider over the positions of the walk.

    A click jumps, a drag scrubs (both are navigation, never undo steps), the keys are those that
    walk. Moves of the mouse are gathered: the stepper follows once in a turn of the event loop.
    """

    def __init__(self, workbench: Workbench, keys: StepKeys, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._stepper = workbench.stepper
        self._theme = workbench.theme
        self._shown = Timeline(0)
        self._wanted: int | None = None
        self._scrubbing = False
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(TIMELINE)
        self.setMinimumWidth(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        keys.watch(self)
        self._turn.timeout.connect(self._go)
        self.valueChanged.connect(self._take_value)
        self._stepper.steps_changed.connect(self._follow_steps)
        self._stepper.position_changed.connect(self._follow_position)
        self._theme.changed.connect(self.update)
        self._follow_steps()

    @property
    def shown(self) -> Timeline:
        """What it paints."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(320, TIMELINE)

    def x_of(self, position: float) -> float:
        """The middle of a position's slot."""
        return _EDGE + self._shown.share_of(position) * self._length

    def position_at(self, x: float) -> int:
        """The position under a point of the line."""
        return self._shown.position_at((x - _EDGE) / self._length)

    @property
    def _length(self) -> float:
        return max(self.width() - 2 * _EDGE, 1.0)

    @property
    def _pitch(self) -> float:
        return self._length / (self._shown.count + 1)

    # Following and leading the walk

    def _follow_steps(self) -> None:
        self._wanted = None
        self._shown = timeline(self._stepper.walk)
        self.setEnabled(self._shown.count > 0)
        with QSignalBlocker(self):
            self.setRange(0, self._shown.count)
        self._follow_position()

    def _follow_position(self) -> None:
        with QSignalBlocker(self):
            self.setValue(self._stepper.position)
        self._retranslate()
        self.update()

    def _take_value(self, value: int) -> None:
        """A value set from outside, as assistive technology does."""
        self._stepper.jump(value)

    def _want(self, x: float) -> None:
        self._wanted = self.position_at(x)
        if not self._turn.isActive():
            self._turn.start()

    def _go(self) -> None:
        self._turn.stop()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._stepper.jump(wanted)

    def _retranslate(self) -> None:
        place = words.text(place_text(self._stepper.walk, self._stepper.position))
        self.setAccessibleName(self.tr("Timeline"))
        self.setAccessibleDescription(place if self._shown.count else "")

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if self._shown.count:
            self._paint_line(painter, middle)
            if self._shown.compressed:
                self._paint_layers(painter, middle)
            else:
                self._paint_marks(painter, middle)
            self._paint_cursor(painter)
        else:
            painter.setPen(QPen(theme.grid, 2.0))
            painter.drawLine(QPointF(_EDGE, middle), QPointF(self.width() - _EDGE, middle))
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _paint_line(self, painter: QPainter, middle: float) -> None:
        """A line through the steps of each layer, broken between two layers where there is room."""
        painter.setPen(QPen(self._theme.theme.field_border, 1.5))
        start = self.x_of(0)
        painter.drawLine(QPointF(start, middle - 3), QPointF(start, middle + 3))
        half = self._pitch * 0.5
        gap = 2.0 if self._pitch >= _ROOM_FOR_GAPS else 0.0
        if self._shown.compressed:
            painter.drawLine(
                QPointF(self.x_of(0), middle), QPointF(self.x_of(self._shown.count), middle)
            )
            return
        first, pitch = self.x_of(0), self._pitch
        lines = [
            QLineF(
                first + pitch * run.first - half + gap,
                middle,
                first + pitch * run.last + half - gap,
                middle,
            )
            for run in self._shown.runs
        ]
        painter.drawLines(lines)

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        """Each step: where they would touch, a bar, else a shape. Steps to come are grey.

        As bars: the cost from top to bottom, activations in the upper part, what is linear in the
        lower one; side branches are shorter.
        """
        first, pitch, position = self.x_of(0), self._pitch, self._stepper.position
        inks = self._inks()
        to_come = self._theme.theme.field_border
        painter.setPen(Qt.PenStyle.NoPen)
        wide = max(pitch - 1.0, 1.0)
        spans = {
            Family.COST: (middle - 5, 10.0),
            Family.ACTIVATION: (middle - 5, 6.0),
            Family.LINEAR: (middle - 1, 6.0),
            Family.REMEDY: (middle - 3, 6.0),
        }
        for mark in self._shown.marks:
            assert mark.family is not None
            x = first + pitch * mark.first
            ink = to_come if mark.first > position else inks[mark.family]
            if pitch < _ROOM_FOR_SHAPES:
                top, tall = spans[mark.family]
                tall -= 2.5 if mark.side_branch else 0.0
                painter.fillRect(QRectF(x - wide / 2, top, wide, tall), ink)
            else:
                painter.setBrush(ink)
                self._paint_shape(painter, mark, x, middle)

    def _paint_shape(self, painter: QPainter, mark: Mark, x: float, middle: float) -> None:
        """A diamond for the cost, a disc for an activation, a bar for what is linear, a triangle
        for a remedy; smaller for a side branch."""
        size = _MARK * (0.55 if mark.side_branch else 1.0)
        if mark.family in (Family.COST, Family.REMEDY):
            half = size / 2 + 0.8
            corners = [(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)]
            if mark.family == Family.REMEDY:
                corners = [(0.0, -half), (half, half), (-half, half)]
            painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in corners]))
        elif mark.family == Family.ACTIVATION:
            painter.drawEllipse(QPointF(x, middle), size / 2, size / 2)
        else:
            painter.drawRect(QRectF(x - size * 0.3, middle - size / 2, size * 0.6, size))

    def _inks(self) -> dict[Family, QColor]:
        """The colours of what is done."""
        theme = self._theme.theme
        return {
            Family.COST: theme.cost,
            Family.ACTIVATION: theme.activation,
            Family.LINEAR: theme.linear,
            Family.REMEDY: theme.remedy,
        }

    def _paint_layers(self, painter: QPainter, middle: float) -> None:
        """Of very many steps the layers: what is done as a bold line, ticks at round layers."""
        theme = self._theme.theme
        painter.setPen(QPen(theme.text_muted, 4.0))
        here = self.x_of(self._stepper.position)
        painter.drawLine(QPointF(self.x_of(0), middle), QPointF(here, middle))
        painter.setPen(QPen(theme.text_muted, 1.0))
        runs = self._shown.runs
        dense = self._length / len(runs) < _ROOM_FOR_GAPS
        wanted = set(tick_layers(max(run.layer for run in runs))) if dense else None
        for run in runs:
            if wanted is None or run.layer in wanted:
                x = self.x_of(run.first)
                painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))

    def _paint_cursor(self, painter: QPainter) -> None:
        """A frame round the step revealed last, or round the free slot of the start."""
        theme = self._theme.theme
        x = self.x_of(self._stepper.position)
        wide = min(max(self._pitch - 2.0, 4.0), 13.0)
        painter.setPen(QPen(theme.accent, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x - wide / 2, 1.0, wide, self.height() - 2.0), 3, 3)

    # Qt's events

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._shown.count:
                here = place_text(self._stepper.walk, self.position_at(event.pos().x()))
                QToolTip.showText(event.globalPos(), words.text(here), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._stepper.pause()
        self._scrubbing = True
        self._want(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._scrubbing:
            self._want(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._scrubbing:
            self._scrubbing = False
            self._go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what lies around it; it moves nothing here."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
