"""A fused pair walked as one factor: the same products, one step fewer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits import set_cost, set_samples
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.card.card import card
from gradsim.viewmodels.step.curve.curve import curve
from gradsim.viewmodels.step.diagram.abridging import NetworkShape, Window
from gradsim.viewmodels.step.diagram.highlights import highlights
from gradsim.viewmodels.step.equation import equation_strip, others_of
from gradsim.viewmodels.step.transcript.narration import Form, narration
from gradsim.viewmodels.step.walk.ending import ending
from gradsim.viewmodels.step.walk.options import WalkOptions
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from gradsim.viewmodels.step.walk.walk import Lens
from gradsim.viewmodels.step.waterfall import waterfall
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.step_desk import StepDesk


def sigmoid_pair() -> Project:
    """Mazur's network with binary cross-entropy: targets 0.01 and 0.99."""
    return set_cost(preset("mazur"), "binary_cross_entropy", adapt_output=True)


def softmax_pair() -> Project:
    """Mazur's network with softmax and cross-entropy."""
    project = preset("mazur")
    project = set_samples(project, [[0.05, 0.1]], [[0.25, 0.75]])
    return set_cost(project, "cross_entropy", adapt_output=True)


PAIRS = pytest.mark.parametrize("pair", [sigmoid_pair, softmax_pair])


def product_at(desk: StepDesk, position: int) -> np.ndarray:
    factor = desk.stepper.walk.factors[position - 1]
    return np.ldexp(factor.product, int(factor.product_exponent))


@PAIRS
def test_the_first_factor_of_the_layer_lens_is_output_minus_target(
    open_desk: OpenDesk, pair: Callable[[], Project]
) -> None:
    desk = open_desk(pair())
    stepper = desk.stepper
    stepper.choose_lens("layer")
    both = [product_at(desk, position) for position in range(1, len(stepper.steps) + 1)]
    stepper.options.choose_shortcut(True)
    assert [step.kind for step in stepper.steps[:2]] == [StepKind.SHORTCUT, StepKind.WEIGHTS]
    one = [product_at(desk, position) for position in range(1, len(stepper.steps) + 1)]
    assert len(one) == len(both) - 1
    for found, wanted in zip(one, both[1:], strict=True):
        np.testing.assert_array_equal(found, wanted)
    error = desk.result.forward.output.activation - desk.result.forward.reference
    np.testing.assert_allclose(one[0], error, rtol=1e-12)


@PAIRS
def test_the_first_factor_of_a_path_is_output_minus_target(
    open_desk: OpenDesk, pair: Callable[[], Project]
) -> None:
    desk = open_desk(pair())
    stepper = desk.stepper
    stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    total = stepper.paths.total
    stepper.options.choose_shortcut(True)
    desk.settle()
    kinds = [step.kind for step in stepper.steps]
    assert kinds == [StepKind.SHORTCUT, StepKind.PREVIOUS_ACTIVATION, StepKind.ACTIVATION,
                     StepKind.WEIGHTS]  # fmt: skip
    first = stepper.steps[0]
    assert first.family is Family.COST
    error = desk.result.forward.output.activation - desk.result.forward.reference
    assert first.value.value == pytest.approx(error[0, first.unit - 1], rel=1e-12)
    assert stepper.paths.paths_total == 2
    assert stepper.paths.total == total
    whole = stepper.steps[-1].product.value + others_of(stepper.walk).value
    assert whole == pytest.approx(total.value, rel=1e-12)


@PAIRS
@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_every_view_shows_the_shortcut(
    open_desk: OpenDesk, pair: Callable[[], Project], lens: Lens
) -> None:
    desk = open_desk(pair())
    stepper, result = desk.stepper, desk.result
    stepper.choose_lens(lens)
    stepper.options.choose_shortcut(True)
    desk.settle()
    stepper.jump(1)
    shown = card(stepper.walk, result, 1)
    assert shown.kind is StepKind.SHORTCUT
    assert "∂C/∂z" in shown.formula.symbols_text
    assert "a" in shown.formula.symbols.split("=")[1]
    assert "Output minus target" in words.text(shown.sentences[0])
    strip = equation_strip(stepper.walk, result, 1, 9)
    assert strip.items[0].number not in ("", "?")
    assert waterfall(stepper.walk, result, 1).bars[0].label == "a−y"
    assert curve(stepper.walk, result, 1) is not None
    assert "cost and activation" in narration(stepper.walk, result, 1)
    shape = NetworkShape(2, (2, 2, 2))
    lit = highlights(stepper.steps, 1, shape=shape, window=Window(0, 2))
    assert lit.cost is not None
    assert lit.columns or lit.units
    assert lit.has_delta(2)
    stepper.last()
    assert ending(stepper.walk, result, None) is not None


@PAIRS
@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_the_shortcut_is_told_as_the_beginning_and_not_as_a_factor_of_something(
    open_desk: OpenDesk, pair: Callable[[], Project], lens: Lens
) -> None:
    desk = open_desk(pair())
    desk.stepper.choose_lens(lens)
    desk.stepper.options.choose_shortcut(True)
    desk.settle()
    for form in Form:
        told = narration(desk.stepper.walk, desk.result, 1, form)
        assert "multiplies" not in told
    assert "the derivative of the cost with respect to z" in told


def test_the_slope_of_the_cost_over_z_is_output_minus_target(open_desk: OpenDesk) -> None:
    desk = open_desk(sigmoid_pair())
    desk.stepper.choose_lens(Lens.PARAMETER)
    desk.stepper.options.choose_shortcut(True)
    desk.settle()
    desk.stepper.jump(1)
    shown = curve(desk.stepper.walk, desk.result, 1)
    step = desk.stepper.steps[0]
    assert shown.slope == pytest.approx(step.value.value, rel=1e-12)
    x, y = shown.point
    near = np.interp([x - 0.2, x + 0.2], shown.x, shown.y)
    assert (near[1] - near[0]) / 0.4 == pytest.approx(shown.slope, abs=0.02)
    assert near[0] != near[1]
    assert y == pytest.approx(np.interp(x, shown.x, shown.y), abs=1e-3)


@PAIRS
@pytest.mark.parametrize("lens", [Lens.LAYER, Lens.PARAMETER])
def test_the_place_is_kept_when_two_factors_become_one(
    open_desk: OpenDesk, pair: Callable[[], Project], lens: Lens
) -> None:
    desk = open_desk(pair())
    stepper = desk.stepper
    stepper.choose_lens(lens)
    desk.settle()
    for position, joined in ((2, 1), (3, 2)):
        stepper.jump(position)
        stepper.options.choose_shortcut(True)
        desk.settle()
        assert stepper.position == joined
        stepper.options.choose_shortcut(False)
        desk.settle()
        assert stepper.position == position
        assert stepper.notice is None


def test_without_a_fused_pair_the_choice_waits(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    stepper = desk.stepper
    stepper.options.choose_shortcut(True)
    assert not stepper.shortcut_possible
    assert stepper.steps[0].kind is StepKind.COST
    desk.edit(sigmoid_pair())
    assert stepper.shortcut_possible
    assert stepper.steps[0].kind is StepKind.SHORTCUT
    stepper.choose_lens(Lens.FORWARD)
    assert not stepper.shortcut_possible


def test_both_choices_are_remembered(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.options.choose_shortcut(True)
    desk.stepper.options.choose_path_count(25)
    again = WalkOptions(desk.settings)
    assert again.shortcut
    assert again.path_count == 25
    again.choose_path_count(7)
    assert again.path_count == 25
    desk.settings.set_text("step_paths", "many")
    assert WalkOptions(desk.settings).path_count == 10


def test_more_paths_are_listed_and_the_walk_stays(open_desk: OpenDesk) -> None:
    from tests.viewmodels.step.diagram.diagram_desk import project_of

    desk = open_desk(project_of(2, 3, 3, 3, 3, 1))
    stepper = desk.stepper
    stepper.choose_parameter(ParameterAddress("w", 1, 2, 1))
    desk.settle()
    stepper.choose_path(3)
    stepper.jump(4)
    path = stepper.path.units
    stepper.options.choose_path_count(50)
    desk.settle()
    assert len(stepper.paths.paths) == 27
    assert stepper.path.units == path
    assert (stepper.path_index, stepper.position) == (3, 4)
    stepper.options.choose_path_count(5)
    desk.settle()
    assert len(stepper.paths.paths) == 5


def test_a_saturated_output_leaves_the_shortcut_whole(open_desk: OpenDesk) -> None:
    project = sigmoid_pair()
    from gradsim.project.edits import set_bias_value

    project = set_bias_value(project, project.layer_ids[-1], 1, 40.0)
    desk = open_desk(project)
    desk.stepper.choose_lens("layer")
    desk.stepper.options.choose_shortcut(True)
    assert product_at(desk, 1)[0, 0] == pytest.approx(0.99, rel=1e-12)
    assert desk.result.project.output.activation == Choice("sigmoid")
