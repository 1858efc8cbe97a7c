"""The left end of the equation strip, which never scrolls away: what the equation is of."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.equation.layout import HEIGHT, text_width
from gradsim.ui.step.typeset_widget import TypesetWidget
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.step.equation import Head

_GAP = 8.0


class EquationHead(TypesetWidget):
    """The target and either "=" or the lines about its paths."""

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(equations, parent)
        self._theme = theme
        self._head: Head | None = None
        self._fraction_width = 0.0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        equations.ready.connect(self._take_pictures)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self.update)

    def show_head(self, head: Head | None) -> None:
        """Show another target."""
        if head is None or head != self._head:
            self._head = head
            self._measure()

    def _take_pictures(self) -> None:
        if self._typesetter().missing:
            self._measure()

    def _measure(self) -> None:
        head = self._head
        if head is None:
            self.setFixedWidth(0)
            return
        setter = self._typesetter()
        setter.missing = False
        self._fraction_width = setter.width(head.tex, head.text, self._theme.theme.text)
        width = 4.0 + self._fraction_width + _GAP + self._words_width(head)
        self.setFixedWidth(math.ceil(width) + 1)
        self.update()

    def _words_width(self, head: Head) -> float:
        if not head.lines:
            return text_width(self.font(), "=") if head.equals else 0.0
        first, *others = (words.text(line) for line in head.lines)
        return max(
            self._number_width(first, bold=True), *(self._number_width(line) for line in others)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The fraction, then the words beside its bar."""
        del event
        head = self._head
        if head is None:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme.theme
        box = QRectF(4.0, 0.0, self._fraction_width, HEIGHT)
        self._typesetter().paint(painter, box, head.tex, head.text, theme.text)
        left = box.right() + _GAP
        lines = [words.text(line) for line in head.lines] or (["="] if head.equals else [])
        line_height = self.fontMetrics().height() + 1.0
        top = HEIGHT / 2 - line_height * len(lines) / 2
        for row, text in enumerate(lines):
            painter.setFont(self._number_font(bold=row == 0 and bool(head.lines)))
            painter.setPen(theme.text if row != 1 else theme.text_muted)
            place = QRectF(left, top + row * line_height, self.width() - left, line_height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._measure()
