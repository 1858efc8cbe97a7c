"""The colour scale of small pictures: its ramp between the words for its ends."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.axes import axis_font
from gradsim.ui.theme import ThemeController
from gradsim.ui.train.pictures.shading import paint_ramp
from gradsim.viewmodels import words

_RAMP = 9.0
_GAP = 6.0


class ScaleBar(QWidget):
    """A line: the low end, the ramp, the high end; with `signed` 0 lies in the middle."""

    def __init__(
        self, theme: ThemeController, *, signed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._signed = theme, signed
        self._low, self._high = 0.0, 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_ends(self, low: float, high: float) -> None:
        """What the ends stand for."""
        self._low, self._high = low, high
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, ramp, words."""
        del event
        painter = QPainter(self)
        theme, font = self._theme.theme, axis_font(self.font())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.text_muted)
        low, high = (words.number(each, 3) for each in (self._low, self._high))
        left = metrics.horizontalAdvance(low) + _GAP
        right = metrics.horizontalAdvance(high) + _GAP
        area = QRectF(left, (self.height() - _RAMP) / 2, self.width() - left - right, _RAMP)
        whole = QRectF(self.rect())
        painter.drawText(whole, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, low)
        painter.drawText(whole, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, high)
        if area.width() > 10:
            paint_ramp(painter, area, theme, signed=self._signed)
            painter.setPen(theme.panel_border)
            painter.drawRect(area)
        painter.end()

    def sizeHint(self) -> QSize:
        """One line of small letters."""
        return QSize(120, round(QFontMetricsF(axis_font(self.font())).height()) + 2)
