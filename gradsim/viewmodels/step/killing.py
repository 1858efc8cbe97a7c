"""Where in a walk the running product becomes exactly 0, and where a 0 only means too small."""

from __future__ import annotations

import numpy as np

from gradsim.engine.scaling import State
from gradsim.engine.symmetry.killing import scalar_zero_state, shortcut_zero_state
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.walk.running import left_by, met_by
from gradsim.viewmodels.step.walk.steps import Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens, Walk


def zero_state(walk: Walk, result: SimulationResult, index: int) -> State:
    """What the product behind step `index` is: `ok`, truly `zero`, or lost to `underflow`.

    A 0 that arrived as an underflow stays one, until a true 0 is multiplied in.
    """
    if walk.lens == Lens.FORWARD or not left_by(walk, result, index).is_zero:
        return State.ok
    if walk.lens == Lens.LAYER:
        lost = np.asarray(walk.factors[index].underflow).any()
        return State.underflow if lost else State.zero
    zeros = [
        step for step in walk.steps[: index + 1] if step.value is not None and step.value.is_zero
    ]
    states = {_of_factor(step, result) for step in zeros}
    return State.zero if State.zero in states else State.underflow


def _of_factor(step: Step, result: SimulationResult) -> State:
    """What a factor of a path that reads 0 is."""
    if step.kind is StepKind.SHORTCUT:
        return shortcut_zero_state(result.forward, step.unit or 1)
    return scalar_zero_state(result.forward, step.kind, step.layer, step.unit or 0)


def kills_here(walk: Walk, result: SimulationResult, index: int) -> bool:
    """Whether step `index` meets something that is not 0 and leaves exactly 0."""
    if walk.lens == Lens.FORWARD or met_by(walk, result, index).is_zero:
        return False
    return zero_state(walk, result, index) is State.zero


def killing_steps(walk: Walk, result: SimulationResult) -> tuple[int, ...]:
    """The indices of the steps that kill: on the trunk one at most, unless a residual connection
    leads past it, and side branches."""
    return tuple(index for index in range(len(walk.steps)) if kills_here(walk, result, index))
