"""Recipes for the tests of scripts, from presets and from small networks."""

from __future__ import annotations

import contextlib
import io
from typing import Literal

import numpy as np

from gradsim.engine.backward import chain_factors
from gradsim.engine.forward import ForwardPass, forward
from gradsim.engine.initialization import initialize
from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.paths.parameter_paths import parameter_paths
from gradsim.project.evaluation import materialize, scoped_forward
from gradsim.project.presets import preset
from gradsim.project.scripts.recipe import Recipe

Lens = Literal["forward", "layer", "parameter"]
LAST = {"cross_entropy": "softmax", "binary_cross_entropy": "sigmoid"}


def recipe_over(passed: ForwardPass, lens: Lens, address: ParameterAddress | None = None) -> Recipe:
    """The recipe of one lens over a pass; the parameter lens needs an address."""
    factors = tuple(chain_factors(passed, batch_mean=passed.samples > 1))
    paths = None if address is None else parameter_paths(passed, 1, address, 3)
    steps = factors if paths is None else paths.paths[0].factors
    symbols = tuple(step.symbol for step in steps)
    shown = tuple(("0", "0") for _ in steps)
    return Recipe("Title", ("Subtitle",), lens, passed, factors, symbols, shown, paths)


def recipe_of_preset(name: str, lens: Lens, sample: int | None = 1) -> Recipe:
    """The recipe of a built-in project; the parameter lens takes a weight in the middle."""
    materials = materialize(preset(name))
    passed = scoped_forward(materials, sample)
    layer = (passed.network.depth + 1) // 2
    address = ParameterAddress("w", layer, 1, 1) if lens == "parameter" else None
    return recipe_over(passed, lens, address)


def small_pass(
    activation: str, cost: str = "squared_error", std: float = 0.7, samples: int = 1
) -> ForwardPass:
    """3 → 4 → 3 → 3 units; the last activation is the one that the cost needs."""
    hidden = "tanh" if activation == "softmax" else activation
    names = (hidden, hidden, LAST.get(cost, activation))
    weights = Choice.of("normal", std=std)
    layers = tuple(
        Layer(units, Choice(name), weights, Choice.of("constant", value=0.1), id=number)
        for number, (units, name) in enumerate(zip((4, 3, 3), names, strict=True), start=1)
    )
    network = Network(3, layers, cost)
    generator = np.random.default_rng(7)
    inputs = generator.normal(size=(samples, 3))
    targets = generator.dirichlet(np.ones(3), size=samples)
    return forward(network, initialize(network, 5), inputs, targets)


def run(source: str) -> int:
    """Execute a script in a namespace of its own; how many checks it says have passed."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(source, "worksheet.py", "exec"), {"__name__": "__main__"})
    return int(said.getvalue().split()[0])
