"""The rule, slope and neighbours of one layer of a simulated pass, as questions need them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from functools import partial

import numpy as np

from gradsim.engine.activations import Activation, activation_of
from gradsim.engine.costs import cost_of
from gradsim.engine.options import resolved_options
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.predict.question import Numbers
from gradsim.viewmodels.step.predict.situation import Part
from gradsim.viewmodels.step.scaled import Scaled
from gradsim.viewmodels.step.values import activation_value
from gradsim.viewmodels.step.walk.lenses import is_scalar_chain
from gradsim.viewmodels.step.walk.steps import Symbol

MOST_SHOWN = 4
"""So many addends are shown one by one; of more the largest, and the rest as one."""
MOST_NEIGHBOURS = 6


def rule_of(result: SimulationResult, layer: int) -> Activation:
    """The activation of `layer`."""
    return activation_of(result.project.network.layers[layer - 1].activation)


def value_of(result: SimulationResult, layer: int) -> Callable[[float], float]:
    """f of `layer`, of one number."""
    rule = rule_of(result, layer)
    options = resolved_options(result.project.network.layers[layer - 1].activation, rule.options)
    return partial(_at, partial(rule.value, **options))


def slope_of(result: SimulationResult, layer: int) -> Callable[[float], float]:
    """f′ of `layer`, of one number."""
    rule = rule_of(result, layer)
    options = resolved_options(result.project.network.layers[layer - 1].activation, rule.options)
    return partial(_at, partial(rule.derivative, **options))


def _at(function: Callable[[np.ndarray[tuple[int], np.dtype[np.float64]]], object], z: float
        ) -> float:  # fmt: skip
    with np.errstate(all="ignore"):
        return float(np.asarray(function(np.array([z])))[0])


def slope_formulas(
    result: SimulationResult, layer: int, *, arriving: bool
) -> tuple[Callable[[Numbers], float], ...]:
    """The ways to compute f′ from z or from a, times what arrives (u) where it does."""
    slope = slope_of(result, layer)
    name = rule_of(result, layer).name

    def from_z(numbers: Numbers) -> float:
        return (numbers["u"] if arriving else 1.0) * slope(numbers["z"])

    def from_a(numbers: Numbers) -> float:
        a = numbers["a"]
        return (numbers["u"] if arriving else 1.0) * (1 - a * a if name == "tanh" else a * (1 - a))

    return (from_z, from_a) if name in ("sigmoid", "tanh") else (from_z,)


def sum_of(values: Iterable[float]) -> float:
    """Their sum to the last digit; nan where infinities stand in its way."""
    try:
        return math.fsum(values)
    except (OverflowError, ValueError):
        return math.nan


def indices(result: SimulationResult, *units: int) -> tuple[int, ...]:
    """The units as they are written: none in a scalar chain."""
    return () if is_scalar_chain(result.project.network) else units


def below(result: SimulationResult, layer: int, unit: int) -> tuple[str, int | None]:
    """Letter and layer of what comes into `layer`: x of the input, a of the layer below."""
    del result, unit
    return ("a", layer - 1) if layer > 1 else ("x", None)


def below_text(result: SimulationResult, layer: int, unit: int) -> str:
    """``a₂⁽¹⁾`` or ``x₂``."""
    letter, there = below(result, layer, unit)
    return Symbol(letter, there, indices(result, unit)).text


def units_below(result: SimulationResult, layer: int) -> int:
    """How many units come into `layer`."""
    return result.project.network.fan_in(layer)


def units_of(result: SimulationResult, layer: int) -> int:
    """How many units `layer` has."""
    return result.project.network.layers[layer - 1].units


def others(count: int, own: int, most: int = MOST_NEIGHBOURS) -> tuple[int, ...]:
    """The units next to `own`, the nearest first, at most `most`."""
    rest = sorted((unit for unit in range(max(1, own - most), min(count, own + most) + 1)
                   if unit != own), key=lambda unit: (abs(unit - own), unit))  # fmt: skip
    return tuple(rest[:most])


def cost_derivatives(result: SimulationResult) -> tuple[float, ...]:
    """∂C/∂a of every output of the one sample."""
    cost = cost_of(result.project.network.cost)
    outputs = np.asarray(result.forward.layers[-1].activation[:1], dtype=np.float64)
    reference = np.asarray(result.forward.reference[:1], dtype=np.float64)
    with np.errstate(all="ignore"):
        return tuple(float(each) for each in np.asarray(cost.derivative(outputs, reference))[0])


def slope_neighbours(result: SimulationResult, layer: int, unit: int, upstream: float = 1.0
                     ) -> tuple[Part, ...]:  # fmt: skip
    """f′ at the z of other units of the layer."""
    slope = slope_of(result, layer)
    there = result.forward.layers[layer - 1]
    found = []
    for each in others(units_of(result, layer), unit):
        exponent = int(np.asarray(there.exponent))
        z = Scaled.of(float(there.pre_activation[0, each - 1]), exponent).value
        symbol = Symbol("z", layer, indices(result, each)).text
        found.append(Part(symbol, upstream * slope(z)))
    return tuple(found)


def input_neighbours(result: SimulationResult, layer: int, source: int, times: float = 1.0
                     ) -> tuple[Part, ...]:  # fmt: skip
    """What comes into the layer from other units than `source`."""
    return tuple(
        Part(below_text(result, layer, each),
             times * activation_value(result, layer - 1, each).value)
        for each in others(units_below(result, layer), source)
    )  # fmt: skip
