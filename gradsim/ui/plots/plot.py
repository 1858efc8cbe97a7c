"""The plot that all others build on: axes, range, theme, cursor by mouse and key, own menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QGraphicsGridLayout,
    QGraphicsWidget,
    QWidget,
)

from gradsim.ui.plots.axes import Axis
from gradsim.ui.plots.export.scene import paint_scene, smaller
from gradsim.ui.plots.fit_button import FitButton
from gradsim.ui.plots.fitting import FittedRange
from gradsim.ui.plots.framed_view import FramedView
from gradsim.ui.plots.overlay import Backdrop
from gradsim.ui.plots.stop_cursor import StopCursor
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.decades import Span
from gradsim.viewmodels.gradients.tables import Table

if TYPE_CHECKING:
    from gradsim.ui.plots.export.subject import CaptionLine

MAIN_ROW, AXIS_ROW = 1, 3
_CLICK_PIXELS = 4
_BARE, _TITLED = 20, 38
LEAST_HEIGHT = 110
"""Pixels that a plot with axes needs to be read, where it need not be lower."""


class Plot(FramedView):
    """Two axes around a view of data that stands at the stops of `reading` along x.

    Rows 0 and 2 of `grid` stay free, for gutters. A subclass draws its data into `view`, calls
    ``fitted.fit`` and ``reading.set_stops``, and colours in :meth:`recolor_data`.

    Every plot can be exported, by its own menu and by the window's; whoever feeds it sets:

    Attributes
    ----------
    caption : callable
        The lines that an exported picture carries below itself: what is drawn, a line for each
        run with the index of its style (``RUN_STYLES``) or None before the words.
    configuration : callable
        What made it, as the phrases that follow the caption: network, data, seed and so on. The
        program's version is added by itself.
    table : callable or None
        The numbers behind the picture, for copying and saving; a float is written with all its
        digits, a number outside float64 as the text of ``profile.exact_text``.
    file_stem : str
        What a file is called unless another name is chosen.
    """

    stop_chosen = Signal(int)
    """The index of the stop that was clicked, or chosen with Enter."""

    _picture_font: QFont | None = None
    """The font of the picture that is being painted."""
    pointer_left = Signal()
    """Nothing is read by pointer or key any more."""

    _complete = False
    """Whether a subclass has made its items; Qt sends events before."""

    def __init__(
        self,
        theme: ThemeController,
        left: Axis,
        bottom: Axis,
        *,
        zoomable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self.left_axis, self.bottom_axis = left, bottom
        self.view = pg.ViewBox(enableMenu=False, enableMouse=zoomable)
        self.backdrop = Backdrop()
        self.fitted = FittedRange(self.view, self)
        self.reading = StopCursor(self, self.view)
        self.caption: Callable[[], Sequence[CaptionLine]] = tuple
        self.configuration: Callable[[], Sequence[str]] = tuple
        self.table: Callable[[], Table] | None = None
        self.file_stem = "plot"
        self._zoomable = zoomable
        self._pressed_at = QPointF()
        self._titles = ("", "")
        self._build()
        self.fitted.shown.connect(self._follow_shown)
        self.view.sigResized.connect(self._follow_shown)
        theme.changed.connect(self.recolor)

    def recolor(self) -> None:
        """Put the present theme on pens, axes, boxes and data: the one place that does."""
        self._complete = True
        theme, font = self.controller.theme, self.small_font()
        self.setBackground(theme.panel)
        for axis in (self.left_axis, self.bottom_axis):
            axis.recolor(theme.text_muted, theme.text_muted, font)
        self.backdrop.recolor(theme, font)
        self.reading.line.recolor(theme.text_muted)
        self.reading.readout.recolor(theme)
        self.recolor_data(theme)
        self.follow_range()
        self.viewport().update()

    def recolor_data(self, theme: Theme) -> None:
        """Put a theme on the data; for subclasses."""

    def small_font(self) -> QFont:
        """The font of the axes: one point below the window's."""
        return smaller(self._picture_font or self.font())

    @property
    def widget(self) -> QWidget:
        """The plot itself, for whoever exports it."""
        return self

    @property
    def picture_size(self) -> QSize:
        """As large as on screen."""
        return QSize(self.width(), self.height())

    def paint_picture(self, painter: QPainter, target: QRectF, theme: Theme, font: QFont) -> None:
        """Paint all of the plot into `target`, in another theme and font."""
        self._picture_font = font
        paint_scene(self, painter, target, theme)
        self._picture_font = None
        self.recolor()

    def show_pointing(self, shown: bool) -> None:
        """Draw the cursor and the chosen layers' bands, or leave them out of a picture."""
        self.reading.line.setVisible(shown)
        self.backdrop.show_bands(shown)

    def follow_range(self) -> None:
        """Grid lines, label room and cursor follow the range that is shown."""
        low, high = self.view.viewRange()[1]
        span, pixels = Span(low, high), max(float(self.view.height()), 1.0)
        self.backdrop.set_grid([height for height, _ in self.left_axis.labelled(span, pixels)])
        width = self.left_axis.reserve(span, pixels, self.extra_labels())
        for axis in self.left_axes():
            # pyqtgraph draws an axis anew whenever its width is set, even to what it is.
            if axis.fixedWidth != width:
                axis.setWidth(width)
        # At once: an event later would lay out, and paint all of it, a second time.
        self.grid.activate()
        self.reading.refresh()
        self._fit_button.take_place()

    def set_titles(self, up: str, across: str) -> None:
        """The names of the two axes; empty for none."""
        if (up, across) != self._titles:
            self._titles = up, across
            self.left_axis.set_title(up)
            self.bottom_axis.set_title(across)
            self.bottom_axis.setHeight(_TITLED if across else _BARE)
            self.follow_range()

    def _report_left(self) -> None:
        if self.reading.stop is None:
            self.pointer_left.emit()

    def _follow_shown(self, _view: object = None) -> None:
        if self._complete:
            self.follow_range()

    def extra_labels(self) -> Sequence[str]:
        """Labels beside the left axis that are not its own; for subclasses."""
        return ()

    def left_axes(self) -> Sequence[Axis]:
        """Every axis of the left column, which are equally wide; for subclasses with more rows."""
        return (self.left_axis,)

    def sizeHint(self) -> QSize:
        """Little: a plot takes the room that is left, and never makes a column scroll."""
        return QSize(200, max(self.minimumHeight(), 80))

    def _build(self) -> None:
        center = QGraphicsWidget()
        self.grid = QGraphicsGridLayout()
        self.grid.setContentsMargins(4, 8, 18, 2)
        self.grid.setSpacing(0)
        center.setLayout(self.grid)
        self.setCentralWidget(center)
        self.grid.addItem(self.left_axis, MAIN_ROW, 0)
        self.grid.addItem(self.view, MAIN_ROW, 1)
        self.grid.addItem(self.bottom_axis, AXIS_ROW, 1)
        self.grid.setRowStretchFactor(MAIN_ROW, 1)
        self.left_axis.linkToView(self.view)
        self.bottom_axis.linkToView(self.view)
        self.bottom_axis.setHeight(_BARE)
        self.view.addItem(self.backdrop, ignoreBounds=True)
        self.view.addItem(self.reading.line, ignoreBounds=True)
        self._fit_button = FitButton(self.fitted, self)

    # events --------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._complete:
            self.recolor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Hovering reads the nearest stop."""
        super().mouseMoveEvent(event)
        if event.buttons():
            self.reading.leave_pointer()
        else:
            self.reading.hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """The readout of the pointer goes with it."""
        super().leaveEvent(event)
        self.reading.leave_pointer()
        self._report_left()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click begins."""
        self._pressed_at = event.position()
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a drag chooses the nearest stop."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed_at).manhattanLength()
        if event.button() == Qt.MouseButton.LeftButton and moved < _CLICK_PIXELS:
            stop = self.reading.nearest(event.position().toPoint())
            if stop is not None:
                self.stop_chosen.emit(stop)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the range again."""
        super().mouseDoubleClickEvent(event)
        self.fitted.fit_again()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom; a plot that does not zoom leaves the wheel to what scrolls around it."""
        if self._zoomable:
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the cursor, Home and End go to the ends, Enter chooses, Escape leaves."""
        key, stop = Qt.Key(event.key()), self.reading.stop
        if self.reading.move_by_key(key):
            event.accept()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and stop is not None:
            self.stop_chosen.emit(stop)
        elif key == Qt.Key.Key_Escape and stop is not None:
            self.reading.leave()
            self._report_left()
        elif key == Qt.Key.Key_0 and self.fitted.held:
            self.fitted.fit_again()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor goes with the focus, unless its own menu took that."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.reading.leave()
            self._report_left()
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The plot's own menu, by right click or by the menu key."""
        from gradsim.ui.plots.plot_menu import PlotMenu

        PlotMenu(self).popup(event.globalPos())
        event.accept()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Ticks follow the size."""
        super().resizeEvent(event)
        if self._complete:
            self.follow_range()
