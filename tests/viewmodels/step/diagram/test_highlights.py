"""The walk lights what it has multiplied in, what it stands on, and what is to come."""

from __future__ import annotations

from dataclasses import dataclass

from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.diagram.highlights import Highlights, Phase, highlights
from gradsim.viewmodels.step.walk.steps import Family, Step, StepKind

SHAPE = NetworkShape(2, (3, 3, 1))
ALL = Window(0, 3)


@dataclass(frozen=True)
class Address:
    kind: str
    layer: int
    unit: int
    source: int


@dataclass(frozen=True)
class Way:
    edges: tuple[tuple[int, int, int], ...]


def path_steps() -> list[Step]:
    """The path of w(1)₂₁ through unit 3 of layer 2."""
    return [
        Step(StepKind.COST, 3, 3, unit=1),
        Step(StepKind.ACTIVATION, 3, 3, unit=1, source=1),
        Step(StepKind.PREVIOUS_ACTIVATION, 3, 3, unit=1, source=3),
        Step(StepKind.ACTIVATION, 2, 3, unit=3, source=3),
        Step(StepKind.PREVIOUS_ACTIVATION, 2, 3, unit=3, source=2),
        Step(StepKind.ACTIVATION, 1, 3, unit=2, source=2),
        Step(StepKind.WEIGHTS, 1, 3, unit=2, source=1),
    ]


def layer_steps() -> list[Step]:
    steps = [Step(StepKind.COST, 3, 3)]
    for layer in (3, 2, 1):
        steps.append(Step(StepKind.ACTIVATION, layer, 3))
        steps.append(Step(StepKind.WEIGHTS, layer, 3, side_branch=True))
        steps.append(Step(StepKind.BIAS, layer, 3, side_branch=True))
        if layer > 1:
            steps.append(Step(StepKind.PREVIOUS_ACTIVATION, layer, 3))
    return steps


def forward_steps() -> list[Step]:
    steps = []
    for layer in (1, 2, 3):
        steps.append(Step(StepKind.PRE_ACTIVATION, layer, 3))
        steps.append(Step(StepKind.ACTIVATION_VALUE, layer, 3))
    return [*steps, Step(StepKind.COST_VALUE, 3, 3)]


def on_path(position: int) -> Highlights:
    target = Address("w", 1, 2, 1)
    return highlights(path_steps(), position, shape=SHAPE, window=ALL, target=target)


def test_at_the_start_the_whole_path_is_to_come() -> None:
    lit = on_path(0)
    marks = [lit.cost, *lit.units.values(), *lit.edges.values()]
    assert all(mark is not None and mark.phase is Phase.TO_COME for mark in marks)
    assert set(lit.edges) == {(3, 1, 3), (2, 3, 2), (1, 2, 1)}
    assert lit.reached is None


def test_the_position_parts_done_current_and_to_come() -> None:
    lit = on_path(3)
    assert lit.cost is not None
    assert lit.cost.phase is Phase.DONE
    assert lit.units[3, 1].phase is Phase.DONE
    assert lit.edges[3, 1, 3].phase is Phase.CURRENT
    assert lit.edges[3, 1, 3].family is Family.LINEAR
    assert lit.units[2, 3].phase is Phase.TO_COME


def test_a_gradient_is_known_down_to_the_last_activation_multiplied_in() -> None:
    lit = on_path(4)
    assert [lit.has_delta(layer) for layer in (1, 2, 3)] == [False, True, True]


def test_a_softmax_step_lights_the_units_of_both_ends() -> None:
    steps = [Step(StepKind.ACTIVATION, 2, 3, unit=1, source=3)]
    lit = highlights(steps, 1, shape=SHAPE, window=ALL)
    assert set(lit.units) == {(2, 1), (2, 3)}


def test_other_strong_paths_run_from_the_parameter_to_the_outputs() -> None:
    lit = highlights(
        path_steps(), 0, shape=SHAPE, window=ALL,
        target=Address("w", 1, 2, 1),
        other_paths=[Way(((3, 1, 3), (2, 3, 2))), Way(((3, 1, 1), (2, 1, 2)))],
    )  # fmt: skip
    assert set(lit.other_paths) == {(2, 3, 2), (3, 1, 3), (2, 1, 2), (3, 1, 1)}


def test_whole_layers_light_columns_and_gaps() -> None:
    lit = highlights(layer_steps(), 6, shape=SHAPE, window=ALL)
    assert lit.columns[3].phase is Phase.DONE
    assert lit.gaps[3].phase is Phase.DONE
    assert lit.columns[2].phase is Phase.CURRENT
    assert 1 not in lit.columns


def test_a_side_branch_leaves_no_trace() -> None:
    at_weights = highlights(layer_steps(), 3, shape=SHAPE, window=ALL)
    assert at_weights.gaps[3].phase is Phase.CURRENT
    at_bias = highlights(layer_steps(), 4, shape=SHAPE, window=ALL)
    assert at_bias.gaps == {}
    assert at_bias.bias_columns[3].phase is Phase.CURRENT
    after = highlights(layer_steps(), 5, shape=SHAPE, window=ALL)
    assert after.bias_columns == {}


def test_the_parameter_is_lit_where_a_batch_has_no_steps() -> None:
    weight = highlights([], 0, shape=SHAPE, window=ALL, target=Address("w", 2, 3, 1))
    assert set(weight.edges) == {(2, 3, 1)}
    bias = highlights([], 0, shape=SHAPE, window=ALL, target=Address("b", 2, 3, 0))
    assert set(bias.biases) == {(2, 3)}


def test_forward_values_appear_as_the_walk_comes_to_them() -> None:
    lit = highlights(forward_steps(), 3, shape=SHAPE, window=ALL, forward=True)
    assert lit.shows_activation(0)
    assert lit.shows_activation(1)
    assert not lit.shows_activation(2)
    assert lit.shows_pre_activation(2)
    assert not lit.shows_cost
    end = highlights(forward_steps(), 7, shape=SHAPE, window=ALL, forward=True)
    assert end.shows_activation(3)
    assert end.shows_cost


def test_forward_shows_nothing_but_the_inputs_at_the_start() -> None:
    lit = highlights(forward_steps(), 0, shape=SHAPE, window=ALL, forward=True)
    assert lit.shows_activation(0)
    assert not lit.shows_activation(1)


def test_backward_shows_every_value() -> None:
    assert on_path(0).shows_activation(3)
    assert on_path(0).shows_cost


def test_a_step_that_a_smaller_network_does_not_have_is_left_out() -> None:
    lit = highlights(path_steps(), 7, shape=NetworkShape(1, (1, 1, 1)), window=ALL)
    assert (2, 3) not in lit.units
    assert (1, 2, 1) not in lit.edges


def test_what_lies_outside_the_window_is_not_lit() -> None:
    lit = highlights(layer_steps(), 11, shape=SHAPE, window=Window(0, 1))
    assert set(lit.columns) == {1, 2}
