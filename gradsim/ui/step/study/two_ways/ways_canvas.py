"""Paints the two ways: factors in their colours, and what cancels crossed out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.axes import axis_font
from gradsim.ui.step.study.two_ways.ways_layout import PlacedLine, PlacedTerm, placed
from gradsim.ui.step.typeset_widget import TypesetWidget
from gradsim.ui.theme import ThemeController
from gradsim.viewmodels import words
from gradsim.viewmodels.step.card.plain_formula import plain_formula
from gradsim.viewmodels.step.two_ways.lines import Line, Term
from gradsim.viewmodels.step.walk.steps import Family

_EM = 15.5
_MARGIN = 3.0
_WRAP = int(Qt.TextFlag.TextWordWrap)


class WaysCanvas(TypesetWidget):
    """→ ← Home End walk the stages of the page while it has the focus."""

    stepped = Signal(int)
    """By how many stages: 1, −1, or far beyond either end."""

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(equations, parent)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._current, self._note = -1, ""
        self._placed: tuple[PlacedLine, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        equations.ready.connect(self._take_pictures)
        theme.changed.connect(self.update)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is painted."""
        return self._lines

    def show_lines(self, lines: tuple[Line, ...], current: int, note: str) -> None:
        """Show other lines; below number `current` (from 0; −1: above all) stands the note."""
        self._lines, self._current, self._note = lines, current, note
        self._place()

    @property
    def current_box(self) -> QRectF:
        """Where the line at hand and its note are."""
        if 0 <= self._current < len(self._placed):
            return self._placed[self._current].box
        return QRectF(0.0, 0.0, 1.0, 1.0)

    def _take_pictures(self) -> None:
        if self._typesetter().missing:
            self._place()

    def _place(self) -> None:
        self._typesetter().missing = False
        detail = QFontMetricsF(axis_font(self.font()))

        def detail_height(text: str, room: float) -> float:
            return detail.boundingRect(QRectF(0, 0, room, 1000), _WRAP, text).height() + 2

        room = self.width() - 2 * _MARGIN
        plain = QFontMetricsF(self.font())
        tall = plain.boundingRect(QRectF(0, 0, room, 1000), _WRAP, self._note).height()
        self._placed, height = placed(
            self._lines,
            room,
            self._size,
            lambda text: self._number_width(text),
            detail_height,
            (self._current, tall if self._note else 0.0),
        )
        self.setFixedHeight(max(round(height + 2 * _MARGIN), 20))
        self.update()

    def _size(self, tex: str) -> QSizeF:
        setter = self._typesetter()
        what = (tex, plain_formula(tex), self._theme.theme.text, _EM)
        return QSizeF(setter.width(*what), setter.height(*what))

    def _ink(self, term: Term) -> QColor:
        theme = self._theme.theme
        if not term.revealed:
            return theme.text_disabled
        if term.family is Family.COST:
            return theme.cost_text
        return theme.activation_text if term.family is Family.ACTIVATION else theme.text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every line, then the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(_MARGIN, _MARGIN)
        if self._current < 0:
            self._paint_note(painter, QRectF(0, 0, self.width() - 2 * _MARGIN, self.height()))
        for each in self._placed:
            self._paint_line(painter, each)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self._theme.theme.focus, 1.0, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.end()

    def _paint_line(self, painter: QPainter, each: PlacedLine) -> None:
        theme, line = self._theme.theme, each.line
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(axis_font(self.font()))
        painter.setPen(theme.text_muted)
        painter.drawText(each.name, left, words.text(line.name))
        begun = line.terms[0].revealed
        if each.lead is not None:
            ink = theme.text if begun else theme.text_disabled
            self._paint_tex(painter, each.lead, line.lead, ink)
        for term in each.terms:
            self._paint_term(painter, term)
        if each.detail is not None:
            painter.setFont(axis_font(self.font()))
            painter.setPen(theme.text_muted)
            painter.drawText(each.detail, _WRAP, line.detail)
        if each.note is not None:
            self._paint_note(painter, each.note)

    def _paint_note(self, painter: QPainter, box: QRectF) -> None:
        painter.setFont(self.font())
        painter.setPen(self._theme.theme.text)
        painter.drawText(box, _WRAP, self._note)

    def _paint_term(self, painter: QPainter, each: PlacedTerm) -> None:
        term, ink = each.term, self._ink(each.term)
        centred = Qt.AlignmentFlag.AlignCenter
        if term.join:
            painter.setFont(self._number_font())
            painter.setPen(self._theme.theme.text_muted)
            painter.drawText(each.join, centred, term.join)
        self._paint_tex(painter, each.over, term.over, ink)
        if each.under is not None:
            self._paint_tex(painter, each.under, term.under, ink)
            middle = (each.over.bottom() + each.under.top()) / 2
            ends = (
                min(each.over.left(), each.under.left()) - 1.5,
                max(each.over.right(), each.under.right()) + 1.5,
            )
            painter.setPen(QPen(ink, 1.1))
            painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
        if term.struck_over:
            self._strike(painter, each.over)
        if term.struck_under and each.under is not None:
            self._strike(painter, each.under)
        if term.number:
            result = term.family is None
            painter.setFont(self._number_font(bold=result and term.revealed))
            painter.setPen(ink)
            painter.drawText(each.number, centred | Qt.TextFlag.TextDontClip, term.number)

    def _paint_tex(self, painter: QPainter, box: QRectF, tex: str, ink: QColor) -> None:
        self._typesetter().paint(painter, box, tex, plain_formula(tex), ink, _EM)

    def _strike(self, painter: QPainter, box: QRectF) -> None:
        """One stroke from corner to corner."""
        painter.setPen(QPen(self._theme.theme.text, 1.7))
        painter.drawLine(
            QPointF(box.left() - 2, box.bottom() - 1), QPointF(box.right() + 2, box.top() + 1)
        )

    def sizeHint(self) -> QSize:
        """As placed."""
        return QSize(220, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the stages."""
        steps = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_End: 99, Qt.Key.Key_Home: -99,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.stepped.emit(steps)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()
