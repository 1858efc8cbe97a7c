"""What can be exported: what pictures, menu and dialog ask of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from gradsim.ui.plots.bars import BarStyle
from gradsim.ui.plots.line_samples import LegendSample, PlainLine
from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.gradients.tables import Table

CaptionStyle = int | PlainLine | LegendSample | Callable[[Theme], BarStyle] | None
"""What goes before the words: the line of a run's style with its marker, one without markers, the
sample of a legend, a swatch of bars, or nothing."""
CaptionLine = tuple[CaptionStyle, str]
"""The words of one line of a caption, and what goes before them."""


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
    def picture_size(self) -> QSize:
        """Width and height of the picture without its words, in logical pixels."""
        ...

    @property
    def controller(self) -> ThemeController:
        """Whose theme it wears."""
        ...

    def paint_picture(self, painter: QPainter, target: QRectF, theme: Theme, font: QFont) -> None:
        """Paint all of it, without what only says where mouse, selection and focus stand."""
        ...
