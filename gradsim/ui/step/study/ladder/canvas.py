"""The painted ladder: a column per factor, three rows, the cursor's column in its family colour."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.axes import axis_font
from gradsim.ui.step.edge_fade import fade_edges
from gradsim.ui.step.study.ladder.layout import (
    BRACKET,
    FRACTION,
    HEIGHT,
    LINE,
    MATRIX,
    ROWS,
    SHAPE,
    LadderLayout,
    lay_out,
)
from gradsim.ui.step.typeset_widget import TypesetWidget
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.step.ladder.columns import Column, Written
from gradsim.viewmodels.step.ladder.ladder import Ladder
from gradsim.viewmodels.step.sequence import Fold

_EM = 15.0
_SMALL_EM = 13.0
_JOIN = 9.0
_FADE = 30.0


class LadderCanvas(TypesetWidget):
    """Paints a Ladder; emits the column or fold that was clicked."""

    column_chosen = Signal(int)
    fold_chosen = Signal(object)
    laid_out = Signal()

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(equations, parent)
        self._theme = theme
        self._shown: Ladder | None = None
        self._layout: LadderLayout | None = None
        self._room = 0.0
        self._hovered: Column | Fold | None = None
        self.setObjectName("scrolled")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        equations.ready.connect(self._take_pictures)
        theme.changed.connect(self.update)

    def show_ladder(self, shown: Ladder | None, room: float) -> None:
        """Show another state, at least as wide as `room`."""
        self._shown, self._room = shown, room
        self._lay_out_again()

    @property
    def cursor_box(self) -> QRectF | None:
        """Where the cursor's column stands, or at the start the cost's."""
        if self._layout is None or self._shown is None:
            return None
        return self._layout.box_of(self._shown.cursor or 0)

    def box_of(self, index: int) -> QRectF | None:
        """Where column `index` stands, if it is not folded."""
        return None if self._layout is None else self._layout.box_of(index)

    def fold_boxes(self) -> tuple[QRectF, ...]:
        """Where the folded runs stand."""
        cells = self._layout.cells if self._layout else ()
        return tuple(cell.box for cell in cells if isinstance(cell.part, Fold))

    # Layout

    def _take_pictures(self) -> None:
        if self._typesetter().missing:
            self._lay_out_again()

    def _lay_out_again(self) -> None:
        self._typesetter().missing = False
        if self._shown is None:
            self._layout = None
            self.setMinimumWidth(0)
        else:
            self._layout = lay_out(self._shown, self._width, _JOIN, self._room)
            self.setMinimumWidth(math.floor(self._layout.width))
        self._hovered = None
        self.update()
        self.laid_out.emit()

    def _width(self, part: Column | Fold) -> float:
        if isinstance(part, Fold):
            return QFontMetricsF(self.font()).horizontalAdvance(self._fold_text(part))
        setter, color = self._typesetter(), self._color(part)
        sized = (
            (part.scalar, _EM), (part.scalar_form, _SMALL_EM), (part.indexed, _EM),
            (part.matrix, _SMALL_EM),
        )  # fmt: skip
        widths = [setter.width(each.tex, each.text, color, size) for each, size in sized]
        metrics = QFontMetricsF(axis_font(self.font()))
        return max(
            *widths,
            self._number_width(part.number, bold=True),
            metrics.horizontalAdvance(part.shape),
        )

    def _fold_text(self, fold: Fold) -> str:
        return self.tr("∏ {count}").format(count=fold.count)

    # Painting

    def _color(self, column: Column) -> QColor:
        theme = self._theme.theme
        if column.state == "future":
            return theme.text_disabled
        return theme.factor_text(column.step.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rules between the rows, the bracket, the columns."""
        theme = self._theme.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.panel)
        if self._layout is None or self._shown is None:
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = QRectF(self.visibleRegion().boundingRect())
        painter.setPen(QPen(theme.grid, 1.0))
        for top, _ in ROWS[1:]:
            y = round(top - 2.0) - 0.5
            painter.drawLine(QPointF(0.0, y), QPointF(self.width(), y))
        cells = self._layout.cells
        for number, cell in enumerate(cells):
            if isinstance(cell.part, Fold):
                self._paint_fold(painter, cell.part, cell.box)
            else:
                self._paint_column(painter, cell.part, cell.box)
            if number + 1 < len(cells):
                self._paint_joins(painter, cell.box.right())
        self._paint_bracket(painter, visible)
        fade_edges(painter, visible, self.width(), theme.panel)
        if self.hasFocus():
            painter.setPen(QPen(theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(visible.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_column(self, painter: QPainter, column: Column, box: QRectF) -> None:
        theme, color, setter = self._theme.theme, self._color(column), self._typesetter()
        if self._shown is not None and column.index == self._shown.cursor:
            solid = column.state == "current"
            style = Qt.PenStyle.SolidLine if solid else Qt.PenStyle.DashLine
            painter.setPen(QPen(theme.factor(column.step.kind), 2.0, style))
            painter.setBrush(theme.selection)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        elif column is self._hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, 7, 7)
        first, second, third = (top for top, _ in ROWS)
        center = Qt.AlignmentFlag.AlignCenter

        def line(top: float, height: float) -> QRectF:
            return QRectF(box.left(), top, box.width(), height)

        def write(written: Written, where: QRectF, size: float) -> None:
            setter.paint(painter, where, written.tex, written.text, color, size)

        write(column.scalar, line(first + 1, FRACTION), _EM)
        write(column.scalar_form, line(first + FRACTION - 1, LINE), _SMALL_EM)
        write(column.indexed, line(second, FRACTION), _EM)
        painter.setPen(color)
        painter.setFont(self._number_font(bold=column.state == "current"))
        painter.drawText(line(second + FRACTION - 1, LINE), center, column.number)
        write(column.matrix, line(third, MATRIX), _SMALL_EM)
        painter.setPen(theme.text_disabled if column.state == "future" else theme.text_muted)
        painter.setFont(axis_font(self.font()))
        painter.drawText(line(third + MATRIX - 1, SHAPE), center, column.shape)

    def _paint_fold(self, painter: QPainter, fold: Fold, box: QRectF) -> None:
        theme = self._theme.theme
        painter.setPen(QPen(theme.field_border, 1.0))
        painter.setBrush(theme.hover if fold is self._hovered else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 8, -1, -8), 7, 7)
        painter.setPen(theme.text_muted)
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._fold_text(fold))

    def _paint_joins(self, painter: QPainter, right: float) -> None:
        painter.setPen(self._theme.theme.text_muted)
        painter.setFont(self.font())
        heights = (FRACTION, FRACTION, MATRIX)
        for (top, _), height in zip(ROWS, heights, strict=True):
            place = QRectF(right, top, _JOIN, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "·")

    def _paint_bracket(self, painter: QPainter, visible: QRectF) -> None:
        layout, shown = self._layout, self._shown
        if layout is None or layout.bracket is None or shown is None or shown.bracket is None:
            return
        theme, box = self._theme.theme, layout.bracket
        painter.setPen(QPen(theme.text_muted, 1.3))
        y = BRACKET - 4.5
        left, right = box.left() + 2, box.right() - 2
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for end in (left, right):
            painter.drawLine(QPointF(end, y), QPointF(end, y + 4.0))
        text = self.tr("{known}, known from layer {layer}").format(
            known=shown.bracket.text, layer=layer_number(shown.bracket.layer)
        )
        font = axis_font(self.font())
        metrics = QFontMetricsF(font)
        seen = box.intersected(visible)
        width = min(metrics.horizontalAdvance(text) + 2.0, visible.width() - 8.0)
        right_edge = visible.right() - (_FADE if visible.right() < self.width() - 2.0 else 2.0)
        left_edge = visible.left() + (_FADE if visible.left() > 1.0 else 2.0)
        start = max(min(seen.center().x() - width / 2, right_edge - width), left_edge)
        painter.setFont(font)
        painter.setPen(theme.text)
        place = QRectF(start, 0.0, width, BRACKET - 6.0)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    # Events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what can be clicked."""
        cell = self._layout.cell_at(event.position()) if self._layout else None
        hovered = None if cell is None else cell.part
        if hovered is not self._hovered:
            self._hovered = hovered
            arrow, hand = Qt.CursorShape.ArrowCursor, Qt.CursorShape.PointingHandCursor
            self.setCursor(arrow if hovered is None else hand)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is lit when the pointer is gone."""
        if self._hovered is not None:
            self._hovered = None
            self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a column or open a fold."""
        super().mousePressEvent(event)
        cell = self._layout.cell_at(event.position()) if self._layout else None
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(cell.part, Fold):
            self.fold_chosen.emit(cell.part)
        else:
            self.column_chosen.emit(cell.part.index)

    def event(self, event: QEvent) -> bool:
        """Tell what a click would do."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._layout.cell_at(event.pos().toPointF()) if self._layout else None
            if cell is None:
                QToolTip.hideText()
            elif isinstance(cell.part, Fold):
                QToolTip.showText(event.globalPos(), self.tr("Click to show more columns"), self)
            else:
                text = self.tr("{symbol}: click to go there").format(symbol=cell.part.indexed.text)
                QToolTip.showText(event.globalPos(), text, self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """As wide as the row."""
        return QSize(round(self._layout.width) if self._layout else 300, HEIGHT)
