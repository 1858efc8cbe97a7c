"""What a step would do: the new numbers, the cost that is predicted and the one that results."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from gradsim.engine.backward import gathered
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.ripple import Change
from gradsim.engine.nudge.rounding import rounding
from gradsim.engine.scaled_numbers import ScaledNumber
from gradsim.engine.update import (
    Step,
    after,
    costs_along,
    gradient_of,
    predicted_change,
    squared_norm,
)
from gradsim.viewmodels.simulation import SimulationResult

_POINTS = 33
_FEW_POINTS = 13
_LARGE = 500_000
"""Parameters times samples above which the curve has few points."""


class UpdateOutcome(Struct, frozen=True, eq=False):
    """One step of one pass.

    change : of the cost: real, predicted as −η‖∇C‖², and what rounding hides.
    slope : ∂C/∂w of the parameter that moves alone, None where all move; squared_norm : ‖∇C‖².
    moved : the pass once the step is taken.
    rates, costs : C(w − t∇C) for t from 0 to 2η; inf where the pass overflows.
    """

    result: SimulationResult
    step: Step
    change: Change
    slope: ScaledNumber | None
    squared_norm: ScaledNumber
    moved: ForwardPass
    rates: NDArray[np.float64]
    costs: NDArray[np.float64]

    @property
    def before(self) -> float:
        """C of the network as it is."""
        return float(self.result.forward.cost)

    @property
    def after(self) -> float:
        """C once the step is taken; inf where the pass overflows."""
        return float(self.moved.cost) if self.moved.overflow_layer is None else math.inf

    @property
    def possible(self) -> bool:
        """Whether the step leads to a network with finite numbers and a finite cost."""
        parameters = self.moved.parameters
        arrays = [*parameters.weights, *parameters.biases]
        for values in parameters.remedies:
            owned = () if values is None else (values.scale, values.shift)
            arrays += [array for array in owned if array is not None]
        return math.isfinite(self.after) and all(np.isfinite(array).all() for array in arrays)


def outcome_of(
    result: SimulationResult, step: Step, cancelled: Callable[[], bool] | None = None
) -> UpdateOutcome:
    """Look at a step from `result`.

    Raises
    ------
    Cancelled
        Where `cancelled` says so.
    """
    base = result.forward
    found = gathered(result.factors)
    moved = after(base, found, step, cancelled)
    before, there = float(base.cost), float(moved.cost)
    real = there - before if math.isfinite(before) and math.isfinite(there) else math.nan
    noise = rounding(base, step.lowest - 1, cancelled).cost
    change = Change(ScaledNumber(real), predicted_change(found, step), noise, ScaledNumber(0.0))
    large = result.project.network.parameter_count * base.samples > _LARGE
    rates = np.linspace(0.0, 2.0 * step.rate, _FEW_POINTS if large else _POINTS)
    costs = costs_along(base, found, step, rates.tolist(), cancelled)
    slope = None if step.address is None else gradient_of(found, step.address)
    return UpdateOutcome(
        result, step, change, slope, squared_norm(found, step), moved, rates, costs
    )
