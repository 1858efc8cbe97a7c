"""What a preset is, and the shorthand in which presets are written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.model import DataSource, Project


class Preset(Struct, frozen=True):
    """A built-in project: its name on the terminal, title and summary (context "Preset")."""

    name: str
    title: str
    summary: str
    make: Callable[[], Project]

    def build(self) -> Project:
        """The project, under its title."""
        return replace(self.make(), title=self.title)


def stack(
    units: Sequence[int],
    activation: str,
    weights: Choice,
    *,
    output: str | None = None,
    bias: Choice | None = None,
) -> tuple[Layer, ...]:
    """Layers of these widths with ids from 1; the last takes the activation `output` if given."""
    last = len(units) - 1
    return tuple(
        Layer(
            units=width,
            activation=Choice.of(output if output and index == last else activation),
            weights=weights,
            bias=bias or Choice.of("zeros"),
            id=index + 1,
        )
        for index, width in enumerate(units)
    )


def project(
    inputs: int,
    layers: tuple[Layer, ...],
    cost: str,
    data: DataSource,
    *,
    seed: int = 7,
    parameters: Sequence[TypedLayer | None] = (),
) -> Project:
    """A project from its parts, still without a title."""
    network = Network(inputs=inputs, layers=layers, cost=cost)
    return Project("", seed, network, tuple(parameters), data)


def typed(weights: Sequence[Sequence[float]], biases: Sequence[float]) -> TypedLayer:
    """Numbers written out for one layer: weights (units, fan_in), biases (units,)."""
    matrix, vector = np.array(weights, dtype=np.float64), np.array(biases, dtype=np.float64)
    matrix.setflags(write=False)
    vector.setflags(write=False)
    return TypedLayer(weights=matrix, biases=vector)
