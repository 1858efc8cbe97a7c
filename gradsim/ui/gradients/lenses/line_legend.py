"""A legend of short pieces of lines with their words, which breaks into further rows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gradsim.ui.gradients.flow import FlowLayout
from gradsim.ui.plots.export.subject import CaptionLine
from gradsim.ui.plots.line_samples import LegendSample, PaintSample
from gradsim.ui.theme import ThemeController


class LegendEntry(Struct, frozen=True, eq=False):
    """How a sample is painted, and the words beside it."""

    paint: PaintSample
    text: str
    strong: bool = False


class _Sample(QWidget):
    """A piece of a line, painted as the plot paints it."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self.paint: PaintSample | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for a few dashes."""
        return QSize(22, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sample."""
        del event
        if self.paint is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter, QRectF(self.rect()), self._theme.theme)
            painter.end()


class _Entry(QWidget):
    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self.sample, self.label = _Sample(theme), QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.sample)
        layout.addWidget(self.label)


class LineLegend(QWidget):
    """Shows as many entries as it is given; the widgets are made once and kept."""

    def __init__(self, theme: ThemeController) -> None:
        super().__init__()
        self._theme = theme
        self._entries: list[_Entry] = []
        self._shown = 0
        self._flow = FlowLayout(self, across=11)

    def show_entries(self, entries: Sequence[LegendEntry]) -> None:
        """Show these and no others."""
        while len(self._entries) < len(entries):
            made = _Entry(self._theme)
            self._entries.append(made)
            self._flow.addWidget(made)
        self._shown = len(entries)
        for index, widget in enumerate(self._entries):
            widget.setHidden(index >= len(entries))
        for widget, entry in zip(self._entries, entries, strict=False):
            widget.sample.paint = entry.paint
            widget.sample.update()
            widget.label.setTextFormat(Qt.TextFormat.PlainText)
            font = widget.label.font()
            font.setBold(entry.strong)
            widget.label.setFont(font)
            widget.label.setText(entry.text)

    def text(self) -> str:
        """What the legend says, in one line."""
        return ", ".join(each.label.text() for each in self._entries[: self._shown])

    def caption(self) -> Sequence[CaptionLine]:
        """What the legend shows, a line for each entry with its sample: for an exported picture."""
        return [
            (None if paint is None else LegendSample(paint), each.label.text())
            for each in self._entries[: self._shown]
            for paint in (each.sample.paint,)
        ]
