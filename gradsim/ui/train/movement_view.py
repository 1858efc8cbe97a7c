"""How much the last step moved each layer, beside the rule of thumb, and which have not moved."""

from __future__ import annotations

import math
from itertools import groupby

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from gradsim.ui.step.axes import axis_font, paint_instead
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.notation import layer_number
from gradsim.viewmodels.training.moment import Moment
from gradsim.viewmodels.training.wording import movement_sentence, span_of_layers

Floats = npt.NDArray[np.float64]
_GUIDE = -3.0
_LEAST_RUN = 0.75
"""How high, in lines of text, layers of one number must be together for it to stand there."""
_AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOW, _HIGH = -8.0, 0.0
"""Decades that the bars show; a layer below them has a bar of no length and its number."""


class RatioBars(QWidget):
    """One bar per layer for log₁₀(‖ΔW‖/‖W‖), from the left edge, with the guide at −3."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ratios: Floats | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(70)
        theme.changed.connect(self.update)

    def show_ratios(self, ratios: Floats | None) -> None:
        """Show these logarithms, (L,); None before the first step."""
        self._ratios = ratios
        told = self.instead
        if ratios is not None and not told:
            told = "; ".join(
                f"{layer_number(index + 1)}: {words.power_of_ten(float(value))}"
                for index, value in enumerate(ratios[:64])
            )
        self.setAccessibleDescription(told)
        self.update()

    @property
    def instead(self) -> str:
        """What is said in place of bars; empty where there are some."""
        if self._ratios is None:
            return self.tr("After the first step.")
        if np.isneginf(self._ratios).all():
            return self.tr("The last step moved no layer.")
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars from the bottom layer up, the guide, and decades below."""
        del event
        theme, ratios = self._theme.theme, self._ratios
        if ratios is None or self.instead:
            paint_instead(self, self.instead, theme)
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel)
        font = axis_font(self.font())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        layers = len(ratios)
        left = metrics.horizontalAdvance(str(layer_number(layers))) + 8.0
        area = QRectF(left, 2.0, self.width() - left - 8.0, self.height() - metrics.height() - 7.0)

        def x(value: float) -> float:
            share = (min(max(value, _LOW), _HIGH) - _LOW) / (_HIGH - _LOW)
            return area.left() + share * area.width()

        pitch = area.height() / layers
        painter.setPen(Qt.PenStyle.NoPen)
        for index, value in enumerate(ratios):
            top = area.bottom() - (index + 1) * pitch
            thick = max(1.0, min(14.0, pitch * 0.7))
            box = QRectF(area.left(), top + (pitch - thick) / 2, 0, thick)
            if math.isfinite(value):
                box.setRight(max(x(float(value)), area.left() + 1.0))
                painter.fillRect(box, theme.ink[2])
        painter.setPen(theme.text_muted)
        for box, text in placeless_numbers(ratios, area, metrics.height()):
            painter.drawText(box, _AT_THE_LEFT, text)
        self._paint_axis(painter, area, x(_GUIDE), metrics)
        painter.setPen(theme.text_muted)
        stride = max(1, math.ceil(metrics.height() / max(pitch, 0.01)))
        for layer in range(1, layers + 1, stride):
            y = area.bottom() - (layer - 0.5) * pitch
            above = max(0.0, y - metrics.height() / 2)  # the uppermost stays whole
            box = QRectF(0, above, left - 4, metrics.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, str(layer_number(layer)))
        painter.end()

    def _paint_axis(
        self, painter: QPainter, area: QRectF, guide: float, metrics: QFontMetricsF
    ) -> None:
        theme = self._theme.theme
        painter.setPen(QPen(theme.text_muted, 1.0))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(QPen(theme.text, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(guide, area.top()), QPointF(guide, area.bottom()))
        painter.setPen(theme.text_muted)
        for value in (-8, -6, -3, 0):
            share = (value - _LOW) / (_HIGH - _LOW)
            text = f"10{superscript(value)}" if value else "1"
            wide = metrics.horizontalAdvance(text)
            at = min(max(area.left() + share * area.width() - wide / 2, 0), self.width() - wide)
            painter.drawText(QPointF(at, area.bottom() + metrics.ascent() + 3), text)

    def sizeHint(self) -> QSize:
        """Little: it takes what is left."""
        return QSize(200, 110)


def placeless_numbers(ratios: Floats, area: QRectF, line: float) -> list[tuple[QRectF, str]]:
    """The numbers that have no place on the axis, such as 0, each where a bar would begin.

    Neighbours of one number share it where there is no `line` of text for each of them.
    """
    pitch = area.height() / len(ratios)

    def key(layer: int) -> tuple[str, int]:
        text = "" if math.isfinite(ratios[layer]) else words.power_of_ten(float(ratios[layer]))
        return text, layer if pitch >= line else 0

    placed = []
    for (text, _), run in groupby(range(len(ratios)), key):
        layers = list(run)
        height = len(layers) * pitch
        if text and height >= _LEAST_RUN * line:
            top = area.bottom() - (layers[-1] + 1) * pitch
            middle = top + height / 2
            box = QRectF(area.left() + 3, middle - line / 2, area.width() - 3, line)
            placed.append((box, text))
    return placed


class MovementView(QWidget):
    """The bars, and below them in words what stands still."""

    _spacing = 4

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = RatioBars(theme)
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        self._moment: Moment | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._spacing)
        layout.addWidget(self.bars, 1)
        layout.addWidget(self.sentence)
        self._retranslate()

    def show_moment(self, moment: Moment | None) -> None:
        """Show how the layers moved."""
        self._moment = moment
        self.bars.show_ratios(None if moment is None else moment.update_ratios)
        text = "" if moment is None or not moment.steps else words.text(movement_sentence(moment))
        self.sentence.setText(text)
        self.sentence.setVisible(bool(text))
        self._ask_for_room()
        still = () if moment is None else moment.still_layers()
        self.sentence.setToolTip(span_of_layers(still))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower sentence has more lines."""
        super().resizeEvent(event)
        self._ask_for_room()

    def _ask_for_room(self) -> None:
        """Have all lines of the sentence stand below the bars, not on them: a splitter knows
        nothing of heights that follow from widths."""
        needed = self.bars.minimumHeight()
        if not self.sentence.isHidden():
            needed += self._spacing + self.sentence.heightForWidth(self.width())
        self.setMinimumHeight(needed)

    def _retranslate(self) -> None:
        self.bars.setAccessibleName(self.tr("Size of the last update of every layer"))
        self.bars.setToolTip(
            self.tr(
                "‖ΔW‖/‖W‖ of the last step. About 10⁻³ (dashed) is, as a rule of thumb, neither "
                "too slow nor too fast."
            )
        )
        self.show_moment(self._moment)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
