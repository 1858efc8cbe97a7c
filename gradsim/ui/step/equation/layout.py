"""Where each part of the equation strip lies; lengths in device-independent pixels."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from gradsim.viewmodels.step.equation import FactorItem, FoldItem

HEIGHT = 92
MARGIN = 4.0
JOIN_WIDTH = 20.0
_PADDING = 7.0
_SMALLEST_FACTOR = 58.0
_TIGHT_JOIN, _TIGHT_PADDING, _TIGHT_FACTOR = 11.0, 2.5, 46.0
_NOTCHES = 8


class Cell(Struct, frozen=True, eq=False):
    """One factor or fold with its rectangle; its join sign stands just left of it."""

    item: FactorItem | FoldItem
    box: QRectF


class StripLayout(Struct, frozen=True, eq=False):
    """The cells in a row, and after the last the result."""

    cells: tuple[Cell, ...]
    result: QRectF | None
    width: float
    join: float

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point."""
        return next((cell for cell in self.cells if cell.box.contains(point)), None)


def lay_out(
    items: tuple[FactorItem | FoldItem, ...],
    result_width: float,
    height: float,
    width_of: Callable[[FactorItem | FoldItem], float],
    room: float = 0.0,
) -> StripLayout:
    """Place everything in one row, as wide as it needs to be.

    Where the row is little wider than `room`, the gaps are tightened until it fits.
    """
    widths = tuple(width_of(item) for item in items)
    roomy = _placed(items, widths, result_width, height, 0.0)
    if roomy.width <= room:
        return roomy
    for notch in range(1, _NOTCHES + 1):
        tight = _placed(items, widths, result_width, height, notch / _NOTCHES)
        if tight.width <= room:
            return tight
    return roomy


def _placed(
    items: tuple[FactorItem | FoldItem, ...],
    widths: tuple[float, ...],
    result_width: float,
    height: float,
    tightness: float,
) -> StripLayout:
    """The row, its gaps between their full (0) and their smallest (1) width."""
    join = JOIN_WIDTH + tightness * (_TIGHT_JOIN - JOIN_WIDTH)
    padding = _PADDING + tightness * (_TIGHT_PADDING - _PADDING)
    smallest = _SMALLEST_FACTOR + tightness * (_TIGHT_FACTOR - _SMALLEST_FACTOR)
    left = MARGIN
    cells: list[Cell] = []
    for item, bare in zip(items, widths, strict=True):
        left += join if item.join else 0.0
        width = max(bare + 2 * padding, smallest)
        cells.append(Cell(item, QRectF(left, 1.0, width, height - 2.0)))
        left += width
    result = None
    if result_width:
        result = QRectF(left + 10.0, 1.0, result_width, height - 2.0)
        left = result.right()
    return StripLayout(tuple(cells), result, left + MARGIN, join)


def number_font(base: QFont, *, bold: bool = False) -> QFont:
    """The font of the numbers below the factors: the window's, a little smaller."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.95)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def text_width(font: QFont, text: str) -> float:
    """How wide `text` is."""
    return QFontMetricsF(font).horizontalAdvance(text)
