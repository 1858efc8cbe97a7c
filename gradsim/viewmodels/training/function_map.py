"""The function that a network of one or two inputs is, over the range of its data."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.scaling import shifted
from gradsim.project.datasets import load_data
from gradsim.project.model import Project

Floats = npt.NDArray[np.float64]

_SIDE, _SIDE_OF_LARGE = 56, 28
_LARGE = 20_000
"""Parameters from which the grid is coarser, so that it is not felt."""
_POINTS = 160
_SAMPLES = 400
_AIR = 0.08
_WIDEST = 8e307
"""Numbers beyond are left out of a picture: the distance between its ends must be a float."""


class FunctionMap(Struct, frozen=True, eq=False):
    """Outputs on a grid, and the samples.

    across, up : the places along the inputs, (n,) and (m,); `up` is empty for one input.
    values : (m, n) for two inputs, (n,) for one: the first output unit, or with `classes` the
        number (from 0) of the largest output.
    points : up to 400 samples, (s, inputs); labels : (s,), the target of the first output, or the
        class.
    classes : how many there are; 0 where the output is a number.
    """

    across: Floats
    up: Floats
    values: Floats
    points: Floats
    labels: Floats
    classes: int

    @property
    def heights(self) -> tuple[float, float]:
        """The ends of an axis for the values and the labels of one input."""
        heights = np.concatenate([self.values[np.isfinite(self.values)], self.labels])
        low, high = with_air(heights.min(), heights.max())
        return float(low), float(high)

    @property
    def high(self) -> npt.NDArray[np.bool_]:
        """Which of the samples are marked: those above the middle, or of every other class."""
        if self.classes:
            return np.asarray(self.labels % 2 == 1)
        middle = 0.5 * self.labels.min() + 0.5 * self.labels.max()
        return np.asarray(self.labels > middle)


def with_air(low: Floats, high: Floats) -> tuple[Floats, Floats]:
    """Ends that lie apart, some way beyond `low` and `high`, however large these are."""
    low, high = np.clip(low, -_WIDEST, _WIDEST), np.clip(high, -_WIDEST, _WIDEST)
    # Beside a number of 10^17 an air of 1 would vanish.
    alone = np.maximum(1.0, 1e-3 * np.abs(high))
    air = np.where(high > low, _AIR * (high - low), alone)
    return np.maximum(low - air, -_WIDEST), np.minimum(high + air, _WIDEST)


def input_range(inputs: Floats, side: int) -> tuple[Floats, Floats, Floats]:
    """The range of one or two inputs, (samples, 1 or 2), with some air around it.

    The places along input 1, (n,), and along input 2, (m,) or empty; and every point, row by row
    of input 2, (m·n, 2) or (n, 1).
    """
    low, high = with_air(inputs.min(axis=0), inputs.max(axis=0))
    if inputs.shape[1] == 1:
        across = np.linspace(low[0], high[0], _POINTS)
        return across, np.empty(0), across[:, None]
    across, up = np.linspace(low[0], high[0], side), np.linspace(low[1], high[1], side)
    grid = np.stack([each.ravel() for each in np.meshgrid(across, up)], axis=1)
    return across, up, grid


def function_map(project: Project, parameters: Parameters) -> FunctionMap | None:
    """The map of `project` with these parameters; None for more than two inputs."""
    network = project.network
    if network.inputs > 2:
        return None
    inputs, targets = load_data(project)
    fine = network.parameter_count < _LARGE
    across, up, grid = input_range(inputs, _SIDE if fine else _SIDE_OF_LARGE)
    wanted = np.full((len(grid), network.layers[-1].units), 1.0 / network.layers[-1].units)
    with np.errstate(all="ignore"):
        last = forward(network.evaluated, parameters, grid, wanted).output
        output = shifted(last.activation, last.exponent)
    classes = network.layers[-1].units if network.cost == "cross_entropy" else 0
    values = output.argmax(axis=1).astype(np.float64) if classes else output[:, 0]
    labels = targets.argmax(axis=1).astype(np.float64) if classes else targets[:, 0]
    chosen = np.linspace(0, len(inputs) - 1, min(_SAMPLES, len(inputs))).round().astype(int)
    shape = (len(up), len(across)) if len(up) else (len(across),)
    return FunctionMap(across, up, values.reshape(shape), inputs[chosen], labels[chosen], classes)
