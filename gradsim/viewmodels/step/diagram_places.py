"""Where in the diagram a parameter, a step and a path stand, and what the walk marks there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import Path
from gradsim.viewmodels.step.diagram_abridging import NetworkShape, Window
from gradsim.viewmodels.step.diagram_hits import Target, TargetKind
from gradsim.viewmodels.step.highlights import Highlights, highlights
from gradsim.viewmodels.step.steps import Family, Step, StepKind
from gradsim.viewmodels.step.walk import Lens

if TYPE_CHECKING:
    from gradsim.viewmodels.simulation import SimulationResult
    from gradsim.viewmodels.step.stepper import Stepper


def parameter_target(parameter: ParameterAddress) -> Target:
    """The edge of a weight, the unit of a bias."""
    kind = TargetKind.EDGE if parameter.kind == "w" else TargetKind.UNIT
    return Target(kind, parameter.layer, parameter.unit, parameter.source)


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


def units_on_path(parameter: ParameterAddress | None, path: Path | None) -> list[tuple[int, int]]:
    """The (layer, unit) that a path leads through, from the parameter's own unit up."""
    if parameter is None:
        return []
    units = [(parameter.layer, parameter.unit)]
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
    forward, one = stepper.lens is Lens.FORWARD, stepper.lens is Lens.PARAMETER
    parameter = stepper.parameter if one else None
    paths = stepper.paths
    return highlights(
        stepper.steps,
        stepper.position,
        shape=shape,
        window=window,
        forward=forward,
        target=parameter,
        other_paths=() if paths is None or parameter is None else paths.paths,
    )


def is_behind(walked: SimulationResult | None, shown: SimulationResult | None) -> bool:
    """Whether the walk is over a network of another shape than the numbers on screen."""
    if walked is None or shown is None or walked is shown:
        return walked is None
    before, now = walked.project.network, shown.project.network
    return NetworkShape.of(before) != NetworkShape.of(now)
