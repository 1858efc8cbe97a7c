"""The card: formula, numbers put in, meaning, arrays; curve and ending beside it."""

from __future__ import annotations

import numpy as np
import pytest

from gradsim.engine.options import Choice
from gradsim.engine.parameter_address import ParameterAddress
from gradsim.project.edits.layers import set_activation
from gradsim.project.edits.parameters import set_bias_value, set_weight
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.step.card.card import Card, card
from gradsim.viewmodels.step.curve.curve import curve
from gradsim.viewmodels.step.numerals import numeral
from gradsim.viewmodels.step.walk.comparison import Comparison
from gradsim.viewmodels.step.walk.ending import Ending, ending
from gradsim.viewmodels.step.walk.running import number_of
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.diagram.diagram_desk import project_of
from tests.viewmodels.step.step_desk import StepDesk


def card_of(desk: StepDesk, position: int) -> Card:
    desk.stepper.jump(position)
    made = card(desk.stepper.walk, desk.result, desk.stepper.position)
    assert made is not None
    return made


def told(made: Card) -> str:
    return " ".join(words.text(each) for each in made.sentences)


def end_of(desk: StepDesk) -> Ending:
    comparison = Comparison(desk.stepper)
    desk.stepper.last()
    comparison.compute_now()
    made = ending(desk.stepper.walk, desk.result, comparison.difference)
    comparison.shut_down()
    assert made is not None
    return made


def test_there_is_no_card_before_the_first_step(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    assert card(desk.stepper.walk, desk.result, 0) is None


def test_mazurs_sigmoid_factor_has_its_published_numbers_put_in(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    made = card_of(desk, 2)
    assert made.kind == StepKind.ACTIVATION
    assert made.formula.symbols == (
        r"\frac{\partial a_{1}^{(2)}}{\partial z_{1}^{(2)}} = \sigma^{\prime}(z) = "
        r"\sigma(z)\,(1-\sigma(z))"
    )
    assert made.formula.numbers == r"= 0.7514\,(1-0.7514) = 0.1868"
    assert "leave at most (¼)² = 0.0625" in told(made)


def test_what_sigmoids_leave_at_most_is_told_at_any_depth(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(1, *[1] * 601))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.stepper.finish()
    assert "(¼)⁶⁰¹ ≈ 1.45·10⁻³⁶²" in told(card_of(desk, 2))


def test_the_cost_factor_is_of_its_own_output(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    made = card_of(desk, 1)
    assert made.formula.symbols.endswith("a_{1}-y_{1}")
    assert made.formula.numbers == "= 0.7514-0.01000 = 0.7414"


def test_a_weight_is_named_as_what_stands_in_the_gradients_below(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("scalar_chain"))
    made = card_of(desk, 3)
    assert made.formula.symbols.endswith("= w^{(4)}")
    assert "w⁽⁴⁾" in told(made)
    assert "layer 3" in told(made)


def test_a_zero_weight_is_named_as_what_kills(open_desk: OpenDesk) -> None:
    made = card_of(open_desk(preset("zero_initialization")), 3)
    assert "learns nothing" in told(made)


def test_a_bias_factor_is_one(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("mazur"))
    desk.stepper.choose_parameter(ParameterAddress("b", 2, 1))
    assert card_of(desk, 3).formula.symbols.endswith("= 1")


def test_a_kink_is_told(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("scalar_chain"))
    last = desk.project.layer_ids[-1]
    project = set_activation(desk.project, (last,), Choice("relu"))
    project = set_bias_value(set_weight(project, last, 1, 1, 0.0), last, 1, 0.0)
    desk.edit(project)
    assert "kink" in told(card_of(desk, 2))
    desk.stepper.choose_lens("layer")
    assert "kink" in told(card_of(desk, 2))


def test_softmax_off_the_diagonal_multiplies_two_outputs(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("digits_classifier"))
    steps = desk.stepper.steps
    for index, path in enumerate(desk.stepper.paths.paths):  # type: ignore[union-attr]
        if path.factors[1].unit != path.factors[1].source:
            desk.stepper.choose_path(index)
            steps = desk.stepper.steps
            break
    factor = steps[1]
    made = card_of(desk, 2)
    own, other = (
        desk.result.forward.layers[-1].activation[0, (unit or 1) - 1]
        for unit in (factor.unit, factor.source)
    )
    assert factor.value is not None
    expected = -own * other if factor.unit != factor.source else own * (1 - own)
    assert factor.value.value == pytest.approx(expected, rel=1e-9)
    assert r"\times" in made.formula.numbers or "(1-" in made.formula.numbers


@pytest.mark.parametrize("scope", [1, None])
def test_the_arrays_of_a_layer_step_multiply_to_its_product(
    open_desk: OpenDesk, scope: int | None
) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("layer")
    desk.look_at(scope)
    for position, step in enumerate(desk.stepper.steps, start=1):
        grids = card_of(desk, position).formula.grids
        if step.kind == StepKind.PREVIOUS_ACTIVATION:
            matrix, met, left = (grid.values for grid in grids)
            np.testing.assert_allclose(matrix @ met, left, rtol=1e-12)
        elif step.kind == StepKind.WEIGHTS:
            met, row, left = (grid.values for grid in grids)
            np.testing.assert_allclose(met @ row, left, rtol=1e-9, atol=1e-18)
        elif step.kind == StepKind.ACTIVATION:
            met, slopes, left = (grid.values for grid in grids)
            np.testing.assert_allclose(met * slopes, left, rtol=1e-12)


def test_a_batch_puts_one_over_n_into_the_cost_factor(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("layer")
    desk.look_at(None)
    made = card_of(desk, 1)
    assert r"\frac{1}{64}" in made.formula.symbols
    assert "1/64" in told(made)


def test_forward_puts_the_numbers_of_a_scalar_chain_in(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("scalar_chain"))
    desk.stepper.choose_lens("forward")
    assert card_of(desk, 1).formula.numbers == (r"= 0.8000 \times 0.5000 + 0.1000 = 0.5000")


def test_shortcuts_are_not_silent(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("digits_classifier"))
    desk.stepper.choose_lens("layer")
    assert "a − y" in told(card_of(desk, 2))
    assert "computed in that form" in told(card_of(desk, 2))


# Curve


def test_every_factor_of_a_path_is_the_slope_of_its_curve(open_desk: OpenDesk) -> None:
    for name in ("first_look", "mazur", "digits_classifier", "exploding_tanh"):
        desk = open_desk(preset(name))
        for position, step in enumerate(desk.stepper.steps, start=1):
            shown = curve(desk.stepper.walk, desk.result, position)
            assert shown is not None
            assert step.value is not None
            assert shown.family is step.family
            assert shown.slope == pytest.approx(step.value.value, rel=1e-9, abs=1e-300)
            if shown.point is not None and shown.x.size > 2:
                near = np.interp(shown.point[0], shown.x, shown.y)
                assert near == pytest.approx(shown.point[1], abs=0.02 * np.ptp(shown.y) + 1e-12)


def test_the_activation_curve_reaches_z_however_large(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("exploding_tanh"))
    desk.stepper.jump(4)
    shown = curve(desk.stepper.walk, desk.result, 4)
    assert shown is not None
    assert shown.point is not None
    assert shown.x[0] < shown.point[0] < shown.x[-1]


def test_the_start_shows_a_curve_without_a_point(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    shown = curve(desk.stepper.walk, desk.result, 0)
    assert shown is not None
    assert shown.point is None
    assert shown.family is Family.ACTIVATION


# Ending


@pytest.mark.parametrize("name", ["first_look", "scalar_chain", "mazur", "digits_classifier"])
def test_the_end_agrees_with_the_engine_and_a_finite_difference(
    open_desk: OpenDesk, name: str
) -> None:
    made = end_of(open_desk(preset(name)))
    assert made.total.value == pytest.approx(made.engine.value, rel=1e-9)
    assert made.difference is not None
    assert made.difference.value == pytest.approx(made.engine.value, rel=1e-5)
    boxed = [row for row in made.rows() if row.boxed]
    assert len(boxed) == 1


def test_with_one_path_the_product_itself_is_boxed(open_desk: OpenDesk) -> None:
    made = end_of(open_desk(preset("scalar_chain")))
    assert made.others is None
    assert [row.boxed for row in made.rows()] == [True, False, False]


def test_whole_layers_end_in_a_norm_that_the_fast_path_has_too(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.stepper.choose_lens("layer")
    made = end_of(desk)
    assert made.product.value == pytest.approx(made.engine.value, rel=1e-12)
    assert made.norm_of == "‖∂C/∂b⁽¹⁾‖"
    assert made.entry.startswith("∂C/∂b")


def test_a_gradient_below_rounding_is_called_that(open_desk: OpenDesk) -> None:
    desk = open_desk(project_of(1, *([1] * 40)))
    desk.stepper.choose_parameter(ParameterAddress("w", 1, 1, 1))
    desk.settle()
    made = end_of(desk)
    assert 0.0 < abs(made.engine.value) < 1e-8 * float(desk.result.forward.cost)
    last = made.rows()[-1].value
    assert not isinstance(last, str)
    assert words.text(last) == "lost in rounding"


def test_in_a_batch_the_bias_factor_says_that_samples_cancel(open_desk: OpenDesk) -> None:
    desk = open_desk(preset("first_look"))
    desk.look_at(None)
    desk.stepper.choose_lens("layer")
    desk.stepper.last()
    shown = card(desk.stepper.walk, desk.result, desk.stepper.position)
    assert shown is not None
    told = " ".join(words.text(each) for each in shown.sentences)
    ratio = numeral(number_of(desk.stepper.walk, desk.result, desk.stepper.position - 1))
    assert "always 1" not in told
    assert f"multiplies the norm by {ratio}" in told
    assert told.endswith("it would be 8.")
