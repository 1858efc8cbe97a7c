"""What theory says of a scan: the slope deep in the network, and the gain that keeps ‖δ‖."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from gradsim.engine.network import Network
from gradsim.engine.problems import QT_TRANSLATE_NOOP, Problem
from gradsim.engine.theory.conditions import NoLine, Obstacle, length_maps, obstacle
from gradsim.engine.theory.finite_width import finite_width
from gradsim.engine.theory.fixed_points import critical_weight_variance, settled_susceptibility
from gradsim.project.model import Project
from gradsim.project.sweeps import Cell, cell_project

NO_FIXED_POINT = QT_TRANSLATE_NOOP(
    "Theory", "The signal settles nowhere with this gain: theory knows no slope."
)
NOTHING_PASSES = QT_TRANSLATE_NOOP(
    "Theory", "Nothing passes back through these layers: theory expects exactly 0."
)
_IRRELEVANT = (Obstacle.narrow, Obstacle.attractors)
"""What stands in the way of a line, but not of a critical gain."""
_MAY_YIELD = (*_IRRELEVANT, Obstacle.bias)
"""What must not stand in the way of looking for one: at another gain the biases weigh less."""


class DepthTheory(Struct, frozen=True):
    """Theory's slope in decades per layer, ½·log₁₀ χ at the fixed point, or why there is none.

    no_line : the obstacle; None beside a slope of None where there is no fixed point, or where
        `nothing_passes`, as with gain 0.
    exact : the slope of the mean of log₁₀ ‖δ‖ at this very width, where its law is known.
    """

    slope: float | None = None
    no_line: NoLine | None = None
    exact: float | None = None
    nothing_passes: bool = False


def depth_theory(base: Project, deepest: int) -> DepthTheory | None:
    """Theory for `base` made ever deeper, under the conditions of its deepest network.

    Layers are added as copies of the last hidden one, so its kind alone decides the slope. None
    where there is no such network, or none with a hidden layer.

    Source: Schoenholz et al. 2017; Hanin 2018 for the finite width.
    """
    try:
        project = cell_project(base, Cell(depth=deepest))
    except Problem:
        return None
    network = project.network
    if network.depth < 3:
        return None
    against = obstacle(network, project.parameters)
    exact = _exact_slope(project) if against is None or against.obstacle == "narrow" else None
    if against is not None:
        return DepthTheory(no_line=against, exact=exact)
    chi = settled_susceptibility(length_maps(network)[-2])
    if chi is None or chi <= 0.0:
        return DepthTheory(exact=exact, nothing_passes=chi is not None)
    return DepthTheory(slope=0.5 * math.log10(chi), exact=exact)


def critical_gain(base: Project) -> float | None:
    """The gain of the hidden layers at which ‖δ‖ neither vanishes nor explodes, by theory.

    None where theory knows none, where the hidden layers differ, or where they have no gain.
    """
    kinds = {(each.activation, each.weights, each.bias, each.units) for each in base.layers[:-1]}
    if len(kinds) != 1 or len(base.layers) < 3:
        return None
    try:
        hidden = _hidden_layers(base, 1.0, _MAY_YIELD)
        if hidden is None:
            return None
        length_map = length_maps(hidden)[-1]
        wanted = critical_weight_variance(length_map)
        if wanted is None or length_map.weight_variance <= 0.0:
            return None
        gain = math.sqrt(wanted / length_map.weight_variance)
        return None if _hidden_layers(base, gain, _IRRELEVANT) is None else gain
    except Problem:
        return None


def _hidden_layers(base: Project, gain: float, allowed: tuple[Obstacle, ...]) -> Network | None:
    """The hidden layers with another gain; None where more than `allowed` is against theory."""
    project = cell_project(base, Cell(gain=gain))
    # The output and the cost bear on no gain of the layers before.
    hidden = replace(project.network, layers=project.layers[:-1], cost="probe")
    against = obstacle(hidden, project.parameters[:-1])
    return hidden if against is None or against.obstacle in allowed else None


def _exact_slope(project: Project) -> float | None:
    law = finite_width(project.network)
    if law is None or not math.isfinite(float(law.mean[0])):
        return None
    # Between two layers of the kind that is repeated.
    below = project.network.depth // 2 - 1
    above = project.network.depth - 2
    if above <= below:
        return None
    return float(law.mean[below] - law.mean[above]) / (above - below)
