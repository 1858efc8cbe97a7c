"""The painted row of the equation strip: one box per factor, clicked or walked by keys."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.edge_fade import fade_edges
from gradsim.ui.step.equation.fractions import Typesetter
from gradsim.ui.step.equation.layout import (
    HEIGHT,
    JOIN_WIDTH,
    StripLayout,
    lay_out,
    text_width,
)
from gradsim.ui.step.equation.result import paint_result, result_room
from gradsim.ui.step.equation.words import fold_title, tip_of
from gradsim.ui.step.kill_mark import paint_kill_mark
from gradsim.ui.step.typeset_widget import TypesetWidget
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.equation import EquationStrip, FactorItem, FoldItem
from gradsim.viewmodels.step.walk.ending import Ending

_FRACTION = 64.0
_NUMBER = 20.0


class EquationCanvas(TypesetWidget):
    """Paints an EquationStrip; emits what was clicked."""

    factor_chosen = Signal(int)
    """The index of a step in the walk."""
    fold_chosen = Signal(object)
    """A Fold to open."""
    fold_key_pressed = Signal(bool)
    """True to open a layer of the folded runs, False to fold them again."""
    laid_out = Signal()

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(equations, parent)
        self._theme = theme
        self._strip: EquationStrip | None = None
        self._ending: Ending | None = None
        self._layout: StripLayout | None = None
        self._room = 0.0
        self._hovered: int | None = None
        # The style sheet leaves the background of what is so called to the card.
        self.setObjectName("scrolled")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        equations.ready.connect(self._take_pictures)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def show_strip(
        self, strip: EquationStrip | None, ending: Ending | None, room: float = 0.0
    ) -> None:
        """Show another state of the equation, where possible no wider than `room`."""
        self._strip, self._ending, self._room = strip, ending, room
        self._lay_out_again()

    def fit(self, room: float) -> None:
        """Lay out for another width of the place that it is seen through."""
        if room != self._room:
            self._room = room
            self._lay_out_again()

    @property
    def current_box(self) -> QRectF | None:
        """Where the current factor stands, or at the end the result."""
        if self._layout is None:
            return None
        if self._layout.result is not None:
            return self._layout.result
        for cell in self._layout.cells:
            if cell.item.state == "current":
                return cell.box
        return None

    def whole_from(self, left: int) -> int:
        """The nearest place at or right of `left` that cuts no cell."""
        cells = self._layout.cells if self._layout else ()
        join = self._layout.join if self._layout else JOIN_WIDTH
        starts = [round(cell.box.left() - join) for cell in cells]
        return min((start for start in starts if start >= left), default=left)

    @property
    def current_is_result(self) -> bool:
        """Whether the walk has come to its end and the result stands there."""
        return self._layout is not None and self._layout.result is not None

    def box_of(self, index: int) -> QRectF | None:
        """Where step `index` stands, if it is not folded."""
        for cell in self._layout.cells if self._layout else ():
            if isinstance(cell.item, FactorItem) and cell.item.index == index:
                return cell.box
        return None

    def fold_boxes(self) -> tuple[QRectF, ...]:
        """Where the folded runs stand."""
        cells = self._layout.cells if self._layout else ()
        return tuple(cell.box for cell in cells if isinstance(cell.item, FoldItem))

    # Layout

    def _take_pictures(self) -> None:
        """Put the pictures that were missing where the plain text stood in for them."""
        if self._typesetter().missing:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        self._typesetter().missing = False
        if self._strip is None:
            self._layout = None
            self.setMinimumWidth(0)
        else:
            result_width = result_room(self._ending, self.font()) if self._ending else 0.0
            self._layout = lay_out(
                self._strip.items, result_width, HEIGHT, self._item_width, self._room
            )
            self.setMinimumWidth(math.floor(self._layout.width))
        self._hovered = None
        self.update()
        self.laid_out.emit()

    def _item_width(self, item: FactorItem | FoldItem) -> float:
        below = self._number_width(item.number, bold=True)
        if isinstance(item, FoldItem):
            below = self._number_width(f"= {item.number}", bold=False)
            return max(text_width(self.font(), fold_title(item)), below + 8.0)
        color = self._color(item)
        width = self._typesetter().width(item.step.tex, item.step.symbol, color)
        return max(width, below)

    # Painting

    def _color(self, item: FactorItem) -> QColor:
        theme = self._theme.theme
        if item.state == "future":
            return theme.text_disabled
        return theme.factor_text(item.step.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the clip shows."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.theme.panel)
        if self._layout is None or self._strip is None:
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        setter = self._typesetter()
        clip = QRectF(event.rect())
        for cell in self._layout.cells:
            if not cell.box.adjusted(-30, 0, 0, 0).intersects(clip):
                continue
            self._paint_join(painter, cell.item.join, cell.box, self._layout.join)
            if isinstance(cell.item, FoldItem):
                self._paint_fold(painter, cell.item, cell.box)
            else:
                self._paint_factor(painter, setter, cell.item, cell.box)
        if self._layout.result is not None and self._ending is not None:
            paint_result(painter, self._layout.result, self._ending, self.font(), self._theme.theme)
        visible = QRectF(self.visibleRegion().boundingRect())
        fade_edges(painter, visible, self.width(), self._theme.theme.panel)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(visible.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_join(self, painter: QPainter, join: str, box: QRectF, width: float) -> None:
        if not join:
            return
        painter.setFont(self.font())
        painter.setPen(self._theme.theme.text_muted)
        place = QRectF(box.left() - width, 0.0, width, HEIGHT)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, join)

    def _paint_factor(
        self, painter: QPainter, setter: Typesetter, item: FactorItem, box: QRectF
    ) -> None:
        theme, color = self._theme.theme, self._color(item)
        if item.state == "current":
            painter.setPen(QPen(theme.factor(item.step.kind), 2.0))
            painter.setBrush(theme.selection)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        elif item.index == self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, 7, 7)
        if item.step.side_branch and item.state != "current":
            painter.setPen(QPen(theme.field_border, 1.0, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        upper = QRectF(box.left(), box.top() + 3.0, box.width(), _FRACTION)
        setter.paint(painter, upper, item.step.tex, item.step.symbol, color)
        painter.setFont(self._number_font(bold=item.state == "current"))
        painter.setPen(color)
        lower = QRectF(box.left(), box.bottom() - _NUMBER - 3.0, box.width(), _NUMBER)
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, item.number)
        if item.kills:
            paint_kill_mark(painter, QPointF(box.right() - 10.0, lower.center().y()), theme)

    def _paint_fold(self, painter: QPainter, item: FoldItem, box: QRectF) -> None:
        theme = self._theme.theme
        hovered = self._hovered == _key_of(item)
        painter.setPen(QPen(theme.field_border, 1.0))
        painter.setBrush(theme.hover if hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 14, -1, -14), 7, 7)
        painter.setFont(self.font())
        painter.setPen(theme.text_muted if item.state == "done" else theme.text_disabled)
        half = HEIGHT / 2
        title = QRectF(box.left(), half - 20.0, box.width(), 20.0)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, fold_title(item))
        painter.setFont(self._number_font())
        number = item.number if item.forward or item.number == "?" else f"= {item.number}"
        below = QRectF(box.left(), half, box.width(), 20.0)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, number)

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what can be clicked."""
        cell = self._layout.cell_at(event.position()) if self._layout else None
        hovered = None if cell is None else _key_of(cell.item)
        if hovered != self._hovered:
            self._hovered = hovered
            arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(arrow if cell is None else hand)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit when the pointer is gone."""
        if self._hovered is not None:
            self._hovered = None
            self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to a factor or open a fold."""
        super().mousePressEvent(event)
        cell = self._layout.cell_at(event.position()) if self._layout else None
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(cell.item, FoldItem):
            self.fold_chosen.emit(cell.item.fold)
        else:
            self.factor_chosen.emit(cell.item.index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus opens folded runs by a layer, minus folds them again."""
        if event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.fold_key_pressed.emit(True)
        elif event.key() == Qt.Key.Key_Minus:
            self.fold_key_pressed.emit(False)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what a click would do."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._layout.cell_at(event.pos().toPointF()) if self._layout else None
            if cell is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tip_of(cell.item), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as the row."""
        return QSize(round(self._layout.width) if self._layout else 300, HEIGHT)


def _key_of(item: FactorItem | FoldItem) -> int:
    """A number that tells the cells apart: the step's index, for a fold below zero."""
    return -1 - item.fold.first if isinstance(item, FoldItem) else item.index
