"""The factor that kills is marked where it stands, and an underflow is none."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.network import Layer
from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.engine.scaling import State
from gradsim.project.edits import fill_weights, set_activation, set_bias_value, set_samples
from gradsim.project.presets import preset
from gradsim.viewmodels.step.equation import FactorItem, equation_strip
from gradsim.viewmodels.step.killing import killing_steps, kills_here, zero_state
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.transcript.narration import narration
from gradsim.viewmodels.step.walk.steps import StepKind
from gradsim.viewmodels.step.waterfall import waterfall
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.predict.shortcut_networks import fused
from tests.viewmodels.step.step_desk import StepDesk


def killers(desk: StepDesk) -> list[tuple[StepKind, int]]:
    walk = desk.stepper.walk
    return [(walk.steps[i].kind, walk.steps[i].layer) for i in killing_steps(walk, desk.result)]


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_zero_weights_kill_in_the_last_layer_in_both_lenses(
    open_desk: OpenDesk, lens: Lens
) -> None:
    desk = open_desk(preset("zero_initialization"))
    desk.stepper.choose_lens(lens)
    assert killers(desk) == [(StepKind.PREVIOUS_ACTIVATION, 4)]


@pytest.mark.parametrize("lens", list(Lens))
def test_constant_weights_kill_nowhere(open_desk: OpenDesk, lens: Lens) -> None:
    desk = open_desk(preset("constant_initialization"))
    desk.stepper.choose_lens(lens)
    assert killers(desk) == []


def test_with_tanh_the_silent_input_kills_the_gradient_of_the_last_weights(
    open_desk: OpenDesk,
) -> None:
    project = preset("zero_initialization")
    desk = open_desk(set_activation(project, project.layer_ids, Choice.of("tanh")))
    desk.stepper.choose_lens(Lens.LAYER)
    assert killers(desk) == [(StepKind.WEIGHTS, 4), (StepKind.PREVIOUS_ACTIVATION, 4)]


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
@pytest.mark.parametrize(
    ("activation", "state"), [("sigmoid", State.underflow), ("relu", State.zero)]
)
def test_a_saturated_sigmoid_does_not_kill_and_a_dead_relu_does(
    open_desk: OpenDesk, lens: Lens, activation: str, state: State
) -> None:
    project = project_of(1, 1, 1, activation=activation, last="identity")
    desk = open_desk(set_bias_value(project, project.layer_ids[0], 1, -800.0))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.stepper.choose_lens(lens)
    walk = desk.stepper.walk
    place = next(
        index
        for index, step in enumerate(walk.steps)
        if step.kind is StepKind.ACTIVATION and step.layer == 1
    )
    # A path has the true number, 10^−347, of which whole layers know only that it is lost.
    told = State.ok if state is State.underflow and lens is Lens.PARAMETER else state
    assert zero_state(walk, desk.result, place) is told
    assert kills_here(walk, desk.result, place) is (state is State.zero)


def test_what_strip_and_waterfall_mark_is_the_killing_step(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    stepper = desk.stepper
    stepper.last()
    (place,) = killing_steps(stepper.walk, desk.result)
    strip = equation_strip(stepper.walk, desk.result, stepper.position, 20)
    marked = [item.index for item in strip.items if isinstance(item, FactorItem) and item.kills]
    bars = waterfall(stepper.walk, desk.result, stepper.position).bars
    assert marked == [place] == [bar.index for bar in bars if bar.kills]


def test_a_factor_still_to_come_is_not_marked(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    stepper = desk.stepper
    stepper.jump(2)
    strip = equation_strip(stepper.walk, desk.result, stepper.position, 20)
    assert not any(item.kills for item in strip.items if isinstance(item, FactorItem))
    assert not any(bar.kills for bar in waterfall(stepper.walk, desk.result, 2).bars)


def test_the_narration_says_it_at_the_step_itself_only(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("zero_initialization"))
    (place,) = killing_steps(desk.stepper.walk, desk.result)
    told = [
        narration(desk.stepper.walk, desk.result, position)
        for position in range(1, len(desk.stepper.steps) + 1)
    ]
    assert ["kills" in each for each in told] == [index == place for index in range(len(told))]


def test_one_zero_layer_kills_for_the_layers_below_only(open_desk: OpenDesk) -> None:
    project = preset("first_look")
    desk = open_desk(fill_weights(project, project.layer_ids[2], 0.0))
    desk.stepper.choose_parameter(ParameterAddress("w", 4, 1, 1))
    assert killers(desk) == []
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    assert killers(desk) == [(StepKind.PREVIOUS_ACTIVATION, 3)]
    assert not np.any(desk.result.factors[-2].product)


@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
@pytest.mark.parametrize(("target", "state"), [(1.0, State.underflow), (0.5, State.zero)])
def test_a_shortcut_of_0_kills_only_where_the_output_can_reach_its_target(
    open_desk: OpenDesk, lens: Lens, target: float, state: State
) -> None:
    """σ(800) is 1 in floats and never 1; σ(0) is ½ indeed."""
    project = fused("binary_cross_entropy", 2, (Layer(3, Choice("tanh")),), Layer(1))
    output = project.layer_ids[-1]
    project = fill_weights(project, (output,), 0.0)
    project = set_bias_value(project, output, 1, 800.0 if target == 1.0 else 0.0)
    project = set_samples(project, [[0.3, -0.4]], [[target]])
    desk = open_desk(project)
    desk.look_at(1)
    desk.stepper.choose_lens(lens)
    desk.stepper.options.choose_shortcut(True)
    desk.settle()
    assert desk.stepper.steps[0].kind is StepKind.SHORTCUT
    assert zero_state(desk.stepper.walk, desk.result, 0) is state
    found = killers(desk)
    assert ((StepKind.SHORTCUT, 2) in found) == (state is State.zero)
