"""Edges that fade where a scrolled row goes on beyond them."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

_WIDTH = 28.0


def fade_edges(painter: QPainter, visible: QRectF, whole_width: float, panel: QColor) -> None:
    """Fade the left and right edge of `visible` into `panel` where the row is cut there."""
    clear = QColor(panel)
    clear.setAlpha(0)
    for edge, inward, more in (
        (visible.left(), _WIDTH, visible.left() > 1.0),
        (visible.right(), -_WIDTH, visible.right() < whole_width - 2.0),
    ):
        if more:
            gradient = QLinearGradient(edge, 0.0, edge + inward, 0.0)
            gradient.setColorAt(0.0, panel)
            gradient.setColorAt(1.0, clear)
            left = min(edge, edge + inward)
            painter.fillRect(QRectF(left, visible.top(), _WIDTH, visible.height()), gradient)
