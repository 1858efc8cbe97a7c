"""Lets a painted canvas be exported as the plots are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.tables import Table

IN_PICTURE = "inPicture"
"""A property of a canvas, true while it paints into a picture: no frame of the focus then."""


class CanvasSubject(QObject):
    """Lets a widget that paints itself be exported; it is the widget's child.

    Set `caption`, `configuration` and `table`; a right click or the menu key then opens the menu
    of pictures and numbers, and the export dialog offers the canvas while it is shown.
    """

    def __init__(self, canvas: QWidget, theme: ThemeController, file_stem: str) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._theme = theme
        self.file_stem = file_stem
        self.caption: Callable[[], Sequence[CaptionLine]] = tuple
        self.configuration: Callable[[], Sequence[str]] = tuple
        self.table: Callable[[], Table] | None = None
        canvas.installEventFilter(self)

    @property
    def widget(self) -> QWidget:
        """The canvas."""
        return self._canvas

    @property
    def picture_size(self) -> QSize:
        """As large as on screen."""
        return self._canvas.size()

    @property
    def controller(self) -> ThemeController:
        """Whose theme it wears."""
        return self._theme

    def paint_picture(self, painter: QPainter, target: QRectF, theme: Theme, font: QFont) -> None:
        """What the canvas paints on screen, as shapes and words."""
        canvas, own = self._canvas, self._canvas.font()
        canvas.setFont(font)
        canvas.setProperty(IN_PICTURE, True)
        painter.save()
        painter.translate(target.topLeft())
        with self._theme.worn(theme):
            canvas.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.restore()
        canvas.setProperty(IN_PICTURE, None)
        canvas.setFont(own)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu where one is asked for."""
        if watched is self._canvas and isinstance(event, QContextMenuEvent):
            from gradsim.ui.plots.plot_menu import PlotMenu

            PlotMenu(self).popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)
