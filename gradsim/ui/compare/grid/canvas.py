"""The grid under hand: hit by the pointer, walked by arrow keys, told to screen readers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from gradsim.ui.compare.grid.geometry import Hit
from gradsim.ui.compare.grid.surface import GridSurface
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.compare.grid.axes import Place
from gradsim.viewmodels.compare.grid.cell_words import cell_lines
from gradsim.viewmodels.compare.grid.view import GridView
from gradsim.viewmodels.single_shot import single_shot

_REST_MS = 90
"""So long the pointer rests on a cell before that is looked at: others are only passed over."""


class GridCanvas(GridSurface):
    """What a click or a key means is reported, not done; what is looked at is set in the view."""

    load_asked = Signal(object)
    pin_asked = Signal(object)
    race_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    """The place, or None, and where on the screen."""

    def __init__(self, view: GridView, theme: ThemeController) -> None:
        super().__init__(view, theme)
        self._pressed: Hit | None = None
        self._hovered: Place | None = None
        self._rest = single_shot(self, _REST_MS, self._look)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        view.current_changed.connect(self._describe)
        self._retranslate()

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
        """Arrows, Home, End and Page keys walk; Enter loads, Space pins, R races, S sorts."""
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
        elif current is not None and key == Qt.Key.Key_R:
            self.race_asked.emit(current)
        elif current is not None and key == Qt.Key.Key_S:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._view.sort_by("columns", current.activation)
            else:
                self._view.sort_by("rows", current.initializer)
        elif current is not None and key == Qt.Key.Key_Escape:
            self._view.look_at(None)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _needed(low: float, high: float, first: float, last: float) -> int:
    """How far to scroll so that low…high lies within first…last."""
    if low < first:
        return round(low - first)
    return max(round(high - last) + 1, 0)
