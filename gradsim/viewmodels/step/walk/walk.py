"""A walk: the steps of one lens over one simulated result, and where a cursor finds its place."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct, field

from gradsim.engine.chain import ChainFactor
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import ParameterPaths, Path
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.walk.steps import Step, StepKind


class Lens(StrEnum):
    """The three ways to look at one pass."""

    FORWARD = "forward"
    LAYER = "layer"
    PARAMETER = "parameter"


class Walk(Struct, frozen=True, eq=False):
    """The steps of a lens in order.

    In the parameter lens `paths` holds the strongest paths and `path_index` says which of them the
    steps multiply. `refusal` says why there are no steps, where there are none, and `instead` is
    the short word for it in the parts that stay empty. In the layer lens `factors` are those of
    the engine, one for each step; `sizes` keeps their norms. `shortcut` says that the cost and the
    activation of a fused pair stand there as one step.
    """

    lens: Lens
    steps: tuple[Step, ...] = ()
    paths: ParameterPaths | None = None
    path_index: int = 0
    refusal: Message | None = None
    instead: Message | None = None
    factors: tuple[ChainFactor, ...] = ()
    shortcut: bool = False
    sizes: dict[tuple[int, str], Scaled] = field(default_factory=dict)

    @property
    def path(self) -> Path | None:
        """The path that the steps multiply, in the parameter lens."""
        if self.paths is None or not self.paths.paths:
            return None
        return self.paths.paths[self.path_index]


Way = tuple[tuple[int, ...], tuple[int, ...]]
"""The units of a path, and the layers that it is led past."""


class Cursor(Struct, frozen=True):
    """Where a walk stands, told by what stands there and not by an index.

    `kind` is None at position 0. `layer_id` is the persistent id of the step's layer. Of a path
    `passed` are the (layer, unit) that its weights lead to.
    """

    lens: Lens
    kind: StepKind | None = None
    layer_id: int | None = None
    parameter: ParameterAddress | None = None
    path: Way | None = None
    passed: tuple[tuple[int, int], ...] = ()


_ENDS_IN: dict[StepKind, tuple[StepKind, ...]] = {
    StepKind.COST: (StepKind.COST, StepKind.SHORTCUT),
    StepKind.SHORTCUT: (StepKind.SHORTCUT, StepKind.ACTIVATION),
    StepKind.ACTIVATION: (StepKind.ACTIVATION, StepKind.SHORTCUT),
}
"""Where cost and activation became one step, or two: the kinds that end where a kind ended."""


class Place(Struct, frozen=True):
    """A position found for a cursor; `moved_to` names the layer where its own is gone."""

    position: int
    moved_to: int | None = None
    lost: bool = False


def find_place(cursor: Cursor, walk: Walk, before: Sequence[int], now: Sequence[int]) -> Place:
    """The position of `cursor` in `walk` after the layers `before` became the layers `now` (ids).

    The same kind and layer if they are still there, else the nearest surviving layer, else the
    start.
    """
    if cursor.kind is None or not walk.steps:
        return Place(0)
    if cursor.kind in (StepKind.COST, StepKind.COST_VALUE, StepKind.SHORTCUT):
        ends_in = _ENDS_IN.get(cursor.kind, (cursor.kind,))
        index = next((i for i, step in enumerate(walk.steps) if step.kind in ends_in), None)
        return Place(0, lost=True) if index is None else Place(index + 1)
    survivor = nearest_survivor(cursor.layer_id, before, now)
    if survivor is None:
        return Place(0, lost=True)
    layer = list(now).index(survivor) + 1
    same_layer = survivor == cursor.layer_id
    candidates = [i for i, step in enumerate(walk.steps) if step.layer == layer]
    if not candidates:
        return Place(0, lost=True)
    ends_in = _ENDS_IN.get(cursor.kind, (cursor.kind,))
    exact = [i for i in candidates if walk.steps[i].kind in ends_in]
    index = exact[0] if exact else candidates[-1]
    return Place(index + 1, moved_to=None if same_layer else layer)


def nearest_survivor(layer_id: int | None, before: Sequence[int], now: Sequence[int]) -> int | None:
    """`layer_id` itself while it lives, else the id nearest to it in `before` that does."""
    if layer_id in now:
        return layer_id
    if layer_id is None or layer_id not in before:
        return None
    old = list(before).index(layer_id)
    alive = [(abs(i - old), i, each) for i, each in enumerate(before) if each in set(now)]
    return min(alive)[2] if alive else None


def page_start(walk: Walk, position: int, direction: int) -> int:
    """The position that reveals the first step of the next layer (+1) or of the one before (−1)."""
    steps = walk.steps
    starts = [
        index + 1
        for index, step in enumerate(steps)
        if index == 0 or step.layer != steps[index - 1].layer
    ]
    if direction > 0:
        return next((start for start in starts if start > position), len(steps))
    return max((start for start in starts if start < position), default=0)


def way_of(path: Path) -> Way:
    """What tells a path from all others of its parameter."""
    return path.units, path.past


def same_way(one: Way, other: Way) -> bool:
    """Whether two paths (their units, and the layers left out) pass the same, but for the output
    that a softmax adds at the end."""
    shared = min(len(one[0]), len(other[0]))
    return one[0][:shared] == other[0][:shared] and one[1] == other[1]
