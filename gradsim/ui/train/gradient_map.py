"""The heat map layer × step: numbers of layers as a grey ramp, what has no place apart from it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.plots.readout import Readout
from gradsim.ui.step.axes import axis_font, paint_instead
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.instruments.layer_scale import DECADES, LayerScale
from gradsim.ui.train.shades import indexed, ramp_image, ramp_table
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.training.instruments.step_columns import StepColumns

Floats = npt.NDArray[np.float64]
MOST_COLUMNS = 480
_SHADES = 250
_ZERO, _LOST = _SHADES + 1, _SHADES + 2
_RAMP = 12.0
_LEGEND = 64.0


class GradientMap(QWidget):
    """Paints (rows, L) numbers of a scale: steps to the right, layer 1 at the bottom.

    Arrow keys move a cursor whose layer, step and number are read out; Enter chooses the layer.
    Whoever feeds it gives it its accessible name.
    """

    layer_chosen = Signal(int)

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale: LayerScale = DECADES
        self._values: Floats = np.empty((0, 1))
        self._steps: Floats = np.empty(0)
        self._columns = StepColumns(self._steps)
        self._image: QImage | None = None
        self._ramp: QImage | None = None
        self._range = (-1.0, 0.0)
        self._cursor: tuple[int, int] | None = None
        self._moment: float | None = None
        self._readout = Readout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        theme.changed.connect(self._recolor)

    def show_values(self, values: Floats, steps: Floats, scale: LayerScale = DECADES) -> None:
        """Show numbers of a scale, (rows, L), at these steps, (rows,)."""
        self._values, self._steps, self._scale = values, steps, scale
        self._columns = StepColumns(steps)
        finite = values[np.isfinite(values)]
        if finite.size:
            self._range = scale.ends(finite)
        self._image = None
        if self._cursor is not None:
            self._read(*self._cursor)
        self.update()

    def mark(self, step: float | None) -> None:
        """Mark the moment that is looked back at."""
        if step != self._moment:
            self._moment = step
            self.update()

    def text_at(self, row: int, layer: int) -> str:
        """What is read out: layer (from 1), step and number."""
        told = self._scale.told(float(self._values[row, layer - 1]))
        return self.tr("layer {layer}, step {step}: {value}").format(
            layer=layer_number(layer), step=words.count(int(self._steps[row])), value=told
        )

    # painting --------------------------------------------------------------------------------

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(axis_font(self.font()))
        left = metrics.horizontalAdvance(str(self._values.shape[1])) + 30.0
        below = 2 * metrics.height() + 8.0
        return QRectF(
            left, 6.0, max(10.0, self.width() - left - _LEGEND), self.height() - below - 6
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, its axes and the ramp."""
        del event
        theme = self._theme.theme
        if not len(self._values):
            paint_instead(self, self.tr("Here every layer will stand, step by step."), theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.panel)
        area = self._area()
        if self._image is None:
            self._image = self._made()
        painter.drawImage(area, self._image)
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.drawRect(area)
        place = None if self._moment is None else self._columns.of_step(self._moment)
        if place is not None:
            x = area.left() + place * area.width()
            painter.setPen(QPen(theme.focus, 1.5))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        self._paint_axes(painter, area)
        self._paint_ramp(painter, area)
        if self._cursor is not None:
            cell = self._cell(area, *self._cursor)
            painter.setPen(QPen(theme.focus, 1.5))
            painter.drawRect(cell)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _made(self) -> QImage:
        """Cells through a table of colours: the ramp, then zero, then what was lost."""
        theme, (low, high) = self._theme.theme, self._range
        table = self._values[self._columns.pixels(MOST_COLUMNS)].T[::-1]
        share = (table - low) * (_SHADES / (high - low))
        shades = np.clip(np.nan_to_num(share, nan=0.0), 0, _SHADES).astype(np.uint8)
        if not np.isfinite(table).all():
            shades[np.isneginf(table)] = _ZERO
            shades[np.isnan(table) | np.isposinf(table)] = _LOST
        image = indexed(shades)
        missing = self._scale.missing_color(theme)
        image.setColorTable(
            [*ramp_table(theme, _SHADES), theme.warning_background.rgb(), missing.rgb()]
        )
        return image

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        theme, font = self._theme.theme, axis_font(self.font())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.text_muted)
        layers = self._values.shape[1]
        room = max(1, int(area.height() / (metrics.height() * 1.3)))
        stride = max(1, -(-layers // room))
        shown = sorted({1, layers, *range(stride, layers, stride)})
        last = -1e9
        for layer in shown:
            y = area.bottom() - (layer - 0.5) / layers * area.height()
            crowds = (
                layers > 1
                and layer not in (1, layers)
                and (
                    area.bottom() - 0.5 / layers * area.height() - y < metrics.height()
                    or y - area.top() < metrics.height()
                )
            )
            if not crowds and (last == -1e9 or last - y >= metrics.height() * 0.9):
                box = QRectF(0, y - metrics.height() / 2, area.left() - 5, metrics.height())
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box, right, str(layer_number(layer)))
                last = y
        first, final = int(self._steps[0]), int(self._steps[-1])
        base = area.bottom() + metrics.ascent() + 3
        painter.drawText(QPointF(area.left(), base), words.count(first))
        text = words.count(final)
        painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(text), base), text)
        title = QRectF(area.left(), base + 2, area.width(), metrics.height())
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self.tr("step"))
        painter.save()
        painter.translate(metrics.ascent(), area.center().y())
        painter.rotate(-90)
        box = QRectF(-area.height() / 2, -metrics.ascent(), area.height(), metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tr("layer"))
        painter.restore()

    def _paint_ramp(self, painter: QPainter, area: QRectF) -> None:
        theme, (low, high) = self._theme.theme, self._range
        metrics = QFontMetricsF(axis_font(self.font()))
        left = area.right() + 10
        zero, lost = np.isneginf(self._values).any(), not np.isfinite(self._values).all()
        below = metrics.height() if zero or lost else 0.0
        height = area.height() - below - 6
        tall = max(1, int(height))
        if self._ramp is None or self._ramp.height() != tall:
            self._ramp = ramp_image(theme, tall)
        painter.drawImage(QRectF(left, area.top(), _RAMP, tall), self._ramp)
        painter.setPen(theme.text_muted)
        for share, value in ((1.0, high), (0.0, low)):
            y = area.top() + (1 - share) * height
            text = self._scale.ramp_label(value)
            shift = metrics.ascent() if share else 0.0
            painter.drawText(QPointF(left + _RAMP + 4, y + shift), text)
        if below:
            named = self.tr("0") if zero else self._scale.missing_label()
            missing = self._scale.missing_color(theme)
            color = theme.warning_background if zero else missing
            box = QRectF(left, area.bottom() - metrics.height() + 2, _RAMP, metrics.height() - 4)
            painter.fillRect(box, color)
            painter.drawRect(box)
            painter.drawText(QPointF(left + _RAMP + 4, area.bottom() - 3), named)

    def _cell(self, area: QRectF, row: int, layer: int) -> QRectF:
        layers = self._values.shape[1]
        left, right = (area.left() + each * area.width() for each in self._columns.ends(row))
        height = area.height() / layers
        return QRectF(left, area.bottom() - layer * height, max(right - left, 2), max(height, 2))

    # cursor ----------------------------------------------------------------------------------

    def _read(self, row: int, layer: int) -> None:
        rows, layers = self._values.shape
        if not rows:
            self._cursor = None
            self._readout.hide()
            return
        self._cursor = min(max(row, 0), rows - 1), min(max(layer, 1), layers)
        text = self.text_at(*self._cursor)
        self._readout.recolor(self._theme.theme)
        self._readout.show_at(self._cell(self._area(), *self._cursor).center().toPoint(), text)
        self.setAccessibleDescription(text)
        self.update()

    def _at(self, position: QPointF) -> tuple[int, int] | None:
        area, (rows, layers) = self._area(), self._values.shape
        if not rows or not area.contains(position):
            return None
        row = self._columns.row_at((position.x() - area.left()) / area.width())
        layer = int((area.bottom() - position.y()) / area.height() * layers) + 1
        return row, min(layer, layers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering reads a cell."""
        place = self._at(event.position())
        if place is None:
            self._leave()
        else:
            self._read(*place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the layer."""
        place = self._at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.layer_chosen.emit(place[1])

    def leaveEvent(self, event: QEvent) -> None:
        """The readout goes with the pointer."""
        super().leaveEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the cursor, Enter chooses its layer, Escape puts it away."""
        moves = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1),
            Qt.Key.Key_Home: (-len(self._values), 0), Qt.Key.Key_End: (len(self._values), 0),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in moves and len(self._values):
            row, layer = self._cursor or (len(self._values) - 1, self._values.shape[1])
            fresh = self._cursor is None and key != Qt.Key.Key_Home
            across, up = (0, 0) if fresh else moves[key]
            self._read(row + across, layer + up)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self.layer_chosen.emit(self._cursor[1])
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._cursor = None
        self._readout.hide()
        self.update()

    def _recolor(self) -> None:
        self._image = self._ramp = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 170)
