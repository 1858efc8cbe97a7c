"""The matrix of a factor as a heat map, with a cursor that names the entry under it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.diagram.inks import Inks
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.diagram.tiles import tile_shades
from gradsim.viewmodels.step.ladder.matrices import FactorMatrix

_SIDE = 84.0
_LARGEST_CELL = 22.0
_LEAST = 5.0
_LEAST_FRAME = 5.0


class EntryMap(QWidget):
    """One image for all entries; the path's entry is framed, the cursor moves by mouse or keys."""

    entry_changed = Signal()

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._inks = Inks.of(theme.theme)
        self._matrix: FactorMatrix | None = None
        self._image: QImage | None = None
        self._at = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedSize(round(_SIDE) + 6, round(_SIDE) + 6)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._recolor)

    @property
    def entry(self) -> tuple[int, int]:
        """Row and column, from 0, of the entry that is told."""
        return self._at

    def show_matrix(self, matrix: FactorMatrix | None) -> None:
        """Show another matrix, its cursor on the path's entry."""
        self._matrix, self._image = matrix, None
        self._at = (0, 0) if matrix is None else matrix.framed
        self.update()
        self.entry_changed.emit()

    def cell_box(self, row: int, column: int) -> QRectF:
        """Where an entry is painted."""
        assert self._matrix is not None
        body = self._body()
        width, height = body.width() / self._matrix.columns, body.height() / self._matrix.rows
        return QRectF(body.left() + column * width, body.top() + row * height, width, height)

    def _body(self) -> QRectF:
        assert self._matrix is not None
        rows, columns = self._matrix.rows, self._matrix.columns
        cell = min(_SIDE / max(rows, columns), _LARGEST_CELL)
        width, height = max(columns * cell, _LEAST), max(rows * cell, _LEAST)
        left, top = (self.width() - width) / 2, (self.height() - height) / 2
        return QRectF(round(left), round(top), width, height)

    def _recolor(self) -> None:
        self._inks, self._image = Inks.of(self._theme.theme), None
        self.update()

    def _picture(self, matrix: FactorMatrix) -> QImage:
        if self._image is None:
            shades = tile_shades(matrix.grid.values)
            rows, columns = shades.shape
            padded = np.zeros((rows, -(-columns // 4) * 4), np.uint8)
            padded[:, :columns] = shades
            image = QImage(
                padded.tobytes(), columns, rows, padded.shape[1], QImage.Format.Format_Indexed8
            )
            image.setColorTable(list(self._inks.tile_colors))
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        """The image, the path's frame in its family colour, the cursor."""
        del event
        matrix = self._matrix
        if matrix is None:
            return
        theme = self._theme.theme
        painter = QPainter(self)
        body = self._body()
        painter.drawImage(body, self._picture(matrix))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.field_border, 1.0))
        painter.drawRect(body.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(QPen(theme.factor(matrix.step.kind), 2.5))
        painter.drawRect(_visible(self.cell_box(*matrix.framed)))
        if self._at != matrix.framed:
            painter.setPen(QPen(theme.panel, 3.0))
            painter.drawRect(_visible(self.cell_box(*self._at)))
            painter.setPen(QPen(theme.text, 1.4, Qt.PenStyle.DashLine))
            painter.drawRect(_visible(self.cell_box(*self._at)))
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def _move(self, row: int, column: int) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        at = (min(max(row, 0), matrix.rows - 1), min(max(column, 0), matrix.columns - 1))
        if at != self._at:
            self._at = at
            self.update()
            self.entry_changed.emit()

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The entry under the pointer."""
        self._point(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The entry that was clicked."""
        super().mousePressEvent(event)
        self._point(event.position())

    def _point(self, point: QPointF) -> None:
        matrix = self._matrix
        if matrix is None:
            return
        body = self._body()
        if body.contains(point):
            row = int((point.y() - body.top()) / body.height() * matrix.rows)
            column = int((point.x() - body.left()) / body.width() * matrix.columns)
            self._move(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move by an entry, with Control by ten; Home goes to the path's entry."""
        row, column = self._at
        far = 10 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        match event.key():
            case Qt.Key.Key_Up:
                self._move(row - far, column)
            case Qt.Key.Key_Down:
                self._move(row + far, column)
            case Qt.Key.Key_Left:
                self._move(row, column - far)
            case Qt.Key.Key_Right:
                self._move(row, column + far)
            case Qt.Key.Key_Home if self._matrix is not None:
                self._move(*self._matrix.framed)
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint for the new size."""
        super().resizeEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(round(_SIDE) + 6, round(_SIDE) + 6)


def _visible(box: QRectF) -> QRectF:
    """A box around an entry that can be seen, however small the entry is."""
    wide, high = max(box.width(), _LEAST_FRAME), max(box.height(), _LEAST_FRAME)
    return QRectF(box.center().x() - wide / 2, box.center().y() - high / 2, wide, high)
