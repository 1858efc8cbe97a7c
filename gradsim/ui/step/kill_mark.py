"""The mark of a factor that makes the running product exactly 0: a crossed-out ring."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from gradsim.ui.theme import Theme

_RADIUS = 5.5


def paint_kill_mark(painter: QPainter, center: QPointF, theme: Theme) -> None:
    """Draw the mark around `center`; it tells by its shape, not by its colour."""
    painter.save()
    painter.setPen(QPen(theme.danger_text, 1.7))
    painter.setBrush(theme.panel)
    painter.drawEllipse(center, _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = _RADIUS * 0.71
    painter.drawLine(center + QPointF(-reach, reach), center + QPointF(reach, -reach))
    painter.restore()
