"""What the walk lights in the diagram: pure marks made from the steps and the position."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

from msgspec import Struct, field

from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind


class Phase(StrEnum):
    """Where a factor stands in the walk."""

    TO_COME = "to_come"
    DONE = "done"
    CURRENT = "current"


_Key = TypeVar("_Key")
_DELTAS = (
    StepKind.ACTIVATION,
    StepKind.SHORTCUT,
    StepKind.NORMALIZATION,
    StepKind.RESIDUAL,
)
_OF_UNITS = frozenset(
    {
        StepKind.RESIDUAL,
        StepKind.DROPOUT,
        StepKind.NORMALIZATION_SCALE,
        StepKind.NORMALIZATION_SHIFT,
        StepKind.NORMALIZATION,
        StepKind.NORMALIZED_VALUE,
        StepKind.DROPPED_VALUE,
        StepKind.RESIDUAL_VALUE,
    }
)
"""Remedies that act on the units of a layer."""
_ORDER = (Phase.TO_COME, Phase.DONE, Phase.CURRENT)


class Mark(Struct, frozen=True):
    """How one thing of the diagram is lit: by which kind of factor, and in which phase."""

    kind: StepKind
    phase: Phase

    @property
    def family(self) -> Family:
        """Which of the three colours it wears."""
        return Step(self.kind, layer=1, depth=1).family


UnitKey = tuple[int, int]
EdgeKey = tuple[int, int, int]


class PathLike(Protocol):
    """A path through the network: the (layer, unit, source) of the weights that it runs over."""

    @property
    def edges(self) -> tuple[EdgeKey, ...]: ...


class AddressLike(Protocol):
    """A weight or a bias, γ or β of a normalization."""

    @property
    def kind(self) -> str: ...
    @property
    def layer(self) -> int: ...
    @property
    def unit(self) -> int: ...
    @property
    def source(self) -> int: ...


class Highlights(Struct, frozen=True):
    """Everything lit; `columns`, `gaps` and `biases` name whole layers, the rest single things."""

    cost: Mark | None = None
    links: dict[int, Mark] = field(default_factory=dict)
    """Output unit → its line to the cost; 0 stands for all of them."""
    units: dict[UnitKey, Mark] = field(default_factory=dict)
    edges: dict[EdgeKey, Mark] = field(default_factory=dict)
    biases: dict[UnitKey, Mark] = field(default_factory=dict)
    columns: dict[int, Mark] = field(default_factory=dict)
    gaps: dict[int, Mark] = field(default_factory=dict)
    bias_columns: dict[int, Mark] = field(default_factory=dict)
    ways: dict[int, Mark] = field(default_factory=dict)
    """Layer → the way past it."""
    other_paths: tuple[EdgeKey, ...] = ()
    target: AddressLike | None = None
    reached: int | None = None
    """Backward: the lowest layer whose ∂C/∂z the walk has multiplied in; None before the first."""
    known: tuple[int, StepKind] | None = None
    """Forward: the last value computed; None in the backward lenses."""
    forward: bool = False
    complete: bool = False
    """Forward: the last value computed is what its layer gives to the next."""

    def shows_activation(self, layer: int) -> bool:
        """Whether the forward walk has come to the activations of `layer` (backward: always)."""
        if not self.forward or layer == 0:
            return True
        if self.known is None:
            return False
        return layer < self.known[0] or (layer == self.known[0] and self.complete)

    def shows_pre_activation(self, layer: int) -> bool:
        """Whether the forward walk stands at z of `layer`, before its activation."""
        return self.known == (layer, StepKind.PRE_ACTIVATION)

    @property
    def shows_cost(self) -> bool:
        """Whether the value of C is known (backward: always)."""
        known = self.known
        return not self.forward or (known is not None and known[1] is StepKind.COST_VALUE)

    def has_delta(self, layer: int) -> bool:
        """Whether the backward walk has come to ∂C/∂z of `layer`."""
        return self.reached is not None and layer >= self.reached


def highlights(
    steps: Sequence[Step],
    position: int,
    *,
    shape: NetworkShape,
    window: Window,
    forward: bool = False,
    target: AddressLike | None = None,
    normalized: UnitKey | None = None,
    other_paths: Sequence[PathLike] = (),
) -> Highlights:
    """The marks at `position`, where the first `position` steps are multiplied in.

    Step number `position` (counted from 1) is current, those before it are done. Single factors
    of a path that are still to come are marked so; whole layers are not, for they are all to come.
    What lies outside `window` is left out. `normalized` is the unit that a γ or β as `target`
    belongs to.
    """
    lit = Highlights(
        target=target, forward=forward,
        known=_known(steps, position) if forward else None,
        reached=None if forward else _reached(steps, position),
        complete=forward and _complete(steps, position),
        other_paths=_edges_of(other_paths, target, window),
    )  # fmt: skip
    _light_target(lit, target, normalized)
    cost: Mark | None = None
    for number, step in enumerate(steps, start=1):
        if number == position:
            phase = Phase.CURRENT
        elif number < position:
            phase = Phase.DONE
        else:
            phase = Phase.TO_COME
        if step.unit is None and phase is Phase.TO_COME:
            break
        if not window.first <= step.layer <= window.last + 1:
            continue
        mark = Mark(step.kind, phase)
        if step.family is Family.COST:
            cost = mark
            _light(lit.links, step.unit or 0, mark)
            if step.kind is StepKind.SHORTCUT:
                _light_output(lit, step, mark)
        elif step.unit is None:
            _light_layer(lit, step, mark)
        elif _exists(shape, step):
            _light_single(lit, step, step.unit, mark)
    return Highlights(
        cost, lit.links, lit.units, lit.edges, lit.biases, lit.columns, lit.gaps,
        lit.bias_columns, lit.ways, lit.other_paths, lit.target, lit.reached, lit.known, forward,
        lit.complete,
    )  # fmt: skip


def _light_target(lit: Highlights, target: AddressLike | None, normalized: UnitKey | None) -> None:
    """Light the parameter itself, which a batch has no steps to."""
    if normalized is not None:
        lit.units[normalized] = Mark(StepKind.NORMALIZATION_SCALE, Phase.TO_COME)
        return
    if target is not None and target.kind == "w":
        lit.edges[target.layer, target.unit, target.source] = Mark(StepKind.WEIGHTS, Phase.TO_COME)
    elif target is not None:
        lit.biases[target.layer, target.unit] = Mark(StepKind.BIAS, Phase.TO_COME)


def _light_layer(lit: Highlights, step: Step, mark: Mark) -> None:
    """Light a whole column or gap; a side branch leaves no trace when it is over."""
    if step.side_branch and mark.phase is Phase.DONE:
        return
    if step.kind in (StepKind.SKIP, StepKind.RESIDUAL_VALUE):
        _light(lit.ways, step.layer, mark)
    if step.kind is StepKind.SKIP:
        return
    if step.family is Family.ACTIVATION or step.kind in _OF_UNITS:
        _light(lit.columns, step.layer, mark)
    elif step.kind is StepKind.BIAS:
        _light(lit.bias_columns, step.layer, mark)
    else:
        _light(lit.gaps, step.layer, mark)


def _light_single(lit: Highlights, step: Step, unit: int, mark: Mark) -> None:
    if step.kind is StepKind.PAST:
        _light(lit.ways, step.layer, mark)
        _light(lit.units, (step.layer, unit), mark)
        _light(lit.units, (step.layer - 1, step.source or unit), mark)
    elif step.family is Family.ACTIVATION or step.kind in _OF_UNITS:
        # A softmax or a normalization leads from one unit to another: both are lit.
        for end in {unit, step.source or unit}:
            _light(lit.units, (step.column, end), mark)
    elif step.kind is StepKind.BIAS:
        _light(lit.biases, (step.layer, unit), mark)
    elif step.source is not None:
        _light(lit.edges, (step.layer, unit, step.source), mark)


def _light_output(lit: Highlights, step: Step, mark: Mark) -> None:
    """The shortcut goes from the cost through the activation: both are lit."""
    if step.unit is None:
        _light(lit.columns, step.layer, mark)
    else:
        _light(lit.units, (step.layer, step.unit), mark)


def _exists(shape: NetworkShape, step: Step) -> bool:
    """Whether the network has the step's unit and source; a newer one may be smaller."""
    if not 1 <= step.layer <= shape.depth or (step.unit or 1) > shape.width(step.column):
        return False
    inside = step.family is Family.ACTIVATION or step.kind in _OF_UNITS
    return (step.source or 1) <= shape.width(step.column if inside else step.layer - 1)


def _light(marks: dict[_Key, Mark], key: _Key, mark: Mark) -> None:
    """Set a mark where none stands that is further in the walk."""
    before = marks.get(key)
    if before is None or _ORDER.index(mark.phase) >= _ORDER.index(before.phase):
        marks[key] = mark


def _known(steps: Sequence[Step], position: int) -> tuple[int, StepKind] | None:
    if position == 0 or not steps:
        return None
    step = steps[min(position, len(steps)) - 1]
    return step.layer, step.kind


def _reached(steps: Sequence[Step], position: int) -> int | None:
    layers = [
        step.layer
        for step in steps[:position]
        if step.kind in _DELTAS and (step.of is None or _is_delta(step))
    ]
    return min(layers) if layers else None


def _is_delta(step: Step) -> bool:
    """Whether ∂C/∂z is what the step leaves."""
    below = step.denominator
    return below is not None and below.letter == "z"


def _complete(steps: Sequence[Step], position: int) -> bool:
    """Whether the value at `position` is the last of its layer."""
    if not 0 < position < len(steps):
        return position > 0
    here, after = steps[position - 1], steps[position]
    return after.layer != here.layer or after.kind is StepKind.COST_VALUE


def _edges_of(
    paths: Sequence[PathLike], target: AddressLike | None, window: Window
) -> tuple[EdgeKey, ...]:
    """The edges that `paths` run over from the layer of `target` up, each once."""
    if target is None:
        return ()
    edges: dict[EdgeKey, None] = {}
    for path in paths:
        for edge in path.edges:
            if window.first < edge[0] <= window.last:
                edges[edge] = None
    return tuple(edges)
