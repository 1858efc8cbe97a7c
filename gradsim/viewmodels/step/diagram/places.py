"""Where in the diagram a parameter, a step and a path stand, and what the walk marks there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gradsim.engine.network import Network
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.diagram.highlights import Highlights, highlights
from gradsim.viewmodels.step.diagram.hits import Target, TargetKind
from gradsim.viewmodels.step.parameters import column_of
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind
from gradsim.viewmodels.step.walk.walk import Lens

if TYPE_CHECKING:
    from gradsim.viewmodels.simulation import SimulationResult
    from gradsim.viewmodels.step.stepper import Stepper


def unrolled_target(stepper: Stepper) -> Target | None:
    """The edge of the weight, or the unit of the bias, γ or β, that the parameter lens unrolls."""
    unrolled = _unrolled(stepper)
    if unrolled is None:
        return None
    parameter, network = unrolled
    kind = TargetKind.EDGE if parameter.kind == "w" else TargetKind.UNIT
    return Target(kind, column_of(parameter, network), parameter.unit, parameter.source)


def _unrolled(stepper: Stepper) -> tuple[ParameterAddress, Network] | None:
    """The parameter of the parameter lens and the network that is walked; None elsewhere."""
    parameter, result = stepper.parameter, stepper.result
    if stepper.lens is not Lens.PARAMETER or parameter is None or result is None:
        return None
    return parameter, result.project.network


def step_target(step: Step) -> Target:
    """The thing that a factor stands on: the cost, an edge, a unit, or a whole layer."""
    if step.family is Family.COST:
        return Target(TargetKind.COST, step.layer)
    if step.kind in (StepKind.SKIP, StepKind.PAST):
        return Target(TargetKind.WAY, step.layer)
    if step.unit is None:
        return Target(TargetKind.LAYER, step.layer)
    if step.family is Family.LINEAR and step.source:
        return Target(TargetKind.EDGE, step.layer, step.unit, step.source)
    return Target(TargetKind.UNIT, step.column, step.unit)


def walked_units(stepper: Stepper) -> list[tuple[int, int]]:
    """The (layer, unit) that the walked path leads through, from the parameter's own unit up."""
    unrolled, path = _unrolled(stepper), stepper.path
    if unrolled is None:
        return []
    parameter, network = unrolled
    units = [(column_of(parameter, network), parameter.unit)]
    if parameter.kind == "w":
        units.append((parameter.layer - 1, parameter.source))
    if path is not None:
        layer = 0
        for factor in path.factors:
            # The first factor of a layer names its a; the weights name both ends, the way past too.
            if factor.layer != layer or factor.kind in ("previous_activation", "skip"):
                units.append((factor.layer, factor.unit))
            if factor.kind in ("previous_activation", "skip"):
                units.append((factor.layer - 1, factor.source))
            layer = factor.layer
    return units


def wanted_units(
    units: Iterable[tuple[int, int]], shape: NetworkShape, window: Window
) -> dict[int, tuple[int, ...]]:
    """Of these (layer, unit) those that an abridged column in sight must show, by layer."""
    wanted: dict[int, list[int]] = {}
    for layer, unit in units:
        if window.holds(layer) and 1 <= unit <= shape.width(layer):
            wanted.setdefault(layer, []).append(unit)
    return {layer: tuple(found) for layer, found in wanted.items()}


def marks_of(stepper: Stepper, shape: NetworkShape, window: Window) -> Highlights:
    """The marks of the walk as it stands, in the columns shown."""
    forward, unrolled = stepper.lens is Lens.FORWARD, _unrolled(stepper)
    paths, parameter, unit = stepper.paths, None, None
    if unrolled is not None:
        parameter = unrolled[0]
        if parameter.kind in ("γ", "β"):
            unit = (column_of(*unrolled), parameter.unit)
    return highlights(
        stepper.steps,
        stepper.position,
        shape=shape,
        window=window,
        forward=forward,
        target=parameter,
        normalized=unit,
        other_paths=() if paths is None or parameter is None else paths.paths,
    )


def is_behind(walked: SimulationResult | None, shown: SimulationResult | None) -> bool:
    """Whether the walk is over a network of another shape than the numbers on screen."""
    if walked is None or shown is None or walked is shown:
        return walked is None
    before, now = walked.project.network, shown.project.network
    return NetworkShape.of(before) != NetworkShape.of(now)
