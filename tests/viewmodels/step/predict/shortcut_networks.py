"""Random networks with a fused output pair, and their numbers recomputed with NumPy alone."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.project.model import DataSource, Project
from gradsim.viewmodels.simulation import SimulationResult
from gradsim.viewmodels.step.walk.steps import COST_SYMBOL, Symbol, derivative_text

PAIRS = {"binary_cross_entropy": "sigmoid", "cross_entropy": "softmax"}
_Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
_HIDDEN: dict[str, tuple[Callable[[_Array], _Array], Callable[[_Array], _Array]]] = {
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "relu": (lambda z: np.maximum(z, 0.0), lambda z: (z > 0) * 1.0),
    "softplus": (lambda z: np.log1p(np.exp(z)), lambda z: 1 / (1 + np.exp(-z))),
    "identity": (lambda z: z, np.ones_like),
}


def fused(cost: str, inputs: int, hidden: tuple[Layer, ...], output: Layer, seed: int = 3,
          samples: int = 4, *, labels: bool = True) -> Project:  # fmt: skip
    """A network that ends in a fused pair, on Gaussian inputs; targets of 0 and 1, or between."""
    last = replace(output, activation=Choice(PAIRS[cost]))
    numbered = tuple(replace(each, id=i) for i, each in enumerate((*hidden, last), start=1))
    chance = np.random.default_rng(seed)
    targets = chance.random((samples, output.units))
    if cost == "cross_entropy":
        targets = targets / targets.sum(axis=1, keepdims=True)
        if labels:
            targets = np.eye(output.units)[chance.integers(output.units, size=samples)]
    elif labels:
        targets = np.round(targets)
    data = DataSource.inline(chance.normal(size=(samples, inputs)).tolist(), targets.tolist())
    return Project("fused", seed, Network(inputs, numbered, cost), (), data)


def drawn(seed: int) -> Project:
    """One network of at most four layers, every kind of hidden unit and both pairs among them."""
    chance = random.Random(seed)
    cost = chance.choice(tuple(PAIRS))
    bare = cost == "binary_cross_entropy" and chance.random() < 0.2
    widest = 1 if bare else 6
    hidden = tuple(
        Layer(chance.randint(1, widest), Choice(chance.choice(tuple(_HIDDEN))),
              bias=Choice.of("normal", std=0.3))
        for _ in range(chance.randint(0, 3))
    )  # fmt: skip
    units = 1 if bare else chance.randint(2 if cost == "cross_entropy" else 1, 6)
    output = Layer(units, bias=Choice.of("normal", std=0.3))
    inputs = 1 if bare else chance.randint(1, 6)
    return fused(cost, inputs, hidden, output, seed, chance.randint(1, 4),
                 labels=chance.random() < 0.5)  # fmt: skip


class Truth:
    """Every derivative of the one sample in scope, by its symbol."""

    def __init__(self, result: SimulationResult) -> None:
        network, weights = result.project.network, result.forward.parameters.weights
        self._bare = network.inputs == 1 and all(each.units == 1 for each in network.layers)
        below = [np.asarray(result.forward.inputs[0])]
        sums: list[_Array] = []
        for layer, matrix, shift in zip(network.layers, weights, result.forward.parameters.biases,
                                        strict=True):  # fmt: skip
            sums.append(matrix @ below[-1] + shift)
            below.append(_applied(layer.activation.name, sums[-1]))
        self.output = below[-1]
        self.numbers: dict[str, float] = {}
        delta = below[-1] - result.forward.reference[0]
        for number in range(network.depth, 0, -1):
            matrix, fed = weights[number - 1], below[number - 1]
            self._layer(number, matrix, delta, fed)
            if number > 1:
                slope = _HIDDEN[network.layers[number - 2].activation.name][1](sums[number - 2])
                arriving = delta @ matrix
                for unit, found in enumerate(arriving, start=1):
                    self._put(COST_SYMBOL, self._symbol("a", number - 1, unit), found)
                for unit, found in enumerate(slope, start=1):
                    a, z = (self._symbol(letter, number - 1, unit) for letter in "az")
                    self._put(a, z, found)
                delta = arriving * slope

    def _layer(self, number: int, matrix: _Array, delta: _Array, fed: _Array) -> None:
        for unit, row in enumerate(matrix, start=1):
            z, b = (self._symbol(letter, number, unit) for letter in "zb")
            self._put(COST_SYMBOL, z, delta[unit - 1])
            self._put(COST_SYMBOL, b, delta[unit - 1])
            self._put(z, b, 1.0)
            for source, weight in enumerate(row, start=1):
                w = self._symbol("w", number, unit, source)
                self._put(COST_SYMBOL, w, delta[unit - 1] * fed[source - 1])
                self._put(z, w, fed[source - 1])
                self._put(z, self._symbol("a", number - 1, source), weight)

    def _symbol(self, letter: str, layer: int, *units: int) -> Symbol:
        return Symbol(letter, layer, () if self._bare else units)

    def _put(self, above: Symbol, below: Symbol, number: float) -> None:
        self.numbers[derivative_text(above, below)] = float(number)


def _applied(name: str, z: _Array) -> _Array:
    if name == "softmax":
        powers = np.exp(z - z.max())
        return np.asarray(powers / powers.sum())
    return _HIDDEN[name][0](z)
