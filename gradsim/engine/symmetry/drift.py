"""Plain gradient steps in memory, and how far the rows of each W drift apart on the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.backward import gradients
from gradsim.engine.cancellation import check_cancelled
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.network import Network
from gradsim.engine.symmetry.likeness import row_spread
from gradsim.engine.update import learned_step

Array = npt.NDArray[Any]


class Drift(Struct, frozen=True, eq=False):
    """What gradient descent did to the rows.

    spreads : (steps + 1, layers) float64; row t holds, after t steps, the largest difference of
        two entries in one column of each W^(l): exactly 0 while all rows are equal.
    costs : (steps + 1,) float64.
    parameters : those after the last step.
    diverged : the step after which a number was no longer finite, or None; nothing is stepped
        beyond it.
    """

    spreads: npt.NDArray[np.float64]
    costs: npt.NDArray[np.float64]
    parameters: Parameters
    diverged: int | None

    @property
    def steps(self) -> int:
        """How many steps were taken."""
        return len(self.costs) - 1


def descend(
    network: Network,
    parameters: Parameters,
    inputs: Array,
    targets: Array,
    rate: float,
    steps: int,
    *,
    probe_seed: int = 0,
    first_sample: int = 1,
    cancelled: Callable[[], bool] | None = None,
) -> Drift:
    """W ← W − η ∂C/∂W and b ← b − η ∂C/∂b, `steps` times, C the mean over the samples given.

    Parameters
    ----------
    inputs, targets : (samples, inputs), (samples, outputs)
    rate : float
        η.

    Raises
    ------
    Cancelled
        Where `cancelled` says so, checked per step.
    """
    spreads: list[list[float]] = []
    costs: list[float] = []
    diverged: int | None = None
    for step in range(steps + 1):
        check_cancelled(cancelled)
        passed = forward(
            network, parameters, inputs, targets,
            probe_seed=probe_seed, first_sample=first_sample, cancelled=cancelled,
        )  # fmt: skip
        spreads.append([row_spread(matrix) for matrix in parameters.weights])
        costs.append(float(passed.cost))
        if not np.isfinite(costs[-1]) or not np.isfinite(spreads[-1]).all():
            diverged = step
            break
        if step < steps:
            parameters = _stepped(parameters, passed, rate, cancelled)
    return Drift(np.array(spreads), np.array(costs), parameters, diverged)


def _stepped(
    parameters: Parameters, passed: ForwardPass, rate: float, cancelled: Callable[[], bool] | None
) -> Parameters:
    found = gradients(passed, cancelled=cancelled)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        return Parameters(
            tuple(w - rate * found.weight(i) for i, w in enumerate(parameters.weights, 1)),
            tuple(b - rate * found.bias(i) for i, b in enumerate(parameters.biases, 1)),
            learned_step(parameters.remedies, found, rate),
        )
