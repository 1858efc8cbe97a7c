"""Which steps stand side by side in the equation and the waterfall, and which runs fold away."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct

from gradsim.viewmodels.step.walk.walk import Walk

REACH = 3
"""How many steps on either side of the cursor never fold."""
_SHORTEST_FOLD = 2


class Fold(Struct, frozen=True):
    """A run of steps that stands as one: their indices in the walk, in order."""

    indices: tuple[int, ...]

    @property
    def count(self) -> int:
        """How many factors are folded."""
        return len(self.indices)

    @property
    def first(self) -> int:
        """Index of the first folded step."""
        return self.indices[0]

    @property
    def last(self) -> int:
        """Index of the last folded step."""
        return self.indices[-1]


def line_of(walk: Walk, position: int, among: range | None = None) -> tuple[int, ...]:
    """Indices of the steps that belong to the product at the cursor, in order.

    That is the trunk, with the side branches (∂z/∂W, ∂z/∂b) of the cursor's own layer only: those
    of the other layers are no part of any later product. With `among`, those of these indices.
    """
    steps = walk.steps
    here = steps[position - 1].layer if position else None
    first, last = (0, len(steps)) if among is None else (among.start, among.stop)
    return tuple(
        i
        for i, step in enumerate(steps[first:last], first)
        if not step.side_branch or step.layer == here
    )


def folded(
    line: Sequence[int],
    position: int,
    capacity: int,
    opened: Set[int] = frozenset(),
    reach: tuple[int, int] = (REACH, REACH),
    keep_first: bool = True,
) -> tuple[int | Fold, ...]:
    """`line` with the runs far from the cursor folded, where it holds more than `capacity` steps.

    The first step (unless `keep_first` is False), those within `reach` (before, after) of the
    cursor and those in `opened` stay.
    """
    if len(line) <= capacity:
        return tuple(line)
    cursor = next((i for i, index in enumerate(line) if index >= position - 1), len(line) - 1)
    before, after = reach
    parts: list[int | Fold] = []
    run: list[int] = []

    def close() -> None:
        if len(run) >= _SHORTEST_FOLD:
            parts.append(Fold(tuple(run)))
        else:
            parts.extend(run)
        run.clear()

    for place, index in enumerate(line):
        near = cursor - before <= place <= cursor + after
        if (keep_first and place == 0) or near or index in opened:
            close()
            parts.append(index)
        else:
            run.append(index)
    close()
    return tuple(parts)


def next_layer_of(fold: Fold, walk: Walk, position: int) -> frozenset[int]:
    """The folded steps of the one layer that opens first: the layer nearest to the cursor."""
    nearest = fold.last if fold.last < position else fold.first
    layer = walk.steps[nearest].layer
    return frozenset(i for i in fold.indices if walk.steps[i].layer == layer)
