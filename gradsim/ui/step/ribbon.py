"""The depth ribbon: log₁₀ ‖∂C/∂z‖ of every layer in one strip, to see and to go anywhere."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip, QWidget

from gradsim.ui.step.diagram.inks import Letters, mixed
from gradsim.ui.step.diagram.picture import draw_standing
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.digits import superscript
from gradsim.viewmodels.notation import current, layer_number, written
from gradsim.viewmodels.step.diagram.diagram import DiagramModel
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.diagram.ribbon import Ribbon
from gradsim.viewmodels.step.diagram.words import describe, standing_text

RIBBON = 78
LOW_RIBBON = 58
"""Its heights, where there is room and where there is little."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 58.0, 14.0, 12.0, 17.0
_CORNERS: dict[str, Qt.AlignmentFlag] = {
    "top left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    "top right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
    "bottom left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
    "bottom right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom,
}
_GUTTER = 12.0
"""Height below the scale where layers without a finite value have their mark."""


class RibbonView(QSlider):
    """A slider over the layers that shows their gradients; hidden where the diagram is whole.

    A click, a drag, ←/→, Page Up/Down, Home and End choose a layer.
    """

    layer_chosen = Signal(int)

    def __init__(
        self, model: DiagramModel, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._theme = theme
        self._letters = Letters(self.font())
        self._still: QPixmap | None = None
        self._drawn: Ribbon | None = None
        self.setObjectName("depthRibbon")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setPageStep(10)
        self.setFixedHeight(RIBBON)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.changed.connect(self._follow)
        model.highlighted.connect(self._follow_cursor)
        theme.changed.connect(self._forget)
        self.actionTriggered.connect(self._report)
        self._retranslate()
        self._follow()

    def sizeHint(self) -> QSize:
        return QSize(400, RIBBON)

    def layer_at(self, x: float) -> int:
        """The layer under a point of the strip, held within those there are."""
        ribbon = self._model.ribbon
        if ribbon is None:
            return 1
        share = (x - _LEFT) / max(self.width() - _LEFT - _RIGHT, 1.0)
        return min(max(1 + math.floor(share * ribbon.layers), 1), ribbon.layers)

    def _follow(self) -> None:
        ribbon = self._model.ribbon
        self.setVisible(ribbon is not None)
        if ribbon is not None and self.maximum() != ribbon.layers:
            self.setRange(1, ribbon.layers)
        self._follow_cursor()
        if ribbon is not self._drawn:
            self._drawn = ribbon
            self._forget()

    def _follow_cursor(self) -> None:
        self.setValue(self._model.cursor)
        self.update()

    def _forget(self) -> None:
        self._still = None
        self.update()

    def _report(self) -> None:
        self.layer_chosen.emit(self.sliderPosition())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Depth"))
        self.setAccessibleDescription(
            self.tr("The gradient of every layer. Choose the layer that the diagram shows.")
        )

    def _x_of(self, ribbon: Ribbon, layer: float) -> float:
        """The middle of a layer's share of the strip."""
        return _LEFT + (self.width() - _LEFT - _RIGHT) * (layer - 0.5) / ribbon.layers

    def _scale_bottom(self, ribbon: Ribbon) -> float:
        return self.height() - _BOTTOM - (_GUTTER if ribbon.marked() else 0.0)

    def _paint_still(self, ribbon: Ribbon) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap((QSizeF(self.size()) * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.theme.panel)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_scale(painter, ribbon)
        self._paint_values(painter, ribbon)
        self._paint_gutter(painter, ribbon)
        painter.end()
        return pixmap

    def _paint_scale(self, painter: QPainter, ribbon: Ribbon) -> None:
        theme = self._theme.theme
        bottom, right = self._scale_bottom(ribbon), self.width() - _RIGHT
        painter.setFont(self._letters.font(10))
        ends = ((ribbon.top, _TOP), (ribbon.bottom, bottom))
        for decade, y in ends:
            painter.setPen(QPen(theme.grid, 1.0))
            painter.drawLine(QPointF(_LEFT, y), QPointF(right, y))
            painter.setPen(theme.text_muted)
            rect = QRectF(0, min(max(y - 8, 0.0), bottom - 12), _LEFT - 6, 16)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect, flags, f"10{superscript(decade)}")
        for layer in tick_layers(ribbon.layers, current().first_index):
            x = self._x_of(ribbon, layer)
            rect = QRectF(x - 24, self.height() - _BOTTOM + 3, 48, 13)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(layer_number(layer)))

    def _paint_caption(self, painter: QPainter, ribbon: Ribbon, frame: QRectF) -> None:
        """What the strip shows, in its free corner, but not under the frame of the window."""
        painter.setPen(self._theme.theme.text_muted)
        painter.setFont(self._letters.font(10))
        wide = self.width() - _LEFT - _RIGHT - 8
        strip = QRectF(_LEFT + 4, _TOP + 2, wide, self._scale_bottom(ribbon) - _TOP - 3)
        caption = written(self.tr("‖∂C/∂z‖ of every layer"))
        flags = _CORNERS[ribbon.free_corner]
        if painter.boundingRect(strip, flags, caption).intersects(frame):
            if flags & Qt.AlignmentFlag.AlignLeft:
                strip.setLeft(frame.right() + 5)
            else:
                strip.setRight(frame.left() - 5)
        painter.drawText(strip, flags, caption)

    def _paint_values(self, painter: QPainter, ribbon: Ribbon) -> None:
        """One filled outline for each run of finite values."""
        theme, bottom = self._theme.theme, self._scale_bottom(ribbon)
        half = (self.width() - _LEFT - _RIGHT) / ribbon.layers / 2
        up = bottom - ribbon.heights * (bottom - _TOP)
        for first, last in ribbon.finite_runs():
            left, right = self._x_of(ribbon, first), self._x_of(ribbon, last)
            across = np.linspace(left, right, last - first + 1).tolist()
            points = list(map(QPointF, across, up[first - 1 : last].tolist()))
            points = [points[0] - QPointF(half, 0), *points, points[-1] + QPointF(half, 0)]
            filled = QPainterPath()
            feet = [QPointF(points[-1].x(), bottom), QPointF(points[0].x(), bottom)]
            filled.addPolygon(QPolygonF([*points, *feet]))
            painter.fillPath(filled, mixed(theme.panel, theme.ink[0], 0.14))
            painter.setPen(QPen(theme.ink[0], 1.6))
            painter.drawPolyline(QPolygonF(points))

    def _paint_gutter(self, painter: QPainter, ribbon: Ribbon) -> None:
        """The marks of layers that are zero, under- or overflown or not a number, with a text."""
        theme = self._theme.theme
        y = self.height() - _BOTTOM - _GUTTER / 2 + 2
        half = (self.width() - _LEFT - _RIGHT) / ribbon.layers / 2
        for first, last, standing in ribbon.marked():
            left, right = self._x_of(ribbon, first) - half, self._x_of(ribbon, last) + half
            painter.setPen(QPen(theme.text_muted, 1.2))
            if right - left > 14:
                painter.drawLine(QPointF(left + 11, y), QPointF(right - 1, y))
            painter.setBrush(theme.panel)
            painter.setPen(QPen(theme.text, 1.2))
            draw_standing(painter, QPointF(left + max(min(5.0, half), 3.0), y), 3.0, standing)
            if right - left > 80:
                label = standing_text(standing)
                painter.setFont(self._letters.font(9))
                wide = painter.fontMetrics().horizontalAdvance(label) + 8
                box = QRectF((left + right - wide) / 2, y - 6, wide, 12)
                painter.fillRect(box, theme.panel)
                painter.setPen(theme.text_muted)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def event(self, event: QEvent) -> bool:
        values = self._model.values
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and values:
            from gradsim.ui.step.diagram.tips import tip_html

            layer = self.layer_at(event.pos().x())
            tip = tip_html(describe(Target(TargetKind.LAYER, layer), values))
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ribbon = self._model.ribbon
        if ribbon is None:
            return
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = self._paint_still(ribbon)
        theme = self._theme.theme
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window, bottom = self._model.window, self.height() - _BOTTOM + 1
        half = (self.width() - _LEFT - _RIGHT) / ribbon.layers / 2
        left = self._x_of(ribbon, max(window.first, 1)) - half
        right = self._x_of(ribbon, window.last) + half
        wide = max(right - left, 5.0)
        frame = QRectF((left + right - wide) / 2, _TOP - 3, wide, bottom - _TOP + 3)
        self._paint_caption(painter, ribbon, frame)
        painter.setPen(QPen(theme.accent, 2.0 if self.hasFocus() else 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, 3, 3)
        x = self._x_of(ribbon, max(self._model.cursor, 1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        tip = _TOP - 3
        painter.drawPolygon([QPointF(x - 5, tip - 7), QPointF(x + 5, tip - 7), QPointF(x, tip)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._forget()
        elif event.type() == QEvent.Type.FontChange:
            self._letters = Letters(self.font())
            self._forget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.layer_chosen.emit(self.layer_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.layer_chosen.emit(self.layer_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def tick_layers(layers: int, first: int = 1) -> tuple[int, ...]:
    """Layers to number under the strip: the first, at most ten with round numbers, the last.

    `first` is the number of layer 1.
    """
    steps = (base * 10**power for power in range(5) for base in (1, 2, 5))
    step = next(each for each in steps if layers / each <= 10)
    between = range(step + 1 - first, layers, step)
    return (1, *(each for each in between if each > 1 and layers - each >= step / 2), layers)
