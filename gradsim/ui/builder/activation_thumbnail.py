"""A small picture of an activation and its derivative."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.theme import Theme, ThemeController
from gradsim.viewmodels.builder.activation_shape import REACH, ActivationShape, Array

_MARGIN = 6.0
_KEY_WIDTH = 40.0


class ActivationThumbnail(QWidget):
    """Paints f as a line and f′ dashed, in the activation's green, over z from −4 to 4."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shape: ActivationShape | None = None
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_shape(self, shape: ActivationShape | None, words: str) -> None:
        """Paint `shape`, or the sentence `words` where there is none to paint."""
        if shape is self._shape and words == self._words:
            return
        self._shape = shape
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 68)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 68)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.panel_border, 1.0))
        painter.setBrush(theme.panel)
        painter.drawRoundedRect(frame, 6.0, 6.0)
        if self._shape is None:
            painter.setPen(theme.text_muted)
            room = frame.adjusted(_MARGIN, 2.0, -_MARGIN, -2.0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._words)
            return
        self._paint_curves(painter, frame, theme, self._shape)
        self._paint_key(painter, frame, theme)

    def _paint_curves(
        self, painter: QPainter, frame: QRectF, theme: Theme, shape: ActivationShape
    ) -> None:
        plot = frame.adjusted(_MARGIN, _MARGIN, -_MARGIN - _KEY_WIDTH, -_MARGIN)
        height = shape.highest - shape.lowest

        def point(z: float, y: float) -> QPointF:
            return QPointF(
                plot.left() + (z + REACH) / (2.0 * REACH) * plot.width(),
                plot.bottom() - (y - shape.lowest) / height * plot.height(),
            )

        painter.save()
        painter.setClipRect(frame.adjusted(1.0, 1.0, -1.0, -1.0))
        painter.setPen(QPen(theme.grid, 1.0))
        painter.drawLine(point(-REACH, 0.0), point(REACH, 0.0))
        painter.drawLine(point(0.0, shape.lowest), point(0.0, shape.highest))
        solid = QPen(theme.activation, 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        dashed = QPen(theme.activation, 1.4)
        dashed.setDashPattern([3.0, 2.2])
        painter.setClipRect(plot.adjusted(-2.0, -2.0, 2.0, 2.0))
        curves: tuple[tuple[QPen, tuple[Array, ...]], ...] = (
            (dashed, shape.derivative),
            (solid, shape.value),
        )
        for pen, stretches in curves:
            painter.setPen(pen)
            for zs, ys in zip(shape.z, stretches, strict=True):
                pairs = zip(zs.tolist(), ys.tolist(), strict=True)
                painter.drawPolyline(QPolygonF([point(z, y) for z, y in pairs]))
        painter.restore()

    def _paint_key(self, painter: QPainter, frame: QRectF, theme: Theme) -> None:
        left = frame.right() - _KEY_WIDTH - 2.0
        for row, (label, style) in enumerate(
            (("f", Qt.PenStyle.SolidLine), ("f′", Qt.PenStyle.DashLine))
        ):
            y = frame.top() + 18.0 + row * 20.0
            painter.setPen(QPen(theme.activation, 2.0 if row == 0 else 1.4, style))
            painter.drawLine(QPointF(left, y), QPointF(left + 16.0, y))
            painter.setPen(theme.text_muted)
            painter.drawText(QPointF(left + 22.0, y + 4.0), label)
