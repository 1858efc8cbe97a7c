"""The arrays of a formula side by side: numbers where they are few, grey heat maps where many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.step.axes import axis_font
from gradsim.ui.step.diagram.inks import Inks
from gradsim.ui.step.grids_layout import (
    BRACKET,
    CELL_GAP,
    JOIN,
    GridsLayout,
    PlacedGrid,
    place_grids,
)
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.notation import unit_number
from gradsim.viewmodels.step.card.formula import Grid
from gradsim.viewmodels.step.diagram.tiles import tile_shades

_SCROLL_BAR = 12
"""A room wider by no more than this changes nothing: arrays that became lower in a narrower room
would else send the scroll bar away that made it narrow, and call it back, by turns."""


class GridsView(QWidget):
    """Paints a row of grids; the entry under the pointer is told in a tip."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inks = Inks.of(theme.theme)
        self._grids: tuple[Grid, ...] = ()
        self._layout = GridsLayout()
        self._images: dict[int, QImage] = {}
        self._brief = False
        self._room = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolor)

    def show_grids(self, grids: tuple[Grid, ...]) -> None:
        """Show other arrays."""
        self._grids = grids
        self._images.clear()
        self._room = self.width()
        self._place()
        self.setVisible(bool(grids))

    @property
    def placed(self) -> tuple[PlacedGrid, ...]:
        """Every array with its place."""
        return self._layout.placed

    def set_brief(self, brief: bool) -> None:
        """Leave out the shapes where every array is written in full."""
        if brief != self._brief:
            self._brief = brief
            self._place()

    def _recolor(self) -> None:
        self._inks = Inks.of(self._theme.theme)
        self._images.clear()
        self.update()

    def _place(self) -> None:
        font = axis_font(self.font())
        self._layout = place_grids(self._grids, self._room, font, brief=self._brief)
        self.setFixedHeight(round(self._layout.height))
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Labels above, numbers or tiles, shapes below."""
        del event
        painter = QPainter(self)
        theme, font = self._theme.theme, axis_font(self.font())
        height = QFontMetricsF(font).height()
        center = Qt.AlignmentFlag.AlignCenter
        for number, each in enumerate(self._layout.placed):
            painter.setFont(font)
            painter.setPen(theme.text_muted)
            over = QRectF(each.left, each.top, each.width, height)
            painter.drawText(over, center, each.grid.label)
            bottom = QRectF(each.left, each.shape_top + 1.0, each.width, height)
            painter.setPen(theme.text_disabled)
            if self._layout.says_shapes:
                painter.drawText(bottom, center, each.grid.shape)
            if each.grid.join:
                painter.setPen(theme.text_muted)
                middle = each.body.center().y()
                place = QRectF(each.left - JOIN, middle - height / 2, JOIN, height)
                painter.drawText(place, center, each.grid.join)
            if each.style == "numbers":
                self._paint_numbers(painter, each)
            else:
                painter.drawImage(each.body, self._image(number, each.grid))
                painter.setPen(QPen(theme.field_border, 1.0))
                painter.drawRect(each.body.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self._layout.legend:
            self._paint_legend(painter)
        painter.end()

    def _paint_legend(self, painter: QPainter) -> None:
        """The ramp of the heat maps: − on the left, 0 in the middle, + on the right."""
        theme, font = self._theme.theme, axis_font(self.font())
        height = QFontMetricsF(font).height()
        top = self.height() - height
        painter.setFont(font)
        painter.setPen(theme.text_muted)
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        ramp = QRectF(14.0, top + height / 2 - 4.0, 84.0, 8.0)
        gradient = QLinearGradient(ramp.topLeft(), ramp.topRight())
        for place, shade in ((0.0, 1), (0.5, 128), (1.0, 255)):
            gradient.setColorAt(place, QColor(self._inks.tile_colors[shade]))
        painter.fillRect(ramp, gradient)
        painter.drawText(QRectF(0.0, top, 14.0, height), left, "−")
        painter.drawText(QRectF(ramp.right(), top, 14.0, height), right, "+")

    def _image(self, number: int, grid: Grid) -> QImage:
        image = self._images.get(number)
        if image is None:
            shades = tile_shades(grid.values)
            rows, columns = shades.shape
            padded = -(-columns // 4) * 4
            buffer = bytearray(padded * rows)
            for row in range(rows):
                buffer[row * padded : row * padded + columns] = shades[row].tobytes()
            image = QImage(bytes(buffer), columns, rows, padded, QImage.Format.Format_Indexed8)
            image.setColorTable(list(self._inks.tile_colors))
            image = image.convertToFormat(QImage.Format.Format_RGB32)
            self._images[number] = image
        return image

    def _paint_numbers(self, painter: QPainter, each: PlacedGrid) -> None:
        theme = self._theme.theme
        rows, columns = each.grid.values.shape
        font = axis_font(self.font())
        line = QFontMetricsF(font).height()
        body = each.body
        painter.setPen(QPen(theme.text_muted, 1.0))
        for x, inward in ((body.left(), 3.0), (body.right(), -3.0)):
            painter.drawLine(QPointF(x, body.top()), QPointF(x, body.bottom()))
            for y in (body.top(), body.bottom()):
                painter.drawLine(QPointF(x, y), QPointF(x + inward, y))
        painter.setFont(font)
        painter.setPen(theme.text)
        pitch = (body.width() - 2 * BRACKET) / columns
        for row in range(rows):
            for column in range(columns):
                box = QRectF(
                    body.left() + BRACKET + column * pitch,
                    body.top() + 2 + row * line,
                    pitch,
                    line,
                )
                text = each.grid.number(row, column, each.digits)
                right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box.adjusted(0, 0, -CELL_GAP / 2, 0), right, text)

    # Events

    def event(self, event: QEvent) -> bool:
        """Tell the entry under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._told(event.pos().toPointF()), self)
            return True
        return super().event(event)

    def _told(self, point: QPointF) -> str:
        for each in self._layout.placed:
            if not each.body.contains(point):
                continue
            rows, columns = each.grid.values.shape
            row = min(int((point.y() - each.body.top()) / each.body.height() * rows), rows - 1)
            column = min(
                int((point.x() - each.body.left()) / each.body.width() * columns), columns - 1
            )
            place = f"[{unit_number(row + 1)}, {unit_number(column + 1)}]"
            return f"{each.grid.label} {place} = {each.grid.number(row, column)}"
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose numbers or tiles for the new width."""
        super().resizeEvent(event)
        if not 0 <= self.width() - self._room <= _SCROLL_BAR:
            self._room = self.width()
            self._place()

    def sizeHint(self) -> QSize:
        """As placed."""
        return QSize(200, self.height())
