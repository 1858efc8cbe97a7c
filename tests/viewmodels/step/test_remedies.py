"""The walk through layers with remedies: its steps, their formulas, numbers, words and marks."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from msgspec.structs import replace

from gradsim.engine.options import Choice
from gradsim.engine.remedies import Residual
from gradsim.project.model import Project
from gradsim.project.presets import preset
from gradsim.viewmodels import words
from gradsim.viewmodels.notation import Notation, using
from gradsim.viewmodels.step.card.card import card
from gradsim.viewmodels.step.card.formula import Formula, Grid
from gradsim.viewmodels.step.equation import FactorItem, equation_strip
from gradsim.viewmodels.step.numerals import factor_tex, numeral, numeral_tex
from gradsim.viewmodels.step.stepper import Lens
from gradsim.viewmodels.step.timeline import timeline
from gradsim.viewmodels.step.transcript.narration import Form, narration
from gradsim.viewmodels.step.walk.lenses import lens_for
from gradsim.viewmodels.step.walk.running import left_by
from gradsim.viewmodels.step.walk.steps import Family, StepKind
from gradsim.viewmodels.step.waterfall import waterfall
from tests.viewmodels.step.conftest import OpenDesk
from tests.viewmodels.step.remedied_projects import (
    BATCH,
    LAYER,
    RMS,
    every_remedy,
    layer,
    remedied,
)
from tests.viewmodels.step.step_desk import StepDesk

Array = npt.NDArray[np.floating]
Make = Callable[[], Project]

PROJECTS: dict[str, Make] = {
    "every remedy": every_remedy,
    "batch normalization": lambda: every_remedy(BATCH),
    "evaluated": lambda: every_remedy(BATCH, mode="evaluate"),
}


def opened(open_desk: OpenDesk, project: Project, lens: str = "layer") -> StepDesk:
    desk = open_desk(project)
    desk.stepper.choose_lens(lens)
    return desk


def formula_at(desk: StepDesk, position: int) -> Formula:
    made = card(desk.stepper.walk, desk.result, position)
    assert made is not None
    return made.formula


def formula_of(desk: StepDesk, kind: StepKind, number: int) -> Formula:
    place = next(
        place
        for place, step in enumerate(desk.stepper.steps, start=1)
        if step.kind is kind and step.layer == number
    )
    return formula_at(desk, place)


def true(grid: Grid) -> Array:
    return np.asarray(np.ldexp(grid.values, grid.exponent))


def by_label(formula: Formula) -> dict[str, Array]:
    return {grid.label: true(grid) for grid in formula.grids}


def test_a_layer_with_a_connection_after_f_is_walked_from_its_end_to_its_way_past(
    open_desk: OpenDesk,
) -> None:
    desk = opened(open_desk, every_remedy())
    of_four = [(step.kind.value, step.symbol) for step in desk.stepper.steps if step.layer == 4]
    assert of_four == [
        ("residual", "∂a⁽⁴⁾/∂d⁽⁴⁾"),
        ("dropout", "∂d⁽⁴⁾/∂h⁽⁴⁾"),
        ("activation", "∂h⁽⁴⁾/∂z⁽⁴⁾"),
        ("weights", "∂z⁽⁴⁾/∂W⁽⁴⁾"),
        ("bias", "∂z⁽⁴⁾/∂b⁽⁴⁾"),
        ("previous_activation", "∂z⁽⁴⁾/∂a⁽³⁾"),
        ("skip", "+P"),
    ]


def test_a_layer_with_a_connection_before_f_meets_its_weights_first(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy())
    of_two = [(step.kind.value, step.symbol) for step in desk.stepper.steps if step.layer == 2]
    assert of_two == [
        ("residual", "∂a⁽²⁾/∂z⁽²⁾"),
        ("weights", "∂z⁽²⁾/∂W⁽²⁾"),
        ("bias", "∂z⁽²⁾/∂b⁽²⁾"),
        ("previous_activation", "∂z⁽²⁾/∂d⁽²⁾"),
        ("dropout", "∂d⁽²⁾/∂h⁽²⁾"),
        ("activation", "∂h⁽²⁾/∂u⁽²⁾"),
        ("normalization_scale", "∂u⁽²⁾/∂γ⁽²⁾"),
        ("normalization_shift", "∂u⁽²⁾/∂β⁽²⁾"),
        ("normalization", "∂u⁽²⁾/∂a⁽¹⁾"),
        ("skip", "+1"),
    ]


def test_forward_a_layer_makes_its_values_in_the_order_of_its_form(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy(), "forward")
    told = {
        number: [step.symbol for step in desk.stepper.steps if step.layer == number]
        for number in (1, 2, 3, 4)
    }
    assert told[1] == ["z⁽¹⁾", "a⁽¹⁾"]
    assert told[2] == ["u⁽²⁾", "h⁽²⁾", "d⁽²⁾", "z⁽²⁾", "a⁽²⁾"]
    assert told[3] == ["z⁽³⁾", "u⁽³⁾", "h⁽³⁾", "a⁽³⁾"]
    assert told[4] == ["z⁽⁴⁾", "h⁽⁴⁾", "d⁽⁴⁾", "a⁽⁴⁾"]


def test_in_evaluation_no_step_is_of_dropout(open_desk: OpenDesk) -> None:
    for lens in ("layer", "forward"):
        desk = opened(open_desk, every_remedy(BATCH, mode="evaluate"), lens)
        kinds = {step.kind for step in desk.stepper.steps}
        assert not kinds & {StepKind.DROPOUT, StepKind.DROPPED_VALUE}
        assert kinds & {StepKind.NORMALIZATION, StepKind.NORMALIZED_VALUE}


@pytest.mark.parametrize("name", PROJECTS)
def test_the_last_grid_of_every_factor_is_what_the_engine_left(
    open_desk: OpenDesk, name: str
) -> None:
    desk = opened(open_desk, PROJECTS[name]())
    checked = 0
    for place, factor in enumerate(desk.result.factors, start=1):
        grids = formula_at(desk, place).grids
        if not grids:
            continue
        left = np.ldexp(np.atleast_2d(factor.product), int(np.asarray(factor.product_exponent)))
        shown = true(grids[-1])
        assert np.array_equal(shown, left if factor.kind == "weights" else left.T), factor.kind
        checked += 1
    assert checked > 20


@pytest.mark.parametrize("name", PROJECTS)
def test_a_value_follows_from_the_grids_beside_it(open_desk: OpenDesk, name: str) -> None:
    desk = opened(open_desk, PROJECTS[name](), "forward")
    seen = set()
    for place, step in enumerate(desk.stepper.steps, start=1):
        grids = formula_at(desk, place).grids
        shown = {grid.label: true(grid) for grid in grids}
        made = true(grids[-1]) if grids else np.empty(0)
        match step.kind:
            case StepKind.NORMALIZED_VALUE if step.layer == 3:
                x = true(grids[0])
                root = np.sqrt(np.mean(x**2, axis=0, keepdims=True) + np.finfo(float).eps)
                np.testing.assert_allclose(shown.get("r", root), root, rtol=1e-12)
                expected = shown["γ"] * x / root
            case StepKind.NORMALIZED_VALUE if "μ" in shown:
                standard = (true(grids[0]) - shown["μ"]) / shown["√(v+ε)"]
                expected = shown["γ"] * standard + shown["β"]
            case StepKind.NORMALIZED_VALUE:
                x = true(grids[0])
                expected = shown["γ"] * (x - x.mean()) / np.sqrt(x.var() + 1e-5) + shown["β"]
            case StepKind.DROPPED_VALUE:
                expected = true(grids[0]) * shown["m/(1−p)"]
            case StepKind.RESIDUAL_VALUE:
                expected = true(grids[0]) + true(grids[1])
            case _:
                continue
        seen.add(step.kind)
        np.testing.assert_allclose(made, expected, rtol=1e-12, atol=1e-14)
    assert {StepKind.NORMALIZED_VALUE, StepKind.RESIDUAL_VALUE} <= seen


@pytest.mark.parametrize("choice", [LAYER, RMS])
def test_back_through_a_normalization_the_formula_gives_the_engines_numbers(
    open_desk: OpenDesk, choice: object
) -> None:
    first = layer(4, "tanh")
    desk = opened(
        open_desk, remedied(first, replace(first, normalization=choice), layer(1, "tanh"))
    )
    formula = formula_of(desk, StepKind.NORMALIZATION, 2)
    shown = by_label(formula)
    arriving, standard, left = true(formula.grids[0]), shown["x̂"], true(formula.grids[-1])
    g = shown["γ"] * arriving
    z = desk.result.forward.layers[1].pre_activation
    if choice is LAYER:
        root = np.sqrt(z.var() + 1e-5)
        expected = (g - g.mean() - standard * (g * standard).mean()) / root
        assert r"\overline{g}" in formula.symbols
    else:
        root = np.sqrt(np.mean(z**2) + np.finfo(float).eps)
        expected = (g - standard * (g * standard).mean()) / root
        assert r"\overline{g}" not in formula.symbols
    assert formula.numbers.startswith(rf"= \frac{{1}}{{{numeral(float(root))}}} (g - ")
    assert np.abs(left).max() > 0
    np.testing.assert_allclose(left, expected, rtol=1e-9, atol=1e-15)


def test_back_through_batch_normalization_means_are_over_the_samples(open_desk: OpenDesk) -> None:
    first = layer(4, "tanh")
    desk = opened(open_desk, remedied(first, replace(first, normalization=BATCH), layer(1, "tanh")))
    formula = formula_of(desk, StepKind.NORMALIZATION, 2)
    shown = by_label(formula)
    g, standard = true(formula.grids[0]), shown["x̂"]
    along = (g * standard).mean(axis=1, keepdims=True)
    inner = g - g.mean(axis=1, keepdims=True) - standard * along
    expected = shown["γ"] / shown["√(v+ε)"] * inner
    np.testing.assert_allclose(true(formula.grids[-1]), expected, rtol=1e-9, atol=1e-15)


def test_the_way_past_adds_what_arrived_at_the_layer_to_what_came_through_it(
    open_desk: OpenDesk,
) -> None:
    desk = opened(open_desk, every_remedy())
    for number, past in ((4, r"P^{T}\,"), (3, ""), (2, "")):
        formula = formula_of(desk, StepKind.SKIP, number)
        through, added, together = (true(grid) for grid in formula.grids)
        assert np.abs(added).max() > 0
        np.testing.assert_allclose(through + added, together, rtol=1e-12)
        above = rf"\frac{{\partial C}}{{\partial a^{{({number})}}}}"
        assert formula.symbols.endswith(f" + {past}{above}")


def test_before_f_a_normalization_takes_the_activations_below(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy(), "forward")
    formula = formula_of(desk, StepKind.NORMALIZED_VALUE, 2)
    assert formula.symbols.startswith("u^{(2)} = ")
    assert "{a^{(1)}}" in formula.symbols
    below = desk.result.forward.layers[0].activation
    assert np.array_equal(true(formula.grids[0]), below.T)
    assert (
        formula_of(desk, StepKind.PRE_ACTIVATION, 2).symbols
        == "z^{(2)} = W^{(2)}\\,d^{(2)} + b^{(2)}"
    )


def test_a_scale_of_one_is_not_written(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy(), "forward")
    assert formula_of(desk, StepKind.RESIDUAL_VALUE, 4).symbols == "a^{(4)} = P\\,a^{(3)} + d^{(4)}"
    assert formula_of(desk, StepKind.RESIDUAL_VALUE, 3).symbols.endswith("+ 0.7000\\,h^{(3)}")


def test_remedies_have_a_family_of_their_own_on_strip_and_timeline(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy())
    steps, marks = desk.stepper.steps, timeline(desk.stepper.walk).marks
    pink = [step.kind for step in steps if step.family is Family.REMEDY]
    assert len(pink) == sum(mark.family is Family.REMEDY for mark in marks) == 13
    for step, mark in zip(steps, marks, strict=True):
        learned = step.kind in (StepKind.NORMALIZATION_SCALE, StepKind.NORMALIZATION_SHIFT)
        assert not learned or mark.side_branch


def test_on_the_strip_the_way_past_is_added_and_says_what_stands_then(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy())
    end = len(desk.stepper.steps)
    items = equation_strip(desk.stepper.walk, desk.result, end, 100).items
    past = [item for item in items if isinstance(item, FactorItem) and item.step.symbol == "+1"]
    assert len(past) == 2
    for item in past:
        left = left_by(desk.stepper.walk, desk.result, item.index)
        assert (item.join, item.number) == ("", f"norm {numeral(left)}")


@pytest.mark.parametrize("first", [None, BATCH])
def test_the_scale_of_a_normalization_speaks_of_a_sum_just_where_its_formula_has_one(
    open_desk: OpenDesk, first: Choice | None
) -> None:
    desk = opened(open_desk, every_remedy(first))
    for sample in (1, None):
        desk.look_at(sample)
        desk.stepper.choose_lens("layer")
        kinds = [step.kind for step in desk.stepper.steps]
        shown = card(desk.stepper.walk, desk.result, kinds.index(StepKind.NORMALIZATION_SCALE) + 1)
        assert shown is not None
        (told,) = map(words.text, shown.sentences)
        assert told.startswith("γ stretches what was normalized, and learns from it")
        assert ("a sum over the samples" in told) == (r"\sum_n" in shown.formula.symbols)
        assert ("a sum over the samples" in told) == (desk.result.forward.samples > 1)


def dead_branch() -> Project:
    """A residual connection past a layer whose weights are all 0."""
    dead = layer(3, "relu", weights=Choice("zeros"), residual=Residual(1.0, "post"))
    return remedied(layer(3, "tanh"), replace(dead, bias=Choice("zeros")), layer(1, "sigmoid"))


def test_past_a_dead_layer_the_gradient_goes_on(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, dead_branch())
    walk, steps = desk.stepper.walk, desk.stepper.steps
    place = next(i for i, step in enumerate(steps) if step.kind is StepKind.SKIP)
    assert left_by(walk, desk.result, place - 1).is_zero
    shown = [bar for bar in waterfall(walk, desk.result, place + 1).bars if bar.index == place]
    assert [each.state for each in shown] == ["current"]
    assert shown[0].end == pytest.approx(left_by(walk, desk.result, place).log10_abs)
    told = narration(walk, desk.result, place + 1, Form.SYMBOLS)
    assert "∞" not in told
    assert "It is added: the norm goes from 0 to" in told


def test_where_a_layer_kills_its_own_branch_the_way_past_stays_open(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, dead_branch())
    told = [
        narration(desk.stepper.walk, desk.result, position)
        for position, step in enumerate(desk.stepper.steps, start=1)
        if step.layer == 2
    ]
    killing = [each for each in told if "kills here" in each and "way past" in each]
    assert len(killing) == 1


@pytest.mark.parametrize("name", PROJECTS)
@pytest.mark.parametrize("lens", ["layer", "forward"])
def test_narrations_hold_no_tex_and_in_words_no_symbol(
    open_desk: OpenDesk, name: str, lens: str
) -> None:
    desk = opened(open_desk, PROJECTS[name](), lens)
    for position in range(len(desk.stepper.steps) + 1):
        written = narration(desk.stepper.walk, desk.result, position, Form.SYMBOLS)
        assert not set(written) & set("\\{}_^"), written
        for command in ("gamma", "beta", "hat ", "overline", "frac", "epsilon", "arrow"):
            assert command not in written
        spoken = narration(desk.stepper.walk, desk.result, position, Form.WORDS)
        assert not set(spoken) & set("∂⁽⁾₁₂₃·−′σ‖⊙γβλα√"), spoken


def test_each_remedy_says_what_it_does_to_a_gradient(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy(BATCH))
    told = {}
    for place, step in enumerate(desk.stepper.steps, start=1):
        made = card(desk.stepper.walk, desk.result, place)
        assert made is not None
        told[step.kind] = " ".join(words.text(each) for each in made.sentences)
    assert "added as it is" in told[StepKind.SKIP]
    assert "silenced" in told[StepKind.DROPOUT]
    assert "over the batch" in told[StepKind.NORMALIZATION]
    assert "added to its own input" in told[StepKind.RESIDUAL]
    assert "learns as a bias" in told[StepKind.NORMALIZATION_SHIFT]


def test_batch_normalization_in_evaluation_says_that_its_numbers_are_fixed(
    open_desk: OpenDesk,
) -> None:
    desk = opened(open_desk, remedied(layer(3, "tanh"), layer(3, "tanh", normalization=BATCH),
                                      layer(1, "tanh"), mode="evaluate"))  # fmt: skip
    place = next(
        i for i, step in enumerate(desk.stepper.steps, 1) if step.kind is StepKind.NORMALIZATION
    )
    made = card(desk.stepper.walk, desk.result, place)
    assert made is not None
    assert "running ones" in " ".join(words.text(each) for each in made.sentences)
    assert r"\frac{\gamma}{\sqrt{v + \epsilon}} \odot g" in made.formula.symbols
    shown = by_label(made.formula)
    root = np.sqrt(np.ones((3, 1)) + 1e-5)
    np.testing.assert_allclose(shown["√(v+ε)"], root)
    expected = shown["γ"] / root * true(made.formula.grids[0])
    np.testing.assert_allclose(true(made.formula.grids[-1]), expected, rtol=1e-12)


def test_batch_normalization_shows_the_batch_whatever_sample_was_chosen(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy())
    desk.look_at(3)
    assert desk.scope.sample == 3
    desk.edit(every_remedy(BATCH))
    assert desk.scope.coupled
    assert desk.scope.sample is None
    assert desk.result.forward.samples == 6
    desk.edit(every_remedy(BATCH, mode="evaluate"))
    assert not desk.scope.coupled
    assert desk.scope.sample == 3
    assert desk.result.forward.samples == 1


def test_where_no_path_can_be_walked_whole_layers_are(open_desk: OpenDesk) -> None:
    network = every_remedy(BATCH).network
    assert lens_for(network, Lens.PARAMETER) is Lens.LAYER
    assert lens_for(network, Lens.FORWARD) is Lens.FORWARD
    for walked in (every_remedy(), every_remedy(BATCH, mode="evaluate"), preset("mazur")):
        assert lens_for(walked.network, Lens.PARAMETER) is Lens.PARAMETER
    desk = open_desk(every_remedy(BATCH))
    assert desk.stepper.lens is Lens.LAYER
    desk.stepper.choose_lens("parameter")
    assert not desk.stepper.steps
    refusal = desk.stepper.walk.refusal
    assert refusal is not None
    assert words.text(refusal).startswith("Batch normalization in layer 1 takes its mean")


def test_after_a_network_without_paths_the_lens_that_was_wished_for_opens(
    open_desk: OpenDesk,
) -> None:
    desk = open_desk(every_remedy(BATCH))
    assert desk.stepper.lens is Lens.LAYER
    desk.load(every_remedy())
    assert desk.stepper.lens is Lens.PARAMETER


def test_of_one_sample_mean_and_root_are_put_into_the_formula(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy(), "forward")
    below = desk.result.forward.layers[0].activation
    mean, root = float(below.mean()), float(np.sqrt(below.var() + 1e-5))
    numbers = formula_of(desk, StepKind.NORMALIZED_VALUE, 2).numbers
    assert numbers == (
        rf"= \gamma \frac{{a^{{(1)}} - {factor_tex(mean)}}}{{{numeral_tex(root)}}} + \beta"
    )
    assert formula_of(desk, StepKind.NORMALIZED_VALUE, 3).numbers.count(r"\beta") == 0


def test_in_other_notations_the_formulas_follow(open_desk: OpenDesk) -> None:
    desk = opened(open_desk, every_remedy())
    other = Notation("L", "brackets", 0, "numerator")
    with using(other):
        past = formula_of(desk, StepKind.SKIP, 4)
        assert past.symbols == (
            r"\frac{\partial L}{\partial a^{[2]}} = \frac{\partial L}{\partial z^{[3]}}\,"
            r"\frac{\partial z^{[3]}}{\partial a^{[2]}} + \frac{\partial L}{\partial a^{[3]}}\,P"
        )
        assert [grid.label for grid in past.grids] == ["∂L/∂z[3] · ∂z[3]/∂a[2]", "∂L/∂a[3] P",
                                                       "∂L/∂a[2]"]  # fmt: skip
        through, added, together = (true(grid) for grid in past.grids)
        assert together.shape == (1, 3)
        np.testing.assert_allclose(through + added, together)
        normalized = formula_of(desk, StepKind.NORMALIZATION, 2)
        assert normalized.symbols.startswith(r"\frac{\partial L}{\partial a^{[0]}} = ")
        assert normalized.grids[-1].values.shape == (1, 3)
        dropped = formula_of(desk, StepKind.DROPOUT, 2)
        arriving, mask, left = (true(grid) for grid in dropped.grids)
        np.testing.assert_array_equal(arriving * mask, left)
        for position in range(1, len(desk.stepper.steps) + 1):
            told = narration(desk.stepper.walk, desk.result, position, Form.SYMBOLS)
            assert "⁽" not in told
            assert "∂C" not in told
