"""A small piece of a band or a line, for the legend below the plot."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gradsim.ui.plots.pin_spreads import draw_arrow
from gradsim.ui.plots.spread import INTERVAL_DASH, THEORY_DASH
from gradsim.ui.theme import ThemeController

Kind = Literal["extremes", "quartiles", "median", "theory", "interval", "bar", "arrow"]


class Swatch(QWidget):
    """Drawn as the plot draws it."""

    def __init__(self, kind: Kind, theme: ThemeController) -> None:
        super().__init__()
        self._kind = kind
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for three dashes, or for a bar."""
        return QSize(10 if self._kind in ("bar", "arrow") else 30, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled piece, or a line."""
        del event
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5)
        fills = {"extremes": theme.band_extremes, "quartiles": theme.band_quartiles}
        if self._kind in fills:
            painter.setPen(QPen(theme.field_border, 1.0))
            painter.setBrush(fills[self._kind])
            painter.drawRect(area)
        elif self._kind == "bar":
            painter.setPen(QPen(theme.ink[1], 2.5))
            painter.drawLine(
                QPointF(area.center().x(), area.top()),
                area.center() + (QPointF(0.0, area.height() / 2)),
            )
        elif self._kind == "arrow":
            draw_arrow(painter, QPointF(area.center().x(), area.top()), area.height(), theme.ink[1])
        else:
            color, width, dash = {
                "median": (theme.ink[2], 1.5, ()),
                "theory": (theme.text, 1.6, THEORY_DASH),
            }.get(self._kind, (theme.text_muted, 1.2, INTERVAL_DASH))
            pen = QPen(color, width)
            if dash:
                pen.setDashPattern(list(dash))
                pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            middle = area.center().y()
            painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
        painter.end()


class LegendEntry(QWidget):
    """A swatch and its words."""

    def __init__(self, kind: Kind, theme: ThemeController) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setProperty("muted", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(Swatch(kind, theme))
        layout.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Name it; nothing hides the entry."""
        self.words.setText(words)
        self.setVisible(bool(words))
