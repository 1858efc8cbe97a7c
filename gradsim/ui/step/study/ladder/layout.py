"""Where the columns of the ladder stand: the cost at one end, each further factor beside it.

Where gradients are columns the product is read from the right, and the cost stands there; in
numerator layout it stands at the left.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF

from gradsim.viewmodels.notation import current
from gradsim.viewmodels.step.ladder.columns import Column
from gradsim.viewmodels.step.ladder.ladder import Ladder
from gradsim.viewmodels.step.sequence import Fold

BRACKET = 19.0
FRACTION = 48.0
LINE = 16.0
MATRIX = 20.0
SHAPE = 13.0
GAP = 4.0
MARGIN = 3.0
SMALLEST = 42.0

ROWS = (
    (BRACKET, BRACKET + FRACTION + LINE),
    (BRACKET + FRACTION + LINE + GAP, BRACKET + 2 * (FRACTION + LINE) + GAP),
    (
        BRACKET + 2 * (FRACTION + LINE + GAP),
        BRACKET + 2 * (FRACTION + LINE + GAP) + MATRIX + SHAPE,
    ),
)
"""Top and bottom of the three rows."""
HEIGHT = round(ROWS[2][1] + 3.0)


class Cell(Struct, frozen=True, eq=False):
    """One column, or a folded run of them, with its box over all rows."""

    part: Column | Fold
    box: QRectF


class LadderLayout(Struct, frozen=True, eq=False):
    """The cells from left to right."""

    cells: tuple[Cell, ...]
    width: float
    bracket: QRectF | None

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point."""
        return next((cell for cell in self.cells if cell.box.contains(point)), None)

    def box_of(self, index: int) -> QRectF | None:
        """The box of column `index`, if it is not folded."""
        for cell in self.cells:
            if isinstance(cell.part, Column) and cell.part.index == index:
                return cell.box
        return None


def lay_out(
    shown: Ladder, width_of: Callable[[Column | Fold], float], join: float, room: float
) -> LadderLayout:
    """Place the columns; a row narrower than `room` stands at the end where the cost is."""
    parts = [part if isinstance(part, Fold) else shown.columns[part] for part in shown.parts]
    from_left = current().transposed
    if not from_left:
        parts.reverse()
    widths = [max(width_of(part) + 2 * MARGIN, SMALLEST) for part in parts]
    whole = sum(widths) + join * max(len(parts) - 1, 0) + 2 * MARGIN
    left = MARGIN + (0.0 if from_left else max(room - whole, 0.0))
    cells: list[Cell] = []
    for part, width in zip(parts, widths, strict=True):
        cells.append(Cell(part, QRectF(left, BRACKET, width, HEIGHT - BRACKET - 1.0)))
        left += width + join
    return LadderLayout(tuple(cells), max(whole, room), _bracket(shown, cells))


def _bracket(shown: Ladder, cells: list[Cell]) -> QRectF | None:
    """Over the columns that are known, from the cost's outer edge on."""
    if shown.bracket is None:
        return None
    known = [
        cell.box
        for cell in cells
        if (cell.part.first if isinstance(cell.part, Fold) else cell.part.index)
        < shown.bracket.upto
    ]
    if not known:
        return None
    left, right = known[0].left(), known[-1].right()
    return QRectF(left, 0.0, right - left, BRACKET)
