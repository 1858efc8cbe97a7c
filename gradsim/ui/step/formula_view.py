"""A formula on two lines, each broken at its equals signs where the card is narrow."""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.typeset_widget import TypesetWidget
from gradsim.ui.theme import ThemeController

_GAP = 1.0
"""Every piece begins with the space of its equals sign."""
_LINE_GAP = 5.0


class Piece(Struct, frozen=True):
    """What stands between two equals signs, with its plain stand-in."""

    tex: str
    plain: str
    size: float
    strong: bool


class _Measured(Struct, frozen=True):
    piece: Piece
    left: float
    width: float
    height: float
    ascent: float


class _Placed(Struct, frozen=True):
    piece: Piece
    box: QRectF


class FormulaView(TypesetWidget):
    """Paints pieces in reading order; as high as it needs to be at its width."""

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(equations, parent)
        self._theme = theme
        self._lines: tuple[tuple[Piece, ...], ...] = ()
        self._color = QColor()
        self._placed: tuple[_Placed, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It paints its own ground: what lies below it need not be painted for every step.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        equations.ready.connect(self._take_pictures)

    def show_lines(self, lines: tuple[tuple[Piece, ...], ...], color: QColor) -> None:
        """Show other lines; strong pieces in `color`, the others in the text colour."""
        if lines != self._lines or color != self._color:
            self._lines, self._color = lines, color
            self._place()

    def _take_pictures(self) -> None:
        if self._typesetter().missing:
            self._place()

    def _ink(self, piece: Piece) -> QColor:
        return self._color if piece.strong else self._theme.theme.text

    def _place(self) -> None:
        self._typesetter().missing = False
        room = max(self.width(), 60)
        placed, height, rows = self._flowed(self._lines, room, 0.0)
        if rows > len(self._lines):
            hung, lower = self._hung(room)
            if hung and lower < height:
                placed, height = hung, lower
        self._placed = placed
        self.setFixedHeight(max(round(height), 1))
        right = max((each.box.right() for each in placed), default=0.0)
        self.setMinimumWidth(0 if right <= room else round(right))
        self.update()

    def _flowed(
        self, lines: tuple[tuple[Piece, ...], ...], room: float, indent: float
    ) -> tuple[tuple[_Placed, ...], float, int]:
        """The lines one below the other, broken where they outgrow `room`; height and rows."""
        placed: list[_Placed] = []
        top, rows = 0.0, 0
        for line in lines:
            row: list[_Measured] = []
            left = indent
            for piece in line:
                measured = self._measured(piece, left)
                if row and left + measured.width > room:
                    top, rows = _close(row, top, placed), rows + 1
                    row, left = [], indent
                    measured = self._measured(piece, left)
                row.append(measured)
                left += measured.width + _GAP
            if row:
                top, rows = _close(row, top, placed), rows + 1
        return tuple(placed), top, rows

    def _hung(self, room: float) -> tuple[tuple[_Placed, ...], float]:
        """In a narrow card: the fraction at the left, all that it equals beside it."""
        if not self._lines or len(self._lines[0]) < 2:
            return (), 0.0
        (head, *rest), *others = self._lines
        first = self._measured(head, 0.0)
        placed, height, _ = self._flowed((tuple(rest), *others), room, first.width + _GAP)
        if any(each.box.right() > room for each in placed):
            return (), 0.0
        whole = max(first.height + _LINE_GAP, height)
        box = QRectF(0.0, (whole - _LINE_GAP - first.height) / 2, first.width, first.height)
        down = (whole - height) / 2
        lowered = (_Placed(each.piece, each.box.translated(0.0, down)) for each in placed)
        return (_Placed(head, box), *lowered), whole

    def _measured(self, piece: Piece, left: float) -> _Measured:
        setter = self._typesetter()
        what = (piece.tex, piece.plain, self._ink(piece), piece.size)
        return _Measured(
            piece, left, setter.width(*what), setter.height(*what), setter.ascent(*what)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every piece, centred in its row."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.theme.panel)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        setter = self._typesetter()
        for each in self._placed:
            piece = each.piece
            setter.paint(
                painter, each.box, piece.tex, piece.plain, self._ink(piece), piece.size,
                centered=False,
            )  # fmt: skip
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def sizeHint(self) -> QSize:
        """As placed."""
        return QSize(200, self.height())


def _close(row: list[_Measured], top: float, placed: list[_Placed]) -> float:
    """Set the pieces of a row on one line of writing; where the next row begins."""
    if not row:
        return top
    ascent = max(each.ascent for each in row)
    descent = max(each.height - each.ascent for each in row)
    for each in row:
        box = QRectF(each.left, top + ascent - each.ascent, each.width, each.height)
        placed.append(_Placed(each.piece, box))
    return top + ascent + descent + _LINE_GAP
