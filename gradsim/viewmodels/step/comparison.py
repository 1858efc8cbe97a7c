"""The finite difference that the end of a walk is compared with, computed when it gets there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal

from gradsim.engine.forward import forward
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.jobs import Cancel, Jobs, Outcome
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.steps import StepKind
from gradsim.viewmodels.step.stepper import Lens, Stepper

Array = npt.NDArray[np.float64]

_QUICK_PARAMETERS = 20_000
_RELATIVE_STEP = float(np.finfo(np.float64).eps) ** (1 / 3)


@dataclass(frozen=True, slots=True, eq=False)
class Nudge:
    """A direction in one layer's weights or biases (of its shape, unit length) to move along."""

    layer: int
    weights: bool
    direction: Array


def nudge_of(stepper: Stepper) -> Nudge | None:
    """What the end of the present walk is the derivative along; None in the forward lens."""
    result, steps = stepper.result, stepper.steps
    if result is None or not steps or stepper.lens == Lens.FORWARD:
        return None
    if stepper.lens == Lens.PARAMETER:
        address = stepper.parameter
        return None if address is None else _single(result, address)
    step, factor = steps[-1], result.factors[-1]
    gradient = np.asarray(factor.product, dtype=np.float64)
    norm = float(np.linalg.norm(gradient))
    if gradient.size == 1:
        direction = np.ones_like(gradient)
    elif norm == 0.0 or not np.isfinite(norm):
        direction = np.full(gradient.shape, gradient.size**-0.5)
    else:
        direction = gradient / norm
    return Nudge(step.layer, step.kind == StepKind.WEIGHTS, direction)


def _single(result: SimulationResult, address: ParameterAddress) -> Nudge:
    weights = address.kind == "w"
    parameters = result.forward.parameters
    held = (parameters.weights if weights else parameters.biases)[address.layer - 1]
    direction = np.zeros(held.shape)
    direction[(address.unit - 1, address.source - 1) if weights else (address.unit - 1,)] = 1.0
    return Nudge(address.layer, weights, direction)


def central_difference(result: SimulationResult, nudge: Nudge) -> float:
    """(C(θ + h·u) − C(θ − h·u)) / 2h along the direction u of `nudge`."""
    parameters = result.forward.parameters
    held = (parameters.weights if nudge.weights else parameters.biases)[nudge.layer - 1]
    along = float(np.abs(np.asarray(held, dtype=np.float64) * nudge.direction).max())
    step = _RELATIVE_STEP * max(1.0, along)
    ahead = _cost(result, nudge, held + step * nudge.direction)
    behind = _cost(result, nudge, held - step * nudge.direction)
    return (ahead - behind) / (2.0 * step)


def _cost(result: SimulationResult, nudge: Nudge, moved: Array) -> float:
    passed, index = result.forward, nudge.layer - 1
    parameters = passed.parameters
    weights, biases = list(parameters.weights), list(parameters.biases)
    (weights if nudge.weights else biases)[index] = moved
    changed = replace(parameters, weights=tuple(weights), biases=tuple(biases))
    again = forward(
        passed.network,
        changed,
        passed.inputs,
        passed.targets,
        probe_seed=result.materials.probe_seed,
        first_sample=result.sample or 1,
    )
    return float(again.cost)


class Comparison(QObject):
    """Follows the stepper; at the end of a walk it has the finite difference, soon if not at once."""

    changed = Signal()

    def __init__(self, stepper: Stepper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stepper = stepper
        self._difference: float | None = None
        self._known_for: tuple[SimulationResult, Lens, ParameterAddress | None] | None = None
        self._wanted = 0
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._receive)
        stepper.position_changed.connect(self._follow)
        stepper.steps_changed.connect(self._follow)

    @property
    def difference(self) -> float | None:
        """The finite difference for the end of the present walk, once it is known."""
        return self._difference if self._known_for == self._key() else None

    def compute_now(self) -> None:
        """Compute at once what is pending, for a picture."""
        nudge = nudge_of(self._stepper) if self._stepper.at_end else None
        result = self._stepper.result
        if nudge is not None and result is not None and self.difference is None:
            self._wanted = 0
            self._keep(central_difference(result, nudge))

    def shut_down(self) -> None:
        """End the thread."""
        self._wanted = 0
        self._jobs.shut_down()

    def _key(self) -> tuple[SimulationResult, Lens, ParameterAddress | None] | None:
        result = self._stepper.result
        return None if result is None else (result, self._stepper.lens, self._stepper.parameter)

    def _follow(self) -> None:
        stepper, result = self._stepper, self._stepper.result
        if not stepper.at_end or result is None or self._known_for == self._key():
            return
        nudge = nudge_of(stepper)
        if nudge is None:
            return
        self._known_for, self._difference = self._key(), None
        if result.project.network.parameter_count * result.forward.samples <= _QUICK_PARAMETERS:
            self._keep(central_difference(result, nudge))
            return

        def work(_cancelled: Cancel) -> float:
            return central_difference(result, nudge)

        self._wanted = self._jobs.submit(work)

    def _receive(self, outcome: Outcome) -> None:
        if outcome.number == self._wanted:
            if outcome.error is not None:
                raise outcome.error
            self._keep(outcome.value)

    def _keep(self, difference: float) -> None:
        self._known_for, self._difference = self._key(), difference
        self.changed.emit()
