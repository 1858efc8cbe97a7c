"""How one layer's numbers were spread over the steps: a column a reading, dark where many lie."""

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

from gradsim.engine.instruments import BINS
from gradsim.ui.plots.readout import Readout
from gradsim.ui.step.axes import axis_font, paint_instead
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.instruments.density_words import place_text, strip_name, value_ticks
from gradsim.ui.train.shades import toned
from gradsim.viewmodels import words
from gradsim.viewmodels.training.instruments.densities import Densities
from gradsim.viewmodels.training.instruments.step_columns import StepColumns

MOST_COLUMNS = 400
_HEIGHTS = 160
_STRIP = 12.0
_GAP = 4.0
_AIR = 0.03


class DensityMap(QWidget):
    """Paints Densities: steps to the right, values up, what has no value in strips below.

    Arrow keys move a cursor over the readings and their bins, and what lies there is read out;
    Enter, or a click, chooses the step.
    """

    step_chosen = Signal(int)

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Densities | None = None
        self._columns = StepColumns(np.empty(0))
        self._instead = ""
        self._range = (0.0, 1.0)
        self._image: QImage | None = None
        self._cursor: tuple[int, int] | None = None
        self._moment: float | None = None
        self._readout = Readout(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(96)
        theme.changed.connect(self._recolor)

    @property
    def shown(self) -> Densities | None:
        """What is drawn."""
        return self._shown

    def show_densities(self, shown: Densities | None, instead: str = "") -> None:
        """Draw these, or say why there are none."""
        self._shown, self._instead, self._image = shown, instead, None
        if shown is not None:
            self._columns = StepColumns(shown.steps)
            low, high = shown.ends
            air = _AIR * (high - low)
            self._range = low - air, high + air
        if self._cursor is not None:
            self._read(*self._cursor)
        self.update()

    def mark(self, step: float | None) -> None:
        """Mark the moment that is looked back at."""
        if step != self._moment:
            self._moment = step
            self.update()

    # painting --------------------------------------------------------------------------------

    def _strips(self) -> tuple[int, ...]:
        """The strips there are, from the top: −1 for zeros, −2 for what was lost."""
        shown = self._shown
        if shown is None:
            return ()
        kinds = ((-1, shown.zeros), (-2, shown.lost))
        return tuple(place for place, counts in kinds if counts.any())

    def _area(self) -> QRectF:
        metrics = QFontMetricsF(axis_font(self.font()))
        labels = [text for _, text in self._ticks(100.0)]
        labels += [strip_name(each) for each in self._strips()]
        widest = max((metrics.horizontalAdvance(each) for each in labels), default=0.0)
        below = 2 * metrics.height() + 8.0 + (_STRIP + _GAP) * len(self._strips())
        height = max(10.0, self.height() - below - 6.0)
        return QRectF(widest + 12.0, 6.0, max(10.0, self.width() - widest - 20.0), height)

    def _ticks(self, height: float) -> tuple[tuple[float, str], ...]:
        log = self._shown is not None and self._shown.log
        return value_ticks(*self._range, height, log=log)

    def _strip(self, area: QRectF, place: int) -> QRectF:
        top = area.bottom() + _GAP + self._strips().index(place) * (_STRIP + _GAP)
        return QRectF(area.left(), top, area.width(), _STRIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, the strips, axes and the cursor."""
        del event
        theme, shown = self._theme.theme, self._shown
        if shown is None:
            paint_instead(self, self._instead, theme)
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.panel)
        area = self._area()
        if self._image is None:
            self._image = toned(
                self._theme.theme, self._across(shown.shades(_HEIGHTS, *self._range)[::-1])
            )
        painter.drawImage(area, self._image)
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.drawRect(area)
        for place in self._strips():
            counts = shown.zeros if place == -1 else shown.lost
            strip = self._strip(area, place)
            share = counts / np.maximum(shown.entries, 1.0)
            ground = theme.warning_background if place == -1 else theme.danger_background
            painter.fillRect(strip, ground)
            painter.setOpacity(0.85)
            painter.drawImage(
                strip, toned(self._theme.theme, self._across(np.sqrt(share)[None]), clear=True)
            )
            painter.setOpacity(1.0)
            painter.drawRect(strip)
        self._paint_axes(painter, area)
        back = None if self._moment is None else self._columns.of_step(self._moment)
        if back is not None:
            x = area.left() + back * area.width()
            painter.setPen(QPen(theme.focus, 1.5))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        if self._cursor is not None:
            painter.setPen(QPen(theme.focus, 1.5))
            painter.drawRect(self._cell(area, *self._cursor))
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _across(self, shares: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """Columns of rows, (heights, rows), as pixels of equal numbers of steps."""
        return shares[:, self._columns.pixels(MOST_COLUMNS)]

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        theme, font, shown = self._theme.theme, axis_font(self.font()), self._shown
        assert shown is not None
        metrics = QFontMetricsF(font)
        low, high = self._range
        painter.setFont(font)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.text_muted)
        for value, text in self._ticks(area.height()):
            y = area.bottom() - (value - low) / (high - low) * area.height()
            painter.drawLine(QPointF(area.left() - 4, y), QPointF(area.left(), y))
            box = QRectF(0, y - metrics.height() / 2, area.left() - 6, metrics.height())
            painter.drawText(box, right, text)
        base = area.bottom()
        for place in self._strips():
            strip = self._strip(area, place)
            box = QRectF(0, strip.center().y() - metrics.height() / 2, strip.left() - 6,
                         metrics.height())  # fmt: skip
            painter.drawText(box, right, strip_name(place))
            base = strip.bottom()
        base += metrics.ascent() + 3
        painter.drawText(QPointF(area.left(), base), words.count(int(shown.steps[0])))
        text = words.count(int(shown.steps[-1]))
        painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(text), base), text)
        title = QRectF(area.left(), base + 2, area.width(), metrics.height())
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, self.tr("step"))

    def _cell(self, area: QRectF, row: int, place: int) -> QRectF:
        shown, (low, high) = self._shown, self._range
        assert shown is not None
        left, end = (area.left() + each * area.width() for each in self._columns.ends(row))
        width = end - left
        if place < 0:
            strip = self._strip(area, place)
            return QRectF(left, strip.top(), max(width, 2), strip.height())
        ends = shown.bin_ends(row, place)
        if not np.isfinite(ends).all():
            return QRectF(left, area.top(), max(width, 2), area.height())
        bottom, top = (area.bottom() - (each - low) / (high - low) * area.height() for each in ends)
        return QRectF(left, top, max(width, 2), max(bottom - top, 2))

    # cursor ----------------------------------------------------------------------------------

    def _places(self) -> list[int]:
        """What the cursor can stand on in a column, from the bottom up."""
        return [*reversed(self._strips()), *range(BINS)]

    def _read(self, row: int, place: int) -> None:
        shown = self._shown
        if shown is None:
            self._leave()
            return
        places = self._places()
        place = place if place in places else places[0]
        self._cursor = min(max(row, 0), shown.rows - 1), place
        text = place_text(shown, *self._cursor)
        self._readout.recolor(self._theme.theme)
        self._readout.show_at(self._cell(self._area(), *self._cursor).center().toPoint(), text)
        self.setAccessibleDescription(text)
        self.update()

    def _at(self, position: QPointF) -> tuple[int, int] | None:
        shown, area = self._shown, self._area()
        if shown is None or not area.left() <= position.x() <= area.right():
            return None
        row = self._columns.row_at((position.x() - area.left()) / area.width())
        for place in self._strips():
            if self._strip(area, place).contains(position):
                return row, place
        if not area.contains(position):
            return None
        low, high = self._range
        value = low + (area.bottom() - position.y()) / area.height() * (high - low)
        first, last = shown.bin_ends(row, 0)[0], shown.bin_ends(row, BINS - 1)[1]
        if not first < last:
            return row, 0
        return row, min(max(int((value - first) / (last - first) * BINS), 0), BINS - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering reads what lies there."""
        place = self._at(event.position())
        if place is None:
            self._leave()
        else:
            self._read(*place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses the step."""
        place = self._at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(place[0])

    def leaveEvent(self, event: QEvent) -> None:
        """The readout goes with the pointer."""
        super().leaveEvent(event)
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, Home and End to the ends, Enter chooses, Escape leaves."""
        key, shown, places = Qt.Key(event.key()), self._shown, self._places()
        moves = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Home: (-10**9, 0), Qt.Key.Key_End: (10**9, 0),
        }  # fmt: skip
        if key in moves and shown is not None:
            if self._cursor is None:
                fullest = int(np.argmax(shown.counts[-1]))
                self._read(0 if key == Qt.Key.Key_Home else shown.rows - 1, fullest)
                return
            across, up = moves[key]
            index = places.index(self._cursor[1]) + up
            self._read(self._cursor[0] + across, places[min(max(index, 0), len(places) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cursor is not None:
            self._choose(self._cursor[0])
        elif key == Qt.Key.Key_Escape and self._cursor is not None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if self._shown is not None:
            self.step_chosen.emit(int(self._shown.steps[row]))

    def _leave(self) -> None:
        self._cursor = None
        self._readout.hide()
        self.update()

    def _recolor(self) -> None:
        self._image = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(400, 170)
