"""Fractions and formulas on a painter: the typeset picture, or plain text until there is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from gradsim.ui.equations import Equations, Picture

EM = 18.0
"""Size of the equations, in pixels per em; it never shrinks."""


class Typesetter:
    """Measures and paints TeX with its plain stand-in for one screen resolution."""

    def __init__(self, equations: Equations, font: QFont, ratio: float) -> None:
        self._equations = equations
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 1.12)
        self._ratio = ratio
        self.missing = False
        """Whether a picture that was asked for is still to come."""

    def picture(self, tex: str, color: QColor, size: float = EM) -> Picture | None:
        """The typeset picture, if it is ready."""
        found = self._equations.of(tex, size, color, self._ratio)
        if found is None:
            self.missing = True
        return found

    @property
    def ratio(self) -> float:
        """Pixels of the screen per pixel of the window."""
        return self._ratio

    def width(self, tex: str, plain: str, color: QColor, size: float = EM) -> float:
        """How wide the formula is now, typeset or plain."""
        picture = self.picture(tex, color, size)
        if picture is not None:
            return picture.width
        metrics = QFontMetricsF(self._font)
        return max(metrics.horizontalAdvance(part) for part in _parts(plain))

    def height(self, tex: str, plain: str, color: QColor, size: float = EM) -> float:
        """How high the formula is now."""
        picture = self.picture(tex, color, size)
        if picture is not None:
            return picture.height
        return QFontMetricsF(self._font).height() * len(_parts(plain)) + 4.0

    def ascent(self, tex: str, plain: str, color: QColor, size: float = EM) -> float:
        """How far it stands above the line of writing; a plain fraction stands astride of it."""
        picture = self.picture(tex, color, size)
        if picture is not None:
            return picture.ascent
        metrics = QFontMetricsF(self._font)
        if len(_parts(plain)) == 1:
            return metrics.ascent() + 2.0
        return self.height(tex, plain, color, size) / 2 + 0.25 * size

    def paint(
        self,
        painter: QPainter,
        box: QRectF,
        tex: str,
        plain: str,
        color: QColor,
        size: float = EM,
        *,
        centered: bool = True,
    ) -> None:
        """Draw the formula in the middle of `box`, or at its left edge."""
        picture = self.picture(tex, color, size)
        if picture is not None:
            left = box.center().x() - picture.width / 2 if centered else box.left()
            top = box.center().y() - picture.height / 2
            painter.drawPixmap(QPointF(round(left), round(top)), picture.pixmap)
            return
        self._paint_plain(painter, box, plain, color, centered=centered)

    def _paint_plain(
        self, painter: QPainter, box: QRectF, plain: str, color: QColor, *, centered: bool
    ) -> None:
        painter.setFont(self._font)
        painter.setPen(color)
        parts = _parts(plain)
        metrics = QFontMetricsF(self._font)
        side = Qt.AlignmentFlag.AlignHCenter if centered else Qt.AlignmentFlag.AlignLeft
        if len(parts) == 1:
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, plain)
            return
        width = max(metrics.horizontalAdvance(part) for part in parts)
        left = box.center().x() - width / 2 if centered else box.left()
        middle, line = box.center().y(), metrics.height()
        center = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(left, middle - line - 2, width, line), center, parts[0])
        painter.drawText(QRectF(left, middle + 2, width, line), center, parts[1])
        painter.setPen(QPen(color, 1.0))
        painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))


def _parts(plain: str) -> tuple[str, ...]:
    """Numerator and denominator of ``∂a/∂z``; anything else stays whole."""
    over, slash, under = plain.partition("/")
    if slash and over.startswith("∂") and under.startswith("∂") and "=" not in plain:
        return over, under
    return (plain,)
