"""Whatever is done to it, the stepper's product is the engine's gradient."""

from __future__ import annotations

import contextlib
import random

import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.problems import Problem
from gradsim.project.presets import preset
from gradsim.viewmodels.step.walk.walk import Lens
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.random_edits import edited, remedied
from tests.viewmodels.step.remedied_projects import every_remedy
from tests.viewmodels.step.step_desk import StepDesk
from tests.viewmodels.step.truth import assert_true


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
            kind = chance.choice(("w", "b", "γ", "β"))
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
        assert_true(desk.stepper, desk.simulation)


@pytest.mark.parametrize("seed", range(6))
def test_the_product_is_the_gradient_whatever_remedies_come_and_go(
    open_desk: OpenDesk, seed: int
) -> None:
    chance = random.Random(seed)
    desk = open_desk(every_remedy())
    for _ in range(200):
        act(desk, chance)
        assert_true(desk.stepper, desk.simulation)
        if chance.random() < 0.25:
            with contextlib.suppress(Problem):
                desk.edit(remedied(desk.project, chance))
            assert_true(desk.stepper, desk.simulation)


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
        assert_true(desk.stepper, desk.simulation)


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
