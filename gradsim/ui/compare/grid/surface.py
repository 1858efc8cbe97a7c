"""The painted part of the grid: where everything lies, repainted cell by cell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from gradsim.ui.compare.grid.geometry import GAP, Geometry
from gradsim.ui.compare.grid.layer import CellLayer
from gradsim.ui.compare.grid.painter import GridPainter
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.labels import Heading, column_heading, row_heading
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.single_shot import single_shot

_ROW_HEAD = 110.0


class GridSurface(QAbstractScrollArea):
    """Shows the view's cells between frozen headings, scrolled where they do not fit."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._painter = GridPainter(theme.theme, self.font())
        self._headings: dict[str, Heading] = {}
        self._head = QSizeF(60.0, 20.0)
        self._where = Geometry(0, 0, QSizeF(), self._head, QPointF())
        self._layer = CellLayer()
        self._shown_running: frozenset[Place] = frozenset()
        self._shown: Place | None = None
        self._later = single_shot(self, 0, self._draw_more)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.rearranged.connect(self.refresh)
        view.cells_changed.connect(self._repaint)
        view.current_changed.connect(self._follow_current)
        theme.changed.connect(self._recolor)

    @property
    def geometry_now(self) -> Geometry:
        """Where everything lies at present."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        size, rows, columns = self.viewport().size(), self._view.rows, self._view.columns
        now = Geometry(len(rows), len(columns), QSizeF(size), self._head, offset)
        if now != self._where:
            self._where = now
        return self._where

    def area_of(self, place: Place) -> QRectF:
        """Where a cell lies in the viewport."""
        row = self._view.rows.index(place.activation)
        return self.geometry_now.cell_area(row, self._view.columns.index(place.initializer))

    def place_at(self, point: QPointF) -> Place | None:
        """The cell under a point of the viewport."""
        hit = self.geometry_now.hit(point)
        if hit is None or hit.kind != "cell":
            return None
        return Place(self._view.rows[hit.row], self._view.columns[hit.column])

    def refresh(self) -> None:
        """Other rows, columns or words."""
        setup = self._view.setup
        self._headings = {f"row {name}": row_heading(name) for name in self._view.rows}
        for name in self._view.columns:
            self._headings[f"column {name}"] = column_heading(name, setup.gain(name))
        self._fit()
        self._restart()

    def draw_all(self) -> None:
        """Paint every cell now: for a picture."""
        self._layer.draw(self._paint_cell, self.area_of, seconds=math.inf)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """It takes the room that is left."""
        return QSize(420, 300)

    def _head_width(self) -> float:
        wide = [
            self._painter.small.horizontalAdvance(self._headings[f"row {name}"].forms[-1])
            for name in self._view.rows
            if f"row {name}" in self._headings
        ]
        return min(max([*wide, 60.0]) + 12, _ROW_HEAD)

    def _fit(self) -> None:
        """Headings as high as their words need, cells as large as the rest allows."""
        room = QSizeF(self.viewport().size())
        self._head = QSizeF(self._head_width(), 0.0)
        wide = Geometry(1, len(self._view.columns), room, self._head, QPointF()).cell.width()
        columns = [self._headings[f"column {name}"] for name in self._view.columns]
        self._head.setHeight(self._painter.heading_height(columns, wide - GAP))
        over, page = self.geometry_now.overhang, self.viewport().size()
        for bar, most, step in (
            (self.horizontalScrollBar(), over.width(), page.width()),
            (self.verticalScrollBar(), over.height(), page.height()),
        ):
            bar.setRange(0, round(most))
            bar.setPageStep(step)
            bar.setSingleStep(20)

    def _repaint(self, places: Sequence[Place]) -> None:
        """Only the cells that have changed, and those whose turn has come."""
        running = self._view.measuring.running
        changed = {*places, *(running ^ self._shown_running)}
        self._shown_running = running
        self._layer.spoil(place for place in changed if self._holds(place))
        self._draw_more()

    def _holds(self, place: Place) -> bool:
        return place.activation in self._view.rows and place.initializer in self._view.columns

    def _restart(self) -> None:
        """Paint every cell anew, as it is and where it is."""
        where = self.geometry_now
        rows, columns = where.within(where.cells_area)
        view = self._view
        places = [Place(view.rows[row], view.columns[column]) for row in rows for column in columns]
        ground = self._theme.theme.panel
        self._layer.restart(self.viewport().size(), self.devicePixelRatioF(), ground, places)
        self._draw_more()
        self.viewport().update()

    def _draw_more(self) -> None:
        """Paint what is out of date, as far as one turn of the event loop allows."""
        for area in self._layer.draw(self._paint_cell, self.area_of):
            self.viewport().update(area.adjusted(-3, -3, 3, 3).toAlignedRect())
        if not self._layer.complete:
            self._later.start()

    def _paint_cell(self, painter: QPainter, place: Place) -> None:
        running = place in self._shown_running
        self._painter.paint_cell(
            painter, self.area_of(place), self._view.face(place), running=running
        )

    def _follow_current(self) -> None:
        for place in (self._shown, self._view.current):
            if place is not None and self._holds(place):
                area = self.area_of(place).adjusted(-3, -3, 3, 3)
                self.viewport().update(area.toAlignedRect())
        self._shown = self._view.current

    def _recolor(self) -> None:
        self._painter = GridPainter(self._theme.theme, self.font())
        self._fit()
        self._restart()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells that the event touches, as they were painted before; the rest over them."""
        where, touched = self.geometry_now, QRectF(event.rect())
        painter = QPainter(self.viewport())
        painter.fillRect(touched, self._theme.theme.panel)
        seen = where.cells_area.intersected(touched)
        painter.setClipRect(seen)
        self._layer.show(painter, seen)
        current = self._view.current
        if current is not None and self._holds(current):
            self._painter.paint_current(painter, self.area_of(current), focused=self.hasFocus())
        painter.setClipping(False)
        self._paint_headings(painter, where, touched)
        if self.hasFocus() and current is None:
            painter.setPen(QPen(self._theme.theme.focus, 1.0))
            painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()

    def paint_on(self, painter: QPainter, where: Geometry, theme: Theme, font: QFont) -> None:
        """Paint the whole grid, without what says where mouse and keys stand."""
        own, self._painter = self._painter, GridPainter(theme, font)
        view = self._view
        for row, activation in enumerate(view.rows):
            for column, initializer in enumerate(view.columns):
                area, place = where.cell_area(row, column), Place(activation, initializer)
                self._painter.paint_cell(painter, area, view.face(place), running=False)
        self._paint_headings(painter, where, QRectF(QPointF(), where.room))
        self._painter = own

    def _paint_headings(self, painter: QPainter, where: Geometry, touched: QRectF) -> None:
        rows, columns = where.within(touched)
        if touched.top() < where.head.height():
            self._paint_columns(painter, where, columns)
        if touched.left() < where.head.width():
            self._paint_rows(painter, where, rows)
        if touched.intersects(where.corner_area):
            words = self.tr("activation"), self.tr("initializer")
            self._painter.paint_corner(painter, where.corner_area, words)

    def _paint_columns(self, painter: QPainter, where: Geometry, columns: range) -> None:
        painter.save()
        left = where.head.width()
        painter.setClipRect(QRectF(left, 0, where.room.width() - left, where.head.height()))
        sorting = self._view.sorting("rows")
        for column in columns:
            name = self._view.columns[column]
            decides = sorting.mode if sorting.by == name else ""
            heading = self._headings[f"column {name}"]
            area = where.column_area(column)
            self._painter.paint_heading(painter, area, heading, upright=True, sorted_by=decides)
        painter.restore()

    def _paint_rows(self, painter: QPainter, where: Geometry, rows: range) -> None:
        painter.save()
        top = where.head.height()
        painter.setClipRect(QRectF(0, top, where.head.width(), where.room.height() - top))
        sorting = self._view.sorting("columns")
        for row in rows:
            name = self._view.rows[row]
            decides = sorting.mode if sorting.by == name else ""
            heading, area = self._headings[f"row {name}"], where.row_area(row)
            self._painter.paint_heading(painter, area, heading, upright=False, sorted_by=decides)
        painter.restore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys stand."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame of the present cell is thinner without the keys."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cells grow and shrink with the window."""
        super().resizeEvent(event)
        self._fit()
        self._restart()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Headings stay, so all is painted anew."""
        del dx, dy
        self._restart()

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._recolor()
