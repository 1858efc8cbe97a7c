"""Whatever is done to it, the stepper's product is the engine's gradient."""

from __future__ import annotations

import random

import numpy as np
import pytest

from gradsim.engine.backward import gradients
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.project.edits.data import new_draw
from gradsim.project.edits.layers import (
    add_layer,
    delete_layers,
    insert_layer,
    move_layer,
    set_activation,
    set_gain,
    set_units,
    set_weights,
)
from gradsim.project.edits.parameters import set_weight
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels.step.equation import added, equation_strip, others_of
from gradsim.viewmodels.step.scaled import ONE, Scaled
from gradsim.viewmodels.step.steps import StepKind
from gradsim.viewmodels.step.walk import Lens
from gradsim.viewmodels.step.waterfall import waterfall
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def engine_value(desk: StepDesk, address: ParameterAddress) -> Scaled:
    """The gradient of one parameter, from a backward pass of its own."""
    found = gradients(desk.result.forward, batch_mean=desk.result.sample is None)
    index = address.layer - 1
    if address.kind == "w":
        entry = found.weights[index][address.unit - 1, address.source - 1]
        return Scaled.of(float(entry), int(found.weight_exponents[index]))
    return Scaled.of(float(found.biases[index][address.unit - 1]), int(found.bias_exponents[index]))


def near(one: Scaled, other: Scaled, scale: Scaled) -> bool:
    """Equal to rounding of terms as large as `scale`."""
    gap = added(one, other * Scaled.of(-1.0))
    return gap.is_zero or gap.log10_abs < max(other.log10_abs, scale.log10_abs) - 9


def assert_true(desk: StepDesk) -> None:
    """What the stepper shows is what the engine has."""
    stepper = desk.stepper
    assert 0 <= stepper.position <= len(stepper.steps)
    assert stepper.result is desk.simulation.result
    if not stepper.steps:
        assert stepper.walk.refusal is not None
        return
    equation_strip(stepper.walk, desk.result, stepper.position, 9)
    waterfall(stepper.walk, desk.result, stepper.position)
    if stepper.lens == Lens.LAYER:
        assert_layers_true(desk)
    elif stepper.lens == Lens.PARAMETER:
        assert_path_true(desk)


def assert_path_true(desk: StepDesk) -> None:
    stepper = desk.stepper
    product = ONE
    for step in stepper.steps:
        assert step.value is not None
        product = product * step.value
        assert step.product == product
    path, paths = stepper.path, stepper.paths
    assert path is not None
    assert paths is not None
    assert paths.address == stepper.parameter
    contribution = Scaled.of(path.number.mantissa, path.number.exponent)
    assert near(product, contribution, contribution)
    total = added(product, others_of(stepper.walk))
    largest = max((each.log10_abs for each in paths.paths), default=-np.inf)
    scale = Scaled.of(10.0 ** min(max(largest, -250.0), 250.0))
    assert near(total, engine_value(desk, paths.address), scale)


def assert_layers_true(desk: StepDesk) -> None:
    found = gradients(desk.result.forward, batch_mean=desk.result.sample is None)
    for step, factor in zip(desk.stepper.steps, desk.result.factors, strict=True):
        assert (str(step.kind), step.layer) == (str(factor.kind), factor.layer)
        if step.kind == StepKind.WEIGHTS:
            np.testing.assert_allclose(factor.product, found.weights[step.layer - 1], rtol=1e-12)
        elif step.kind == StepKind.BIAS:
            np.testing.assert_allclose(factor.product, found.biases[step.layer - 1], rtol=1e-12)


def edited(project: Project, chance: random.Random) -> Project:
    """`project` after one random edit."""
    layer = chance.choice(project.layer_ids)
    hidden = project.layer_ids[:-1]
    match chance.randrange(10):
        case 0:
            return insert_layer(project, chance.randrange(len(hidden) + 1))
        case 1 if len(hidden) > 1:
            return delete_layers(project, (chance.choice(hidden),))
        case 2 if hidden:
            return set_units(project, (chance.choice(hidden),), chance.randint(1, 6))
        case 3:
            name = chance.choice(["sigmoid", "tanh", "relu", "leaky_relu", "gelu"])
            return set_activation(project, (layer,), Choice(name))
        case 4:
            return set_gain(project, (layer,), chance.uniform(0.1, 3.0))
        case 5:
            name = chance.choice(["he_normal", "glorot_uniform", "zeros", "orthogonal"])
            return set_weights(project, (layer,), Choice(name))
        case 6:
            return new_draw(project)
        case 7 if len(hidden) > 1:
            return move_layer(project, chance.choice(hidden), chance.randrange(len(hidden)))
        case 8:
            return set_weight(project, layer, 1, 1, chance.uniform(-2.0, 2.0))
        case _:
            return add_layer(project) if len(hidden) < 7 else project


def act(desk: StepDesk, chance: random.Random) -> None:
    """One random action on the desk."""
    stepper, network = desk.stepper, desk.project.network
    match chance.randrange(14):
        case 0 | 1 | 2:
            stepper.next()
        case 3:
            stepper.back()
        case 4:
            stepper.jump(chance.randrange(len(stepper.steps) + 1))
        case 5:
            stepper.page(chance.choice((-1, 1)))
        case 6:
            stepper.choose_lens(chance.choice(list(Lens)))
        case 7:
            layer = chance.randint(1, len(network.layers))
            kind = chance.choice(("w", "b"))
            unit = chance.randint(1, network.layers[layer - 1].units)
            source = chance.randint(1, network.fan_in(layer)) if kind == "w" else 0
            stepper.choose_parameter(ParameterAddress(kind, layer, unit, source))
        case 8:
            stepper.choose_path(chance.randrange(10))
        case 9:
            desk.scope.choose(chance.choice((None, 1, 2, 5)))
        case 10:
            desk.document.undo_stack.undo()
        case 11:
            desk.document.undo_stack.redo()
        case _:
            try:
                project = edited(desk.project, chance)
            except Problem:
                return
            desk.edit(project)
    desk.compute()


@pytest.mark.parametrize("seed", range(6))
def test_the_product_is_the_gradient_after_any_actions(open_desk: OpenDesk, seed: int) -> None:
    chance = random.Random(seed)
    desk = open_desk(preset("first_look"))
    for _ in range(200):
        act(desk, chance)
        assert_true(desk)


@pytest.mark.parametrize(
    "name", ["scalar_chain", "mazur", "single_neuron", "zero_initialization", "digits_classifier"]
)
@pytest.mark.parametrize("lens", list(Lens))
def test_every_step_of_the_built_in_networks_is_true(
    open_desk: OpenDesk, name: str, lens: Lens
) -> None:
    desk = open_desk(preset(name))
    desk.stepper.choose_lens(lens)
    desk.settle()
    while not desk.stepper.at_end:
        desk.stepper.next()
        assert_true(desk)


def test_mazurs_two_paths_have_the_published_factors(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    values = {}
    for index in range(2):
        desk.stepper.choose_path(index)
        path = desk.stepper.path
        assert path is not None
        steps = desk.stepper.steps
        values[path.units[0]] = steps[2].product.value  # type: ignore[union-attr]
    assert values[1] == pytest.approx(0.05539942465142279, rel=1e-12)
    assert values[2] == pytest.approx(-0.019049118258278114, rel=1e-12)
    assert desk.stepper.paths is not None
    assert desk.stepper.paths.value == pytest.approx(0.00043856773447434685, rel=1e-12)


def test_a_product_beyond_float_range_keeps_its_true_logarithm(open_desk: OpenDesk) -> None:

    deep = project_of(
        1, *([1] * 600), activation="sigmoid", weights=Choice.of("constant", value=1.0)
    )
    desk = open_desk(deep)
    desk.stepper.choose_parameter(ParameterAddress("b", 1, 1))
    desk.settle()
    last = desk.stepper.steps[-1].product
    assert last is not None
    assert last.value == 0.0
    logs = [step.value.log10_abs for step in desk.stepper.steps if step.value is not None]
    assert last.log10_abs == pytest.approx(sum(logs), rel=1e-9)
    assert last.log10_abs < -350
