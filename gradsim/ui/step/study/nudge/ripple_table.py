"""Paints the ripple: a line for each change, with what is real, what was predicted and the gap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.step.axes import axis_font
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels.step.nudge.rows import Row

_ROW = 20
_MARGIN = 2.0
_GAP = 8.0


class RippleTable(QWidget):
    """As high as its lines; paints those in sight only, so that a thousand layers cost little."""

    def __init__(self, theme: ThemeController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._heads = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._retranslate()
        theme.changed.connect(self.update)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The lines shown."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other lines."""
        self._rows = rows
        self.setFixedHeight(_ROW * (len(rows) + 1) if rows else 0)
        self.setAccessibleDescription("; ".join(self.told(row) for row in rows[:40]))
        self.update()

    def told(self, row: Row) -> str:
        """One line in words."""
        text = self.tr("{symbol}: really {actual}, predicted {predicted}, difference {difference}")
        told = row.told
        return text.format(
            symbol=row.symbol,
            actual=told.actual,
            predicted=told.predicted,
            difference=told.difference,
        )

    def _columns(self) -> tuple[QRectF, ...]:
        """Left and width of the symbol's column and of the three numbers'."""
        metrics = QFontMetricsF(self._strong())
        longest = max((metrics.horizontalAdvance(row.symbol) for row in self._rows[:60]), default=0)
        first = min(max(longest + _GAP, 44.0), 0.3 * self.width())
        wide = (self.width() - first - _MARGIN) / 3
        lefts = (first, first + wide, first + 2 * wide)
        return QRectF(_MARGIN, 0, first, _ROW), *(QRectF(x, 0, wide - _GAP, _ROW) for x in lefts)

    def _strong(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heads, then the lines in sight."""
        painter = QPainter(self)
        theme, columns = self._theme.theme, self._columns()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(axis_font(self.font()))
        painter.setPen(theme.text_muted)
        metrics = painter.fontMetrics()
        for head, box in zip(self._heads, columns[1:], strict=True):
            short = metrics.elidedText(head, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, right, short)
        painter.setPen(QPen(theme.grid, 1.0))
        painter.drawLine(0, _ROW - 1, self.width(), _ROW - 1)
        first = max((event.rect().top() - _ROW) // _ROW, 0)
        last = min((event.rect().bottom()) // _ROW, len(self._rows))
        for number in range(first, last):
            self._paint_row(painter, self._rows[number], _ROW * (number + 1), columns, number == 0)
        painter.end()

    def _paint_row(
        self, painter: QPainter, row: Row, top: int, columns: tuple[QRectF, ...], strong: bool
    ) -> None:
        theme = self._theme.theme
        middle = Qt.AlignmentFlag.AlignVCenter
        boxes = [box.translated(0, top) for box in columns]
        # The bars of a norm are blocks in strong letters.
        painter.setFont(self.font() if row.symbol.startswith("‖") else self._strong())
        painter.setPen(theme.factor_text(row.kind))
        painter.drawText(boxes[0], middle | Qt.AlignmentFlag.AlignLeft, row.symbol)
        painter.setFont(self._strong() if strong else self.font())
        texts = (row.told.actual, row.told.predicted, row.told.difference)
        inks = (theme.text, theme.text, theme.text_muted)
        for text, box, ink in zip(texts, boxes[1:], inks, strict=True):
            painter.setPen(ink)
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, text)
        if strong:
            painter.setPen(QPen(theme.grid, 1.0))
            painter.drawLine(0, top + _ROW - 1, self.width(), top + _ROW - 1)

    def _retranslate(self) -> None:
        self._heads = (self.tr("real change"), self.tr("predicted"), self.tr("difference"))
        self.setAccessibleName(self.tr("What ripples up to the cost"))
        self.show_rows(self._rows)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(280, self.height())
