"""The cost over one output: over its a for the cost factor, over its z or u for the shortcut."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from gradsim.engine.costs import cost_of
from gradsim.engine.problems import QT_TRANSLATE_NOOP
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.curve.shape import NOTHING, POINTS, Array, Curve, finite_point, window
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.remedy_values import argument_of
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Family, Step, StepKind, Symbol

Costs = Callable[[Array, Array], Array]


def cost_curve(result: SimulationResult, step: Step, unit: int) -> Curve:
    """C of the sample against one output, the other outputs held."""
    cost = cost_of(result.project.network.cost)
    outputs = np.asarray(result.forward.layers[-1].activation[0], dtype=np.float64)
    targets = np.asarray(result.forward.reference[0], dtype=np.float64)
    here, wanted = float(outputs[unit - 1]), float(targets[unit - 1])
    probability = cost.fused is not None
    edges = np.array([here, wanted if cost.uses_targets else here, 0.0, 1.0])
    edges = edges[np.isfinite(edges)]
    margin = 0.0 if probability else 0.15 * float(np.ptp(edges))
    low, high = float(edges.min()) - margin, float(edges.max()) + margin
    inset = 0.02 if probability else 0.0
    x = np.linspace(low + inset, high - inset, POINTS)
    along: Callable[[Array], Array] = lambda points: _costs_along(  # noqa: E731
        cost.sample_costs, outputs, targets, unit, points
    )
    name = Symbol("a", step.depth, () if step.bare else (unit,)).text
    title = Message.of("Curve", _COST, output=name, value=numeral(here, 3))
    slope = float(
        np.asarray(cost.derivative(outputs[None, :], targets[None, :]), dtype=np.float64)[
            0, unit - 1
        ]
    )
    point = finite_point(here, float(along(np.array([here]))[0]))
    if step.kind == StepKind.COST_VALUE:
        slope = 0.0
    return Curve(title, COST_SYMBOL.text, name, Family.COST, x, along(x), NOTHING, point, slope)


def shortcut_curve(result: SimulationResult, step: Step, unit: int) -> Curve:
    """C of the sample against one z of the output (u after a normalization), the others held: its
    slope is a − y."""
    fused = cost_of(result.project.network.cost).fused
    assert fused is not None
    z = np.asarray(result.forward.layers[-1].argument[0], dtype=np.float64)
    targets = np.asarray(result.forward.reference[0], dtype=np.float64)
    here = float(z[unit - 1])
    x = window(np.array([here]))

    def along(rows: Array, points: Array) -> Array:
        return np.asarray(fused.sample_costs(fused.log_output(rows), points), dtype=np.float64)

    y = _costs_along(along, z, targets, unit, x)
    at = _costs_along(along, z, targets, unit, np.array([here]))
    slope = float(np.asarray(fused.delta(z[None, :], targets[None, :]))[0, unit - 1])
    letter = argument_of(step, result).letter
    name = Symbol(letter, step.depth, () if step.bare else (unit,)).text
    title = Message.of("Curve", _COST, output=name, value=numeral(here, 3))
    point = finite_point(here, float(at[0]))
    return Curve(
        title, f"{name} = {numeral(here, 3)}", name, Family.COST, x, y, NOTHING, point, slope
    )


def _costs_along(costs: Costs, outputs: Array, targets: Array, unit: int, x: Array) -> Array:
    rows = np.repeat(outputs[None, :], len(x), axis=0)
    rows[:, unit - 1] = x
    wanted = np.repeat(targets[None, :], len(x), axis=0)
    with np.errstate(all="ignore"):
        return np.asarray(costs(rows, wanted), dtype=np.float64)


_COST = QT_TRANSLATE_NOOP("Curve", "C at {output} = {value}")
