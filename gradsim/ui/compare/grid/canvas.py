"""The grid as one painted canvas: hit by geometry, walked by arrow keys, repainted cell by cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from gradsim.ui.compare.grid.geometry import GAP, Geometry, Hit
from gradsim.ui.compare.grid.painter import GridPainter
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.labels import Heading, column_heading, row_heading
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.compare.grid.wording import cell_lines

_REST_MS = 90
"""So long the pointer rests on a cell before that is looked at: others are only passed over."""
_ROW_HEAD = 110.0


class GridCanvas(QAbstractScrollArea):
    """Shows the view's cells; what a click or a key means is reported, not done."""

    load_asked = Signal(object)
    pin_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    """The place, or None, and where on the screen."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__()
        self._view, self._theme = view, theme
        self._painter = GridPainter(theme.theme, self.font())
        self._headings: dict[str, Heading] = {}
        self._head = QSizeF(60.0, 20.0)
        self._pressed: Hit | None = None
        self._hovered: Place | None = None
        self._shown: Place | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.rearranged.connect(self.refresh)
        view.cells_changed.connect(self._repaint)
        view.current_changed.connect(self._follow_current)
        theme.changed.connect(self._recolor)
        self._retranslate()

    # what is where -----------------------------------------------------------------------------

    @property
    def geometry_now(self) -> Geometry:
        """Where everything lies at present."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        size, rows, columns = self.viewport().size(), self._view.rows, self._view.columns
        return Geometry(len(rows), len(columns), QSizeF(size), self._head, offset)

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

    # following ---------------------------------------------------------------------------------

    def _repaint(self, places: Sequence[Place]) -> None:
        """Only the cells that have changed, and those whose turn has come."""
        for place in {*places, *self._view.measuring.running}:
            if place.activation in self._view.rows and place.initializer in self._view.columns:
                self.viewport().update(self.area_of(place).toAlignedRect())

    def _follow_current(self) -> None:
        for place in (self._shown, self._view.current):
            if place is not None and place.activation in self._view.rows:
                if place.initializer not in self._view.columns:
                    continue
                area = self.area_of(place).adjusted(-3, -3, 3, 3)
                self.viewport().update(area.toAlignedRect())
        self._shown = self._view.current
        self._describe()

    def _describe(self) -> None:
        """Tell screen readers what is looked at."""
        current = self._view.current
        said = self.tr("Arrow keys walk the cells, Enter loads one, Space pins it")
        if current is not None:
            said = "; ".join(cell_lines(self._view, current))
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            if self.hasFocus():
                event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(event)

    def _recolor(self) -> None:
        self._painter = GridPainter(self._theme.theme, self.font())
        self._fit()
        self.viewport().update()

    def _look(self) -> None:
        if self._hovered is not None:
            self._view.look_at(self._hovered)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Grid of activations and initializers"))
        self.refresh()
        self._describe()

    def _scroll_to_current(self) -> None:
        current = self._view.current
        if current is None:
            return
        area, seen = self.area_of(current), self.geometry_now.cells_area
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(
            across.value() + _needed(area.left(), area.right(), seen.left(), seen.right())
        )
        down.setValue(down.value() + _needed(area.top(), area.bottom(), seen.top(), seen.bottom()))

    # painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cells that the event touches, then headings over them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.theme.panel)
        self.paint_on(painter, self.geometry_now, QRectF(event.rect()), pointing=True)
        painter.end()

    def paint_on(
        self, painter: QPainter, where: Geometry, touched: QRectF, *, pointing: bool
    ) -> None:
        """Paint what lies in `touched`; with `pointing` also where mouse and keys stand."""
        view, running = self._view, self._view.measuring.running
        rows, columns = where.within(touched)
        painter.save()
        painter.setClipRect(where.cells_area.intersected(touched))
        for row in rows:
            for column in columns:
                place = Place(view.rows[row], view.columns[column])
                area = where.cell_area(row, column)
                face = view.face(place)
                self._painter.paint_cell(painter, area, face, running=place in running)
        if pointing and view.current is not None:
            self._painter.paint_current(
                painter, self.area_of(view.current), focused=self.hasFocus()
            )
        painter.restore()
        if touched.top() < where.head.height():
            self._paint_columns(painter, where, columns)
        if touched.left() < where.head.width():
            self._paint_rows(painter, where, rows)
        self._painter.paint_corner(
            painter, where.corner_area, (self.tr("activation"), self.tr("initializer"))
        )
        if pointing and self.hasFocus() and view.current is None:
            painter.setPen(QPen(self._theme.theme.focus, 1.0))
            painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 4, 4)

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

    # events ------------------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        """Tool tips say what the cell or heading under the pointer is."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hovered = None
        return super().viewportEvent(event)

    def _tip(self, point: QPointF) -> str:
        hit = self.geometry_now.hit(point)
        if hit is None or hit.kind == "corner":
            return ""
        if hit.kind == "cell":
            place = Place(self._view.rows[hit.row], self._view.columns[hit.column])
            return "\n".join(cell_lines(self._view, place))
        if hit.kind == "row":
            name = self._headings[f"row {self._view.rows[hit.row]}"].name
            return self.tr("{name}. A click sorts the columns by this row.").format(name=name)
        name = self._headings[f"column {self._view.columns[hit.column]}"].name
        return self.tr("{name}. A click sorts the rows by this column.").format(name=name)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The cell on which the pointer rests is looked at."""
        place = self.place_at(event.position())
        if place != self._hovered:
            self._hovered = place
            if place is None:
                self._rest.stop()
            else:
                self._rest.start()
        over = self.geometry_now.hit(event.position()) is not None
        hand = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed = self.geometry_now.hit(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a cell loads it, one on a heading sorts by it."""
        hit, pressed = self.geometry_now.hit(event.position()), self._pressed
        self._pressed = None
        if event.button() != Qt.MouseButton.LeftButton or hit is None or hit != pressed:
            return
        if hit.kind == "cell":
            place = Place(self._view.rows[hit.row], self._view.columns[hit.column])
            self._view.look_at(place)
            self.load_asked.emit(place)
        elif hit.kind == "column":
            self._view.sort_by("rows", self._view.columns[hit.column])
        elif hit.kind == "row":
            self._view.sort_by("columns", self._view.rows[hit.row])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the cell, and with the whole grid."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self.place_at(QPointF(event.pos()))
            if place is not None:
                self._view.look_at(place)
            self.menu_asked.emit(place, event.globalPos())
            return
        place = self._view.current
        corner = QPoint(20, 20) if place is None else self.area_of(place).center().toPoint()
        self.menu_asked.emit(place, self.viewport().mapToGlobal(corner))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home, End and Page keys walk; Enter loads, Space pins, S sorts, Escape leaves."""
        key, current = Qt.Key(event.key()), self._view.current
        many = len(self._view.rows) + len(self._view.columns)
        steps = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -many),
            Qt.Key.Key_End: (0, many),
            Qt.Key.Key_PageUp: (-many, 0),
            Qt.Key.Key_PageDown: (many, 0),
        }
        if key in steps:
            self._view.move(*steps[key])
            self._scroll_to_current()
        elif current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.load_asked.emit(current)
        elif current is not None and key == Qt.Key.Key_Space:
            self.pin_asked.emit(current)
        elif current is not None and key == Qt.Key.Key_S:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._view.sort_by("columns", current.activation)
            else:
                self._view.sort_by("rows", current.initializer)
        elif current is not None and key == Qt.Key.Key_Escape:
            self._view.look_at(None)
        else:
            event.ignore()

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

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Headings stay, so all is painted anew."""
        del dx, dy
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._recolor()


def _needed(low: float, high: float, first: float, last: float) -> int:
    """How far to scroll so that low…high lies within first…last."""
    if low < first:
        return round(low - first)
    return max(round(high - last) + 1, 0)
