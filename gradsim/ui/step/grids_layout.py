"""Where the arrays of a formula stand: numbers or shades, on one line or on several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF

from gradsim.viewmodels.step.card.formula import Grid

BRACKET = 7.0
JOIN = 18.0
CELL_GAP = 10.0
_MOST_ROWS, _MOST_COLUMNS = 6, 6
_GAP = 2.0
_TILE, _LEAST_TILE, _TILE_STEP = 92.0, 48.0, 4.0
"""The longer side of a heat map: where there is room, where there is little, and between."""
_LEAST_SIDE = 7.0
_LOW = 2
"""Arrays of so few rows go onto lines of their own where they are too wide for one."""

Style = Literal["numbers", "heat map"]


class PlacedGrid(Struct, frozen=True, eq=False):
    """One array: its label from `top`, its entries in `body`, its shape from `shape_top`."""

    grid: Grid
    style: Style
    digits: int
    left: float
    top: float
    width: float
    body: QRectF
    shape_top: float


class GridsLayout(Struct, frozen=True, eq=False):
    """All arrays in reading order, and how high they and the legend of their shades are."""

    placed: tuple[PlacedGrid, ...] = ()
    height: float = 1.0
    legend: float = 0.0
    says_shapes: bool = True


def place_grids(grids: Sequence[Grid], room: float, font: QFont, *, brief: bool) -> GridsLayout:
    """Place `grids` within `room` pixels; a `brief` layout leaves the shapes of numbers unsaid."""
    return _Setter(grids, room, font).layout(brief=brief)


class _Setter:
    """Measures with one font, and chooses styles, digits and lines for one width."""

    def __init__(self, grids: Sequence[Grid], room: float, font: QFont) -> None:
        self._grids = grids
        self._room = room
        self._metrics = QFontMetricsF(font)
        self._styles: dict[int, Style] = {
            number: "numbers" if _is_small(grid) else "heat map"
            for number, grid in enumerate(grids)
        }
        self._digits = 4
        self._tile = _TILE

    def layout(self, *, brief: bool) -> GridsLayout:
        """As many digits as fit on a line; then lying vectors on more lines, or shades.

        Shades that are too wide for a line become smaller, and at last stand on more lines too:
        the result, which comes last, is never beyond the edge.
        """
        while self._digits > 2 and self._width_of(self._styles) > self._room:
            self._digits -= 1
        lines = self._low_lines() or self._shaded_lines()
        shaded = "heat map" in self._styles.values()
        says_shapes = shaded or not brief
        placed: list[PlacedGrid] = []
        top = 0.0
        for line in lines:
            placed += self._placed_line(line, top)
            foot = max((each.shape_top for each in placed), default=0.0)
            top = foot + (self._metrics.height() if says_shapes else 0.0) + 4.0
        legend = self._metrics.height() + 4.0 if shaded else 0.0
        if not placed:
            return GridsLayout()
        return GridsLayout(tuple(placed), top - 2.0 + legend, legend, says_shapes)

    def _body(self, number: int) -> QSize:
        grid = self._grids[number]
        rows, columns = grid.values.shape
        if self._styles[number] == "heat map":
            cell = min(self._tile / max(rows, columns), 15.0)
            return QSize(
                round(max(columns * cell, _LEAST_SIDE)), round(max(rows * cell, _LEAST_SIDE))
            )
        widest = max(
            self._metrics.horizontalAdvance(grid.number(row, column, self._digits))
            for row in range(rows)
            for column in range(columns)
        )
        return QSize(
            round(columns * (widest + CELL_GAP) + 2 * BRACKET),
            round(rows * self._metrics.height()) + 4,
        )

    def _extent(self, number: int) -> float:
        """How wide an array is with what is written above and below it."""
        grid = self._grids[number]
        label, shape = map(self._metrics.horizontalAdvance, (grid.label, grid.shape))
        return max(float(self._body(number).width()), label, shape)

    def _width_of(self, numbers: Iterable[int]) -> float:
        extents = [self._extent(number) + self._join(number) for number in numbers]
        return sum(extents) + _GAP * max(len(extents) - 1, 0)

    def _join(self, number: int) -> float:
        return JOIN if self._grids[number].join else 0.0

    def _shaded_lines(self) -> list[list[int]]:
        """Shades in place of numbers, the widest array first, until one line holds them all;
        then smaller shades, then more lines."""
        everything = list(self._styles)
        for number in sorted(everything, key=lambda each: -self._grids[each].values.shape[1]):
            if self._width_of(everything) > self._room:
                self._styles[number] = "heat map"
        while self._width_of(everything) > self._room and self._tile > _LEAST_TILE:
            self._tile -= _TILE_STEP
        return self._broken(everything)

    def _broken(self, numbers: Iterable[int]) -> list[list[int]]:
        """Lines of as many arrays as the room holds, each with its sign before it."""
        lines: list[list[int]] = [[]]
        for number in numbers:
            if lines[-1] and self._width_of([*lines[-1], number]) > self._room:
                lines.append([])
            lines[-1].append(number)
        return lines

    def _low_lines(self) -> list[list[int]]:
        """Lying vectors broken into lines; none where one line holds them all or some array is
        too wide or too high for that."""
        low = all(grid.values.shape[0] <= _LOW for grid in self._grids)
        if not low or "heat map" in self._styles.values():
            return []
        if self._width_of(self._styles) <= self._room:
            return []
        if any(self._width_of([number]) > self._room for number in self._styles):
            return []
        return self._broken(self._styles)

    def _placed_line(self, line: list[int], top: float) -> list[PlacedGrid]:
        """The arrays of one line side by side, the lower ones in the middle of its height."""
        metrics = self._metrics
        above = top + metrics.height() + 3.0
        bodies = {number: self._body(number) for number in line}
        high = max((body.height() for body in bodies.values()), default=0)
        placed: list[PlacedGrid] = []
        left = 0.0
        for number, body in bodies.items():
            grid = self._grids[number]
            left += self._join(number)
            wide = self._extent(number)
            box = QRectF(
                left + (wide - body.width()) / 2,
                above + (high - body.height()) / 2,
                body.width(),
                body.height(),
            )
            style, foot = self._styles[number], above + high
            placed.append(PlacedGrid(grid, style, self._digits, left, top, wide, box, foot))
            left += wide + _GAP
        return placed


def _is_small(grid: Grid) -> bool:
    rows, columns = grid.values.shape
    return bool(rows <= _MOST_ROWS and columns <= _MOST_COLUMNS)
