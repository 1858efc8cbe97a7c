"""What each unit of a layer answers over the range of one or two inputs."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import Struct

from gradsim.engine.forward import forward
from gradsim.engine.initialization import Parameters
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.engine.scaling import shifted
from gradsim.project.datasets import load_data
from gradsim.project.model import Project
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.training.function_map import input_range

Floats = npt.NDArray[np.float64]

MOST_UNITS: Final = 128
_SIDE, _SIDE_OF_LARGE = 40, 24
_LARGE = 20_000
_TOO_WIDE = QT_TRANSLATE_NOOP(
    "Pictures",
    "This network has {inputs} inputs. A unit's response can be drawn over one or two.",
)


class UnitMaps(Struct, frozen=True, eq=False):
    """The activations of the first units of a layer, at most MOST_UNITS of `units`.

    across, up : the places along the inputs, (n,) and (m,); `up` is empty for one input.
    values : (shown units, m, n) for two inputs, (shown units, n) for one: a of each unit.
    low, high : the least and the greatest finite value of all of them: one scale for the layer.
    """

    layer: int
    units: int
    across: Floats
    up: Floats
    values: Floats
    low: float
    high: float


def unit_maps(project: Project, parameters: Parameters, layer: int) -> UnitMaps | Message:
    """The maps of layer `layer` (from 1) with these parameters, or why there are none."""
    network = project.network
    if network.inputs > 2:
        return Message.of("Pictures", _TOO_WIDE, inputs=network.inputs)
    inputs, _ = load_data(project)
    fine = network.parameter_count < _LARGE
    across, up, grid = input_range(inputs, _SIDE if fine else _SIDE_OF_LARGE)
    outputs = network.layers[-1].units
    wanted = np.full((len(grid), outputs), 1.0 / outputs)
    with np.errstate(all="ignore"):
        passed = forward(network.evaluated, parameters, grid, wanted).layers[layer - 1]
        true = shifted(passed.activation[:, :MOST_UNITS], passed.exponent)
    shape = (-1, len(up), len(across)) if len(up) else (-1, len(across))
    values = np.ascontiguousarray(true.T, np.float64).reshape(shape)
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
    return UnitMaps(layer, network.layers[layer - 1].units, across, up, values, low, high)
