"""The box at the end of the equation: the product beside the engine and a finite difference."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from gradsim.ui.step.equation.layout import number_font, text_width
from gradsim.ui.theme import Theme
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.walk.ending import Ending

_EQUALS = 15.0
_INSET = 9.0
_LINE = 20.0


def result_room(ending: Ending, font: QFont) -> float:
    """The width that the box needs, its equals sign included."""
    plain, bold = number_font(font), number_font(font, bold=True)
    rows = ending.rows()
    names = max(text_width(plain, _told(row.name)) for row in rows)
    values = max(text_width(bold, _told(row.value)) for row in rows)
    return names + values + _EQUALS + 2 * _INSET + 14.0


def paint_result(painter: QPainter, box: QRectF, ending: Ending, font: QFont, theme: Theme) -> None:
    """Draw the equals sign and the rows, the boxed value bold."""
    painter.setPen(QPen(theme.accent, 2.0))
    painter.setBrush(theme.selection)
    painter.drawRoundedRect(box.adjusted(_EQUALS, 1, -1, -1), 7, 7)
    painter.setFont(font)
    painter.setPen(theme.text)
    equals = QRectF(box.left() - 6, box.top(), _EQUALS + 5, box.height())
    painter.drawText(equals, Qt.AlignmentFlag.AlignCenter, "=")
    rows = ending.rows()
    line = min(_LINE, (box.height() - 8.0) / len(rows))
    top = box.center().y() - line * len(rows) / 2
    inner = box.adjusted(_EQUALS + _INSET, 0, -_INSET - 1, 0)
    middle = Qt.AlignmentFlag.AlignVCenter
    for number, row in enumerate(rows):
        place = QRectF(inner.left(), top + number * line, inner.width(), line)
        painter.setFont(number_font(font))
        painter.setPen(theme.text_muted)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | middle, _told(row.name))
        painter.setFont(number_font(font, bold=row.boxed))
        painter.setPen(theme.text)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, _told(row.value))


def _told(value: str | Message) -> str:
    return value if isinstance(value, str) else words.text(value)
