"""The order of rows and columns: as listed, by name, by decades or by how many, either way."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Final, Literal

from msgspec import Struct

Mode = Literal["listed", "name", "decades", "size"]
MODES: Final[tuple[Mode, ...]] = ("listed", "name", "decades", "size")


class Sorting(Struct, frozen=True):
    """How one axis is ordered.

    by : the row or column of the other axis whose cells are compared; empty for the median of
        all cells of the line.
    """

    mode: Mode = "listed"
    by: str = ""

    def next_by(self, by: str) -> Sorting:
        """What another click on the heading `by` makes of it: by decades, by size, as listed."""
        if self.by != by or self.mode not in ("decades", "size"):
            return Sorting("decades", by)
        return Sorting("size", by) if self.mode == "decades" else Sorting()


def ordered(
    names: Sequence[str],
    sorting: Sorting,
    label: Callable[[str], str],
    decades: Callable[[str, str], float],
    others: Sequence[str],
) -> tuple[str, ...]:
    """`names` in the order that `sorting` asks for; lines without a number come last.

    decades : of the cell of a name and a name of the other axis, nan where there is none.
    """
    if sorting.mode == "listed":
        return tuple(names)
    if sorting.mode == "name":
        return tuple(sorted(names, key=lambda name: label(name).casefold()))
    asked = [sorting.by] if sorting.by in others else list(others)

    def place(name: str) -> tuple[bool, float]:
        known = sorted(value for other in asked if not math.isnan(value := decades(name, other)))
        if not known:
            return True, 0.0
        middle = known[(len(known) - 1) // 2]
        return False, abs(middle) if sorting.mode == "size" else middle

    return tuple(sorted(names, key=place))
