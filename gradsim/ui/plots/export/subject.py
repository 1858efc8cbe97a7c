"""What can be exported: every Plot, and any painted canvas that a CanvasSubject stands for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF
from PySide6.QtGui import QContextMenuEvent, QFont, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from gradsim.ui.plots.pictures import CaptionLine
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.tables import Table

IN_PICTURE = "inPicture"
"""A property of a canvas, true while it paints into a picture: no frame of the focus then."""


class Subject(Protocol):
    """What pictures, menu and dialog ask of something that can be exported.

    Attributes
    ----------
    caption : callable
        What is drawn: a line for each run with its style, or words alone.
    configuration : callable
        What made it, as sentences that are set below the caption: network, initialization, data,
        seed. The program's version is added by the picture.
    table : callable or None
        The numbers behind the picture.
    file_stem : str
        What a file is called unless another name is chosen.
    """

    caption: Callable[[], Sequence[CaptionLine]]
    configuration: Callable[[], Sequence[str]]
    table: Callable[[], Table] | None
    file_stem: str

    @property
    def widget(self) -> QWidget:
        """The widget on screen, whose accessible name names the picture."""
        ...

    @property
    def controller(self) -> ThemeController:
        """Whose theme it wears."""
        ...

    def paint_picture(self, painter: QPainter, target: QRectF, theme: Theme, font: QFont) -> None:
        """Paint all of it, without what only says where mouse, selection and focus stand."""
        ...


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


def subjects_of(window: QWidget) -> list[Subject]:
    """Everything within `window` that is on screen and can be exported, from top to bottom."""
    from gradsim.ui.plots.plot import Plot

    found: list[Subject] = [plot for plot in window.findChildren(Plot) if _seen(plot)]
    found += [each for each in window.findChildren(CanvasSubject) if _seen(each.widget)]

    def place(subject: Subject) -> tuple[int, int]:
        corner = subject.widget.mapTo(window, QPoint(0, 0))
        return corner.y(), corner.x()

    return sorted(found, key=place)


def focused_subject(subjects: Sequence[Subject]) -> Subject | None:
    """The one that has the keyboard's focus."""
    focus = QApplication.focusWidget()
    for subject in subjects:
        widget = subject.widget
        if focus is not None and (widget is focus or widget.isAncestorOf(focus)):
            return subject
    return None


def _seen(widget: QWidget) -> bool:
    return widget.isVisible() and widget.width() > 1 and widget.height() > 1
