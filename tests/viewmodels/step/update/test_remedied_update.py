"""A step of gradient descent in networks with remedies: what moves, what follows, what stays."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.backward import gathered, gradients
from gradsim.engine.forward import ForwardPass
from gradsim.engine.nudge.lever import Lever
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.training import Plan, Trainer
from gradsim.engine.update import Moved
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.parameters import symbol_of
from gradsim.viewmodels.step.update.told import equation, notes
from gradsim.viewmodels.step.update.update import Update
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import BATCH, LAYER, every_remedy, layer, remedied
from tests.viewmodels.step.step_desk import StepDesk

PROJECTS = {
    "training": every_remedy(LAYER),
    "evaluation": every_remedy(LAYER, mode="evaluate"),
    "batch": every_remedy(BATCH),
    "batch, evaluated": every_remedy(BATCH, mode="evaluate"),
}


def watched(desk: StepDesk, moved: Moved, rate: float = 0.5) -> Update:
    made = Update(desk.stepper, desk.document, desk.settings, desk.stepper)
    made.choose(moved)
    made.set_rate(rate)
    made.set_watched(True)
    made.finish()
    return made


def said(update: Update) -> str:
    assert update.outcome is not None
    return " ".join(map(words.text, notes(update, update.outcome)))


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("moved", list(Moved))
def test_the_promised_cost_follows_and_undo_brings_back_every_bit(
    open_desk: OpenDesk, name: str, moved: Moved
) -> None:
    desk = open_desk(PROJECTS[name])
    desk.stepper.choose_parameter(ParameterAddress("w", 3, 2, 1))
    project, before = desk.project, float(desk.result.forward.cost)
    update = watched(desk, moved)
    assert update.outcome is not None
    promised = update.outcome.after
    assert update.take()
    desk.compute()
    assert float(desk.result.forward.cost) == promised
    assert promised != before
    desk.document.undo_stack.undo()
    desk.compute()
    assert desk.project is project
    assert float(desk.result.forward.cost) == before
    update.shut_down()


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("text", ["γ:2:3", "β:2:1"])
def test_a_gamma_or_beta_of_the_walk_moves_alone_and_weights_stay_drawn(
    open_desk: OpenDesk, name: str, text: str
) -> None:
    desk = open_desk(PROJECTS[name])
    place = ParameterAddress.parse(text)
    desk.stepper.choose_parameter(place)
    project, base = desk.project, desk.result.forward
    update = watched(desk, Moved.PARAMETER)
    assert update.outcome is not None
    promised = update.outcome.after
    told = equation(update, update.outcome)
    symbol = symbol_of(place, project.network).text
    assert told.startswith(f"{symbol} − η ∂C/∂{symbol} = ")
    assert update.take()
    desk.compute()
    assert float(desk.result.forward.cost) == promised
    assert desk.project.parameters[0] == project.parameters[0]
    for before, now in zip(
        base.parameters.weights, desk.result.forward.parameters.weights, strict=True
    ):
        assert np.array_equal(before, now)
    old, new = (Lever.of(place).read(each) for each in (base, desk.result.forward))
    slope = engine_value_of(base, place)
    assert new == pytest.approx(old - 0.5 * slope, rel=1e-12)
    update.shut_down()


def engine_value_of(base: ForwardPass, place: ParameterAddress) -> float:
    found = gradients(base)
    column = (found.scales if place.kind == "γ" else found.shifts)[place.layer]
    return float(np.ldexp(column.array[place.unit - 1], int(column.exponent)))


@pytest.mark.parametrize("name", PROJECTS)
def test_gamma_and_beta_move_down_their_gradient_with_all_parameters(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(PROJECTS[name])
    update = watched(desk, Moved.ALL, 0.25)
    found, old = gathered(desk.result.factors), desk.result.materials.parameters.remedies
    assert update.take()
    desk.compute()
    new = desk.result.materials.parameters.remedies
    for part, columns in (("scale", found.scales), ("shift", found.shifts)):
        for number, gradient in columns.items():
            moved = getattr(old[number - 1], part) - 0.25 * gradient.array
            np.testing.assert_allclose(getattr(new[number - 1], part), moved, rtol=1e-14)
    assert words.text(desk.document.undo_name()) == "Update all parameters"  # type: ignore[arg-type]
    update.shut_down()


@pytest.mark.parametrize("name", PROJECTS)
def test_small_steps_do_what_the_gradient_says(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(PROJECTS[name])
    gaps = []
    for rate in (2e-3, 1e-3):
        update = watched(desk, Moved.ALL, rate)
        assert update.outcome is not None
        gaps.append(update.outcome.change.difference.value)
        update.shut_down()
    assert gaps[0] / gaps[1] == pytest.approx(4.0, rel=0.1)


def test_a_step_of_all_is_a_step_of_training_running_statistics_included(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(
        remedied(
            layer(3, "tanh", normalization=BATCH),
            layer(3, "tanh", normalization=BATCH),
            layer(1, "sigmoid"),
        )
    )
    made = desk.result.materials
    trainer = Trainer(made.network, made.parameters, made.inputs, made.targets, Plan(rate=0.5))
    trainer.step()
    update = watched(desk, Moved.ALL, 0.5)
    assert "follow the batch" in said(update)
    assert update.take()
    desk.compute()
    taken = desk.result.materials.parameters
    for one, other in zip(taken.weights, trainer.parameters.weights, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-12)
    for left, right in zip(taken.remedies, trainer.parameters.remedies, strict=True):
        for part in ("scale", "shift", "running_mean", "running_variance"):
            if left is not None and right is not None:
                np.testing.assert_allclose(getattr(left, part), getattr(right, part), rtol=1e-12)
    update.shut_down()


def test_what_stays_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy(BATCH))
    update = watched(desk, Moved.WEIGHTS)
    assert "variances of batch normalization stay" in said(update)
    assert "Dropout silences the same" in said(update)
    assert update.take()
    desk.compute()
    values = desk.result.materials.parameters.remedies[0]
    assert values is not None
    np.testing.assert_array_equal(values.running_mean, np.zeros(3))
    np.testing.assert_array_equal(values.scale, np.ones(3))
    update.shut_down()
    desk = open_desk(every_remedy(BATCH, mode="evaluate"))
    update = watched(desk, Moved.ALL)
    assert "In evaluation" in said(update)
    assert "Dropout" not in said(update)
    update.shut_down()


@pytest.mark.parametrize("name", ["plain", "remedies"])
def test_a_step_is_of_the_cost_without_the_penalties_of_the_plan(
    open_desk: OpenDesk, name: str
) -> None:
    bare = preset("mazur") if name == "plain" else every_remedy()
    punished = replace(bare, training=replace(bare.training, l2=0.5, l1=0.1))
    costs = []
    for project in (bare, punished):
        desk = open_desk(project)
        update = watched(desk, Moved.ALL)
        assert update.outcome is not None
        costs.append(update.outcome.after)
        assert ("penalties" in said(update)) is (project is punished)
        update.shut_down()
    assert costs[0] == costs[1]


def test_a_step_is_looked_at_again_when_the_remedies_are_gone(open_desk: OpenDesk) -> None:
    desk = open_desk(every_remedy())
    update = watched(desk, Moved.ALL)
    assert update.learns_more
    assert update.can_take
    desk.edit(preset("mazur"))
    update.finish()
    assert update.outcome is not None
    assert update.can_take
    assert not update.learns_more
    update.shut_down()
