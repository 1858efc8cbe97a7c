"""Networks and results for the tests of profiles, and a wait for work on another thread."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project.model import DataSource, Project, with_ids
from gradsim.viewmodels.simulation import SimulationResult, simulate


def deep(
    depth: int = 5,
    units: int = 4,
    activation: str = "tanh",
    weights: Choice | None = None,
    *,
    inputs: int | None = None,
    outputs: int | None = None,
    samples: int = 6,
    seed: int = 7,
) -> Project:
    """`depth` equal layers on Gaussian data; as many inputs and outputs as units unless said."""
    initializer = Choice.of("glorot_normal") if weights is None else weights
    widths = [units] * (depth - 1) + [units if outputs is None else outputs]
    zeros = Choice.of("zeros")
    layers = with_ids([Layer(n, Choice.of(activation), initializer, zeros, 0) for n in widths])
    network = Network(units if inputs is None else inputs, layers, "half_squared_error")
    return Project("", seed, network, (), DataSource.of("gaussian", samples=samples))


def past_zeros(scale: float = 1.0) -> Project:
    """Four tanh layers; the second hands its gradient on only past weights that are all 0."""
    project = deep(4, 4, "tanh", outputs=1)
    layers = list(project.layers)
    layers[1] = replace(layers[1], weights=Choice("zeros"), residual=Residual(scale))
    return replace(project, network=replace(project.network, layers=tuple(layers)))


def result_of(project: Project, sample: int | None = None) -> SimulationResult:
    """The numbers of a project, computed on this thread."""
    return simulate(project, sample)


def wait_until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let events pass until `condition` holds; fails after `seconds`."""
    end = monotonic() + seconds
    while not condition():
        assert monotonic() < end, "it never came"
        QCoreApplication.processEvents()
        sleep(0.002)
