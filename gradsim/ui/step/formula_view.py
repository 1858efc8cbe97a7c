"""A formula on two lines, each broken at its equals signs where the card is narrow."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gradsim.ui.equations import Equations
from gradsim.ui.step.fractions import Typesetter
from gradsim.ui.theme import ThemeController

_GAP = 7.0
_LINE_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two equals signs, with its plain stand-in."""

    tex: str
    plain: str
    size: float
    strong: bool


@dataclass(frozen=True, slots=True)
class _Measured:
    piece: Piece
    left: float
    width: float
    height: float
    ascent: float


@dataclass(frozen=True, slots=True)
class _Placed:
    piece: Piece
    box: QRectF


class FormulaView(QWidget):
    """Paints pieces in reading order; as high as it needs to be at its width."""

    def __init__(
        self, equations: Equations, theme: ThemeController, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._equations = equations
        self._theme = theme
        self._lines: tuple[tuple[Piece, ...], ...] = ()
        self._color = QColor()
        self._placed: tuple[_Placed, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        equations.ready.connect(self._place)

    def show_lines(self, lines: tuple[tuple[Piece, ...], ...], color: QColor) -> None:
        """Show other lines; strong pieces in `color`, the others in the text colour."""
        self._lines, self._color = lines, color
        self._place()

    def _typesetter(self) -> Typesetter:
        return Typesetter(self._equations, self.font(), self.devicePixelRatioF())

    def _ink(self, piece: Piece) -> QColor:
        return self._color if piece.strong else self._theme.theme.text

    def _place(self) -> None:
        setter, room = self._typesetter(), max(self.width(), 60)
        placed: list[_Placed] = []
        top = 0.0
        for line in self._lines:
            row: list[_Measured] = []
            left = 0.0
            for piece in line:
                measured = self._measured(setter, piece, left)
                if row and left + measured.width > room:
                    top = _close(row, top, placed)
                    row, left = [], 0.0
                    measured = self._measured(setter, piece, left)
                row.append(measured)
                left += measured.width + _GAP
            top = _close(row, top, placed)
        self._placed = tuple(placed)
        self.setFixedHeight(max(round(top), 1))
        right = max((each.box.right() for each in placed), default=0.0)
        self.setMinimumWidth(0 if right <= room else round(right))
        self.update()

    def _measured(self, setter: Typesetter, piece: Piece, left: float) -> _Measured:
        what = (piece.tex, piece.plain, self._ink(piece), piece.size)
        return _Measured(
            piece, left, setter.width(*what), setter.height(*what), setter.ascent(*what)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every piece, centred in its row."""
        del event
        painter = QPainter(self)
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
