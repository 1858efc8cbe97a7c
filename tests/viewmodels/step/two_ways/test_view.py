"""Claims about the two ways: their numbers, what cancels when, and what each pair needs."""

from __future__ import annotations

import re

import numpy as np
import pytest
from msgspec.structs import replace

from gradsim.engine.network import Layer, Network
from gradsim.engine.options import Choice
from gradsim.engine.problems import Problem
from gradsim.project import edits
from gradsim.project.model import DataSource, Project, with_ids
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.messages import Message
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.two_ways.lines import (
    LAST,
    LOCAL,
    PRODUCT,
    SENT,
    SHORTCUT,
    SQUARED_LOCAL,
    SQUARED_PRODUCT,
    SQUARED_SENT,
)
from gradsim.viewmodels.step.two_ways.view import TwoWaysView
from gradsim.viewmodels.step.walk.steps import StepKind
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def opened(desk: StepDesk) -> TwoWaysView:
    view = TwoWaysView(desk.stepper, desk.document)
    view.follow()
    return view


def _refused(view: TwoWaysView) -> str:
    assert isinstance(view.refusal, Message)
    return words.text(view.refusal)


def output_of(desk: StepDesk) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """z, a and y of the shown sample's output."""
    forward = desk.result.forward
    last = forward.layers[-1]
    return last.pre_activation[0], last.activation[0], forward.targets[0]


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1.0 / (1.0 + np.exp(-z))


def saturated(z: float) -> Project:
    """One output at exactly z, whose target is 0."""
    project = replace(
        project_of(1, 1, activation="identity"), data=DataSource.inline([[1.0]], [[0.0]])
    )
    return edits.set_weights_matrix(project, 1, [[z]], [0.0])


@pytest.mark.parametrize("name", ["mazur", "first_look", "scalar_chain"])
def test_sigmoid_s_slope_stands_below_and_beside_and_leaves_a_minus_y(
    open_desk: OpenDesk, name: str
) -> None:
    desk = open_desk(preset(name))
    view = opened(desk)
    z, a, y = output_of(desk)
    np.testing.assert_allclose(a, sigmoid(z), rtol=1e-13)
    view.go_to(LAST)
    two, straight, squared = view.lines
    sent = -y[0] / a[0] + (1 - y[0]) / (1 - a[0])
    slope = a[0] * (1 - a[0])
    assert [term.number for term in two.terms] == [
        numeral(float(sent)),
        numeral(float(slope)),
        numeral(float(a[0] - y[0])),
    ]
    assert straight.terms[0].number == numeral(float(a[0] - y[0]))
    factor = 1.0 if "half" in desk.project.network.cost else 2.0
    left = factor * (a[0] - y[0]) * slope
    assert squared.terms[1].number == numeral(float(slope))
    assert squared.terms[2].number == numeral(float(left))


@pytest.mark.parametrize("name", ["mazur", "first_look"])
def test_the_squared_error_is_that_of_the_walk(open_desk: OpenDesk, name: str) -> None:
    desk = open_desk(preset(name))
    view = opened(desk)
    desk.stepper.last()
    walked = {step.kind: step for step in reversed(desk.stepper.steps)}
    unit = walked[StepKind.COST].unit
    view.choose_unit(unit or 1)
    view.go_to(LAST)
    cost, slope, _ = view.lines[2].terms
    assert cost.number == numeral(walked[StepKind.COST].value)
    assert slope.number == numeral(walked[StepKind.ACTIVATION].value)


def normalized_output(activation: str, cost: str) -> Project:
    """Three outputs whose activation takes what layer normalization leaves."""
    network = Network(
        2,
        with_ids((Layer(3), Layer(3, Choice(activation), normalization=Choice("layer_norm")))),
        cost,
    )
    return Project("normalized", 7, network, (), DataSource.of("gaussian", samples=4))


@pytest.mark.parametrize(
    ("activation", "cost"),
    [("softmax", "cross_entropy"), ("sigmoid", "half_squared_error")],
)
def test_after_a_normalization_the_page_goes_to_u_everywhere_and_has_the_slope_by_u(
    open_desk: OpenDesk, activation: str, cost: str
) -> None:
    desk = open_desk(normalized_output(activation, cost))
    view = opened(desk)
    inner = desk.result.forward.layers[-1].inner
    assert inner is not None
    u, y = inner.argument[0], desk.result.forward.targets[0]

    def costs(u: np.ndarray) -> float:
        if activation == "softmax":
            return float(-(y * (u - np.log(np.exp(u).sum()))).sum())
        return float(0.5 * ((sigmoid(u) - y) ** 2).sum())

    step = 1e-6 * np.eye(3)
    slopes = [(costs(u + move) - costs(u - move)) / 2e-6 for move in step]
    assert view.ways is not None
    way = view.ways.shortcut if activation == "softmax" else view.ways.squared.delta
    np.testing.assert_allclose(way, slopes, atol=1e-8)
    told = []
    for stage in range(LAST + 1):
        view.go_to(stage)
        assert view.sentence is not None
        told += [words.text(view.sentence), *(grid.label for grid in view.grids)]
        told += [term.over for line in view.lines for term in line.terms]
    if activation == "softmax":
        assert {"∂a/∂u", "∂C/∂u"} <= set(told)
    assert any(r"\partial u" in each for each in told)
    assert not any(re.search(r"\bz\b|z_", each) for each in told)


def test_nothing_is_crossed_out_before_the_product_is_formed(open_desk: OpenDesk) -> None:
    view = opened(open_desk(preset("mazur")))
    for stage in range(LAST + 1):
        view.go_to(stage)
        sent, slope, _ = view.lines[0].terms
        cancelled = stage >= PRODUCT
        assert (sent.struck_under, slope.struck_over) == (cancelled, cancelled)
        assert not sent.struck_over
        # What is crossed out is the same thing twice.
        assert sent.under == slope.over


def test_the_squared_error_crosses_nothing_out(open_desk: OpenDesk) -> None:
    for name in ("mazur", "digits_classifier"):
        view = opened(open_desk(preset(name)))
        view.go_to(LAST)
        assert not any(term.struck_over or term.struck_under for term in view.lines[2].terms)


@pytest.mark.parametrize(
    ("stage", "revealed"),
    [
        (0, (0, 0, 0)), (SENT, (1, 0, 0)), (LOCAL, (2, 0, 0)), (PRODUCT, (3, 0, 0)),
        (SHORTCUT, (3, 1, 0)), (SQUARED_SENT, (3, 1, 1)), (SQUARED_LOCAL, (3, 1, 2)),
        (SQUARED_PRODUCT, (3, 1, 3)),
    ],
)  # fmt: skip
def test_each_stage_reveals_one_factor_and_the_others_ask(
    open_desk: OpenDesk, stage: int, revealed: tuple[int, int, int]
) -> None:
    view = opened(open_desk(preset("mazur")))
    view.go_to(stage)
    for line, count in zip(view.lines, revealed, strict=True):
        assert [term.revealed for term in line.terms] == [
            index < count for index in range(len(line.terms))
        ]
        assert [term.number == "?" for term in line.terms] == [
            index >= count for index in range(len(line.terms))
        ]


def test_softmax_sums_its_column_and_leaves_a_minus_y(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("digits_classifier"))
    view = opened(desk)
    z, a, y = output_of(desk)
    shifted = np.exp(z - z.max())
    softmax = shifted / shifted.sum()
    np.testing.assert_allclose(a, softmax, rtol=1e-12)
    jacobian = np.diag(softmax) - np.outer(softmax, softmax)
    delta = jacobian.T @ (-y / softmax)
    np.testing.assert_allclose(delta, softmax - y, atol=1e-14)
    for unit in (1, 3, int(np.argmax(y)) + 1):
        view.choose_unit(unit)
        view.go_to(SHORTCUT)
        assert view.lines[0].terms[-1].number == numeral(float(delta[unit - 1]))
        assert view.lines[1].terms[0].number == numeral(float(a[unit - 1] - y[unit - 1]))
        view.go_to(LAST)
        squared = jacobian.T @ (2.0 * (softmax - y))
        assert view.lines[2].terms[-1].number == numeral(float(squared[unit - 1]))


def test_the_jacobian_of_softmax_is_shown_and_its_product_is_hidden_until_its_stage(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(preset("digits_classifier"))
    view = opened(desk)
    _, a, _ = output_of(desk)
    view.go_to(LOCAL)
    assert len(view.grids) == 2
    np.testing.assert_allclose(view.grids[0].values, np.diag(a) - np.outer(a, a), atol=1e-15)
    view.go_to(PRODUCT)
    assert len(view.grids) == 3
    matrix, sent, product = (np.asarray(grid.values) for grid in view.grids)
    np.testing.assert_allclose(matrix @ sent, product, atol=1e-14)
    view.go_to(SHORTCUT)
    assert view.grids == ()


def test_sure_and_wrong_the_two_factors_fail_and_the_shortcut_does_not(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(saturated(40.0))
    view = opened(desk)
    view.choose_pair("sigmoid")
    view.go_to(PRODUCT)
    assert view.ways is not None
    assert not np.isfinite(view.ways.unreduced.delta[0])
    told = "" if view.sentence is None else words.text(view.sentence)
    assert told.startswith("float64 cannot: here it has 1 − a = 0")
    view.go_to(SHORTCUT)
    told = "" if view.sentence is None else words.text(view.sentence)
    assert "keeps every digit" in told


def test_the_comparison_names_how_many_times_as_much_is_left(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    view = opened(desk)
    view.go_to(LAST)
    _, a, y = output_of(desk)
    delta = a[0] - y[0]
    squared = delta * a[0] * (1 - a[0])
    told = "" if view.sentence is None else words.text(view.sentence)
    assert f"{numeral(float(squared))}, the pair {numeral(float(delta))}" in told
    assert f"{numeral(float(delta / squared), 3)} times as much, because σ′ is gone" in told


def test_a_batch_is_refused_in_words(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.look_at(None)
    view = opened(desk)
    assert view.ways is None
    assert view.lines == ()
    assert isinstance(view.refusal, Message)
    assert "Choose a sample" in words.text(view.refusal)
    view.go_to(3)
    assert view.stage == 0


def test_an_overflow_is_refused_in_words(open_desk: OpenDesk) -> None:
    weights = Choice.of("constant", value=1e200)
    project = project_of(4, *([4] * 8), activation="softplus", weights=weights)
    desk = open_desk(project)
    view = opened(desk)
    layer = desk.result.forward.overflow_layer
    assert layer is not None
    assert f"overflowed in layer {layer}:" in _refused(view)
    with using(Notation(first_index=0)):
        assert f"overflowed in layer {layer - 1}:" in _refused(view)


def test_a_softmax_over_one_output_is_always_1_and_leaves_nothing(open_desk: OpenDesk) -> None:
    view = opened(open_desk(preset("scalar_chain")))
    view.choose_pair("softmax")
    view.go_to(LAST)
    assert view.ways is not None
    assert view.ways.activation.tolist() == [1.0]
    assert view.lines[1].terms[0].number == "0"


@pytest.mark.parametrize("pair", ["sigmoid", "softmax"])
def test_targets_that_are_no_probabilities_are_refused_in_words(
    open_desk: OpenDesk, pair: str
) -> None:
    project = replace(project_of(1, 2), data=DataSource.inline([[1.0]], [[2.5, -1.0]]))
    view = opened(open_desk(project))
    view.choose_pair(pair)
    assert view.ways is None
    assert isinstance(view.refusal, Problem)
    assert words.problem_text(view.refusal)
    assert not view.use_pair()


def test_using_the_pair_is_one_edit_that_can_be_undone(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    view = opened(desk)
    before = desk.project
    assert view.imagined
    assert view.use_pair()
    desk.compute()
    view.follow()
    assert desk.project.network.cost == "binary_cross_entropy"
    assert not view.imagined
    assert view.pair.activation == "sigmoid"
    assert desk.document.undo_stack.count() == 1
    desk.document.undo_stack.undo()
    desk.compute()
    view.follow()
    assert desk.project == before
    assert view.imagined


def test_targets_that_a_pair_would_change_are_told(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    view = opened(desk)
    assert view.brings_targets in (0.0, 1.0)
    view.use_pair()
    desk.compute()
    view.follow()
    assert view.brings_targets is None
    assert view.ways is not None
    assert view.ways.targets[0] in (0.0, 1.0)


def test_targets_that_no_probability_has_are_replaced(open_desk: OpenDesk) -> None:
    project = project_of(2, 3, 1)
    desk = open_desk(project)
    view = opened(desk)
    _, _, own = output_of(desk)
    assert view.ways is not None
    allowed = 0.0 <= own[0] <= 1.0
    assert (view.ways.targets[0] == own[0]) == allowed


def test_fewer_outputs_keep_the_shown_one_within_them(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("digits_classifier"))
    view = opened(desk)
    view.choose_unit(10)
    assert view.unit == 10
    desk.load(preset("mazur"))
    view.follow()
    assert view.unit == 2
    view.go_to(LAST)
    assert view.lines[0].terms[-1].number not in ("", "?")


def test_stages_beyond_either_end_are_held(open_desk: OpenDesk) -> None:
    view = opened(open_desk(preset("mazur")))
    view.go_to(99)
    assert view.stage == LAST
    view.go_to(-99)
    assert view.stage == 0


@pytest.mark.parametrize("cost", ["squared_error", "half_squared_error", "mean_squared_error"])
def test_the_network_s_own_squared_error_stands_beside_the_pair(
    open_desk: OpenDesk, cost: str
) -> None:
    project = preset("mazur")
    network = replace(project.network, cost=cost)
    desk = open_desk(replace(project, network=network))
    view = opened(desk)
    view.go_to(LAST)
    _, a, y = output_of(desk)
    factor = {"squared_error": 2.0, "half_squared_error": 1.0, "mean_squared_error": 1.0}[cost]
    expected = factor * (a[0] - y[0])
    assert view.lines[2].terms[0].number == numeral(float(expected))
