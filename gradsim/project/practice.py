"""Small networks for practice: numbers easy to compute with, fresh with each seed."""

from __future__ import annotations

import numpy as np

from gradsim.engine.initialization import TypedLayer
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.model import DataSource, Project

_OUTPUT_OF_COST = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax"}
_BOUNDED = ("sigmoid", "softmax", "hardsigmoid")


def practice_project(
    seed: int, activation: str, cost: str, inputs: int, units: tuple[int, ...]
) -> Project:
    """A network of `units` with one sample, every number of it with two decimals at most.

    Weights lie in ±[0.2, 1.5], biases in ±0.5, inputs in ±[0.2, 1.5]; the last layer has the
    activation that `cost` requires, else `activation`.
    """
    chance = np.random.default_rng(seed)
    output = _OUTPUT_OF_COST.get(cost, activation)
    last = len(units) - 1
    layers = tuple(
        Layer(
            units=width,
            activation=Choice.of(output if index == last else activation),
            weights=Choice.of("glorot_normal"),
            bias=Choice.of("zeros"),
            id=index + 1,
        )
        for index, width in enumerate(units)
    )
    fan_ins = (inputs, *units[:-1])
    parameters = tuple(
        _typed(chance, width, fan_in) for width, fan_in in zip(units, fan_ins, strict=True)
    )
    sample = _away_from_zero(chance, (inputs,))
    data = DataSource.inline([sample.tolist()], [_targets(chance, units[-1], cost, output)])
    return Project("", seed, Network(inputs=inputs, layers=layers, cost=cost), parameters, data)


def _typed(chance: np.random.Generator, units: int, fan_in: int) -> TypedLayer:
    weights = _away_from_zero(chance, (units, fan_in))
    biases = np.round(chance.uniform(-0.5, 0.5, units), 1)
    weights.setflags(write=False)
    biases.setflags(write=False)
    return TypedLayer(weights=weights, biases=biases)


def _away_from_zero(
    chance: np.random.Generator, shape: tuple[int, ...]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    signs = np.where(chance.random(shape) < 0.5, -1.0, 1.0)
    return np.asarray(signs * np.round(chance.uniform(0.2, 1.5, shape), 1), dtype=np.float64)


def _targets(chance: np.random.Generator, units: int, cost: str, output: str) -> list[float]:
    if cost == "cross_entropy":
        right = int(chance.integers(units))
        return [1.0 if unit == right else 0.0 for unit in range(units)]
    if output in _BOUNDED:
        return [float(chance.integers(2)) for _ in range(units)]
    return [float(each) for each in np.round(chance.uniform(-1.0, 1.0, units), 1)]
